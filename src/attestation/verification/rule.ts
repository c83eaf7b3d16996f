// What can be wrong with evidence. One rule per step of the verification; docs/evidence.md has an anchor for each.

type EvidenceRule = { readonly id: string; readonly title: string; readonly remediation: string };

const again = "Take the bundle from the run that made it, or run the pipeline again.";

/** Steps in the order in which they are taken, each with the rule that its failure breaks. */
export const evidenceRules = {
  "bundle-form": { id: "evidence-bundle-malformed", title: "Not a Sigstore bundle v0.3 with one DSSE envelope and a key hint or a certificate", remediation: again },
  "payload-type": { id: "evidence-payload-type-foreign", title: "The envelope does not hold an in-toto statement", remediation: again },
  "key-known": { id: "evidence-key-unknown", title: "Signed with a key that is not pinned", remediation: "Ask who signed it, and pin that key only once you know." },
  "key-valid": { id: "evidence-key-not-valid", title: "Signed outside of the key's validity, or with a revoked key", remediation: "Sign again with a key that is valid." },
  "signature": { id: "evidence-signature-invalid", title: "The signature does not hold for this payload", remediation: `The bundle was changed or signed by another key. ${again}` },
  "certificate": { id: "evidence-certificate-invalid", title: "The certificate is not one of a trusted authority", remediation: "Verify with the trusted root of the instance that issued it, and take the bundle from the run that made it." },
  "transparency-log": { id: "evidence-log-entry-invalid", title: "The transparency log's entry does not hold", remediation: again },
  "timestamp": { id: "evidence-timestamp-invalid", title: "No trusted timestamp holds for the signature", remediation: "Verify with a trusted root that has the timestamp authority, or sign again." },
  "identity": { id: "evidence-identity-not-accepted", title: "Signed by another identity than the one asked for", remediation: "Ask who signed it; name the identity and issuer that you know." },
  "canonical-form": { id: "evidence-not-canonical", title: "The payload is not canonical JSON", remediation: again },
  "statement-type": { id: "evidence-statement-type-foreign", title: "Not an in-toto statement of version 1", remediation: again },
  "predicate-type": { id: "evidence-predicate-type-foreign", title: "The statement says something else than compliance", remediation: "Name the compliance bundle; other statements have verifiers of their own." },
  "schema": { id: "evidence-schema-violated", title: "The statement does not follow its schema", remediation: "Verify with a version of this tool that knows the statement's form." },
  "consistency": { id: "evidence-inconsistent", title: "The statement contradicts itself", remediation: `Nothing in it can be relied on. ${again}` },
  "signed-time": { id: "evidence-time-implausible", title: "The statement's time cannot be right", remediation: "Set the clocks of signer and verifier right." },
  "subject": { id: "evidence-subject-mismatch", title: "The statement is about another image", remediation: "Take the bundle that was made for this image." },
  "running": { id: "evidence-running-mismatch", title: "Something else runs than the image that the statement is about", remediation: "Deploy the attested image, or verify the bundle of the image that runs." },
  "reports": { id: "evidence-report-mismatch", title: "A report is not the one that the statement names", remediation: "Take the reports from the run that made the bundle." },
  "waivers": { id: "evidence-waiver-expired", title: "A waiver that the verdict leans on has expired", remediation: "Repair what it accepted, or renew it in the repository, and run the pipeline again." },
  "deployment": { id: "evidence-deployment-invalid", title: "The deployment statement does not hold", remediation: "Take the deployment bundle, its report and the compliance bundle from one run." },
  "accepted-signer": { id: "evidence-signer-not-accepted", title: "The policy does not accept this kind of signer", remediation: "Sign with a kind of key that the policy lists." },
  "accepted-origin": { id: "evidence-origin-not-accepted", title: "Builder or repository are not those that the policy names", remediation: "Verify the bundle of the right repository and builder." },
  "age": { id: "evidence-too-old", title: "The statement is older than the policy allows", remediation: "Run the pipeline again." },
  "required-checks": { id: "evidence-check-not-accepted", title: "A required check is absent, not passed or judged too mildly", remediation: "Repair what the check found, and run the pipeline again." },
  "verdict": { id: "evidence-verdict-not-accepted", title: "The policy does not accept the verdict", remediation: "Repair what the checks found or could not examine, and run the pipeline again." },
  "required-controls": { id: "evidence-control-not-supported", title: "A required control is less supported than the policy asks", remediation: "See the control's reason in the statement." },
} as const satisfies { readonly [step: string]: EvidenceRule };

export type StepId = keyof typeof evidenceRules;
