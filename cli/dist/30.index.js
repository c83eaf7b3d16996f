export const id = 30;
export const ids = [30];
export const modules = {

/***/ 68030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93286);
// What log-leak-guard takes and gives.

const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    name: "log-leak-guard",
    title: "Log leak guard",
    description: "Find credentials and card data in job logs, masked or not, whatever the disguise",
    branding: { icon: "file-text", color: "blue" },
    inputs: {
        log: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Log file (plain or gzip), folder of logs, zip of a run's logs, or - for standard input", positional: true }),
        run: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Instead of a log: ID of the run whose finished jobs are read through GitHub's API" }),
        jobs: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "With run: names or IDs of the jobs to read, default all but the guard's own and later ones" }),
        name: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "With run: its repository as owner/name, default the workflow's own" }),
        "github-token": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("secret", { description: "With run: token with actions: read, or env://NAME" }),
        known: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "File of fingerprints by which known credentials are recognised, made by credential-fingerprint" }),
        "key-file": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "With known: file with the key that the fingerprints were made with" }),
        "on-leak": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)({
            description: "With run, after a finding and once the report is saved: nothing (report), delete the run's logs (delete-logs), or also disable its workflow (quarantine)",
            choices: ["report", "delete-logs", "quarantine"], default: "report",
        }),
        "longest-line": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({ description: "Bytes of a line above which something else than a runner wrote it: it is examined, and a gap", default: 1 << 24, min: 1 << 20, max: 1e12 }),
        rules: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
        "gitleaks-ignore": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .textWithDefault */ .hv)("path", { description: "Accepted findings in the form of .gitleaksignore; each is shown", default: ".gitleaksignore" }),
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkInputs */ .sw,
    },
    outputs: {
        digest: { description: "SHA-256 of what was read: of a file's bytes, else of the sorted list of the logs' digests and names" },
        "leaked-names": { description: "JSON array of the names of known credentials that were found, to start their rotation with" },
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOutputs */ .n2,
    },
    permissions: { actions: "to read the logs of a run; write only for on-leak" },
});


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


/***/ })

};
