// Compiled Java: which names its string constants are given to. Format: The Java Virtual Machine Specification, chapter 4.
import type { Context, Site } from "../context.ts";
import { Assignments, readAssignments } from "./assignment-text.ts";

// Tags of the constant pool, section 4.4, with the bytes that follow each.
const UTF8 = 1;
const CLASS = 7;
const STRING = 8;
const FIELD = 9;
const METHOD = 10;
const INTERFACE_METHOD = 11;
const NAME_AND_TYPE = 12;
const SIZES: Readonly<Record<number, number>> = { 3: 4, 4: 4, 5: 8, 6: 8, [CLASS]: 2, [STRING]: 2, [FIELD]: 4, [METHOD]: 4, [INTERFACE_METHOD]: 4, [NAME_AND_TYPE]: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2 };

// Instructions, chapter 6.5.
const LOAD = 0x12;
const LOAD_WIDE = 0x13;
const PUT_STATIC = 0xb3;
const PUT_FIELD = 0xb5;
const INVOKE_VIRTUAL = 0xb6;
const INVOKE_INTERFACE = 0xb9;

export function readClassFile(context: Context, site: Site, bytes: Buffer): Promise<void> {
  return readAssignments(context, site, { bytes, assignments: findAssignments(bytes) });
}

type Pool = { readonly tags: Uint8Array; readonly at: Uint32Array; readonly end: number };

function findAssignments(bytes: Buffer): Assignments["found"] {
  const assignments = new Assignments();
  const pool = readPool(bytes);
  if (!pool) return [];
  readConstantValues(bytes, pool, assignments);
  for (let at = pool.end; at + 4 < bytes.length; at++) {
    const isWide = bytes[at] === LOAD_WIDE;
    if (!isWide && bytes[at] !== LOAD) continue;
    const next = at + (isWide ? 3 : 2);
    const value = textOf(bytes, pool, isWide ? bytes.readUInt16BE(at + 1) : bytes[at + 1] ?? 0);
    const isUse = [PUT_STATIC, PUT_FIELD].includes(bytes[next] ?? 0) || ((bytes[next] ?? 0) >= INVOKE_VIRTUAL && (bytes[next] ?? 0) <= INVOKE_INTERFACE);
    if (value !== undefined && isUse && next + 3 <= bytes.length) assignments.add(memberName(bytes, pool, bytes.readUInt16BE(next + 1)), value);
  }
  return assignments.found;
}

function readPool(bytes: Buffer): Pool | undefined {
  const count = bytes.length > 10 ? bytes.readUInt16BE(8) : 0;
  const [tags, offsets] = [new Uint8Array(count + 1), new Uint32Array(count + 1)];
  let at = 10;
  for (let index = 1; index < count; index++) {
    const tag = bytes[at] ?? 0;
    const size = tag === UTF8 && at + 3 <= bytes.length ? 2 + bytes.readUInt16BE(at + 1) : SIZES[tag];
    if (size === undefined || at + 1 + size > bytes.length) return undefined;
    [tags[index], offsets[index]] = [tag, at + 1];
    at += 1 + size;
    // Long and double take two places.
    if (tag === 5 || tag === 6) index++;
  }
  return { tags, at: offsets, end: at };
}

function utf8(bytes: Buffer, pool: Pool, index: number): string | undefined {
  const at = pool.at[index] ?? 0;
  return pool.tags[index] === UTF8 ? bytes.toString("utf8", at + 2, at + 2 + bytes.readUInt16BE(at)) : undefined;
}

function textOf(bytes: Buffer, pool: Pool, index: number): string | undefined {
  return pool.tags[index] === STRING ? utf8(bytes, pool, bytes.readUInt16BE(pool.at[index] ?? 0)) : undefined;
}

/** The name of a field or method that an instruction refers to; of a method that sets something, what it sets. */
function memberName(bytes: Buffer, pool: Pool, index: number): string | undefined {
  if (![FIELD, METHOD, INTERFACE_METHOD].includes(pool.tags[index] ?? 0)) return undefined;
  const pair = bytes.readUInt16BE((pool.at[index] ?? 0) + 2);
  return pool.tags[pair] === NAME_AND_TYPE ? utf8(bytes, pool, bytes.readUInt16BE(pool.at[pair] ?? 0))?.replace(/^set(?=[A-Z])/, "") : undefined;
}

/** Fields that are constants name their value in an attribute, sections 4.5 and 4.7.2. */
function readConstantValues(bytes: Buffer, pool: Pool, assignments: Assignments): void {
  if (pool.end + 8 > bytes.length) return;
  let at = pool.end + 8 + bytes.readUInt16BE(pool.end + 6) * 2;
  if (at + 2 > bytes.length) return;
  const fields = bytes.readUInt16BE(at);
  at += 2;
  for (let field = 0; field < fields && at + 8 <= bytes.length; field++) {
    const name = utf8(bytes, pool, bytes.readUInt16BE(at + 2));
    let attributes = bytes.readUInt16BE(at + 6);
    for (at += 8; attributes > 0 && at + 8 <= bytes.length; attributes--) {
      if (utf8(bytes, pool, bytes.readUInt16BE(at)) === "ConstantValue") assignments.add(name, textOf(bytes, pool, bytes.readUInt16BE(at + 6)));
      at += 6 + bytes.readUInt32BE(at + 2);
    }
  }
}
