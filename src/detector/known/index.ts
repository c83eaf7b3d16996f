// Values that are known before, by keyed fingerprints. In: values where they may be, fingerprints elsewhere. Out: findings. Pure.
export { CANARY_NAME, fingerprintValues } from "./fingerprint.ts";
export { createKnownDetector } from "./known-detector.ts";
export { openKnown, readKey, type KnownValues } from "./seal.ts";
export { knownValue, knownValuePart } from "./rules.ts";
export { findLeakedNames } from "./leaked-names.ts";
export { readKnown } from "./known-inputs.ts";
