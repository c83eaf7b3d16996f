// What happens to credentials, as the log tells it: names, ids and versions. Alerts carry `alert: true`, for whoever watches the log.
import type { FastifyBaseLogger } from "fastify";
import type { ProcessorName } from "../payment/routing.ts";

export type CredentialEvent =
  | { readonly kind: "loaded"; readonly processor: ProcessorName; readonly version: number; readonly id: string }
  /** The processor does not accept it; the one in use stays. */
  | { readonly kind: "rejected"; readonly processor: ProcessorName; readonly version: number; readonly id: string }
  | { readonly kind: "older"; readonly processor: ProcessorName; readonly version: number }
  /** serving: the last known good one is still in use. */
  | { readonly kind: "unavailable"; readonly processor: ProcessorName; readonly reason: string; readonly serving: boolean }
  | { readonly kind: "recovered"; readonly processor: ProcessorName };

export function logEvent(log: FastifyBaseLogger, event: CredentialEvent): void {
  const { kind, ...facts } = event;
  switch (kind) {
    case "loaded":
      return log.info(facts, "credential loaded");
    case "recovered":
      return log.info(facts, "credential store answers again");
    case "unavailable":
      return log.error({ ...facts, alert: true }, "credential unavailable, trying again");
    case "rejected":
      return log.error({ ...facts, alert: true }, "credential refused by its processor, the former one stays");
    case "older":
      return log.error({ ...facts, alert: true }, "credential store went back in versions, the newer one stays");
    default:
      return kind satisfies never;
  }
}
