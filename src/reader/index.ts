// Room 2, the vocabulary of all readers. Streams and memory in, fragments and gaps out; never opens anything itself.
export { OVERLAP_BYTES, WINDOW_BYTES, type Fragment, type LogMark, type ReadGap, type Reading, type Readings, type Recalled } from "./fragment.ts";
export { toFragments, WindowCutter } from "./window.ts";
