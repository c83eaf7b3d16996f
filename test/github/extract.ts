// GitHub's published OpenAPI description has 385 MB unpacked: the schemas of our calls are taken out once and committed.
// The package is fetched by npm into the user's cache, and test/slow/github-description.test.ts shows that nothing drifted.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../tools/cluster/state.ts";
import { operations } from "./operations.ts";

const PACKAGE = "@octokit/openapi@23.0.2";
export const committed = join(import.meta.dirname, "description.generated.json");

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Group = { [key: string]: Json };

/** The schemas of our operations as text; fetches the package where the cache has none. Throws where an operation is not described. */
export function extractDescription(): string {
  const whole = JSON.parse(readFileSync(fetchDescription(), "utf8")) as { paths: { [path: string]: Group }; components: { [kind: string]: Group } };
  const components: { [kind: string]: Group } = {};
  const keep = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(keep);
    if (value === null || typeof value !== "object") return value;
    const reference = value["$ref"];
    if (typeof reference === "string") {
      const [, , kind, name] = reference.split("/") as [string, string, string, string];
      const group = (components[kind] ??= {});
      if (!(name in group)) {
        group[name] = null;
        group[name] = keep(strip(whole.components[kind]![name]!));
      }
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, keep(item)]));
  };
  const paths: { [route: string]: Json } = {};
  for (const route of operations) {
    const [method, path] = route.split(" ") as [string, string];
    const operation = whole.paths[path]?.[method.toLowerCase()] as Group | undefined;
    if (!operation) throw new Error(`${PACKAGE} describes no ${route}`);
    const { parameters = [], requestBody = null, responses = {} } = operation;
    paths[route] = keep(strip({ parameters, requestBody, responses }));
  }
  for (const kind of Object.keys(components)) components[kind] = Object.fromEntries(Object.entries(components[kind]!).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ source: PACKAGE, license: "MIT", operations: paths, components })}\n`;
}

/** Shapes only: prose and examples stay where they were published. */
function strip(value: Json, within = ""): Json {
  if (Array.isArray(value)) return value.map((item) => strip(item));
  if (value === null || typeof value !== "object") return value;
  const isNames = within === "properties" || within === "responses" || within === "headers";
  const entries = Object.entries(value).filter(([key]) => isNames || !/^(description|summary|title|example|examples|externalDocs|default|x-.*)$/.test(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, strip(item, isNames ? "" : key)]));
}

function fetchDescription(): string {
  const cache = cacheFolder();
  const path = join(cache, `${PACKAGE.replace("/", "-")}.json`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "fetching-"));
  const archive = execFileSync("npm", ["pack", "--silent", PACKAGE, "--pack-destination", folder], { cwd: folder, encoding: "utf8" }).trim();
  execFileSync("tar", ["-xzf", join(folder, archive), "-C", folder, "package/generated/api.github.com.json"]);
  renameSync(join(folder, "package/generated/api.github.com.json"), path);
  execFileSync("rm", ["-r", folder]);
  return path;
}

if (import.meta.main) writeFileSync(committed, extractDescription());
