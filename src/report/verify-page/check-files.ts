// Part of verify.html: what the dropped files are, and whether they hold together. Runs in a browser, with its own cryptography.
import { fromBase64, openBundle, parseCanonicalText, toBase64, toSignedBytes, type OpenBundle } from "./bundle-text.ts";

export type DroppedFile = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type FileRole = "bundle" | "key" | "report" | "page" | "unknown";
/** `open` could not be judged here, which is no pass; `unasked` nobody asked to be judged. */
export type FileCheck = { readonly name: string; readonly state: "held" | "broken" | "open" | "unasked"; readonly detail: string };
type Json = { readonly [key: string]: unknown };
export type Verdict = {
  readonly state: "holds" | "refused" | "incomplete";
  readonly checks: readonly FileCheck[];
  /** What was signed; absent where the signature does not hold. */
  readonly statement?: Json;
};

const STATEMENT = "https://in-toto.io/Statement/v1";
export const PREDICATES: { readonly [type: string]: string } = {
  "https://github.com/yuno/pci-pipeline/compliance/v1": "compliance statement",
  "https://github.com/yuno/pci-pipeline/deployment/v1": "deployment statement",
};
const IN_TOTO = "application/vnd.in-toto+json";

const textOf = (file: DroppedFile) => new TextDecoder().decode(file.bytes);
const held = (name: string, detail: string): FileCheck => ({ name, state: "held", detail });
const broken = (name: string, detail: string): FileCheck => ({ name, state: "broken", detail });
const open = (name: string, detail: string): FileCheck => ({ name, state: "open", detail });

export function roleOf(file: DroppedFile): FileRole {
  const head = textOf({ ...file, bytes: file.bytes.slice(0, 4096) }).trimStart();
  if (head.startsWith("-----BEGIN PUBLIC KEY-----")) return "key";
  if (/^<!doctype html/i.test(head)) return "page";
  if (!head.startsWith("{")) return "unknown";
  if (head.includes("application/vnd.dev.sigstore.bundle")) return "bundle";
  return /"schema"\s*:\s*"pci-pipeline\/report\/v1"/.test(textOf(file)) ? "report" : "unknown";
}

/** `digest` is what the user typed, if anything: the image that the statement must be about. */
export async function checkFiles(files: readonly DroppedFile[], digest: string): Promise<Verdict> {
  const of = (role: FileRole) => files.filter((file) => roleOf(file) === role);
  const [keys, pages] = [of("key"), of("page")];
  const bundles = [...of("bundle").map(textOf), ...pages.map((page) => embeddedBundle(textOf(page)) ?? "")];
  const [first] = bundles;
  if (first === undefined) return conclude([open("Bundle", "drop the signed bundle, or a report page that carries it")]);
  const bundle = openBundle(first);
  if (typeof bundle === "string") return conclude([broken("Bundle", `the bundle is refused: ${bundle}`)]);
  const checks = [held("Bundle", "one in-toto statement with one signature"), ...comparePages(bundle, { bundles, pages: pages.length })];
  if (bundle.payloadType !== IN_TOTO) return conclude([...checks, broken("Payload type", "the envelope does not hold an in-toto statement")]);
  if (bundle.hint === null) return conclude([...checks, open("Signer", "signed keyless, by a workflow's identity: this page knows keys only. Use compliance-verify or gh attestation verify")]);
  const [key, ...others] = keys;
  if (key === undefined || others.length > 0) return conclude([...checks, open("Key", "drop exactly one public key, that you have from its owner and not from this folder")]);
  const signature = await checkSignature(bundle, textOf(key));
  checks.push(...signature);
  if (signature.some(({ state }) => state !== "held")) return conclude(checks);
  return judgePayload({ bundle, checks, reports: of("report"), unknown: of("unknown"), digest });
}

function conclude(checks: readonly FileCheck[], statement?: Json): Verdict {
  const state = checks.some((check) => check.state === "broken") ? "refused" : checks.some((check) => check.state === "open") ? "incomplete" : "holds";
  return statement === undefined ? { state, checks } : { state, checks, statement };
}

/** The page's own words are no evidence; the bundle in it must be the one that is verified. */
function comparePages(bundle: OpenBundle, { bundles, pages }: { bundles: readonly string[]; pages: number }): FileCheck[] {
  const other = bundles.slice(1).some((text) => {
    const second = openBundle(text);
    return typeof second === "string" || second.same !== bundle.same;
  });
  if (other) return [broken("Bundles", "the dropped files carry different bundles: one of them was changed or belongs to another run")];
  return pages > 0 ? [held("Report page", "carries this very bundle. Its words and pictures are not signed: trust what is shown here")] : [];
}

function embeddedBundle(html: string): string | undefined {
  return /<script type="application\/json" id="bundle">([\s\S]*?)<\/script>/.exec(html)?.[1];
}

async function checkSignature(bundle: OpenBundle, pem: string): Promise<FileCheck[]> {
  const spki = fromBase64(/-----BEGIN PUBLIC KEY-----([\s\S]*)-----END PUBLIC KEY-----\s*$/.exec(pem)?.[1]?.replace(/\s/g, ""));
  const key = spki && await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]).catch(() => undefined);
  if (!spki || !key) return [broken("Key", "the key is not a P-256 public key in PEM")];
  const hint = toBase64(new Uint8Array(await crypto.subtle.digest("SHA-256", spki)));
  if (hint !== bundle.hint) return [broken("Key", "the bundle was signed with another key than this one")];
  const good = bundle.signature !== undefined && await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bundle.signature, toSignedBytes(bundle));
  return [
    held("Key", `the bundle names this key (${hint})`),
    good ? held("Signature", "ECDSA P-256 holds for every byte of the statement") : broken("Signature", "the signature does not hold: the statement or the signature was changed"),
  ];
}

type Signed = { readonly bundle: OpenBundle; readonly checks: FileCheck[]; readonly reports: readonly DroppedFile[]; readonly unknown: readonly DroppedFile[]; readonly digest: string };

async function judgePayload({ bundle, checks, reports, unknown, digest }: Signed): Promise<Verdict> {
  const statement = parseCanonicalText(bundle.payload);
  if (statement === undefined) return conclude([...checks, broken("Statement", "the signed text is not canonical JSON")]);
  const what = PREDICATES[String(statement["predicateType"])];
  if (statement["_type"] !== STATEMENT || what === undefined) return conclude([...checks, broken("Statement", "the statement is of a type that this page does not know")]);
  const predicate = (statement["predicate"] ?? {}) as Json;
  checks.push(held("Statement", `a ${what}, in canonical form`), ...compareDigest(statement, digest), ...await compareReports(predicate, reports));
  if (bundle.hasProofs) checks.push(open("Timestamp", "the bundle carries log entries or timestamps, which only the command verifies"));
  for (const file of unknown) checks.push(open(file.name, "is nothing that this page can judge"));
  return conclude([...checks, ...compareVerdicts(predicate)], statement);
}

function compareDigest(statement: Json, typed: string): FileCheck[] {
  const wanted = typed.trim().toLowerCase().replace(/^.*sha256:/, "");
  if (wanted === "") return [];
  const subject = (statement["subject"] as { digest?: { sha256?: unknown } }[] | undefined)?.[0]?.digest?.sha256;
  return [subject === wanted ? held("Image", "the statement is about the image that you named") : broken("Image", "the statement is about another image than the one that you named")];
}

/** Reports that a statement names by digest: those of its checks, or the one of the rollout. */
function namedReports(predicate: Json): { name: string; sha256: string }[] {
  const entries = [...(Array.isArray(predicate["checks"]) ? (predicate["checks"] as Json[]).map((check) => check["report"]) : []), predicate["report"]];
  return entries.filter((one) => one !== undefined && one !== null) as { name: string; sha256: string }[];
}

async function compareReports(predicate: Json, reports: readonly DroppedFile[]): Promise<FileCheck[]> {
  const named = namedReports(predicate);
  const found = new Set<string>();
  const checks: FileCheck[] = [];
  for (const report of reports) {
    const sha256 = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", report.bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
    if (named.some((one) => one.sha256 === sha256)) checks.push(held(report.name, "is byte for byte a report that the statement names"));
    else checks.push(broken(report.name, "is not a report that the statement names: it was changed or belongs to another run"));
    found.add(sha256);
  }
  const missing = named.filter((one) => !found.has(one.sha256)).length;
  return missing === 0 || reports.length === 0 ? checks : [...checks, { name: "Other reports", state: "unasked", detail: `${missing} more that the statement names were not dropped, and not compared` }];
}

/** The whole verdict must follow from those of its parts. The command derives much more. */
function compareVerdicts(predicate: Json): FileCheck[] {
  const checks = predicate["checks"];
  if (!Array.isArray(checks)) return [];
  const verdicts = (checks as Json[]).map((check) => (check["presence"] === "reported" ? check["verdict"] : "inconclusive"));
  const derived = verdicts.includes("fail") ? "fail" : verdicts.every((verdict) => verdict === "pass") && verdicts.length > 0 ? "pass" : "inconclusive";
  return [derived === predicate["verdict"] ? held("Verdict", "follows from the verdicts of the checks") : broken("Verdict", "does not follow from the verdicts of the checks")];
}
