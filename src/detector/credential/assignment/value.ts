// Reads the value behind an operator: quoted or plain, and only where it may be worth a look.

/** Offsets of a value without its quotes. */
export type Value = { readonly start: number; readonly end: number; readonly quoted: boolean };
/** The value that begins behind the offset, blanks left out. */
export type ValueReader = (after: number) => Value | undefined;

const LEAST = 6;
const MOST = 512;

/** A reader for one text, which remembers how far it has looked. Outside of `trusted` places values without a digit are words. */
export function createValueReader(bytes: Buffer, trusted: boolean): ValueReader {
  const plain = createPlainReader(bytes);
  return (after) => {
    let start = after;
    while (start - after < 4 && (bytes[start] === 0x20 || bytes[start] === 0x09)) start++;
    const kind = kinds[bytes[start]!];
    const value = (kind === QUOTE ? readQuoted(bytes, start) : kind === PREFIX ? readPrefixed(bytes, start) : undefined) ?? plain(start);
    return value && value.end - value.start >= LEAST && (trusted || hasDigit(bytes, value)) ? value : undefined;
  };
}

/** What a quoted value begins with, and what may stand before its quote. */
const QUOTE = 1;
const PREFIX = 2;
const kinds = new Uint8Array(256);
for (const character of "\"'`") kinds[character.charCodeAt(0)] = QUOTE;
for (const character of "rbfuRBFU@$\\") kinds[character.charCodeAt(0)] = PREFIX;
const BACKSLASH = 0x5c;

/** A quote that is never closed holds no value, and neither does what follows it. */
const NOTHING: Value = { start: 0, end: 0, quoted: true };

function readQuoted(bytes: Buffer, open: number): Value | undefined {
  const quote = bytes[open]!;
  if (kinds[quote] !== QUOTE) return undefined;
  for (let end = open + 1; end < open + MOST && end < bytes.length; end++) {
    const byte = bytes[end];
    if (byte === 0x0a || byte === 0) return NOTHING;
    if (byte === quote) return { start: open + 1, end: skipEscapes(bytes, end), quoted: true };
  }
  return NOTHING;
}

/** Where the backslashes of a closing quote begin: JSON in JSON in JSON has three of them. */
function skipEscapes(bytes: Buffer, quote: number): number {
  let end = quote;
  while (quote - end < 7 && bytes[end - 1] === BACKSLASH) end--;
  return end;
}

/** `r"…"`, `b'…'`, `@"…"`, and quotes that are escaped themselves. */
function readPrefixed(bytes: Buffer, at: number): Value | undefined {
  let escapes = 0;
  while (escapes < 7 && bytes[at + escapes] === BACKSLASH) escapes++;
  return readQuoted(bytes, at + (escapes === 7 ? 7 : escapes >= 3 ? 3 : 1));
}

/** Up to a blank, a quote or what else ends a value; a call or an index is code and no value. */
function createPlainReader(bytes: Buffer): (start: number) => Value | undefined {
  let known = { start: 0, end: 0 };
  return (start) => {
    if (start < known.start || start >= known.end) {
      let end = start;
      while (end < bytes.length && (plainCharacters[bytes[end]!] === 1 || isInnerAmpersand(bytes, end))) end++;
      known = { start, end };
    }
    let { end } = known;
    const stop = bytes[end];
    while (end > start && (bytes[end - 1] === 0x2e || bytes[end - 1] === 0x3a)) end--;
    const isElided = known.end - end >= 3;
    return isElided || end - start > MOST || stop === 0x28 || stop === 0x5b ? undefined : { start, end, quoted: false };
  };
}

/** An ampersand belongs to a value unless it joins parameters or commands, or begins an entity. */
function isInnerAmpersand(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x26 && /^&[^\s&"'`()\\<>,;|{}[\]=][^\s&"'`()\\<>,;|{}[\]=]{0,40}(?:[&\s]|$)/.test(bytes.toString("latin1", at, at + 44));
}

/** Visible ASCII but quotes, brackets and separators. */
const plainCharacters = new Uint8Array(256).fill(1, 0x21, 0x7f);
for (const character of "\"&'(),;<>[\\]`{|}") plainCharacters[character.charCodeAt(0)] = 0;

function hasDigit(bytes: Buffer, { start, end }: Value): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) return true;
  return false;
}
