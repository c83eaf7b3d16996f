export const id = 860;
export const ids = [860];
export const modules = {

/***/ 79860:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement_statement = __webpack_require__(35460);
// EXTERNAL MODULE: ./src/attestation/verification/key-ring.js
var key_ring = __webpack_require__(50847);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
// EXTERNAL MODULE: ./src/finding/report.js + 2 modules
var finding_report = __webpack_require__(79859);
// EXTERNAL MODULE: ./src/attestation/signing/bundle.js
var signing_bundle = __webpack_require__(79711);
// EXTERNAL MODULE: ./src/attestation/signing/signer.js
var signer = __webpack_require__(52677);
// EXTERNAL MODULE: ./src/attestation/statement/compose.js + 2 modules
var compose = __webpack_require__(59297);
// EXTERNAL MODULE: ./src/attestation/statement/fact.js
var fact = __webpack_require__(28379);
// EXTERNAL MODULE: ./src/attestation/statement/intake.js
var intake = __webpack_require__(49917);
// EXTERNAL MODULE: ./src/attestation/statement/predicate.js
var predicate = __webpack_require__(77408);
// EXTERNAL MODULE: ./src/attestation/verification/judgement/policy.js
var policy = __webpack_require__(16765);
;// CONCATENATED MODULE: ./src/attestation/verification/specimen.js
// A statement of our own making with a key of its own: what the verifier proves itself on before it judges anybody else's.











async function makeSpecimen(now) {
    const signer = makeSigner();
    const image = { name: "specimen", digest: { sha256: (0,intake/* hashBytes */.yi)(Buffer.from("specimen")) }, digestKind: "manifest" };
    const reports = predicate/* pipelineChecks */.gy.map((check) => toReportFile(makeReport(check, image, now)));
    const statement = (0,compose/* composeStatement */.m)({ subject: image, reports, facts: (0,fact/* collectFacts */.M)(() => undefined), signer, tool: { version: "0.0.0" }, now });
    const bundle = Buffer.from(await (0,signing_bundle/* signStatement */.f)(statement, signer));
    const inputs = { bundle, keys: [(0,key_ring/* pinPublicKey */.Cm)(signer.publicKeyPem)], policy: policy/* defaultPolicy */.G4, now, image, reports };
    const signBytes = async (payload, payloadType = statement_statement/* PAYLOAD_TYPE */.Uc) => ({ ...inputs, bundle: Buffer.from(await (0,signing_bundle/* signPayload */.c)({ payload, payloadType }, signer)) });
    return {
        statement, signer, inputs, signBytes,
        resign: (edit) => {
            const copy = structuredClone(statement);
            edit(copy);
            return signBytes((0,statement_statement/* toCanonicalBytes */.vp)(copy));
        },
    };
}
/** A throw-away P-256 signer that nobody else holds. */
function makeSigner() {
    const pem = (0,external_node_crypto_.generateKeyPairSync)("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    return (0,signer/* openKeySigner */.St)(pem, { kind: "development", origin: "specimen" });
}
/** A passing report of a check. */
function makeReport(check, subject, now) {
    const ledger = new coverage/* Ledger */.Oc();
    ledger.saw("files", 1);
    ledger.examined("files", 1);
    const tool = { name: "pci-pipeline", version: "0.0.0", rules: { count: 1, sha256: (0,intake/* hashBytes */.yi)(Buffer.from(check)) } };
    const own = check === "image-secret-audit" ? subject : { name: check, digest: null, digestKind: null };
    const examination = { check, subject: own, tool, startedAt: now, ledger, findings: [], gaps: [], selfTest: { planted: 1, detected: 1, missed: [] } };
    return (0,finding_report/* composeReport */.ZE)(examination, { failOn: "medium", waivers: [], baseline: new Set(), now });
}
function toReportFile(report) {
    return { name: `${report.check}.json`, bytes: Buffer.from(JSON.stringify(report)) };
}

// EXTERNAL MODULE: ./src/attestation/verification/step.js
var step = __webpack_require__(24273);
// EXTERNAL MODULE: ./src/attestation/verification/verify.js + 1 modules
var verification_verify = __webpack_require__(30981);
;// CONCATENATED MODULE: ./src/attestation/verification/self-test.js





/** Edits the bundle's JSON without signing it again. */
function editBundle({ inputs }, edit) {
    const document = JSON.parse(Buffer.from(inputs.bundle).toString("utf8"));
    edit(document);
    return { ...inputs, bundle: Buffer.from(JSON.stringify(document)) };
}
/** Base64 with one bit of its middle byte changed. */
function flipBit(base64) {
    const bytes = Buffer.from(base64, "base64");
    const middle = bytes.length >> 1;
    bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    return bytes.toString("base64");
}
const tamperings = [
    { name: "a flipped bit in the payload", breaks: "signature", apply: (specimen) => editBundle(specimen, ({ dsseEnvelope }) => { dsseEnvelope.payload = flipBit(dsseEnvelope.payload); }) },
    { name: "a payload type that was changed", breaks: "payload-type", apply: (specimen) => editBundle(specimen, ({ dsseEnvelope }) => { dsseEnvelope.payloadType = "application/json"; }) },
    { name: "another key under the same name", breaks: "signature", apply: async (specimen) => {
            const { key } = (0,key_ring/* pinPublicKey */.Cm)(makeSigner().publicKeyPem);
            return { ...specimen.inputs, keys: [{ id: "impostor", hint: specimen.signer.hint, key }] };
        } },
    { name: "a key that is not pinned", breaks: "key-known", apply: (specimen) => ({ ...specimen.inputs, keys: [(0,key_ring/* pinPublicKey */.Cm)(makeSigner().publicKeyPem)] }) },
    { name: "a key that has ended", breaks: "key-valid", apply: ({ inputs }) => ({ ...inputs, keys: inputs.keys.map((key) => ({ ...key, validUntil: "2000-01-01T00:00:00Z" })) }) },
    { name: "an older form of the bundle", breaks: "bundle-form", apply: (specimen) => editBundle(specimen, (bundle) => { bundle.mediaType = "application/vnd.dev.sigstore.bundle+json;version=0.2"; }) },
    { name: "white space in the payload", breaks: "canonical-form", apply: ({ statement, signBytes }) => signBytes(Buffer.from(JSON.stringify(statement, null, 1))) },
    { name: "another predicate type", breaks: "predicate-type", apply: ({ statement, signBytes }) => signBytes((0,statement_statement/* toCanonicalBytes */.vp)({ ...statement, predicateType: "https://slsa.dev/provenance/v1" })) },
    { name: "another statement type", breaks: "statement-type", apply: ({ statement, signBytes }) => signBytes((0,statement_statement/* toCanonicalBytes */.vp)({ ...statement, _type: "https://in-toto.io/Statement/v0.1" })) },
    { name: "an unknown field", breaks: "schema", apply: ({ resign }) => resign((copy) => Object.assign(copy.predicate, { approved: true })) },
    { name: "an edited verdict", breaks: "consistency", apply: ({ resign }) => resign((copy) => { copy.predicate.verdict = "inconclusive"; }) },
    { name: "an edited control", breaks: "consistency", apply: ({ resign }) => resign((copy) => { for (const control of copy.predicate.controls)
            control.status = "evidence-supports"; }) },
    { name: "a replay for another image", breaks: "subject", apply: ({ inputs }) => ({ ...inputs, image: { name: "other", digest: { sha256: "0".repeat(64) }, digestKind: "manifest" } }) },
    { name: "something else that runs", breaks: "running", apply: ({ inputs }) => ({ ...inputs, running: ["0".repeat(64)] }) },
    { name: "a certificate that no trusted root vouches for", breaks: "certificate", apply: (specimen) => editBundle(specimen, (bundle) => {
            Object.assign(bundle.verificationMaterial, { publicKey: undefined, certificate: { rawBytes: "AAAA" } });
        }) },
    { name: "a name that stands twice in the bundle", breaks: "bundle-form", apply: ({ inputs }) => ({ ...inputs, bundle: Buffer.from(Buffer.from(inputs.bundle).toString("utf8").replace('"payload":', '"payload":"eA==","payload":')) }) },
    { name: "a swapped report", breaks: "reports", apply: ({ inputs }) => ({ ...inputs, reports: [{ name: "swapped", bytes: Buffer.from("{}") }] }) },
    { name: "a bundle from the future", breaks: "signed-time", apply: ({ inputs }) => ({ ...inputs, now: new Date(inputs.now.getTime() - 86_400_000) }) },
    { name: "an absent check", breaks: "required-checks", apply: ({ resign }) => resign((copy) => {
            copy.predicate.checks.splice(0, 1, { presence: "absent", check: "image-secret-audit", reason: "left out" });
        }) },
];
/** Counts the untouched specimen too: a verifier that refuses everything proves nothing. */
async function testVerifier(now, verify = verification_verify/* verifyEvidence */.J) {
    const specimen = await makeSpecimen(now);
    const missed = (0,step/* isRefused */.H)(verify(specimen.inputs)) ? ["the untouched specimen"] : [];
    for (const { name, breaks, apply } of tamperings) {
        const { steps } = verify(await apply(specimen));
        if (!steps.some((step) => step.id === breaks && !step.ok))
            missed.push(name);
    }
    const planted = tamperings.length + 1;
    return { planted, detected: planted - missed.length, missed };
}

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/attestation/deployment/predicate.js
var deployment_predicate = __webpack_require__(48066);
// EXTERNAL MODULE: ./src/attestation/deployment/verify.js
var verify = __webpack_require__(58630);
// EXTERNAL MODULE: ./src/attestation/verification/envelope.js + 1 modules
var verification_envelope = __webpack_require__(14673);
;// CONCATENATED MODULE: ./src/attestation/verification/deployment.js
// A deployment bundle at the same gate: its own verification, as one step, and what the policy and the cluster say.






/** What the payload calls itself, before anything is verified: it only decides which verification is due. */
function isDeployment(bundle) {
    const envelope = (0,verification_envelope/* readEnvelope */.H)(bundle);
    return !("broken" in envelope) && (0,verification_verify/* parseCanonical */.K)(envelope.payload)?.["predicateType"] === deployment_predicate/* DEPLOYMENT_TYPE */.$;
}
/** @throws InputError where what the bundle names was not handed in: without it nothing can be said. */
function verifyDeploymentEvidence(bundle, inputs) {
    const { keys, policy, now, image, running, reports = [], compliance } = inputs;
    const [report] = reports;
    if (compliance === undefined || report === undefined || reports.length > 1)
        throw new input_error/* InputError */.dz("a deployment bundle is verified with what it names; give --compliance and the rollout's --report");
    if (image?.digest === undefined || image.digest === null || image.digestKind !== "manifest")
        throw new input_error/* InputError */.dz("a deployment bundle is verified against an image by its manifest; give --image");
    const { problems, statement } = (0,verify/* verifyDeployment */.l)({ bundle, compliance, report: report.bytes, keys, image: image.digest.sha256, now });
    const held = (0,step/* toStep */.C)("deployment", "signature, form, image, compliance bundle, report and pods hold together", problems.map((detail) => ({ detail, pointer: "" })));
    if (statement === undefined)
        return { steps: [held], unverifiable: [], notAsked: [{ name: "statement", reason: "not read: without a valid signature nothing in it can be believed" }] };
    const { verdict, issuedAt, signer } = statement.predicate;
    const hours = (now.getTime() - Date.parse(issuedAt)) / 3_600_000;
    const steps = [
        held,
        ...(running ? [(0,step/* toStep */.C)("running", `${running.length} running images are the subject`, running.every((digest) => digest === image.digest?.sha256) ? [] : [{ detail: "another image runs than the one that was deployed", pointer: "" }])] : []),
        (0,step/* toStep */.C)("accepted-signer", `signed with a key of the kind ${signer.kind}`, policy.signers.includes(signer.kind) ? [] : [{ detail: `the policy does not accept a signer of the kind ${signer.kind}`, pointer: "/predicate/signer/kind" }]),
        (0,step/* toStep */.C)("age", "recent enough for the policy", policy.maxAgeHours === undefined || hours <= policy.maxAgeHours ? [] : [{ detail: `signed ${Math.floor(hours)} hours ago, the policy allows ${policy.maxAgeHours}`, pointer: "/predicate/issuedAt" }]),
        (0,step/* toStep */.C)("verdict", `the deployment's verdict is ${verdict}`, policy.verdicts.includes(verdict) ? [] : [toVerdictProblem(verdict)]),
    ];
    return { steps, unverifiable: [], notAsked: [], deployment: statement };
}
function toVerdictProblem(verdict) {
    return { detail: `the deployment's verdict is ${verdict}`, pointer: "/predicate/verdict", ...(verdict === "inconclusive" && { unshown: true }) };
}

;// CONCATENATED MODULE: ./src/attestation/verification/newest.js
// Several bundles may be attached to one image: the newest one counts whose signature holds, so that an old pass hides no later failure
// and what a stranger attaches hides nothing at all.



/**
 * `bundles` is not empty. A single one is judged as it is; of several, what is no compliance bundle is left out.
 * @throws InputError as verifyEvidence does, and where none of several is a compliance bundle.
 */
function verifyNewest(bundles, inputs) {
    const [only] = bundles;
    if (only !== undefined && bundles.length === 1) {
        return { bundle: only, verification: isDeployment(only.bytes) ? verifyDeploymentEvidence(only.bytes, inputs) : (0,verification_verify/* verifyEvidence */.J)({ ...inputs, bundle: only.bytes }) };
    }
    const judged = bundles.flatMap((bundle) => judgeOne(bundle, inputs));
    const signed = judged.filter(({ verification }) => verification.statement !== undefined).sort((a, b) => signedAt(b) - signedAt(a));
    const chosen = signed[0] ?? judged[0];
    if (chosen === undefined)
        throw new input_error/* InputError */.dz("none of what is attached to the image is a compliance bundle; attach one with compliance-attest");
    return chosen;
}
function judgeOne(bundle, inputs) {
    try {
        return isDeployment(bundle.bytes) ? [] : [{ bundle, verification: (0,verification_verify/* verifyEvidence */.J)({ ...inputs, bundle: bundle.bytes }) }];
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.dz)
            return [];
        throw error;
    }
}
function signedAt({ verification }) {
    return Date.parse(verification.statement?.predicate.issuedAt ?? "");
}
/** What a verified bundle says, in the words of the door's outputs; empty where its signature does not hold. */
function describeSigned({ statement, deployment }) {
    const signed = statement ?? deployment;
    if (signed === undefined)
        return { subject: "", verdict: "", signer: "" };
    return { subject: `sha256:${signed.subject[0]?.digest.sha256 ?? ""}`, verdict: signed.predicate.verdict, signer: signed.predicate.signer.kind };
}

// EXTERNAL MODULE: ./src/finding/redact.js
var redact = __webpack_require__(40759);
;// CONCATENATED MODULE: ./src/attestation/verification/rule.js
// What can be wrong with evidence. One rule per step of the verification; docs/evidence.md has an anchor for each.
const again = "Take the bundle from the run that made it, or run the pipeline again.";
/** Steps in the order in which they are taken, each with the rule that its failure breaks. */
const evidenceRules = {
    "bundle-form": { id: "evidence-bundle-malformed", title: "Not a Sigstore bundle v0.3 with one DSSE envelope and a key hint or a certificate", remediation: again },
    "payload-type": { id: "evidence-payload-type-foreign", title: "The envelope does not hold an in-toto statement", remediation: again },
    "key-known": { id: "evidence-key-unknown", title: "Signed with a key that is not pinned", remediation: "Ask who signed it, and pin that key only once you know." },
    "key-valid": { id: "evidence-key-not-valid", title: "Signed outside of the key's validity, or with a revoked key", remediation: "Sign again with a key that is valid." },
    "signature": { id: "evidence-signature-invalid", title: "The signature does not hold for this payload", remediation: `The bundle was changed or signed by another key. ${again}` },
    "certificate": { id: "evidence-certificate-invalid", title: "The certificate is not one of a trusted authority", remediation: "Verify with the trusted root of the instance that issued it, and take the bundle from the run that made it." },
    "transparency-log": { id: "evidence-log-entry-invalid", title: "The transparency log's entry does not hold", remediation: again },
    "timestamp": { id: "evidence-timestamp-invalid", title: "No trusted timestamp holds for the signature", remediation: "Verify with a trusted root that has the timestamp authority, or sign again." },
    "identity": { id: "evidence-identity-not-accepted", title: "Signed by another identity than the one asked for", remediation: "Ask who signed it; name the identity and issuer that you know." },
    "canonical-form": { id: "evidence-not-canonical", title: "The payload is not canonical JSON", remediation: again },
    "statement-type": { id: "evidence-statement-type-foreign", title: "Not an in-toto statement of version 1", remediation: again },
    "predicate-type": { id: "evidence-predicate-type-foreign", title: "The statement says something else than compliance", remediation: "Name the compliance bundle; other statements have verifiers of their own." },
    "schema": { id: "evidence-schema-violated", title: "The statement does not follow its schema", remediation: "Verify with a version of this tool that knows the statement's form." },
    "consistency": { id: "evidence-inconsistent", title: "The statement contradicts itself", remediation: `Nothing in it can be relied on. ${again}` },
    "signed-time": { id: "evidence-time-implausible", title: "The statement's time cannot be right", remediation: "Set the clocks of signer and verifier right." },
    "subject": { id: "evidence-subject-mismatch", title: "The statement is about another image", remediation: "Take the bundle that was made for this image." },
    "running": { id: "evidence-running-mismatch", title: "Something else runs than the image that the statement is about", remediation: "Deploy the attested image, or verify the bundle of the image that runs." },
    "reports": { id: "evidence-report-mismatch", title: "A report is not the one that the statement names", remediation: "Take the reports from the run that made the bundle." },
    "waivers": { id: "evidence-waiver-expired", title: "A waiver that the verdict leans on has expired", remediation: "Repair what it accepted, or renew it in the repository, and run the pipeline again." },
    "deployment": { id: "evidence-deployment-invalid", title: "The deployment statement does not hold", remediation: "Take the deployment bundle, its report and the compliance bundle from one run." },
    "accepted-signer": { id: "evidence-signer-not-accepted", title: "The policy does not accept this kind of signer", remediation: "Sign with a kind of key that the policy lists." },
    "accepted-origin": { id: "evidence-origin-not-accepted", title: "Builder or repository are not those that the policy names", remediation: "Verify the bundle of the right repository and builder." },
    "age": { id: "evidence-too-old", title: "The statement is older than the policy allows", remediation: "Run the pipeline again." },
    "required-checks": { id: "evidence-check-not-accepted", title: "A required check is absent, not passed or judged too mildly", remediation: "Repair what the check found, and run the pipeline again." },
    "verdict": { id: "evidence-verdict-not-accepted", title: "The policy does not accept the verdict", remediation: "Repair what the checks found or could not examine, and run the pipeline again." },
    "required-controls": { id: "evidence-control-not-supported", title: "A required control is less supported than the policy asks", remediation: "See the control's reason in the statement." },
};

;// CONCATENATED MODULE: ./src/attestation/verification/examination.js
// A verification as an examination, so that it is judged and reported like every other check.





/** Count and digest of the rules, for the report's tool. */
const evidenceRuleSet = {
    count: Object.keys(evidenceRules).length,
    sha256: (0,external_node_crypto_.createHash)("sha256").update((0,statement_statement/* toCanonicalBytes */.vp)(evidenceRules)).digest("hex"),
};
/** A problem is a finding, critical since evidence either holds or does not; what was not shown is a gap. */
function toExamination({ verification, bundle, selfTest, tool, startedAt }) {
    const place = (pointer) => ({ kind: "evidence", file: bundle.name, pointer });
    return {
        check: "compliance-verify",
        subject: { name: bundle.name, digest: { sha256: (0,intake/* hashBytes */.yi)(bundle.bytes) }, digestKind: "content" },
        tool, startedAt, selfTest,
        ledger: countSteps(verification, bundle),
        findings: verification.steps.flatMap((step) => step.problems.filter((one) => !one.unshown).map((problem) => toFinding(step, problem, place(problem.pointer)))),
        gaps: [...verification.unverifiable, ...verification.steps.flatMap((step) => step.problems.filter((one) => one.unshown))]
            .map(({ detail, pointer }) => ({ reason: "unverifiable", location: place(pointer), detail })),
        assumptions: verification.statement === undefined ? [] : toAssumptions(verification),
        outOfScope: [...verification.notAsked],
        facts: toFacts(verification),
    };
}
function toAssumptions({ proof }) {
    const { certificate, times: [time] } = proof ?? { times: [] };
    return [
        time === undefined ? {
            id: "signed-time", verified: false, source: "a timestamp authority could vouch for it",
            statement: "The signed time is the signer's own clock: the bundle carries no time of a third party.",
        } : { id: "signed-time", verified: true, source: "a trusted log or timestamp authority", statement: `A third party vouches that the signature was there at ${time.toISOString()}.` },
        certificate === undefined ? {
            id: "source-facts", verified: false, source: "a certificate of the workflow's identity could vouch for them",
            statement: "Source and build facts are what the runner's environment or a facts file said.",
        } : { id: "source-facts", verified: true, source: "the certificate's own extensions", statement: "The certificate names the workflow, and source and build facts that it has are the statement's." },
    ];
}
function toFinding(step, problem, location) {
    const { id, title, remediation } = evidenceRules[step.id];
    const detail = `${title}: ${problem.detail}`;
    return { ruleId: id, title: detail, severity: "critical", controls: ["6.5.1"], preview: (0,redact/* previewNothing */.Wm)(step.id), confirmedBy: "structure", decoded: [], location, remediation };
}
function countSteps({ steps, statement, notAsked }, bundle) {
    const ledger = new coverage/* Ledger */.Oc();
    ledger.saw("bundles");
    ledger.examined("bundles");
    ledger.saw("bytes", bundle.bytes.length);
    ledger.examined("bytes", bundle.bytes.length);
    ledger.saw("checks", steps.length + notAsked.length);
    ledger.examined("checks", steps.length);
    const reports = statement?.predicate.checks.filter((check) => check.presence === "reported").length ?? 0;
    ledger.saw("reports", reports);
    if (steps.some((step) => step.id === "reports") && !notAsked.some(({ name }) => name === "reports"))
        ledger.examined("reports", reports);
    return ledger;
}
/** What renderers show; the statement's own words only once its signature held. */
function toFacts({ steps, statement, deployment, proof }) {
    const taken = steps.map(({ id, ok, detail }) => ({ id, ok, detail }));
    const signed = statement ?? deployment;
    if (signed === undefined)
        return { steps: taken, statement: null };
    const { issuedAt, signer, verdict } = signed.predicate;
    return { steps: taken, statement: { subject: signed.subject[0]?.digest.sha256 ?? "", issuedAt, signer: signer.kind, hint: signer.hint, verdict, identity: proof?.certificate?.identity ?? null } };
}

// EXTERNAL MODULE: ./src/runtime/file/input-files.js
var input_files = __webpack_require__(75958);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/door/tool.js
var tool = __webpack_require__(62330);
// EXTERNAL MODULE: ./actions/compliance-verify/material.js + 1 modules
var material = __webpack_require__(3873);
;// CONCATENATED MODULE: ./actions/compliance-verify/main.js
// The gate: a bundle is judged from its bytes alone, and the verifier proves itself first.




const main = async (inputs, world) => {
    const { cwd } = world;
    const startedAt = world.now();
    const trust = await (0,material/* readTrust */.bn)(inputs, cwd);
    const policy = await (0,material/* readPolicy */.T4)(inputs, cwd);
    const running = (0,material/* readRunning */.Ki)(inputs);
    const bundles = await (0,material/* readBundles */.AA)(inputs, cwd);
    const reports = inputs.report.length === 0 ? {} : { reports: await (0,input_files/* readInputs */.K)(cwd, inputs.report, "report") };
    const compliance = inputs.compliance === undefined ? {} : { compliance: await (0,input_file/* readInput */.R)(cwd, inputs.compliance, "compliance bundle") };
    const image = await (0,material/* identify */.ls)(inputs, cwd);
    const terms = { failOn: "low", waivers: [], baseline: new Set(), now: world.now() };
    const selfTest = await testVerifier(terms.now);
    const { verification, bundle } = verifyNewest(bundles, { ...trust, policy, now: terms.now, image, running, ...reports, ...compliance });
    const report = (0,finding_report/* composeReport */.ZE)(toExamination({ verification, bundle, selfTest, tool: (0,tool/* describeTool */.W)(evidenceRuleSet), startedAt }), terms);
    const { subject, verdict, signer } = describeSigned(verification);
    return { report, verdict: report.verdict, outputs: { "subject-digest": subject, "evidence-verdict": verdict, "signer-kind": signer } };
};


/***/ }),

/***/ 93789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ assessDeployment)
/* harmony export */ });
/* harmony import */ var _control_catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26006);
// What a deployment says about the testing procedures that hang on one. Derived by the signer, and again by the verifier.

/** What a completed rollout of the attested image shows; what keeps it from being more is in the procedure's own `remains`. */
const shows = {
    "6.5.1.b": "The running image is the one that the named compliance statement is about; when the change took place, with which way back, is recorded. Its reason and approval are not.",
    "6.5.2": "The checks were made on exactly the image that runs now. Whether the change was significant is not known here.",
    "6.5.4.b": "Only an image that had passed the gate was deployed. That somebody else than its author approved it is not shown.",
};
/** One result per procedure of the catalogue that a deployment can say something about, in its order. */
function assessDeployment(facts) {
    return _control_catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW.filter(({ evidence }) => evidence.from === "deployment").map(({ id, requirement, remains }) => {
        const { status, reason } = judgeProcedure({ id, requirement }, facts);
        return { id, requirement, status, reason, evidence: status === "not-covered" ? [] : ["deployment"], remains };
    });
}
function judgeProcedure({ id, requirement }, { rollout, verdict, openFindings }) {
    const against = openFindings.filter(({ requirements }) => requirements.includes(requirement));
    if (against.length > 0)
        return { status: "evidence-contradicts", reason: `Open findings speak against ${requirement}: ${against.map(({ ruleId }) => ruleId).join(", ")}.` };
    const shown = shows[id];
    if (shown === undefined)
        return { status: "not-covered", reason: "This deployment shows nothing about it." };
    if (rollout.outcome !== "completed" || verdict !== "pass")
        return { status: "not-covered", reason: "No deployment was completed and seen to run the attested image." };
    return { status: "partial", reason: shown };
}


/***/ }),

/***/ 58630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ verifyDeployment)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(19825);
/* harmony import */ var _measurement_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(20622);
/* harmony import */ var _control_catalogue_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26006);
/* harmony import */ var _statement_intake_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(49917);
/* harmony import */ var _statement_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35460);
/* harmony import */ var _verification_envelope_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14673);
/* harmony import */ var _verification_key_ring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50847);
/* harmony import */ var _verification_verify_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30981);
/* harmony import */ var _assess_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93789);
/* harmony import */ var _predicate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(48066);
// Verifies a deployment bundle from its bytes: signature first, then form, then everything that follows from something else.










/**
 * `problems` is empty exactly when the bundle holds for these files and this image; the statement comes with it once its form is
 * right. That it holds says nothing about the deployment: the statement's own verdict does.
 * @throws InputError where the bytes are no bundle at all.
 */
function verifyDeployment(inputs) {
    const envelope = (0,_verification_envelope_js__WEBPACK_IMPORTED_MODULE_0__/* .readEnvelope */ .H)(inputs.bundle);
    if ("broken" in envelope)
        return { problems: ["the bundle breaks its format"] };
    if (envelope.payloadType !== _statement_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc)
        return { problems: ["the payload type is not that of an in-toto statement"] };
    const key = inputs.keys.find((candidate) => candidate.hint === envelope.hint);
    if (key === undefined)
        return { problems: ["no pinned key answers to the bundle's hint"] };
    if (!(0,_verification_key_ring_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsSignature */ .Df)(key, envelope))
        return { problems: ["the signature does not hold for this payload and the pinned key"] };
    const statement = _predicate_js__WEBPACK_IMPORTED_MODULE_3__/* .deploymentStatementSchema */ .g.safeParse((0,_verification_verify_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCanonical */ .K)(envelope.payload)).data;
    if (statement === undefined)
        return { problems: ["the payload is no canonical deployment statement of this version"] };
    const { predicate } = statement;
    const late = Date.parse(predicate.issuedAt) > inputs.now.getTime() + _statement_intake_js__WEBPACK_IMPORTED_MODULE_5__/* .CLOCK_TOLERANCE_MS */ .UG;
    const problems = [
        ...(0,_verification_key_ring_js__WEBPACK_IMPORTED_MODULE_2__/* .findKeyProblems */ .lq)(key, new Date(predicate.issuedAt)).map(({ detail }) => detail),
        ...(late || predicate.rollout.finishedAt > predicate.issuedAt || predicate.rollout.startedAt > predicate.rollout.finishedAt ? ["the stated times cannot be right"] : []),
        ...(predicate.signer.hint === envelope.hint ? [] : ["the statement names another signer than the bundle"]),
        ...(statement.subject[0]?.digest.sha256 === inputs.image ? [] : ["the statement is about another image"]),
        ...(predicate.compliance.sha256 === (0,_statement_intake_js__WEBPACK_IMPORTED_MODULE_5__/* .hashBytes */ .yi)(inputs.compliance) ? [] : ["the compliance bundle is not the one that the statement names"]),
        ...(predicate.report.sha256 === (0,_statement_intake_js__WEBPACK_IMPORTED_MODULE_5__/* .hashBytes */ .yi)(inputs.report) ? [] : ["the rollout's report is not the one that the statement names"]),
        ...findContradictions(predicate, inputs.image),
    ];
    return { problems, statement };
}
/** A passing verdict must follow from the pods that the statement itself lists. */
function findContradictions(predicate, image) {
    const { verdict, openFindings, openGaps, selfTest, pods, rollout, measurement, catalogue } = predicate;
    const serving = pods.filter((pod) => pod.current && pod.ready && pod.digest === `sha256:${image}`);
    const derived = (0,_finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .judge */ .S4)({
        findings: openFindings.map(() => ({ disposition: "open" })),
        coverage: { examined: { checks: pods.length }, gaps: Array.from({ length: openGaps }, () => ({ disposition: "open" })) }, selfTest,
    });
    const whole = rollout.outcome === "completed" && pods.length > 0 && serving.length === pods.length && serving.length === rollout.replicas?.wanted;
    const controls = Buffer.from((0,_statement_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .toCanonicalBytes */ .vp)((0,_assess_js__WEBPACK_IMPORTED_MODULE_7__/* .assessDeployment */ .W)(predicate)));
    return [
        ...(verdict === derived ? [] : ["the verdict does not follow from findings, gaps and self-test"]),
        ...(verdict !== "pass" || whole ? [] : ["the verdict says pass, but not every listed pod runs the image"]),
        ...(verdict !== "pass" || measurement === null || (0,_measurement_index_js__WEBPACK_IMPORTED_MODULE_8__/* .isWithinBudget */ .f)(measurement) ? [] : ["the verdict says pass, but more requests failed than the error budget allows"]),
        ...(catalogue.sha256 === _control_catalogue_js__WEBPACK_IMPORTED_MODULE_9__/* .catalogueDigest */ .uv ? [] : ["the controls were derived with another catalogue; verify with the version that made the statement"]),
        ...(controls.equals((0,_statement_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .toCanonicalBytes */ .vp)(predicate.controls)) ? [] : ["the controls do not follow from the statement"]),
    ];
}


/***/ }),

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

/***/ 20622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ findMeasurementGaps),
/* harmony export */   f: () => (/* binding */ isWithinBudget)
/* harmony export */ });
/** A generator further behind than this did not send what it says it sent. */
const LATEST_SEND_MS = 1000;
/** Failures before and after the change count too: nobody can tell that they had another cause. */
function isWithinBudget({ failed, outside, errorBudget }) {
    return failed + outside.failed <= errorBudget;
}
/** What keeps the count from being complete, a sentence each. */
function findMeasurementGaps({ requests, latestSend, ledgers: { service, effects } }) {
    return [
        ...(requests === 0 ? ["no request was sent while the change was made"] : []),
        ...(latestSend > LATEST_SEND_MS ? [`the load generator fell ${Math.round(latestSend)} ms behind; lower the rate or give it a machine of its own`] : []),
        ...(service !== null && service.unlogged > 0 ? [`${service.unlogged} answered requests are not in the logs of the pods`] : []),
        ...(effects !== null && effects.foreign > 0 ? [`${effects.foreign} effects belong to no request of this load; let nothing else use the service meanwhile`] : []),
    ];
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


/***/ })

};
