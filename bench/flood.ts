// Content made to be slow: near-misses by the megabyte, and values on every line. One core, one window after the other, as in a run.
import { createInspector, createSampler, inspectAll, makeCardNumber } from "../src/detector/index.ts";
import { Ledger } from "../src/finding/index.ts";
import { toFragments } from "../src/reader/index.ts";

/** Enough that what is measured is the rate, and not how soon code is compiled. */
const SIZE = 32e6;

export type FloodResult = { readonly name: string; readonly megabytesPerSecond: number; readonly findings: number; readonly gaps: number };

function floods(): Readonly<Record<string, string>> {
  const sampler = createSampler("flood");
  const fill = (make: () => string): string => {
    const pool = Array.from({ length: 500 }, make).join("");
    return pool.repeat(Math.ceil(SIZE / pool.length)).slice(0, SIZE);
  };
  const same = (text: string) => fill(() => text);
  return {
    "plain text": same("the quick brown fox jumps over the lazy dog\n"),
    "curl": same("curl "),
    "kind: Secret": same("kind: Secret\n"),
    "BEGIN": same("-----BEGIN "),
    "prefixes without tails": same("sk_live_ AKIA ghp_ xoxb- "),
    "a value on every line": fill(() => `token = ghp_${sampler.expand("{alnum:30}{crc32-base62:30}")}\n`),
    "passwords": fill(() => `password = "${sampler.expand("{password:16}")}"\n`),
    "password = short": same("password = x\n"),
    "one digit run": same("1234567890"),
    "digit runs": fill(() => `${sampler.expand("{digit:16}")} `),
    "digits and dashes": fill(() => `${sampler.expand("{digit:4}")}-`),
    "card numbers": fill(() => `${makeCardNumber(sampler)}\n`),
    "tracks and verification values": fill(() => `;${makeCardNumber(sampler)}=30121011234567890? cvv: ${sampler.expand("{digit:3}")}\n`),
    "base64": fill(() => `${sampler.expand("{base64:400}")}\n`),
    "hexadecimal": fill(() => sampler.expand("{hex:400}")),
    "percent": same("%41%42 "),
    "escapes": same("\\u0041\\x42 "),
  };
}

/** Those whose name holds `only`. */
export async function measureFloods(only = ""): Promise<FloodResult[]> {
  const inspector = createInspector();
  const results: FloodResult[] = [];
  for (const [name, text] of Object.entries(floods()).filter(([flood]) => flood.includes(only))) {
    const bytes = Buffer.from(text, "latin1");
    const before = process.cpuUsage();
    const { findings, gaps } = await inspectAll(toFragments({ kind: "log", file: "flood" }, [bytes]), inspector, new Ledger());
    const { user, system } = process.cpuUsage(before);
    results.push({ name, megabytesPerSecond: bytes.length / (user + system), findings: findings.length, gaps: gaps.length });
  }
  return results;
}

export type ScaleResult = { readonly rules: number; readonly megabytesPerSecond: number };

/** The same bytes with ever more rules of one's own, each with its own literal. */
export function measureScale(sample: Uint8Array): ScaleResult[] {
  const sampler = createSampler("scale");
  return [0, 250, 500, 1000].map((rules) => {
    const own = Array.from({ length: rules }, (_, index) => `[[rules]]\nid = "own-${index}"\ndescription = "own"\nregex = '''${sampler.expand("{loweralnum:5}")}_[a-z0-9]{24}'''\nkeywords = ["${sampler.expand("{loweralnum:6}")}"]\n`).join("\n");
    const inspector = createInspector(rules === 0 ? {} : { rules: own });
    const run = () => {
      for (let at = 0; at < sample.length; at += 1 << 20) inspector.inspect({ kind: "fragment", place: { kind: "log", file: "scale" }, bytes: sample.subarray(at, at + (1 << 20)), start: at, line: 1, owned: 1 << 20 });
    };
    run();
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    return { rules, megabytesPerSecond: sample.length / (user + system) };
  });
}

if (import.meta.main) {
  for (const { name, megabytesPerSecond, findings, gaps } of await measureFloods(process.argv[2])) console.log(`${megabytesPerSecond.toFixed(1).padStart(8)} MB/s  ${name} (${findings} findings, ${gaps} gaps)`);
}
