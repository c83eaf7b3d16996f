// A door of its own in the runtime: what imports it carries Octokit, and scanners of images must not.
export { openGithub, type Github, type GithubAccess } from "./client.ts";
export { toAsk } from "./ask.ts";
export { GithubError } from "./github-error.ts";
export { storeAttestation } from "./attestation-store.ts";
export { openRun } from "./run-logs.ts";
export { deliverFeedback } from "./feedback/deliver.ts";
export { readPlace, type Place } from "./feedback/place.ts";
