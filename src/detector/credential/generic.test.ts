// The rule that judges by context: what it must see in every spelling, and what ordinary files are full of.
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createSampler } from "../sampler.ts";
import { createCredentialDetector } from "./credential-detector.ts";
import { readPromise } from "./generic.ts";
import { credentialRules } from "./rules.generated.ts";

const detector = createCredentialDetector(credentialRules);
const sampler = createSampler("generic");
const token = sampler.expand("{alnum:32}");
const password = sampler.expand("{password:14}");

function find(text: string, trusted = false): string[] {
  return detector.scan(Buffer.from(text), { trusted }).matches.map((match) => text.slice(match.start, match.end));
}

describe("an assignment", () => {
  it.each([
    ["environment", "API_TOKEN=%", token], ["shell", "export DB_PASSWORD='%'", password], ["properties", "spring.datasource.password=%", password],
    ["YAML", "  client_secret: %", token], ["JSON", '{"apiKey":"%","a":1}', token], ["escaped JSON", '{\\"apiKey\\":\\"%\\"}', token], ["Ruby hash", ":api_key => '%'", token],
    ["Go", 'authToken := "%"', token], ["Python", "self.secret_key = b'%'", token], ["XML element", "<password>%</password>", password],
    ["XML attributes", '<add key="Password" value="%" />', password], ["Kubernetes variable", "- name: DB_PASSWORD\n  value: %", password], ["address", "https://x.example/?access_token=%&b=1", token],
    ["option", "deploy --password=% now", password], ["option and blank", "deploy --api-key % now", token], ["connection string", "Server=db;User Id=a;Password=%;", password], ["index", "config['secret_key'] = '%'", token],
    ["Go with a type", 'const apiKey string = "%"', token], ["TypeScript with a type", "private readonly apiKey: string = '%'", token], ["Rust with a type", "static SECRET_KEY: &'static str = \"%\";", token],
    ["Python with a type", 'api_key: Optional[str] = "%"', token], ["C array", 'char password[64] = "%";', password], ["PowerShell", '$env:API_KEY = "%"', token], ["Ruby default", "ENV['API_KEY'] ||= '%'", token],
    ["XML entry", '<entry key="db.password">%</entry>', password], ["Android string", '<string name="api_key">%</string>', token], ["property list", "<key>ApiKey</key>\n\t<string>%</string>", token],
    ["XML value within", '<setting name="ApiKey" serializeAs="String"><value>%</value></setting>', token], ["servlet parameter", "<param-name>db.password</param-name>\n    <param-value>%</param-value>", password],
    ["PHP, joined", '$apiToken .= "%";', token], ["JavaScript, joined", "clientSecret += '%'", token], ["XML element over lines", "<apiToken>\n      %\n    </apiToken>", token],
    ["a vendor's key", "censys_key: \"%\"", token],
    ["mail account", "auth: { user: 'app', pass: '%' }", password], ["typed by a person", "JWT_SECRET=%", password],
  ])("is read in the spelling of %s", (_, spelling, value) => {
    expect(find(spelling.replace("%", () => value))).toEqual([value]);
  });

  it.each([
    '"input_cost_per_token": 1.1428571428571428e-06', `"collateralToken": "0x${sampler.expand("{hex:40}")}"`, "PASSWORD: PhoenicianPluginSpecProcessingRIPEMD-160RLIMIT_CPU", `sendgridSecret: 'SG.fake.${sampler.expand("{alnum:43}")}'`,
    "password = getpass.getpass()", "PASSWORD=${DB_PASSWORD}", "api_key: {{ .Values.apiKey }}", "token = request.headers['x-token-1']", "password: <your-password-1>", "secret_key = os.environ['SECRET_KEY_1']",
    "tokenizer = 'bert-base-uncased-v2-large'", "if (token === 'abcd1234efgh5678ijkl') {", "std::token::a1b2c3d4e5f6a7b8", "api_key = 'xxxxxxxxxxxxxxxx1'", "PASSWORD=changeme123", "csrf_token = 'a81bc81bd3e54f9da81bc81b'",
    "public_key = 'AAAAB3NzaC1yc2EAAAADAQABAAAB'", "secretName: my-tls-cert-2", "password_file: /run/secrets/db1", "token: ghs_", "passwordHash(1234567890)", "access_token_url = 'https://id.example/oauth2/token'",
    "cache_key = 'a81bc81bd3e54f9da81bc81b'", "auth: true", "tokens: 1048576000000000", "--- PASS: TestOffsetsForDownload/10MB (0.00s)", "K6_CLOUD_TOKEN=k6-cloud:K6_STAGING_TOKEN", "OP_SERVICE_ACCOUNT_TOKEN=ops_eyJzaWduSW5BZGRyZXNzIjoiaHR0cHM6...", "slackToken: xoxe.xoxp-1-SlackAppConfigurationAccessTokenHere", "row_key: 'q7Xk2mPz9LtVb4Rw8NcY'", `snapshot_key: '${sampler.expand("{hex:40}")}'`, "oauth2ServiceAccountKey = 'oauth2.google.serviceAccount'", "const credential = _credential_index_js__WEBPACK_IMPORTED_MODULE_0__/* .credentialRules */ .Z", "pass: '1937-01-01T12:00:27.87+00:20'", "secret: 2024-01-02T03:04:05Z", 'passwd = "app:x:1001:1001:App1:/srv/app:/sbin/nologin"',
  ])("is no credential: %s", (text) => {
    expect(find(text)).toEqual([]);
  });

  it("counts any password where only settings stand", () => {
    expect(find("DB_PASSWORD=winterwonderland")).toEqual([]);
    expect(find("DB_PASSWORD=winterwonderland", true)).toEqual(["winterwonderland"]);
    expect(find("DB_PASSWORD=${PASSWORD}", true)).toEqual([]);
  });
});

describe("readPromise", () => {
  it.each([["DB_PASSWORD", "password"], ["stripeApiKey", "token"], ["webhook-secret-prod", "token"], ["smtp_pass", "password"], ["ENCRYPTION_KEY", "token"]])("takes %s for a %s", (name, promise) => {
    expect(readPromise(name)).toBe(promise);
  });

  it.each(["primary_key", "publicKey", "csrfToken", "nextPageToken", "token_count", "password_policy", "monkey", "key"])("takes %s for nothing", (name) => {
    expect(readPromise(name)).toBeUndefined();
  });
});
