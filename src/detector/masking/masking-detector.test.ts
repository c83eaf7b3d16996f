// What masks and dumps reveal, with the ordinary lines beside each that reveal nothing.
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { maskingDetector } from "./masking-detector.ts";

const sampler = createSampler("masking");
const value = sampler.expand("{lower:4}{digit:3}{lower:5}");

function findIn(text: string): { rule: string; found: string }[] {
  const bytes = Buffer.from(text);
  return maskingDetector.find(bytes).map((match) => ({ rule: match.rule.id, found: bytes.toString("utf8", match.start, match.end) }));
}

const hits: { readonly [rule: string]: readonly string[] } = {
  "runner-memory-dump": [
    `"NPM_TOKEN":{"value":"${value}","isSecret":true}`, `{\\"value\\":\\"${value}\\",\\"isSecret\\":true}`, `"isSecret" : true`, `{"value":"***","isSecret":true}`,
  ],
  "secrets-context-dump": [
    `{\n  "github_token": "***",\n  "NPM_TOKEN": "***"\n}`, `{"NPM_TOKEN":"${value}","github_token":"${value}"}`, `{\\"github_token\\": \\"x\\", \\"A_B\\": \\"y\\"}`,
  ],
  "mask-command-echo": [`::add-mask::${value}`, `some output ::add-mask::${value} `, `##[add-mask]${value}`],
  "sensitive-variable": [
    `SIGNING_SECRET=${value}`, `export DB_PASSWORD='${value}'`, `declare -x API_KEY="${value}"`, `+ NPM_TOKEN=${value}`, `++ export DEPLOY_KEY=${value}`,
    `  NPM_TOKEN: ${value}`, `+ HOME=/root DB_PASSWORD=${value} ./run`, `header\nAUTH_TOKEN=${value}\n`,
    ...["STORAGE_KEY", "APIKEY", "TOKEN", "SECRET", "PASSWORD", "PASSWD", "PASSPHRASE", "PASS", "DB_PWD", "PAT", "CREDENTIAL", "CREDENTIALS"].flatMap((name) => [`${name}=${value}`, `${name}: ${value}`]),
  ],
  "masked-in-url": ["https://user:***@host/x", "git clone https://***@github.com/a/b", "postgres://***:***@db:5432/x", "GET /v1?api_key=*** HTTP/1.1", "https://x-access-token:***@github.com"],
  "masked-in-header": ["> Authorization: Bearer ***", "-H 'authorization: Basic ***'", "x-api-key: ***", "PRIVATE-TOKEN: ***"],
  "masked-in-part": [`token ***${sampler.expand("{alnum:36}")}`, `dXNlcjpz${sampler.expand("{alnum:30}")}***`, `***${sampler.expand("{hex:64}")}`],
  "masked-in-command-line": ["mysql --password *** < x", "tool --api-key=***", "login -token '***'", "curl -u robot:*** https://h", "PGPASSWORD=*** psql -h db"],
};

const misses: readonly string[] = [
  'grep -q isSecret src/*.ts', '"isSecret": false', '{"github_token": 1}', "github_token: ***", 'with:\n  github_token: ***',
  "::add-mask::***", 'echo "::add-mask::$TOKEN"', "::add-mask::${{ secrets.X }}", 'console.log("::add-mask::" + value)', "::add-mask::%TOKEN%", "::add-mask::`cat x`",
  "NPM_TOKEN=***", "NPM_TOKEN=", "  NPM_TOKEN: ***", "TOKEN_FILE=/run/secrets/token", "API_KEY=$(cat key)", "API_KEY=${KEY}", "SECRET=/etc/secret/key.pem", "MAX_TOKEN=4096000000",
  "PWD=/home/runner/work1/app2", "OLDPWD=/home/runner/work1", "DB_PASSWORD=changeme", `PUBLIC_KEY=${value}`, "AUTH_TOKEN=https://host.example/path1", "SSH_AUTH_SOCK=/tmp/ssh-1/agent.2",
  `see the MY_TOKEN=${value} in prose`, "API_KEY=production-value", `token_secret=${value}`,
  "Authorization: Bearer $TOKEN", "authorization: required", "Authorization: Basic realm",
  "token: ***", "  password: ***", "Masking ***", "*** Settings ***", "/** docs ***/", "a *** b", "- [x] ***bold*** text", "****************", "https://host/***/x",
  "[command]/usr/bin/git config --local http.https://github.com/.extraheader AUTHORIZATION: basic ***", "DB_HOST=***", "NPM_TOKEN=*** ",
];

describe.each(Object.entries(hits))("%s", (rule, texts) => {
  it.each(texts)("finds %#", (text) => expect(findIn(text).map((match) => match.rule)).toContain(rule));
});

describe("values", () => {
  it("are found from their first character to their last", () => {
    for (const text of [`export DB_PASSWORD='${value}'`, `  NPM_TOKEN: ${value}`, `::add-mask::${value}`]) {
      expect(findIn(text)).toMatchObject([{ found: value }]);
    }
  });

  it("never reach a preview", () => {
    for (const text of Object.values(hits).flat()) for (const { preview } of maskingDetector.find(Buffer.from(text))) expect(preview).toMatch(/^\[[a-z ]+\]$/);
  });
});

describe("ordinary lines", () => {
  it.each(misses)("reveal nothing: %s", (text) => expect(findIn(text)).toEqual([]));
});

describe("dumps", () => {
  it("are one finding, however many secrets they hold", () => {
    const dump = Array.from({ length: 40 }, (_, index) => `"S${index}":{"value":"${value}","isSecret":true}`).join("\n");
    expect(findIn(dump)).toHaveLength(1);
    expect(findIn(`${dump}\n${"ordinary line\n".repeat(2000)}${dump}`)).toHaveLength(2);
  });
});
