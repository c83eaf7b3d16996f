// Starts WebAssembly modules. In: their bytes. Out: exports on a memory. As much of it as is needed, since Node's types leave the global object out.
import { Buffer } from "node:buffer";

export type WasmMemory = { readonly buffer: ArrayBufferLike; grow(pages: number): number };

type WebAssembly = {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number; maximum?: number; shared?: boolean }) => WasmMemory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: WebAssembly };

const PAGE = 1 << 16;
/** What a module that is compiled for shared memory expects; only what is touched is ever used. */
const MOST_SHARED_PAGES = 1 << 16;
const compiled = new Map<string, object>();

/** The exports of a generated module, given in base64, on a memory of its own or on one that is given; each module is compiled once. */
export function startModule<Exports>(module: string, imports: Readonly<Record<string, object>> = {}, memory = new wasm.Memory({ initial: 1 })): { exports: Exports; memory: WasmMemory } {
  const ready = compiled.get(module) ?? new wasm.Module(Buffer.from(module, "base64"));
  compiled.set(module, ready);
  const instance = new wasm.Instance(ready, { env: { memory }, ...imports });
  return { exports: instance.exports as Exports, memory };
}

/** Memory that other threads may be given. */
export function shareMemory(bytes: number): WasmMemory {
  return new wasm.Memory({ initial: Math.ceil(bytes / PAGE), maximum: MOST_SHARED_PAGES, shared: true });
}

/** Makes room for `bytes` in all; views of the former buffer are void then. Returns whether it grew. */
export function ensureMemory(memory: WasmMemory, bytes: number): boolean {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return false;
  memory.grow(Math.ceil(missing / PAGE));
  return true;
}
