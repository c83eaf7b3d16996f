import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasDuplicateKey } from "./duplicate-key.ts";

describe("hasDuplicateKey", () => {
  it.each([
    ['{"a":1,"a":2}', true], ['{"a":1,"\\u0061":2}', true], ['{"x":[{"a":{},"b":[],"a":3}]}', true], ['[{"a":1},{"a":1}]', false],
    ['{"a":{"a":{"a":1}}}', false], ['{"a":"b","b":"a"}', false], ['{"a":["a","a"],"b":"{\\"a\\":1,\\"a\\":2}"}', false], ['{"":1, "" :2}', true], ['["a","a"]', false], ['"a"', false],
    ['{"__proto__":1,"__proto__":2}', true], ['{"a":{},"a":{}}', true], ['{"a":[{}],"b":1,"a":[]}', true],
  ])("%s: %s", (json, expected) => {
    JSON.parse(json);
    expect(hasDuplicateKey(json)).toBe(expected);
  });

  it("finds none in what a writer of ours makes, however nested", () => {
    fc.assert(fc.property(fc.json(), (json) => !hasDuplicateKey(json)), { numRuns: 100 });
  });

  it("finds a key that was doubled anywhere in a flat object", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (object, at) => {
      const keys = Object.keys(object);
      const json = JSON.stringify(object);
      return hasDuplicateKey(`${json.slice(0, -1)},${JSON.stringify(keys[at % keys.length])}:0}`);
    }), { numRuns: 100 });
  });
});
