export const id = 365;
export const ids = [365];
export const modules = {

/***/ 7365:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  exportContract: () => (/* binding */ exportContract),
  exportEvidence: () => (/* binding */ exportEvidence),
  verifyArchive: () => (/* binding */ verifyArchive),
  verifyContract: () => (/* binding */ verifyContract)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./actions/compliance-verify/material.js + 1 modules
var material = __webpack_require__(3873);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./src/attestation/verification/reading.js
var reading = __webpack_require__(91831);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement = __webpack_require__(35460);
;// CONCATENATED MODULE: ./src/evidence-store/archive/manifest.js
// What an evidence archive holds, by digest: the first thing that a reader of it compares.



const MANIFEST = "manifest.json";
const sha256 = schemas/* string */.YjP().regex(/^[0-9a-f]{64}$/);
const size = schemas/* int */.Whr().nonnegative();
const manifestSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/evidence-archive/v1"),
    files: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), sha256, size })).describe("everything else in the archive, by path"),
    leftOut: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: schemas/* string */.YjP(), sha256, size, reason: schemas/* string */.YjP() })).describe("files of the folder that are not in the archive"),
    digest: sha256.describe("SHA-256 of this document's canonical form without this field: what is left out has no bytes here to compare with"),
});
/** The manifest's bytes: the same for the same files, whenever and wherever it is made. */
function toManifest(files, leftOut) {
    const manifest = {
        schema: "pci-pipeline/evidence-archive/v1",
        files: files.map(({ path, bytes }) => ({ path, sha256: hash(bytes), size: bytes.length })).sort(byPath),
        leftOut: [...leftOut].sort(byPath),
    };
    return (0,statement/* toCanonicalBytes */.vp)({ ...manifest, digest: hash((0,statement/* toCanonicalBytes */.vp)(manifest)) });
}
function hash(bytes) {
    return (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex");
}
function byPath(a, b) {
    return a.path < b.path ? -1 : 1;
}

;// CONCATENATED MODULE: ./src/evidence-store/archive/collect.js
// A run's folder as the files of an archive: all evidence, and of what was examined only its digests, unless more is asked for.







/** An archive is held in memory, once as files and once as bytes. */
const MOST_BYTES = 1 << 30;
/** What the checks looked at: an assessor gets what was said of it. A leaking log would otherwise leak once more, here. */
const MATERIAL = /^(?:logs\/|.*(?:^|\/)blobs\/sha256\/)/;
/**
 * @throws InputError for a folder without a signed bundle, for links, for private keys, and for more than fits.
 */
async function collectFiles(folder, { material }) {
    const paths = (await listFiles(folder)).filter((path) => path !== MANIFEST);
    const bundles = paths.filter((path) => path.endsWith(".sigstore.json"));
    if (bundles.length === 0)
        throw new input_error/* InputError */.dz("the folder holds no *.sigstore.json; name the output folder of a run");
    const subjects = new Set((await Promise.all(bundles.map((path) => readSubject((0,external_node_path_.join)(folder, path))))).flat());
    const [files, leftOut] = [[], []];
    let total = 0;
    for (const path of paths) {
        const full = (0,external_node_path_.join)(folder, path);
        if (!material && MATERIAL.test(path) && !subjects.has(path.slice(path.lastIndexOf("/") + 1))) {
            leftOut.push({ path, ...(await measure(full)), reason: "examined, and no evidence itself" });
            continue;
        }
        total += (await (0,promises_.stat)(full)).size;
        if (total > MOST_BYTES)
            throw new input_error/* InputError */.dz("the folder holds more than 1 GiB; export it without --material");
        const bytes = await (0,promises_.readFile)(full);
        if (!material && bytes.includes("PRIVATE KEY-----"))
            throw new input_error/* InputError */.dz(`${path} holds a private key, which is handed to nobody; take it out of the folder`);
        files.push({ path, bytes });
    }
    return { files, leftOut };
}
async function listFiles(folder) {
    const entries = await (0,promises_.readdir)(folder, { recursive: true, withFileTypes: true }).catch(() => {
        throw new input_error/* InputError */.dz("the folder does not exist or cannot be read; name the output folder of a run");
    });
    const foreign = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
    if (foreign !== undefined)
        throw new input_error/* InputError */.dz(`${foreign.name} is a link or a device; put the file itself in its place`);
    return entries.filter((entry) => entry.isFile()).map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice((0,external_node_path_.join)(folder, "/").length).replaceAll("\\", "/")).sort();
}
/** Digests of the images that bundles are about: their manifests come along, since everything hangs on them. */
async function readSubject(path) {
    try {
        return (0,reading/* readStatement */.c)(await (0,promises_.readFile)(path, "utf8")).subject.map(({ digest }) => digest.sha256);
    }
    catch {
        return [];
    }
}
async function measure(path) {
    const digest = (0,external_node_crypto_.createHash)("sha256");
    let size = 0;
    for await (const chunk of (0,external_node_fs_.createReadStream)(path)) {
        digest.update(chunk);
        size += chunk.length;
    }
    return { sha256: digest.digest("hex"), size };
}

// EXTERNAL MODULE: ./node_modules/modern-tar/dist/web/index.js + 1 modules
var web = __webpack_require__(51942);
// EXTERNAL MODULE: ./src/layout/tar.js
var tar = __webpack_require__(22114);
;// CONCATENATED MODULE: ./src/evidence-store/archive/pack.js
// Files to an archive and back. An archive is a function of its files: whoever has them can make the same bytes again, and does to verify.




/** The tar's bytes, manifest first of mind and in its place by name. @throws InputError for paths that no archive holds. */
async function packArchive(files, leftOut) {
    const all = [...files, { path: MANIFEST, bytes: toManifest(files, leftOut) }];
    const chunks = [];
    for await (const chunk of (0,tar/* writeTar */.F)(all.map(({ path, bytes }) => ({ type: "file", path, content: bytes }))))
        chunks.push(chunk);
    return Buffer.concat(chunks);
}
/**
 * Takes an archive apart, and says in `broken` where its bytes are not those that its own files give.
 * @throws InputError for what is no evidence archive at all.
 */
async function openArchive(bytes) {
    const members = await unpack(bytes);
    const manifestFile = members.find((member) => member.path === MANIFEST);
    if (manifestFile === undefined)
        throw new input_error/* InputError */.dz("archive has no manifest.json; name what evidence export wrote");
    const manifest = readManifest(manifestFile.bytes);
    if (manifest === undefined)
        return { broken: "the manifest is not one of an evidence archive" };
    const files = members.filter((member) => member !== manifestFile);
    const changed = findChanged(files, manifest);
    if (changed !== undefined)
        return { broken: changed };
    const again = await packArchive(files, manifest.leftOut).catch(() => undefined);
    if (again === undefined || !Buffer.from(again).equals(bytes))
        return { broken: "the archive's own bytes are not those that its files give" };
    return { files, manifest };
}
async function unpack(bytes) {
    try {
        const entries = await (0,web/* unpackTar */.Ag)(Buffer.from(bytes), { strict: true });
        return entries.filter(({ header }) => header.type === "file").map(({ header, data }) => ({ path: header.name, bytes: data ?? new Uint8Array() }));
    }
    catch {
        throw new input_error/* InputError */.dz("archive is not a whole tar archive; name what evidence export wrote");
    }
}
function readManifest(bytes) {
    try {
        return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8"))).data;
    }
    catch {
        return undefined;
    }
}
/** The first file that is not as the manifest has it, in words that name it. */
function findChanged(files, manifest) {
    const paths = new Set(files.map(({ path }) => path));
    const missing = manifest.files.find(({ path }) => !paths.has(path));
    if (missing !== undefined)
        return `${missing.path} is missing`;
    if (files.length !== manifest.files.length)
        return "the archive holds files that its manifest does not name";
    const derived = JSON.parse(Buffer.from(toManifest(files, manifest.leftOut)).toString("utf8"));
    const changed = manifest.files.findIndex((file, at) => file.sha256 !== derived.files[at]?.sha256 || file.path !== derived.files[at]?.path || file.size !== derived.files[at]?.size);
    return changed < 0 ? undefined : `${manifest.files[changed]?.path ?? ""} is not the file that the manifest names`;
}

// EXTERNAL MODULE: ./src/attestation/deployment/predicate.js
var deployment_predicate = __webpack_require__(48066);
// EXTERNAL MODULE: ./src/attestation/verification/signature/check.js
var check = __webpack_require__(75638);
// EXTERNAL MODULE: ./src/attestation/verification/envelope.js + 1 modules
var verification_envelope = __webpack_require__(14673);
// EXTERNAL MODULE: ./src/attestation/verification/key-ring.js
var key_ring = __webpack_require__(50847);
// EXTERNAL MODULE: ./src/attestation/verification/verify.js + 1 modules
var verify = __webpack_require__(30981);
;// CONCATENATED MODULE: ./src/attestation/verification/signed.js
// Signature, key and form of a bundle alone, of either statement: for those who compare digests and judge nothing else.






/** @throws InputError where the bytes are no bundle at all. */
function verifyBundleSignature(bundle, trust) {
    const envelope = (0,verification_envelope/* readEnvelope */.H)(bundle);
    if ("broken" in envelope)
        return { problem: `breaks the format at ${envelope.broken}` };
    const { steps, signer } = (0,check/* checkSignature */.j)(envelope, trust);
    if (signer === undefined)
        return { problem: steps.find((step) => !step.ok)?.detail ?? "the signature does not hold" };
    const document = (0,verify/* parseCanonical */.K)(envelope.payload);
    const compliance = statement/* statementSchema */.t.safeParse(document).data;
    const deployment = compliance ? undefined : deployment_predicate/* deploymentStatementSchema */.g.safeParse(document).data;
    const predicate = compliance?.predicate ?? deployment?.predicate;
    if (predicate === undefined)
        return { problem: "the signed text is no statement of this version" };
    const [late] = signer.key === undefined ? [] : (0,key_ring/* findKeyProblems */.lq)(signer.key, [new Date(predicate.issuedAt), ...signer.proof.times]);
    if (late !== undefined)
        return { problem: late.detail };
    return { ...(compliance && { compliance }), ...(deployment && { deployment }) };
}

;// CONCATENATED MODULE: ./src/evidence-store/archive/judge.js
// Whether the evidence in an archive holds together: signatures, and every digest that a signed statement names.



/** Without trust of the reader's own the archive's key is taken, which shows only that nothing changed since it was signed. */
function judgeArchive({ files, manifest }, trust) {
    const bundles = files.filter(({ path }) => path.endsWith(".sigstore.json"));
    const used = trust ?? { keys: ownKeys(files) };
    const held = new Map(files.map(({ bytes, path }) => [hash(bytes), path]));
    const left = new Map(manifest.leftOut.map(({ sha256, path }) => [sha256, path]));
    const named = new Set();
    const lines = bundles.flatMap((bundle) => {
        const name = (0,external_node_path_.basename)(bundle.path);
        const signed = verifyBundleSignature(bundle.bytes, used);
        if ("problem" in signed)
            return [{ state: "broken", text: `${name}: ${signed.problem}` }];
        named.add(bundle.path);
        return [{ state: "holds", text: `${name}: signature and form hold` }, ...namedDigests(signed).map(({ what, sha256 }) => {
                const path = held.get(sha256);
                if (path !== undefined)
                    named.add(path);
                if (path !== undefined)
                    return { state: "holds", text: `${name}: ${what} is ${path}` };
                const away = left.get(sha256);
                return { state: away === undefined ? "broken" : "open", text: `${name}: ${what} ${away === undefined ? "is not in the archive" : `is ${away}, which was left out`}` };
            })];
    });
    const unsigned = files.filter(({ path }) => !named.has(path)).map(({ path }) => path);
    const notes = [
        ...(bundles.length === 0 ? [{ state: "broken", text: "the archive holds no signed bundle" }] : []),
        ...(trust === undefined ? [{ state: "open", text: "verified with the archive's own key: shows that nothing changed since, not who signed; give --key" }] : []),
    ];
    const all = [...notes, ...lines];
    const verdict = all.some(({ state }) => state === "broken") ? "fail" : all.some(({ state }) => state === "open") ? "inconclusive" : "pass";
    return { verdict, lines: [...all, ...(unsigned.length === 0 ? [] : [{ state: "holds", text: `named by the manifest alone, and by no signature: ${unsigned.join(", ")}` }])] };
}
function ownKeys(files) {
    return files.filter(({ path }) => path.endsWith(".pub")).flatMap(({ bytes }) => {
        try {
            return [(0,key_ring/* pinPublicKey */.Cm)(Buffer.from(bytes).toString("utf8"))];
        }
        catch {
            return [];
        }
    });
}
function namedDigests({ compliance, deployment }) {
    const image = (compliance ?? deployment)?.subject[0]?.digest.sha256 ?? "";
    const config = compliance?.predicate.subject.digestKind === "config";
    return [
        { what: `the image's ${config ? "config" : "manifest"}`, sha256: image },
        ...(compliance?.predicate.checks ?? []).flatMap((check) => (check.presence === "reported" ? [{ what: `the report of ${check.check}`, sha256: check.report.sha256 }] : [])),
        ...(compliance?.predicate.build.sbom ? [{ what: "the bill of materials", sha256: compliance.predicate.build.sbom.sha256 }] : []),
        ...(deployment === undefined ? [] : [{ what: "the compliance bundle", sha256: deployment.predicate.compliance.sha256 }, { what: "the rollout's report", sha256: deployment.predicate.report.sha256 }]),
    ];
}

// EXTERNAL MODULE: ./src/runtime/door/contract.js
var contract = __webpack_require__(89786);
// EXTERNAL MODULE: ./src/runtime/door/input.js
var input = __webpack_require__(93286);
// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
;// CONCATENATED MODULE: ./cli/evidence.js
// `evidence export` and `evidence verify`: what an assessor is handed, and how they find out that it is whole.







const branding = { icon: "archive", color: "blue" };
const exportContract = (0,contract/* defineContract */.ye)({
    name: "evidence export",
    title: "Export evidence",
    description: "Put a run's evidence into one archive for an assessor: the same bytes whenever it is made",
    branding,
    inputs: {
        folder: (0,input/* required */.mw)("path", { description: "Output folder of a run", positional: true }),
        output: (0,input/* required */.mw)("path", { description: "Archive to write (tar)" }),
        material: (0,input/* flag */.Jt)({ description: "Also what was examined: image layers and job logs, whatever they hold" }),
    },
    outputs: {},
    permissions: {},
});
const verifyContract = (0,contract/* defineContract */.ye)({
    name: "evidence verify",
    title: "Verify an archive",
    description: "Derive every digest of an evidence archive again, and verify the signatures in it",
    branding,
    inputs: {
        archive: (0,input/* required */.mw)("path", { description: "Archive that evidence export wrote", positional: true }),
        key: (0,input/* optional */.lq)("path", { description: "Public key in PEM, or key ring, that you have from its owner; without it the archive's own key is taken, which shows less" }),
        "trusted-root": (0,input/* optional */.lq)("path", { description: "Sigstore trusted root, for keyless bundles" }),
        identity: (0,input/* optional */.lq)("text", { description: "Identity that must have signed keyless" }),
        issuer: (0,input/* optional */.lq)("text", { description: "Issuer of that identity" }),
    },
    outputs: {},
    permissions: {},
});
async function exportEvidence(inputs, { cwd }) {
    const { files, leftOut } = await collectFiles((0,external_node_path_.resolve)(cwd, inputs.folder), { material: inputs.material });
    const bytes = await packArchive(files, leftOut);
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(cwd, inputs.output), bytes);
    const left = leftOut.length === 0 ? "" : `; ${leftOut.length} that were examined are left out and listed by digest`;
    return { verdict: "pass", outputs: {}, message: `${inputs.output}: ${files.length} files${left}\nsha256 ${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}` };
}
async function verifyArchive(inputs, { cwd }) {
    const bytes = await readArchive((0,external_node_path_.resolve)(cwd, inputs.archive), inputs.archive);
    const pins = [inputs.key, inputs["trusted-root"], inputs.identity, inputs.issuer].some((one) => one !== undefined);
    const trust = pins ? await (0,material/* readTrust */.bn)(inputs, cwd) : undefined;
    const opened = await openArchive(bytes);
    const judged = "broken" in opened ? { verdict: "fail", lines: [{ state: "broken", text: opened.broken }] } : judgeArchive(opened, trust);
    const lines = judged.lines.map(({ state, text }) => `${words[state]}  ${text}`);
    return { verdict: judged.verdict, outputs: {}, message: [`verdict: ${judged.verdict}`, ...lines].join("\n") };
}
const words = { holds: "ok  ", broken: "FAIL", open: "open" };
/** Archives with image layers are larger than other inputs may be. */
async function readArchive(path, name) {
    const info = await (0,promises_.stat)(path).catch(() => undefined);
    if (info === undefined || !info.isFile())
        throw new input_error/* InputError */.dz(`archive ${name} does not exist or is not a file; check the path`);
    if (info.size > 2 ** 31)
        throw new input_error/* InputError */.dz(`archive ${name} is larger than 2 GiB; name what evidence export wrote`);
    return (0,promises_.readFile)(path);
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

/***/ 41861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ arrangeEntries),
/* harmony export */   W: () => (/* binding */ toEntries)
/* harmony export */ });
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
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
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer entry has a path that is not relative to the image's root; write it without leading slash, . and ..");
        if (byPath.has(entry.path))
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer names the same path twice; leave one of the two entries out");
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
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("A layer entry lies below an entry that is not a folder; give the upper one as a directory");
    }
}
function isInside(path) {
    return !path.includes("\0") && path.split("/").every((segment) => segment !== "" && segment !== "." && segment !== "..");
}


/***/ }),

/***/ 22114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ writeTar)
/* harmony export */ });
/* harmony import */ var modern_tar__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51942);
/* harmony import */ var _entry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41861);
// Entries to a tar stream that is the same for the same entries: no clock, no user, no order of a file system in it.


/** Files carry the epoch, not the build time, so that an unchanged layer keeps its digest from build to build. */
const OWNER_AND_TIME = { mtime: new Date(0), uid: 0, gid: 0, uname: "", gname: "" };
/** Headers are 512 bytes: without gathering, each would be a compression job and a write of its own. */
const CHUNK_BYTES = 1 << 17;
/** A ustar archive with pax records where a name is long. Throws InputError as arrangeEntries does, before the first byte. */
async function* writeTar(entries) {
    const arranged = (0,_entry_js__WEBPACK_IMPORTED_MODULE_0__/* .arrangeEntries */ .N)(entries);
    const { readable, controller } = (0,modern_tar__WEBPACK_IMPORTED_MODULE_1__/* .createTarPacker */ .al)();
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
