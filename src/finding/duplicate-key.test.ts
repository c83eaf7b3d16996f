import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasDuplicateKey } from "./duplicate-key.ts";

const isDoubled = (json: string) => hasDuplicateKey(json, JSON.parse(json));

describe("hasDuplicateKey", () => {
  it.each([
    ['{"a":1,"a":2}', true], ['{"a":1,"\\u0061":2}', true], ['{"x":[{"a":{},"b":[],"a":3}]}', true], ['[{"a":1},{"a":1}]', false],
    ['{"a":{"a":{"a":1}}}', false], ['{"a":"b","b":"a"}', false], ['{"a":["a","a"],"b":"{\\"a\\":1,\\"a\\":2}"}', false], ['{"":1, "" :2}', true], ['["a","a"]', false], ['"a"', false],
    ['{"__proto__":1,"__proto__":2}', true], ['{"a":{},"a":{}}', true], ['{"a":[{}],"b":1,"a":[]}', true],
  ])("%s: %s", (json, expected) => {
    expect(isDoubled(json)).toBe(expected);
  });

  it.each([
    ["a long string", `{"a":"${"x".repeat(4 << 20)}"}`], ["a string of escapes", JSON.stringify({ a: "\\\"".repeat(1 << 20) })], ["deep lists", `{"a":${"[".repeat(300_000)}${"]".repeat(300_000)}}`],
    ["deep objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
  ])("walks through %s", (_, json) => expect(isDoubled(json)).toBe(false));

  it("finds none in what a writer of ours makes, however nested", () => {
    fc.assert(fc.property(fc.json(), (json) => !isDoubled(json)), { numRuns: 100 });
  });

  it("finds a key that was doubled anywhere in a flat object", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, at) => {
      const keys = Object.keys(object);
      const json = JSON.stringify(object);
      return isDoubled(`${json.slice(0, -1)},${JSON.stringify(keys[at % keys.length])}:0}`);
    }), { numRuns: 100 });
  });
});
