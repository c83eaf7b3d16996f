export const id = 947;
export const ids = [947];
export const modules = {

/***/ 54328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  contract: () => (/* binding */ credential_rotate_contract),
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./src/rotation/config.js
// Where a rotation finds the instances, the store and the processors of one environment: a file in the repository, without a value in it.

const label = schemas/* string */.YjP().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is lower-case letters, digits and dashes");
const port = schemas/* int */.Whr().min(1).max(65_535);
const rotationConfigSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/rotation-config/v1"),
    context: schemas/* string */.YjP().regex(/^[A-Za-z0-9][\w.:/@-]*$/, "is the name of a kubectl context").describe("kubectl context; the current one is never assumed"),
    namespace: label.describe("where the instances run"),
    selector: schemas/* string */.YjP().regex(/^[A-Za-z0-9./_-]+=[A-Za-z0-9._-]+$/, "is a label as key=value").describe("label of the instances"),
    "internal-port": port.describe("the instances' port for health and credentials"),
    authority: schemas/* strictObject */.rej({ configmap: label, key: schemas/* string */.YjP().min(1) }).describe("ConfigMap of that namespace with the certificate authority of store and processors"),
    store: schemas/* strictObject */.rej({
        namespace: label, target: schemas/* string */.YjP().regex(/^(service|pod)\/[a-z0-9.-]+$/, "is service/<name> or pod/<name>"), port,
        "auth-path": label, role: label, "service-account": label.describe("in the instances' namespace; its token is asked for, and lives ten minutes"), audience: label,
        mount: label, path: label.describe("below it lie the credentials, by their processors' names"),
    }),
    processors: schemas/* strictObject */.rej({ namespace: label, port, portal: schemas/* string */.YjP().regex(/^service\/[a-z0-9.-]+$/, "is service/<name>"), "portal-port": port, account: label }),
    "acknowledge-seconds": schemas/* int */.Whr().min(1).max(3600).default(90).describe("how long the instances have to take a new version into use"),
    "quiet-seconds": schemas/* int */.Whr().min(0).max(86_400).default(5).describe("the old credential is revoked only after nobody has used it for so long"),
    "lease-seconds": schemas/* int */.Whr().min(10).max(86_400).default(600).describe("a rotation that stands still for so long is taken for dead, and settled by the next one"),
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/secret-store/fields.js
// A secret's fields, which belong together in one version (user and password, id and value) and must not be seen by accident.

const HIDDEN = "[secret]";
/** Whoever wants a value has to say so: it appears in no JSON, no string and no inspection. */
class Fields {
    #values;
    constructor(values) {
        this.#values = new Map(Object.entries(values));
    }
    get(name) {
        return this.#values.get(name);
    }
    names() {
        return [...this.#values.keys()].sort();
    }
    /** For the store that keeps them, and for who uses them. */
    expose() {
        return Object.fromEntries(this.#values);
    }
    equals(other) {
        return JSON.stringify(Object.entries(this.expose()).sort()) === JSON.stringify(Object.entries(other.expose()).sort());
    }
    toJSON() {
        return HIDDEN;
    }
    toString() {
        return HIDDEN;
    }
    [external_node_util_.inspect.custom]() {
        return HIDDEN;
    }
}

;// CONCATENATED MODULE: ./src/rotation/acknowledge.js
// Waits until every instance has shown that it uses a version: not by saying its number, but by signing a challenge with its value.

const POLL_MS = 500;
/** Instances that start meanwhile have to as well, those that end need not any more. Rejects with a sentence when the time is up. */
async function waitForAcknowledgements(order, ports, wanted) {
    const deadline = ports.now().getTime() + order.acknowledgeMs;
    const done = new Map();
    for (;;) {
        const instances = await ports.consumers.list().catch(() => undefined);
        const open = instances?.filter((instance) => !done.has(instance)) ?? [];
        const answers = await Promise.all(open.map((instance) => ask(instance, { order, ports, wanted })));
        for (const answer of answers)
            if (answer !== undefined)
                done.set(answer.instance, answer);
        const left = instances?.filter((instance) => !done.has(instance));
        // asked for again: who started while the others were asked is not forgotten
        const after = left?.length === 0 ? await ports.consumers.list().catch(() => undefined) : undefined;
        if (after !== undefined && after.length > 0 && after.every((instance) => done.has(instance)))
            return after.flatMap((instance) => done.get(instance) ?? []);
        if (ports.now().getTime() >= deadline)
            throw new Error(describe(instances, left));
        await ports.wait(POLL_MS);
    }
}
function describe(instances, left) {
    if (instances === undefined || left === undefined)
        return "the instances cannot be listed";
    return instances.length === 0 ? "there is no instance that could acknowledge" : `${left.length} of ${instances.length} instances did not acknowledge: ${left.join(", ")}`;
}
async function ask(instance, { order, ports, wanted }) {
    try {
        await ports.consumers.reload(instance);
        const nonce = ports.nonce();
        const answer = await ports.consumers.acknowledge(instance, nonce);
        if (answer.version < wanted.version || !isProof(answer, { text: `${order.processor}\n${instance}\n${nonce}`, wanted }))
            return undefined;
        ports.log(`${instance} uses version ${answer.version}`);
        return { instance, version: answer.version, at: ports.now().toISOString() };
    }
    catch {
        return undefined;
    }
}
function isProof({ proof, id }, { text, wanted: { credential } }) {
    const expected = (0,external_node_crypto_.createHmac)("sha256", credential.value).update(`acknowledge\n${text}`).digest();
    const given = Buffer.from(proof, "hex");
    return id === credential.id && given.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(given, expected);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./src/secret-store/store-error.js
// Why a store did not do what it was asked. A word of a closed list and the secret's name; nothing that was read or sent.
const sentences = {
    missing: "has no such secret or version",
    conflict: "holds a newer version than the one that was read; read it again",
    denied: "does not allow this identity to do that",
    unreachable: "does not answer",
    sealed: "is sealed; unseal it",
    malformed: "holds something else than a secret of ours there",
    failed: "could not do it",
};
class SecretStoreError extends Error {
    name = "SecretStoreError";
    reason;
    constructor(reason, secret) {
        super(`The secret store ${sentences[reason]} (${secret})`);
        this.reason = reason;
    }
}

;// CONCATENATED MODULE: ./src/rotation/report.js
// What is said of a rotation afterwards: every step with its time, every instance's acknowledgement, and never a value.

/** In their order. */
const steps = ["recover", "lease", "issue", "test", "publish", "acknowledge", "quiet", "revoke", "negative", "close", "roll-back"];
const version = schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), version: schemas/* int */.Whr().positive() });
const rotationReportSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/rotation/v1"),
    rotationId: schemas/* string */.YjP(),
    processor: schemas/* string */.YjP(),
    outcome: schemas/* enum */.k5n(["rotated", "rolled-back", "failed"]).describe("rolled-back: as before · failed: neither done nor undone, the next run goes on from there"),
    startedAt: iso/* datetime */.w$(),
    finishedAt: iso/* datetime */.w$(),
    former: version.nullable(),
    candidate: schemas/* strictObject */.rej({ id: schemas/* string */.YjP(), version: schemas/* int */.Whr().positive().nullable() }).nullable(),
    steps: schemas/* array */.YOg(schemas/* strictObject */.rej({ step: schemas/* enum */.k5n(steps), at: iso/* datetime */.w$(), ms: schemas/* int */.Whr().nonnegative(), ok: schemas/* boolean */.zMY(), detail: schemas/* string */.YjP().nullable() })),
    acknowledgements: schemas/* array */.YOg(schemas/* strictObject */.rej({ instance: schemas/* string */.YjP(), version: schemas/* int */.Whr().positive(), at: iso/* datetime */.w$() })),
    negativeTest: schemas/* enum */.k5n(["refused", "accepted", "not-made"]).describe("what the processor said to the old credential in the end"),
});

;// CONCATENATED MODULE: ./src/rotation/record.js
// The rotation's memory, kept where the credentials are: which step was begun, written by compare-and-set before it is. A worker that
// slept while another one took over fails at its next write, before it does anything more.



const schema = schemas/* strictObject */.rej({
    rotationId: schemas/* string */.YjP(),
    step: schemas/* enum */.k5n([...steps, "done", "rolled-back"]),
    formerId: schemas/* string */.YjP(),
    formerVersion: schemas/* int */.Whr(),
    candidateId: schemas/* string */.YjP().nullable(),
    candidateVersion: schemas/* int */.Whr().nullable(),
    at: iso/* datetime */.w$(),
});
/** Somebody else holds the rotation now: nothing more is to be done, and nothing undone. */
class LeaseLost extends Error {
    name = "LeaseLost";
}
class RecordBook {
    #store;
    #name;
    #version = 0;
    constructor(store, name) {
        this.#store = store;
        this.#name = name;
    }
    /** Undefined where there never was a rotation. */
    async read() {
        try {
            const { version, fields } = await this.#store.get(this.#name);
            this.#version = version;
            return schema.parse(JSON.parse(fields.get("record") ?? ""));
        }
        catch (error) {
            if (error instanceof SecretStoreError && error.reason === "missing")
                return undefined;
            if (error instanceof SecretStoreError)
                throw error;
            throw new SecretStoreError("malformed", this.#name);
        }
    }
    /** Throws LeaseLost where someone else has written since. An answer that got lost is looked for. */
    async write(record) {
        const fields = new Fields({ record: JSON.stringify(record) });
        try {
            this.#version = (await this.#store.put(this.#name, fields, { expected: this.#version })).version;
        }
        catch (error) {
            const now = await this.#store.get(this.#name).catch(() => undefined);
            if (now?.version === this.#version + 1 && now.fields.equals(fields))
                this.#version = now.version;
            else if (error instanceof SecretStoreError && error.reason === "conflict")
                throw new LeaseLost(this.#name);
            else
                throw error;
        }
    }
}

;// CONCATENATED MODULE: ./src/rotation/course.js

class Course {
    order;
    ports;
    former;
    #book;
    #rotationId;
    #startedAt;
    #steps = [];
    candidate;
    candidateVersion;
    acknowledgements = [];
    negativeTest = "not-made";
    constructor(parts) {
        this.order = parts.order;
        this.ports = parts.ports;
        this.former = parts.former;
        this.#book = parts.book;
        this.#rotationId = parts.rotationId;
        this.#startedAt = parts.ports.now();
    }
    /** Notes that the step begins, then does it. Rejects as the step does. */
    async step(step, act) {
        const began = this.ports.now();
        const enter = (ok, detail) => {
            const ms = Math.max(0, Math.round(this.ports.now().getTime() - began.getTime()));
            this.#steps.push({ step, at: began.toISOString(), ms, ok, detail });
            this.ports.log(`${step}: ${ok ? "done" : `failed, ${detail}`}`);
        };
        try {
            await this.note(step);
            if (this.order.forceFail === step)
                throw new Error("made to fail");
            const result = await act();
            enter(true, null);
            return result;
        }
        catch (error) {
            enter(false, explain(error));
            throw error;
        }
    }
    note(step) {
        return this.#book.write({
            rotationId: this.#rotationId, step, formerId: this.former.credential.id, formerVersion: this.former.version,
            candidateId: this.candidate?.id ?? null, candidateVersion: this.candidateVersion ?? null, at: this.ports.now().toISOString(),
        });
    }
    toReport(outcome) {
        return {
            schema: "pci-pipeline/rotation/v1", rotationId: this.#rotationId, processor: this.order.processor, outcome,
            startedAt: this.#startedAt.toISOString(), finishedAt: this.ports.now().toISOString(),
            former: { id: this.former.credential.id, version: this.former.version },
            candidate: this.candidate ? { id: this.candidate.id, version: this.candidateVersion ?? null } : null,
            steps: this.#steps, acknowledgements: this.acknowledgements, negativeTest: this.negativeTest,
        };
    }
}
/** Our own sentences only: what a foreign error says may hold anything. */
function explain(error) {
    if (error instanceof LeaseLost)
        return "another rotation took over";
    return error instanceof Error && (error.constructor === Error || error.name === "SecretStoreError") ? error.message : "an unforeseen error";
}
/** The credential as it stands in the store, now or in an earlier version. */
async function readCredential(store, name, version) {
    const secret = await store.get(name, version === undefined ? {} : { version });
    const [id, value] = [secret.fields.get("id"), secret.fields.get("value")];
    if (id === undefined || value === undefined)
        throw new Error("the store's secret has no fields id and value");
    return { credential: { id, value }, version: secret.version };
}

;// CONCATENATED MODULE: ./src/rotation/undo.js
// Back to what was valid before: store first, then every instance, and only then is the new credential revoked.



/** Rejects where it could not be done to the end; the record then says so, and the next run tries again. */
async function undo(course) {
    const { order, ports, former } = course;
    await course.note("roll-back");
    const now = await readCredential(ports.store, order.secret);
    const published = now.credential.id !== former.credential.id;
    if (published)
        await ports.store.put(order.secret, new Fields(former.credential), { expected: now.version }).catch(async (error) => {
            // an answer that got lost is no failure
            if ((await readCredential(ports.store, order.secret)).credential.id !== former.credential.id)
                throw error;
        });
    const back = await readCredential(ports.store, order.secret);
    // also where nothing was published by this run: an earlier one may have been, and some instance may still use it
    if (back.version !== former.version)
        course.acknowledgements = await waitForAcknowledgements(order, ports, back);
    await revokeOthers(course, former.credential.id);
    await course.note("rolled-back");
}
/** Every key of the account but the one that is to stay: also those that were issued and whose answer got lost. */
async function revokeOthers({ ports }, staying) {
    const others = (await ports.processor.keys()).filter(({ id, state }) => state === "valid" && id !== staying);
    for (const { id } of others)
        await ports.processor.revoke(id).catch(() => undefined);
    const left = (await ports.processor.keys()).filter(({ id, state }) => state === "valid" && id !== staying);
    if (left.length > 0)
        throw new Error(`${left.length} credentials beside the valid one could not be revoked`);
}

;// CONCATENATED MODULE: ./src/rotation/rotate.js
// The course of a rotation. At every moment the credential that each instance uses is valid at the processor.







const QUIET_POLL_MS = 500;
const NEGATIVE_TRIES = 20;
const NEGATIVE_PAUSE_MS = 500;
/** Throws InputError where another rotation of this credential runs, and SecretStoreError where the store does not answer to begin with. */
async function rotate(order, ports) {
    const book = new RecordBook(ports.store, order.record);
    const last = await book.read();
    if (last !== undefined && !isFinished(last))
        return recover(order, ports, { book, last });
    return start(order, ports, book);
}
function isFinished({ step }) {
    return step === "done" || step === "rolled-back";
}
async function start(order, ports, book) {
    const former = await readCredential(ports.store, order.secret);
    const course = new Course({ order, ports, former, book, rotationId: (0,external_node_crypto_.randomUUID)() });
    try {
        await course.step("lease", async () => checkBefore(ports, former.credential));
        await advance(course);
    }
    catch (error) {
        return settle(course, error);
    }
    return finish(course);
}
/** What a rotation that died left behind is settled first: undone as long as the old credential is valid, else brought to its end. */
async function recover(order, ports, { book, last }) {
    if (ports.now().getTime() - new Date(last.at).getTime() < order.leaseMs) {
        throw new input_error/* InputError */.dz(`The rotation ${last.rotationId} is under way, in step ${last.step}; wait for it`);
    }
    const former = await readCredential(ports.store, order.secret, last.formerVersion);
    const course = new Course({ order, ports, former, book, rotationId: last.rotationId });
    const revoked = (await ports.processor.keys()).some(({ id, state }) => id === last.formerId && state === "revoked");
    try {
        if (!revoked)
            await course.step("recover", () => undo(course));
        else {
            course.candidate = (await readCredential(ports.store, order.secret)).credential;
            course.candidateVersion = last.candidateVersion ?? undefined;
            return await finish(course);
        }
    }
    catch {
        return course.toReport("failed");
    }
    return start(order, ports, book);
}
/** A rotation starts from what works: the one in use is valid, and no key that nobody knows stands in its way. */
async function checkBefore({ processor }, former) {
    if ((await processor.validate(former)) === "refused")
        throw new Error("the processor refuses the credential in use already");
    for (const { id, state } of await processor.keys())
        if (state === "valid" && id !== former.id)
            await processor.revoke(id);
}
async function advance(course) {
    const { order, ports } = course;
    const candidate = await course.step("issue", () => ports.processor.issue());
    course.candidate = candidate;
    await course.step("test", async () => {
        if ((await ports.processor.validate(candidate)) === "refused")
            throw new Error("the processor refuses the credential that it has just issued");
    });
    const version = await course.step("publish", () => publish(ports.store, { order, candidate, expected: course.former.version }));
    course.candidateVersion = version;
    course.acknowledgements = await course.step("acknowledge", () => waitForAcknowledgements(order, ports, { credential: candidate, version }));
    await course.step("quiet", () => waitForQuiet(course));
    await course.step("revoke", () => revoke(ports, course.former.credential.id));
}
async function publish(store, { order, candidate, expected }) {
    try {
        return (await store.put(order.secret, new Fields(candidate), { expected })).version;
    }
    catch (error) {
        const now = await readCredential(store, order.secret);
        if (now.credential.id === candidate.id)
            return now.version;
        throw error;
    }
}
/** The processor's own word that nobody uses the old one any more: an instance that nobody listed would show here. */
async function waitForQuiet({ order, ports, former }) {
    const deadline = ports.now().getTime() + order.acknowledgeMs;
    for (;;) {
        const key = (await ports.processor.keys()).find(({ id }) => id === former.credential.id);
        const silence = ports.now().getTime() - (key?.lastUsedAt?.getTime() ?? 0);
        if (silence >= order.quietMs)
            return;
        if (ports.now().getTime() >= deadline)
            throw new Error("the old credential is still in use by someone who did not acknowledge");
        await ports.wait(Math.min(QUIET_POLL_MS, order.quietMs - silence));
    }
}
/** An answer that got lost is no failure: the processor is asked. */
async function revoke({ processor }, id) {
    const failed = await processor.revoke(id).then(() => undefined, (error) => error);
    if (failed === undefined)
        return;
    if ((await processor.keys()).some((key) => key.id === id && key.state === "valid"))
        throw failed;
}
/** From here there is no way back: the old credential is revoked. */
async function finish(course) {
    const { ports, former } = course;
    try {
        await course.step("negative", async () => {
            for (let attempt = 1;; attempt++) {
                course.negativeTest = await ports.processor.validate(former.credential);
                if (course.negativeTest === "refused")
                    return;
                if (attempt === NEGATIVE_TRIES)
                    throw new Error("the processor still accepts the old credential; ask it why");
                await ports.wait(NEGATIVE_PAUSE_MS);
            }
        });
        await course.step("close", () => course.note("done"));
        return course.toReport("rotated");
    }
    catch {
        return course.toReport("failed");
    }
}
/** After a failure the old credential may be revoked all the same, where the answer to that got lost: then it goes on. */
async function settle(course, error) {
    if (error instanceof LeaseLost)
        return course.toReport("failed");
    try {
        const keys = await course.ports.processor.keys();
        if (keys.some(({ id, state }) => id === course.former.credential.id && state === "revoked") && course.candidateVersion !== undefined)
            return await finish(course);
        await course.step("roll-back", () => undo(course));
        return course.toReport("rolled-back");
    }
    catch {
        return course.toReport("failed");
    }
}

;// CONCATENATED MODULE: ./src/secret-store/secret-store.js
// The port that everything else uses: a backend with its names checked, rollback on top, and every access recorded. What cannot be
// recorded does not happen: a write is refused before it, a value is not handed out after it.



const NAME = /^[A-Za-z0-9_-]{1,64}(\/[A-Za-z0-9_-]{1,64}){0,7}$/;
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
function openSecretStore(backend, holder) {
    const recorder = new Recorder(backend.kind, holder);
    return {
        kind: backend.kind,
        get: (name, { version } = {}) => recorder.read("secret.read", name, async () => backend.get(checkName(name), version)),
        put: (name, fields, { expected }) => recorder.write("secret.write", name, async () => {
            checkFields(fields);
            return { version: await backend.put(checkName(name), fields, expected) };
        }),
        rollback: (name, { to, expected }) => recorder.write("secret.rollback", name, async () => {
            const former = await backend.get(checkName(name), to);
            return { version: await backend.put(name, former.fields, expected) };
        }),
        versions: (name) => recorder.read("secret.versions", name, async () => backend.versions(checkName(name))),
        metadata: (name) => recorder.read("secret.metadata.read", name, async () => backend.metadata(checkName(name))),
        describe: (name, changes) => recorder.write("secret.metadata.write", name, async () => backend.describe(checkName(name), changes)),
    };
}
class Recorder {
    #store;
    #holder;
    constructor(store, holder) {
        this.#store = store;
        this.#holder = holder;
    }
    async write(action, secret, act) {
        await this.#record(action, secret, { outcome: "attempted" });
        return this.read(action, secret, act);
    }
    async read(action, secret, act) {
        let result;
        try {
            result = await act();
        }
        catch (error) {
            await this.#record(action, secret, { outcome: toOutcome(error) });
            throw error;
        }
        await this.#record(action, secret, { outcome: "done", version: readVersion(result) });
        return result;
    }
    #record(action, secret, { outcome, version = null }) {
        const { actor, now, record } = this.#holder;
        return record({ schema: "pci-pipeline/audit-event/v1", at: now().toISOString(), actor, action, store: this.#store, secret: NAME.test(secret) ? secret : "(not a name)", version, outcome });
    }
}
function toOutcome(error) {
    const reason = error instanceof SecretStoreError ? error.reason : "failed";
    return reason === "missing" || reason === "conflict" || reason === "denied" ? reason : "failed";
}
function readVersion(result) {
    return typeof result === "object" && result !== null && "version" in result && typeof result.version === "number" ? result.version : null;
}
function checkName(name) {
    if (NAME.test(name))
        return name;
    throw new input_error/* InputError */.dz("A secret's name is letters, digits, dashes and underscores, with \"/\" between parts");
}
function checkFields(fields) {
    const names = fields.names();
    if (names.length === 0 || !names.every((name) => FIELD.test(name)))
        throw new input_error/* InputError */.dz("A secret has at least one field, and a field's name is letters, digits, dashes and underscores");
}

;// CONCATENATED MODULE: ./src/secret-store/openbao/login.js
// A token of the store for an identity of the platform: auth/<path>/login of the kubernetes and jwt methods.


const login_schema = schemas/* object */.Ikc({ auth: schemas/* object */.Ikc({ client_token: schemas/* string */.YjP().min(1), lease_duration: schemas/* number */.aig() }) });
/** `seconds` is how long the token lives. Rejects with SecretStoreError, reason denied, where the role is not for this identity. */
async function logInToOpenbao({ url, connect, authPath, role, jwt }) {
    const target = new URL(`/v1/auth/${authPath}/login`, url).href;
    const answer = await connect({ method: "POST", url: target, headers: { "x-vault-request": "true" }, body: JSON.stringify({ role, jwt }) })
        .catch(() => { throw new SecretStoreError("unreachable", `login as ${role}`); });
    if (answer.status === 503)
        throw new SecretStoreError("sealed", `login as ${role}`);
    const parsed = answer.status === 200 ? login_schema.safeParse(JSON.parse(answer.body)) : undefined;
    if (!parsed?.success)
        throw new SecretStoreError(answer.status >= 400 && answer.status < 500 ? "denied" : "failed", `login as ${role}`);
    return { token: parsed.data.auth.client_token, seconds: parsed.data.auth.lease_duration };
}

;// CONCATENATED MODULE: ./src/secret-store/openbao/openbao-backend.js
// KV version 2 of OpenBao and of Vault, whose HTTP interface is the same here (openbao.org/api-docs/secret/kv/kv-v2).



const readSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullable(), metadata: schemas/* object */.Ikc({ version: schemas/* int */.Whr().positive(), created_time: schemas/* string */.YjP() }) }) });
const writeSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ version: schemas/* int */.Whr().positive() }) });
const metadataSchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({
        current_version: schemas/* int */.Whr(), custom_metadata: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
        versions: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({ created_time: schemas/* string */.YjP(), deletion_time: schemas/* string */.YjP(), destroyed: schemas/* boolean */.zMY() })),
    }),
});
/** The mount should have cas_required: then nobody else can write without saying which version he follows either. */
function openOpenbaoBackend(options) {
    const readMetadata = async (name) => parse(metadataSchema, name, await call(options, { name, path: `metadata/${name}` })).data;
    return {
        kind: "openbao",
        get: async (name, version) => {
            const { data: { data, metadata } } = parse(readSchema, name, await call(options, { name, path: `data/${name}${version === undefined ? "" : `?version=${version}`}` }));
            // deleted or destroyed, its place is still there
            if (data === null)
                throw new SecretStoreError("missing", name);
            return { name, version: metadata.version, createdAt: new Date(metadata.created_time), fields: new Fields(data) };
        },
        put: async (name, fields, expected) => parse(writeSchema, name, await call(options, { name, path: `data/${name}`, body: { data: fields.expose(), options: { cas: expected } } })).data.version,
        versions: async (name) => {
            const { versions, current_version: current } = await readMetadata(name);
            return Object.entries(versions).filter(([, one]) => !one.destroyed && one.deletion_time === "")
                .map(([version, one]) => ({ version: Number(version), createdAt: new Date(one.created_time), current: Number(version) === current }))
                .sort((a, b) => a.version - b.version);
        },
        metadata: async (name) => (await readMetadata(name)).custom_metadata ?? {},
        describe: async (name, changes) => {
            const before = (await readMetadata(name)).custom_metadata;
            await call(options, { name, path: `metadata/${name}`, body: { custom_metadata: { ...before, ...changes } } });
        },
    };
}
async function call({ url, mount, connect, token }, { name, path, body }) {
    const headers = { "x-vault-token": await token(), "x-vault-request": "true" };
    const target = new URL(`/v1/${mount}/${path}`, url).href;
    const answer = await connect({ method: body === undefined ? "GET" : "POST", url: target, headers, ...(body && { body: JSON.stringify(body) }) })
        .catch(() => { throw new SecretStoreError("unreachable", name); });
    if (answer.status >= 200 && answer.status < 300)
        return answer.body;
    throw new SecretStoreError(toReason(answer), name);
}
/** The one refusal that has no status of its own is told by its words. */
function toReason({ status, body }) {
    if (status === 400 && /check-and-set parameter did not match/.test(body))
        return "conflict";
    if (status === 403)
        return "denied";
    // a version that was deleted answers 404 with its metadata
    if (status === 404)
        return "missing";
    return status === 503 ? "sealed" : "failed";
}
function parse(schema, name, text) {
    try {
        return schema.parse(JSON.parse(text));
    }
    catch {
        // what does not parse may still hold a value, so nothing of it is quoted
        throw new SecretStoreError("malformed", name);
    }
}

;// CONCATENATED MODULE: ./src/rotation/kubernetes/consumers.js
// The instances as pods: found by label, asked on their internal port through the API server, so that Kubernetes' own roles decide who may.

const podsSchema = schemas/* object */.Ikc({ items: schemas/* array */.YOg(schemas/* object */.Ikc({ metadata: schemas/* object */.Ikc({ name: schemas/* string */.YjP() }), status: schemas/* object */.Ikc({ phase: schemas/* string */.YjP() }) })) });
const answerSchema = schemas/* object */.Ikc({ version: schemas/* int */.Whr(), id: schemas/* string */.YjP(), proof: schemas/* string */.YjP() });
/** Pods that end are asked as long as they run: they still use what they have loaded. Those not started yet will read the store by themselves. */
function openKubernetesConsumers(kubectl, { namespace, selector, internalPort, processor }) {
    const post = (instance, path, body) => kubectl.ask(["create", "--raw", `/api/v1/namespaces/${namespace}/pods/https:${instance}:${internalPort}/proxy/${path}`, "-f", "-"], JSON.stringify(body));
    return {
        list: async () => {
            const listed = await kubectl.ask([`--namespace=${namespace}`, "get", "pods", `--selector=${selector}`, "-o", "json"]);
            return podsSchema.parse(JSON.parse(listed)).items.filter(({ status }) => status.phase === "Running").map(({ metadata }) => metadata.name);
        },
        reload: async (instance) => void (await post(instance, "reload-credentials", {})),
        acknowledge: async (instance, nonce) => answerSchema.parse(JSON.parse(await post(instance, "acknowledge-credential", { processor, nonce }))),
    };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(80481);
// EXTERNAL MODULE: ./src/command/run-command.js
var run_command = __webpack_require__(41261);
;// CONCATENATED MODULE: ./src/rotation/kubernetes/kubectl-raw.js
// Kubernetes by kubectl, always with the context that was named. What kubectl writes to its standard error goes no further.



const ASK_MS = 30_000;
const OPEN_MS = 20_000;
function openKubectlRaw(context, signal) {
    const base = [`--context=${context}`];
    return {
        ask: async (args, input) => {
            const options = { timeoutMs: ASK_MS, ...(signal && { signal }), ...(input !== undefined && { input: toStream(input) }) };
            const result = await (0,run_command/* runCommand */.d)("kubectl", [...base, ...args], options);
            if (result.kind === "absent")
                throw new Error("kubectl is not on the PATH");
            if (result.kind === "timed-out" || result.code !== 0)
                throw new Error(`kubectl ${args.find((arg) => !arg.startsWith("-")) ?? ""} failed; does the cluster answer, and may you do that (context ${context})?`);
            return result.stdout;
        },
        open: ({ namespace, target, port }) => openTunnel([...base, `--namespace=${namespace}`, "port-forward", target, `:${port}`]),
    };
}
async function* toStream(text) {
    yield Buffer.from(text);
}
async function openTunnel(args) {
    const child = (0,external_node_child_process_.spawn)("kubectl", args, { stdio: ["ignore", "pipe", "ignore"] });
    const timer = setTimeout(() => child.kill(), OPEN_MS);
    child.on("error", () => { });
    const port = await readPort(child.stdout).finally(() => clearTimeout(timer));
    // further lines, one a connection, are read and dropped, or it would block
    child.stdout.resume();
    if (port !== undefined)
        return { port, close: () => void child.kill() };
    throw new Error(`no way to ${args.at(-2) ?? ""}; is it there, and running?`);
}
async function readPort(stdout) {
    for await (const line of (0,external_node_readline_.createInterface)({ input: stdout })) {
        const port = /^Forwarding from 127\.0\.0\.1:(\d+)/.exec(line)?.[1];
        if (port !== undefined)
            return Number(port);
    }
    return undefined;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./src/rotation/kubernetes/processor-portal.js
// The mock processors of this repository, as their customer reaches them: keys by the portal, and a signed connection for the test of a
// credential. Real processors have interfaces of their own, which become further makers of a Processor.




const issuedSchema = schemas/* object */.Ikc({ id: schemas/* string */.YjP().min(1), value: schemas/* string */.YjP().min(1) });
const keysSchema = schemas/* object */.Ikc({ keys: schemas/* array */.YOg(schemas/* object */.Ikc({ id: schemas/* string */.YjP(), state: schemas/* enum */.k5n(["valid", "revoked"]), lastUsedAt: iso/* datetime */.w$().nullable() })) });
const TIMEOUT_MS = 10_000;
function openProcessorPortal(portal) {
    const { processor, account } = portal;
    const ask = (method, path) => askPortal(portal, method, `/${processor}/${path}account=${account}`);
    return {
        issue: async () => issuedSchema.parse(await ask("POST", "rotate-key?")),
        keys: async () => keysSchema.parse(await ask("GET", "keys?")).keys.map((key) => ({ ...key, lastUsedAt: key.lastUsedAt === null ? null : new Date(key.lastUsedAt) })),
        revoke: async (id) => void (await ask("POST", `revoke-key?id=${encodeURIComponent(id)}&`)),
        validate: async (credential) => {
            const path = `/${processor}/validate`;
            const { status } = await send(portal, { port: portal.port, method: "POST", path, headers: sign(credential, path, portal.now()) });
            if (status === 200)
                return "accepted";
            if (status === 401 || status === 403)
                return "refused";
            throw new Error(`the processor answers ${status} to a test of a credential`);
        },
    };
}
/** The rule that the processor checks: method, path, time, no idempotency key, digest of no body. */
function sign({ id, value }, path, now) {
    const timestamp = String(Math.floor(now.getTime() / 1000));
    const digest = (0,external_node_crypto_.createHash)("sha256").update("").digest("hex");
    const signature = (0,external_node_crypto_.createHmac)("sha256", value).update(["POST", path, timestamp, "", digest].join("\n")).digest("hex");
    return { "x-credential-id": id, "x-timestamp": timestamp, "x-signature": signature };
}
async function askPortal(portal, method, path) {
    const { status, body } = await send(portal, { port: portal.portalPort, method, path, headers: {} });
    if (status !== 200 && status !== 201)
        throw new Error(`the processor's portal answers ${status}`);
    return JSON.parse(body);
}
/** On a connection of its own: one that was open before would prove nothing. */
async function send({ ca }, { port, method, path, headers }) {
    const outgoing = (0,external_node_https_.request)({ host: "127.0.0.1", port, method, path, ca, agent: false, signal: AbortSignal.timeout(TIMEOUT_MS), headers: { "content-length": "0", ...headers } });
    outgoing.end();
    const [response] = (await (0,external_node_events_.once)(outgoing, "response"));
    let body = "";
    for await (const chunk of response)
        body += String(chunk);
    return { status: response.statusCode ?? 0, body };
}

;// CONCATENATED MODULE: ./src/rotation/kubernetes/cluster.js
// The ports of a rotation for one environment of a cluster, with what was opened for them closed at the end.




/** Rejects with a sentence where something cannot be reached. */
async function openCluster(config, processor, world) {
    const kubectl = openKubectlRaw(config.context, world.signal);
    const { namespace, authority, processors } = config;
    const path = authority.key.replaceAll(".", "\\.");
    const ca = await kubectl.ask([`--namespace=${namespace}`, "get", "configmap", authority.configmap, "-o", `jsonpath={.data.${path}}`]);
    const tunnels = [];
    const open = async (place) => {
        const tunnel = await kubectl.open(place);
        tunnels.push(tunnel);
        return tunnel.port;
    };
    const close = () => tunnels.forEach((tunnel) => tunnel.close());
    try {
        const backend = await openBackend(config, kubectl, { connect: world.connect(ca), port: await open(config.store), now: world.now });
        const port = await open({ ...processors, target: `service/${processor}` });
        const portalPort = await open({ namespace: processors.namespace, target: processors.portal, port: processors["portal-port"] });
        const actor = `system:serviceaccount:${namespace}:${config.store["service-account"]}`;
        const ports = {
            ...world,
            store: openSecretStore(backend, { actor, now: world.now, record: world.record }),
            processor: openProcessorPortal({ processor, account: processors.account, port, portalPort, ca, now: world.now }),
            consumers: openKubernetesConsumers(kubectl, { namespace, selector: config.selector, internalPort: config["internal-port"], processor }),
        };
        return { ports, close };
    }
    catch (error) {
        close();
        throw error;
    }
}
/** A token lives shorter than a slow rotation: a new one is asked for when half of its time is over. */
async function openBackend(config, kubectl, { connect, port, now }) {
    const { store, namespace } = config;
    const url = `https://127.0.0.1:${port}`;
    let grant;
    const token = async () => {
        if (grant === undefined || now().getTime() > grant.until) {
            const jwt = await kubectl.ask([`--namespace=${namespace}`, "create", "token", store["service-account"], `--audience=${store.audience}`, "--duration=10m"]);
            const login = await logInToOpenbao({ url, connect, authPath: store["auth-path"], role: store.role, jwt: jwt.trim() });
            grant = { token: login.token, until: now().getTime() + login.seconds * 500 };
        }
        return grant.token;
    };
    await token();
    return openOpenbaoBackend({ url, mount: store.mount, connect, token });
}

// EXTERNAL MODULE: ./src/runtime/door/contract.js
var contract = __webpack_require__(89786);
// EXTERNAL MODULE: ./src/runtime/door/input.js
var input = __webpack_require__(93286);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
// EXTERNAL MODULE: ./src/runtime/file/yaml-file.js
var yaml_file = __webpack_require__(94084);
// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
// EXTERNAL MODULE: ./src/runtime/network/key-store.js
var key_store = __webpack_require__(13063);
;// CONCATENATED MODULE: ./cli/credential-rotate.js
// `credential-rotate`: a processor's credential is replaced while the service runs, and every step is proved or taken back.







const credential_rotate_contract = (0,contract/* defineContract */.ye)({
    name: "credential-rotate",
    title: "Rotate a credential",
    description: "Replace a processor's credential without redeploying: overlap, proof by every instance, revocation, negative login",
    branding: { icon: "refresh-cw", color: "blue" },
    inputs: {
        processor: (0,input/* required */.mw)("text", { description: "Whose credential, by the name that the store and the instances know", positional: true }),
        config: (0,input/* textWithDefault */.hv)("path", { description: "Where instances, store and processors are", default: "k3d/overlays/dev/rotation.yml" }),
        context: (0,input/* optional */.lq)("text", { description: "kubectl context instead of the one that the config names" }),
        audit: (0,input/* textWithDefault */.hv)("path", { description: "File that gets one JSON line for each access to the store", default: ".pci-pipeline/rotation-audit.jsonl" }),
        output: (0,input/* optional */.lq)("path", { description: "File for the JSON report" }),
        "force-fail": (0,input/* optional */.lq)("text", { description: "Fail on purpose at this step, to see that everything is taken back" }),
    },
    outputs: {},
    permissions: {},
});
const verdicts = { rotated: "pass", "rolled-back": "fail", failed: "inconclusive" };
const credential_rotate_NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
/** Verdict: pass when rotated, fail when taken back, inconclusive when neither; then the next run settles it first. */
async function main(inputs, world) {
    const { processor, context } = inputs;
    if (!credential_rotate_NAME.test(processor))
        throw new input_error/* InputError */.dz("<processor> is lower-case letters, digits and dashes");
    const forceFail = readStep(inputs["force-fail"]);
    const text = (await (0,input_file/* readInput */.R)(world.cwd, inputs.config, "rotation config")).toString("utf8");
    const config = (0,yaml_file/* parseYaml */.h)(text, rotationConfigSchema, inputs.config);
    const opened = await credential_rotate_open({ ...config, ...(context !== undefined && { context }) }, inputs, world);
    let report;
    try {
        report = await rotate({ ...toOrder(config, processor), ...(forceFail && { forceFail }) }, opened.ports);
    }
    finally {
        opened.close();
    }
    if (inputs.output !== undefined)
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(world.cwd, inputs.output), `${JSON.stringify(report, null, 2)}\n`);
    return { verdict: verdicts[report.outcome], outputs: {}, message: summarise(report) };
}
function readStep(name) {
    const step = steps.find((one) => one === name);
    if (name !== undefined && step === undefined)
        throw new input_error/* InputError */.dz(`--force-fail takes a step: ${steps.join(", ")}`);
    return step;
}
function toOrder(config, processor) {
    return {
        processor, secret: `${config.store.path}/${processor}`, record: `rotation/${processor}`,
        acknowledgeMs: config["acknowledge-seconds"] * 1000, quietMs: config["quiet-seconds"] * 1000, leaseMs: config["lease-seconds"] * 1000,
    };
}
async function credential_rotate_open(config, { processor, audit }, world) {
    const path = (0,external_node_path_.resolve)(world.cwd, audit);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    try {
        return await openCluster(config, processor, {
            now: world.now, wait: (ms) => (0,external_node_timers_promises_.setTimeout)(ms, undefined, { signal: world.signal }), nonce: external_node_crypto_.randomUUID, log: world.progress, connect: key_store/* connectKeyStore */.t, signal: world.signal,
            record: (event) => (0,promises_.appendFile)(path, `${JSON.stringify(event)}\n`, { mode: 0o600 }),
        });
    }
    catch (error) {
        world.signal.throwIfAborted();
        throw new input_error/* InputError */.dz(`The rotation cannot begin: ${error instanceof Error ? error.message : "unforeseen"}`, { cause: error });
    }
}
function summarise({ outcome, processor, former, candidate, acknowledgements, steps: done, negativeTest }) {
    const failed = done.find(({ ok }) => !ok);
    const why = failed ? ` (${failed.step}: ${failed.detail})` : "";
    switch (outcome) {
        case "rotated":
            return `${processor}: ${candidate?.id} replaces ${former?.id}, used by ${acknowledgements.length} of ${acknowledgements.length} instances; the old one is ${negativeTest}`;
        case "rolled-back":
            return `${processor}: taken back, ${former?.id} is in use as before${why}`;
        case "failed":
            return `${processor}: neither done nor undone${why}; run it again once that is repaired`;
        default:
            return outcome;
    }
}


/***/ }),

/***/ 41261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80481);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46466);
// Runs a foreign tool without a shell. Rooms take it as a port, so that their tests need no tool.





/** An answer beyond this is no answer that we asked for. */
const MAX_OUTPUT_BYTES = 64 << 20;
const runCommand = async (program, args, { timeoutMs, signal, cwd, environment, input, log, logErrors } = {}) => {
    signal?.throwIfAborted();
    const timeout = timeoutMs === undefined ? undefined : AbortSignal.timeout(timeoutMs);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        stdio: ["pipe", "pipe", "pipe"], signal: AbortSignal.any([signal, timeout].filter((one) => one !== undefined)),
        ...(cwd !== undefined && { cwd }), ...(environment && { env: environment }),
    });
    if (log)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: child.stdout }).on("line", log);
    if (logErrors)
        (0,node_readline__WEBPACK_IMPORTED_MODULE_2__.createInterface)({ input: child.stderr }).on("line", logErrors);
    const output = [collect(child.stdout), collect(child.stderr)];
    // a tool that ends early closes its input; its exit code tells why
    const feeding = (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(input ?? []), child.stdin).catch(() => undefined);
    try {
        const [code] = (await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(child, "close"));
        const [stdout, stderr] = await Promise.all(output);
        return { kind: "ended", code: code ?? -1, stdout, stderr };
    }
    catch (error) {
        signal?.throwIfAborted();
        if (timeout?.aborted)
            return { kind: "timed-out" };
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return { kind: "absent" };
        throw error;
    }
    finally {
        child.stdin.destroy();
        await feeding;
    }
};
async function collect(stream) {
    const chunks = [];
    let size = 0;
    // listening, not iterating: a reader line by line may listen to the same stream
    stream.on("data", (chunk) => {
        size += chunk.length;
        if (size <= MAX_OUTPUT_BYTES)
            chunks.push(chunk);
    });
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(stream, "close");
    return Buffer.concat(chunks).toString("utf8");
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

/***/ 13063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ connectKeyStore)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44708);
// The way to a key store: small JSON requests, with the store's own certificate authority where the machine does not know it.


const SILENCE_MS = 15_000;
const MOST_BYTES = 1 << 20;
/** Follows no redirect, so that a token never goes anywhere else. Rejects on silence, on a broken connection and on an endless answer. */
function connectKeyStore(ca, silenceMs = SILENCE_MS) {
    return ({ method, url, headers, body }) => new Promise((resolve, reject) => {
        const open = url.startsWith("https:") ? node_https__WEBPACK_IMPORTED_MODULE_1__.request : node_http__WEBPACK_IMPORTED_MODULE_0__.request;
        const outgoing = open(url, { method, headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) }, timeout: silenceMs, ...(ca !== undefined && { ca }) }, (answer) => {
            const chunks = [];
            let size = 0;
            answer.on("data", (chunk) => {
                size += chunk.length;
                if (size > MOST_BYTES)
                    outgoing.destroy(new Error("the answer is too large"));
                else
                    chunks.push(chunk);
            });
            answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }));
            answer.on("error", reject);
        });
        outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
        outgoing.on("error", reject);
        outgoing.end(body);
    });
}


/***/ })

};
