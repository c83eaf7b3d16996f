// A fabricated evidence page for the tests, with every section filled.
import type { Report } from "../../finding/index.ts";
import type { EvidencePage } from "../html/evidence-page.ts";
import { worstVerdict } from "../view/order.ts";

export function fabricatePage(reports: readonly Report[], more: Partial<EvidencePage> = {}): EvidencePage {
  return {
    title: "payments-gateway 1.4.2", reports,
    run: { stages: [
      { name: "build", verdict: "pass", seconds: 8.4, note: "embedded packer, same digest twice" },
      ...reports.map((report) => ({ name: report.check, verdict: report.verdict, seconds: 4.2, note: "" })),
      { name: "compliance-attest", verdict: "pass", seconds: 0.1, note: "signed" },
      { name: "compliance-verify", verdict: worstVerdict(reports.map(({ verdict }) => verdict)), seconds: 0.3, note: "the gate, read back from disk" },
      { name: "deploy", verdict: "not-run", seconds: null, note: "no cluster is configured" },
    ] },
    statement: {
      predicateType: "https://github.com/yuno/pci-pipeline/compliance/v1", issuedAt: "2026-11-20T10:00:43.000Z",
      subject: { name: "registry.example/payments-gateway:1.4.2", sha256: "4f2a9c".repeat(11).slice(0, 64) },
      facts: [{ name: "Repository", value: "yuno/gateway" }, { name: "Commit", value: "8c1f2e".repeat(7).slice(0, 40) }, { name: "Workflow", value: null }, { name: "Builder", value: "pci-pipeline packer" }],
    },
    controls: [
      { id: "8.6.2.a", requirement: "8.6.2", status: "evidence-contradicts", reason: "A credential lies in the image.", evidence: ["checks/image-secret-audit"], remains: "Interview the owners of system accounts." },
      { id: "3.5.1.a", requirement: "3.5.1", status: "evidence-supports", reason: "No card number was found in what was examined.", evidence: ["checks/image-secret-audit", "checks/log-leak-guard"], remains: "Databases and backups." },
      { id: "6.5.3", requirement: "6.5.3", status: "partial", reason: "Isolation is proved for the workflow graph; that the branch is protected is assumed.", evidence: ["checks/isolation-assert"], remains: "Show the branch rules." },
      { id: "10.2.1", requirement: "10.2.1", status: "not-covered", reason: "Nothing was deployed in this run.", evidence: [], remains: "Audit logs of the running service." },
    ],
    blindSpots: [{ id: "runtime", statement: "The running service is not observed: its memory and its traffic are not read." }, { id: "network", statement: "Network segmentation and firewalls are not examined." }],
    signer: { kind: "development", hint: "n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=" },
    bundleJson: JSON.stringify({ mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json", note: "</script>" }),
    commands: [
      "bin/pci-pipeline compliance-verify out/attestation.sigstore.json --key evidence.pub --image oci:out/image",
      "cosign verify-blob-attestation --key evidence.pub --bundle out/attestation.sigstore.json \\\n  --type https://github.com/yuno/pci-pipeline/compliance/v1 --insecure-ignore-tlog --digest 4f2a9c --digestAlg sha256",
    ],
    ...more,
  };
}
