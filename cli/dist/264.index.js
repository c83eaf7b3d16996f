export const id = 264;
export const ids = [264];
export const modules = {

/***/ 97264:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/canary/prove.js
var prove = __webpack_require__(30725);
// EXTERNAL MODULE: ./src/detector/rule-samples.js
var rule_samples = __webpack_require__(63489);
// EXTERNAL MODULE: ./src/detector/sampler.js
var sampler = __webpack_require__(2513);
// EXTERNAL MODULE: ./src/layout/entry.js
var entry = __webpack_require__(41861);
// EXTERNAL MODULE: ./src/layout/image.js
var layout_image = __webpack_require__(74620);
// EXTERNAL MODULE: ./src/layout/layer.js
var layout_layer = __webpack_require__(10140);
;// CONCATENATED MODULE: ./src/layout/memory-image.js
// A whole image in memory: what self-tests and tests plant their canaries in.



/** An OCI image layout: `oci-layout`, `index.json` and `blobs/sha256/<hex>`, by name. */
async function memoryImage(image) {
    const files = new Map();
    const layers = [];
    for (const layer of image.layers)
        layers.push(await addLayer(layer, files));
    const documents = (0,layout_image/* composeImage */.I)({
        platform: image.platform ?? { os: "linux", architecture: "amd64" },
        created: new Date(0),
        config: image.config ?? {},
        layers,
        ...(image.steps && { steps: image.steps }),
        ...(image.annotations && { annotations: image.annotations }),
    });
    for (const [digest, bytes] of documents.blobs)
        files.set((0,layout_image/* blobPath */.n)(digest), bytes);
    return files.set("index.json", documents.index).set("oci-layout", documents.layout);
}
async function addLayer(layer, files) {
    const chunks = [];
    const written = await (0,layout_layer/* writeLayer */.B)({ createdBy: layer.createdBy ?? "", entries: "files" in layer ? (0,entry/* toEntries */.W)(layer.files) : layer.entries }, {
        ...(layer.compression && { compression: layer.compression }),
        sink: async (bytes) => {
            for await (const chunk of bytes)
                chunks.push(chunk);
        },
    });
    files.set((0,layout_image/* blobPath */.n)(written.digest), Buffer.concat(chunks));
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

// EXTERNAL MODULE: ./src/canary/disguise.js + 4 modules
var canary_disguise = __webpack_require__(73210);
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
    const samples = [0, 1, 2].flatMap((turn) => (0,rule_samples/* ruleSamples */.U)(`${seed}:${turn}`, { binary: true }));
    const probes = (label) => (0,sampler/* createSampler */.t)(`${seed}:${label}`).expand(PROBE_TEMPLATE);
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
    for (const [name, disguise] of Object.entries(canary_disguise/* disguises */.F)) {
        const path = `canary/disguise/${name}`;
        files[path] = disguise(`token ${probe(name)} ends\n`);
        plants.push({ name: `decoder ${name}`, ruleId: PROBE_RULE, part: "file", path });
    }
    for (const [name, wrap] of Object.entries(canary_disguise/* wrappings */.y)) {
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
var crew = __webpack_require__(2274);
// EXTERNAL MODULE: ./src/detector/credential/own/read-own-rules.js + 2 modules
var read_own_rules = __webpack_require__(90634);
// EXTERNAL MODULE: ./src/detector/inspector.js + 55 modules
var detector_inspector = __webpack_require__(28108);
// EXTERNAL MODULE: ./src/detector/inspect-all.js + 1 modules
var inspect_all = __webpack_require__(96463);
// EXTERNAL MODULE: ./src/detector/scrub-texts.js
var scrub_texts = __webpack_require__(76183);
// EXTERNAL MODULE: ./src/detector/known/known-inputs.js
var known_inputs = __webpack_require__(13106);
// EXTERNAL MODULE: ./src/detector/known/leaked-names.js
var leaked_names = __webpack_require__(56346);
// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
// EXTERNAL MODULE: ./src/finding/report.js + 2 modules
var finding_report = __webpack_require__(79859);
// EXTERNAL MODULE: ./src/reader/image/limits.js
var image_limits = __webpack_require__(68972);
// EXTERNAL MODULE: ./src/reader/image/read-image.js + 65 modules
var read_image = __webpack_require__(30383);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/door/tool.js
var tool = __webpack_require__(62330);
// EXTERNAL MODULE: ./src/runtime/door/terms.js
var terms = __webpack_require__(99453);
// EXTERNAL MODULE: ./src/source/reference.js + 7 modules
var reference = __webpack_require__(88488);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
// EXTERNAL MODULE: ./src/finding/gap.js
var gap = __webpack_require__(81572);
;// CONCATENATED MODULE: ./src/layer-cache/entry.js
// The form of an entry on disk: one line of JSON under a seal. Whatever does not open exactly is no entry.



const FORM = "pci-pipeline/layer/v1";
const digest = schemas/* string */.YjP().regex(/^sha(256|512):[0-9a-f]+$/);
const recordSchema = schemas/* strictObject */.rej({
    form: schemas/* literal */.euz(FORM),
    key: schemas/* string */.YjP(),
    seen: coverage/* coverageSchema */.aU.shape.seen,
    examined: coverage/* coverageSchema */.aU.shape.examined,
    findings: schemas/* array */.YOg(finding/* findingSchema */.$f.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
    gaps: schemas/* array */.YOg(gap/* gapSchema */.s.omit({ disposition: true, waiver: true, fingerprint: true }).loose()),
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

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./src/reader/image/overlay.js
var overlay = __webpack_require__(58402);
;// CONCATENATED MODULE: ./src/layer-cache/names.js
// The names of a layer as a file: in order, so that a few of them are found without reading all. An image of a hundred thousand files that is
// only recalled is asked for those with findings.


const NEWLINE = 0x0a;
/** A line with the bytes that each kind takes, then each kind's names, a line each, in the order of JavaScript's strings. Undefined for a name with a line break. */
function writeNames(names) {
    if (overlay/* nameKinds */.bd.some((kind) => names[kind].some((name) => name.includes("\n"))))
        return undefined;
    const sections = overlay/* nameKinds */.bd.map((kind) => external_node_buffer_.Buffer.from(names[kind].toSorted().map((name) => `${name}\n`).join("")));
    return external_node_buffer_.Buffer.concat([external_node_buffer_.Buffer.from(`${sections.map(({ length }) => length).join(" ")}\n`), ...sections]);
}
/** Of bytes that `writeNames` has made. */
function openNames(bytes) {
    const sections = findSections(bytes);
    const nameAt = (at) => bytes.toString("utf8", at, bytes.indexOf(NEWLINE, at));
    /** The first name that does not stand before `text`. */
    const find = (text, { start, end }) => {
        let [low, high] = [start, end];
        while (low < high) {
            const middle = (low + high) >>> 1;
            const line = bytes.lastIndexOf(NEWLINE, middle - 1) + 1;
            if (nameAt(line) < text)
                low = bytes.indexOf(NEWLINE, middle) + 1;
            else
                high = line;
        }
        return low < end ? nameAt(low) : undefined;
    };
    const has = (kind, path) => find(path, sections[kind]) === path || (kind === "folders" && find(`${path}/`, sections.files)?.startsWith(`${path}/`) === true);
    const unpack = () => {
        const names = new overlay/* LayerNames */.Gj();
        for (const kind of overlay/* nameKinds */.bd) {
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
    const head = bytes.indexOf(NEWLINE);
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
        return bytes && digest === digestOf(bytes) ? openNames(bytes) : undefined;
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
        const layer = { seen, examined, ...own, blobs: [...new Set([blob, diffId])], stamps: stamp === undefined ? [] : [stamp], names: digestOf(bytes) };
        await replace(pathOf(diffId), sealEntry(keyOf(diffId), layer, secret));
    }
    const learn = (lesson) => void lessons.set(lesson.diffId, lessons.has(lesson.diffId) ? "twice" : lesson);
    return { recall, namesOf, learn, vouch: (diffId, stamp) => void vouched.set(diffId, stamp), keep: async (outcome) => void await attempt(() => keep(outcome)) };
}
/** A path that redaction has changed can't be found again among the layer's names: such a layer is read each time. */
function isTellable(names, drafts) {
    return drafts.every(({ location }) => location.kind === "image" && (location.path === undefined || names.has("files", location.path) || names.has("folders", location.path)));
}
function digestOf(bytes) {
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./src/layer-cache/program.js
// Which program made an entry: a version number stays the same while the code changes.




/** Digest of all files of the bundle that runs, or of all sources where it runs from them. */
function programDigest() {
    const self = (0,external_node_url_.fileURLToPath)(import.meta.url);
    const files = self.endsWith(".ts") ? listFiles((0,external_node_path_.join)((0,external_node_path_.dirname)(self), ".."), ".ts") : listFiles((0,external_node_path_.dirname)(self), ".js");
    const hash = (0,external_node_crypto_.createHash)("sha256");
    for (const file of files)
        hash.update((0,external_node_fs_.readFileSync)(file)).update("\0");
    return hash.digest("hex");
}
function listFiles(folder, extension) {
    return (0,external_node_fs_.readdirSync)(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(extension) && !name.endsWith(".test.ts")).sort().map((name) => (0,external_node_path_.join)(folder, name));
}

// EXTERNAL MODULE: ./src/runtime/door/version.generated.js
var version_generated = __webpack_require__(82829);
;// CONCATENATED MODULE: ./actions/image-secret-audit/memory.js



const LEAST_KEY_BYTES = 16;
/** Undefined where nothing is to be remembered. Throws InputError for a key that cannot be used. */
async function openMemory(inputs, world, inspector) {
    const folder = inputs["no-cache"] ? undefined : findCacheFolder(inputs.cache, world.environment);
    if (folder === undefined)
        return undefined;
    const path = inputs["cache-key"];
    const secret = path === undefined ? undefined : await (0,input_file/* readInput */.R)(world.cwd, path, "cache key");
    if (secret && secret.length < LEAST_KEY_BYTES)
        throw new input_error/* InputError */.dz(`cache key ${path} has fewer than ${LEAST_KEY_BYTES} bytes; make one with openssl rand -out FILE 32`);
    return openLayerCache({ folder, secret, terms: [version_generated/* version */.r, programDigest(), inspector.tool.sha256, inputs.limits ?? ""] });
}

;// CONCATENATED MODULE: ./actions/image-secret-audit/main.js
// image-secret-audit: source → reader → detector → finding.









/** Throws InputError for an image that cannot be opened at all. */
async function main(inputs, world) {
    const startedAt = world.now();
    const read = (path, what) => (0,input_file/* readInput */.R)(world.cwd, path, what);
    const rules = inputs.rules === undefined ? undefined : await (0,read_own_rules/* collectRules */.s)(inputs.rules, async (path) => (await read(path, "rules file")).toString("utf8"));
    const known = await (0,known_inputs/* readKnown */.U)(inputs, read);
    const settings = { ...(rules !== undefined && { rules }), known };
    const inspector = (0,crew.openCrew)((0,detector_inspector/* createInspector */.Y)(settings), settings);
    world.signal.addEventListener("abort", () => void inspector.close());
    const limits = (0,image_limits/* parseLimits */.k)(inputs.limits);
    const memory = await openMemory(inputs, world, inspector);
    const { trays } = inspector;
    const audit = async (container, ledger, recall) => {
        const image = await (0,read_image/* readImage */.A)(container, { ledger, limits, hold: trays && ((bytes) => trays.hold(bytes)), memory: recall, ...(inputs.platform !== undefined && { platform: inputs.platform }) });
        return { ...(await (0,inspect_all/* inspectAll */._)(image.readings, inspector, ledger)), subject: image.subject, images: image.images };
    };
    const container = await (0,reference/* openContainer */.Q)(inputs.image, { cwd: world.cwd, environment: world.environment });
    try {
        world.progress(`auditing ${inspector.scrub(container.name)}`);
        const ledger = new coverage/* Ledger */.Oc();
        const { findings, gaps, subject, images } = await audit(container, ledger, memory);
        await memory?.keep({ findings, gaps });
        // Nothing is recalled of canaries: they are found anew, or the detectors have not proved themselves.
        const selfTest = await (0,prove/* proveDetection */.Y)(await imageCanary(inspector.tool.sha256), (canary) => audit(canary, new coverage/* Ledger */.Oc()));
        const facts = { images: (0,scrub_texts/* scrubTexts */.K)(images, inspector.scrub) };
        const report = (0,finding_report/* composeReport */.ZE)({ check: "image-secret-audit", subject, tool: (0,tool/* describeTool */.W)(inspector.tool), startedAt, ledger, findings, gaps, selfTest, facts }, await (0,terms/* readTerms */.K)(inputs, world));
        return { report, verdict: report.verdict, outputs: { digest: subject.digest?.sha256 ?? "", "leaked-names": JSON.stringify((0,leaked_names/* findLeakedNames */.q)(report.findings)) } };
    }
    finally {
        await inspector.close();
        await container.close();
    }
}


/***/ }),

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

/***/ 74620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ composeImage),
/* harmony export */   n: () => (/* binding */ blobPath)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
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
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex")}`;
}


/***/ }),

/***/ 10140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ writeLayer)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46466);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38522);
/* harmony import */ var _tar_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22114);
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
    const source = plain.pass((0,_tar_js__WEBPACK_IMPORTED_MODULE_3__/* .writeTar */ .F)(layer.entries));
    const end = (bytes) => options.sink(packed.pass(bytes));
    const settings = options.signal ? { signal: options.signal } : {};
    if (compression === "none")
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(source, end, settings);
    else
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_1__.pipeline)(source, compression === "gzip" ? toGzip() : toZstd(), end, settings);
    return {
        mediaType: MEDIA_TYPES[compression], digest: packed.digest(), diffId: plain.digest(),
        size: packed.bytes, uncompressedSize: plain.bytes, createdBy: layer.createdBy,
    };
}
function toGzip() {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createGzip)({ level: GZIP_LEVEL, chunkSize: COMPRESSED_CHUNK_BYTES });
}
function toZstd() {
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_2__.createZstdCompress)({ chunkSize: COMPRESSED_CHUNK_BYTES, params: { [node_zlib__WEBPACK_IMPORTED_MODULE_2__.constants.ZSTD_c_compressionLevel]: 3 } });
}
class Meter {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
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


/***/ })

};
