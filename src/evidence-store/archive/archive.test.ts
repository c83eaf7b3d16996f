// An archive is a function of its files, and every byte of it counts.
import * as fc from "fast-check";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { makeEvidence, type MadeEvidence } from "../../../test/evidence/folder.ts";
import { pinPublicKey, type Trust } from "../../attestation/index.ts";
import { InputError } from "../../finding/index.ts";
import { writeTar } from "../../layout/index.ts";
import { collectFiles } from "./collect.ts";
import { judgeArchive } from "./judge.ts";
import { hash, MANIFEST, toManifest, type ArchiveFile } from "./manifest.ts";
import { openArchive, packArchive } from "./pack.ts";

let made: MadeEvidence;
let files: ArchiveFile[];
let archive: Uint8Array;
let trust: Trust;

beforeAll(async () => {
  made = await makeEvidence();
  files = [...made.files].filter(([path]) => path !== "report.html").map(([path, content]) => ({ path: path.endsWith(".json") && path !== made.bundle ? `reports/${path}` : path, bytes: Buffer.from(content) }));
  // The manifest of an image that hashes to the subject cannot be made up: it is left out, and said to be.
  archive = await packArchive(files, [{ path: `image/blobs/sha256/${made.sha256}`, sha256: made.sha256, size: 500, reason: "examined" }]);
  trust = { keys: [pinPublicKey(made.text("evidence.pub"))] };
});

async function judge(bytes: Uint8Array, by: Trust | undefined = trust): Promise<string> {
  try {
    const opened = await openArchive(bytes);
    return "broken" in opened ? `broken: ${opened.broken}` : judgeArchive(opened, by).verdict;
  } catch (error) {
    if (error instanceof InputError) return `refused: ${error.message}`;
    throw error;
  }
}

const repack = (edit: (all: ArchiveFile[]) => ArchiveFile[]) => packArchive(edit(files.map((file) => ({ ...file }))), []);
const raw = async (all: readonly ArchiveFile[]) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeTar(all.map(({ path, bytes }) => ({ type: "file", path, content: bytes })))) chunks.push(chunk);
  return Buffer.concat(chunks);
};

describe("an evidence archive", () => {
  it("has the same bytes whatever the order of its files", async () => {
    expect(Buffer.from(await packArchive(files.toReversed(), [{ path: `image/blobs/sha256/${made.sha256}`, sha256: made.sha256, size: 500, reason: "examined" }])).equals(archive)).toBe(true);
  });

  it("gives back its files, and what was left out", async () => {
    const opened = await openArchive(archive);
    expect("files" in opened && opened.files.map(({ path, bytes }) => [path, hash(bytes)]).sort()).toEqual(files.map(({ path, bytes }) => [path, hash(bytes)]).sort());
    expect("manifest" in opened && opened.manifest.leftOut).toHaveLength(1);
  });

  it("is inconclusive where the image's manifest was left out, and says so", async () => {
    const opened = await openArchive(archive);
    const { verdict, lines } = judgeArchive(opened as never, trust);
    expect(verdict).toBe("inconclusive");
    expect(lines.filter(({ state }) => state !== "holds").map(({ text }) => text)).toEqual([expect.stringMatching(/the image's manifest is image\/blobs\/.*which was left out/)]);
  });

  it("shows less with its own key than with the owner's", async () => {
    const opened = await openArchive(archive);
    expect(judgeArchive(opened as never, undefined).lines[0]?.text).toMatch(/not who signed; give --key/);
    expect(judgeArchive(opened as never, { keys: [pinPublicKey(made.stranger)] }).verdict).toBe("fail");
  });

  it("honours a key that was revoked or had ended", async () => {
    const opened = await openArchive(archive);
    const keys = trust.keys.map((key) => ({ ...key, validUntil: "2020-01-01T00:00:00Z" }));
    expect(judgeArchive(opened as never, { keys }).lines.some(({ text }) => text.includes("after the key had ended"))).toBe(true);
  });

  it("is refused with any of its bytes changed", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
      const bent = Buffer.from(archive);
      bent.writeUInt8(bent.readUInt8(at) ^ mask, at);
      return /^(broken|refused)/.test(await judge(bent));
    }), { numRuns: 300 });
    // Each byte of the manifest in turn: part of it speaks of files that are not here.
    const start = Buffer.from(archive).indexOf('{"digest"');
    for (let at = start; at < start + 1200; at += 7) {
      const bent = Buffer.from(archive);
      bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
      expect(await judge(bent)).toMatch(/^(broken|refused)/);
    }
  });

  it("is refused cut short or with bytes behind it", async () => {
    await fc.assert(fc.asyncProperty(fc.nat(archive.length - 1), async (length) => /^(broken|refused)/.test(await judge(archive.subarray(0, length)))), { numRuns: 60 });
    for (const more of [Buffer.alloc(512), Buffer.alloc(10_240), Buffer.from("x"), archive]) expect(await judge(Buffer.concat([archive, more]))).toMatch(/^(broken|refused)/);
  });

  it.each([
    ["a report changed", (all: ArchiveFile[]) => all.map((file) => (file.path.startsWith("reports/log") ? { ...file, bytes: Buffer.concat([file.bytes, Buffer.from(" ")]) } : file))],
    ["a report taken out", (all: ArchiveFile[]) => all.filter(({ path }) => !path.startsWith("reports/log"))],
    ["the bundle taken out", (all: ArchiveFile[]) => all.filter(({ path }) => path !== made.bundle)],
    ["the bundle changed", (all: ArchiveFile[]) => all.map((file) => (file.path === made.bundle ? { ...file, bytes: Buffer.from(Buffer.from(file.bytes).toString().replace('"sig":"M', '"sig":"N')) } : file))],
    ["another bundle beside it", (all: ArchiveFile[]) => [...all, { path: "extra.sigstore.json", bytes: Buffer.from(made.text(made.bundle).replace('"sig":"M', '"sig":"N')) }]],
  ])("fails with %s and the manifest made anew", async (_, edit) => {
    const verdict = await judge(await repack(edit));
    expect(verdict).toBe("fail");
  });

  it.each([
    ["a file that the manifest does not name", () => raw([...files, { path: "extra.txt", bytes: Buffer.from("x") }, { path: MANIFEST, bytes: toManifest(files, []) }]), /does not name/],
    ["a missing file", () => raw([...files.slice(1), { path: MANIFEST, bytes: toManifest(files, []) }]), /is missing/],
    ["a manifest with white space", () => raw([...files, { path: MANIFEST, bytes: Buffer.from(JSON.stringify(JSON.parse(Buffer.from(toManifest(files, [])).toString()), null, 1)) }]), /own bytes/],
    ["a manifest of another form", () => raw([...files, { path: MANIFEST, bytes: Buffer.from("{}") }]), /not one of an evidence archive/],
    ["no manifest", () => raw(files), /has no manifest\.json/],
    ["no tar", async () => Buffer.from("hello"), /^refused/],
    ["nothing", async () => Buffer.alloc(0), /^refused/],
    ["two files of one name", async () => {
      const twice = await raw([...files, { path: MANIFEST, bytes: toManifest(files, []) }]);
      return Buffer.concat([twice.subarray(0, -1024), await raw([{ path: "evidence.pub", bytes: Buffer.from("x") }])]);
    }, /^(broken|refused)/],
  ])("is refused with %s", async (_, make, says) => expect(await judge(await make())).toMatch(says));
});

describe("collectFiles", () => {
  async function folder(more: Record<string, string> = {}): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), "collect-"));
    for (const [name, content] of [...made.files, ...Object.entries(more)]) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), content);
    }
    return path;
  }

  it("leaves out what was examined, but for the manifest that is signed for, and lists it", async () => {
    const place = await folder({ "logs/1_build.txt": "leaked", [`image/blobs/sha256/${made.sha256}`]: "{}", "image/blobs/sha256/aa": "layer", "image/index.json": "{}" });
    const { files: taken, leftOut } = await collectFiles(place, { material: false });
    expect(leftOut.map(({ path }) => path)).toEqual(["image/blobs/sha256/aa", "logs/1_build.txt"]);
    expect(taken.map(({ path }) => path)).toContain(`image/blobs/sha256/${made.sha256}`);
    expect((await collectFiles(place, { material: true })).leftOut).toEqual([]);
    await rm(place, { recursive: true });
  });

  it.each([
    ["a private key", async () => folder({ "key.pem": ["-----BEGIN ", "PRIVATE KEY-----\n"].join("") }), /key\.pem holds a private key/],
    ["a link", async () => { const place = await folder(); await symlink("/etc/passwd", join(place, "link")); return place; }, /link is a link/],
    ["no bundle", async () => mkdtemp(join(tmpdir(), "collect-")), /holds no \*\.sigstore\.json/],
    ["no folder", async () => "/nowhere/at/all", /does not exist/],
  ])("refuses %s", async (_, make, says) => expect(collectFiles(await make(), { material: false })).rejects.toThrow(says));
});
