// The judge accepts a completed rollout and nothing else, whatever the cluster answers.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeRollout } from "./judge.ts";
import { plants, testJudge } from "./self-test.ts";
import { expected, foreignDigest, makeDocuments, makePod, toList, type Documents } from "./specimen.ts";

const judge = (documents: Documents) => judgeRollout(toList(documents), expected);
const isClean = ({ findings, gaps }: ReturnType<typeof judge>) => findings.length + gaps.length === 0;

describe("judgeRollout", () => {
  it("accepts any number of pods that run the attested image", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5 }), (replicas, ending) => {
      const documents = makeDocuments(replicas);
      for (let n = 0; n < ending; n++) documents.pods.push({ ...makePod(`old-${n}`, "set-1"), metadata: { ...makePod(`old-${n}`, "set-1").metadata, deletionTimestamp: "2026-01-01T00:00:00Z" } });
      const judgement = judge(documents);
      expect(judgement.findings).toEqual([]);
      expect(judgement.gaps).toEqual([]);
      expect(judgement.checks).toBe(4 + 2 * replicas);
    }));
  });

  it.each(plants.map((plant) => [plant.name, plant] as const))("refuses %s", (_, { breaks, bend }) => {
    const documents = makeDocuments();
    bend(documents);
    const { findings, gaps } = judge(documents);
    expect(breaks === "gap" ? gaps.length : findings.filter(({ ruleId }) => ruleId === breaks).length).toBeGreaterThan(0);
  });

  it("is never appeased by a second fault", () => {
    fc.assert(fc.property(fc.shuffledSubarray([...plants], { minLength: 1 }), fc.integer({ min: 1, max: 6 }), (chosen, replicas) => {
      const documents = makeDocuments(replicas);
      for (const plant of chosen) plant.bend(documents);
      expect(isClean(judge(documents))).toBe(false);
    }));
  });

  it("finds the one pod among many that runs another image", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.constantFrom(foreignDigest, `sha256:${"a".repeat(63)}b`), (replicas, seed, digest) => {
      const documents = makeDocuments(replicas);
      const pod = documents.pods[seed % replicas]!;
      pod.status.containerStatuses[0]!.imageID = `elsewhere/x@${digest}`;
      expect(judge(documents).findings.map(({ ruleId, location }) => [ruleId, "file" in location && location.file])).toEqual([["rollout-digest-differs", `pod/${pod.metadata.name}`]]);
    }));
  });

  it("takes nothing but the three kinds for an answer, and never throws", () => {
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), fc.jsonValue().map((value) => ({ items: [value, ...(toList(makeDocuments()) as { items: unknown[] }).items] }))), (value) => {
      const judgement = judgeRollout(value, expected);
      expect(isClean(judgement)).toBe(false);
    }));
  });

  it("never repeats a message of the cluster", () => {
    const planted = "planted-9f8e7d";
    const documents = makeDocuments();
    const [pod] = documents.pods;
    Object.assign(pod!.status, { message: planted, containerStatuses: pod!.status.containerStatuses.map((one) => ({ ...one, ready: false, state: { waiting: { reason: "CrashLoopBackOff", message: planted } } })) });
    const text = JSON.stringify(judge(documents));
    expect(text).toContain("CrashLoopBackOff");
    expect(text).not.toContain(planted);
  });
});

describe("testJudge", () => {
  it("is passed by the judge", () => expect(testJudge()).toEqual({ planted: plants.length + 1, detected: plants.length + 1, missed: [] }));
  it("catches a judge that accepts everything", () => {
    const clean = judgeRollout(toList(makeDocuments()), expected);
    expect(testJudge(() => clean).missed).toHaveLength(plants.length);
  });
  it("catches a judge that refuses everything", () => {
    expect(testJudge(() => judgeRollout(null, expected)).missed).toContain("the untouched specimen");
  });
});
