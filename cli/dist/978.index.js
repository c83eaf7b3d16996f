export const id = 978;
export const ids = [978];
export const modules = {

/***/ 72978:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contract: () => (/* binding */ credential_fingerprint_contract),
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/detector/known/seal.js
var seal = __webpack_require__(30596);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/detector/known/alphabet.js
var alphabet = __webpack_require__(17522);
// EXTERNAL MODULE: ./src/detector/known/likeness.js
var likeness = __webpack_require__(39105);
// EXTERNAL MODULE: ./src/detector/credential/judgement/plausibility.js
var plausibility = __webpack_require__(56220);
// EXTERNAL MODULE: ./src/detector/credential/rules.generated.js
var rules_generated = __webpack_require__(83799);
;// CONCATENATED MODULE: ./src/detector/known/value/private-key.js
// A private key's file repeats its public key and begins like every other: only the rest is a secret.

const armour = /-----BEGIN [^-]*PRIVATE KEY-----([\s\S]+?)-----END [^-]*PRIVATE KEY-----/;
/** The front of a key in PKCS #8 (RFC 5958) with the longest of the common algorithm identifiers, in characters of base64. */
const FRONT = 48;
/** Parameters and salt of an encrypted key (RFC 8018). */
const ENCRYPTED_FRONT = 160;
/** The comment and padding at the end of OpenSSH's format. */
const COMMENT = 48;
const MAGIC = "openssh-key-v1\0";
/** The body of a private key in PEM armour; undefined where `value` is none. */
function readPrivateKey(value) {
    const text = armour.exec(value)?.[1]?.replace(/^[\w-]+:.*$/gm, "").replace(/\s+|\\[nr]/g, "");
    if (text === undefined)
        return undefined;
    const bytes = Buffer.from(text, "base64");
    const openSsh = bytes.toString("latin1", 0, MAGIC.length) === MAGIC ? readOpenSshPublic(bytes) : undefined;
    const known = openSsh ?? readPublic(value);
    const front = openSsh ? Math.ceil(((bytes.indexOf(openSsh) + openSsh.length) * 4) / 3) : known ? FRONT : ENCRYPTED_FRONT;
    const end = text.length - (openSsh ? COMMENT : 0);
    const isPublic = (offset, length) => {
        const stretch = bytes.subarray((offset * 3) / 4, Math.floor(((offset + length) * 3) / 4));
        return offset < front || offset + length > end || (known?.includes(stretch) ?? false);
    };
    return { text, isPublic };
}
function readPublic(value) {
    try {
        return (0,external_node_crypto_.createPublicKey)((0,external_node_crypto_.createPrivateKey)(value)).export({ type: "spki", format: "der" });
    }
    catch {
        return undefined;
    }
}
/** PROTOCOL.key of OpenSSH: magic, cipher, derivation, its options, the number of keys, the public key; strings have a length before them. */
function readOpenSshPublic(bytes) {
    let at = MAGIC.length;
    const readString = () => {
        if (at + 4 > bytes.length)
            return Buffer.alloc(0);
        const start = at + 4;
        at = start + bytes.readUInt32BE(at);
        return bytes.subarray(start, at);
    };
    for (let strings = 0; strings < 3; strings++)
        readString();
    at += 4;
    const found = readString();
    return found.length > 0 && at < bytes.length ? found : undefined;
}

;// CONCATENATED MODULE: ./src/detector/known/value/strength.js
// How much of a value nobody knows: fingerprints of guessable text would give it away to whoever has the key.



/** Unknown bits that each fingerprint stands for at least; two more are lost to the four readings that share one. */
const LEAST_BITS = 64;
const SHARED_BITS = 2;
const LETTERS = 26;
const DIGITS = 10;
/** Visible ASCII besides letters and digits that is compared. */
const SIGNS = 26;
/** Bits that a letter of a word carries. */
const WORD_BITS = 2;
/** Estimates the unknown bits of canonical text from the characters that occur; what repeats or counts on adds nothing. */
function countBits(text) {
    const hasLetters = /[a-z]/.test(text);
    const isHex = /^[0-9a-f]+$/.test(text);
    const size = isHex ? (hasLetters ? 16 : DIGITS) : (hasLetters ? LETTERS : 0) + (/\d/.test(text) ? DIGITS : 0) + (/[^a-z0-9]/.test(text) ? SIGNS : 0);
    const each = Math.log2(Math.max(size, 2));
    const letter = !isHex && (0,plausibility/* isWordy */.yY)(text) ? WORD_BITS : each;
    let bits = 0;
    for (let at = 0; at < text.length; at++)
        if (!isForeseeable(text, at))
            bits += /[a-z]/.test(text.charAt(at)) ? letter : each;
    return bits;
}
function isStrong(text) {
    return countBits(text) >= LEAST_BITS + SHARED_BITS;
}
/** The character before again, the next one in order, or the end of three that have stood before. */
function isForeseeable(text, at) {
    const step = text.charCodeAt(at) - text.charCodeAt(at - 1);
    if (at > 0 && Math.abs(step) <= 1)
        return at > 1 && text.charCodeAt(at - 1) - text.charCodeAt(at - 2) === step;
    return at >= 3 && text.lastIndexOf(text.slice(at - 2, at + 1), at - 3) >= 0;
}
const prefixes = [...new Set(rules_generated/* credentialRules */.Z.map(({ publicPrefix }) => publicPrefix))].filter((prefix) => prefix.length > 1).sort((a, b) => b.length - a.length);
const signature = /^eyJ[\w-]+\.[\w-]*\.([\w-]{20,})$/;
const addressPassword = /^[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:([^\s/@]+)@/i;
/** What follows the host: the parts of a webhook's path are its secret. */
const address = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/i;
/**
 * The stretches that are worth a fingerprint: the signature of a signed token, the password of an address, the secret part of a private
 * key, each text of a JSON document; of everything else what follows a vendor's public prefix.
 */
function findUnknown(value) {
    const document = readDocument(value);
    if (document)
        return document.flatMap(findUnknown);
    const key = readPrivateKey(value);
    if (key)
        return [key];
    const trimmed = value.trim();
    const part = signature.exec(trimmed)?.[1] ?? addressPassword.exec(trimmed)?.[1];
    const path = part === undefined ? address.exec(trimmed)?.[1] : undefined;
    if (path !== undefined)
        return path.split(/[/?&=#]/).map((text) => ({ text }));
    return [{ text: part ?? trimmed.slice(prefixes.find((prefix) => trimmed.startsWith(prefix))?.length ?? 0) }];
}
/** The texts of a JSON object or list that are strong by themselves; undefined where the value is none. */
function readDocument(value) {
    if (!/^\s*[{[]/.test(value))
        return undefined;
    let document;
    try {
        document = JSON.parse(value);
    }
    catch {
        return undefined;
    }
    const texts = [];
    const visit = (item) => {
        if (typeof item === "string")
            texts.push(item);
        else if (typeof item === "object" && item !== null)
            Object.values(item).forEach(visit);
    };
    visit(document);
    // Names, addresses and versions beside the credential are weak or public; the strong ones are kept.
    return texts.filter((text) => !/^https?:\/\/[^@]*$|^[\w.+-]+@[\w.-]+$/.test(text) && findUnknown(text).some((unknown) => isStrong((0,alphabet/* toCanonical */.iB)(unknown.text))));
}

;// CONCATENATED MODULE: ./src/detector/known/value/form.js
// The spellings of a value that cannot be undone where they are found, because its case is lost or its letters are rotated.
// Lossless encodings are undone by the decoders before the value is looked for, and need no fingerprint.



/** Lengths, in canonical characters, of what is fingerprinted: each one that a file uses costs one pass. */
const WINDOWS = [12, 16, 20, 24, 32];
const code = (character) => (character.codePointAt(0) ?? 0).toString(16);
const percent = (character) => [...Buffer.from(character)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const escapes = [
    { name: "percent", spell: (character) => (/[\w.~-]/.test(character) ? character : percent(character)) },
    { name: "percent", spell: (character) => (/[\w.~!*'()-]/.test(character) ? character : percent(character)) },
    { name: "escape", spell: (character) => (/[&<>'"+`]/.test(character) ? `u${code(character).padStart(4, "0")}` : character) },
    { name: "escape", spell: (character) => (/[&<>]/.test(character) ? `u${code(character).padStart(4, "0")}` : character) },
    { name: "entities", spell: (character) => entities[character] ?? character },
    { name: "entities", spell: (character) => (character === "'" ? "&#39;" : (entities[character] ?? character)) },
];
/** The forms of `block`, a stretch of a value as it is written; the first is the block itself. Forms that are too weak, or that the search passes over, are left out. */
function toForms(block) {
    const plain = (0,alphabet/* toCanonical */.iB)(block);
    const spelt = escapes.flatMap(({ name, spell }) => cut(name, [...block].map((character) => ({ text: (0,alphabet/* toCanonical */.iB)(spell(character)), from: (0,alphabet/* toCanonical */.iB)(character) }))));
    const forms = [{ name: "", text: plain }, ...spelt.filter(({ text }) => !plain.startsWith(text)), ...[0, 1, 2].flatMap((shift) => toBase64(block, shift))];
    return [...new Map(forms.filter(({ text }) => !(0,likeness/* looksLikeText */.nw)(text)).map((form) => [form.text, form])).values()];
}
/** The shortest window that holds enough of the block. */
function cut(name, pieces) {
    const text = pieces.map((piece) => piece.text).join("");
    for (const window of WINDOWS) {
        if (window > text.length)
            return [];
        let length = 0;
        const whole = pieces.filter((piece) => (length += piece.text.length) <= window);
        if (countBits(whole.map(({ from }) => from).join("")) >= LEAST_BITS + 2)
            return [{ name, text: text.slice(0, window) }];
    }
    return [];
}
/** The digits that the block alone decides when it begins `shift` bytes behind a group of three (RFC 4648, section 4). */
function toBase64(block, shift) {
    const bytes = Buffer.from(block, "utf8");
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64").replace(/=+$/, "");
    const digits = (0,alphabet/* toCanonical */.iB)(encoded.slice(shift === 0 ? 0 : shift + 1, Math.floor(((shift + bytes.length) * 8) / 6)));
    const window = WINDOWS.findLast((length) => length <= digits.length);
    if (window === undefined)
        return [];
    const held = Math.floor((window * 6 - 8) / 8);
    return countBits((0,alphabet/* toCanonical */.iB)(block).slice(0, held)) >= LEAST_BITS + 2 ? [{ name: "base64", text: digits.slice(0, window) }] : [];
}

;// CONCATENATED MODULE: ./src/detector/known/value/block.js
// Cuts what nobody knows of a value into blocks that don't overlap, each strong enough to be fingerprinted by itself.




/** Longer windows leave fewer ends uncovered than they cost; shorter ones are for values that have no more. */
const USUAL = 16;
/** The parts of `value`; none where it is too weak. */
function cutValue(value) {
    return findUnknown(value).flatMap((unknown) => {
        const blocks = cutBlocks(unknown);
        return blocks.length === 0 ? [] : [{ text: (0,alphabet/* toCanonical */.iB)(unknown.text), blocks }];
    });
}
function cutBlocks({ text, isPublic }) {
    const whole = (0,alphabet/* toCanonical */.iB)(text);
    const windows = WINDOWS.filter((length) => length <= whole.length);
    const usual = windows.filter((length) => length >= USUAL);
    const isWorth = (offset, length) => !isPublic?.(offset, length) && isFit(whole.slice(offset, offset + length));
    for (const window of usual.length > 0 ? usual : windows) {
        const offsets = [];
        for (let at = 0; at + window <= whole.length; at += offsets.at(-1) === at ? window : 1)
            if (isWorth(at, window))
                offsets.push(at);
        if (offsets.length > 0)
            return offsets.map((offset) => ({ text: sliceOriginal(text, offset, window), offset }));
    }
    return [];
}
/** Strong, and nothing that the search passes over. */
function isFit(text) {
    return isStrong(text) && !(0,likeness/* looksLikeText */.nw)(text);
}
/** The stretch of the text as it is written whose canonical characters are those from `offset` on, `length` of them. */
function sliceOriginal(text, offset, length) {
    let seen = 0;
    let start = -1;
    for (let at = 0; at < text.length; at++) {
        const byte = text.charCodeAt(at);
        if (byte > 0x7e || alphabet/* canonical */.$N[byte] === 0)
            continue;
        if (seen === offset)
            start = at;
        seen++;
        if (seen === offset + length)
            return text.slice(start, at + 1);
    }
    return text.slice(Math.max(start, 0));
}

// EXTERNAL MODULE: ./src/detector/known/search/rolling.js
var rolling = __webpack_require__(7623);
;// CONCATENATED MODULE: ./src/detector/known/fingerprint.js
// Makes the file of fingerprints, where the values legitimately exist.







const MAX_NAMED = 10;
/** Of the value that self-tests plant; no name of a user has brackets. */
const CANARY_NAME = "(canary)";
/**
 * The text of a file of fingerprints for `values` by name. `salt`: 16 fresh random bytes. Throws InputError that names (and never shows)
 * values that are too weak, since fingerprints of guessable values would give them away to whoever has the key.
 */
function fingerprintValues(values, { key, salt }) {
    const cut = [...values].map(([name, value]) => ({ name, parts: cutValue(value) }));
    const weak = cut.filter(({ parts }) => parts.length === 0).map(({ name }) => name);
    if (weak.length > 0)
        throw new input_error/* InputError */.dz(describeWeak(weak));
    const keys = (0,seal/* deriveKeys */.Cd)(key, salt);
    const writer = new Writer(keys);
    for (const { name, parts } of [...cut, { name: CANARY_NAME, parts: cutValue(keys.canary) }])
        for (const part of parts)
            writer.add(name, part);
    return (0,seal/* seal */.od)(writer.content(), { keys, salt, values: values.size });
}
function describeWeak(names) {
    const shown = names.length > MAX_NAMED ? `${names.slice(0, MAX_NAMED).join(", ")} and ${names.length - MAX_NAMED} more` : names.join(", ");
    return `${names.length === 1 ? "the value" : "values"} ${shown}: fewer than ${LEAST_BITS} bits that nobody could guess; a fingerprint would help to guess the value, so make it longer and random, or leave it out`;
}
class Writer {
    #keys;
    #hash;
    #items = [];
    #entries = {};
    constructor(keys) {
        this.#keys = keys;
        this.#hash = new rolling/* RollingHash */.Q(keys.rollKey);
    }
    add(name, { text, blocks }) {
        const item = this.#items.push({ name, length: text.length, mac: this.#mac(text) }) - 1;
        for (const { text: block, offset } of blocks) {
            for (const form of toForms(block)) {
                const entries = (this.#entries[form.text.length] ??= []);
                entries.push([item, offset, form.name, this.#hash.tagOf(form.text), this.#hash.tagOf((0,alphabet/* reverse */.BE)(form.text)), this.#mac(form.text)]);
            }
        }
    }
    content() {
        return { items: this.#items, entries: this.#entries };
    }
    #mac(text) {
        return (0,seal/* macOf */.vX)(this.#keys.macKey, (0,alphabet/* toRepresentative */.RE)(text)).toString("base64");
    }
}

// EXTERNAL MODULE: ./src/runtime/door/contract.js
var contract = __webpack_require__(89786);
// EXTERNAL MODULE: ./src/runtime/door/input.js
var input = __webpack_require__(93286);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
;// CONCATENATED MODULE: ./cli/credential-fingerprint.js
// `credential-fingerprint`: runs where values legitimately exist and writes what lets others recognise them without holding them.





const credential_fingerprint_contract = (0,contract/* defineContract */.ye)({
    name: "credential-fingerprint",
    title: "Credential fingerprints",
    description: "Write keyed fingerprints of the values on standard input, by which the checks recognise them anywhere",
    branding: { icon: "hash", color: "purple" },
    inputs: {
        "key-file": (0,input/* required */.mw)("path", { description: "Key of at least 32 random bytes (openssl rand -hex 32); the checks get the same one" }),
        output: (0,input/* optional */.lq)("path", { description: "File for the fingerprints instead of standard output" }),
    },
    outputs: {},
    permissions: {},
});
const MAX_INPUT_BYTES = 64 << 20;
const SALT_BYTES = 16;
/** Reads `{"NAME": "value", …}` from standard input. Throws InputError, which names values and never shows one. */
async function main(inputs, world) {
    const key = (0,seal/* readKey */.YZ)(await (0,input_file/* readInput */.R)(world.cwd, inputs["key-file"], "key file"));
    const values = readValues(await readAll(world.stdin));
    const file = fingerprintValues(values, { key, salt: (0,external_node_crypto_.randomBytes)(SALT_BYTES) });
    if (inputs.output === undefined)
        return { verdict: "pass", outputs: {}, message: file };
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(world.cwd, inputs.output), `${file}\n`);
    return { verdict: "pass", outputs: {}, message: `${inputs.output}: fingerprints of ${values.size} values` };
}
const FORM = 'give {"NAME": "value", …}';
function readValues(text) {
    let document;
    try {
        document = JSON.parse(text);
    }
    catch {
        // The parser's own message quotes what it read.
        throw new input_error/* InputError */.dz(`standard input is not JSON; ${FORM}`);
    }
    if (typeof document !== "object" || document === null || Array.isArray(document))
        throw new input_error/* InputError */.dz(`standard input is no JSON object; ${FORM}`);
    const entries = Object.entries(document);
    if (entries.length === 0)
        throw new input_error/* InputError */.dz(`standard input holds no values; ${FORM}`);
    const wrong = entries.findIndex(([name, value]) => typeof value !== "string" || !/^[\w.\-/ ]{1,200}$/.test(name));
    if (wrong >= 0)
        throw new input_error/* InputError */.dz(`value ${wrong + 1} on standard input is no text, or its name holds other than letters, digits, blanks and . _ - /; ${FORM}`);
    if (countNames(text) !== entries.length)
        throw new input_error/* InputError */.dz("standard input names a value twice; give each one a name of its own");
    return new Map(entries);
}
/** Names as they are written in an object of texts: every second string. JSON.parse drops the first of two with one name. */
function countNames(text) {
    return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).length / 2;
}
async function readAll(stdin) {
    const chunks = [];
    let size = 0;
    for await (const chunk of stdin) {
        size += chunk.length;
        if (size > MAX_INPUT_BYTES)
            throw new input_error/* InputError */.dz("standard input is larger than 64 MiB; give the values alone");
        chunks.push(chunk);
    }
    return new TextDecoder("utf-8", { fatal: false }).decode(Buffer.concat(chunks));
}


/***/ }),

/***/ 89786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n2: () => (/* binding */ checkOutputs),
/* harmony export */   sw: () => (/* binding */ checkInputs),
/* harmony export */   ye: () => (/* binding */ defineContract)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93286);

function defineContract(contract) {
    return contract;
}
/** Inputs that every check has. */
const checkInputs = {
    "fail-on": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)({ description: "Least severity that makes the verdict fail", choices: ["critical", "high", "medium", "low"], default: "medium" }),
    waivers: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)("path", { description: "File of accepted findings and gaps, each with owner, reason and last day" }),
    baseline: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)("path", { description: "Earlier JSON report; findings that it holds are shown but not open" }),
    format: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .choice */ .Yq)({ description: "What is printed or written to the output file", choices: ["text", "json", "sarif"], default: "text", only: "command" }),
    output: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)("path", { description: "File for the report instead of standard output", only: "command" }),
    "report-dir": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)("path", { description: "Folder for the JSON and SARIF reports, default pci-pipeline-reports", only: "action" }),
};
/** Outputs that every check has. */
const checkOutputs = {
    verdict: { description: "pass, fail or inconclusive" },
    findings: { description: "Number of open findings" },
    gaps: { description: "Number of open gaps" },
    "report-path": { description: "Path of the JSON report" },
    "report-sha256": { description: "SHA-256 of the JSON report, to compare after a hand-over between jobs" },
    "sarif-path": { description: "Path of the SARIF report" },
};


/***/ }),

/***/ 93286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Mn: () => (/* binding */ lines),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   hv: () => (/* binding */ textWithDefault),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   mw: () => (/* binding */ required),
/* harmony export */   nd: () => (/* binding */ integer)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
// The kinds of inputs that actions and commands take. A raw value is a string or absent; a list has one item a line.

/** A required text; `required` inputs refuse the empty string, since a missing action input arrives as one. */
function required(kind, input) {
    return { ...input, kind, schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP("is required").min(1, "is required"), required: true, default: "" };
}
/** A text that may be absent; absent is undefined. */
function optional(kind, input) {
    return { ...input, kind, schema: absentWhenEmpty(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), required: false, default: "" };
}
function textWithDefault(kind, input) {
    const schema = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().transform((raw) => (raw === undefined || raw === "" ? input.default : raw));
    return { ...input, kind, schema, required: false };
}
/** Exactly the six spellings that GitHub's own boolean inputs have (YAML 1.2 core schema); a bare flag is "true". */
function flag(input) {
    const fallback = input.default ?? false;
    const spelling = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["true", "True", "TRUE", "false", "False", "FALSE"], "is true or false");
    const schema = absentWhenEmpty(spelling).transform((raw) => (raw === undefined ? fallback : raw.toLowerCase() === "true"));
    return { ...input, kind: "boolean", schema, required: false, default: String(fallback) };
}
function integer(input) {
    const range = `is a whole number from ${input.min} to ${input.max}`;
    const schema = absentWhenEmpty(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d{1,15}$/, range)).transform((raw) => (raw === undefined ? input.default : Number(raw)))
        .refine((value) => value >= input.min && value <= input.max, range);
    return { ...input, kind: "integer", schema, required: false, default: String(input.default) };
}
function choice(input) {
    const schema = absentWhenEmpty(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(input.choices, `is one of ${input.choices.join(", ")}`))
        .transform((raw) => raw ?? input.default);
    return { ...input, kind: "choice", schema, required: false };
}
/** One item a line in an action, one a flag in a command; blank lines fall away. */
function lines(input) {
    const items = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().transform((raw) => (raw ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== ""));
    const schema = input.required ? items.refine((list) => list.length > 0, "is required") : items;
    return { ...input, kind: "lines", schema, required: input.required ?? false, default: "" };
}
function absentWhenEmpty(schema) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .preprocess */ .vkY((raw) => (raw === "" ? undefined : raw), schema.optional());
}


/***/ }),

/***/ 4627:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readInput)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38683);
// Small files that users name: read whole, with one sentence where that fails.



const MAX_INPUT_BYTES = 64 << 20;
/** `what` names the file's role in the message, such as "waivers file". Throws InputError; reads at most 64 MiB. */
async function readInput(cwd, path, what) {
    const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(cwd, path);
    try {
        const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(full);
        if (!info.isFile())
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${what} ${path} is not a file; name a file`);
        if (info.size > MAX_INPUT_BYTES)
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${what} ${path} is larger than 64 MiB; name the right file`);
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(full);
    }
    catch (error) {
        if (error instanceof _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz)
            throw error;
        const missing = error.code === "ENOENT";
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`${what} ${path} ${missing ? "does not exist" : "cannot be read"}; check the path`, { cause: error });
    }
}


/***/ })

};
