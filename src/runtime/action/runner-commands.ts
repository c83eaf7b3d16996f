// What a program says to GitHub's runner: commands on standard output, and files that it names. @actions/core writes the same
// bytes (a test holds them together), but brings an HTTP client along: a megabyte and 100 ms in every door.
// Format: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { EOL } from "node:os";

type Properties = { readonly [name: string]: string | number | undefined };

/** One command as a line; a value that is undefined is left out. Line breaks and percent signs can start no other command. */
function toCommand(name: string, message: string, properties: Properties = {}): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined && value !== "").map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name}${given.length > 0 ? ` ${given.join(",")}` : ""}::${escapeData(message)}${EOL}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** An entry of an output file. `delimiter` must not occur in the value, or the rest of the value could name further outputs. */
export function toFileEntry(name: string, value: string, delimiter = `ghadelimiter_${randomUUID()}`): string {
  if (value.includes(delimiter)) throw new Error("an output holds the delimiter that was made for it");
  return `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`;
}

export function say(line: string): void {
  process.stdout.write(`${line}${EOL}`);
}

export function announce(level: "error" | "warning" | "notice", message: string, properties: Properties = {}): void {
  process.stdout.write(toCommand(level, message, properties));
}

/** From here on the runner writes *** for the value; it does so line by line, so a text is registered line by line as well. */
export function maskValue(value: string): void {
  for (const line of new Set([value, ...value.split(/\r?\n/)])) if (line.trim() !== "") process.stdout.write(toCommand("add-mask", line));
}

/** Without an output file nobody can read the output: the program is run by hand. */
export function setOutput(name: string, value: string | number): void {
  const file = process.env["GITHUB_OUTPUT"];
  if (file) appendFileSync(file, toFileEntry(name, String(value)));
}

/** act and other runners may offer no summary file; that is no reason to fail. */
export function appendSummary(markdown: string): void {
  const file = process.env["GITHUB_STEP_SUMMARY"];
  if (file) appendFileSync(file, markdown + EOL);
}
