// What pages name must exist: paths, anchors, scripts, commands, rule ids.
import { posix } from "node:path";

export type Known = {
  /** Files and folders of the checkout, relative to it. */
  readonly paths: ReadonlySet<string>;
  readonly scripts: ReadonlySet<string>;
  readonly commands: ReadonlySet<string>;
  /** Dashed words that may stand in code spans: rule ids, gap reasons, inputs, outputs, packages. */
  readonly words: ReadonlySet<string>;
};

const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;
const CODE = /`([^`\n]+)`/g;
const HEADING = /^#{1,6}\s+(.+)$/gm;
/** What a run writes or a user brings; no file of the checkout. */
const MADE = /^(out|evidence|reports|logs|\.pci-pipeline|pci-pipeline-reports)\b|^my-/;

/** Everything that `page` (at `path`) names and that does not exist, as sentences. */
export function findDeadReferences(path: string, page: string, context: { known: Known; pages: ReadonlyMap<string, string> }): string[] {
  const prose = page.replace(/^```[\s\S]*?^```/gm, (block) => (/^```(sh|console|text)?\n/.test(block) ? block.replaceAll("`", "") : ""));
  const { known } = context;
  return [
    ...[...prose.matchAll(LINK)].flatMap(([, target]) => findDeadLink(path, target ?? "", context)),
    ...[...prose.matchAll(CODE)].flatMap(([, code]) => findDeadCode(path, code ?? "", known)),
    ...[...page.matchAll(/npm run ([a-z0-9:]+)/g)].filter(([, script]) => !known.scripts.has(script ?? "")).map(([, script]) => `${path} names the script ${script}`),
    ...[...page.matchAll(/bin\/pci-pipeline ([a-z][a-z-]+)/g)].filter(([, command]) => !known.commands.has(command ?? "")).map(([, command]) => `${path} names the command ${command}`),
  ];
}

function findDeadLink(path: string, target: string, { known, pages }: { known: Known; pages: ReadonlyMap<string, string> }): string[] {
  if (/^(https?|mailto):/.test(target)) return [];
  const [file = "", anchor] = target.split("#");
  const full = file === "" ? path : posix.normalize(posix.join(posix.dirname(path), file)).replace(/\/$/, "");
  if (!known.paths.has(full)) return [`${path} links to ${full}`];
  const page = pages.get(full);
  if (anchor === undefined || page === undefined) return [];
  return toAnchors(page).has(anchor) ? [] : [`${path} links to ${full}#${anchor}`];
}

/** GitHub's anchors of a page's headings, and those written as HTML. */
export function toAnchors(page: string): Set<string> {
  const headings = [...page.matchAll(HEADING)].map(([, heading]) => (heading ?? "").toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, "").trim().replace(/\s/g, "-"));
  const written = [...page.matchAll(/<a (?:id|name)="([^"]+)"/g)].map(([, id]) => id ?? "");
  return new Set([...headings, ...written]);
}

function findDeadCode(path: string, code: string, known: Known): string[] {
  if (/^[a-z.][\w./-]*\/[\w./-]*$/i.test(code) && !code.includes("//") && looksLikeOurs(code, known)) {
    const full = code.replace(/\/$/, "");
    return known.paths.has(full) || known.paths.has(posix.join(posix.dirname(path), full)) || MADE.test(full) ? [] : [`${path} names the path ${code}`];
  }
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/.test(code)) return known.words.has(code) ? [] : [`${path} names ${code}, which is no rule, reason, input, command or package`];
  return [];
}

/** A slash alone does not make a path: the first segment must be one of the checkout's, or the name end like a source file's. */
function looksLikeOurs(code: string, known: Known): boolean {
  const first = code.split("/")[0] ?? "";
  return known.paths.has(first) || /\.(ts|md|toml|ya?ml|json|sh)$/.test(code);
}
