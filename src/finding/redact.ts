// The only maker of text that may stand for a matched value.
declare const redacted: unique symbol;
/** Text that holds no character of a matched value beyond a public prefix. */
export type Preview = string & { readonly [redacted]: true };

/** `prefix` is the part that the vendor publishes, such as "ghp_"; the value itself is never a parameter. */
export function previewCredential(prefix: string): Preview {
  return `${prefix}…` as Preview;
}

/** BIN and last four digits, which PCI DSS 3.4.1 allows to show; shorter numbers show nothing. */
export function previewCardNumber(digits: string): Preview {
  if (digits.length < 13) return "…" as Preview;
  return `${digits.slice(0, 6)}…${digits.slice(-4)}` as Preview;
}

/** For sensitive authentication data (track, CVV) and known values nothing at all is shown. */
export function previewNothing(what: string): Preview {
  return `[${what}]` as Preview;
}

export type RedactedSpan = { readonly start: number; readonly end: number; readonly preview: Preview };

/** Puts each preview in the place of its span (character offsets); overlapping spans are merged under the first one's preview. */
export function redactSpans(text: string, spans: readonly RedactedSpan[]): string {
  let out = "";
  let at = 0;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.end <= at) continue;
    if (span.start >= at) out += text.slice(at, span.start) + span.preview;
    at = span.end;
  }
  return out + text.slice(at);
}
