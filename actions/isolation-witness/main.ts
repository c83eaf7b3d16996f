// isolation-witness: looks, records, and stops a build job that reaches the environment before anything else runs in it.
import type { Witness } from "../../src/detector/isolation/index.ts";
import { InputError } from "../../src/finding/index.ts";
import { connectKeyStore, readInput, requestIdentity, type Inputs, type Outcome, type World } from "../../src/runtime/index.ts";
import type { contract } from "./contract.ts";
import { observeIdentity, observeLogin, type Ports, type Store } from "./observe.ts";

/** Throws InputError for a store without a role, or the other way round, and for an address that is none. */
export async function main(inputs: Inputs<typeof contract>, world: World, given?: Ports): Promise<Outcome<typeof contract>> {
  const store = toStore(inputs);
  const ports = given ?? (await openPorts(inputs, world));
  const hasEndpoint = Boolean(world.environment("ACTIONS_ID_TOKEN_REQUEST_URL"));
  const { token, identity } = await observeIdentity(ports, { hasEndpoint, audience: inputs.audience, expected: inputs["expected-workflow"] });
  const witness: Witness = {
    schema: "pci-pipeline/isolation-witness/v1", part: inputs.part, identity,
    job: world.environment("GITHUB_JOB") ?? "", run: `${world.environment("GITHUB_RUN_ID") ?? ""}/${world.environment("GITHUB_RUN_ATTEMPT") ?? ""}`,
    canary: inputs["canary-name"] === undefined ? null : { name: inputs["canary-name"], state: inputs.canary === undefined ? "empty" : "filled" },
    login: store ? await observeLogin(ports, store, token) : null,
  };
  const reached = inputs.part === "build" ? describeReach(witness, inputs.environment) : [];
  for (const line of [describe(witness), ...reached]) world.progress(line);
  const verdict = reached.length > 0 ? "fail" : "pass";
  return { verdict, outputs: { witness: JSON.stringify(witness), reached: String(reached.length > 0) }, message: `### Isolation witness\n\n${[describe(witness), ...reached].map((line) => `- ${line}`).join("\n")}\n` };
}

async function openPorts(inputs: Inputs<typeof contract>, world: World): Promise<Ports> {
  const path = inputs["store-ca"];
  const ca = path === undefined ? undefined : (await readInput(world.cwd, path, "certificate authority")).toString("utf8");
  return { requestIdentity, connect: connectKeyStore(ca) };
}

function toStore(inputs: Inputs<typeof contract>): Store | undefined {
  const { "store-url": url, "store-role": role, "store-mount": mount, "store-namespace": namespace } = inputs;
  if ((url === undefined) !== (role === undefined)) throw new InputError("store-url and store-role belong together; give both or none");
  return url === undefined || role === undefined ? undefined : { url, role, mount, namespace };
}

function describe({ identity, canary, login }: Witness): string {
  const token = identity.endpoint === "absent" ? "no identity token is offered" : identity.endpoint === "silent" ? "the token endpoint gave no token" : `the identity names ${identity.environment === null ? "no environment" : "an environment"}`;
  return [token, canary ? `the canary is ${canary.state}` : "no canary was given", login ? `login at the secret store: ${login.outcome}${login.status === null ? "" : ` (${login.status})`}` : "no login was tried"].join(", ");
}

function describeReach({ identity, canary, login }: Witness, environment: string): string[] {
  return [
    ...(identity.endpoint === "present" && identity.environment?.toLowerCase() === environment.toLowerCase() ? ["this job's identity names the environment that it must not reach"] : []),
    ...(canary?.state === "filled" ? ["this job holds a secret that only the environment should have"] : []),
    ...(login?.outcome === "accepted" ? ["the secret store let this job in with production's role"] : []),
  ];
}
