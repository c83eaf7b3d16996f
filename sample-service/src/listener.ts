// The HTTP server below Fastify: plain for the same machine, TLS everywhere else.
import { createServer as createPlain, type RequestListener, type Server } from "node:http";
import { createServer as createSecure } from "node:https";

/** PEM texts. */
export type TlsMaterial = { readonly certificate: string; readonly key: string };

/** `keepAliveMs`: how long an idle connection is kept. */
export function createListener(handler: RequestListener, { tls, keepAliveMs }: { tls: TlsMaterial | undefined; keepAliveMs: number }): Server {
  // headers must come before an idle connection would be closed, or a request could arrive into a closing one
  const timeouts = { keepAliveTimeout: keepAliveMs, headersTimeout: keepAliveMs + 5_000, requestTimeout: keepAliveMs + 60_000 };
  return tls ? createSecure({ ...timeouts, cert: tls.certificate, key: tls.key, minVersion: "TLSv1.2" }, handler) : createPlain(timeouts, handler);
}
