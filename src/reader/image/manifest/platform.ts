// Platforms as text: os/architecture[/variant], or unknown.
import type { Platform } from "./schema.ts";

export const UNKNOWN_PLATFORM = "unknown";

export function toPlatformText(platform: Platform | undefined): string {
  if (!platform || platform.os === "" || platform.os === "unknown") return UNKNOWN_PLATFORM;
  return [platform.os, platform.architecture || "unknown", ...(platform.variant ? [platform.variant] : [])].join("/");
}

/** True where `asked` names `platform`; a variant that isn't asked for may be any. */
export function isPlatform(platform: string, asked: string): boolean {
  return platform === asked || platform.startsWith(`${asked}/`);
}
