// Generated files are what their sources give; a drifting file is found and named.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDrift, generateAll } from "../tools/generate.ts";
import { fillMarkers } from "../tools/generate/markers.ts";
import { toPortable } from "../tools/generate/workflow-files.ts";

describe("generated files", () => {
  it("are up to date; repair: npm run generate", async () => {
    const files = await generateAll();
    expect(files.length).toBeGreaterThan(15);
    expect(findDrift(files).map((file) => file.path)).toEqual([]);
    // three WebAssembly modules are compiled for it
  }, 60_000);

  it("are found when they drift or are missing", () => {
    const folder = mkdtempSync(join(tmpdir(), "drift-"));
    try {
      const path = join(folder, "a.txt");
      writeFileSync(path, "edited by hand\n");
      expect(findDrift([{ path, content: "generated\n" }, { path: join(folder, "missing"), content: "" }])).toHaveLength(2);
      expect(findDrift([{ path, content: readFileSync(path, "utf8") }])).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("refuses a missing, doubled or turned marker", () => {
    expect(() => fillMarkers("no marker", "inputs", "x")).toThrow("0 times");
    expect(() => fillMarkers("<!-- a:start --><!-- a:start --><!-- a:end -->", "a", "x")).toThrow("2 times");
    expect(() => fillMarkers("<!-- a:end --><!-- a:start -->", "a", "x")).toThrow("before");
  });

  it("writes the portable form for runners that do not know $/", () => {
    expect(toPortable("      - uses: $/actions/x # why", "me/fork@v2")).toBe("      - uses: me/fork/actions/x@v2 # why");
    expect(() => toPortable("", "nonsense")).toThrow("OWNER/REPO@REF");
  });
});
