// PowerShell redirects as UTF-16 with a byte order mark: the rest of the room knows UTF-8 only.

/** Turns one log's chunks into UTF-8. UTF-16 is known by its mark; everything else passes through as it is. */
export class Utf8Converter {
  #decoder: InstanceType<typeof TextDecoder> | undefined;
  #begun = false;
  #held: Uint8Array = new Uint8Array(0);

  push(chunk: Uint8Array): Uint8Array {
    if (this.#begun) return this.#convert(chunk);
    this.#held = Buffer.concat([this.#held, chunk]);
    return this.#held.length < 2 ? new Uint8Array(0) : this.#begin();
  }

  end(): Uint8Array {
    const rest = this.#begun ? new Uint8Array(0) : this.#begin();
    return this.#decoder ? Buffer.concat([rest, Buffer.from(this.#decoder.decode())]) : rest;
  }

  #begin(): Uint8Array {
    this.#begun = true;
    const [first, second] = this.#held;
    if (first === 0xff && second === 0xfe) this.#decoder = new TextDecoder("utf-16le");
    if (first === 0xfe && second === 0xff) this.#decoder = new TextDecoder("utf-16be");
    return this.#convert(this.#held);
  }

  #convert(chunk: Uint8Array): Uint8Array {
    return this.#decoder ? Buffer.from(this.#decoder.decode(chunk, { stream: true })) : chunk;
  }
}
