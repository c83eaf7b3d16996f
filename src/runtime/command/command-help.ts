// --help of a command, from its contract.
import type { Contract } from "../door/contract.ts";

/** Plain text, at most `width` columns where words allow. */
export function toCommandHelp(contract: Contract, width = 96): string {
  const inputs = Object.entries(contract.inputs).filter(([, input]) => input.only !== "action");
  const positionals = inputs.filter(([, input]) => input.positional).map(([name, input]) => (input.required ? `<${name}>` : `[${name}]`));
  const rows = inputs.map(([name, input]) => [
    input.positional ? `<${name}>` : `--${name}${input.kind === "boolean" ? "" : ` ${(input.choices ?? [input.kind]).join("|")}`}`,
    input.description + (input.required ? " (required)" : input.default ? ` (default ${input.default})` : "") + (input.kind === "lines" ? "; may be repeated" : ""),
  ] as const);
  const indent = 2 + Math.min(30, Math.max(...rows.map(([left]) => left.length))) + 2;
  const body = rows.map(([left, right]) => toRow(left, right, { indent, width }));
  return [
    `pci-pipeline ${contract.name} ${[...positionals, "[flags]"].join(" ")}`, "", wrap(contract.description, width).join("\n"), "",
    ...body, "", "Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 bad input, 70 a defect of ours.", "",
  ].join("\n");
}

function toRow(left: string, right: string, layout: { indent: number; width: number }): string {
  const lines = wrap(right, layout.width - layout.indent);
  const start = `  ${left}`;
  const first = start.length + 2 > layout.indent ? [start] : [start.padEnd(layout.indent) + (lines.shift() ?? "")];
  return [...first, ...lines.map((line) => " ".repeat(layout.indent) + line)].join("\n");
}

function wrap(text: string, width: number): string[] {
  const out: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      out.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...out, line];
}
