// Which steps restore a cache that any job of the branch could have written.
import { fromParts, toParts } from "../evaluate/convert.ts";
import { evaluateValue } from "../evaluate/matrix.ts";
import type { AbstractValue } from "../evaluate/value.ts";
import { actionOf, parameter, scriptOf, type Stage } from "./steps.ts";

/** Caches whenever they are used (sources: the actions' own action.yml). */
const ALWAYS = /^(?:actions\/cache(?:\/restore)?|swatinem\/rust-cache|buildjet\/cache|hendrikmuhs\/ccache-action|mozilla-actions\/sccache-action|coursier\/cache-action|awalsh128\/cache-apt-pkgs-action|determinatesystems\/magic-nix-cache-action)$/;

/** Inputs that switch a cache of GitHub's on; `otherwise` is what they do without it, `inverse` switches off. */
const SWITCHED: readonly { readonly action: RegExp; readonly input: string; readonly otherwise: boolean; readonly inverse?: true }[] = [
  { action: /^actions\/setup-go$/, input: "cache", otherwise: true },
  { action: /^astral-sh\/setup-uv$/, input: "enable-cache", otherwise: true },
  { action: /^ruby\/setup-ruby$/, input: "bundler-cache", otherwise: false },
  { action: /^gradle\/(?:actions\/setup-gradle|gradle-build-action)$/, input: "cache-disabled", otherwise: true, inverse: true },
  { action: /^jdx\/mise-action$/, input: "cache", otherwise: true },
  { action: /^golangci\/golangci-lint-action$/, input: "skip-cache", otherwise: true, inverse: true },
  { action: /^aquasecurity\/trivy-action$/, input: "cache", otherwise: true },
  { action: /^jetify-com\/devbox-install-action$/, input: "enable-cache", otherwise: false },
  { action: /^pnpm\/action-setup$/, input: "cache", otherwise: false },
  { action: /(?:^|\/)setup-[\w-]+$/, input: "cache", otherwise: false },
];

const BUILDS = /^docker\/(?:build-push-action|bake-action)$/;
const BUILD_CACHE = /--cache-from[= ]\S*type=gha\b|\*\.cache-from=\S*type=gha\b/;

/** Undefined where the action's version, the repository's files or a value that only the run knows decide. */
export function restoresCache(stage: Stage): boolean | undefined {
  const { step } = stage;
  const action = actionOf(step) ?? "";
  if (ALWAYS.test(action) || BUILD_CACHE.test(scriptOf(step))) return true;
  if (BUILDS.test(action)) return step.with.some(([key]) => /^(?:cache-from|set)$/i.test(key) && valuesOf(stage, key).some(namesGithubCache));
  const known = SWITCHED.find((candidate) => candidate.action.test(action));
  if (!known) return false;
  const given = parameter(step, known.input);
  if (given) return evaluateValue(given, stage.contexts).some((value) => (known.inverse ? !isOn(value) : !isOff(value)));
  if (action === "actions/setup-node" && !parameter(step, "package-manager-cache")) return undefined; // from version 5 on, where package.json names npm
  return known.otherwise;
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
  return value.kind === "literal" && value.when === undefined && /^true$/i.test(String(value.value));
}

function isOff(value: AbstractValue): boolean {
  return value.kind === "literal" && (value.value === null || value.value === "" || value.value === false || value.value === "false");
}
