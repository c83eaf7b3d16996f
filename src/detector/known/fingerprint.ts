// Makes the file of fingerprints, where the values legitimately exist.
import { InputError } from "../../finding/index.ts";
import { reverse, toRepresentative } from "./alphabet.ts";
import { cutValue, type Part } from "./value/block.ts";
import { toForms } from "./value/form.ts";
import { RollingHash } from "./search/rolling.ts";
import { deriveKeys, macOf, seal, type Content, type Keys } from "./seal.ts";
import { LEAST_BITS } from "./value/strength.ts";

const MAX_NAMED = 10;
/** Of the value that self-tests plant; no name of a user has brackets. */
export const CANARY_NAME = "(canary)";

/**
 * The text of a file of fingerprints for `values` by name. `salt`: 16 fresh random bytes. Throws InputError that names (and never shows)
 * values that are too weak, since fingerprints of guessable values would give them away to whoever has the key.
 */
export function fingerprintValues(values: ReadonlyMap<string, string>, { key, salt }: { readonly key: Uint8Array; readonly salt: Uint8Array }): string {
  const cut = [...values].map(([name, value]) => ({ name, parts: cutValue(value) }));
  const weak = cut.filter(({ parts }) => parts.length === 0).map(({ name }) => name);
  if (weak.length > 0) throw new InputError(describeWeak(weak));
  const keys = deriveKeys(key, salt);
  const writer = new Writer(keys);
  for (const { name, parts } of [...cut, { name: CANARY_NAME, parts: cutValue(keys.canary) }]) for (const part of parts) writer.add(name, part);
  return seal(writer.content(), { keys, salt, values: values.size });
}

function describeWeak(names: readonly string[]): string {
  const shown = names.length > MAX_NAMED ? `${names.slice(0, MAX_NAMED).join(", ")} and ${names.length - MAX_NAMED} more` : names.join(", ");
  return `${names.length === 1 ? "the value" : "values"} ${shown}: fewer than ${LEAST_BITS} bits that nobody could guess; a fingerprint would help to guess the value, so make it longer and random, or leave it out`;
}

class Writer {
  readonly #keys: Keys;
  readonly #hash: RollingHash;
  readonly #items: Content["items"] = [];
  readonly #entries: Content["entries"] = {};

  constructor(keys: Keys) {
    this.#keys = keys;
    this.#hash = new RollingHash(keys.rollKey);
  }

  add(name: string, { text, blocks }: Part): void {
    const item = this.#items.push({ name, length: text.length, mac: this.#mac(text) }) - 1;
    for (const { text: block, offset } of blocks) {
      for (const form of toForms(block)) {
        const entries = (this.#entries[form.text.length] ??= []);
        entries.push([item, offset, form.name, this.#hash.tagOf(form.text), this.#hash.tagOf(reverse(form.text)), this.#mac(form.text)]);
      }
    }
  }

  content(): Content {
    return { items: this.#items, entries: this.#entries };
  }

  #mac(text: string): string {
    return macOf(this.#keys.macKey, toRepresentative(text)).toString("base64");
  }
}
