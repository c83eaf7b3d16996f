// Shows that a processor accepts a credential, over a connection opened for it: one that was open before proves nothing.
import { request as requestHttp, type IncomingMessage } from "node:http";
import { request as requestHttps } from "node:https";
import { once } from "node:events";
import type { StoredSecret } from "../secret-store/store.ts";
import { below, signRequest } from "./sign.ts";

type ProveOptions = { readonly url: URL; readonly timeoutMs: number; readonly now: Date };

/** Rejects when the processor can't be reached or answers neither yes nor no. */
export async function proveCredential(secret: StoredSecret, { url, timeoutMs, now }: ProveOptions): Promise<"accepted" | "refused"> {
  const target = below(url, "validate");
  const request = target.protocol === "https:" ? requestHttps : requestHttp;
  const outgoing = request(target, {
    method: "POST", agent: false, signal: AbortSignal.timeout(timeoutMs),
    headers: { "content-length": "0", ...signRequest({ method: "POST", path: target.pathname }, secret, now) },
  });
  outgoing.end();
  const [response] = (await once(outgoing, "response")) as [IncomingMessage];
  response.resume();
  const status = response.statusCode ?? 0;
  if (status === 200) return "accepted";
  if (status === 401 || status === 403) return "refused";
  throw new Error(`status-${status}`);
}
