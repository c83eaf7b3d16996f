// Archives and databases that hide their content, in the smallest form that their readers must understand.
import { createHash } from "node:crypto";
import { crc32, deflateSync, gzipSync } from "node:zlib";

type Pack = (name: string, content: Uint8Array) => Buffer;

/** By format. What is stored plainly would be found without a reader, so it is compressed within. */
export const archivers: { readonly [format: string]: Pack } = {
  ar: (name, content) => toAr(`${name}.gz`, gzipSync(content)),
  cpio: (name, content) => toCpio(`${name}.gz`, gzipSync(content)),
  rpm: toRpm,
  zlib: (_, content) => deflateSync(content),
  "git-pack": (_, content) => toGitPack(Buffer.from(content)),
  pdf: (_, content) => Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"), deflateSync(content), Buffer.from("\nendstream\nendobj\n")]),
  png: (_, content) => toPng(content),
  sqlite: (_, content) => toSqlite(Buffer.from(content)),
};

/** ar(5). */
function toAr(name: string, content: Uint8Array): Buffer {
  const header = `${`${name}/`.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
  return Buffer.concat([Buffer.from(`!<arch>\n${header}`), content, Buffer.alloc(content.length % 2, "\n")]);
}

/** cpio(5), the new ASCII format. */
function toCpio(name: string, content: Uint8Array): Buffer {
  return Buffer.concat([entry(name, content), entry("TRAILER!!!", Buffer.alloc(0))]);
}

function entry(name: string, content: Uint8Array): Buffer {
  const fields = [0, 0o100644, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}${name}\0`);
  return Buffer.concat([header, Buffer.alloc(-header.length & 3), content, Buffer.alloc(-content.length & 3)]);
}

/** A lead, two headers without entries, and the payload. */
function toRpm(name: string, content: Uint8Array): Buffer {
  const header = Buffer.from("8eade80100000000" + "0000000000000000", "hex");
  return Buffer.concat([Buffer.from("edabeedb0300", "hex"), Buffer.alloc(90), header, header, gzipSync(toCpio(name, content))]);
}

/** A blob, and another one that takes a part of it and adds the rest: the value is whole in neither. gitformat-pack(5). */
function toGitPack(content: Buffer): Buffer {
  const cut = Math.floor(content.length / 2);
  const base = content.subarray(0, cut);
  const delta = Buffer.concat([Buffer.from([base.length, content.length, 0x90, cut, content.length - cut]), content.subarray(cut)]);
  const first = Buffer.concat([object(3, base.length), deflateSync(base)]);
  const second = Buffer.concat([object(6, delta.length), Buffer.from([first.length]), deflateSync(delta)]);
  const pack = Buffer.concat([Buffer.from("PACK\0\0\0\u0002\0\0\0\u0002", "latin1"), first, second]);
  return Buffer.concat([pack, createHash("sha1").update(pack).digest()]);
}

/** Header of an object of fewer than 2,048 bytes. */
function object(kind: number, size: number): Buffer {
  return Buffer.from([0x80 | (kind << 4) | (size & 15), size >> 4]);
}

/** A picture's compressed text; PNG, third edition, 11.3.3.2. */
function toPng(content: Uint8Array): Buffer {
  const chunk = (kind: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, crc]);
  };
  const text = Buffer.concat([Buffer.from("Comment\0\0"), deflateSync(content)]);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("zTXt", text), chunk("IEND", Buffer.alloc(0))]);
}

const PAGE = 512;

/** A table's page with one record that goes on on another page, the value across both. "Database File Format", section 1.6. */
function toSqlite(content: Buffer): Buffer {
  const length = 900;
  const usable = PAGE;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const wanted = least + ((length - least) % (usable - 4));
  const local = wanted <= usable - 35 ? wanted : least;
  const record = Buffer.alloc(length, ".");
  content.copy(record, local - Math.floor(content.length / 2));
  const file = Buffer.alloc(PAGE * 4);
  file.write("SQLite format 3\0", "latin1");
  file.writeUInt16BE(PAGE, 16);
  const page = PAGE;
  const cell = PAGE - local - 8;
  file.writeUInt8(13, page);
  file.writeUInt16BE(1, page + 3);
  file.writeUInt16BE(cell, page + 8);
  file.set([0x80 | (length >> 7), length & 0x7f, 1], page + cell);
  record.copy(file, page + cell + 3, 0, local);
  file.writeUInt32BE(3, page + cell + 3 + local);
  file.writeUInt32BE(4, PAGE * 2);
  record.copy(file, PAGE * 2 + 4, local, local + PAGE - 4);
  record.copy(file, PAGE * 3 + 4, local + PAGE - 4);
  return file;
}
