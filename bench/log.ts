// Measures the log guard on plain log text, without and with known values: megabytes for each second of processor time, on one core.
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

/** What builds print: times, paths, counters, no value of any kind. */
const block = Buffer.from(Array.from({ length: LINES }, (_, index) => (
  `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.${String(index).padStart(7, "0")}Z [build] compiled module src/pages/index-${index % 97}.ts in ${index % 311} ms, cache hit for step ${index}\n`)).join(""));

function toSource(): LogSource {
  const blocks = Math.ceil((Number(megabytes) * 1e6) / block.length);
  const open = async function* () {
    for (let at = 0; at < blocks; at++) yield block;
  };
  return { name: "bench", logs: [{ place: { kind: "log", file: "bench" }, repeated: false, open }], gaps: [], sha256: () => "", close: async () => {} };
}

async function measure(label: string, known: ReturnType<typeof openKnown> | undefined): Promise<void> {
  const inspector = createLogInspector({ known });
  const ledger = new Ledger();
  const before = process.cpuUsage();
  const { findings } = await inspectAll(readLogs(toSource(), { ledger }), inspector, ledger);
  const { user, system } = process.cpuUsage(before);
  const bytes = ledger.counts().examined.bytes ?? 0;
  process.stdout.write(`${label}: ${(bytes / (user + system)).toFixed(0)} MB/s of processor time, ${findings.length} findings\n`);
}

const key = readKey(Buffer.from(createHash("sha256").update("bench").digest("hex")));
const known = (values: number) => openKnown(fingerprintValues(new Map(Array.from({ length: values }, (_, index) => [`V${index}`, createHash("sha256").update(`bench ${index}`).digest("base64url")])), { key, salt: Buffer.alloc(16, 1) }), key);

await measure("plain", undefined);
await measure("1 known value", known(1));
await measure(`${count} known values`, known(Number(count)));
