export const id = 727;
export const ids = [727];
export const modules = {

/***/ 44108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract),
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _src_finding_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(38683);
/* harmony import */ var _src_finding_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(70956);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(93286);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4627);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(94084);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(16582);
// `waive`: appends an accepted finding to the waivers file, so that a team with old findings can start today.





const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_3__/* .defineContract */ .ye)({
    name: "waive",
    title: "Waive a finding",
    description: "Accept one finding or gap until a date: append it to the waivers file",
    branding: { icon: "edit", color: "yellow" },
    inputs: {
        fingerprint: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)("text", { description: "Fingerprint of the finding or gap, as the JSON report shows it", positional: true }),
        owner: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)("text", { description: "Who answers for it" }),
        reason: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)("text", { description: "Why it is acceptable" }),
        until: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)("text", { description: "Last day on which it holds, YYYY-MM-DD" }),
        waivers: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .textWithDefault */ .hv)("path", { description: "Waivers file; made where there is none", default: "pci-waivers.yml" }),
        note: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_4__/* .optional */ .lq)("text", { description: "Comment line above the entry, for readers of the file" }),
    },
    outputs: {},
    permissions: {},
});
const HEAD = "# Accepted findings, each with owner, reason and last day. Checks read this file with --waivers.\nschema: pci-pipeline/waivers/v1\nwaivers:\n";
const FINGERPRINT = /^[0-9a-f]{32}$/;
/** Throws InputError for what is no fingerprint, a date in the past or of another form, and for a file that is not a waivers file. */
async function main(inputs, world) {
    const { fingerprint, owner, reason, until } = inputs;
    if (!FINGERPRINT.test(fingerprint))
        throw new _src_finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz("<fingerprint> is 32 hexadecimal digits; copy it from the JSON report");
    const waiver = _src_finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .waiverSchema */ .IM.safeParse({ fingerprint, owner, reason, until });
    if (!waiver.success)
        throw new _src_finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz("--until takes a day as YYYY-MM-DD");
    if (until < world.now().toISOString().slice(0, 10))
        throw new _src_finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`--until ${until} is past; name a day to come`);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(world.cwd, inputs.waivers);
    const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? (await (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_7__/* .readInput */ .R)(world.cwd, inputs.waivers, "waivers file")).toString("utf8") : HEAD;
    const already = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(path) ? (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_8__/* .parseYaml */ .h)(before, _src_finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .waiversSchema */ .JW, `waivers file ${inputs.waivers}`).waivers : [];
    if (already.some((entry) => entry.fingerprint === fingerprint && entry.until >= until)) {
        throw new _src_finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .InputError */ .dz(`${inputs.waivers} already waives ${fingerprint} until then or longer; edit that entry instead`);
    }
    const after = append(before, (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .dump */ .Bh)([waiver.data]), inputs.note);
    (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_8__/* .parseYaml */ .h)(after, _src_finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .waiversSchema */ .JW, `${inputs.waivers} with the new entry`);
    await (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_9__/* .writeOutput */ .z)(path, after);
    return { verdict: "pass", outputs: {}, message: `${inputs.waivers}: ${fingerprint} is waived until ${until} (owner ${owner})` };
}
/** Appends to the text, so that the user's own comments stay; the entry is indented as the others are. */
function append(before, entry, note) {
    const list = before.replace(/^waivers:\s*\[\s*\]\s*$/m, "waivers:").replace(/\n*$/, "\n");
    const indent = /^waivers:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- /m.exec(list)?.[1] ?? "  ";
    const comment = note === undefined ? "" : `${indent}# ${note.replaceAll("\n", " ")}\n`;
    return list + comment + entry.replace(/^(?=.)/gm, indent);
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


/***/ }),

/***/ 94084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var js_yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33243);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
// YAML and JSON files of ours: parsed, checked against a schema, all issues at once, no value shown.


/** `what` names the file in messages. Throws InputError that lists every issue with its path. */
function parseYaml(text, schema, what) {
    let document;
    try {
        document = (0,js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .load */ .Hh)(text);
    }
    catch (error) {
        if (!(error instanceof js_yaml__WEBPACK_IMPORTED_MODULE_0__/* .YAMLException */ .tB))
            throw error;
        const line = error.mark ? ` in line ${error.mark.line + 1}` : "";
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${what} is not valid YAML${line}: ${error.reason}`, { cause: error });
    }
    const parsed = schema.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "the document"}: ${issue.message}`);
    throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${what} is not valid: ${issues.join("; ")}`);
}


/***/ })

};
