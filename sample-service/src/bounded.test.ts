import { describe, expect, it } from "vitest";
import { readBounded } from "./bounded.ts";

describe("readBounded", () => {
  it("gives what fits, also across chunks, and nothing for an empty answer", async () => {
    const chunks = ["{\"a\":", "\"ü\"}"].map((text) => new TextEncoder().encode(text));
    expect(await readBounded(new Response(ReadableStream.from(chunks)), 10)).toBe("{\"a\":\"ü\"}");
    expect(await readBounded(new Response(null), 0)).toBe("");
  });

  it("stops reading what does not end", async () => {
    let pulled = 0;
    const endless = new ReadableStream({ pull: (controller) => { pulled++; controller.enqueue(new Uint8Array(1024)); } });
    await expect(readBounded(new Response(endless), 4096)).rejects.toThrow("answer-too-large");
    expect(pulled).toBeLessThan(10);
  });
});
