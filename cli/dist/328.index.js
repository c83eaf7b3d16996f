export const id = 328;
export const ids = [328];
export const modules = {

/***/ 2274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCrew: () => (/* reexport */ openCrew)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./src/detector/inspector.js + 55 modules
var detector_inspector = __webpack_require__(28108);
// EXTERNAL MODULE: ./src/detector/sieve/trays.js
var trays = __webpack_require__(46925);
// EXTERNAL MODULE: ./src/finding/location.js
var finding_location = __webpack_require__(37105);
;// CONCATENATED MODULE: ./src/crew/parcel.js

const LOG = 255;
const NO_PATH = -1;
/** Of fragments that `tray` holds. */
function toParcel(id, fragments, { at }) {
    const count = fragments.length;
    const [lengths, parts, pathLengths] = [new Uint32Array(count), new Uint8Array(count), new Int32Array(count)];
    const windows = [];
    let paths = "";
    fragments.forEach(({ bytes, place, start, line, owned }, index) => {
        const path = place.kind === "image" ? place.path : place.file;
        lengths[index] = bytes.length;
        parts[index] = place.kind === "image" ? finding_location/* imageParts */.Ck.indexOf(place.part) : LOG;
        pathLengths[index] = path?.length ?? NO_PATH;
        if (path !== undefined)
            paths += path;
        if (start !== 0 || line !== 1 || owned !== bytes.length)
            windows.push({ index, start, line, owned });
    });
    return { id, at, lengths, parts, paths, pathLengths, windows };
}
/** Gives the parcel's fragments one by one; they are asked for in ascending order. */
function openParcel({ at, lengths, parts, paths, pathLengths, windows }, { memory, between }) {
    let next = 0;
    let offset = at;
    let pathAt = 0;
    return (wanted) => {
        for (; next < wanted; next++) {
            offset += (lengths[next] ?? 0) + between;
            pathAt += Math.max(0, pathLengths[next] ?? NO_PATH);
        }
        const size = lengths[wanted] ?? 0;
        const pathLength = pathLengths[wanted] ?? NO_PATH;
        const path = pathLength === NO_PATH ? undefined : paths.slice(pathAt, pathAt + pathLength);
        const { start, line, owned } = windows.find(({ index }) => index === wanted) ?? { start: 0, line: 1, owned: size };
        return { kind: "fragment", place: toPlace(parts[wanted] ?? LOG, path), bytes: new Uint8Array(memory, offset, size), start, line, owned };
    };
}
/** As much of the place as decides what is found; the rest stays with the sender. */
function toPlace(part, path) {
    if (part === LOG)
        return { kind: "log", file: path ?? "" };
    const place = { kind: "image", platform: "", layer: null, part: finding_location/* imageParts */.Ck[part] ?? "file", members: [], state: "final" };
    return path === undefined ? place : { ...place, path };
}
/** What was said, with the fragments' own places. */
function readAnswer({ said }, fragments) {
    return said.map(([index, one]) => {
        const move = (draft) => ({ ...draft, location: moveTo(fragments[index]?.place, draft.location) });
        return [index, { ...one, findings: one.findings.map(move), gaps: one.gaps.map(move) }];
    });
}
function moveTo(place, location) {
    if (!place)
        throw new Error("a thread spoke of a fragment that it was not given");
    const { line, offset } = location;
    return { ...place, ...(line !== undefined && { line }), ...(offset !== undefined && { offset }) };
}

;// CONCATENATED MODULE: ./src/crew/crew.js
// Worker threads that examine fragments. A worker enters this very file, or the bundle's entry, which loads it there, and serves.





const ROLE = "pci-pipeline/examine";
/** In a bundle this file is part of another one beside the entry. */
const ENTRY = new URL(import.meta.url.endsWith(".ts") ? import.meta.url : "index.js", import.meta.url);
/** Batches that one worker has before it: one to work on, others to go on with while whoever reads is at a long one. */
const LANES = 8;
/** Bytes that are examined here before workers are worth their start. */
const WARM_UP_BYTES = 8 << 20;
/** More threads than this wait for the one that reads, which has a core of its own. */
const MOST_THREADS = 4;
/**
 * Bytes live outside V8's heap; what lives on in it is little, and the rest dies at once. Room for the young to grow is memory without a gain, but in workers
 * a few texts fill the first MiB, and are old garbage then; and the old need no four times the room of what lived, which is V8's own measure.
 */
const HEAP_FLAGS = ["--semi-space-growth-factor=1", "--min-semi-space-size=4", "--heap-growing-percent=120"];
/** A run lasts seconds, and each thread compiles for itself: V8's slowest compiler takes more time than its code saves, but where a flood keeps a function busy. */
const COMPILER_FLAGS = ["--invocation-count-for-turbofan=10000"];
/** Young objects of a worker, in MiB: garbage is made fast, and memory is what is short. */
const YOUNG_MEBIBYTES = 16;
/**
 * The same inspector, of which `examineAll` works in `count` threads once there is enough to do; with none, as on a machine of one core, it works here.
 * `options` are those that made the inspector. A thread that fails makes every call fail: nothing counts as examined that was not.
 */
function openCrew(inspector, options, count = threadCount()) {
    const { trays } = inspector;
    for (const flag of [...HEAP_FLAGS, ...COMPILER_FLAGS])
        (0,external_node_v8_.setFlagsFromString)(flag);
    if (count < 1 || !trays)
        return { ...inspector, close: async () => { } };
    const team = new Team({ options, shared: trays.shared }, count);
    let warmUp = WARM_UP_BYTES;
    const examineAll = (fragments) => {
        warmUp -= warmUp > 0 ? sizeOf(fragments) : 0;
        const isForTeam = warmUp <= 0 && team.hasRoom;
        const tray = isForTeam ? trays.close(fragments.map(({ bytes }) => bytes)) : undefined;
        if (!tray)
            return inspector.examineAll(fragments);
        return team.examine(fragments, tray).then((said) => {
            trays.release(tray);
            return (0,detector_inspector/* spread */.i)(said, fragments.length);
        });
    };
    // As many again as the team takes: while all are busy, whoever reads takes turns instead of waiting for the oldest.
    return { ...inspector, examineAll, lanes: 2 * count * LANES + 1, close: () => team.close() };
}
function threadCount() {
    return Math.min(MOST_THREADS, (0,external_node_os_.availableParallelism)() - 1);
}
function sizeOf(fragments) {
    return fragments.reduce((sum, { bytes }) => sum + bytes.length, 0);
}
class Team {
    #task;
    #count;
    #members = [];
    #failure;
    constructor(task, count) {
        this.#task = task;
        this.#count = count;
    }
    examine(fragments, tray) {
        if (this.#failure)
            return Promise.reject(this.#failure);
        if (this.#members.length === 0)
            this.#members = Array.from({ length: this.#count }, () => this.#hire());
        const member = this.#members.reduce((best, other) => (other.load < best.load ? other : best));
        return new Promise((resolve, reject) => member.take({ fragments, resolve, reject }, tray));
    }
    /** True also where it has failed, so that the next call says so. */
    get hasRoom() {
        // Whoever reads seldom waits, and would hear late of what is done.
        for (const member of this.#members)
            member.listen();
        return this.#failure !== undefined || this.#members.length === 0 || this.#members.some((member) => member.load < LANES);
    }
    async close() {
        this.#fail(new Error("the crew has been dismissed"));
        const members = this.#members;
        this.#members = [];
        await Promise.all(members.map((member) => member.dismiss()));
    }
    #hire() {
        return new Member(this.#task, (error) => this.#fail(error));
    }
    #fail(error) {
        this.#failure ??= error;
        for (const member of this.#members)
            member.abandon(this.#failure);
    }
}
class Member {
    #worker;
    #port;
    #jobs = new Map();
    #next = 0;
    constructor(task, fail) {
        const { port1, port2 } = new external_node_worker_threads_.MessageChannel();
        this.#port = port1;
        this.#worker = new external_node_worker_threads_.Worker(ENTRY, { workerData: { role: ROLE, task, port: port2 }, transferList: [port2], execArgv: [], env: {}, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEBIBYTES } });
        port1.on("message", (answer) => this.#settle(answer));
        port1.on("messageerror", (error) => fail(error));
        this.#worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
        this.#worker.on("exit", () => fail(new Error("a worker thread ended before its work was done")));
    }
    get load() {
        return this.#jobs.size;
    }
    take(job, tray) {
        const parcel = toParcel(this.#next++, job.fragments, tray);
        this.#jobs.set(parcel.id, job);
        this.#port.postMessage(parcel);
    }
    /** Takes the answers that are there. */
    listen() {
        for (let come = (0,external_node_worker_threads_.receiveMessageOnPort)(this.#port); come; come = (0,external_node_worker_threads_.receiveMessageOnPort)(this.#port))
            this.#settle(come.message);
    }
    abandon(error) {
        for (const { reject } of this.#jobs.values())
            reject(error);
        this.#jobs.clear();
    }
    async dismiss() {
        this.#worker.removeAllListeners();
        this.#port.close();
        await this.#worker.terminate();
    }
    #settle(answer) {
        const job = this.#jobs.get(answer.id);
        this.#jobs.delete(answer.id);
        job?.resolve(readAnswer(answer, job.fragments));
    }
}
function serve(port, { options, shared }) {
    const inspector = (0,detector_inspector/* createInspector */.Y)({ ...options, shared });
    port.on("message", (parcel) => {
        const said = inspector.examineTray(parcel.at, parcel.lengths, openParcel(parcel, { memory: shared.memory.buffer, between: trays/* BETWEEN */.j2 }));
        port.postMessage({ id: parcel.id, said });
    });
}
const data = external_node_worker_threads_.workerData;
if (!external_node_worker_threads_.isMainThread && data?.role === ROLE && data.port && data.task)
    serve(data.port, data.task);

;// CONCATENATED MODULE: ./src/crew/index.js
// Side room, the crew: worker threads that examine fragments for one inspector. In: fragments. Out: what the inspector says of them,
// the same whatever the number of threads.



/***/ }),

/***/ 70956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ waiverSchema),
/* harmony export */   JW: () => (/* binding */ waiversSchema),
/* harmony export */   O5: () => (/* binding */ NO_LAST_DAY),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37105);
// An accepted finding or gap. It lives in the audited repository, has an owner and ends by itself.


const date = zod__WEBPACK_IMPORTED_MODULE_0__/* .date */ .p6().describe("last day on which the waiver holds, as YYYY-MM-DD");
const waiverSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    rule: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional().describe("rule id"),
    gap: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional().describe("gap reason"),
    part: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_location_js__WEBPACK_IMPORTED_MODULE_2__/* .imageParts */ .Ck).optional(),
    path: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).optional(),
    owner: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    reason: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    until: date,
    source: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe("file and line of an acceptance that is written elsewhere than in a waivers file; such a one has the last day 9999-12-31 unless it names another"),
})
    .refine((waiver) => [waiver.fingerprint, waiver.rule, waiver.gap].filter(Boolean).length === 1, {
    message: "name exactly one of fingerprint, rule and gap",
})
    .refine((waiver) => waiver.fingerprint !== undefined || waiver.path !== undefined, {
    message: "a waiver by rule or gap names the path it is for",
})
    .refine((waiver) => waiver.gap !== "nothing-examined", { message: "that nothing was examined cannot be waived" });
const waiversSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("pci-pipeline/waivers/v1"),
    waivers: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(waiverSchema),
});
/** The last day of an acceptance that names none, as those in other tools' files. */
const NO_LAST_DAY = "9999-12-31";
/** A waiver holds through the whole of its last day, UTC. */
function holds(waiver, now) {
    return now.toISOString().slice(0, 10) <= waiver.until;
}


/***/ }),

/***/ 53401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   X5: () => (/* binding */ severitySchema),
/* harmony export */   gO: () => (/* binding */ severities),
/* harmony export */   xK: () => (/* binding */ dispositions)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37105);
/* harmony import */ var _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70956);



/** Worst first: the index is the rank. */
const severities = ["critical", "high", "medium", "low"];
const severitySchema = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(severities);
/** True when `severity` is at or above `threshold`. */
function reaches(severity, threshold) {
    return severities.indexOf(severity) <= severities.indexOf(threshold);
}
const dispositions = ["open", "waived", "baseline", "below-threshold"];
const findingSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    ruleId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    title: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    severity: severitySchema,
    controls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("PCI DSS v4.0.1 requirement ids"),
    disposition: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(dispositions),
    waiver: _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_1__/* .waiverSchema */ .IM.optional().describe("the waiver in force, or the expired one of an open finding"),
    preview: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("redacted: a public prefix at most, of a PAN its BIN and last four digits"),
    fingerprint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("stable across rebuilds; derived from rule and place, never from the value"),
    confirmedBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["checksum", "luhn", "known-value", "structure"]).optional(),
    decoded: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("encodings that were undone, outermost first"),
    location: _location_js__WEBPACK_IMPORTED_MODULE_2__/* .locationSchema */ .Hd,
    remediation: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("what to do about it, one or two sentences"),
});


/***/ }),

/***/ 38683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZA: () => (/* binding */ suggest),
/* harmony export */   dz: () => (/* binding */ InputError),
/* harmony export */   qb: () => (/* binding */ nearestName)
/* harmony export */ });
// What is said of the user's own mistakes, "did you mean" included.
/** The user's mistake: one sentence that names the input and the repair. Ends with exit code 3, never with a stack. */
class InputError extends Error {
    name = "InputError";
}
/** The name at the least edit distance, if it is near enough to be a slip of the hand. */
function nearestName(wrong, names) {
    let best;
    const most = Math.max(2, Math.floor(wrong.length / 3));
    for (const name of names) {
        if (Math.abs(name.length - wrong.length) > most)
            continue;
        const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
        if (!best || distance < best.distance)
            best = { name, distance };
    }
    return best && best.distance <= most ? best.name : undefined;
}
/** "; did you mean x?" or nothing. */
function suggest(wrong, names) {
    const name = nearestName(wrong, names);
    return name === undefined ? "" : `; did you mean ${name}?`;
}
/** Levenshtein's distance in one row of memory. */
function editDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 37105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ imageParts),
/* harmony export */   Hd: () => (/* binding */ locationSchema)
/* harmony export */ });
/* unused harmony export layerSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
// Where something was seen. Every text in here has passed the redaction: a path or a build step can hold a credential too.

/** The parts of an image that are read, metadata included. */
const imageParts = [
    "file", "file-name", "link-target", "xattr", "env", "label", "history", "config", "annotation", "attestation",
];
const layerSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    index: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().describe("position in the manifest, base layer first"),
    diffId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("sha256 of the uncompressed layer, as sha256:<hex>"),
    createdBy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("the build step that made the layer, redacted and shortened; empty where unknown"),
});
const imagePlaceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("image"),
    platform: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("os/architecture[/variant], or unknown"),
    layer: layerSchema.nullable().describe("null for metadata"),
    part: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(imageParts),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe("path inside the layer, or the name of the variable or label"),
    members: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("way through nested archives, outermost first"),
    state: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["final", "deleted", "overwritten"]).describe("whether the running container still shows it"),
});
const logPlaceSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("log"),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    step: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
});
const workflowLocationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("workflow"),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    column: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive(),
    job: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("null for a statement about the whole file"),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).describe("call chain as file:job, root first"),
});
const evidenceLocationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("evidence"),
    file: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    pointer: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("JSON pointer (RFC 6901) into the file, empty for the whole file"),
});
const position = {
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    offset: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative().optional().describe("byte offset in the content named by path and members"),
};
const imageLocationSchema = imagePlaceSchema.extend(position);
const logLocationSchema = logPlaceSchema.extend({ ...position, url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional().describe("page that shows the line") });
const locationSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .discriminatedUnion */ .gMt("kind", [
    imageLocationSchema, logLocationSchema, workflowLocationSchema, evidenceLocationSchema,
]);


/***/ })

};
