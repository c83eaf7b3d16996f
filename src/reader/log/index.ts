// Room 2, logs. In: opened logs. Out: windows of their text without stamps and colours, and gaps. Opens nothing, judges nothing.
export { readLogs } from "./read.ts";
