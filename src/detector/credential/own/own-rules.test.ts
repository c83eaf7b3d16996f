// Users' rules as gitleaks reads them, and what they accept: shown, never gone.
import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { createSampler } from "../../sampler.ts";
import { createCredentialDetector } from "../credential-detector.ts";
import { credentialRules } from "../rules.generated.ts";
import { collectRules, readOwnRules, type RulesFile } from "./index.ts";

const value = createSampler("own").expand("{loweralnum:20}");
const RULE = "[[rules]]\nid = 'acme'\ndescription = 'Acme key'\nregex = '''acme-([a-z0-9]{20})'''\nkeywords = ['acme']\n";
const file = (text: string, name = "rules.toml"): RulesFile => ({ name, text });

function find(text: string, own: RulesFile[] | string, path = "app/src/a.env") {
  const rules = readOwnRules(typeof own === "string" ? [file(own)] : own);
  return createCredentialDetector(credentialRules, rules).scan(Buffer.from(text), { path }).matches;
}

describe("a rule of one's own", () => {
  it.each([
    ["first group that holds something", RULE.replace("acme-([a-z0-9]{20})", "(nothing)?acme-([a-z0-9]{20})"), value],
    ["group by number", `${RULE.replace("acme-([a-z0-9]{20})", "(a)cme-([a-z0-9]{20})")}secretGroup = 2`, value],
    ["whole match", RULE.replace("([a-z0-9]{20})", "[a-z0-9]{20}"), `acme-${value}`],
    ["without keywords", RULE.replace("keywords = ['acme']", ""), value], ["short keyword", RULE.replace("['acme']", "['ac']"), value], ["keyword in another case, far away", RULE.replace("['acme']", "['FARAWAY']"), value],
  ])("takes its value from the %s", (_, toml, expected) => {
    const text = `x acme-${value} ${"-".repeat(5000)} FarAway`;
    expect(find(text, toml).map(({ rule, start, end }) => [rule.id, text.slice(start, end)])).toEqual([["acme", expected]]);
  });

  it("asks for entropy, for a keyword and for a path", () => {
    expect(find(`acme-${"ab".repeat(10)}`, `${RULE}entropy = 3.0`)).toEqual([]);
    expect(find(`acme-${value}`, RULE.replace("['acme']", "['other']"))).toEqual([]);
    expect(find(`acme-${value}`, `${RULE}path = '''\\.env$'''`)).toHaveLength(1);
    expect(find(`acme-${value}`, `${RULE}path = '''\\.env$'''`, "a.txt")).toEqual([]);
  });

  it("without an expression is about file names", () => {
    const own = readOwnRules([file("[[rules]]\nid = 'p12'\npath = '''\\.p12$'''\n")]);
    const scan = (name: string, isName: boolean) => createCredentialDetector(credentialRules, own).scan(Buffer.from(name), { path: name, isName }).matches.map(({ rule }) => rule.id);
    expect([scan("a/b.p12", true), scan("a/b.p12", false), scan("a/b.txt", true)]).toEqual([["p12"], [], []]);
  });

  it("cannot hang the run: what uses up the budget is said", () => {
    const text = createSampler("worst").expand("{lower:60000}").replace(/[n-z]/g, "a");
    const own = readOwnRules([file(RULE.replace("acme-([a-z0-9]{20})", "a.{900}[^a-m]").replace("['acme']", "['a']"))]);
    const { unexamined } = createCredentialDetector(credentialRules, own).scan(Buffer.from(text));
    expect(unexamined).toBe(60_000);
  });
});

describe("an allowlist", () => {
  const accepted = (list: string, path?: string) => find(`key = acme-${value} # note`, `${RULE}${list}`, path).map((match) => match.accepted?.reason ?? "open");
  it.each([
    ["stopword", "[[rules.allowlists]]\ndescription = 'why'\nstopwords = ['STOP']".replace("STOP", value.slice(3, 9)), "why"], ["regex on the value", "[[rules.allowlists]]\nregexes = ['^[a-z0-9]+$']", "an allowlist of the rules file"],
    ["regex on the match", "[[rules.allowlists]]\ndescription = 'm'\nregexTarget = 'match'\nregexes = ['^acme-']", "m"], ["regex on the line", "[[rules.allowlists]]\ndescription = 'l'\nregexTarget = 'line'\nregexes = ['note$']", "l"], ["path", "[[rules.allowlists]]\ndescription = 'p'\npaths = ['src/']", "p"],
    ["old spelling", "[rules.allowlist]\ndescription = 'o'\npaths = ['src/']", "o"], ["all of several", "[[rules.allowlists]]\ndescription = 'b'\ncondition = 'and'\npaths = ['src/']\nregexes = ['[a-z]']", "b"], ["not all of several", "[[rules.allowlists]]\ncondition = 'AND'\npaths = ['other/']\nregexes = ['[a-z]']", "open"],
    ["commit", "[[rules.allowlists]]\ncommits = ['abcdef0']", "open"], ["all with a commit", "[[rules.allowlists]]\ncondition = 'AND'\ncommits = ['abcdef0']\npaths = ['src/']", "open"], ["for all rules", "[allowlist]\ndescription = 'g'\npaths = ['src/']", "g"], ["for named rules", "[[allowlists]]\ndescription = 't'\ntargetRules = ['acme']\npaths = ['src/']", "t"], ["for another rule", "[[allowlists]]\ntargetRules = ['github-pat']\npaths = ['src/']", "open"],
  ])("by %s", (_, list, reason) => {
    expect(accepted(list)).toEqual([reason]);
  });

  it("says in which line it stands", () => {
    expect(find(`acme-${value}`, `${RULE}\n[[rules.allowlists]]\ndescription = 'p'\npaths = ['src/']`)[0]?.accepted?.source).toBe("rules.toml:9");
  });

  it("speaks of built-in rules by their id here or with gitleaks, and never makes a finding vanish", () => {
    const key = createSampler("key").expand("sk_live_{alnum:32}");
    const reasons = (toml: string) => find(`k = ${key}`, toml).map((match) => match.accepted?.reason ?? "open");
    expect(reasons("[extend]\nuseDefault = true\n[[allowlists]]\ndescription = 'd'\npaths = ['src/']")).toEqual(["d"]);
    expect(reasons("[extend]\nuseDefault = true\ndisabledRules = ['stripe-access-token']")).toEqual(["the rule stripe-access-token is disabled there"]);
    expect(reasons("[extend]\nuseDefault = true\n[[rules]]\nid = 'stripe-access-token'\n[[rules.allowlists]]\ndescription = 's'\nregexes = ['^sk_live_']")).toEqual(["s"]);
    expect(reasons("[[allowlists]]\ntargetRules = ['stripe-secret-key']\ndescription = 'e'\npaths = ['src/']")).toEqual(["e"]);
  });

  it("inside the audited artefact is shown and changes nothing", () => {
    const [match] = find(`acme-${value} # gitleaks:allow`, RULE);
    expect(match?.accepted).toBeUndefined();
    expect(match?.rule.title).toContain("marked gitleaks:allow");
  });
});

describe("files", () => {
  const files: { readonly [name: string]: string } = { "a.toml": "[extend]\npath = 'b.toml'\ndisabledRules = ['gone']\n[[rules]]\nid = 'acme'\nentropy = 3.5", "b.toml": `${RULE}[[rules]]\nid = 'gone'\nregex = 'gone'`, "c.toml": "[extend]\npath = 'c.toml'", "d.toml": "[extend]\npath = 'a.toml'\nuseDefault = true", "e.toml": "[extend]\npath = 'f.toml'", "f.toml": "[extend]\npath = 'a.toml'" };
  const collect = (name: string) => collectRules(name, async (path) => files[path] ?? "");

  it("extend each other: fields replace, lists grow, disabled rules go", async () => {
    const { rules } = readOwnRules(await collect("a.toml"));
    expect(rules).toMatchObject([{ id: "acme", title: "Acme key", entropy: 3.5, keywords: ["acme"] }]);
  });

  it.each([["c.toml", "extends itself"], ["d.toml", "keep one of them"], ["e.toml", "2 files deep"]])("%s is refused: %s", async (name, message) => {
    await expect(collect(name)).rejects.toThrow(message);
  });

  it.each([
    ["[[rules]]\nid = 1", "id"], [`${RULE}colour = 'b'`, "colour"], ["rules = [", "line 1"], ["\n\n[[rules]]\nid = 'a'\nregex = '(?=x)y'", "rules.toml:5: the expression of rule a uses a group that RE2 has not"], ["[[rules]]\nid = 'a'\nregex = 'a++'", "rules.toml:3"],
    ["[extend]\nurl = 'https://example.org'", "keep a copy"], [`${RULE}secretGroup = 2`, "correct secretGroup"], ["[[allowlists]]\ndescription = 'x'", "without any criterion"], [`${RULE}[[rules.allowlists]]\ncondition = 'xor'\npaths = ['a']`, "OR or AND"], [`${RULE}[[rules.allowlists]]\npaths = ['a(']`, "rules.toml:7"], [`${RULE}[[rules.required]]\nid = 'b'`, "required"],
  ])("are refused with one sentence: %j", (toml, part) => {
    expect(() => readOwnRules([file(toml)])).toThrow(part);
  });
});
