// A fact of GitHub's, or the reason why it is not known.
import * as z from "zod";
import type { Answer } from "../../../source/index.ts";

/** `why` is a clause without values, such as "GitHub answered 403 to …". */
export type Known<T> = { readonly known: true; readonly value: T } | { readonly known: false; readonly why: string };

export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

export function unknown(why: string): Extract<Known<never>, { known: false }> {
  return { known: false, why };
}

/** An answer in a shape that the REST description doesn't have is no fact. */
export function read<T>(answer: Answer, schema: z.ZodType<T>): Known<T> {
  if (answer.kind === "failure") return unknown(answer.detail);
  const parsed = schema.safeParse(answer.body);
  return parsed.success ? known(parsed.data) : unknown("GitHub's answer has a form that is not known");
}
