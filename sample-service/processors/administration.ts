// What a processor's customer does in its portal, on a port that only operators reach: keys are issued, listed and revoked, the
// ledger is read and emptied. JSON; the ledger as JSON lines.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, MockProcessor } from "./processor.ts";

const ACCOUNT = /^[a-z0-9-]{1,32}$/;

/** `GET /ledger`, `DELETE /ledger`; for each processor `GET …/keys?account=A`, `POST …/rotate-key?account=A`, `POST …/revoke-key?account=A&id=K`. */
export function administer(processors: ReadonlyMap<string, MockProcessor>, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://administration");
  request.resume();
  if (url.pathname === "/healthz") return send(response, { status: 200, body: { status: "live" } });
  if (url.pathname === "/ledger") return handleLedger(processors, request, response);
  const [, name = "", action = ""] = url.pathname.split("/");
  const processor = processors.get(name);
  send(response, processor ? handleKeys(processor, { method: request.method ?? "", action, url }) : { status: 404, body: { error: "not-found" } });
}

function handleLedger(processors: ReadonlyMap<string, MockProcessor>, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === "DELETE") for (const { ledger } of processors.values()) ledger.length = 0;
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  for (const { ledger } of processors.values()) for (const entry of ledger) response.write(`${JSON.stringify(entry)}\n`);
  response.end();
}

function handleKeys({ keys }: MockProcessor, { method, action, url }: { method: string; action: string; url: URL }): Answer {
  const account = url.searchParams.get("account") ?? "";
  if (!ACCOUNT.test(account)) return { status: 400, body: { error: "account" } };
  if (method === "GET" && action === "keys") return { status: 200, body: { keys: keys.describe(account) } };
  if (method === "POST" && action === "revoke-key") return keys.revoke(account, url.searchParams.get("id") ?? "") ? { status: 200, body: { revoked: true } } : { status: 404, body: { error: "not-found" } };
  if (method !== "POST" || action !== "rotate-key") return { status: 404, body: { error: "not-found" } };
  const key = keys.issue(account);
  return key ? { status: 201, body: key } : { status: 409, body: { error: "two-keys-valid" } };
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
