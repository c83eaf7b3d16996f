export const id = 762;
export const ids = [762];
export const modules = {

/***/ 3873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ls: () => (/* binding */ identify),
  AA: () => (/* binding */ readBundles),
  T4: () => (/* binding */ readPolicy),
  Ki: () => (/* binding */ readRunning),
  bn: () => (/* binding */ readTrust)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/attestation/verification/signature/certificate.js
var certificate = __webpack_require__(97829);
// EXTERNAL MODULE: ./src/attestation/verification/key-ring.js
var key_ring = __webpack_require__(50847);
// EXTERNAL MODULE: ./src/attestation/verification/judgement/policy.js
var judgement_policy = __webpack_require__(16765);
// EXTERNAL MODULE: ./src/evidence-store/attach.js
var attach = __webpack_require__(83933);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/reader/image/read-image.js + 65 modules
var read_image = __webpack_require__(30383);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/file/yaml-file.js
var yaml_file = __webpack_require__(94084);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/source/registry/client.js + 1 modules
var registry_client = __webpack_require__(7111);
// EXTERNAL MODULE: ./src/source/registry/image-name.js
var image_name = __webpack_require__(75765);
;// CONCATENATED MODULE: ./src/source/registry/referrers.js
// What is attached to an image of a registry: artifacts whose manifests name it as their subject (distribution-spec 1.1, "Listing Referrers").





/** Attached things beyond this are not looked at: a registry that others can write to could list endlessly. */
const MOST_ARTIFACTS = 64;
const MOST_BYTES = 8 << 20;
const indexSchema = schemas/* object */.Ikc({ manifests: schemas/* array */.YOg(schemas/* object */.Ikc({ digest: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/), artifactType: schemas/* string */.YjP().optional() })) });
const manifestSchema = schemas/* object */.Ikc({
    artifactType: schemas/* string */.YjP().optional(),
    subject: schemas/* object */.Ikc({ digest: schemas/* string */.YjP() }),
    layers: schemas/* array */.YOg(schemas/* object */.Ikc({ mediaType: schemas/* string */.YjP(), digest: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/) })).min(1),
});
/**
 * The first blob of each artifact of `type` (a media type, or what it begins with) that is attached to `image` (HOST/NAME[:TAG][@DIGEST]).
 * Every byte is held against its digest. @throws InputError where the registry or the image cannot be had, or more is attached than is read.
 */
async function readAttached(image, type, access = {}) {
    const name = (0,image_name/* parseImageName */.i)(image);
    const client = new registry_client/* RegistryClient */.b(name, access);
    const subject = await findDigest(client, name.reference);
    const listing = await client.referrers(subject);
    if (listing === undefined)
        return [];
    const index = parse(indexSchema, await collect(listing.body ?? []), name.host);
    const candidates = index.manifests.filter((one) => one.artifactType === undefined || one.artifactType.startsWith(type));
    if (candidates.length > MOST_ARTIFACTS)
        throw new input_error/* InputError */.dz(`docker://${image} has more than ${MOST_ARTIFACTS} artifacts of this type attached; remove what is old, or name the bundle's file`);
    const found = [];
    for (const { digest } of candidates) {
        const manifest = parse(manifestSchema, verify(await collect((await client.manifest(digest)).body ?? []), digest), name.host);
        const [layer] = manifest.layers;
        if (layer === undefined || manifest.subject.digest !== subject || !layer.mediaType.startsWith(type))
            continue;
        found.push(verify(await collect(client.blob(layer.digest)), layer.digest));
    }
    return found;
}
async function findDigest(client, reference) {
    const bytes = await collect((await client.manifest(reference)).body ?? []);
    const digest = `sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`;
    if (reference.startsWith("sha256:"))
        verify(bytes, reference);
    return digest;
}
async function collect(chunks) {
    const parts = [];
    let size = 0;
    for await (const chunk of chunks) {
        size += chunk.length;
        if (size > MOST_BYTES)
            throw new input_error/* InputError */.dz("the registry sends more than a bundle or its manifest can be; look at what is attached to the image");
        parts.push(chunk);
    }
    return Buffer.concat(parts);
}
function verify(bytes, digest) {
    if (`sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}` !== digest)
        throw new input_error/* InputError */.dz("the registry sends other bytes than were asked for; try again, and suspect the registry");
    return bytes;
}
function parse(schema, bytes, host) {
    try {
        return schema.parse(JSON.parse(bytes.toString("utf8")));
    }
    catch {
        throw new input_error/* InputError */.dz(`the registry ${host} lists attached artifacts in a form that is not OCI's; name the bundle's file instead`);
    }
}

// EXTERNAL MODULE: ./src/source/reference.js + 7 modules
var source_reference = __webpack_require__(88488);
;// CONCATENATED MODULE: ./actions/compliance-verify/material.js
// What the gate judges by: pinned keys or an identity, the policy, what runs, and the bundle wherever it rests.







/** Throws InputError where nothing is pinned, or half of an identity. */
async function readTrust(inputs, cwd) {
    const { key, identity, issuer } = inputs;
    const root = inputs["trusted-root"];
    if ((identity === undefined) !== (issuer === undefined))
        throw new input_error/* InputError */.dz("identity and issuer go together; give both");
    if (identity !== undefined && root === undefined)
        throw new input_error/* InputError */.dz("identity is vouched for by a trusted root; give trusted-root");
    if (key === undefined && identity === undefined)
        throw new input_error/* InputError */.dz("nothing is pinned; give key, or trusted-root with identity and issuer");
    const keys = key === undefined ? [] : await readKeys(key, cwd);
    if (root === undefined)
        return { keys };
    const roots = (0,certificate/* readTrustedRoots */.Pn)((await (0,input_file/* readInput */.R)(cwd, root, "trusted root")).toString("utf8"));
    return { keys, certificates: { roots, accepted: identity === undefined || issuer === undefined ? null : (0,certificate/* acceptIdentity */.Hg)(identity, issuer) } };
}
async function readKeys(path, cwd) {
    const text = (await (0,input_file/* readInput */.R)(cwd, path, "key")).toString("utf8");
    return text.trimStart().startsWith("-----BEGIN") ? [(0,key_ring/* pinPublicKey */.Cm)(text)] : (0,key_ring/* pinKeys */.Sg)((0,yaml_file/* parseYaml */.h)(text, key_ring/* keyRingSchema */.NQ, "key ring"));
}
async function readPolicy({ policy }, cwd) {
    if (policy === undefined)
        return judgement_policy/* defaultPolicy */.G4;
    return (0,yaml_file/* parseYaml */.h)((await (0,input_file/* readInput */.R)(cwd, policy, "policy")).toString("utf8"), judgement_policy/* policySchema */.wh, `policy ${policy}`);
}
/** Undefined where nobody asked; throws InputError for what names no manifest. */
function readRunning({ running }) {
    if (running.length === 0)
        return undefined;
    const digests = running.map((one) => /(?:^|@)sha256:([0-9a-f]{64})$/.exec(one)?.[1]);
    const unread = digests.filter((digest) => digest === undefined).length;
    if (unread > 0)
        throw new input_error/* InputError */.dz(`running: ${unread} of ${running.length} entries name no digest; give pods' imageID, which ends with @sha256:…`);
    return digests.filter((digest) => digest !== undefined);
}
/** The one file, or all bundles that are attached to an image of a registry. */
async function readBundles({ bundle }, cwd) {
    if (!bundle.startsWith("docker://"))
        return [{ name: (0,external_node_path_.basename)(bundle), bytes: await (0,input_file/* readInput */.R)(cwd, bundle, "bundle") }];
    const found = await readAttached(bundle.slice("docker://".length), attach/* BUNDLE_TYPE */.q);
    if (found.length === 0)
        throw new input_error/* InputError */.dz(`no bundle is attached to ${bundle}; attach it with compliance-attest, or name the bundle's file`);
    return found.map((bytes) => ({ name: bundle, bytes }));
}
/** The image that was named, else the one that a bundle is attached to; undefined where there is neither. */
async function identify({ image, bundle, platform }, cwd) {
    const reference = image ?? (bundle.startsWith("docker://") ? bundle : undefined);
    if (reference === undefined)
        return undefined;
    const container = await (0,source_reference/* openContainer */.Q)(reference, { cwd });
    return (0,read_image/* readSubject */.$)(container, platform === undefined ? {} : { platform }).finally(() => container.close());
}


/***/ }),

/***/ 48066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ DEPLOYMENT_TYPE),
/* harmony export */   g: () => (/* binding */ deploymentStatementSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64377);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19825);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(79859);
/* harmony import */ var _measurement_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76169);
/* harmony import */ var _statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77408);
/* harmony import */ var _statement_statement_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35460);
// What the deployment predicate says. Made after the gate, it names the compliance statement that let the image through.





const DEPLOYMENT_TYPE = "https://github.com/yuno/pci-pipeline/deployment/v1";
const sha256 = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/, "is 64 lower-case hexadecimal digits");
const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("file name without folders"), sha256 }).describe("the file's exact bytes");
const podSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    node: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(),
    imageID: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("as the node's kubelet reports it; null where it does not"),
    digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^sha256:[0-9a-f]{64}$/).nullable().describe("the manifest's digest in it; null where it names none"),
    ready: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY(),
    current: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().describe("belongs to the deployment's current revision"),
});
const rolloutSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    startedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    finishedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$(),
    outcome: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["completed", "failed", "not-started"]).describe("not-started: the deployment was not touched"),
    rolledBack: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["not-needed", "done", "failed", "nothing-to-return-to"]),
    strategy: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ type: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), maxUnavailable: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable(), maxSurge: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() }).nullable(),
    replicas: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ wanted: count, updated: count, ready: count, available: count }).nullable(),
});
const deploymentPredicateSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    issuedAt: zod__WEBPACK_IMPORTED_MODULE_1__/* .datetime */ .w$().describe("the signer's own clock; a bundle signed with a key alone has no trusted time"),
    tool: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("pci-pipeline"), version: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP() }),
    signer: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(_statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .signerKinds */ .uX), hint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("base64 of the SHA-256 of the public key (SPKI, DER)") }),
    compliance: file.describe("the bundle of the compliance statement that passed the gate"),
    cluster: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ context: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("name of the kubectl context"), serverVersion: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("null where the cluster did not answer") }),
    workload: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ namespace: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), deployment: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), container: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), image: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().describe("name of the image in the cluster, without digest") }),
    rollout: rolloutSchema,
    measurement: _measurement_index_js__WEBPACK_IMPORTED_MODULE_3__/* .measurementSchema */ .a.nullable().describe("requests counted while the rollout was made; null where none were sent, so that nothing is said about lost ones"),
    pods: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(podSchema).describe("pods of the deployment that are not ending, as seen last, after a rollback if there was one"),
    approval: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        startedBy: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("who started the run, by the runner's own word; null where unknown"),
        approvedBy: zod__WEBPACK_IMPORTED_MODULE_0__/* ["null"] */ .chJ().describe("unknown: reviewers of an environment are not told to the job"),
    }),
    verdict: _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictSchema */ .$D.describe("the rollout report's"),
    openFindings: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ ruleId: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), requirements: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()), count: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive() })),
    openGaps: count,
    selfTest: _finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .reportSchema */ .Qh.shape.selfTest,
    assumptions: _finding_index_js__WEBPACK_IMPORTED_MODULE_5__/* .reportSchema */ .Qh.shape.assumptions,
    report: file,
    catalogue: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ standard: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz("PCI DSS v4.0.1"), sha256 }),
    controls: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(_statement_predicate_js__WEBPACK_IMPORTED_MODULE_2__/* .controlSchema */ .Ze).describe("testing procedures that hang on a deployment"),
});
const deploymentStatementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    _type: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(_statement_statement_js__WEBPACK_IMPORTED_MODULE_6__/* .STATEMENT_TYPE */ .zG),
    subject: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ sha256 }) })).length(1),
    predicateType: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(DEPLOYMENT_TYPE),
    predicate: deploymentPredicateSchema,
});


/***/ }),

/***/ 14673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W: () => (/* binding */ encodePreAuthentication),
  H: () => (/* binding */ readEnvelope)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
;// CONCATENATED MODULE: ./src/finding/duplicate-key.js
// JSON readers differ in which of two equal keys they believe, so a document that has any is believed by none.
/** `value` is what JSON.parse made of `json`. True where an object names a key twice, however it is escaped: the parser then keeps fewer. */
function hasDuplicateKey(json, value) {
    return countNames(json) !== countKeys(value);
}
/** Colons outside of strings: each stands behind a name. */
function countNames(json) {
    let names = 0;
    for (let at = 0; at < json.length; at++) {
        if (json[at] === '"')
            at = findEnd(json, at);
        else if (json[at] === ":")
            names++;
    }
    return names;
}
/** Place of the quote that ends the string begun at `start`: the first one with an even number of backslashes before it. */
function findEnd(json, start) {
    for (let end = json.indexOf('"', start + 1);; end = json.indexOf('"', end + 1)) {
        let before = end;
        while (json[before - 1] === "\\")
            before--;
        if ((end - before) % 2 === 0)
            return end;
    }
}
/** Without recursion: a hostile document may be nested as deep as it is long. */
function countKeys(value) {
    const open = [value];
    let keys = 0;
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (typeof next !== "object" || next === null)
            continue;
        const inner = Object.values(next);
        if (!Array.isArray(next))
            keys += inner.length;
        for (const one of inner)
            if (typeof one === "object" && one !== null)
                open.push(one);
    }
    return keys;
}

;// CONCATENATED MODULE: ./src/attestation/verification/envelope.js
// The bundle file, read strictly: what we do not know we do not accept. Format: Sigstore bundle v0.3, DSSE
// (https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto, sigstore_rekor.proto).


const base64 = schemas/* string */.YjP().min(4).refine((text) => Buffer.from(text, "base64").toString("base64") === text, "is standard base64 with padding");
const decimal = schemas/* string */.YjP().regex(/^\d{1,19}$/);
const tlogEntrySchema = schemas/* strictObject */.rej({
    logIndex: decimal.optional(),
    logId: schemas/* strictObject */.rej({ keyId: base64 }).optional(),
    kindVersion: schemas/* strictObject */.rej({ kind: schemas/* string */.YjP(), version: schemas/* string */.YjP() }),
    integratedTime: decimal.optional(),
    inclusionPromise: schemas/* strictObject */.rej({ signedEntryTimestamp: base64 }).optional(),
    inclusionProof: schemas/* strictObject */.rej({
        logIndex: decimal.optional(), rootHash: base64, treeSize: decimal, hashes: schemas/* array */.YOg(base64).optional(), checkpoint: schemas/* strictObject */.rej({ envelope: schemas/* string */.YjP() }),
    }).optional(),
    canonicalizedBody: base64,
});
const bundleSchema = schemas/* strictObject */.rej({
    mediaType: schemas/* literal */.euz("application/vnd.dev.sigstore.bundle.v0.3+json"),
    verificationMaterial: schemas/* strictObject */.rej({
        publicKey: schemas/* strictObject */.rej({ hint: schemas/* string */.YjP().min(1) }).optional(),
        certificate: schemas/* strictObject */.rej({ rawBytes: base64 }).optional(),
        tlogEntries: schemas/* array */.YOg(tlogEntrySchema).max(32).optional(),
        timestampVerificationData: schemas/* strictObject */.rej({ rfc3161Timestamps: schemas/* array */.YOg(schemas/* strictObject */.rej({ signedTimestamp: base64 })).max(32).optional() }).optional(),
    }).refine((material) => (material.publicKey === undefined) !== (material.certificate === undefined), "names a key or carries a certificate"),
    dsseEnvelope: schemas/* strictObject */.rej({
        payload: base64,
        payloadType: schemas/* string */.YjP(),
        signatures: schemas/* array */.YOg(schemas/* strictObject */.rej({ sig: base64, keyid: schemas/* literal */.euz("").optional() })).length(1),
    }),
});
/**
 * Reads a bundle. What is no bundle at all is the user's mistake; a bundle that breaks the format comes back as the place where it does.
 * @throws InputError for anything but a Sigstore bundle that holds a DSSE envelope.
 */
function readEnvelope(bytes) {
    const { document, doubled } = readBundleDocument(bytes);
    if (doubled)
        return { broken: "a key that stands twice" };
    const parsed = bundleSchema.safeParse(document);
    if (!parsed.success) {
        const place = parsed.error.issues[0]?.path.map(String).join("/") ?? "";
        return { broken: place === "" ? "its top" : `/${place}` };
    }
    const { dsseEnvelope, verificationMaterial: material } = parsed.data;
    const proofs = [...(material.tlogEntries ?? []), ...(material.timestampVerificationData?.rfc3161Timestamps ?? [])];
    return {
        payload: Buffer.from(dsseEnvelope.payload, "base64"),
        payloadType: dsseEnvelope.payloadType,
        signature: Buffer.from(dsseEnvelope.signatures[0]?.sig ?? "", "base64"),
        hint: material.publicKey?.hint ?? null,
        hasProofs: proofs.length > 0,
        document: parsed.data,
    };
}
const NOT_A_BUNDLE = "bundle is not a Sigstore bundle with a DSSE envelope; name the file that compliance-attest wrote";
/** Many times the largest statement that we know of, and as much as GitHub's store takes. */
const MOST_BYTES = 16 << 20;
function readBundleDocument(bytes) {
    if (bytes.length > MOST_BYTES)
        throw new input_error/* InputError */.dz("bundle is larger than 16 MiB; name the file that compliance-attest wrote");
    let text;
    let document;
    try {
        text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        document = JSON.parse(text);
    }
    catch {
        throw new input_error/* InputError */.dz("bundle is not JSON; name the file that compliance-attest wrote");
    }
    const looks = schemas/* looseObject */._H3({ mediaType: schemas/* string */.YjP(), dsseEnvelope: schemas/* looseObject */._H3({}) }).safeParse(document);
    if (!looks.success || !looks.data.mediaType.startsWith("application/vnd.dev.sigstore.bundle"))
        throw new input_error/* InputError */.dz(NOT_A_BUNDLE);
    return { document: looks.data, doubled: hasDuplicateKey(text, document) };
}
/** What is really signed: DSSE's pre-authentication encoding (protocol.md of the DSSE specification). */
function encodePreAuthentication(envelope) {
    const type = Buffer.from(envelope.payloadType, "utf8");
    const head = Buffer.from(`DSSEv1 ${type.length} ${envelope.payloadType} ${envelope.payload.length} `, "utf8");
    return Buffer.concat([head, envelope.payload]);
}


/***/ }),

/***/ 50847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cm: () => (/* binding */ pinPublicKey),
/* harmony export */   Df: () => (/* binding */ holdsSignature),
/* harmony export */   NQ: () => (/* binding */ keyRingSchema),
/* harmony export */   Sg: () => (/* binding */ pinKeys),
/* harmony export */   lq: () => (/* binding */ findKeyProblems)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92857);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64377);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(38683);
/* harmony import */ var _signing_signer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52677);
/* harmony import */ var _envelope_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(14673);
// Keys that the verifier has pinned. A bundle names its key by a hint; only a pinned key answers to it.





const keyRingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("pci-pipeline/key-ring/v1"),
    keys: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        id: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1).describe("name for people"),
        pem: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().describe("P-256 public key, SPKI in PEM"),
        validFrom: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().optional().describe("first moment at which a signature counts, UTC"),
        validUntil: zod__WEBPACK_IMPORTED_MODULE_2__/* .datetime */ .w$().optional().describe("last moment at which a signature counts, UTC"),
        revoked: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional().describe("no signature counts any more, whenever it was made: who holds the key can write any time"),
    })).min(1, "names at least one key"),
});
/** @throws InputError for a key that is not a P-256 public key, a private key among them, and for one listed twice. */
function pinKeys(ring) {
    const pinned = ring.keys.map((entry, index) => {
        const key = readPublicKey(entry.pem, `key ring entry ${index + 1}`);
        return { id: entry.id, hint: (0,_signing_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .toHint */ .zn)(key), key, validFrom: entry.validFrom, validUntil: entry.validUntil, revoked: entry.revoked };
    });
    if (new Set(pinned.map((one) => one.hint)).size < pinned.length)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz("key ring lists a key twice; keep one entry for it");
    return pinned;
}
/** One key without a validity window. @throws InputError like pinKeys. */
function pinPublicKey(pem) {
    const key = readPublicKey(pem, "key");
    return { id: "key", hint: (0,_signing_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .toHint */ .zn)(key), key };
}
function readPublicKey(pem, origin) {
    if (pem.includes("PRIVATE KEY-----"))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${origin} holds a private key; verifying takes the public one, such as evidence.pub`);
    let key;
    try {
        key = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPublicKey)(pem);
    }
    catch {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${origin} holds no public key in PEM; name evidence.pub or a key ring`);
    }
    if (!(0,_signing_signer_js__WEBPACK_IMPORTED_MODULE_3__/* .isP256 */ .O0)(key))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_4__/* .InputError */ .dz(`${origin} holds a key of another kind than P-256; name the key that signed the evidence`);
    return key;
}
function holdsSignature(key, envelope) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.verify)("sha256", (0,_envelope_js__WEBPACK_IMPORTED_MODULE_5__/* .encodePreAuthentication */ .W)(envelope), key.key, envelope.signature);
}
/** The window is held against the signed time, which is the signer's own word unless a timestamp vouches for it. */
function findKeyProblems(key, signedAt) {
    const pointer = "/predicate/issuedAt";
    const moments = [signedAt].flat().map((date) => date.getTime());
    const { validFrom, validUntil } = key;
    return [
        ...(key.revoked === true ? [{ detail: "the key is revoked", pointer: "" }] : []),
        ...(validFrom !== undefined && moments.some((at) => at < Date.parse(validFrom)) ? [{ detail: `signed before the key was valid (${validFrom})`, pointer }] : []),
        ...(validUntil !== undefined && moments.some((at) => at > Date.parse(validUntil)) ? [{ detail: `signed after the key had ended (${validUntil})`, pointer }] : []),
    ];
}


/***/ }),

/***/ 97829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ acceptIdentity),
/* harmony export */   Pn: () => (/* binding */ readTrustedRoots),
/* harmony export */   oB: () => (/* binding */ isAccepted),
/* harmony export */   v_: () => (/* binding */ verifyProofs)
/* harmony export */ });
/* harmony import */ var _sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61040);
/* harmony import */ var _sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19654);
/* harmony import */ var _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54187);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38683);
/* harmony import */ var _claim_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34422);
// What only Sigstore's own library should judge: certificate chains, log entries and timestamps, against trusted roots that the
// verifier has pinned. Offline: nothing is fetched. Which identity is accepted is decided here, exactly, not by the library's patterns.





const MEDIA_TYPE = /^application\/vnd\.dev\.sigstore\.trustedroot(\.v0\.\d+)?\+json/;
/**
 * `text` is a trusted root (JSON) or several, one a line, as `gh attestation trusted-root` writes them.
 * @throws InputError for anything else.
 */
function readTrustedRoots(text) {
    const documents = parseDocuments(text);
    if (documents.length === 0)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz("trusted root is not JSON; name a trusted_root.json or what gh attestation trusted-root writes");
    return documents.map((document) => {
        const { mediaType } = (document ?? {});
        if (typeof mediaType !== "string" || !MEDIA_TYPE.test(mediaType))
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz("trusted root is not a Sigstore trusted root; name a trusted_root.json or what gh attestation trusted-root writes");
        try {
            return (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toTrustMaterial */ .jO)(_sigstore_protobuf_specs__WEBPACK_IMPORTED_MODULE_1__.TrustedRoot.fromJSON(document));
        }
        catch {
            throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz("trusted root holds an authority that cannot be read; fetch it again from where it is published");
        }
    });
}
function parseDocuments(text) {
    for (const parts of [[text], text.split("\n").filter((line) => line.trim() !== "")]) {
        try {
            return parts.map((part) => JSON.parse(part));
        }
        catch {
            continue;
        }
    }
    return [];
}
/** Holds the bundle's proofs against each root; the first root that they hold for counts. `key` is that of a key-signed bundle. */
function verifyProofs(envelope, { roots, key }) {
    const entity = readEntity(envelope);
    if (entity === undefined)
        return { breaks: "certificate", detail: "certificate, log entry or timestamp cannot be read" };
    let furthest;
    for (const root of roots) {
        const result = verifyAgainst(entity, root, key);
        if (!("breaks" in result))
            return result;
        if (furthest === undefined || order.indexOf(result.breaks) > order.indexOf(furthest.breaks))
            furthest = result;
    }
    return furthest ?? { breaks: "certificate", detail: "no trusted root was handed in to hold the certificate against" };
}
/** In which the library judges. */
const order = ["timestamp", "key-valid", "certificate", "transparency-log", "signature"];
function readEntity(envelope) {
    try {
        return (0,_sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .toSignedEntity */ .DC)((0,_sigstore_bundle__WEBPACK_IMPORTED_MODULE_0__.bundleFromJSON)(envelope.document));
    }
    catch {
        return undefined;
    }
}
function verifyAgainst(entity, root, key) {
    const publicKey = () => {
        if (key === undefined)
            throw new _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .VerificationError */ .mk({ code: "PUBLIC_KEY_ERROR", message: "no pinned key" });
        return { publicKey: key.key, validFor: () => true };
    };
    // A root's own logs decide what a certificate needs: GitHub's instance keeps none, the public one does. A trusted time is always
    // needed, since without one the library would judge no validity at all.
    const byCertificate = entity.key.$case === "certificate";
    const thresholds = { ctlogThreshold: byCertificate && root.ctlogs.length > 0 ? 1 : 0, tlogThreshold: byCertificate && root.tlogs.length > 0 ? 1 : 0, timestampThreshold: 1 };
    try {
        const signer = new _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .Verifier */ .BL({ ...root, publicKey }, thresholds).verify(entity);
        return { times: readTimes(entity), ...toCertificate(entity, signer) };
    }
    catch (error) {
        return explain(error);
    }
}
function toCertificate(entity, { identity }) {
    if (entity.key.$case !== "certificate")
        return {};
    return { certificate: { identity: identity?.subjectAlternativeName ?? "", issuer: identity?.extensions?.issuer ?? "", claims: (0,_claim_js__WEBPACK_IMPORTED_MODULE_4__/* .readClaims */ .I)(identity?.oids ?? []) } };
}
/** Of a log entry only an inclusion promise vouches for its time. */
function readTimes({ timestamps }) {
    return timestamps.flatMap((one) => {
        if (one.$case === "timestamp-authority")
            return [one.timestamp.signingTime];
        return one.tlogEntry.inclusionPromise ? [new Date(Number(one.tlogEntry.integratedTime) * 1000)] : [];
    });
}
/** The library's own words may quote the bundle, and are left out. */
function explain(error) {
    const code = error instanceof _sigstore_verify__WEBPACK_IMPORTED_MODULE_2__/* .VerificationError */ .mk ? error.code : "";
    if (code === "SIGNATURE_ERROR")
        return { breaks: "signature", detail: "the signature does not hold for this payload and the certificate's key" };
    if (code === "TIMESTAMP_ERROR")
        return { breaks: "timestamp", detail: "no timestamp of a trusted authority or log holds for this signature" };
    if (code.startsWith("TLOG"))
        return { breaks: "transparency-log", detail: "no entry of a trusted log holds for this signature" };
    if (code === "PUBLIC_KEY_ERROR")
        return { breaks: "key-valid", detail: "the key does not answer for the timestamp" };
    return { breaks: "certificate", detail: "the certificate was not issued by a trusted authority, not valid when it signed, or not logged" };
}
/** Exactly the identity and issuer that were asked for; a "*" stands for the rest of a git ref and for nothing else. */
function isAccepted({ identity, issuer }, { accepted }) {
    if (accepted === null || identity === "" || issuer !== accepted.issuer)
        return false;
    const wanted = accepted.identity;
    return wanted.endsWith("*") ? identity.length >= wanted.length && identity.startsWith(wanted.slice(0, -1)) : identity === wanted;
}
/** @throws InputError for a pattern that would accept more than refs of one workflow. */
function acceptIdentity(identity, issuer) {
    const star = identity.indexOf("*");
    const inRef = star === identity.length - 1 && identity.lastIndexOf("@") > 0 && identity.lastIndexOf("@") < star;
    if (star >= 0 && !inRef)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz("identity may end with one * after its @, as in …/release.yml@refs/tags/v*; name the workflow itself in full");
    return { identity, issuer };
}


/***/ }),

/***/ 75638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ checkSignature)
/* harmony export */ });
/* harmony import */ var _statement_statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35460);
/* harmony import */ var _certificate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(97829);
/* harmony import */ var _key_ring_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50847);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24273);
// Who signed: a pinned key, or an identity that a trusted authority vouches for. Nothing in the payload is read before this holds.




function checkSignature(envelope, trust) {
    const type = (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("payload-type", "an in-toto statement", envelope.payloadType === _statement_statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PAYLOAD_TYPE */ .Uc ? [] : whole("the payload type is not that of an in-toto statement"));
    const checked = envelope.hint === null ? checkCertificate(envelope, trust.certificates) : checkKey(envelope, trust);
    const steps = [type, ...checked.steps];
    return steps.every((step) => step.ok) ? { ...checked, steps } : { steps, unverifiable: [] };
}
function whole(detail) {
    return [{ detail, pointer: "" }];
}
function checkKey(envelope, { keys, certificates }) {
    const key = keys.find((candidate) => candidate.hint === envelope.hint);
    if (key === undefined)
        return { steps: [(0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("key-known", "", whole("no pinned key answers to the bundle's hint"))], unverifiable: [] };
    const steps = [
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("key-known", `the hint names the pinned key ${key.id}`, []),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("signature", "ECDSA P-256 over the envelope holds", (0,_key_ring_js__WEBPACK_IMPORTED_MODULE_2__/* .holdsSignature */ .Df)(key, envelope) ? [] : whole("the signature does not hold for this payload and the pinned key")),
    ];
    if (!envelope.hasProofs)
        return { steps, unverifiable: [], signer: { key, proof: { times: [] } } };
    if (certificates === undefined) {
        return { steps, unverifiable: whole("the bundle carries log entries or timestamps, and no trusted root was handed in to hold them against"), signer: { key, proof: { times: [] } } };
    }
    const proof = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyProofs */ .v_)(envelope, { roots: certificates.roots, key });
    if ("breaks" in proof)
        return { steps: [...steps, toFailedStep(proof)], unverifiable: [] };
    return { steps: [...steps, toTimeStep(proof)], unverifiable: [], signer: { key, proof } };
}
function checkCertificate(envelope, trust) {
    const result = (0,_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyProofs */ .v_)(envelope, { roots: trust?.roots ?? [] });
    if ("breaks" in result)
        return { steps: [toFailedStep(result)], unverifiable: [] };
    const accepted = result.certificate !== undefined && trust !== undefined && (0,_certificate_js__WEBPACK_IMPORTED_MODULE_3__/* .isAccepted */ .oB)(result.certificate, trust);
    const steps = [
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("certificate", "issued by a trusted authority, and valid when it signed", []),
        toTimeStep(result),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("signature", "the certificate's key has signed the envelope", []),
        (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("identity", "signed by the identity and issuer that were asked for", accepted ? [] : whole("the certificate names another identity or issuer than those asked for")),
    ];
    return { steps, unverifiable: [], signer: { proof: result } };
}
function toTimeStep({ times }) {
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)("timestamp", `a trusted authority or log vouches for ${times[0]?.toISOString() ?? "its time"}`, []);
}
function toFailedStep({ breaks, detail }) {
    return (0,_step_js__WEBPACK_IMPORTED_MODULE_0__/* .toStep */ .C)(breaks, "", whole(detail));
}


/***/ }),

/***/ 34422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readClaims),
/* harmony export */   _: () => (/* binding */ findClaimProblems)
/* harmony export */ });
const ARC = "1.3.6.1.4.1.57264.1.";
/** Last arc of the extension to what it says. */
const extensions = {
    runner: 11, repository: 12, commit: 13, ref: 14, builder: 18, workflowCommit: 19, run: 21,
};
function readClaims(oids) {
    const found = new Map(oids.map(({ oid, value }) => [oid?.id.join(".") ?? "", value]));
    return Object.fromEntries(Object.entries(extensions).flatMap(([name, arc]) => {
        const text = readUtf8String(found.get(`${ARC}${arc}`));
        return text === undefined ? [] : [[name, text]];
    }));
}
/** Tag 12, a definite length of up to two bytes, and nothing behind it. */
function readUtf8String(der) {
    if (der === undefined || der[0] !== 0x0c || der[1] === undefined)
        return undefined;
    const long = der[1] - 0x80;
    const start = long > 0 ? 2 + long : 2;
    const length = long === 1 ? der[2] : long === 2 ? der.readUInt16BE(2) : der[1];
    return long > 2 || length !== der.length - start ? undefined : der.toString("utf8", start);
}
/**
 * Facts that the statement took from the runner's environment must be those of the certificate; what a facts file says is the
 * user's own word about another place, and is not compared.
 */
function findClaimProblems({ predicate }, claims) {
    if (predicate.factsFrom.includes("file"))
        return [];
    const { source, build } = predicate;
    const pairs = [
        [source.repository, claims.repository === undefined ? undefined : URL.parse(claims.repository)?.pathname.slice(1), "repository", "/predicate/source/repository"],
        [source.commit, claims.commit, "commit", "/predicate/source/commit"],
        [source.ref, claims.ref, "ref", "/predicate/source/ref"],
        [build.builder, claims.builder, "builder", "/predicate/build/builder"],
        [build.workflow.sha, claims.workflowCommit, "workflow's commit", "/predicate/build/workflow/sha"],
        [build.runner, claims.runner, "kind of runner", "/predicate/build/runner"],
    ];
    return pairs.flatMap(([stated, claimed, name, pointer]) => (stated === null || claimed === undefined || stated === claimed ? [] : [{ detail: `the ${name} is not the one in the certificate`, pointer }]));
}


/***/ }),

/***/ 30981:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ parseCanonical),
  J: () => (/* binding */ verifyEvidence)
});

// EXTERNAL MODULE: ./src/finding/acceptance/waiver.js
var acceptance_waiver = __webpack_require__(70956);
// EXTERNAL MODULE: ./src/attestation/statement/intake.js
var intake = __webpack_require__(49917);
// EXTERNAL MODULE: ./src/attestation/statement/statement.js
var statement = __webpack_require__(35460);
// EXTERNAL MODULE: ./src/finding/finding.js
var finding = __webpack_require__(53401);
// EXTERNAL MODULE: ./src/attestation/control/assess.js
var assess = __webpack_require__(71095);
// EXTERNAL MODULE: ./src/attestation/control/catalogue.js + 4 modules
var catalogue = __webpack_require__(26006);
// EXTERNAL MODULE: ./src/attestation/statement/derive.js
var derive = __webpack_require__(37382);
// EXTERNAL MODULE: ./src/attestation/statement/predicate.js
var statement_predicate = __webpack_require__(77408);
;// CONCATENATED MODULE: ./src/attestation/verification/judgement/consistency.js
// A signed statement can still contradict itself: everything in it that follows from something else is derived again.






/** `hint` names the key that the bundle was really signed with; null where a certificate does. */
function findContradictions(statement, hint) {
    const { predicate } = statement;
    return [
        ...(predicate.signer.hint === hint && (hint === null) === (predicate.signer.kind === "keyless") ? [] : [{ detail: "the statement names another signing key than the bundle", pointer: "/predicate/signer/hint" }]),
        ...findListProblems(predicate.checks),
        ...predicate.checks.flatMap((check, index) => (check.presence === "absent" ? [] : findCheckContradictions(statement, check, index))),
        ...((0,derive/* deriveOverallVerdict */.y8)(predicate.checks) === predicate.verdict ? []
            : [{ detail: "the verdict does not follow from the checks", pointer: "/predicate/verdict" }]),
        ...findWaiverContradictions(statement),
        ...findControlContradictions(statement),
    ];
}
function findListProblems(checks) {
    const ranks = checks.map((one) => statement_predicate/* pipelineChecks */.gy.indexOf(one.check));
    const inOrder = ranks.every((rank, index) => index === 0 || rank >= (ranks[index - 1] ?? 0)) && new Set(ranks).size === statement_predicate/* pipelineChecks */.gy.length;
    const examined = checks.map((one) => JSON.stringify(one.presence === "absent" ? [one.check] : [one.check, one.subject.name, one.subject.digest]));
    const absent = checks.filter((one) => one.presence === "absent").map((one) => one.check);
    const alone = absent.every((name) => checks.filter((one) => one.check === name).length === 1);
    return inOrder && alone && new Set(examined).size === examined.length ? []
        : [{ detail: "the checks are not those of the pipeline, in order and each once for what it looked at", pointer: "/predicate/checks" }];
}
function findCheckContradictions(statement, check, index) {
    const pointer = `/predicate/checks/${index}`;
    const { planted, detected, missed } = check.selfTest;
    const { digest, digestKind } = check.subject;
    const aboutImage = check.check === "image-secret-audit" || digestKind === "manifest" || digestKind === "config";
    const sameImage = digest?.sha256 === statement.subject[0]?.digest.sha256 && digestKind === statement.predicate.subject.digestKind;
    const open = check.findings.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
    return [
        ...((0,derive/* deriveCheckVerdict */.LG)(check) === check.verdict ? [] : [{ detail: `the verdict of ${check.check} does not follow from its counts`, pointer: `${pointer}/verdict` }]),
        ...(detected + missed.length === planted ? [] : [{ detail: `the self-test of ${check.check} does not add up`, pointer: `${pointer}/selfTest` }]),
        ...(!aboutImage || sameImage ? [] : [{ detail: `${check.check} looked at another image than the subject`, pointer: `${pointer}/subject` }]),
        ...(check.findings.every((one) => (one.disposition === "below-threshold") !== (0,finding/* reaches */.O6)(one.severity, check.failOn)) ? []
            : [{ detail: `the findings of ${check.check} are not judged by its threshold`, pointer: `${pointer}/findings` }]),
        ...(check.byRequirement.every((one) => one.open <= open) ? [] : [{ detail: `the findings of ${check.check} do not add up`, pointer: `${pointer}/byRequirement` }]),
        ...(Date.parse(check.startedAt) <= Date.parse(check.finishedAt) ? [] : [{ detail: `${check.check} ended before it began`, pointer: `${pointer}/finishedAt` }]),
    ];
}
/** Every accepted finding or gap has a waiver in the statement, and no waiver accepts what is not there. */
function findWaiverContradictions({ predicate }) {
    return statement_predicate/* pipelineChecks */.gy.flatMap((name) => {
        const bins = predicate.checks.flatMap((one) => (one.check !== name || one.presence === "absent" ? [] : [...one.findings, ...one.gaps]));
        const accepted = bins.filter((bin) => bin.disposition === "waived").reduce((total, bin) => total + bin.count, 0);
        const covered = predicate.waivers.filter((one) => one.check === name).reduce((total, one) => total + one.covers, 0);
        return accepted === covered ? [] : [{ detail: `the waivers of ${name} do not add up to what it accepted`, pointer: "/predicate/waivers" }];
    });
}
/** With our own catalogue the controls are derived again; of another version only what holds for every catalogue is known. */
function findControlContradictions({ predicate }) {
    const pointer = "/predicate/controls";
    if (predicate.catalogue.sha256 === catalogue/* catalogueDigest */.uv) {
        const derived = Buffer.from((0,statement/* toCanonicalBytes */.vp)((0,assess/* assessControls */.J)(predicate.checks)));
        return derived.equals((0,statement/* toCanonicalBytes */.vp)(predicate.controls)) ? [] : [{ detail: "the controls do not follow from the checks", pointer }];
    }
    const ids = new Set(predicate.controls.map((one) => one.id));
    const reported = new Set(predicate.checks.filter((one) => one.presence === "reported").map((one) => `checks/${one.check}`));
    const twice = ids.size === predicate.controls.length ? [] : [{ detail: "a control is listed twice", pointer }];
    return [...twice, ...predicate.controls.flatMap((control, index) => {
            const claims = control.status === "evidence-supports" || control.status === "partial";
            const founded = control.evidence.every((id) => reported.has(id)) && (!claims || control.evidence.length > 0);
            return founded ? [] : [{ detail: `control ${index + 1} leans on evidence that is not there`, pointer: `${pointer}/${index}/evidence` }];
        })];
}

// EXTERNAL MODULE: ./src/attestation/verification/signature/claim.js
var claim = __webpack_require__(34422);
// EXTERNAL MODULE: ./src/attestation/verification/envelope.js + 1 modules
var verification_envelope = __webpack_require__(14673);
// EXTERNAL MODULE: ./src/attestation/verification/key-ring.js
var key_ring = __webpack_require__(50847);
// EXTERNAL MODULE: ./src/attestation/verification/judgement/policy.js
var judgement_policy = __webpack_require__(16765);
// EXTERNAL MODULE: ./src/attestation/verification/signature/check.js
var check = __webpack_require__(75638);
// EXTERNAL MODULE: ./src/attestation/verification/step.js
var step = __webpack_require__(24273);
;// CONCATENATED MODULE: ./src/attestation/verification/verify.js
// Verifies a bundle without trusting anything in it before its signature holds. Pure over bytes and a clock.










/**
 * Takes every step that can be taken, in order. After a signature that does not hold, the payload is not read.
 * @throws InputError where the bytes are no bundle at all.
 */
function verifyEvidence(inputs) {
    const envelope = (0,verification_envelope/* readEnvelope */.H)(inputs.bundle);
    if ("broken" in envelope)
        return stopBeforePayload([(0,step/* toStep */.C)("bundle-form", "", [{ detail: `the bundle breaks the format at ${envelope.broken}`, pointer: "" }])]);
    const form = (0,step/* toStep */.C)("bundle-form", "a Sigstore bundle v0.3 with one DSSE envelope and a key hint or a certificate", []);
    const { steps, unverifiable, signer } = (0,check/* checkSignature */.j)(envelope, inputs);
    if (signer === undefined)
        return stopBeforePayload([form, ...steps]);
    const opened = openPayload(envelope.payload);
    const verification = { steps: [form, ...steps, ...opened.steps], unverifiable, notAsked: [], proof: signer.proof };
    if (opened.statement === undefined)
        return verification;
    return judgeStatement(opened.statement, { inputs, hint: envelope.hint, signer, verification });
}
function stopBeforePayload(steps) {
    return { steps, unverifiable: [], notAsked: [{ name: "statement", reason: "not read: without a valid signature nothing in it can be believed" }] };
}
function openPayload(payload) {
    const document = parseCanonical(payload);
    const canonical = (0,step/* toStep */.C)("canonical-form", "RFC 8785 canonical JSON", document === undefined ? [{ detail: "the payload is not canonical JSON", pointer: "" }] : []);
    if (document === undefined)
        return { steps: [canonical] };
    const types = [
        (0,step/* toStep */.C)("statement-type", statement/* STATEMENT_TYPE */.zG, document["_type"] === statement/* STATEMENT_TYPE */.zG ? [] : [{ detail: `the statement type is not ${statement/* STATEMENT_TYPE */.zG}`, pointer: "/_type" }]),
        (0,step/* toStep */.C)("predicate-type", statement/* COMPLIANCE_TYPE */.dd, document["predicateType"] === statement/* COMPLIANCE_TYPE */.dd ? []
            : [{ detail: `the predicate type is not ${statement/* COMPLIANCE_TYPE */.dd}`, pointer: "/predicateType" }]),
    ];
    if (types.some((step) => !step.ok))
        return { steps: [canonical, ...types] };
    const parsed = statement/* statementSchema */.t.safeParse(document);
    const problems = parsed.success ? [] : parsed.error.issues.slice(0, 20).map((issue) => ({
        detail: issue.code === "unrecognized_keys" ? "a field is not known to the schema" : "a field does not follow the schema",
        pointer: issue.path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    }));
    const steps = [canonical, ...types, (0,step/* toStep */.C)("schema", "follows the compliance schema strictly", problems)];
    return parsed.success ? { steps, statement: parsed.data } : { steps };
}
/** Canonical form also rules out doubled keys, of which two readers may see different ones. */
function parseCanonical(payload) {
    try {
        const document = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(payload));
        if (typeof document !== "object" || document === null || Array.isArray(document))
            return undefined;
        return Buffer.from((0,statement/* toCanonicalBytes */.vp)(document)).equals(payload) ? document : undefined;
    }
    catch {
        return undefined;
    }
}
function judgeStatement(statement, { inputs, hint, signer, verification }) {
    const { policy, now, image, running, reports } = inputs;
    const { key, proof } = signer;
    const subject = compareSubject(statement, image);
    const listed = statement.predicate.checks.filter((check) => check.presence === "reported").length;
    const steps = [
        (0,step/* toStep */.C)("consistency", "everything that follows from something else does", [...findContradictions(statement, hint), ...(0,claim/* findClaimProblems */._)(statement, proof.certificate?.claims ?? {})]),
        ...(key ? [(0,step/* toStep */.C)("key-valid", `the key ${key.id} was valid at the signed time`, (0,key_ring/* findKeyProblems */.lq)(key, [new Date(statement.predicate.issuedAt), ...proof.times]))] : []),
        (0,step/* toStep */.C)("signed-time", "neither in the future nor before the checks ended", [...findTimeProblems(statement, now), ...findProofTimeProblems(statement, proof.times)]),
        ...(subject.problems ? [(0,step/* toStep */.C)("subject", "the image's digest is the subject's", subject.problems)] : []),
        ...(running ? [(0,step/* toStep */.C)("running", `${running.length} running images are the subject`, findRunningProblems(statement, running))] : []),
        ...(reports ? [(0,step/* toStep */.C)("reports", `${reports.length} reports are those that the statement names`, findReportProblems(statement, reports))] : []),
        (0,step/* toStep */.C)("waivers", `${statement.predicate.waivers.length} waivers in force`, findExpiredWaivers(statement, now)),
        ...(0,judgement_policy/* judgePolicy */.CL)(statement, policy, now),
    ];
    const unread = listed - (reports?.length ?? 0);
    return {
        statement, proof,
        steps: [...verification.steps, ...steps],
        unverifiable: [...verification.unverifiable, ...subject.unverifiable],
        notAsked: [
            ...(image === undefined ? [{ name: "subject", reason: "no image was handed in to compare the subject with" }] : []),
            ...(unread > 0 ? [{ name: "reports", reason: `${unread} of ${listed} reports that the statement names were not handed in` }] : []),
        ],
    };
}
function compareSubject(statement, image) {
    if (image === undefined)
        return { unverifiable: [] };
    const pointer = "/subject/0/digest/sha256";
    const { digestKind } = statement.predicate.subject;
    if (image.digest === null)
        return { unverifiable: [{ detail: "the image has no digest to compare the subject with", pointer }] };
    if (image.digestKind !== digestKind) {
        const detail = `the statement names the image's ${digestKind}, which this form of the image does not show; hand in the form that was attested`;
        return { unverifiable: [{ detail, pointer }] };
    }
    const same = image.digest.sha256 === statement.subject[0]?.digest.sha256;
    return { problems: same ? [] : [{ detail: "the statement is about another image", pointer }], unverifiable: [] };
}
function findTimeProblems({ predicate }, now) {
    const signedAt = Date.parse(predicate.issuedAt);
    const late = predicate.checks.findIndex((check) => check.presence === "reported" && Date.parse(check.finishedAt) > signedAt + intake/* CLOCK_TOLERANCE_MS */.UG);
    return [
        ...(signedAt > now.getTime() + intake/* CLOCK_TOLERANCE_MS */.UG ? [{ detail: "signed in the future", pointer: "/predicate/issuedAt" }] : []),
        ...(late >= 0 ? [{ detail: "signed before a check had ended", pointer: `/predicate/checks/${late}/finishedAt` }] : []),
    ];
}
/** Who vouches for the time has seen the signature, so the stated time can differ by no more than two clocks do. */
function findProofTimeProblems({ predicate }, times) {
    const apart = times.some((time) => Math.abs(time.getTime() - Date.parse(predicate.issuedAt)) > intake/* CLOCK_TOLERANCE_MS */.UG);
    return apart ? [{ detail: "the stated time is not the one that a third party vouches for", pointer: "/predicate/issuedAt" }] : [];
}
function findRunningProblems(statement, running) {
    const pointer = "/subject/0/digest/sha256";
    if (statement.predicate.subject.digestKind !== "manifest")
        return [{ detail: "the statement names the image's config, and what runs is named by its manifest", pointer, unshown: true }];
    const other = running.filter((digest) => digest !== statement.subject[0]?.digest.sha256).length;
    return other === 0 ? [] : [{ detail: `${other} of ${running.length} running images are not the subject`, pointer }];
}
function findReportProblems({ predicate }, reports) {
    const named = new Set(predicate.checks.flatMap((check) => (check.presence === "reported" ? [check.report.sha256] : [])));
    return reports.flatMap((report, index) => (named.has((0,intake/* hashBytes */.yi)(report.bytes)) ? []
        : [{ detail: `report ${index + 1} of those handed in is not one that the statement names`, pointer: "/predicate/checks" }]));
}
function findExpiredWaivers({ predicate }, now) {
    return predicate.waivers.flatMap(({ waiver }, index) => ((0,acceptance_waiver/* holds */.v9)(waiver, now) ? []
        : [{ detail: `waiver ${index + 1} ended on ${waiver.until}`, pointer: `/predicate/waivers/${index}/waiver/until` }]));
}


/***/ }),

/***/ 76169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ measurementSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92857);
// What was counted while a service was changed under load: the shape that report, statement and picture share.

const count = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().nonnegative();
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative();
const share = zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().min(0).max(1);
/** Why a request counts as failed. One request has one failure: the worst that the ledgers show. */
const failureKinds = [
    "refused", "reset", "timeout", "unreachable", "server-error", "unexpected-status",
    "lost-acknowledgement", "duplicate-effect", "missing-effect",
];
const failuresSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .partialRecord */ .jgl(zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(failureKinds), count).describe("kinds that occurred, with their counts");
const laneSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["fresh", "kept"]).describe("fresh: a connection per request; kept: long keep-alive connections"),
    requests: count,
    failures: failuresSchema,
    latency: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ p50: milliseconds, p99: milliseconds, max: milliseconds }).nullable().describe("from the intended time of sending, so that a stall is not left out; null without answers"),
});
const secondSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    second: count.describe("since the load began"),
    sent: count,
    failed: count,
    versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(count).describe("answers by version, in the order of `versions`"),
});
const measurementSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    scenario: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().regex(/^[a-z][a-z-]{0,39}$/),
    rounds: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().describe("how often the change was made"),
    ratePerSecond: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().positive().describe("constant arrival rate, whether answers come or not"),
    errorBudget: count.describe("failed requests that the change was allowed to cost"),
    requests: count.describe("sent inside the windows: from the first pod's termination to the last old pod's end, or what the scenario calls its change"),
    failed: count,
    failures: failuresSchema,
    outside: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ requests: count, failed: count }).describe("sent before and after the windows"),
    repeated: count.describe("requests sent a second time under the same idempotency key"),
    ledgers: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        service: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ entries: count, unlogged: count.describe("answered requests that no pod's log names") }).nullable(),
        effects: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ entries: count, foreign: count.describe("entries of nobody's request") }).nullable(),
    }).describe("the other sides' own records, reconciled by request id; null where none was given"),
    bound: zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
        confidence: zod__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .euz(0.95),
        perRequest: share.nullable().describe("upper bound of the share of failing requests: 3/N, where none failed"),
        perRound: share.nullable().describe("the same of rounds with a failure"),
    }),
    latestSend: milliseconds.describe("how far the generator itself fell behind at worst"),
    versions: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ digest: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable().describe("the image's manifest; null for pods that it is not known of"), answers: count })),
    lanes: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(laneSchema),
    timeline: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(secondSchema).describe("the first round"),
    events: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ second: zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig().nonnegative(), kind: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["window-opened", "window-closed", "pod-ready", "pod-terminating", "pod-gone"]), pod: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().nullable() })).describe("of the first round"),
});


/***/ })

};
