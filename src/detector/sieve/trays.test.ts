// What is held is sifted where it lies, with the same outcome as anywhere else.
import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSieve, type Sifted } from "./index.ts";

const literals = [{ text: "key_", caseless: false }];
const text = fc.array(fc.constantFrom("1", "123456789", " 12", "-", "x", "key_", "QUJD", "password = ", "\0", "%41"), { minLength: 1, maxLength: 6 }).map((pieces) => Buffer.from(pieces.join(""), "latin1"));
const said = (sifted: Sifted | undefined) => [[...sifted?.offsets ?? []], [...sifted?.literals ?? []], sifted?.runs("digits") ?? [], [...sifted?.escapes("percent") ?? []]];

describe("Trays", () => {
  it("hold texts of which the sieve says the same as of others, again and again in the same memory, and in another thread's sieve", () => {
    const sieve = createSieve(literals);
    const other = createSieve(literals, sieve.trays.shared);
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), (texts) => {
      const held = texts.map((bytes) => sieve.trays.hold(bytes));
      expect(held.map((bytes) => Buffer.from(bytes).toString("latin1"))).toEqual(texts.map((bytes) => bytes.toString("latin1")));
      const tray = sieve.trays.close(held);
      expect(tray).toBeDefined();
      for (const one of [sieve, other]) {
        const shares = new Map(one.siftTray(tray?.at ?? 0, held.map(({ length }) => length)));
        const alone = new Map(sieve.siftAll(texts));
        expect(texts.map((_, index) => said(shares.get(index)))).toEqual(texts.map((_, index) => said(alone.get(index))));
      }
      if (tray) sieve.trays.release(tray);
    }), { numRuns: 100 });
  });

  it("are closed with all that they hold, and take nothing more then", () => {
    const { trays } = createSieve(literals);
    const [first, second] = [trays.hold(Buffer.from("first")), trays.hold(Buffer.from("second"))];
    expect(trays.close([first])).toBeUndefined();
    expect(trays.close([Buffer.from("first"), second])).toBeUndefined();
    const tray = trays.close([first, second]);
    expect(tray).toBe(trays.of(second));
    expect(trays.of(trays.hold(Buffer.from("third")))).not.toBe(tray);
    expect(trays.of(Buffer.from("fourth"))).toBeUndefined();
  });

  it("leave out what is larger than a tray, and what comes while too many are in use", () => {
    const { trays } = createSieve(literals);
    expect(trays.of(trays.hold(Buffer.alloc(2 << 20, "x")))).toBeUndefined();
    const window = Buffer.alloc(1 << 20, "x");
    const held = Array.from({ length: 60 }, () => trays.hold(window));
    expect(held.some((bytes) => trays.of(bytes) === undefined)).toBe(true);
    expect(held.every((bytes) => window.equals(bytes))).toBe(true);
  });
});
