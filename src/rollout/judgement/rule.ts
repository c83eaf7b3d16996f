// What can be wrong with a rollout. docs/rollout.md has an anchor for each.
import { createHash } from "node:crypto";
import { previewNothing, type FindingDraft, type GapDraft, type Severity } from "../../finding/index.ts";

type RolloutRule = { readonly title: string; readonly severity: Severity; readonly controls: readonly string[]; readonly remediation: string };

const rules = {
  "rollout-image-not-imported": {
    title: "The attested image did not reach every node", severity: "high", controls: [],
    remediation: "See that docker reaches the cluster's node containers and that they have room, then run again.",
  },
  "rollout-manifest-refused": {
    title: "The deployment's manifest was not applied", severity: "high", controls: [],
    remediation: "Repeat it by hand to read the cluster's own words: kubectl apply --dry-run=server -k with the configured folder and context.",
  },
  "rollout-not-completed": {
    title: "The rollout did not complete", severity: "high", controls: [],
    remediation: "Read the logs and events of the pods that did not get ready, repair the cause and run again.",
  },
  "rollout-digest-differs": {
    title: "Another image than the attested one", severity: "critical", controls: ["6.5.1", "6.5.2", "6.5.4"],
    remediation: "Find out who or what changed the image: a webhook, another deployer or a person. Then run again.",
  },
  "rollout-pod-not-ready": {
    title: "A pod of the rollout is not ready", severity: "high", controls: [],
    remediation: "Read the pod's logs and events; readiness waits for the service's credentials, for one.",
  },
  "rollout-requests-failed": {
    title: "Requests failed while the rollout was made", severity: "high", controls: [],
    remediation: "Look at the kinds of failure and the second in which they came: refused and reset point to the drain of ending pods, errors to the new version.",
  },
  "rollout-not-returned": {
    title: "The failed rollout was not taken back", severity: "critical", controls: ["6.5.1"],
    remediation: "Look at the deployment at once: kubectl rollout status, then kubectl rollout undo.",
  },
} as const satisfies { readonly [id: string]: RolloutRule };

export type RolloutRuleId = keyof typeof rules;

/** Count and digest of the rules, for the report's tool. */
export const rolloutRuleSet = {
  count: Object.keys(rules).length,
  sha256: createHash("sha256").update(JSON.stringify(rules)).digest("hex"),
};

/** Where in the cluster: `object` as kind/name, `pointer` (RFC 6901) into it. */
export type Spot = { readonly object: string; readonly pointer: string };

/** `detail` is of our own words and of names that the cluster allows; never a message of the cluster. */
export function toFinding(id: RolloutRuleId, detail: string, { object, pointer }: Spot): FindingDraft {
  const { title, severity, controls, remediation } = rules[id];
  return {
    ruleId: id, title: `${title}: ${detail}`, severity, controls: [...controls], preview: previewNothing(id), decoded: [], remediation,
    location: { kind: "evidence", file: object, pointer },
  };
}

/** What cannot be known here keeps the verdict from being a pass. */
export function toGap(detail: string, { object, pointer }: Spot): GapDraft {
  return { reason: "unverifiable", detail, location: { kind: "evidence", file: object, pointer } };
}
