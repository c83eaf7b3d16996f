// A shell script as lists of commands (POSIX "Shell Command Language", 2.9): what stands in quotes or here-documents separates nothing.

/** `before` is what stands before it in its list; `depth` counts conditions, loops, groups and functions around it, its own included. */
export type Command = { readonly text: string; readonly before: "&&" | "||" | ";"; readonly depth: number };

export function splitScript(script: string): Command[][] {
  const text = hideQuoted(dropDocuments(script.replace(/\r\n/g, "\n").replace(/\\\n/g, " ")));
  let depth = 0;
  return text.replace(/(^|\s)#[^\n]*/g, "$1").split(/[\n;]+/).map((line) => line.trim()).filter((line) => line !== "").map((line) => {
    const pieces = line.split(/\s*(&&|\|\|)\s*/);
    return pieces.flatMap((piece, at): Command[] => {
      if (at % 2 === 1 || piece === "") return [];
      const { opened, closed } = countBlocks(piece);
      depth += opened;
      const command = { text: piece.trim(), before: at === 0 ? ";" as const : pieces[at - 1] === "&&" ? "&&" as const : "||" as const, depth };
      depth = Math.max(0, depth - closed);
      return [command];
    });
  }).filter((list) => list.length > 0);
}

function countBlocks(piece: string): { opened: number; closed: number } {
  const words = piece.split(/\s+/);
  const opened = words.filter((word, at) => (/^(?:if|while|until|for|case|select)$/.test(word) && (at === 0 || /^(?:then|else|do|!|\{|\()$/.test(words[at - 1] ?? ""))) || word === "{" || word.endsWith("(){")).length;
  const closed = words.filter((word, at) => (at === 0 && /^(?:fi|done|esac)$/.test(word)) || word === "}").length;
  const brackets = (mark: string) => piece.split(mark).length - 1;
  return { opened: opened + Math.max(0, brackets("(") - brackets(")")), closed: closed + Math.max(0, brackets(")") - brackets("(")) };
}

/** Marks inside of quotes mean nothing to the shell, but for what it puts in place there. */
function hideQuoted(text: string): string {
  return text.replace(/\\.|"(?:[^"\\]|\\.)*"|'[^']*'/gs, (quoted) => (quoted.startsWith("\\") ? "_" : quoted.replace(/[\n;|&#{}<>]/g, "_").replace(/(?<!\$)\(/g, "_").replace(/\)/g, "_").replace(/\$\(/g, "`")));
}

/** Here-documents (2.7.4) are data of the command that they stand at, but for commands whose output is put in place in them. */
function dropDocuments(text: string): string {
  const kept: string[] = [];
  let end: string | undefined;
  let isLiteral = false;
  for (const line of text.split("\n")) {
    if (end !== undefined) {
      if (line.replace(/^\t+/, "") === end || line.trim() === end) end = undefined;
      else if (!isLiteral && /\$\(|`/.test(line)) kept.push(`: "${line.replace(/["\\]/g, "_")}"`);
      continue;
    }
    kept.push(line);
    const [, quote, word] = /<<-?\s*(["'\\]?)(\w+)/.exec(line) ?? [];
    isLiteral = quote !== "" && quote !== undefined;
    end = word;
  }
  return kept.join("\n");
}
