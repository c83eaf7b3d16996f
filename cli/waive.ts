// `waive`: appends an accepted finding to the waivers file, so that a team with old findings can start today.
import { dump } from "js-yaml";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { InputError, waiverSchema, waiversSchema } from "../src/finding/index.ts";
import { defineContract, optional, parseYaml, readInput, required, textWithDefault, writeOutput, type Inputs, type Outcome, type World } from "../src/runtime/index.ts";

export const contract = defineContract({
  name: "waive",
  title: "Waive a finding",
  description: "Accept one finding or gap until a date: append it to the waivers file",
  branding: { icon: "edit", color: "yellow" },
  inputs: {
    fingerprint: required("text", { description: "Fingerprint of the finding or gap, as the JSON report shows it", positional: true }),
    owner: required("text", { description: "Who answers for it" }),
    reason: required("text", { description: "Why it is acceptable" }),
    until: required("text", { description: "Last day on which it holds, YYYY-MM-DD" }),
    waivers: textWithDefault("path", { description: "Waivers file; made where there is none", default: "pci-waivers.yml" }),
    note: optional("text", { description: "Comment line above the entry, for readers of the file" }),
  },
  outputs: {},
  permissions: {},
});

const HEAD = "# Accepted findings, each with owner, reason and last day. Checks read this file with --waivers.\nschema: pci-pipeline/waivers/v1\nwaivers:\n";

const FINGERPRINT = /^[0-9a-f]{32}$/;

/** Throws InputError for what is no fingerprint, a date in the past or of another form, and for a file that is not a waivers file. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const { fingerprint, owner, reason, until } = inputs;
  if (!FINGERPRINT.test(fingerprint)) throw new InputError("<fingerprint> is 32 hexadecimal digits; copy it from the JSON report");
  const waiver = waiverSchema.safeParse({ fingerprint, owner, reason, until });
  if (!waiver.success) throw new InputError("--until takes a day as YYYY-MM-DD");
  if (until < world.now().toISOString().slice(0, 10)) throw new InputError(`--until ${until} is past; name a day to come`);
  const path = resolve(world.cwd, inputs.waivers);
  const before = existsSync(path) ? (await readInput(world.cwd, inputs.waivers, "waivers file")).toString("utf8") : HEAD;
  const already = existsSync(path) ? parseYaml(before, waiversSchema, `waivers file ${inputs.waivers}`).waivers : [];
  if (already.some((entry) => entry.fingerprint === fingerprint && entry.until >= until)) {
    throw new InputError(`${inputs.waivers} already waives ${fingerprint} until then or longer; edit that entry instead`);
  }
  const after = append(before, dump([waiver.data]), inputs.note);
  parseYaml(after, waiversSchema, `${inputs.waivers} with the new entry`);
  await writeOutput(path, after);
  return { verdict: "pass", outputs: {}, message: `${inputs.waivers}: ${fingerprint} is waived until ${until} (owner ${owner})` };
}

/** Appends to the text, so that the user's own comments stay; the entry is indented as the others are. */
function append(before: string, entry: string, note: string | undefined): string {
  const list = before.replace(/^waivers:\s*\[\s*\]\s*$/m, "waivers:").replace(/\n*$/, "\n");
  const indent = /^waivers:[^\n]*\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)- /m.exec(list)?.[1] ?? "  ";
  const comment = note === undefined ? "" : `${indent}# ${note.replaceAll("\n", " ")}\n`;
  return list + comment + entry.replace(/^(?=.)/gm, indent);
}
