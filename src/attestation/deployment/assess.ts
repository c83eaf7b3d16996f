// What a deployment says about the testing procedures that hang on one. Derived by the signer, and again by the verifier.
import { catalogue } from "../control/catalogue.ts";
import type { ControlResult, ControlStatus } from "../statement/predicate.ts";
import type { DeploymentPredicate } from "./predicate.ts";

/** What a completed rollout of the attested image shows; what keeps it from being more is in the procedure's own `remains`. */
const shows: { readonly [procedure: string]: string } = {
  "6.5.1.b": "The running image is the one that the named compliance statement is about; when the change took place, with which way back, is recorded. Its reason and approval are not.",
  "6.5.2": "The checks were made on exactly the image that runs now. Whether the change was significant is not known here.",
  "6.5.4.b": "Only an image that had passed the gate was deployed. That somebody else than its author approved it is not shown.",
};

export type DeploymentFacts = Pick<DeploymentPredicate, "rollout" | "verdict" | "openFindings">;

/** One result per procedure of the catalogue that a deployment can say something about, in its order. */
export function assessDeployment(facts: DeploymentFacts): ControlResult[] {
  return catalogue.filter(({ evidence }) => evidence.from === "deployment").map(({ id, requirement, remains }) => {
    const { status, reason } = judgeProcedure({ id, requirement }, facts);
    return { id, requirement, status, reason, evidence: status === "not-covered" ? [] : ["deployment"], remains };
  });
}

type Procedure = { readonly id: string; readonly requirement: string };

function judgeProcedure({ id, requirement }: Procedure, { rollout, verdict, openFindings }: DeploymentFacts): { status: ControlStatus; reason: string } {
  const against = openFindings.filter(({ requirements }) => requirements.includes(requirement));
  if (against.length > 0) return { status: "evidence-contradicts", reason: `Open findings speak against ${requirement}: ${against.map(({ ruleId }) => ruleId).join(", ")}.` };
  const shown = shows[id];
  if (shown === undefined) return { status: "not-covered", reason: "This deployment shows nothing about it." };
  if (rollout.outcome !== "completed" || verdict !== "pass") return { status: "not-covered", reason: "No deployment was completed and seen to run the attested image." };
  return { status: "partial", reason: shown };
}
