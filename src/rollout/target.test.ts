import { describe, expect, it } from "vitest";
import { targetSchema } from "./target.ts";

const target = { context: "k3d-x", namespace: "dev", kustomization: "k", deployment: "gateway", container: "gateway", image: "registry.example/gateway", import: "k3d" };

describe("targetSchema", () => {
  it.each([
    ["an option for a context", { context: "--kubeconfig=x" }],
    ["an option for a name", { deployment: "-x" }],
    ["an image with a tag", { image: "registry.example/x:1" }],
    ["an image with a digest", { image: `registry.example/x@sha256:${"b".repeat(64)}` }],
    ["k3d import elsewhere", { context: "prod", import: "k3d" }],
    ["an unknown field", { force: true }],
  ])("refuses %s", (_, change) => expect(targetSchema.safeParse({ ...target, ...change }).success).toBe(false));
});
