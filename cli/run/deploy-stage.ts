// Deployment comes after the gate. Without a cluster it is stated as not run, with how to get one.
import type { Stage } from "./stage.ts";

/** Makes the run inconclusive only where the config says that a deployment is required. */
export const deployStage: Stage = {
  name: "deploy",
  run: async (run, world) => {
    const note = "no cluster is configured; controls that need a deployment are stated as not covered";
    world.progress(note);
    return { verdict: run.config.deploy.required ? "inconclusive" : "not-run", note };
  },
};
