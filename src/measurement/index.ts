// Side room, the count of a change under load. In: what client, service and effects recorded. Out: what failed, with its bound. Imports nothing.
export { measurementSchema, type FailureKind, type Measurement } from "./measurement.ts";
export { isSuccess, type Answer, type Lane, type Sample } from "./sample.ts";
export type { Effect, Ledgers, ServiceEntry } from "./reconcile.ts";
export { measure, type PodEvent, type Round, type Terms } from "./measure.ts";
export { findMeasurementGaps, isWithinBudget } from "./judge.ts";
export { testMeasure } from "./self-test.ts";
