// The house's sizes and names.
import { posix } from "node:path";
import type { Files } from "./architecture.ts";

const MAX_FILE_LINES = 200;
const MAX_FOLDER_FILES = 12;
const FORBIDDEN_NAMES = /(^|-)(utils?|helpers?|common|misc|manager|stuff)(-|\.|$)/;

const isData = (path: string) => path.endsWith(".generated.ts");

/** Files that are too long, folders that are too full, names that say nothing; as sentences. */
export function findUntidy(files: Files): string[] {
  const perFolder = Map.groupBy([...files.keys()].filter((path) => !path.endsWith(".test.ts") && !isData(path)), (path) => posix.dirname(path));
  const full = [...perFolder].filter(([, paths]) => paths.length > MAX_FOLDER_FILES).map(([folder, paths]) => `${folder} holds ${paths.length} files, more than ${MAX_FOLDER_FILES}`);
  const single = [...files].filter(([path]) => !isData(path)).flatMap(([path, text]) => {
    const lines = text.split("\n").length - 1;
    const name = posix.basename(path);
    return [
      ...(lines > MAX_FILE_LINES ? [`${path} has ${lines} lines, more than ${MAX_FILE_LINES}`] : []),
      ...(FORBIDDEN_NAMES.test(name) ? [`${path} has a name that says nothing`] : []),
      ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(name) ? [] : [`${path} is not kebab-case`]),
    ];
  });
  return [...full, ...single];
}

/** Values only: a type may be there for the signature of what stands beside it. */
const EXPORTED = /^export (?:async )?(?:function\*?|const|let|class) (\w+)/gm;
const WORD = /\w+/g;

/** Exports that no other file names: index.ts lines don't count as a use. */
export function findUnusedExports(files: Files): string[] {
  const words = new Map([...files].map(([path, text]) => [path, new Set(path.endsWith("/index.ts") && path.startsWith("src/") ? [] : text.match(WORD))]));
  return [...files].filter(([path]) => !isData(path)).flatMap(([path, text]) => [...text.matchAll(EXPORTED)].flatMap(([, name]) => {
    const used = [...words].some(([other, set]) => other !== path && set.has(name ?? ""));
    return used ? [] : [`${path} exports ${name}, which nothing uses`];
  }));
}
