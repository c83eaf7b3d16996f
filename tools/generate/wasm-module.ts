// Compiles wasm/sieve.ts and lets it travel as text in a module: bundles then hold it without a file beside them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { banner, type Generated } from "./generated.ts";

const FLAGS = ["-O3", "--noAssert", "--converge", "--runtime", "stub", "--importMemory", "--enable", "simd", "--use", "abort=", "--outFile", "sieve.wasm"];
const LINE = 160;

/** The same source and compiler give the same bytes. Throws with the compiler's messages where it does not compile. */
export async function toWasmModule(root: string): Promise<Generated> {
  const wasm = await compile(readFileSync(join(root, "wasm/sieve.ts"), "utf8"));
  const lines = Buffer.from(wasm).toString("base64").match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  const text = lines.map((line) => `  "${line}",`).join("\n");
  return {
    path: join(root, "src/detector/sieve/module.generated.ts"),
    content: `// ${banner("wasm/sieve.ts")}\n\n/** The WebAssembly module of ${wasm.length} bytes, in base64. */\nexport const sieveModule = [\n${text}\n].join("");\n`,
  };
}

async function compile(source: string): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main(["sieve.ts", ...FLAGS], {
    readFile: (name: string) => (name === "sieve.ts" ? source : null),
    writeFile: (name: string, content: Uint8Array | string) => { if (name === "sieve.wasm" && typeof content !== "string") wasm = content; },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`wasm/sieve.ts does not compile:\n${stderr.toString()}`);
  return wasm;
}
