// Which command is meant, and its help; everything else is the door's own contract and main.
import { suggest } from "../src/finding/index.ts";
import {
  exitCodes, keepOutputErrors, runCommand, toCommandHelp, version, writeProgress, writeStandardOutput, type Contract, type Main,
} from "../src/runtime/index.ts";

type Command = { readonly contract: Contract; readonly start: (args: readonly string[]) => Promise<number> };
type Door<C extends Contract> = { readonly contract: C; readonly main: Main<C> };

function open<C extends Contract>({ contract, main }: Door<C>): Command {
  return { contract, start: (args) => runCommand(contract, main, args) };
}

/** In the order of the overview. Only what was asked for is loaded: to read the whole program takes longer than many an audit. */
const commands = new Map<string, () => Promise<Command>>([
  ["run", async () => open(await import("./run/run.ts"))],
  ["image-secret-audit", async () => open({ ...await import("../actions/image-secret-audit/contract.ts"), ...await import("../actions/image-secret-audit/main.ts") })],
  ["log-leak-guard", async () => open({ ...await import("../actions/log-leak-guard/contract.ts"), ...await import("../actions/log-leak-guard/main.ts") })],
  ["credential-fingerprint", async () => open(await import("./credential-fingerprint.ts"))],
  ["isolation-assert", async () => open({ ...await import("../actions/isolation-assert/contract.ts"), ...await import("../actions/isolation-assert/main.ts") })],
  ["compliance-attest", async () => open({ ...await import("../actions/compliance-attest/contract.ts"), ...await import("../actions/compliance-attest/main.ts") })],
  ["compliance-verify", async () => open({ ...await import("../actions/compliance-verify/contract.ts"), ...await import("../actions/compliance-verify/main.ts") })],
  ["evidence export", async () => {
    const { exportContract: contract, exportEvidence: main } = await import("./evidence.ts");
    return open({ contract, main });
  }],
  ["evidence verify", async () => {
    const { verifyContract: contract, verifyArchive: main } = await import("./evidence.ts");
    return open({ contract, main });
  }],
  ["credential-rotate", async () => open(await import("./credential-rotate.ts"))],
  ["waive", async () => open(await import("./waive.ts"))],
]);

/** Runs one command line, without the program's name; gives back the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  keepOutputErrors();
  const [name, rest] = splitName(args);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") return print(await toOverview());
  if (name === "--version") return print(`${version}\n`);
  const command = await commands.get(name)?.();
  if (!command) {
    writeProgress(`pci-pipeline: there is no command ${name}${suggest(name, [...commands.keys()])}; see pci-pipeline --help`);
    return exitCodes.badInput;
  }
  if (rest.includes("--help") || rest.includes("-h")) return print(toCommandHelp(command.contract));
  return command.start(rest);
}

/** Some names are two words. */
function splitName(args: readonly string[]): [name: string | undefined, rest: readonly string[]] {
  const [first, second] = args;
  const long = `${first} ${second}`;
  return commands.has(long) ? [long, args.slice(2)] : [first, args.slice(1)];
}

async function print(text: string): Promise<number> {
  await writeStandardOutput(text);
  return exitCodes.pass;
}

async function toOverview(): Promise<string> {
  const contracts = await Promise.all([...commands.values()].map(async (load) => (await load()).contract));
  const width = Math.max(...contracts.map(({ name }) => name.length));
  const rows = contracts.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`);
  return [
    "pci-pipeline: proof that builds leak nothing and cannot reach production", "",
    ...rows, "", "pci-pipeline <command> --help shows its flags.", "",
  ].join("\n");
}
