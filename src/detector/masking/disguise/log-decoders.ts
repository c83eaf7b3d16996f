// Disguises that occur in logs: what shells and pipes make of a value. Encodings proper are undone in decode/.
import type { Decoder } from "../../detector.ts";
import { base32 } from "./base32.ts";
import { lineBreak } from "./line-break.ts";
import { capitalEscape } from "./capital-escape.ts";
import { reversed } from "./reversed.ts";
import { rotated } from "./rotated.ts";
import { shellQuoting } from "./shell-quoting.ts";
import { spaced } from "./spaced.ts";
import { terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

/** The terminal's comes last: what is found without it is told without it. */
export const logDecoders: readonly Decoder[] = [base32, spaced, wrapped, lineBreak, capitalEscape, shellQuoting, reversed, rotated, terminal];
