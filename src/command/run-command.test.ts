// Real child processes: what ends, what is absent, what hangs and what is stopped are told apart.
import { describe, expect, it } from "vitest";
import { runCommand, type CommandOptions } from "./run-command.ts";

const { signal } = new AbortController();
const node = (script: string, options: CommandOptions = {}) => runCommand(process.execPath, ["-e", script], { timeoutMs: 60_000, signal, ...options });

describe("runCommand", () => {
  it("gives both streams and the code, and each line as it comes", async () => {
    const lines: string[] = [];
    const errors: string[] = [];
    const result = await node("console.log('one'); console.log('two'); console.error('three'); process.exitCode = 4", { log: (line) => void lines.push(line), logErrors: (line) => void errors.push(line) });
    expect(result).toEqual({ kind: "ended", code: 4, stdout: "one\ntwo\n", stderr: "three\n" });
    expect([lines, errors]).toEqual([["one", "two"], ["three"]]);
  });

  it("feeds standard input whole", async () => {
    async function* input() {
      for (let n = 0; n < 50; n++) yield Buffer.alloc(100_000, 120);
    }
    const result = await node("let size = 0; process.stdin.on('data', (chunk) => { size += chunk.length; }).on('end', () => console.log(size))", { input: input() });
    expect(result).toMatchObject({ code: 0, stdout: "5000000\n" });
  });

  it("is not harmed by a tool that does not read its input", async () => {
    expect(await node("process.exit(3)", { input: (async function* () { yield Buffer.alloc(10_000_000); })() })).toMatchObject({ kind: "ended", code: 3 });
  });

  it("hands arguments on as they are, past no shell", async () => {
    const result = await runCommand(process.execPath, ["-p", "process.argv[1]", "--", "$(id) `id` ; *"], { timeoutMs: 60_000, signal });
    expect(result).toMatchObject({ stdout: "$(id) `id` ; *\n" });
  });

  it("gives a tool the folder and the environment that it is to have, and nothing else", async () => {
    const result = await node("console.log(process.cwd(), Object.keys(process.env).filter((name) => !name.startsWith('__')).join())", { cwd: "/", environment: { ONLY: "this" } });
    expect(result).toMatchObject({ stdout: "/ ONLY\n" });
  });

  it("says that a tool is absent", async () => {
    expect(await runCommand("no-such-tool-here", [], { timeoutMs: 60_000, signal })).toEqual({ kind: "absent" });
  });

  it("ends what hangs", async () => {
    expect(await node("setInterval(() => {}, 1000)", { timeoutMs: 300 })).toEqual({ kind: "timed-out" });
  });

  it("ends, rejecting, when the run is interrupted", async () => {
    const controller = new AbortController();
    const running = node("console.log('up'); setInterval(() => {}, 1000)", { signal: controller.signal, log: () => controller.abort() });
    await expect(running).rejects.toThrow(/abort/i);
    await expect(node("", { signal: controller.signal })).rejects.toThrow(/abort/i);
  });
});
