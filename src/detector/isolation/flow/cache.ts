// Which steps restore a cache that any job of the branch could have written.
import { fromParts, toParts } from "../evaluate/convert.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import type { AbstractValue } from "../evaluate/value.ts";
import { actionOf, parameter, scriptOf, type Stage } from "./steps.ts";

/** Caches whenever they are used (sources: the actions' own action.yml, read in November 2026). */
const ALWAYS = /^(?:[\w.-]+\/(?:[\w-]+-)?cache(?:-action)?(?:\/restore)?|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|awalsh128\/cache-apt-pkgs-action|taiki-e\/cache-cargo-install-action|baptiste0928\/cargo-install|pre-commit\/action|bahmutov\/npm-install|rharkor\/caching-for-turbo)$/;

/** Inputs that switch a cache of GitHub's on; `otherwise` is what the action does without them (undefined: it hangs on the repository), `inverse` ones switch off. */
type Switch = { readonly action: RegExp; readonly inputs: readonly string[]; readonly otherwise: boolean | undefined; readonly inverse?: true };
const SWITCHED: readonly Switch[] = [
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
export function restoresCache(stage: Stage): boolean | undefined {
  const { step } = stage;
  const action = actionOf(step) ?? "";
  if (ALWAYS.test(action) || BUILD_CACHE.test(scriptOf(step))) return true;
  if (BUILDS.test(action)) return step.with.some(([key]) => /^(?:cache-from|set)$/i.test(key) && valuesOf(stage, key).some(namesGithubCache));
  // It fetches a binary of its own only where a version is asked for, and keeps that in the cache unless told not to.
  if (action === "docker/setup-buildx-action") return parameter(step, "version") !== undefined && !(parameter(step, "cache-binary") && valuesOf(stage, "cache-binary").every(isOff));
  const known = SWITCHED.find((candidate) => candidate.action.test(action));
  if (!known || isRestoreOff(stage)) return false;
  const given = known.inputs.filter((name) => parameter(step, name) !== undefined);
  const on = given.some((name) => valuesOf(stage, name).some((value) => (known.inverse ? !isOn(value) : !isOff(value))));
  if (on) return true;
  if (given.length > 0) return false;
  // From version 5 on it restores one where package.json names npm.
  if (action === "actions/setup-node") return parameter(step, "package-manager-cache") || /@v[1-4](?:\.|$)/.test(step.uses ?? "") ? false : undefined;
  return known.otherwise;
}

/** astral-sh/setup-uv can save without restoring. */
function isRestoreOff(stage: Stage): boolean {
  return parameter(stage.step, "restore-cache") !== undefined && valuesOf(stage, "restore-cache").every(isOff);
}

function valuesOf({ step, contexts }: Stage, name: string): readonly AbstractValue[] {
  const value = parameter(step, name);
  return value ? evaluateValue(value, contexts) : [];
}

function namesGithubCache(value: AbstractValue): boolean {
  if (value.kind === "unknown" || value.kind === "list" || value.kind === "object") return true;
  const text = fromParts(toParts(value));
  return text.kind !== "literal" || /\btype=gha\b/.test(String(text.value ?? ""));
}

function isOn(value: AbstractValue): boolean {
  return value.kind === "literal" && value.when === undefined && /^(?:true|yes|1)$/i.test(String(value.value));
}

function isOff(value: AbstractValue): boolean {
  return value.kind === "literal" && (value.value === null || value.value === "" || value.value === false || value.value === "false");
}
