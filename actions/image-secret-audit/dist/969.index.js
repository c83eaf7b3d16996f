export const id = 969;
export const ids = [969];
export const modules = {

/***/ 969:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  start: () => (/* binding */ start)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(760);
;// CONCATENATED MODULE: ./src/report/clean.js
// Names from images, logs and workflows are hostile: this is the only way they come into a terminal, Markdown or HTML.
/** Control, format, surrogate and invisible characters: terminal escapes, line breaks, text direction, hidden letters. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** More marks on one letter than any script needs; they would paint over the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const SHORT_ESCAPES = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
/** One line of visible characters; what was not visible is written out, such as `\x1b` or `\u{202e}`. */
function clean(text) {
    return text.replace(UNSAFE, escapeCharacter).replace(STACKED_MARKS, "$1…");
}
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    return SHORT_ESCAPES[character] ?? (code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`);
}
/** At most `max` characters, cut in the middle, since both ends of a path say more than its inside. */
function shorten(text, max) {
    const characters = [...text];
    if (characters.length <= max)
        return text;
    const head = Math.ceil((max - 1) / 2);
    const tail = Math.floor((max - 1) / 2);
    return `${characters.slice(0, head).join("")}…${tail > 0 ? characters.slice(-tail).join("") : ""}`;
}
/** Longest text from an artefact that a rendering for people shows; the JSON report has it whole. */
const MAX_SHOWN = 240;
/** `clean` and `shorten` in one: what most renderers want of a hostile text. */
function show(text, max = MAX_SHOWN) {
    // Cut before cleaning too, so that megabytes of hostile name cost nothing; an escape is at most ten characters.
    return shorten(clean(text.length > max * 16 ? shorten(text.slice(0, max * 4) + text.slice(-max * 4), max) : text), max);
}
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** For element content and for quoted attribute values. */
function escapeHtml(text) {
    return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
/** JSON text in which everything invisible is a `\uXXXX` escape: the same value, safe to print on a terminal. */
function escapeJson(json) {
    return json.replace(/[^\n\P{C}]|[\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu, (character) => [...character].flatMap((point) => point.split("")).map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
}

;// CONCATENATED MODULE: ./src/report/json.js

/** Fields in the order in which people look for them; all others follow by name. */
const FIELD_ORDER = [
    "schema", "check", "verdict", "subject", "ruleId", "id", "reason", "name", "title", "severity", "disposition", "preview", "location",
    "kind", "platform", "layer", "index", "file", "line", "column", "part", "path", "tool", "version", "startedAt", "finishedAt", "failOn",
    "coverage", "seen", "examined", "gaps", "selfTest", "assumptions", "outOfScope", "findings", "facts",
];
const ranks = new Map(FIELD_ORDER.map((name, rank) => [name, rank]));
/** Two spaces of indent, one order of keys whatever order they came in, a newline at the end. */
function toJson(report) {
    return writeJson(report);
}
/** Shared with SARIF: no invisible character stands in it unescaped. */
function writeJson(value) {
    return `${escapeJson(JSON.stringify(value, (_key, field) => (isRecord(field) ? sortFields(field) : field), 2))}\n`;
}
function sortFields(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => compareFields(a, b)));
}
function compareFields(a, b) {
    const rank = (ranks.get(a) ?? ranks.size) - (ranks.get(b) ?? ranks.size);
    if (rank !== 0)
        return rank;
    return a < b ? -1 : 1;
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
// EXTERNAL MODULE: ./src/finding/location.js
var finding_location = __webpack_require__(105);
// EXTERNAL MODULE: ./src/finding/acceptance/waiver.js
var acceptance_waiver = __webpack_require__(956);
;// CONCATENATED MODULE: ./src/finding/gap.js
// What could not be examined, as data: a gap is never an exception and never silent.



/** The closed list of reasons. The text is what a reader of a report sees in its legend. */
const gapReasons = {
    "nothing-examined": "the input held nothing that could be examined",
    "missing-blob": "content that the manifest lists is absent",
    "digest-mismatch": "content differs from the digest that names it",
    "size-mismatch": "content differs from the size that is stated for it",
    "truncated": "data ended before it was complete",
    "malformed": "data breaks its own format",
    "encrypted": "data is encrypted",
    "path-escape": "an entry points outside its archive",
    "cycle": "data refers to itself",
    "unsupported-media-type": "no reader for this media type",
    "unsupported-compression": "no reader for this compression",
    "unsupported-archive": "no reader for this archive format",
    "unsupported-feature": "the format's feature is not read",
    "depth-limit": "nested deeper than the limit",
    "size-limit": "larger than the limit",
    "count-limit": "more entries than the limit",
    "ratio-limit": "expands beyond the limit",
    "work-limit": "matching used up its budget",
    "job-running": "the job had not finished",
    "log-unavailable": "the log could not be had",
    "missing-step": "a step's log is missing",
    "unresolved-reference": "the referenced workflow or action is not at hand",
    "invalid-workflow": "the workflow file is not valid",
    "undecided-expression": "an expression has values that cannot be known here",
    "undecided-permissions": "the effective permissions cannot be known here",
    "undecided-identity": "what the job's identity token opens cannot be known here",
    "undecided-escalation": "whether a permission or trigger leads further cannot be known here",
    "unverifiable": "the evidence cannot be checked here",
};
const gapReasonSchema = schemas/* enum */.k5n(Object.keys(gapReasons));
const gapSchema = schemas/* strictObject */.rej({
    reason: gapReasonSchema,
    location: finding_location/* locationSchema */.Hd,
    detail: schemas/* string */.YjP().describe("one redacted sentence: what is missing and, where known, who can supply it"),
    bytes: schemas/* int */.Whr().nonnegative().optional().describe("how many bytes were not examined, where known"),
    fingerprint: schemas/* string */.YjP(),
    disposition: schemas/* enum */.k5n(["open", "waived"]),
    waiver: acceptance_waiver/* waiverSchema */.IM.optional(),
});

;// CONCATENATED MODULE: ./src/report/view/finding-notes.js

const proofWords = {
    "checksum": "confirmed by its checksum", "luhn": "confirmed by its Luhn digit",
    "known-value": "confirmed as one of the known values", "structure": "confirmed by its structure",
};
/** How sure the detector is, in words. */
function proofs(finding) {
    return [
        ...(finding.confirmedBy === undefined ? [] : [proofWords[finding.confirmedBy]]),
        ...(finding.decoded.length === 0 ? [] : [`under ${finding.decoded.map((name) => show(name, 30)).join(", then ")}`]),
    ];
}
/** Preview and proofs on one line; none where a finding isn't about a value. */
function shows(finding) {
    const parts = [show(finding.preview, 60), ...proofs(finding)].filter((part) => part !== "");
    return parts.length === 0 ? [] : [parts.join(", ")];
}
function expiredWaiver(subject) {
    if (subject.disposition !== "open" || subject.waiver === undefined)
        return [];
    return [`ended ${show(subject.waiver.until, 20)}, was ${show(subject.waiver.owner, 80)}'s`];
}

// EXTERNAL MODULE: ./src/finding/finding.js
var finding_finding = __webpack_require__(401);
;// CONCATENATED MODULE: ./src/report/view/order.js
// Worst first, everywhere the same: people read the first line and perhaps the second.

function openFindings(report) {
    return report.findings.filter((finding) => finding.disposition === "open");
}
function openGaps(report) {
    return report.coverage.gaps.filter((gap) => gap.disposition === "open");
}
/** One group for each rule and severity, worst severity first; inside a severity the order of the findings holds. */
function groupFindings(findings) {
    const groups = Map.groupBy(findings, (finding) => `${finding.severity} ${finding.ruleId}`);
    return [...groups.values()].flatMap((members) => {
        const first = members[0];
        return first === undefined ? [] : [{ ...first, findings: members }];
    }).sort((a, b) => finding_finding/* severities */.gO.indexOf(a.severity) - finding_finding/* severities */.gO.indexOf(b.severity));
}
/** Gaps of one reason together, in the order in which the reasons appear. */
function groupGaps(gaps) {
    const groups = Map.groupBy(gaps, (gap) => gap.reason);
    return [...groups].map(([reason, members]) => ({ reason, gaps: members }));
}
function countDispositions(findings) {
    const counts = { open: 0, waived: 0, baseline: 0, "below-threshold": 0 };
    for (const finding of findings)
        counts[finding.disposition] += 1;
    return counts;
}
/** Severities that occur, worst first, with how often. */
function countSeverities(findings) {
    return finding_finding/* severities */.gO
        .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
        .filter(({ count }) => count > 0);
}
/** Fail beats inconclusive beats pass; of nothing at all nothing is known. */
function worstVerdict(verdicts) {
    if (verdicts.includes("fail"))
        return "fail";
    return verdicts.length === 0 || verdicts.includes("inconclusive") ? "inconclusive" : "pass";
}

;// CONCATENATED MODULE: ./src/report/view/wording.js

const verdictShapes = { pass: "✓", fail: "✗", inconclusive: "?" };
const severityShapes = { critical: "◆", high: "▲", medium: "●", low: "○" };
const irregular = { is: "are", "planted canary": "planted canaries" };
/** `1 finding`, `2,300 findings`. */
function count(many, noun) {
    return `${figure(many)} ${plural(many, noun)}`;
}
function plural(many, noun) {
    return many === 1 ? noun : irregular[noun] ?? `${noun}s`;
}
/** Digits in groups of three, the same in every locale. */
function figure(value) {
    return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}
/** `482 kB not`, or nothing where all was examined. */
function shortfall(row) {
    return row.seen > row.examined ? `${amount(row.unit, row.seen - row.examined)} not` : "";
}
/** Powers of 1,000, as registries and disks count: `132 MB`. */
function bytes(value) {
    const names = ["B", "kB", "MB", "GB", "TB"];
    let at = 0;
    let rest = value;
    while (rest >= 999.5 && at < names.length - 1) {
        rest /= 1000;
        at += 1;
    }
    return `${at === 0 || rest >= 99.5 ? figure(Math.round(rest)) : rest.toFixed(1)} ${names[at]}`;
}
function amount(unit, value) {
    return unit === "bytes" ? bytes(value) : figure(value);
}
/** `0.4 s`, `12 s`, `3 min 05 s`. */
function duration(seconds) {
    if (seconds < 10)
        return `${seconds.toFixed(1)} s`;
    if (seconds < 59.5)
        return `${Math.round(seconds)} s`;
    const whole = Math.round(seconds);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, "0")} s`;
}
/** `sha256:` and twelve digits: enough to compare by eye, never to verify. */
function shortDigest(digest) {
    const hex = digest.replace(/^sha256:/, "");
    return hex.length > 12 ? `sha256:${hex.slice(0, 12)}…` : digest;
}
/** `2 critical, 1 high`. */
function severityTally(report) {
    return countSeverities(openFindings(report)).map((entry) => `${figure(entry.count)} ${entry.severity}`).join(", ");
}
/** Why the verdict is what it is, most weighty first; one sentence each. */
function verdictReasons(report) {
    const open = openFindings(report).length;
    const gaps = openGaps(report).length;
    const reasons = [];
    if (open > 0)
        reasons.push(`${count(open, "finding")} ${plural(open, "is")} open at or above ${report.failOn} (${severityTally(report)}).`);
    if (!examinedAnything(report))
        reasons.push("Nothing was examined.");
    if (gaps > 0)
        reasons.push(`${count(gaps, "gap")}: not all that was seen could be examined.`);
    if (!provedItself(report))
        reasons.push(selfTestSentence(report));
    if (reasons.length === 0)
        reasons.push(`All that was seen was examined${report.coverage.gaps.length > 0 ? " or is waived" : ""}, and no finding is open.`);
    return reasons;
}
function examinedAnything(report) {
    return Object.values(report.coverage.examined).some((value) => value > 0);
}
function provedItself(report) {
    return report.selfTest.planted > 0 && report.selfTest.detected === report.selfTest.planted;
}
function selfTestSentence(report) {
    const { planted, detected } = report.selfTest;
    if (planted === 0)
        return "No canary was planted: nothing proves that the detectors work.";
    if (detected === planted)
        return `All ${count(planted, "planted canary")} found.`;
    return `${figure(detected)} of ${count(planted, "planted canary")} found: the detectors missed what they must find.`;
}

;// CONCATENATED MODULE: ./src/report/view/place.js


const partWords = {
    "file": "", "file-name": "name of ", "link-target": "link target of ", "xattr": "extended attribute of ",
    "env": "environment variable ", "label": "label ", "history": "build history ", "config": "image config ",
    "annotation": "annotation ", "attestation": "attestation ",
};
function viewPlace(location) {
    switch (location.kind) {
        case "image":
            return { spot: imageSpot(location), context: imageContext(location) };
        case "log":
            return { spot: show(location.file) + position(location), context: named({ job: location.job, step: location.step }) };
        case "workflow":
            return { spot: `${show(location.file)}:${location.line}:${location.column}`, context: named({ job: location.job, path: callChain(location) }) };
        case "evidence":
            return { spot: show(location.file), context: named({ at: location.pointer }) };
        default:
            return location;
    }
}
/** The whole place on one line, for renderings that have no room for more. */
function placeLine(location) {
    const { spot, context } = viewPlace(location);
    return [spot, ...context.map(({ label, value }) => `${label} ${value}`)].join(", ");
}
function imageSpot(location) {
    const name = `${partWords[location.part]}${location.path === undefined ? "" : show(location.path)}`.trimEnd();
    const inside = location.members.map((member) => ` › ${show(member)}`).join("");
    return `${name === "" ? "image" : name}${inside}${position(location)}`;
}
function imageContext(location) {
    const { layer } = location;
    return named({
        layer: layer === null ? undefined : `${layer.index} (${shortDigest(layer.diffId)}), ${location.platform}`,
        image: layer === null ? location.platform : undefined,
        "made by": layer?.createdBy,
        state: stateSentence(location.state),
    });
}
/** A deleted file is the classic surprise: gone for the container, there for everybody who pulls the image. */
function stateSentence(state) {
    switch (state) {
        case "final":
            return undefined;
        case "deleted":
        case "overwritten":
            return `${state} by a later layer, still in the image`;
        default:
            return state;
    }
}
function callChain(location) {
    return location.path.length === 0 ? undefined : location.path.map((hop) => show(hop, 120)).join(" → ");
}
function position(location) {
    if (location.line !== undefined)
        return `:${location.line}`;
    return location.offset === undefined ? "" : ` (byte ${location.offset})`;
}
/** A chain of calls keeps its length: each hop was shortened by itself. */
function named(values) {
    return Object.entries(values).flatMap(([label, value]) => value === null || value === undefined || value === "" ? [] : [{ label, value: label === "path" ? value : show(value) }]);
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-message.js
// Plain-text messages of SARIF have a little syntax of their own.
/** Brackets make links and braces make placeholders in a plain-text message (3.11.5, 3.11.6). */
function messageText(text) {
    return text.replace(/[[\]\\]/g, "\\$&").replace(/[{}]/g, "$&$&");
}
/** Capital first letter, full stop at the end. */
function sentence(text) {
    const start = text.slice(0, 1).toUpperCase() + text.slice(1);
    return /[.!?…]$/.test(start) ? start : `${start}.`;
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-location.js



/** Viewers want a line; a statement about the whole file stands at its first. */
const WHOLE_FILE = { region: { startLine: 1 } };
/** The bases have no address here: whoever reads the file knows where the checkout, the image and the logs are. */
const URI_BASES = {
    IMAGE: { description: { text: "The inspected image. Below it come the part (file, env, label and so on), the path, and the members of nested archives behind !/." } },
    LOGS: { description: { text: "The folder or archive of job logs." } },
    EVIDENCE: { description: { text: "The folder of evidence." } },
    SRCROOT: { description: { text: "The root of the audited repository." } },
};
function sarifLocation(location) {
    return { physicalLocation: physicalLocation(location), ...logicalLocations(location) };
}
function physicalLocation(location) {
    switch (location.kind) {
        case "image":
            return { artifactLocation: { uri: imageUri(location), uriBaseId: "IMAGE" }, ...region(location) };
        case "log":
            return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "LOGS" }, ...region(location) };
        case "workflow":
            return {
                artifactLocation: { uri: relativeUri(location.file), uriBaseId: "SRCROOT" },
                region: { startLine: location.line, startColumn: location.column },
            };
        case "evidence":
            return { artifactLocation: { uri: relativeUri(location.file), uriBaseId: "EVIDENCE" }, ...WHOLE_FILE };
        default:
            return location;
    }
}
/** Without layer and platform: they change from build to build, and the alert would be closed and opened again. */
function imageUri(location) {
    return relativeUri(["image", location.part, ...(location.path === undefined ? [] : [location.path])].join("/"))
        + location.members.map((member) => `!/${relativeUri(member)}`).join("");
}
/** Each segment percent-encoded (RFC 3986); no empty or dot segment survives, so that no reader resolves it to somewhere else. */
function relativeUri(path) {
    const segments = path.split("/").filter((segment) => segment !== "" && segment !== ".");
    return segments.map((segment) => (segment === ".." ? "%2E%2E" : encodeURIComponent(segment.toWellFormed()))).join("/") || "unnamed";
}
function region(location) {
    if (location.line !== undefined)
        return { region: { startLine: location.line } };
    return location.offset === undefined ? WHOLE_FILE : { region: { byteOffset: location.offset } };
}
function logicalLocations(location) {
    switch (location.kind) {
        case "image":
            return { logicalLocations: [imageLogical(location)] };
        case "log":
            return jobLogical([location.job, location.step]);
        case "workflow":
            return jobLogical([location.job ?? undefined]);
        case "evidence":
            return { logicalLocations: [{ name: clean(location.pointer), fullyQualifiedName: clean(`${location.file}#${location.pointer}`), kind: "member" }] };
        default:
            return location;
    }
}
function imageLogical(location) {
    const { layer } = location;
    const name = layer === null ? "metadata" : `layer ${layer.index}`;
    return {
        name,
        fullyQualifiedName: clean(`${location.platform}/${layer === null ? "metadata" : layer.diffId}`),
        kind: layer === null ? "imageMetadata" : "imageLayer",
        properties: { state: location.state, ...(layer === null ? {} : { index: layer.index, diffId: layer.diffId, createdBy: layer.createdBy }) },
    };
}
function jobLogical(names) {
    const known = names.filter((name) => name !== undefined && name !== "").map((name) => clean(name ?? ""));
    return known.length === 0 ? {} : { logicalLocations: [{ name: known.at(-1) ?? "", fullyQualifiedName: known.join("/"), kind: "job" }] };
}
/** The chain of calls that leads to the place, root first; entries are file:job, and a job id holds no colon. */
function threadFlow(location) {
    if (location.kind !== "workflow" || location.path.length === 0)
        return undefined;
    const hops = location.path.map((hop) => ({
        location: {
            physicalLocation: { artifactLocation: { uri: relativeUri(hop.replace(/:[^:]*$/, "")), uriBaseId: "SRCROOT" } },
            message: { text: messageText(show(hop)) },
        },
    }));
    const end = { location: { ...sarifLocation(location), message: { text: messageText(placeLine({ ...location, path: [] })) } } };
    return { locations: [...hops, end] };
}

;// CONCATENATED MODULE: ./src/report/markdown.js
// Hostile text in GitHub's Markdown: as a code span, where nothing is markup, or as prose with every active character as an entity.

/** A code span (CommonMark 6.1): fenced by more backticks than it holds. Not for table cells. */
function code(text, max) {
    const shown = show(text, max);
    if (shown.trim() === "")
        return "(empty)";
    const longest = (shown.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
    const fence = "`".repeat(longest + 1);
    const pad = /^[` ]|[` ]$/.test(shown) ? " " : "";
    return `${fence}${pad}${shown}${pad}${fence}`;
}
/** A code span inside a table row, where a pipe ends the cell whatever surrounds it; renderers differ on `\\|`, so it is written out. */
function cell(text, max) {
    return code(show(text, max).replaceAll("|", "\\x7c"), max);
}
/** Words that GitHub turns into links or mentions by itself. */
const LINKED = /[@#]|:\/\/|www\.|mailto:|xmpp:|\bGH-\d/i;
/** Text of rules and people as running text: no markup, no mention, no link, on one line. */
function prose(text, max = MAX_SHOWN) {
    return show(text, max).split(" ").map((word) => (LINKED.test(word) ? code(word) : escapeProse(word))).join(" ");
}
/** The same inside an HTML element, such as a summary line. */
function htmlProse(text, max = MAX_SHOWN) {
    return show(text, max).split(" ").map((word) => (LINKED.test(word) ? htmlCode(word) : escapeHtml(word))).join(" ");
}
function htmlCode(text, max) {
    return `<code>${escapeHtml(show(text, max))}</code>`;
}
function escapeProse(word) {
    const escaped = word.replace(/[&<>\\`*_[\]{}|~$!]/g, (character) => `&#${character.charCodeAt(0)};`);
    // A first character such as - or 1. could start a list where the prose starts the line.
    return escaped.replace(/^([-+=]|\d+[.)]$)/, (start) => [...start].map((character) => `&#${character.charCodeAt(0)};`).join(""));
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-rule.js
// Rules as SARIF reporting descriptors: what code scanning shows beside an alert.




const levels = { critical: "error", high: "error", medium: "warning", low: "note" };
/** Inside the bands that code scanning names: above 9.0 critical, from 7.0 high, from 4.0 medium, below that low. */
const securitySeverities = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0" };
/** Each rule once, by id; where findings of one rule differ in severity, the worst counts. */
function collectRules(report, rules) {
    const collected = new Map(rules.map((rule) => [rule.id, rule]));
    for (const group of groupFindings(report.findings).toReversed()) {
        const known = collected.get(group.ruleId);
        const worse = known === undefined || finding_finding/* severities */.gO.indexOf(group.severity) < finding_finding/* severities */.gO.indexOf(known.severity);
        if (worse)
            collected.set(group.ruleId, { ...group, id: group.ruleId });
    }
    return [...collected.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
function sarifRule(rule) {
    const controls = rule.controls.map((control) => show(control, 40));
    const text = show(rule.remediation, 600);
    return {
        id: rule.id,
        name: rule.id.split(/[^A-Za-z0-9]+/).map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(""),
        shortDescription: { text: show(rule.title) },
        fullDescription: { text: `${show(rule.title)}.` },
        help: {
            text: controls.length === 0 ? text : `${text} PCI DSS v4.0.1: ${controls.join(", ")}.`,
            markdown: `${prose(rule.remediation, 600)}${controls.length === 0 ? "" : `\n\nPCI DSS v4.0.1: ${controls.map((control) => prose(control)).join(", ")}.`}`,
        },
        defaultConfiguration: { level: levels[rule.severity] },
        properties: {
            "security-severity": securitySeverities[rule.severity],
            precision: "high",
            tags: ["security", "pci-dss", ...controls.map((control) => `pci-dss/${control}`)],
        },
    };
}

;// CONCATENATED MODULE: ./src/report/sarif/sarif-log.js
// SARIF 2.1.0 for code scanning and editors (OASIS Static Analysis Results Interchange Format, errata 01). One run for each check.
// Nothing of a matched value gets in: no snippets, no contents, previews only.









/** Code scanning refuses a run with more; findings are worst first, and a notification says what is missing. */
const MAX_RESULTS = 25_000;
/** `rules` are those that ran, also without a finding; rules that only findings name are added from them. */
function toSarif(reports, rules = []) {
    const categories = nameCategories(reports);
    return writeJson({
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: reports.map((report, at) => toRun(report, { category: categories[at] ?? report.check, rules })),
    });
}
/** Code scanning takes one run of a tool and category; the category must be the same in every build. */
function nameCategories(reports) {
    const seen = new Map();
    return reports.map(({ check }) => {
        const ordinal = (seen.get(check) ?? 0) + 1;
        seen.set(check, ordinal);
        return ordinal === 1 ? check : `${check}-${ordinal}`;
    });
}
function toRun(report, options) {
    const rules = collectRules(report, options.rules);
    const ruleIndexes = new Map(rules.map((rule, at) => [rule.id, at]));
    const reasons = [...new Set(report.coverage.gaps.map((gap) => gap.reason))].sort();
    return {
        tool: { driver: {
                name: report.tool.name,
                semanticVersion: report.tool.version,
                informationUri: "https://github.com/yuno/pci-pipeline",
                rules: rules.map(sarifRule),
                notifications: reasons.map(toNotificationRule),
                properties: { rulesSha256: report.tool.rules.sha256, rulesCount: report.tool.rules.count },
            } },
        automationDetails: { id: `${options.category}/` },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: URI_BASES,
        redactionTokens: ["…"],
        invocations: [toInvocation(report, reasons)],
        results: report.findings.slice(0, MAX_RESULTS).map((finding) => toResult(finding, ruleIndexes.get(finding.ruleId) ?? -1)),
        properties: {
            check: report.check, verdict: report.verdict, failOn: report.failOn, subject: report.subject,
            seen: report.coverage.seen, examined: report.coverage.examined, selfTest: report.selfTest,
        },
    };
}
/** Not successful as long as something was left unexamined: a reader of this file alone must not take it for clean. */
function toInvocation(report, reasons) {
    const complete = report.coverage.gaps.every((gap) => gap.disposition === "waived");
    const left = report.findings.length - MAX_RESULTS;
    return {
        executionSuccessful: complete && provedItself(report),
        startTimeUtc: report.startedAt,
        endTimeUtc: report.finishedAt,
        toolExecutionNotifications: [
            ...report.coverage.gaps.map((gap) => toNotification(gap, reasons.indexOf(gap.reason))),
            ...report.selfTest.missed.map((name) => ({ level: "error", message: { text: messageText(`Self-test: the planted canary ${show(name)} was not found.`) } })),
            ...(left > 0 ? [{ level: "error", message: { text: `${count(left, "more finding")}, the least severe, stand in the JSON report only.` } }] : []),
        ],
    };
}
function toNotificationRule(reason) {
    const text = sentence(gapReasons[reason]);
    return {
        id: reason,
        shortDescription: { text },
        fullDescription: { text },
        help: { text: "What could not be examined keeps the verdict from being pass. Make it readable, or waive the gap with an owner, a reason and a last day." },
    };
}
function toNotification(gap, index) {
    return {
        descriptor: { id: gap.reason, index },
        level: gap.disposition === "waived" ? "note" : "error",
        message: { text: messageText(`Not examined: ${placeLine(gap.location)}. ${sentence(show(gap.detail))}`) },
        locations: [sarifLocation(gap.location)],
        properties: { disposition: gap.disposition, fingerprint: gap.fingerprint },
    };
}
function toResult(finding, ruleIndex) {
    const flow = threadFlow(finding.location);
    const seen = shows(finding).map((line) => `, shown as ${line}`).join("");
    return {
        ruleId: finding.ruleId,
        ruleIndex,
        level: levels[finding.severity],
        message: { text: messageText(`${show(finding.title)}: ${placeLine(finding.location)}${seen}. ${sentence(show(finding.remediation, 600))}`) },
        locations: [sarifLocation(finding.location)],
        ...(flow === undefined ? {} : { codeFlows: [{ threadFlows: [flow] }] }),
        // primaryLocationLineHash is the one that code scanning compares; the upload would else compute it from a file that isn't there.
        partialFingerprints: { "pciPipeline/v1": finding.fingerprint, primaryLocationLineHash: `${finding.fingerprint}:1` },
        suppressions: suppressions(finding),
        properties: {
            severity: finding.severity, disposition: finding.disposition, controls: finding.controls, preview: finding.preview, decoded: finding.decoded,
            ...(finding.confirmedBy === undefined ? {} : { confirmedBy: finding.confirmedBy }),
        },
    };
}
/** One result with suppressions asks for the list on every result (3.27.23). */
function suppressions(finding) {
    switch (finding.disposition) {
        case "waived":
            return [{ kind: "external", status: "accepted", justification: waiverText(finding) }];
        case "baseline":
            return [{ kind: "external", status: "accepted", justification: "Known from the baseline report." }];
        case "open":
        case "below-threshold":
            return [];
        default:
            return finding.disposition;
    }
}
function waiverText({ waiver }) {
    return waiver === undefined ? "Waived." : `Waived by ${show(waiver.owner)} until ${show(waiver.until, 20)}: ${show(waiver.reason, 600)}`;
}

;// CONCATENATED MODULE: ./src/report/view/next-step.js


function nextSteps(report) {
    const open = countDispositions(report.findings).open;
    const gaps = openGaps(report);
    const steps = [];
    if (report.check === "compliance-verify" && open + gaps.length > 0)
        return ["Don't publish or deploy what this evidence is about. A gate takes no waivers: make evidence that holds, or ask for it in the policy."];
    if (open > 0)
        steps.push(`Fix the ${plural(open, "finding")} above and run again. To accept one for a while: pci-pipeline waive ID --owner WHO --reason WHY --until DATE`);
    if (gaps.some((gap) => gap.reason === "nothing-examined"))
        steps.push("Check that the input is the one you meant: it held nothing to examine.");
    else if (gaps.length > 0)
        steps.push("Make readable what could not be examined, or waive it by its ID. Until then the verdict can't be pass.");
    if (!provedItself(report))
        steps.push("Don't rely on this run: report the missed canary as a defect of pci-pipeline.");
    if (steps.length === 0)
        steps.push(report.verdict === "pass" ? "Nothing to do." : "Run again with an input that can be examined.");
    return steps;
}

;// CONCATENATED MODULE: ./src/finding/coverage.js
// The ledger: what was seen and what of it was examined, per unit.


/** Units that are counted; bytes are those of uncompressed content. */
const units = [
    "bytes", "images", "layers", "files", "members", "metadata", "logs", "lines", "workflows", "jobs", "calls", "bundles", "reports", "checks",
];
const countsSchema = schemas/* partialRecord */.jgl(schemas/* enum */.k5n(units), schemas/* int */.Whr().nonnegative());
const coverageSchema = schemas/* strictObject */.rej({
    seen: countsSchema,
    examined: countsSchema,
    gaps: schemas/* array */.YOg(gapSchema),
});
/** Counts while a run goes on. Readers say what they see, the inspection says what it examined. */
class Ledger {
    #seen = {};
    #examined = {};
    saw(unit, count = 1) {
        this.#seen[unit] = (this.#seen[unit] ?? 0) + count;
    }
    examined(unit, count = 1) {
        this.#examined[unit] = (this.#examined[unit] ?? 0) + count;
    }
    /** A copy of both columns, units in their own order. */
    counts() {
        return { seen: inOrder(this.#seen), examined: inOrder(this.#examined) };
    }
}
function inOrder(counts) {
    return Object.fromEntries(units.flatMap((unit) => (counts[unit] === undefined ? [] : [[unit, counts[unit]]])));
}

;// CONCATENATED MODULE: ./src/report/view/coverage-rows.js
// The ledger as rows, and the line that tells two runs apart.



/** Units that occur, in the vocabulary's order. */
function coverageRows(report) {
    const { seen, examined } = report.coverage;
    return units
        .map((unit) => ({ unit, examined: examined[unit] ?? 0, seen: Math.max(seen[unit] ?? 0, examined[unit] ?? 0) }))
        .filter((row) => row.seen > 0);
}
/** Time and version, for whoever compares two runs. */
function toolLine(report) {
    const seconds = Math.max(0, (Date.parse(report.finishedAt) - Date.parse(report.startedAt)) / 1000);
    const { version, rules } = report.tool;
    return `pci-pipeline ${show(version, 40)}, ${figure(rules.count)} rules, ${duration(seconds)}, ${report.finishedAt.slice(0, 16).replace("T", " ")} UTC`;
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(975);
;// CONCATENATED MODULE: ./src/report/text/layout.js
// Lines on a terminal: wrapping by what is visible, colour as a layer on top that can be left out.

/** No escape sequence at all without `color`. The caller decides, so the streams and environment that styleText looks at stay out. */
function makePaint(color) {
    const paint = (format) => (text) => color && text !== "" ? (0,external_node_util_.styleText)(format, text, { validateStream: false }) : text;
    return { strong: paint("bold"), quiet: paint("dim"), bad: paint(["bold", "red"]), doubtful: paint(["bold", "yellow"]), good: paint(["bold", "green"]) };
}
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
/** Columns that a clean text takes. */
function columns(text) {
    let sum = 0;
    for (const character of text) {
        if (/\p{M}/u.test(character))
            continue;
        sum += WIDE.test(character) ? 2 : 1;
    }
    return sum;
}
/** Breaks at spaces, and inside a word only where the word alone is too long. Always at least one line. */
function wrap(text, width) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ").flatMap((whole) => breakWord(whole, width))) {
        const joined = line === "" ? word : `${line} ${word}`;
        if (columns(joined) <= width) {
            line = joined;
            continue;
        }
        lines.push(line);
        line = word;
    }
    return [...lines, line];
}
function breakWord(word, width) {
    if (columns(word) <= width)
        return [word];
    const pieces = [];
    let piece = "";
    for (const character of word) {
        if (columns(piece + character) > width) {
            pieces.push(piece);
            piece = "";
        }
        piece += character;
    }
    return [...pieces, piece];
}
function sectionTitle(title, page) {
    return page.paint.strong(title);
}
/** Wrapped text under a hanging indent. */
function paragraph(text, at) {
    return wrap(text, at.width - at.indent).map((line) => " ".repeat(at.indent) + line);
}
/** A list item: the mark stands at the indent, all lines of the text behind it. */
function item(mark, text, at) {
    const hang = at.indent + columns(mark) + 1;
    return wrap(text, at.width - hang).map((line, row) => (row === 0 ? `${" ".repeat(at.indent)}${mark} ${line}` : " ".repeat(hang) + line));
}
const LABEL_COLUMNS = 8;
/** A quiet label and its wrapped value beside it. */
function labelled(label, value, options) {
    const lines = wrap(value, options.width - options.indent - LABEL_COLUMNS);
    return lines.map((line, at) => " ".repeat(options.indent) + (at === 0 ? options.paint.quiet(label.padEnd(LABEL_COLUMNS)) : " ".repeat(LABEL_COLUMNS)) + line);
}

;// CONCATENATED MODULE: ./src/report/text/coverage-text.js




function textCoverage(report, page) {
    const rows = coverageRows(report);
    const lines = rows.map((row) => {
        const open = row.seen > row.examined;
        const counts = open ? `${amount(row.unit, row.examined)} of ${amount(row.unit, row.seen)}, ${shortfall(row)}` : `${amount(row.unit, row.seen)}, all`;
        return `  ${page.paint.quiet(row.unit.padEnd(11))}${open ? page.paint.doubtful(counts) : counts}`;
    });
    const missed = report.selfTest.missed.map((name) => `? missed: ${show(name, 100)}`);
    return [
        sectionTitle("Examined", page),
        ...(lines.length > 0 ? lines : ["  nothing"]),
        ...paragraph(selfTestSentence(report), { indent: 2, width: page.width }).map(provedItself(report) ? (line) => line : page.paint.doubtful),
        ...missed.flatMap((line) => paragraph(line, { indent: 4, width: page.width })),
        ...report.outOfScope.flatMap((left) => paragraph(`Out of scope: ${show(left.name)} (${show(left.reason)})`, { indent: 2, width: page.width })),
        ...paragraph(toolLine(report), { indent: 2, width: page.width }).map(page.paint.quiet),
    ];
}

;// CONCATENATED MODULE: ./src/report/text/findings-text.js
// Open findings and gaps, worst first, one block for each rule or reason.







/** Places of one rule that are listed; a rule that hits everywhere is one problem, not a thousand. */
const MAX_PLACES = 10;
function textFindings(report, page) {
    const groups = groupFindings(openFindings(report));
    return groups.flatMap((group, at) => [...(at === 0 ? [] : [""]), ...textGroup(group, page)]);
}
function textGroup(group, page) {
    const shown = group.findings.slice(0, MAX_PLACES);
    const rest = group.findings.length - shown.length;
    return [
        ...groupHeading(group, page),
        ...shown.flatMap((finding) => textFinding(finding, page)),
        ...(rest > 0 ? [`    and ${count(rest, "more place")}; --format json lists them all`] : []),
        ...labelled("fix", show(group.remediation, 600), { indent: 2, width: page.width, paint: page.paint }),
    ];
}
function groupHeading(group, page) {
    const mark = `${severityShapes[group.severity]} ${group.severity.toUpperCase()}`;
    const title = show(group.title, 120);
    const rule = show(group.ruleId, 60);
    const oneLine = columns(`${mark}  ${title}  ${rule}`) <= page.width;
    const painted = `${paintSeverity(group.severity, page)(mark)}  `;
    if (oneLine)
        return [`${painted}${page.paint.strong(title)}  ${page.paint.quiet(rule)}`];
    const lines = paragraph(title, { indent: columns(mark) + 2, width: page.width });
    const [first = "", ...others] = lines.map((line) => line.trimStart());
    const hang = " ".repeat(columns(mark) + 2);
    return [painted + page.paint.strong(first), ...others.map((line) => hang + page.paint.strong(line)), hang + page.paint.quiet(rule)];
}
function paintSeverity(severity, page) {
    return severity === "critical" || severity === "high" ? page.paint.bad : page.paint.doubtful;
}
function textFinding(finding, page) {
    const { spot, context } = viewPlace(finding.location);
    const at = { indent: 6, width: page.width, paint: page.paint };
    return [
        ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
        ...context.flatMap(({ label, value }) => labelled(label, value, at)),
        ...shows(finding).flatMap((line) => labelled("shows", line, at)),
        ...expiredWaiver(finding).flatMap((line) => labelled("waiver", line, at)),
        ...labelled("id", show(finding.fingerprint, 64), at),
    ];
}
function textGaps(report, page) {
    const groups = groupGaps(openGaps(report));
    if (groups.length === 0)
        return [];
    return [sectionTitle("Not examined", page), ...groups.flatMap(({ reason, gaps }) => [
            ...item("?", `${reason}: ${gapReasons[reason]}`, { indent: 2, width: page.width }).map(page.paint.doubtful),
            ...gaps.slice(0, MAX_PLACES).flatMap((gap) => textGap(gap, page)),
            ...(gaps.length > MAX_PLACES ? [`      and ${count(gaps.length - MAX_PLACES, "more place")}; --format json lists them all`] : []),
        ])];
}
function textGap(gap, page) {
    const { spot, context } = viewPlace(gap.location);
    const at = { indent: 6, width: page.width, paint: page.paint };
    const size = gap.bytes === undefined ? "" : ` (${bytes(gap.bytes)} not examined)`;
    return [
        ...paragraph(spot, { indent: 4, width: page.width }).map(page.paint.strong),
        ...(gap.detail === gapReasons[gap.reason] && size === "" ? [] : labelled("why", show(gap.detail) + size, at)),
        ...context.flatMap(({ label, value }) => labelled(label, value, at)),
        ...expiredWaiver(gap).flatMap((line) => labelled("waiver", line, at)),
        ...labelled("id", show(gap.fingerprint, 64), at),
    ];
}

;// CONCATENATED MODULE: ./src/report/text/report-text.js







const MIN_COLUMNS = 40;
/** Longer lines read worse, however wide the terminal is. */
const MAX_COLUMNS = 80;
/** Plain lines of at most 80 columns, a newline at the end, escape sequences only with `color`. */
function toText(report, options) {
    const page = { paint: makePaint(options.color), width: Math.min(Math.max(options.width, MIN_COLUMNS), MAX_COLUMNS) };
    const sections = [
        textVerdict(report, page), textFindings(report, page), textGaps(report, page), textAccepted(report, page),
        textCoverage(report, page), textAssumptions(report, page), textNextStep(report, page),
    ];
    return `${sections.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function paintVerdict(verdict, paint) {
    const text = `${verdictShapes[verdict]} ${verdict.toUpperCase()}`;
    switch (verdict) {
        case "pass":
            return paint.good(text);
        case "fail":
            return paint.bad(text);
        case "inconclusive":
            return paint.doubtful(text);
        default:
            return verdict;
    }
}
function textVerdict(report, page) {
    const { subject } = report;
    const digest = subject.digest === null ? [] : [`sha256:${subject.digest.sha256}`];
    return [
        `${paintVerdict(report.verdict, page.paint)}  ${page.paint.strong(report.check)}`,
        ...paragraph(show(subject.name), { indent: 2, width: page.width }),
        ...digest.map((line) => `  ${page.paint.quiet(line)}`),
        "",
        ...verdictReasons(report).flatMap((reason) => paragraph(reason, { indent: 2, width: page.width })),
    ];
}
/** What exists and doesn't count: never dropped, only counted here. */
function textAccepted(report, page) {
    const counts = countDispositions(report.findings);
    const waivedGaps = report.coverage.gaps.length - openGaps(report).length;
    const lines = [
        counts.waived > 0 ? `${count(counts.waived, "finding")} waived${waiverEnd(report)}` : "",
        waivedGaps > 0 ? `${count(waivedGaps, "gap")} waived` : "",
        counts.baseline > 0 ? `${count(counts.baseline, "finding")} known from the baseline` : "",
        counts["below-threshold"] > 0 ? `${count(counts["below-threshold"], "finding")} below the threshold (${report.failOn})` : "",
    ].filter((line) => line !== "");
    if (lines.length === 0)
        return [];
    return [sectionTitle("Shown, not counted", page), ...lines.map((line) => `  ${line}`)];
}
function waiverEnd(report) {
    const ends = report.findings.flatMap((finding) => (finding.disposition === "waived" && finding.waiver ? [finding.waiver.until] : []));
    const first = ends.toSorted()[0];
    return first === undefined ? "" : `, the first until ${show(first, 20)}`;
}
function textAssumptions(report, page) {
    const open = report.assumptions.filter((assumption) => !assumption.verified);
    if (open.length === 0)
        return [];
    return [
        sectionTitle("Assumed, not verified", page),
        ...open.flatMap((assumption) => [
            ...item("?", show(assumption.statement), { indent: 2, width: page.width }),
            ...paragraph(show(assumption.source), { indent: 4, width: page.width }).map(page.paint.quiet),
        ]),
    ];
}
function textNextStep(report, page) {
    const options = { indent: 0, width: page.width, paint: { ...page.paint, quiet: page.paint.strong } };
    return nextSteps(report).flatMap((step, at) => labelled(at === 0 ? "Next" : "", step, options));
}

;// CONCATENATED MODULE: ./src/report/annotations.js
// GitHub annotations as data; the runtime prints them.






const annotationLevels = ["error", "warning", "notice"];
/** GitHub drops what a step says beyond ten of each level. */
const MAX_PER_LEVEL = 10;
const annotations_levels = { critical: "error", high: "error", medium: "warning", low: "notice" };
/** At most ten of each level, worst first, or `most`; where there are more, the last says how many. One line of clean text each. */
function toAnnotations(report, most = MAX_PER_LEVEL) {
    const findings = openFindings(report).toSorted((a, b) => finding_finding/* severities */.gO.indexOf(a.severity) - finding_finding/* severities */.gO.indexOf(b.severity));
    const all = [...selfTestAnnotations(report), ...findings.map(annotateFinding), ...openGaps(report).map(annotateGap)];
    return annotationLevels.flatMap((level) => capLevel(all.filter((annotation) => annotation.level === level), { level, most }));
}
function capLevel(annotations, { level, most }) {
    if (annotations.length <= most)
        return annotations;
    const more = annotations.length - (most - 1);
    return [...annotations.slice(0, most - 1), {
            level, title: `${count(more, "more problem")}`, message: "There is room for no more here. The step summary and the JSON report have all of them.",
        }];
}
function selfTestAnnotations(report) {
    if (provedItself(report))
        return [];
    const missed = report.selfTest.missed.slice(0, 5).map((name) => show(name, 80)).join(", ");
    return [{ level: "error", title: "The self-test failed", message: selfTestSentence(report) + (missed === "" ? "" : ` Missed: ${missed}.`) }];
}
function annotateFinding(finding) {
    const seen = shows(finding).map((line) => ` (shown as ${line})`).join("");
    return {
        level: annotations_levels[finding.severity],
        title: `${show(finding.title, 100)} [${show(finding.ruleId, 60)}]`,
        message: `${placeLine(finding.location)}${seen}. ${show(finding.remediation, 600)}`,
        ...repositorySpot(finding.location),
    };
}
function annotateGap(gap) {
    return {
        level: gap.reason === "nothing-examined" ? "error" : "warning",
        title: `Not examined [${gap.reason}]`,
        message: `${placeLine(gap.location)}: ${show(gap.detail)}`,
        ...repositorySpot(gap.location),
    };
}
/** A path inside an image or log archive would point at an unrelated file of the repository. */
function repositorySpot(location) {
    switch (location.kind) {
        case "workflow":
            return { file: show(location.file, 1000), line: location.line, column: location.column };
        case "image":
        case "log":
        case "evidence":
            return {};
        default:
            return location;
    }
}

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

;// CONCATENATED MODULE: ./src/report/summary/blocks.js
// Findings and gaps in Markdown: one block for each rule or reason, which is left out as a whole or not at all.






/** Places of one rule; the fix is the same for all of them. */
const blocks_MAX_PLACES = 25;
/** As many blocks stand unfolded: the reader sees the worst without a click. */
const UNFOLDED = 3;
function findingBlocks(reports) {
    const groups = reports.flatMap((report) => groupFindings(openFindings(report)))
        .sort((a, b) => finding_finding/* severities */.gO.indexOf(a.severity) - finding_finding/* severities */.gO.indexOf(b.severity));
    return groups.map((group, at) => ({
        markdown: (at === 0 ? "### To fix, worst first\n\n" : "") + foldFindings(group, at < UNFOLDED), findings: group.findings.length, gaps: 0,
    }));
}
function foldFindings(group, unfolded) {
    const summary = `${severityShapes[group.severity]} <b>${group.severity}</b>: ${htmlProse(group.title, 120)} (${htmlCode(group.ruleId, 60)}), ${count(group.findings.length, "place")}`;
    return fold({ summary, unfolded, body: [
            `**Fix:** ${prose(group.remediation, 600)}`,
            listPlaces(group.findings, (finding) => [
                ...shows(finding).map((line) => `shown as ${code(line, 160)}`), ...expiredWaiver(finding).map((line) => `waiver ${prose(line)}`),
                `id ${code(finding.fingerprint, 64)}`,
            ]),
            ...(group.controls.length === 0 ? [] : [`PCI DSS v4.0.1: ${group.controls.slice(0, 20).map((control) => prose(control, 40)).join(", ")}`]),
        ] });
}
function gapBlocks(reports) {
    return groupGaps(reports.flatMap(openGaps)).map(({ reason, gaps }, at) => ({
        markdown: (at === 0 ? "### Not examined\n\n" : "") + foldGaps(reason, gaps), findings: 0, gaps: gaps.length,
    }));
}
function foldGaps(reason, gaps) {
    return fold({
        summary: `? <b>${reason}</b>: ${gapReasons[reason]}, ${count(gaps.length, "place")}`,
        unfolded: false,
        body: [listPlaces(gaps, (gap) => [
                ...(gap.detail === gapReasons[reason] ? [] : [prose(gap.detail)]), ...(gap.bytes === undefined ? [] : [`${bytes(gap.bytes)} not examined`]),
                ...expiredWaiver(gap).map((line) => `waiver ${prose(line)}`), `id ${code(gap.fingerprint, 64)}`,
            ])],
    });
}
function listPlaces(subjects, notes) {
    const shown = subjects.slice(0, blocks_MAX_PLACES).map((subject) => `- ${[...placeParts(viewPlace(subject.location)), ...notes(subject)].join(" · ")}`);
    const rest = subjects.length - shown.length;
    return [...shown, ...(rest > 0 ? [`- and ${count(rest, "more place")}`] : [])].join("\n");
}
function placeParts(place) {
    return [`**${code(place.spot, 400)}**`, ...place.context.map(({ label, value }) => `${label} ${code(value, 400)}`)];
}
/** The blank lines end the HTML block, so that what stands inside is Markdown again. */
function fold(options) {
    return [`<details${options.unfolded ? " open" : ""}><summary>${options.summary}</summary>`, ...options.body, "</details>"].join("\n\n");
}

;// CONCATENATED MODULE: ./src/report/summary/folded.js



const MAX_ITEMS = 50;
function coverageBlock(report) {
    const rows = coverageRows(report).map((row) => `| ${row.unit} | ${amount(row.unit, row.seen)} | ${amount(row.unit, row.examined)} | ${shortfall(row)} |`);
    return [
        `<details><summary>Examined by ${report.check}</summary>`,
        code(report.subject.name, 200) + (report.subject.digest === null ? "" : ` sha256:${report.subject.digest.sha256}`),
        rows.length === 0 ? "Nothing." : ["| | Seen | Examined | |", "| :-- | --: | --: | :-- |", ...rows].join("\n"),
        selfTestSentence(report) + report.selfTest.missed.slice(0, MAX_ITEMS).map((name) => ` Missed: ${code(name, 100)}.`).join(""),
        ...limited(report.outOfScope.map((left) => `- out of scope: ${code(left.name, 100)}, ${prose(left.reason)}`)),
        prose(toolLine(report)),
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
    const rows = waived.slice(0, MAX_ITEMS).map(({ what, waiver }) => `| ${cell(what, 60)} | ${cell(waiver?.path ?? waiver?.fingerprint ?? "", 100)} | ${cell(waiver?.owner ?? "", 60)} | ${cell(waiver?.until ?? "", 20)} | ${cell(waiver?.reason ?? "", 200)} |`);
    const rest = waived.length - rows.length;
    return [[
            `<details><summary>${count(waived.length, "waiver")} in force</summary>`,
            ["| What | Where | Owner | Until | Reason |", "| :-- | :-- | :-- | :-- | :-- |", ...rows].join("\n"),
            ...(rest > 0 ? [`and ${count(rest, "more")}`] : []),
            "</details>",
        ].join("\n\n")];
}
function assumptionsBlock(reports) {
    const open = reports.flatMap((report) => report.assumptions.filter((assumption) => !assumption.verified));
    if (open.length === 0)
        return [];
    return [[
            `<details><summary>${count(open.length, "assumption")} not verified</summary>`,
            ...limited(open.map((assumption) => `- ${prose(assumption.statement)} (${prose(assumption.source)})`)),
            "</details>",
        ].join("\n\n")];
}
function limited(items) {
    if (items.length === 0)
        return [];
    const rest = items.length - MAX_ITEMS;
    return [[...items.slice(0, MAX_ITEMS), ...(rest > 0 ? [`- and ${rest} more`] : [])].join("\n")];
}

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
    const chains = new Set(openFindings(report).flatMap(({ location }) => (location.kind === "workflow" ? location.path : [])));
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
        ...drawn.edges.map((edge) => `  ${ids.get(edge.from) ?? ""} ${arrow(edge)}|"${label(edge.kind, 30)}"| ${ids.get(edge.to) ?? ""}`),
        ...Object.entries(stateStyles).map(([state, style]) => `  classDef ${state} ${style}`),
    ];
    const hidden = graph.omitted + graph.nodes.length - nodes.reduce((sum, node) => sum + node.members, 0);
    const left = hidden > 0 ? ` ${count(hidden, "more node")} not drawn.` : "";
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
        return file === "" ? lines : [`  subgraph f${at}["${label(file, 60)}"]`, ...lines, "  end"];
    });
}
function nodeShape(node) {
    const text = `${node.kind === "job" ? "" : `${label(node.kind, 20)} `}${label(node.label, 50)}<br/>${stateShapes[node.state]} ${stateWords[node.state]}`;
    return node.kind === "job" ? `["${text}"]` : `(["${text}"])`;
}
/** Letters, digits and a few harmless signs; all else as Mermaid's own character codes, which no grammar of it reads. */
function label(text, max) {
    return show(text, max).replace(/[^\p{L}\p{N} ._/…-]/gu, (character) => `#${character.codePointAt(0) ?? 63};`);
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
    const what = [findings > 0 ? count(findings, "more finding") : "", gaps > 0 ? count(gaps, "more gap") : ""].filter((text) => text !== "");
    const subject = what.length > 0 ? what.join(" and ") : count(left.length, "more section");
    return [asBlock(`**${subject} left out here** for want of room. All of it stands in ${prose(options.moreAt ?? "the JSON report", 100)}.`)];
}
function titleLine(reports, options) {
    const verdict = worstVerdict(reports.map((report) => report.verdict));
    return asBlock(`## ${verdictShapes[verdict]} ${prose(options.title ?? "pci-pipeline", 100)}: ${verdict}`);
}
function tableBlock(reports) {
    if (reports.length === 0)
        return "No check has reported: nothing is known.";
    const rest = reports.length - MAX_ROWS;
    return [
        "| Verdict | Check | Subject | Open findings | Gaps | Waived | Examined |",
        "| :-- | :-- | :-- | :-- | --: | --: | :-- |",
        ...reports.slice(0, MAX_ROWS).map(verdictRow),
        ...(rest > 0 ? ["", `and ${count(rest, "more check")}.`] : []),
        ...(reports.length === 1 ? ["", ...reports.flatMap(verdictReasons)] : []),
    ].join("\n");
}
function verdictRow(report) {
    const open = openFindings(report).length;
    const waived = countDispositions(report.findings).waived + report.coverage.gaps.length - openGaps(report).length;
    const columns = [
        `${verdictShapes[report.verdict]} **${report.verdict}**`, report.check, cell(report.subject.name, 80),
        open === 0 ? "0" : `${figure(open)} (${severityTally(report)})`, figure(openGaps(report).length), figure(waived), examined(report),
    ];
    return `| ${columns.join(" | ")} |`;
}
function examined(report) {
    const rows = coverageRows(report).filter((row) => row.examined > 0).slice(0, 3);
    return rows.length === 0 ? "nothing" : rows.map((row) => (row.unit === "bytes" ? amount(row.unit, row.examined) : `${figure(row.examined)} ${row.unit}`)).join(", ");
}
function graphBlock(report) {
    const graph = graphOf(report);
    if (graph === undefined)
        return [];
    if (graph === "unreadable")
        return [`The isolation graph of ${code(report.subject.name, 80)} has a form that can't be drawn here.`];
    if (graph.nodes.length === 0)
        return [];
    return [`### Isolation of ${code(report.subject.name, 80)}\n\n${toMermaid(graph, report)}`];
}

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(683);
;// CONCATENATED MODULE: ./src/runtime/action/action-inputs.js
// Inputs as GitHub's runner gives them: environment variables INPUT_<NAME>, upper case, spaces as underscores, dashes kept.

const PREFIX = "INPUT_";
/**
 * The raw inputs of an action. The runner passes undeclared inputs on with a mere warning, so that a slip such as `fail_on`
 * would silently mean the default: they are refused here, with the nearest name.
 */
function readActionInputs(contract, environment) {
    const names = Object.entries(contract.inputs).filter(([, input]) => input.only !== "command").map(([name]) => name);
    const raw = new Map();
    const unknown = [];
    for (const [variable, value] of Object.entries(environment)) {
        if (!variable.startsWith(PREFIX) || value === undefined)
            continue;
        const name = variable.slice(PREFIX.length).toLowerCase();
        if (names.includes(name))
            raw.set(name, value);
        else
            unknown.push(`unknown input ${name}${(0,input_error/* suggest */.ZA)(name, names)}`);
    }
    const missing = names.filter((name) => contract.inputs[name]?.requiredAt === "action" && !raw.get(name)).map((name) => `input ${name} is required`);
    const issues = [...unknown, ...missing];
    if (issues.length > 0)
        throw new input_error/* InputError */.dz(issues.join("; "));
    return raw;
}
/** One raw input, before it is known whether the others can be read; empty where absent. */
function readActionInput(name, environment) {
    return environment[`${PREFIX}${name.toUpperCase()}`] ?? "";
}

;// CONCATENATED MODULE: ./src/runtime/process/exit-code.js
const exitCodes = { pass: 0, fail: 1, inconclusive: 2, badInput: 3, defect: 70 };
function exitCodeOf(verdict) {
    return exitCodes[verdict];
}

;// CONCATENATED MODULE: ./src/runtime/process/failure.js
// How a run ends that reached no verdict: the user's mistake in one sentence, ours with its stack.



/** `name` is the door; an aborted run is no defect. */
function describeFailure(name, error, signal) {
    if (signal.aborted)
        return { exitCode: exitCodes.defect, message: `${name}: interrupted; no verdict was reached` };
    if (error instanceof input_error/* InputError */.dz)
        return { exitCode: exitCodes.badInput, message: `${name}: ${clean(error.message)}` };
    return {
        exitCode: exitCodes.defect,
        message: `${stackOf(error)}\n${name}: this is a defect of pci-pipeline; no verdict was reached`,
    };
}
function stackOf(error) {
    if (!(error instanceof Error))
        return String(error);
    const cause = error.cause === undefined ? "" : `\ncaused by ${stackOf(error.cause)}`;
    return `${error.stack ?? error.message}${cause}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(24);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
;// CONCATENATED MODULE: ./src/runtime/process/interrupt.js
// Ctrl-C and a runner's cancellation: work stops, scratch files go, no half-written output stays.



const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
/** How long work may take to clean up after itself before the process ends regardless. */
const GRACE_MILLISECONDS = 3000;
/**
 * Runs `work` with a signal that the first SIGINT, SIGTERM or SIGHUP aborts; a second one ends the process at once.
 * While it runs, os.tmpdir() is a folder of this process that goes with it. An interrupted process exits with 128 + signal.
 */
async function runInterruptible(work) {
    const controller = new AbortController();
    let interruptedBy;
    const interrupted = new Promise((resolve) => {
        for (const [name, number] of Object.entries(SIGNALS)) {
            process.on(name, () => {
                if (interruptedBy !== undefined)
                    process.exit(128 + number);
                interruptedBy = 128 + number;
                controller.abort();
                setTimeout(() => {
                    process.stderr.write("interrupted; no verdict was reached\n");
                    resolve(128 + number);
                }, GRACE_MILLISECONDS).unref();
            });
        }
    });
    ownScratchFolder();
    const code = await Promise.race([work(controller.signal), interrupted]);
    if (interruptedBy !== undefined)
        process.exit(interruptedBy);
    return code;
}
function ownScratchFolder() {
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "pci-pipeline-"));
    process.env["TMPDIR"] = scratch;
    process.on("exit", () => (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true }));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(455);
;// CONCATENATED MODULE: ./src/runtime/file/output-file.js
// Whole files or none: written under a temporary name in the same folder, then renamed.




/**
 * Makes missing parent folders. `mode` is that of a new file, default 0644 less the umask. A link is followed; a device or
 * a pipe (/dev/null, /dev/stdout) is written to, never replaced. Throws InputError where it can't be written.
 */
async function writeOutput(path, content, options = {}) {
    try {
        const before = await (0,promises_.stat)(path).catch(() => undefined);
        if (before && !before.isFile() && !before.isDirectory())
            await (0,promises_.writeFile)(path, content);
        else
            await replaceFile(before ? await (0,promises_.realpath)(path) : path, content, options.mode ?? 0o644);
    }
    catch (error) {
        throw new input_error/* InputError */.dz(`cannot write ${path}: ${reasonOf(error)}; name a place that is writable`, { cause: error });
    }
}
async function replaceFile(path, content, mode) {
    const temporary = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.partial`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        const file = await (0,promises_.open)(temporary, "wx", mode);
        try {
            await file.writeFile(content);
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true }).catch(() => undefined);
        throw error;
    }
}
function reasonOf(error) {
    const code = error.code;
    switch (code) {
        case "EACCES":
        case "EPERM":
            return "permission denied";
        case "ENOTDIR":
        case "EEXIST":
            return "a parent of it is a file";
        case "EISDIR":
            return "it is a folder";
        case "ENOSPC":
            return "the disk is full";
        case "EROFS":
            return "the file system is read-only";
        default:
            return code ?? "unknown reason";
    }
}

;// CONCATENATED MODULE: ./src/runtime/door/parse-inputs.js
// Raw strings to the typed inputs of a main: all issues at once, and never a value in a message.

/** Throws InputError that lists every issue; absent inputs are absent from `raw`. */
function parseInputs(contract, raw, spell) {
    const issues = [];
    const values = {};
    for (const [name, input] of Object.entries(contract.inputs)) {
        const parsed = input.schema.safeParse(raw.get(name));
        if (parsed.success)
            values[name] = parsed.data;
        else
            issues.push(`${spell(name)} ${parsed.error.issues[0]?.message ?? "is not valid"}`);
    }
    if (issues.length > 0)
        throw new input_error/* InputError */.dz(issues.join("; "));
    return Object.freeze(values);
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(500);
;// CONCATENATED MODULE: ./src/runtime/process/world.js
// The outside as a main sees it: the only reader of process.env besides the action inputs.



/** Progress lines go to stderr; stdout belongs to reports. */
function openWorld(signal, progress) {
    return {
        cwd: process.cwd(),
        now: () => new Date(),
        // Names come from the artefact: a line break in one could start a workflow command of the runner's.
        progress: (line) => progress(clean(line)),
        signal,
        stdin: process.stdin,
        environment: (name) => process.env[name],
    };
}
/** One line on stderr. */
function writeProgress(line) {
    process.stderr.write(`${line}\n`);
}
/** Before anything is written: a reader that closes early (head) ends no check, and what can't be written is told to its writer. */
function keepOutputErrors() {
    for (const stream of [process.stdout, process.stderr])
        stream.on("error", () => undefined);
}
/** Lets buffered output drain before the process ends; process.exit would cut a pipe's last bytes. Throws InputError where it can't be written. */
async function writeStandardOutput(text) {
    await new Promise((resolve, reject) => {
        process.stdout.write(text, (error) => (error && error.code !== "EPIPE" ? reject(unwritable(error)) : resolve()));
    });
    await nextTurn();
}
function unwritable(error) {
    const code = error.code ?? "unknown reason";
    return new InputError(`cannot write to standard output (${code}); free the disk or give --output FILE`, { cause: error });
}

;// CONCATENATED MODULE: ./src/runtime/action/runner-commands.js
// What a program says to GitHub's runner: commands on standard output, and files that it names. @actions/core writes the same
// bytes (a test holds them together), but brings an HTTP client along: a megabyte and 100 ms in every door.
// Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands



/** One command as a line; a value that is undefined is left out. Line breaks and percent signs can start no other command. */
function toCommand(name, message, properties = {}) {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    return `::${name}${given.length > 0 ? ` ${given.join(",")}` : ""}::${escapeData(message)}${external_node_os_.EOL}`;
}
function escapeData(text) {
    return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapeProperty(text) {
    return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
/** An entry of an output file. `delimiter` must not occur in the value, or the rest of the value could name further outputs. */
function toFileEntry(name, value, delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`) {
    if (value.includes(delimiter))
        throw new Error("an output holds the delimiter that was made for it");
    return `${name}<<${delimiter}${external_node_os_.EOL}${value}${external_node_os_.EOL}${delimiter}${external_node_os_.EOL}`;
}
function say(line) {
    process.stdout.write(`${line}${external_node_os_.EOL}`);
}
function announce(level, message, properties = {}) {
    process.stdout.write(toCommand(level, message, properties));
}
/** From here on the runner writes *** for the value; it does so line by line, so a text is registered line by line as well. */
function maskValue(value) {
    for (const line of new Set([value, ...value.split(/\r?\n/)]))
        if (line.trim() !== "")
            process.stdout.write(toCommand("add-mask", line));
}
/** Without an output file nobody can read the output: the program is run by hand. */
function setOutput(name, value) {
    const file = process.env["GITHUB_OUTPUT"];
    if (file)
        (0,external_node_fs_.appendFileSync)(file, toFileEntry(name, String(value)));
}
/** act and other runners may offer no summary file; that is no reason to fail. */
function appendSummary(markdown) {
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (file)
        (0,external_node_fs_.appendFileSync)(file, markdown + external_node_os_.EOL);
}

;// CONCATENATED MODULE: ./src/runtime/action/run-action.js
// A door on GitHub's runner: mask first, parse second, then main, then everything that the workflow reads.











const DEFAULT_REPORT_FOLDER = "pci-pipeline-reports";
/** Runs the action and sets the process's exit code; never throws. */
async function runAction(contract, main) {
    process.exitCode = await runInterruptible(async (signal) => {
        try {
            maskSecrets(contract);
            const inputs = parseInputs(contract, readActionInputs(contract, process.env), (name) => `input ${name}`);
            const outcome = await main(inputs, openWorld(signal, say));
            for (const [name, value] of Object.entries(outcome.outputs))
                setOutput(name, value);
            for (const warning of outcome.warnings ?? [])
                announce("warning", clean(warning));
            if (outcome.report)
                await publish(contract.name, outcome.report, inputs["report-dir"]);
            else if (outcome.message)
                appendSummary(outcome.message);
            if (outcome.afterSaving)
                announce("warning", clean(await outcome.afterSaving()));
            return exitCodeOf(outcome.verdict);
        }
        catch (error) {
            const failure = describeFailure(contract.name, error, signal);
            announce("error", failure.message);
            return failure.exitCode;
        }
    });
}
/** Before anything can be printed: whole values and each of their lines, since the runner masks line by line. */
function maskSecrets(contract) {
    for (const [name, input] of Object.entries(contract.inputs)) {
        if (input.kind === "secret")
            maskValue(readActionInput(name, process.env));
    }
}
async function publish(name, report, folder = DEFAULT_REPORT_FOLDER) {
    const json = toJson(report);
    const reportPath = (0,external_node_path_.join)(folder, `${name}.json`);
    const sarifPath = (0,external_node_path_.join)(folder, `${name}.sarif`);
    await writeOutput((0,external_node_path_.resolve)(reportPath), json);
    await writeOutput((0,external_node_path_.resolve)(sarifPath), toSarif([report]));
    setOutput("verdict", report.verdict);
    setOutput("findings", report.findings.filter((finding) => finding.disposition === "open").length);
    setOutput("gaps", report.coverage.gaps.filter((gap) => gap.disposition === "open").length);
    setOutput("report-path", reportPath);
    setOutput("report-sha256", (0,external_node_crypto_.createHash)("sha256").update(json).digest("hex"));
    setOutput("sarif-path", sarifPath);
    say(toText(report, { color: false, width: 100 }));
    for (const { level, message, ...properties } of toAnnotations(report))
        announce(level, message, toProperties(properties));
    appendSummary(toSummary([report]));
}
function toProperties({ title, file, line, column }) {
    return { title, file, line, col: column };
}

;// CONCATENATED MODULE: ./src/runtime/door/input.js
// The kinds of inputs that actions and commands take. A raw value is a string or absent; a list has one item a line.

/** A required text; `required` inputs refuse the empty string, since a missing action input arrives as one. */
function required(kind, input) {
    return { ...input, kind, schema: schemas/* string */.YjP("is required").min(1, "is required"), required: true, default: "" };
}
/** A text that may be absent; absent is undefined. */
function optional(kind, input) {
    return { ...input, kind, schema: absentWhenEmpty(schemas/* string */.YjP()), required: false, default: "" };
}
function textWithDefault(kind, input) {
    const schema = schemas/* string */.YjP().optional().transform((raw) => (raw === undefined || raw === "" ? input.default : raw));
    return { ...input, kind, schema, required: false };
}
/** Exactly the six spellings that GitHub's own boolean inputs have (YAML 1.2 core schema); a bare flag is "true". */
function flag(input) {
    const fallback = input.default ?? false;
    const spelling = schemas/* enum */.k5n(["true", "True", "TRUE", "false", "False", "FALSE"], "is true or false");
    const schema = absentWhenEmpty(spelling).transform((raw) => (raw === undefined ? fallback : raw.toLowerCase() === "true"));
    return { ...input, kind: "boolean", schema, required: false, default: String(fallback) };
}
function integer(input) {
    const range = `is a whole number from ${input.min} to ${input.max}`;
    const schema = absentWhenEmpty(z.string().regex(/^\d{1,15}$/, range)).transform((raw) => (raw === undefined ? input.default : Number(raw)))
        .refine((value) => value >= input.min && value <= input.max, range);
    return { ...input, kind: "integer", schema, required: false, default: String(input.default) };
}
function choice(input) {
    const schema = absentWhenEmpty(schemas/* enum */.k5n(input.choices, `is one of ${input.choices.join(", ")}`))
        .transform((raw) => raw ?? input.default);
    return { ...input, kind: "choice", schema, required: false };
}
/** One item a line in an action, one a flag in a command; blank lines fall away. */
function lines(input) {
    const items = z.string().optional().transform((raw) => (raw ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== ""));
    const schema = input.required ? items.refine((list) => list.length > 0, "is required") : items;
    return { ...input, kind: "lines", schema, required: input.required ?? false, default: "" };
}
function absentWhenEmpty(schema) {
    return schemas/* preprocess */.vkY((raw) => (raw === "" ? undefined : raw), schema.optional());
}

;// CONCATENATED MODULE: ./src/runtime/door/contract.js

function defineContract(contract) {
    return contract;
}
/** Inputs that every check has. */
const checkInputs = {
    "fail-on": choice({ description: "Least severity that makes the verdict fail", choices: ["critical", "high", "medium", "low"], default: "medium" }),
    waivers: optional("path", { description: "File of accepted findings and gaps, each with owner, reason and last day" }),
    baseline: optional("path", { description: "Earlier JSON report; findings that it holds are shown but not open" }),
    format: choice({ description: "What is printed or written to the output file", choices: ["text", "json", "sarif"], default: "text", only: "command" }),
    output: optional("path", { description: "File for the report instead of standard output", only: "command" }),
    "report-dir": optional("path", { description: "Folder for the JSON and SARIF reports, default pci-pipeline-reports", only: "action" }),
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

;// CONCATENATED MODULE: ./actions/image-secret-audit/contract.js
// What image-secret-audit takes and gives.

const contract = defineContract({
    name: "image-secret-audit",
    title: "Image secret audit",
    description: "Find credentials and card data in every layer, the metadata and the history of an image",
    branding: { icon: "layers", color: "blue" },
    inputs: {
        image: required("path", {
            description: "Path of a docker-archive, OCI archive or OCI layout, or docker-archive:, oci-archive:, oci:, docker-daemon: or docker:// with a reference",
            positional: true,
        }),
        platform: optional("text", { description: "Only this platform of a multi-arch image, as os/architecture[/variant]; all of them where absent" }),
        limits: optional("text", { description: "How far archives are followed where the defaults don't suit, as NAME=NUMBER with commas between: depth, bufferBytes, nestedBytes, layerBytes, entries, ratio and others that docs/image-reading.md describes" }),
        known: optional("path", { description: "File of fingerprints by which known credentials are recognised, made by credential-fingerprint" }),
        "key-file": optional("path", { description: "With known: file with the key that the fingerprints were made with" }),
        rules: optional("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
        "gitleaks-ignore": textWithDefault("path", { description: "Accepted findings in the form of .gitleaksignore; each is shown", default: ".gitleaksignore" }),
        cache: choice({ description: "Remember what was found in layers, under the user's cache folder, until rules or program change; auto: on, but off in CI, where other jobs can write to a shared cache", choices: ["auto", "on", "off"], default: "auto" }),
        "no-cache": flag({ description: "The same as --cache off", only: "command" }),
        "cache-key": optional("path", { description: "File with a key that seals what is remembered: nobody without it can make an entry that counts" }),
        ...checkInputs,
    },
    outputs: {
        digest: { description: "SHA-256 of the image's manifest, or of its config where the source has no manifest; empty where it has neither" },
        "leaked-names": { description: "JSON array of the names of known credentials that were found, to start their rotation with" },
        ...checkOutputs,
    },
    permissions: {},
});

;// CONCATENATED MODULE: ./src/canary/prove.js
/** `examine` is the check's own path; a check that stumbles over its canaries has found none. */
async function proveDetection(planted, examine) {
    const { findings } = await examine(planted.input);
    const missed = planted.plants.filter((plant) => !findings.some(plant.isFoundBy)).map((plant) => plant.name);
    return { planted: planted.plants.length, detected: planted.plants.length - missed.length, missed };
}

// EXTERNAL MODULE: ./src/detector/cardholder/number/digits.js
var number_digits = __webpack_require__(666);
// EXTERNAL MODULE: ./src/detector/cardholder/number/issuer.js
var issuer = __webpack_require__(907);
// EXTERNAL MODULE: ./src/detector/cardholder/number/test-card.js
var test_card = __webpack_require__(180);
;// CONCATENATED MODULE: ./src/detector/cardholder/samples.js



/** A number with issuer, length and check digit that no processor publishes for tests. */
function makeCardNumber(sampler, prefix = "4", length = 16) {
    for (;;) {
        const body = sampler.expand(`${prefix}{digit:${length - 1 - prefix.length}}`);
        const number = body + (0,number_digits/* toCheckDigit */.R)(body);
        const digits = number_digits/* Digits */.r.of(number);
        if (!(0,test_card/* isTestCard */.P)(digits) && (0,issuer/* issuerOf */.x)(digits) && !/(\d)\1{3}/.test(number))
            return number;
    }
}
/** One text for each rule. */
function cardholderSamples(sampler) {
    const number = makeCardNumber(sampler);
    const [published = ""] = test_card/* testCards */.E;
    return [
        { ruleId: "card-number", text: `card=${makeCardNumber(sampler, "51")}` },
        { ruleId: "test-card-number", text: `card=${published}` },
        { ruleId: "track-data", text: `;${makeCardNumber(sampler)}=${sampler.expand("2{digit:1}")}061011234500000?` },
        { ruleId: "card-verification-value", text: `card=${number} cvv=${sampler.expand("{digit:3}")}` },
    ];
}

// EXTERNAL MODULE: ./src/detector/credential/rules.generated.js
var rules_generated = __webpack_require__(799);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
// EXTERNAL MODULE: ./src/detector/credential/judgement/checksum.js
var checksum = __webpack_require__(508);
;// CONCATENATED MODULE: ./src/detector/sampler.js
// Makes values that rules must find, from templates and a seed: nothing that looks like a credential ever rests in the repository.




const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGIT = "0123456789";
/** Character classes of templates; each part of a class occurs in every value that has room for it. */
const classes = {
    alnum: [UPPER, LOWER, DIGIT],
    alpha: [UPPER, LOWER],
    upper: [UPPER],
    lower: [LOWER],
    digit: [DIGIT],
    upperalnum: [UPPER, DIGIT],
    loweralnum: [LOWER, DIGIT],
    hex: ["abcdef", DIGIT],
    upperhex: ["ABCDEF", DIGIT],
    base32: [UPPER, "234567"],
    lowerbase32: [LOWER, "234567"],
    bech32: ["QPZRYXGFTVDWSJNKHCEMUAL", "023456789"],
    base64: [UPPER, LOWER, DIGIT, "+/"],
    base64url: [UPPER, LOWER, DIGIT, "-_"],
    base58: ["ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "123456789"],
    symbols: [LOWER, DIGIT, "!@#%^&*(-_=+)"],
    password: [UPPER, LOWER, DIGIT, "!#%^*+_-"],
};
/** The same seed makes the same values in the same order. */
function createSampler(seed) {
    const next = createSource(seed);
    const integer = (least, most) => least + Math.floor(next() * (most - least + 1));
    const pick = (characters) => characters.charAt(integer(0, characters.length - 1));
    const sampler = { expand: (template) => expandTemplate(template, sampler), integer, pick };
    return sampler;
}
/** Numbers from 0 to below 1, from SHA-256 in counter mode. */
function createSource(seed) {
    let block = external_node_buffer_.Buffer.alloc(0);
    let counter = 0;
    let at = 0;
    return () => {
        if (at + 4 > block.length) {
            block = (0,external_node_crypto_.hash)("sha256", `${seed}\0${counter++}`, "buffer");
            at = 0;
        }
        at += 4;
        return block.readUInt32BE(at - 4) / 2 ** 32;
    };
}
function expandTemplate(template, sampler) {
    let out = "";
    for (let at = 0; at < template.length; at++) {
        const character = template.charAt(at);
        if ((character === "{" || character === "}") && template.charAt(at + 1) === character) {
            out += character;
            at++;
        }
        else if (character === "{") {
            const end = findClosing(template, at);
            out += expandField(template.slice(at + 1, end), out, sampler);
            at = end;
        }
        else
            out += character;
    }
    return out;
}
function findClosing(template, open) {
    let depth = 0;
    for (let at = open; at < template.length; at++) {
        if (template.charAt(at) === "{")
            depth++;
        if (template.charAt(at) === "}" && --depth === 0)
            return at;
    }
    throw new Error(`a brace is never closed in the template ${template}`);
}
function expandField(field, before, sampler) {
    const cut = field.indexOf(":");
    const name = cut < 0 ? field : field.slice(0, cut);
    const argument = cut < 0 ? "" : field.slice(cut + 1);
    const alphabet = classes[name];
    if (alphabet)
        return characters(alphabet, sampler_length(argument, sampler), sampler);
    switch (name) {
        case "n": return "\n";
        case "crc32-base62": return (0,checksum/* crc32Base62 */.R_)(before.slice(-Number(argument)));
        case "crc32-hex": return (0,checksum/* crc32Hex */.T5)(before.replace(/_$/, ""));
        case "aws-id": return awsKeyId(sampler);
        case "uuid": return sampler.expand("{hex:8}-{hex:4}-4{hex:3}-a{hex:3}-{hex:12}");
        case "pem": return toLines(randomBytes(Number(argument), sampler).toString("base64"));
        case "encode-base64": return external_node_buffer_.Buffer.from(sampler.expand(argument)).toString("base64");
        case "encode-base64url": return external_node_buffer_.Buffer.from(sampler.expand(argument)).toString("base64url");
        case "encode-hex": return external_node_buffer_.Buffer.from(sampler.expand(argument)).toString("hex");
        case "encode-gzip": return (0,external_node_zlib_.gzipSync)(sampler.expand(argument)).toString("base64");
        default: throw new Error(`no template field is called ${name}`);
    }
}
function sampler_length(argument, sampler) {
    const [least = 1, most = least] = argument.split("-").map(Number);
    return sampler.integer(least, most);
}
/** Every part of the class once at a random place, the rest from all of it; hardly ever more than three equal characters in a row. */
function characters(parts, count, sampler) {
    const all = parts.join("");
    const out = [];
    while (out.length < count) {
        const character = sampler.pick(all);
        if (out.at(-1) !== character || out.at(-2) !== character)
            out.push(character);
    }
    if (count <= parts.length * 2)
        return out.join("");
    // One part to each stretch of the value, so that none takes another's place.
    const stretch = Math.floor(count / parts.length);
    parts.forEach((part, index) => { out[index * stretch + sampler.integer(0, stretch - 1)] = sampler.pick(part); });
    return out.join("");
}
/** Sixteen base-32 characters in the form of today: first bit set, an account below 10^12 (see judgement/structure.ts). */
function awsKeyId(sampler) {
    const alphabet = UPPER + "234567";
    const account = (1n << 40n) | BigInt(sampler.integer(1e11, 9e11));
    const bits = (account << 9n) | BigInt(sampler.integer(0, 511));
    let out = "";
    for (let place = 45n; place >= 0n; place -= 5n)
        out += alphabet.charAt(Number((bits >> place) & 31n));
    return out + characters([UPPER, "234567"], 6, sampler);
}
function randomBytes(count, sampler) {
    return external_node_buffer_.Buffer.from(Array.from({ length: count }, () => sampler.integer(0, 255)));
}
function toLines(text) {
    return (text.match(/.{1,64}/g) ?? []).join("\n");
}

;// CONCATENATED MODULE: ./src/detector/rule-samples.js
// One value for each rule that it must find: what a run plants into itself to prove that it would have seen a leak.



/** The same seed gives the same values; another seed other ones, which nobody has seen before. Values of binary files, one character a byte, stand in no text. */
function ruleSamples(seed, { binary = false } = {}) {
    const credential = rules_generated/* credentialRules */.Z.flatMap((rule) => rule.samples.hit.slice(0, 1).map((template) => ({ ruleId: rule.id, text: createSampler(`${seed}:${rule.id}`).expand(template) })));
    return [...credential.filter(({ text }) => binary || /^[\t\n\r -~]*$/.test(text)), ...cardholderSamples(createSampler(`${seed}:cardholder`))];
}

;// CONCATENATED MODULE: ./src/layout/entry.js
// What a layer is made of, and the one order in which it is written: the same entries always give the same bytes.

function toEntries(files) {
    return Object.entries(files).map(([path, content]) => ({ type: "file", path, content }));
}
/**
 * Sorted by code unit, parents before children, every parent folder explicit.
 * Throws InputError for a path that leaves the root, that is there twice, or that lies below something that is no folder.
 */
function arrangeEntries(entries) {
    const byPath = new Map();
    for (const entry of entries) {
        if (!isInside(entry.path))
            throw new input_error/* InputError */.dz("A layer entry has a path that is not relative to the image's root; write it without leading slash, . and ..");
        if (byPath.has(entry.path))
            throw new input_error/* InputError */.dz("A layer names the same path twice; leave one of the two entries out");
        byPath.set(entry.path, entry);
    }
    for (const { path } of entries)
        addParents(byPath, path);
    return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
function addParents(byPath, path) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
        const parent = path.slice(0, at);
        const present = byPath.get(parent);
        if (present === undefined)
            byPath.set(parent, { type: "directory", path: parent });
        else if (present.type !== "directory")
            throw new input_error/* InputError */.dz("A layer entry lies below an entry that is not a folder; give the upper one as a directory");
    }
}
function isInside(path) {
    return !path.includes("\0") && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}

;// CONCATENATED MODULE: ./src/layout/image.js
// Layers to the documents of an image: config, manifest, index. Fields in a fixed order, so equal images are equal bytes.

/** Documents as in the OCI image specification 1.1: config.md, manifest.md, image-index.md, image-layout.md. */
function composeImage(spec) {
    const config = toBytes(toConfig(spec));
    const manifest = toBytes({
        schemaVersion: 2,
        mediaType: "application/vnd.oci.image.manifest.v1+json",
        config: describe("application/vnd.oci.image.config.v1+json", config),
        layers: spec.layers.map(({ mediaType, digest, size }) => ({ mediaType, digest, size })),
        ...(spec.annotations && { annotations: sorted(spec.annotations) }),
    });
    const entry = {
        ...describe("application/vnd.oci.image.manifest.v1+json", manifest),
        platform: { architecture: spec.platform.architecture, os: spec.platform.os },
        ...(spec.tag !== undefined && { annotations: { "org.opencontainers.image.ref.name": spec.tag } }),
    };
    return {
        blobs: new Map([[digestOf(config), config], [digestOf(manifest), manifest]]),
        manifestDigest: digestOf(manifest),
        configDigest: digestOf(config),
        index: toBytes({ schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: [entry] }),
        layout: toBytes({ imageLayoutVersion: "1.0.0" }),
    };
}
/** Where a blob lies in a layout. */
function blobPath(digest) {
    return `blobs/${digest.replace(":", "/")}`;
}
function toConfig({ platform, created, config, layers, steps = [] }) {
    const time = created.toISOString().replace(".000Z", "Z");
    const { user, exposedPorts, env, entrypoint, cmd, workingDir, labels, stopSignal } = config;
    return {
        created: time,
        architecture: platform.architecture,
        os: platform.os,
        config: {
            ...(user !== undefined && { User: user }),
            ...(exposedPorts && { ExposedPorts: Object.fromEntries(exposedPorts.map((port) => [port, {}])) }),
            ...(env && { Env: Object.entries(sorted(env)).map(([name, value]) => `${name}=${value}`) }),
            ...(entrypoint && { Entrypoint: entrypoint }),
            ...(cmd && { Cmd: cmd }),
            ...(workingDir !== undefined && { WorkingDir: workingDir }),
            ...(labels && { Labels: sorted(labels) }),
            ...(stopSignal !== undefined && { StopSignal: stopSignal }),
        },
        rootfs: { type: "layers", diff_ids: layers.map((layer) => layer.diffId) },
        history: [
            ...layers.map((layer) => ({ created: time, created_by: layer.createdBy })),
            ...steps.map((step) => ({ created: time, created_by: step, empty_layer: true })),
        ],
    };
}
function sorted(record) {
    return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
function describe(mediaType, bytes) {
    return { mediaType, digest: digestOf(bytes), size: bytes.length };
}
function toBytes(document) {
    return Buffer.from(JSON.stringify(document));
}
function digestOf(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(466);
// EXTERNAL MODULE: ./node_modules/modern-tar/dist/web/index.js + 1 modules
var web = __webpack_require__(942);
;// CONCATENATED MODULE: ./src/layout/tar.js
// Entries to a tar stream that is the same for the same entries: no clock, no user, no order of a file system in it.


/** Files carry the epoch, not the build time, so that an unchanged layer keeps its digest from build to build. */
const OWNER_AND_TIME = { mtime: new Date(0), uid: 0, gid: 0, uname: "", gname: "" };
/** Headers are 512 bytes: without gathering, each would be a compression job and a write of its own. */
const CHUNK_BYTES = 1 << 17;
/** A ustar archive with pax records where a name is long. Throws InputError as arrangeEntries does, before the first byte. */
async function* writeTar(entries) {
    const arranged = arrangeEntries(entries);
    const { readable, controller } = (0,web/* createTarPacker */.al)();
    const filling = fill(controller, arranged).catch((error) => controller.error(error));
    yield* gather(readable);
    await filling;
}
async function fill(controller, entries) {
    for (const entry of entries) {
        const writer = controller.add(toHeader(entry)).getWriter();
        if (entry.type === "file") {
            for await (const chunk of openContent(entry.content))
                await writer.write(chunk);
        }
        await writer.close();
    }
    controller.finalize();
}
function toHeader(entry) {
    switch (entry.type) {
        case "file":
            return { ...OWNER_AND_TIME, name: entry.path, type: "file", size: sizeOf(entry.content), mode: entry.mode ?? 0o644, ...toPax(entry.xattrs) };
        case "directory":
            return { ...OWNER_AND_TIME, name: `${entry.path}/`, type: "directory", size: 0, mode: entry.mode ?? 0o755 };
        case "symlink":
            return { ...OWNER_AND_TIME, name: entry.path, type: "symlink", size: 0, mode: 0o777, linkname: entry.target };
        case "hardlink":
            return { ...OWNER_AND_TIME, name: entry.path, type: "link", size: 0, mode: 0o644, linkname: entry.target };
        default:
            return entry;
    }
}
/** Extended attributes as pax records, the way GNU tar and container engines write them. */
function toPax(xattrs) {
    if (xattrs === undefined)
        return {};
    return { pax: Object.fromEntries(Object.entries(xattrs).map(([name, value]) => [`SCHILY.xattr.${name}`, value])) };
}
function sizeOf(content) {
    if (typeof content === "string")
        return Buffer.byteLength(content);
    return content instanceof Uint8Array ? content.length : content.size;
}
async function* openContent(content) {
    if (typeof content === "string")
        yield Buffer.from(content);
    else if (content instanceof Uint8Array)
        yield content;
    else
        yield* content.open();
}
async function* gather(chunks) {
    let held = [];
    let size = 0;
    for await (const chunk of chunks) {
        held.push(chunk);
        size += chunk.length;
        if (size < CHUNK_BYTES)
            continue;
        yield Buffer.concat(held, size);
        held = [];
        size = 0;
    }
    if (size > 0)
        yield Buffer.concat(held, size);
}

;// CONCATENATED MODULE: ./src/layout/layer.js
// One layer: its entries to a compressed blob, with both digests that an image needs of it.




const MEDIA_TYPES = {
    gzip: "application/vnd.oci.image.layer.v1.tar+gzip",
    zstd: "application/vnd.oci.image.layer.v1.tar+zstd",
    none: "application/vnd.oci.image.layer.v1.tar",
};
/** Of a 127 MB Node binary, gzip 3 makes 48 MB in half the time in which gzip 6 makes 46 MB. */
const GZIP_LEVEL = 3;
const COMPRESSED_CHUNK_BYTES = 1 << 18;
/**
 * Media types and digests as in the OCI image specification, layer.md and descriptor.md. A gzip header holds no time
 * here; the compressed bytes depend on Node's zlib, the diffId on nothing but the entries.
 */
async function writeLayer(layer, options) {
    const compression = options.compression ?? "gzip";
    const plain = new Meter();
    const packed = new Meter();
    const source = plain.pass(writeTar(layer.entries));
    const end = (bytes) => options.sink(packed.pass(bytes));
    const settings = options.signal ? { signal: options.signal } : {};
    if (compression === "none")
        await (0,external_node_stream_promises_.pipeline)(source, end, settings);
    else
        await (0,external_node_stream_promises_.pipeline)(source, compression === "gzip" ? toGzip() : toZstd(), end, settings);
    return {
        mediaType: MEDIA_TYPES[compression], digest: packed.digest(), diffId: plain.digest(),
        size: packed.bytes, uncompressedSize: plain.bytes, createdBy: layer.createdBy,
    };
}
function toGzip() {
    return (0,external_node_zlib_.createGzip)({ level: GZIP_LEVEL, chunkSize: COMPRESSED_CHUNK_BYTES });
}
function toZstd() {
    return (0,external_node_zlib_.createZstdCompress)({ chunkSize: COMPRESSED_CHUNK_BYTES, params: { [external_node_zlib_.constants.ZSTD_c_compressionLevel]: 3 } });
}
class Meter {
    #hash = (0,external_node_crypto_.createHash)("sha256");
    bytes = 0;
    async *pass(chunks) {
        for await (const chunk of chunks) {
            this.#hash.update(chunk);
            this.bytes += chunk.length;
            yield chunk;
        }
    }
    digest() {
        return `sha256:${this.#hash.digest("hex")}`;
    }
}

;// CONCATENATED MODULE: ./src/layout/memory-image.js
// A whole image in memory: what self-tests and tests plant their canaries in.



/** An OCI image layout: `oci-layout`, `index.json` and `blobs/sha256/<hex>`, by name. */
async function memoryImage(image) {
    const files = new Map();
    const layers = [];
    for (const layer of image.layers)
        layers.push(await addLayer(layer, files));
    const documents = composeImage({
        platform: image.platform ?? { os: "linux", architecture: "amd64" },
        created: new Date(0),
        config: image.config ?? {},
        layers,
        ...(image.steps && { steps: image.steps }),
        ...(image.annotations && { annotations: image.annotations }),
    });
    for (const [digest, bytes] of documents.blobs)
        files.set(blobPath(digest), bytes);
    return files.set("index.json", documents.index).set("oci-layout", documents.layout);
}
async function addLayer(layer, files) {
    const chunks = [];
    const written = await writeLayer({ createdBy: layer.createdBy ?? "", entries: "files" in layer ? toEntries(layer.files) : layer.entries }, {
        ...(layer.compression && { compression: layer.compression }),
        sink: async (bytes) => {
            for await (const chunk of bytes)
                chunks.push(chunk);
        },
    });
    files.set(blobPath(written.digest), Buffer.concat(chunks));
    return written;
}

;// CONCATENATED MODULE: ./src/source/memory.js
/** Entries of `files`, each given out in one chunk. */
function memoryContainer(name, files) {
    const names = [...files.keys()].sort();
    return {
        name,
        form: "memory",
        list: () => names,
        size: (entry) => files.get(entry)?.length,
        open: (entry) => {
            const bytes = files.get(entry);
            return bytes && once(bytes);
        },
        close: async () => { },
    };
}
async function* once(bytes) {
    if (bytes.length > 0)
        yield bytes;
}

;// CONCATENATED MODULE: ./src/canary/pack/bzip2-encoder.js
// Writes bzip2 data: one block, sorted the simple way, with codes of one length (bzip2 1.0.8's format).
const POLYNOMIAL = 0x04c11db7;
/** For texts of a few kilobytes. */
function encodeBzip2(text) {
    const crc = bzip2_encoder_checksum(text);
    const bytes = shortenRuns(text);
    const used = [...new Set(bytes)].sort((a, b) => a - b);
    const { ends, origin } = sort(bytes);
    const symbols = toSymbols(ends, used);
    const width = Math.ceil(Math.log2(used.length + 2));
    const selectors = Math.ceil(symbols.length / 50);
    const bits = new BitWriter();
    for (const byte of Buffer.from("BZh9314159265359", "latin1").subarray(0, 4))
        bits.put(byte, 8);
    for (const byte of Buffer.from("314159265359", "hex"))
        bits.put(byte, 8);
    bits.put(crc >>> 16, 16);
    bits.put(crc & 0xffff, 16);
    bits.put(origin, 25);
    putUsed(bits, used);
    bits.put(2, 3);
    bits.put(selectors, 15);
    for (let index = 0; index < selectors; index++)
        bits.put(0, 1);
    for (let table = 0; table < 2; table++) {
        bits.put(width, 5);
        for (let symbol = 0; symbol < used.length + 2; symbol++)
            bits.put(0, 1);
    }
    for (const symbol of symbols)
        bits.put(symbol, width);
    for (const byte of Buffer.from("177245385090", "hex"))
        bits.put(byte, 8);
    bits.put(crc >>> 16, 16);
    bits.put(crc & 0xffff, 16);
    return bits.end();
}
class BitWriter {
    #bits = "";
    put(value, count) {
        this.#bits += value.toString(2).padStart(count, "0");
    }
    end() {
        const padded = this.#bits.padEnd(Math.ceil(this.#bits.length / 8) * 8, "0");
        return Buffer.from((padded.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
    }
}
/** Four equal bytes are followed by how often the byte comes again. */
function shortenRuns(text) {
    const bytes = [];
    for (let at = 0; at < text.length;) {
        let end = at;
        while (end < text.length && text[end] === text[at] && end - at < 259)
            end++;
        for (let place = at; place < Math.min(end, at + 4); place++)
            bytes.push(text[place] ?? 0);
        if (end - at >= 4)
            bytes.push(end - at - 4);
        at = end;
    }
    return Uint8Array.from(bytes);
}
/** The last column of the sorted rotations, and where the text itself stands among them. */
function sort(bytes) {
    const twice = Buffer.concat([bytes, bytes]);
    const starts = [...bytes.keys()].sort((a, b) => Buffer.compare(twice.subarray(a, a + bytes.length), twice.subarray(b, b + bytes.length)));
    return { ends: starts.map((start) => twice[start + bytes.length - 1] ?? 0), origin: starts.indexOf(0) };
}
/** Move to front, with runs of the front byte written as numbers in base two. */
function toSymbols(ends, used) {
    const front = [...used];
    const symbols = [];
    let run = 0;
    const flush = () => {
        for (let left = run; left > 0; left = (left - 1) >> 1)
            symbols.push(left % 2 === 1 ? 0 : 1);
        run = 0;
    };
    for (const byte of ends) {
        const place = front.indexOf(byte);
        if (place === 0) {
            run++;
            continue;
        }
        flush();
        symbols.push(place + 1);
        front.splice(place, 1);
        front.unshift(byte);
    }
    flush();
    return [...symbols, used.length + 1];
}
function putUsed(bits, used) {
    const rows = [...Array(16).keys()].map((row) => [...Array(16).keys()].map((cell) => (used.includes(row * 16 + cell) ? 1 : 0)));
    for (const row of rows)
        bits.put(row.includes(1) ? 1 : 0, 1);
    for (const row of rows.filter((cells) => cells.includes(1)))
        for (const cell of row)
            bits.put(cell, 1);
}
function bzip2_encoder_checksum(bytes) {
    let crc = -1;
    for (const byte of bytes) {
        crc ^= byte << 24;
        for (let bit = 0; bit < 8; bit++)
            crc = crc < 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
    }
    return ~crc >>> 0;
}

;// CONCATENATED MODULE: ./src/canary/pack/range-encoder.js
// Writes LZMA data that a decoder has to work for: every byte a literal, with adapted probabilities (LZMA SDK, lzma-specification.txt).
// Places in the table of probabilities, by our decoder's order; only equal contexts need equal places.
const IS_MATCH = 0;
const IS_REP = 16;
const LENGTH_CHOICE = 17;
const LENGTH_LOW = 18;
const SLOT = 50;
const ALIGN = 114;
const LITERAL = 130;
const POSITIONS = 4;
class RangeEncoder {
    bytes = [];
    #bits = Array.from({ length: LITERAL + 0x300 * 8 }, () => 1024);
    #low = 0;
    #range = 0xffffffff;
    #cache = 0;
    #pending = 1;
    bit(index, bit) {
        const probability = this.#bits[index] ?? 1024;
        const bound = (this.#range >>> 11) * probability;
        if (bit === 0)
            this.#range = bound;
        else {
            this.#low += bound;
            this.#range -= bound;
        }
        this.#bits[index] = bit === 0 ? probability + ((2048 - probability) >> 5) : probability - (probability >> 5);
        this.#normalize();
    }
    direct(bit) {
        this.#range >>>= 1;
        if (bit === 1)
            this.#low += this.#range;
        this.#normalize();
    }
    tree(base, count, value) {
        for (let node = 1, left = count - 1; left >= 0; left--) {
            const bit = (value >> left) & 1;
            this.bit(base + node, bit);
            node = (node << 1) | bit;
        }
    }
    flush() {
        for (let count = 0; count < 5; count++)
            this.#shift();
        return Buffer.from(this.bytes);
    }
    #normalize() {
        while (this.#range < 2 ** 24) {
            this.#range = (this.#range * 256) % 2 ** 32;
            this.#shift();
        }
    }
    #shift() {
        if (this.#low < 0xff000000 || this.#low >= 2 ** 32) {
            const carry = this.#low >= 2 ** 32 ? 1 : 0;
            this.bytes.push((this.#cache + carry) & 0xff);
            for (; this.#pending > 1; this.#pending--)
                this.bytes.push((0xff + carry) & 0xff);
            this.#pending = 0;
            this.#cache = Math.floor(this.#low / 2 ** 24) & 0xff;
        }
        this.#pending++;
        this.#low = (this.#low % 2 ** 24) * 256;
    }
}
/** Properties lc=3, lp=0, pb=2, as a byte. */
const PROPERTIES = 93;
/** LZMA data of `bytes`, with the end mark where wanted. */
function encodeLzma(bytes, options) {
    const encoder = new RangeEncoder();
    bytes.forEach((byte, at) => {
        encoder.bit(IS_MATCH + (at % POSITIONS), 0);
        encoder.tree(LITERAL + 0x300 * ((bytes[at - 1] ?? 0) >> 5), 8, byte);
    });
    if (options.mark) {
        encoder.bit(IS_MATCH + (bytes.length % POSITIONS), 1);
        encoder.bit(IS_REP, 0);
        encoder.bit(LENGTH_CHOICE, 0);
        encoder.tree(LENGTH_LOW + 8 * (bytes.length % POSITIONS), 3, 0);
        encoder.tree(SLOT, 6, 63);
        for (let count = 0; count < 26; count++)
            encoder.direct(1);
        encoder.tree(ALIGN, 4, 15);
    }
    return encoder.flush();
}

;// CONCATENATED MODULE: ./src/canary/pack/compressed.js
// Compressed streams of formats that Node doesn't write, each with what its decoder must check.



const DICTIONARY = 1 << 16;
/** Formats: xz-file-format.txt 1.2, lzma-file-format.txt, the manual of lzip, lz4_Frame_format.md. Up to 64 KiB each. */
const compressors = {
    xz: toXz, lzma: toLzma, lzip: toLzip, lz4: toLz4, bzip2: encodeBzip2,
};
function toXz(bytes) {
    const data = encodeLzma(bytes, { mark: false });
    const sizes = Buffer.alloc(5);
    sizes.writeUInt8(0xe0);
    sizes.writeUInt16BE(bytes.length - 1, 1);
    sizes.writeUInt16BE(data.length - 1, 3);
    const header = withCrc(Buffer.from([2, 0, 0x21, 1, 8, 0, 0, 0]));
    const packed = Buffer.concat([sizes, Buffer.from([PROPERTIES]), data, Buffer.alloc(1)]);
    const block = Buffer.concat([header, packed, Buffer.alloc(-packed.length & 3), toUint32((0,external_node_zlib_.crc32)(bytes))]);
    const records = Buffer.concat([Buffer.from([0, 1]), toNumber(header.length + packed.length + 4), toNumber(bytes.length)]);
    const index = withCrc(Buffer.concat([records, Buffer.alloc(-records.length & 3)]));
    const flags = Buffer.from([0, 1]);
    const footer = Buffer.concat([toUint32(index.length / 4 - 1), flags]);
    return Buffer.concat([Buffer.from("fd377a585a00", "hex"), withCrc(flags), block, index, toUint32((0,external_node_zlib_.crc32)(footer)), footer, Buffer.from("YZ")]);
}
function toLzma(bytes) {
    const size = Buffer.alloc(8);
    size.writeUInt32LE(bytes.length);
    return Buffer.concat([Buffer.from([PROPERTIES]), toUint32(DICTIONARY), size, encodeLzma(bytes, { mark: false })]);
}
function toLzip(bytes) {
    const data = encodeLzma(bytes, { mark: true });
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(bytes.length);
    sizes.writeUInt32LE(data.length + 26, 8);
    return Buffer.concat([Buffer.from("LZIP\u0001\u0010", "latin1"), data, toUint32((0,external_node_zlib_.crc32)(bytes)), sizes]);
}
/** One block of literals: the format asks for no more. */
function toLz4(bytes) {
    const long = Math.max(0, bytes.length - 15);
    const lengths = Buffer.concat([Buffer.alloc(Math.floor(long / 255), 255), Buffer.from(bytes.length < 15 ? [] : [long % 255])]);
    const block = Buffer.concat([Buffer.from([Math.min(15, bytes.length) << 4]), lengths, bytes]);
    return Buffer.concat([Buffer.from("04224d18604082", "hex"), toUint32(block.length), block, Buffer.alloc(4)]);
}
function withCrc(bytes) {
    return Buffer.concat([bytes, toUint32((0,external_node_zlib_.crc32)(bytes))]);
}
function toUint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
}
/** Seven bits a byte, the lowest first. */
function toNumber(value) {
    const bytes = [];
    for (let left = value;; left >>>= 7) {
        bytes.push(left < 0x80 ? left : (left & 0x7f) | 0x80);
        if (left < 0x80)
            return Buffer.from(bytes);
    }
}

;// CONCATENATED MODULE: ./src/canary/pack/archives.js
// Archives and databases that hide their content, in the smallest form that their readers must understand.


/** By format. What is stored plainly would be found without a reader, so it is compressed within. */
const archivers = {
    ar: (name, content) => toAr(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    cpio: (name, content) => toCpio(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    rpm: toRpm,
    zlib: (_, content) => (0,external_node_zlib_.deflateSync)(content),
    "git-pack": (_, content) => toGitPack(Buffer.from(content)),
    pdf: (_, content) => Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n"), (0,external_node_zlib_.deflateSync)(content), Buffer.from("\nendstream\nendobj\n")]),
    png: (_, content) => toPng(content),
    sqlite: (_, content) => toSqlite(Buffer.from(content)),
};
/** ar(5). */
function toAr(name, content) {
    const header = `${`${name}/`.padEnd(16)}${"0".padEnd(12)}${"0".padEnd(6)}${"0".padEnd(6)}${"644".padEnd(8)}${String(content.length).padEnd(10)}\`\n`;
    return Buffer.concat([Buffer.from(`!<arch>\n${header}`), content, Buffer.alloc(content.length % 2, "\n")]);
}
/** cpio(5), the new ASCII format. */
function toCpio(name, content) {
    return Buffer.concat([entry(name, content), entry("TRAILER!!!", Buffer.alloc(0))]);
}
function entry(name, content) {
    const fields = [0, 0o100644, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}${name}\0`);
    return Buffer.concat([header, Buffer.alloc(-header.length & 3), content, Buffer.alloc(-content.length & 3)]);
}
/** A lead, two headers without entries, and the payload. */
function toRpm(name, content) {
    const header = Buffer.from("8eade80100000000" + "0000000000000000", "hex");
    return Buffer.concat([Buffer.from("edabeedb0300", "hex"), Buffer.alloc(90), header, header, (0,external_node_zlib_.gzipSync)(toCpio(name, content))]);
}
/** A blob, and another one that takes a part of it and adds the rest: the value is whole in neither. gitformat-pack(5). */
function toGitPack(content) {
    const cut = Math.floor(content.length / 2);
    const base = content.subarray(0, cut);
    const delta = Buffer.concat([Buffer.from([base.length, content.length, 0x90, cut, content.length - cut]), content.subarray(cut)]);
    const first = Buffer.concat([object(3, base.length), (0,external_node_zlib_.deflateSync)(base)]);
    const second = Buffer.concat([object(6, delta.length), Buffer.from([first.length]), (0,external_node_zlib_.deflateSync)(delta)]);
    const pack = Buffer.concat([Buffer.from("PACK\0\0\0\u0002\0\0\0\u0002", "latin1"), first, second]);
    return Buffer.concat([pack, (0,external_node_crypto_.createHash)("sha1").update(pack).digest()]);
}
/** Header of an object of fewer than 2,048 bytes. */
function object(kind, size) {
    return Buffer.from([0x80 | (kind << 4) | (size & 15), size >> 4]);
}
/** A picture's compressed text; PNG, third edition, 11.3.3.2. */
function toPng(content) {
    const chunk = (kind, data) => {
        const body = Buffer.concat([Buffer.from(kind), data]);
        const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
        length.writeUInt32BE(data.length);
        crc.writeUInt32BE((0,external_node_zlib_.crc32)(body));
        return Buffer.concat([length, body, crc]);
    };
    const text = Buffer.concat([Buffer.from("Comment\0\0"), (0,external_node_zlib_.deflateSync)(content)]);
    return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("zTXt", text), chunk("IEND", Buffer.alloc(0))]);
}
const PAGE = 512;
/** A table's page with one record that goes on on another page, the value across both. "Database File Format", section 1.6. */
function toSqlite(content) {
    const length = 900;
    const usable = PAGE;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length - least) % (usable - 4));
    const local = wanted <= usable - 35 ? wanted : least;
    const record = Buffer.alloc(length, ".");
    content.copy(record, local - Math.floor(content.length / 2));
    const file = Buffer.alloc(PAGE * 4);
    file.write("SQLite format 3\0", "latin1");
    file.writeUInt16BE(PAGE, 16);
    const page = PAGE;
    const cell = PAGE - local - 8;
    file.writeUInt8(13, page);
    file.writeUInt16BE(1, page + 3);
    file.writeUInt16BE(cell, page + 8);
    file.set([0x80 | (length >> 7), length & 0x7f, 1], page + cell);
    record.copy(file, page + cell + 3, 0, local);
    file.writeUInt32BE(3, page + cell + 3 + local);
    file.writeUInt32BE(4, PAGE * 2);
    record.copy(file, PAGE * 2 + 4, local, local + PAGE - 4);
    record.copy(file, PAGE * 3 + 4, local + PAGE - 4);
    return file;
}

;// CONCATENATED MODULE: ./src/canary/disguise.js
// What a value can hide in: encodings that the detectors undo, and formats that the readers open.



const base64 = (text) => Buffer.from(text).toString("base64");
const disguise_escape = (text) => [...text].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
const utf32 = (text) => Buffer.concat([...Buffer.from(text)].map((byte) => Buffer.from([byte, 0, 0, 0])));
const utf16 = (text) => Buffer.from(text, "utf16le");
const disguise_wrap = (text, width) => text.replaceAll(new RegExp(`.{${width}}`, "g"), "$&\n");
/** By the name under which a missed one is reported. The first two are hidden again by an upper layer. */
const disguises = {
    plain: (text) => Buffer.from(text),
    base64: (text) => Buffer.from(`data: ${base64(text)}\n`),
    "base64-url": (text) => Buffer.from(`data: ${Buffer.from(text).toString("base64url")}\n`),
    "base64-wrapped": (text) => Buffer.from(disguise_wrap(base64(`${text}${"padding text ".repeat(8)}`), 76)),
    "base64-twice": (text) => Buffer.from(`data: ${base64(base64(text))}\n`),
    "gzip-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.gzipSync)(text))}\n`),
    hex: (text) => Buffer.from(`data: ${Buffer.from(text).toString("hex")}\n`),
    percent: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("")),
    "unicode-escape": (text) => Buffer.from(`"${disguise_escape(text)}"`),
    "utf-16-le": (text) => utf16(text),
    "utf-16-be": (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(text).swap16()]),
    "utf-32": (text) => utf32(text),
    entity: (text) => Buffer.from([...Buffer.from(text)].map((byte) => `&#${byte};`).join("")),
    "zlib-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.deflateSync)(text))}\n`),
    // Short texts stand in Zstandard data as they are.
    "zstd-in-base64": (text) => Buffer.from(`data: ${base64((0,external_node_zlib_.zstdCompressSync)((0,external_node_zlib_.gzipSync)(text)))}\n`),
};
const wrappings = {
    gzip: (_, content) => (0,external_node_zlib_.gzipSync)(content),
    zstd: (_, content) => (0,external_node_zlib_.zstdCompressSync)((0,external_node_zlib_.gzipSync)(content)),
    // What a tar archive, LZ4 or Zstandard data hold plainly is seen without their reader.
    tar: (name, content) => tar(`${name}.gz`, (0,external_node_zlib_.gzipSync)(content)),
    zip: (name, content) => zip(name, content),
    ...Object.fromEntries(Object.entries(compressors).map(([format, compress]) => [format, (_, content) => compress(format === "lz4" ? (0,external_node_zlib_.gzipSync)(content) : content)])),
    ...archivers,
    "tar-in-gzip-in-zip": async (name, content) => zip(`${name}.tar.gz`, (0,external_node_zlib_.gzipSync)(await tar(name, content))),
};
async function tar(name, content) {
    return Buffer.concat(await Array.fromAsync(writeTar(toEntries({ [name]: content }))));
}
/** One deflated member. Format: APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. */
function zip(name, content) {
    const data = (0,external_node_zlib_.deflateRawSync)(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE((0,external_node_zlib_.crc32)(content), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), data]);
    const central = Buffer.concat([Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), fields, Buffer.alloc(14), Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write("PK\u0005\u0006");
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
}

;// CONCATENATED MODULE: ./src/canary/pack/code.js
// Documents and compiled programs in which a value and what names it, or the parts of a value, stand apart.
/** By format: `value` is given to `name`, and only their reader sees both together. */
const compilers = { "java-class": toClass, "python-code": toPython, "office-text": toOffice };
/** A class with one constant field; The Java Virtual Machine Specification, chapter 4. */
function toClass(name, value) {
    const text = (content) => Buffer.concat([Buffer.from([1]), uint16(content.length), Buffer.from(content)]);
    const pool = [text("Canary"), Buffer.from([7, 0, 1]), text(name), text("Ljava/lang/String;"), text("ConstantValue"), text(value), Buffer.from([8, 0, 6])];
    const field = Buffer.concat([uint16(0x1a), uint16(3), uint16(4), uint16(1), uint16(5), Buffer.from([0, 0, 0, 2]), uint16(7)]);
    return Buffer.concat([Buffer.from("cafebabe00000041", "hex"), uint16(pool.length + 1), ...pool, Buffer.from([0, 0x21, 0, 2, 0, 2, 0, 0, 0, 1]), field, Buffer.alloc(4)]);
}
/** A module of CPython 3.12 that gives a variable a value; Python/marshal.c. */
function toPython(name, value) {
    const text = (content) => Buffer.concat([Buffer.from("z"), Buffer.from([content.length]), Buffer.from(content)]);
    const bytes = (content) => Buffer.concat([Buffer.from("s"), uint32(content.length), content]);
    const tuple = (...items) => Buffer.concat([Buffer.from(")"), Buffer.from([items.length]), ...items]);
    const instructions = Buffer.from([151, 0, 100, 0, 90, 0, 121, 1]);
    const object = [bytes(instructions), tuple(text(value), Buffer.from("N")), tuple(text(name)), tuple(), bytes(Buffer.alloc(0)), text("canary.py"), text("<module>"), text("<module>"), uint32(1), bytes(Buffer.alloc(0)), bytes(Buffer.alloc(0))];
    return Buffer.concat([Buffer.from("cb0d0d0a", "hex"), Buffer.alloc(12), Buffer.from("c"), Buffer.alloc(20), ...object]);
}
/** A paragraph of a text document whose look changes at every third character; ECMA-376, part 1, 17.3.2. */
function toOffice(name, value) {
    const runs = `${name}=${value}`.match(/.{1,3}/g)?.map((part) => `<w:r><w:t>${part}</w:t></w:r>`).join("") ?? "";
    return Buffer.from(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>${runs}</w:p></w:body></w:document>`);
}
function uint16(value) {
    return Buffer.from([value >> 8, value & 0xff]);
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
}

;// CONCATENATED MODULE: ./src/canary/image.js
// An image with one value for every rule, every place, every container format and every encoding that the audit claims to read.





/** A rule with a public prefix and no blanks in its values: they survive in names, addresses and every encoding. */
const PROBE_RULE = "stripe-secret-key";
/** The rule for what only a name gives away. */
const NAMED_RULE = "generic-credential";
const PROBE_TEMPLATE = "sk_live_{alnum:24}";
/** `seed` makes the values: the same seed gives the same image. */
async function imageCanary(seed) {
    const plants = [];
    const samples = [0, 1, 2].flatMap((turn) => ruleSamples(`${seed}:${turn}`, { binary: true }));
    const probes = (label) => createSampler(`${seed}:${label}`).expand(PROBE_TEMPLATE);
    const layers = [plantRules(samples, plants), await plantContent(probes, plants), plantNames(probes, plants), hideAgain(plants)];
    const metadata = plantMetadata(probes, plants);
    const files = await memoryImage({ layers, ...metadata });
    return { input: memoryContainer("canary", files), plants: plants.map((plant) => ({ name: plant.name, isFoundBy: (finding) => isSighting(plant, finding) })) };
}
function isSighting(plant, { ruleId, location }) {
    return location.kind === "image" && ruleId === plant.ruleId && location.part === plant.part
        && (plant.folder === undefined || location.path?.startsWith(plant.folder) === true)
        && (plant.path === undefined || location.path === plant.path)
        && (plant.members === undefined || location.members.join("!") === plant.members.join("!"))
        && (plant.state === undefined || location.state === plant.state);
}
/** Several values a rule, since one drawn at random may look like a placeholder; samples of binary formats have one character a byte. */
function plantRules(samples, plants) {
    const files = [...Map.groupBy(samples, ({ ruleId }) => ruleId)].map(([ruleId, values]) => {
        const path = `canary/rule/${ruleId}`;
        plants.push({ name: `rule ${ruleId}`, ruleId, part: "file", path });
        return [path, Buffer.from(values.map(({ text }) => `${text}\n\n`).join(""), "latin1")];
    });
    return { files: Object.fromEntries(files), compression: "gzip" };
}
async function plantContent(probe, plants) {
    const files = {};
    for (const [name, disguise] of Object.entries(disguises)) {
        const path = `canary/disguise/${name}`;
        files[path] = disguise(`token ${probe(name)} ends\n`);
        plants.push({ name: `decoder ${name}`, ruleId: PROBE_RULE, part: "file", path });
    }
    for (const [name, wrap] of Object.entries(wrappings)) {
        const path = `canary/archive/${name}`;
        files[path] = await wrap("inner", Buffer.from(`token ${probe(name)} ends\n`));
        plants.push({ name: `reader ${name}`, ruleId: PROBE_RULE, part: "file", path });
    }
    for (const [format, compile] of Object.entries(compilers)) {
        // Values without a format of their own are found by the names that they are given to; one drawn at random may look like a placeholder.
        for (const turn of [0, 1, 2])
            files[`canary/compiled/${format}/${turn}`] = compile("DB_PASSWORD", probe(`${format}:${turn}`).slice(8));
        plants.push({ name: `reader ${format}`, ruleId: NAMED_RULE, part: "file", folder: `canary/compiled/${format}/` });
    }
    return { files, compression: "zstd" };
}
function plantNames(probe, plants) {
    plants.push({ name: "place file-name", ruleId: PROBE_RULE, part: "file-name" }, { name: "place link-target", ruleId: PROBE_RULE, part: "link-target" });
    plants.push({ name: "place xattr", ruleId: PROBE_RULE, part: "xattr" });
    return {
        compression: "none",
        entries: [
            { type: "file", path: `canary/name/${probe("file-name")}`, content: "" },
            { type: "symlink", path: "canary/link", target: `/run/${probe("link-target")}` },
            { type: "file", path: "canary/attributes", content: "", xattrs: { "user.token": probe("xattr") } },
        ],
    };
}
/** The top layer deletes one planted file and overwrites another: both still ship. */
function hideAgain(plants) {
    const [deleted, overwritten] = plants.filter((plant) => plant.name.startsWith("decoder ")).map((plant) => plant.path ?? "");
    plants.push({ name: "state deleted", ruleId: PROBE_RULE, part: "file", path: deleted ?? "", state: "deleted" });
    plants.push({ name: "state overwritten", ruleId: PROBE_RULE, part: "file", path: overwritten ?? "", state: "overwritten" });
    return { files: { [`${deleted}`.replace(/([^/]+)$/, ".wh.$1")]: "", [`${overwritten}`]: "nothing" } };
}
function plantMetadata(probe, plants) {
    for (const part of ["env", "label", "history", "config", "annotation"])
        plants.push({ name: `place ${part}`, ruleId: PROBE_RULE, part });
    return {
        config: { env: { CANARY: probe("env") }, labels: { canary: probe("label") }, entrypoint: ["/bin/canary", `--token=${probe("config")}`] },
        steps: [`RUN canary --token ${probe("history")}`],
        annotations: { canary: probe("annotation") },
    };
}

// EXTERNAL MODULE: ./src/crew/index.js + 2 modules
var crew = __webpack_require__(274);
// EXTERNAL MODULE: ./src/detector/credential/own/read-own-rules.js + 2 modules
var read_own_rules = __webpack_require__(634);
// EXTERNAL MODULE: ./src/detector/inspector.js + 65 modules
var detector_inspector = __webpack_require__(802);
;// CONCATENATED MODULE: ./src/detector/examine-in-order.js
/** What is examined in one go where it is held in no tray: much of it pays, and what waits costs memory. */
const BATCH_BYTES = 1 << 20;
const BATCH_READINGS = 1 << 10;
/** Every reading once, in their order, whoever is done first. */
async function* examineInOrder(readings, inspector) {
    const { lanes = 1 } = inspector;
    const underWay = [];
    let batch = [];
    let bytes = 0;
    let tray;
    const send = () => {
        const examined = examineBatch(batch, inspector);
        // Awaited in its turn; a failure before that is no unhandled one.
        examined.catch(() => undefined);
        underWay.push(examined);
        batch = [];
        bytes = 0;
    };
    for await (const some of readings) {
        for (const reading of Array.isArray(some) ? some : [some]) {
            const own = reading.kind === "fragment" ? inspector.trays?.of(reading.bytes) : tray;
            const isFull = own ? own !== tray : tray !== undefined || bytes >= BATCH_BYTES || batch.length >= BATCH_READINGS;
            if (isFull && batch.length > 0)
                send();
            for (const first of underWay.splice(0, underWay.length - lanes + 1))
                yield await first;
            tray = own;
            bytes += reading.kind === "fragment" ? reading.bytes.length : 0;
            batch.push(reading);
        }
    }
    send();
    for (const examined of underWay)
        yield await examined;
}
async function examineBatch(readings, inspector) {
    return { readings, inspected: await inspector.examineAll(readings.filter((reading) => reading.kind === "fragment")) };
}

// EXTERNAL MODULE: ./src/detector/telling.js
var telling = __webpack_require__(56);
;// CONCATENATED MODULE: ./src/detector/inspect-all.js


const MAX_CREATED_BY = 200;
const MAX_SCRUBBED = 1 << 12;
/** Consumes `readings`. Every text in the locations and details that come back has been scrubbed. */
async function inspectAll(readings, inspector, ledger) {
    const clean = createCleaner(inspector);
    const findings = [];
    const gaps = [];
    const place = new PlaceMemory();
    const leave = () => findings.push(...place.leave().map((finding) => ({ ...finding, location: clean(finding.location) })));
    const take = (fragment, inspected) => {
        if (!place.continues(fragment))
            leave();
        ledger.examined("bytes", fragment.owned);
        if (inspected.gaps.length > 0)
            gaps.push(...inspected.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
        place.add(inspected, fragment);
    };
    const recall = (recalled) => {
        leave();
        ledger.examined("bytes", recalled.bytes);
        findings.push(...recalled.findings.map((finding) => ({ ...finding, location: clean(finding.location) })));
        gaps.push(...recalled.gaps.map((gap) => ({ ...gap, location: clean(gap.location) })));
    };
    for await (const { readings: some, inspected } of examineInOrder(readings, inspector)) {
        const examined = inspected.values();
        for (const reading of some) {
            if (reading.kind === "fragment")
                take(reading, examined.next().value ?? inspector.examine(reading));
            else if (reading.kind === "gap")
                gaps.push({ ...reading.gap, location: clean(reading.gap.location), detail: inspector.scrub(reading.gap.detail) });
            else
                recall(reading);
        }
    }
    leave();
    return { findings, gaps };
}
/** How near to its beginning a window can't judge by itself, since what stands before is cut off. */
const MARGIN = 256;
/** What has been found in the place that is being read. */
class PlaceMemory {
    #last;
    /** By kind. */
    #kept = new Map();
    /** Whether the fragment's beginning was the last one's overlap. */
    continues({ place, start }) {
        const last = this.#last?.fragment;
        return last !== undefined && start > 0 && last.start + last.owned === start && (last.place === place || JSON.stringify(last.place) === JSON.stringify(place));
    }
    add(inspected, fragment) {
        const { findings, seen = findings.map(toSeen), counted = [] } = inspected;
        const before = this.continues(fragment) ? this.#last : undefined;
        findings.forEach((finding, index) => {
            if (before && isKnown(seen[index] ?? toSeen(finding), before, fragment))
                return;
            const kept = this.#keep((0,telling/* kindOf */.I)(finding));
            if (kept.findings.length < telling/* MAX_TOLD */.$u)
                kept.findings.push(finding);
            else
                kept.more++;
        });
        for (const { kind, count } of counted)
            this.#keep(kind).more += count;
        for (const one of seen)
            if (one.kind !== undefined && !(before && isKnown(one, before, fragment)))
                this.#keep(one.kind).more++;
        const reach = fragment.start + fragment.owned;
        const across = seen.filter((one) => one.end > reach).sort((a, b) => a.start - b.start);
        this.#last = { fragment, isComplete: inspected.seen !== undefined, seen: across, longest: across.reduce((most, { start, end }) => Math.max(most, end - start), 0) };
    }
    leave() {
        const findings = [...this.#kept.values()].flatMap(({ findings: kept, more }) => kept.map((finding, index) => (more > 0 && index === kept.length - 1 ? { ...finding, title: `${finding.title}, and ${more} more in this place` } : finding)));
        this.#kept.clear();
        this.#last = undefined;
        return findings;
    }
    #keep(kind) {
        const kept = this.#kept.get(kind) ?? { findings: [], more: 0 };
        this.#kept.set(kind, kept);
        return kept;
    }
}
/** True for what the window before has told, and for what it saw no reason to tell though it saw more of what stands before. */
function isKnown({ start, end }, before, fragment) {
    const reach = before.fragment.start + before.fragment.bytes.length;
    if (start >= reach)
        return false;
    const overlapping = findOverlapping(before, start, end);
    if (overlapping.length === 0)
        return before.isComplete && start < fragment.start + MARGIN && end <= reach;
    return overlapping.some((one) => one.told);
}
function findOverlapping({ seen, longest }, start, end) {
    let low = 0;
    for (let high = seen.length; low < high;) {
        const middle = (low + high) >> 1;
        if ((seen[middle]?.start ?? 0) + longest <= start)
            low = middle + 1;
        else
            high = middle;
    }
    const found = [];
    for (let one = seen[low]; one !== undefined && one.start < end; one = seen[++low])
        if (start < one.end)
            found.push(one);
    return found;
}
function toSeen(finding) {
    const start = "offset" in finding.location ? finding.location.offset ?? 0 : 0;
    return { start, end: start + 1, told: true };
}
/** Scrubs every text of a location; the texts of a layer come again with each of its files, so the last ones are kept. */
function createCleaner(inspector) {
    const known = new Map();
    const scrub = (text) => {
        const before = known.get(text);
        if (before !== undefined)
            return before;
        const after = inspector.scrub(text);
        if (known.size >= MAX_SCRUBBED)
            known.clear();
        known.set(text, after);
        return after;
    };
    return (location) => cleanLocation(location, scrub);
}
function cleanLocation(location, scrub) {
    switch (location.kind) {
        case "image": return {
            ...location,
            platform: scrub(location.platform),
            layer: location.layer && { ...location.layer, createdBy: inspect_all_shorten(scrub(location.layer.createdBy)) },
            members: location.members.map(scrub),
            ...(location.path !== undefined && { path: scrub(location.path) }),
        };
        case "log": return {
            ...location,
            file: scrub(location.file),
            ...(location.job !== undefined && { job: scrub(location.job) }),
            ...(location.step !== undefined && { step: scrub(location.step) }),
        };
        case "workflow": return { ...location, file: scrub(location.file), job: location.job === null ? null : scrub(location.job), path: location.path.map(scrub) };
        case "evidence": return { ...location, file: scrub(location.file), pointer: scrub(location.pointer) };
        default: return location;
    }
}
function inspect_all_shorten(text) {
    return text.length <= MAX_CREATED_BY ? text : `${text.slice(0, MAX_CREATED_BY - 1)}…`;
}

;// CONCATENATED MODULE: ./src/detector/scrub-texts.js
// Names and expressions from the artefact go into reports: each text passes the detectors of credentials first.
/** A copy in which every text below `value` has passed `scrub`; keys are the product's own. */
function scrubTexts(value, scrub) {
    const known = new Map();
    const clean = (text) => {
        const scrubbed = known.get(text) ?? scrub(text);
        known.set(text, scrubbed);
        return scrubbed;
    };
    const visit = (item) => {
        if (typeof item === "string")
            return clean(item);
        if (Array.isArray(item))
            return item.map(visit);
        if (typeof item !== "object" || item === null)
            return item;
        return Object.fromEntries(Object.entries(item).map(([key, held]) => [key, visit(held)]));
    };
    return visit(value);
}

// EXTERNAL MODULE: ./src/detector/known/seal.js
var seal = __webpack_require__(596);
;// CONCATENATED MODULE: ./src/detector/known/known-inputs.js
// The two inputs that belong together: fingerprints, and the key that they were made with.



/** Reads both through `read` (a path and what it is for messages); undefined where neither was given. Throws InputError for one alone. */
async function readKnown(inputs, read) {
    const { known, "key-file": keyFile } = inputs;
    if (known === undefined && keyFile === undefined)
        return undefined;
    if (known === undefined || keyFile === undefined)
        throw new input_error/* InputError */.dz("known and key-file: belong together; give both, or neither");
    const key = (0,seal/* readKey */.YZ)(await read(keyFile, "key file"));
    return (0,seal/* openKnown */.sz)(external_node_buffer_.Buffer.from(await read(known, "known file")).toString("utf8"), key);
}

// EXTERNAL MODULE: ./src/detector/known/rules.js
var rules = __webpack_require__(86);
;// CONCATENATED MODULE: ./src/detector/known/leaked-names.js
// Which known credentials stand in a report, for whoever rotates them.

/** Names of known credentials with an open finding, sorted, each once; their previews hold the name and nothing else. */
function findLeakedNames(findings) {
    const known = findings.filter(({ ruleId, disposition }) => disposition === "open" && (ruleId === rules/* knownValue */.j.id || ruleId === rules/* knownValuePart */.q.id));
    return [...new Set(known.map(({ preview }) => preview.slice(1, -1)))].sort();
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(377);
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

;// CONCATENATED MODULE: ./src/finding/acceptance/ignore-file.js
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
        throw new input_error/* InputError */.dz(`${name} has lines that are no fingerprint (${wrong.slice(0, 10).join(", ")}); write file:rule:line or commit:file:rule:line.`);
    return entries;
}
function readTerms(comment) {
    const field = (name) => new RegExp(`\\b${name}\\s*[:=]\\s*(.+?)\\s*(?=\\b(?:owner|reason|until)\\s*[:=]|$)`, "i").exec(comment)?.[1];
    const until = iso/* date */.p6().safeParse(field("until"));
    const plain = /\b(?:owner|reason|until)\s*[:=]/i.test(comment) ? "" : comment;
    return { owner: field("owner") ?? "not named", reason: field("reason") ?? (plain || "listed without a reason"), until: until.success ? until.data : acceptance_waiver/* NO_LAST_DAY */.O5 };
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
    return acceptance_waiver/* waiverSchema */.IM.parse({ fingerprint: fingerprintOfFinding, owner, reason, until, source });
}

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
    const entry = terms.ignored?.find((candidate) => ignores(candidate, subject));
    return entry && toWaiver(entry, fingerprint);
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

;// CONCATENATED MODULE: ./src/finding/verdict.js
// The only place where a verdict is made.

const verdicts = ["pass", "fail", "inconclusive"];
const verdictSchema = schemas/* enum */.k5n(verdicts);
const selfTestSchema = schemas/* strictObject */.rej({
    planted: schemas/* int */.Whr().nonnegative(),
    detected: schemas/* int */.Whr().nonnegative(),
    missed: schemas/* array */.YOg(schemas/* string */.YjP()).describe("names of the canaries that were not found"),
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
    verdict: verdictSchema,
    tool: toolSchema,
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    failOn: schemas/* enum */.k5n(finding_finding/* severities */.gO),
    coverage: coverageSchema,
    selfTest: selfTestSchema,
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
        verdict: judge({ findings, coverage, selfTest: examination.selfTest }),
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

;// CONCATENATED MODULE: ./src/reader/image/limits.js
// How far the reader goes before it says that it went no further. Every limit that is met becomes a gap.

const limits_defaultLimits = {
    depth: 5,
    bufferBytes: 64 * 2 ** 20,
    metadataBytes: 4 * 2 ** 20,
    ratio: 250,
    ratioFreeBytes: 64 * 2 ** 20,
    nestedBytes: 16 * 2 ** 30,
    layerBytes: 256 * 2 ** 30,
    entries: 2_000_000,
    manifests: 1_000,
    gaps: 10_000,
};
/** Limits that differ from the defaults, as users write them: "depth=8,bufferBytes=134217728". Throws InputError for what is none. */
function parseLimits(text) {
    const pairs = (text ?? "").split(",").map((part) => part.trim()).filter((part) => part !== "");
    return Object.fromEntries(pairs.map((pair) => {
        const [name = "", value = ""] = pair.split("=", 2).map((part) => part.trim());
        const names = Object.keys(limits_defaultLimits);
        if (!names.includes(name))
            throw new input_error/* InputError */.dz(`limits: there is no limit ${name}${(0,input_error/* suggest */.ZA)(name, names)}; the limits are ${names.join(", ")}`);
        if (!/^[1-9]\d{0,14}$/.test(value))
            throw new input_error/* InputError */.dz(`limits: ${name} needs a whole number above 0, such as ${name}=${limits_defaultLimits[name]}`);
        return [name, Number(value)];
    }));
}

;// CONCATENATED MODULE: ./src/reader/image/content/byte-reader.js
// Takes exact numbers of bytes from a stream of chunks; what is at hand is taken without waiting and without a copy.
const EMPTY = Buffer.alloc(0);
/** Memory in which chunks are joined is made in steps of this size, so that it mostly fits again. */
const JOIN_STEP = 1 << 18;
class ByteReader {
    #source;
    #spare;
    #chunk = EMPTY;
    #at = 0;
    /** What follows the chunk, where that was joined from the ends of others. */
    #behind = EMPTY;
    #joined = EMPTY;
    #lent;
    #ended = false;
    #taken = 0;
    constructor(source, { spare } = {}) {
        this.#source = source[Symbol.asyncIterator]();
        this.#spare = spare;
    }
    static over(bytes) {
        const reader = new ByteReader(nothing());
        reader.#chunk = toBuffer(bytes);
        reader.#ended = true;
        return reader;
    }
    /** Bytes taken so far. */
    get position() {
        return this.#taken;
    }
    /** From here on everything that is taken stays valid. */
    keepAll() {
        this.#spare = undefined;
        this.#joined = EMPTY;
    }
    /** The next `count` bytes where they are at hand in one piece. */
    takeNow(count) {
        if (this.#at === this.#chunk.length)
            this.#advance();
        const end = this.#at + count;
        if (end > this.#chunk.length)
            return undefined;
        const bytes = this.#chunk.subarray(this.#at, end);
        this.#at = end;
        this.#taken += count;
        return bytes;
    }
    /** The next `count` bytes; fewer at the end of the data. */
    async take(count) {
        await this.#gather(count);
        return this.takeNow(Math.min(count, this.#chunk.length - this.#at)) ?? EMPTY;
    }
    /** The next bytes, up to `count`, without taking them. */
    async peek(count) {
        await this.#gather(count);
        return this.#chunk.subarray(this.#at, this.#at + count);
    }
    /** The next chunk of any size up to `most`; undefined at the end of the data. */
    async next(most = Infinity) {
        if (this.#at === this.#chunk.length)
            await this.#gather(1);
        const count = Math.min(most, this.#chunk.length - this.#at);
        return count === 0 ? undefined : this.takeNow(count);
    }
    /** The next `count` bytes in chunks, or all that are left. */
    async *chunks(count = Infinity) {
        for (let left = count; left > 0;) {
            const chunk = await this.next(left);
            if (!chunk)
                return;
            left -= chunk.length;
            yield this.#spare ? Buffer.from(chunk) : chunk;
        }
    }
    /** Puts bytes that were taken last in front again. */
    giveBack(bytes) {
        const left = this.#chunk.subarray(this.#at);
        this.#chunk = left.length === 0 ? toBuffer(bytes) : Buffer.concat([bytes, left]);
        this.#at = 0;
        this.#taken -= bytes.length;
    }
    /** Lets go of the stream; what was not taken is lost. */
    async close() {
        this.#ended = true;
        await this.#source.return?.();
    }
    #advance() {
        this.#chunk = this.#behind;
        this.#behind = EMPTY;
        this.#at = 0;
    }
    /** Puts `count` bytes, or all that are left, into one piece. */
    async #gather(count) {
        if (this.#at === this.#chunk.length) {
            this.#advance();
            while (this.#chunk.length === 0 && count > 0) {
                const chunk = await this.#pull();
                if (!chunk)
                    return;
                this.#chunk = chunk;
            }
        }
        if (this.#chunk.length - this.#at >= count || (this.#ended && this.#behind.length === 0))
            return;
        await (this.#spare ? this.#join(count) : this.#concat(count));
    }
    /** Copies just what is asked for, so that the rest of the last chunk is still read where it lies. */
    async #join(count) {
        const memory = this.#joined.length >= count ? this.#joined : Buffer.allocUnsafeSlow(Math.ceil(count / JOIN_STEP) * JOIN_STEP);
        const left = this.#chunk.subarray(this.#at);
        memory.set(left);
        this.#chunk = EMPTY;
        let size = left.length;
        while (size < count) {
            const piece = this.#behind.length > 0 ? this.#behind : await this.#pull();
            if (!piece)
                break;
            const part = piece.subarray(0, count - size);
            memory.set(part, size);
            size += part.length;
            this.#behind = piece.subarray(part.length);
        }
        this.#joined = memory;
        this.#chunk = memory.subarray(0, size);
        this.#at = 0;
    }
    /** Joins whole chunks: whoever looks far ahead again and again then finds the bytes there. */
    async #concat(count) {
        const parts = [this.#chunk.subarray(this.#at), this.#behind];
        let size = parts.reduce((sum, part) => sum + part.length, 0);
        while (size < count) {
            const chunk = await this.#pull();
            if (!chunk)
                break;
            parts.push(chunk);
            size += chunk.length;
        }
        this.#chunk = Buffer.concat(parts, size);
        this.#behind = EMPTY;
        this.#at = 0;
    }
    async #pull() {
        if (this.#lent)
            this.#spare?.push(this.#lent);
        this.#lent = undefined;
        if (this.#ended)
            return undefined;
        const { value, done } = await this.#source.next();
        if (done) {
            this.#ended = true;
            return undefined;
        }
        this.#lent = this.#spare && value;
        return toBuffer(value);
    }
}
async function* nothing() { }
function toBuffer(bytes) {
    return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

;// CONCATENATED MODULE: ./src/reader/image/content/context.js
/** Counts what is decoded and found inside one file, so that no nesting adds up to a bomb. */
class Budget {
    #limits;
    #input;
    #decoded = 0;
    #members = 0;
    /** `input` is the size in bytes of the outermost file. */
    constructor(limits, input) {
        this.#limits = limits;
        this.#input = input;
    }
    grow(bytes) {
        this.#decoded += bytes;
        if (this.#decoded > this.#limits.nestedBytes)
            return { reason: "size-limit", detail: `what is nested in the file has more than ${this.#limits.nestedBytes} bytes` };
        const isBomb = this.#decoded > this.#limits.ratioFreeBytes && this.#decoded > this.#input * this.#limits.ratio;
        return isBomb ? { reason: "ratio-limit", detail: `the file expands to more than ${this.#limits.ratio} times its size` } : undefined;
    }
    /** False once there are more members than the limit. */
    countMember() {
        return ++this.#members <= this.#limits.entries;
    }
}
/** The site of something inside `site`, one level deeper. */
function toMember(site, name) {
    return { place: toMemberPlace(site.place, name), depth: site.depth + 1, budget: site.budget };
}
/** Names, links and attributes have parts of their own; what is nested in an attestation stays one. */
function toMemberPlace(place, name, part = place.part) {
    return { ...place, part, members: [...place.members, name] };
}
function addGap(context, site, problem) {
    context.outlet.gap(problem.reason, site.place, problem);
}

;// CONCATENATED MODULE: ./src/reader/fragment.js
/** Bytes of a window, and of the overlap that the next one repeats: longer than any single value that rules describe. */
const WINDOW_BYTES = 1 << 20;
const OVERLAP_BYTES = 1 << 14;

;// CONCATENATED MODULE: ./src/reader/line.js
// Line ends in bytes.
const NEWLINE = 0x0a;
/** How many lines end in the bytes. */
function countLines(bytes) {
    let count = 0;
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1))
        count++;
    return count;
}

;// CONCATENATED MODULE: ./src/reader/window.js


/** Windows of `content`; an empty stream yields none. Chunking never changes what comes out. */
async function* toFragments(place, content) {
    const cutter = new WindowCutter(place);
    for await (const chunk of content)
        yield* cutter.push(chunk);
    yield* cutter.end();
}
/** The same, for a reader that makes two streams out of one and so has to hand over the bytes itself. */
class WindowCutter {
    #place;
    #held = [];
    #size = 0;
    #start = 0;
    #line = 1;
    constructor(place) {
        this.#place = place;
    }
    /** The windows that `chunk` completes. The chunk is kept, so its memory must not be written to again. */
    push(chunk) {
        this.#held.push(chunk);
        this.#size += chunk.length;
        if (this.#size <= WINDOW_BYTES + OVERLAP_BYTES)
            return [];
        const windows = [];
        let bytes = join(this.#held, this.#size);
        while (bytes.length > WINDOW_BYTES + OVERLAP_BYTES) {
            windows.push(this.#toWindow(bytes.subarray(0, WINDOW_BYTES + OVERLAP_BYTES), WINDOW_BYTES));
            this.#line += countLines(bytes.subarray(0, WINDOW_BYTES));
            this.#start += WINDOW_BYTES;
            bytes = bytes.subarray(WINDOW_BYTES);
        }
        this.#held = [bytes];
        this.#size = bytes.length;
        return windows;
    }
    /** The last window, unless there was nothing. */
    end() {
        return this.#size > 0 ? [this.#toWindow(join(this.#held, this.#size), this.#size)] : [];
    }
    #toWindow(bytes, owned) {
        return { kind: "fragment", place: this.#place, bytes, start: this.#start, line: this.#line, owned };
    }
}
function join(chunks, size) {
    return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
}

;// CONCATENATED MODULE: ./src/tar/number.js
// Numbers in the fields of a tar header.
/** Octal text, or GNU's base-256 where the first bit is set; undefined for what is neither, negative or beyond 2^53. */
function parseNumber(block, start, end) {
    const first = block[start] ?? 0;
    return (first & 0x80) === 0 ? parseOctal(block, start, end) : parseBase256(block, start, end);
}
function parseBase256(block, start, end) {
    let value = (block[start] ?? 0) & 0x7f;
    for (let at = start + 1; at < end; at++)
        value = value * 256 + (block[at] ?? 0);
    return Number.isSafeInteger(value) ? value : undefined;
}
function parseOctal(block, start, end) {
    let at = start;
    while (at < end && (block[at] === 0x20 || block[at] === 0))
        at++;
    let value = 0;
    for (; at < end; at++) {
        const byte = block[at] ?? 0;
        if (byte === 0 || byte === 0x20)
            break;
        if (byte < 0x30 || byte > 0x37)
            return undefined;
        value = value * 8 + byte - 0x30;
    }
    return value;
}

;// CONCATENATED MODULE: ./src/tar/sparse.js
// Maps of sparse files: which parts of a file an archive stores; what lies between them is zeros.
// Formats: GNU tar's manual, "Storing Sparse Files": the old header of type "S", and pax headers of versions 0.0, 0.1 and 1.0.

const ENTRY_BYTES = 24;
const HEADER_MAP = 386;
const HEADER_ENTRIES = 4;
const BLOCK_ENTRIES = 21;
/** Parts of one file; more are read as they are stored. */
const MOST_SEGMENTS = 1_000_000;
/** The map of an old header; undefined where its numbers are none. */
function parseOldSparse(block) {
    const segments = parseEntries(block, HEADER_MAP, HEADER_ENTRIES);
    const size = parseNumber(block, 483, 495);
    return segments && size !== undefined ? { map: "header", segments, size, continued: block[482] === 1 } : undefined;
}
/** A further block of an old map, and whether another one follows. */
function parseSparseBlock(block) {
    const segments = parseEntries(block, 0, BLOCK_ENTRIES);
    return segments && { segments, continued: block[504] === 1 };
}
function parseEntries(block, start, count) {
    const segments = [];
    for (let index = 0; index < count; index++) {
        const at = start + index * ENTRY_BYTES;
        if (block[at] === 0)
            break;
        const [offset, size] = [parseNumber(block, at, at + 12), parseNumber(block, at + 12, at + 24)];
        if (offset === undefined || size === undefined)
            return undefined;
        segments.push({ offset, size });
    }
    return segments;
}
/** The map of pax records, `list` holding the offsets and sizes that version 0.0 writes one by one; undefined where there is none that can be read. */
function parsePaxSparse(lookup, list) {
    const number = (key) => sparse_toNumber(lookup(key));
    const size = Number.isNaN(number("GNU.sparse.realsize")) ? number("GNU.sparse.size") : number("GNU.sparse.realsize");
    if (number("GNU.sparse.major") === 1)
        return Number.isNaN(size) ? undefined : { map: "stored", size };
    const map = lookup("GNU.sparse.map");
    const numbers = map ? Buffer.from(map).toString("latin1").split(",").map(Number) : list;
    const segments = toSegments(numbers);
    return segments && !Number.isNaN(size) ? { map: "listed", segments, size, continued: false } : undefined;
}
/** The decimal lines in front of the data: how many segments, then offset and size of each. Undefined where they are none. */
function parseStoredMap(text) {
    const lines = text.split("\n");
    if (lines.slice(0, -1).some((line) => !/^\d{1,16}$/.test(line)))
        return undefined;
    const count = Number(lines[0]);
    const isWhole = count <= MOST_SEGMENTS && lines.length > 1 + count * 2;
    return isWhole ? toSegments(lines.slice(1, 1 + count * 2).map(Number)) : undefined;
}
/** True where the segments come in order, don't overlap and end within `size`, and hold `stored` bytes. */
function isSound(segments, { size, stored }) {
    let end = 0;
    let total = 0;
    for (const segment of segments) {
        if (segment.offset < end)
            return false;
        end = segment.offset + segment.size;
        total += segment.size;
    }
    return end <= size && total === stored && Number.isSafeInteger(size);
}
function toSegments(numbers) {
    if (numbers.length % 2 === 1 || numbers.some((value) => !Number.isSafeInteger(value) || value < 0))
        return undefined;
    return Array.from({ length: numbers.length / 2 }, (_, index) => ({ offset: numbers[index * 2] ?? 0, size: numbers[index * 2 + 1] ?? 0 }));
}
function sparse_toNumber(value) {
    const text = value && Buffer.from(value).toString("latin1");
    return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : NaN;
}

;// CONCATENATED MODULE: ./src/tar/header.js
// One 512-byte header block of a tar archive, as bytes; hostile fields make it malformed, never throw.
// Formats: POSIX.1-1988 ustar, GNU tar ("Basic Tar Format" of its manual), v7.


const BLOCK_BYTES = 512;
const CHECKSUM_START = 148;
const CHECKSUM_END = 156;
const SPARSE = 0x53;
const header_EMPTY = new Uint8Array(0);
/** The header, "zero" for a block of zeros (archives end with two), or "malformed". */
function parseHeader(block) {
    const size = parseNumber(block, 124, 136);
    if (!hasValidChecksum(block))
        return isZero(block) ? "zero" : "malformed";
    if (size === undefined)
        return "malformed";
    const name = field(block, 0, 100);
    const link = field(block, 157, 257);
    const isUstar = hasText(block, 257, "ustar");
    const isPosix = isUstar && block[262] === 0;
    const prefix = isPosix ? field(block, 345, 500) : header_EMPTY;
    const userName = isUstar ? field(block, 265, 297) : header_EMPTY;
    const groupName = isUstar ? field(block, 297, 329) : header_EMPTY;
    const hidden = hasTextBehind(block, name.length, 100) || hasTextBehind(block, 157 + link.length, 257)
        || (isUstar && (hasTextBehind(block, 265 + userName.length, 297) || hasTextBehind(block, 297 + groupName.length, 329)))
        || (isPosix && hasTextBehind(block, 345 + prefix.length, 500));
    const flag = block[156] ?? 0;
    return {
        name: prefix.length > 0 ? joinPath(prefix, name) : name,
        link, userName, groupName, size, hidden,
        type: flag === 0 ? "0" : String.fromCharCode(flag),
        ...(flag === SPARSE && { sparse: parseOldSparse(block) ?? "malformed" }),
    };
}
function isZero(bytes) {
    for (let at = 0; at < bytes.length; at++)
        if (bytes[at] !== 0)
            return false;
    return true;
}
/** Bytes that content of `size` occupies: archives are made of whole blocks. */
function paddedSize(size) {
    return Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
}
/** Text of a name: UTF-8 where it is valid, else one character for each byte. */
function decodeName(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const text = buffer.toString("utf8");
    return text.includes("\ufffd") ? buffer.toString("latin1") : text;
}
/** POSIX sums unsigned bytes, with blanks for the sum itself; some old writers summed signed ones. */
function hasValidChecksum(block) {
    if (block.length < BLOCK_BYTES)
        return false;
    const stated = parseNumber(block, CHECKSUM_START, CHECKSUM_END);
    if (stated === undefined || stated === 0)
        return false;
    let sum = (CHECKSUM_END - CHECKSUM_START) * 0x20;
    for (let at = 0; at < CHECKSUM_START; at++)
        sum += block[at] ?? 0;
    for (let at = CHECKSUM_END; at < BLOCK_BYTES; at++)
        sum += block[at] ?? 0;
    return stated === sum || stated === sum - 256 * countHigh(block);
}
/** Bytes that a signed sum takes for negative ones. */
function countHigh(block) {
    return block.reduce((count, byte, at) => (byte > 127 && (at < CHECKSUM_START || at >= CHECKSUM_END) ? count + 1 : count), 0);
}
function field(block, start, end) {
    let at = start;
    while (at < end && block[at] !== 0)
        at++;
    // Not a Buffer, as a part of one would be: those take long to make.
    return at === start ? header_EMPTY : new Uint8Array(block.buffer, block.byteOffset + start, at - start);
}
function hasTextBehind(block, start, end) {
    for (let at = start; at < end; at++)
        if (block[at] !== 0)
            return true;
    return false;
}
function hasText(block, start, text) {
    for (let at = 0; at < text.length; at++)
        if (block[start + at] !== text.charCodeAt(at))
            return false;
    return true;
}
function joinPath(prefix, name) {
    const joined = new Uint8Array(prefix.length + 1 + name.length);
    joined.set(prefix);
    joined[prefix.length] = 0x2f;
    joined.set(name, prefix.length + 1);
    return joined;
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/damage.js
/** Ends a decoding; `message` is what the gap says. */
class Damage extends Error {
    name = "Damage";
    reason;
    constructor(reason, message) {
        super(message);
        this.reason = reason;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/zstd-frame.js
// Where a Zstandard frame ends: Node's engine doesn't tell, and would take what follows for the next frame. Format: RFC 8878, 3.1.1.

const MAGIC_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
/** Follows a frame from its magic number on, whatever pieces it comes in. */
class ZstdFrame {
    #part = "descriptor";
    #due = MAGIC_BYTES + 1;
    /** Of a part that is looked into, what has come so far. */
    #held = external_node_buffer_.Buffer.alloc(0);
    #isChecked = false;
    #isLast = false;
    isOver = false;
    /** How many of the bytes belong to the frame. */
    take(bytes) {
        let at = 0;
        while (!this.isOver && at < bytes.length) {
            const size = Math.min(this.#due, bytes.length - at);
            if (this.#part === "descriptor" || this.#part === "block-header")
                this.#held = external_node_buffer_.Buffer.concat([this.#held, bytes.subarray(at, at + size)]);
            at += size;
            this.#due -= size;
            while (this.#due === 0 && !this.isOver)
                this.#advance();
        }
        return at;
    }
    #advance() {
        const held = this.#held;
        this.#held = external_node_buffer_.Buffer.alloc(0);
        switch (this.#part) {
            case "descriptor": return this.#expect("header", this.#headerSize(held[MAGIC_BYTES] ?? 0));
            case "header": return this.#expect("block-header", BLOCK_HEADER_BYTES);
            case "block-header": return this.#expect("block", this.#blockSize(held.readUIntLE(0, BLOCK_HEADER_BYTES)));
            case "block":
                if (!this.#isLast)
                    return this.#expect("block-header", BLOCK_HEADER_BYTES);
                return this.#expect("checksum", this.#isChecked ? CHECKSUM_BYTES : 0);
            case "checksum":
                this.isOver = true;
                return;
            default: return this.#part;
        }
    }
    #expect(part, size) {
        this.#part = part;
        this.#due = size;
    }
    /** Window, dictionary and size of the content, as the descriptor says. */
    #headerSize(descriptor) {
        const isSingle = (descriptor & 0x20) !== 0;
        this.#isChecked = (descriptor & 0x04) !== 0;
        const content = [isSingle ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
        return (isSingle ? 0 : 1) + ([0, 1, 2, 4][descriptor & 3] ?? 0) + content;
    }
    /** A block of one byte that repeats holds that byte only. */
    #blockSize(header) {
        this.#isLast = (header & 1) === 1;
        return ((header >> 1) & 3) === 1 ? 1 : header >> 3;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/engine.js


const engine_CHUNK_BYTES = 1 << 18;
const NOTHING = new Uint8Array(0);
/** Decoded bytes to the stream's end; what follows it stays in the reader. Throws what the engine says of damaged data, and Z_BUF_ERROR where they end early. */
async function* runEngine(reader, options) {
    const engine = new Engine(options);
    const frame = options.compression === "zstd" ? new ZstdFrame() : undefined;
    try {
        for (;;) {
            const input = await reader.next() ?? NOTHING;
            const size = frame?.take(input) ?? input.length;
            yield* engine.decode(input.subarray(0, size));
            const left = input.length - size + engine.left;
            if (left > 0)
                reader.giveBack(input.subarray(input.length - left));
            if (left > 0 || frame?.isOver || input.length === 0)
                return;
        }
    }
    finally {
        engine.close();
    }
}
class Engine {
    /** Bytes at the end of the last input that belong to no stream. */
    left = 0;
    #stream;
    #handle;
    #isZstd;
    #reuses;
    #output = NOTHING;
    constructor({ compression, reuses }) {
        this.#stream = openStream(compression);
        this.#handle = this.#stream._handle;
        this.#isZstd = compression === "zstd";
        this.#reuses = reuses;
        // Looked for after each write.
        this.#stream.on("error", () => undefined);
    }
    /** No input is the end of it. */
    *decode(input) {
        const isEnd = input.length === 0;
        const flush = this.#isZstd ? (isEnd ? external_node_zlib_.constants.ZSTD_e_end : external_node_zlib_.constants.ZSTD_e_continue) : isEnd ? external_node_zlib_.constants.Z_FINISH : external_node_zlib_.constants.Z_NO_FLUSH;
        this.left = input.length;
        for (let room = 0; room === 0;) {
            if (!this.#reuses || this.#output === NOTHING)
                this.#output = Buffer.allocUnsafeSlow(engine_CHUNK_BYTES);
            const size = this.#output.length;
            this.#handle.writeSync(flush, input, input.length - this.left, this.left, this.#output, 0, size);
            if (this.#stream.errored)
                throw this.#stream.errored;
            [room = 0, this.left = 0] = this.#stream._writeState;
            if (room < size)
                yield this.#output.subarray(0, size - room);
        }
    }
    close() {
        this.#stream.destroy();
    }
}
function openStream(compression) {
    switch (compression) {
        case "gzip": return (0,external_node_zlib_.createGunzip)();
        case "deflate": return (0,external_node_zlib_.createInflateRaw)();
        case "zstd": return (0,external_node_zlib_.createZstdDecompress)();
        default: return compression;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/bzip2/bit-reader.js
// Bits of a buffer, the highest of each byte first.

class BitReader {
    #bytes;
    #at;
    /** `at` is in bits. */
    constructor(bytes, at) {
        this.#bytes = bytes;
        this.#at = at;
    }
    /** Bits from the beginning of the buffer. */
    get position() {
        return this.#at;
    }
    /** `count` bits, at most 24, without taking them; zeros behind the end. */
    peek(count) {
        const byte = this.#at >> 3;
        const bytes = this.#bytes;
        const word = ((bytes[byte] ?? 0) << 24) | ((bytes[byte + 1] ?? 0) << 16) | ((bytes[byte + 2] ?? 0) << 8) | (bytes[byte + 3] ?? 0);
        return (word << (this.#at & 7)) >>> (32 - count);
    }
    skip(count) {
        this.#at += count;
        if (this.#at > this.#bytes.length * 8)
            throw new Damage("truncated", "the compressed data ends early");
    }
    take(count) {
        const value = this.peek(count);
        this.skip(count);
        return value;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/bzip2/block.js
// Undoes the sorting of a bzip2 block and the runs in it, and its checksum.

const block_POLYNOMIAL = 0x04c11db7;
const table = Int32Array.from({ length: 256 }, (_, index) => {
    let value = index << 24;
    for (let bit = 0; bit < 8; bit++)
        value = value < 0 ? (value << 1) ^ block_POLYNOMIAL : value << 1;
    return value;
});
/** CRC-32 with the highest bit first, as a signed number. */
function updateCrc(bytes) {
    let crc = -1;
    for (let at = 0; at < bytes.length; at++)
        crc = (crc << 8) ^ table[(crc >>> 24) ^ bytes[at]];
    return ~crc;
}
/** The block's bytes; `ends` is the last column of its sorted rotations. */
function restoreBlock(ends, { counts, origin }) {
    if (ends.length === 0)
        return Buffer.alloc(0);
    if (origin >= ends.length)
        throw new Damage("malformed", "a block of the bzip2 data has an impossible beginning");
    const next = new Uint32Array(ends.length);
    const starts = new Uint32Array(256);
    for (let byte = 1; byte < 256; byte++)
        starts[byte] = starts[byte - 1] + counts[byte - 1];
    for (let at = 0; at < ends.length; at++) {
        const byte = ends[at];
        next[starts[byte]] = at;
        starts[byte] = starts[byte] + 1;
    }
    return undoRuns(ends, next, next[origin]);
}
/** Four equal bytes are followed by how often the byte comes again. */
function undoRuns(ends, next, first) {
    const total = measure(ends, next, first);
    const out = Buffer.allocUnsafeSlow(total);
    let length = 0;
    let at = first;
    let same = 0;
    let last = -1;
    for (let count = 0; count < ends.length; count++, at = next[at]) {
        const byte = ends[at];
        if (same === 4) {
            out.fill(last, length, length + byte);
            length += byte;
            same = 0;
            last = -1;
            continue;
        }
        same = byte === last ? same + 1 : 1;
        last = byte;
        out[length++] = byte;
    }
    return out;
}
function measure(ends, next, first) {
    let total = 0;
    let at = first;
    let same = 0;
    let last = -1;
    for (let count = 0; count < ends.length; count++, at = next[at]) {
        const byte = ends[at];
        if (same === 4) {
            total += byte;
            same = 0;
            last = -1;
            continue;
        }
        same = byte === last ? same + 1 : 1;
        last = byte;
        total++;
    }
    return total;
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/bzip2/codes.js

const GROUP_SYMBOLS = 50;
const MOST_LENGTH = 20;
const MOST_SELECTORS = 18_002;
/** Codes of at most so many bits are looked up at once. */
const SHORT_BITS = 11;
/** Reads the tables and gives a decoder of symbols. Throws Damage. */
function readCodes(bits, symbolCount) {
    const tableCount = bits.take(3);
    const selectorCount = bits.take(15);
    if (tableCount < 2 || tableCount > 6 || selectorCount === 0)
        throw new Damage("malformed", "a block of the bzip2 data has impossible tables");
    const selectors = readSelectors(bits, tableCount, selectorCount);
    const tables = Array.from({ length: tableCount }, () => toTable(readLengths(bits, symbolCount)));
    let group = -1;
    let left = 0;
    let table;
    return {
        next: (source) => {
            if (left === 0) {
                table = tables[selectors[++group] ?? -1];
                left = GROUP_SYMBOLS;
            }
            if (!table)
                throw new Damage("malformed", "a block of the bzip2 data has more symbols than it says");
            left--;
            return decode(source, table);
        },
    };
}
function readSelectors(bits, tableCount, count) {
    const order = [...Array(tableCount).keys()];
    const selectors = new Uint8Array(Math.min(count, MOST_SELECTORS));
    for (let index = 0; index < count; index++) {
        let place = 0;
        while (bits.take(1) === 1)
            if (++place >= tableCount)
                throw new Damage("malformed", "a block of the bzip2 data names a table that it doesn't have");
        const [chosen = 0] = order.splice(place, 1);
        order.unshift(chosen);
        // Some writers put out more selectors than any block can use.
        if (index < selectors.length)
            selectors[index] = chosen;
    }
    return selectors;
}
function readLengths(bits, count) {
    const lengths = new Uint8Array(count);
    let length = bits.take(5);
    for (let index = 0; index < count; index++) {
        while (bits.take(1) === 1)
            length += bits.take(1) === 0 ? 1 : -1;
        if (length < 1 || length > MOST_LENGTH)
            throw new Damage("malformed", "a block of the bzip2 data has an impossible code");
        lengths[index] = length;
    }
    return lengths;
}
function toTable(lengths) {
    const limits = new Int32Array(MOST_LENGTH + 2).fill(-1);
    const starts = new Int32Array(MOST_LENGTH + 2);
    const order = [...lengths.keys()].toSorted((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
    let code = 0;
    let index = 0;
    for (let length = 1; length <= MOST_LENGTH; length++) {
        const first = code;
        starts[length] = index - first;
        while (index < order.length && lengths[order[index] ?? 0] === length) {
            code++;
            index++;
        }
        if (code > first)
            limits[length] = code - 1;
        code <<= 1;
    }
    return { limits, starts, symbols: Uint16Array.from(order), short: toShort({ limits, starts, order }) };
}
function toShort({ limits, starts, order }) {
    const short = new Uint16Array(1 << SHORT_BITS);
    let first = 0;
    for (let length = 1; length <= SHORT_BITS; length++, first <<= 1) {
        for (const last = limits[length] ?? -1; first <= last; first++) {
            const symbol = order[(starts[length] ?? 0) + first] ?? 0;
            short.fill((symbol << 4) | length, first << (SHORT_BITS - length), (first + 1) << (SHORT_BITS - length));
        }
    }
    return short;
}
function decode(bits, { limits, starts, symbols, short }) {
    const ahead = bits.peek(MOST_LENGTH);
    const known = short[ahead >>> (MOST_LENGTH - SHORT_BITS)];
    if (known !== 0) {
        bits.skip(known & 15);
        return known >> 4;
    }
    for (let length = SHORT_BITS + 1; length <= MOST_LENGTH; length++) {
        const code = ahead >>> (MOST_LENGTH - length);
        if (code > limits[length])
            continue;
        bits.skip(length);
        return symbols[starts[length] + code] ?? 0;
    }
    throw new Damage("malformed", "the bzip2 data has a code that stands for nothing");
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/history.js
// What a dictionary decoder has put out: later bytes repeat earlier ones, so the last of them stay at hand.
/** Room beyond what must stay: old bytes are moved away only once in so many. */
const LEAST_SPARE = 1 << 22;
const FIRST_BYTES = 1 << 16;
class History {
    bytes = new Uint8Array(FIRST_BYTES);
    /** Where the next byte goes; what stands before can be repeated. */
    at = 0;
    /** Bytes that have been moved away since the last reset. */
    moved = 0;
    #reach;
    /** `reach` is how many bytes back a repetition may begin. */
    constructor(reach) {
        this.#reach = reach;
    }
    reset() {
        this.at = 0;
        this.moved = 0;
    }
    /** Makes room for `count` more bytes, at most LEAST_SPARE. */
    reserve(count) {
        if (this.at + count <= this.bytes.length)
            return;
        const most = this.#reach + Math.max(LEAST_SPARE, this.#reach >>> 2);
        if (this.bytes.length < most) {
            const grown = new Uint8Array(Math.min(most, Math.max(this.bytes.length * 2, this.at + count)));
            grown.set(this.bytes.subarray(0, this.at));
            this.bytes = grown;
            if (this.at + count <= grown.length)
                return;
        }
        const kept = Math.min(this.#reach, this.at);
        this.bytes.copyWithin(0, this.at - kept, this.at);
        this.moved += this.at - kept;
        this.at = kept;
    }
    /** A copy of what has come since `start`, a value that `at` had. */
    since(start) {
        return Buffer.from(this.bytes.subarray(start, this.at));
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/range-coder.js
// LZMA's range coder (LZMA SDK, lzma-specification.txt): bits with probabilities that follow what has been.

const SIGN = -0x80000000;
class RangeCoder {
    /** Probabilities, by index; all methods adapt them. */
    bits = new Uint16Array(0);
    at = 0;
    #input = new Uint8Array(0);
    // Unsigned numbers, kept as signed ones: the engine holds those unboxed.
    #range = -1;
    #code = 0;
    /** Begins with the five bytes at `at`. */
    start(input, at) {
        this.feed(input, at);
        if (input[at] !== 0)
            throw new Damage("malformed", "the LZMA data doesn't begin as it must");
        this.#code = ((input[at + 1] ?? 0) << 24) | ((input[at + 2] ?? 0) << 16) | ((input[at + 3] ?? 0) << 8) | (input[at + 4] ?? 0);
        this.#range = -1;
        this.at = at + 5;
    }
    /** Goes on with other input. */
    feed(input, at) {
        this.#input = input;
        this.at = at;
    }
    /** True where it stands as it does behind whole data. */
    get finished() {
        return this.#code === 0;
    }
    /** `bits` bits, the highest first, by a tree of probabilities. */
    tree(base, bits) {
        let symbol = 1;
        for (let index = 0; index < bits; index++)
            symbol = (symbol << 1) | this.bit(base + symbol);
        return symbol - (1 << bits);
    }
    /** The same, the lowest first. */
    reverseTree(base, bits) {
        let node = 1;
        let symbol = 0;
        for (let index = 0; index < bits; index++) {
            const bit = this.bit(base + node);
            node = (node << 1) | bit;
            symbol |= bit << index;
        }
        return symbol;
    }
    /** Bits that are as likely 0 as 1. */
    direct(count) {
        let value = 0;
        for (let index = 0; index < count; index++) {
            this.normalize();
            this.#range = this.#range >>> 1;
            const isOne = (this.#code ^ SIGN) >= (this.#range ^ SIGN);
            if (isOne)
                this.#code = (this.#code - this.#range) | 0;
            value = (value << 1) | (isOne ? 1 : 0);
        }
        return value;
    }
    bit(index) {
        this.normalize();
        const probability = this.bits[index];
        const bound = Math.imul(this.#range >>> 11, probability);
        if ((this.#code ^ SIGN) < (bound ^ SIGN)) {
            this.#range = bound;
            this.bits[index] = probability + ((2048 - probability) >> 5);
            return 0;
        }
        this.#range = (this.#range - bound) | 0;
        this.#code = (this.#code - bound) | 0;
        this.bits[index] = probability - (probability >> 5);
        return 1;
    }
    /** Takes the next byte where the range has become small; the input is whole behind the last call. */
    normalize() {
        if ((this.#range & 0xff000000) !== 0)
            return;
        this.#range <<= 8;
        this.#code = (this.#code << 8) | (this.#input[this.at++] ?? 0);
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/lzma.js
// The LZMA decoder (LZMA SDK, lzma-specification.txt): a range coder, adaptive bits, and a history that matches repeat.


/** Bytes that one symbol can take from the input. */
const MOST_SYMBOL_INPUT = 24;
/** Bytes that one symbol can put out. */
const MOST_MATCH = 273;
// Where each kind of adaptive bit stands in the table of probabilities.
const lzma_IS_MATCH = 0;
const lzma_IS_REP = 192;
const IS_REP_G0 = 204;
const IS_REP_G1 = 216;
const IS_REP_G2 = 228;
const IS_REP0_LONG = 240;
const POSITION_SLOT = 432;
const POSITION_SPECIAL = 688;
const lzma_ALIGN = 816;
const LENGTH = 832;
const REP_LENGTH = 1346;
const lzma_LITERAL = 1860;
// Within a length coder.
const lzma_LENGTH_LOW = 2;
const LENGTH_MIDDLE = 130;
const LENGTH_HIGH = 258;
class LzmaDecoder {
    /** The end mark has been met. */
    ended = false;
    coder = new RangeCoder();
    #history;
    #state = 0;
    #rep0 = 0;
    #rep1 = 0;
    #rep2 = 0;
    #rep3 = 0;
    #contextBits = 0;
    #literalMask = 0;
    #positionMask = 0;
    constructor(history) {
        this.#history = history;
    }
    /** Takes the properties byte, (pb * 5 + lp) * 9 + lc, and begins with fresh probabilities. */
    configure(properties) {
        if (properties >= 9 * 5 * 5)
            throw new Damage("malformed", "the LZMA data has impossible properties");
        this.#contextBits = properties % 9;
        const positionBits = Math.floor(properties / 9) % 5;
        this.#literalMask = (1 << positionBits) - 1;
        this.#positionMask = (1 << Math.floor(properties / 45)) - 1;
        this.coder.bits = new Uint16Array(lzma_LITERAL + (0x300 << (this.#contextBits + positionBits)));
        this.reset();
    }
    reset() {
        this.coder.bits.fill(1024);
        this.#state = 0;
        this.#rep0 = this.#rep1 = this.#rep2 = this.#rep3 = 0;
    }
    /** Decodes until the history stands at `outputEnd` or beyond, the input at `inputEnd` or beyond, or the end mark. Room must have been reserved. */
    run(outputEnd, inputEnd) {
        const history = this.#history;
        while (history.at < outputEnd && this.coder.at <= inputEnd && !this.ended)
            this.#symbol(history);
        this.coder.normalize();
    }
    #symbol(history) {
        const position = (history.at + history.moved) & this.#positionMask;
        if (this.coder.bit(lzma_IS_MATCH + (this.#state << 4) + position) === 0)
            return this.#literal(history);
        if (this.coder.bit(lzma_IS_REP + this.#state) === 0)
            return this.#match(history, position);
        if (this.coder.bit(IS_REP_G0 + this.#state) === 0) {
            if (this.coder.bit(IS_REP0_LONG + (this.#state << 4) + position) === 0) {
                this.#state = this.#state < 7 ? 9 : 11;
                return this.#copy(history, 1);
            }
        }
        else
            this.#takeRep();
        this.#state = this.#state < 7 ? 8 : 11;
        this.#copy(history, this.#length(REP_LENGTH, position));
    }
    #takeRep() {
        let distance = this.#rep1;
        if (this.coder.bit(IS_REP_G1 + this.#state) !== 0) {
            if (this.coder.bit(IS_REP_G2 + this.#state) === 0)
                distance = this.#rep2;
            else {
                distance = this.#rep3;
                this.#rep3 = this.#rep2;
            }
            this.#rep2 = this.#rep1;
        }
        this.#rep1 = this.#rep0;
        this.#rep0 = distance;
    }
    #literal(history) {
        const { bytes, at } = history;
        const before = at > 0 ? bytes[at - 1] : 0;
        const base = lzma_LITERAL + 0x300 * ((((at + history.moved) & this.#literalMask) << this.#contextBits) + (before >> (8 - this.#contextBits)));
        let symbol = 1;
        if (this.#state >= 7) {
            let match = bytes[at - this.#rep0 - 1] ?? 0;
            while (symbol < 0x100) {
                const expected = (match >> 7) & 1;
                match <<= 1;
                const bit = this.coder.bit(base + ((1 + expected) << 8) + symbol);
                symbol = (symbol << 1) | bit;
                if (bit !== expected)
                    break;
            }
        }
        while (symbol < 0x100)
            symbol = (symbol << 1) | this.coder.bit(base + symbol);
        bytes[at] = symbol;
        history.at = at + 1;
        this.#state = this.#state < 4 ? 0 : this.#state < 10 ? this.#state - 3 : this.#state - 6;
    }
    #match(history, position) {
        this.#rep3 = this.#rep2;
        this.#rep2 = this.#rep1;
        this.#rep1 = this.#rep0;
        this.#state = this.#state < 7 ? 7 : 10;
        const length = this.#length(LENGTH, position);
        this.#rep0 = this.#distance(length);
        if (this.#rep0 === -1)
            this.ended = true;
        else
            this.#copy(history, length);
    }
    #distance(length) {
        const slot = this.coder.tree(POSITION_SLOT + (Math.min(length - 2, 3) << 6), 6);
        if (slot < 4)
            return slot;
        const direct = (slot >> 1) - 1;
        const base = (2 | (slot & 1)) << direct;
        if (slot < 14)
            return base + this.coder.reverseTree(POSITION_SPECIAL + base - slot, direct);
        return (base + (this.coder.direct(direct - 4) << 4) + this.coder.reverseTree(lzma_ALIGN, 4)) | 0;
    }
    #length(base, position) {
        if (this.coder.bit(base) === 0)
            return 2 + this.coder.tree(base + lzma_LENGTH_LOW + (position << 3), 3);
        if (this.coder.bit(base + 1) === 0)
            return 10 + this.coder.tree(base + LENGTH_MIDDLE + (position << 3), 3);
        return 18 + this.coder.tree(base + LENGTH_HIGH, 8);
    }
    #copy(history, length) {
        const { bytes, at } = history;
        const from = at - this.#rep0 - 1;
        if (from < 0 || this.#rep0 < 0)
            throw new Damage("malformed", "the LZMA data repeats what was never there");
        if (this.#rep0 >= length)
            bytes.copyWithin(at, from, from + length);
        else
            for (let index = 0; index < length; index++)
                bytes[at + index] = bytes[from + index];
        history.at = at + length;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/lzma-streams.js
// LZMA2 chunks (as in xz and 7z) and LZMA data by itself (.lzma files of old, lzip, zip method 14).
// Formats: xz-file-format.txt 1.2, section 5.3.1, with the chunks as xz's and 7-Zip's documentation describes them; lzma-file-format.txt; lzip's manual.




/** Dictionaries above need more memory than is kept for one file. */
const MOST_DICTIONARY = 1 << 27;
const PIECE_BYTES = 1 << 20;
const INPUT_BYTES = 1 << 16;
const UNKNOWN_SIZE = 0xffffffffffffffffn;
/** The chunks up to their end mark. Throws Damage. */
async function* readLzma2(reader, dictionary) {
    const history = new History(checkDictionary(dictionary));
    const decoder = new LzmaDecoder(history);
    let fresh = true;
    for (;;) {
        const [control] = await takeAll(reader, 1);
        if (control === undefined || control === 0)
            return;
        if (control === 1 || control >= 0xe0)
            history.reset();
        else if (fresh || (control > 2 && control < 0x80))
            throw new Damage("malformed", "the LZMA2 data has an impossible chunk");
        fresh = false;
        history.reserve(2 << 20);
        const start = history.at;
        if (control < 0x80) {
            const size = 1 + (await takeAll(reader, 2)).readUInt16BE(0);
            history.bytes.set(await takeAll(reader, size), start);
            history.at += size;
        }
        else
            await readChunk(reader, { control, decoder, history });
        yield history.since(start);
    }
}
async function readChunk(reader, { control, decoder, history }) {
    const sizes = await takeAll(reader, 4);
    const end = history.at + ((control & 0x1f) << 16) + sizes.readUInt16BE(0) + 1;
    const properties = control >= 0xc0 ? (await takeAll(reader, 1))[0] : undefined;
    if (properties !== undefined)
        decoder.configure(properties);
    else if (control >= 0xa0)
        decoder.reset();
    if (decoder.coder.bits.length === 0)
        throw new Damage("malformed", "the LZMA2 data begins without properties");
    const input = await takeAll(reader, sizes.readUInt16BE(2) + 1);
    decoder.coder.start(input, 0);
    decoder.run(end, input.length);
    const isWhole = history.at === end && decoder.coder.at === input.length && decoder.coder.finished && !decoder.ended;
    if (!isWhole)
        throw new Damage("malformed", "a chunk of the LZMA2 data doesn't come to its size");
}
/** A whole .lzma stream: properties, dictionary, size, data. Throws Damage. */
async function* readLzmaAlone(reader) {
    const header = await takeAll(reader, 13);
    const size = header.readBigUInt64LE(5);
    yield* readLzma(reader, { properties: header.subarray(0, 5), size: size === UNKNOWN_SIZE ? undefined : Number(size) });
}
/** Lzip's dictionary, its fixed properties, its check of the content; lzip's manual, "File format". Throws Damage. */
async function* readLzip(reader) {
    const header = await takeAll(reader, 6);
    const coded = header[5] ?? 0;
    const size = 2 ** (coded & 31) - 2 ** ((coded & 31) - 4) * (coded >> 5);
    if (header[4] !== 1 || size < 1 << 12)
        throw new Damage("malformed", "the lzip data has a damaged header");
    const properties = Buffer.from([93, 0, 0, 0, 0]);
    properties.writeUInt32LE(checkDictionary(size), 1);
    let crc = 0;
    for await (const chunk of readLzma(reader, { properties, size: undefined })) {
        crc = (0,external_node_zlib_.crc32)(chunk, crc);
        yield chunk;
    }
    const trailer = await takeAll(reader, 20);
    if (trailer.readUInt32LE(0) !== crc)
        throw new Damage("malformed", "the lzip data differs from its checksum");
}
/** Throws Damage. */
async function* readLzma(reader, { properties, size }) {
    const history = new History(Math.max(1 << 12, checkDictionary(properties.readUInt32LE(1))));
    const decoder = new LzmaDecoder(history);
    decoder.configure(properties[0] ?? 0xff);
    let isFirst = true;
    let left = size ?? Infinity;
    while (left > 0 && !decoder.ended) {
        const input = await reader.peek(INPUT_BYTES);
        const isLast = input.length < INPUT_BYTES;
        if (isFirst)
            decoder.coder.start(input, 0);
        else
            decoder.coder.feed(input, 0);
        isFirst = false;
        history.reserve(PIECE_BYTES + MOST_MATCH);
        const start = history.at;
        const end = start + Math.min(left, PIECE_BYTES);
        decoder.run(end, isLast ? input.length : input.length - MOST_SYMBOL_INPUT);
        if (decoder.coder.at > input.length)
            throw new Damage("truncated", "the LZMA data ends early");
        await reader.take(decoder.coder.at);
        left -= history.at - start;
        if (left < 0)
            throw new Damage("malformed", "the LZMA data comes to more than its size");
        yield history.since(start);
    }
    if (size !== undefined && !decoder.ended && !decoder.coder.finished)
        await takeEndMark(reader, decoder, history);
    if (!decoder.coder.finished)
        throw new Damage("malformed", "the LZMA data doesn't end as it must");
}
/** Data of a known size may have an end mark all the same. */
async function takeEndMark(reader, decoder, history) {
    const input = await reader.peek(MOST_SYMBOL_INPUT);
    decoder.coder.feed(input, 0);
    history.reserve(MOST_MATCH);
    decoder.run(history.at + 1, input.length);
    if (!decoder.ended)
        throw new Damage("malformed", "the LZMA data comes to more than its size");
    await reader.take(Math.min(decoder.coder.at, input.length));
}
function checkDictionary(bytes) {
    if (bytes > MOST_DICTIONARY)
        throw new Damage("size-limit", `the LZMA data needs a dictionary of ${bytes} bytes, more than ${MOST_DICTIONARY}`);
    return bytes;
}
/** Exactly `count` bytes. Throws Damage where the data ends before. */
async function takeAll(reader, count) {
    const bytes = reader.takeNow(count) ?? await reader.take(count);
    if (bytes.length < count)
        throw new Damage("truncated", "the compressed data ends early");
    return bytes;
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/bzip2/bzip2.js





/** No block is longer than this in compressed form: 900,000 symbols of at most 20 bits, and its tables. */
const MOST_BLOCK_INPUT = 2_300_000;
const BLOCK = 0x314159265359;
const END = 0x177245385090;
/** One stream; the reader stands behind it. Throws Damage. */
async function* readBzip2(reader) {
    const header = await takeAll(reader, 4);
    const size = ((header[3] ?? 0) - 0x30) * 100_000;
    if (size < 100_000 || size > 900_000)
        throw new Damage("malformed", "the bzip2 data has a damaged header");
    let offset = 0;
    let all = 0;
    for (;;) {
        const input = await reader.peek(MOST_BLOCK_INPUT);
        const bits = new BitReader(input, offset);
        const mark = bits.take(24) * 2 ** 24 + bits.take(24);
        const stated = (bits.take(16) << 16) | bits.take(16);
        if (mark === BLOCK) {
            const block = decodeBlock(bits, size);
            const crc = updateCrc(block);
            if (crc !== stated)
                throw new Damage("malformed", "a block of the bzip2 data differs from its checksum");
            all = ((all << 1) | (all >>> 31)) ^ crc;
            await reader.take(bits.position >> 3);
            offset = bits.position & 7;
            yield block;
            continue;
        }
        if (mark !== END)
            throw new Damage("malformed", "the bzip2 data breaks its format");
        await reader.take((bits.position + 7) >> 3);
        if (all !== stated)
            throw new Damage("malformed", "the bzip2 data differs from its checksum");
        return;
    }
}
function decodeBlock(bits, size) {
    const isRandomised = bits.take(1) === 1;
    if (isRandomised)
        throw new Damage("unsupported-compression", "the bzip2 data is of a kind that no program has written since 1999");
    const origin = bits.take(24);
    const used = readUsedBytes(bits);
    const codes = readCodes(bits, used.length + 2);
    const { ends, counts } = decodeSymbols(bits, { codes, used, size });
    return restoreBlock(ends, { counts, origin });
}
function readUsedBytes(bits) {
    const rows = bits.take(16);
    const used = [];
    for (let row = 0; row < 16; row++) {
        const cells = (rows & (0x8000 >> row)) === 0 ? 0 : bits.take(16);
        for (let cell = 0; cell < 16; cell++)
            if ((cells & (0x8000 >> cell)) !== 0)
                used.push(row * 16 + cell);
    }
    if (used.length === 0)
        throw new Damage("malformed", "a block of the bzip2 data uses no bytes");
    return Uint8Array.from(used);
}
/** The last column of the sorted rotations, with how often each byte stands in it. */
function decodeSymbols(bits, { codes, used, size }) {
    const front = used.slice();
    const ends = new Uint8Array(size);
    const counts = new Uint32Array(256);
    let length = 0;
    let run = 0;
    let weight = 1;
    for (;;) {
        const symbol = codes.next(bits);
        if (symbol < 2) {
            run += weight << symbol;
            weight <<= 1;
            if (run > size)
                break;
            continue;
        }
        if (run > 0) {
            if (length + run > size)
                break;
            const byte = front[0];
            ends.fill(byte, length, length + run);
            counts[byte] = counts[byte] + run;
            length += run;
            [run, weight] = [0, 1];
        }
        if (symbol === used.length + 1)
            return { ends: ends.subarray(0, length), counts };
        if (length === size)
            break;
        const byte = front[symbol - 1];
        for (let place = symbol - 1; place > 0; place--)
            front[place] = front[place - 1];
        front[0] = byte;
        ends[length++] = byte;
        counts[byte] = counts[byte] + 1;
    }
    throw new Damage("malformed", "a block of the bzip2 data is longer than it may be");
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/check.js
// Checksums of compressed formats, fed piece by piece. CRC-32 and SHA-256 are Node's; CRC-64 (ECMA-182, as xz uses it) and XXH32 (lz4) it doesn't have.


function createCrc32() {
    let value = 0;
    return {
        update: (bytes) => { value = (0,external_node_zlib_.crc32)(bytes, value); },
        digest: () => check_toBuffer(value),
    };
}
function createSha256() {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    return { update: (bytes) => { hash.update(bytes); }, digest: () => hash.digest() };
}
const check_POLYNOMIAL = 0xc96c5795d7870f42n;
const check_table = createTable();
function createTable() {
    const [low, high] = [new Int32Array(256), new Int32Array(256)];
    for (let index = 0; index < 256; index++) {
        let value = BigInt(index);
        for (let bit = 0; bit < 8; bit++)
            value = (value & 1n) === 1n ? (value >> 1n) ^ check_POLYNOMIAL : value >> 1n;
        low[index] = Number(BigInt.asIntN(32, value));
        high[index] = Number(BigInt.asIntN(32, value >> 32n));
    }
    return { low, high };
}
/** In two halves of 32 bits: numbers of 64 bits would be objects. */
function createCrc64() {
    let low = -1;
    let high = -1;
    return {
        update: (bytes) => {
            for (let at = 0; at < bytes.length; at++) {
                const index = (low ^ bytes[at]) & 0xff;
                low = ((low >>> 8) | (high << 24)) ^ check_table.low[index];
                high = (high >>> 8) ^ check_table.high[index];
            }
        },
        digest: () => Buffer.concat([check_toBuffer(~low), check_toBuffer(~high)]),
    };
}
const LANES = 16;
const [PRIME1, PRIME2, PRIME3, PRIME4, PRIME5] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d, 0x27d4eb2f, 0x165667b1];
/** With seed 0. Format: xxhash_spec.md 0.2, XXH32. */
function createXxh32() {
    const lanes = [PRIME1 + PRIME2, PRIME2, 0, -PRIME1];
    let held = Buffer.alloc(0);
    let length = 0;
    const takeStripes = (bytes) => {
        for (let at = 0; at + LANES <= bytes.length; at += LANES) {
            lanes.forEach((sum, lane) => { lanes[lane] = Math.imul(rotate(sum + Math.imul(bytes.readInt32LE(at + lane * 4), PRIME2), 13), PRIME1); });
        }
    };
    return {
        update: (bytes) => {
            length += bytes.length;
            const joined = held.length > 0 ? Buffer.concat([held, bytes]) : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
            takeStripes(joined);
            held = Buffer.from(joined.subarray(joined.length - (joined.length % LANES)));
        },
        digest: () => check_toBuffer(finish(length < LANES ? PRIME5 : converge(lanes), { length, rest: held })),
    };
}
function converge(lanes) {
    return [1, 7, 12, 18].reduce((sum, bits, lane) => sum + rotate(lanes[lane] ?? 0, bits), 0);
}
function finish(start, { length, rest }) {
    let value = (start + length) | 0;
    let at = 0;
    for (; at + 4 <= rest.length; at += 4)
        value = Math.imul(rotate(value + Math.imul(rest.readInt32LE(at), PRIME3), 17), PRIME4);
    for (; at < rest.length; at++)
        value = Math.imul(rotate(value + Math.imul(rest.readUInt8(at), PRIME5), 11), PRIME1);
    value = Math.imul(value ^ (value >>> 15), PRIME2);
    value = Math.imul(value ^ (value >>> 13), PRIME3);
    return value ^ (value >>> 16);
}
function rotate(value, bits) {
    return (value << bits) | (value >>> (32 - bits));
}
function check_toBuffer(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value >>> 0);
    return bytes;
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/lz4.js
// The LZ4 frame format and the older one of Linux kernels. Formats: lz4_Frame_format.md 1.6.4 and lz4_Block_format.md.





const REACH = 1 << 16;
const LEGACY = 0x184c2102;
const LEGACY_BLOCK = 1 << 23;
/** Compressed blocks of the older format may be somewhat longer than what they hold. */
const MOST_LEGACY_INPUT = LEGACY_BLOCK + (LEGACY_BLOCK >> 7);
const lz4_PIECE_BYTES = 1 << 22;
/** Bits of a frame's flags. */
const [lz4_DICTIONARY, CONTENT_CHECKED, SIZED, BLOCKS_CHECKED, INDEPENDENT] = [0x01, 0x04, 0x08, 0x10, 0x20];
/** One frame; the reader stands behind it. Throws Damage. */
async function* readLz4(reader) {
    const magic = (await takeAll(reader, 4)).readUInt32LE(0);
    if (magic === LEGACY)
        return yield* readLegacy(reader);
    const { flags, most } = await readDescriptor(reader);
    const history = new History(REACH);
    const content = (flags & CONTENT_CHECKED) !== 0 ? createXxh32() : undefined;
    for (let size = await readSize(reader); size !== 0; size = await readSize(reader)) {
        const length = size & 0x7fffffff;
        if (length > most)
            throw new Damage("malformed", "a block of the LZ4 data is longer than its frame allows");
        const input = await takeAll(reader, length);
        const block = (flags & BLOCKS_CHECKED) !== 0 ? sumOf(input) : undefined;
        if ((flags & INDEPENDENT) !== 0)
            history.reset();
        const output = size >>> 31 === 1 ? store(history, input) : lz4_decodeBlock(history, input, Math.min(most, lz4_PIECE_BYTES));
        if (block)
            await compare(reader, block, "a block of the LZ4 data differs from its checksum");
        content?.update(output);
        yield output;
    }
    if (content)
        await compare(reader, content, "the LZ4 data differs from its checksum");
}
/** Flags, and how long a block may be: what stands between a frame's magic number and its blocks. */
async function readDescriptor(reader) {
    const fixed = external_node_buffer_.Buffer.from(await takeAll(reader, 2));
    const [flags = 0, sizes = 0] = fixed;
    if (flags >> 6 !== 1)
        throw new Damage("unsupported-compression", "the LZ4 data is of an unknown version");
    if ((flags & lz4_DICTIONARY) !== 0)
        throw new Damage("unsupported-compression", "the LZ4 data needs a dictionary");
    const size = external_node_buffer_.Buffer.from(await takeAll(reader, (flags & SIZED) !== 0 ? 8 : 0));
    const stated = await takeAll(reader, 1);
    if (sumOf(external_node_buffer_.Buffer.concat([fixed, size])).digest()[1] !== stated[0])
        throw new Damage("malformed", "the LZ4 data has a damaged header");
    return { flags, most: 1 << (8 + 2 * ((sizes >> 4) & 7)) };
}
async function readSize(reader) {
    return (await takeAll(reader, 4)).readUInt32LE(0);
}
function sumOf(bytes) {
    const check = createXxh32();
    check.update(bytes);
    return check;
}
async function compare(reader, check, detail) {
    if (!check.digest().equals(await takeAll(reader, 4)))
        throw new Damage("malformed", detail);
}
/** Blocks of 8 MiB up to the end of the data, or to the next frame. */
async function* readLegacy(reader) {
    for (let head = await reader.peek(4); head.length === 4; head = await reader.peek(4)) {
        const size = head.readUInt32LE(0);
        if (size > MOST_LEGACY_INPUT)
            return;
        await reader.take(4);
        const input = await takeAll(reader, size);
        yield lz4_decodeBlock(new History(LEGACY_BLOCK), input, LEGACY_BLOCK);
    }
}
function store(history, input) {
    history.reserve(input.length);
    history.bytes.set(input, history.at);
    history.at += input.length;
    return history.since(history.at - input.length);
}
function lz4_decodeBlock(history, input, most) {
    history.reserve(most);
    const start = history.at;
    const end = start + most;
    for (let at = 0; at < input.length;) {
        const token = input[at++];
        const literals = readLength(input, at, token >> 4);
        at = literals.at;
        if (history.at + literals.value > end || at + literals.value > input.length)
            throw broken();
        history.bytes.set(input.subarray(at, at + literals.value), history.at);
        history.at += literals.value;
        at += literals.value;
        if (at >= input.length)
            break;
        const distance = input[at] | ((input[at + 1] ?? 0) << 8);
        const length = readLength(input, at + 2, token & 15);
        at = length.at;
        repeat(history, { distance, length: length.value + 4, end });
    }
    return history.since(start);
}
function readLength(input, at, nibble) {
    let value = nibble;
    let next = at;
    if (nibble === 15) {
        let more = 255;
        while (more === 255) {
            more = input[next++] ?? 0;
            value += more;
        }
    }
    return { value, at: next };
}
function repeat(history, { distance, length, end }) {
    const { bytes, at } = history;
    if (distance === 0 || distance > at || at + length > end)
        throw broken();
    if (distance >= length)
        bytes.copyWithin(at, at - distance, at - distance + length);
    else
        for (let index = 0; index < length; index++)
            bytes[at + index] = bytes[at - distance + index];
    history.at = at + length;
}
function broken() {
    return new Damage("malformed", "a block of the LZ4 data breaks its format");
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/xz.js
// The .xz format: streams of blocks, each with a checksum. Format: xz-file-format.txt 1.2.




const HEADER_BYTES = 12;
const FOOTER_BYTES = 12;
const LZMA2 = 0x21;
/** Bytes of a block's checksum by its kind, section 2.1.1.2. */
const CHECK_BYTES = [0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64];
/** One stream with its footer; the reader stands behind it. Throws Damage. */
async function* readXz(reader) {
    const header = await takeAll(reader, HEADER_BYTES);
    const isSound = header.readUInt32LE(8) === (0,external_node_zlib_.crc32)(header.subarray(6, 8)) && header[6] === 0 && (header[7] ?? 0) < 16;
    if (!isSound)
        throw new Damage("malformed", "the xz data has a damaged header");
    let blocks = 0;
    for (let size = await takeByte(reader); size !== 0; size = await takeByte(reader)) {
        yield* readBlock(reader, { size, kind: header[7] ?? 0 });
        blocks++;
    }
    await skipIndex(reader, blocks);
    const footer = await takeAll(reader, FOOTER_BYTES);
    if (footer[10] !== 0x59 || footer[11] !== 0x5a)
        throw new Damage("malformed", "the xz data has a damaged end");
}
async function* readBlock(reader, { size, kind }) {
    const rest = await takeAll(reader, size * 4 + 3);
    const header = Buffer.concat([Buffer.from([size]), rest]);
    if ((0,external_node_zlib_.crc32)(header.subarray(0, -4)) !== header.readUInt32LE(header.length - 4))
        throw new Damage("malformed", "a block of the xz data has a damaged header");
    const dictionary = parseDictionary(header);
    const check = createCheck(kind);
    const start = reader.position;
    for await (const chunk of readLzma2(reader, dictionary)) {
        check?.update(chunk);
        yield chunk;
    }
    await takeAll(reader, -(reader.position - start) & 3);
    const stated = await takeAll(reader, CHECK_BYTES[kind] ?? 0);
    if (check && !check.digest().equals(stated))
        throw new Damage("malformed", "a block of the xz data differs from its checksum");
}
/** The dictionary of a block with the one filter that is not for machine code, section 5.3.1. */
function parseDictionary(header) {
    const flags = header[1] ?? 0;
    let at = 2;
    for (const bit of [0x40, 0x80])
        if ((flags & bit) !== 0)
            at = behindNumber(header, at);
    if ((flags & 3) !== 0 || header[at] !== LZMA2)
        throw new Damage("unsupported-compression", "the xz data uses a filter that is not read");
    const bits = header[at + 2] ?? 0;
    if (bits > 40)
        throw new Damage("malformed", "the xz data has an impossible dictionary");
    return bits === 40 ? 2 ** 32 - 1 : (2 | (bits & 1)) * 2 ** ((bits >> 1) + 11);
}
function behindNumber(header, at) {
    let end = at;
    while (((header[end] ?? 0) & 0x80) !== 0)
        end++;
    return end + 1;
}
function createCheck(kind) {
    switch (kind) {
        case 1: return createCrc32();
        case 4: return createCrc64();
        case 10: return createSha256();
        default: return undefined;
    }
}
/** Section 4: a number of records of two numbers each, padding, a checksum. */
async function skipIndex(reader, blocks) {
    const start = reader.position - 1;
    const count = await takeNumber(reader);
    if (count !== blocks)
        throw new Damage("malformed", `the index of the xz data names ${count} blocks, there are ${blocks}`);
    for (let left = count * 2; left > 0; left--)
        await takeNumber(reader);
    await takeAll(reader, (-(reader.position - start) & 3) + 4);
}
async function takeNumber(reader) {
    let value = 0;
    for (let place = 0; place < 9; place++) {
        const byte = await takeByte(reader);
        value += (byte & 0x7f) * 2 ** (place * 7);
        if ((byte & 0x80) === 0)
            return value;
    }
    throw new Damage("malformed", "the xz data has a number without end");
}
async function takeByte(reader) {
    return (await takeAll(reader, 1))[0] ?? 0;
}

;// CONCATENATED MODULE: ./src/reader/image/content/compression/stream-readers.js




const streamReaders = {
    xz: readXz, bzip2: readBzip2, lz4: readLz4, lzma: readLzmaAlone, lzip: readLzip,
};

;// CONCATENATED MODULE: ./src/reader/image/content/frame.js
/** True where another stream of the same compression begins; `head` holds its first eight bytes. */
function beginsFrame(compression, head) {
    const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
    switch (compression) {
        case "zstd": return magic === 0xfd2fb528 || isSkippableFrame(head);
        case "lz4": return magic === 0x184d2204 || magic === 0x184c2102;
        case "xz": return head.subarray(0, 6).equals(Buffer.from("fd377a585a00", "hex"));
        case "bzip2": return head.subarray(0, 3).equals(Buffer.from("BZh"));
        case "lzip": return head.subarray(0, 4).equals(Buffer.from("LZIP"));
        // Node's engine takes further members of gzip data itself.
        case "gzip":
        case "deflate":
        case "lzma": return false;
        default: return compression;
    }
}
/** A frame of Zstandard data that carries no content (RFC 8878, 3.1.2). */
function isSkippableFrame(head) {
    return ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18;
}
/** Between streams of xz data groups of four zeros may stand (xz-file-format.txt, section 2.2). */
async function skipPadding(reader) {
    for (let head = await reader.peek(4); head.length === 4 && head.readUInt32LE(0) === 0; head = await reader.peek(4))
        await reader.take(4);
}

;// CONCATENATED MODULE: ./src/reader/image/content/decoder.js





/** What a skippable frame may hold; tables of contents need a fraction. */
const MOST_SKIPPABLE = 1 << 24;
class Decoder {
    /** Known once `chunks` has ended. */
    problem;
    #reader;
    #options;
    constructor(reader, options) {
        this.#reader = reader;
        this.#options = options;
    }
    /** Decoded bytes up to the end or to the first problem. */
    async *chunks() {
        const { compression, single } = this.#options;
        for (let frames = 0; this.problem === undefined && (await this.#reader.peek(1)).length > 0; frames++) {
            if (frames > 0 && (single || !await this.#isFrame()))
                return;
            if (compression === "zstd" && isSkippableFrame(await this.#reader.peek(8)))
                await this.#skip();
            else
                yield* this.#frame();
        }
    }
    async *#frame() {
        const { compression, grow } = this.#options;
        const name = typeof compression === "string" ? compression : "compressed";
        try {
            for await (const chunk of this.#open(compression)) {
                this.problem = grow(chunk.length);
                if (this.problem)
                    return;
                yield chunk;
            }
        }
        catch (error) {
            this.problem = toProblem(error, name);
        }
    }
    #open(compression) {
        if (typeof compression === "function")
            return compression(this.#reader);
        switch (compression) {
            case "gzip":
            case "zstd":
            case "deflate": return runEngine(this.#reader, { compression, reuses: this.#options.reuses ?? false });
            default: return streamReaders[compression](this.#reader);
        }
    }
    /** A frame that carries no content of the stream (RFC 8878, 3.1.2): such as a table of contents. */
    async #skip() {
        const head = await this.#reader.take(8);
        if (head.length < 8) {
            this.problem = { reason: "truncated", detail: "the zstd data ends early" };
            return;
        }
        const size = head.readUInt32LE(4);
        const { grow, aside } = this.#options;
        const most = Math.min(size, MOST_SKIPPABLE);
        this.problem = grow(most);
        if (this.problem)
            return;
        const body = await this.#reader.take(most);
        await aside?.(body);
        if (body.length < most)
            this.problem = { reason: "truncated", detail: "the zstd data ends early" };
        else if (size > most)
            this.problem = { reason: "size-limit", detail: `the zstd data has a skippable frame of more than ${MOST_SKIPPABLE} bytes` };
    }
    /** Whether another frame begins; padding of zeros may stand at the end, anything else is a problem. */
    async #isFrame() {
        const { compression, aside } = this.#options;
        if (typeof compression === "string") {
            if (compression === "xz")
                await skipPadding(this.#reader);
            if (beginsFrame(compression, await this.#reader.peek(8)))
                return true;
        }
        let trailing = 0;
        let padding = true;
        for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
            trailing += chunk.length;
            if (isZero(chunk))
                continue;
            padding = false;
            await aside?.(chunk);
        }
        if (!padding)
            this.problem = { reason: "malformed", detail: `${trailing} bytes stand behind the end of the ${String(compression)} data`, bytes: trailing };
        return false;
    }
}
/** Engine errors become problems; whatever else failed (a source that breaks off) is one too, since the content wasn't read. */
function toProblem(error, compression) {
    if (error instanceof Damage)
        return { reason: error.reason, detail: error.message };
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "Z_BUF_ERROR")
        return { reason: "truncated", detail: `the ${compression} data ends early` };
    if (code.startsWith("Z") || code.startsWith("ERR_ZLIB"))
        return { reason: "malformed", detail: `the ${compression} data is damaged (${code})` };
    return { reason: "truncated", detail: `the ${compression} data could not be read to its end` };
}

;// CONCATENATED MODULE: ./src/reader/image/content/gzip-header.js
// Texts in the header of gzip data (RFC 1952, 2.3): decoding drops them, so they are read apart.

const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;
/** Puts out extra field, name and comment of the first member, where there are any; `head` is the beginning of the data. */
function readGzipTexts(context, site, head) {
    const flags = head[3] ?? 0;
    if ((flags & (HAS_EXTRA | HAS_NAME | HAS_COMMENT)) === 0)
        return;
    let end = 10;
    if ((flags & HAS_EXTRA) !== 0)
        end += 2 + (head.length > 11 ? head.readUInt16LE(10) : 0);
    if ((flags & HAS_NAME) !== 0)
        end = behindText(head, end);
    if ((flags & HAS_COMMENT) !== 0)
        end = behindText(head, end);
    context.outlet.content(toMemberPlace(site.place, "(gzip)", site.place.part === "file" ? "file-name" : site.place.part), head.subarray(10, end));
}
function behindText(head, start) {
    const end = head.indexOf(0, start);
    return end < 0 ? head.length : end + 1;
}

;// CONCATENATED MODULE: ./src/reader/image/content/small-decoder.js
// Undoes the compression of content that is in memory and small, at once: thousands of compressed manual pages are read this way.

/** Compressed and decoded bytes up to which content is decoded at once. */
const MOST_COMPRESSED = 1 << 20;
const MOST_DECODED = 8 << 20;
const LEAST_CHUNK = 1 << 10;
/** The decoded bytes; undefined where content is large, damaged, or followed by anything: the streaming decoder then tells what. */
function decodeSmall(bytes, compression) {
    if (bytes.length > MOST_COMPRESSED)
        return undefined;
    try {
        // What comes in one piece is not joined: texts become a quarter.
        const options = { maxOutputLength: MOST_DECODED, chunkSize: Math.max(LEAST_CHUNK, bytes.length * 4), info: true };
        // With `info` the functions give an object that their types don't know.
        const result = decoderOf(compression)(bytes, options);
        return result.engine.bytesWritten === bytes.length ? result.buffer : undefined;
    }
    catch {
        return undefined;
    }
}
function decoderOf(compression) {
    switch (compression) {
        case "gzip": return external_node_zlib_.gunzipSync;
        case "zstd": return external_node_zlib_.zstdDecompressSync;
        case "deflate": return external_node_zlib_.inflateRawSync;
        default: return compression;
    }
}
/** RFC 1950, 2.2: method, window and check bits, no preset dictionary. */
function isZlib(head) {
    const [method = 0, flags = 0] = head;
    return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0;
}
/** The zlib stream at the beginning of `bytes`, whatever follows; undefined where there is none that is whole. */
function inflatePart(bytes, maxOutputLength) {
    try {
        const { buffer, engine } = (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength, info: true });
        return { content: buffer, used: engine.bytesWritten };
    }
    catch (error) {
        return error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : undefined;
    }
}
/** True where the first bytes decode: two bytes of a header alone are also those of texts. */
function startsAsZlib(head) {
    try {
        return (0,external_node_zlib_.inflateSync)(head, { maxOutputLength: MOST_DECODED, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH }).length > 0;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/expand.js
// Reads compressed content as what it expands to.





const compressions = ["gzip", "zstd", "xz", "bzip2", "lz4", "lzma", "lzip"];
/** True for formats that are one stream of compressed bytes. */
function isCompression(format) {
    return compressions.includes(format);
}
/** A reader of streams in this compression. */
function expandAs(compression) {
    return (context, site, reader) => countMember(context, () => expand(context, site, { compression, reader }));
}
/** The same for content that is in memory: thousands of small compressed files are decoded at once each. */
function expandSmallAs(compression) {
    return async (context, site, bytes) => {
        const decoded = decodeSmall(bytes, compression);
        if (decoded === undefined)
            return expandAs(compression)(context, site, ByteReader.over(bytes));
        const member = toMember(site, `(${compression})`);
        if (compression === "gzip")
            readGzipTexts(context, site, bytes);
        const problem = site.budget.grow(decoded.length);
        if (problem)
            return addGap(context, member, { ...problem, bytes: decoded.length });
        return countMember(context, () => context.inspectBytes(member, decoded));
    };
}
async function expand(context, site, { compression, reader }) {
    if (compression === "gzip")
        readGzipTexts(context, site, await reader.peek(1 << 16));
    const member = toMember(site, `(${compression})`);
    const aside = toMember(site, `(beside ${compression})`);
    const decoder = new Decoder(reader, {
        compression,
        grow: (bytes) => site.budget.grow(bytes),
        aside: (bytes) => context.inspectBytes(aside, bytes),
    });
    const inner = new ByteReader(decoder.chunks());
    try {
        await context.inspectStream(member, inner);
        while (await inner.next())
            ;
    }
    finally {
        await inner.close();
    }
    if (decoder.problem)
        addGap(context, member, decoder.problem);
}
/** Counts what `read` reads as a member, and as an examined one where no gap comes up. */
async function countMember(context, read) {
    const { outlet } = context;
    outlet.ledger.saw("members");
    const before = outlet.gaps;
    await read();
    if (outlet.gaps === before)
        outlet.ledger.examined("members");
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/member.js



/** Reads the next `size` bytes as the member's content and counts it. */
async function readMember(context, member, { reader, size }) {
    const { outlet } = context;
    outlet.ledger.saw("members");
    const before = outlet.gaps;
    const start = reader.position;
    const body = new ByteReader(reader.chunks(size));
    await context.inspectStream(member, body, size);
    while (await body.next())
        ;
    if (reader.position - start < size)
        addGap(context, member, { reason: "truncated", detail: "the archive ends inside a member" });
    if (outlet.gaps === before)
        outlet.ledger.examined("members");
}
/** Ends an archive with a gap; what is left of it is read as it is stored. */
async function passRest(context, site, { reader, reason, detail }) {
    addGap(context, site, { reason, detail });
    await pour(context, site, reader);
}
/** Reads everything that is left as it is stored. */
async function pour(context, site, reader) {
    const cutter = new WindowCutter(site.place);
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
        for (const window of cutter.push(chunk))
            context.outlet.push(window);
        if (context.outlet.full)
            await context.outlet.drained();
    }
    for (const window of cutter.end())
        context.outlet.push(window);
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/ar.js
// An ar archive inside a file: Debian packages and static libraries. Format: the common variant with GNU and BSD long names, ar(5).



const ar_MAGIC_BYTES = 8;
const ar_HEADER_BYTES = 60;
/** Names of one archive; the table is held in memory. */
const NAMES_BYTES = 16 << 20;
async function walkAr(context, site, reader) {
    await reader.take(ar_MAGIC_BYTES);
    let names = Buffer.alloc(0);
    for (let header = await reader.take(ar_HEADER_BYTES); header.length > 0; header = await reader.take(ar_HEADER_BYTES)) {
        const size = parseSize(header);
        if (size === undefined)
            return readRest(context, site, { header, reader });
        if (!site.budget.countMember())
            return addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was not read` });
        const label = header.subarray(0, 16).toString("latin1").trimEnd();
        const isTable = label === "//" && size <= NAMES_BYTES;
        if (isTable)
            names = await reader.take(size);
        const bsdName = label.startsWith("#1/") ? await reader.take(Math.min(Number(label.slice(3)) || 0, size)) : undefined;
        const name = bsdName ?? longName(names, label) ?? Buffer.from(label.replace(/\/$/, ""), "latin1");
        if (!isTable)
            await readMember(context, toMember(site, decodeName(name).replace(/\0+$/, "")), { reader, size: size - (bsdName?.length ?? 0) });
        context.outlet.content(toMemberPlace(site.place, decodeName(name), site.place.part === "file" ? "file-name" : site.place.part), isTable ? names : name);
        if (size % 2 === 1)
            await reader.take(1);
        if (context.outlet.full)
            await context.outlet.drained();
    }
}
async function readRest(context, site, { header, reader }) {
    addGap(context, site, { reason: header.length < ar_HEADER_BYTES ? "truncated" : "malformed", detail: "the archive breaks its format; the rest was read only as it is stored" });
    reader.giveBack(header);
    await pour(context, site, reader);
}
function parseSize(header) {
    const text = header.subarray(48, 58).toString("latin1").trimEnd();
    return header.length === ar_HEADER_BYTES && header[58] === 0x60 && header[59] === 0x0a && /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}
/** GNU writes "/" and an offset into the table of long names. */
function longName(names, label) {
    if (!/^\/\d+$/.test(label))
        return undefined;
    const start = Number(label.slice(1));
    const end = names.indexOf(0x0a, start);
    const name = names.subarray(start, end < 0 ? undefined : end);
    return name.at(-1) === 0x2f ? name.subarray(0, -1) : name;
}

;// CONCATENATED MODULE: ./src/reader/image/content/path.js
// Paths inside archives, seen from the archive's root.
/** The path without leading slash, empty and "." segments, ".." undone; `escapes` where ".." leads out of the root. */
function toNormalPath(raw) {
    const isNormal = raw !== "" && !/^[/.]|\/$|\/\/|\/\./.test(raw);
    if (isNormal)
        return { path: raw, escapes: false };
    const segments = [];
    let escapes = false;
    for (const segment of raw.split("/")) {
        if (segment === "" || segment === ".")
            continue;
        if (segment !== "..")
            segments.push(segment);
        else if (segments.pop() === undefined)
            escapes = true;
    }
    return { path: segments.join("/"), escapes };
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/cpio.js
// A cpio archive inside a file: the payload of RPM packages, initial file systems. Format: cpio(5), "New ASCII Format" and "Portable ASCII
// Format".





const END_NAME = "TRAILER!!!";
/** Longer names than any system allows are no names. */
const MOST_NAME = 1 << 16;
const SYMLINK = 0o120000;
const KIND = 0o170000;
async function walkCpio(context, site, reader) {
    for (;;) {
        const header = await readHeader(reader);
        if (typeof header === "string")
            return passRest(context, site, { reader, reason: header, detail: "the cpio archive breaks its format; the rest was read only as it is stored" });
        const name = (await reader.take(header.nameSize)).subarray(0, -1);
        await reader.take(padding(header.headerSize + header.nameSize, header.align));
        if (name.toString("latin1") === END_NAME)
            break;
        if (!site.budget.countMember())
            return passRest(context, site, { reader, reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
        await readEntry(context, site, { reader, header, name });
        await reader.take(padding(header.size, header.align));
        if (context.outlet.full)
            await context.outlet.drained();
    }
    await readBehind(context, site, reader);
}
async function readEntry(context, site, { reader, header, name }) {
    const { path, escapes } = toNormalPath(decodeName(name));
    const isFile = site.place.part === "file";
    context.outlet.content(toMemberPlace(site.place, path, isFile ? "file-name" : site.place.part), name);
    const member = toMember(site, path);
    if (escapes)
        addGap(context, member, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
    if ((header.mode & KIND) === SYMLINK)
        context.outlet.content(toMemberPlace(site.place, path, isFile ? "link-target" : site.place.part), await reader.take(Math.min(header.size, MOST_NAME)));
    else if (header.size > 0)
        await readMember(context, member, { reader, size: header.size });
}
async function readHeader(reader) {
    const magic = (await reader.peek(6)).toString("latin1");
    const isNew = magic === "070701" || magic === "070702";
    if (!isNew && magic !== "070707")
        return magic.length < 6 ? "truncated" : "malformed";
    const headerSize = isNew ? 110 : 76;
    const bytes = await reader.peek(headerSize);
    if (bytes.length < headerSize)
        return "truncated";
    const text = bytes.toString("latin1");
    const hex = (at) => parse(text.slice(at, at + 8), 16);
    const octal = (at, length) => parse(text.slice(at, at + length), 8);
    const header = isNew
        ? { mode: hex(14), size: hex(54), nameSize: hex(94), align: 4, headerSize }
        : { mode: octal(18, 6), size: octal(65, 11), nameSize: octal(59, 6), align: 1, headerSize };
    const isSound = [header.mode, header.size, header.nameSize].every(Number.isInteger) && header.nameSize > 0 && header.nameSize <= MOST_NAME;
    if (!isSound)
        return "malformed";
    await reader.take(headerSize);
    return header;
}
function parse(digits, base) {
    return (base === 16 ? /^[0-9a-fA-F]+$/ : /^[0-7]+$/).test(digits) ? Number.parseInt(digits, base) : NaN;
}
function padding(size, align) {
    return align === 1 ? 0 : -size & 3;
}
/** Zeros fill the last block; initial file systems are several archives, compressed or not, one behind the other. */
async function readBehind(context, site, reader) {
    for (let head = await reader.peek(4); head.length === 4 && head.readUInt32LE(0) === 0; head = await reader.peek(4))
        await reader.take(4);
    const head = await reader.peek(8);
    if (isZero(head))
        return;
    await context.inspectStream(toMember(site, "(behind the archive)"), new ByteReader(reader.chunks()));
}

;// CONCATENATED MODULE: ./src/tar/pax.js
// Records of pax extended headers (POSIX.1-2001, "pax Extended Header"): "<length> <key>=<value>\n".
const SPACE = 0x20;
const EQUALS = 0x3d;
const pax_NEWLINE = 0x0a;
/** The records in order, and whether the whole of `bytes` was made of records. */
function parsePax(bytes) {
    const records = [];
    let at = 0;
    while (at < bytes.length) {
        if (bytes[at] === 0)
            return { records, complete: bytes.subarray(at).every((byte) => byte === 0) };
        const space = bytes.indexOf(SPACE, at);
        const length = space < 0 || space - at > 10 ? NaN : Number(Buffer.from(bytes.subarray(at, space)).toString("latin1"));
        const end = at + length;
        const equals = bytes.indexOf(EQUALS, space);
        const isRecord = Number.isInteger(length) && end <= bytes.length && equals > space && equals < end && bytes[end - 1] === pax_NEWLINE;
        if (!isRecord)
            return { records, complete: false };
        records.push({ key: Buffer.from(bytes.subarray(space + 1, equals)).toString("utf8"), value: bytes.subarray(equals + 1, end - 1) });
        at = end;
    }
    return { records, complete: true };
}

;// CONCATENATED MODULE: ./src/tar/entry.js


/** Remembers extension headers until the entry that they describe. */
class EntryAssembler {
    #global = new Map();
    #local = new Map();
    #segments = [];
    static isExtension(type) {
        return "xgXLK".includes(type);
    }
    /** Takes the body of an extension header. */
    extend(type, body) {
        if (type === "L" || type === "K") {
            const end = body.indexOf(0);
            this.#local.set(type === "L" ? "path" : "linkpath", end < 0 ? body : body.subarray(0, end));
            return { records: [], complete: true };
        }
        const extension = parsePax(body);
        const target = type === "g" ? this.#global : this.#local;
        for (const { key, value } of extension.records) {
            target.set(key, value);
            if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes")
                this.#segments.push(Number(Buffer.from(value).toString("latin1")));
        }
        return extension;
    }
    /** The entry of `header`; undefined where a pax size is no number. */
    complete(header) {
        const lookup = (key) => this.#local.get(key) ?? this.#global.get(key);
        const isPlain = this.#local.size === 0 && this.#global.size === 0;
        const stated = isPlain ? undefined : lookup("size");
        const size = stated === undefined ? header.size : toSize(stated);
        const path = isPlain ? header.name : lookup("GNU.sparse.name") ?? lookup("path") ?? header.name;
        const link = isPlain ? header.link : lookup("linkpath") ?? header.link;
        const isPaxSparse = !isPlain && [...this.#local.keys()].some((key) => key.startsWith("GNU.sparse."));
        const sparse = isPaxSparse ? parsePaxSparse(lookup, this.#segments) ?? "malformed" : header.sparse;
        if (this.#local.size > 0)
            [this.#local, this.#segments] = [new Map(), []];
        if (size === undefined)
            return undefined;
        const type = typeOf(header.type, path);
        return { type, path, link, size: hasContent(header.type, type) ? size : 0, ...(sparse && { sparse }), partial: header.type === "M" };
    }
}
function typeOf(flag, path) {
    switch (flag) {
        case "1": return "hardlink";
        case "2": return "symlink";
        case "3":
        case "4":
        case "6": return "other";
        case "5":
        case "D": return "directory";
        // v7 archives know directories by their closing slash only.
        default: return path.at(-1) === 0x2f ? "directory" : "file";
    }
}
/** As Go's archive/tar, which container engines extract with, sees it. */
function hasContent(flag, type) {
    return flag === "D" || (type !== "hardlink" && type !== "symlink" && type !== "other" && flag !== "5");
}
function toSize(value) {
    const text = Buffer.from(value).toString("latin1");
    if (!/^\d{1,16}$/.test(text))
        return undefined;
    const size = Number(text);
    return Number.isSafeInteger(size) ? size : undefined;
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/sparse-file.js
// A sparse file out of a tar archive: its stored parts with the zeros between them, as engines extract it.


/** Zeros of one file that are read; a disk image of terabytes is read as it is stored. */
const MOST_HOLES = 4 * 2 ** 30;
const ZEROS = external_node_buffer_.Buffer.alloc(1 << 18);
const sparse_file_NOTHING = external_node_buffer_.Buffer.alloc(0);
const sparse_file_NEWLINE = 0x0a;
/** Of a map: sixteen digits and its end. */
const LONGEST_LINE = 17;
/** Takes the map from the archive; `stored` bytes, of which a map of version 1.0 is a part, follow. */
async function openSparse(reader, sparse, stored) {
    if (sparse === "malformed")
        return { whole: undefined, stored, aside: sparse_file_NOTHING };
    const start = reader.position;
    const { segments, aside } = sparse.map === "stored" ? await readStoredMap(reader, stored) : { segments: await readBlocks(reader, sparse), aside: sparse_file_NOTHING };
    const left = sparse.map === "stored" ? stored - (reader.position - start) : stored;
    const isRead = segments !== undefined && isSound(segments, { size: sparse.size, stored: left }) && sparse.size - left <= MOST_HOLES;
    return { whole: isRead ? { chunks: sparse_file_fill(reader, segments, sparse.size), size: sparse.size } : undefined, stored: left, aside };
}
async function readBlocks(reader, sparse) {
    const segments = [...sparse.segments];
    for (let { continued } = sparse; continued;) {
        const block = parseSparseBlock(await reader.take(BLOCK_BYTES));
        if (!block)
            return undefined;
        segments.push(...block.segments);
        ({ continued } = block);
    }
    return segments;
}
/** Parsed once all its lines are there: a map may have a million, of up to sixteen digits each. */
async function readStoredMap(reader, stored) {
    const blocks = [];
    let lines = 0;
    let due = 1;
    const most = () => Math.min(paddedSize(stored), due * LONGEST_LINE + BLOCK_BYTES);
    while ((blocks.length + 1) * BLOCK_BYTES <= most()) {
        const block = external_node_buffer_.Buffer.from(await reader.take(BLOCK_BYTES));
        blocks.push(block);
        lines += block.filter((byte) => byte === sparse_file_NEWLINE).length;
        if (blocks.length === 1)
            due += Number.parseInt(block.toString("latin1"), 10) * 2;
        const isMap = due <= 1 + MOST_SEGMENTS * 2 && block.length === BLOCK_BYTES;
        if (!isMap || lines >= due || block.includes(0))
            break;
    }
    const bytes = external_node_buffer_.Buffer.concat(blocks);
    const end = bytes.indexOf(0);
    const segments = parseStoredMap(bytes.toString("latin1", 0, end < 0 ? bytes.length : end));
    return segments ? { segments, aside: bytes.subarray(end < 0 ? bytes.length : end) } : { aside: bytes };
}
async function* sparse_file_fill(reader, segments, size) {
    let at = 0;
    for (const segment of [...segments, { offset: size, size: 0 }]) {
        for (; at < segment.offset; at += ZEROS.length)
            yield ZEROS.subarray(0, Math.min(ZEROS.length, segment.offset - at));
        yield* reader.chunks(segment.size);
        at = segment.offset + segment.size;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/tar-names.js

/** Records that have their own place or are numbers, which say nothing. */
const READ_ELSEWHERE = new Set(["path", "linkpath"]);
const NUMBERS = new Set(["mtime", "atime", "ctime", "uid", "gid", "size", "LIBARCHIVE.creationtime"]);
/** Distinct owner names of one archive that are read; no system has as many. */
const MOST_OWNERS = 10_000;
class TarNames {
    #context;
    #places;
    #owners = new Set();
    #lastOwner = Buffer.alloc(0);
    #records = [];
    constructor(context, places) {
        this.#context = context;
        this.#places = places;
    }
    /** Reads the name of an extension header itself. */
    announce(header) {
        this.#readOnce("", header.name);
    }
    /** Keeps what an extension header brought for the entry that follows. */
    extend(records) {
        this.#records.push(...records);
    }
    read(path, entry, header) {
        const { outlet } = this.#context;
        outlet.content(this.#places.placeOf(path, "file-name"), entry.path);
        if (entry.type === "symlink" || entry.type === "hardlink")
            outlet.content(this.#places.placeOf(path, "link-target"), entry.link);
        if (entry.path !== header.name)
            this.#readOverridden(path, entry, header);
        for (const { key, value } of this.#records) {
            if (READ_ELSEWHERE.has(key) || (NUMBERS.has(key) && isNumber(value)))
                continue;
            outlet.content(this.#places.placeOf(path, "xattr"), Buffer.concat([Buffer.from(`${key}=`), value]));
        }
        if (this.#records.length > 0)
            this.#records = [];
        this.#readOnce(path, header.userName);
        this.#readOnce(path, header.groupName);
    }
    /** A name that an extension header replaces is a shortened form of it, or text that nothing else shows. */
    #readOverridden(path, entry, header) {
        if (!Buffer.from(entry.path).includes(Buffer.from(header.name)))
            this.#context.outlet.content(this.#places.placeOf(path, "xattr"), header.name);
        for (const { key, value } of this.#records) {
            const isShadowed = (key === "path" && !Buffer.from(entry.path).equals(value)) || (key === "linkpath" && !Buffer.from(entry.link).equals(value));
            if (isShadowed)
                this.#context.outlet.content(this.#places.placeOf(path, "xattr"), value);
        }
    }
    /** The same few names stand at every entry: each is read once. */
    #readOnce(path, text) {
        const isLast = text.length === this.#lastOwner.length && text.every((byte, at) => byte === this.#lastOwner[at]);
        if (text.length === 0 || isLast)
            return;
        this.#lastOwner = Buffer.from(text);
        const name = decodeName(text);
        if (this.#owners.has(name))
            return;
        if (this.#owners.size < MOST_OWNERS)
            this.#owners.add(name);
        this.#context.outlet.content(this.#places.placeOf(path, "xattr"), text);
    }
}
function isNumber(value) {
    return /^-?\d{1,12}(\.\d{1,9})?$/.test(Buffer.from(value).toString("latin1"));
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/tar-walk.js






/** Content up to this size is taken at once. */
const SMALL_BYTES = 16 << 20;
/** Bytes of an extension header that is parsed; more is read as it is. */
const EXTENSION_BYTES = 1 << 20;
/** Reads the archive to its end mark, and what stands behind that too. */
async function walkTar(context, reader, visitor) {
    const walk = new TarWalk(context, reader, visitor);
    await walk.run();
}
class TarWalk {
    #context;
    #reader;
    #visitor;
    #assembler = new EntryAssembler();
    #names;
    constructor(context, reader, visitor) {
        this.#context = context;
        this.#reader = reader;
        this.#visitor = visitor;
        this.#names = new TarNames(context, visitor);
    }
    async run() {
        let zeros = 0;
        while (zeros < 2) {
            const block = this.#reader.takeNow(BLOCK_BYTES) ?? await this.#reader.take(BLOCK_BYTES);
            if (block.length < BLOCK_BYTES)
                return this.#endEarly(block, zeros);
            const header = parseHeader(block);
            if (header === "malformed")
                return this.#readRest(block);
            zeros = header === "zero" ? zeros + 1 : 0;
            if (header === "zero")
                continue;
            if (header.hidden)
                this.#context.outlet.content(this.#visitor.archive.place, block);
            const pending = EntryAssembler.isExtension(header.type) ? this.#extend(header) : this.#entry(header);
            const goesOn = typeof pending === "boolean" ? pending : await pending;
            if (!goesOn)
                return;
            if (this.#context.outlet.full)
                await this.#context.outlet.drained();
        }
        await this.#readTrailer();
    }
    #endEarly(block, zeros) {
        if (block.length === 0 && zeros > 0)
            return;
        this.#context.outlet.content(this.#visitor.archive.place, block);
        addGap(this.#context, this.#visitor.archive, { reason: "truncated", detail: "the archive ends without its end mark" });
    }
    async #readRest(block) {
        const at = this.#reader.position - BLOCK_BYTES;
        addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: `the archive breaks its format at byte ${at}; the rest was read only as it is stored` });
        this.#context.outlet.content(this.#visitor.archive.place, block);
        await this.#pour(this.#visitor.archive.place);
    }
    /** Engines stop at the end mark, so whatever follows is out of the ordinary. */
    async #readTrailer() {
        for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
            if (isZero(chunk))
                continue;
            addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: "data stands behind the end of the archive; it was read only as it is stored" });
            this.#context.outlet.content(this.#visitor.archive.place, chunk);
            await this.#pour(this.#visitor.archive.place);
        }
    }
    async #pour(place) {
        for (let chunk = await this.#reader.next(); chunk; chunk = await this.#reader.next()) {
            this.#context.outlet.content(place, chunk);
            if (this.#context.outlet.full)
                await this.#context.outlet.drained();
        }
    }
    async #extend(header) {
        const { archive } = this.#visitor;
        if (header.size > EXTENSION_BYTES) {
            addGap(this.#context, archive, { reason: "size-limit", detail: `an extension header of ${header.size} bytes was read only as it is stored` });
            const body = new ByteReader(this.#reader.chunks(paddedSize(header.size)));
            for (let chunk = await body.next(); chunk; chunk = await body.next())
                this.#context.outlet.content(archive.place, chunk);
            return true;
        }
        this.#names.announce(header);
        // Kept until the entry that it describes, or for all that follow.
        const body = Buffer.from(await this.#reader.take(paddedSize(header.size)));
        if (body.length < header.size)
            return this.#cutOff(archive, body);
        const { records, complete } = this.#assembler.extend(header.type, body.subarray(0, header.size));
        this.#names.extend(records);
        if (complete) {
            this.#pad(body.subarray(header.size));
            return true;
        }
        addGap(this.#context, archive, { reason: "malformed", detail: "an extension header cannot be parsed; it was read only as it is stored" });
        this.#context.outlet.content(archive.place, body);
        return true;
    }
    #cutOff(site, body) {
        this.#context.outlet.content(site.place, body);
        addGap(this.#context, site, { reason: "truncated", detail: "the archive ends inside an entry" });
        return false;
    }
    /** Waits only for content that isn't at hand. */
    #entry(header) {
        const entry = this.#assembler.complete(header);
        if (!entry) {
            addGap(this.#context, this.#visitor.archive, { reason: "malformed", detail: "an entry has no valid size; the rest was read only as it is stored" });
            return this.#pour(this.#visitor.archive.place).then(() => false);
        }
        const path = this.#toPath(entry);
        if (!this.#visitor.enter(path, entry))
            return false;
        this.#names.read(path, entry, header);
        const before = this.#context.outlet.gaps;
        if (entry.partial)
            addGap(this.#context, this.#visitor.siteOf(path, entry.size), { reason: "unsupported-feature", detail: "a file that goes on in another archive was read as far as it goes" });
        const pending = entry.sparse ? this.#sparse(path, entry, entry.sparse) : this.#content(path, entry);
        const finish = (goesOn) => {
            this.#visitor.leave(entry, this.#context.outlet.gaps === before);
            return goesOn;
        };
        return typeof pending === "boolean" ? finish(pending) : pending.then(finish);
    }
    async #sparse(path, entry, sparse) {
        const { whole, stored, aside } = await openSparse(this.#reader, sparse, entry.size);
        this.#pad(aside);
        const site = this.#visitor.siteOf(path, whole?.size ?? entry.size);
        if (!whole) {
            addGap(this.#context, site, { reason: "unsupported-feature", detail: "a sparse file's map can't be followed; it was read as it is stored" });
            return this.#large(path, { ...entry, size: stored });
        }
        const start = this.#reader.position;
        const body = new ByteReader(whole.chunks);
        await this.#context.inspectStream(site, body, whole.size);
        while (await body.next())
            ;
        if (this.#reader.position - start < stored)
            return this.#cutOff(site, Buffer.alloc(0));
        this.#pad(await this.#reader.take(paddedSize(stored) - stored));
        return true;
    }
    /** Nothing belongs behind a content but zeros; what stands there travels with the archive all the same. */
    #pad(bytes) {
        if (!isZero(bytes))
            this.#context.outlet.content(this.#visitor.archive.place, bytes);
    }
    #content(path, entry) {
        if (entry.size === 0)
            return true;
        if (entry.size > SMALL_BYTES)
            return this.#large(path, entry);
        const body = this.#reader.takeNow(paddedSize(entry.size));
        return body ? this.#small(path, entry, body) : this.#reader.take(paddedSize(entry.size)).then((late) => this.#small(path, entry, late));
    }
    #small(path, entry, body) {
        const site = this.#visitor.siteOf(path, entry.size);
        if (body.length < entry.size)
            return this.#cutOff(site, body);
        this.#pad(body.subarray(entry.size));
        const pending = this.#context.inspectBytes(site, body.subarray(0, entry.size));
        return pending ? pending.then(() => true) : true;
    }
    async #large(path, entry) {
        const site = this.#visitor.siteOf(path, entry.size);
        const start = this.#reader.position;
        const body = new ByteReader(this.#reader.chunks(entry.size));
        await this.#context.inspectStream(site, body, entry.size);
        // A nested reader stops at its own limits; the archive goes on behind the entry all the same.
        while (await body.next())
            ;
        if (this.#reader.position - start < entry.size)
            return this.#cutOff(site, Buffer.alloc(0));
        this.#pad(await this.#reader.take(paddedSize(entry.size) - entry.size));
        return true;
    }
    /** The path from the archive's root; ".." segments that leave it are a gap, the rest of the path is kept. */
    #toPath(entry) {
        const raw = decodeName(entry.path);
        const { path, escapes } = toNormalPath(raw);
        if (escapes) {
            addGap(this.#context, this.#visitor.siteOf(path, entry.size), { reason: "path-escape", detail: "an entry's name points outside the archive; its content was read all the same" });
        }
        return path;
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/nested-tar.js
// A tar archive inside a file.


function walkNestedTar(context, site, reader) {
    const { ledger } = context.outlet;
    return walkTar(context, reader, {
        archive: site,
        placeOf: (path, part) => toMemberPlace(site.place, path, site.place.part === "file" ? part : site.place.part),
        siteOf: (path) => toMember(site, path),
        enter: () => {
            if (!site.budget.countMember()) {
                addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was not read` });
                return false;
            }
            return true;
        },
        leave: (entry, isComplete) => {
            if (entry.type !== "file")
                return;
            ledger.saw("members");
            if (isComplete)
                ledger.examined("members");
        },
    });
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/rpm.js
// An RPM package: a lead, two headers with texts and scripts, and a compressed cpio archive. Format: RPM file format 4 and 6, rpm.org manual.



const LEAD_BYTES = 96;
const INTRO_BYTES = 16;
/** More than any package's header has. */
const MOST_HEADER = 256 << 20;
async function walkRpm(context, site, reader) {
    context.outlet.content(site.place, await reader.take(LEAD_BYTES));
    for (const [name, isPadded] of [["(signature)", true], ["(header)", false]]) {
        const intro = await reader.peek(INTRO_BYTES);
        const size = intro.length === INTRO_BYTES && intro.readUInt32BE(0) === 0x8eade801 ? INTRO_BYTES + intro.readUInt32BE(8) * 16 + intro.readUInt32BE(12) : Infinity;
        if (size > MOST_HEADER)
            return passRest(context, site, { reader, reason: intro.length < INTRO_BYTES ? "truncated" : "malformed", detail: "the RPM package has a damaged header; the rest was read only as it is stored" });
        await readMember(context, toMember(site, name), { reader, size });
        if (isPadded)
            await reader.take(-size & 7);
    }
    // The package and its payload are one archive.
    await context.inspectStream({ ...toMember(site, "(payload)"), depth: site.depth }, new ByteReader(reader.chunks()));
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/zip/member.js
// What both ways of reading a zip archive know of a member: how it is compressed, and whether it is what it is said to be.



/** APPNOTE 6.3, section 4.4.5; undefined for methods that nothing here reads. */
function compressionOf(method) {
    switch (method) {
        case 0: return "stored";
        case 8: return "deflate";
        case 12: return "bzip2";
        case 93: return "zstd";
        case 95: return "xz";
        default: return undefined;
    }
}
function checkMember(context, site, { stated, size, crc }) {
    if (size !== stated.size)
        addGap(context, site, { reason: "size-mismatch", detail: `the member has ${size} bytes, its archive says ${stated.size}` });
    else if (crc !== stated.crc)
        addGap(context, site, { reason: "malformed", detail: "the member differs from its checksum" });
}
/** Looks into a member's content; its size and checksum are those of the whole, though a nested reader may stop early. */
async function inspectWhole(context, site, chunks) {
    let crc = 0;
    let size = 0;
    async function* counted() {
        for await (const chunk of chunks) {
            crc = (0,external_node_zlib_.crc32)(chunk, crc);
            size += chunk.length;
            yield chunk;
        }
    }
    const inner = new ByteReader(counted());
    await context.inspectStream(site, inner);
    while (await inner.next())
        ;
    return { size, crc };
}

;// CONCATENATED MODULE: ./src/reader/image/content/sniff.js
// Tells archives and compressions by their content; names and extensions are never asked.



/** Bytes from the front that `sniffFormat` needs. */
const SNIFF_BYTES = BLOCK_BYTES;
/** Bytes of a zip archive's end record without comment. */
const ZIP_END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ZIP_END = Buffer.from("504b0506", "hex");
const signatures = [
    signature("gzip", "1f8b08"),
    signature("compress", "1f9d", (head) => ((head[2] ?? 0) & 0x60) === 0 && ((head[2] ?? 0) & 0x1f) >= 9 && ((head[2] ?? 0) & 0x1f) <= 16),
    signature("zstd", "28b52ffd"),
    signature("zip", "504b0304"), signature("zip", "504b0506"), signature("zip", "504b3030504b0304"),
    signature("git-pack", "5041434b000000", (head) => head.length >= 12 && (head[7] === 2 || head[7] === 3)),
    signature("pdf", "255044462d"),
    signature("png", "89504e470d0a1a0a"),
    signature("lzop", "894c5a4f000d0a1a0a"),
    signature("ar", "213c617263683e0a"),
    signature("bzip2", "425a68", isBzip2),
    signature("xz", "fd377a585a00"),
    signature("lz4", "04224d18"), signature("lz4", "02214c18"),
    signature("lzip", "4c5a495001"),
    signature("lzma", "5d0000", isLzma),
    signature("7z", "377abcaf271c"),
    signature("rar", "526172211a07"),
    signature("rpm", "edabeedb"),
    signature("cpio", "303730373031"), signature("cpio", "303730373032"), signature("cpio", "303730373037"),
    signature("sqlite", "53514c69746520666f726d6174203300"),
    signature("squashfs", "68737173"), signature("squashfs", "73717368"),
    signature("cab", "4d53434600000000"),
    signature("snappy", "ff060000734e61507059"),
    signature("java-class", "cafebabe", (head) => (head[4] ?? 1) === 0 && (head[6] ?? 1) === 0 && (head[7] ?? 0) >= 45),
    signature("office-text", "3c3f786d6c", isOfficeXml), signature("office-text", "efbbbf3c3f786d6c", isOfficeXml),
];
/** By the first byte: most content begins with none of them. */
const byFirst = Array.from({ length: 256 }, (_, first) => signatures.filter(({ bytes }) => bytes[0] === first));
/** The format of content by its first bytes; undefined for everything that is read as it is. */
function sniffFormat(head) {
    const first = head[0];
    if (first === undefined)
        return undefined;
    for (const candidate of byFirst[first] ?? []) {
        if (startsWith(head, candidate.bytes) && (candidate.holds?.(head) ?? true))
            return candidate.format;
    }
    if ((first & 0xf0) === 0x50 && isSkippableFrame(head))
        return "zstd";
    if (first === 0x78 && isZlib(head) && startsAsZlib(head))
        return "zlib";
    if (head[2] === 0x0d && head[3] === 0x0a && isPythonCode(head))
        return "python-code";
    return sniffTar(head);
}
/** True where content ends as a zip archive does: such as a program or script with an archive behind it. */
function endsAsZip(content) {
    const at = content.length - ZIP_END_BYTES;
    if (at < 0)
        return false;
    if (startsWith(content.subarray(at), ZIP_END) && content[at + 20] === 0 && content[at + 21] === 0)
        return true;
    if (!isProgram(content))
        return false;
    const tail = Buffer.from(content.buffer, content.byteOffset, content.length).subarray(-ZIP_END_BYTES - MOST_COMMENT);
    const end = tail.lastIndexOf(ZIP_END);
    return end >= 0 && end + ZIP_END_BYTES <= tail.length && end + ZIP_END_BYTES + tail.readUInt16LE(end + 20) === tail.length;
}
/** What an archive with a comment may stand behind: an ELF or Windows program, or a script. */
function isProgram(head) {
    const [a, b] = head;
    return (a === 0x7f && b === 0x45) || (a === 0x4d && b === 0x5a) || (a === 0x23 && b === 0x21);
}
/** "BZh", the block size, and the mark of a block or of the end. */
function isBzip2(head) {
    const mark = Buffer.from(head.subarray(4, 7)).toString("hex");
    return mark === "314159" || mark === "177245";
}
/** The usual properties, a dictionary that is a power of two or half more, a size below 2^40 or none, and a coder that begins with 0. */
function isLzma(head) {
    if (head.length < 14 || head[13] !== 0)
        return false;
    const size = Buffer.from(head.subarray(5, 13));
    const top = ((head[4] ?? 0) << 8) | (head[3] ?? 0);
    const isDictionary = top !== 0 && ((top & (top - 1)) === 0 || (top % 3 === 0 && ((top / 3) & (top / 3 - 1)) === 0));
    return isDictionary && (size.every((byte) => byte === 0xff) || (size.readUInt32LE(4) < 256 && size.some((byte) => byte !== 0)));
}
/** Office Open XML and OpenDocument: texts are cut into runs there. */
function isOfficeXml(head) {
    const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES)).toString("latin1");
    return text.includes("schemas.openxmlformats.org/") || text.includes("schemas.microsoft.com/office/") || text.includes("urn:oasis:names:tc:opendocument");
}
/** A version's number below 4,000, "\r\n", and flags (PEP 552). */
function isPythonCode(head) {
    const version = (head[0] ?? 0) | ((head[1] ?? 0) << 8);
    return version >= 3_000 && version < 4_000 && head.length > 16 && (head[4] ?? 4) < 4 && head[5] === 0 && head[6] === 0 && head[7] === 0;
}
/** By a valid checksum, which old archives have too; the digits of the checksum field are looked at first, being cheaper. */
function sniffTar(head) {
    if (head.length < BLOCK_BYTES || head[0] === 0)
        return undefined;
    for (let at = 148; at < 154; at++) {
        const byte = head[at] ?? 0;
        if ((byte < 0x30 || byte > 0x37) && byte !== 0x20 && byte !== 0)
            return undefined;
    }
    const header = parseHeader(head.subarray(0, BLOCK_BYTES));
    return typeof header === "string" ? undefined : "tar";
}
function signature(format, hex, holds) {
    return { format, bytes: Buffer.from(hex, "hex"), ...(holds && { holds }) };
}
function startsWith(bytes, start) {
    for (let at = 0; at < start.length; at++)
        if (bytes[at] !== start[at])
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/zip/directory.js

const directory_END = 0x06054b50;
const WIDE_LOCATOR = 0x07064b50;
const WIDE_END = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const directory_MOST_COMMENT = 0xffff;
/** Members in the directory's order; what is wrong with it is told, what can be read of it is given. */
function readDirectory(bytes, limit) {
    const directory = { members: [], problems: [] };
    const end = findEnd(bytes);
    const bounds = end === undefined ? undefined : findBounds(bytes, end);
    if (!bounds) {
        directory.problems.push({ reason: "truncated", detail: "the zip archive has no directory at its end; it was read only as it is stored" });
        return directory;
    }
    let at = bounds.start;
    for (let index = 0; index < bounds.count; index++) {
        if (index >= limit) {
            directory.problems.push({ reason: "count-limit", detail: `more than ${limit} members; the rest was read only as it is stored` });
            break;
        }
        const next = directory_readEntry(bytes, at, { directory, shift: bounds.shift });
        if (next === undefined) {
            directory.problems.push({ reason: "malformed", detail: `entry ${index} of the zip archive's directory cannot be read; the rest was read only as it is stored` });
            break;
        }
        at = next;
    }
    return directory;
}
/** Offset of the end record: the last one whose comment reaches to the end of the file, else the last one. */
function findEnd(bytes) {
    const lowest = Math.max(0, bytes.length - ZIP_END_BYTES - directory_MOST_COMMENT);
    let last;
    for (let at = bytes.length - ZIP_END_BYTES; at >= lowest; at--) {
        if (bytes[at] !== 0x50 || bytes.readUInt32LE(at) !== directory_END)
            continue;
        if (at + ZIP_END_BYTES + bytes.readUInt16LE(at + 20) === bytes.length)
            return at;
        last ??= at;
    }
    return last;
}
/** `shift` is what stands in front of the archive and isn't counted in its offsets, as in self-extracting programs. */
function findBounds(bytes, end) {
    let count = bytes.readUInt16LE(end + 10);
    let size = bytes.readUInt32LE(end + 12);
    let offset = bytes.readUInt32LE(end + 16);
    let behind = end;
    const isWide = end >= 20 && bytes.readUInt32LE(end - 20) === WIDE_LOCATOR;
    if (isWide && (count === 0xffff || size === 0xffffffff || offset === 0xffffffff)) {
        const stated = Number(bytes.readBigUInt64LE(end - 12));
        const wide = [stated, end - 76].find((at) => at >= 0 && at + 56 <= bytes.length && bytes.readUInt32LE(at) === WIDE_END);
        if (wide === undefined)
            return undefined;
        count = Number(bytes.readBigUInt64LE(wide + 32));
        size = Number(bytes.readBigUInt64LE(wide + 40));
        offset = Number(bytes.readBigUInt64LE(wide + 48));
        behind = wide;
    }
    const start = behind - size;
    if (start < 0 || start < offset)
        return undefined;
    return { start, count, shift: start - offset };
}
/** Takes one entry and gives the offset behind it. */
function directory_readEntry(bytes, at, { directory, shift }) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
        return undefined;
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length)
        return undefined;
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = readSizes(bytes, at, bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    const flags = bytes.readUInt16LE(at + 8);
    const header = findLocal(bytes, sizes.offset + shift, name);
    if (!header || header.end + sizes.compressed > bytes.length)
        return undefined;
    directory.members.push({
        name, header,
        method: bytes.readUInt16LE(at + 10),
        encrypted: (flags & 0x41) !== 0,
        crc: bytes.readUInt32LE(at + 16),
        size: sizes.size,
        data: { start: header.end, end: header.end + sizes.compressed },
    });
    return next;
}
/** Sizes beyond 32 bits stand in the extra field 1, only those that the entry itself has no room for, in this order. */
function readSizes(bytes, at, extra) {
    const fields = [bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    const wide = findExtra(extra, 1);
    let from = 0;
    const [size = 0, compressed = 0, offset = 0] = fields.map((field) => {
        if (field !== 0xffffffff || !wide || from + 8 > wide.length)
            return field;
        from += 8;
        return Number(wide.readBigUInt64LE(from - 8));
    });
    return { size, compressed, offset };
}
function findExtra(extra, id) {
    for (let at = 0; at + 4 <= extra.length;) {
        const length = extra.readUInt16LE(at + 2);
        if (extra.readUInt16LE(at) === id)
            return extra.subarray(at + 4, at + 4 + length);
        at += 4 + length;
    }
    return undefined;
}
function findLocal(bytes, at, name) {
    if (!(at >= 0) || at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL)
        return undefined;
    const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
    const end = nameEnd + bytes.readUInt16LE(at + 28);
    if (end > bytes.length)
        return undefined;
    return { start: at, end, plain: bytes.subarray(at + 30, nameEnd).equals(name) && isKnownExtra(bytes.subarray(nameEnd, end)) };
}
/** Extra fields of fixed form that hold numbers only: zip64, times, owners, alignment, Java's mark. */
function isKnownExtra(extra) {
    const longest = new Map([[0x0001, 28], [0x5455, 13], [0x5855, 12], [0x7855, 4], [0x7875, 15], [0xcafe, 0], [0xd935, 6]]);
    let at = 0;
    while (at + 4 <= extra.length) {
        const length = extra.readUInt16LE(at + 2);
        if (length > (longest.get(extra.readUInt16LE(at)) ?? -1))
            return false;
        at += 4 + length;
    }
    return at === extra.length;
}
/** Bytes between members, in order; `overlap` where two members share some. */
function findUncovered(bytes, members) {
    const ranges = [];
    let overlap = false;
    let at = 0;
    for (const { header, data } of members.toSorted((a, b) => a.header.start - b.header.start)) {
        if (header.start < at)
            overlap = true;
        const covered = header.plain ? header.start : header.end;
        // Behind its data a member may have a descriptor: signature, checksum and two sizes, told by its signature.
        if (covered > at)
            ranges.push({ start: at, end: covered, foreignEnd: Math.max(at, header.start) });
        at = Math.max(at, behindDescriptor(bytes, data.end));
    }
    if (at < bytes.length)
        ranges.push({ start: at, end: bytes.length, foreignEnd: bytes.length });
    return { ranges, overlap };
}
function behindDescriptor(bytes, at) {
    if (at + 16 > bytes.length || bytes.readUInt32LE(at) !== 0x08074b50)
        return at;
    const isNext = (offset) => offset + 4 <= bytes.length && [LOCAL, CENTRAL].includes(bytes.readUInt32LE(offset));
    if (isNext(at + 16))
        return at + 16;
    return isNext(at + 24) ? at + 24 : at;
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/zip/zip.js
// A zip archive inside a file: jars, wheels, office documents. Format: PKWARE APPNOTE 6.3.
// The central directory names the members; every byte that no member covers is read as it is stored.









const LOCAL_SIGNATURE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
async function walkZip(context, site, bytes) {
    const { members, problems } = readDirectory(bytes, context.limits.entries);
    for (const problem of problems)
        addGap(context, site, problem);
    for (const member of members) {
        if (!site.budget.countMember()) {
            addGap(context, site, { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
            return context.outlet.content(site.place, bytes);
        }
        await zip_readMember(context, site, { bytes, member });
        if (context.outlet.full)
            await context.outlet.drained();
    }
    const { ranges, overlap } = findUncovered(bytes, members);
    if (overlap)
        addGap(context, site, { reason: "malformed", detail: "members of the zip archive overlap" });
    for (const { start, end, foreignEnd } of ranges) {
        const range = bytes.subarray(start, end);
        context.outlet.push({ kind: "fragment", place: site.place, bytes: range, start, line: 1, owned: range.length });
        // A local header in bytes that belong to no member begins something that the directory is silent about.
        if (members.length > 0 && bytes.subarray(start, foreignEnd).includes(LOCAL_SIGNATURE)) {
            addGap(context, site, { reason: "malformed", detail: "the zip archive holds a member that its directory doesn't list; it was read only as it is stored" });
        }
        if (context.outlet.full)
            await context.outlet.drained();
    }
}
async function zip_readMember(context, site, { bytes, member }) {
    const { outlet } = context;
    const { path, escapes } = toNormalPath(decodeName(member.name));
    const inner = toMember(site, path);
    outlet.content(toMemberPlace(site.place, path, site.place.part === "file" ? "file-name" : site.place.part), member.name);
    const before = outlet.gaps;
    if (escapes)
        addGap(context, inner, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
    if (member.data.end > member.data.start || member.size > 0) {
        outlet.ledger.saw("members");
        await readContent(context, inner, { data: bytes.subarray(member.data.start, member.data.end), member });
        if (outlet.gaps === before)
            outlet.ledger.examined("members");
    }
}
async function readContent(context, site, { data, member }) {
    if (member.encrypted) {
        addGap(context, site, { reason: "encrypted", detail: "a member of a zip archive is encrypted; it was read only as it is stored" });
        return context.outlet.content(site.place, data);
    }
    const compression = compressionOf(member.method);
    if (compression === undefined) {
        addGap(context, site, { reason: "unsupported-compression", detail: `a member of a zip archive is compressed by method ${member.method}; it was read only as it is stored` });
        return context.outlet.content(site.place, data);
    }
    const problem = site.budget.grow(compression === "stored" ? data.length : 0);
    if (problem)
        return addGap(context, site, problem);
    const plain = compression === "stored" ? data : compression === "deflate" || compression === "zstd" ? decodeSmall(data, compression) : undefined;
    if (plain === undefined)
        return stream(context, site, { data, member, compression: compression });
    const excess = compression === "stored" ? undefined : site.budget.grow(plain.length);
    if (excess)
        return addGap(context, site, { ...excess, bytes: plain.length });
    await context.inspectBytes(site, plain);
    checkMember(context, site, { stated: member, size: plain.length, crc: (0,external_node_zlib_.crc32)(plain) });
}
async function stream(context, site, { data, member, compression }) {
    const decoder = new Decoder(ByteReader.over(data), { compression, grow: (count) => site.budget.grow(count) });
    const { size, crc } = await inspectWhole(context, site, decoder.chunks());
    if (decoder.problem)
        addGap(context, site, decoder.problem);
    else
        checkMember(context, site, { stated: member, size, crc });
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/zip/local.js
const LOCAL_BYTES = 30;
const LOCAL_MAGIC = Buffer.from("504b0304", "hex");
const ENCRYPTED = 0x41;
const DESCRIBED = 0x08;
const WIDE_EXTRA = 1;
const local_MOST_NAME = 1 << 12;
/** True for what is a header beyond doubt: its fields have values that writers give them. */
function isLocalHeader(head) {
    if (head.length < LOCAL_BYTES || !head.subarray(0, 4).equals(LOCAL_MAGIC))
        return false;
    const [version, flags, method, time, date] = [4, 6, 8, 10, 12].map((at) => head.readUInt16LE(at));
    const isKnownMethod = method <= 20 || (method >= 93 && method <= 99);
    const isTime = (time & 31) < 30 && ((time >> 5) & 63) < 60 && time >> 11 < 24;
    const isDate = date === 0 || (((date >> 5) & 15) <= 12 && (date & 31) <= 31);
    const nameSize = head.readUInt16LE(26);
    return (version & 0xff) <= 63 && (flags & ~0x286f) === 0 && isKnownMethod && isTime && isDate && nameSize > 0 && nameSize <= local_MOST_NAME;
}
/** Takes the header that the reader stands at. */
async function readLocalHeader(reader) {
    const head = Buffer.from(await reader.take(LOCAL_BYTES));
    const name = Buffer.from(await reader.take(head.readUInt16LE(26)));
    const extra = Buffer.from(await reader.take(head.readUInt16LE(28)));
    const flags = head.readUInt16LE(6);
    const isDescribed = (flags & DESCRIBED) !== 0;
    const { size, compressed } = local_readSizes(head, extra);
    // A folder has no data, whatever its flags promise.
    const isOpen = isDescribed && compressed === 0 && name.at(-1) !== 0x2f;
    return {
        name, extra,
        method: head.readUInt16LE(8),
        encrypted: (flags & ENCRYPTED) !== 0,
        crc: head.readUInt32LE(14),
        compressed: isOpen ? undefined : compressed,
        size: isDescribed ? undefined : size,
    };
}
/** Sizes beyond 32 bits stand in the extra field 1, the uncompressed one first. */
function local_readSizes(head, extra) {
    const [compressed, size] = [head.readUInt32LE(18), head.readUInt32LE(22)];
    for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
        if (extra.readUInt16LE(at) !== WIDE_EXTRA || at + 20 > extra.length)
            continue;
        return { size: Number(extra.readBigUInt64LE(at + 4)), compressed: Number(extra.readBigUInt64LE(at + 12)) };
    }
    return { size, compressed };
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/zip/stream.js
// A zip archive that is too large to be held, or that begins somewhere in a large file: read from its front, member by member, each
// by its local header; the directory at the end then tells whether any was missed. Format: PKWARE APPNOTE 6.3, sections 4.3.7 to 4.3.12.









const stream_CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const DESCRIPTOR = 0x08074b50;
/** Bytes between members that are taken at once. */
const STEP_BYTES = 1 << 16;
/** Reads content as it is, and every zip archive in it member by member: such as those behind a program. */
async function walkLarge(context, site, reader) {
    const cutter = new WindowCutter(site.place);
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
        const found = await findLocalHeader(reader, chunk);
        const own = found === undefined ? chunk : chunk.subarray(0, found);
        for (const window of own.length > 0 ? cutter.push(own) : [])
            context.outlet.push(window);
        if (context.outlet.full)
            await context.outlet.drained();
        if (found === undefined)
            continue;
        reader.giveBack(chunk.subarray(found));
        await walkZipStream(context, site, reader);
    }
    for (const window of cutter.end())
        context.outlet.push(window);
}
/** Where a zip member's header begins in the chunk that was last taken; it may end in the next one. */
async function findLocalHeader(reader, chunk) {
    for (let at = chunk.indexOf(LOCAL_MAGIC); at >= 0; at = chunk.indexOf(LOCAL_MAGIC, at + 1)) {
        const head = chunk.length - at >= LOCAL_BYTES ? chunk.subarray(at) : Buffer.concat([chunk.subarray(at), await reader.peek(LOCAL_BYTES)]);
        if (isLocalHeader(head))
            return at;
    }
    for (let length = Math.min(3, chunk.length); length > 0; length--) {
        const end = chunk.subarray(chunk.length - length);
        if (end.equals(LOCAL_MAGIC.subarray(0, length)) && isLocalHeader(Buffer.concat([end, await reader.peek(LOCAL_BYTES)])))
            return chunk.length - length;
    }
    return undefined;
}
/** Reads from the first member to the directory's last entry, or to the end of the data. */
async function walkZipStream(context, site, reader) {
    const start = reader.position;
    const offsets = new Set();
    for (;;) {
        const head = await reader.peek(LOCAL_BYTES);
        if (head.length < 4)
            break;
        if (head.readUInt32LE(0) === stream_CENTRAL)
            return stream_readDirectory(context, site, { reader, offsets });
        if (!isLocalHeader(head)) {
            await passGap(context, site, reader);
            continue;
        }
        if (!site.budget.countMember())
            return passRest(context, site, { reader, reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was read only as it is stored` });
        offsets.add(reader.position - start);
        if (!await stream_readMember(context, site, reader))
            return passRest(context, site, { reader, reason: "malformed", detail: "a member of a large zip archive has no end that can be found; the rest was read only as it is stored" });
        if (context.outlet.full)
            await context.outlet.drained();
    }
    addGap(context, site, { reason: "truncated", detail: "the zip archive has no directory at its end; its members were read one by one" });
}
/** Bytes that belong to no member, up to what may be the next header. */
async function passGap(context, site, reader) {
    const bytes = await reader.peek(STEP_BYTES);
    const next = bytes.indexOf("PK", 1, "latin1");
    context.outlet.content(site.place, await reader.take(next > 0 ? next : bytes.length));
    if (context.outlet.full)
        await context.outlet.drained();
}
/** False where the member's end can't be found. */
async function stream_readMember(context, site, reader) {
    const { outlet } = context;
    const header = await readLocalHeader(reader);
    const { path, escapes } = toNormalPath(decodeName(header.name));
    const inner = toMember(site, path);
    outlet.content(toMemberPlace(site.place, path, site.place.part === "file" ? "file-name" : site.place.part), header.name);
    if (header.extra.length > 0)
        outlet.content(site.place, header.extra);
    const before = outlet.gaps;
    if (escapes)
        addGap(context, inner, { reason: "path-escape", detail: "a member's name points outside the archive; its content was read all the same" });
    const isFile = header.compressed !== 0;
    if (isFile)
        outlet.ledger.saw("members");
    const isEnded = header.compressed === undefined ? await readOpenEnded(context, inner, { reader, header }) : await readSized(context, inner, { reader, header, size: header.compressed });
    if (isFile && isEnded && outlet.gaps === before)
        outlet.ledger.examined("members");
    return isEnded;
}
async function readSized(context, site, { reader, header, size }) {
    const body = new ByteReader(reader.chunks(size));
    const start = reader.position;
    await stream_readContent(context, site, { reader: body, header });
    while (await body.next())
        ;
    if (reader.position - start < size)
        addGap(context, site, { reason: "truncated", detail: "the archive ends inside a member" });
    return true;
}
/** The sizes stand behind the data, and only the compression tells where that ends. */
async function readOpenEnded(context, site, { reader, header }) {
    if (header.encrypted || compressionOf(header.method) === "stored" || compressionOf(header.method) === undefined)
        return false;
    const { size, crc, isWhole } = await stream_readContent(context, site, { reader, header: { ...header, size: undefined } });
    if (!isWhole)
        return false;
    const bytes = await reader.peek(24);
    const at = bytes.length >= 16 && bytes.readUInt32LE(0) === DESCRIPTOR ? 4 : 0;
    if (bytes.length < at + 12)
        return false;
    const isWide = bytes.length >= at + 20 && bytes.readUInt32LE(at + 8) !== size % 2 ** 32;
    checkMember(context, site, { stated: { size: isWide ? Number(bytes.readBigUInt64LE(at + 12)) : bytes.readUInt32LE(at + 8), crc: bytes.readUInt32LE(at) }, size, crc });
    await reader.take(at + (isWide ? 20 : 12));
    return true;
}
async function stream_readContent(context, site, { reader, header }) {
    const compression = compressionOf(header.method);
    if (header.encrypted || compression === undefined) {
        const reason = header.encrypted ? "encrypted" : "unsupported-compression";
        await passRest(context, site, { reader, reason, detail: `a member of a zip archive is ${header.encrypted ? "encrypted" : `compressed by method ${header.method}`}; it was read only as it is stored` });
        return { size: 0, crc: 0, isWhole: false };
    }
    const decoder = compression === "stored" ? undefined : new Decoder(reader, { compression, single: true, grow: (bytes) => site.budget.grow(bytes) });
    const { size, crc } = await inspectWhole(context, site, decoder?.chunks() ?? reader.chunks());
    if (decoder?.problem)
        addGap(context, site, decoder.problem);
    else if (header.size !== undefined)
        checkMember(context, site, { stated: { size: header.size, crc: header.crc }, size, crc });
    return { size, crc, isWhole: decoder?.problem === undefined };
}
/** Its texts are read as they stand; a member that it names and that wasn't met is a gap. */
async function stream_readDirectory(context, site, { reader, offsets }) {
    let missed = 0;
    let shift;
    for (let head = await reader.peek(CENTRAL_BYTES); head.length === CENTRAL_BYTES && head.readUInt32LE(0) === stream_CENTRAL; head = await reader.peek(CENTRAL_BYTES)) {
        const offset = head.readUInt32LE(42);
        // What stands in front of the archive may be counted in its offsets.
        shift ??= offset;
        if (offset !== 0xffffffff && !offsets.has(offset) && !offsets.has(offset - shift))
            missed++;
        const size = CENTRAL_BYTES + head.readUInt16LE(28) + head.readUInt16LE(30) + head.readUInt16LE(32);
        context.outlet.content(site.place, (await reader.take(size)).subarray(CENTRAL_BYTES));
        if (context.outlet.full)
            await context.outlet.drained();
    }
    if (missed > 0)
        addGap(context, site, { reason: "malformed", detail: `the zip archive's directory lists ${missed} members that don't stand where it says` });
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/assignment-text.js
// Names and the values that a program gives them, as the lines of a settings file: what compilers take apart, rules can read again.

/** Assignments of one file that are put out; a generated table of words has more and is read as it stands. */
const MOST = 50_000;
const MOST_VALUE = 1 << 14;
/** Puts out the content as it is, and the assignments as lines of a member of their own. */
async function readAssignments(context, site, { bytes, assignments }) {
    const { outlet } = context;
    outlet.content(site.place, bytes);
    const lines = assignments.slice(0, MOST).filter(({ value }) => value.length <= MOST_VALUE).map(({ name, value }) => `${name} = ${JSON.stringify(value)}\n`);
    if (lines.length > 0)
        outlet.content(toMember(site, "(constants)").place, Buffer.from(lines.join("")));
    if (outlet.full)
        await outlet.drained();
}
/** Collects assignments whose value could be one worth finding: short words are none. */
class Assignments {
    found = [];
    add(name, value) {
        if (typeof name === "string" && typeof value === "string" && name !== "" && value.length >= 6 && this.found.length < MOST)
            this.found.push({ name, value });
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/class-file.js

// Tags of the constant pool, section 4.4, with the bytes that follow each.
const UTF8 = 1;
const CLASS = 7;
const STRING = 8;
const FIELD = 9;
const METHOD = 10;
const INTERFACE_METHOD = 11;
const NAME_AND_TYPE = 12;
const SIZES = { 3: 4, 4: 4, 5: 8, 6: 8, [CLASS]: 2, [STRING]: 2, [FIELD]: 4, [METHOD]: 4, [INTERFACE_METHOD]: 4, [NAME_AND_TYPE]: 4, 15: 3, 16: 2, 17: 4, 18: 4, 19: 2, 20: 2 };
// Instructions, chapter 6.5.
const LOAD = 0x12;
const LOAD_WIDE = 0x13;
const PUT_STATIC = 0xb3;
const PUT_FIELD = 0xb5;
const INVOKE_VIRTUAL = 0xb6;
const INVOKE_INTERFACE = 0xb9;
function readClassFile(context, site, bytes) {
    return readAssignments(context, site, { bytes, assignments: findAssignments(bytes) });
}
function findAssignments(bytes) {
    const assignments = new Assignments();
    const pool = readPool(bytes);
    if (!pool)
        return [];
    readConstantValues(bytes, pool, assignments);
    for (let at = pool.end; at + 4 < bytes.length; at++) {
        const isWide = bytes[at] === LOAD_WIDE;
        if (!isWide && bytes[at] !== LOAD)
            continue;
        const next = at + (isWide ? 3 : 2);
        const value = textOf(bytes, pool, isWide ? bytes.readUInt16BE(at + 1) : bytes[at + 1] ?? 0);
        const isUse = [PUT_STATIC, PUT_FIELD].includes(bytes[next] ?? 0) || ((bytes[next] ?? 0) >= INVOKE_VIRTUAL && (bytes[next] ?? 0) <= INVOKE_INTERFACE);
        if (value !== undefined && isUse && next + 3 <= bytes.length)
            assignments.add(memberName(bytes, pool, bytes.readUInt16BE(next + 1)), value);
    }
    return assignments.found;
}
function readPool(bytes) {
    const count = bytes.length > 10 ? bytes.readUInt16BE(8) : 0;
    const [tags, offsets] = [new Uint8Array(count + 1), new Uint32Array(count + 1)];
    let at = 10;
    for (let index = 1; index < count; index++) {
        const tag = bytes[at] ?? 0;
        const size = tag === UTF8 && at + 3 <= bytes.length ? 2 + bytes.readUInt16BE(at + 1) : SIZES[tag];
        if (size === undefined || at + 1 + size > bytes.length)
            return undefined;
        [tags[index], offsets[index]] = [tag, at + 1];
        at += 1 + size;
        // Long and double take two places.
        if (tag === 5 || tag === 6)
            index++;
    }
    return { tags, at: offsets, end: at };
}
function utf8(bytes, pool, index) {
    const at = pool.at[index] ?? 0;
    return pool.tags[index] === UTF8 ? bytes.toString("utf8", at + 2, at + 2 + bytes.readUInt16BE(at)) : undefined;
}
function textOf(bytes, pool, index) {
    return pool.tags[index] === STRING ? utf8(bytes, pool, bytes.readUInt16BE(pool.at[index] ?? 0)) : undefined;
}
/** The name of a field or method that an instruction refers to; of a method that sets something, what it sets. */
function memberName(bytes, pool, index) {
    if (![FIELD, METHOD, INTERFACE_METHOD].includes(pool.tags[index] ?? 0))
        return undefined;
    const pair = bytes.readUInt16BE((pool.at[index] ?? 0) + 2);
    return pool.tags[pair] === NAME_AND_TYPE ? utf8(bytes, pool, bytes.readUInt16BE(pool.at[pair] ?? 0))?.replace(/^set(?=[A-Z])/, "") : undefined;
}
/** Fields that are constants name their value in an attribute, sections 4.5 and 4.7.2. */
function readConstantValues(bytes, pool, assignments) {
    if (pool.end + 8 > bytes.length)
        return;
    let at = pool.end + 8 + bytes.readUInt16BE(pool.end + 6) * 2;
    if (at + 2 > bytes.length)
        return;
    const fields = bytes.readUInt16BE(at);
    at += 2;
    for (let field = 0; field < fields && at + 8 <= bytes.length; field++) {
        const name = utf8(bytes, pool, bytes.readUInt16BE(at + 2));
        let attributes = bytes.readUInt16BE(at + 6);
        for (at += 8; attributes > 0 && at + 8 <= bytes.length; attributes--) {
            if (utf8(bytes, pool, bytes.readUInt16BE(at)) === "ConstantValue")
                assignments.add(name, textOf(bytes, pool, bytes.readUInt16BE(at + 6)));
            at += 6 + bytes.readUInt32BE(at + 2);
        }
    }
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/office-text.js
// XML of office documents (ECMA-376, OpenDocument): a text is cut into runs wherever its look changes, so the runs are joined for reading.

/** Elements whose end ends a line: paragraphs, shared strings, cells, rows, breaks. */
const ENDS_LINE = /^(\/(w:p|a:p|text:p|text:h|text:list-item|si|c|v|f|row|w:tc|table:table-cell|comment|sheet|Relationship)|w:br|w:tab|text:line-break|text:tab|br)\b/;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: "\"", apos: "'" };
async function readOfficeText(context, site, bytes) {
    context.outlet.content(site.place, bytes);
    const problem = site.budget.grow(bytes.length);
    if (problem)
        return addGap(context, site, problem);
    context.outlet.content(toMember(site, "(text)").place, Buffer.from(office_text_toText(bytes.toString("latin1")), "latin1"));
    if (context.outlet.full)
        await context.outlet.drained();
}
/** The character data, one character a byte. */
function office_text_toText(xml) {
    const parts = [];
    for (let at = 0; at < xml.length;) {
        const open = xml.indexOf("<", at);
        parts.push(xml.slice(at, open < 0 ? xml.length : open));
        if (open < 0)
            break;
        const close = xml.indexOf(">", open);
        if (close < 0)
            break;
        if (ENDS_LINE.test(xml.slice(open + 1, open + 40)))
            parts.push("\n");
        at = close + 1;
    }
    return parts.join("").replace(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-z]{2,4});/g, (whole, name) => office_text_unescape(whole, name));
}
function office_text_unescape(whole, name) {
    if (!name.startsWith("#"))
        return NAMED[name] ?? whole;
    const code = name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code < 0x80 ? String.fromCharCode(code) : whole;
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/marshal.js
// Python's marshal format, as far as code objects need it: constants, names and the instructions between them.
// Format: Python/marshal.c of CPython 3.7 to 3.14; it has no other description.
/** Nesting of objects; compilers make less than ten levels. */
const MOST_DEPTH = 100;
const MOST_OBJECTS = 2_000_000;
const REFERENCE = 0x80;
/** First version of the magic number with each layout of code objects: 3.8 added a count, 3.11 made locals one list. */
const V38 = 3_400;
const V311 = 3_450;
class Unreadable extends Error {
}
/** All code objects, outermost first; undefined for what is no such file. `version` is the magic number. */
function marshal_readCodes(bytes, start, version) {
    const reader = new MarshalReader(bytes, start, version);
    try {
        reader.read(0);
        return reader.codes;
    }
    catch (error) {
        if (error instanceof Unreadable || error instanceof RangeError)
            return undefined;
        throw error;
    }
}
class MarshalReader {
    codes = [];
    #bytes;
    #version;
    #references = [];
    #at;
    #objects = 0;
    constructor(bytes, start, version) {
        this.#bytes = bytes;
        this.#at = start;
        this.#version = version;
    }
    read(depth) {
        const tag = this.#bytes.readUInt8(this.#at++);
        if (depth > MOST_DEPTH || ++this.#objects > MOST_OBJECTS)
            throw new Unreadable();
        const slot = (tag & REFERENCE) === 0 ? -1 : this.#references.push(undefined) - 1;
        const value = this.#value(String.fromCharCode(tag & ~REFERENCE), depth);
        if (slot >= 0)
            this.#references[slot] = value;
        return value;
    }
    #value(kind, depth) {
        switch (kind) {
            case "0":
            case "N":
            case "F":
            case "T":
            case "S":
            case ".": return undefined;
            case "i": return this.#skip(4);
            case "g":
            case "I": return this.#skip(8);
            case "y": return this.#skip(16);
            case "f": return this.#skip(this.#bytes.readUInt8(this.#at++));
            case "l": return this.#skip(Math.abs(this.#number()) * 2);
            case "s": return this.#take(this.#number());
            case "a":
            case "A": return this.#take(this.#number()).toString("latin1");
            case "u":
            case "t": return this.#take(this.#number()).toString("utf8");
            case "z":
            case "Z": return this.#take(this.#bytes.readUInt8(this.#at++)).toString("latin1");
            case ")": return this.#list(this.#bytes.readUInt8(this.#at++), depth);
            case "(":
            case "[":
            case "<":
            case ">": return this.#list(this.#number(), depth);
            case ":": return this.#list(3, depth);
            case "{": return this.#dictionary(depth);
            case "r": return this.#references[this.#number()];
            case "c": return this.#code(depth);
            default: throw new Unreadable();
        }
    }
    #code(depth) {
        const slot = this.codes.push(undefined) - 1;
        this.#skip(this.#version >= V38 && this.#version < V311 ? 24 : 20);
        const [code, constants, names, locals] = [this.read(depth + 1), this.read(depth + 1), this.read(depth + 1), this.read(depth + 1)];
        // Older versions: two more lists of names; later ones: the kinds of the locals. File and name follow in both, then the qualified name.
        for (let left = 4; left > 0; left--)
            this.read(depth + 1);
        this.#skip(4);
        this.read(depth + 1);
        if (this.#version >= V311)
            this.read(depth + 1);
        const object = { kind: "code", code: Buffer.isBuffer(code) ? code : Buffer.alloc(0), constants: toList(constants), names: toList(names), locals: toList(locals) };
        this.codes[slot] = object;
        return object;
    }
    #list(count, depth) {
        if (count < 0 || count > this.#bytes.length)
            throw new Unreadable();
        return Array.from({ length: count }, () => this.read(depth + 1));
    }
    #dictionary(depth) {
        while (this.#bytes[this.#at] !== 0x30) {
            this.read(depth + 1);
            this.read(depth + 1);
        }
        this.#at++;
    }
    #number() {
        this.#at += 4;
        return this.#bytes.readInt32LE(this.#at - 4);
    }
    #take(count) {
        this.#skip(count);
        return this.#bytes.subarray(this.#at - count, this.#at);
    }
    #skip(count) {
        if (count < 0 || this.#at + count > this.#bytes.length)
            throw new Unreadable();
        this.#at += count;
    }
}
function toList(value) {
    return Array.isArray(value) ? value : [];
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/python-code.js


const python_code_HEADER_BYTES = 16;
const UP_TO_312 = { loadConstant: 100, storeName: 90, storeAttribute: 95, storeGlobal: 97, storeLocal: 125, storeKey: 60, buildMap: 105, extend: 144, keywords: 172 };
const SINCE_313 = { loadConstant: 83, storeName: 114, storeAttribute: 108, storeGlobal: 113, storeLocal: 110, storeKey: 39, buildMap: 48, extend: 71, keywords: -1 };
const V313 = 3_550;
const V314 = 3_600;
function readPythonCode(context, site, bytes) {
    const version = bytes.readUInt16LE(0);
    const assignments = new Assignments();
    // Later versions have other numbers: their constants are read as they stand.
    const codes = version < V314 ? marshal_readCodes(bytes, python_code_HEADER_BYTES, version) ?? [] : [];
    for (const code of codes)
        if (code !== undefined)
            python_code_findAssignments(code, version < V313 ? UP_TO_312 : SINCE_313, assignments);
    return readAssignments(context, site, { bytes, assignments: assignments.found });
}
/** Follows what instructions push, as far as constants go; anything else counts as one unknown value. */
function python_code_findAssignments({ code, constants, names, locals }, numbers, assignments) {
    let pushed = [];
    let high = 0;
    for (let at = 0; at + 1 < code.length; at += 2) {
        const operation = code[at] ?? 0;
        const operand = high | (code[at + 1] ?? 0);
        high = operation === numbers.extend ? operand << 8 : 0;
        // Room for the interpreter's own notes, since 3.11.
        if (operation === 0 || operation === numbers.extend)
            continue;
        if (operation === numbers.loadConstant || operation === numbers.keywords) {
            const value = constants[operand];
            if (Array.isArray(value))
                nameEach(value, pushed, assignments);
            if (operation === numbers.loadConstant)
                pushed.push(value);
            continue;
        }
        const target = targetOf(operation, { numbers, names, locals }, operand);
        if (target !== undefined)
            assignments.add(target, operation === numbers.storeAttribute ? pushed.at(-2) : pushed.at(-1));
        if (operation === numbers.storeKey)
            assignments.add(pushed.at(-1), pushed.at(-3));
        if (operation === numbers.buildMap)
            for (let pair = 1; pair <= operand; pair++)
                assignments.add(pushed.at(-2 * pair), pushed.at(1 - 2 * pair));
        if (target !== undefined || pushed.length > 512)
            pushed = [];
        else
            pushed.push(undefined);
    }
}
function targetOf(operation, { numbers, names, locals }, operand) {
    switch (operation) {
        case numbers.storeName:
        case numbers.storeAttribute:
        case numbers.storeGlobal: return names[operand];
        case numbers.storeLocal: return locals[operand];
        default: return undefined;
    }
}
/** Names of keyword arguments, or keys of a dictionary, stand in one tuple behind their values. */
function nameEach(keys, pushed, assignments) {
    if (keys.length === 0 || keys.length > pushed.length || !keys.every((key) => typeof key === "string"))
        return;
    keys.forEach((key, index) => assignments.add(key, pushed[pushed.length - keys.length + index]));
}

;// CONCATENATED MODULE: ./src/reader/image/content/facts/sqlite.js
// SQLite databases: records that are longer than a page stand in pieces on several pages, and are put together here.
// Format: "Database File Format" of sqlite.org, sections 1.3 to 1.6.

const sqlite_HEADER_BYTES = 100;
const INDEX_INNER = 2;
const TABLE_INNER = 5;
const INDEX_LEAF = 10;
const TABLE_LEAF = 13;
/** Puts out the file as it is, and each record that is cut, whole. */
async function readSqlite(context, site, bytes) {
    const { outlet } = context;
    outlet.content(site.place, bytes);
    const stated = bytes.length >= sqlite_HEADER_BYTES ? bytes.readUInt16BE(16) : 0;
    const size = stated === 1 ? 1 << 16 : stated;
    const usable = size - (bytes[20] ?? 0);
    if (size < 512 || (size & (size - 1)) !== 0 || usable < 480)
        return addGap(context, site, { reason: "malformed", detail: "the SQLite database has a damaged header; it was read only as it is stored" });
    const pages = { bytes, size, usable };
    for (let number = 1; (number - 1) * size < bytes.length; number++) {
        for (const record of readCutRecords(pages, number)) {
            const problem = site.budget.grow(record.content.length);
            if (problem)
                return addGap(context, site, problem);
            outlet.content(toMember(site, `(record at ${record.at})`).place, record.content);
            if (outlet.full)
                await outlet.drained();
        }
    }
}
function* readCutRecords(pages, number) {
    const { bytes, size } = pages;
    const page = (number - 1) * size;
    const head = number === 1 ? page + sqlite_HEADER_BYTES : page;
    const kind = bytes[head] ?? 0;
    if (![INDEX_INNER, TABLE_INNER, INDEX_LEAF, TABLE_LEAF].includes(kind) || kind === TABLE_INNER || head + 8 > bytes.length)
        return;
    const cells = bytes.readUInt16BE(head + 3);
    const pointers = head + (kind === INDEX_INNER ? 12 : 8);
    for (let cell = 0; cell < cells && pointers + cell * 2 + 2 <= Math.min(bytes.length, page + size); cell++) {
        const at = page + bytes.readUInt16BE(pointers + cell * 2);
        const record = at < page + size ? readRecord(pages, { at, kind, end: Math.min(bytes.length, page + size) }) : undefined;
        if (record)
            yield record;
    }
}
/** Section 1.6: how much of a record stays on its page, and where the rest is; undefined for one that is not cut. */
function readRecord(pages, { at, kind, end }) {
    const { bytes, usable } = pages;
    const length = readVarint(bytes, kind === INDEX_INNER ? at + 4 : at);
    const start = kind === TABLE_LEAF ? readVarint(bytes, length.end).end : length.end;
    const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
    if (length.value <= most || length.value > bytes.length)
        return undefined;
    const least = Math.floor(((usable - 12) * 32) / 255) - 23;
    const wanted = least + ((length.value - least) % (usable - 4));
    const local = wanted <= most ? wanted : least;
    if (start + local + 4 > end)
        return undefined;
    // Free pages hold what they held before, so that a way may lead nowhere: what can be had of it is read.
    const parts = [bytes.subarray(start, start + local)];
    let left = length.value - local;
    let next = bytes.readUInt32BE(start + local);
    const seen = new Set();
    while (left > 0 && next > 0 && !seen.has(next) && next * pages.size <= bytes.length) {
        seen.add(next);
        const page = (next - 1) * pages.size;
        const count = Math.min(left, usable - 4);
        parts.push(bytes.subarray(page + 4, page + 4 + count));
        left -= count;
        next = bytes.readUInt32BE(page);
    }
    return { at, content: Buffer.concat(parts) };
}
function readVarint(bytes, at) {
    let value = 0;
    for (let index = 0; index < 8; index++) {
        const byte = bytes[at + index] ?? 0;
        value = value * 128 + (byte & 0x7f);
        if (byte < 0x80)
            return { value, end: at + index + 1 };
    }
    return { value: value * 256 + (bytes[at + 8] ?? 0), end: at + 9 };
}

;// CONCATENATED MODULE: ./src/reader/image/content/archive/embedded.js
// Documents and pictures with zlib streams inside: the texts and objects of a PDF file, the compressed texts of a PNG file.



/** What one stream may come to. */
const STREAM_BYTES = 64 << 20;
/** Places of one file that look like a stream and are none: a file full of them costs no more than these. */
const MOST_FAILED = 1_000;
const SIGNATURE_BYTES = 8;
/** How far before a stream its dictionary is looked for. */
const DICTIONARY_BYTES = 400;
/** ISO 32000, 7.3.8: a stream's bytes follow the keyword and an end of line. Streams of other filters are part of the content as it is. */
async function walkPdf(context, site, bytes) {
    context.outlet.content(site.place, bytes);
    // ISO 32000, 7.6 and 7.4.4: both stand for the whole file, and hide what is in its streams.
    if (/\/Encrypt[\s<]/.test(bytes.toString("latin1")))
        addGap(context, site, { reason: "encrypted", detail: "the PDF file is encrypted; its streams were read only as they are stored" });
    else if (bytes.includes("/LZWDecode"))
        addGap(context, site, { reason: "unsupported-compression", detail: "streams of the PDF file are compressed by LZW; they were read only as they are stored" });
    const attempts = { failed: 0, told: false };
    for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
        const start = bytes[at + 6] === 0x0d ? at + 8 : at + 7;
        if (!isZlib(bytes.subarray(start, start + 2)))
            continue;
        const isStated = bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at).includes("/FlateDecode");
        if (!await readStream(context, site, { bytes, start, attempts, isStated }))
            return;
    }
}
/** PNG, third edition, 11.3.3: zTXt holds a name, a method and a stream; iTXt has two flags and two more texts before it. */
async function walkPng(context, site, bytes) {
    context.outlet.content(site.place, bytes);
    const attempts = { failed: 0, told: false };
    for (let at = SIGNATURE_BYTES; at + 12 <= bytes.length;) {
        const end = at + 8 + bytes.readUInt32BE(at);
        const kind = bytes.toString("latin1", at + 4, at + 8);
        const name = bytes.indexOf(0, at + 8);
        if (name > 0 && name < end) {
            const start = kind === "zTXt" ? name + 2 : kind === "iTXt" && bytes[name + 1] === 1 ? skipTexts(bytes, name + 3) : undefined;
            if (start !== undefined && start < end && !await readStream(context, site, { bytes: bytes.subarray(0, end), start, attempts, isStated: true }))
                return;
        }
        at = end + 4;
    }
}
function skipTexts(bytes, at) {
    return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
}
/** False where a limit ends the file. What only looks like a stream has been read as it is. */
async function readStream(context, site, { bytes, start, attempts, isStated }) {
    const { outlet } = context;
    const part = inflatePart(bytes.subarray(start), STREAM_BYTES);
    if (part === "too-large")
        addGap(context, site, { reason: "size-limit", detail: `a compressed stream at ${start} has more than ${STREAM_BYTES} bytes` });
    if (!part && isStated && !attempts.told) {
        attempts.told = true;
        addGap(context, site, { reason: "malformed", detail: `the compressed stream at ${start} is damaged; it was read only as it is stored` });
    }
    if (!part || part === "too-large") {
        if (++attempts.failed <= MOST_FAILED)
            return true;
        addGap(context, site, { reason: "count-limit", detail: `more than ${MOST_FAILED} streams can't be decoded; the rest was read only as it is stored` });
        return false;
    }
    const problem = site.budget.countMember() ? site.budget.grow(part.content.length) : { reason: "count-limit", detail: `more than ${context.limits.entries} streams; the rest was not read` };
    if (problem) {
        addGap(context, site, problem);
        return false;
    }
    // A document's attachments are streams too.
    await countMember(context, () => context.inspectBytes(toMember(site, `(stream at ${start})`), part.content));
    if (outlet.full)
        await outlet.drained();
    return true;
}

;// CONCATENATED MODULE: ./src/reader/image/content/git/delta.js
// Objects that a git pack stores as differences to others. Format: gitformat-pack(5), "Deltified representation".
/** The object; undefined where the difference doesn't fit its base. `limit` is in bytes. */
function applyDelta(base, delta, limit) {
    const source = delta_readSize(delta, 0);
    const target = delta_readSize(delta, source.end);
    if (source.value !== base.length || target.value > limit)
        return undefined;
    const content = Buffer.alloc(target.value);
    const seams = [];
    let length = 0;
    for (let at = target.end; at < delta.length;) {
        const step = readStep(delta, at);
        const bytes = step.from === undefined ? delta.subarray(step.end - step.size, step.end) : base.subarray(step.from, step.from + step.size);
        if (bytes.length < step.size || step.size === 0 || length + step.size > content.length)
            return undefined;
        content.set(bytes, length);
        seams.push(step.from === undefined ? { start: length, end: length + step.size } : { start: length, end: length });
        length += step.size;
        at = step.end;
    }
    return length === content.length ? { content, seams } : undefined;
}
function readStep(delta, at) {
    const command = delta[at] ?? 0;
    if ((command & 0x80) === 0)
        return { from: undefined, size: command, end: at + 1 + command };
    let next = at + 1;
    const take = (bits, count) => {
        let value = 0;
        for (let place = 0; place < count; place++)
            if ((bits & (1 << place)) !== 0)
                value += (delta[next++] ?? 0) * 256 ** place;
        return value;
    };
    const from = take(command & 15, 4);
    const size = take((command >> 4) & 7, 3);
    return { from, size: size === 0 ? 0x10000 : size, end: next };
}
function delta_readSize(delta, start) {
    let value = 0;
    let at = start;
    for (let place = 0;; place += 7) {
        const byte = delta[at++] ?? 0;
        value += (byte & 0x7f) * 2 ** place;
        if ((byte & 0x80) === 0 || place > 42)
            return { value, end: at };
    }
}
/** The seams with `margin` bytes on both sides, those that touch as one. */
function widen(seams, { margin, length }) {
    const wide = [];
    for (const { start, end } of seams) {
        const last = wide.at(-1);
        const from = Math.max(0, start - margin);
        if (last && from <= last.end)
            last.end = Math.min(length, Math.max(last.end, end + margin));
        else
            wide.push({ start: from, end: Math.min(length, end + margin) });
    }
    return wide;
}

;// CONCATENATED MODULE: ./src/reader/image/content/git/pack.js
// A git pack: every object of a repository, compressed one by one, many as differences to others. Format: gitformat-pack(5), versions 2 and 3.





const pack_HEADER_BYTES = 12;
const OFFSET_DELTA = 6;
const REFERENCE_DELTA = 7;
const REFERENCE_BYTES = 20;
/** Bytes of the checksum at the end, SHA-1 or SHA-256. */
const TRAILERS = [20, 32];
const KINDS = ["", "commit", "tree", "blob", "tag"];
/** What one object may come to. */
const OBJECT_BYTES = 64 << 20;
/** Objects that are kept as bases of others; older ones are made again. */
const KEPT_BYTES = 48 << 20;
/** Bytes that are put together from differences before the rest counts as not examined: a pack may make much out of little. */
const MOST_WORK = 8 * 2 ** 30;
/** Differences to differences: git writes 50 at most, by itself. */
const MOST_CHAIN = 4_096;
/** What is read on both sides of a difference: longer than any single value that rules describe. */
const MARGIN_BYTES = 1 << 12;
/** Objects are named by their offsets. Of a difference only what it changes is read, with its surroundings: the rest has been read in its base. */
async function walkGitPack(context, site, bytes) {
    const pack = new Pack(bytes);
    const count = bytes.readUInt32BE(8);
    const waiting = [];
    let at = pack_HEADER_BYTES;
    for (let index = 0; index < count; index++) {
        const object = readStored(bytes, at);
        if (!object) {
            pack_readRest(context, site, { bytes, at, detail: `object ${index + 1} of ${count} of the git pack can't be decoded` });
            at = bytes.length;
            break;
        }
        const problem = site.budget.countMember() ? site.budget.grow(object.data.length) : { reason: "count-limit", detail: `more than ${context.limits.entries} members; the rest was not read` };
        if (problem)
            return addGap(context, site, { ...problem, bytes: bytes.length - at });
        if (!await readObject(context, site, { pack, object }))
            waiting.push(object);
        at += object.used;
        if (context.outlet.full)
            await context.outlet.drained();
    }
    if (at < bytes.length && !TRAILERS.includes(bytes.length - at))
        pack_readRest(context, site, { bytes, at, detail: `the git pack has something behind its ${count} objects` });
    await readWaiting(context, site, { pack, waiting });
}
function pack_readRest(context, site, { bytes, at, detail }) {
    addGap(context, site, { reason: "malformed", detail: `${detail}; the rest was read only as it is stored` });
    context.outlet.content(site.place, bytes.subarray(at));
}
/** False where the base isn't known yet. */
async function readObject(context, site, { pack, object }) {
    const member = toMember(site, `(git object at ${object.at})`);
    const { outlet } = context;
    if (object.base === undefined) {
        pack.keep(object.at, { content: object.data, kind: object.kind });
        await pack_count(context, () => context.inspectBytes(member, object.data));
        return true;
    }
    const base = pack.make(object.base, 0);
    const made = base && applyDelta(base.content, object.data, OBJECT_BYTES);
    if (!base || !made)
        return false;
    if (pack.exhausted) {
        addGap(context, member, { reason: "ratio-limit", detail: `the objects of the git pack come to more than ${MOST_WORK} bytes; this one was read as the difference that it is` });
        outlet.content(member.place, object.data);
        return true;
    }
    pack.keep(object.at, { content: made.content, kind: base.kind });
    await pack_count(context, () => {
        if (sniffFormat(made.content) !== undefined)
            return context.inspectBytes(member, made.content);
        for (const { start, end } of widen(made.seams, { margin: MARGIN_BYTES, length: made.content.length })) {
            const part = made.content.subarray(start, end);
            outlet.push({ kind: "fragment", place: member.place, bytes: part, start, line: 1, owned: part.length });
        }
        return undefined;
    });
    return true;
}
async function pack_count({ outlet }, read) {
    outlet.ledger.saw("members");
    const before = outlet.gaps;
    await read();
    if (outlet.gaps === before)
        outlet.ledger.examined("members");
}
/** Bases may stand behind their differences where they are named by digest. What finds none is read as the difference that it is. */
async function readWaiting(context, site, { pack, waiting }) {
    for (let left = waiting; left.length > 0;) {
        const next = [];
        for (const object of left) {
            if (!await readObject(context, site, { pack, object }))
                next.push(object);
            if (context.outlet.full)
                await context.outlet.drained();
        }
        if (next.length < left.length) {
            left = next;
            continue;
        }
        addGap(context, site, { reason: "malformed", detail: `${next.length} objects of the git pack differ from objects that it doesn't hold; they were read as the differences that they are` });
        for (const object of next)
            context.outlet.content(toMember(site, `(git object at ${object.at})`).place, object.data);
        return;
    }
}
/** Objects that have been made, the last of them at hand. */
class Pack {
    #bytes;
    #names = new Map();
    #kept = new Map();
    #size = 0;
    #work = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    get exhausted() {
        return this.#work > MOST_WORK;
    }
    keep(at, made) {
        this.#names.set((0,external_node_crypto_.createHash)("sha1").update(`${KINDS[made.kind] ?? ""} ${made.content.length}\0`).update(made.content).digest("hex"), at);
        if (this.#kept.has(at))
            return;
        this.#kept.set(at, made);
        this.#size += made.content.length;
        for (const [oldest, { content }] of this.#kept) {
            if (this.#size <= KEPT_BYTES || oldest === at)
                break;
            this.#kept.delete(oldest);
            this.#size -= content.length;
        }
    }
    /** The object at an offset or with a name; undefined where there is none. */
    make(base, chain) {
        const at = typeof base === "number" ? base : this.#names.get(base);
        if (at === undefined || chain > MOST_CHAIN)
            return undefined;
        const known = this.#kept.get(at);
        this.#work += known?.content.length ?? 0;
        if (known || this.exhausted)
            return known;
        const object = readStored(this.#bytes, at);
        if (!object)
            return undefined;
        if (object.base === undefined)
            return { content: object.data, kind: object.kind };
        const inner = this.make(object.base, chain + 1);
        const made = inner && applyDelta(inner.content, object.data, OBJECT_BYTES);
        this.#work += made?.content.length ?? 0;
        return inner && made && { content: made.content, kind: inner.kind };
    }
}
/** The object whose header begins at `at`; undefined where none can be decoded. */
function readStored(bytes, at) {
    const kind = ((bytes[at] ?? 0) >> 4) & 7;
    if (at < pack_HEADER_BYTES || kind === 0 || kind === 5)
        return undefined;
    let body = skipNumber(bytes, at);
    const offset = kind === OFFSET_DELTA ? readOffset(bytes, body) : undefined;
    const base = offset ? at - offset.value : kind === REFERENCE_DELTA ? bytes.toString("hex", body, body + REFERENCE_BYTES) : undefined;
    if (offset)
        body = offset.end;
    if (kind === REFERENCE_DELTA)
        body += REFERENCE_BYTES;
    const part = body < bytes.length ? inflatePart(bytes.subarray(body), OBJECT_BYTES) : undefined;
    if (!part || part === "too-large")
        return undefined;
    return { at, kind, data: part.content, used: body + part.used - at, ...(base !== undefined && { base }) };
}
/** Numbers end with the first byte whose highest bit is clear. */
function skipNumber(bytes, at) {
    let end = at;
    while (((bytes[end] ?? 0) & 0x80) !== 0)
        end++;
    return end + 1;
}
/** How far back the base is: seven bits a byte, the highest first, each further byte adding one. */
function readOffset(bytes, at) {
    let end = at;
    let value = (bytes[end] ?? 0) & 0x7f;
    while (((bytes[end++] ?? 0) & 0x80) !== 0)
        value = (value + 1) * 128 + ((bytes[end] ?? 0) & 0x7f);
    return { value, end };
}

;// CONCATENATED MODULE: ./src/reader/image/content/zlib-stream.js
// A zlib stream by itself: a loose object of a git repository, or anything else that a program has deflated.



/** What follows the stream is read as it is. */
async function openZlib(context, site, bytes) {
    const part = inflatePart(bytes, context.limits.bufferBytes);
    if (part === "too-large")
        return addGap(context, site, { reason: "size-limit", detail: `a zlib stream has more than ${context.limits.bufferBytes} bytes`, bytes: bytes.length });
    if (!part) {
        addGap(context, site, { reason: "malformed", detail: "a zlib stream is damaged; it was read only as it is stored" });
        return context.outlet.content(site.place, bytes);
    }
    context.outlet.content(site.place, bytes.subarray(part.used));
    const member = toMember(site, "(zlib)");
    const problem = site.budget.grow(part.content.length);
    if (problem)
        return addGap(context, member, { ...problem, bytes: part.content.length });
    return countMember(context, () => context.inspectBytes(member, part.content));
}

;// CONCATENATED MODULE: ./src/reader/image/content/format-readers.js














const formatReaders = {
    gzip: { needs: "stream", nests: true, read: expandAs("gzip"), readSmall: expandSmallAs("gzip") },
    zstd: { needs: "stream", nests: true, read: expandAs("zstd"), readSmall: expandSmallAs("zstd") },
    xz: { needs: "stream", nests: true, read: expandAs("xz") },
    bzip2: { needs: "stream", nests: true, read: expandAs("bzip2") },
    lz4: { needs: "stream", nests: true, read: expandAs("lz4") },
    lzma: { needs: "stream", nests: true, read: expandAs("lzma") },
    lzip: { needs: "stream", nests: true, read: expandAs("lzip") },
    tar: { needs: "stream", nests: true, read: walkNestedTar },
    ar: { needs: "stream", nests: true, read: walkAr },
    cpio: { needs: "stream", nests: true, read: walkCpio },
    rpm: { needs: "stream", nests: true, read: walkRpm },
    zip: { needs: "whole", nests: true, read: walkZip, readLarge: walkLarge },
    zlib: { needs: "whole", nests: true, read: openZlib },
    "git-pack": { needs: "whole", nests: true, read: walkGitPack },
    pdf: { needs: "whole", nests: false, read: walkPdf },
    png: { needs: "whole", nests: false, read: walkPng },
    "java-class": { needs: "whole", nests: false, read: readClassFile },
    "python-code": { needs: "whole", nests: false, read: readPythonCode },
    "office-text": { needs: "whole", nests: false, read: readOfficeText },
    sqlite: { needs: "whole", nests: false, read: readSqlite },
};
/** Undefined for formats that nothing here reads. */
function readerOf(format) {
    const readers = formatReaders;
    return readers[format];
}

;// CONCATENATED MODULE: ./src/reader/image/content/inspect.js
// Reads one file's content: as it is, or, where it is an archive or compressed, what is inside.






/** Content up to this size is taken into memory as a whole: a zip archive may stand at its end. */
const WHOLE_BYTES = 16 << 20;
function createContext(outlet, limits) {
    const context = {
        outlet, limits,
        inspectBytes: (site, bytes) => inspectBytes(context, site, bytes),
        inspectStream: (site, reader, size) => inspectStream(context, site, { reader, size }),
    };
    return context;
}
function inspectBytes(context, site, bytes) {
    const format = sniffFormat(bytes) ?? (endsAsZip(bytes) ? "zip" : undefined);
    if (format !== undefined)
        return openBytes(context, site, { format, bytes });
    context.outlet.content(site.place, bytes);
    return undefined;
}
async function inspectStream(context, site, { reader, size }) {
    const format = sniffFormat(await reader.peek(SNIFF_BYTES));
    const known = format && readerOf(format);
    if (known?.needs === "stream")
        return isTooDeep(context, site) ? passThrough(context, site, reader) : known.read(context, site, reader);
    const most = known ? context.limits.bufferBytes : WHOLE_BYTES;
    const whole = size !== undefined && size > most ? undefined : await takeWhole(reader, most);
    if (whole)
        return inspectBytes(context, site, whole);
    if (known?.readLarge)
        return isTooDeep(context, site) ? passThrough(context, site, reader) : known.readLarge(context, site, reader);
    if (format === undefined)
        return site.depth < context.limits.depth ? walkLarge(context, site, reader) : passThrough(context, site, reader);
    if (known)
        addTooLarge(context, site, format);
    else
        addUnsupported(context, site, format);
    return passThrough(context, site, reader);
}
/** All of the content where it has at most `most` bytes; what was taken of more stays in the reader. */
async function takeWhole(reader, most) {
    const head = await reader.peek(most + 1);
    return head.length > most ? undefined : reader.take(head.length);
}
/** Reads content as it is. */
async function passThrough(context, { place }, reader) {
    const cutter = new WindowCutter(place);
    for (let chunk = await reader.next(); chunk; chunk = await reader.next()) {
        for (const window of cutter.push(chunk))
            context.outlet.push(window);
        if (context.outlet.full)
            await context.outlet.drained();
    }
    for (const window of cutter.end())
        context.outlet.push(window);
}
async function openBytes(context, site, { format, bytes }) {
    const known = readerOf(format);
    if (!known) {
        addUnsupported(context, site, format);
        return context.outlet.content(site.place, bytes);
    }
    if (known.nests && isTooDeep(context, site))
        return context.outlet.content(site.place, bytes);
    if (known.needs === "stream")
        return known.readSmall ? known.readSmall(context, site, bytes) : known.read(context, site, ByteReader.over(bytes));
    if (bytes.length <= context.limits.bufferBytes)
        return known.read(context, site, bytes);
    if (known.readLarge)
        return known.readLarge(context, site, ByteReader.over(bytes));
    addTooLarge(context, site, format);
    context.outlet.content(site.place, bytes);
}
function addTooLarge(context, site, format) {
    addGap(context, site, { reason: "size-limit", detail: `content in ${format} format of more than ${context.limits.bufferBytes} bytes was read only as it is stored` });
}
function isTooDeep(context, site) {
    if (site.depth < context.limits.depth)
        return false;
    addGap(context, site, { reason: "depth-limit", detail: `an archive nested deeper than ${context.limits.depth} levels was read only as it is stored` });
    return true;
}
function addUnsupported(context, site, format) {
    addGap(context, site, { reason: "unsupported-archive", detail: `content in ${format} format was read only as it is stored` });
}

;// CONCATENATED MODULE: ./src/reader/image/layer-order.js
/**
 * Top layers first, so that what an upper layer hides is known when the lower one streams by. Images whose layers stand in
 * contradictory orders have no such order; the first image's then counts.
 */
function orderLayers(images) {
    const above = new Map();
    const tasks = new Map();
    for (const image of images) {
        const upper = new Set();
        for (const layer of image.layers.filter((candidate) => candidate.listed).toReversed()) {
            // Of a layer that stands twice in an image the upper one counts: it is shown wherever the lower one is.
            if (upper.has(layer.entry))
                continue;
            const task = tasks.get(layer.entry) ?? { image, layer, images: [] };
            if (!task.images.includes(image))
                task.images.push(image);
            tasks.set(layer.entry, task);
            const known = above.get(layer.entry) ?? new Set();
            for (const entry of upper)
                known.add(entry);
            above.set(layer.entry, known);
            upper.add(layer.entry);
        }
    }
    return layer_order_sort(tasks, above);
}
function layer_order_sort(tasks, above) {
    const ordered = [];
    const waiting = new Map(tasks);
    while (waiting.size > 0) {
        const free = [...waiting.keys()].filter((entry) => ![...(above.get(entry) ?? [])].some((upper) => waiting.has(upper)));
        const next = free.length > 0 ? free : [...waiting.keys()].slice(0, 1);
        for (const entry of next) {
            const task = waiting.get(entry);
            if (task)
                ordered.push(task);
            waiting.delete(entry);
        }
    }
    return ordered;
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/blob.js
// Bytes of a container's entry, compared while they pass with the size and the digest that name them.


const DIGEST = /^(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
/** Where a layout keeps the blob of a digest (OCI image layout, "Blobs"); undefined for what is no digest of a known kind. */
function toBlobEntry(digest) {
    return DIGEST.test(digest) ? `blobs/${digest.replace(":", "/")}` : undefined;
}
/** The digest that an entry's name promises: of a layout's blob, or of a docker-archive's config. */
function digestOfEntry(entry) {
    const [, algorithm, blob] = /^blobs\/(sha256|sha512)\/([0-9a-f]+)$/.exec(entry) ?? [];
    const config = /^([0-9a-f]{64})\.json$/.exec(entry)?.[1];
    const digest = blob !== undefined ? `${algorithm}:${blob}` : `sha256:${config}`;
    return DIGEST.test(digest) ? digest : undefined;
}
/** The entry's own name as archives and manifests may spell it. */
function toEntryName(name) {
    return external_node_path_.posix.normalize(name).replace(/^\/+/, "");
}
class BlobReader {
    /** What was wrong; complete once `chunks` has ended. */
    problems = [];
    /** Digest of the bytes in the algorithm of the expected one, known at the end. */
    digest;
    size = 0;
    #container;
    #expected;
    #spare;
    /** Chunks that come into `spare` are memory for later ones. */
    constructor(container, expected, spare) {
        this.#spare = spare;
        this.#container = container;
        this.#expected = expected;
    }
    /** All bytes; a source that fails ends the stream with a problem instead of an exception. */
    async *chunks() {
        const { entry, digest } = this.#expected;
        const source = this.#container.open(entry, this.#spare);
        if (!source) {
            this.problems.push({ reason: "missing-blob", detail: `the image has no ${entry}` });
            return;
        }
        const algorithm = digest?.slice(0, digest.indexOf(":")) ?? "sha256";
        const hash = (0,external_node_crypto_.createHash)(algorithm);
        try {
            for await (const chunk of source) {
                hash.update(chunk);
                this.size += chunk.length;
                yield chunk;
            }
        }
        catch (error) {
            this.problems.push({ reason: "truncated", detail: `${entry} could not be read to its end (${blob_describe(error)})` });
            return;
        }
        this.#compare(algorithm, hash);
    }
    #compare(algorithm, hash) {
        const { entry, digest, size } = this.#expected;
        const stored = this.#container.size(entry);
        this.digest = `${algorithm}:${hash.digest("hex")}`;
        if (stored !== undefined && this.size < stored)
            this.problems.push({ reason: "truncated", detail: `${entry} ends after ${this.size} of ${stored} bytes`, bytes: stored - this.size });
        else if (size !== undefined && this.size !== size)
            this.problems.push({ reason: "size-mismatch", detail: `${entry} has ${this.size} bytes, its descriptor says ${size}` });
        if (digest !== undefined && digest !== this.digest)
            this.problems.push({ reason: "digest-mismatch", detail: `${entry} has the digest ${this.digest}, named was ${digest}` });
    }
}
function blob_describe(error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "" ? "the source failed" : code;
}

;// CONCATENATED MODULE: ./src/reader/image/layer.js
// Reads one layer: verified, decompressed and verified again while it streams, file by file.










/** Layers compress better than files: whole folders of zeros and logs. The ratio counts from here on. */
const RATIO_FREE_BYTES = 2 ** 30;
/** Kinds of layers that hold a tar archive; whether and how it is compressed is told by its bytes. */
const LAYER_TYPE = /^$|^application\/vnd\.(oci\.image\.layer(\.nondistributable)?\.v1\.tar|docker\.image\.rootfs\.(foreign\.)?diff\.tar)([.+](gzip|zstd))?$/;
async function readLayer(context, options) {
    const { container, task: { image, layer } } = options;
    const { outlet } = context;
    const place = { kind: "image", platform: image.facts.platform, layer: layer.place, part: "file", members: [], state: "final" };
    const report = (problem) => outlet.gap(problem.reason, place, problem);
    const before = outlet.gaps;
    outlet.ledger.saw("layers");
    for (const overlay of options.overlays)
        overlay.unpack();
    const { mediaType, digest, size } = layer.facts;
    if (!LAYER_TYPE.test(mediaType))
        report({ reason: mediaType.endsWith("+encrypted") ? "encrypted" : "unsupported-media-type", detail: `the layer's media type ${mediaType} is not known; it was read by its content` });
    const spare = [];
    const blob = new BlobReader(container, { entry: layer.entry, ...(digest !== null && { digest, size: size ?? undefined }) }, spare);
    const reader = new ByteReader(blob.chunks(), { spare });
    let isVerified = false;
    try {
        await reader.peek(1);
        const isMissing = blob.problems.length > 0;
        if (!isMissing)
            isVerified = await walkLayer(context, { ...options, place, unpacked: await unpack(context, { reader, layer, size: size ?? 0, place, report }), blob, report });
        // Whatever was left is read for the digest's sake.
        while (await reader.next())
            ;
    }
    finally {
        await reader.close();
    }
    for (const problem of blob.problems)
        report(problem);
    if (outlet.gaps === before)
        outlet.ledger.examined("layers");
    return { blob: blob.digest, isVerified: isVerified && blob.problems.length === 0 };
}
/** Chunks that are used up are the decoder's own. */
const NOWHERE = { push: () => undefined };
/** The tar stream of a layer. */
async function unpack(context, { reader, layer, size, place, report }) {
    const head = await reader.peek(SNIFF_BYTES);
    const format = sniffFormat(head);
    if (format === undefined || format === "tar" || isZero(head))
        return { tar: reader };
    // Decoders of our own look ahead and keep what they saw; so does whoever reads an unknown format.
    if (format !== "gzip" && format !== "zstd")
        reader.keepAll();
    if (!isCompression(format)) {
        report({ reason: "unsupported-compression", detail: `the layer is in ${format} format; it was read only as it is stored` });
        return { tar: reader };
    }
    const site = { place, depth: 0, budget: new Budget(context.limits, size) };
    if (format === "gzip")
        readGzipTexts(context, site, await reader.peek(1 << 16));
    let decoded = 0;
    const { layerBytes, ratio } = context.limits;
    const decoder = new Decoder(reader, {
        compression: format, reuses: true,
        // Tables of contents of lazily pulled layers (zstd:chunked) stand beside the data.
        aside: (bytes) => context.inspectBytes(toMember(site, `(beside ${format})`), bytes),
        grow: (bytes) => {
            decoded += bytes;
            if (decoded > layerBytes)
                return { reason: "size-limit", detail: `the layer has more than ${layerBytes} bytes` };
            const isBomb = decoded > Math.max(RATIO_FREE_BYTES, context.limits.ratioFreeBytes) && decoded > Math.max(size, reader.position) * ratio;
            return isBomb ? { reason: "ratio-limit", detail: `the layer expands to more than ${ratio} times its size` } : undefined;
        },
    });
    const { diffId } = layer.facts;
    const hash = diffId === null ? undefined : (0,external_node_crypto_.createHash)(diffId.startsWith("sha512:") ? "sha512" : "sha256");
    return { tar: new ByteReader(hash ? hashed(decoder.chunks(), hash) : decoder.chunks(), { spare: NOWHERE }), decoder, hash };
}
/** True where the uncompressed bytes have the digest that the config says. */
async function walkLayer(context, { unpacked, place, report, blob, ...options }) {
    const { diffId } = options.task.layer.facts;
    const { tar, decoder, hash } = unpacked;
    await walkTar(context, tar, createVisitor(context, place, options));
    while (await tar.next())
        ;
    const problem = decoder?.problem;
    if (problem)
        report(problem);
    // An uncompressed layer is its blob: one hash serves both.
    const digest = hash ? `${diffId?.startsWith("sha512:") ? "sha512" : "sha256"}:${hash.digest("hex")}` : blob.digest;
    if (!problem && diffId !== null && digest !== undefined && digest !== diffId) {
        report({ reason: "digest-mismatch", detail: `the uncompressed layer has the digest ${digest}, the config says ${diffId}` });
    }
    return !problem && diffId !== null && digest === diffId;
}
async function* hashed(chunks, hash) {
    for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
    }
}
function createVisitor(context, place, { names, overlays }) {
    const { outlet, limits } = context;
    let last;
    let entries = 0;
    const stateOf = (path) => (last?.path === path ? last.state : toState(overlays, path, false));
    return {
        archive: { place, depth: 0, budget: new Budget(limits, 0) },
        placeOf: (path, part) => ({ ...place, part, path, state: stateOf(path) }),
        siteOf: (path, size) => ({ place: { ...place, path, state: stateOf(path) }, depth: 0, budget: new Budget(limits, size) }),
        enter: (path, entry) => {
            if (++entries > limits.entries) {
                outlet.gap("count-limit", place, { detail: `the layer has more than ${limits.entries} entries; the rest was not read` });
                return false;
            }
            last = { path, state: toState(overlays, path, entry.type === "directory") };
            names?.add(path, entry.type === "directory");
            return true;
        },
        leave: (entry, isComplete) => {
            if (entry.type !== "file")
                return;
            outlet.ledger.saw("files");
            if (isComplete)
                outlet.ledger.examined("files");
        },
    };
}
/** Of a layer that several images share, a path counts as it is shown where it is shown most. */
function toState(overlays, path, isFolder) {
    let state = "final";
    for (const [index, overlay] of overlays.entries()) {
        const own = overlay.state(path, isFolder);
        if (own === "final")
            return "final";
        if (index === 0)
            state = own;
    }
    return state;
}

;// CONCATENATED MODULE: ./src/reader/image/overlay.js
const nameKinds = ["folders", "files", "removed", "opaque"];
const WHITEOUT = ".wh.";
const OPAQUE = ".wh..wh..opq";
/** Names of one layer, gathered while it is read. */
class LayerNames {
    folders = [];
    files = [];
    removed = [];
    opaque = [];
    add(path, isFolder) {
        const slash = path.lastIndexOf("/");
        const name = path.slice(slash + 1);
        if (!name.startsWith(WHITEOUT)) {
            (isFolder ? this.folders : this.files).push(path);
            return;
        }
        const folder = path.slice(0, Math.max(slash, 0));
        if (name === OPAQUE)
            this.opaque.push(folder);
        else
            this.removed.push(folder === "" ? name.slice(WHITEOUT.length) : `${folder}/${name.slice(WHITEOUT.length)}`);
    }
}
/** All layers of one image above the one that is being read. */
class Overlay {
    #names = { folders: new Set(), files: new Set(), removed: new Set(), opaque: new Set() };
    #kept = [];
    #isEmpty = true;
    #lastFolder;
    #lastState = "final";
    /** Puts a layer on the pile; its names hide those of the layers below. */
    add(names) {
        this.#lastFolder = undefined;
        this.#isEmpty = false;
        if ("unpack" in names) {
            this.#kept.push(names);
            return;
        }
        for (const kind of nameKinds)
            for (const path of names[kind])
                this.#names[kind].add(path);
        this.#addFolders(names.files);
    }
    /** Makes ready for many questions. */
    unpack() {
        for (const names of this.#kept.splice(0))
            this.add(names.unpack());
    }
    state(path, isFolder) {
        if (this.#isEmpty)
            return "final";
        const slash = path.lastIndexOf("/");
        const above = this.#folderState(path.slice(0, Math.max(slash, 0)));
        if (above !== "final")
            return above;
        if (this.#has("removed", path))
            return "deleted";
        return this.#has("files", path) || (!isFolder && this.#has("folders", path)) ? "overwritten" : "final";
    }
    #has(kind, path) {
        return this.#names[kind].has(path) || this.#kept.some((names) => names.has(kind, path));
    }
    /** A file implies its folders, whether the layer lists them or not. Files of a folder mostly stand together. */
    #addFolders(files) {
        const { folders } = this.#names;
        let last = "";
        for (const path of files) {
            let at = path.lastIndexOf("/");
            if (at === last.length && path.startsWith(last))
                continue;
            for (last = path.slice(0, Math.max(at, 0)); at > 0; at = path.lastIndexOf("/", at - 1)) {
                const folder = path.slice(0, at);
                if (folders.has(folder))
                    break;
                folders.add(folder);
            }
        }
    }
    /** Entries of a folder stand together in a layer, so the last answer is nearly always the right one. */
    #folderState(folder) {
        if (folder === this.#lastFolder)
            return this.#lastState;
        this.#lastFolder = folder;
        this.#lastState = this.#findFolderState(folder);
        return this.#lastState;
    }
    #findFolderState(folder) {
        if (this.#has("opaque", ""))
            return "deleted";
        for (let end = folder.indexOf("/"); folder !== ""; end = folder.indexOf("/", end + 1)) {
            const ancestor = end < 0 ? folder : folder.slice(0, end);
            if (this.#has("removed", ancestor) || this.#has("opaque", ancestor))
                return "deleted";
            if (this.#has("files", ancestor))
                return "overwritten";
            if (end < 0)
                break;
        }
        return "final";
    }
}

;// CONCATENATED MODULE: ./src/reader/image/recall.js



/** Reads the layer, or says again what is known of it. Gives its names where `options.names` asks for them. */
async function readOrRecall(context, options, memory) {
    const { diffId } = options.task.layer.facts;
    const record = diffId === null ? undefined : await memory?.recall(diffId);
    if (memory && record && diffId !== null && await isSame(options, record, memory)) {
        const names = options.names && await memory.namesOf(diffId);
        if (!options.names || names) {
            sayAgain(context, options, record);
            return names;
        }
    }
    if (!memory || diffId === null)
        await readLayer(context, options);
    else
        await readAndLearn(context, options, { memory, diffId });
    return options.names;
}
/** Whether the stored bytes are still those that were read: by the file's stamp, else by reading them for their digest. */
async function isSame({ container, task: { layer } }, record, memory) {
    const stamp = container.stamp?.(layer.entry);
    if (stamp !== undefined && record.stamps.includes(stamp))
        return true;
    const blob = new BlobReader(container, { entry: layer.entry, ...(layer.facts.digest !== null && { digest: layer.facts.digest }) });
    for await (const chunk of blob.chunks())
        if (chunk.length < 0)
            break;
    const holds = blob.problems.length === 0 && blob.digest !== undefined && record.blobs.includes(blob.digest);
    if (holds && stamp !== undefined && stamp === container.stamp?.(layer.entry) && layer.facts.diffId !== null)
        memory.vouch(layer.facts.diffId, stamp);
    return holds;
}
function sayAgain({ outlet }, { task: { image, layer }, overlays }, record) {
    for (const [unit, count] of Object.entries(record.seen))
        outlet.ledger.saw(unit, count);
    const { bytes = 0, ...examined } = record.examined;
    for (const [unit, count] of Object.entries(examined))
        outlet.ledger.examined(unit, count);
    const relocate = (draft) => {
        if (draft.location.kind !== "image")
            return draft;
        const { path } = draft.location;
        const place = { platform: image.facts.platform, layer: layer.place, state: path === undefined ? "final" : toState(overlays, path, false) };
        return { ...draft, location: { ...draft.location, ...place } };
    };
    outlet.recall({ kind: "recalled", findings: record.findings.map(relocate), gaps: record.gaps.map(relocate), bytes });
}
async function readAndLearn(context, options, { memory, diffId }) {
    const { container, task: { layer } } = options;
    const { outlet } = context;
    const stamp = container.stamp?.(layer.entry);
    const names = options.names ?? new LayerNames();
    const before = { ...outlet.ledger.counts(), bytes: outlet.pushed };
    const { blob, isVerified } = await readLayer(context, { ...options, names });
    // Gaps beyond the limit are not listed, and so not to be said again.
    if (!isVerified || blob === undefined || outlet.gaps > context.limits.gaps)
        return;
    const after = outlet.ledger.counts();
    const examined = { ...subtract(after.examined, before.examined), bytes: outlet.pushed - before.bytes };
    const isUntouched = stamp !== undefined && stamp === container.stamp?.(layer.entry);
    memory.learn({ diffId, blob, stamp: isUntouched ? stamp : undefined, names, seen: subtract(after.seen, before.seen), examined });
}
function subtract(after, before) {
    const units = Object.keys(after);
    return Object.fromEntries(units.map((unit) => [unit, (after[unit] ?? 0) - (before[unit] ?? 0)]).filter(([, count]) => count !== 0));
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/model.js
/** A place in an image's metadata. */
function toMetadataPlace(platform, part, path) {
    return { kind: "image", platform, layer: null, part, ...(path !== undefined && { path }), members: [], state: "final" };
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/platform.js
const UNKNOWN_PLATFORM = "unknown";
function toPlatformText(platform) {
    if (!platform || platform.os === "" || platform.os === "unknown")
        return UNKNOWN_PLATFORM;
    return [platform.os, platform.architecture || "unknown", ...(platform.variant ? [platform.variant] : [])].join("/");
}
/** True where `asked` names `platform`; a variant that isn't asked for may be any. */
function isPlatform(platform, asked) {
    return platform === asked || platform.startsWith(`${asked}/`);
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/schema.js
// Shapes of the documents, as loose as can be worked with: an image is judged by its bytes, not by its manners.
// Formats: OCI image-spec 1.1 (index, manifest, config, descriptor), Docker image specification 1.3 (manifest.json of an archive).

const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).optional().catch(undefined);
const platformSchema = schemas/* looseObject */._H3({
    os: schemas/* string */.YjP().catch(""),
    architecture: schemas/* string */.YjP().catch(""),
    variant: schemas/* string */.YjP().optional().catch(undefined),
});
const descriptorSchema = schemas/* looseObject */._H3({
    mediaType: schemas/* string */.YjP().catch(""),
    digest: schemas/* string */.YjP(),
    size: schemas/* int */.Whr().nonnegative().optional().catch(undefined),
    platform: platformSchema.optional().catch(undefined),
    annotations: texts,
});
const indexSchema = schemas/* looseObject */._H3({ manifests: schemas/* array */.YOg(schemas/* unknown */.L5J()) });
const manifestSchema = schemas/* looseObject */._H3({
    mediaType: schemas/* string */.YjP().catch(""),
    artifactType: schemas/* string */.YjP().optional().catch(undefined),
    config: descriptorSchema.optional().catch(undefined),
    layers: schemas/* array */.YOg(schemas/* unknown */.L5J()),
});
const configSchema = schemas/* looseObject */._H3({
    os: schemas/* string */.YjP().catch(""),
    architecture: schemas/* string */.YjP().catch(""),
    variant: schemas/* string */.YjP().optional().catch(undefined),
    rootfs: schemas/* looseObject */._H3({ diff_ids: schemas/* array */.YOg(schemas/* string */.YjP()) }),
    history: schemas/* array */.YOg(schemas/* looseObject */._H3({ created_by: schemas/* string */.YjP().optional().catch(undefined), empty_layer: schemas/* boolean */.zMY().optional().catch(undefined) })).catch([]),
});
const archiveSchema = schemas/* array */.YOg(schemas/* looseObject */._H3({
    Config: schemas/* string */.YjP(),
    RepoTags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish().catch(undefined),
    Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
}));

;// CONCATENATED MODULE: ./src/reader/image/manifest/assemble.js




function toListedLayer({ digest, mediaType, size }) {
    return { entry: toBlobEntry(digest) ?? digest, digest, mediaType, size: size ?? null };
}
/** The image; disagreements and unreadable parts go to the resolution's problems. */
function assembleImage(resolution, container, parts) {
    const parsed = parts.config?.value === undefined ? undefined : configSchema.safeParse(parts.config.value);
    const config = parsed?.success ? parsed.data : undefined;
    const own = toPlatformText(config);
    const platform = own === UNKNOWN_PLATFORM ? parts.platform : own;
    const configPlace = toMetadataPlace(platform, "config");
    for (const problem of parts.config?.problems ?? [])
        resolution.problems.push({ ...problem, place: configPlace });
    if (parsed && !parsed.success)
        resolution.problems.push({ reason: "malformed", detail: "the image's config has no list of layers", place: configPlace });
    const layers = toLayers(container, parts.layers, config);
    reportDisagreement(resolution, { platform, layers, config, parts });
    for (const layer of layers)
        resolution.referenced.add(layer.entry);
    return {
        layers,
        manifest: parts.manifest,
        config: parts.config && { document: parts.config, value: config },
        facts: {
            platform,
            tags: parts.tags,
            manifestDigest: parts.manifest?.digest ?? null,
            configDigest: parts.config && parts.config.bytes.length > 0 ? parts.config.digest : null,
            layers: layers.map((layer) => layer.facts),
        },
    };
}
function toLayers(container, listed, config) {
    const diffIds = config?.rootfs.diff_ids ?? [];
    const steps = (config?.history ?? []).filter((step) => step.empty_layer !== true);
    const count = Math.max(listed.length, diffIds.length);
    return Array.from({ length: count }, (_, index) => {
        const layer = listed[index];
        const createdBy = steps[index]?.created_by ?? "";
        const diffId = diffIds[index] ?? null;
        const name = toEntryName(layer?.entry ?? "");
        const entry = container.aliasOf?.(name) ?? name;
        const size = layer?.size ?? container.size(entry) ?? null;
        return {
            entry,
            listed: layer !== undefined,
            place: { index, diffId: diffId ?? "unknown", createdBy },
            facts: { index, diffId, digest: layer?.digest ?? null, mediaType: layer?.mediaType ?? "", size, createdBy },
        };
    });
}
function reportDisagreement(resolution, { platform, layers, config, parts }) {
    if (!config)
        return;
    const diffIds = config.rootfs.diff_ids.length;
    if (parts.layers.length > diffIds) {
        const detail = `the config lists ${diffIds} layers, the manifest ${parts.layers.length}: the others cannot be verified`;
        resolution.problems.push({ reason: "digest-mismatch", detail, place: toMetadataPlace(platform, "config", "rootfs.diff_ids") });
    }
    for (const layer of layers.filter((candidate) => !candidate.listed)) {
        const place = { ...toMetadataPlace(platform, "file"), layer: layer.place };
        resolution.problems.push({ reason: "missing-blob", detail: "the config lists this layer, the manifest doesn't", place });
    }
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/document.js
// JSON documents of an image: read within a limit, compared with their digest, parsed without trust.



/** Reads one document of at most `limit` bytes; whatever is wrong with it stands in `problems`. */
async function readDocument(container, expected, limit) {
    const blob = new BlobReader(container, expected);
    const parts = [];
    let size = 0;
    for await (const chunk of blob.chunks()) {
        size += chunk.length;
        if (size > limit)
            return toDocument(expected.entry, Buffer.alloc(0), [{ reason: "size-limit", detail: `${expected.entry} has more than ${limit} bytes` }]);
        parts.push(chunk);
    }
    return toDocument(expected.entry, Buffer.concat(parts, size), blob.problems);
}
function toDocument(entry, bytes, problems) {
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
    const isMissing = bytes.length === 0 && problems.length > 0;
    if (isMissing)
        return { entry, bytes, digest, value: undefined, hidden: false, problems };
    const text = bytes.toString("utf8");
    try {
        const value = JSON.parse(text);
        return { entry, bytes, digest, value, hidden: !(0,external_node_buffer_.isUtf8)(bytes) || hidesText(text, value), problems };
    }
    catch {
        // A SyntaxError, or a RangeError for nesting that is deeper than the stack.
        return { entry, bytes, digest, value: undefined, hidden: true, problems: [...problems, { reason: "malformed", detail: `${entry} is not valid JSON` }] };
    }
}
/** Parsing keeps the last of several equal names and rounds long numbers: what falls away would be seen by nobody. */
function hidesText(text, value) {
    const inText = text.match(/"(?:[^"\\]|\\.)*"/g)?.length ?? 0;
    let inValue = 0;
    const open = [value];
    while (open.length > 0) {
        const item = open.pop();
        if (typeof item === "string")
            inValue++;
        if (typeof item !== "object" || item === null)
            continue;
        const values = Object.values(item);
        if (!Array.isArray(item))
            inValue += values.length;
        for (const child of values)
            open.push(child);
    }
    return inText !== inValue || /[:[,\s]-?\d{16}/.test(text);
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/docker-archive.js
// The manifest.json of a docker-archive: the only list of images in archives of engines before 25, a second one beside index.json since.




const docker_archive_LAYER_TYPE = "application/vnd.docker.image.rootfs.diff.tar";
/** Adds the images of manifest.json; one that the index has named already, with the same config and layers, isn't read twice. */
async function followArchive(walk, items) {
    for (const item of items)
        await takeItem(walk, item);
}
async function takeItem(walk, item) {
    const { container, limits, resolution } = walk;
    const named = toEntryName(item.Config);
    const entry = container.aliasOf?.(named) ?? named;
    const document = await readDocument(container, { entry, digest: digestOfEntry(named) }, limits.metadataBytes);
    resolution.referenced.add(entry).add(named);
    const layers = (item.Layers ?? []).map((name) => {
        resolution.referenced.add(toEntryName(name));
        return { entry: name, digest: digestOfEntry(toEntryName(name)) ?? null, mediaType: docker_archive_LAYER_TYPE, size: null };
    });
    const before = resolution.problems.length;
    const parts = { manifest: undefined, config: document, layers, platform: UNKNOWN_PLATFORM, tags: item.RepoTags ?? [] };
    const image = assembleImage(resolution, container, parts);
    const isOther = walk.platform !== undefined && !isPlatform(image.facts.platform, walk.platform);
    if (isOther)
        walk.others.add(image.facts.platform);
    if (isOther || resolution.images.some((known) => docker_archive_isSame(known, image))) {
        resolution.problems.length = before;
        return;
    }
    resolution.images.push(image);
}
function docker_archive_isSame(known, image) {
    return known.facts.configDigest === image.facts.configDigest && known.layers.length === image.layers.length
        && known.layers.every((layer, index) => layer.entry === image.layers[index]?.entry);
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/oci-index.js






/** Indexes inside indexes that are followed; registries and engines know two levels. */
const MOST_NESTED = 8;
const REFERENCE_NAME = "org.opencontainers.image.ref.name";
const IMAGE_NAME = "io.containerd.image.name";
/** Follows the descriptors of an index; `path` holds the digests that led here. */
async function followIndex(walk, descriptors, path) {
    for (const raw of descriptors) {
        const parsed = descriptorSchema.safeParse(raw);
        if (parsed.success)
            await followDescriptor(walk, parsed.data, path);
        else
            addProblem(walk, UNKNOWN_PLATFORM, { reason: "malformed", detail: "an entry of the index is not a descriptor" });
    }
}
/** Tags that an index gives to one of its entries. */
function tagsOf({ annotations }) {
    const tags = [annotations?.[REFERENCE_NAME], annotations?.[IMAGE_NAME]].filter((tag) => typeof tag === "string");
    return [...new Set(tags)];
}
async function followDescriptor(walk, descriptor, path) {
    const platform = toPlatformText(descriptor.platform);
    const entry = toBlobEntry(descriptor.digest);
    if (path.includes(descriptor.digest))
        return addProblem(walk, platform, { reason: "cycle", detail: "an index leads back to itself" });
    if (path.length >= MOST_NESTED)
        return addProblem(walk, platform, { reason: "depth-limit", detail: `indexes are nested deeper than ${MOST_NESTED} levels` });
    if (++walk.manifests > walk.limits.manifests) {
        if (walk.manifests === walk.limits.manifests + 1)
            addProblem(walk, platform, { reason: "count-limit", detail: `more than ${walk.limits.manifests} manifests; the rest was not read` });
        return;
    }
    if (entry === undefined)
        return addProblem(walk, platform, { reason: "unsupported-feature", detail: "a descriptor's digest is of no known kind" });
    if (isAttestation(descriptor))
        return keepAttestation(walk, descriptor, entry);
    if (walk.platform !== undefined && platform !== UNKNOWN_PLATFORM && !isPlatform(platform, walk.platform)) {
        walk.others.add(platform);
        return;
    }
    const document = await readDocument(walk.container, { entry, digest: descriptor.digest, size: descriptor.size }, walk.limits.metadataBytes);
    walk.resolution.referenced.add(entry);
    for (const problem of document.problems)
        addProblem(walk, platform, problem);
    await followDocument(walk, { descriptor, document, platform }, [...path, descriptor.digest]);
}
async function followDocument(walk, { descriptor, document, platform }, path) {
    if (document.value === undefined) {
        if (document.bytes.length > 0)
            walk.resolution.listings.push({ document, platform });
        return;
    }
    const index = indexSchema.safeParse(document.value);
    if (index.success) {
        walk.resolution.listings.push({ document, platform });
        return followIndex(walk, index.data.manifests, path);
    }
    const manifest = manifestSchema.safeParse(document.value);
    const isImage = manifest.success && (manifest.data.config === undefined || isImageConfig(manifest.data.config.mediaType));
    if (isImage)
        return takeImage(walk, { descriptor, document, platform });
    walk.resolution.listings.push({ document, platform });
    const kind = manifest.success ? manifest.data.artifactType ?? manifest.data.config?.mediaType : descriptor.mediaType;
    addProblem(walk, platform, { reason: "unsupported-media-type", detail: `an entry of the index is no image (${kind || "no media type"}); its content was read only as it is stored` });
}
async function takeImage(walk, { descriptor, document, platform }) {
    const { container, limits, resolution } = walk;
    const { config: stated, layers } = manifestSchema.parse(document.value);
    const entry = stated && toBlobEntry(stated.digest);
    const config = stated && entry !== undefined ? await readDocument(container, { entry, digest: stated.digest, size: stated.size }, limits.metadataBytes) : undefined;
    if (!config)
        addProblem(walk, platform, { reason: "missing-blob", detail: "the manifest names no config" });
    if (entry !== undefined)
        resolution.referenced.add(entry);
    const listed = layers.flatMap((layer) => {
        const parsed = descriptorSchema.safeParse(layer);
        if (!parsed.success)
            addProblem(walk, platform, { reason: "malformed", detail: "a layer of the manifest is not a descriptor" });
        return parsed.success ? [toListedLayer(parsed.data)] : [];
    });
    const before = resolution.problems.length;
    const image = assembleImage(resolution, container, { manifest: document, config, layers: listed, platform, tags: tagsOf(descriptor) });
    if (walk.platform !== undefined && !isPlatform(image.facts.platform, walk.platform)) {
        walk.others.add(image.facts.platform);
        resolution.problems.length = before;
        return;
    }
    walk.platforms.set(descriptor.digest, image.facts.platform);
    resolution.images.push(image);
}
/** BuildKit's mark on the manifests of its attestations (docs/attestations/attestation-storage.md of moby/buildkit). */
function isAttestation({ annotations }) {
    return annotations?.["vnd.docker.reference.type"] === "attestation-manifest";
}
function isImageConfig(mediaType) {
    return ["", "application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"].includes(mediaType);
}
async function keepAttestation(walk, descriptor, entry) {
    const document = await readDocument(walk.container, { entry, digest: descriptor.digest, size: descriptor.size }, walk.limits.metadataBytes);
    walk.resolution.referenced.add(entry);
    walk.attestations.push({ descriptor, document });
}
/** Attestations about images that were asked for; those about others are left out with them. */
async function resolveAttestations(walk) {
    for (const { descriptor, document } of walk.attestations) {
        const about = descriptor.annotations?.["vnd.docker.reference.digest"];
        const platform = walk.platforms.get(String(about)) ?? UNKNOWN_PLATFORM;
        if (walk.platform !== undefined && platform === UNKNOWN_PLATFORM)
            continue;
        walk.resolution.listings.push({ document, platform });
        for (const problem of document.problems)
            walk.resolution.problems.push({ ...problem, place: toMetadataPlace(platform, "attestation") });
        const manifest = manifestSchema.safeParse(document.value);
        if (document.value !== undefined && !manifest.success) {
            walk.resolution.problems.push({ reason: "malformed", detail: "an attestation's manifest has no list of layers", place: toMetadataPlace(platform, "attestation") });
        }
        const blobs = manifest.success ? [manifest.data.config, ...manifest.data.layers] : [];
        for (const blob of blobs)
            takeStatement(walk, blob, platform);
    }
}
function takeStatement({ resolution }, raw, platform) {
    if (raw === undefined)
        return;
    const parsed = descriptorSchema.safeParse(raw);
    const entry = parsed.success ? toBlobEntry(parsed.data.digest) : undefined;
    if (!parsed.success || entry === undefined) {
        resolution.problems.push({ reason: "malformed", detail: "an attestation is not named by a digest", place: toMetadataPlace(platform, "attestation") });
        return;
    }
    resolution.referenced.add(entry);
    const { digest, size, annotations, mediaType } = parsed.data;
    const predicate = annotations?.["in-toto.io/predicate-type"];
    resolution.attestations.push({ entry, digest: digestOfEntry(entry) ?? digest, size, platform, path: typeof predicate === "string" ? predicate : mediaType });
}
function addProblem({ resolution }, platform, problem) {
    resolution.problems.push({ ...problem, place: toMetadataPlace(platform, "annotation") });
}

;// CONCATENATED MODULE: ./src/reader/image/manifest/resolve.js
// From a container to its images: reads the top-level documents, applies what was asked for, names the subject.








/** The images that are asked for. Throws InputError where the container is no image, or nothing in it is what was asked for. */
async function resolve_resolveImages(container, { limits, platform }) {
    const resolution = { images: [], attestations: [], listings: [], problems: [], referenced: new Set(), narrowed: platform !== undefined };
    const walk = { container, limits, resolution, platform, others: new Set(), platforms: new Map(), attestations: [], manifests: 0 };
    const index = await readTop(walk, "index.json");
    const archive = await readTop(walk, "manifest.json");
    if (!index && !archive)
        throw new input_error/* InputError */.dz(`${container.name} is not an image: it has neither index.json nor manifest.json`);
    const top = resolve_select(walk, { descriptors: toDescriptors(container, index), items: toItems(container, archive) });
    await followIndex(walk, top.descriptors, []);
    await followArchive(walk, top.items);
    await resolveAttestations(walk);
    if (platform !== undefined && resolution.images.length === 0)
        throw new input_error/* InputError */.dz(describePlatforms(container, platform, walk.others));
    addContainerProblems(container, resolution);
    return { ...resolution, subject: toSubject(container, resolution, { top, list: index ?? archive, platform }) };
}
async function readTop(walk, entry) {
    const { container, limits, resolution } = walk;
    if (container.size(entry) === undefined && container.form !== "registry")
        return undefined;
    const document = await readDocument(container, { entry }, limits.metadataBytes);
    if (document.problems.some((problem) => problem.reason === "missing-blob"))
        return undefined;
    const [problem] = document.problems;
    if (problem)
        throw new input_error/* InputError */.dz(`${container.name}: ${problem.detail}; make the image again`);
    resolution.listings.push({ document, platform: UNKNOWN_PLATFORM });
    resolution.referenced.add(entry);
    return document;
}
function toDescriptors(container, index) {
    if (!index)
        return [];
    const parsed = indexSchema.safeParse(index.value);
    if (!parsed.success)
        throw new input_error/* InputError */.dz(`${container.name}: index.json has no list of manifests; name an OCI image layout`);
    return parsed.data.manifests;
}
function toItems(container, archive) {
    if (!archive)
        return [];
    const parsed = archiveSchema.safeParse(archive.value);
    if (!parsed.success)
        throw new input_error/* InputError */.dz(`${container.name}: manifest.json is not that of an image archive; make it with "docker save"`);
    return parsed.data;
}
/** What the container's selection names: a tag, or "@" and a position. */
function resolve_select(walk, top) {
    const { selection, name } = walk.container;
    if (selection === undefined)
        return top;
    const position = /^@(\d+)$/.exec(selection)?.[1];
    const isTag = (tag) => tag === selection || tag === `docker.io/library/${selection}` || tag === `docker.io/${selection}` || tag === `${selection}:latest`;
    const tags = (raw) => {
        const parsed = descriptorSchema.safeParse(raw);
        return parsed.success ? tagsOf(parsed.data) : [];
    };
    const selected = position !== undefined
        ? { descriptors: top.descriptors.slice(Number(position)).slice(0, 1), items: top.descriptors.length > 0 ? [] : top.items.slice(Number(position)).slice(0, 1) }
        : { descriptors: top.descriptors.filter((raw) => tags(raw).some(isTag)), items: top.items.filter((item) => item.RepoTags?.some(isTag)) };
    if (selected.descriptors.length + selected.items.length === 0) {
        const known = [...new Set([...top.descriptors.flatMap(tags), ...top.items.flatMap((item) => item.RepoTags ?? [])])];
        throw new input_error/* InputError */.dz(`${name} has no image ${selection}; ${known.length > 0 ? `it has ${known.join(", ")}` : "its images have no names, use @0 for the first"}`);
    }
    walk.resolution.narrowed = true;
    return selected;
}
function describePlatforms(container, platform, others) {
    const known = others.size > 0 ? `it has ${[...others].sort().join(", ")}` : "it has no image at all";
    return `${container.name} has no image for platform ${platform}; ${known}`;
}
function addContainerProblems(container, resolution) {
    for (const { reason, detail, entry } of container.problems ?? []) {
        resolution.problems.push({ reason, detail, place: toMetadataPlace(UNKNOWN_PLATFORM, "file", entry) });
    }
}
/** One image is named by its manifest or config, several platforms by their index, several images by the list of them. */
function toSubject(container, { images, listings }, { top, list, platform }) {
    const named = (digest, digestKind) => ({ name: container.name, digest: { sha256: digest.slice(7) }, digestKind });
    const [image, ...others] = images;
    const isOne = others.length === 0 && (platform !== undefined || top.descriptors.length !== 1);
    if (image && isOne && image.facts.manifestDigest !== null)
        return named(image.facts.manifestDigest, "manifest");
    if (image && isOne && image.facts.configDigest !== null)
        return named(image.facts.configDigest, "config");
    const parsed = descriptorSchema.safeParse(top.descriptors[0]);
    const isListed = top.descriptors.length === 1 && images.every((known) => known.manifest !== undefined);
    if (isListed && parsed.success) {
        const entry = toBlobEntry(parsed.data.digest);
        const documents = [...images.map((known) => known.manifest), ...listings.map((listing) => listing.document)];
        const document = documents.find((candidate) => candidate?.entry === entry && candidate?.bytes.length);
        if (document)
            return named(document.digest, "manifest");
    }
    return list ? named(list.digest, "content") : { name: container.name, digest: null, digestKind: null };
}

;// CONCATENATED MODULE: ./src/reader/image/json-text.js
// Texts of a parsed JSON document with their way in it; deep nesting costs no stack.
/** Every string and number, arrays of strings as one text (a command line is read as a whole), and names of empty objects. */
function* textsOf(root) {
    const open = [{ value: root, path: "", key: "" }];
    for (let at = open.pop(); at; at = open.pop()) {
        const { value, path, key } = at;
        if (typeof value === "string" || typeof value === "number")
            yield { path, key, text: String(value) };
        if (typeof value !== "object" || value === null)
            continue;
        const isTexts = Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "string");
        if (isTexts) {
            yield { path, key, text: value.join(" ") };
            continue;
        }
        const children = Object.entries(value);
        if (children.length === 0 && key !== "" && !Array.isArray(value))
            yield { path, key, text: key };
        const prefix = path === "" ? "" : `${path}.`;
        for (const [name, child] of children.reverse()) {
            open.push({ value: child, path: json_text_shorten(`${prefix}${name}`), key: Array.isArray(value) ? key : name });
        }
    }
}
/** Ways through documents that nest by the thousand would otherwise add up to gigabytes. */
function json_text_shorten(path) {
    return path.length <= 1_000 ? path : `${path.slice(0, 499)}…${path.slice(-500)}`;
}

;// CONCATENATED MODULE: ./src/reader/image/metadata.js


/** Digests, media types and times, which every document is full of; anything else under their names is read. */
const FORMAL = /^((sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})( |$))+$|^application\/vnd\.[a-z0-9.+-]{1,80}$|^\d{4}-\d\d-\d\dT[\d:.]{8,18}(Z|[+-]\d\d:\d\d)$/;
/** Names of blobs in a docker-archive's list of images. */
const BLOB_NAMES = /^((blobs\/sha256\/)?[0-9a-f]{64}(\.json|\/layer\.tar)?( |$))+$/;
/** Puts out the texts of an index, a manifest or the list of an archive. */
function readListing(outlet, { document, platform }) {
    const part = "annotation";
    countDocument(outlet, document);
    readHidden(outlet, document, { part, platform });
    for (const { path, key, text } of textsOf(document.value)) {
        if (FORMAL.test(text) || ((key === "Config" || key === "Layers") && BLOB_NAMES.test(text)))
            continue;
        const name = annotationName(path);
        outlet.content(toMetadataPlace(platform, part, name ?? path), Buffer.from(name !== undefined ? `${name}=${text}` : `${key}=${text}`));
    }
}
/** Puts out the texts of an image's manifest and config. */
function readMetadata(outlet, image) {
    const { platform } = image.facts;
    if (image.manifest)
        readListing(outlet, { document: image.manifest, platform });
    if (!image.config)
        return;
    const { document } = image.config;
    countDocument(outlet, document);
    readHidden(outlet, document, { part: "config", platform });
    if (typeof document.value !== "object" || document.value === null)
        return;
    const { history, config, ...rest } = document.value;
    const variables = readConfig(outlet, platform, config);
    readHistory(outlet, image, history);
    for (const { path, key, text } of textsOf(rest)) {
        // Engines before 23 keep a copy of the config under container_config.
        const isCopy = path === "container_config.Env" && text === variables;
        if (!isCopy && !FORMAL.test(text))
            outlet.content(toMetadataPlace(platform, "config", path), Buffer.from(`${key}=${text}`));
    }
}
/** Gives back the variables as one text, to know a copy by. */
function readConfig(outlet, platform, config) {
    if (typeof config !== "object" || config === null)
        return "";
    const { Env, Labels, ...rest } = config;
    const variables = Array.isArray(Env) ? Env.filter((item) => typeof item === "string") : [];
    for (const variable of variables) {
        outlet.content(toMetadataPlace(platform, "env", variable.split("=", 1)[0] ?? ""), Buffer.from(variable));
    }
    const isPlain = Array.isArray(Env) && variables.length === Env.length;
    const labels = typeof Labels === "object" && Labels !== null ? Object.entries(Labels) : [];
    for (const [name, value] of labels) {
        const texts = typeof value === "string" ? [value] : [...textsOf(value)].map(({ text }) => text);
        outlet.content(toMetadataPlace(platform, "label", name), Buffer.from(`${name}=${texts.join(" ")}`));
    }
    for (const { path, key, text } of textsOf(isPlain || Env === undefined ? rest : { ...rest, Env })) {
        outlet.content(toMetadataPlace(platform, "config", `config.${path}`), Buffer.from(`${key}=${text}`));
    }
    return variables.join(" ");
}
/** Each step's texts belong to the layer that it made; steps that made none have no layer. */
function readHistory(outlet, image, history) {
    if (!Array.isArray(history)) {
        for (const { path, text } of textsOf(history))
            outlet.content(toMetadataPlace(image.facts.platform, "history", path), Buffer.from(text));
        return;
    }
    let index = 0;
    for (const step of history) {
        const isEmpty = typeof step === "object" && step !== null && "empty_layer" in step && step.empty_layer === true;
        const layer = isEmpty ? null : image.layers[index++]?.place ?? null;
        for (const { path, text } of textsOf(step)) {
            if (!FORMAL.test(text))
                outlet.content({ ...toMetadataPlace(image.facts.platform, "history", path), layer }, Buffer.from(text));
        }
    }
}
function countDocument({ ledger }, document) {
    ledger.saw("metadata");
    if (document.bytes.length > 0)
        ledger.examined("metadata");
}
/** Text that parsing loses is read as it stands. */
function readHidden(outlet, document, { part, platform }) {
    if (document.hidden)
        outlet.content(toMetadataPlace(platform, part), document.bytes);
}
function annotationName(path) {
    const at = path.search(/(^|\.)annotations\./);
    return at < 0 ? undefined : path.slice(path.indexOf("annotations.", at) + "annotations.".length);
}

;// CONCATENATED MODULE: ./src/reader/image/outlet.js

const outlet_BATCH_BYTES = 2 << 20;
const outlet_BATCH_READINGS = 512;
/** The consumer has gone; unwinds the readers so that they close what they opened. */
class Abandoned extends Error {
    name = "Abandoned";
}
const copy = (bytes) => Buffer.from(bytes);
class Outlet {
    ledger;
    #limit;
    #hold;
    #batch = [];
    #bytes = 0;
    #gaps = 0;
    #pushed = 0;
    #abandoned = false;
    #wakeProducer = () => { };
    #wakeConsumer = () => { };
    /** `hold` copies what is pushed: the readers' memory serves again. */
    constructor(ledger, limits, hold = copy) {
        this.ledger = ledger;
        this.#hold = hold;
        this.#limit = limits.gaps;
    }
    /** Gaps so far: readers compare it before and after to know whether something was read without any. */
    get gaps() {
        return this.#gaps;
    }
    /** Bytes of all fragments so far. */
    get pushed() {
        return this.#pushed;
    }
    /** True when `drained` is to be awaited. */
    get full() {
        return this.#bytes >= outlet_BATCH_BYTES || this.#batch.length >= outlet_BATCH_READINGS;
    }
    push({ kind, place, bytes, start, line, owned }) {
        this.ledger.saw("bytes", owned);
        this.#pushed += owned;
        this.#bytes += bytes.length;
        this.#batch.push({ kind, place, bytes: this.#hold(bytes), start, line, owned });
    }
    /** What an earlier run has found in content that is not read again; its bytes have been counted as seen. */
    recall(recalled) {
        this.#gaps += recalled.gaps.length;
        this.#batch.push(recalled);
    }
    /** Content that is at hand as a whole. */
    content(place, bytes) {
        if (bytes.length === 0)
            return;
        if (bytes.length <= WINDOW_BYTES) {
            this.push({ kind: "fragment", place, bytes, start: 0, line: 1, owned: bytes.length });
            return;
        }
        const cutter = new WindowCutter(place);
        for (const window of cutter.push(bytes))
            this.push(window);
        for (const window of cutter.end())
            this.push(window);
    }
    gap(reason, place, { detail, bytes }) {
        this.#gaps++;
        if (bytes !== undefined)
            this.ledger.saw("bytes", bytes);
        if (this.#gaps > this.#limit + 1)
            return;
        const isLast = this.#gaps === this.#limit + 1;
        const gap = isLast
            ? { reason: "count-limit", location: place, detail: `more than ${this.#limit} gaps; the rest is not listed` }
            : { reason, location: place, detail, ...(bytes !== undefined && { bytes }) };
        this.#batch.push({ kind: "gap", gap });
    }
    /** Waits until the consumer has taken everything. */
    async drained() {
        const taken = new Promise((resolve) => { this.#wakeProducer = resolve; });
        this.#wakeConsumer();
        await taken;
        if (this.#abandoned)
            throw new Abandoned();
    }
    /** Runs `produce` and yields what it puts in, as much at a time as there is; abandoning the iteration unwinds it. */
    async *readings(produce) {
        let done = false;
        let ready = new Promise((resolve) => { this.#wakeConsumer = resolve; });
        const running = produce().finally(() => {
            done = true;
            this.#wakeConsumer();
        });
        // Awaited below; without a handler in between a failure would count as unhandled.
        running.catch(() => undefined);
        try {
            for (;;) {
                await ready;
                const batch = this.#batch;
                [this.#batch, this.#bytes] = [[], 0];
                yield batch;
                if (done)
                    break;
                ready = new Promise((resolve) => { this.#wakeConsumer = resolve; });
                this.#wakeProducer();
            }
            await running;
        }
        finally {
            this.#abandoned = true;
            this.#wakeProducer();
            await running.catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./src/reader/image/read-image.js













/** Throws InputError where the container is no image, or has nothing of what is asked for; all else is a gap among the readings. */
async function readImage(container, options) {
    const limits = { ...limits_defaultLimits, ...options.limits };
    const { subject, ...resolution } = await resolve_resolveImages(container, { limits, platform: options.platform });
    const outlet = new Outlet(options.ledger, limits, options.hold);
    const context = createContext(outlet, limits);
    return {
        subject,
        images: resolution.images.map((image) => image.facts),
        readings: outlet.readings(() => readAll(context, container, { ...resolution, memory: options.memory })),
    };
}
/** Name and digest of an image, from its documents alone; of one platform where one is asked for. Throws as `readImage` does. */
async function readSubject(container, { platform } = {}) {
    return (await resolveImages(container, { limits: defaultLimits, platform })).subject;
}
async function readAll(context, container, resolution) {
    const { outlet } = context;
    for (const { place, ...problem } of resolution.problems)
        outlet.gap(problem.reason, place, problem);
    for (const listing of resolution.listings)
        readListing(outlet, listing);
    for (const image of resolution.images) {
        outlet.ledger.saw("images");
        readMetadata(outlet, image);
        if (image.layers.length > 0 || image.config?.value)
            outlet.ledger.examined("images");
        if (outlet.full)
            await outlet.drained();
    }
    await readLayers(context, container, resolution);
    for (const { entry, digest, size, platform, path } of resolution.attestations) {
        await readBlob(context, container, { entry, digest, size, place: toMetadataPlace(platform, "attestation", path) });
    }
    await readLoose(context, container, resolution);
    if (!resolution.images.some((image) => image.layers.length > 0 || image.config?.value)) {
        outlet.gap("nothing-examined", toMetadataPlace(UNKNOWN_PLATFORM, "config"), { detail: "there is no image with layers or a config" });
    }
}
async function readLayers(context, container, { images, memory }) {
    const overlays = new Map(images.map((image) => [image, new Overlay()]));
    const left = new Map(images.map((image) => [image, new Set(image.layers.filter((layer) => layer.listed).map((layer) => layer.entry)).size]));
    for (const task of orderLayers(images)) {
        for (const image of task.images)
            left.set(image, (left.get(image) ?? 1) - 1);
        const isAbove = task.images.some((image) => (left.get(image) ?? 0) > 0);
        const shown = task.images.map((image) => overlays.get(image)).filter((overlay) => overlay !== undefined);
        const names = await readOrRecall(context, { container, task, overlays: shown, names: isAbove ? new LayerNames() : undefined }, memory);
        for (const image of task.images) {
            if (names && (left.get(image) ?? 0) > 0)
                overlays.get(image)?.add(names);
            else
                overlays.delete(image);
        }
    }
}
/** What no document names: leftovers of other builds, files of old archive formats, things that were put there. */
async function readLoose(context, container, { referenced, narrowed }) {
    if (narrowed)
        return;
    for (const entry of container.list()) {
        if (referenced.has(entry) || container.aliasOf?.(entry) !== undefined)
            continue;
        context.outlet.ledger.saw("files");
        const before = context.outlet.gaps;
        await readBlob(context, container, { entry, digest: digestOfEntry(entry), place: toMetadataPlace(UNKNOWN_PLATFORM, "file", entry) });
        if (context.outlet.gaps === before)
            context.outlet.ledger.examined("files");
    }
}
async function readBlob(context, container, { place, ...expected }) {
    const blob = new BlobReader(container, expected);
    const reader = new ByteReader(blob.chunks());
    const size = container.size(expected.entry) ?? expected.size;
    try {
        await context.inspectStream({ place, depth: 0, budget: new Budget(context.limits, size ?? 0) }, reader, size);
        while (await reader.next())
            ;
    }
    finally {
        await reader.close();
    }
    for (const problem of blob.problems)
        context.outlet.gap(problem.reason, place, problem);
    if (context.outlet.full)
        await context.outlet.drained();
}

;// CONCATENATED MODULE: ./src/runtime/file/input-file.js
// Small files that users name: read whole, with one sentence where that fails.



const MAX_INPUT_BYTES = 64 << 20;
/** `what` names the file's role in the message, such as "waivers file". Throws InputError; reads at most 64 MiB. */
async function readInput(cwd, path, what) {
    const full = (0,external_node_path_.resolve)(cwd, path);
    try {
        const info = await (0,promises_.stat)(full);
        if (!info.isFile())
            throw new input_error/* InputError */.dz(`${what} ${path} is not a file; name a file`);
        if (info.size > MAX_INPUT_BYTES)
            throw new input_error/* InputError */.dz(`${what} ${path} is larger than 64 MiB; name the right file`);
        return await (0,promises_.readFile)(full);
    }
    catch (error) {
        if (error instanceof input_error/* InputError */.dz)
            throw error;
        const missing = error.code === "ENOENT";
        throw new input_error/* InputError */.dz(`${what} ${path} ${missing ? "does not exist" : "cannot be read"}; check the path`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./src/runtime/door/version.generated.js
// Generated by `npm run generate` from package.json; do not edit.
const version = "0.1.0";

;// CONCATENATED MODULE: ./src/runtime/door/tool.js

/** What a report says of the program that made it; `rules` counts and names by digest the rules in force. */
function describeTool(rules) {
    return { name: "pci-pipeline", version: version, rules };
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(243);
;// CONCATENATED MODULE: ./src/runtime/file/yaml-file.js
// YAML and JSON files of ours: parsed, checked against a schema, all issues at once, no value shown.


/** `what` names the file in messages. Throws InputError that lists every issue with its path. */
function parseYaml(text, schema, what) {
    let document;
    try {
        document = (0,js_yaml/* load */.Hh)(text);
    }
    catch (error) {
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const line = error.mark ? ` in line ${error.mark.line + 1}` : "";
        throw new input_error/* InputError */.dz(`${what} is not valid YAML${line}: ${error.reason}`, { cause: error });
    }
    const parsed = schema.safeParse(document);
    if (parsed.success)
        return parsed.data;
    const issues = parsed.error.issues.map((issue) => `${issue.path.join(".") || "the document"}: ${issue.message}`);
    throw new input_error/* InputError */.dz(`${what} is not valid: ${issues.join("; ")}`);
}

;// CONCATENATED MODULE: ./src/runtime/door/terms.js
// The terms that a user sets for the judgement: threshold, waivers, baseline.





/** Reads the waivers file, the ignore file of gitleaks where the repository has one, and the baseline report; throws InputError for any of them. */
async function terms_readTerms(inputs, world) {
    const waivers = inputs.waivers === undefined ? [] : await readWaivers(world.cwd, inputs.waivers);
    const baseline = inputs.baseline === undefined ? new Set() : await readBaseline(world.cwd, inputs.baseline);
    const ignored = await readIgnored(world.cwd, inputs["gitleaks-ignore"]);
    return { failOn: inputs["fail-on"], waivers, ...(ignored.length > 0 && { ignored }), baseline, now: world.now() };
}
/** The name that gitleaks itself looks for may be missing; any other has to be there. */
const USUAL = ".gitleaksignore";
async function readIgnored(cwd, path) {
    if (path === undefined || (path === USUAL && !(0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(cwd, path))))
        return [];
    return readIgnoreFile((await readInput(cwd, path, "ignore file")).toString("utf8"), path);
}
async function readWaivers(cwd, path) {
    const text = (await readInput(cwd, path, "waivers file")).toString("utf8");
    return parseYaml(text, acceptance_waiver/* waiversSchema */.JW, `waivers file ${path}`).waivers;
}
async function readBaseline(cwd, path) {
    const text = (await readInput(cwd, path, "baseline report")).toString("utf8");
    let document;
    try {
        document = JSON.parse(text);
    }
    catch (error) {
        throw new input_error/* InputError */.dz(`baseline report ${path} is not JSON; make it with --format json --output FILE`, { cause: error });
    }
    const report = reportSchema.safeParse(document);
    if (!report.success)
        throw new input_error/* InputError */.dz(`baseline ${path} is not a report of this version; make it anew with --format json --output FILE`);
    return new Set(report.data.findings.map((finding) => finding.fingerprint));
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(421);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(75);
;// CONCATENATED MODULE: ./src/source/file-bytes.js
// Bytes of a part of a file, in chunks.


/** Small enough to stay in the processor's cache while it is hashed and parsed, large enough that system calls don't count. */
const file_bytes_CHUNK_BYTES = 1 << 18;
/** After so many chunks everybody else has a turn: signals, timers, other threads' messages. */
const TURN_CHUNKS = 64;
/**
 * Bytes `start` to `end` (exclusive); ends early where the file does. Chunks are memory of their own, but for those that come back in `spare`.
 * They are read at once, without a wait: the system reads ahead, and handing the reading to another thread would cost more than it.
 */
async function* readRange(file, range, spare = []) {
    let chunks = 0;
    for (let at = range.start; at < range.end;) {
        const used = spare.pop();
        const memory = new Uint8Array(used?.buffer.byteLength === file_bytes_CHUNK_BYTES ? used.buffer : Buffer.allocUnsafeSlow(file_bytes_CHUNK_BYTES).buffer);
        const length = (0,external_node_fs_.readSync)(file.fd, memory, 0, Math.min(file_bytes_CHUNK_BYTES, range.end - at), at);
        if (length === 0)
            return;
        at += length;
        yield length === file_bytes_CHUNK_BYTES ? memory : memory.subarray(0, length);
        if (++chunks % TURN_CHUNKS === 0)
            await (0,external_node_timers_promises_.setImmediate)();
    }
}
/** How old a change must be for its time to tell it from one that follows; the coarsest clocks of file systems that keep nanoseconds tick every 10 ms. */
const FRESH_NANOSECONDS = 100000000n;
/** Device, number, size and times of a file, whichever name it has now; undefined where it is gone or has been written to this very moment. */
function stampFile(file) {
    try {
        const { dev, ino, size, mtimeNs, ctimeNs } = typeof file === "number" ? (0,external_node_fs_.fstatSync)(file, { bigint: true }) : (0,external_node_fs_.statSync)(file, { bigint: true });
        const isFresh = BigInt(Date.now()) * 1000000n - ctimeNs < FRESH_NANOSECONDS;
        return isFresh ? undefined : [dev, ino, size, mtimeNs, ctimeNs].join(":");
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/source/spool.js
// Temporary files for archives that can't be read where they lie: compressed ones, and those that an engine hands out.









/** Most that a compressed archive may expand to: 64 GiB. Larger ones are to be decompressed by hand. */
const SPOOL_LIMIT_BYTES = 2 ** 36;
/** Runs `fill` on the path of a new file in a folder that only this user can read; the file goes away with `dispose`. */
async function spoolFile(fill) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "pci-pipeline-"));
    const dispose = () => (0,promises_.rm)(folder, { recursive: true, force: true });
    try {
        const path = (0,external_node_path_.join)(folder, "archive.tar");
        const { truncated } = await fill(path);
        const handle = await (0,promises_.open)(path);
        const { size } = await (0,promises_.stat)(path);
        // An unlinked file lives as long as its handle: nothing stays behind when the process is killed. Windows refuses, dispose follows.
        await (0,promises_.rm)(folder, { recursive: true, force: true }).catch(() => undefined);
        return { handle, size, truncated, dispose };
    }
    catch (error) {
        await dispose();
        throw error;
    }
}
/** Decompresses an open archive into a spool file; `limit` is in bytes. */
function spoolDecompressed(source, kind, limit = SPOOL_LIMIT_BYTES) {
    return spoolFile(async (path) => {
        const engine = kind === "gzip" ? (0,external_node_zlib_.createGunzip)({ chunkSize: 1 << 18 }) : (0,external_node_zlib_.createZstdDecompress)({ chunkSize: 1 << 18 });
        let written = 0;
        const bounded = new external_node_stream_.Transform({
            transform(chunk, _encoding, done) {
                written += chunk.length;
                if (written > limit)
                    done(new input_error/* InputError */.dz(`${source.name} expands to more than ${limit} bytes; decompress it by hand and name the tar archive`));
                else
                    done(null, chunk);
            },
        });
        try {
            await (0,external_node_stream_promises_.pipeline)(readRange(source.handle, { start: 0, end: source.size }), engine, bounded, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
            return { truncated: false };
        }
        catch (error) {
            if (error instanceof input_error/* InputError */.dz)
                throw error;
            const code = error instanceof Error && "code" in error ? String(error.code) : "";
            if (code === "ENOSPC")
                throw new input_error/* InputError */.dz(`${source.name} needs more room than the temporary folder has; set TMPDIR to a larger disk`);
            if (written < 512)
                throw new input_error/* InputError */.dz(`${source.name} is damaged: its ${kind} data cannot be decompressed; make the archive again`);
            return { truncated: true };
        }
    });
}

;// CONCATENATED MODULE: ./src/source/daemon.js
// Images of a local container engine, through its own `save`.



/** Saves `image` of the engine that the `docker` command talks to. InputError says what to install, start or build. */
async function saveFromEngine(image) {
    // A name that begins with a dash would be an option of the command.
    if (!/^[A-Za-z0-9][\w.\-/:@]*$/.test(image))
        throw new input_error/* InputError */.dz(`${image} is not an image name; write docker-daemon:NAME[:TAG]`);
    return spoolFile(async (path) => {
        const { code, stderr } = await run("docker", ["save", "--output", path, image]);
        if (code === 0)
            return { truncated: false };
        if (code === "ENOENT")
            throw new input_error/* InputError */.dz(`no docker command is installed; save the image elsewhere with "docker save ${image} -o image.tar" and name the file`);
        if (/no such image|reference does not exist|not found/i.test(stderr))
            throw new input_error/* InputError */.dz(`the engine has no image ${image}; build or pull it first, "docker images" lists what it has`);
        if (/cannot connect|is the docker daemon running|permission denied/i.test(stderr)) {
            throw new input_error/* InputError */.dz(`the container engine cannot be reached for ${image}; start it, or check that this user may talk to it`);
        }
        throw new input_error/* InputError */.dz(`docker save ${image} failed with code ${code}; run it by hand to see why`);
    });
}
function run(command, args) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(command, [...args], { stdio: ["ignore", "ignore", "pipe"] });
        let stderr = "";
        child.stderr.on("data", (chunk) => {
            if (stderr.length < 10_000)
                stderr += chunk.toString();
        });
        child.on("error", (error) => resolve({ code: "code" in error ? String(error.code) : "error", stderr }));
        child.on("close", (code) => resolve({ code: code ?? "signal", stderr }));
    });
}

;// CONCATENATED MODULE: ./src/source/directory.js
// A folder as a container. Links are followed only as long as they stay inside it.




const MAX_ENTRIES = 1_000_000;
/** Everything below `folder`, listed once; what cannot be read is a problem of the container. */
function directoryContainer(name, folder, selection) {
    const root = (0,external_node_fs_.realpathSync)(folder);
    const { sizes, problems } = listFiles(root);
    const names = [...sizes.keys()].sort();
    return {
        name,
        form: "directory",
        ...(selection !== undefined && { selection }),
        problems,
        list: () => names,
        size: (entry) => sizes.get(entry),
        open: (entry, spare) => {
            const size = sizes.get(entry);
            return size === undefined ? undefined : readFile((0,external_node_path_.join)(root, ...entry.split("/")), size, spare);
        },
        stamp: (entry) => (sizes.has(entry) ? stampFile((0,external_node_path_.join)(root, ...entry.split("/"))) : undefined),
        close: async () => { },
    };
}
async function* readFile(path, size, spare) {
    const handle = await (0,promises_.open)(path);
    try {
        yield* readRange(handle, { start: 0, end: size }, spare);
    }
    finally {
        await handle.close();
    }
}
function listFiles(root) {
    const listing = { sizes: new Map(), problems: [] };
    const folders = [""];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        if (listing.sizes.size > MAX_ENTRIES) {
            listing.problems.push({ reason: "count-limit", detail: `the folder holds more than ${MAX_ENTRIES} files; the rest was not read` });
            break;
        }
        for (const entry of (0,external_node_fs_.readdirSync)((0,external_node_path_.join)(root, folder), { withFileTypes: true })) {
            const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory())
                folders.push(name);
            else
                takeFile(listing, root, name);
        }
    }
    return listing;
}
function takeFile(listing, root, name) {
    const path = (0,external_node_path_.join)(root, ...name.split("/"));
    try {
        const inside = (0,external_node_path_.relative)(root, (0,external_node_fs_.realpathSync)(path));
        if (inside === ".." || inside.startsWith(`..${external_node_path_.sep}`)) {
            listing.problems.push({ reason: "path-escape", detail: "a link leads out of the folder; it was not followed", entry: name });
            return;
        }
        const stat = (0,external_node_fs_.statSync)(path);
        if (!stat.isFile())
            throw new Error("not a file");
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path, "r"));
        listing.sizes.set(name, stat.size);
    }
    catch {
        listing.problems.push({ reason: "missing-blob", detail: "a file of the folder cannot be read; check its permissions", entry: name });
    }
}

;// CONCATENATED MODULE: ./src/source/recognise.js
// Tells by the first bytes what a file is, so that a message can say what was given instead of what was asked for.

const recognise_signatures = [
    ["504b0304", "a zip file"],
    ["504b0506", "an empty zip file"],
    ["425a68", "a bzip2 file"],
    ["fd377a585a00", "an xz file"],
    ["377abcaf271c", "a 7z file"],
    ["526172211a07", "a rar file"],
    ["213c617263683e0a", "an ar or Debian package file"],
    ["edabeedb", "an RPM package"],
    ["7f454c46", "an ELF program"],
    ["4344303031", "a disk image"],
    ["25504446", "a PDF file"],
    ["89504e47", "a PNG picture"],
    ["ffd8ff", "a JPEG picture"],
    ["53514c69746520666f726d6174", "an SQLite database"],
    ["68737173", "a squashfs image"],
];
/** `head` holds the first 512 bytes, or all of a shorter file. */
function recogniseFile(head) {
    if (head.length === 0)
        return other("an empty file");
    const hex = Buffer.from(head.subarray(0, 16)).toString("hex");
    if (hex.startsWith("1f8b"))
        return { kind: "gzip" };
    if (hex.startsWith("28b52ffd"))
        return { kind: "zstd" };
    const known = recognise_signatures.find(([signature]) => hex.startsWith(signature));
    if (known)
        return other(known[1]);
    const header = head.length >= BLOCK_BYTES ? parseHeader(head.subarray(0, BLOCK_BYTES)) : "malformed";
    if (header === "zero")
        return { kind: "tar" };
    if (header !== "malformed")
        return { kind: "tar" };
    return other(describeText(head));
}
function describeText(head) {
    const isText = head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
    if (!isText)
        return "a binary file of an unknown kind";
    const first = Buffer.from(head).toString("latin1").trimStart()[0];
    return first === "{" || first === "[" ? "a JSON file" : "a text file";
}
function other(description) {
    return { kind: "other", description };
}

;// CONCATENATED MODULE: ./src/source/registry/credentials.js
// Credentials of a registry, from the Docker configuration: in the file itself or from a credential helper.






const credentials_text = schemas/* string */.YjP().optional();
const authSchema = schemas/* looseObject */._H3({ auth: credentials_text, username: credentials_text, password: credentials_text, identitytoken: credentials_text });
const credentials_configSchema = schemas/* looseObject */._H3({
    auths: schemas/* record */.g1P(schemas/* string */.YjP(), authSchema).optional(),
    credHelpers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
    credsStore: schemas/* string */.YjP().optional(),
});
const helperSchema = schemas/* looseObject */._H3({ Username: schemas/* string */.YjP(), Secret: schemas/* string */.YjP() });
/** The user name under which a helper gives an identity token (docker-credential-helpers). */
const TOKEN_USER = "<token>";
const HELPER_MS = 60_000;
/** The name under which engines keep the credentials of the registry that names without a host belong to. */
const HUB_KEY = "https://index.docker.io/v1/";
/**
 * Credentials for `host`, or undefined where the configuration has none: DOCKER_CONFIG names its folder, ~/.docker where it is not set.
 * A configuration that cannot be parsed is an InputError.
 */
async function findCredentials(host, { environment = () => undefined } = {}) {
    const path = (0,external_node_path_.join)(environment("DOCKER_CONFIG") || (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".docker"), "config.json");
    const content = await (0,promises_.readFile)(path, "utf8").catch(() => undefined);
    if (content === undefined)
        return undefined;
    const config = parseConfig(content);
    if (!config)
        throw new input_error/* InputError */.dz(`the Docker configuration ${path} is not valid; repair it or log in again`);
    const own = Object.keys({ ...config.auths, ...config.credHelpers }).filter((key) => toHost(key) === host);
    for (const key of new Set([...(host === "docker.io" ? [HUB_KEY] : []), host, ...own])) {
        const helper = config.credHelpers?.[key] ?? config.credsStore;
        const found = (helper === undefined ? undefined : await askHelper(helper, key)) ?? toCredentials(config.auths?.[key]);
        if (found)
            return found;
    }
    return undefined;
}
/** Keys are hosts, or addresses as older engines wrote them. */
function toHost(key) {
    const host = key.replace(/^https?:\/\//, "").replace(/\/.*$/, "");
    return host === "index.docker.io" ? "docker.io" : host;
}
function parseConfig(content) {
    try {
        return credentials_configSchema.parse(JSON.parse(content));
    }
    catch {
        return undefined;
    }
}
function toCredentials(entry) {
    if (entry?.identitytoken)
        return { identityToken: entry.identitytoken };
    const pair = Buffer.from(entry?.auth ?? "", "base64").toString("utf8").replace(/\0+$/, "");
    const colon = pair.indexOf(":");
    if (colon > 0)
        return { user: pair.slice(0, colon), password: pair.slice(colon + 1) };
    return entry?.username && entry.password ? { user: entry.username, password: entry.password } : undefined;
}
/** Protocol of docker-credential-helpers: the server on standard input, JSON on standard output. */
async function askHelper(helper, server) {
    if (!/^[\w-]+$/.test(helper))
        return undefined;
    const output = await new Promise((resolve) => {
        const child = (0,external_node_child_process_.spawn)(`docker-credential-${helper}`, ["get"], { stdio: ["pipe", "pipe", "ignore"], timeout: HELPER_MS });
        let answer = "";
        child.stdout.on("data", (chunk) => { answer += chunk.toString(); });
        child.on("error", () => resolve(""));
        child.on("close", (code) => resolve(code === 0 ? answer : ""));
        // A helper that ends before it has read its input breaks the pipe; its exit code tells enough.
        child.stdin.on("error", () => undefined);
        child.stdin.end(server);
    });
    try {
        const { Username, Secret } = helperSchema.parse(JSON.parse(output));
        return Username === TOKEN_USER ? { identityToken: Secret } : { user: Username, password: Secret };
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/source/registry/client.js
// The reading half of the OCI Distribution API (distribution-spec 1.1, "Pulling"), with token authentication.



const INDEX_TYPE = "application/vnd.oci.image.index.v1+json";
const MANIFEST_TYPES = [
    INDEX_TYPE, "application/vnd.oci.image.manifest.v1+json",
    "application/vnd.docker.distribution.manifest.list.v2+json", "application/vnd.docker.distribution.manifest.v2+json",
];
/** Tries in a row that bring not a byte. */
const MOST_FAILURES = 4;
const MOST_REDIRECTS = 5;
class RegistryClient {
    #name;
    #access;
    #authorization;
    constructor(name, access) {
        this.#name = name;
        this.#access = {
            fetch: access.fetch ?? fetch,
            credentials: access.credentials ?? (() => findCredentials(name.host, access)),
            pause: access.pause ?? ((failures) => (0,external_node_timers_promises_.setTimeout)(250 * 2 ** failures)),
        };
    }
    /** A manifest or index by tag or digest. */
    manifest(reference) {
        return this.#get(`manifests/${reference}`, { accept: MANIFEST_TYPES.join(", ") });
    }
    /** Bytes of a blob; a connection that breaks off is taken up again where it broke. */
    async *blob(digest) {
        let received = 0;
        for (let failures = 0;;) {
            const before = received;
            const response = await this.#get(`blobs/${digest}`, received > 0 ? { range: `bytes=${received}-` } : {});
            // A server that doesn't know ranges begins again.
            try {
                for await (const fresh of skipBytes(response.body ?? [], response.status === 206 ? 0 : received)) {
                    received += fresh.length;
                    yield fresh;
                }
                return;
            }
            catch (error) {
                failures = received > before ? 1 : failures + 1;
                if (failures === MOST_FAILURES)
                    throw error;
                await this.#access.pause(failures);
            }
        }
    }
    /** The index of manifests that name this one as their subject: by the referrers API or, where a registry has none, its fallback tag. */
    async referrers(digest) {
        for (const path of [`referrers/${digest}`, `manifests/${digest.replace(":", "-")}`]) {
            const response = await this.#ask(path, { accept: INDEX_TYPE });
            if (response.ok && response.headers.get("content-type")?.split(";")[0] === INDEX_TYPE)
                return response;
            await response.body?.cancel();
            if (!response.ok && ![400, 404, 405, 501].includes(response.status))
                throw new input_error/* InputError */.dz(this.#explain(response.status, path));
        }
        return undefined;
    }
    async #get(path, headers) {
        const response = await this.#ask(path, headers);
        if (response.ok)
            return response;
        await response.body?.cancel();
        throw new input_error/* InputError */.dz(this.#explain(response.status, path));
    }
    async #ask(path, headers) {
        const url = `${this.#name.origin}/v2/${this.#name.repository}/${path}`;
        let response = await this.#request(url, headers);
        if (response.status === 401) {
            await this.#authorize(response.headers.get("www-authenticate") ?? "");
            response = await this.#request(url, headers);
        }
        return response;
    }
    /** Redirects are followed by hand: the authorization is for the registry alone, never for where it stores its blobs. */
    async #request(url, headers) {
        let at = url;
        for (let steps = 0; steps <= MOST_REDIRECTS; steps++) {
            const isRegistry = new URL(at).origin === this.#name.origin;
            const own = isRegistry && this.#authorization !== undefined ? { authorization: this.#authorization } : {};
            const response = await this.#send(at, { ...headers, ...own });
            const location = response.headers.get("location");
            if (response.status < 300 || response.status >= 400 || location === null)
                return response;
            await response.body?.cancel();
            const next = new URL(location, at);
            if (next.protocol !== "https:" && next.protocol !== new URL(this.#name.origin).protocol)
                break;
            at = next.href;
        }
        throw new input_error/* InputError */.dz(`the registry ${this.#name.host} redirects without end or to an insecure place; try again or pull the image by hand`);
    }
    async #send(url, headers, body) {
        try {
            return await this.#access.fetch(url, { headers, redirect: "manual", ...(body !== undefined && { method: "POST", body }) });
        }
        catch {
            throw new input_error/* InputError */.dz(`${new URL(url).host} cannot be reached; check the name and the network`);
        }
    }
    /** Answers the registry's challenge (RFC 6750 and 7617; "Token Authentication" of the distribution documentation). */
    async #authorize(challenge) {
        const credentials = await this.#access.credentials();
        if (/^basic/i.test(challenge)) {
            this.#authorization = credentials && toBasic(credentials);
            return;
        }
        const parameters = new Map([...challenge.matchAll(/(\w+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
        const realm = URL.parse(parameters.get("realm") ?? "");
        // The token service may stand elsewhere: the registry names it, and it gets what is meant for the registry, but never in the clear.
        const isSafe = realm && (realm.protocol === "https:" || realm.origin === this.#name.origin);
        if (!isSafe)
            throw new input_error/* InputError */.dz(`the registry ${this.#name.host} asks for a login of an unknown kind; pull the image by hand`);
        const query = new URLSearchParams({ scope: parameters.get("scope") ?? `repository:${this.#name.repository}:pull` });
        const service = parameters.get("service");
        if (service !== undefined)
            query.set("service", service);
        const response = await this.#askToken(realm, query, credentials);
        if (!response.ok)
            throw new input_error/* InputError */.dz(this.#explain(response.status, ""));
        const body = (await response.json().catch(() => undefined));
        const token = body?.token ?? body?.access_token;
        if (typeof token !== "string")
            throw new input_error/* InputError */.dz(`the registry ${this.#name.host} gives no token; try again or pull the image by hand`);
        this.#authorization = `Bearer ${token}`;
    }
    /** An identity token goes into the body of a POST ("Docker Registry v2 authentication using OAuth2"), a password into the header of a GET. */
    #askToken(realm, query, credentials) {
        if (credentials && "identityToken" in credentials) {
            const form = new URLSearchParams([...query, ["grant_type", "refresh_token"], ["client_id", "pci-pipeline"], ["refresh_token", credentials.identityToken]]);
            return this.#send(realm.href, { "content-type": "application/x-www-form-urlencoded" }, form.toString());
        }
        const url = new URL(realm);
        for (const [name, value] of query)
            url.searchParams.set(name, value);
        const basic = credentials && toBasic(credentials);
        return this.#send(url.href, basic === undefined ? {} : { authorization: basic });
    }
    #explain(status, path) {
        const { host, repository } = this.#name;
        if (status === 401 || status === 403)
            return `the registry ${host} refuses access to ${repository}; run "docker login ${host}" with an account that may read it`;
        if (status === 404)
            return `the registry ${host} has no ${repository} ${path.replace("/", " ")}; check name and tag`;
        if (status === 429)
            return `the registry ${host} has had too many requests; log in or try again later`;
        return `the registry ${host} answers with status ${status}; try again later`;
    }
}
/** What comes after the first `count` bytes. */
async function* skipBytes(chunks, count) {
    let left = count;
    for await (const chunk of chunks) {
        const fresh = chunk.subarray(Math.min(left, chunk.length));
        left -= chunk.length - fresh.length;
        if (fresh.length > 0)
            yield fresh;
    }
}
function toBasic(credentials) {
    return "user" in credentials ? `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString("base64")}` : undefined;
}

;// CONCATENATED MODULE: ./src/source/registry/image-name.js
// Names of images as engines write them: [host[:port]/]path[:tag][@digest] (distribution reference grammar).

/** The registry that names without a host belong to, its API, and the folder of its official images. */
const DEFAULT = { host: "docker.io", api: "registry-1.docker.io", folder: "library" };
const SEGMENT = /^[a-z0-9]+([._-]+[a-z0-9]+)*$/;
function parseImageName(text) {
    const [, name = "", tag, digest] = /^([^@]*?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? [];
    const [first = "", ...rest] = name.split("/");
    const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
    const host = hasHost ? first : DEFAULT.host;
    const path = hasHost ? rest : [first, ...rest];
    const segments = host === DEFAULT.host && path.length === 1 ? [DEFAULT.folder, ...path] : path;
    const isHost = /^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host);
    if (!isHost || !segments.every((segment) => SEGMENT.test(segment))) {
        throw new input_error/* InputError */.dz(`docker://${text} is not an image of a registry; write docker://HOST/NAME:TAG`);
    }
    // As engines do: a registry on this machine is spoken to without TLS.
    const scheme = /^(localhost|127\.\d+\.\d+\.\d+)(:|$)/.test(host) ? "http" : "https";
    return { host, origin: `${scheme}://${host === DEFAULT.host ? DEFAULT.api : host}`, repository: segments.join("/"), reference: digest ?? tag ?? "latest" };
}

;// CONCATENATED MODULE: ./src/source/registry/registry-container.js
// Images of a registry as a container that looks like an OCI layout; nothing but the asked registry, its token service and its
// own redirects is contacted, and every blob is fetched when it is read.




/** Manifests are small; more is refused by registries too. */
const MANIFEST_BYTES = 4 << 20;
/** Opens `image`; throws InputError with the repair where there is no such image, no access or no registry. */
async function registryContainer(reference, image, access = {}) {
    const name = parseImageName(image);
    const client = new RegistryClient(name, access);
    const top = await client.manifest(name.reference);
    const mediaType = top.headers.get("content-type")?.split(";")[0] ?? "";
    const bytes = await readManifest(top, reference);
    const digest = name.reference.startsWith("sha256:") ? name.reference : toDigest(bytes);
    const index = Buffer.from(JSON.stringify({ schemaVersion: 2, manifests: [{ mediaType, digest, size: bytes.length, annotations: { "org.opencontainers.image.ref.name": image } }] }));
    const known = new Map([["index.json", index], [toEntry(digest), bytes]]);
    const manifests = new Set(toManifestEntries(bytes));
    return {
        name: reference,
        form: "registry",
        list: () => [],
        size: (entry) => known.get(entry)?.length,
        open: (entry) => {
            const held = known.get(entry);
            if (held)
                return registry_container_once(held);
            const blob = /^blobs\/(sha256|sha512)\/([0-9a-f]+)$/.exec(entry);
            if (!blob)
                return undefined;
            const wanted = `${blob[1]}:${blob[2]}`;
            return manifests.has(entry) ? fetchManifest(client, wanted, { manifests, reference }) : client.blob(wanted);
        },
        close: async () => { },
    };
}
async function* registry_container_once(bytes) {
    yield bytes;
}
async function* fetchManifest(client, digest, { manifests, reference }) {
    const bytes = await readManifest(await client.manifest(digest), reference);
    for (const entry of toManifestEntries(bytes))
        manifests.add(entry);
    yield bytes;
}
async function readManifest(response, reference) {
    const parts = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.length;
        if (size > MANIFEST_BYTES)
            throw new input_error/* InputError */.dz(`${reference} has a manifest of more than ${MANIFEST_BYTES} bytes; it is no image`);
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}
/** Entries that are to be asked for as manifests, not as blobs: those that an index lists. */
function toManifestEntries(bytes) {
    try {
        const value = JSON.parse(bytes.toString("utf8"));
        const list = Array.isArray(value?.manifests) ? value.manifests : [];
        return list.map((item) => toEntry(String(item?.digest ?? "")));
    }
    catch {
        return [];
    }
}
function toEntry(digest) {
    return `blobs/${digest.replace(":", "/")}`;
}
function toDigest(bytes) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
}

;// CONCATENATED MODULE: ./src/source/tar-archive.js
// A tar archive as a container: one walk over its headers makes an index of offsets, content is read where it lies.




/** Entries of an image archive; more are a problem of the archive. A layer may hold more, that's the reader's matter. */
const tar_archive_MAX_ENTRIES = 1_000_000;
/** Bytes of one extension header; names and numbers need far less. */
const MAX_EXTENSION_BYTES = 1 << 20;
function indexTar(fd, fileSize) {
    const index = { files: new Map(), links: new Map(), problems: [], headers: 0 };
    const assembler = new EntryAssembler();
    let at = 0;
    let zeros = 0;
    while (zeros < 2) {
        const block = readAt(fd, at, BLOCK_BYTES);
        if (block.length < BLOCK_BYTES) {
            index.problems.push(problem("truncated", "the archive ends without its end mark; make it again"));
            break;
        }
        const header = parseHeader(block);
        if (header === "malformed") {
            index.problems.push(problem("malformed", `the archive breaks its format at byte ${at}; what follows was not read`));
            break;
        }
        zeros = header === "zero" ? zeros + 1 : 0;
        const next = header === "zero" ? at + BLOCK_BYTES : takeEntry(index, { fd, at, fileSize, assembler, header });
        if (next === undefined)
            break;
        at = next;
    }
    if (zeros === 2)
        checkTrailer(index, { fd, at, fileSize });
    return index;
}
/** Puts one entry into the index and gives the offset of the next header; undefined ends the walk. */
function takeEntry(index, { fd, at, fileSize, assembler, header }) {
    const start = at + BLOCK_BYTES;
    if (++index.headers > tar_archive_MAX_ENTRIES) {
        index.problems.push(problem("count-limit", `the archive has more than ${tar_archive_MAX_ENTRIES} entries; the rest was not read`));
        return undefined;
    }
    if (EntryAssembler.isExtension(header.type)) {
        const body = header.size <= MAX_EXTENSION_BYTES ? readAt(fd, start, header.size) : undefined;
        const extension = body && body.length === header.size ? assembler.extend(header.type, body) : undefined;
        if (!extension?.complete)
            index.problems.push(problem("malformed", `an extension header at byte ${at} cannot be read`));
        return start + paddedSize(header.size);
    }
    const entry = assembler.complete(header);
    if (!entry) {
        index.problems.push(problem("malformed", `the entry at byte ${at} has no valid size; what follows was not read`));
        return undefined;
    }
    record(index, entry, start);
    const end = start + paddedSize(entry.size);
    if (start + entry.size > fileSize) {
        index.problems.push({ ...problem("truncated", "the archive ends inside an entry; make it again"), entry: toName(entry.path) ?? "" });
        return undefined;
    }
    return end;
}
function record(index, entry, start) {
    const name = toName(entry.path);
    if (name === undefined) {
        index.problems.push(problem("path-escape", "an entry of the archive has a name that points outside it; it was not read"));
        return;
    }
    if (entry.sparse || entry.partial) {
        index.problems.push({ ...problem("unsupported-feature", "a sparse or split entry of the archive is read as it is stored"), entry: name });
    }
    if (index.files.has(name) && entry.type !== "directory") {
        index.problems.push({ ...problem("malformed", "the archive holds this entry twice; only the last one was read"), entry: name });
    }
    if (entry.type === "file")
        index.files.set(name, { offset: start, size: entry.size });
    const target = decodeName(entry.link);
    if (entry.type === "hardlink")
        index.links.set(name, external_node_path_.posix.normalize(target).replace(/^\/+/, ""));
    if (entry.type === "symlink")
        index.links.set(name, external_node_path_.posix.join(external_node_path_.posix.dirname(name), target));
}
/** A name from the root of the archive; undefined where it leads out of it. */
function toName(path) {
    const name = external_node_path_.posix.normalize(decodeName(path)).replace(/^\/+/, "").replace(/\/$/, "");
    return name === ".." || name.startsWith("../") ? undefined : name;
}
function checkTrailer(index, { fd, at, fileSize }) {
    for (let from = at; from < fileSize; from += 1 << 20) {
        const bytes = readAt(fd, from, Math.min(1 << 20, fileSize - from));
        if (bytes.length === 0)
            return;
        if (bytes.every((byte) => byte === 0))
            continue;
        index.problems.push(problem("malformed", `data stands behind the end of the archive (from byte ${from}); it was not read`));
        return;
    }
}
function readAt(fd, at, length) {
    const buffer = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
        const count = (0,external_node_fs_.readSync)(fd, buffer, filled, length - filled, at + filled);
        if (count === 0)
            break;
        filled += count;
    }
    return buffer.subarray(0, filled);
}
function problem(reason, detail) {
    return { reason, detail };
}
/** The container of an indexed archive; links inside it lead to the entry that they name. */
function tarContainer({ name, handle, index, selection, dispose }) {
    const names = [...index.files.keys(), ...[...index.links.keys()].filter((link) => resolve(index, link) !== undefined)].sort();
    return {
        name,
        form: "tar",
        ...(selection !== undefined && { selection }),
        problems: index.problems,
        list: () => names,
        aliasOf: (entry) => (index.files.has(entry) ? undefined : resolve(index, entry)),
        size: (entry) => index.files.get(resolve(index, entry) ?? "")?.size,
        open: (entry, spare) => {
            const stored = index.files.get(resolve(index, entry) ?? "");
            return stored && readRange(handle, { start: stored.offset, end: stored.offset + stored.size }, spare);
        },
        stamp: (entry) => {
            const stored = index.files.get(resolve(index, entry) ?? "");
            const file = stampFile(handle.fd);
            return stored && file && `${file}:${stored.offset}:${stored.size}`;
        },
        close: async () => {
            await handle.close();
            await dispose();
        },
    };
}
/** The entry with bytes behind a name; links may lead to links, but not for ever. */
function resolve(index, name) {
    let at = name;
    for (let steps = 0; steps < 16; steps++) {
        if (index.files.has(at))
            return at;
        const target = index.links.get(at);
        if (target === undefined)
            return undefined;
        at = target;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/source/reference.js
// Opens what a user calls an image: a path, told apart by content, or a transport as skopeo writes them.










/** Files that make a folder or archive an image: OCI layout, or docker-archive. */
const markers = ["index.json", "manifest.json"];
/**
 * Opens `reference`; relative paths start from `options.cwd`. Throws InputError with the repair for whatever is no image.
 * Transports: docker-archive:PATH[:REF], oci-archive:PATH[:TAG], oci:DIR[:TAG], docker-daemon:NAME, docker://NAME (see
 * containers-transports(5)); REF may also be "@" and a position. An archive may be compressed with gzip or zstd.
 */
async function openContainer(reference, options) {
    const [, transport, rest = ""] = /^(docker-archive|oci-archive|oci|docker-daemon|docker):(.*)$/s.exec(reference) ?? [];
    switch (transport) {
        case "docker-archive":
        case "oci-archive":
        case "oci":
            return openPath({ name: reference, ...splitSelection(rest, options.cwd) });
        case "docker-daemon": {
            const { handle, size, dispose } = await saveFromEngine(rest);
            return openArchive({ name: reference, handle, size, dispose });
        }
        case "docker":
            if (!rest.startsWith("//"))
                throw new input_error/* InputError */.dz(`${reference} is not a reference; write docker://${rest.replace(/^\/+/, "")}`);
            return registryContainer(reference, rest.slice(2), options.environment ? { environment: options.environment } : {});
        default:
            return openPath({ name: reference, path: (0,external_node_path_.resolve)(options.cwd, reference) });
    }
}
/** PATH[:REF]: a path may hold colons too, so the longest one that exists wins. */
function splitSelection(rest, cwd) {
    for (let end = rest.length; end > 0; end = rest.lastIndexOf(":", end - 1)) {
        const path = (0,external_node_path_.resolve)(cwd, rest.slice(0, end));
        if ((0,external_node_fs_.existsSync)(path))
            return { path, ...(end < rest.length && { selection: rest.slice(end + 1) }) };
    }
    return { path: (0,external_node_path_.resolve)(cwd, rest) };
}
async function openPath({ name, path, selection }) {
    const found = await (0,promises_.stat)(path).catch((error) => error.code ?? "error");
    if (typeof found === "string")
        throw await unreadable(name, path, found);
    if (found.isDirectory())
        return openFolder({ name, path, ...(selection !== undefined && { selection }) });
    if (!found.isFile())
        throw new input_error/* InputError */.dz(`${name} is neither a file nor a folder; name an image archive or an OCI layout`);
    const handle = await (0,promises_.open)(path).catch((error) => error.code ?? "error");
    if (typeof handle === "string")
        throw await unreadable(name, path, handle);
    return openArchive({ name, handle, size: found.size, dispose: async () => { }, ...(selection !== undefined && { selection }) });
}
function openFolder({ name, path, selection }) {
    if (!markers.some((marker) => (0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(path, marker)))) {
        throw new input_error/* InputError */.dz(`${name} is a folder without index.json, so not an OCI layout; name the layout itself or an image archive`);
    }
    try {
        return directoryContainer(name, path, selection);
    }
    catch {
        throw new input_error/* InputError */.dz(`the folder ${name} cannot be read; check its permissions`);
    }
}
/** Closes the handle and removes what was spooled whenever no container comes out of it. */
async function openArchive(opened) {
    try {
        return await openKind(opened);
    }
    catch (error) {
        await opened.handle.close().catch(() => undefined);
        await opened.dispose();
        throw error;
    }
}
async function openKind(opened) {
    const { name, handle, size } = opened;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    const recognised = recogniseFile(buffer.subarray(0, bytesRead));
    switch (recognised.kind) {
        case "tar":
            return openTar(opened, false);
        case "gzip":
        case "zstd": {
            const spool = await spoolDecompressed({ name, handle, size }, recognised.kind);
            await handle.close();
            const inner = { ...opened, handle: spool.handle, size: spool.size, dispose: spool.dispose };
            return openSpooled(inner, spool.truncated);
        }
        case "other":
            throw new input_error/* InputError */.dz(`${name} is ${recognised.description}, not an image archive; make one with "docker save -o image.tar NAME"`);
        default:
            return recognised;
    }
}
async function openSpooled(opened, truncated) {
    try {
        return openTar(opened, truncated);
    }
    catch (error) {
        await opened.handle.close();
        await opened.dispose();
        throw error;
    }
}
function openTar(opened, truncated) {
    const { name, handle, size } = opened;
    const index = indexTar(handle.fd, size);
    if (truncated)
        index.problems.push({ reason: "truncated", detail: "the compressed archive is damaged or ends early; make it again" });
    if (!markers.some((marker) => index.files.has(marker)))
        throw new input_error/* InputError */.dz(describeNoImage(name, index));
    return tarContainer({ ...opened, index });
}
function describeNoImage(name, index) {
    if (index.headers === 0)
        return `${name} is an empty archive; make one with "docker save -o image.tar NAME"`;
    const isBroken = index.problems.some((problem) => problem.reason === "truncated" || problem.reason === "malformed");
    if (isBroken)
        return `${name} is a truncated or damaged archive: no manifest can be found in it; make it again`;
    return `${name} is a tar archive but not an image: it has neither manifest.json nor index.json; make one with "docker save -o image.tar NAME"`;
}
async function unreadable(name, path, code) {
    if (code === "EACCES" || code === "EPERM")
        return new input_error/* InputError */.dz(`${name} cannot be read; check its permissions`);
    if (code !== "ENOENT" && code !== "ENOTDIR")
        return new input_error/* InputError */.dz(`${name} cannot be read (${code})`);
    const siblings = await (0,promises_.readdir)((0,external_node_path_.dirname)(path)).catch(() => []);
    const near = (0,input_error/* nearestName */.qb)((0,external_node_path_.basename)(path), siblings);
    if (near !== undefined)
        return new input_error/* InputError */.dz(`there is no file ${name}; did you mean ${near}?`);
    const isImageName = /^[a-z0-9][a-z0-9._\-/]*(:[\w.-]+)?(@sha256:[0-9a-f]{64})?$/.test(name) && !/\.(tar|tgz|gz|zst)$/.test(name);
    if (!isImageName)
        return new input_error/* InputError */.dz(`there is no file ${name}; name an image archive, an OCI layout, or docker-daemon:NAME for an image of the local engine`);
    return new input_error/* InputError */.dz(`there is no file ${name}; write docker-daemon:${name} for an image of the local engine or docker://${name} for one of a registry`);
}

;// CONCATENATED MODULE: ./src/layer-cache/folder.js
// Where the cache of layers lies, and whether there is one by default.

/**
 * The folder for entries (XDG Base Directory Specification; on Windows the local application data). Undefined for `off`, for `auto` in
 * CI, where other jobs may write to what is shared between runs, and where there is no home.
 */
function findCacheFolder(wish, environment) {
    const home = environment("HOME");
    const base = environment("XDG_CACHE_HOME") || environment("LOCALAPPDATA") || (home && (0,external_node_path_.join)(home, ".cache"));
    const isWanted = wish === "on" || (wish === "auto" && !environment("CI"));
    return isWanted && base ? (0,external_node_path_.join)(base, "pci-pipeline", "layers") : undefined;
}

;// CONCATENATED MODULE: ./src/layer-cache/entry.js
// The form of an entry on disk: one line of JSON under a seal. Whatever does not open exactly is no entry.



const FORM = "pci-pipeline/layer/v1";
const digest = schemas/* string */.YjP().regex(/^sha(256|512):[0-9a-f]+$/);
const recordSchema = schemas/* strictObject */.rej({
    form: schemas/* literal */.euz(FORM),
    key: schemas/* string */.YjP(),
    seen: coverageSchema.shape.seen,
    examined: coverageSchema.shape.examined,
    findings: schemas/* array */.YOg(finding_finding/* findingSchema */.$f.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
    gaps: schemas/* array */.YOg(gapSchema.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
    blobs: schemas/* array */.YOg(digest),
    stamps: schemas/* array */.YOg(schemas/* string */.YjP()),
    /** Digest of the file that holds the layer's names. */
    names: schemas/* string */.YjP(),
});
/** Text of an entry; with a secret its seal is a MAC, which nobody makes without it. */
function sealEntry(key, layer, secret) {
    const body = JSON.stringify({ form: FORM, key, ...layer });
    return `${sealOf(body, secret)}\n${body}\n`;
}
/** The layer, or undefined for an entry that is damaged, that another key has sealed, or that is about something else. */
function openEntry(key, text, secret) {
    const [seal = "", body = ""] = text.split("\n");
    const expected = Buffer.from(sealOf(body, secret));
    const found = Buffer.from(seal);
    if (found.length !== expected.length || !(0,external_node_crypto_.timingSafeEqual)(found, expected))
        return undefined;
    const value = JSON.parse(body);
    const parsed = recordSchema.safeParse(value);
    if (!parsed.success || parsed.data.key !== key)
        return undefined;
    // The value as it was written: parsing would change the order of keys, and a report says the same with a cache and without.
    const { seen, examined, findings, gaps, blobs, stamps, names } = value;
    return { seen, examined, findings, gaps, blobs, stamps, names };
}
function sealOf(body, secret) {
    return secret ? `hmac-sha256:${(0,external_node_crypto_.createHmac)("sha256", secret).update(body).digest("hex")}` : `sha256:${(0,external_node_crypto_.createHash)("sha256").update(body).digest("hex")}`;
}

;// CONCATENATED MODULE: ./src/layer-cache/names.js
// The names of a layer as a file: in order, so that a few of them are found without reading all. An image of a hundred thousand files that is
// only recalled is asked for those with findings.


const names_NEWLINE = 0x0a;
/** A line with the bytes that each kind takes, then each kind's names, a line each, in the order of JavaScript's strings. Undefined for a name with a line break. */
function writeNames(names) {
    if (nameKinds.some((kind) => names[kind].some((name) => name.includes("\n"))))
        return undefined;
    const sections = nameKinds.map((kind) => external_node_buffer_.Buffer.from(names[kind].toSorted().map((name) => `${name}\n`).join("")));
    return external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from(`${sections.map(({ length }) => length).join(" ")}\n`), ...sections]);
}
/** Of bytes that `writeNames` has made. */
function openNames(bytes) {
    const sections = findSections(bytes);
    const nameAt = (at) => bytes.toString("utf8", at, bytes.indexOf(names_NEWLINE, at));
    /** The first name that does not stand before `text`. */
    const find = (text, { start, end }) => {
        let [low, high] = [start, end];
        while (low < high) {
            const middle = (low + high) >>> 1;
            const line = bytes.lastIndexOf(names_NEWLINE, middle - 1) + 1;
            if (nameAt(line) < text)
                low = bytes.indexOf(names_NEWLINE, middle) + 1;
            else
                high = line;
        }
        return low < end ? nameAt(low) : undefined;
    };
    const has = (kind, path) => find(path, sections[kind]) === path || (kind === "folders" && find(`${path}/`, sections.files)?.startsWith(`${path}/`) === true);
    const unpack = () => {
        const names = new LayerNames();
        for (const kind of nameKinds) {
            const { start, end } = sections[kind];
            if (end > start)
                for (const name of bytes.toString("utf8", start, end - 1).split("\n"))
                    names[kind].push(name);
        }
        return names;
    };
    return { has, unpack };
}
function findSections(bytes) {
    const head = bytes.indexOf(names_NEWLINE);
    const sizes = bytes.toString("latin1", 0, head).split(" ").map(Number);
    let end = head + 1;
    const [folders, files, removed, opaque] = sizes.map((size) => ({ start: end, end: end += size }));
    const none = { start: end, end };
    return { folders: folders ?? none, files: files ?? none, removed: removed ?? none, opaque: opaque ?? none };
}

;// CONCATENATED MODULE: ./src/layer-cache/layer-cache.js
// Remembers on disk what was found in layers. A layer counts as examined by an earlier run only while its digest, the rules, the
// options and the program are the same; anything else about an entry that is not as it should be, and the layer is read.





/** Files that hold a layer come and go; the last ones are kept. */
const MOST_STAMPS = 16;
/** Entries that are as old go away. */
const KEPT_MILLISECONDS = 30 * 24 * 3600 * 1000;
/** Parts of an image that are read from layers. */
const layerParts = new Set(["file", "file-name", "link-target", "xattr"]);
/** The folder is made when something is kept; one that can't be read or written makes a run slower and nothing else. */
function openLayerCache({ folder, terms, secret }) {
    const keyOf = (diffId) => (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([diffId, ...terms])).digest("hex");
    const pathOf = (diffId) => (0,external_node_path_.join)(folder, `${keyOf(diffId)}.layer`);
    const recalled = new Map();
    const lessons = new Map();
    const vouched = new Map();
    async function recall(diffId) {
        const record = await attempt(async () => openEntry(keyOf(diffId), await (0,promises_.readFile)(pathOf(diffId), "utf8"), secret));
        if (record)
            recalled.set(diffId, record);
        return record;
    }
    async function namesOf(diffId) {
        const digest = recalled.get(diffId)?.names;
        const bytes = await attempt(() => (0,promises_.readFile)((0,external_node_path_.join)(folder, `${keyOf(diffId)}.names`)));
        return bytes && digest === layer_cache_digestOf(bytes) ? openNames(bytes) : undefined;
    }
    async function keep({ findings, gaps }) {
        for (const [diffId, lesson] of lessons) {
            if (lesson === "twice")
                continue;
            const isHere = ({ location }) => location.kind === "image" && location.layer?.diffId === diffId && layerParts.has(location.part);
            const own = { findings: findings.filter(isHere), gaps: gaps.filter(isHere) };
            await store(lesson, own);
        }
        for (const [diffId, stamp] of vouched) {
            const record = recalled.get(diffId);
            if (record)
                await replace(pathOf(diffId), sealEntry(keyOf(diffId), { ...record, stamps: [...record.stamps, stamp].slice(-MOST_STAMPS) }, secret));
        }
        await prune(folder);
    }
    async function store({ diffId, blob, stamp, names, seen, examined }, own) {
        const bytes = writeNames(names);
        if (!bytes || !isTellable(openNames(bytes), [...own.findings, ...own.gaps]))
            return;
        await (0,promises_.mkdir)(folder, { recursive: true, mode: 0o700 });
        await replace((0,external_node_path_.join)(folder, `${keyOf(diffId)}.names`), bytes);
        const layer = { seen, examined, ...own, blobs: [...new Set([blob, diffId])], stamps: stamp === undefined ? [] : [stamp], names: layer_cache_digestOf(bytes) };
        await replace(pathOf(diffId), sealEntry(keyOf(diffId), layer, secret));
    }
    const learn = (lesson) => void lessons.set(lesson.diffId, lessons.has(lesson.diffId) ? "twice" : lesson);
    return { recall, namesOf, learn, vouch: (diffId, stamp) => void vouched.set(diffId, stamp), keep: async (outcome) => void await attempt(() => keep(outcome)) };
}
/** A path that redaction has changed can't be found again among the layer's names: such a layer is read each time. */
function isTellable(names, drafts) {
    return drafts.every(({ location }) => location.kind === "image" && (location.path === undefined || names.has("files", location.path) || names.has("folders", location.path)));
}
function layer_cache_digestOf(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}
/** Written beside its place and moved there whole: two runs at once each see entries that are whole. */
async function replace(path, content) {
    const draft = `${path}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.writeFile)(draft, content, { mode: 0o600 });
        await (0,promises_.rename)(draft, path);
    }
    finally {
        await (0,promises_.rm)(draft, { force: true });
    }
}
/** By the time of their last change. */
async function prune(folder) {
    for (const name of await (0,promises_.readdir)(folder)) {
        const path = (0,external_node_path_.join)(folder, name);
        const { mtimeMs } = await (0,promises_.stat)(path);
        if (Date.now() - mtimeMs > KEPT_MILLISECONDS)
            await (0,promises_.rm)(path, { force: true });
    }
}
/** A cache that fails is no cache, and no reason to stop. */
async function attempt(work) {
    try {
        return await work();
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(136);
;// CONCATENATED MODULE: ./src/layer-cache/program.js
// Which program made an entry: a version number stays the same while the code changes.




/** Digest of all files of the bundle that runs, or of all sources where it runs from them. */
function programDigest() {
    const self = (0,external_node_url_.fileURLToPath)(import.meta.url);
    const files = self.endsWith(".ts") ? program_listFiles((0,external_node_path_.join)((0,external_node_path_.dirname)(self), ".."), ".ts") : program_listFiles((0,external_node_path_.dirname)(self), ".js");
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of files)
        hash.update((0,external_node_fs_.readFileSync)(file)).update("\0");
    return hash.digest("hex");
}
function program_listFiles(folder, extension) {
    return (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(extension) && !name.endsWith(".test.ts")).sort().map((name) => (0,external_node_path_.join)(folder, name));
}

;// CONCATENATED MODULE: ./actions/image-secret-audit/memory.js



const LEAST_KEY_BYTES = 16;
/** Undefined where nothing is to be remembered. Throws InputError for a key that cannot be used. */
async function openMemory(inputs, world, inspector) {
    const folder = inputs["no-cache"] ? undefined : findCacheFolder(inputs.cache, world.environment);
    if (folder === undefined)
        return undefined;
    const path = inputs["cache-key"];
    const secret = path === undefined ? undefined : await readInput(world.cwd, path, "cache key");
    if (secret && secret.length < LEAST_KEY_BYTES)
        throw new input_error/* InputError */.dz(`cache key ${path} has fewer than ${LEAST_KEY_BYTES} bytes; make one with openssl rand -out FILE 32`);
    return openLayerCache({ folder, secret, terms: [version, programDigest(), inspector.tool.sha256, inputs.limits ?? ""] });
}

;// CONCATENATED MODULE: ./actions/image-secret-audit/main.js
// image-secret-audit: source → reader → detector → finding.









/** Throws InputError for an image that cannot be opened at all. */
async function main(inputs, world) {
    const startedAt = world.now();
    const read = (path, what) => readInput(world.cwd, path, what);
    const rules = inputs.rules === undefined ? undefined : await (0,read_own_rules/* collectRules */.s)(inputs.rules, async (path) => (await read(path, "rules file")).toString("utf8"));
    const known = await readKnown(inputs, read);
    const settings = { ...(rules !== undefined && { rules }), known };
    const inspector = (0,crew.openCrew)((0,detector_inspector/* createInspector */.Y)(settings), settings);
    world.signal.addEventListener("abort", () => void inspector.close());
    const limits = parseLimits(inputs.limits);
    const memory = await openMemory(inputs, world, inspector);
    const { trays } = inspector;
    const audit = async (container, ledger, recall) => {
        const image = await readImage(container, { ledger, limits, hold: trays && ((bytes) => trays.hold(bytes)), memory: recall, ...(inputs.platform !== undefined && { platform: inputs.platform }) });
        return { ...(await inspectAll(image.readings, inspector, ledger)), subject: image.subject, images: image.images };
    };
    const container = await openContainer(inputs.image, { cwd: world.cwd, environment: world.environment });
    try {
        world.progress(`auditing ${inspector.scrub(container.name)}`);
        const ledger = new Ledger();
        const { findings, gaps, subject, images } = await audit(container, ledger, memory);
        await memory?.keep({ findings, gaps });
        // Nothing is recalled of canaries: they are found anew, or the detectors have not proved themselves.
        const selfTest = await proveDetection(await imageCanary(inspector.tool.sha256), (canary) => audit(canary, new Ledger()));
        const facts = { images: scrubTexts(images, inspector.scrub) };
        const report = composeReport({ check: "image-secret-audit", subject, tool: describeTool(inspector.tool), startedAt, ledger, findings, gaps, selfTest, facts }, await terms_readTerms(inputs, world));
        return { report, verdict: report.verdict, outputs: { digest: subject.digest?.sha256 ?? "", "leaked-names": JSON.stringify(findLeakedNames(report.findings)) } };
    }
    finally {
        await inspector.close();
        await container.close();
    }
}

;// CONCATENATED MODULE: ./actions/image-secret-audit/start.js
// All of the action that a worker thread has no use for.



const start = () => runAction(contract, main);


/***/ })

};
