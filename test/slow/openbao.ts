// A real OpenBao as a process of its own, set up with the policies that k3d/openbao has, TLS and all. Identities come from a signing
// key of the test: the jwt method stands in for the kubernetes one, which needs a cluster to ask.
import { spawn, type ChildProcess } from "node:child_process";
import { createSign, generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connectKeyStore } from "../../src/runtime/index.ts";
import { createAuthority, issueCertificate } from "../../tools/cluster/certificates.ts";
import { requireOpenbao } from "../../tools/cluster/openbao-package.ts";
import { findPort } from "../fixtures/free-port.ts";

type Answer = { readonly status: number; readonly body: unknown };
type Call = (method: "GET" | "POST", path: string, options?: { token?: string; body?: object }) => Promise<Answer>;

export type Openbao = {
  readonly url: string;
  /** Path of the CA's certificate, and its PEM text. */
  readonly caFile: string;
  readonly ca: string;
  readonly rootToken: string;
  readonly auditLog: string;
  readonly call: Call;
  /** A token of the platform for a service account, as a pod would have it. */
  identity(namespace: string, account: string, options?: { audience?: string; seconds?: number }): string;
  logIn(role: string, jwt: string): Promise<Answer>;
  stop(): Promise<void>;
  /** Started again it is sealed, until `unseal`. */
  start(): Promise<void>;
  unseal(): Promise<void>;
};

const openbaoFolder = join(import.meta.dirname, "../../k3d/openbao");
const POLLS = 200;

export async function startOpenbao(folder: string): Promise<Openbao> {
  mkdirSync(join(folder, "data"), { recursive: true });
  const port = await findPort();
  const { caFile, ca } = await writeConfig(folder, port);
  const url = `https://127.0.0.1:${port}`;
  const call = openCall(url, ca);
  let child: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    child = spawn(join(requireOpenbao(), "bao"), ["server", `-config=${join(folder, "openbao.hcl")}`], { stdio: "ignore" });
    await waitFor(async () => (await call("GET", "sys/seal-status")).status === 200);
  };
  const stop = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    await ended;
  };
  await start();
  const { keys_base64: [key], root_token: rootToken } = (await call("POST", "sys/init", { body: { secret_shares: 1, secret_threshold: 1 } })).body as { keys_base64: string[]; root_token: string };
  const unseal = async (): Promise<void> => {
    await call("POST", "sys/unseal", { body: { key } });
    await waitFor(async () => (await call("GET", "sys/health")).status === 200);
  };
  await unseal();
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  await setUp(call, rootToken, String(publicKey.export({ type: "spki", format: "pem" })));
  return {
    url, caFile, ca, rootToken, call, stop, start, unseal, auditLog: join(folder, "audit.log"),
    identity: (namespace, account, options) => signIdentity(privateKey, { namespace, account, ...options }),
    logIn: (role, jwt) => call("POST", "auth/kubernetes/login", { body: { role, jwt } }),
  };
}

async function writeConfig(folder: string, port: number): Promise<{ caFile: string; ca: string }> {
  const authority = await createAuthority("test CA");
  const { certificate, key } = await issueCertificate(authority, ["localhost", "127.0.0.1"]);
  for (const [name, text] of [["ca.crt", authority.certificate], ["tls.crt", certificate], ["tls.key", key]] as const) writeFileSync(join(folder, name), text, { mode: 0o600 });
  writeFileSync(join(folder, "openbao.hcl"), [
    `api_addr = "https://127.0.0.1:${port}"`, `cluster_addr = "https://127.0.0.1:${await findPort()}"`,
    `listener "tcp" {`, `  address = "127.0.0.1:${port}"`, `  tls_cert_file = "${join(folder, "tls.crt")}"`, `  tls_key_file = "${join(folder, "tls.key")}"`, "}",
    `storage "raft" {`, `  path = "${join(folder, "data")}"`, '  node_id = "one"', "}",
    `audit "file" "file" {`, "  options {", `    file_path = "${join(folder, "audit.log")}"`, "  }", "}", "",
  ].join("\n"));
  return { caFile: join(folder, "ca.crt"), ca: authority.certificate };
}

function openCall(url: string, ca: string): Call {
  const connect = connectKeyStore(ca);
  return async (method, path, { token, body } = {}) => {
    const answer = await connect({ method, url: `${url}/v1/${path}`, headers: token === undefined ? {} : { "x-vault-token": token }, ...(body && { body: JSON.stringify(body) }) })
      .catch(() => ({ status: 0, body: "" }));
    return { status: answer.status, body: answer.body === "" ? undefined : JSON.parse(answer.body) };
  };
}

async function setUp(call: Call, token: string, publicKey: string): Promise<void> {
  const write = async (path: string, body: object): Promise<void> => {
    const { status } = await call("POST", path, { token, body });
    if (status >= 300) throw new Error(`OpenBao answers ${status} to ${path}`);
  };
  await write("sys/auth/kubernetes", { type: "jwt" });
  await write("auth/kubernetes/config", { jwt_validation_pubkeys: [publicKey] });
  for (const environment of ["dev", "staging", "prod"]) {
    await write(`sys/mounts/${environment}`, { type: "kv", options: { version: "2" } });
    await waitFor(() => write(`${environment}/config`, { cas_required: true, max_versions: 20 }).then(() => true, () => false));
  }
  for (const file of readdirSync(join(openbaoFolder, "policies"))) await write(`sys/policies/acl/${file.replace(/\.hcl$/, "")}`, { policy: readFileSync(join(openbaoFolder, "policies", file), "utf8") });
  for (const file of readdirSync(join(openbaoFolder, "roles"))) await write(`auth/kubernetes/role/${file.replace(/\.json$/, "")}`, toJwtRole(JSON.parse(readFileSync(join(openbaoFolder, "roles", file), "utf8"))));
}

/** The same bounds in the words of the jwt method. */
function toJwtRole(role: { bound_service_account_names: string[]; bound_service_account_namespaces: string[]; audience: string } & Record<string, unknown>): object {
  const { bound_service_account_names: [account], bound_service_account_namespaces: [namespace], audience, ...rest } = role;
  return { ...rest, role_type: "jwt", user_claim: "sub", bound_subject: `system:serviceaccount:${namespace}:${account}`, bound_audiences: [audience], clock_skew_leeway: -1, expiration_leeway: -1 };
}

function signIdentity(key: Parameters<ReturnType<typeof createSign>["sign"]>[0], who: { namespace: string; account: string; audience?: string; seconds?: number }): string {
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const claims = { iss: "test", sub: `system:serviceaccount:${who.namespace}:${who.account}`, aud: [who.audience ?? "openbao"], iat: now - 5, nbf: now - 5, exp: now + (who.seconds ?? 600) };
  const text = `${part({ alg: "ES256", typ: "JWT" })}.${part(claims)}`;
  const signature = createSign("SHA256").update(text).sign({ key: key as never, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

async function waitFor(done: () => Promise<boolean>): Promise<void> {
  for (let poll = 0; !(await done()); poll++) {
    if (poll === POLLS) throw new Error("OpenBao does not get there");
    await sleep(50);
  }
}
