export const id = 175;
export const ids = [175];
export const modules = {

/***/ 97175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./src/canary/prove.js
var prove = __webpack_require__(30725);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/finding/input-error.js
var input_error = __webpack_require__(38683);
;// CONCATENATED MODULE: ./src/source/workflow/checkout.js
/** GitHub reads no larger workflow file. */
const MAX_WORKFLOW_BYTES = 1 << 20;
const WORKFLOW_FOLDER = ".github/workflows/";
/** GitHub takes files at the top of the folder only. */
function isWorkflowPath(path, folder) {
    return path.startsWith(folder) && !path.slice(folder.length).includes("/") && /\.ya?ml$/i.test(path);
}
function limit(bytes) {
    if (bytes.length <= MAX_WORKFLOW_BYTES)
        return { kind: "file", bytes };
    return { kind: "refused", reason: "size-limit", detail: `it is larger than ${MAX_WORKFLOW_BYTES} bytes, GitHub's limit for workflow files` };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./src/source/workflow/folder.js
// A checkout on disk. Nothing outside of it is ever read, whatever its links say.




/** A folder with workflow files in `.github/workflows`, else those that lie in it directly. */
function openFolder(reference, options) {
    const root = toRealFolder((0,external_node_path_.resolve)(options.cwd, reference), options.input);
    const folder = listFolder((0,external_node_path_.join)(root, WORKFLOW_FOLDER)) ? WORKFLOW_FOLDER : "";
    const paths = (listFolder((0,external_node_path_.join)(root, folder)) ?? []).map((name) => folder + name).filter((path) => isWorkflowPath(path, folder)).sort();
    return { name: (0,external_node_path_.basename)(root) || root, folder, list: () => paths, read: (path) => readInside(root, path) };
}
function toRealFolder(path, input) {
    try {
        const real = (0,external_node_fs_.realpathSync)(path);
        if ((0,external_node_fs_.statSync)(real).isDirectory())
            return real;
    }
    catch {
        // falls through to the one message that both cases have
    }
    throw new input_error/* InputError */.dz(`${input}: there is no such folder; give the folder that holds .github/workflows`);
}
function listFolder(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path);
    }
    catch {
        return undefined;
    }
}
function readInside(root, path) {
    const normal = external_node_path_.posix.normalize(path);
    if (normal.startsWith("../") || normal === ".." || external_node_path_.posix.isAbsolute(normal))
        return { kind: "refused", reason: "path-escape", detail: "its path leaves the checkout" };
    try {
        const real = (0,external_node_fs_.realpathSync)((0,external_node_path_.join)(root, normal));
        if (real !== root && !real.startsWith(root + external_node_path_.sep))
            return { kind: "refused", reason: "path-escape", detail: "it is a link that leaves the checkout" };
        const status = (0,external_node_fs_.statSync)(real);
        if (!status.isFile())
            return { kind: "absent" };
        if (status.size > MAX_WORKFLOW_BYTES)
            return limit(new Uint8Array(MAX_WORKFLOW_BYTES + 1));
        return limit((0,external_node_fs_.readFileSync)(real));
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? error.code : undefined;
        if (code === "ENOENT" || code === "ENOTDIR")
            return { kind: "absent" };
        return { kind: "refused", reason: "malformed", detail: "it can't be read" };
    }
}

;// CONCATENATED MODULE: ./src/source/workflow/open.js
// Opens the workflow files of a checkout, and of the checkouts of other repositories that they call.




const REPOSITORY = /^([\w.-]+\/[\w.-]+)@([^=\s]+)=(.+)$/;
/**
 * `reference` is a folder that holds `.github/workflows`, or workflow files themselves. Each of `repositories` is
 * `owner/name@ref=PATH`; what is called beside them is fetched where there is a shelf. Throws InputError for a folder that is not there or a repository that is not spelt so.
 */
async function openWorkflows(reference, options) {
    const own = openFolder(reference, { cwd: options.cwd, input: "repo" });
    const others = new Map();
    for (const line of options.repositories) {
        const [, name, ref, path] = REPOSITORY.exec(line) ?? [];
        if (name === undefined || ref === undefined || path === undefined)
            throw new input_error/* InputError */.dz("repository: write each one as owner/name@ref=PATH, where PATH is a checkout of that ref");
        const key = toRepositoryKey(name, ref);
        if (others.has(key))
            throw new input_error/* InputError */.dz("repository: the same owner/name@ref is given twice; keep one");
        others.set(key, openFolder(path, { cwd: options.cwd, input: "repository" }));
    }
    return toWorkflowFiles(own.name, { own, others, shelf: options.shelf });
}
/** Records what is read, so that the digest covers exactly that. */
function toWorkflowFiles(name, checkouts) {
    const digests = new Map();
    const opened = new Map();
    const record = (prefix, checkout) => ({
        folder: checkout.folder,
        list: () => checkout.list(),
        read(path) {
            const content = checkout.read(path);
            if (content.kind === "file")
                digests.set(prefix + path, (0,external_node_crypto_.createHash)("sha256").update(content.bytes).digest("hex"));
            return content;
        },
    });
    return {
        name,
        own: record("", checkouts.own),
        other(key) {
            const known = opened.get(key);
            if (known)
                return known;
            const [repository = "", ref = ""] = splitKey(key);
            const checkout = checkouts.others.get(key) ?? checkouts.shelf?.at(repository, ref);
            if (checkout)
                opened.set(key, record(`${key}/`, checkout));
            return opened.get(key);
        },
        digest() {
            const lines = [...digests].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, digest]) => `${JSON.stringify(path)} ${digest}\n`);
            return (0,external_node_crypto_.createHash)("sha256").update(lines.join("")).digest("hex");
        },
    };
}
/** Workflow files in memory, for canaries and tests; `files` maps paths to content. */
function holdWorkflows(files, others = {}) {
    const open = (held) => {
        const nested = Object.keys(held).some((path) => path.startsWith(WORKFLOW_FOLDER));
        const folder = nested ? WORKFLOW_FOLDER : "";
        return {
            folder,
            list: () => Object.keys(held).filter((path) => isWorkflowPath(path, folder)).sort(),
            read(path) {
                const content = Object.hasOwn(held, path) ? held[path] : undefined;
                if (content === undefined)
                    return { kind: "absent" };
                return limit(typeof content === "string" ? new TextEncoder().encode(content) : content);
            },
        };
    };
    const checkouts = Object.entries(others).map(([reference, held]) => {
        const [name = "", ref = ""] = reference.split("@");
        return [toRepositoryKey(name, ref), open(held)];
    });
    return toWorkflowFiles("memory", { own: open(files), others: new Map(checkouts) });
}
function splitKey(key) {
    return [key.slice(0, key.indexOf("@")), key.slice(key.indexOf("@") + 1)];
}
/** GitHub compares owner and name without case, and the ref with it. */
function toRepositoryKey(name, ref) {
    return `${name.toLowerCase()}@${ref}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 11 modules
var schemas = __webpack_require__(92857);
;// CONCATENATED MODULE: ./src/reader/workflow/trust/issuer.js
// Whose tokens a policy speaks of. GitHub's own issuer, an enterprise's path below it, a subdomain of ghe.com, or a server of its own
// (GitHub docs: "OpenID Connect reference").
const GITHUB_ISSUER = "token.actions.githubusercontent.com";
/** With or without "https://". */
function isGithubIssuer(issuer) {
    const place = issuer.replace(/^https:\/\//i, "").toLowerCase();
    return place === GITHUB_ISSUER || place.startsWith(`${GITHUB_ISSUER}/`) || /^token\.actions\.[\w-]+\.ghe\.com(?:\/|$)/.test(place) || /^[\w.-]+\/_services\/token\/?$/.test(place);
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/aws.js
// AWS IAM trust policies (AWS docs: "IAM JSON policy elements: Condition operators", "Create an OpenID Connect identity provider").


const words = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).transform((value) => (typeof value === "string" ? [value] : value));
const scalars = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig()]).transform(String);
const values = schemas/* union */.KCZ([scalars, schemas/* array */.YOg(scalars)]).transform((value) => (typeof value === "string" ? [value] : value));
const statementSchema = schemas/* looseObject */._H3({
    Effect: schemas/* enum */.k5n(["Allow", "Deny"]),
    Action: words.optional(),
    NotAction: schemas/* unknown */.L5J().optional(),
    Principal: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), words)]).optional(),
    Condition: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), values)).optional(),
});
const policySchema = schemas/* looseObject */._H3({ Statement: schemas/* union */.KCZ([statementSchema, schemas/* array */.YOg(statementSchema)]) });
/** Undefined where the document is no such policy; no rule where it trusts no token of GitHub. */
function toAwsRules(name, document) {
    const policy = policySchema.safeParse(document).data;
    if (!policy)
        return undefined;
    const statements = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
    const limited = statements.some((statement) => statement.Effect === "Deny");
    return statements.filter((statement) => statement.Effect === "Allow" && admitsTokens(statement)).map((statement) => ({
        name, limited: limited || statement.NotAction !== undefined || !providersOf(statement).some(isGithub),
        conditions: Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) => Object.entries(keys).map(([key, wanted]) => toCondition(operator, key, wanted))),
    }));
}
/** Anything that could stand for web identities of GitHub; a principal in NotPrincipal could be anyone. */
function admitsTokens(statement) {
    const actions = statement.Action?.map((action) => action.toLowerCase());
    if (actions && !actions.some((action) => matchesAction(action)))
        return false;
    if (statement.Principal === undefined || typeof statement.Principal === "string")
        return true;
    return providersOf(statement).some((provider) => isGithub(provider) || !isOther(provider));
}
/** Everybody, where nobody is named. */
function providersOf({ Principal: principal }) {
    if (principal === undefined || typeof principal === "string")
        return ["*"];
    return Object.entries(principal).flatMap(([kind, names]) => (kind === "Federated" || kind === "*" ? names : []));
}
function isGithub(provider) {
    return provider === "*" || isGithubIssuer(provider.slice(provider.indexOf(":oidc-provider/") < 0 ? 0 : provider.indexOf(":oidc-provider/") + ":oidc-provider/".length));
}
/** Issuers that are known to be somebody else's. An unknown one could be a GitHub server's. */
const OTHERS = /:saml-provider\/|cognito-identity|graph\.facebook\.com|accounts\.google\.com|www\.amazon\.com|\.eks\.|eks\.amazonaws|gitlab|terraform\.io|buildkite|circleci|bitbucket|spacelift|vercel\.com|fly\.io|okta|auth0|login\.microsoftonline|sts\.windows/i;
function isOther(provider) {
    return OTHERS.test(provider) && !provider.includes(GITHUB_ISSUER);
}
function matchesAction(action) {
    return new RegExp(`^${action.split("*").map((part) => part.replace(/[^\w:]/g, "\\$&")).join(".*")}$`).test("sts:assumerolewithwebidentity");
}
function toCondition(operator, key, wanted) {
    const [, forAll, base = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?([A-Za-z]+?)(IfExists)?$/.exec(operator) ?? [];
    const claim = key.slice(key.lastIndexOf(":") + 1).toLowerCase();
    const ours = isGithubIssuer(key.slice(0, Math.max(0, key.lastIndexOf(":"))));
    return { claim, test: ours ? toTest(base, wanted) : { kind: "unknown" }, optional: ifExists !== undefined || forAll === "ForAllValues" };
}
function toTest(operator, wanted) {
    // Variables stand for what only the request knows.
    if (wanted.length === 0 || wanted.some((value) => value.includes("${")))
        return { kind: "unknown" };
    switch (operator) {
        case "StringEquals":
        case "StringEqualsIgnoreCase": return { kind: "equals", values: wanted };
        case "StringLike": return { kind: "like", patterns: wanted, single: true };
        case "StringNotEquals":
        case "StringNotEqualsIgnoreCase": return { kind: "differs", patterns: wanted, wild: false, single: false };
        case "StringNotLike": return { kind: "differs", patterns: wanted, wild: true, single: true };
        case "Null": return { kind: "present", wanted: wanted.includes("false") };
        default: return { kind: "unknown" };
    }
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/azure.js
// Federated credentials of Azure (docs: "Overview of federated identity credentials", "Flexible federated identity credentials").


const credentialSchema = schemas/* looseObject */._H3({
    issuer: schemas/* string */.YjP(),
    subject: schemas/* string */.YjP().nullish(),
    audiences: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    claimsMatchingExpression: schemas/* looseObject */._H3({ value: schemas/* string */.YjP() }).nullish(),
});
/** Undefined where the document is no such credential; no rule where it trusts another issuer. */
function toAzureRules(name, document) {
    const credential = credentialSchema.safeParse(document["properties"] ?? document).data;
    if (!credential || (typeof credential.subject !== "string" && !credential.claimsMatchingExpression))
        return undefined;
    if (!isGithubIssuer(credential.issuer))
        return [];
    const expression = credential.claimsMatchingExpression?.value;
    const conditions = expression === undefined ? [{ claim: "sub", test: { kind: "equals", values: [credential.subject ?? ""] }, optional: false }] : expression.split(/\s+and\s+/).map(azure_toCondition);
    return [{ name, conditions, limited: false }];
}
/** `claims['sub'] matches 'repo:o/r:*'`, or with eq; anything else isn't followed. */
function azure_toCondition(term) {
    const [, claim = "sub", operator, value = ""] = /^\s*claims\['(\w+)'\]\s+(eq|matches)\s+'([^']*)'\s*$/.exec(term) ?? [];
    const test = operator === "eq" ? { kind: "equals", values: [value] } : operator === "matches" ? { kind: "like", patterns: [value], single: true } : { kind: "unknown" };
    return { claim, test, optional: false };
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/gcp.js
// Providers of Google's workload identity federation (docs: "Workload Identity Federation", attribute conditions in CEL).


const providerSchema = schemas/* looseObject */._H3({
    attributeMapping: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).nullish(),
    attributeCondition: schemas/* string */.YjP().nullish(),
    oidc: schemas/* looseObject */._H3({ issuerUri: schemas/* string */.YjP() }).nullish(),
});
/** Undefined where the document is no provider; no rule where it trusts another issuer. Who may use the identity is said elsewhere, in IAM bindings. */
function toGcpRules(name, document) {
    const provider = providerSchema.safeParse(document).data;
    if (!provider || (!provider.oidc && !provider.attributeMapping))
        return undefined;
    if (!provider.oidc || !isGithubIssuer(provider.oidc.issuerUri))
        return [];
    return [{ name, conditions: toConditions(provider.attributeCondition ?? "", provider.attributeMapping ?? {}), limited: true }];
}
/** Only conjunctions of simple comparisons are followed; of all else nothing is known. */
function toConditions(condition, mapping) {
    const bare = condition.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
    if (condition.trim() === "")
        return [];
    if (/\|\||\?|\bhas\(|!\s*[(a-z]/.test(bare))
        return [{ claim: "sub", test: { kind: "unknown" }, optional: false }];
    return condition.split("&&").map((term) => gcp_toCondition(term.trim().replace(/^\(([^()]*)\)$/, "$1").trim(), mapping));
}
const SUBJECT = String.raw `(assertion|attribute|google)\.(\w+)`;
const TEXT = String.raw `(?:'([^'\\]*)'|"([^"\\]*)")`;
function gcp_toCondition(term, mapping) {
    const compared = new RegExp(`^${SUBJECT}\\s*(==|!=)\\s*${TEXT}$`).exec(term);
    const called = new RegExp(`^${SUBJECT}\\.(startsWith|endsWith|contains)\\(\\s*${TEXT}\\s*\\)$`).exec(term);
    const listed = new RegExp(`^${SUBJECT}\\s+in\\s+\\[(.*)\\]$`).exec(term);
    const [, kind = "", name = ""] = compared ?? called ?? listed ?? [];
    const claim = kind === "assertion" ? name : /^assertion\.(\w+)$/.exec(mapping[`${kind}.${name}`] ?? "")?.[1];
    if (claim === undefined)
        return { claim: "sub", test: { kind: "unknown" }, optional: false };
    return { claim, test: gcp_toTest({ compared, called, listed }), optional: false };
}
function gcp_toTest({ compared, called, listed }) {
    const value = (compared ?? called)?.slice(4).find((text) => text !== undefined) ?? "";
    if (compared)
        return compared[3] === "==" ? { kind: "equals", values: [value] } : { kind: "differs", patterns: [value], wild: false, single: false };
    // A star in the text would be taken for a pattern's.
    if (called && !value.includes("*"))
        return { kind: "like", patterns: [called[3] === "startsWith" ? `${value}*` : called[3] === "endsWith" ? `*${value}` : `*${value}*`], single: false };
    const items = [...(listed?.[3] ?? "").matchAll(/'([^'\\]*)'|"([^"\\]*)"/g)].map(([, single, double]) => single ?? double ?? "");
    return listed && items.length > 0 ? { kind: "equals", values: items } : { kind: "unknown" };
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/json.js
// JSON of policies, read so that nothing in it can say two things: a key that is there twice is refused (RFC 8259, section 4, leaves it open).

const MAX_BYTES = 1 << 20;
const MAX_DEPTH = 64;
/** Throws InputError for what is no JSON, too large, too deep, or has a key twice in one object. */
function parsePolicy(text) {
    if (text.length > MAX_BYTES)
        throw new input_error/* InputError */.dz(`trust: a file is larger than ${MAX_BYTES} bytes; give the policy document alone`);
    let data;
    try {
        data = JSON.parse(text.replace(/^\uFEFF/, ""));
    }
    catch {
        throw new input_error/* InputError */.dz("trust: a file is not JSON; give the policy document as JSON");
    }
    checkKeys(text);
    return data;
}
/** The text is known to be JSON: only strings and brackets matter. */
function checkKeys(text) {
    const open = [];
    for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/gs)) {
        if (token === "{" || token === "[") {
            open.push(token === "{" ? new Set() : null);
            if (open.length > MAX_DEPTH)
                throw new input_error/* InputError */.dz(`trust: a file nests deeper than ${MAX_DEPTH} levels; give the policy document itself`);
        }
        else if (token === "}" || token === "]")
            open.pop();
        else if (token.endsWith(":")) {
            const keys = open.at(-1);
            const key = JSON.parse(token.slice(0, -1).trimEnd());
            if (keys?.has(key))
                throw new input_error/* InputError */.dz("trust: a file has the same key twice in one object, and tools differ in which one counts; keep one");
            keys?.add(key);
        }
    }
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/vault.js
// JWT roles of Vault and OpenBao (docs: "JWT/OIDC auth method (API)", Create/update role).

const vault_words = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* string */.YjP())]).transform((value) => (typeof value === "string" ? [value] : value));
const vault_scalars = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* boolean */.zMY(), schemas/* number */.aig()]).transform(String);
const claims = schemas/* union */.KCZ([vault_scalars, schemas/* array */.YOg(vault_scalars)]).transform((value) => (typeof value === "string" ? [value] : value));
const roleSchema = schemas/* looseObject */._H3({
    role_type: schemas/* string */.YjP().optional(),
    user_claim: schemas/* string */.YjP().optional(),
    bound_audiences: vault_words.nullish(),
    bound_subject: schemas/* string */.YjP().nullish(),
    bound_claims: schemas/* record */.g1P(schemas/* string */.YjP(), claims).nullish(),
    bound_claims_type: schemas/* string */.YjP().nullish(),
    token_bound_cidrs: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish(),
});
/** Undefined where the document is no such role. */
function toVaultRule(name, document) {
    const role = roleSchema.safeParse(document).data;
    if (!role || !Object.keys(document).some((key) => key.startsWith("bound_") || key === "user_claim" || key === "role_type"))
        return undefined;
    const conditions = [];
    const add = (claim, test) => conditions.push({ claim, test, optional: false });
    if (role.bound_audiences?.length)
        add("aud", { kind: "equals", values: role.bound_audiences });
    if (role.bound_subject)
        add("sub", { kind: "equals", values: [role.bound_subject] });
    // A token without this claim can't log in at all.
    if (role.user_claim && /^\w+$/.test(role.user_claim) && role.user_claim !== "sub")
        add(role.user_claim, { kind: "present", wanted: true });
    const wild = role.bound_claims_type === "glob";
    for (const [pointer, wanted] of Object.entries(role.bound_claims ?? {})) {
        // A claim can be named by a JSON pointer.
        const claim = pointer.replace(/^\//, "");
        add(claim, wild ? { kind: "like", patterns: wanted, single: false } : { kind: "equals", values: wanted });
    }
    return [{ name, conditions, limited: (role.token_bound_cidrs?.length ?? 0) > 0 }];
}

;// CONCATENATED MODULE: ./src/reader/workflow/trust/read.js
// Trust policies as production keeps them, told apart by their shape.







const record = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J());
/**
 * `text` is JSON: an AWS IAM trust policy (or what `aws iam get-role` prints), a Vault or OpenBao JWT role (or what `bao read -format=json`
 * prints), a provider of Google's workload identity federation, a federated credential of Azure, or a list of them. Throws InputError for anything else.
 */
function readTrust(name, text) {
    const data = parsePolicy(text);
    const documents = Array.isArray(data) ? data : [data];
    return documents.flatMap((document, at) => toRules(documents.length > 1 ? `${name} (${at + 1})` : name, document));
}
function toRules(name, document) {
    const held = unwrap(document);
    const rules = held && (toAwsRules(name, held) ?? toGcpRules(name, held) ?? toAzureRules(name, held) ?? toVaultRule(name, held));
    if (!rules)
        throw new input_error/* InputError */.dz("trust: a file holds no AWS IAM trust policy, Vault JWT role, Google workload identity provider or Azure federated credential; give the policy document itself");
    return rules;
}
/** What tools print around the document: Role.AssumeRolePolicyDocument of AWS, data of Vault. */
function unwrap(document) {
    const held = record.safeParse(document).data;
    if (!held)
        return undefined;
    const inner = held["Role"] ?? held["AssumeRolePolicyDocument"] ?? held["data"];
    // Tools that leave the document in its stored form write it as text.
    if (typeof inner === "string" && /^\s*(?:\{|%7B)/i.test(inner))
        return unwrap(parsePolicy(inner.trimStart().startsWith("%") ? decodePercent(inner) : inner));
    return record.safeParse(inner).success ? unwrap(inner) : held;
}
/** IAM's own API keeps policies percent-encoded (RFC 3986). */
function decodePercent(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        throw new input_error/* InputError */.dz("trust: a file holds a policy that is encoded wrongly; give the policy document itself");
    }
}

;// CONCATENATED MODULE: ./src/canary/workflow.js


const ENVIRONMENT = "canary";
const steps = "    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const job = (lines) => `  x:\n${lines.split("\n").map((line) => `    ${line}\n`).join("")}`;
const started = (body, head = "on: push\npermissions: {}\n") => `${head}jobs:\n${body}`;
const callee = (body) => `on:\n  workflow_call:\n    inputs: { target: { type: string, default: none } }\njobs:\n${body}`;
/** One file for each way; the rule that must speak, and the file in which it must. */
const PLANTS = [
    ["direct", "environment-reached", started(job("environment: Canary") + steps)],
    ["as a mapping", "environment-reached", started(job("environment: { name: canary, deployment: false }") + steps)],
    ["expression", "environment-reached", started(job("environment: ${{ github.ref == 'refs/heads/main' && format('{0}ary', 'can') || 'dev' }}") + steps)],
    ["matrix", "environment-reached", started(job("strategy: { matrix: { target: [dev], include: [{ target: canary }] } }\nenvironment: ${{ matrix.target }}") + steps)],
    ["call", "environment-reached", started(job("uses: ./.github/workflows/callee-enter.yml\nwith: { target: canary }")), "callee-enter.yml"],
    ["call of a call", "environment-reached", started(job("uses: ./.github/workflows/callee-outer.yml")), "callee-inner.yml"],
    ["secrets inherited", "environment-secret-reached", started(job("uses: ./.github/workflows/callee-secret.yml\nsecrets: inherit")), "callee-secret.yml"],
    ["all secrets", "all-secrets-exposed", started(job("env: { ALL: '${{ toJSON(secrets) }}' }") + steps)],
    ["secret by name", "all-secrets-exposed", started(job("env: { ONE: '${{ secrets[github.ref_name] }}' }") + steps)],
    ["identity", "identity-trusted", started(job("permissions: { id-token: write }") + steps)],
    ["identity by write-all", "identity-trusted", started(job("permissions: write-all") + steps)],
    ["foreign code", "foreign-code-checkout", started(job("runs-on: ubuntu-24.04\nsteps:\n  - uses: actions/checkout@v5\n    with: { ref: '${{ github.event.pull_request.head.sha }}' }"), "on: pull_request_target\npermissions: {}\n")],
    ["artifact", "untrusted-artifact-flow", started(`  deploy:\n    environment: canary\n    env: { KEY: "\${{ secrets.OUTSIDE }}" }\n    runs-on: ubuntu-24.04\n    steps: [{ uses: actions/download-artifact@v7 }, { run: deploy }]\n${job("runs-on: ubuntu-24.04\nsteps: [{ run: make }]")}`)],
    ["output as code", "untrusted-output-injection", started(`  deploy:\n    needs: x\n    environment: canary\n    runs-on: ubuntu-24.04\n    steps: [{ run: 'deploy \${{ needs.x.outputs.tag }}' }]\n${job("runs-on: ubuntu-24.04\nsteps: [{ run: make }]")}`)],
    ["re-run", "escalation-enters", started(job("runs-on: ubuntu-24.04\nsteps: [{ run: gh run rerun 1 }]"))],
    ["wrong place", "reusable-reference-location", started(job("uses: yuno/pci-pipeline/reusable/build.yml@main"))],
];
const CALLEES = {
    "callee-enter.yml": callee(job("environment: ${{ inputs.target }}") + steps),
    "callee-outer.yml": callee(job("uses: $/.github/workflows/callee-inner.yml\nwith: { target: CANARY }")),
    "callee-inner.yml": callee(job("environment: { name: '${{ inputs.target }}' }") + steps),
    "callee-secret.yml": callee(job("environment: canary\nenv: { KEY: '${{ secrets.KEY }}' }") + steps),
};
/** What is said of GitHub's settings and of witnesses stands at the first job that may enter, or that was named. */
const SAID = [
    ["open to every branch", "environment-unprotected", "artifact.yml"], ["another branch", "other-branch-enters", "artifact.yml"], ["stored outside", "production-secret-outside", "artifact.yml"],
    ["seen at run time", "run-time-reach", "all-secrets.yml"],
];
const unasked = { known: false, why: "it is planted" };
const settings = {
    protection: { known: true, value: { exists: true, reviewers: 0, preventsSelfReview: false, adminsBypass: unasked, custom: { known: true, value: 0 }, admission: { kind: "any" } } },
    subject: unasked, run: undefined, names: { environment: { known: true, value: new Set() }, outside: { known: true, value: new Set(["outside"]) } },
};
const sight = { schema: "pci-pipeline/isolation-witness/v1", part: "build", job: "x", run: "1/1", identity: { endpoint: "absent" }, canary: { name: "CANARY", state: "filled" }, login: null };
function workflowCanary() {
    const fileOf = (name) => `${name.replaceAll(" ", "-")}.yml`;
    const files = Object.fromEntries([...PLANTS.map(([name, , text]) => [fileOf(name), text]), ...Object.entries(CALLEES)].map(([file, text]) => [`.github/workflows/${file}`, text]));
    const trust = readTrust("canary", JSON.stringify({ user_claim: "sub", bound_claims_type: "glob", bound_claims: { sub: "repo:canary/canary:*" } }));
    return {
        input: { files: holdWorkflows(files), question: { environment: ENVIRONMENT, allowedJobs: ["artifact.yml:deploy", "output-as-code.yml:deploy"], repository: "canary/canary", trust, settings, branches: [{ name: "other", outcome: "reached", why: "it is planted" }], witnesses: [sight], run: "1/1" } },
        plants: [
            ...PLANTS.map(([name, rule, , file]) => ({ name, isFoundBy: (finding) => isIn(finding, { rule, root: fileOf(name), file: file ?? fileOf(name) }) })),
            ...SAID.map(([name, rule, file]) => ({ name, isFoundBy: (finding) => isIn(finding, { rule, root: file, file }) })),
        ],
    };
}
function isIn({ ruleId, location }, wanted) {
    if (ruleId !== wanted.rule || location.kind !== "workflow")
        return false;
    return location.file === `.github/workflows/${wanted.file}` && location.path[0]?.startsWith(`.github/workflows/${wanted.root}:`) === true;
}

// EXTERNAL MODULE: ./src/detector/inspector.js + 55 modules
var inspector = __webpack_require__(28108);
// EXTERNAL MODULE: ./src/detector/scrub-texts.js
var scrub_texts = __webpack_require__(76183);
// EXTERNAL MODULE: ./src/finding/redact.js
var redact = __webpack_require__(40759);
;// CONCATENATED MODULE: ./src/detector/isolation/rules.js
// Every rule of the isolation check, in one place: what it is called, how grave it is, what to do.


const access = ["6.5.3", "6.5.4", "7.2.5"];
const credentials = [...access, "8.6.2"];
const isolationRules = {
    "environment-reached": {
        id: "environment-reached", title: "A job outside the allowed ones enters the environment", severity: "critical", controls: access,
        remediation: "Remove the environment from this job or restrict the values that lead to it; if the job is meant to deploy, add it to allow-job.",
    },
    "environment-secret-reached": {
        id: "environment-secret-reached", title: "A job outside the allowed ones reads secrets of the environment", severity: "critical", controls: credentials,
        remediation: "Move the step that needs the secret into an allowed job, or stop passing secrets to this job.",
    },
    "all-secrets-exposed": {
        id: "all-secrets-exposed", title: "A job outside the allowed ones makes GitHub send it every secret", severity: "high", controls: credentials,
        remediation: "Name each secret that the job needs as secrets.NAME; toJSON(secrets) and computed names send all of them to the runner.",
    },
    "identity-trusted": {
        id: "identity-trusted", title: "A job outside the allowed ones can mint an identity that production trusts", severity: "critical", controls: credentials,
        remediation: "Bind the trust policy to the environment (sub ending in :environment:NAME, or the environment claim), or take id-token: write from this job.",
    },
    "foreign-code-checkout": {
        id: "foreign-code-checkout", title: "Code of a pull request is checked out with the rights of this repository", severity: "high", controls: ["6.5.3", "6.5.4"],
        remediation: "Build pull requests under the pull_request trigger; under pull_request_target and workflow_run check out nothing that the pull request's author wrote.",
    },
    "untrusted-artifact-flow": {
        id: "untrusted-artifact-flow", title: "An artifact of a job outside the allowed ones enters the environment unverified", severity: "high", controls: ["6.5.3", "6.5.4"],
        remediation: "Verify after the download and before use: compliance-verify, gh attestation verify, cosign verify, or sha256sum --check against a digest that is trusted.",
    },
    "untrusted-cache-flow": {
        id: "untrusted-cache-flow", title: "A cache that other jobs can write enters the environment", severity: "high", controls: ["6.5.3", "6.5.4"],
        remediation: "Restore no cache in a job that enters the environment; install from the lock file instead.",
    },
    "untrusted-output-injection": {
        id: "untrusted-output-injection", title: "An output of a job outside the allowed ones becomes code in the environment", severity: "high", controls: ["6.5.3", "6.5.4"],
        remediation: "Pass the output through env: and use it as a quoted shell variable, so that it stays data; check its form before use.",
    },
    "environment-unprotected": {
        id: "environment-unprotected", title: "The environment lets in every branch and asks nobody", severity: "high", controls: access,
        remediation: "Restrict the environment's deployment branches to those that deploy, or require reviewers: whoever can push a branch can enter with a workflow of their own.",
    },
    "other-branch-enters": {
        id: "other-branch-enters", title: "A branch that the environment admits has a job that enters outside the allowed ones", severity: "critical", controls: access,
        remediation: "Correct the workflows of that branch, or take it from the environment's deployment branches.",
    },
    "escalation-enters": {
        id: "escalation-enters", title: "A job outside the allowed ones can start a deployment that nobody approves", severity: "high", controls: access,
        remediation: "Require reviewers for the environment, or take from the job what starts the deployment.",
    },
    "production-secret-outside": {
        id: "production-secret-outside", title: "A secret that deployments read is stored for every job of the repository", severity: "high", controls: credentials,
        remediation: "Move it from the repository or organisation into the environment, under a name of its own, and replace the value.",
    },
    "run-time-reach": {
        id: "run-time-reach", title: "A build job held at run time what only the environment has", severity: "critical", controls: credentials,
        remediation: "Replace the credential that was seen, then find what gave it to the job: a secret stored outside of the environment, or a trust policy that isn't bound to it.",
    },
    "reusable-reference-location": {
        id: "reusable-reference-location", title: "A reusable workflow is called at a place from which GitHub never loads one", severity: "medium", controls: ["6.5.4"],
        remediation: "GitHub loads reusable workflows only from .github/workflows, without subfolders.",
    },
};
/** Changes with the detector's code, as the digest changes with the rules. */
const DETECTOR = "2";
/** How many rules there are, and a digest of them: equal means that equal workflows lead to equal findings. */
const isolationRuleSet = {
    count: Object.keys(isolationRules).length,
    sha256: (0,external_node_crypto_.createHash)("sha256").update(JSON.stringify([DETECTOR, isolationRules])).digest("hex"),
};
/** `shown` names what was reached, such as "environment prod"; `hint` is put before the rule's remediation. */
function toFinding(rule, run, said) {
    const { title, severity, controls, remediation } = isolationRules[rule];
    return {
        ruleId: rule, title, severity, controls: [...controls], decoded: [], confirmedBy: "structure",
        preview: (0,redact/* previewNothing */.Wm)(said.shown),
        remediation: said.hint ? `${said.hint} ${remediation}` : remediation,
        location: { kind: "workflow", file: run.workflow.id, line: said.at.line, column: said.at.column, job: run.job.id, path: [...run.path] },
    };
}
/** `detail` says which fact is missing and who can supply it. */
function toGap(reason, run, said) {
    return {
        reason, detail: said.detail,
        location: { kind: "workflow", file: run.workflow.id, line: said.at.line, column: said.at.column, job: run.job.id, path: [...run.path] },
    };
}

;// CONCATENATED MODULE: ./src/detector/isolation/witness/record.js
// What a job saw of the environment at run time: the contract between isolation-witness, which records, and isolation-assert, which judges.

const identitySchema = schemas/* discriminatedUnion */.gMt("endpoint", [
    /** GitHub offers the job no token at all. */
    schemas/* strictObject */.rej({ endpoint: schemas/* literal */.euz("absent") }),
    /** There is an endpoint, but no token came, or none that can be read. */
    schemas/* strictObject */.rej({ endpoint: schemas/* literal */.euz("silent") }),
    schemas/* strictObject */.rej({
        endpoint: schemas/* literal */.euz("present"), environment: schemas/* string */.YjP().nullable(), subject: schemas/* string */.YjP(), jobWorkflowRef: schemas/* string */.YjP().nullable(),
        asExpected: schemas/* boolean */.zMY().nullable().describe("whether job_workflow_ref is the one that the workflow names; null where it names none"),
    }),
]);
const loginOutcomes = ["refused", "accepted", "not-tried", "failed"];
const witnessSchema = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz("pci-pipeline/isolation-witness/v1"),
    part: schemas/* enum */.k5n(["build", "deploy"]),
    job: schemas/* string */.YjP(),
    run: schemas/* string */.YjP().describe("run id and attempt, as 7/1"),
    identity: identitySchema,
    canary: schemas/* strictObject */.rej({ name: schemas/* string */.YjP(), state: schemas/* enum */.k5n(["empty", "filled"]) }).nullable(),
    login: schemas/* strictObject */.rej({
        store: schemas/* string */.YjP().describe("SHA-256 of address, namespace and mount, so that both logins can be compared"),
        role: schemas/* string */.YjP(), outcome: schemas/* enum */.k5n(loginOutcomes), status: schemas/* int */.Whr().nullable(),
    }).nullable(),
});
/** Undefined where the text is no witness: the runner drops outputs that hold anything masked. */
function parseWitness(text) {
    try {
        return witnessSchema.safeParse(JSON.parse(text)).data;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/value.js
/** Beyond this a set of alternatives is no longer told apart from "anything". */
const MAX_ALTERNATIVES = 64;
function literal(value) {
    return { kind: "literal", value };
}
function unknown(from, tainted = false, fixed = false) {
    return { kind: "unknown", from, tainted, fixed };
}
const nothing = literal(null);
const either = [literal(true), literal(false)];
/** What `x && y` leaves when an unknown x is false. */
const falsy = [literal(false), literal(""), literal(0)];
function isTainted(value) {
    switch (value.kind) {
        case "literal": return false;
        case "unknown": return value.tainted;
        case "text": return value.parts.some((part) => typeof part !== "string" && part.tainted);
        case "list": return value.items.some(isTainted);
        case "object": return (value.rest?.tainted ?? false) || [...value.entries.values()].some(isTainted);
        default: return value;
    }
}
/** The fixed unknown that a value hangs on, if it hangs on one. */
function fixedSourceOf(value) {
    switch (value.kind) {
        case "literal": return value.when;
        case "unknown": return value.fixed ? value.from : undefined;
        case "text": return value.parts.map((part) => (typeof part === "string" ? undefined : fixedSourceOf(part))).find(Boolean);
        case "list": return value.items.map(fixedSourceOf).find(Boolean);
        case "object": return [...value.entries.values(), ...(value.rest ? [value.rest] : [])].map(fixedSourceOf).find(Boolean);
        default: return value;
    }
}
/** The same values, which count only where the fixed unknown of `cause` turns out right. */
function onlyWhen(values, cause) {
    const when = cause.map(fixedSourceOf).find(Boolean);
    return when === undefined ? values : values.map((value) => (value.kind === "literal" && value.when === undefined ? { ...value, when } : value));
}
/** Names of the unknown parts, for messages. */
function sourcesOf(value) {
    switch (value.kind) {
        case "literal": return value.when === undefined ? [] : [value.when];
        case "unknown": return [value.from];
        case "text": return value.parts.flatMap((part) => (typeof part === "string" ? [] : [part.from]));
        case "list": return value.items.flatMap(sourcesOf);
        case "object": return [...value.entries.values()].flatMap(sourcesOf).concat(value.rest ? [value.rest.from] : []);
        default: return value;
    }
}
/** Without repetitions; too many become one unknown that remembers whether any was tainted. */
function distinct(values) {
    const found = new Map();
    for (const value of values) {
        const key = keyOf(value);
        // A value that is there in any case needs no condition.
        if (value.kind !== "literal" || value.when === undefined || !found.has(key))
            found.set(key, value);
    }
    const list = [...found.values()];
    return list.length <= MAX_ALTERNATIVES ? list : [unknown(list.flatMap(sourcesOf)[0] ?? "a choice of many values", list.some(isTainted))];
}
/** Equal keys mean equal values. */
function keyOf(value) {
    switch (value.kind) {
        case "literal": return typeof value.value === "number" ? `n${value.value}` : JSON.stringify(value.value);
        case "unknown": return `?${value.tainted ? "!" : ""}${value.fixed ? "=" : ""}${value.from}`;
        case "text": return `t${JSON.stringify(value.parts.map((part) => (typeof part === "string" ? part : [keyOf(part)])))}`;
        case "list": return `[${value.items.map(keyOf).join()}]`;
        case "object": return `{${[...value.entries].map(([key, item]) => `${JSON.stringify(key)}:${keyOf(item)}`).join()}${value.rest ? keyOf(value.rest) : ""}}`;
        default: return value;
    }
}

;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/convert.js

function truthOf(value) {
    switch (value.kind) {
        case "literal": return !(value.value === null || value.value === false || value.value === "" || value.value === 0 || Number.isNaN(value.value));
        case "list":
        case "object": return true;
        case "text": return value.parts.some((part) => typeof part === "string" && part !== "") ? true : undefined;
        case "unknown": return undefined;
        default: return value;
    }
}
/** Loose equality: same types compare, others as numbers; text without case. */
function equal(left, right) {
    if (left.kind === "unknown" || right.kind === "unknown")
        return undefined;
    if (left.kind === "literal" && right.kind === "literal")
        return equalLiterals(left.value, right.value);
    if (left.kind === "text" || right.kind === "text") {
        if (left.kind === "text" && right.kind === "literal" && typeof right.value === "string")
            return canBe(left.parts, right.value) ? undefined : false;
        if (right.kind === "text" && left.kind === "literal" && typeof left.value === "string")
            return canBe(right.parts, left.value) ? undefined : false;
        return undefined;
    }
    // A list or an object equals only itself, and whether both are the same one is not followed.
    return left.kind === "literal" || right.kind === "literal" ? false : undefined;
}
function equalLiterals(left, right) {
    if (typeof left === "string" && typeof right === "string") {
        if (left === right)
            return true;
        // GitHub folds case by simple upper-case mapping: beyond ASCII only clear cases are decided.
        if (fold(left) !== fold(right))
            return false;
        return isAscii(left) && isAscii(right) ? true : undefined;
    }
    if (left === null && right === null)
        return true;
    if (typeof left === "boolean" && typeof right === "boolean")
        return left === right;
    return toNumber(left) === toNumber(right);
}
/** `<` and its kin; the result for `left < right`. */
function less(left, right) {
    if (left.kind !== "literal" || right.kind !== "literal")
        return undefined;
    if (typeof left.value === "string" && typeof right.value === "string") {
        if (!isAscii(left.value) || !isAscii(right.value))
            return undefined;
        return left.value.toUpperCase() < right.value.toUpperCase();
    }
    return toNumber(left.value) < toNumber(right.value);
}
function toNumber(value) {
    if (value === null)
        return 0;
    if (typeof value === "boolean")
        return value ? 1 : 0;
    if (typeof value === "number")
        return value;
    const text = value.trim();
    if (text === "")
        return 0;
    return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text) || /^0x[0-9a-f]+$/i.test(text) || /^0o[0-7]+$/i.test(text) ? Number(text) : Number.NaN;
}
/** Pieces of the text that a value becomes in the middle of other text. */
function toParts(value) {
    switch (value.kind) {
        case "literal": return literalParts(value.value);
        case "text": return value.parts;
        case "list": return ["Array"];
        case "object": return ["Object"];
        case "unknown": return [value];
        default: return value;
    }
}
function literalParts(value) {
    if (value === null)
        return [""];
    // Only numbers that every notation prints alike are vouched for.
    if (typeof value === "number" && !/^-?\d{1,15}(\.\d{1,6})?$/.test(String(value)))
        return [unknown("a number")];
    return [String(value)];
}
/** Neighbouring constants are joined; text without unknown parts is a literal, and one unknown alone is text all the same. */
function fromParts(parts) {
    const joined = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (typeof part === "string" && typeof last === "string")
            joined[joined.length - 1] = last + part;
        else if (part !== "")
            joined.push(part);
    }
    const [only] = joined;
    if (joined.length === 0)
        return { kind: "literal", value: "" };
    return joined.length === 1 && typeof only === "string" ? { kind: "literal", value: only } : { kind: "text", parts: joined };
}
/** Whether text with unknown parts can be `wanted`, case folded. */
function canBe(parts, wanted) {
    const target = fold(wanted);
    const pieces = parts.map((part) => (typeof part === "string" ? fold(part) : null));
    const first = pieces[0];
    const last = pieces.at(-1);
    let at = typeof first === "string" ? first.length : 0;
    if (typeof first === "string" && !target.startsWith(first))
        return false;
    const end = typeof last === "string" && pieces.length > 1 ? target.length - last.length : target.length;
    if (typeof last === "string" && (!target.endsWith(last) || (pieces.length > 1 && end < at)))
        return false;
    if (pieces.length === 1 && typeof first === "string")
        return target === first;
    for (const piece of pieces.slice(typeof first === "string" ? 1 : 0, typeof last === "string" ? -1 : undefined)) {
        if (piece === null)
            continue;
        const found = target.indexOf(piece, at);
        if (found < 0 || found + piece.length > end)
            return false;
        at = found + piece.length;
    }
    return true;
}
/** Names that GitHub could take for the same become the same text; a few that it tells apart may, too. */
function fold(text) {
    return isAscii(text) ? text.toLowerCase() : text.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
}
function isAscii(text) {
    return /^[\x00-\x7f]*$/.test(text);
}
/** For messages: what is not known about a value. */
function describeUnknown(values) {
    return [...new Set(values.flatMap(sourcesOf))].slice(0, 3).join(", ") || "its value";
}

;// CONCATENATED MODULE: ./src/detector/isolation/question.js

/** How reports name a job: its file and its id. */
function jobName(workflow, job) {
    return `${workflow.id}:${job.id}`;
}
/** Names of the jobs that the question allows, as reports write them; `unknown` are those that the graph doesn't have. */
function findAllowedJobs(graph, lines) {
    const known = [...graph.workflows.values()].flatMap((workflow) => workflow.jobs.map((job) => jobName(workflow, job)));
    const names = new Set(known);
    const allowed = new Set();
    const unknown = [];
    for (const line of lines) {
        const found = [line, `.github/workflows/${line}`].find((name) => names.has(name)) ?? findByRepository(known, line);
        if (found === undefined)
            unknown.push(line);
        else
            allowed.add(found);
    }
    return { allowed, unknown, known };
}
/** Owner and name of another repository compare without case. */
function findByRepository(known, line) {
    return line.includes("@") ? known.find((name) => name.includes("@") && sameReference(name, line)) : undefined;
}
function sameReference(name, line) {
    const split = (text) => /^([^/]+\/[^/]+)(\/.*)$/.exec(text);
    const [, repository = "", rest = ""] = split(name) ?? [];
    const [, wantedRepository = "", wantedRest = ""] = split(line) ?? [];
    return repository.toLowerCase() === wantedRepository.toLowerCase() && rest === wantedRest;
}
/** GitHub compares environment names without case; blanks around a name are not trusted to make a difference. */
function sameEnvironment(name, environment) {
    return fold(name.trim()) === fold(environment.trim());
}

// EXTERNAL MODULE: ./src/finding/coverage.js
var coverage = __webpack_require__(29296);
;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/function.js
// The functions of expressions (docs: "Evaluate expressions in workflows and actions", Functions).


const FUNCTIONS = {
    always: () => [literal(true)],
    success: () => either,
    failure: () => either,
    cancelled: () => either,
    contains: ([where, what]) => contains(where ?? literal(null), what ?? literal(null)),
    startswith: ([where, what]) => affix(where, what, (text, part) => text.startsWith(part)),
    endswith: ([where, what]) => affix(where, what, (text, part) => text.endsWith(part)),
    format: ([pattern, ...values]) => [format(pattern ?? literal(null), values)],
    join: ([list, separator]) => [join(list ?? literal(null), separator ?? literal(","))],
    fromjson: ([text]) => [fromJson(text ?? literal(null))],
};
/** A function that is not known, or not followed, can return anything. */
function callFunction(name, parameters) {
    const fn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    return fn ? fn(parameters) : [opaque("a function that is not followed", parameters)];
}
function opaque(from, values) {
    return unknown(values.flatMap(sourcesOf)[0] ?? from, values.some(isTainted));
}
function contains(where, what) {
    if (where.kind === "list") {
        const truths = where.items.map((item) => equal(item, what));
        if (truths.includes(true))
            return [literal(true)];
        return truths.includes(undefined) ? either : [literal(false)];
    }
    const text = constant(where);
    const part = constant(what);
    if (text !== undefined && part !== undefined)
        return decide(text, part, (a, b) => a.includes(b));
    const knownPieces = where.kind === "text" ? where.parts.filter((piece) => typeof piece === "string") : [];
    return part !== undefined && function_isAscii(part) && knownPieces.some((piece) => function_isAscii(piece) && fold(piece).includes(fold(part))) ? [literal(true)] : either;
}
function affix(where, what, test) {
    const text = where && constant(where);
    const part = what && constant(what);
    if (text !== undefined && part !== undefined)
        return decide(text, part, test);
    if (where?.kind !== "text" || part === undefined)
        return either;
    // The part with anything before and behind it, as far as the text leaves that open.
    const hole = unknown("");
    const open = test("ab", "a") ? [part, hole] : [hole, part];
    return overlaps(where.parts, open, test("ab", "a")) ? either : [literal(false)];
}
/** Whether text that starts (or ends) with constants can start (or end) with `part`: constants at that end must agree as far as both go. */
function overlaps(parts, open, atStart) {
    const known = atStart ? parts[0] : parts.at(-1);
    const part = open.find((piece) => typeof piece === "string") ?? "";
    if (typeof known !== "string" || typeof part !== "string")
        return true;
    const [a, b] = [fold(known), fold(part)];
    const length = Math.min(a.length, b.length);
    return atStart ? a.slice(0, length) === b.slice(0, length) : a.slice(a.length - length) === b.slice(b.length - length);
}
/** Case is folded; beyond ASCII only a difference is certain. */
function decide(text, part, test) {
    if (!test(fold(text), fold(part)))
        return function_isAscii(text) && function_isAscii(part) ? [literal(false)] : either;
    return test(text, part) || (function_isAscii(text) && function_isAscii(part)) ? [literal(true)] : either;
}
function function_isAscii(text) {
    return !/[^\x20-\x7e\s]/.test(text);
}
function constant(value) {
    const text = fromParts(toParts(value));
    return text.kind === "literal" && typeof text.value === "string" ? text.value : undefined;
}
function format(pattern, values) {
    const text = constant(pattern);
    if (text === undefined)
        return opaque("format()", [pattern, ...values]);
    const parts = [];
    for (const piece of text.split(/(\{\{|\}\}|\{\d+\})/)) {
        const index = /^\{(\d+)\}$/.exec(piece)?.[1];
        if (index === undefined)
            parts.push(piece === "{{" ? "{" : piece === "}}" ? "}" : piece);
        else
            parts.push(...toParts(values[Number(index)] ?? unknown("format()")));
    }
    return fromParts(parts);
}
function join(list, separator) {
    if (list.kind === "unknown" || list.kind === "object")
        return opaque("join()", [list, separator]);
    const items = list.kind === "list" ? list.items : [list];
    return fromParts(items.flatMap((item, index) => (index === 0 ? toParts(item) : [...toParts(separator), ...toParts(item)])));
}
function fromJson(value) {
    const text = constant(value);
    if (text === undefined)
        return opaque("fromJSON()", [value]);
    try {
        return fromData(JSON.parse(text), 0);
    }
    catch {
        return unknown("fromJSON() of text that is not JSON");
    }
}
function fromData(data, depth) {
    if (depth > 50)
        return unknown("deeply nested JSON");
    if (data === null || typeof data === "boolean" || typeof data === "number" || typeof data === "string")
        return literal(data);
    if (Array.isArray(data))
        return { kind: "list", items: data.map((item) => fromData(item, depth + 1)) };
    const entries = new Map();
    for (const [key, item] of Object.entries(data)) {
        // Keys that differ in case only can't be told apart here.
        const name = key.toLowerCase();
        entries.set(name, entries.has(name) ? unknown("a key that is there twice") : fromData(item, depth + 1));
    }
    return { kind: "object", entries, rest: null };
}

;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/evaluate.js



/** Combinations of alternatives that one operator or call looks at before it gives up. */
const MAX_COMBINATIONS = 512;
/** One expression alone keeps its type; anything else is text. */
function evaluateTemplate(template, contexts) {
    const [only] = template;
    if (template.length === 1 && only !== undefined)
        return typeof only === "string" ? [literal(only)] : evaluate(only, contexts);
    const parts = template.map((part) => (typeof part === "string" ? [literal(part)] : evaluate(part, contexts)));
    return combine(parts, (values) => [fromParts(values.flatMap(toParts))]);
}
/** A scalar of a workflow file: what YAML made of it where it holds no expression. */
function evaluateText(text, contexts) {
    return text.contexts.size === 0 && text.template.every((part) => typeof part === "string") ? [literal(text.literal)] : evaluateTemplate(text.template, contexts);
}
function evaluate(expression, contexts) {
    switch (expression.kind) {
        case "literal": return [literal(expression.value)];
        case "context": return [contexts.get(expression.name) ?? unknown(expression.spelt, false, expression.name === "vars")];
        case "property": return distinct(evaluate(expression.of, contexts).map((of) => property(of, expression.name, expression.spelt)));
        case "index": return combine([evaluate(expression.of, contexts), evaluate(expression.by, contexts)], ([of = nothing, by = nothing]) => index(of, by));
        case "every": return distinct(evaluate(expression.of, contexts).map((of) => unknown(`a list made with .*`, isTainted(of))));
        case "not": return distinct(evaluate(expression.of, contexts).flatMap((of) => onlyWhen(truths(negate(truthOf(of))), [of])));
        case "call": return call(expression.name, expression.parameters, contexts);
        case "binary": return binary(expression, contexts);
        default: return expression;
    }
}
function binary(expression, contexts) {
    const left = evaluate(expression.left, contexts);
    const { operator } = expression;
    if (operator === "&&" || operator === "||")
        return distinct(left.flatMap((value) => evaluate_decide(value, operator, () => evaluate(expression.right, contexts))));
    return combine([left, evaluate(expression.right, contexts)], ([a = nothing, b = nothing]) => truths(compare(operator, a, b)));
}
/** `a && b` is a where a is false, else b; `a || b` the other way round. Where that is open, both count. */
function shortCircuit(left, operator, right) {
    const truth = truthOf(left);
    if (operator === "&&")
        return truth === true ? right() : truth === false ? [left] : [...falsy, ...right()];
    return truth === true ? [left] : truth === false ? right() : [left, ...right()];
}
/** What is decided by a fixed unknown counts only under it; a value that stands for itself does anyway. */
function evaluate_decide(left, operator, right) {
    return shortCircuit(left, operator, right).flatMap((value) => (value === left ? [value] : onlyWhen([value], [left])));
}
function compare(operator, a, b) {
    switch (operator) {
        case "==": return equal(a, b);
        case "!=": return negate(equal(a, b));
        case "<": return less(a, b);
        case ">": return less(b, a);
        case "<=": return orEqual(less(a, b), equal(a, b));
        case ">=": return orEqual(less(b, a), equal(a, b));
        default: return undefined;
    }
}
function orEqual(less, same) {
    if (less === true || same === true)
        return true;
    return less === undefined || same === undefined ? undefined : false;
}
function negate(truth) {
    return truth === undefined ? undefined : !truth;
}
function truths(truth) {
    return truth === undefined ? either : [literal(truth)];
}
/** case(test, value, test, value, …, otherwise), of which only what is needed is evaluated; all other functions take every parameter. */
function call(name, parameters, contexts) {
    if (name !== "case")
        return combine(parameters.map((parameter) => evaluate(parameter, contexts)), (values) => callFunction(name, values));
    const found = [];
    const causes = [];
    for (let at = 0; at < parameters.length; at += 2) {
        const [test, value] = [parameters[at], parameters[at + 1]];
        if (!test)
            break;
        if (!value)
            return distinct([...found, ...onlyWhen(evaluate(test, contexts), causes)]);
        const tests = evaluate(test, contexts);
        const outcomes = tests.map(truthOf);
        causes.push(...tests);
        if (outcomes.some((truth) => truth !== false))
            found.push(...onlyWhen(evaluate(value, contexts), causes));
        if (outcomes.every((truth) => truth === true))
            return distinct(found);
    }
    return distinct([...found, unknown("case()")]);
}
/** Every combination of one alternative of each. */
function combine(sets, toResults) {
    const count = sets.reduce((product, set) => product * set.length, 1);
    if (count > MAX_COMBINATIONS)
        return [unknown("a choice of many values", sets.some((set) => set.some(isTainted)))];
    let rows = [[]];
    for (const set of sets)
        rows = rows.flatMap((row) => set.map((value) => [...row, value]));
    return distinct(rows.flatMap((row) => onlyWhen(toResults(row), row)));
}
/** `name` is in lower case, `spelt` as the file has it. */
function property(of, name, spelt) {
    if (of.kind === "unknown")
        return deeper(of, spelt);
    if (of.kind !== "object")
        return of.kind === "text" ? nothing : of.kind === "list" ? unknown(`a property of a list`, isTainted(of)) : nothing;
    return of.entries.get(name) ?? (of.rest ? deeper(of.rest, spelt) : nothing);
}
function deeper(of, name) {
    return of.from.length > 100 ? of : unknown(`${of.from}.${name}`, of.tainted, of.fixed);
}
function index(of, by) {
    if (by.kind === "literal" && typeof by.value === "string")
        return [property(of, by.value.toLowerCase(), by.value)];
    if (of.kind === "list" && by.kind === "literal" && typeof by.value === "number")
        return [of.items[Math.floor(by.value)] ?? nothing];
    if (of.kind === "literal")
        return [nothing];
    return [unknown("an item with a computed index", isTainted(of))];
}

;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/matrix.js



/** GitHub starts no more jobs from one matrix. */
const MAX_ROWS = 256;
const ANYTHING = [unknown("matrix")];
/** What the matrix context can be. Each alternative is one object, so that its values stay together. */
function evaluateMatrix(matrix, contexts) {
    if (matrix.kind === "scalar")
        return distinct(evaluateText(matrix.text, contexts).flatMap(fromComputed));
    if (matrix.kind !== "mapping")
        return ANYTHING;
    const vectors = new Map();
    for (const [key, value] of matrix.entries) {
        const alternatives = evaluateValue(value, contexts);
        const only = alternatives.length === 1 ? alternatives[0] : undefined;
        if (!only)
            return ANYTHING;
        vectors.set(key.toLowerCase(), only);
    }
    return fromVectors(vectors);
}
/** Any YAML value, with its expressions evaluated. */
function evaluateValue(value, contexts) {
    switch (value.kind) {
        case "scalar": return evaluateText(value.text, contexts);
        case "sequence": return combine(value.items.map((item) => evaluateValue(item, contexts)), (items) => [{ kind: "list", items }]);
        case "mapping": {
            const keys = value.entries.map(([key]) => key.toLowerCase());
            return combine(value.entries.map(([, item]) => evaluateValue(item, contexts)), (items) => [
                { kind: "object", entries: new Map(keys.map((key, at) => [key, items[at] ?? nothing])), rest: null },
            ]);
        }
        default: return value;
    }
}
/** No expression anywhere in it. */
function isConstantValue(value) {
    switch (value.kind) {
        case "scalar": return value.text.contexts.size === 0;
        case "sequence": return value.items.every(isConstantValue);
        case "mapping": return value.entries.every(([, item]) => isConstantValue(item));
        default: return value;
    }
}
/** Whether the rows of the matrix make a difference to a value. */
function mentionsMatrix(value) {
    switch (value.kind) {
        case "scalar": return value.text.contexts.has("matrix");
        case "sequence": return value.items.some(mentionsMatrix);
        case "mapping": return value.entries.some(([, item]) => mentionsMatrix(item));
        default: return value;
    }
}
function fromComputed(value) {
    return value.kind === "object" && !value.rest ? fromVectors(value.entries) : [unknown("matrix", value.kind === "unknown" && value.tainted)];
}
function fromVectors(all) {
    const vectors = [...all].filter(([key]) => key !== "include" && key !== "exclude");
    const includes = toFilters(all.get("include"));
    const excludes = toFilters(all.get("exclude")) ?? [];
    const tainted = [...all.values()].some((value) => value.kind === "unknown" && value.tainted);
    if (!includes || vectors.reduce((product, [, vector]) => product * (vector.kind === "list" ? vector.items.length : 1), 1) > MAX_ROWS)
        return [unknown("matrix", tainted)];
    let rows = vectors.length === 0 ? [] : [new Map()];
    for (const [key, vector] of vectors) {
        const items = vector.kind === "list" ? vector.items : [unknown("matrix", tainted)];
        rows = rows.flatMap((row) => items.map((item) => new Map([...row, [key, item]])));
    }
    const kept = rows.filter((row) => !excludes.some((filter) => matches(row, filter) === true));
    const names = new Set(vectors.map(([key]) => key));
    const result = include(kept, includes, names);
    return result.length > MAX_ROWS * 2 ? [unknown("matrix", tainted)] : distinctRows(result);
}
/** Undefined where the list itself is not known. */
function toFilters(value) {
    if (value === undefined || (value.kind === "literal" && value.value === null))
        return [];
    if (value.kind !== "list")
        return undefined;
    const filters = [];
    for (const item of value.items) {
        if (item.kind !== "object" || item.rest)
            return undefined;
        filters.push(item.entries);
    }
    return filters;
}
/** Keys of the matrix are conditions, others are added to every row that meets them; without such a row the include is a row of its own. */
function include(rows, includes, names) {
    const met = new Set();
    const extended = rows.flatMap((row) => {
        let variants = [row];
        for (const filter of includes) {
            const condition = new Map([...filter].filter(([key]) => names.has(key)));
            const extra = [...filter].filter(([key]) => !names.has(key));
            const outcome = matches(row, condition);
            if (outcome === false)
                continue;
            if (outcome === true)
                met.add(filter);
            const added = variants.map((variant) => new Map([...variant, ...extra]));
            variants = outcome === true ? added : [...variants, ...added];
        }
        return variants;
    });
    return [...extended, ...includes.filter((filter) => !met.has(filter))];
}
function matches(row, filter) {
    let result = true;
    for (const [key, wanted] of filter) {
        const outcome = same(row.get(key) ?? nothing, wanted);
        if (outcome === false)
            return false;
        if (outcome === undefined)
            result = undefined;
    }
    return result;
}
/** Lists and objects in a filter are compared leaf by leaf, and only as far as the filter goes. */
function same(value, wanted) {
    if (wanted.kind === "list") {
        const items = value.kind === "list" ? value.items : undefined;
        return matrix_all(wanted.items.map((item, at) => (items ? same(items[at] ?? nothing, item) : value.kind === "unknown" ? undefined : same(nothing, item))));
    }
    if (wanted.kind === "object") {
        if (value.kind === "unknown")
            return undefined;
        const entries = value.kind === "object" ? value.entries : new Map();
        return matrix_all([...wanted.entries].map(([key, item]) => same(entries.get(key) ?? nothing, item)));
    }
    return equal(value, wanted);
}
function matrix_all(outcomes) {
    if (outcomes.includes(false))
        return false;
    return outcomes.includes(undefined) ? undefined : true;
}
function distinctRows(rows) {
    return rows.map((entries) => ({ kind: "object", entries, rest: null }));
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/steps.js


/** Variables can be changed while a job runs, but what they were set to still counts. */
function walkSteps(run, state) {
    const contexts = withEnv(withEnv(state.contexts, run.workflow.env), run.job.env);
    return flatten(run.job.steps, contexts);
}
function flatten(steps, contexts, outer) {
    return steps.flatMap((step) => {
        const seen = withEnv(contexts, step.env);
        const at = outer ?? step.usesAt ?? step.run?.at ?? step.at;
        const stage = { step, contexts: seen, at };
        return step.inner ? [stage, ...flatten(step.inner, new Map([...seen, ["inputs", bind(step.with, seen)]]), at)] : [stage];
    });
}
/** Inputs of a composite action; those that aren't passed have their defaults, which nobody else chooses. */
function bind(entries, contexts) {
    return { kind: "object", entries: new Map(entries.map(([key, value]) => [key.toLowerCase(), steps_join(value, contexts)])), rest: unknown("inputs") };
}
function withEnv(contexts, entries) {
    if (entries.length === 0)
        return contexts;
    const before = contexts.get("env");
    const held = before?.kind === "object" ? before.entries : new Map();
    return new Map([...contexts, ["env", { kind: "object", entries: new Map([...held, ...entries.map(([key, value]) => [key.toLowerCase(), steps_join(value, contexts)])]), rest: unknown("env") }]]);
}
/** One value that stands for all alternatives: only its taint matters here. */
function steps_join(value, contexts) {
    const alternatives = distinct(evaluateValue(value, contexts));
    const [only] = alternatives;
    return alternatives.length === 1 && only ? only : unknown(alternatives.flatMap(sourcesOf)[0] ?? "a variable", alternatives.some(isTainted));
}
/** The part of `uses` before its ref, in lower case; undefined for scripts. */
function actionOf(step) {
    return step.uses?.split("@")[0]?.toLowerCase();
}
/** The constant text of a script; expressions leave a gap. */
function scriptOf(step) {
    return step.run?.template.map((part) => (typeof part === "string" ? part : " ")).join("") ?? "";
}
function parameter(step, name) {
    return step.with.find(([key]) => key.toLowerCase() === name)?.[1];
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/checkout.js






const RIGHTS = new Set(["pull_request_target", "workflow_run"]);
const FOREIGN = /^github\.(?:head_ref|event\.(?:pull_request\.(?:head|merge_commit_sha|number)|number|workflow_run\.(?:head|pull_requests)))/i;
const FOREIGN_SCRIPT = /\bgh\s+pr\s+checkout\b|\bgit\s[^\n]{0,200}\bpull\/[^\n]{0,100}(?:head|merge)\b|refs\/pull\//;
/** Commands that bring a revision into the work tree. */
const GIT = /\bgit\s+(?:-\S{1,80}\s+\S{1,200}\s+){0,4}(?:checkout|switch|reset|merge|pull|fetch|clone|worktree|rebase|cherry-pick|restore|archive|show)\b[^\n;&|]*$/;
const GIT_LINES = /\bgit\s+(?:-\S{1,80}\s+\S{1,200}\s+){0,4}(?:checkout|switch|reset|merge|pull|fetch|clone|worktree|rebase|cherry-pick|restore|archive|show)\b([^\n;&|]*)/g;
/** Of a line, what is looked at before an expression. */
const MAX_LINE = 500;
/** Whether such an event starts the run's workflow at all. */
function hasForeignEvents(run) {
    return run.root.triggers.some(({ event }) => RIGHTS.has(event));
}
function judgeCheckouts(run) {
    if (!hasForeignEvents(run))
        return { findings: [], gaps: [] };
    const found = { findings: new Map(), gaps: new Map() };
    for (const state of run.states) {
        if (state.event === undefined || !RIGHTS.has(state.event))
            continue;
        for (const stage of walkSteps(run, state)) {
            const { at } = stage;
            const key = `${at.line}:${at.column}`;
            const verdict = judge(stage);
            if (verdict === "foreign")
                found.findings.set(key, toFinding("foreign-code-checkout", run, { at, shown: `foreign code under ${state.event}` }));
            else if (verdict)
                found.gaps.set(key, toGap("undecided-escalation", run, { at, detail: `under ${state.event} the job checks out a revision that is not known here (${verdict}); check out the event's own revision` }));
        }
    }
    return { findings: [...found.findings.values()], gaps: [...found.gaps.values()] };
}
/** "foreign", or what isn't known, or undefined. */
function judge(stage) {
    const { step, contexts } = stage;
    if (FOREIGN_SCRIPT.test(scriptOf(step)) || fetchesForeign(stage))
        return "foreign";
    if (!/(^|\/)checkout(?:-action)?$/.test(actionOf(step) ?? ""))
        return undefined;
    const values = ["ref", "repository"].flatMap((name) => {
        const value = parameter(step, name);
        return value ? evaluateValue(value, contexts) : [];
    });
    if (values.some(isForeign))
        return "foreign";
    const open = values.filter((value) => sourcesOf(value).some((source) => !/^github\.(?:sha|ref|ref_name|base_ref|repository|workflow_sha)$/i.test(source)));
    return open.length > 0 ? describeUnknown(open) : undefined;
}
/** A revision that reaches git as an expression, or as a variable that holds one. */
function fetchesForeign({ step, contexts }) {
    const env = contexts.get("env");
    const isVariable = (name) => env?.kind === "object" && isForeign(env.entries.get(name.toLowerCase()) ?? nothing);
    let line = "";
    for (const part of step.run?.template ?? []) {
        if (typeof part === "string") {
            line = (line + part.slice(-MAX_LINE)).split("\n").at(-1) ?? "";
            const named = [...part.replace(/\\\n/g, " ").matchAll(GIT_LINES)].flatMap(([, names = ""]) => [...names.matchAll(/\$\{?(\w+)/g)]);
            if (named.some(([, name = ""]) => isVariable(name)))
                return true;
        }
        else if (GIT.test(line.slice(-MAX_LINE)) && evaluateTemplate([part], contexts).some(isForeign))
            return true;
    }
    return false;
}
function isForeign(value) {
    if (value.kind === "literal")
        return typeof value.value === "string" && value.value.includes("refs/pull/");
    return sourcesOf(value).some((source) => FOREIGN.test(source));
}

;// CONCATENATED MODULE: ./src/detector/isolation/github/gate.js
function gateOf(settings) {
    if (!settings?.protection.known)
        return "unknown";
    const { reviewers, custom } = settings.protection.value;
    if (reviewers > 0)
        return "reviewed";
    return custom.known && custom.value === 0 ? "open" : "unknown";
}
/** Which refs the environment lets in (GitHub docs: "Deployments and environments", Deployment branches and tags). */
function listAdmitted({ exists, admission }) {
    if (!exists)
        return { branches: [], any: true, more: undefined };
    switch (admission.kind) {
        case "any": return { branches: [], any: true, more: undefined };
        case "protected": {
            if (!admission.branches.known)
                return { branches: [], any: false, more: admission.branches.why };
            // "Protected branches only" admits all branches where none is protected.
            return { branches: admission.branches.value, any: admission.branches.value.length === 0, more: undefined };
        }
        case "patterns": {
            if (!admission.patterns.known)
                return { branches: [], any: false, more: admission.patterns.why };
            const branches = admission.patterns.value.filter(({ name, type }) => type === "branch" && !isWild(name)).map(({ name }) => name);
            const others = admission.patterns.value.filter(({ name, type }) => type === "tag" || isWild(name));
            return { branches, any: false, more: others.length > 0 ? "its policy also admits branches or tags by a pattern, and who may make such a one is not known here" : undefined };
        }
        default: return admission;
    }
}
function isWild(pattern) {
    return /[*?[{\\]/.test(pattern);
}

;// CONCATENATED MODULE: ./src/detector/isolation/permission.js
const RANK = { none: 0, read: 1, write: 2 };
/** Level of one scope, such as "id-token". */
function levelOf(permissions, scope) {
    return (Object.hasOwn(permissions.scopes, scope) ? permissions.scopes[scope] : undefined) ?? permissions.others;
}
/** Null where nobody from the root down states any: the repository's settings decide then. */
function effectivePermissions(stated) {
    return stated.job ?? stated.workflow ?? stated.ceiling;
}
/** Scopes of which `requested` has more than `ceiling`. */
function findExcess(requested, ceiling) {
    if (!requested || !ceiling)
        return [];
    const scopes = new Set([...Object.keys(requested.scopes), ...Object.keys(ceiling.scopes)]);
    const excess = [...scopes].filter((scope) => RANK[levelOf(requested, scope)] > RANK[levelOf(ceiling, scope)]);
    return RANK[requested.others] > RANK[ceiling.others] ? [...excess, "all other scopes"] : excess;
}

;// CONCATENATED MODULE: ./src/detector/isolation/environment.js





/** Whether a run can enter `environment`. Job-level `if` has been taken into account already. */
function judgeEnvironment(run, environment) {
    const value = run.job.environment;
    if (!value)
        return { outcome: "apart", at: run.job.at, unknowns: [] };
    const states = mentionsMatrix(value) ? run.states : run.starts;
    const names = states.flatMap((state) => environmentNames(value, state));
    const unknowns = distinct(names.filter((name) => environment_compare(name, environment) === "open"));
    const isEntered = names.some((name) => environment_compare(name, environment) === "entered") || isCertain(names, environment);
    return { outcome: isEntered ? "entered" : unknowns.length > 0 ? "open" : "apart", at: nameOf(value)?.at ?? value.at, unknowns };
}
/** Whatever the values hang on, each of them is the environment's name. */
function isCertain(names, environment) {
    return names.length > 0 && names.every((name) => name.kind === "literal" && environment_compare({ kind: "literal", value: name.value }, environment) === "entered");
}
/** All values of the name in one state; empty text is no environment. */
function environmentNames(value, state) {
    const source = nameOf(value);
    if (!source)
        return [];
    return distinct(evaluateValue(source, state.contexts).map((found) => (found.kind === "object" ? property(found, "name", "name") : found)));
}
/** The name stands alone or under a key; a computed mapping carries it inside. */
function nameOf(value) {
    return value.kind === "mapping" ? value.entries.find(([key]) => key.toLowerCase() === "name")?.[1] : value;
}
function environment_compare(name, environment) {
    if (name.kind === "unknown" || name.kind === "list" || name.kind === "object")
        return "open";
    const text = fromParts(toParts(name));
    if (text.kind === "literal") {
        if (!sameEnvironment(String(text.value ?? ""), environment))
            return "apart";
        return name.kind === "literal" && name.when !== undefined ? "open" : "entered";
    }
    if (text.kind !== "text")
        return "open";
    // Where an unknown part is empty, any blank can be at the edge: none of them is trusted to make a difference.
    const dense = text.parts.map((part) => (typeof part === "string" ? part.replace(/\s+/g, "") : part));
    return canBe(dense, environment.replace(/\s+/g, "")) ? "open" : "apart";
}

;// CONCATENATED MODULE: ./src/detector/isolation/identity/claims.js


const anyRef = { free: true, without: ":" };
const someRef = { free: false, without: ":" };
const someText = { free: false, without: "" };
const someName = { free: false, without: ":/@" };
/** One token for each form of the subject and each environment that the job can have in a state. */
function findTokens(run, minting) {
    return run.states.flatMap((state) => environmentsOf(run, state).flatMap((environment) => {
        const claims = toClaims(run, state, { environment, repository: minting.repository });
        return subjectsOf(claims, contextsOf(run, state, environment), minting).map((sub) => new Map([...claims, ["sub", sub]]));
    }));
}
/** Undefined is no environment. */
function environmentsOf(run, state) {
    const names = run.job.environment ? environmentNames(run.job.environment, state) : [];
    return names.length === 0 ? [undefined] : names.flatMap(toEnvironment);
}
function toEnvironment(name) {
    const text = fromParts(toParts(name));
    if (text.kind === "literal")
        return [text.value === "" ? undefined : [String(text.value)]];
    const parts = text.kind === "text" ? text.parts.map((part) => (typeof part === "string" ? part : { free: false, without: "" })) : [someText];
    return parts.some((part) => typeof part === "string") ? [parts] : [parts, undefined];
}
/** Without a known form: the default one, and that with ids which new repositories have. */
function subjectsOf(claims, contexts, { repository, form }) {
    const keys = form?.keys ?? ["repo", "context"];
    return prefixesOf(repository, form).flatMap((prefix) => contexts.flatMap((context) => {
        const pieces = keys.map((key) => (key === "repo" ? prefix : key === "context" ? context : toPiece(key, claims.get(key) ?? "unknown")));
        // GitHub mints no token where the template names a claim that the job doesn't have.
        if (pieces.some((piece) => piece === undefined))
            return [];
        return [pieces.flatMap((piece, at) => [...(at > 0 ? [":"] : []), ...(piece ?? [])])];
    }));
}
function prefixesOf(repository, form) {
    if (form?.prefix !== undefined)
        return [[form.prefix.replace(/:$/, "")]];
    const [owner, name] = repository?.split("/") ?? [];
    const plain = owner !== undefined && name !== undefined ? [`repo:${owner}/${name}`] : ["repo:", someName, "/", someName];
    const immutable = ["repo:", owner ?? someName, "@", someName, "/", name ?? someName, "@", someName];
    if (form?.immutable === undefined)
        return [plain, immutable];
    return form.immutable ? [immutable] : [plain];
}
function toPiece(key, claim) {
    if (claim === "absent")
        return undefined;
    return [`${key}:`, ...(typeof claim === "string" ? [someRef] : escapeColons(claim))];
}
/** A colon inside of a value is written as %3A. */
function escapeColons(language) {
    return language.map((part) => (typeof part === "string" ? part.replaceAll(":", "%3A") : { ...part, without: ":" }));
}
function contextsOf(run, state, environment) {
    if (environment)
        return [["environment:", ...escapeColons(environment)]];
    const byRef = ["ref:", ...refOf(run, state)];
    return state.event?.startsWith("pull_request") ? [["pull_request"], byRef] : state.event === undefined ? [["pull_request"], byRef] : [byRef];
}
/** Who pushes or dispatches chooses the ref, unless the workflow takes some refs only. */
function refOf(run, state) {
    const filtered = run.root.triggers.find((trigger) => trigger.event === state.event)?.filtered ?? true;
    const chosen = (state.event === "push" && !filtered) || state.event === "workflow_dispatch";
    return ["refs/", chosen ? anyRef : someRef];
}
function toClaims(run, state, facts) {
    const { repository } = facts;
    const own = repository === undefined ? [someName, "/", someName] : [repository];
    const ref = refOf(run, state);
    const file = (id, remote) => (remote === null ? [...own, "/", ...(id.includes("/") ? [id] : [someText]), "@", ...ref] : [id.slice(0, id.indexOf("@")), "@", someText]);
    return new Map([
        ["aud", "any"],
        ["iss", ["https://token.actions.githubusercontent.com"]],
        ["environment", facts.environment ?? "absent"],
        ["repository", own],
        ["repository_owner", repository === undefined ? [someName] : [repository.split("/")[0] ?? ""]],
        ["event_name", state.event === undefined ? [someText] : [state.event]],
        ["ref", ref],
        ["workflow_ref", file(run.root.id, run.root.repository)],
        ["job_workflow_ref", file(run.workflow.id, run.workflow.repository)],
    ]);
}

;// CONCATENATED MODULE: ./src/detector/isolation/identity/language.js
// Sets of texts that a claim can be, and whether a trust policy's pattern meets one.
/** `wild` patterns have "*" for any text, and "?" for one character where `single` says so. Case is folded. */
function meet(language, pattern, options) {
    const accepted = toUnits(pattern, options);
    const any = toLanguageUnits(language, () => true);
    if (!intersect(any, accepted))
        return "none";
    // An unknown part counts as one strange character, which only a star of the pattern takes.
    return intersect(toLanguageUnits(language, (hole) => hole.free), accepted) ? "certain" : "possible";
}
/** Whether the pattern takes every text of the language: its constants agree, and a star of it stands where a part is unknown. */
function isCovered(language, pattern, options) {
    return intersect(toLanguageUnits(language, () => false), toUnits(pattern, options));
}
function toUnits(pattern, options) {
    return [...pattern.toLowerCase()].map((char) => {
        if (options.wild && char === "*")
            return { star: "" };
        return options.wild && options.single && char === "?" ? { one: true } : { char };
    });
}
const STRANGE = "\u{10ffff}";
function toLanguageUnits(language, isOpen) {
    return language.flatMap((part) => {
        if (typeof part === "string")
            return [...part.toLowerCase()].map((char) => ({ char }));
        return isOpen(part) ? [{ star: part.without }] : [{ char: STRANGE }];
    });
}
/** Whether two patterns have a text in common; a star's own characters are those that it excludes. */
function intersect(left, right) {
    const seen = new Set();
    const width = right.length + 1;
    const pending = [[0, 0]];
    for (let next = pending.pop(); next; next = pending.pop()) {
        const [i, j] = next;
        if (i === left.length && j === right.length)
            return true;
        if (seen.has(i * width + j))
            continue;
        seen.add(i * width + j);
        pending.push(...language_steps({ a: left[i], b: right[j] }, i, j));
    }
    return false;
}
function language_steps({ a, b }, i, j) {
    const found = [];
    if (a && "star" in a)
        found.push([i + 1, j]);
    if (b && "star" in b)
        found.push([i, j + 1]);
    if (!a || !b || !agree(a, b))
        return found;
    found.push(["star" in a ? i : i + 1, "star" in b ? j : j + 1]);
    return found;
}
/** Two stars in step would only repeat what each does alone. */
function agree(a, b) {
    if ("star" in a)
        return "char" in b ? !a.star.includes(b.char) : "one" in b;
    if ("star" in b)
        return "char" in a ? !b.star.includes(a.char) : true;
    if ("one" in a)
        return !("char" in b) || b.char !== STRANGE;
    if ("one" in b)
        return a.char !== STRANGE;
    return a.char === b.char;
}

;// CONCATENATED MODULE: ./src/detector/isolation/identity/identity.js




/** A job that calls a workflow has no token of its own. */
function canMint(run) {
    return !run.job.call && !run.idle && run.permissions !== null && levelOf(run.permissions, "id-token") === "write";
}
function judgeIdentity(run, question) {
    if (!canMint(run))
        return { findings: [], gaps: [] };
    const at = run.permissionsAt;
    if (!question.trust) {
        const detail = `the job can mint identity tokens (id-token: write), and whether production trusts one of them is not known; give production's trust policies as --trust FILE, or take the permission away`;
        return { findings: [], gaps: [toGap("undecided-identity", run, { at, detail })] };
    }
    const tokens = findTokens(run, { repository: question.repository, form: subjectFormOf(question) });
    const judged = question.trust.map((rule) => ({ rule, meeting: best(tokens.map((token) => meetRule(token, rule))) }));
    const trusting = judged.find(({ meeting }) => meeting === "certain");
    if (trusting)
        return { findings: [toFinding("identity-trusted", run, { at, shown: `identity trusted by ${trusting.rule.name}` })], gaps: [] };
    const open = judged.find(({ meeting }) => meeting === "possible");
    if (!open)
        return { findings: [], gaps: [] };
    const missing = question.repository === undefined ? "; give the repository's name as --name owner/repo" : "";
    return { findings: [], gaps: [toGap("undecided-identity", run, { at, detail: `the trust policy ${open.rule.name} accepts a token of this job for some values that are not known here${missing}; bind the policy to the environment` })] };
}
function subjectFormOf({ settings }) {
    return settings?.subject.known ? settings.subject.value : undefined;
}
function meetRule(token, rule) {
    const meetings = rule.conditions.map((condition) => meetCondition(token, condition));
    if (meetings.includes("none"))
        return "none";
    return rule.limited || meetings.includes("possible") ? "possible" : "certain";
}
function meetCondition(token, { claim, test, optional }) {
    const held = token.get(claim) ?? "unknown";
    if (held === "absent")
        return optional || test.kind === "differs" || (test.kind === "present" && !test.wanted) ? "certain" : test.kind === "unknown" ? "possible" : "none";
    return meetTest(held, test);
}
function meetTest(held, test) {
    if (test.kind === "unknown")
        return "possible";
    if (test.kind === "present")
        return held === "unknown" ? "possible" : test.wanted ? "certain" : "none";
    if (held === "unknown")
        return "possible";
    if (held === "any")
        return "certain";
    switch (test.kind) {
        case "equals": return best(test.values.map((value) => meet(held, value, { wild: false, single: false })));
        case "like": return best(test.patterns.map((pattern) => meet(held, pattern, { wild: true, single: test.single })));
        case "differs": return meetNone(held, test);
        default: return test;
    }
}
/** Whether some text of the claim is none of the patterns. */
function meetNone(held, test) {
    const options = { wild: test.wild, single: test.single };
    if (test.patterns.some((pattern) => isCovered(held, pattern, options)))
        return "none";
    const met = test.patterns.filter((pattern) => meet(held, pattern, options) !== "none");
    if (met.length === 0)
        return "certain";
    // One pattern that doesn't take everything leaves a choice to who can choose; several could take everything together.
    return met.length === 1 && held.some((part) => typeof part !== "string" && part.free) ? "certain" : "possible";
}
function best(meetings) {
    if (meetings.includes("certain"))
        return "certain";
    return meetings.includes("possible") ? "possible" : "none";
}

;// CONCATENATED MODULE: ./src/detector/isolation/statement/confirmation.js
// What GitHub's settings say about an assumption: confirmed, refuted or not to be had, each in one sentence.

const API = "GitHub's API";
const not = (source) => ({ verified: false, source });
const yes = (source) => ({ verified: true, source });
/** Undefined where GitHub was not asked. */
function confirmBranches({ settings, branches = [] }) {
    if (!settings)
        return undefined;
    if (!settings.protection.known)
        return not(`not verified, since ${settings.protection.why}`);
    const { any, more, branches: names } = listAdmitted(settings.protection.value);
    if (any)
        return not(gateOf(settings) === "open" ? "refuted: it admits every ref and asks nobody" : "every ref is admitted, and who approves deployments decides");
    if (more !== undefined)
        return not(`not verified, since ${more}`);
    const open = branches.find(({ outcome }) => outcome === "reached" || outcome === "open");
    if (open)
        return not(`${open.outcome === "reached" ? "refuted" : "not verified"} on branch ${open.name}: ${open.why}`);
    const unseen = names.filter((name) => !branches.some((branch) => branch.name === name));
    if (unseen.length > 0)
        return not(`not verified, since ${unseen.length} admitted branches were not looked at`);
    return yes(`${API}: it admits ${names.join(", ") || "no branch"}, and the workflows there keep out of it`);
}
function confirmNames({ settings }, production) {
    if (!settings)
        return undefined;
    const { environment, outside } = settings.names;
    if (!environment.known)
        return not(`not verified, since ${environment.why}`);
    if (!outside.known)
        return not(`not verified, since ${outside.why}`);
    const shared = [...production].filter((name) => outside.value.has(name));
    if (shared.length > 0)
        return not(`refuted for ${shared.length} of the names that deployments read: the repository or its organisation has them, too`);
    if ([...production].some((name) => !environment.value.has(name)))
        return not("some names that deployments read are stored nowhere that the token sees");
    return yes(`${API}: the names that deployments read are stored in the environment only`);
}
function confirmSubject({ settings }) {
    if (!settings)
        return undefined;
    return settings.subject.known ? yes(`${API}: subjects are made of ${settings.subject.value.keys.join(", ")}`) : not(`not verified, since ${settings.subject.why}`);
}
function confirmAdministrators({ settings }) {
    if (!settings?.protection.known)
        return undefined;
    const { adminsBypass } = settings.protection.value;
    if (!adminsBypass.known)
        return not(`not verified, since ${adminsBypass.why}`);
    return adminsBypass.value ? not("they may") : yes(`${API}: they may not`);
}
function confirmRun({ settings, commits }) {
    const run = settings?.run;
    if (!run)
        return undefined;
    if (!run.known)
        return not(`not verified, since ${run.why}`);
    const unread = run.value.called.filter(({ repository, ref, sha }) => commits?.get(`${repository}@${ref}`) !== sha && ref !== sha && sha !== run.value.sha);
    if (unread.length > 0)
        return not("for some called workflows the checkout's commit is not known");
    return yes(`${API}: ${run.value.called.length} called workflows`);
}

;// CONCATENATED MODULE: ./src/detector/isolation/statement/assumption.js




const ADMINISTRATOR = "the repository's administrator";
const MAX_NAMES = 12;
function listAssumptions(graph, question, grounds) {
    const lines = [...listAlways(question, grounds), ...listByWorkflows(question, grounds), ...listBySettings(question), ...listCheckouts(graph, question)];
    return lines.filter(({ when }) => when).map(({ id, statement, by, source = ADMINISTRATOR }) => ({ id, statement, verified: by?.verified ?? false, source: by === undefined ? source : by.verified ? by.source : `${by.source}; ${source}` }));
}
function listAlways(question, { production, secretsRead }) {
    const { environment } = question;
    const names = [...secretsRead].sort();
    const shown = names.slice(0, MAX_NAMES).join(", ") + (names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : "");
    return [
        { when: true, id: "commit-only", statement: `Workflow files of other branches and tags don't enter ${environment}: its deployment branch policy admits only refs that hold the workflows judged here, and no ruleset adds workflows from elsewhere`, ...confirmed(confirmBranches(question)) },
        { when: true, id: "secrets-in-environment", statement: `Production's credentials are secrets of the environment ${environment}, not of the repository or the organisation`, ...confirmed(confirmNames(question, production)) },
        { when: names.length > 0, id: "other-secrets", statement: `Secrets that jobs outside the allowed ones read open nothing of ${environment}: ${shown}` },
        { when: true, id: "allowed-jobs", statement: "The allowed jobs, and the actions and scripts that they run, do only what a deployment needs" },
    ];
}
function listByWorkflows(question, { runs, targets, runnersApart }) {
    const { environment, trust } = question;
    const outside = runs.filter((run) => !run.allowed);
    return [
        { when: targets.length > 0, id: "hosted-runners", statement: "The labels of GitHub's own runners name no other machine" },
        { when: runnersApart, id: "runner-labels", statement: `No machine has the labels of a job that enters ${environment} together with those of another job` },
        { when: targets.some(hasDownload), id: "verification-steps", statement: `What a job that enters ${environment} downloads is what its verification step verifies` },
        { when: outside.some(hasForeignEvents), id: "foreign-scripts", statement: "Scripts under pull_request_target and workflow_run run nothing that a pull request's author wrote" },
        { when: trust !== undefined, id: "trust-complete", statement: "The trust policies given are all that open production" },
        { when: trust !== undefined && outside.some(canMint), id: "oidc-subject", statement: "The subject of identity tokens has the form that they were judged by, not another customised one", ...confirmed(confirmSubject(question)) },
        { when: outside.some((run) => run.root.triggers.every((trigger) => trigger.event === "workflow_call")), id: "unknown-callers", statement: "Who calls the workflows that nothing here calls grants them no more than they state" },
    ];
}
function listBySettings(question) {
    const { settings, environment } = question;
    const protection = settings?.protection.known ? settings.protection.value : undefined;
    const isReviewed = gateOf(settings) === "reviewed" && protection !== undefined;
    return [
        { when: isReviewed, id: "reviewers", statement: `Those who approve deployments to ${environment} know what they approve${protection?.preventsSelfReview ? "; nobody approves a deployment of their own" : "; who starts a deployment may approve it"}`, source: "the environment's required reviewers" },
        { when: isReviewed, id: "administrators", statement: `Administrators don't bypass the protection rules of ${environment}`, ...confirmed(confirmAdministrators(question)) },
        { when: settings?.run !== undefined, id: "recorded-run", statement: "What GitHub resolved for this run is what was judged", ...confirmed(confirmRun(question)) },
    ];
}
/** One for each checkout of another repository. What was fetched is what GitHub holds; a ref that isn't a commit can move. */
function listCheckouts(graph, { commits }) {
    const others = new Set([...graph.workflows.values()].flatMap((workflow) => (workflow.repository === null ? [] : [workflow.repository])));
    return [...others].map((reference) => {
        const commit = commits?.get(reference);
        const isFixed = commit !== undefined && reference.endsWith(`@${commit}`);
        return {
            when: true, id: "checkout", statement: commit === undefined ? `${reference} is what its checkout held` : isFixed ? `${reference} is the commit that GitHub holds` : `${reference} stays at commit ${commit}, at which it was read`,
            source: commit === undefined ? "whoever made the checkout" : "whoever can move the ref; call it by its commit",
            ...(isFixed && { by: { verified: true, source: "GitHub's API" } }),
        };
    });
}
/** Undefined where GitHub was not asked. */
function confirmed(by) {
    return by ? { by } : {};
}
function hasDownload(run) {
    return run.job.steps.some((step) => step.uses?.includes("download-artifact") ?? false);
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/dispatch.js
// Steps that start other workflows with a token of their own: GitHub lets a personal token or an app's do what the job's may not.




const WORKFLOW_ACTIONS = /^(?:benc-uk\/workflow-dispatch|the-actions-org\/workflow-dispatch|convictional\/trigger-workflow-and-wait|lasith-kg\/dispatch-workflow|codex-\/return-dispatch|aurelien-baudet\/workflow-dispatch)$/;
const REPOSITORY_ACTIONS = /^(?:peter-evans\/repository-dispatch|myrotvorets\/trigger-repository-dispatch-action)$/;
const WORKFLOW_INPUTS = ["workflow", "workflow_file_name", "workflow-file-name"];
/** Calls of GitHub's API and command line, as scripts spell them. */
const SCRIPTS = [
    { event: "workflow_dispatch", pattern: /\bgh\s+workflow\s+run\s+(?:(?:-[rRFfj]|--(?:ref|repo|field|raw-field))[= ]\S{1,200}\s+|--json\s+){0,20}["']?([^\s"'|;&-][^\s"'|;&]*)?/g },
    { event: "workflow_dispatch", pattern: /\/actions\/workflows\/([^/\s"']{1,100})\/dispatches\b/g },
    { event: "workflow_dispatch", pattern: /\bcreateWorkflowDispatch\b(?:[^}]{0,500}?\bworkflow_id\s*:\s*["'`]([^"'`$]+)["'`])?/g },
    { event: "repository_dispatch", pattern: /\/repos\/[^\s"']{1,120}?\/dispatches\b(?<!\/actions\/workflows\/[^/]{1,100}\/dispatches)()/g },
    { event: "repository_dispatch", pattern: /\bcreateDispatchEvent\b()/g },
    { event: "rerun", pattern: /\bgh\s+run\s+rerun\b()|\/actions\/(?:runs|jobs)\/[^/\s"']{1,100}\/rerun\b|\breRun(?:Workflow|JobForWorkflowRun)\w*\b/g },
];
/** Everything that the steps of a job start elsewhere, whatever token they do it with. */
function findDispatches(run) {
    if (run.job.call)
        return [];
    const found = new Map();
    for (const state of run.states) {
        for (const dispatch of walkSteps(run, state).flatMap(dispatchesIn))
            found.set(`${dispatch.event} ${dispatch.at.line}:${dispatch.at.column} ${dispatch.workflow ?? ""}`, dispatch);
    }
    return [...found.values()];
}
function dispatchesIn(stage) {
    const { step, at } = stage;
    const action = actionOf(step) ?? "";
    if (REPOSITORY_ACTIONS.test(action))
        return [{ at, event: "repository_dispatch", workflow: undefined }];
    if (WORKFLOW_ACTIONS.test(action))
        return [{ at, event: "workflow_dispatch", workflow: constantOf(stage, WORKFLOW_INPUTS) }];
    const script = `${scriptOf(step).replace(/\\\n/g, " ")}\n${/(^|\/)github-script$/.test(action) ? textOf(stage, "script") : ""}`;
    return SCRIPTS.flatMap(({ event, pattern }) => [...script.matchAll(pattern)].map((match) => ({ at, event, workflow: toConstant(match[1]) })));
}
/** A name with a variable or expression in it could be any. */
function toConstant(name) {
    return name === undefined || name === "" || /[$`{]/.test(name) ? undefined : name;
}
function constantOf({ step, contexts }, names) {
    const given = names.map((name) => parameter(step, name)).find((value) => value !== undefined);
    if (!given)
        return undefined;
    const values = evaluateValue(given, contexts).map((value) => fromParts(toParts(value)));
    const [only] = values;
    return values.length === 1 && only?.kind === "literal" && typeof only.value === "string" ? toConstant(only.value) : undefined;
}
/** Text of a parameter with its expressions, as far as they are constant. */
function textOf({ step, contexts }, name) {
    const value = parameter(step, name);
    if (value?.kind !== "scalar")
        return "";
    return evaluateTemplate(value.text.template, contexts).map((found) => toParts(found).map((part) => (typeof part === "string" ? part : "$")).join("")).join("\n");
}

;// CONCATENATED MODULE: ./src/detector/isolation/escalation.js




/** What a token with `scope: write` could do; only where a job enters the environment, unless `always`. `event` is what it can make happen. */
const EDGES = [
    { scope: "actions", event: "workflow_dispatch", detail: "its token can dispatch and re-run workflows (actions: write), the one that enters the environment among them", always: false },
    { scope: "contents", event: "repository_dispatch", detail: "its token can push commits and send repository_dispatch (contents: write), which a job that enters the environment may act on", always: false },
    { scope: "deployments", event: undefined, detail: "its token can create and review deployments (deployments: write)", always: false },
    { scope: "workflows", event: undefined, detail: "its token can change workflow files (workflows: write), and a changed one can name the environment", always: true },
];
const REPAIR = "; take the permission away, or let the administrator confirm that the environment's protection rules stop it";
function toGoal(targets, { settings }) {
    return { targets, gate: gateOf(settings) };
}
function judgeEscalation(run, goal) {
    if (run.job.call)
        return { findings: [], gaps: [] };
    const { permissions } = run;
    const steps = judgeDispatches(run, goal);
    if (!permissions) {
        const detail = "nothing from the root workflow down states permissions, so the repository's settings decide what this job's token may do; write permissions: {} at the top of the root workflow and grant each job what it needs";
        return { findings: steps.findings, gaps: [toGap("undecided-permissions", run, { at: run.job.at, detail }), ...steps.gaps] };
    }
    // A person who approves each deployment stands between all of these and the environment.
    const edges = EDGES.filter((edge) => goal.gate !== "reviewed" && (goal.targets.length > 0 || edge.always) && levelOf(permissions, edge.scope) === "write");
    const starting = goal.gate === "open" ? edges.filter(({ event }) => event !== undefined && startsOn(goal, event)) : [];
    return {
        findings: [...steps.findings, ...starting.map((edge) => toFinding("escalation-enters", run, { at: run.permissionsAt, shown: `${edge.scope}: write` }))],
        gaps: [...steps.gaps, ...edges.filter((edge) => !starting.includes(edge)).map((edge) => toGap("undecided-escalation", run, { at: run.permissionsAt, detail: edge.detail + REPAIR }))],
    };
}
function startsOn({ targets }, event) {
    return targets.some((target) => target.root.triggers.some((trigger) => trigger.event === event));
}
/** Steps that start the deployment with a token that the permissions say nothing about. */
function judgeDispatches(run, goal) {
    if (goal.targets.length === 0 || goal.gate === "reviewed")
        return { findings: [], gaps: [] };
    const leading = findDispatches(run).filter((dispatch) => goal.targets.some(({ root }) => canStart(dispatch, root)));
    const detail = "the step starts workflows, that of a job that enters the environment among them; take it away, or let the administrator confirm that the environment's protection rules stop it";
    if (goal.gate === "open")
        return { findings: leading.map(({ at }) => toFinding("escalation-enters", run, { at, shown: "step that starts a deployment" })), gaps: [] };
    return { findings: [], gaps: leading.map(({ at }) => toGap("undecided-escalation", run, { at, detail })) };
}
function canStart({ event, workflow }, root) {
    if (event === "rerun")
        return true;
    if (!root.triggers.some((trigger) => trigger.event === event))
        return false;
    return workflow === undefined || /^\d+$/.test(workflow) || workflow === root.name || workflow.split("/").at(-1) === root.id.split("/").at(-1);
}
/** Workflows that another workflow's end starts, and with them a job that may enter the environment. Said once for each trigger. */
function judgeTriggers({ targets, gate }, all) {
    const said = { findings: [], gaps: [] };
    const told = new Set();
    for (const run of targets) {
        const trigger = run.root.triggers.find((candidate) => candidate.event === "workflow_run");
        if (!trigger || told.has(run.root.id) || !run.states.some((state) => state.event === "workflow_run"))
            continue;
        told.add(run.root.id);
        if (gate === "reviewed" || isTrusted(trigger.workflows, all))
            continue;
        const detail = "the end of another workflow starts this one (workflow_run), pull requests' runs included, and a job of it may enter the environment; start it by its own event, or let the administrator confirm the environment's protection rules";
        const location = { kind: "workflow", file: run.root.id, line: trigger.at.line, column: trigger.at.column, job: null, path: [...run.path] };
        if (gate === "open")
            said.findings.push({ ...toFinding("escalation-enters", run, { at: trigger.at, shown: "workflow_run" }), location });
        else
            said.gaps.push({ reason: "undecided-escalation", detail, location });
    }
    return said;
}
/** Only workflows of which every job is allowed. */
function isTrusted(names, all) {
    const wanted = new Set(names);
    const runs = all.filter((run) => wanted.has(run.root.name));
    return names.length > 0 && names.every((name) => runs.some((run) => run.root.name === name)) && runs.every((run) => run.allowed);
}

;// CONCATENATED MODULE: ./src/detector/isolation/evaluate/world.js




/** More worlds of one invocation are not told apart: their inputs become unknown. */
const MAX_WORLDS = 64;
const NO_INPUTS = { kind: "object", entries: new Map(), rest: null };
/** Worlds in which events start a workflow. */
function openWorlds(workflow, setting) {
    return workflow.triggers.filter(({ event }) => event !== "workflow_call").flatMap(({ event }) => {
        if (event !== "workflow_dispatch")
            return [{ event, inputs: NO_INPUTS }];
        return toInputs(workflow.dispatchInputs.map((input) => [input.name, dispatched(input, setting)])).map((inputs) => ({ event, inputs }));
    });
}
/** The world in which somebody that isn't known calls the workflow. */
function openCalledWorld(callable) {
    const entries = new Map(callable.inputs.map((input) => [input.name, unknown(`inputs.${input.spelt}`, false, true)]));
    return { event: undefined, inputs: { kind: "object", entries, rest: null } };
}
/** Who starts a workflow by hand can choose any environment that exists. */
function dispatched(input, setting) {
    const fallback = input.default ? evaluateValue(input.default, new Map()) : [];
    switch (input.type) {
        case "boolean": return [literal(true), literal(false)];
        case "choice": return [...input.options.map(literal), ...(fallback.length > 0 ? fallback : [literal("")])];
        case "environment": return [literal(setting.environment), unknown(`inputs.${input.spelt}`)];
        case "string":
        case "number": return [unknown(`inputs.${input.spelt}`)];
        default: return input.type;
    }
}
/** Worlds of a called workflow, from one state of the calling job. */
function bindWorlds(call, callable, caller) {
    const passed = new Map(call.with.map(([key, value]) => [key.toLowerCase(), value]));
    const bound = callable.inputs.map((input) => {
        const value = passed.get(input.name);
        const outcomes = value ? evaluateValue(value, caller.contexts).map((outcome) => coerce(outcome, input)) : [];
        const isOpen = outcomes.length === 0 || outcomes.some((outcome) => outcome.kind === "literal" && outcome.value === null);
        return [input.name, isOpen ? [...outcomes.map(blankNull), ...missing(input, caller.contexts)] : outcomes];
    });
    return toInputs(bound).map((inputs) => ({ event: caller.event, inputs }));
}
function missing(input, contexts) {
    const own = new Map([...contexts].filter(([name]) => name === "github"));
    if (input.default)
        return evaluateValue(input.default, own).map((value) => blankNull(coerce(value, input)));
    return [literal(input.type === "boolean" ? false : input.type === "number" ? 0 : "")];
}
function blankNull(value) {
    return value.kind === "literal" && value.value === null ? literal("") : value;
}
function coerce(value, input) {
    if (value.kind === "literal" && value.value === null)
        return nothing;
    if (input.type === "string")
        return value.kind === "unknown" ? value : (onlyWhen([fromParts(toParts(value))], [value])[0] ?? value);
    if (value.kind === "literal" && typeof value.value === input.type)
        return value;
    return unknown(sourcesOf(value)[0] ?? `inputs.${input.spelt}`, isTainted(value));
}
/** Every combination, each one object. */
function toInputs(bound) {
    const count = bound.reduce((product, [, values]) => product * values.length, 1);
    const sets = count <= MAX_WORLDS ? bound : bound.map(([name, values]) => [name, values.length === 1 ? values : [unknown("inputs", values.some(isTainted))]]);
    return combine(sets.map(([, values]) => values), (values) => [{ kind: "object", entries: new Map(sets.map(([name], at) => [name, values[at] ?? nothing])), rest: null }]);
}
/** Without repetitions; too many become one world of unknown inputs for each event. */
function distinctWorlds(worlds) {
    const found = new Map(worlds.map((world) => [`${world.event ?? "?"} ${keyOf(world.inputs)}`, world]));
    if (found.size <= MAX_WORLDS)
        return [...found.values()];
    const tainted = worlds.some((world) => isTainted(world.inputs));
    return [...new Set(worlds.map((world) => world.event))].map((event) => ({ event, inputs: unknown("inputs", tainted) }));
}
/** The contexts of a job in a world. `needs` says which needed jobs are outside the allowed ones. */
function toContexts(world, setting, needs) {
    const github = new Map();
    if (world.event !== undefined)
        github.set("event_name", literal(world.event));
    if (setting.repository !== undefined) {
        github.set("repository", literal(setting.repository));
        github.set("repository_owner", literal(setting.repository.split("/")[0] ?? ""));
    }
    const needed = [...needs].map(([job, tainted]) => {
        const entries = new Map([["outputs", unknown(`needs.${job}.outputs`, tainted)], ["result", unknown(`needs.${job}.result`)]]);
        return [job.toLowerCase(), { kind: "object", entries, rest: null }];
    });
    return new Map([
        ["github", { kind: "object", entries: github, rest: unknown("github") }],
        ["inputs", world.inputs],
        ["needs", { kind: "object", entries: new Map(needed), rest: null }],
    ]);
}

;// CONCATENATED MODULE: ./src/detector/isolation/run.js
/** Names under which the secrets that a text reads are stored. */
function originsOf(text, gate) {
    const origins = new Set();
    for (const name of text.secrets.keys()) {
        if (gate.kind === "all")
            origins.add(name);
        else
            for (const origin of gate.origins.get(name) ?? [])
                origins.add(origin);
    }
    return origins;
}

;// CONCATENATED MODULE: ./src/detector/isolation/expand.js









/** GitHub's own limits: levels of workflows, and files that one run may call. */
const MAX_LEVELS = 10;
const MAX_CALLED_FILES = 50;
/** Chains multiply where workflows call each other from many jobs; beyond this the question stays open. */
const MAX_RUNS = 100_000;
const NO_MATRIX = [nothing];
function expandRuns(graph, options) {
    return new Expander(graph, options).expand();
}
class Expander {
    #graph;
    #allowed;
    #setting;
    #runs = [];
    #gaps = [];
    #reached = new Set();
    #called = new Map();
    #rows = new WeakMap();
    #recent = { run: undefined, held: new Map() };
    constructor(graph, options) {
        this.#graph = graph;
        this.#allowed = options.allowed;
        this.#setting = options.setting;
    }
    expand() {
        const own = [...this.#graph.workflows.values()].filter((workflow) => workflow.repository === null);
        for (const workflow of own) {
            const worlds = distinctWorlds(openWorlds(workflow, this.#setting));
            if (worlds.length > 0)
                this.#open(workflow, worlds);
        }
        // What nothing here calls is judged as called by somebody unknown; first those that stand above others.
        const targets = new Set(own.flatMap((workflow) => workflow.jobs.flatMap(({ call }) => (call?.target.kind === "workflow" ? [call.target.id] : []))));
        for (const workflow of own.toSorted((a, b) => Number(targets.has(a.id)) - Number(targets.has(b.id)))) {
            if (workflow.callable && !this.#reached.has(workflow.id))
                this.#open(workflow, [openCalledWorld(workflow.callable)]);
        }
        return { runs: this.#runs, gaps: this.#gaps };
    }
    #open(workflow, worlds) {
        this.#called.set(workflow.id, new Set());
        const pending = [{ workflow, root: workflow, chain: [], files: [workflow.id], allowed: false, worlds, ceiling: null, gate: { kind: "all" } }];
        for (let next = pending.pop(); next; next = pending.pop()) {
            this.#reached.add(next.workflow.id);
            const callees = [];
            for (const job of next.workflow.jobs) {
                if (this.#runs.length >= MAX_RUNS)
                    return void this.#gaps.push(toGap("count-limit", this.#toRun(job, next), { at: job.at, detail: `there are more than ${MAX_RUNS} ways to reach a job` }));
                const run = this.#toRun(job, next);
                this.#runs.push(run);
                if (job.call && !run.idle)
                    callees.push(...this.#follow(job.call, run, next));
            }
            pending.push(...callees.reverse());
        }
    }
    #toRun(job, invocation) {
        const { workflow } = invocation;
        const recall = (kind, work) => {
            if (this.#recent.run !== run)
                this.#recent = { run, held: new Map() };
            const { held } = this.#recent;
            if (!held.has(kind))
                held.set(kind, work());
            return held.get(kind);
        };
        const run = {
            workflow, job, root: invocation.root,
            path: [...invocation.chain, jobName(workflow, job)],
            allowed: invocation.allowed || this.#allowed.has(jobName(workflow, job)),
            idle: !invocation.worlds.some((world) => this.#toStarts(job, invocation, [world]).some((start) => this.#rowsOf(job, start).length > 0)),
            get starts() {
                return recall("starts", () => toStarts());
            },
            get states() {
                return recall("states", () => toStates(run.starts));
            },
            permissions: effectivePermissions({ job: job.permissions, workflow: workflow.permissions, ceiling: invocation.ceiling }),
            permissionsAt: (job.permissions ?? workflow.permissions ?? job).at,
            gate: invocation.gate,
        };
        const toStarts = () => this.#toStarts(job, invocation, invocation.worlds).filter((start) => this.#rowsOf(job, start).length > 0);
        const toStates = (starts) => this.#toStates(job, starts);
        return run;
    }
    #toStarts(job, invocation, all) {
        const needs = new Map(job.needs.map((id) => [id, !invocation.allowed && !this.#allowed.has(`${invocation.workflow.id}:${id}`)]));
        // Where no input is read, one world for each event says it all.
        const worlds = readsInputs(job, invocation.workflow) ? all : [...new Map(all.map((world) => [world.event, world])).values()];
        return worlds.map((world) => ({ event: world.event, contexts: toContexts(world, this.#setting, needs) })).filter(({ contexts }) => canRun(job, contexts));
    }
    #toStates(job, starts) {
        if (!job.texts.some((text) => text.contexts.has("matrix")))
            return starts;
        return starts.flatMap((start) => this.#rowsOf(job, start).map((matrix) => ({ event: start.event, contexts: new Map([...start.contexts, ["matrix", matrix]]) })));
    }
    /** A matrix without rows starts no job; one without expressions is the same everywhere. */
    #rowsOf(job, start) {
        if (!job.matrix)
            return NO_MATRIX;
        const known = this.#rows.get(job);
        if (known)
            return known;
        const rows = evaluateMatrix(job.matrix, start.contexts);
        if (isConstantValue(job.matrix))
            this.#rows.set(job, rows);
        return rows;
    }
    #follow(call, run, invocation) {
        if (call.target.kind === "misplaced")
            return []; // a finding of its own
        const place = { at: call.at };
        if (call.target.kind === "unresolved")
            return this.#stop("unresolved-reference", run, { ...place, detail: call.target.detail });
        const { id } = call.target;
        const workflow = this.#graph.workflows.get(id);
        const called = this.#called.get(invocation.root.id) ?? new Set();
        if (!workflow)
            return this.#stop("unresolved-reference", run, { ...place, detail: "the called workflow can't be read" });
        if (!workflow.callable)
            return this.#stop("invalid-workflow", run, { ...place, detail: "the called workflow has no workflow_call trigger, GitHub starts no such run" });
        if (invocation.files.includes(id))
            return this.#stop("cycle", run, { ...place, detail: "the call leads back to a workflow that is being called" });
        if (invocation.files.length >= MAX_LEVELS)
            return this.#stop("depth-limit", run, { ...place, detail: `calls nest deeper than ${MAX_LEVELS} levels, GitHub starts no such run` });
        if (called.add(id).size > MAX_CALLED_FILES)
            return this.#stop("count-limit", run, { ...place, detail: `one run calls more than ${MAX_CALLED_FILES} workflow files, GitHub starts no such run` });
        this.#checkCeiling(workflow, run, place);
        return [{
                workflow, root: invocation.root, chain: run.path, files: [...invocation.files, id], allowed: run.allowed,
                worlds: distinctWorlds(run.states.flatMap((state) => bindWorlds(call, workflow.callable ?? { inputs: [], secrets: new Set() }, state))),
                ceiling: run.permissions, gate: toGate(call, run.gate),
            }];
    }
    #checkCeiling(workflow, run, { at }) {
        const asked = [workflow.permissions, ...workflow.jobs.map((job) => job.permissions)].flatMap((permissions) => findExcess(permissions, run.permissions));
        const detail = `the called workflow asks for more than its caller grants (${[...new Set(asked)].join(", ")}), GitHub starts no such run`;
        if (asked.length > 0)
            this.#gaps.push(toGap("invalid-workflow", run, { at, detail }));
    }
    /** What an allowed job calls may do everything: nothing is left open there. */
    #stop(reason, run, said) {
        if (!run.allowed)
            this.#gaps.push(toGap(reason, run, said));
        return [];
    }
}
function readsInputs(job, workflow) {
    const reads = ({ contexts }) => contexts.has("inputs");
    return job.texts.some(reads) || workflow.texts.some(reads) || (job.condition !== null && reads(job.condition));
}
/** The condition stands outside of the matrix. An empty one means success(), and only what is certainly false rules the job out. */
function canRun(job, contexts) {
    const template = job.condition?.template;
    if (!template || (template.length === 1 && template[0] === ""))
        return true;
    return evaluateTemplate(template, contexts).some((value) => truthOf(value) !== false);
}
function toGate(call, gate) {
    if (call.secrets === "inherit")
        return gate;
    const origins = new Map();
    for (const [name, text] of call.secrets ?? [])
        origins.set(name, originsOf(text, gate));
    return { kind: "named", origins };
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/shell.js
// A shell script as lists of commands (POSIX "Shell Command Language", 2.9): what stands in quotes or here-documents separates nothing.
function splitScript(script) {
    const text = hideQuoted(dropDocuments(script.replace(/\r\n/g, "\n").replace(/\\\n/g, " ")));
    let depth = 0;
    return text.replace(/(^|\s)#[^\n]*/g, "$1").split(/[\n;]+/).map((line) => line.trim()).filter((line) => line !== "").map((line) => {
        const pieces = line.split(/\s*(&&|\|\|)\s*/);
        return pieces.flatMap((piece, at) => {
            if (at % 2 === 1 || piece === "")
                return [];
            const { opened, closed } = countBlocks(piece);
            depth += opened;
            const command = { text: piece.trim(), before: at === 0 ? ";" : pieces[at - 1] === "&&" ? "&&" : "||", depth };
            depth = Math.max(0, depth - closed);
            return [command];
        });
    }).filter((list) => list.length > 0);
}
function countBlocks(piece) {
    const words = piece.split(/\s+/);
    const opened = words.filter((word, at) => (/^(?:if|while|until|for|case|select)$/.test(word) && (at === 0 || /^(?:then|else|do|!|\{|\()$/.test(words[at - 1] ?? ""))) || word === "{" || word.endsWith("(){")).length;
    const closed = words.filter((word, at) => (at === 0 && /^(?:fi|done|esac)$/.test(word)) || word === "}").length;
    const brackets = (mark) => piece.split(mark).length - 1;
    return { opened: opened + Math.max(0, brackets("(") - brackets(")")), closed: closed + Math.max(0, brackets(")") - brackets("(")) };
}
/** Marks inside of quotes mean nothing to the shell, but for what it puts in place there. */
function hideQuoted(text) {
    return text.replace(/\\.|"(?:[^"\\]|\\.)*"|'[^']*'/gs, (quoted) => (quoted.startsWith("\\") ? "_" : quoted.replace(/[\n;|&#{}<>]/g, "_").replace(/(?<!\$)\(/g, "_").replace(/\)/g, "_").replace(/\$\(/g, "`")));
}
/** Here-documents (2.7.4) are data of the command that they stand at, but for commands whose output is put in place in them. */
function dropDocuments(text) {
    const kept = [];
    let end;
    let isLiteral = false;
    for (const line of text.split("\n")) {
        if (end !== undefined) {
            if (line.replace(/^\t+/, "") === end || line.trim() === end)
                end = undefined;
            else if (!isLiteral && /\$\(|`/.test(line))
                kept.push(`: "${line.replace(/["\\]/g, "_")}"`);
            continue;
        }
        kept.push(line);
        const [, quote, word] = /<<-?\s*(["'\\]?)(\w+)/.exec(line) ?? [];
        isLiteral = quote !== "" && quote !== undefined;
        end = word;
    }
    return kept.join("\n");
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/script.js
// What a shell script does with files that were fetched, command by command: fetch, verify, use. No shell is imitated: only those forms
// of a check count that end the script for certain where it fails, and a command that isn't known to leave files alone uses them.

const VERIFIES = [
    /^(?:sha(?:1|224|256|384|512)sum|shasum|b2sum)\b.*\s(?:-\w*c\w*|--check)\b/, /^gh\s+(?:attestation|release)\s+verify/, /^cosign\s+verify/,
    /^(?:\S*\/)?pci-pipeline\s+compliance-verify\b/, /^compliance-verify\b/, /^slsa-verifier\s+verify/, /^gpg\b.*\s--verify\b/, /^minisign\b.*\s-\w*V/, /^openssl\s+dgst\b.*\s-verify\b/,
];
const FETCHES = /\bgh\s+run\s+download\b|\/actions\/artifacts\b/;
/** Commands that run nothing of what lies in the folder, and installers of tools from elsewhere. */
const HARMLESS = /^(?:echo|printf|ls|cat|mkdir|cd|pwd|true|false|:|test|\[|\[\[|set|export|unset|local|readonly|mv|cp|ln|rm|touch|chmod|head|tail|cut|sort|uniq|wc|grep|sed|awk|tr|tee|jq|yq|base64|date|find|stat|file|diff|cmp|tar|unzip|gzip|gunzip|zstd|xz|sha\d+sum|shasum|b2sum|md5sum|curl|wget|apt|apt-get|apk|dnf|yum|brew|git|gh|exit|return|sleep|wait|read|id|whoami|uname|which|type|then|else|fi|do|done|esac|for|in|select|\{|\}|\(|\)|break|continue|trap|umask|ulimit|shift|declare|typeset)$/;
const RUNS_OTHERS = /\s-(?:exec|execdir|ok|okdir)\s|^(?:tar|sort|git)\b.*(?:--(?:to-command|use-compress-program|checkpoint-action|compress-program|upload-pack|exec)\b|\s-[cI]\s)|^awk\b.*\bsystem\b/;
/** Characters of a script, and lists of a block, beyond which nothing counts as checked. */
const MAX_SCRIPT = 1 << 16;
const MAX_BLOCK = 50;
const ENDS = /^exit\s+[1-9]\d*$/;
const MAY_END_WELL = /^(?:exit|return)(?!\s+[1-9]\d*$)\b/;
/** Deeds in the order in which they happen. */
function readDeeds(script, traits) {
    // GitHub's own runner takes no expression that long; what is hidden in such a script is not looked for.
    if (script.length > MAX_SCRIPT)
        return FETCHES.test(script) ? ["use", "fetch", "use"] : ["use"];
    const lists = splitScript(script);
    const deeds = [];
    // A trap can turn any failure into a good end.
    const shell = { exits: traits.exits, pipes: traits.pipes, left: lists.some((list) => list.some(({ text }) => /^trap\b.*\bexit\b/.test(bare(text)))) };
    lists.forEach((list, at) => {
        const [only] = list;
        const isPlain = list.length === 1 && only?.depth === 0;
        for (const { text } of list) {
            if (/^set\s.*(?:\+\w*e|\+o\s+errexit)/.test(text))
                shell.exits = false;
            if (/^set\s.*\+o\s+pipefail/.test(text))
                shell.pipes = false;
        }
        if (isPlain && /^set\s+(?:-\w*e|-o\s+errexit)/.test(only?.text ?? ""))
            shell.exits = true;
        if (isPlain && /^set\s.*-\w*o\s+pipefail/.test(only?.text ?? ""))
            shell.pipes = true;
        deeds.push(...readList(list, { ...shell, following: lists.slice(at + 1, at + 1 + MAX_BLOCK) }));
        // Where the script may end well, what comes later may never be checked.
        if (list.some(({ text }) => MAY_END_WELL.test(bare(text))))
            shell.left = true;
    });
    return deeds;
}
function readList(list, around) {
    const deeds = [];
    let isGuarded = false;
    list.forEach((command, at) => {
        if (command.before === "||")
            isGuarded = false;
        const parts = bare(command.text).split(/\s*\|&?\s*/).map(withoutPrefix);
        const check = parts.findIndex((part) => VERIFIES.some((pattern) => pattern.test(part)));
        if (!isGuarded && !parts.every(isHarmless))
            deeds.push("use");
        if (FETCHES.test(command.text))
            deeds.push("fetch");
        if (check < 0 || isBackground(command.text))
            return;
        // Before a pipe's end the check is one of its parts, and all of them run at once.
        const decides = check === parts.length - 1 || around.pipes;
        if (decides && !around.left && isBinding(command, { rest: list.slice(at + 1), first: at === 0, around }))
            deeds.push("verify");
        isGuarded ||= decides && !isNegated(command.text) && !/^(?:while|until)\b/.test(command.text);
    });
    return deeds;
}
/** The forms that end the script: the check alone, `check || exit 1`, `check || { …; exit 1; }`, and `if ! check; then …; exit 1; …`. */
function isBinding({ text, depth }, { rest, first, around }) {
    if (/^if\s+!\s/.test(text))
        return first && depth === 1 && rest.length === 0 && endsWithin(around.following, 1, /^(?:fi|else|elif)\b/);
    if (depth !== 0 || bare(text) !== text || isNegated(text))
        return false;
    const [next] = rest;
    // What stands before it in its list can keep it from running, and the script from ending.
    if (!first)
        return false;
    if (!next)
        return around.exits;
    if (next.before !== "||")
        return false;
    if (ENDS.test(next.text))
        return true;
    return /^\{\s/.test(next.text) && (ENDS.test(next.text.replace(/^\{\s+/, "")) || (rest.length === 1 && endsWithin(around.following, 1, /^\}/)));
}
/** A command of its own in the block, reached in any case. */
function endsWithin(lists, depth, end) {
    for (const list of lists) {
        const [only] = list;
        if (only === undefined || end.test(only.text))
            return false;
        const text = only.text.replace(/^then\s+/, "");
        if (list.length === 1 && only.depth === depth && ENDS.test(text))
            return true;
        if (list.some((command) => command.depth !== depth || MAY_END_WELL.test(bare(command.text)) || !bare(command.text).split(/\s*\|&?\s*/).map(withoutPrefix).every(isHarmless)))
            return false;
    }
    return false;
}
function isHarmless(part) {
    const name = part.split(/\s/)[0] ?? "";
    if (/^case\b/.test(part))
        return !part.includes(")") || isHarmless(withoutPrefix(part.slice(part.lastIndexOf(")") + 1)));
    if (RUNS_OTHERS.test(part) || !substituted(part).every((inner) => inner === "" || HARMLESS.test(inner) || VERIFIES.some((pattern) => pattern.test(inner))))
        return false;
    return name === "" || HARMLESS.test(name) || VERIFIES.some((pattern) => pattern.test(part));
}
/** First words of commands whose output is put in place. */
function substituted(part) {
    return [...part.matchAll(/(?:\$\(|`|<\(|>\()\s*([^\s)`;|&]*)/g)].map(([, name = ""]) => name);
}
/** Without what stands before a command: keywords, brackets. */
function bare(text) {
    return text.replace(/^(?:(?:if|elif|while|until|then|else|do|!|time|\{|\()\s+|\()+/, "");
}
/** Without variables that are set for the command, and what runs it as somebody else. */
function withoutPrefix(text) {
    return text.replace(/^(?:\w+=(?:"[^"]*"|'[^']*'|[^\s$`]*)(?:\s+|$)|sudo\s+(?:-\w+\s+)*|!\s+)+/, "");
}
function isNegated(text) {
    return /(?:^|\s)!\s/.test(text.slice(0, text.search(/\w{3,}\s+-|$/)));
}
function isBackground(text) {
    return /(?:^|[^>&<])&(?![>&\d])/.test(text);
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/artifact.js




const DOWNLOADS = /(^|[/-])download-artifacts?$/;
const artifact_VERIFIES = /(^|[/-])compliance-verify$/;
/** They bring tools, sources or credentials, and run nothing of what lies in the folder. */
const artifact_HARMLESS = /(^|\/)(?:checkout|setup-[\w-]+|[\w-]*installer|upload-artifact|login-action|login|auth|configure-aws-credentials|harden-runner|isolation-witness|cache)$/;
/** Steps whose artifacts are used, or kept to the end, without a verification that must succeed. `inRun`: other jobs run beside this one. */
function findUnverified(stages, { inRun }) {
    const found = new Set();
    let open = [];
    for (const { stage, deed, foreign } of toEvents(stages)) {
        if (deed === "fetch" && (inRun || foreign))
            open.push(stage);
        if (deed === "verify")
            open = open.filter((one) => !covers(stage, one));
        if (deed === "use")
            for (const one of open)
                found.add(one);
    }
    for (const stage of open)
        found.add(stage);
    return [...found];
}
/** Steps that run side by side have no order: whatever one of them verifies, another may have used before. */
function toEvents(stages) {
    const events = [];
    for (let at = 0; at < stages.length;) {
        const lane = stages[at]?.step.lane ?? null;
        const end = lane === null ? at + 1 : stages.findIndex((stage, index) => index > at && stage.step.lane !== lane);
        const group = stages.slice(at, end < 0 ? undefined : end);
        const told = group.flatMap(deedsOf);
        events.push(...(lane === null ? told : told.toSorted((a, b) => ORDER.indexOf(a.deed) - ORDER.indexOf(b.deed))));
        at += group.length;
    }
    return events;
}
const ORDER = ["fetch", "use", "verify"];
function deedsOf(stage) {
    const { step } = stage;
    const action = actionOf(step);
    const toEvent = (deed, foreign = false) => [{ stage, deed, foreign }];
    if (action === undefined)
        return readDeeds(scriptOf(step), traitsOf(step)).flatMap((deed) => toEvent(deed, true));
    if (DOWNLOADS.test(action))
        return toEvent("fetch", parameter(step, "run-id") !== undefined || parameter(step, "run_id") !== undefined);
    if (artifact_VERIFIES.test(action))
        return toEvent("verify");
    // The steps of a composite action follow it.
    return step.inner || artifact_HARMLESS.test(action) ? [] : toEvent("use");
}
/** GitHub runs scripts with `bash -e`, and with pipefail where bash is asked for by name (docs: "jobs.<job_id>.steps[*].shell"). */
function traitsOf({ shell }) {
    const template = shell?.template;
    const text = template === undefined ? "" : template.map((part) => (typeof part === "string" ? part : "?")).join("");
    return { exits: !text.includes("{0}") || /\s-\w*e/.test(text), pipes: text === "bash" || /pipefail/.test(text) };
}
/** A verification that may be skipped, or whose failure is forgiven, stops nothing; one under the download's own condition runs with it. */
function covers({ step, contexts }, download) {
    if (step.tolerated || step.background)
        return false;
    if (!step.condition)
        return true;
    const { template } = step.condition;
    if (JSON.stringify(template) === JSON.stringify(download.step.condition?.template))
        return true;
    const [only] = template;
    if (template.length === 1 && typeof only === "object" && only.kind === "call" && (only.name === "success" || only.name === "always"))
        return true;
    return evaluateTemplate(template, contexts).every((value) => truthOf(value) === true);
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/cache.js
// Which steps restore a cache that any job of the branch could have written.



/** Caches whenever they are used (sources: the actions' own action.yml, read in November 2026). */
const ALWAYS = /^(?:[\w.-]+\/(?:[\w-]+-)?cache(?:-action)?(?:\/restore)?|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|awalsh128\/cache-apt-pkgs-action|taiki-e\/cache-cargo-install-action|baptiste0928\/cargo-install|pre-commit\/action|bahmutov\/npm-install|rharkor\/caching-for-turbo)$/;
const SWITCHED = [
    { action: /^actions\/setup-go$/, inputs: ["cache"], otherwise: true },
    { action: /^astral-sh\/setup-uv$/, inputs: ["enable-cache"], otherwise: true },
    { action: /^ruby\/setup-ruby$/, inputs: ["bundler-cache"], otherwise: false },
    { action: /^gradle\/(?:actions\/setup-gradle|gradle-build-action)$/, inputs: ["cache-disabled"], otherwise: true, inverse: true },
    { action: /^jdx\/mise-action$/, inputs: ["cache"], otherwise: true },
    { action: /^golangci\/golangci-lint-action$/, inputs: ["skip-cache"], otherwise: true, inverse: true },
    { action: /^aquasecurity\/trivy-action$/, inputs: ["cache"], otherwise: true },
    { action: /^jetify-com\/devbox-install-action$/, inputs: ["enable-cache"], otherwise: false },
    { action: /^pnpm\/action-setup$/, inputs: ["cache"], otherwise: false },
    { action: /^(?:actions-rust-lang\/setup-rust-toolchain|moonrepo\/setup-(?:rust|toolchain)|msys2\/setup-msys2)$/, inputs: ["cache"], otherwise: true },
    { action: /^docker\/setup-qemu-action$/, inputs: ["cache-image"], otherwise: true },
    { action: /^oven-sh\/setup-bun$/, inputs: ["no-cache"], otherwise: true, inverse: true },
    { action: /^mlugg\/setup-zig$/, inputs: ["use-cache"], otherwise: true },
    { action: /^ramsey\/composer-install$/, inputs: ["ignore-cache"], otherwise: true, inverse: true },
    { action: /^cypress-io\/github-action$/, inputs: ["install"], otherwise: true },
    { action: /^prefix-dev\/setup-pixi$/, inputs: ["cache", "global-cache"], otherwise: undefined },
    { action: /^mamba-org\/setup-micromamba$/, inputs: ["cache-environment", "cache-downloads"], otherwise: false },
    { action: /^bazel-contrib\/setup-bazel$/, inputs: ["bazelisk-cache", "disk-cache", "repository-cache", "external-cache"], otherwise: false },
    { action: /^subosito\/flutter-action$/, inputs: ["cache"], otherwise: false },
    { action: /(?:^|\/)setup-[\w-]+$/, inputs: ["cache"], otherwise: false },
];
const BUILDS = /^docker\/(?:build-push-action|bake-action)$/;
const BUILD_CACHE = /--cache-from[= ]\S*type=gha\b|\*\.cache-from=\S*type=gha\b/;
/** Undefined where the action's version, the repository's files or a value that only the run knows decide. */
function restoresCache(stage) {
    const { step } = stage;
    const action = actionOf(step) ?? "";
    if (ALWAYS.test(action) || BUILD_CACHE.test(scriptOf(step)))
        return true;
    if (BUILDS.test(action))
        return step.with.some(([key]) => /^(?:cache-from|set)$/i.test(key) && valuesOf(stage, key).some(namesGithubCache));
    // It fetches a binary of its own only where a version is asked for, and keeps that in the cache unless told not to.
    if (action === "docker/setup-buildx-action")
        return parameter(step, "version") !== undefined && !(parameter(step, "cache-binary") && valuesOf(stage, "cache-binary").every(isOff));
    const known = SWITCHED.find((candidate) => candidate.action.test(action));
    if (!known || isRestoreOff(stage))
        return false;
    const given = known.inputs.filter((name) => parameter(step, name) !== undefined);
    const on = given.some((name) => valuesOf(stage, name).some((value) => (known.inverse ? !isOn(value) : !isOff(value))));
    if (on)
        return true;
    if (given.length > 0)
        return false;
    // From version 5 on it restores one where package.json names npm.
    if (action === "actions/setup-node")
        return parameter(step, "package-manager-cache") || /@v[1-4](?:\.|$)/.test(step.uses ?? "") ? false : undefined;
    return known.otherwise;
}
/** astral-sh/setup-uv can save without restoring. */
function isRestoreOff(stage) {
    return parameter(stage.step, "restore-cache") !== undefined && valuesOf(stage, "restore-cache").every(isOff);
}
function valuesOf({ step, contexts }, name) {
    const value = parameter(step, name);
    return value ? evaluateValue(value, contexts) : [];
}
function namesGithubCache(value) {
    if (value.kind === "unknown" || value.kind === "list" || value.kind === "object")
        return true;
    const text = fromParts(toParts(value));
    return text.kind !== "literal" || /\btype=gha\b/.test(String(text.value ?? ""));
}
function isOn(value) {
    return value.kind === "literal" && value.when === undefined && /^(?:true|yes|1)$/i.test(String(value.value));
}
function isOff(value) {
    return value.kind === "literal" && (value.value === null || value.value === "" || value.value === false || value.value === "false");
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/inflow.js







function judgeInflow(run, surroundings) {
    const found = { findings: [], gaps: [] };
    const told = new Set();
    const tell = (rule, said) => {
        const key = `${rule} ${said.at.line}:${said.at.column}`;
        if (!told.has(key))
            found.findings.push(toFinding(rule, run, said));
        told.add(key);
    };
    for (const state of run.states) {
        const stages = walkSteps(run, state);
        for (const stage of findUnverified(stages, surroundings))
            tell("untrusted-artifact-flow", { at: stage.at, shown: "unverified artifact" });
        stages.forEach((stage) => {
            if (surroundings.anywhere && restoresCache(stage) === true)
                tell("untrusted-cache-flow", { at: stage.at, shown: "restored cache" });
            for (const code of findCode(stage))
                tell("untrusted-output-injection", { at: code.at, shown: "output of another job", hint: `The value comes from ${code.from}.` });
        });
        for (const code of [run.job.container, run.job.services, run.job.shell].flatMap((value) => (value ? taintsOf(value, state.contexts) : [])))
            tell("untrusted-output-injection", { at: code.at, shown: "output of another job", hint: `The value comes from ${code.from}.` });
    }
    for (const stage of walkSteps(run, run.states[0] ?? { event: undefined, contexts: new Map() }))
        found.gaps.push(...findOpen(run, stage, surroundings));
    return found;
}
function findOpen(run, stage, surroundings) {
    const { at } = stage;
    const gaps = [];
    if (stage.step.unreadable)
        gaps.push(toGap("unresolved-reference", run, { at, detail: "the job may enter the environment and uses a local action that can't be read; give a checkout that holds it" }));
    if (surroundings.anywhere && restoresCache(stage) === undefined) {
        gaps.push(toGap("undecided-escalation", run, { at, detail: `the step can restore a cache on its own, and other jobs can write it; switch that off in the job that enters ${surroundings.environment} (package-manager-cache: false, cache: false)` }));
    }
    return gaps;
}
/** Parameters of actions that are run rather than read. */
const CODE = /^(?:script|run|command|cmd|args|entrypoint|code|exec|inline-?script)$/i;
/** Outputs of other jobs inside a script are pasted before the shell sees them. */
function findCode({ step, contexts, at }) {
    const scripts = [step.run, step.shell].flatMap((text) => (text ? tainted(evaluateTemplate(text.template, contexts), at) : []));
    return [...scripts, ...step.with.flatMap(([key, value]) => (CODE.test(key) ? taintsOf(value, contexts).map((code) => ({ ...code, at })) : []))];
}
/** Images of containers, and shells, run with the job's rights. */
function taintsOf(value, contexts) {
    return tainted(evaluateValue(value, contexts), value.at);
}
function tainted(values, at) {
    const bad = values.find(isTainted);
    return bad ? [{ at, from: sourcesOf(bad)[0] ?? "another job" }] : [];
}

;// CONCATENATED MODULE: ./src/detector/isolation/flow/runner.js



const HOSTED = /^(?:ubuntu|windows|macos)-(?:latest|slim|\d[\d.]*)(?:-(?:arm|intel|large|xlarge|vs\d+))*$/;
/** Label sets of machines that aren't GitHub's own. */
function findOwnMachines(runs) {
    const all = runs.flatMap(labelsOf);
    return { sets: all.filter((labels) => labels !== undefined).filter((labels) => !isHosted(labels)), open: all.includes(undefined) };
}
/** A machine serves both jobs for certain where one asks for no more than the other; sets that differ are an assumption. */
function judgeRunner(run, machines) {
    if (!run.job.runsOn || (machines.sets.length === 0 && !machines.open))
        return { gaps: [], apart: false };
    const own = labelsOf(run).filter((labels) => labels === undefined || !isHosted(labels));
    const shared = own.some((labels) => labels === undefined || machines.open || machines.sets.some((others) => isWithin(labels, others) || isWithin(others, labels)));
    if (!shared)
        return { gaps: [], apart: own.length > 0 };
    const detail = "the job can run on the same machine as a job that enters the environment, and what it leaves there is not known; give that job runners of its own, or GitHub's";
    return { gaps: [toGap("undecided-escalation", run, { at: run.job.runsOn.at, detail })], apart: false };
}
function labelsOf(run) {
    const { runsOn } = run.job;
    if (!runsOn || run.job.call)
        return [];
    const found = new Map();
    for (const state of run.states) {
        for (const labels of labelsIn(runsOn, state))
            found.set(labels ? [...labels].sort().join() : "?", labels);
    }
    return [...found.values()];
}
function labelsIn(runsOn, state) {
    let sets = [new Set(runsOn.group ? ["group"] : [])];
    const values = runsOn.group ? [...runsOn.labels, runsOn.group] : runsOn.labels;
    for (const value of values) {
        const alternatives = evaluateValue(value, state.contexts).flatMap((found) => (found.kind === "list" ? [found.items] : [[found]]));
        sets = sets.flatMap((labels) => alternatives.map((items) => {
            const texts = items.map((item) => fromParts(toParts(item)));
            if (!labels || texts.some((text) => text.kind !== "literal"))
                return undefined;
            const prefix = value === runsOn.group ? "group:" : "";
            return new Set([...labels, ...texts.map((text) => prefix + String(text.kind === "literal" ? text.value : "").toLowerCase())]);
        }));
    }
    return sets;
}
function isHosted(labels) {
    return labels.size > 0 && [...labels].every((label) => HOSTED.test(label));
}
function isWithin(inner, outer) {
    return [...inner].every((label) => outer.has(label));
}

;// CONCATENATED MODULE: ./src/detector/isolation/github/settings.js


/** Everything is said at the first job that may enter the environment, or at the head of the first file where there is none. */
function judgeSettings(graph, question, { targets, production, spellings }) {
    const said = { findings: [], gaps: [] };
    const place = placeOf(graph, targets);
    if (!question.settings || !place)
        return said;
    const { run, at } = place;
    const { protection } = question.settings;
    const { environment } = question;
    if (protection.known) {
        const { exists } = protection.value;
        if (gateOf(question.settings) === "open" && listAdmitted(protection.value).any) {
            const why = exists ? "It admits every branch and asks nobody." : "It does not exist, and the first job that names it makes it without any rule.";
            said.findings.push(toFinding("environment-unprotected", run, { at, shown: `environment ${environment}`, hint: why }));
        }
    }
    for (const branch of question.branches ?? []) {
        if (branch.outcome === "reached")
            said.findings.push(toFinding("other-branch-enters", run, { at, shown: `environment ${environment} from another branch`, hint: `On branch ${branch.name}: ${branch.why}.` }));
    }
    for (const name of namesOutside(question, production)) {
        said.findings.push(toFinding("production-secret-outside", run, { at, shown: "secret outside of the environment", hint: `The environment doesn't hold ${spellings.get(name) ?? "one that was passed on"}.` }));
    }
    said.gaps.push(...judgeRecordedRun(graph, question, { run, at }));
    return said;
}
function placeOf(graph, [target]) {
    if (target)
        return { run: target, at: target.job.environment?.at ?? target.job.at };
    const [workflow] = graph.workflows.values();
    const job = workflow?.jobs[0];
    return workflow && job ? { run: { workflow, job, path: [] }, at: workflow.at } : undefined;
}
/** Names that deploy jobs read, which are stored for everybody and not in the environment. */
function namesOutside({ settings }, production) {
    const names = settings?.names;
    if (!names?.environment.known || !names.outside.known)
        return [];
    const [inside, outside] = [names.environment.value, names.outside.value];
    return [...production].filter((name) => outside.has(name) && !inside.has(name)).sort();
}
/** What GitHub resolved for the run must be in the graph, and at the same commit. */
function judgeRecordedRun(graph, { settings, repository, commits }, { run, at }) {
    const recorded = settings?.run;
    if (!recorded?.known)
        return [];
    const own = repository?.toLowerCase();
    const missing = recorded.value.called.filter((called) => !graph.workflows.has(called.repository === own ? called.path : `${called.repository}/${called.path}@${called.ref}`));
    const foreign = recorded.value.called.filter((called) => called.repository === own && called.sha !== recorded.value.sha);
    const moved = recorded.value.called.filter(({ repository: name, ref, sha }) => (commits?.get(`${name}@${ref}`) ?? sha) !== sha);
    const gap = (name, what) => toGap("unverifiable", run, { at, detail: `GitHub's record of this run names ${name}, ${what}` });
    return [
        ...missing.map((called) => gap(`${called.path} of ${called.repository}`, "which the graph doesn't hold: the checkout is not what ran; check out the run's own commit")),
        ...foreign.map((called) => gap(called.path, "at another commit than the run's own; give that commit as --repository owner/name@ref=PATH")),
        ...moved.map((called) => gap(`${called.path} of ${called.repository}`, "at another commit than its ref has now: it was moved during the run")),
    ];
}

;// CONCATENATED MODULE: ./src/detector/isolation/statement/picture.js


const MAX_NODES = 1000;
const WORST = ["reached", "undecided", "allowed", "proved"];
function toPicture(judged, said, environment) {
    const nodes = new Map();
    const edges = new Map();
    const places = { reached: placesOf(said.findings), undecided: placesOf(said.gaps) };
    const link = (edge) => edges.set(`${edge.kind} ${edge.from} ${edge.to}`, edge);
    for (const { run, reach } of judged) {
        const id = jobName(run.workflow, run.job);
        const state = worse(stateOf(run, places), nodes.get(id)?.state);
        nodes.set(id, { id, label: run.job.id, file: run.workflow.id, job: run.job.id, kind: "job", state });
        const caller = run.path.at(-2);
        if (caller !== undefined)
            link({ from: caller, to: id, kind: "calls" });
        for (const need of run.job.needs)
            link({ from: `${run.workflow.id}:${need}`, to: id, kind: "needs" });
        if (reach.outcome !== "apart")
            link({ from: id, to: "environment", kind: "enters" });
        if (canMint(run))
            link({ from: id, to: "identity", kind: "mints" });
    }
    const kept = [...nodes.values()].sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state)).slice(0, MAX_NODES);
    const omitted = nodes.size - kept.length;
    const summit = (kind, label, reached) => {
        const isOpen = [...edges.values()].some((edge) => edge.to === kind && nodes.get(edge.from)?.state === "undecided");
        return { id: kind, label, file: "", job: "", kind, state: reached ? "reached" : isOpen ? "undecided" : "allowed" };
    };
    kept.push(summit("environment", environment, said.findings.some((finding) => finding.ruleId.startsWith("environment-"))));
    if ([...edges.values()].some((edge) => edge.kind === "mints")) {
        kept.push(summit("identity", "identity token", said.findings.some((finding) => finding.ruleId === "identity-trusted")));
    }
    const known = new Set(kept.map((node) => node.id));
    return { nodes: kept, edges: [...edges.values()].filter((edge) => known.has(edge.from) && known.has(edge.to)), omitted };
}
/** As file:job, and file: for what is said about a whole file. */
function placesOf(drafts) {
    return new Set(drafts.flatMap(({ location }) => (location.kind === "workflow" ? [`${location.file}:${location.job ?? ""}`] : [])));
}
function stateOf(run, places) {
    const id = jobName(run.workflow, run.job);
    if (places.reached.has(id))
        return "reached";
    if (places.undecided.has(id) || places.undecided.has(`${run.workflow.id}:`))
        return "undecided";
    return run.allowed ? "allowed" : "proved";
}
function worse(a, b) {
    return b !== undefined && WORST.indexOf(b) < WORST.indexOf(a) ? b : a;
}

;// CONCATENATED MODULE: ./src/detector/isolation/secret.js


/** GitHub's own token is judged by the permissions. */
const TOKEN = "github_token";
/** Names that the jobs read which may enter the environment: under which it stores its secrets, as far as workflows tell. */
function namesOfProduction(targets) {
    const names = new Set();
    for (const run of targets) {
        for (const text of textsOf(run)) {
            for (const name of text.secrets.keys())
                names.add(name);
            for (const origin of originsOf(text, run.gate))
                names.add(origin);
        }
    }
    names.delete(TOKEN);
    return names;
}
/** How workflows spell the names of secrets: a name may itself be a credential, which only its own spelling shows. */
function findSpellings(runs) {
    const spellings = new Map();
    for (const run of runs) {
        const passed = run.job.call?.secrets instanceof Map ? [...run.job.call.secrets.values()] : [];
        for (const text of [...run.job.texts, ...run.workflow.texts, ...passed])
            for (const [name, spelt] of text.secrets)
                spellings.set(name, spelt);
    }
    return spellings;
}
function judgeSecrets(run, question) {
    const texts = textsOf(run);
    const passed = run.job.call?.secrets instanceof Map ? [...run.job.call.secrets.values()] : [];
    const all = [...texts, ...passed].find((text) => text.allSecrets);
    const findings = [];
    if (all)
        findings.push(toFinding("all-secrets-exposed", run, { at: all.at, shown: "all secrets" }));
    const reading = texts.filter((text) => text.allSecrets || originsWithoutToken(text, run).size > 0);
    const [first] = reading;
    if (question.entered && first)
        findings.push(toFinding("environment-secret-reached", run, { at: first.at, shown: `secrets of environment ${question.environment}` }));
    const gaps = question.entered ? [] : findShared(run, texts, question);
    const read = texts.flatMap((text) => [...originsWithoutToken(text, run)]);
    return { findings, gaps, read: new Set(read.filter((name) => question.stored?.has(name) ?? true)) };
}
/** The same name can hold the same value outside of the environment: only who keeps the secrets can tell. */
function findShared(run, texts, question) {
    const told = new Set();
    return texts.flatMap((text) => [...originsWithoutToken(text, run)].flatMap((name) => {
        // What is stored in no other place is empty here.
        if (!question.production.has(name) || told.has(name) || question.stored?.has(name) === false)
            return [];
        told.add(name);
        return [toGap("undecided-escalation", run, { at: text.at, detail: `the job reads the secret ${question.spellings.get(name) ?? "that it was passed"}, which a job that enters ${question.environment} reads too: whether the value is production's, the repository's administrator knows; give the two secrets different names` })];
    }));
}
function originsWithoutToken(text, run) {
    const origins = originsOf(text, run.gate);
    origins.delete(TOKEN);
    return origins;
}
/** A job that calls a workflow has no runner: what it passes on is judged where it arrives. */
function textsOf(run) {
    return run.job.call ? run.job.texts : [...run.job.texts, ...run.workflow.texts];
}

;// CONCATENATED MODULE: ./src/detector/isolation/witness/judge.js


/** Nothing where no witness was given. */
function judgeWitnesses(question, runs) {
    const { witnesses = [], environment } = question;
    if (witnesses.length === 0)
        return { findings: [], gaps: [], assumptions: [] };
    const said = { findings: [], gaps: [], shown: [] };
    const controls = witnesses.filter((one) => one.part === "deploy" && isOfRun(one, question) && runs.some((run) => run.allowed && run.job.id === one.job));
    const builds = witnesses.filter((one) => one.part === "build");
    for (const witness of builds)
        judgeBuild(witness, question, { runs, controls, said });
    const [somewhere] = runs;
    if (builds.length === 0 && somewhere)
        said.gaps.push(toGap("unverifiable", somewhere, { at: somewhere.job.at, detail: "a witness was given, but none of a build job; make isolation-witness the build job's first step and pass its output on" }));
    const isShown = said.findings.length === 0 && said.gaps.length === 0;
    const statement = `At run time the jobs ${builds.map(({ job }) => job).join(", ") || "outside"} could not reach ${environment}`;
    const source = isShown ? `isolation-witness: ${[...new Set(said.shown)].join("; ")}` : "isolation-witness in the build and in the deploy job";
    return { ...said, assumptions: [{ id: "run-time", statement, verified: isShown, source }] };
}
function judgeBuild(witness, question, court) {
    const { runs, said } = court;
    const run = runs.find((candidate) => candidate.job.id === witness.job && !candidate.allowed);
    const [somewhere] = runs;
    if (!somewhere)
        return;
    const spot = run ?? somewhere;
    const open = (detail) => void said.gaps.push(toGap("unverifiable", spot, { at: spot.job.at, detail }));
    if (!run)
        return open("the witness of a build job names a job that these workflows don't have outside the allowed ones");
    if (!isOfRun(witness, question))
        return open("the witness of the build job is of another run; give the output of this one");
    const reach = (hint) => void said.findings.push(toFinding("run-time-reach", run, { at: run.job.at, shown: `reach of ${question.environment} at run time`, hint }));
    judge_judgeIdentity(witness, question, { open, reach, shown: said.shown });
    judgeCanary(witness, court, { open, reach, shown: said.shown });
    judgeLogin(witness, court, { open, reach, shown: said.shown });
}
function judge_judgeIdentity({ identity }, { environment }, { open, reach, shown }) {
    if (identity.endpoint === "absent")
        return void shown.push("the build job was offered no identity token");
    if (identity.endpoint === "silent")
        return open("the build job has a token endpoint that gave no token, so that what its identity is was not seen");
    if (identity.environment !== null && sameEnvironment(identity.environment, environment))
        return reach("Its identity token named the environment.");
    if (identity.asExpected === null)
        return open("the build job holds an identity, and no job_workflow_ref was expected of it; give isolation-witness an expected-workflow, or take id-token: write from the job");
    if (!identity.asExpected)
        return open("the build job's identity names another job_workflow_ref than the one expected");
    shown.push(identity.environment === null ? "the build job's token has no environment claim, and the expected job_workflow_ref" : "the build job's token names another environment, and the expected job_workflow_ref");
}
/** An empty canary says nothing unless it is filled where it should be. */
function judgeCanary({ canary }, { controls }, { open, reach, shown }) {
    if (!canary)
        return open("the build job was given no canary; store a secret in the environment only and pass it to isolation-witness by its name");
    if (canary.state === "filled")
        return reach(`The canary ${canary.name}, which only the environment should hold, was filled there.`);
    const control = controls.some((one) => one.canary?.name === canary.name && one.canary.state === "filled");
    if (!control)
        return open("the canary was empty in the build job, which counts only where it is filled in the deploy job: no witness of an allowed job of this run shows that");
    shown.push("the canary was empty in the build job and filled in the deploy job");
}
/** Whoever has no identity can try no login: that is stronger than a refusal. */
function judgeLogin({ login, identity }, { controls }, { open, reach, shown }) {
    if (!login)
        return identity.endpoint === "absent" ? undefined : open("the build job holds an identity, and no login at the secret store was tried with it; give isolation-witness the store's address and production's role");
    if (login.outcome === "accepted")
        return reach(`The secret store let it in with the role ${login.role}.`);
    if (login.outcome === "not-tried" && identity.endpoint === "absent")
        return void shown.push("without an identity there was nothing to log in with");
    if (login.outcome !== "refused")
        return open("the build job's login at the secret store was not answered, so that it was neither refused nor let in");
    const control = controls.some((one) => one.login?.outcome === "accepted" && one.login.store === login.store && one.login.role === login.role);
    if (!control)
        return open("the secret store refused the build job, which counts only where the same login succeeds in the deploy job: no witness of an allowed job of this run shows that");
    shown.push(`the secret store refused the build job (${login.status ?? "no status"}) and let the deploy job in`);
}
/** A run's attempts are runs of their own; where the run isn't known, all witnesses must be of the same one. */
function isOfRun(witness, { witnesses = [], run }) {
    return witness.run === (run ?? witnesses[0]?.run);
}

;// CONCATENATED MODULE: ./src/detector/isolation/assert.js
// Judges every job at every place where it can run: proved apart from the environment, reaching it, or open.
















/** Pure. What can't be decided is a gap, so that a pass means: no allowed chain of events in these files reaches the environment from elsewhere. */
function assertIsolation(graph, question) {
    const { allowed } = findAllowedJobs(graph, question.allowedJobs);
    const { runs, gaps: open } = expandRuns(graph, { allowed, setting: { environment: question.environment, repository: question.repository } });
    const judged = runs.map((run) => ({ run, reach: judgeEnvironment(run, question.environment) }));
    const targets = judged.filter(({ run, reach }) => run.allowed && reach.outcome !== "apart").map(({ run }) => run);
    const said = { findings: [], gaps: [...graph.gaps, ...open] };
    const grounds = { goal: toGoal(targets, question), production: namesOfProduction(targets), spellings: findSpellings(runs) };
    const testimony = judgeWitnesses(question, runs);
    const outside = judgeOutside(judged, grounds, question);
    for (const { findings, gaps } of [outside, judgeTargets(grounds.goal, runs, question), judgeSettings(graph, question, { targets, ...grounds }), testimony]) {
        said.findings.push(...findings);
        said.gaps.push(...gaps);
    }
    said.gaps.push(...findControl(graph, allowed, { targets, question }));
    return {
        ...said,
        assumptions: [...listAssumptions(graph, question, { runs, targets, production: grounds.production, secretsRead: outside.secretsRead, runnersApart: outside.runnersApart }), ...testimony.assumptions],
        outOfScope: [...allowed].sort().map((name) => ({ name, reason: "allowed to enter the environment" })),
        facts: { graph: toPicture(judged, said, question.environment) },
        ledger: count(graph, runs),
    };
}
/** Jobs count once, however many chains lead to them. */
function count(graph, runs) {
    const jobs = [...graph.workflows.values()].flatMap((workflow) => workflow.jobs);
    const judged = new Set(runs.map((run) => run.job));
    const followed = [...judged].filter(({ call }) => call?.target.kind === "workflow" && graph.workflows.has(call.target.id));
    const ledger = new coverage/* Ledger */.Oc();
    ledger.saw("workflows", graph.seen.files);
    ledger.examined("workflows", graph.read.files);
    ledger.saw("bytes", graph.seen.bytes);
    ledger.examined("bytes", graph.read.bytes);
    ledger.saw("jobs", jobs.length);
    ledger.examined("jobs", judged.size);
    ledger.saw("calls", jobs.filter((job) => job.call).length);
    ledger.examined("calls", followed.length);
    return ledger;
}
function judgeOutside(judged, { goal, production, spellings }, question) {
    const found = { findings: [], gaps: [], secretsRead: new Set(), runnersApart: false };
    const stored = question.settings?.names.outside;
    const about = { environment: question.environment, production, spellings, stored: stored?.known ? stored.value : undefined };
    const machines = findOwnMachines(goal.targets);
    for (const one of judged) {
        const { run, reach } = one;
        found.findings.push(...findMisplaced(run));
        if (run.allowed || run.idle)
            continue;
        const secrets = judgeSecrets(run, { entered: reach.outcome === "entered", ...about });
        const runner = judgeRunner(run, machines);
        for (const part of [judgeReach(one, question), secrets, judgeIdentity(run, question), judgeCheckouts(run), judgeEscalation(run, goal)]) {
            found.findings.push(...part.findings);
            found.gaps.push(...part.gaps);
        }
        found.gaps.push(...runner.gaps);
        for (const name of secrets.read)
            found.secretsRead.add(spellings.get(name) ?? "one that was passed on");
        found.runnersApart ||= runner.apart;
    }
    return found;
}
function judgeReach({ run, reach }, { environment }) {
    if (reach.outcome === "entered")
        return { findings: [toFinding("environment-reached", run, { at: reach.at, shown: `environment ${environment}` })], gaps: [] };
    if (reach.outcome === "apart")
        return { findings: [], gaps: [] };
    const detail = `the name of the job's environment depends on ${describeUnknown(reach.unknowns)}, which could make it ${environment}; give it constant values or a choice of options, or add the job to allow-job`;
    return { findings: [], gaps: [toGap("undecided-expression", run, { at: reach.at, detail })] };
}
/** What flows into the jobs that may enter the environment, and what starts them. */
function judgeTargets(goal, runs, question) {
    const outside = runs.filter((run) => !run.allowed && !run.idle && !run.job.call);
    const roots = new Set(outside.map((run) => run.root.id));
    const parts = goal.targets.flatMap((run) => {
        // Beside a workflow that somebody unknown calls anything can run.
        const inRun = roots.has(run.root.id) || run.states.some((state) => state.event === undefined);
        return [judgeInflow(run, { inRun, anywhere: inRun || outside.length > 0, environment: question.environment }), judgeCheckouts(run)];
    });
    const all = [...parts, judgeTriggers(goal, runs)];
    return { findings: all.flatMap((part) => part.findings), gaps: all.flatMap((part) => part.gaps) };
}
function findMisplaced(run) {
    const { call } = run.job;
    if (call?.target.kind !== "misplaced")
        return [];
    return [toFinding("reusable-reference-location", run, { at: call.at, shown: "reference that never runs", hint: `Write uses: ${call.target.repair}.` })];
}
/** A proof needs its counterpart: if no allowed job enters the environment, its name may be misspelt. */
function findControl(graph, allowed, { targets, question }) {
    if (allowed.size === 0 || targets.length > 0)
        return [];
    for (const workflow of graph.workflows.values()) {
        const job = workflow.jobs.find((candidate) => allowed.has(jobName(workflow, candidate)));
        if (job)
            return [toGap("unverifiable", { workflow, job, path: [jobName(workflow, job)] }, { at: job.at, detail: `none of the allowed jobs enters ${question.environment}, so that its absence elsewhere proves nothing; check the name of the environment` })];
    }
    return [];
}

// EXTERNAL MODULE: ./src/finding/report.js + 2 modules
var finding_report = __webpack_require__(79859);
;// CONCATENATED MODULE: ./src/reader/workflow/grammar.js
// What may stand where in a workflow file, as data (source: GitHub's "Workflow syntax" reference and the published workflow schema, 2026).
const any = { kind: "any" };
const empty = { kind: "empty" };
const grammar_text = { kind: "text", expression: true };
const plain = { kind: "text", expression: false };
const filled = { kind: "text", filled: true, expression: true };
const word = { kind: "text", filled: true, expression: false };
const truth = { kind: "boolean", expression: true };
const fixedTruth = { kind: "boolean", expression: false };
const number = { kind: "number", expression: true };
const oneOf = (...values) => ({ kind: "text", oneOf: values, expression: false });
const list = (of, expression = false) => ({ kind: "list", of, expression });
const mapping = (keys, rest) => ({ kind: "mapping", keys, expression: false, ...(rest && { rest }) });
const computable = (keys, rest) => ({ kind: "mapping", keys, expression: true, ...(rest && { rest }) });
const grammar_either = (...shapes) => ({ kind: "either", shapes });
const scalar = grammar_either(grammar_text, truth, number);
const grammar_words = grammar_either(word, list(word));
const level = oneOf("read", "write", "none");
const permissionScopes = [
    "actions", "artifact-metadata", "attestations", "checks", "code-quality", "contents", "copilot-requests", "deployments", "discussions", "drives",
    "id-token", "issues", "models", "packages", "pages", "pull-requests", "repository-projects", "security-events", "statuses", "vulnerability-alerts", "workflows",
];
const narrow = {
    "id-token": oneOf("write", "none"), "copilot-requests": oneOf("write", "none"),
    models: oneOf("read", "none"), "vulnerability-alerts": oneOf("read", "none"),
};
const permissions = grammar_either(oneOf("read-all", "write-all"), mapping(Object.fromEntries(permissionScopes.map((scope) => [scope, narrow[scope] ?? level]))));
/** Activity types and filters: GitHub takes any key there, and none of them lets a workflow run where it otherwise would not. */
const filtered = grammar_either(empty, mapping({}, any));
const callInputs = mapping({}, mapping({ description: plain, "type!": oneOf("string", "boolean", "number"), required: fixedTruth, default: scalar, deprecationMessage: plain }));
const dispatchInputs = mapping({}, grammar_either(empty, mapping({
    description: plain, type: oneOf("string", "boolean", "number", "choice", "environment"), required: fixedTruth, default: scalar, options: list(plain), deprecationMessage: plain,
})));
const callable = grammar_either(empty, mapping({
    inputs: grammar_either(empty, callInputs),
    secrets: grammar_either(empty, mapping({}, grammar_either(empty, mapping({ description: plain, required: fixedTruth })))),
    outputs: grammar_either(empty, mapping({}, mapping({ description: plain, "value!": grammar_text }))),
}));
const plainEvents = [
    "branch_protection_rule", "check_run", "check_suite", "create", "delete", "deployment", "deployment_status", "discussion", "discussion_comment", "fork", "gollum",
    "image_version", "issue_comment", "issues", "label", "milestone", "page_build", "project", "project_card", "project_column", "public", "pull_request_comment",
    "pull_request_review", "pull_request_review_comment", "registry_package", "release", "repository_dispatch", "status", "watch",
];
const events = {
    ...Object.fromEntries(plainEvents.map((event) => [event, filtered])),
    merge_group: filtered, pull_request: filtered, pull_request_target: filtered, push: filtered,
    schedule: list(mapping({ "cron!": word, timezone: word })),
    workflow_call: callable,
    workflow_dispatch: grammar_either(empty, mapping({ inputs: grammar_either(empty, dispatchInputs) })),
    workflow_run: grammar_either(empty, mapping({ workflows: grammar_words }, any)),
};
const grammar_event = oneOf(...Object.keys(events));
const env = grammar_either(empty, computable({}, scalar));
const concurrency = grammar_either(grammar_text, mapping({ "group!": filled, "cancel-in-progress": truth, queue: oneOf("single", "max") }));
const defaults = mapping({ run: mapping({ shell: filled, "working-directory": filled }) });
const grammar_credentials = mapping({ username: filled, password: filled });
const containerKeys = { image: filled, options: grammar_text, env, ports: list(grammar_either(filled, number)), volumes: list(filled), credentials: grammar_credentials };
const container = grammar_either(grammar_text, computable(containerKeys));
const services = computable({}, grammar_either(filled, computable({ ...containerKeys, entrypoint: grammar_text, command: grammar_text })));
const matrixRow = computable({}, any);
const matrix = computable({ include: list(matrixRow, true), exclude: list(matrixRow, true) }, list(any, true));
const strategy = computable({ "fail-fast": truth, "max-parallel": number, matrix });
const runsOn = grammar_either(filled, list(filled, true), mapping({ group: filled, labels: grammar_either(filled, list(filled, true)) }));
const stepBase = { name: grammar_text, id: word, "continue-on-error": truth };
const run = { ...stepBase, if: scalar, "timeout-minutes": number, "run!": grammar_text, env, "working-directory": grammar_text, shell: filled, background: fixedTruth };
const use = { ...stepBase, if: scalar, "timeout-minutes": number, "uses!": word, with: grammar_either(empty, computable({}, scalar)), env, background: fixedTruth };
const step = grammar_either(mapping(run), mapping(use), mapping({ ...stepBase, "wait!": grammar_words }), mapping({ ...stepBase, "wait-all!": grammar_either(empty, fixedTruth) }), mapping({ ...stepBase, "cancel!": word }), mapping({ ...stepBase, if: scalar, "parallel!": list(grammar_either(mapping(run), mapping(use))) }));
const jobBase = { name: grammar_text, needs: grammar_words, if: scalar, permissions, concurrency, strategy };
const grammar_job = grammar_either(mapping({
    ...jobBase, "runs-on!": runsOn, "timeout-minutes": number, "cancel-timeout-minutes": number, "continue-on-error": truth, container, services, env,
    environment: grammar_either(grammar_text, computable({ "name!": grammar_text, url: grammar_text, deployment: truth })),
    outputs: mapping({}, scalar), defaults, steps: list(step), snapshot: grammar_either(filled, mapping({ "image-name!": filled, if: scalar, version: grammar_either(filled, number) })),
}), mapping({
    ...jobBase, "uses!": word, with: grammar_either(empty, computable({}, scalar)), secrets: grammar_either(oneOf("inherit"), empty, mapping({}, scalar)),
}));
/** A workflow file. */
const workflowShape = mapping({
    "on!": grammar_either(grammar_event, list(grammar_event), mapping(events)),
    name: plain, description: plain, "run-name": grammar_text, defaults, env, permissions, concurrency,
    "jobs!": mapping({}, grammar_job),
});
/** The part of an action's own file that isolation depends on; its other keys are free. */
const actionShape = mapping({ "runs!": mapping({ "using!": word, steps: list(step) }, any) }, any);

;// CONCATENATED MODULE: ./src/reader/workflow/reference.js
// What `uses:` of a job or a step points at (GitHub docs: "Reusing workflow configurations").
const REMOTE = /^([\w.-]+\/[\w.-]+)\/(.+)@([^@]+)$/;
const WORKFLOW_PATH = /^\.github\/workflows\/[^/]+\.ya?ml$/;
/** A job's reference to a workflow. `./` and `$/` both mean the repository and commit of the file that holds them. */
function parseWorkflowReference(uses) {
    const local = /^(\.|\$)\/(.*)$/.exec(uses);
    if (local) {
        const path = local[2] ?? "";
        if (WORKFLOW_PATH.test(path))
            return { kind: "local", path };
        if (path.includes("@"))
            return { kind: "unreadable", detail: "a local reference takes no @ref" };
        return { kind: "misplaced", repair: `${local[1]}/.github/workflows/${baseName(path)}` };
    }
    const remote = REMOTE.exec(uses);
    if (!remote)
        return { kind: "unreadable", detail: "the reference is neither ./.github/workflows/FILE nor OWNER/NAME/.github/workflows/FILE@REF" };
    const [, repository = "", path = "", ref = ""] = remote;
    if (WORKFLOW_PATH.test(path))
        return { kind: "remote", repository, ref, path };
    return { kind: "misplaced", repair: `${repository}/.github/workflows/${baseName(path)}@${ref}` };
}
/** Folder of a step's local action, or undefined where the step uses anything else. `own` is the workflow's repository, else the workspace. */
function parseLocalAction(uses) {
    const local = /^(\.|\$)\/?(.*?)\/*$/.exec(uses);
    if (!local || (uses !== "." && !uses.startsWith("./") && !uses.startsWith("$/")))
        return undefined;
    return { folder: local[2] ?? "", own: local[1] === "$" };
}
/** Repository and folder of a step's action elsewhere, or undefined where the step uses anything else. */
function parseRemoteAction(uses) {
    const [, repository, folder = "", ref] = /^([\w.-]+\/[\w.-]+)(?:\/([^@]+?))?\/*@([^@\s]+)$/.exec(uses) ?? [];
    return repository === undefined || ref === undefined ? undefined : { key: `${repository.toLowerCase()}@${ref}`, folder };
}
function baseName(path) {
    const name = path.slice(path.lastIndexOf("/") + 1);
    return /\.ya?ml$/.test(name) ? name : `${name || "FILE"}.yml`;
}

;// CONCATENATED MODULE: ./src/reader/workflow/expression/token.js
const MARKS = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", ".", "*"];
const NUMBER = /^[+-]?(?:0x[0-9a-f]+|0o[0-7]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|Infinity)(?![\w.])/i;
const NAME = /^[a-z_][a-z0-9_-]*/i;
/** Undefined where a character belongs to no token. */
function toTokens(text) {
    const tokens = [];
    for (let at = 0; at < text.length;) {
        const rest = text.slice(at, at + 300);
        if (/^\s/.test(rest)) {
            at++;
            continue;
        }
        const next = text[at] === "'" ? readString(text, at) : readWord(rest, tokens.at(-1)) ?? readMark(rest);
        if (!next)
            return undefined;
        tokens.push(next.token);
        at += next.length;
    }
    return tokens;
}
/** Single quotes; a quote inside is written twice. */
function readString(text, start) {
    let value = "";
    for (let at = start + 1;;) {
        const end = text.indexOf("'", at);
        if (end < 0)
            return undefined;
        value += text.slice(at, end);
        if (text[end + 1] !== "'")
            return { token: { kind: "literal", value }, length: end + 1 - start };
        value += "'";
        at = end + 2;
    }
}
function readWord(rest, before) {
    // Behind a dot a digit or a keyword is part of a name, and "a.5" is no number.
    const isProperty = before?.kind === "mark" && before.text === ".";
    const number = isProperty ? null : NUMBER.exec(rest);
    if (number)
        return { token: { kind: "literal", value: token_toNumber(number[0]) }, length: number[0].length };
    const name = NAME.exec(rest)?.[0];
    if (name === undefined)
        return undefined;
    return { token: isProperty ? { kind: "name", text: name } : toKeyword(name), length: name.length };
}
function toKeyword(name) {
    switch (name) {
        case "true": return { kind: "literal", value: true };
        case "false": return { kind: "literal", value: false };
        case "null": return { kind: "literal", value: null };
        case "NaN": return { kind: "literal", value: Number.NaN };
        default: return { kind: "name", text: name };
    }
}
function token_toNumber(text) {
    const negative = text.startsWith("-");
    const digits = text.replace(/^[+-]/, "");
    const value = /^infinity$/i.test(digits) ? Number.POSITIVE_INFINITY : Number(digits);
    return negative ? -value : value;
}
function readMark(rest) {
    const text = MARKS.find((mark) => rest.startsWith(mark));
    return text === undefined ? undefined : { token: { kind: "mark", text }, length: text.length };
}

;// CONCATENATED MODULE: ./src/reader/workflow/expression/syntax.js
// The syntax tree of an expression of GitHub Actions. Names and properties are folded to lower case, since GitHub compares them without
// case; `spelt` is how the file has them, which alone may go into messages: a folded credential would pass for harmless.

/** GitHub's own limits. */
const MAX_LENGTH = 21_000;
const syntax_MAX_DEPTH = 50;
const LEVELS = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="]];
/** Undefined where the text is not an expression. */
function parseExpression(text) {
    if (text.length > MAX_LENGTH)
        return undefined;
    const tokens = toTokens(text);
    if (!tokens || tokens.length === 0)
        return undefined;
    const parser = new Parser(tokens);
    const expression = parser.binary(0, 0);
    return parser.isDone() ? expression : undefined;
}
class Parser {
    #tokens;
    #at = 0;
    constructor(tokens) {
        this.#tokens = tokens;
    }
    isDone() {
        return this.#at === this.#tokens.length;
    }
    binary(level, depth) {
        const operators = LEVELS[level];
        if (!operators)
            return this.#unary(depth);
        if (depth > syntax_MAX_DEPTH)
            return undefined;
        let left = this.binary(level + 1, depth);
        // A long chain makes a tree as deep as the chain is long: it counts as depth too.
        for (let chained = depth; left; chained++) {
            const operator = operators.find((candidate) => this.#peek() === candidate);
            if (!operator)
                return left;
            this.#at++;
            const right = chained > syntax_MAX_DEPTH ? undefined : this.binary(level + 1, depth + 1);
            left = right && { kind: "binary", operator, left, right };
        }
        return undefined;
    }
    #unary(depth) {
        if (depth > syntax_MAX_DEPTH)
            return undefined;
        if (!this.#take("!"))
            return this.#postfix(depth);
        const of = this.#unary(depth + 1);
        return of && { kind: "not", of };
    }
    #postfix(depth) {
        let of = this.#primary(depth);
        for (let steps = 0; of && steps <= syntax_MAX_DEPTH; steps++) {
            if (this.#take("."))
                of = this.#dereference(of);
            else if (this.#take("["))
                of = this.#index(of, depth);
            else
                return of;
        }
        return undefined;
    }
    #dereference(of) {
        if (this.#take("*"))
            return { kind: "every", of };
        const token = this.#tokens[this.#at++];
        return token?.kind === "name" ? { kind: "property", of, name: token.text.toLowerCase(), spelt: token.text } : undefined;
    }
    #index(of, depth) {
        if (this.#take("*"))
            return this.#take("]") ? { kind: "every", of } : undefined;
        const by = this.binary(0, depth + 1);
        if (!by || !this.#take("]"))
            return undefined;
        return by.kind === "literal" && typeof by.value === "string" ? { kind: "property", of, name: by.value.toLowerCase(), spelt: by.value } : { kind: "index", of, by };
    }
    #primary(depth) {
        if (this.#take("(")) {
            const inner = this.binary(0, depth + 1);
            return inner && this.#take(")") ? inner : undefined;
        }
        const token = this.#tokens[this.#at++];
        if (token?.kind === "literal")
            return { kind: "literal", value: token.value };
        if (token?.kind !== "name")
            return undefined;
        return this.#take("(") ? this.#call(token.text.toLowerCase(), depth) : { kind: "context", name: token.text.toLowerCase(), spelt: token.text };
    }
    #call(name, depth) {
        const parameters = [];
        if (this.#take(")"))
            return { kind: "call", name, parameters };
        for (;;) {
            const parameter = this.binary(0, depth + 1);
            if (!parameter)
                return undefined;
            parameters.push(parameter);
            if (this.#take(")"))
                return { kind: "call", name, parameters };
            if (!this.#take(","))
                return undefined;
        }
    }
    #peek() {
        const token = this.#tokens[this.#at];
        return token?.kind === "mark" ? token.text : undefined;
    }
    #take(mark) {
        if (this.#peek() !== mark)
            return false;
        this.#at++;
        return true;
    }
}

;// CONCATENATED MODULE: ./src/reader/workflow/expression/template.js
// Text with ${{ }} in it: what is constant and what is computed.

/** Undefined where an expression is not closed or not valid. Text without an expression is a template of one string. */
function parseTemplate(text) {
    const parts = [];
    let from = 0;
    for (let open = text.indexOf("${{"); open >= 0; open = text.indexOf("${{", from)) {
        const close = findClose(text, open + 3);
        const expression = close < 0 ? undefined : parseExpression(text.slice(open + 3, close));
        if (!expression)
            return undefined;
        if (open > from)
            parts.push(text.slice(from, open));
        parts.push(expression);
        from = close + 2;
    }
    if (from < text.length || parts.length === 0)
        parts.push(text.slice(from));
    return parts;
}
/** `if:` may leave the braces out. Braces with other text around them are text, which is always true. */
function parseCondition(text) {
    if (text.includes("${{"))
        return parseTemplate(text.trim());
    if (text.trim() === "")
        return [""];
    const expression = parseExpression(text);
    return expression && [expression];
}
/** Braces inside single quotes don't close. */
function findClose(text, from) {
    let quoted = false;
    for (let at = from; at < text.length; at++) {
        if (text[at] === "'")
            quoted = !quoted;
        else if (!quoted && text[at] === "}" && text[at + 1] === "}")
            return at;
    }
    return -1;
}
const NOTHING = { contexts: new Set(), secrets: new Map(), allSecrets: false };
function findMentions(template) {
    if (template.every((part) => typeof part === "string"))
        return NOTHING;
    const found = { contexts: new Set(), secrets: new Map(), allSecrets: false };
    for (const part of template)
        if (typeof part !== "string")
            mention(part, found);
    return found;
}
function mention(expression, found) {
    switch (expression.kind) {
        case "literal":
            return;
        case "context":
            found.contexts.add(expression.name);
            if (expression.name === "secrets")
                found.allSecrets = true;
            return;
        case "property":
            if (expression.of.kind !== "context" || expression.of.name !== "secrets")
                return mention(expression.of, found);
            found.contexts.add("secrets");
            found.secrets.set(expression.name, expression.spelt);
            return;
        case "every":
        case "not":
            return mention(expression.of, found);
        case "index":
            mention(expression.of, found);
            return mention(expression.by, found);
        case "call":
            return expression.parameters.forEach((parameter) => mention(parameter, found));
        case "binary":
            mention(expression.left, found);
            return mention(expression.right, found);
        default:
            return expression;
    }
}

;// CONCATENATED MODULE: ./src/reader/workflow/text.js
// From YAML nodes to the graph's texts and values: expressions are parsed here, once.

/** Stands for an expression that could not be parsed: no context has this name, so that its value is unknown. */
const UNREADABLE = [{ kind: "context", name: "?", spelt: "an expression that is not valid" }];
function toText(node, reading, role = "text") {
    const made = reading.made.get(node);
    if (made && role === "text")
        return made;
    const known = reading.known[role];
    const parsed = known.get(node.text) ?? parse(node.text, role);
    known.set(node.text, parsed);
    if (!parsed.valid)
        reading.problems.push({ at: node.at, reason: "invalid-workflow", detail: "an expression is not closed or not valid" });
    const { template, contexts, secrets, allSecrets } = parsed;
    const text = { at: node.at, literal: node.value, template, contexts, secrets, allSecrets };
    if (role === "text")
        reading.made.set(node, text);
    return text;
}
function parse(text, role) {
    const template = role === "text" ? parseTemplate(text) : parseCondition(text);
    const read = template ?? UNREADABLE;
    return { valid: template !== undefined, template: read, ...findMentions(read) };
}
function text_toCondition(node, reading) {
    return node?.kind === "scalar" ? toText(node, reading, "condition") : null;
}
function toValue(node, reading) {
    switch (node.kind) {
        case "scalar": return { kind: "scalar", at: node.at, text: toText(node, reading) };
        case "sequence": return { kind: "sequence", at: node.at, items: node.items.map((item) => toValue(item, reading)) };
        case "mapping": return { kind: "mapping", at: node.at, entries: toEntries(node, reading) };
        default: return node;
    }
}
function toEntries(node, reading) {
    return node?.kind === "mapping" ? node.pairs.map((pair) => [pair.key, toValue(pair.value, reading)]) : [];
}
/** Texts below a node that mention a context; pairs with a key in `without` are left out at the top. */
function findTexts(node, reading, without = []) {
    const found = [];
    const visit = (current) => {
        if (current.kind === "scalar") {
            if (!current.text.includes("${{"))
                return;
            const text = toText(current, reading);
            if (text.contexts.size > 0)
                found.push(text);
        }
        else if (current.kind === "sequence")
            current.items.forEach(visit);
        else
            current.pairs.forEach((pair) => visit(pair.value));
    };
    if (node.kind === "mapping")
        for (const pair of node.pairs)
            if (!without.includes(pair.key))
                visit(pair.value);
    return found;
}
/** The value of a key, whatever it is. */
function get(node, key) {
    return node?.kind === "mapping" ? pairOf(node, key)?.value : undefined;
}
/** The text of a key that holds a scalar. */
function getText(node, key) {
    const value = get(node, key);
    return value?.kind === "scalar" ? value.text : undefined;
}
/** One word or a list of words. */
function toWords(node) {
    if (node?.kind === "scalar")
        return node.value === null ? [] : [node.text];
    return node?.kind === "sequence" ? node.items.flatMap((item) => (item.kind === "scalar" ? [item.text] : [])) : [];
}
function pairOf(node, key) {
    return node.pairs.find((pair) => pair.key === key);
}

;// CONCATENATED MODULE: ./src/reader/workflow/step.js

/** GitHub nests composite actions no deeper. */
const MAX_ACTION_DEPTH = 10;
function toSteps(node, context) {
    if (node?.kind !== "sequence")
        return [];
    return node.items.flatMap((item) => {
        const group = get(item, "parallel");
        return group ? toSteps(group, { ...context, lane: context.lane ?? `${item.at.line}:${item.at.column}` }) : [toStep(item, context)];
    });
}
function toStep(node, context) {
    const { reading } = context;
    const run = get(node, "run");
    const shell = get(node, "shell");
    const uses = get(node, "uses");
    const usesText = uses?.kind === "scalar" ? uses.text : null;
    const action = usesText === null ? null : context.openAction(usesText, context.depth);
    return {
        at: node.at,
        run: run?.kind === "scalar" ? toText(run, reading) : null,
        shell: shell?.kind === "scalar" ? toText(shell, reading) : null,
        uses: usesText,
        usesAt: uses?.at ?? null,
        with: toEntries(get(node, "with"), reading),
        env: toEntries(get(node, "env"), reading),
        condition: text_toCondition(get(node, "if"), reading),
        tolerated: !isFalse(get(node, "continue-on-error")),
        background: !isFalse(get(node, "background")),
        lane: context.lane ?? null,
        inner: action === null || action === "unreadable" ? null : toSteps(action.steps, { ...context, openAction: action.open, depth: context.depth + 1 }),
        unreadable: action === "unreadable",
    };
}
/** What is computed counts as true. */
function isFalse(node) {
    return node === undefined || (node.kind === "scalar" && node.value === false);
}

;// CONCATENATED MODULE: ./src/reader/workflow/validate.js
/** Enough to repair a file; a wreck needs no complete list. */
const MAX_PROBLEMS = 20;
/** All departures, in the order of the file, up to a limit. Details name keys of the grammar only, never the file's own text. */
function findDepartures(node, shape) {
    const problems = [];
    check({ node, shape, part: "", key: "", problems });
    return problems;
}
function validate_placeOf({ part, key }) {
    return part + (key === "" ? "the file" : `"${key}"`);
}
function check(task) {
    const { node, shape, key, problems } = task;
    if (problems.length >= MAX_PROBLEMS)
        return;
    if (shape.kind === "any")
        return;
    if (shape.kind === "either")
        return checkEither(task, shape.shapes);
    if (!fits(node, shape)) {
        problems.push({ at: node.at, reason: "invalid-workflow", detail: `${validate_placeOf(task)} is not ${describe(shape)}` });
        return;
    }
    if (node.kind === "sequence" && shape.kind === "list")
        for (const item of node.items)
            check({ node: item, shape: shape.of, part: "an item of ", key, problems });
    if (node.kind === "mapping" && shape.kind === "mapping")
        checkMapping(task, node, shape);
}
/** Only alternatives of the right kind are compared: the nearest of them says what is wrong. */
function checkEither(task, shapes) {
    const { node, shape, problems } = task;
    let nearest;
    for (const candidate of shapes) {
        if (!isLikely(node, candidate))
            continue;
        const found = [];
        check({ ...task, shape: candidate, problems: found });
        if (found.length === 0)
            return;
        if (!nearest || found.length < nearest.length)
            nearest = found;
    }
    problems.push(...(nearest ?? [{ at: node.at, reason: "invalid-workflow", detail: `${validate_placeOf(task)} is not ${describe(shape)}` }]));
}
function isLikely(node, shape) {
    if (shape.kind === "either" || shape.kind === "any")
        return true;
    if (shape.kind !== "mapping" || node.kind !== "mapping")
        return fits(node, shape);
    return requiredKeys(shape).every((key) => has(node, key));
}
function has(node, key) {
    return node.pairs.some((pair) => pair.key === key);
}
function checkMapping(task, node, shape) {
    const { key, problems } = task;
    for (const pair of node.pairs) {
        const known = shapeOf(shape, pair.key);
        const expected = known ?? shape.rest;
        if (pair.key.includes("${{"))
            problems.push({ at: pair.at, reason: "unsupported-feature", detail: `${validate_placeOf(task)} has a computed key, which is not read` });
        else if (!expected)
            problems.push({ at: pair.at, reason: "invalid-workflow", detail: `${validate_placeOf(task)} has a key that GitHub does not know there` });
        else
            check(known ? { node: pair.value, shape: known, part: "", key: pair.key, problems } : { node: pair.value, shape: expected, part: "a value of ", key, problems });
        if (problems.length >= MAX_PROBLEMS)
            return;
    }
    for (const name of requiredKeys(shape)) {
        if (!has(node, name))
            problems.push({ at: node.at, reason: "invalid-workflow", detail: `${validate_placeOf(task)} has no "${name}"` });
    }
}
function shapeOf(shape, key) {
    if (Object.hasOwn(shape.keys, key))
        return shape.keys[key];
    return requiredKeys(shape).includes(key) ? shape.keys[`${key}!`] : undefined;
}
const required = new WeakMap();
/** Keys that must be there; the grammar never changes, so that they are looked up once. */
function requiredKeys(shape) {
    const known = required.get(shape) ?? Object.keys(shape.keys).flatMap((key) => (key.endsWith("!") ? [key.slice(0, -1)] : []));
    required.set(shape, known);
    return known;
}
function fits(node, shape) {
    if (shape.kind === "list")
        return node.kind === "sequence" || (shape.expression && isExpression(node));
    if (shape.kind === "mapping")
        return node.kind === "mapping" || (shape.expression && isExpression(node));
    if (node.kind !== "scalar")
        return false;
    switch (shape.kind) {
        case "empty": return node.value === null;
        case "boolean": return typeof node.value === "boolean" || (shape.expression && isExpression(node));
        case "number": return typeof node.value === "number" || (shape.expression && isExpression(node));
        case "text": return fitsText(node, shape);
        default: return shape;
    }
}
function fitsText(node, shape) {
    if (!shape.expression && node.text.includes("${{"))
        return false;
    if (shape.filled && node.text === "")
        return false;
    return !shape.oneOf || shape.oneOf.includes(node.text);
}
function isExpression(node) {
    return node.kind === "scalar" && typeof node.value === "string" && /^\s*\$\{\{/.test(node.value) && node.value.trimEnd().endsWith("}}");
}
function describe(shape) {
    switch (shape.kind) {
        case "any": return "a value";
        case "empty": return "empty";
        case "text": return shape.oneOf && shape.oneOf.length < 8 ? `one of ${shape.oneOf.join(", ")}` : shape.filled ? "filled text" : "text";
        case "boolean": return "true or false";
        case "number": return "a number";
        case "list": return "a list";
        case "mapping": return "a mapping";
        case "either": return [...new Set(shape.shapes.map(describe))].join(" or ");
        default: return shape;
    }
}

;// CONCATENATED MODULE: ./src/reader/workflow/job.js
// One job of a workflow file, from its YAML to the graph's type.



function toJob(pair, context) {
    const { reading } = context;
    const node = pair.value;
    const value = (key, parent = node) => {
        const found = get(parent, key);
        return found && !(found.kind === "scalar" && found.value === null) ? toValue(found, reading) : null;
    };
    return {
        id: pair.key,
        at: pair.at,
        condition: text_toCondition(get(node, "if"), reading),
        needs: toWords(get(node, "needs")),
        environment: value("environment"),
        permissions: toPermissions(get(node, "permissions")),
        matrix: toMatrix(get(node, "strategy"), reading),
        runsOn: toRunsOn(get(node, "runs-on"), reading),
        env: toEntries(get(node, "env"), reading),
        container: value("container"),
        services: value("services"),
        shell: value("shell", get(get(node, "defaults"), "run")),
        steps: toSteps(get(node, "steps"), context),
        call: toCall(node, context),
        texts: findTexts(node, reading, ["secrets"]),
    };
}
function toCall(node, context) {
    const uses = get(node, "uses");
    if (uses?.kind !== "scalar")
        return null;
    const secrets = get(node, "secrets");
    const passed = secrets?.kind === "mapping" ? new Map() : null;
    if (secrets?.kind === "mapping") {
        for (const { key, value } of secrets.pairs)
            if (value.kind === "scalar")
                passed?.set(key.toLowerCase(), toText(value, context.reading));
    }
    const inherits = secrets?.kind === "scalar" && secrets.text === "inherit";
    return {
        at: uses.at, uses: uses.text, target: context.resolve(uses.text),
        with: toEntries(get(node, "with"), context.reading), secrets: inherits ? "inherit" : passed,
    };
}
/** The matrix may be an expression, and so may the strategy around it. */
function toMatrix(strategy, reading) {
    if (!strategy)
        return null;
    if (strategy.kind === "scalar")
        return toValue(strategy, reading);
    const matrix = get(strategy, "matrix");
    return matrix ? toValue(matrix, reading) : null;
}
function toRunsOn(node, reading) {
    if (!node)
        return null;
    const labels = node.kind === "mapping" ? get(node, "labels") : node;
    const group = get(node, "group");
    return {
        at: node.at,
        labels: labels === undefined ? [] : labels.kind === "sequence" ? labels.items.map((item) => toValue(item, reading)) : [toValue(labels, reading)],
        group: group ? toValue(group, reading) : null,
    };
}
/** `write-all` includes id-token; a mapping sets every scope that it doesn't list to none. */
function toPermissions(node) {
    if (!node)
        return null;
    if (node.kind === "scalar") {
        if (node.text === "write-all")
            return { at: node.at, others: "write", scopes: {} };
        return node.text === "read-all" ? { at: node.at, others: "read", scopes: { "id-token": "none" } } : null;
    }
    if (node.kind !== "mapping")
        return null;
    const scopes = {};
    for (const { key } of node.pairs) {
        const level = getText(node, key);
        const isKnown = permissionScopes.some((scope) => scope === key);
        if (isKnown && (level === "read" || level === "write" || level === "none"))
            scopes[key] = level;
    }
    return { at: node.at, others: "none", scopes };
}

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
;// CONCATENATED MODULE: ./src/reader/workflow/yaml.js
// YAML 1.2 with line and column of every node, as GitHub reads workflow files: no merge keys, no duplicate keys, one document.

/** Nodes after all aliases are written out; a file of the size limit without aliases stays below. */
const yaml_MAX_NODES = 1_000_000;
/** GitHub's own limit is 50 levels; a few more are read so that the schema can say where. */
const yaml_MAX_DEPTH = 60;
/** Reads the first document. Never throws: what is wrong comes back as problems, and `root` is null where nothing could be read. */
function parseYaml(text) {
    return yaml_parse(text, new Set());
}
/** `pushed` are lines (from 0) that were pushed to the right. */
function yaml_parse(text, pushed) {
    const source = pushed.size === 0 ? text : text.split("\n").map((line, at) => (pushed.has(at) ? PUSH + line : line)).join("\n");
    try {
        return new TreeBuilder(source, pushed).build((0,js_yaml/* parseEvents */.PH)(source, { maxDepth: yaml_MAX_DEPTH }));
    }
    catch (error) {
        const closing = pushed.size < MAX_PUSHED ? findClosing(error, source) : undefined;
        if (closing !== undefined && !pushed.has(closing))
            return yaml_parse(text, new Set([...pushed, closing]));
        if (error instanceof TooLarge)
            return { root: null, problems: [{ at: error.at, reason: "ratio-limit", detail: `its aliases write out to more than ${yaml_MAX_NODES} nodes` }] };
        if (!(error instanceof js_yaml/* YAMLException */.tB))
            throw error;
        const at = { line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
        const deep = error.reason.includes("maxDepth");
        return { root: null, problems: [{ at, reason: deep ? "depth-limit" : "malformed", detail: deep ? `it nests deeper than ${yaml_MAX_DEPTH} levels` : "it is not valid YAML" }] };
    }
}
/** GitHub takes a closing bracket that stands no deeper than its key; the YAML standard, and so the parser, does not. */
const PUSH = " ".repeat(200);
const MAX_PUSHED = 100;
function findClosing(error, source) {
    if (!(error instanceof js_yaml/* YAMLException */.tB) || error.reason !== "deficient indentation" || !error.mark)
        return undefined;
    return /^\s*[\]}]/.test(source.split("\n")[error.mark.line] ?? "") ? error.mark.line : undefined;
}
class TooLarge extends Error {
    at;
    constructor(at) {
        super("too many nodes");
        this.at = at;
    }
}
/** Turns the flat events into a tree; aliases share their target's children, so that only walking costs. */
class TreeBuilder {
    #text;
    #pushed;
    #lines = [0];
    #anchors = new Map();
    #open = [];
    #problems = [];
    #root = null;
    #documents = 0;
    constructor(text, pushed) {
        this.#text = text;
        this.#pushed = pushed;
        for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
            this.#lines.push(at + 1);
    }
    build(events) {
        for (const event of events) {
            if (event.type === js_yaml/* EVENT_ID */.hy.DOCUMENT) {
                if (++this.#documents === 2)
                    this.#problem(this.#root?.at ?? { line: 1, column: 1 }, "it holds more than one YAML document");
            }
            else if (this.#documents > 1)
                continue;
            else if (event.type === js_yaml/* EVENT_ID */.hy.POP)
                this.#close();
            else if (event.type === js_yaml/* EVENT_ID */.hy.ALIAS)
                this.#alias(event);
            else if (event.type === js_yaml/* EVENT_ID */.hy.SCALAR)
                this.#scalar(event);
            else
                this.#begin(event);
        }
        return { root: this.#root, problems: this.#problems };
    }
    #begin(event) {
        const at = this.#position(event.start);
        this.#refuseTag(event.tagStart, at);
        const children = [];
        const pairs = [];
        const node = event.type === js_yaml/* EVENT_ID */.hy.SEQUENCE ? { kind: "sequence", at, items: children } : { kind: "mapping", at, pairs };
        this.#open.push({ node, children, pairs, keys: new Set(), key: undefined, anchor: this.#name(event), size: 1 });
    }
    #close() {
        const closed = this.#open.pop();
        if (!closed)
            return; // the end of the document itself
        // An anchor exists only once its node is complete, so that a node can't hold itself.
        if (closed.anchor !== undefined)
            this.#anchors.set(closed.anchor, { node: closed.node, size: closed.size });
        this.#add(closed.node, closed.size);
    }
    #alias(event) {
        const at = this.#position(event.anchorStart - 1);
        const target = this.#anchors.get(this.#text.slice(event.anchorStart, event.anchorEnd));
        if (!target)
            this.#problem(at, "an alias names no earlier anchor, or one around itself");
        this.#add(target ? { ...target.node, at } : { kind: "scalar", at, value: null, text: "" }, target?.size ?? 1);
    }
    #scalar(event) {
        const parent = this.#open.at(-1);
        const at = event.valueStart < 0 ? (parent?.key?.at ?? parent?.node.at ?? { line: 1, column: 1 }) : this.#position(event.valueStart);
        this.#refuseTag(event.tagStart, at);
        const text = (0,js_yaml/* getScalarValue */.KE)(this.#text, event);
        const node = { kind: "scalar", at, value: event.style === js_yaml/* SCALAR_STYLE */.jK.PLAIN && event.tagStart < 0 ? resolvePlain(text) : text, text };
        const anchor = this.#name(event);
        if (anchor !== undefined)
            this.#anchors.set(anchor, { node, size: 1 });
        this.#add(node, 1);
    }
    #add(node, size) {
        const parent = this.#open.at(-1);
        if (!parent) {
            this.#root ??= node;
            return;
        }
        parent.size += size;
        if (parent.size > yaml_MAX_NODES)
            throw new TooLarge(node.at);
        if (parent.node.kind === "sequence")
            parent.children.push(node);
        else if (parent.key) {
            parent.pairs.push({ key: parent.key.text, at: parent.key.at, value: node });
            parent.key = undefined;
        }
        else
            parent.key = this.#toKey(node, parent.keys);
    }
    /** GitHub compares keys without case when it looks for duplicates. */
    #toKey(node, keys) {
        if (node.kind !== "scalar") {
            this.#problem(node.at, "a key is not plain text");
            return { kind: "scalar", at: node.at, value: "", text: "" };
        }
        const folded = node.text.toLowerCase();
        if (keys.has(folded))
            this.#problem(node.at, "a key is there twice");
        if (folded === "<<")
            this.#problem(node.at, "merge keys (<<) are not part of GitHub's YAML");
        keys.add(folded);
        return node;
    }
    #refuseTag(tagStart, at) {
        if (tagStart >= 0)
            this.#problem(at, "an explicit YAML tag is not read");
    }
    #problem(at, detail) {
        this.#problems.push({ at, reason: "invalid-workflow", detail });
    }
    #name(event) {
        return event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
    }
    #position(offset) {
        let low = 0;
        let high = this.#lines.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((this.#lines[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        const column = offset - (this.#lines[low] ?? 0) + 1;
        return { line: low + 1, column: this.#pushed.has(low) ? Math.max(1, column - PUSH.length) : column };
    }
}
/** The YAML 1.2 core schema: `yes` and `on` are text, `0x10` is 16. */
function resolvePlain(text) {
    for (const tag of [js_yaml/* nullCoreTag */.DX, js_yaml/* boolCoreTag */.G7, js_yaml/* intCoreTag */.Z7, js_yaml/* floatCoreTag */.ok]) {
        const value = tag.resolve(text, false, tag.tagName);
        if (value !== js_yaml/* NOT_RESOLVED */.Hg)
            return value;
    }
    return text;
}

;// CONCATENATED MODULE: ./src/reader/workflow/workflow.js
// One workflow file, from its bytes to the graph's type.





const FILTER = /^(branches|tags|paths)(-ignore)?$/;
/** Undefined bytes-to-text means that the file is not UTF-8. */
function decode(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return undefined;
    }
}
/** Null where nothing could be made of the file; a workflow with problems is read as far as it goes. */
function readWorkflow(text, place, context) {
    const { root, problems } = parseYaml(text);
    const reading = { problems, known: context.known, made: new Map() };
    if (!root) {
        if (problems.length === 0)
            problems.push({ at: { line: 1, column: 1 }, reason: "invalid-workflow", detail: "it is empty" });
        return { workflow: null, problems };
    }
    problems.push(...findDepartures(root, workflowShape));
    const on = get(root, "on");
    const jobs = get(root, "jobs");
    const workflow = {
        id: place.id,
        repository: place.repository,
        name: getText(root, "name") || place.path,
        at: root.at,
        triggers: toTriggers(on),
        callable: toCallable(on, reading),
        dispatchInputs: workflow_toInputs(get(get(on, "workflow_dispatch"), "inputs"), reading),
        permissions: toPermissions(get(root, "permissions")),
        env: toEntries(get(root, "env"), reading),
        texts: findTexts(root, reading, ["jobs", "on"]),
        jobs: jobs?.kind === "mapping" ? jobs.pairs.map((pair) => toJob(pair, { ...context, reading })) : [],
    };
    return { workflow, problems: workflow_distinct(problems) };
}
/** A text can be read in two roles; its problem is one. */
function workflow_distinct(problems) {
    const seen = new Map(problems.map((problem) => [`${problem.at.line}:${problem.at.column}:${problem.detail}`, problem]));
    return [...seen.values()];
}
function toTriggers(on) {
    if (on?.kind !== "mapping")
        return on ? toWords(on).map((event) => ({ event, at: on.at, workflows: [], filtered: false })) : [];
    return on.pairs.map(({ key, at, value }) => ({
        event: key, at, workflows: toWords(get(value, "workflows")),
        filtered: value.kind === "mapping" && value.pairs.some((filter) => FILTER.test(filter.key)),
    }));
}
function toCallable(on, reading) {
    if (!toTriggers(on).some((trigger) => trigger.event === "workflow_call"))
        return null;
    const call = get(on, "workflow_call");
    const secrets = get(call, "secrets");
    return {
        inputs: workflow_toInputs(get(call, "inputs"), reading),
        secrets: new Set(secrets?.kind === "mapping" ? secrets.pairs.map((pair) => pair.key.toLowerCase()) : []),
    };
}
function workflow_toInputs(node, reading) {
    if (node?.kind !== "mapping")
        return [];
    return node.pairs.map(({ key, value }) => {
        const fallback = get(value, "default");
        return { name: key.toLowerCase(), spelt: key, type: toInputType(getText(value, "type")), default: fallback ? toValue(fallback, reading) : null, options: toWords(get(value, "options")) };
    });
}
function toInputType(text) {
    return text === "boolean" || text === "number" || text === "choice" || text === "environment" ? text : "string";
}

;// CONCATENATED MODULE: ./src/reader/workflow/graph.js







/** Never throws: a file that can't be read, or not as GitHub would read it, is a gap. */
function readWorkflows(files) {
    return new GraphReader(files).read();
}
class GraphReader {
    #files;
    #workflows = new Map();
    #wanted = new Map();
    #gaps = [];
    #actions = new Map();
    #texts = { text: new Map(), condition: new Map() };
    #seen = { files: 0, bytes: 0 };
    #read = { files: 0, bytes: 0 };
    constructor(files) {
        this.#files = files;
    }
    read() {
        const { own } = this.#files;
        for (const path of own.list())
            this.#want({ key: null, path });
        // A Map hands out what is added while it is walked: callees elsewhere follow their callers.
        for (const [id, wanted] of this.#wanted)
            this.#readFile(id, wanted);
        if (this.#wanted.size === 0)
            this.#gap("nothing-examined", own.folder || ".", { detail: "the folder holds no workflow file; name the folder that holds .github/workflows" });
        return { workflows: this.#workflows, gaps: this.#gaps, seen: this.#seen, read: this.#read };
    }
    #want(wanted) {
        const id = toId(wanted);
        if (!this.#wanted.has(id))
            this.#wanted.set(id, wanted);
        return id;
    }
    #readFile(id, wanted) {
        this.#seen.files++;
        const checkout = this.#checkout(wanted.key);
        const content = checkout?.read(wanted.path) ?? { kind: "absent" };
        const text = this.#decode(id, content);
        if (text === undefined || content.kind !== "file" || !checkout)
            return;
        this.#seen.bytes += content.bytes.length;
        const place = { id, repository: wanted.key, path: wanted.path };
        const { workflow, problems } = readWorkflow(text, place, {
            depth: 0,
            known: this.#texts,
            resolve: (uses) => this.#resolve(uses, wanted.key),
            openAction: (uses, depth) => this.#openAction(uses, wanted.key, depth),
        });
        for (const problem of problems)
            this.#gap(problem.reason, id, { detail: `the workflow file can't be vouched for: ${problem.detail}`, at: problem.at });
        if (!workflow)
            return;
        this.#workflows.set(id, workflow);
        this.#read.files++;
        this.#read.bytes += content.bytes.length;
    }
    #decode(id, content) {
        if (content.kind === "absent") {
            this.#gap("unresolved-reference", id, { detail: "there is no such file, only its name or a link" });
            return undefined;
        }
        if (content.kind === "refused") {
            this.#gap(content.reason, id, { detail: `the workflow file was not read: ${content.detail}` });
            return undefined;
        }
        const text = decode(content.bytes);
        if (text === undefined)
            this.#gap("malformed", id, { detail: "the workflow file is not UTF-8" });
        return text;
    }
    #resolve(uses, caller) {
        const reference = parseWorkflowReference(uses);
        switch (reference.kind) {
            case "misplaced": return reference;
            case "unreadable": return { kind: "unresolved", detail: reference.detail };
            case "local": return this.#resolveIn(caller, reference.path);
            case "remote": {
                const key = `${reference.repository.toLowerCase()}@${reference.ref}`;
                if (this.#checkout(key))
                    return this.#resolveIn(key, reference.path);
                return { kind: "unresolved", detail: "the called workflow lies in another repository; give a checkout of it as --repository owner/name@ref=PATH" };
            }
            default: return reference;
        }
    }
    #resolveIn(key, path) {
        const content = this.#wanted.has(toId({ key, path })) ? undefined : this.#checkout(key)?.read(path);
        if (content?.kind === "absent")
            return { kind: "unresolved", detail: "the called workflow file does not exist in its checkout" };
        if (content?.kind === "refused" && content.reason === "unresolved-reference")
            return { kind: "unresolved", detail: content.detail };
        return { kind: "workflow", id: this.#want({ key, path }) };
    }
    /** `./` of a step is the workspace, which holds the audited repository; `$/` is the repository of the file that says so. */
    #openAction(uses, caller, depth) {
        const local = parseLocalAction(uses);
        const remote = local ? undefined : parseRemoteAction(uses);
        const key = local ? (local.own ? caller : null) : remote?.key;
        // What lies elsewhere and is not at hand is taken as whoever allowed the job takes it.
        if (key === undefined || (remote && !this.#checkout(remote.key)))
            return null;
        if (depth >= MAX_ACTION_DEPTH)
            return "unreadable";
        const folder = (local ?? remote)?.folder ?? "";
        const name = `${key ?? ""} ${folder}`;
        const known = this.#actions.get(name) ?? this.#readAction(key, folder);
        this.#actions.set(name, known);
        if (known === "unreadable")
            return remote ? null : known;
        const runs = get(known, "runs");
        return getText(runs, "using") === "composite" ? { steps: get(runs, "steps"), open: (inner, level) => this.#openAction(inner, key, level) } : null;
    }
    #readAction(key, folder) {
        const checkout = this.#checkout(key);
        for (const name of ["action.yml", "action.yaml"]) {
            const content = checkout?.read(folder === "" ? name : `${folder}/${name}`) ?? { kind: "absent" };
            if (content.kind === "absent")
                continue;
            const text = content.kind === "file" ? decode(content.bytes) : undefined;
            const tree = text === undefined ? undefined : parseYaml(text);
            return tree?.root && tree.problems.length === 0 && findDepartures(tree.root, actionShape).length === 0 ? tree.root : "unreadable";
        }
        return "unreadable";
    }
    #checkout(key) {
        return key === null ? this.#files.own : this.#files.other(key);
    }
    #gap(reason, file, { detail, at = { line: 1, column: 1 } }) {
        this.#gaps.push({ reason, detail, location: { kind: "workflow", file, line: at.line, column: at.column, job: null, path: [] } });
    }
}
/** As users write it in `uses:`, or the path inside the audited repository. */
function toId({ key, path }) {
    if (key === null)
        return path;
    const at = key.indexOf("@");
    return `${key.slice(0, at)}/${path}${key.slice(at)}`;
}

// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
;// CONCATENATED MODULE: ./src/runtime/process/memory.js
// Keeps the engine's young generation small where a check makes much that lives briefly: V8 lets it grow to ten times what is alive.

/** Takes effect from the next growth on; what is alive may still grow as it needs. Costs no time where little survives a collection. */
function keepYoungMemorySmall() {
    (0,external_node_v8_.setFlagsFromString)("--semi-space-growth-factor=1");
}

// EXTERNAL MODULE: ./src/runtime/door/tool.js
var tool = __webpack_require__(62330);
// EXTERNAL MODULE: ./src/runtime/door/terms.js
var terms = __webpack_require__(99453);
// EXTERNAL MODULE: ./src/runtime/file/input-file.js
var input_file = __webpack_require__(4627);
;// CONCATENATED MODULE: ./src/detector/isolation/github/branch.js

/** Jobs are allowed there by the same names. */
function judgeBranch(name, graph, question) {
    const { findings, gaps } = assertIsolation(graph, { ...question, settings: undefined, branches: undefined });
    // That nothing there enters the environment is no lack.
    const [open] = gaps.filter((gap) => gap.reason !== "unverifiable" && gap.reason !== "nothing-examined");
    const [finding] = findings;
    if (finding)
        return { name, outcome: "reached", why: finding.title.replace(/^A /, "a ") };
    return open ? { name, outcome: "open", why: open.detail } : { name, outcome: "apart", why: "" };
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/known.js
// A fact of GitHub's, or the reason why it is not known.

function known(value) {
    return { known: true, value };
}
function known_unknown(why) {
    return { known: false, why };
}
/** An answer in a shape that the REST description doesn't have is no fact. */
function read(answer, schema) {
    if (answer.kind === "failure")
        return known_unknown(answer.detail);
    const parsed = schema.safeParse(answer.body);
    return parsed.success ? known(parsed.data) : known_unknown("GitHub's answer has a form that is not known");
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/protection.js
// What protects an environment (REST docs: "Deployment environments", "Deployment branch policies", "Custom deployment protection rules").


const ruleSchema = schemas/* looseObject */._H3({ type: schemas/* string */.YjP(), prevent_self_review: schemas/* boolean */.zMY().nullish(), reviewers: schemas/* array */.YOg(schemas/* unknown */.L5J()).nullish() });
const environmentSchema = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP(),
    can_admins_bypass: schemas/* boolean */.zMY().nullish(),
    protection_rules: schemas/* array */.YOg(ruleSchema).nullish(),
    deployment_branch_policy: schemas/* looseObject */._H3({ protected_branches: schemas/* boolean */.zMY(), custom_branch_policies: schemas/* boolean */.zMY() }).nullish(),
});
const policiesSchema = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP(), type: schemas/* string */.YjP().nullish() }));
const branchesSchema = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }));
const appsSchema = schemas/* array */.YOg(schemas/* looseObject */._H3({ enabled: schemas/* boolean */.zMY().nullish() }));
const NONE = { exists: false, reviewers: 0, preventsSelfReview: false, adminsBypass: known(true), custom: known(0), admission: { kind: "any" } };
async function readProtection(ask, { owner, repo, environment }) {
    const list = read(await ask("GET /repos/{owner}/{repo}/environments", { owner, repo, per_page: 100 }, { all: true }), schemas/* array */.YOg(environmentSchema));
    if (!list.known)
        return list;
    const found = list.value.find(({ name }) => name.toLowerCase() === environment.toLowerCase());
    if (!found)
        return known(NONE);
    const review = (found.protection_rules ?? []).filter((rule) => rule.type === "required_reviewers" && (rule.reviewers?.length ?? 0) > 0);
    const at = { owner, repo, environment_name: found.name };
    const apps = read(await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules", at, { all: true }), appsSchema);
    const bypass = found.can_admins_bypass;
    return known({
        exists: true,
        reviewers: review.reduce((sum, rule) => sum + (rule.reviewers?.length ?? 0), 0),
        preventsSelfReview: review.some((rule) => rule.prevent_self_review === true),
        adminsBypass: typeof bypass === "boolean" ? known(bypass) : known_unknown("GitHub's answer doesn't say whether administrators may bypass the rules"),
        custom: apps.known ? known(apps.value.filter((app) => app.enabled !== false).length) : apps,
        admission: await readAdmission(ask, at, found.deployment_branch_policy),
    });
}
async function readAdmission(ask, at, policy) {
    const { owner, repo } = at;
    if (policy?.protected_branches) {
        const branches = read(await ask("GET /repos/{owner}/{repo}/branches", { owner, repo, protected: true, per_page: 100 }, { all: true }), branchesSchema);
        return { kind: "protected", branches: branches.known ? known(branches.value.map(({ name }) => name)) : branches };
    }
    if (!policy?.custom_branch_policies)
        return { kind: "any" };
    const policies = read(await ask("GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies", { ...at, per_page: 100 }, { all: true }), policiesSchema);
    return { kind: "patterns", patterns: policies.known ? known(policies.value.map(({ name, type }) => ({ name, type: type === "tag" ? "tag" : "branch" }))) : policies };
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/recorded-run.js
// What GitHub itself resolved for a run: its workflow file and every workflow that it calls (REST docs: "Get a workflow run").


const runSchema = schemas/* looseObject */._H3({
    path: schemas/* string */.YjP(), head_sha: schemas/* string */.YjP(),
    referenced_workflows: schemas/* array */.YOg(schemas/* looseObject */._H3({ path: schemas/* string */.YjP(), sha: schemas/* string */.YjP(), ref: schemas/* string */.YjP().nullish() })).nullish(),
});
async function readRecordedRun(ask, { owner, repo }, runId) {
    const run = read(await ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { owner, repo, run_id: runId }), runSchema);
    if (!run.known)
        return run;
    return known({ path: stripRef(run.value.path), sha: run.value.head_sha, called: (run.value.referenced_workflows ?? []).map((called) => toCalled(called)) });
}
function toCalled({ path, sha }) {
    const [, repository = "", inside = "", ref = ""] = /^([^/]+\/[^/]+)\/([^@]+)(?:@(.*))?$/.exec(path) ?? [];
    return { repository: repository.toLowerCase(), path: inside, ref, sha };
}
function stripRef(path) {
    return path.includes("@") ? path.slice(0, path.indexOf("@")) : path;
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/stored.js
// Names of what is stored for workflows, never a value (REST docs: "GitHub Actions Secrets"). GITHUB_TOKEN may not list them.


const namesSchema = schemas/* array */.YOg(schemas/* looseObject */._H3({ name: schemas/* string */.YjP() }));
const NO_TOKEN = "a workflow's own token may not list secret names; give an admin-token that may read them (fine-grained: Environments and Secrets, read)";
async function readStoredNames(ask, { owner, repo, environment }) {
    if (!ask)
        return { environment: known_unknown(NO_TOKEN), outside: known_unknown(NO_TOKEN) };
    const list = async (route, more = {}) => {
        const answer = read(await ask(route, { owner, repo, ...more, per_page: 100 }, { all: true }), namesSchema);
        return answer.known ? known(new Set(answer.value.map(({ name }) => name.toLowerCase()))) : answer;
    };
    const [inside, own, organization] = await Promise.all([
        list("GET /repos/{owner}/{repo}/environments/{environment_name}/secrets", { environment_name: environment }),
        list("GET /repos/{owner}/{repo}/actions/secrets"),
        list("GET /repos/{owner}/{repo}/actions/organization-secrets"),
    ]);
    if (!own.known)
        return { environment: inside, outside: own };
    if (!organization.known)
        return { environment: inside, outside: organization };
    return { environment: inside, outside: known(new Set([...own.value, ...organization.value])) };
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/subject.js
// The form of the subject in identity tokens (GitHub docs: "OpenID Connect reference"; REST docs: "Actions OIDC").


const DEFAULT_KEYS = ["repo", "context"];
const repositorySchema = schemas/* looseObject */._H3({
    use_default: schemas/* boolean */.zMY(), include_claim_keys: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(), use_immutable_subject: schemas/* boolean */.zMY().nullish(), sub_claim_prefix: schemas/* string */.YjP().nullish(),
});
const organizationSchema = schemas/* looseObject */._H3({ include_claim_keys: schemas/* array */.YOg(schemas/* string */.YjP()).nullish() });
/** A repository that opts out of the default without keys of its own has its organisation's template. */
async function readSubjectForm(ask, { owner, repo }) {
    const own = read(await ask("GET /repos/{owner}/{repo}/actions/oidc/customization/sub", { owner, repo }), repositorySchema);
    if (!own.known)
        return own;
    const { use_default: isDefault, include_claim_keys: keys, sub_claim_prefix: prefix, use_immutable_subject: immutable } = own.value;
    const form = (chosen) => known({ keys: chosen.length > 0 ? chosen : DEFAULT_KEYS, prefix: prefix ?? undefined, immutable: immutable ?? undefined });
    if (isDefault)
        return form(DEFAULT_KEYS);
    if (keys && keys.length > 0)
        return form(keys);
    const answer = await ask("GET /orgs/{org}/actions/oidc/customization/sub", { org: owner });
    // Users have no such template, and an organisation without one has the default.
    if (answer.kind === "failure" && answer.status === 404)
        return form(DEFAULT_KEYS);
    const organization = read(answer, organizationSchema);
    return organization.known ? form(organization.value.include_claim_keys ?? []) : organization;
}

;// CONCATENATED MODULE: ./src/reader/workflow/settings/settings.js




/** `ask` has the workflow's token, `askAdmin` one that may list secret names. What can't be had says why and stays unknown. */
async function readSettings(ask, place, more) {
    const [protection, subject, names, run] = await Promise.all([
        readProtection(ask, place), readSubjectForm(ask, place), readStoredNames(more.askAdmin, place),
        more.runId === undefined ? undefined : readRecordedRun(ask, place, more.runId),
    ]);
    return { protection, subject, names, run };
}

// EXTERNAL MODULE: ./src/runtime/github/github-error.js
var github_error = __webpack_require__(10681);
;// CONCATENATED MODULE: ./src/runtime/github/ask.js

/** `route` as documented; with `all`, every page of a list as one array. Failures hold the route and the status, never a value. */
function toAsk(github) {
    return async (route, parameters, options) => {
        try {
            if (options?.all)
                return { kind: "answer", body: await github.paginate(route, { ...parameters }) };
            const response = await github.request(route, { ...parameters });
            return { kind: "answer", body: response.data };
        }
        catch (error) {
            if (!(error instanceof github_error/* GithubError */.E))
                throw error;
            const [path] = route.split("?");
            const said = error.status === undefined ? `GitHub gave no usable answer to ${path}` : `GitHub answered ${error.status} to ${path}`;
            return { kind: "failure", status: error.status, detail: said };
        }
    };
}

// EXTERNAL MODULE: ./src/runtime/github/client.js
var client = __webpack_require__(21478);
;// CONCATENATED MODULE: ./src/source/workflow/shelf.js

/** Files and refs that one check asks for; a run calls 50 workflows at most, and actions come on top. */
const MAX_FETCHES = 600;
const AT_ONCE = 8;
/** What a reader asked for and the shelf had not yet is absent to it: fill the shelf and read again until nothing is missing. */
class Shelf {
    #ask;
    #held = new Map();
    #fetches = 0;
    constructor(ask) {
        this.#ask = ask;
    }
    /** `repository` is owner/name. The same ref is the same commit throughout, even if it moves meanwhile. */
    at(repository, ref, paths = []) {
        const key = `${repository.toLowerCase()}@${ref}`;
        const [owner = "", repo = ""] = repository.split("/");
        const held = this.#held.get(key) ?? { owner, repo, ref, commit: undefined, files: new Map() };
        this.#held.set(key, held);
        return { folder: WORKFLOW_FOLDER, list: () => paths, read: (path) => this.#read(held, path) };
    }
    /** Commits by repository@ref, of those that were found. */
    commits() {
        return new Map([...this.#held].flatMap(([key, { commit }]) => (commit?.kind === "commit" ? [[key, commit.sha]] : [])));
    }
    /** Fetches all that was asked for; false where nothing was missing. */
    async fill() {
        const wanted = [...this.#held.values()].flatMap((held) => [...held.files].flatMap(([path, content]) => (content === undefined ? [{ held, path }] : [])));
        const refs = [...new Set(wanted.map(({ held }) => held))].filter((held) => held.commit === undefined);
        await inTurns(refs, async (held) => void (held.commit = await this.#findCommit(held)));
        await inTurns(wanted, async ({ held, path }) => void held.files.set(path, await this.#fetch(held, path)));
        return wanted.length > 0;
    }
    #read(held, path) {
        if (held.commit?.kind === "refused")
            return held.commit;
        const content = held.files.get(path);
        if (!held.files.has(path))
            held.files.set(path, undefined);
        return content ?? { kind: "absent" };
    }
    async #findCommit({ owner, repo, ref }) {
        if (this.#isSpent())
            return refuse("count-limit", `more than ${MAX_FETCHES} files and refs of other repositories are called`);
        const answer = await this.#ask("GET /repos/{owner}/{repo}/commits/{ref}", { owner, repo, ref });
        if (answer.kind === "failure")
            return refuse("unresolved-reference", `the called workflow lies in another repository, and ${answer.detail}; give a checkout of it as --repository owner/name@ref=PATH`);
        const sha = answer.body?.sha;
        return typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) ? { kind: "commit", sha } : refuse("unresolved-reference", "GitHub's answer names no commit");
    }
    async #fetch({ owner, repo, commit }, path) {
        if (commit?.kind !== "commit")
            return commit ?? { kind: "absent" };
        if (this.#isSpent())
            return refuse("count-limit", `more than ${MAX_FETCHES} files and refs of other repositories are called`);
        const answer = await this.#ask("GET /repos/{owner}/{repo}/contents/{path}", { owner, repo, path, ref: commit.sha });
        if (answer.kind === "failure")
            return answer.status === 404 ? { kind: "absent" } : refuse("unresolved-reference", `the file of another repository was not fetched: ${answer.detail}`);
        return toContent(answer.body);
    }
    #isSpent() {
        return ++this.#fetches > MAX_FETCHES;
    }
}
/** A file of the contents API (REST docs: "Get repository content"). */
function toContent(body) {
    const { type, encoding, content, size } = (body ?? {});
    if (Array.isArray(body) || type === "dir")
        return { kind: "absent" };
    if (type !== "file")
        return refuse("path-escape", "it is a link or a submodule of another repository");
    if (encoding === "base64" && typeof content === "string")
        return limit(Buffer.from(content, "base64"));
    return refuse("size-limit", `GitHub hands out no content for it${typeof size === "number" ? `, it has ${size} bytes` : ""}`);
}
function refuse(reason, detail) {
    return { kind: "refused", reason, detail };
}
async function inTurns(items, work) {
    const queue = [...items];
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
    }));
}

;// CONCATENATED MODULE: ./src/source/workflow/branches.js
// Workflow files of other branches, as GitHub holds them: those that an environment admits can name it too.




/** `repository` is owner/name; what the files call is fetched by the shelf, which the caller fills. */
async function openBranches(names, from) {
    const held = new Map(from.own.list().map((path) => [path.slice(path.lastIndexOf("/") + 1), digestBlob(from.own, path)]));
    return Promise.all(names.map((name) => openBranch(name, from, held)));
}
async function openBranch(name, { repository, ask, shelf }, held) {
    const [owner = "", repo = ""] = repository.split("/");
    const answer = await ask("GET /repos/{owner}/{repo}/contents/{path}", { owner, repo, path: WORKFLOW_FOLDER.slice(0, -1), ref: name });
    if (answer.kind === "failure")
        return answer.status === 404 ? { kind: "same", name } : { kind: "unknown", name, why: answer.detail };
    if (!Array.isArray(answer.body))
        return { kind: "unknown", name, why: "GitHub's answer lists no folder" };
    const found = new Map(answer.body.flatMap((item) => toEntry(item)));
    const isSame = found.size === held.size && [...found].every(([file, sha]) => held.get(file) === sha);
    if (isSame)
        return { kind: "same", name };
    const own = shelf.at(repository, name, [...found.keys()].map((file) => WORKFLOW_FOLDER + file).sort());
    return { kind: "other", name, files: toWorkflowFiles(name, { own, others: new Map(), shelf }) };
}
/** File name and git's digest of the content. */
function toEntry(item) {
    const { name, sha, path } = (item ?? {});
    if (typeof name !== "string" || typeof sha !== "string" || typeof path !== "string")
        return [];
    return isWorkflowPath(path, WORKFLOW_FOLDER) ? [[name, sha]] : [];
}
/** As git names a blob (gitformat: "blob", its length, a zero byte, the content). */
function digestBlob(checkout, path) {
    const content = checkout.read(path);
    if (content.kind !== "file")
        return "";
    return (0,external_node_crypto_.createHash)("sha1").update(`blob ${content.bytes.length}\0`).update(content.bytes).digest("hex");
}

;// CONCATENATED MODULE: ./actions/isolation-assert/github-side.js
// GitHub's side of the question: what it keeps about the environment, and what the checkout doesn't hold.





/** Branches beyond these are named as not looked at. */
const MAX_BRANCHES = 20;
const github_side_API = "https://api.github.com";
const BY_NAME = /^env:\/\/(\w+)$/;
/** Undefined where no token was given: then nothing is asked. Throws InputError for a token that can't be used. */
function openAccess(tokens, world) {
    const [own, admin] = [readToken(tokens["github-token"], world), readToken(tokens["admin-token"], world)];
    const token = own ?? admin;
    if (token === undefined)
        return undefined;
    const open = (held) => toAsk((0,client/* openGithub */.K)({ token: held, apiUrl: world.environment("GITHUB_API_URL") ?? github_side_API, warn: world.progress }));
    const ask = open(token);
    const runId = Number(world.environment("GITHUB_RUN_ID") ?? Number.NaN);
    return { ask, askAdmin: admin === undefined ? undefined : open(admin), shelf: new Shelf(ask), runId: Number.isSafeInteger(runId) ? runId : undefined };
}
/** A token itself, or env://NAME, since a value has no place on a command line. */
function readToken(given, world) {
    const name = BY_NAME.exec(given ?? "")?.[1];
    if (name === undefined)
        return given;
    const value = world.environment(name);
    if (value === undefined || value === "")
        throw new input_error/* InputError */.dz(`the environment variable ${name} that a token is named by is empty; set it, or leave the token out`);
    return value;
}
/** Reads again until nothing that GitHub could give is missing. */
async function readComplete(files, access) {
    let graph = readWorkflows(files);
    while (await access?.shelf.fill())
        graph = readWorkflows(files);
    return graph;
}
/** `owner/name` of the repository that GitHub is asked about. Throws InputError where nobody named it. */
async function askGithub(access, files, question) {
    const { repository, environment } = question;
    const [owner, repo] = repository?.split("/") ?? [];
    if (repository === undefined || owner === undefined || repo === undefined)
        throw new input_error/* InputError */.dz("name is needed with a GitHub token; give the repository as owner/name");
    const settings = await readSettings(access.ask, { owner, repo, environment }, access);
    const names = settings.protection.known ? listAdmitted(settings.protection.value).branches : [];
    const branches = await openBranches(names.slice(0, MAX_BRANCHES), { ...access, repository, own: files.own });
    const judged = [];
    for (const branch of branches)
        judged.push(await github_side_judge(branch, access, question));
    return { settings, branches: judged, commits: access.shelf.commits() };
}
async function github_side_judge(branch, access, question) {
    switch (branch.kind) {
        case "same": return { name: branch.name, outcome: "same", why: "" };
        case "unknown": return { name: branch.name, outcome: "open", why: branch.why };
        case "other": return judgeBranch(branch.name, await readComplete(branch.files, access), question);
        default: return branch;
    }
}

;// CONCATENATED MODULE: ./actions/isolation-assert/main.js
// isolation-assert: source → reader → detector → finding.








/** Throws InputError for a folder that isn't there, an allowed job that isn't in it, a repository, trust policy or token that can't be used. */
async function main(inputs, world) {
    keepYoungMemorySmall();
    const startedAt = world.now();
    const { scrub } = (0,inspector/* createInspector */.Y)();
    const access = openAccess(inputs, world);
    const files = await openWorkflows(inputs.repo, { cwd: world.cwd, repositories: inputs.repository, shelf: access?.shelf });
    world.progress(`reading the workflows of ${scrub(files.name)}`);
    const graph = await readComplete(files, access);
    const asked = await readQuestion(inputs, world);
    const question = access ? { ...asked, ...(await askGithub(access, files, asked)) } : asked;
    const { ledger, ...assertion } = assertGraph(graph, question, scrub);
    const selfTest = await (0,prove/* proveDetection */.Y)(workflowCanary(), async (canary) => assertGraph(readWorkflows(canary.files), canary.question, scrub));
    const digest = ledger.counts().examined.workflows ? { sha256: files.digest() } : null;
    const subject = { name: scrub(inputs.name ?? files.name), digest, digestKind: digest && "content" };
    const report = (0,finding_report/* composeReport */.ZE)({ check: "isolation-assert", subject, tool: (0,tool/* describeTool */.W)(isolationRuleSet), startedAt, ledger, selfTest, ...(0,scrub_texts/* scrubTexts */.K)(assertion, scrub) }, await (0,terms/* readTerms */.K)(inputs, world));
    return { report, verdict: report.verdict, outputs: {} };
}
async function readQuestion(inputs, world) {
    const policies = await Promise.all(inputs.trust.map(async (path) => readTrust(path, (await (0,input_file/* readInput */.R)(world.cwd, path, "trust policy")).toString("utf8"))));
    const named = inputs.name ?? world.environment("GITHUB_REPOSITORY");
    const repository = /^[\w.-]+\/[\w.-]+$/.exec(named ?? "")?.[0];
    return { environment: inputs.environment, allowedJobs: inputs["allow-job"], repository, trust: policies.length > 0 ? policies.flat() : undefined, ...readWitnesses(inputs.witness, world) };
}
function readWitnesses(lines, world) {
    const witnesses = lines.map((line) => {
        const witness = parseWitness(line);
        if (!witness)
            throw new input_error/* InputError */.dz("witness: a line is not what isolation-witness records; pass its output on as it is");
        return witness;
    });
    const [id, attempt] = [world.environment("GITHUB_RUN_ID"), world.environment("GITHUB_RUN_ATTEMPT")];
    return { witnesses, run: id === undefined || attempt === undefined ? undefined : `${id}/${attempt}` };
}
function assertGraph(graph, question, scrub) {
    const { unknown: [unknown], known } = findAllowedJobs(graph, question.allowedJobs);
    // A file that can't be read may well hold the job: that is a gap, not a slip.
    if (unknown !== undefined && graph.workflows.size > 0 && graph.read.files === graph.seen.files) {
        throw new input_error/* InputError */.dz(scrub(`allow-job ${unknown} names no job of these workflows${(0,input_error/* suggest */.ZA)(unknown, known)}`));
    }
    return assertIsolation(graph, question);
}


/***/ }),

/***/ 21478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ openGithub)
/* harmony export */ });
/* harmony import */ var _octokit_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15561);
/* harmony import */ var _octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93779);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86856);
/* harmony import */ var _finding_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38683);
/* harmony import */ var _door_version_generated_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82829);
/* harmony import */ var _github_error_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(10681);
/* harmony import */ var _network_patience_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51605);
// GitHub's REST API for those doors that need it: Octokit's core with its own pagination, retries and rate limits.








const SILENCE_MS = 30_000;
/** A job waits this long for a rate limit to end, in seconds, and no longer: an hour's wait costs more than a red check. */
const LONGEST_WAIT = 90;
const MOST_WAITS = 3;
/**
 * Throws InputError for a token or address that can't be used. Every failure of a request is a GithubError. Retries (5xx, network,
 * timeouts) and waits for rate limits happen within; a list's later pages come from the same server only.
 */
function openGithub(access) {
    const { token, secondMs = 1000 } = access;
    const baseUrl = checkAddress(access.apiUrl);
    if (token !== undefined && !/^[\x21-\x7e]+$/.test(token))
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("the GitHub token holds a blank, a line break or nothing; give it as it was issued");
    // A proxy that answers with what it was sent must not bring the token into a log.
    const scrub = (text) => (token === undefined ? text : text.replaceAll(token, "***"));
    const warn = (line) => access.warn(scrub(line));
    const mayWait = (seconds, ...[, , tries]) => {
        const wait = seconds <= LONGEST_WAIT && tries < MOST_WAITS;
        warn(`GitHub's rate limit is used up; ${wait ? `waiting ${seconds} s` : `it ends in ${seconds} s, which is not waited for`}`);
        return wait;
    };
    const octokit = new (_octokit_core__WEBPACK_IMPORTED_MODULE_1__/* .Octokit */ .E.plugin(_octokit_plugin_paginate_rest__WEBPACK_IMPORTED_MODULE_2__/* .paginateRest */ .ud, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_3__/* .retry */ .L, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_4__/* .throttling */ .A))({
        baseUrl,
        userAgent: `pci-pipeline/${_door_version_generated_js__WEBPACK_IMPORTED_MODULE_5__/* .version */ .r}`,
        log: { debug: () => undefined, info: () => undefined, warn, error: warn },
        request: { fetch: (0,_network_patience_js__WEBPACK_IMPORTED_MODULE_6__/* .fetchWithin */ .G)(access.timeoutMs ?? SILENCE_MS) },
        retry: { retryAfterBaseValue: secondMs },
        throttle: {
            id: baseUrl,
            retryAfterBaseValue: secondMs,
            onRateLimit: mayWait,
            onSecondaryRateLimit: mayWait,
        },
        ...(token !== undefined && { auth: token }),
    });
    octokit.hook.wrap("request", async (request, options) => {
        try {
            if (isElsewhere(options.url, baseUrl))
                throw new Error("the former page leads to another server");
            const response = await request(options);
            if (isBrokenJson(response))
                throw new Error("the answer breaks off or is not JSON");
            return response;
        }
        catch (error) {
            throw (0,_github_error_js__WEBPACK_IMPORTED_MODULE_7__/* .toGithubError */ .z)(error, options, scrub);
        }
    });
    return { request: octokit.request, paginate: octokit.paginate };
}
/** The token goes to this address: https, or this machine itself. */
function checkAddress(apiUrl) {
    const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
    const loopback = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
    if (url === undefined || !(url.protocol === "https:" || (url.protocol === "http:" && loopback)) || url.username !== "") {
        throw new _finding_index_js__WEBPACK_IMPORTED_MODULE_0__/* .InputError */ .dz("the address of GitHub's API is not an https URL; give it as GITHUB_API_URL has it");
    }
    return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
function isElsewhere(url, baseUrl) {
    return URL.canParse(url) && new URL(url).origin !== new URL(baseUrl).origin;
}
/** Octokit hands a body that it can't parse on as text, and one that breaks off as nothing. */
function isBrokenJson(response) {
    const isJson = /^application\/(json|[\w.]+\+json)\b/.test(response.headers["content-type"] ?? "");
    return isJson && typeof response.data === "string" && response.status !== 204;
}


/***/ }),

/***/ 10681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ GithubError),
/* harmony export */   z: () => (/* binding */ toGithubError)
/* harmony export */ });
// What a failed call of GitHub's API says: the route as documented and the status, never a header, a body or a parameter.
class GithubError extends Error {
    name = "GithubError";
    /** Of the answer; undefined where none came (network, timeout) or none that could be read. */
    status;
    /** The token may not do this, or the thing is hidden from it: 401, 403, 404. */
    refused;
    constructor(message, status) {
        super(message);
        this.status = status;
        this.refused = status === 401 || status === 403 || status === 404;
    }
}
/** Drops the request and response that Octokit's errors carry: they hold what was sent. */
function toGithubError(error, call, scrub) {
    if (error instanceof GithubError)
        return error;
    const { response, message } = error;
    const route = `${call.method} ${call.url.replace(/\?.*$/s, "").replace(/^https?:\/\/[^/]+/, "")}`;
    if (response === undefined)
        return new GithubError(scrub(`GitHub gave no usable answer to ${route} (${shorten(message)})`), undefined);
    const said = response.data?.message;
    return new GithubError(scrub(`GitHub answered ${response.status} to ${route}${typeof said === "string" ? ` (${shorten(said)})` : ""}`), response.status);
}
/** GitHub's own words, bounded and on one line. */
function shorten(text) {
    return typeof text === "string" ? text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ").slice(0, 200) : "unknown reason";
}


/***/ }),

/***/ 51605:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ fetchWithin)
/* harmony export */ });
// A server that falls silent ends a request; one that keeps answering, however slowly, does not.
/** A fetch that fails once the server has been silent for `ms`, before its answer or within it. */
function fetchWithin(ms) {
    return async (input, init) => {
        const silence = new AbortController();
        const fail = () => silence.abort(new Error(`no answer within ${ms / 1000} s`));
        let timer = setTimeout(fail, ms).unref();
        const heard = () => {
            clearTimeout(timer);
            timer = setTimeout(fail, ms).unref();
        };
        try {
            const signals = [silence.signal, ...(init?.signal ? [init.signal] : [])];
            const response = await fetch(input, { ...init, signal: AbortSignal.any(signals) });
            heard();
            return watched(response, heard, () => clearTimeout(timer));
        }
        catch (error) {
            clearTimeout(timer);
            throw silence.signal.aborted ? silence.signal.reason : error;
        }
    };
}
function watched(response, heard, done) {
    if (response.body === null) {
        done();
        return response;
    }
    const reader = response.body.getReader();
    const body = new ReadableStream({
        async pull(controller) {
            try {
                const { value, done: ended } = await reader.read();
                if (ended) {
                    done();
                    controller.close();
                }
                else {
                    heard();
                    controller.enqueue(value);
                }
            }
            catch (error) {
                done();
                controller.error(error);
            }
        },
        async cancel(reason) {
            done();
            await reader.cancel(reason);
        },
    });
    const copy = new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
    Object.defineProperty(copy, "url", { value: response.url });
    return copy;
}


/***/ })

};
