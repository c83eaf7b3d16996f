// What must stand behind a keyword: too little costs time, too much would hide values.
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { readTail } from "./rule-tail.ts";
import type { CredentialRule } from "./rule.ts";
import { credentialRules } from "./rules.generated.ts";

const [some] = credentialRules;

function tailOf(pattern: string, keyword: string, flags = ""): CredentialRule["tail"] {
  if (!some) throw new Error("there are no rules");
  return readTail({ ...some, pattern, keywords: [keyword], flags, front: [0, 0] });
}

describe("readTail", () => {
  it("reads a run of one class", () => {
    expect(tailOf("ab_[0-9]{12}", "ab_")).toEqual({ chars: "0123456789", least: 12 });
    expect(tailOf("(?<![a-z])(?:ab_[01]{40,90})(?![a-z])", "ab_")).toEqual({ chars: "01", least: 24 });
  });

  it("reads the character that must end a run", () => {
    expect(tailOf("eyJ[ab]{3,2000}\\.[ab]{3}", "eyJ")).toEqual({ chars: "ab", least: 3, next: "." });
    expect(tailOf("https?://[a-c]{1,100}:[0-9]{3}@", "http")).toEqual({ chars: ":s", least: 1, next: "/" });
    expect(tailOf("https?://[a-c]{1,100}:[0-9]{3}@", "https://")).toEqual({ chars: "abc", least: 1, next: ":" });
  });

  it("takes a choice as all of its ways, and letters of both cases where the expression does", () => {
    expect(tailOf("key(?:=[01]{3}|:[23]{4})", "key")).toEqual({ chars: "0123:=", least: 4 });
    expect(tailOf("key=a{4}", "key=", "i")).toEqual({ chars: "Aa", least: 4 });
  });

  it("asks for nothing where a match may end, and in binary content", () => {
    expect(tailOf("key=?", "key")).toBeUndefined();
    expect(tailOf("key\\x82a", "key")).toBeUndefined();
  });

  it("asks for nothing that a sample of the rule has not", () => {
    for (const { id, tail, pattern, flags, keywords, front: [least, most] = [0, 0], samples } of credentialRules) {
      if (!tail) continue;
      const texts = [1, 2, 3].flatMap((seed) => samples.hit.map((sample) => createSampler(`tail:${seed}:${id}`).expand(sample)));
      for (const text of texts) {
        const match = new RegExp(pattern, flags).exec(text)?.[0] ?? "";
        const folded = flags.includes("i") ? match.toLowerCase() : match;
        const behind = keywords.map((keyword) => ({ at: folded.indexOf(flags.includes("i") ? keyword.toLowerCase() : keyword), length: keyword.length })).filter(({ at }) => at >= least && at <= most).map(({ at, length }) => match.slice(at + length));
        const run = (rest: string) => Array.from(rest).findIndex((character) => !tail.chars.includes(character));
        const holds = (rest: string) => (run(rest) < 0 ? rest.length >= tail.least && tail.next === undefined : run(rest) >= tail.least && (tail.next === undefined || rest.charAt(run(rest)) === tail.next));
        expect(behind.some(holds), id).toBe(true);
      }
    }
  });
});
