// Brings what a reader yields before the inspector, much of it in one go, and gives it back in its order, whoever is done first.
import type { Reading, Readings } from "../reader/index.ts";
import type { Inspected, Inspector } from "./inspector.ts";
import type { Tray } from "./sieve/index.ts";

/** What is examined in one go where it is held in no tray: much of it pays, and what waits costs memory. */
const BATCH_BYTES = 1 << 20;
const BATCH_READINGS = 1 << 10;

/** Readings in their order, and what the inspector says of the fragments among them. */
type Examined = { readonly readings: readonly Reading[]; readonly inspected: readonly Inspected[] };

/** Every reading once, in their order, whoever is done first. */
export async function* examineInOrder(readings: Readings, inspector: Inspector): AsyncGenerator<Examined> {
  const { lanes = 1 } = inspector;
  const underWay: Promise<Examined>[] = [];
  let batch: Reading[] = [];
  let bytes = 0;
  let tray: Tray | undefined;
  const send = () => {
    const examined = examineBatch(batch, inspector);
    // Awaited in its turn; a failure before that is no unhandled one.
    examined.catch(() => undefined);
    underWay.push(examined);
    batch = [];
    bytes = 0;
  };
  for await (const some of readings) {
    for (const reading of Array.isArray(some) ? some : [some]) {
      const own = reading.kind === "fragment" ? inspector.trays?.of(reading.bytes) : tray;
      const isFull = own ? own !== tray : tray !== undefined || bytes >= BATCH_BYTES || batch.length >= BATCH_READINGS;
      if (isFull && batch.length > 0) send();
      for (const first of underWay.splice(0, underWay.length - lanes + 1)) yield await first;
      tray = own;
      bytes += reading.kind === "fragment" ? reading.bytes.length : 0;
      batch.push(reading);
    }
  }
  send();
  for (const examined of underWay) yield await examined;
}

async function examineBatch(readings: readonly Reading[], inspector: Inspector): Promise<Examined> {
  return { readings, inspected: await inspector.examineAll(readings.filter((reading) => reading.kind === "fragment")) };
}
