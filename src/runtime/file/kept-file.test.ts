import { chmod, mkdtemp, readFile, readdir, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { keepFile } from "./kept-file.ts";

const place = async () => join(await mkdtemp(join(tmpdir(), "kept-")), ".pci-pipeline", "key.pem");

describe("keepFile", () => {
  it("makes the file once, private and ignored by git", async () => {
    const path = await place();
    expect(await keepFile(path, () => "first")).toBe("first");
    expect(await keepFile(path, () => "second")).toBe("first");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readFile(join(path, "..", ".gitignore"), "utf8")).toBe("*\n");
  });

  it("gives everybody the same content when many start at once, and leaves nothing else behind", async () => {
    const path = await place();
    const got = await Promise.all(Array.from({ length: 20 }, (_, n) => keepFile(path, () => `made by ${n}`)));
    expect(new Set(got).size).toBe(1);
    expect((await readdir(join(path, ".."))).sort()).toEqual([".gitignore", "key.pem"]);
  });

  it("refuses a file that others can read", async () => {
    const path = await place();
    await keepFile(path, () => "x");
    await chmod(path, 0o644);
    await expect(keepFile(path, () => "x")).rejects.toThrow(/can be read by others; chmod 600/);
  });

  it("says so where it cannot be kept", async () => {
    const folder = await mkdtemp(join(tmpdir(), "kept-"));
    await writeFile(join(folder, ".pci-pipeline"), "a file");
    await expect(keepFile(join(folder, ".pci-pipeline", "key.pem"), () => "x")).rejects.toThrow(/cannot keep .* make its folder writable/);
  });
});
