export const id = 285;
export const ids = [285];
export const modules = {

/***/ 81285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var _src_attestation_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54437);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93286);
// Inputs and outputs of compliance-attest.


const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    name: "compliance-attest",
    title: "Compliance attest",
    description: "States what the checks found about an image, control by control, and signs it, whatever the verdict",
    branding: { icon: "feather", color: "blue" },
    inputs: {
        subject: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)("path", { description: "Image that the reports are about: a path, or a transport such as oci: or docker-archive:" }),
        platform: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Platform of an image that has several, such as linux/amd64; without it the index is the subject" }),
        report: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .Mn)({ description: "JSON reports of image-secret-audit, log-leak-guard and isolation-assert; an absent one is stated as absent", required: true }),
        key: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Path of a P-256 private key in PEM, env://NAME, openbao://NAME (Transit), or keyless (the job's own identity); without one a development key is made" }),
        "fallback-key": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Key, in the same forms, for where keyless signing is not to be had: GitHub Enterprise Server, plans without an attestation store" }),
        sigstore: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)({ description: "Who certifies a keyless signature; auto takes the public log for public repositories only, GitHub's own authority else", choices: _src_attestation_index_js__WEBPACK_IMPORTED_MODULE_2__/* .sigstoreInstances */ .nL, default: "auto" }),
        token: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("secret", { description: "Token that may write attestations; a keyless bundle is then put into the repository's attestation store" }),
        "timestamp-server": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "URL of an RFC 3161 authority that stamps a key's signature; without it the signed time is the signer's own" }),
        attach: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "docker://HOST/NAME where the subject lies or will lie: the bundle is attached to it there" }),
        "development-key": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .textWithDefault */ .hv)("path", { description: "Where the development key rests; keep it out of what you hand over", default: ".pci-pipeline/development-key.pem" }),
        bundle: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)("path", { description: "File for the signed bundle (Sigstore bundle v0.3)" }),
        "public-key": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "File for the public key, default evidence.pub beside the bundle; none is written for keyless" }),
        facts: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "JSON or YAML file with source and build facts; without it the runner's environment is read" }),
        sbom: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Bill of materials of the image; its digest is stated" }),
        policy: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Policy in force; its digest is stated" }),
    },
    outputs: {
        "bundle-path": { description: "Path of the bundle" },
        "bundle-sha256": { description: "SHA-256 of the bundle, to compare after a hand-over between jobs" },
        "public-key-path": { description: "Path of the public key; empty for keyless" },
        "subject-digest": { description: "Digest that the statement is about, as sha256:<hex>" },
        "evidence-verdict": { description: "Verdict that was signed: pass, fail or inconclusive" },
        "signer-kind": { description: "key-file, environment, transit, keyless or development" },
        "attestation-id": { description: "Id in the repository's attestation store; empty where the bundle is not there" },
    },
    permissions: { "id-token": "write, for keyless signing only", attestations: "write, for the attestation store only" },
});


/***/ }),

/***/ 54437:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ toSigningError),
/* harmony export */   nL: () => (/* binding */ sigstoreInstances),
/* harmony export */   tC: () => (/* binding */ openKeyless)
/* harmony export */ });
/* harmony import */ var _sigstore_sign__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15179);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38683);
// Signing without a key of one's own: a throw-away key, a certificate that binds it to the workflow's identity, and a log entry or
// timestamp that says when. Endpoints: https://docs.sigstore.dev, and GitHub's own instance beside each of its hosts.



/** `public-good` writes into the public transparency log, for ever; `github` keeps to GitHub's own authority. */
const sigstoreInstances = ["auto", "github", "public-good"];
const claimsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({ iss: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repository: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), repository_visibility: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["public", "private", "internal"]) });
const CLIENT = { timeout: 20_000, retry: 3 };
/**
 * Which instance signs: for "auto" the public one for public repositories only. Off GitHub, on GitHub Enterprise Server and without the
 * permission there is no identity, and the reason is given back.
 */
async function openKeyless(wanted, ports) {
    if (ports.environment("GITHUB_ACTIONS") !== "true")
        return { absent: "keyless signing takes the identity of a job on GitHub Actions, and this is none" };
    const host = URL.parse(ports.environment("GITHUB_SERVER_URL") ?? "https://github.com")?.hostname ?? "";
    if (host !== "github.com" && !host.endsWith(".ghe.com"))
        return { absent: "this server is GitHub Enterprise Server, which has no certificate authority for workflows and no attestation store" };
    if (!ports.environment("ACTIONS_ID_TOKEN_REQUEST_URL"))
        return { absent: "the job may not ask for its identity; grant it permissions: id-token: write" };
    const token = await ports.requestIdentity("sigstore").catch(() => undefined);
    const claims = token === undefined ? undefined : readClaims(token);
    if (token === undefined || claims === undefined)
        return { absent: "GitHub gave no identity token; run the job again" };
    const instance = wanted === "auto" ? (claims.repository_visibility === "public" ? "public-good" : "github") : wanted;
    return { kind: "keyless", hint: null, instance, repository: claims.repository, ...connect(instance, { host, token }) };
}
function connect(instance, { host, token }) {
    const identityProvider = { getToken: async () => token };
    if (instance === "public-good") {
        return { signer: new _sigstore_sign__WEBPACK_IMPORTED_MODULE_0__/* .FulcioSigner */ .$o({ ...CLIENT, identityProvider, fulcioBaseURL: "https://fulcio.sigstore.dev" }), witnesses: [new _sigstore_sign__WEBPACK_IMPORTED_MODULE_0__/* .RekorWitness */ .fU({ ...CLIENT, rekorBaseURL: "https://rekor.sigstore.dev", fetchOnConflict: true })] };
    }
    const domain = host === "github.com" ? "githubapp.com" : host;
    return {
        signer: new _sigstore_sign__WEBPACK_IMPORTED_MODULE_0__/* .FulcioSigner */ .$o({ ...CLIENT, identityProvider, fulcioBaseURL: `https://fulcio.${domain}` }),
        witnesses: [new _sigstore_sign__WEBPACK_IMPORTED_MODULE_0__/* .TSAWitness */ .gs({ ...CLIENT, tsaBaseURL: `https://timestamp.${domain}` })],
    };
}
function readClaims(token) {
    try {
        return claimsSchema.parse(JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")));
    }
    catch {
        return undefined;
    }
}
/** The library's own messages can quote the identity token, and are left out. */
function toSigningError(error) {
    const { code } = (error ?? {});
    const what = code === "CA_CREATE_SIGNING_CERTIFICATE_ERROR" ? "the certificate authority gave no certificate"
        : code === "TSA_CREATE_TIMESTAMP_ERROR" ? "the timestamp authority gave no timestamp"
            : code === "TLOG_CREATE_ENTRY_ERROR" || code === "TLOG_FETCH_ENTRY_ERROR" ? "the transparency log took no entry" : "no signature came about";
    return new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(`signing: ${what}; try again later, or sign with a key`);
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


/***/ })

};
