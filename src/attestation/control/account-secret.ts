// Requirements 3.7.5, 8.3.2 and 8.6: keys, authentication factors, and the secrets of application and system accounts.
import type { Procedure } from "./procedure.ts";

const rotation = { from: "elsewhere", where: "the record of a credential rotation, which is not part of a build" } as const;

export const accountSecrets: readonly Procedure[] = [
  {
    id: "3.7.5.a", requirement: "3.7.5", methods: ["examine"], evidence: { from: "people" },
    asks: "Key procedures cover retiring, replacing and destroying keys at their end, when weakened or when suspected.",
    remains: "The key procedures; they concern keys that protect stored account data, not API credentials.",
  },
  {
    id: "3.7.5.b", requirement: "3.7.5", methods: ["interview"], evidence: { from: "people" },
    asks: "Those who keep the keys work by these procedures.",
    remains: "Interviews with key custodians.",
  },
  {
    id: "8.3.2.a", requirement: "8.3.2", methods: ["examine"], evidence: { from: "people" },
    asks: "Vendor documents and settings have authentication factors unreadable in transit and in storage.",
    remains: "Documents and settings of every system that keeps or passes on such factors.",
  },
  {
    id: "8.3.2.b", requirement: "8.3.2", methods: ["examine"],
    asks: "Where authentication factors are kept, they are unreadable.",
    evidence: {
      from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
      shows: "every layer of the image and the build's logs were searched for factors that are kept readable",
      limit: "secret stores and databases, where they belong, are not read",
    },
    remains: "The repositories of authentication factors themselves.",
  },
  {
    id: "8.3.2.c", requirement: "8.3.2", methods: ["examine"], evidence: { from: "people" },
    asks: "In transmissions they are unreadable.",
    remains: "Transmissions between systems.",
  },
  {
    id: "8.6.1", requirement: "8.6.1", methods: ["examine", "interview"],
    evidence: { from: "elsewhere", where: "the record of break-glass access, which is not part of a build" },
    asks: "Application and system accounts are used interactively only by time-limited, justified, approved and attributable exception.",
    remains: "Accounts that allow an interactive login, and who may use them.",
  },
  {
    id: "8.6.2.a", requirement: "8.6.2", methods: ["interview", "examine"], evidence: { from: "people" },
    asks: "Development procedures forbid passwords of such accounts in scripts, configuration and source.",
    remains: "The written procedures, and interviews.",
  },
  {
    id: "8.6.2.b", requirement: "8.6.2", methods: ["examine"],
    asks: "Scripts, configuration files and source code hold no such password.",
    evidence: {
      from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial",
      shows: "every layer of the image with its configuration, and the build's logs, were searched for credentials",
      limit: "the source repository and its history are not read",
    },
    remains: "Source repositories and their history, and configuration that is kept elsewhere.",
  },
  {
    id: "8.6.3.a", requirement: "8.6.3", methods: ["examine"], evidence: { from: "people" },
    asks: "Written rules protect passwords of such accounts against misuse.",
    remains: "The written rules.",
  },
  {
    id: "8.6.3.b", requirement: "8.6.3", methods: ["examine"], evidence: { from: "people" },
    asks: "A targeted risk analysis sets how often they change and how complex they are.",
    remains: "The risk analysis.",
  },
  {
    id: "8.6.3.c", requirement: "8.6.3", methods: ["interview", "examine"], evidence: rotation,
    asks: "They do change that often, and at once when a compromise is suspected.",
    remains: "Interviews, and the settings and records of the secret store.",
  },
];
