import { Buffer } from "node:buffer";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { createCardholderDetector } from "./cardholder-detector.ts";
import { toCheckDigit } from "./number/digits.ts";
import { makeCardNumber } from "./samples.ts";
import { testCards } from "./number/test-card.ts";

const detector = createCardholderDetector();
const find = (text: string) => detector.find(Buffer.from(text, "latin1")).map((match) => [match.rule.id, text.slice(match.start, match.end)]);
const sampler = createSampler("cards");
const visa = makeCardNumber(sampler);
const amex = makeCardNumber(sampler, "37", 15);
const group = (digits: string, separator: string, sizes = [4, 4, 4, 4]) => {
  let at = 0;
  return sizes.map((size) => digits.slice(at, (at += size))).join(separator);
};

describe("a card number", () => {
  it.each([["Visa", "4", 16], ["Mastercard", "53", 16], ["Mastercard 2-series", "2345", 16], ["American Express", "34", 15], ["Discover", "6011", 16], ["JCB", "3530", 16], ["UnionPay", "62", 16], ["RuPay", "6521", 16], ["Mir", "2202", 16], ["Elo", "506700", 16], ["Hipercard", "606282", 16], ["Maestro", "5018", 16]])("of %s is found", (_, prefix, length) => {
    const digits = makeCardNumber(sampler, prefix, length);
    expect(find(`id;${digits};x`)).toEqual([["card-number", digits]]);
  });

  it.each([["Visa", "4", 13], ["Visa", "4", 19], ["Diners Club", "36", 14], ["UnionPay", "62", 19]])("of %s with a length that is common elsewhere is found by its context", (_, prefix, length) => {
    const digits = makeCardNumber(sampler, prefix, length);
    expect(find(`count ${digits}`)).toEqual([]);
    expect(find(`card number: ${digits}`)).toEqual([["card-number", digits]]);
  });

  it.each([[visa, " "], [visa, "-"]])("is found in groups", (digits, separator) => {
    const text = group(digits, separator);
    expect(find(`a ${text} b`)).toEqual([["card-number", text]]);
  });

  it("of American Express is found in its own groups", () => {
    const text = group(amex, " ", [4, 6, 5]);
    expect(find(`a ${text} b`)).toEqual([["card-number", text]]);
  });

  it.each([["dots", "."], ["underscores", "_"], ["tabs", "\t"], ["slashes", "/"], ["two blanks", "  "], ["no-break spaces", "\u00a0"], ["no-break spaces of UTF-8", "\u00c2\u00a0"], ["narrow blanks of UTF-8", "\u00e2\u0080\u00af"], ["dashes of UTF-8", "\u00e2\u0080\u0091"]])("is found in groups set off by %s, wherever it stands", (_, separator) => {
    const text = group(visa, separator);
    for (let shift = 0; shift < 26; shift++) expect(find(`${" x".repeat(shift)}${shift % 2 ? "," : ";"} ${text}, b`)).toEqual([["card-number", text]]);
  });

  it("without a check digit is found where its network has such numbers and its name stands before it", () => {
    const digits = makeCardNumber(sampler, "62", 17);
    const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10);
    expect(find(`card_no=${wrong}`)).toEqual([["card-number", wrong]]);
    expect(find(`order=${wrong}`)).toEqual([]);
    expect(find(`card_no=${visa.slice(0, -1) + ((Number(visa.at(-1)) + 1) % 10)}`)).toEqual([]);
  });

  it("is found at every offset", () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z .,;]{0,60}$/), fc.integer({ min: 0, max: 1e6 }), (before, seed) => {
      const digits = makeCardNumber(createSampler(String(seed)));
      expect(find(`${before}\n${digits}\n`)).toEqual([["card-number", digits]]);
    }), { numRuns: 100 });
  });

  it("shows BIN and last four digits at most", () => {
    expect(detector.find(Buffer.from(visa))[0]?.preview).toBe(`${visa.slice(0, 6)}…${visa.slice(-4)}`);
  });
});

describe("no card number", () => {
  it.each([
    ["a longer number", `1${visa}`], ["a wrong check digit", visa.slice(0, -1) + ((Number(visa.at(-1)) + 1) % 10)], ["part of a word", `x${visa}`], ["a word", `${visa}px`], ["a fraction", `0.${visa}`], ["a decimal number", `${visa}.5`],
    ["part of a UUID", `a1b2-${visa}-c3`], ["groups of uneven size", group(visa, " ", [4, 5, 3, 4])], ["mixed separators", `${visa.slice(0, 4)} ${visa.slice(4, 8)}-${visa.slice(8, 12)} ${visa.slice(12)}`],
    ["a list of codes", `5012 5013 ${group(visa, " ")} 5014 5015`], ["part of a row of numbers", `0 0 ${group(visa, " ")} 17 3`], ["a time in milliseconds", "1700000000000"], ["a time in microseconds", "1700000000000000"], ["a row of zeros", "0000000000000000"], ["a path", `/status/${visa}`],
  ])("is %s", (_, text) => {
    expect(find(`a ${text} b`)).toEqual([]);
  });

  it.each(["default_rng(%)", '"id": %', "seed=%", "timestamp: %", "userId = '%'", "offset=%"])("is what another name gives: %s", (text) => {
    const digits = makeCardNumber(sampler, "2345");
    expect(find(text.replace("%", digits))).toEqual([]);
    expect(find(text.replace("%", digits).replace(/^/, "card_number "))).toHaveLength(1);
  });

  it.each(["discovered master data", "cardinality", "wildcards", "discard", "masterNode", "iinfo"])("is made of a doubtful length by the word %s", (word) => {
    expect(find(`${word} ${makeCardNumber(sampler, "36", 14)}`)).toEqual([]);
  });

  it("stands in a table of long numbers, but cards in a list do", () => {
    const others = Array.from({ length: 4 }, () => sampler.expand("7{digit:15}"));
    expect(find([...others, visa, ...others].join(","))).toEqual([]);
    const cards = Array.from({ length: 9 }, () => makeCardNumber(sampler));
    expect(find(cards.join(","))).toHaveLength(9);
  });
});

it("takes what stands at the border of a number's neighbourhood for what it is as a whole", () => {
  const long = sampler.expand("7{digit:59}");
  const other = sampler.expand("7{digit:15}");
  for (let far = 90; far < 160; far += 7) expect(find(`${long}${" x".repeat(far / 2)} ${other}, ${visa}, ${"x ".repeat(far / 2)}${long}`)).toEqual([["card-number", visa]]);
});

it("finds a number that is a field of an SQLite record, and none inside a longer field", () => {
  const record = (type: number, name: string) => `\u0004\u0001${String.fromCharCode(type)}${String.fromCharCode(13 + 2 * name.length)}\u0005${visa}${name}`;
  expect(find(`\u0019\u0001${record(13 + 2 * visa.length, "Jane Doe")}`)).toEqual([["card-number", visa]]);
  expect(find(`\u0019\u0001${record(13 + 2 * (visa.length + 4), "Jane Doe")}`)).toEqual([]);
});

it("finds fields of payment messages, which nothing sets off", () => {
  const iso = (bitmap: string) => `0200${bitmap}16${visa}000000000000010000`;
  expect(find(iso("7238000108C18000"))).toEqual([["card-number", visa]]);
  expect(find(iso("F2380001080080000000000000000000"))).toEqual([["card-number", visa]]);
  expect(find(iso("3238000108C18000"))).toEqual([]);
  expect(find(`9F26085A08${visa}5F3401`)).toEqual([["card-number", visa]]);
  const track = `${visa}D30122010000012300000F`;
  expect(find(`82025C0057${(track.length / 2).toString(16)}${track}9F10`)).toEqual([["track-data", track]]);
  expect(find(`track2=${track}`)).toEqual([["track-data", track]]);
});

it("takes no float for a record of SQLite", () => {
  const text = `1.${visa}e-01 2.3e-01\n`;
  expect(find(`${"0.12345 ".repeat(40)}${text}`)).toEqual([]);
});

it("tells published test numbers from live ones", () => {
  for (const digits of testCards) expect(find(`card ${digits}`)).toEqual([["test-card-number", digits]]);
});

it("finds both tracks, and does not tell their number again", () => {
  const first = `%B${visa}^DOE/JANE^3012101${"0".repeat(10)}?`;
  const second = `;${visa}=30121011000?`;
  expect(find(`a ${first}${second} b`)).toEqual([["track-data", first], ["track-data", second]]);
  expect(find(`${visa}=1`)).toEqual([["card-number", visa]]);
});

it("finds a verification value beside a number, and none elsewhere", () => {
  expect(find(`{"pan":"${visa}","cvv":"123"}`)).toEqual([["card-number", visa], ["card-verification-value", "123"]]);
  expect(find('{"cvv":"123"}')).toEqual([]);
});

it("counts a verification value to the place of the number that makes it one", () => {
  const text = `card ${visa}, cvv: 123 and for ${visa} cvc2=456; cid: 789 is the one of ${visa}`;
  expect(detector.find(Buffer.from(`cid: 789 is the one of ${visa}`))[0]).toMatchObject({ start: 5, from: 0 });
  expect(detector.find(Buffer.from(text)).flatMap(({ rule, from }) => (rule.id === "card-verification-value" ? [from] : []))).toEqual([5, text.indexOf(`${visa} cvc2`), text.indexOf(`${visa} cvc2`)]);
});

it("takes a verification value beside a published number for one of the test", () => {
  const [published] = testCards;
  expect(detector.find(Buffer.from(`{"pan":"${published}","cvv":"123"}`)).map(({ rule }) => rule.severity)).toEqual(["low", "low"]);
});

it("takes negative numbers and numbers of zeros for no cards", () => {
  expect(find(`{"ordinal": -${visa}}`)).toEqual([]);
  expect(find(`pan=411111${"0".repeat(8)}1${toCheckDigit(`411111${"0".repeat(8)}1`)}`)).toMatchObject([["test-card-number", expect.anything()]]);
});

it("makes check digits", () => {
  expect(toCheckDigit("7992739871")).toBe("3");
});

describe("numbers that only look like cards", () => {
  const counting = [0, 1, 2, 3].map((step) => String(2486 + step)).join(" ");

  it.each([
    ["groups that count", `(${counting} nil)`],
    ["a model in prose", `Webcam, Model ${["6220", "0007", "0201", "0001"].join("")} Firmware`],
    ["a row of a matrix", `%!    940  2330  ${["2573", "2306", "2207", "2442"].join("  ")}  2918  2272  1004`],
    ["ports in a list", `(6633 (6660 6669) ${["6697", "7000", "8080", "9999"].join(" ")})`],
  ])("leaves %s", (_, text) => {
    expect(find(text)).toEqual([]);
  });
});
