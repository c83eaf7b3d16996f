// Where the cache of layers lies, and whether there is one by default.
import { join } from "node:path";

type Environment = (name: string) => string | undefined;

/**
 * The folder for entries (XDG Base Directory Specification; on Windows the local application data). Undefined for `off`, for `auto` in
 * CI, where other jobs may write to what is shared between runs, and where there is no home.
 */
export function findCacheFolder(wish: "auto" | "on" | "off", environment: Environment): string | undefined {
  const home = environment("HOME");
  const base = environment("XDG_CACHE_HOME") || environment("LOCALAPPDATA") || (home && join(home, ".cache"));
  const isWanted = wish === "on" || (wish === "auto" && !environment("CI"));
  return isWanted && base ? join(base, "pci-pipeline", "layers") : undefined;
}
