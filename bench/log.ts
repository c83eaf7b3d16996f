// Measures the log guard on plain and on mixed log text, without and with known values: megabytes of log for each second of processor
// time, on one core.
//   node bench/log.ts [MEGABYTES=400] [KNOWN=10000]
import { createHash } from "node:crypto";
import { inspectAll } from "../src/detector/index.ts";
import { fingerprintValues, openKnown, readKey } from "../src/detector/known/index.ts";
import { createLogInspector } from "../src/detector/masking/index.ts";
import { Ledger } from "../src/finding/index.ts";
import { readLogs } from "../src/reader/log/index.ts";
import type { LogSource } from "../src/source/index.ts";

const [megabytes = "400", count = "10000"] = process.argv.slice(2);
const LINES = 12_000;

const digest = (index: number) => createHash("sha256").update(`line ${index}`).digest("hex");
const stamp = (index: number) => `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.${String(index).padStart(7, "0")}Z `;

/** What most lines of builds are: times, paths, counters, no value of any kind. */
const plain = (index: number) => `[build] compiled module src/pages/index-${index % 97}.ts in ${index % 311} ms, cache hit for step ${index}`;

/** The other lines: colours, progress bars, digests of images and packages, compilers' command lines, structured logs, tests, stack traces. */
const kinds: readonly ((index: number) => string)[] = [
  plain,
  (index) => `\u001b[32m✓\u001b[39m src/detector/view-${index % 50}.test.ts \u001b[2m(\u001b[22m\u001b[2m${index % 40} tests\u001b[22m\u001b[2m)\u001b[22m ${index % 900}\u001b[2mms\u001b[22m`,
  (index) => `\u001b[2K\r[${"=".repeat(index % 40)}>${" ".repeat(39 - (index % 40))}] ${index % 100}% ${index % 60}.${index % 10}MB/s`,
  (index) => `#${index % 30} sha256:${digest(index % 500)} ${index % 90}.${index % 10}MB / 91.4MB 2.1s`,
  (index) => `  Downloading https://packages.example/files/${digest(index % 300).slice(0, 2)}/tool_kit-${index % 9}.${index % 30}.1-cp312-manylinux_2_17_x86_64.whl (${index % 70}.2 MB)`,
  (index) => `cc -c -O2 -Wall -Iinclude -I../third_party/zlib -DNDEBUG -D_GNU_SOURCE=1 -o obj/module_${index % 400}.o src/module_${index % 400}.c`,
  (index) => `{"level":"info","ts":"2026-01-01T00:00:00.${index}Z","caller":"controller/reconcile.go:${index % 600}","msg":"reconciled","namespace":"shop","name":"web-${index % 20}","took":"${index % 90}ms"}`,
  (index) => `tests/unit/test_orders.py::TestOrders::test_total[case-${index % 300}-EUR] PASSED [ ${index % 100}%]`,
  (index) => `    at Object.<anonymous> (/app/node_modules/library-${index % 60}/lib/index.js:${index % 900}:17)`,
];
const mixed = (index: number) => (kinds[index % kinds.length] ?? plain)(index);

const toBlock = (line: (index: number) => string) => Buffer.from(Array.from({ length: LINES }, (_, index) => `${stamp(index)}${line(index)}\n`).join(""));

function toSource(block: Buffer): LogSource {
  const blocks = Math.ceil((Number(megabytes) * 1e6) / block.length);
  const open = async function* () {
    for (let at = 0; at < blocks; at++) yield block;
  };
  return { name: "bench", logs: [{ place: { kind: "log", file: "bench" }, repeated: false, open }], gaps: [], sha256: () => "", close: async () => {} };
}

async function measure(label: string, block: Buffer, known?: ReturnType<typeof openKnown>): Promise<void> {
  const inspector = createLogInspector({ known });
  const ledger = new Ledger();
  const before = process.cpuUsage();
  const { findings } = await inspectAll(readLogs(toSource(block), { ledger }), inspector, ledger);
  const { user, system } = process.cpuUsage(before);
  const read = Math.ceil((Number(megabytes) * 1e6) / block.length) * block.length;
  const bare = ledger.counts().examined.bytes ?? 0;
  process.stdout.write(`${label}: ${(read / (user + system)).toFixed(0)} MB/s of processor time, ${(bare / (user + system)).toFixed(0)} without the runner's stamps, ${findings.length} findings\n`);
}

const key = readKey(Buffer.from(createHash("sha256").update("bench").digest("hex")));
const known = (values: number) => openKnown(fingerprintValues(new Map(Array.from({ length: values }, (_, index) => [`V${index}`, createHash("sha256").update(`bench ${index}`).digest("base64url")])), { key, salt: Buffer.alloc(16, 1) }), key);

for (const [name, block] of [["plain", toBlock(plain)], ["mixed", toBlock(mixed)]] as const) {
  await measure(name, block);
  await measure(`${name}, 1 known value`, block, known(1));
  await measure(`${name}, ${count} known values`, block, known(Number(count)));
}
