// Paths inside archives, seen from the archive's root.

/** The path without leading slash, empty and "." segments, ".." undone; `escapes` where ".." leads out of the root. */
export function toNormalPath(raw: string): { path: string; escapes: boolean } {
  const isNormal = raw !== "" && !/^[/.]|\/$|\/\/|\/\./.test(raw);
  if (isNormal) return { path: raw, escapes: false };
  const segments: string[] = [];
  let escapes = false;
  for (const segment of raw.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) escapes = true;
  }
  return { path: segments.join("/"), escapes };
}
