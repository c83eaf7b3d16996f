// Requirements 6.3.2 and 6.5: the inventory of software, and changes to system components.
import type { Procedure } from "./procedure.ts";

const writtenRules = { methods: ["examine"], evidence: { from: "people" } } as const;

export const changeControl: readonly Procedure[] = [
  {
    id: "6.3.2.a", requirement: "6.3.2", methods: ["examine", "interview"], evidence: { from: "people" },
    asks: "An inventory of own and third-party software is kept, and used to find vulnerabilities.",
    remains: "The inventory's documents, and interviews.",
  },
  {
    id: "6.3.2.b", requirement: "6.3.2", methods: ["examine"],
    evidence: { from: "elsewhere", where: "the image's bill of materials, which the statement names by digest where one was handed in" },
    asks: "The inventory holds what the software's documents say that it is made of.",
    remains: "Comparing the inventory with the bill of materials, component by component.",
  },
  {
    id: "6.5.1.a", requirement: "6.5.1", ...writtenRules,
    asks: "Written change procedures call for reason, security impact, approval, security testing and a way back.",
    remains: "The written procedure.",
  },
  {
    id: "6.5.1.b", requirement: "6.5.1", methods: ["examine"], evidence: { from: "deployment" },
    asks: "Recent production changes can be traced to records that hold all of these elements.",
    remains: "Reason, impact and approval of each change in the assessor's sample.",
  },
  {
    id: "6.5.2", requirement: "6.5.2", methods: ["examine", "interview", "observe"], evidence: { from: "deployment" },
    asks: "After a significant change the applicable requirements were confirmed again.",
    remains: "Which changes were significant, and the documentation that followed them.",
  },
  {
    id: "6.5.3.a", requirement: "6.5.3", ...writtenRules,
    asks: "Written rules separate environments that come before production from production.",
    remains: "The written rules.",
  },
  {
    id: "6.5.3.b", requirement: "6.5.3", methods: ["examine"], evidence: { from: "deployment" },
    asks: "Network documents and settings show the two kinds of environments apart.",
    remains: "Network documents; policies of the cluster and of the cloud network.",
  },
  {
    id: "6.5.3.c", requirement: "6.5.3", methods: ["examine"],
    asks: "Access settings enforce that separation.",
    evidence: {
      from: "checks", checks: ["isolation-assert"], atMost: "evidence-supports",
      shows: "over the whole workflow graph, no job but the allowed ones reaches the protected environment's credentials",
    },
    remains: "Access settings outside of the workflows: cloud accounts, cluster roles, database grants.",
  },
  {
    id: "6.5.4.a", requirement: "6.5.4", ...writtenRules,
    asks: "Written rules separate the roles that work before production and in it.",
    remains: "The written rules.",
  },
  {
    id: "6.5.4.b", requirement: "6.5.4", methods: ["observe", "interview"], evidence: { from: "deployment" },
    asks: "In practice, roles are apart and only reviewed and approved changes are deployed.",
    remains: "Observation and interviews; who approved, and that it was not the author.",
  },
  {
    id: "6.5.5.a", requirement: "6.5.5", ...writtenRules,
    asks: "Written rules keep live card numbers out of environments before production.",
    remains: "The written rules.",
  },
  {
    id: "6.5.5.b", requirement: "6.5.5", methods: ["observe", "interview"], evidence: { from: "people" },
    asks: "Testing is seen to work without live card numbers.",
    remains: "Observation of testing, and interviews.",
  },
  {
    id: "6.5.5.c", requirement: "6.5.5", methods: ["examine"],
    asks: "Test data before production holds no live card numbers.",
    evidence: {
      from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
      shows: "the image and the build's logs were searched for card numbers",
      limit: "test databases and other stores of test data are not read",
    },
    remains: "Test data that is not part of the image or the logs.",
  },
  {
    id: "6.5.6.a", requirement: "6.5.6", ...writtenRules,
    asks: "Written rules have test data and test accounts removed before production.",
    remains: "The written rules.",
  },
  {
    id: "6.5.6.b", requirement: "6.5.6", methods: ["observe", "interview"], evidence: { from: "people" },
    asks: "Test data and accounts are seen to be removed.",
    remains: "Observation of the release, and interviews.",
  },
  {
    id: "6.5.6.c", requirement: "6.5.6", methods: ["examine"],
    asks: "Recently installed or updated software holds no test data or test accounts.",
    evidence: {
      from: "checks", checks: ["image-secret-audit"], atMost: "partial",
      shows: "every layer of the image was searched for card data and credentials",
      limit: "accounts in the service's data stores are not read, and test records without card numbers are not recognised",
    },
    remains: "Accounts and data of the installed service.",
  },
];
