// Names and expressions from the artefact go into reports: each text passes the detectors of credentials first.

/** A copy in which every text below `value` has passed `scrub`; keys are the product's own. */
export function scrubTexts<T>(value: T, scrub: (text: string) => string): T {
  const known = new Map<string, string>();
  const clean = (text: string): string => {
    const scrubbed = known.get(text) ?? scrub(text);
    known.set(text, scrubbed);
    return scrubbed;
  };
  const visit = (item: unknown): unknown => {
    if (typeof item === "string") return clean(item);
    if (Array.isArray(item)) return item.map(visit);
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, held]) => [key, visit(held)]));
  };
  return visit(value) as T;
}
