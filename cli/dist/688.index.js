export const id = 688;
export const ids = [688];
export const modules = {

/***/ 69688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/canary/prove.js
var prove = __webpack_require__(30725);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/detector/sampler.js
var detector_sampler = __webpack_require__(2513);
// EXTERNAL MODULE: ./src/detector/rule-samples.js
var rule_samples = __webpack_require__(63489);
// EXTERNAL MODULE: ./src/detector/credential/rules.generated.js
var rules_generated = __webpack_require__(83799);
// EXTERNAL MODULE: ./src/canary/disguise.js + 4 modules
var disguise = __webpack_require__(73210);
;// CONCATENATED MODULE: ./src/canary/log.js
// A job log with a value for every rule, in every disguise and on every kind of line that the guard claims to read.



/** A rule whose values have a public prefix and no blanks: they survive every encoding. */
const PROBE_RULE = "stripe-secret-key";
const NAME = "canary";
/** Disguises in one log. */
const GROUP = 25;
/** Ends whatever an expression might take for a value that goes on. */
const FILLER = "an ordinary line of output; {nothing} to see";
const TRIES = ["first", "second", "third"];
const base32 = (text) => {
    const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    return (bits.match(/.{1,5}/g) ?? []).map((five) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(Number.parseInt(five.padEnd(5, "0"), 2))).join("");
};
const reverse = (text) => [...text].reverse().join("");
const fold = (text, width) => (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join("\n");
/** What shells, pipes and terminals make of a value; encodings are those of every input. */
const logDisguises = {
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
function logCanary(seed, known) {
    const sampler = (0,detector_sampler/* createSampler */.t)(`${seed}:log`);
    // Masks first: a whole log is told by its first line of a kind, and a random password may hold asterisks.
    const first = [...plantMasks(sampler), ...plantRules(seed), ...plantPlaces(seed), ...(known === undefined ? [] : plantKnown(known))];
    const logs = [first, ...toGroups(plantDisguises(seed))].map((plantings, index) => plantLog(plantings, `${NAME} ${index + 1}`));
    return { input: toSource(logs), plants: logs.flatMap(({ plants }) => plants) };
}
/** So many findings of one rule in one log are told; each disguise has three. */
function toGroups(plantings) {
    return Array.from({ length: Math.ceil(plantings.length / GROUP) }, (_, index) => plantings.slice(index * GROUP, (index + 1) * GROUP));
}
function plantLog(plantings, file) {
    const lines = ["##[group]Run ./canary.sh"];
    const plants = plantings.map(({ name, ruleId, texts }) => {
        const from = lines.length + 1;
        for (const text of texts)
            lines.push(...text.split("\n"), FILLER);
        const to = lines.length;
        return { name, isFoundBy: ({ ruleId: found, location }) => found === ruleId && location.kind === "log" && location.file === file && isBetween(location.line, from, to) };
    });
    return { file, lines, plants };
}
function isBetween(line, first, last) {
    return line !== undefined && line >= first && line <= last;
}
function plantRules(seed) {
    // Samples with control characters are of binary files; a log is text.
    const samples = TRIES.flatMap((label) => (0,rule_samples/* ruleSamples */.U)(`${seed}:${label}`)).filter(({ text }) => !/[^\x20-\x7e\n\t]/.test(text));
    return [...Map.groupBy(samples, ({ ruleId }) => ruleId)].map(([ruleId, group]) => ({ name: `rule ${ruleId}`, ruleId, texts: group.map(({ text }) => text) }));
}
function plantDisguises(seed) {
    const textual = Object.entries(disguise/* disguises */.F).filter(([name]) => !name.startsWith("utf-16"));
    const all = [...textual.map(([name, disguise]) => [name, (text) => Buffer.from(disguise(text)).toString("utf8")]), ...Object.entries(logDisguises)];
    return all.map(([name, disguise]) => plantProbe(seed, `disguise ${name}`, disguise));
}
function plantPlaces(seed) {
    return [
        plantProbe(seed, "place line-start", (value) => `${value} was used`),
        plantProbe(seed, "place line-middle", (value) => `key ${value} was used`),
        plantProbe(seed, "place line-end", (value) => `used was ${value}`),
    ];
}
/** As it is, and in the disguises that only a fingerprint sees through. */
function plantKnown(value) {
    const base64 = Buffer.from(`user:${value}`).toString("base64");
    return [
        { name: "known value", ruleId: "known-value", texts: [`value ${value} used`] },
        { name: "known value reversed", ruleId: "known-value", texts: [`value ${reverse(value)} used`] },
        { name: "known value in capitals", ruleId: "known-value", texts: [`value ${value.toUpperCase()} used`] },
        { name: "known value in base64 in capitals", ruleId: "known-value-part", texts: [`value ${base64.toUpperCase()} used`] },
        { name: "known value cut off", ruleId: "known-value-part", texts: [`value ${value.slice(0, value.length / 2)} used`] },
    ];
}
function plantProbe(seed, name, toText) {
    return { name, ruleId: PROBE_RULE, texts: TRIES.map((label) => toText(probe(seed, `${name}:${label}`))) };
}
function probe(seed, label) {
    const template = rules_generated/* credentialRules */.Z.find(({ id }) => id === PROBE_RULE)?.samples.hit[0] ?? "";
    return (0,detector_sampler/* createSampler */.t)(`${seed}:${label}`).expand(template);
}
/** One line, or as many as it takes, for each rule about masks and dumps. */
function plantMasks(sampler) {
    const word = () => sampler.expand("{lower:4}{digit:2}{lower:4}");
    const texts = {
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
function toSource(logs) {
    const files = logs.map(({ file, lines }) => ({ file, bytes: Buffer.from(lines.map((line, index) => `2026-01-01T00:00:${String(index % 60).padStart(2, "0")}.0000000Z ${line}\r\n`).join("")) }));
    const sha256 = () => files.reduce((hash, { bytes }) => hash.update(bytes), (0,external_node_crypto_.createHash)("sha256")).digest("hex");
    return { name: NAME, logs: files.map(({ file, bytes }) => ({ place: { kind: "log", file }, repeated: false, open: () => stream(bytes) })), gaps: [], sha256, close: async () => { } };
}
async function* stream(bytes) {
    yield bytes;
}

// EXTERNAL MODULE: ./src/detector/credential/own/read-own-rules.js + 2 modules
var read_own_rules = __webpack_require__(90634);
// EXTERNAL MODULE: ./src/detector/inspect-all.js + 1 modules
var inspect_all = __webpack_require__(96463);
// EXTERNAL MODULE: ./src/detector/scrub-texts.js
var scrub_texts = __webpack_require__(76183);
// EXTERNAL MODULE: ./src/detector/known/known-inputs.js
var known_inputs = __webpack_require__(13106);
// EXTERNAL MODULE: ./src/detector/known/leaked-names.js
var leaked_names = __webpack_require__(56346);
// EXTERNAL MODULE: ./src/detector/inspector.js + 55 modules
var inspector = __webpack_require__(28108);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./src/detector/masking/copies.js
// A run's archive holds most lines twice, in the step's log and in the job's: one leak is one finding, told where the step is known.


const NEWLINE = 0x0a;
const MAX_LINE_BYTES = 4096;
/** Steps' logs come first; what the log of the whole job repeats of them is a copy, as often as they hold it. */
class CopyMemory {
    #inSteps = new Map();
    isCopy(finding, fragment) {
        const { place } = fragment;
        if (place.kind !== "log" || place.job === undefined)
            return false;
        const key = toKey(finding, fragment, place);
        const count = this.#inSteps.get(key) ?? 0;
        if (place.step !== undefined) {
            this.#inSteps.set(key, count + 1);
            return false;
        }
        this.#inSteps.set(key, count - 1);
        return count > 0;
    }
}
/** Rule, job and a digest of the line, which stays in memory. What a whole log shows has no line of its own to compare. */
function toKey(finding, fragment, place) {
    const offset = finding.location.kind === "log" ? finding.location.offset : undefined;
    const line = offset === undefined ? "" : digestLine(fragment.bytes, offset - fragment.start);
    return JSON.stringify([place.job, finding.ruleId, finding.decoded, line]);
}
function digestLine(bytes, at) {
    const from = Math.max(0, at - MAX_LINE_BYTES);
    const start = bytes.subarray(from, at).lastIndexOf(NEWLINE) + from + 1;
    const newline = bytes.indexOf(NEWLINE, at);
    const end = Math.min(newline < 0 ? bytes.length : newline, at + MAX_LINE_BYTES);
    return (0,external_node_crypto_.createHash)("sha256").update(external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.max(0, end - start))).digest("hex");
}

// EXTERNAL MODULE: ./src/web-assembly/index.js
var web_assembly = __webpack_require__(74662);
;// CONCATENATED MODULE: ./src/detector/masking/disguise/invisible.js
// What a terminal does not show: escape sequences (ECMA-48, xterm's OSC) and zero-width characters. They cut values in two.
/** No sequence is looked for beyond this many bytes; a longer one is text. */
const MAX_SEQUENCE_BYTES = 4096;
const ESCAPE = 0x1b;
const BELL = 0x07;
const invisible_NEWLINE = 0x0a;
/** 1: may begin something invisible. Newline and carriage return are not among them. */
const suspects = new Uint8Array(256);
for (let byte = 0; byte < 0x20; byte++)
    suspects[byte] = 1;
for (const byte of [0x09, invisible_NEWLINE, 0x0b, 0x0c, 0x0d])
    suspects[byte] = 0;
for (const byte of [0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xef, 0xf3])
    suspects[byte] = 1;
/** The invisible thing at `at`, a byte that `suspects` marks; undefined where the byte is visible text. */
function findInvisible(bytes, at, end) {
    const byte = bytes[at] ?? 0;
    if (byte === ESCAPE)
        return readEscape(bytes, at, end);
    if (byte < 0x20 || byte === 0x7f)
        return bare(1);
    if (byte === 0xc2 && bytes[at + 1] === 0x9b && at + 1 < end)
        return bare(2 + controlSequenceLength(bytes, at + 2, end));
    return zeroWidth(bytes, at, end);
}
function bare(length) {
    return { length, payloadStart: 0, payloadEnd: 0 };
}
function readEscape(bytes, at, end) {
    const next = at + 1 < end ? (bytes[at + 1] ?? 0) : 0;
    if (next === 0x5b)
        return bare(2 + controlSequenceLength(bytes, at + 2, end));
    // OSC, DCS, SOS, PM, APC: text up to BEL or ST.
    if (next === 0x5d || next === 0x50 || next === 0x58 || next === 0x5e || next === 0x5f)
        return readString(bytes, at, end);
    let here = at + 1;
    while (here < end && here < at + 4 && invisible_isBetween(bytes[here], 0x20, 0x2f))
        here++;
    return bare(here < end && invisible_isBetween(bytes[here], 0x30, 0x7e) ? here + 1 - at : 1);
}
/** Length of parameters, intermediates and final byte from `at`; 0 where no final byte comes, so that the text stays. */
function controlSequenceLength(bytes, at, end) {
    const most = Math.min(end, at + 128);
    let here = at;
    while (here < most && invisible_isBetween(bytes[here], 0x20, 0x3f))
        here++;
    return here < most && invisible_isBetween(bytes[here], 0x40, 0x7e) ? here + 1 - at : 0;
}
/** A string that its line or the limit cuts off loses only its introducer: what was meant to be hidden is text then. */
function readString(bytes, at, end) {
    const most = Math.min(end, at + MAX_SEQUENCE_BYTES);
    for (let here = at + 2; here < most; here++) {
        const byte = bytes[here];
        if (byte === invisible_NEWLINE)
            break;
        if (byte === BELL)
            return { length: here + 1 - at, payloadStart: at + 2, payloadEnd: here };
        if (byte === ESCAPE && here + 1 < most && bytes[here + 1] === 0x5c)
            return { length: here + 2 - at, payloadStart: at + 2, payloadEnd: here };
    }
    return bare(2);
}
/** UTF-8 of the characters without width: soft hyphen, joiners, marks of direction, variation selectors, tags, the BOM. */
function zeroWidth(bytes, at, end) {
    const [a, b, c] = [bytes[at], at + 1 < end ? bytes[at + 1] : 0, at + 2 < end ? bytes[at + 2] : 0];
    if ((a === 0xc2 && b === 0xad) || (a === 0xcd && b === 0x8f) || (a === 0xd8 && b === 0x9c))
        return bare(2);
    if (a === 0xe2 && b === 0x80 && (invisible_isBetween(c, 0x8b, 0x8f) || invisible_isBetween(c, 0xaa, 0xae)))
        return bare(3);
    if (a === 0xe2 && b === 0x81 && (invisible_isBetween(c, 0xa0, 0xa4) || invisible_isBetween(c, 0xa6, 0xaf)))
        return bare(3);
    if (a === 0xef && b === 0xbb && c === 0xbf)
        return bare(3);
    if (a === 0xef && b === 0xb8 && invisible_isBetween(c, 0x80, 0x8f))
        return bare(3);
    if (a === 0xe1 && b === 0xa0 && c === 0x8e)
        return bare(3);
    if (a === 0xf3 && b === 0xa0 && invisible_isBetween(c, 0x80, 0x87) && at + 3 < end)
        return bare(4);
    return undefined;
}
function invisible_isBetween(byte, low, high) {
    return byte !== undefined && byte >= low && byte <= high;
}

// EXTERNAL MODULE: ./src/detector/sieve/alignment.js
var alignment = __webpack_require__(20489);
;// CONCATENATED MODULE: ./src/detector/masking/sieve/rotation.js
// What rotation by thirteen makes of characters, and of what encodings are made of.

/** Characters of base64, base32, hexadecimal digits, percent-encoding and escapes. */
const encoded = new Uint8Array(256);
for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_%\\")
    encoded[character.charCodeAt(0)] = 1;
/** Each byte; a letter thirteen places on. */
const turned = Uint8Array.from({ length: 256 }, (_, byte) => {
    const base = byte & 0x60;
    const isLetter = (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
    return isLetter ? ((byte - base - 1 + 13) % 26) + base + 1 : byte;
});
/** For each byte, turned, and its place modulo four: the alignments under which it can be part of base64 of text. */
const alignments = (0,alignment/* toAlignments */.y)((byte) => turned[byte]);

;// CONCATENATED MODULE: ./src/detector/masking/sieve/module.generated.js
// Generated by `npm run generate` from wasm/log.ts; do not edit.
/** The WebAssembly module of 6094 bytes, in base64. */
const logModule = [
    "AGFzbQEAAAABIgZgAX8AYAJ/fwBgA39/fwBgAX8Bf2ACf38Bf2AEf39/fwACHgIGbWVtb3J5BWRyYWluAAADZW52Bm1lbW9yeQIAAAMNDAUBAQIDAAQABAIAAwY4C38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/",
    "AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAsHHQMJY29uZmlndXJlAAoEc2lmdAAJBm1lbW9yeQIACpcuDEEBAX8jBCMFQQNqSARAIwUQAEEAJAULIwMjBUECdGoiBCABNgIAIAQgAjYCBCAEIANBBHQgAHI2",
    "AggjBUEDaiQFC80FAgd/A3sgACECA0AgASACSgRA/QxJCwsLCxsLDQ0NLBSENBSUIwAgAmr9AAQAIgn9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAABAhRogGCAAAAAAAAAAAIAlBBP1t/Q79TiEKQf//A0EBIAEg",
    "AmsiCHRBAWsgCEEQThshCCAJ/QxBQUFBQUFBQUFBQUFBQUFB/XH9DBoaGhoaGhoaGhoaGhoaGhr9JiAJ/QxfX19fX19fX19fX19fX19f/SP9UCELIAMEf0EBBSAIIAr9DAEBAQEBAQEBAQEBAQEBAQH9Tv0MAAAA",
    "AAAAAAAAAAAAAAAAAP0k/WRxQQBHCyEDQQEgC/1kIAhxQQBHIAQbIQQgBgR/QQEFIAn9DDo6Ojo6Ojo6Ojo6Ojo6Ojr9I/1kIAhxQQBHCyEGIAUgCCAK/QwMDAwMDAwMDAwMDAwMDAwM/U79DAAAAAAAAAAAAAAA",
    "AAAAAAD9JP1kcWlqIQUgByAJ/QwlJSUlJSUlJSUlJSUlJSUl/SMgCf0MXFxcXFxcXFxcXFxcXFxcXP0j/VD9ZCAIcWlqIQcgAkEQaiECDAELCyABIABrQRhOBEAgACABQQQQBCADBEAgACABQQIQBAsLIANFIAEg",
    "AGtBgCBKcgRADwsgBUEESAR/IAFBAWshAgJ/A0AgAiAAIAFBEWsiAyAAIANKG0oEQEEAIwAgAmotAAAiA0EySSADQTdLcg0CGiACQQJrIQIMAQsLQQELBSAECwR/QQEFIAdBCE4Ef0EAIQMgAUEBayECA0AgACAC",
    "SARAIwAgAkEBa2otAAAhBCADQQFqIAMjACACai0AACIDQSVGBH9BAQUgA0HcAEYEfyAEQfgARiAEQfUARnIFQQALCxshAyACQQFrIQIMAQsLIANBCE4FQQALCwRAQQAgACABQQAQAQUgBkEAIAVBBE4bBEBBACAA",
    "IAFBARABCwsLsgEBBX8jASICIABBgAFqIgQgAiAESBshBkFAIQIgAEFAaiIEQQAgBEEAThsgAEHAAEhrIQADQCAAIAZIBEACQCAAQQBIBH9BCgUjACAAai0AAAsiBEEKRyAEQSBHcQ0AIAAgAmtBAWsgAUcEf0EA",
    "BUEBIAVBAWogAyAERxsLIQUgBCEDIAAhAiAFQQpIDQAjBkEBIAF0ciQGQQIgACAAQQFqIAEQAQ8LIABBAWohAAwBCwsL/QEBBH8gAEEXaiEEA0AgASAESgRAAkAgAiMAIARqLQAAIwJBgAhqai0AAHFFDQAgBCID",
    "QQFqIQYDQCAAIANIBH8gAiMAIANBAWtqLQAAIwJBgAhqai0AAHEFQQALBEAgA0EBayEDDAELCwNAIAEgBkoEfyACIwAgBmotAAAjAkGACGpqLQAAcQVBAAsEQCAGQQFqIQYMAQsLIAQgBkEBayIFIAQgBUobIQQg",
    "BiADa0EYSA0AIAJBBEYEQCADEAwiBQRAQQogAyAGIAUQAQsFIAYgA2tBgIAETARAIAMgBhAHIgUEQEELIAMgBiAFEAELCwsLIARBGGohBAwBCwsLpgEAAkACQCMAIABBAWtqLQAAIwAgAEEDa2otAABBEHQjACAA",
    "QQJrai0AAEEIdHJyIgBB2YqtAkYNACAAQc6KrQJGDQAgAEHUiskCRg0AIABBxKS9AkYNACAAQcSuzQJGDQAgAEHFpoUCRg0AIABB06aFAkYNACAAQcSuwQJGDQAgAEHUgsECRg0AIABBzIKlAkYNACAAQdOYhQJG",
    "DQAMAQtBAQ8LQQALIgAjCEUgACMHSnEgACMHa0GAAkxxBEBBASMHIABBABABCwveBAEHfyABIABB4ABqIgIgASACSBshCCAAIQIDQCACIAhIBEAjACACai0AACIHQTBrQQpJBEBBASEDBSAHQdwARiAHQSVGcgRA",
    "QQEhBQUgB0HVAEYEfyMAIAJBAWpqLQAAQTRGBUEACwRAQQEhBgUgBEEBaiAEIAdB3wBGIAdBLUZyGyEECwsLIAJBAWohAgwBCwsgA0UEQEEADwtBACAIIABrIARBA3ROIAUbBH9BDyEDIAAhAgJ/A0AgAiAAQRBq",
    "SARAQQAgAyMCIwAgAmotAAAgAiAAa0EDcUEIdGpqLQAAcSIDRQ0CGiACQQFqIQIMAQsLQQELBH9BAQVBDyEEIAEgAGtBEGtBAXUgAGoiAiEDAn8DQCADIAJBEGpIBEBBACAEIwIjACADai0AACADIABrQQNxQQh0",
    "amotAABxIgRFDQIaIANBAWohAwwBCwtBAQsLBH9BAQVBDyEDIAFBEGsiAiEBAn8DQCABIAJBEGpIBEBBACADIwIjACABai0AACABIABrQQNxQQh0amotAABxIgNFDQIaIAFBAWohAQwBCwtBAQsLBUEACwRAQQIP",
    "CyAFIAZyBEBBASEBBUEBIQVBASEEQQEhAyAAIQICQANAIAIgAEEYakgEQCMAIAJqLQAAIgZBMmtBBkkhByAFBH8gBkEwa0EKSQR/QQEFIAZBIHJB7gBrQQZJCwVBAAshBUEAIQEgAwR/IAZB4QBrQRpJIAdyBUEA",
    "CyIDIAUgBAR/IAZBwQBrQRpJIAdyBUEACyIEcnJFDQIgAkEBaiECDAELC0EBIQELCyABQQBHC/EDAQJ/IwAgAEEBamotAAAhAQJAAkACQAJAAkACQAJAAkAjACAAai0AACICQdwARwRAIAJBIkYNASACQSdGDQEg",
    "AkEqRg0CIAJBPUYNAyACQTpGDQQgAkEjRg0FIAJB0wBGDQYgAkHfAEYNBwwIC0EEIAAgAEEBaiABEAEMBwsgAUEnRiABQSJGcgRAQQUgACAAQQJqQQAQAQsMBgsgAUEqRiAAIwpOcQR/IwAgAEECamotAABBKkYF",
    "QQALBEBBBiAAIABBA2oiAEEAEAEgACQKCwwFCyAAEAUEQEEHIAAgAEEBakEAEAELDAQLIAFBOkYEQCAAQQJqIgEjAGotAAAiAkHzAEYgAkHhAEZyBEBBCCAAIAEgAhABCwUgAUEgRgR/IAAQBQVBAAsEQEEHIAAg",
    "AEECakEAEAELCwwDCyABQSNGBH8jACAAQQJqai0AAEHbAEYFQQALBEBBCCAAIABBA2pBIxABCwwCCyABQeUARiEBIwAgAEEBa2otAABB8wBGBH8jACAAQQJrai0AAEHpAEYFQQALIAFxBEBBCSAAQQJrIABBBmpB",
    "ABABCwwBCyABQfQARiEBIwAgAEEBa2otAABB4gBGBH8jACAAQQdrai0AAEEiRgVBAAsgAXEEQEEJIABBB2sgAEEGakEBEAELCwtVACAAJAAgASQBQQAkBUEAJAlBACQHQQAkCEEAJAZBACQKQQAhAANAIAAgAUgE",
    "QCAAEAsgAEFAayEADAELCyMJQRBOBEAgASMJayABEAILIAEQBiMFCw4AIAAkAiABJAMgAiQEC/sVAwZ+CXsDfwJAIwEgAGsiEEHAAEgEfkIBIBCshkIBfQVCfwsiBP0MSQsLCwsbCw0NDSwUhDQUlCMAIABqIhH9",
    "AAQAIgv9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAABAhRogGCAAAAAAAAAAAIAtBBP1t/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WSt/QxJCwsLCxsLDQ0NLBSENBSUIBH9AAQQIgz9DA8PDw8PDw8PDw8PDw8P",
    "Dw/9Tv0O/QwAABAhRogGCAAAAAAAAAAAIAxBBP1t/Q79Tv0MAAAAAAAAAAAAAAAAAAAAAP0j/WStQhCGhP0MSQsLCwsbCw0NDSwUhDQUlCAR/QAEICIN/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAAQIUaIBggA",
    "AAAAAAAAACANQQT9bf0O/U79DAAAAAAAAAAAAAAAAAAAAAD9I/1krUIghoT9DEkLCwsLGwsNDQ0sFIQ0FJQgEf0ABDAiDv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAAECFGiAYIAAAAAAAAAAAgDkEE/W39Dv1O",
    "/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZK1CMIaEQn+FgyIBQn9RBEAjCUFAayQJDAELIAFCf4V6pyIQIwlqQRBOBEAgACMJayAAIBBqEAILIAFCf4V5pyQJIAFCfyAQrIaDQn8jCayIgyIBIAFCAYiDIgIgAkICiIMi",
    "AiACQgSIgyICIAJCCIiDIQMDQCADQgBSBEAgA3qnIhIgASASrIhCf4V6p2ohECAAIBJqIAAgEGoQAiADQn8gEKyGgyEDDAELCwv9DAAAAmAAAAACAAAUAAEIAIAgC/0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAAA",
    "JhgAwQAAAAAAAAAAAAAgC0EE/W39Dv1OIgf9UwRAIAf9DBkZGRkZGRkZGRkZGRkZGRn9TiAH/QwAAAJgAAAAAgAAFAABCACAIBH9AAQBIgj9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAACYYAMEAAAAAAAAAAAAA",
    "IAhBBP1t/Q79Tv1O/QwmJiYmJiYmJiYmJiYmJiYm/U79UCAH/QxAQEBAQEBAQEBAQEBAQEBA/U4gEUEBa/0ABAAiCP0Mc3Nzc3Nzc3Nzc3Nzc3Nzc/0j/U4gB/0MgICAgICAgICAgICAgICAgP1OIAj9DGJiYmJi",
    "YmJiYmJiYmJiYmL9I/1O/VD9UCEHC/0MAAACYAAAAAIAABQAAQgAgCAM/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAAmGADBAAAAAAAAAAAAACAMQQT9bf0O/U4iCP1TBEAgCP0MGRkZGRkZGRkZGRkZGRkZGf1O",
    "IAj9DAAAAmAAAAACAAAUAAEIAIAgEUEQaiIQ/QAEASIJ/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAAAmGADBAAAAAAAAAAAAACAJQQT9bf0O/U79Tv0MJiYmJiYmJiYmJiYmJiYmJv1O/VAgCP0MQEBAQEBAQEBA",
    "QEBAQEBAQP1OIBBBAWv9AAQAIgn9DHNzc3Nzc3Nzc3Nzc3Nzc3P9I/1OIAj9DICAgICAgICAgICAgICAgID9TiAJ/QxiYmJiYmJiYmJiYmJiYmJi/SP9Tv1Q/VAhCAv9DAAAAmAAAAACAAAUAAEIAIAgDf0MDw8P",
    "Dw8PDw8PDw8PDw8PD/1O/Q79DAAAJhgAwQAAAAAAAAAAAAAgDUEE/W39Dv1OIgn9UwRAIAn9DBkZGRkZGRkZGRkZGRkZGRn9TiAJ/QwAAAJgAAAAAgAAFAABCACAIBFBIGoiEP0ABAEiCv0MDw8PDw8PDw8PDw8P",
    "Dw8PD/1O/Q79DAAAJhgAwQAAAAAAAAAAAAAgCkEE/W39Dv1O/U79DCYmJiYmJiYmJiYmJiYmJib9Tv1QIAn9DEBAQEBAQEBAQEBAQEBAQED9TiAQQQFr/QAEACIK/Qxzc3Nzc3Nzc3Nzc3Nzc3Nz/SP9TiAJ/QyA",
    "gICAgICAgICAgICAgICA/U4gCv0MYmJiYmJiYmJiYmJiYmJiYv0j/U79UP1QIQkL/QwAAAJgAAAAAgAAFAABCACAIA79DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAACYYAMEAAAAAAAAAAAAAIA5BBP1t/Q79TiIK",
    "/VMEQCAK/QwZGRkZGRkZGRkZGRkZGRkZ/U4gCv0MAAACYAAAAAIAABQAAQgAgCARQTBqIhD9AAQBIg/9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwAACYYAMEAAAAAAAAAAAAAIA9BBP1t/Q79Tv1O/QwmJiYmJiYm",
    "JiYmJiYmJiYm/U79UCAK/QxAQEBAQEBAQEBAQEBAQEBA/U4gEEEBa/0ABAAiD/0Mc3Nzc3Nzc3Nzc3Nzc3Nzc/0j/U4gCv0MgICAgICAgICAgICAgICAgP1OIA/9DGJiYmJiYmJiYmJiYmJiYmL9I/1O/VD9UCEK",
    "CyAHIAj9UCAJIAr9UP1Q/VMEQCAH/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZK0gCP0MAAAAAAAAAAAAAAAAAAAAAP0j/WStQhCGhCAJ/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZK1CIIaEIAr9DAAAAAAAAAAAAAAAAAAA",
    "AAD9I/1krUIwhoRCf4UgBIMhAgNAIAJCAFIEQCAAIAJ6p2oQCCACIAJCAX2DIQIMAQsLCyAL/QwgICAgICAgICAgICAgICAg/SP9ZK0gDP0MICAgICAgICAgICAgICAgIP0j/WStQhCGhCAN/QwgICAgICAgICAg",
    "ICAgICAg/SP9ZK1CIIaEIA79DCAgICAgICAgICAgICAgICD9I/1krUIwhoQhBSAL/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZK0gDP0MCgoKCgoKCgoKCgoKCgoKCv0j/WStQhCGhCAN/QwKCgoKCgoKCgoKCgoKCgoK",
    "/SP9ZK1CIIaEIA79DAoKCgoKCgoKCgoKCgoKCgr9I/1krUIwhoQiBiAEgyEDIAv9DCAgICAgICAgICAgICAgICD9cf0MX19fX19fX19fX19fX19fX/0m/WStIAz9DCAgICAgICAgICAgICAgICD9cf0MX19fX19f",
    "X19fX19fX19fX/0m/WStQhCGhCAN/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9Jv1krUIghoQgDv0MICAgICAgICAgICAgICAgIP1x/QxfX19fX19fX19fX19fX19f/Sb9ZK1CMIaEQn+F",
    "IAZCf4WDIASDIgIhAQNAIAJCAFIEQCAAIAJ6p2oiECMAai0AACIRQRtGBEAgASACQgAgAn2DQn+FgyEBCyMAIBBqLQAAIwJBgAhqai0AAEEBcQRAQQMgECAQQQFqIBEQAQsgAiACQgF9gyECDAELCyABIAWEIQED",
    "QCADQgBSBEAgA0IAIAN9gyECIwgEf0EBBSABIAJCAX2DQgBSCyQIIAAgA3qnaiIQEAYgASACIAJCAX2EQn+FgyEBQQAkCCAQQQFqJAcgAyADQgF9gyEDDAELC0EBIAFCAFIjCBskCCMGQQJxRSAFIAaEIASDIgEg",
    "AUIBiEJ/hYMiASABQgKIgyICIAJCBIiDQgBScQRAIABBARADCyMGQQRxRSABIAFCA4iDIgIgAkIGiINCAFJxBEAgAEECEAMLIwZBEHFFIAEgAUIFiIMiASABQgqIg0IAUnEEQCAAQQQQAwsL0AMCBn8BfiAAIQED",
    "QCABIABBDGpIBEAjACABai0AACICQRhrIAJBIHJB4QBrIAJBwABJG60gB0IFhoQhByABQQFqIQEMAQsLIAdCBIYjACAAQQxqai0AACIBQRhrIAFBIHJB4QBrIAFBwABJG61CAYiEIQcDQCAFQQhIBEAgBEEBIAV0",
    "ciAEAn9BASAHQjCIQos/UQ0AGkEAIQEDQCABQQdIBEAgB0I4IAFBA3SsfYinQf8BcSIDQQpGIANBIGtB3wBJciADQQ1GciADQQlGciADQRtGciECAkAgA0GAAUkNAEEAIQIgA0HCAUkgA0H0AUtyDQAgA0HwAU8E",
    "f0EEBUEDQQIgA0HgAU8bCyEDIAFBAWohBANAIARBCCABIANqIgYgBkEIThtIBEAgB0I4IARBA3SsfYinQcABcUGAAUcNAiAEQQFqIQQMAQsLIAMhAgtBACACRQ0CGiABIAJqIQEMAQsLQQELGyEEIAdCBYYgAEEM",
    "aiAFaiIBIwBqLQAAIgJBGGsgAkEgckHhAGsgAkHAAEkbrUIBg0IEhoQjACABQQFqai0AACIBQRhrIAFBIHJB4QBrIAFBwABJG61CAYiEIQcgBUEBaiEFDAELCyAECw==",
].join("");

;// CONCATENATED MODULE: ./src/detector/masking/sieve/log-marks.js
// The host of wasm/log.ts: one look at every byte, shared by everything that looks for something in a log.




const kinds = ["reversed", "line", "groups", "invisible", "backslash", "seam", "mask", "operator", "command", "dump", "base32", "rotated"];
/** Of what may be reversed: it may be a value only where an address stands backwards. */
const WITH_ADDRESS = 1;
/** Of what may be rotated: it is base64 of text, which needs no further look. */
const IS_BASE64 = 2;
/** Words of a mark as it is emitted: start, end, and the kind with what was seen above it. */
const WORDS = 3;
const KIND_BITS = 4;
const KIND = (1 << KIND_BITS) - 1;
const OUT_WORDS = 3 << 14;
const BEFORE = 64;
const BEHIND = 64;
/** Bits of a byte's class, as wasm/log/marks.ts knows them. */
const HIDDEN = 1;
const ENCODED = 2;
const QUINTET = 4;
const classes = Uint8Array.from({ length: 256 }, (_, byte) => {
    const isQuintet = /[A-Za-z2-7]/.test(String.fromCharCode(byte));
    return (suspects[byte] === 1 ? HIDDEN : 0) | (encoded[byte] === 1 ? ENCODED : 0) | (isQuintet ? QUINTET : 0);
});
const OUT = alignments.length + classes.length;
const INPUT = OUT + OUT_WORDS * 4 + BEFORE;
class Engine {
    #memory;
    #exports;
    #bytes;
    #emitted = new Int32Array(3 << 12);
    #count = 0;
    constructor() {
        const started = (0,web_assembly/* startModule */.zS)(logModule, { memory: { drain: (words) => this.#drain(words) } });
        this.#memory = started.memory;
        this.#exports = started.exports;
        (0,web_assembly/* ensureMemory */.EJ)(this.#memory, INPUT);
        this.#bytes = new Uint8Array(this.#memory.buffer);
        this.#bytes.set(alignments);
        this.#bytes.set(classes, alignments.length);
        this.#exports.configure(0, OUT, OUT_WORDS);
    }
    sift(bytes) {
        if ((0,web_assembly/* ensureMemory */.EJ)(this.#memory, INPUT + bytes.length + BEHIND))
            this.#bytes = new Uint8Array(this.#memory.buffer);
        this.#bytes.set(bytes, INPUT);
        this.#bytes.fill(0, INPUT + bytes.length, INPUT + bytes.length + BEHIND);
        this.#count = 0;
        this.#drain(this.#exports.sift(INPUT, bytes.length));
        return this.#count === 0 ? unmarked : new LogMarks(this.#emitted.slice(0, this.#count));
    }
    #drain(words) {
        if (this.#count + words > this.#emitted.length) {
            const grown = new Int32Array((this.#count + words) * 2);
            grown.set(this.#emitted);
            this.#emitted = grown;
        }
        this.#emitted.set(new Int32Array(this.#memory.buffer, OUT, words), this.#count);
        this.#count += words;
    }
}
/** Marks of one text by kind, each kind's in order. */
class LogMarks {
    #words;
    #byKind = [];
    constructor(words) {
        this.#words = words;
    }
    get isEmpty() {
        return this.#words.length === 0;
    }
    *of(kind) {
        const list = this.words(kind);
        for (let at = 0; at < list.length; at += WORDS)
            yield { start: list[at], end: list[at + 1], seen: list[at + 2] };
    }
    /** The same as start, end, seen, and on: for what occurs on every line. */
    words(kind) {
        const number = kinds.indexOf(kind);
        return (this.#byKind[number] ??= this.#choose(number));
    }
    #choose(kind) {
        const all = this.#words;
        let count = 0;
        for (let at = 2; at < all.length; at += WORDS)
            if ((all[at] & KIND) === kind)
                count += WORDS;
        if (count === 0)
            return none;
        const chosen = new Int32Array(count);
        for (let at = 0, to = 0; at < all.length; at += WORDS) {
            const last = all[at + 2];
            if ((last & KIND) !== kind)
                continue;
            chosen[to] = all[at];
            chosen[to + 1] = all[at + 1];
            chosen[to + 2] = last >>> KIND_BITS;
            to += WORDS;
        }
        return chosen;
    }
}
const none = new Int32Array(0);
const unmarked = new LogMarks(none);
/** Texts as large as this are remembered while they live; of the smaller ones, which come by the thousand, only the last. */
const REMEMBERED = 1 << 12;
const known = new WeakMap();
let last;
let engine;
/** The marks of `bytes`; asked again for the same bytes, which nobody may have written to meanwhile, it mostly answers from memory. */
function findMarks(bytes) {
    const before = last?.bytes === bytes ? last.marks : known.get(bytes);
    if (before)
        return before;
    engine ??= new Engine();
    const marks = engine.sift(bytes);
    if (bytes.length >= REMEMBERED)
        known.set(bytes, marks);
    else
        last = { bytes, marks };
    return marks;
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/base32.js

/** Digits of five bits after which bits and bytes meet again. */
const base32_GROUP = 8;
const quintet = new Int8Array(256).fill(-1);
for (const [value, character] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"].entries()) {
    quintet[character.charCodeAt(0)] = value;
    quintet[character.toLowerCase().charCodeAt(0)] = value;
}
/** Runs that stand for text, once or twice over; words of ordinary language don't. */
const base32_base32 = { name: "base32", decode };
function decode(bytes) {
    return [...findMarks(bytes).of("base32")].flatMap((run) => decodeRun(bytes, run));
}
/** The run may begin anywhere in a group, since other letters may be glued to its front: at the places that the mark names. */
function decodeRun(bytes, { start, end, seen }) {
    return Array.from({ length: base32_GROUP }, (_, shift) => shift).flatMap((shift) => {
        if ((seen & (1 << shift)) === 0)
            return [];
        const from = start + shift;
        const decoded = { start, end, bytes: toBytes(bytes, from, end), at: (offset) => from + Math.floor((offset * 8) / 5) };
        if (!isText(decoded.bytes))
            return [];
        const again = decode(decoded.bytes).map((inner) => ({ start, end, bytes: inner.bytes }));
        return [decoded, ...again];
    });
}
function toBytes(bytes, start, end) {
    const out = new Uint8Array(Math.max(0, Math.floor(((end - start) * 5) / 8)));
    let bits = 0;
    let held = 0;
    let to = 0;
    for (let at = start; at < end && to < out.length; at++) {
        held = ((held << 5) | quintet[bytes[at]]) & 0xfff;
        bits += 5;
        if (bits < 8)
            continue;
        bits -= 8;
        out[to++] = (held >> bits) & 0xff;
    }
    return out;
}
/** Visible text, colours and UTF-8 among it, or the beginning of a compressed stream; what is cut off at the end counts for nothing. */
function isText(bytes) {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
        return true;
    for (let at = 0; at < bytes.length - 1;) {
        const length = characterLength(bytes, at);
        if (length === 0)
            return false;
        at += length;
    }
    return bytes.length > 0;
}
/** Bytes of the character at `at`; 0 for what stands in no text. */
function characterLength(bytes, at) {
    const byte = bytes[at];
    if (byte < 0x80)
        return (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? 1 : 0;
    const length = byte >= 0xf0 && byte < 0xf5 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    for (let next = 1; next < length; next++)
        if (at + next < bytes.length && (bytes[at + next] & 0xc0) !== 0x80)
            return 0;
    return byte < 0xf5 ? length : 0;
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/line.js
// Lines of the text that is read, and of texts that are put together.

const line_NEWLINE = 0x0a;
/** Stands between pieces of one text: a line with a blank, so that no other decoder takes two pieces for one that was wrapped. */
const SEAM = external_node_buffer_.Buffer.from("\n \n");
/** From the line's beginning to its end, at most so many bytes to either side of `at`. */
function lineAround(bytes, at, reach) {
    const first = Math.max(0, at - reach.before);
    const last = Math.min(bytes.length, at + reach.behind);
    const newline = bytes.subarray(at, last).indexOf(line_NEWLINE);
    return { start: bytes.subarray(first, at).lastIndexOf(line_NEWLINE) + first + 1, end: newline < 0 ? last : at + newline };
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/line-break.js


const BACKSLASH = 0x5c;
const line_break_NEWLINE = 0x0a;
const REACH = { before: 1 << 12, behind: 1 << 12 };
/** Lines in which `\\n` or `\\r\\n` stands between characters of a value, with the line ends in their place. */
const lineBreak = { name: "line-break", decode: line_break_decode };
function line_break_decode(bytes) {
    const found = [];
    let done = 0;
    for (const { start: at, seen } of findMarks(bytes).of("backslash")) {
        if (seen !== 0x6e || at < done || !isValue(bytes[at + 2]) || !(isValue(bytes[at - 1]) || bytes[at - 2] === BACKSLASH))
            continue;
        const { start, end } = lineAround(bytes, at, REACH);
        found.push(undo(bytes, start, end));
        done = end;
    }
    return found;
}
function undo(bytes, start, end) {
    const out = new Uint8Array(end - start);
    const from = new Int32Array(end - start);
    let to = 0;
    for (let at = start; at < end;) {
        const length = breakLength(bytes, at);
        from[to] = at;
        out[to++] = length > 0 ? line_break_NEWLINE : bytes[at];
        at += length || 1;
    }
    return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}
function breakLength(bytes, at) {
    if (bytes[at] !== BACKSLASH)
        return 0;
    if (bytes[at + 1] === 0x6e)
        return 2;
    return bytes[at + 1] === 0x72 && bytes[at + 2] === BACKSLASH && bytes[at + 3] === 0x6e ? 4 : 0;
}
/** Letters, digits and the signs of encodings. */
function isValue(byte) {
    return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || "+/=-_%".includes(String.fromCharCode(byte)));
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/capital-escape.js
// `\U0041`: what becomes of JSON's and Go's escapes where a text is put into capitals, and Python's long form.



const capital_escape_BACKSLASH = 0x5c;
const capital_escape_REACH = { before: 1 << 12, behind: 1 << 12 };
const LONGEST = 10;
const CAPITAL = 0x55;
/** Lines with such escapes, undone. */
const capitalEscape = { name: "capital-escape", decode: capital_escape_decode };
function capital_escape_decode(bytes) {
    const buffer = external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = [];
    let done = 0;
    for (const { start: at, seen } of findMarks(bytes).of("backslash")) {
        if (seen !== CAPITAL || at < done || capital_escape_readEscape(buffer, at) === undefined)
            continue;
        const { start, end } = lineAround(bytes, at, capital_escape_REACH);
        found.push(capital_escape_undo(buffer, start, end));
        done = end;
    }
    return found;
}
function capital_escape_undo(bytes, start, end) {
    const out = new Uint8Array(end - start);
    const from = new Int32Array(end - start);
    let to = 0;
    for (let at = start; at < end;) {
        const escape = capital_escape_readEscape(bytes, at);
        from[to] = at;
        out[to++] = escape?.byte ?? bytes[at];
        at += escape?.length ?? 1;
    }
    return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}
function capital_escape_readEscape(bytes, at) {
    if (bytes[at] !== capital_escape_BACKSLASH)
        return undefined;
    const match = /^\\U(?:0000)?00([2-7][0-9A-F])/i.exec(bytes.toString("latin1", at, at + LONGEST));
    return match ? { byte: Number.parseInt(match[1] ?? "", 16), length: match[0].length } : undefined;
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/reversed.js
// `echo "$TOKEN" | rev`: the runner's masker does not know a value backwards.



/** How much of a line with colours is read backwards to either side of one. */
const reversed_LONGEST = 4096;
/** How a colour (ECMA-48, CSI) begins; backwards the bracket comes first. */
const reversed_ESCAPE = 0x1b;
const BRACKET = 0x5b;
/** All runs that may be values, each backwards on lines of its own: one text to search instead of thousands. */
const reversed = { name: "reversed", decode: reversed_decode };
function reversed_decode(bytes) {
    const runs = [];
    let size = 0;
    const words = findMarks(bytes).words("reversed");
    // The backwards front of an address: only near one may a run be a password that has no mark of its own.
    let hasAddress;
    for (let at = 0; at < words.length; at += 3) {
        const [start, end, seen] = [words[at], words[at + 1], words[at + 2]];
        if (seen === WITH_ADDRESS && !(hasAddress ??= external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("//:")))
            continue;
        runs.push(start, end);
        size += end - start + SEAM.length;
    }
    return [...(runs.length === 0 ? [] : [reversed_reverse(bytes, runs, size)]), ...reverseColoured(bytes)];
}
/** Lines with colours backwards, whole: the colour may stand within the value. */
function reverseColoured(bytes) {
    const found = [];
    let done = 0;
    for (const { start: at, seen } of findMarks(bytes).of("invisible")) {
        if (seen !== reversed_ESCAPE || at < done || bytes[at - 1] !== BRACKET)
            continue;
        const { start, end } = lineAround(bytes, at, { before: reversed_LONGEST, behind: reversed_LONGEST });
        found.push({ start, end, bytes: new Uint8Array(bytes.subarray(start, end)).reverse(), at: (offset) => Math.max(start, end - 1 - offset) });
        done = end;
    }
    return found;
}
function reversed_reverse(bytes, runs, size) {
    const out = new Uint8Array(size);
    const starts = new Int32Array(runs.length / 2);
    let to = 0;
    for (let index = 0; index < runs.length; index += 2) {
        starts[index / 2] = to;
        const first = runs[index] ?? 0;
        for (let at = (runs[index + 1] ?? 0) - 1; at >= first; at--)
            out[to++] = bytes[at];
        out.set(SEAM, to);
        to += SEAM.length;
    }
    const at = (offset) => {
        const run = findRun(starts, offset);
        const [first, end] = [runs[2 * run] ?? 0, runs[2 * run + 1] ?? 0];
        return Math.max(first, end - 1 - (offset - (starts[run] ?? 0)));
    };
    return { start: runs[0] ?? 0, end: runs.at(-1) ?? 0, bytes: out, at };
}
/** The last run that begins at or before `offset`. */
function findRun(starts, offset) {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/rotated.js


const SAMPLE = 16;
/** How much of a run tells what it is. */
const LOOK = 96;
/** Encoded runs whose rotation is the encoding of text or of a gzip stream, each turned back on a line of its own. */
const rotated = { name: "rot13", decode: rotated_decode };
function rotated_decode(bytes) {
    const frontOf = ({ start, end }) => String.fromCharCode(...bytes.subarray(start, Math.min(end, start + LOOK)));
    const runs = [...findMarks(bytes).of("rotated")].filter((run) => run.seen === IS_BASE64 || isRotated(frontOf(run)));
    return runs.length === 0 ? [] : [turn(bytes, runs)];
}
/** By the rotated fronts of gzip in base64, and by digits that rotation has taken out of their alphabet. */
function isRotated(front) {
    if (front.includes("U4fV") || /^1[sS]8[oO]/.test(front))
        return true;
    if (/[%\\]/.test(front))
        return /(?:%[2-7][n-s].{0,12}){2}|(?:\\[hk][0-9n-s]{2}.{0,24}){2}/i.test(front);
    return /^[0-9n-s]{24}/i.test(front) ? /[n-s]/i.test(front) && /^.?(?:[2-7].|0[9nqNQ]|1o){8}/i.test(front) : isBase32OfText(front);
}
/** Sixteen digits make ten bytes; all of them text happens to one word in a thousand. */
function isBase32OfText(text) {
    const digits = /^(?:[A-Z2-7]{24}|[a-z2-7]{24})/.test(text) ? text.slice(0, SAMPLE).toUpperCase() : "";
    if (digits === "")
        return false;
    let bits = "";
    for (const digit of digits)
        bits += "NOPQRSTUVWXYZABCDEFGHIJKLM234567".indexOf(digit).toString(2).padStart(5, "0");
    for (let at = 0; at + 8 <= bits.length; at += 8)
        if (bits[at] === "1" || bits.slice(at, at + 3) === "000")
            return false;
    return true;
}
function turn(bytes, runs) {
    const size = runs.reduce((sum, { start, end }) => sum + end - start + SEAM.length, 0);
    const out = new Uint8Array(size);
    const from = new Int32Array(size);
    let to = 0;
    for (const { start, end } of runs) {
        for (let at = start; at < end; at++) {
            from[to] = at;
            out[to++] = turned[bytes[at]];
        }
        from.fill(end, to, to + SEAM.length);
        out.set(SEAM, to);
        to += SEAM.length;
    }
    return { start: runs[0]?.start ?? 0, end: runs.at(-1)?.end ?? 0, bytes: out, at: (offset) => from[Math.min(offset, size - 1)] ?? 0 };
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/shell-quoting.js
// `printf %q`, `set -x` and single quotes inside single quotes: backslashes and seams of quotes that a shell takes away.



const shell_quoting_BACKSLASH = 0x5c;
const QUOTE = 0x27;
const DOUBLE = 0x22;
const MAX_BEFORE = 256;
const MAX_AFTER = 4096;
/** Characters that a shell escapes; a backslash before any other belongs to a path, an expression or another language. */
const escaped = new Set(external_node_buffer_.Buffer.from(" $&;|<>()*?#~!'^{}[]`,%=+@"));
/** The part of a line around quoting, with the quoting undone. */
const shellQuoting = { name: "shell-quoting", decode: shell_quoting_decode };
function shell_quoting_decode(bytes) {
    const found = [];
    let done = 0;
    for (const at of shell_quoting_suspects(bytes)) {
        if (at < done || seamLength(bytes, at) === 0)
            continue;
        const { start, end } = lineAround(bytes, at, { before: MAX_BEFORE, behind: MAX_AFTER });
        found.push(shell_quoting_undo(bytes, start, end));
        done = end;
    }
    return found;
}
/** Where a backslash or a seam of two quotes stands; all other quoting is found by its backslash. */
function shell_quoting_suspects(bytes) {
    const found = [];
    const marks = findMarks(bytes);
    for (const { start, seen } of marks.of("backslash"))
        if (escaped.has(seen))
            found.push(start);
    for (const { start } of marks.of("seam"))
        found.push(start);
    return found.sort((a, b) => a - b);
}
/** How many bytes of quoting stand at `at`: an escape's backslash, `'\''` as one quote less, or a seam inside a word. */
function seamLength(bytes, at) {
    if (bytes[at] === shell_quoting_BACKSLASH)
        return escaped.has(bytes[at + 1] ?? 0) ? 1 : 0;
    return isQuote(bytes[at]) && isQuote(bytes[at + 1]) && isWord(bytes[at - 1]) && isWord(bytes[at + 2]) ? 2 : 0;
}
function shell_quoting_undo(bytes, start, end) {
    const out = new Uint8Array(end - start);
    const from = new Int32Array(end - start);
    let to = 0;
    for (let at = start; at < end;) {
        // '\'' inside single quotes: close, an escaped quote, open.
        const isQuotedQuote = bytes[at] === QUOTE && bytes[at + 1] === shell_quoting_BACKSLASH && bytes[at + 2] === QUOTE && bytes[at + 3] === QUOTE;
        const kept = at + (isQuotedQuote ? 2 : seamLength(bytes, at));
        if (kept >= end)
            break;
        from[to] = kept;
        out[to++] = bytes[kept];
        at = kept + (isQuotedQuote ? 2 : 1);
    }
    return { start, end, bytes: out.subarray(0, to), at: (offset) => from[Math.min(offset, to - 1)] ?? start };
}
function isQuote(byte) {
    return byte === QUOTE || byte === DOUBLE;
}
function isWord(byte) {
    return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f || byte === 0x2d);
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/spaced.js

const SHORTEST = 12;
const BLANK = 0x20;
const spaced_NEWLINE = 0x0a;
/** Colours are spaced with what they colour. */
const spaced_ESCAPE = 0x1b;
/** Groups of one, two or four characters with one separator throughout, joined. */
const spaced = { name: "spaced", decode: spaced_decode };
function spaced_decode(bytes) {
    const widths = new Set([...findMarks(bytes).of("groups")].map(({ seen }) => seen));
    return [...widths].sort().flatMap((width) => findGroups(bytes, width));
}
function findGroups(bytes, width) {
    const found = [];
    const step = width + 1;
    // Looking at every SHORTEST-th group's distance can't miss a run of SHORTEST groups.
    const stride = step * (SHORTEST - 2);
    for (let look = 0; look < bytes.length; look += stride) {
        const at = findSeparator(bytes, look, step);
        if (at < 0)
            continue;
        const run = expand(bytes, at, width);
        if (run.end - run.start < SHORTEST * step - 1)
            continue;
        found.push(join(bytes, run, width));
        // The end of a longer word may be a group by chance, and would shift what follows it.
        if (run.start > 0 && isGroup(bytes, run.start - 1, 1))
            found.push(join(bytes, { start: run.start + step, end: run.end }, width));
        look = Math.max(look, run.end - stride);
    }
    return found;
}
/** A separator near `look` with another one a group further and visible characters between. */
function findSeparator(bytes, look, step) {
    for (let at = look; at < Math.min(look + step, bytes.length - step); at++) {
        if (isSeparator(bytes[at]) && bytes[at + step] === bytes[at] && isGroup(bytes, at + 1, step - 1))
            return at;
    }
    return -1;
}
function expand(bytes, at, width) {
    const separator = bytes[at];
    const step = width + 1;
    let first = at;
    while (first >= step && bytes[first - step] === separator && isGroup(bytes, first - width, width))
        first -= step;
    const start = isGroup(bytes, first - width, width) ? first - width : first + 1;
    let end = at;
    while (bytes[end] === separator && isGroup(bytes, end + 1, width))
        end += step;
    return { start, end };
}
function isGroup(bytes, from, width) {
    if (from < 0 || from + width > bytes.length)
        return false;
    for (let at = from; at < from + width; at++)
        if ((bytes[at] <= BLANK && bytes[at] !== spaced_ESCAPE) || bytes[at] >= 0x7f)
            return false;
    return true;
}
function isSeparator(byte) {
    return byte === BLANK || byte === spaced_NEWLINE;
}
function join(bytes, { start, end }, width) {
    const step = width + 1;
    const out = new Uint8Array(Math.ceil((end - start) / step) * width);
    for (let at = start, to = 0; at < end; at += step) {
        for (let offset = 0; offset < width; offset++)
            out[to++] = bytes[at + offset];
    }
    return { start, end, bytes: out, at: (offset) => start + Math.floor(offset / width) * step + (offset % width) };
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/terminal.js
// Undoes what a terminal does not show. What it cuts in two is whole in the first reading, what it keeps apart is apart in the second.


const terminal_NEWLINE = 0x0a;
const terminal_BLANK = 0x20;
/** How far around something invisible its text is read again: a value may have been wrapped over the lines around. */
const AROUND = 1 << 9;
/** A line is read again from this far before to this far behind what is invisible in it. */
const LINE = 1 << 12;
const terminal = { name: "terminal", decode: terminal_decode };
function terminal_decode(bytes) {
    const cuts = findCuts(bytes);
    if (cuts.length === 0)
        return [];
    const regions = toRegions(bytes, cuts);
    const glued = cuts.filter((cut) => cut.hidden.length > 0 || (terminal_isWord(bytes[cut.start - 1]) && terminal_isWord(bytes[cut.end])));
    const lines = toLines(bytes, glued);
    return [...toDecoded(new Rewriting(bytes, sum(regions)), regions, cuts), ...toDecoded(new SeparatedRewriting(bytes, 2 * sum(lines)), lines, cuts)];
}
/** All spans as one text, a line end between any two: one text to search instead of thousands. */
function toDecoded(rewriting, spans, cuts) {
    for (const span of spans)
        rewriting.add(span, cuts);
    const [first, last] = [spans[0], spans.at(-1)];
    return first && last ? [{ start: first.start, end: last.end, ...rewriting.result() }] : [];
}
function sum(spans) {
    return spans.reduce((total, { start, end }) => total + end - start + 1, 0);
}
function findCuts(bytes) {
    const cuts = [];
    let done = 0;
    for (const { start: at } of findMarks(bytes).of("invisible")) {
        if (at < done)
            continue;
        const invisible = findInvisible(bytes, at, bytes.length);
        if (!invisible)
            continue;
        const { length, payloadStart, payloadEnd } = invisible;
        let cut = cuts.at(-1);
        if (cut?.end !== at)
            cuts.push((cut = { start: at, end: at, hidden: [] }));
        cut.end = at + length;
        if (payloadEnd > payloadStart)
            cut.hidden.push({ start: payloadStart, end: payloadEnd });
        done = at + length;
    }
    return cuts;
}
function toRegions(bytes, cuts) {
    return mergeSpans(cuts.map((cut) => {
        const line = toLine(bytes, cut);
        return { start: Math.max(0, line.start - AROUND), end: Math.min(bytes.length, line.end + AROUND) };
    }));
}
function toLines(bytes, cuts) {
    return mergeSpans(cuts.map((cut) => toLine(bytes, cut)));
}
function toLine(bytes, cut) {
    const from = Math.max(0, cut.start - LINE);
    const to = Math.min(bytes.length, cut.end + LINE);
    const newline = bytes.subarray(cut.end, to).indexOf(terminal_NEWLINE);
    return { start: bytes.subarray(from, cut.start).lastIndexOf(terminal_NEWLINE) + from + 1, end: newline < 0 ? to : cut.end + newline };
}
function mergeSpans(spans) {
    const merged = [];
    for (const span of spans) {
        const last = merged.at(-1);
        if (last && span.start <= last.end)
            last.end = Math.max(last.end, span.end);
        else
            merged.push({ ...span });
    }
    return merged;
}
/** Text put together from pieces, which remembers where each came from. */
class Rewriting {
    bytes;
    #out;
    #pieces = [];
    #size = 0;
    constructor(bytes, capacity) {
        this.bytes = bytes;
        this.#out = new Uint8Array(capacity);
    }
    /** The span without what is cut from it, on lines of its own. */
    add(span, cuts) {
        if (this.#size > 0)
            this.put(terminal_NEWLINE, span.start);
        let at = span.start;
        for (let index = firstAfter(cuts, span.start); index < cuts.length; index++) {
            const cut = cuts[index];
            if (!cut || cut.start >= span.end)
                break;
            this.copy(at, cut.start);
            this.fill(cut, span);
            at = cut.end;
        }
        this.copy(at, span.end);
    }
    result() {
        return { bytes: this.#out.subarray(0, this.#size), at: (offset) => this.#origin(offset) };
    }
    /** What stands in the place of a cut: nothing. */
    fill(_cut, _span) { }
    copy(start, end) {
        if (end <= start)
            return;
        this.#pieces.push({ to: this.#size, from: start });
        this.#out.set(this.bytes.subarray(start, end), this.#size);
        this.#size += end - start;
    }
    put(byte, from) {
        this.#pieces.push({ to: this.#size, from });
        this.#out[this.#size++] = byte;
    }
    #origin(offset) {
        let low = 0;
        let high = this.#pieces.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((this.#pieces[middle]?.to ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        const piece = this.#pieces[low];
        return piece ? piece.from + offset - piece.to : 0;
    }
}
/** A blank in the place of each cut, and the text that was hidden in it. */
class SeparatedRewriting extends Rewriting {
    fill(cut, span) {
        this.put(terminal_BLANK, cut.start);
        for (const { start, end } of cut.hidden) {
            if (end > span.end)
                continue;
            this.copy(start, end);
            this.put(terminal_BLANK, end);
        }
    }
}
/** Index of the first cut that ends behind `start`. */
function firstAfter(cuts, start) {
    let low = 0;
    let high = cuts.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((cuts[middle]?.end ?? 0) <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
function terminal_isWord(byte) {
    return byte !== undefined && ((byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a) || byte === 0x5f);
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/wrapped.js
// `fold -w 20`: a value over several lines. Base64 is joined by its own decoder; this joins whatever else has one width.


const wrapped_NEWLINE = 0x0a;
const wrapped_BLANK = 0x20;
const wrapped_ESCAPE = 0x1b;
const NARROWEST = 2;
const wrapped_SHORTEST = 12;
/** Longer blocks are dumps; their encoding is undone elsewhere. */
const MAX_LINES = 256;
/** Lines of visible characters without blanks and of one width, the last perhaps shorter, joined; and the words that they continue. */
const wrapped = { name: "wrapped", decode: wrapped_decode };
function wrapped_decode(bytes) {
    const buffer = external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const found = [];
    let block = [];
    for (const { start, end } of findMarks(bytes).of("line")) {
        const width = block[0] && block[0].end - block[0].start;
        const isNext = block.at(-1)?.end === start - 1;
        if (isNext && width !== undefined && end - start <= width && block.length < MAX_LINES)
            block.push({ start, end });
        if (isNext && end - start === width)
            continue;
        found.push(...joinBlock(buffer, block));
        block = end - start >= NARROWEST ? [{ start, end }] : [];
    }
    return [...found, ...joinBlock(buffer, block)];
}
/** Visible ASCII, and the beginning of a colour, which folds count as they count letters. */
function isVisible(byte) {
    return byte !== undefined && ((byte > wrapped_BLANK && byte < 0x7f) || byte === wrapped_ESCAPE);
}
/** The lines, and the lines with the last word before and the first word behind them, where these have the width too. */
function joinBlock(bytes, lines) {
    const [first, last] = [lines[0], lines.at(-1)];
    if (!first || !last)
        return [];
    const width = first.end - first.start;
    const before = wordBefore(bytes, first, width);
    const behind = (before || lines.length > 1) && last.end - last.start === width ? wordBehind(bytes, last, width) : undefined;
    const inner = lines.length > 1 ? wrapped_join(bytes, lines) : [];
    if (!before && !behind)
        return inner;
    return [...inner, ...wrapped_join(bytes, [...(before ? [before] : []), ...lines, ...(behind ? [behind] : [])])];
}
/** The value was folded alone and printed behind other text, or together with it. */
function wordBefore(bytes, line, width) {
    const end = line.start - 1;
    let start = end;
    while (start > 0 && end - start <= width && isVisible(bytes[start - 1]))
        start--;
    if (start <= 0 || start === end || bytes[start - 1] === wrapped_NEWLINE)
        return undefined;
    const isLine = end - width === 0 || bytes[end - width - 1] === wrapped_NEWLINE;
    return end - start === width || isLine ? { start, end } : undefined;
}
function wordBehind(bytes, line, width) {
    const start = line.end + 1;
    let end = start;
    while (end < bytes.length && end - start <= width && isVisible(bytes[end]))
        end++;
    return end > start && end - start <= width && end < bytes.length && bytes[end] !== wrapped_NEWLINE ? { start, end } : undefined;
}
function wrapped_join(bytes, pieces) {
    const [first, last] = [pieces[0], pieces.at(-1)];
    const joined = external_node_buffer_.Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
    if (!first || !last || joined.length < wrapped_SHORTEST)
        return [];
    const locate = (offset) => {
        let left = offset;
        for (const { start, end } of pieces) {
            if (left < end - start)
                return start + left;
            left -= end - start;
        }
        return last.end;
    };
    return [{ start: first.start, end: last.end, bytes: joined, at: locate }];
}

;// CONCATENATED MODULE: ./src/detector/masking/disguise/log-decoders.js









/** The terminal's comes last: what is found without it is told without it. */
const logDecoders = [base32_base32, spaced, wrapped, lineBreak, capitalEscape, shellQuoting, reversed, rotated, terminal];

// EXTERNAL MODULE: ./src/finding/redact.js
var redact = __webpack_require__(40759);
// EXTERNAL MODULE: ./src/detector/credential/judgement/plausibility.js
var plausibility = __webpack_require__(56220);
;// CONCATENATED MODULE: ./src/detector/masking/rules.js
/** 8.3.2: authentication factors unreadable in transit and storage; 8.6.2: none in scripts and configuration. */
const controls = ["8.3.2", "8.6.2"];
const runnerMemoryDump = {
    id: "runner-memory-dump",
    title: "Secrets copied out of the runner's memory",
    severity: "critical",
    controls: [...controls, "6.3.3"],
    remediation: "Treat every credential of this job as stolen and rotate it now. Find the step that printed the line, pin its action to a commit that you have reviewed, and delete the run's logs.",
};
const secretsContextDump = {
    id: "secrets-context-dump",
    title: "The whole secrets context was printed",
    severity: "critical",
    controls,
    remediation: "Rotate every secret that the job could read, masked or not: values with special characters escape the mask. Remove toJSON(secrets) and pass secrets one by one.",
};
const maskCommandEcho = {
    id: "mask-command-echo",
    title: "A value was printed in order to be masked",
    severity: "high",
    controls,
    remediation: "Rotate the value. Register it before anything prints it, from a program that the runner listens to: in a container's or a remote shell's output add-mask is only text. Escape line breaks as %0A.",
};
const sensitiveVariable = {
    id: "sensitive-variable",
    title: "A variable with a telling name was printed unmasked",
    severity: "high",
    controls,
    remediation: "Rotate the value if it is live. Don't print the environment (env, printenv, set -x); store the value as a secret so that the runner masks it.",
};
const maskedInUrl = {
    id: "masked-in-url",
    title: "A masked value stands inside a URL",
    severity: "medium",
    controls,
    remediation: "The mask held this time; encoded or cut off, the value would be in clear. Use a credential helper or a header from a file instead of user:password in the URL.",
};
const maskedInHeader = {
    id: "masked-in-header",
    title: "A masked value stands inside a printed header",
    severity: "medium",
    controls,
    remediation: "The mask held this time. Switch off the client's verbose output and read the header from a file.",
};
const maskedInCommandLine = {
    id: "masked-in-command-line",
    title: "A masked value was given on a command line",
    severity: "medium",
    controls,
    remediation: "The mask held this time, but the process list of the machine showed the value. Give it through the environment, standard input or a file.",
};
const maskedInPart = {
    id: "masked-in-part",
    title: "Only a part of a value was masked",
    severity: "high",
    controls,
    remediation: "Rotate the value: what stands beside the mask is the rest of it. It was printed encoded or joined with another one; register with add-mask what is really printed, or don't print it.",
};
const overMasking = {
    id: "over-masking",
    title: "Masks cut ordinary words",
    severity: "low",
    controls: ["8.3.2"],
    remediation: "A registered secret is very short or structured (JSON, PEM): its fragments are masked, its value may not be. Store one plain value per secret, and register structured ones field by field.",
};
const commandsStopped = {
    id: "commands-stopped",
    title: "Workflow commands were stopped and never resumed",
    severity: "medium",
    controls: ["8.3.2"],
    remediation: "From this line on add-mask had no effect. Print ::TOKEN:: of the same stop-commands in the same step, also when it fails.",
};
const debugLogging = {
    id: "debug-logging",
    title: "Debug logging was switched on",
    severity: "low",
    controls: ["8.3.2"],
    remediation: "Debug output prints inputs and environments. Remove ACTIONS_STEP_DEBUG and ACTIONS_RUNNER_DEBUG once the search is over, and delete the logs.",
};
/** Rules that one look at some bytes decides. */
const contentRules = [
    runnerMemoryDump, secretsContextDump, maskCommandEcho, sensitiveVariable,
    maskedInUrl, maskedInHeader, maskedInCommandLine, maskedInPart,
];
/** Rules that need a whole log. */
const logRules = [overMasking, commandsStopped, debugLogging];

;// CONCATENATED MODULE: ./src/detector/masking/text.js
// Cheap looks at bytes: anchors are searched natively, and only a bounded piece around one becomes text.

const text_NEWLINE = 0x0a;
function toBuffer(bytes) {
    return external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
/** The line's text from at most `reach` bytes before `at`; one character a byte. */
function textBefore(bytes, at, reach) {
    const text = bytes.toString("latin1", Math.max(0, at - reach), at);
    return text.slice(text.lastIndexOf("\n") + 1);
}
/** The line's text from `at` on, at most `reach` bytes. */
function textAfter(bytes, at, reach) {
    const end = Math.min(bytes.length, at + reach);
    const newline = bytes.subarray(at, end).indexOf(text_NEWLINE);
    return bytes.toString("latin1", at, newline < 0 ? end : at + newline);
}

;// CONCATENATED MODULE: ./src/detector/masking/near-miss.js




const MASK = "***";
const CONTEXT_BYTES = 200;
const urlBefore = /[a-z][a-z0-9+.-]{1,20}:\/\/(?:[^\s/@:'"]{0,80}:)?$/i;
const urlAfter = /^\*{0,3}(?::[^\s/@]{0,80})?@[\w.[-]/;
const queryBefore = /[?&][\w.-]{0,40}(?:token|key|secret|password|passwd|signature|sig|auth|code)=$/i;
const headerBefore = /(?:^|[\s'"<>{,(-])(?:proxy-)?authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:(?:bearer|basic|token|digest|apikey|bot|aws4-hmac-sha256)\s+)?$/i;
const customHeaderBefore = /(?:^|[\s'"<>])(?:x-[\w-]{0,30}|private-|job-|deploy-)(?:token|key|secret|auth|password)["']?:\s{0,3}$/i;
const optionBefore = /(?:^|\s)--?(?:[a-z][\w-]{0,40}?)?(?:password|passwd|passphrase|pass|token|secret|key|auth|credentials?)(?:=|\s+)["']?$/i;
const userOptionBefore = /(?:^|\s)(?:-u|--user)[ =]["']?[^\s:'"]{1,60}:$/;
const prefixBefore = /(?:^|[;&|]\s*|\s)[A-Z][A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|PWD|TOKEN|SECRET|KEY)=["']?$/;
/** Characters of a value without separators, right beside a mask: more of them than a name has. */
const restBehind = /^[A-Za-z0-9+_=-]{20,}/;
const restBefore = /[A-Za-z0-9+_=-]{20,}$/;
/** A value's other part beside the mask: what somebody made at random, and no name that a mask has cut. */
function findRest(at, before, after) {
    const end = at + MASK.length;
    const [behind, front] = [restBehind.exec(after)?.[0] ?? "", restBefore.exec(before)?.[0] ?? ""];
    const rest = (0,plausibility/* isRandomText */.xU)(behind) && isMixed(behind) ? { start: end, end: end + behind.length } : (0,plausibility/* isRandomText */.xU)(front) && isMixed(front) ? { start: at - front.length, end: at } : undefined;
    return rest ? { rule: maskedInPart, ...rest, preview: (0,redact/* previewNothing */.Wm)("the rest of a masked value") } : undefined;
}
/** Small and capital letters and digits, or many hexadecimal digits. */
function isMixed(text) {
    return (/[a-z]/.test(text) && /[A-Z]/.test(text) && /\d.*\d/.test(text)) || (/^[0-9a-f]{32,}$/i.test(text) && /[a-f]/i.test(text));
}
/** Where masks stand in what travels. At most one match per mask. */
function findNearMisses(bytes, marks) {
    const matches = [];
    for (const { start: at } of marks.of("mask")) {
        const before = textBefore(bytes, at, CONTEXT_BYTES);
        const after = textAfter(bytes, at + MASK.length, CONTEXT_BYTES);
        const rest = findRest(at, before, after);
        const rule = before === "" ? undefined : recognise(before, () => after);
        if (rest)
            matches.push(rest);
        else if (rule)
            matches.push({ rule, start: at, end: at + MASK.length, preview: (0,redact/* previewNothing */.Wm)("masked") });
    }
    return matches;
}
function recognise(before, after) {
    if (urlBefore.test(before) && urlAfter.test(after()))
        return maskedInUrl;
    if (queryBefore.test(before))
        return maskedInUrl;
    if (headerBefore.test(before) || customHeaderBefore.test(before))
        return isCheckout(before) ? undefined : maskedInHeader;
    if (optionBefore.test(before) || userOptionBefore.test(before))
        return maskedInCommandLine;
    return prefixBefore.test(before) && /\s\S/.test(after().slice(0, 80)) ? maskedInCommandLine : undefined;
}
/** actions/checkout prints this in every log; the token is the job's own and dies with it. */
function isCheckout(before) {
    return /\.extraheader["']?,?\s+["']?AUTHORIZATION:/.test(before);
}

;// CONCATENATED MODULE: ./src/detector/masking/log-watch.js




/** A single debug line may be an echo; the runner's own debug output is hundreds. */
const MANY_DEBUG_LINES = 25;
/** A masked word here and there is chance; a shredded log is not. */
const MANY_CUT_WORDS = 20;
const log_watch_NEWLINE = 0x0a;
class LogWatch {
    /** The line of the pause that lasts. */
    #stoppedAt;
    #debug = { count: 0, line: 0 };
    #cutWords = { count: 0, line: 0 };
    see(fragment) {
        for (const mark of fragment.marks ?? []) {
            if (mark.kind === "stop")
                this.#stoppedAt = mark.line;
            if (mark.kind === "resume")
                this.#stoppedAt = undefined;
            if (mark.kind === "debug")
                add(this.#debug, mark.count, mark.line);
        }
        const { bytes } = fragment;
        for (const { start: at } of findMarks(bytes).of("mask")) {
            if (at >= fragment.owned)
                break;
            if (!isLetter(bytes[at - 1]) || !isLetter(bytes[at + MASK.length]))
                continue;
            add(this.#cutWords, 1, this.#cutWords.count > 0 ? 0 : fragment.line + countLines(bytes, at));
        }
    }
    /** The findings of the whole log. */
    conclude(place) {
        return [
            ...(this.#stoppedAt === undefined ? [] : [toFinding(commandsStopped, place, this.#stoppedAt)]),
            ...(this.#debug.count < MANY_DEBUG_LINES ? [] : [toFinding(debugLogging, place, this.#debug.line)]),
            ...(this.#cutWords.count < MANY_CUT_WORDS ? [] : [toFinding(overMasking, place, this.#cutWords.line)]),
        ];
    }
}
function add(tally, count, line) {
    if (tally.count === 0)
        tally.line = line;
    tally.count += count;
}
function toFinding(rule, place, line) {
    const { id, title, severity, controls, remediation } = rule;
    return { ruleId: id, title, severity, controls: [...controls], remediation, preview: (0,redact/* previewNothing */.Wm)("no value"), decoded: [], location: { ...place, line } };
}
function countLines(bytes, end) {
    let count = 0;
    for (let at = bytes.indexOf(log_watch_NEWLINE); at >= 0 && at < end; at = bytes.indexOf(log_watch_NEWLINE, at + 1))
        count++;
    return count;
}
function isLetter(byte) {
    return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

;// CONCATENATED MODULE: ./src/detector/masking/dump.js



/** Hits this close belong to one dump: a finding for each of its secrets would only hide the others. */
const SAME_DUMP_BYTES = 8192;
const memoryMark = /^\\{0,3}"\s{0,2}:\s{0,2}true/;
const contextMark = /^\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"[^\n]{0,400}/;
/** Keys of the context stand as upper case names beside `github_token`. */
const neighbour = /\\{0,3}"[A-Z_][A-Z0-9_]{1,80}\\{0,3}"\s{0,2}:\s{0,2}\\{0,3}"/;
/** `"isSecret":true` as the runner's memory holds it, and the object that `toJSON(secrets)` prints. */
function findDumps(bytes, marks) {
    const memory = merge(findWords(marks, MEMORY, (at) => memoryMark.test(textAfter(bytes, at, 24))), runnerMemoryDump);
    const context = merge(findWords(marks, CONTEXT, (at) => contextMark.test(textAfter(bytes, at, 500)) && hasNeighbour(bytes, at)), secretsContextDump);
    return [...memory, ...context];
}
/** `isSecret` and `"github_token`, as the sieve tells them apart. */
const MEMORY = 0;
const CONTEXT = 1;
/** Words where `accept` agrees with what follows. */
function* findWords(marks, word, accept) {
    for (const { start, end, seen } of marks.of("dump"))
        if (seen === word && accept(end))
            yield { start, end };
}
function hasNeighbour(bytes, at) {
    return neighbour.test(bytes.toString("latin1", Math.max(0, at - 1000), Math.min(bytes.length, at + 1000)));
}
function merge(spans, rule) {
    const dumps = [];
    for (const span of spans) {
        const last = dumps.at(-1);
        if (last && span.start - last.end < SAME_DUMP_BYTES)
            last.end = span.end;
        else
            dumps.push({ ...span });
    }
    return dumps.map(({ start, end }) => ({ rule, start, end, preview: (0,redact/* previewNothing */.Wm)("dump"), confirmedBy: "structure" }));
}

;// CONCATENATED MODULE: ./src/detector/masking/printed.js
// Values that a step printed itself, recognised by what stands before them: a command that should have hidden them, a telling name.




const MAX_VALUE_BYTES = 400;
/** Rules of vendors' formats name the same value better, and so does the rule for assignments. */
const WIDE_RANK = 900;
/** A value that is not one: masked, a variable, a template, code, a word for the absence of a value. */
const reference = /^["']?(?:$|\*{3}|[$%{<([\\`|&]|\$\(|(?:null|none|nil|undefined|true|false|yes|no|on|off|set|unset|empty|redacted|hidden|masked|placeholder|example|changeme|dummy|xxx+)\b)|\*{3}|…|\.{3}|<[\w -]+>/i;
/** What the sieve says of `##[`, whose third character is always the same. */
const HASH = 0x23;
const printed_BRACKET = 0x5b;
const maskCommands = ["::add-mask::", "##[add-mask]"];
/** `::add-mask::VALUE`: the runner shows `***` there, so a readable value was never registered in time. */
function findMaskEchoes(bytes, marks) {
    const matches = [];
    for (const { command, at } of findCommands(bytes, marks, maskCommands)) {
        const start = at + command.length;
        const value = textAfter(bytes, start, MAX_VALUE_BYTES).trimEnd();
        // In the source of a script an expression or the closing quote of an echo stands here.
        if (reference.test(value) || /^["'+]/.test(value) || value.length < 3)
            continue;
        matches.push(toMatch(maskCommandEcho, start, value.length));
    }
    return matches;
}
/** Places of the sieve at which one of the commands stands. */
function* findCommands(bytes, marks, commands) {
    for (const { start, seen } of marks.of("command")) {
        const command = commands.find((one) => one.charCodeAt(2) === (seen === HASH ? printed_BRACKET : seen) && bytes.toString("latin1", start, start + one.length) === one);
        if (command !== undefined)
            yield { command, at: start };
    }
}
const variableBefore = /(?:^|[\s;])([A-Z][A-Z0-9_]{1,60})$/;
/** wasm/log/signs.ts knows their last three letters. */
const tellingName = /(?:^|_)(?:(?:API|ACCESS|SECRET|PRIVATE|SIGNING|ENCRYPTION|MASTER|AUTH|SSH|DEPLOY|LICENSE|ACCOUNT|STORAGE)_?KEY|TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|PASS|PWD|PAT|CREDENTIALS?)$/;
/** Current folders, and settings about credentials. */
const harmlessName = /^(?:OLD)?PWD$|(?:^|_)(?:MAX|MIN|NEXT|CSRF|XSRF|PUBLIC)_/;
const shell = /(?:^|\s)(?:\++|export|declare -x|set|env)\s+(?:\S+=\S*\s+)*$/;
/** `NAME=value` as env, printenv, export -p and set -x write it, and `NAME: value` of a step's env block. */
function findVariables(bytes, marks) {
    const matches = [];
    for (const { start, end } of marks.of("operator")) {
        const before = textBefore(bytes, start, 160);
        const name = variableBefore.exec(before)?.[1];
        if (name === undefined || !tellingName.test(name) || harmlessName.test(name))
            continue;
        const lead = before.slice(0, -name.length);
        if (lead.trim() !== "" && !shell.test(lead))
            continue;
        const rest = textAfter(bytes, end, MAX_VALUE_BYTES);
        const value = readValue(rest);
        if (isGuarded(value))
            matches.push(toMatch(sensitiveVariable, end + rest.indexOf(value), value.length));
    }
    return matches;
}
const outputCommand = /^(?:set-output|save-state|set-env) name=([\w.-]{1,80})::(.*)$/;
/** `::set-output name=NAME::VALUE`, which a runner takes for a command only where it listens, and prints while it debugs. */
function findOutputCommands(bytes, marks) {
    const matches = [];
    for (const { command, at } of findCommands(bytes, marks, ["::set-output name=", "::save-state name=", "::set-env name="])) {
        const [, name = "", value = ""] = outputCommand.exec(textAfter(bytes, at + 2, MAX_VALUE_BYTES).trimEnd()) ?? [];
        if (!tellingName.test(name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll(/[.-]/g, "_").toUpperCase()) || !isGuarded(value))
            continue;
        matches.push(toMatch(sensitiveVariable, at + command.length + name.length + 2, value.length));
    }
    return matches;
}
function toMatch(rule, start, length) {
    return { rule, start, end: start + length, preview: (0,redact/* previewNothing */.Wm)("value"), rank: WIDE_RANK };
}
function readValue(rest) {
    const quoted = /^(["'])(.*?)\1/.exec(rest);
    return quoted?.[2] ?? rest.replace(/[\s"'].*$/, "");
}
/** Something that somebody would guard: no reference, no path, no number, no bare word. */
function isGuarded(value) {
    if (value.length < 8 || reference.test(value))
        return false;
    if (/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/[^@\s]*$|[.~]?\/|[A-Za-z]:\\|arn:)/.test(value))
        return false;
    if (/^[\d.,:_-]+$/.test(value) || /^[A-Za-z]+(?:[-_ .][A-Za-z]+)*$/.test(value))
        return false;
    return !/\.(?:json|ya?ml|pem|key|txt|crt|env)$/i.test(value);
}

;// CONCATENATED MODULE: ./src/detector/masking/masking-detector.js






const finders = [findDumps, findMaskEchoes, findVariables, findOutputCommands, findNearMisses];
const maskingDetector = {
    rules: contentRules,
    find(bytes) {
        const marks = findMarks(bytes);
        if (marks.isEmpty)
            return [];
        const buffer = toBuffer(bytes);
        return finders.flatMap((find) => find(buffer, marks)).sort((a, b) => a.start - b.start);
    },
};

;// CONCATENATED MODULE: ./src/detector/masking/log-inspector.js






const nearMisses = new Set([maskedInCommandLine.id, maskedInHeader.id, maskedInUrl.id]);
const MAX_TITLE = 80;
/**
 * Inspects the windows of logs, each log's in order. `rules`: the user's own, in the gitleaks TOML format; `known`: fingerprints; `without`: detectors and
 * decoders of logs to leave out, for proofs that their absence shows.
 */
function createLogInspector(options = {}) {
    const decoders = logDecoders.filter(({ name }) => !options.without?.includes(name));
    const detectors = options.without?.includes("masking") ? [] : [maskingDetector];
    const inner = (0,inspector/* createInspector */.Y)({ ...(options.rules !== undefined && { rules: options.rules }), known: options.known, detectors, decoders, tellAll: true });
    const reading = new LogInspection(inner);
    return {
        ...inner,
        tool: { count: inner.tool.count + logRules.length, sha256: inner.tool.sha256 },
        rules: [...inner.rules, ...logRules],
        inspect: (fragment) => reading.examine(fragment).findings,
        examine: (fragment) => reading.examine(fragment),
        examineAll: (fragments) => fragments.map((fragment) => reading.examine(fragment)),
    };
}
/** The state between windows. */
class LogInspection {
    #inner;
    #copies = new CopyMemory();
    #watch = new LogWatch();
    /** Near misses that have been told, by rule and step: one tells the step's author everything. */
    #told = new Set();
    #steps = [];
    constructor(inner) {
        this.#inner = inner;
    }
    examine(fragment) {
        const { place } = fragment;
        if (place.kind !== "log")
            return this.#inner.examine(fragment);
        if (fragment.start === 0)
            this.#begin();
        for (const mark of fragment.marks ?? [])
            if (mark.kind === "run")
                this.#steps.push({ line: mark.line, title: this.#toTitle(mark.title) });
        const { findings, gaps } = this.#inner.examine(fragment);
        this.#watch.see(fragment);
        const isLast = fragment.owned === fragment.bytes.length;
        const all = [...findings, ...(isLast ? this.#watch.conclude(place) : [])].map((finding) => this.#locate(finding, place));
        const kept = all.filter((finding) => this.#isWorthTelling(finding) && !this.#copies.isCopy(finding, fragment));
        this.#steps = this.#steps.slice(-1);
        return { findings: kept, gaps };
    }
    #begin() {
        this.#watch = new LogWatch();
        this.#told = new Set();
        this.#steps = [];
    }
    /** A job's own log names its steps only by what they ran. */
    #locate(finding, place) {
        const { location } = finding;
        if (location.kind !== "log" || place.step !== undefined)
            return finding;
        const step = this.#steps.findLast(({ line }) => line <= (location.line ?? 0))?.title;
        return step === undefined ? finding : { ...finding, location: { ...location, step } };
    }
    #isWorthTelling({ ruleId, location }) {
        if (!nearMisses.has(ruleId))
            return true;
        const key = `${ruleId} ${location.kind === "log" ? (location.step ?? "") : ""}`;
        if (this.#told.has(key))
            return false;
        this.#told.add(key);
        return true;
    }
    #toTitle(title) {
        const clean = this.#inner.scrub(title).trim();
        return clean.length > MAX_TITLE ? `${clean.slice(0, MAX_TITLE - 1)}…` : clean;
    }
}

// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
// EXTERNAL MODULE: ./src/finding/report.js + 2 modules
var finding_report = __webpack_require__(79859);
// EXTERNAL MODULE: ./src/reader/line.js
var reader_line = __webpack_require__(77136);
;// CONCATENATED MODULE: ./src/reader/log/length.js
// Lines that no runner writes: they are examined like others, but whoever relies on the report should know that something else wrote the log.

const length_NEWLINE = 0x0a;
/** Watches one log's text pass by. Looks for one line end in each `longest` bytes, not for every one. */
class LineLengths {
    found = [];
    #longest;
    /** Bytes of the line that has not ended yet. */
    #open = 0;
    constructor(longest) {
        this.#longest = longest;
    }
    /** `line`: number of the line to which the text's first byte belongs. */
    read(text, line) {
        let start = 0;
        while (start < text.length) {
            // Up to there every line that ends is short enough.
            const reach = Math.max(start, start + this.#longest - this.#open + 1);
            const last = text.subarray(start, reach).lastIndexOf(length_NEWLINE);
            const end = last < 0 ? text.indexOf(length_NEWLINE, start) : start + last;
            if (end < 0)
                break;
            if (last < 0)
                this.found.push({ line: line + (0,reader_line/* countLines */.l)(text.subarray(0, end)), bytes: this.#open + end - start });
            this.#open = 0;
            start = end + 1;
        }
        this.#open += text.length - start;
    }
    /** `line`: number of the log's last line. */
    end(line) {
        if (this.#open > this.#longest)
            this.found.push({ line, bytes: this.#open });
    }
}

;// CONCATENATED MODULE: ./src/reader/log/mark.js
const RUN = Buffer.from("##[group]Run ");
const DEBUG = Buffer.from("##[debug]");
const STOP = Buffer.from("::stop-commands::");
const mark_NEWLINE = 0x0a;
const MAX_TITLE_BYTES = 100;
/** Reads the marks of one log, window after window. */
class MarkReader {
    /** What ends the pause that `stop-commands` began; the runner gives it a meaning only while it lasts. */
    #resume;
    #lineBegins = true;
    read(window) {
        const bytes = Buffer.from(window.bytes.buffer, window.bytes.byteOffset, window.bytes.length);
        const startsLine = (at) => isLineStart(bytes, at, this.#lineBegins);
        const runs = findAll(bytes, RUN, window.owned).filter(startsLine).map((at) => ({ kind: "run", at }));
        const spots = [...runs, ...this.#findPauses(bytes, window.owned, startsLine)].sort((a, b) => a.at - b.at);
        const debug = findAll(bytes, DEBUG, window.owned).filter(startsLine);
        this.#lineBegins = bytes[window.owned - 1] === mark_NEWLINE;
        const lineOf = lineCounter(bytes, window.line);
        const first = debug[0];
        const summary = first === undefined ? [] : [{ kind: "debug", line: lineCounter(bytes, window.line)(first), count: debug.length }];
        return [...summary, ...spots.map((spot) => toMark(spot, lineOf(spot.at), bytes))];
    }
    #findPauses(bytes, owned, startsLine) {
        const spots = [];
        for (let at = 0; at < owned;) {
            const wanted = this.#resume ?? STOP;
            const found = bytes.indexOf(wanted, at);
            if (found < 0 || found >= owned)
                break;
            at = found + wanted.length;
            if (!startsLine(found))
                continue;
            spots.push({ kind: this.#resume ? "resume" : "stop", at: found });
            this.#resume = this.#resume ? undefined : readResume(bytes, at);
        }
        return spots;
    }
}
/** `::TOKEN::`; a pause without a token cannot be ended and is none to the runner either. */
function readResume(bytes, at) {
    const token = restOfLine(bytes, at).trim();
    return token === "" ? undefined : Buffer.from(`::${token}::`);
}
function toMark(spot, line, bytes) {
    return spot.kind === "run" ? { kind: "run", line, title: restOfLine(bytes, spot.at + RUN.length) } : { kind: spot.kind, line };
}
function restOfLine(bytes, at) {
    const newline = bytes.indexOf(mark_NEWLINE, at);
    return bytes.toString("utf8", at, Math.min(newline < 0 ? bytes.length : newline, at + MAX_TITLE_BYTES));
}
/** Blanks before a command are allowed. */
function isLineStart(bytes, at, lineBegins) {
    let before = at - 1;
    while (before >= 0 && (bytes[before] === 0x20 || bytes[before] === 0x09))
        before--;
    return before < 0 ? lineBegins : bytes[before] === mark_NEWLINE;
}
function findAll(bytes, wanted, owned) {
    const found = [];
    for (let at = bytes.indexOf(wanted); at >= 0 && at < owned; at = bytes.indexOf(wanted, at + wanted.length))
        found.push(at);
    return found;
}
/** Line numbers of ascending offsets. */
function lineCounter(bytes, firstLine) {
    let line = firstLine;
    let counted = 0;
    return (at) => {
        for (let next = bytes.indexOf(mark_NEWLINE, counted); next >= 0 && next < at; next = bytes.indexOf(mark_NEWLINE, counted)) {
            line++;
            counted = next + 1;
        }
        return line;
    };
}

// EXTERNAL MODULE: ./src/reader/fragment.js
var fragment = __webpack_require__(91146);
;// CONCATENATED MODULE: ./src/reader/log/module.generated.js
// Generated by `npm run generate` from wasm/text.ts; do not edit.
/** The WebAssembly module of 1032 bytes, in base64. */
const textModule = [
    "AGFzbQEAAAABGAVgAn9/AGAAAX9gAX8Bf2ACf38Bf2AAAAIPAQNlbnYGbWVtb3J5AgAAAwYFAAECAwQGHwZ/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAQsHPAcFbGluZXMDAAVwbGFjZQAABWJlZ2luAAQI",
    "aW5wdXRFbmQAAQVjbGVhbgADBGRyb3AAAgZtZW1vcnkCAArrBgUKACAAJAEgASQCCwcAIwEjA2oLhAEBBH8jAiAAaiEEIwIhAQNAIAFBEGoiAiAETQRAIAMgAf0ABAD9DAoKCgoKCgoKCgoKCgoKCgr9I/1kaWoh",
    "AyACIQEMAQsLIAMgAf0ABAD9DAoKCgoKCgoKCgoKCgoKCgr9I/1kQQEgBCABa3RBAWtxaWojBCAAayQEIwIgBCME/AoAAAu8BQIHfwF7IwEjA2ogAGohBCMBIQAjAiMEaiECA0AgACAESQRAAkAjBQRAIAFFIAQg",
    "AGsiA0EjSXENAUEAIQUCQCAEQQNBACADQQNPBH8gAC8BAEHv9wJGBUEACwR/IAAtAAJBvwFGBUEACxsiBiAAaiIHa0EUSQR/QQAFIAf9AAQAIgn9DDAwMDAwMDAwMDAwMDAwMDD9cf0MCgoKCgoKCgoKCgoKCgoK",
    "Cv0m/WRB77YDcSAJ/QwAAAAALQAALQAAVAAAOgAA/SP9ZEGQyXxxckH//wNGBH8gBy0AEEE6RgVBAAsEfyAHLQARQTBrQQpJBUEACwR/IActABJBMGtBCkkFQQALC0UNACAHQRNqIgMtAABBLkYEQCADQQpqIggg",
    "BCAEIAhLGyEIIANBAWohAwNAIAMgCEkEfyADLQAAQTBrQQpJBUEACwRAIANBAWohAwwBCwsLIAMgBE8Ef0EBBSADLQAAQdoARwsNACADQQFqIgMgBEkEfyADLQAABUEKCyEIIAMgB2shBSAIQQ1GIAhBCkZyDQAg",
    "A0EBaiAHa0EAIAhBIEYbIQULQQAkBSAAIAUgBmpqIQALIAAhAwJ/A0AgAyAESQRAIAP9AAQA/QwKCgoKCgoKCgoKCgoKCgoK/SP9ZCIFBEAgBCADIAVoaiIDIAMgBEsbDAMLIANBEGohAwwBCwsgBAsiBSAERiEG",
    "IAAgBUkiAwRAIAVBAWstAABBDUYhAwsgBSAAayABQQAgBhtFIAMgAxtBAEdrIQdBACEDA0AgAyAHSQRAIAIgA2ogACADav0ABAD9CwQAIANBEGohAwwBCwsgAiAHaiECIAAgB2ohACAGDQAgAiIAQQFqIQIgAEEK",
    "OgAAIAVBAWohACMAQQFqJABBASQFDAILCwsgBCAAayQDIwEgACMD/AoAACACIwJrJAQjBAsSAEEAJABBACQDQQAkBEEBJAUL",
].join("");

;// CONCATENATED MODULE: ./src/reader/log/text.js



/** Bytes that are cleaned at a time. */
const STEP = 1 << 20;
/** More than ever waits for what follows, and more than is read and written behind what counts. */
const SLACK = 1 << 8;
const text_INPUT = 1 << 10;
const TEXT = text_INPUT + STEP + SLACK;
const FULL = fragment/* WINDOW_BYTES */.p + fragment/* OVERLAP_BYTES */.m;
const text_MEMORY = TEXT + FULL + STEP + 2 * SLACK;
/**
 * One log's text after the other in windows, without byte order marks and stamps at the beginning of lines and without carriage returns before
 * their ends. Lines stay lines, so their numbers are those of the original; everything else stays as it is. Chunking never changes what comes out.
 */
class LogText {
    #exports;
    #bytes;
    #place = { kind: "log", file: "" };
    #see = () => undefined;
    #size = 0;
    #start = 0;
    #line = 1;
    constructor() {
        const { exports, memory } = (0,web_assembly/* startModule */.zS)(textModule);
        (0,web_assembly/* ensureMemory */.EJ)(memory, text_MEMORY);
        exports.place(text_INPUT, TEXT);
        this.#exports = exports;
        this.#bytes = new Uint8Array(memory.buffer);
    }
    /** Ends of lines so far. */
    get lines() {
        return this.#exports.lines.value;
    }
    begin(place, see) {
        this.#exports.begin();
        [this.#place, this.#see] = [place, see];
        [this.#size, this.#start, this.#line] = [0, 0, 1];
    }
    /** The windows that `chunk` completes. */
    push(chunk) {
        const windows = [];
        for (let at = 0; at < chunk.length; at += STEP) {
            this.#clean(chunk.subarray(at, at + STEP));
            while (this.#size > FULL)
                windows.push(this.#cut());
        }
        return windows;
    }
    /** The last window, unless there was nothing. */
    end() {
        this.#clean();
        const windows = this.#size > FULL ? [this.#cut()] : [];
        return this.#size > 0 ? [...windows, this.#toWindow(this.#size, this.#size)] : windows;
    }
    /** Without a chunk, what waits for what follows. */
    #clean(chunk) {
        const { inputEnd, clean } = this.#exports;
        const [before, line] = [this.#size, this.lines + 1];
        if (chunk)
            this.#bytes.set(chunk, inputEnd());
        this.#size = clean(chunk?.length ?? 0, chunk === undefined);
        this.#see(this.#bytes.subarray(TEXT + before, TEXT + this.#size), line);
    }
    #cut() {
        const window = this.#toWindow(FULL, fragment/* WINDOW_BYTES */.p);
        this.#line += this.#exports.drop(fragment/* WINDOW_BYTES */.p);
        this.#start += fragment/* WINDOW_BYTES */.p;
        this.#size -= fragment/* WINDOW_BYTES */.p;
        return window;
    }
    #toWindow(size, owned) {
        return { kind: "fragment", place: this.#place, bytes: this.#bytes.slice(TEXT, TEXT + size), start: this.#start, line: this.#line, owned };
    }
}

;// CONCATENATED MODULE: ./src/reader/log/utf16.js
// PowerShell redirects as UTF-16 with a byte order mark: the rest of the room knows UTF-8 only.
/** Turns one log's chunks into UTF-8. UTF-16 is known by its mark; everything else passes through as it is. */
class Utf8Converter {
    #decoder;
    #begun = false;
    #held = new Uint8Array(0);
    push(chunk) {
        if (this.#begun)
            return this.#convert(chunk);
        this.#held = Buffer.concat([this.#held, chunk]);
        return this.#held.length < 2 ? new Uint8Array(0) : this.#begin();
    }
    end() {
        const rest = this.#begun ? new Uint8Array(0) : this.#begin();
        return this.#decoder ? Buffer.concat([rest, Buffer.from(this.#decoder.decode())]) : rest;
    }
    #begin() {
        this.#begun = true;
        const [first, second] = this.#held;
        if (first === 0xff && second === 0xfe)
            this.#decoder = new TextDecoder("utf-16le");
        if (first === 0xfe && second === 0xff)
            this.#decoder = new TextDecoder("utf-16be");
        return this.#convert(this.#held);
    }
    #convert(chunk) {
        return this.#decoder ? Buffer.from(this.#decoder.decode(chunk, { stream: true })) : chunk;
    }
}

;// CONCATENATED MODULE: ./src/reader/log/read.js




const read_NEWLINE = 0x0a;
const read_BLANK = 0x20;
/**
 * Reads every log in order, in constant memory. The ledger gets logs, lines and bytes as they pass; the log of a whole job whose
 * steps were read adds bytes only, since its lines are theirs. An input of nothing but blanks is a gap, and so is a line that no runner
 * writes, which is examined all the same.
 */
async function* readLogs(source, { ledger, longestLine = Infinity }) {
    for (const gap of source.gaps)
        yield { kind: "gap", gap };
    const text = new LogText();
    const inSteps = new Set();
    let hasText = false;
    for (const log of source.logs) {
        const reading = new LogReading(log, { text, longestLine });
        yield* reading.readings();
        for (const long of reading.longLines) {
            const key = `${long.bytes} ${log.place.job}`;
            if (!log.repeated || !inSteps.has(key))
                yield { kind: "gap", gap: describeLong(log, long, longestLine) };
            inSteps.add(key);
        }
        hasText ||= reading.hasText;
        ledger.saw("bytes", reading.bytes);
        if (log.repeated)
            continue;
        ledger.saw("logs");
        ledger.saw("lines", reading.lines);
        if (reading.gaps.length === 0)
            ledger.examined("logs");
        ledger.examined("lines", reading.lines);
    }
    if (!hasText)
        yield { kind: "gap", gap: describeEmpty(source) };
}
/** One log on its way. */
class LogReading {
    gaps = [];
    bytes = 0;
    /** More than blanks and line ends. */
    hasText = false;
    #log;
    #text;
    #lengths;
    #lastByte = read_NEWLINE;
    constructor(log, { text, longestLine }) {
        this.#log = log;
        this.#text = text;
        this.#lengths = new LineLengths(longestLine);
    }
    get longLines() {
        return this.#lengths.found;
    }
    get lines() {
        return this.#text.lines + (this.#lastByte === read_NEWLINE ? 0 : 1);
    }
    async *readings() {
        const marks = new MarkReader();
        for await (const window of this.#windows())
            yield { ...window, marks: marks.read(window) };
        for (const gap of this.gaps)
            yield { kind: "gap", gap };
    }
    async *#windows() {
        const converter = new Utf8Converter();
        this.#text.begin(this.#log.place, (text, line) => this.#see(text, line));
        for await (const item of this.#log.open()) {
            if (item instanceof Uint8Array)
                yield* this.#text.push(converter.push(item));
            else
                this.gaps.push(item);
        }
        yield* this.#text.push(converter.end());
        yield* this.#text.end();
        this.#lengths.end(this.#text.lines + 1);
    }
    #see(text, line) {
        this.#lengths.read(text, line);
        this.bytes += text.length;
        this.hasText ||= text.some((byte) => byte > read_BLANK);
        this.#lastByte = text.at(-1) ?? this.#lastByte;
    }
}
function describeLong({ place }, { line, bytes }, longestLine) {
    const detail = `the line has ${bytes} bytes, more than the ${longestLine} up to which a runner's log is believed to be one; it was examined, but find out what wrote it, or raise longest-line`;
    return { reason: "size-limit", location: { ...place, line }, detail };
}
function describeEmpty(source) {
    const detail = source.logs.length === 0 ? "the input holds no log at all" : "the input holds logs, but no text is in them: nothing, or only time stamps and blank lines";
    return { reason: "nothing-examined", location: { kind: "log", file: source.name }, detail };
}

// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/door/tool.js
var tool = __webpack_require__(62330);
// EXTERNAL MODULE: ./src/runtime/door/terms.js
var terms = __webpack_require__(99453);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/runtime/github/client.js
var client = __webpack_require__(21478);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/runtime/github/github-error.js
var github_error = __webpack_require__(10681);
// EXTERNAL MODULE: ./src/runtime/network/patience.js
var patience = __webpack_require__(51605);
;// CONCATENATED MODULE: ./src/runtime/github/run-logs.js
// A run's jobs and their logs through GitHub's REST API, and what may be done about them after a find.



const SILENCE_MS = 30_000;
/** Tries of the store that a log rests in; its answers 5xx are its own and pass. */
const STORE_TRIES = 3;
/** The port of src/source's openRunLogs, and the removal of what was found. `github` was opened with the same token for all. */
function openRun(github, run, options = {}) {
    const { owner, repo, runId: run_id } = run;
    const secondMs = options.secondMs ?? 1000;
    const wait = async (seconds) => { await (0,promises_.setTimeout)(seconds * secondMs); };
    const fetchLog = (0,patience/* fetchWithin */.G)(options.timeoutMs ?? SILENCE_MS);
    return {
        wait,
        listJobs: () => answer(async () => {
            const jobs = await github.paginate("GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs", { owner, repo, run_id, filter: "all", per_page: 100 });
            return { kind: "jobs", jobs: jobs.map(toJob) };
        }),
        openLog: async (jobId) => {
            const found = await answer(() => askForLog(github, { owner, repo, jobId }), true);
            if (found.kind !== "address")
                return found;
            for (let tries = 1;; tries++) {
                const log = await readStore(fetchLog, found.url);
                if (log.kind !== "unavailable" || log.refused || tries === STORE_TRIES)
                    return log;
                await wait(tries);
            }
        },
        /** Of all jobs of the run. Throws GithubError. */
        deleteLogs: async () => {
            await github.request("DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs", { owner, repo, run_id });
        },
        /** So that the workflow leaks no more until somebody has looked. Throws GithubError. */
        disableWorkflow: async () => {
            const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id });
            await github.request("PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable", { owner, repo, workflow_id: data.workflow_id });
        },
    };
}
function toJob(job) {
    return {
        id: Number(job.id), name: job.name, status: job.status, conclusion: job.conclusion ?? undefined,
        // A job that no runner took has id 0 and an empty name.
        runner: job.runner_name || undefined, createdAt: job.created_at, url: job.html_url ?? undefined, attempt: Number(job.run_attempt ?? 1),
        steps: (job.steps ?? []).map(({ number, name, started_at, conclusion }) => ({ number: Number(number), name, startedAt: started_at ?? undefined, skipped: conclusion === "skipped" })),
    };
}
/** 302 with an address that is good for a minute and needs no token; some servers answer with the log itself. */
async function askForLog(github, { owner, repo, jobId }) {
    const response = await github.request("GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs", {
        owner, repo, job_id: jobId, request: { redirect: "manual", parseSuccessResponseBody: false },
    });
    const { location } = response.headers;
    if (response.status >= 300) {
        await response.data?.cancel();
        if (location !== undefined && isSafe(location))
            return { kind: "address", url: location };
        return { kind: "unavailable", refused: true, detail: "GitHub named no usable address for the log" };
    }
    return { kind: "log", content: toChunks(response.data) };
}
/** No header of ours goes there, above all no token: the address itself is the permission. */
async function readStore(fetchLog, url) {
    try {
        const response = await fetchLog(url, { redirect: "error" });
        if (response.ok)
            return { kind: "log", content: toChunks(response.body) };
        await response.body?.cancel();
        if (response.status === 404)
            return { kind: "absent" };
        return { kind: "unavailable", refused: response.status < 500 && response.status !== 429, detail: `the log's store answered ${response.status}` };
    }
    catch {
        return { kind: "unavailable", refused: false, detail: "the log's store gave no answer" };
    }
}
async function* toChunks(body) {
    if (body)
        yield* body;
}
function isSafe(address) {
    const url = URL.canParse(address) ? new URL(address) : undefined;
    return url?.protocol === "https:" || (url?.protocol === "http:" && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname));
}
async function answer(ask, mayBeAbsent = false) {
    try {
        return await ask();
    }
    catch (error) {
        if (!(error instanceof github_error/* GithubError */.E))
            throw error;
        if (mayBeAbsent && error.status === 404)
            return { kind: "absent" };
        // Used-up limits are refusals to GitHub, too, but pass.
        return { kind: "unavailable", refused: error.refused && !/rate limit/i.test(error.message), detail: error.message };
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/source/log/content.js
// Tells a log from what often lies in its place: an error page, an archive, a program.
/** How many bytes of the front tell the kind. */
const HEAD_BYTES = 4096;
const ascii = (text) => [...Buffer.from(text, "latin1")];
/** First bytes of formats that are no text, as their specifications give them. */
const signatures = [
    { what: "a program (ELF)", bytes: [0x7f, ...ascii("ELF")] },
    { what: "a program (Mach-O)", bytes: [0xcf, 0xfa, 0xed, 0xfe] },
    { what: "a WebAssembly module", bytes: [0x00, ...ascii("asm")] },
    { what: "a Java class file", bytes: [0xca, 0xfe, 0xba, 0xbe] },
    { what: "a PNG image", bytes: [0x89, ...ascii("PNG")] },
    { what: "a JPEG image", bytes: [0xff, 0xd8, 0xff] },
    { what: "a GIF image", bytes: ascii("GIF8") },
    { what: "a PDF document", bytes: ascii("%PDF-") },
    { what: "a SQLite database", bytes: ascii("SQLite format 3") },
    { what: "a zstd archive", bytes: [0x28, 0xb5, 0x2f, 0xfd] },
    { what: "an xz archive", bytes: [0xfd, ...ascii("7zXZ")] },
    { what: "a 7-Zip archive", bytes: [...ascii("7z"), 0xbc, 0xaf] },
    { what: "a bzip2 archive", bytes: ascii("BZh9") },
    { what: "a tar archive", at: 257, bytes: ascii("ustar") },
];
/** What `head`, the first HEAD_BYTES of some content, is the beginning of. */
function recogniseContent(head) {
    if (head.length === 0)
        return { kind: "empty" };
    if (startsWith(head, [0x1f, 0x8b, 0x08]))
        return { kind: "gzip" };
    if (startsWith(head, [...ascii("PK"), 0x03, 0x04]) || startsWith(head, [...ascii("PK"), 0x05, 0x06]))
        return { kind: "zip" };
    const signature = signatures.find(({ bytes, at }) => startsWith(head, bytes, at));
    if (signature)
        return { kind: "binary", what: signature.what };
    const what = recogniseErrorPage(head);
    if (what)
        return { kind: "error-page", what };
    return isBinary(head) ? { kind: "binary", what: "binary data" } : { kind: "text" };
}
/** The bodies that arrive instead of a log: a web page, GitHub's JSON error, the blob store's XML error. */
function recogniseErrorPage(head) {
    const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString("utf8").replace(/^\uFEFF/, "").trimStart().toLowerCase();
    if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html[\s>])/.test(text))
        return "an HTML page";
    if (/^<\?xml[^>]*>\s*<error>\s*<code>/.test(text))
        return "an error message of the blob store";
    if (/^\{\s*"message"\s*:\s*"/.test(text) && text.includes('"documentation_url"'))
        return "an error message of GitHub's API";
    return undefined;
}
function startsWith(head, bytes, at = 0) {
    return bytes.every((byte, index) => head[at + index] === byte);
}
/** Control characters that terminals and shells do print: tab, line ends, form feed, backspace, bell, escape. */
const printedControls = new Set([0x07, 0x08, 0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
/** Zero bytes are text when they all stand on one side of the pairs (UTF-16); other control characters hardly occur in text. */
function isBinary(head) {
    const zeros = [0, 0];
    let controls = 0;
    for (const [at, byte] of head.entries()) {
        if (byte === 0)
            zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
        else if (byte < 0x20 && !printedControls.has(byte))
            controls++;
    }
    const fewer = Math.min(zeros[0] ?? 0, zeros[1] ?? 0);
    return fewer > head.length / 50 || controls > head.length / 25;
}

;// CONCATENATED MODULE: ./src/source/log/digest.js
// Names what was read: the subject of the report is these bytes and no others.

class DigestBook {
    #digests = new Map();
    /** Passes `content` through; its digest counts once the stream has ended or was left. */
    async *hashing(name, content) {
        const hash = (0,external_node_crypto_.createHash)("sha256");
        try {
            for await (const chunk of content) {
                hash.update(chunk);
                yield chunk;
            }
        }
        finally {
            this.#digests.set(name, hash.digest("hex"));
        }
    }
    /** The digest of one name's bytes; of no bytes where it was never read. */
    of(name) {
        return this.#digests.get(name) ?? (0,external_node_crypto_.createHash)("sha256").digest("hex");
    }
    ofAll() {
        const lines = [...this.#digests].map(([name, digest]) => ({ name: Buffer.from(name), line: `${digest}  ${name}\n` }));
        lines.sort((a, b) => Buffer.compare(a.name, b.name));
        return (0,external_node_crypto_.createHash)("sha256").update(lines.map(({ line }) => line).join("")).digest("hex");
    }
}

;// CONCATENATED MODULE: ./src/source/log/layout.js
/** More files than any run has; what lies beyond is a gap. */
const MAX_LOGS = 100_000;
/** GitHub allows far fewer; a made-up number must not make a long list. */
const MAX_STEPS = 10_000;
/** Places of all `names` ("/" between segments), in reading order, and a gap for each job whose steps are incomplete. */
function layOut(names) {
    const parsed = names.map((name) => ({ name, ...parseName(name) }));
    const folders = new Set(parsed.map(({ folder }) => folder));
    const isWholeJob = (log) => log.number !== undefined && (log.folder === "" || folders.has(joinPath(log.folder, log.title)));
    const wholeJobs = new Set(parsed.filter(isWholeJob).map(({ folder, title }) => joinPath(folder, title)));
    const inFolder = Map.groupBy(parsed.filter((log) => !isWholeJob(log)), ({ folder }) => folder);
    const logs = parsed.map((log) => {
        if (!isWholeJob(log))
            return { name: log.name, place: toStepPlace(log.name, log), repeated: false, order: log };
        const folder = joinPath(log.folder, log.title);
        const repeated = (inFolder.get(folder) ?? []).some(({ number }) => number !== undefined);
        // Sorted as if it lay in the folder of its steps, after them.
        return { name: log.name, place: { kind: "log", job: log.title, file: log.name }, repeated, order: { folder, number: Infinity, title: log.title } };
    });
    logs.sort((a, b) => compare(a.order, b.order));
    const gaps = [...inFolder].filter(([folder]) => folder !== "" && !wholeJobs.has(folder)).flatMap(([folder, files]) => findMissing(folder, files));
    return { logs: logs.map(({ name, place, repeated }) => ({ name, place, repeated })), gaps };
}
function parseName(name) {
    const cut = name.lastIndexOf("/");
    const base = name.slice(cut + 1);
    const numbered = /^(-?\d{1,19})_(.*?)(?:\.txt)?$/s.exec(base);
    return {
        folder: cut < 0 ? "" : name.slice(0, cut),
        number: numbered ? Number(numbered[1]) : undefined,
        title: numbered?.[2] ?? base.replace(/\.(?:txt|log)(?:\.gz)?$/, ""),
    };
}
function toStepPlace(name, { folder, number, title }) {
    if (folder === "")
        return { kind: "log", file: name };
    return { kind: "log", job: folder, ...(number !== undefined && { step: title }), file: name };
}
/**
 * Numbers that no file has. Skipped steps have none either, so a hole is a gap only where no whole-job log proves that
 * nothing was printed there.
 */
function findMissing(folder, files) {
    const location = { kind: "log", job: folder, file: folder };
    const present = new Set(files.flatMap(({ number }) => number ?? []));
    if (present.size === 0) {
        const onlySystem = files.length > 0 && files.every(({ title }) => title === "system");
        return onlySystem ? [{ reason: "missing-step", location, detail: "there is only the runner's system log of this job, none of its steps" }] : [];
    }
    const last = Math.min(Math.max(...present), MAX_STEPS);
    const missing = Array.from({ length: last }, (_, index) => index + 1).filter((number) => !present.has(number));
    if (missing.length === 0)
        return [];
    const shown = missing.length > 8 ? `${missing.slice(0, 8).join(", ")} and ${missing.length - 8} more` : missing.join(", ");
    return [{ reason: "missing-step", location, detail: `there is no log of step ${shown}, and no log of the whole job that would show whether it printed anything` }];
}
function joinPath(folder, name) {
    return folder === "" ? name : `${folder}/${name}`;
}
function compare(a, b) {
    if (a.folder !== b.folder)
        return a.folder < b.folder ? -1 : 1;
    if (a.number !== b.number)
        return (a.number ?? -1) < (b.number ?? -1) ? -1 : 1;
    return a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/source/log/stream.js
// Streams that know where they begin and where they break.



/** How much a compressed input may become: logs shrink ten to fifty times, a bomb a thousand times. */
const MAX_EXPANSION = 200;
/** Below this an input may expand as it likes. */
const FREE_EXPANSION_BYTES = 64 * 2 ** 20;
/** What one compressed input has become so far, all its members together: overlapping members can't hide in the sum. */
class Expansion {
    #compressed;
    #expanded = 0;
    constructor(compressedBytes = 0) {
        this.#compressed = compressedBytes;
    }
    /** Passes compressed bytes through; each raises the limit. */
    async *feed(content) {
        for await (const chunk of content) {
            this.#compressed += chunk.length;
            yield chunk;
        }
    }
    /** False once the limit is passed. */
    add(bytes) {
        this.#expanded += bytes;
        return this.#expanded <= this.limit;
    }
    get limit() {
        return Math.max(FREE_EXPANSION_BYTES, this.#compressed * MAX_EXPANSION);
    }
}
/** The first HEAD_BYTES (fewer where the content is shorter) and a stream of everything, these included. */
async function peek(content) {
    const iterator = content[Symbol.asyncIterator]();
    const chunks = [];
    let size = 0;
    while (size < HEAD_BYTES) {
        const next = await iterator.next();
        if (next.done)
            break;
        chunks.push(next.value);
        size += next.value.length;
    }
    return { head: Buffer.concat(chunks).subarray(0, HEAD_BYTES), all: replay(chunks, iterator) };
}
async function* replay(chunks, iterator) {
    try {
        yield* chunks;
        for (let next = await iterator.next(); !next.done; next = await iterator.next())
            yield next.value;
    }
    finally {
        await iterator.return?.();
    }
}
/** The uncompressed bytes of a gzip stream, its members joined (RFC 1952). */
function gunzip(content) {
    // A failure on either side destroys the stream, and whoever iterates gets it.
    return (0,external_node_stream_.pipeline)(content, (0,external_node_zlib_.createGunzip)({ chunkSize: 1 << 18 }), () => undefined);
}
/** The stream's bytes; a failure or a passed limit becomes the gap that ends it. */
async function* untilBroken(place, content, expansion) {
    try {
        for await (const chunk of content) {
            if (expansion && !expansion.add(chunk.length)) {
                yield { reason: "ratio-limit", location: place, detail: `the compressed input expands beyond ${expansion.limit} bytes; the rest was not read` };
                return;
            }
            yield chunk;
        }
    }
    catch (error) {
        yield { reason: reasonOf(error), location: place, detail: `the log could not be read to its end (${codeOf(error)})` };
    }
}
function reasonOf(error) {
    const code = codeOf(error);
    if (code === "Z_BUF_ERROR" || code === "unexpected EOF")
        return "truncated";
    return code.startsWith("E") ? "log-unavailable" : "malformed";
}
/** Only the code of a failure is shown: its message may quote content or a path. */
function codeOf(error) {
    if (!(error instanceof Error))
        return "unknown failure";
    return "code" in error && typeof error.code === "string" ? error.code : /unexpected EOF/.test(error.message) ? "unexpected EOF" : "invalid data";
}

;// CONCATENATED MODULE: ./src/source/log/member.js


/** The text of one member, gunzipped where it is gzip; what is no log is a gap. */
async function* openChecked(place, content, expansion) {
    let broken;
    const intact = stopAtGap(untilBroken(place, content, expansion), (gap) => (broken = gap));
    const { head, all } = await peek(intact);
    const found = recogniseContent(head);
    switch (found.kind) {
        case "empty":
        case "text":
            yield* all;
            break;
        case "gzip":
            yield* openGzip(place, all, expansion);
            break;
        case "error-page":
            yield { reason: "log-unavailable", location: place, detail: `${found.what} lies in the place of the log` };
            yield* all;
            break;
        case "zip":
            yield* skip(all, { reason: "unsupported-archive", location: place, detail: "a zip archive inside that is damaged, too large, too deep, or not named as one; audit it by itself" });
            break;
        case "binary":
            yield* skip(all, { reason: "unsupported-media-type", location: place, detail: `${found.what}, not a log` });
            break;
        default:
            found;
    }
    if (broken)
        yield broken;
}
/** A gzip stream's text; `expansion` is that of the archive around it, where there is one. */
function openGzip(place, content, expansion = new Expansion()) {
    return untilBroken(place, gunzip(expansion.feed(content)), expansion);
}
/** Reads on, so that the digest covers the whole file and the gap says how much was left out. */
async function* skip(content, gap) {
    let bytes = 0;
    for await (const chunk of content)
        bytes += chunk.length;
    yield { ...gap, bytes };
}
async function* stopAtGap(stream, onGap) {
    for await (const item of stream) {
        if (item instanceof Uint8Array)
            yield item;
        else
            onGap(item);
    }
}

// EXTERNAL MODULE: ./node_modules/yauzl/index.js
var yauzl = __webpack_require__(20663);
;// CONCATENATED MODULE: ./src/source/log/zip.js
// The zip that GitHub serves for a whole run (APPNOTE.TXT 6.3.10). yauzl reads it by random access, zip64 included.








const UTF8_NAME_FLAG = 0x800;
const STORED = 0;
const DEFLATED = 8;
/** Archives within archives are read so deep, from memory, as long as they are no larger than this all together. */
const MAX_DEPTH = 2;
const MAX_INNER_BYTES = 128 << 20;
const OPTIONS = { lazyEntries: true, autoClose: false, decodeStrings: false };
/** Opens the archive at `path`. Members that cannot be read are gaps; an archive without a directory is the user's error. */
async function openLogZip(name, path) {
    const book = new DigestBook();
    const opened = await openInnerZip(path, { prefix: "", book });
    if (!opened)
        throw new input_error/* InputError */.dz("log: the zip archive is damaged or incomplete; download it again");
    return { name, logs: opened.logs, gaps: opened.gaps, sha256: () => book.ofAll(), close: async () => opened.close() };
}
/** An archive among other logs; undefined where it has no directory. */
async function openInnerZip(path, { prefix, book }) {
    const zip = await (0,yauzl/* openPromise */.sO)(path, OPTIONS).catch(() => undefined);
    return zip && openZip(zip, { prefix, book, expansion: new Expansion(zip.fileSize), depth: 0, room: { bytes: MAX_INNER_BYTES } });
}
async function openZip(zip, shared) {
    const { prefix, book, expansion } = shared;
    const gaps = [];
    const entries = await listEntries(zip, gaps);
    const inner = await openArchives(zip, entries, shared);
    const layout = layOut([...entries.keys()].filter((member) => !inner.has(member)));
    const toLog = ({ name: member, place: within, repeated }) => {
        const entry = entries.get(member);
        const place = under(prefix, within);
        const content = () => (entry ? book.hashing(prefix + member, readEntry(zip, entry)) : nothing());
        return { place, repeated, open: () => (entry && findObstacle(place, entry)) ?? openChecked(place, content(), expansion) };
    };
    const within = [...inner.values()];
    const own = [...gaps, ...layout.gaps].map((gap) => (gap.location.kind === "log" ? { ...gap, location: under(prefix, gap.location) } : gap));
    return {
        logs: [...layout.logs.map(toLog), ...within.flatMap(({ logs }) => logs)], gaps: [...own, ...within.flatMap((one) => one.gaps)],
        close: () => [zip, ...within].forEach((one) => one.close()),
    };
}
function under(prefix, place) {
    return { ...place, file: prefix + place.file, ...(place.job !== undefined && { job: prefix + place.job }) };
}
/** Those of the entries that are archives and can be read as such; the others tell by themselves why they can't. */
async function openArchives(zip, entries, shared) {
    const found = new Map();
    if (shared.depth >= MAX_DEPTH)
        return found;
    for (const [member, entry] of entries) {
        if (!/\.zip$/i.test(member) || findObstacle({ kind: "log", file: member }, entry))
            continue;
        const bytes = await readWhole(zip, entry, shared);
        const inner = bytes && await (0,yauzl/* fromBufferPromise */.SY)(bytes, OPTIONS).catch(() => undefined);
        if (inner)
            found.set(member, await openZip(inner, { ...shared, prefix: `${shared.prefix}${member}/`, depth: shared.depth + 1 }));
    }
    return found;
}
/** Undefined for what is damaged, or too large to be held. */
async function readWhole(zip, entry, { expansion, room }) {
    if (entry.uncompressedSize > room.bytes)
        return undefined;
    const chunks = [];
    try {
        for await (const chunk of readEntry(zip, entry)) {
            if ((room.bytes -= chunk.length) < 0 || !expansion.add(chunk.length))
                return undefined;
            chunks.push(chunk);
        }
    }
    catch {
        return undefined;
    }
    return external_node_buffer_.Buffer.concat(chunks);
}
/** Entries that are files, by name. Of two with one name the second gets a number, since both have content. */
async function listEntries(zip, gaps) {
    const entries = new Map();
    try {
        for await (const entry of zip.eachEntry()) {
            const name = decodeName(entry);
            if (name.endsWith("/"))
                continue;
            if (entries.size >= MAX_LOGS) {
                gaps.push(atArchive("count-limit", `the archive holds ${zip.entryCount} entries; only ${MAX_LOGS} were read`));
                break;
            }
            let unique = name;
            for (let copy = 2; entries.has(unique); copy++)
                unique = `${name}#${copy}`;
            entries.set(unique, entry);
        }
    }
    catch {
        gaps.push(atArchive("malformed", "the archive's directory breaks off; entries after the break were not read"));
    }
    return entries;
}
function atArchive(reason, detail) {
    return { reason, location: { kind: "log", file: "." }, detail };
}
/** Names are labels only, nothing is ever written under them; so a hostile one is shown without its control characters. */
function decodeName(entry) {
    const raw = entry.fileNameRaw;
    const name = entry.generalPurposeBitFlag & UTF8_NAME_FLAG ? raw.toString("utf8") : raw.toString("latin1");
    return name.replaceAll("\\", "/").replace(/\p{Cc}/gu, "�").replace(/^\/+/, "");
}
function findObstacle(place, entry) {
    if (entry.isEncrypted())
        return only({ reason: "encrypted", location: place, detail: "the entry is encrypted", bytes: entry.uncompressedSize });
    if (entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED)
        return undefined;
    const detail = `the entry's compression method ${entry.compressionMethod} is not read`;
    return only({ reason: "unsupported-compression", location: place, detail, bytes: entry.uncompressedSize });
}
async function* readEntry(zip, entry) {
    let checksum = 0;
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
        checksum = (0,external_node_zlib_.crc32)(chunk, checksum);
        yield chunk;
    }
    if (checksum !== entry.crc32)
        throw new Error("checksum differs");
}
async function* only(gap) {
    yield gap;
}
async function* nothing() { }

;// CONCATENATED MODULE: ./src/source/log/folder.js
// A folder of logs: an unpacked run archive, or whatever a job has kept.







/** Opens every file below `path`, an existing folder. Links are followed as long as they stay inside. */
async function openLogFolder(name, path) {
    const gaps = [];
    const names = await listFiles(await (0,external_node_fs_promises_.realpath)(path), gaps);
    const book = new DigestBook();
    const archives = await folder_openArchives(path, names.slice(0, MAX_LOGS), book);
    const layout = layOut(names.slice(0, MAX_LOGS).filter((member) => !archives.has(member)));
    if (names.length > MAX_LOGS)
        gaps.push(atRoot("count-limit", `the folder holds ${names.length} files; only ${MAX_LOGS} were read`));
    const toLog = ({ name: member, place, repeated }) => ({
        place,
        repeated,
        open: () => openChecked(place, book.hashing(member, (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(path, member), { highWaterMark: 1 << 20 }))),
    });
    const inner = [...archives.values()];
    return {
        name, logs: [...layout.logs.map(toLog), ...inner.flatMap(({ logs }) => logs)], gaps: [...gaps, ...layout.gaps, ...inner.flatMap((one) => one.gaps)],
        sha256: () => book.ofAll(), close: async () => inner.forEach((one) => one.close()),
    };
}
/** Archives among the logs; one that is damaged tells so where it is read. */
async function folder_openArchives(path, names, book) {
    const found = new Map();
    for (const name of names) {
        if (!/\.zip$/i.test(name))
            continue;
        const opened = await openInnerZip((0,external_node_path_.join)(path, name), { prefix: `${name}/`, book });
        if (opened)
            found.set(name, opened);
    }
    return found;
}
async function listFiles(root, gaps) {
    const names = [];
    const entries = await (0,external_node_fs_promises_.readdir)(root, { recursive: true, withFileTypes: true });
    for (const entry of entries) {
        const name = (0,external_node_path_.join)(entry.parentPath, entry.name).slice(root.length + 1).split(external_node_path_.sep).join("/");
        if (entry.isFile())
            names.push(name);
        else if (entry.isSymbolicLink())
            await followLink(root, name, { names, gaps });
        else if (!entry.isDirectory())
            gaps.push({ reason: "unsupported-feature", location: { kind: "log", file: name }, detail: "neither a file nor a folder" });
    }
    return names.sort();
}
async function followLink(root, name, found) {
    const location = { kind: "log", file: name };
    const target = await (0,external_node_fs_promises_.realpath)((0,external_node_path_.join)(root, name)).catch(() => undefined);
    if (target === undefined)
        found.gaps.push({ reason: "missing-blob", location, detail: "the link leads nowhere" });
    else if (!target.startsWith(root + external_node_path_.sep))
        found.gaps.push({ reason: "path-escape", location, detail: "the link leads out of the folder and was not followed" });
    else if ((await (0,external_node_fs_promises_.stat)(target)).isFile())
        found.names.push(name);
    // A link to a folder inside names files that are read under their own names.
}
function atRoot(reason, detail) {
    return { reason, location: { kind: "log", file: "." }, detail };
}

;// CONCATENATED MODULE: ./src/source/log/open.js
// Opens whatever a user calls a log.










const READ_BYTES = 1 << 20;
/**
 * Opens a log file (plain or gzip), a folder of logs, the zip of a run's logs, or "-" for standard input.
 * Throws InputError for what is absent or no log; damage inside is a gap of the log it concerns.
 */
async function openLogs(reference, options) {
    if (reference === "-")
        return openStandardInput(options.stdin);
    if (reference.trim() === "")
        throw new input_error/* InputError */.dz("log: is empty; give a file, a folder, the run's zip, or - for standard input");
    const path = (0,external_node_path_.resolve)(options.cwd, reference);
    const found = await (0,external_node_fs_promises_.stat)(path).catch(refuseAbsent);
    if (found.isDirectory())
        return openLogFolder(reference, path);
    if (!found.isFile())
        throw new input_error/* InputError */.dz("log: is neither a file nor a folder; pipe it into standard input and give -");
    const kind = recogniseContent(await readHead(path));
    if (kind.kind === "zip")
        return openLogZip(reference, path);
    return openFile(reference, path, kind);
}
async function openFile(name, path, kind) {
    if (kind.kind === "gzip") {
        const { head } = await peek(stoppedAtFailure(gunzip((0,external_node_fs_.createReadStream)(path, { end: 1 << 16 }))));
        requireLog(recogniseContent(head));
    }
    requireLog(kind);
    const book = new DigestBook();
    const place = { kind: "log", file: name };
    const content = () => book.hashing(name, (0,external_node_fs_.createReadStream)(path, { highWaterMark: READ_BYTES }));
    const read = kind.kind === "gzip" ? () => openGzip(place, content()) : () => untilBroken(place, content());
    return open_toSource(name, { place, repeated: false, open: read }, () => book.of(name));
}
async function openStandardInput(stdin) {
    const name = "stdin";
    const book = new DigestBook();
    const { head, all } = await peek(book.hashing(name, stdin));
    const kind = recogniseContent(head);
    if (kind.kind === "zip")
        throw new input_error/* InputError */.dz("log: standard input is a zip archive, which needs random access; give the file's path");
    const place = { kind: "log", file: name };
    if (kind.kind !== "gzip") {
        requireLog(kind);
        return open_toSource(name, { place, repeated: false, open: () => untilBroken(place, all) }, () => book.of(name));
    }
    const expansion = new Expansion();
    const unzipped = await peek(gunzip(expansion.feed(all)));
    requireLog(recogniseContent(unzipped.head));
    return open_toSource(name, { place, repeated: false, open: () => untilBroken(place, unzipped.all, expansion) }, () => book.of(name));
}
function open_toSource(name, log, sha256) {
    return { name, logs: [log], gaps: [], sha256, close: async () => { } };
}
function refuseAbsent(error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES")
        throw new input_error/* InputError */.dz("log: may not be read; grant read permission");
    throw new input_error/* InputError */.dz("log: there is no such file or folder; check the path and the working directory");
}
/** Throws for content that is certainly no log; gzip and empty content pass. */
function requireLog(kind) {
    if (kind.kind === "error-page")
        throw new input_error/* InputError */.dz(`log: is ${kind.what} instead of a log; download it again with a token that may read it`);
    if (kind.kind === "binary")
        throw new input_error/* InputError */.dz(`log: is ${kind.what}, not a log; give a text file, a folder of logs, or the run's zip`);
}
async function readHead(path) {
    const file = await (0,external_node_fs_promises_.open)(path).catch(refuseAbsent);
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
        return buffer.subarray(0, bytesRead);
    }
    finally {
        await file.close();
    }
}
/** For a look at the front only: the failure shows again when the log is read. */
async function* stoppedAtFailure(content) {
    try {
        yield* content;
    }
    catch {
        return;
    }
}

;// CONCATENATED MODULE: ./src/source/log/scope.js
/** Sorts the jobs of all attempts of a run; those of earlier ones have the attempt in their name. Its own job and jobs that came into being after it are out of scope; others that still run are gaps. */
function findScope(jobs, { jobs: wanted, ownRunner }) {
    const own = ownRunner === undefined ? undefined : jobs.find(({ runner, status }) => runner === ownRunner && status !== "completed");
    const isWanted = (job) => wanted.length === 0 || wanted.some((name) => answersTo(job, name));
    const last = jobs.reduce((most, { attempt }) => Math.max(most, attempt), 1);
    const names = new Map();
    const scope = { read: [], gaps: [], outOfScope: [] };
    for (const job of [...new Map(jobs.map((one) => [one.id, one])).values()].toSorted((a, b) => a.id - b.id)) {
        const name = job.attempt === last ? job.name : `${job.name} (attempt ${job.attempt})`;
        const count = (names.get(name) ?? 0) + 1;
        names.set(name, count);
        const file = count === 1 ? name : `${name}#${count}`;
        const reason = explainOut(job, own) ?? (isWanted(job) ? undefined : "not among the jobs that were asked for");
        if (reason !== undefined)
            scope.outOfScope.push({ name: file, reason });
        else if (job.status === "completed")
            scope.read.push({ job, file });
        else
            scope.gaps.push({ reason: "job-running", location: { kind: "log", job: job.name, file }, detail: `the job was ${job.status.replaceAll("_", " ")} when the run's jobs were listed; run the guard after it (needs), or on workflow_run` });
    }
    return { ...scope, unknown: wanted.filter((name) => !jobs.some((job) => answersTo(job, name))) };
}
function explainOut(job, own) {
    if (job === own)
        return "the guard's own job, whose log is complete only after it";
    if (job.status === "completed" && job.conclusion === "skipped")
        return "was skipped and printed nothing";
    if (job.status === "completed" && job.runner === undefined && job.steps.length === 0 && job.conclusion === "cancelled")
        return "was cancelled before a runner took it";
    const isWaiting = job.status !== "completed" && job.status !== "in_progress";
    return isWaiting && own?.createdAt !== undefined && (job.createdAt ?? "") > own.createdAt ? "comes after the guard's own job; a guard on workflow_run reads it too" : undefined;
}
/** By id, by name, or by the name before what a matrix or a called workflow appends. */
function answersTo(job, wanted) {
    return job.name === wanted || String(job.id) === wanted || job.name.startsWith(`${wanted} (`) || job.name.startsWith(`${wanted} / `);
}

;// CONCATENATED MODULE: ./src/source/log/step-lines.js
/** The first line of what a step prints (actions/runner: StepsRunner.cs, JobExtension.cs), behind the stamp. */
const OPENERS = [" ##[group]Run ", " Post job cleanup.", " Cleaning up orphan processes"];
const step_lines_NEWLINE = 0x0a;
/** `yyyy-MM-ddTHH:mm:ss.fffffffZ`. */
const STAMP = 28;
/** Watches one log pass by. */
class StepLines {
    #steps;
    #openings = [];
    #line = 1;
    #tail = Buffer.alloc(0);
    constructor(steps) {
        this.#steps = steps.filter(({ skipped }) => !skipped).toSorted((a, b) => a.number - b.number);
    }
    async *watch(content) {
        this.#openings = [];
        this.#line = 1;
        this.#tail = Buffer.alloc(0);
        for await (const chunk of content) {
            if (this.#steps.length > 0)
                this.#read(chunk);
            yield chunk;
        }
    }
    /** The step that printed `line` and the line's number within it; undefined where the steps are not known. */
    locate(line) {
        const starts = this.#match().filter((start) => start.line <= line);
        const last = starts.at(-1);
        return last && { step: last.step, line: line - last.line + 1 };
    }
    /** Lines over chunks' borders are put together; a line that is longer than that opens no step. */
    #read(chunk) {
        const bytes = Buffer.concat([this.#tail, chunk]);
        const end = bytes.lastIndexOf(step_lines_NEWLINE) + 1;
        const lines = bytes.subarray(0, end);
        const starts = OPENERS.flatMap((opener) => [...findLines(lines, opener)]).sort((a, b) => a - b);
        let counted = 0;
        for (const start of starts) {
            this.#line += step_lines_countLines(lines.subarray(counted, start));
            counted = start;
            this.#openings.push({ line: this.#line, second: lines.toString("latin1", start, start + 19) });
        }
        this.#line += step_lines_countLines(lines.subarray(counted));
        this.#tail = end === 0 && bytes.length > 1 << 16 ? Buffer.alloc(0) : Buffer.from(bytes.subarray(end));
    }
    /** Each step takes the first opening that is left and not before its own beginning, in whole seconds as the platform tells it. */
    #match() {
        const [first, ...others] = this.#steps;
        if (!first)
            return [];
        const starts = [{ step: first.number, line: 1 }];
        let next = 0;
        for (const { number, startedAt } of others) {
            const second = startedAt?.slice(0, 19);
            if (second === undefined)
                continue;
            const found = this.#openings.findIndex((opening, index) => index >= next && opening.second >= second);
            const opening = this.#openings[found];
            if (!opening)
                continue;
            starts.push({ step: number, line: opening.line });
            next = found + 1;
        }
        return starts;
    }
}
/** Beginnings of lines that have `opener` behind their stamp. */
function* findLines(lines, opener) {
    for (let at = lines.indexOf(opener); at >= 0; at = lines.indexOf(opener, at + 1)) {
        const start = at - STAMP;
        if (start >= 0 && lines[at - 1] === 0x5a && (start === 0 || lines[start - 1] === step_lines_NEWLINE || lines[start - 1] === 0xbf))
            yield start;
    }
}
function step_lines_countLines(bytes) {
    let count = 0;
    for (let at = bytes.indexOf(step_lines_NEWLINE); at >= 0; at = bytes.indexOf(step_lines_NEWLINE, at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./src/source/log/run.js
// The logs of a run's jobs, from the platform that ran them, through a port.





/** Seconds between tries for a log that is not there: it is put there some time after its job has ended. */
const PATIENCE = [2, 4, 8, 16, 30];
/** Throws InputError where the run cannot be seen or has no job of a name that was given; what else fails is a gap. */
async function openRunLogs(query, port) {
    const listed = await port.listJobs();
    if (listed.kind === "unavailable") {
        if (listed.refused)
            throw new input_error/* InputError */.dz(`run: ${listed.detail}; check the run's id and repository, and give a token with actions: read`);
        return run_toSource(query, { files: [], gaps: [{ reason: "log-unavailable", location: { kind: "log", file: query.name }, detail: `the run's jobs could not be listed: ${listed.detail}` }], outOfScope: [] });
    }
    const scope = findScope(listed.jobs, query);
    const [unknown] = scope.unknown;
    if (unknown !== undefined)
        throw new input_error/* InputError */.dz(`jobs: this run has no job named ${unknown}${(0,input_error/* suggest */.ZA)(unknown, listed.jobs.map(({ name }) => name))}`);
    const book = new DigestBook();
    const files = scope.read.map(({ job, file }) => new JobFile(job, { file, port, book }));
    return run_toSource(query, { files, gaps: scope.gaps, outOfScope: scope.outOfScope }, book);
}
function run_toSource({ name }, { files, gaps, outOfScope }, book = new DigestBook()) {
    const byFile = new Map(files.map((log) => [log.place.file, log]));
    return {
        name, gaps, outOfScope, logs: files.map(toLogFile), sha256: () => book.ofAll(), close: async () => { },
        link: (place, line) => byFile.get(place.file)?.link(line),
    };
}
function toLogFile(log) {
    return { place: log.place, repeated: false, open: () => log.read() };
}
/** The log of one job, asked for when it is read. */
class JobFile {
    place;
    #job;
    #setting;
    #steps;
    constructor(job, setting) {
        this.place = { kind: "log", job: job.name, file: setting.file };
        this.#job = job;
        this.#setting = setting;
        this.#steps = new StepLines(job.steps);
    }
    async *read() {
        const found = await this.#find();
        if (found.kind !== "log") {
            const detail = found.kind === "absent" ? `there was no log of this job, also ${PATIENCE.reduce((sum, seconds) => sum + seconds, 0)} seconds later` : found.detail;
            yield { reason: "log-unavailable", location: this.place, detail };
            return;
        }
        let bytes = 0;
        for await (const item of openChecked(this.place, this.#setting.book.hashing(this.place.file, this.#steps.watch(found.content)))) {
            if (item instanceof Uint8Array)
                bytes += item.length;
            yield item;
        }
        if (bytes === 0 && this.#job.steps.length > 0)
            yield { reason: "log-unavailable", location: this.place, detail: "the job ran steps, but its log is empty" };
    }
    link(line) {
        const { url } = this.#job;
        if (url === undefined)
            return undefined;
        const spot = this.#steps.locate(line);
        return spot ? `${url}#step:${spot.step}:${spot.line}` : url;
    }
    async #find() {
        const { port } = this.#setting;
        for (const seconds of PATIENCE) {
            const found = await port.openLog(this.#job.id);
            if (found.kind !== "absent")
                return found;
            await port.wait(seconds);
        }
        return port.openLog(this.#job.id);
    }
}

;// CONCATENATED MODULE: ./actions/log-leak-guard/run-side.js
// GitHub's side of the guard: a run's logs, and what is done about them after a find.



const API = "https://api.github.com";
const BY_NAME = /^env:\/\/(\w+)$/;
/** Inputs that only speak about a run. */
const ofRun = ["name", "github-token"];
/** Opens the log or the run, whichever was given. Throws InputError for both, for neither, and for inputs that would have no effect. */
async function openSubject(inputs, world) {
    const { log, run } = inputs;
    if ((log === undefined) === (run === undefined)) {
        throw new input_error/* InputError */.dz(log === undefined ? "log: is required, or run; give a file, a folder, the run's zip, - for standard input, or the ID of a run" : "log and run: only one can be read; leave one out");
    }
    if (run !== undefined)
        return openRunSubject(inputs, run, world);
    const idle = [...ofRun.filter((name) => inputs[name] !== undefined), ...(inputs.jobs.length > 0 ? ["jobs"] : []), ...(inputs["on-leak"] === "report" ? [] : ["on-leak"])];
    if (idle.length > 0)
        throw new input_error/* InputError */.dz(`${idle.join(", ")}: only has a meaning with run; leave it out, or give run instead of log`);
    return { source: await openLogs(log ?? "", world) };
}
async function openRunSubject(inputs, id, world) {
    const runId = Number(id);
    if (!/^[1-9]\d{0,15}$/.test(id) || !Number.isSafeInteger(runId))
        throw new input_error/* InputError */.dz("run: is not the ID of a run; give the number that its address ends with");
    const [owner, repo, ...more] = (inputs.name ?? world.environment("GITHUB_REPOSITORY") ?? "").split("/");
    if (!owner || !repo || more.length > 0)
        throw new input_error/* InputError */.dz("name: is needed with run; give it as owner/name");
    const token = readToken(inputs["github-token"], world);
    const github = (0,client/* openGithub */.K)({ token, apiUrl: world.environment("GITHUB_API_URL") ?? API, warn: world.progress });
    const port = openRun(github, { owner, repo, runId });
    const isOwn = world.environment("GITHUB_RUN_ID") === id;
    const source = await openRunLogs({ name: `${owner}/${repo} run ${id}`, jobs: inputs.jobs, ...(isOwn && { ownRunner: world.environment("RUNNER_NAME") }) }, port);
    const choice = inputs["on-leak"];
    return choice === "report" ? { source } : { source, cure: () => cure(port, choice) };
}
/** A token itself, or env://NAME, since a value has no place on a command line. */
function readToken(given, world) {
    const name = BY_NAME.exec(given ?? "")?.[1];
    const value = name === undefined ? given : world.environment(name);
    if (value === undefined || value === "")
        throw new input_error/* InputError */.dz("github-token: is needed with run; give a token with actions: read, or env://NAME of a variable that holds one");
    return value;
}
/** What fails is said and no more: the report is there, and its verdict is fail in any case. */
async function cure(port, choice) {
    const deleted = await attempt("the run's logs were deleted", "the run's logs could not be deleted", port.deleteLogs);
    return choice === "delete-logs" ? deleted : `${deleted}; ${await attempt("its workflow is disabled until somebody enables it", "its workflow could not be disabled", port.disableWorkflow)}`;
}
async function attempt(done, failed, act) {
    try {
        await act();
        return done;
    }
    catch (error) {
        if (!(error instanceof github_error/* GithubError */.E))
            throw error;
        return `${failed} (${error.message}); give a token with actions: write, and run the guard after the run has ended (workflow_run)`;
    }
}
/** Findings with the address of the page that shows their line, where there is one. */
function addLinks(findings, { link }) {
    return findings.map((finding) => {
        const { location } = finding;
        const url = location.kind === "log" && location.line !== undefined ? link?.(location, location.line) : undefined;
        return url === undefined || location.kind !== "log" ? finding : { ...finding, location: { ...location, url } };
    });
}
/** True where a credential or card number stands open in the report: hints about masks are no leak. */
function isLeak(report) {
    return report.findings.some(({ disposition, preview }) => disposition === "open" && !/^\[(?:masked|no value)\]$/.test(preview));
}

;// CONCATENATED MODULE: ./actions/log-leak-guard/main.js
// log-leak-guard: source → reader → detector → finding.








/** Throws InputError for an input that is no log, a run that cannot be seen, and fingerprints that do not fit their key. */
async function main(inputs, world) {
    const startedAt = world.now();
    const read = (path, what) => (0,input_file/* readInput */.R)(world.cwd, path, what);
    const rules = inputs.rules === undefined ? undefined : await (0,read_own_rules/* collectRules */.s)(inputs.rules, async (path) => (await read(path, "rules file")).toString("utf8"));
    const known = await (0,known_inputs/* readKnown */.U)(inputs, read);
    const inspector = createLogInspector({ rules, known });
    const audit = (source, ledger) => (0,inspect_all/* inspectAll */._)(readLogs(source, { ledger, longestLine: inputs["longest-line"] }), inspector, ledger);
    const { source, cure } = await openSubject(inputs, world);
    try {
        world.progress(`reading ${inspector.scrub(source.name)}`);
        const ledger = new coverage/* Ledger */.Oc();
        const { findings, gaps } = await audit(source, ledger);
        const selfTest = await (0,prove/* proveDetection */.Y)(logCanary(inspector.tool.sha256, known?.canary), (canary) => audit(canary, new coverage/* Ledger */.Oc()));
        const sha256 = source.sha256();
        const subject = { name: inspector.scrub(source.name), digest: { sha256 }, digestKind: "content" };
        const report = (0,finding_report/* composeReport */.ZE)({
            check: "log-leak-guard", subject, tool: (0,tool/* describeTool */.W)(inspector.tool), startedAt, ledger, findings: addLinks(findings, source), gaps, selfTest,
            outOfScope: (0,scrub_texts/* scrubTexts */.K)(source.outOfScope ?? [], inspector.scrub),
        }, await (0,terms/* readTerms */.K)(inputs, world));
        const outputs = { digest: sha256, "leaked-names": JSON.stringify((0,leaked_names/* findLeakedNames */.q)(report.findings)) };
        return { report, verdict: report.verdict, outputs, ...(cure && isLeak(report) && { afterSaving: cure }) };
    }
    finally {
        await source.close();
    }
}


/***/ })

};
