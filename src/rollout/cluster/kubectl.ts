// kubectl, always with the context that the user named. Its own error texts go no further: they may quote manifests, which may
// hold what must not be shown, and what its credential plugins say. What is handed on is one of a closed list of explanations.
import type { RunCommand } from "../../command/index.ts";

export type Ports = {
  readonly run: RunCommand;
  now(): Date;
  /** One line for the stage's log. */
  log(line: string): void;
  /** Ends early, rejecting, when the signal is aborted. */
  wait(milliseconds: number): Promise<void>;
  readonly signal: AbortSignal;
};

export type Answer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: string };
type AskOptions = { readonly seconds?: number; readonly log?: boolean; readonly signal?: AbortSignal };
export type Kubectl = { ask(args: readonly string[], options?: AskOptions): Promise<Answer> };

const REQUEST_SECONDS = 30;

/** Rejects once one of the signals is aborted. `log` in the options hands kubectl's standard output, object names and progress, to the log. */
export function openKubectl(context: string, ports: Ports): Kubectl {
  return {
    ask: async (args, { seconds = REQUEST_SECONDS, log = false, signal } = {}) => {
      const both = signal === undefined ? ports.signal : AbortSignal.any([ports.signal, signal]);
      const result = await ports.run("kubectl", [`--context=${context}`, ...args], { timeoutMs: seconds * 1000, signal: both, ...(log && { log: ports.log }) });
      switch (result.kind) {
        case "absent":
          return { ok: false, why: "kubectl is not on the PATH; install it as kubernetes.io/docs/tasks/tools says" };
        case "timed-out":
          return { ok: false, why: `kubectl gave no answer within ${seconds} seconds` };
        case "ended":
          return result.code === 0 ? { ok: true, text: result.stdout } : { ok: false, why: explainKubectl(result.stderr, { context, code: result.code }) };
        default:
          return result satisfies never;
      }
    },
  };
}

const explanations: readonly (readonly [RegExp, string])[] = [
  [/context .*does not exist|no context exists/i, "the kubeconfig has no such context"],
  [/connection refused|was refused|no such host|i\/o timeout|no route to host|network is unreachable|EOF|TLS handshake/i, "the cluster does not answer"],
  [/unauthorized|must be logged in|getting credentials/i, "the cluster does not accept the identity of the kubeconfig"],
  [/violates PodSecurity|denied the request|ValidatingAdmissionPolicy/i, "admission of the cluster refused it"],
  [/forbidden/i, "the identity of the kubeconfig may not do this"],
  [/namespaces? .*not found/i, "the namespace does not exist"],
  [/exceeded its progress deadline/i, "the deployment exceeded its progress deadline"],
  [/timed out/i, "the time ran out"],
  [/kustomiz|accumulating resources/i, "the kustomization cannot be rendered"],
  [/is invalid|error validating|unknown field|cannot unmarshal|no matches for kind|converting YAML/i, "the manifest is not valid for this cluster"],
  [/not ?found/i, "something that it names does not exist"],
];

/** One sentence without a word of `stderr` itself. */
export function explainKubectl(stderr: string, { context, code }: { context: string; code: number }): string {
  const found = explanations.find(([pattern]) => pattern.test(stderr));
  return `${found?.[1] ?? `kubectl ended with code ${code}`} (context ${context})`;
}
