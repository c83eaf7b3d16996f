export const id = 769;
export const ids = [769];
export const modules = {

/***/ 10609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ toWaiver),
/* harmony export */   Wi: () => (/* binding */ ignores),
/* harmony export */   rj: () => (/* binding */ readIgnoreFile)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var _input_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
/* harmony import */ var _waiver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70956);
// Accepted findings in the form of gitleaks: `.gitleaksignore`, one fingerprint a line (https://github.com/gitleaks/gitleaks#gitleaksignore).



const fingerprint = /^(?:[0-9a-f]{7,64}:)?(?<file>[^:]+):(?<rule>[^:\s]+):(?<line>\d{1,9})$/;
/** Throws InputError, with all its lines, for what is no fingerprint: gitleaks passes over it, and an acceptance that does nothing is a mistake. */
function readIgnoreFile(text, name) {
    const wrong = [];
    const comments = [];
    const entries = text.split(/\r?\n/).flatMap((raw, index) => {
        const line = raw.trim();
        if (line.startsWith("#"))
            comments.push(line.replace(/^#+\s*/, ""));
        if (line === "" || line.startsWith("#")) {
            if (line === "")
                comments.length = 0;
            return [];
        }
        const { file, rule, line: number } = fingerprint.exec(line)?.groups ?? {};
        if (file === undefined || rule === undefined) {
            wrong.push(index + 1);
            return [];
        }
        return [{ file: file.replaceAll("\\", "/"), rule, line: Number(number), ...readTerms(comments.join(" ")), source: `${name}:${index + 1}` }];
    });
    if (wrong.length > 0)
        throw new _input_error_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz(`${name} has lines that are no fingerprint (${wrong.slice(0, 10).join(", ")}); write file:rule:line or commit:file:rule:line.`);
    return entries;
}
function readTerms(comment) {
    const field = (name) => new RegExp(`\\b${name}\\s*[:=]\\s*(.+?)\\s*(?=\\b(?:owner|reason|until)\\s*[:=]|$)`, "i").exec(comment)?.[1];
    const until = zod__WEBPACK_IMPORTED_MODULE_1__/* .date */ .p6().safeParse(field("until"));
    const plain = /\b(?:owner|reason|until)\s*[:=]/i.test(comment) ? "" : comment;
    return { owner: field("owner") ?? "not named", reason: field("reason") ?? (plain || "listed without a reason"), until: until.success ? until.data : _waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_LAST_DAY */ .O5 };
}
/** True where the entry speaks of this finding. The repository's file stands somewhere below the image's root, so the path's end decides. */
function ignores(entry, subject) {
    const { location } = subject;
    if (!("line" in location) || location.line !== entry.line || !subject.rules.includes(entry.rule))
        return false;
    const path = location.kind === "image" ? location.path : location.file;
    return path === entry.file || (path?.endsWith(`/${entry.file}`) ?? false);
}
/** The entry as a waiver of one finding. */
function toWaiver({ owner, reason, until, source }, fingerprintOfFinding) {
    return _waiver_js__WEBPACK_IMPORTED_MODULE_2__/* .waiverSchema */ .IM.parse({ fingerprint: fingerprintOfFinding, owner, reason, until, source });
}


/***/ }),

/***/ 79859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZE: () => (/* binding */ composeReport),
  Qh: () => (/* binding */ reportSchema)
});

// UNUSED EXPORTS: checks

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding_finding = __webpack_require__(53401);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/finding/fingerprint.js
// Names that stay the same across rebuilds: no layer, no line, nothing derived from a matched value.

/** The stable part of a place, as a tuple. */
function stablePlace(location) {
    switch (location.kind) {
        case "image":
            return [location.kind, location.part, location.path ?? null, location.members];
        case "log":
            return [location.kind, location.job ?? null, location.step ?? null, location.file];
        case "workflow":
            return [location.kind, location.file, location.job, location.path];
        case "evidence":
            return [location.kind, location.file, location.pointer];
        default:
            return location;
    }
}
/** Gives each subject of one report its fingerprint: the `ordinal` tells the first hit of a rule in a place from the second. */
class Fingerprinter {
    #ordinals = new Map();
    /** `name` is a rule id or gap reason; 32 hex digits come back. */
    next(name, location) {
        const key = JSON.stringify([name, stablePlace(location)]);
        const ordinal = this.#ordinals.get(key) ?? 0;
        this.#ordinals.set(key, ordinal + 1);
        return (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([key, ordinal])).digest("hex").slice(0, 32);
    }
}

// EXTERNAL MODULE: ./src/finding/acceptance/ignore-file.js
var ignore_file = __webpack_require__(10609);
// EXTERNAL MODULE: ./src/finding/acceptance/waiver.js
var acceptance_waiver = __webpack_require__(70956);
;// CONCATENATED MODULE: ./src/finding/acceptance/disposition.js
// Findings are never dropped: each lands in exactly one of four bins.




function disposeFindings(drafts, terms) {
    const fingerprinter = new Fingerprinter();
    return drafts.map(({ accepted, aliases = [], ...draft }) => {
        const fingerprint = fingerprinter.next(draft.ruleId, draft.location);
        const waiver = findWaiver(terms, (candidate) => accepts(candidate, { rule: draft.ruleId, fingerprint, location: draft.location }))
            ?? findIgnoring(terms, { rules: [draft.ruleId, ...aliases], location: draft.location }, fingerprint)
            ?? (accepted && { fingerprint, owner: "rules file", reason: accepted.reason, until: acceptance_waiver/* NO_LAST_DAY */.O5, source: accepted.source });
        const finding = { ...draft, fingerprint, ...(waiver && { waiver }) };
        if (!(0,finding_finding/* reaches */.O6)(draft.severity, terms.failOn))
            return { ...finding, disposition: "below-threshold" };
        if (waiver && (0,acceptance_waiver/* holds */.v9)(waiver, terms.now))
            return { ...finding, disposition: "waived" };
        return { ...finding, disposition: terms.baseline.has(fingerprint) ? "baseline" : "open" };
    });
}
function disposeGaps(drafts, terms) {
    const fingerprinter = new Fingerprinter();
    return drafts.map((draft) => {
        const fingerprint = fingerprinter.next(draft.reason, draft.location);
        const waiver = draft.reason === "nothing-examined" ? undefined
            : findWaiver(terms, (candidate) => accepts(candidate, { gap: draft.reason, fingerprint, location: draft.location }));
        const disposition = waiver && (0,acceptance_waiver/* holds */.v9)(waiver, terms.now) ? "waived" : "open";
        return { ...draft, fingerprint, disposition, ...(waiver && { waiver }) };
    });
}
/** A waiver in force comes before an expired one, which is shown so that its owner sees why the finding is open again. */
function findWaiver(terms, matches) {
    const candidates = terms.waivers.filter(matches);
    return candidates.find((waiver) => (0,acceptance_waiver/* holds */.v9)(waiver, terms.now)) ?? candidates[0];
}
/** The same for the lines of an ignore file. */
function findIgnoring(terms, subject, fingerprint) {
    const entry = terms.ignored?.find((candidate) => (0,ignore_file/* ignores */.Wi)(candidate, subject));
    return entry && (0,ignore_file/* toWaiver */.Ad)(entry, fingerprint);
}
function accepts(waiver, subject) {
    if (waiver.fingerprint !== undefined)
        return waiver.fingerprint === subject.fingerprint;
    if (waiver.rule !== subject.rule || waiver.gap !== subject.gap)
        return false;
    if (waiver.part !== undefined && !(subject.location.kind === "image" && subject.location.part === waiver.part))
        return false;
    return waiver.path === pathOf(subject.location);
}
/** Each waiver and each line of the ignore file, with how many findings and gaps of the report it speaks of. */
function countAccepted(terms, judged) {
    const subjects = judged.flatMap((one) => (one.waiver ? [one.waiver] : []));
    const own = terms.waivers.map((waiver) => ({ waiver, expired: !(0,acceptance_waiver/* holds */.v9)(waiver, terms.now), uses: subjects.filter((used) => used === waiver).length }));
    const lines = (terms.ignored ?? []).map(({ rule, file, owner, reason, until, source }) => {
        const waiver = { rule, path: file, owner, reason, until, source };
        return { waiver, expired: !(0,acceptance_waiver/* holds */.v9)(waiver, terms.now), uses: subjects.filter((used) => used.source === source).length };
    });
    return [...own, ...lines];
}
/** The path that a waiver names: inside an image the path, else the file. */
function pathOf(location) {
    return location.kind === "image" ? location.path : location.file;
}

// EXTERNAL MODULE: ./src/finding/verdict.js
var verdict = __webpack_require__(19825);
;// CONCATENATED MODULE: ./src/finding/report.js
// The report of one check: the contract between the checks, the renderers, the attestation and the user.






const checks = ["image-secret-audit", "log-leak-guard", "isolation-assert", "compliance-verify", "rollout"];
const subjectSchema = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP(),
    digest: schemas/* strictObject */.rej({ sha256: schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/) }).nullable(),
    digestKind: schemas/* enum */.k5n(["manifest", "config", "content"]).nullable()
        .describe("what the digest is of: an image's manifest, its config where the source has no manifest, or the bytes that were read"),
});
const toolSchema = schemas/* strictObject */.rej({
    name: schemas/* literal */.euz("pci-pipeline"),
    version: schemas/* string */.YjP(),
    rules: schemas/* strictObject */.rej({ count: schemas/* int */.Whr().nonnegative(), sha256: schemas/* string */.YjP() }),
});
const assumptionSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP(),
    statement: schemas/* string */.YjP().describe("a fact outside the input that the verdict leans on"),
    verified: schemas/* boolean */.zMY(),
    source: schemas/* string */.YjP().describe("who or what verified it, or who could"),
});
const acceptedSchema = schemas/* strictObject */.rej({
    waiver: acceptance_waiver/* waiverSchema */.IM,
    expired: schemas/* boolean */.zMY().describe("its last day is past: what it speaks of is open"),
    uses: schemas/* int */.Whr().nonnegative().describe("findings and gaps of this report that it speaks of"),
});
const outOfScopeSchema = schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), reason: schemas/* string */.YjP() });
const reportSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/report/v1"),
    check: schemas/* enum */.k5n(checks),
    subject: subjectSchema,
    verdict: verdict/* verdictSchema */.$D,
    tool: toolSchema,
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    failOn: schemas/* enum */.k5n(finding_finding/* severities */.gO),
    coverage: coverage/* coverageSchema */.aU,
    selfTest: verdict/* selfTestSchema */.kt,
    assumptions: schemas/* array */.YOg(assumptionSchema),
    outOfScope: schemas/* array */.YOg(outOfScopeSchema).describe("left out on purpose; not gaps"),
    findings: schemas/* array */.YOg(finding_finding/* findingSchema */.$f).describe("worst first"),
    accepted: schemas/* array */.YOg(acceptedSchema).optional().describe("every waiver and every line of an ignore file that the check was given; absent where it was given none"),
    facts: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).describe("facts of the check for the renderers, such as an image's layers or the workflow graph; redacted"),
});
/** Judges an examination under the user's terms; `terms.now` becomes `finishedAt`. */
function composeReport(examination, terms) {
    const findings = disposeFindings(examination.findings, terms)
        .sort((a, b) => finding_finding/* severities */.gO.indexOf(a.severity) - finding_finding/* severities */.gO.indexOf(b.severity));
    const coverage = { ...examination.ledger.counts(), gaps: disposeGaps(examination.gaps, terms) };
    const accepted = countAccepted(terms, [...findings, ...coverage.gaps]);
    return {
        schema: "pci-pipeline/report/v1",
        check: examination.check,
        subject: examination.subject,
        verdict: (0,verdict/* judge */.S4)({ findings, coverage, selfTest: examination.selfTest }),
        tool: examination.tool,
        startedAt: examination.startedAt.toISOString(),
        finishedAt: terms.now.toISOString(),
        failOn: terms.failOn,
        coverage,
        selfTest: examination.selfTest,
        assumptions: [...(examination.assumptions ?? [])],
        outOfScope: [...(examination.outOfScope ?? [])],
        findings,
        ...(accepted.length > 0 && { accepted }),
        facts: reportSchema.shape.facts.parse(examination.facts ?? {}),
    };
}


/***/ }),

/***/ 19825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ verdictSchema),
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   kt: () => (/* binding */ selfTestSchema)
/* harmony export */ });
/* unused harmony export verdicts */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
// The only place where a verdict is made.

const verdicts = ["pass", "fail", "inconclusive"];
const verdictSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(verdicts);
const selfTestSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    planted: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    detected: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(),
    missed: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("names of the canaries that were not found"),
});
/**
 * pass ⇔ something was examined ∧ every canary was found ∧ no open gap ∧ no open finding.
 * Findings below the threshold are not open; fail beats inconclusive.
 */
function judge(evidence) {
    const { findings, coverage, selfTest } = evidence;
    if (findings.some((finding) => finding.disposition === "open"))
        return "fail";
    const examinedSomething = Object.values(coverage.examined).some((count) => count > 0);
    const provedItself = selfTest.planted > 0 && selfTest.detected === selfTest.planted;
    const complete = coverage.gaps.every((gap) => gap.disposition === "waived");
    return examinedSomething && provedItself && complete ? "pass" : "inconclusive";
}


/***/ }),

/***/ 91146:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ OVERLAP_BYTES),
/* harmony export */   p: () => (/* binding */ WINDOW_BYTES)
/* harmony export */ });
/** Bytes of a window, and of the overlap that the next one repeats: longer than any single value that rules describe. */
const WINDOW_BYTES = 1 << 20;
const OVERLAP_BYTES = 1 << 14;


/***/ }),

/***/ 77136:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ countLines)
/* harmony export */ });
// Line ends in bytes.
const NEWLINE = 0x0a;
/** How many lines end in the bytes. */
function countLines(bytes) {
    let count = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
        count++;
    return count;
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
