// Keeps the engine's young generation small where a check makes much that lives briefly: V8 lets it grow to ten times what is alive.
import { setFlagsFromString } from "node:v8";

/** Takes effect from the next growth on; what is alive may still grow as it needs. Costs no time where little survives a collection. */
export function keepYoungMemorySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
