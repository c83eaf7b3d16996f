// `credential-fingerprint`: runs where values legitimately exist and writes what lets others recognise them without holding them.
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { fingerprintValues, readKey } from "../src/detector/known/index.ts";
import { InputError } from "../src/finding/index.ts";
import { defineContract, optional, readInput, required, writeOutput, type Inputs, type Outcome, type World } from "../src/runtime/index.ts";

export const contract = defineContract({
  name: "credential-fingerprint",
  title: "Credential fingerprints",
  description: "Write keyed fingerprints of the values on standard input, by which the checks recognise them anywhere",
  branding: { icon: "hash", color: "purple" },
  inputs: {
    "key-file": required("path", { description: "Key of at least 32 random bytes (openssl rand -hex 32); the checks get the same one" }),
    output: optional("path", { description: "File for the fingerprints instead of standard output" }),
  },
  outputs: {},
  permissions: {},
});

const MAX_INPUT_BYTES = 64 << 20;
const SALT_BYTES = 16;

/** Reads `{"NAME": "value", …}` from standard input. Throws InputError, which names values and never shows one. */
export async function main(inputs: Inputs<typeof contract>, world: World): Promise<Outcome<typeof contract>> {
  const key = readKey(await readInput(world.cwd, inputs["key-file"], "key file"));
  const values = readValues(await readAll(world.stdin));
  const file = fingerprintValues(values, { key, salt: randomBytes(SALT_BYTES) });
  if (inputs.output === undefined) return { verdict: "pass", outputs: {}, message: file };
  await writeOutput(resolve(world.cwd, inputs.output), `${file}\n`);
  return { verdict: "pass", outputs: {}, message: `${inputs.output}: fingerprints of ${values.size} values` };
}

const FORM = 'give {"NAME": "value", …}';

function readValues(text: string): Map<string, string> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    // The parser's own message quotes what it read.
    throw new InputError(`standard input is not JSON; ${FORM}`);
  }
  if (typeof document !== "object" || document === null || Array.isArray(document)) throw new InputError(`standard input is no JSON object; ${FORM}`);
  const entries = Object.entries(document);
  if (entries.length === 0) throw new InputError(`standard input holds no values; ${FORM}`);
  const wrong = entries.findIndex(([name, value]) => typeof value !== "string" || !/^[\w.\-/ ]{1,200}$/.test(name));
  if (wrong >= 0) throw new InputError(`value ${wrong + 1} on standard input is no text, or its name holds other than letters, digits, blanks and . _ - /; ${FORM}`);
  if (countNames(text) !== entries.length) throw new InputError("standard input names a value twice; give each one a name of its own");
  return new Map(entries as [string, string][]);
}

/** Names as they are written in an object of texts: every second string. JSON.parse drops the first of two with one name. */
function countNames(text: string): number {
  return (text.match(/"(?:[^"\\]|\\.)*"/g) ?? []).length / 2;
}

async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    size += chunk.length;
    if (size > MAX_INPUT_BYTES) throw new InputError("standard input is larger than 64 MiB; give the values alone");
    chunks.push(chunk);
  }
  return new TextDecoder("utf-8", { fatal: false }).decode(Buffer.concat(chunks));
}
