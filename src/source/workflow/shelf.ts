// Checkouts that nobody gave, fetched file by file as readers ask for them, each at the commit that its ref named at first sight.
import type { GapReason } from "../../finding/index.ts";
import type { Ask } from "./ask.ts";
import { limit, WORKFLOW_FOLDER, type FileContent, type WorkflowCheckout } from "./checkout.ts";

/** Files and refs that one check asks for; a run calls 50 workflows at most, and actions come on top. */
const MAX_FETCHES = 600;
const AT_ONCE = 8;

type Commit = { readonly kind: "commit"; readonly sha: string } | Extract<FileContent, { kind: "refused" }>;
type Held = { readonly owner: string; readonly repo: string; readonly ref: string; commit: Commit | undefined; readonly files: Map<string, FileContent | undefined> };

/** What a reader asked for and the shelf had not yet is absent to it: fill the shelf and read again until nothing is missing. */
export class Shelf {
  readonly #ask: Ask;
  readonly #held = new Map<string, Held>();
  #fetches = 0;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** `repository` is owner/name. The same ref is the same commit throughout, even if it moves meanwhile. */
  at(repository: string, ref: string, paths: readonly string[] = []): WorkflowCheckout {
    const key = `${repository.toLowerCase()}@${ref}`;
    const [owner = "", repo = ""] = repository.split("/");
    const held = this.#held.get(key) ?? { owner, repo, ref, commit: undefined, files: new Map<string, FileContent | undefined>() };
    this.#held.set(key, held);
    return { folder: WORKFLOW_FOLDER, list: () => paths, read: (path) => this.#read(held, path) };
  }

  /** Commits by repository@ref, of those that were found. */
  commits(): ReadonlyMap<string, string> {
    return new Map([...this.#held].flatMap(([key, { commit }]) => (commit?.kind === "commit" ? [[key, commit.sha] as const] : [])));
  }

  /** Fetches all that was asked for; false where nothing was missing. */
  async fill(): Promise<boolean> {
    const wanted = [...this.#held.values()].flatMap((held) => [...held.files].flatMap(([path, content]) => (content === undefined ? [{ held, path }] : [])));
    const refs = [...new Set(wanted.map(({ held }) => held))].filter((held) => held.commit === undefined);
    await inTurns(refs, async (held) => void (held.commit = await this.#findCommit(held)));
    await inTurns(wanted, async ({ held, path }) => void held.files.set(path, await this.#fetch(held, path)));
    return wanted.length > 0;
  }

  #read(held: Held, path: string): FileContent {
    if (held.commit?.kind === "refused") return held.commit;
    const content = held.files.get(path);
    if (!held.files.has(path)) held.files.set(path, undefined);
    return content ?? { kind: "absent" };
  }

  async #findCommit({ owner, repo, ref }: Held): Promise<Commit> {
    if (this.#isSpent()) return refuse("count-limit", `more than ${MAX_FETCHES} files and refs of other repositories are called`);
    const answer = await this.#ask("GET /repos/{owner}/{repo}/commits/{ref}", { owner, repo, ref });
    if (answer.kind === "failure") return refuse("unresolved-reference", `the called workflow lies in another repository, and ${answer.detail}; give a checkout of it as --repository owner/name@ref=PATH`);
    const sha = (answer.body as { sha?: unknown } | null)?.sha;
    return typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha) ? { kind: "commit", sha } : refuse("unresolved-reference", "GitHub's answer names no commit");
  }

  async #fetch({ owner, repo, commit }: Held, path: string): Promise<FileContent> {
    if (commit?.kind !== "commit") return commit ?? { kind: "absent" };
    if (this.#isSpent()) return refuse("count-limit", `more than ${MAX_FETCHES} files and refs of other repositories are called`);
    const answer = await this.#ask("GET /repos/{owner}/{repo}/contents/{path}", { owner, repo, path, ref: commit.sha });
    if (answer.kind === "failure") return answer.status === 404 ? { kind: "absent" } : refuse("unresolved-reference", `the file of another repository was not fetched: ${answer.detail}`);
    return toContent(answer.body);
  }

  #isSpent(): boolean {
    return ++this.#fetches > MAX_FETCHES;
  }
}

/** A file of the contents API (REST docs: "Get repository content"). */
function toContent(body: unknown): FileContent {
  const { type, encoding, content, size } = (body ?? {}) as Record<string, unknown>;
  if (Array.isArray(body) || type === "dir") return { kind: "absent" };
  if (type !== "file") return refuse("path-escape", "it is a link or a submodule of another repository");
  if (encoding === "base64" && typeof content === "string") return limit(Buffer.from(content, "base64"));
  return refuse("size-limit", `GitHub hands out no content for it${typeof size === "number" ? `, it has ${size} bytes` : ""}`);
}

function refuse(reason: GapReason, detail: string): Extract<FileContent, { kind: "refused" }> {
  return { kind: "refused", reason, detail };
}

async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}
