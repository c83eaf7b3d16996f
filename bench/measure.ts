// Runs a command and says what it took. Node doesn't know its children's resource usage; wait4(2) does, through Python, which pip needs anyway.
import { spawnSync } from "node:child_process";
import { mkdtempSync, openSync, closeSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Usage = { readonly wall: number; readonly cpu: number; /** Peak resident set, in MiB. */ readonly rss: number; readonly code: number };
export type Run = Usage & { readonly output: string };

const WAIT = `
import json, os, sys, time
start = time.monotonic()
pid = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, used = os.wait4(pid, 0)
with open(sys.argv[1], "w") as out:
    json.dump({"wall": time.monotonic() - start, "cpu": used.ru_utime + used.ru_stime, "rss": used.ru_maxrss / 1024, "code": os.waitstatus_to_exitcode(status)}, out)
`;

/** `output` is what the command wrote to standard output and standard error. */
export function measure(command: readonly string[], environment: Readonly<Record<string, string>> = {}): Run {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const log = openSync(join(folder, "log"), "w");
    spawnSync("python3", ["-c", WAIT, join(folder, "usage"), ...command], { stdio: ["ignore", log, log], env: { ...process.env, ...environment } });
    closeSync(log);
    const usage = JSON.parse(readFileSync(join(folder, "usage"), "utf8")) as Usage;
    return { ...usage, output: readFileSync(join(folder, "log"), "latin1") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

