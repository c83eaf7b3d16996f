export const id = 79;
export const ids = [79];
export const modules = {

/***/ 60079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/attestation/statement/compose.js + 2 modules
var compose = __webpack_require__(59297);
// EXTERNAL MODULE: ./src/attestation/statement/intake.js
var intake = __webpack_require__(49917);
;// CONCATENATED MODULE: ./src/attestation/statement/receipt.js
function toReceipt(statement, delivery) {
    const { predicate, subject } = statement;
    const { bundle, publicKey, attached, notes = [] } = delivery;
    const digest = subject[0]?.digest.sha256 ?? "";
    return [
        `Signed what the checks say about sha256:${digest}: verdict ${predicate.verdict}.`,
        "",
        ...predicate.checks.map(toLine),
        "",
        `- bundle: ${bundle}`,
        ...(publicKey === null ? [] : [`- public key: ${publicKey}`]),
        `- signer: ${describeSigner(statement)}`,
        ...(attached === undefined ? [] : [`- attached to docker://${attached} as referrer of sha256:${digest}`]),
        ...notes.map((note) => `- note: ${note}`),
        ...(predicate.source.commit === null ? ["- source commit: not known; hand it in with a facts file"] : []),
        "",
        "Verify with any of these:",
        "",
        ...toCommands(statement, delivery).map((command) => `    ${command}`),
    ].join("\n");
}
function toCommands({ predicateType, predicate, subject }, { bundle, publicKey }) {
    const digest = subject[0]?.digest.sha256 ?? "";
    if (publicKey === null) {
        return [
            `pci-pipeline compliance-verify ${bundle} --trusted-root trusted_root.jsonl --identity IDENTITY --issuer https://token.actions.githubusercontent.com`,
            `gh attestation verify oci://IMAGE@sha256:${digest} --repo ${predicate.source.repository ?? "OWNER/NAME"} --bundle ${bundle} --predicate-type ${predicateType}`,
        ];
    }
    return [
        `pci-pipeline compliance-verify ${bundle} --key ${publicKey}`,
        `cosign verify-blob-attestation --key ${publicKey} --bundle ${bundle} --type ${predicateType} --insecure-ignore-tlog --digest ${digest} --digestAlg sha256`,
    ];
}
function toLine(check) {
    if (check.presence === "absent")
        return `- ${check.check}: absent, ${check.reason}`;
    const open = check.findings.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
    const gaps = check.gaps.filter((one) => one.disposition === "open").reduce((total, one) => total + one.count, 0);
    return `- ${check.check}: ${check.verdict}, open findings ${open}, open gaps ${gaps}, self-test ${check.selfTest.detected} of ${check.selfTest.planted}`;
}
function describeSigner({ predicate }) {
    switch (predicate.signer.kind) {
        case "development":
            return "development key, made by this tool beside the build; it shows that nothing changed since, not who signed. Hand in a key of yours with --key";
        case "key-file":
            return "key from a file";
        case "environment":
            return "key from the environment";
        case "transit":
            return "key in the store's Transit engine, which it never leaves";
        case "keyless":
            return "the workflow's own identity, in a certificate";
        default:
            return predicate.signer.kind;
    }
}

// EXTERNAL MODULE: ./src/evidence-store/attach.js
var evidence_store_attach = __webpack_require__(83933);
// EXTERNAL MODULE: ./src/reader/image/read-image.js + 65 modules
var read_image = __webpack_require__(30383);
// EXTERNAL MODULE: ./src/runtime/file/input-files.js
var input_files = __webpack_require__(75958);
// EXTERNAL MODULE: ./src/runtime/door/version.generated.js
var version_generated = __webpack_require__(82829);
// EXTERNAL MODULE: ./src/runtime/file/output-file.js
var output_file = __webpack_require__(16582);
// EXTERNAL MODULE: ./src/source/reference.js + 7 modules
var reference = __webpack_require__(88488);
// EXTERNAL MODULE: ./src/attestation/statement/fact.js
var fact = __webpack_require__(28379);
// EXTERNAL MODULE: ./src/attestation/verification/judgement/policy.js
var judgement_policy = __webpack_require__(16765);
// EXTERNAL MODULE: ./src/runtime/file/yaml-file.js
var yaml_file = __webpack_require__(94084);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
;// CONCATENATED MODULE: ./actions/compliance-attest/facts.js
// What is stated about source and build: the runner's environment, a facts file over it, and the bill of materials by its own bytes.



/** Throws InputError for files that are not there or of another form. */
async function readFacts({ facts, sbom }, { cwd, environment }) {
    const file = facts === undefined ? undefined : (0,yaml_file/* parseYaml */.h)((await (0,input_file/* readInput */.R)(cwd, facts, "facts file")).toString("utf8"), fact/* factsSchema */.t, `facts file ${facts}`);
    const collected = (0,fact/* collectFacts */.M)(environment, file);
    if (sbom === undefined)
        return collected;
    const bytes = await (0,input_file/* readInput */.R)(cwd, sbom, "bill of materials");
    return { ...collected, build: { ...collected.build, sbom: { name: (0,external_node_path_.basename)(sbom), sha256: (0,intake/* hashBytes */.yi)(bytes) } } };
}
/** Digest of a policy that is one; undefined where none was named. */
async function readPolicyDigest({ policy }, { cwd }) {
    if (policy === undefined)
        return undefined;
    const bytes = await (0,input_file/* readInput */.R)(cwd, policy, "policy");
    (0,yaml_file/* parseYaml */.h)(bytes.toString("utf8"), judgement_policy/* policySchema */.wh, `policy ${policy}`);
    return (0,intake/* hashBytes */.yi)(bytes);
}

// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
;// CONCATENATED MODULE: ./actions/compliance-attest/paths.js
// Where outputs go: never over an input, and a bundle and its key apart.


/** The public key's path as the user would write it. Throws InputError where an output would replace an input or the other output. */
function placeOutputs(inputs, cwd) {
    const { report, key, bundle, facts, policy, sbom } = inputs;
    const publicKey = inputs["public-key"] ?? (0,external_node_path_.join)((0,external_node_path_.dirname)(bundle), "evidence.pub");
    const named = [...report, facts, policy, sbom, key, inputs["fallback-key"], inputs["development-key"]].filter((path) => path !== undefined).map((path) => (0,external_node_path_.resolve)(cwd, path));
    if (new Set([...named, (0,external_node_path_.resolve)(cwd, bundle), (0,external_node_path_.resolve)(cwd, publicKey)]).size < new Set(named).size + 2) {
        throw new input_error/* InputError */.dz("bundle and public-key need paths of their own; name files that are no inputs");
    }
    return publicKey;
}
/** HOST/NAME of the registry's image, or undefined where nothing is to be attached. Throws InputError for what is no registry's image. */
function placeAttachment({ attach }) {
    if (attach === undefined || attach.startsWith("docker://"))
        return attach?.slice("docker://".length);
    throw new input_error/* InputError */.dz("attach takes docker://HOST/NAME, an image in a registry");
}

// EXTERNAL MODULE: ./src/attestation/signing/keyless.js
var signing_keyless = __webpack_require__(54437);
// EXTERNAL MODULE: ./src/attestation/signing/key-reference.js + 1 modules
var key_reference = __webpack_require__(85294);
// EXTERNAL MODULE: ./src/attestation/signing/bundle.js
var signing_bundle = __webpack_require__(79711);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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
function toFileEntry(name, value, delimiter = `ghadelimiter_${randomUUID()}`) {
    if (value.includes(delimiter))
        throw new Error("an output holds the delimiter that was made for it");
    return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`;
}
function say(line) {
    process.stdout.write(`${line}${EOL}`);
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
        appendFileSync(file, toFileEntry(name, String(value)));
}
/** act and other runners may offer no summary file; that is no reason to fail. */
function appendSummary(markdown) {
    const file = process.env["GITHUB_STEP_SUMMARY"];
    if (file)
        appendFileSync(file, markdown + EOL);
}

// EXTERNAL MODULE: ./src/runtime/network/patience.js
var patience = __webpack_require__(51605);
;// CONCATENATED MODULE: ./src/runtime/network/identity.js
// The job's identity token, as GitHub's runner hands it out (OpenID Connect); masked before anybody sees it.
// https://docs.github.com/en/actions/reference/security/oidc (the request's URL and its bearer token come from the runner)



const TRIES = 3;
const SILENCE_MS = 20_000;
/** Rejects where the runner gives none: the job needs permissions: id-token: write. No message holds a token or an address. */
async function requestIdentity(audience) {
    const [address, token] = [process.env["ACTIONS_ID_TOKEN_REQUEST_URL"], process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]];
    const url = URL.parse(address ?? "");
    if (url === null || !token)
        throw new Error("the runner offers no identity token; grant the job permissions: id-token: write");
    url.searchParams.set("audience", audience);
    for (let tries = 1;; tries += 1) {
        const answer = await ask(url, token);
        if (answer.kind === "token") {
            maskValue(answer.value);
            return answer.value;
        }
        if (answer.kind === "refused" || tries === TRIES)
            throw new Error(`the runner gave no identity token (${answer.why})`);
        await (0,promises_.setTimeout)(tries * 1000);
    }
}
async function ask(url, token) {
    try {
        const response = await (0,patience/* fetchWithin */.G)(SILENCE_MS)(url, { headers: { authorization: `Bearer ${token}`, accept: "application/json" }, redirect: "error" });
        const { value } = response.ok ? (await response.json()) : {};
        if (typeof value === "string" && value !== "")
            return { kind: "token", value };
        return { kind: response.status < 500 && response.status !== 429 ? "refused" : "failed", why: `status ${response.status}` };
    }
    catch {
        return { kind: "failed", why: "no answer" };
    }
}

// EXTERNAL MODULE: ./src/runtime/file/kept-file.js
var kept_file = __webpack_require__(96882);
// EXTERNAL MODULE: ./src/runtime/network/key-store.js
var key_store = __webpack_require__(13063);
// EXTERNAL MODULE: ./src/runtime/github/client.js
var client = __webpack_require__(21478);
// EXTERNAL MODULE: ./src/runtime/github/github-error.js
var github_error = __webpack_require__(10681);
;// CONCATENATED MODULE: ./src/runtime/github/attestation-store.js
// GitHub's attestation store: where `gh attestation verify` looks (REST API, "Attestations").

/** The attestation's id, or why the store did not take it: not every plan has one, and not every token may write. */
async function storeAttestation(github, { repository, bundle }) {
    const [owner = "", repo = ""] = repository.split("/");
    try {
        const { data } = await github.request("POST /repos/{owner}/{repo}/attestations", { owner, repo, bundle: JSON.parse(bundle) });
        return { id: String(data.id ?? "") };
    }
    catch (error) {
        if (!(error instanceof github_error/* GithubError */.E))
            throw error;
        return { refused: error.message };
    }
}

;// CONCATENATED MODULE: ./actions/compliance-attest/signing.js
// Which signer, and what happens where the first choice is not to be had: said, never silent.





/** Throws InputError where neither the key that was asked for nor the fallback can sign. */
async function signOnce(request) {
    const { key } = request.inputs;
    if (key !== "keyless")
        return signByKey(request, key, []);
    const keyless = await (0,signing_keyless/* openKeyless */.tC)(request.inputs.sigstore, { environment: request.world.environment, requestIdentity: requestIdentity });
    if ("absent" in keyless)
        return fallBack(request, keyless.absent);
    return signKeyless(request, keyless);
}
function fallBack(request, why) {
    const fallback = request.inputs["fallback-key"];
    if (fallback === undefined)
        throw new input_error/* InputError */.dz(`key keyless: ${why}; or give fallback-key`);
    return signByKey(request, fallback, [`not keyless, but with the fallback key: ${why}`]);
}
async function signByKey({ inputs, world, compose }, reference, notes) {
    const { cwd, environment } = world;
    if (inputs.sigstore !== "auto" && notes.length === 0)
        throw new input_error/* InputError */.dz("sigstore says who certifies a keyless signature; leave it out, or set key to keyless");
    const signer = await (0,key_reference/* openSigner */.H)({ reference, developmentKey: inputs["development-key"] }, {
        environment, read: (path, what) => (0,input_file/* readInput */.R)(cwd, path, what), keep: (path, make) => (0,kept_file/* keepFile */.a)((0,external_node_path_.resolve)(cwd, path), make), connect: key_store/* connectKeyStore */.t,
    });
    const statement = compose(signer);
    const bundle = await (0,signing_bundle/* signStatement */.f)(statement, { ...signer, timestampServer: inputs["timestamp-server"] });
    return { statement, bundle, publicKeyPem: signer.publicKeyPem, attestationId: "", notes };
}
async function signKeyless(request, signer) {
    const { inputs, world, compose } = request;
    if (inputs["timestamp-server"] !== undefined)
        throw new input_error/* InputError */.dz("timestamp-server stamps the signature of a key; keyless has an authority of its own");
    const statement = compose(signer);
    const bundle = await (0,signing_bundle/* signStatement */.f)(statement, signer);
    const logged = signer.instance === "public-good" ? ["an entry of the public transparency log names this workflow, for ever"] : [];
    if (inputs.token === undefined)
        return { statement, bundle, publicKeyPem: null, attestationId: "", notes: logged };
    const github = (0,client/* openGithub */.K)({ token: inputs.token, apiUrl: world.environment("GITHUB_API_URL") ?? "https://api.github.com", warn: world.progress });
    const stored = await storeAttestation(github, { repository: signer.repository, bundle });
    if ("id" in stored)
        return { statement, bundle, publicKeyPem: null, attestationId: stored.id, notes: logged };
    const why = `the repository's attestation store did not take the bundle (${stored.refused}): its plan may have none, or the job lacks permissions: attestations: write`;
    if (inputs["fallback-key"] !== undefined)
        return fallBack(request, why);
    return { statement, bundle, publicKeyPem: null, attestationId: "", notes: [...logged, `${why}; hand the bundle over as a file`] };
}

;// CONCATENATED MODULE: ./actions/compliance-attest/main.js
// Reports and facts in, a signed bundle out. Signs failed runs too: evidence is not only for good days.









const main = async (inputs, world) => {
    const { subject: image, bundle } = inputs;
    const { cwd, environment, now } = world;
    const publicKey = placeOutputs(inputs, cwd);
    const attach = placeAttachment(inputs);
    const container = await (0,reference/* openContainer */.Q)(image, { cwd, environment });
    const subject = await (0,read_image/* readSubject */.$)(container, inputs.platform === undefined ? {} : { platform: inputs.platform }).finally(() => container.close());
    const reports = await (0,input_files/* readInputs */.K)(cwd, inputs.report, "report");
    const facts = await readFacts(inputs, world);
    const policySha256 = await readPolicyDigest(inputs, world);
    const about = { subject, reports, tool: { version: version_generated/* version */.r }, now: now(), facts, ...(policySha256 !== undefined && { policySha256 }) };
    const { statement, bundle: text, publicKeyPem, attestationId, notes } = await signOnce({ inputs, world, compose: (signer) => (0,compose/* composeStatement */.m)({ ...about, signer }) });
    const digest = `sha256:${statement.subject[0]?.digest.sha256}`;
    await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(cwd, bundle), text);
    if (publicKeyPem !== null)
        await (0,output_file/* writeOutput */.z)((0,external_node_path_.resolve)(cwd, publicKey), publicKeyPem);
    if (attach !== undefined)
        await (0,evidence_store_attach/* attachBundle */.U)({ image: attach, digest, bundle: text, predicateType: statement.predicateType, signedAt: statement.predicate.issuedAt });
    const outputs = {
        "bundle-path": bundle, "bundle-sha256": (0,intake/* hashBytes */.yi)(Buffer.from(text)), "public-key-path": publicKeyPem === null ? "" : publicKey,
        "subject-digest": digest, "evidence-verdict": statement.predicate.verdict, "signer-kind": statement.predicate.signer.kind, "attestation-id": attestationId,
    };
    return { verdict: "pass", outputs, message: toReceipt(statement, { bundle, publicKey: publicKeyPem === null ? null : publicKey, attached: attach, notes }) };
};


/***/ }),

/***/ 85294:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ openSigner)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
// EXTERNAL MODULE: ./src/attestation/signing/signer.js
var signer = __webpack_require__(52677);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./src/attestation/signing/transit.js
// A key that never leaves its store: OpenBao's and Vault's Transit engine signs what is sent to it.
// API: https://openbao.org/api-docs/secret/transit (read key, sign data).




const keySchema = schemas/* object */.Ikc({
    data: schemas/* object */.Ikc({ type: schemas/* string */.YjP(), latest_version: schemas/* int */.Whr().positive(), keys: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()) }),
});
const versionSchema = schemas/* object */.Ikc({ public_key: schemas/* string */.YjP() });
const signatureSchema = schemas/* object */.Ikc({ data: schemas/* object */.Ikc({ signature: schemas/* string */.YjP() }) });
const healthSchema = schemas/* object */.Ikc({ errors: schemas/* array */.YOg(schemas/* string */.YjP()) });
/**
 * A signer for the latest version of the key `name`.
 * @throws InputError where the store, the token or the key is not fit for it; messages name the key, never the token.
 */
async function openTransitSigner(name, access) {
    if (!/^[\w.-]{1,120}$/.test(name))
        throw new input_error/* InputError */.dz("key names a Transit key that cannot exist; write openbao://NAME");
    const ask = createAsk(name, access);
    const { data } = parse(keySchema, await ask("GET", `keys/${name}`), name);
    if (data.type !== "ecdsa-p256")
        throw new input_error/* InputError */.dz(`key openbao://${name} is of another type than ecdsa-p256; make one with: bao write -f ${access.mount}/keys/NAME type=ecdsa-p256`);
    const version = data.latest_version;
    const { public_key: pem } = parse(versionSchema, data.keys[String(version)], name);
    const publicKey = readKey(pem, name);
    return {
        kind: "transit",
        hint: (0,signer/* toHint */.zn)(publicKey),
        publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
        sign: async (data) => {
            const input = (0,external_node_crypto_.createHash)("sha256").update(data).digest("base64");
            const answer = parse(signatureSchema, await ask("POST", `sign/${name}/sha2-256`, { input, prehashed: true, marshaling_algorithm: "asn1", key_version: version }), name);
            const [, signature] = /^[a-z]+:v\d+:([A-Za-z0-9+/=]+)$/.exec(answer.data.signature) ?? [];
            if (signature === undefined)
                throw unexpected(name);
            return Buffer.from(signature, "base64");
        },
    };
}
function createAsk(name, { address, token, namespace, mount, send }) {
    const headers = { "x-vault-token": token, "x-vault-request": "true", ...(namespace !== undefined && { "x-vault-namespace": namespace }) };
    return async (method, path, body) => {
        const request = { method, url: `${address}/v1/${mount}/${path}`, headers, ...(body && { body: JSON.stringify(body) }) };
        const answer = await send(request).catch(() => {
            throw new input_error/* InputError */.dz(`key openbao://${name}: the store does not answer; check its address, certificate and network`);
        });
        if (answer.status >= 200 && answer.status < 300)
            return parseJson(answer.body);
        throw new input_error/* InputError */.dz(`key openbao://${name}: ${explain(answer.status, answer.body)}`);
    };
}
function explain(status, body) {
    const errors = healthSchema.safeParse(parseJson(body)).data?.errors ?? [];
    if (status === 503 && errors.some((line) => /sealed/i.test(line)))
        return "the store is sealed; unseal it and run again";
    if (status === 403)
        return "the store refuses the token; it needs read on the key and update on its sign path";
    if (status === 404)
        return "the store has no such key, or no Transit engine at this path; check the name and BAO_TRANSIT_PATH";
    if (status === 400)
        return "the store refuses the request; the key must be of type ecdsa-p256 and allowed to sign";
    return `the store answers with status ${status}; try again later`;
}
function parse(schema, value, name) {
    const parsed = schema.safeParse(value);
    if (!parsed.success)
        throw unexpected(name);
    return parsed.data;
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function readKey(pem, name) {
    try {
        const key = (0,external_node_crypto_.createPublicKey)(pem);
        if ((0,signer/* isP256 */.O0)(key))
            return key;
    }
    catch {
        throw unexpected(name);
    }
    throw unexpected(name);
}
function unexpected(name) {
    return new input_error/* InputError */.dz(`key openbao://${name}: the store answers in a form that is not Transit's; check its address`);
}

;// CONCATENATED MODULE: ./src/attestation/signing/key-reference.js
// From what a user writes after --key to a signer. Files and environment come in through ports.




/**
 * Without a reference a development key is made, or the one made earlier used.
 * @throws InputError that never shows what the reference, the file or the variable holds.
 */
async function openSigner({ reference, developmentKey }, ports) {
    if (reference === undefined) {
        const pem = await ports.keep(developmentKey, makePrivateKey);
        return (0,signer/* openKeySigner */.St)(pem, { kind: "development", origin: developmentKey });
    }
    if (reference.includes("-----BEGIN"))
        throw new input_error/* InputError */.dz("key takes a path or env://NAME, not the key itself; put the key into an environment variable and write env://NAME");
    if (reference.startsWith("env://"))
        return openEnvironmentKey(reference.slice("env://".length), ports);
    if (reference.startsWith("openbao://"))
        return openStoreKey(reference.slice("openbao://".length), ports);
    if (/^[a-z][a-z0-9+.-]+:\/\//.test(reference))
        throw new input_error/* InputError */.dz("key names a kind of key store that is not known; write a path, env://NAME or openbao://NAME");
    const pem = Buffer.from(await ports.read(reference, "signing key")).toString("utf8");
    return (0,signer/* openKeySigner */.St)(pem, { kind: "key-file", origin: `signing key ${reference}` });
}
function openEnvironmentKey(name, ports) {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        throw new input_error/* InputError */.dz("key names an environment variable that cannot exist; write env://NAME");
    const pem = ports.environment(name);
    if (pem === undefined || pem === "")
        throw new input_error/* InputError */.dz(`key env://${name}: the variable is not set; set it to a P-256 private key in PEM`);
    return (0,signer/* openKeySigner */.St)(pem, { kind: "environment", origin: `key env://${name}` });
}
/** Address, token, namespace and authority as the store's own command takes them: BAO_…, or VAULT_… as before. */
async function openStoreKey(name, ports) {
    const setting = (suffix) => ports.environment(`BAO_${suffix}`) || ports.environment(`VAULT_${suffix}`) || undefined;
    const address = URL.parse(setting("ADDR") ?? "");
    const token = setting("TOKEN");
    if (address === null || !/^https?:$/.test(address.protocol))
        throw new input_error/* InputError */.dz(`key openbao://${name}: the store's address is not known; set BAO_ADDR to its URL`);
    if (token === undefined)
        throw new input_error/* InputError */.dz(`key openbao://${name}: no token; set BAO_TOKEN to one that may sign with this key`);
    const local = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
    if (address.protocol === "http:" && !local)
        throw new input_error/* InputError */.dz(`key openbao://${name}: the store's address is not https; a token must not travel in the open`);
    const caFile = setting("CACERT");
    const ca = caFile === undefined ? undefined : Buffer.from(await ports.read(caFile, "certificate authority of the key store")).toString("utf8");
    return openTransitSigner(name, {
        address: address.href.replace(/\/+$/, ""), token, namespace: setting("NAMESPACE"), mount: setting("TRANSIT_PATH") ?? "transit", send: ports.connect(ca),
    });
}
function makePrivateKey() {
    return (0,external_node_crypto_.generateKeyPairSync)("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}


/***/ }),

/***/ 96882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ keepFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38683);
// A private file that is made once and then kept: two runs at the same time get the same content, and nobody sees half of it.




/** Bits of the mode that let others than the owner in. */
const OTHERS = 0o077;
/**
 * The content of `path`, made by `make` where there is none: 0600, in a folder that git ignores.
 * @throws InputError where it cannot be kept, or where others can read it.
 */
async function keepFile(path, make) {
    const temporary = `${path}.${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString("hex")}.partial`;
    try {
        const kept = await readKept(path);
        if (kept !== undefined)
            return kept;
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), { recursive: true, mode: 0o700 });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), ".gitignore"), "*\n");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(temporary, make(), { flag: "wx", mode: 0o600 });
        // A link is made whole or, where another run was faster, not at all.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.link)(temporary, path).catch((error) => {
            if (error.code !== "EEXIST")
                throw error;
        });
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
    }
    catch (error) {
        if (error instanceof _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz)
            throw error;
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`cannot keep ${path} (${error.code ?? "unknown reason"}); make its folder writable`, { cause: error });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(temporary, { force: true }).catch(() => undefined);
    }
}
async function readKept(path) {
    const info = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch((error) => {
        if (error.code === "ENOENT")
            return undefined;
        throw error;
    });
    if (info === undefined)
        return undefined;
    if (!info.isFile())
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${path} is not a file; remove it`);
    // Windows knows no such bits.
    if (process.platform !== "win32" && (info.mode & OTHERS) !== 0)
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_3__/* .InputError */ .dz(`${path} can be read by others; chmod 600 it, or remove it so that it is made anew`);
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(path, "utf8");
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
