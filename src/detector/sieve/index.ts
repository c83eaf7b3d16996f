// The sieve: bytes in, the few places out at which detectors and decoders have to look.
export { toAlignments } from "./alignment.ts";
export type { Literal } from "./literal.ts";
export type { SharedMemory } from "./memory.ts";
export { createSieve, type Share, type Sieve } from "./sieve.ts";
export { BETWEEN, type Tray, type Trays } from "./trays.ts";
export { OPERATOR, Sifted, type EscapeKind, type Run, type RunKind } from "./sifted.ts";
