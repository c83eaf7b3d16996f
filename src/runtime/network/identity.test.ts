// The runner's token endpoint, and its moods; what it gave is masked, and nothing of it is in a message.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, vi } from "vitest";
import { requestIdentity } from "./identity.ts";

let server: Server | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  server = undefined;
});

async function offer(answers: readonly (readonly [number, string])[]): Promise<string[]> {
  const asked: string[] = [];
  server = createServer((request, response) => {
    const [status, body] = answers[asked.length] ?? [500, ""];
    asked.push(`${request.headers.authorization} ${request.url}`);
    response.writeHead(status, { connection: "close" }).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}/token?api-version=2.0`);
  vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "asking");
  return asked;
}

describe("requestIdentity", () => {
  it("asks for its audience, masks what comes and gives it back, after a passing failure too", async () => {
    const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const asked = await offer([[503, ""], [200, '{"count":1,"value":"a.b.c"}']]);
    expect(await requestIdentity("sig store")).toBe("a.b.c");
    expect(asked).toEqual(Array.from({ length: 2 }, () => "Bearer asking /token?api-version=2.0&audience=sig+store"));
    expect(written.mock.calls.join("")).toContain("::add-mask::a.b.c");
  });

  it.each([[403, "asking"], [200, "{}"], [200, "asking"]])("rejects for %i %j, without a word of it", async (status, body) => {
    await offer([[status, body], [status, body], [status, body]]);
    const error = await requestIdentity("x").catch((thrown: unknown) => thrown);
    expect(String(error)).toMatch(/no identity token/);
    expect(String(error)).not.toMatch(/asking|127/);
  });

  it("says what to grant where nothing is offered", async () => {
    vi.stubEnv("ACTIONS_ID_TOKEN_REQUEST_URL", "");
    await expect(requestIdentity("x")).rejects.toThrow(/id-token: write/);
  });
});
