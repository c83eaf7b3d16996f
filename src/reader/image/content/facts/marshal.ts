// Python's marshal format, as far as code objects need it: constants, names and the instructions between them.
// Format: Python/marshal.c of CPython 3.7 to 3.14; it has no other description.

export type PythonCode = { readonly kind: "code"; readonly code: Buffer; readonly constants: readonly unknown[]; readonly names: readonly unknown[]; readonly locals: readonly unknown[] };

/** Nesting of objects; compilers make less than ten levels. */
const MOST_DEPTH = 100;
const MOST_OBJECTS = 2_000_000;
const REFERENCE = 0x80;
/** First version of the magic number with each layout of code objects: 3.8 added a count, 3.11 made locals one list. */
const V38 = 3_400;
const V311 = 3_450;

class Unreadable extends Error {}

/** All code objects, outermost first; undefined for what is no such file. `version` is the magic number. */
export function readCodes(bytes: Buffer, start: number, version: number): PythonCode[] | undefined {
  const reader = new MarshalReader(bytes, start, version);
  try {
    reader.read(0);
    return reader.codes;
  } catch (error) {
    if (error instanceof Unreadable || error instanceof RangeError) return undefined;
    throw error;
  }
}

class MarshalReader {
  readonly codes: PythonCode[] = [];
  readonly #bytes: Buffer;
  readonly #version: number;
  readonly #references: unknown[] = [];
  #at: number;
  #objects = 0;

  constructor(bytes: Buffer, start: number, version: number) {
    this.#bytes = bytes;
    this.#at = start;
    this.#version = version;
  }

  read(depth: number): unknown {
    const tag = this.#bytes.readUInt8(this.#at++);
    if (depth > MOST_DEPTH || ++this.#objects > MOST_OBJECTS) throw new Unreadable();
    const slot = (tag & REFERENCE) === 0 ? -1 : this.#references.push(undefined) - 1;
    const value = this.#value(String.fromCharCode(tag & ~REFERENCE), depth);
    if (slot >= 0) this.#references[slot] = value;
    return value;
  }

  #value(kind: string, depth: number): unknown {
    switch (kind) {
      case "0": case "N": case "F": case "T": case "S": case ".": return undefined;
      case "i": return this.#skip(4);
      case "g": case "I": return this.#skip(8);
      case "y": return this.#skip(16);
      case "f": return this.#skip(this.#bytes.readUInt8(this.#at++));
      case "l": return this.#skip(Math.abs(this.#number()) * 2);
      case "s": return this.#take(this.#number());
      case "a": case "A": return this.#take(this.#number()).toString("latin1");
      case "u": case "t": return this.#take(this.#number()).toString("utf8");
      case "z": case "Z": return this.#take(this.#bytes.readUInt8(this.#at++)).toString("latin1");
      case ")": return this.#list(this.#bytes.readUInt8(this.#at++), depth);
      case "(": case "[": case "<": case ">": return this.#list(this.#number(), depth);
      case ":": return this.#list(3, depth);
      case "{": return this.#dictionary(depth);
      case "r": return this.#references[this.#number()];
      case "c": return this.#code(depth);
      default: throw new Unreadable();
    }
  }

  #code(depth: number): PythonCode {
    const slot = this.codes.push(undefined as never) - 1;
    this.#skip(this.#version >= V38 && this.#version < V311 ? 24 : 20);
    const [code, constants, names, locals] = [this.read(depth + 1), this.read(depth + 1), this.read(depth + 1), this.read(depth + 1)];
    // Older versions: two more lists of names; later ones: the kinds of the locals. File and name follow in both, then the qualified name.
    for (let left = 4; left > 0; left--) this.read(depth + 1);
    this.#skip(4);
    this.read(depth + 1);
    if (this.#version >= V311) this.read(depth + 1);
    const object: PythonCode = { kind: "code", code: Buffer.isBuffer(code) ? code : Buffer.alloc(0), constants: toList(constants), names: toList(names), locals: toList(locals) };
    this.codes[slot] = object;
    return object;
  }

  #list(count: number, depth: number): unknown[] {
    if (count < 0 || count > this.#bytes.length) throw new Unreadable();
    return Array.from({ length: count }, () => this.read(depth + 1));
  }

  #dictionary(depth: number): undefined {
    while (this.#bytes[this.#at] !== 0x30) {
      this.read(depth + 1);
      this.read(depth + 1);
    }
    this.#at++;
  }

  #number(): number {
    this.#at += 4;
    return this.#bytes.readInt32LE(this.#at - 4);
  }

  #take(count: number): Buffer {
    this.#skip(count);
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  #skip(count: number): undefined {
    if (count < 0 || this.#at + count > this.#bytes.length) throw new Unreadable();
    this.#at += count;
  }
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
