// Reads the value behind an operator: quoted or plain, and only where it may be worth a look.

/** Offsets of a value without its quotes. */
export type Value = { readonly start: number; readonly end: number; readonly quoted: boolean };
/** The value that begins behind the offset, blanks left out. */
export type ValueReader = (after: number) => Value | undefined;

const LEAST = 6;
const MOST = 512;

/** A reader for one text, which remembers how far it has looked. Outside of `trusted` places values without a digit are words. */
export function createValueReader(text: string, trusted: boolean): ValueReader {
  const plain = createPlainReader(text);
  return (after) => {
    let start = after;
    while (start - after < 4 && (text.charCodeAt(start) === 0x20 || text.charCodeAt(start) === 0x09)) start++;
    const kind = kinds[text.charCodeAt(start)] ?? 0;
    const value = (kind === QUOTE ? readQuoted(text, start) : kind === PREFIX ? readPrefixed(text, start) : undefined) ?? plain(start);
    return value && value.end - value.start >= LEAST && (trusted || hasDigit(text, value)) ? value : undefined;
  };
}

/** What a quoted value begins with, and what may stand before its quote. */
const QUOTE = 1;
const PREFIX = 2;
const kinds = new Uint8Array(256);
for (const character of "\"'`") kinds[character.charCodeAt(0)] = QUOTE;
for (const character of "rbfuRBFU@$\\") kinds[character.charCodeAt(0)] = PREFIX;

/** A quote that is never closed holds no value, and neither does what follows it. */
const NOTHING: Value = { start: 0, end: 0, quoted: true };

function readQuoted(text: string, open: number): Value | undefined {
  const quote = text.charCodeAt(open);
  if (kinds[quote] !== QUOTE) return undefined;
  for (let end = open + 1; end < open + MOST && end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x0a || code === 0) return NOTHING;
    if (code === quote) return { start: open + 1, end: skipEscapes(text, end), quoted: true };
  }
  return NOTHING;
}

/** Where the backslashes of a closing quote begin: JSON in JSON in JSON has three of them. */
function skipEscapes(text: string, quote: number): number {
  let end = quote;
  while (quote - end < 7 && text.charCodeAt(end - 1) === 0x5c) end--;
  return end;
}

/** `r"…"`, `b'…'`, `@"…"`, and quotes that are escaped themselves. */
function readPrefixed(text: string, at: number): Value | undefined {
  if (text.startsWith("\\\\\\", at)) return readQuoted(text, at + (text.startsWith("\\\\\\\\\\\\\\", at) ? 7 : 3));
  return readQuoted(text, at + 1);
}

/** Up to a blank, a quote or what else ends a value; a call or an index is code and no value. */
function createPlainReader(text: string): (start: number) => Value | undefined {
  let known = { start: 0, end: 0 };
  return (start) => {
    if (start < known.start || start >= known.end) {
      let end = start;
      while (end < text.length && (plainCharacters[text.charCodeAt(end)] === 1 || isInnerAmpersand(text, end))) end++;
      known = { start, end };
    }
    let { end } = known;
    const stop = text.charAt(end);
    while (end > start && (text.charCodeAt(end - 1) === 0x2e || text.charCodeAt(end - 1) === 0x3a)) end--;
    return end - start > MOST || stop === "(" || stop === "[" ? undefined : { start, end, quoted: false };
  };
}

/** An ampersand belongs to a value unless it joins parameters or commands, or begins an entity. */
function isInnerAmpersand(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x26 && /^&[^\s&"'`()\\<>,;|{}[\]=][^\s&"'`()\\<>,;|{}[\]=]{0,40}(?:[&\s]|$)/.test(text.slice(at, at + 44));
}

/** Visible ASCII but quotes, brackets and separators. */
const plainCharacters = new Uint8Array(256).fill(1, 0x21, 0x7f);
for (const character of "\"&'(),;<>[\\]`{|}") plainCharacters[character.charCodeAt(0)] = 0;

function hasDigit(text: string, { start, end }: Value): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) return true;
  return false;
}
