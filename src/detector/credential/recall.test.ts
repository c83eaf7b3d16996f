// Credentials as vendors document them, written apart from the rules' own samples, in the files that people keep them in: how many are seen.
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createInspector } from "../inspector.ts";
import { createSampler } from "../sampler.ts";

const inspector = createInspector();

/** A name that such a value has, and its form. */
const documented: readonly (readonly [name: string, template: string])[] = [
  ["stripe_secret_key", "sk_live_51{alnum:99}"], ["stripe_webhook_secret", "whsec_{alnum:32}"], ["adyen_api_key", "AQE{base64:60}-{base64:43}=-{password:16}"], ["adyen_hmac_key", "{upperhex:64}"], ["paypal_client_secret", "E{base64url:79}"], ["braintree_private_key", "{hex:32}"],
  ["square_access_token", "EAAA{base64url:60}"], ["mercadopago_access_token", "APP_USR-{digit:16}-{digit:6}-{hex:32}-{digit:9}"], ["razorpay_key_secret", "{alnum:24}"], ["plaid_secret", "{hex:30}"], ["mollie_api_key", "live_{alnum:30}"], ["kushki_private_key", "{hex:32}"], ["bancosur_key", "bsur_{alnum:24}"], ["walletpro_key", "wpro_{alnum:24}"],
  ["wompi_private_key", "prv_prod_{alnum:33}"], ["paystack_secret", "sk_live_{hex:40}"], ["xendit_secret_key", "xnd_production_{alnum:60}"], ["flutterwave_secret_key", "FLWSECK-{hex:32}-X"], ["paddle_api_key", "pdl_live_apikey_01{loweralnum:24}_{alnum:22}_{alnum:3}"], ["culqi_secret", "sk_live_{alnum:16}"], ["conekta_api_key", "key_{alnum:22}"],
  ["aws_access_key_id", "AKIA{aws-id}"], ["aws_secret_access_key", "{base64:40}"], ["azure_storage_connection", "DefaultEndpointsProtocol=https;AccountName=pay;AccountKey={base64:86}=="], ["google_api_key", "AIza{base64url:35}"], ["digitalocean_token", "dop_v1_{hex:64}"], ["hcloud_token", "{alnum:64}"],
  ["github_token", "ghp_{alnum:30}{crc32-base62:30}"], ["github_app_token", "ghs_{alnum:30}{crc32-base62:30}"], ["gitlab_token", "glpat-{alnum:20}"], ["npm_token", "npm_{alnum:30}{crc32-base62:30}"], ["dockerhub_token", "dckr_pat_{base64url:27}"], ["jenkins_token", "11{hex:32}"],
  ["openai_api_key", "sk-proj-{alnum:74}T3BlbkFJ{alnum:74}"], ["anthropic_api_key", "sk-ant-api03-{base64url:93}AA"], ["slack_bot_token", "xoxb-{digit:12}-{digit:13}-{alnum:24}"], ["sendgrid_api_key", "SG.{base64url:22}.{base64url:43}"], ["twilio_auth_token", "{hex:32}"], ["datadog_api_key", "{hex:32}"],
  ["database_url", "postgresql://pay:{alnum:18}@db.internal:5432/pay"], ["redis_url", "redis://:{alnum:24}@cache.internal:6379/0"], ["jdbc_url", "jdbc:mysql://db.internal/pay?user=pay&password={alnum:14}"], ["vault_token", "hvs.{base64url:90}"], ["db_password", "{password:16}"], ["session_secret", "{hex:48}"], ["encryption_key", "{base64:43}="],
];

/** NAME, name and %: the same name in upper and lower case, and the value. */
const files: { readonly [kind: string]: string } = {
  "env file": "PORT=8080\nNAME=%\nDEBUG=false\n", shell: "#!/bin/sh\nexport NAME='%'\nexec node server.js\n", YAML: "service:\n  name: \"%\"\n  port: 8080\n", JSON: "{\n  \"port\": 8080,\n  \"name\": \"%\"\n}\n", Python: "import os\nNAME = \"%\"\n\ndef main():\n    return 1\n", JavaScript: "const config = {\n  name: '%',\n  port: 1,\n};\n",
  properties: "server.port=8080\npay.name=%\n", XML: "<config>\n  <name>%</name>\n</config>\n", Dockerfile: "FROM node:24\nENV NAME=\"%\"\nRUN npm ci\n", ini: "[pay]\nname = %\nport = 1\n", Go: "package main\n\nconst name = \"%\"\n", PHP: "<?php\nreturn [\n  'name' => '%',\n];\n", "command line": "docker run -e NAME=% -p 80:80 pay\n",
};

describe("recall", () => {
  it.each(Object.entries(files))("in %s is at least 95 of 100", (kind, file) => {
    const missed = documented.filter(([name, template]) => {
      const value = createSampler(`recall ${kind} ${name}`).expand(template);
      const written = kind === "XML" ? value.replaceAll("&", "&amp;").replaceAll("<", "&lt;") : value;
      return !isSeen(file.replace("NAME", () => name.toUpperCase()).replace("name", () => name).replace("%", () => written));
    }).map(([name]) => name);
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(documented.length * 0.05);
  });
});

function isSeen(text: string): boolean {
  const bytes = Buffer.from(text);
  return inspector.inspect({ kind: "fragment", place: { kind: "log", file: "a" }, bytes, start: 0, line: 1, owned: bytes.length }).some(({ severity }) => severity !== "low");
}
