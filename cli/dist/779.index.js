export const id = 779;
export const ids = [779];
export const modules = {

/***/ 26779:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93286);
// What isolation-assert takes and gives.

const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    name: "isolation-assert",
    title: "Isolation assert",
    description: "Prove that no job outside the allowed ones can reach an environment, its secrets or its identity",
    branding: { icon: "shield", color: "green" },
    inputs: {
        repo: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .textWithDefault */ .hv)("path", { description: "Folder with .github/workflows, or with workflow files in it", default: ".", positional: true }),
        environment: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)("text", { description: "Environment to prove the isolation of, such as prod" }),
        "allow-job": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({
            description: "Jobs that may enter it, as FILE:JOB with FILE in .github/workflows, or as a caller writes it (owner/name/.github/workflows/FILE@REF:JOB)",
        }),
        repository: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "Checkouts of other repositories whose workflows are called, as owner/name@ref=PATH" }),
        trust: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "JSON files with what production trusts: AWS IAM trust policies, Vault or OpenBao JWT roles, Google workload identity providers, Azure federated credentials" }),
        name: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "The repository as owner/name, which identities are judged by; in a workflow its own" }),
        "github-token": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("secret", {
            description: "Token that GitHub is asked with about the environment's protection, the subjects of identities and called workflows (actions: read, contents: read), or env://NAME; nothing is asked without it",
        }),
        "admin-token": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("secret", { description: "Token that may also list secret names (fine-grained: Environments and Secrets, read), or env://NAME" }),
        witness: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "What isolation-witness recorded in the build job and in the deploy job of this run, one line of JSON each" }),
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkInputs */ .sw,
    },
    outputs: { ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOutputs */ .n2 },
    permissions: { contents: "to check out the workflow files", actions: "to read the environment's protection rules, only with github-token" },
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
