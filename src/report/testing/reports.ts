// Fabricated reports for the tests of this room. They go through the real judgement, so that they can't be shapes that never occur.
import {
  composeReport, gapReasons, Ledger, previewCardNumber, previewCredential, reportSchema, type Check, type FindingDraft, type GapDraft,
  type GapReason, type Location, type Report, type Severity, type Unit, type Waiver,
} from "../../finding/index.ts";

const now = new Date("2026-11-20T10:00:42.000Z");
const hex = (digit: string): string => digit.repeat(64).slice(0, 64);

export type Fabrication = {
  readonly check?: Check;
  readonly name?: string;
  readonly findings?: readonly FindingDraft[];
  readonly gaps?: readonly GapDraft[];
  readonly waivers?: readonly Waiver[];
  readonly baseline?: ReadonlySet<string>;
  readonly counts?: readonly (readonly [Unit, number, number])[];
  readonly missed?: readonly string[];
  readonly facts?: Report["facts"];
  readonly assumptions?: Report["assumptions"];
};

export function fabricateReport(given: Fabrication): Report {
  const ledger = new Ledger();
  for (const [unit, seen, examined] of given.counts ?? [["layers", 5, 5], ["files", 3214, 3214], ["bytes", 132_400_000, 132_400_000]] as const) {
    ledger.saw(unit, seen);
    ledger.examined(unit, examined);
  }
  const missed = [...(given.missed ?? [])];
  const report = composeReport({
    check: given.check ?? "image-secret-audit",
    subject: { name: given.name ?? "registry.example/payments-gateway:1.4.2", digest: { sha256: hex("4f2a9c") }, digestKind: "manifest" },
    tool: { name: "pci-pipeline", version: "0.1.0", rules: { count: 42, sha256: hex("ab") } },
    startedAt: new Date(now.getTime() - 4200), ledger, findings: given.findings ?? [], gaps: given.gaps ?? [],
    selfTest: { planted: 12, detected: 12 - missed.length, missed },
    assumptions: given.assumptions ?? [], facts: given.facts ?? {},
    outOfScope: [{ name: "guard", reason: "the guard's own job" }],
  }, { failOn: "medium", waivers: given.waivers ?? [], baseline: given.baseline ?? new Set(), now });
  return reportSchema.parse(report);
}

export const imageSpot = (spot: Partial<Extract<Location, { kind: "image" }>> = {}): Location => ({
  kind: "image", platform: "linux/amd64", part: "file", path: "app/.env", members: [], state: "final", line: 12,
  layer: { index: 2, diffId: `sha256:${hex("c0ffee")}`, createdBy: "COPY . /app # buildkit" }, ...spot,
});
export const logSpot = (spot: Partial<Extract<Location, { kind: "log" }>> = {}): Location =>
  ({ kind: "log", job: "build", step: "Run npm test", file: "3_build.txt", line: 418, ...spot });
export const workflowSpot = (spot: Partial<Extract<Location, { kind: "workflow" }>> = {}): Location => ({
  kind: "workflow", file: ".github/workflows/release.yml", line: 31, column: 5, job: "publish",
  path: [".github/workflows/ci.yml:release", ".github/workflows/release.yml:publish"], ...spot,
});
export const evidenceSpot = (spot: Partial<Extract<Location, { kind: "evidence" }>> = {}): Location =>
  ({ kind: "evidence", file: "attestation.sigstore.json", pointer: "/dsseEnvelope/payload", ...spot });

/** One location of every kind, for whoever must be exhaustive. */
export const everySpot: readonly Location[] = [imageSpot(), logSpot(), workflowSpot(), evidenceSpot()];

export function fabricateFinding(severity: Severity, location: Location, more: Partial<FindingDraft> = {}): FindingDraft {
  return {
    ruleId: `sample-${severity}`, title: `A ${severity} thing in plain sight`, severity, controls: ["8.6.2"], decoded: [],
    preview: previewCredential("sk_live_"), location, remediation: "Take it out of the build and rotate it.", ...more,
  };
}

export function fabricateGap(reason: GapReason, location: Location, more: Partial<GapDraft> = {}): GapDraft {
  return { reason, location, detail: gapReasons[reason], ...more };
}

/** Red with findings of all kinds, decoded, nested, deleted, waived, expired, known and below the threshold. */
export function redReport(): Report {
  const envFile = { ruleId: "stripe-live-key", title: "Stripe live secret key", remediation: "Roll the key in the processor's dashboard, then take the file out of the build context and let the service fetch it at run time." };
  const pan = { ruleId: "card-number", title: "Card number (PAN)", controls: ["3.3.1", "3.5.1"], preview: previewCardNumber("4".padEnd(16, "1")), confirmedBy: "luhn" as const, remediation: "Delete the data and replace it by generated test numbers." };
  return fabricateReport({
    findings: [
      fabricateFinding("critical", imageSpot(), { ...envFile, confirmedBy: "known-value" }),
      fabricateFinding("critical", imageSpot({ part: "env", path: "STRIPE_API_KEY", layer: null }), envFile),
      fabricateFinding("critical", imageSpot({ state: "deleted", path: "tmp/build/secrets.tgz", members: ["config/production.json"], line: 3, layer: { index: 1, diffId: `sha256:${hex("beef")}`, createdBy: "RUN npm run build && tar czf /tmp/build/secrets.tgz config" } }), { ...envFile, decoded: ["base64", "gzip"] }),
      fabricateFinding("high", imageSpot({ path: "app/fixtures/cards.csv", line: 40 }), pan),
      fabricateFinding("high", imageSpot({ path: "app/fixtures/cards.csv", line: 41 }), pan),
      fabricateFinding("medium", logSpot(), { ruleId: "basic-auth-url", title: "Password in a URL" }),
      fabricateFinding("medium", workflowSpot(), { ruleId: "isolation-reaches-environment", title: "A job that isn't allowed can reach production" }),
      fabricateFinding("medium", evidenceSpot(), { ruleId: "evidence-subject", title: "The attestation is about another image" }),
      fabricateFinding("low", imageSpot({ path: "app/README.md" })),
      fabricateFinding("high", imageSpot({ path: "app/test/key.pem" }), { ruleId: "private-key", title: "Private key" }),
      fabricateFinding("high", imageSpot({ path: "app/old/key.pem" }), { ruleId: "private-key", title: "Private key" }),
    ],
    gaps: [fabricateGap("encrypted", imageSpot({ path: "app/vault.zip", members: ["inner.bin"] }), { detail: "the archive needs a password that only its owner has", bytes: 482_113 })],
    waivers: [
      { rule: "private-key", path: "app/test/key.pem", owner: "ana@example.com", reason: "made for the tests, opens nothing", until: "2027-01-31" },
      { rule: "private-key", path: "app/old/key.pem", owner: "ben@example.com", reason: "goes away soon", until: "2026-10-01" },
    ],
    counts: [["bytes", 132_400_000, 131_917_887], ["layers", 5, 5], ["files", 3214, 3214], ["members", 88, 87], ["metadata", 41, 41]],
    facts: { images: imagesFact() },
  });
}

export function imagesFact(): Report["facts"][string] {
  const steps = ["FROM debian:12-slim", "RUN npm run build && tar czf /tmp/build/secrets.tgz config", "COPY . /app # buildkit", "RUN rm -rf /tmp/build", "USER 1000"];
  const sizes = [74_812_221, 31_003_112, 26_000_123, 512, 0];
  return [{
    platform: "linux/amd64", manifestDigest: `sha256:${hex("4f2a9c")}`, configDigest: `sha256:${hex("12")}`,
    layers: steps.map((createdBy, index) => ({ index, createdBy, size: sizes[index] ?? 0, digest: `sha256:${hex(`d${index}`)}`, diffId: `sha256:${hex(["aa", "beef", "c0ffee", "dd", "ee"][index] ?? "0")}` })),
  }];
}

/** A repository with `jobs` jobs in files of five, one environment and one cloud identity; `broken` lets one chain through. */
export function graphFact(jobs: number, broken: boolean): Report["facts"][string] {
  const nodes = Array.from({ length: jobs }, (_, at) => {
    const file = `.github/workflows/${["ci", "release", "nightly", "docs", "deploy"][Math.floor(at / 5) % 5]}${at >= 25 ? `-${Math.floor(at / 25)}` : ""}.yml`;
    return { id: `${file}:job-${at}`, label: `job-${at}`, file, job: `job-${at}`, kind: "job", state: broken && at < 2 ? "reached" : at === jobs - 1 ? "allowed" : at % 17 === 16 ? "undecided" : "proved" };
  });
  const last = nodes.at(-1)?.id ?? "";
  const ids = nodes.map((node) => node.id);
  return {
    nodes: [...nodes,
      { id: "env", label: "production", file: null, job: null, kind: "environment", state: broken ? "reached" : "allowed" },
      { id: "oidc", label: "role/deployer", file: null, job: null, kind: "identity", state: broken ? "reached" : "allowed" }],
    edges: [
      ...ids.flatMap((from, at) => (at % 5 < 4 && ids[at + 1] !== undefined && at + 1 !== jobs - 1 ? [{ from, to: ids[at + 1] ?? "", kind: at < 2 ? "calls" : "needs" }] : [])),
      { from: last, to: "env", kind: "uses" }, { from: "env", to: "oidc", kind: "opens" },
      ...(broken ? [{ from: ids[1] ?? "", to: "env", kind: "uses" }] : []),
    ],
  };
}

/** Text that tries to leave its place in each of the renderings. */
export const hostileTexts: readonly string[] = [
  "\x1b[2J\x1b]0;owned\x07\x9b31m", "</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='alert(1)' autofocus='",
  "![x](https://evil.example/p.png) [click](javascript:alert(1))", "a|b|c\n| injected | row |", "```\n# heading\n```", "`code` ``more`` @octocat #1 www.evil.example",
  "a\\|b\\", "<!-- comment", "]]><svg onload=alert(1)>", "$\\href{javascript:alert(1)}{x}$", "\"] --> x; click n0 href \"https://evil.example\"", "\u202egnp.exe\u2066", "name\r\n::error::forged",
  "{0} {{1}} [link](1)", "</details></table>", "--> -->\n\n# top", "\ud800 lone", "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", "Z".repeat(5000),
];
