// Expressions in the dialect of RE2, matched in linear time: for the rules that users bring.
export { PatternError } from "./classes.ts";
export { Pattern } from "./pattern.ts";
export { WorkLimit, type Work } from "./threads.ts";
