// The job's identity token, as GitHub's runner hands it out (OpenID Connect); masked before anybody sees it.
// https://docs.github.com/en/actions/reference/security/oidc (the request's URL and its bearer token come from the runner)
import { setTimeout as wait } from "node:timers/promises";
import { maskValue } from "../action/runner-commands.ts";
import { fetchWithin } from "./patience.ts";

const TRIES = 3;
const SILENCE_MS = 20_000;

/** Rejects where the runner gives none: the job needs permissions: id-token: write. No message holds a token or an address. */
export async function requestIdentity(audience: string): Promise<string> {
  const [address, token] = [process.env["ACTIONS_ID_TOKEN_REQUEST_URL"], process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]];
  const url = URL.parse(address ?? "");
  if (url === null || !token) throw new Error("the runner offers no identity token; grant the job permissions: id-token: write");
  url.searchParams.set("audience", audience);
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(url, token);
    if (answer.kind === "token") {
      maskValue(answer.value);
      return answer.value;
    }
    if (answer.kind === "refused" || tries === TRIES) throw new Error(`the runner gave no identity token (${answer.why})`);
    await wait(tries * 1000);
  }
}

type Answer = { readonly kind: "token"; readonly value: string } | { readonly kind: "refused" | "failed"; readonly why: string };

async function ask(url: URL, token: string): Promise<Answer> {
  try {
    const response = await fetchWithin(SILENCE_MS)(url, { headers: { authorization: `Bearer ${token}`, accept: "application/json" }, redirect: "error" });
    const { value } = response.ok ? ((await response.json()) as { value?: unknown }) : {};
    if (typeof value === "string" && value !== "") return { kind: "token", value };
    return { kind: response.status < 500 && response.status !== 429 ? "refused" : "failed", why: `status ${response.status}` };
  } catch {
    return { kind: "failed", why: "no answer" };
  }
}
