// What this product does not look at. Part of every statement, so that nobody reads silence as an answer.
export const blindSpots = [
  { id: "source-history", statement: "The source repository and its git history are not searched; only what went into the image, the logs and the workflow files is." },
  { id: "known-vulnerabilities", statement: "Packages are not compared with vulnerability databases, and no patch level is judged." },
  { id: "runtime-memory", statement: "The running service is not observed: its memory, its own logs and its traffic are not read." },
  { id: "data-stores", statement: "Databases, queues, backups and file shares are not read; cardholder data there is not seen." },
  { id: "network", statement: "Network segmentation, firewalls and transport encryption are not examined." },
  { id: "platform-settings", statement: "Settings of the code host and of cloud accounts (branch rules, environment reviewers, identity trust) are not read; verdicts that lean on them say so as assumptions." },
  { id: "secret-managers", statement: "The secret store's policies, its audit log and the age of its secrets are not part of this statement." },
  { id: "unknown-forms", statement: "A credential of a form that no rule describes and that was not handed in as a known value is not recognised." },
  { id: "build-link", statement: "That this image was built from the stated commit, and by the workflows that were examined, is stated by the build and not proved here; signed build provenance would prove it." },
  { id: "people", statement: "Policies, procedures, training and interviews are outside of what a pipeline can show." },
  { id: "signed-time", statement: "A bundle signed with a key alone carries the signer's clock, not a time that a third party vouches for." },
] as const;
