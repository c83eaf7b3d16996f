// What is to be deployed where, and the means to do it.
import type { Kubectl, Ports } from "./cluster/kubectl.ts";
import type { Target } from "./target.ts";

export type Order = {
  readonly target: Target;
  /** Folders, absolute. */
  readonly kustomization: string;
  readonly layout: string;
  /** sha256:<hex> of the attested manifest. */
  readonly digest: string;
  /** Asked while the rollout is under way: true takes it back. */
  readonly isBudgetSpent?: () => boolean;
};

export type Context = { readonly order: Order; readonly kubectl: Kubectl; readonly ports: Ports };
