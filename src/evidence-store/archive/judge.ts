// Whether the evidence in an archive holds together: signatures, and every digest that a signed statement names.
import { basename } from "node:path";
import {
  pinPublicKey, verifyBundleSignature, type SignedStatement, type Trust,
} from "../../attestation/index.ts";
import type { Verdict } from "../../finding/index.ts";
import { hash, type ArchiveFile, type Manifest } from "./manifest.ts";

export type ArchiveLine = { readonly state: "holds" | "broken" | "open"; readonly text: string };
export type ArchiveJudgement = { readonly verdict: Verdict; readonly lines: readonly ArchiveLine[] };

/** Without trust of the reader's own the archive's key is taken, which shows only that nothing changed since it was signed. */
export function judgeArchive({ files, manifest }: { files: readonly ArchiveFile[]; manifest: Manifest }, trust: Trust | undefined): ArchiveJudgement {
  const bundles = files.filter(({ path }) => path.endsWith(".sigstore.json"));
  const used = trust ?? { keys: ownKeys(files) };
  const held = new Map(files.map(({ bytes, path }) => [hash(bytes), path]));
  const left = new Map(manifest.leftOut.map(({ sha256, path }) => [sha256, path]));
  const named = new Set<string>();
  const lines = bundles.flatMap((bundle): ArchiveLine[] => {
    const name = basename(bundle.path);
    const signed = verifyBundleSignature(bundle.bytes, used);
    if ("problem" in signed) return [{ state: "broken", text: `${name}: ${signed.problem}` }];
    named.add(bundle.path);
    return [{ state: "holds", text: `${name}: signature and form hold` }, ...namedDigests(signed).map(({ what, sha256 }): ArchiveLine => {
      const path = held.get(sha256);
      if (path !== undefined) named.add(path);
      if (path !== undefined) return { state: "holds", text: `${name}: ${what} is ${path}` };
      const away = left.get(sha256);
      return { state: away === undefined ? "broken" : "open", text: `${name}: ${what} ${away === undefined ? "is not in the archive" : `is ${away}, which was left out`}` };
    })];
  });
  const unsigned = files.filter(({ path }) => !named.has(path)).map(({ path }) => path);
  const notes: ArchiveLine[] = [
    ...(bundles.length === 0 ? [{ state: "broken" as const, text: "the archive holds no signed bundle" }] : []),
    ...(trust === undefined ? [{ state: "open" as const, text: "verified with the archive's own key: shows that nothing changed since, not who signed; give --key" }] : []),
  ];
  const all = [...notes, ...lines];
  const verdict = all.some(({ state }) => state === "broken") ? "fail" : all.some(({ state }) => state === "open") ? "inconclusive" : "pass";
  return { verdict, lines: [...all, ...(unsigned.length === 0 ? [] : [{ state: "holds" as const, text: `named by the manifest alone, and by no signature: ${unsigned.join(", ")}` }])] };
}

function ownKeys(files: readonly ArchiveFile[]): Trust["keys"] {
  return files.filter(({ path }) => path.endsWith(".pub")).flatMap(({ bytes }) => {
    try {
      return [pinPublicKey(Buffer.from(bytes).toString("utf8"))];
    } catch {
      return [];
    }
  });
}

function namedDigests({ compliance, deployment }: SignedStatement): { what: string; sha256: string }[] {
  const image = (compliance ?? deployment)?.subject[0]?.digest.sha256 ?? "";
  const config = compliance?.predicate.subject.digestKind === "config";
  return [
    { what: `the image's ${config ? "config" : "manifest"}`, sha256: image },
    ...(compliance?.predicate.checks ?? []).flatMap((check) => (check.presence === "reported" ? [{ what: `the report of ${check.check}`, sha256: check.report.sha256 }] : [])),
    ...(compliance?.predicate.build.sbom ? [{ what: "the bill of materials", sha256: compliance.predicate.build.sbom.sha256 }] : []),
    ...(deployment === undefined ? [] : [{ what: "the compliance bundle", sha256: deployment.predicate.compliance.sha256 }, { what: "the rollout's report", sha256: deployment.predicate.report.sha256 }]),
  ];
}
