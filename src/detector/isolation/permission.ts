// Effective permissions of a job's token, by GitHub's ceiling algorithm: a called workflow keeps to what its caller states, or nothing starts.
import type { PermissionLevel, Permissions } from "../../reader/workflow/index.ts";

const RANK: Readonly<Record<PermissionLevel, number>> = { none: 0, read: 1, write: 2 };

/** Level of one scope, such as "id-token". */
export function levelOf(permissions: Permissions, scope: string): PermissionLevel {
  return (Object.hasOwn(permissions.scopes, scope) ? permissions.scopes[scope] : undefined) ?? permissions.others;
}

/** Null where nobody from the root down states any: the repository's settings decide then. */
export function effectivePermissions(stated: { job: Permissions | null; workflow: Permissions | null; ceiling: Permissions | null }): Permissions | null {
  return stated.job ?? stated.workflow ?? stated.ceiling;
}

/** Scopes of which `requested` has more than `ceiling`. */
export function findExcess(requested: Permissions | null, ceiling: Permissions | null): string[] {
  if (!requested || !ceiling) return [];
  const scopes = new Set([...Object.keys(requested.scopes), ...Object.keys(ceiling.scopes)]);
  const excess = [...scopes].filter((scope) => RANK[levelOf(requested, scope)] > RANK[levelOf(ceiling, scope)]);
  return RANK[requested.others] > RANK[ceiling.others] ? [...excess, "all other scopes"] : excess;
}
