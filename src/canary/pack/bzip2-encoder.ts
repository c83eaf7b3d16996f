// Writes bzip2 data: one block, sorted the simple way, with codes of one length (bzip2 1.0.8's format).

const POLYNOMIAL = 0x04c11db7;

/** For texts of a few kilobytes. */
export function encodeBzip2(text: Uint8Array): Buffer {
  const crc = checksum(text);
  const bytes = shortenRuns(text);
  const used = [...new Set(bytes)].sort((a, b) => a - b);
  const { ends, origin } = sort(bytes);
  const symbols = toSymbols(ends, used);
  const width = Math.ceil(Math.log2(used.length + 2));
  const selectors = Math.ceil(symbols.length / 50);
  const bits = new BitWriter();
  for (const byte of Buffer.from("BZh9314159265359", "latin1").subarray(0, 4)) bits.put(byte, 8);
  for (const byte of Buffer.from("314159265359", "hex")) bits.put(byte, 8);
  bits.put(crc >>> 16, 16);
  bits.put(crc & 0xffff, 16);
  bits.put(origin, 25);
  putUsed(bits, used);
  bits.put(2, 3);
  bits.put(selectors, 15);
  for (let index = 0; index < selectors; index++) bits.put(0, 1);
  for (let table = 0; table < 2; table++) {
    bits.put(width, 5);
    for (let symbol = 0; symbol < used.length + 2; symbol++) bits.put(0, 1);
  }
  for (const symbol of symbols) bits.put(symbol, width);
  for (const byte of Buffer.from("177245385090", "hex")) bits.put(byte, 8);
  bits.put(crc >>> 16, 16);
  bits.put(crc & 0xffff, 16);
  return bits.end();
}

class BitWriter {
  #bits = "";

  put(value: number, count: number): void {
    this.#bits += value.toString(2).padStart(count, "0");
  }

  end(): Buffer {
    const padded = this.#bits.padEnd(Math.ceil(this.#bits.length / 8) * 8, "0");
    return Buffer.from((padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  }
}

/** Four equal bytes are followed by how often the byte comes again. */
function shortenRuns(text: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length;) {
    let end = at;
    while (end < text.length && text[end] === text[at] && end - at < 259) end++;
    for (let place = at; place < Math.min(end, at + 4); place++) bytes.push(text[place] ?? 0);
    if (end - at >= 4) bytes.push(end - at - 4);
    at = end;
  }
  return Uint8Array.from(bytes);
}

/** The last column of the sorted rotations, and where the text itself stands among them. */
function sort(bytes: Uint8Array): { ends: number[]; origin: number } {
  const twice = Buffer.concat([bytes, bytes]);
  const starts = [...bytes.keys()].sort((a, b) => Buffer.compare(twice.subarray(a, a + bytes.length), twice.subarray(b, b + bytes.length)));
  return { ends: starts.map((start) => twice[start + bytes.length - 1] ?? 0), origin: starts.indexOf(0) };
}

/** Move to front, with runs of the front byte written as numbers in base two. */
function toSymbols(ends: readonly number[], used: readonly number[]): number[] {
  const front = [...used];
  const symbols: number[] = [];
  let run = 0;
  const flush = (): void => {
    for (let left = run; left > 0; left = (left - 1) >> 1) symbols.push(left % 2 === 1 ? 0 : 1);
    run = 0;
  };
  for (const byte of ends) {
    const place = front.indexOf(byte);
    if (place === 0) {
      run++;
      continue;
    }
    flush();
    symbols.push(place + 1);
    front.splice(place, 1);
    front.unshift(byte);
  }
  flush();
  return [...symbols, used.length + 1];
}

function putUsed(bits: BitWriter, used: readonly number[]): void {
  const rows = [...Array(16).keys()].map((row) => [...Array(16).keys()].map((cell) => (used.includes(row * 16 + cell) ? 1 : 0)));
  for (const row of rows) bits.put(row.includes(1) ? 1 : 0, 1);
  for (const row of rows.filter((cells) => cells.includes(1))) for (const cell of row) bits.put(cell, 1);
}

function checksum(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
  }
  return ~crc >>> 0;
}
