// GitHub's own description as validators: what a call may send, what an answer holds, and smallest answers to start from.
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import formats from "ajv-formats";
import { committed } from "./extract.ts";
import type { Operation } from "./operations.ts";

export type Schema = {
  readonly $ref?: string; readonly type?: string; readonly format?: string; readonly enum?: readonly unknown[]; readonly nullable?: boolean;
  readonly properties?: { readonly [name: string]: Schema }; readonly required?: readonly string[]; readonly items?: Schema; readonly minItems?: number;
  readonly allOf?: readonly Schema[]; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly additionalProperties?: boolean | Schema;
};
export type Parameter = { readonly name: string; readonly in: "path" | "query" | "header"; readonly required?: boolean; readonly schema: Schema };
type Content = { readonly [type: string]: { readonly schema?: Schema } };
type Described = {
  readonly parameters: readonly (Parameter | { $ref: string })[];
  readonly requestBody: { readonly content: Content; readonly required?: boolean } | null;
  readonly responses: { readonly [status: string]: { readonly content?: Content } | { $ref: string } };
};
type Description = { readonly operations: { readonly [route: string]: Described }; readonly components: { readonly schemas: { readonly [name: string]: Schema } } };

const description = JSON.parse(readFileSync(committed, "utf8"), (_key, value: unknown) => withNull(value)) as Description;
const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
(formats as unknown as (ajv: Ajv) => void)(ajv);
ajv.addSchema(description, "github");

/** OpenAPI 3.0 writes null as a flag, beside references and enumerations too; JSON Schema as a type. */
function withNull(value: unknown): unknown {
  if (value === null || typeof value !== "object" || (value as Schema).nullable !== true) return value;
  const { nullable: _, ...schema } = value as Schema;
  return { anyOf: [{ type: "null" }, schema] };
}

const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value, or undefined. Validators are made when first asked for. */
function explain(pointer: readonly string[], value: unknown): string | undefined {
  const path = pointer.map((part) => encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))).join("/");
  let validate = compiled.get(path);
  if (!validate) compiled.set(path, (validate = ajv.compile({ $ref: `github#/${path}` })));
  return validate(value) ? undefined : ajv.errorsText(validate.errors);
}

const follow = <T extends object>(item: T | { $ref: string }): T =>
  "$ref" in item ? (item.$ref.slice(2).split("/").reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], description) as T) : item;

const described = (route: Operation) => {
  const operation = description.operations[route];
  if (!operation) throw new Error(`${route} is not in the committed description; add it to operations.ts and run extract.ts`);
  return operation;
};

const schemaOf = (schema: Schema): Schema => (schema.$ref === undefined ? schema : schemaOf(follow<Schema>(schema as { $ref: string })));

/** What GitHub's description has against this call: unknown or missing parameters, a body of another shape. */
export function explainRequest(route: Operation, sent: { path: Readonly<Record<string, string>>; query: URLSearchParams; body: unknown }): string[] {
  const { requestBody } = described(route);
  const parameters = described(route).parameters.map((parameter) => follow<Parameter>(parameter));
  const problems: string[] = [];
  for (const name of sent.query.keys()) if (!parameters.some((one) => one.in === "query" && one.name === name)) problems.push(`unknown query parameter ${name}`);
  for (const parameter of parameters) {
    const raw = parameter.in === "path" ? sent.path[parameter.name] : parameter.in === "query" ? sent.query.get(parameter.name) : null;
    if (raw === null || raw === undefined) {
      if (parameter.required) problems.push(`${parameter.in} parameter ${parameter.name} is missing`);
    } else if (/^(integer|number)$/.test(schemaOf(parameter.schema).type ?? "") && !/^-?\d+$/.test(raw)) problems.push(`${parameter.name} is not a number`);
    else if (schemaOf(parameter.schema).enum?.includes(raw) === false) problems.push(`${parameter.name} is not one of the documented values`);
  }
  const schema = requestBody?.content["application/json"]?.schema;
  if (sent.body === undefined) return requestBody?.required ? [...problems, "the body is missing"] : problems;
  if (schema === undefined) return [...problems, "a body where none is documented"];
  const wrong = explain(["operations", route, "requestBody", "content", "application/json", "schema"], sent.body);
  const known = Object.keys(schemaOf(schema).properties ?? {});
  const unknown = known.length === 0 ? [] : Object.keys(sent.body as object).filter((name) => !known.includes(name)).map((name) => `unknown body member ${name}`);
  return [...problems, ...unknown, ...(wrong === undefined ? [] : [`body: ${wrong}`])];
}

/** Faults that any call can meet, documented for it or not; their body is GitHub's ordinary error. */
const FAULTS = new Set([401, 403, 404, 409, 422, 429, 500, 502, 503, 504]);

export function explainResponse(route: Operation, status: number, body: unknown): string[] {
  const answer = described(route).responses[String(status)];
  if (answer === undefined) {
    if (!FAULTS.has(status)) return [`status ${status} is not documented`];
    const wrong = typeof body === "object" ? explain(["components", "schemas", "basic-error"], body) : undefined;
    return wrong === undefined ? [] : [`body: ${wrong}`];
  }
  if (body === undefined || typeof body === "string" || FAULTS.has(status)) return [];
  if (follow<{ content?: Content }>(answer).content?.["application/json"]?.schema === undefined) return ["a JSON body where none is documented"];
  const base = "$ref" in answer ? answer.$ref.slice(2).split("/") : ["operations", route, "responses", String(status)];
  const wrong = explain([...base, "content", "application/json", "schema"], body);
  return wrong === undefined ? [] : [`body: ${wrong}`];
}

/** The smallest value that GitHub's schema of this name allows (`job`, `check-run`, `issue-comment`), with what the test is about. */
export function sample(name: string, values: object = {}): Record<string, unknown> {
  const schema = description.components.schemas[name];
  if (!schema) throw new Error(`GitHub's description has no schema ${name}`);
  return { ...(smallest(schema) as object), ...values };
}

const TEXTS: { readonly [format: string]: string } = { "date-time": "2026-11-22T00:00:00Z", uri: "https://github.test/x", date: "2026-11-22" };

function smallest(given: Schema): unknown {
  const schema = schemaOf(given);
  if (schema.enum) return schema.enum[0];
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => smallest(one) as object));
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice && !schema.properties) return choice[0]!.type === "null" ? null : smallest(choice[0]!);
  if (schema.properties || schema.type === "object") {
    return Object.fromEntries((schema.required ?? []).map((name) => [name, smallest(schema.properties?.[name] ?? {})]));
  }
  if (schema.type === "array") return Array.from({ length: schema.minItems ?? 0 }, () => smallest(schema.items ?? {}));
  if (schema.type === "integer" || schema.type === "number") return 1;
  if (schema.type === "boolean") return false;
  return TEXTS[schema.format ?? ""] ?? "x";
}
