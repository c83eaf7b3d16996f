// Texts of a parsed JSON document with their way in it; deep nesting costs no stack.

type JsonText = {
  /** Keys and positions from the root, joined by dots. */
  readonly path: string;
  /** Last key on the way; positions don't count. */
  readonly key: string;
  readonly text: string;
};

type Open = { readonly value: unknown; readonly path: string; readonly key: string };

/** Every string and number, arrays of strings as one text (a command line is read as a whole), and names of empty objects. */
export function* textsOf(root: unknown): Generator<JsonText> {
  const open: Open[] = [{ value: root, path: "", key: "" }];
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, path, key } = at;
    if (typeof value === "string" || typeof value === "number") yield { path, key, text: String(value) };
    if (typeof value !== "object" || value === null) continue;
    const isTexts = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
    if (isTexts) {
      yield { path, key, text: value.join(" ") };
      continue;
    }
    const children = Object.entries(value);
    if (children.length === 0 && key !== "" && !Array.isArray(value)) yield { path, key, text: key };
    const prefix = path === "" ? "" : `${path}.`;
    for (const [name, child] of children.reverse()) {
      open.push({ value: child, path: shorten(`${prefix}${name}`), key: Array.isArray(value) ? key : name });
    }
  }
}

/** Ways through documents that nest by the thousand would otherwise add up to gigabytes. */
function shorten(path: string): string {
  return path.length <= 1_000 ? path : `${path.slice(0, 499)}…${path.slice(-500)}`;
}
