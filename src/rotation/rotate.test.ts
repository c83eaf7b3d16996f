import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Order } from "./ports.ts";
import { rotationReportSchema } from "./report.ts";
import { rotate } from "./rotate.ts";
import { FakeWorld, type Fault } from "./testing/fake-world.ts";

const order: Order = { processor: "bancosur", secret: "gateway/bancosur", record: "rotation/bancosur", acknowledgeMs: 5_000, quietMs: 1_000, leaseMs: 60_000 };
const valid = (world: FakeWorld): string[] => world.keys.filter(({ state }) => state === "valid").map(({ id }) => id);
const stored = (world: FakeWorld): string | undefined => world.current().fields.get("id");
const used = (world: FakeWorld): string[] => world.instances.map(({ uses }) => uses.id);

describe("a rotation", () => {
  it("leaves one new credential, used and proved by every instance, and the old one refused", async () => {
    const world = new FakeWorld(3);
    const report = await rotate(order, world.open());
    expect(rotationReportSchema.parse(report)).toMatchObject({
      outcome: "rotated", former: { id: "key-1", version: 1 }, candidate: { id: "key-2", version: 2 }, negativeTest: "refused",
      acknowledgements: [{ instance: "pod-0", version: 2 }, { instance: "pod-1", version: 2 }, { instance: "pod-2", version: 2 }],
    });
    expect(report.steps.map(({ step, ok }) => [step, ok])).toEqual(["lease", "issue", "test", "publish", "acknowledge", "quiet", "revoke", "negative", "close"].map((step) => [step, true]));
    expect([valid(world), stored(world), used(world), world.violations]).toEqual([["key-2"], "key-2", ["key-2", "key-2", "key-2"], []]);
    expect(JSON.stringify(report)).not.toMatch(/value-/);
    expect((await rotate(order, world.open())).outcome).toBe("rotated");
    expect(valid(world)).toEqual(["key-3"]);
  });

  it.each(["lease", "issue", "test", "publish", "acknowledge", "quiet", "revoke"] as const)("made to fail at %s is as if it never was", async (step) => {
    const world = new FakeWorld(2);
    const report = await rotate({ ...order, forceFail: step }, world.open());
    expect(report.outcome).toBe("rolled-back");
    expect([valid(world), stored(world), used(world), world.violations]).toEqual([["key-1"], "key-1", ["key-1", "key-1"], []]);
    expect((await rotate(order, world.open())).outcome).toBe("rotated");
    expect(world.violations).toEqual([]);
  });

  it("does not believe an instance that only says the number", async () => {
    const world = new FakeWorld(2);
    world.liars.add("pod-1");
    const report = await rotate(order, world.open());
    expect(report.steps.find(({ step }) => step === "acknowledge")?.detail).toBe("1 of 2 instances did not acknowledge: pod-1");
    expect(report.outcome).toBe("rolled-back");
    expect([valid(world), stored(world), used(world), world.violations]).toEqual([["key-1"], "key-1", ["key-1", "key-1"], []]);
  });

  it("does not revoke what somebody who was not listed still uses", async () => {
    const world = new FakeWorld(1);
    const ports = world.open();
    const keys = async () => (await ports.processor.keys()).map((key) => (key.id === "key-1" ? { ...key, lastUsedAt: new Date(world.clock) } : key));
    const report = await rotate(order, { ...ports, processor: { ...ports.processor, keys } });
    expect([report.outcome, report.steps.find(({ ok }) => !ok)?.step]).toEqual(["rolled-back", "quiet"]);
    expect([valid(world), used(world), world.violations]).toEqual([["key-1"], ["key-1"], []]);
  });

  it("waits for an instance that starts meanwhile, and fails where there is none", async () => {
    const world = new FakeWorld(1);
    const ports = world.open();
    let lists = 0;
    const list = async () => {
      if (lists++ === 1) world.instances.push({ name: "late", uses: { id: "key-1", value: "value-1", version: 1 } });
      return ports.consumers.list();
    };
    const report = await rotate(order, { ...ports, consumers: { ...ports.consumers, list } });
    expect(report.acknowledgements.map(({ instance }) => instance)).toEqual(["pod-0", "late"]);
    const empty = new FakeWorld(0);
    expect((await rotate(order, empty.open())).steps.find(({ ok }) => !ok)?.detail).toBe("there is no instance that could acknowledge");
  });

  it("says failed, and nothing else, when the processor keeps accepting what it revoked", async () => {
    const world = new FakeWorld(1);
    world.forgetful = true;
    const report = await rotate(order, world.open());
    expect([report.outcome, report.negativeTest]).toEqual(["failed", "accepted"]);
    expect([stored(world), used(world)]).toEqual(["key-2", ["key-2"]]);
    world.forgetful = false;
    world.clock += order.leaseMs;
    expect(await rotate(order, world.open())).toMatchObject({ outcome: "rotated", negativeTest: "refused", candidate: { id: "key-2" } });
  });

  it("does not start beside one that runs", async () => {
    const world = new FakeWorld(1);
    await rotate(order, world.open({ call: 9, kind: "crash-after" })).catch(() => undefined);
    await expect(rotate(order, world.open())).rejects.toThrow(/is under way/);
  });

  it("lets one of two that start at the same moment do it, and the other one stop", async () => {
    const world = new FakeWorld(2);
    const ports = world.open();
    const reports = await Promise.all([rotate(order, ports), rotate(order, ports)]);
    expect(reports.map(({ outcome }) => outcome).sort()).toEqual(["failed", "rotated"]);
    expect([valid(world), new Set(used(world)), world.violations]).toEqual([[stored(world)], new Set([stored(world)]), []]);
  });

  it("stops without undoing anything when another worker took over", async () => {
    const world = new FakeWorld(1);
    const first = world.open();
    let slept = false;
    const issue = async () => {
      const issued = await first.processor.issue();
      // it sleeps here for longer than its lease, and a second one does the whole work
      world.clock += order.leaseMs;
      slept = (await rotate(order, world.open())).outcome === "rotated";
      return issued;
    };
    const report = await rotate(order, { ...first, processor: { ...first.processor, issue } });
    expect([slept, report.outcome, report.steps.at(-1)?.detail]).toEqual([true, "failed", "another rotation took over"]);
    expect([stored(world), valid(world), used(world), world.violations]).toEqual(["key-3", ["key-3"], ["key-3"], []]);
  });
});

describe("whatever call fails, is lost or is the last", () => {
  const faults = fc.record({ call: fc.integer({ min: 0, max: 45 }), kind: fc.constantFrom<Fault["kind"]>("not-done", "answer-lost", "crash-before", "crash-after") });

  it("every instance uses a valid credential at every moment, and the next run gets to the end", async () => {
    await fc.assert(fc.asyncProperty(fc.array(faults, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }), async (planned, instances) => {
      const world = new FakeWorld(instances);
      for (const fault of planned) {
        await rotate(order, world.open(fault)).catch(() => undefined);
        world.clock += order.leaseMs;
      }
      const last = await rotate(order, world.open());
      expect(world.violations).toEqual([]);
      expect(last.outcome).toBe("rotated");
      expect([valid(world), new Set(used(world))]).toEqual([[stored(world)], new Set([stored(world)])]);
    }), { numRuns: 300 });
  });

  it("would be seen: a key that is revoked too early is a violation", async () => {
    const world = new FakeWorld(1);
    await world.open().processor.revoke("key-1");
    expect(world.violations).toEqual(["pod-0 uses key-1, which is revoked", "the store holds key-1, which is revoked"]);
  });
});
