import { describe, expect, it } from "vitest";
import { createInspector, createSampler, inspectAll } from "../detector/index.ts";
import { Ledger, type ImagePlace } from "../finding/index.ts";
import type { Reading } from "../reader/index.ts";
import { openCrew, type Crew } from "./index.ts";

const place = (path: string): ImagePlace => ({ kind: "image", platform: "linux/amd64", layer: { index: 0, diffId: "sha256:0", createdBy: "COPY . ." }, part: "file", path, members: [], state: "final" });
const sampler = createSampler("crew");
/** Twelve mebibytes, so that the workers start; a value here and there, one gap among them. */
const readings: Reading[] = Array.from({ length: 24 }, (_, index): Reading[] => {
  const text = `${"plain text of no worth, line after line\n".repeat(13_000)}${index % 3 === 0 ? `key = sk_live_${sampler.expand("{alnum:24}")}\n` : ""}`;
  const bytes = Buffer.from(text);
  return [{ kind: "fragment", place: place(`file-${index}`), bytes, start: 0, line: 1, owned: bytes.length }, ...(index === 5 ? [{ kind: "gap" as const, gap: { reason: "truncated" as const, location: place("gone"), detail: "gone" } }] : [])];
}).flat();

/** Held where the crew examines, as the image reader does. */
async function* each({ trays }: Crew): AsyncGenerator<Reading> {
  for (const reading of readings) yield reading.kind === "fragment" && trays ? { ...reading, bytes: trays.hold(reading.bytes) } : reading;
}

async function examine(count: number) {
  const crew = openCrew(createInspector(), {}, count);
  const ledger = new Ledger();
  try {
    return JSON.stringify([await inspectAll(each(crew), crew, ledger), ledger.counts()]);
  } finally {
    await crew.close();
  }
}

describe("openCrew", () => {
  it("says the same, in the same order, whatever the number of threads", { timeout: 60_000 }, async () => {
    const alone = await examine(0);
    expect(JSON.parse(alone)[0].findings).toHaveLength(8);
    expect(await examine(1)).toBe(alone);
    expect(await examine(3)).toBe(alone);
  });

  it("fails where a thread fails: what was not examined never counts as examined", { timeout: 60_000 }, async () => {
    const broken = openCrew(createInspector(), { rules: "no = [toml" }, 1);
    await expect(inspectAll(each(broken), broken, new Ledger())).rejects.toThrow();
    await broken.close();
  });

  it("takes nothing after its dismissal", { timeout: 60_000 }, async () => {
    const crew = openCrew(createInspector(), {}, 1);
    const running = inspectAll(each(crew), crew, new Ledger());
    await crew.close();
    await expect(running).rejects.toThrow("dismissed");
  });
});
