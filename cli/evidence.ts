// `evidence export` and `evidence verify`: what an assessor is handed, and how they find out that it is whole.
import { readFile, stat } from "node:fs/promises";
import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { readTrust } from "../actions/compliance-verify/material.ts";
import { collectFiles, judgeArchive, openArchive, packArchive, type ArchiveLine } from "../src/evidence-store/index.ts";
import { InputError } from "../src/finding/index.ts";
import { defineContract, flag, optional, required, writeOutput, type Inputs, type Outcome, type World } from "../src/runtime/index.ts";

const branding = { icon: "archive", color: "blue" } as const;

export const exportContract = defineContract({
  name: "evidence export",
  title: "Export evidence",
  description: "Put a run's evidence into one archive for an assessor: the same bytes whenever it is made",
  branding,
  inputs: {
    folder: required("path", { description: "Output folder of a run", positional: true }),
    output: required("path", { description: "Archive to write (tar)" }),
    material: flag({ description: "Also what was examined: image layers and job logs, whatever they hold" }),
  },
  outputs: {},
  permissions: {},
});

export const verifyContract = defineContract({
  name: "evidence verify",
  title: "Verify an archive",
  description: "Derive every digest of an evidence archive again, and verify the signatures in it",
  branding,
  inputs: {
    archive: required("path", { description: "Archive that evidence export wrote", positional: true }),
    key: optional("path", { description: "Public key in PEM, or key ring, that you have from its owner; without it the archive's own key is taken, which shows less" }),
    "trusted-root": optional("path", { description: "Sigstore trusted root, for keyless bundles" }),
    identity: optional("text", { description: "Identity that must have signed keyless" }),
    issuer: optional("text", { description: "Issuer of that identity" }),
  },
  outputs: {},
  permissions: {},
});

export async function exportEvidence(inputs: Inputs<typeof exportContract>, { cwd }: World): Promise<Outcome<typeof exportContract>> {
  const { files, leftOut } = await collectFiles(resolve(cwd, inputs.folder), { material: inputs.material });
  const bytes = await packArchive(files, leftOut);
  await writeOutput(resolve(cwd, inputs.output), bytes);
  const left = leftOut.length === 0 ? "" : `; ${leftOut.length} that were examined are left out and listed by digest`;
  return { verdict: "pass", outputs: {}, message: `${inputs.output}: ${files.length} files${left}\nsha256 ${createHash("sha256").update(bytes).digest("hex")}` };
}

export async function verifyArchive(inputs: Inputs<typeof verifyContract>, { cwd }: World): Promise<Outcome<typeof verifyContract>> {
  const bytes = await readArchive(resolve(cwd, inputs.archive), inputs.archive);
  const pins = [inputs.key, inputs["trusted-root"], inputs.identity, inputs.issuer].some((one) => one !== undefined);
  const trust = pins ? await readTrust(inputs, cwd) : undefined;
  const opened = await openArchive(bytes);
  const judged = "broken" in opened ? { verdict: "fail" as const, lines: [{ state: "broken" as const, text: opened.broken }] } : judgeArchive(opened, trust);
  const lines = judged.lines.map(({ state, text }) => `${words[state]}  ${text}`);
  return { verdict: judged.verdict, outputs: {}, message: [`verdict: ${judged.verdict}`, ...lines].join("\n") };
}

const words: { readonly [state in ArchiveLine["state"]]: string } = { holds: "ok  ", broken: "FAIL", open: "open" };

/** Archives with image layers are larger than other inputs may be. */
async function readArchive(path: string, name: string): Promise<Uint8Array> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined || !info.isFile()) throw new InputError(`archive ${name} does not exist or is not a file; check the path`);
  if (info.size > 2 ** 31) throw new InputError(`archive ${name} is larger than 2 GiB; name what evidence export wrote`);
  return readFile(path);
}
