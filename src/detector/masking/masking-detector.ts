// What masks and dumps reveal, for any text: a log's, or what was decoded from it.
import type { Detector } from "../detector.ts";
import { findDumps } from "./dump.ts";
import { findNearMisses } from "./near-miss.ts";
import { findMaskEchoes, findOutputCommands, findVariables } from "./printed.ts";
import { contentRules } from "./rules.ts";
import { findMarks } from "./sieve/index.ts";
import { toBuffer } from "./text.ts";

const finders = [findDumps, findMaskEchoes, findVariables, findOutputCommands, findNearMisses];

export const maskingDetector: Detector = {
  rules: contentRules,
  find(bytes) {
    const marks = findMarks(bytes);
    if (marks.isEmpty) return [];
    const buffer = toBuffer(bytes);
    return finders.flatMap((find) => find(buffer, marks)).sort((a, b) => a.start - b.start);
  },
};
