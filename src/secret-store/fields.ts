// A secret's fields, which belong together in one version (user and password, id and value) and must not be seen by accident.
import { inspect } from "node:util";

const HIDDEN = "[secret]";

/** Whoever wants a value has to say so: it appears in no JSON, no string and no inspection. */
export class Fields {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: Readonly<Record<string, string>>) {
    this.#values = new Map(Object.entries(values));
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  names(): string[] {
    return [...this.#values.keys()].sort();
  }

  /** For the store that keeps them, and for who uses them. */
  expose(): Record<string, string> {
    return Object.fromEntries(this.#values);
  }

  equals(other: Fields): boolean {
    return JSON.stringify(Object.entries(this.expose()).sort()) === JSON.stringify(Object.entries(other.expose()).sort());
  }

  toJSON(): string {
    return HIDDEN;
  }

  toString(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}
