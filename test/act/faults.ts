// What is done to a caller's workflow to see it refused.

/** A job beside the pipeline that enters production and prints a value. */
export function addLeakingJob(workflow: string, value: string): string {
  const job = `jobs:
  tests:
    runs-on: ubuntu-24.04
    environment: prod
    permissions: {}
    steps:
      - run: echo "connecting with ${value}"
`;
  return workflow.replace("jobs:\n", job).replace("  pipeline:\n", "  pipeline:\n    needs: tests\n");
}

/** A job between evidence and deployment that runs a command on the run's artifacts. */
export function addTampering(workflow: string, command: string): string {
  return workflow.replace("  deploy:\n    needs: [build, scan]\n", `  tamper:
    needs: scan
    runs-on: ubuntu-24.04
    permissions: {}
    steps:
      - run: ${command}

  deploy:
    needs: [build, scan, tamper]
`);
}
