// A stand-in for GitHub's API on this machine. Each call and each answer is held against GitHub's published description;
// what differs from it, and each call that no route answers, throws at close().
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { explainRequest, explainResponse } from "./description.ts";
import type { Operation } from "./operations.ts";

export type GithubRequest = {
  readonly route: Operation;
  /** Values of the template: { owner, repo, run_id, … }. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: unknown;
  /** How often this route was asked before. */
  readonly nth: number;
  /** Address of the stand-in, for links. */
  readonly apiUrl: string;
};

/** An object is sent as JSON, a string or bytes as they are. `breakOff` ends the connection within the body. */
export type GithubAnswer = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly breakOff?: boolean;
};

export type Routes = { readonly [route in Operation]?: (request: GithubRequest) => GithubAnswer | Promise<GithubAnswer> };
export type Standin = { readonly apiUrl: string; readonly requests: readonly GithubRequest[]; readonly close: () => Promise<void> };

/** `pages`: a list answer's page with GitHub's Link header; `wrap` puts the items into the answer's shape. */
export function toPage<T>(request: GithubRequest, items: readonly T[], wrap: (items: readonly T[]) => unknown = (page) => page): GithubAnswer {
  const size = Number(request.query.get("per_page") ?? 30);
  const page = Number(request.query.get("page") ?? 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const url = (number: number) => {
    const path = request.route.slice(request.route.indexOf("/")).replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.path[name] ?? ""));
    return `<${request.apiUrl}${path}?${new URLSearchParams([...[...request.query].filter(([name]) => name !== "page"), ["page", String(number)]])}>`;
  };
  const link = page < last ? { link: `${url(page + 1)}; rel="next", ${url(last)}; rel="last"` } : undefined;
  return { status: 200, body: wrap(items.slice((page - 1) * size, page * size)), ...(link && { headers: link }) };
}

/** An answer that never comes; close() ends it. */
export const silence = () => new Promise<never>(() => undefined);

/** GitHub's ordinary error body. */
export const refuse = (status: number, message = "Resource not accessible by integration", headers: Record<string, string> = {}): GithubAnswer =>
  ({ status, headers, body: { message, documentation_url: "https://docs.github.com/rest" } });

export async function startGithub(routes: Routes): Promise<Standin> {
  const requests: GithubRequest[] = [];
  const violations: string[] = [];
  const matchers = Object.keys(routes).map((route) => toMatcher(route as Operation)).sort((a, b) => b.fixed - a.fixed);
  let apiUrl = "";

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", apiUrl);
    const found = matchers.map((matcher) => ({ matcher, values: matcher.match(request.method ?? "", url.pathname) })).find(({ values }) => values !== undefined);
    const text = await readAll(request);
    if (!found?.values) {
      violations.push(`${request.method} ${url.pathname}: no route answers`);
      return send(response, refuse(404, "Not Found"));
    }
    const { route } = found.matcher;
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const call: GithubRequest = {
      route, path: found.values, query: url.searchParams, headers: request.headers, body, apiUrl, nth: requests.filter((one) => one.route === route).length,
    };
    requests.push(call);
    if (!request.headers["user-agent"]) violations.push(`${route}: no user agent, which GitHub refuses`);
    violations.push(...explainRequest(route, call).map((problem) => `${route}: request: ${problem}`));
    const answer = await routes[route]!(call);
    violations.push(...explainResponse(route, answer.status, answer.body).map((problem) => `${route}: response ${answer.status}: ${problem}`));
    send(response, answer);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      violations.push(`${request.method} ${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    apiUrl, requests,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (violations.length > 0) throw new Error(`not as GitHub describes its API:\n${violations.join("\n")}`);
    },
  };
}

function toMatcher(route: Operation) {
  const [method, template] = route.split(" ") as [string, string];
  const names: string[] = [];
  // References and paths may hold slashes, sent as such or encoded.
  const source = template.replace(/[.]/g, "\\.").replace(/\{(\w+)\}/g, (_, name: string) => (names.push(name), /^(ref|path)$/.test(name) ? "(.+)" : "([^/]+)"));
  const pattern = new RegExp(`^(?:/api/v3)?${source}$`);
  const match = (asked: string, path: string) => {
    const values = asked === method ? pattern.exec(path) : null;
    return values ? Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(values[index + 1] ?? "")])) : undefined;
  };
  // A reference may hold slashes: of two templates that fit, the one with more words of its own is meant.
  return { route, fixed: template.replace(/\{\w+\}/g, "").length, match };
}

function send(response: ServerResponse, { status, headers = {}, body, breakOff = false }: GithubAnswer): void {
  const raw = body === undefined || typeof body === "string" || body instanceof Uint8Array;
  const bytes = Buffer.from(raw ? (body ?? "") : JSON.stringify(body));
  response.writeHead(status, { ...(!raw && { "content-type": "application/json; charset=utf-8" }), ...(bytes.length > 0 && { "content-length": bytes.length }), ...headers });
  if (!breakOff) response.end(bytes);
  else response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
