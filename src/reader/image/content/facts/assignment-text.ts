// Names and the values that a program gives them, as the lines of a settings file: what compilers take apart, rules can read again.
import { toMember, type Context, type Site } from "../context.ts";

/** Assignments of one file that are put out; a generated table of words has more and is read as it stands. */
const MOST = 50_000;
const MOST_VALUE = 1 << 14;

export type Assignment = { readonly name: string; readonly value: string };

/** Puts out the content as it is, and the assignments as lines of a member of their own. */
export async function readAssignments(context: Context, site: Site, { bytes, assignments }: { bytes: Buffer; assignments: readonly Assignment[] }): Promise<void> {
  const { outlet } = context;
  outlet.content(site.place, bytes);
  const lines = assignments.slice(0, MOST).filter(({ value }) => value.length <= MOST_VALUE).map(({ name, value }) => `${name} = ${JSON.stringify(value)}\n`);
  if (lines.length > 0) outlet.content(toMember(site, "(constants)").place, Buffer.from(lines.join("")));
  if (outlet.full) await outlet.drained();
}

/** Collects assignments whose value could be one worth finding: short words are none. */
export class Assignments {
  readonly found: Assignment[] = [];

  add(name: unknown, value: unknown): void {
    if (typeof name === "string" && typeof value === "string" && name !== "" && value.length >= 6 && this.found.length < MOST) this.found.push({ name, value });
  }
}
