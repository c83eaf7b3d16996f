// TLS material into the cluster: one local CA, one certificate for each server, the CA's own certificate wherever a client is.
import { ask, type Kubectl } from "./command.ts";
import { createAuthority, isCurrent, issueCertificate, type KeyPair } from "./certificates.ts";
import { stateFolder, readState, writeState } from "./state.ts";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const environments = ["dev", "staging", "prod"] as const;
type Server = { readonly namespace: string; readonly name: string; readonly hosts: readonly string[] };

/** The CA lives on the operator's machine, and its certificate beside it as ca.crt for curl. */
export async function requireAuthority(cluster: string): Promise<KeyPair> {
  const present = readState<KeyPair>(cluster, "ca");
  const authority = present ?? (await createAuthority(`pci-pipeline ${cluster} local CA`));
  if (present === undefined) writeState(cluster, "ca", authority);
  mkdirSync(stateFolder(cluster), { recursive: true, mode: 0o700 });
  writeFileSync(join(stateFolder(cluster), "ca.crt"), authority.certificate);
  return authority;
}

/** Certificates that are still good are left alone; pods read theirs when they start. */
export async function spreadTrust(kubectl: Kubectl, { cluster, authority }: { cluster: string; authority: KeyPair }): Promise<void> {
  const nodes = listNodes(cluster).map(({ address }) => address);
  const servers: Server[] = [
    { namespace: "openbao", name: "openbao-tls", hosts: [...hostsOf("openbao", "openbao"), "localhost", "127.0.0.1"] },
    { namespace: "processors", name: "processors-tls", hosts: ["bancosur", "walletpro", "nortepay", "administration"].flatMap((name) => hostsOf(name, "processors")).concat("localhost", "127.0.0.1") },
    ...environments.map((namespace) => ({ namespace, name: "gateway-tls", hosts: [...hostsOf("gateway", namespace), "localhost", "127.0.0.1", ...nodes] })),
  ];
  for (const server of servers) await putCertificate(kubectl, server, authority);
  for (const namespace of environments) {
    const document = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "local-ca", namespace }, data: { "ca.crt": authority.certificate } };
    kubectl(["apply", "-f", "-"], JSON.stringify(document));
  }
}

function hostsOf(service: string, namespace: string): string[] {
  return [`${service}.${namespace}.svc`, `${service}.${namespace}.svc.cluster.local`, `${service}.${namespace}`, service];
}

async function putCertificate(kubectl: Kubectl, { namespace, name, hosts }: Server, authority: KeyPair): Promise<void> {
  const encoded = kubectl([`--namespace=${namespace}`, "get", "secret", name, "--ignore-not-found", "-o", "jsonpath={.data.tls\\.crt}"]);
  if (encoded !== "" && (await isCurrent(Buffer.from(encoded, "base64").toString("utf8"), { authority, names: hosts }))) return;
  const { certificate, key } = await issueCertificate(authority, hosts);
  const document = { apiVersion: "v1", kind: "Secret", type: "kubernetes.io/tls", metadata: { name, namespace }, stringData: { "tls.crt": certificate, "tls.key": key } };
  // replaced, not applied: apply would keep a copy of the key in an annotation
  kubectl(encoded === "" ? ["create", "-f", "-"] : ["replace", "-f", "-"], JSON.stringify(document));
}

/** The cluster's node containers, which carry the names of the nodes. */
export function listNodes(cluster: string): { name: string; role: "server" | "agent"; address: string }[] {
  const listed = JSON.parse(ask("k3d", ["node", "list", "-o", "json"])) as { name: string; role: string; runtimeLabels?: Record<string, string> }[];
  const nodes = listed.filter(({ name, role }) => name.startsWith(`k3d-${cluster}-`) && (role === "server" || role === "agent"));
  return nodes.map(({ name, role }) => ({
    name, role: role === "server" ? "server" : "agent",
    address: ask("docker", ["inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", name]),
  }));
}
