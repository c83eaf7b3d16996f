export const id = 483;
export const ids = [483];
export const modules = {

/***/ 79711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ signPayload),
/* harmony export */   f: () => (/* binding */ signStatement)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15179);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38683);
/* harmony import */ var _statement_statement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35460);
/* harmony import */ var _keyless_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(54437);
// DSSE envelope and Sigstore bundle v0.3, as the format's own library writes them.
// Formats: https://github.com/secure-systems-lab/dsse, https://github.com/sigstore/protobuf-specs (sigstore_bundle.proto).





/**
 * Signs a statement's canonical bytes; gives back the bundle file's text. The signature differs each time, the payload does not.
 * @throws InputError where an authority that must take part does not.
 */
function signStatement(statement, signer) {
    return signPayload({ payload: (0,_statement_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .toCanonicalBytes */ .vp)(statement), payloadType: _statement_statement_js__WEBPACK_IMPORTED_MODULE_2__/* .PAYLOAD_TYPE */ .Uc }, signer);
}
/** Signs any payload; the verifier's self-test and tests sign what must be refused. */
async function signPayload(content, signer) {
    const builder = new _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .DSSEBundleBuilder */ .VV(signer.kind === "keyless" ? { signer: signer.signer, witnesses: signer.witnesses } : toBuilderOptions(signer));
    const bundle = await builder.create({ data: Buffer.from(content.payload), type: content.payloadType }).catch((error) => {
        throw error instanceof _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz ? error : (0,_keyless_js__WEBPACK_IMPORTED_MODULE_4__/* .toSigningError */ .J5)(error);
    });
    // cosign takes a key-signed envelope only when its key id is empty; the bundle's own hint names the key.
    if (bundle.content.$case === "dsseEnvelope")
        for (const signature of bundle.content.dsseEnvelope.signatures)
            signature.keyid = "";
    return `${JSON.stringify((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__.bundleToJSON)(bundle))}\n`;
}
function toBuilderOptions(signer) {
    const { publicKeyPem, hint, timestampServer } = signer;
    return {
        signer: { sign: async (data) => ({ signature: Buffer.from(await signer.sign(data)), key: { $case: "publicKey", publicKey: publicKeyPem, hint } }) },
        witnesses: timestampServer === undefined ? [] : [new _sigstore_sign__WEBPACK_IMPORTED_MODULE_1__/* .TSAWitness */ .gs({ tsaBaseURL: timestampServer, timeout: 20_000, retry: 3 })],
    };
}


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

/***/ 59297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ composeStatement)
});

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/attestation/control/assess.js
var assess = __webpack_require__(71095);
// EXTERNAL MODULE: ./src/attestation/control/catalogue.js + 4 modules
var catalogue = __webpack_require__(26006);
;// CONCATENATED MODULE: ./src/attestation/statement/blind-spot.js
// What this product does not look at. Part of every statement, so that nobody reads silence as an answer.
const blindSpots = [
    { id: "source-history", statement: "The source repository and its git history are not searched; only what went into the image, the logs and the workflow files is." },
    { id: "known-vulnerabilities", statement: "Packages are not compared with vulnerability databases, and no patch level is judged." },
    { id: "runtime-memory", statement: "The running service is not observed: its memory, its own logs and its traffic are not read." },
    { id: "data-stores", statement: "Databases, queues, backups and file shares are not read; cardholder data there is not seen." },
    { id: "network", statement: "Network segmentation, firewalls and transport encryption are not examined." },
    { id: "platform-settings", statement: "Settings of the code host and of cloud accounts (branch rules, environment reviewers, identity trust) are not read; verdicts that lean on them say so as assumptions." },
    { id: "secret-managers", statement: "The secret store's policies, its audit log and the age of its secrets are not part of this statement." },
    { id: "unknown-forms", statement: "A credential of a form that no rule describes and that was not handed in as a known value is not recognised." },
    { id: "build-link", statement: "That this image was built from the stated commit, and by the workflows that were examined, is stated by the build and not proved here; signed build provenance would prove it." },
    { id: "people", statement: "Policies, procedures, training and interviews are outside of what a pipeline can show." },
    { id: "signed-time", statement: "A bundle signed with a key alone carries the signer's clock, not a time that a third party vouches for." },
];

// EXTERNAL MODULE: ./src/attestation/statement/derive.js
var derive = __webpack_require__(37382);
// EXTERNAL MODULE: ./src/attestation/statement/intake.js
var intake = __webpack_require__(49917);
// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement = __webpack_require__(35460);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
// EXTERNAL MODULE: ./src/attestation/statement/predicate.js
var predicate = __webpack_require__(77408);
;// CONCATENATED MODULE: ./src/attestation/statement/summary.js
// A report boiled down to what a statement carries: counts, never previews or places.



/** Every check of the pipeline in its order, once for each subject that it looked at, or as absent. */
function summariseChecks(taken) {
    return predicate/* pipelineChecks */.gy.flatMap((check) => {
        const found = taken.filter((one) => one.check === check).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
        if (found.length === 0)
            return [{ presence: "absent", check, reason: "no report of this check was handed in" }];
        return found.map((one) => summarise(check, one));
    });
}
function sortKey({ report, sha256 }) {
    return JSON.stringify([report.subject.name, sha256]);
}
function summarise(check, { report, name, sha256 }) {
    const { verdict, failOn, subject, tool, startedAt, finishedAt, assumptions, outOfScope, selfTest } = report;
    return {
        presence: "reported", check, verdict, failOn, subject, tool, startedAt, finishedAt, assumptions, outOfScope, selfTest,
        coverage: { seen: report.coverage.seen, examined: report.coverage.examined },
        gaps: countGaps(report),
        findings: countFindings(report),
        byRequirement: countByRequirement(report),
        report: { name, sha256 },
    };
}
function countGaps(report) {
    const reasons = [...new Set(report.coverage.gaps.map((gap) => gap.reason))].sort();
    const bins = reasons.flatMap((reason) => ["open", "waived"].map((disposition) => ({ reason, disposition })));
    return bins
        .map((bin) => ({ ...bin, count: report.coverage.gaps.filter((gap) => gap.reason === bin.reason && gap.disposition === bin.disposition).length }))
        .filter((bin) => bin.count > 0);
}
function countFindings(report) {
    const bins = finding/* severities */.gO.flatMap((severity) => finding/* dispositions */.xK.map((disposition) => ({ severity, disposition })));
    return bins
        .map((bin) => ({ ...bin, count: report.findings.filter((one) => one.severity === bin.severity && one.disposition === bin.disposition).length }))
        .filter((bin) => bin.count > 0);
}
function countByRequirement(report) {
    const requirements = [...new Set(report.findings.flatMap((finding) => finding.controls))].sort();
    return requirements.map((requirement) => {
        const against = report.findings.filter((finding) => finding.controls.includes(requirement));
        const open = against.filter((finding) => finding.disposition === "open").length;
        return { requirement, open, accepted: against.length - open };
    });
}
/** Waivers that accept something in these reports, each once per check, with how much it accepts. */
function collectWaivers(taken) {
    return predicate/* pipelineChecks */.gy.flatMap((check) => {
        const reports = taken.filter((one) => one.check === check).map((one) => one.report);
        const accepted = reports.flatMap((report) => [...report.findings, ...report.coverage.gaps]).filter((one) => one.disposition === "waived");
        const counted = new Map();
        for (const { waiver } of accepted) {
            if (waiver === undefined)
                continue;
            const key = Buffer.from((0,statement/* toCanonicalBytes */.vp)(waiver)).toString("utf8");
            counted.set(key, { waiver, covers: (counted.get(key)?.covers ?? 0) + 1 });
        }
        return [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => ({ check, ...entry }));
    });
}

;// CONCATENATED MODULE: ./src/attestation/statement/compose.js
// From taken reports and facts to the statement. Pure: the same inputs and clock give the same bytes.








/** @throws InputError for a subject without a digest of an image, and for reports that cannot speak for it (all problems at once). */
function composeStatement(evidence) {
    const { subject, facts, signer, now } = evidence;
    const { digest, digestKind } = subject;
    if (digestKind === "content")
        throw new input_error/* InputError */.dz(`subject ${subject.name} holds several images; name one of them, such as docker-archive:PATH:NAME`);
    if (digest === null || (digestKind !== "manifest" && digestKind !== "config")) {
        throw new input_error/* InputError */.dz(`subject ${subject.name} has neither a manifest nor a config to name it by; hand in a whole image`);
    }
    const taken = (0,intake/* takeReports */.XD)(evidence.reports, { subject, now });
    const checks = summariseChecks(taken);
    return toWellFormed({
        _type: statement/* STATEMENT_TYPE */.zG,
        subject: [{ name: subject.name, digest: { sha256: digest.sha256 } }],
        predicateType: statement/* COMPLIANCE_TYPE */.dd,
        predicate: {
            issuedAt: now.toISOString(),
            tool: { name: "pci-pipeline", version: evidence.tool.version },
            signer: { kind: signer.kind, hint: signer.hint },
            subject: { digestKind },
            source: facts.source,
            build: facts.build,
            factsFrom: [...facts.factsFrom],
            policy: evidence.policySha256 === undefined ? null : { sha256: evidence.policySha256 },
            verdict: (0,derive/* deriveOverallVerdict */.y8)(checks),
            checks,
            waivers: collectWaivers(taken),
            blindSpots: blindSpots.map((spot) => ({ ...spot })),
            catalogue: { standard: "PCI DSS v4.0.1", sha256: catalogue/* catalogueDigest */.uv },
            controls: (0,assess/* assessControls */.J)(checks),
            deployment: { status: "not-run", reason: "this statement is made before any deployment" },
        },
    });
}
/** Names from hostile inputs may hold lone surrogates, which canonical JSON has no bytes for. */
function toWellFormed(statement) {
    return JSON.parse(JSON.stringify(statement), (_, value) => (typeof value === "string" ? value.toWellFormed() : value));
}


/***/ }),

/***/ 28379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ collectFacts),
/* harmony export */   t: () => (/* binding */ factsSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _predicate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77408);
// Source and build facts: what the runner's environment says, overruled by what a facts file says. Nothing of it is verified here.


/** What a facts file may say; each field that it leaves out stays as the environment has it. */
const factsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("pci-pipeline/facts/v1"),
    source: _predicate_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceSchema */ .dr.partial().optional(),
    build: _predicate_js__WEBPACK_IMPORTED_MODULE_1__/* .buildSchema */ .IV.partial().optional(),
});
/** `environment` reads GitHub's default variables (docs.github.com, "Default environment variables"); absent facts are null. */
function collectFacts(environment, file) {
    const source = readSource(environment);
    const build = readBuild(environment);
    const fromEnvironment = environment("GITHUB_ACTIONS") === "true";
    return {
        source: { ...source, ...dropUndefined(file?.source) },
        build: { ...build, ...dropUndefined(file?.build) },
        factsFrom: [...(fromEnvironment ? ["environment"] : []), ...(file ? ["file"] : [])],
    };
}
function readSource(environment) {
    const variable = readerOf(environment);
    const commit = variable("GITHUB_SHA");
    return {
        repository: variable("GITHUB_REPOSITORY"),
        commit: commit !== null && _predicate_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceSchema */ .dr.shape.commit.safeParse(commit).success ? commit : null,
        ref: variable("GITHUB_REF"),
    };
}
function readBuild(environment) {
    const variable = readerOf(environment);
    const server = variable("GITHUB_SERVER_URL");
    const ref = variable("GITHUB_WORKFLOW_REF");
    const runner = variable("RUNNER_ENVIRONMENT");
    return {
        builder: server !== null && ref !== null ? `${server}/${ref}` : null,
        workflow: { ref, sha: variable("GITHUB_WORKFLOW_SHA") },
        run: { id: variable("GITHUB_RUN_ID"), attempt: variable("GITHUB_RUN_ATTEMPT"), event: variable("GITHUB_EVENT_NAME") },
        runner: runner === "github-hosted" || runner === "self-hosted" ? runner : null,
        rebuild: null,
        sbom: null,
    };
}
/** Off GitHub's runners the variables mean nothing, whoever set them. */
function readerOf(environment) {
    const onRunner = environment("GITHUB_ACTIONS") === "true";
    return (name) => (onRunner && environment(name)) || null;
}
function dropUndefined(partial) {
    return Object.fromEntries(Object.entries(partial ?? {}).filter(([, value]) => value !== undefined));
}


/***/ }),

/***/ 75958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38683);
/* harmony import */ var _input_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4627);
// Several files that users name: all of them, or one message about all that fail.



/** In the order of `paths`; names are without folders. Throws InputError that lists every file that cannot be read. */
async function readInputs(cwd, paths, what) {
    const read = await Promise.allSettled(paths.map(async (path) => ({ name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), bytes: await (0,_input_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readInput */ .R)(cwd, path, what) })));
    const failed = read.filter((one) => one.status === "rejected").map((one) => one.reason);
    const defect = failed.find((reason) => !(reason instanceof _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz));
    if (defect !== undefined)
        throw defect;
    if (failed.length > 0)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .InputError */ .dz(failed.map((reason) => reason.message).join("; "));
    return read.filter((one) => one.status === "fulfilled").map((one) => one.value);
}


/***/ }),

/***/ 21478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ openGithub)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15561);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93779);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86856);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
/* harmony import */ var _door_version_generated_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82829);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10681);
/* harmony import */ var _network_patience_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51605);
// GitHub's REST API for those doors that need it: Octokit's core with its own pagination, retries and rate limits.








const SILENCE_MS = 30_000;
/** A job waits this long for a rate limit to end, in seconds, and no longer: an hour's wait costs more than a red check. */
const LONGEST_WAIT = 90;
const MOST_WAITS = 3;
/**
 * Throws InputError for a token or address that can't be used. Every failure of a request is a GithubError. Retries (5xx, network,
 * timeouts) and waits for rate limits happen within; a list's later pages come from the same server only.
 */
function openGithub(access) {
    const { token, secondMs = 1000 } = access;
    const baseUrl = checkAddress(access.apiUrl);
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("the GitHub token holds a blank, a line break or nothing; give it as it was issued");
    // A proxy that answers with what it was sent must not bring the token into a log.
    const scrub = (text) => (token === undefined ? text : text.replaceAll(token, "***"));
    const warn = (line) => access.warn(scrub(line));
    const mayWait = (seconds, ...[, , tries]) => {
        const wait = seconds <= LONGEST_WAIT && tries < MOST_WAITS;
        warn(`GitHub's rate limit is used up; ${wait ? `waiting ${seconds} s` : `it ends in ${seconds} s, which is not waited for`}`);
        return wait;
    };
    const octokit = new (_octokit_core__WEBPACK_IMPORTED_MODULE_1__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__/* .paginateRest */ .ud, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__/* .throttling */ .A))({
        baseUrl,
        userAgent: `pci-pipeline/${_door_version_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .version */ .r}`,
        log: { debug: () => undefined, info: () => undefined, warn, error: warn },
        request: { fetch: (0,_network_patience_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchWithin */ .G)(access.timeoutMs ?? SILENCE_MS) },
        retry: { retryAfterBaseValue: secondMs },
        throttle: {
            id: baseUrl,
            retryAfterBaseValue: secondMs,
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
        },
        ...(token !== undefined && { auth: token }),
    });
    octokit.hook.wrap("request", async (request, options) => {
        try {
            if (isElsewhere(options.url, baseUrl))
                throw new Error("the former page leads to another server");
            const response = await request(options);
            if (isBrokenJson(response))
                throw new Error("the answer breaks off or is not JSON");
            return response;
        }
        catch (error) {
            throw (0,_github_error_js__WEBPACK_IMPORTED_MODULE_7__/* .toGithubError */ .z)(error, options, scrub);
        }
    });
    return { request: octokit.request, paginate: octokit.paginate };
}
/** The token goes to this address: https, or this machine itself. */
function checkAddress(apiUrl) {
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
    const loopback = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    if (url === undefined || !(url.protocol === "https:" || (url.protocol === "http:" && loopback)) || url.username !== "") {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("the address of GitHub's API is not an https URL; give it as GITHUB_API_URL has it");
    }
    return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function isElsewhere(url, baseUrl) {
    return URL.canParse(url) && new URL(url).origin !== new URL(baseUrl).origin;
}
/** Octokit hands a body that it can't parse on as text, and one that breaks off as nothing. */
function isBrokenJson(response) {
    const isJson = /^application\/(json|[\w.]+\+json)\b/.test(response.headers["content-type"] ?? "");
    return isJson && typeof response.data === "string" && response.status !== 204;
}


/***/ }),

/***/ 10681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ GithubError),
/* harmony export */   z: () => (/* binding */ toGithubError)
/* harmony export */ });
// What a failed call of GitHub's API says: the route as documented and the status, never a header, a body or a parameter.
class GithubError extends Error {
    name = "GithubError";
    /** Of the answer; undefined where none came (network, timeout) or none that could be read. */
    status;
    /** The token may not do this, or the thing is hidden from it: 401, 403, 404. */
    refused;
    constructor(message, status) {
        super(message);
        this.status = status;
        this.refused = status === 401 || status === 403 || status === 404;
    }
}
/** Drops the request and response that Octokit's errors carry: they hold what was sent. */
function toGithubError(error, call, scrub) {
    if (error instanceof GithubError)
        return error;
    const { response, message } = error;
    const route = `${call.method} ${call.url.replace(/\?.*$/s, "").replace(/^https?:\/\/[^/]+/, "")}`;
    if (response === undefined)
        return new GithubError(scrub(`GitHub gave no usable answer to ${route} (${shorten(message)})`), undefined);
    const said = response.data?.message;
    return new GithubError(scrub(`GitHub answered ${response.status} to ${route}${typeof said === "string" ? ` (${shorten(said)})` : ""}`), response.status);
}
/** GitHub's own words, bounded and on one line. */
function shorten(text) {
    return typeof text === "string" ? text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 200) : "unknown reason";
}


/***/ }),

/***/ 51605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fetchWithin)
/* harmony export */ });
// A server that falls silent ends a request; one that keeps answering, however slowly, does not.
/** A fetch that fails once the server has been silent for `ms`, before its answer or within it. */
function fetchWithin(ms) {
    return async (input, init) => {
        const silence = new AbortController();
        const fail = () => silence.abort(new Error(`no answer within ${ms / 1000} s`));
        let timer = setTimeout(fail, ms).unref();
        const heard = () => {
            clearTimeout(timer);
            timer = setTimeout(fail, ms).unref();
        };
        try {
            const signals = [silence.signal, ...(init?.signal ? [init.signal] : [])];
            const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
            heard();
            return watched(response, heard, () => clearTimeout(timer));
        }
        catch (error) {
            clearTimeout(timer);
            throw silence.signal.aborted ? silence.signal.reason : error;
        }
    };
}
function watched(response, heard, done) {
    if (response.body === null) {
        done();
        return response;
    }
    const reader = response.body.getReader();
    const body = new ReadableStream({
        async pull(controller) {
            try {
                const { value, done: ended } = await reader.read();
                if (ended) {
                    done();
                    controller.close();
                }
                else {
                    heard();
                    controller.enqueue(value);
                }
            }
            catch (error) {
                done();
                controller.error(error);
            }
        },
        async cancel(reason) {
            done();
            await reader.cancel(reason);
        },
    });
    const copy = new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
    Object.defineProperty(copy, "url", { value: response.url });
    return copy;
}


/***/ })

};
