// Reports in, feedback out. It decides nothing: the checks' own exit codes do, and a token that may not write costs a warning only.
import { judge, InputError, reportSchema, type Report } from "../../src/finding/index.ts";
import { toSummary } from "../../src/report/index.ts";
import { deliverFeedback, openGithub, readPlace } from "../../src/runtime/github/index.ts";
import { readInput, readInputs, type Main } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";

export const main: Main<typeof contract> = async (inputs, { cwd, environment, progress }) => {
  const reports = (await readInputs(cwd, inputs.report, "report")).map(({ name, bytes }) => parseReport(name, bytes));
  const eventPath = environment("GITHUB_EVENT_PATH");
  const event = eventPath === undefined ? "{}" : (await readInput(cwd, eventPath, "event")).toString("utf8");
  const place = readPlace(environment, event);
  const github = openGithub({ token: inputs["github-token"], apiUrl: environment("GITHUB_API_URL") ?? "https://api.github.com", warn: progress });
  const { comment, status, sarif } = inputs;
  const { done, warnings } = await deliverFeedback(github, place, { reports, wishes: { comment, status, sarif } });
  for (const line of done) progress(line);
  return { verdict: "pass", warnings, outputs: { delivered: done.join("\n"), refused: warnings.join("\n") }, message: toSummary(reports) };
};

/** A report that says pass and lists what is none was edited. Throws InputError. */
function parseReport(name: string, bytes: Uint8Array): Report {
  const parsed = reportSchema.safeParse(parseJson(bytes));
  if (!parsed.success) throw new InputError(`report ${name} is no report of this version; hand in what a check wrote`);
  if (judge(parsed.data) !== parsed.data.verdict) throw new InputError(`report ${name} has a verdict that does not follow from its own findings and gaps; make it again`);
  return parsed.data;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString("utf8"));
  } catch {
    return undefined;
  }
}
