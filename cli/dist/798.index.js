export const id = 798;
export const ids = [798,70,30,779,501];
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

/***/ 75070:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contract: () => (/* binding */ contract)
/* harmony export */ });
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(89786);
/* harmony import */ var _src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93286);
// What image-secret-audit takes and gives.

const contract = (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .defineContract */ .ye)({
    name: "image-secret-audit",
    title: "Image secret audit",
    description: "Find credentials and card data in every layer, the metadata and the history of an image",
    branding: { icon: "layers", color: "blue" },
    inputs: {
        image: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .required */ .mw)("path", {
            description: "Path of a docker-archive, OCI archive or OCI layout, or docker-archive:, oci-archive:, oci:, docker-daemon: or docker:// with a reference",
            positional: true,
        }),
        platform: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "Only this platform of a multi-arch image, as os/architecture[/variant]; all of them where absent" }),
        limits: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("text", { description: "How far archives are followed where the defaults don't suit, as NAME=NUMBER with commas between: depth, bufferBytes, nestedBytes, layerBytes, entries, ratio and others that docs/image-reading.md describes" }),
        known: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "File of fingerprints by which known credentials are recognised, made by credential-fingerprint" }),
        "key-file": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "With known: file with the key that the fingerprints were made with" }),
        rules: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
        "gitleaks-ignore": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .textWithDefault */ .hv)("path", { description: "Accepted findings in the form of .gitleaksignore; each is shown", default: ".gitleaksignore" }),
        cache: (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .choice */ .Yq)({ description: "Remember what was found in layers, under the user's cache folder, until rules or program change; auto: on, but off in CI, where other jobs can write to a shared cache", choices: ["auto", "on", "off"], default: "auto" }),
        "no-cache": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({ description: "The same as --cache off", only: "command" }),
        "cache-key": (0,_src_runtime_index_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)("path", { description: "File with a key that seals what is remembered: nobody without it can make an entry that counts" }),
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkInputs */ .sw,
    },
    outputs: {
        digest: { description: "SHA-256 of the image's manifest, or of its config where the source has no manifest; empty where it has neither" },
        "leaked-names": { description: "JSON array of the names of known credentials that were found, to start their rotation with" },
        ..._src_runtime_index_js__WEBPACK_IMPORTED_MODULE_0__/* .checkOutputs */ .n2,
    },
    permissions: {},
});


/***/ }),

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

/***/ 29798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contract: () => (/* binding */ run_contract),
  main: () => (/* binding */ run_main)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/detector/inspector.js + 55 modules
var inspector = __webpack_require__(28108);
// EXTERNAL MODULE: ./src/runtime/door/contract.js
var contract = __webpack_require__(89786);
// EXTERNAL MODULE: ./src/runtime/door/input.js
var input = __webpack_require__(93286);
// EXTERNAL MODULE: ./src/runtime/command/run-command.js + 8 modules
var run_command = __webpack_require__(62274);
// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
// EXTERNAL MODULE: ./src/detector/rule-samples.js
var rule_samples = __webpack_require__(63489);
// EXTERNAL MODULE: ./src/detector/sampler.js
var detector_sampler = __webpack_require__(2513);
// EXTERNAL MODULE: ./src/detector/cardholder/samples.js
var cardholder_samples = __webpack_require__(66817);
;// CONCATENATED MODULE: ./src/canary/leaky.js
// The sample's planted leaks: the ways in which credentials and card data really reach images and logs, with made-up values.

/** The same seed gives the same values, so that the leaky image is as reproducible as the clean one. */
function plantLeaks(seed) {
    const samples = new Map((0,rule_samples/* ruleSamples */.U)(seed).map(({ ruleId, text }) => [ruleId, text]));
    const value = (ruleId) => {
        const text = samples.get(ruleId);
        if (text === undefined)
            throw new Error(`the leaky sample plants a value of the rule ${ruleId}, which is gone`);
        return text;
    };
    const sampler = (0,detector_sampler/* createSampler */.t)(`${seed}:leaky`);
    const card = (0,cardholder_samples/* makeCardNumber */.C)(sampler);
    const bearer = `sk_live_${sampler.expand("{alnum:24}")}`;
    return {
        layers: [
            { createdBy: "COPY .env /app/.env", entries: [{ type: "file", path: "app/.env", content: `${value("stripe-secret-key")}\n${value("postgres-url")}\n` }] },
            { createdBy: "RUN rm /app/.env", entries: [{ type: "file", path: "app/.wh..env", content: "" }] },
            { createdBy: "COPY fixtures /app/fixtures", entries: [{ type: "file", path: "app/fixtures/payments.csv", content: `id,card,amount\n1,${card},1200\n` }] },
        ],
        env: { ADYEN_API_KEY: value("adyen-api-key") },
        labels: { "build.token": value("github-personal-access-token") },
        steps: [`ARG NPM_TOKEN=${value("npm-access-token")}`],
        log: ["##[group]Run ./deploy.sh", `+ curl -H 'Authorization: Bearer ${bearer}' https://processor.example/charges`, `debug: ${Buffer.from(`card=${card};key=${bearer}`).toString("base64")}`, "##[endgroup]"],
    };
}

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./src/layout/image.js
var layout_image = __webpack_require__(74620);
// EXTERNAL MODULE: ./src/layout/layer.js
var layout_layer = __webpack_require__(10140);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./src/packer/lockfile.js
// package-lock.json: which packages a service needs in production, and that they are what is installed.




const ranges = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({});
const manifestSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(), version: schemas/* string */.YjP().default("0.0.0"), main: schemas/* string */.YjP().optional(), files: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    dependencies: ranges, optionalDependencies: ranges,
});
/** The fields that are read here; npm's documentation of package-lock.json describes them. */
const lockedSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().optional(), version: schemas/* string */.YjP().optional(), integrity: schemas/* string */.YjP().optional(), license: schemas/* string */.YjP().optional(),
    link: schemas/* boolean */.zMY().default(false), optional: schemas/* boolean */.zMY().default(false), devOptional: schemas/* boolean */.zMY().default(false),
    dependencies: ranges, optionalDependencies: ranges, peerDependencies: ranges,
    peerDependenciesMeta: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ optional: schemas/* boolean */.zMY().default(false) })).default({}),
});
const lockSchema = schemas/* object */.Ikc({ lockfileVersion: schemas/* union */.KCZ([schemas/* literal */.euz(2), schemas/* literal */.euz(3)]), packages: schemas/* record */.g1P(schemas/* string */.YjP(), lockedSchema) });
async function readManifest(folder) {
    return readJson((0,external_node_path_.join)(folder, "package.json"), manifestSchema, "run the command in a folder that holds a service, or name one");
}
async function readLock(root) {
    const { packages } = await readJson((0,external_node_path_.join)(root, "package-lock.json"), lockSchema, "write one with npm 7 or newer: npm install");
    return { root, packages: new Map(Object.entries(packages)) };
}
/** Throws InputError when package.json asks for something else than the lock file was written for. */
function checkInStep(lock, workspace, manifest) {
    const locked = lock.packages.get(workspace);
    const name = external_node_path_.posix.join(workspace, "package.json");
    if (locked === undefined)
        throw new input_error/* InputError */.dz(`${name} is not in package-lock.json; make it a workspace of that root and run npm install`);
    for (const field of ["dependencies", "optionalDependencies"]) {
        if (!isSame(locked[field], manifest[field]))
            throw new input_error/* InputError */.dz(`${name} and package-lock.json differ in ${field}; run npm install and commit the lock file`);
    }
}
/**
 * The packages that `workspace` (a folder below the root, "" for the root itself) needs in production, sorted by location.
 * Optional ones that are not installed are left out and named to `log`. Throws InputError where the installation lacks or
 * differs from what is locked.
 */
async function resolveClosure(lock, workspace, log) {
    const found = new Map();
    const left = new Set();
    const queue = needsOf(lock, workspace);
    for (let location = queue.pop(); location !== undefined; location = queue.pop()) {
        if (found.has(location) || left.has(location))
            continue;
        const locked = await checkInstalled(lock, location);
        if (locked === undefined) {
            left.add(location);
            log(`left out ${location}: optional, and not installed on this machine`);
            continue;
        }
        const dependsOn = needsOf(lock, location);
        found.set(location, { ...locked, dependsOn });
        queue.push(...dependsOn);
    }
    return [...found.values()]
        .map((item) => ({ ...item, dependsOn: item.dependsOn.filter((location) => found.has(location)).sort() }))
        .sort((a, b) => (a.location < b.location ? -1 : 1));
}
/** Locations of what the package at `location` needs, as Node would find them from there. */
function needsOf(lock, location) {
    const locked = lock.packages.get(location);
    if (locked === undefined)
        return [];
    const optional = new Set([...Object.keys(locked.optionalDependencies), ...Object.keys(locked.peerDependenciesMeta).filter((name) => locked.peerDependenciesMeta[name]?.optional)]);
    const names = new Set([...Object.keys(locked.dependencies), ...optional, ...Object.keys(locked.peerDependencies)]);
    return [...names].flatMap((name) => {
        const at = findLocation(lock, location, name);
        if (at === undefined && !optional.has(name))
            throw new input_error/* InputError */.dz(`package-lock.json lacks ${name}, which ${location || "the root"} needs; run npm install`);
        return at ?? [];
    });
}
function findLocation(lock, from, name) {
    for (let folder = from;; folder = external_node_path_.posix.dirname(folder)) {
        if (folder === ".")
            folder = "";
        const location = external_node_path_.posix.join(folder, "node_modules", name);
        if (external_node_path_.posix.basename(folder) !== "node_modules" && lock.packages.has(location))
            return location;
        if (folder === "")
            return undefined;
    }
}
async function checkInstalled(lock, location) {
    const locked = lock.packages.get(location);
    if (locked === undefined || locked.version === undefined || locked.link) {
        throw new input_error/* InputError */.dz(`${location} is linked, not installed; the packer takes packages with a version only, so publish it or build with --builder docker`);
    }
    const installed = await (0,promises_.readFile)((0,external_node_path_.join)(lock.root, location, "package.json"), "utf8").catch(() => undefined);
    if (installed === undefined && (locked.optional || locked.devOptional))
        return undefined;
    if (installed === undefined || readVersion(installed) !== locked.version) {
        throw new input_error/* InputError */.dz(`${location} is ${installed === undefined ? "not installed" : "not the version that package-lock.json names"}; run npm ci`);
    }
    const name = locked.name ?? location.slice(location.lastIndexOf("node_modules/") + "node_modules/".length);
    const { version, integrity, license } = locked;
    return { location, name, version, ...(integrity !== undefined && { integrity }), ...(license !== undefined && { license }) };
}
function readVersion(text) {
    try {
        return schemas/* object */.Ikc({ version: schemas/* string */.YjP() }).parse(JSON.parse(text)).version;
    }
    catch {
        return undefined;
    }
}
async function readJson(path, schema, repair) {
    const text = await (0,promises_.readFile)(path, "utf8").catch(() => {
        throw new input_error/* InputError */.dz(`${path} is missing or can't be read; ${repair}`);
    });
    try {
        return schema.parse(JSON.parse(text));
    }
    catch {
        throw new input_error/* InputError */.dz(`${path} is not what npm writes; ${repair}`);
    }
}
function isSame(a, b) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

;// CONCATENATED MODULE: ./src/packer/output.js
// Outputs are whole or not there: written beside their place under another name, then renamed.



/**
 * Puts at `out` the file or folder that `fill` makes at the path that it gets. A file or an OCI layout that is there is
 * replaced; any other folder is left alone with an InputError.
 */
async function writeWhole(out, fill) {
    const target = (0,external_node_path_.resolve)(out);
    await refuseForeignFolder(target);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
    const scratch = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.partial-`));
    try {
        const fresh = (0,external_node_path_.join)(scratch, "new");
        const result = await fill(fresh);
        await refuseForeignFolder(target);
        await (0,promises_.rename)(target, (0,external_node_path_.join)(scratch, "old")).catch(ignoreAbsence);
        await (0,promises_.rename)(fresh, target);
        return result;
    }
    finally {
        await (0,promises_.rm)(scratch, { recursive: true, force: true });
    }
}
async function refuseForeignFolder(target) {
    const there = await (0,promises_.lstat)(target).catch(ignoreAbsence);
    if (!there?.isDirectory())
        return;
    const names = await (0,promises_.readdir)(target);
    if (names.length === 0 || names.includes("oci-layout"))
        return;
    throw new input_error/* InputError */.dz(`The output ${target} is a folder with other things in it; name another path or remove it`);
}
function ignoreAbsence(error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
        return undefined;
    throw error;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/packageurl-js/index.js
var packageurl_js = __webpack_require__(87091);
// EXTERNAL MODULE: ./src/command/run-command.js
var command_run_command = __webpack_require__(41261);
;// CONCATENATED MODULE: ./src/packer/folder.js
// A folder of the building machine to layer entries, free of what differs from machine to machine.




/** Above this, content is streamed and not read at once. */
const STREAM_BYTES = 1 << 20;
/** Modes become 0755 or 0644 by the owner's execute bit, since umask differs. Links must stay inside the folder. */
async function listFolder(folder, options) {
    const entries = [];
    const root = await (0,promises_.realpath)(folder);
    const pending = [""];
    for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
        const items = await (0,promises_.readdir)((0,external_node_path_.join)(root, below), { withFileTypes: true });
        const kept = items.map((item) => ({ item, path: external_node_path_.posix.join(below, item.name) })).filter(({ path }) => !options.skip?.(path));
        pending.push(...kept.filter(({ item }) => item.isDirectory()).map(({ path }) => path));
        const leaves = kept.filter(({ item }) => !item.isDirectory());
        entries.push(...(await Promise.all(leaves.map(({ item, path }) => toLeaf(root, { item, path, into: options.into })))));
    }
    return entries;
}
async function toLeaf(root, { item, path, into }) {
    const target = external_node_path_.posix.join(into, path);
    if (item.isSymbolicLink())
        return { type: "symlink", path: target, target: await readInnerLink(root, path) };
    if (item.isFile())
        return toPlainEntry((0,external_node_path_.join)(root, path), target);
    throw new input_error/* InputError */.dz(`${(0,external_node_path_.join)(root, path)} is neither file, folder nor link; remove it`);
}
/** The file at `source`, links followed, as `path` in the image. */
async function toFileEntry(source, path) {
    return toPlainEntry(await (0,promises_.realpath)(source), path);
}
async function toPlainEntry(source, path) {
    const { size, mode } = await (0,promises_.lstat)(source);
    return { type: "file", path, content: toContent(source, size), mode: (mode & 0o100) === 0 ? 0o644 : 0o755 };
}
function toContent(path, size) {
    return {
        size,
        async *open() {
            if (size > STREAM_BYTES)
                yield* (0,external_node_fs_.createReadStream)(path, { highWaterMark: STREAM_BYTES });
            else
                yield await (0,promises_.readFile)(path);
        },
    };
}
async function readInnerLink(root, path) {
    const real = await (0,promises_.realpath)((0,external_node_path_.join)(root, path)).catch(() => undefined);
    const outside = real === undefined || (0,external_node_path_.relative)(root, real).split(external_node_path_.sep)[0] === "..";
    const target = await (0,promises_.readlink)((0,external_node_path_.join)(root, path));
    if (outside || target.startsWith("/"))
        throw new input_error/* InputError */.dz(`The link ${(0,external_node_path_.join)(root, path)} leads nowhere or out of its folder; replace it by what it points to`);
    return target;
}

;// CONCATENATED MODULE: ./src/packer/debian.js
// Which Debian packages the copied libraries come from, left in the image where scanners look for it.





/** Tools of the building machine answer in English and without anyone's settings. */
const TOOL_ENVIRONMENT = { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C" };
/**
 * Packages that own `libraries` (absolute paths). Where there is no dpkg, nothing is known and nothing comes back. Status goes to
 * var/lib/dpkg/status.d/<package>, the form of images that have no dpkg of their own, with os-release and each package's copyright.
 */
async function describeDebian(libraries, signal) {
    const packages = libraries.length === 0 ? new Map() : await findOwners(libraries, signal);
    if (packages.size === 0)
        return { entries: [], components: [], owners: new Map() };
    const distribution = await readDistribution();
    const entries = [await toFileEntry("/etc/os-release", "etc/os-release")];
    const components = [];
    const owners = new Map();
    for (const [name, paths] of [...packages].sort(([a], [b]) => (a < b ? -1 : 1))) {
        const status = await readStatus(name, signal);
        const component = toComponent(status, distribution);
        components.push(component);
        entries.push({ type: "file", path: `var/lib/dpkg/status.d/${component.name}`, content: status });
        const copyright = `usr/share/doc/${component.name}/copyright`;
        entries.push(...(await toFileEntry((0,external_node_path_.join)("/", copyright), copyright).then((entry) => [entry], () => [])));
        for (const path of paths)
            owners.set(path, component.ref);
    }
    return { entries, components, owners };
}
/** Package to the libraries that it owns. dpkg knows some paths with /usr and some without, so it is asked for both. */
async function findOwners(libraries, signal) {
    const asked = new Map(libraries.flatMap((path) => spellings(path).map((spelling) => [spelling, path])));
    const result = await (0,command_run_command/* runCommand */.d)("dpkg-query", ["-S", ...asked.keys()], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
    const packages = new Map();
    for (const line of result.kind === "ended" ? result.stdout.split("\n") : []) {
        const [name = "", spelling = ""] = line.split(": ");
        const path = asked.get(spelling);
        if (path !== undefined)
            packages.set(name, [...new Set([...(packages.get(name) ?? []), path])]);
    }
    return packages;
}
function spellings(path) {
    return path.startsWith("/usr/") ? [path, path.slice("/usr".length)] : [path, external_node_path_.posix.join("/usr", path)];
}
async function readStatus(name, signal) {
    const result = await (0,command_run_command/* runCommand */.d)("dpkg-query", ["-s", name], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
    if (result.kind !== "ended" || result.code !== 0)
        throw new Error(`dpkg-query knows the owner of a file but not its status: ${name}`);
    return `${result.stdout.trimEnd()}\n`;
}
function toComponent(status, distribution) {
    const field = (name) => new RegExp(`^${name}: (.*)$`, "m").exec(status)?.[1] ?? "";
    const [name, version] = [field("Package"), field("Version")];
    const qualifiers = { arch: field("Architecture"), distro: [distribution.id, distribution.version].filter(Boolean).join("-") };
    const purl = new packageurl_js.PackageURL("deb", distribution.id, name, version, qualifiers, undefined).toString();
    return { kind: "debian", name, version, purl, hashes: [], ref: purl, dependsOn: [] };
}
/** os-release(5). */
async function readDistribution() {
    const text = await (0,promises_.readFile)("/etc/os-release", "utf8");
    const field = (name) => new RegExp(`^${name}="?([^"\n]*)"?$`, "m").exec(text)?.[1] ?? "";
    return { id: field("ID") || "debian", version: field("VERSION_ID") };
}

;// CONCATENATED MODULE: ./src/packer/packed-image.js
const ALGORITHMS = { sha1: "SHA-1", sha256: "SHA-256", sha384: "SHA-384", sha512: "SHA-512" };
/** npm's integrity string (W3C Subresource Integrity) to hex digests, as an SBOM states them; none for an absent string. */
function toHashes(integrity) {
    return (integrity ?? "").split(/\s+/).flatMap((item) => {
        const [, name = "", base64 = ""] = /^([a-z0-9]+)-([A-Za-z0-9+/=]+)/.exec(item) ?? [];
        const algorithm = ALGORITHMS[name];
        return algorithm === undefined ? [] : [{ algorithm, hex: Buffer.from(base64, "base64").toString("hex") }];
    });
}

;// CONCATENATED MODULE: ./src/packer/runtime-layer.js
// The bottom layer: Node's own binary, the shared libraries that it names, and the few files that a process expects.









/** Numeric, so that an orchestrator can tell that it isn't root without reading passwd. */
const USER = "65532:65532";
const NODE_PATH = "usr/local/bin/node";
const passwd = "root:x:0:0:root:/root:/usr/sbin/nologin\nnonroot:x:65532:65532:nonroot:/nonexistent:/usr/sbin/nologin\n";
const group = "root:x:0:\nnonroot:x:65532:\n";
/**
 * `node` defaults to the platform package that the lock file pins, and without one to the Node that runs this.
 * Throws InputError where that Node can't run in a container of this machine's architecture.
 */
async function collectRuntime(lock, options) {
    const pinned = options.node ? undefined : await findPinnedNode(lock);
    const node = options.node ?? pinned ?? { path: process.execPath, version: process.versions.node };
    const libraries = await findLibraries(node.path, options.signal);
    const debian = await describeDebian(libraries, options.signal);
    const unowned = await Promise.all(libraries.filter((path) => !debian.owners.has(path)).map(describeFile));
    const runtime = await describeNode(node, pinned?.component, [...debian.components, ...unowned].map((component) => component.ref));
    const entries = [
        { ...(await toFileEntry(node.path, NODE_PATH)), mode: 0o755 },
        ...(await Promise.all(libraries.map((path) => toFileEntry(path, path.slice(1))))),
        ...(pinned ? [await toFileEntry(pinned.license, "usr/local/share/doc/node/LICENSE")] : []),
        { type: "file", path: "etc/passwd", content: passwd },
        { type: "file", path: "etc/group", content: group },
        { type: "directory", path: "tmp", mode: 0o1777 },
        ...debian.entries,
    ];
    const from = [...debian.components.map(({ name, version }) => `${name} ${version}`), ...unowned.map(({ name }) => name)];
    const createdBy = `pci-pipeline pack: node ${runtime.version}${pinned ? ` of npm's ${runtime.name}` : ""}; libraries of ${from.join(", ") || "none"}`;
    return { createdBy, entries, components: [runtime, ...debian.components, ...unowned], ref: runtime.ref };
}
async function findPinnedNode(lock) {
    const name = `node-linux-${process.arch}`;
    const folder = (0,external_node_path_.join)(lock.root, "node_modules", name);
    const locked = lock.packages.get(`node_modules/${name}`);
    const license = (0,external_node_path_.join)(folder, "LICENSE");
    if (locked?.version === undefined || (await (0,promises_.readFile)(license).catch(() => undefined)) === undefined)
        return undefined;
    const { version } = locked;
    const purl = new packageurl_js.PackageURL("npm", undefined, name, version, undefined, undefined).toString();
    const component = {
        kind: "runtime", name, version, purl, ref: purl, dependsOn: [], hashes: toHashes(locked.integrity),
        ...(locked.license !== undefined && { license: locked.license }),
    };
    return { path: (0,external_node_path_.join)(folder, "bin/node"), version, license, component };
}
async function describeNode(node, component, dependsOn) {
    if (component)
        return { ...component, dependsOn };
    const purl = new packageurl_js.PackageURL("generic", undefined, "node", node.version, undefined, undefined).toString();
    return { kind: "runtime", name: "node", version: node.version, purl, ref: purl, dependsOn, hashes: [await hashFile(node.path)] };
}
async function describeFile(path) {
    const hash = await hashFile(path);
    return { kind: "file", name: path, version: "", ref: `file:${path}`, dependsOn: [], hashes: [hash] };
}
async function hashFile(path) {
    return { algorithm: "SHA-256", hex: (0,external_node_crypto_.createHash)("sha256").update(await (0,promises_.readFile)(path)).digest("hex") };
}
/** Absolute paths under which the loader looks for the binary's libraries, itself included; a static binary has none. */
async function findLibraries(binary, signal) {
    const result = await (0,command_run_command/* runCommand */.d)("ldd", [binary], { environment: TOOL_ENVIRONMENT, ...(signal && { signal }) });
    if (result.kind !== "ended")
        throw new input_error/* InputError */.dz("The embedded packer needs ldd, which is not on this machine; use --builder docker");
    const paths = new Set();
    for (const line of result.stdout.split("\n")) {
        const [, missing] = /^\s*(\S+) => not found/.exec(line) ?? [];
        if (missing !== undefined)
            throw new input_error/* InputError */.dz(`Node needs the library ${missing}, which is not on this machine; install it or use --builder docker`);
        const [, path] = /^\s*(?:\S+ => )?(\/\S+) \(0x[0-9a-f]+\)$/.exec(line) ?? [];
        if (path !== undefined)
            paths.add(external_node_path_.posix.normalize(path));
    }
    return [...paths].sort();
}

;// CONCATENATED MODULE: ./src/packer/source-layers.js
// The two upper layers: production dependencies, and the service's own source.





/** Folder of the image that stands for the lock's root, so that Node resolves packages just as in the checkout. */
const APP_ROOT = "app";
/** Whole packages as installed; `.bin` links are left out, nothing runs them. */
async function collectDependencies(lock, closure) {
    const entries = [];
    for (const { location } of closure) {
        const into = external_node_path_.posix.join(APP_ROOT, location);
        // a nested package is a package of the closure itself, or isn't needed
        entries.push(...(await listFolder((0,external_node_path_.join)(lock.root, location), { into, skip: (path) => path === "node_modules" })));
    }
    return { createdBy: `pci-pipeline pack: ${closure.length} production packages of package-lock.json to /${APP_ROOT}/node_modules`, entries };
}
function describeDependencies(closure) {
    const refs = new Map(closure.map(({ location, name, version }) => [location, toPurl(name, version)]));
    const components = new Map();
    for (const { location, name, version, license, integrity, dependsOn } of closure) {
        const purl = toPurl(name, version);
        const earlier = components.get(purl)?.dependsOn ?? [];
        components.set(purl, {
            kind: "npm", name, version, purl, ref: purl, hashes: toHashes(integrity), ...(license !== undefined && { license }),
            dependsOn: [...new Set([...earlier, ...dependsOn.map((item) => refs.get(item) ?? item)])].sort(),
        });
        refs.set(location, purl);
    }
    return [...components.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1));
}
/** `workspace` is the service's folder below the lock's root. Without `files` in package.json, all but what `isAside` names. */
async function collectApp(context, workspace, manifest) {
    const into = external_node_path_.posix.join(APP_ROOT, workspace);
    const listed = manifest.files?.map(toPlainPath);
    const skip = (path) => isAside(path) || (listed !== undefined && !listed.some((item) => isWithin(path, item)));
    const entries = [...(await listFolder(context, { into, skip }))];
    const manifestPath = external_node_path_.posix.join(into, "package.json");
    if (!entries.some((entry) => entry.path === manifestPath))
        entries.push(await toFileEntry((0,external_node_path_.join)(context, "package.json"), manifestPath));
    const what = listed ? `package.json and ${listed.join(", ")}` : "all but tests, documents and dot files";
    return { createdBy: `pci-pipeline pack: ${manifest.name} (${what}) to /${into}`, entries };
}
function toPurl(name, version) {
    const [scope, base] = name.startsWith("@") ? name.split("/") : [undefined, name];
    return new packageurl_js.PackageURL("npm", scope, base ?? name, version, undefined, undefined).toString();
}
/** Tests, documents, build recipes and dot files, where credentials tend to lie, have no place in a production image. */
function isAside(path) {
    const name = external_node_path_.posix.basename(path);
    return name.startsWith(".") || name === "node_modules" || /^(?:test|tests|__tests__)$/.test(name) || /\.(?:test|spec)\.[cm]?[jt]sx?$/.test(name)
        || /^(?:Dockerfile|README|CHANGELOG)(?:\.|$)/i.test(name) || name === "package-lock.json" || /^tsconfig.*\.json$/.test(name);
}
function toPlainPath(item) {
    if (/[*?[\]{}!]/.test(item))
        throw new input_error/* InputError */.dz("package.json's files holds a pattern; the packer takes plain file and folder names there");
    return external_node_path_.posix.normalize(item).replace(/^\.?\//, "").replace(/\/$/, "");
}
/** Also true for the folders on the way to `item`, so that they are entered. */
function isWithin(path, item) {
    return item === "." || path === item || path.startsWith(`${item}/`) || item.startsWith(`${path}/`);
}

;// CONCATENATED MODULE: ./src/packer/pack-service.js
// Packs a Node service into an OCI image without a daemon: the same inputs on the same machine give the same digest.











const ARCHITECTURES = { x64: "amd64", arm64: "arm64" };
/** Throws InputError for what the caller can repair. On failure and abort `out` stays as it was. */
async function packService(options) {
    const platform = readPlatform();
    const log = options.log ?? (() => { });
    const workspace = await findWorkspace(options);
    const [manifest, lock] = [await readManifest(options.context), await readLock(options.root)];
    checkInStep(lock, workspace, manifest);
    const entry = await findEntry(options.context, manifest);
    const closure = await resolveClosure(lock, workspace, log);
    const runtime = await collectRuntime(lock, options);
    const specs = [runtime, await collectDependencies(lock, closure), await collectApp(options.context, workspace, manifest), ...(options.extraLayers ?? [])];
    const needs = new Set(needsOf(lock, workspace));
    return writeWhole(options.out, async (folder) => {
        await (0,promises_.mkdir)(folder);
        const layers = await addLayers(folder, specs, options);
        for (const layer of layers)
            log(`layer ${layer.digest.slice(0, 19)}, ${toMegabytes(layer.uncompressedSize)}, packed ${toMegabytes(layer.size)}: ${layer.createdBy}`);
        const config = toRunConfig(options, { manifest, entry, workspace });
        const created = options.created ?? new Date(0);
        const documents = (0,layout_image/* composeImage */.I)({
            platform, created, config, layers, ...(options.steps && { steps: options.steps }), ...(options.tag !== undefined && { tag: options.tag }),
        });
        for (const [digest, bytes] of documents.blobs)
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, (0,layout_image/* blobPath */.n)(digest)), bytes);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "index.json"), documents.index);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "oci-layout"), documents.layout);
        options.signal?.throwIfAborted();
        return {
            name: manifest.name, version: manifest.version, digest: documents.manifestDigest, configDigest: documents.configDigest, platform, created, layers,
            components: [...runtime.components, ...describeDependencies(closure)],
            dependsOn: [runtime.ref, ...closure.filter(({ location }) => needs.has(location)).map(({ name, version }) => toPurl(name, version))],
        };
    });
}
function readPlatform() {
    const architecture = ARCHITECTURES[process.arch];
    if (process.platform === "linux" && architecture !== undefined)
        return { os: "linux", architecture };
    throw new input_error/* InputError */.dz("The embedded packer copies this machine's Node and libraries, so it needs Linux on x64 or arm64; use --builder docker");
}
/** The context's folder below the root in the lock file's spelling, "" for the root itself. */
async function findWorkspace({ context, root }) {
    const [from, to] = await Promise.all([resolveFolder(root), resolveFolder(context)]);
    const workspace = (0,external_node_path_.relative)(from, to).split(external_node_path_.sep).join("/");
    if (workspace === ".." || workspace.startsWith("../"))
        throw new input_error/* InputError */.dz(`The service ${context} is not below ${root}, where its lock file is; name the root that holds both`);
    return workspace;
}
async function resolveFolder(path) {
    const folder = await (0,promises_.stat)(path).catch(() => undefined);
    if (!folder?.isDirectory())
        throw new input_error/* InputError */.dz(`There is no folder ${path}; name the folder of the service`);
    return (0,promises_.realpath)(path);
}
async function findEntry(context, manifest) {
    const entry = external_node_path_.posix.normalize(manifest.main ?? "index.js");
    const file = await (0,promises_.stat)((0,external_node_path_.join)(context, entry)).catch(() => undefined);
    if (file?.isFile() && !entry.startsWith(".."))
        return entry;
    throw new input_error/* InputError */.dz(`The main of ${(0,external_node_path_.join)(context, "package.json")} names no file in that folder; let it name the file that starts the service`);
}
function toRunConfig(options, service) {
    const { manifest, entry, workspace } = service;
    return {
        user: USER,
        exposedPorts: options.ports ?? ["8080/tcp"],
        env: { PATH: `/${external_node_path_.posix.dirname(NODE_PATH)}`, NODE_ENV: "production", ...options.env },
        entrypoint: [`/${NODE_PATH}`],
        cmd: [entry],
        workingDir: external_node_path_.posix.join("/", APP_ROOT, workspace),
        labels: { "org.opencontainers.image.title": manifest.name, "org.opencontainers.image.version": manifest.version, ...options.labels },
        stopSignal: "SIGTERM",
    };
}
/** All at once: compressing the one overlaps with reading the other. Returns or throws only when none is being written any more. */
async function addLayers(folder, specs, { compression, signal }) {
    const failed = new AbortController();
    const settings = { ...(compression && { compression }), signal: AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]) };
    const written = specs.map(async (spec, at) => {
        const blob = (0,external_node_path_.join)(folder, `layer-${at}`);
        const sink = (bytes) => (0,external_node_stream_promises_.pipeline)(external_node_stream_.Readable.from(bytes, { objectMode: false }), (0,external_node_fs_.createWriteStream)(blob));
        const layer = await (0,layout_layer/* writeLayer */.B)(spec, { sink, ...settings });
        await keepBlob(folder, blob, layer.digest);
        return layer;
    });
    for (const one of written)
        one.catch((error) => failed.abort(error));
    const settled = await Promise.allSettled(written);
    failed.signal.throwIfAborted();
    return settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
}
/** A blob's name is its digest, which is known only once it is written. */
async function keepBlob(folder, blob, digest) {
    const path = (0,external_node_path_.join)(folder, (0,layout_image/* blobPath */.n)(digest));
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    await (0,promises_.rename)(blob, path);
}
function toMegabytes(bytes) {
    return `${(bytes / 1e6).toFixed(1)} MB`;
}

// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/contrib/license/index.node.js
var index_node = __webpack_require__(84909);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/enums/index.js
var enums = __webpack_require__(6820);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/models/index.js
var models = __webpack_require__(50320);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/serialize/index.node.js
var serialize_index_node = __webpack_require__(51248);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spdx.js
var spdx = __webpack_require__(61290);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spec/index.js
var spec = __webpack_require__(94321);
;// CONCATENATED MODULE: ./src/packer/sbom.js
// The bill of materials of a packed image, in CycloneDX 1.6. The same image gives the same document.







const HASHES = {
    "SHA-1": enums.HashAlgorithm["SHA-1"], "SHA-256": enums.HashAlgorithm["SHA-256"], "SHA-384": enums.HashAlgorithm["SHA-384"], "SHA-512": enums.HashAlgorithm["SHA-512"],
};
const licenses = new index_node.Factories.LicenseFactory(refuseUnknownExpression);
/** JSON text. Subject is the image by its digest; below it the service, Node, Debian's packages and npm's. */
function toSbom(packed) {
    const bom = new models.Bom({ serialNumber: toSerialNumber(packed.digest) });
    bom.metadata.timestamp = packed.created;
    bom.metadata.tools.components.add(new models.Component(enums.ComponentType.Application, "pci-pipeline pack"));
    const components = new Map(packed.components.map((component) => [component.ref, sbom_toComponent(component)]));
    const service = new models.Component(enums.ComponentType.Application, packed.name, { version: packed.version, bomRef: `service:${packed.name}` });
    const image = toImage(packed);
    bom.metadata.component = image;
    image.dependencies.add(service.bomRef);
    for (const ref of packed.dependsOn)
        depend(service, components.get(ref));
    for (const { ref, dependsOn } of packed.components) {
        for (const target of dependsOn)
            depend(components.get(ref), components.get(target));
    }
    for (const component of [service, ...components.values()])
        bom.components.add(component);
    const serializer = new serialize_index_node.JsonSerializer(new serialize_index_node.JSON.Normalize.Factory(spec.Spec1dot6));
    return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}
function toImage({ name, digest }) {
    const purl = new packageurl_js.PackageURL("oci", undefined, name, digest, undefined, undefined).toString();
    const image = new models.Component(enums.ComponentType.Container, name, { version: digest, purl, bomRef: purl });
    image.hashes = new models.HashDictionary([[enums.HashAlgorithm["SHA-256"], digest.replace("sha256:", "")]]);
    return image;
}
function sbom_toComponent(component) {
    const { kind, name, version, purl, license, hashes, ref } = component;
    const [group, base] = name.startsWith("@") ? [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)] : [undefined, name];
    const result = new models.Component(toType(kind), base, {
        bomRef: ref,
        ...(version !== "" && { version }), ...(purl !== undefined && { purl }), ...(group !== undefined && { group }),
        hashes: new models.HashDictionary(hashes.map(({ algorithm, hex }) => [HASHES[algorithm], hex])),
        ...(license !== undefined && { licenses: new models.LicenseRepository([licenses.makeFromString(license)]) }),
    });
    // what vulnerability databases know Node by, whatever package it came in
    if (kind === "runtime")
        result.cpe = `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`;
    result.properties.add(new models.Property("pci-pipeline:kind", kind));
    return result;
}
function toType(kind) {
    switch (kind) {
        case "runtime":
            return enums.ComponentType.Platform;
        case "debian":
        case "npm":
            return enums.ComponentType.Library;
        case "file":
            return enums.ComponentType.File;
        default:
            return kind;
    }
}
function depend(from, to) {
    if (from && to)
        from.dependencies.add(to.bomRef);
}
/** A UUID (RFC 9562, version 8) made of the digest instead of chance. */
function toSerialNumber(digest) {
    const hex = digest.replace("sha256:", "");
    const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
/** Known SPDX ids joined by AND and OR; other texts become named licences. */
function refuseUnknownExpression(text) {
    const ids = text.replace(/[()]/g, " ").trim().split(/\s+(?:AND|OR)\s+/);
    if (!ids.every((id) => (0,spdx.isSupportedSpdxId)(id)))
        throw new RangeError("not an expression of known SPDX ids");
}

;// CONCATENATED MODULE: ./src/packer/docker/build.js
// Builds with a Docker engine, as a user's own Dockerfile asks, and saves what came out for the audit.





/** `digest` is the engine's image id. Throws InputError without an engine, without Dockerfile, or when the build fails. */
async function buildWithDocker(options) {
    const { context, root = context, dockerfile = (0,external_node_path_.join)(context, "Dockerfile"), tag, buildArgs = {} } = options;
    const file = await (0,promises_.stat)(dockerfile).catch(() => undefined);
    if (!file?.isFile())
        throw new input_error/* InputError */.dz(`There is no Dockerfile at ${dockerfile}; name one, or use --builder embedded`);
    await findEngine(options.signal);
    return writeWhole(options.out, async (path) => {
        const idFile = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), "id");
        const args = Object.entries(buildArgs).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]);
        const log = (line) => options.log?.(line);
        const settings = { ...(options.signal && { signal: options.signal }), log, logErrors: log };
        const built = await (0,command_run_command/* runCommand */.d)("docker", ["build", "--force-rm", "--iidfile", idFile, "--file", dockerfile, ...(tag === undefined ? [] : ["--tag", tag]), ...args, root], settings);
        if (built.kind !== "ended" || built.code !== 0)
            throw new input_error/* InputError */.dz(`docker build of ${dockerfile} failed, its output says why; make it pass by itself first`);
        const digest = (await (0,promises_.readFile)(idFile, "utf8")).trim();
        const saved = await (0,command_run_command/* runCommand */.d)("docker", ["save", "--output", path, tag ?? digest], settings);
        if (saved.kind !== "ended" || saved.code !== 0)
            throw new input_error/* InputError */.dz(`docker save could not write ${options.out}; make room there or name another path`);
        return { digest };
    });
}
/** The engine's version. Throws InputError when none answers. */
async function findEngine(signal) {
    const result = await (0,command_run_command/* runCommand */.d)("docker", ["version", "--format", "{{.Server.Version}}"], signal ? { signal } : {});
    const version = result.kind === "ended" && result.code === 0 ? result.stdout.trim() : "";
    if (version !== "")
        return version;
    throw new input_error/* InputError */.dz(`No Docker engine answers${result.kind === "absent" ? ", there is no docker command" : ""}; start one, or use --builder embedded`);
}

// EXTERNAL MODULE: ./actions/image-secret-audit/contract.js
var image_secret_audit_contract = __webpack_require__(75070);
// EXTERNAL MODULE: ./actions/image-secret-audit/main.js + 10 modules
var main = __webpack_require__(97264);
// EXTERNAL MODULE: ./actions/isolation-assert/contract.js
var isolation_assert_contract = __webpack_require__(26779);
// EXTERNAL MODULE: ./actions/isolation-assert/main.js + 69 modules
var isolation_assert_main = __webpack_require__(97175);
// EXTERNAL MODULE: ./actions/log-leak-guard/contract.js
var log_leak_guard_contract = __webpack_require__(68030);
// EXTERNAL MODULE: ./actions/log-leak-guard/main.js + 44 modules
var log_leak_guard_main = __webpack_require__(69688);
// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
// EXTERNAL MODULE: ./src/runtime/door/parse-inputs.js
var parse_inputs = __webpack_require__(2847);
;// CONCATENATED MODULE: ./cli/run/stage.js
// What the stages of the main job share.



/** Calls a door as the command line would: by raw inputs, so that its own parsing and defaults hold. */
function callDoor(door, raw, world) {
    const given = Object.entries(raw).filter((entry) => entry[1] !== undefined);
    return door.main((0,parse_inputs/* parseInputs */.T)(door.contract, new Map(given), (name) => `${door.contract.name} ${name}`), world);
}
/** The key that signs everything of a run; paths start in the config's folder, and without a key a development key rests there. */
function signingKeyOf({ config, folder }) {
    const { key } = config.attest;
    const reference = key === undefined || key.includes("://") ? key : (0,external_node_path_.resolve)(folder, key);
    return { reference, developmentKey: (0,external_node_path_.resolve)(folder, ".pci-pipeline/development-key.pem") };
}
/** Fail beats inconclusive beats pass; stages that reach no verdict don't count. */
function worst(verdicts) {
    if (verdicts.includes("fail"))
        return "fail";
    return verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}
/** "3 layers, 2,160 files, 141.0 MB, 2 findings, 1 gap", summed over the reports of a stage. */
function toNote(reports) {
    const total = (unit) => reports.reduce((sum, { coverage }) => sum + (coverage.examined[unit] ?? 0), 0);
    const open = (list) => list.filter(({ disposition }) => disposition === "open").length;
    const counts = coverage/* units */.MD.filter((unit) => unit !== "bytes" && unit !== "metadata" && total(unit) > 0).map((unit) => count(total(unit), unit.replace(/s$/, "")));
    const bytes = total("bytes");
    const gaps = open(reports.flatMap(({ coverage }) => coverage.gaps));
    const size = bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
    return [...counts, size, count(open(reports.flatMap(({ findings }) => findings)), "finding"), ...(gaps > 0 ? [count(gaps, "gap")] : [])].join(", ");
}
function count(number, noun) {
    return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./cli/run/check-stages.js
// The three checks of the main job: each calls its door and keeps the report.








const IMAGE = "image";
const LOGS = "logs";
const imageStage = {
    name: "image-secret-audit",
    run: async (run, world) => {
        const { report } = await callDoor({ contract: image_secret_audit_contract.contract, main: main.main }, { image: IMAGE, ...terms(run) }, world);
        return conclude([keep(run, "image-secret-audit", report)]);
    },
};
/** Reads what the stages before it have logged; its own log and those of later stages are out of its reach. */
const logStage = {
    name: "log-leak-guard",
    run: async (run, world) => {
        const { report } = await callDoor({ contract: log_leak_guard_contract.contract, main: log_leak_guard_main.main }, { log: LOGS, ...terms(run) }, world);
        return conclude([keep(run, "log-leak-guard", report)]);
    },
};
const isolationStage = {
    name: "isolation-assert",
    run: async (run, world) => {
        const reports = [];
        for (const [index, target] of targetsOf(run).entries()) {
            const { report } = await assertTarget(run, target, world);
            reports.push(keep(run, index === 0 ? "isolation-assert" : `isolation-assert-${index + 1}`, report));
        }
        return conclude(reports);
    },
};
function assertTarget(run, target, world) {
    const raw = {
        repo: (0,external_node_path_.resolve)(run.folder, target.repo),
        environment: target.environment,
        "allow-job": target["allow-jobs"].join("\n"),
        repository: target.repositories.map((entry) => entry.replace(/=(.*)$/, (_, path) => `=${(0,external_node_path_.resolve)(run.folder, path)}`)).join("\n"),
        trust: target.trust.map((path) => (0,external_node_path_.resolve)(run.folder, path)).join("\n"),
        name: target.name,
        ...terms(run),
    };
    return callDoor({ contract: isolation_assert_contract.contract, main: isolation_assert_main.main }, raw, world);
}
/** The leaky sample brings its own workflows, whose build job enters production. */
function targetsOf(run) {
    if (run.sample === "clean")
        return run.config.isolation;
    const repo = (0,external_node_path_.join)(run.config.build.context, "leaky");
    return [{ repo, environment: "prod", "allow-jobs": ["release.yml:deploy"], repositories: [], trust: [] }];
}
function terms(run) {
    const { waivers } = run.config;
    return { "fail-on": run.config["fail-on"], waivers: waivers === undefined ? undefined : (0,external_node_path_.resolve)(run.folder, waivers) };
}
function keep(run, name, report) {
    if (!report)
        throw new Error(`${name} gave no report`);
    run.reports.set(name, report);
    return report;
}
function conclude(reports) {
    return { verdict: worst(reports.map(({ verdict }) => verdict)), note: toNote(reports) };
}

;// CONCATENATED MODULE: ./cli/run/build-stage.js
// Builds the image that everything else is about, and states what is in it.







const SBOM = "sbom.cdx.json";
/** Fixed, so that the leaky sample has the same digest on every run. */
const LEAKY_SEED = "leaky sample";
const buildStage = {
    name: "build",
    run: (run, world) => (run.builder === "docker" ? buildByEngine(run, world) : pack(run, world)),
};
async function pack(run, world) {
    const context = (0,external_node_path_.resolve)(run.folder, run.config.build.context);
    const { layers, log, ...leaks } = run.sample === "leaky" ? plantLeaks(LEAKY_SEED) : { layers: [], log: [] };
    if (log.length > 0)
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, LOGS, "0_planted.txt"), `${log.join("\n")}\n`);
    const packed = await packService({
        context, root: findRoot(context), out: (0,external_node_path_.join)(run.out, IMAGE), extraLayers: layers, ...leaks, signal: world.signal, log: world.progress,
    });
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, SBOM), toSbom(packed));
    const bytes = packed.layers.reduce((sum, layer) => sum + layer.size, 0);
    return { verdict: "done", note: `${packed.digest.slice(0, 19)}…, ${packed.layers.length} layers, ${(bytes / 1e6).toFixed(1)} MB, ${packed.components.length} components` };
}
async function buildByEngine(run, world) {
    if (run.sample === "leaky")
        throw new input_error/* InputError */.dz("--sample leaky is packed by the embedded builder; leave --builder docker away");
    const context = (0,external_node_path_.resolve)(run.folder, run.config.build.context);
    const { dockerfile } = run.config.build;
    const built = await buildWithDocker({
        context, root: findRoot(context), out: (0,external_node_path_.join)(run.out, IMAGE), signal: world.signal, log: world.progress, ...(dockerfile !== undefined && { dockerfile: (0,external_node_path_.resolve)(run.folder, dockerfile) }),
    });
    return { verdict: "done", note: `${built.digest.slice(0, 19)}…, built by the Docker engine` };
}
/** The folder of the lock file: the context's own, or that of the workspace root above it. */
function findRoot(context) {
    for (let folder = context;; folder = (0,external_node_path_.dirname)(folder)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "package-lock.json")))
            return folder;
        if (folder === (0,external_node_path_.dirname)(folder))
            throw new input_error/* InputError */.dz(`build.context ${context} has no package-lock.json in it or above it; run npm install there`);
    }
}

;// CONCATENATED MODULE: ./cli/run/capture.js
// The run's own logs, as GitHub's runner writes them: log-leak-guard reads them like any other job's.

/** Lines are stamped yyyy-MM-ddTHH:mm:ss.fffffffZ as the runner stamps them; the file is there once the stage has ended. */
function openCapture(path, now) {
    const lines = [];
    return {
        write: (line) => void lines.push({ stamp: now().toISOString().replace("Z", "0000Z"), line }),
        tail: (count) => lines.slice(-count).map(({ line }) => line),
        close: () => (0,output_file/* writeOutput */.z)(path, lines.map(({ stamp, line }) => `${stamp} ${line}\n`).join("")),
    };
}

// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
;// CONCATENATED MODULE: ./src/rollout/load/plan.js
// What load is put on a service while it is changed, as the user's config says it, and how a request is made of it.

const requestSchema = schemas/* strictObject */.rej({
    method: schemas/* enum */.k5n(["GET", "HEAD", "POST", "PUT", "DELETE"]).default("GET"),
    path: schemas/* string */.YjP().startsWith("/").describe("may hold {id}"),
    headers: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z0-9-]+$/), schemas/* string */.YjP()).default({}).describe("values may hold {id} and {key}"),
    body: schemas/* json */.Pq9().optional().describe("sent as JSON; texts in it may hold {id}, {key} and {card}, a card number of a test range that passes Luhn's check"),
    weight: schemas/* int */.Whr().min(1).max(100).default(1).describe("how often it comes, compared with the others"),
});
const ledgerSchema = schemas/* strictObject */.rej({
    namespace: schemas/* string */.YjP().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/),
    service: schemas/* string */.YjP().regex(/^(https?:)?[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(:[a-z0-9-]+)?$/).describe("service as the API server's proxy names it: [https:]name[:port]"),
    path: schemas/* string */.YjP().startsWith("/").describe("answers JSON lines with idempotencyKey, at and outcome"),
    effects: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).describe("outcomes that are effects; lines with others, such as a refusal, are none"),
});
const loadSchema = schemas/* strictObject */.rej({
    url: schemas/* url */.OZ5({ protocol: /^https?$/ }).describe("the Service at a node's address; a load balancer in front would be measured instead"),
    ca: schemas/* string */.YjP().min(1).optional().describe("PEM file of the authority that issued the service's certificate; relative to this file"),
    "server-name": schemas/* string */.YjP().min(1).optional().describe("name in the service's certificate, where it is not the address"),
    rate: schemas/* int */.Whr().min(1).max(5000).default(100).describe("requests per second, sent whether answers come or not"),
    connections: schemas/* int */.Whr().min(1).max(1000).default(16).describe("kept connections; half of the requests go over them, the others over a fresh one each"),
    "timeout-seconds": schemas/* int */.Whr().min(1).max(120).default(10),
    "settle-seconds": schemas/* int */.Whr().min(1).max(300).default(3).describe("how long load runs before and after the change"),
    "error-budget": schemas/* int */.Whr().min(0).default(0).describe("failed requests that a rollout may cost before it is taken back"),
    "repeat-every": schemas/* int */.Whr().min(0).max(1000).default(20).describe("every so many requests with an idempotency key are sent twice; 0 never"),
    requests: schemas/* array */.YOg(requestSchema).min(1),
    ledger: ledgerSchema.optional().describe("the record of effects behind the service, such as a processor's charges"),
});
/** The requests of the plan, each as often as its weight says. */
function toCycle({ requests }) {
    return requests.flatMap(({ weight }, index) => Array.from({ length: weight }, () => index));
}
/** Whether it carries an idempotency key: a second one under the same key must have no second effect. */
function isKeyed(plan, request) {
    return JSON.stringify(plan.requests[request] ?? null).includes("{key}");
}
function toMessage(plan, shot) {
    const request = plan.requests[shot.request];
    if (request === undefined)
        throw new RangeError(`the plan has no request ${shot.request}`);
    const fill = (text) => text.replaceAll("{id}", shot.id).replaceAll("{key}", shot.key ?? shot.id).replaceAll("{card}", () => toTestCard(shot.key ?? shot.id));
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, fill(value)]));
    const body = request.body === undefined ? undefined : fill(JSON.stringify(request.body));
    return {
        method: request.method, path: fill(request.path),
        headers: { ...(body !== undefined && { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) }), ...headers, "x-request-id": shot.id },
        ...(body !== undefined && { body }),
    };
}
/** 16 digits under a prefix that card schemes keep for tests, the same for the same key: a repeated request is the same in full. */
function toTestCard(key) {
    const digits = `400000${String(Number.parseInt(key.replaceAll("-", "").slice(-8), 16) % 1e9).padStart(9, "0")}`;
    const sum = [...digits].reverse().reduce((total, digit, index) => {
        const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
        return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return digits + String((10 - (sum % 10)) % 10);
}

;// CONCATENATED MODULE: ./src/rollout/target.js
// Where an image goes, as the user's config says it. Everything is named: no current context, no default namespace is assumed.


/** Names become arguments of kubectl, so they keep to what Kubernetes itself allows (RFC 1123 labels). */
const label = schemas/* string */.YjP().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is lower-case letters, digits and dashes");
const targetSchema = schemas/* strictObject */.rej({
    context: schemas/* string */.YjP().regex(/^[A-Za-z0-9][\w.:/@-]*$/, "is the name of a kubectl context").describe("kubectl context; the current one is never assumed"),
    namespace: label,
    kustomization: schemas/* string */.YjP().min(1).describe("folder of the kustomization that holds the deployment; relative to this file"),
    deployment: label,
    container: label.describe("the container of the deployment that runs the image"),
    image: schemas/* string */.YjP().regex(/^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/, "is a name with its registry's host, without tag and digest")
        .describe("name of the image in the cluster, with the registry's host, without tag and digest"),
    import: schemas/* enum */.k5n(["k3d", "none"]).default("none").describe("k3d: the image is put into every node first; none: nodes pull it by its digest from the registry that image names"),
    load: loadSchema.optional().describe("requests that are sent while the rollout is made, and counted; without it nothing is said about lost requests"),
    "timeout-seconds": schemas/* int */.Whr().min(5).max(3600).default(180).describe("how long the rollout may take before it is undone"),
}).refine((target) => target.import === "none" || target.context.startsWith("k3d-"), { path: ["import"], message: "k3d needs a context of k3d, named k3d-<cluster>" });

// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/file/yaml-file.js
var yaml_file = __webpack_require__(94084);
;// CONCATENATED MODULE: ./cli/run/config.js
// pci-pipeline.yml: what the main job works on. Its JSON Schema is published in docs/schema.





const isolationSchema = schemas/* strictObject */.rej({
    repo: schemas/* string */.YjP().min(1).describe("folder of the repository, or one that holds workflow files itself"),
    environment: schemas/* string */.YjP().min(1).default("prod"),
    "allow-jobs": schemas/* array */.YOg(schemas/* string */.YjP().min(1)).min(1).describe("jobs that may reach the environment, as file.yml:job"),
    repositories: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe("checkouts of called repositories, as owner/name@ref=path"),
    trust: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe("trust policies that name the environment's identities"),
    name: schemas/* string */.YjP().min(1).optional().describe("owner/name of the repository"),
});
const configSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/config/v1"),
    build: schemas/* strictObject */.rej({
        context: schemas/* string */.YjP().min(1).describe("folder of the service"),
        builder: schemas/* enum */.k5n(["embedded", "docker"]).default("embedded"),
        dockerfile: schemas/* string */.YjP().min(1).optional().describe("for the docker builder; the context's own where absent"),
    }),
    "fail-on": schemas/* enum */.k5n(finding/* severities */.gO).default("medium"),
    waivers: schemas/* string */.YjP().min(1).optional().describe("file of accepted findings and gaps"),
    isolation: schemas/* array */.YOg(isolationSchema).min(1).describe("each entry is judged on its own and gives a report of its own"),
    attest: schemas/* strictObject */.rej({ key: schemas/* string */.YjP().min(1).optional().describe("PEM file, env://NAME or openbao://NAME; a development key where absent") }).default({}),
    verify: schemas/* strictObject */.rej({ policy: schemas/* string */.YjP().min(1).optional() }).default({}),
    deploy: schemas/* strictObject */.rej({
        required: schemas/* boolean */.zMY().default(false).describe("whether a deployment that did not run makes the verdict inconclusive"),
        cluster: targetSchema.optional().describe("where the attested image goes once the gate has passed; nothing is deployed where absent"),
    }).default({ required: false }),
});
/** Config and the folder that its paths start from. Throws InputError with all issues at once. */
async function readConfig(cwd, path) {
    const text = (await (0,input_file/* readInput */.R)(cwd, path, "config")).toString("utf8");
    return { config: (0,yaml_file/* parseYaml */.h)(text, configSchema, `config ${path}`), folder: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd, path)) };
}

// EXTERNAL MODULE: ./src/attestation/verification/reading.js
var reading = __webpack_require__(91831);
// EXTERNAL MODULE: ./src/attestation/control/catalogue.js + 4 modules
var catalogue = __webpack_require__(26006);
// EXTERNAL MODULE: ./src/attestation/signing/bundle.js
var bundle = __webpack_require__(79711);
// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement_statement = __webpack_require__(35460);
// EXTERNAL MODULE: ./src/attestation/deployment/assess.js
var assess = __webpack_require__(93789);
// EXTERNAL MODULE: ./src/attestation/deployment/predicate.js
var predicate = __webpack_require__(48066);
;// CONCATENATED MODULE: ./src/attestation/deployment/compose.js
// From a rollout's report and record to the signed deployment statement. Pure but for the signer: the clock comes in.






function composeDeployment(evidence) {
    const { subject, compliance, report: { file, content }, record, signer, now } = evidence;
    const rollout = { startedAt: content.startedAt, finishedAt: content.finishedAt, ...record.rollout };
    const openFindings = countOpen(content);
    return {
        _type: statement_statement/* STATEMENT_TYPE */.zG,
        subject: [{ name: subject.name, digest: { sha256: subject.sha256 } }],
        predicateType: predicate/* DEPLOYMENT_TYPE */.$,
        predicate: {
            issuedAt: now.toISOString(),
            tool: { name: "pci-pipeline", version: evidence.tool.version },
            signer: { kind: signer.kind, hint: signer.hint },
            compliance: nameFile(compliance),
            cluster: record.cluster, workload: record.workload, rollout, measurement: record.measurement, pods: record.pods,
            approval: { startedBy: evidence.startedBy, approvedBy: null },
            verdict: content.verdict, openFindings,
            openGaps: content.coverage.gaps.filter((gap) => gap.disposition === "open").length,
            selfTest: content.selfTest, assumptions: content.assumptions,
            report: nameFile(file),
            catalogue: { standard: "PCI DSS v4.0.1", sha256: catalogue/* catalogueDigest */.uv },
            controls: (0,assess/* assessDeployment */.W)({ rollout, verdict: content.verdict, openFindings }),
        },
    };
}
/** The bundle file's text. */
function signDeployment(statement, signer) {
    return (0,bundle/* signPayload */.c)({ payload: (0,statement_statement/* toCanonicalBytes */.vp)(statement), payloadType: statement_statement/* PAYLOAD_TYPE */.Uc }, signer);
}
function nameFile({ name, bytes }) {
    return { name, sha256: (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex") };
}
function countOpen({ findings }) {
    const open = findings.filter((finding) => finding.disposition === "open");
    return [...Map.groupBy(open, (finding) => finding.ruleId)].sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([ruleId, same]) => ({ ruleId, requirements: [...new Set(same.flatMap((finding) => finding.controls))].sort(), count: same.length }));
}

// EXTERNAL MODULE: ./src/attestation/deployment/verify.js
var verify = __webpack_require__(58630);
// EXTERNAL MODULE: ./src/attestation/verification/key-ring.js
var key_ring = __webpack_require__(50847);
// EXTERNAL MODULE: ./src/attestation/signing/key-reference.js + 1 modules
var key_reference = __webpack_require__(85294);
// EXTERNAL MODULE: ./src/finding/report.js + 2 modules
var finding_report = __webpack_require__(79859);
// EXTERNAL MODULE: ./src/report/json.js
var json = __webpack_require__(59215);
;// CONCATENATED MODULE: ./src/measurement/sample.js
// One request as the client saw it.
function isSuccess(answer) {
    return answer.kind === "answered" && answer.status >= 200 && answer.status < 300;
}

;// CONCATENATED MODULE: ./src/measurement/reconcile.js

function reconcile(samples, { service, effects }) {
    const logged = service && new Map(service.map((entry) => [entry.requestId, entry.status]));
    const taken = effects && reconcile_count(effects.map((effect) => effect.idempotencyKey));
    const keys = new Set(samples.map((sample) => sample.key));
    const blamed = new Set();
    const failures = samples.map((sample) => {
        const effect = sample.key === null ? undefined : taken?.get(sample.key) ?? 0;
        const first = sample.key === null || !blamed.has(sample.key);
        const failure = findFailure(sample.answer, { effect: taken === null ? undefined : effect, status: logged?.get(sample.id), isFirst: first });
        if (failure !== null && sample.key !== null)
            blamed.add(sample.key);
        return failure;
    });
    return {
        failures,
        unlogged: logged ? samples.filter(({ id, answer }) => answer.kind === "answered" && !logged.has(id)).length : 0,
        foreign: taken ? [...taken.keys()].filter((key) => !keys.has(key)).length : 0,
    };
}
function findFailure(answer, { effect, status, isFirst }) {
    if (effect !== undefined && effect > 1 && isFirst)
        return "duplicate-effect";
    if (isSuccess(answer))
        return effect === 0 ? "missing-effect" : null;
    // the work was done, or said to be done, and the client does not know it
    if ((effect ?? 0) > 0 || (status !== undefined && status >= 200 && status < 300))
        return "lost-acknowledgement";
    if (answer.kind !== "answered")
        return answer.kind;
    return answer.status >= 500 ? "server-error" : "unexpected-status";
}
function reconcile_count(keys) {
    const counts = new Map();
    for (const key of keys)
        counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
}

;// CONCATENATED MODULE: ./src/measurement/measure.js


/** Throws RangeError without rounds. */
function measure(rounds, terms) {
    const [first] = rounds;
    if (first === undefined)
        throw new RangeError("a measurement needs a round");
    const reconciled = rounds.map((round) => reconcile(round.samples, round.ledgers));
    const judged = rounds.map((round, index) => judgeRound(round, reconciled[index]?.failures ?? []));
    const all = judged.flat();
    const inside = all.filter((one) => one.isInside);
    const outside = all.filter((one) => !one.isInside);
    const versions = countVersions(rounds);
    return {
        ...terms, rounds: rounds.length,
        requests: inside.length, failed: countFailed(inside), failures: toFailures(inside),
        outside: { requests: outside.length, failed: countFailed(outside) },
        repeated: all.filter(({ sample }) => sample.key !== null && sample.key !== sample.id).length,
        ledgers: {
            service: first.ledgers.service && { entries: sum(rounds, ({ ledgers }) => ledgers.service?.length ?? 0), unlogged: sum(reconciled, ({ unlogged }) => unlogged) },
            effects: first.ledgers.effects && { entries: sum(rounds, ({ ledgers }) => ledgers.effects?.length ?? 0), foreign: sum(reconciled, ({ foreign }) => foreign) },
        },
        bound: {
            confidence: 0.95,
            perRequest: countFailed(inside) === 0 ? toBound(inside.length) : null,
            perRound: judged.every((round) => countFailed(round) === 0) ? toBound(rounds.length) : null,
        },
        latestSend: all.reduce((latest, { sample }) => Math.max(latest, sample.sent - sample.intended), 0),
        versions,
        lanes: ["fresh", "kept"].map((name) => toLane(name, inside)),
        timeline: toTimeline(judged[0] ?? [], { round: first, versions }),
        events: toEvents(first),
    };
}
/** The rule of three (Hanley and Lippman-Hand, 1983): with no failure in n trials, 3/n bounds its share at 95 % confidence. */
function toBound(trials) {
    return trials === 0 ? null : Math.min(1, 3 / trials);
}
function judgeRound({ samples, window }, failures) {
    return samples.map((sample, index) => ({
        sample, failure: failures[index] ?? null,
        isInside: sample.intended >= window.from && sample.intended <= window.to,
    }));
}
function countFailed(judged) {
    return judged.filter(({ failure }) => failure !== null).length;
}
function toFailures(judged) {
    const counts = {};
    for (const { failure } of judged)
        if (failure !== null)
            counts[failure] = (counts[failure] ?? 0) + 1;
    return counts;
}
function sum(items, of) {
    return items.reduce((total, item) => total + of(item), 0);
}
function digestOf({ digests }, { answer }) {
    if (answer.kind !== "answered")
        return undefined;
    return answer.pod === null ? null : digests.get(answer.pod) ?? null;
}
/** In the order in which they began to answer. */
function countVersions(rounds) {
    const counts = new Map();
    for (const round of rounds) {
        for (const sample of round.samples) {
            const digest = digestOf(round, sample);
            if (digest !== undefined)
                counts.set(digest, (counts.get(digest) ?? 0) + 1);
        }
    }
    return [...counts].map(([digest, answers]) => ({ digest, answers }));
}
function toLane(name, judged) {
    const own = judged.filter(({ sample }) => sample.lane === name);
    const latencies = own.filter(({ sample }) => isSuccess(sample.answer)).map(({ sample }) => sample.ended - sample.intended).sort((a, b) => a - b);
    const at = (share) => round(latencies[Math.min(latencies.length - 1, Math.floor(share * latencies.length))] ?? 0);
    return { name, requests: own.length, failures: toFailures(own), latency: latencies.length === 0 ? null : { p50: at(0.5), p99: at(0.99), max: at(1) } };
}
function round(milliseconds) {
    return Math.round(milliseconds * 10) / 10;
}
function startOf({ samples, window }) {
    return samples.reduce((earliest, { intended }) => Math.min(earliest, intended), window.from);
}
function toTimeline(judged, { round: of, versions }) {
    const start = startOf(of);
    const seconds = [];
    for (const { sample, failure } of judged) {
        const second = Math.floor((sample.intended - start) / 1000);
        while (seconds.length <= second)
            seconds.push({ second: seconds.length, sent: 0, failed: 0, versions: versions.map(() => 0) });
        const slot = seconds[second];
        if (slot === undefined)
            continue;
        slot.sent++;
        if (failure !== null)
            slot.failed++;
        const version = versions.findIndex(({ digest }) => digest === digestOf(of, sample));
        if (version >= 0)
            slot.versions[version] = (slot.versions[version] ?? 0) + 1;
    }
    return seconds;
}
function toEvents(of) {
    const start = startOf(of);
    const second = (at) => Math.max(0, Math.round((at - start) / 100) / 10);
    const marks = [
        ...of.events,
        { at: of.window.from, kind: "window-opened", pod: null },
        { at: of.window.to, kind: "window-closed", pod: null },
    ];
    return marks.sort((a, b) => a.at - b.at).map(({ at, kind, pod }) => ({ second: second(at), kind, pod }));
}

;// CONCATENATED MODULE: ./src/rollout/cluster/kubectl.js
const REQUEST_SECONDS = 30;
/** Rejects once one of the signals is aborted. `log` in the options hands kubectl's standard output, object names and progress, to the log. */
function openKubectl(context, ports) {
    return {
        ask: async (args, { seconds = REQUEST_SECONDS, log = false, signal } = {}) => {
            const both = signal === undefined ? ports.signal : AbortSignal.any([ports.signal, signal]);
            const result = await ports.run("kubectl", [`--context=${context}`, ...args], { timeoutMs: seconds * 1000, signal: both, ...(log && { log: ports.log }) });
            switch (result.kind) {
                case "absent":
                    return { ok: false, why: "kubectl is not on the PATH; install it as kubernetes.io/docs/tasks/tools says" };
                case "timed-out":
                    return { ok: false, why: `kubectl gave no answer within ${seconds} seconds` };
                case "ended":
                    return result.code === 0 ? { ok: true, text: result.stdout } : { ok: false, why: explainKubectl(result.stderr, { context, code: result.code }) };
                default:
                    return result;
            }
        },
    };
}
const explanations = [
    [/context .*does not exist|no context exists/i, "the kubeconfig has no such context"],
    [/connection refused|was refused|no such host|i\/o timeout|no route to host|network is unreachable|EOF|TLS handshake/i, "the cluster does not answer"],
    [/unauthorized|must be logged in|getting credentials/i, "the cluster does not accept the identity of the kubeconfig"],
    [/violates PodSecurity|denied the request|ValidatingAdmissionPolicy/i, "admission of the cluster refused it"],
    [/forbidden/i, "the identity of the kubeconfig may not do this"],
    [/namespaces? .*not found/i, "the namespace does not exist"],
    [/exceeded its progress deadline/i, "the deployment exceeded its progress deadline"],
    [/timed out/i, "the time ran out"],
    [/kustomiz|accumulating resources/i, "the kustomization cannot be rendered"],
    [/is invalid|error validating|unknown field|cannot unmarshal|no matches for kind|converting YAML/i, "the manifest is not valid for this cluster"],
    [/not ?found/i, "something that it names does not exist"],
];
/** One sentence without a word of `stderr` itself. */
function explainKubectl(stderr, { context, code }) {
    const found = explanations.find(([pattern]) => pattern.test(stderr));
    return `${found?.[1] ?? `kubectl ended with code ${code}`} (context ${context})`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./src/rollout/load/effects.js
// Reads the record of effects behind the service, through the API server's proxy: no port has to be opened for it.


const entrySchema = schemas/* object */.Ikc({ idempotencyKey: schemas/* string */.YjP().min(1).max(200), at: iso/* datetime */.w$(), outcome: schemas/* string */.YjP() });
/** Effects since `from`; or why they could not be had. */
async function readEffects({ context, ledger, from }, ports) {
    const place = `/api/v1/namespaces/${ledger.namespace}/services/${ledger.service}/proxy${ledger.path}`;
    const answer = await openKubectl(context, ports).ask(["get", "--raw", place], { seconds: 60 });
    if (!answer.ok)
        return answer;
    const entries = toEntries(answer.text);
    if (entries === undefined)
        return { why: "the ledger of effects is not JSON lines with idempotencyKey, at and outcome" };
    return entries.filter(({ at, outcome }) => ledger.effects.includes(outcome) && Date.parse(at) >= from.getTime()).map(({ idempotencyKey }) => ({ idempotencyKey }));
}
function toEntries(text) {
    try {
        return schemas/* array */.YOg(entrySchema).parse(text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line)));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/rollout/load/generator.js
// Sends at a constant rate, whether answers come or not (an open model): a stalled service is met by the same traffic as a quick one,
// and each latency counts from the time at which its request was meant to be sent.
//
// Kept generators do not fit. Go's HTTP client, under k6 and others, silently repeats idempotent requests on a kept connection that
// breaks (net/http, Request.isReplayable), which is the very loss to be counted; generators of a closed model wait for answers.


const TICK_MS = 2;
class Generator {
    samples = [];
    #plan;
    #ports;
    #open = new Set();
    #stopping = false;
    #failed = 0;
    constructor(plan, ports) {
        this.#plan = plan;
        this.#ports = ports;
    }
    /** Answers that are no success, so far; the ledgers may add to them afterwards. */
    get failed() {
        return this.#failed;
    }
    /** Sends until stop(); rejects when the wait does, after everything under way has ended. */
    async run() {
        const { clock, wait } = this.#ports;
        const schedule = new Schedule(this.#plan, { began: clock(), newId: this.#ports.newId });
        try {
            while (!this.#stopping) {
                for (const shot of schedule.due(clock()))
                    this.#fire(shot);
                await wait(TICK_MS);
            }
        }
        finally {
            await Promise.all(this.#open);
        }
    }
    stop() {
        this.#stopping = true;
    }
    #fire(shot) {
        const { send, clock } = this.#ports;
        const sent = clock();
        const flight = send(shot).then((answer) => {
            this.samples.push({ ...shot, sent, ended: clock(), answer });
            if (!isSuccess(answer))
                this.#failed++;
            this.#open.delete(flight);
        });
        this.#open.add(flight);
    }
}
/** Which request is due when, on which lane. A repeated request goes over the other lane, so that it mostly meets another pod. */
class Schedule {
    #plan;
    #cycle;
    #options;
    #repeats = [];
    #next = 0;
    #keyed = 0;
    constructor(plan, options) {
        this.#plan = plan;
        this.#cycle = toCycle(plan).map((request) => ({ request, isKeyed: isKeyed(plan, request) }));
        this.#options = options;
    }
    *due(now) {
        const { began, newId } = this.#options;
        for (; began + (this.#next * 1000) / this.#plan.rate <= now; this.#next++) {
            const intended = began + (this.#next * 1000) / this.#plan.rate;
            const id = newId();
            const repeat = this.#repeats[0] !== undefined && this.#repeats[0].intended + REPEAT_AFTER_MS <= intended ? this.#repeats.shift() : undefined;
            if (repeat !== undefined) {
                yield { id, key: repeat.key, lane: repeat.lane === "fresh" ? "kept" : "fresh", request: repeat.request, intended };
                continue;
            }
            yield this.#remember(id, intended);
        }
    }
    #remember(id, intended) {
        const { request, isKeyed: keyed } = this.#cycle[Math.floor(this.#next / 2) % this.#cycle.length] ?? { request: 0, isKeyed: false };
        const shot = { id, key: keyed ? id : null, lane: this.#next % 2 === 0 ? "fresh" : "kept", request, intended };
        const every = this.#plan["repeat-every"];
        if (keyed && every > 0 && this.#keyed++ % every === 0)
            this.#repeats.push(shot);
        return shot;
    }
}
/** As soon as an impatient client would. */
const REPEAT_AFTER_MS = 500;

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./src/rollout/load/lanes.js
// The client's two ways to the service: a fresh connection per request, and long keep-alive connections. Nothing is ever sent twice.



/** Header in which the service says which of its pods answered. */
const SERVED_BY = "x-served-by";
const POD_NAME = /^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/;
/** `ca` in PEM; the system's authorities where absent. */
function openLanes(plan, ca) {
    const url = new URL(plan.url);
    const isSecure = url.protocol === "https:";
    const identity = { ...(ca !== undefined && { ca }), ...(plan["server-name"] !== undefined && { servername: plan["server-name"] }) };
    const open = (keepAlive) => (isSecure ? new external_node_https_.Agent({ keepAlive, maxFreeSockets: 1, ...identity }) : new external_node_http_.Agent({ keepAlive, maxFreeSockets: 1 }));
    const fresh = open(false);
    // each keeps one connection: one agent with many would pass most requests over the same few
    const kept = Array.from({ length: plan.connections }, () => open(true));
    let turn = 0;
    const send = (shot) => {
        const agent = shot.lane === "fresh" ? fresh : kept[turn++ % kept.length] ?? fresh;
        return sendOne(plan, shot, (options) => (isSecure ? (0,external_node_https_.request)(url, { ...options, agent }) : (0,external_node_http_.request)(url, { ...options, agent })));
    };
    return { send, close: () => [fresh, ...kept].forEach((agent) => agent.destroy()) };
}
/** Resolves always: what goes wrong is an answer too. An answer counts once its body has come in full. */
function sendOne(plan, shot, open) {
    const { method, path, headers, body } = toMessage(plan, shot);
    const signal = AbortSignal.timeout(plan["timeout-seconds"] * 1000);
    return new Promise((resolve) => {
        const fail = (error) => resolve({ kind: signal.aborted ? "timeout" : toFailure(error) });
        const request = open({ method, path, headers: { ...headers }, signal });
        request.on("error", fail);
        request.on("response", (response) => {
            const pod = response.headers[SERVED_BY];
            response.on("error", fail);
            response.on("aborted", () => resolve({ kind: "reset" }));
            response.on("end", () => resolve({ kind: "answered", status: response.statusCode ?? 0, pod: typeof pod === "string" && POD_NAME.test(pod) ? pod : null }));
            response.resume();
        });
        request.end(body);
    });
}
function toFailure(error) {
    const code = "code" in error ? error.code : undefined;
    if (code === "ECONNREFUSED")
        return "refused";
    return code === "ECONNRESET" || code === "EPIPE" || code === "ECONNABORTED" ? "reset" : "unreachable";
}

;// CONCATENATED MODULE: ./src/rollout/load/digests.js
// Which image each pod runs, so that an answer's pod tells the version that gave it.

const schema = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* object */.Ikc({
        metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }),
        status: schemas/* object */.Ikc({ containerStatuses: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), imageID: schemas/* string */.YjP() })).default([]) }).default({ containerStatuses: [] }),
    })),
});
/** Pods to sha256:<hex>; those that tell none are left out. */
async function readDigests(place, kubectl) {
    const answer = await kubectl.ask(["get", "pods", `--namespace=${place.namespace}`, `--selector=${place.selector}`, "-o", "json", "--request-timeout=20s"]);
    const pods = answer.ok ? schema.safeParse(JSON.parse(answer.text)).data?.items ?? [] : [];
    return new Map(pods.flatMap(({ metadata, status }) => {
        const imageID = status.containerStatuses.find(({ name }) => name === place.container)?.imageID ?? "";
        const digest = /@(sha256:[0-9a-f]{64})$/.exec(imageID)?.[1];
        return digest === undefined ? [] : [[metadata.name, digest]];
    }));
}

;// CONCATENATED MODULE: ./src/rollout/load/watch.js
/** Longer than any change; a watch that the API server ends sooner is opened again. */
const WATCH_MS = 6 * 3600_000;
const LAST_LINES_MS = 1000;
/** Not by tabs, which kubectl turns into aligned columns. */
const SEPARATOR = "|";
const COLUMNS = ["{.type}", "{.object.metadata.name}", "{.object.metadata.deletionTimestamp}", '{.object.status.conditions[?(@.type=="Ready")].status}'].join(SEPARATOR);
function watchPods(place, ports) {
    const ending = new AbortController();
    const record = new PodRecord();
    const streams = [];
    const since = ports.now().toISOString();
    const follow = (pod) => streams.push(stream(["logs", pod, "--follow", `--since-time=${since}`], { place, ports, signal: ending.signal, line: (line) => record.addLine(line) }));
    const watching = stream(["get", "pods", `--selector=${place.selector}`, "--watch", "--output-watch-events", `--output=jsonpath=${COLUMNS}{"\\n"}`], {
        place, ports, signal: ending.signal,
        line: (line) => {
            const started = record.addEvent(line, ports.now().getTime());
            if (started !== undefined)
                follow(started);
        },
    });
    const end = async () => {
        // lines of the last answers are on their way
        await ports.wait(LAST_LINES_MS);
        ending.abort();
        await Promise.all([watching, ...streams]);
    };
    let ended;
    return { events: record.events, entries: record.entries, stop: () => (ended ??= end()) };
}
async function stream(args, { place, ports, signal, line }) {
    const all = AbortSignal.any([signal, ports.signal]);
    try {
        await ports.run("kubectl", [`--context=${place.context}`, `--namespace=${place.namespace}`, ...args], { timeoutMs: WATCH_MS, signal: all, log: line });
    }
    catch (error) {
        if (!all.aborted)
            throw error;
    }
}
/** What the lines of watch and logs amount to. */
class PodRecord {
    events = [];
    entries = [];
    #states = new Map();
    /** The name of a pod whose log is to be followed from now on, if the line tells of one that has started. */
    addEvent(line, at) {
        const [type, pod, deletion, readiness] = line.split(SEPARATOR);
        if (type === undefined || pod === undefined || pod === "")
            return undefined;
        if (type === "DELETED") {
            this.events.push({ at, kind: "pod-gone", pod });
            this.#states.delete(pod);
            return undefined;
        }
        const before = this.#states.get(pod);
        const state = { ready: readiness === "True", terminating: (deletion ?? "") !== "" };
        this.#states.set(pod, state);
        if (state.terminating && before?.terminating === false)
            this.events.push({ at, kind: "pod-terminating", pod });
        if (!state.ready || before?.ready === true || state.terminating)
            return undefined;
        this.events.push({ at, kind: "pod-ready", pod });
        return pod;
    }
    /** A JSON line with the id and the status of a request; others are the service's own business. */
    addLine(line) {
        const parsed = parse(line);
        const id = parsed?.["requestId"] ?? parsed?.["reqId"];
        const status = parsed?.["status"];
        if (typeof id === "string" && typeof status === "number")
            this.entries.push({ requestId: id, status });
    }
}
function parse(line) {
    if (!line.startsWith("{"))
        return undefined;
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/rollout/load/under-load.js






/** How long pods may take to end once the change is made. */
const LINGER_MS = 120_000;
/** Rejects as the change does, after the load has ended. */
async function underLoad(load, ports, change) {
    const { plan, place } = load;
    const lanes = openLanes(plan, load.ca);
    const clock = () => ports.now().getTime();
    const generator = new Generator(plan, { send: lanes.send, clock, wait: ports.wait, newId: ports.newId });
    const before = await readDigests(place, openKubectl(place.context, ports));
    const from = ports.now();
    const watch = watchPods(place, ports);
    const running = generator.run();
    try {
        await ports.wait(plan["settle-seconds"] * 1000);
        const started = clock();
        const result = await change({ failed: () => generator.failed });
        await waitForEnds(watch.events, ports);
        const ended = clock();
        const after = await readDigests(place, openKubectl(place.context, ports));
        await ports.wait(plan["settle-seconds"] * 1000);
        generator.stop();
        await running;
        await watch.stop();
        const effects = plan.ledger === undefined ? null : await readEffects({ context: place.context, ledger: plan.ledger, from }, ports);
        const isRead = effects === null || !("why" in effects);
        const round = {
            samples: generator.samples, events: watch.events, window: toWindow(watch.events, { started, ended }),
            ledgers: { service: watch.entries, effects: isRead ? effects : null }, digests: new Map([...before, ...after]),
        };
        return { result, round, gaps: isRead ? [] : [effects.why] };
    }
    finally {
        generator.stop();
        await Promise.allSettled([running, watch.stop()]);
        lanes.close();
    }
}
/** A rollout is complete for kubectl while the former pods are still ending. */
async function waitForEnds(events, ports) {
    const deadline = ports.now().getTime() + LINGER_MS;
    const pods = (kind) => new Set(events.filter((event) => event.kind === kind).map(({ pod }) => pod));
    while (pods("pod-terminating").difference(pods("pod-gone")).size > 0 && ports.now().getTime() < deadline)
        await ports.wait(200);
}
/** From the first pod's termination to the last one's end; the change itself where no pod ends. Pods that were ending before are another change's. */
function toWindow(events, change) {
    const serving = new Set(events.filter(({ kind }) => kind === "pod-ready").map(({ pod }) => pod));
    const ends = events.filter(({ at, kind, pod }) => kind !== "pod-ready" && at >= change.started && serving.has(pod));
    const from = ends[0]?.at;
    const to = ends.findLast(({ kind }) => kind === "pod-gone")?.at;
    return from === undefined || to === undefined ? { from: change.started, to: change.ended } : { from, to };
}

// EXTERNAL MODULE: ./src/layout/tar.js
var tar = __webpack_require__(22114);
;// CONCATENATED MODULE: ./src/rollout/cluster/layout-archive.js
// An OCI layout as one tar, byte for byte what was attested: `docker save` would write another manifest.





const digest = schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/);
const descriptor = schemas/* object */.Ikc({ digest });
const indexSchema = schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(descriptor).length(1) });
const layout_archive_manifestSchema = schemas/* object */.Ikc({ config: descriptor, layers: schemas/* array */.YOg(descriptor) });
/** OCI image layout (image-layout.md of the OCI image specification). Gives a sentence where the folder does not hold exactly that one image. */
async function readLayout(folder, wanted) {
    try {
        const [image] = indexSchema.parse(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "index.json"), "utf8"))).manifests;
        if (image?.digest !== wanted)
            return "the image on disk is not the attested one";
        const manifest = layout_archive_manifestSchema.parse(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, (0,layout_image/* blobPath */.n)(wanted)), "utf8")));
        const blobs = new Set([wanted, manifest.config.digest, ...manifest.layers.map((layer) => layer.digest)].map(layout_image/* blobPath */.n));
        const entries = await Promise.all(["oci-layout", "index.json", ...blobs].map((path) => toEntry(folder, path)));
        return { open: () => (0,tar/* writeTar */.F)(entries) };
    }
    catch {
        return "the image on disk is no OCI layout of one image; build it with the embedded builder";
    }
}
async function toEntry(folder, path) {
    const { size } = await (0,promises_.stat)((0,external_node_path_.join)(folder, path));
    return { type: "file", path, content: { size, open: () => (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(folder, path), { highWaterMark: 1 << 20 }) } };
}

;// CONCATENATED MODULE: ./src/rollout/cluster/node-import.js
// Puts the attested image into every node's containerd under its digest. Believed is only what the node itself lists afterwards.

const ATTEMPTS = 3;
const IMPORT_MS = 180_000;
const LIST_MS = 30_000;
const nodesSchema = schemas/* object */.Ikc({ items: schemas/* array */.YOg(schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9.-]*$/) }) })).min(1) });
/** Node names of the cluster; those of k3d are the names of their containers. */
async function listNodes(kubectl) {
    const answer = await kubectl.ask(["get", "nodes", "-o", "json", "--request-timeout=20s"]);
    if (!answer.ok)
        return answer;
    try {
        return nodesSchema.parse(JSON.parse(answer.text)).items.map((node) => node.metadata.name);
    }
    catch {
        return { why: "the cluster's list of nodes cannot be read" };
    }
}
/** Nodes that do not hold the image in the end, each with the reason. A node that has it already is left alone. */
async function importIntoNodes(nodes, image, ports) {
    const results = await Promise.all(nodes.map(async (node) => ({ node, why: await importIntoNode(node, image, ports) })));
    return results.flatMap(({ node, why }) => (why === undefined ? [] : [{ node, why }]));
}
async function importIntoNode(node, image, ports) {
    let why = "";
    for (let attempt = 0; attempt <= ATTEMPTS; attempt++) {
        if (await holdsImage(node, image, ports)) {
            ports.log(`${node} holds ${image.image}@${image.digest}${attempt === 0 ? " already" : ""}`);
            return undefined;
        }
        if (attempt === ATTEMPTS)
            break;
        const { signal } = ports;
        // containerd writes `<name>@<digest>`, which is what the pods ask for, and checks every blob against its digest
        const args = ["exec", "-i", node, "ctr", "-n", "k8s.io", "images", "import", "--base-name", image.image, "--digests", "-"];
        why = explainEnd(await ports.run("docker", args, { timeoutMs: IMPORT_MS, signal, input: image.archive.open() }));
    }
    return why === "" ? "containerd does not list it after the import" : why;
}
async function holdsImage(node, { image, digest }, { run, signal }) {
    const listed = await run("docker", ["exec", node, "ctr", "-n", "k8s.io", "images", "ls", "-q"], { timeoutMs: LIST_MS, signal });
    return listed.kind === "ended" && listed.code === 0 && listed.stdout.split("\n").some((line) => line.trim() === `${image}@${digest}`);
}
function explainEnd(result) {
    switch (result.kind) {
        case "absent":
            return "docker is not on the PATH";
        case "timed-out":
            return `the import took longer than ${IMPORT_MS / 1000} seconds`;
        case "ended":
            return result.code === 0 ? "" : `docker exec ended with code ${result.code}`;
        default:
            return result;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./src/rollout/cluster/overlay.js
// The user's kustomization with the attested image set in it, so that one apply makes one rollout: an apply of the bare
// kustomization would first roll out whatever image it names, and a later undo would lead back to that.




/** Kustomize reads YAML, of which JSON is a part. `reference` is name@digest. */
async function writeOverlay(kustomization, { deployment, container }, reference) {
    const folder = await (0,promises_.realpath)(await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "rollout-")));
    const patch = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: deployment }, spec: { template: { spec: { containers: [{ name: container, image: reference }] } } } };
    const document = {
        apiVersion: "kustomize.config.k8s.io/v1beta1", kind: "Kustomization",
        // kustomize takes folders by relative paths only
        resources: [(0,external_node_path_.relative)(folder, await (0,promises_.realpath)(kustomization)).split(external_node_path_.sep).join("/")],
        patches: [{ target: { kind: "Deployment", name: deployment }, patch: JSON.stringify(patch) }],
    };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "kustomization.yaml"), JSON.stringify(document));
    return { folder, remove: () => (0,promises_.rm)(folder, { recursive: true, force: true }) };
}
const renderedSchema = schemas/* object */.Ikc({
    items: schemas/* array */.YOg(schemas/* object */.Ikc({
        kind: schemas/* string */.YjP(),
        metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP(), namespace: schemas/* string */.YjP().optional() }),
        spec: schemas/* unknown */.L5J().optional(),
    })),
});
const podTemplate = schemas/* object */.Ikc({ template: schemas/* object */.Ikc({ spec: schemas/* object */.Ikc({ containers: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP(), image: schemas/* string */.YjP() })) }) }) });
/**
 * What keeps a rendered manifest (`kubectl apply --dry-run=client -o json`) from being applied, or undefined. A Secret among it
 * would mean that credentials lie in a repository.
 */
function findManifestProblem(text, target, reference) {
    const { namespace, deployment, container } = target;
    let parsed;
    try {
        const document = JSON.parse(text);
        parsed = renderedSchema.parse(typeof document === "object" && document !== null && "items" in document ? document : { items: [document] });
    }
    catch {
        return "what the kustomization renders cannot be read";
    }
    if (parsed.items.some((item) => item.kind === "Secret"))
        return "the kustomization holds a Secret; credentials do not belong beside the code, put it into the cluster by another way";
    const found = parsed.items.find((item) => item.kind === "Deployment" && item.metadata.name === deployment && item.metadata.namespace === namespace);
    if (found === undefined)
        return `the kustomization holds no deployment ${deployment} in the namespace ${namespace}`;
    const containers = podTemplate.safeParse(found.spec).data?.template.spec.containers.filter((one) => one.name === container) ?? [];
    return containers.length === 1 && containers[0]?.image === reference ? undefined : `the deployment ${deployment} has no container ${container} that takes the image`;
}

// EXTERNAL MODULE: ./src/finding/redact.js
var redact = __webpack_require__(40759);
;// CONCATENATED MODULE: ./src/rollout/judgement/rule.js
// What can be wrong with a rollout. docs/rollout.md has an anchor for each.


const rules = {
    "rollout-image-not-imported": {
        title: "The attested image did not reach every node", severity: "high", controls: [],
        remediation: "See that docker reaches the cluster's node containers and that they have room, then run again.",
    },
    "rollout-manifest-refused": {
        title: "The deployment's manifest was not applied", severity: "high", controls: [],
        remediation: "Repeat it by hand to read the cluster's own words: kubectl apply --dry-run=server -k with the configured folder and context.",
    },
    "rollout-not-completed": {
        title: "The rollout did not complete", severity: "high", controls: [],
        remediation: "Read the logs and events of the pods that did not get ready, repair the cause and run again.",
    },
    "rollout-digest-differs": {
        title: "Another image than the attested one", severity: "critical", controls: ["6.5.1", "6.5.2", "6.5.4"],
        remediation: "Find out who or what changed the image: a webhook, another deployer or a person. Then run again.",
    },
    "rollout-pod-not-ready": {
        title: "A pod of the rollout is not ready", severity: "high", controls: [],
        remediation: "Read the pod's logs and events; readiness waits for the service's credentials, for one.",
    },
    "rollout-requests-failed": {
        title: "Requests failed while the rollout was made", severity: "high", controls: [],
        remediation: "Look at the kinds of failure and the second in which they came: refused and reset point to the drain of ending pods, errors to the new version.",
    },
    "rollout-not-returned": {
        title: "The failed rollout was not taken back", severity: "critical", controls: ["6.5.1"],
        remediation: "Look at the deployment at once: kubectl rollout status, then kubectl rollout undo.",
    },
};
/** Count and digest of the rules, for the report's tool. */
const rolloutRuleSet = {
    count: Object.keys(rules).length,
    sha256: (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(rules)).digest("hex"),
};
/** `detail` is of our own words and of names that the cluster allows; never a message of the cluster. */
function toFinding(id, detail, { object, pointer }) {
    const { title, severity, controls, remediation } = rules[id];
    return {
        ruleId: id, title: `${title}: ${detail}`, severity, controls: [...controls], preview: (0,redact/* previewNothing */.Wm)(id), decoded: [], remediation,
        location: { kind: "evidence", file: object, pointer },
    };
}
/** What cannot be known here keeps the verdict from being a pass. */
function toGap(detail, { object, pointer }) {
    return { reason: "unverifiable", detail, location: { kind: "evidence", file: object, pointer } };
}

;// CONCATENATED MODULE: ./src/rollout/judgement/workload.js
// The cluster's documents to what a judgement needs of them. Everything in them is foreign: names are checked, messages left out.

const REVISION = "deployment.kubernetes.io/revision";
const workload_name = schemas/* string */.YjP().regex(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/);
const word = schemas/* string */.YjP().regex(/^[A-Za-z]{1,64}$/);
const workload_count = schemas/* int */.Whr().nonnegative();
const metadata = schemas/* object */.Ikc({
    name: workload_name, uid: schemas/* string */.YjP().min(1), generation: workload_count.optional(), deletionTimestamp: schemas/* string */.YjP().optional(),
    annotations: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    ownerReferences: schemas/* array */.YOg(schemas/* object */.Ikc({ uid: schemas/* string */.YjP(), controller: schemas/* boolean */.zMY().optional() })).optional(),
});
const container = schemas/* object */.Ikc({ name: workload_name, image: schemas/* string */.YjP().regex(/^[\w.:/@-]{1,512}$/) });
const podSpec = schemas/* object */.Ikc({ containers: schemas/* array */.YOg(container), initContainers: schemas/* array */.YOg(container).optional() });
const bound = schemas/* union */.KCZ([workload_count, schemas/* string */.YjP().regex(/^[0-9]{1,3}%$/)]);
const deploymentSchema = schemas/* object */.Ikc({
    metadata,
    spec: schemas/* object */.Ikc({
        replicas: workload_count.default(1),
        strategy: schemas/* object */.Ikc({ type: word, rollingUpdate: schemas/* object */.Ikc({ maxUnavailable: bound.optional(), maxSurge: bound.optional() }).optional() }),
        template: schemas/* object */.Ikc({ spec: podSpec }),
    }),
    status: schemas/* object */.Ikc({ observedGeneration: workload_count.optional(), updatedReplicas: workload_count.default(0), readyReplicas: workload_count.default(0), availableReplicas: workload_count.default(0) }),
});
const podSchema = schemas/* object */.Ikc({
    metadata,
    spec: schemas/* object */.Ikc({ nodeName: workload_name.optional() }),
    status: schemas/* object */.Ikc({
        phase: word.optional(),
        conditions: schemas/* array */.YOg(schemas/* object */.Ikc({ type: schemas/* string */.YjP(), status: schemas/* string */.YjP() })).default([]),
        containerStatuses: schemas/* array */.YOg(schemas/* object */.Ikc({
            name: workload_name, ready: schemas/* boolean */.zMY(), imageID: schemas/* string */.YjP().regex(/^[\w.:/@+-]{0,1024}$/),
            state: schemas/* object */.Ikc({ waiting: schemas/* object */.Ikc({ reason: word.optional() }).optional() }).default({}),
        })).default([]),
    }),
});
const itemSchema = schemas/* looseObject */._H3({ kind: schemas/* string */.YjP(), metadata });
const listSchema = schemas/* object */.Ikc({ items: schemas/* array */.YOg(itemSchema) });
/**
 * The deployment in a List of deployments, replica sets and pods of its namespace (`kubectl get -o json`). Null where it is not
 * there, undefined where the list, or what belongs to the deployment, is of another form; what else lives there is nobody's business.
 */
function readWorkload(list, names) {
    const items = listSchema.safeParse(list).data?.items;
    if (items === undefined)
        return undefined;
    const [found, ...doubles] = items.filter((item) => item.kind === "Deployment" && item.metadata.name === names.deployment);
    if (found === undefined)
        return null;
    const deployment = deploymentSchema.safeParse(found).data;
    if (deployment === undefined || doubles.length > 0)
        return undefined;
    const revision = found.metadata.annotations?.[REVISION] ?? null;
    const sets = items.filter((item) => item.kind === "ReplicaSet" && isOwnedBy(item, [found.metadata.uid]));
    const current = sets.filter((set) => revision !== null && set.metadata.annotations?.[REVISION] === revision).map((set) => set.metadata.uid);
    const owned = items.filter((item) => item.kind === "Pod" && isOwnedBy(item, sets.map((set) => set.metadata.uid)));
    const pods = schemas/* array */.YOg(podSchema).safeParse(owned).data;
    if (pods === undefined)
        return undefined;
    return {
        ...toDeploymentState(deployment, names), revision, currentSets: current.length,
        pods: pods.map((pod) => toPodState(pod, { container: names.container, current: isOwnedBy(pod, current) })),
    };
}
function toDeploymentState({ metadata: own, spec, status }, { container: wanted }) {
    const all = [...spec.template.spec.containers, ...(spec.template.spec.initContainers ?? [])];
    return {
        observed: own.generation !== undefined && status.observedGeneration === own.generation,
        replicas: { wanted: spec.replicas, updated: status.updatedReplicas, ready: status.readyReplicas, available: status.availableReplicas },
        strategy: { type: spec.strategy.type, maxUnavailable: toText(spec.strategy.rollingUpdate?.maxUnavailable), maxSurge: toText(spec.strategy.rollingUpdate?.maxSurge) },
        image: spec.template.spec.containers.find((one) => one.name === wanted)?.image ?? null,
        others: all.filter((one) => one.name !== wanted).map((one) => one.name),
    };
}
function isOwnedBy({ metadata: own }, uids) {
    return own.ownerReferences?.some((owner) => owner.controller === true && uids.includes(owner.uid)) ?? false;
}
function toText(value) {
    return value === undefined ? null : String(value);
}
function toPodState({ metadata: own, spec, status }, { container: wanted, current }) {
    const running = status.containerStatuses.find((one) => one.name === wanted);
    const imageID = running?.imageID || null;
    return {
        name: own.name, node: spec.nodeName ?? null, current, imageID,
        terminating: own.deletionTimestamp !== undefined,
        ready: status.phase === "Running" && running?.ready === true && status.conditions.some(({ type, status: is }) => type === "Ready" && is === "True"),
        // a runtime that knows the image by its config only names no manifest, so that nothing can be compared
        digest: /@(sha256:[0-9a-f]{64})$/.exec(imageID ?? "")?.[1] ?? null,
        waiting: running?.state.waiting?.reason ?? null,
    };
}

;// CONCATENATED MODULE: ./src/rollout/judgement/judge.js


/** `list` is what `kubectl get deployments,replicasets,pods -o json` gives for one namespace. */
function judgeRollout(list, expected) {
    const workload = readWorkload(list, expected);
    const spot = { object: `deployment/${expected.deployment}`, pointer: "" };
    if (workload === null || workload === undefined) {
        const why = workload === null ? "the cluster holds no such deployment" : "the deployment's state cannot be read from what the cluster answers";
        return { findings: [], gaps: [toGap(why, spot)], checks: 0, workload };
    }
    const serving = workload.pods.filter((pod) => pod.current && !pod.terminating);
    const left = workload.pods.filter((pod) => !pod.current && !pod.terminating);
    return {
        workload,
        findings: [
            ...judgeTemplate(workload, expected),
            ...judgeCourse(workload, { serving: serving.length, spot }),
            ...left.map((pod) => toFinding("rollout-not-completed", "a pod of another revision is still there", toSpot(pod, "/metadata/ownerReferences"))),
            ...serving.flatMap((pod) => judgePod(pod, expected.digest)),
        ],
        gaps: [
            ...(workload.replicas.wanted === 0 ? [toGap("the deployment asks for no pod, so nothing runs that could be looked at", { ...spot, pointer: "/spec/replicas" })] : []),
            ...serving.filter((pod) => pod.ready && pod.digest === null)
                .map((pod) => toGap("the node does not say by its manifest's digest which image the pod runs", toSpot(pod, "/status/containerStatuses"))),
        ],
        // template, observed, revision, count of pods; then each pod's revision, or its image and readiness
        checks: 4 + left.length + 2 * serving.length,
    };
}
function judgeTemplate({ image }, { image: name, digest, deployment }) {
    if (image === `${name}@${digest}`)
        return [];
    const detail = image === null ? "the deployment lacks the container" : "the deployment's template names another";
    return [toFinding("rollout-digest-differs", detail, { object: `deployment/${deployment}`, pointer: "/spec/template/spec/containers" })];
}
function judgeCourse({ observed, currentSets, replicas }, { serving, spot }) {
    const { wanted, updated, ready, available } = replicas;
    const behind = [updated, ready, available].some((count) => count !== wanted) || serving !== wanted;
    return [
        ...(observed ? [] : [toFinding("rollout-not-completed", "the controller has not taken up the last change", { ...spot, pointer: "/status/observedGeneration" })]),
        ...(currentSets === 1 ? [] : [toFinding("rollout-not-completed", "no single replica set has the current revision", { ...spot, pointer: "/metadata/annotations" })]),
        ...(behind ? [toFinding("rollout-not-completed", `of ${wanted} pods ${updated} are updated, ${ready} ready, ${available} available, ${serving} present`, { ...spot, pointer: "/status" })] : []),
    ];
}
function judgePod(pod, digest) {
    const differs = pod.digest !== null && pod.digest !== digest;
    return [
        ...(differs ? [toFinding("rollout-digest-differs", "a pod runs it", toSpot(pod, "/status/containerStatuses"))] : []),
        ...(pod.ready ? [] : [toFinding("rollout-pod-not-ready", pod.waiting ?? "its readiness probe does not pass", toSpot(pod, "/status/conditions"))]),
    ];
}
function toSpot(pod, pointer) {
    return { object: `pod/${pod.name}`, pointer };
}

;// CONCATENATED MODULE: ./src/rollout/observe.js
// Asks the cluster for what the judge looks at. Nothing of the answers is kept but what the judge reads of them.



const versionSchema = schemas/* object */.Ikc({ serverVersion: schemas/* object */.Ikc({ gitVersion: schemas/* string */.YjP().regex(/^[\w.+-]{1,64}$/) }) });
/** The server's version, or why it could not be had. */
async function readServerVersion(kubectl) {
    const answer = await kubectl.ask(["version", "-o", "json", "--request-timeout=20s"]);
    if (!answer.ok)
        return answer;
    const parsed = versionSchema.safeParse(observe_parse(answer.text));
    return parsed.success ? parsed.data.serverVersion.gitVersion : { why: "the cluster does not say its version" };
}
/** An empty or absent namespace is an observation too: there the deployment is not yet. */
async function observe(context) {
    const answer = await ask(context);
    return answer.ok ? { workload: judge(context, observe_parse(answer.text)).workload } : answer;
}
const POLLS = 20;
const POLL_MS = 1000;
/** The controller's counts and the nodes' reports come in one after the other; what is still wrong after a while is wrong. */
async function observeUntilClean(context, expectClean) {
    for (let poll = 1;; poll++) {
        const answer = await ask(context);
        const judgement = answer.ok ? judge(context, observe_parse(answer.text)) : toUnknown(context, answer.why);
        const clean = judgement.findings.length + judgement.gaps.length === 0;
        if (clean || !expectClean || poll === POLLS)
            return judgement;
        await context.ports.wait(POLL_MS);
    }
}
function ask({ order, kubectl }) {
    return kubectl.ask(["get", "deployments,replicasets,pods", `--namespace=${order.target.namespace}`, "-o", "json", "--request-timeout=20s"]);
}
function judge({ order }, list) {
    const { deployment, container, image } = order.target;
    return judgeRollout(list, { deployment, container, image, digest: order.digest });
}
function toUnknown({ order }, why) {
    return { findings: [], gaps: [toGap(why, { object: `deployment/${order.target.deployment}`, pointer: "" })], checks: 0, workload: undefined };
}
function observe_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/rollout/wait.js
const wait_POLL_MS = 250;
async function waitForRollout({ order, kubectl, ports }) {
    const { deployment, namespace, "timeout-seconds": seconds } = order.target;
    const spent = new AbortController();
    const done = new AbortController();
    const status = kubectl.ask(["rollout", "status", `deployment/${deployment}`, `--namespace=${namespace}`, `--timeout=${seconds}s`], { seconds: seconds + 15, log: true, signal: spent.signal });
    const watching = watchBudget(order.isBudgetSpent, { done: done.signal, wait: ports.wait, spent });
    try {
        return await status;
    }
    catch (error) {
        ports.signal.throwIfAborted();
        if (!spent.signal.aborted)
            throw error;
        return { ok: false, why: "more requests failed than the error budget allows" };
    }
    finally {
        done.abort();
        await watching;
    }
}
async function watchBudget(isSpent, { done, wait, spent }) {
    if (isSpent === undefined)
        return;
    // an interrupted run ends the wait; the status is what reports it
    while (!done.aborted && !isSpent())
        if (await wait(wait_POLL_MS).then(() => false, () => true))
            return;
    if (!done.aborted)
        spent.abort();
}

;// CONCATENATED MODULE: ./src/rollout/take-back.js


async function takeBack(context, before) {
    const { order, kubectl, ports } = context;
    const { deployment, namespace } = order.target;
    const now = await observe(context);
    const current = "why" in now ? null : now.workload;
    if (before === null || before.revision === null || current?.revision === before.revision) {
        ports.log("there is no former revision to return to");
        return { kind: "nothing-to-return-to", findings: [], ...(current && { workload: current }) };
    }
    ports.log(`taking the rollout back to revision ${before.revision}`);
    const place = [`deployment/${deployment}`, `--namespace=${namespace}`];
    const seconds = order.target["timeout-seconds"];
    const undone = await kubectl.ask(["rollout", "undo", ...place, `--to-revision=${before.revision}`], { log: true });
    const status = undone.ok ? await kubectl.ask(["rollout", "status", ...place, `--timeout=${seconds}s`], { seconds: seconds + 15, log: true }) : undone;
    const settled = await observeUntilSettled(context, before, status.ok ? undefined : status.why);
    const findings = settled.problems.map((detail) => toFinding("rollout-not-returned", detail, { object: `deployment/${deployment}`, pointer: "/status" }));
    const { workload } = settled;
    return { kind: findings.length === 0 ? "done" : "failed", findings, ...(workload && { workload }) };
}
const take_back_POLLS = 20;
const take_back_POLL_MS = 1000;
/** Pods of the failed version are told to end only after the controller has gone back. */
async function observeUntilSettled(context, before, why) {
    for (let poll = 1;; poll++) {
        const after = await observe(context);
        const workload = ("why" in after ? null : after.workload) ?? null;
        const problems = why === undefined ? findProblems(before, workload) : [why];
        if (problems.length === 0 || why !== undefined || poll === take_back_POLLS)
            return { problems, workload };
        await context.ports.wait(take_back_POLL_MS);
    }
}
/** None when the former image stands in the template again, as many pods of it are ready as are asked for, and no other is left. */
function findProblems(before, now) {
    if (now === null)
        return ["the cluster does not say what runs now"];
    if (now.image !== before.image)
        return ["the deployment's template does not name the former image"];
    const live = now.pods.filter((pod) => !pod.terminating);
    const ready = live.filter((pod) => pod.current && pod.ready).length;
    if (ready < now.replicas.wanted)
        return [`of ${now.replicas.wanted} pods of the former version ${ready} are ready`];
    return live.some((pod) => !pod.current) ? ["pods of the failed version are still there"] : [];
}

;// CONCATENATED MODULE: ./src/rollout/roll-out.js








/** Rejects only when the signal is aborted: what goes wrong in the cluster is in the result. An interrupted rollout is left as it stands. */
async function rollOut(order, ports) {
    const startedAt = ports.now();
    const context = { order, ports, kubectl: openKubectl(order.target.context, ports) };
    const version = await readServerVersion(context.kubectl);
    const course = typeof version === "string" ? await deploy(context) : unreached(context, version.why);
    return { ...course, startedAt, finishedAt: ports.now(), serverVersion: typeof version === "string" ? version : null };
}
const idle = { outcome: "not-started", rolledBack: "not-needed", findings: [], gaps: [], checks: 0, workload: null };
function unreached({ order, ports }, why) {
    ports.log(why);
    return { ...idle, gaps: [toGap(why, { object: `cluster/${order.target.context}`, pointer: "" })] };
}
/** One rule after the other may stop it before anything serving is touched. */
async function deploy(context) {
    const { order, ports } = context;
    const { target, digest } = order;
    const stopped = await importImage(context);
    if (stopped.length > 0)
        return { ...idle, findings: stopped };
    const before = await observe(context);
    if ("why" in before)
        return unreached(context, before.why);
    if (before.workload === undefined)
        return unreached(context, "the deployment's present state cannot be read, so that nothing could be taken back");
    const applied = await apply(context);
    // a refusal of one object may have left others applied, so the deployment itself is looked at before saying that nothing changed
    if (applied !== undefined)
        return settleRefusal(context, { why: applied, before: before.workload });
    const status = await waitForRollout(context);
    if (!status.ok)
        ports.log(`rollout status: ${status.why}`);
    const judgement = await observeUntilClean(context, status.ok);
    const why = status.ok ? [] : [toFinding("rollout-not-completed", status.why, { object: `deployment/${target.deployment}`, pointer: "/status" })];
    // kubectl's own reason says it once; the pods' say why
    const findings = [...why, ...judgement.findings.filter((finding) => status.ok || finding.ruleId !== "rollout-not-completed")];
    if (findings.length === 0) {
        ports.log(`${judgement.workload?.pods.filter((pod) => pod.digest === digest && pod.ready).length ?? 0} pods run ${digest}`);
        return { ...idle, outcome: "completed", gaps: judgement.gaps, checks: judgement.checks, workload: judgement.workload ?? null };
    }
    const returned = await takeBack(context, before.workload);
    return {
        outcome: "failed", rolledBack: returned.kind, gaps: judgement.gaps, checks: judgement.checks,
        findings: [...findings, ...returned.findings], workload: returned.workload ?? judgement.workload ?? null,
    };
}
async function importImage({ order, kubectl, ports }) {
    const { target, layout, digest } = order;
    const archive = await readLayout(layout, digest);
    if (typeof archive === "string")
        return [toFinding("rollout-digest-differs", archive, { object: "image", pointer: "" })];
    if (target.import === "none")
        return [];
    const nodes = await listNodes(kubectl);
    const spot = (node) => ({ object: `node/${node}`, pointer: "" });
    if ("why" in nodes)
        return [toFinding("rollout-image-not-imported", nodes.why, spot("all"))];
    const missing = await importIntoNodes(nodes, { archive, image: target.image, digest }, ports);
    for (const { node, why } of missing)
        ports.log(`${node}: ${why}`);
    return missing.map(({ node, why }) => toFinding("rollout-image-not-imported", why, spot(node)));
}
/** Undefined when applied, else why not. */
async function apply({ order, kubectl, ports }) {
    const { target, kustomization, digest } = order;
    const reference = `${target.image}@${digest}`;
    const overlay = await writeOverlay(kustomization, target, reference).catch(() => undefined);
    if (overlay === undefined)
        return "the folder of the kustomization cannot be read";
    try {
        const rendered = await kubectl.ask(["apply", "-k", overlay.folder, "--dry-run=client", "-o", "json"]);
        const problem = rendered.ok ? findManifestProblem(rendered.text, target, reference) : rendered.why;
        if (problem !== undefined)
            return problem;
        const applied = await kubectl.ask(["apply", "-k", overlay.folder], { seconds: 60, log: true });
        if (applied.ok)
            return undefined;
        ports.log(`apply: ${applied.why}`);
        return applied.why;
    }
    finally {
        await overlay.remove();
    }
}
async function settleRefusal(context, { why, before }) {
    const refused = toFinding("rollout-manifest-refused", why, { object: `deployment/${context.order.target.deployment}`, pointer: "" });
    const after = await observe(context);
    const workload = ("why" in after ? null : after.workload) ?? null;
    if (workload?.revision === before?.revision)
        return { ...idle, findings: [refused], workload };
    const returned = await takeBack(context, before);
    return { ...idle, outcome: "failed", rolledBack: returned.kind, findings: [refused, ...returned.findings], workload: returned.workload ?? workload };
}

;// CONCATENATED MODULE: ./src/rollout/measured.js
// A rollout with the load that its target asks for, counted.





const measured_label = schemas/* string */.YjP().regex(/^[A-Za-z0-9._/-]{0,316}$/);
const measured_deploymentSchema = schemas/* object */.Ikc({
    spec: schemas/* object */.Ikc({ selector: schemas/* object */.Ikc({ matchLabels: schemas/* record */.g1P(measured_label, measured_label).refine((labels) => Object.keys(labels).length > 0) }) }),
    status: schemas/* object */.Ikc({ availableReplicas: schemas/* int */.Whr().positive() }),
});
/**
 * Without a load in the target, or where nothing serves before, which could lose no request, the rollout alone.
 * `ca` as in Load. Rejects as rollOut does.
 */
async function rollOutMeasured(order, ports, ca) {
    const { target } = order;
    const { context, namespace, container, load: plan } = target;
    if (plan === undefined)
        return { rollout: await rollOut(order, ports) };
    const selector = await readSelector(target, openKubectl(context, ports));
    if (selector === undefined) {
        ports.log("nothing serves yet, so the first rollout is made without load");
        return { rollout: await rollOut(order, ports) };
    }
    const budget = plan["error-budget"];
    ports.log(`${plan.rate} requests per second go to the service while it is replaced`);
    const load = { plan, place: { context, namespace, selector, container }, ...(ca !== undefined && { ca }) };
    const { result: rollout, round, gaps } = await underLoad(load, ports, (live) => rollOut({ ...order, isBudgetSpent: () => live.failed() > budget }, ports));
    const measurement = measure([round], { scenario: "update", ratePerSecond: plan.rate, errorBudget: budget });
    ports.log(`${measurement.failed} of ${measurement.requests} requests failed while pods were replaced`);
    return { rollout, counted: { measurement, gaps } };
}
/** The deployment's pods as kubectl selects them; undefined where it does not serve. */
async function readSelector({ deployment, namespace }, kubectl) {
    const answer = await kubectl.ask(["get", "deployment", deployment, `--namespace=${namespace}`, "-o", "json", "--request-timeout=20s"]);
    if (!answer.ok)
        return undefined;
    const found = measured_deploymentSchema.safeParse(JSON.parse(answer.text)).data;
    return found && Object.entries(found.spec.selector.matchLabels).map(([name, value]) => `${name}=${value}`).join(",");
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/rollout/ports.js
// The real outside of a rollout: foreign tools, waiting, request ids.



function openPorts({ now, log, signal }) {
    return { run: command_run_command/* runCommand */.d, newId: external_node_crypto_.randomUUID, wait: (milliseconds) => (0,external_node_timers_promises_.setTimeout)(milliseconds, undefined, { signal }), now, log, signal };
}

;// CONCATENATED MODULE: ./src/measurement/self-test.js
// Before a count of zero counts, each kind of failure is planted once among good requests, and has to be found.

const answered = (status) => ({ kind: "answered", status, pod: "gateway-a" });
const plants = [
    { kind: "refused", answer: { kind: "refused" }, effects: 0 },
    { kind: "reset", answer: { kind: "reset" }, effects: 0 },
    { kind: "timeout", answer: { kind: "timeout" }, effects: 0 },
    { kind: "unreachable", answer: { kind: "unreachable" }, effects: 0 },
    { kind: "server-error", answer: answered(503), effects: 0 },
    { kind: "unexpected-status", answer: answered(404), effects: 0 },
    { kind: "lost-acknowledgement", answer: { kind: "reset" }, effects: 1 },
    { kind: "duplicate-effect", answer: answered(201), effects: 2 },
    { kind: "missing-effect", answer: answered(201), effects: 0 },
];
/** The shape of a report's selfTest. Counts a round without failures too: a count that blames everything proves nothing. */
function testMeasure(count = measure) {
    const missed = plants.filter((plant) => count([toRound([plant])], self_test_terms).failures[plant.kind] !== 1).map(({ kind }) => kind);
    if (count([toRound([])], self_test_terms).failed !== 0)
        missed.push("a round without failures");
    return { planted: plants.length + 1, detected: plants.length + 1 - missed.length, missed };
}
const self_test_terms = { scenario: "self-test", ratePerSecond: 1, errorBudget: 0 };
const good = { kind: "refused", answer: answered(201), effects: 1 };
function toRound(planted) {
    const all = [good, ...planted, good];
    const samples = all.map(({ answer }, index) => ({ id: `r${index}`, key: `r${index}`, lane: index % 2 === 0 ? "fresh" : "kept", intended: index, sent: index, ended: index + 1, answer }));
    const effects = all.flatMap(({ effects: times }, index) => Array.from({ length: times }, () => ({ idempotencyKey: `r${index}` })));
    return { samples, events: [], window: { from: 0, to: all.length }, digests: new Map(), ledgers: { service: null, effects } };
}

// EXTERNAL MODULE: ./src/measurement/judge.js
var measurement_judge = __webpack_require__(20622);
;// CONCATENATED MODULE: ./src/rollout/judgement/specimen.js
const expected = { deployment: "gateway", container: "gateway", image: "registry.example/gateway", digest: `sha256:${"a".repeat(64)}` };
const foreignDigest = `sha256:${"b".repeat(64)}`;
/** One deployment at revision 2, its two replica sets, and `replicas` pods of the current one. */
function makeDocuments(replicas = 2) {
    const own = [{ uid: "deployment", controller: true }];
    const revision = (number) => ({ "deployment.kubernetes.io/revision": number });
    return {
        deployment: {
            kind: "Deployment",
            metadata: { name: expected.deployment, uid: "deployment", generation: 2, annotations: revision("2") },
            spec: {
                replicas, strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
                template: { spec: { containers: [{ name: expected.container, image: `${expected.image}@${expected.digest}` }] } },
            },
            status: { observedGeneration: 2, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas },
        },
        sets: ["1", "2"].map((number) => ({ kind: "ReplicaSet", metadata: { name: `gateway-${number}`, uid: `set-${number}`, annotations: revision(number), ownerReferences: own } })),
        pods: Array.from({ length: replicas }, (_, index) => makePod(`gateway-2-${index}`, "set-2")),
    };
}
function makePod(name, set) {
    return {
        kind: "Pod",
        metadata: { name, uid: name, ownerReferences: [{ uid: set, controller: true }] },
        spec: { nodeName: "node-0" },
        status: {
            phase: "Running", conditions: [{ type: "Ready", status: "True" }],
            containerStatuses: [{ name: expected.container, ready: true, imageID: `${expected.image}@${expected.digest}`, state: {} }],
        },
    };
}
function toList({ deployment, sets, pods }) {
    return { kind: "List", items: [deployment, ...sets, ...pods] };
}

;// CONCATENATED MODULE: ./src/rollout/judgement/self-test.js


const first = ({ pods }, change) => pods.slice(0, 1).map(change);
const setImage = (pod, imageID) => pod.status.containerStatuses.map((status) => Object.assign(status, { imageID }));
const self_test_plants = [
    { name: "a pod with another image", breaks: "rollout-digest-differs", bend: (all) => first(all, (pod) => setImage(pod, `${expected.image}@${foreignDigest}`)) },
    { name: "a template with another image", breaks: "rollout-digest-differs", bend: ({ deployment }) => deployment.spec.template.spec.containers.map((one) => Object.assign(one, { image: `${expected.image}@${foreignDigest}` })) },
    { name: "a template with a tag", breaks: "rollout-digest-differs", bend: ({ deployment }) => deployment.spec.template.spec.containers.map((one) => Object.assign(one, { image: `${expected.image}:latest` })) },
    { name: "a pod that is not ready", breaks: "rollout-pod-not-ready", bend: (all) => first(all, (pod) => pod.status.conditions.map((one) => Object.assign(one, { status: "False" }))) },
    { name: "a container that is not ready", breaks: "rollout-pod-not-ready", bend: (all) => first(all, (pod) => pod.status.containerStatuses.map((one) => Object.assign(one, { ready: false }))) },
    { name: "a pod too few", breaks: "rollout-not-completed", bend: ({ pods }) => pods.pop() },
    { name: "a pod that is ending", breaks: "rollout-not-completed", bend: (all) => first(all, (pod) => Object.assign(pod.metadata, { deletionTimestamp: "2026-01-01T00:00:00Z" })) },
    { name: "a pod of the former revision", breaks: "rollout-not-completed", bend: ({ pods }) => pods.push(makePod("gateway-1-0", "set-1")) },
    { name: "a change not taken up", breaks: "rollout-not-completed", bend: ({ deployment }) => Object.assign(deployment.metadata, { generation: 3 }) },
    { name: "a count that lags behind", breaks: "rollout-not-completed", bend: ({ deployment }) => Object.assign(deployment.status, { availableReplicas: 0 }) },
    { name: "no current replica set", breaks: "rollout-not-completed", bend: ({ sets }) => sets.pop() },
    { name: "an image known by its config only", breaks: "gap", bend: (all) => first(all, (pod) => setImage(pod, expected.digest)) },
    { name: "no pod at all", breaks: "gap", bend: ({ deployment, pods }) => {
            pods.length = 0;
            Object.assign(deployment.spec, { replicas: 0 });
            Object.assign(deployment.status, { updatedReplicas: 0, readyReplicas: 0, availableReplicas: 0 });
        } },
    { name: "another deployment only", breaks: "gap", bend: ({ deployment }) => Object.assign(deployment.metadata, { name: "other" }) },
];
/** Counts the untouched specimen too: a judge that refuses everything proves nothing. */
function testJudge(judge = (list) => judgeRollout(list, expected)) {
    const clean = judge(toList(makeDocuments()));
    const missed = clean.findings.length + clean.gaps.length > 0 ? ["the untouched specimen"] : [];
    for (const { name, breaks, bend } of self_test_plants) {
        const documents = makeDocuments();
        bend(documents);
        const { findings, gaps } = judge(toList(documents));
        const caught = breaks === "gap" ? gaps.length > 0 : findings.some((finding) => finding.ruleId === breaks);
        if (!caught)
            missed.push(name);
    }
    return { planted: self_test_plants.length + 1, detected: self_test_plants.length + 1 - missed.length, missed };
}

;// CONCATENATED MODULE: ./src/rollout/examination.js
// A rollout as an examination, so that it is judged and reported like every other check.




/** Conditions count as checks: four of the deployment and two of each pod. */
function toRolloutExamination({ rollout, counted }, { order, tool }) {
    const { target, digest } = order;
    const spot = { object: `deployment/${target.deployment}`, pointer: "" };
    const ledger = new coverage/* Ledger */.Oc();
    ledger.saw("checks", Math.max(rollout.checks, 1));
    ledger.examined("checks", rollout.checks);
    return {
        check: "rollout",
        subject: { name: target.image, digest: { sha256: digest.replace("sha256:", "") }, digestKind: "manifest" },
        tool, ledger,
        startedAt: rollout.startedAt,
        findings: [...rollout.findings, ...findFailures(counted).map((detail) => toFinding("rollout-requests-failed", detail, spot))],
        gaps: [...rollout.gaps, ...findHoles(counted).map((detail) => toGap(detail, spot))],
        selfTest: counted ? add(testJudge(), testMeasure()) : testJudge(),
        assumptions: [{
                id: "kubelet-reports-truly", verified: false, source: "image verification on the nodes could show it",
                statement: "Each node tells the image that it runs as it is: what a pod runs is known from the kubelet's report only.",
            }],
        outOfScope: (rollout.workload?.others ?? []).map((name) => ({ name: `container ${name}`, reason: "runs an image of its own, which this evidence is not about" })),
        facts: { ...toFacts(rollout, order), measurement: counted?.measurement ?? null },
    };
}
function findFailures(counted) {
    if (counted === undefined || (0,measurement_judge/* isWithinBudget */.f)(counted.measurement))
        return [];
    const { failed, requests, outside, failures } = counted.measurement;
    const kinds = Object.entries(failures).map(([kind, count]) => `${count} ${kind}`).join(", ");
    return [`${failed} of ${requests} while pods were replaced${kinds && ` (${kinds})`}, ${outside.failed} of ${outside.requests} before and after`];
}
function findHoles(counted) {
    return counted === undefined ? [] : [...counted.gaps, ...(0,measurement_judge/* findMeasurementGaps */.b)(counted.measurement)];
}
function add(one, other) {
    return { planted: one.planted + other.planted, detected: one.detected + other.detected, missed: [...one.missed, ...other.missed] };
}
function toFacts({ outcome, rolledBack, serverVersion, workload }, { target }) {
    const pods = workload?.pods.map(({ name, node, digest, ready, current, terminating }) => ({ name, node, digest, ready, current, terminating })) ?? [];
    return { context: target.context, namespace: target.namespace, deployment: target.deployment, outcome, rolledBack, serverVersion, strategy: workload?.strategy ?? null, replicas: workload?.replicas ?? null, pods };
}

;// CONCATENATED MODULE: ./src/rollout/record.js
/** Pods that are ending are left out. */
function toRolloutRecord({ rollout: { outcome, rolledBack, serverVersion, workload }, counted }, target) {
    const { context, namespace, deployment, container, image } = target;
    const pods = workload?.pods.filter((pod) => !pod.terminating) ?? [];
    return {
        cluster: { context, serverVersion },
        workload: { namespace, deployment, container, image },
        measurement: counted?.measurement ?? null,
        rollout: { outcome, rolledBack, strategy: workload?.strategy ?? null, replicas: workload?.replicas ?? null },
        pods: pods.map(({ name, node, imageID, digest, ready, current }) => ({ name, node, imageID, digest, ready, current })),
    };
}

// EXTERNAL MODULE: ./src/runtime/door/tool.js
var tool = __webpack_require__(62330);
// EXTERNAL MODULE: ./src/runtime/door/version.generated.js
var version_generated = __webpack_require__(82829);
// EXTERNAL MODULE: ./src/runtime/file/kept-file.js
var kept_file = __webpack_require__(96882);
// EXTERNAL MODULE: ./src/runtime/network/key-store.js
var key_store = __webpack_require__(13063);
// EXTERNAL MODULE: ./actions/compliance-attest/contract.js
var compliance_attest_contract = __webpack_require__(81285);
// EXTERNAL MODULE: ./actions/compliance-attest/main.js + 7 modules
var compliance_attest_main = __webpack_require__(60079);
// EXTERNAL MODULE: ./actions/compliance-verify/contract.js
var compliance_verify_contract = __webpack_require__(93501);
// EXTERNAL MODULE: ./actions/compliance-verify/main.js + 6 modules
var compliance_verify_main = __webpack_require__(79860);
;// CONCATENATED MODULE: ./cli/run/evidence-stages.js
// The second half of the main job: sign what the checks found, then the gate, which reads everything back from disk.













const BUNDLE = "attestation.sigstore.json";
const PUBLIC_KEY = "evidence.pub";
const attestStage = {
    name: "compliance-attest",
    run: async (run, world) => {
        const files = [...run.reports.keys()].map((name) => (0,external_node_path_.join)("reports", `${name}.json`));
        for (const [name, report] of run.reports)
            await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, "reports", `${name}.json`), (0,json/* toJson */.a)(report));
        const { reference, developmentKey } = signingKeyOf(run);
        const outcome = await callDoor({ contract: compliance_attest_contract.contract, main: compliance_attest_main.main }, {
            subject: IMAGE,
            report: files.join("\n"),
            ...((0,external_node_fs_.existsSync)((0,external_node_path_.join)(run.out, SBOM)) && { sbom: SBOM }),
            key: reference,
            "development-key": developmentKey,
            bundle: BUNDLE,
            "public-key": PUBLIC_KEY,
        }, world);
        const { "evidence-verdict": verdict, "signer-kind": kind } = outcome.outputs;
        return { verdict: "done", note: `signed: ${verdict}${kind === "development" ? ", with a development key made here" : ""}` };
    },
};
/** Nothing that this process holds in memory reaches the gate: bundle, key, image and reports come from disk. */
const verifyStage = {
    name: "compliance-verify",
    run: async (run, world) => {
        const { policy } = run.config.verify;
        const { report } = await callDoor({ contract: compliance_verify_contract.contract, main: compliance_verify_main.main }, {
            bundle: BUNDLE,
            key: PUBLIC_KEY,
            image: IMAGE,
            report: [...run.reports.keys()].map((name) => (0,external_node_path_.join)("reports", `${name}.json`)).join("\n"),
            policy: policy === undefined ? undefined : (0,external_node_path_.resolve)(run.folder, policy),
        }, world);
        if (!report)
            throw new Error("compliance-verify gave no report");
        run.reports.set("compliance-verify", report);
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, "reports", "compliance-verify.json"), (0,json/* toJson */.a)(report));
        return { verdict: report.verdict, note: report.findings[0]?.title ?? `${report.coverage.examined.checks ?? 0} checks of the bundle hold` };
    },
};
/** A report as it lies on disk, for the pages that are made from them. */
async function readReport(out, name) {
    return finding_report/* reportSchema */.Qh.parse(JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(out, "reports", `${name}.json`), "utf8")));
}

;// CONCATENATED MODULE: ./cli/run/deploy-stage.js
// Deployment comes after the gate. Without a cluster it is stated as not run, with how to get one; with one, exactly the attested
// image goes there, and what the cluster then runs is signed as a second statement, whether it went well or not.










const DEPLOYMENT_BUNDLE = "deployment.sigstore.json";
const REPORT = "rollout";
/** A deployment that did not run makes the run inconclusive only where the config says that one is required. */
const deployStage = {
    name: "deploy",
    run: async (run, world) => {
        const { cluster, required } = run.config.deploy;
        const gate = run.reports.get("compliance-verify")?.verdict ?? "inconclusive";
        const idle = cluster === undefined
            ? "no cluster is configured; npm run cluster:up makes one and says what to configure"
            : gate === "pass" ? undefined : `the gate says ${gate}, so nothing was deployed`;
        if (cluster !== undefined && idle === undefined)
            return deploy_stage_deploy(run, { target: cluster, world });
        world.progress(idle ?? "");
        return { verdict: required ? "inconclusive" : "not-run", note: idle ?? "" };
    },
};
async function deploy_stage_deploy(run, { target, world }) {
    const compliance = await (0,promises_.readFile)((0,external_node_path_.join)(run.out, BUNDLE));
    const { subject: [subject], predicate } = (0,reading/* readStatement */.c)(compliance.toString("utf8"));
    if (subject === undefined || predicate.subject.digestKind !== "manifest") {
        return { verdict: "inconclusive", note: "the image is known by its config only, and clusters run images by their manifest; build it with the embedded builder" };
    }
    const order = { target, kustomization: (0,external_node_path_.resolve)(run.folder, target.kustomization), layout: (0,external_node_path_.join)(run.out, IMAGE), digest: `sha256:${subject.digest.sha256}` };
    const { now, signal, progress: log } = world;
    const ca = target.load?.ca === undefined ? undefined : (await (0,input_file/* readInput */.R)(run.folder, target.load.ca, "load.ca")).toString("utf8");
    const measured = await rollOutMeasured(order, openPorts({ now, signal, log }), ca);
    const examination = toRolloutExamination(measured, { order, tool: (0,tool/* describeTool */.W)(rolloutRuleSet) });
    const report = (0,finding_report/* composeReport */.ZE)(examination, { failOn: run.config["fail-on"], waivers: [], baseline: new Set(), now: now() });
    const file = { name: `${REPORT}.json`, bytes: Buffer.from((0,json/* toJson */.a)(report)) };
    run.reports.set(REPORT, report);
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, "reports", file.name), file.bytes);
    const statement = { subject: { name: subject.name, sha256: subject.digest.sha256 }, compliance: { name: BUNDLE, bytes: compliance }, report: { file, content: report }, record: toRolloutRecord(measured, target) };
    await sign(run, { statement, world });
    return { verdict: report.verdict, note: deploy_stage_toNote(measured, report) };
}
/** Signed by the same key as the first statement, then read back from disk and verified against everything that it names. */
async function sign(run, { statement, world }) {
    const signer = await openRunSigner(run, world);
    const startedBy = world.environment("GITHUB_ACTIONS") === "true" ? (world.environment("GITHUB_ACTOR") ?? null) : null;
    const now = world.now();
    const bundle = await signDeployment(composeDeployment({ ...statement, signer, startedBy, now, tool: { version: version_generated/* version */.r } }), signer);
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, DEPLOYMENT_BUNDLE), bundle);
    const [written, key, report] = await Promise.all([DEPLOYMENT_BUNDLE, PUBLIC_KEY, (0,external_node_path_.join)("reports", `${REPORT}.json`)].map((name) => (0,promises_.readFile)((0,external_node_path_.join)(run.out, name))));
    if (!written || !key || !report)
        throw new Error("the deployment statement could not be read back");
    const { problems } = (0,verify/* verifyDeployment */.l)({
        bundle: written, report, compliance: statement.compliance.bytes, keys: [(0,key_ring/* pinPublicKey */.Cm)(key.toString("utf8"))], image: statement.subject.sha256, now,
    });
    if (problems.length > 0)
        throw new input_error/* InputError */.dz(`the deployment statement does not hold: ${problems.join("; ")}; run again without changing the key or the outputs meanwhile`);
    world.progress(`signed ${DEPLOYMENT_BUNDLE}`);
}
/** As compliance-attest opens it. */
function openRunSigner(run, { environment }) {
    return (0,key_reference/* openSigner */.H)(signingKeyOf(run), {
        environment, read: (path, what) => (0,input_file/* readInput */.R)(run.out, path, what), keep: kept_file/* keepFile */.a, connect: key_store/* connectKeyStore */.t,
    });
}
function deploy_stage_toNote({ rollout: { outcome, rolledBack, workload }, counted }, { findings, coverage }) {
    if (outcome === "completed" && findings.length === 0) {
        const pods = workload?.pods.filter((pod) => pod.current && !pod.terminating) ?? [];
        const places = new Set(pods.map((pod) => pod.node)).size;
        return coverage.gaps[0]?.detail ?? `${pods.length} pods on ${places} ${places === 1 ? "node" : "nodes"} run the attested image${counted ? `, ${counted.measurement.failed} of ${counted.measurement.requests} requests failed` : ""}; signed in ${DEPLOYMENT_BUNDLE}`;
    }
    const ended = { "not-needed": "nothing that serves was touched", done: "taken back, the former version serves", failed: "NOT taken back, look at once", "nothing-to-return-to": "no former version to return to" }[rolledBack];
    return `${findings[0]?.title ?? coverage.gaps[0]?.detail ?? outcome}; ${ended}`;
}

;// CONCATENATED MODULE: ./cli/run/out-folder.js
// The run's outputs appear all at once: written beside the folder under a temporary name, then put in its place.





/** Present in every finished output folder; a folder without it is somebody else's and is never replaced. */
const RUN_FILE = "run.json";
/** `path` is absolute. Throws InputError where replacing it would lose what is not an output of ours. */
async function openOutFolder(path) {
    if ((0,external_node_fs_.existsSync)(path) && !isOurs(path)) {
        throw new input_error/* InputError */.dz(`--out ${(0,external_node_path_.basename)(path)} exists and is not an output folder of a former run; name an empty or a new folder`);
    }
    const partial = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), `.${(0,external_node_path_.basename)(path)}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.partial`);
    try {
        await (0,promises_.mkdir)(partial, { recursive: true });
    }
    catch (error) {
        throw new input_error/* InputError */.dz(`--out ${(0,external_node_path_.basename)(path)} cannot be made; name a place that is writable`, { cause: error });
    }
    const discard = () => (0,external_node_fs_.rmSync)(partial, { recursive: true, force: true });
    process.once("exit", discard);
    return { partial, discard, commit: () => replace(path, partial) };
}
function isOurs(path) {
    try {
        const names = (0,external_node_fs_.readdirSync)(path);
        return names.length === 0 || names.includes(RUN_FILE);
    }
    catch {
        return false;
    }
}
/** The former outputs go only once the new ones stand ready; two runs at once end with the outputs of one of them, whole. */
async function replace(path, partial) {
    const former = `${partial}.former`;
    for (let attempt = 0;; attempt++) {
        await (0,promises_.rename)(path, former).catch(() => undefined);
        try {
            await (0,promises_.rename)(partial, path);
            break;
        }
        catch (error) {
            if (attempt >= 5)
                throw error;
        }
        finally {
            await (0,promises_.rm)(former, { recursive: true, force: true });
        }
    }
}

// EXTERNAL MODULE: ./src/report/sarif/sarif-log.js + 3 modules
var sarif_log = __webpack_require__(65553);
;// CONCATENATED MODULE: ./src/report/picture/facts.js
// The shapes of a report's facts that renderers draw. A check may leave a fact out; a fact in another shape is said, never hidden.

const nodeStates = ["reached", "undecided", "allowed", "proved"];
const nodeSchema = schemas/* object */.Ikc({
    id: schemas/* string */.YjP(),
    label: schemas/* string */.YjP(),
    file: schemas/* string */.YjP().nullish(),
    job: schemas/* string */.YjP().nullish(),
    kind: schemas/* string */.YjP(),
    // A state that this version doesn't know is not taken for a good one.
    state: schemas/* enum */.k5n(nodeStates).catch("undecided"),
});
const edgeSchema = schemas/* object */.Ikc({ from: schemas/* string */.YjP(), to: schemas/* string */.YjP(), kind: schemas/* string */.YjP() });
const graphSchema = schemas/* object */.Ikc({
    nodes: schemas/* array */.YOg(nodeSchema),
    edges: schemas/* array */.YOg(edgeSchema),
    /** Jobs beyond the check's own limit. */
    omitted: schemas/* int */.Whr().nonnegative().catch(0),
});
const layerSchema = schemas/* object */.Ikc({
    index: schemas/* number */.aig(),
    diffId: schemas/* string */.YjP(),
    digest: schemas/* string */.YjP().nullish(),
    size: schemas/* number */.aig().nonnegative().nullish(),
    createdBy: schemas/* string */.YjP().catch(""),
});
const imagesSchema = schemas/* array */.YOg(schemas/* object */.Ikc({
    platform: schemas/* string */.YjP(),
    manifestDigest: schemas/* string */.YjP().nullish(),
    configDigest: schemas/* string */.YjP().nullish(),
    layers: schemas/* array */.YOg(layerSchema),
}));
/** "unreadable" where the fact is there in a shape that can't be drawn. */
function graphOf(report) {
    return readFact(graphSchema, report.facts["graph"]);
}
function imagesOf(report) {
    return readFact(imagesSchema, report.facts["images"]);
}
function readFact(schema, fact) {
    if (fact === undefined || fact === null)
        return undefined;
    const parsed = schema.safeParse(fact);
    return parsed.success ? parsed.data : "unreadable";
}

// EXTERNAL MODULE: ./src/report/markdown.js
var markdown = __webpack_require__(92256);
// EXTERNAL MODULE: ./src/report/view/order.js
var order = __webpack_require__(91447);
// EXTERNAL MODULE: ./src/report/view/coverage-rows.js
var coverage_rows = __webpack_require__(72927);
// EXTERNAL MODULE: ./src/report/view/wording.js
var wording = __webpack_require__(97735);
// EXTERNAL MODULE: ./src/finding/gap.js
var finding_gap = __webpack_require__(81572);
// EXTERNAL MODULE: ./src/report/view/finding-notes.js
var finding_notes = __webpack_require__(97542);
// EXTERNAL MODULE: ./src/report/view/place.js
var place = __webpack_require__(65776);
;// CONCATENATED MODULE: ./src/report/summary/blocks.js
// Findings and gaps in Markdown: one block for each rule or reason, which is left out as a whole or not at all.






/** Places of one rule; the fix is the same for all of them. */
const MAX_PLACES = 25;
/** As many blocks stand unfolded: the reader sees the worst without a click. */
const UNFOLDED = 3;
function findingBlocks(reports) {
    const groups = reports.flatMap((report) => (0,order/* groupFindings */.kG)((0,order/* openFindings */.lb)(report)))
        .sort((a, b) => finding/* severities */.gO.indexOf(a.severity) - finding/* severities */.gO.indexOf(b.severity));
    return groups.map((group, at) => ({
        markdown: (at === 0 ? "### To fix, worst first\n\n" : "") + foldFindings(group, at < UNFOLDED), findings: group.findings.length, gaps: 0,
    }));
}
function foldFindings(group, unfolded) {
    const summary = `${wording/* severityShapes */.cF[group.severity]} <b>${group.severity}</b>: ${(0,markdown/* htmlProse */.n8)(group.title, 120)} (${(0,markdown/* htmlCode */.h8)(group.ruleId, 60)}), ${(0,wording/* count */.U9)(group.findings.length, "place")}`;
    return fold({ summary, unfolded, body: [
            `**Fix:** ${(0,markdown/* prose */.CS)(group.remediation, 600)}`,
            listPlaces(group.findings, (finding) => [
                ...(0,finding_notes/* shows */.L)(finding).map((line) => `shown as ${(0,markdown/* code */.aY)(line, 160)}`), ...(0,finding_notes/* expiredWaiver */.a)(finding).map((line) => `waiver ${(0,markdown/* prose */.CS)(line)}`),
                `id ${(0,markdown/* code */.aY)(finding.fingerprint, 64)}`,
            ]),
            ...(group.controls.length === 0 ? [] : [`PCI DSS v4.0.1: ${group.controls.slice(0, 20).map((control) => (0,markdown/* prose */.CS)(control, 40)).join(", ")}`]),
        ] });
}
function gapBlocks(reports) {
    return (0,order/* groupGaps */.RO)(reports.flatMap(order/* openGaps */.i8)).map(({ reason, gaps }, at) => ({
        markdown: (at === 0 ? "### Not examined\n\n" : "") + foldGaps(reason, gaps), findings: 0, gaps: gaps.length,
    }));
}
function foldGaps(reason, gaps) {
    return fold({
        summary: `? <b>${reason}</b>: ${finding_gap/* gapReasons */.U[reason]}, ${(0,wording/* count */.U9)(gaps.length, "place")}`,
        unfolded: false,
        body: [listPlaces(gaps, (gap) => [
                ...(gap.detail === finding_gap/* gapReasons */.U[reason] ? [] : [(0,markdown/* prose */.CS)(gap.detail)]), ...(gap.bytes === undefined ? [] : [`${(0,wording/* bytes */.ee)(gap.bytes)} not examined`]),
                ...(0,finding_notes/* expiredWaiver */.a)(gap).map((line) => `waiver ${(0,markdown/* prose */.CS)(line)}`), `id ${(0,markdown/* code */.aY)(gap.fingerprint, 64)}`,
            ])],
    });
}
function listPlaces(subjects, notes) {
    const shown = subjects.slice(0, MAX_PLACES).map((subject) => `- ${[...placeParts((0,place/* viewPlace */.h)(subject.location)), ...notes(subject)].join(" · ")}`);
    const rest = subjects.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${(0,wording/* count */.U9)(rest, "more place")}`] : [])].join("\n");
}
function placeParts(place) {
    return [`**${(0,markdown/* code */.aY)(place.spot, 400)}**`, ...place.context.map(({ label, value }) => `${label} ${(0,markdown/* code */.aY)(value, 400)}`)];
}
/** The blank lines end the HTML block, so that what stands inside is Markdown again. */
function fold(options) {
    return [`<details${options.unfolded ? " open" : ""}><summary>${options.summary}</summary>`, ...options.body, "</details>"].join("\n\n");
}

;// CONCATENATED MODULE: ./src/report/summary/folded.js



const MAX_ITEMS = 50;
function coverageBlock(report) {
    const rows = (0,coverage_rows/* coverageRows */.o)(report).map((row) => `| ${row.unit} | ${(0,wording/* amount */.vj)(row.unit, row.seen)} | ${(0,wording/* amount */.vj)(row.unit, row.examined)} | ${(0,wording/* shortfall */.SE)(row)} |`);
    return [
        `<details><summary>Examined by ${report.check}</summary>`,
        (0,markdown/* code */.aY)(report.subject.name, 200) + (report.subject.digest === null ? "" : ` sha256:${report.subject.digest.sha256}`),
        rows.length === 0 ? "Nothing." : ["| | Seen | Examined | |", "| :-- | --: | --: | :-- |", ...rows].join("\n"),
        (0,wording/* selfTestSentence */.W9)(report) + report.selfTest.missed.slice(0, MAX_ITEMS).map((name) => ` Missed: ${(0,markdown/* code */.aY)(name, 100)}.`).join(""),
        ...limited(report.outOfScope.map((left) => `- out of scope: ${(0,markdown/* code */.aY)(left.name, 100)}, ${(0,markdown/* prose */.CS)(left.reason)}`)),
        (0,markdown/* prose */.CS)((0,coverage_rows/* toolLine */.p)(report)),
        "</details>",
    ].join("\n\n");
}
/** Waivers and unverified assumptions of all checks; nothing where there are none. */
function notesBlock(reports) {
    return [...waiversBlock(reports), ...assumptionsBlock(reports)];
}
function waiversBlock(reports) {
    const waived = reports.flatMap((report) => [
        ...report.findings.filter((finding) => finding.disposition === "waived").map((finding) => ({ what: finding.ruleId, waiver: finding.waiver })),
        ...report.coverage.gaps.filter((gap) => gap.disposition === "waived").map((gap) => ({ what: gap.reason, waiver: gap.waiver })),
    ]);
    if (waived.length === 0)
        return [];
    const rows = waived.slice(0, MAX_ITEMS).map(({ what, waiver }) => `| ${(0,markdown/* cell */.Hn)(what, 60)} | ${(0,markdown/* cell */.Hn)(waiver?.path ?? waiver?.fingerprint ?? "", 100)} | ${(0,markdown/* cell */.Hn)(waiver?.owner ?? "", 60)} | ${(0,markdown/* cell */.Hn)(waiver?.until ?? "", 20)} | ${(0,markdown/* cell */.Hn)(waiver?.reason ?? "", 200)} |`);
    const rest = waived.length - rows.length;
    return [[
            `<details><summary>${(0,wording/* count */.U9)(waived.length, "waiver")} in force</summary>`,
            ["| What | Where | Owner | Until | Reason |", "| :-- | :-- | :-- | :-- | :-- |", ...rows].join("\n"),
            ...(rest > 0 ? [`and ${(0,wording/* count */.U9)(rest, "more")}`] : []),
            "</details>",
        ].join("\n\n")];
}
function assumptionsBlock(reports) {
    const open = reports.flatMap((report) => report.assumptions.filter((assumption) => !assumption.verified));
    if (open.length === 0)
        return [];
    return [[
            `<details><summary>${(0,wording/* count */.U9)(open.length, "assumption")} not verified</summary>`,
            ...limited(open.map((assumption) => `- ${(0,markdown/* prose */.CS)(assumption.statement)} (${(0,markdown/* prose */.CS)(assumption.source)})`)),
            "</details>",
        ].join("\n\n")];
}
function limited(items) {
    if (items.length === 0)
        return [];
    const rest = items.length - MAX_ITEMS;
    return [[...items.slice(0, MAX_ITEMS), ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}

// EXTERNAL MODULE: ./src/report/clean.js
var clean = __webpack_require__(52984);
;// CONCATENATED MODULE: ./src/report/picture/graph.js


const stateShapes = { reached: "✗", undecided: "?", allowed: "○", proved: "✓" };
const stateWords = {
    reached: "reached", undecided: "undecided", allowed: "allowed", proved: "isolated",
};
/** More boxes than this and nobody looks any more. */
const READABLE_NODES = 24;
/** Mermaid and browsers stop at some size; the table beside the picture has every node. */
const MAX_NODES = 120;
const MAX_EDGES = 300;
/** Puts the unsuspicious jobs of each file together where the graph is large; what is reached or undecided stays single. */
function drawGraph(graph, report) {
    const onPath = pathNodes(graph, report);
    const standIns = graph.nodes.length > READABLE_NODES ? groupQuietJobs(graph, onPath) : new Map();
    const nodes = new Map();
    for (const node of graph.nodes) {
        const drawn = standIns.get(node.id) ?? { ...node, members: 1 };
        nodes.set(drawn.id, drawn);
    }
    const kept = [...nodes.values()].sort((a, b) => nodeStates.indexOf(a.state) - nodeStates.indexOf(b.state)).slice(0, MAX_NODES);
    const edges = drawEdges(graph, { onPath, standIns, kept: new Set(kept.map((node) => node.id)) });
    const drawnMembers = kept.reduce((sum, node) => sum + node.members, 0);
    return { nodes: kept, edges, leftOut: graph.nodes.length - drawnMembers + graph.omitted };
}
/** Reached nodes, and the jobs that an open finding's call chain names as file:job. */
function pathNodes(graph, report) {
    const chains = new Set((0,order/* openFindings */.lb)(report).flatMap(({ location }) => (location.kind === "workflow" ? location.path : [])));
    return new Set(graph.nodes
        .filter((node) => node.state === "reached" || chains.has(node.id) || chains.has(`${node.file ?? ""}:${node.job ?? ""}`))
        .map((node) => node.id));
}
function groupQuietJobs(graph, onPath) {
    const quiet = graph.nodes.filter((node) => node.kind === "job" && node.state !== "undecided" && !onPath.has(node.id));
    const standIns = new Map();
    for (const [key, members] of Map.groupBy(quiet, (node) => JSON.stringify([node.state, node.file ?? ""]))) {
        const first = members[0];
        if (first === undefined || members.length < 2)
            continue;
        const standIn = { ...first, id: `group ${key}`, job: null, label: `${members.length} jobs`, members: members.length };
        for (const member of members)
            standIns.set(member.id, standIn);
    }
    return standIns;
}
function drawEdges(graph, drawing) {
    const edges = new Map();
    for (const edge of graph.edges) {
        const from = drawing.standIns.get(edge.from)?.id ?? edge.from;
        const to = drawing.standIns.get(edge.to)?.id ?? edge.to;
        if (from === to || !drawing.kept.has(from) || !drawing.kept.has(to))
            continue;
        const opposite = edges.get(JSON.stringify([to, from]));
        if (opposite !== undefined)
            edges.set(JSON.stringify([to, from]), { ...opposite, twoWay: true });
        else
            edges.set(JSON.stringify([from, to]), { from, to, kind: edge.kind, breaking: edge.kind !== "needs" && drawing.onPath.has(edge.from) && drawing.onPath.has(edge.to), twoWay: false });
    }
    return [...edges.values()].sort((a, b) => Number(b.breaking) - Number(a.breaking)).slice(0, MAX_EDGES);
}
/** `3 reached, 1 undecided, 46 proved unreachable`. */
function tallyStates(graph) {
    return nodeStates
        .map((state) => ({ state, many: graph.nodes.filter((node) => node.state === state).length }))
        .filter(({ many }) => many > 0)
        .map(({ state, many }) => `${many} ${stateWords[state]}`)
        .join(", ");
}

;// CONCATENATED MODULE: ./src/report/summary/mermaid.js



/** Both readable on GitHub's light and dark ground; the state stands in each label as a word too. */
const stateStyles = {
    reached: "stroke:#d1242f,stroke-width:3px", undecided: "stroke:#bf8700,stroke-width:2px,stroke-dasharray:6 4",
    allowed: "stroke:#57606a,stroke-width:2px", proved: "stroke:#57606a,stroke-width:1px",
};
/** A fenced block and a sentence for those who don't see it; jobs of one workflow file share a frame. */
function toMermaid(graph, report) {
    const drawn = drawGraph(graph, report);
    const nodes = interestingNodes(drawn);
    const ids = new Map(nodes.map((node, at) => [node.id, `n${at}`]));
    const lines = [
        "flowchart LR",
        ...nodeLines(nodes, ids),
        ...drawn.edges.map((edge) => `  ${ids.get(edge.from) ?? ""} ${arrow(edge)}|"${mermaid_label(edge.kind, 30)}"| ${ids.get(edge.to) ?? ""}`),
        ...Object.entries(stateStyles).map(([state, style]) => `  classDef ${state} ${style}`),
    ];
    const hidden = graph.omitted + graph.nodes.length - nodes.reduce((sum, node) => sum + node.members, 0);
    const left = hidden > 0 ? ` ${(0,wording/* count */.U9)(hidden, "more node")} not drawn.` : "";
    return `\`\`\`mermaid\n${lines.join("\n")}\n\`\`\`\n\n${tallyStates(graph)}. Thick arrows lead to what must not be reached.${left}\n`;
}
/** Isolated jobs that no line leads to or from say nothing in a picture, and Mermaid gives them most of its room. */
function interestingNodes({ nodes, edges }) {
    const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
    const interesting = nodes.filter((node) => node.state !== "proved" || linked.has(node.id));
    return interesting.length > 0 ? interesting : nodes;
}
function arrow(edge) {
    if (edge.breaking)
        return "==>";
    return edge.twoWay ? "<-->" : "-->";
}
function nodeLines(drawn, ids) {
    const isProved = drawn.every(({ state }) => state === "proved" || state === "allowed");
    const frames = Map.groupBy(drawn, (node) => node.file ?? "");
    return [...frames].flatMap(([file, nodes], at) => {
        const lines = nodes.map((node) => `    ${ids.get(node.id) ?? ""}${nodeShape(node)}:::${node.state}`);
        // The cut: what must not be reached has a frame of its own where only allowed jobs get in.
        if (file === "" && isProved)
            return ["  subgraph cut[\"only allowed jobs get in\"]", ...lines, "  end"];
        return file === "" ? lines : [`  subgraph f${at}["${mermaid_label(file, 60)}"]`, ...lines, "  end"];
    });
}
function nodeShape(node) {
    const text = `${node.kind === "job" ? "" : `${mermaid_label(node.kind, 20)} `}${mermaid_label(node.label, 50)}<br/>${stateShapes[node.state]} ${stateWords[node.state]}`;
    return node.kind === "job" ? `["${text}"]` : `(["${text}"])`;
}
/** Letters, digits and a few harmless signs; all else as Mermaid's own character codes, which no grammar of it reads. */
function mermaid_label(text, max) {
    return (0,clean/* show */.WU)(text, max).replace(/[^\p{L}\p{N} ._/…-]/gu, (character) => `#${character.codePointAt(0) ?? 63};`);
}

;// CONCATENATED MODULE: ./src/report/summary/report-summary.js








/** GitHub's limit less a little for what other steps' tools add to the same file. */
const DEFAULT_MAX_BYTES = 1_000_000;
/** A table longer than this is no summary; the rest is counted. */
const MAX_ROWS = 100;
/** What the line about left-out parts may take. */
const RESERVE = 400;
/** Markdown of at most `maxBytes`. Whole blocks are left out from the end, least severe first, and counted. */
function toSummary(reports, options = {}) {
    const limit = (options.maxBytes ?? DEFAULT_MAX_BYTES) - RESERVE;
    const title = titleLine(reports, options);
    const tail = [...reports.flatMap(graphBlock), ...reports.map(coverageBlock), ...notesBlock(reports)].map(asBlock);
    // Findings come first on the page and first in the budget; graph and coverage keep a third of it, so that they don't vanish.
    const kept = fit(tail, Math.floor((limit - size([title])) / 3));
    const main = [asBlock(tableBlock(reports)), ...findingBlocks(reports), ...gapBlocks(reports)];
    const body = fit(main, limit - size([title, ...kept]));
    const left = [...main.slice(body.length), ...tail.slice(kept.length)];
    return `${[title, ...body, ...leftOut(left, options), ...kept].map((block) => block.markdown).join("\n\n")}\n`;
}
/** Blocks from the front as long as they fit; what doesn't fit ends it, so that nothing less severe takes the place of something worse. */
function fit(blocks, limit) {
    let used = 0;
    const end = blocks.findIndex((block) => (used += size([block])) > limit);
    return end === -1 ? blocks : blocks.slice(0, end);
}
function size(blocks) {
    return blocks.reduce((sum, block) => sum + Buffer.byteLength(block.markdown) + 2, 0);
}
function asBlock(markdown) {
    return { markdown, findings: 0, gaps: 0 };
}
function leftOut(left, options) {
    if (left.length === 0)
        return [];
    const findings = left.reduce((sum, block) => sum + block.findings, 0);
    const gaps = left.reduce((sum, block) => sum + block.gaps, 0);
    const what = [findings > 0 ? (0,wording/* count */.U9)(findings, "more finding") : "", gaps > 0 ? (0,wording/* count */.U9)(gaps, "more gap") : ""].filter((text) => text !== "");
    const subject = what.length > 0 ? what.join(" and ") : (0,wording/* count */.U9)(left.length, "more section");
    return [asBlock(`**${subject} left out here** for want of room. All of it stands in ${(0,markdown/* prose */.CS)(options.moreAt ?? "the JSON report", 100)}.`)];
}
function titleLine(reports, options) {
    const verdict = (0,order/* worstVerdict */.zP)(reports.map((report) => report.verdict));
    return asBlock(`## ${wording/* verdictShapes */.kz[verdict]} ${(0,markdown/* prose */.CS)(options.title ?? "pci-pipeline", 100)}: ${verdict}`);
}
function tableBlock(reports) {
    if (reports.length === 0)
        return "No check has reported: nothing is known.";
    const rest = reports.length - MAX_ROWS;
    return [
        "| Verdict | Check | Subject | Open findings | Gaps | Waived | Examined |",
        "| :-- | :-- | :-- | :-- | --: | --: | :-- |",
        ...reports.slice(0, MAX_ROWS).map(verdictRow),
        ...(rest > 0 ? ["", `and ${(0,wording/* count */.U9)(rest, "more check")}.`] : []),
        ...(reports.length === 1 ? ["", ...reports.flatMap(wording/* verdictReasons */.NB)] : []),
    ].join("\n");
}
function verdictRow(report) {
    const open = (0,order/* openFindings */.lb)(report).length;
    const waived = (0,order/* countDispositions */.kD)(report.findings).waived + report.coverage.gaps.length - (0,order/* openGaps */.i8)(report).length;
    const columns = [
        `${wording/* verdictShapes */.kz[report.verdict]} **${report.verdict}**`, report.check, (0,markdown/* cell */.Hn)(report.subject.name, 80),
        open === 0 ? "0" : `${(0,wording/* figure */.vP)(open)} (${(0,wording/* severityTally */.kH)(report)})`, (0,wording/* figure */.vP)((0,order/* openGaps */.i8)(report).length), (0,wording/* figure */.vP)(waived), examined(report),
    ];
    return `| ${columns.join(" | ")} |`;
}
function examined(report) {
    const rows = (0,coverage_rows/* coverageRows */.o)(report).filter((row) => row.examined > 0).slice(0, 3);
    return rows.length === 0 ? "nothing" : rows.map((row) => (row.unit === "bytes" ? (0,wording/* amount */.vj)(row.unit, row.examined) : `${(0,wording/* figure */.vP)(row.examined)} ${row.unit}`)).join(", ");
}
function graphBlock(report) {
    const graph = graphOf(report);
    if (graph === undefined)
        return [];
    if (graph === "unreadable")
        return [`The isolation graph of ${(0,markdown/* code */.aY)(report.subject.name, 80)} has a form that can't be drawn here.`];
    if (graph.nodes.length === 0)
        return [];
    return [`### Isolation of ${(0,markdown/* code */.aY)(report.subject.name, 80)}\n\n${toMermaid(graph, report)}`];
}

;// CONCATENATED MODULE: ./src/report/html/markup.js
// HTML by template: whatever is put in is escaped, unless it was itself made here. So nobody can forget it.

/** A symbol, since no JSON from outside can carry one. */
const markup = Symbol("markup");
/** Strings become clean, escaped text, also inside quoted attributes; null, undefined and false nothing; lists their parts. */
function html(parts, ...pieces) {
    return { [markup]: parts.map((part, at) => part + (at < pieces.length ? print(pieces[at]) : "")).join("") };
}
/** Text of our own that must stand as it is, such as a style sheet. Never for anything from outside. */
function trusted(text) {
    return { [markup]: text };
}
function print(piece) {
    if (piece === null || piece === undefined || piece === false)
        return "";
    if (typeof piece === "string")
        return (0,clean/* escapeHtml */.ZD)((0,clean/* clean */.uH)(piece));
    if (typeof piece === "number")
        return String(piece);
    return isList(piece) ? piece.map(print).join("") : piece[markup];
}
function isList(piece) {
    return Array.isArray(piece);
}
/** A landmark with a heading; `lead` is the one sentence that says what there is to see. */
function section(options) {
    return html `
<section id="${options.id}" aria-labelledby="${options.id}-title">
<h2 id="${options.id}-title">${options.title}</h2>
${options.lead === undefined ? "" : html `<p class="lead">${options.lead}</p>`}
${options.body}
</section>`;
}
/** Wide content gets its own scroll bar, which a keyboard can reach. */
function scroller(name, body) {
    return html `<div class="scroll" role="region" aria-label="${name}" tabindex="0">${body}</div>`;
}
/** The first cell of each row is its header. */
function table(options) {
    const className = (at) => (options.columns[at]?.numeric ? html ` class="num"` : "");
    return scroller(`Table: ${options.name}`, html `<table${options.className === undefined ? "" : html ` class="${options.className}"`}>
<caption class="unseen">${options.name}</caption>
<thead><tr>${options.columns.map((column, at) => html `<th scope="col"${className(at)}>${column.title}</th>`)}</tr></thead>
<tbody>${options.rows.map((row) => html `
<tr>${row.map((piece, at) => (at === 0 ? html `<th scope="row"${className(at)}>${piece}</th>` : html `<td${className(at)}>${piece}</td>`))}</tr>`)}
</tbody></table>`);
}

;// CONCATENATED MODULE: ./src/report/html/bar.js
// Bars: how much of a whole, and of what kind. Hatching says "not", so that it shows without colour.

/** About the width on a screen, so that the hatching keeps its slope. */
const WIDTH = 360;
/** Parts in order, shares of 1 in all; the text beside it says the same, so readers of text skip it. */
function bar(parts, height = 10) {
    let x = 0;
    const drawn = [];
    for (const part of parts) {
        const width = Math.max(0, Math.min(WIDTH - x, bar_round(part.share * WIDTH)));
        // What exists stays visible, however small it is.
        const visible = part.share > 0 ? Math.max(width, 2) : 0;
        if (part.tone !== "none" && visible > 0)
            drawn.push(html `<rect x="${bar_round(Math.min(x, WIDTH - visible))}" y="0" width="${visible}" height="${height}" class="part ${part.tone}"/>`);
        x = bar_round(x + width);
    }
    return html `<svg class="bar" viewBox="0 0 ${WIDTH} ${height}" preserveAspectRatio="none" aria-hidden="true"><rect width="${WIDTH}" height="${height}" class="ground"/>${drawn}</svg>`;
}
/** Two decimals: the same bytes on every machine, and no endless fractions. */
function bar_round(value) {
    return Math.round(value * 100) / 100;
}

;// CONCATENATED MODULE: ./src/report/html/mark.js


const controlStatuses = ["evidence-contradicts", "partial", "not-covered", "evidence-supports"];
const disc = `<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/>`;
const tick = `${disc}<path d="M5 8.3 7.2 10.5 11 5.8" fill="none" stroke="currentColor" stroke-width="1.6"/>`;
const cross = `<path d="M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z" fill="currentColor"/><path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" class="cut"/>`;
const query = `<path d="M8 1 15 8 8 15 1 8z" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M6.3 6.6a1.7 1.7 0 1 1 2.4 1.6c-.5.2-.7.5-.7 1m0 1.5v.6" fill="none" stroke="currentColor" stroke-width="1.3"/>`;
const dashes = `<circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.6 2.5"/>`;
const half = `${disc}<path d="M8 1.5a6.5 6.5 0 0 1 0 13z" fill="currentColor"/>`;
const signs = {
    "pass": { shape: tick, tone: "good", word: "pass" },
    "fail": { shape: cross, tone: "bad", word: "fail" },
    "inconclusive": { shape: query, tone: "doubt", word: "inconclusive" },
    "not-run": { shape: dashes, tone: "mute", word: "not run" },
    "critical": { shape: `<path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor"/>`, tone: "bad", word: "critical" },
    "high": { shape: `<path d="M8 1.6 15.2 14H.8z" fill="currentColor"/>`, tone: "bad", word: "high" },
    "medium": { shape: `<circle cx="8" cy="8" r="6" fill="currentColor"/>`, tone: "doubt", word: "medium" },
    "low": { shape: disc, tone: "mute", word: "low" },
    "evidence-contradicts": { shape: cross, tone: "bad", word: "evidence contradicts" },
    "partial": { shape: half, tone: "doubt", word: "partial" },
    "not-covered": { shape: dashes, tone: "mute", word: "not covered" },
    "evidence-supports": { shape: tick, tone: "good", word: "evidence supports" },
    "reached": { shape: cross, tone: "bad", word: stateWords.reached },
    "undecided": { shape: query, tone: "doubt", word: stateWords.undecided },
    "allowed": { shape: disc, tone: "mute", word: stateWords.allowed },
    "proved": { shape: tick, tone: "good", word: stateWords.proved },
};
function toneOf(sign) {
    return signs[sign].tone;
}
function wordOf(sign) {
    return signs[sign].word;
}
/** The shape alone, for where the word stands anyway. */
function shape(sign, size = 16) {
    return html `<svg class="sign ${signs[sign].tone}" width="${size}" height="${size}" viewBox="0 0 16 16" aria-hidden="true">${trusted(signs[sign].shape)}</svg>`;
}
/** The shape inside another picture. */
function shapeAt(sign, at) {
    return html `<svg class="${signs[sign].tone}" x="${at.x}" y="${at.y}" width="${at.size}" height="${at.size}" viewBox="0 0 16 16">${trusted(signs[sign].shape)}</svg>`;
}
/** Shape and word. */
function badge(sign) {
    return html `<span class="badge ${signs[sign].tone}">${shape(sign)}<span>${signs[sign].word}</span></span>`;
}

;// CONCATENATED MODULE: ./src/report/html/section/controls-section.js
// PCI DSS controls and what the evidence says about each. The words stop short of a judgement, which is the assessor's.





function controlsSection({ controls }) {
    if (controls.length === 0)
        return undefined;
    const remains = controls.some((control) => control.remains !== undefined);
    const columns = ["Procedure", "Evidence says", "Why", "Evidence", ...(remains ? ["Left for people"] : [])].map((title) => ({ title }));
    const rows = controls.map((control) => [
        html `${(0,clean/* show */.WU)(control.id, 40)}${control.requirement === control.id ? "" : html `<br><span class="soft">${(0,clean/* show */.WU)(control.requirement, 40)}</span>`}`,
        badge(control.status), (0,clean/* show */.WU)(control.reason, 600),
        html `${control.evidence.slice(0, 20).map((name, at) => html `${at === 0 ? "" : html `<br>`}<code class="whole">${(0,clean/* show */.WU)(name, 80)}</code>`)}`,
        ...(remains ? [(0,clean/* show */.WU)(control.remains ?? "", 600)] : []),
    ]);
    return { id: "controls", title: "Controls", html: section({
            id: "controls", title: "Controls", lead: "Testing procedures of PCI DSS v4.0.1, by number. Whether a control is in place is for the assessor to say.",
            body: [tally(controls), table({ className: "roomy", name: "Controls", columns, rows })],
        }) };
}
function tally(controls) {
    const parts = controlStatuses
        .map((status) => ({ status, many: controls.filter((control) => control.status === status).length }))
        .filter(({ many }) => many > 0);
    // What nothing is known about stays empty in the bar.
    const shares = parts.map(({ status, many }) => ({ share: many / controls.length, tone: status === "not-covered" ? "none" : toneOf(status) }));
    return html `${bar(shares)}<p>${parts.map(({ status, many }, at) => html `${at === 0 ? "" : " · "}${(0,wording/* figure */.vP)(many)} ${badge(status)}`)}</p>`;
}

;// CONCATENATED MODULE: ./src/report/html/section/findings-section.js
// Open findings, worst first, each rule once with its fix and its places.








/** A page of megabytes helps nobody; the JSON report has everything. */
const MAX_GROUPS = 200;
const findings_section_MAX_PLACES = 30;
function findingsSection(input) {
    const groups = input.reports.flatMap((report) => (0,order/* groupFindings */.kG)((0,order/* openFindings */.lb)(report)))
        .sort((a, b) => finding/* severities */.gO.indexOf(a.severity) - finding/* severities */.gO.indexOf(b.severity));
    if (groups.length === 0)
        return undefined;
    const hidden = groups.slice(MAX_GROUPS).reduce((sum, group) => sum + group.findings.length, 0);
    const body = [
        groups.slice(0, MAX_GROUPS).map(findingArticle),
        hidden > 0 ? html `<p>${(0,wording/* count */.U9)(hidden, "more finding")}, the least severe, stand in the JSON reports.</p>` : "",
    ];
    return { id: "findings", title: "Findings", html: section({ id: "findings", title: "Findings", lead: "What is open, worst first. Values are never shown: at most a public prefix, or a card's first six and last four digits.", body }) };
}
function findingArticle(group) {
    const rest = group.findings.length - findings_section_MAX_PLACES;
    return html `
<article class="finding">
<h3>${badge(group.severity)}<span>${(0,clean/* show */.WU)(group.title, 160)}</span><code class="soft">${(0,clean/* show */.WU)(group.ruleId, 60)}</code></h3>
<p>${(0,clean/* show */.WU)(group.remediation, 600)}</p>
${placeList(group.findings.slice(0, findings_section_MAX_PLACES).map((finding) => ({ place: (0,place/* viewPlace */.h)(finding.location), notes: findingNotes(finding) })))}
${rest > 0 ? html `<p>and ${(0,wording/* count */.U9)(rest, "more place")} in the JSON report</p>` : ""}
${group.controls.length === 0 ? "" : html `<p class="soft">PCI DSS v4.0.1: ${group.controls.slice(0, 20).map((control) => (0,clean/* show */.WU)(control, 40)).join(", ")}</p>`}
</article>`;
}
function findingNotes(finding) {
    return [
        ...(0,finding_notes/* shows */.L)(finding).map((line) => ["shown as", line]),
        ...(0,finding_notes/* expiredWaiver */.a)(finding).map((line) => ["waiver", line]),
        ["id", html `<code>${(0,clean/* show */.WU)(finding.fingerprint, 64)}</code>`],
    ];
}
/** Places as a list: unlike a table it stays readable on a narrow screen. */
function placeList(entries) {
    return html `<ul class="places">${entries.map(({ place, notes }) => html `
<li><code class="spot">${place.spot}</code><dl>${[...place.context.map(({ label, value }) => [label, value]), ...notes].map(([label, value]) => html `<dt>${label}</dt><dd>${value}</dd>`)}</dl></li>`)}
</ul>`;
}

;// CONCATENATED MODULE: ./src/report/html/section/coverage-section.js
// What was examined and what not: the ledger as bars, then every gap.











const MAX_GAPS = 50;
function coverageSection(input) {
    if (input.reports.length === 0)
        return undefined;
    const body = [...input.reports.map(coverageOf), gapList(input.reports.flatMap(order/* openGaps */.i8))];
    return { id: "examined", title: "What was examined", html: section({ id: "examined", title: "What was examined, and what not", lead: "Full bars are examined; hatching is what was seen and could not be. Detectors count as proved only when they find all that was planted in the same run.", body }) };
}
function coverageOf(report) {
    const rows = (0,coverage_rows/* coverageRows */.o)(report).map((row) => {
        const share = row.seen === 0 ? 0 : row.examined / row.seen;
        return [
            row.unit, bar([{ share, tone: "mute" }, { share: 1 - share, tone: "hatch" }]), (0,wording/* amount */.vj)(row.unit, row.examined), (0,wording/* amount */.vj)(row.unit, row.seen),
            row.seen > row.examined ? html `<strong class="doubt">${(0,wording/* shortfall */.SE)(row)}</strong>` : "all",
        ];
    });
    const missed = report.selfTest.missed.slice(0, MAX_GAPS);
    return html `
<h3>${report.check}</h3>
<p class="soft"><code>${(0,clean/* show */.WU)(report.subject.name)}</code></p>
${rows.length === 0 ? html `<p>${shape("inconclusive")} Nothing was examined.</p>` : table({ className: "ledger", name: `Examined by ${report.check}`, columns: [
            { title: "What" }, { title: "Share" }, { title: "Examined", numeric: true }, { title: "Seen", numeric: true }, { title: "All of it" },
        ], rows })}
<p>${shape((0,wording/* provedItself */.mU)(report) ? "pass" : "inconclusive")} ${(0,wording/* selfTestSentence */.W9)(report)}</p>
${missed.length === 0 ? "" : html `<ul>${missed.map((name) => html `<li>missed: ${(0,clean/* show */.WU)(name, 120)}</li>`)}</ul>`}
${report.outOfScope.length === 0 ? "" : html `<p class="soft">Left out on purpose: ${report.outOfScope.slice(0, MAX_GAPS).map((left) => `${(0,clean/* show */.WU)(left.name, 80)} (${(0,clean/* show */.WU)(left.reason)})`).join("; ")}.</p>`}`;
}
function gapList(gaps) {
    if (gaps.length === 0)
        return "";
    return html `<h3 id="gaps">Gaps</h3>${(0,order/* groupGaps */.RO)(gaps).map(({ reason, gaps: members }) => html `
<article class="finding"><h3><span class="badge doubt">${shape("inconclusive")}<span>gap</span></span><span>${reason}</span></h3><p>${finding_gap/* gapReasons */.U[reason]}: ${(0,wording/* count */.U9)(members.length, "place")}</p>
${placeList(members.slice(0, MAX_GAPS).map((gap) => ({ place: (0,place/* viewPlace */.h)(gap.location), notes: gapNotes(gap) })))}
${members.length > MAX_GAPS ? html `<p>and ${(0,wording/* count */.U9)(members.length - MAX_GAPS, "more place")} in the JSON report</p>` : ""}
</article>`)}`;
}
function gapNotes(gap) {
    return [
        ...(gap.detail === finding_gap/* gapReasons */.U[gap.reason] ? [] : [["why", (0,clean/* show */.WU)(gap.detail)]]),
        ...(gap.bytes === undefined ? [] : [["size", `${(0,wording/* bytes */.ee)(gap.bytes)} not examined`]]),
        ...(0,finding_notes/* expiredWaiver */.a)(gap).map((line) => ["waiver", line]),
        ["id", html `<code>${(0,clean/* show */.WU)(gap.fingerprint, 64)}</code>`],
    ];
}

;// CONCATENATED MODULE: ./src/report/picture/graph-layout.js
const BOX = { width: 200, height: 46 };
const COLUMN_GAP = 56;
const ROW_GAP = 14;
const MARGIN = 4;
/** Passes of reordering; more change little in graphs of this size. */
const SWEEPS = 4;
/** Boxes that nothing leads to or from stand below the others, at least as many beside each other. */
const LOOSE_COLUMNS = 4;
const LOOSE_GAP = 26;
function layOut(graph) {
    const linked = new Set(graph.edges.flatMap((edge) => [edge.from, edge.to]));
    const columns = orderColumns(assignColumns(graph, linked), graph.edges);
    const placed = new Map();
    columns.forEach((column, at) => column.forEach((node, row) => placed.set(node.id, { ...node, x: columnX(at), y: rowY(row) })));
    const tallest = Math.max(0, ...columns.map((column) => column.length));
    const loose = graph.nodes.filter(({ id }) => !linked.has(id));
    const across = Math.max(columns.length, LOOSE_COLUMNS);
    const below = tallest === 0 ? 0 : rowY(tallest) - ROW_GAP + LOOSE_GAP - MARGIN;
    loose.forEach((node, at) => placed.set(node.id, { ...node, x: columnX(at % across), y: below + rowY(Math.floor(at / across)) }));
    const nodes = [...placed.values()];
    const goals = columns.at(-1)?.every(isGoal) && columns.length > 1;
    return {
        cut: goals && isProved(graph) ? { x: columnX(columns.length - 1) - COLUMN_GAP / 2, height: rowY(tallest) - ROW_GAP + MARGIN } : undefined,
        width: Math.max(0, ...nodes.map(({ x }) => x)) + BOX.width + MARGIN,
        height: Math.max(0, ...nodes.map(({ y }) => y)) + BOX.height + MARGIN,
        nodes, edges: graph.edges.flatMap((edge) => placeEdge(edge, placed)),
    };
}
/** What must not be reached stands at the end, and no line runs behind it. */
function isGoal(node) {
    return node.kind !== "job";
}
function isProved(graph) {
    return graph.leftOut === 0 && graph.nodes.every(({ state }) => state === "proved" || state === "allowed");
}
function columnX(at) {
    return MARGIN + at * (BOX.width + COLUMN_GAP);
}
function rowY(at) {
    return MARGIN + at * (BOX.height + ROW_GAP);
}
/** Longest way from a start decides the column; edges that close a cycle are left out of the count. */
function assignColumns(graph, linked) {
    const ranks = rankNodes(graph);
    const columns = Map.groupBy(graph.nodes.filter(({ id }) => linked.has(id)), ({ id }) => ranks.get(id) ?? 0);
    return [...columns].sort(([a], [b]) => a - b).map(([, column]) => column);
}
function rankNodes(graph) {
    const followers = Map.groupBy(graph.edges, (edge) => edge.from);
    const order = sortTopologically(graph, followers);
    const position = new Map(order.map((id, at) => [id, at]));
    const onward = (id) => (followers.get(id) ?? []).filter(({ to }) => (position.get(to) ?? 0) > (position.get(id) ?? 0));
    const ranks = new Map(order.map((id) => [id, 0]));
    for (const id of order)
        for (const { to } of onward(id))
            ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
    const called = new Set(graph.edges.map((edge) => edge.to));
    const last = Math.max(-1, ...graph.nodes.filter((node) => !isGoal(node)).map(({ id }) => ranks.get(id) ?? 0)) + 1;
    for (const node of graph.nodes)
        if (isGoal(node) && onward(node.id).length === 0)
            ranks.set(node.id, last);
    // What nothing leads to moves next to what it leads to: a short line is easier to follow than a long one.
    for (const id of order.toReversed()) {
        const next = onward(id).map(({ to }) => ranks.get(to) ?? 0);
        if (!called.has(id) && next.length > 0)
            ranks.set(id, Math.min(...next) - 1);
    }
    return ranks;
}
/** Depth-first, so that in a graph without cycles each node comes before all that follows it. */
function sortTopologically(graph, followers) {
    const visited = new Set();
    const done = [];
    // As deep as the drawn nodes are many at most, and drawGraph limits those.
    const visit = (id) => {
        if (visited.has(id))
            return;
        visited.add(id);
        for (const { to } of followers.get(id) ?? [])
            visit(to);
        done.push(id);
    };
    for (const node of graph.nodes)
        visit(node.id);
    return done.reverse();
}
/** Each column by the middle of its neighbours, forwards and backwards in turn, so that lines cross less. */
function orderColumns(columns, edges) {
    const neighbours = Map.groupBy(edges.flatMap(({ from, to }) => [{ at: from, other: to }, { at: to, other: from }]), ({ at }) => at);
    let current = columns.map((column) => [...column]);
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        const heights = new Map(current.flatMap((column) => column.map((node, row) => [node.id, row - column.length / 2])));
        const weigh = (node) => {
            const found = (neighbours.get(node.id) ?? []).map(({ other }) => heights.get(other) ?? 0);
            return found.length === 0 ? heights.get(node.id) ?? 0 : found.reduce((sum, height) => sum + height, 0) / found.length;
        };
        current = current.map((column) => column.map((node) => ({ node, weight: weigh(node) })).sort((a, b) => a.weight - b.weight).map(({ node }) => node));
    }
    return current;
}
function placeEdge(edge, placed) {
    const from = placed.get(edge.from);
    const to = placed.get(edge.to);
    if (from === undefined || to === undefined)
        return [];
    const forward = to.x > from.x;
    return [{
            ...edge, forward, x1: forward ? from.x + BOX.width : from.x + BOX.width / 2, y1: forward ? from.y + BOX.height / 2 : from.y + BOX.height,
            x2: forward ? to.x : to.x + BOX.width / 2, y2: forward ? to.y + BOX.height / 2 : to.y,
        }];
}

;// CONCATENATED MODULE: ./src/report/html/section/graph-section.js








/** Rows of the table; a repository beyond that reads the JSON report. */
const graph_section_MAX_ROWS = 500;
const ARROW = 7;
function graphSections(input) {
    const drawn = input.reports.flatMap((report) => {
        const graph = graphOf(report);
        return graph === undefined ? [] : [{ report, graph }];
    });
    return drawn.map(({ report, graph }, at) => {
        const id = at === 0 ? "isolation" : `isolation-${at + 1}`;
        const title = drawn.length === 1 ? "Isolation" : `Isolation of ${(0,clean/* show */.WU)(report.subject.name, 60)}`;
        return { id, title, html: section({ id, title, ...graphBody(graph, report) }) };
    });
}
function graphBody(graph, report) {
    if (graph === "unreadable")
        return { lead: "", body: html `<p>${shape("inconclusive")} The graph of <code>${(0,clean/* show */.WU)(report.subject.name)}</code> has a form that can't be drawn here.</p>` };
    return {
        lead: `Which job can reach what: ${tallyStates(graph)}. Thick lines are a way to what must not be reached; jobs that nothing is to be said about stand together.`,
        body: html `${graphPicture(graph, report)}${graphTable(graph)}`,
    };
}
function graphPicture(graph, report) {
    const drawn = drawGraph(graph, report);
    const layout = layOut(drawn);
    const ways = layout.edges.filter((edge) => edge.breaking).map((edge) => `${nameOf(layout.nodes, edge.from)} to ${nameOf(layout.nodes, edge.to)}`);
    const picture = html `<svg class="graph" role="img" aria-label="Isolation graph: ${tallyStates(graph)}.${ways.length === 0 ? "" : ` Breaking: ${ways.slice(0, 20).join("; ")}.`} The table below has every node." width="${bar_round(layout.width)}" height="${bar_round(layout.height)}" viewBox="0 0 ${bar_round(layout.width)} ${bar_round(layout.height)}">
${layout.cut === undefined ? "" : html `<path class="cut" d="M${bar_round(layout.cut.x)} 0V${bar_round(layout.cut.height)}"><title>the cut: only allowed jobs cross it</title></path>`}
${layout.edges.toSorted((a, b) => Number(a.breaking) - Number(b.breaking)).map(edgePath)}
${layout.nodes.map(nodeBox)}
</svg>`;
    return html `${scroller("Isolation graph", picture)}${drawn.leftOut > 0 ? html `<p>${(0,wording/* count */.U9)(drawn.leftOut, "node")} not drawn; the table has those that the report lists.</p>` : ""}`;
}
function nameOf(nodes, id) {
    return (0,clean/* show */.WU)(nodes.find((node) => node.id === id)?.label ?? id, 60);
}
function edgePath(edge) {
    const { x1, y1, x2, y2, forward } = edge;
    const bend = forward ? Math.max(24, (x2 - x1) / 2) : 30;
    const curve = forward ? `C${bar_round(x1 + bend)} ${bar_round(y1)} ${bar_round(x2 - bend)} ${bar_round(y2)} ${bar_round(x2 - ARROW)} ${bar_round(y2)}`
        : `C${bar_round(x1)} ${bar_round(y1 + bend)} ${bar_round(x2)} ${bar_round(y2 - bend)} ${bar_round(x2)} ${bar_round(y2 - ARROW)}`;
    const tip = forward ? `M${bar_round(x2)} ${bar_round(y2)}l${-ARROW} -4v8z` : `M${bar_round(x2)} ${bar_round(y2)}l-4 ${-ARROW}h8z`;
    const back = edge.twoWay && forward ? html `<path class="tip" d="M${bar_round(x1)} ${bar_round(y1)}l${ARROW} -4v8z"/>` : "";
    const className = edge.breaking ? " breaking" : "";
    return html `<path class="edge${className}" d="M${bar_round(x1)} ${bar_round(y1)}${curve}"><title>${(0,clean/* show */.WU)(edge.kind, 60)}</title></path><path class="tip${className}" d="${tip}"/>${back}`;
}
function nodeBox(node) {
    const round8 = node.kind === "job" ? 3 : BOX.height / 2;
    const below = [node.kind === "job" ? fileName(node.file) : (0,clean/* show */.WU)(node.kind, 14), wordOf(node.state)].filter((part) => part !== "").join(" · ");
    return html `<g><title>${(0,clean/* show */.WU)(node.label)}${node.file ? ` in ${(0,clean/* show */.WU)(node.file)}` : ""}: ${wordOf(node.state)}</title>
<rect class="box ${toneOf(node.state)}" x="${bar_round(node.x)}" y="${bar_round(node.y)}" width="${BOX.width}" height="${BOX.height}" rx="${round8}"/>
${shapeAt(node.state, { x: bar_round(node.x) + 14, y: bar_round(node.y) + 15, size: 16 })}
<text x="${bar_round(node.x) + 40}" y="${bar_round(node.y) + 20}">${(0,clean/* show */.WU)(node.label, 22)}</text>
<text class="small" x="${bar_round(node.x) + 40}" y="${bar_round(node.y) + 36}">${(0,clean/* show */.WU)(below, 29)}</text></g>`;
}
function fileName(file) {
    return file === null || file === undefined ? "" : (0,clean/* show */.WU)(file.slice(file.lastIndexOf("/") + 1), 18);
}
function graphTable(graph) {
    const sorted = graph.nodes.toSorted((a, b) => nodeStates.indexOf(a.state) - nodeStates.indexOf(b.state));
    const rows = sorted.slice(0, graph_section_MAX_ROWS).map((node) => [(0,clean/* show */.WU)(node.label, 100), (0,clean/* show */.WU)(node.kind, 40), badge(node.state), html `<code>${(0,clean/* show */.WU)(node.file ?? "")}</code>`]);
    return html `<details><summary>All ${(0,wording/* count */.U9)(graph.nodes.length, "node")} as a table</summary>
${table({ name: "Nodes of the isolation graph", columns: [{ title: "Name" }, { title: "Kind" }, { title: "State" }, { title: "File" }], rows })}
${sorted.length > graph_section_MAX_ROWS ? html `<p>and ${(0,wording/* count */.U9)(sorted.length - graph_section_MAX_ROWS, "more node")} in the JSON report</p>` : ""}${graph.omitted > 0 ? html `<p>${(0,wording/* count */.U9)(graph.omitted, "more job")} beyond what the report lists</p>` : ""}</details>`;
}

;// CONCATENATED MODULE: ./src/report/html/stack-picture.js
// The picture of an image: slabs as thick as their layers are large, and beside each what is open in it.








const stack_picture_WIDTH = 960;
const SLAB_WIDTH = 452;
const SLAB_GAP = 3;
const THIN = 26;
const THICKEST = 84;
const CALLOUT_X = SLAB_WIDTH + 52;
const CALLOUT_GAP = 8;
const LINE = 18;
/** Names beside a layer; the findings section has the rest. */
const MAX_NAMES = 3;
/** Slabs from top to bottom as given. */
function stackPicture(slabs, name) {
    const largest = Math.max(1, ...slabs.map(({ layer }) => layer?.size ?? 0));
    let slabEnd = 1;
    let calloutEnd = 1;
    const drawn = slabs.map((slab) => {
        const band = { y: slabEnd, height: THIN + ((slab.layer?.size ?? 0) / largest) * (THICKEST - THIN) };
        slabEnd += band.height + SLAB_GAP;
        const lines = calloutLines(slab.contents);
        // Beside its slab where there is room, else below the callout before it: thickness stands for size alone.
        const top = Math.max(calloutEnd, band.y + (band.height - lines.length * LINE) / 2);
        if (lines.length > 0)
            calloutEnd = top + lines.length * LINE + CALLOUT_GAP;
        return html `<g>${slabBox(slab, band)}${drawCallout(slab.contents, { lines, top, from: band.y + band.height / 2 })}</g>`;
    });
    const height = bar_round(Math.max(slabEnd, calloutEnd));
    return html `<svg class="graph" role="img" aria-label="${name}: ${describe(slabs)} The table below has every layer." width="${stack_picture_WIDTH}" height="${height}" viewBox="0 0 ${stack_picture_WIDTH} ${height}">${drawn}
</svg>`;
}
function describe(slabs) {
    const hit = slabs.filter(({ contents }) => contents.findings.length + contents.gaps.length > 0);
    const places = hit.slice(0, 20).map(({ layer, contents }) => `${layer === null ? "metadata" : `layer ${layer.index}`} ${calloutLines(contents)[0] ?? ""}`);
    return `${(0,wording/* count */.U9)(slabs.filter(({ layer }) => layer !== null).length, "layer")}, ${hit.length === 0 ? "nothing open in them." : `open in ${places.join("; ")}.`}`;
}
function slabBox({ layer, contents }, { y, height }) {
    const middle = bar_round(y + height / 2 + 4.5);
    const tone = worstTone(contents);
    const title = layer === null ? "environment, labels, history and other metadata" : layer.createdBy === "" ? "unknown build step" : layer.createdBy;
    const text = layer === null ? html `<text class="small" x="12" y="${middle}">config: environment, labels, history, …</text>`
        : html `<text class="strong" x="12" y="${middle}">${(0,wording/* figure */.vP)(layer.index)}</text><text class="code" x="44" y="${middle}">${(0,clean/* show */.WU)(title, 42)}</text>
<text class="small" x="${SLAB_WIDTH - 12}" y="${middle}" text-anchor="end">${layer.size === null || layer.size === undefined ? "" : (0,wording/* bytes */.ee)(layer.size)}</text>`;
    return html `<rect class="slab ${tone}${layer === null ? " metadata" : ""}" x="1" y="${bar_round(y)}" width="${SLAB_WIDTH}" height="${bar_round(height)}" rx="2"><title>${(0,clean/* show */.WU)(title)}</title></rect>${text}`;
}
function worstTone({ findings, gaps }) {
    const worst = (0,order/* countSeverities */.ng)(findings)[0];
    if (worst !== undefined)
        return toneOf(worst.severity);
    return gaps.length > 0 ? "doubt" : "";
}
/** First the tally, then names; empty where nothing is open. */
function calloutLines({ findings, gaps }) {
    if (findings.length + gaps.length === 0)
        return [];
    const tally = [...(0,order/* countSeverities */.ng)(findings).map(({ severity, count: many }) => `${(0,wording/* figure */.vP)(many)} ${severity}`), ...(gaps.length > 0 ? [(0,wording/* count */.U9)(gaps.length, "gap")] : [])];
    const worst = findings.toSorted((a, b) => finding/* severities */.gO.indexOf(a.severity) - finding/* severities */.gO.indexOf(b.severity));
    const places = [...worst, ...gaps].map(({ location }) => (0,place/* viewPlace */.h)(location).spot);
    const names = places.slice(0, MAX_NAMES).map((spot) => (0,clean/* show */.WU)(spot, 58));
    const rest = places.length - names.length;
    return [tally.join(", "), ...names, ...(rest > 0 ? [`and ${(0,wording/* figure */.vP)(rest)} more`] : [])];
}
function drawCallout(contents, { lines, top, from }) {
    if (lines.length === 0)
        return "";
    const sign = (0,order/* countSeverities */.ng)(contents.findings)[0]?.severity ?? "inconclusive";
    return html `<path class="lead-line ${worstTone(contents)}" d="M${SLAB_WIDTH + 2} ${bar_round(from)}h8L${CALLOUT_X - 12} ${bar_round(top + 9)}h4"/>
${shapeAt(sign, { x: CALLOUT_X - 6, y: bar_round(top + 2), size: 14 })}
<text class="strong" x="${CALLOUT_X + 16}" y="${bar_round(top + 14)}">${lines[0] ?? ""}</text>${lines.slice(1).map((line, at) => html `
<text class="code" x="${CALLOUT_X + 16}" y="${bar_round(top + 14 + (at + 1) * LINE)}">${line}</text>`)}`;
}

;// CONCATENATED MODULE: ./src/report/html/section/layers-section.js







function layersSection(input) {
    const body = input.reports.flatMap((report) => {
        const images = imagesOf(report);
        if (images === undefined)
            return [];
        if (images === "unreadable")
            return [html `<p>${shape("inconclusive")} The layers of <code>${(0,clean/* show */.WU)(report.subject.name)}</code> have a form that can't be drawn here.</p>`];
        return images.map((image) => imageStack(image, report));
    });
    if (body.length === 0)
        return undefined;
    return { id: "layers", title: "The image", html: section({ id: "layers", title: "The image, layer by layer", lead: "The latest layer is on top, the base below. The thicker a slab, the larger the layer. Whoever pulls the image gets all of them, also what a later layer deletes.", body }) };
}
function imageStack(image, report) {
    const contents = (layer) => ({
        findings: (0,order/* openFindings */.lb)(report).filter((finding) => isAt(finding, image.platform, layer)),
        gaps: (0,order/* openGaps */.i8)(report).filter((gap) => isAt(gap, image.platform, layer)),
    });
    const layers = image.layers.toSorted((a, b) => b.index - a.index);
    const slabs = [{ layer: null, contents: contents(null) }, ...layers.map((layer) => ({ layer, contents: contents(layer) }))];
    const name = `Layers of ${(0,clean/* show */.WU)(image.platform, 60)}`;
    return html `
<h3>${(0,clean/* show */.WU)(image.platform, 60)}</h3>
<p class="soft">${(0,wording/* count */.U9)(image.layers.length, "layer")}${digestNote("manifest", image.manifestDigest)}${digestNote("config", image.configDigest)}</p>
${scroller(name, stackPicture(slabs, name))}
<details><summary>All layers as a table</summary>${table({ name: `${name}, table`, columns: [{ title: "Layer" }, { title: "Size", numeric: true }, { title: "Made by" }, { title: "Content (diff id)" }, { title: "Open here" }], rows: slabs.map(slabRow) })}</details>`;
}
function slabRow({ layer, contents }) {
    if (layer === null)
        return ["config", "", "environment, labels, history and other metadata", "", layers_section_tally(contents)];
    return [
        (0,wording/* figure */.vP)(layer.index), layer.size === null || layer.size === undefined ? "" : (0,wording/* bytes */.ee)(layer.size),
        html `<code>${layer.createdBy === "" ? "unknown build step" : (0,clean/* show */.WU)(layer.createdBy)}</code>`, html `<code>${(0,clean/* show */.WU)(layer.diffId, 80)}</code>`, layers_section_tally(contents),
    ];
}
function layers_section_tally({ findings, gaps }) {
    if (findings.length + gaps.length === 0)
        return html `<span class="soft">nothing</span>`;
    return html `${(0,order/* countSeverities */.ng)(findings).map(({ severity, count: many }) => html `${(0,wording/* figure */.vP)(many)} ${badge(severity)}<br>`)}${gaps.length === 0 ? "" : (0,wording/* count */.U9)(gaps.length, "gap")}`;
}
function digestNote(name, digest) {
    return digest === null || digest === undefined ? "" : html `, ${name} <code>${(0,clean/* show */.WU)((0,wording/* shortDigest */.VK)(digest), 40)}</code>`;
}
/** By content as well: an archive can hold several images of one platform. */
function isAt(subject, platform, layer) {
    const { location } = subject;
    if (location.kind !== "image" || location.platform !== platform)
        return false;
    return layer === null ? location.layer === null : location.layer?.index === layer.index && location.layer.diffId === layer.diffId;
}

;// CONCATENATED MODULE: ./src/report/html/section/notes-section.js






const notes_section_MAX_ROWS = 200;
function notesSections(input) {
    return [waiversSection(input.reports), assumptionsSection(input.reports), blindSpotsSection(input)];
}
function waiversSection(reports) {
    const waived = reports.flatMap((report) => [
        ...report.findings.filter(({ disposition }) => disposition === "waived").map((finding) => waiverRow(finding.ruleId, finding)),
        ...report.coverage.gaps.filter(({ disposition }) => disposition === "waived").map((gap) => waiverRow(gap.reason, gap)),
    ]);
    const uncounted = acceptedSentences(reports);
    if (waived.length === 0 && uncounted.length === 0)
        return undefined;
    const columns = ["What", "Where", "Owner", "Until", "Reason"].map((title) => ({ title }));
    return { id: "waivers", title: "Accepted", html: section({
            id: "waivers", title: "Accepted, and shown all the same", lead: "Nothing is dropped: what doesn't count towards the verdict is listed or counted here.",
            body: [
                waived.length === 0 ? "" : table({ className: "roomy", name: "Waivers in force", columns, rows: waived.slice(0, notes_section_MAX_ROWS) }),
                waived.length > notes_section_MAX_ROWS ? html `<p>and ${(0,wording/* count */.U9)(waived.length - notes_section_MAX_ROWS, "more waiver")}</p>` : "",
                uncounted.map((sentence) => html `<p>${sentence}</p>`),
            ],
        }) };
}
function waiverRow(what, subject) {
    const { waiver } = subject;
    return [
        html `<code>${(0,clean/* show */.WU)(what, 80)}</code>`, (0,clean/* show */.WU)((0,place/* placeLine */.a)(subject.location), 300), (0,clean/* show */.WU)(waiver?.owner ?? "", 80),
        html `<span class="num">${(0,clean/* show */.WU)(waiver?.until ?? "", 20)}</span>`, (0,clean/* show */.WU)(waiver?.reason ?? "", 400),
    ];
}
function acceptedSentences(reports) {
    return reports.flatMap((report) => {
        const counts = (0,order/* countDispositions */.kD)(report.findings);
        return [
            counts.baseline > 0 ? `${report.check}: ${(0,wording/* count */.U9)(counts.baseline, "finding")} known from the baseline.` : "",
            counts["below-threshold"] > 0 ? `${report.check}: ${(0,wording/* count */.U9)(counts["below-threshold"], "finding")} below the threshold (${report.failOn}).` : "",
        ].filter((sentence) => sentence !== "");
    });
}
function assumptionsSection(reports) {
    const all = reports.flatMap((report) => report.assumptions.map((assumption) => ({ report, assumption })));
    if (all.length === 0)
        return undefined;
    const rows = all.slice(0, notes_section_MAX_ROWS).map(({ report, assumption }) => [
        (0,clean/* show */.WU)(assumption.statement, 400), assumption.verified ? html `<span class="badge good">${shape("pass")}<span>verified</span></span>` : html `<span class="badge doubt">${shape("inconclusive")}<span>not verified</span></span>`,
        (0,clean/* show */.WU)(assumption.source, 300), report.check,
    ]);
    const columns = ["Assumption", "State", "By whom", "Check"].map((title) => ({ title }));
    return { id: "assumptions", title: "Assumptions", html: section({
            id: "assumptions", title: "Assumptions", lead: "Facts outside the input that a verdict leans on. One that nobody verified keeps its controls at partial.",
            body: table({ className: "roomy", name: "Assumptions", columns, rows }),
        }) };
}
function blindSpotsSection({ blindSpots }) {
    if (blindSpots.length === 0)
        return undefined;
    return { id: "blind-spots", title: "Blind spots", html: section({
            id: "blind-spots", title: "Blind spots", lead: "What this product does not look at, so that nobody reads silence as an answer.",
            body: html `<ul>${blindSpots.map(({ statement }) => html `<li>${(0,clean/* show */.WU)(statement, 600)}</li>`)}</ul>`,
        }) };
}

// EXTERNAL MODULE: ./src/measurement/measurement.js
var measurement_measurement = __webpack_require__(76169);
;// CONCATENATED MODULE: ./src/report/html/timeline-picture.js



const timeline_picture_WIDTH = 960;
const LEFT = 44;
const TOP = 18;
const HEIGHT = 170;
const LANE = 16;
/** The versions in the order in which they answer; more than two are rare. */
const tones = ["mute", "good", "doubt"];
function toneOfVersion(index) {
    return tones[Math.min(index, tones.length - 1)] ?? "mute";
}
function timelinePicture({ timeline, events, requests, failed }) {
    const most = Math.max(1, ...timeline.map(({ sent }) => sent));
    const seconds = Math.max(1, timeline.length);
    const step = (timeline_picture_WIDTH - LEFT) / seconds;
    const scale = { step, x: (second) => bar_round(LEFT + second * step), y: (many) => bar_round(TOP + HEIGHT - (many / most) * HEIGHT) };
    const pods = [...new Set(events.flatMap(({ pod }) => (pod === null ? [] : [pod])))].slice(0, 12);
    const bottom = TOP + HEIGHT + 20 + pods.length * LANE + 4;
    return html `<svg class="graph" role="img" aria-label="Requests per second while pods were replaced: ${(0,wording/* count */.U9)(requests, "request")} inside the window, ${failed} failed. The tables below have the figures." width="${timeline_picture_WIDTH}" height="${bottom}" viewBox="0 0 ${timeline_picture_WIDTH} ${bottom}">
${windowBand(events, scale)}${timeline.map((second) => secondBars(second, scale))}
<path class="edge" d="M${LEFT} ${TOP}V${TOP + HEIGHT}H${timeline_picture_WIDTH}"/>
<text class="small" x="${LEFT - 6}" y="${TOP + 4}" text-anchor="end">${most}/s</text><text class="small" x="${LEFT - 6}" y="${TOP + HEIGHT}" text-anchor="end">0</text>
${ticks(seconds).map((second) => html `<text class="small" x="${scale.x(second)}" y="${TOP + HEIGHT + 14}">${second} s</text>`)}
${pods.map((pod, index) => podLane(pod, { events, scale, last: seconds, y: TOP + HEIGHT + 26 + index * LANE }))}
</svg>`;
}
function ticks(seconds) {
    const every = [1, 2, 5, 10, 30, 60, 300, 600].find((step) => seconds / step <= 12) ?? 3600;
    return Array.from({ length: Math.ceil(seconds / every) }, (_, index) => index * every);
}
function windowBand(events, { x }) {
    const from = events.find(({ kind }) => kind === "window-opened")?.second;
    const to = events.find(({ kind }) => kind === "window-closed")?.second;
    if (from === undefined || to === undefined)
        return "";
    return html `<rect class="slab" x="${x(from)}" y="1" width="${bar_round(x(to) - x(from))}" height="${TOP + HEIGHT - 1}"/><text class="small" x="${bar_round(x(from) + 5)}" y="13">pods are replaced</text>`;
}
function secondBars({ second, sent, failed, versions }, { x, y, step }) {
    const width = bar_round(Math.max(step - 1, 0.6));
    let base = 0;
    const parts = versions.map((many, index) => {
        const top = y(base + many);
        const part = many > 0 && html `<rect class="part ${toneOfVersion(index)}" x="${x(second)}" y="${top}" width="${width}" height="${bar_round(y(base) - top)}"/>`;
        base += many;
        return part;
    });
    // at least six pixels: one lost request among hundreds must be seen
    const lost = failed > 0 && html `<rect class="part bad" x="${x(second)}" y="${TOP}" width="${bar_round(Math.max(width, 2))}" height="${bar_round(Math.max(6, TOP + HEIGHT - y(failed)))}"/>`;
    return html `<g>${parts}${lost}<title>second ${second}: ${sent} sent, ${failed} failed</title></g>`;
}
/** From ready to gone, the drain apart. */
function podLane(pod, { events, scale: { x }, last, y }) {
    const at = (kind) => events.find((event) => event.pod === pod && event.kind === kind)?.second;
    const [ready, ending, gone] = [at("pod-ready") ?? 0, at("pod-terminating"), at("pod-gone")];
    const end = Math.min(gone ?? last, last);
    const drain = ending === undefined ? "" : html `<rect class="part doubt" x="${x(ending)}" y="${y}" width="${bar_round(Math.max(1, x(end) - x(ending)))}" height="6"/>`;
    return html `<g><title>${pod}: ready at ${ready} s${ending === undefined ? "" : `, ending from ${ending} s`}${gone === undefined ? "" : `, gone at ${gone} s`}</title><rect class="part mute" x="${x(ready)}" y="${y}" width="${bar_round(Math.max(1, x(ending ?? end) - x(ready)))}" height="6"/>${drain}</g>`;
}

;// CONCATENATED MODULE: ./src/report/html/section/rollout-section.js






const ID = "rollout";
const TITLE = "Requests during the rollout";
function rolloutSection(input) {
    const body = input.reports.flatMap((report) => rolloutBody(report) ?? []);
    if (body.length === 0)
        return undefined;
    return { id: ID, title: TITLE, html: section({ id: ID, title: TITLE, lead: "Load ran at a constant rate while pods were replaced. What the client was told, what the pods logged and what took effect behind them was put side by side, request by request.", body }) };
}
function rolloutBody(report) {
    const fact = report.facts["measurement"];
    if (fact === undefined || fact === null)
        return undefined;
    const measurement = measurement_measurement/* measurementSchema */.a.safeParse(fact).data;
    if (measurement === undefined)
        return html `<p>${shape("inconclusive")} The measurement has a form that can't be drawn here.</p>`;
    return html `
<p>${shape(measurement.failed + measurement.outside.failed === 0 ? "pass" : "fail")} ${toSentence(measurement)}</p>
${scroller("Requests second by second", timelinePicture(measurement))}
<p class="soft">${measurement.versions.map(({ digest, answers }, index) => html `<span class="${toneOfVersion(index)}">■</span> ${digest === null ? "version unknown" : (0,wording/* shortDigest */.VK)(digest)}, ${(0,wording/* count */.U9)(answers, "answer")} `)}<span class="bad">■</span> failed. Below: each pod from ready to gone, its drain apart.</p>
${laneTable(measurement)}${ledgerNote(measurement)}`;
}
function toSentence({ failed, requests, rounds, outside, bound, scenario }) {
    const bounded = bound.perRequest === null ? "" : ` At 95 % confidence fewer than ${percent(bound.perRequest)} of requests fail, and fewer than ${percent(bound.perRound ?? 1)} of ${(0,wording/* count */.U9)(rounds, "round")} like this one.`;
    return `${(0,wording/* figure */.vP)(failed)} of ${(0,wording/* figure */.vP)(requests)} requests failed during ${(0,clean/* show */.WU)(scenario, 40)}, ${(0,wording/* figure */.vP)(outside.failed)} of ${(0,wording/* figure */.vP)(outside.requests)} before and after.${bounded}`;
}
function percent(share) {
    return `${Number((share * 100).toPrecision(2))} %`;
}
function laneTable({ lanes }) {
    const names = { fresh: "a connection each", kept: "kept connections" };
    const rows = lanes.map(({ name, requests, failures, latency }) => [
        names[name], (0,wording/* figure */.vP)(requests),
        Object.entries(failures).map(([kind, many]) => `${(0,wording/* figure */.vP)(many)} ${kind}`).join(", ") || "none",
        ...(latency === null ? ["", "", ""] : [latency.p50, latency.p99, latency.max].map((ms) => `${ms} ms`)),
    ]);
    return table({ name: "Requests by kind of connection", columns: [{ title: "Connections" }, { title: "Requests", numeric: true }, { title: "Failed" }, { title: "Median", numeric: true }, { title: "99 %", numeric: true }, { title: "Longest", numeric: true }], rows });
}
function ledgerNote({ ledgers: { service, effects }, repeated }) {
    const told = [
        service === null ? "the pods' logs were not read" : `the pods logged ${(0,wording/* figure */.vP)(service.entries)} requests and missed ${(0,wording/* figure */.vP)(service.unlogged)}`,
        effects === null ? "no ledger of effects was read" : `${(0,wording/* figure */.vP)(effects.entries)} effects were booked, ${(0,wording/* figure */.vP)(effects.foreign)} of them nobody's`,
    ];
    return html `<p class="soft">Reconciled by request id: ${told.join("; ")}. ${(0,wording/* count */.U9)(repeated, "request")} went out twice under one idempotency key.</p>`;
}

;// CONCATENATED MODULE: ./src/report/html/section/run-section.js
// The top of the page and the course of the run.






/** The worst of reports and stages: a stage that failed without a report counts as well. */
function pageVerdict(input) {
    const stages = (input.run?.stages ?? []).flatMap(({ verdict }) => (verdict === "not-run" ? [] : [verdict]));
    const reports = input.reports.map(({ verdict }) => verdict);
    return reports.length === 0 && !stages.includes("fail") ? "inconclusive" : (0,order/* worstVerdict */.zP)([...reports, ...stages]);
}
function headSection(input) {
    const verdict = pageVerdict(input);
    const tool = input.reports[0]?.tool;
    return html `<header>
<p class="kicker">Evidence report${tool === undefined ? "" : ` · pci-pipeline ${(0,clean/* show */.WU)(tool.version, 40)}`}</p>
<h1>${(0,clean/* show */.WU)(input.title, 160)}</h1>
<div class="verdict ${toneOf(verdict)}">${shape(verdict, 40)}<div><p class="word">${verdict.slice(0, 1).toUpperCase() + verdict.slice(1)}</p><ul>${headLines(input).map((line) => html `<li>${line}</li>`)}</ul></div></div>
<dl class="facts">${headFacts(input).map(([name, value]) => html `<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<p class="caution"><strong>This page can't vouch for itself.</strong> Anybody can write a page like it. What counts is the signed statement, checked with a tool and a key that you have from elsewhere: see <a href="#verify">how to verify</a>. Evidence is neither an AOC nor a ROC.</p>
</header>`;
}
function headLines(input) {
    if (input.reports.length === 0)
        return ["No check has reported: nothing is known."];
    const findings = input.reports.flatMap(order/* openFindings */.lb);
    const gaps = input.reports.flatMap(order/* openGaps */.i8).length;
    const failed = (input.run?.stages ?? []).filter(({ verdict }) => verdict === "fail" || verdict === "inconclusive");
    const unproved = input.reports.filter((report) => !(0,wording/* provedItself */.mU)(report));
    const tally = (0,order/* countSeverities */.ng)(findings).map((entry) => `${(0,wording/* figure */.vP)(entry.count)} ${entry.severity}`).join(", ");
    return [
        findings.length === 0 ? "No finding is open." : `${(0,wording/* count */.U9)(findings.length, "finding")} ${(0,wording/* plural */.LS)(findings.length, "is")} open: ${tally}.`,
        gaps === 0 ? "All that was seen was examined, or is waived." : `${(0,wording/* count */.U9)(gaps, "gap")}: not all that was seen could be examined.`,
        ...(unproved.length === 0 ? [] : [`Self-test failed: ${[...new Set(unproved.map(({ check }) => check))].join(", ")}.`]),
        ...(failed.length === 0 ? [] : [`Not passed: ${[...new Set(failed.map(({ name }) => (0,clean/* show */.WU)(name, 60)))].join(", ")}.`]),
    ];
}
function headFacts(input) {
    const { statement, signer } = input;
    const subject = input.reports[0]?.subject;
    const ended = input.reports.map(({ finishedAt }) => finishedAt).sort().at(-1);
    const name = statement?.subject.name ?? subject?.name;
    const digest = statement?.subject.sha256 ?? subject?.digest?.sha256;
    const facts = [];
    if (name !== undefined)
        facts.push(["Subject", html `<code>${(0,clean/* show */.WU)(name)}</code>`]);
    if (digest !== undefined)
        facts.push(["Digest", html `<code>sha256:${(0,clean/* show */.WU)(digest, 80)}</code>`]);
    if (ended !== undefined)
        facts.push(["Examined until", html `<time datetime="${ended}">${ended.slice(0, 16).replace("T", " ")} UTC</time>`]);
    facts.push(["Signed by", signer === null ? "nobody" : signer.kind === "development" ? "a development key: shows that nothing changed since, not who signed" : (0,clean/* show */.WU)(signer.kind, 60)]);
    return facts;
}
function runSection(input) {
    const stages = input.run?.stages ?? [];
    if (stages.length === 0 && input.reports.length === 0)
        return undefined;
    const body = [stages.length === 0 ? "" : stageTable(stages), input.reports.length === 0 ? "" : checkTable(input)];
    return { id: "run", title: "The run", html: section({ id: "run", title: "The run", lead: runLead(stages), body }) };
}
function runLead(stages) {
    if (stages.length === 0)
        return "What each check came to.";
    const total = stages.reduce((sum, stage) => sum + (stage.seconds ?? 0), 0);
    const skipped = stages.filter(({ verdict }) => verdict === "not-run").length;
    return `${(0,wording/* count */.U9)(stages.length - skipped, "stage")} in ${(0,wording/* duration */.p0)(total)}${skipped === 0 ? "" : `, ${skipped} not run`}.`;
}
function stageTable(stages) {
    const total = Math.max(0.001, stages.reduce((sum, stage) => sum + (stage.seconds ?? 0), 0));
    let before = 0;
    const rows = stages.map((stage) => {
        const share = (stage.seconds ?? 0) / total;
        const drawn = bar([{ share: before, tone: "none" }, { share, tone: stage.verdict === "pass" ? "mute" : toneOf(stage.verdict) }]);
        before += share;
        return [(0,clean/* show */.WU)(stage.name, 60), badge(stage.verdict), drawn, stage.seconds === null ? "" : (0,wording/* duration */.p0)(stage.seconds), (0,clean/* show */.WU)(stage.note)];
    });
    return table({ className: "stages", name: "Stages", columns: [{ title: "Stage" }, { title: "Verdict" }, { title: "Course" }, { title: "Time", numeric: true }, { title: "Note" }], rows });
}
function checkTable(input) {
    const rows = input.reports.map((report) => [
        report.check, badge(report.verdict), html `<code>${(0,clean/* show */.WU)(report.subject.name, 80)}</code>`,
        (0,order/* openFindings */.lb)(report).length === 0 ? "0" : (0,wording/* severityTally */.kH)(report), (0,order/* openGaps */.i8)(report).length, `${report.selfTest.detected} of ${report.selfTest.planted}`,
    ]);
    return html `<h3>Checks</h3>${table({ name: "Checks", columns: [
            { title: "Check" }, { title: "Verdict" }, { title: "Subject" }, { title: "Open findings" }, { title: "Open gaps", numeric: true }, { title: "Canaries found", numeric: true },
        ], rows })}`;
}

;// CONCATENATED MODULE: ./src/report/html/section/signature-section.js
// Who signed what, and how a reader checks it without trusting this page.



function signatureSection(input) {
    const { statement, signer } = input;
    const facts = [
        ["Signer", signer === null ? html `${shape("not-run")} nothing was signed` : signerText(signer)],
        ...(signer === null ? [] : [["Key or identity", signer.hint === null ? "in the bundle's certificate" : html `<code>${(0,clean/* show */.WU)(signer.hint, 200)}</code>`]]),
        ...(statement === undefined ? [] : [
            ["Statement", html `<code>${(0,clean/* show */.WU)(statement.predicateType)}</code>`],
            ["About", html `<code>${(0,clean/* show */.WU)(statement.subject.name)}</code><br><code>sha256:${(0,clean/* show */.WU)(statement.subject.sha256, 80)}</code>`],
            ["Issued", html `${(0,clean/* show */.WU)(statement.issuedAt, 40)} <span class="soft">by the signer's own clock</span>`],
            ...statement.facts.map(({ name, value }) => [(0,clean/* show */.WU)(name, 60), value === null ? html `<span class="soft">not known</span>` : html `<code>${(0,clean/* show */.WU)(value)}</code>`]),
        ]),
    ];
    return { id: "verify", title: "Verify", html: section({
            id: "verify", title: "Signature, and how to verify", lead: "This page carries no proof of itself. Run one of the commands with a key that you have from its owner, not from the folder this page came in; or drop bundle, reports and key on verify.html, a page of the product whose digest each release publishes.",
            body: [html `<dl class="facts">${facts.map(([name, value]) => html `<dt>${name}</dt><dd>${value}</dd>`)}</dl>`, commandList(input)],
        }) };
}
function signerText(signer) {
    if (signer.kind !== "development")
        return html `${(0,clean/* show */.WU)(signer.kind, 60)}`;
    return html `<strong class="doubt">${shape("inconclusive")} development key</strong>, made by the tool beside the build. It shows that nothing changed since, not who signed.`;
}
function commandList({ commands, bundleJson }) {
    return [
        commands.length === 0 ? "" : html `<ol class="commands">${commands.map((command) => html `<li><pre tabindex="0">${commandText(command)}</pre></li>`)}</ol>`,
        bundleJson === undefined ? "" : html `<p class="soft">The signed bundle lies in this file too, as data in the element with the id <code>bundle</code>.</p>`,
    ];
}
/** A command may go over several lines; each line is cleaned by itself. */
function commandText(command) {
    return trusted(command.split("\n").map((line) => (0,clean/* escapeHtml */.ZD)((0,clean/* clean */.uH)(line))).join("\n"));
}

;// CONCATENATED MODULE: ./src/report/html/style.js
// The style sheet of the evidence page. The Content-Security-Policy names it by its hash, so no style attribute works anywhere.
const style = `
:root{color-scheme:light dark;--paper:#fdfcfa;--ink:#1f1e1b;--soft:#5b5851;--line:#dbd7ce;--wash:#f4f1ea;--good:#1b6a3a;--bad:#a61d1d;--doubt:#855600;--mute:#66625a;--link:#1c4e8f}
@media (prefers-color-scheme:dark){:root{--paper:#171715;--ink:#eae7e0;--soft:#aba79e;--line:#3b3934;--wash:#21201d;--good:#7fc998;--bad:#f4938b;--doubt:#e2b04a;--mute:#a09c93;--link:#93b9f2}}
*{box-sizing:border-box}
html{font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Liberation Sans",Arial,sans-serif;background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0 auto;max-width:66rem;padding:2.5rem 1.5rem 4rem}
h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;font-weight:600;line-height:1.2;text-wrap:balance;overflow-wrap:anywhere}
h1{font-size:2.1rem;margin:.2rem 0 1.6rem}
h2{font-size:1.45rem;margin:0 0 .35rem}
h3{font-size:1.1rem;margin:1.6rem 0 .4rem}
p,ul,ol,dl{margin:.4rem 0}
p,li,dd{overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--link);outline-offset:3px;border-radius:2px}
code,pre,.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
code{overflow-wrap:anywhere}
pre{background:var(--wash);border:1px solid var(--line);padding:.8rem 1rem;margin:.5rem 0 1rem;white-space:pre-wrap;overflow-wrap:anywhere;border-radius:3px}
.skip{position:absolute;left:-200vw}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem .8rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kicker{color:var(--soft);font-size:.88rem;margin:0}
.lead,.soft{color:var(--soft)}
.lead{margin:0 0 1rem;max-width:46rem}
.good{color:var(--good)}.bad{color:var(--bad)}.doubt{color:var(--doubt)}.mute{color:var(--mute)}
.verdict{display:flex;gap:1.1rem;align-items:flex-start;border-top:3px solid currentColor;border-bottom:1px solid var(--line);padding:1.1rem 0 1.2rem}
.verdict .sign{flex:none;margin-top:.15rem}
.verdict div{color:var(--ink)}
.verdict .word{font:600 1.9rem/1.1 "Iowan Old Style","Palatino Linotype",Palatino,"Liberation Serif",Georgia,serif;margin:0 0 .4rem}
.verdict.good .word{color:var(--good)}.verdict.bad .word{color:var(--bad)}.verdict.doubt .word{color:var(--doubt)}
.verdict ul{margin:0;padding:0;list-style:none}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.4rem;margin:1.2rem 0}
.facts dt{color:var(--soft)}.facts dd{margin:0;min-width:0}
.caution{border-left:3px solid var(--line);padding:.1rem 0 .1rem 1rem;color:var(--soft);max-width:48rem}
.caution strong{color:var(--ink);font-weight:600}
nav{margin:1.8rem 0 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line);padding:.55rem 0}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.3rem;list-style:none;padding:0;margin:0;font-size:.93rem}
section{margin-top:3.2rem}
.sign{width:1em;height:1em;vertical-align:-.12em;flex:none}
.verdict .sign{width:2.6rem;height:2.6rem}
.cut{fill:none;stroke:var(--paper);stroke-width:1.7}
.badge{display:inline-flex;gap:.42em;align-items:baseline;font-weight:600;white-space:nowrap}.badge .sign{position:relative;top:.13em}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.94rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:400;color:var(--soft);font-size:.86rem;white-space:nowrap;vertical-align:bottom}
tbody th{font-weight:600}
.num{text-align:right;white-space:nowrap}
.bar{display:block;width:100%;min-width:7rem;height:.7rem;margin:.42rem 0;border-radius:2px}
.ground{fill:var(--wash)}.part{fill:currentColor}
.part.good{fill:var(--good)}.part.bad{fill:var(--bad)}.part.doubt{fill:var(--doubt)}.part.mute{fill:var(--mute)}.part.hatch{fill:url(#hatch)}
.hatch-line{stroke:var(--doubt);stroke-width:2}.hatch-ground{fill:var(--paper)}
td code,th code{overflow-wrap:break-word}code.whole{white-space:nowrap}
.roomy{min-width:46rem}.stages{min-width:44rem}.stages th{white-space:nowrap}.ledger{table-layout:fixed;min-width:34rem}.ledger th:nth-child(1){width:8rem}.ledger th:nth-child(2){width:38%}.ledger th:nth-child(5){width:16%}
.finding{border-top:1px solid var(--line);padding:1rem 0 .6rem}
.finding h3{margin:0 0 .3rem;display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.finding h3 code{font-weight:400}.finding h3 .badge{font:600 .94rem/1.2 system-ui,sans-serif}
.places{list-style:none;padding:0;margin:.7rem 0}
.places>li{border-left:2px solid var(--line);padding:.1rem 0 .1rem .9rem;margin:.55rem 0}
.places .spot{font-weight:600}
.places dl{display:grid;grid-template-columns:5.2rem 1fr;gap:0 .8rem;margin:.1rem 0;font-size:.9rem}
.places dt{color:var(--soft)}.places dd{margin:0;min-width:0}
.graph{display:block;margin:.4rem 0}
.graph text{font:13px system-ui,"Liberation Sans",sans-serif;fill:var(--ink)}
.graph .small{font-size:11.5px;fill:var(--soft)}
.graph .strong{font-weight:600}.graph .code{font:12.5px ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace}
.slab{fill:var(--wash);stroke:var(--line)}.slab.metadata{fill:none;stroke-dasharray:4 3}.slab.bad{stroke:var(--bad);stroke-width:2}.slab.doubt{stroke:var(--doubt);stroke-width:2}.slab.mute{stroke:var(--mute)}
.lead-line{fill:none;stroke:var(--line);stroke-width:1.4}.lead-line.bad{stroke:var(--bad)}.lead-line.doubt{stroke:var(--doubt)}
.graph .box{fill:var(--paper);stroke:var(--line);stroke-width:1.2}
.graph .box.bad{stroke:var(--bad);stroke-width:2.2}.graph .box.doubt{stroke:var(--doubt);stroke-width:1.6;stroke-dasharray:5 3}
.graph .edge{fill:none;stroke:var(--mute);stroke-width:1.2;opacity:.75}.graph .edge.breaking{stroke:var(--bad);stroke-width:2.6;opacity:1}
.graph .tip{fill:var(--mute)}.graph .tip.breaking{fill:var(--bad)}.graph .cut{fill:none;stroke:var(--good);stroke-width:2;stroke-dasharray:7 5}
details{margin:.8rem 0}summary{cursor:pointer;color:var(--link);width:fit-content}
ol.commands{padding-left:1.3rem}
footer{margin-top:4rem;border-top:1px solid var(--line);padding-top:.8rem;color:var(--soft);font-size:.9rem}
@media (max-width:40rem){body{padding:1.4rem 1rem 3rem}h1{font-size:1.6rem}.facts{grid-template-columns:1fr;gap:0}.facts dd{margin-bottom:.5rem}section{margin-top:2.4rem}.verdict .sign{width:2rem;height:2rem}}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--wash:#f2f2f2;--good:#155a30;--bad:#8f1212;--doubt:#6b4500;--mute:#555;--link:#000}html{font-size:10.5pt}body{max-width:none;padding:0}nav,.skip{display:none}.scroll{overflow:visible}section{margin-top:1.6rem}h2,h3{break-after:avoid}tr,.places>li,.finding h3,pre{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}.graph{max-width:100%;height:auto}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;

;// CONCATENATED MODULE: ./src/report/html/page.js
// The evidence page: one file, no network, no script; for people who look rather than read.













/** A whole HTML document; the same bytes for the same input. */
function toHtml(input) {
    const sections = [
        runSection(input), findingsSection(input), coverageSection(input), layersSection(input), ...graphSections(input), rolloutSection(input), controlsSection(input),
        ...notesSections(input), signatureSection(input),
    ].filter((section) => section !== undefined);
    const hash = (0,external_node_crypto_.createHash)("sha256").update(style).digest("base64");
    return print(html `${trusted("<!doctype html>")}
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${input.title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the evidence</a>
${headSection(input)}
<nav aria-label="On this page"><ul>${sections.map(({ id, title }) => html `<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main id="content">${sections.map((section) => section.html)}</main>
<footer><p>Evidence for an assessor. It is neither an Attestation of Compliance (AOC) nor a Report on Compliance (ROC), and what the words about controls mean for a company is the assessor's decision.</p></footer>
${hatching}${input.bundleJson === undefined ? "" : bundleData(input.bundleJson)}
</body>
</html>
`);
}
/** The pattern that all bars share. */
const hatching = html `<svg width="0" height="0" aria-hidden="true" class="unseen"><defs><pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" class="hatch-ground"/><line x1="0" y1="0" x2="0" y2="4" class="hatch-line"/></pattern></defs></svg>`;
/** Data, not script: browsers don't run this type. `<` stands in JSON strings only, so its escape means the same. */
function bundleData(json) {
    return html `<script type="application/json" id="bundle">${trusted((0,clean/* escapeJson */.GO)(json).replaceAll("<", "\\u003c"))}</script>`;
}

;// CONCATENATED MODULE: ./cli/run/pages.js
// What people look at: summary, SARIF and the evidence page, made from what lies on disk.






async function writePages(run, course) {
    const names = [...run.reports.keys()];
    const reports = await Promise.all(names.map((name) => readReport(run.out, name)));
    for (const [index, report] of reports.entries())
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, `${names[index]}.sarif`), (0,sarif_log/* toSarif */.z)([report]));
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, "summary.md"), toSummary(reports, { title: "pci-pipeline", moreAt: "report.html" }));
    const bundleJson = await (0,promises_.readFile)((0,external_node_path_.join)(run.out, BUNDLE), "utf8");
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.join)(run.out, "report.html"), toHtml(toPage({ reports, course, bundleJson, statement: (0,reading/* readStatement */.c)(bundleJson) })));
}
function toPage({ reports, course, bundleJson, statement }) {
    const { predicate, predicateType, subject } = statement;
    const [image] = subject;
    const sha256 = image?.digest.sha256 ?? "";
    return {
        title: `Evidence for ${image?.name ?? "image"}`,
        reports,
        run: { stages: course.records.map(({ stage, verdict, seconds, note }) => ({ name: stage, verdict: verdict === "done" ? "pass" : verdict, seconds: verdict === "not-run" ? null : seconds, note })) },
        statement: { predicateType, subject: { name: image?.name ?? "", sha256 }, issuedAt: predicate.issuedAt, facts: pages_toFacts(predicate) },
        controls: predicate.controls,
        blindSpots: predicate.blindSpots,
        signer: predicate.signer,
        bundleJson,
        commands: [
            `cosign verify-blob-attestation --key ${PUBLIC_KEY} --bundle ${BUNDLE} --type ${predicateType} --insecure-ignore-tlog --digest ${sha256} --digestAlg sha256`,
            `bin/pci-pipeline compliance-verify ${BUNDLE} --key ${PUBLIC_KEY} --image image`,
        ],
    };
}
function pages_toFacts({ source, build, tool }) {
    return [
        { name: "repository", value: source.repository },
        { name: "commit", value: source.commit },
        { name: "ref", value: source.ref },
        { name: "builder", value: build.builder },
        { name: "workflow", value: build.workflow.ref },
        { name: "run", value: build.run.id },
        { name: "runner", value: build.runner },
        { name: "made by", value: `${tool.name} ${tool.version}` },
    ];
}

;// CONCATENATED MODULE: ./cli/run/progress.js
const MARKS = { pass: "✓", done: "✓", fail: "✗", inconclusive: "?", "not-run": "–" };
const COLORS = { pass: 32, done: 32, fail: 31, inconclusive: 33, "not-run": 90 };
const NAME_WIDTH = 19;
/** `color` also tells that the screen understands control sequences; without it nothing is ever redrawn. */
function openProgress(screen, color) {
    const live = screen.isTTY === true && color;
    let current = "";
    const draw = (text) => {
        const room = (screen.columns ?? 80) - 1;
        if (live)
            screen.write(`\r\u001b[K\u001b[90m${printable(text).slice(0, room)}\u001b[0m`);
    };
    return {
        begin: (stage) => {
            current = stage;
            draw(`  … ${stage}`);
        },
        abandon: (stage, lines) => {
            const shown = lines.map((line) => `      ${printable(line)}\n`).join("");
            screen.write(`${live ? "\r\u001b[K" : ""}  ${MARKS.fail} ${stage}\n${shown}`);
        },
        say: (line) => draw(`  … ${current.padEnd(NAME_WIDTH)} ${line}`),
        end: (stage, { verdict, seconds, note }) => {
            const word = verdict === "done" ? "" : verdict === "not-run" ? "not run" : verdict;
            const time = verdict === "not-run" ? "" : `${seconds.toFixed(1)} s`;
            const mark = color ? `\u001b[${COLORS[verdict]}m${MARKS[verdict]}\u001b[0m` : MARKS[verdict];
            const text = `  ${mark} ${stage.padEnd(NAME_WIDTH)} ${time.padStart(7)}  ${word.padEnd(12)} ${printable(note)}`;
            screen.write(`${live ? "\r\u001b[K" : ""}${text.trimEnd()}\n`);
        },
    };
}
/** A build's output may hold control sequences; none reaches the terminal. */
function printable(text) {
    return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
}

;// CONCATENATED MODULE: ./cli/run/run.js
// The main job: build, three checks, attest, verify, deploy; every stage shown, every result kept, one verdict.














const run_contract = (0,contract/* defineContract */.ye)({
    name: "run",
    title: "Run",
    description: "The whole pipeline: build an image, check it, its logs and the workflows, sign what was found, and pass the gate",
    branding: { icon: "play", color: "blue" },
    inputs: {
        config: (0,input/* textWithDefault */.hv)("path", { description: "Config file", default: "pci-pipeline.yml" }),
        out: (0,input/* textWithDefault */.hv)("path", { description: "Output folder; that of a former run is replaced as a whole", default: "out" }),
        sample: (0,input/* choice */.Yq)({ description: "clean, or leaky to see what red looks like", choices: ["clean", "leaky"], default: "clean" }),
        builder: (0,input/* choice */.Yq)({ description: "Packs the image itself, or by a Docker engine; the config's own where absent", choices: ["config", "embedded", "docker"], default: "config" }),
    },
    outputs: {},
    permissions: {},
});
/** Of the log of a stage that could not be done. */
const SHOWN_LINES = 15;
const stages = [buildStage, imageStage, logStage, isolationStage, attestStage, verifyStage, deployStage];
/** Throws InputError for an unusable config or output folder, and for a build that cannot be done. */
async function run_main(inputs, world) {
    const { config, folder } = await readConfig(world.cwd, inputs.config);
    const target = (0,external_node_path_.resolve)(world.cwd, inputs.out);
    const out = await openOutFolder(target);
    try {
        const builder = inputs.builder === "config" ? config.build.builder : inputs.builder;
        const run = { config, folder, out: out.partial, sample: inputs.sample, builder, reports: new Map() };
        const progress = openProgress(process.stderr, process.stderr.isTTY === true && (0,run_command/* usesColor */.c)());
        process.stderr.write(`pci-pipeline run: ${config.build.context}${inputs.sample === "leaky" ? " with planted leaks" : ""}\n`);
        const records = [];
        for (const [index, stage] of stages.entries())
            records.push(await runStage(stage, { run, world, progress, index }));
        const verdict = worst(records.map((record) => record.verdict));
        await writePages(run, { records, verdict });
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(out.partial, RUN_FILE), `${JSON.stringify({ schema: "pci-pipeline/run/v1", verdict, stages: records }, null, 2)}\n`);
        world.signal.throwIfAborted();
        await out.commit();
        return { verdict, outputs: {}, message: toConclusion(verdict, (0,external_node_path_.basename)(target), (0,external_node_fs_.existsSync)((0,external_node_path_.join)(target, SBOM))) };
    }
    finally {
        out.discard();
    }
}
/** The stage's log is kept as a runner would keep it; log-leak-guard reads those of the stages before it. */
async function runStage(stage, { run, world, progress, index }) {
    world.signal.throwIfAborted();
    progress.begin(stage.name);
    const started = world.now().getTime();
    const capture = openCapture((0,external_node_path_.resolve)(run.out, LOGS, `${index + 1}_${stage.name}.txt`), world.now);
    const say = (line) => {
        capture.write(line);
        progress.say(line);
    };
    say(`##[group]Run ${stage.name}`);
    try {
        const result = await stage.run(run, { ...world, cwd: run.out, progress: say });
        const record = { stage: stage.name, ...result, seconds: (world.now().getTime() - started) / 1000 };
        say(`${stage.name}: ${result.verdict}; ${result.note}`);
        say("##[endgroup]");
        progress.end(stage.name, record);
        return record;
    }
    catch (error) {
        const { scrub } = (0,inspector/* createInspector */.Y)();
        progress.abandon(stage.name, capture.tail(SHOWN_LINES).map(scrub));
        throw error;
    }
    finally {
        await capture.close();
    }
}
function toConclusion(verdict, out, hasSbom) {
    return [
        "",
        `verdict: ${verdict}`,
        `  look      ${out}/report.html, ${out}/summary.md`,
        `  hand over ${out}/attestation.sigstore.json, ${out}/evidence.pub${hasSbom ? `, ${out}/${SBOM}` : ""}`,
        `  check     bin/pci-pipeline compliance-verify ${out}/attestation.sigstore.json --key ${out}/evidence.pub --image ${out}/image`,
    ].join("\n");
}


/***/ }),

/***/ 91831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ readStatement)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
/* harmony import */ var _statement_statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35460);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14673);
// Reads a statement back for pages that show it. Showing is not verifying: nothing here says that the signature holds.



/** `bundleJson` is a bundle file's text. @throws InputError for what is no bundle with a compliance statement. */
function readStatement(bundleJson) {
    const envelope = (0,_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .readEnvelope */ .H)(Buffer.from(bundleJson));
    if ("broken" in envelope)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz("bundle breaks the format of a Sigstore bundle; make it again");
    const parsed = _statement_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .statementSchema */ .t.safeParse(parseJson(envelope.payload));
    if (!parsed.success)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz("bundle holds no compliance statement of this version; make it again");
    return parsed.data;
}
function parseJson(bytes) {
    try {
        return JSON.parse(Buffer.from(bytes).toString("utf8"));
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 41261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
// Runs a foreign tool without a shell. Rooms take it as a port, so that their tests need no tool.





/** An answer beyond this is no answer that we asked for. */
const MAX_OUTPUT_BYTES = 64 << 20;
const runCommand = async (program, args, { timeoutMs, signal, cwd, environment, input, log, logErrors } = {}) => {
    signal?.throwIfAborted();
    const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        stdio: ["pipe", "pipe", "pipe"], signal: AbortSignal.any([signal, timeout].filter((one) => one !== undefined)),
        ...(cwd !== undefined && { cwd }), ...(environment && { env: environment }),
    });
    if (log)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: child.stdout }).on("line", log);
    if (logErrors)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: child.stderr }).on("line", logErrors);
    const output = [collect(child.stdout), collect(child.stderr)];
    // a tool that ends early closes its input; its exit code tells why
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(input ?? []), child.stdin).catch(() => undefined);
    try {
        const [code] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close"));
        const [stdout, stderr] = await Promise.all(output);
        return { kind: "ended", code: code ?? -1, stdout, stderr };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (timeout?.aborted)
            return { kind: "timed-out" };
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return { kind: "absent" };
        throw error;
    }
    finally {
        child.stdin.destroy();
        await feeding;
    }
};
async function collect(stream) {
    const chunks = [];
    let size = 0;
    // listening, not iterating: a reader line by line may listen to the same stream
    stream.on("data", (chunk) => {
        size += chunk.length;
        if (size <= MAX_OUTPUT_BYTES)
            chunks.push(chunk);
    });
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(stream, "close");
    return Buffer.concat(chunks).toString("utf8");
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
