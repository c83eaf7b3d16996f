// Brings what a reader yields before the inspector, much of it in one go, and gives it back in its order, whoever is done first.
import type { Reading } from "../reader/index.ts";
import type { Inspected, Inspector } from "./inspector.ts";
import type { Tray } from "./sieve/index.ts";

/** What is examined in one go where it is held in no tray: much of it pays, and what waits costs memory. */
const BATCH_BYTES = 1 << 20;
const BATCH_READINGS = 1 << 10;

type Examined = { readonly reading: Reading; readonly inspected?: Inspected | undefined };

/** Every reading with what the inspector says of it, in their order, whoever is done first. */
export async function* examineInOrder(readings: AsyncIterable<Reading>, inspector: Inspector): AsyncGenerator<Examined> {
  const underWay: Promise<Examined[]>[] = [];
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
  for await (const reading of readings) {
    const own = reading.kind === "fragment" ? inspector.trays?.of(reading.bytes) : tray;
    const isFull = own ? own !== tray : tray !== undefined || bytes >= BATCH_BYTES || batch.length >= BATCH_READINGS;
    if (isFull && batch.length > 0) {
      send();
      if (underWay.length >= (inspector.lanes ?? 1)) yield* (await underWay.shift()) ?? [];
    }
    tray = own;
    bytes += reading.kind === "fragment" ? reading.bytes.length : 0;
    batch.push(reading);
  }
  send();
  for (const examined of underWay) yield* await examined;
}

async function examineBatch(batch: readonly Reading[], inspector: Inspector): Promise<Examined[]> {
  const fragments = batch.filter((reading) => reading.kind === "fragment");
  const inspected = await inspector.examineAll(fragments);
  let next = 0;
  return batch.map((reading) => (reading.kind === "fragment" ? { reading, inspected: inspected[next++] } : { reading }));
}
