// The planted image is found whole by the working audit; an audit that has lost a part is told which.
import { afterEach, describe, expect, it, vi } from "vitest";
import { innerDecoders } from "../detector/decode/index.ts";
import { cardholderRules, createInspector, credentialRules, inspectAll } from "../detector/index.ts";
import { judge, Ledger, type FindingDraft, type SelfTest } from "../finding/index.ts";
import type { ByteReader } from "../reader/image/content/byte-reader.ts";
import type { Context, Site } from "../reader/image/content/context.ts";
import { formatReaders } from "../reader/image/content/format-readers.ts";
import { readImage } from "../reader/image/index.ts";
import type { Container } from "../source/index.ts";
import { imageCanary, plantLeaks, proveDetection } from "./index.ts";

const inspector = createInspector();

async function audit(container: Container): Promise<{ findings: FindingDraft[] }> {
  const ledger = new Ledger();
  const { readings } = await readImage(container, { ledger });
  return inspectAll(readings, inspector, ledger);
}

const canary = await imageCanary("test");
const { findings } = await audit(canary.input);

const prove = (without: (finding: FindingDraft) => boolean) => proveDetection(canary, async () => ({ findings: findings.filter((finding) => !without(finding)) }));

describe("image canary", () => {
  it("is found whole", async () => expect(await prove(() => false)).toMatchObject({ missed: [] }));

  it.each([
    ["a rule", (finding: FindingDraft) => finding.ruleId === "json-web-token", "rule json-web-token"],
    ["a decoder", (finding: FindingDraft) => finding.decoded.includes("hex"), "decoder hex"],
    ["a place", (finding: FindingDraft) => finding.location.kind === "image" && finding.location.part === "history", "place history"],
    ["nested archives", (finding: FindingDraft) => finding.location.kind === "image" && finding.location.members.length > 0, "reader zip"],
    ["deleted files", (finding: FindingDraft) => finding.location.kind === "image" && finding.location.state === "deleted", "state deleted"],
    ["the second layer", (finding: FindingDraft) => finding.location.kind === "image" && finding.location.layer?.index === 1, "decoder percent"],
  ])("misses %s that is lost", async (_, lost, name) => expect((await prove(lost)).missed).toContain(name));

  it("holds other values for another seed", async () => {
    const bytes = async (seed: string) => Buffer.concat(await Array.fromAsync((await imageCanary(seed)).input.open("index.json") ?? []));
    expect((await bytes("a")).equals(await bytes("a"))).toBe(true);
    expect((await bytes("a")).equals(await bytes("b"))).toBe(false);
  });
});

describe("an audit that has lost a part", () => {
  afterEach(() => vi.restoreAllMocks());

  const expectInconclusive = (selfTest: SelfTest): void => {
    expect(selfTest.missed.length).toBeGreaterThan(0);
    expect(judge({ findings: [], coverage: { examined: { bytes: 1 }, gaps: [] }, selfTest })).toBe("inconclusive");
  };

  /** Reads a format's content as if it were none. */
  async function readAsStored({ outlet }: Context, { place }: Site, content: ByteReader | Buffer): Promise<void> {
    if (Buffer.isBuffer(content)) return outlet.content(place, content);
    for (let chunk = await content.next(); chunk; chunk = await content.next()) outlet.content(place, chunk);
  }

  it.each([...new Set(innerDecoders)])("misses the decoder $name", async (decoder) => {
    vi.spyOn(decoder, "decode").mockReturnValue([]);
    expectInconclusive(await proveDetection(canary, audit));
  });

  it.each(Object.entries(formatReaders))("misses the reader of %s", async (_, reader) => {
    vi.spyOn(reader, "read").mockImplementation(readAsStored);
    if ("readSmall" in reader) vi.spyOn(reader, "readSmall").mockImplementation(readAsStored);
    expectInconclusive(await proveDetection(canary, audit));
  });

  it.each([...credentialRules, ...cardholderRules].map(({ id }) => id))("misses the rule %s", async (id) => {
    expectInconclusive(await prove((finding) => finding.ruleId === id));
  });
});

it("the leaky sample plants what its rules find", () => {
  const { env, labels, steps, log } = plantLeaks("seed");
  for (const text of [...Object.values(env), ...Object.values(labels), ...steps, ...log.slice(1, 3)]) expect(inspector.scrub(text), text.slice(0, 4)).not.toBe(text);
});
