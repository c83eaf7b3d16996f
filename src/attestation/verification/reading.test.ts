import { describe, expect, it } from "vitest";
import { readStatement } from "./reading.ts";
import { makeSpecimen } from "./specimen.ts";

const specimen = await makeSpecimen(new Date("2026-05-06T07:08:09.000Z"));
const textOf = ({ bundle }: { bundle: Uint8Array }) => Buffer.from(bundle).toString("utf8");

describe("readStatement", () => {
  it("gives back what was signed", () => expect(readStatement(textOf(specimen.inputs))).toEqual(specimen.statement));
  it("refuses a payload that is no JSON", async () => expect(async () => readStatement(textOf(await specimen.signBytes(Buffer.from("text"))))).rejects.toThrow(/no compliance statement/));
  it("refuses a bundle that breaks the format", () => expect(() => readStatement(textOf(specimen.inputs).replace(/\.v0\.3/, ".v0.9"))).toThrow(/breaks the format/));
});
