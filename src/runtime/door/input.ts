// The kinds of inputs that actions and commands take. A raw value is a string or absent; a list has one item a line.
import * as z from "zod";

export type InputKind = "text" | "path" | "secret" | "boolean" | "integer" | "choice" | "lines";

export type Input<S extends z.ZodType = z.ZodType> = {
  readonly kind: InputKind;
  readonly description: string;
  /** Turns the raw string, or its absence, into the value that main gets. */
  readonly schema: S;
  readonly required: boolean;
  /** As a user would write it; empty where there is none. */
  readonly default: string;
  readonly choices?: readonly string[];
  /** The command takes it without a flag. */
  readonly positional?: boolean;
  /** Exists at one kind of door only. */
  readonly only?: "action" | "command";
  /** Optional on a terminal, required in a workflow. */
  readonly requiredAt?: "action";
};

type Extras = { positional?: boolean; only?: "action" | "command"; requiredAt?: "action" };
type Common = Extras & { description: string };

/** A required text; `required` inputs refuse the empty string, since a missing action input arrives as one. */
export function required(kind: "text" | "path" | "secret", input: Common): Input<z.ZodType<string>> {
  return { ...input, kind, schema: z.string("is required").min(1, "is required"), required: true, default: "" };
}

/** A text that may be absent; absent is undefined. */
export function optional(kind: "text" | "path" | "secret", input: Common): Input<z.ZodType<string | undefined>> {
  return { ...input, kind, schema: absentWhenEmpty(z.string()), required: false, default: "" };
}

export function textWithDefault(kind: "text" | "path", input: Common & { default: string }): Input<z.ZodType<string>> {
  const schema = z.string().optional().transform((raw) => (raw === undefined || raw === "" ? input.default : raw));
  return { ...input, kind, schema, required: false };
}

/** Exactly the six spellings that GitHub's own boolean inputs have (YAML 1.2 core schema); a bare flag is "true". */
export function flag(input: Common & { default?: boolean }): Input<z.ZodType<boolean>> {
  const fallback = input.default ?? false;
  const spelling = z.enum(["true", "True", "TRUE", "false", "False", "FALSE"], "is true or false");
  const schema = absentWhenEmpty(spelling).transform((raw) => (raw === undefined ? fallback : raw.toLowerCase() === "true"));
  return { ...input, kind: "boolean", schema, required: false, default: String(fallback) };
}

export function integer(input: Common & { default: number; min: number; max: number }): Input<z.ZodType<number>> {
  const range = `is a whole number from ${input.min} to ${input.max}`;
  const schema = absentWhenEmpty(z.string().regex(/^\d{1,15}$/, range)).transform((raw) => (raw === undefined ? input.default : Number(raw)))
    .refine((value) => value >= input.min && value <= input.max, range);
  return { ...input, kind: "integer", schema, required: false, default: String(input.default) };
}

export function choice<const C extends readonly [string, ...string[]]>(input: Common & { choices: C; default: C[number] }): Input<z.ZodType<C[number]>> {
  const schema = absentWhenEmpty(z.enum(input.choices, `is one of ${input.choices.join(", ")}`))
    .transform((raw) => raw ?? input.default);
  return { ...input, kind: "choice", schema, required: false };
}

/** One item a line in an action, one a flag in a command; blank lines fall away. */
export function lines(input: Common & { required?: boolean }): Input<z.ZodType<readonly string[]>> {
  const items = z.string().optional().transform((raw) => (raw ?? "").split("\n").map((line) => line.trim()).filter((line) => line !== ""));
  const schema = input.required ? items.refine((list) => list.length > 0, "is required") : items;
  return { ...input, kind: "lines", schema, required: input.required ?? false, default: "" };
}

function absentWhenEmpty<S extends z.ZodType>(schema: S) {
  return z.preprocess((raw) => (raw === "" ? undefined : raw), schema.optional());
}
