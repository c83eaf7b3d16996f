// Compiled Python: which names its string constants are given to: variables, attributes, arguments, keys.
import type { Context, Site } from "../context.ts";
import { Assignments, readAssignments } from "./assignment-text.ts";
import { readCodes, type PythonCode } from "./marshal.ts";

const HEADER_BYTES = 16;

/** Instructions by their numbers; those of 3.7 to 3.12 are the same, 3.13 numbered them anew (Lib/dis.py tells a version's own). */
type Numbers = { readonly loadConstant: number; readonly storeName: number; readonly storeAttribute: number; readonly storeGlobal: number; readonly storeLocal: number; readonly storeKey: number; readonly buildMap: number; readonly extend: number; readonly keywords: number };
const UP_TO_312: Numbers = { loadConstant: 100, storeName: 90, storeAttribute: 95, storeGlobal: 97, storeLocal: 125, storeKey: 60, buildMap: 105, extend: 144, keywords: 172 };
const SINCE_313: Numbers = { loadConstant: 83, storeName: 114, storeAttribute: 108, storeGlobal: 113, storeLocal: 110, storeKey: 39, buildMap: 48, extend: 71, keywords: -1 };
const V313 = 3_550;
const V314 = 3_600;

export function readPythonCode(context: Context, site: Site, bytes: Buffer): Promise<void> {
  const version = bytes.readUInt16LE(0);
  const assignments = new Assignments();
  // Later versions have other numbers: their constants are read as they stand.
  const codes = version < V314 ? readCodes(bytes, HEADER_BYTES, version) ?? [] : [];
  for (const code of codes) if (code !== undefined) findAssignments(code, version < V313 ? UP_TO_312 : SINCE_313, assignments);
  return readAssignments(context, site, { bytes, assignments: assignments.found });
}

/** Follows what instructions push, as far as constants go; anything else counts as one unknown value. */
function findAssignments({ code, constants, names, locals }: PythonCode, numbers: Numbers, assignments: Assignments): void {
  let pushed: unknown[] = [];
  let high = 0;
  for (let at = 0; at + 1 < code.length; at += 2) {
    const operation = code[at] ?? 0;
    const operand = high | (code[at + 1] ?? 0);
    high = operation === numbers.extend ? operand << 8 : 0;
    // Room for the interpreter's own notes, since 3.11.
    if (operation === 0 || operation === numbers.extend) continue;
    if (operation === numbers.loadConstant || operation === numbers.keywords) {
      const value = constants[operand];
      if (Array.isArray(value)) nameEach(value, pushed, assignments);
      if (operation === numbers.loadConstant) pushed.push(value);
      continue;
    }
    const target = targetOf(operation, { numbers, names, locals }, operand);
    if (target !== undefined) assignments.add(target, operation === numbers.storeAttribute ? pushed.at(-2) : pushed.at(-1));
    if (operation === numbers.storeKey) assignments.add(pushed.at(-1), pushed.at(-3));
    if (operation === numbers.buildMap) for (let pair = 1; pair <= operand; pair++) assignments.add(pushed.at(-2 * pair), pushed.at(1 - 2 * pair));
    if (target !== undefined || pushed.length > 512) pushed = [];
    else pushed.push(undefined);
  }
}

type Names = { readonly numbers: Numbers; readonly names: readonly unknown[]; readonly locals: readonly unknown[] };

function targetOf(operation: number, { numbers, names, locals }: Names, operand: number): unknown {
  switch (operation) {
    case numbers.storeName: case numbers.storeAttribute: case numbers.storeGlobal: return names[operand];
    case numbers.storeLocal: return locals[operand];
    default: return undefined;
  }
}

/** Names of keyword arguments, or keys of a dictionary, stand in one tuple behind their values. */
function nameEach(keys: readonly unknown[], pushed: readonly unknown[], assignments: Assignments): void {
  if (keys.length === 0 || keys.length > pushed.length || !keys.every((key) => typeof key === "string")) return;
  keys.forEach((key, index) => assignments.add(key, pushed[pushed.length - keys.length + index]));
}
