// Which command is meant, and its help; everything else is the door's own contract and main.
import { contract as attestContract } from "../actions/compliance-attest/contract.ts";
import { main as attest } from "../actions/compliance-attest/main.ts";
import { contract as verifyContract } from "../actions/compliance-verify/contract.ts";
import { main as verify } from "../actions/compliance-verify/main.ts";
import { contract as imageContract } from "../actions/image-secret-audit/contract.ts";
import { main as auditImage } from "../actions/image-secret-audit/main.ts";
import { contract as isolationContract } from "../actions/isolation-assert/contract.ts";
import { main as assertIsolation } from "../actions/isolation-assert/main.ts";
import { contract as logContract } from "../actions/log-leak-guard/contract.ts";
import { main as guardLog } from "../actions/log-leak-guard/main.ts";
import { suggest } from "../src/finding/index.ts";
import {
  exitCodes, keepOutputErrors, runCommand, toCommandHelp, version, writeProgress, writeStandardOutput, type Contract, type Main,
} from "../src/runtime/index.ts";
import { contract as fingerprintContract, main as fingerprint } from "./credential-fingerprint.ts";
import { exportContract, exportEvidence, verifyArchive, verifyContract as verifyArchiveContract } from "./evidence.ts";
import { contract as rotateContract, main as rotateCredential } from "./credential-rotate.ts";
import { contract as runContract, main as runPipeline } from "./run/run.ts";
import { contract as waiveContract, main as waive } from "./waive.ts";

type Command = { readonly contract: Contract; readonly start: (args: readonly string[]) => Promise<number> };

function command<C extends Contract>(contract: C, main: Main<C>): Command {
  return { contract, start: (args) => runCommand(contract, main, args) };
}

const commands: readonly Command[] = [
  command(runContract, runPipeline),
  command(imageContract, auditImage),
  command(logContract, guardLog),
  command(fingerprintContract, fingerprint),
  command(isolationContract, assertIsolation),
  command(attestContract, attest),
  command(verifyContract, verify),
  command(exportContract, exportEvidence),
  command(verifyArchiveContract, verifyArchive),
  command(rotateContract, rotateCredential),
  command(waiveContract, waive),
];

/** Runs one command line, without the program's name; gives back the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  keepOutputErrors();
  const [name, rest] = splitName(args);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return print(toOverview());
  if (name === "--version") return print(`${version}\n`);
  const chosen = commands.find((candidate) => candidate.contract.name === name);
  if (!chosen) {
    writeProgress(`pci-pipeline: there is no command ${name}${suggest(name, commands.map(({ contract }) => contract.name))}; see pci-pipeline --help`);
    return exitCodes.badInput;
  }
  if (rest.includes("--help") || rest.includes("-h")) return print(toCommandHelp(chosen.contract));
  return chosen.start(rest);
}

/** Some names are two words. */
function splitName(args: readonly string[]): [name: string | undefined, rest: readonly string[]] {
  const [first, second] = args;
  const long = `${first} ${second}`;
  return commands.some(({ contract }) => contract.name === long) ? [long, args.slice(2)] : [first, args.slice(1)];
}

async function print(text: string): Promise<number> {
  await writeStandardOutput(text);
  return exitCodes.pass;
}

function toOverview(): string {
  const width = Math.max(...commands.map(({ contract }) => contract.name.length));
  const rows = commands.map(({ contract }) => `  ${contract.name.padEnd(width)}  ${contract.description}`);
  return [
    "pci-pipeline: proof that builds leak nothing and cannot reach production", "",
    ...rows, "", "pci-pipeline <command> --help shows its flags.", "",
  ].join("\n");
}
