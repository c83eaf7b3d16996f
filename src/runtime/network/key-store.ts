// The way to a key store: small JSON requests, with the store's own certificate authority where the machine does not know it.
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";

type StoreRequest = { readonly method: "GET" | "POST"; readonly url: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string };
type StoreAnswer = { readonly status: number; readonly body: string };

const SILENCE_MS = 15_000;
const MOST_BYTES = 1 << 20;

/** Follows no redirect, so that a token never goes anywhere else. Rejects on silence, on a broken connection and on an endless answer. */
export function connectKeyStore(ca: string | undefined, silenceMs = SILENCE_MS): (request: StoreRequest) => Promise<StoreAnswer> {
  return ({ method, url, headers, body }) => new Promise((resolve, reject) => {
    const open = url.startsWith("https:") ? requestHttps : requestHttp;
    const outgoing = open(url, { method, headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) }, timeout: silenceMs, ...(ca !== undefined && { ca }) }, (answer) => {
      const chunks: Buffer[] = [];
      let size = 0;
      answer.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > MOST_BYTES) outgoing.destroy(new Error("the answer is too large"));
        else chunks.push(chunk);
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }));
      answer.on("error", reject);
    });
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer in time")));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
