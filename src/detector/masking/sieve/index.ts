// One look at every byte of a log, in WebAssembly. In: bytes. Out: the few places worth another look.
export { findMarks, IS_BASE64, type LogMarks, type Mark, WITH_ADDRESS } from "./log-marks.ts";
export { turned } from "./rotation.ts";
