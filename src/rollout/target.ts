// Where an image goes, as the user's config says it. Everything is named: no current context, no default namespace is assumed.
import * as z from "zod";
import { loadSchema } from "./load/plan.ts";

/** Names become arguments of kubectl, so they keep to what Kubernetes itself allows (RFC 1123 labels). */
const label = z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is lower-case letters, digits and dashes");

export const targetSchema = z.strictObject({
  context: z.string().regex(/^[A-Za-z0-9][\w.:/@-]*$/, "is the name of a kubectl context").describe("kubectl context; the current one is never assumed"),
  namespace: label,
  kustomization: z.string().min(1).describe("folder of the kustomization that holds the deployment; relative to this file"),
  deployment: label,
  container: label.describe("the container of the deployment that runs the image"),
  image: z.string().regex(/^[a-z0-9.-]+(:[0-9]+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+$/, "is a name with its registry's host, without tag and digest")
    .describe("name of the image in the cluster, with the registry's host, without tag and digest"),
  import: z.enum(["k3d", "none"]).default("none").describe("k3d: the image is put into every node first; none: nodes pull it by its digest from the registry that image names"),
  load: loadSchema.optional().describe("requests that are sent while the rollout is made, and counted; without it nothing is said about lost requests"),
  "timeout-seconds": z.int().min(5).max(3600).default(180).describe("how long the rollout may take before it is undone"),
}).refine((target) => target.import === "none" || target.context.startsWith("k3d-"), { path: ["import"], message: "k3d needs a context of k3d, named k3d-<cluster>" });

export type Target = z.infer<typeof targetSchema>;
