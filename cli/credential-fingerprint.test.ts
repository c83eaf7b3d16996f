// Values come in on standard input, fingerprints go out, and no message shows a value.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createSampler } from "../src/detector/index.ts";
import { openKnown, readKey } from "../src/detector/known/index.ts";
import { openWorld } from "../src/runtime/index.ts";
import { main } from "./credential-fingerprint.ts";

const folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
afterAll(() => rmSync(folder, { recursive: true }));
const key = createSampler("cli").expand("{hex:64}");
const value = createSampler("cli").expand("{alnum:32}");
writeFileSync(join(folder, "key"), `${key}\n`);

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const run = (stdin: string, output?: string) => main({ "key-file": "key", output }, { ...openWorld(new AbortController().signal, () => undefined), cwd: folder, stdin: stream(stdin) });

describe("credential-fingerprint", () => {
  it("writes what opens with the same key, to standard output or a file", async () => {
    const { message } = await run(JSON.stringify({ NAME: value }));
    expect(openKnown(message ?? "", readKey(Buffer.from(key))).items[0]?.name).toBe("NAME");
    expect(await run(JSON.stringify({ NAME: value }), "known.json")).toMatchObject({ message: "known.json: fingerprints of 1 values" });
    expect(JSON.parse(readFileSync(join(folder, "known.json"), "utf8"))).toMatchObject({ values: 1 });
  });

  it.each([
    [value, "is not JSON"], [`["${value}"]`, "is no JSON object"], ["{}", "holds no values"], [`{"A":{"B":"${value}"}}`, "value 1"], [`{"A":"${value}","A":"${value}x"}`, "names a value twice"],
    [`{"${"n".repeat(300)}":"${value}"}`, "value 1"], ['{"SHORT":"abc"}', "SHORT: fewer than 64 bits"],
  ])("refuses %#, and shows nothing of it", async (stdin, message) => {
    const failure = await run(stdin).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: "InputError", message: expect.stringContaining(message) });
    expect((failure as Error).message).not.toContain(value.slice(0, 6));
  });
});
