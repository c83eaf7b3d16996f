// What a measurement proves: that the change cost no more than it was allowed to, unless the measurement itself has holes.
import type { Measurement } from "./measurement.ts";

/** A generator further behind than this did not send what it says it sent. */
const LATEST_SEND_MS = 1000;

/** Failures before and after the change count too: nobody can tell that they had another cause. */
export function isWithinBudget({ failed, outside, errorBudget }: Measurement): boolean {
  return failed + outside.failed <= errorBudget;
}

/** What keeps the count from being complete, a sentence each. */
export function findMeasurementGaps({ requests, latestSend, ledgers: { service, effects } }: Measurement): string[] {
  return [
    ...(requests === 0 ? ["no request was sent while the change was made"] : []),
    ...(latestSend > LATEST_SEND_MS ? [`the load generator fell ${Math.round(latestSend)} ms behind; lower the rate or give it a machine of its own`] : []),
    ...(service !== null && service.unlogged > 0 ? [`${service.unlogged} answered requests are not in the logs of the pods`] : []),
    ...(effects !== null && effects.foreign > 0 ? [`${effects.foreign} effects belong to no request of this load; let nothing else use the service meanwhile`] : []),
  ];
}
