// Where a rotation finds the instances, the store and the processors of one environment: a file in the repository, without a value in it.
import * as z from "zod";

const label = z.string().regex(/^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, "is lower-case letters, digits and dashes");
const port = z.int().min(1).max(65_535);

export const rotationConfigSchema = z.strictObject({
  schema: z.literal("pci-pipeline/rotation-config/v1"),
  context: z.string().regex(/^[A-Za-z0-9][\w.:/@-]*$/, "is the name of a kubectl context").describe("kubectl context; the current one is never assumed"),
  namespace: label.describe("where the instances run"),
  selector: z.string().regex(/^[A-Za-z0-9./_-]+=[A-Za-z0-9._-]+$/, "is a label as key=value").describe("label of the instances"),
  "internal-port": port.describe("the instances' port for health and credentials"),
  authority: z.strictObject({ configmap: label, key: z.string().min(1) }).describe("ConfigMap of that namespace with the certificate authority of store and processors"),
  store: z.strictObject({
    namespace: label, target: z.string().regex(/^(service|pod)\/[a-z0-9.-]+$/, "is service/<name> or pod/<name>"), port,
    "auth-path": label, role: label, "service-account": label.describe("in the instances' namespace; its token is asked for, and lives ten minutes"), audience: label,
    mount: label, path: label.describe("below it lie the credentials, by their processors' names"),
  }),
  processors: z.strictObject({ namespace: label, port, portal: z.string().regex(/^service\/[a-z0-9.-]+$/, "is service/<name>"), "portal-port": port, account: label }),
  "acknowledge-seconds": z.int().min(1).max(3600).default(90).describe("how long the instances have to take a new version into use"),
  "quiet-seconds": z.int().min(0).max(86_400).default(5).describe("the old credential is revoked only after nobody has used it for so long"),
  "lease-seconds": z.int().min(10).max(86_400).default(600).describe("a rotation that stands still for so long is taken for dead, and settled by the next one"),
});
export type RotationConfig = z.infer<typeof rotationConfigSchema>;
