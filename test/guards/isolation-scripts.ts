// Random scripts that check a download somewhere, run by a real bash in which every check fails: whatever it uses then must have been foreseen.
import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { expect } from "vitest";
import { readDeeds, type ShellTraits } from "../../src/detector/isolation/flow/script.ts";

const CHECK = "sha256sum --check sums";
const USE = "deploy app";
const parts = fc.constantFrom(CHECK, USE, "echo one", `echo "${CHECK}; ${USE}"`, "true", "false");
const chains = fc.array(fc.tuple(parts, fc.constantFrom(" && ", " || ", "; ", " | ")), { minLength: 1, maxLength: 3 }).chain((list) => parts.map((last) => list.map(([part, join]) => part + join).join("") + last));
const simple = fc.oneof(
  { weight: 4, arbitrary: parts }, { weight: 3, arbitrary: chains },
  { weight: 3, arbitrary: fc.constantFrom(`${CHECK} || exit 1`, `${CHECK} || { echo bad; exit 1; }`, `${CHECK} || true`, `! ${CHECK}`, `${CHECK} | tee log`, `${CHECK} &`, `( ${CHECK} )`, `{ ${CHECK}; }`, `x=$(${CHECK})`, `echo "$(${CHECK})"`, `${CHECK} \\\n  --strict`, `# ${CHECK}`, `echo it # ${CHECK}`, `cat <<END\n${CHECK}\nEND`, `check() { ${CHECK}; }`, `time ${CHECK}`, `A=b ${CHECK}`, `eval "${CHECK}"`, `exit 0`, `${CHECK} || exit 0`, `${CHECK} || exit 1 && ${USE}`) },
  { weight: 1, arbitrary: fc.constantFrom("set +e", "set -e", "set -o pipefail", "set +o errexit", "trap 'exit 0' EXIT", "trap '' ERR") },
);
const block = fc.tuple(fc.constantFrom(CHECK, `! ${CHECK}`, "true", "false"), simple, fc.option(simple), fc.constantFrom("exit 1", "echo done", "exit 0", USE), fc.constantFrom("if", "while"))
  .map(([test, body, other, end, kind]) => (kind === "if" ? `if ${test}; then\n${body}\n${end}\n${other === null ? "" : `else\n${other}\n`}fi` : `while ${test}; do\n${body}\n${end}\nbreak\ndone`));
const scripts = fc.array(fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: block }), { minLength: 1, maxLength: 5 }).map((list) => list.join("\n"));

const STUBS = "sha256sum() { return 1; }\ndeploy() { echo USED >&3; }\n";

/** What a bash of GitHub's does with it: `bash -e`, or with pipefail where it is named. */
function run(script: string, { exits, pipes }: ShellTraits): { used: boolean; ended: boolean } {
  const flags = [...(exits ? ["-e"] : []), ...(pipes ? ["-o", "pipefail"] : [])];
  const found = spawnSync("bash", ["--noprofile", "--norc", ...flags, "-c", STUBS + script], { encoding: "utf8", timeout: 5000, stdio: ["ignore", "ignore", "ignore", "pipe"] });
  return { used: (found.output[3] ?? "").includes("USED"), ended: found.status !== 0 };
}

/** As findUnverified reads the deeds, with a download before the script. */
function foresee(script: string, traits: ShellTraits): { used: boolean; open: boolean } {
  const deeds = readDeeds(script, traits);
  const verified = deeds.indexOf("verify");
  return { used: deeds.slice(0, verified < 0 ? undefined : verified).includes("use"), open: verified < 0 };
}

/** No use, and no successful end, after a check that failed, unless the reader saw the download as open there. */
export function checkScripts(runs: number): void {
  const count = { used: 0, verified: 0 };
  fc.assert(fc.property(scripts, fc.record({ exits: fc.boolean(), pipes: fc.boolean() }), (script, traits) => {
    const foreseen = foresee(script, traits);
    const seen = run(script, traits);
    if (seen.used) count.used++;
    if (!foreseen.open) count.verified++;
    expect({ used: seen.used && !foreseen.used && !foreseen.open, forgiven: !seen.ended && !foreseen.open }).toEqual({ used: false, forgiven: false });
  }), { numRuns: runs });
  expect(Math.min(count.used, count.verified)).toBeGreaterThan(runs / 50);
}
