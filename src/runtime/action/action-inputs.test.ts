import { describe, expect, it } from "vitest";
import { defineContract } from "../door/contract.ts";
import { optional } from "../door/input.ts";
import { readActionInputs } from "./action-inputs.ts";

const contract = defineContract({
  name: "x", title: "x", description: "x", branding: { icon: "x", color: "blue" }, outputs: {}, permissions: {},
  inputs: { image: optional("path", { description: "x", requiredAt: "action" }) },
});

describe("readActionInputs", () => {
  it("requires in a workflow what a terminal may leave out", () => {
    expect(() => readActionInputs(contract, { INPUT_IMAGE: "" })).toThrow(/input image is required/);
    expect(() => readActionInputs(contract, {})).toThrow(/input image is required/);
    expect(readActionInputs(contract, { INPUT_IMAGE: "a.tar" }).get("image")).toBe("a.tar");
    expect(contract.inputs.image.schema.safeParse(undefined).success).toBe(true);
  });
});
