// Room 5, pure renderers. In: judged reports. Out: text for people and other programs. Hostile names never leave it raw.
export { clean } from "./clean.ts";
export { toText, type TextOptions } from "./text/report-text.ts";
export { toJson } from "./json.ts";
export { toSarif } from "./sarif/sarif-log.ts";
export type { SarifRule } from "./sarif/sarif-rule.ts";
export { toSummary, type SummaryOptions } from "./summary/report-summary.ts";
export { annotationLevels, toAnnotations, type Annotation } from "./annotations.ts";
export { toHtml } from "./html/page.ts";
export type { EvidencePage, PageControl, PageSigner, PageStage, PageStatement } from "./html/evidence-page.ts";
export { toVerifyPage } from "./verify-page/page.ts";
