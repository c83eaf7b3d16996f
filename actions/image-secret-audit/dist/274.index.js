export const id = 274;
export const ids = [274];
export const modules = {

/***/ 274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openCrew: () => (/* reexport */ openCrew)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(161);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(877);
// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(919);
// EXTERNAL MODULE: ./src/detector/inspector.js + 65 modules
var detector_inspector = __webpack_require__(802);
// EXTERNAL MODULE: ./src/detector/sieve/trays.js
var trays = __webpack_require__(925);
// EXTERNAL MODULE: ./src/finding/location.js
var finding_location = __webpack_require__(105);
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

/***/ 666:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ toCheckDigit),
/* harmony export */   r: () => (/* binding */ Digits)
/* harmony export */ });
/* harmony import */ var _separator_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(385);
// The digits of one candidate at a time, as numbers: a window may hold a hundred thousand candidates, of which few are worth a string.

const LONGEST = 19;
/** What a digit counts for where the check doubles it. */
const doubled = Uint8Array.of(0, 2, 4, 6, 8, 1, 3, 5, 7, 9);
const ONE_TO_FIVE = 0b11_1110;
/** A row of zeros this long looks poor, and one of `nobody's` length is on no card. */
const POOR_ZEROS = 7;
const NOBODYS_ZEROS = 8;
/** Differences of two digits, from bit 0 for -9 on: none, and one up or down, also from nine to zero; FAR is next to no digit. */
const SAME = 1 << 9;
const STEPS = 1 | (1 << 8) | (1 << 10) | (1 << 18);
const FAR = -12;
class Digits {
    #digits = new Uint8Array(LONGEST);
    length = 0;
    /** Whether what follows is known of them. */
    #isSurveyed = false;
    /** A bit for each digit that occurs. */
    #kinds = 0;
    /** The longest row. */
    #zeros = 0;
    /** How many are the same as the one before, and how many are next to it. */
    #same = 0;
    #steps = 0;
    /** Of a text that is nothing but digits, nineteen at most. */
    static of(text) {
        const digits = new Digits();
        for (let at = 0; at < text.length; at++)
            digits.#digits[at] = text.charCodeAt(at) - 0x30;
        digits.length = text.length;
        return digits;
    }
    /** Takes the digits between two offsets; at most nineteen are. */
    read(bytes, start, end) {
        const digits = this.#digits;
        let length = 0;
        for (let at = start; at < end; at++)
            if ((0,_separator_js__WEBPACK_IMPORTED_MODULE_0__/* .isDigit */ .yp)(bytes[at]))
                digits[length++] = bytes[at] - 0x30;
        this.length = length;
        this.#isSurveyed = false;
    }
    /** The first six as a number. */
    get leading() {
        const d = this.#digits;
        return ((((d[0] * 10 + d[1]) * 10 + d[2]) * 10 + d[3]) * 10 + d[4]) * 10 + d[5];
    }
    /** ISO/IEC 7812-1 annex B. */
    get hasCheckDigit() {
        const digits = this.#digits;
        let sum = 0;
        let at = this.length - 1;
        for (; at > 0; at -= 2)
            sum += digits[at] + doubled[digits[at - 1]];
        return (at === 0 ? sum + digits[0] : sum) % 10 === 0;
    }
    /** One digit over and over, or counting up or down. */
    get isSequence() {
        this.#survey();
        return this.#same === this.length - 1 || this.#steps >= this.length - 4;
    }
    /** Few different digits, or all of one to five: strokes, flags, counters. */
    get isPoor() {
        this.#survey();
        return (this.#kinds & ~ONE_TO_FIVE) === 0 || countBits(this.#kinds) <= 4 || this.#zeros >= POOR_ZEROS;
    }
    /** Many different digits, and not all near each other, as the small numbers of glyphs and samples are where they look like digits. */
    get isVaried() {
        this.#survey();
        const kinds = this.#kinds;
        return countBits(kinds) >= 6 && 31 - Math.clz32(kinds) - countBits((kinds & -kinds) - 1) > 5;
    }
    /** Groups of four that count up or down by the same number: `2486 2487 2488 2489`. */
    get isCounting() {
        const group = (at) => ((this.#digits[at] * 10 + this.#digits[at + 1]) * 10 + this.#digits[at + 2]) * 10 + this.#digits[at + 3];
        const step = group(4) - group(0);
        return this.length === 16 && group(8) - group(4) === step && group(12) - group(8) === step;
    }
    /** Nobody's account has eight zeros in a row. */
    get isNobodys() {
        this.#survey();
        return this.#zeros >= NOBODYS_ZEROS;
    }
    toString() {
        let text = "";
        for (let at = 0; at < this.length; at++)
            text += String.fromCharCode(this.#digits[at] + 0x30);
        return text;
    }
    #survey() {
        if (this.#isSurveyed)
            return;
        let kinds = 0;
        let zeros = 0;
        let row = 0;
        let same = 0;
        let steps = 0;
        let before = FAR;
        for (let at = 0; at < this.length; at++) {
            const digit = this.#digits[at];
            kinds |= 1 << digit;
            row = digit === 0 ? row + 1 : 0;
            if (row > zeros)
                zeros = row;
            same += (SAME >>> (digit - before + 9)) & 1;
            steps += (STEPS >>> (digit - before + 9)) & 1;
            before = digit;
        }
        this.#kinds = kinds;
        this.#zeros = zeros;
        this.#same = same;
        this.#steps = steps;
        this.#isSurveyed = true;
    }
}
function countBits(bits) {
    let count = 0;
    for (let rest = bits; rest !== 0; rest &= rest - 1)
        count++;
    return count;
}
/** The digit that makes `body` a number with a check digit. */
function toCheckDigit(body) {
    return [..."0123456789"].find((digit) => Digits.of(body + digit).hasCheckDigit) ?? "0";
}


/***/ }),

/***/ 907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ issuerOf)
/* harmony export */ });
/** Narrow ranges stand before the wide ones that hold them. */
const networks = [
    { name: "American Express", ranges: [[34, 34], [37, 37]], lengths: [15] },
    { name: "Mir", ranges: [[2200, 2204]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "Mastercard", ranges: [[51, 55], [2221, 2720]], lengths: [16] },
    { name: "JCB", ranges: [[3528, 3589]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "Diners Club", ranges: [[300, 305], [3095, 3095], [36, 36], [38, 39]], lengths: [14, 15, 16, 17, 18, 19], doubtful: [14, 15, 16, 17, 18, 19] },
    { name: "Hipercard", ranges: [[606282, 606282], [637095, 637095], [637568, 637568], [637599, 637599], [637609, 637609], [637612, 637612]], lengths: [16] },
    { name: "Elo", ranges: [[401178, 401179], [431274, 431274], [438935, 438935], [451416, 451416], [457393, 457393], [457631, 457632], [504175, 504175], [506699, 506778], [509000, 509999], [627780, 627780], [636297, 636297], [636368, 636368], [650031, 650033], [650035, 650051], [650405, 650439], [650485, 650538], [650541, 650598], [650700, 650718], [650720, 650727], [650901, 650978], [651652, 651679], [655000, 655019], [655021, 655058]], lengths: [16] },
    { name: "RuPay", ranges: [[508500, 508999], [606985, 607984], [608001, 608500], [652150, 653149], [817200, 820199], [353800, 353999], [356000, 356999]], lengths: [16] },
    { name: "Visa", ranges: [[4, 4]], lengths: [13, 16, 19], doubtful: [13, 19] },
    { name: "Discover", ranges: [[6011, 6011], [644, 649], [65, 65]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19] },
    { name: "UnionPay", ranges: [[62, 62], [810, 817]], lengths: [16, 17, 18, 19], doubtful: [17, 18, 19], unchecked: true },
    { name: "Verve", ranges: [[506099, 506198], [507865, 507964]], lengths: [16, 18, 19], doubtful: [18, 19] },
    { name: "Troy", ranges: [[9792, 9792]], lengths: [16] },
    { name: "Dankort", ranges: [[5019, 5019]], lengths: [16] },
    { name: "Humo", ranges: [[9860, 9860]], lengths: [16] },
    { name: "Uzcard", ranges: [[8600, 8600], [5614, 5614]], lengths: [16] },
    { name: "Maestro", ranges: [[5018, 5018], [5020, 5020], [5038, 5038], [5893, 5893], [6304, 6304], [6759, 6759], [6761, 6763], [6771, 6774]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 17, 18, 19] },
    { name: "Maestro", ranges: [[500, 509], [56, 58], [60, 61], [63, 64], [66, 69]], lengths: [13, 14, 15, 16, 17, 18, 19], doubtful: [13, 14, 15, 16, 17, 18, 19] },
];
/** As long as the longest range's digits. */
const LEADING = 6;
/** Ranges of six leading digits. */
const ranges = networks.flatMap((network) => network.ranges.map(([from, to]) => {
    const scale = 10 ** (LEADING - String(from).length);
    return { from: from * scale, to: (to + 1) * scale - 1, issues: issuesOf(network) };
}));
function issuesOf(network) {
    return Array.from({ length: 20 }, (_, length) => (network.lengths.includes(length)
        ? { network: network.name, doubtful: network.doubtful?.includes(length) ?? false, unchecked: network.unchecked ?? false } : undefined));
}
/** The ranges that numbers may be in that begin with the same four digits. */
const byFour = Array.from({ length: 10_000 }, () => []);
for (const range of ranges)
    for (let four = Math.floor(range.from / 100); four * 100 <= range.to; four++)
        byFour[four]?.push(range);
/** Who may have issued the number; undefined for nobody. */
function issuerOf({ leading, length }) {
    for (const { from, to, issues } of byFour[Math.floor(leading / 100)] ?? []) {
        const issue = leading >= from && leading <= to ? issues[length] : undefined;
        if (issue)
            return issue;
    }
    return undefined;
}


/***/ }),

/***/ 180:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ testCards),
/* harmony export */   P: () => (/* binding */ isTestCard)
/* harmony export */ });
/* harmony import */ var _digits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(666);
// Card numbers that processors publish for tests. No number stands here as it is: body and check digit meet at run time.

/** Leading digits, how many zeros or which digits follow, without the check digit. */
const bodies = [
    // Visa: Stripe, Adyen, PayPal, Braintree, Square
    ["4111", "1111", "1111", "111"], ["4242", "4242", "4242", "424"], ["4012", "8888", "8888", "188"], ["4000", "0566", "5566", "555"], ["4000", "0000", "0000", "000"],
    ["4000", "0000", "0000", "007"], ["4000", "0000", "0000", "999"], ["4000", "0000", "0000", "341"], ["4000", "0025", "0000", "315"], ["4000", "0027", "6000", "318"], ["4005", "5192", "0000", "000"],
    ["4009", "3488", "8888", "188"], ["4012", "0000", "3333", "002"], ["4012", "0000", "7777", "777"], ["4217", "6511", "1111", "111"], ["4500", "6000", "0000", "006"], ["4532", "0151", "1283", "036"],
    ["4716", "2210", "5188", "566"], ["4917", "6100", "0000", "000"], ["4988", "4388", "4388", "430"], ["4166", "6766", "6766", "674"], ["4646", "4646", "4646", "464"], ["4444", "3333", "2222", "111"], ["4222", "2222", "2222", ""], ["4539", "1488", "0343", "646"], ["4485", "2757", "4230", "832"], ["4916", "3382", "0516", "088"],
    // Mastercard
    ["5555", "5555", "5555", "444"], ["5105", "1051", "0510", "510"], ["5200", "8282", "8282", "821"], ["2223", "0031", "2200", "322"], ["2223", "0000", "4840", "001"], ["5454", "5454", "5454", "545"], ["5431", "1111", "1111", "111"],
    ["5100", "2900", "2900", "290"], ["5577", "0000", "5577", "000"], ["5136", "3333", "3333", "333"], ["5585", "5585", "5585", "558"], ["5555", "4444", "3333", "111"], ["2222", "4107", "4036", "001"], ["2222", "4000", "7000", "000"], ["5500", "0000", "0000", "000"], ["5424", "0000", "0000", "001"],
    // American Express, Discover, Diners Club, JCB, UnionPay, Maestro
    ["3782", "8224", "6310", "00"], ["3714", "4963", "5398", "43"], ["3787", "3449", "3671", "00"], ["3700", "0000", "0000", "00"], ["3400", "0000", "0000", "00"],
    ["6011", "1111", "1111", "111"], ["6011", "0009", "9013", "942"], ["6011", "0000", "0000", "000"], ["6011", "9811", "1111", "111"], ["6445", "6445", "6445", "644"], ["6011", "6011", "6011", "661"],
    ["3056", "9309", "0259", "0"], ["3852", "0000", "0232", "3"], ["3622", "7206", "2716", "6"], ["3600", "6666", "3333", "4"], ["3000", "0000", "0000", "0"],
    ["3530", "1113", "3330", "000"], ["3566", "0020", "2036", "050"], ["3569", "9900", "1009", "584"], ["6200", "0000", "0000", "000"], ["6243", "0300", "0000", "000"], ["6759", "6498", "2643", "845"], ["6771", "7980", "2500", "000"], ["6062", "8288", "8866", "668"], ["5066", "9911", "1111", "111"], ["6362", "9700", "0045", "701"],
    // Braintree: what a number's answer says stands in its digits
    ["3787", "3449", "3671", "00"], ["3712", "6071", "4673", "00"], ["3782", "6751", "5471", "10"], ["3715", "4486", "8764", "01"], ["4023", "8984", "9398", "802"], ["4111", "1111", "1113", "101"], ["4111", "1111", "1111", "151"], ["4111", "1115", "1010", "101"], ["4111", "1111", "4101", "010"], ["4111", "1111", "1131", "010"],
    ["4111", "1111", "1113", "101"], ["4111", "1111", "1111", "210"], ["4111", "1111", "1121", "010"], ["4229", "9895", "0000", "000"], ["4229", "9898", "0000", "000"], ["4229", "9890", "0000", "001"], ["4000", "1111", "1111", "111"], ["4000", "1111", "1111", "151"], ["5066", "9911", "1111", "111"], ["6060", "7000", "0000", "000"], ["6370", "9500", "0000", "000"], ["6062", "8205", "2484", "532"],
    // Mercado Pago, dLocal, Conekta, Openpay, Culqi, Kushki, Wompi, PayU
    ["5031", "4332", "1540", "635"], ["5031", "7557", "3453", "060"], ["4509", "9535", "6623", "370"], ["4075", "5957", "1648", "376"], ["4235", "6477", "2802", "568"], ["4013", "5406", "8274", "626"], ["4168", "8188", "4444", "711"], ["4023", "6535", "2391", "437"], ["5416", "7526", "0258", "258"], ["5254", "1336", "7440", "356"], ["5474", "9254", "3267", "036"], ["3711", "8030", "3257", "52"], ["3743", "7818", "7755", "28"], ["3753", "6515", "5554", "51"],
    ["4009", "7500", "0000", "000"], ["4111", "1111", "1111", "203"], ["4097", "4400", "0000", "000"], ["5471", "3000", "0000", "000"], ["5120", "6973", "3333", "333"], ["5406", "2511", "0000", "000"], ["4574", "4410", "0000", "000"], ["4151", "6115", "2758", "328"],
    // Authorize.Net, Adyen, Global Payments, Checkout.com, Worldpay, Bambora, Razorpay, Stripe by country
    ["4007", "0000", "0002", ""], ["4012", "8888", "1888", ""], ["2223", "0000", "1030", "970"], ["2223", "0000", "1030", "971"], ["5555", "3412", "4444", "111"], ["2223", "5204", "4356", "001"], ["4871", "0499", "9999", "991"], ["4977", "9494", "9494", "949"], ["5103", "2219", "1119", "924"], ["4035", "5010", "0000", "000"], ["4360", "0000", "0100", "000"], ["5100", "0600", "0000", "000"],
    ["3451", "7792", "5488", "34"], ["4263", "9700", "0000", "526"], ["5425", "2300", "0000", "441"], ["4543", "4740", "0224", "999"], ["5436", "0310", "3060", "637"], ["4917", "3008", "0000", "000"], ["4484", "0700", "0000", "000"], ["4462", "0300", "0000", "000"], ["6334", "5805", "0000", "000"], ["4030", "0000", "1000", "123"], ["5100", "0000", "1000", "100"], ["3711", "0000", "1000", "13"], ["5267", "3181", "8797", "544"], ["4000", "0012", "4000", "000"], ["4000", "0082", "6000", "000"], ["5555", "5525", "0000", "100"],
    // Printed in the documentation of libraries that make or check numbers
    ["4427", "1634", "8866", ""], ["4882", "6649", "9900", ""], ["6375", "3265", "4676", "664"], ["5171", "2062", "3746", "849"], ["5103", "8202", "0221", "411"], ["6304", "0385", "1107", "382"], ["6240", "0086", "3140", "114"], ["6269", "9920", "5813", "432"], ["6282", "0015", "0909", "928"], ["6288", "9977", "1545", "258"], ["6212", "3456", "7890", "123"],
];
/** All published numbers, as digits. */
const published = new Set(bodies.map((parts) => parts.join("")).map((body) => body + (0,_digits_js__WEBPACK_IMPORTED_MODULE_0__/* .toCheckDigit */ .R)(body)));
/** What they begin with: few other numbers are worth a text. */
const fronts = new Set([...published].map((digits) => _digits_js__WEBPACK_IMPORTED_MODULE_0__/* .Digits */ .r.of(digits).leading));
/** One of each kind comes first. */
const testCards = [...published];
/** True for a published number, and for one that is mostly zeros: nobody's account has eight of them in a row. */
function isTestCard(digits) {
    return digits.isNobodys || (fronts.has(digits.leading) && published.has(digits.toString()));
}


/***/ }),

/***/ 385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QR: () => (/* binding */ isPart),
/* harmony export */   ho: () => (/* binding */ separatorAt),
/* harmony export */   yp: () => (/* binding */ isDigit)
/* harmony export */ });
// What people and programs put between the groups of a card number, as bytes.
/** Bytes that a separator may begin with. */
const joints = new Uint8Array(256);
/** Blank, tab, dash, dot, slash, underscore, the no-break space of Latin-1, and the first bytes of those of UTF-8 below. */
for (const byte of [0x20, 0x09, 0x2d, 0x2e, 0x2f, 0x5f, 0xa0, 0xc2, 0xe2])
    joints[byte] = 1;
/** 1 for digits, and for what a separator begins with or goes on with. */
const parts = joints.slice().fill(1, 0x30, 0x3a).fill(1, 0x80, 0xb0);
function isPart(byte) {
    return parts[byte] === 1;
}
function isDigit(byte) {
    return byte >= 0x30 && byte <= 0x39;
}
/** How many bytes the separator that begins at `at` has; 0 where none does. */
function separatorAt(bytes, at) {
    const byte = bytes[at];
    if (joints[byte] !== 1)
        return 0;
    if (byte < 0x80)
        return byte === 0x20 && bytes[at + 1] === 0x20 ? 2 : 1;
    if (byte === 0xa0)
        return 1;
    if (byte === 0xc2)
        return bytes[at + 1] === 0xa0 ? 2 : 0;
    return isWideBlankOrDash(bytes[at + 1], bytes[at + 2]) ? 3 : 0;
}
/** U+2000 to U+200A, U+202F and U+2212, and the dashes U+2010 to U+2015, behind their first byte in UTF-8. */
function isWideBlankOrDash(second, third) {
    if (second === 0x88)
        return third === 0x92;
    return second === 0x80 && ((third >= 0x80 && third <= 0x8a) || (third >= 0x90 && third <= 0x95) || third === 0xaf);
}


/***/ }),

/***/ 508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R_: () => (/* binding */ crc32Base62),
/* harmony export */   T5: () => (/* binding */ crc32Hex),
/* harmony export */   vw: () => (/* binding */ checksums)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(522);
// Checksums that vendors put into their tokens; each can be verified without asking anybody.


const BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Names that a rule's `checksum` may have, each with the check of a whole token. */
const checksums = {
    /** GitHub and npm: prefix, random characters, CRC-32 of those as six base-62 digits. */
    "crc32-base62": (token) => {
        const start = token.indexOf("_") + 1;
        const end = Math.max(start, token.length - 6);
        return crcOf(token, start, end) === readBase62(token, end);
    },
    /** Grafana service accounts: CRC-32 of everything before the last underscore, little-endian, as eight hexadecimal digits. */
    "crc32-hex": (token) => {
        const cut = token.lastIndexOf("_");
        return crc32Hex(token.slice(0, cut)) === token.slice(cut + 1).toLowerCase();
    },
};
/** Polynomial of CRC-32 as zlib and gzip have it (ISO 3309), a remainder for each byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++)
        rest = (rest & 1) === 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
});
/** Of a part of the text, one byte a character; for so few bytes a call out of the language costs more than the sum. */
function crcOf(text, start, end) {
    let rest = 0xffffffff;
    for (let at = start; at < end; at++)
        rest = (rest >>> 8) ^ remainders[(rest ^ text.charCodeAt(at)) & 0xff];
    return (rest ^ 0xffffffff) >>> 0;
}
/** The number that the rest of the text from `start` is in base 62; -1 for other characters and other lengths than six. */
function readBase62(text, start) {
    if (text.length - start !== 6)
        return -1;
    let sum = 0;
    for (let at = start; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const digit = code >= 0x61 && code <= 0x7a ? code - 0x3d : code >= 0x41 && code <= 0x5a ? code - 0x37 : code >= 0x30 && code <= 0x39 ? code - 0x30 : -1;
        if (digit < 0)
            return -1;
        sum = sum * 62 + digit;
    }
    return sum;
}
/** Six base-62 digits (0-9, A-Z, a-z), filled with zeros. */
function crc32Base62(text) {
    let rest = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(text);
    let digits = "";
    for (let place = 0; place < 6; place++) {
        digits = BASE62.charAt(rest % 62) + digits;
        rest = Math.floor(rest / 62);
    }
    return digits;
}
/** Four bytes, least first, as hexadecimal digits. */
function crc32Hex(text) {
    const bytes = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(4);
    bytes.writeUInt32LE((0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.crc32)(text));
    return bytes.toString("hex");
}


/***/ }),

/***/ 634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ collectRules),
  E: () => (/* binding */ readOwnRules)
});

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(683);
// EXTERNAL MODULE: ./src/detector/credential/pattern/pattern.js + 3 modules
var pattern = __webpack_require__(295);
// EXTERNAL MODULE: ./src/detector/credential/pattern/classes.js
var classes = __webpack_require__(70);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(857);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(401);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(292);
;// CONCATENATED MODULE: ./src/detector/credential/rules-toml.js
// Reads a TOML text into the shape of a file of rules, and says in one sentence what is wrong with it.



/** `source` names the text in messages. Throws InputError with all problems at once. */
function parseRules(schema, text, source) {
    const parsed = schema.safeParse(parseToml(text, source));
    if (!parsed.success)
        throw new input_error/* InputError */.dz(`${source} holds rules that cannot be read: ${parsed.error.issues.map(toSentence).join("; ")}.`);
    return parsed.data;
}
function parseToml(text, source) {
    try {
        return (0,dist/* parse */.qg)(text);
    }
    catch (error) {
        if (error instanceof dist/* TomlError */.zx)
            throw new input_error/* InputError */.dz(`${source} is no valid TOML at line ${error.line}, column ${error.column}; correct it there.`);
        throw error;
    }
}
function toSentence(issue) {
    const keys = issue.code === "unrecognized_keys" ? ` ${issue.keys.join(", ")}` : "";
    return `${issue.path.join(".")}${keys}: ${issue.code === "unrecognized_keys" ? "unknown key" : issue.message}`;
}

;// CONCATENATED MODULE: ./src/detector/credential/own/rules-schema.js
// The shape of a file in the format of gitleaks (https://github.com/gitleaks/gitleaks#configuration), with our table [rules.pipeline] as an extra.



const lines = schemas/* array */.YOg(schemas/* string */.YjP());
const criteria = {
    description: schemas/* string */.YjP().default(""),
    condition: schemas/* string */.YjP().toUpperCase().pipe(schemas/* enum */.k5n(["OR", "AND", "||", "&&"], "is OR or AND")).default("OR"),
    commits: lines.default([]),
    paths: lines.default([]),
    regexTarget: schemas/* enum */.k5n(["secret", "match", "line"]).default("secret"),
    regexes: lines.default([]),
    stopwords: lines.default([]),
};
const allowlistSchema = schemas/* strictObject */.rej(criteria);
const sharedAllowlistSchema = schemas/* strictObject */.rej({ ...criteria, targetRules: lines.default([]) });
const ruleSchema = schemas/* strictObject */.rej({
    id: schemas/* string */.YjP().min(1),
    description: schemas/* string */.YjP().default(""),
    regex: schemas/* string */.YjP().default(""),
    path: schemas/* string */.YjP().default(""),
    secretGroup: schemas/* int */.Whr().min(0).default(0),
    entropy: schemas/* number */.aig().min(0).default(0),
    keywords: lines.default([]),
    tags: lines.default([]),
    allowlist: allowlistSchema.optional(),
    allowlists: schemas/* array */.YOg(allowlistSchema).default([]),
    pipeline: schemas/* looseObject */._H3({ title: schemas/* string */.YjP(), severity: schemas/* enum */.k5n(finding/* severities */.gO), controls: lines, remediation: schemas/* string */.YjP(), public_prefix: schemas/* string */.YjP() }).partial().optional(),
});
const fileSchema = schemas/* strictObject */.rej({
    title: schemas/* string */.YjP().optional(),
    description: schemas/* string */.YjP().optional(),
    minVersion: schemas/* string */.YjP().optional(),
    extend: schemas/* strictObject */.rej({ path: schemas/* string */.YjP().min(1).optional(), url: schemas/* string */.YjP().optional(), useDefault: schemas/* boolean */.zMY().default(false), disabledRules: lines.default([]) }).optional(),
    allowlist: sharedAllowlistSchema.optional(),
    allowlists: schemas/* array */.YOg(sharedAllowlistSchema).default([]),
    rules: schemas/* array */.YOg(ruleSchema).default([]),
});
/** Throws InputError with all problems at once; what the format has and we do not support is among them. */
function parseRulesFile({ name, text }) {
    const content = parseRules(fileSchema, text, name);
    if (content.extend?.url !== undefined)
        throw new input_error/* InputError */.dz(`${name} extends an address; keep a copy beside it and write extend.path.`);
    return content;
}

;// CONCATENATED MODULE: ./src/detector/credential/own/read-own-rules.js
// Brings the files of a user's rules together, as gitleaks does: what extends comes before what it extends.



/** As in gitleaks. */
const MOST_EXTENDED = 2;
/** The user's file and those it extends, by a `read` that gives the text of a path. Throws InputError for a file that extends too far or wrongly. */
async function collectRules(path, read) {
    const files = [];
    for (let next = path; next !== undefined;) {
        if (files.some(({ name }) => name === next))
            throw new input_error/* InputError */.dz(`${path} extends itself by way of ${next}; take one extend.path out.`);
        if (files.length > MOST_EXTENDED)
            throw new input_error/* InputError */.dz(`${path} extends more than ${MOST_EXTENDED} files deep; put them together.`);
        const file = { name: next, text: await read(next) };
        files.push(file);
        const { extend } = parseRulesFile(file);
        if (extend?.path !== undefined && extend.useDefault)
            throw new input_error/* InputError */.dz(`${next} has extend.path and extend.useDefault; keep one of them.`);
        next = extend?.path;
    }
    return files;
}
/** Throws InputError, with file and line, for what cannot be matched. */
function readOwnRules(files) {
    let merged = { rules: [], allowlists: [], builtIn: {}, disabled: [] };
    for (const file of files.toReversed())
        merged = extend(merged, parseRulesFile(file), new Origin(file));
    for (const rule of merged.rules)
        checkRule(rule);
    return merged;
}
/** Puts one file on top of those that it extends. */
function extend(base, content, origin) {
    const disabled = content.extend?.disabledRules ?? [];
    const rules = new Map(base.rules.filter(({ id }) => !disabled.includes(id)).map((rule) => [rule.id, rule]));
    const builtIn = { ...base.builtIn };
    for (const entry of content.rules) {
        const rule = merge(rules.get(entry.id), entry, origin);
        // Without an expression of its own an entry speaks of a built-in rule.
        if (rule.regex === undefined && rule.path === undefined)
            builtIn[entry.id] = [...(builtIn[entry.id] ?? []), ...toAllowlists(entry, origin)];
        else
            rules.set(entry.id, rule);
    }
    const shared = [];
    for (const entry of [...content.allowlists, ...(content.allowlist ? [content.allowlist] : [])]) {
        const list = origin.allowlist(entry);
        if (entry.targetRules.length === 0)
            shared.push(list);
        for (const id of entry.targetRules) {
            const rule = rules.get(id);
            if (rule)
                rules.set(id, { ...rule, allowlists: [...rule.allowlists, list] });
            else
                builtIn[id] = [...(builtIn[id] ?? []), list];
        }
    }
    const known = disabled.filter((id) => !base.rules.some((rule) => rule.id === id));
    return { rules: [...rules.values()], allowlists: [...shared, ...base.allowlists], builtIn, disabled: [...known.map((id) => ({ id, source: origin.sourceOf(id) })), ...base.disabled] };
}
/** An entry over one of the same id: what it says replaces, its lists are added. */
function merge(base, entry, origin) {
    const regex = entry.regex === "" ? base?.regex : origin.pattern(entry.regex, `rule ${entry.id}`);
    const path = entry.path === "" ? base?.path : origin.pattern(entry.path, `rule ${entry.id}`);
    return {
        id: entry.id,
        title: entry.pipeline?.title ?? (entry.description || base?.title || entry.id),
        severity: entry.pipeline?.severity ?? base?.severity ?? "high",
        controls: entry.pipeline?.controls ?? base?.controls ?? ["8.6.2"],
        remediation: entry.pipeline?.remediation ?? base?.remediation ?? "Revoke the credential where it was issued, and load its successor at run time from the secret store.",
        publicPrefix: entry.pipeline?.public_prefix ?? base?.publicPrefix ?? "",
        ...(regex !== undefined && { regex }),
        ...(path !== undefined && { path }),
        secretGroup: entry.secretGroup || (base?.secretGroup ?? 0),
        entropy: entry.entropy || (base?.entropy ?? 0),
        keywords: [...(base?.keywords ?? []), ...entry.keywords.map((keyword) => keyword.toLowerCase())],
        allowlists: [...(base?.allowlists ?? []), ...toAllowlists(entry, origin)],
    };
}
function toAllowlists(entry, origin) {
    return [...entry.allowlists, ...(entry.allowlist ? [entry.allowlist] : [])].map((list) => origin.allowlist(list));
}
function checkRule(rule) {
    const groups = rule.regex === undefined ? 0 : new pattern/* Pattern */.z(rule.regex).groups;
    if (rule.regex !== undefined && rule.secretGroup > groups)
        throw new input_error/* InputError */.dz(`rule ${rule.id} takes its value from group ${rule.secretGroup}, and its expression has ${groups}; correct secretGroup.`);
}
/** A file, and the lines on which its texts stand. */
class Origin {
    #file;
    constructor(file) {
        this.#file = file;
    }
    /** Name and line of the first place where `text` is written. */
    sourceOf(text) {
        const at = this.#file.text.indexOf(text);
        const escaped = at >= 0 ? at : this.#file.text.indexOf(text.replaceAll("\\", "\\\\"));
        return escaped < 0 ? this.#file.name : `${this.#file.name}:${this.#file.text.slice(0, escaped).split("\n").length}`;
    }
    pattern(source, owner) {
        try {
            void new pattern/* Pattern */.z(source);
            return source;
        }
        catch (error) {
            if (!(error instanceof classes/* PatternError */.JM))
                throw error;
            throw new input_error/* InputError */.dz(`${this.sourceOf(source)}: the expression of ${owner} ${error.message}.`, { cause: error });
        }
    }
    allowlist(entry) {
        const [first] = [...entry.regexes, ...entry.paths, ...entry.stopwords, ...entry.commits];
        if (first === undefined)
            throw new input_error/* InputError */.dz(`${this.#file.name} has an allowlist without any criterion; name paths, regexes, stopwords or commits.`);
        const owner = `the allowlist ${entry.description === "" ? "there" : `“${entry.description}”`}`;
        return {
            source: this.sourceOf(first),
            description: entry.description,
            all: entry.condition === "AND" || entry.condition === "&&",
            target: entry.regexTarget,
            regexes: entry.regexes.map((source) => this.pattern(source, owner)),
            paths: entry.paths.map((source) => this.pattern(source, owner)),
            stopwords: entry.stopwords.map((word) => word.toLowerCase()),
            commits: entry.commits.length > 0,
        };
    }
}


/***/ }),

/***/ 70:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ readEscapedPoint),
/* harmony export */   JM: () => (/* binding */ PatternError),
/* harmony export */   MF: () => (/* binding */ readBrackets),
/* harmony export */   WB: () => (/* binding */ readEscapedClass),
/* harmony export */   bs: () => (/* binding */ Cursor)
/* harmony export */ });
/* harmony import */ var _code_points_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(957);
// The text of an expression while it is read, its escapes and its classes in brackets.

/** What is wrong with an expression, as the end of a sentence. */
class PatternError extends Error {
    name = "PatternError";
}
/** A place in the text, which moves as it is read. */
class Cursor {
    #text;
    #at = 0;
    constructor(source) {
        this.#text = Array.from(source);
    }
    done() {
        return this.#at >= this.#text.length;
    }
    /** The character `ahead` of the next one; nothing behind the end. */
    peek(ahead = 0) {
        return this.#text[this.#at + ahead] ?? "";
    }
    next() {
        return this.#text[this.#at++] ?? "";
    }
    take(text) {
        for (let index = 0; index < text.length; index++)
            if (this.#text[this.#at + index] !== text[index])
                return false;
        this.#at += text.length;
        return true;
    }
    /** What matches the sticky `pattern` here within some characters, and moves behind it. */
    read(pattern) {
        const match = pattern.exec(this.#text.slice(this.#at, this.#at + 40).join(""));
        if (match)
            this.#at += match[0].length;
        return match;
    }
}
/** `\d`, `\pL`, `\P{Greek}` behind their backslash and letter; undefined for other escapes. */
function readEscapedClass(cursor, character) {
    const lower = character.toLowerCase();
    const perl = _code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .perlClasses */ .SW[lower];
    if (perl)
        return lower === character ? perl : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(perl);
    if (lower !== "p")
        return undefined;
    const name = cursor.read(/^\{(\^?\w{1,30})\}/)?.[1] ?? cursor.next();
    const points = (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .unicodeClass */ .WS)(name.replace("^", ""));
    if (!points)
        throw new PatternError(`uses \\${character} with a name that Unicode has not`);
    return name.startsWith("^") === (character === "P") ? points : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(points);
}
const controls = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
/** The code point of an escape, behind its backslash and first character. */
function readEscapedPoint(cursor, character) {
    if (character === "x") {
        const code = cursor.read(/^(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\})/)?.[0];
        if (code !== undefined)
            return Number.parseInt(code.replace(/[{}]/g, ""), 16);
    }
    if (/^[0-7]$/.test(character)) {
        const more = cursor.read(/^[0-7]{0,2}/)?.[0] ?? "";
        if (character !== "0" && more === "")
            throw new PatternError("refers back to a group, which cannot be matched in bounded time");
        return Number.parseInt(character + more, 8);
    }
    const point = controls[character] ?? (/^[A-Za-z0-9]?$/.test(character) ? undefined : character.codePointAt(0));
    if (point === undefined)
        throw new PatternError(`uses the escape \\${character}, which RE2 has not`);
    return point;
}
/** The members of a class, behind its opening bracket; `fold` adds the other case. */
function readBrackets(cursor, fold) {
    const isNegative = cursor.take("^");
    const points = [];
    for (let first = true; first || cursor.peek() !== "]"; first = false) {
        if (cursor.done())
            throw new PatternError("has a bracket that is never closed");
        const named = cursor.read(/^\[:(\^?)(\w+):\]/);
        points.push(...(named ? readPosix(named[1] ?? "", named[2] ?? "") : readMember(cursor)));
    }
    cursor.next();
    const folded = fold((0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .unite */ ._f)(points));
    return isNegative ? (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(folded) : folded;
}
function readPosix(not, name) {
    const points = _code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .posixClasses */ .YF[name];
    if (!points)
        throw new PatternError(`uses the class [:${name}:], which RE2 has not`);
    return not === "" ? points : (0,_code_points_js__WEBPACK_IMPORTED_MODULE_0__/* .complement */ .Zw)(points);
}
function readMember(cursor) {
    const character = cursor.next();
    const escaped = character === "\\" ? cursor.next() : undefined;
    const known = escaped === undefined ? undefined : readEscapedClass(cursor, escaped);
    if (known)
        return known;
    const from = escaped === undefined ? character.codePointAt(0) ?? 0 : readEscapedPoint(cursor, escaped);
    if (cursor.peek() !== "-" || cursor.peek(1) === "]" || cursor.peek(1) === "")
        return [[from, from]];
    cursor.next();
    const end = cursor.next();
    const to = end === "\\" ? readEscapedPoint(cursor, cursor.next()) : end.codePointAt(0) ?? 0;
    if (to < from)
        throw new PatternError("has a range that ends before it begins");
    return [[from, to]];
}


/***/ }),

/***/ 957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D8: () => (/* binding */ anything),
/* harmony export */   SP: () => (/* binding */ foldCase),
/* harmony export */   SW: () => (/* binding */ perlClasses),
/* harmony export */   WS: () => (/* binding */ unicodeClass),
/* harmony export */   YF: () => (/* binding */ posixClasses),
/* harmony export */   Zw: () => (/* binding */ complement),
/* harmony export */   _f: () => (/* binding */ unite),
/* harmony export */   qs: () => (/* binding */ toByteSequences),
/* harmony export */   xo: () => (/* binding */ LAST)
/* harmony export */ });
// Sets of code points as sorted ranges, the classes that RE2 knows by name, and how UTF-8 spells a range.
const LAST = 0x10ffff;
const ASCII = 0x7f;
/** A range as wide as this holds letters in both cases. */
const WIDE = 1024;
const anything = [[0, LAST]];
/** Sorted and joined. */
function unite(ranges) {
    const out = [];
    for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
        const last = out.at(-1);
        if (last && from <= last[1] + 1)
            last[1] = Math.max(last[1], to);
        else
            out.push([from, to]);
    }
    return out;
}
function complement(ranges) {
    const out = [];
    let next = 0;
    for (const [from, to] of unite(ranges)) {
        if (from > next)
            out.push([next, from - 1]);
        next = to + 1;
    }
    if (next <= LAST)
        out.push([next, LAST]);
    return out;
}
/** Adds the other case of every letter; wide ranges hold both already. */
function foldCase(ranges) {
    const out = [...ranges];
    for (const [from, to] of ranges)
        for (let code = from; code <= to && code - from < WIDE; code++)
            out.push(...otherCases(code));
    return unite(out);
}
function otherCases(code) {
    const character = String.fromCodePoint(code);
    return [character.toLowerCase(), character.toUpperCase()].flatMap((other) => {
        const point = other.codePointAt(0) ?? code;
        return other.length === String.fromCodePoint(point).length ? [[point, point]] : [];
    });
}
const ranges = (text) => (text.match(/../gs) ?? []).map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]);
/** Perl's classes; `\s` has no vertical tab in RE2. */
const perlClasses = { d: ranges("09"), w: ranges("09AZ__az"), s: ranges("\t\n\f\r  ") };
/** POSIX classes, in brackets only. */
const posixClasses = {
    alnum: ranges("09AZaz"), alpha: ranges("AZaz"), ascii: [[0, ASCII]], blank: ranges("\t\t  "), cntrl: [[0, 0x1f], [ASCII, ASCII]], digit: ranges("09"), graph: ranges("!~"), lower: ranges("az"),
    print: ranges(" ~"), punct: ranges("!/:@[`{~"), space: ranges("\t\r  "), upper: ranges("AZ"), word: ranges("09AZ__az"), xdigit: ranges("09AFaf"),
};
const unicode = new Map();
/** Code points of a Unicode category or script, such as `L` or `Greek`; undefined for no such name. */
function unicodeClass(name) {
    if (!/^[A-Za-z_]{1,40}$/.test(name))
        return undefined;
    const known = unicode.get(name);
    if (known)
        return known;
    const pattern = toUnicodePattern(name);
    if (!pattern)
        return undefined;
    const found = [];
    for (let code = 0; code <= LAST; code++) {
        if (!pattern.test(String.fromCodePoint(code)))
            continue;
        const last = found.at(-1);
        if (last?.[1] === code - 1)
            last[1] = code;
        else
            found.push([code, code]);
    }
    unicode.set(name, found);
    return found;
}
function toUnicodePattern(name) {
    for (const property of [`General_Category=${name}`, `Script=${name}`]) {
        try {
            return new RegExp(`^\\p{${property}}$`, "u");
        }
        catch {
            continue;
        }
    }
    return undefined;
}
/** A byte that belongs to no sequence stands for U+FFFD. */
const REPLACEMENT = 0xfffd;
function toByteSequences(points) {
    const sequences = points.flatMap(([from, to]) => split(from, to));
    const holdsStray = points.some(([from, to]) => from <= REPLACEMENT && REPLACEMENT <= to);
    return holdsStray ? [...sequences, [[0x80, 0xff]]] : sequences;
}
const lengthBorders = [ASCII, 0x7ff, 0xffff];
function split(from, to) {
    for (const border of lengthBorders)
        if (from <= border && border < to)
            return [...split(from, border), ...split(border + 1, to)];
    if (to <= ASCII)
        return [[[from, to]]];
    for (let bits = 6; bits <= 18; bits += 6) {
        const mask = (1 << bits) - 1;
        if ((from & ~mask) === (to & ~mask))
            continue;
        if ((from & mask) !== 0)
            return [...split(from, from | mask), ...split((from | mask) + 1, to)];
        if ((to & mask) !== mask)
            return [...split(from, (to & ~mask) - 1), ...split(to & ~mask, to)];
    }
    const first = encode(from);
    const last = encode(to);
    return [first.map((byte, index) => [byte, last[index] ?? byte])];
}
/** As the format does it, for halves of surrogate pairs too. */
function encode(code) {
    const tail = (shift) => 0x80 | ((code >> shift) & 0x3f);
    if (code <= 0x7ff)
        return [0xc0 | (code >> 6), tail(0)];
    return code <= 0xffff ? [0xe0 | (code >> 12), tail(6), tail(0)] : [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}


/***/ }),

/***/ 295:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ Pattern)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: ./src/detector/credential/pattern/threads.js
var threads = __webpack_require__(979);
;// CONCATENATED MODULE: ./src/detector/credential/pattern/automaton.js

/** States that are kept; a program that makes more begins anew. */
const MOST_STATES = 2000;
/** What a byte costs beside the making of a state. */
const BYTES_A_STEP = 64;
const MATCHED = 1 << 30;
const UNKNOWN = 0;
class Automaton {
    #program;
    #classes;
    #stepper;
    #states = [];
    #ids = new Map();
    constructor(program) {
        this.#program = program;
        this.#classes = toClasses(program.code);
        this.#stepper = new Stepper(program.code);
        this.#clear();
    }
    /** The first match that begins at `from` or later. Throws WorkLimit. */
    find(bytes, from, work) {
        const { of } = this.#classes;
        let id = this.#id([this.#program.search], from === 0 ? threads/* EDGE */.KG : bytes[from - 1]);
        let begin = from;
        let end = -1;
        let at = from;
        for (; at <= bytes.length; at++) {
            const state = this.#states[id];
            if (state.isInitial)
                begin = at;
            const kind = at === bytes.length ? of.length - 1 : bytes[at];
            let move = state.moves[of[kind]];
            if (move === UNKNOWN)
                move = this.#move(state, of[kind], work);
            if ((move & MATCHED) !== 0)
                end = at;
            id = move & ~MATCHED;
            if (id === DEAD)
                break;
        }
        work.left -= Math.ceil((at - from) / BYTES_A_STEP);
        return end < 0 ? undefined : { from: begin, end };
    }
    #move(state, kind, work) {
        const after = this.#classes.sample[kind];
        const { ways, matched, cost } = this.#stepper.step(state, after);
        work.left -= cost;
        if (work.left < 0)
            throw new threads/* WorkLimit */.BL("matching used up its budget");
        if (this.#states.length >= MOST_STATES)
            this.#clear();
        const next = (ways.length === 0 ? DEAD : this.#id(ways, after)) | (matched ? MATCHED : 0);
        state.moves[kind] = next;
        return next;
    }
    #id(ways, before) {
        const edge = toEdge(before);
        const key = `${edge}:${ways.join()}`;
        const known = this.#ids.get(key);
        if (known !== undefined)
            return known;
        const isInitial = ways.length === 1 && ways[0] === this.#program.search;
        const id = this.#states.push({ ways, before: edge, isInitial, moves: new Int32Array(this.#classes.sample.length) }) - 1;
        this.#ids.set(key, id);
        return id;
    }
    /** The first two numbers stand for no state: for unknown, and for the one without any way. */
    #clear() {
        const none = { ways: [], before: threads/* EDGE */.KG, isInitial: false, moves: new Int32Array(0) };
        this.#states = [none, none];
        this.#ids = new Map();
    }
}
const DEAD = 1;
/** One byte of each kind that assertions tell apart. */
function toEdge(before) {
    if (before === threads/* EDGE */.KG || before === 0x0a)
        return before;
    return (0,threads/* isWord */.Jg)(before) ? 0x61 : 0x20;
}
/** Marks of instructions that were reached, wiped by counting on. */
class Marks {
    #marks;
    #round = 0;
    constructor(size) {
        this.#marks = new Uint32Array(size);
    }
    begin() {
        this.#round++;
    }
    /** False where it has been reached in this round before. */
    reach(at) {
        if (this.#marks[at] === this.#round)
            return false;
        this.#marks[at] = this.#round;
        return true;
    }
}
/** What the ways of a state come to behind the byte `after`. */
class Stepper {
    #code;
    #seen;
    #taken;
    constructor(code) {
        this.#code = code;
        this.#seen = new Marks(code.length);
        this.#taken = new Marks(code.length);
    }
    step({ ways, before }, after) {
        this.#seen.begin();
        this.#taken.begin();
        const next = [];
        const stack = ways.toReversed();
        let cost = 0;
        for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
            if (!this.#seen.reach(at))
                continue;
            cost++;
            const instruction = this.#code[at];
            if (instruction.op === "match")
                return { ways: next, matched: true, cost };
            if (instruction.op === "byte") {
                if (after !== threads/* EDGE */.KG && instruction.set[after] === 1 && this.#taken.reach(instruction.next))
                    next.push(instruction.next);
                continue;
            }
            if (instruction.op === "split")
                stack.push(instruction.other);
            if (instruction.op !== "assert" || (0,threads/* holdsBetween */.nk)(instruction.test, before, after))
                stack.push(instruction.next);
        }
        return { ways: next, matched: false, cost };
    }
}
/** Bytes that no instruction tells apart are of one class; the last entry stands for the end. */
function toClasses(code) {
    const tables = [...new Set(code.flatMap((instruction) => (instruction.op === "byte" ? [instruction.set] : [])))];
    const distinct = [...new Map(tables.map((set) => [set.join(""), set])).values()];
    const of = new Uint8Array(257);
    const sample = [];
    const known = new Map();
    for (let byte = 0; byte < 256; byte++) {
        const key = `${toEdge(byte)}:${distinct.map((set) => set[byte]).join("")}`;
        let kind = known.get(key);
        if (kind === undefined) {
            kind = sample.push(byte) - 1;
            known.set(key, kind);
        }
        of[byte] = kind;
    }
    of[256] = Math.min(255, sample.push(threads/* EDGE */.KG) - 1);
    return { of, sample };
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/classes.js
var classes = __webpack_require__(70);
// EXTERNAL MODULE: ./src/detector/credential/pattern/code-points.js
var code_points = __webpack_require__(957);
;// CONCATENATED MODULE: ./src/detector/credential/pattern/syntax.js
// Reads expressions in the dialect of RE2 and Go (https://github.com/google/re2/wiki/Syntax), the one that gitleaks' files are written in.


/** As in Go. */
const MOST_REPEATED = 1000;
const DEEPEST = 250;
const COUNT = /^\{(\d{1,9})(,(\d{0,9}))?\}/;
/** Throws PatternError for what Go's regexp refuses too, and for \C. */
function readExpression(source) {
    const reader = new Reader(source);
    const root = reader.choice();
    if (!reader.done())
        throw new classes/* PatternError */.JM("has a closing parenthesis too many");
    return { root, groups: reader.groups };
}
class Reader {
    #cursor;
    #depth = 0;
    #flags = { i: false, m: false, s: false, U: false };
    groups = 0;
    constructor(source) {
        this.#cursor = new classes/* Cursor */.bs(source);
    }
    done() {
        return this.#cursor.done();
    }
    choice() {
        if (++this.#depth > DEEPEST)
            throw new classes/* PatternError */.JM(`nests deeper than ${DEEPEST} groups`);
        const items = [this.#sequence()];
        while (this.#cursor.take("|"))
            items.push(this.#sequence());
        this.#depth--;
        return items.length === 1 ? items[0] : { kind: "choice", items };
    }
    #sequence() {
        const items = [];
        while (!this.done() && this.#cursor.peek() !== "|" && this.#cursor.peek() !== ")") {
            if (this.#cursor.take("\\Q"))
                items.push(...this.#quoted());
            else
                items.push(...this.#repeated(this.#atom()));
        }
        return { kind: "sequence", items };
    }
    #quoted() {
        const items = [];
        while (!this.done() && !this.#cursor.take("\\E"))
            items.push(this.#literal(this.#cursor.next()));
        return [...items.slice(0, -1), ...this.#repeated(items.at(-1))];
    }
    #repeated(node) {
        if (!node)
            return [];
        let item = node;
        const counts = this.#counts();
        if (counts) {
            const lazy = this.#cursor.take("?");
            item = { kind: "repetition", item, ...counts, greedy: lazy === this.#flags.U };
            if (this.#counts())
                throw new classes/* PatternError */.JM("repeats a repetition, such as a++ or a**; put the inner one into (?:…)");
        }
        return [item];
    }
    #counts() {
        if (this.#cursor.take("*"))
            return { least: 0, most: Infinity };
        if (this.#cursor.take("+"))
            return { least: 1, most: Infinity };
        if (this.#cursor.take("?"))
            return { least: 0, most: 1 };
        const match = this.#cursor.read(COUNT);
        if (!match)
            return undefined;
        const least = Number(match[1]);
        const most = match[2] === undefined ? least : match[3] === "" ? Infinity : Number(match[3]);
        if (least > most || least > MOST_REPEATED || (most !== Infinity && most > MOST_REPEATED))
            throw new classes/* PatternError */.JM(`has a repetition that ends before it begins or counts beyond ${MOST_REPEATED}`);
        return { least, most };
    }
    /** Undefined for flags, which stand for nothing. */
    #atom() {
        if (this.#cursor.read(COUNT))
            throw new classes/* PatternError */.JM("repeats nothing with a count");
        const character = this.#cursor.next();
        switch (character) {
            case "(": return this.#group();
            case "[": return { kind: "set", points: (0,classes/* readBrackets */.MF)(this.#cursor, (points) => this.#fold(points)) };
            case ".": return { kind: "set", points: this.#flags.s ? code_points/* anything */.D8 : (0,code_points/* complement */.Zw)([[10, 10]]) };
            case "^": return { kind: "assertion", test: this.#flags.m ? "line-start" : "text-start" };
            case "$": return { kind: "assertion", test: this.#flags.m ? "line-end" : "text-end" };
            case "\\": return this.#escaped();
            case "*":
            case "+":
            case "?": throw new classes/* PatternError */.JM(`repeats nothing with ${character}`);
            default: return this.#literal(character);
        }
    }
    #group() {
        const before = this.#flags;
        let index = 0;
        if (this.#cursor.take("?")) {
            if (this.#cursor.take("P<") || (this.#cursor.peek() === "<" && !"=!".includes(this.#cursor.peek(1) || "=") && this.#cursor.take("<")))
                index = this.#named();
            else if (!this.#readFlags())
                return undefined;
        }
        else
            index = ++this.groups;
        const item = this.choice();
        if (!this.#cursor.take(")"))
            throw new classes/* PatternError */.JM("has a parenthesis that is never closed");
        this.#flags = before;
        return index === 0 ? item : { kind: "group", index, item };
    }
    #named() {
        let name = "";
        while (!this.done() && this.#cursor.peek() !== ">")
            name += this.#cursor.next();
        if (!this.#cursor.take(">") || !/^\w+$/.test(name))
            throw new classes/* PatternError */.JM("has a group whose name is no word");
        return ++this.groups;
    }
    /** True where a group follows; false for flags that hold until the end of the group around them. */
    #readFlags() {
        const [text = ""] = this.#cursor.read(/^[imsU-]{0,10}[:)]/) ?? [];
        if (text === "" || /-.*-|-[:)]$/.test(text))
            throw new classes/* PatternError */.JM("uses a group that RE2 has not: lookahead, lookbehind, atomic or conditional");
        const [on = "", off = ""] = text.slice(0, -1).split("-");
        const flags = { ...this.#flags };
        for (const flag of on)
            flags[flag] = true;
        for (const flag of off)
            flags[flag] = false;
        this.#flags = flags;
        return text.endsWith(":");
    }
    #escaped() {
        const character = this.#cursor.next();
        switch (character) {
            case "A": return { kind: "assertion", test: "text-start" };
            case "z": return { kind: "assertion", test: "text-end" };
            case "b": return { kind: "assertion", test: "word-edge" };
            case "B": return { kind: "assertion", test: "no-word-edge" };
            default: {
                const known = (0,classes/* readEscapedClass */.WB)(this.#cursor, character);
                const point = known ? 0 : (0,classes/* readEscapedPoint */.C6)(this.#cursor, character);
                return { kind: "set", points: this.#fold(known ?? [[point, point]]) };
            }
        }
    }
    #literal(character) {
        const code = character.codePointAt(0) ?? 0;
        return { kind: "set", points: this.#fold([[code, code]]) };
    }
    #fold(points) {
        return this.#flags.i ? (0,code_points/* foldCase */.SP)(points) : points;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/pattern/program.js
// Turns a parsed expression into instructions over bytes, as Thompson's construction does: the size is bounded, and matching is linear in it.



/** Instructions of one expression; Go refuses what would grow much beyond this as well. */
const LARGEST = 30_000;
/** Throws PatternError for an expression that RE2 has not or that is too large. */
function compilePattern(source) {
    const { root, groups } = readExpression(source);
    const compiler = new Compiler();
    const match = compiler.add({ op: "match" });
    const end = compiler.add({ op: "save", slot: 1, next: match });
    const body = compiler.node(root, end);
    const start = compiler.add({ op: "save", slot: 0, next: body });
    const search = compiler.add({ op: "split", next: start, other: 0 });
    const skip = compiler.add({ op: "byte", set: new Uint8Array(256).fill(1), next: search });
    compiler.patch(search, skip);
    return { code: compiler.code, search, start, groups };
}
class Compiler {
    code = [];
    add(instruction) {
        if (this.code.length >= LARGEST)
            throw new classes/* PatternError */.JM(`is larger than ${LARGEST} steps; count less`);
        return this.code.push(instruction) - 1;
    }
    patch(at, other) {
        const instruction = this.code[at];
        if (instruction?.op === "split")
            instruction.other = other;
    }
    /** Where the node begins, if it goes on at `next`. */
    node(node, next) {
        switch (node.kind) {
            case "set": return this.#set(node.points, next);
            case "sequence": return node.items.toReversed().reduce((after, item) => this.node(item, after), next);
            case "choice": return node.items.toReversed().reduce((other, item, index) => (index === 0 ? this.node(item, next) : this.#split(this.node(item, next), other)), next);
            case "repetition": return this.#repetition(node, next);
            case "group": {
                const end = this.add({ op: "save", slot: node.index * 2 + 1, next });
                return this.add({ op: "save", slot: node.index * 2, next: this.node(node.item, end) });
            }
            case "assertion": return this.add({ op: "assert", test: node.test, next });
            default: return node;
        }
    }
    #split(next, other) {
        return this.add({ op: "split", next, other });
    }
    #set(points, next) {
        const single = new Uint8Array(256);
        const longer = (0,code_points/* toByteSequences */.qs)(points).filter((sequence) => {
            const [only] = sequence;
            if (sequence.length > 1 || !only || only[0] > 0x7f)
                return true;
            single.fill(1, only[0], only[1] + 1);
            return false;
        });
        const first = this.add({ op: "byte", set: single, next });
        if (longer.length === 0)
            return first;
        // Whatever is not ASCII: any sequence, or a byte that is part of none.
        const sequences = points.some(([from, to]) => from <= 0x80 && to >= code_points/* LAST */.xo) ? everything : longer;
        let other = this.#bytes(sequences.at(-1) ?? [], next);
        for (const sequence of sequences.slice(0, -1).toReversed())
            other = this.#split(this.#bytes(sequence, next), other);
        return this.#split(first, other);
    }
    #bytes(sequence, next) {
        return sequence.toReversed().reduce((after, [from, to]) => this.add({ op: "byte", set: new Uint8Array(256).fill(1, from, to + 1), next: after }), next);
    }
    #repetition({ item, least, most, greedy }, next) {
        const choose = (body, after) => (greedy ? this.#split(body, after) : this.#split(after, body));
        let after = next;
        if (most === Infinity) {
            const loop = this.#split(0, 0);
            const body = this.node(item, loop);
            this.code[loop] = greedy ? { op: "split", next: body, other: next } : { op: "split", next, other: body };
            after = loop;
            if (least > 0)
                after = this.node(item, loop);
            for (let count = 1; count < least; count++)
                after = this.node(item, after);
            return after;
        }
        for (let count = least; count < most; count++)
            after = choose(this.node(item, after), next);
        for (let count = 0; count < least; count++)
            after = this.node(item, after);
        return after;
    }
}
const everything = [
    [[0xc2, 0xdf], [0x80, 0xbf]], [[0xe0, 0xef], [0x80, 0xbf], [0x80, 0xbf]], [[0xf0, 0xf4], [0x80, 0xbf], [0x80, 0xbf], [0x80, 0xbf]], [[0x80, 0xff]],
];

;// CONCATENATED MODULE: ./src/detector/credential/pattern/pattern.js
// An expression of RE2 that can be asked for its matches; no expression and no text makes it take more than linear time.




/** More than a path or a line can cost. */
const PATIENCE = 1 << 26;
class Pattern {
    #program;
    #automaton;
    /** Throws PatternError. */
    constructor(source) {
        this.#program = compilePattern(source);
        this.#automaton = new Automaton(this.#program);
    }
    get groups() {
        return this.#program.groups;
    }
    /** Matches from left to right, none inside another; throws WorkLimit once `work` is used up. */
    *matches(bytes, work) {
        let last = -1;
        for (let from = 0; from <= bytes.length;) {
            const extent = this.#automaton.find(bytes, from, work);
            if (!extent)
                return;
            const slots = (0,threads/* findMatch */.TE)(this.#program, bytes, { from: extent.from, work });
            const [start, end] = [slots?.[0] ?? extent.from, slots?.[1] ?? extent.end];
            if (start < end || start !== last)
                yield [start, end];
            last = end;
            from = end > start ? end : end + 1;
        }
    }
    /** Start and end of the first match and of its groups; -1 where a group took no part. */
    groupsIn(text, work) {
        return (0,threads/* findMatch */.TE)(this.#program, external_node_buffer_.Buffer.from(text, "latin1"), { from: 0, work });
    }
    /** Whether there is a match in a path, a line or a value. */
    test(text) {
        return this.#automaton.find(external_node_buffer_.Buffer.from(text, "latin1"), 0, { left: PATIENCE }) !== undefined;
    }
}


/***/ }),

/***/ 979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BL: () => (/* binding */ WorkLimit),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   KG: () => (/* binding */ EDGE),
/* harmony export */   TE: () => (/* binding */ findMatch),
/* harmony export */   nk: () => (/* binding */ holdsBetween)
/* harmony export */ });
class WorkLimit extends Error {
    name = "WorkLimit";
}
/** The leftmost match that begins at `from` or later, the preferred one of those. */
function findMatch(program, bytes, { from, work }) {
    const width = (program.groups + 1) * 2;
    let current = [{ at: program.search, slots: new Int32Array(width).fill(-1) }];
    let best;
    for (let offset = from; current.length > 0 && offset <= bytes.length; offset++) {
        const step = new Step(program.code, bytes, offset);
        for (const thread of current) {
            best = step.follow(thread) ?? best;
            if (step.matched)
                break;
        }
        work.left -= step.seen.size * (1 + (width >> 4));
        if (work.left < 0)
            throw new WorkLimit("matching used up its budget");
        current = step.next;
    }
    return best;
}
/** One position: what threads reach there without eating, and what they are behind the next byte. */
class Step {
    next = [];
    seen = new Set();
    matched = false;
    #code;
    #bytes;
    #offset;
    constructor(code, bytes, offset) {
        this.#code = code;
        this.#bytes = bytes;
        this.#offset = offset;
    }
    /** The slots of a match that ends here. */
    follow(thread) {
        const stack = [thread];
        for (let top = stack.pop(); top; top = stack.pop()) {
            if (this.seen.has(top.at))
                continue;
            this.seen.add(top.at);
            const instruction = this.#code[top.at];
            if (instruction.op === "match") {
                this.matched = true;
                return top.slots;
            }
            if (instruction.op === "split")
                stack.push({ at: instruction.other, slots: top.slots });
            if (instruction.op === "byte")
                this.#eat(instruction, top);
            else if (instruction.op !== "assert" || holds(instruction.test, this.#bytes, this.#offset))
                stack.push({ at: instruction.next, slots: this.#save(instruction, top) });
        }
        return undefined;
    }
    #eat({ set, next }, { slots }) {
        const byte = this.#bytes[this.#offset];
        if (byte !== undefined && set[byte] === 1)
            this.next.push({ at: next, slots });
    }
    #save(instruction, { slots }) {
        if (instruction.op !== "save")
            return slots;
        const copy = slots.slice();
        copy[instruction.slot] = this.#offset;
        return copy;
    }
}
/** Whether an assertion holds between the byte before `offset` and the one at it. */
function holds(test, bytes, offset) {
    return holdsBetween(test, offset === 0 ? EDGE : bytes[offset - 1], offset >= bytes.length ? EDGE : bytes[offset]);
}
/** Stands for no byte: before the first and behind the last one. */
const EDGE = 256;
function holdsBetween(test, before, after) {
    switch (test) {
        case "text-start": return before === EDGE;
        case "text-end": return after === EDGE;
        case "line-start": return before === EDGE || before === 0x0a;
        case "line-end": return after === EDGE || after === 0x0a;
        case "word-edge": return isWord(before) !== isWord(after);
        case "no-word-edge": return isWord(before) === isWord(after);
        default: return test;
    }
}
function isWord(byte) {
    return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || byte === 0x5f || (byte >= 0x61 && byte <= 0x7a);
}


/***/ }),

/***/ 799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ credentialRules)
/* harmony export */ });
const credentialRules = [
    { "id": "adafruit-io-key", "title": "Adafruit IO key", "description": "Adafruit IO key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://io.adafruit.com/api/docs/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:aio_[A-Za-z]{4}[0-9]{2}[A-Za-z0-9]{22})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["aio_"], "allow": [], "publicPrefix": "aio_", "samples": { "hit": ["aio_{alpha:4}{digit:2}{alnum:22}"], "miss": ["aio_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "adobe-client-secret", "title": "Adobe client secret", "description": "Adobe client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.adobe.com/developer-console/docs/guides/authentication/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:p8e-[A-Za-z0-9]{32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["p8e-"], "allow": [], "publicPrefix": "p8e-", "samples": { "hit": ["p8e-{alnum:32}"], "miss": ["p8e-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "adyen-api-key", "title": "Adyen API key", "description": "Adyen API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Adyen Customer Area under Developers, API credentials, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.adyen.com/development-resources/api-credentials/", "breadth": "exact", "pattern": "AQE[A-Za-z0-9+/]{40,200}={0,2}-[A-Za-z0-9+/]{43}=-[!#-&(-;=?-~]{8,24}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AQE"], "allow": [], "publicPrefix": "AQE", "samples": { "hit": ["AQEy{base64:93}==-{base64:43}=-{password:16}"], "miss": ["AQEy{base64:30}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "adyen-hmac-key", "title": "Adyen webhook HMAC key", "description": "Adyen webhook HMAC key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Adyen Customer Area under Developers, Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures/", "breadth": "context", "pattern": "(?:adyen[\\w.-]{0,24}hmac[\\w.-]{0,16}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{64}))(?![0-9A-Fa-f])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["adyen"], "allow": [], "publicPrefix": "", "samples": { "hit": ["ADYEN_HMAC_KEY={upperhex:64}", "adyen.webhook.hmacKey: \"{upperhex:64}\""], "miss": ["ADYEN_HMAC_KEY=${{HMAC}}", "adyen_merchant={upperhex:64}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "adyen-webhook-password", "title": "Adyen webhook password", "description": "Adyen webhook password.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Adyen Customer Area under Developers, Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.adyen.com/development-resources/webhooks/secure-webhooks/", "breadth": "context", "pattern": "adyen[\\w.-]{0,24}(?:webhook|notification)[\\w.-]{0,12}passw(?:or)?d[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([^\\s\"\\'`<>]{8,64})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["adyen"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["ADYEN_NOTIFICATION_PASSWORD={password:18}"], "miss": ["ADYEN_NOTIFICATION_PASSWORD=${{KEY}}", "ADYEN_NOTIFICATION_PASSWORD={lower:9}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 13 } },
    { "id": "age-secret-key", "title": "age secret key", "description": "age secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key, encrypt everything again for it, and count what the old one could read as known.", "reference": "https://age-encryption.org/v1", "breadth": "exact", "pattern": "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AGE-SECRET-KEY-1"], "allow": [], "publicPrefix": "AGE-SECRET-KEY-1", "samples": { "hit": ["AGE-SECRET-KEY-1{bech32:58}"], "miss": ["AGE-SECRET-KEY-1Q"] }, "front": [0, 0], "tail": { "chars": "023456789ACDEFGHJKLMNPQRSTUVWXYZ", "least": 24 } },
    { "id": "aikido-client-secret", "title": "Aikido client secret", "description": "Aikido client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Aikido under Integrations, and load its successor at run time.", "reference": "https://apidocs.aikido.dev/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:AIK_(?:SECRET_[A-Za-z0-9]{64}|CI_[A-Za-z0-9]{20,64}))(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AIK_SECRET_", "AIK_CI_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["AIK_SECRET_{alnum:64}", "AIK_CI_{alnum:32}"], "miss": ["AIK_CI_{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "airtable-token", "title": "Airtable personal access token", "description": "Airtable personal access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Airtable under Developer hub, Personal access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://airtable.com/developers/web/api/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:pat[A-Za-z0-9]{14}\\.[0-9a-f]{64})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pat"], "allow": [], "aliases": ["airtable-personnal-access-token", "airtable-api-key"], "publicPrefix": "pat", "samples": { "hit": ["pat{alnum:14}.{hex:64}"], "miss": ["pat{alnum:14}", "path.to.something"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 14, "next": "." } },
    { "id": "akamai-edgegrid-token", "title": "Akamai EdgeGrid token", "description": "Akamai EdgeGrid token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://techdocs.akamai.com/developer/docs/edgegrid", "breadth": "exact", "pattern": "akab-[a-z0-9]{16}-[a-z0-9]{16}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["akab-"], "allow": [], "publicPrefix": "akab-", "samples": { "hit": ["akab-{loweralnum:16}-{loweralnum:16}"], "miss": ["akab-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 16, "next": "-" } },
    { "id": "algolia-admin-key", "title": "Algolia API key", "description": "Algolia API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.algolia.com/doc/guides/security/api-keys/", "breadth": "context", "pattern": "(?:algolia[\\w.-]{0,24}(?:admin|api|write|secret)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["algolia"], "allow": [], "aliases": ["algolia-api-key"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ALGOLIA_ADMIN_KEY={hex:32}"], "miss": ["ALGOLIA_ADMIN_KEY=${{KEY}}", "ALGOLIA_ADMIN_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "alibaba-access-key-id", "title": "Alibaba Cloud access key id", "description": "Alibaba Cloud access key id.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the RAM console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:LTAI[A-Za-z0-9]{20})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["LTAI"], "allow": [], "publicPrefix": "LTAI", "samples": { "hit": ["LTAI{alnum:20}"], "miss": ["LTAI{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "alibaba-secret-key", "title": "Alibaba Cloud access key secret", "description": "Alibaba Cloud access key secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the RAM console under AccessKey, issue a successor, and load that at run time from the secret store.", "reference": "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair", "breadth": "context", "pattern": "(?:(?:alibaba|aliyun|alicloud)[\\w.-]{0,30}secret[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{30}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["alibaba", "aliyun", "alicloud"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ALIBABA_CLOUD_ACCESS_KEY_SECRET={alnum:30}"], "miss": ["ALIBABA_CLOUD_ACCESS_KEY_SECRET=${{KEY}}", "ALIBABA_CLOUD_ACCESS_KEY_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "ansible-vault", "title": "Encrypted Ansible vault", "description": "Encrypted Ansible vault.", "severity": "low", "controls": ["8.6.2", "8.3.2"], "remediation": "The vault password is all that is left between the values and their finder: keep vaults out of images.", "reference": "https://docs.ansible.com/ansible/latest/vault_guide/index.html", "breadth": "context", "pattern": "\\$ANSIBLE_VAULT;1\\.[12];AES256(?:;[\\w.-]{1,40})?\\s{1,40}([0-9a-f\\s]{160,20000})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["$ANSIBLE_VAULT;"], "allow": [], "publicPrefix": "$ANSIBLE_VAULT;", "samples": { "hit": ["$ANSIBLE_VAULT;1.1;AES256{n}{hex:80}{n}{hex:80}{n}{hex:80}{n}"], "miss": ["$ANSIBLE_VAULT;1.1;AES256{n}"] }, "front": [0, 0], "tail": { "chars": "1", "least": 1, "next": "." } },
    { "id": "anthropic-api-key", "title": "Anthropic API key", "description": "Anthropic API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Claude console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.claude.com/en/api/overview", "breadth": "exact", "pattern": "sk-ant-(?:api|admin|oat|ort|sid)[0-9]{2}-[A-Za-z0-9_-]{80,120}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk-ant-"], "allow": [], "aliases": ["anthropic-admin-api-key"], "publicPrefix": "sk-ant-", "samples": { "hit": ["sk-ant-api03-{base64url:93}AA", "sk-ant-admin01-{base64url:93}AA"], "miss": ["sk-ant-api03-{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "apify-api-token", "title": "Apify API token", "description": "Apify API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.apify.com/platform/integrations/api", "breadth": "exact", "pattern": "(?:apify_api_[A-Za-z0-9]{34,40})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["apify_api_"], "allow": [], "publicPrefix": "apify_api_", "samples": { "hit": ["apify_api_{alnum:36}"], "miss": ["apify_api_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "argocd-token", "title": "Argo CD token or password", "description": "Argo CD token or password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Argo CD by argocd account, issue a successor, and load that at run time from the secret store.", "reference": "https://argo-cd.readthedocs.io/en/stable/user-guide/commands/argocd_account/", "breadth": "context", "pattern": "argo[_-]?cd[\\w.-]{0,24}(?:password|passwd)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([^\\s\"\\'`<>]{8,64})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["argocd", "argo_cd", "argo-cd"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["ARGOCD_PASSWORD={password:16}"], "miss": ["ARGOCD_PASSWORD=${{KEY}}", "ARGOCD_PASSWORD={lower:9}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 6 } },
    { "id": "asaas-api-key", "title": "Asaas API key", "description": "Asaas API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Asaas under Integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.asaas.com/docs/authentication", "breadth": "exact", "pattern": "\\$aact_[A-Za-z0-9+/=:_-]{60,400}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["$aact_"], "allow": [], "publicPrefix": "$aact_", "samples": { "hit": ["$aact_prod_{base64:160}"], "miss": ["$aact_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "+-/0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "asana-client-secret", "title": "Asana client secret", "description": "Asana client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.asana.com/docs/oauth", "breadth": "context", "pattern": "(?:asana[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["asana"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ASANA_CLIENT_SECRET={hex:32}"], "miss": ["ASANA_CLIENT_SECRET=${{KEY}}", "ASANA_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "assemblyai-api-key", "title": "AssemblyAI API key", "description": "AssemblyAI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.assemblyai.com/docs", "breadth": "context", "pattern": "(?:assembly[_-]?ai[\\w.-]{0,16}(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["assemblyai", "assembly_ai"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ASSEMBLYAI_API_KEY={hex:32}"], "miss": ["ASSEMBLYAI_API_KEY=${{KEY}}", "ASSEMBLYAI_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "atlassian-api-token", "title": "Atlassian API or access token", "description": "Atlassian API or access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Atlassian account under Security, API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/", "breadth": "exact", "pattern": "(?:ATATT3|ATCTT3|ATSTT3)[A-Za-z0-9_=-]{80,300}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ATATT3", "ATCTT3", "ATSTT3"], "allow": [], "publicPrefix": "AT", "samples": { "hit": ["ATATT3xFfGF0{base64url:160}={upperhex:8}"], "miss": ["ATATT3{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "auth0-client-secret", "title": "Auth0 client secret", "description": "Auth0 client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Auth0 dashboard under Applications, issue a successor, and load that at run time from the secret store.", "reference": "https://auth0.com/docs/get-started/applications/rotate-client-secret", "breadth": "context", "pattern": "(?:auth0[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{64}))(?![A-Za-z0-9_-])", "flags": "i", "secretGroup": 1, "entropy": 3.8, "keywords": ["auth0"], "allow": [], "publicPrefix": "", "samples": { "hit": ["AUTH0_CLIENT_SECRET={base64url:63}x", "auth0.client_secret: \"{base64url:63}x\""], "miss": ["AUTH0_CLIENT_SECRET=$SECRET"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "authorizenet-transaction-key", "title": "Authorize.Net transaction key", "description": "Authorize.Net transaction key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the merchant interface under Account, API credentials and keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.authorize.net/api/reference/index.html#getting-started", "breadth": "context", "pattern": "(?:authorize[_-]?net[\\w.-]{0,24}(?:transaction[_-]?key|signature[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{16}|[0-9A-F]{128}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 3, "keywords": ["authorizenet", "authorize_net", "authorize-net"], "allow": [], "publicPrefix": "", "samples": { "hit": ["AUTHORIZENET_TRANSACTION_KEY={alnum:16}", "authorize_net_signature_key: \"{upperhex:128}\""], "miss": ["AUTHORIZENET_TRANSACTION_KEY=$KEY"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "aws-access-key-id", "title": "AWS access key id", "description": "AWS access key id.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Deactivate the key in IAM, look for its use in CloudTrail, delete it, and give the workload a role instead.", "reference": "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html", "breadth": "exact", "pattern": "(?<![A-Z0-9])(?:(?<![A-Za-z0-9+/]{24})(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}(?![A-Za-z0-9+/]{24}))(?![A-Z0-9])", "flags": "", "secretGroup": 0, "entropy": 2.5, "keywords": ["AKIA", "ASIA", "ABIA", "ACCA"], "allow": [], "aliases": ["aws-access-token"], "structure": "aws-key-id", "publicPrefix": "", "samples": { "hit": ["AKIA{aws-id}", "ASIA{aws-id}"], "miss": ["AKIA{upper:8}", "AKIA0000000000000000", "ACCA{aws-id}Q", "{base64:40}yABIA{aws-id}q{base64:40}"] }, "front": [0, 0], "tail": { "chars": "234567ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 16 } },
    { "id": "aws-appsync-key", "title": "AWS AppSync API key", "description": "AWS AppSync API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the AppSync console under Settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9-])(?:da2-[a-z0-9]{26})(?![A-Za-z0-9-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["da2-"], "allow": [], "publicPrefix": "da2-", "samples": { "hit": ["da2-{loweralnum:26}"], "miss": ["da2-{loweralnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "aws-bedrock-api-key", "title": "Amazon Bedrock API key", "description": "Amazon Bedrock API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Deactivate the key in IAM, look for its use in CloudTrail, delete it, and give the workload a role instead.", "reference": "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:ABSK[A-Za-z0-9+/]{109,269}={0,2})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ABSK"], "allow": [], "aliases": ["aws-amazon-bedrock-api-key-long-lived", "aws-amazon-bedrock-api-key-short-lived"], "publicPrefix": "ABSK", "samples": { "hit": ["ABSK{base64:128}"], "miss": ["ABSK{base64:20}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "aws-mws-token", "title": "Amazon MWS authorization token", "description": "Amazon MWS authorization token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Seller Central under User permissions, issue a successor, and load that at run time from the secret store.", "reference": "https://developer-docs.amazon.com/sp-api/docs/", "breadth": "exact", "pattern": "amzn\\.mws\\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["amzn.mws."], "allow": [], "publicPrefix": "amzn.mws.", "samples": { "hit": ["amzn.mws.{uuid}"], "miss": ["amzn.mws.{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "aws-secret-access-key", "title": "AWS secret access key", "description": "AWS secret access key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Deactivate the key in IAM, look for its use in CloudTrail, delete it, and give the workload a role instead.", "reference": "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html", "breadth": "context", "pattern": "(?:(?:aws[_.-]?secret(?:[_.-]?access)?[_.-]?key|aws[_-]?secret|secret[_-]?access[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9/+]{40}))(?![A-Za-z0-9/+=])", "flags": "i", "secretGroup": 1, "entropy": 3.8, "keywords": ["aws_secret", "aws.secret", "aws-secret", "awssecret", "secret_access_key", "secret-access-key", "secretaccesskey"], "allow": [], "publicPrefix": "", "samples": { "hit": ["AWS_SECRET_ACCESS_KEY={base64:40}", "\"SecretAccessKey\": \"{base64:40}\"", "aws_secret_access_key = {base64:40}"], "miss": ["AWS_SECRET_ACCESS_KEY=${{SECRET}}", "AWS_SECRET_ACCESS_KEY={hex:20}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "aws-session-token", "title": "AWS session token", "description": "AWS session token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the sessions of the role that issued it; it expires by itself, but until then it is a key.", "reference": "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html", "breadth": "context", "pattern": "(?:aws[_-]?)?session[_-]?token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:IQo|Fwo|FQo)[A-Za-z0-9/+]{100,2000}={0,2})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["aws_session_token", "session_token", "sessiontoken"], "allow": [], "publicPrefix": "", "samples": { "hit": ["AWS_SESSION_TOKEN=IQoJ{base64:200}", "\"SessionToken\": \"FwoG{base64:300}=\""], "miss": ["AWS_SESSION_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"':=>FIOQW]`fioqw", "least": 4 } },
    { "id": "axiom-token", "title": "Axiom token", "description": "Axiom token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://axiom.co/docs/reference/tokens", "breadth": "exact", "pattern": "xa(?:at|pt)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xaat-", "xapt-"], "allow": [], "publicPrefix": "", "samples": { "hit": ["xaat-{uuid}"], "miss": ["xaat-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "azure-ai-key", "title": "Azure AI services key", "description": "Azure AI services key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the resource under Keys and endpoint, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/ai-services/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{22,26})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["JQQJ99"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{alnum:52}JQQJ99BA{alnum:24}"], "miss": ["{alnum:5}JQQJ99BA{alnum:24}"] }, "front": [52, 52], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 22 } },
    { "id": "azure-client-secret", "title": "Microsoft Entra client secret", "description": "Microsoft Entra client secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the app registration under Certificates and secrets; prefer a managed identity, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/entra/identity-platform/how-to-add-credentials", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_~.-])(?:[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34})(?![A-Za-z0-9_~.-])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["0Q~", "1Q~", "2Q~", "3Q~", "4Q~", "5Q~", "6Q~", "7Q~", "8Q~", "9Q~"], "allow": [], "aliases": ["azure-ad-client-secret"], "publicPrefix": "", "samples": { "hit": ["{alnum:3}8Q~{base64url:34}", "{alnum:3}7Q~{base64url:31}"], "miss": ["{alnum:3}8Q~{alnum:10}"] }, "front": [3, 3], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~", "least": 24 } },
    { "id": "azure-container-registry-password", "title": "Azure Container Registry password", "description": "Azure Container Registry password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the registry under Access keys; prefer a managed identity, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/container-registry/container-registry-authentication", "breadth": "exact", "pattern": "(?:[A-Za-z0-9+/]{42}\\+ACR[A-D][A-Za-z0-9]{4})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["+ACR"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{base64:42}+ACRA{alnum:4}"], "miss": ["x+ACRA{alnum:4}"] }, "front": [42, 42], "tail": { "chars": "ABCD", "least": 1 } },
    { "id": "azure-cosmos-key", "title": "Azure Cosmos DB key", "description": "Azure Cosmos DB key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the account under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{76}ACDb[A-Za-z0-9+/]{5}[AQgw]==)", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ACDb"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{base64:76}ACDb{base64:5}A=="], "miss": ["{base64:20}ACDb{base64:5}A=="] }, "front": [76, 76], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 1, "next": "=" } },
    { "id": "azure-devops-token", "title": "Azure DevOps personal access token", "description": "Azure DevOps personal access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Azure DevOps under User settings, Personal access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/devops/organizations/accounts/use-personal-access-tokens-to-authenticate", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:[A-Za-z0-9]{76}AZDO[A-Za-z0-9]{4})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AZDO"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{alnum:76}AZDO{alnum:4}"], "miss": ["AZDO{alnum:4}"] }, "front": [76, 76] },
    { "id": "azure-function-key", "title": "Azure Functions key", "description": "Azure Functions key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the function app under App keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/azure-functions/function-keys-how-to", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:[A-Za-z0-9_-]{44}AzFu[A-Za-z0-9_-]{5}[AQgw]==)", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AzFu"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{base64url:44}AzFu{base64url:5}A=="], "miss": ["{base64url:10}AzFu{base64url:5}A=="] }, "front": [44, 44], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 6, "next": "=" } },
    { "id": "azure-redis-key", "title": "Azure Cache for Redis key", "description": "Azure Cache for Redis key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the cache under Access keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/azure-cache-for-redis/cache-configure", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9]{33}AzCa[A-P][A-Za-z0-9]{5}=)", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AzCa"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{alnum:33}AzCaA{alnum:5}="], "miss": ["{alnum:5}AzCaA{alnum:5}="] }, "front": [33, 33], "tail": { "chars": "0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 7 } },
    { "id": "azure-sas-signature", "title": "Azure shared access signature", "description": "Azure shared access signature.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Rotate the account key that signed it; hand out signatures that live for minutes, and keep them out of files.", "reference": "https://learn.microsoft.com/azure/storage/common/storage-sas-overview", "breadth": "context", "pattern": "&sig=([A-Za-z0-9%+/]{40,80}(?:=|%3[Dd]))", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["&sig="], "allow": [], "publicPrefix": "", "samples": { "hit": ["https://a.blob.core.windows.net/c/f?sv=2022-11-02&se=2030-01-01&sp=rl&sig={alnum:43}%3D"], "miss": ["https://a.example/?a=1&sig={alnum:12}"] }, "front": [0, 0], "tail": { "chars": "%+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "azure-search-key", "title": "Azure AI Search key", "description": "Azure AI Search key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the search service under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/search/search-security-api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5})(?![A-Za-z0-9+/=])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AzSe"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{alnum:42}AzSeA{alnum:5}"], "miss": ["{alnum:8}AzSeA{alnum:5}"] }, "front": [42, 42], "tail": { "chars": "ABCD", "least": 1 } },
    { "id": "azure-shared-access-key", "title": "Azure Service Bus or Event Hubs key", "description": "Azure Service Bus or Event Hubs key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the namespace under Shared access policies; prefer a managed identity, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas", "breadth": "exact", "pattern": "SharedAccessKey[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/]{43}=)", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["sharedaccesskey"], "allow": [], "publicPrefix": "", "samples": { "hit": ["SharedAccessKey={base64:43}=", "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={base64:43}="], "miss": ["SharedAccessKey=$KEY"] }, "front": [0, 0], "tail": { "chars": "\t \"'+/0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "azure-storage-key", "title": "Azure storage account key", "description": "Azure storage account key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the storage account under Access keys; prefer a managed identity, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage", "breadth": "exact", "pattern": "AccountKey[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/]{86}==)", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["accountkey"], "allow": [{ "all": false, "target": "secret", "patterns": ["^Eby8vdM02xNOc"], "paths": [], "stopwords": [] }], "structure": "base64-64-bytes", "publicPrefix": "", "samples": { "hit": ["AccountKey={base64:86}==", "DefaultEndpointsProtocol=https;AccountName=a;AccountKey={base64:86}==;EndpointSuffix=core.windows.net"], "miss": ["AccountKey=$KEY", "AccountKey={base64:40}=="] }, "front": [0, 0], "tail": { "chars": "\t \"'+/0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bambora-passcode", "title": "Bambora API passcode", "description": "Bambora API passcode.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Bambora back office under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://dev.na.bambora.com/docs/guides/merchant_quickstart/", "breadth": "context", "pattern": "(?:(?:bambora|beanstream|worldline)[\\w.-]{0,24}(?:passcode|secret|api[_-]?key)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/=]{32,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["bambora", "beanstream", "worldline"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["BAMBORA_API_PASSCODE={upperhex:32}"], "miss": ["BAMBORA_API_PASSCODE=${{KEY}}", "BAMBORA_API_PASSCODE={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bancosur-api-key", "title": "BancoSur API key", "description": "BancoSur API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Issue a new key with the provider, keep the old one valid for the grace window, store the new one in the secret store, then revoke the old one.", "reference": "https://github.com/yuno/pci-pipeline", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:bsur_[A-Za-z0-9_-]{16,128})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["bsur_"], "allow": [], "publicPrefix": "bsur_", "samples": { "hit": ["bsur_{alnum:24}", "bsur_live_{alnum:32}", "bsur_{base64url:16}"], "miss": ["bsur_{alnum:8}", "bsur_xxxxxxxxxxxxxxxxxxxx", "subsur_{alnum:24}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 16 } },
    { "id": "basistheory-private-key", "title": "Basis Theory private key", "description": "Basis Theory private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Basis Theory portal under Applications, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.basistheory.com/docs/api/applications/", "breadth": "exact", "pattern": "key_(?:prod|test)_(?:us|eu|ap)_pvt_[A-Za-z0-9]{16,48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["key_prod_", "key_test_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["key_prod_us_pvt_{alnum:22}"], "miss": ["key_prod_us_pub_{alnum:22}"] }, "front": [0, 0], "tail": { "chars": "_aepstuv", "least": 7 } },
    { "id": "binance-secret-key", "title": "Binance secret key", "description": "Binance secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Binance under API management, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.binance.com/docs/binance-spot-api-docs", "breadth": "context", "pattern": "(?:binance[\\w.-]{0,24}(?:secret|key|token)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["binance"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["BINANCE_API_SECRET={alnum:64}"], "miss": ["BINANCE_API_SECRET=${{KEY}}", "BINANCE_API_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bitbucket-app-password", "title": "Bitbucket app password", "description": "Bitbucket app password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Bitbucket under Personal settings, issue a successor, and load that at run time from the secret store.", "reference": "https://support.atlassian.com/bitbucket-cloud/docs/app-passwords/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:ATBB[A-Za-z0-9]{32})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ATBB"], "allow": [], "publicPrefix": "ATBB", "samples": { "hit": ["ATBB{alnum:32}"], "miss": ["ATBB{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bitbucket-data-center-token", "title": "Bitbucket Data Center access token", "description": "Bitbucket Data Center access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the HTTP access token in Bitbucket, and load its successor at run time.", "reference": "https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:BBDC-[A-Za-z0-9+/]{38,64}={0,2})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["BBDC-"], "allow": [], "structure": "random-text", "publicPrefix": "BBDC-", "samples": { "hit": ["BBDC-{base64:44}"], "miss": ["BBDC-{base64:10}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bitbucket-oauth-secret", "title": "Bitbucket OAuth consumer secret", "description": "Bitbucket OAuth consumer secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the workspace under OAuth consumers, issue a successor, and load that at run time from the secret store.", "reference": "https://support.atlassian.com/bitbucket-cloud/docs/use-oauth-on-bitbucket-cloud/", "breadth": "context", "pattern": "(?:bitbucket[\\w.-]{0,24}(?:client[_-]?secret|oauth[_-]?secret|consumer[_-]?secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["bitbucket"], "allow": [], "aliases": ["bitbucket-client-secret"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["BITBUCKET_CLIENT_SECRET={alnum:32}"], "miss": ["BITBUCKET_CLIENT_SECRET=${{KEY}}", "BITBUCKET_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bluesnap-password", "title": "BlueSnap API password", "description": "BlueSnap API password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the BlueSnap console under Settings, API settings, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.bluesnap.com/reference/authentication", "breadth": "context", "pattern": "blue[_-]?snap[\\w.-]{0,24}(?:password|passwd|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([^\\s\"\\'`<>]{10,64})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["bluesnap", "blue_snap", "blue-snap"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["BLUESNAP_API_PASSWORD={password:16}"], "miss": ["BLUESNAP_API_PASSWORD=${{KEY}}", "BLUESNAP_API_PASSWORD={lower:9}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 6 } },
    { "id": "braintree-access-token", "title": "Braintree access token", "description": "Braintree access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Braintree control panel, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens", "breadth": "exact", "pattern": "access_token\\$(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["access_token$"], "allow": [], "publicPrefix": "access_token$", "samples": { "hit": ["access_token$production${loweralnum:16}${hex:32}"], "miss": ["access_token$production$merchant"] }, "front": [0, 0], "tail": { "chars": "$0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "braintree-private-key", "title": "Braintree private key", "description": "Braintree private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Braintree control panel under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials", "breadth": "context", "pattern": "(?:braintree[\\w.-]{0,24}private[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![0-9A-Fa-f])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["braintree"], "allow": [], "publicPrefix": "", "samples": { "hit": ["BRAINTREE_PRIVATE_KEY={hex:32}", "braintree_private_key: \"{hex:32}\""], "miss": ["BRAINTREE_PUBLIC_KEY={hex:32}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "brevo-api-key", "title": "Brevo API key", "description": "Brevo API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Brevo under SMTP and API, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.brevo.com/docs/getting-started", "breadth": "exact", "pattern": "xkeysib-[0-9a-f]{64}-[A-Za-z0-9]{16}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xkeysib-"], "allow": [], "aliases": ["sendinblue-api-token"], "publicPrefix": "xkeysib-", "samples": { "hit": ["xkeysib-{hex:64}-{alnum:16}"], "miss": ["xkeysib-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "-" } },
    { "id": "buildkite-token", "title": "Buildkite API token", "description": "Buildkite API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Buildkite under Personal settings, API access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://buildkite.com/docs/apis/managing-api-tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:bkua_[0-9a-f]{40})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["bkua_"], "allow": [], "publicPrefix": "bkua_", "samples": { "hit": ["bkua_{hex:40}"], "miss": ["bkua_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "canva-client-secret", "title": "Canva client secret", "description": "Canva client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Generate a new client secret in the developer portal, and load it at run time.", "reference": "https://www.canva.dev/docs/connect/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:cnvca[A-Za-z0-9_-]{51})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["cnvca"], "allow": [], "structure": "random-text", "publicPrefix": "cnvca", "samples": { "hit": ["cnvca{alnum:51}"], "miss": ["cnvca{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cashfree-secret-key", "title": "Cashfree secret key", "description": "Cashfree secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Cashfree merchant dashboard under Developers, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.cashfree.com/docs/api-reference/authentication", "breadth": "exact", "pattern": "cfsk_ma_prod_[0-9a-f]{32}_[0-9a-f]{8}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["cfsk_ma_prod_"], "allow": [], "publicPrefix": "cfsk_ma_prod_", "samples": { "hit": ["cfsk_ma_prod_{hex:32}_{hex:8}"], "miss": ["cfsk_ma_prod_{hex:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "_" } },
    { "id": "cashfree-test-key", "title": "Cashfree test secret key", "description": "Cashfree test secret key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Cashfree merchant dashboard under Developers, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.cashfree.com/docs/api-reference/authentication", "breadth": "exact", "pattern": "cfsk_ma_test_[0-9a-f]{32}_[0-9a-f]{8}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["cfsk_ma_test_"], "allow": [], "publicPrefix": "cfsk_ma_test_", "samples": { "hit": ["cfsk_ma_test_{hex:32}_{hex:8}"], "miss": ["cfsk_ma_test_{hex:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "_" } },
    { "id": "cerebras-api-key", "title": "Cerebras API key", "description": "Cerebras API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://inference-docs.cerebras.ai/quickstart", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:csk-[a-z0-9]{48})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["csk-"], "allow": [], "publicPrefix": "csk-", "samples": { "hit": ["csk-{loweralnum:48}"], "miss": ["csk-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "chargebee-api-key", "title": "Chargebee API key", "description": "Chargebee API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Chargebee under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://apidocs.chargebee.com/docs/api/auth", "breadth": "context", "pattern": "(?:charge[_-]?bee[\\w.-]{0,24}(?:key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:live|test)_[A-Za-z0-9]{24,60}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["chargebee", "charge_bee"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CHARGEBEE_API_KEY=live_{alnum:33}"], "miss": ["CHARGEBEE_API_KEY=${{KEY}}", "CHARGEBEE_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "checkout-legacy-secret-key", "title": "Checkout.com secret key (previous platform)", "description": "Checkout.com secret key (previous platform).", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Checkout.com dashboard under Developers, Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.checkout.com/docs/get-started/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sk_(?:test_)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_"], "allow": [], "publicPrefix": "sk_", "samples": { "hit": ["sk_{uuid}", "sk_test_{uuid}"], "miss": ["pk_{uuid}", "sk_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789_abcdefst", "least": 24 } },
    { "id": "checkout-secret-key", "title": "Checkout.com secret key", "description": "Checkout.com secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Checkout.com dashboard under Developers, Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.checkout.com/docs/get-started/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sk_(?:sbox_)?[a-z2-7]{26}[a-z0-9*#$=])(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 3.3, "keywords": ["sk_"], "allow": [], "publicPrefix": "sk_", "samples": { "hit": ["sk_{lowerbase32:26}q", "sk_sbox_{lowerbase32:26}="], "miss": ["sk_{lower:12}", "sk_live_{alnum:24}"] }, "front": [0, 0], "tail": { "chars": "234567_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cielo-merchant-key", "title": "Cielo merchant key", "description": "Cielo merchant key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Cielo support: the key of a merchant is exchanged by them, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.cielo.com.br/ecommerce-cielo/reference/autenticacao", "breadth": "context", "pattern": "(?:(?:cielo[\\w.-]{0,24})?merchant[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Z0-9]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["cielo", "merchantkey", "merchant_key", "merchant-key"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CIELO_MERCHANT_KEY={upperalnum:40}", "\"MerchantKey\": \"{upperalnum:40}\""], "miss": ["CIELO_MERCHANT_KEY=${{KEY}}", "CIELO_MERCHANT_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "circleci-token", "title": "CircleCI personal or project token", "description": "CircleCI personal or project token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in CircleCI under User settings, Personal API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://circleci.com/docs/managing-api-tokens/", "breadth": "exact", "pattern": "(?:CCIPAT|CCIPRJ)_[A-Za-z0-9]{22}_[0-9a-f]{40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["CCIPAT_", "CCIPRJ_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["CCIPAT_{alnum:22}_{hex:40}"], "miss": ["CCIPAT_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 22, "next": "_" } },
    { "id": "clickup-token", "title": "ClickUp API token", "description": "ClickUp API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.clickup.com/docs/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:pk_[0-9]{6,10}_[A-Z0-9]{32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pk_"], "allow": [], "publicPrefix": "pk_", "samples": { "hit": ["pk_{digit:8}_{upperalnum:32}"], "miss": ["pk_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 6, "next": "_" } },
    { "id": "clojars-token", "title": "Clojars deploy token", "description": "Clojars deploy token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Clojars under Deploy tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens", "breadth": "exact", "pattern": "CLOJARS_[a-z0-9]{60}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["CLOJARS_"], "allow": [], "aliases": ["clojars-api-token"], "publicPrefix": "CLOJARS_", "samples": { "hit": ["CLOJARS_{loweralnum:60}"], "miss": ["CLOJARS_{loweralnum:8}", "CLOJARS_USERNAME"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cloudflare-api-token", "title": "Cloudflare API token or global key", "description": "Cloudflare API token or global key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Cloudflare dashboard under API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.cloudflare.com/fundamentals/api/get-started/create-token/", "breadth": "context", "pattern": "(?:(?:cloudflare|cf)[_.-]?(?:[\\w.-]{0,16}[_.-])?(?:api[_-]?)?(?:token|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{40}|[0-9a-f]{37}))(?![A-Za-z0-9_-])", "flags": "i", "secretGroup": 1, "entropy": 2.8, "keywords": ["cloudflare", "cf_api", "cf-api", "cf_token"], "allow": [], "aliases": ["cloudflare-api-key", "cloudflare-global-api-key"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CLOUDFLARE_API_TOKEN={alnum:40}", "CF_API_KEY={hex:37}"], "miss": ["CLOUDFLARE_API_TOKEN=$TOKEN", "CLOUDFLARE_ZONE={hex:32}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cloudflare-origin-ca-key", "title": "Cloudflare Origin CA key", "description": "Cloudflare Origin CA key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Cloudflare dashboard under API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.cloudflare.com/fundamentals/api/get-started/ca-keys/", "breadth": "exact", "pattern": "v1\\.0-[0-9a-f]{24}-[0-9a-f]{146}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["v1.0-"], "allow": [], "publicPrefix": "v1.0-", "samples": { "hit": ["v1.0-{hex:24}-{hex:146}"], "miss": ["v1.0-{hex:24}", "v1.0-beta"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "-" } },
    { "id": "cloudflare-scoped-token", "title": "Cloudflare token with a checksum", "description": "Cloudflare token with a checksum.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Roll the token in the Cloudflare dashboard, and load the new one at run time.", "reference": "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:cf[akut]{1,2}_[A-Za-z0-9]{40}[a-f0-9]{8})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["cfut_", "cfat_", "cfk_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["cfut_{alnum:40}{hex:8}", "cfat_{alnum:40}{hex:8}"], "miss": ["cfut_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cloudinary-url", "title": "Cloudinary address with API secret", "description": "Cloudinary address with API secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Cloudinary console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://cloudinary.com/documentation/how_to_integrate_cloudinary", "breadth": "context", "pattern": "cloudinary://[0-9]{15}:([A-Za-z0-9_-]{27})@[a-z0-9-]{1,60}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["cloudinary://"], "allow": [], "publicPrefix": "", "samples": { "hit": ["cloudinary://{digit:15}:{base64url:27}@demo"], "miss": ["cloudinary://{digit:15}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 15, "next": ":" } },
    { "id": "cloudsmith-api-key", "title": "Cloudsmith API key", "description": "Cloudsmith API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Cloudsmith under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://help.cloudsmith.io/docs/authentication", "breadth": "context", "pattern": "(?:cloudsmith[\\w.-]{0,24}(?:key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["cloudsmith"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CLOUDSMITH_API_KEY={hex:40}"], "miss": ["CLOUDSMITH_API_KEY=${{KEY}}", "CLOUDSMITH_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cockroachdb-cloud-key", "title": "CockroachDB Cloud API key", "description": "CockroachDB Cloud API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access", "breadth": "exact", "pattern": "CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["CCDB1_"], "allow": [], "publicPrefix": "CCDB1_", "samples": { "hit": ["CCDB1_{alnum:22}_{alnum:40}"], "miss": ["CCDB1_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 22, "next": "_" } },
    { "id": "codecov-token", "title": "Codecov upload token", "description": "Codecov upload token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Codecov under the repository’s settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.codecov.com/docs/codecov-tokens", "breadth": "context", "pattern": "(?:codecov[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["codecov"], "allow": [], "aliases": ["codecov-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CODECOV_TOKEN={uuid}"], "miss": ["CODECOV_TOKEN=${{KEY}}", "CODECOV_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "cohere-api-key", "title": "Cohere API key", "description": "Cohere API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.cohere.com/reference/about", "breadth": "context", "pattern": "(?:(?:cohere|co)[_.-]?api[_-]?(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["cohere", "co_api"], "allow": [], "aliases": ["cohere-api-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["COHERE_API_KEY={alnum:40}"], "miss": ["COHERE_API_KEY=${{KEY}}", "COHERE_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "coinbase-api-secret", "title": "Coinbase API secret", "description": "Coinbase API secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Coinbase under Settings, API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/api-key-authentication", "breadth": "context", "pattern": "(?:coinbase[\\w.-]{0,24}(?:secret|key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/=_-]{32,90}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["coinbase"], "allow": [], "aliases": ["coinbase-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["COINBASE_API_SECRET={base64:86}=="], "miss": ["COINBASE_API_SECRET=${{KEY}}", "COINBASE_API_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "conekta-private-key", "title": "Conekta private key", "description": "Conekta private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Conekta panel under Developers, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.conekta.com/docs/api-keys-producci%C3%B3n", "breadth": "context", "pattern": "(?:conekta[\\w.-]{0,24}(?:private|secret|api)?[\\w.-]{0,16}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(key_[A-Za-z0-9]{15,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["conekta"], "allow": [], "structure": "random-text", "publicPrefix": "key_", "samples": { "hit": ["CONEKTA_PRIVATE_KEY=key_{alnum:22}"], "miss": ["CONEKTA_PRIVATE_KEY=${{KEY}}", "CONEKTA_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "configcat-sdk-key", "title": "ConfigCat SDK key", "description": "ConfigCat SDK key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new SDK key in ConfigCat, and revoke the former one.", "reference": "https://configcat.com/docs/requests/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:configcat-sdk-1/[A-Za-z0-9_-]{22}/[A-Za-z0-9_-]{22})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["configcat-sdk-1/"], "allow": [], "structure": "random-text", "publicPrefix": "configcat-sdk-1/", "samples": { "hit": ["configcat-sdk-1/{base64url:22}/{base64url:22}"], "miss": ["configcat-sdk-1/PRODUCT/KEY"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 22, "next": "/" } },
    { "id": "confluent-api-secret", "title": "Confluent Cloud API secret", "description": "Confluent Cloud API secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html", "breadth": "context", "pattern": "(?:(?:confluent|kafka)[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:cflt)?[A-Za-z0-9+/]{60,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["confluent", "kafka"], "allow": [], "aliases": ["confluent-secret-key", "confluent-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CONFLUENT_API_SECRET={base64:64}"], "miss": ["CONFLUENT_API_SECRET=${{KEY}}", "CONFLUENT_API_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "contentful-token", "title": "Contentful personal access token", "description": "Contentful personal access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Contentful under CMA tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://www.contentful.com/developers/docs/references/authentication/", "breadth": "exact", "pattern": "CFPAT-[A-Za-z0-9_-]{43}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["CFPAT-"], "allow": [], "aliases": ["contentful-delivery-api-token"], "publicPrefix": "CFPAT-", "samples": { "hit": ["CFPAT-{base64url:43}"], "miss": ["CFPAT-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "crates-api-token", "title": "crates.io API token", "description": "crates.io API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in crates.io under Account settings, API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://doc.rust-lang.org/cargo/reference/publishing.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/_=-])(?:cio[A-Za-z0-9]{32})(?![A-Za-z0-9+/_=-])", "flags": "", "secretGroup": 0, "entropy": 4, "keywords": ["cio"], "allow": [], "publicPrefix": "cio", "samples": { "hit": ["cio{alnum:32}"], "miss": ["ciou{alnum:10}", "asocio{alnum:32}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "bitcoin-extended-private-key", "title": "Extended private key of a wallet", "description": "Extended private key of a wallet.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://github.com/bitcoin/bips/blob/master/bip-0032.mediawiki", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:[xyz]prv[1-9A-HJ-NP-Za-km-z]{107})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xprv", "yprv", "zprv"], "allow": [], "publicPrefix": "", "samples": { "hit": ["xprv9s21ZrQH{base58:99}"], "miss": ["xprv9s21ZrQH{lower:5}"] }, "front": [0, 0], "tail": { "chars": "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", "least": 24 } },
    { "id": "culqi-secret-key", "title": "Culqi secret key", "description": "Culqi secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the CulqiPanel under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.culqi.com/es/documentacion/pagos-online/desarrollo/api-keys/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sk_live_[A-Za-z0-9]{16})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_live_"], "allow": [], "publicPrefix": "sk_live_", "samples": { "hit": ["sk_live_{alnum:16}"], "miss": ["sk_live_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 16 } },
    { "id": "cybersource-shared-secret", "title": "CyberSource shared secret", "description": "CyberSource shared secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the CyberSource Business Center under Key management, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.cybersource.com/docs/cybs/en-us/payments/developer/all/rest/payments/rest-getting-started-intro.html", "breadth": "context", "pattern": "cybersource[\\w.-]{0,24}(?:secret|shared[_-]?key)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/]{43}=)", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["cybersource"], "allow": [], "publicPrefix": "", "samples": { "hit": ["CYBERSOURCE_SHARED_SECRET={base64:43}=", "cybersource.merchant_secret_key: \"{base64:43}=\""], "miss": ["CYBERSOURCE_SHARED_SECRET=$SECRET"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "amqp-url", "title": "Message broker address with a password", "description": "Message broker address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://www.rabbitmq.com/docs/uri-spec", "breadth": "context", "pattern": "(?:amqps?|stomp|mqtts?|nats|kafka)://[^\\s:/@\"\\'<>`]{1,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["amqp://", "amqps://", "stomp://", "mqtt://", "mqtts://", "nats://", "kafka://"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["amqps://app:{alnum:24}@broker.internal:5671/payments", "nats://app:{password:16}@nats:4222"], "miss": ["amqp://user:${{DB_PASSWORD}}@db:5432/app", "amqp://user:password@localhost/app", "amqp://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "data-store-url", "title": "Data store address with a password", "description": "Data store address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and read the address at run time from the secret store.", "reference": "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1", "breadth": "context", "pattern": "(?:clickhouses?|cockroachdb|snowflake|db2|cassandra|scylla|neo4j(?:\\+s{1,2}c?)?|bolt(?:\\+s{1,2}c?)?|couchbases?|influxdb|elasticsearch|opensearch|solr|trino|presto|hive2?|vertica|memcached|oracle(?:\\+[a-z0-9_]{2,16})?)://[^\\s:/@\"'<>`]{0,64}:([^\\s@\"'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["clickhouse://", "clickhouses://", "cockroachdb://", "snowflake://", "db2://", "cassandra://", "scylla://", "neo4j://", "neo4j+s", "bolt://", "bolt+s", "couchbase://", "couchbases://", "influxdb://", "elasticsearch://", "opensearch://", "solr://", "trino://", "presto://", "hive://", "hive2://", "vertica://", "memcached://", "oracle://", "oracle+"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["neo4j+s://svc:{alnum:20}@graph.internal:7687"], "miss": ["neo4j://graph.internal:7687"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 7 } },
    { "id": "jaas-password", "title": "Password in a JAAS configuration", "description": "Password in a JAAS configuration.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and read it at run time by a configuration provider.", "reference": "https://kafka.apache.org/documentation/#security_jaas_client", "breadth": "context", "pattern": "(?:Plain|Scram|Digest|OAuthBearer)LoginModule[ \\t]{1,4}required[^;\\n]{0,300}?password=\\\\{0,3}[\"\\']([^\"\\'\\\\\\n]{4,200})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["PlainLoginModule", "ScramLoginModule", "DigestLoginModule"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["org.apache.kafka.common.security.scram.ScramLoginModule required username=\"svc\" password=\"{alnum:24}\";"], "miss": ["PlainLoginModule required username=\"svc\" password=\"${{file:/s:p}}\";"] }, "front": [0, 0], "tail": { "chars": "\t ", "least": 1, "next": "r" } },
    { "id": "jdbc-url-password", "title": "JDBC address with a password", "description": "JDBC address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and read it at run time from the secret store.", "reference": "https://jdbc.postgresql.org/documentation/use/", "breadth": "context", "pattern": "jdbc:[a-z0-9:]{2,40}//[^\\s\"\\'<>`]{1,300}?[?&;](?:password|pwd|sslpassword|trustStorePassword|keyStorePassword)=([^\\s&;\"\\'<>`]{3,128})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["jdbc:"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["jdbc:postgresql://db.internal:5432/pay?user=app&password={alpha:14}", "jdbc:sqlserver://db.internal:1433;databaseName=pay;user=sa;password={password:16}"], "miss": ["jdbc:postgresql://db.internal:5432/pay?user=app&password=${{PW}}", "jdbc:postgresql://db.internal/pay?ssl=true"] }, "front": [0, 0], "tail": { "chars": "0123456789:abcdefghijklmnopqrstuvwxyz", "least": 2, "next": "/" } },
    { "id": "mongodb-url", "title": "MongoDB address with a password", "description": "MongoDB address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://www.mongodb.com/docs/manual/reference/connection-string/", "breadth": "context", "pattern": "mongodb(?:\\+srv)?://[^\\s:/@\"\\'<>`]{1,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["mongodb://", "mongodb+srv://"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["mongodb+srv://app:{alnum:20}@cluster0.mongodb.net/app", "mongodb://app:{password:16}@db:27017"], "miss": ["mongodb://user:${{DB_PASSWORD}}@db:5432/app", "mongodb://user:password@localhost/app", "mongodb://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "mycnf-password", "title": "Password in a MySQL options file", "description": "Password in a MySQL options file.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and mount the file at run time.", "reference": "https://dev.mysql.com/doc/refman/8.4/en/option-files.html", "breadth": "context", "pattern": "\\[(?:client|mysql|mysqldump|mysqladmin)[\\w-]{0,24}\\][^\\[\\x00]{0,600}?\\n[ \\t]{0,4}password[ \\t]{0,3}=[ \\t]{0,3}[\"\\']?([^\\s\"\\'#]{4,128})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["[client", "[mysql"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["[client]{n}user = app{n}password = {alpha:14}{n}"], "miss": ["[client]{n}user = app{n}password = ${{P}}{n}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ]_abcdefghijklmnopqrstuvwxyz", "least": 1 } },
    { "id": "mysql-url", "title": "MySQL or MariaDB address with a password", "description": "MySQL or MariaDB address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://dev.mysql.com/doc/refman/8.4/en/connecting-using-uri-or-key-value-pairs.html", "breadth": "context", "pattern": "(?:mysql|mariadb)(?:\\+[a-z0-9]{2,20}|2)?://[^\\s:/@\"\\'<>`]{1,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["mysql://", "mysql+", "mysql2://", "mariadb://", "mariadb+"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["mysql://app:{password:16}@db.internal:3306/app", "mariadb+mariadbconnector://app:{alnum:20}@db/app"], "miss": ["mysql://user:${{DB_PASSWORD}}@db:5432/app", "mysql://user:password@localhost/app", "mysql://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "oracle-jdbc-url", "title": "Oracle JDBC address with a password", "description": "Oracle JDBC address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and read the address at run time from the secret store.", "reference": "https://docs.oracle.com/en/database/oracle/oracle-database/23/jjdbc/data-sources-and-URLs.html", "breadth": "context", "pattern": "jdbc:oracle:(?:thin|oci8?):[A-Za-z0-9_$#.]{1,64}/([^\\s@\"\\'<>/]{3,128})@", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["jdbc:oracle:"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["jdbc:oracle:thin:billing/{alnum:16}@//db.internal:1521/PAY"], "miss": ["jdbc:oracle:thin:@//db.internal:1521/PAY"] }, "front": [0, 0], "tail": { "chars": "8:chinot", "least": 4 } },
    { "id": "postgres-url", "title": "PostgreSQL address with a password", "description": "PostgreSQL address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS", "breadth": "context", "pattern": "postgres(?:ql)?(?:\\+[a-z0-9]{2,12})?://[^\\s:/@\"\\'<>`]{1,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["postgres://", "postgresql://", "postgresql+", "postgres+"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["postgres://payments:{password:16}@db.internal:5432/payments", "postgresql+psycopg://app:{alnum:20}@10.0.0.5/app"], "miss": ["postgres://user:${{DB_PASSWORD}}@db:5432/app", "postgres://user:password@localhost/app", "postgres://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "redis-url", "title": "Redis address with a password", "description": "Redis address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://redis.io/docs/latest/develop/clients/", "breadth": "context", "pattern": "rediss?://[^\\s:/@\"\\'<>`]{0,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["redis://", "rediss://"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["redis://:{alnum:24}@cache.internal:6379/0", "rediss://app:{password:20}@cache:6380"], "miss": ["redis://user:${{DB_PASSWORD}}@db:5432/app", "redis://user:password@localhost/app", "redis://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789:;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 4, "next": "@" } },
    { "id": "sql-server-url", "title": "SQL Server address with a password", "description": "SQL Server address with a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the address at run time from a password that the secret store gives, or use short-lived database credentials.", "reference": "https://learn.microsoft.com/sql/connect/jdbc/building-the-connection-url", "breadth": "context", "pattern": "(?:sqlserver|mssql(?:\\+[a-z0-9]{2,12})?)://[^\\s:/@\"\\'<>`]{1,64}:([^\\s@\"\\'<>`/]{3,200})@[A-Za-z0-9_.\\[\\]:-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["sqlserver://", "mssql://", "mssql+"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["sqlserver://sa:{password:16}@db.internal:1433", "mssql+pyodbc://app:{password:16}@sql.internal/pay"], "miss": ["sqlserver://user:${{DB_PASSWORD}}@db:5432/app", "sqlserver://user:password@localhost/app", "sqlserver://localhost/app"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "databricks-token", "title": "Databricks access token", "description": "Databricks access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Databricks under Settings, Developer, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.databricks.com/aws/en/dev-tools/auth/pat", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:dapi[0-9a-f]{32}(?:-[0-9])?)(?![0-9A-Za-z])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dapi"], "allow": [], "aliases": ["databricks-api-token"], "publicPrefix": "dapi", "samples": { "hit": ["dapi{hex:32}", "dapi{hex:32}-2"], "miss": ["dapi{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "datadog-api-key", "title": "Datadog API or application key", "description": "Datadog API or application key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Datadog under Organization settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.datadoghq.com/account_management/api-app-keys/", "breadth": "context", "pattern": "(?:(?:dd|datadog)[_.-](?:[\\w.-]{0,16}[_.-])?(?:api|app|application)[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}|[0-9a-f]{32}))(?![0-9A-Za-z])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["dd_api", "dd_app", "dd-api", "dd-app", "dd.api", "datadog"], "allow": [], "aliases": ["datadog-access-token"], "publicPrefix": "", "samples": { "hit": ["DD_API_KEY={hex:32}", "datadog_app_key: \"{hex:40}\""], "miss": ["DD_API_KEY=$KEY", "DD_SITE=datadoghq.eu"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "astra-token", "title": "DataStax Astra token", "description": "DataStax Astra token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token in Astra, and load its successor at run time.", "reference": "https://docs.datastax.com/en/astra-db-serverless/administration/manage-application-tokens.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:AstraCS:[A-Za-z0-9]{20,30}:[0-9a-f]{64})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AstraCS:"], "allow": [], "structure": "random-text", "publicPrefix": "AstraCS:", "samples": { "hit": ["AstraCS:{alnum:24}:{hex:64}"], "miss": ["AstraCS:{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 20, "next": ":" } },
    { "id": "deepgram-api-key", "title": "Deepgram API key", "description": "Deepgram API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.deepgram.com/docs/create-additional-api-keys", "breadth": "context", "pattern": "(?:deepgram[\\w.-]{0,16}(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["deepgram"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["DEEPGRAM_API_KEY={hex:40}"], "miss": ["DEEPGRAM_API_KEY=${{KEY}}", "DEEPGRAM_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "deepseek-api-key", "title": "DeepSeek API key", "description": "DeepSeek API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://api-docs.deepseek.com/", "breadth": "context", "pattern": "(?:deepseek[\\w.-]{0,16}(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(sk-[0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["deepseek"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["DEEPSEEK_API_KEY=sk-{hex:32}"], "miss": ["DEEPSEEK_API_KEY=${{KEY}}", "DEEPSEEK_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "deno-deploy-token", "title": "Deno Deploy token", "description": "Deno Deploy token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Deno Deploy under Access tokens, and load its successor at run time.", "reference": "https://docs.deno.com/deploy/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:dd[opw]_[A-Za-z0-9]{36})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ddp_", "ddo_", "ddw_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ddp_{alnum:36}", "ddo_{alnum:36}"], "miss": ["ddp_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "devcycle-server-key", "title": "DevCycle server SDK key", "description": "DevCycle server SDK key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in DevCycle, and load its successor at run time.", "reference": "https://docs.devcycle.com/essentials/keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:dvc_server_[A-Za-z0-9_]{8,64})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dvc_server_"], "allow": [], "structure": "random-text", "publicPrefix": "dvc_server_", "samples": { "hit": ["dvc_server_{alnum:24}_{hex:8}"], "miss": ["dvc_server_key"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 8 } },
    { "id": "digitalocean-token", "title": "DigitalOcean token", "description": "DigitalOcean token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the DigitalOcean control panel under API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.digitalocean.com/reference/api/create-personal-access-token/", "breadth": "exact", "pattern": "do[opr]_v1_[0-9a-f]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dop_v1_", "doo_v1_", "dor_v1_"], "allow": [], "aliases": ["digitalocean-access-token", "digitalocean-pat", "digitalocean-refresh-token"], "publicPrefix": "", "samples": { "hit": ["dop_v1_{hex:64}", "doo_v1_{hex:64}"], "miss": ["dop_v1_{hex:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "discord-bot-token", "title": "Discord bot token", "description": "Discord bot token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Discord developer portal under Bot, issue a successor, and load that at run time from the secret store.", "reference": "https://discord.com/developers/docs/reference#authentication", "breadth": "context", "pattern": "discord[\\w.-]{0,20}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([MNO][A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["discord"], "allow": [], "aliases": ["discord-api-token"], "publicPrefix": "", "samples": { "hit": ["DISCORD_BOT_TOKEN=M{base64url:25}.{base64url:6}.{base64url:38}"], "miss": ["DISCORD_BOT_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "discord-client-secret", "title": "Discord client secret", "description": "Discord client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://discord.com/developers/docs/topics/oauth2", "breadth": "context", "pattern": "(?:discord[\\w.-]{0,24}(?:client)?[_-]?secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["discord"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["DISCORD_CLIENT_SECRET={base64url:32}"], "miss": ["DISCORD_CLIENT_SECRET=${{KEY}}", "DISCORD_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "discord-webhook-url", "title": "Discord webhook address", "description": "Discord webhook address.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Discord channel under Integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://discord.com/developers/docs/resources/webhook", "breadth": "exact", "pattern": "(?:discord|discordapp)\\.com/api/(?:v[0-9]{1,2}/)?webhooks/[0-9]{17,20}/[A-Za-z0-9_-]{60,72}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["discord.com/api/", "discordapp.com/api/"], "allow": [], "publicPrefix": "", "samples": { "hit": ["https://discord.com/api/webhooks/{digit:18}/{base64url:68}"], "miss": ["https://discord.com/api/webhooks/{digit:18}/short"] }, "front": [0, 0], "tail": { "chars": "/0123456789behkosvw", "least": 24 } },
    { "id": "django-secret-key", "title": "Django SECRET_KEY", "description": "Django SECRET_KEY.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new one: who holds it can forge sessions and reset links; read it at run time from the secret store.", "reference": "https://docs.djangoproject.com/en/stable/ref/settings/#secret-key", "breadth": "context", "pattern": "(?:^|[^A-Za-z0-9_])SECRET_KEY(?:_FALLBACKS)?[ \\t]{0,4}=[ \\t]{0,4}\\[?[rb]?[\"']((?:django-insecure-)?[^\\s\"'\\\\]{32,128})[\"']", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["SECRET_KEY"], "allow": [], "structure": "mixed-secret", "publicPrefix": "", "samples": { "hit": ["SECRET_KEY = \"django-insecure-{symbols:50}\"", " SECRET_KEY='{symbols:50}'"], "miss": ["SECRET_KEY = 'change-me-please-change-me-please-change-me'", "SECRET_KEY = \"{{{{ secret_key }}}}\""] }, "front": [0, 1], "tail": { "chars": "\t \"'=F[_br", "least": 2 } },
    { "id": "dlocal-secret-key", "title": "dLocal secret or transaction key", "description": "dLocal secret or transaction key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the dLocal dashboard under Integration, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.dlocal.com/docs/security", "breadth": "context", "pattern": "(?:d_?local[\\w.-]{0,24}(?:secret|trans)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{10,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 3, "keywords": ["dlocal", "d_local"], "allow": [], "publicPrefix": "", "samples": { "hit": ["DLOCAL_SECRET_KEY={alnum:40}", "dlocal.trans-key: \"{alnum:20}\""], "miss": ["DLOCAL_SECRET_KEY=placeholder12", "DLOCAL_SECRET_KEY=${{KEY}}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 16 } },
    { "id": "docker-config-auth", "title": "Registry password in a Docker configuration", "description": "Registry password in a Docker configuration.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password in the registry, use a credential helper, and mount the configuration as a build secret.", "reference": "https://docs.docker.com/reference/cli/docker/login/", "breadth": "context", "pattern": "\"auth\"\\s{0,3}:\\s{0,3}\"([A-Za-z0-9+/]{8,1200}={0,2})\"", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["\"auth\""], "allow": [], "structure": "user-and-password", "publicPrefix": "", "samples": { "hit": ["{{\"auths\":{{\"registry.example.org\":{{\"auth\":\"{encode-base64:deploy:{password:20}}\"}}}}}}", "\"auth\": \"{encode-base64:robot:{alnum:24}}\""], "miss": ["\"auth\": \"{base64:12}\"", "\"auth\": \"enabled\""] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r : ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": "\"" } },
    { "id": "docker-hub-token", "title": "Docker Hub access token", "description": "Docker Hub access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Docker Hub under Account settings, Personal access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.docker.com/security/access-tokens/", "breadth": "exact", "pattern": "dckr_(?:pat|oat)_[A-Za-z0-9_-]{27,32}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dckr_pat_", "dckr_oat_"], "allow": [], "publicPrefix": "dckr_", "samples": { "hit": ["dckr_pat_{base64url:27}", "dckr_oat_{base64url:32}"], "miss": ["dckr_pat_{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "docker-swarm-join-token", "title": "Docker Swarm join token", "description": "Docker Swarm join token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Rotate it with docker swarm join-token --rotate, and look for nodes that nobody knows.", "reference": "https://docs.docker.com/engine/swarm/join-nodes/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:SWMTKN-1-[a-z0-9]{50,60}-[a-z0-9]{24,30})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["SWMTKN-1-"], "allow": [], "structure": "random-text", "publicPrefix": "SWMTKN-1-", "samples": { "hit": ["SWMTKN-1-{loweralnum:50}-{loweralnum:25}"], "miss": ["SWMTKN-1-{loweralnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "-" } },
    { "id": "docker-swarm-unlock-key", "title": "Docker Swarm unlock key", "description": "Docker Swarm unlock key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Rotate it with docker swarm unlock-key --rotate.", "reference": "https://docs.docker.com/engine/swarm/swarm_manager_locking/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:SWMKEY-1-[A-Za-z0-9+/]{40,50}={0,2})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["SWMKEY-1-"], "allow": [], "structure": "random-text", "publicPrefix": "SWMKEY-1-", "samples": { "hit": ["SWMKEY-1-{base64:43}"], "miss": ["SWMKEY-1-{base64:9}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "doppler-token", "title": "Doppler token", "description": "Doppler token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Doppler under Tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.doppler.com/reference/auth-token-formats", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:dp\\.(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dp.pt.", "dp.st.", "dp.ct.", "dp.sa.", "dp.scim.", "dp.audit."], "allow": [], "aliases": ["doppler-api-token"], "publicPrefix": "", "samples": { "hit": ["dp.pt.{alnum:43}", "dp.st.prd.{alnum:43}"], "miss": ["dp.pt.{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "aspnet-machine-key", "title": "ASP.NET machine key", "description": "ASP.NET machine key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key: who holds it can run code by a forged view state.", "reference": "https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection", "breadth": "context", "pattern": "(?:validation|decryption)Key=[\"\\']([0-9A-F]{32,256})[\"\\']", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["validationkey=", "decryptionkey="], "allow": [], "publicPrefix": "", "samples": { "hit": ["<machineKey validationKey=\"{upperhex:128}\" decryptionKey=\"AutoGenerate\" />"], "miss": ["<machineKey validationKey=\"AutoGenerate,IsolateApps\" />"] }, "front": [0, 0], "tail": { "chars": "\"'0123456789ABCDEFabcdef", "least": 24 } },
    { "id": "drone-token", "title": "Drone CI token", "description": "Drone CI token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Drone under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.drone.io/cli/configure/", "breadth": "context", "pattern": "(?:drone[_.-][\\w.-]{0,20}(?:token|secret|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["drone_", "drone-", "drone."], "allow": [], "aliases": ["droneci-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["DRONE_TOKEN={alnum:32}"], "miss": ["DRONE_TOKEN=${{KEY}}", "DRONE_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "dropbox-token", "title": "Dropbox access token", "description": "Dropbox access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Dropbox app console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.dropbox.com/oauth-guide", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sl\\.(?:u\\.)?[A-Za-z0-9_-]{130,1500})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sl."], "allow": [], "aliases": ["dropbox-api-token", "dropbox-long-lived-api-token", "dropbox-short-lived-api-token"], "publicPrefix": "sl.", "samples": { "hit": ["sl.u.{base64url:200}", "sl.{base64url:140}"], "miss": ["sl.{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "duffel-access-token", "title": "Duffel access token", "description": "Duffel access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://duffel.com/docs/api/overview/making-requests", "breadth": "exact", "pattern": "duffel_(?:live|test)_[A-Za-z0-9_-]{43}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["duffel_"], "allow": [], "aliases": ["duffel-api-token"], "publicPrefix": "duffel_", "samples": { "hit": ["duffel_live_{base64url:43}"], "miss": ["duffel_live_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "_eilstv", "least": 5 } },
    { "id": "dwolla-secret", "title": "Dwolla application secret", "description": "Dwolla application secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Dwolla dashboard under Applications, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.dwolla.com/docs/api-reference/api-fundamentals/authentication", "breadth": "context", "pattern": "(?:dwolla[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{50}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["dwolla"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["DWOLLA_APP_SECRET={alnum:50}"], "miss": ["DWOLLA_APP_SECRET=${{KEY}}", "DWOLLA_APP_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "dynatrace-token", "title": "Dynatrace access token", "description": "Dynatrace access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Dynatrace under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.dynatrace.com/docs/manage/identity-access-management/access-tokens-and-oauth-clients/access-tokens", "breadth": "exact", "pattern": "dt0[a-z][0-9]{2}\\.[A-Z0-9]{8,24}\\.[A-Z0-9]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dt0"], "allow": [], "aliases": ["dynatrace-api-token"], "publicPrefix": "dt0", "samples": { "hit": ["dt0c01.{base32:24}.{base32:64}"], "miss": ["dt0c01.{base32:24}"] }, "front": [0, 0], "tail": { "chars": ".0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "e2b-api-key", "title": "E2B API key", "description": "E2B API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://e2b.dev/docs/api-key", "breadth": "exact", "pattern": "(?:e2b_[0-9a-f]{40})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["e2b_"], "allow": [], "publicPrefix": "e2b_", "samples": { "hit": ["e2b_{hex:40}"], "miss": ["e2b_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "easypost-api-key", "title": "EasyPost API key", "description": "EasyPost API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in EasyPost under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.easypost.com/docs/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:EZ[AT]K[A-Za-z0-9]{54})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["EZAK", "EZTK"], "allow": [], "aliases": ["easypost-api-token", "easypost-test-api-token"], "publicPrefix": "", "samples": { "hit": ["EZAK{alnum:54}"], "miss": ["EZAK{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "ebanx-integration-key", "title": "EBANX integration key", "description": "EBANX integration key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the EBANX dashboard under Settings, Integration, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.ebanx.com/guides/get-started/integration-keys/", "breadth": "context", "pattern": "(?:ebanx[\\w.-]{0,24}(?:integration|private|secret)[\\w.-]{0,16}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:live_ik_|ik_)?[A-Za-z0-9_-]{20,100}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["ebanx"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["EBANX_INTEGRATION_KEY={alnum:60}"], "miss": ["EBANX_INTEGRATION_KEY=${{KEY}}", "EBANX_INTEGRATION_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "elastic-cloud-key", "title": "Elastic Cloud API key", "description": "Elastic Cloud API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.elastic.co/docs/deploy-manage/api-keys/elastic-cloud-api-keys", "breadth": "exact", "pattern": "essu_[A-Za-z0-9+/]{60,120}={0,2}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["essu_"], "allow": [], "publicPrefix": "essu_", "samples": { "hit": ["essu_{base64:80}"], "miss": ["essu_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "elevenlabs-api-key", "title": "ElevenLabs API key", "description": "ElevenLabs API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://elevenlabs.io/docs/api-reference/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:sk_[0-9a-f]{48})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_"], "allow": [], "publicPrefix": "sk_", "samples": { "hit": ["sk_{hex:48}"], "miss": ["sk_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "epayco-private-key", "title": "ePayco private key", "description": "ePayco private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the ePayco dashboard under Settings, Secret keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.epayco.com/docs/api", "breadth": "context", "pattern": "(?:epayco[\\w.-]{0,24}(?:private|p_?key)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["epayco"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["EPAYCO_PRIVATE_KEY={hex:32}"], "miss": ["EPAYCO_PRIVATE_KEY=${{KEY}}", "EPAYCO_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "evervault-api-key", "title": "Evervault API key", "description": "Evervault API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Evervault dashboard under App settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.evervault.com/api-reference", "breadth": "exact", "pattern": "ev:key:1:[A-Za-z0-9]{40,80}:[A-Za-z0-9+/]{6}:[A-Za-z0-9+/]{6}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ev:key:1:"], "allow": [], "publicPrefix": "ev:key:1:", "samples": { "hit": ["ev:key:1:{alnum:64}:{alnum:6}:{alnum:6}"], "miss": ["ev:key:1:{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24, "next": ":" } },
    { "id": "fastly-api-token", "title": "Fastly API token", "description": "Fastly API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Fastly control panel under API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://www.fastly.com/documentation/guides/account-info/user-and-account-management/using-api-tokens/", "breadth": "context", "pattern": "(?:fastly[\\w.-]{0,20}(?:api[_-]?)?(?:token|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{32}))(?![A-Za-z0-9_-])", "flags": "i", "secretGroup": 1, "entropy": 3.3, "keywords": ["fastly"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["FASTLY_API_TOKEN={base64url:31}x", "fastly_key: \"{alnum:32}\""], "miss": ["FASTLY_API_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "figma-token", "title": "Figma personal access token", "description": "Figma personal access token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Figma under Settings, Security, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.figma.com/docs/rest-api/authentication/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:fig[dor]_[A-Za-z0-9_-]{40})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["figd_", "figo_", "figr_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["figd_{base64url:40}"], "miss": ["figd_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "finix-password", "title": "Finix API password", "description": "Finix API password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Finix dashboard under Developers, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.finix.com/api/overview/authentication", "breadth": "context", "pattern": "(?:finix[\\w.-]{0,24}(?:password|secret|api[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["finix"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["FINIX_PASSWORD={uuid}"], "miss": ["FINIX_PASSWORD=${{KEY}}", "FINIX_PASSWORD={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "firecrawl-api-key", "title": "Firecrawl API key", "description": "Firecrawl API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.firecrawl.dev/introduction", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:fc-[0-9a-f]{32})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["fc-"], "allow": [], "publicPrefix": "fc-", "samples": { "hit": ["fc-{hex:32}"], "miss": ["fc-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "fireworks-api-key", "title": "Fireworks AI API key", "description": "Fireworks AI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.fireworks.ai/getting-started/quickstart", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:fw_[A-Za-z0-9]{22,24})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["fw_"], "allow": [], "structure": "random-text", "publicPrefix": "fw_", "samples": { "hit": ["fw_{alnum:24}"], "miss": ["fw_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 22 } },
    { "id": "flow-secret-key", "title": "Flow secret key", "description": "Flow secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Flow under My data, Integration, issue a successor, and load that at run time from the secret store.", "reference": "https://www.flow.cl/docs/api.html", "breadth": "context", "pattern": "(?:flow[_.-]?(?:cl)?[\\w.-]{0,12}secret[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["flow_secret", "flow-secret", "flow.secret", "flowsecret", "flowcl", "flow_cl"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["FLOW_SECRET_KEY={hex:40}"], "miss": ["FLOW_SECRET_KEY=${{KEY}}", "FLOW_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "flutterwave-secret-key", "title": "Flutterwave secret key", "description": "Flutterwave secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Flutterwave dashboard under Settings, API, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.flutterwave.com/docs/authentication", "breadth": "exact", "pattern": "FLWSECK(?:_TEST)?-(?:[0-9a-zA-Z]{32}-X|[0-9a-f]{12}(?![0-9A-Za-z]))", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["FLWSECK"], "allow": [], "publicPrefix": "FLWSECK", "samples": { "hit": ["FLWSECK_TEST-{hex:12}", "FLWSECK_TEST-{hex:12}", "FLWSECK-{hex:32}-X", "FLWSECK_TEST-{hex:32}-X"], "miss": ["FLWPUBK-{hex:32}-X"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 13 } },
    { "id": "fly-access-token", "title": "Fly.io access token", "description": "Fly.io access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it with fly tokens revoke and issue a narrower one.", "reference": "https://fly.io/docs/security/tokens/", "breadth": "exact", "pattern": "FlyV1 fm[12][ar]?_[A-Za-z0-9+/=,_]{80,2000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["FlyV1 fm"], "allow": [], "aliases": ["flyio-access-token"], "publicPrefix": "FlyV1 fm", "samples": { "hit": ["FlyV1 fm2_{base64:200}"], "miss": ["FlyV1 fm2_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "+,/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "frameio-token", "title": "Frame.io token", "description": "Frame.io token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.frame.io/docs", "breadth": "exact", "pattern": "fio-u-[A-Za-z0-9_=-]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["fio-u-"], "allow": [], "aliases": ["frameio-api-token"], "publicPrefix": "fio-u-", "samples": { "hit": ["fio-u-{base64url:64}"], "miss": ["fio-u-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "authorization-basic", "title": "User and password in an Authorization header", "description": "User and password in an Authorization header.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and build the header at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc7617", "breadth": "context", "pattern": "authorization[\"\\']{0,2}(?:\\s{0,3}[:=,]\\s{0,3}|[ \\t]{1,4})[bru]{0,2}[\"\\'`]{0,2}basic\\s{1,3}([A-Za-z0-9+/]{8,400}={0,2})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["authorization"], "allow": [], "structure": "user-and-password", "publicPrefix": "", "samples": { "hit": ["Authorization: Basic {encode-base64:app:{password:18}}", "proxy_set_header Authorization \"Basic {encode-base64:app:{alnum:18}}\";", "-H 'authorization: basic {encode-base64:robot:{alnum:24}}'"], "miss": ["Authorization: Basic ${{CREDENTIALS}}", "Authorization: Basic realm=x", "Authorization: Basic {base64:6}"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r \"',:=ABCIRSU`abcirsu ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 7 } },
    { "id": "authorization-bearer", "title": "Token in an Authorization header", "description": "Token in an Authorization header.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token where it was issued, and build the header at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc6750", "breadth": "context", "pattern": "authorization[\"\\']{0,2}(?:\\s{0,3}[:=,]\\s{0,3}|[ \\t]{1,4})[bru]{0,2}[\"\\'`]{0,2}(?:(?:bearer|token|api-?key)\\s{1,3}|(?=[A-Za-z._~+/-]{0,40}\\d))(?!(?:basic|digest|negotiate|ntlm|aws4|bearer|token)\\b)([A-Za-z0-9._~+/-]{20,2000}={0,2})", "flags": "i", "secretGroup": 1, "entropy": 3.2, "keywords": ["authorization"], "allow": [], "aliases": ["curl-auth-header"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["Authorization: Bearer {alnum:40}", "\"authorization\": \"token {hex:40}\"", "proxy_set_header Authorization \"Bearer {alnum:40}\";", "Authorization: ApiKey {base64:40}", "curl --header 'Authorization:  {uuid}' https://api.example.org"], "miss": ["\"policy/FederatedAuthorization\", \"AmazonRedshiftFullAccess\"", "Authorization: authorization_header_2", "Authorization: Digest username1234567890abc", "Authorization: Bearer ${{TOKEN}}", "Authorization: Bearer my-access-token-goes-here"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r \"'+,-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_`abcdefghijklmnopqrstuvwxyz~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 21 } },
    { "id": "command-line-password", "title": "Password on a command line", "description": "Password as an option of a command.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over at run time from the secret store.", "reference": "https://cwe.mitre.org/data/definitions/214.html", "breadth": "context", "pattern": "(?:sshpass[ \\t]{1,3}-p[ \\t]{0,3}|mysql(?:admin|dump)?[ \\t](?:[^\\n|;&]{0,80}[ \\t])?-p|docker[ \\t]login[ \\t](?:[^\\n|;&]{0,120}[ \\t])?-p[ \\t=]{1,2}|redis-cli[ \\t](?:[^\\n|;&]{0,80}[ \\t])?(?:-a|--pass)[ \\t]{1,2}|htpasswd[ \\t]{1,2}-[A-Za-z]{0,6}b[A-Za-z]{0,6}[ \\t]{1,2}(?:[^\\s|;&]{1,80}[ \\t]{1,2}){1,2}|-pass(?:in|out)[ \\t]{1,2}[\"\\']?pass:|-(?:src|dest)?(?:store|key)pass[ \\t]{1,2}|smbclient[ \\t][^\\n|;&%]{0,80}%|lftp[ \\t][^\\n|;&,]{0,80},|az[ \\t]login[ \\t][^\\n|;&]{0,120}[ \\t](?:-p|--password)[ \\t=]{1,2}|aws[ \\t]configure[ \\t]set[ \\t][\\w.-]{0,60}aws_secret_access_key[ \\t]{1,2}|_(?:authToken|password)[ \\t]{1,2})[\"\\']?([^\\s\"\\'`<>|;&]{8,128})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["sshpass", "mysql", "docker login", "redis-cli ", "htpasswd ", "-passin ", "-passout ", "storepass ", "keypass ", "smbclient ", "lftp ", "az login", "aws configure set", "_authToken ", "_password "], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["sshpass -p {alnum:18} ssh root@host", "mysql -uroot -p{alnum:18} -h db", "docker login -u robot -p {alnum:20} registry.example.org", "redis-cli -h cache -a {alnum:24} ping", "htpasswd -bB /etc/htpasswd app {alnum:16}", "openssl rsa -in key.pem -passin pass:{alnum:18}", "keytool -genkey -alias a -storepass {password:14}", "smbclient -U app%{alnum:16} //host/share", "az login --service-principal -u app -p {alnum:34} --tenant t", "npm config set //registry.npmjs.org/:_authToken {alnum:36}"], "miss": ["sshpass -p $PASSWORD ssh root@host", "mysql -u root -p database_name", "openssl rsa -passin pass:password1", "keytool -list -storepass changeit", "redis-cli -a \"$REDIS_PASSWORD1\"", "docker login -u robot -p ${{TOKEN}} registry.example.org"] }, "front": [0, 1], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%'()*+,-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 8 } },
    { "id": "credential-fallback", "title": "Credential in code, for where none is set", "description": "Credential that is used where none is set.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the value, and let the program end with a message where none is set.", "reference": "https://cwe.mitre.org/data/definitions/798.html", "breadth": "context", "pattern": "(?:passw(?:or)?d|passphrase|secret|token|api_?key|access_?key|private_?key|secret_?key)[\"\\'\\])]{0,3}[ \\t]{0,2}(?:\\|\\||\\?\\?|\\?:)[ \\t]{0,2}[\"\\']([^\\s\"\\'`<>]{8,256})[\"\\']", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["password ||", "passwd ||", "passphrase ||", "secret ||", "token ||", "key ||", "password||", "secret||", "token||", "key||", "password ??", "passphrase ??", "secret ??", "token ??", "key ??", "password??", "secret??", "token??", "key??", "word\"] ||", "word'] ||", "secret\"] ||", "secret'] ||", "token\"] ||", "token'] ||", "key\"] ||", "key'] ||"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["const key = settings.API_KEY || \"{alnum:32}\";", "password: settings.DB_PASSWORD ?? '{password:16}',", "secret: config.secret||\"{hex:48}\"", "settings[\"JWT_SECRET\"] || \"{alnum:24}\""], "miss": ["settings.API_KEY || \"\"", "settings.SESSION_SECRET || \"keyboard-cat-1\"", "options.token ?? \"default-token-1\""] }, "front": [0, 4], "tail": { "chars": "\t \"'", "least": 1 } },
    { "id": "credential-in-call", "title": "Credential handed to a function", "description": "Credential as an argument behind its name.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Find out what it opens, revoke it there, and load its successor at run time from the secret store.", "reference": "https://cwe.mitre.org/data/definitions/798.html", "breadth": "context", "pattern": "(?<=[\\w\\])]\\([ \\t]{0,2}[\"\\'][\\w. -]{0,40})(?:token|secret|(?:api|access|private|auth|secret|account|subscription|master|encryption|signing|service|client)[_-]?key)[\"\\'][ \\t]{0,2},[ \\t]{0,2}[\"\\']([^\\s\"\\'`<>,]{16,256})[\"\\'][ \\t]{0,2}\\)", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["token\",", "token',", "secret\",", "secret',", "key\",", "key',"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["os.Setenv(\"STORAGE_ACCOUNT_KEY\", \"{base64:86}==\")", "headers.put(\"X-Api-Key\", \"{alnum:32}\");", "os.getenv(\"PAYMENT_TOKEN\", \"{hex:40}\")", "config.set('client_secret','{base64url:40}')"], "miss": ["os.getenv(\"PAYMENT_TOKEN\", \"not-set-in-this-place\")", "translate(\"api_key\", \"settings.api-key.label\")", "os.Setenv(\"BUGSNAG_API_KEY\", \"anotherBugsnagApiKey\")", "expect(\"token\", \"{alnum:32}\", 1)"] }, "front": [0, 8], "tail": { "chars": "\t \"'", "least": 1 } },
    { "id": "credential-in-code", "title": "Key or password in code", "description": "Key or password as an argument of what signs or logs in.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the value where it is known, and load the successor at run time from the secret store.", "reference": "https://cwe.mitre.org/data/definitions/798.html", "breadth": "context", "pattern": "(?:(?:jwt|JWT)\\.(?:sign|verify|encode|decode)|createHmac|hash_hmac|(?:HTTP)?BasicAuth|auth[ \\t]?=[ \\t]?)\\([^()\"\\'\\n]{0,60}(?:[\"\\'][\\w.@-]{1,64}[\"\\'],[ \\t]{0,2})?[^()\"\\'\\n]{0,40}[\"\\'](?!eyJ)([^\\s\"\\'`<>\\\\]{12,256})[\"\\']", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["jwt.sign(", "jwt.verify(", "jwt.encode(", "jwt.decode(", "JWT.encode(", "JWT.decode(", "createHmac(", "hash_hmac(", "BasicAuth(", "auth=(", "auth = ("], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["jwt.sign(payload, \"{alnum:32}\", options)", "createHmac('sha256', '{hex:48}')", "HTTPBasicAuth(\"app\", \"{alnum:18}\")", "requests.get(url, auth=(\"app\", \"{password:16}\"))"], "miss": ["jwt.sign(payload, \"shared-secret-1\")", "createHmac('sha256', 'your-256-bit-key')", "jwt.verify(token, \"-----BEGIN\")", "jwt.decode(\"eyJ{alnum:40}\", key)"] }, "front": [0, 4], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1 } },
    { "id": "curl-user-password", "title": "User and password on a command line", "description": "User and password on a command line.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over by a file or a netrc that is mounted at run time.", "reference": "https://curl.se/docs/manpage.html#-u", "breadth": "context", "pattern": "(?:-u|--user|--proxy-user)[ =]{1,3}[\"\\']?[A-Za-z0-9_.@\\\\+{}-]{0,64}[\"\\']?:[\"\\']?(?!//|\\d{1,5},)([!#-&(-9;=?-_a-~]{6,128})", "flags": "", "secretGroup": 1, "entropy": 2.5, "keywords": ["-u ", "--user ", "--user=", "--proxy-user "], "allow": [], "aliases": ["curl-auth-user"], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["curl -u deploy:{password:16} https://example.org", "curl --user admin:{alnum:20} https://example.org", "curl -u \":{alnum:14}\" https://localhost:9200", "curl --user  kevin:'{alnum:16}' -X PATCH"], "miss": ["curl -u user:$PASSWORD https://example.org", "docker run --user 1000:1000 app", "-u root:password", "pino-http-send -u http://localhost:8080/logs", "socat -u TCP4-LISTEN:3334,reuseaddr,fork OPEN:/tmp/{alnum:12}", "-u \"amqp://guest:{alnum:12}@localhost/\""] }, "front": [0, 0], "tail": { "chars": " \"'+-.0123456789:=@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\_abcdefghijklmnopqrstuvwxyz{}", "least": 1 } },
    { "id": "der-private-key", "title": "Private key in binary form", "description": "Private key in DER, PKCS#8 or PKCS#1 without a password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Replace the key and its certificate, and mount the successor at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc5958", "breadth": "context", "pattern": "0[\\x81\\x82][\\s\\S]{1,2}\\x02\\x01\\x000[\\x0D\\x13\\x05\\x10](?:\\x06\\x09\\x2A\\x86H\\x86\\xF7\\x0D\\x01\\x01\\x01\\x05\\x00\\x04\\x82|\\x06\\x07\\x2A\\x86H\\xCE=\\x02\\x01\\x06(?![\\s\\S]{0,24}\\x02\\x01\\x01\\x04[\\x20-\\x42]\\xA1))[\\s\\S]{30}|0\\x82[\\s\\S]{2}\\x02\\x01\\x00\\x02\\x82[\\x00-\\x04][\\x00\\x01]\\x00[\\s\\S]{64,1100}?\\x02\\x03\\x01\\x00\\x01\\x02[\\x81\\x82]", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["\u0002\u0001\u0000\u0002", "\u0002\u0001\u00000\r\u0006", "\u0002\u0001\u00000\u0013\u0006"], "allow": [], "publicPrefix": "", "samples": { "hit": ["0\u0004\u0010\u0002\u0001\u0000\u0002\u0001\u0001\u0000{alnum:256}\u0002\u0003\u0001\u0000\u0001\u0002{alnum:30}", "0\u0004\u0010\u0002\u0001\u00000\r\u0006\t*H÷\r\u0001\u0001\u0001\u0005\u0000\u0004{alnum:60}", "0\u0002\u0001\u00000\u0013\u0006\u0007*HÎ=\u0002\u0001\u0006{alnum:60}"], "miss": ["0\u0004\u0010\u0002\u0001\u00000\r\u0006\t*H÷\r\u0001\u0001\u000b{alnum:60}", "0\u0002\u0001\u00000\u0013\u0006\u0007*HÎ=\u0002\u0001\u0006\b*HÎ=\u0003\u0001\u0007\u0004m0k\u0002\u0001\u0001\u0004 ¡D\u0003B\u0000{alnum:60}"] }, "front": [3, 4] },
    { "id": "directive-password", "title": "Password in a server's settings", "description": "Password of a server in its settings, behind a blank.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and mount the settings at run time from the secret store.", "reference": "https://redis.io/docs/latest/operate/oss_and_stack/management/security/", "breadth": "context", "pattern": "(?:requirepass|masterauth|bindpw|rootpw)[ \\t]{1,16}[\"\\']?(?![-{$])([^\\s\"\\'`<>#]{6,256})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["requirepass", "masterauth", "bindpw", "rootpw"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["requirepass {alnum:24}", "masterauth \"{password:16}\"", "bindpw {alnum:16}", "rootpw  {password:14}"], "miss": ["# requirepass foobared", "masterauth <master-password-1>", "rootpw {{SSHA}}{base64:32}", "rootpw --lock2", "bindpw $LDAP_PASSWORD1"] }, "front": [0, 0], "tail": { "chars": "\t ", "least": 1 } },
    { "id": "dockerfile-credential", "title": "Credential in a build file or a script", "description": "Credential set by an instruction or a command whose value follows after a blank.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the value, and hand it over as a build secret or at run time.", "reference": "https://docs.docker.com/reference/dockerfile/#env", "breadth": "context", "pattern": "(?:ENV|setenv|setx|set[ \\t]{1,2}-[gUxL]{1,3}|#[ \\t]{0,4}define)[ \\t]{1,4}[A-Z0-9_]{0,40}(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|SECRET_KEY)[ \\t]{1,16}[\"\\']?([^\\s\"\\'`<>=]{8,256})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["ENV ", "setenv ", "setx ", "set -", "PASSWORD \"", "PASSWD \"", "SECRET \"", "TOKEN \"", "KEY \"", "ENV\t"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["ENV DB_PASSWORD {password:16}", "ENV  API_KEY {alnum:32}", "set -gx DB_PASSWORD {password:14}", "setenv PAYMENT_SERVICE_API_KEY {hex:40}", "#define DEVICE_TOKEN \"{alnum:32}\""], "miss": ["ENV DB_PASSWORD $DB_PASSWORD", "#define SESSION_TOKEN \"session-token-1\"", "ENV TOKEN_PATH /run/secrets/token1"] }, "front": [0, 15], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !#$%&()*+,-./0123456789:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 6 } },
    { "id": "encrypted-private-key", "title": "Private key, encrypted with a passphrase", "description": "Private key, encrypted with a passphrase.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "The passphrase is all that is left between the key and its finder: make a new pair, and mount the new key at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc5958", "breadth": "exact", "pattern": "-----BEGIN (?:ENCRYPTED PRIVATE KEY-----|(?:RSA|EC|DSA) PRIVATE KEY-----\\s{1,4}Proc-Type: 4,ENCRYPTED|OPENSSH PRIVATE KEY-----\\s{1,4}b3BlbnNzaC1rZXktdjEAAAAACmFlczI1N)[A-Za-z0-9+/=\\\\\"\\',:.()@\\s-]{40,12000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["-----BEGIN "], "allow": [], "structure": "pem-body", "publicPrefix": "-----BEGIN ENCRYPTED PRIVATE KEY-----", "samples": { "hit": ["-----BEGIN ENCRYPTED PRIVATE KEY-----{n}{pem:640}{n}-----END ENCRYPTED PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----{n}Proc-Type: 4,ENCRYPTED{n}DEK-Info: AES-256-CBC,{upperhex:32}{n}{n}{pem:600}{n}-----END RSA PRIVATE KEY-----"], "miss": ["-----BEGIN ENCRYPTED PRIVATE KEY-----{n}...{n}-----END ENCRYPTED PRIVATE KEY-----"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r -ACDEHIKNOPRSTVYcor ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 24 } },
    { "id": "generic-credential", "title": "Credential in an assignment", "description": "Credential in an assignment.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Find out what it opens, revoke it there, and load its successor at run time from the secret store.", "reference": "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html", "breadth": "generic", "pattern": "[\\w.-]{0,40}(?:passw(?:or)?d|passphrase|passcode|pwd|secret|token|credential|api[_-]?key|access[_-]?key|private[_-]?key)[\\w.-]{0,16}[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=> ])[ \\t]{0,4}[\"\\'`]?([^\\s\"\\'`<>]{8,256})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["passw", "passphrase", "passcode", "pwd", "secret", "token", "credential", "api_key", "api-key", "apikey", "access_key", "access-key", "accesskey", "private_key", "private-key", "privatekey"], "allow": [], "aliases": ["generic-api-key"], "publicPrefix": "", "samples": { "hit": ["DB_PASSWORD={password:18}", "api_key = \"{alnum:32}\"", "\"clientSecret\": \"{base64url:40}\"", "deploy --password {password:16}", "<password>{password:16}</password>", "session_secret: {hex:64}"], "miss": ["DB_PASSWORD=${{DB_PASSWORD}}", "password = getPassword()", "api_key = \"your-api-key-here\"", "token: abstract-syntax-tree-token", "csrfToken = \"{alnum:32}\"", "deploy --password $PASSWORD"] }, "front": [0, 8] },
    { "id": "htpasswd-entry", "title": "Password hash of a web server", "description": "Password hash of a web server.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password: hashes can be guessed offline. Mount the file at run time.", "reference": "https://httpd.apache.org/docs/2.4/misc/password_encryptions.html", "breadth": "exact", "pattern": "(?::(?:\\$apr1\\$[./A-Za-z0-9]{1,8}\\$[./A-Za-z0-9]{22}|\\$2y\\$[0-9]{2}\\$[./A-Za-z0-9]{53}|\\{SHA\\}[A-Za-z0-9+/]{27}=))(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": [":$apr1$", ":$2y$", ":{SHA}"], "allow": [], "publicPrefix": "", "samples": { "hit": ["admin:$apr1${alnum:8}${alnum:22}", "admin:$2y$10${alnum:53}", "admin:{{SHA}}{base64:27}="], "miss": ["admin:$apr1$x", "cost:$2y$10"] }, "front": [0, 0], "tail": { "chars": "$+./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "java-keystore", "title": "Java key store with a private key", "description": "Java key store with a private key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Replace the key and its certificate, and mount the store at run time.", "reference": "https://docs.oracle.com/en/java/javase/21/docs/specs/man/keytool.html", "breadth": "exact", "pattern": "^((?:\\xFE\\xED\\xFE\\xED|\\xCE\\xCE\\xCE\\xCE)\\x00\\x00\\x00[\\x01\\x02])\\x00\\x00[\\s\\S]{2}\\x00\\x00\\x00\\x01", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["þíþí", "ÎÎÎÎ"], "allow": [], "publicPrefix": "", "samples": { "hit": ["þíþí\u0000\u0000\u0000\u0002\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0001{alnum:40}"], "miss": ["þíþí\u0000\u0000\u0000\u0002\u0000\u0000\u0000\u0001\u0000\u0000\u0000\u0002{alnum:40}"] }, "front": [0, 0] },
    { "id": "json-web-key", "title": "Private JSON web key", "description": "Private JSON web key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key, publish its public half, and mount the private one at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc7517", "breadth": "context", "pattern": "\"kty\"\\s{0,3}:\\s{0,3}\"(?:RSA|EC|OKP)\"[^{}\\x00]{0,2000}?\"d\"\\s{0,3}:\\s{0,3}\"([A-Za-z0-9_-]{32,700})\"|\"d\"\\s{0,3}:\\s{0,3}\"([A-Za-z0-9_-]{32,700})\"[^{}\\x00]{0,2000}?\"kty\"\\s{0,3}:\\s{0,3}\"(?:RSA|EC|OKP)\"", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["\"kty\"", "\"d\":\"", "\"d\": \""], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["{{\"crv\":\"P-256\",\"d\":\"{base64url:43}\",\"kty\":\"EC\",\"x\":\"{base64url:43}\",\"y\":\"{base64url:43}\"}}", "{{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"{base64url:43}\",\"y\":\"{base64url:43}\",\"d\":\"{base64url:43}\"}}"], "miss": ["{{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"{base64url:43}\",\"y\":\"{base64url:43}\"}}"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r -0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": "\"" } },
    { "id": "json-web-token", "title": "JSON web token", "description": "JSON web token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "End the session or rotate the signing key it was issued with; tokens without an expiry stay valid until then.", "reference": "https://www.rfc-editor.org/rfc/rfc7519", "breadth": "context", "pattern": "eyJ[A-Za-z0-9_-]{10,2000}\\.eyJ[A-Za-z0-9_-]{10,6000}\\.[A-Za-z0-9_-]{16,1400}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["eyJ"], "allow": [], "aliases": ["jwt", "jwt-base64"], "structure": "json-web-token", "publicPrefix": "eyJ", "samples": { "hit": ["{encode-base64url:{{\"alg\":\"HS256\",\"typ\":\"JWT\"}}}.{encode-base64url:{{\"iss\":\"{lower:8}\",\"sub\":\"{uuid}\",\"exp\":1893456000}}}.{base64url:43}", "{encode-base64url:{{\"alg\":\"RS256\",\"kid\":\"{hex:16}\"}}}.{encode-base64url:{{\"sub\":\"{uuid}\"}}}.{base64url:342}"], "miss": ["eyJ{alnum:20}.eyJ{alnum:20}.{alnum:43}", "{encode-base64url:{{\"alg\":\"HS256\"}}}.{encode-base64url:{{\"sub\":\"{uuid}\"}}}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 10, "next": "." } },
    { "id": "kubernetes-secret-json", "title": "Kubernetes Secret in JSON", "description": "Kubernetes Secret in JSON.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the values: base64 hides nothing. Keep references to the secret store in manifests, not values.", "reference": "https://kubernetes.io/docs/concepts/configuration/secret/", "breadth": "context", "pattern": "\"kind\"\\s{0,3}:\\s{0,3}\"Secret\"[^\\x00]{0,800}?\"(?:stringData|data)\"\\s{0,3}:\\s{0,3}\\{\\s{0,40}(?:\"[\\w.-]{1,100}\"\\s{0,3}:\\s{0,3}\"[^\"]{0,7}\",\\s{0,40}){0,24}\"[\\w.-]{1,100}\"\\s{0,3}:\\s{0,3}\"([A-Za-z0-9+/=_!@#%^.-]{8,4000})\"", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["\"kind\""], "allow": [], "structure": "secret-data", "publicPrefix": "", "samples": { "hit": ["\"kind\":\"Secret\",\"metadata\":{{\"name\":\"x\"}},\"data\":{{\"a\":\"eQ==\",\"b\":\"{encode-base64:{password:18}}\"}}", "\"kind\": \"Secret\", \"stringData\": {{\"pin\": \"{alnum:24}\"}}"], "miss": ["\"kind\":\"ConfigMap\",\"data\":{{\"a\":\"{alnum:24}\"}}", "\"kind\":\"Secret\",\"metadata\":{{\"name\":\"x\"}}"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r : ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": "\"" } },
    { "id": "kubernetes-secret", "title": "Kubernetes Secret manifest with values", "description": "Kubernetes Secret manifest with values.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the values: base64 hides nothing. Keep references to the secret store in manifests, not values.", "reference": "https://kubernetes.io/docs/concepts/configuration/secret/", "breadth": "context", "pattern": "(?:kind:[ \\t]{1,4}[\"\\']?Secret[\"\\']?[ \\t]{0,4}(?:#[^\\n]{0,200})?\\r?\\n(?:(?!---|[ \\t-]{0,12}(?:kind|data|stringData):)[^\\n]{0,4000}\\n){0,60}[ \\t]{0,8}(?:stringData|data):[ \\t]{0,4}(?:#[^\\n]{0,200})?\\r?\\n(?:(?:[ \\t][^\\n]{0,4000})?\\n){0,40}?[ \\t]{1,12}[\"\\']?[\\w.-]{1,100}[\"\\']?:[ \\t]{1,4}(?:[|>][+-]?[ \\t]{0,4}\\r?\\n[ \\t]{1,16})?[\"\\']?([A-Za-z0-9+/=_!@#%^.-]{8,4000})|\\n(?:stringData|data):[ \\t]{0,4}(?:#[^\\n]{0,200})?\\r?\\n(?:(?:[ \\t][^\\n]{0,4000})?\\n){0,40}?[ \\t]{1,12}[\"\\']?[\\w.-]{1,100}[\"\\']?:[ \\t]{1,4}(?:[|>][+-]?[ \\t]{0,4}\\r?\\n[ \\t]{1,16})?[\"\\']?([A-Za-z0-9+/=_!@#%^.-]{8,4000})[\"\\']?[ \\t]{0,4}\\r?\\n(?:[ \\t][^\\n]{0,4000}\\n){0,60}(?:(?![ \\t]|---|kind:)[^\\n]{0,400}\\n(?:[ \\t][^\\n]{0,400}\\n){0,40}){0,12}kind:[ \\t]{1,4}[\"\\']?Secret\\b)", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["kind: Secret", "kind: \"Secret\"", "kind: 'Secret'", "\ndata:", "\nstringData:"], "allow": [], "aliases": ["kubernetes-secret-yaml"], "structure": "secret-data", "publicPrefix": "", "samples": { "hit": ["kind: Secret{n}type: Opaque{n}data:{n}  a: eQ=={n}  host: bG9j{n}  pin: {encode-base64:{password:18}}{n}", "apiVersion: v1{n}kind: Secret{n}metadata:{n}  name: db{n}type: Opaque{n}data:{n}  password: {encode-base64:{password:18}}{n}", "apiVersion: v1{n}data:{n}  pin: {encode-base64:{password:18}}{n}metadata:{n}  name: db{n}  labels:{n}    a: b{n}type: Opaque{n}kind: Secret{n}", "kind: Secret # of the database{n}metadata:{n}  name: db{n}{n}data: # values{n}{n}  # the pin{n}  pin: {encode-base64:{password:18}}{n}", "kind: Secret{n}data:{n}  tls.key: |{n}    {base64:64}{n}    {base64:64}{n}", "kind: List{n}items:{n}- kind: Secret{n}  metadata:{n}    name: db{n}  data:{n}    pin: {encode-base64:{password:18}}{n}", "kind: Secret{n}apiVersion: v1{n}stringData:{n}  pin-{lower:6}: {alnum:24}{n}"], "miss": ["apiVersion: v1{n}data:{n}  a: {alnum:24}{n}kind: ConfigMap{n}", "kind: Secret{n}metadata:{n}  name: db{n}", "kind: SecretStore{n}data:{n}  a: {alnum:24}{n}"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r \"#' ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1 } },
    { "id": "minisign-secret-key", "title": "Signing key of minisign or signify", "description": "Signing key of minisign or signify.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new pair, publish the public key, and keep the other out of images.", "reference": "https://jedisct1.github.io/minisign/", "breadth": "context", "pattern": "untrusted comment: (?:minisign encrypted secret key|[^\\n]{0,80}secret key)\\r?\\n(RW[A-Za-z0-9+/]{100,220}={0,2})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["untrusted comment: "], "allow": [], "publicPrefix": "", "samples": { "hit": ["untrusted comment: minisign encrypted secret key{n}RW{base64:210}"], "miss": ["untrusted comment: minisign public key{n}RW{base64:54}"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 10, "next": "\n" } },
    { "id": "netrc-password", "title": "Password in a netrc file", "description": "Password in a netrc file.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and mount the file as a build secret.", "reference": "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html", "breadth": "context", "pattern": "machine\\s{1,8}[^\\s]{1,200}\\s{1,8}login\\s{1,8}[^\\s]{1,100}\\s{1,8}password\\s{1,8}([^\\s]{6,200})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["machine "], "allow": [], "structure": "address-password", "publicPrefix": "", "samples": { "hit": ["machine api.example.org login deploy password {alnum:24}", "machine repo.internal{n}  login robot{n}  password {password:16}"], "miss": ["machine api.example.org login deploy password ${{TOKEN}}", "machine learning login screen"] }, "front": [0, 0] },
    { "id": "openvpn-static-key", "title": "OpenVPN static key", "description": "OpenVPN static key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key for all peers, and mount it at run time.", "reference": "https://openvpn.net/community-docs/static-key-mini-howto.html", "breadth": "context", "pattern": "-----BEGIN OpenVPN Static key V1-----\\s{1,4}([0-9a-f\\s]{500,700})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["-----BEGIN OpenVPN"], "allow": [], "publicPrefix": "-----BEGIN OpenVPN Static key V1-----", "samples": { "hit": ["-----BEGIN OpenVPN Static key V1-----{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}{hex:32}{n}"], "miss": ["-----BEGIN OpenVPN Static key V1-----{n}..."] }, "front": [0, 0], "tail": { "chars": " ", "least": 1, "next": "S" } },
    { "id": "password-in-call", "title": "Password handed to a function", "description": "Password as an argument in code.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over at run time from the secret store.", "reference": "https://cwe.mitre.org/data/definitions/798.html", "breadth": "context", "pattern": "(?:(?<=[\\w\\])]\\([ \\t]{0,2}[\"\\'][\\w. -]{0,40})passw(?:or)?d[\"\\'][ \\t]{0,2},|(?<!(?:split|crypt|hash|verify|check|valid|compare|is|has|need|forgot|reset|change|generate|require|test)[\\w]{0,16})passw(?:or)?d\\()[ \\t]{0,2}[\"\\'](?!salt)([^\\s\"\\'`<>]{8,128})[\"\\']", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["password", "passwd"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["define('DB_PASSWORD', '{password:16}');", "source.setPassword(\"{password:16}\");"], "miss": ["define('DB_PASSWORD', getenv('DB_PASSWORD1'));", "label.setText(\"password\", \"your-password-1\")", "requirePassword(\"password_reset_2\")", "(\"password\", \"{hex:16}\", 20, 1)", "argon2id('password', 'salt{digit:4}', options)", "encrypt_password('{alnum:10}', 'user')", "x in ['a_password', 'sha256_password']"] }, "front": [0, 0], "tail": { "chars": "\t \"'(,", "least": 2 } },
    { "id": "pgp-private-key", "title": "PGP private key", "description": "PGP private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Publish a revocation certificate for the key, make a new one, and sign with a key that stays in a hardware token or a signing service.", "reference": "https://www.rfc-editor.org/rfc/rfc9580", "breadth": "exact", "pattern": "-----BEGIN PGP PRIVATE KEY BLOCK-----[A-Za-z0-9+/=\\\\\"\\',:.()@\\s-]{40,12000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["-----BEGIN PGP"], "allow": [], "structure": "pem-body", "publicPrefix": "-----BEGIN PGP PRIVATE KEY BLOCK-----", "samples": { "hit": ["-----BEGIN PGP PRIVATE KEY BLOCK-----{n}{n}{pem:600}{n}={base64:4}{n}-----END PGP PRIVATE KEY BLOCK-----"], "miss": ["-----BEGIN PGP PUBLIC KEY BLOCK-----{n}{n}{pem:300}{n}-----END PGP PUBLIC KEY BLOCK-----"] }, "front": [0, 0], "tail": { "chars": " ", "least": 1, "next": "P" } },
    { "id": "pgpass-entry", "title": "Password in a pgpass file", "description": "Entry of a PostgreSQL password file.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over at run time from the secret store.", "reference": "https://www.postgresql.org/docs/current/libpq-pgpass.html", "breadth": "context", "pattern": ":5432:[^\\s:\"\\'<>/]{1,64}:[^\\s:\"\\'<>/]{1,64}:([^\\s:\"\\'<>/]{8,128})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": [":5432:"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["db.internal:5432:pay:app:{alnum:16}", "*:5432:*:app:{alnum:24}"], "miss": ["db.internal:5432:pay:app:$PASSWORD", "10.0.0.1:5432:a:b"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&()*+,-.0123456789;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "piped-password", "title": "Password on a command line", "description": "Password that is piped into a command.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over at run time from the secret store.", "reference": "https://cwe.mitre.org/data/definitions/214.html", "breadth": "context", "pattern": "(?:echo|printf)[ \\t]{1,2}(?:-[neE]{1,3}[ \\t]{1,2})?[\"\\']?(?:[\\w.-]{1,32}:)?([^\\s\"\\'`<>|:]{8,128})[\"\\']?[ \\t]{0,2}\\|[ \\t]{0,2}(?:sudo[ \\t]{1,2})?(?:chpasswd|(?:docker|podman|buildah|helm|skopeo|oras|crane|cosign)[ \\t][^\\n|;&]{0,120}--password-stdin|gh[ \\t]auth[ \\t]login[ \\t][^\\n|;&]{0,60}--with-token|passwd[ \\t]{1,2}--stdin|sudo[ \\t]{1,2}-S)", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["chpasswd", "--password-stdin", "--with-token", "passwd --stdin", "sudo -S"], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["echo \"root:{alnum:18}\" | chpasswd", "echo root:{alnum:12}|chpasswd", "echo {alnum:120} | docker login --username app --password-stdin", "printf '{alnum:40}' | docker login registry.internal.payments.example-company.net --username application-deployment-robot --password-stdin", "echo {password:14} | sudo -S apt-get update"], "miss": ["echo \"root:$ROOT_PASSWORD1\" | chpasswd", "echo \"$TOKEN1\" | docker login --password-stdin", "echo password | sudo -S true"] }, "front": [22, 156] },
    { "id": "pkcs12-keystore", "title": "PKCS#12 store with a private key", "description": "PKCS#12 store with a private key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Replace the key and its certificate, and mount the store at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc7292", "breadth": "exact", "pattern": "^(0\\x82[\\s\\S]{2}\\x02\\x01\\x030[\\x80-\\x84])[\\s\\S]{0,16000}?\\x2A\\x86H\\x86\\xF7\\x0D\\x01\\x0C\\x0A\\x01[\\x01\\x02]", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["\u0002\u0001\u00030"], "allow": [], "aliases": ["pkcs12-file"], "publicPrefix": "", "samples": { "hit": ["0\t\u0010\u0002\u0001\u00030{alnum:60}*H÷\r\u0001\f\n\u0001\u0002{alnum:40}"], "miss": ["0\t\u0010\u0002\u0001\u00030{alnum:60}"] }, "front": [4, 4] },
    { "id": "private-key", "title": "Private key", "description": "Private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Treat the key as known to others: make a new pair, replace certificates and authorized keys, revoke the old ones, and mount the new key at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc7468", "breadth": "context", "pattern": "-----BEGIN (?:RSA |EC |DSA |OPENSSH |ANY )?PRIVATE KEY-----[A-Za-z0-9+/=\\\\\"\\',\\s]{40,8000}(?:-----END [A-Z ]{3,40}-----)?", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["-----BEGIN "], "allow": [], "structure": "pem-body", "publicPrefix": "-----BEGIN PRIVATE KEY-----", "samples": { "hit": ["-----BEGIN RSA PRIVATE KEY-----{n}{pem:608}{n}-----END RSA PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----{n}{pem:300}{n}-----END OPENSSH PRIVATE KEY-----", "-----BEGIN EC PRIVATE KEY-----{n}{pem:118}{n}-----END EC PRIVATE KEY-----"], "miss": ["-----BEGIN RSA PRIVATE KEY-----{n}MIIEow...{n}-----END RSA PRIVATE KEY-----", "-----BEGIN CERTIFICATE-----{n}{pem:300}{n}-----END CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----{n}{pem:100}{n}-----END PUBLIC KEY-----"] }, "front": [0, 0], "tail": { "chars": " -ACDEHIKNOPRSTVY", "least": 16 } },
    { "id": "putty-private-key", "title": "PuTTY private key", "description": "PuTTY private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Treat the key as known to others: make a new pair, replace certificates and authorized keys, revoke the old ones, and mount the new key at run time.", "reference": "https://the.earth.li/~sgtatham/putty/latest/htmldoc/AppendixC.html", "breadth": "exact", "pattern": "PuTTY-User-Key-File-[23]: [a-z0-9@.-]{4,40}\\s{1,4}Encryption: [\\s\\S]{20,1200}?Private-Lines: [0-9]{1,3}\\s{1,4}[A-Za-z0-9+/=\\s]{40,6000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["PuTTY-User-Key-File-"], "allow": [], "publicPrefix": "PuTTY-User-Key-File-", "samples": { "hit": ["PuTTY-User-Key-File-3: ssh-ed25519{n}Encryption: none{n}Comment: deploy{n}Public-Lines: 2{n}{pem:60}{n}Private-Lines: 1{n}{pem:36}{n}Private-MAC: {hex:64}"], "miss": ["PuTTY-User-Key-File-3: ssh-ed25519"] }, "front": [0, 0], "tail": { "chars": "23", "least": 1, "next": ":" } },
    { "id": "shared-transfer-key", "title": "Shared key of name servers", "description": "Shared key of name servers, as their settings hold it.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key (tsig-keygen), and mount it at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc8945", "breadth": "context", "pattern": "algorithm[ \\t]{1,8}\"?hmac-[a-z0-9-]{2,12}\"?;\\s{1,16}secret[ \\t]{1,8}\"?([A-Za-z0-9+/]{16,200}={0,2})\"?;", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["algorithm hmac-", "algorithm \"hmac-", "algorithm\thmac-"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["key \"rndc-key\" {{{n}  algorithm hmac-sha256;{n}  secret \"{base64:43}=\";{n}}};", "key k {{ algorithm \"hmac-md5\"; secret \"{base64:22}==\"; }};"], "miss": ["key \"rndc-key\" {{ algorithm hmac-sha256; secret \"@RNDC_SECRET@\"; }};"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r \"-0123456789;abcdefghijklmnopqrstuvwxyz ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 11 } },
    { "id": "sql-password", "title": "Password in an SQL statement", "description": "Password of a database user in SQL.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and set the successor outside of files that are shipped.", "reference": "https://www.postgresql.org/docs/current/sql-createrole.html", "breadth": "context", "pattern": "(?:identified[ \\t]{1,3}(?:with[ \\t]{1,3}[\\w\"\\'`]{1,40}[ \\t]{1,3})?(?:by|as)|password)[ \\t]{1,3}[\"\\']([^\\s\"\\'`<>]{6,128})[\"\\']", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["identified ", "password "], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["CREATE USER app IDENTIFIED BY '{password:14}';", "ALTER ROLE app WITH PASSWORD '{alnum:20}';"], "miss": ["CREATE USER app IDENTIFIED BY 'password';", "ALTER USER app WITH PASSWORD '$1';"] }, "front": [0, 0], "tail": { "chars": "\t \"'ABWabw", "least": 1 } },
    { "id": "ssh2-private-key", "title": "Private key in SSH2 form", "description": "Private key in SSH2 form.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Treat the key as known to others: make a new pair, replace authorized keys, and mount the new key at run time.", "reference": "https://www.rfc-editor.org/rfc/rfc4716", "breadth": "context", "pattern": "---- BEGIN SSH2 (?:ENCRYPTED )?PRIVATE KEY ----[A-Za-z0-9+/=:\",.@()\\s-]{80,8000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["---- BEGIN SSH2 "], "allow": [], "publicPrefix": "---- BEGIN SSH2", "samples": { "hit": ["---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----{n}Comment: \"key\"{n}{pem:400}{n}---- END SSH2 ENCRYPTED PRIVATE KEY ----"], "miss": ["---- BEGIN SSH2 PUBLIC KEY ----{n}{pem:300}"] }, "front": [0, 0], "tail": { "chars": " -ACDEIKNPRTVY", "least": 16 } },
    { "id": "terraform-state", "title": "Terraform state", "description": "Terraform state.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "State holds every secret that Terraform manages in the clear: keep it in a remote backend, and rotate what this one holds.", "reference": "https://developer.hashicorp.com/terraform/language/state/sensitive-data", "breadth": "exact", "pattern": "\"terraform_version\"\\s{0,3}:\\s{0,3}\"[^\"\\n]{3,24}\",\\s{0,12}(?:\"serial\"\\s{0,3}:\\s{0,3}[0-9]{1,9},\\s{0,12})?(?:\"lineage\"\\s{0,3}:\\s{0,3}\"[^\"\\n]{0,64}\",?\\s{0,12}|\"outputs\"\\s{0,3}:\\s{0,3}\\{[^\\x00]{0,4000}?\"(?:value|type|sensitive)\"|\"resources\"\\s{0,3}:\\s{0,3}\\[\\s{0,40}\\{|\"modules\"\\s{0,3}:\\s{0,3}\\[)", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["\"terraform_version\""], "allow": [], "publicPrefix": "", "samples": { "hit": ["{{\"version\": 4, \"terraform_version\": \"1.9.5\", \"serial\": 12, \"lineage\": \"{uuid}\", \"outputs\": {{}}}}", "{{\"version\": 4, \"terraform_version\": \"1.9.5\", \"serial\": 3, \"outputs\": {{\"a\": {{\"value\": \"b\"}}}}}}", "{{\"version\": 4, \"terraform_version\": \"1.9.5\", \"resources\": [{{\"mode\": \"managed\"}}]}}"], "miss": ["\"terraform_version\": \"1.9.5\""] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r : ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": "\"" } },
    { "id": "terraform-variable", "title": "Credential in a Terraform variable", "description": "Credential as a variable's default in Terraform.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the value, mark the variable as sensitive, and set it at run time from the secret store.", "reference": "https://developer.hashicorp.com/terraform/language/values/variables", "breadth": "context", "pattern": "variable[ \\t]{1,4}\"[\\w-]{0,40}(?:password|passwd|secret|token|api_?key|access_key|private_key)[\\w-]{0,20}\"[ \\t]{0,4}\\{[^{}]{0,400}?default[ \\t]{0,16}=[ \\t]{0,4}\"([^\\s\"$]{8,256})\"", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["variable \""], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["variable \"db_password\" {{{n}  type        = string{n}  description = \"of the database\"{n}  default     = \"{alnum:16}\"{n}}}"], "miss": ["variable \"db_password\" {{{n}  type = string{n}  default = \"change-me-1\"{n}}}", "variable \"db_password\" {{{n}  type = string{n}}}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 5, "next": "\"" } },
    { "id": "unix-password-hash", "title": "Password hash of a system account", "description": "Password hash of a system account.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and lock the account in images: nobody logs in to a container by password.", "reference": "https://man7.org/linux/man-pages/man5/crypt.5.html", "breadth": "exact", "pattern": ":\\$(?:[156]|y|gy|7)\\$(?:rounds=[0-9]{1,9}\\$|[./A-Za-z0-9]{1,6}\\$)?[./A-Za-z0-9]{4,32}\\$[./A-Za-z0-9]{22,86}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": [":$1$", ":$5$", ":$6$", ":$y$", ":$gy$", ":$7$"], "allow": [], "publicPrefix": "", "samples": { "hit": ["root:$6${alnum:16}${alnum:86}:19000:0:99999:7:::", "app:$y$j9T${alnum:22}${alnum:43}:19000:0:99999:7:::"], "miss": ["root:*:19000:0:99999:7:::", "a:$6$x"] }, "front": [0, 0], "tail": { "chars": "$./0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "url-with-password", "title": "Address with a password in it", "description": "Address with a password in it.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over by a credential helper or a secret mount instead of the address.", "reference": "https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1", "breadth": "context", "pattern": "(?:https?|rsync|ftps?|sftp|ssh|git|ldaps?|smtps?|imaps?|socks5h?|ws|wss)://[^\\s:/@\"\\'<>`(){}|\\\\^*,;]{1,100}:([^\\s@\"\\'<>`/(){}|\\\\,;]{3,200})@[A-Za-z0-9_.-]{2,255}", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["http://", "https://", "rsync://", "ftp://", "ftps://", "sftp://", "ssh://", "git://", "ldap://", "ldaps://", "smtp://", "smtps://", "imap://", "imaps://", "socks5://", "socks5h://", "ws://", "wss://"], "allow": [], "structure": "address-password", "publicPrefix": "", "samples": { "hit": ["https://deploy:{alnum:24}@git.example.org/team/app.git", "https://robot:{password:16}@repo.internal/simple"], "miss": ["https://user:password@example.org/", "https://user:${{TOKEN}}@host.org/", "https://example.org:8080/a@b"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000b\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f!#$%&+-.0123456789=?ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": ":" } },
    { "id": "wireguard-private-key", "title": "WireGuard private key", "description": "WireGuard private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new pair, give the public key to the peers, and mount the file at run time.", "reference": "https://www.wireguard.com/quickstart/", "breadth": "context", "pattern": "\\[Interface\\][^\\[\\x00]{0,400}?PrivateKey[ \\t]{0,3}=[ \\t]{0,3}([A-Za-z0-9+/]{43}=)", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["[Interface]"], "allow": [], "publicPrefix": "", "samples": { "hit": ["[Interface]{n}Address = 10.0.0.2/32{n}PrivateKey = {base64:43}="], "miss": ["[Interface]{n}PrivateKey = <key>"] }, "front": [0, 0], "tail": { "chars": "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 24 } },
    { "id": "wireless-passphrase", "title": "Passphrase of a wireless network", "description": "Passphrase or key of a wireless network.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the network's passphrase, and set it on the device, not in the image.", "reference": "https://w1.fi/cgit/hostap/plain/wpa_supplicant/wpa_supplicant.conf", "breadth": "context", "pattern": "(?<![\\w-])psk=(?:\"([^\"\\n]{8,63})\"|[0-9a-f]{64}(?![0-9a-f]))", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["psk="], "allow": [], "structure": "mixed-password", "publicPrefix": "", "samples": { "hit": ["psk=\"{password:16}\"", "psk={hex:64}"], "miss": ["psk=\"very secret passphrase\"", "psk=\"{hex:4}\""] }, "front": [0, 0], "tail": { "chars": "\"0123456789abcdef", "least": 1 } },
    { "id": "getnet-client-secret", "title": "Getnet client secret", "description": "Getnet client secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Getnet developer portal, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.getnet.com.br/", "breadth": "context", "pattern": "(?:getnet[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["getnet"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["GETNET_CLIENT_SECRET={uuid}"], "miss": ["GETNET_CLIENT_SECRET=${{KEY}}", "GETNET_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gitea-token", "title": "Gitea or Forgejo access token", "description": "Gitea or Forgejo access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the user’s settings under Applications, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitea.com/development/api-usage", "breadth": "context", "pattern": "(?:(?:gitea|forgejo|codeberg)[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["gitea", "forgejo", "codeberg"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["GITEA_TOKEN={hex:40}"], "miss": ["GITEA_TOKEN=${{KEY}}", "GITEA_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "github-fine-grained-token", "title": "GitHub fine-grained personal access token", "description": "GitHub fine-grained personal access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GitHub settings of its owner, look for its use in the audit log, and let workflows use the job token or OIDC instead.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["github_pat_"], "allow": [], "aliases": ["github-fine-grained-pat"], "publicPrefix": "github_pat_", "samples": { "hit": ["github_pat_{alnum:22}_{alnum:59}"], "miss": ["github_pat_{alnum:22}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 22, "next": "_" } },
    { "id": "github-installation-token", "title": "GitHub App installation or job token", "description": "GitHub App installation or job token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "It expires within an hour or with its job; find the step that wrote it, since the next one will be written too.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "ghs_[A-Za-z0-9]{36}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ghs_"], "allow": [], "aliases": ["github-app-token"], "checksum": "crc32-base62", "publicPrefix": "ghs_", "samples": { "hit": ["ghs_{alnum:30}{crc32-base62:30}"], "miss": ["ghs_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "github-oauth-token", "title": "GitHub OAuth access token", "description": "GitHub OAuth access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GitHub settings of its owner, look for its use in the audit log, and let workflows use the job token or OIDC instead.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "gho_[A-Za-z0-9]{36}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["gho_"], "allow": [], "aliases": ["github-oauth"], "checksum": "crc32-base62", "publicPrefix": "gho_", "samples": { "hit": ["gho_{alnum:30}{crc32-base62:30}"], "miss": ["gho_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "github-personal-access-token", "title": "GitHub personal access token (classic)", "description": "GitHub personal access token (classic).", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GitHub settings of its owner, look for its use in the audit log, and let workflows use the job token or OIDC instead.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "ghp_[A-Za-z0-9]{36}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ghp_"], "allow": [], "aliases": ["github-pat"], "checksum": "crc32-base62", "publicPrefix": "ghp_", "samples": { "hit": ["ghp_{alnum:30}{crc32-base62:30}"], "miss": ["ghp_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "github-refresh-token", "title": "GitHub App refresh token", "description": "GitHub App refresh token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GitHub settings of its owner, look for its use in the audit log, and let workflows use the job token or OIDC instead.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "ghr_[A-Za-z0-9]{76}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ghr_"], "allow": [], "checksum": "crc32-base62", "publicPrefix": "ghr_", "samples": { "hit": ["ghr_{alnum:70}{crc32-base62:70}"], "miss": ["ghr_{alnum:30}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "github-stateless-token", "title": "GitHub App installation or job token (stateless)", "description": "GitHub App installation or job token (stateless).", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "It expires within an hour or with its job; find the step that wrote it, since the next one will be written too.", "reference": "https://github.blog/changelog/2026-04-24-notice-about-upcoming-new-format-for-github-app-installation-tokens/", "breadth": "exact", "pattern": "ghs_[0-9]{1,12}_eyJ[A-Za-z0-9_-]{20,1000}\\.eyJ[A-Za-z0-9_-]{20,2000}\\.[A-Za-z0-9_-]{20,1000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ghs_"], "allow": [], "aliases": ["github-app-token"], "publicPrefix": "ghs_", "samples": { "hit": ["ghs_{digit:7}_{encode-base64url:{{\"alg\":\"RS256\",\"typ\":\"JWT\"}}}.{encode-base64url:{{\"iss\":\"{alnum:12}\",\"sub\":\"{uuid}\",\"jti\":\"{uuid}\",\"exp\":1893456000}}}.{base64url:256}"], "miss": ["ghs_{digit:7}_eyJ{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 1, "next": "_" } },
    { "id": "github-user-token", "title": "GitHub App user access token", "description": "GitHub App user access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GitHub settings of its owner, look for its use in the audit log, and let workflows use the job token or OIDC instead.", "reference": "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats", "breadth": "exact", "pattern": "ghu_[A-Za-z0-9]{36}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ghu_"], "allow": [], "aliases": ["github-app-token"], "checksum": "crc32-base62", "publicPrefix": "ghu_", "samples": { "hit": ["ghu_{alnum:30}{crc32-base62:30}"], "miss": ["ghu_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gitlab-agent-token", "title": "GitLab agent, feed or SCIM token", "description": "GitLab agent, feed or SCIM token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in GitLab under the page of its kind, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "(?:glagent|glft|glsoat|glimt|glffct|gloas)-[A-Za-z0-9_-]{20,100}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glagent-", "glft-", "glsoat-", "glimt-", "glffct-", "gloas-"], "allow": [], "aliases": ["gitlab-kubernetes-agent-token", "gitlab-feature-flag-client-token", "gitlab-feed-token", "gitlab-incoming-mail-token", "gitlab-oauth-app-secret", "gitlab-scim-token"], "publicPrefix": "", "samples": { "hit": ["glagent-{base64url:50}", "glft-{base64url:20}"], "miss": ["glagent-{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gitlab-deploy-token", "title": "GitLab deploy token", "description": "GitLab deploy token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in GitLab under Repository, Deploy tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "gldt-[A-Za-z0-9_-]{20,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["gldt-"], "allow": [], "publicPrefix": "gldt-", "samples": { "hit": ["gldt-{base64url:20}"], "miss": ["gldt-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gitlab-job-token", "title": "GitLab CI job token", "description": "GitLab CI job token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "It ends with its job; find the step that wrote it, since the next one will be written too.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "glcbt-[A-Za-z0-9_-]{20,100}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glcbt-"], "allow": [], "aliases": ["gitlab-cicd-job-token"], "publicPrefix": "glcbt-", "samples": { "hit": ["glcbt-64_{base64url:20}"], "miss": ["glcbt-{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gitlab-personal-access-token", "title": "GitLab personal, project or group access token", "description": "GitLab personal, project or group access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in GitLab under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "glpat-[A-Za-z0-9_-]{20,300}(?:\\.[0-9a-z]{2}\\.[0-9a-z]{9})?", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glpat-"], "allow": [], "aliases": ["gitlab-pat", "gitlab-pat-routable"], "publicPrefix": "glpat-", "samples": { "hit": ["glpat-{base64url:20}", "glpat-{base64url:27}.01.{loweralnum:9}"], "miss": ["glpat-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gitlab-runner-token", "title": "GitLab runner token", "description": "GitLab runner token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in GitLab under CI/CD, Runners, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "(?:glrt-|glrtr-|GR1348941)[A-Za-z0-9_-]{20,100}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glrt-", "glrtr-", "GR1348941"], "allow": [], "aliases": ["gitlab-rrt", "gitlab-runner-authentication-token", "gitlab-runner-authentication-token-routable"], "publicPrefix": "", "samples": { "hit": ["glrt-{base64url:20}", "GR1348941{base64url:20}"], "miss": ["glrt-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gitlab-trigger-token", "title": "GitLab pipeline trigger token", "description": "GitLab pipeline trigger token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in GitLab under CI/CD, Pipeline trigger tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.gitlab.com/security/tokens/", "breadth": "exact", "pattern": "glptt-[A-Za-z0-9_-]{20,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glptt-"], "allow": [], "aliases": ["gitlab-ptt"], "publicPrefix": "glptt-", "samples": { "hit": ["glptt-{hex:40}"], "miss": ["glptt-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "gocardless-access-token", "title": "GoCardless live access token", "description": "GoCardless live access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GoCardless dashboard under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.gocardless.com/api-reference/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:live_[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 3.8, "keywords": ["live_"], "allow": [], "aliases": ["gocardless-api-token"], "structure": "random-text", "publicPrefix": "live_", "samples": { "hit": ["live_{base64url:39}a"], "miss": ["live_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gocardless-webhook-secret", "title": "GoCardless webhook secret", "description": "GoCardless webhook secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the GoCardless dashboard under Developers, Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.gocardless.com/getting-started/api/staying-up-to-date-with-webhooks/", "breadth": "context", "pattern": "(?:go[_-]?cardless[\\w.-]{0,16}webhook[\\w.-]{0,8}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{20,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["gocardless", "go_cardless"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["GOCARDLESS_WEBHOOK_SECRET={base64url:40}"], "miss": ["GOCARDLESS_WEBHOOK_SECRET=${{KEY}}", "GOCARDLESS_WEBHOOK_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "firebase-server-key", "title": "Firebase Cloud Messaging server key", "description": "Firebase Cloud Messaging server key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Firebase console under Cloud Messaging, issue a successor, and load that at run time from the secret store.", "reference": "https://firebase.google.com/docs/cloud-messaging/auth-server", "breadth": "exact", "pattern": "[A-Za-z0-9_-]{7}:APA91[A-Za-z0-9_-]{130,160}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": [":APA91"], "allow": [], "publicPrefix": "", "samples": { "hit": ["AAAA{base64url:7}:APA91{base64url:134}"], "miss": [":APA91{base64url:20}"] }, "front": [7, 7], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gcp-api-key", "title": "Google API key", "description": "Google API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in the Google Cloud console under Credentials; restrict its successor by API and origin, or use a service identity.", "reference": "https://cloud.google.com/docs/authentication/api-keys", "breadth": "exact", "pattern": "(?:AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AIza"], "allow": [], "publicPrefix": "AIza", "samples": { "hit": ["AIza{base64url:34}c"], "miss": ["AIza{base64url:12}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gcp-service-account-key", "title": "Google service account key", "description": "Google service account key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key of the service account and use workload identity instead of a key file.", "reference": "https://cloud.google.com/iam/docs/keys-create-delete", "breadth": "exact", "pattern": "\"private_key\"\\s{0,4}:\\s{0,4}\"(-----BEGIN PRIVATE KEY-----[^-\"]{300,6000}-----END PRIVATE KEY-----)", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["\"private_key\""], "allow": [], "structure": "pem-body", "publicPrefix": "", "samples": { "hit": ["\"private_key_id\": \"{hex:40}\", \"private_key\": \"-----BEGIN PRIVATE KEY-----\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n{base64:64}\\n-----END PRIVATE KEY-----\\n\""], "miss": ["\"private_key\": \"$KEY\""] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r : ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1, "next": "\"" } },
    { "id": "gemini-api-key", "title": "Google Gemini API key", "description": "Google Gemini API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in AI Studio, make a new one that is bound to the service, and load it at run time.", "reference": "https://ai.google.dev/gemini-api/docs/api-key", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:AQ\\.Ab8RN6[A-Za-z0-9_-]{44})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AQ.Ab8RN6"], "allow": [], "structure": "random-text", "publicPrefix": "AQ.Ab8RN6", "samples": { "hit": ["AQ.Ab8RN6{base64url:44}"], "miss": ["AQ.Ab8RN6{base64url:12}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "google-oauth-access-token", "title": "Google OAuth access token", "description": "Google OAuth access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token; it expires within an hour, but until then it is a key.", "reference": "https://developers.google.com/identity/protocols/oauth2", "breadth": "exact", "pattern": "ya29\\.[A-Za-z0-9_-]{30,1024}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ya29."], "allow": [], "publicPrefix": "ya29.", "samples": { "hit": ["ya29.{base64url:120}"], "miss": ["ya29.short"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "google-oauth-client-secret", "title": "Google OAuth client secret", "description": "Google OAuth client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Google Cloud console under Credentials, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.google.com/identity/protocols/oauth2", "breadth": "exact", "pattern": "GOCSPX-[A-Za-z0-9_-]{28}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["GOCSPX-"], "allow": [], "publicPrefix": "GOCSPX-", "samples": { "hit": ["GOCSPX-{base64url:28}"], "miss": ["GOCSPX-short"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "google-oauth-refresh-token", "title": "Google OAuth refresh token", "description": "Google OAuth refresh token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the grant in the Google account that gave it.", "reference": "https://developers.google.com/identity/protocols/oauth2", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:1//0[A-Za-z0-9_-]{40,120})", "flags": "", "secretGroup": 0, "entropy": 3.8, "keywords": ["1//0"], "allow": [], "publicPrefix": "1//0", "samples": { "hit": ["1//0{base64url:60}"], "miss": ["1//0.5"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "gradle-signing-password", "title": "Gradle signing password", "description": "Gradle signing password.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the passphrase of the key, and hand it over as ORG_GRADLE_PROJECT_… from the secret store.", "reference": "https://docs.gradle.org/current/userguide/signing_plugin.html", "breadth": "context", "pattern": "signing\\.password[ \\t]{0,3}=[ \\t]{0,3}([^\\s]{6,128})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["signing.password"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["signing.password={password:16}"], "miss": ["signing.password=${{P}}"] }, "front": [0, 0], "tail": { "chars": "\t =", "least": 1 } },
    { "id": "grafana-cloud-token", "title": "Grafana Cloud access policy token", "description": "Grafana Cloud access policy token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Grafana Cloud under Access policies, issue a successor, and load that at run time from the secret store.", "reference": "https://grafana.com/docs/grafana-cloud/security-and-account-management/authentication-and-permissions/access-policies/", "breadth": "exact", "pattern": "glc_eyJ[A-Za-z0-9+/]{40,400}={0,2}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glc_eyJ"], "allow": [], "aliases": ["grafana-cloud-api-token"], "publicPrefix": "glc_", "samples": { "hit": ["glc_eyJ{base64:120}="], "miss": ["glc_eyJ{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "grafana-service-account-token", "title": "Grafana service account token", "description": "Grafana service account token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Grafana under Administration, Service accounts, issue a successor, and load that at run time from the secret store.", "reference": "https://grafana.com/docs/grafana/latest/administration/service-accounts/", "breadth": "exact", "pattern": "glsa_[A-Za-z0-9]{32}_[0-9A-Fa-f]{8}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["glsa_"], "allow": [], "checksum": "crc32-hex", "publicPrefix": "glsa_", "samples": { "hit": ["glsa_{alnum:32}_{crc32-hex}"], "miss": ["glsa_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24, "next": "_" } },
    { "id": "groq-api-key", "title": "Groq API key", "description": "Groq API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Groq console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://console.groq.com/docs/quickstart", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:gsk_[A-Za-z0-9]{52})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["gsk_"], "allow": [], "publicPrefix": "gsk_", "samples": { "hit": ["gsk_{alnum:52}"], "miss": ["gsk_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "harness-token", "title": "Harness access token", "description": "Harness access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Harness under My profile, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_.-])(?:(?:pat|sat)\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pat.", "sat."], "allow": [], "aliases": ["harness-api-key"], "publicPrefix": "", "samples": { "hit": ["pat.{base64url:22}.{hex:24}.{alnum:20}"], "miss": ["pat.{base64url:22}.{hex:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 22, "next": "." } },
    { "id": "consul-token", "title": "Consul ACL token", "description": "Consul ACL token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.hashicorp.com/consul/docs/security/acl/tokens", "breadth": "context", "pattern": "(?:consul[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["consul"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["CONSUL_HTTP_TOKEN={uuid}"], "miss": ["CONSUL_HTTP_TOKEN=${{KEY}}", "CONSUL_HTTP_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "nomad-token", "title": "Nomad ACL token", "description": "Nomad ACL token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.hashicorp.com/nomad/docs/concepts/acl", "breadth": "context", "pattern": "(?:nomad[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["nomad"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["NOMAD_TOKEN={uuid}"], "miss": ["NOMAD_TOKEN=${{KEY}}", "NOMAD_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "terraform-cloud-token", "title": "HCP Terraform token", "description": "HCP Terraform token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in HCP Terraform under Tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.hashicorp.com/terraform/cloud-docs/users-teams-organizations/api-tokens", "breadth": "exact", "pattern": "[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_=-]{60,70}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": [".atlasv1."], "allow": [], "aliases": ["hashicorp-tf-api-token"], "publicPrefix": "", "samples": { "hit": ["{alnum:14}.atlasv1.{base64url:67}"], "miss": ["{alnum:4}.atlasv1.{alnum:8}"] }, "front": [14, 14], "tail": { "chars": "-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vault-batch-token", "title": "Vault or OpenBao batch or recovery token", "description": "Vault or OpenBao batch or recovery token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Batch tokens cannot be revoked: revoke the parent, and shorten the time to live of the role.", "reference": "https://developer.hashicorp.com/vault/docs/concepts/tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:hv[br]\\.[A-Za-z0-9_-]{100,400})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["hvb.", "hvr."], "allow": [], "publicPrefix": "", "samples": { "hit": ["hvb.{base64url:160}"], "miss": ["hvb.{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vault-legacy-token", "title": "Vault or OpenBao token (previous form)", "description": "Vault or OpenBao token (previous form).", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it with vault token revoke, look for its use in the audit log, and let the workload log in with its own identity.", "reference": "https://developer.hashicorp.com/vault/docs/concepts/tokens", "breadth": "context", "pattern": "(?:(?:(?:vault|bao)[_-]?)?token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(s\\.[A-Za-z0-9]{24}))(?![A-Za-z0-9_])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["vault_token", "vault-token", "vaulttoken", "bao_token", "bao-token", "token: s.", "token=s.", "token\": \"s.", "token = \"s.", "token=\"s."], "allow": [], "publicPrefix": "s.", "samples": { "hit": ["VAULT_TOKEN=s.{alnum:24}", "X-Vault-Token: s.{alnum:24}"], "miss": ["VAULT_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"'.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vault-recovery-token", "title": "Vault recovery token", "description": "Vault recovery token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.hashicorp.com/vault/docs/concepts/tokens", "breadth": "exact", "pattern": "hvr\\.[A-Za-z0-9_-]{24,300}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["hvr."], "allow": [], "publicPrefix": "hvr.", "samples": { "hit": ["hvr.{base64url:60}"], "miss": ["hvr.{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vault-token", "title": "Vault or OpenBao service token", "description": "Vault or OpenBao service token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it with vault token revoke, look for its use in the audit log, and let the workload log in with its own identity.", "reference": "https://developer.hashicorp.com/vault/docs/concepts/tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:hvs\\.[A-Za-z0-9_-]{24,300})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["hvs."], "allow": [], "aliases": ["vault-service-token"], "publicPrefix": "hvs.", "samples": { "hit": ["hvs.{base64url:24}", "hvs.CAES{base64url:90}"], "miss": ["hvs.{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "heroku-api-key", "title": "Heroku API key", "description": "Heroku API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Heroku dashboard under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://devcenter.heroku.com/articles/authentication", "breadth": "exact", "pattern": "HRKU-AA[A-Za-z0-9_-]{58}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["HRKU-AA"], "allow": [], "aliases": ["heroku-api-key-v2"], "publicPrefix": "HRKU-", "samples": { "hit": ["HRKU-AA{base64url:58}"], "miss": ["HRKU-AA{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "heroku-legacy-api-key", "title": "Heroku API key (UUID form)", "description": "Heroku API key (UUID form).", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Heroku dashboard under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://devcenter.heroku.com/articles/authentication", "breadth": "context", "pattern": "heroku[\\w.-]{0,20}(?:api[_-]?key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["heroku"], "allow": [], "aliases": ["heroku-api-key"], "publicPrefix": "", "samples": { "hit": ["HEROKU_API_KEY={uuid}", "heroku_token: \"{uuid}\""], "miss": ["HEROKU_API_KEY=$KEY", "HEROKU_APP_ID={uuid}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "hetzner-token", "title": "Hetzner Cloud token", "description": "Hetzner Cloud token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Hetzner console under Security, API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.hetzner.cloud/reference/cloud", "breadth": "context", "pattern": "(?:(?:hcloud|hetzner)[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["hcloud", "hetzner"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["HCLOUD_TOKEN={alnum:64}"], "miss": ["HCLOUD_TOKEN=${{KEY}}", "HCLOUD_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "hex-api-key", "title": "Hex.pm API key", "description": "Hex.pm API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in hex.pm under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://hex.pm/docs/publish", "breadth": "context", "pattern": "(?:hex[_-]?(?:pm)?[_-]?api[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["hex_", "hexpm", "hex-"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["HEX_API_KEY={hex:32}"], "miss": ["HEX_API_KEY=${{KEY}}", "HEX_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-0123456789:=>ABCDEFIKMPY]_`abcdefikmpy", "least": 24 } },
    { "id": "honeycomb-api-key", "title": "Honeycomb ingest key", "description": "Honeycomb ingest key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.honeycomb.io/configure/environments/manage-api-keys/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:hc[a-z]i[kc]_[a-z0-9]{58})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["hcaik_", "hcbik_", "hcxik_", "hcxic_", "hcaic_", "hcbic_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["hcaik_{loweralnum:58}"], "miss": ["hcaik_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "payment-key", "title": "Key that protects PINs or cards", "description": "Key of a payment network or of its devices, in hexadecimal digits.", "severity": "critical", "controls": ["3.6.1", "8.6.2"], "remediation": "Treat the key as known to others: replace it by a key ceremony, and keep its successor in a hardware security module.", "reference": "https://docs.aws.amazon.com/payment-cryptography/latest/userguide/terminology.html", "breadth": "context", "pattern": "(?<![A-Za-z])(?:(?:zmk|zpk|zak|tmk|tpk|tak|tek|zek|lmk|bdk|ipek|pvk|cvk|kek|dek)(?:[_-](?:key|hex|value|clear|plain|live|prod|test|[a-z]|\\d|(?:component|part)[_-]?\\d)){0,2}[\"\\'\\]]{0,2}[ \\t]{0,8}[:=][ \\t]{0,4}[\"\\']?((?:[0-9a-f]{32}|[0-9a-f]{48}|[0-9a-f]{64})(?![0-9a-z])))", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["zmk=", "zmk:", "zmk\"", "zmk ", "zmk_", "zmk-", "zpk=", "zpk:", "zpk\"", "zpk ", "zpk_", "zpk-", "zak=", "zak:", "zak\"", "zak ", "zak_", "zak-", "tmk=", "tmk:", "tmk\"", "tmk ", "tmk_", "tmk-", "tpk=", "tpk:", "tpk\"", "tpk ", "tpk_", "tpk-", "tak=", "tak:", "tak\"", "tak ", "tak_", "tak-", "tek=", "tek:", "tek\"", "tek ", "tek_", "tek-", "zek=", "zek:", "zek\"", "zek ", "zek_", "zek-", "lmk=", "lmk:", "lmk\"", "lmk ", "lmk_", "lmk-", "bdk=", "bdk:", "bdk\"", "bdk ", "bdk_", "bdk-", "ipek=", "ipek:", "ipek\"", "ipek ", "ipek_", "ipek-", "pvk=", "pvk:", "pvk\"", "pvk ", "pvk_", "pvk-", "cvk=", "cvk:", "cvk\"", "cvk ", "cvk_", "cvk-", "kek=", "kek:", "kek\"", "kek ", "kek_", "kek-", "dek=", "dek:", "dek\"", "dek ", "dek_", "dek-"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["zmk={upperhex:32}", "BDK: \"{upperhex:32}\"", "\"kek\": \"{hex:64}\"", "TMK_COMPONENT_1 = {upperhex:48}", "lmk_key = \"{upperhex:32}\""], "miss": ["zmk=0123456789ABCDEFFEDCBA9876543210", "dek: {hex:31}", "kek = {hex:40}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ]_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "hubspot-token", "title": "HubSpot private app token", "description": "HubSpot private app token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in HubSpot under Private apps, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview", "breadth": "exact", "pattern": "pat-(?:na|eu|ap)[0-9]-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pat-na", "pat-eu", "pat-ap"], "allow": [], "aliases": ["hubspot-api-key"], "publicPrefix": "pat-", "samples": { "hit": ["pat-na1-{uuid}"], "miss": ["pat-na1-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 1, "next": "-" } },
    { "id": "huggingface-token", "title": "Hugging Face token", "description": "Hugging Face token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Hugging Face under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://huggingface.co/docs/hub/security-tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:(?:hf_|api_org_)[A-Za-z0-9]{34,40})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["hf_", "api_org_"], "allow": [], "aliases": ["huggingface-access-token", "huggingface-organization-api-token"], "structure": "random-text", "publicPrefix": "hf_", "samples": { "hit": ["hf_{alpha:34}", "api_org_{alpha:34}", "hf_{alnum:37}"], "miss": ["hf_{alnum:8}", "hf_model_config_path_for_tokens_x"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "ibm-cloud-api-key", "title": "IBM Cloud API key", "description": "IBM Cloud API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in IBM Cloud under Manage, Access, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://cloud.ibm.com/docs/account?topic=account-userapikey", "breadth": "context", "pattern": "(?:ibm(?:_?cloud)?[\\w.-]{0,24}(?:api[_-]?key|iam[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{44}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["ibm_", "ibm-", "ibm.", "ibmcloud"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["IBMCLOUD_API_KEY={base64url:44}"], "miss": ["IBMCLOUD_API_KEY=${{KEY}}", "IBMCLOUD_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "influxdb-token", "title": "InfluxDB token", "description": "InfluxDB token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.influxdata.com/influxdb/cloud/admin/tokens/", "breadth": "context", "pattern": "(?:influx(?:db)?[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{86}==))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["influx"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["INFLUXDB_TOKEN={base64url:86}=="], "miss": ["INFLUXDB_TOKEN=${{KEY}}", "INFLUXDB_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "infracost-api-key", "title": "Infracost API key", "description": "Infracost API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Infracost under Org settings, issue a successor, and load that at run time from the secret store.", "reference": "https://www.infracost.io/docs/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9.-])(?:ico-[A-Za-z0-9]{32})(?![A-Za-z0-9-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ico-"], "allow": [], "publicPrefix": "ico-", "samples": { "hit": ["ico-{alnum:32}"], "miss": ["ico-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "intercom-access-token", "title": "Intercom access token", "description": "Intercom access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Intercom under Developer hub, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:dG9rO[A-Za-z0-9+/]{51,59}={0,2})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["dG9rO"], "allow": [], "aliases": ["intercom-api-key"], "publicPrefix": "", "samples": { "hit": ["{encode-base64:tok:{hex:8}_{hex:4}_{hex:4}_{hex:4}_{hex:12}:1:0}"], "miss": ["dG9r{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "iyzico-secret-key", "title": "iyzico secret key", "description": "iyzico secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the iyzico merchant panel under Settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.iyzico.com/en/getting-started/preliminaries/authentication", "breadth": "context", "pattern": "(?:iyzi(?:co|pay)[\\w.-]{0,24}(?:secret|api)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:sandbox-)?[A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["iyzico", "iyzipay"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["IYZICO_SECRET_KEY={alnum:32}"], "miss": ["IYZICO_SECRET_KEY=${{KEY}}", "IYZICO_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "jenkins-api-token", "title": "Jenkins API token", "description": "Jenkins API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the user’s configuration page, issue a successor, and load that at run time from the secret store.", "reference": "https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/", "breadth": "context", "pattern": "(?:jenkins[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(11[0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["jenkins"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["JENKINS_API_TOKEN=11{hex:32}"], "miss": ["JENKINS_API_TOKEN=${{KEY}}", "JENKINS_API_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "jfrog-api-key", "title": "JFrog API key", "description": "JFrog API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the JFrog platform under User profile, issue a successor, and load that at run time from the secret store.", "reference": "https://jfrog.com/help/r/jfrog-platform-administration-documentation/user-profile", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:AKCp[A-Za-z0-9]{69})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AKCp"], "allow": [], "aliases": ["artifactory-api-key"], "publicPrefix": "AKCp", "samples": { "hit": ["AKCp{alnum:69}"], "miss": ["AKCp{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "jfrog-reference-token", "title": "JFrog reference token", "description": "JFrog reference token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the JFrog platform under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://jfrog.com/help/r/jfrog-platform-administration-documentation/access-tokens", "breadth": "exact", "pattern": "cmVmdGtuOj[A-Za-z0-9]{54}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["cmVmdGtuOj"], "allow": [], "aliases": ["artifactory-reference-token", "jfrog-identity-token"], "publicPrefix": "cmVmdGtuOj", "samples": { "hit": ["cmVmdGtuOj{alnum:54}"], "miss": ["cmVmdGtuOj{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "jina-api-key", "title": "Jina AI API key", "description": "Jina AI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://jina.ai/api-dashboard/", "breadth": "exact", "pattern": "(?:jina_[0-9a-f]{32}[A-Za-z0-9_-]{28})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["jina_"], "allow": [], "publicPrefix": "jina_", "samples": { "hit": ["jina_{hex:32}{base64url:28}"], "miss": ["jina_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "klarna-api-key", "title": "Klarna API key", "description": "Klarna API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Klarna merchant portal, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.klarna.com/payments/web-payments/before-you-start/authentication/", "breadth": "exact", "pattern": "klarna_live_api_[A-Za-z0-9+/=_-]{30,200}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["klarna_live_api_"], "allow": [], "publicPrefix": "klarna_live_api_", "samples": { "hit": ["klarna_live_api_{alnum:64}"], "miss": ["klarna_live_api_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "+-/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "klarna-test-key", "title": "Klarna playground API key", "description": "Klarna playground API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Klarna playground portal, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.klarna.com/payments/web-payments/before-you-start/authentication/", "breadth": "exact", "pattern": "klarna_test_api_[A-Za-z0-9+/=_-]{30,200}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["klarna_test_api_"], "allow": [], "publicPrefix": "klarna_test_api_", "samples": { "hit": ["klarna_test_api_{alnum:64}"], "miss": ["klarna_test_api_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "+-/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "kraken-private-key", "title": "Kraken private key", "description": "Kraken private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Kraken under Settings, API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.kraken.com/api/docs/guides/spot-rest-auth", "breadth": "context", "pattern": "kraken[\\w.-]{0,24}(?:private|secret)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/]{86}==)", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["kraken"], "allow": [], "structure": "base64-64-bytes", "publicPrefix": "", "samples": { "hit": ["KRAKEN_PRIVATE_KEY={base64:86}=="], "miss": ["KRAKEN_PRIVATE_KEY=${{KEY}}", "KRAKEN_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "kubeconfig-client-key", "title": "Client key in a kubeconfig", "description": "Client key in a kubeconfig.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the certificate of the user by rotating the CA or removing its rights, and hand kubeconfigs over at run time.", "reference": "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/", "breadth": "context", "pattern": "client-key-data:[ \\t]{0,4}[\"\\']?([A-Za-z0-9+/]{200,8000}={0,2})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["client-key-data:"], "allow": [], "publicPrefix": "", "samples": { "hit": ["client-key-data: LS0tLS1CRUdJTi{base64:1200}"], "miss": ["client-key-data: {base64:40}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "kubeconfig-token", "title": "Token in a kubeconfig", "description": "Token in a kubeconfig.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token or its service account, and hand kubeconfigs over at run time.", "reference": "https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/", "breadth": "context", "pattern": "users:[ \\t]{0,4}\\r?\\n[^\\x00]{0,600}?\\n[ \\t]{1,8}token:[ \\t]{1,4}[\"\\']?([A-Za-z0-9._~-]{16,2000})", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["users:"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["users:{n}- name: ci{n}  user:{n}    token: {alnum:40}{n}"], "miss": ["users:{n}- name: ci{n}  user:{n}    token: ${{TOKEN}}{n}"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r  ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 1 } },
    { "id": "kubernetes-bootstrap-token", "title": "Kubernetes bootstrap token", "description": "Kubernetes bootstrap token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token with kubeadm token delete; make tokens that live for minutes.", "reference": "https://kubernetes.io/docs/reference/access-authn-authz/bootstrap-tokens/", "breadth": "context", "pattern": "(?:(?:token|bootstrap)[\\w.-]{0,16}[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:= ])[ \\t]{0,4}[\"\\'`]?(?-i:([a-z0-9]{6}\\.[a-z0-9]{16})))(?![A-Za-z0-9.])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["token", "bootstrap"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["kubeadm join --token={loweralnum:6}.{loweralnum:16}"], "miss": ["token: abcdef.0123456789abcdef", "token_class = bucket.Any1oTokenBucket"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "kushki-private-key", "title": "Kushki private merchant id", "description": "Kushki private merchant id.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Kushki console under Developers, Credentials, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.kushki.com/en/api-reference", "breadth": "context", "pattern": "(?:(?:kushki[\\w.-]{0,24}(?:private|secret)[\\w.-]{0,16}|private-merchant-id)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{20,32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["kushki", "private-merchant-id"], "allow": [], "publicPrefix": "", "samples": { "hit": ["KUSHKI_PRIVATE_KEY={hex:32}", "Private-Merchant-Id: {hex:32}"], "miss": ["Public-Merchant-Id: {hex:32}", "KUSHKI_PRIVATE_KEY=$KEY"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 21 } },
    { "id": "langsmith-api-key", "title": "LangSmith API key", "description": "LangSmith API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in LangSmith under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.langchain.com/langsmith/create-account-api-key", "breadth": "exact", "pattern": "lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["lsv2_"], "allow": [], "publicPrefix": "lsv2_", "samples": { "hit": ["lsv2_pt_{hex:32}_{hex:10}"], "miss": ["lsv2_pt_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789_abcdefkpst", "least": 24 } },
    { "id": "langfuse-secret-key", "title": "Langfuse secret key", "description": "Langfuse secret key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://langfuse.com/docs/api-and-data-platform/features/public-api", "breadth": "exact", "pattern": "(?:sk-lf-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk-lf-"], "allow": [], "publicPrefix": "sk-lf-", "samples": { "hit": ["sk-lf-{uuid}"], "miss": ["sk-lf-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "laravel-app-key", "title": "Laravel application key", "description": "Laravel application key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key with artisan key:generate: who holds it can forge cookies; hand it over at run time.", "reference": "https://laravel.com/docs/encryption", "breadth": "context", "pattern": "app[_-]?(?:previous[_-])?keys?[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"\\'`]?(base64:[A-Za-z0-9+/]{42,44}={0,2})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["app_key", "app-key", "appkey", "app_previous"], "allow": [], "publicPrefix": "base64:", "samples": { "hit": ["APP_KEY=base64:{base64:43}="], "miss": ["APP_KEY=base64:"] }, "front": [0, 0], "tail": { "chars": "\t \"'-46:=>ABEKSY]_`abeksy", "least": 8 } },
    { "id": "launchdarkly-key", "title": "LaunchDarkly API or SDK key", "description": "LaunchDarkly API or SDK key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in LaunchDarkly under Authorization, issue a successor, and load that at run time from the secret store.", "reference": "https://launchdarkly.com/docs/home/account/api", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:(?:api|sdk)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["api-", "sdk-"], "allow": [], "aliases": ["launchdarkly-access-token"], "publicPrefix": "", "samples": { "hit": ["sdk-{uuid}", "api-{uuid}"], "miss": ["sdk-{hex:8}", "api-version"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "lemonsqueezy-webhook-secret", "title": "Lemon Squeezy signing secret", "description": "Lemon Squeezy signing secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Lemon Squeezy under Settings, Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.lemonsqueezy.com/help/webhooks/signing-requests", "breadth": "context", "pattern": "(?:lemon[_-]?squeezy[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{12,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["lemonsqueezy", "lemon_squeezy", "lemon-squeezy"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["LEMONSQUEEZY_WEBHOOK_SECRET={alnum:32}"], "miss": ["LEMONSQUEEZY_WEBHOOK_SECRET=${{KEY}}", "LEMONSQUEEZY_WEBHOOK_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 19 } },
    { "id": "linear-api-key", "title": "Linear API key", "description": "Linear API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Linear under Security and access, issue a successor, and load that at run time from the secret store.", "reference": "https://linear.app/developers/graphql", "breadth": "exact", "pattern": "lin_(?:api|oauth)_[A-Za-z0-9]{40,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["lin_api_", "lin_oauth_"], "allow": [], "publicPrefix": "lin_", "samples": { "hit": ["lin_api_{alnum:40}"], "miss": ["lin_api_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "linkedin-client-secret", "title": "LinkedIn client secret", "description": "LinkedIn client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/linkedin/shared/authentication/client-credentials-flow", "breadth": "context", "pattern": "(?:linked[_-]?in[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:WPL_AP1\\.)?[A-Za-z0-9]{16}(?:\\.[A-Za-z0-9+/=]{6,12})?))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["linkedin", "linked_in"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["LINKEDIN_CLIENT_SECRET={alnum:16}"], "miss": ["LINKEDIN_CLIENT_SECRET=${{KEY}}", "LINKEDIN_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 23 } },
    { "id": "linode-token", "title": "Linode access token", "description": "Linode access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Akamai Cloud manager under API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://techdocs.akamai.com/linode-api/reference/get-started", "breadth": "context", "pattern": "(?:(?:linode|akamai)[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["linode", "akamai"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["LINODE_TOKEN={hex:64}"], "miss": ["LINODE_TOKEN=${{KEY}}", "LINODE_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "liqpay-private-key", "title": "LiqPay private key", "description": "LiqPay private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in LiqPay under the company’s API settings, issue a successor, and load that at run time from the secret store.", "reference": "https://www.liqpay.ua/en/doc/api/", "breadth": "context", "pattern": "(?:liqpay[\\w.-]{0,24}private[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:sandbox_)?[A-Za-z0-9]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["liqpay"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["LIQPAY_PRIVATE_KEY={alnum:40}"], "miss": ["LIQPAY_PRIVATE_KEY=${{KEY}}", "LIQPAY_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "lithic-api-key", "title": "Lithic API key", "description": "Lithic API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Lithic dashboard under Account, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.lithic.com/docs/getting-started", "breadth": "context", "pattern": "(?:lithic[\\w.-]{0,24}(?:key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["lithic"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["LITHIC_API_KEY={uuid}"], "miss": ["LITHIC_API_KEY=${{KEY}}", "LITHIC_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "llamacloud-api-key", "title": "LlamaCloud API key", "description": "LlamaCloud API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in LlamaCloud, and load its successor at run time.", "reference": "https://docs.cloud.llamaindex.ai/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:llx-[A-Za-z0-9]{44,52})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["llx-"], "allow": [], "structure": "random-text", "publicPrefix": "llx-", "samples": { "hit": ["llx-{alnum:48}"], "miss": ["llx-{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mailchimp-api-key", "title": "Mailchimp API key", "description": "Mailchimp API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Mailchimp under Extras, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://mailchimp.com/developer/marketing/guides/quick-start/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:[0-9a-f]{32}-us[0-9]{1,2})(?![A-Za-z0-9-])", "flags": "", "secretGroup": 0, "entropy": 2.5, "keywords": ["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{hex:32}-us12"], "miss": ["{hex:8}-us1", "cn-us1"] }, "front": [32, 32] },
    { "id": "mandrill-api-key", "title": "Mandrill API key", "description": "Mandrill API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Mailchimp Transactional under SMTP & API info, issue a successor, and load that at run time from the secret store.", "reference": "https://mailchimp.com/developer/transactional/guides/quick-start/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:md-[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["md-"], "allow": [], "structure": "random-text", "publicPrefix": "md-", "samples": { "hit": ["md-{alnum:22}"], "miss": ["md-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 22 } },
    { "id": "mailersend-api-token", "title": "MailerSend API token", "description": "MailerSend API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token in MailerSend, and load its successor at run time.", "reference": "https://developers.mailersend.com/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:mlsn\\.[A-Za-z0-9]{40,100})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["mlsn."], "allow": [], "structure": "random-text", "publicPrefix": "mlsn.", "samples": { "hit": ["mlsn.{hex:64}"], "miss": ["mlsn.{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mailgun-api-key", "title": "Mailgun API key", "description": "Mailgun API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Mailgun under API security, issue a successor, and load that at run time from the secret store.", "reference": "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:(?:mailgun[\\w.-]{0,24}(?:key|token|password)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(?:[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}|key-[0-9a-f]{32})|key-[0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 0, "entropy": 0, "keywords": ["mailgun", "key-"], "allow": [], "aliases": ["mailgun-private-api-token"], "publicPrefix": "", "samples": { "hit": ["key-{hex:32}", "MAILGUN_API_KEY={hex:32}-{hex:8}-{hex:8}"], "miss": ["MAILGUN_API_KEY=$KEY", "key-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mailjet-secret-key", "title": "Mailjet secret key", "description": "Mailjet secret key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://dev.mailjet.com/email/guides/", "breadth": "context", "pattern": "(?:mailjet[\\w.-]{0,24}(?:secret|key|token)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["mailjet"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MAILJET_SECRET_KEY={hex:32}"], "miss": ["MAILJET_SECRET_KEY=${{KEY}}", "MAILJET_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mapbox-secret-token", "title": "Mapbox secret token", "description": "Mapbox secret token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Mapbox console under Tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.mapbox.com/help/dive-deeper/access-tokens/", "breadth": "exact", "pattern": "sk\\.eyJ[A-Za-z0-9_-]{60,200}\\.[A-Za-z0-9_-]{22}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk.eyJ"], "allow": [], "aliases": ["mapbox-api-token"], "publicPrefix": "sk.", "samples": { "hit": ["sk.eyJ{base64url:80}.{base64url:22}"], "miss": ["sk.eyJ{alnum:10}", "pk.eyJ{base64url:80}.{base64url:22}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "." } },
    { "id": "marqeta-access-token", "title": "Marqeta access token", "description": "Marqeta access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Marqeta dashboard under Development, issue a successor, and load that at run time from the secret store.", "reference": "https://www.marqeta.com/docs/core-api/authentication", "breadth": "context", "pattern": "(?:marqeta[\\w.-]{0,24}(?:access[_-]?token|admin[_-]?token|secret|password)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{20,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["marqeta"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MARQETA_ADMIN_ACCESS_TOKEN={alnum:36}"], "miss": ["MARQETA_ADMIN_ACCESS_TOKEN=${{KEY}}", "MARQETA_ADMIN_ACCESS_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mattermost-token", "title": "Mattermost access token", "description": "Mattermost access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.mattermost.com/integrate/reference/personal-access-token/", "breadth": "context", "pattern": "(?:mattermost[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([a-z0-9]{26}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["mattermost"], "allow": [], "aliases": ["mattermost-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MATTERMOST_TOKEN={loweralnum:26}"], "miss": ["MATTERMOST_TOKEN=${{KEY}}", "MATTERMOST_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "maven-encrypted-password", "title": "Password in Maven settings, encrypted with the master password", "description": "Password in Maven settings, encrypted with the master password.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Who also has settings-security.xml can read it: change it, and hand settings.xml over by a secret mount.", "reference": "https://maven.apache.org/guides/mini/guide-encryption.html", "breadth": "context", "pattern": "<password>(\\{[A-Za-z0-9+/=]{24,200}\\})</password>", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["<password>"], "allow": [], "publicPrefix": "", "samples": { "hit": ["<password>{{{base64:48}=}}</password>"], "miss": ["<password>{{secret}}</password>"] }, "front": [0, 0], "tail": { "chars": "+/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz{", "least": 24 } },
    { "id": "maven-master-password", "title": "Maven master password", "description": "Maven master password.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "The master password is encrypted with a key that everybody knows: change it and every password that it encrypts, and keep settings-security.xml out of images.", "reference": "https://maven.apache.org/guides/mini/guide-encryption.html", "breadth": "context", "pattern": "<master>(\\{[A-Za-z0-9+/=]{16,200}\\})</master>", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["<master>"], "allow": [], "publicPrefix": "", "samples": { "hit": ["<settingsSecurity><master>{{{base64:64}=}}</master></settingsSecurity>"], "miss": ["<master>node</master>"] }, "front": [0, 0], "tail": { "chars": "+/0123456789<=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz{}", "least": 24 } },
    { "id": "maven-settings-password", "title": "Password in Maven settings", "description": "Password in Maven settings.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand settings.xml over by a secret mount at build time.", "reference": "https://maven.apache.org/settings.html#servers", "breadth": "context", "pattern": "<server>[^\\x00]{0,400}?<password>([^<{$\\n]{6,200})</password>", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["<server>"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["<server>{n}  <id>nexus</id>{n}  <username>ci</username>{n}  <password>{password:20}</password>{n}</server>"], "miss": ["<server><id>a</id><password>${{env.P}}</password></server>"] }, "front": [0, 0] },
    { "id": "maxmind-license-key", "title": "MaxMind license key", "description": "MaxMind license key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://support.maxmind.com/hc/en-us/articles/4407116112539", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["_mmk"], "allow": [], "publicPrefix": "", "samples": { "hit": ["{alnum:6}_{alnum:29}_mmk"], "miss": ["{lower:5}"] }, "front": [36, 36] },
    { "id": "mercadopago-access-token", "title": "Mercado Pago access token", "description": "Mercado Pago access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Mercado Pago developer panel under Your integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://www.mercadopago.com/developers/en/docs/your-integrations/credentials", "breadth": "exact", "pattern": "APP_USR-[0-9]{6,20}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{5,12}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["APP_USR-"], "allow": [], "publicPrefix": "APP_USR-", "samples": { "hit": ["APP_USR-{digit:16}-{digit:6}-{hex:32}-{digit:9}", "APP_USR-{digit:16}-{digit:6}-{hex:32}__LA_LD__-{digit:9}"], "miss": ["APP_USR-{uuid}", "APP_USR-{digit:16}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 6, "next": "-" } },
    { "id": "mercadopago-test-token", "title": "Mercado Pago test access token", "description": "Mercado Pago test access token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Mercado Pago developer panel under Your integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://www.mercadopago.com/developers/en/docs/your-integrations/credentials", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:TEST-[0-9]{6,20}-[0-9]{6}-[0-9a-f]{32}(?:__[A-Z]{2}_[A-Z]{2}__)?-[0-9]{5,12})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["TEST-"], "allow": [], "publicPrefix": "TEST-", "samples": { "hit": ["TEST-{digit:16}-{digit:6}-{hex:32}-{digit:9}"], "miss": ["TEST-{digit:8}-report"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 6, "next": "-" } },
    { "id": "mercadopago-webhook-secret", "title": "Mercado Pago webhook secret", "description": "Mercado Pago webhook secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Your integrations under Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://www.mercadopago.com/developers/en/docs/your-integrations/notifications/webhooks", "breadth": "context", "pattern": "(?:(?:mercado[_-]?pago|mp)[_.-][\\w.-]{0,20}webhook[\\w.-]{0,8}(?:secret|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["mercado", "mp_", "mp-", "mp."], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MERCADOPAGO_WEBHOOK_SECRET={hex:64}"], "miss": ["MERCADOPAGO_WEBHOOK_SECRET=${{KEY}}", "MERCADOPAGO_WEBHOOK_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mercury-api-token", "title": "Mercury bank API token", "description": "Mercury bank API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token in Mercury under API tokens, look through the account for payments, and load its successor at run time.", "reference": "https://docs.mercury.com/docs/getting-started", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:mercury_production_[a-z]{3,6}_[A-Za-z0-9]{40,50}_yrucrem)(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["mercury_production_"], "allow": [], "structure": "random-text", "publicPrefix": "mercury_production_", "samples": { "hit": ["mercury_production_wma_{alnum:44}_yrucrem"], "miss": ["mercury_production_wma_{alnum:4}_yrucrem"] }, "front": [0, 0], "tail": { "chars": "abcdefghijklmnopqrstuvwxyz", "least": 3, "next": "_" } },
    { "id": "mergify-application-key", "title": "Mergify application key", "description": "Mergify application key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the application in Mergify, make a new one, and load its key at run time.", "reference": "https://docs.mergify.com/api-usage/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:mergify_application_key_[A-Za-z0-9_-]{40,200})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["mergify_application_key_"], "allow": [], "structure": "random-text", "publicPrefix": "mergify_application_key_", "samples": { "hit": ["mergify_application_key_{base64url:64}"], "miss": ["mergify_application_key_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "messagebird-access-key", "title": "Bird (MessageBird) access key", "description": "Bird (MessageBird) access key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.messagebird.com/api/", "breadth": "context", "pattern": "(?:message[_-]?bird[\\w.-]{0,24}(?:key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:live_|test_)?[A-Za-z0-9]{25}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["messagebird", "message_bird"], "allow": [], "aliases": ["messagebird-api-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MESSAGEBIRD_ACCESS_KEY={alnum:25}"], "miss": ["MESSAGEBIRD_ACCESS_KEY=${{KEY}}", "MESSAGEBIRD_ACCESS_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "facebook-access-token", "title": "Facebook access token", "description": "Facebook access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Meta app dashboard, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/=_-])(?:EAA[A-Za-z0-9]{90,400})(?![A-Za-z0-9+/=_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["EAA"], "allow": [], "aliases": ["facebook-page-access-token"], "structure": "random-text", "publicPrefix": "EAA", "samples": { "hit": ["EAA{alnum:160}"], "miss": ["EAA{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "facebook-app-secret", "title": "Facebook app secret", "description": "Facebook app secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.facebook.com/docs/development/create-an-app/app-dashboard/basic-settings/", "breadth": "context", "pattern": "(?:(?:facebook|fb|instagram|meta)[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["facebook", "fb_", "fb-", "fb.", "instagram", "meta_"], "allow": [], "aliases": ["facebook-secret"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["FACEBOOK_APP_SECRET={hex:32}"], "miss": ["FACEBOOK_APP_SECRET=${{KEY}}", "FACEBOOK_APP_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "teams-webhook-url", "title": "Microsoft Teams webhook address", "description": "Microsoft Teams webhook address.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Teams channel under Connectors, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook", "breadth": "exact", "pattern": "webhook\\.office\\.com/webhookb2/[0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["webhook.office.com/webhookb2/"], "allow": [], "aliases": ["microsoft-teams-webhook"], "publicPrefix": "", "samples": { "hit": ["https://acme.webhook.office.com/webhookb2/{uuid}@{uuid}/IncomingWebhook/{hex:32}/{uuid}"], "miss": ["https://acme.webhook.office.com/webhookb2/x"] }, "front": [0, 0], "tail": { "chars": "-0123456789abcdef", "least": 24, "next": "@" } },
    { "id": "midtrans-sandbox-key", "title": "Midtrans sandbox server key", "description": "Midtrans sandbox server key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Midtrans dashboard under Settings, Access keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.midtrans.com/docs/midtrans-account", "breadth": "exact", "pattern": "SB-Mid-server-[A-Za-z0-9_-]{20,40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["SB-Mid-server-"], "allow": [], "publicPrefix": "SB-Mid-server-", "samples": { "hit": ["SB-Mid-server-{base64url:24}"], "miss": ["SB-Mid-server-{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "midtrans-server-key", "title": "Midtrans server key", "description": "Midtrans server key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Midtrans dashboard under Settings, Access keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.midtrans.com/docs/midtrans-account", "breadth": "exact", "pattern": "(?<![A-Za-z0-9-])(?:Mid-server-[A-Za-z0-9_-]{20,40})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["Mid-server-"], "allow": [], "publicPrefix": "Mid-server-", "samples": { "hit": ["Mid-server-{base64url:24}"], "miss": ["Mid-server-{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "mistral-api-key", "title": "Mistral AI API key", "description": "Mistral AI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.mistral.ai/getting-started/quickstart", "breadth": "context", "pattern": "(?:mistral[\\w.-]{0,16}(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["mistral"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MISTRAL_API_KEY={alnum:32}"], "miss": ["MISTRAL_API_KEY=${{KEY}}", "MISTRAL_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mollie-access-token", "title": "Mollie organization token", "description": "Mollie organization token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Mollie dashboard under Developers, Organization access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.mollie.com/reference/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:access_[A-Za-z0-9]{30})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["access_"], "allow": [], "structure": "random-text", "publicPrefix": "access_", "samples": { "hit": ["access_{alnum:30}"], "miss": ["access_{lower:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mollie-api-key", "title": "Mollie live API key", "description": "Mollie live API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Mollie dashboard under Developers, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.mollie.com/reference/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:live_[A-Za-z0-9]{30})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["live_"], "allow": [], "publicPrefix": "live_", "samples": { "hit": ["live_{alnum:30}"], "miss": ["live_{alnum:12}", "is_live_{alnum:30}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "moneris-api-token", "title": "Moneris API token", "description": "Moneris API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Moneris merchant resource center under Admin, Store settings, issue a successor, and load that at run time from the secret store.", "reference": "https://api-developer.moneris.com/", "breadth": "context", "pattern": "(?:moneris[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{18,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["moneris"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MONERIS_API_TOKEN={alnum:20}"], "miss": ["MONERIS_API_TOKEN=${{KEY}}", "MONERIS_API_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 22 } },
    { "id": "mongodb-atlas-private-key", "title": "MongoDB Atlas private key", "description": "MongoDB Atlas private key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.mongodb.com/docs/atlas/configure-api-access/", "breadth": "context", "pattern": "(?:(?:mongo(?:db)?|atlas)[\\w.-]{0,24}private[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["mongo", "atlas"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["MONGODB_ATLAS_PRIVATE_KEY={uuid}"], "miss": ["MONGODB_ATLAS_PRIVATE_KEY=${{KEY}}", "MONGODB_ATLAS_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "mongodb-service-account-secret", "title": "MongoDB Atlas service account secret", "description": "MongoDB Atlas service account secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.mongodb.com/docs/atlas/api/service-accounts-overview/", "breadth": "exact", "pattern": "mdb_sa_sk_[A-Za-z0-9_-]{40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["mdb_sa_sk_"], "allow": [], "publicPrefix": "mdb_sa_sk_", "samples": { "hit": ["mdb_sa_sk_{base64url:40}"], "miss": ["mdb_sa_sk_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "neon-api-key", "title": "Neon API key", "description": "Neon API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Neon console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://neon.com/docs/manage/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:napi_[a-z0-9]{64})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["napi_"], "allow": [], "publicPrefix": "napi_", "samples": { "hit": ["napi_{loweralnum:64}"], "miss": ["napi_{loweralnum:8}", "napi_create_function"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "netlify-token", "title": "Netlify personal access token", "description": "Netlify personal access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Netlify under User settings, Applications, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.netlify.com/api/get-started/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:nfp_[A-Za-z0-9]{36})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["nfp_"], "allow": [], "aliases": ["netlify-access-token"], "publicPrefix": "nfp_", "samples": { "hit": ["nfp_{alnum:36}"], "miss": ["nfp_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "newrelic-license-key", "title": "New Relic license key", "description": "New Relic license key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in New Relic under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/", "breadth": "exact", "pattern": "(?<![0-9A-Za-z])(?:[0-9a-f]{32,36}(?:FFFF)?NRAL)(?![0-9A-Za-z])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["NRAL"], "allow": [], "aliases": ["new-relic-insert-key"], "publicPrefix": "", "samples": { "hit": ["{hex:36}NRAL", "{hex:32}FFFFNRAL"], "miss": ["NRAL", "CENTRAL"] }, "front": [36, 36] },
    { "id": "newrelic-user-key", "title": "New Relic user key", "description": "New Relic user key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in New Relic under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/", "breadth": "exact", "pattern": "NRAK-[A-Z0-9]{27}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["NRAK-"], "allow": [], "aliases": ["new-relic-user-api-key"], "publicPrefix": "NRAK-", "samples": { "hit": ["NRAK-{upperalnum:27}"], "miss": ["NRAK-{upperalnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 24 } },
    { "id": "ngrok-authtoken", "title": "ngrok authtoken", "description": "ngrok authtoken.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://ngrok.com/docs/agent/#authtokens", "breadth": "context", "pattern": "(?:(?:ngrok[\\w.-]{0,24})?auth[_-]?token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([12][A-Za-z0-9]{26}_[A-Za-z0-9]{20,24}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["ngrok", "authtoken"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["NGROK_AUTHTOKEN=2{alnum:26}_{alnum:21}", "authtoken: 2{alnum:26}_{alnum:21}"], "miss": ["NGROK_AUTHTOKEN=${{KEY}}", "NGROK_AUTHTOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "nmi-security-key", "title": "NMI security key", "description": "NMI security key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the NMI merchant portal under Options, Security keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.nmi.com/docs/security-keys", "breadth": "context", "pattern": "(?:(?:nmi|network[_-]?merchants)[\\w.-]{0,24}(?:security|api|private)[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["nmi_", "nmi-", "nmi.", "nmisecurity", "network_merchants", "networkmerchants"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["NMI_SECURITY_KEY={alnum:32}"], "miss": ["NMI_SECURITY_KEY=${{KEY}}", "NMI_SECURITY_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "notion-token", "title": "Notion integration token", "description": "Notion integration token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Notion under Integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.notion.com/docs/authorization", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:(?:ntn_[0-9]{11}[A-Za-z0-9]{35}|secret_[A-Za-z0-9]{43}))(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 3.8, "keywords": ["ntn_", "secret_"], "allow": [], "aliases": ["notion-api-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ntn_{digit:11}{alnum:35}", "secret_{alnum:43}"], "miss": ["ntn_{digit:6}", "client_secret_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "npm-access-token", "title": "npm access token", "description": "npm access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it with npm token revoke, and publish by trusted publishing instead of a token.", "reference": "https://docs.npmjs.com/about-access-tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:npm_[A-Za-z0-9]{36})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["npm_"], "allow": [], "checksum": "crc32-base62", "publicPrefix": "npm_", "samples": { "hit": ["npm_{alnum:30}{crc32-base62:30}"], "miss": ["npm_{alnum:12}", "npm_config_registry_something"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "npmrc-auth-token", "title": "npm registry token in .npmrc", "description": "npm registry token in .npmrc.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token in the registry and give it to the build as a secret mount that leaves no layer behind.", "reference": "https://docs.npmjs.com/cli/configuring-npm/npmrc", "breadth": "context", "pattern": "_authToken[\"\\']?[ \\t]{0,3}[=:][ \\t]{0,3}[\"\\']?([A-Za-z0-9+/=_.-]{16,400})", "flags": "", "secretGroup": 1, "entropy": 3.2, "keywords": ["_authToken"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["//registry.example.org/:_authToken={uuid}", "_authToken = \"{alnum:40}\""], "miss": ["//registry.example.org/:_authToken=${{NPM_TOKEN}}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 17 } },
    { "id": "npmrc-basic-auth", "title": "npm registry user and password in .npmrc", "description": "npm registry user and password in .npmrc.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password in the registry and give it to the build as a secret mount that leaves no layer behind.", "reference": "https://docs.npmjs.com/cli/configuring-npm/npmrc", "breadth": "context", "pattern": "(?<![A-Za-z0-9_])(?:_auth[\"\\']?[ \\t]{0,3}[=:][ \\t]{0,3}[\"\\']?([A-Za-z0-9+/]{8,400}={0,2}))", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["_auth"], "allow": [], "structure": "user-and-password", "publicPrefix": "", "samples": { "hit": ["_auth={encode-base64:deploy:{password:20}}"], "miss": ["_auth=${{NPM_AUTH}}", "_auth={base64:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"':=", "least": 1 } },
    { "id": "nuget-api-key", "title": "NuGet API key", "description": "NuGet API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the NuGet gallery under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learn.microsoft.com/nuget/nuget-org/publish-a-package", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/_=-])(?:oy2[a-z0-9]{43})(?![A-Za-z0-9+/_=-])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["oy2"], "allow": [], "publicPrefix": "oy2", "samples": { "hit": ["oy2{loweralnum:43}"], "miss": ["oy2{loweralnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "nuget-config-password", "title": "Password in NuGet.Config", "description": "Password in NuGet.Config.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and hand it over at build time by a secret mount or a credential provider.", "reference": "https://learn.microsoft.com/nuget/reference/nuget-config-file", "breadth": "context", "pattern": "<add[ \\t]{1,8}key=[\"\\']ClearTextPassword[\"\\'][ \\t]{1,8}value=[\"\\']([^\"\\'\\n]{6,200})[\"\\']", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["<add "], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["<add key=\"ClearTextPassword\" value=\"{password:24}\" />"], "miss": ["<add key=\"ClearTextPassword\" value=\"%TOKEN%\" />"] }, "front": [0, 0], "tail": { "chars": "\t \"'=ACDEKLOPRSTWXYacdekloprstwxy", "least": 24 } },
    { "id": "nuvei-secret-key", "title": "Nuvei merchant secret key", "description": "Nuvei merchant secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Nuvei control panel, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.nuvei.com/documentation/integration/authentication/", "breadth": "context", "pattern": "(?:(?:nuvei|safecharge)[\\w.-]{0,24}secret[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["nuvei", "safecharge"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["NUVEI_SECRET_KEY={alnum:64}"], "miss": ["NUVEI_SECRET_KEY=${{KEY}}", "NUVEI_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "nvidia-api-key", "title": "NVIDIA API key", "description": "NVIDIA API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.api.nvidia.com/nim/reference/llm-apis", "breadth": "exact", "pattern": "(?:nvapi-[A-Za-z0-9_-]{60,70})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["nvapi-"], "allow": [], "publicPrefix": "nvapi-", "samples": { "hit": ["nvapi-{base64url:64}"], "miss": ["nvapi-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "octopus-api-key", "title": "Octopus Deploy API key", "description": "Octopus Deploy API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Octopus under My profile, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:API-[A-Z0-9]{26})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["API-"], "allow": [], "structure": "random-text", "publicPrefix": "API-", "samples": { "hit": ["API-{upperalnum:26}"], "miss": ["API-{upper:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 24 } },
    { "id": "okta-api-token", "title": "Okta API token", "description": "Okta API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Okta admin console under Security, API, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.okta.com/docs/guides/create-an-api-token/", "breadth": "context", "pattern": "(?:(?:okta[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?|SSWS[ \\t]{1,2})(00[A-Za-z0-9_-]{40}))(?![A-Za-z0-9_-])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["okta", "ssws"], "allow": [], "aliases": ["okta-access-token"], "publicPrefix": "", "samples": { "hit": ["OKTA_API_TOKEN=00{base64url:39}w", "Authorization: SSWS 00{base64url:39}w"], "miss": ["OKTA_API_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "omise-secret-key", "title": "Omise secret key", "description": "Omise secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Omise dashboard under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.omise.co/api-authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:skey_[0-9a-z]{19})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["skey_"], "allow": [], "structure": "random-text", "publicPrefix": "skey_", "samples": { "hit": ["skey_{loweralnum:19}"], "miss": ["skey_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 19 } },
    { "id": "omise-test-key", "title": "Omise test secret key", "description": "Omise test secret key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Omise dashboard under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.omise.co/api-authentication", "breadth": "exact", "pattern": "(?:skey_test_[0-9a-z]{19})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["skey_test_"], "allow": [], "structure": "random-text", "publicPrefix": "skey_test_", "samples": { "hit": ["skey_test_{loweralnum:19}"], "miss": ["skey_test_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 19 } },
    { "id": "onepassword-secret-key", "title": "1Password secret key", "description": "1Password secret key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Regenerate the secret key of the account.", "reference": "https://support.1password.com/secret-key-security/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5})", "flags": "", "secretGroup": 0, "entropy": 3, "keywords": ["A3-"], "allow": [], "aliases": ["1password-secret-key"], "publicPrefix": "A3-", "samples": { "hit": ["A3-{upperalnum:6}-{upperalnum:6}-{upperalnum:5}-{upperalnum:5}-{upperalnum:5}-{upperalnum:5}"], "miss": ["A3-{upperalnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 6, "next": "-" } },
    { "id": "onepassword-service-token", "title": "1Password service account token", "description": "1Password service account token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in 1Password under Developer, Service accounts, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.1password.com/docs/service-accounts/", "breadth": "exact", "pattern": "ops_eyJ[A-Za-z0-9+/=_-]{200,2000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ops_eyJ"], "allow": [], "aliases": ["1password-service-account-token"], "publicPrefix": "ops_", "samples": { "hit": ["ops_eyJ{base64url:400}"], "miss": ["ops_eyJ{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "+-/0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "onesignal-api-key", "title": "OneSignal API key", "description": "OneSignal API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in OneSignal under Settings, Keys & IDs, issue a successor, and load that at run time from the secret store.", "reference": "https://documentation.onesignal.com/docs/en/keys-and-ids", "breadth": "exact", "pattern": "os_v2_(?:app|org)_[a-z2-7]{103}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["os_v2_"], "allow": [], "publicPrefix": "os_v2_", "samples": { "hit": ["os_v2_app_{lowerbase32:103}"], "miss": ["os_v2_app_{lower:8}"] }, "front": [0, 0], "tail": { "chars": "234567_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "onfido-api-token", "title": "Onfido live API token", "description": "Onfido live API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token in the Onfido dashboard, and load its successor at run time.", "reference": "https://documentation.onfido.com/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:api_live(?:_(?:us|ca))?\\.[A-Za-z0-9_-]{20,80})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["api_live.", "api_live_us.", "api_live_ca."], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["api_live.{alnum:11}_{alnum:32}", "api_live_us.{alnum:43}"], "miss": ["api_live.{alnum:4}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "openai-api-key", "title": "OpenAI API key", "description": "OpenAI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the OpenAI platform under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://platform.openai.com/docs/api-reference/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:sk-(?:(?:proj|svcacct|admin|None)-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk-"], "allow": [], "publicPrefix": "sk-", "samples": { "hit": ["sk-{alnum:20}T3BlbkFJ{alnum:20}", "sk-proj-{base64url:74}T3BlbkFJ{base64url:74}"], "miss": ["sk-{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "openpay-private-key", "title": "Openpay private key", "description": "Openpay private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Openpay dashboard under Settings, issue a successor, and load that at run time from the secret store.", "reference": "https://documents.openpay.mx/en/docs/authentication.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sk_[0-9a-f]{32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_"], "allow": [], "publicPrefix": "sk_", "samples": { "hit": ["sk_{hex:32}"], "miss": ["pk_{hex:32}", "task_{hex:32}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "openrouter-api-key", "title": "OpenRouter API key", "description": "OpenRouter API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in OpenRouter under Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://openrouter.ai/docs/api-reference/authentication", "breadth": "exact", "pattern": "sk-or-v1-[0-9a-f]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk-or-v1-"], "allow": [], "publicPrefix": "sk-or-v1-", "samples": { "hit": ["sk-or-v1-{hex:64}"], "miss": ["sk-or-v1-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "openshift-token", "title": "OpenShift user token", "description": "OpenShift user token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.redhat.com/en/documentation/openshift_container_platform/", "breadth": "exact", "pattern": "sha256~[A-Za-z0-9_-]{43}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sha256~"], "allow": [], "aliases": ["openshift-user-token"], "publicPrefix": "sha256~", "samples": { "hit": ["sha256~{base64url:43}"], "miss": ["sha256~{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "opsgenie-api-key", "title": "Opsgenie API key", "description": "Opsgenie API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://support.atlassian.com/opsgenie/docs/api-key-management/", "breadth": "context", "pattern": "(?:ops[_-]?genie[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["opsgenie", "ops_genie"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["OPSGENIE_API_KEY={uuid}"], "miss": ["OPSGENIE_API_KEY=${{KEY}}", "OPSGENIE_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "ovh-application-secret", "title": "OVHcloud application secret or consumer key", "description": "OVHcloud application secret or consumer key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the OVHcloud API console, issue a successor, and load that at run time from the secret store.", "reference": "https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api", "breadth": "context", "pattern": "(?:ovh[\\w.-]{0,24}(?:secret|consumer[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["ovh"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["OVH_APPLICATION_SECRET={alnum:32}"], "miss": ["OVH_APPLICATION_SECRET=${{KEY}}", "OVH_APPLICATION_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "packagist-token", "title": "Private Packagist token", "description": "Private Packagist token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Private Packagist under Settings, Authentication tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://packagist.com/docs/api-authentication", "breadth": "exact", "pattern": "packagist_[ou][ru][st]_[0-9a-f]{68}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["packagist_"], "allow": [], "publicPrefix": "packagist_", "samples": { "hit": ["packagist_ort_{hex:68}"], "miss": ["packagist_ort_{hex:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789_abcdeforstu", "least": 24 } },
    { "id": "paddle-api-key", "title": "Paddle API key", "description": "Paddle API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Paddle under Developer tools, Authentication, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paddle.com/api-reference/about/api-keys", "breadth": "exact", "pattern": "pdl_live_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pdl_live_apikey_"], "allow": [], "publicPrefix": "pdl_live_apikey_", "samples": { "hit": ["pdl_live_apikey_01{loweralnum:24}_{alnum:22}_{alnum:3}"], "miss": ["pdl_live_apikey_{loweralnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "_" } },
    { "id": "paddle-sandbox-key", "title": "Paddle sandbox API key", "description": "Paddle sandbox API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Paddle under Developer tools, Authentication, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paddle.com/api-reference/about/api-keys", "breadth": "exact", "pattern": "pdl_sdbx_apikey_[0-9a-z]{26}_[A-Za-z0-9]{22}_[A-Za-z0-9]{3}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pdl_sdbx_apikey_"], "allow": [], "publicPrefix": "pdl_sdbx_apikey_", "samples": { "hit": ["pdl_sdbx_apikey_01{loweralnum:24}_{alnum:22}_{alnum:3}"], "miss": ["pdl_sdbx_apikey_{loweralnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "_" } },
    { "id": "paddle-webhook-secret", "title": "Paddle notification secret", "description": "Paddle notification secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Paddle under Developer tools, Notifications, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paddle.com/webhooks/signature-verification", "breadth": "exact", "pattern": "pdl_ntfset_[0-9a-z]{26}_[A-Za-z0-9+/]{32}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pdl_ntfset_"], "allow": [], "publicPrefix": "pdl_ntfset_", "samples": { "hit": ["pdl_ntfset_01{loweralnum:24}_{alnum:32}"], "miss": ["pdl_ntfset_{loweralnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "_" } },
    { "id": "pagarme-api-key", "title": "Pagar.me API key", "description": "Pagar.me API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Pagar.me dashboard under Settings, Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.pagar.me/v4/docs/chaves-de-acesso", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:ak_live_[A-Za-z0-9]{30})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ak_live_"], "allow": [], "publicPrefix": "ak_live_", "samples": { "hit": ["ak_live_{alnum:30}"], "miss": ["ak_live_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pagarme-secret-key", "title": "Pagar.me secret key", "description": "Pagar.me secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Pagar.me dashboard under Settings, Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.pagar.me/docs/chaves-de-acesso", "breadth": "context", "pattern": "(?:pagar[_.-]?me[\\w.-]{0,24}(?:secret|key|token)[\\w.-]{0,12}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(sk_[A-Za-z0-9]{16,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["pagarme", "pagar_me", "pagar-me", "pagar.me"], "allow": [], "structure": "random-text", "publicPrefix": "sk_", "samples": { "hit": ["PAGARME_SECRET_KEY=sk_{alnum:16}"], "miss": ["PAGARME_SECRET_KEY=${{KEY}}", "PAGARME_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 23 } },
    { "id": "pagerduty-api-key", "title": "PagerDuty API key", "description": "PagerDuty API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in PagerDuty under API access keys, issue a successor, and load that at run time from the secret store.", "reference": "https://support.pagerduty.com/main/docs/api-access-keys", "breadth": "context", "pattern": "(?:pager[_-]?duty[\\w.-]{0,24}(?:key|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:u\\+|y_)[A-Za-z0-9_+-]{18}|[A-Za-z0-9_+-]{20}|[0-9a-f]{32}))(?![A-Za-z0-9_+-])", "flags": "i", "secretGroup": 1, "entropy": 3.2, "keywords": ["pagerduty", "pager_duty", "pager-duty"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PAGERDUTY_API_KEY=u+{alnum:18}", "pagerduty_token: \"{alnum:20}\""], "miss": ["PAGERDUTY_API_KEY=$KEY", "pagerduty_token: pagerduty-token-name"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pagseguro-token", "title": "PagSeguro or PagBank token", "description": "PagSeguro or PagBank token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in PagBank under Sales, Integrations, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.pagbank.com.br/docs/autenticacao", "breadth": "context", "pattern": "(?:pag(?:seguro|bank)[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f-]{32,110}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["pagseguro", "pagbank"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PAGSEGURO_TOKEN={upperhex:32}", "PAGBANK_TOKEN={uuid}{hex:60}"], "miss": ["PAGSEGURO_TOKEN=${{KEY}}", "PAGSEGURO_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "paypal-access-token", "title": "PayPal access token", "description": "PayPal access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PayPal developer dashboard, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paypal.com/api/rest/authentication/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:A21AA[A-Za-z0-9_-]{80,140})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["A21AA"], "allow": [], "publicPrefix": "A21AA", "samples": { "hit": ["A21AA{base64url:92}"], "miss": ["A21AA{base64url:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "paypal-client-secret", "title": "PayPal client secret", "description": "PayPal client secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PayPal developer dashboard under Apps and credentials, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paypal.com/api/rest/", "breadth": "context", "pattern": "(?:paypal[\\w.-]{0,24}secret[\\w.-]{0,12}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(E[A-Za-z0-9_-]{79}))(?![A-Za-z0-9_-])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["paypal"], "allow": [], "publicPrefix": "", "samples": { "hit": ["PAYPAL_CLIENT_SECRET=E{base64url:79}", "paypal.secret: \"E{base64url:79}\""], "miss": ["PAYPAL_CLIENT_SECRET=$SECRET", "PAYPAL_CLIENT_ID=A{base64url:79}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "paysafe-api-key", "title": "Paysafe API key", "description": "Paysafe API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Paysafe merchant back office under Settings, API key, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.paysafe.com/en/api-docs/authentication/", "breadth": "context", "pattern": "(?:paysafe[\\w.-]{0,24}(?:key|password|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:B-[a-z]{1,3}\\d-0-)?[A-Za-z0-9+/=-]{24,200}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["paysafe"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PAYSAFE_API_KEY={alnum:80}"], "miss": ["PAYSAFE_API_KEY=${{KEY}}", "PAYSAFE_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "paystack-secret-key", "title": "Paystack secret key", "description": "Paystack secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Paystack dashboard under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://paystack.com/docs/api/authentication/", "breadth": "exact", "pattern": "(?:sk_live_[0-9a-f]{40})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_live_"], "allow": [], "publicPrefix": "sk_live_", "samples": { "hit": ["sk_live_{hex:40}"], "miss": ["sk_live_{hex:30}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "paystack-test-key", "title": "Paystack test key", "description": "Paystack test key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Paystack dashboard under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://paystack.com/docs/api/authentication/", "breadth": "exact", "pattern": "(?:sk_test_[0-9a-f]{40})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_test_"], "allow": [], "publicPrefix": "sk_test_", "samples": { "hit": ["sk_test_{hex:40}"], "miss": ["sk_test_{hex:22}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "paytm-merchant-key", "title": "Paytm merchant key", "description": "Paytm merchant key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Paytm dashboard under Developer settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://business.paytm.com/docs/api/", "breadth": "context", "pattern": "(?:paytm[\\w.-]{0,24}(?:merchant)?[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9@#&%*]{16}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["paytm"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PAYTM_MERCHANT_KEY={alnum:16}"], "miss": ["PAYTM_MERCHANT_KEY=${{KEY}}", "PAYTM_MERCHANT_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"#%&'*-.0123456789:=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "payu-api-key", "title": "PayU API key or signature key", "description": "PayU API key or signature key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PayU module under Configuration, Technical configuration, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.payulatam.com/latam/en/docs/integrations/api-integration.html", "breadth": "context", "pattern": "(?:payu[\\w.-]{0,24}(?:api[_-]?key|secret|signature|second[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{24,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 3, "keywords": ["payu"], "allow": [], "publicPrefix": "", "samples": { "hit": ["PAYU_API_KEY={alnum:26}", "payu.second_key: \"{hex:32}\""], "miss": ["PAYU_API_KEY=$PAYU_KEY", "PAYU_MERCHANT_ID=508029"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "payu-merchant-salt", "title": "PayU merchant salt", "description": "PayU merchant salt.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PayU dashboard under Developer, API details, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.payu.in/docs/generate-merchant-key-and-salt-on-payu-dashboard", "breadth": "context", "pattern": "(?:payu[\\w.-]{0,24}salt[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/=]{8,512}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["payu"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PAYU_MERCHANT_SALT={alnum:32}"], "miss": ["PAYU_MERCHANT_SALT=${{KEY}}", "PAYU_MERCHANT_SALT={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 13 } },
    { "id": "perplexity-api-key", "title": "Perplexity API key", "description": "Perplexity API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Perplexity under API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.perplexity.ai/guides/getting-started", "breadth": "exact", "pattern": "pplx-[A-Za-z0-9]{48,56}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pplx-"], "allow": [], "publicPrefix": "pplx-", "samples": { "hit": ["pplx-{alnum:48}"], "miss": ["pplx-{alnum:8}", "pplx-7b-online"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "persona-api-key", "title": "Persona API key", "description": "Persona API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Expire the key in the Persona dashboard, and load its successor at run time.", "reference": "https://docs.withpersona.com/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:persona_production_[a-z0-9-]{8}[a-z0-9_-]{12,72})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["persona_production_"], "allow": [], "publicPrefix": "persona_production_", "samples": { "hit": ["persona_production_{uuid}"], "miss": ["persona_production_key"] }, "front": [0, 0], "tail": { "chars": "-0123456789_abcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "phonepe-salt-key", "title": "PhonePe salt key", "description": "PhonePe salt key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PhonePe business dashboard under Developer settings, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.phonepe.com/payment-gateway", "breadth": "context", "pattern": "(?:phone[_-]?pe[\\w.-]{0,24}(?:salt|secret|client[_-]?secret)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["phonepe", "phone_pe"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PHONEPE_SALT_KEY={uuid}"], "miss": ["PHONEPE_SALT_KEY=${{KEY}}", "PHONEPE_SALT_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pinecone-api-key", "title": "Pinecone API key", "description": "Pinecone API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.pinecone.io/guides/projects/manage-api-keys", "breadth": "exact", "pattern": "(?:pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,66})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pcsk_"], "allow": [], "publicPrefix": "pcsk_", "samples": { "hit": ["pcsk_{alnum:6}_{alnum:63}"], "miss": ["pcsk_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 5, "next": "_" } },
    { "id": "pinterest-access-token", "title": "Pinterest access token", "description": "Pinterest access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Let the app log in anew, which ends the former token, and load tokens at run time.", "reference": "https://developers.pinterest.com/docs/getting-started/authentication/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:pin[ar]_[A-Za-z0-9_-]{40,200})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pina_", "pinr_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["pina_{upperalnum:60}"], "miss": ["pina_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "placetopay-trankey", "title": "Placetopay transaction key", "description": "Placetopay transaction key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Placetopay: ask for a new pair of login and key, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.placetopay.dev/en/checkout/authentication", "breadth": "context", "pattern": "(?:(?:place[_-]?to[_-]?pay|evertec)[\\w.-]{0,24}(?:tran[_-]?key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{14,24}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["placetopay", "place_to_pay", "evertec"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PLACETOPAY_TRANKEY={alnum:16}"], "miss": ["PLACETOPAY_TRANKEY=${{KEY}}", "PLACETOPAY_TRANKEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 21 } },
    { "id": "plaid-access-token", "title": "Plaid access token", "description": "Plaid access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Call /item/access_token/invalidate for it; who holds it reads the bank accounts behind it.", "reference": "https://plaid.com/docs/api/items/", "breadth": "exact", "pattern": "access-(?:production|development|sandbox)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["access-production-", "access-development-", "access-sandbox-"], "allow": [], "aliases": ["plaid-api-token"], "publicPrefix": "", "samples": { "hit": ["access-production-{uuid}", "access-sandbox-{uuid}"], "miss": ["access-production-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "plaid-secret", "title": "Plaid secret", "description": "Plaid secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Plaid dashboard under Developers, Keys, issue a successor, and load that at run time from the secret store.", "reference": "https://plaid.com/docs/quickstart/", "breadth": "context", "pattern": "(?:plaid[\\w.-]{0,24}secret[\\w.-]{0,12}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{30}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["plaid"], "allow": [], "aliases": ["plaid-secret-key"], "publicPrefix": "", "samples": { "hit": ["PLAID_SECRET={hex:30}", "plaid_secret_production: \"{hex:30}\""], "miss": ["PLAID_SECRET=$SECRET", "PLAID_CLIENT_ID={hex:24}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "planetscale-oauth-token", "title": "PlanetScale OAuth token", "description": "PlanetScale OAuth token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://planetscale.com/docs/api/reference/getting-started-with-planetscale-api", "breadth": "exact", "pattern": "pscale_oauth_[A-Za-z0-9_.=-]{32,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pscale_oauth_"], "allow": [], "publicPrefix": "pscale_oauth_", "samples": { "hit": ["pscale_oauth_{base64url:43}"], "miss": ["pscale_oauth_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "planetscale-token", "title": "PlanetScale password or token", "description": "PlanetScale password or token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in PlanetScale under Passwords or Service tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://planetscale.com/docs/concepts/service-tokens", "breadth": "exact", "pattern": "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9=._-]{32,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pscale_"], "allow": [], "aliases": ["planetscale-api-token", "planetscale-password"], "publicPrefix": "pscale_", "samples": { "hit": ["pscale_pw_{base64url:43}", "pscale_tkn_{base64url:43}"], "miss": ["pscale_pw_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "plivo-auth-token", "title": "Plivo auth token", "description": "Plivo auth token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.plivo.com/docs/", "breadth": "context", "pattern": "(?:plivo[\\w.-]{0,24}(?:token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{40,60}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["plivo"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PLIVO_AUTH_TOKEN={alnum:40}"], "miss": ["PLIVO_AUTH_TOKEN=${{KEY}}", "PLIVO_AUTH_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "polar-access-token", "title": "Polar access token", "description": "Polar access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the token in Polar, make a new one with fewer scopes, and load it at run time.", "reference": "https://polar.sh/docs/integrate/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:polar_(?:at|oat|pat|rt|cs)_[A-Za-z0-9_-]{32,100})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["polar_at_", "polar_oat_", "polar_pat_", "polar_rt_", "polar_cs_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["polar_oat_{alnum:43}", "polar_pat_{base64url:43}"], "miss": ["polar_oat_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "posthog-personal-key", "title": "PostHog personal API key", "description": "PostHog personal API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in PostHog under Personal API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://posthog.com/docs/api", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:phx_[A-Za-z0-9]{40,50})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["phx_"], "allow": [], "publicPrefix": "phx_", "samples": { "hit": ["phx_{alnum:43}"], "miss": ["phx_{alnum:8}", "phc_{alnum:43}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "posthog-project-secret", "title": "PostHog feature flags secure key", "description": "PostHog feature flags secure key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://posthog.com/docs/feature-flags/local-evaluation", "breadth": "exact", "pattern": "phs_[A-Za-z0-9]{40,48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["phs_"], "allow": [], "publicPrefix": "phs_", "samples": { "hit": ["phs_{alnum:44}"], "miss": ["phs_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "postman-api-key", "title": "Postman API key", "description": "Postman API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Postman under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://learning.postman.com/docs/developer/postman-api/authentication/", "breadth": "exact", "pattern": "PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["PMAK-"], "allow": [], "aliases": ["postman-api-token"], "publicPrefix": "PMAK-", "samples": { "hit": ["PMAK-{hex:24}-{hex:34}"], "miss": ["PMAK-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "-" } },
    { "id": "postman-collection-token", "title": "Postman collection access token", "description": "Postman collection access token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the collection access key in Postman.", "reference": "https://learning.postman.com/docs/collaborating-in-postman/sharing/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:PMAT-[A-Z0-9]{26})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["PMAT-"], "allow": [], "structure": "random-text", "publicPrefix": "PMAT-", "samples": { "hit": ["PMAT-{upperalnum:26}"], "miss": ["PMAT-{upperalnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 24 } },
    { "id": "postmark-server-token", "title": "Postmark token", "description": "Postmark token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://postmarkapp.com/developer/api/overview", "breadth": "context", "pattern": "(?:postmark[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["postmark"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["POSTMARK_SERVER_TOKEN={uuid}"], "miss": ["POSTMARK_SERVER_TOKEN=${{KEY}}", "POSTMARK_SERVER_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "prefect-api-key", "title": "Prefect Cloud API key", "description": "Prefect Cloud API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:pn[ub]_[A-Za-z0-9]{36})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pnu_", "pnb_"], "allow": [], "aliases": ["prefect-api-token"], "publicPrefix": "", "samples": { "hit": ["pnu_{alnum:36}"], "miss": ["pnu_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pubnub-secret-key", "title": "PubNub secret key", "description": "PubNub secret key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the PubNub admin portal, issue a successor, and load that at run time from the secret store.", "reference": "https://www.pubnub.com/docs/general/setup/account-setup", "breadth": "exact", "pattern": "(?:sec-c-[A-Za-z0-9]{48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sec-c-"], "allow": [], "publicPrefix": "sec-c-", "samples": { "hit": ["sec-c-{alnum:48}"], "miss": ["sec-c-{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pulumi-access-token", "title": "Pulumi access token", "description": "Pulumi access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Pulumi Cloud under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:pul-[0-9a-f]{40})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pul-"], "allow": [], "aliases": ["pulumi-api-token"], "publicPrefix": "pul-", "samples": { "hit": ["pul-{hex:40}"], "miss": ["pul-{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "pusher-app-secret", "title": "Pusher secret", "description": "Pusher secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://pusher.com/docs/channels/", "breadth": "context", "pattern": "(?:pusher[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{20}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["pusher"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["PUSHER_APP_SECRET={hex:20}"], "miss": ["PUSHER_APP_SECRET=${{KEY}}", "PUSHER_APP_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "pypi-api-token", "title": "PyPI API token", "description": "PyPI API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in PyPI under Account settings; prefer trusted publishing, issue a successor, and load that at run time from the secret store.", "reference": "https://pypi.org/help/#apitoken", "breadth": "exact", "pattern": "pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["pypi-AgE"], "allow": [], "aliases": ["pypi-upload-token"], "publicPrefix": "pypi-AgE", "samples": { "hit": ["pypi-AgEIcHlwaS5vcmc{base64url:150}"], "miss": ["pypi-AgEIcHlwaS5vcmc{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "5BCGHINSVXacdelmvwz", "least": 12 } },
    { "id": "pypirc-password", "title": "Password in .pypirc", "description": "Password in .pypirc.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Change the password, and publish by trusted publishing or a token that the build gets as a secret mount.", "reference": "https://packaging.python.org/en/latest/specifications/pypirc/", "breadth": "context", "pattern": "\\[(?:pypi|testpypi|server-login)\\][^\\[]{0,200}?password[ \\t]{0,3}[=:][ \\t]{0,3}([!-~]{8,200})", "flags": "", "secretGroup": 1, "entropy": 2.5, "keywords": ["[pypi]", "[testpypi]", "[server-login]"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["[pypi]{n}username = release{n}password = {password:18}{n}"], "miss": ["[pypi]{n}username = __token__{n}password = ${{TOKEN}}{n}"] }, "front": [0, 0], "tail": { "chars": "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 9 } },
    { "id": "rails-master-key", "title": "Rails master key", "description": "Rails master key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new master key, encrypt the credentials again, change each of them, and hand the key over at run time.", "reference": "https://guides.rubyonrails.org/security.html#custom-credentials", "breadth": "context", "pattern": "(?:rails[_-]?master[_-]?key[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"\\'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["rails_master", "rails-master", "railsmaster"], "allow": [], "publicPrefix": "", "samples": { "hit": ["RAILS_MASTER_KEY={hex:32}"], "miss": ["RAILS_MASTER_KEY=${{KEY}}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-0123456789:=>ABCDEFKY]_`abcdefky", "least": 24 } },
    { "id": "rails-secret-key-base", "title": "Rails secret_key_base", "description": "Rails secret_key_base.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new one: who holds it can forge sessions; hand it over at run time.", "reference": "https://guides.rubyonrails.org/security.html", "breadth": "context", "pattern": "(?:secret[_-]?key[_-]?base[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"\\'`]?([0-9a-f]{64,128}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["secret_key_base", "secret-key-base", "secretkeybase"], "allow": [], "publicPrefix": "", "samples": { "hit": ["SECRET_KEY_BASE={hex:128}"], "miss": ["SECRET_KEY_BASE=${{KEY}}"] }, "front": [0, 0], "tail": { "chars": "\t \"'0123456789:=>ABCDEF]`abcdef", "least": 24 } },
    { "id": "railway-token", "title": "Railway token", "description": "Railway token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Railway under Account settings, Tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.railway.com/reference/public-api", "breadth": "context", "pattern": "(?:railway[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["railway"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["RAILWAY_TOKEN={uuid}"], "miss": ["RAILWAY_TOKEN=${{KEY}}", "RAILWAY_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "ramp-client-secret", "title": "Ramp client secret", "description": "Ramp client secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Rotate the secret of the app in Ramp's developer settings, and load the new one at run time.", "reference": "https://docs.ramp.com/developer-api/v1/authorization", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:ramp_sec_[A-Za-z0-9]{48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ramp_sec_"], "allow": [], "publicPrefix": "ramp_sec_", "samples": { "hit": ["ramp_sec_{alnum:48}"], "miss": ["ramp_sec_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "rapyd-access-key", "title": "Rapyd access key", "description": "Rapyd access key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Rapyd client portal under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.rapyd.net/en/build-with-rapyd.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:rak_[0-9A-F]{20})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rak_"], "allow": [], "publicPrefix": "rak_", "samples": { "hit": ["rak_{upperhex:20}"], "miss": ["rak_{upperhex:8}", "break_{upperhex:20}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEF", "least": 20 } },
    { "id": "rapyd-secret-key", "title": "Rapyd secret key", "description": "Rapyd secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Rapyd client portal under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.rapyd.net/en/build-with-rapyd.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:rsk_[0-9a-f]{60,200})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rsk_"], "allow": [], "publicPrefix": "rsk_", "samples": { "hit": ["rsk_{hex:124}", "rsk_{hex:96}"], "miss": ["rsk_{hex:20}", "task_{hex:96}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "razorpay-key-secret", "title": "Razorpay key secret", "description": "Razorpay key secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Razorpay dashboard under Account and settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://razorpay.com/docs/payments/dashboard/account-settings/api-keys/", "breadth": "context", "pattern": "(?:(?:razorpay(?![\\w.-]{0,16}webhook)|rzp)[\\w.-]{0,24}secret[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{20,32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 3, "keywords": ["razorpay", "rzp"], "allow": [], "publicPrefix": "", "samples": { "hit": ["RAZORPAY_KEY_SECRET={alnum:24}", "rzp_secret: \"{alnum:24}\""], "miss": ["RAZORPAY_KEY_SECRET=$RZP", "RAZORPAY_KEY_ID=rzp_live_{alnum:14}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "razorpay-webhook-secret", "title": "Razorpay webhook secret", "description": "Razorpay webhook secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Razorpay dashboard under Settings, Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://razorpay.com/docs/webhooks/setup-edit-payments/", "breadth": "context", "pattern": "(?:razor[_-]?pay[\\w.-]{0,16}webhook[\\w.-]{0,8}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_@#!-]{12,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["razorpay", "razor_pay"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["RAZORPAY_WEBHOOK_SECRET={alnum:24}"], "miss": ["RAZORPAY_WEBHOOK_SECRET=${{KEY}}", "RAZORPAY_WEBHOOK_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t !\"#'-.0123456789:=>@ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "readme-api-key", "title": "ReadMe API key", "description": "ReadMe API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.readme.com/main/reference/intro/authentication", "breadth": "exact", "pattern": "rdme_[a-z0-9]{70}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rdme_"], "allow": [], "aliases": ["readme-api-token"], "publicPrefix": "rdme_", "samples": { "hit": ["rdme_{loweralnum:70}"], "miss": ["rdme_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "recharge-api-token", "title": "Recharge API token", "description": "Recharge API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token in Recharge under API tokens, make a new one, and load it at run time.", "reference": "https://docs.getrecharge.com/docs/getting-started", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:sk_(?:test_)?(?:10|[1235])x(?:10|[1235])_[0-9a-f]{64})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["x1_", "x2_", "x3_", "x5_", "x10_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["sk_1x1_{hex:64}", "sk_test_10x3_{hex:64}"], "miss": ["sk_1x1_{hex:40}"] }, "front": [4, 10], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "recurly-private-key", "title": "Recurly private API key", "description": "Recurly private API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Recurly under Integrations, API credentials, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.recurly.com/recurly-subscriptions/docs/api-keys", "breadth": "context", "pattern": "(?:recurly[\\w.-]{0,24}(?:private|api|secret)[\\w.-]{0,12}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["recurly"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["RECURLY_PRIVATE_KEY={hex:32}"], "miss": ["RECURLY_PRIVATE_KEY=${{KEY}}", "RECURLY_PRIVATE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "render-api-key", "title": "Render API key", "description": "Render API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Render dashboard under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://render.com/docs/api", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:rnd_[A-Za-z0-9]{28,32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": ["rnd_"], "allow": [], "structure": "random-text", "publicPrefix": "rnd_", "samples": { "hit": ["rnd_{alnum:32}"], "miss": ["rnd_{alnum:8}", "brnd_{alnum:32}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "replicate-api-token", "title": "Replicate API token", "description": "Replicate API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Replicate under API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://replicate.com/docs/topics/security/api-tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:r8_[A-Za-z0-9]{37})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["r8_"], "allow": [], "publicPrefix": "r8_", "samples": { "hit": ["r8_{alnum:37}"], "miss": ["r8_{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "resend-api-key", "title": "Resend API key", "description": "Resend API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Resend under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://resend.com/docs/dashboard/api-keys/introduction", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:re_[A-Za-z0-9]{8}_[A-Za-z0-9]{24})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 3.8, "keywords": ["re_"], "allow": [], "structure": "random-text", "publicPrefix": "re_", "samples": { "hit": ["re_{alnum:8}_{alnum:24}"], "miss": ["re_{alnum:8}", "pre_{alnum:8}_{alnum:24}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 8, "next": "_" } },
    { "id": "retool-token", "title": "Retool API token", "description": "Retool API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.retool.com/org-users/guides/retool-api/authentication", "breadth": "exact", "pattern": "retool_01[a-z0-9]{30}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["retool_01"], "allow": [], "publicPrefix": "retool_01", "samples": { "hit": ["retool_01{loweralnum:30}"], "miss": ["retool_01{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "revolut-secret-key", "title": "Revolut merchant secret key", "description": "Revolut merchant secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Revolut Business under Merchant API, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.revolut.com/docs/merchant/authentication", "breadth": "context", "pattern": "(?:revolut[\\w.-]{0,24}(?:secret|key|token)[\\w.-]{0,12}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?(sk_[A-Za-z0-9_-]{40,80}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["revolut"], "allow": [], "structure": "random-text", "publicPrefix": "sk_", "samples": { "hit": ["REVOLUT_SECRET_KEY=sk_{base64url:60}"], "miss": ["REVOLUT_SECRET_KEY=${{KEY}}", "REVOLUT_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "rollbar-access-token", "title": "Rollbar access token", "description": "Rollbar access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.rollbar.com/docs/access-tokens", "breadth": "context", "pattern": "(?:rollbar[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32,128}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["rollbar"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ROLLBAR_ACCESS_TOKEN={hex:32}"], "miss": ["ROLLBAR_ACCESS_TOKEN=${{KEY}}", "ROLLBAR_ACCESS_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "rootly-api-key", "title": "Rootly API key", "description": "Rootly API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in Rootly, and load its successor at run time.", "reference": "https://docs.rootly.com/api-reference/overview", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:rootly_[a-f0-9]{64})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rootly_"], "allow": [], "structure": "random-text", "publicPrefix": "rootly_", "samples": { "hit": ["rootly_{hex:64}"], "miss": ["rootly_{hex:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "rubygems-api-key", "title": "RubyGems API key", "description": "RubyGems API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in RubyGems under Edit profile, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://guides.rubygems.org/api-key-scopes/", "breadth": "exact", "pattern": "rubygems_[0-9a-f]{48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rubygems_"], "allow": [], "aliases": ["rubygems-api-token"], "publicPrefix": "rubygems_", "samples": { "hit": ["rubygems_{hex:48}"], "miss": ["rubygems_{hex:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "runpod-api-key", "title": "RunPod API key", "description": "RunPod API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.runpod.io/get-started/api-keys", "breadth": "exact", "pattern": "(?:rpa_[A-Z0-9]{40}[A-Za-z0-9]{4,8})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rpa_"], "allow": [], "publicPrefix": "rpa_", "samples": { "hit": ["rpa_{upperalnum:40}{loweralnum:6}"], "miss": ["rpa_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 24 } },
    { "id": "salesforce-access-token", "title": "Salesforce access token", "description": "Salesforce access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the session in Salesforce under Session management.", "reference": "https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_oauth_and_connected_apps.htm", "breadth": "exact", "pattern": "00D[A-Za-z0-9]{12}![A-Za-z0-9._]{80,260}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["00D"], "allow": [], "publicPrefix": "00D", "samples": { "hit": ["00D{alnum:12}!{alnum:96}"], "miss": ["00D{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 12, "next": "!" } },
    { "id": "samsara-api-token", "title": "Samsara API token", "description": "Samsara API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token in the Samsara dashboard, and load its successor at run time.", "reference": "https://developers.samsara.com/docs/authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:samsara_api_[A-Za-z0-9]{26,32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["samsara_api_"], "allow": [], "structure": "random-text", "publicPrefix": "samsara_api_", "samples": { "hit": ["samsara_api_{alnum:30}"], "miss": ["samsara_api_{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "scaleway-secret-key", "title": "Scaleway secret key", "description": "Scaleway secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Scaleway console under IAM, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/", "breadth": "context", "pattern": "(?:(?:scw|scaleway)[\\w.-]{0,24}(?:secret|token)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["scw_", "scw-", "scaleway"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SCW_SECRET_KEY={uuid}"], "miss": ["SCW_SECRET_KEY=${{KEY}}", "SCW_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "scalingo-api-token", "title": "Scalingo API token", "description": "Scalingo API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.scalingo.com/", "breadth": "exact", "pattern": "tk-us-[A-Za-z0-9_-]{48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["tk-us-"], "allow": [], "publicPrefix": "tk-us-", "samples": { "hit": ["tk-us-{base64url:48}"], "miss": ["tk-us-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "segment-write-key", "title": "Segment write key", "description": "Segment write key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://segment.com/docs/connections/find-writekey/", "breadth": "context", "pattern": "(?:segment[_.-][\\w.-]{0,20}(?:write[_-]?key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["segment_", "segment-", "segment."], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SEGMENT_WRITE_KEY={alnum:32}"], "miss": ["SEGMENT_WRITE_KEY=${{KEY}}", "SEGMENT_WRITE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "sendgrid-api-key", "title": "SendGrid API key", "description": "SendGrid API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in SendGrid under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys", "breadth": "exact", "pattern": "SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["SG."], "allow": [], "aliases": ["sendgrid-api-token"], "publicPrefix": "SG.", "samples": { "hit": ["SG.{base64url:22}.{base64url:43}"], "miss": ["SG.{base64url:22}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 22, "next": "." } },
    { "id": "sentry-org-token", "title": "Sentry organization token", "description": "Sentry organization token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Sentry under Auth tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.sentry.io/account/auth-tokens/", "breadth": "exact", "pattern": "sntrys_eyJ[A-Za-z0-9+/=_-]{80,600}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sntrys_"], "allow": [], "publicPrefix": "sntrys_", "samples": { "hit": ["sntrys_eyJ{base64:180}_{base64:43}"], "miss": ["sntrys_eyJ{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "e", "least": 1, "next": "y" } },
    { "id": "sentry-user-token", "title": "Sentry user token", "description": "Sentry user token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Sentry under Personal tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.sentry.io/account/auth-tokens/", "breadth": "exact", "pattern": "sntryu_[0-9a-f]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sntryu_"], "allow": [], "aliases": ["sentry-access-token"], "publicPrefix": "sntryu_", "samples": { "hit": ["sntryu_{hex:64}"], "miss": ["sntryu_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "shift4-secret-key", "title": "Shift4 secret key", "description": "Shift4 secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Shift4 dashboard under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://dev.shift4.com/docs/api/", "breadth": "context", "pattern": "(?:(?:shift4|securionpay)[\\w.-]{0,24}(?:secret|private|api)[\\w.-]{0,8}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:sk|pr)_(?:live|test)_[A-Za-z0-9]{20,40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["shift4", "securionpay"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SHIFT4_SECRET_KEY=pr_live_{alnum:24}"], "miss": ["SHIFT4_SECRET_KEY=${{KEY}}", "SHIFT4_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "shippo-token", "title": "Shippo API token", "description": "Shippo API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Shippo under API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.goshippo.com/docs/guides_general/authentication/", "breadth": "exact", "pattern": "shippo_(?:live|test)_[0-9a-f]{40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["shippo_"], "allow": [], "aliases": ["shippo-api-token"], "publicPrefix": "shippo_", "samples": { "hit": ["shippo_live_{hex:40}"], "miss": ["shippo_live_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789_abcdefilstv", "least": 24 } },
    { "id": "shodan-api-key", "title": "Shodan API key", "description": "Shodan API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.shodan.io/api", "breadth": "context", "pattern": "(?:shodan[\\w.-]{0,24}(?:token|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["shodan"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SHODAN_API_KEY={alnum:32}"], "miss": ["SHODAN_API_KEY=${{KEY}}", "SHODAN_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "shopify-token", "title": "Shopify access token or app secret", "description": "Shopify access token or app secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Shopify admin under Apps, issue a successor, and load that at run time from the secret store.", "reference": "https://shopify.dev/docs/apps/build/authentication-authorization", "breadth": "exact", "pattern": "shp(?:at|ca|pa|ss)_[0-9A-Fa-f]{32}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["shpat_", "shpca_", "shppa_", "shpss_"], "allow": [], "aliases": ["shopify-access-token", "shopify-custom-access-token", "shopify-private-app-access-token", "shopify-shared-secret"], "publicPrefix": "", "samples": { "hit": ["shpat_{hex:32}", "shpss_{hex:32}"], "miss": ["shpat_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFabcdef", "least": 24 } },
    { "id": "sidekiq-credential", "title": "Sidekiq credential", "description": "Sidekiq credential for its gem server.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Ask the vendor for new credentials, and mount Bundler's settings as a build secret.", "reference": "https://github.com/sidekiq/sidekiq/wiki/Commercial-FAQ", "breadth": "context", "pattern": "(?:BUNDLE_(?:ENTERPRISE|GEMS)__CONTRIBSYS__COM[\"\\']{0,2}[ \\t]{0,4}(?:=>|:=|[:=])[ \\t]{0,4}[\"\\']?|(?:enterprise|gems)\\.contribsys\\.com[ \\t]{1,4})([0-9a-f]{8}:[0-9a-f]{8}(?![0-9a-z]))", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["CONTRIBSYS__COM", "contribsys.com "], "allow": [], "publicPrefix": "", "samples": { "hit": ["BUNDLE_ENTERPRISE__CONTRIBSYS__COM=\"{hex:8}:{hex:8}\"", "BUNDLE_GEMS__CONTRIBSYS__COM: {hex:8}:{hex:8}", "bundle config enterprise.contribsys.com {hex:8}:{hex:8}"], "miss": ["BUNDLE_GEMS__CONTRIBSYS__COM: user:password"] }, "front": [11, 19], "tail": { "chars": "\t \"'0123456789:=>abcdef", "least": 17 } },
    { "id": "slack-app-token", "title": "Slack app-level token", "description": "Slack app-level token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Slack app under Basic information, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.slack.dev/authentication/tokens/", "breadth": "exact", "pattern": "xapp-[0-9]-[A-Z0-9]{9,13}-[0-9]{10,14}-[0-9a-f]{64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xapp-"], "allow": [], "publicPrefix": "xapp-", "samples": { "hit": ["xapp-1-A{upperalnum:10}-{digit:13}-{hex:64}"], "miss": ["xapp-1-A{alnum:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 1, "next": "-" } },
    { "id": "slack-bot-token", "title": "Slack bot token", "description": "Slack bot token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Slack app under OAuth and permissions, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.slack.dev/authentication/tokens/", "breadth": "exact", "pattern": "xoxb-[0-9]{9,13}-(?:[0-9]{9,13}-)?[A-Za-z0-9]{18,34}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xoxb-"], "allow": [], "aliases": ["slack-legacy-bot-token"], "publicPrefix": "xoxb-", "samples": { "hit": ["xoxb-{digit:12}-{digit:13}-{alnum:24}"], "miss": ["xoxb-{digit:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 9, "next": "-" } },
    { "id": "slack-session", "title": "Slack session", "description": "Slack session.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Sign the user out of all sessions in Slack, and look through the access log.", "reference": "https://api.slack.com/concepts/token-types", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:(?:xoxc-(?:\\d{9,15}-){2,3}[a-f0-9]{64}|xoxd-[A-Za-z0-9%/+-]{100,400}={0,2}))(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xoxc-", "xoxd-"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["xoxc-{digit:12}-{digit:12}-{digit:13}-{hex:64}", "xoxd-{base64:160}"], "miss": ["xoxc-{digit:12}"] }, "front": [0, 0], "tail": { "chars": "%+-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "slack-signing-secret", "title": "Slack signing or client secret", "description": "Slack signing or client secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.slack.dev/authentication/verifying-requests-from-slack", "breadth": "context", "pattern": "(?:slack[\\w.-]{0,24}(?:signing|client)[\\w.-]{0,8}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["slack"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SLACK_SIGNING_SECRET={hex:32}"], "miss": ["SLACK_SIGNING_SECRET=${{KEY}}", "SLACK_SIGNING_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "slack-user-token", "title": "Slack user token", "description": "Slack user token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Slack app under OAuth and permissions, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.slack.dev/authentication/tokens/", "breadth": "exact", "pattern": "xox[aeprs]-(?:[0-9]{1,13}-){1,3}[A-Za-z0-9]{20,146}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xoxa-", "xoxe-", "xoxp-", "xoxr-", "xoxs-"], "allow": [], "aliases": ["slack-legacy-token", "slack-config-access-token", "slack-config-refresh-token", "slack-legacy-workspace-token"], "publicPrefix": "", "samples": { "hit": ["xoxp-{digit:12}-{digit:12}-{digit:13}-{hex:32}"], "miss": ["xoxp-{digit:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789", "least": 1, "next": "-" } },
    { "id": "slack-webhook-url", "title": "Slack webhook address", "description": "Slack webhook address.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Slack app under Incoming webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/", "breadth": "exact", "pattern": "hooks\\.slack\\.com/(?:services|workflows|triggers)/[A-Z0-9]{8,13}/[A-Z0-9]{8,20}/(?:\\d{12,24}/)?[A-Za-z0-9]{20,44}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["hooks.slack.com/"], "allow": [], "publicPrefix": "hooks.slack.com/", "samples": { "hit": ["https://hooks.slack.com/services/T{upperalnum:10}/B{upperalnum:10}/{alnum:24}", "https://hooks.slack.com/workflows/T{upperalnum:10}/A{upperalnum:10}/{digit:18}/{alnum:24}"], "miss": ["https://hooks.slack.com/services/T00/B00/x"] }, "front": [0, 0], "tail": { "chars": "/cefgiklorstvw", "least": 9 } },
    { "id": "snyk-token", "title": "Snyk API token", "description": "Snyk API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Snyk under Account settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.snyk.io/snyk-api/authentication-for-api", "breadth": "context", "pattern": "(?:snyk[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:snyk_[a-z]{3}_)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["snyk"], "allow": [], "aliases": ["snyk-api-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SNYK_TOKEN={uuid}"], "miss": ["SNYK_TOKEN=${{KEY}}", "SNYK_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "sonarqube-token", "title": "SonarQube token", "description": "SonarQube token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in SonarQube under My account, Security, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:sq[apu]_[0-9a-f]{40})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sqa_", "sqp_", "squ_"], "allow": [], "aliases": ["sonar-api-token"], "publicPrefix": "", "samples": { "hit": ["squ_{hex:40}", "sqp_{hex:40}"], "miss": ["squ_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "sourcegraph-access-token", "title": "Sourcegraph access token", "description": "Sourcegraph access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Sourcegraph under Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://sourcegraph.com/docs/cli/how-tos/creating_an_access_token", "breadth": "exact", "pattern": "sgp_(?:(?:local|[0-9A-Fa-f]{16})_)?[0-9A-Fa-f]{40}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sgp_"], "allow": [], "publicPrefix": "sgp_", "samples": { "hit": ["sgp_{hex:16}_{hex:40}", "sgp_{hex:40}", "sgp_local_{upperhex:40}"], "miss": ["sgp_{hex:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEF_abcdeflo", "least": 24 } },
    { "id": "sparkpost-api-key", "title": "SparkPost API key", "description": "SparkPost API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.sparkpost.com/api/", "breadth": "context", "pattern": "(?:sparkpost[\\w.-]{0,24}(?:key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["sparkpost"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SPARKPOST_API_KEY={hex:40}"], "miss": ["SPARKPOST_API_KEY=${{KEY}}", "SPARKPOST_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "splunk-hec-token", "title": "Splunk HTTP event collector token", "description": "Splunk HTTP event collector token.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Splunk under Data inputs, HTTP event collector, issue a successor, and load that at run time from the secret store.", "reference": "https://help.splunk.com/en/splunk-enterprise/get-started/get-data-in/get-data-with-http-event-collector", "breadth": "context", "pattern": "(?:splunk[\\w.-]{0,24}token|hec[_-]?token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["splunk", "hec_token", "hec-token"], "allow": [], "publicPrefix": "", "samples": { "hit": ["SPLUNK_HEC_TOKEN={uuid}", "hec_token: \"{uuid}\""], "miss": ["SPLUNK_HEC_TOKEN=$TOKEN"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "spreedly-access-secret", "title": "Spreedly access secret", "description": "Spreedly access secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Spreedly under the environment’s access secrets, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.spreedly.com/docs/authentication", "breadth": "context", "pattern": "(?:spreedly[\\w.-]{0,24}(?:access[_-]?secret|secret|signing[_-]?secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{40,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["spreedly"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SPREEDLY_ACCESS_SECRET={alnum:64}"], "miss": ["SPREEDLY_ACCESS_SECRET=${{KEY}}", "SPREEDLY_ACCESS_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "square-access-token", "title": "Square access token", "description": "Square access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Square developer dashboard, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.squareup.com/docs/build-basics/access-tokens", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/_-])(?:EAAA[A-Za-z0-9_-]{60})(?![A-Za-z0-9+/_-])", "flags": "", "secretGroup": 0, "entropy": 4, "keywords": ["EAAA"], "allow": [], "publicPrefix": "EAAA", "samples": { "hit": ["EAAAl{base64url:59}", "EAAAE{base64url:59}"], "miss": ["EAAA{base64url:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "square-legacy-access-token", "title": "Square personal access token", "description": "Square personal access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Square developer dashboard, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.squareup.com/docs/build-basics/access-tokens", "breadth": "exact", "pattern": "sq0atp-[A-Za-z0-9_-]{22}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sq0atp-"], "allow": [], "publicPrefix": "sq0atp-", "samples": { "hit": ["sq0atp-{base64url:22}"], "miss": ["sq0atp-short"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 22 } },
    { "id": "square-oauth-secret", "title": "Square OAuth application secret", "description": "Square OAuth application secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Square developer dashboard under OAuth, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.squareup.com/docs/oauth-api/overview", "breadth": "exact", "pattern": "sq0csp-[A-Za-z0-9_-]{43}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sq0csp-"], "allow": [], "publicPrefix": "sq0csp-", "samples": { "hit": ["sq0csp-{base64url:43}"], "miss": ["sq0csp-short"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "square-webhook-signature-key", "title": "Square webhook signature key", "description": "Square webhook signature key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Square developer console under Webhooks, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.squareup.com/docs/webhooks/step3validate", "breadth": "context", "pattern": "(?:square[\\w.-]{0,24}(?:signature|webhook)[\\w.-]{0,16}[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{22}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["square"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SQUARE_WEBHOOK_SIGNATURE_KEY={base64url:22}"], "miss": ["SQUARE_WEBHOOK_SIGNATURE_KEY=${{KEY}}", "SQUARE_WEBHOOK_SIGNATURE_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "statsig-secret", "title": "Statsig server secret", "description": "Statsig server secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.statsig.com/sdk-keys/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:secret-[A-Za-z0-9]{42,48})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["secret-"], "allow": [], "structure": "random-text", "publicPrefix": "secret-", "samples": { "hit": ["secret-{alnum:43}"], "miss": ["secret-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-ephemeral-key", "title": "Stripe ephemeral key", "description": "Stripe ephemeral key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Stripe dashboard; it expires within an hour, but the log that holds it stays, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.stripe.com/issuing/elements", "breadth": "exact", "pattern": "ek_live_[A-Za-z0-9,_]{24,200}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ek_live_"], "allow": [], "publicPrefix": "ek_live_", "samples": { "hit": ["ek_live_YWNjdF8x{alnum:60}"], "miss": ["ek_live_{alnum:10}"] }, "front": [0, 0], "tail": { "chars": ",0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-organization-key", "title": "Stripe organization key", "description": "Stripe organization key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Stripe dashboard under the organization, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.stripe.com/get-started/account/orgs/setup", "breadth": "exact", "pattern": "sk_org_(?:live_|test_)?[A-Za-z0-9]{24,247}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_org_"], "allow": [], "publicPrefix": "sk_org_", "samples": { "hit": ["sk_org_live_{alnum:90}", "sk_org_{alnum:90}"], "miss": ["sk_org_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-restricted-key", "title": "Stripe restricted key", "description": "Stripe restricted key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Roll the key in the Stripe dashboard under Developers, API keys, then load the new one at run time from the secret store.", "reference": "https://docs.stripe.com/keys", "breadth": "exact", "pattern": "rk_live_[A-Za-z0-9]{24,247}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["rk_live_"], "allow": [], "aliases": ["stripe-access-token"], "publicPrefix": "rk_live_", "samples": { "hit": ["rk_live_{alnum:24}", "rk_live_51{alnum:97}"], "miss": ["rk_live_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-secret-key", "title": "Stripe secret key", "description": "Stripe secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Roll the key in the Stripe dashboard under Developers, API keys, then load the new one at run time from the secret store.", "reference": "https://docs.stripe.com/keys", "breadth": "exact", "pattern": "sk_live_(?![0-9a-f]{40}(?![A-Za-z0-9]))[A-Za-z0-9]{24,247}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_live_"], "allow": [], "aliases": ["stripe-access-token"], "publicPrefix": "sk_live_", "samples": { "hit": ["sk_live_{alnum:24}", "sk_live_51{alnum:97}"], "miss": ["sk_live_{alnum:10}", "sk_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxx"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-test-key", "title": "Stripe test mode key", "description": "Stripe test mode key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Test keys move no money, but they show the way of the live ones: load them at run time too, and roll this one.", "reference": "https://docs.stripe.com/keys", "breadth": "exact", "pattern": "(?:sk|rk)_test_(?![0-9a-f]{40}(?![A-Za-z0-9]))[A-Za-z0-9]{24,247}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sk_test_", "rk_test_"], "allow": [], "aliases": ["stripe-access-token"], "publicPrefix": "", "samples": { "hit": ["sk_test_{alnum:24}", "rk_test_51{alnum:97}"], "miss": ["sk_test_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stripe-webhook-secret", "title": "Webhook signing secret (Stripe, Svix)", "description": "Webhook signing secret (Stripe, Svix).", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Roll the signing secret of the webhook endpoint; who holds it can forge payment events.", "reference": "https://docs.stripe.com/webhooks", "breadth": "exact", "pattern": "whsec_[A-Za-z0-9+/]{32,64}={0,2}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["whsec_"], "allow": [], "publicPrefix": "whsec_", "samples": { "hit": ["whsec_{alnum:32}", "whsec_{base64:43}="], "miss": ["whsec_{alnum:12}", "whsec_test_secret"] }, "front": [0, 0], "tail": { "chars": "+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "stytch-secret", "title": "Stytch secret", "description": "Stytch secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://stytch.com/docs/api/authentication", "breadth": "exact", "pattern": "secret-(?:live|test)-[A-Za-z0-9_-]{36}=?", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["secret-live-", "secret-test-"], "allow": [], "publicPrefix": "secret-", "samples": { "hit": ["secret-live-{alnum:36}"], "miss": ["secret-live-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "sumologic-access-key", "title": "Sumo Logic access key", "description": "Sumo Logic access key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://help.sumologic.com/docs/manage/security/access-keys/", "breadth": "context", "pattern": "(?:sumo(?:logic)?[\\w.-]{0,24}(?:access[_-]?key|token|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["sumo"], "allow": [], "aliases": ["sumologic-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["SUMOLOGIC_ACCESS_KEY={alnum:64}"], "miss": ["SUMOLOGIC_ACCESS_KEY=${{KEY}}", "SUMOLOGIC_ACCESS_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "sumup-api-key", "title": "SumUp API key", "description": "SumUp API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the SumUp dashboard under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.sumup.com/tools/authorization/api-keys/", "breadth": "exact", "pattern": "sup_sk_[A-Za-z0-9]{24,64}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sup_sk_"], "allow": [], "publicPrefix": "sup_sk_", "samples": { "hit": ["sup_sk_{alnum:32}"], "miss": ["sup_sk_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "supabase-secret-key", "title": "Supabase secret key or access token", "description": "Supabase secret key or access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Supabase dashboard under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://supabase.com/docs/guides/api/api-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:(?:sbp_[0-9a-f]{40}|sb_secret_[A-Za-z0-9_-]{31,40}))", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["sbp_", "sb_secret_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["sbp_{hex:40}", "sb_secret_{base64url:31}"], "miss": ["sbp_{hex:8}", "sb_publishable_{base64url:31}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "symfony-app-secret", "title": "Symfony APP_SECRET", "description": "Symfony APP_SECRET.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new one, and hand it over at run time.", "reference": "https://symfony.com/doc/current/reference/configuration/framework.html#secret", "breadth": "context", "pattern": "(?:APP_SECRET[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|[:=])[ \\t]{0,4}[\"\\'`]?([0-9a-f]{32,64}))(?![A-Za-z0-9])", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["APP_SECRET"], "allow": [], "publicPrefix": "", "samples": { "hit": ["APP_SECRET={hex:32}"], "miss": ["APP_SECRET=$SECRET"] }, "front": [0, 0], "tail": { "chars": "\t \"'0123456789:=>]`abcdef", "least": 24 } },
    { "id": "tailscale-key", "title": "Tailscale key", "description": "Tailscale key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://tailscale.com/kb/1085/auth-keys", "breadth": "exact", "pattern": "tskey-(?:auth|api|client|scim|webhook)-[A-Za-z0-9]{8,24}(?:CNTRL)?-[A-Za-z0-9]{20,48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["tskey-"], "allow": [], "publicPrefix": "tskey-", "samples": { "hit": ["tskey-auth-{alnum:12}CNTRL-{alnum:32}"], "miss": ["tskey-auth-{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "tavily-api-key", "title": "Tavily API key", "description": "Tavily API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.tavily.com/documentation/quickstart", "breadth": "exact", "pattern": "(?:tvly-(?:dev-|prod-)?[A-Za-z0-9]{32})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["tvly-"], "allow": [], "publicPrefix": "tvly-", "samples": { "hit": ["tvly-dev-{alnum:32}"], "miss": ["tvly-{lower:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "teamcity-token", "title": "TeamCity access token", "description": "TeamCity access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in TeamCity under Your profile, Access tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://www.jetbrains.com/help/teamcity/managing-your-user-account.html", "breadth": "exact", "pattern": "eyJ0eXAiOiAiVENWMiJ9\\.[A-Za-z0-9_-]{36}\\.[A-Za-z0-9_-]{48}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["eyJ0eXAiOiAiVENWMiJ9."], "allow": [], "publicPrefix": "", "samples": { "hit": ["eyJ0eXAiOiAiVENWMiJ9.{base64url:36}.{base64url:48}"], "miss": ["eyJ0eXAiOiAiVENWMiJ9.{alnum:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "." } },
    { "id": "telegram-bot-token", "title": "Telegram bot token", "description": "Telegram bot token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Ask BotFather for a new token with /revoke.", "reference": "https://core.telegram.org/bots/api#authorizing-your-bot", "breadth": "exact", "pattern": "(?<![0-9])(?:[0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 3.5, "keywords": [":AA"], "allow": [], "aliases": ["telegram-bot-api-token"], "publicPrefix": "", "samples": { "hit": ["{digit:9}:AA{base64url:32}h", "bot{digit:10}:AA{base64url:32}q", "{digit:8}:AA{base64url:32}k"], "miss": ["{digit:9}:AA{alnum:8}"] }, "front": [8, 10], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "tencent-secret-id", "title": "Tencent Cloud secret id", "description": "Tencent Cloud secret id.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the CAM console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.tencentcloud.com/document/product/598/32675", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:AKID[A-Za-z0-9]{32})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AKID"], "allow": [], "publicPrefix": "AKID", "samples": { "hit": ["AKID{alnum:32}"], "miss": ["AKID{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "tencent-secret-key", "title": "Tencent Cloud secret key", "description": "Tencent Cloud secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the CAM console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://www.tencentcloud.com/document/product/598/32675", "breadth": "context", "pattern": "(?:tencent(?:cloud)?[\\w.-]{0,24}secret[_-]?key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["tencent"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["TENCENTCLOUD_SECRET_KEY={alnum:32}"], "miss": ["TENCENTCLOUD_SECRET_KEY=${{KEY}}", "TENCENTCLOUD_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "together-api-key", "title": "Together AI API key", "description": "Together AI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.together.ai/docs/quickstart", "breadth": "exact", "pattern": "(?:tgp_v1_[A-Za-z0-9_-]{43})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["tgp_v1_"], "allow": [], "publicPrefix": "tgp_v1_", "samples": { "hit": ["tgp_v1_{base64url:43}"], "miss": ["tgp_v1_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "transbank-api-key", "title": "Transbank API key", "description": "Transbank API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Transbank: ask for a new key by their portal, issue a successor, and load that at run time from the secret store.", "reference": "https://www.transbankdevelopers.cl/documentacion/como_empezar", "breadth": "context", "pattern": "(?:(?:tbk|transbank|webpay)[\\w.-]{0,24}(?:api[_-]?key[_-]?secret|secret|api[_-]?key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9A-F]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["tbk", "transbank", "webpay"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["TBK_API_KEY_SECRET={upperhex:64}", "\"Tbk-Api-Key-Secret\": \"{upperhex:64}\""], "miss": ["TBK_API_KEY_SECRET=${{KEY}}", "TBK_API_KEY_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "travis-token", "title": "Travis CI access token", "description": "Travis CI access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Travis CI under Settings, API authentication, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.travis-ci.com/user/triggering-builds/", "breadth": "context", "pattern": "(?:travis[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{22}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["travis"], "allow": [], "aliases": ["travisci-access-token"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["TRAVIS_API_TOKEN={alnum:22}"], "miss": ["TRAVIS_API_TOKEN=${{KEY}}", "TRAVIS_API_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "trello-token", "title": "Trello token", "description": "Trello token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/])(?:ATTA[0-9a-f]{64}[0-9A-F]{8})(?![A-Za-z0-9+/])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ATTA"], "allow": [], "publicPrefix": "ATTA", "samples": { "hit": ["ATTA{hex:64}{upperhex:8}"], "miss": ["ATTA{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24 } },
    { "id": "truelayer-client-secret", "title": "TrueLayer client secret", "description": "TrueLayer client secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the TrueLayer console under Settings, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.truelayer.com/", "breadth": "context", "pattern": "(?:true[_-]?layer[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["truelayer", "true_layer"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["TRUELAYER_CLIENT_SECRET={uuid}"], "miss": ["TRUELAYER_CLIENT_SECRET=${{KEY}}", "TRUELAYER_CLIENT_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "twilio-auth-token", "title": "Twilio auth token", "description": "Twilio auth token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Twilio console under API keys and tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://www.twilio.com/docs/iam/api-keys", "breadth": "context", "pattern": "(?:twilio[\\w.-]{0,24}(?:auth[_-]?token|secret|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{32}|[A-Za-z0-9]{32}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["twilio"], "allow": [], "aliases": ["twilio-api-key"], "publicPrefix": "", "samples": { "hit": ["TWILIO_AUTH_TOKEN={hex:32}", "twilio_api_secret: \"{alnum:32}\""], "miss": ["TWILIO_AUTH_TOKEN=$TOKEN", "TWILIO_ACCOUNT_SID=AC{hex:32}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "twitter-api-secret", "title": "X (Twitter) API secret", "description": "X (Twitter) API secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.x.com/resources/fundamentals/authentication/oauth-1-0a/api-key-and-secret", "breadth": "context", "pattern": "(?:twitter[\\w.-]{0,24}(?:api|consumer|access|client)[\\w.-]{0,12}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9_-]{45,50}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["twitter"], "allow": [], "aliases": ["twitter-access-secret"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["TWITTER_API_SECRET={alnum:50}"], "miss": ["TWITTER_API_SECRET=${{KEY}}", "TWITTER_API_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "typeform-token", "title": "Typeform access token", "description": "Typeform access token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://www.typeform.com/developers/get-started/personal-access-token/", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:tfp_[A-Za-z0-9_.=-]{40,70})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["tfp_"], "allow": [], "aliases": ["typeform-api-token"], "structure": "random-text", "publicPrefix": "tfp_", "samples": { "hit": ["tfp_{alnum:44}_{alnum:12}"], "miss": ["tfp_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "unkey-root-key", "title": "Unkey root key", "description": "Unkey root key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the root key in Unkey, and load its successor at run time.", "reference": "https://www.unkey.com/docs/security/root-keys", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:unkey_[A-Za-z0-9]{20,32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["unkey_"], "allow": [], "structure": "random-text", "publicPrefix": "unkey_", "samples": { "hit": ["unkey_{alnum:24}"], "miss": ["unkey_{lower:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 20 } },
    { "id": "upcloud-api-token", "title": "UpCloud API token", "description": "UpCloud API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the UpCloud panel under People, issue a successor, and load that at run time from the secret store.", "reference": "https://developers.upcloud.com/1.3/", "breadth": "exact", "pattern": "(?:ucat_[0-9A-Z]{26})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["ucat_"], "allow": [], "publicPrefix": "ucat_", "samples": { "hit": ["ucat_{upperalnum:26}"], "miss": ["ucat_{upper:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "least": 24 } },
    { "id": "upstash-token", "title": "Upstash REST token", "description": "Upstash REST token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://upstash.com/docs/redis/features/restapi", "breadth": "context", "pattern": "(?:(?:upstash|kv_rest_api)[\\w.-]{0,24}token[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9+/=_-]{40,160}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["upstash", "kv_rest"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["UPSTASH_REDIS_REST_TOKEN={base64:64}"], "miss": ["UPSTASH_REDIS_REST_TOKEN=${{KEY}}", "UPSTASH_REDIS_REST_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'+-./0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vercel-scoped-token", "title": "Vercel token with a prefix", "description": "Vercel token with a prefix.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the token in Vercel under Account settings, and load its successor at run time.", "reference": "https://vercel.com/docs/rest-api#authentication", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:vc[aciprk]_[A-Za-z0-9_-]{56})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["vcp_", "vca_", "vci_", "vcr_", "vck_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["vcp_{alnum:56}", "vck_{base64url:56}"], "miss": ["vcp_{alnum:20}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vercel-token", "title": "Vercel access token", "description": "Vercel access token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Vercel under Account settings, Tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://vercel.com/docs/rest-api#authentication", "breadth": "context", "pattern": "(?:(?:vercel|now)[_.-][\\w.-]{0,20}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:vc[a-z]_)?[A-Za-z0-9]{24,60}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["vercel", "now_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["VERCEL_TOKEN={alnum:24}"], "miss": ["VERCEL_TOKEN=${{KEY}}", "VERCEL_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "virustotal-api-key", "title": "VirusTotal API key", "description": "VirusTotal API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.virustotal.com/docs/please-give-me-an-api-key", "breadth": "context", "pattern": "(?:(?:virus[_-]?total|vt)[_.-][\\w.-]{0,16}(?:token|key)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["virustotal", "virus_total", "vt_"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["VIRUSTOTAL_API_KEY={hex:64}"], "miss": ["VIRUSTOTAL_API_KEY=${{KEY}}", "VIRUSTOTAL_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "vonage-api-secret", "title": "Vonage API secret", "description": "Vonage API secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.vonage.com/en/getting-started/concepts/authentication", "breadth": "context", "pattern": "(?:(?:vonage|nexmo)[\\w.-]{0,24}secret[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{16}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["vonage", "nexmo"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["VONAGE_API_SECRET={alnum:16}"], "miss": ["VONAGE_API_SECRET=${{KEY}}", "VONAGE_API_SECRET={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 23 } },
    { "id": "vultr-api-key", "title": "Vultr API key", "description": "Vultr API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Vultr portal under Account, API, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.vultr.com/platform/other/api", "breadth": "context", "pattern": "(?:vultr[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Z0-9]{36}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["vultr"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["VULTR_API_KEY={upperalnum:36}"], "miss": ["VULTR_API_KEY=${{KEY}}", "VULTR_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wakatime-api-key", "title": "WakaTime API key", "description": "WakaTime API key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Make a new key in WakaTime under Account settings, which ends the former one.", "reference": "https://wakatime.com/developers", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:waka_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["waka_"], "allow": [], "publicPrefix": "waka_", "samples": { "hit": ["waka_{uuid}"], "miss": ["waka_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "walletpro-api-key", "title": "WalletPro API key", "description": "WalletPro API key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Issue a new key with the provider, keep the old one valid for the grace window, store the new one in the secret store, then revoke the old one.", "reference": "https://github.com/yuno/pci-pipeline", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:wpro_[A-Za-z0-9_-]{16,128})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["wpro_"], "allow": [], "publicPrefix": "wpro_", "samples": { "hit": ["wpro_{alnum:24}", "wpro_live_{alnum:32}", "wpro_{base64url:16}"], "miss": ["wpro_{alnum:8}", "wpro_xxxxxxxxxxxxxxxxxxxx", "newpro_{alnum:24}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 16 } },
    { "id": "wandb-api-key", "title": "Weights & Biases API key", "description": "Weights & Biases API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wandb.ai/models/quickstart", "breadth": "exact", "pattern": "(?:wandb_v1_[A-Za-z0-9_]{60,100})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["wandb_v1_"], "allow": [], "publicPrefix": "wandb_v1_", "samples": { "hit": ["wandb_v1_{alnum:77}"], "miss": ["wandb_v1_{lower:6}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wandb-legacy-api-key", "title": "Weights & Biases API key (40 digits)", "description": "Weights & Biases API key (40 digits).", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wandb.ai/models/quickstart", "breadth": "context", "pattern": "(?:(?:wandb|wandb_api)[\\w.-]{0,16}key[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{40}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["wandb"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["WANDB_API_KEY={hex:40}"], "miss": ["WANDB_API_KEY=${{KEY}}", "WANDB_API_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wise-api-token", "title": "Wise API token", "description": "Wise API token.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in Wise under Settings, API tokens, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wise.com/api-docs/features/authentication-access", "breadth": "context", "pattern": "(?:(?:transfer)?wise[_.-][\\w.-]{0,20}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["wise_", "wise-", "wise."], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["WISE_API_TOKEN={uuid}"], "miss": ["WISE_API_TOKEN=${{KEY}}", "WISE_API_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wompi-events-secret", "title": "Wompi events secret", "description": "Wompi events secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Wompi dashboard under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wompi.co/docs/colombia/eventos/", "breadth": "exact", "pattern": "(?:prod_events_[A-Za-z0-9]{24,48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["prod_events_"], "allow": [], "structure": "random-text", "publicPrefix": "prod_events_", "samples": { "hit": ["prod_events_{alnum:32}"], "miss": ["prod_events_{lower:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wompi-integrity-secret", "title": "Wompi integrity secret", "description": "Wompi integrity secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Wompi dashboard under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wompi.co/docs/colombia/ambientes-y-llaves/", "breadth": "exact", "pattern": "(?:prod_integrity_[A-Za-z0-9]{24,48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["prod_integrity_"], "allow": [], "structure": "random-text", "publicPrefix": "prod_integrity_", "samples": { "hit": ["prod_integrity_{alnum:32}"], "miss": ["prod_integrity_{lower:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wompi-private-key", "title": "Wompi private key", "description": "Wompi private key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Wompi dashboard under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wompi.co/docs/colombia/ambientes-y-llaves/", "breadth": "exact", "pattern": "(?:prv_prod_[A-Za-z0-9]{24,48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["prv_prod_"], "allow": [], "publicPrefix": "prv_prod_", "samples": { "hit": ["prv_prod_{alnum:32}"], "miss": ["prv_prod_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wompi-test-key", "title": "Wompi sandbox key", "description": "Wompi sandbox key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Wompi dashboard under Developers, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.wompi.co/docs/colombia/ambientes-y-llaves/", "breadth": "exact", "pattern": "(?:prv_test_[A-Za-z0-9]{24,48})(?![A-Za-z0-9])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["prv_test_"], "allow": [], "publicPrefix": "prv_test_", "samples": { "hit": ["prv_test_{alnum:32}"], "miss": ["prv_test_{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "woocommerce-consumer-secret", "title": "WooCommerce consumer secret", "description": "WooCommerce consumer secret.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke the key in WooCommerce under REST API, and load its successor at run time.", "reference": "https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication", "breadth": "context", "pattern": "(?:woocommerce|consumer_?secret|consumer_?key)[\\w.-]{0,30}[\"\\'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>,])[ \\t]{0,4}[\"\\'`]?(c[sk]_[0-9a-f]{40})", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["woocommerce", "consumer_secret", "consumersecret", "consumer_key", "consumerkey"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["WOOCOMMERCE_CONSUMER_SECRET=cs_{hex:40}", "consumer_secret: \"cs_{hex:40}\""], "miss": ["cs_{hex:40}"] }, "front": [0, 0], "tail": { "chars": "\t \"',-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "wordpress-salt", "title": "WordPress key or salt", "description": "WordPress key or salt.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Replace the eight keys and salts: who holds them can forge sessions.", "reference": "https://developer.wordpress.org/advanced-administration/security/", "breadth": "context", "pattern": "define\\(\\s{0,4}[\"'](?:AUTH|SECURE_AUTH|LOGGED_IN|NONCE)_(?:KEY|SALT)[\"']\\s{0,4},\\s{0,8}[\"']([^'\"\\n]{40,80})[\"']", "flags": "", "secretGroup": 1, "entropy": 0, "keywords": ["define("], "allow": [], "publicPrefix": "", "samples": { "hit": ["define('AUTH_KEY', '{symbols:64}');", "define( 'NONCE_SALT',       '{symbols:64}' );"], "miss": ["define('AUTH_KEY', 'put your unique phrase here');"] }, "front": [0, 0], "tail": { "chars": "\t\n\u000b\f\r \"',ACDEGHIKLNORSTUY_ ¡¢£¤¥¦§¨©ª«¬­®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ", "least": 12 } },
    { "id": "workato-api-token", "title": "Workato developer API token", "description": "Workato developer API token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the API client in Workato, and load its successor at run time.", "reference": "https://docs.workato.com/workato-api.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:wrka(?:[a-z]{2})?-eyJ[A-Za-z0-9_-]{8,2000}\\.[A-Za-z0-9_-]{16,4000}\\.[A-Za-z0-9_-]{64,1000})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["wrka"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["wrkaeu-eyJ{base64url:40}.{base64url:80}.{base64url:86}"], "miss": ["wrkaus-{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "-abcdefghijklmnopqrstuvwxyz", "least": 3, "next": "J" } },
    { "id": "worldpay-password", "title": "Worldpay XML or Access password", "description": "Worldpay XML or Access password.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Worldpay dashboard, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.worldpay.com/products/access/get-started", "breadth": "context", "pattern": "worldpay[\\w.-]{0,24}(?:password|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([!#-&(-;=?-~]{10,64})", "flags": "i", "secretGroup": 1, "entropy": 3, "keywords": ["worldpay"], "allow": [], "structure": "chosen-password", "publicPrefix": "", "samples": { "hit": ["WORLDPAY_XML_PASSWORD={password:20}", "worldpay.password: \"{password:16}\""], "miss": ["WORLDPAY_PASSWORD=$SECRET", "WORLDPAY_XML_PASSWORD=changeme1234"] }, "front": [0, 0], "tail": { "chars": "-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 6 } },
    { "id": "worldpay-service-key", "title": "Worldpay service key", "description": "Worldpay service key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Worldpay dashboard under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.worldpay.com/docs/wpg", "breadth": "exact", "pattern": "(?<![A-Za-z0-9])(?:[LT]_S_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["L_S_", "T_S_"], "allow": [], "publicPrefix": "", "samples": { "hit": ["L_S_{uuid}", "T_S_{uuid}"], "miss": ["L_S_{hex:8}", "L_C_{uuid}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 8, "next": "-" } },
    { "id": "xai-api-key", "title": "xAI API key", "description": "xAI API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the xAI console under API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.x.ai/docs/tutorial", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:xai-[A-Za-z0-9]{80})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xai-"], "allow": [], "publicPrefix": "xai-", "samples": { "hit": ["xai-{alnum:80}"], "miss": ["xai-{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "xata-api-key", "title": "Xata API key", "description": "Xata API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://xata.io/docs", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:xau_[A-Za-z0-9]{32,48})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xau_"], "allow": [], "publicPrefix": "xau_", "samples": { "hit": ["xau_{alnum:38}"], "miss": ["xau_{lower:5}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "xendit-secret-key", "title": "Xendit secret key", "description": "Xendit secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Xendit dashboard under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.xendit.co/docs/api-keys", "breadth": "exact", "pattern": "xnd_production_[A-Za-z0-9]{32,100}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xnd_production_"], "allow": [], "publicPrefix": "xnd_production_", "samples": { "hit": ["xnd_production_{alnum:62}"], "miss": ["xnd_production_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "xendit-test-key", "title": "Xendit development key", "description": "Xendit development key.", "severity": "medium", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the Xendit dashboard under Settings, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://docs.xendit.co/docs/api-keys", "breadth": "exact", "pattern": "xnd_development_[A-Za-z0-9]{32,100}", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["xnd_development_"], "allow": [], "publicPrefix": "xnd_development_", "samples": { "hit": ["xnd_development_{alnum:62}"], "miss": ["xnd_development_{alnum:12}"] }, "front": [0, 0], "tail": { "chars": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "yandex-api-key", "title": "Yandex Cloud API key", "description": "Yandex Cloud API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the service account’s page, issue a successor, and load that at run time from the secret store.", "reference": "https://yandex.cloud/en/docs/iam/concepts/authorization/api-key", "breadth": "exact", "pattern": "(?<![A-Za-z0-9+/_-])(?:AQVN[A-Za-z0-9_-]{35,38})(?![A-Za-z0-9_-])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["AQVN"], "allow": [], "publicPrefix": "AQVN", "samples": { "hit": ["AQVN{base64url:36}"], "miss": ["AQVN{alnum:8}"] }, "front": [0, 0], "tail": { "chars": "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "yandex-iam-token", "title": "Yandex Cloud IAM token", "description": "Yandex Cloud IAM token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the account: it expires within twelve hours, issue a successor, and load that at run time from the secret store.", "reference": "https://yandex.cloud/en/docs/iam/concepts/authorization/iam-token", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_-])(?:t1\\.[A-Z0-9a-z_-]{10,400}={0,2}\\.[A-Z0-9a-z_-]{86}={0,2})", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["t1."], "allow": [], "publicPrefix": "t1.", "samples": { "hit": ["t1.{base64url:180}.{base64url:86}"], "miss": ["t1.{alnum:10}"] }, "front": [0, 0], "tail": { "chars": "-.0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "yookassa-secret-key", "title": "YooKassa secret key", "description": "YooKassa secret key.", "severity": "critical", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in YooKassa under Integration, API keys, issue a successor, and load that at run time from the secret store.", "reference": "https://yookassa.ru/developers/using-api/interaction-format", "breadth": "context", "pattern": "(?:(?:yookassa|yandex[_-]?kassa|yoomoney)[\\w.-]{0,24}(?:key|secret|token)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?((?:live|test)_[A-Za-z0-9_-]{40,48}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["yookassa", "yandex_kassa", "yoomoney"], "allow": [], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["YOOKASSA_SECRET_KEY=live_{base64url:43}"], "miss": ["YOOKASSA_SECRET_KEY=${{KEY}}", "YOOKASSA_SECRET_KEY={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "zendesk-api-token", "title": "Zendesk API token or secret", "description": "Zendesk API token or secret.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it in the vendor’s console, issue a successor, and load that at run time from the secret store.", "reference": "https://developer.zendesk.com/api-reference/introduction/security-and-auth/", "breadth": "context", "pattern": "(?:zendesk[\\w.-]{0,24}(?:token|key|secret)[\"'\\]]{0,2}[ \\t]{0,4}(?:=>|:=|[:=>])[ \\t]{0,4}[\"'`]?([A-Za-z0-9]{40,64}))(?![A-Za-z0-9])", "flags": "i", "secretGroup": 1, "entropy": 0, "keywords": ["zendesk"], "allow": [], "aliases": ["zendesk-secret-key"], "structure": "random-text", "publicPrefix": "", "samples": { "hit": ["ZENDESK_API_TOKEN={alnum:40}"], "miss": ["ZENDESK_API_TOKEN=${{KEY}}", "ZENDESK_API_TOKEN={lower:9}"] }, "front": [0, 0], "tail": { "chars": "\t \"'-.0123456789:=>ABCDEFGHIJKLMNOPQRSTUVWXYZ]_`abcdefghijklmnopqrstuvwxyz", "least": 24 } },
    { "id": "zoho-refresh-token", "title": "Zoho OAuth token", "description": "Zoho OAuth token.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Revoke it at accounts.zoho.com under Connected apps, and load its successor at run time.", "reference": "https://www.zoho.com/accounts/protocol/oauth.html", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_.])(?:1000\\.[0-9a-f]{32}\\.[0-9a-f]{32})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["1000."], "allow": [], "structure": "random-text", "publicPrefix": "1000.", "samples": { "hit": ["1000.{hex:32}.{hex:32}"], "miss": ["1000.{hex:32}", "1000.5"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdef", "least": 24, "next": "." } },
    { "id": "zuplo-api-key", "title": "Zuplo API key", "description": "Zuplo API key.", "severity": "high", "controls": ["8.6.2", "8.3.2"], "remediation": "Delete the key in Zuplo, and load its successor at run time.", "reference": "https://zuplo.com/docs/articles/api-key-management", "breadth": "exact", "pattern": "(?<![A-Za-z0-9_])(?:zpka_[a-z0-9]{32}_[0-9a-f]{8})(?![A-Za-z0-9_])", "flags": "", "secretGroup": 0, "entropy": 0, "keywords": ["zpka_"], "allow": [], "structure": "random-text", "publicPrefix": "zpka_", "samples": { "hit": ["zpka_{loweralnum:32}_{hex:8}"], "miss": ["zpka_{hex:8}"] }, "front": [0, 0], "tail": { "chars": "0123456789abcdefghijklmnopqrstuvwxyz", "least": 24, "next": "_" } },
];


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ createInspector),
  i: () => (/* binding */ spread)
});

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(573);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(598);
;// CONCATENATED MODULE: ./src/finding/redact.js
/** `prefix` is the part that the vendor publishes, such as "ghp_"; the value itself is never a parameter. */
function previewCredential(prefix) {
    return `${prefix}…`;
}
/** BIN and last four digits, which PCI DSS 3.4.1 allows to show; shorter numbers show nothing. */
function previewCardNumber(digits) {
    if (digits.length < 13)
        return "…";
    return `${digits.slice(0, 6)}…${digits.slice(-4)}`;
}
/** For sensitive authentication data (track, CVV) and known values nothing at all is shown. */
function previewNothing(what) {
    return `[${what}]`;
}
/** Puts each preview in the place of its span (character offsets); overlapping spans are merged under the first one's preview. */
function redactSpans(text, spans) {
    let out = "";
    let at = 0;
    for (const span of spans.toSorted((a, b) => a.start - b.start)) {
        if (span.end <= at)
            continue;
        if (span.start >= at)
            out += text.slice(at, span.start) + span.preview;
        at = span.end;
    }
    return out + text.slice(at);
}

;// CONCATENATED MODULE: ./src/detector/spans.js
// Values by the bytes that they span, kept so that what overlaps with a span is found without looking at all of them.
/** By where they begin, the longest first. */
function byStart(a, b) {
    return a.start - b.start || b.end - a.end;
}
/** In order: as they are where they come so, as most do, by the hundred thousand. */
function inOrder(values, compare) {
    for (let at = 1; at < values.length; at++)
        if (compare(values[at - 1], values[at]) > 0)
            return values.toSorted(compare);
    return values;
}
/** Bytes that share a bucket; values are rarely longer. */
const BUCKET = 256;
/** A span over more buckets than this stands in a list of its own, which is looked at each time. */
const WIDE = 64;
class Spans {
    #buckets = new Map();
    #wide = [];
    add(value) {
        const [first, last] = bucketsOf(value);
        if (last - first >= WIDE) {
            this.#wide.push(value);
            return;
        }
        for (let bucket = first; bucket <= last; bucket++) {
            const values = this.#buckets.get(bucket);
            if (values)
                values.push(value);
            else
                this.#buckets.set(bucket, [value]);
        }
    }
    /** Whether some value that overlaps with the span is one that `wanted` wants. */
    some(span, wanted) {
        const holds = (value) => value.start < span.end && span.start < value.end && wanted(value);
        const [first, last] = bucketsOf(span);
        for (let bucket = first; bucket <= last; bucket++)
            if (this.#buckets.get(bucket)?.some(holds))
                return true;
        return this.#wide.some(holds);
    }
    /** Takes out what overlaps with the span and is `unwanted`. */
    remove(span, unwanted) {
        const gone = new Set();
        this.some(span, (value) => {
            if (unwanted(value))
                gone.add(value);
            return false;
        });
        for (const value of gone)
            this.#takeOut(value);
        return [...gone];
    }
    #takeOut(value) {
        const [first, last] = bucketsOf(value);
        if (last - first >= WIDE)
            this.#wide = this.#wide.filter((other) => other !== value);
        else
            for (let bucket = first; bucket <= last; bucket++)
                this.#buckets.set(bucket, this.#buckets.get(bucket)?.filter((other) => other !== value) ?? []);
    }
}
function bucketsOf({ start, end }) {
    return [Math.floor(start / BUCKET), Math.floor((end - 1) / BUCKET)];
}
/** Keeps of several groups, narrowest first, what overlaps with nothing that was kept before; each group's members may overlap each other, then the first one stays. */
class Disjoint {
    /** In order, no two of them overlapping. */
    #kept = [];
    /** Those that were kept, in order. */
    get spans() {
        return this.#kept;
    }
    /** Takes the group's members, in the order of their starts, where there is room; gives those taken. */
    take(group) {
        const before = this.#kept;
        if (before.length === 0 && areApart(group))
            return this.#kept = group;
        const taken = [];
        const all = [];
        let next = 0;
        let reach = -1;
        for (const value of group) {
            for (let kept = before[next]; kept !== undefined && kept.end <= value.start; kept = before[++next])
                all.push(kept);
            if (value.start < reach || (before[next]?.start ?? Infinity) < value.end)
                continue;
            taken.push(value);
            all.push(value);
            reach = value.end;
        }
        this.#kept = all.concat(before.slice(next));
        return taken;
    }
}
function areApart(values) {
    let reach = 0;
    for (const { start, end } of values) {
        if (start < reach)
            return false;
        reach = end;
    }
    return true;
}

// EXTERNAL MODULE: ./src/detector/cardholder/separator.js
var separator = __webpack_require__(385);
;// CONCATENATED MODULE: ./src/detector/cardholder/digit-run.js
// Where card numbers may stand: digits in a row, one separator between them allowed.

const SHORTEST = 13;
const LONGEST = 19;
/** Runs of at least thirteen digits and separators, in order; each lies in one of the `regions`. */
function findDigitRuns(bytes, regions = [{ start: 0, end: bytes.length }]) {
    const runs = [];
    for (const region of regions) {
        for (let at = region.start; at + SHORTEST <= region.end;) {
            // Seen from behind, what is no part of a run is seen soonest.
            let last = at + SHORTEST - 1;
            while (last >= at && (0,separator/* isPart */.QR)(bytes[last]))
                last--;
            const start = last + 1;
            const end = last < at && (0,separator/* isDigit */.yp)(bytes[start]) ? endOfRun(bytes, start) : start;
            if (end - start >= SHORTEST)
                runs.push({ start, end });
            at = Math.max(end, at + 1);
        }
    }
    return runs;
}
function endOfRun(bytes, at) {
    for (let end = at;;) {
        while (end < bytes.length && (0,separator/* isDigit */.yp)(bytes[end]))
            end++;
        const gap = end < bytes.length ? (0,separator/* separatorAt */.ho)(bytes, end) : 0;
        if (gap === 0 || !(0,separator/* isDigit */.yp)(bytes[end + gap]))
            return end;
        end += gap;
    }
}

;// CONCATENATED MODULE: ./src/detector/cardholder/rules.js
const cardNumber = {
    id: "card-number",
    title: "Card number in the clear",
    severity: "critical",
    controls: ["3.5.1", "3.4.1"],
    remediation: "Remove the number from what is built or logged, and keep a token or at most BIN and last four digits; treat the copies that were made as cardholder data.",
};
const testCardNumber = {
    id: "test-card-number",
    title: "Published test card number",
    severity: "low",
    controls: ["6.5.5"],
    remediation: "Nothing is exposed. Keep test numbers out of production images so that a real one stands out.",
};
const trackData = {
    id: "track-data",
    title: "Magnetic stripe data",
    severity: "critical",
    controls: ["3.3.1.1", "3.3.1"],
    remediation: "Delete the data everywhere it was copied to; track data may not be kept after authorization, encrypted or not.",
};
const cardVerificationValue = {
    id: "card-verification-value",
    title: "Card verification value beside a card number",
    severity: "critical",
    controls: ["3.3.1.2", "3.3.1"],
    remediation: "Stop writing the value, and delete the copies; it may not be kept after authorization, encrypted or not.",
};
const cardholderRules = [cardNumber, testCardNumber, trackData, cardVerificationValue];

;// CONCATENATED MODULE: ./src/detector/cardholder/text.js
// Text of the few places that expressions look at: that of a whole window costs more to make than to search.

const { latin1Slice } = external_node_buffer_.Buffer.prototype;
/** One character for each byte between the offsets, of which the second may lie behind the end. */
function textOf(bytes, from, to) {
    return latin1Slice.call(bytes, from, Math.max(from, Math.min(to, bytes.length)));
}

// EXTERNAL MODULE: ./src/detector/cardholder/number/digits.js
var number_digits = __webpack_require__(666);
// EXTERNAL MODULE: ./src/detector/cardholder/number/issuer.js
var number_issuer = __webpack_require__(907);
;// CONCATENATED MODULE: ./src/detector/cardholder/number/surroundings.js
// What stands around the candidates of one window, which come in order and lie close together: each byte is looked at once, not once for each candidate.


/** Knows of stretches that hold no byte of a kind. */
class Stretch {
    #bytes;
    #kinds;
    #from = 0;
    #to = 0;
    /** `kinds` has 1 for each byte of the kind. */
    constructor(bytes, kinds) {
        this.#bytes = bytes;
        this.#kinds = kinds;
    }
    /** Whether no byte of the kind stands between the offsets; quick where the one asked for before overlaps. */
    lacks(from, to) {
        if (from < this.#from || from > this.#to) {
            this.#from = from;
            this.#to = from;
        }
        let at = this.#to;
        while (at < to && this.#kinds[this.#bytes[at]] === 0)
            at++;
        this.#to = at;
        if (at >= to)
            return true;
        this.#from = at + 1;
        this.#to = at + 1;
        return false;
    }
}
const hexadecimal = new Uint8Array(256);
for (const character of "0123456789abcdefABCDEF")
    hexadecimal[character.charCodeAt(0)] = 1;
/** Characters of a word that counts, and how far before the offsets one may begin that reaches between them. */
const surroundings_SHORTEST = 10;
const FARTHEST = 40;
const LONGEST_NUMBER = 22;
const LONGEST_CARD = 19;
/** More words than there may be around a candidate. */
const ROOM = 64;
const LETTERS = 0;
const NUMBER = 1;
const CARD = 2;
const OTHER = 3;
const digits = new number_digits/* Digits */.r();
/** Words of hexadecimal digits around candidates, which come in order. */
class Words {
    #bytes;
    /** The words from #first up to #next, each at its number modulo ROOM. */
    #starts = new Int32Array(ROOM);
    #ends = new Int32Array(ROOM);
    #kinds = new Uint8Array(ROOM);
    #first = 0;
    #next = 0;
    /** How many of them there are of each kind. */
    #counts = new Int32Array(4);
    /** How far they are known. */
    #scanned = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** Many long numbers between the offsets that are no cards, or words of the same length: constants, identifiers. A list of cards is none. */
    isTable(from, to, length) {
        this.#forget(from + surroundings_SHORTEST);
        this.#scan(from + surroundings_SHORTEST, to - surroundings_SHORTEST);
        const cards = this.#counts[CARD];
        const others = this.#counts[NUMBER];
        return (cards + others >= 3 && cards < others) || (this.#counts[LETTERS] >= 2 && this.#hasTwo(length));
    }
    /** Words that end before `from`. */
    #forget(from) {
        for (; this.#first < this.#next && this.#ends[this.#first % ROOM] < from; this.#first++)
            this.#counts[this.#kinds[this.#first % ROOM]]--;
    }
    /** Words that end at `from` or behind it, up to those that begin at `to`. */
    #scan(from, to) {
        const bytes = this.#bytes;
        let at = this.#scanned;
        if (at < from - surroundings_SHORTEST) {
            at = from - surroundings_SHORTEST;
            while (at > this.#scanned && from - at < FARTHEST && hexadecimal[bytes[at - 1]] === 1)
                at--;
        }
        for (; at <= to; at++) {
            if (hexadecimal[bytes[at]] === 0)
                continue;
            const start = at;
            while (at < bytes.length && hexadecimal[bytes[at]] === 1)
                at++;
            if (at - start >= surroundings_SHORTEST && at >= from)
                this.#add(start, at);
        }
        this.#scanned = Math.max(at, this.#scanned);
    }
    #add(start, end) {
        const n = this.#next++ % ROOM;
        this.#starts[n] = start;
        this.#ends[n] = end;
        this.#kinds[n] = kindOf(this.#bytes, start, end);
        this.#counts[this.#kinds[n]]++;
    }
    #hasTwo(length) {
        let count = 0;
        for (let n = this.#first; n < this.#next; n++)
            if (this.#kinds[n % ROOM] === LETTERS && this.#ends[n % ROOM] - this.#starts[n % ROOM] === length)
                count++;
        return count >= 2;
    }
}
function kindOf(bytes, start, end) {
    for (let at = start; at < end; at++)
        if (bytes[at] > 0x39)
            return LETTERS;
    if (end - start > LONGEST_NUMBER)
        return OTHER;
    if (end - start > LONGEST_CARD)
        return NUMBER;
    digits.read(bytes, start, end);
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? CARD : NUMBER;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/number/context.js
// What stands around a number, and what its digits look like by themselves: reasons to doubt that it is a card's, and reasons to believe it.



/** Words for cards in the languages of those who pay with them; parts of names count, parts of other words don't. */
const cardWords = /(?<![a-z])(?:(?:credit|debit|bank|gift|prepaid)?[ _-]?card(?:s|holder|[ _-]?(?:number|num|nr|no|n|holder|data|info))?|cc[ _-]?(?:number|num|nr|no|n|info))(?![a-z])|(?<![a-z])pan(?![a-z])|visa\b|\bamex|american.?express|master.?card|maestro|\bjcb\b|diners|unionpay|\brupay|hipercard|\bcv[vc]2?\b|exp(?:iry|iration|ires)?[ _-]?(?:date|month|year|mm|yy)|primary.?account|tarjeta|cart[aã]o|carte.?(?:bancaire|bleue|de)|(?:kredit|debit|giro)?karte|kart[ey]?(?:nnummer|_|\b)|карт|\bdf?_?0?02\b|\b(?:acct|account)[ _-]?(?:num|no|number)/i;
/** `cardNumber`, `billingCard`. */
const cardNames = /(?<![A-Za-z])card[A-Z]|(?<=[a-z])Card(?![a-z])/;
/** Names whose numbers are something else, and calls, whose bare arguments are seeds and constants. */
const otherNames = /(?:(?<![a-z])(?:id|ids|uid|gid|oid|pid|uuid|guid|time|timestamp|ts|date|epoch|nanos?|micros?|millis?|ns|us|ms|seed|rng|random|hash|crc\d*|checksum|sum|offset|size|bytes|length|len|nonce|serial|version|rev|revision|inode|addr|address|ptr|pointer|handle|isbn|imei|iccid|msisdn|phone|tel|fax|tracking|barcode|ean|gtin|sku|lat|lon|lng|snowflake|tweet|status|build|counter|ticks)|[a-z](?:Id|ID|Time|Seed|Hash|Size|Offset))["'\]]{0,2}[ \t]{0,4}(?:[:=]|=>|\()[ \t]{0,4}["']?$|[a-zA-Z_]\($/i;
/** What products are told apart by, in prose. */
const models = /\b(?:model|firmware|part|serial|bios)(?: (?:no\.?|number|id))? $/i;
const DASH = 0x2d;
/** Bytes around a number in which its context is looked for. */
const AROUND = 160;
const CLOSE = 64;
/** Among what is no text. */
const NEAR = 24;
const letters = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b);
/** Letters, digits and the underscore. */
const words = letters.slice().fill(1, 0x30, 0x3a).fill(1, 0x5f, 0x60);
const strange = Uint8Array.from({ length: 256 }, (_, byte) => (isText(byte) ? 0 : 1));
/** The context of numbers in one window, asked for in their order. */
class Context {
    #bytes;
    #close;
    #around;
    #plain;
    #words;
    constructor(bytes) {
        this.#bytes = bytes;
        this.#close = new Stretch(bytes, letters);
        this.#around = new Stretch(bytes, letters);
        this.#plain = new Stretch(bytes, strange);
        this.#words = new Words(bytes);
    }
    /** True where the text before or behind names cards. */
    namesCard(start, end) {
        const from = Math.max(0, start - CLOSE);
        const to = Math.min(this.#bytes.length, end + CLOSE);
        return !this.#close.lacks(from, to) && (namesCard(textOf(this.#bytes, from, start)) || namesCard(textOf(this.#bytes, end, to)));
    }
    /** The same directly before. */
    namesCardBefore(start) {
        return namesCard(textOf(this.#bytes, Math.max(0, start - NEAR), start));
    }
    /** Behind a name that stands for another number, or a call. */
    isNamedOtherwise(start) {
        if (this.#followsWord(start) && models.test(textOf(this.#bytes, Math.max(0, start - NEAR), start)))
            return true;
        return this.#followsOperator(start) && otherNames.test(textOf(this.#bytes, Math.max(0, start - CLOSE), start));
    }
    /** Part of a longer row of numbers or codes. One more group behind it may be an expiry date or a verification value. */
    isListed(start, end) {
        const from = Math.max(0, start - AROUND);
        const to = Math.min(this.#bytes.length, end + AROUND);
        const codes = this.#around.lacks(from, to) ? [] : (textOf(this.#bytes, from, to).match(/\b(?=[0-9A-F]*[A-F])[0-9A-F]{4}\b/gi) ?? []);
        return codes.length >= 3 || /(?:\d|[0-9A-F]{4})[ -]{1,2}$/i.test(textOf(this.#bytes, Math.max(0, start - 6), start)) || /^[ -]{1,2}(?:\d{1,2}|[0-9A-F]{4})[ -]{1,2}(?:\d|[0-9A-F]{4})/i.test(textOf(this.#bytes, end, Math.min(to, end + 12)));
    }
    /** Many long numbers close by that are no cards: constants, identifiers. */
    isNumberTable(start, end) {
        return this.#words.isTable(Math.max(0, start - AROUND), Math.min(this.#bytes.length, end + AROUND), end - start);
    }
    /** Among bytes that are no text a number stands for a card only where it is set off as a field is, and its digits vary. */
    isUnsure(start, end, digits) {
        const from = Math.max(0, start - NEAR);
        const to = Math.min(this.#bytes.length, end + NEAR);
        if (this.#plain.lacks(from, to))
            return false;
        let count = 0;
        for (let at = from; at < to; at++)
            count += strange[this.#bytes[at]];
        return count > 8 && (!digits.isVaried || !isFieldEdge(this.#bytes[start - 1] ?? 0) || !isFieldEdge(this.#bytes[end] ?? 0));
    }
    /** No part of a longer word, number, float, version, path or identifier. */
    standsAlone(start, end) {
        const bytes = this.#bytes;
        const before = bytes[start - 1] ?? 0;
        const after = bytes[end] ?? 0;
        if (words[before] === 1 || words[after] === 1)
            return false;
        if (before === 0x2e && ((0,separator/* isDigit */.yp)(bytes[start - 2] ?? 0) || !isText(bytes[start - 2] ?? 0x20)))
            return false;
        if ((after === 0x2e || after === DASH || after === 0x2f) && words[bytes[end + 1] ?? 0] === 1)
            return false;
        // A dash between groups, a sign, a path, a fragment, an escape, a sum.
        return before !== DASH && before !== 0x2f && before !== 0x23 && before !== 0x25 && before !== 0x2b;
    }
    /** Set off by nothing: in a file of records, as in a longer word. */
    startsLetter(end) {
        const after = this.#bytes[end] ?? 0;
        return words[after] === 1 && !(0,separator/* isDigit */.yp)(after);
    }
    /** Whether a blank stands before `start`, and what may end a word or an abbreviation before that. */
    #followsWord(start) {
        const before = this.#bytes[start - 2] ?? 0;
        return this.#bytes[start - 1] === 0x20 && (letters[before] === 1 || before === 0x2e);
    }
    /** Whether blanks and a quote before `start` are all that stands between it and one of `: = > (`. */
    #followsOperator(start) {
        const bytes = this.#bytes;
        let at = start - 1;
        if (bytes[at] === 0x22 || bytes[at] === 0x27)
            at--;
        for (let blanks = 0; blanks < 4 && (bytes[at] === 0x20 || bytes[at] === 0x09); blanks++)
            at--;
        const byte = bytes[at];
        return byte === 0x3a || byte === 0x3d || byte === 0x3e || byte === 0x28;
    }
}
function namesCard(text) {
    return cardWords.test(text) || cardNames.test(text);
}
/** Control characters, blanks, quotes, and `, : ; = |`. */
function isFieldEdge(byte) {
    return byte <= 0x20 || byte >= 0x7f || byte === 0x22 || byte === 0x27 || byte === 0x2c || byte === 0x3a || byte === 0x3b || byte === 0x3d || byte === 0x7c;
}
function isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/number/sqlite-record.js
/** How far before a value its record may begin. */
const MOST_BEFORE = 400;
const LONGEST_HEADER = 40;
/** Bytes of the serial types 0 to 9; "Record Format" in the file format of SQLite, sqlite.org/fileformat2.html#record_format. */
const sizes = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
/** True where a record's header before the run gives the run as one whole text field. */
function isSqliteField(bytes, run) {
    for (let header = run.start - 2; header >= Math.max(0, run.start - MOST_BEFORE); header--) {
        const length = bytes[header];
        if (length >= 2 && length <= LONGEST_HEADER && header + length <= run.start && holdsField(bytes, { header, length, run }))
            return true;
    }
    return false;
}
/** In text every byte may pass for a length; a header has small types as well. */
function isTextOnly(bytes, from, to) {
    for (let at = from; at < to; at++)
        if (bytes[at] < 0x09 || bytes[at] > 0x7e)
            return false;
    return true;
}
function holdsField(bytes, { header, length, run }) {
    if (isTextOnly(bytes, header, header + length))
        return false;
    let field = header + length;
    for (let at = header + 1; at < header + length && field <= run.start; at++) {
        let type = bytes[at] & 0x7f;
        if (bytes[at] >= 0x80)
            type = (type << 7) | (bytes[++at] & 0x7f);
        if (type === 10 || type === 11)
            return false;
        const size = sizes[type] ?? (type - (type % 2 === 0 ? 12 : 13)) / 2;
        if (field === run.start && type % 2 === 1 && type > 12 && size === run.end - run.start)
            return true;
        field += size;
    }
    return false;
}

// EXTERNAL MODULE: ./src/detector/cardholder/number/test-card.js
var test_card = __webpack_require__(180);
;// CONCATENATED MODULE: ./src/detector/cardholder/number/card-number.js
// Primary account numbers: digit runs with issuer, length and check digit, told from the many other numbers that have them by chance.









/** Its preview is made when it is asked for: most of a dump's numbers are only counted. */
class CardNumber {
    rule;
    start;
    end;
    rank = 0;
    confirmedBy;
    #bytes;
    constructor(bytes, { start, end, checked, isTest }) {
        this.rule = isTest ? testCardNumber : cardNumber;
        this.start = start;
        this.end = end;
        if (checked)
            this.confirmedBy = "luhn";
        this.#bytes = bytes;
    }
    get preview() {
        const digits = new number_digits/* Digits */.r();
        digits.read(this.#bytes, this.start, this.end);
        return previewCardNumber(digits.toString());
    }
}
/** The card numbers among `runs`, in order. */
function findCardNumbers(bytes, runs) {
    const cutter = new Cutter(bytes);
    for (let n = 0; n < runs.length; n++)
        cutter.cut(runs[n]);
    return cutter.found;
}
const card_number_DASH = 0x2d;
/** Whether the last groups are divided as on cards, and how many they are; `sizes` has four bits for each. */
function countGroups(sizes, same) {
    const three = sizes & 0xfff;
    if (same >= 2 && (three === 0x465 || three === 0x464 || three === 0x666 || three === 0x667))
        return 3;
    const four = sizes & 0xffff;
    if (same >= 3 && (four === 0x4444 || four === 0x4456))
        return 4;
    return same >= 4 && sizes >= 0x44441 && sizes <= 0x44443 ? 5 : 0;
}
/** Tries the numbers that runs may hold: each undivided part of fitting length, and parts that are divided the way cards are. */
class Cutter {
    found = [];
    #bytes;
    #digits = new number_digits/* Digits */.r();
    #context;
    /** Where the last groups begin, each at its number modulo eight. */
    #starts = new Int32Array(8);
    #groups = 0;
    /** Sizes of the last five, four bits each. */
    #sizes = 0;
    /** How many gaps in a row have been the same, and what stood in the last one. */
    #same = 0;
    #gap = 0;
    constructor(bytes) {
        this.#bytes = bytes;
        this.#context = new Context(bytes);
    }
    cut(run) {
        const bytes = this.#bytes;
        this.#sizes = 0;
        this.#same = 0;
        this.#gap = 0;
        for (let at = run.start;;) {
            let end = at;
            while (end < run.end && (0,separator/* isDigit */.yp)(bytes[end]))
                end++;
            this.#take(at, end);
            if (end >= run.end)
                return;
            at = end + this.#pass(end);
        }
    }
    #take(start, end) {
        const size = end - start;
        if (size >= SHORTEST && size <= LONGEST)
            this.#judge(start, end, false);
        this.#starts[this.#groups++ & 7] = start;
        this.#sizes = size > 7 ? 0 : ((this.#sizes << 4) | size) & 0xfffff;
        const count = this.#same >= 2 ? countGroups(this.#sizes, this.#same) : 0;
        if (count > 0)
            this.#judge(this.#starts[(this.#groups - count) & 7], end, true);
    }
    /** The gap behind a group, which ends at `at`; gives its length. */
    #pass(at) {
        const length = (0,separator/* separatorAt */.ho)(this.#bytes, at);
        let gap = 0;
        for (let next = at; next < at + length; next++)
            gap = (gap << 8) | this.#bytes[next];
        this.#same = gap === this.#gap ? this.#same + 1 : 1;
        this.#gap = gap;
        return length;
    }
    #judge(start, end, grouped) {
        if (this.found.length > 0 && this.found[this.found.length - 1].start === start)
            return;
        const isSetOff = this.#context.standsAlone(start, end);
        // In a file of records nothing sets a field off from the next.
        const mayBeField = !grouped && this.#context.startsLetter(end);
        if (!isSetOff && !mayBeField)
            return;
        const digits = this.#digits;
        digits.read(this.#bytes, start, end);
        const issuer = (0,number_issuer/* issuerOf */.x)(digits);
        if (!issuer)
            return;
        const checked = digits.hasCheckDigit;
        if ((!checked && !issuer.unchecked) || (digits.isSequence && !(0,test_card/* isTestCard */.P)(digits)))
            return;
        const isField = checked && mayBeField && isSqliteField(this.#bytes, { start, end });
        if (!isField && !(isSetOff && this.#isBelievable(issuer, { start, end, grouped, checked })))
            return;
        this.found.push(new CardNumber(this.#bytes, { start, end, checked, isTest: (0,test_card/* isTestCard */.P)(digits) }));
    }
    #isBelievable(issuer, { start, end, grouped, checked }) {
        const context = this.#context;
        const digits = this.#digits;
        if (!checked)
            return context.namesCardBefore(start);
        const isDoubtful = grouped ? context.isListed(start, end) || digits.isCounting || (issuer.doubtful && (this.#gap & 0xff) !== card_number_DASH)
            : issuer.doubtful || digits.isPoor || context.isUnsure(start, end, digits) || context.isNumberTable(start, end) || context.isNamedOtherwise(start);
        return !isDoubtful || (0,test_card/* isTestCard */.P)(digits) || context.namesCard(start, end);
    }
}

;// CONCATENATED MODULE: ./src/detector/cardholder/message-field.js
// Card numbers inside the messages of payment networks, where fields stand beside each other without a separator:
// ISO 8583 in text form (field 2), and EMV data in hexadecimal (tags 5A and 57; EMV book 3, annex A).






/** How far before a run its message type and bitmaps begin. */
const HEAD = 44;
const TAIL = 48;
/** The first field of each kind in the messages that hold one of `runs`. */
function findMessageFields(bytes, runs) {
    const found = new Map();
    for (let n = 0; n < runs.length; n++) {
        const run = runs[n];
        const from = Math.max(0, run.start - HEAD);
        const to = Math.min(bytes.length, run.end + TAIL, run.start + 256 + TAIL);
        if (!isWorthALook(bytes, run) || !mayHoldField(bytes, from, to))
            continue;
        const slice = textOf(bytes, from, to);
        for (const field of [...readIso8583(slice), ...readEmv(slice)]) {
            const moved = { ...field, start: from + field.start, end: from + field.end };
            if (!found.has(moved.start))
                found.set(moved.start, moved);
        }
    }
    return [...found.values()];
}
/** Longer than any number, behind a tag, or before a track's separator. */
function isWorthALook(bytes, { start, end }) {
    return end - start > LONGEST || isHexadecimal(bytes[start - 1]) || (bytes[end] | 0x20) === 0x64 || (bytes[start] === 0x35 && bytes[start + 1] === 0x37);
}
function isHexadecimal(code) {
    return (0,separator/* isDigit */.yp)(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x66);
}
/** Whether the front of a field or of a message type stands there at all: 5A0, 570, 571, or a zero with nothing of a word before it. */
function mayHoldField(bytes, from, to) {
    for (let at = from; at < to; at++) {
        const code = bytes[at];
        if (code === 0x30 && (at === from || !isWordOrDot(bytes[at - 1])))
            return true;
        if (code !== 0x35)
            continue;
        const second = bytes[at + 1];
        const third = bytes[at + 2];
        if (((second | 0x20) === 0x61 && third === 0x30) || (second === 0x37 && (third === 0x30 || third === 0x31)))
            return true;
    }
    return false;
}
function isWordOrDot(code) {
    return (0,separator/* isDigit */.yp)(code) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x2e;
}
/** Message type, one or two bitmaps of which the first has bits 2 and 3, length of field 2 in two digits, field 2. */
const message = /(?<![0-9A-Za-z.])(0[1-8][0-4][0-5])([0-9A-F]{16})/gi;
/** Field 3, the processing code, whose account types are tens, and field 4, the amount. */
const followers = /^\d{2}(?:\d0){2}\d{12}/;
function readIso8583(text) {
    const found = [];
    for (const match of text.matchAll(message)) {
        const first = Number.parseInt((match[2] ?? "").charAt(0), 16);
        if ((first & 6) !== 6)
            continue;
        const at = match.index + 20 + ((first & 8) === 0 ? 0 : 16);
        const length = Number(text.slice(at, at + 2));
        const field = toNumber(text, at + 2, length);
        if (field && followers.test(text.slice(field.end)))
            found.push({ ...field, isTrack: false });
    }
    return found;
}
/** Tag 5A: the number, filled up with F. Tag 57: number, D, expiry, service code and more, filled up with F. */
const application = /5A0([7-9A])(?=\d{13})/gi;
const track2 = /57(0[B-F]|1[0-3])(\d{13,19})D\d\d(?:0[1-9]|1[0-2])[1-9]\d\d/gi;
function readEmv(text) {
    const found = [];
    for (const match of text.matchAll(application)) {
        const at = match.index + 4;
        const nibbles = Number.parseInt(match[1] ?? "", 16) * 2;
        const length = /^\d+/.exec(text.slice(at, at + nibbles))?.[0].length ?? 0;
        const field = /^F?$/i.test(text.slice(at + length, at + nibbles)) ? toNumber(text, at, length) : undefined;
        if (field)
            found.push({ ...field, isTrack: false });
    }
    for (const match of text.matchAll(track2)) {
        const at = match.index + 4;
        const field = toNumber(text, at, match[2]?.length ?? 0);
        const end = at + Number.parseInt(match[1] ?? "", 16) * 2;
        if (field && /^\d+D\d+F?$/i.test(text.slice(at, end)))
            found.push({ ...field, end, isTrack: true });
    }
    return found;
}
function toNumber(text, start, length) {
    const number = text.slice(start, start + length);
    if (length < SHORTEST || length > LONGEST || number.length < length || !/^\d+$/.test(number))
        return undefined;
    const digits = number_digits/* Digits */.r.of(number);
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? { start, end: start + length, isTest: (0,test_card/* isTestCard */.P)(digits) } : undefined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/track-data.js
// Magnetic stripe data, ISO/IEC 7813. Keeping it after authorization is forbidden (PCI DSS 3.3.1.1), whatever protects it.





// Track 1: format code B, number, name, expiry, service code. Track 2: number, separator, expiry, service code.
const track1 = /^%?[Bb](\d{13,19})\^[A-Z0-9 .'/-]{2,26}\^\d{2}(?:0[1-9]|1[0-2])\d{3}[A-Z0-9 ]{0,48}(?:\?|(?![A-Za-z0-9]))/;
const track_data_track2 = /^;?(\d{13,19})[=Dd]\d{2}(?:0[1-9]|1[0-2])[1-9]\d{2}\d{0,20}(?:\?|[Ff]?(?![A-Za-z0-9]))/;
const [PERCENT, SEMICOLON, LETTER_B] = [0x25, 0x3b, 0x62];
/** More characters than a track has. */
const MOST = 128;
/** Tracks whose number is one of `runs`. */
function findTrackData(bytes, runs) {
    const found = [];
    for (let n = 0; n < runs.length; n++) {
        const { start, end } = runs[n];
        if (end - start > LONGEST || !isSeparator(bytes[end]))
            continue;
        const isFirst = ((bytes[start - 1] ?? 0) | 0x20) === LETTER_B;
        const at = isFirst ? start - 1 : start;
        const outer = bytes[at - 1] ?? 0;
        if (isLetterOrDigit(outer))
            continue;
        const track = readTrack(bytes, outer === PERCENT || outer === SEMICOLON ? at - 1 : at, isFirst ? track1 : track_data_track2);
        if (track)
            found.push(track);
    }
    return found;
}
function isLetterOrDigit(byte) {
    return (0,separator/* isDigit */.yp)(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);
}
/** What stands behind a track's number: `= ^ D d`. */
function isSeparator(byte) {
    return byte === 0x3d || byte === 0x5e || byte === 0x44 || byte === 0x64;
}
function readTrack(bytes, at, pattern) {
    const match = pattern.exec(textOf(bytes, at, at + MOST));
    if (!match)
        return undefined;
    const digits = number_digits/* Digits */.r.of(match[1] ?? "");
    return (0,number_issuer/* issuerOf */.x)(digits) && digits.hasCheckDigit ? { start: at, end: at + match[0].length } : undefined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/verification-value.js

/** How far from a card number a named value may stand. */
const verification_value_NEAR = 256;
const named = /^(?:cvv2?|cvc2?|cid|csc|cav2|card[_ -]?(?:verification|security)[_ -]?(?:value|code)|security[_-]?code|verification[_-]?value)["']?\s{0,3}(?:[:=]|=>|>)\s{0,3}["']?(\d{3,4})(?![\d.])/i;
/** More characters than a name and its value have. */
const verification_value_MOST = 64;
/** 1 for what a name begins with, and for what may not stand before it. */
const begins = toSet("cCsSvV");
const verification_value_words = toSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
function toSet(characters) {
    const set = new Uint8Array(256);
    for (const character of characters)
        set[character.charCodeAt(0)] = 1;
    return set;
}
/** Where between the offsets a word begins with c, s or v, or a part of a name behind an underscore; `to` where none does. */
function nextName(bytes, from, to) {
    for (let at = from; at < to; at++)
        if (begins[bytes[at]] === 1 && verification_value_words[bytes[at - 1] ?? 0] === 0)
            return at;
    return to;
}
/** Values named as such near one of the rule's numbers among `cards`, which come in order. */
function findVerificationValues(bytes, cards, rule) {
    const found = [];
    const places = joinNeighbourhoods(cards, rule);
    for (let n = 0; n < places.length; n += 2) {
        const end = Math.min(bytes.length, places[n + 1]);
        for (let at = nextName(bytes, places[n], end); at < end;) {
            const [all = "", digits = ""] = named.exec(textOf(bytes, at, Math.min(end, at + verification_value_MOST))) ?? [];
            const stop = at + all.length;
            if (all !== "")
                found.push({ start: stop - digits.length, end: stop, from: at });
            at = nextName(bytes, Math.max(stop, at + 1), end);
        }
    }
    return withNumbers(found, cards, rule);
}
/** Each begins with the number before it, where one is near. */
function withNumbers(values, cards, rule) {
    let next = 0;
    let before;
    return values.map((value) => {
        for (; next < cards.length && cards[next].end <= value.from; next++)
            if (cards[next].rule === rule)
                before = cards[next];
        return before && value.from - before.end <= verification_value_NEAR ? { ...value, from: before.start } : value;
    });
}
/** Start and end by turns of what is near the rule's cards; what is near several is searched once. */
function joinNeighbourhoods(cards, rule) {
    const joined = [];
    for (const card of cards) {
        if (card.rule !== rule)
            continue;
        if (joined.length > 0 && card.start - verification_value_NEAR <= joined[joined.length - 1])
            joined[joined.length - 1] = card.end + verification_value_NEAR;
        else
            joined.push(Math.max(0, card.start - verification_value_NEAR), card.end + verification_value_NEAR);
    }
    return joined;
}

;// CONCATENATED MODULE: ./src/detector/cardholder/cardholder-detector.js
// Finds cardholder data in bytes: numbers, magnetic stripe data, and verification values beside a number.








function createCardholderDetector() {
    return { rules: cardholderRules, find: findCardholderData };
}
function findCardholderData(bytes, sifted) {
    const runs = findDigitRuns(bytes, sifted?.runs("digits"));
    if (runs.length === 0)
        return [];
    const numbers = findCardNumbers(bytes, runs);
    const fields = findMessageFields(bytes, runs);
    const tracks = inOrder(findTrackData(bytes, runs).concat(fields.filter((field) => field.isTrack)), byStart);
    for (const field of fields)
        if (!field.isTrack)
            numbers.push(new CardNumber(bytes, { ...field, checked: true }));
    const cards = outside(inOrder(numbers, byStart), tracks);
    const live = findVerificationValues(bytes, cards, cardNumber);
    const known = new Set(live.map(({ start }) => start));
    const test = findVerificationValues(bytes, cards, testCardNumber).filter(({ start }) => !known.has(start));
    const beside = [...tracks.map(toTrack), ...live.map((value) => toValue(value, cardVerificationValue)), ...test.map((value) => toValue(value, testVerificationValue))];
    return beside.length === 0 ? cards : inOrder([...cards, ...beside], byStart);
}
/** The numbers that are no part of a track; both come in order. */
function outside(numbers, tracks) {
    if (tracks.length === 0)
        return numbers;
    let next = 0;
    let reach = 0;
    return numbers.filter(({ start, end }) => {
        for (; next < tracks.length && tracks[next].start <= start; next++)
            reach = Math.max(reach, tracks[next].end);
        return reach <= start && (tracks[next]?.start ?? Infinity) >= end;
    });
}
/** Beside a number that is nobody's it is nobody's either. */
const testVerificationValue = { ...cardVerificationValue, title: "Card verification value beside a published test number", severity: "low" };
function toTrack({ start, end }) {
    return { rule: trackData, start, end, confirmedBy: "luhn", rank: 0, preview: previewNothing("track data") };
}
function toValue({ start, end, from }, rule) {
    return { rule, start, end, from, rank: 0, preview: previewNothing("verification value") };
}

;// CONCATENATED MODULE: ./src/detector/detector.js
/** The matches as they are told. */
function settleAll(matches) {
    return matches.map((match) => ({ ...match, rule: match.settle?.() ?? match.rule }));
}

;// CONCATENATED MODULE: ./src/web-assembly/index.js
// Starts WebAssembly modules. In: their bytes. Out: exports on a memory. As much of it as is needed, since Node's types leave the global object out.

const { WebAssembly: wasm } = globalThis;
const PAGE = 1 << 16;
/** What a module that is compiled for shared memory expects; only what is touched is ever used. */
const MOST_SHARED_PAGES = 1 << 16;
const compiled = new Map();
/** The exports of a generated module, given in base64, on a memory of its own or on one that is given; each module is compiled once. */
function startModule(module, imports = {}, memory = new wasm.Memory({ initial: 1 })) {
    const ready = compiled.get(module) ?? new wasm.Module(external_node_buffer_.Buffer.from(module, "base64"));
    compiled.set(module, ready);
    const instance = new wasm.Instance(ready, { env: { memory }, ...imports });
    return { exports: instance.exports, memory };
}
/** Memory that other threads may be given. */
function shareMemory(bytes) {
    return new wasm.Memory({ initial: Math.ceil(bytes / PAGE), maximum: MOST_SHARED_PAGES, shared: true });
}
/** Makes room for `bytes` in all; views of the former buffer are void then. Returns whether it grew. */
function ensureMemory(memory, bytes) {
    const missing = bytes - memory.buffer.byteLength;
    if (missing <= 0)
        return false;
    memory.grow(Math.ceil(missing / PAGE));
    return true;
}

;// CONCATENATED MODULE: ./src/detector/sieve/alignment.js
// Base64 of seven-bit text: which characters it may have at which place. wasm/pass/alignment.ts looks at texts with these tables.
/** Tables of 256 bytes, one for each place in a group of four. */
const ALIGNMENTS_BYTES = 4 * 256;
const SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Map([...SEXTETS, "-", "_"].map((character, index) => [character.charCodeAt(0), index < 64 ? index : index - 2]));
/**
 * For each byte and its place modulo four the alignments (bits) under which it can be part of such text, once `toCharacter` has made a
 * character of base64 or base64url of it.
 */
function toAlignments(toCharacter) {
    return Uint8Array.from({ length: ALIGNMENTS_BYTES }, (_, index) => {
        const value = values.get(toCharacter(index & 255));
        const place = index >> 8;
        return [0, 1, 2, 3].reduce((bits, alignment) => (isPossible(value, (place - alignment + 4) % 4) ? bits | (1 << alignment) : bits), 0);
    });
}
/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function isPossible(value, place) {
    if (value === undefined)
        return false;
    if (place === 0)
        return value < 32;
    return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}

;// CONCATENATED MODULE: ./src/detector/sieve/classes.js
// What the module asks of single characters: whether base64 of text may have them at a place, what hexadecimal digits are worth, and what they may be part of.

const NIBBLES_AT = ALIGNMENTS_BYTES;
const KINDS_AT = NIBBLES_AT + 256;
const CLASSES_BYTES = KINDS_AT + 256;
/** Bits of wasm/sieve/kinds.ts: of a value without quotes, a quote, what may stand before it, what may stand between the groups of a number, and of base64. */
const [PLAIN, QUOTE, PREFIX, PART, SEXTET] = [1, 2, 4, 8, 16];
const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(0x21 + index));
const kinds = [
    { bit: PLAIN, characters: visible.filter((character) => !"\"&'(),;<>[\\]`{|}".includes(character)) },
    { bit: QUOTE, characters: [..."\"'`"] },
    { bit: PREFIX, characters: [..."rbfuRBFU@$\\"] },
    { bit: SEXTET, characters: visible.filter((character) => /[\w+/-]/.test(character)) },
    // Blanks and dashes of UTF-8 are told apart by the host.
    { bit: PART, characters: [..." \t-./_\xc2\xe2", ...Array.from({ length: 48 }, (_, index) => String.fromCharCode(0x80 + index))] },
];
/** The alignments of base64's characters; then the values of hexadecimal digits; then the kinds. */
function toClasses() {
    const tables = new Uint8Array(CLASSES_BYTES).fill(0xff, NIBBLES_AT, KINDS_AT);
    tables.set(toAlignments((byte) => byte));
    for (const digit of "0123456789abcdefABCDEF")
        tables[NIBBLES_AT + digit.charCodeAt(0)] = Number.parseInt(digit, 16);
    for (const { bit, characters } of kinds)
        for (const character of characters)
            tables[KINDS_AT + character.charCodeAt(0)] |= bit;
    return tables;
}

;// CONCATENATED MODULE: ./src/detector/sieve/literal.js
// What is searched for in every byte: literals of rules, pieces of the names that credentials have, and the four bytes that give each away.
/** Stands for a neighbour of a short literal. */
const NEIGHBOUR = -1;
/** The shortest literal: shorter ones stand everywhere. */
const literal_SHORTEST = 3;
/** Pieces of the names that credentials have. */
const namePieces = ["pass", "pwd", "pswd", "secr", "toke", "apik", "api_", "api-", "cred", "auth", "_key", "-key", ".key", "skey", "ekey", "nkey", "rkey", "gkey", "tkey", "ykey", "hkey", "pkey", "ckey", "_pat"];
/** The byte that must end the run behind a literal; -1 for any, and where a flood of the literal would be one run. */
function literal_endOfRun({ text, tail }) {
    const isInRun = Array.from(text).every((character) => tail?.chars.includes(character));
    return tail?.next === undefined || isInRun ? -1 : tail.next.charCodeAt(0);
}
/** Four bytes at an even or odd distance: within the literal where it is long enough, else with one neighbour. */
function rarestGram({ text, tail }, parity) {
    const codes = Array.from(text, (character) => character.charCodeAt(0));
    let best;
    for (let back = parity; back + 4 <= text.length; back += 2) {
        const gram = codes.slice(back, back + 4);
        if (!best || rarity(gram) > rarity(best.codes))
            best = { back, codes: gram };
    }
    if (best)
        return best;
    // What follows is known better than what stands before.
    const last = text.length - 3;
    const isFollowed = last >= parity && (last - parity) % 2 === 0 && (tail?.least ?? 0) > 0;
    if (isFollowed || parity === 0)
        return { back: last - ((last - parity) % 2), codes: [...codes.slice(-3), NEIGHBOUR] };
    return { back: -1, codes: [NEIGHBOUR, ...codes.slice(0, 3)] };
}
/** How rare characters are in programs and texts, in bits, upper and lower case being the same; others have RAREST. */
const bitsOf = new Map(Object.entries({ 3: " e", 4: "taoinsr", 5: "ldcump\":", 6: "fghyb.,/_-01=", 7: "wvkx();<>{}'", 8: "23456789", 10: "jqz" }).flatMap(([bits, characters]) => Array.from(characters, (character) => [character, Number(bits)])));
const RAREST = 9;
function rarity(gram) {
    return gram.reduce((sum, code) => sum + (bitsOf.get(String.fromCharCode(code).toLowerCase()) ?? RAREST), 0);
}

;// CONCATENATED MODULE: ./src/detector/sieve/table.js
// Lays the literals out in the memory of the WebAssembly module, as wasm/sieve.ts reads them.


/** Bits of a hash: so many that a bitmap of them is nearly empty, and few enough that it stays in the second cache level. */
const HASH_BITS = 21;
const FOLD = 0x20;
/** Bytes of a slot and of a list's head; wasm/sieve.ts says what they hold. */
const SLOT = 56;
const table_HEAD = 8;
const BITS_AT = 1024;
const CLASSES_AT = BITS_AT + (1 << (HASH_BITS - 3));
/** More slots than there can be. */
const MOST_SLOTS = 2 ** 24;
/** Throws for a literal that would stand everywhere. */
function layOut(literals) {
    const strings = new Strings();
    const { slots, index } = indexSlots(literals, strings);
    const tableAt = CLASSES_AT + CLASSES_BYTES;
    const listsAt = tableAt + index.size * 8;
    const listsSize = index.lists.reduce((sum, list) => sum + table_HEAD + list.length * SLOT, 0);
    const bytes = new Uint8Array(listsAt + listsSize + strings.size);
    bytes.set(toClasses(), CLASSES_AT);
    const layout = { table: tableAt, tableMask: index.size - 1, classes: CLASSES_AT, end: bytes.length };
    strings.writeTo(bytes, listsAt + listsSize);
    let end = listsAt;
    const addresses = index.lists.map((list) => {
        const at = end;
        end = writeList(bytes, list.map((number) => slots[number]), { at, stringsAt: listsAt + listsSize });
        return at;
    });
    index.writeTo(bytes, addresses, layout);
    return { bytes, layout };
}
/** Slots by the hash of their four bytes: some twenty thousand hashes, at the start of every run. */
function indexSlots(literals, strings) {
    const slots = [];
    const all = [];
    const add = (literal, number) => {
        if (literal.text.length < literal_SHORTEST)
            throw new Error(`the anchor ${literal.text} is shorter than three characters`);
        for (const parity of [0, 1]) {
            const gram = rarestGram(literal, parity);
            slots.push(toSlot({ literal, index: number, back: gram.back }, strings));
            all.push(toProducts(gram, literal));
        }
    };
    for (const text of namePieces)
        add({ text, caseless: true }, -1);
    literals.forEach(add);
    const index = new HashIndex(all.reduce((sum, hashes) => sum + hashes.length, 0));
    all.forEach((hashes, slot) => {
        for (const hash of hashes)
            index.add(hash, slot);
    });
    return { slots, index };
}
/** An open hash table as the module reads it, with the number of a list for its address; hashes with the same slots share one list. */
class HashIndex {
    size;
    lists = [];
    #products;
    #listOf;
    /** The list that a list becomes with a further slot; the key is made of both numbers. */
    #longer = new Map();
    constructor(most) {
        this.size = 1 << Math.ceil(Math.log2(Math.max(16, most * 2)));
        this.#products = new Int32Array(this.size);
        this.#listOf = new Int32Array(this.size).fill(-1);
    }
    /** A slot may come for the same product again, not with another one between. */
    add(product, slot) {
        let place = toHash(product) & (this.size - 1);
        while (this.#products[place] !== 0 && this.#products[place] !== product)
            place = (place + 1) & (this.size - 1);
        this.#products[place] = product;
        const before = this.#listOf[place];
        if (before >= 0 && this.lists[before].at(-1) === slot)
            return;
        const key = (before + 1) * MOST_SLOTS + slot;
        const longer = this.#longer.get(key) ?? this.lists.push([...(this.lists[before] ?? []), slot]) - 1;
        this.#longer.set(key, longer);
        this.#listOf[place] = longer;
    }
    writeTo(bytes, addresses, layout) {
        const words = new Int32Array(bytes.buffer, layout.table, this.size * 2);
        for (let place = 0; place < this.size; place++) {
            const product = this.#products[place];
            if (product === 0)
                continue;
            const hash = toHash(product);
            words[place * 2] = product;
            words[place * 2 + 1] = addresses[this.#listOf[place]];
            bytes[BITS_AT + (hash >>> 3)] |= 1 << (hash & 7);
        }
    }
}
/** With repetitions where letters of both cases may stand. */
function toProducts({ codes }, { tail }) {
    const free = codes.indexOf(NEIGHBOUR);
    const word = codes.reduce((sum, code, place) => sum | (place === free ? 0 : code << (place * 8)), 0);
    if (free < 0)
        return [multiply(word)];
    const isFollowed = free === 3 && tail !== undefined && tail.least > 0;
    const neighbours = isFollowed ? foldedOf(tail.chars) : foldedBytes;
    return neighbours.map((byte) => multiply(word | (byte << (free * 8))));
}
/** Upper and lower case are the same to hashing; many literals have the same tail. */
const folded = new Map();
function foldedOf(chars) {
    const known = folded.get(chars) ?? [...new Set(Array.from(chars, (character) => character.charCodeAt(0) | FOLD))];
    folded.set(chars, known);
    return known;
}
/** Any byte, as hashing sees it. */
const foldedBytes = Array.from({ length: 128 }, (_, n) => ((n >> 5) << 6) | 0x20 | (n & 0x1f));
/** Four bytes, read little-endian, upper and lower case being the same, times an odd number: no two words have the same product, and none has 0. */
function multiply(word) {
    return Math.imul(word | 0x20202020, 0x9e3779b1);
}
function toHash(product) {
    return product >>> (32 - HASH_BITS);
}
/** Each literal and each class of characters once; addresses count from the first. */
class Strings {
    size = 0;
    #all = [];
    #known = new Map();
    put(key, make) {
        const known = this.#known.get(key);
        if (known !== undefined)
            return known;
        const at = this.size;
        const bytes = make();
        this.#all.push(bytes);
        this.#known.set(key, at);
        this.size += bytes.length;
        return at;
    }
    writeTo(bytes, start) {
        let at = start;
        for (const piece of this.#all) {
            bytes.set(piece, at);
            at += piece.length;
        }
    }
}
/** Addresses of strings count from the first string until `writeList` puts them in their place. */
function toSlot({ literal, index, back }, strings) {
    const { text, caseless, tail } = literal;
    const folds = Uint8Array.from(text, (character) => (caseless && /[a-z]/i.test(character) ? FOLD : 0));
    const codes = Uint8Array.from(folds, (fold, at) => text.charCodeAt(at) | fold);
    const slot = new Uint8Array(SLOT);
    const view = new DataView(slot.buffer);
    [index, back, codes.length, tail?.least ?? 0].forEach((value, field) => view.setInt32(field * 4, value, true));
    slot.set(codes.subarray(0, 8), 16);
    slot.set(folds.subarray(0, 8), 24);
    slot.fill(0xff, 32, 32 + Math.min(8, codes.length));
    view.setInt32(40, strings.put(`codes ${caseless} ${text}`, () => codes), true);
    view.setInt32(44, strings.put(`folds ${caseless} ${text}`, () => folds), true);
    view.setInt32(48, strings.put(`class ${tail?.chars ?? ""}`, () => toClass(tail?.chars ?? "")), true);
    view.setInt32(52, literal_endOfRun(literal), true);
    return slot;
}
/** Gives the address behind the list. */
function writeList(bytes, slots, { at, stringsAt }) {
    const view = new DataView(bytes.buffer);
    view.setInt32(at, slots.length, true);
    slots.forEach((slot, number) => {
        const start = at + table_HEAD + number * SLOT;
        bytes.set(slot, start);
        for (const field of [40, 44, 48])
            view.setInt32(start + field, view.getInt32(start + field, true) + stringsAt, true);
    });
    return at + table_HEAD + slots.length * SLOT;
}
function toClass(chars) {
    const set = new Uint8Array(256);
    for (const character of chars)
        set[character.charCodeAt(0)] = 1;
    return set;
}

;// CONCATENATED MODULE: ./src/detector/sieve/memory.js
// The memory of the sieves of all threads: the tables once, then room for whoever asks.


/** Only what is touched is used; a sieve seldom needs more than this. */
const FIRST_BYTES = 1 << 26;
const BLOCK = 1 << 12;
/** Where the number of blocks that are given away stands, as an index of words; the tables leave it free. */
const COUNTER = 4;
class SieveMemory {
    shared;
    #bytes;
    /** On memory that holds the tables already, or on new memory with the tables of `literals`. */
    constructor(literals, shared) {
        this.shared = shared ?? prepare(literals);
        this.#bytes = new Uint8Array(this.shared.memory.buffer);
    }
    /** Address of as many bytes that nobody else uses, by a multiple of 4096. */
    reserve(size) {
        const { memory } = this.shared;
        const blocks = Math.ceil(size / BLOCK);
        const at = Atomics.add(new Int32Array(memory.buffer), COUNTER, blocks) * BLOCK;
        ensureMemory(memory, at + blocks * BLOCK);
        return at;
    }
    /** All bytes up to `end` at least. */
    upTo(end) {
        if (end > this.#bytes.length)
            this.#bytes = new Uint8Array(this.shared.memory.buffer);
        return this.#bytes;
    }
}
function prepare(literals) {
    const { bytes, layout } = layOut(literals);
    const memory = shareMemory(Math.max(FIRST_BYTES, bytes.length * 2));
    new Uint8Array(memory.buffer).set(bytes);
    new Int32Array(memory.buffer)[COUNTER] = Math.ceil(bytes.length / BLOCK);
    return { memory, layout };
}

;// CONCATENATED MODULE: ./src/detector/sieve/module.generated.js
// Generated by `npm run generate` from wasm/sieve.ts; do not edit.
/** The WebAssembly module of 7223 bytes, in base64. */
const sieveModule = [
    "AGFzbQEAAAABLghgAn9/AGABfwBgAn9/AX9gA39+fgBgA39/fwBgAn9+AGABfwF/YAV/f39/fwACIQIGbWVtb3J5BWRyYWluAAEDZW52Bm1lbW9yeQIDAICABAMNDAQAAQACBQMDBgIHAAZREH8BQQALfwFBAAt/",
    "AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfwFBAAt/AUEAC38BQQALBx0DCWNvbmZpZ3VyZQALBHNpZnQACgZtZW1vcnkCAArYNgw7AQF/IwQjBUEDakgEQCMF",
    "EABBACQFCyMDIwVBAnRqIgMgADYCACADIAE2AgQgAyACNgIIIwVBA2okBQtlAQJ/IAAhAgNAIANBDUggASACSnEEQCMAIAJqLQAAQTBrQQpJBH8gA0EBagUgA0EAIwAgAmotAAAjAkGACmpqLQAAQQhxGwshAyAC",
    "QQFqIQIMAQsLIANBDU4EQCAAQX4gARABCwvvEAMEfwJ+CHtCASMMIwushP0MobCwsLCysrCwsDAYFBgQWCMAIABqIgH9AAQAIgf9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwBAAqAEGQQIAAAAAAAAAAAIAdBBP1t",
    "/Q79TiIL/WSt/QyhsLCwsLKysLCwMBgUGBBYIAH9AAQQIgj9DA8PDw8PDw8PDw8PDw8PDw/9Tv0O/QwBAAqAEGQQIAAAAAAAAAAAIAhBBP1t/Q79TiIM/WStQhCGhP0MobCwsLCysrCwsDAYFBgQWCAB/QAEICIJ",
    "/QwPDw8PDw8PDw8PDw8PDw8P/U79Dv0MAQAKgBBkECAAAAAAAAAAACAJQQT9bf0O/U4iDf1krUIghoT9DKGwsLCwsrKwsLAwGBQYEFggAf0ABDAiCv0MDw8PDw8PDw8PDw8PDw8PD/1O/Q79DAEACoAQZBAgAAAA",
    "AAAAAAAgCkEE/W39Dv1OIg79ZK1CMIaEIgVCAFIbQgBSBEACQCAFIAVCAYaEIwxCP4iEIAVCAoaEIwxCPoiEIAVCA4aEIwxCPYiEIQYgBSQMIAZCf1EEQCMLQUBrJAsMAQsgBkJ/hXqnIgEjC2pBEE4EQCAAIwtr",
    "IAAgAWpBA2sQAgsgBkJ/hXmnJAsgBkJ/IAGshoNCfyMLrIiDIgYgBkIBiIMiBSAFQgKIgyIFIAVCBIiDIgUgBUIIiIMhBQNAIAVCAFIEQCAFeqciASAGIAGsiEJ/hXqnaiECIAAgAWogACACakEDaxACIAVCfyAC",
    "rIaDIQUMAQsLCwsCQCAL/QwICAgICAgICAgICAgICAgI/Sz9ZK0gDP0MCAgICAgICAgICAgICAgICP0s/WStQhCGhCAN/QwICAgICAgICAgICAgICAgI/Sz9ZK1CIIaEIA79DAgICAgICAgICAgICAgICAj9LP1k",
    "rUIwhoQiBUJ/UQRAIw1BQGskDQwBCyAFQn+FeqciASMNakEQTgRAIAAjDWsgACABahAECyAFQn+FeackDSAFQn8gAayGg0J/Iw2siIMiBiAGQgGIgyIFIAVCAoiDIgUgBUIEiIMiBSAFQgiIgyEFA0AgBUIAUgRA",
    "IAV6pyIBIAYgAayIQn+FeqdqIQIgACABaiAAIAJqEAQgBUJ/IAKshoMhBQwBCwsLIAsgDP1QIA0gDv1Q/VD9DAcHBwcHBwcHBwcHBwcHBwf9Tv1TRQRADwsgB/0MAAAAAAAAAAAAAAAAAAAAAP0j/WStIAj9DAAA",
    "AAAAAAAAAAAAAAAAAAD9I/1krUIQhoQgCf0MAAAAAAAAAAAAAAAAAAAAAP0j/WStQiCGhCAK/QwAAAAAAAAAAAAAAAAAAAAA/SP9ZK1CMIaEIgVCAFIEQCAAIAUgB/0MICAgICAgICAgICAgICAgIP1x/QxfX19f",
    "X19fX19fX19fX19f/SYgB/0MCQkJCQkJCQkJCQkJCQkJCf1x/QwFBQUFBQUFBQUFBQUFBQUF/Sb9UP1krSAI/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAI/QwJCQkJCQkJCQkJCQkJ",
    "CQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q/WStQhCGhCAJ/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAJ/QwJCQkJCQkJCQkJCQkJCQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q",
    "/WStQiCGhCAK/QwgICAgICAgICAgICAgICAg/XH9DF9fX19fX19fX19fX19fX1/9JiAK/QwJCQkJCQkJCQkJCQkJCQkJ/XH9DAUFBQUFBQUFBQUFBQUFBQX9Jv1Q/WStQjCGhCIGEAggACAFIAYQBwsgB/0MJSUl",
    "JSUlJSUlJSUlJSUlJf0j/WStIAj9DCUlJSUlJSUlJSUlJSUlJSX9I/1krUIQhoQgCf0MJSUlJSUlJSUlJSUlJSUlJf0j/WStQiCGhCAK/QwlJSUlJSUlJSUlJSUlJSUl/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAF",
    "eqdqIQEgBSAFQgF9gyEFIwJBgAhqIgIjACABQQJqai0AAGotAAAiA0EQSSMAIAFBAWpqLQAAIAJqLQAAIgJBEElxBH8gA0ELRiACQQFHcgVBAAsEQCABQXogAUEDahABCwwBCwsgB/0MJiYmJiYmJiYmJiYmJiYm",
    "Jv0j/WStIAj9DCYmJiYmJiYmJiYmJiYmJib9I/1krUIQhoQgCf0MJiYmJiYmJiYmJiYmJiYmJv0j/WStQiCGhCAK/QwmJiYmJiYmJiYmJiYmJiYm/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAFeqdqIQEgBSAFQgF9",
    "gyEFIwAgAWotAAEiAkHxAEYgAkEjRnIEf0EBBSACQeEARgR/IwAgAWotAAJB8ABGBUEACwsEQCABQXggAUEBahABCwwBCwsgB/0MXFxcXFxcXFxcXFxcXFxcXP0j/WStIAj9DFxcXFxcXFxcXFxcXFxcXFz9I/1k",
    "rUIQhoQgCf0MXFxcXFxcXFxcXFxcXFxcXP0j/WStQiCGhCAK/QxcXFxcXFxcXFxcXFxcXFxc/SP9ZK1CMIaEIQUDQCAFQgBSBEAgACAFeqdqIQMgBSAFQgF9gyEFIwAgA2oiAi0AASIEQfUARiIBBEAgAi0AAkH7",
    "AEYEf0EBBSMAIANqLwECQbDgAEYEfyMAIANBBGpqLQAAIwJBgAhqai0AAEEISQVBAAsLIQELIARB+ABGIgIEQCMAIANBAmpqLQAAIwJBgAhqai0AAEEISSECC0EBIARBL0YiBAR/IwAgA2pBAWstAABBOkYFIAQL",
    "QQEgAiABGxsEQCADQXkgA0EBahABCwwBCwsLzwcBA38gAUECaiABIAEjAGovAQBB3OQBRhsiAyMAai0AAEENRgRAIANBAWohAwsgA0ECaiECAkAjACADaiIELwEAQdzcAUYNACABIQIgA0EBaiADIAQtAABB3ABG",
    "GyIDIwBqLQAAQQpHDQADQCADQQFqIgMjAGotAABBIEYEf0EBBSMAIANqLQAAQQlGCw0ACyADIQILIAIiAyABRgR/QQAFIwAgA2otAAAjAkGACmpqLQAAQRBxCwR/A0AgAyMBSAR/IwAgA2otAAAjAkGACmpqLQAA",
    "QRBxBUEACwRAIANBAWohAwwBCwsDQCMAIANqLQAAQT1GBEAgA0EBaiEDDAELCyMAIANqLQAAIgJBIEkgAyMBTnIgAkEiRnIgAkEnRnIgAkHcAEZyIAJB/wFGcgVBAAsEf0EBBSABIABrQRROBH8jACAAai8BACIC",
    "QeWCAUYgAkHI6ABGciACQeWMAUZyIAJB5ZQBRnIgAkHlnAFGcgR/QQEFIwAgAGooAgBBy5jVsgdGCwR/QQEFIAAgAUEQayICIAAgAkobIQJBDyEEIAAhAwJ/A0AgAyAAQRBqSARAQQAgBCMCIwAgA2otAAAgAyAA",
    "a0EDcUEIdGpqLQAAcSIERQ0CGiADQQFqIQMMAQsLQQELBH9BAQVBDyEEIAIhAwJ/A0AgAyACQRBqSARAQQAgBCMCIwAgA2otAAAgAyAAa0EDcUEIdGpqLQAAcSIERQ0CGiADQQFqIQMMAQsLQQELCwR/QQEFQQ8h",
    "AyAAIAIgAGtBAXVqIgQhAgJ/A0AgAiAEQRBqSARAQQAgAyMCIwAgAmotAAAgAiAAa0EDcUEIdGpqLQAAcSIDRQ0CGiACQQFqIQIMAQsLQQELCwsEf0EBBSABIABrQcAATgR/QQAhAyAAIQIDQCACIABBQGtIBEAj",
    "ACACai0AACIEQcEAa0EaSQR/QQEFIARB4QBrQRpJBH9BAgVBBEEAIARBMGtBCkkbCwsgA3IhAyACQQFqIQIMAQsLIANBB0YFQQALCwVBAAsLBEAgAEF9IAEQAQsgASAAa0EYTgRAA0AgAEEYaiABTARAIABBF2oh",
    "AgNAIAAgAkwEfyMAIAJqLQAAIwJBgAhqai0AAEEQSQVBAAsEQCACQQFrIQIMAQsLIAAgAkwEQCACQQFqIQAMAgsgAEEYaiECA0AgASACSgR/IwAgAmotAAAjAkGACGpqLQAAQRBJBUEACwRAIAJBAWohAgwBCwsg",
    "ACACEAUEf0EBBSAAQQFqIAIQBQsEQCAAQXwgAhABCyACQQFqIQAMAQsLCwuaBAEEfyAAIAFBIGsgASAAa0EBcWsiAiAAIAJKGyEDIwJBgAhqIgIjACAAQQNqai0AAGotAAAjACAAQQJqai0AACACai0AAEEEdHIi",
    "BEGLAUYjACAAQQFqai0AACACai0AACMAIABqLQAAIAJqLQAAQQR0ciICQR9GcQR/QQEFIARBtQFGIAJBKEZxCwR/QQAFIAJB+ABGBH8gAkEIdCAEakEfcAVBAQsLRQRAQQEPCyABIAAiAkEgaiIEIAEgBEgbIQQC",
    "fwNAIAIgBEgEQEEAIwAgAmotAAAjAkGACGpqLQAAIgVBB0sEf0EBBSAFQQFGBH8jACACQQFqai0AACMCQYAIamotAABBC0cFQQALCw0CGiACQQJqIQIMAQsLQQELBH9BAQUgASADIgJBIGoiBCABIARIGyEEAn8D",
    "QCACIARIBEBBACMAIAJqLQAAIwJBgAhqai0AACIFQQdLBH9BAQUgBUEBRgR/IwAgAkEBamotAAAjAkGACGpqLQAAQQtHBUEACwsNAhogAkECaiECDAELC0EBCwsEf0EBBSABIAAgAyAAa0ECdUEBdGoiAEEgaiIC",
    "IAEgAkgbIQECfwNAIAAgAUgEQEEAIwAgAGotAAAjAkGACGpqLQAAIgJBB0sEf0EBBSACQQFGBH8jACAAQQFqai0AACMCQYAIamotAABBC0cFQQALCw0CGiAAQQJqIQAMAQsLQQELCws/AQF/A0AgAUIAUgRAIAAg",
    "AXpCA4inaiICIwAgAmooAgBBoMCAgQJyQbHz3fF5bBAMIAEgAUIBfYMhAQwBCwsL8wMBBH8gAiABQgGIgyABQgKIgyABQgOIgyIBIAFCBIiDIQEDQCABQgBSBEAgACABeqdqIQUgASABQgF9gyEBIAUjD0gEf0EB",
    "BSMBIAVBA2pKIAVBAE5xBH8jACAFai0AACIDQQpGIANBIGtB3wBJciADQQ1GciADQQlGcgVBAAsEfyMAIAVqLQABBUEBCwR/QQEFIwAgBWovAQILCw0BIAVBBGohBANAIwEgBUEEayIDQQNqSiADQQBOcQR/IwAg",
    "A2otAAAiBkEKRiAGQSBrQd8ASXIgBkENRnIgBkEJRnIFQQALBH8jACADai0AAQVBAQsEf0EBBSMAIANqLwECC0UEQCAFQQRrIQUMAQsLA0AjASAEQQNqSiAEQQBOcQR/IwAgBGotAAAiA0EKRiADQSBrQd8ASXIg",
    "A0ENRnIgA0EJRnIFQQALBH8jACAEai0AAQVBAQsEf0EBBSMAIARqLwECC0UEQCAEQQRqIQQMAQsLIAVBA04iAwRAIwAgBWpBAWstAABFIQMLIARBBGogBCAEIwFIQQAgAwR/IwAgBWpBA2svAQBFBSADCxsEfyMA",
    "IARqLQAAIgNBCkYgA0Ega0HfAElyIANBDUZyIANBCUZyBUEACxsiAyQPIAMgBWtBAnVBCk4EQCAFQXcgAxABCwwBCwsL9wIBA38gAiMAIABqQUBrLQAARa1CP4YgAUIBiISDIgEgAUICiIMiASABQgSIgyEBA0Ag",
    "AUIAUgRAIAAgAXqnaiEEIAEgAUIBfYMhASAEIw5IBH9BAAUjACAEai0AACIDQQpGIANBIGtB3wBJciADQQ1GciADQQlGcgsEfyMAIARBAmpqLQAAIgNBCkYgA0Ega0HfAElyIANBDUZyIANBCUZyBUEAC0UjASAE",
    "QQNqTHINASAEQQJqIQMDQCAEQQJOBH8jACAEQQJrai0AACIFQQpGIAVBIGtB3wBJciAFQQ1GciAFQQlGcgVBAAsEfyMAIARqQQFrLQAABUEBC0UEQCAEQQJrIQQMAQsLA0AgAyMBSAR/IwAgA2otAAAiBUEKRiAF",
    "QSBrQd8ASXIgBUENRnIgBUEJRnIFQQALBH8jACADakEBay0AAAVBAQtFBEAgA0ECaiEDDAELCyADJA4gAyAEa0EBdUEKTgRAIARBeyADEAELDAELCwvIBgEEfyMAIABBAWtqLQAAIQEjACAAQQFqai0AACEDIwAg",
    "AGotAAAiBEE6RgRAIAFBOkYgA0E6RnIgA0E9RnIEf0EBBSADQS9GBH8jACAAQQJqai0AAEEvRgVBAAsLBEBBAA8LBSADQT5GIANBPUZyBEBBAA8FIARBPkYEfyABQS1GBSABQT1GIANB/gBGciABQSFGciABQTxG",
    "ciABQT5GciABQf4ARnILBEBBAA8LCwsgBEE+RiABQT1HcQRAIwEiASAAQQFqIgBB0ABqIgMgASADSBshAQNAIAAgAUgEfyMAIABqLQAAIgNBCUYgA0EgRnIgA0EKRnIgA0ENRnIFQQALBEAgAEEBaiEADAELCwUg",
    "AEEBaiEACyAAIQEDQCAAIAFrQQRIBH8jACAAai0AAEEgRgR/QQEFIwAgAGotAABBCUYLBUEACwRAIABBAWohAAwBCwsCfyMAIABqLQAAIgMjAkGACmpqLQAAQQJxBEAjASIBIABBgARqIgIgASACSBshAiAAQQFq",
    "IQECfwNAIAEgAkgEQCABIABrQQZKIAMjACABai0AACIERg0CGkEAIARFIARBCkZyBH9BAQUgBEH/AUYEfyMAIAFqKAIAQX9GBUEACwsNAhogAUEBaiEBDAELC0EACwwBCyMAIABqLQAAIwJBgApqai0AAEEEcQRA",
    "A0AgAkEHSAR/IwAgACACamotAABB3ABGBUEACwRAIAJBAWohAgwBCwsgAkEHRgR/QQcFQQNBASACQQNOGwsgAGoiASMAai0AACICIwJBgApqai0AAEECcQRAIwEiACABQYAEaiIDIAAgA0gbIQMgAUEBaiEAAn8D",
    "QCAAIANIBEAgACABa0EGSiACIwAgAGotAAAiBEYNAhpBACAERSAEQQpGcgR/QQEFIARB/wFGBH8jACAAaigCAEF/RgVBAAsLDQIaIABBAWohAAwBCwtBAAsMAgsLIAAhASAAIwZIIAAjB05yBEADQCAAIwFIBH8j",
    "ACAAai0AACMCQYAKamotAABBAXEFQQALBEAgAEEBaiEADAELCyABJAYgACQHCyMHIwBqLQAAIgBBJkYEf0EBBSAAQShHIwcgAWtBBk5xIABB2wBHcQsLC54EAwN/A34DeyAAJAAgASQBQQAkBUEAJApBACQGQQAk",
    "B0EAJAtCACQMQQAkDUEAJA5BACQPA0AgASACSgRAIAEgAkGAgAJqIgAgACABShshAyACIQADQCAAIANIBED9DAECBAgQIECAAAAAAAAAAAAjACAAaiIE/QAEAP0MICAgICAgICAgICAgICAgIP1Q/QyxeTeesXk3",
    "nrF5N56xeTee/bUBIglBC/2tAf0MBwAAAAcAAAAHAAAABwAAAP1OIAT9AAQC/QwgICAgICAgICAgICAgICAg/VD9DLF5N56xeTeesXk3nrF5N579tQEiCkEF/asB/QwAAAcAAAAHAAAABwAAAAcA/U79UP0MAIAA",
    "gACAAIAAgACAAIAAgP1Q/Q4hCCAJQQ79rQEiCf0dACIFpzEAgAggCkEO/a0BIgr9HQAiBqcxAIAIQhCGhCAFQiCIpzEAgAhCIIaEIAZCIIinMQCACEIwhoQgCP0dAIMiBiAJ/R0BIgWnMQCACCAK/R0BIgenMQCA",
    "CEIQhoQgBUIgiKcxAIAIQiCGhCAHQiCIpzEAgAhCMIaEIAj9HQGDIgWEQgBSBEAgBkIAUgRAIAAgBhAGCyAFQgBSBEAgAEEIaiAFEAYLCyAAQRBqIQAMAQsLIAIhAANAIAAgA0gEQCAAEAMgAEFAayEADAELCyAC",
    "QYCAAmohAgwBCwsgAUEASgRAIAFBP2pBQHEQAwsjBQsWACAAJAggASQJIAIkAiADJAMgBCQEC6YGAQl/IwgjCSABQQt2cSICQQN0aigCACEDA0AgASADRwRAIANFBEAPCyMIIwkgAkEBanEiAkEDdGooAgAhAwwB",
    "CwsjCCACQQN0aigCBCIBKAIAIQUgAUEIaiEDA0AgBCAFSARAAkAgACADKAIEayIHQQBIDQAgAykDECADKQMgIwAgB2oiASkDACADKQMYhINSDQAjASADKAIIIgggB2pIBH9BAAUgCEEISgR/IAMoAighBiADKAIs",
    "IQlBCCECAn8DQCACIAhIBEBBACACIAZqLQAAIAEgAmotAAAgAiAJai0AAHJHDQIaIAJBAWohAgwBCwtBAQsFQQELCwRAIAMoAgwhCSADKAIwIQogAygCNCEGIAcgCGoiCCEBAkADQCABIAggCWpIBEBBACECIAEj",
    "AU4Ef0EABSAKIwAgAWotAABqLQAAC0UNAiABQQFqIQEMAQsLQQEhAiAGQQBIDQAjASICIAhBgAJqIgkgAiAJSBshAgNAIAEgAkgEfyAKIwAgAWotAABqLQAABUEACwRAIAFBAWohAQwBCwsgASAIQYACakYEf0EB",
    "BSABIwFIBH8jACABai0AACAGRgVBAAsLIQILBUEAIQILIAJFDQAgAygCACIBQQBIBEAjASIBIAdBMGoiAiABIAJIGyEGIAcjCiIBIAEgB0gbIQIDQCACIAZIBEAjACACai0AACIHQf8BRgR/QQAFIAdBCkYEfyAC",
    "QQFqIQEDQCABIwFIBEAjACABai0AACIIQQlHIAhBIEdxIAhBIkdxRQRAIAFBAWohAQwCCwsLAn9BACMBIAFBBWpIDQAaIwAgAWoiCC0AAEE8RwRAIAgoAgBB9sKxqwdGBH8gCC0ABEHlAEYFQQALDAELIwAgAWoo",
    "AgEiAUHz6MnLBkYgAUH2wrGrB0ZyIAFB8MLJiwZGciABQeXc2esCRnILBUEBCwsEQCAHQTpGIAdBPUZyIAdBPkZyBH8gAhAJBUEACwRAIAJBf0EAEAELIAJBAWohAgwCCwsLIAIjCiIBIAEgAkgbJAoFIAcgAUEA",
    "EAELCyAEQQFqIQQgA0E4aiEDDAELCws=",
].join("");

;// CONCATENATED MODULE: ./src/detector/sieve/sifted.js
// What the sieve found in one text: the few offsets at which expressions, number checks and decoders are worth trying.

const NO_NUMBERS = new Int32Array(0);
/** Kind of an anchor that is an operator behind a name; other anchors have the index of their literal. */
const OPERATOR = -1;
/** Kinds as wasm/sieve.ts numbers them, from -2 downwards. */
const sifted_kinds = ["digits", "base64", "hex", "utf16", "percent", "escape", "entity", "utf32"];
const sifted_PERCENT = sifted_kinds.indexOf("percent");
const ENTITY = sifted_kinds.indexOf("entity");
/** Numbers that are counted before they come: a window may hold half a million, and memory that grows costs more than to look twice. */
class Column {
    values = NO_NUMBERS;
    #expected = 0;
    #length = 0;
    expect() {
        this.#expected++;
    }
    push(value) {
        if (this.#length === 0)
            this.values = new Int32Array(this.#expected);
        this.values[this.#length++] = value;
    }
}
class Sifted {
    /** Offsets of anchors in ascending order, and beside each the index of its literal, or OPERATOR. */
    offsets = NO_NUMBERS;
    literals = NO_NUMBERS;
    #expected = 0;
    #anchors = 0;
    #text;
    /** Each at its kind's place. */
    #runs = [];
    #escapes = [];
    get isEmpty() {
        return this.offsets.length === 0 && this.#runs.length === 0 && this.#escapes.length === 0;
    }
    /**
     * In ascending order. `digits`: regions of at least thirteen, no more than three other bytes between two. `base64`, `hex`, `utf16`, `utf32`: whole runs that
     * are worth decoding, perhaps.
     */
    runs(kind) {
        return this.#runs[sifted_kinds.indexOf(kind)] ?? NONE;
    }
    /** Where escapes begin, in ascending order. */
    escapes(kind) {
        return this.#escapes[sifted_kinds.indexOf(kind)]?.values ?? NO_NUMBERS;
    }
    /** The bytes that were sifted with one character for each, so that offsets stay the same; made once for all who look. */
    textOf(bytes) {
        return (this.#text ??= external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"));
    }
    /** Announces what `add` will add. */
    expect(kind) {
        if (kind >= OPERATOR) {
            this.#expected++;
            return;
        }
        const place = -2 - kind;
        if (isEscape(place))
            (this.#escapes[place] ??= new Column()).expect();
    }
    add(kind, start, end) {
        if (kind >= OPERATOR) {
            this.#addAnchor(start, kind);
            return;
        }
        const place = -2 - kind;
        if (isEscape(place))
            this.#escapes[place]?.push(start);
        else
            (this.#runs[place] ??= []).push({ start, end });
    }
    #addAnchor(offset, literal) {
        if (this.#anchors === 0) {
            this.offsets = new Int32Array(this.#expected);
            this.literals = new Int32Array(this.#expected);
        }
        this.offsets[this.#anchors] = offset;
        this.literals[this.#anchors++] = literal;
    }
    /** Puts the anchors, which come nearly in order, into order: the same text gives the same anchors wherever it stood. */
    sorted() {
        const { offsets, literals } = this;
        for (let n = 1; n < offsets.length; n++) {
            const offset = offsets[n];
            const literal = literals[n];
            let to = n;
            for (; to > 0 && (offsets[to - 1] > offset || (offsets[to - 1] === offset && literals[to - 1] > literal)); to--) {
                offsets[to] = offsets[to - 1];
                literals[to] = literals[to - 1];
            }
            offsets[to] = offset;
            literals[to] = literal;
        }
        return this;
    }
}
function isEscape(place) {
    return place >= sifted_PERCENT && place <= ENTITY;
}
const NONE = [];

// EXTERNAL MODULE: ./src/detector/sieve/trays.js
var trays = __webpack_require__(925);
;// CONCATENATED MODULE: ./src/detector/sieve/sieve.js
// The host of wasm/sieve: puts bytes before it, many small texts at a time, and sorts what it emits.





/** Room for what a window of near-misses has; only what is written to is used. */
const OUT_WORDS = 3 << 18;
/** Room for texts that are in no tray grows in steps of this size. */
const STEP = 1 << 20;
/** Compiles literals of at least three characters, each a byte, into one search; `shared` is the memory of another thread's sieve for the same literals. */
function createSieve(literals, shared) {
    const memory = new SieveMemory(literals, shared);
    const engine = new Engine(memory);
    const sift = (bytes) => engine.copy([bytes])[0]?.[1] ?? new Sifted();
    return { trays: new trays/* Trays */.e3(memory), sift, siftAll: (texts) => engine.copy(texts), siftTray: (at, lengths) => engine.run(at, lengths) };
}
class Engine {
    #memory;
    #exports;
    #out;
    /** Where texts go that are in no tray, and how much room is there. */
    #bench = 0;
    #room = 0;
    /** What was emitted before the last drain. */
    #drained = [];
    constructor(memory) {
        const { memory: wasm, layout } = memory.shared;
        this.#memory = memory;
        this.#out = memory.reserve(OUT_WORDS * 4);
        this.#exports = startModule(sieveModule, { memory: { drain: (words) => this.#drain(words) } }, wasm).exports;
        this.#exports.configure(layout.table, layout.tableMask, layout.classes, this.#out, OUT_WORDS);
    }
    /** Sifts copies of the texts. */
    copy(texts) {
        const size = texts.reduce((sum, text) => sum + text.length + trays/* BETWEEN */.j2, -trays/* BETWEEN */.j2);
        if (size <= 0)
            return [];
        this.#reserve(trays/* BEFORE */.GV + size + trays/* BEHIND */.VY);
        const start = this.#bench + trays/* BEFORE */.GV;
        const memory = this.#memory.upTo(start + size + trays/* BEHIND */.VY);
        let at = start;
        texts.forEach((text, index) => {
            if (index > 0)
                at = (0,trays/* separate */.sj)(memory, at);
            memory.set(text, at);
            at += text.length;
        });
        memory.fill(0, at, at + trays/* BEHIND */.VY);
        return this.run(start, texts.map((text) => text.length));
    }
    /** Sifts texts that lie side by side from `at` on. */
    run(at, lengths) {
        const starts = new Int32Array(lengths.length);
        let size = -trays/* BETWEEN */.j2;
        for (let index = 0; index < lengths.length; index++) {
            starts[index] = size + trays/* BETWEEN */.j2;
            size += lengths[index] + trays/* BETWEEN */.j2;
        }
        this.#drained = [];
        const words = this.#exports.sift(at, Math.max(0, size));
        const emitted = this.#drained.length === 0 ? this.#written(words) : join([...this.#drained, this.#written(words)]);
        return emitted.length === 0 ? [] : share(emitted, starts, lengths);
    }
    #reserve(size) {
        if (size <= this.#room)
            return;
        this.#room = Math.ceil((size * 5) / 4 / STEP) * STEP;
        this.#bench = this.#memory.reserve(this.#room);
    }
    #written(words) {
        return new Int32Array(this.#memory.upTo(this.#out + OUT_WORDS * 4).buffer, this.#out, words);
    }
    #drain(words) {
        this.#drained.push(this.#written(words).slice());
    }
}
function join(parts) {
    const joined = new Int32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        joined.set(part, at);
        at += part.length;
    }
    return joined;
}
/** The text in which each thing begins that was emitted; -1 where it is none. */
function textsOf(emitted, starts, lengths) {
    const texts = new Int32Array(emitted.length / 3);
    let text = 0;
    for (let n = 0; n < texts.length; n++) {
        const start = emitted[n * 3];
        while (start < starts[text])
            text--;
        while (text + 1 < starts.length && start >= starts[text + 1])
            text++;
        texts[n] = start - starts[text] < lengths[text] ? text : -1;
    }
    return texts;
}
/** Gives each text what was emitted about it; what stands across two texts belongs to none. */
function share(emitted, starts, lengths) {
    const shares = [];
    const texts = textsOf(emitted, starts, lengths);
    for (let n = 0; n < texts.length; n++)
        if (texts[n] >= 0)
            (shares[texts[n]] ??= new Sifted()).expect(emitted[n * 3 + 1]);
    for (let n = 0; n < texts.length; n++) {
        const from = starts[texts[n]];
        shares[texts[n]]?.add(emitted[n * 3 + 1], emitted[n * 3] - from, emitted[n * 3 + 2] - from);
    }
    const found = [];
    shares.forEach((sifted, index) => { if (sifted)
        found.push([index, sifted.sorted()]); });
    return found;
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/pattern.js + 3 modules
var pattern = __webpack_require__(295);
;// CONCATENATED MODULE: ./src/detector/credential/own/acceptance.js
// Says which allowlist makes a value no open finding.


/** Asks the lists in their order. */
function createAccept(lists) {
    const compiled = lists.map(compile);
    return (claim) => {
        const index = compiled.findIndex((holds) => holds(claim));
        const list = lists[index];
        return list && { source: list.source, reason: list.description === "" ? "an allowlist of the rules file" : list.description };
    };
}
function compile(list) {
    const regexes = list.regexes.map((source) => new pattern/* Pattern */.z(source));
    const paths = list.paths.map((source) => new pattern/* Pattern */.z(source));
    return (claim) => {
        const target = list.target === "secret" ? claim.value : list.target === "match" ? claim.match : claim.line;
        const value = lowerText(claim.value);
        const verdicts = [
            ...(list.commits ? [false] : []),
            ...(paths.length > 0 ? [claim.path !== "" && paths.some((path) => path.test(claim.path))] : []),
            ...(regexes.length > 0 ? [target !== "" && regexes.some((regex) => regex.test(target))] : []),
            ...(list.stopwords.length > 0 ? [list.stopwords.some((word) => value.includes(word))] : []),
        ];
        return list.all ? verdicts.every(Boolean) : verdicts.some(Boolean);
    };
}
/** In lower case, from one character a byte to what the bytes stand for. */
function lowerText(text) {
    return (/^[\0-\x7f]*$/.test(text) ? text : external_node_buffer_.Buffer.from(text, "latin1").toString("utf8")).toLowerCase();
}
const MOST_OF_A_LINE = 4096;
/** The lines that a span touches, as far as they are of any use; as in gitleaks, with the line break before them. */
function linesAround(text, start, end) {
    const before = text.slice(Math.max(0, start - MOST_OF_A_LINE), start);
    const after = text.slice(end, end + MOST_OF_A_LINE);
    const next = after.indexOf("\n");
    return before.slice(Math.max(0, before.lastIndexOf("\n"))) + text.slice(start, end) + (next < 0 ? after : after.slice(0, next));
}

;// CONCATENATED MODULE: ./src/detector/credential/accepted.js

const NO_RULES = { rules: [], allowlists: [], builtIn: {}, disabled: [] };
/** Adds to a match of a built-in rule who has accepted it; undefined where nobody accepts anything. */
function createBuiltInAccept(rules, own) {
    if (own.allowlists.length === 0 && Object.keys(own.builtIn).length === 0 && own.disabled.length === 0)
        return undefined;
    const accepts = new Map(rules.map((rule) => [rule.id, acceptFor(rule, own)]));
    return (match, textOf, setting) => {
        const from = match.from ?? match.start;
        const text = textOf();
        const claim = { value: text.slice(match.start, match.end), match: text.slice(from, match.end), line: linesAround(text, from, match.end), path: setting.path ?? "" };
        const accepted = accepts.get(match.rule.id)?.(claim);
        return accepted ? { ...match, accepted, ...settleOf(match) } : match;
    };
}
function acceptFor(rule, own) {
    const ids = [rule.id, ...(rule.aliases ?? [])];
    const off = own.disabled.find(({ id }) => ids.includes(id));
    if (off)
        return () => ({ source: off.source, reason: `the rule ${off.id} is disabled there` });
    return createAccept([...own.allowlists, ...ids.flatMap((id) => own.builtIn[id] ?? [])]);
}
/** Comments by which a line asks scanners to overlook it. */
const mark = /\b(?:gitleaks|betterleaks):allow|\btrufflehog:ignore|\bkingfisher:ignore|\bpragma: (?:allow|white)list secret|\bggignore\b|\bsecretlint-disable/;
/** The fixed texts in them. */
const marks = ["gitleaks:allow", "betterleaks:allow", "trufflehog:ignore", "kingfisher:ignore", "pragma: allowlist secret", "pragma: whitelist secret", "ggignore", "secretlint-disable"];
/** A suspect does not acquit itself: such a mark is told and changes nothing. */
function showMark(match, text) {
    const [found] = mark.exec(linesAround(text, match.from ?? match.start, match.end)) ?? [];
    if (found === undefined)
        return match;
    const show = (rule) => ({ ...rule, title: `${rule.title} (marked ${found} there, which counts for nothing)` });
    return { ...match, rule: show(match.rule), ...settleOf(match, show) };
}
/** What a copy of a match settles as: copies have no methods. */
function settleOf(match, show = (rule) => rule) {
    return match.settle ? { settle: () => show(match.settle?.() ?? match.rule) } : {};
}

;// CONCATENATED MODULE: ./src/detector/credential/allowance.js
function toAllowance(rule) {
    return { ...rule, patterns: rule.patterns.map(toExpression), paths: rule.paths.map(toExpression), stopwords: rule.stopwords.map((word) => word.toLowerCase()) };
}
/** A leading `(?i)` stands for the whole expression. */
function toExpression(source) {
    return source.startsWith("(?i)") ? new RegExp(source.slice(4), "i") : new RegExp(source);
}
/** True where one of the exceptions holds for what was found. */
function isExempt(allowances, claim) {
    return allowances.some((allowance) => {
        const target = toTarget(allowance.target, claim);
        const verdicts = [
            ...(allowance.patterns.length > 0 ? [allowance.patterns.some((pattern) => pattern.test(target))] : []),
            ...(allowance.paths.length > 0 ? [allowance.paths.some((pattern) => pattern.test(claim.path))] : []),
            ...(allowance.stopwords.length > 0 ? [allowance.stopwords.some((word) => claim.value.toLowerCase().includes(word))] : []),
        ];
        return verdicts.length > 0 && (allowance.all ? verdicts.every(Boolean) : verdicts.some(Boolean));
    });
}
function toTarget(target, claim) {
    switch (target) {
        case "secret": return claim.value;
        case "match": return claim.match;
        case "line": return lineAround(claim.text, claim.at);
        default: return target;
    }
}
function lineAround(text, at) {
    const slice = text.slice(Math.max(0, at - 512), at + 512);
    const middle = Math.min(at, 512);
    const from = slice.lastIndexOf("\n", middle - 1) + 1;
    const to = slice.indexOf("\n", middle);
    return slice.slice(from, to < 0 ? undefined : to);
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/traits.js
// What single characters are, and which letters like to stand beside each other.
/** The 150 commonest pairs of letters in names and prose of source code: three quarters of theirs, a fifth of random ones. */
const commonest = "in er te re on at le st ti en es nt co de or se ar et al ta ra ri tr an li ro io ng ed ec me ma ge it is nd el ne la to ns lo ct as di ea ex ch pe fi pa ca ac ic si ve pr ol ce ll ss na il od un ou em ad rt ut ab th he no am om ts nc ur rs sc mp da id ef im po pl op ck ha fo so bl mi ty va rr mo tt ni sp ap ke su os ig ie us ot ul ep sh be tc oc pt eg cl rc ag ho ba ls vi um rm lt gr ia cr ow ui ee ir ue rd xt do lu up ev hi ci tu qu yp ip nu ay";
/** By the numbers of two letters in the alphabet, 0 being no letter: PAIR for two letters, and COMMON where they like to stand beside each other. */
const pairKinds = new Uint8Array(32 * 32);
const COMMON = 1;
const PAIR = 2;
for (let first = 1; first <= 26; first++)
    pairKinds.fill(PAIR, (first << 5) + 1, (first << 5) + 27);
for (const pair of commonest.split(" "))
    pairKinds[((pair.charCodeAt(0) & 31) << 5) | (pair.charCodeAt(1) & 31)] |= COMMON;
/** A letter's number in the alphabet; 0 for what is no letter. */
function letterOf(code) {
    return code < 256 ? traits[code] & LETTER : 0;
}
/** 1 for two letters, by their numbers in the alphabet, that like to stand beside each other in words. */
function isCommonPair(first, second) {
    return pairKinds[(first << 5) | second] & COMMON;
}
/** What a character is, a bit for each; the lowest five are its letter's number in the alphabet. */
const LOWER = 1 << 5;
const UPPER = 1 << 6;
const DIGIT = 1 << 7;
const traits_OTHER = 1 << 8;
/** Letters, digits, `_` and `$`. */
const WORD = 1 << 9;
/** The same and the dot. */
const DOTTED = 1 << 20;
/** Characters of tokens. */
const TOKEN = 1 << 10;
const VISIBLE = 1 << 11;
const BRACKET = 1 << 12;
const BACKSLASH = 1 << 13;
const COLON = 1 << 14;
const SEPARATOR = 1 << 15;
const DOT = 1 << 16;
const SLASH = 1 << 17;
/** `(`, `<`, `[` and `{`. */
const OPENING = 1 << 18;
const LESS = 1 << 19;
const LETTER = 31;
const traits = new Int32Array(256).fill(traits_OTHER);
traits_mark("abcdefghijklmnopqrstuvwxyz", LOWER | WORD | DOTTED | TOKEN);
traits_mark("ABCDEFGHIJKLMNOPQRSTUVWXYZ", UPPER | WORD | DOTTED | TOKEN);
traits_mark("0123456789", DIGIT | WORD | DOTTED | TOKEN);
traits_mark("_$", WORD | DOTTED);
traits_mark(".", DOTTED);
traits_mark("_-+/=.~!@#^*%", TOKEN);
traits_mark("()[]{}<>", BRACKET);
traits_mark("(<[{", OPENING);
traits_mark("-._/", SEPARATOR);
traits_mark("<", LESS);
traits_mark("\\", BACKSLASH);
traits_mark(":", COLON);
traits_mark(".", DOT);
traits_mark("/", SLASH);
for (let code = 0x21; code < 0x7f; code++)
    traits[code] |= VISIBLE;
function traits_mark(characters, bits) {
    for (const character of characters) {
        const code = character.charCodeAt(0);
        const letter = (bits & (LOWER | UPPER)) === 0 ? 0 : code & LETTER;
        traits[code] = ((bits & (LOWER | UPPER | DIGIT)) === 0 ? traits[code] : 0) | bits | letter;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/survey.js
// One look at each character of a value, which answers what judgements ask of it: a place may hold a million values, and each is asked a dozen questions.

/** Three characters of everything that expressions about placeholders look for, and of what those about references look for: most values hold none of them, and need no look. */
const standIns = "exa pla cha rep red you her my_ my- tod fix und dea foo xxx *** ... abc qwe asd 123 not fak moc dum sam inv tes pas pa$ pa5 p@s p@$ p@5 p4s p4$ p45 s3c pwd sec tok key cre";
const lookups = "get env";
const STAND_IN = 1;
const LOOKUP = 2;
/** By the hash of three characters, of which the last ones count most. */
const triples = new Uint8Array(1 << 15);
for (const [words, bit] of [[standIns, STAND_IN], [lookups, LOOKUP]])
    for (const word of words.split(" "))
        triples[Array.from(word).reduce((before, character) => hash(before, character.charCodeAt(0)), 0)] |= bit;
/** Lower case and upper case are the same; so are a few signs, which leads to no more than a needless look. */
function hash(before, code) {
    return ((before << 5) ^ (code | 0x20)) & 0x7fff;
}
/** Next to no character. */
const FAR = 1 << 10;
/** References have their dots and slashes near an end. */
const NEAR_START = 8;
const NEAR_END = 6;
/** The codes of the value that is looked at; 255 also stands for what is no byte. */
let codes = new Uint8Array(1 << 12);
const seen = new Uint8Array(256);
class Survey {
    length = 0;
    /** Bits that some character has, and those that all have. */
    #any = 0;
    #all = 0;
    digits = 0;
    /** How many of `-._/`. */
    separators = 0;
    /** Pairs of neighbouring letters, and how many of them language likes. */
    pairs = 0;
    common = 0;
    /** How many characters are the same as the one before or next to it, and how many follow the longest row's first one. */
    steps = 0;
    row = 0;
    distinct = 0;
    #says = 0;
    /** A dot or a slash stands where references have them. */
    #isPointed = false;
    #value = "";
    /** Takes stock of a value; at once where it was the last one. */
    of(value) {
        if (value === this.#value)
            return this;
        this.#value = value;
        this.length = value.length;
        if (value.length > codes.length)
            codes = new Uint8Array(value.length * 2);
        let isWide = false;
        for (let at = 0; at < value.length; at++) {
            const code = value.charCodeAt(at);
            if (code > 0xff)
                isWide = true;
            codes[at] = Math.min(code, 0xff);
        }
        this.#countKinds();
        this.#countSteps();
        if (isWide)
            this.#says = STAND_IN | LOOKUP;
        return this;
    }
    /** Of lower case, upper case, digits and other characters, how many occur. */
    get kinds() {
        const any = this.#any;
        return ((any >> 5) & 1) + ((any >> 6) & 1) + ((any >> 7) & 1) + ((any >> 8) & 1);
    }
    consistsOf(trait) {
        return (this.#all & trait) !== 0;
    }
    holds(trait) {
        return (this.#any & trait) !== 0;
    }
    /** False where no expression about placeholders can match. */
    get mayStandIn() {
        return (this.#says & STAND_IN) !== 0 || this.holds(LESS);
    }
    /** False where no expression about references can match. */
    get mayRefer() {
        return (this.#says & LOOKUP) !== 0 || this.#isPointed || this.holds(OPENING | COLON) || beginsReference(codes[0]) || (this.holds(SLASH) && this.#value.endsWith("aws4_request"));
    }
    #countKinds() {
        const { length } = this;
        let any = 0;
        let all = -1;
        let digits = 0;
        let separators = 0;
        let pairs = 0;
        let common = 0;
        let letter = 0;
        let isPointed = false;
        for (let at = 0; at < length; at++) {
            const trait = traits[codes[at]];
            any |= trait;
            all &= trait;
            digits += (trait >> 7) & 1;
            separators += (trait >> 15) & 1;
            const pair = pairKinds[(letter << 5) | (trait & LETTER)];
            letter = trait & LETTER;
            pairs += pair >> 1;
            common += pair & COMMON;
            if ((trait & (DOT | SLASH)) !== 0 && (at <= NEAR_START || ((trait & DOT) !== 0 && at >= length - NEAR_END)))
                isPointed = true;
        }
        this.#any = any;
        this.#all = all;
        this.digits = digits;
        this.separators = separators;
        this.pairs = pairs;
        this.common = common;
        this.#isPointed = isPointed;
    }
    #countSteps() {
        let steps = 0;
        let row = 0;
        let longest = 0;
        let distinct = 0;
        let says = 0;
        let triple = 0;
        let before = -FAR;
        seen.fill(0);
        for (let at = 0; at < this.length; at++) {
            const code = codes[at];
            const step = code - before;
            if (step >= -1 && step <= 1) {
                steps++;
                row = step === 0 && code !== 0x0a && code !== 0x0d ? row + 1 : 0;
                if (row > longest)
                    longest = row;
            }
            else
                row = 0;
            distinct += 1 - seen[code];
            seen[code] = 1;
            triple = hash(triple, code);
            says |= triples[triple];
            before = code;
        }
        this.steps = steps;
        this.row = longest;
        this.distinct = distinct;
        this.#says = says;
    }
}
/** Signs that only references begin with: $ % @ ! & _ */
function beginsReference(code) {
    return code === 0x24 || code === 0x25 || code === 0x40 || code === 0x21 || code === 0x26 || code === 0x5f;
}
const last = new Survey();
/** What is to be known of a value; to be read at once, since the next value's is kept in the same place. */
function surveyOf(value) {
    return last.of(value);
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/entropy.js
// Shannon entropy of values, as cheaply as it can be told.

const counts = new Int32Array(1 << 16);
/** Shares of a value's bits by length and count, worked out once: share[length][count] is -p log2 p. */
const shares = [];
const entropy_LONGEST = 128;
/** What random text has at least, and more than what sums of fractions may be off. */
const RANDOM = 2.7;
const MARGIN = 0.01;
function sharesOf(length) {
    return (shares[length] ??= Float64Array.from({ length: length + 1 }, (_, count) => (count === 0 ? 0 : shareOf(count, length))));
}
function shareOf(count, length) {
    return (count / length) * Math.log2(count / length);
}
/** Shannon entropy, bits a character (UTF-16 code unit). */
function entropy(value) {
    const { length } = value;
    for (let at = 0; at < length; at++)
        counts[value.charCodeAt(at)]++;
    const known = length <= entropy_LONGEST ? sharesOf(length) : undefined;
    let bits = 0;
    for (let at = 0; at < length; at++) {
        const code = value.charCodeAt(at);
        const count = counts[code];
        if (count === 0)
            continue;
        bits -= known ? known[count] : shareOf(count, length);
        counts[code] = 0;
    }
    return bits;
}
/** Of values up to some length, by it: with so many different characters they have 2.7 bits a character, however often each stands. */
const enough = Uint8Array.from({ length: entropy_LONGEST + 1 }, (_, length) => {
    let distinct = 1;
    while (distinct < length && leastOf(length, distinct) < RANDOM + MARGIN)
        distinct++;
    return distinct < length ? distinct : entropy_LONGEST + 1;
});
/** The entropy of a value in which all characters but one stand once. */
function leastOf(length, distinct) {
    return -shareOf(length - distinct + 1, length) - (distinct - 1) * shareOf(1, length);
}
/** Whether the entropy is that of random text. */
function isVaried(value) {
    return (value.length <= entropy_LONGEST && surveyOf(value).distinct >= enough[value.length]) || entropy(value) >= RANDOM;
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/plausibility.js
// Tells values that somebody made at random from words, placeholders and references, by statistics and not by entropy alone.
// A place may hold a million values, so that each question is first asked in the form of a few comparisons.



/** Words that only stand in for a value; long enough that random text never holds them by chance. */
const placeholders = /example|placeholder|change[_-]?me|replace[_-]?(?:me|with|this)|redacted|^your|your[_-]|(?:[_-]|token|key|secret|password)here$|\bmy[_-](?:api|secret|pass|token|key)|^todo|^fixme|undefined|deadbeef|foobar|x{5}|\*{3,}|\.{3}|…|abcdefgh|qwerty|asdfgh|123456789|not[_-]?a?[_-]?(?:real|secret|valid)|^(?:fake|mock|dummy|sample|invalid)|[._-](?:fake|dummy)[._-]|^test(?:ing|er)?[_-]?(?:key|token|secret|pass|value)|<[^>]{1,64}>/i;
/** Names of credentials used as their value. */
const selfNamed = /^(?:(?:my|the|your|new|old|db|root|admin|user|test|some|super|client|api|access|auth|app|secure)[_-]?){0,3}(?:passw(?:or)?d|passw0rd|p4ssw0rd|p@ssw0rd|s3cr3t|pass|pwd|secret|token|key|credentials?)[_-]?\d{0,4}!?$/i;
/** Words before the word that names it: `supersecretpassword`, `oplog_reader_password`, `SuperSecretPassw0rd`. */
const selfSaying = /^[a-z]{2,}(?:[_-][a-z]{2,}){0,4}[_-]?p(?:a|@|4)(?:ss|\$\$|55)w(?:or|0r|o|0)?r?d[_-]?[\d!@#$%^&*.?]{0,8}$|pass[_-]?word(?:must|should|here|goes|for|is|to)/i;
/** What points at a value that rests elsewhere. */
const references = /^[$%@!&]?[{($[<]|^%[#+-]?[vsdTqxpw](?:[A-Z]|$)|^\$\w|^%[A-Z_]+%$|\$\{|\{\{|\$\(|%\(|<%|#\{|^(?:vault|arn|op|sm|ssm|secretsmanager|awsssm|keyvault|gcp|file|env|ref\+\w+|projects):|^projects\/|^[A-Z0-9]+\/\d{8}\/(?:[a-z0-9-]+\/){1,2}aws4_request|^[\w-]+:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:process|os|env|config|settings|self|this|request|req|options|opts|params|args|data|ctx|props|state)\b[.[]|getenv|environ|ENC\[|^https?:\/\/|^[.~]{0,2}(?:\/[a-z][a-z0-9_.-]*)+(?:\/|$)|^[A-Za-z]:\\|\.(?:pem|key|txt|json|ya?ml|toml|env|crt|cer|jks|p12|pfx|html?|js|ts|py|rb|go|php|css|svg|png)$/i;
/** True for text that stands in for a value or says where to find it. */
function isPlaceholder(value) {
    return (surveyOf(value).mayStandIn && (placeholders.test(value) || selfNamed.test(value) || selfSaying.test(value))) || isRepetitive(value);
}
/** `@PASSWORD@`, `%PASSWORD%`: what a template leaves open. */
const blank = /^[@%_]{1,2}[A-Z][A-Z0-9_]*[@%_]{0,2}$/;
function isReference(value) {
    return surveyOf(value).mayRefer && (references.test(value) || blank.test(value));
}
/** True where letters follow each other as they do in words. Hexadecimal digits, which have few letters, never do. */
function isWordy(value) {
    const { pairs, common } = surveyOf(value);
    return pairs >= 4 && common / pairs > (pairs >= 14 ? 0.66 : 0.8) && !/^[0-9a-f-]{16,}$/i.test(value);
}
/** The share of common pairs in short names, which is lower than that of prose. */
const NAMES = 0.6;
/** True where letters follow each other as they do in names. */
function isNameLike(letters) {
    const { pairs, common } = surveyOf(letters);
    return common / pairs > NAMES;
}
/** A run of one character, a counting sequence, or too few different characters for its length. */
function isRepetitive(value) {
    const { row, steps, distinct } = surveyOf(value);
    return row >= 5 || steps > value.length * 0.6 || distinct < Math.min(6, value.length / 2);
}
/** Passwords of documentation and of first steps. */
const demonstrations = new Set("admin guest root tiger scott test testing tester demo hello world foo bar baz qux pass passwd pw pwd p user username secret postgres mysql mariadb mongo mongodb redis rabbitmq sa abc abc123 1234 12345 123456 xxx xyz me you anonymous nobody none null debian ubuntu fedora password1 password123 x-oauth-basic x-access-token letmein welcome pswd passw0rd mypass mypassword user1 pass1 pass123 token port host db database app api key fred joe bob alice apache nginx docker string value".split(" "));
/** True for what somebody may have chosen as a password, false for words that only stand where one would. */
function isChosenPassword(value) {
    return value.length >= 4 && !demonstrations.has(value.toLowerCase()) && !selfNamed.test(plainly(value)) && !/^\d{1,5}$/.test(value) && !isPlaceholder(value) && !isReference(value) && !/[{}[\]()]|^%[sdv]$|\$[A-Za-z_]/.test(value);
}
/** Words of manuals, one or several with signs between them: `foo%40bar`. */
function isDemonstration(plain) {
    return plain.toLowerCase().split(/[^a-z0-9]+/).every((word) => demonstrations.has(word) || /^\d{1,5}$/.test(word));
}
/** For addresses, of which manuals are full: more than one short word. */
function isAddressPassword(value) {
    const plain = value.replace(/%[2-7][0-9a-f]/gi, "%");
    return isChosenPassword(value) && !isDemonstration(plain) && plain.length >= 6 && !/^[a-z]{1,10}$/i.test(plain);
}
/** Letters, or digits in the place of letters, that make words: nobody has drawn them. */
function isSpelled(value) {
    return isSpelledWith(value, 9) || (value.includes("1") && isSpelledWith(value, 12));
}
/** Characters of such a word that are no letters. */
const MOST_SIGNS = 4;
/** `one`: the letter that a 1 stands for. */
function isSpelledWith(value, one) {
    let letters = 0;
    let liked = 0;
    let last = 0;
    let before = 0;
    let here = letterOf(value.charCodeAt(0));
    for (let at = 0; at < value.length; at++) {
        const next = at + 1 < value.length ? letterOf(value.charCodeAt(at + 1)) : 0;
        const letter = here === 0 && (before > 0 || next > 0) ? likeness(value.charCodeAt(at), one) : here;
        before = here;
        here = next;
        if (letter > 0) {
            if (letters++ > 0)
                liked += isCommonPair(last, letter);
            last = letter;
        }
        else if (at + 1 - letters > MOST_SIGNS)
            return false;
    }
    return letters >= 5 && liked / (letters - 1) > NAMES;
}
/** The letter that a digit or sign looks like beside a letter: 0 o, 3 e, 4 and @ a, 5 and $ s. */
function likeness(code, one) {
    switch (code) {
        case 0x30: return 15;
        case 0x31: return one;
        case 0x33: return 5;
        case 0x34:
        case 0x40: return 1;
        case 0x35:
        case 0x24: return 19;
        default: return 0;
    }
}
/** Percent-encoding undone and look-alikes made letters again: `p%40ssw0rd` is `password`. */
function plainly(value) {
    const likes = { "@": "a", 4: "a", 0: "o", 3: "e", $: "s", 5: "s" };
    return value.replace(/%([2-7][0-9a-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replace(/[@403$5]/g, (like) => likes[like] ?? like).replace(/[^A-Za-z0-9_-]/g, "");
}
/** Text without words, digits among its letters. */
function isRandomText(value) {
    const survey = surveyOf(value);
    return survey.digits < value.length && survey.holds(LOWER | UPPER) && (survey.digits >= 2 || survey.kinds >= 2) && isVaried(value) && !isWordy(value) && !isNamePath(value);
}
/** Names joined by separators, such as `my-service-2-token`. */
function isNamePath(value) {
    if (surveyOf(value).separators < 2)
        return false;
    const parts = value.split(/[-_./]+/);
    const plain = parts.filter((part) => /^(?:[a-z]{2,}|[A-Z][a-z]+|[A-Z]{2,}|\d{1,4})$/.test(part));
    return parts.length >= 3 && plain.length >= parts.length - 1 && plain.join("").length > value.length / 2;
}

;// CONCATENATED MODULE: ./src/detector/credential/generic.js
// The rule for credentials without a format: a name that promises one, and a value that keeps the promise.




const suffixes = /^(?:\d{1,3}|v\d|prod|production|dev|development|stage|staging|live|sandbox|uat|qa|main|master|primary|secondary|old|new|current|previous|value|base|text|plain|str|string|b64|base64)$/;
const passwordWords = /(?:password|passwd|passphrase|passcode|pwd|pswd)\d*$/;
const tokenWords = /(?:token|secret|apikey|secretkey|accesskey|privatekey|authkey|encryptionkey|masterkey|signingkey|appkey|accountkey|credential|credentials|creds)\d*$/;
const keyOwners = new Set("api secret access private auth encryption encrypt master signing sign account storage service client app application session hmac aes jwt webhook subscription merchant admin server rest integration deploy cookie crypt cipher security consumer shared license bearer processor gateway payment pin mac zone terminal stripe adyen braintree paypal square worldpay checkout dlocal mercadopago payu kushki rapyd razorpay plaid azure".split(" "));
/** Owners of keys that are places in data, public, or locked themselves. */
const otherKeys = new Set("row object index lookup map dict hash translation message i18n locale config setting settings feature flag group item entry node record query search order block chunk file image bucket field column table attribute property route path doc document state store slot section tag label title name data context cell ref reference unique composite secondary hot shortcut keyboard arrow modifier random seed range shard bundle asset entity rel relation any first last prev verifier peer socket websocket certificate cert encrypted wrapped activation".split(" "));
const harmless = new Set("csrf xsrf page next continuation cursor sync cancel cancellation public pub idempotency cache primary foreign sort partition eos bos pad unk sep mask nonce antiforgery authenticity verification request change action sequence lock task upload job resume wait resolver starting pagination update event upsert dedup deduplication".split(" "));
/** Names come again, line by line. */
const known = new Map();
const MAX_KNOWN = 1 << 12;
/** What a name promises; undefined for names that stand for no credential. */
function readPromise(name) {
    let promise = known.get(name);
    if (promise === undefined) {
        if (known.size >= MAX_KNOWN)
            known.clear();
        promise = judgeName(name) ?? "nothing";
        known.set(name, promise);
    }
    return promise === "nothing" ? undefined : promise;
}
function judgeName(name) {
    const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[_.-]+/).filter((word) => word !== "");
    while (words.length > 1 && suffixes.test(words.at(-1) ?? ""))
        words.pop();
    const last = words.at(-1) ?? "";
    const owner = words.at(-2) ?? "";
    if (harmless.has(owner) || words.some((word) => word === "public" || word === "csrf" || word === "xsrf"))
        return undefined;
    if (passwordWords.test(last) || last === "pass")
        return "password";
    if (tokenWords.test(last) || last === "pat")
        return "token";
    if (last !== "key" || owner.length < 3)
        return undefined;
    return keyOwners.has(owner) ? "token" : otherKeys.has(owner) ? undefined : "key";
}
/** True where the value is one that somebody chose to keep others out. `trusted` places, such as an image's environment, hold settings and no prose. */
function keepsPromise(assignment, value, trusted) {
    const promise = readPromise(assignment.name);
    if (surveyOf(value).holds(BACKSLASH) && /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/i.test(value))
        return keepsPromise(assignment, value.replace(/\\(?:u[0-9a-f]{4}|x[0-9a-f]{2})/gi, "~"), trusted);
    // Without quotes `PASS: …` is what tests print.
    if (!promise || (!assignment.quoted && /^pass$/i.test(assignment.name)) || isReference(value) || isOwnName(assignment.name, value))
        return false;
    // What stands in a setting is what is used, however weak.
    if (trusted && promise === "password" && isChosen(value))
        return true;
    if (isPlaceholder(withoutZeros(value)) || isJudgedElsewhere(value) || isEncodedText(value) || isAccount(value) || isDate(value) || (!assignment.quoted && isCode(value)))
        return false;
    if (promise === "key")
        return isRandom(value) && isNoIdentifier(value);
    const isValue = assignment.quoted || isSetting(assignment.name) || (promise === "password" && /[^\w.]/.test(value));
    return isRandom(value) || (isValue && (promise === "password" ? isStrong(value) : isTyped(value)));
}
/** Neither a digest nor the number of a thing. */
function isNoIdentifier(value) {
    return value.length >= 20 && !/^[\da-f-]+$/i.test(value);
}
/** Some tokens, as many keys do in base64, begin with zeros. */
function withoutZeros(value) {
    return value.startsWith("AAAAA") ? value.replace(/^A+(?=[^A].{23})/, "") : value;
}
const generic_DASH = 0x2d;
function isDate(value) {
    return value.charCodeAt(4) === generic_DASH && /^\d{4}-\d\d-\d\d(?:[T ]|$)/.test(value);
}
/** A line of passwd(5) or group(5) whose password is elsewhere. */
function isAccount(value) {
    return surveyOf(value).holds(COLON) && /^[a-z_][\w-]*:[x*!]{0,2}:\d+:/.test(value);
}
/** Machine-made: long, of token characters, no words, no version, number, names with dots between, digest with a name or account of a chain of blocks (ERC-55). */
function isRandom(value) {
    if (value.length < 16 || value.length > 256 || !surveyOf(value).consistsOf(TOKEN))
        return false;
    if ("0123456789v.:-s".includes(value.charAt(0)) && /^v?\d+\.\d+\.\d|^[\d.:-]+$|^\d[\d.]*e[-+]?\d+$|^0x[\da-f]{40}$|^sha\d+[-:]/i.test(value))
        return false;
    const { digits, kinds } = surveyOf(value);
    return digits >= (kinds >= 3 ? 1 : 2) && isRandomText(value) && !/^[a-z]+\d?(?:\.[a-z]+\d?)+$/i.test(value);
}
/** In code, what is not quoted is another name, such as `module.Type2`, `state?.value2`, `Uint8Array` or `sha256_digest`, perhaps with a comment at its end. */
function isCode(value) {
    const first = value.charCodeAt(0);
    if (first >= 0x30 && first <= 0x39)
        return false;
    if (surveyOf(value).consistsOf(WORD))
        return isMadeOfWords(value);
    return /^[A-Za-z_$][\w$]*(?:(?:(?:\?\.|\.|->|::)[A-Za-z_$][\w$]*)+[!?]?$|\/\*)/.test(value);
}
/** Parts of a name that can be words: more of them make no name. */
const MOST_PARTS = 12;
/** Parts of a name, as `Uint8ArrayBuffer` and `get_key_2` have them, that are words each. `value` is made of word characters. */
function isMadeOfWords(value) {
    let parts = 0;
    let letters = "";
    for (let start = 0; start < value.length;) {
        let end = start + 1;
        while (end < value.length && !isBoundary(value, end))
            end++;
        const part = value.slice(start, end);
        start = end;
        if (part === "_" || part === "$")
            continue;
        if (++parts > MOST_PARTS)
            return false;
        if (/^\d{1,5}$/.test(part))
            continue;
        if (!/^(?:[A-Z]?[a-z]+|[A-Z]{1,6})$/.test(part))
            return false;
        letters += part;
    }
    return letters !== "" && isNameLike(letters);
}
/** Where two kinds of characters meet; of several capitals the last one belongs to the word behind them. */
function isBoundary(value, at) {
    const before = kindAt(value, at - 1);
    const kind = kindAt(value, at);
    if (kind === generic_SEPARATOR || before === generic_SEPARATOR)
        return true;
    if (kind === generic_UPPER && before === generic_UPPER)
        return kindAt(value, at + 1) === generic_LOWER;
    return kind !== before && !(before === generic_UPPER && kind === generic_LOWER);
}
const generic_SEPARATOR = 0;
const generic_DIGIT = 1;
const generic_UPPER = 2;
const generic_LOWER = 3;
function kindAt(value, at) {
    if (letterOf(value.charCodeAt(at)) > 0)
        return value.charCodeAt(at) >= 0x61 ? generic_LOWER : generic_UPPER;
    return value.charCodeAt(at) >= 0x30 && value.charCodeAt(at) <= 0x39 ? generic_DIGIT : generic_SEPARATOR;
}
/** A variable that is handed on under its own name. */
function isOwnName(name, value) {
    return value.length >= 6 && value.length <= name.length && name.toLowerCase().endsWith(value.toLowerCase());
}
/** Base64 of a sentence. */
function isEncodedText(value) {
    if (!beginsText(value) || !/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value))
        return false;
    const text = external_node_buffer_.Buffer.from(value, "base64").toString("latin1");
    return /^[\x20-\x7e]+$/.test(text) && (isPlaceholder(text) || text.includes(" "));
}
const generic_SEXTETS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const sextets = new Uint8Array(256).fill(0xff);
for (const [sextet, character] of [...generic_SEXTETS].entries())
    sextets[character.charCodeAt(0)] = sextet;
/** Whether the first two bytes are visible, which tells most random values from text. */
function beginsText(value) {
    const [a = 0xff, b = 0xff, c = 0xff] = [sextets[value.charCodeAt(0)], sextets[value.charCodeAt(1)], sextets[value.charCodeAt(2)]];
    if (a > 63 || b > 63 || c > 63)
        return false;
    const first = (a << 2) | (b >> 4);
    const second = ((b & 15) << 4) | (c >> 2);
    return first >= 0x20 && first < 0x7f && second >= 0x20 && second < 0x7f;
}
/** Signed tokens have a rule of their own, which looks into them. */
function isJudgedElsewhere(value) {
    return value.startsWith("eyJ") && /^eyJ[\w-]{8,}\.eyJ/.test(value);
}
/** Longer ones nobody types. */
const TYPED = 40;
/** Made by a person who was told to mix characters. */
function isStrong(value) {
    if (value.length < 8 || value.length > 128 || !surveyOf(value).consistsOf(VISIBLE) || surveyOf(value).digits === 0 || isNamePath(value) || (value.length > TYPED && isStrung(value)))
        return false;
    if ((surveyOf(value).consistsOf(DOTTED) && /^[\w$]+(?:\.[\w$]+)+$/.test(value)) || surveyOf(value).holds(BRACKET) || isSpelled(value))
        return false;
    return surveyOf(value).kinds >= 3 || (value.length >= 10 && !isWordy(value));
}
/** A token that a person made: longer than passwords are, and of all kinds of characters. */
function isTyped(value) {
    return value.length >= 12 && surveyOf(value).kinds === 4 && isStrong(value);
}
/** Words strung together, as programs hold their texts: half of the characters belong to some. */
function isStrung(value) {
    const words = value.match(/[A-Z]?[a-z]{3,}/g)?.join("") ?? "";
    return words.length > value.length / 2 && isNameLike(words);
}
/** Anything a person may have chosen. */
function isChosen(value) {
    return value.length >= 6 && value.length <= 128 && !/\s|^(?:true|false|null|none|\d{1,5})$|[*x.]{4}|^<.*>$/i.test(value);
}
/** Names written as settings are: all upper case, one word with a capital as in connection strings, or lower case with separators. In code, what is not quoted is another name. */
function isSetting(name) {
    return /^[A-Z0-9_]+$|^[A-Z][a-z]+$/.test(name) || /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/.test(name);
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/texts.js
const STRETCH = 1 << 11;
class Texts {
    #bytes;
    #text = "";
    #start = 0;
    constructor(bytes) {
        this.#bytes = bytes;
    }
    /** One character for each byte. */
    slice(start, end) {
        if (start < this.#start || end > this.#start + this.#text.length) {
            this.#start = start;
            this.#text = this.#bytes.toString("latin1", start, Math.max(end, start + STRETCH));
        }
        return this.#text.slice(start - this.#start, end - this.#start);
    }
}
/** Texts that come again and again, by a hash of their bytes. */
const texts_known = Array.from({ length: 1 << 12 });
/** The same text each time, where it is a short one. */
function wordAt(bytes, start, end) {
    let hash = end - start;
    for (let at = start; at < end; at++)
        hash = Math.imul(hash ^ bytes[at], 0x01000193);
    const place = (hash ^ (hash >>> 15)) & (texts_known.length - 1);
    const word = texts_known[place];
    if (word !== undefined && word.length === end - start && stands(word, bytes, start))
        return word;
    const made = bytes.toString("latin1", start, end);
    texts_known[place] = made;
    return made;
}
function stands(word, bytes, start) {
    for (let at = 0; at < word.length; at++)
        if (word.charCodeAt(at) !== bytes[start + at])
            return false;
    return true;
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/name.js
// Reads the name that stands before an operator, in the spellings of settings, code and markup.


const MAX_NAME = 64;
/** How far before its operator a name may end. */
const FURTHEST = 8;
/** How far back the name of a thing is looked for whose value stands here. */
const WITHIN = 160;
const [name_DASH, name_DOT, name_COLON, name_LESS, EQUALS, GREATER, OPEN, name_CLOSE] = [0x2d, 0x2e, 0x3a, 0x3c, 0x3d, 0x3e, 0x5b, 0x5d];
/** The name whose operator stands at `at`, of `.=` and `+=` their second half; `quoted` says whether the value is. */
function readName(bytes, at, quoted) {
    if (bytes[at] === GREATER && bytes[at - 1] !== EQUALS)
        return readTag(bytes, at);
    let end = bytes[at] === EQUALS && bytes[at - 1] === name_DOT ? at - 1 : skipBounds(bytes, at);
    while (end > 0 && at - end < FURTHEST && name_kinds[bytes[end - 1]] === BETWEEN)
        end--;
    const from = startOf(bytes, end);
    if (end - from < 3 || isWithinPath(bytes, from))
        return undefined;
    const name = wordAt(bytes, from, end);
    if (name.length === 5 && /^value$/i.test(name))
        return findBefore(bytes, from, pairedNames);
    const isDeclaration = quoted && bytes[at] === EQUALS && readPromise(name) === undefined;
    return (isDeclaration ? findBefore(bytes, end, declaredNames) : undefined) ?? { name, from };
}
function startOf(bytes, end) {
    let from = end;
    while (from > 0 && end - from < MAX_NAME && name_kinds[bytes[from - 1]] === NAME)
        from--;
    while (bytes[from] === name_DASH)
        from++;
    return from;
}
/** `char password[64] = …` */
function skipBounds(bytes, at) {
    let from = at;
    while (from > 0 && at - from < 2 && bytes[from - 1] === 0x20)
        from--;
    if (bytes[from - 1] !== name_CLOSE)
        return at;
    from--;
    while (from > 0 && at - from < FURTHEST && bytes[from - 1] >= 0x30 && bytes[from - 1] <= 0x39)
        from--;
    return bytes[from - 1] === OPEN ? from - 1 : at;
}
/** Part of a path of its own, such as arn:aws:…:secret:name or Type::Key; but PowerShell writes $env:NAME. */
function isWithinPath(bytes, from) {
    if (bytes[from - 1] !== name_COLON)
        return false;
    const before = bytes.toString("latin1", Math.max(0, from - 5), from - 1);
    return /[\w:;>}\]]$/.test(before) && !/^\$env$/i.test(before);
}
/** `<name>…`, and elements that say in an attribute, or beside them, what they hold. */
function readTag(bytes, at) {
    if (bytes[at - 1] === 0x22 || bytes[at - 1] === 0x27)
        return findBefore(bytes, at, attributes);
    const from = startOf(bytes, at);
    if (at - from < 3 || bytes[from - 1] !== name_LESS)
        return undefined;
    const name = bytes.toString("latin1", from, at);
    return /(?:^|-)(?:value|string)$/i.test(name) ? findBefore(bytes, from, name_named) : { name, from };
}
/** `name: DB_PASSWORD`, `value: …` of Kubernetes, and `name="…" value="…"` of XML. */
const pairedNames = /(?:name|key)["']?\s{0,4}[:=]\s{0,4}["']?([\w.-]{3,64})["']?,?\s{0,40}["']?$/i;
/** `apiKey string = `, `apiKey: string = `, `API_KEY: &str = `, `api_key: Optional[str] = `: types stand behind names in many languages. */
const declaredNames = /([A-Za-z_$][\w$]{2,63})[?!]?(?:\s{0,3}:\s{0,3}|\s{1,3})&?\s?(?:'[a-z]{1,12}\s)?[A-Za-z_][\w.:]{0,40}(?:[<[][\w.:<>[\]|, ]{0,40})?[?*]?\s{0,3}$/;
/** `<property name="password">`, `<string name="api_key">`. */
const attributes = /<\w[^<>]{0,80}\s(?:name|key|id)=["']([\w.-]{3,64})["'][^<>]{0,60}$/i;
/** `name="…"><value>` and `<key>…</key><string>`. */
const name_named = /(?:\s(?:name|key)=["']([\w.-]{3,64})["'][^<>]{0,60}|>([\w.-]{3,64})<\/(?:[\w-]{0,24}-)?(?:name|key))>\s{0,24}<$/i;
function findBefore(bytes, end, expression) {
    const before = bytes.toString("latin1", Math.max(0, end - WITHIN), end);
    const match = expression.exec(before);
    const name = match?.[1] ?? match?.[2];
    return match && name !== undefined ? { name, from: end - before.length + match.index } : undefined;
}
/** Characters of names, and what may stand between a name and its operator. */
const NAME = 1;
const BETWEEN = 2;
const name_kinds = new Uint8Array(256);
for (const character of "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-.")
    name_kinds[character.charCodeAt(0)] = NAME;
for (const character of " \t\"'`\\]=:|?+")
    name_kinds[character.charCodeAt(0)] = BETWEEN;

;// CONCATENATED MODULE: ./src/detector/credential/assignment/assignment.js
// Reads `name = value` in the many spellings that configuration, code, logs and command lines have, around one operator.

/** Ends of command line options whose value follows after a blank. */
const optionWords = ["-password", "-passwd", "-passphrase", "-secret", "-token", "-api-key", "-apikey", "-access-key", "-secret-key", "-pass", "-pat"];
/**
 * The assignment whose operator (`=`, `:` or the `>` of `<name>` and `=>`) stands at `at`, or the blank behind a command line option; undefined where there
 * is none. The sieve has told comparisons, scopes and arrows from operators.
 */
function readAssignment(bytes, at, values) {
    const value = values(bytes[at] === assignment_GREATER && bytes[at - 1] !== assignment_EQUALS ? skipLine(bytes, at + 1) : at + 1);
    const name = value && readName(bytes, at, value.quoted);
    return name && value && { name: name.name, from: name.from, start: value.start, end: value.end, quoted: value.quoted };
}
const [assignment_EQUALS, assignment_GREATER] = [0x3d, 0x3e];
/** The content of an element may stand in a line of its own. */
function skipLine(bytes, from) {
    let at = from;
    while (at - from < 80 && isSpace(bytes[at]))
        at++;
    return at;
}
function isSpace(byte) {
    return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

// EXTERNAL MODULE: ./src/detector/credential/judgement/checksum.js
var checksum = __webpack_require__(508);
;// CONCATENATED MODULE: ./src/detector/credential/judgement/published.generated.js
// Generated by tools/list-published.ts from public packages. Do not edit.
const publishedDigests = new Set([
    "0011cc25eb43", "0027fa83e28f", "0037f208cfd7", "00637c928e15", "00890e4f5025", "008d70aaec4d", "00a887ace389", "00d05c7a5190", "015796f0fa44", "0189b65a732d", "018b2f5f6e90",
    "018cf229766d", "01c98662aed8", "01d215c2a625", "01da5db03e23", "02252db9794f", "027cccc5c387", "02882e57d30e", "031baa2594cd", "0386896564d5", "03d77e58b52a", "03fc0863d714",
    "04008f218783", "044d36d645ed", "04ae09db0699", "04fba2c05f91", "0589bf063c8c", "05920cebfa88", "059f2def3b86", "05b9f5d96090", "061add2804a5", "0634cb3a884c", "06501de31244",
    "065f825ca3cd", "06657090c261", "06b37a7e3254", "074587c0e30b", "07dde60d3684", "07ea43b1ea3a", "07fa995e64a5", "080194a49d77", "08058a1db8e3", "08136314cc06", "091dfa38fffc",
    "0976a2fb3d49", "0a02ffbcde54", "0a6c2a1e5736", "0b2d1c21d8c6", "0b30405cdfd6", "0b45a292507b", "0b476bdf9acf", "0b488cb1be9f", "0b6764ca5c34", "0b80a259a4e5", "0c097ac89287",
    "0c39efec40bb", "0cb758f76603", "0cf997a57f87", "0d419e1fc82e", "0d48bb1c907a", "0d51351e3cbe", "0d843cec180e", "0d893db9a278", "0dc4cc8f4921", "0dc997549302", "0dec272a05c6",
    "0f04513551db", "0f4a9c2a690d", "0f66f17c42bf", "0f95a2582d3d", "0f98826d7618", "0fca986986a7", "100f85a7c0ef", "1059dcb39fe7", "107fec5a7d52", "108741b45289", "10af52e232bc",
    "10d94c4b58a8", "10f32d899944", "11459d6d79b1", "116b6df92fdf", "11f3f6f802c2", "12743b675b5e", "12ab662de3b6", "12c547de7c31", "13121d2071ac", "1314a52039d7", "131a6c00534c",
    "131d2a24b73e", "134e25eb1db6", "1404ca4ec36d", "142ea9bb6105", "143098078abe", "1456c780d7dd", "1470faa13918", "1483062cbaef", "149b3cae3d60", "14a9207b9888", "157fd3ba07dd",
    "15903227c176", "15afdfcdd8aa", "15ecb34b471c", "16529b293d4d", "16cc6889e420", "175cf4d6f2cd", "17e594c251b0", "17f7774c20e3", "180b2fecd6c5", "184e4f79d6cb", "18af211b047b",
    "18b21a1b57ce", "18cf6b3e01d8", "18e0f2373da6", "190e773b3876", "190edf59d573", "193bf2bf15b1", "194247a6b7ae", "1978f87eb7e3", "19b20b9eb73b", "19f456b866b7", "19ff0319cdb5",
    "1a3ba29027cd", "1ab4702dd6bb", "1abe4d03004d", "1b9f3ca14154", "1bbb9293c38a", "1beb7fc08f64", "1befe07d877c", "1c253f860694", "1c5fbf4d5586", "1c6196883fbb", "1c653afc366b",
    "1c750f6ddc78", "1cb83dbf88ae", "1cbc8a5772e7", "1d157ee236b7", "1d21582eff09", "1d23b6b67fde", "1d2d1a5b6f65", "1d58019b6396", "1d5b3f2fef76", "1d72ffc0219e", "1d99b7a94fd9",
    "1db5e71ec323", "1dc2f8057b07", "1e478166ad71", "1e53e7b08f22", "1ea1dabe4f62", "1ed61fc1dd9f", "1f0fc7912ab6", "1f171d9daac2", "1f1c093daa59", "1f3b0f731f2c", "201971179eb5",
    "2037abcaffb2", "20e684b25be8", "215ecffbc519", "21df499c1020", "22c007f3e0bd", "2372333c7a61", "23951ba80267", "23bb1b1dab7b", "23e468655e16", "2408520639e5", "2414d5a84262",
    "24176def3800", "244df1780ed0", "24573402adf2", "24920228b9b4", "24bcb16b2fc4", "251e0a680fc4", "260486329e53", "2604dadaf7b2", "2670a82fc4d2", "267d1f6f1552", "26ebf5a202ac",
    "2715b8dc9f49", "274824e47a1a", "27677ac9889a", "2770c4c99243", "27a9a42931df", "27b1428e2b02", "27b390b02b19", "27d1909b6ca7", "27ebc653425e", "2808649028d2", "2820b21f110b",
    "285b8f82f1e6", "286731ebe16c", "286a7c2021be", "2885a8c8eb0d", "288ba54b6b16", "28950ae1b4f5", "2898f4326618", "28a9d0634db5", "28de975cba29", "28f0ffe24f63", "28f51e22f497",
    "2947832e2e4c", "2950ad1f8f0c", "296a9fcc70a1", "2973f22ca169", "29f7e18ef23a", "2abc28e38744", "2b2ec63d7b4f", "2b3e18845303", "2bac8469f428", "2bc29ba0294c", "2c3b966d59bb",
    "2c5ea9d74bfb", "2c940b2f331d", "2d40c8a716b7", "2d60122bda02", "2d602d13e99c", "2d6766f074f0", "2d7091476119", "2daec0b7d3d2", "2df73bf9e1f0", "2e132423b81d", "2e80c05248b6",
    "2e820157fdd2", "2e825c66ed25", "2ea5fdccbabe", "2eb85a8f3a7a", "2edbfdbcb1ca", "2f0a49445ca0", "2f21fd9c8167", "2f41346ea6ce", "2f754cedbd84", "3018f48e438e", "301b163e4fc2",
    "30598948a216", "30768e53e4f3", "30a705a89718", "30db3ea6d728", "3109a3622924", "3148a77a5f59", "31504a8213b0", "3152557850df", "315cced05b06", "31605c9fe55f", "31ba548bba41",
    "32c5055d390b", "33a6d3750d9a", "33d845dafd98", "33ebaaafb5fb", "33fe735f0074", "355629872104", "35d2e82d2b62", "35e8caf5af28", "361962d1ba10", "362633791ff8", "363b6fa6266e",
    "3654330a5f78", "36ae9c1b4c67", "36b594d46354", "36c68623bb8c", "36d1d5966325", "36d4f3ca1e7a", "374b54794dba", "379912ea9966", "37c953262ffa", "37f8f09bdf12", "38396f20eb4c",
    "38681a3966ae", "38b76ac541a2", "3904d5083a7e", "390a81d98504", "390fc93d3b97", "391dd54405a1", "392d9bf6be67", "395bef93cb75", "39f0d99db918", "3a062ef44b71", "3a8b61d0f636",
    "3a9d77a65ba1", "3acc089c89ef", "3b02ef955c41", "3b58d26d7fbb", "3bc95d7b17b5", "3bdab8f7f0e2", "3c159dd817b4", "3c253a169b6e", "3c6845ed44ee", "3c710c04313f", "3ca76296cc49",
    "3cd374a63698", "3d121f556396", "3da0ae010499", "3dbdd8cb75b6", "3e035c404df2", "3e1b22912e07", "3e6fe9c70b29", "3eb1f02a9cb9", "3ec46142500b", "3ef5866e9940", "3efc2460ecad",
    "3f34f2a6e0df", "3f370c9dd822", "3f3f774c2e15", "3f848adf45d0", "3fa71548ca59", "3fc7b955cb96", "3fcb9d3aa292", "40211c00587e", "4033f3b15217", "40487d97bd30", "407143561699",
    "416649cf08ee", "41c69b6d3e84", "41d2cb8c7c9f", "41ed30d94621", "4231d13399d8", "4307573e06d0", "431af87cd9c1", "4385f8fb2b5e", "43bf6564453e", "441c66009c2a", "4476f913f59d",
    "448dad67a9d9", "4497e629fd28", "44cd5d102d24", "44e6c89ad9f1", "4525789c28d9", "453d711f3cb3", "456a51b1f1b3", "45a87856c0d4", "45bf386c4d52", "45f0a0cc24f7", "465026e005ce",
    "46547e25a8e4", "46e16147c96a", "4751f47445f9", "475dddd7e494", "476e0bb5643e", "47a4243d7fd0", "47d695161f16", "47f61cdca6e3", "483ecb40e6f8", "48478aa82ab1", "486743a2eab4",
    "489a46d446bd", "48a9900ed898", "48bd75693c45", "48e9d74563f6", "499c8ee50eff", "49a026666985", "49ad2077c3a8", "49b2263b78de", "49e5a41ee448", "49f777db995e", "4a1ce2639d5d",
    "4a7139ed2b3b", "4ac3a26689c7", "4b182138044f", "4b1e079226b8", "4bed00e06bfb", "4c0e2a73cf7d", "4c1df0bee0b5", "4c5f1af52302", "4c6eb7a10978", "4c7b3f40e866", "4c98242dcadc",
    "4c9b6c2fb068", "4cb3cfb21197", "4cd3d387fdfe", "4d1f5a95d5fa", "4db1d554acf4", "4e8a9b321b1d", "4e92cc969917", "4f6227ce3f50", "50028661e9b4", "500f58b17bf7", "502902cbbf19",
    "503c57c99d9c", "505116885ff1", "5090fb5388ca", "50cc7cddb3be", "50fedd6ab15e", "51561e06f532", "5168bf194f37", "51a9650d868c", "520fc998d15d", "527ea309779f", "52a24af969a3",
    "52a3246c2772", "52c79ac72885", "53231fff52a0", "53679fbb8565", "53b0dda4be29", "53b4bf9cc4a0", "543d4214f5f3", "5460ca2b1633", "547dd3e7f40d", "54da230c8827", "54fd5459d69a",
    "54feb9d6f750", "558554b3b526", "558ab5ce1ff3", "55ab11d5644b", "55b0207661ae", "55b7fd8f8a77", "55c8b9dbb72e", "55d073b52428", "55f184d37c7e", "567c588e4abd", "571b17c55e13",
    "574cd7f5fa07", "574e04c2ef27", "575a669206f7", "57c4a982b6ac", "583432ef26dd", "586f36709f46", "587138f3b1a8", "58af6bc41d47", "58c5adaee0d9", "58e21e2c17a7", "591317b8491d",
    "591e6dcb5101", "5940abda0d73", "5966d6c0d7a6", "5aa8bfe9f3ea", "5acda1845356", "5b225527d22f", "5b545b56c6f8", "5b5508a009fb", "5c0e6aaf0191", "5c280b2d8492", "5c3eed3c776c",
    "5c40281a6b9b", "5c8f411d530e", "5ca3cb701ea8", "5cca253e1bbf", "5ccf2edb4f07", "5d24ce5e97ca", "5d5fe8567ad0", "5dbe8005e281", "5de261506c0f", "5e0a84198c60", "5e17a2b7970a",
    "5e75c8db695e", "5e8e3746c10a", "5eab4c3d1d47", "5f22baad9b05", "5f85b731d4a1", "6009d95f1b5e", "606a732bf899", "6098d3a35368", "60a0a87103d5", "60a3d5e74bda", "60dfdb56f826",
    "61025c20b9dc", "61124a5d3a80", "611e8328b63c", "611feb2fbe26", "6183eb2a065f", "6189b36d9648", "61eff38fef2c", "623dd74ca208", "629c2512b862", "629f4bc63f5e", "62bd4921af06",
    "631ddb73a186", "631f2437b2cb", "63296f27fa7d", "63774f6fa0c8", "64ec5f36ed3f", "6527d7df0bea", "65a1850b0515", "65b24fd4d919", "6636c07480f1", "66451f1475e2", "6667076d68ef",
    "66919d0d6a71", "669fdfb85e91", "66a06fe66513", "66c026977627", "66f442297e91", "66ffab93055c", "67111bc15f43", "675324a6f984", "67719a29df70", "67861143eae7", "67a37a9148ee",
    "687f2d694502", "68c5b4c5e919", "69265153944c", "6a16971d1a7c", "6a52f3ca3c03", "6a5eb905e55e", "6a81b2429c0b", "6a8a148ce4b3", "6a8fb6c9eda2", "6ac140301b51", "6ac530d603e6",
    "6ae2d1f30e18", "6b0c2d83afdf", "6b6dc3b60f04", "6b70e38af4b9", "6b76e48fd98e", "6bc57cc38680", "6bd2bff73773", "6be50cd8e1b5", "6c313b66c877", "6c9f4121fd49", "6d1cf74dca86",
    "6d3d1334393f", "6d79ad6b9131", "6d910b55121b", "6d9cce4fa24c", "6dee3e4410f1", "6e2881190b02", "6e70d76ad57f", "6e772820fae4", "6eb11ff1ce48", "6efdf2828070", "6f16158736fa",
    "6f1e415d87be", "6f7f42597129", "6fa8536f9d01", "6fe43f321f0c", "70213fb76b44", "7053980001bf", "706077aaa945", "706d1c285ade", "70766bf855fe", "710671da7136", "7113e2c9e532",
    "714776c4bb9a", "717f921f94c2", "71c23b45e1cb", "71f3d31b3b4e", "720b850cf945", "723193eba40f", "72a2c4ce7344", "72be3bc39845", "72e4cab76ad0", "731fa294d036", "732fd502c518",
    "733bf4877d98", "735f0d5d50a9", "736a1e4d95d0", "73964d3211b9", "73bae45781af", "73c9116f3855", "73fa3444f165", "740fed4a98f0", "741cb5137664", "744a46f52c25", "745a90eb2fd4",
    "745d9aeecb66", "74b9cbd15a4e", "74d67b77631e", "7567e96d27d9", "757b85d2516a", "75a0a8f7c7a8", "75f978a64956", "7698bad9decf", "7703196a8720", "775441d8534c", "775f6ca2c96d",
    "78040a68ed68", "7844a86c6b53", "7874960e456a", "7901b8bbb71d", "7957e26005eb", "796c58bdea48", "79b4db169c8e", "79bd8cb5ce94", "79d571b6c0c1", "79fe1f2b29b8", "7a251cdc3116",
    "7aa101bc8d71", "7ad46184dbe3", "7b0b033a9a42", "7b67c93fc666", "7bd4f1d7de61", "7be1d4be07e3", "7c157913e843", "7c37e15485e8", "7c489d8eae6e", "7c5eb7a1a8ba", "7c84cadc64c7",
    "7ca486cbe6b1", "7d0f00f24072", "7d715d6f60f1", "7db948d589e5", "7de0dba9e17c", "7df491f7f460", "7e099f39b84e", "7e55e47db675", "7e57e0e87554", "7e5c756fde17", "7ea0aaa69214",
    "7ee8a5db2714", "7f280a0c0947", "7f6a8b92775f", "7f6aebdecd9f", "7fc567f90171", "80036005eda3", "8014bf3e80ca", "8017516fa130", "80254f91d0f0", "803f7d958cc6", "804a212a3654",
    "806c0c4cf8d1", "8070db51d66b", "80900f0742e2", "80b37fccc3aa", "80f8b7c904d4", "81c57a12d94f", "81dbceaeb26a", "8218e63729ee", "82204981e6a3", "8276f1b70e1b", "83638351b98f",
    "8389c980d4be", "83ccd4785214", "841770fb50dd", "842907ae5572", "844552253902", "846dd2ac83fe", "847e6048bf47", "84993bcfc3f8", "84aa57d562f0", "84dab2be8d75", "8517e367a53c",
    "852bff6f5293", "854cebe62166", "855fb53e2a05", "85777f270ad7", "857ba1c844d4", "8595a0f705c1", "85fb01468f2d", "860fe6a23ae6", "861d5149d575", "8628b7b8ad90", "86c94c34e92a",
    "871ff47bdb82", "8731261cb72d", "874a0cf0e193", "878aa9ce9ae9", "87f975225a16", "88451a57e120", "88dc4290ffa4", "89178c080170", "891ad8fd0556", "8967f97ca302", "896d9bc5f06a",
    "8a019410f25c", "8a0d07187368", "8a60c82ef869", "8a755257ccab", "8ad3ceeb67a0", "8af927891b2f", "8b60b3160b7c", "8ba3a0c310d9", "8bc1941c50e9", "8bd1082db765", "8be5d113c087",
    "8c2e9d2aaeac", "8c482e27f098", "8c713bee414a", "8cfb4b7ebab1", "8d01918c88a8", "8d11da4d5173", "8d231defef1d", "8d3ad5123955", "8d5709638347", "8d667c349a28", "8d827189fa61",
    "8d916fb6df91", "8dd37be83479", "8de4f3568631", "8de69d99424c", "8e136ade227a", "8e975be85d7d", "8ea64f0aafc3", "8f0b2c1c7df0", "8f24f6cdbcc4", "8f8f9d06a40f", "8fa10d5ef3f3",
    "8fd7e72ea9db", "8fe50b96c004", "90399a65e333", "909b88d72cfb", "90a5a9a63d27", "90af00189fb0", "90c24b1fe313", "90d76ded9675", "911f82f81194", "912f04357b8d", "91d045de235c",
    "91e8406c7e1c", "91fbe5a60df8", "91fcc053c492", "923f9dfc8d74", "925f3f43fc84", "927ef25cd922", "92a56ac6fdaf", "92c88ccfe4f8", "93010103140e", "934fe1483b36", "937a4cd63499",
    "9387af38d103", "942201add1c0", "94caf1284897", "94e326fef9a5", "94f779bf59b8", "95065facb5d6", "95bd386de0b8", "95f1edbeb771", "9696ae7677be", "96f2f2cfc7a1", "970d72420b80",
    "97552ba96144", "975c8cce1de6", "97c11a03af19", "97f425a90bf5", "98159d150b95", "98182160fce8", "98ae8819fc7f", "98de6a2d8dee", "98f693d3d820", "99002eda485b", "99860ed9fdf7",
    "99892b9a041a", "9a3879bffe70", "9a3b596f4d87", "9a42ffa13aff", "9a5449e68775", "9a86dc566850", "9a931c55ac02", "9ab0be72f955", "9ab6db67523b", "9ace1d453f10", "9b96a97436d6",
    "9bb3cde159ec", "9c12e6328f47", "9c4098b0aacb", "9c63ab5af544", "9c97b42bec36", "9ca7bfc42820", "9cd72e5746de", "9e875745a9ef", "9ec0be036c22", "9f0561b7a3f9", "9fd48845a784",
    "9fe5347800e8", "9ff1bd2bb6be", "a08352fc9da1", "a0b5d0067b04", "a0e4bf653d5b", "a0f04a80b16e", "a0f477702b38", "a1547b815a0c", "a19f89ab3555", "a1c1fce3ec26", "a1d8c6efc45c",
    "a211293fee44", "a2b6dc00691b", "a2b99d045485", "a367550e2c86", "a3690f0986ca", "a3732b608347", "a390a36efc33", "a3934462924f", "a3a9e1ed9732", "a3f781feac08", "a43cd745a9aa",
    "a449120bfe95", "a45404ae333d", "a463c3dee899", "a51b526d181d", "a525148613fe", "a554eceac32f", "a5bcec4ac345", "a5defee3e1b1", "a608b49ccc8b", "a624a4571076", "a643fa05b2b5",
    "a64ed54f0b45", "a6c814bc555a", "a6da51ac46b6", "a6ef847e6c2c", "a73b3ad3b416", "a78b31e784b7", "a78b54dee7ff", "a7a1c5f1c140", "a7e08cf077f3", "a8230715a71e", "a83499d1eb58",
    "a87d6066f46e", "a8a9b796fcdf", "a8edeca522ee", "a90eb04910ae", "a96b3543f49a", "a9a5a484424e", "a9f99e8d5c77", "a9faed337b1b", "aa25a0594dbb", "aa4375e5927d", "aada59d6b15d",
    "aaeb80cdcb80", "ab1fbbbc3dc4", "ab6852ad6a0b", "ab6aa522f98b", "abde1f80aa31", "ac0e5fa70bb2", "ac1c69d1a35f", "ac1ef2d6d565", "ac25293a721f", "ac54ee6bf3ef", "acffbf7a4554",
    "ad285e4425d3", "ad29e7867123", "ad505fdd61e9", "ad72befe594c", "ada28d5c4411", "adbe0e016a2f", "ae46b70b8c80", "aef277bd7dda", "aef356ee37c6", "af78a6e8d394", "b09b76a96b10",
    "b0af71dfe89b", "b0e70c7f440b", "b15f087bd65c", "b16b133347df", "b18dbe9d6d90", "b1a3f060c2b5", "b20aa705d325", "b26295bf2816", "b267ba2b01fa", "b2a9a108a628", "b2aea23f96b0",
    "b2b0a94d6571", "b2c1223bcbe7", "b311bb95a7ea", "b312819e7c35", "b3a12ab07bb3", "b3eea9d88af0", "b3f19cc85129", "b42fe3bae8d0", "b437f2953095", "b43ba5130827", "b48659ff2e1e",
    "b4b68514fe81", "b4cebde37775", "b4d6340bdd15", "b5445a182be8", "b55910269847", "b55c3eb08713", "b56646211818", "b56dbe26f70c", "b590c542202c", "b5b17ca1d657", "b5c815b56ed7",
    "b5cfa13f7824", "b60be6ab13bd", "b617eac57f0f", "b641460bf4c5", "b6670124dc43", "b6ad703cf9d1", "b6f224ae5806", "b71808e7b2b6", "b71c47a13664", "b777860f27f3", "b77f4f1939ab",
    "b798d2ecdf89", "b7a4257bddc7", "b80c69979ecb", "b955f16adcdf", "b97b3d1b0d82", "b9904b8ed45b", "ba3000bfe1d5", "ba321754cd5c", "ba54690e1ab6", "ba605fbeafc3", "bab5d96c02d2",
    "bb2139a77b7a", "bb360bcaf88e", "bb3a3c50ca8d", "bb54574a88d7", "bb61f083cba7", "bb89d7376f71", "bbcd436fcf53", "bcc1a4dcd108", "bcd969af6480", "bce9654d4985", "bcfe15da4084",
    "bd3beffab198", "bd9ccdc09468", "be211335a672", "be412759b5f8", "be837d48dd3d", "bea343bf7656", "bee1c3c1f9df", "bf03f60872cf", "bf552d2ff30b", "bf81191a72d2", "bfb653d48c4a",
    "c051b221e671", "c0a9271ec8c3", "c0bd2c85eb19", "c0c97668ea4f", "c113e002448b", "c1158f3fadec", "c133a1f9066a", "c188a3b92a26", "c1a5db9e0518", "c1bafbbebc8b", "c1db901689ba",
    "c20db494e378", "c25bfa6f58ab", "c26f53da16de", "c2754de699c9", "c2a68b4b2251", "c309daa687db", "c3eca96429c4", "c4012af2adce", "c41326c55c55", "c46ba61e198b", "c49ff787b008",
    "c4d9a0b766e8", "c4e28443d0cd", "c5fc37113d43", "c628aec9bf76", "c67a03faf7b6", "c79f60cf8704", "c7bbe4edfe81", "c8a0d94c0009", "c8fcb0a7d79d", "c95503a26c2d", "c97ad32bf7a8",
    "ca3006d5cbea", "ca890f9eea76", "cae8fe48fffa", "caf223bed418", "cb28b377540c", "cb37d483ca9f", "cb7d10653946", "cb97cb61fe51", "cbd4730574f2", "cc370a40e4f5", "cc3ace96f6e7",
    "cc3dec0b70ae", "cc48b998378a", "cc4f30f6bfa3", "cc6cba99c207", "cd1c2fcf1868", "cd3776bcad2b", "cdbcab340282", "cdbf18a22c67", "ce0e5e2d20c0", "ce221ff0bd50", "ce41d1483bb0",
    "ce5f1d772421", "ce8515c5525e", "ce94a7df99a3", "cea27ace9b9a", "cebe8723d848", "cebfeaba77a0", "cee1060b7721", "cee14fc502b2", "ceec560a1025", "cfce2f43cf1e", "cfe49fd502a1",
    "d0037f7fcc05", "d0a406e8809d", "d0aece615b35", "d0c01bc88bd8", "d0d29dfc2c03", "d0ea6ee5840e", "d0f2676c79e8", "d0fd56004af9", "d118e75dc9fa", "d13356f7caef", "d155e4e9a981",
    "d1743b0da7c2", "d18bc6a1c541", "d19b823b599f", "d1a5a7d6fecf", "d1bc718558c2", "d1d2d26c32c0", "d1dacdefd444", "d1e6c08f8971", "d26419bacb0b", "d2ab1e5e27db", "d2c8cb5aa80d",
    "d305e6b17def", "d34c36e8d4cf", "d37c86846d84", "d429e0f97d1d", "d45c6bbbf1a5", "d504a78e0b3d", "d52753088512", "d5664d71e140", "d5dd95f09665", "d5f15e5c7aa1", "d6002ac0d865",
    "d62649b8bbcc", "d64146ccb358", "d643190b902a", "d69a5c5d7fc7", "d6baa0075ae1", "d72417ec49dd", "d76af3dd7eaf", "d771396377bb", "d78ed80c4d0e", "d84bdeae29db", "d87aa4c93006",
    "d8b5a9cce1fa", "d8c2efc4c850", "d92e60d827a2", "d95a591718eb", "d9b21c239093", "d9c3482af2ba", "da14fab6ddc8", "da8bc9d3164d", "da9d2559ed1d", "daa75f6437eb", "daadf7b5cc1d",
    "dae581db6ddd", "dc04c8aa4539", "dc0fcf046c61", "dc1d8e296eaf", "dc2110ba6d9a", "dc4704fc8d05", "dc4b175ed4b3", "dcc1cf7a51c3", "dd71b461b7c1", "dd7836c95c81", "dd92bfcff695",
    "ddd9ce662803", "ddf10e62bfa7", "de19bd49f36b", "de1c71e487fc", "de505a5b16c3", "de868ce6096c", "de8fcee964b7", "deffc27164b4", "df020ba8e0f3", "df452eef23e8", "df965cd79ecf",
    "e033bc87562a", "e03a2f8236bd", "e0599f9d9124", "e05bc4cfa05f", "e0a33b21e055", "e0cfc29dfdf5", "e126700b7238", "e14e032abd57", "e19cb18d822d", "e1d5375514ca", "e20b8f9133c4",
    "e2567384aef0", "e2eb6b9c7734", "e30262456a21", "e30744025cfa", "e323adc03718", "e33ed6b0f17f", "e360ed698826", "e451d743c2b5", "e46046e2ea17", "e4755aadfae8", "e478280aaaef",
    "e484677fb091", "e4a5542bb7fd", "e4a82fb4ed91", "e4b9aefc829b", "e5049fca8aff", "e555f75cc746", "e57c62089d36", "e59ea07fc7f1", "e692d612b78b", "e69cc771eb02", "e6c1978f88e1",
    "e6c2d3455587", "e6f9993c7265", "e737db27c11c", "e76d2d65bc24", "e7870b1dd4be", "e7a5499cb6a1", "e7b78ce3c82e", "e7c62801366b", "e7e2a5b79474", "e856c6e712db", "e8610d763e3a",
    "e861d7978399", "e86453627096", "e8a778583122", "e8c382965068", "e8c64f819662", "e8c9c19acc62", "e8d0aa5ed627", "e8e3f5ac838f", "e8f103057863", "e92fddbb3081", "e98979760055",
    "ea46b2a08498", "ea6b8434fe83", "ea7c8dd3c676", "ea9bb1082cf9", "eae038b373df", "eaf82fc5bcff", "eb15b1558052", "eb4edce1ae41", "eb540d2b6ee2", "eb59d833771f", "eb6aaf235098",
    "ebcca3e4b87c", "ebd15fcfb1ad", "ebf0b1587c9c", "ec15836b50f1", "eccfba560cba", "ecf003302559", "ecf4870d0b0d", "ed44042df90a", "ed92af9595b5", "eddfc7b6d5cd", "ee01271ee22f",
    "ee52285f09f8", "ee9f7fae476e", "eeead33e19e2", "eef168423ab2", "ef1800261d85", "ef309c87028c", "ef3f9d503d3a", "ef468988555f", "ef59df2aa390", "ef8091197571", "efe3a30903b5",
    "f0386f9be1fe", "f0fcf550635c", "f128124f1f12", "f131f5496d22", "f13f1d4961be", "f16d6d6734a3", "f1882391c63c", "f1de3ef8e06f", "f221f9ebbd9e", "f249bbf137c2", "f2af9e07f8b9",
    "f2f8c50fdb78", "f3114a8c0a48", "f3721a5b19ea", "f3ede7927538", "f40fb24ba6a2", "f420161d76f0", "f43868a977db", "f456ba38ae92", "f458ab7133cd", "f47a14c0e24c", "f49cb29cc4bb",
    "f4ceadce6dec", "f4fdce744869", "f514a92a2ec9", "f5245df1feda", "f53cddc280b5", "f5bc350b508a", "f5d7a361e6e6", "f5e42bee7204", "f65a88a97fcd", "f67a1f4ec192", "f6d03238b891",
    "f6d27a1a2891", "f7334e37ed8e", "f74ab8b86546", "f77896445143", "f77b776262fa", "f7801f38be6c", "f7eb5571b3e7", "f84397c8f276", "f877aa4227e1", "f885e38519cc", "f8a7b7f0b686",
    "f8a9f4621724", "f8b1e2bd58a6", "f8f406b5bbfa", "f90a517eb94a", "f9711627f2dc", "f98892d7129a", "f9aa1eb8413d", "f9e68dd51aee", "f9e92399f724", "f9fc66a4f573", "fa06bf6e475a",
    "fa1393fff941", "fa222ad3b4e0", "fa50bc48e1b9", "fa59c2112d1e", "fba8484b6839", "fbbeb500de3e", "fbc5f7847129", "fbe8b1be6eb9", "fc4567dd89d9", "fc76a332ade9", "fc76ad8d3abb",
    "fc9409ca704b", "fc9628852ecf", "fca8b2d4e9dc", "fcc25f9f1612", "fcdffdadd5c3", "fd1bf2aa222b", "fd2b62107e3f", "fe9b2a0fc72f", "fec57f5ea92e", "fede5f2bb6e0", "ff12400978d0",
    "ff854ab5b560", "ff86d7a9d8fa", "ff88e194dfde",
]);

;// CONCATENATED MODULE: ./src/detector/credential/judgement/published.js
// Values that standards and manuals print as examples, and that documentation everywhere repeats. Kept as digests, so that none of them stands here.


/** First twelve hexadecimal digits of the SHA-256 of values in RFC 5849, 6749, 6750, 7009, 7617, the OAuth 1.0 community guide and what quotes them. */
const digests = new Set([
    "6c96130f130a", "00cf4c781dc3", "ea9bdfd02c0c", "ca7459e2b267", "9d03b692e941", "8d567eb88aff", "b8e148545b13", "a35b81a7d792", "d167410a1686", "055671f8eca8", "53f5da0aaa93", "ad62d48d8b06", "cf4d418ed3de",
    "cb87c87e4a13", "649e1f5c769e", "bb9b1163338b", "4c20e6f5cc11", "6aa14267d949", "a8e3c23c8262", "9e309cccd311", "e9974c507d2a", "293257ab6495", "c20fbc2b9618", "b87dad10a32a", "2ff8b0fb93ac",
]);
/** True for an example of the documentation: it says so itself, or it is one of the well-known ones. */
function isPublishedExample(value) {
    if (/example/i.test(value) && !value.includes("-----BEGIN "))
        return true;
    const digest = toDigest(value);
    return digests.has(digest) || publishedDigests.has(digest);
}
/** First twelve hexadecimal digits of the SHA-256 of a value; of a key in text form its base64 alone counts, however its lines are broken. */
function toDigest(value) {
    const plain = value.includes("-----BEGIN ") ? value.replace(/-----[A-Z0-9 ]{3,60}-----|\\[nrt]|[^A-Za-z0-9+/]/g, "") : value;
    return (0,external_node_crypto_.createHash)("sha256").update(plain, "latin1").digest("hex").slice(0, 12);
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/structure.js
// Structure that a value must have beyond its characters. What fails here is not what the rule looks for.



const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** Names that a rule's `structure` may have, each with the check of a value. */
const structures = {
    /** RFC 7519: a header that is a JSON object with `alg`, a payload with one of the claims that identify or limit it. */
    "json-web-token": (value) => {
        const [header, payload] = value.split(".");
        const claims = readObject(payload);
        return "alg" in (readObject(header) ?? {}) && claims !== undefined && registeredClaims.some((claim) => claim in claims) && !isExampleSubject(claims);
    },
    /** Sixteen base-32 characters; in keys of today they hold a 12-digit account number. */
    "aws-key-id": (value) => {
        const account = awsAccount(value.slice(4));
        return account !== undefined && account < 1_000_000_000_000;
    },
    /** Basic authentication, RFC 7617: base64 of name, colon, password. */
    "user-and-password": (value) => {
        const plain = external_node_buffer_.Buffer.from(value, "base64").toString("latin1");
        const password = plain.slice(plain.indexOf(":") + 1);
        return /^[\x21-\x7e]{1,128}:[\x21-\x7e]{4,256}$/.test(plain) && isChosenPassword(password);
    },
    /** RFC 7468: behind the first line and the headers stands base64, also where line breaks are written as escapes or strings are joined. */
    "pem-body": (value) => {
        const body = value.replace(/^[\s\S]{0,40}?-----[A-Z ]{3,40}-----/, "").replace(/^(?:(?:\\[nr]|[\s"'+,\\]){0,64}[A-Za-z-]{4,20}:[^\n\\]{0,200}){1,8}/, "");
        const run = /^[A-Za-z0-9+/=\\\s"'+,]{0,12000}/.exec(body)?.[0].replace(/\\[nr]|[^A-Za-z0-9+/]/g, "") ?? "";
        return run.length >= 60 && /[A-Za-z0-9+/]{20}/.test(body.slice(0, 160)) && new Set(run.slice(0, 400)).size >= 16;
    },
    /** A 64-byte key in base64. */
    "base64-64-bytes": (value) => external_node_buffer_.Buffer.from(value, "base64").length === 64,
    /** The same for addresses, without the short words of manuals. */
    "address-password": isAddressPassword,
    /** A password that somebody chose: no placeholder, no reference, none of the words that documentation uses. */
    "chosen-password": isChosenPassword,
    /** A chosen password that is no word either: letters and digits mixed, for places where names stand as often as values. */
    "mixed-password": (value) => isChosenPassword(value) && /\d/.test(value) && /[A-Za-z]/.test(value) && !isWordy(value) && !isNamePath(value) && !/^[A-Za-z_]\w*\.\w|passw|crypt|^(?:sha|md)\d/i.test(value),
    /** Many characters of any kind, and no words: keys that a framework makes for itself. */
    "mixed-secret": (value) => !isPlaceholder(value) && !/\{\{|<%|\$\{/.test(value) && entropy(value) >= 3.6 && !isWordy(value) && !isNamePath(value),
    /** Text without words, digits among the letters. */
    "random-text": (value) => isRandomText(value) && !isReference(value),
    /** A value in a Secret's data: any that stands for itself. */
    "secret-data": (value) => !isReference(value) && !isPlaceholder(value),
};
/** The account in an access key id's 16 characters: bits 1 to 40; undefined for other characters and for keys that hold none. */
function awsAccount(body) {
    let bits = 0n;
    for (const character of body.slice(0, 10)) {
        const digit = BASE32.indexOf(character);
        if (digit < 0)
            return undefined;
        bits = (bits << 5n) | BigInt(digit);
    }
    return Number((bits >> 9n) & 0xffffffffffn);
}
/** RFC 7519, section 4.1, and those that services add. */
const registeredClaims = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti", "role", "roles", "scope", "scp", "client_id", "azp", "email", "user_id"];
/** The subject that documentation of the format uses: the digits in their order. */
function isExampleSubject(claims) {
    return "sub" in claims && typeof claims.sub === "string" && "1234567890".startsWith(claims.sub);
}
function readObject(part) {
    try {
        const value = JSON.parse(external_node_buffer_.Buffer.from(part ?? "", "base64url").toString("utf8"));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/judgement/judge.js





/** What is left to say about a value that has the rule's form: confirmed, weaker than the rule says, or undefined for none. */
function judge(rule, value, { text, start, end }) {
    if (rule.structure && !structures[rule.structure](value))
        return undefined;
    if (rule.checksum && checksum/* checksums */.vw[rule.checksum](value))
        return { rule, confirmedBy: "checksum" };
    if (rule.entropy > 0 && entropy(value) < rule.entropy)
        return undefined;
    if (text.charCodeAt(end) === AT && isForNobody(value, text.slice(Math.max(0, start - value.length - 1), start), text.slice(end, end + REACH)))
        return { rule: toExample(rule) };
    if (isNoValue(rule, value) || (rule.checksum && isInWord(text, start, end)))
        return isPublishedExample(value) ? { rule: toExample(rule) } : undefined;
    const told = rule.checksum ? toWrong(rule) : rule;
    const settle = () => (isPublishedExample(value) ? toExample(rule) : told);
    return { rule: told, settle, ...(rule.structure && !rule.checksum && { confirmedBy: "structure" }) };
}
/** How much of what stands behind a value is looked at. */
const REACH = 64;
const AT = 0x40;
function isNoValue(rule, value) {
    const secret = rule.publicPrefix !== "" && value.startsWith(rule.publicPrefix) ? value.slice(rule.publicPrefix.length) : value;
    // The body of a key holds runs of zeros and any word by chance, in text and in bytes; its own check has judged it.
    const isKeyBody = rule.structure === "pem-body" || /[\0-\x08]/.test(secret);
    return secret.length < 400 && !isKeyBody && isPlaceholder(secret);
}
function isInWord(text, start, end) {
    return /[A-Za-z0-9]/.test(text.charAt(start - 1) + text.charAt(end));
}
/** Behind the password of an address: this machine, and names that are reserved for manuals (RFC 2606). */
const here = /^@(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)/i;
const reserved = /^@(?:(?:[\w-]+\.){0,4}example(?:\.(?:com|org|net))?(?![\w.-]*\w)|(?:[\w-]+\.){1,4}(?:test|invalid|localhost)(?![\w.-]))/i;
/** A value of this length is drawn, not thought up for a manual. */
const DRAWN = 12;
function isForNobody(value, before, after) {
    return isSpelled(value) || before === `${value}:` ? here.test(after) || reserved.test(after) : value.replace(/%[0-9a-f]{2}/gi, "%").length < DRAWN && reserved.test(after);
}
/** Rules as they are told of weaker values; each made once. */
const examples = new WeakMap();
const wrong = new WeakMap();
/** Told, since it is there, but nobody is let in by it. */
function toExample(rule) {
    return remember(examples, rule, () => ({ ...rule, title: `${rule.title} (an example of the documentation)`, severity: "low" }));
}
function toWrong(rule) {
    return remember(wrong, rule, () => ({ ...rule, title: `${rule.title} (its checksum is wrong)`, severity: "medium" }));
}
function remember(known, rule, make) {
    const made = known.get(rule) ?? make();
    known.set(rule, made);
    return made;
}

;// CONCATENATED MODULE: ./src/detector/credential/rule.js
/** How narrow a rule is: an exact token format, a value named by its context, or any credential-like value. */
const breadths = ["exact", "context", "generic"];

;// CONCATENATED MODULE: ./src/detector/credential/assignment/value.js
// Reads the value behind an operator: quoted or plain, and only where it may be worth a look.
const LEAST = 6;
const value_MOST = 512;
/** A reader for one text, which remembers how far it has looked. Outside of `trusted` places values without a digit are words. */
function createValueReader(bytes, trusted) {
    const plain = createPlainReader(bytes);
    return (after) => {
        let start = after;
        while (start - after < 4 && (bytes[start] === 0x20 || bytes[start] === 0x09))
            start++;
        const kind = value_kinds[bytes[start]];
        const value = (kind === value_QUOTE ? readQuoted(bytes, start) : kind === value_PREFIX ? readPrefixed(bytes, start) : undefined) ?? plain(start);
        return value && value.end - value.start >= LEAST && (trusted || hasDigit(bytes, value)) ? value : undefined;
    };
}
/** What a quoted value begins with, and what may stand before its quote. */
const value_QUOTE = 1;
const value_PREFIX = 2;
const value_kinds = new Uint8Array(256);
for (const character of "\"'`")
    value_kinds[character.charCodeAt(0)] = value_QUOTE;
for (const character of "rbfuRBFU@$\\")
    value_kinds[character.charCodeAt(0)] = value_PREFIX;
const value_BACKSLASH = 0x5c;
/** A quote that is never closed holds no value, and neither does what follows it. */
const NOTHING = { start: 0, end: 0, quoted: true };
function readQuoted(bytes, open) {
    const quote = bytes[open];
    if (value_kinds[quote] !== value_QUOTE)
        return undefined;
    for (let end = open + 1; end < open + value_MOST && end < bytes.length; end++) {
        const byte = bytes[end];
        if (byte === 0x0a || byte === 0)
            return NOTHING;
        if (byte === quote)
            return { start: open + 1, end: skipEscapes(bytes, end), quoted: true };
    }
    return NOTHING;
}
/** Where the backslashes of a closing quote begin: JSON in JSON in JSON has three of them. */
function skipEscapes(bytes, quote) {
    let end = quote;
    while (quote - end < 7 && bytes[end - 1] === value_BACKSLASH)
        end--;
    return end;
}
/** `r"…"`, `b'…'`, `@"…"`, and quotes that are escaped themselves. */
function readPrefixed(bytes, at) {
    let escapes = 0;
    while (escapes < 7 && bytes[at + escapes] === value_BACKSLASH)
        escapes++;
    return readQuoted(bytes, at + (escapes === 7 ? 7 : escapes >= 3 ? 3 : 1));
}
/** Up to a blank, a quote or what else ends a value; a call or an index is code and no value. */
function createPlainReader(bytes) {
    let known = { start: 0, end: 0 };
    return (start) => {
        if (start < known.start || start >= known.end) {
            let end = start;
            while (end < bytes.length && (plainCharacters[bytes[end]] === 1 || isInnerAmpersand(bytes, end)))
                end++;
            known = { start, end };
        }
        let { end } = known;
        const stop = bytes[end];
        while (end > start && (bytes[end - 1] === 0x2e || bytes[end - 1] === 0x3a))
            end--;
        const isElided = known.end - end >= 3;
        return isElided || end - start > value_MOST || stop === 0x28 || stop === 0x5b ? undefined : { start, end, quoted: false };
    };
}
/** An ampersand belongs to a value unless it joins parameters or commands, or begins an entity. */
function isInnerAmpersand(bytes, at) {
    return bytes[at] === 0x26 && /^&[^\s&"'`()\\<>,;|{}[\]=][^\s&"'`()\\<>,;|{}[\]=]{0,40}(?:[&\s]|$)/.test(bytes.toString("latin1", at, at + 44));
}
/** Visible ASCII but quotes, brackets and separators. */
const plainCharacters = new Uint8Array(256).fill(1, 0x21, 0x7f);
for (const character of "\"&'(),;<>[\\]`{|}")
    plainCharacters[character.charCodeAt(0)] = 0;
function hasDigit(bytes, { start, end }) {
    for (let at = start; at < end; at++)
        if (bytes[at] >= 0x30 && bytes[at] <= 0x39)
            return true;
    return false;
}

;// CONCATENATED MODULE: ./src/detector/credential/assignment/assignments.js
// Assignments in one window, read and judged only where nothing narrower names the value: most values on most lines have a rule of their own or are nothing.









const RANK = breadths.indexOf("generic");
const preview = previewCredential("");
/** In prose a name has blanks: `next page token: …`. */
const harmlessBefore = /\b(?:next|page|continuation|csrf|sync|public) $/i;
/** How far behind its operator a value begins, ends, and may end. */
const FARTHEST_START = 16;
const NEAREST_END = 7;
const FARTHEST_END = 1 << 10;
const assignments_GREATER = 0x3e;
const UNASKED = 0;
const YES = 1;
const NO = 2;
class Assignments {
    #bytes;
    #trusted;
    #values;
    #texts;
    /** Offsets of operators, and of the blanks behind options, in ascending order. */
    #places = [];
    /** Of each whether it is one, as far as that has been asked. */
    #answers = new Uint8Array(0);
    /** The furthest end of those up to each. */
    #reach = new Int32Array(0);
    /** `trusted` places hold settings and no prose. */
    constructor(bytes, trusted) {
        this.#bytes = external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        this.#trusted = trusted;
        this.#values = createValueReader(this.#bytes, trusted);
        this.#texts = new Texts(this.#bytes);
    }
    get isEmpty() {
        return this.#places.length === 0;
    }
    /** With its operator at `at`, or the blank behind an option; in ascending order. */
    add(at) {
        this.#places.push(at);
    }
    /** Those whose values overlap with none of `taken`, which come in order. */
    find(rule, taken) {
        const found = [];
        this.#answers = new Uint8Array(this.#places.length);
        this.#reach = new Int32Array(this.#places.length);
        let next = 0;
        let reach = 0;
        for (let n = 0; n < this.#places.length; n++) {
            const at = this.#places[n];
            while (next < taken.length && taken[next].end <= at)
                next++;
            const isNamed = next < taken.length && this.#isSureToMeet(at, taken[next]);
            const assignment = isNamed ? undefined : this.#at(n);
            reach = Math.max(reach, isNamed ? at + FARTHEST_END : assignment?.end ?? 0);
            this.#reach[n] = reach;
            if (assignment && !meets(assignment, taken, next) && this.#hold(n, assignment))
                found.push(new GenericCredential(rule, this.#bytes, assignment));
        }
        return found;
    }
    /** Whether the value behind an operator overlaps with the span, if there is one. */
    #isSureToMeet(at, { start, end }) {
        return start < at + NEAREST_END && end > at + FARTHEST_START && this.#bytes[at] !== assignments_GREATER;
    }
    #at(n) {
        const read = readAssignment(this.#bytes, this.#places[n], this.#values);
        return read && readPromise(read.name) !== undefined ? read : undefined;
    }
    #hold(n, assignment) {
        if (this.#answers[n] === UNASKED)
            this.#answers[n] = !this.#isWithin(n, assignment.start) && this.#judge(assignment) ? YES : NO;
        return this.#answers[n] === YES;
    }
    /** What begins within a value is part of it. */
    #isWithin(n, start) {
        for (let before = n - 1; before >= 0 && this.#reach[before] > start; before--) {
            const assignment = this.#answers[before] === NO ? undefined : this.#at(before);
            if (assignment && assignment.end > start && this.#hold(before, assignment))
                return true;
        }
        return false;
    }
    #judge(assignment) {
        const { start, end, from } = assignment;
        if (!keepsPromise(assignment, this.#texts.slice(start, end), this.#trusted))
            return false;
        return this.#bytes[from - 1] !== 0x20 || !harmlessBefore.test(this.#bytes.toString("latin1", Math.max(0, from - 16), from));
    }
}
/** Whether the span overlaps with one of `taken` from the number on. */
function meets({ start, end }, taken, from) {
    for (let next = from; next < taken.length && taken[next].start < end; next++)
        if (taken[next].end > start)
            return true;
    return false;
}
class GenericCredential {
    rule;
    start;
    end;
    from;
    rank = RANK;
    preview = preview;
    #bytes;
    constructor(rule, bytes, { start, end, from }) {
        this.rule = rule;
        this.start = start;
        this.end = end;
        this.from = from;
        this.#bytes = bytes;
    }
    settle() {
        return isPublishedExample(this.#bytes.toString("latin1", this.start, this.end)) ? toExample(this.rule) : this.rule;
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/excerpt.js
// The text that expressions run on: of a large window a stretch at a time. A megabyte of text costs more to make, and to hold until it is collected, than to search.

/** Strings of this size V8 keeps among its young objects, which come and go for little. */
const excerpt_MOST = 120_000;
/** More than what expressions look at before a match, and what stands behind a keyword in any case. */
const BEFORE = 1 << 10;
const BEHIND = 1 << 14;
class Excerpts {
    #bytes;
    #whole;
    #last = { text: "", start: 0, isCut: true };
    /** `whole` gives the text of all bytes. */
    constructor(bytes, whole) {
        this.#bytes = bytes;
        this.#whole = whole;
    }
    /** With `at` in it, and as much before and behind it as there is and is of use. */
    around(at) {
        const { text, start, isCut } = this.#last;
        const isAround = (start === 0 || at - start >= BEFORE) && (!isCut || start + text.length - at >= BEHIND);
        if (!isAround)
            this.#last = this.#bytes.length <= excerpt_MOST ? this.whole() : this.#cut(Math.max(0, at - BEFORE));
        return this.#last;
    }
    whole() {
        return { text: this.#whole(), start: 0, isCut: false };
    }
    #cut(start) {
        const { buffer, byteOffset, length } = this.#bytes;
        return { text: external_node_buffer_.Buffer.from(buffer, byteOffset + start, Math.min(excerpt_MOST, length - start)).toString("latin1"), start, isCut: start + excerpt_MOST < length };
    }
}

;// CONCATENATED MODULE: ./src/detector/credential/compiled.js
// A rule's expression as it is run: at a few places around a keyword, and asked for no more than its value's place.




function compiled_compile(rule, number) {
    const pattern = new RegExp(rule.pattern, `${rule.flags}y`);
    const indexed = rule.secretGroup === 0 || endsWithGroup(rule.pattern, rule.secretGroup) ? undefined : new RegExp(rule.pattern, `${rule.flags}dy`);
    return {
        rule, number, pattern, indexed, isRun: isRun(rule), isFar: reachOf(rule.pattern) > BEHIND, rank: breadths.indexOf(rule.breadth), preview: previewCredential(rule.publicPrefix),
        allow: rule.allow.map(toAllowance), ...(rule.path !== undefined && { path: new RegExp(rule.path) }),
    };
}
function isRun({ keywords, tail }) {
    return tail?.next !== undefined && keywords.every((keyword) => Array.from(keyword).every((character) => tail.chars.includes(character)));
}
/** Keyword first. */
const NO_FRONT = [0, 0];
/** Tries the expression wherever its match can begin for a keyword at `at`. */
function runBefore({ rule, pattern, indexed }, text, at) {
    const [least, most] = rule.front ?? NO_FRONT;
    for (let from = Math.max(0, at - most); from <= at - least; from++) {
        pattern.lastIndex = from;
        if (indexed ? !pattern.test(text) : rule.secretGroup === 0 && !pattern.test(text))
            continue;
        if (rule.secretGroup === 0)
            return { text, from, to: pattern.lastIndex, start: from, end: pattern.lastIndex };
        const found = findGroup(indexed ?? pattern, text, { from, group: rule.secretGroup });
        if (found)
            return found;
    }
    return undefined;
}
/** A group that took no part leaves the whole match as the value. */
function findGroup(pattern, text, { from, group }) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (!match)
        return undefined;
    const to = from + match[0].length;
    if (match.indices) {
        const [start, end] = match.indices[group] ?? [from, to];
        return { text, from, to, start, end };
    }
    return { text, from, to, start: match[group] === undefined ? from : to - match[group].length, end: to };
}
/** Whether nothing that takes characters stands behind the group in the expression, so that it ends where the match does. */
function endsWithGroup(pattern, group) {
    return /^\)?(?:\(\?!\[[^\]]*\]\))?$/.test(pattern.slice(findClose(pattern, group)));
}
/** Offset behind the parenthesis that closes the group. */
function findClose(pattern, group) {
    const open = [];
    let count = 0;
    for (const { 0: piece, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])|\(\?|\)/gs)) {
        if (piece.startsWith("("))
            open.push(piece === "(" || piece === "(?<" ? ++count : 0);
        else if (piece === ")" && open.pop() === group)
            return index + 1;
    }
    return 0;
}
/** The most characters that a match can have; more where a choice is among them, all of whose ways count. */
function reachOf(pattern) {
    const open = [0];
    let last = 0;
    for (const { 0: piece, 1: least, 2: most } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?<?[:=!]|\{(\d+)(?:,(\d+))?\}|./gs)) {
        if (piece.startsWith("("))
            open.push(0);
        else {
            const isCount = least !== undefined;
            last = piece === ")" ? open.pop() ?? 0 : isCount ? last * (Number(most ?? least) - 1) : 1;
            open.push((open.pop() ?? 0) + last);
        }
    }
    return open[0] ?? 0;
}

// EXTERNAL MODULE: ./src/detector/credential/pattern/threads.js
var threads = __webpack_require__(979);
;// CONCATENATED MODULE: ./src/detector/credential/own/own-scanner.js
// Runs the user's rules over a window whose content holds one of their keywords.





/** Steps of matching on one window, all rules together, before the rest counts as not examined. */
const BUDGET = 3_000_000;
/** Broader than a format of its own, narrower than an assignment; see rule.ts. */
const own_scanner_RANK = 1;
/** Keywords that can be searched for together with those of all rules: not too short, and of the same bytes in both cases. */
const searchable = /^[\x20-\x7e]{3,}$/;
function createOwnScanner({ rules, allowlists }) {
    const keywords = [...new Set(rules.flatMap((rule) => rule.keywords.filter((keyword) => searchable.test(keyword))))];
    const compiled = rules.map((rule) => ({
        rule,
        regex: rule.regex === undefined ? undefined : new pattern/* Pattern */.z(rule.regex),
        path: rule.path === undefined ? undefined : new pattern/* Pattern */.z(rule.path),
        accept: createAccept([...allowlists, ...rule.allowlists]),
        always: rule.keywords.length === 0,
        keywords: rule.keywords.map((keyword) => keywords.indexOf(keyword)),
        short: rule.keywords.filter((keyword) => !searchable.test(keyword)),
    }));
    return {
        keywords, always: compiled.some(({ always, short }) => always || short.length > 0),
        scan: (window, hits) => scan(compiled.filter((owner) => isCalled(owner, window, hits)), window),
    };
}
function isCalled({ always, keywords, short }, { text }, hits) {
    return always || keywords.some((keyword) => hits.has(keyword)) || short.some((keyword) => lowerText(text()).includes(keyword));
}
function scan(compiled, window) {
    const work = { left: BUDGET };
    const matches = [];
    let unexamined = 0;
    for (const owner of compiled) {
        if (owner.path && !owner.path.test(window.isName ? window.text() : window.path))
            continue;
        if (!owner.regex) {
            if (window.isName)
                matches.push(toMatch(owner, window, { start: 0, end: window.bytes.length, from: 0, to: window.bytes.length }));
            continue;
        }
        try {
            for (const [from, to] of owner.regex.matches(window.bytes, work))
                addMatch(owner, { window, from, to, work }, matches);
        }
        catch (error) {
            if (!(error instanceof threads/* WorkLimit */.BL))
                throw error;
            unexamined = window.bytes.length;
        }
    }
    return { matches, unexamined };
}
function addMatch(owner, { window, from, to, work }, matches) {
    const { rule, regex } = owner;
    const whole = window.text().slice(from, to);
    const lead = /^\n*/.exec(whole)?.[0].length ?? 0;
    const match = whole.replace(/^\n+|\n+$/g, "");
    const [start, end] = valueIn(match, rule, regex?.groupsIn(match, work));
    if (rule.entropy > 0 && runeEntropy(match.slice(start, end)) <= rule.entropy)
        return;
    const span = { from: from + lead, to: from + lead + match.length };
    matches.push(toMatch(owner, window, start < end ? { ...span, start: span.from + start, end: span.from + end } : { ...span, start: span.from, end: Math.max(span.to, span.from + 1) }));
}
/** As gitleaks counts: characters, over the number of bytes. */
function runeEntropy(text) {
    if (/^[\0-\x7f]*$/.test(text))
        return entropy(text);
    const counts = new Map();
    for (const rune of external_node_buffer_.Buffer.from(text, "latin1").toString("utf8"))
        counts.set(rune, (counts.get(rune) ?? 0) + 1);
    return counts.values().reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
/** Where the value stands in the match: the group that the rule names, the first one that holds something, or all of it. */
function valueIn(match, rule, slots) {
    if (!slots || slots.length < 4)
        return [0, match.length];
    if (rule.secretGroup > 0)
        return [Math.max(0, slots[rule.secretGroup * 2] ?? 0), Math.max(0, slots[rule.secretGroup * 2 + 1] ?? 0)];
    for (let at = 2; at < slots.length; at += 2)
        if (slots[at + 1] > slots[at])
            return [slots[at], slots[at + 1]];
    return [0, match.length];
}
function toMatch({ rule, accept }, window, { start, end, from, to }) {
    const text = window.text();
    const accepted = accept({ value: text.slice(start, end), match: text.slice(from, to), line: linesAround(text, from, to), path: window.path });
    return { rule, start, end, from, rank: own_scanner_RANK, preview: previewCredential(rule.publicPrefix), ...(accepted && { accepted }) };
}

;// CONCATENATED MODULE: ./src/detector/credential/credential-detector.js
// Finds credentials in bytes: the prefilter names the places, each rule's expression confirms, checks judge.










/** Expressions that may run on one window, before the rest counts as not examined. */
const MAX_TRIES = 400_000;
/** A detector for `rules`; the one of breadth "generic" lends its name to assignments without a format of their own. */
function createCredentialDetector(rules, own = NO_RULES, shared) {
    const generic = rules.find((rule) => rule.breadth === "generic");
    const scanner = createOwnScanner(own);
    const entries = [...toEntries(rules.map(compiled_compile)), ...scanner.keywords.map(toOwnEntry), ...marks.map(toMarkEntry)];
    const accept = createBuiltInAccept(rules, own);
    const sieve = createSieve(entries.map((entry) => entry.literal), shared);
    const ends = new Int32Array(rules.length);
    function propose(bytes, setting, sifted) {
        const { offsets, literals } = sifted;
        const count = offsets.length;
        if (count === 0 && !scanner.always)
            return { matches: [], unexamined: 0 };
        const whole = () => sifted.textOf(bytes);
        const state = { excerpts: new Excerpts(bytes, whole), setting, matches: [], ends: ends.fill(0) };
        const assignments = new Assignments(bytes, setting.trusted ?? false);
        const tries = Math.min(count, MAX_TRIES);
        const hits = new Set();
        let isMarked = tries < count || scanner.always;
        for (let n = 0; n < tries; n++) {
            const at = offsets[n];
            const entry = literals[n] === OPERATOR ? undefined : entries[literals[n]];
            if (!entry)
                assignments.add(at);
            if (!entry)
                continue;
            if (entry.own !== undefined)
                hits.add(entry.own);
            if (entry.isMark)
                isMarked = true;
            for (const owner of entry.owners) {
                if (owner.rule === generic)
                    assignments.add(at + entry.literal.text.length);
                else
                    credential_detector_addMatch(state, at, owner);
            }
        }
        const theirs = scanner.scan({ bytes, text: whole, path: setting.path ?? "", isName: setting.isName ?? false }, hits);
        const unexamined = Math.max(theirs.unexamined, tries < count ? bytes.length - offsets[tries] : 0);
        const allow = (matches) => (accept ? matches.map((match) => accept(match, whole, setting)) : matches);
        const show = (matches) => (isMarked ? matches.map((match) => showMark(match, whole())) : matches);
        const late = generic && !assignments.isEmpty ? { rank: RANK, find: (taken) => show(allow(assignments.find(generic, taken))) } : undefined;
        return { matches: show(allow(state.matches).concat(theirs.matches)), ...(late && { late }), unexamined };
    }
    const scan = (bytes, setting = {}, sifted = sieve.sift(bytes)) => settle(propose(bytes, setting, sifted));
    return { rules: [...rules, ...own.rules], always: scanner.always, sieve, propose, scan, find: (bytes, sifted) => scan(bytes, {}, sifted).matches };
}
function settle({ matches, late, unexamined }) {
    return { matches: settleAll(matches.concat(late?.find([]) ?? [])), unexamined };
}
function toOwnEntry(keyword, own) {
    return { literal: { text: keyword, caseless: true }, owners: [], own };
}
function toMarkEntry(text) {
    return { literal: { text, caseless: false }, owners: [], isMark: true };
}
/** An option's value follows behind a blank. */
const AFTER_OPTION = { chars: " ", least: 1 };
/** One entry for each literal that differs, with the rules that it can start. */
function toEntries(compiled) {
    const entries = new Map();
    for (const owner of compiled) {
        const { rule } = owner;
        for (const text of rule.breadth === "generic" ? optionWords : rule.keywords) {
            const tail = rule.breadth === "generic" ? AFTER_OPTION : rule.tail;
            const literal = { text, caseless: rule.flags.includes("i"), ...(tail && { tail }) };
            const key = JSON.stringify(literal);
            const entry = entries.get(key) ?? { literal, owners: [] };
            entry.owners.push(owner);
            entries.set(key, entry);
        }
    }
    return [...entries.values()];
}
function credential_detector_addMatch(state, at, owner) {
    const { rule, number } = owner;
    const { excerpts, setting } = state;
    if (at < state.ends[number])
        return;
    if (owner.path && !owner.path.test(setting.path ?? ""))
        return;
    const excerpt = owner.isFar ? excerpts.whole() : excerpts.around(at);
    const { text, start: base } = excerpt;
    const found = runBefore(owner, text, at - base);
    if (!found) {
        state.ends[number] = Math.max(state.ends[number], deadEnd(owner, excerpt, at));
        return;
    }
    const { start, end, from, to } = found;
    const value = text.slice(start, end);
    const judged = judge(rule, value, found);
    if (!judged || (owner.allow.length > 0 && isExempt(owner.allow, { value, match: text.slice(from, to), path: setting.path ?? "", text, at: from })))
        return;
    state.ends[number] = base + to;
    state.matches.push({ ...judged, start: base + start, end: base + end, from: base + from, rank: owner.rank, preview: owner.preview });
}
/** Where the run behind a keyword ends with the wrong character, no match can begin within the run: floods of keywords cost no more than their length. */
function deadEnd({ rule: { tail }, isRun }, { text, start, isCut }, at) {
    if (!tail || !isRun)
        return 0;
    let end = at - start;
    while (end < text.length && tail.chars.includes(text.charAt(end)))
        end++;
    if (end === text.length && isCut)
        return start + end - BEHIND;
    return text.charAt(end) === tail.next ? 0 : start + end;
}

// EXTERNAL MODULE: ./src/detector/credential/rules.generated.js
var rules_generated = __webpack_require__(799);
// EXTERNAL MODULE: ./src/detector/credential/own/read-own-rules.js + 2 modules
var read_own_rules = __webpack_require__(634);
;// CONCATENATED MODULE: ./src/detector/known/alphabet.js
// How known values are compared: what shells, terminals, wrapping and encodings' spellings change is not looked at.
/**
 * The byte that stands for each byte in a comparison; 0 for those that are left out: blanks, line ends, controls, quotes, backslashes and
 * everything beyond ASCII. Case is folded, and base64url's `-` and `_` are base64's `+` and `/`.
 */
const canonical = new Uint8Array(256);
for (let byte = 0x21; byte < 0x7f; byte++)
    canonical[byte] = String.fromCharCode(byte).toLowerCase().charCodeAt(0);
for (const left of "\"'`\\")
    canonical[left.charCodeAt(0)] = 0;
canonical[0x2d] = 0x2b;
canonical[0x5f] = 0x2f;
/** What is compared of a text. */
function toCanonical(text) {
    return String.fromCharCode(...Buffer.from(text, "utf8").map((byte) => canonical[byte]).filter((code) => code !== 0));
}
/** A letter thirteen places on; everything else as it is. Canonical text only. */
function alphabet_rotate(text) {
    return text.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 0x61 + 13) % 26) + 0x61));
}
function alphabet_reverse(text) {
    return [...text].reverse().join("");
}
/** The same for a text, the text backwards, and each of them rotated: one fingerprint stands for all four. */
function toRepresentative(text) {
    const backwards = alphabet_reverse(text);
    return [text, backwards, alphabet_rotate(text), alphabet_rotate(backwards)].reduce((least, other) => (other < least ? other : least));
}

;// CONCATENATED MODULE: ./src/detector/known/search/rolling.js
// The keyed hash of a window: one number that rolls over text, and a mixture of it that says nothing about the window's parts.



const CODES = 256;
const rolling_WORD = (1n << 64n) - 1n;
const GOLDEN = 0x9e3779b97f4a7c15n;
/**
 * A polynomial modulo 2^64 with a random factor and a random number for each character, from `key` (32 bytes). The numbers of a letter
 * and of the one thirteen places on are the same. Only 32 mixed bits of it are told: with 64 behind them nobody can put windows together
 * from halves, even with the key.
 */
class RollingHash {
    factor;
    finish;
    numbers;
    constructor(key) {
        const random = (0,external_node_crypto_.createCipheriv)("aes-256-ctr", key, external_node_buffer_.Buffer.alloc(16)).update(external_node_buffer_.Buffer.alloc(8 * (2 + CODES)));
        const words = new BigUint64Array(random.buffer.slice(random.byteOffset, random.byteOffset + random.length));
        this.factor = (words[0] ?? 0n) | 1n;
        this.finish = (words[1] ?? 0n) | 1n;
        this.numbers = words.slice(2);
        for (let byte = 0x61; byte < 0x6e; byte++)
            this.numbers[alphabet_rotate(String.fromCharCode(byte)).charCodeAt(0)] = this.numbers[byte];
    }
    /** The tag of a text of one byte a character, as a signed word of 32 bits; wasm/known.ts does the same. */
    tagOf(text) {
        let hash = 0n;
        for (let at = 0; at < text.length; at++)
            hash = (hash * this.factor + this.numbers[text.charCodeAt(at)]) & rolling_WORD;
        let mixed = ((hash ^ (hash >> 32n)) * this.finish) & rolling_WORD;
        mixed = ((mixed ^ (mixed >> 29n)) * GOLDEN) & rolling_WORD;
        return Number(mixed >> 32n) | 0;
    }
}

// EXTERNAL MODULE: ./src/detector/known/rules.js
var rules = __webpack_require__(86);
;// CONCATENATED MODULE: ./src/detector/known/likeness.js
// What language, paths and code look like, pair by pair of characters. Random text hardly ever looks like it, so that most of a log
// needs no hash. A rotated or reversed value must not look like it either, since one fingerprint stands for all four readings.

/** A window with this much likeness is passed over, and no fingerprint is made for what has it. */
const LIKE_TEXT = 6;
const likeness_CODES = 128;
/** Of a pair, as its two bytes stand in a text: the second one is the higher. */
const pairAt = (first, second) => (second << 8) | first;
/** The commonest pairs of letters in logs of builds, and those that follow. */
const common = "es te st pa de nt re in od on ti er or en ac un ul si li le ar rt se at ts an ib ed mo tr js ck io ra nd ct lo no pe as py il ss is me ma du tc na it ce co ge ru lt ke po th np et ex yp om pm ll to oc ta ca do so ch ng ie ou ol ae bl ag ys";
const usual = "ze ro al iz gi ns nc cl um di ne fu ad ai ic am mu iv ty he ba ey ec ve ea tt ms fi mp ui ha rs ly tp el ep nu yt sh ka eg ri ht sd ot id fe qu ut su ws da sr ho cc ry pt aw pl xp la ok sp dk be ps rk wo wa ap cr rg vi nf rc ir cj fo bu eq im em us ni ay ev sf ip pi mj ef mi hm ci lu fa ku pr ew ab sc rv oo ig ow dd if ee op rr ls dt ue ga nk sa lv oa os wi sn tl xt af up ki ld tf xi ur";
/** Signs between words and numbers. */
const joints = "./:+=,";
/**
 * A score for each pair of canonical characters. Over random text of one alphabet the mean of two to the power
 * of a score is no more than one, so that few windows of it come to LIKE_TEXT.
 */
const likeness_likeness = new Int8Array(likeness_CODES << 8);
for (let first = 0x21; first < 0x7f; first++)
    for (let second = 0x21; second < 0x7f; second++)
        likeness_likeness[pairAt(first, second)] = scorePair(first, second);
for (const [pairs, score] of [[common, 2], [usual, 1]])
    for (const pair of pairs.split(" "))
        likeness_likeness[pairAt(pair.charCodeAt(0), pair.charCodeAt(1))] = score;
function scorePair(first, second) {
    const [one, other] = [likeness_kindOf(first), likeness_kindOf(second)];
    if (one === "letter" && other === "letter")
        return -3;
    if (first === second)
        return 2;
    if (one === "sign" || other === "sign")
        return one === other || joints.includes(String.fromCharCode(one === "sign" ? first : second)) ? 0 : -1;
    return one === other ? 0 : -1;
}
function likeness_kindOf(code) {
    return code >= 0x61 && code <= 0x7a ? "letter" : code >= 0x30 && code <= 0x39 ? "digit" : "sign";
}
/** Whether canonical text, or one of its other readings, would be passed over. */
function looksLikeText(text) {
    const backwards = reverse(text);
    return [text, backwards, rotate(text), rotate(backwards)].some((reading) => sumOf(reading) >= LIKE_TEXT);
}
function sumOf(text) {
    let sum = 0;
    for (let at = 1; at < text.length; at++)
        sum += likeness_likeness[pairAt(text.charCodeAt(at - 1), text.charCodeAt(at))];
    return sum;
}

;// CONCATENATED MODULE: ./src/detector/known/search/module.generated.js
// Generated by `npm run generate` from wasm/known.ts; do not edit.
/** The WebAssembly module of 1267 bytes, in base64. */
const knownModule = [
    "AGFzbQEAAAABKAVgAX8Bf2AEf39/fwBgAn9/AGAIf39/f39/f38Bf2AHf39/f39+fgACDwEDZW52Bm1lbW9yeQIAAAMGBQABAgMEBjgLfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC34BQgALfgFCAAt/AUEAC38B",
    "QQALfwFBAAt/AUEACwc0Bgljb25maWd1cmUABAVwbGFjZQABBHJlYWQAAAVsZWF2ZQACBGZpbmQAAwZtZW1vcnkCAAq1CAWsAwIFfwJ7A0AgACACSgRAIAJBP3FFBEAjCSACQQR2aiADNgIACyMKIAJq/QAEACEH",
    "/QwAAAAAAAAAAAAAAAAAAAAAIQZBICEBA0AgAUGAAUgEQCAGIwAgAWr9AAQAIAcgAf0P/XH9Dv1QIQYgAUEQaiEBDAELCwJ/IAb9DAAAAAAAAAAAAAAAAAAAAAD9I/1kIgFFBEAjByADaiAG/QsEACADQRBqDAEL",
    "IwcgA2ogBiMBIAFBf3MiBUH/AXEiAUEDdGr9AAQA/Q79CwQAIAMgAWlqIgEjB2ogBiMBIAVBCHZB/wFxIgNBA3Rq/QAEAP0MCAgICAgICAgICAgICAgICP1u/Q79CwQAIAEgA2lqCyEDIAJBEGohAgwBCwsjByAD",
    "akEANgIAIwIhASMIIQIjB0EBayEAA0AgACMHQQFrIANqSQRAIAIgBCABIAAvAQBqLAAAaiIEOwEAIAIgBCABIAAvAQFqLAAAaiIEOwECIAIgBCABIAAvAQJqLAAAaiIEOwEEIAIgBCABIAAvAQNqLAAAaiIEOwEG",
    "IABBBGohACACQQhqIQIMAQsLIAMLEgAgACQKIAEkByACJAggAyQJC2cCAX8BfkIBIQMDQCAAIAJKBEAgAUGAEGogAkEDdGogAzcDACADIwV+IQMgAkEBaiECDAELC0EAIQADQCAAQYACSQRAIABBA3QiAiABaiME",
    "IAJqKQMAIAN+NwMAIABBAWohAAwBCwsLnwMCCH8DfiAAIAFrIQsjBSERIwcgAWpBAWshDCMEIQ1BfyEJA0AgAiALTARAIwggASACakEBa0EBdGr9AAQAIwggAkEBdGr9AAQA/ZEBIwP9EP0v/YQBIQAgCyACayIK",
    "QQdIBEAgAEEBIApBAWp0QQFrcSEACwNAIAAEQCACIABoaiIOIAlGBEAgDSAMIA5qIgktAABBA3RqKQMAIAMgCSABay0AAEEDdGopAwB9IBAgEX58IRAFIANBgBBqIQlCACEQIAEgDmpBAWshCgNAIAogDk4EQCAQ",
    "IwQjByAKai0AAEEDdGopAwAgCSkDAH58IRAgCkEBayEKIAlBCGohCQwBCwsLIA5BAWohCSAEIwYgECAQQiCIhX4iEkIdiCAShUKV+Kn6l7fem55/fkIgiKciCkEMdiAFcUEDdGopAwAiEiAKQT9xrYggEiAKQQZ2",
    "QT9xrYiDQgGDpwRAIAcgCEYEQCAIDwsgBiAIQQN0aiIPIA42AgAgDyAKNgIEIAhBAWohCAsgACAAQQFrcSEADAELCyACQQhqIQIMAQsLIAgLaQEBfyAAJAAgASQBIAIkAiADwSQDIAQkBCAFJAUgBiQGA0AgB0GA",
    "AkgEQCMBIAdBA3RqIQAgByECA0AgAgRAIAAiAUEBaiEAIAEgAmg6AAAgAiACQQFrcSECDAELCyAHQQFqIQcMAQsLCw==",
].join("");

;// CONCATENATED MODULE: ./src/detector/known/search/scanner.js
// The host of wasm/known.ts: canonical text, and the places at which a fingerprint may stand.




const ORDERS = 256;
const LIKENESS = ORDERS + 256 * 8;
const NUMBERS = LIKENESS + likeness_likeness.length;
const TABLE = 256 * 8;
const scanner_ROOM = 1 << 11;
/** Bytes of input for which it is noted how many characters stand before them. */
const scanner_BLOCK = 64;
/** Behind the input and the sums, which are read sixteen bytes at a time, and before the characters, the first of which has none before it. */
const SPARE = 32;
/** Scans texts one after the other for windows of all `groups`. */
class Scanner {
    /** Canonical characters of the text that was read last. */
    length = 0;
    #groups;
    #memory;
    #exports;
    #out;
    #input;
    #bytes;
    #words;
    #codes = 0;
    #starts = 0;
    #blocks = 0;
    constructor(hash, groups) {
        const started = startModule(knownModule);
        this.#memory = started.memory;
        this.#exports = started.exports;
        let at = NUMBERS + TABLE;
        const claim = (size) => (at += size) - size;
        this.#groups = groups.map((group) => ({ ...group, leaving: claim(TABLE + group.window * 8), words: claim(group.table.words.byteLength) }));
        this.#out = claim(scanner_ROOM * 8);
        this.#input = at;
        ensureMemory(this.#memory, at);
        [this.#bytes, this.#words] = this.#views();
        this.#bytes.set(canonical);
        this.#bytes.set(new Uint8Array(likeness_likeness.buffer), LIKENESS);
        this.#bytes.set(new Uint8Array(hash.numbers.buffer), NUMBERS);
        this.#exports.configure(0, ORDERS, LIKENESS, LIKE_TEXT, NUMBERS, hash.factor, hash.finish);
        for (const { window, leaving, words, table } of this.#groups) {
            this.#exports.leave(window, leaving);
            this.#bytes.set(new Uint8Array(table.words.buffer), words);
        }
    }
    read(bytes) {
        this.#codes = this.#input + bytes.length + SPARE;
        const sums = (this.#codes + bytes.length + SPARE) & ~15;
        this.#starts = sums + ((2 * bytes.length + SPARE) & ~3);
        this.#blocks = Math.ceil(bytes.length / scanner_BLOCK);
        if (ensureMemory(this.#memory, this.#starts + 4 * this.#blocks + SPARE))
            [this.#bytes, this.#words] = this.#views();
        this.#bytes.set(bytes, this.#input);
        this.#bytes.fill(0, this.#input + bytes.length, this.#codes);
        this.#exports.place(this.#input, this.#codes, sums, this.#starts);
        this.length = this.#exports.read(bytes.length);
    }
    /** Places in the text that was read, in order. */
    *find(index) {
        const group = this.#groups[index];
        if (!group)
            return;
        const { window, leaving, words, table } = group;
        for (let from = 0; from + window <= this.length;) {
            const count = this.#exports.find(this.length, window, from, leaving, words, table.words.length - 1, this.#out, scanner_ROOM);
            const found = this.#words.slice(this.#out >> 2, (this.#out >> 2) + count * 2);
            for (let at = 0; at < found.length; at += 2)
                yield { start: found[at], tag: found[at + 1] };
            if (count < scanner_ROOM)
                return;
            from = (found.at(-2) ?? this.length) + 1;
        }
    }
    /** Where a canonical character stands in the bytes that were read. */
    offset(index) {
        let low = 0;
        let high = this.#blocks;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if (this.#words[(this.#starts >> 2) + middle] <= index)
                low = middle;
            else
                high = middle;
        }
        let left = index - this.#words[(this.#starts >> 2) + low];
        let at = low * scanner_BLOCK;
        while (left > 0 || canonical[this.#bytes[this.#input + at]] === 0)
            if (canonical[this.#bytes[this.#input + at++]] !== 0)
                left--;
        return at;
    }
    text(start, end) {
        return String.fromCharCode(...this.#bytes.subarray(this.#codes + start, this.#codes + end));
    }
    #views() {
        return [new Uint8Array(this.#memory.buffer), new Int32Array(this.#memory.buffer)];
    }
}

// EXTERNAL MODULE: ./src/detector/known/seal.js
var seal = __webpack_require__(596);
;// CONCATENATED MODULE: ./src/detector/known/search/tag-table.js
// Which entries have a tag: words of bits that fit a processor's cache answer "none" for nearly all tags that are asked for.
/** Bits of the words for each tag: more would leave the cache when thousands of values are known. */
const BITS_EACH = 16;
const WORD_BITS = 64;
const LEAST_WORDS = 1 << 8;
/** Bits of a tag that name two bits of a word; those above name the word. */
const PLACE_BITS = 12;
class TagTable {
    /** Two bits for each tag, both in one word of 64 bits. */
    words;
    #entries = new Map();
    /** Pairs of a tag and an entry's index. */
    constructor(tags) {
        let size = LEAST_WORDS;
        while (size * WORD_BITS < tags.length * BITS_EACH)
            size *= 2;
        this.words = new BigUint64Array(size);
        for (const [tag, index] of tags) {
            const word = (tag >>> PLACE_BITS) & (size - 1);
            this.words[word] = this.words[word] | (1n << BigInt(tag & 63)) | (1n << BigInt((tag >>> 6) & 63));
            const entries = this.#entries.get(tag);
            if (entries)
                entries.push(index);
            else
                this.#entries.set(tag, [index]);
        }
    }
    get(tag) {
        return this.#entries.get(tag) ?? [];
    }
}

;// CONCATENATED MODULE: ./src/detector/known/known-detector.js
// Finds values by their fingerprints: the rolling hash names places, the HMAC confirms. Never holds a value.







/** Before every other rule: what is known is named, whatever it looks like. */
const WHOLE_RANK = -2;
const PART_RANK = -1;
/** Parts of one value this close belong together. */
const SAME_VALUE = 8;
/** Cost per byte does not depend on how many values are known. */
function createKnownDetector(known) {
    const search = new Search(known);
    return { rules: [rules/* knownValue */.j, rules/* knownValuePart */.q], find: (bytes) => search.find(bytes) };
}
class Search {
    #known;
    #groups;
    #scanner;
    #shortest;
    constructor(known) {
        this.#known = known;
        this.#groups = Object.entries(known.entries).map(([window, entries]) => {
            const tags = entries.flatMap((entry, index) => [[entry[3], index], [entry[4], index]]);
            return { window: Number(window), entries, table: new TagTable(tags) };
        });
        this.#shortest = Math.min(...this.#groups.map(({ window }) => window));
        this.#scanner = new Scanner(new RollingHash(known.rollKey), this.#groups);
    }
    find(bytes) {
        if (bytes.length < this.#shortest)
            return [];
        this.#scanner.read(bytes);
        return merge(this.#groups.flatMap((_, index) => this.#findGroup(index))).map((hit) => this.#toMatch(hit));
    }
    #findGroup(index) {
        const group = this.#groups[index];
        const hits = [];
        let done = 0;
        for (const { start, tag } of group ? this.#scanner.find(index) : []) {
            const end = start + (group?.window ?? 0);
            if (start < done)
                continue;
            const held = group?.table.get(tag) ?? [];
            const mac = held.length > 0 ? this.#macOf(start, end) : "";
            const entry = held.map((one) => group?.entries[one]).find((one) => one?.[5] === mac);
            if (!entry)
                continue;
            const hit = this.#confirm(entry, { start, end });
            hits.push(hit);
            done = hit.end;
        }
        return hits;
    }
    /** The whole value around a block, where it stands there. */
    #confirm([item, offset, form], block) {
        const { length, mac } = this.#known.items[item] ?? { length: 0, mac: "" };
        const part = { item, form, ...block, whole: false };
        if (form !== "")
            return part;
        const start = [block.start - offset, block.end + offset - length].find((from) => from >= 0 && from + length <= this.#scanner.length && this.#macOf(from, from + length) === mac);
        return start === undefined ? part : { ...part, start, end: start + length, whole: true };
    }
    #macOf(start, end) {
        return (0,seal/* macOf */.vX)(this.#known.macKey, toRepresentative(this.#scanner.text(start, end))).toString("base64");
    }
    #toMatch({ item, form, start, end, whole }) {
        const { title, ...rule } = whole ? rules/* knownValue */.j : rules/* knownValuePart */.q;
        const name = this.#known.items[item]?.name ?? "";
        return {
            rule: { ...rule, title: `${title}: ${name}${form === "" ? "" : ` (${form}, changed beyond undoing)`}` },
            start: this.#scanner.offset(start), end: this.#scanner.offset(end - 1) + 1,
            preview: previewNothing(name), confirmedBy: "known-value", rank: whole ? WHOLE_RANK : PART_RANK,
        };
    }
}
/** One hit for each value in one place: its whole takes in its parts, and neighbouring parts are one. */
function merge(hits) {
    const merged = [];
    const last = new Map();
    for (const hit of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
        const index = last.get(hit.item) ?? -1;
        const before = merged[index];
        if (before && hit.start <= before.end + (before.whole && hit.whole ? -1 : SAME_VALUE)) {
            const whole = before.whole ? before : hit;
            merged[index] = before.whole || hit.whole ? whole : { ...before, end: Math.max(before.end, hit.end) };
        }
        else
            last.set(hit.item, merged.push(hit) - 1);
    }
    return merged;
}

// EXTERNAL MODULE: ./src/detector/telling.js
var telling = __webpack_require__(56);
;// CONCATENATED MODULE: ./src/detector/decode/plausible.js
// What decoded bytes must look like before anybody looks into them: text, UTF-16 text, or a compressed stream.
/** A piece of text of this many characters, somewhere, is enough. */
const TEXT = 12;
function isPlausible(bytes) {
    if (bytes.length < TEXT)
        return false;
    if (isCompressed(bytes))
        return true;
    let run = 0;
    let zeros = 0;
    for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at];
        const isText = (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
        // UTF-16 and UTF-32: one zero or three beside each character.
        zeros = byte === 0 ? zeros + 1 : 0;
        run = isText ? run + 1 : byte === 0 && zeros < 4 ? run : 0;
        if (run >= TEXT)
            return true;
    }
    return false;
}
function isCompressed(bytes) {
    return isGzip(bytes) || isZlib(bytes) || isZstd(bytes);
}
/** RFC 1952: two magic bytes and the only method. */
function isGzip(bytes) {
    return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
/** RFC 1950: method 8, header a multiple of 31, no dictionary. */
function isZlib(bytes) {
    const [first = 0, second = 0] = bytes;
    return first === 0x78 && (first * 256 + second) % 31 === 0 && (second & 0x20) === 0;
}
/** RFC 8878. */
function isZstd(bytes) {
    return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

;// CONCATENATED MODULE: ./src/detector/decode/base64.js
// Runs of base64 and base64url (RFC 4648): wrapped over lines, padded wrongly or not at all, and not starting where a group starts.


/** Shorter runs hold no value that could be known without its name. */
const base64_SHORTEST = 20;
/** From here on a run with all kinds of characters is decoded whatever it holds; below, only where it holds text. */
const LONG = 64;
const SAMPLE = 16;
/** Lines that are joined have at least this many characters, but for the last. */
const LINE = 16;
const PADDING = 0x3d;
const base64_BACKSLASH = 0x5c;
const sextet = new Int8Array(256).fill(-1);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((character, value) => { sextet[character.charCodeAt(0)] = value; });
sextet["-".charCodeAt(0)] = 62;
sextet["_".charCodeAt(0)] = 63;
/** For each character and its place modulo four: the alignments (bits) under which it can be part of seven-bit text. */
const possible = Uint8Array.from({ length: 4 * 256 }, (_, index) => {
    const value = sextet[index & 255];
    const fits = (alignment) => value >= 0 && base64_isPossible(value, ((index >> 8) - alignment + 4) % 4);
    return [0, 1, 2, 3].reduce((bits, alignment) => (fits(alignment) ? bits | (1 << alignment) : bits), 0);
});
/** The first bit of each byte is 0 in seven-bit text; which of a sextet's bits that is depends on its place in the group. */
function base64_isPossible(value, place) {
    if (place === 0)
        return value < 32;
    return place === 3 || (value & (place === 1 ? 8 : 2)) === 0;
}
const base64 = { name: "base64", decode };
function decode(bytes, sifted) {
    const found = [];
    let done = 0;
    for (const { start, end } of sifted?.runs("base64") ?? findRuns(bytes)) {
        if (start < done)
            continue;
        const pieces = isBreak(bytes[end]) ? joinLines(bytes, { start, end }) : undefined;
        if (pieces) {
            found.push(...toRuns(pieces).filter((run) => sum(run) >= base64_SHORTEST).flatMap((run) => decodePieces(bytes, run)));
            done = pieces.at(-1).end;
        }
        else if (end - start >= base64_SHORTEST && isWorthwhile(bytes, start, end))
            found.push(...decodePieces(bytes, [{ start, end }]));
    }
    return found;
}
/** Runs that are as long as a line. */
function* findRuns(bytes) {
    for (let look = 0; look < bytes.length; look += LINE) {
        if (sextet[bytes[look]] < 0)
            continue;
        let start = look;
        while (start > 0 && sextet[bytes[start - 1]] >= 0)
            start--;
        const end = runEnd(bytes, look);
        if (end > look + LINE)
            look = end - LINE;
        if (end - start >= LINE)
            yield { start, end };
    }
}
/** Whether any alignment gives text, or the run is so long and mixed that it is decoded whatever it gives. */
function isWorthwhile(bytes, start, end) {
    return plausibleAlignments(bytes, start, end) !== 0 || isForced(bytes, start, end);
}
function isForced(bytes, start, end) {
    return end - start >= LONG && isMixed(bytes, start);
}
/** What a line break begins with, as itself or as an escape. */
function isBreak(byte) {
    return byte === 0x0a || byte === 0x0d || byte === base64_BACKSLASH;
}
function runEnd(bytes, start) {
    let end = start;
    while (end < bytes.length && sextet[bytes[end]] >= 0)
        end++;
    return end;
}
/** The run and the lines that continue it: whole lines of one width, the last of which may be shorter; undefined where none does. */
function joinLines(bytes, first) {
    const pieces = [first];
    let width = 0;
    for (let last = first;;) {
        const start = skipBreak(bytes, last.end);
        if (start === last.end || sextet[bytes[start] ?? 0] < 0)
            return pieces.length > 1 ? pieces : undefined;
        const next = { start, end: runEnd(bytes, start) };
        const length = next.end - start;
        // Before the first line of a wrapped run other text may stand, so that the second line tells the width.
        width ||= Math.max(first.end - first.start, length);
        if (length > width || !endsLine(bytes, next.end))
            return pieces.length > 1 ? pieces : undefined;
        pieces.push(next);
        if (length < width)
            return pieces;
        last = next;
    }
}
/** Two lines of different length may belong together or not: both readings are tried. */
function toRuns(pieces) {
    return pieces.length === 2 ? [pieces, ...pieces.map((piece) => [piece])] : [pieces];
}
function endsLine(bytes, end) {
    let at = end;
    while (bytes[at] === PADDING)
        at++;
    return at >= bytes.length || bytes[at] < 0x20 || bytes[at] === 0x22 || bytes[at] === 0x27 || bytes[at] === base64_BACKSLASH;
}
/** Behind a line break and the indentation after it, also where both are written as escapes; `at` itself where there is none. */
function skipBreak(bytes, at) {
    let next = at;
    if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x72)
        next += 2;
    if (bytes[next] === 0x0d)
        next++;
    if (bytes[next] === 0x0a)
        next++;
    else if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x6e)
        return next + 2;
    else if (bytes[next] === base64_BACKSLASH && bytes[next + 1] === 0x0a)
        next += 2;
    else
        return at;
    while (bytes[next] === 0x20 || bytes[next] === 0x09)
        next++;
    return next;
}
function sum(pieces) {
    return pieces.reduce((total, piece) => total + piece.end - piece.start, 0);
}
/** Lines are short and many: a view of each would cost more than to copy it. */
function base64_join(bytes, pieces) {
    if (pieces.length === 1)
        return external_node_buffer_.Buffer.from(bytes.buffer, bytes.byteOffset + pieces[0].start, pieces[0].end - pieces[0].start);
    const joined = external_node_buffer_.Buffer.alloc(sum(pieces));
    let length = 0;
    for (let n = 0; n < pieces.length; n++)
        for (let at = pieces[n].start; at < pieces[n].end; at++)
            joined[length++] = bytes[at];
    return joined;
}
function decodePieces(bytes, pieces) {
    const joined = base64_join(bytes, pieces);
    const alignments = plausibleAlignments(joined, 0, joined.length);
    const forced = isForced(joined, 0, joined.length);
    if (alignments === 0 && !forced)
        return [];
    const starts = toStarts(pieces);
    const found = [];
    for (let alignment = 0; alignment < 4; alignment++) {
        const whatever = alignment === 0 && forced;
        if (!whatever && (alignments & (1 << alignment)) === 0)
            continue;
        const decoded = external_node_buffer_.Buffer.from(joined.toString("latin1", alignment), "base64");
        if (whatever || isPlausible(decoded))
            found.push({ start: pieces[0].start, end: pieces.at(-1).end, bytes: decoded, at: (offset) => locate(pieces, starts, alignment + Math.floor(offset / 3) * 4) });
    }
    return found;
}
/** Bits of the alignments under which the beginning, the middle or the end may be text, or the beginning a gzip stream. */
function plausibleAlignments(bytes, start, end) {
    const last = Math.max(start, end - SAMPLE);
    const middle = start + ((last - start) >> 1);
    return alignmentsAt(bytes, start, start) | alignmentsAt(bytes, start, middle) | alignmentsAt(bytes, start, last) | (mayBeStream(bytes, start) ? 1 : 0);
}
/** Fronts of gzip (1f8b), zlib (78 with one of its four checks) and Zstandard (28b52ffd) in base64, by their first byte. */
const fronts = Map.groupBy(["H4", "eA", "eF", "eJ", "eN", "KLUv"].map((text) => external_node_buffer_.Buffer.from(text)), ([first]) => first);
function mayBeStream(bytes, start) {
    return fronts.get(bytes[start])?.some((front) => front.every((byte, index) => bytes[start + index] === byte)) ?? false;
}
function alignmentsAt(bytes, start, from) {
    let alignments = 15;
    for (let at = from; at < from + SAMPLE && alignments !== 0; at++)
        alignments &= possible[((at - start) & 3) * 256 + bytes[at]];
    return alignments;
}
/** Upper case, lower case and digits in the first part: no word, no path. */
function isMixed(bytes, start) {
    let kinds = 0;
    for (let at = start; at < start + LONG; at++) {
        const value = sextet[bytes[at]];
        kinds |= value < 26 ? 1 : value < 52 ? 2 : value < 62 ? 4 : 0;
    }
    return kinds === 7;
}
/** Where each piece begins in the joined run, for a binary search. */
function toStarts(pieces) {
    let total = 0;
    return pieces.map((piece) => (total += piece.end - piece.start) - (piece.end - piece.start));
}
function locate(pieces, starts, index) {
    let low = 0;
    let high = pieces.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (starts[middle] <= index)
            low = middle;
        else
            high = middle;
    }
    return Math.min(pieces[low].end, pieces[low].start + index - starts[low]);
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(522);
;// CONCATENATED MODULE: ./src/detector/decode/compressed.js
// Compressed streams within decoded bytes: gzip, zlib and Zstandard at their beginning. Files as such are the readers' work.


/** What one stream may come to. */
const MAX_OUTPUT = 4 << 20;
const gzip = { name: "gzip", decode: (bytes) => (isGzip(bytes) ? expand(bytes, () => (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH })) : []) };
const zlib = { name: "zlib", decode: (bytes) => (isZlib(bytes) ? expand(bytes, () => (0,external_node_zlib_.inflateSync)(bytes, { maxOutputLength: MAX_OUTPUT, finishFlush: external_node_zlib_.constants.Z_SYNC_FLUSH })) : []) };
const zstd = { name: "zstd", decode: (bytes) => (isZstd(bytes) ? expand(bytes, () => (0,external_node_zlib_.zstdDecompressSync)(bytes, { maxOutputLength: MAX_OUTPUT })) : []) };
/** Bytes that only begin like a stream are no stream; one that grows too large is told apart, so that it isn't lost in silence. */
function expand(bytes, run) {
    try {
        const output = run();
        return output.length === 0 ? [] : [{ start: 0, end: bytes.length, bytes: output }];
    }
    catch (error) {
        if (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
            throw new StreamTooLarge();
        return [];
    }
}
/** A stream within decoded bytes that expands beyond MAX_OUTPUT. */
class StreamTooLarge extends Error {
}

;// CONCATENATED MODULE: ./src/detector/decode/rewrite.js
const rewrite_NONE = 0;
/** As one number, since a window may hold half a million of them. */
function escapeOf(byte, length) {
    return (length << 8) | byte;
}
/** The byte that an escape stands for. */
function byteOf(escape) {
    return escape & 0xff;
}
/** Longer words are cut: no value that rules describe is longer. */
const MAX_BEFORE = 1 << 10;
const MAX_AFTER = 1 << 14;
/** Shorter text holds no value. */
const rewrite_SHORTEST = 12;
/** What stands around each mark, up to its breaks, with its escapes undone; each stretch once. */
function rewriteAll(bytes, escapes, sifted) {
    const found = [];
    let done = 0;
    const marks = sifted?.escapes(escapes.kind) ?? findMarks(bytes, escapes.mark);
    for (let n = 0; n < marks.length; n++) {
        const at = marks[n];
        if (at < done || !escapes.mayMatter(bytes, at))
            continue;
        const start = rewrite_startOf(bytes, at, escapes.breaks);
        const end = endOf(bytes, at, escapes.breaks);
        const decoded = end - start < rewrite_SHORTEST ? undefined : rewrite(bytes, { start, end }, escapes);
        if (decoded)
            found.push(decoded);
        done = end;
    }
    return found;
}
function rewrite_startOf(bytes, at, breaks) {
    const least = Math.max(0, at - MAX_BEFORE);
    let start = at;
    while (start > least && breaks[bytes[start - 1]] === 0)
        start--;
    return start;
}
function endOf(bytes, at, breaks) {
    const most = Math.min(bytes.length, at + MAX_AFTER);
    let end = at;
    while (end < most && breaks[bytes[end]] === 0)
        end++;
    return end;
}
const rewrite_text = new Uint8Array(MAX_BEFORE + MAX_AFTER);
const places = new Int32Array(MAX_BEFORE + MAX_AFTER);
/** The stretch with its escapes undone; undefined where none of them stands for a visible character or the result is too short. */
function rewrite(bytes, { start, end }, { mark, read }) {
    let length = 0;
    let visible = 0;
    for (let at = start; at < end;) {
        const byte = bytes[at];
        const escape = byte === mark ? read(bytes, at) : rewrite_NONE;
        if (escape !== rewrite_NONE && byteOf(escape) < 0x7f)
            visible++;
        places[length] = at;
        rewrite_text[length++] = escape === rewrite_NONE ? byte : byteOf(escape);
        at += escape === rewrite_NONE ? 1 : escape >> 8;
    }
    if (visible === 0 || length < rewrite_SHORTEST)
        return undefined;
    const from = places.slice(0, length);
    return { start, end, bytes: rewrite_text.slice(0, length), at: (offset) => from[Math.min(offset, length - 1)] ?? start };
}
function findMarks(bytes, mark) {
    const found = [];
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1))
        found.push(at);
    return found;
}
/** Marks the bytes that `isBreak` names. */
function toBreaks(isBreak) {
    return Uint8Array.from({ length: 256 }, (_, byte) => (isBreak(byte) ? 1 : 0));
}
/** Ends of lines, for escapes that stand within text of any kind. */
const lineBreaks = toBreaks((byte) => byte < 0x20 && byte !== 0x09);
const nibbles = new Uint8Array(256).fill(0xff);
[..."0123456789abcdef"].forEach((character, value) => {
    nibbles[character.charCodeAt(0)] = value;
    nibbles[character.toUpperCase().charCodeAt(0)] = value;
});
/** What a hexadecimal digit counts; 255 for every other byte and behind the end. */
function nibbleAt(bytes, at) {
    return at < bytes.length ? nibbles[bytes[at]] : 0xff;
}

;// CONCATENATED MODULE: ./src/detector/decode/entity.js

const AMPERSAND = 0x26;
const HASH = 0x23;
const entity_SEMICOLON = 0x3b;
const MOST_DIGITS = 7;
const entity_named = Object.entries({ quot: 0x22, apos: 0x27, amp: 0x26, lt: 0x3c, gt: 0x3e }).map(([name, byte]) => ({ name: new TextEncoder().encode(`${name};`), byte }));
const entity = {
    name: "html-entity",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "entity", mark: AMPERSAND, mayMatter, breaks: lineBreaks, read: readEscape }, sifted),
};
/** Numbers stand for anything, quotes for what makes a value one; the others alone hide nothing. */
function mayMatter(bytes, at) {
    const next = bytes[at + 1];
    const mayQuote = next === 0x71 || (next === 0x61 && bytes[at + 2] === 0x70);
    if (next !== HASH && !mayQuote)
        return false;
    const escape = readEscape(bytes, at);
    return escape !== rewrite_NONE && byteOf(escape) < 0x7f;
}
function readEscape(bytes, at) {
    if (bytes[at] !== AMPERSAND)
        return rewrite_NONE;
    return bytes[at + 1] === HASH ? readNumber(bytes, at) : entity_readName(bytes, at);
}
function readNumber(bytes, at) {
    const isHex = (bytes[at + 2] | 0x20) === 0x78;
    const start = at + (isHex ? 3 : 2);
    let end = start;
    let code = 0;
    for (; end < start + MOST_DIGITS; end++) {
        const digit = nibbleAt(bytes, end);
        if (digit > (isHex ? 15 : 9))
            break;
        code = code * (isHex ? 16 : 10) + digit;
    }
    if (end === start || bytes[end] !== entity_SEMICOLON)
        return rewrite_NONE;
    // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
    return escapeOf(code < 0x80 ? code : 0xff, end + 1 - at);
}
function entity_readName(bytes, at) {
    for (const { name, byte } of entity_named) {
        let length = 0;
        while (length < name.length && bytes[at + 1 + length] === name[length])
            length++;
        if (length === name.length)
            return escapeOf(byte, length + 1);
    }
    return rewrite_NONE;
}

;// CONCATENATED MODULE: ./src/detector/decode/escape.js

const escape_BACKSLASH = 0x5c;
const escape_SLASH = 0x2f;
const escape_escape = {
    name: "escape",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "escape", mark: escape_BACKSLASH, mayMatter: escape_mayMatter, breaks: lineBreaks, read: escape_readEscape }, sifted),
};
/** An escaped slash matters only in `:\/\/`. */
function escape_mayMatter(bytes, at) {
    const escape = escape_readEscape(bytes, at);
    if (escape === rewrite_NONE || byteOf(escape) >= 0x7f)
        return false;
    return byteOf(escape) !== escape_SLASH || bytes[at + 1] !== escape_SLASH || bytes[at - 1] === 0x3a;
}
function escape_readEscape(bytes, at) {
    if (bytes[at] !== escape_BACKSLASH)
        return rewrite_NONE;
    const kind = bytes[at + 1];
    if (kind === escape_SLASH)
        return escapeOf(escape_SLASH, 2);
    if (kind === 0x78)
        return readHex(bytes, at, { skip: 2, digits: 2, close: 0 });
    if (kind !== 0x75)
        return rewrite_NONE;
    return bytes[at + 2] === 0x7b ? readBraced(bytes, at) : readHex(bytes, at, { skip: 2, digits: 4, close: 0 });
}
function readBraced(bytes, at) {
    const close = bytes.subarray(at, at + 11).indexOf(0x7d);
    return close < 4 ? rewrite_NONE : readHex(bytes, at, { skip: 3, digits: close - 3, close: 1 });
}
function readHex(bytes, at, { skip, digits, close }) {
    let code = 0;
    for (let place = at + skip; place < at + skip + digits; place++) {
        const digit = nibbleAt(bytes, place);
        if (digit > 15)
            return rewrite_NONE;
        code = code * 16 + digit;
    }
    // What is no ASCII stands for itself: it is part of no value, but it must not hide one beside it.
    return escapeOf(code < 0x80 ? code : 0xff, skip + digits + close);
}

;// CONCATENATED MODULE: ./src/detector/decode/hex.js

const hex_SHORTEST = 24;
const hex_STEP = 16;
const hex_SAMPLE = 16;
const nibble = new Int8Array(256).fill(-1);
[..."0123456789abcdef"].forEach((character, value) => {
    nibble[character.charCodeAt(0)] = value;
    nibble[character.toUpperCase().charCodeAt(0)] = value;
});
const hex = { name: "hex", decode: hex_decode };
function hex_decode(bytes, sifted) {
    return (sifted?.runs("hex") ?? hex_findRuns(bytes)).flatMap(({ start, end }) => decodeRun(bytes, start, end));
}
function hex_findRuns(bytes) {
    const found = [];
    for (let look = 0; look < bytes.length; look += hex_STEP) {
        if (nibble[bytes[look]] < 0)
            continue;
        let start = look;
        let end = look + 1;
        while (start > 0 && nibble[bytes[start - 1]] >= 0)
            start--;
        while (end < bytes.length && nibble[bytes[end]] >= 0)
            end++;
        look = Math.max(look, end - hex_STEP);
        if (end - start >= hex_SHORTEST)
            found.push({ start, end });
    }
    return found;
}
function decodeRun(bytes, start, end) {
    return [start, start + 1].filter((from) => mayBeText(bytes, from, end)).flatMap((from) => {
        const decoded = toBytes(bytes, from, end);
        return isPlausible(decoded) ? [{ start, end, bytes: decoded, at: (offset) => from + offset * 2 }] : [];
    });
}
/** Whether the beginning, the middle or the end is seven-bit text, or the beginning a compressed stream. */
function mayBeText(bytes, from, end) {
    const last = Math.max(from, end - hex_SAMPLE * 2 - ((end - from) & 1));
    const middle = from + (((last - from) >> 2) << 1);
    if (isCompressed(toBytes(bytes, from, Math.min(end, from + 8))))
        return true;
    return [from, middle, last].some((start) => {
        for (let at = start; at < Math.min(end, start + hex_SAMPLE * 2); at += 2)
            if (nibble[bytes[at]] > 7 || (nibble[bytes[at]] === 1 && nibble[bytes[at + 1]] !== 11))
                return false;
        return true;
    });
}
function toBytes(bytes, from, end) {
    const out = new Uint8Array((end - from) >> 1);
    for (let at = 0; at < out.length; at++)
        out[at] = (nibble[bytes[from + at * 2]] << 4) | nibble[bytes[from + at * 2 + 1]];
    return out;
}

;// CONCATENATED MODULE: ./src/detector/decode/percent.js

const percent_PERCENT = 0x25;
/** Blanks, quotes and angle brackets stand in no encoded word. */
const breaks = toBreaks((byte) => byte <= 0x20 || byte === 0x22 || byte === 0x27 || byte === 0x3c || byte === 0x3e || byte === 0x60 || byte >= 0x7f);
const percent = {
    name: "percent",
    decode: (bytes, sifted) => rewriteAll(bytes, { kind: "percent", mark: percent_PERCENT, mayMatter: (_, at) => percent_readEscape(bytes, at) !== rewrite_NONE, breaks, read: percent_readEscape }, sifted),
};
/** Text, and of control characters those that stand in text. */
function percent_readEscape(bytes, at) {
    const high = nibbleAt(bytes, at + 1);
    const low = nibbleAt(bytes, at + 2);
    if (bytes[at] !== percent_PERCENT || high > 15 || low > 15)
        return rewrite_NONE;
    const escape = escapeOf((high << 4) | low, 3);
    const byte = byteOf(escape);
    return byte >= 0x20 || byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x09 || byte === 0x1b ? escape : rewrite_NONE;
}

;// CONCATENATED MODULE: ./src/detector/decode/utf16.js
const utf16_SHORTEST = 10;
const utf16_STEP = 8;
const utf16 = { name: "utf-16", decode: utf16_decode };
function utf16_decode(bytes, sifted) {
    if (sifted)
        return sifted.runs("utf16").map(({ start, end }) => narrow(bytes, start, end));
    const found = [];
    for (let look = 0; look + 3 < bytes.length; look += utf16_STEP) {
        const first = utf16_isText(bytes[look]) && bytes[look + 1] === 0 && utf16_isText(bytes[look + 2]) && bytes[look + 3] === 0 ? look
            : bytes[look] === 0 && utf16_isText(bytes[look + 1]) && bytes[look + 2] === 0 && utf16_isText(bytes[look + 3]) ? look + 1 : -1;
        if (first < 0)
            continue;
        let start = first;
        let end = first + 2;
        while (start >= 2 && utf16_isText(bytes[start - 2]) && bytes[start - 1] === 0)
            start -= 2;
        while (end < bytes.length && utf16_isText(bytes[end]) && bytes[end - 1] === 0)
            end += 2;
        look = Math.max(look, end - utf16_STEP);
        if ((end - start) / 2 >= utf16_SHORTEST)
            found.push(narrow(bytes, start, end));
    }
    return found;
}
function narrow(bytes, start, end) {
    const out = new Uint8Array((end - start) >> 1);
    for (let at = 0; at < out.length; at++)
        out[at] = bytes[start + at * 2];
    return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * 2 };
}
function utf16_isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/decode/utf32.js
const utf32_SHORTEST = 10;
const WIDTH = 4;
/** Every run of the shortest length holds a character and its zeros at one of these places. */
const utf32_STEP = 16;
const utf32 = { name: "utf-32", decode: utf32_decode };
function utf32_decode(bytes, sifted) {
    if (sifted)
        return sifted.runs("utf32").map(({ start, end }) => utf32_narrow(bytes, start, end));
    const found = [];
    // Text has no zeros: most windows are done with here.
    const first = bytes.indexOf(0);
    if (first < 0)
        return found;
    for (let look = Math.max(0, first - WIDTH); look + 2 * WIDTH <= bytes.length; look += utf32_STEP) {
        const at = findCharacter(bytes, look);
        if (at < 0)
            continue;
        let start = at;
        let end = at + WIDTH;
        while (isCharacter(bytes, start - WIDTH))
            start -= WIDTH;
        while (isCharacter(bytes, end))
            end += WIDTH;
        if (isLast(bytes, start, end))
            end += WIDTH;
        if ((end - start) / WIDTH >= utf32_SHORTEST)
            found.push(utf32_narrow(bytes, start, end));
        look = Math.max(look, end - utf32_STEP);
    }
    return found;
}
/** The first of four places at which two characters stand side by side. */
function findCharacter(bytes, look) {
    for (let at = look; at < look + WIDTH; at++)
        if (isCharacter(bytes, at) && isCharacter(bytes, at + WIDTH))
            return at;
    return -1;
}
function isCharacter(bytes, at) {
    return at >= 0 && utf32_isText(bytes[at] ?? 0) && bytes[at + 1] === 0 && bytes[at + 2] === 0 && bytes[at + 3] === 0;
}
/** With the high byte first a character's zeros stand before it, so that anything may follow the last one. */
function isLast(bytes, start, end) {
    const isHighFirst = start >= 3 && bytes[start - 1] === 0 && bytes[start - 2] === 0 && bytes[start - 3] === 0;
    return isHighFirst && utf32_isText(bytes[end] ?? 0);
}
function utf32_narrow(bytes, start, end) {
    const out = new Uint8Array((end - start) / WIDTH);
    for (let at = 0; at < out.length; at++)
        out[at] = bytes[start + at * WIDTH];
    return { start, end: Math.min(end, bytes.length), bytes: out, at: (offset) => start + offset * WIDTH };
}
function utf32_isText(byte) {
    return (byte >= 0x20 && byte <= 0x7e) || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

;// CONCATENATED MODULE: ./src/detector/decode/index.js










/** For bytes as they were read. */
const textDecoders = [utf16, utf32, base64, hex, percent, escape_escape, entity];
/** For bytes that came out of an encoding, where a compressed stream may stand. */
const innerDecoders = [...textDecoders, gzip, zlib, zstd];

;// CONCATENATED MODULE: ./src/detector/resolve.js

/** Matches of one view that overlap name the same value: the narrower rule stays, then the one that begins first. */
function resolve(matches, late) {
    if (matches.length === 0 && !late)
        return [];
    const groups = new Map(late ? [[late.rank, []]] : []);
    addAll(groups, matches);
    const kept = new Disjoint();
    const taken = [];
    for (let left = [...groups.keys()]; left.length > 0; left = [...groups.keys()]) {
        const next = Math.min(...left);
        if (next === late?.rank)
            addAll(groups, late.find(kept.spans));
        taken.push(kept.take(inOrder(groups.get(next) ?? [], byStart)));
        groups.delete(next);
    }
    return taken.length === 1 ? taken[0] ?? [] : taken.flat();
}
function addAll(groups, matches) {
    for (const [rank, group] of groupByRank(matches))
        groups.set(rank, groups.get(rank)?.concat(group) ?? group);
}
/** Most windows have matches of one rank, and no need for a copy of them. */
function groupByRank(matches) {
    const first = matches[0] ? rank(matches[0]) : 0;
    for (const match of matches)
        if (rank(match) !== first)
            return Map.groupBy(matches, rank);
    return new Map([[first, matches]]);
}
/** What one rule accepts may be open by another. */
const ACCEPTED = 10;
function rank(match) {
    return (match.rank ?? 0) + (match.accepted ? ACCEPTED : 0);
}

;// CONCATENATED MODULE: ./src/detector/view.js
// Looks into bytes and into everything that they encode, to a bounded depth and with bounded work.




/** Encodings within encodings that are undone. */
const MAX_DEPTH = 5;
/** Decoded bytes for each byte that was read, and how many there may be in any case, before the rest counts as not examined. */
const WORK_FACTOR = 8;
const LEAST_WORK = 1 << 23;
/** How much of decoded bytes tells whether they are text. */
const TEXT_SAMPLE = 256;
/** All values in `bytes`, each named once: the narrower rule and the shallower decoding win. */
function lookInto(bytes, look, sifted = look.sieve.sift(bytes)) {
    const walk = { look, budget: Math.max(LEAST_WORK, bytes.length * WORK_FACTOR), skipped: [] };
    const sightings = lookAt({ bytes, sifted, decoded: [], at: undefined }, walk);
    return { sightings: inOrder(sightings, (a, b) => a.start - b.start), skipped: walk.skipped };
}
function lookAt(view, walk) {
    const { matches, late, unexamined } = walk.look.see(view.bytes, view.sifted);
    if (unexamined > 0)
        walk.skipped.push({ bytes: unexamined, reason: "work-limit" });
    const own = resolve(matches, late).map((match) => toSighting(view, match));
    let known;
    for (const { name, decode } of decodersOf(view, walk)) {
        const runs = tryDecode(() => decode(view.bytes, view.sifted), view, walk);
        if (runs.length === 0)
            continue;
        const decoded = [...view.decoded, name];
        eachSifted(runs, walk.look, (run, sifted) => {
            if (!isPaidFor(run, view, walk) || !sifted)
                return;
            const found = lookAt({ bytes: run.bytes, sifted, decoded, at: placeOf(view, run) }, walk);
            if (found.length > 0)
                (known ??= new Known(own)).merge(found);
        });
    }
    return known?.values() ?? own;
}
function decodersOf({ decoded, bytes }, { look: { decoders } }) {
    const known = decoded.length === 0 ? textDecoders : innerDecoders;
    if (decoders.length === 0 || (decoded.length > 0 && !view_isText(bytes)))
        return known;
    return [...known, ...decoders.filter(({ name }) => !decoded.includes(name))];
}
/** Takes the run's bytes from the budget, or tells that they are not looked at. */
function isPaidFor({ bytes }, { decoded }, walk) {
    const reason = decoded.length >= MAX_DEPTH ? "depth-limit" : walk.budget < bytes.length ? "work-limit" : undefined;
    if (reason)
        walk.skipped.push({ bytes: bytes.length, reason });
    else
        walk.budget -= bytes.length;
    return reason === undefined;
}
function placeOf(view, run) {
    const at = run.at ?? (() => run.start);
    const outer = view.at;
    return outer ? (offset) => outer(at(offset)) : at;
}
/** Bytes that are sifted in one go, which costs less than one run after the other. */
const SIFTED_TOGETHER = 1 << 18;
/** Calls `visit` for each run with what the sieve found in it, or undefined for one that can hold nothing. */
function eachSifted(runs, { sieve, always }, visit) {
    for (let from = 0; from < runs.length;) {
        let to = from;
        for (let size = 0; to < runs.length && size < SIFTED_TOGETHER; to++)
            size += runs[to]?.bytes.length ?? 0;
        const batch = runs.slice(from, to);
        const shares = sieve.siftAll(batch.map(({ bytes }) => bytes));
        let next = 0;
        batch.forEach((run, index) => {
            const sifted = shares[next]?.[0] === index ? shares[next++]?.[1] : undefined;
            visit(run, sifted ?? (always || isCompressed(run.bytes) ? new Sifted() : undefined));
        });
        from = to;
    }
}
/** Bytes that came out of a decoder by chance are mostly no text, and no disguise of text is looked for in them. */
function view_isText(bytes) {
    let visible = 0;
    const length = Math.min(bytes.length, TEXT_SAMPLE);
    for (const byte of bytes.subarray(0, length))
        if ((byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
            visible++;
    return visible >= length * 0.8;
}
function tryDecode(decode, view, walk) {
    try {
        return decode();
    }
    catch (error) {
        if (!(error instanceof StreamTooLarge))
            throw error;
        walk.skipped.push({ bytes: view.bytes.length, reason: "ratio-limit" });
        return [];
    }
}
/** In a text that was decoded backwards the match's end comes first. What stood before the match is its context too: where it is cut, nothing tells what it was. */
function toSighting({ at, decoded }, match) {
    const from = match.from ?? match.start;
    if (!at)
        return { match, decoded, start: match.start, end: Math.max(match.start + 1, match.end), from };
    const first = at(match.start);
    const last = at(Math.max(match.start, match.end - 1));
    const start = Math.min(first, last);
    return { match, decoded, start, end: Math.max(first, last) + 1, from: Math.min(at(Math.max(0, from - 1)), start) };
}
/** What is known of a view while its decoded runs are looked at one after the other. */
class Known {
    #values;
    #spans = new Spans();
    constructor(sightings) {
        this.#values = new Set(sightings);
        for (const sighting of sightings)
            this.#spans.add(sighting);
    }
    /** What a decoded run holds against what is known already: it replaces values of broader rules and yields to all others. */
    merge(inner) {
        for (const { one, isRepeated } of eachSpan(inner)) {
            if (isRepeated)
                continue;
            for (const gone of this.#spans.remove(one, (other) => rank(one.match) < rank(other.match)))
                this.#values.delete(gone);
        }
        let hasRoom = true;
        const fresh = [...eachSpan(inner)].filter(({ one, isRepeated }) => (isRepeated ? hasRoom : (hasRoom = !this.#spans.some(one, () => true))));
        for (const { one } of fresh) {
            this.#values.add(one);
            this.#spans.add(one);
        }
    }
    values() {
        return [...this.#values];
    }
}
/** Values whose place in the bytes that were read is not known have all the same one: what holds for the one before holds for them. */
function* eachSpan(sightings) {
    let before;
    for (const one of sightings) {
        yield { one, isRepeated: before !== undefined && before.start === one.start && before.end === one.end && rank(before.match) <= rank(one.match) };
        before = one;
    }
}

;// CONCATENATED MODULE: ./src/detector/inspector.js
// The content detectors as one: fragments in, located findings out, and no text leaves without having been looked at.









/** Changes with the detectors' code, as the rules' digest changes with the rules. */
const DETECTORS = "3";
/** Throws InputError for rules that cannot be used. */
function createInspector(options = {}) {
    const { decoders = [], known } = options;
    const detectors = [...(known ? [createKnownDetector(known)] : []), ...(options.detectors ?? [])];
    const own = toOwnRules(options.rules);
    const credential = createCredentialDetector(rules_generated/* credentialRules */.Z, own, options.shared);
    const cardholder = createCardholderDetector();
    const extra = detectors.flatMap((detector) => detector.rules);
    const rules = [...credential.rules, ...cardholderRules, ...extra];
    const sha256 = (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([DETECTORS, credential.rules, own, cardholderRules, extra, decoders.map(({ name }) => name), ...(known ? [known.id] : [])])).digest("hex");
    const { sieve } = credential;
    const looksAlways = credential.always || detectors.length > 0 || decoders.length > 0;
    const lookWith = (setting) => ({
        sieve, decoders, always: looksAlways,
        see: (bytes, sifted) => {
            const { matches, late, unexamined } = credential.propose(bytes, setting, sifted);
            return { matches: matches.concat(cardholder.find(bytes, sifted), ...detectors.map((detector) => detector.find(bytes, sifted))), ...(late && { late }), unexamined };
        },
    });
    const examine = (fragment, sifted = sieve.sift(fragment.bytes)) => {
        if (sifted.isEmpty && !looksAlways)
            return inspector_NOTHING;
        const { sightings, skipped } = lookInto(fragment.bytes, lookWith(toSetting(fragment.place)), sifted);
        const gaps = skipped.map(({ bytes, reason }) => ({ reason, location: { ...fragment.place, line: fragment.line, offset: fragment.start }, detail: details[reason], bytes }));
        return { ...(0,telling/* tell */.qz)(sightings, fragment, options.tellAll ?? false), gaps };
    };
    const scrub = (text) => {
        if (text.length < 8)
            return text;
        const bytes = external_node_buffer_.Buffer.from(text, "utf8");
        const { sightings } = lookInto(bytes, lookWith({ trusted: true }));
        const toIndex = (offset) => (bytes.length === text.length ? offset : bytes.subarray(0, offset).toString("utf8").length);
        return redactSpans(text, sightings.map(({ start, end, match }) => ({ start: toIndex(start), end: toIndex(end), preview: match.preview })));
    };
    const together = createTogether(sieve, examine, looksAlways);
    return { tool: { count: rules.length, sha256 }, rules, inspect: (fragment) => examine(fragment).findings, examine: (fragment) => examine(fragment), ...together, scrub };
}
const inspector_NOTHING = { findings: [], gaps: [], seen: [] };
/** Many fragments at a time: `looksAlways` where also those are to be looked at in which the sieve found nothing. */
function createTogether(sieve, examine, looksAlways) {
    const { trays } = sieve;
    const examineShares = (shares, count, fragmentAt) => {
        const looked = looksAlways ? withEmpty(shares, count) : shares;
        return looked.map(([index, sifted]) => [index, examine(fragmentAt(index), sifted)]).filter(([, inspected]) => !isSilent(inspected));
    };
    const examineTray = (at, lengths, fragmentAt) => examineShares(sieve.siftTray(at, lengths), lengths.length, fragmentAt);
    const examineAll = (fragments) => {
        const texts = fragments.map(({ bytes }) => bytes);
        const tray = trays.close(texts);
        const shares = tray ? sieve.siftTray(tray.at, texts.map(({ length }) => length)) : sieve.siftAll(texts);
        const said = examineShares(shares, fragments.length, (index) => fragments[index]);
        if (tray)
            trays.release(tray);
        return spread(said, fragments.length);
    };
    return { trays, examineTray, examineAll };
}
function isSilent({ findings, gaps, seen }) {
    return findings.length === 0 && gaps.length === 0 && (seen?.length ?? 0) === 0;
}
/** What was said, at each fragment's own place. */
function spread(said, count) {
    const inspected = Array.from({ length: count }, () => inspector_NOTHING);
    for (const [index, one] of said)
        inspected[index] = one;
    return inspected;
}
function withEmpty(shares, count) {
    const known = new Map(shares);
    return Array.from({ length: count }, (_, index) => [index, known.get(index) ?? new Sifted()]);
}
function toOwnRules(rules) {
    return rules === undefined ? undefined : (0,read_own_rules/* readOwnRules */.E)(typeof rules === "string" ? [{ name: "the rules file", text: rules }] : rules);
}
const details = {
    "work-limit": "matching used up its budget in this window",
    "depth-limit": "encodings are nested deeper than the limit",
    "ratio-limit": "an encoded stream expands beyond the limit",
};
/** Metadata of an image are settings; a file may be anything. */
function toSetting(place) {
    if (place.kind === "log")
        return { path: place.file };
    const trusted = place.part !== "file" && place.part !== "attestation";
    return { trusted, isName: place.part === "file-name", ...(place.path !== undefined && { path: place.path }) };
}


/***/ }),

/***/ 86:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ knownValue),
/* harmony export */   q: () => (/* binding */ knownValuePart)
/* harmony export */ });
/** 8.3.2: authentication factors unreadable in transit and storage; 8.6.2: none in scripts and configuration; 3.6.1: keys protected against disclosure. */
const controls = ["8.3.2", "8.6.2", "3.6.1"];
const knownValue = {
    id: "known-value",
    title: "A known credential stands in clear",
    severity: "critical",
    controls,
    remediation: "Rotate this credential now, then remove the copy. It is one of those that were fingerprinted, so this is no guess.",
};
const knownValuePart = {
    id: "known-value-part",
    title: "A part of a known credential stands in clear",
    severity: "high",
    controls,
    remediation: "Rotate this credential: the part that is shown takes most of the guessing away. Find out what cut or encoded the value, and remove the copy.",
};


/***/ }),

/***/ 596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YZ: () => (/* binding */ readKey),
/* harmony export */   sz: () => (/* binding */ openKnown),
/* harmony export */   vX: () => (/* binding */ macOf)
/* harmony export */ });
/* unused harmony exports deriveKeys, seal */
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(857);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(683);
// The file of fingerprints: sealed, so that without the key it says how many values there are and nothing about any of them.





const SCHEMA = "pci-pipeline/known/v2";
/** Bytes of a key, and of the salt that makes each file's fingerprints comparable with no other's. */
const LEAST_KEY_BYTES = 32;
const TAG_BYTES = 16;
const MAX_CONTENT_BYTES = 512 << 20;
const fileSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ schema: zod__WEBPACK_IMPORTED_MODULE_3__/* .literal */ .euz(SCHEMA), salt: zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39(), values: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), sealed: zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39() });
const itemSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), length: zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().positive(), mac: zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39() });
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .tuple */ .PVZ([
    zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().describe("item"), zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().describe("offset of the block in the item"), zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP().describe("what was undone"),
    zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().describe("tag"), zod__WEBPACK_IMPORTED_MODULE_3__/* .int */ .Whr().describe("tag backwards"), zod__WEBPACK_IMPORTED_MODULE_3__/* .base64 */ .K39().describe("HMAC"),
]);
const contentSchema = zod__WEBPACK_IMPORTED_MODULE_3__/* .strictObject */ .rej({ items: zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(itemSchema), entries: zod__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_3__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YOg(entrySchema)) });
/** Reads the text of a key file: at least 32 bytes, blanks around them left out. Throws InputError for less. */
function readKey(content) {
    const key = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(content).toString("latin1").trim(), "latin1");
    if (key.length < LEAST_KEY_BYTES || new Set(key).size < 8) {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`the key file holds no key of at least ${LEAST_KEY_BYTES} random bytes; make one with: openssl rand -hex 32`);
    }
    return key;
}
/** Keys of one file: HKDF-SHA-256 (RFC 5869) of the user's key and the file's salt. */
function deriveKeys(key, salt) {
    const derive = (use) => new Uint8Array((0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.hkdfSync)("sha256", key, salt, `${SCHEMA} ${use}`, 32));
    return { rollKey: derive("roll"), macKey: derive("mac"), sealKey: derive("seal"), canary: node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(derive("canary")).toString("base64url") };
}
/** HMAC-SHA-256 (RFC 2104), its first 128 bits. */
function macOf(key, text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHmac)("sha256", key).update(text, "latin1").digest().subarray(0, 16);
}
/** AES-256-GCM; each salt gives another key, so that the nonce may be constant. */
function seal(content, { keys, salt, values }) {
    const cipher = createCipheriv("aes-256-gcm", keys.sealKey, Buffer.alloc(12));
    const sealed = Buffer.concat([cipher.update(gzipSync(JSON.stringify(content))), cipher.final(), cipher.getAuthTag()]);
    const file = { schema: SCHEMA, salt: Buffer.from(salt).toString("base64"), values, sealed: sealed.toString("base64") };
    return JSON.stringify(file, undefined, 2);
}
/** Opens the text of a file of fingerprints. Throws InputError for what is none, for another key, and for a changed file. */
function openKnown(text, key) {
    const file = fileSchema.safeParse(parse(text));
    if (!file.success)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz("the known file is no file of fingerprints; make it with pci-pipeline credential-fingerprint");
    const { sealKey, ...keys } = deriveKeys(key, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(file.data.salt, "base64"));
    const sealed = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(file.data.sealed, "base64");
    const content = contentSchema.safeParse(parse(unseal(sealed, sealKey)));
    if (!content.success)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz("the known file is of another version; make it anew with this version's pci-pipeline credential-fingerprint");
    return { ...content.data, ...keys, id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createHash)("sha256").update(sealed).digest("hex") };
}
function unseal(sealed, key) {
    const end = sealed.length - TAG_BYTES;
    try {
        const decipher = (0,node_crypto__WEBPACK_IMPORTED_MODULE_1__.createDecipheriv)("aes-256-gcm", key, node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.alloc(12), { authTagLength: TAG_BYTES });
        decipher.setAuthTag(sealed.subarray(end));
        const content = node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.gunzipSync)(content, { maxOutputLength: MAX_CONTENT_BYTES }).toString("utf8");
    }
    catch (error) {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz("the known file was made with another key, or has been changed since; give the key file that it was made with", { cause: error });
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GV: () => (/* binding */ BEFORE),
/* harmony export */   VY: () => (/* binding */ BEHIND),
/* harmony export */   e3: () => (/* binding */ Trays),
/* harmony export */   j2: () => (/* binding */ BETWEEN),
/* harmony export */   sj: () => (/* binding */ separate)
/* harmony export */ });
/* harmony import */ var node_buffer__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(573);
// Trays: stretches of the sieve's memory in which texts lie side by side, so that many small ones are sifted as one, where they lie.

/** Zero bytes before the texts, and behind them. */
const BEFORE = 64;
const BEHIND = 192;
/** Bytes between texts: as many as keep digits of one out of the regions of another. */
const BETWEEN = 4;
/** Part of no name, number or encoding. */
const SEPARATOR = 0xff;
/** Room for a window of the largest kind, and some more. */
const TRAY_BYTES = 17 << 16;
const ROOM = TRAY_BYTES - BEFORE - BEHIND;
const MOST_TEXTS = 1 << 10;
/** What comes while so many are in use is kept elsewhere: a crowd of windows costs a copy each, and no more memory for good. */
const MOST_TRAYS = 48;
/** Ends a text at `at`; gives where the next one begins. */
function separate(memory, at) {
    for (let n = 0; n < BETWEEN; n++)
        memory[at + n] = SEPARATOR;
    return at + BETWEEN;
}
class Trays {
    #memory;
    #all = [];
    #free = [];
    #open;
    #last;
    constructor(memory) {
        this.#memory = memory;
    }
    get shared() {
        return this.#memory.shared;
    }
    /** A copy, in a tray where there is room; it stays until it was sifted. */
    hold(bytes) {
        const tray = this.#room(bytes.length);
        if (!tray)
            return node_buffer__WEBPACK_IMPORTED_MODULE_0__.Buffer.from(bytes);
        const memory = this.#memory.upTo(tray.at + ROOM);
        const end = tray.at + tray.size;
        const at = tray.count++ > 0 ? separate(memory, end) : end;
        memory.set(bytes, at);
        tray.size = at + bytes.length - tray.at;
        return new Uint8Array(memory.buffer, at, bytes.length);
    }
    /** The tray in which the text is held. */
    of(text) {
        if (!(text.buffer instanceof SharedArrayBuffer))
            return undefined;
        const holds = ({ at }) => text.byteOffset >= at && text.byteOffset <= at + ROOM;
        if (!this.#last || !holds(this.#last))
            this.#last = this.#all.find(holds);
        return this.#last;
    }
    /** The tray that holds these texts, all of them and no others; nothing is put into it any more. */
    close(texts) {
        const [first, last] = [texts[0], texts.at(-1)];
        const tray = first && this.of(first);
        if (!tray || !last || texts.length !== tray.count || first.byteOffset !== tray.at || last.byteOffset + last.length !== tray.at + tray.size)
            return undefined;
        if (tray === this.#open)
            this.#open = undefined;
        this.#memory.upTo(tray.at + ROOM).fill(0, tray.at + tray.size, tray.at + tray.size + BEHIND);
        return tray;
    }
    /** What the tray held is needed no more. */
    release(tray) {
        [tray.size, tray.count] = [0, 0];
        this.#free.push(tray);
    }
    #room(size) {
        if (size === 0 || size > ROOM)
            return undefined;
        if (this.#open && this.#open.count < MOST_TEXTS && this.#open.size + BETWEEN + size <= ROOM)
            return this.#open;
        this.#open = this.#free.pop() ?? (this.#all.length < MOST_TRAYS ? this.#make() : undefined);
        return this.#open;
    }
    #make() {
        const tray = { at: this.#memory.reserve(TRAY_BYTES) + BEFORE, size: 0, count: 0 };
        this.#all.push(tray);
        return tray;
    }
}


/***/ }),

/***/ 56:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ MAX_TOLD),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   qz: () => (/* binding */ tell)
/* harmony export */ });
/** Findings of one kind in one place that are told. */
const MAX_TOLD = 100;
/** More than what windows share. */
const SHARED_BYTES = 1 << 15;
/** Findings that may stand for each other in a place: of one rule, and equally grave, so that a hundred examples never hide a value that opens something. */
function kindOf({ ruleId, severity, accepted }) {
    return `${ruleId} ${severity}${accepted ? " accepted" : ""}`;
}
/** `sightings` come in the order of their starts. */
function tell(sightings, fragment, tellsAll) {
    const lines = new LineCounter(fragment);
    const findings = [];
    const seen = [];
    const later = [];
    // What the fragment before has seen as well may have been told: whoever knows both decides.
    const shared = new Tally(tellsAll ? Infinity : MAX_TOLD * 2);
    const reach = tellsAll ? fragment.bytes.length : fragment.start > 0 ? SHARED_BYTES : 0;
    const tally = new Tally(MAX_TOLD);
    for (const sighting of sightings) {
        const { start, end, from } = sighting;
        const isOwn = from < fragment.owned;
        const settled = isOwn ? (start < reach ? shared : tally).settle(sighting) : undefined;
        if (typeof settled === "object") {
            findings.push(toFinding(sighting, settled, { fragment, line: lines.at(start) }));
            seen.push(toSeen(sighting, fragment));
        }
        else if (settled !== undefined && start < reach)
            later.push({ ...toSeen(sighting, fragment), kind: settled });
        else if (!isOwn || end > fragment.owned)
            later.push(toSeen(sighting, fragment));
    }
    const counted = tally.counted();
    return { findings, seen: later.length === 0 ? seen : seen.concat(later), ...(counted.length > 0 && { counted }) };
}
function toSeen({ start, end, from }, fragment) {
    return { start: fragment.start + start, end: fragment.start + end, told: from < fragment.owned };
}
class Tally {
    #most;
    #counts = new Map();
    #byRule = new Map();
    /** The rule that was asked for last, which is mostly asked for again. */
    #rule;
    #count;
    /** `most` of a kind are told. */
    constructor(most) {
        this.#most = most;
    }
    /** The rule as which the value is told; its kind where it is only counted. */
    settle({ match }) {
        const count = this.#of(match.rule, match.accepted);
        // With enough told of the worst kind that it can be, it makes no difference which kind it is.
        if (count.told >= this.#most)
            return more(count);
        const rule = match.settle?.() ?? match.rule;
        const settled = rule === match.rule ? count : this.#of(rule, match.accepted);
        if (settled.told >= this.#most)
            return more(settled);
        settled.told++;
        return rule;
    }
    counted() {
        return [...this.#counts.values()].filter(({ more }) => more > 0).map(({ kind, more }) => ({ kind, count: more }));
    }
    #of(rule, accepted) {
        if (accepted)
            return this.#find(rule, accepted);
        if (rule === this.#rule && this.#count)
            return this.#count;
        const count = this.#byRule.get(rule) ?? this.#find(rule, accepted);
        this.#byRule.set(rule, count);
        this.#rule = rule;
        this.#count = count;
        return count;
    }
    #find(rule, accepted) {
        const kind = kindOf({ ruleId: rule.id, severity: rule.severity, ...(accepted && { accepted }) });
        const count = this.#counts.get(kind) ?? { kind, told: 0, more: 0 };
        this.#counts.set(kind, count);
        return count;
    }
}
function more(count) {
    count.more++;
    return count.kind;
}
function toFinding({ match, decoded, start }, rule, { fragment, line }) {
    const location = { ...fragment.place, line, offset: fragment.start + start };
    return {
        ruleId: rule.id, title: rule.title, severity: rule.severity, controls: [...rule.controls], remediation: rule.remediation,
        preview: match.preview, decoded: [...decoded], location, ...(match.confirmedBy && rule.title === match.rule.title && { confirmedBy: match.confirmedBy }),
        ...(match.accepted && { accepted: match.accepted }), ...(rule.aliases && { aliases: rule.aliases }),
    };
}
/** Line numbers of offsets that come in ascending order. */
class LineCounter {
    #fragment;
    #offset = 0;
    #line;
    constructor(fragment) {
        this.#fragment = fragment;
        this.#line = fragment.line;
    }
    at(offset) {
        const { bytes } = this.#fragment;
        for (let next = bytes.indexOf(0x0a, this.#offset); next >= 0 && next < offset; next = bytes.indexOf(0x0a, next + 1))
            this.#line++;
        this.#offset = Math.max(this.#offset, offset);
        return this.#line;
    }
}


/***/ }),

/***/ 956:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ waiverSchema),
/* harmony export */   JW: () => (/* binding */ waiversSchema),
/* harmony export */   O5: () => (/* binding */ NO_LAST_DAY),
/* harmony export */   v9: () => (/* binding */ holds)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(377);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(105);
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

/***/ 401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $f: () => (/* binding */ findingSchema),
/* harmony export */   O6: () => (/* binding */ reaches),
/* harmony export */   gO: () => (/* binding */ severities)
/* harmony export */ });
/* unused harmony exports severitySchema, dispositions */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
/* harmony import */ var _location_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(105);
/* harmony import */ var _acceptance_waiver_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(956);



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

/***/ 683:
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

/***/ 105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ck: () => (/* binding */ imageParts),
/* harmony export */   Hd: () => (/* binding */ locationSchema)
/* harmony export */ });
/* unused harmony export layerSchema */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(857);
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
