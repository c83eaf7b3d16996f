// The least that examining every byte can take in Node: read the archive, undo the compression, hash both forms. Run as a program of its own.
import { createHash } from "node:crypto";
import { openSync, readSync, fstatSync, createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";

const path = process.argv[2] ?? "";
const BLOCK = 512;

/** Sizes and offsets of the files in a plain tar archive. */
function listEntries(fd: number): { offset: number; size: number }[] {
  const entries: { offset: number; size: number }[] = [];
  const header = Buffer.alloc(BLOCK);
  for (let at = 0; at + BLOCK <= fstatSync(fd).size;) {
    readSync(fd, header, 0, BLOCK, at);
    if (header[0] === 0) break;
    const size = Number.parseInt(header.toString("latin1", 124, 135), 8) || 0;
    if (header[156] === 0x30 && size > 0) entries.push({ offset: at + BLOCK, size });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return entries;
}

for (const { offset, size } of listEntries(openSync(path, "r"))) {
  const stored = createHash("sha256");
  const plain = createHash("sha256");
  const source = createReadStream(path, { start: offset, end: offset + size - 1, highWaterMark: 1 << 18 });
  const first = Buffer.alloc(2);
  readSync(openSync(path, "r"), first, 0, 2, offset);
  if (first[0] !== 0x1f || first[1] !== 0x8b) {
    for await (const chunk of source) stored.update(chunk as Buffer);
    continue;
  }
  source.on("data", (chunk) => stored.update(chunk as Buffer));
  for await (const chunk of source.pipe(createGunzip({ chunkSize: 1 << 19 }))) plain.update(chunk as Buffer);
}
