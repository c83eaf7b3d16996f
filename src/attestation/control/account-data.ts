// Requirement 3: stored account data. A build can show that none of it got into the image and the logs, and nothing about data stores.
import type { Procedure } from "./procedure.ts";

const people = { from: "people" } as const;
const examine = { methods: ["examine"] } as const;
const stores = "databases, files of the running service and its own logs are not read";
const searched = { from: "checks", checks: ["image-secret-audit", "log-leak-guard"], atMost: "partial", limit: stores } as const;

export const accountData: readonly Procedure[] = [
  { id: "3.3.1.a", requirement: "3.3.1", ...examine, evidence: people, asks: "Policies, procedures and settings keep sensitive authentication data from being stored after authorisation.", remains: "The policies and the settings of systems that receive such data." },
  { id: "3.3.1.b", requirement: "3.3.1", methods: ["examine", "observe"], evidence: people, asks: "Deletion makes such data unrecoverable once authorisation is complete.", remains: "The procedures, and observation of the deletion." },
  {
    id: "3.3.1.1", requirement: "3.3.1.1", ...examine,
    asks: "Data sources hold no full track of a card after authorisation.",
    evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for magnetic stripe data" },
    remains: "Every other source: databases, transaction and trace files, logs and dumps of what runs.",
  },
  {
    id: "3.3.1.2", requirement: "3.3.1.2", ...examine,
    asks: "Data sources hold no card verification code after authorisation.",
    evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for verification codes beside card numbers" },
    remains: "Every other source, and codes that stand alone: three digits are told only by what is beside them.",
  },
  { id: "3.4.1.a", requirement: "3.4.1", ...examine, evidence: people, asks: "Documents say which roles may see more of a card number than its masked form, and why.", remains: "The documents." },
  { id: "3.4.1.b", requirement: "3.4.1", ...examine, evidence: people, asks: "Settings show the full number to those roles alone.", remains: "Settings of every system that shows card numbers." },
  { id: "3.4.1.c", requirement: "3.4.1", ...examine, evidence: people, asks: "Screens and receipts show numbers masked.", remains: "The displays themselves." },
  { id: "3.5.1.a", requirement: "3.5.1", ...examine, evidence: people, asks: "Documents describe how stored card numbers are made unreadable.", remains: "The documents." },
  {
    id: "3.5.1.b", requirement: "3.5.1", ...examine,
    asks: "Repositories and logs, those of payment applications among them, hold no readable card number.",
    evidence: { ...searched, shows: "every layer of the image and the build's logs were searched for card numbers" },
    remains: "Data repositories, audit logs and payment application logs.",
  },
  { id: "3.5.1.c", requirement: "3.5.1", ...examine, evidence: people, asks: "Hashed and truncated forms of one number cannot be brought together again.", remains: "Whether both forms are kept, and the controls between them." },
];
