// Cardholder data: bytes in, matches out. Pure.
export { createCardholderDetector } from "./cardholder-detector.ts";
export { cardholderRules } from "./rules.ts";
export { cardholderSamples, makeCardNumber } from "./samples.ts";
