// One request as the client saw it.

/** fresh: a connection of its own; kept: one of the long keep-alive connections. */
export type Lane = "fresh" | "kept";

export type Answer =
  | { readonly kind: "answered"; readonly status: number; readonly pod: string | null }
  | { readonly kind: "refused" | "reset" | "timeout" | "unreachable" };

/** Times in milliseconds since the epoch. */
export type Sample = {
  readonly id: string;
  /** Its idempotency key: its own id, or the id of the request that it repeats. Null where the request has no effect to be kept single. */
  readonly key: string | null;
  readonly lane: Lane;
  readonly intended: number;
  readonly sent: number;
  readonly ended: number;
  readonly answer: Answer;
};

export function isSuccess(answer: Answer): boolean {
  return answer.kind === "answered" && answer.status >= 200 && answer.status < 300;
}
