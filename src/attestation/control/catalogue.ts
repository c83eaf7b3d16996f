// The PCI DSS v4.0.1 catalogue: testing procedures that we have read, in the standard's order.
import { createHash } from "node:crypto";
import { toCanonicalBytes } from "../statement/statement.ts";
import { accountData } from "./account-data.ts";
import { accountSecrets } from "./account-secret.ts";
import { changeControl } from "./change-control.ts";
import { monitoring } from "./monitoring.ts";
import type { Procedure } from "./procedure.ts";

export const catalogue: readonly Procedure[] = [...accountData, ...accountSecrets, ...changeControl, ...monitoring]
  .sort((a, b) => a.id.localeCompare(b.id, "en", { numeric: true }));

/** Names the exact catalogue that a statement's controls were derived with. */
export const catalogueDigest: string = createHash("sha256").update(toCanonicalBytes(catalogue)).digest("hex");

/**
 * Requirements that our findings may name but whose testing procedures we have not read. No status is stated for them until they are.
 */
export const withheld: readonly { readonly requirement: string; readonly about: string }[] = [
  { requirement: "6.3.3", about: "known vulnerabilities are patched in time" },
  { requirement: "7.2.5", about: "application and system accounts have the least privilege" },
  { requirement: "10.2.2", about: "audit log entries hold the required fields" },
  { requirement: "11.3.1", about: "internal vulnerability scans take place" },
  { requirement: "12.3.1", about: "targeted risk analyses are kept up to date" },
];
