import { describe, expect, it } from "vitest";
import { PodRecord } from "./watch.ts";

const line = (type: string, { deletion = "", ready = "True" } = {}) => [type, "gateway-a", deletion, ready].join("\t");

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
