// The sieve: bytes in, the few places out at which detectors and decoders have to look.
export type { Literal } from "./literal.ts";
export { createSieve, type Sieve } from "./sieve.ts";
export { OPERATOR, type Run, type RunKind, type Sifted } from "./sifted.ts";
