import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Fields } from "../fields.ts";
import { testStore } from "../../../test/fixtures/store-contract.ts";
import { openFileBackend } from "./file-backend.ts";

let folder: string;
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), "secret-store-")); });
afterAll(() => rm(folder, { recursive: true }));

const open = (file = "store.json") => openFileBackend(join(folder, file), () => new Date());

testStore(() => open());

describe("the file store", () => {
  it("is its owner's alone and leaves nothing beside it", async () => {
    await open("own.json").put("a", new Fields({ value: "x" }), 0);
    expect((await stat(join(folder, "own.json"))).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.startsWith("own"))).toEqual(["own.json"]);
  });

  it("refuses a file that others may read, and one that is no store; says none of it", async () => {
    const value = randomBytes(12).toString("hex");
    await writeFile(join(folder, "open.json"), JSON.stringify({ a: { value, version: 1 } }));
    await chmod(join(folder, "open.json"), 0o644);
    await expect(open("open.json").get("a")).rejects.toMatchObject({ reason: "denied" });
    for (const text of [`{"a": {"value": "${value}"`, "[]", JSON.stringify({ a: { value } }), JSON.stringify({ a: { value: { deep: value }, version: 1 } })]) {
      await writeFile(join(folder, "bad.json"), text, { mode: 0o600 });
      const error = await open("bad.json").get("a").catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ reason: "malformed" });
      expect(String(error)).not.toContain(value);
    }
  });

  it("reads what someone wrote by hand for the sample gateway", async () => {
    await writeFile(join(folder, "hand.json"), JSON.stringify({ bancosur: { value: "v", version: 3 } }), { mode: 0o600 });
    expect(await open("hand.json").get("bancosur")).toMatchObject({ version: 3 });
    expect(await open("hand.json").put("bancosur", new Fields({ id: "k", value: "w" }), 3)).toBe(4);
    expect((await open("hand.json").versions("bancosur")).map(({ version }) => version)).toEqual([3, 4]);
  });

  it("takes no name from the prototype and keeps fields apart from its own keys", async () => {
    await expect(open("own.json").get("constructor")).rejects.toMatchObject({ reason: "missing" });
    await expect(open("own.json").put("b", new Fields({ version: "9" }), 0)).rejects.toMatchObject({ reason: "malformed" });
  });
});
