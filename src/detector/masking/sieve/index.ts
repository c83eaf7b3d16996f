// One look at every byte of a log, in WebAssembly. In: bytes. Out: the few places worth another look.
export { COLON, findMarks, LETTER_SHIFT, UPPER, type LogMarks, type Mark } from "./log-marks.ts";
export { possible, turned } from "./rotation.ts";
