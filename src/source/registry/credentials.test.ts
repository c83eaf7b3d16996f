// Logins are taken from where Docker keeps them, however it wrote them down.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { findCredentials } from "./credentials.ts";

const folder = mkdtempSync(join(tmpdir(), "docker-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = process.env["PATH"];
afterEach(() => { process.env["PATH"] = path; });

const word = ["pass", "word"].join(":");
const login = { user: "me", password: word };
const auth = Buffer.from(`me:${word}`).toString("base64");
const find = (config: unknown, host = "registry.example") => {
  writeFileSync(join(folder, "config.json"), typeof config === "string" ? config : JSON.stringify(config));
  return findCredentials(host, { environment: (name) => (name === "DOCKER_CONFIG" ? folder : undefined) });
};

describe("findCredentials", () => {
  it.each([
    ["by host", { "registry.example": { auth } }],
    ["by an address of old", { "https://registry.example/v1/": { auth } }],
    ["in two fields", { "registry.example": { username: "me", password: word } }],
    ["among others", { "other.example": { auth: "eDp5" }, "registry.example": { auth } }],
  ])("finds a login %s", async (_, auths) => expect(await find({ auths })).toEqual(login));

  it("finds the login of the registry that names without a host belong to", async () => {
    expect(await find({ auths: { "https://index.docker.io/v1/": { auth } } }, "docker.io")).toEqual(login);
  });

  it("knows identity tokens", async () => expect(await find({ auths: { "registry.example": { auth: "", identitytoken: word } } })).toEqual({ identityToken: word }));

  it.each([[{}], [{ auths: {} }], [{ auths: { "registry.example.org": { auth } } }], [{ auths: { "registry.example": {} } }]])("finds none in %j", async (config) => {
    expect(await find(config)).toBeUndefined();
  });

  it("refuses a damaged configuration without showing it", async () => {
    await expect(find(`{"auths": {"registry.example": {"auth": "${auth}`)).rejects.toThrow(/not valid; repair it/);
    await expect(find(`{"auths": {"registry.example": {"auth": "${auth}`)).rejects.not.toThrow(auth);
  });

  it.each([["a password", "me", login], ["an identity token", "<token>", { identityToken: word }]])("asks a credential helper, which gives %s", async (_, user, expected) => {
    const helper = join(folder, "docker-credential-canary");
    writeFileSync(helper, `#!/bin/sh\nread host\n[ "$host" = registry.example ] && echo '${JSON.stringify({ ServerURL: "registry.example", Username: user, Secret: word })}'\n`);
    chmodSync(helper, 0o755);
    process.env["PATH"] = `${folder}${delimiter}${path}`;
    expect(await find({ credHelpers: { "registry.example": "canary" } })).toEqual(expected);
    expect(await find({ credsStore: "canary" })).toEqual(expected);
    expect(await find({ credsStore: "absent", auths: { "registry.example": { auth } } })).toEqual(login);
  });
});
