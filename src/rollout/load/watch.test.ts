import { describe, expect, it } from "vitest";
import { toWindow } from "./under-load.ts";
import { PodRecord } from "./watch.ts";

const line = (type: string, { deletion = "", ready = "True" } = {}) => [type, "gateway-a", deletion, ready].join("|");

describe("PodRecord", () => {
  it("tells once that a pod is ready, that it ends, and that it is gone", () => {
    const record = new PodRecord();
    expect(record.addEvent(line("ADDED", { ready: "False" }), 1)).toBeUndefined();
    expect(record.addEvent(line("MODIFIED"), 2)).toBe("gateway-a");
    expect(record.addEvent(line("MODIFIED"), 3)).toBeUndefined();
    record.addEvent(line("MODIFIED", { deletion: "2026-01-01T00:00:00Z" }), 4);
    record.addEvent(line("MODIFIED", { deletion: "2026-01-01T00:00:00Z", ready: "False" }), 5);
    record.addEvent(line("DELETED", { deletion: "2026-01-01T00:00:00Z", ready: "False" }), 6);
    expect(record.events.map(({ at, kind }) => [at, kind])).toEqual([[2, "pod-ready"], [4, "pod-terminating"], [6, "pod-gone"]]);
  });

  it("takes a pod that was ready before for one to follow", () => {
    expect(new PodRecord().addEvent(line("ADDED"), 1)).toBe("gateway-a");
  });

  it("reads the requests that a service writes about, and nothing else", () => {
    const record = new PodRecord();
    for (const text of ['{"requestId":"a","status":201}', '{"reqId":"b","status":500,"x":1}', '{"requestId":"c"}', "plain", "{broken", "[]", '{"requestId":7,"status":200}']) record.addLine(text);
    expect(record.entries).toEqual([{ requestId: "a", status: 201 }, { requestId: "b", status: 500 }]);
  });
});

describe("toWindow", () => {
  const change = { started: 100, ended: 900 };
  const ready = { at: 0, kind: "pod-ready", pod: "old" } as const;

  it("reaches from the first termination to the last end of pods that served", () => {
    const leftover = { at: 150, kind: "pod-gone", pod: "of-the-change-before" } as const;
    expect(toWindow([ready, leftover, { at: 200, kind: "pod-terminating", pod: "old" }, { at: 500, kind: "pod-gone", pod: "old" }], change)).toEqual({ from: 200, to: 500 });
  });

  it("takes a pod that is gone at once for a termination too", () => {
    expect(toWindow([ready, { at: 300, kind: "pod-gone", pod: "old" }], change)).toEqual({ from: 300, to: 300 });
  });

  it("is the change itself where no pod ends", () => expect(toWindow([ready], change)).toEqual({ from: 100, to: 900 }));
});
