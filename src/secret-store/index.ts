// Side room, where live credentials rest: one port, three stores behind it, and an audit event for every access. Values come out as
// Fields, which show themselves nowhere.
export { openSecretStore, type Holder, type SecretStore, type Written } from "./secret-store.ts";
export { SecretStoreError, type StoreReason } from "./store-error.ts";
export { Fields } from "./fields.ts";
export { auditEventSchema, type AuditEvent } from "./audit-event.ts";
export { openFileBackend } from "./file/file-backend.ts";
export { openOpenbaoBackend, type Connect } from "./openbao/openbao-backend.ts";
export { logInToOpenbao } from "./openbao/login.ts";
export { openAwsBackend } from "./aws/aws-backend.ts";
export type { Backend, StoredSecret, VersionState } from "./backend.ts";
