// Known values: found in every spelling and any two in a row, named by name, and never held by the file that knows them.
import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { folds, spellings } from "../../../test/fixtures/builders/spellings.ts";
import { InputError, type FindingDraft } from "../../finding/index.ts";
import { createLogInspector } from "../masking/index.ts";
import { createSampler, type Inspector } from "../index.ts";
import { CANARY_NAME, createKnownDetector, findLeakedNames, fingerprintValues, openKnown, readKey, readKnown } from "./index.ts";

const key = readKey(Buffer.from(createSampler("key").expand("{hex:64}")));
const salt = (name: string) => Buffer.from(name.padEnd(16)).subarray(0, 16);
const templates = ["{alnum:40}", "{alnum:32}", "{hex:40}", "{password:32}", "{base64url:43}", "{alnum:18}&<{alnum:2}'+/%{alnum:18}", "sk_live_{alnum:34}", "{upperalnum:40}"];
const values = new Map(templates.flatMap((template, kind) => [0, 1, 2].map((n): [string, string] => [`VALUE_${kind}_${n}`, createSampler(`${template}:${n}`).expand(template)])));
const names = [...values.keys()];
const open = (held: ReadonlyMap<string, string>, name = "salt") => openKnown(fingerprintValues(held, { key, salt: salt(name) }), key);

let inspector: Inspector;
beforeAll(() => { inspector = createLogInspector({ known: open(values) }); });

function find(text: string): FindingDraft[] {
  const bytes = Buffer.from(text);
  return inspector.inspect({ kind: "fragment", place: { kind: "log", file: "x" }, bytes, start: 0, line: 1, owned: bytes.length }).filter(({ ruleId }) => ruleId.startsWith("known-value"));
}

const positions: Readonly<Record<string, (text: string) => string>> = {
  "at a line's start": (text) => `${text} was it\n`, "at a line's end": (text) => `an ordinary line\nit was: ${text}\nand on\n`, "in quotes": (text) => `{"field":"${text}","n":1}`, alone: (text) => text,
};

describe.each(Object.entries({ ...spellings, ...folds }))("%s", (_spelling, spell) => {
  it.each(Object.entries(positions))("is seen %s, under its name", (position, put) => {
    for (const kind of [position.length, position.length + 3]) {
      const [name, value] = [...values][(kind * 3) % values.size]!;
      expect(find(put(spell(value))).map(({ preview }) => preview), name).toContain(`[${name}]`);
    }
  });
});

describe("two spellings", () => {
  // What gzip gives is other text each time, of which nobody has fingerprints, and its case is the half of it.
  const isTried = (outer: string, inner: string) => !(outer in folds && inner === "base64 of gzip");
  it("in a row are seen through", () => {
    const all = { ...spellings, ...folds };
    const spelling = fc.constantFrom(...Object.keys(all));
    fc.assert(fc.property(fc.constantFrom(...names), spelling, spelling, fc.constantFrom(...Object.values(positions)), (name, outer, inner, put) => {
      if (!isTried(outer, inner)) return;
      const text = all[outer]!(all[inner]!(values.get(name)!));
      expect(find(put(text)).map(({ preview }) => preview), `${outer} of ${inner}`).toContain(`[${name}]`);
    }), { numRuns: 120 });
  });
});

describe("a known value", () => {
  const [name, value] = ["VALUE_0_0", values.get("VALUE_0_0")!];

  it("is told whole, with where it stands and nothing of itself", () => {
    const [finding, ...more] = find(`before ${value} after`);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ ruleId: "known-value", severity: "critical", confirmedBy: "known-value", preview: `[${name}]`, title: `A known credential stands in clear: ${name}`, location: { line: 1, offset: 7 } });
    expect(JSON.stringify(finding)).not.toContain(value.slice(0, 8));
  });

  it("is told in part where only its beginning or a later block is left", () => {
    for (const part of [value.slice(0, 16), value.slice(0, 39), value.slice(16, 32)]) expect(find(`x ${part} y`)).toMatchObject([{ ruleId: "known-value-part", severity: "high", preview: `[${name}]` }]);
    expect(find(`# ${value.slice(0, 15)} #`)).toEqual([]);
    expect(find(`# ${value.slice(1, 17)} #`)).toEqual([]);
  });

  it("is not seen in what only resembles it", () => {
    const other = value.slice(0, 15) + (value[15] === "a" ? "b" : "a") + value.slice(16, 31) + (value[31] === "a" ? "b" : "a");
    expect(find(`# ${other} #`)).toEqual([]);
  });

  it("goes before what its form says", () => expect(find(`x ${values.get("VALUE_6_1")} y`)).toMatchObject([{ ruleId: "known-value" }]));

  it("is told as often as it stands there", () => expect(find(Array.from({ length: 30 }, () => `line ${value}`).join("\n"))).toHaveLength(30));

  it("names what has to be rotated", () => {
    const findings = [...find(`${value}\n${values.get("VALUE_2_0")}\n${value}`), { ruleId: "other", preview: "[X]" }].map((finding) => ({ ...finding, disposition: "open" }));
    expect(findLeakedNames(findings)).toEqual(["VALUE_0_0", "VALUE_2_0"]);
    expect(findLeakedNames(findings.map((finding) => ({ ...finding, disposition: "waived" })))).toEqual([]);
  });
});

describe("values of many kinds", () => {
  const held = (value: string) => createKnownDetector(open(new Map([["X", value]]), "kinds"));
  const isSeen = (value: string, text: string) => held(value).find(Buffer.from(text)).length > 0;

  it("keys in armour are known by their secret half, never by their public one", () => {
    for (const pair of [generateKeyPairSync("rsa", { modulusLength: 1024 }), generateKeyPairSync("ec", { namedCurve: "P-256" }), generateKeyPairSync("ed25519")]) {
      for (const type of pair.privateKey.asymmetricKeyType === "rsa" ? ["pkcs8", "pkcs1"] as const : ["pkcs8"] as const) {
        const pem = pair.privateKey.export({ type: type as "pkcs8", format: "pem" }) as string;
        const publicPem = pair.publicKey.export({ type: "spki", format: "pem" }) as string;
        expect(isSeen(pem, pem)).toBe(true);
        expect(isSeen(pem, JSON.stringify({ key: pem }))).toBe(true);
        expect(isSeen(pem, pem.split("\n").map((line) => `    ${line}`).join("\n"))).toBe(true);
        expect(isSeen(pem, publicPem)).toBe(false);
      }
    }
  });

  it("of addresses, signed tokens and documents the secret part is known", () => {
    const part = createSampler("part").expand("{alnum:30}");
    const jwt = `eyJ${createSampler("h").expand("{base64url:30}")}.${createSampler("p").expand("{base64url:50}")}.`;
    for (const value of [`postgres://app:${part}@db:5432/x`, `${jwt}${part}`, JSON.stringify({ type: "account", client_email: "robot@host.example", private: part })]) {
      expect(isSeen(value, `x ${part} y`)).toBe(true);
      expect(isSeen(value, `x ${value.replace(part, "")} y`)).toBe(false);
    }
  });

  it.each([
    ["a word", "correcthorsebatterystaple"], ["too short", "aB3$xY9!"], ["counting", "abcdefghijklmnopqrstuvwxyz0123456789"], ["one character", "a".repeat(60)], ["repeating", "a1b2c3".repeat(8)],
    ["digits", "4929384756102938"], ["public but for little", `ghp_${"a1B2"}`], ["an address without a password", "https://host.example/a/long/path/that/everybody/knows"], ["nothing", ""],
  ])("%s is refused by name and never shown", (_why, value) => {
    const make = () => fingerprintValues(new Map([["WEAK", value], ["FINE", values.get("VALUE_0_0")!]]), { key, salt: salt("weak") });
    expect(make).toThrow(InputError);
    expect(make).toThrow(/WEAK: fewer than 64 bits/);
    if (value.length > 4) expect(make).not.toThrow(value);
  });
});

describe("the file", () => {
  const file = fingerprintValues(values, { key, salt: salt("file") });

  it("shows neither names nor values, and other text for another salt", () => {
    for (const [name, value] of values) {
      expect(file).not.toContain(name);
      expect(file).not.toContain(value);
    }
    expect(JSON.parse(file)).toMatchObject({ schema: "pci-pipeline/known/v2", values: values.size });
    expect(fingerprintValues(values, { key, salt: salt("other") })).not.toBe(file);
  });

  it("never fingerprints overlapping windows: fingerprints grow with the blocks, not with the characters", () => {
    const known = open(new Map([["X", createSampler("long").expand("{alnum:160}")]]), "windows");
    const blocks = Object.values(known.entries).flat().filter(([item]) => known.items[item]?.name === "X");
    expect(new Set(blocks.map(([, offset]) => offset))).toEqual(new Set(Array.from({ length: 10 }, (_, index) => index * 16)));
  });

  it("knows a value of nobody's for self-tests", () => expect(openKnown(file, key).items.at(-1)?.name).toBe(CANARY_NAME));

  it.each([
    ["another key", file, readKey(Buffer.from(createSampler("other").expand("{hex:64}")))], ["a changed file", file.replace(/"sealed": "(.)/, (_, first) => `"sealed": "${first === "A" ? "B" : "A"}`), key],
    ["no JSON", "x", key], ["another document", "{}", key], ["a cut file", file.slice(0, -20), key],
  ])("refuses %s", (_what, text, with_) => expect(() => openKnown(text, with_)).toThrow(InputError));

  it("needs a key that is one, and both inputs", async () => {
    expect(() => readKey(Buffer.from("short"))).toThrow(/openssl rand -hex 32/);
    expect(() => readKey(Buffer.alloc(64, 0x61))).toThrow(InputError);
    await expect(readKnown({ known: "x", "key-file": undefined }, async () => Buffer.alloc(0))).rejects.toThrow("belong together");
    expect(await readKnown({ known: undefined, "key-file": undefined }, async () => Buffer.alloc(0))).toBeUndefined();
  });

  it("can go to a worker", () => {
    const detector = createKnownDetector(structuredClone(openKnown(file, key)));
    expect(detector.find(Buffer.from(values.get("VALUE_0_0")!))).toHaveLength(1);
  });
});
