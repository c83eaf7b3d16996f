// Compiles wasm/*.ts and lets each travel as text in a module: bundles then hold it without a file beside them.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import asc from "assemblyscript/asc";
import { banner, type Generated } from "./generated.ts";

const FLAGS = ["-O3", "--noAssert", "--converge", "--runtime", "stub", "--importMemory", "--enable", "simd", "--use", "abort="];
const LINE = 160;

/** Memory that several threads share has a limit, which the host names too. */
const SHARED = ["--sharedMemory", "--maximumMemory", "65536", "--enable", "threads"];

/** Where each source's module goes, and its name there; a source may take others out of the folder of its name, and out of pass/, which all share. */
const modules = [
  { source: "sieve", path: "src/detector/sieve/module.generated.ts", name: "sieveModule", flags: SHARED },
  { source: "log", path: "src/detector/masking/sieve/module.generated.ts", name: "logModule", flags: [] },
  { source: "text", path: "src/reader/log/module.generated.ts", name: "textModule", flags: [] },
  { source: "known", path: "src/detector/known/search/module.generated.ts", name: "knownModule", flags: [] },
];

/** The same source and compiler give the same bytes. Throws with the compiler's messages where one does not compile. */
export function toWasmModules(root: string): Promise<Generated[]> {
  return Promise.all(modules.map(async ({ source, path, name, flags }) => {
    const wasm = await compile(join(root, "wasm"), source, flags);
    const lines = Buffer.from(wasm).toString("base64").match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
    const text = lines.map((line) => `  "${line}",`).join("\n");
    return {
      path: join(root, path),
      content: `// ${banner(`wasm/${source}.ts`)}\n\n/** The WebAssembly module of ${wasm.length} bytes, in base64. */\nexport const ${name} = [\n${text}\n].join("");\n`,
    };
  }));
}

async function compile(folder: string, source: string, flags: readonly string[]): Promise<Uint8Array> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await asc.main([`${source}.ts`, ...FLAGS, ...flags, "--outFile", `${source}.wasm`], {
    readFile: (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : null),
    writeFile: (name: string, content: Uint8Array | string) => { if (name === `${source}.wasm` && typeof content !== "string") wasm = content; },
    listFiles: () => [],
  });
  if (error || !wasm) throw new Error(`wasm/${source}.ts does not compile:\n${stderr.toString()}`);
  return wasm;
}
