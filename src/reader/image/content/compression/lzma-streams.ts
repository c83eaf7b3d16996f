// LZMA2 chunks (as in xz and 7z) and LZMA data by itself (.lzma files of old, lzip, zip method 14).
// Formats: xz-file-format.txt 1.2, section 5.3.1, with the chunks as xz's and 7-Zip's documentation describes them; lzma-file-format.txt; lzip's manual.
import { crc32 } from "node:zlib";
import type { ByteReader } from "../byte-reader.ts";
import { Damage } from "./damage.ts";
import { History } from "./history.ts";
import { LzmaDecoder, MOST_MATCH, MOST_SYMBOL_INPUT } from "./lzma.ts";

/** Dictionaries above need more memory than is kept for one file. */
const MOST_DICTIONARY = 1 << 27;

const PIECE_BYTES = 1 << 20;
const INPUT_BYTES = 1 << 16;
const UNKNOWN_SIZE = 0xffffffffffffffffn;

/** The chunks up to their end mark. Throws Damage. */
export async function* readLzma2(reader: ByteReader, dictionary: number): AsyncGenerator<Uint8Array> {
  const history = new History(checkDictionary(dictionary));
  const decoder = new LzmaDecoder(history);
  let fresh = true;
  for (;;) {
    const [control] = await takeAll(reader, 1);
    if (control === undefined || control === 0) return;
    if (control === 1 || control >= 0xe0) history.reset();
    else if (fresh || (control > 2 && control < 0x80)) throw new Damage("malformed", "the LZMA2 data has an impossible chunk");
    fresh = false;
    history.reserve(2 << 20);
    const start = history.at;
    if (control < 0x80) {
      const size = 1 + (await takeAll(reader, 2)).readUInt16BE(0);
      history.bytes.set(await takeAll(reader, size), start);
      history.at += size;
    } else await readChunk(reader, { control, decoder, history });
    yield history.since(start);
  }
}

type Chunk = { readonly control: number; readonly decoder: LzmaDecoder; readonly history: History };

async function readChunk(reader: ByteReader, { control, decoder, history }: Chunk): Promise<void> {
  const sizes = await takeAll(reader, 4);
  const end = history.at + ((control & 0x1f) << 16) + sizes.readUInt16BE(0) + 1;
  const properties = control >= 0xc0 ? (await takeAll(reader, 1))[0] : undefined;
  if (properties !== undefined) decoder.configure(properties);
  else if (control >= 0xa0) decoder.reset();
  if (decoder.coder.bits.length === 0) throw new Damage("malformed", "the LZMA2 data begins without properties");
  const input = await takeAll(reader, sizes.readUInt16BE(2) + 1);
  decoder.coder.start(input, 0);
  decoder.run(end, input.length);
  const isWhole = history.at === end && decoder.coder.at === input.length && decoder.coder.finished && !decoder.ended;
  if (!isWhole) throw new Damage("malformed", "a chunk of the LZMA2 data doesn't come to its size");
}

/** A whole .lzma stream: properties, dictionary, size, data. Throws Damage. */
export async function* readLzmaAlone(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const header = await takeAll(reader, 13);
  const size = header.readBigUInt64LE(5);
  yield* readLzma(reader, { properties: header.subarray(0, 5), size: size === UNKNOWN_SIZE ? undefined : Number(size) });
}

/** Lzip's dictionary, its fixed properties, its check of the content; lzip's manual, "File format". Throws Damage. */
export async function* readLzip(reader: ByteReader): AsyncGenerator<Uint8Array> {
  const header = await takeAll(reader, 6);
  const coded = header[5] ?? 0;
  const size = 2 ** (coded & 31) - 2 ** ((coded & 31) - 4) * (coded >> 5);
  if (header[4] !== 1 || size < 1 << 12) throw new Damage("malformed", "the lzip data has a damaged header");
  const properties = Buffer.from([93, 0, 0, 0, 0]);
  properties.writeUInt32LE(checkDictionary(size), 1);
  let crc = 0;
  for await (const chunk of readLzma(reader, { properties, size: undefined })) {
    crc = crc32(chunk, crc);
    yield chunk;
  }
  const trailer = await takeAll(reader, 20);
  if (trailer.readUInt32LE(0) !== crc) throw new Damage("malformed", "the lzip data differs from its checksum");
}

type LzmaOptions = {
  /** The properties byte and the dictionary's size. */
  readonly properties: Buffer;
  /** Decoded bytes; an end mark closes data whose size is not known. */
  readonly size: number | undefined;
};

/** Throws Damage. */
async function* readLzma(reader: ByteReader, { properties, size }: LzmaOptions): AsyncGenerator<Uint8Array> {
  const history = new History(Math.max(1 << 12, checkDictionary(properties.readUInt32LE(1))));
  const decoder = new LzmaDecoder(history);
  decoder.configure(properties[0] ?? 0xff);
  let isFirst = true;
  let left = size ?? Infinity;
  while (left > 0 && !decoder.ended) {
    const input = await reader.peek(INPUT_BYTES);
    const isLast = input.length < INPUT_BYTES;
    if (isFirst) decoder.coder.start(input, 0);
    else decoder.coder.feed(input, 0);
    isFirst = false;
    history.reserve(PIECE_BYTES + MOST_MATCH);
    const start = history.at;
    const end = start + Math.min(left, PIECE_BYTES);
    decoder.run(end, isLast ? input.length : input.length - MOST_SYMBOL_INPUT);
    if (decoder.coder.at > input.length) throw new Damage("truncated", "the LZMA data ends early");
    await reader.take(decoder.coder.at);
    left -= history.at - start;
    if (left < 0) throw new Damage("malformed", "the LZMA data comes to more than its size");
    yield history.since(start);
  }
  if (size !== undefined && !decoder.ended && !decoder.coder.finished) await takeEndMark(reader, decoder, history);
  if (!decoder.coder.finished) throw new Damage("malformed", "the LZMA data doesn't end as it must");
}

/** Data of a known size may have an end mark all the same. */
async function takeEndMark(reader: ByteReader, decoder: LzmaDecoder, history: History): Promise<void> {
  const input = await reader.peek(MOST_SYMBOL_INPUT);
  decoder.coder.feed(input, 0);
  history.reserve(MOST_MATCH);
  decoder.run(history.at + 1, input.length);
  if (!decoder.ended) throw new Damage("malformed", "the LZMA data comes to more than its size");
  await reader.take(Math.min(decoder.coder.at, input.length));
}

function checkDictionary(bytes: number): number {
  if (bytes > MOST_DICTIONARY) throw new Damage("size-limit", `the LZMA data needs a dictionary of ${bytes} bytes, more than ${MOST_DICTIONARY}`);
  return bytes;
}

/** Exactly `count` bytes. Throws Damage where the data ends before. */
export async function takeAll(reader: ByteReader, count: number): Promise<Buffer> {
  const bytes = reader.takeNow(count) ?? await reader.take(count);
  if (bytes.length < count) throw new Damage("truncated", "the compressed data ends early");
  return bytes;
}
