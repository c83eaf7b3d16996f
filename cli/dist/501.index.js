export const id = 501;
export const ids = [501];
export const modules = {

/***/ 93501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93286);
// Inputs and outputs of compliance-verify.

// No fail-on, waivers or baseline: evidence holds or it does not, and what a gate tolerates stands in its policy.
const { format, output, "report-dir": reportDir } = _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkInputs */ .sw;
const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    name: "compliance-verify",
    title: "Compliance verify",
    description: "Verifies a compliance bundle against pinned keys or an identity, the image and a policy; the gate before publishing and deploying",
    branding: { icon: "check-circle", color: "green" },
    inputs: {
        bundle: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)("path", { description: "Bundle that compliance-attest wrote, or docker://HOST/NAME where it is attached to the image", positional: true }),
        key: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "File with the public key in PEM, or with a key ring (JSON or YAML) that has validity windows" }),
        "trusted-root": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Sigstore trusted root (JSON, or one a line): holds certificates, log entries and timestamps against it, offline" }),
        identity: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Identity that must have signed keyless, as the certificate has it; may end with * after its @" }),
        issuer: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Issuer of that identity, such as https://token.actions.githubusercontent.com" }),
        image: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Image that the statement must be about: a path, or a transport such as oci: or docker-archive:", requiredAt: "action" }),
        platform: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Platform of an image that has several, such as linux/amd64" }),
        running: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "Image that runs, as a pod's imageID (…@sha256:…) or a digest; each must be the subject" }),
        report: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "Reports to compare with the digests that the statement names" }),
        compliance: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "For a deployment bundle: the compliance bundle that it names" }),
        policy: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Policy file; without it verdict pass and all checks of the pipeline passed are asked for" }),
        format, output, "report-dir": reportDir,
    },
    outputs: {
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOutputs */ .n2,
        "subject-digest": { description: "Digest that the statement is about, as sha256:<hex>; empty where the signature does not hold" },
        "evidence-verdict": { description: "Verdict that was signed; empty where the signature does not hold" },
        "signer-kind": { description: "Kind of key that signed; empty where the signature does not hold" },
    },
    permissions: {},
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
