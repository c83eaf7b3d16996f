// Reads the record of effects behind the service, through the API server's proxy: no port has to be opened for it.
import * as z from "zod";
import type { Effect } from "../../measurement/index.ts";
import { openKubectl, type Ports } from "../cluster/kubectl.ts";
import type { LoadPlan } from "./plan.ts";

const entrySchema = z.object({ idempotencyKey: z.string().min(1).max(200), at: z.iso.datetime(), outcome: z.string() });

/** Effects since `from`; or why they could not be had. */
export async function readEffects({ context, ledger, from }: { context: string; ledger: LoadPlan["ledger"] & object; from: Date }, ports: Ports): Promise<readonly Effect[] | { readonly why: string }> {
  const place = `/api/v1/namespaces/${ledger.namespace}/services/${ledger.service}/proxy${ledger.path}`;
  const answer = await openKubectl(context, ports).ask(["get", "--raw", place], { seconds: 60 });
  if (!answer.ok) return answer;
  const entries = toEntries(answer.text);
  if (entries === undefined) return { why: "the ledger of effects is not JSON lines with idempotencyKey, at and outcome" };
  return entries.filter(({ at, outcome }) => ledger.effects.includes(outcome) && Date.parse(at) >= from.getTime()).map(({ idempotencyKey }) => ({ idempotencyKey }));
}

function toEntries(text: string): z.infer<typeof entrySchema>[] | undefined {
  try {
    return z.array(entrySchema).parse(text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as unknown));
  } catch {
    return undefined;
  }
}
