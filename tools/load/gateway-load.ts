// The load that the sample gateway gets in bench and end-to-end tests: payments through all three processors, and look-ups of one of them.
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { loadSchema, toTestCard, type Load, type LoadPlan } from "../../src/rollout/index.ts";
import { gatewayPorts, waitForGateway, type Environment } from "../cluster/gateway.ts";
import { stateFolder } from "../cluster/state.ts";
import { listNodes } from "../cluster/trust.ts";

type Target = { readonly cluster: string; readonly environment?: Environment; readonly rate: number; readonly settleSeconds?: number };

const card = { number: "{card}", expiry: "12/39" };

/** Makes one payment first, for the look-ups. The service must be rolled out. */
export async function openGatewayLoad({ cluster, environment = "dev", rate, settleSeconds = 3 }: Target): Promise<Load> {
  const ca = readFileSync(join(stateFolder(cluster), "ca.crt"), "utf8");
  // agents come and go in some scenarios, the server stays
  const node = listNodes(cluster).find(({ role }) => role === "server");
  if (node === undefined) throw new Error(`the cluster ${cluster} has no server`);
  const url = `https://${node.address}:${gatewayPorts[environment]}`;
  const pay = (amount: number, currency: string): object => ({
    method: "POST", path: "/payments", headers: { "idempotency-key": "{key}" },
    body: { amount, currency, merchantReference: "{key}", card },
  });
  await waitForGateway(cluster, environment);
  const paymentId = await payOnce(url, ca);
  const plan: LoadPlan = loadSchema.parse({
    url, rate, "settle-seconds": settleSeconds, connections: 16,
    requests: [pay(1200, "BRL"), pay(900, "USD"), pay(90_000, "EUR"), { path: `/payments/${paymentId}`, weight: 3 }],
    ledger: { namespace: "processors", service: "https:administration:https", path: "/ledger", effects: ["charged", "declined"] },
  });
  return { plan, ca, place: { context: `k3d-${cluster}`, namespace: environment, selector: "app.kubernetes.io/name=gateway", container: "gateway" } };
}

function payOnce(url: string, ca: string): Promise<string> {
  const key = crypto.randomUUID();
  const body = JSON.stringify({ amount: 1000, currency: "BRL", merchantReference: key, card: { ...card, number: toTestCard(key) } });
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/payments`, { method: "POST", ca, headers: { "content-type": "application/json", "idempotency-key": key } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const answer = Buffer.concat(chunks).toString();
        if (response.statusCode === 201) resolve((JSON.parse(answer) as { paymentId: string }).paymentId);
        else reject(new Error(`the first payment was answered with ${response.statusCode}: ${answer}`));
      });
    });
    sending.on("error", reject);
    sending.end(body);
  });
}
