export const id = 463;
export const ids = [463];
export const modules = {

/***/ 71095:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ assessControls)
/* harmony export */ });
/* harmony import */ var _statement_derive_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37382);
/* harmony import */ var _catalogue_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26006);
// What the checks say about each testing procedure. Derived by the attester, and again by the verifier.


/** One result per procedure of the catalogue, in its order. `checks` are a statement's summaries. */
function assessControls(checks) {
    return _catalogue_js__WEBPACK_IMPORTED_MODULE_0__/* .catalogue */ .sW.map((procedure) => {
        const { status, reason, evidence } = judgeProcedure(procedure, checks);
        return { id: procedure.id, requirement: procedure.requirement, status, reason, evidence: [...evidence], remains: procedure.remains };
    });
}
function judgeProcedure({ requirement, evidence }, checks) {
    switch (evidence.from) {
        case "people":
            return notCovered("Only people can show this.");
        case "elsewhere":
            return notCovered(`Shown by ${evidence.where}.`);
        case "deployment":
            return notCovered("Hangs on a deployment, and none is part of this statement.");
        case "checks":
            return judgeChecks(requirement, evidence, checks.filter((one) => evidence.checks.includes(one.check)));
        default:
            return evidence;
    }
}
function notCovered(reason) {
    return { status: "not-covered", reason, evidence: [] };
}
function judgeChecks(requirement, evidence, checks) {
    const reported = checks.filter((one) => one.presence === "reported");
    const ids = [...new Set(reported.map((one) => `checks/${one.check}`))];
    const against = reported.filter((one) => countAgainst(one, requirement).open > 0);
    if (against.length > 0) {
        const names = [...new Set(against.map((one) => one.check))].join(" and ");
        return { status: "evidence-contradicts", reason: `Open findings of ${names} speak against ${requirement}.`, evidence: ids };
    }
    const useful = reported.filter(examinedSomething);
    if (useful.length === 0)
        return { ...notCovered(`Nothing was examined by ${evidence.checks.join(" or ")}.`), evidence: ids };
    const limits = findLimits({ evidence, requirement, reported });
    const status = limits.length === 0 ? evidence.atMost : "partial";
    const reason = [evidence.shows, ...limits].join("; ");
    return { status, reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`, evidence: ids };
}
function examinedSomething(check) {
    return Object.values(check.coverage.examined).some((count) => count > 0);
}
/** A finding names a requirement, or one beneath it; 6.5.3 is not spoken against by 6.5.30. */
function countAgainst(check, requirement) {
    const own = check.byRequirement.filter((one) => one.requirement === requirement || one.requirement.startsWith(`${requirement}.`));
    return { open: sum(own.map((one) => one.open)), accepted: sum(own.map((one) => one.accepted)) };
}
function findLimits({ evidence, requirement, reported }) {
    const missing = evidence.checks.filter((name) => !reported.some((one) => one.check === name));
    const incomplete = [...new Set(reported.filter((one) => !(0,_statement_derive_js__WEBPACK_IMPORTED_MODULE_1__/* .isComplete */ .As)(one)).map((one) => one.check))];
    const accepted = sum(reported.map((one) => countAgainst(one, requirement).accepted));
    const skipped = sum(reported.flatMap((one) => one.gaps).filter((gap) => gap.disposition === "waived").map((gap) => gap.count));
    const assumed = reported.flatMap((one) => one.assumptions).filter((one) => !one.verified).length;
    return [
        ...(evidence.limit === undefined ? [] : [evidence.limit]),
        ...missing.map((name) => `${name} is absent`),
        ...incomplete.map((name) => `${name} could not examine everything or did not prove itself`),
        ...(accepted === 0 ? [] : [`findings accepted by waiver, baseline or threshold: ${accepted}`]),
        ...(skipped === 0 ? [] : [`gaps accepted by waiver: ${skipped}`]),
        ...(assumed === 0 ? [] : [`assumptions that nobody verified: ${assumed}`]),
    ];
}
function sum(counts) {
    return counts.reduce((total, count) => total + count, 0);
}


/***/ }),

/***/ 26006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sW: () => (/* binding */ catalogue),
  uv: () => (/* binding */ catalogueDigest)
});

// UNUSED EXPORTS: withheld

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement = __webpack_require__(35460);
;// CONCATENATED MODULE: ./src/attestation/control/account-data.js
const people = { from: "people" };
const examine = { methods: ["examine"] };
const stores = "databases, files of the running service and its own logs are not read";
const searched = { from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial", limit: stores };
const accountData = [
    { id: "3.3.1.a", requirement: "3.3.1", ...examine, evidence: people, asks: "Policies, procedures and settings keep sensitive authentication data from being stored after authorisation.", remains: "The policies and the settings of systems that receive such data." },
    { id: "3.3.1.b", requirement: "3.3.1", methods: ["examine", "observe"], evidence: people, asks: "Deletion makes such data unrecoverable once authorisation is complete.", remains: "The procedures, and observation of the deletion." },
    {
        id: "3.3.1.1", requirement: "3.3.1.1", ...examine,
        asks: "Data sources hold no full track of a card after authorisation.",
        evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for magnetic stripe data" },
        remains: "Every other source: databases, transaction and trace files, logs and dumps of what runs.",
    },
    {
        id: "3.3.1.2", requirement: "3.3.1.2", ...examine,
        asks: "Data sources hold no card verification code after authorisation.",
        evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for verification codes beside card numbers" },
        remains: "Every other source, and codes that stand alone: three digits are told only by what is beside them.",
    },
    { id: "3.4.1.a", requirement: "3.4.1", ...examine, evidence: people, asks: "Documents say which roles may see more of a card number than its masked form, and why.", remains: "The documents." },
    { id: "3.4.1.b", requirement: "3.4.1", ...examine, evidence: people, asks: "Settings show the full number to those roles alone.", remains: "Settings of every system that shows card numbers." },
    { id: "3.4.1.c", requirement: "3.4.1", ...examine, evidence: people, asks: "Screens and receipts show numbers masked.", remains: "The displays themselves." },
    { id: "3.5.1.a", requirement: "3.5.1", ...examine, evidence: people, asks: "Documents describe how stored card numbers are made unreadable.", remains: "The documents." },
    {
        id: "3.5.1.b", requirement: "3.5.1", ...examine,
        asks: "Repositories and logs, those of payment applications among them, hold no readable card number.",
        evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for card numbers" },
        remains: "Data repositories, audit logs and payment application logs.",
    },
    { id: "3.5.1.c", requirement: "3.5.1", ...examine, evidence: people, asks: "Hashed and truncated forms of one number cannot be brought together again.", remains: "Whether both forms are kept, and the controls between them." },
];

;// CONCATENATED MODULE: ./src/attestation/control/account-secret.js
const rotation = { from: "elsewhere", where: "the record of a credential rotation, which is not part of a build" };
const accountSecrets = [
    {
        id: "3.7.5.a", requirement: "3.7.5", methods: ["examine"], evidence: { from: "people" },
        asks: "Key procedures cover retiring, replacing and destroying keys at their end, when weakened or when suspected.",
        remains: "The key procedures; they concern keys that protect stored account data, not API credentials.",
    },
    {
        id: "3.7.5.b", requirement: "3.7.5", methods: ["interview"], evidence: { from: "people" },
        asks: "Those who keep the keys work by these procedures.",
        remains: "Interviews with key custodians.",
    },
    {
        id: "8.3.2.a", requirement: "8.3.2", methods: ["examine"], evidence: { from: "people" },
        asks: "Vendor documents and settings have authentication factors unreadable in transit and in storage.",
        remains: "Documents and settings of every system that keeps or passes on such factors.",
    },
    {
        id: "8.3.2.b", requirement: "8.3.2", methods: ["examine"],
        asks: "Where authentication factors are kept, they are unreadable.",
        evidence: {
            from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
            shows: "every layer of the image and the build's logs were searched for factors that are kept readable",
            limit: "secret stores and databases, where they belong, are not read",
        },
        remains: "The repositories of authentication factors themselves.",
    },
    {
        id: "8.3.2.c", requirement: "8.3.2", methods: ["examine"], evidence: { from: "people" },
        asks: "In transmissions they are unreadable.",
        remains: "Transmissions between systems.",
    },
    {
        id: "8.6.1", requirement: "8.6.1", methods: ["examine", "interview"],
        evidence: { from: "elsewhere", where: "the record of break-glass access, which is not part of a build" },
        asks: "Application and system accounts are used interactively only by time-limited, justified, approved and attributable exception.",
        remains: "Accounts that allow an interactive login, and who may use them.",
    },
    {
        id: "8.6.2.a", requirement: "8.6.2", methods: ["interview", "examine"], evidence: { from: "people" },
        asks: "Development procedures forbid passwords of such accounts in scripts, configuration and source.",
        remains: "The written procedures, and interviews.",
    },
    {
        id: "8.6.2.b", requirement: "8.6.2", methods: ["examine"],
        asks: "Scripts, configuration files and source code hold no such password.",
        evidence: {
            from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
            shows: "every layer of the image with its configuration, and the build's logs, were searched for credentials",
            limit: "the source repository and its history are not read",
        },
        remains: "Source repositories and their history, and configuration that is kept elsewhere.",
    },
    {
        id: "8.6.3.a", requirement: "8.6.3", methods: ["examine"], evidence: { from: "people" },
        asks: "Written rules protect passwords of such accounts against misuse.",
        remains: "The written rules.",
    },
    {
        id: "8.6.3.b", requirement: "8.6.3", methods: ["examine"], evidence: { from: "people" },
        asks: "A targeted risk analysis sets how often they change and how complex they are.",
        remains: "The risk analysis.",
    },
    {
        id: "8.6.3.c", requirement: "8.6.3", methods: ["interview", "examine"], evidence: rotation,
        asks: "They do change that often, and at once when a compromise is suspected.",
        remains: "Interviews, and the settings and records of the secret store.",
    },
];

;// CONCATENATED MODULE: ./src/attestation/control/change-control.js
const writtenRules = { methods: ["examine"], evidence: { from: "people" } };
const changeControl = [
    {
        id: "6.3.2.a", requirement: "6.3.2", methods: ["examine", "interview"], evidence: { from: "people" },
        asks: "An inventory of own and third-party software is kept, and used to find vulnerabilities.",
        remains: "The inventory's documents, and interviews.",
    },
    {
        id: "6.3.2.b", requirement: "6.3.2", methods: ["examine"],
        evidence: { from: "elsewhere", where: "the image's bill of materials, which the statement names by digest where one was handed in" },
        asks: "The inventory holds what the software's documents say that it is made of.",
        remains: "Comparing the inventory with the bill of materials, component by component.",
    },
    {
        id: "6.5.1.a", requirement: "6.5.1", ...writtenRules,
        asks: "Written change procedures call for reason, security impact, approval, security testing and a way back.",
        remains: "The written procedure.",
    },
    {
        id: "6.5.1.b", requirement: "6.5.1", methods: ["examine"], evidence: { from: "deployment" },
        asks: "Recent production changes can be traced to records that hold all of these elements.",
        remains: "Reason, impact and approval of each change in the assessor's sample.",
    },
    {
        id: "6.5.2", requirement: "6.5.2", methods: ["examine", "interview", "observe"], evidence: { from: "deployment" },
        asks: "After a significant change the applicable requirements were confirmed again.",
        remains: "Which changes were significant, and the documentation that followed them.",
    },
    {
        id: "6.5.3.a", requirement: "6.5.3", ...writtenRules,
        asks: "Written rules separate environments that come before production from production.",
        remains: "The written rules.",
    },
    {
        id: "6.5.3.b", requirement: "6.5.3", methods: ["examine"], evidence: { from: "deployment" },
        asks: "Network documents and settings show the two kinds of environments apart.",
        remains: "Network documents; policies of the cluster and of the cloud network.",
    },
    {
        id: "6.5.3.c", requirement: "6.5.3", methods: ["examine"],
        asks: "Access settings enforce that separation.",
        evidence: {
            from: "checks", checks: ["isolation-assert"], atMost: "evidence-supports",
            shows: "over the whole workflow graph, no job but the allowed ones reaches the protected environment's credentials",
        },
        remains: "Access settings outside of the workflows: cloud accounts, cluster roles, database grants.",
    },
    {
        id: "6.5.4.a", requirement: "6.5.4", ...writtenRules,
        asks: "Written rules separate the roles that work before production and in it.",
        remains: "The written rules.",
    },
    {
        id: "6.5.4.b", requirement: "6.5.4", methods: ["observe", "interview"], evidence: { from: "deployment" },
        asks: "In practice, roles are apart and only reviewed and approved changes are deployed.",
        remains: "Observation and interviews; who approved, and that it was not the author.",
    },
    {
        id: "6.5.5.a", requirement: "6.5.5", ...writtenRules,
        asks: "Written rules keep live card numbers out of environments before production.",
        remains: "The written rules.",
    },
    {
        id: "6.5.5.b", requirement: "6.5.5", methods: ["observe", "interview"], evidence: { from: "people" },
        asks: "Testing is seen to work without live card numbers.",
        remains: "Observation of testing, and interviews.",
    },
    {
        id: "6.5.5.c", requirement: "6.5.5", methods: ["examine"],
        asks: "Test data before production holds no live card numbers.",
        evidence: {
            from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
            shows: "the image and the build's logs were searched for card numbers",
            limit: "test databases and other stores of test data are not read",
        },
        remains: "Test data that is not part of the image or the logs.",
    },
    {
        id: "6.5.6.a", requirement: "6.5.6", ...writtenRules,
        asks: "Written rules have test data and test accounts removed before production.",
        remains: "The written rules.",
    },
    {
        id: "6.5.6.b", requirement: "6.5.6", methods: ["observe", "interview"], evidence: { from: "people" },
        asks: "Test data and accounts are seen to be removed.",
        remains: "Observation of the release, and interviews.",
    },
    {
        id: "6.5.6.c", requirement: "6.5.6", methods: ["examine"],
        asks: "Recently installed or updated software holds no test data or test accounts.",
        evidence: {
            from: "checks", checks: ["image-secret-audit"], atMost: "partial",
            shows: "every layer of the image was searched for card data and credentials",
            limit: "accounts in the service's data stores are not read, and test records without card numbers are not recognised",
        },
        remains: "Accounts and data of the installed service.",
    },
];

;// CONCATENATED MODULE: ./src/attestation/control/monitoring.js
const auditLog = { from: "elsewhere", where: "the audit log's own verification, which is not part of a build" };
const monitoring_people = { from: "people" };
const monitoring_examine = { methods: ["examine"] };
const monitoring = [
    { id: "10.3.1", requirement: "10.3.1", ...monitoring_examine, evidence: auditLog, asks: "Only those whose work needs it can read audit logs.", remains: "Access settings of the log store." },
    { id: "10.3.2", requirement: "10.3.2", ...monitoring_examine, evidence: auditLog, asks: "Audit logs are protected against changes by individuals.", remains: "Access settings of the log store." },
    { id: "10.3.3", requirement: "10.3.3", ...monitoring_examine, evidence: auditLog, asks: "Audit logs are soon backed up to a place that is hard to change.", remains: "Settings and receipts of the log shipping." },
    { id: "10.3.4", requirement: "10.3.4", ...monitoring_examine, evidence: auditLog, asks: "Changes to existing audit data raise an alert.", remains: "Settings, monitored files and results of the integrity monitoring." },
    { id: "10.4.1.a", requirement: "10.4.1", ...monitoring_examine, evidence: monitoring_people, asks: "Written rules have security events and critical logs reviewed at least daily.", remains: "The written rules." },
    { id: "10.4.1.b", requirement: "10.4.1", methods: ["observe", "interview"], evidence: monitoring_people, asks: "That daily review takes place.", remains: "Observation and interviews." },
    { id: "10.4.1.1", requirement: "10.4.1.1", ...monitoring_examine, evidence: auditLog, asks: "The review is done by automated mechanisms.", remains: "Settings of the log analysis and its baseline." },
    { id: "10.4.3.a", requirement: "10.4.3", ...monitoring_examine, evidence: monitoring_people, asks: "Written rules have anomalies followed up.", remains: "The written rules." },
    { id: "10.4.3.b", requirement: "10.4.3", methods: ["observe", "interview"], evidence: monitoring_people, asks: "Anomalies are seen to be followed up.", remains: "Observation and interviews." },
    { id: "10.6.3.a", requirement: "10.6.3", ...monitoring_examine, evidence: monitoring_people, asks: "Only those whose work needs it can touch the time settings.", remains: "Settings of the time servers." },
    { id: "10.6.3.b", requirement: "10.6.3", methods: ["examine", "observe"], evidence: monitoring_people, asks: "Changes to time settings are logged, watched and reviewed.", remains: "Settings, logs and reviews of time changes." },
    { id: "10.7.2.a", requirement: "10.7.2", ...monitoring_examine, evidence: monitoring_people, asks: "Written processes detect and address failures of critical security controls.", remains: "The written processes." },
    {
        id: "10.7.2.b", requirement: "10.7.2", methods: ["observe", "examine"],
        asks: "A failing security control, automated security tests among them, is noticed and raises an alert.",
        evidence: {
            from: "checks", checks: ["image-secret-audit", "log-leak-guard", "isolation-assert"], atMost: "partial",
            shows: "each check found what it had planted for itself in this run, and would have been red had it not",
            limit: "whether a red build alerts somebody is not observed, and other controls are not looked at",
        },
        remains: "The alert that follows a red build, and every other critical control.",
    },
    { id: "10.7.3.a", requirement: "10.7.3", ...monitoring_examine, evidence: monitoring_people, asks: "Written processes say how a failed control is responded to.", remains: "The written processes." },
    { id: "10.7.3.b", requirement: "10.7.3", ...monitoring_examine, evidence: monitoring_people, asks: "Records of failures hold cause, duration and remediation.", remains: "The incident records." },
    { id: "11.5.2.a", requirement: "11.5.2", ...monitoring_examine, evidence: { from: "deployment" }, asks: "A change-detection mechanism is in use on critical files.", remains: "Settings, monitored files and results of the mechanism." },
    { id: "11.5.2.b", requirement: "11.5.2", ...monitoring_examine, evidence: monitoring_people, asks: "It alerts on unauthorised changes and compares at least weekly.", remains: "Settings of the mechanism." },
];

;// CONCATENATED MODULE: ./src/attestation/control/catalogue.js
// The PCI DSS v4.0.1 catalogue: testing procedures that we have read, in the standard's order.






const catalogue = [...accountData, ...accountSecrets, ...changeControl, ...monitoring]
    .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));
/** Names the exact catalogue that a statement's controls were derived with. */
const catalogueDigest = (0,external_node_crypto_.createHash)("sha256").update((0,statement/* toCanonicalBytes */.vp)(catalogue)).digest("hex");
/**
 * Requirements that our findings may name but whose testing procedures we have not read. No status is stated for them until they are.
 */
const withheld = [
    { requirement: "6.3.3", about: "known vulnerabilities are patched in time" },
    { requirement: "7.2.5", about: "application and system accounts have the least privilege" },
    { requirement: "10.2.2", about: "audit log entries hold the required fields" },
    { requirement: "11.3.1", about: "internal vulnerability scans take place" },
    { requirement: "12.3.1", about: "targeted risk analyses are kept up to date" },
];


/***/ }),

/***/ 52677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ isP256),
/* harmony export */   St: () => (/* binding */ openKeySigner),
/* harmony export */   zn: () => (/* binding */ toHint)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
// The port behind which a signing key rests. A key in a file, in memory or in a remote store all look like this.


/** The hint of a public key, as in Signer. */
function toHint(key) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(key.export({ type: "spki", format: "der" })).digest("base64");
}
/** True for the one kind of key that we sign and verify with. */
function isP256(key) {
    return key.asymmetricKeyType === "ec" && key.asymmetricKeyDetails?.namedCurve === "prime256v1";
}
/**
 * A signer from a P-256 private key, PEM in SEC1 or PKCS#8. `origin` names the input in messages, never the key.
 * @throws InputError for anything else, an encrypted key included.
 */
function openKeySigner(pem, { kind, origin }) {
    const key = readPrivateKey(pem, origin);
    const publicKey = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(key);
    return {
        kind,
        hint: toHint(publicKey),
        publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
        sign: async (data) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.sign)("sha256", data, key),
    };
}
const REPAIR = "make one with: openssl ecparam -name prime256v1 -genkey -noout";
function readPrivateKey(pem, origin) {
    if (/-----BEGIN (EC )?PUBLIC KEY-----/.test(pem))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${origin} holds a public key; signing takes the private one`);
    if (/-----BEGIN ENCRYPTED |Proc-Type: 4,ENCRYPTED/.test(pem))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${origin} holds an encrypted key; hand it in decrypted, from a secret`);
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem);
    }
    catch {
        // The cause is left out on purpose: a parser's message may quote what it read.
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${origin} holds no private key in PEM; ${REPAIR}`);
    }
    if (!isP256(key))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`${origin} holds a key of another kind than P-256; ${REPAIR}`);
    return key;
}


/***/ }),

/***/ 37382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isComplete),
/* harmony export */   LG: () => (/* binding */ deriveCheckVerdict),
/* harmony export */   y8: () => (/* binding */ deriveOverallVerdict)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19825);
// Verdicts from summaries. The attester writes them, the verifier derives them again and compares.

/** The verdict that follows from a reported check's own counts. */
function deriveCheckVerdict(check) {
    const { findings, gaps, coverage, selfTest } = check;
    return (0,_finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S4)({ findings, coverage: { examined: coverage.examined, gaps }, selfTest });
}
/** Fail beats inconclusive beats pass; what is absent was not shown. */
function deriveOverallVerdict(checks) {
    const verdicts = checks.map((check) => (check.presence === "absent" ? "inconclusive" : check.verdict));
    if (verdicts.includes("fail"))
        return "fail";
    return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}
/** True when the check examined something, proved itself and left no gap open, whatever it found. */
function isComplete(check) {
    return deriveCheckVerdict({ ...check, findings: [] }) === "pass";
}


/***/ }),

/***/ 49917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UG: () => (/* binding */ CLOCK_TOLERANCE_MS),
/* harmony export */   XD: () => (/* binding */ takeReports),
/* harmony export */   yi: () => (/* binding */ hashBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79859);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19825);
/* harmony import */ var _predicate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77408);
// Takes reports in: all problems at once, none of them a value. A statement is only as good as what it was made from.



/** Clocks of two machines may differ by this much, in milliseconds. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;
function hashBytes(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
}
/**
 * Parses reports and holds them against the image that they are to vouch for.
 * @throws InputError that lists every problem of every report: unreadable, of another image, of a check that no statement covers, twice.
 */
function takeReports(files, context) {
    const problems = [];
    const taken = [];
    for (const file of files) {
        const report = parseReport(file);
        const problem = typeof report === "string" ? report : findProblem(report, context);
        if (problem !== undefined)
            problems.push(`${file.name} ${problem}`);
        else if (typeof report !== "string")
            taken.push({ check: report.check, report, name: file.name, sha256: hashBytes(file.bytes) });
    }
    for (const [, same] of Map.groupBy(taken, nameExamined)) {
        if (same.length > 1)
            problems.push(`${same.map((one) => one.name).join(" and ")} are both of ${same[0]?.check} and the same subject; hand in one of them`);
    }
    if (problems.length > 0)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`report: ${problems.join("; ")}`);
    return taken;
}
/** A check may have looked at several things, such as two repositories, each in a report of its own. */
function nameExamined({ check, report }) {
    return JSON.stringify([check, report.subject.name, report.subject.digest?.sha256 ?? null]);
}
function parseReport(file) {
    let value;
    try {
        value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(file.bytes));
    }
    catch {
        return "is not JSON; hand in what a check wrote with --format json";
    }
    const parsed = _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .reportSchema */ .Qh.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const places = parsed.error.issues.slice(0, 3).map((issue) => `/${issue.path.map(String).join("/")}`);
    return `is not a report of pci-pipeline/report/v1 (see ${places.join(", ")}); make it again with this version`;
}
function findProblem(report, { subject, now }) {
    if (!_predicate_js__WEBPACK_IMPORTED_MODULE_3__/* .pipelineChecks */ .gy.some((check) => check === report.check))
        return `is of ${report.check}, which this statement does not cover; leave it out`;
    if ((0,_finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .judge */ .S4)(report) !== report.verdict)
        return "has a verdict that does not follow from its own findings and gaps; make it again";
    const waived = [...report.findings, ...report.coverage.gaps].filter((one) => one.disposition === "waived");
    if (waived.some((one) => one.waiver === undefined))
        return "accepts a finding or gap without naming the waiver; make it again";
    if (Date.parse(report.finishedAt) > now.getTime() + CLOCK_TOLERANCE_MS)
        return "ended in the future; set the clocks right and make it again";
    const { digest, digestKind } = report.subject;
    const aboutImage = report.check === "image-secret-audit" || digestKind === "manifest" || digestKind === "config";
    if (!aboutImage)
        return undefined;
    if (digest === null)
        return "names no digest of its image; audit the image again";
    if (digestKind !== subject.digestKind)
        return `names the image by its ${digestKind}, the subject is named by its ${subject.digestKind}; audit the same file or reference that is the subject`;
    return digest.sha256 === subject.digest?.sha256 ? undefined : "is of another image than the subject; audit the subject";
}


/***/ }),

/***/ 77408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IV: () => (/* binding */ buildSchema),
/* harmony export */   Si: () => (/* binding */ controlStatuses),
/* harmony export */   T9: () => (/* binding */ predicateSchema),
/* harmony export */   Ze: () => (/* binding */ controlSchema),
/* harmony export */   dr: () => (/* binding */ sourceSchema),
/* harmony export */   gy: () => (/* binding */ pipelineChecks),
/* harmony export */   uX: () => (/* binding */ signerKinds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64377);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19825);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53401);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(79859);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29296);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81572);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(70956);
// What the compliance predicate says, as types: the contract between us, every verifier and the assessor. Strict throughout: a
// verifier that meets a field it does not know must refuse, since it could not tell what that field changes.


/** The checks that one statement covers, in the order of the pipeline. Each is listed, reported (once for each subject that it looked at) or absent. */
const pipelineChecks = ["image-secret-audit", "log-leak-guard", "isolation-assert"];
/**
 * How the signing key is held: `transit` is a key that never leaves OpenBao or Vault, `keyless` a throw-away key that a certificate binds
 * to the workflow's identity, `development` a key that the tool made for itself beside the build.
 */
const signerKinds = ["key-file", "environment", "transit", "keyless", "development"];
/** What the evidence says about a testing procedure. None of them is a judgement on compliance, which is the assessor's. */
const controlStatuses = ["evidence-supports", "partial", "not-covered", "evidence-contradicts"];
const sha256 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, "is 64 lower-case hexadecimal digits");
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive();
const known = (what) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).nullable().describe(`${what}; null where unknown`);
const reportedSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    presence: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("reported"),
    check: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(pipelineChecks),
    verdict: _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictSchema */ .$D,
    failOn: _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .severitySchema */ .X5.describe("least severity that made the verdict fail"),
    subject: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Qh.shape.subject,
    tool: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Qh.shape.tool,
    startedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$(),
    coverage: _finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .coverageSchema */ .aU.omit({ gaps: true }),
    gaps: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ reason: _finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gapSchema */ .s.shape.reason, disposition: _finding_index_js__WEBPACK_IMPORTED_MODULE_6__/* .gapSchema */ .s.shape.disposition, count })),
    findings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ severity: _finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .severitySchema */ .X5, disposition: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_finding_index_js__WEBPACK_IMPORTED_MODULE_2__/* .dispositions */ .xK), count })),
    byRequirement: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ requirement: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), open: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative(), accepted: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative() }))
        .describe("findings per PCI DSS requirement that they speak against; accepted are those waived, in the baseline or below the threshold"),
    assumptions: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Qh.shape.assumptions,
    outOfScope: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Qh.shape.outOfScope,
    selfTest: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reportSchema */ .Qh.shape.selfTest,
    report: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("file name without folders"), sha256 }).describe("the report's exact bytes"),
});
const absentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ presence: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("absent"), check: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(pipelineChecks), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() });
const checkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("presence", [reportedSchema, absentSchema]);
const sourceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    repository: known("owner/name of the source repository"),
    commit: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/, "is a full commit id").nullable(),
    ref: known("full git ref that was built"),
});
const buildSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    builder: known("who or what built the image, as a URI or name"),
    workflow: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ref: known("path and ref of the workflow file"), sha: known("commit of the workflow file") }),
    run: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: known("run id, as text"), attempt: known("attempt, as text"), event: known("event that started the run") }),
    runner: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["github-hosted", "self-hosted"]).nullable(),
    rebuild: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256, identical: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY() }).nullable().describe("digest of a second build of the same source; null where none was made"),
    sbom: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1), sha256 }).nullable().describe("bill of materials of the image; null where none was handed in"),
});
const controlSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("PCI DSS v4.0.1 testing procedure"),
    requirement: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("PCI DSS v4.0.1 requirement"),
    status: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(controlStatuses),
    reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    evidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("what the status leans on: checks/<name> or deployment"),
    remains: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("what people still have to do or show"),
});
const waiverInForceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    check: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(pipelineChecks),
    waiver: _finding_index_js__WEBPACK_IMPORTED_MODULE_7__/* .waiverSchema */ .IM,
    covers: count.describe("number of findings and gaps that it accepts"),
});
const predicateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    issuedAt: zod__WEBPACK_IMPORTED_MODULE_4__/* .datetime */ .w$().describe("the signer's own clock; the bundle may carry a time that a third party vouches for"),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("pci-pipeline"), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    signer: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(signerKinds), hint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("base64 of the SHA-256 of the public key (SPKI, DER); null for keyless, where the bundle's certificate names the signer") }),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ digestKind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["manifest", "config"]).describe("what of the image the subject's digest is of") }),
    source: sourceSchema,
    build: buildSchema,
    factsFrom: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["environment", "file"])).describe("where source and build facts come from; they are stated, not verified"),
    policy: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256 }).nullable().describe("the policy that was in force at signing; null where none was handed in"),
    verdict: _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictSchema */ .$D.describe("fail beats inconclusive beats pass; an absent check makes it inconclusive"),
    checks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(checkSchema),
    waivers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(waiverInForceSchema),
    blindSpots: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ id: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), statement: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })).describe("what this product does not look at"),
    catalogue: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ standard: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("PCI DSS v4.0.1"), sha256 }).describe("the catalogue that the controls were derived with"),
    controls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(controlSchema),
    deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ status: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("not-run"), reason: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() })
        .describe("deployments are stated afterwards, in a statement of their own that names this one"),
});


/***/ }),

/***/ 35460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uc: () => (/* binding */ PAYLOAD_TYPE),
/* harmony export */   dd: () => (/* binding */ COMPLIANCE_TYPE),
/* harmony export */   t: () => (/* binding */ statementSchema),
/* harmony export */   vp: () => (/* binding */ toCanonicalBytes),
/* harmony export */   zG: () => (/* binding */ STATEMENT_TYPE)
/* harmony export */ });
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98799);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _predicate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77408);
// The in-toto statement: one image, named by its digest, and what is said about it.
// Format: in-toto Statement v1 (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md).



const STATEMENT_TYPE = "https://in-toto.io/Statement/v1";
const COMPLIANCE_TYPE = "https://github.com/yuno/pci-pipeline/compliance/v1";
/** The only payload type that Sigstore's verifiers take for an in-toto statement. */
const PAYLOAD_TYPE = "application/vnd.in-toto+json";
const statementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(STATEMENT_TYPE),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
        digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/) }),
    })).length(1),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(COMPLIANCE_TYPE),
    predicate: _predicate_js__WEBPACK_IMPORTED_MODULE_1__/* .predicateSchema */ .T9,
});
/** RFC 8785 bytes: the same value gives the same bytes on every machine. */
function toCanonicalBytes(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_2__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new TypeError("only JSON values have a canonical form");
    return Buffer.from(text, "utf8");
}


/***/ }),

/***/ 16765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CL: () => (/* binding */ judgePolicy),
/* harmony export */   G4: () => (/* binding */ defaultPolicy),
/* harmony export */   wh: () => (/* binding */ policySchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19825);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53401);
/* harmony import */ var _statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77408);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(24273);
// What a gate asks of evidence, as a file that lives with those who deploy.




const minimumStatus = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["evidence-supports", "partial"]);
const policySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("pci-pipeline/policy/v1"),
    verdicts: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .verdictSchema */ .$D).min(1).default(["pass"]).describe("accepted verdicts, of the whole and of each required check"),
    checks: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .pipelineChecks */ .gy)).default([..._statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .pipelineChecks */ .gy]).describe("checks that must have been reported"),
    failOn: _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .severitySchema */ .X5.default("medium").describe("the mildest threshold that a required check may have been judged with"),
    signers: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .signerKinds */ .uX)).min(1).default([..._statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .signerKinds */ .uX]).describe("accepted kinds of signing keys"),
    maxAgeHours: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    controls: zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^\d+(\.\d+)+(\.[a-z])?$/, "is a testing procedure id such as 6.5.3.c"), minimumStatus).default({})
        .describe("testing procedures with the least status that they must have"),
    builder: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("the statement's builder, exactly"),
    repository: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().min(1).optional().describe("the statement's source repository, exactly"),
});
/** Without a policy file: verdict pass, and all checks of the pipeline passed at the usual threshold. */
const defaultPolicy = policySchema.parse({ schema: "pci-pipeline/policy/v1" });
/** The steps that hold a statement against a policy. */
function judgePolicy(statement, policy, now) {
    const { predicate } = statement;
    return [
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("accepted-signer", `signed with a key of the kind ${predicate.signer.kind}`, policy.signers.includes(predicate.signer.kind) ? []
            : [{ detail: `the policy does not accept a signer of the kind ${predicate.signer.kind}`, pointer: "/predicate/signer/kind" }]),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("accepted-origin", "builder and repository are as the policy asks", findOriginProblems(statement, policy)),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("age", "recent enough for the policy", findAgeProblems(statement, policy, now)),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("required-checks", `all of ${policy.checks.length} required checks accepted`, findCheckProblems(statement, policy)),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("verdict", `the verdict is ${predicate.verdict}`, policy.verdicts.includes(predicate.verdict) ? []
            : [{ detail: `the verdict is ${predicate.verdict}`, pointer: "/predicate/verdict", ...markUnshown(predicate.verdict) }]),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_4__/* .toStep */ .C)("required-controls", `${Object.keys(policy.controls).length} controls required`, findControlProblems(statement, policy)),
    ];
}
/** An inconclusive or absent check says neither yes nor no, and so the gate does. */
function markUnshown(verdict) {
    return verdict === "inconclusive" ? { unshown: true } : {};
}
function findOriginProblems({ predicate }, policy) {
    const { builder, repository } = policy;
    return [
        ...(builder !== undefined && predicate.build.builder !== builder ? [{ detail: "the builder is not the one that the policy names", pointer: "/predicate/build/builder" }] : []),
        ...(repository !== undefined && predicate.source.repository !== repository
            ? [{ detail: "the source repository is not the one that the policy names", pointer: "/predicate/source/repository" }] : []),
    ];
}
function findAgeProblems({ predicate }, policy, now) {
    const hours = (now.getTime() - Date.parse(predicate.issuedAt)) / 3_600_000;
    if (policy.maxAgeHours === undefined || hours <= policy.maxAgeHours)
        return [];
    return [{ detail: `signed ${Math.floor(hours)} hours ago, the policy allows ${policy.maxAgeHours}`, pointer: "/predicate/issuedAt" }];
}
function findCheckProblems({ predicate }, policy) {
    const missing = policy.checks.filter((name) => !predicate.checks.some((one) => one.check === name && one.presence === "reported"));
    const wrong = predicate.checks.flatMap((check, index) => {
        const name = check.check;
        if (check.presence === "absent" || !policy.checks.includes(name))
            return [];
        const pointer = `/predicate/checks/${index}`;
        return [
            ...(policy.verdicts.includes(check.verdict) ? [] : [{ detail: `${name} says ${check.verdict}`, pointer: `${pointer}/verdict`, ...markUnshown(check.verdict) }]),
            ...((0,_finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .reaches */ .O6)(policy.failOn, check.failOn) ? []
                : [{ detail: `${name} was judged with the threshold ${check.failOn}, the policy asks for ${policy.failOn} or stricter`, pointer: `${pointer}/failOn` }]),
        ];
    });
    return [...missing.map((name) => ({ detail: `${name} was not reported`, pointer: "/predicate/checks", ...markUnshown("inconclusive") })), ...wrong];
}
function findControlProblems({ predicate }, policy) {
    const rank = (status) => _statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .controlStatuses */ .Si.indexOf(status);
    return Object.entries(policy.controls).flatMap(([id, least]) => {
        const index = predicate.controls.findIndex((one) => one.id === id);
        const control = predicate.controls[index];
        if (control === undefined)
            return [{ detail: `the statement says nothing about ${id}`, pointer: "/predicate/controls" }];
        if (rank(control.status) <= rank(least))
            return [];
        return [{ detail: `${id} is ${control.status}, the policy asks for ${least}`, pointer: `/predicate/controls/${index}/status` }];
    });
}


/***/ }),

/***/ 24273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ toStep),
/* harmony export */   H: () => (/* binding */ isRefused)
/* harmony export */ });
function toStep(id, held, problems) {
    return { id, ok: problems.length === 0, detail: problems[0]?.detail ?? held, problems };
}
function isRefused(verification) {
    return verification.steps.some((step) => !step.ok);
}


/***/ }),

/***/ 83933:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ attachBundle),
/* harmony export */   q: () => (/* binding */ BUNDLE_TYPE)
/* harmony export */ });
/* harmony import */ var _sigstore_oci__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81057);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38683);
// Puts a bundle beside the image that it is about, in the image's own registry, as OCI 1.1 referrer (distribution-spec 1.1, "Pushing
// Manifests with Subject"); where a registry has no referrers API, under the fallback tag. cosign looks in the same two places.


const BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** The digest of the attached artifact's manifest. @throws InputError where the registry, the login or the image is missing. */
async function attachBundle({ image, digest, bundle, predicateType, signedAt }) {
    const imageName = image.replace(/@sha256:[0-9a-f]{64}$/, "").replace(/:[\w][\w.-]*$/, "");
    try {
        const descriptor = await (0,_sigstore_oci__WEBPACK_IMPORTED_MODULE_0__/* .attachArtifactToImage */ .Kg)({
            imageName,
            imageDigest: digest,
            artifact: Buffer.from(bundle),
            mediaType: BUNDLE_TYPE,
            credentials: findLogin(imageName),
            annotations: { "org.opencontainers.image.created": signedAt, "dev.sigstore.bundle.content": "dsse-envelope", "dev.sigstore.bundle.predicateType": predicateType },
            fetchOpts: { timeout: 30_000, retry: 2, proxy: undefined, noProxy: undefined },
        });
        return descriptor.digest;
    }
    catch (error) {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_1__/* .InputError */ .dz(`attach docker://${imageName}: ${explain(error)}`);
    }
}
/** Without a login nothing is sent, which the library allows and its type does not say. */
function findLogin(imageName) {
    try {
        return (0,_sigstore_oci__WEBPACK_IMPORTED_MODULE_0__/* .getRegistryCredentials */ .U2)(imageName);
    }
    catch {
        return undefined;
    }
}
function explain(error) {
    const { statusCode } = (error.cause ?? {});
    if (statusCode === 404)
        return "the registry has no such image by this digest; push the image first";
    if (statusCode === 401 || statusCode === 403)
        return "the registry refuses the login; run docker login with an account that may push";
    if (typeof statusCode === "number")
        return `the registry answers with status ${statusCode}; try again later`;
    return "the registry cannot be reached or the name is none; write docker://HOST/NAME";
}


/***/ })

};
