// GitHub's REST API for those doors that need it: Octokit's core with its own pagination, retries and rate limits.
import { Octokit } from "@octokit/core";
import { paginateRest, type PaginateInterface } from "@octokit/plugin-paginate-rest";
import { retry } from "@octokit/plugin-retry";
import { throttling } from "@octokit/plugin-throttling";
import { InputError } from "../../finding/index.ts";
import { version } from "../door/version.generated.ts";
import { toGithubError } from "./github-error.ts";
import { fetchWithin } from "../network/patience.ts";

export type Github = {
  /** Typed by route: `github.request("GET /repos/{owner}/{repo}", { owner, repo })`. Throws GithubError. */
  readonly request: Octokit["request"];
  /** All pages of a list as one array; `paginate.iterator` gives page by page. Throws GithubError. */
  readonly paginate: PaginateInterface;
};

export type GithubAccess = {
  /** Without one the API answers public data only. Masked by whoever read it. */
  readonly token: string | undefined;
  /** https://api.github.com, or https://HOST/api/v3 on GitHub Enterprise Server: $GITHUB_API_URL. */
  readonly apiUrl: string;
  /** Gets one line on each wait or thing given up; never holds the token. */
  readonly warn: (line: string) => void;
  /** Longest silence of the server in milliseconds, before or within an answer. */
  readonly timeoutMs?: number;
  /** Milliseconds that a second of waiting takes: tests shorten it. */
  readonly secondMs?: number;
};

const SILENCE_MS = 30_000;
/** A job waits this long for a rate limit to end, in seconds, and no longer: an hour's wait costs more than a red check. */
const LONGEST_WAIT = 90;
const MOST_WAITS = 3;

/**
 * Throws InputError for a token or address that can't be used. Every failure of a request is a GithubError. Retries (5xx, network,
 * timeouts) and waits for rate limits happen within; a list's later pages come from the same server only.
 */
export function openGithub(access: GithubAccess): Github {
  const { token, secondMs = 1000 } = access;
  const baseUrl = checkAddress(access.apiUrl);
  if (token !== undefined && !/^[\x21-\x7e]+$/.test(token)) throw new InputError("the GitHub token holds a blank, a line break or nothing; give it as it was issued");
  // A proxy that answers with what it was sent must not bring the token into a log.
  const scrub = (text: string) => (token === undefined ? text : text.replaceAll(token, "***"));
  const warn = (line: string) => access.warn(scrub(line));
  const mayWait = (seconds: number, ...[, , tries]: [unknown, unknown, number]) => {
    const wait = seconds <= LONGEST_WAIT && tries < MOST_WAITS;
    warn(`GitHub's rate limit is used up; ${wait ? `waiting ${seconds} s` : `it ends in ${seconds} s, which is not waited for`}`);
    return wait;
  };
  const octokit = new (Octokit.plugin(paginateRest, retry, throttling))({
    baseUrl,
    userAgent: `pci-pipeline/${version}`,
    log: { debug: () => undefined, info: () => undefined, warn, error: warn },
    request: { fetch: fetchWithin(access.timeoutMs ?? SILENCE_MS) },
    retry: { retryAfterBaseValue: secondMs },
    throttle: {
      id: baseUrl,
      retryAfterBaseValue: secondMs,
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
    },
    ...(token !== undefined && { auth: token }),
  });
  octokit.hook.wrap("request", async (request, options) => {
    try {
      if (isElsewhere(options.url, baseUrl)) throw new Error("the former page leads to another server");
      const response = await request(options);
      if (isBrokenJson(response)) throw new Error("the answer breaks off or is not JSON");
      return response;
    } catch (error) {
      throw toGithubError(error, options, scrub);
    }
  });
  return { request: octokit.request, paginate: octokit.paginate };
}

/** The token goes to this address: https, or this machine itself. */
function checkAddress(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  const loopback = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url === undefined || !(url.protocol === "https:" || (url.protocol === "http:" && loopback)) || url.username !== "") {
    throw new InputError("the address of GitHub's API is not an https URL; give it as GITHUB_API_URL has it");
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}

function isElsewhere(url: string, baseUrl: string): boolean {
  return URL.canParse(url) && new URL(url).origin !== new URL(baseUrl).origin;
}

/** Octokit hands a body that it can't parse on as text, and one that breaks off as nothing. */
function isBrokenJson(response: { status: number; headers: { "content-type"?: string | undefined }; data: unknown }): boolean {
  const isJson = /^application\/(json|[\w.]+\+json)\b/.test(response.headers["content-type"] ?? "");
  return isJson && typeof response.data === "string" && response.status !== 204;
}
