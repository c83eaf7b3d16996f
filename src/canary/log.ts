// A job log with a value for every rule, in every disguise and on every kind of line that the guard claims to read.
import { createHash } from "node:crypto";
import { createSampler, credentialRules, ruleSamples, type Sampler } from "../detector/index.ts";
import type { FindingDraft } from "../finding/index.ts";
import type { LogSource } from "../source/index.ts";
import { disguises } from "./disguise.ts";
import type { Planted } from "./prove.ts";

/** A rule whose values have a public prefix and no blanks: they survive every encoding. */
const PROBE_RULE = "stripe-secret-key";
const NAME = "canary";
/** Disguises in one log. */
const GROUP = 25;
/** Ends whatever an expression might take for a value that goes on. */
const FILLER = "an ordinary line of output; {nothing} to see";

/** Each text has another value: a random one may look like a placeholder by chance, three hardly do. One of them must be found. */
type Planting = { readonly name: string; readonly ruleId: string; readonly texts: readonly string[] };

const TRIES = ["first", "second", "third"];

const base32 = (text: string): string => {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Number.parseInt(five.padEnd(5, "0"), 2))).join("");
};
const reverse = (text: string) => [...text].reverse().join("");
const fold = (text: string, width: number) => (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");

/** What shells, pipes and terminals make of a value; encodings are those of every input. */
const logDisguises: { readonly [name: string]: (text: string) => string } = {
  coloured: (text) => `\u001b[36;1m${text.slice(0, 12)}\u001b[0m${text.slice(12)}`,
  "zero-width": (text) => `${text.slice(0, 9)}\u200b${text.slice(9)}`,
  link: (text) => `\u001b]8;;https://host.example/?key=${text}\u0007report\u001b]8;;\u0007`,
  base32,
  reversed: (text) => `value ${reverse(text)}`,
  spaced: (text) => [...text].join(" "),
  wrapped: (text) => fold(text, 10),
  "shell-quoted": (text) => `${text.slice(0, 8)}""${text.slice(8)}`,
};

/** `seed` makes the values: the same seed gives the same log. `known`: the value that a file of fingerprints knows besides the user's. */
export function logCanary(seed: string, known?: string): Planted<LogSource> {
  const sampler = createSampler(`${seed}:log`);
  // Masks first: a whole log is told by its first line of a kind, and a random password may hold asterisks.
  const first = [...plantMasks(sampler), ...plantRules(seed), ...plantPlaces(seed), ...(known === undefined ? [] : plantKnown(known))];
  const logs = [first, ...toGroups(plantDisguises(seed))].map((plantings, index) => plantLog(plantings, `${NAME} ${index + 1}`));
  return { input: toSource(logs), plants: logs.flatMap(({ plants }) => plants) };
}

/** So many findings of one rule in one log are told; each disguise has three. */
function toGroups(plantings: readonly Planting[]): Planting[][] {
  return Array.from({ length: Math.ceil(plantings.length / GROUP) }, (_, index) => plantings.slice(index * GROUP, (index + 1) * GROUP));
}

type CanaryLog = { readonly file: string; readonly lines: readonly string[]; readonly plants: Planted<LogSource>["plants"] };

function plantLog(plantings: readonly Planting[], file: string): CanaryLog {
  const lines = ["##[group]Run ./canary.sh"];
  const plants = plantings.map(({ name, ruleId, texts }) => {
    const from = lines.length + 1;
    for (const text of texts) lines.push(...text.split("\n"), FILLER);
    const to = lines.length;
    return { name, isFoundBy: ({ ruleId: found, location }: FindingDraft) => found === ruleId && location.kind === "log" && location.file === file && isBetween(location.line, from, to) };
  });
  return { file, lines, plants };
}

function isBetween(line: number | undefined, first: number, last: number): boolean {
  return line !== undefined && line >= first && line <= last;
}

function plantRules(seed: string): Planting[] {
  // Samples with control characters are of binary files; a log is text.
  const samples = TRIES.flatMap((label) => ruleSamples(`${seed}:${label}`)).filter(({ text }) => !/[^\x20-\x7e\n\t]/.test(text));
  return [...Map.groupBy(samples, ({ ruleId }) => ruleId)].map(([ruleId, group]) => ({ name: `rule ${ruleId}`, ruleId, texts: group.map(({ text }) => text) }));
}

function plantDisguises(seed: string): Planting[] {
  const textual = Object.entries(disguises).filter(([name]) => !name.startsWith("utf-16"));
  const all = [...textual.map(([name, disguise]) => [name, (text: string) => Buffer.from(disguise(text)).toString("utf8")] as const), ...Object.entries(logDisguises)];
  return all.map(([name, disguise]) => plantProbe(seed, `disguise ${name}`, disguise));
}

function plantPlaces(seed: string): Planting[] {
  return [
    plantProbe(seed, "place line-start", (value) => `${value} was used`),
    plantProbe(seed, "place line-middle", (value) => `key ${value} was used`),
    plantProbe(seed, "place line-end", (value) => `used was ${value}`),
  ];
}

/** As it is, and in the disguises that only a fingerprint sees through. */
function plantKnown(value: string): Planting[] {
  const base64 = Buffer.from(`user:${value}`).toString("base64");
  return [
    { name: "known value", ruleId: "known-value", texts: [`value ${value} used`] },
    { name: "known value reversed", ruleId: "known-value", texts: [`value ${reverse(value)} used`] },
    { name: "known value in capitals", ruleId: "known-value", texts: [`value ${value.toUpperCase()} used`] },
    { name: "known value in base64 in capitals", ruleId: "known-value-part", texts: [`value ${base64.toUpperCase()} used`] },
    { name: "known value cut off", ruleId: "known-value-part", texts: [`value ${value.slice(0, value.length / 2)} used`] },
  ];
}

function plantProbe(seed: string, name: string, toText: (value: string) => string): Planting {
  return { name, ruleId: PROBE_RULE, texts: TRIES.map((label) => toText(probe(seed, `${name}:${label}`))) };
}

function probe(seed: string, label: string): string {
  const template = credentialRules.find(({ id }) => id === PROBE_RULE)?.samples.hit[0] ?? "";
  return createSampler(`${seed}:${label}`).expand(template);
}

/** One line, or as many as it takes, for each rule about masks and dumps. */
function plantMasks(sampler: Sampler): Planting[] {
  const word = () => sampler.expand("{lower:4}{digit:2}{lower:4}");
  const texts: { readonly [ruleId: string]: string } = {
    "runner-memory-dump": `{"DEPLOY_KEY":{"value":"${word()}","isSecret":true}}`,
    "secrets-context-dump": `{ "github_token": "${word()}", "DEPLOY_KEY": "${word()}" }`,
    "mask-command-echo": `::add-mask::${word()}`,
    "sensitive-variable": `SIGNING_SECRET=${word()}`,
    "masked-in-url": "git clone https://robot:***@host.example/repository",
    "masked-in-header": "> Authorization: Bearer ***",
    "masked-in-command-line": "mysql --password *** < schema.sql",
    "masked-in-part": `value ${"***"}${sampler.expand("{alnum:40}")}`,
    "over-masking": Array.from({ length: 20 }, () => `w${"***"}rd of ${word()}`).join("\n"),
    "debug-logging": Array.from({ length: 25 }, (_, index) => `##[debug]step ${index}`).join("\n"),
    "commands-stopped": `::stop-commands::${word()}`,
  };
  return Object.entries(texts).map(([ruleId, text]) => ({ name: `rule ${ruleId}`, ruleId, texts: [text] }));
}

/** The logs as a runner would have written them: every line with its own stamp. */
function toSource(logs: readonly CanaryLog[]): LogSource {
  const files = logs.map(({ file, lines }) => ({ file, bytes: Buffer.from(lines.map((line, index) => `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.0000000Z ${line}\r\n`).join("")) }));
  const sha256 = () => files.reduce((hash, { bytes }) => hash.update(bytes), createHash("sha256")).digest("hex");
  return { name: NAME, logs: files.map(({ file, bytes }) => ({ place: { kind: "log", file }, repeated: false, open: () => stream(bytes) })), gaps: [], sha256, close: async () => {} };
}

async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
