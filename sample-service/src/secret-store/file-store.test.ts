import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openFileStore } from "./file-store.ts";

let folder: string;
let path: string;
const value = randomBytes(16).toString("hex");
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "file-store-"));
  path = join(folder, "processors.json");
});
afterEach(() => rm(folder, { recursive: true }));

async function write(content: string, mode = 0o600): Promise<void> {
  await writeFile(path, content);
  await chmod(path, mode);
}

describe("openFileStore", () => {
  it("gives value and version, and sees a file that changes", async () => {
    const store = openFileStore(path);
    await expect(store.get("bancosur")).rejects.toThrow("store-missing");
    await write(JSON.stringify({ bancosur: { value, version: 1 } }));
    expect(await store.get("bancosur")).toEqual({ id: "v1", value, version: 1 });
    await write(JSON.stringify({ bancosur: { value, version: 2 } }));
    expect((await store.get("bancosur")).version).toBe(2);
  });

  it.each([0o604, 0o602, 0o620, 0o666])("refuses a file with mode %o", async (mode) => {
    await write(JSON.stringify({ bancosur: { value, version: 1 } }), mode);
    await expect(openFileStore(path).get("bancosur")).rejects.toThrow("store-open-to-others");
  });

  it.each([
    ["store-malformed", `{"bancosur": ${value}`],
    ["store-malformed", "null"],
    ["secret-missing", "{}"],
    ["secret-malformed", JSON.stringify({ bancosur: value })],
    ["secret-malformed", JSON.stringify({ bancosur: { value, version: "1" } })],
    ["secret-malformed", JSON.stringify({ bancosur: { value: "", version: 1 } })],
  ])("says %s for bad content, and none of it", async (reason, content) => {
    await write(content);
    const error = await openFileStore(path).get("bancosur").catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "SecretUnavailable", message: reason, reason });
    expect(String(error)).not.toContain(value);
  });

  it("takes no name from the prototype", async () => {
    await write("{}");
    await expect(openFileStore(path).get("constructor")).rejects.toThrow("secret-missing");
  });

  it("says so when the path can't be read as a file", async () => {
    await expect(openFileStore(folder).get("bancosur")).rejects.toThrow(/store-(unreadable|open-to-others)/);
  });
});
