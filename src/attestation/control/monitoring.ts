// Requirements 10 and 11.5: audit logs, time, failures of security controls, change detection.
import type { Procedure } from "./procedure.ts";

const auditLog = { from: "elsewhere", where: "the audit log's own verification, which is not part of a build" } as const;
const people = { from: "people" } as const;
const examine = { methods: ["examine"] } as const;

export const monitoring: readonly Procedure[] = [
  { id: "10.3.1", requirement: "10.3.1", ...examine, evidence: auditLog, asks: "Only those whose work needs it can read audit logs.", remains: "Access settings of the log store." },
  { id: "10.3.2", requirement: "10.3.2", ...examine, evidence: auditLog, asks: "Audit logs are protected against changes by individuals.", remains: "Access settings of the log store." },
  { id: "10.3.3", requirement: "10.3.3", ...examine, evidence: auditLog, asks: "Audit logs are soon backed up to a place that is hard to change.", remains: "Settings and receipts of the log shipping." },
  { id: "10.3.4", requirement: "10.3.4", ...examine, evidence: auditLog, asks: "Changes to existing audit data raise an alert.", remains: "Settings, monitored files and results of the integrity monitoring." },
  { id: "10.4.1.a", requirement: "10.4.1", ...examine, evidence: people, asks: "Written rules have security events and critical logs reviewed at least daily.", remains: "The written rules." },
  { id: "10.4.1.b", requirement: "10.4.1", methods: ["observe", "interview"], evidence: people, asks: "That daily review takes place.", remains: "Observation and interviews." },
  { id: "10.4.1.1", requirement: "10.4.1.1", ...examine, evidence: auditLog, asks: "The review is done by automated mechanisms.", remains: "Settings of the log analysis and its baseline." },
  { id: "10.4.3.a", requirement: "10.4.3", ...examine, evidence: people, asks: "Written rules have anomalies followed up.", remains: "The written rules." },
  { id: "10.4.3.b", requirement: "10.4.3", methods: ["observe", "interview"], evidence: people, asks: "Anomalies are seen to be followed up.", remains: "Observation and interviews." },
  { id: "10.6.3.a", requirement: "10.6.3", ...examine, evidence: people, asks: "Only those whose work needs it can touch the time settings.", remains: "Settings of the time servers." },
  { id: "10.6.3.b", requirement: "10.6.3", methods: ["examine", "observe"], evidence: people, asks: "Changes to time settings are logged, watched and reviewed.", remains: "Settings, logs and reviews of time changes." },
  { id: "10.7.2.a", requirement: "10.7.2", ...examine, evidence: people, asks: "Written processes detect and address failures of critical security controls.", remains: "The written processes." },
  {
    id: "10.7.2.b", requirement: "10.7.2", methods: ["observe", "examine"],
    asks: "A failing security control, automated security tests among them, is noticed and raises an alert.",
    evidence: {
      from: "checks", checks: ["image-secret-audit", "log-leak-guard", "isolation-assert"], atMost: "partial",
      shows: "each check found what it had planted for itself in this run, and would have been red had it not",
      limit: "whether a red build alerts somebody is not observed, and other controls are not looked at",
    },
    remains: "The alert that follows a red build, and every other critical control.",
  },
  { id: "10.7.3.a", requirement: "10.7.3", ...examine, evidence: people, asks: "Written processes say how a failed control is responded to.", remains: "The written processes." },
  { id: "10.7.3.b", requirement: "10.7.3", ...examine, evidence: people, asks: "Records of failures hold cause, duration and remediation.", remains: "The incident records." },
  { id: "11.5.2.a", requirement: "11.5.2", ...examine, evidence: { from: "deployment" }, asks: "A change-detection mechanism is in use on critical files.", remains: "Settings, monitored files and results of the mechanism." },
  { id: "11.5.2.b", requirement: "11.5.2", ...examine, evidence: people, asks: "It alerts on unauthorised changes and compares at least weekly.", remains: "Settings of the mechanism." },
];
