// What may stand where in a workflow file, as data (source: GitHub's "Workflow syntax" reference and the published workflow schema, 2026).

/**
 * `expression`: the whole value may be one ${{ }}.
 * A mapping names its keys, `rest` is the shape of all others; a key with "!" at its end must be there.
 */
export type Shape =
  | { readonly kind: "any" }
  | { readonly kind: "empty" }
  | { readonly kind: "text"; readonly filled?: boolean; readonly oneOf?: readonly string[]; readonly expression: boolean }
  | { readonly kind: "boolean"; readonly expression: boolean }
  | { readonly kind: "number"; readonly expression: boolean }
  | { readonly kind: "list"; readonly of: Shape; readonly expression: boolean }
  | { readonly kind: "mapping"; readonly keys: Readonly<Record<string, Shape>>; readonly rest?: Shape; readonly expression: boolean }
  | { readonly kind: "either"; readonly shapes: readonly Shape[] };

const any: Shape = { kind: "any" };
const empty: Shape = { kind: "empty" };
const text: Shape = { kind: "text", expression: true };
const plain: Shape = { kind: "text", expression: false };
const filled: Shape = { kind: "text", filled: true, expression: true };
const word: Shape = { kind: "text", filled: true, expression: false };
const truth: Shape = { kind: "boolean", expression: true };
const fixedTruth: Shape = { kind: "boolean", expression: false };
const number: Shape = { kind: "number", expression: true };
const oneOf = (...values: string[]): Shape => ({ kind: "text", oneOf: values, expression: false });
const list = (of: Shape, expression = false): Shape => ({ kind: "list", of, expression });
const mapping = (keys: Readonly<Record<string, Shape>>, rest?: Shape): Shape => ({ kind: "mapping", keys, expression: false, ...(rest && { rest }) });
const computable = (keys: Readonly<Record<string, Shape>>, rest?: Shape): Shape => ({ kind: "mapping", keys, expression: true, ...(rest && { rest }) });
const either = (...shapes: Shape[]): Shape => ({ kind: "either", shapes });
const scalar = either(text, truth, number);
const words = either(word, list(word));

const level = oneOf("read", "write", "none");
export const permissionScopes = [
  "actions", "artifact-metadata", "attestations", "checks", "code-quality", "contents", "copilot-requests", "deployments", "discussions", "drives",
  "id-token", "issues", "models", "packages", "pages", "pull-requests", "repository-projects", "security-events", "statuses", "vulnerability-alerts", "workflows",
] as const;
const narrow: Readonly<Record<string, Shape>> = {
  "id-token": oneOf("write", "none"), "copilot-requests": oneOf("write", "none"),
  models: oneOf("read", "none"), "vulnerability-alerts": oneOf("read", "none"),
};
const permissions = either(oneOf("read-all", "write-all"), mapping(Object.fromEntries(permissionScopes.map((scope) => [scope, narrow[scope] ?? level]))));

/** Activity types and filters: GitHub takes any key there, and none of them lets a workflow run where it otherwise would not. */
const filtered = either(empty, mapping({}, any));
const callInputs = mapping({}, mapping({ description: plain, "type!": oneOf("string", "boolean", "number"), required: fixedTruth, default: scalar, deprecationMessage: plain }));
const dispatchInputs = mapping({}, either(empty, mapping({
  description: plain, type: oneOf("string", "boolean", "number", "choice", "environment"), required: fixedTruth, default: scalar, options: list(plain), deprecationMessage: plain,
})));
const callable = either(empty, mapping({
  inputs: either(empty, callInputs),
  secrets: either(empty, mapping({}, either(empty, mapping({ description: plain, required: fixedTruth })))),
  outputs: either(empty, mapping({}, mapping({ description: plain, "value!": text }))),
}));

const plainEvents = [
  "branch_protection_rule", "check_run", "check_suite", "create", "delete", "deployment", "deployment_status", "discussion", "discussion_comment", "fork", "gollum",
  "image_version", "issue_comment", "issues", "label", "milestone", "page_build", "project", "project_card", "project_column", "public", "pull_request_comment",
  "pull_request_review", "pull_request_review_comment", "registry_package", "release", "repository_dispatch", "status", "watch",
];
const events: Readonly<Record<string, Shape>> = {
  ...Object.fromEntries(plainEvents.map((event) => [event, filtered])),
  merge_group: filtered, pull_request: filtered, pull_request_target: filtered, push: filtered,
  schedule: list(mapping({ "cron!": word, timezone: word })),
  workflow_call: callable,
  workflow_dispatch: either(empty, mapping({ inputs: either(empty, dispatchInputs) })),
  workflow_run: either(empty, mapping({ workflows: words }, any)),
};
const event = oneOf(...Object.keys(events));

const env = either(empty, computable({}, scalar));
const concurrency = either(text, mapping({ "group!": filled, "cancel-in-progress": truth, queue: oneOf("single", "max") }));
const defaults = mapping({ run: mapping({ shell: filled, "working-directory": filled }) });
const credentials = mapping({ username: filled, password: filled });
const containerKeys = { image: filled, options: text, env, ports: list(either(filled, number)), volumes: list(filled), credentials };
const container = either(text, computable(containerKeys));
const services = computable({}, either(filled, computable({ ...containerKeys, entrypoint: text, command: text })));
const matrixRow = computable({}, any);
const matrix = computable({ include: list(matrixRow, true), exclude: list(matrixRow, true) }, list(any, true));
const strategy = computable({ "fail-fast": truth, "max-parallel": number, matrix });
const runsOn = either(filled, list(filled, true), mapping({ group: filled, labels: either(filled, list(filled, true)) }));

const stepBase = { name: text, id: word, "continue-on-error": truth };
const run = { ...stepBase, if: scalar, "timeout-minutes": number, "run!": text, env, "working-directory": text, shell: filled, background: fixedTruth };
const use = { ...stepBase, if: scalar, "timeout-minutes": number, "uses!": word, with: either(empty, computable({}, scalar)), env, background: fixedTruth };
const step: Shape = either(
  mapping(run), mapping(use),
  mapping({ ...stepBase, "wait!": words }), mapping({ ...stepBase, "wait-all!": either(empty, fixedTruth) }), mapping({ ...stepBase, "cancel!": word }),
  mapping({ ...stepBase, if: scalar, "parallel!": list(either(mapping(run), mapping(use))) }),
);

const jobBase = { name: text, needs: words, if: scalar, permissions, concurrency, strategy };
const job: Shape = either(
  mapping({
    ...jobBase, "runs-on!": runsOn, "timeout-minutes": number, "cancel-timeout-minutes": number, "continue-on-error": truth, container, services, env,
    environment: either(text, computable({ "name!": text, url: text, deployment: truth })),
    outputs: mapping({}, scalar), defaults, steps: list(step), snapshot: either(filled, mapping({ "image-name!": filled, if: scalar, version: either(filled, number) })),
  }),
  mapping({
    ...jobBase, "uses!": word, with: either(empty, computable({}, scalar)), secrets: either(oneOf("inherit"), empty, mapping({}, scalar)),
  }),
);

/** A workflow file. */
export const workflowShape: Shape = mapping({
  "on!": either(event, list(event), mapping(events)),
  name: plain, description: plain, "run-name": text, defaults, env, permissions, concurrency,
  "jobs!": mapping({}, job),
});

/** The part of an action's own file that isolation depends on; its other keys are free. */
export const actionShape: Shape = mapping({ "runs!": mapping({ "using!": word, steps: list(step) }, any) }, any);
