// The form of an isolation case: options --- files --- expected. test/cases/isolation/README.md describes it.
import { assertIsolation } from "../../src/detector/isolation/index.ts";
import { composeReport, type Location } from "../../src/finding/index.ts";
import { readTrust, readWorkflows } from "../../src/reader/workflow/index.ts";
import { holdWorkflows } from "../../src/source/index.ts";

export type CaseInput = {
  readonly environment: string;
  readonly allowed: readonly string[];
  readonly name: string | undefined;
  readonly files: Readonly<Record<string, string>>;
  readonly others: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly trust: readonly { readonly name: string; readonly text: string }[];
};

const FOLDER = ".github/workflows/";

/** The first and the last line of three dashes part the sections; YAML documents in between may have their own. */
export function readCase(text: string): { input: CaseInput; expected: string[] } {
  const first = text.indexOf("\n---\n");
  const last = text.lastIndexOf("\n---\n");
  const options = toPairs(text.slice(0, first));
  const all = (key: string) => options.flatMap(([name, value]) => (name === key ? [value] : []));
  return {
    input: { environment: all("environment")[0] ?? "prod", allowed: all("allow-job"), name: all("name")[0], ...toFiles(text.slice(first + 5, last + 1)) },
    expected: text.slice(last + 5).split("\n").map((line) => line.trim()).filter((line) => line !== ""),
  };
}

function toPairs(text: string): [string, string][] {
  return text.split("\n").filter((line) => line.includes(": ") && !line.startsWith("#")).map((line) => [line.slice(0, line.indexOf(": ")), line.slice(line.indexOf(": ") + 2)]);
}

/** "#> PATH" begins a file, "#> OWNER/NAME@REF PATH" one of another repository, "#> trust NAME" a trust policy. A bare name lies in the workflow folder. */
function toFiles(text: string): Pick<CaseInput, "files" | "others" | "trust"> {
  const files: Record<string, string> = {};
  const others: Record<string, Record<string, string>> = {};
  const trust: { name: string; text: string }[] = [];
  for (const part of text.split(/^#> /m).slice(1)) {
    const head = part.slice(0, part.indexOf("\n"));
    const body = part.slice(part.indexOf("\n") + 1);
    const [place = "", path] = head.split(" ");
    const locate = (name: string) => (name.includes("/") ? name : FOLDER + name);
    if (place === "trust") trust.push({ name: path ?? "trust", text: body });
    else if (path === undefined) files[locate(place)] = body;
    else (others[place] ??= {})[locate(path)] = body;
  }
  return { files, others, trust };
}

/** The verdict, then every finding and gap, sorted. */
export function judgeCase(input: CaseInput): string[] {
  const graph = readWorkflows(holdWorkflows(input.files, input.others));
  const trust = input.trust.length > 0 ? input.trust.flatMap(({ name, text }) => readTrust(name, text)) : undefined;
  const { ledger, ...assertion } = assertIsolation(graph, { environment: input.environment, allowedJobs: input.allowed, repository: input.name, trust });
  const at = new Date(0);
  const report = composeReport({
    check: "isolation-assert", subject: { name: "case", digest: null, digestKind: null }, startedAt: at, ledger,
    tool: { name: "pci-pipeline", version: "0", rules: { count: 0, sha256: "" } }, selfTest: { planted: 1, detected: 1, missed: [] }, ...assertion,
  }, { failOn: "low", waivers: [], baseline: new Set(), now: at });
  const said = [
    ...report.findings.map((finding) => `${finding.ruleId} ${toPlace(finding.location)}`),
    ...report.coverage.gaps.map((gap) => `gap ${gap.reason} ${toPlace(gap.location)}`),
  ];
  return [report.verdict, ...said.sort()];
}

function toPlace(location: Location): string {
  if (location.kind !== "workflow") return location.kind;
  const short = (name: string) => name.replace(FOLDER, "");
  const chain = location.path.length > 0 ? ` via ${location.path.map(short).join(" > ")}` : "";
  return `${short(location.file)}:${location.line}:${location.column}${chain}`;
}
