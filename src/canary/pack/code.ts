// Documents and compiled programs in which a value and what names it, or the parts of a value, stand apart.

type Compile = (name: string, value: string) => Buffer;

/** By format: `value` is given to `name`, and only their reader sees both together. */
export const compilers: { readonly [format: string]: Compile } = { "java-class": toClass, "python-code": toPython, "office-text": toOffice };

/** A class with one constant field; The Java Virtual Machine Specification, chapter 4. */
function toClass(name: string, value: string): Buffer {
  const text = (content: string): Buffer => Buffer.concat([Buffer.from([1]), uint16(content.length), Buffer.from(content)]);
  const pool = [text("Canary"), Buffer.from([7, 0, 1]), text(name), text("Ljava/lang/String;"), text("ConstantValue"), text(value), Buffer.from([8, 0, 6])];
  const field = Buffer.concat([uint16(0x1a), uint16(3), uint16(4), uint16(1), uint16(5), Buffer.from([0, 0, 0, 2]), uint16(7)]);
  return Buffer.concat([Buffer.from("cafebabe00000041", "hex"), uint16(pool.length + 1), ...pool, Buffer.from([0, 0x21, 0, 2, 0, 2, 0, 0, 0, 1]), field, Buffer.alloc(4)]);
}

/** A module of CPython 3.12 that gives a variable a value; Python/marshal.c. */
function toPython(name: string, value: string): Buffer {
  const text = (content: string): Buffer => Buffer.concat([Buffer.from("z"), Buffer.from([content.length]), Buffer.from(content)]);
  const bytes = (content: Buffer): Buffer => Buffer.concat([Buffer.from("s"), uint32(content.length), content]);
  const tuple = (...items: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from(")"), Buffer.from([items.length]), ...items]);
  const instructions = Buffer.from([151, 0, 100, 0, 90, 0, 121, 1]);
  const object = [bytes(instructions), tuple(text(value), Buffer.from("N")), tuple(text(name)), tuple(), bytes(Buffer.alloc(0)), text("canary.py"), text("<module>"), text("<module>"), uint32(1), bytes(Buffer.alloc(0)), bytes(Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("cb0d0d0a", "hex"), Buffer.alloc(12), Buffer.from("c"), Buffer.alloc(20), ...object]);
}

/** A paragraph of a text document whose look changes at every third character; ECMA-376, part 1, 17.3.2. */
function toOffice(name: string, value: string): Buffer {
  const runs = `${name}=${value}`.match(/.{1,3}/g)?.map((part) => `<w:r><w:t>${part}</w:t></w:r>`).join("") ?? "";
  return Buffer.from(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${runs}</w:p></w:body></w:document>`);
}

function uint16(value: number): Buffer {
  return Buffer.from([value >> 8, value & 0xff]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
