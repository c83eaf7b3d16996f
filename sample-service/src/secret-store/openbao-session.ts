// A login at OpenBao with the workload's own identity: short, renewed in time, made anew when it can't be renewed.
// Speaks the HTTP interface of OpenBao and Vault: auth/<path>/login and auth/token/renew-self.
import { readFile } from "node:fs/promises";
import { readBounded } from "../bounded.ts";
import { SecretUnavailable } from "./store.ts";

export type OpenbaoOptions = { readonly url: URL; readonly authPath: string; readonly role: string; readonly tokenFile: string };
/** Milliseconds of a clock that never goes back, and a number from 0 to 1 that is different each time. */
export type Chance = { readonly now: () => number; readonly random: () => number };

type Grant = { readonly token: string; readonly life: number; readonly renewAt: number; readonly endsAt: number; readonly renewable: boolean };
export type Answer = { readonly status: number; readonly body: unknown };

const TIMEOUT_MS = 5_000;
const MAX_ANSWER_BYTES = 1 << 20;

export class OpenbaoSession {
  readonly #options: OpenbaoOptions;
  readonly #chance: Chance;
  #grant: Grant | undefined;
  #pending: Promise<Grant> | undefined;

  constructor(options: OpenbaoOptions, chance: Chance) {
    this.#options = options;
    this.#chance = chance;
  }

  /** GET below /v1. A refusal may mean that the token was revoked, so it is asked once more with a new one. */
  async read(path: string): Promise<Answer> {
    const first = await call(this.#options.url, path, { token: await this.#token() });
    if (first.status !== 403) return first;
    this.#grant = undefined;
    return call(this.#options.url, path, { token: await this.#token() });
  }

  async #token(): Promise<string> {
    const grant = this.#grant;
    if (grant !== undefined && this.#chance.now() < grant.renewAt) return grant.token;
    // several secrets are asked for at once, but one login is enough
    this.#pending ??= this.#obtain(grant).finally(() => { this.#pending = undefined; });
    this.#grant = await this.#pending;
    return this.#grant.token;
  }

  async #obtain(grant: Grant | undefined): Promise<Grant> {
    const live = grant !== undefined && grant.renewable && this.#chance.now() < grant.endsAt;
    if (live) {
      const renewed = await call(this.#options.url, "auth/token/renew-self", { token: grant.token, body: {} }).catch(passOnOutage);
      const next = renewed?.status === 200 ? this.#toGrant(renewed.body) : undefined;
      // near the end of its longest life a renewal gives ever less: then a new login is due
      if (next !== undefined && next.life >= grant.life / 2) return { ...next, life: grant.life };
    }
    return this.#login();
  }

  async #login(): Promise<Grant> {
    const { url, authPath, role, tokenFile } = this.#options;
    const jwt = await readFile(tokenFile, "utf8").catch(() => { throw new SecretUnavailable("identity-missing"); });
    const answer = await call(url, `auth/${authPath}/login`, { body: { role, jwt: jwt.trim() } });
    if (answer.status >= 400 && answer.status < 500) throw new SecretUnavailable("login-refused");
    const grant = this.#toGrant(answer.body);
    if (grant === undefined) throw new SecretUnavailable("store-failed");
    return grant;
  }

  #toGrant(body: unknown): Grant | undefined {
    const auth = pick(body, "auth");
    const [token, seconds] = [pick(auth, "client_token"), pick(auth, "lease_duration")];
    if (typeof token !== "string" || typeof seconds !== "number") return undefined;
    const [now, life] = [this.#chance.now(), seconds * 1000];
    // between one half and three quarters of its life, so that pods that started together don't renew together
    return { token, life, renewAt: now + life * (0.5 + this.#chance.random() / 4), endsAt: now + life, renewable: pick(auth, "renewable") === true };
  }
}

/** Throws SecretUnavailable where the store cannot answer; 4xx answers are the caller's to judge. */
async function call(url: URL, path: string, { token, body }: { token?: string; body?: object }): Promise<Answer> {
  let answer: Answer;
  try {
    const response = await fetch(new URL(`/v1/${path}`, url), {
      method: body === undefined ? "GET" : "POST", redirect: "error", signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { "x-vault-request": "true", ...(token !== undefined && { "x-vault-token": token }), ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    answer = { status: response.status, body: parse(await readBounded(response, MAX_ANSWER_BYTES)) };
  } catch {
    throw new SecretUnavailable("store-unreachable");
  }
  if (answer.status === 503) throw new SecretUnavailable("store-sealed");
  if (answer.status >= 500 || answer.status === 429) throw new SecretUnavailable("store-failed");
  return answer;
}

/** A store that only cannot renew, such as a token that is being revoked, may well give a new one. */
function passOnOutage(error: unknown): undefined {
  if (!(error instanceof SecretUnavailable) || error.reason !== "store-failed") throw error;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the parser's own message quotes the text, which may hold a value
    return undefined;
  }
}

/** A member of something that came over the wire. */
export function pick(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined;
}
