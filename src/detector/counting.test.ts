// Of a dump some values are told and the rest is counted: how many there are must not depend on where windows end.
import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Ledger, type FindingDraft, type Place } from "../finding/index.ts";
import type { Fragment } from "../reader/index.ts";
import { makeCardNumber } from "./cardholder/index.ts";
import { inspectAll } from "./inspect-all.ts";
import { createInspector } from "./inspector.ts";
import { createSampler, type Sampler } from "./sampler.ts";

const inspector = createInspector();
const place: Place = { kind: "log", file: "dump" };
/** Longer than what windows share, so that some of each window's values are only counted. */
const LEAST_WINDOW = 36_000;
const OVERLAP = 1 << 14;

const lines: readonly ((sampler: Sampler) => string)[] = [
  (sampler) => makeCardNumber(sampler),
  (sampler) => makeCardNumber(sampler, "53").replace(/\d{4}(?=\d)/g, "$& "),
  (sampler) => `id=${makeCardNumber(sampler)} ${sampler.expand("{digit:16}")}, ${sampler.expand("{hex:32}")}`,
  (sampler) => `;${makeCardNumber(sampler)}=30121011234567890?`,
  (sampler) => `{"pan":"${makeCardNumber(sampler)}","cvv":"${sampler.expand("{digit:3}")}"}`,
  (sampler) => `password = "${sampler.expand("{password:16}")}"`,
  (sampler) => `token = ghp_${sampler.expand("{alnum:30}{crc32-base62:30}")}`,
  (sampler) => Buffer.from(`the card is ${makeCardNumber(sampler)} today`).toString("base64"),
  (sampler) => `pw%3D${makeCardNumber(sampler)}%20`,
];

function* cut(bytes: Uint8Array, window: number): Generator<Fragment> {
  let line = 1;
  for (let start = 0; start < bytes.length;) {
    const isLast = bytes.length - start <= window + OVERLAP;
    const owned = isLast ? bytes.length - start : window;
    yield { kind: "fragment", place, bytes: bytes.subarray(start, start + owned + (isLast ? 0 : OVERLAP)), start, line, owned };
    line += bytes.subarray(start, start + owned).filter((byte) => byte === 0x0a).length;
    start += owned;
  }
}

async function count(bytes: Uint8Array, window: number): Promise<Map<string, number>> {
  const { findings } = await inspectAll((async function* () { yield* cut(bytes, window); })(), inspector, new Ledger());
  return Map.groupBy(findings, ({ ruleId, severity }) => `${ruleId} ${severity}`).entries().reduce((totals, [kind, told]) => totals.set(kind, told.reduce((sum, one) => sum + countOf(one), 0)), new Map<string, number>());
}

/** A finding stands for itself, and the last one of its kind for those that were only counted. */
function countOf({ title }: FindingDraft): number {
  return 1 + Number(/, and (\d+) more in this place$/.exec(title)?.[1] ?? 0);
}

it("counts as many values in several windows as in one", async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...lines), fc.integer({ min: 1, max: 400 })), { minLength: 4, maxLength: 8 }), fc.integer({ min: LEAST_WINDOW, max: 2 * LEAST_WINDOW }), fc.integer(), async (blocks, window, seed) => {
    const sampler = createSampler(String(seed));
    const block = blocks.flatMap(([line, times]) => Array.from({ length: times }, () => line(sampler))).join("\n");
    const bytes = Buffer.from(`${block}\n`.repeat(Math.ceil((3 * LEAST_WINDOW) / block.length)));
    expect(await count(bytes, window)).toEqual(await count(bytes, bytes.length));
  }), { numRuns: 8 });
}, 60_000);
