// Workflows with planted ways into an environment: what isolation-assert must find in every run before it may say that there are none.
import type { FindingDraft } from "../finding/index.ts";
import { holdWorkflows } from "../source/index.ts";
import { readTrust, type Settings, type TrustRule } from "../reader/workflow/index.ts";
import type { Planted } from "./prove.ts";

/** What the check is given: files, and the question about them. */
export type WorkflowCanary = {
  readonly files: ReturnType<typeof holdWorkflows>;
  readonly question: {
    readonly environment: string; readonly allowedJobs: readonly string[]; readonly repository: string; readonly trust: readonly TrustRule[];
    readonly settings: Settings; readonly branches: readonly [{ name: string; outcome: "reached"; why: string }]; readonly witnesses: readonly [Sight]; readonly run: string;
  };
};

/** What a job saw at run time, as isolation-witness records it. */
type Sight = {
  schema: "pci-pipeline/isolation-witness/v1"; part: "build"; job: string; run: string; identity: { endpoint: "absent" };
  canary: { name: string; state: "filled" }; login: null;
};

const ENVIRONMENT = "canary";
const steps = "    runs-on: ubuntu-24.04\n    steps: [{ run: make }]\n";
const job = (lines: string) => `  x:\n${lines.split("\n").map((line) => `    ${line}\n`).join("")}`;
const started = (body: string, head = "on: push\npermissions: {}\n") => `${head}jobs:\n${body}`;
const callee = (body: string) => `on:\n  workflow_call:\n    inputs: { target: { type: string, default: none } }\njobs:\n${body}`;

/** One file for each way; the rule that must speak, and the file in which it must. */
const PLANTS: readonly (readonly [name: string, rule: string, text: string, file?: string])[] = [
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
const SAID: readonly (readonly [name: string, rule: string, file: string])[] = [
  ["open to every branch", "environment-unprotected", "artifact.yml"], ["another branch", "other-branch-enters", "artifact.yml"], ["stored outside", "production-secret-outside", "artifact.yml"],
  ["seen at run time", "run-time-reach", "all-secrets.yml"],
];

const unasked = { known: false, why: "it is planted" } as const;
const settings: Settings = {
  protection: { known: true, value: { exists: true, reviewers: 0, preventsSelfReview: false, adminsBypass: unasked, custom: { known: true, value: 0 }, admission: { kind: "any" } } },
  subject: unasked, run: undefined, names: { environment: { known: true, value: new Set() }, outside: { known: true, value: new Set(["outside"]) } },
};
const sight: Sight = { schema: "pci-pipeline/isolation-witness/v1", part: "build", job: "x", run: "1/1", identity: { endpoint: "absent" }, canary: { name: "CANARY", state: "filled" }, login: null };

export function workflowCanary(): Planted<WorkflowCanary> {
  const fileOf = (name: string) => `${name.replaceAll(" ", "-")}.yml`;
  const files = Object.fromEntries([...PLANTS.map(([name, , text]) => [fileOf(name), text] as const), ...Object.entries(CALLEES)].map(([file, text]) => [`.github/workflows/${file}`, text]));
  const trust = readTrust("canary", JSON.stringify({ user_claim: "sub", bound_claims_type: "glob", bound_claims: { sub: "repo:canary/canary:*" } }));
  return {
    input: { files: holdWorkflows(files), question: { environment: ENVIRONMENT, allowedJobs: ["artifact.yml:deploy", "output-as-code.yml:deploy"], repository: "canary/canary", trust, settings, branches: [{ name: "other", outcome: "reached", why: "it is planted" }], witnesses: [sight], run: "1/1" } },
    plants: [
      ...PLANTS.map(([name, rule, , file]) => ({ name, isFoundBy: (finding: FindingDraft) => isIn(finding, { rule, root: fileOf(name), file: file ?? fileOf(name) }) })),
      ...SAID.map(([name, rule, file]) => ({ name, isFoundBy: (finding: FindingDraft) => isIn(finding, { rule, root: file, file }) })),
    ],
  };
}

function isIn({ ruleId, location }: FindingDraft, wanted: { rule: string; root: string; file: string }): boolean {
  if (ruleId !== wanted.rule || location.kind !== "workflow") return false;
  return location.file === `.github/workflows/${wanted.file}` && location.path[0]?.startsWith(`.github/workflows/${wanted.root}:`) === true;
}
