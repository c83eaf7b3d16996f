import type { Tool } from "../../finding/index.ts";
import { version } from "./version.generated.ts";

/** What a report says of the program that made it; `rules` counts and names by digest the rules in force. */
export function describeTool(rules: { count: number; sha256: string }): Tool {
  return { name: "pci-pipeline", version, rules };
}
