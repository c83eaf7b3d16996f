export const id = 249;
export const ids = [249];
export const modules = {

/***/ 45249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runCommandLine: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/runtime/command/run-command.js + 8 modules
var run_command = __webpack_require__(62274);
// EXTERNAL MODULE: ./src/runtime/process/world.js
var world = __webpack_require__(35895);
// EXTERNAL MODULE: ./src/runtime/door/version.generated.js
var version_generated = __webpack_require__(82829);
// EXTERNAL MODULE: ./src/runtime/process/exit-code.js
var exit_code = __webpack_require__(7517);
;// CONCATENATED MODULE: ./src/runtime/command/command-help.js
/** Plain text, at most `width` columns where words allow. */
function toCommandHelp(contract, width = 96) {
    const inputs = Object.entries(contract.inputs).filter(([, input]) => input.only !== "action");
    const positionals = inputs.filter(([, input]) => input.positional).map(([name, input]) => (input.required ? `<${name}>` : `[${name}]`));
    const rows = inputs.map(([name, input]) => [
        input.positional ? `<${name}>` : `--${name}${input.kind === "boolean" ? "" : ` ${(input.choices ?? [input.kind]).join("|")}`}`,
        input.description + (input.required ? " (required)" : input.default ? ` (default ${input.default})` : "") + (input.kind === "lines" ? "; may be repeated" : ""),
    ]);
    const indent = 2 + Math.min(30, Math.max(...rows.map(([left]) => left.length))) + 2;
    const body = rows.map(([left, right]) => toRow(left, right, { indent, width }));
    return [
        `pci-pipeline ${contract.name} ${[...positionals, "[flags]"].join(" ")}`, "", wrap(contract.description, width).join("\n"), "",
        ...body, "", "Exit codes: 0 pass, 1 fail, 2 inconclusive, 3 bad input, 70 a defect of ours.", "",
    ].join("\n");
}
function toRow(left, right, layout) {
    const lines = wrap(right, layout.width - layout.indent);
    const start = `  ${left}`;
    const first = start.length + 2 > layout.indent ? [start] : [start.padEnd(layout.indent) + (lines.shift() ?? "")];
    return [...first, ...lines.map((line) => " ".repeat(layout.indent) + line)].join("\n");
}
function wrap(text, width) {
    const out = [];
    let line = "";
    for (const word of text.split(" ")) {
        if (line !== "" && line.length + 1 + word.length > width) {
            out.push(line);
            line = word;
        }
        else
            line = line === "" ? word : `${line} ${word}`;
    }
    return [...out, line];
}

;// CONCATENATED MODULE: ./cli/commands.js
// Which command is meant, and its help; everything else is the door's own contract and main.


function commands_open({ contract, main }) {
    return { contract, start: (args) => (0,run_command/* runCommand */.d)(contract, main, args) };
}
/** In the order of the overview. Only what was asked for is loaded: to read the whole program takes longer than many an audit. */
const commands = new Map([
    ["run", async () => commands_open(await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(589), __webpack_require__.e(292), __webpack_require__.e(692), __webpack_require__.e(179), __webpack_require__.e(847), __webpack_require__.e(942), __webpack_require__.e(187), __webpack_require__.e(663), __webpack_require__.e(803), __webpack_require__.e(555), __webpack_require__.e(933), __webpack_require__.e(108), __webpack_require__.e(463), __webpack_require__.e(762), __webpack_require__.e(817), __webpack_require__.e(175), __webpack_require__.e(688), __webpack_require__.e(860), __webpack_require__.e(264), __webpack_require__.e(79), __webpack_require__.e(798)]).then(__webpack_require__.bind(__webpack_require__, 29798)))],
    ["image-secret-audit", async () => commands_open({ ...await __webpack_require__.e(/* import() */ 70).then(__webpack_require__.bind(__webpack_require__, 75070)), ...await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(292), __webpack_require__.e(942), __webpack_require__.e(555), __webpack_require__.e(933), __webpack_require__.e(108), __webpack_require__.e(817), __webpack_require__.e(264)]).then(__webpack_require__.bind(__webpack_require__, 97264)) })],
    ["log-leak-guard", async () => commands_open({ ...await __webpack_require__.e(/* import() */ 30).then(__webpack_require__.bind(__webpack_require__, 68030)), ...await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(292), __webpack_require__.e(692), __webpack_require__.e(942), __webpack_require__.e(663), __webpack_require__.e(555), __webpack_require__.e(108), __webpack_require__.e(817), __webpack_require__.e(688), __webpack_require__.e(769)]).then(__webpack_require__.bind(__webpack_require__, 69688)) })],
    ["credential-fingerprint", async () => commands_open(await Promise.all(/* import() */[__webpack_require__.e(555), __webpack_require__.e(978)]).then(__webpack_require__.bind(__webpack_require__, 72978)))],
    ["isolation-assert", async () => commands_open({ ...await __webpack_require__.e(/* import() */ 779).then(__webpack_require__.bind(__webpack_require__, 26779)), ...await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(292), __webpack_require__.e(692), __webpack_require__.e(555), __webpack_require__.e(108), __webpack_require__.e(175), __webpack_require__.e(460)]).then(__webpack_require__.bind(__webpack_require__, 97175)) })],
    ["compliance-attest", async () => commands_open({ ...await Promise.all(/* import() */[__webpack_require__.e(589), __webpack_require__.e(179), __webpack_require__.e(285)]).then(__webpack_require__.bind(__webpack_require__, 81285)), ...await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(589), __webpack_require__.e(692), __webpack_require__.e(179), __webpack_require__.e(847), __webpack_require__.e(933), __webpack_require__.e(463), __webpack_require__.e(79), __webpack_require__.e(483)]).then(__webpack_require__.bind(__webpack_require__, 60079)) })],
    ["compliance-verify", async () => commands_open({ ...await __webpack_require__.e(/* import() */ 501).then(__webpack_require__.bind(__webpack_require__, 93501)), ...await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(589), __webpack_require__.e(179), __webpack_require__.e(847), __webpack_require__.e(187), __webpack_require__.e(933), __webpack_require__.e(463), __webpack_require__.e(762), __webpack_require__.e(860), __webpack_require__.e(728)]).then(__webpack_require__.bind(__webpack_require__, 79860)) })],
    ["evidence export", async () => {
            const { exportContract: contract, exportEvidence: main } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(589), __webpack_require__.e(847), __webpack_require__.e(942), __webpack_require__.e(187), __webpack_require__.e(933), __webpack_require__.e(463), __webpack_require__.e(762), __webpack_require__.e(365)]).then(__webpack_require__.bind(__webpack_require__, 7365));
            return commands_open({ contract, main });
        }],
    ["evidence verify", async () => {
            const { verifyContract: contract, verifyArchive: main } = await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(589), __webpack_require__.e(847), __webpack_require__.e(942), __webpack_require__.e(187), __webpack_require__.e(933), __webpack_require__.e(463), __webpack_require__.e(762), __webpack_require__.e(365)]).then(__webpack_require__.bind(__webpack_require__, 7365));
            return commands_open({ contract, main });
        }],
    ["credential-rotate", async () => commands_open(await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(947)]).then(__webpack_require__.bind(__webpack_require__, 54328)))],
    ["waive", async () => commands_open(await Promise.all(/* import() */[__webpack_require__.e(243), __webpack_require__.e(727)]).then(__webpack_require__.bind(__webpack_require__, 44108)))],
]);
/** Runs one command line, without the program's name; gives back the exit code. */
async function runCommandLine(args) {
    (0,world/* keepOutputErrors */.gQ)();
    const [name, rest] = splitName(args);
    if (name === undefined || name === "--help" || name === "-h" || name === "help")
        return print(await toOverview());
    if (name === "--version")
        return print(`${version_generated/* version */.r}\n`);
    const command = await commands.get(name)?.();
    if (!command) {
        (0,world/* writeProgress */.pH)(`pci-pipeline: there is no command ${name}${(0,input_error/* suggest */.ZA)(name, [...commands.keys()])}; see pci-pipeline --help`);
        return exit_code/* exitCodes */.h.badInput;
    }
    if (rest.includes("--help") || rest.includes("-h"))
        return print(toCommandHelp(command.contract));
    return command.start(rest);
}
/** Some names are two words. */
function splitName(args) {
    const [first, second] = args;
    const long = `${first} ${second}`;
    return commands.has(long) ? [long, args.slice(2)] : [first, args.slice(1)];
}
async function print(text) {
    await (0,world/* writeStandardOutput */.Yz)(text);
    return exit_code/* exitCodes */.h.pass;
}
async function toOverview() {
    const contracts = await Promise.all([...commands.values()].map(async (load) => (await load()).contract));
    const width = Math.max(...contracts.map(({ name }) => name.length));
    const rows = contracts.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`);
    return [
        "pci-pipeline: proof that builds leak nothing and cannot reach production", "",
        ...rows, "", "pci-pipeline <command> --help shows its flags.", "",
    ].join("\n");
}


/***/ }),

/***/ 70956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ waiverSchema),
/* harmony export */   JW: () => (/* binding */ waiversSchema),
/* harmony export */   O5: () => (/* binding */ NO_LAST_DAY),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37105);
// An accepted finding or gap. It lives in the audited repository, has an owner and ends by itself.


const date = zod__WEBPACK_IMPORTED_MODULE_0__/* .date */ .p6().describe("last day on which the waiver holds, as YYYY-MM-DD");
const waiverSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional().describe("rule id"),
    gap: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional().describe("gap reason"),
    part: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_location_js__WEBPACK_IMPORTED_MODULE_2__/* .imageParts */ .Ck).optional(),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    until: date,
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe("file and line of an acceptance that is written elsewhere than in a waivers file; such a one has the last day 9999-12-31 unless it names another"),
})
    .refine((waiver) => [waiver.fingerprint, waiver.rule, waiver.gap].filter(Boolean).length === 1, {
    message: "name exactly one of fingerprint, rule and gap",
})
    .refine((waiver) => waiver.fingerprint !== undefined || waiver.path !== undefined, {
    message: "a waiver by rule or gap names the path it is for",
})
    .refine((waiver) => waiver.gap !== "nothing-examined", { message: "that nothing was examined cannot be waived" });
const waiversSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("pci-pipeline/waivers/v1"),
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(waiverSchema),
});
/** The last day of an acceptance that names none, as those in other tools' files. */
const NO_LAST_DAY = "9999-12-31";
/** A waiver holds through the whole of its last day, UTC. */
function holds(waiver, now) {
    return now.toISOString().slice(0, 10) <= waiver.until;
}


/***/ }),

/***/ 29296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   Oc: () => (/* binding */ Ledger),
/* harmony export */   aU: () => (/* binding */ coverageSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _gap_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81572);
// The ledger: what was seen and what of it was examined, per unit.


/** Units that are counted; bytes are those of uncompressed content. */
const units = [
    "bytes", "images", "layers", "files", "members", "metadata", "logs", "lines", "workflows", "jobs", "calls", "bundles", "reports", "checks",
];
const countsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(units), zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative());
const coverageSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    seen: countsSchema,
    examined: countsSchema,
    gaps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_gap_js__WEBPACK_IMPORTED_MODULE_1__/* .gapSchema */ .s),
});
/** Counts while a run goes on. Readers say what they see, the inspection says what it examined. */
class Ledger {
    #seen = {};
    #examined = {};
    saw(unit, count = 1) {
        this.#seen[unit] = (this.#seen[unit] ?? 0) + count;
    }
    examined(unit, count = 1) {
        this.#examined[unit] = (this.#examined[unit] ?? 0) + count;
    }
    /** A copy of both columns, units in their own order. */
    counts() {
        return { seen: inOrder(this.#seen), examined: inOrder(this.#examined) };
    }
}
function inOrder(counts) {
    return Object.fromEntries(units.flatMap((unit) => (counts[unit] === undefined ? [] : [[unit, counts[unit]]])));
}


/***/ }),

/***/ 53401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   X5: () => (/* binding */ severitySchema),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   xK: () => (/* binding */ dispositions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37105);
/* harmony import */ var _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70956);



/** Worst first: the index is the rank. */
const severities = ["critical", "high", "medium", "low"];
const severitySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(severities);
/** True when `severity` is at or above `threshold`. */
function reaches(severity, threshold) {
    return severities.indexOf(severity) <= severities.indexOf(threshold);
}
const dispositions = ["open", "waived", "baseline", "below-threshold"];
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    ruleId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    severity: severitySchema,
    controls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("PCI DSS v4.0.1 requirement ids"),
    disposition: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(dispositions),
    waiver: _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_1__/* .waiverSchema */ .IM.optional().describe("the waiver in force, or the expired one of an open finding"),
    preview: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("redacted: a public prefix at most, of a PAN its BIN and last four digits"),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("stable across rebuilds; derived from rule and place, never from the value"),
    confirmedBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["checksum", "luhn", "known-value", "structure"]).optional(),
    decoded: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("encodings that were undone, outermost first"),
    location: _location_js__WEBPACK_IMPORTED_MODULE_2__/* .locationSchema */ .Hd,
    remediation: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("what to do about it, one or two sentences"),
});


/***/ }),

/***/ 81572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ gapReasons),
/* harmony export */   s: () => (/* binding */ gapSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37105);
/* harmony import */ var _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70956);
// What could not be examined, as data: a gap is never an exception and never silent.



/** The closed list of reasons. The text is what a reader of a report sees in its legend. */
const gapReasons = {
    "nothing-examined": "the input held nothing that could be examined",
    "missing-blob": "content that the manifest lists is absent",
    "digest-mismatch": "content differs from the digest that names it",
    "size-mismatch": "content differs from the size that is stated for it",
    "truncated": "data ended before it was complete",
    "malformed": "data breaks its own format",
    "encrypted": "data is encrypted",
    "path-escape": "an entry points outside its archive",
    "cycle": "data refers to itself",
    "unsupported-media-type": "no reader for this media type",
    "unsupported-compression": "no reader for this compression",
    "unsupported-archive": "no reader for this archive format",
    "unsupported-feature": "the format's feature is not read",
    "depth-limit": "nested deeper than the limit",
    "size-limit": "larger than the limit",
    "count-limit": "more entries than the limit",
    "ratio-limit": "expands beyond the limit",
    "work-limit": "matching used up its budget",
    "job-running": "the job had not finished",
    "log-unavailable": "the log could not be had",
    "missing-step": "a step's log is missing",
    "unresolved-reference": "the referenced workflow or action is not at hand",
    "invalid-workflow": "the workflow file is not valid",
    "undecided-expression": "an expression has values that cannot be known here",
    "undecided-permissions": "the effective permissions cannot be known here",
    "undecided-identity": "what the job's identity token opens cannot be known here",
    "undecided-escalation": "whether a permission or trigger leads further cannot be known here",
    "unverifiable": "the evidence cannot be checked here",
};
const gapReasonSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(Object.keys(gapReasons));
const gapSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    reason: gapReasonSchema,
    location: _location_js__WEBPACK_IMPORTED_MODULE_1__/* .locationSchema */ .Hd,
    detail: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("one redacted sentence: what is missing and, where known, who can supply it"),
    bytes: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().optional().describe("how many bytes were not examined, where known"),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    disposition: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["open", "waived"]),
    waiver: _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverSchema */ .IM.optional(),
});


/***/ }),

/***/ 38683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZA: () => (/* binding */ suggest),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
// What is said of the user's own mistakes, "did you mean" included.
/** The user's mistake: one sentence that names the input and the repair. Ends with exit code 3, never with a stack. */
class InputError extends Error {
    name = "InputError";
}
/** The name at the least edit distance, if it is near enough to be a slip of the hand. */
function nearestName(wrong, names) {
    let best;
    const most = Math.max(2, Math.floor(wrong.length / 3));
    for (const name of names) {
        if (Math.abs(name.length - wrong.length) > most)
            continue;
        const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
        if (!best || distance < best.distance)
            best = { name, distance };
    }
    return best && best.distance <= most ? best.name : undefined;
}
/** "; did you mean x?" or nothing. */
function suggest(wrong, names) {
    const name = nearestName(wrong, names);
    return name === undefined ? "" : `; did you mean ${name}?`;
}
/** Levenshtein's distance in one row of memory. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 37105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ imageParts),
/* harmony export */   Hd: () => (/* binding */ locationSchema)
/* harmony export */ });
/* unused harmony export layerSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
// Where something was seen. Every text in here has passed the redaction: a path or a build step can hold a credential too.

/** The parts of an image that are read, metadata included. */
const imageParts = [
    "file", "file-name", "link-target", "xattr", "env", "label", "history", "config", "annotation", "attestation",
];
const layerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    index: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe("position in the manifest, base layer first"),
    diffId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("sha256 of the uncompressed layer, as sha256:<hex>"),
    createdBy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("the build step that made the layer, redacted and shortened; empty where unknown"),
});
const imagePlaceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("image"),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("os/architecture[/variant], or unknown"),
    layer: layerSchema.nullable().describe("null for metadata"),
    part: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(imageParts),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe("path inside the layer, or the name of the variable or label"),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("way through nested archives, outermost first"),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["final", "deleted", "overwritten"]).describe("whether the running container still shows it"),
});
const logPlaceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("log"),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    step: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const workflowLocationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("workflow"),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("null for a statement about the whole file"),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("call chain as file:job, root first"),
});
const evidenceLocationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence"),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    pointer: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("JSON pointer (RFC 6901) into the file, empty for the whole file"),
});
const position = {
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    offset: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().optional().describe("byte offset in the content named by path and members"),
};
const imageLocationSchema = imagePlaceSchema.extend(position);
const logLocationSchema = logPlaceSchema.extend({ ...position, url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe("page that shows the line") });
const locationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("kind", [
    imageLocationSchema, logLocationSchema, workflowLocationSchema, evidenceLocationSchema,
]);


/***/ }),

/***/ 52984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GO: () => (/* binding */ escapeJson),
/* harmony export */   WU: () => (/* binding */ show),
/* harmony export */   Z1: () => (/* binding */ MAX_SHOWN),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/* unused harmony export shorten */
// Names from images, logs and workflows are hostile: this is the only way they come into a terminal, Markdown or HTML.
/** Control, format, surrogate and invisible characters: terminal escapes, line breaks, text direction, hidden letters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More marks on one letter than any script needs; they would paint over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const SHORT_ESCAPES = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
/** One line of visible characters; what was not visible is written out, such as `\x1b` or `\u{202e}`. */
function clean(text) {
    return text.replace(UNSAFE, escapeCharacter).replace(STACKED_MARKS, "$1…");
}
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    return SHORT_ESCAPES[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`);
}
/** At most `max` characters, cut in the middle, since both ends of a path say more than its inside. */
function shorten(text, max) {
    const characters = [...text];
    if (characters.length <= max)
        return text;
    const head = Math.ceil((max - 1) / 2);
    const tail = Math.floor((max - 1) / 2);
    return `${characters.slice(0, head).join("")}…${tail > 0 ? characters.slice(-tail).join("") : ""}`;
}
/** Longest text from an artefact that a rendering for people shows; the JSON report has it whole. */
const MAX_SHOWN = 240;
/** `clean` and `shorten` in one: what most renderers want of a hostile text. */
function show(text, max = MAX_SHOWN) {
    // Cut before cleaning too, so that megabytes of hostile name cost nothing; an escape is at most ten characters.
    return shorten(clean(text.length > max * 16 ? shorten(text.slice(0, max * 4) + text.slice(-max * 4), max) : text), max);
}
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** For element content and for quoted attribute values. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
/** JSON text in which everything invisible is a `\uXXXX` escape: the same value, safe to print on a terminal. */
function escapeJson(json) {
    return json.replace(/[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => [...character].flatMap((point) => point.split("")).map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}


/***/ }),

/***/ 59215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ writeJson),
/* harmony export */   a: () => (/* binding */ toJson)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52984);

/** Fields in the order in which people look for them; all others follow by name. */
const FIELD_ORDER = [
    "schema", "check", "verdict", "subject", "ruleId", "id", "reason", "name", "title", "severity", "disposition", "preview", "location",
    "kind", "platform", "layer", "index", "file", "line", "column", "part", "path", "tool", "version", "startedAt", "finishedAt", "failOn",
    "coverage", "seen", "examined", "gaps", "selfTest", "assumptions", "outOfScope", "findings", "facts",
];
const ranks = new Map(FIELD_ORDER.map((name, rank) => [name, rank]));
/** Two spaces of indent, one order of keys whatever order they came in, a newline at the end. */
function toJson(report) {
    return writeJson(report);
}
/** Shared with SARIF: no invisible character stands in it unescaped. */
function writeJson(value) {
    return `${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeJson */ .GO)(JSON.stringify(value, (_key, field) => (isRecord(field) ? sortFields(field) : field), 2))}\n`;
}
function sortFields(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareFields(a, b)));
}
function compareFields(a, b) {
    const rank = (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size);
    if (rank !== 0)
        return rank;
    return a < b ? -1 : 1;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 92256:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   n8: () => (/* binding */ htmlProse)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52984);
// Hostile text in GitHub's Markdown: as a code span, where nothing is markup, or as prose with every active character as an entity.

/** A code span (CommonMark 6.1): fenced by more backticks than it holds. Not for table cells. */
function code(text, max) {
    const shown = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text, max);
    if (shown.trim() === "")
        return "(empty)";
    const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
    const fence = "`".repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A code span inside a table row, where a pipe ends the cell whatever surrounds it; renderers differ on `\\|`, so it is written out. */
function cell(text, max) {
    return code((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text, max).replaceAll("|", "\\x7c"), max);
}
/** Words that GitHub turns into links or mentions by itself. */
const LINKED = /[@#]|:\/\/|www\.|mailto:|xmpp:|\bGH-\d/i;
/** Text of rules and people as running text: no markup, no mention, no link, on one line. */
function prose(text, max = _clean_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN */ .Z1) {
    return (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text, max).split(" ").map((word) => (LINKED.test(word) ? code(word) : escapeProse(word))).join(" ");
}
/** The same inside an HTML element, such as a summary line. */
function htmlProse(text, max = _clean_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_SHOWN */ .Z1) {
    return (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text, max).split(" ").map((word) => (LINKED.test(word) ? htmlCode(word) : (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)(word))).join(" ");
}
function htmlCode(text, max) {
    return `<code>${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(text, max))}</code>`;
}
function escapeProse(word) {
    const escaped = word.replace(/[&<>\\`*_[\]{}|~$!]/g, (character) => `&#${character.charCodeAt(0)};`);
    // A first character such as - or 1. could start a list where the prose starts the line.
    return escaped.replace(/^([-+=]|\d+[.)]$)/, (start) => [...start].map((character) => `&#${character.charCodeAt(0)};`).join(""));
}


/***/ }),

/***/ 65553:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ toSarif)
});

// EXTERNAL MODULE: ./src/finding/gap.js
var gap = __webpack_require__(81572);
// EXTERNAL MODULE: ./src/report/clean.js
var clean = __webpack_require__(52984);
// EXTERNAL MODULE: ./src/report/view/finding-notes.js
var finding_notes = __webpack_require__(97542);
// EXTERNAL MODULE: ./src/report/json.js
var json = __webpack_require__(59215);
// EXTERNAL MODULE: ./src/report/view/place.js
var place = __webpack_require__(65776);
// EXTERNAL MODULE: ./src/report/view/wording.js
var wording = __webpack_require__(97735);
;// CONCATENATED MODULE: ./src/report/sarif/sarif-message.js
// Plain-text messages of SARIF have a little syntax of their own.
/** Brackets make links and braces make placeholders in a plain-text message (3.11.5, 3.11.6). */
function messageText(text) {
    return text.replace(/[[\]\\]/g, "\\$&").replace(/[{}]/g, "$&$&");
}
/** Capital first letter, full stop at the end. */
function sentence(text) {
    const start = text.slice(0, 1).toUpperCase() + text.slice(1);
    return /[.!?…]$/.test(start) ? start : `${start}.`;
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-location.js



/** Viewers want a line; a statement about the whole file stands at its first. */
const WHOLE_FILE = { region: { startLine: 1 } };
/** The bases have no address here: whoever reads the file knows where the checkout, the image and the logs are. */
const URI_BASES = {
    IMAGE: { description: { text: "The inspected image. Below it come the part (file, env, label and so on), the path, and the members of nested archives behind !/." } },
    LOGS: { description: { text: "The folder or archive of job logs." } },
    EVIDENCE: { description: { text: "The folder of evidence." } },
    SRCROOT: { description: { text: "The root of the audited repository." } },
};
function sarifLocation(location) {
    return { physicalLocation: physicalLocation(location), ...logicalLocations(location) };
}
function physicalLocation(location) {
    switch (location.kind) {
        case "image":
            return { artifactLocation: { uri: imageUri(location), uriBaseId: "IMAGE" }, ...region(location) };
        case "log":
            return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "LOGS" }, ...region(location) };
        case "workflow":
            return {
                artifactLocation: { uri: relativeUri(location.file), uriBaseId: "SRCROOT" },
                region: { startLine: location.line, startColumn: location.column },
            };
        case "evidence":
            return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "EVIDENCE" }, ...WHOLE_FILE };
        default:
            return location;
    }
}
/** Without layer and platform: they change from build to build, and the alert would be closed and opened again. */
function imageUri(location) {
    return relativeUri(["image", location.part, ...(location.path === undefined ? [] : [location.path])].join("/"))
        + location.members.map((member) => `!/${relativeUri(member)}`).join("");
}
/** Each segment percent-encoded (RFC 3986); no empty or dot segment survives, so that no reader resolves it to somewhere else. */
function relativeUri(path) {
    const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
    return segments.map((segment) => (segment === ".." ? "%2E%2E" : encodeURIComponent(segment.toWellFormed()))).join("/") || "unnamed";
}
function region(location) {
    if (location.line !== undefined)
        return { region: { startLine: location.line } };
    return location.offset === undefined ? WHOLE_FILE : { region: { byteOffset: location.offset } };
}
function logicalLocations(location) {
    switch (location.kind) {
        case "image":
            return { logicalLocations: [imageLogical(location)] };
        case "log":
            return jobLogical([location.job, location.step]);
        case "workflow":
            return jobLogical([location.job ?? undefined]);
        case "evidence":
            return { logicalLocations: [{ name: (0,clean/* clean */.uH)(location.pointer), fullyQualifiedName: (0,clean/* clean */.uH)(`${location.file}#${location.pointer}`), kind: "member" }] };
        default:
            return location;
    }
}
function imageLogical(location) {
    const { layer } = location;
    const name = layer === null ? "metadata" : `layer ${layer.index}`;
    return {
        name,
        fullyQualifiedName: (0,clean/* clean */.uH)(`${location.platform}/${layer === null ? "metadata" : layer.diffId}`),
        kind: layer === null ? "imageMetadata" : "imageLayer",
        properties: { state: location.state, ...(layer === null ? {} : { index: layer.index, diffId: layer.diffId, createdBy: layer.createdBy }) },
    };
}
function jobLogical(names) {
    const known = names.filter((name) => name !== undefined && name !== "").map((name) => (0,clean/* clean */.uH)(name ?? ""));
    return known.length === 0 ? {} : { logicalLocations: [{ name: known.at(-1) ?? "", fullyQualifiedName: known.join("/"), kind: "job" }] };
}
/** The chain of calls that leads to the place, root first; entries are file:job, and a job id holds no colon. */
function threadFlow(location) {
    if (location.kind !== "workflow" || location.path.length === 0)
        return undefined;
    const hops = location.path.map((hop) => ({
        location: {
            physicalLocation: { artifactLocation: { uri: relativeUri(hop.replace(/:[^:]*$/, "")), uriBaseId: "SRCROOT" } },
            message: { text: messageText((0,clean/* show */.WU)(hop)) },
        },
    }));
    const end = { location: { ...sarifLocation(location), message: { text: messageText((0,place/* placeLine */.a)({ ...location, path: [] })) } } };
    return { locations: [...hops, end] };
}

// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
// EXTERNAL MODULE: ./src/report/markdown.js
var markdown = __webpack_require__(92256);
// EXTERNAL MODULE: ./src/report/view/order.js
var order = __webpack_require__(91447);
;// CONCATENATED MODULE: ./src/report/sarif/sarif-rule.js
// Rules as SARIF reporting descriptors: what code scanning shows beside an alert.




const levels = { critical: "error", high: "error", medium: "warning", low: "note" };
/** Inside the bands that code scanning names: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low. */
const securitySeverities = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };
/** Each rule once, by id; where findings of one rule differ in severity, the worst counts. */
function collectRules(report, rules) {
    const collected = new Map(rules.map((rule) => [rule.id, rule]));
    for (const group of (0,order/* groupFindings */.kG)(report.findings).toReversed()) {
        const known = collected.get(group.ruleId);
        const worse = known === undefined || finding/* severities */.gO.indexOf(group.severity) < finding/* severities */.gO.indexOf(known.severity);
        if (worse)
            collected.set(group.ruleId, { ...group, id: group.ruleId });
    }
    return [...collected.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
function sarifRule(rule) {
    const controls = rule.controls.map((control) => (0,clean/* show */.WU)(control, 40));
    const text = (0,clean/* show */.WU)(rule.remediation, 600);
    return {
        id: rule.id,
        name: rule.id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(""),
        shortDescription: { text: (0,clean/* show */.WU)(rule.title) },
        fullDescription: { text: `${(0,clean/* show */.WU)(rule.title)}.` },
        help: {
            text: controls.length === 0 ? text : `${text} PCI DSS v4.0.1: ${controls.join(", ")}.`,
            markdown: `${(0,markdown/* prose */.CS)(rule.remediation, 600)}${controls.length === 0 ? "" : `\n\nPCI DSS v4.0.1: ${controls.map((control) => (0,markdown/* prose */.CS)(control)).join(", ")}.`}`,
        },
        defaultConfiguration: { level: levels[rule.severity] },
        properties: {
            "security-severity": securitySeverities[rule.severity],
            precision: "high",
            tags: ["security", "pci-dss", ...controls.map((control) => `pci-dss/${control}`)],
        },
    };
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-log.js
// SARIF 2.1.0 for code scanning and editors (OASIS Static Analysis Results Interchange Format, errata 01). One run for each check.
// Nothing of a matched value gets in: no snippets, no contents, previews only.









/** Code scanning refuses a run with more; findings are worst first, and a notification says what is missing. */
const MAX_RESULTS = 25_000;
/** `rules` are those that ran, also without a finding; rules that only findings name are added from them. */
function toSarif(reports, rules = []) {
    const categories = nameCategories(reports);
    return (0,json/* writeJson */.G)({
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: reports.map((report, at) => toRun(report, { category: categories[at] ?? report.check, rules })),
    });
}
/** Code scanning takes one run of a tool and category; the category must be the same in every build. */
function nameCategories(reports) {
    const seen = new Map();
    return reports.map(({ check }) => {
        const ordinal = (seen.get(check) ?? 0) + 1;
        seen.set(check, ordinal);
        return ordinal === 1 ? check : `${check}-${ordinal}`;
    });
}
function toRun(report, options) {
    const rules = collectRules(report, options.rules);
    const ruleIndexes = new Map(rules.map((rule, at) => [rule.id, at]));
    const reasons = [...new Set(report.coverage.gaps.map((gap) => gap.reason))].sort();
    return {
        tool: { driver: {
                name: report.tool.name,
                semanticVersion: report.tool.version,
                informationUri: "https://github.com/yuno/pci-pipeline",
                rules: rules.map(sarifRule),
                notifications: reasons.map(toNotificationRule),
                properties: { rulesSha256: report.tool.rules.sha256, rulesCount: report.tool.rules.count },
            } },
        automationDetails: { id: `${options.category}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: URI_BASES,
        redactionTokens: ["…"],
        invocations: [toInvocation(report, reasons)],
        results: report.findings.slice(0, MAX_RESULTS).map((finding) => toResult(finding, ruleIndexes.get(finding.ruleId) ?? -1)),
        properties: {
            check: report.check, verdict: report.verdict, failOn: report.failOn, subject: report.subject,
            seen: report.coverage.seen, examined: report.coverage.examined, selfTest: report.selfTest,
        },
    };
}
/** Not successful as long as something was left unexamined: a reader of this file alone must not take it for clean. */
function toInvocation(report, reasons) {
    const complete = report.coverage.gaps.every((gap) => gap.disposition === "waived");
    const left = report.findings.length - MAX_RESULTS;
    return {
        executionSuccessful: complete && (0,wording/* provedItself */.mU)(report),
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: [
            ...report.coverage.gaps.map((gap) => toNotification(gap, reasons.indexOf(gap.reason))),
            ...report.selfTest.missed.map((name) => ({ level: "error", message: { text: messageText(`Self-test: the planted canary ${(0,clean/* show */.WU)(name)} was not found.`) } })),
            ...(left > 0 ? [{ level: "error", message: { text: `${(0,wording/* count */.U9)(left, "more finding")}, the least severe, stand in the JSON report only.` } }] : []),
        ],
    };
}
function toNotificationRule(reason) {
    const text = sentence(gap/* gapReasons */.U[reason]);
    return {
        id: reason,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: "What could not be examined keeps the verdict from being pass. Make it readable, or waive the gap with an owner, a reason and a last day." },
    };
}
function toNotification(gap, index) {
    return {
        descriptor: { id: gap.reason, index },
        level: gap.disposition === "waived" ? "note" : "error",
        message: { text: messageText(`Not examined: ${(0,place/* placeLine */.a)(gap.location)}. ${sentence((0,clean/* show */.WU)(gap.detail))}`) },
        locations: [sarifLocation(gap.location)],
        properties: { disposition: gap.disposition, fingerprint: gap.fingerprint },
    };
}
function toResult(finding, ruleIndex) {
    const flow = threadFlow(finding.location);
    const seen = (0,finding_notes/* shows */.L)(finding).map((line) => `, shown as ${line}`).join("");
    return {
        ruleId: finding.ruleId,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageText(`${(0,clean/* show */.WU)(finding.title)}: ${(0,place/* placeLine */.a)(finding.location)}${seen}. ${sentence((0,clean/* show */.WU)(finding.remediation, 600))}`) },
        locations: [sarifLocation(finding.location)],
        ...(flow === undefined ? {} : { codeFlows: [{ threadFlows: [flow] }] }),
        // primaryLocationLineHash is the one that code scanning compares; the upload would else compute it from a file that isn't there.
        partialFingerprints: { "pciPipeline/v1": finding.fingerprint, primaryLocationLineHash: `${finding.fingerprint}:1` },
        suppressions: suppressions(finding),
        properties: {
            severity: finding.severity, disposition: finding.disposition, controls: finding.controls, preview: finding.preview, decoded: finding.decoded,
            ...(finding.confirmedBy === undefined ? {} : { confirmedBy: finding.confirmedBy }),
        },
    };
}
/** One result with suppressions asks for the list on every result (3.27.23). */
function suppressions(finding) {
    switch (finding.disposition) {
        case "waived":
            return [{ kind: "external", status: "accepted", justification: waiverText(finding) }];
        case "baseline":
            return [{ kind: "external", status: "accepted", justification: "Known from the baseline report." }];
        case "open":
        case "below-threshold":
            return [];
        default:
            return finding.disposition;
    }
}
function waiverText({ waiver }) {
    return waiver === undefined ? "Waived." : `Waived by ${(0,clean/* show */.WU)(waiver.owner)} until ${(0,clean/* show */.WU)(waiver.until, 20)}: ${(0,clean/* show */.WU)(waiver.reason, 600)}`;
}


/***/ }),

/***/ 72927:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ coverageRows),
/* harmony export */   p: () => (/* binding */ toolLine)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29296);
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52984);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(97735);
// The ledger as rows, and the line that tells two runs apart.



/** Units that occur, in the vocabulary's order. */
function coverageRows(report) {
    const { seen, examined } = report.coverage;
    return _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .units */ .MD
        .map((unit) => ({ unit, examined: examined[unit] ?? 0, seen: Math.max(seen[unit] ?? 0, examined[unit] ?? 0) }))
        .filter((row) => row.seen > 0);
}
/** Time and version, for whoever compares two runs. */
function toolLine(report) {
    const seconds = Math.max(0, (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000);
    const { version, rules } = report.tool;
    return `pci-pipeline ${(0,_clean_js__WEBPACK_IMPORTED_MODULE_1__/* .show */ .WU)(version, 40)}, ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .figure */ .vP)(rules.count)} rules, ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(seconds)}, ${report.finishedAt.slice(0, 16).replace("T", " ")} UTC`;
}


/***/ }),

/***/ 97542:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ shows),
/* harmony export */   a: () => (/* binding */ expiredWaiver)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52984);

const proofWords = {
    "checksum": "confirmed by its checksum", "luhn": "confirmed by its Luhn digit",
    "known-value": "confirmed as one of the known values", "structure": "confirmed by its structure",
};
/** How sure the detector is, in words. */
function proofs(finding) {
    return [
        ...(finding.confirmedBy === undefined ? [] : [proofWords[finding.confirmedBy]]),
        ...(finding.decoded.length === 0 ? [] : [`under ${finding.decoded.map((name) => (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(name, 30)).join(", then ")}`]),
    ];
}
/** Preview and proofs on one line; none where a finding isn't about a value. */
function shows(finding) {
    const parts = [(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(finding.preview, 60), ...proofs(finding)].filter((part) => part !== "");
    return parts.length === 0 ? [] : [parts.join(", ")];
}
function expiredWaiver(subject) {
    if (subject.disposition !== "open" || subject.waiver === undefined)
        return [];
    return [`ended ${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(subject.waiver.until, 20)}, was ${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(subject.waiver.owner, 80)}'s`];
}


/***/ }),

/***/ 91447:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ groupGaps),
/* harmony export */   i8: () => (/* binding */ openGaps),
/* harmony export */   kD: () => (/* binding */ countDispositions),
/* harmony export */   kG: () => (/* binding */ groupFindings),
/* harmony export */   lb: () => (/* binding */ openFindings),
/* harmony export */   ng: () => (/* binding */ countSeverities),
/* harmony export */   zP: () => (/* binding */ worstVerdict)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53401);
// Worst first, everywhere the same: people read the first line and perhaps the second.

function openFindings(report) {
    return report.findings.filter((finding) => finding.disposition === "open");
}
function openGaps(report) {
    return report.coverage.gaps.filter((gap) => gap.disposition === "open");
}
/** One group for each rule and severity, worst severity first; inside a severity the order of the findings holds. */
function groupFindings(findings) {
    const groups = Map.groupBy(findings, (finding) => `${finding.severity} ${finding.ruleId}`);
    return [...groups.values()].flatMap((members) => {
        const first = members[0];
        return first === undefined ? [] : [{ ...first, findings: members }];
    }).sort((a, b) => _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(a.severity) - _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO.indexOf(b.severity));
}
/** Gaps of one reason together, in the order in which the reasons appear. */
function groupGaps(gaps) {
    const groups = Map.groupBy(gaps, (gap) => gap.reason);
    return [...groups].map(([reason, members]) => ({ reason, gaps: members }));
}
function countDispositions(findings) {
    const counts = { open: 0, waived: 0, baseline: 0, "below-threshold": 0 };
    for (const finding of findings)
        counts[finding.disposition] += 1;
    return counts;
}
/** Severities that occur, worst first, with how often. */
function countSeverities(findings) {
    return _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .severities */ .gO
        .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
        .filter(({ count }) => count > 0);
}
/** Fail beats inconclusive beats pass; of nothing at all nothing is known. */
function worstVerdict(verdicts) {
    if (verdicts.includes("fail"))
        return "fail";
    return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}


/***/ }),

/***/ 65776:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ placeLine),
/* harmony export */   h: () => (/* binding */ viewPlace)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52984);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97735);


const partWords = {
    "file": "", "file-name": "name of ", "link-target": "link target of ", "xattr": "extended attribute of ",
    "env": "environment variable ", "label": "label ", "history": "build history ", "config": "image config ",
    "annotation": "annotation ", "attestation": "attestation ",
};
function viewPlace(location) {
    switch (location.kind) {
        case "image":
            return { spot: imageSpot(location), context: imageContext(location) };
        case "log":
            return { spot: (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(location.file) + position(location), context: named({ job: location.job, step: location.step }) };
        case "workflow":
            return { spot: `${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(location.file)}:${location.line}:${location.column}`, context: named({ job: location.job, path: callChain(location) }) };
        case "evidence":
            return { spot: (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(location.file), context: named({ at: location.pointer }) };
        default:
            return location;
    }
}
/** The whole place on one line, for renderings that have no room for more. */
function placeLine(location) {
    const { spot, context } = viewPlace(location);
    return [spot, ...context.map(({ label, value }) => `${label} ${value}`)].join(", ");
}
function imageSpot(location) {
    const name = `${partWords[location.part]}${location.path === undefined ? "" : (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(location.path)}`.trimEnd();
    const inside = location.members.map((member) => ` › ${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(member)}`).join("");
    return `${name === "" ? "image" : name}${inside}${position(location)}`;
}
function imageContext(location) {
    const { layer } = location;
    return named({
        layer: layer === null ? undefined : `${layer.index} (${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .shortDigest */ .VK)(layer.diffId)}), ${location.platform}`,
        image: layer === null ? location.platform : undefined,
        "made by": layer?.createdBy,
        state: stateSentence(location.state),
    });
}
/** A deleted file is the classic surprise: gone for the container, there for everybody who pulls the image. */
function stateSentence(state) {
    switch (state) {
        case "final":
            return undefined;
        case "deleted":
        case "overwritten":
            return `${state} by a later layer, still in the image`;
        default:
            return state;
    }
}
function callChain(location) {
    return location.path.length === 0 ? undefined : location.path.map((hop) => (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(hop, 120)).join(" → ");
}
function position(location) {
    if (location.line !== undefined)
        return `:${location.line}`;
    return location.offset === undefined ? "" : ` (byte ${location.offset})`;
}
/** A chain of calls keeps its length: each hop was shortened by itself. */
function named(values) {
    return Object.entries(values).flatMap(([label, value]) => value === null || value === undefined || value === "" ? [] : [{ label, value: label === "path" ? value : (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .show */ .WU)(value) }]);
}


/***/ }),

/***/ 97735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   NB: () => (/* binding */ verdictReasons),
/* harmony export */   SE: () => (/* binding */ shortfall),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   VK: () => (/* binding */ shortDigest),
/* harmony export */   W9: () => (/* binding */ selfTestSentence),
/* harmony export */   cF: () => (/* binding */ severityShapes),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   kH: () => (/* binding */ severityTally),
/* harmony export */   kz: () => (/* binding */ verdictShapes),
/* harmony export */   mU: () => (/* binding */ provedItself),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   vP: () => (/* binding */ figure),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91447);

const verdictShapes = { pass: "✓", fail: "✗", inconclusive: "?" };
const severityShapes = { critical: "◆", high: "▲", medium: "●", low: "○" };
const irregular = { is: "are", "planted canary": "planted canaries" };
/** `1 finding`, `2,300 findings`. */
function count(many, noun) {
    return `${figure(many)} ${plural(many, noun)}`;
}
function plural(many, noun) {
    return many === 1 ? noun : irregular[noun] ?? `${noun}s`;
}
/** Digits in groups of three, the same in every locale. */
function figure(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `482 kB not`, or nothing where all was examined. */
function shortfall(row) {
    return row.seen > row.examined ? `${amount(row.unit, row.seen - row.examined)} not` : "";
}
/** Powers of 1,000, as registries and disks count: `132 MB`. */
function bytes(value) {
    const names = ["B", "kB", "MB", "GB", "TB"];
    let at = 0;
    let rest = value;
    while (rest >= 999.5 && at < names.length - 1) {
        rest /= 1000;
        at += 1;
    }
    return `${at === 0 || rest >= 99.5 ? figure(Math.round(rest)) : rest.toFixed(1)} ${names[at]}`;
}
function amount(unit, value) {
    return unit === "bytes" ? bytes(value) : figure(value);
}
/** `0.4 s`, `12 s`, `3 min 05 s`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 59.5)
        return `${Math.round(seconds)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
/** `sha256:` and twelve digits: enough to compare by eye, never to verify. */
function shortDigest(digest) {
    const hex = digest.replace(/^sha256:/, "");
    return hex.length > 12 ? `sha256:${hex.slice(0, 12)}…` : digest;
}
/** `2 critical, 1 high`. */
function severityTally(report) {
    return (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .countSeverities */ .ng)((0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .openFindings */ .lb)(report)).map((entry) => `${figure(entry.count)} ${entry.severity}`).join(", ");
}
/** Why the verdict is what it is, most weighty first; one sentence each. */
function verdictReasons(report) {
    const open = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .openFindings */ .lb)(report).length;
    const gaps = (0,_order_js__WEBPACK_IMPORTED_MODULE_0__/* .openGaps */ .i8)(report).length;
    const reasons = [];
    if (open > 0)
        reasons.push(`${count(open, "finding")} ${plural(open, "is")} open at or above ${report.failOn} (${severityTally(report)}).`);
    if (!examinedAnything(report))
        reasons.push("Nothing was examined.");
    if (gaps > 0)
        reasons.push(`${count(gaps, "gap")}: not all that was seen could be examined.`);
    if (!provedItself(report))
        reasons.push(selfTestSentence(report));
    if (reasons.length === 0)
        reasons.push(`All that was seen was examined${report.coverage.gaps.length > 0 ? " or is waived" : ""}, and no finding is open.`);
    return reasons;
}
function examinedAnything(report) {
    return Object.values(report.coverage.examined).some((value) => value > 0);
}
function provedItself(report) {
    return report.selfTest.planted > 0 && report.selfTest.detected === report.selfTest.planted;
}
function selfTestSentence(report) {
    const { planted, detected } = report.selfTest;
    if (planted === 0)
        return "No canary was planted: nothing proves that the detectors work.";
    if (detected === planted)
        return `All ${count(planted, "planted canary")} found.`;
    return `${figure(detected)} of ${count(planted, "planted canary")} found: the detectors missed what they must find.`;
}


/***/ }),

/***/ 62274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ runCommand),
  c: () => (/* binding */ usesColor)
});

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/report/clean.js
var clean = __webpack_require__(52984);
// EXTERNAL MODULE: ./src/report/json.js
var json = __webpack_require__(59215);
// EXTERNAL MODULE: ./src/report/sarif/sarif-log.js + 3 modules
var sarif_log = __webpack_require__(65553);
// EXTERNAL MODULE: ./src/report/view/order.js
var order = __webpack_require__(91447);
// EXTERNAL MODULE: ./src/report/view/wording.js
var wording = __webpack_require__(97735);
;// CONCATENATED MODULE: ./src/report/view/next-step.js


function nextSteps(report) {
    const open = (0,order/* countDispositions */.kD)(report.findings).open;
    const gaps = (0,order/* openGaps */.i8)(report);
    const steps = [];
    if (report.check === "compliance-verify" && open + gaps.length > 0)
        return ["Don't publish or deploy what this evidence is about. A gate takes no waivers: make evidence that holds, or ask for it in the policy."];
    if (open > 0)
        steps.push(`Fix the ${(0,wording/* plural */.LS)(open, "finding")} above and run again. To accept one for a while: pci-pipeline waive ID --owner WHO --reason WHY --until DATE`);
    if (gaps.some((gap) => gap.reason === "nothing-examined"))
        steps.push("Check that the input is the one you meant: it held nothing to examine.");
    else if (gaps.length > 0)
        steps.push("Make readable what could not be examined, or waive it by its ID. Until then the verdict can't be pass.");
    if (!(0,wording/* provedItself */.mU)(report))
        steps.push("Don't rely on this run: report the missed canary as a defect of pci-pipeline.");
    if (steps.length === 0)
        steps.push(report.verdict === "pass" ? "Nothing to do." : "Run again with an input that can be examined.");
    return steps;
}

// EXTERNAL MODULE: ./src/report/view/coverage-rows.js
var coverage_rows = __webpack_require__(72927);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/report/text/layout.js
// Lines on a terminal: wrapping by what is visible, colour as a layer on top that can be left out.

/** No escape sequence at all without `color`. The caller decides, so the streams and environment that styleText looks at stay out. */
function makePaint(color) {
    const paint = (format) => (text) => color && text !== "" ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text;
    return { strong: paint("bold"), quiet: paint("dim"), bad: paint(["bold", "red"]), doubtful: paint(["bold", "yellow"]), good: paint(["bold", "green"]) };
}
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** Columns that a clean text takes. */
function columns(text) {
    let sum = 0;
    for (const character of text) {
        if (/\p{M}/u.test(character))
            continue;
        sum += WIDE.test(character) ? 2 : 1;
    }
    return sum;
}
/** Breaks at spaces, and inside a word only where the word alone is too long. Always at least one line. */
function wrap(text, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ").flatMap((whole) => breakWord(whole, width))) {
        const joined = line === "" ? word : `${line} ${word}`;
        if (columns(joined) <= width) {
            line = joined;
            continue;
        }
        lines.push(line);
        line = word;
    }
    return [...lines, line];
}
function breakWord(word, width) {
    if (columns(word) <= width)
        return [word];
    const pieces = [];
    let piece = "";
    for (const character of word) {
        if (columns(piece + character) > width) {
            pieces.push(piece);
            piece = "";
        }
        piece += character;
    }
    return [...pieces, piece];
}
function sectionTitle(title, page) {
    return page.paint.strong(title);
}
/** Wrapped text under a hanging indent. */
function paragraph(text, at) {
    return wrap(text, at.width - at.indent).map((line) => " ".repeat(at.indent) + line);
}
/** A list item: the mark stands at the indent, all lines of the text behind it. */
function item(mark, text, at) {
    const hang = at.indent + columns(mark) + 1;
    return wrap(text, at.width - hang).map((line, row) => (row === 0 ? `${" ".repeat(at.indent)}${mark} ${line}` : " ".repeat(hang) + line));
}
const LABEL_COLUMNS = 8;
/** A quiet label and its wrapped value beside it. */
function labelled(label, value, options) {
    const lines = wrap(value, options.width - options.indent - LABEL_COLUMNS);
    return lines.map((line, at) => " ".repeat(options.indent) + (at === 0 ? options.paint.quiet(label.padEnd(LABEL_COLUMNS)) : " ".repeat(LABEL_COLUMNS)) + line);
}

;// CONCATENATED MODULE: ./src/report/text/coverage-text.js




function textCoverage(report, page) {
    const rows = (0,coverage_rows/* coverageRows */.o)(report);
    const lines = rows.map((row) => {
        const open = row.seen > row.examined;
        const counts = open ? `${(0,wording/* amount */.vj)(row.unit, row.examined)} of ${(0,wording/* amount */.vj)(row.unit, row.seen)}, ${(0,wording/* shortfall */.SE)(row)}` : `${(0,wording/* amount */.vj)(row.unit, row.seen)}, all`;
        return `  ${page.paint.quiet(row.unit.padEnd(11))}${open ? page.paint.doubtful(counts) : counts}`;
    });
    const missed = report.selfTest.missed.map((name) => `? missed: ${(0,clean/* show */.WU)(name, 100)}`);
    return [
        sectionTitle("Examined", page),
        ...(lines.length > 0 ? lines : ["  nothing"]),
        ...paragraph((0,wording/* selfTestSentence */.W9)(report), { indent: 2, width: page.width }).map((0,wording/* provedItself */.mU)(report) ? (line) => line : page.paint.doubtful),
        ...missed.flatMap((line) => paragraph(line, { indent: 4, width: page.width })),
        ...report.outOfScope.flatMap((left) => paragraph(`Out of scope: ${(0,clean/* show */.WU)(left.name)} (${(0,clean/* show */.WU)(left.reason)})`, { indent: 2, width: page.width })),
        ...paragraph((0,coverage_rows/* toolLine */.p)(report), { indent: 2, width: page.width }).map(page.paint.quiet),
    ];
}

// EXTERNAL MODULE: ./src/finding/gap.js
var finding_gap = __webpack_require__(81572);
// EXTERNAL MODULE: ./src/report/view/finding-notes.js
var finding_notes = __webpack_require__(97542);
// EXTERNAL MODULE: ./src/report/view/place.js
var place = __webpack_require__(65776);
;// CONCATENATED MODULE: ./src/report/text/findings-text.js
// Open findings and gaps, worst first, one block for each rule or reason.







/** Places of one rule that are listed; a rule that hits everywhere is one problem, not a thousand. */
const MAX_PLACES = 10;
function textFindings(report, page) {
    const groups = (0,order/* groupFindings */.kG)((0,order/* openFindings */.lb)(report));
    return groups.flatMap((group, at) => [...(at === 0 ? [] : [""]), ...textGroup(group, page)]);
}
function textGroup(group, page) {
    const shown = group.findings.slice(0, MAX_PLACES);
    const rest = group.findings.length - shown.length;
    return [
        ...groupHeading(group, page),
        ...shown.flatMap((finding) => textFinding(finding, page)),
        ...(rest > 0 ? [`    and ${(0,wording/* count */.U9)(rest, "more place")}; --format json lists them all`] : []),
        ...labelled("fix", (0,clean/* show */.WU)(group.remediation, 600), { indent: 2, width: page.width, paint: page.paint }),
    ];
}
function groupHeading(group, page) {
    const mark = `${wording/* severityShapes */.cF[group.severity]} ${group.severity.toUpperCase()}`;
    const title = (0,clean/* show */.WU)(group.title, 120);
    const rule = (0,clean/* show */.WU)(group.ruleId, 60);
    const oneLine = columns(`${mark}  ${title}  ${rule}`) <= page.width;
    const painted = `${paintSeverity(group.severity, page)(mark)}  `;
    if (oneLine)
        return [`${painted}${page.paint.strong(title)}  ${page.paint.quiet(rule)}`];
    const lines = paragraph(title, { indent: columns(mark) + 2, width: page.width });
    const [first = "", ...others] = lines.map((line) => line.trimStart());
    const hang = " ".repeat(columns(mark) + 2);
    return [painted + page.paint.strong(first), ...others.map((line) => hang + page.paint.strong(line)), hang + page.paint.quiet(rule)];
}
function paintSeverity(severity, page) {
    return severity === "critical" || severity === "high" ? page.paint.bad : page.paint.doubtful;
}
function textFinding(finding, page) {
    const { spot, context } = (0,place/* viewPlace */.h)(finding.location);
    const at = { indent: 6, width: page.width, paint: page.paint };
    return [
        ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
        ...context.flatMap(({ label, value }) => labelled(label, value, at)),
        ...(0,finding_notes/* shows */.L)(finding).flatMap((line) => labelled("shows", line, at)),
        ...(0,finding_notes/* expiredWaiver */.a)(finding).flatMap((line) => labelled("waiver", line, at)),
        ...labelled("id", (0,clean/* show */.WU)(finding.fingerprint, 64), at),
    ];
}
function textGaps(report, page) {
    const groups = (0,order/* groupGaps */.RO)((0,order/* openGaps */.i8)(report));
    if (groups.length === 0)
        return [];
    return [sectionTitle("Not examined", page), ...groups.flatMap(({ reason, gaps }) => [
            ...item("?", `${reason}: ${finding_gap/* gapReasons */.U[reason]}`, { indent: 2, width: page.width }).map(page.paint.doubtful),
            ...gaps.slice(0, MAX_PLACES).flatMap((gap) => textGap(gap, page)),
            ...(gaps.length > MAX_PLACES ? [`      and ${(0,wording/* count */.U9)(gaps.length - MAX_PLACES, "more place")}; --format json lists them all`] : []),
        ])];
}
function textGap(gap, page) {
    const { spot, context } = (0,place/* viewPlace */.h)(gap.location);
    const at = { indent: 6, width: page.width, paint: page.paint };
    const size = gap.bytes === undefined ? "" : ` (${(0,wording/* bytes */.ee)(gap.bytes)} not examined)`;
    return [
        ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
        ...(gap.detail === finding_gap/* gapReasons */.U[gap.reason] && size === "" ? [] : labelled("why", (0,clean/* show */.WU)(gap.detail) + size, at)),
        ...context.flatMap(({ label, value }) => labelled(label, value, at)),
        ...(0,finding_notes/* expiredWaiver */.a)(gap).flatMap((line) => labelled("waiver", line, at)),
        ...labelled("id", (0,clean/* show */.WU)(gap.fingerprint, 64), at),
    ];
}

;// CONCATENATED MODULE: ./src/report/text/report-text.js







const MIN_COLUMNS = 40;
/** Longer lines read worse, however wide the terminal is. */
const MAX_COLUMNS = 80;
/** Plain lines of at most 80 columns, a newline at the end, escape sequences only with `color`. */
function toText(report, options) {
    const page = { paint: makePaint(options.color), width: Math.min(Math.max(options.width, MIN_COLUMNS), MAX_COLUMNS) };
    const sections = [
        textVerdict(report, page), textFindings(report, page), textGaps(report, page), textAccepted(report, page),
        textCoverage(report, page), textAssumptions(report, page), textNextStep(report, page),
    ];
    return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function paintVerdict(verdict, paint) {
    const text = `${wording/* verdictShapes */.kz[verdict]} ${verdict.toUpperCase()}`;
    switch (verdict) {
        case "pass":
            return paint.good(text);
        case "fail":
            return paint.bad(text);
        case "inconclusive":
            return paint.doubtful(text);
        default:
            return verdict;
    }
}
function textVerdict(report, page) {
    const { subject } = report;
    const digest = subject.digest === null ? [] : [`sha256:${subject.digest.sha256}`];
    return [
        `${paintVerdict(report.verdict, page.paint)}  ${page.paint.strong(report.check)}`,
        ...paragraph((0,clean/* show */.WU)(subject.name), { indent: 2, width: page.width }),
        ...digest.map((line) => `  ${page.paint.quiet(line)}`),
        "",
        ...(0,wording/* verdictReasons */.NB)(report).flatMap((reason) => paragraph(reason, { indent: 2, width: page.width })),
    ];
}
/** What exists and doesn't count: never dropped, only counted here. */
function textAccepted(report, page) {
    const counts = (0,order/* countDispositions */.kD)(report.findings);
    const waivedGaps = report.coverage.gaps.length - (0,order/* openGaps */.i8)(report).length;
    const lines = [
        counts.waived > 0 ? `${(0,wording/* count */.U9)(counts.waived, "finding")} waived${waiverEnd(report)}` : "",
        waivedGaps > 0 ? `${(0,wording/* count */.U9)(waivedGaps, "gap")} waived` : "",
        counts.baseline > 0 ? `${(0,wording/* count */.U9)(counts.baseline, "finding")} known from the baseline` : "",
        counts["below-threshold"] > 0 ? `${(0,wording/* count */.U9)(counts["below-threshold"], "finding")} below the threshold (${report.failOn})` : "",
    ].filter((line) => line !== "");
    if (lines.length === 0)
        return [];
    return [sectionTitle("Shown, not counted", page), ...lines.map((line) => `  ${line}`)];
}
function waiverEnd(report) {
    const ends = report.findings.flatMap((finding) => (finding.disposition === "waived" && finding.waiver ? [finding.waiver.until] : []));
    const first = ends.toSorted()[0];
    return first === undefined ? "" : `, the first until ${(0,clean/* show */.WU)(first, 20)}`;
}
function textAssumptions(report, page) {
    const open = report.assumptions.filter((assumption) => !assumption.verified);
    if (open.length === 0)
        return [];
    return [
        sectionTitle("Assumed, not verified", page),
        ...open.flatMap((assumption) => [
            ...item("?", (0,clean/* show */.WU)(assumption.statement), { indent: 2, width: page.width }),
            ...paragraph((0,clean/* show */.WU)(assumption.source), { indent: 4, width: page.width }).map(page.paint.quiet),
        ]),
    ];
}
function textNextStep(report, page) {
    const options = { indent: 0, width: page.width, paint: { ...page.paint, quiet: page.paint.strong } };
    return nextSteps(report).flatMap((step, at) => labelled(at === 0 ? "Next" : "", step, options));
}

// EXTERNAL MODULE: ./src/runtime/process/exit-code.js
var exit_code = __webpack_require__(7517);
;// CONCATENATED MODULE: ./src/runtime/process/failure.js
// How a run ends that reached no verdict: the user's mistake in one sentence, ours with its stack.



/** `name` is the door; an aborted run is no defect. */
function describeFailure(name, error, signal) {
    if (signal.aborted)
        return { exitCode: exit_code/* exitCodes */.h.defect, message: `${name}: interrupted; no verdict was reached` };
    if (error instanceof input_error/* InputError */.dz)
        return { exitCode: exit_code/* exitCodes */.h.badInput, message: `${name}: ${(0,clean/* clean */.uH)(error.message)}` };
    return {
        exitCode: exit_code/* exitCodes */.h.defect,
        message: `${stackOf(error)}\n${name}: this is a defect of pci-pipeline; no verdict was reached`,
    };
}
function stackOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const cause = error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`;
    return `${error.stack ?? error.message}${cause}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/runtime/process/interrupt.js
// Ctrl-C and a runner's cancellation: work stops, scratch files go, no half-written output stays.



const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
/** How long work may take to clean up after itself before the process ends regardless. */
const GRACE_MILLISECONDS = 3000;
/**
 * Runs `work` with a signal that the first SIGINT, SIGTERM or SIGHUP aborts; a second one ends the process at once.
 * While it runs, os.tmpdir() is a folder of this process that goes with it. An interrupted process exits with 128 + signal.
 */
async function runInterruptible(work) {
    const controller = new AbortController();
    let interruptedBy;
    const interrupted = new Promise((resolve) => {
        for (const [name, number] of Object.entries(SIGNALS)) {
            process.on(name, () => {
                if (interruptedBy !== undefined)
                    process.exit(128 + number);
                interruptedBy = 128 + number;
                controller.abort();
                setTimeout(() => {
                    process.stderr.write("interrupted; no verdict was reached\n");
                    resolve(128 + number);
                }, GRACE_MILLISECONDS).unref();
            });
        }
    });
    ownScratchFolder();
    const code = await Promise.race([work(controller.signal), interrupted]);
    if (interruptedBy !== undefined)
        process.exit(interruptedBy);
    return code;
}
function ownScratchFolder() {
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "pci-pipeline-"));
    process.env["TMPDIR"] = scratch;
    process.on("exit", () => (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true }));
}

// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
;// CONCATENATED MODULE: ./src/runtime/command/arguments.js
// A command line to raw inputs: --name value, --name=value, repeated flags as lists, bare booleans, positionals by the contract.

/** Throws InputError that lists every unknown flag and superfluous argument at once. */
function readArguments(contract, args) {
    const reading = { contract, raw: new Map(), issues: [], positionals: positionalsOf(contract) };
    const queue = [...args];
    let flagsEnded = false;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        if (next === "--" && !flagsEnded)
            flagsEnded = true;
        else if (next.startsWith("--") && !flagsEnded)
            readFlag(reading, next.slice(2), queue);
        else if (next.startsWith("-") && next.length > 1 && !flagsEnded)
            reading.issues.push(`unknown flag ${next}`);
        else
            readPositional(reading, next);
    }
    if (reading.issues.length > 0)
        throw new input_error/* InputError */.dz(`${reading.issues.join("; ")}; see ${contract.name} --help`);
    return reading.raw;
}
function readFlag(reading, flag, queue) {
    const equals = flag.indexOf("=");
    const name = equals < 0 ? flag : flag.slice(0, equals);
    const input = reading.contract.inputs[name];
    if (!input || input.only === "action") {
        if (equals < 0 && queue[0] !== undefined && !queue[0].startsWith("-") && reading.positionals.length === 0)
            queue.shift();
        reading.issues.push(`unknown flag --${name}${(0,input_error/* suggest */.ZA)(name, flagsOf(reading.contract)).replace("mean ", "mean --")}`);
        return;
    }
    const value = equals >= 0 ? flag.slice(equals + 1) : input.kind === "boolean" ? "true" : queue.shift();
    if (value === undefined)
        reading.issues.push(`--${name} needs a value`);
    // An unset variable of a script: to drop the flag could drop a condition, such as the image that a bundle must be about.
    else if (value === "")
        reading.issues.push(`--${name} is empty; give a value or leave the flag out`);
    else if (input.kind === "lines" && reading.raw.has(name))
        reading.raw.set(name, `${reading.raw.get(name)}\n${value}`);
    else if (reading.raw.has(name))
        reading.issues.push(`--${name} is given twice`);
    else
        reading.raw.set(name, value);
}
function readPositional(reading, value) {
    const name = reading.positionals.shift();
    if (name === undefined)
        reading.issues.push("one argument too many");
    else if (value === "")
        reading.issues.push(`<${name}> is empty; give a value`);
    else
        reading.raw.set(name, value);
}
function positionalsOf(contract) {
    return Object.entries(contract.inputs).filter(([, input]) => input.positional).map(([name]) => name);
}
function flagsOf(contract) {
    return Object.entries(contract.inputs).filter(([, input]) => input.only !== "action").map(([name]) => name);
}

// EXTERNAL MODULE: ./src/runtime/door/parse-inputs.js
var parse_inputs = __webpack_require__(2847);
// EXTERNAL MODULE: ./src/runtime/process/world.js
var world = __webpack_require__(35895);
;// CONCATENATED MODULE: ./src/runtime/command/run-command.js
// A door on a terminal: flags in, report on stdout, progress on stderr, exit code from the verdict.











/** Parses `args` by the contract, runs main, prints the report; gives back the exit code. */
function runCommand(contract, main, args) {
    return runInterruptible(async (signal) => {
        try {
            const inputs = (0,parse_inputs/* parseInputs */.T)(contract, readArguments(contract, args), (name) => spell(contract, name));
            keepInputs(contract, inputs);
            const outcome = await main(inputs, (0,world/* openWorld */.HY)(signal, world/* writeProgress */.pH));
            for (const warning of outcome.warnings ?? [])
                (0,world/* writeProgress */.pH)((0,clean/* clean */.uH)(warning));
            if (outcome.report)
                await deliver(outcome.report, inputs);
            else if (outcome.message)
                await (0,world/* writeStandardOutput */.Yz)(`${outcome.message}\n`);
            if (outcome.afterSaving)
                (0,world/* writeProgress */.pH)(await outcome.afterSaving());
            return (0,exit_code/* exitCodeOf */.F)(outcome.verdict);
        }
        catch (error) {
            const failure = describeFailure(contract.name, error, signal);
            (0,world/* writeProgress */.pH)(failure.message);
            return failure.exitCode;
        }
    });
}
function spell(contract, name) {
    return contract.inputs[name]?.positional ? `<${name}>` : `--${name}`;
}
/** Throws InputError where the report would overwrite what the check reads: a log gone is evidence gone. */
function keepInputs(contract, inputs) {
    const output = realPath(inputs["output"]);
    if (output === undefined)
        return;
    const same = Object.keys(contract.inputs).find((name) => name !== "output" && [inputs[name]].flat().some((value) => realPath(value) === output));
    if (same !== undefined)
        throw new input_error/* InputError */.dz(`--output is the same file as ${spell(contract, same)}; name another file for the report`);
}
/** Of a regular file that is there. */
function realPath(path) {
    try {
        return typeof path === "string" && (0,external_node_fs_.statSync)(path).isFile() ? (0,external_node_fs_.realpathSync)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
async function deliver(report, inputs) {
    const output = inputs["output"];
    const text = render(report, inputs["format"], output === undefined);
    if (output === undefined)
        await (0,world/* writeStandardOutput */.Yz)(text);
    else
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(output), text);
}
function render(report, format, toTerminal) {
    switch (format) {
        case "json":
            return (0,json/* toJson */.a)(report);
        case "sarif":
            return (0,sarif_log/* toSarif */.z)([report]);
        case "text":
            return toText(report, { color: toTerminal && usesColor(), width: process.stdout.columns ?? 80 });
        default:
            throw new input_error/* InputError */.dz(`--format ${format} is not known; choose text, json or sarif`);
    }
}
/** https://no-color.org: colour on terminals only, and never where the user says no. */
function usesColor() {
    return process.stdout.isTTY === true && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
}


/***/ }),

/***/ 2847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ parseInputs)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
// Raw strings to the typed inputs of a main: all issues at once, and never a value in a message.

/** Throws InputError that lists every issue; absent inputs are absent from `raw`. */
function parseInputs(contract, raw, spell) {
    const issues = [];
    const values = {};
    for (const [name, input] of Object.entries(contract.inputs)) {
        const parsed = input.schema.safeParse(raw.get(name));
        if (parsed.success)
            values[name] = parsed.data;
        else
            issues.push(`${spell(name)} ${parsed.error.issues[0]?.message ?? "is not valid"}`);
    }
    if (issues.length > 0)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(issues.join("; "));
    return Object.freeze(values);
}


/***/ }),

/***/ 82829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ version)
/* harmony export */ });
// Generated by `npm run generate` from package.json; do not edit.
const version = "0.1.0";


/***/ }),

/***/ 16582:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38683);
// Whole files or none: written under a temporary name in the same folder, then renamed.




/**
 * Makes missing parent folders. `mode` is that of a new file, default 0644 less the umask. A link is followed; a device or
 * a pipe (/dev/null, /dev/stdout) is written to, never replaced. Throws InputError where it can't be written.
 */
async function writeOutput(path, content, options = {}) {
    try {
        const before = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (before && !before.isFile() && !before.isDirectory())
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, content);
        else
            await replaceFile(before ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path) : path, content, options.mode ?? 0o644);
    }
    catch (error) {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`cannot write ${path}: ${reasonOf(error)}; name a place that is writable`, { cause: error });
    }
}
async function replaceFile(path, content, mode) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.partial`;
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true });
        const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(temporary, "wx", mode);
        try {
            await file.writeFile(content);
        }
        finally {
            await file.close();
        }
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(temporary, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => undefined);
        throw error;
    }
}
function reasonOf(error) {
    const code = error.code;
    switch (code) {
        case "EACCES":
        case "EPERM":
            return "permission denied";
        case "ENOTDIR":
        case "EEXIST":
            return "a parent of it is a file";
        case "EISDIR":
            return "it is a folder";
        case "ENOSPC":
            return "the disk is full";
        case "EROFS":
            return "the file system is read-only";
        default:
            return code ?? "unknown reason";
    }
}


/***/ }),

/***/ 7517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ exitCodeOf),
/* harmony export */   h: () => (/* binding */ exitCodes)
/* harmony export */ });
const exitCodes = { pass: 0, fail: 1, inconclusive: 2, badInput: 3, defect: 70 };
function exitCodeOf(verdict) {
    return exitCodes[verdict];
}


/***/ }),

/***/ 35895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ openWorld),
/* harmony export */   Yz: () => (/* binding */ writeStandardOutput),
/* harmony export */   gQ: () => (/* binding */ keepOutputErrors),
/* harmony export */   pH: () => (/* binding */ writeProgress)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58500);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38683);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52984);
// The outside as a main sees it: the only reader of process.env besides the action inputs.



/** Progress lines go to stderr; stdout belongs to reports. */
function openWorld(signal, progress) {
    return {
        cwd: process.cwd(),
        now: () => new Date(),
        // Names come from the artefact: a line break in one could start a workflow command of the runner's.
        progress: (line) => progress((0,_report_index_js__WEBPACK_IMPORTED_MODULE_1__/* .clean */ .uH)(line)),
        signal,
        stdin: process.stdin,
        environment: (name) => process.env[name],
    };
}
/** One line on stderr. */
function writeProgress(line) {
    process.stderr.write(`${line}\n`);
}
/** Before anything is written: a reader that closes early (head) ends no check, and what can't be written is told to its writer. */
function keepOutputErrors() {
    for (const stream of [process.stdout, process.stderr])
        stream.on("error", () => undefined);
}
/** Lets buffered output drain before the process ends; process.exit would cut a pipe's last bytes. Throws InputError where it can't be written. */
async function writeStandardOutput(text) {
    await new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error && error.code !== "EPIPE" ? reject(unwritable(error)) : resolve()));
    });
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
}
function unwritable(error) {
    const code = error.code ?? "unknown reason";
    return new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`cannot write to standard output (${code}); free the disk or give --output FILE`, { cause: error });
}


/***/ })

};
