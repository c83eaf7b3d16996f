// What a certificate authority has seen in the workflow's identity token and put into the certificate: facts that nobody in the build can forge.
// Format: Fulcio's certificate extensions (github.com/sigstore/fulcio/blob/main/docs/oid-info.md), each a DER UTF8String.
import type { ObjectIdentifierValuePair } from "@sigstore/verify";
import type { Statement } from "../../statement/statement.ts";
import type { Problem } from "../step.ts";

const ARC = "1.3.6.1.4.1.57264.1.";

/** Last arc of the extension to what it says. */
const extensions = {
  runner: 11, repository: 12, commit: 13, ref: 14, builder: 18, workflowCommit: 19, run: 21,
} as const;

export type Claims = { readonly [K in keyof typeof extensions]?: string };

export function readClaims(oids: readonly ObjectIdentifierValuePair[]): Claims {
  const found = new Map(oids.map(({ oid, value }) => [oid?.id.join(".") ?? "", value]));
  return Object.fromEntries(Object.entries(extensions).flatMap(([name, arc]) => {
    const text = readUtf8String(found.get(`${ARC}${arc}`));
    return text === undefined ? [] : [[name, text]];
  }));
}

/** Tag 12, a definite length of up to two bytes, and nothing behind it. */
function readUtf8String(der: Buffer | undefined): string | undefined {
  if (der === undefined || der[0] !== 0x0c || der[1] === undefined) return undefined;
  const long = der[1] - 0x80;
  const start = long > 0 ? 2 + long : 2;
  const length = long === 1 ? der[2] : long === 2 ? der.readUInt16BE(2) : der[1];
  return long > 2 || length !== der.length - start ? undefined : der.toString("utf8", start);
}

/**
 * Facts that the statement took from the runner's environment must be those of the certificate; what a facts file says is the
 * user's own word about another place, and is not compared.
 */
export function findClaimProblems({ predicate }: Statement, claims: Claims): Problem[] {
  if (predicate.factsFrom.includes("file")) return [];
  const { source, build } = predicate;
  const pairs: readonly (readonly [stated: string | null, claimed: string | undefined, name: string, pointer: string])[] = [
    [source.repository, claims.repository === undefined ? undefined : URL.parse(claims.repository)?.pathname.slice(1), "repository", "/predicate/source/repository"],
    [source.commit, claims.commit, "commit", "/predicate/source/commit"],
    [source.ref, claims.ref, "ref", "/predicate/source/ref"],
    [build.builder, claims.builder, "builder", "/predicate/build/builder"],
    [build.workflow.sha, claims.workflowCommit, "workflow's commit", "/predicate/build/workflow/sha"],
    [build.runner, claims.runner, "kind of runner", "/predicate/build/runner"],
  ];
  return pairs.flatMap(([stated, claimed, name, pointer]) =>
    (stated === null || claimed === undefined || stated === claimed ? [] : [{ detail: `the ${name} is not the one in the certificate`, pointer }]));
}
