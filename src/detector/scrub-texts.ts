// Facts for pictures come from the artefact: every text in them is looked at before it goes into a report.

/** `value` with each text in it, keys included, replaced by `scrub` of it. */
export function scrubTexts<T>(value: T, scrub: (text: string) => string): T {
  return scrubValue(value, scrub) as T;
}

function scrubValue(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === "string") return scrub(value);
  if (Array.isArray(value)) return value.map((item) => scrubValue(item, scrub));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [scrub(key), scrubValue(item, scrub)]));
}
