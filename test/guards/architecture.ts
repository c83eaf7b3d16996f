// The dependency table and the house rules as functions over file texts, so that planted faults can prove them.
import { posix } from "node:path";

export type Files = ReadonlyMap<string, string>;

/** What a room may import of other rooms: docs/architecture.md says why. "types" allows `import type` only. */
export const allowed: { readonly [room: string]: { readonly [other: string]: "all" | "types" } } = {
  finding: {},
  "web-assembly": {},
  layout: { finding: "all" },
  source: { finding: "all", tar: "all" },
  tar: { finding: "all" },
  reader: { finding: "all", source: "types", tar: "all", "web-assembly": "all" },
  detector: { finding: "all", reader: "types", "web-assembly": "all" },
  measurement: {},
  "layer-cache": { finding: "all", reader: "all" },
  crew: { finding: "all", reader: "types", detector: "all" },
  report: { finding: "all", measurement: "all" },
  attestation: { finding: "all", measurement: "all", report: "types" },
  "evidence-store": { finding: "all", attestation: "all", layout: "all" },
  command: {},
  packer: { finding: "all", layout: "all", command: "all" },
  rollout: { finding: "all", layout: "all", measurement: "all", command: "all" },
  canary: { finding: "all", layout: "all", source: "all", reader: "all", detector: "all" },
  "secret-store": { finding: "all" },
  rotation: { finding: "all", "secret-store": "all", command: "all" },
  runtime: { finding: "all", report: "all" },
};

/** Rooms that never touch the outside: streams, clocks and bytes come in. */
const PURE = ["finding", "web-assembly", "layout", "tar", "reader", "detector", "measurement", "report", "attestation"];
const OUTSIDE = /^node:(fs|net|http|https|child_process|dgram|dns|tls|http2|cluster)(\/|$)/;

type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean };

const STATEMENT = /^(?:import|export)\s+(type\s)?([^;'"]*?\sfrom\s+)?"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

export function readImports(files: Files): Import[] {
  const imports: Import[] = [];
  for (const [from, text] of files) {
    const resolve = (target: string) => (target.startsWith(".") ? posix.normalize(posix.join(posix.dirname(from), target)) : target);
    for (const [, type, names, target] of text.matchAll(STATEMENT)) {
      imports.push({ from, target: resolve(target ?? ""), typeOnly: type !== undefined || onlyTypes(names) });
    }
    for (const [, target] of text.matchAll(DYNAMIC)) imports.push({ from, target: resolve(target ?? ""), typeOnly: false });
  }
  return imports;
}

function onlyTypes(names: string | undefined): boolean {
  const list = /\{([^}]*)\}/.exec(names ?? "")?.[1];
  const items = list?.split(",").map((name) => name.trim()).filter(Boolean) ?? [];
  return items.length > 0 && items.every((name) => name.startsWith("type "));
}

/** The room of a path: `finding`, or for a door `actions/x`; undefined for tests and what stands outside the house. */
function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1] ?? /^(actions\/[^/]+|cli|tools|test|sample-service)\//.exec(path)?.[1];
}

/** The folder whose index.ts is the door of a path: reader and detector have rooms within, and runtime one for GitHub's API. */
function doorOf(path: string): string {
  return /^src\/(?:(?:reader|detector)\/[^/]+|runtime\/github)\//.exec(path)?.[0] ?? /^src\/[^/]+\//.exec(path)?.[0] ?? "";
}

/** Every import that the table does not allow, as "from → target: why". */
export function findForbiddenImports(files: Files): string[] {
  return readImports(files).flatMap((statement) => {
    const why = explain(statement);
    return why === undefined ? [] : [`${statement.from} → ${statement.target}: ${why}`];
  });
}

function explain({ from, target, typeOnly }: Import): string | undefined {
  const isTest = from.endsWith(".test.ts") || from.startsWith("test/");
  const room = roomOf(from);
  if (room === undefined || isTest) return undefined;
  if (!target.startsWith("src/") && !/^(actions|cli|tools|test|sample-service)\//.test(target)) return explainPackage(room, target, typeOnly);
  const other = roomOf(target);
  if (room === "tools") return other === "test" ? "nothing imports tests" : undefined;
  if (other === undefined || other === room) return explainDoor(from, target);
  if (room === "sample-service" || other === "sample-service") return "the sample service shares nothing with the product";
  if (other === "test" || (other === "tools" && room !== "tools")) return "nothing imports tests or tools";
  if (other.startsWith("actions/") && room.startsWith("actions/")) return "actions never import each other";
  if (room in allowed) {
    const grant = allowed[room]?.[other];
    if (grant === undefined) return `${room} may not import ${other}`;
    if (grant === "types" && !typeOnly) return `${room} may import types of ${other} only`;
  } else if (target.startsWith("src/") === false && other.startsWith("actions/") && target.endsWith("/index.ts")) return "nobody imports an entry file";
  return explainDoor(from, target);
}

/** From outside a room only its index.ts may be imported. */
function explainDoor(from: string, target: string): string | undefined {
  const door = doorOf(target);
  if (door === "" || from.startsWith(door) || target === `${door}index.ts`) return undefined;
  if (/^src\/(reader|detector)\/$/.test(door) && from.startsWith(door)) return undefined;
  return `outside a room only its index.ts may be imported (${door}index.ts)`;
}

function explainPackage(room: string, target: string, typeOnly: boolean): string | undefined {
  if (/^@(actions|octokit)\//.test(target) && room !== "runtime" && room !== "tools") return "only runtime imports @actions and @octokit";
  if (PURE.includes(room) && OUTSIDE.test(target) && !typeOnly) return `${room} is pure`;
  return undefined;
}

/** Reads of the process's environment and clock outside the rooms that may. */
export function findOutsideReads(files: Files): string[] {
  return [...files].flatMap(([path, text]) => {
    const room = roomOf(path);
    if (room === undefined || path.endsWith(".test.ts") || ["runtime", "tools", "test", "sample-service"].includes(room)) return [];
    const environment = /\bprocess\.env\b/.test(text) ? [`${path} reads process.env; only runtime may`] : [];
    const clock = PURE.includes(room) && /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bMath\.random\(/.test(text) ? [`${path} reads the clock or chance; ${room} is pure`] : [];
    return [...environment, ...clock];
  });
}

/** Folders of src that the table does not know. */
export function findUnknownRooms(files: Files): string[] {
  const rooms = new Set([...files.keys()].map((path) => /^src\/([^/]+)\//.exec(path)?.[1]).filter((room) => room !== undefined));
  return [...rooms].filter((room) => !(room in allowed)).map((room) => `src/${room} is not in the dependency table`);
}
