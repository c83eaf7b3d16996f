// docs/rules.md: every rule with an anchor of its own, so that a finding's id leads to its page.
import { cardholderRules, credentialRules, type RuleInfo } from "../../src/detector/index.ts";
import { logRules } from "../../src/detector/masking/index.ts";
import { banner } from "./generated.ts";
import { toTable } from "./markers.ts";

export function toRulesPage(): string {
  const reference = new Map(credentialRules.map(({ id, reference }) => [id, reference]));
  return [
    `<!-- ${banner("rules/ and src/detector")} -->`, "", "# Rules", "",
    `${credentialRules.length} rules for credentials, ${cardholderRules.length} for cardholder data, ${logRules.length} for job logs. What a finding names is the id. `
      + "Rules of the other checks: [isolation](isolation.md), [rollout](rollout.md), [evidence](evidence.md). [Add one](add-a-rule.md).",
    ...section("Credentials", credentialRules, reference), ...section("Cardholder data", cardholderRules, reference), ...section("Job logs", logRules, reference), "",
  ].join("\n");
}

function section(title: string, rules: readonly RuleInfo[], reference: ReadonlyMap<string, string>): string[] {
  const rows = rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, title: name, severity, controls }) => {
    const source = reference.get(id);
    return [`<a id="${id}"></a>\`${id}\``, source?.startsWith("https://") ? `[${name}](${source})` : name, severity, controls.join(", ")];
  });
  return ["", `## ${title}`, "", toTable(["id", "what", "severity", "PCI DSS v4.0.1"], rows)];
}
