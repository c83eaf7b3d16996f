// Writes a repository of 500 workflows and 5,000 jobs, as large as isolation-assert promises to judge in 5 seconds and 300 MB:
//   node bench/isolation.ts FOLDER && /usr/bin/time -v bin/pci-pipeline isolation-assert FOLDER --environment prod --allow-job deploy.yml:deploy
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WORKFLOWS = 500;
const JOBS = 10;
const CALLEES = 50;

/** What real repositories hold: matrices, calls with inputs, expressions, setup actions, secrets, long scripts. */
function toJob(workflow: number, at: number): string {
  const lines = [`  job-${at}:`];
  if (at % 10 === 9) {
    lines.push(`    uses: ./.github/workflows/callee-${workflow % CALLEES}.yml`, "    with:", `      target: ${workflow % 2 ? "staging" : "dev"}`, `      version: \${{ github.sha }}-${at}`, "    secrets: inherit");
    return lines.join("\n");
  }
  if (at > 0) lines.push(`    needs: job-${at - 1}`);
  if (at % 3 === 1) lines.push(`    if: github.event_name != 'schedule' && (github.ref == 'refs/heads/main' || inputs.deploy)`);
  if (at % 4 === 2) lines.push("    strategy:", "      matrix:", "        node: [20, 22, 24]", "        target: [dev, staging]", "        include:", "          - node: 24", "            extra: true");
  if (at % 4 === 2) lines.push("    environment: ${{ matrix.target }}");
  lines.push("    runs-on: ubuntu-24.04", "    steps:", "      - uses: actions/checkout@v5", "      - uses: actions/setup-node@v5", "        with:", `          node-version: ${at % 4 === 2 ? "${{ matrix.node }}" : "24"}`);
  for (let step = 0; step < 4; step += 1) {
    lines.push(`      - name: Step ${step} of job ${at} in workflow ${workflow}`, "        env:", `          TOKEN: \${{ secrets.TOKEN_${workflow % 20} }}`, `          TITLE: \${{ github.event.head_commit.message }}`, "        run: |");
    for (let line = 0; line < 5; line += 1) lines.push(`          npm run task-${step}-${line} -- --workflow ${workflow} --shard ${at}`);
  }
  return lines.join("\n");
}

function toWorkflow(at: number): string {
  const head = ["on:", "  push:", "    branches: [main]", "  pull_request:", "  workflow_dispatch:", "    inputs:", "      deploy: { type: boolean, default: false }", "      target: { type: choice, options: [dev, staging, test] }", "permissions:", "  contents: read", "jobs:"];
  return `name: workflow ${at}\n${head.join("\n")}\n${Array.from({ length: JOBS }, (_, job) => toJob(at, job)).join("\n")}\n`;
}

function toCallee(at: number): string {
  const inputs = "on:\n  workflow_call:\n    inputs:\n      target: { type: string, required: true }\n      version: { type: string }\npermissions: {}\n";
  return `${inputs}jobs:\n  run:\n    environment: \${{ inputs.target }}\n    runs-on: ubuntu-24.04\n    steps:\n      - run: ./deploy ${at}\n        env: { VERSION: "\${{ inputs.version }}", KEY: "\${{ secrets.DEPLOY_${at} }}" }\n`;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder to write to");
const workflows = join(folder, ".github/workflows");
mkdirSync(workflows, { recursive: true });
for (let at = 0; at < WORKFLOWS - CALLEES - 1; at += 1) writeFileSync(join(workflows, `workflow-${at}.yml`), toWorkflow(at));
// 449 of them call; the callees and the deploy bring the jobs to about 5,000 at 500 files.
for (let at = 0; at < CALLEES; at += 1) writeFileSync(join(workflows, `callee-${at}.yml`), toCallee(at) + Array.from({ length: 9 }, (_, job) => `${toJob(at, job)}\n`).join(""));
writeFileSync(join(workflows, "deploy.yml"), "on: { push: { branches: [main] } }\npermissions: {}\njobs:\n  deploy:\n    environment: prod\n    runs-on: ubuntu-24.04\n    steps: [{ run: ./deploy }]\n");
