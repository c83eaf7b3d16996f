// Builds with a Docker engine, as a user's own Dockerfile asks, and saves what came out for the audit.
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { InputError } from "../../finding/index.ts";
import { runCommand, type CommandOptions } from "../../command/index.ts";
import { writeWhole } from "../output.ts";

type DockerBuildOptions = {
  /** The service's folder; holds the Dockerfile unless `dockerfile` names another. */
  readonly context: string;
  /** The folder that the engine gets to see, where it is not the service's own: a workspace's root, with the lock file. */
  readonly root?: string;
  readonly dockerfile?: string;
  /** Where the docker-archive goes; a file, or an OCI layout, that is there is replaced. */
  readonly out: string;
  /** Name in the archive and in the engine; without it the image has none. */
  readonly tag?: string;
  readonly buildArgs?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  log?(line: string): void;
};

/** `digest` is the engine's image id. Throws InputError without an engine, without Dockerfile, or when the build fails. */
export async function buildWithDocker(options: DockerBuildOptions): Promise<{ digest: string }> {
  const { context, root = context, dockerfile = join(context, "Dockerfile"), tag, buildArgs = {} } = options;
  const file = await stat(dockerfile).catch(() => undefined);
  if (!file?.isFile()) throw new InputError(`There is no Dockerfile at ${dockerfile}; name one, or use --builder embedded`);
  await findEngine(options.signal);
  return writeWhole(options.out, async (path) => {
    const idFile = join(dirname(path), "id");
    const args = Object.entries(buildArgs).flatMap(([name, value]) => ["--build-arg", `${name}=${value}`]);
    const log = (line: string) => options.log?.(line);
    const settings: CommandOptions = { ...(options.signal && { signal: options.signal }), log, logErrors: log };
    const built = await runCommand("docker", ["build", "--force-rm", "--iidfile", idFile, "--file", dockerfile, ...(tag === undefined ? [] : ["--tag", tag]), ...args, root], settings);
    if (built.kind !== "ended" || built.code !== 0) throw new InputError(`docker build of ${dockerfile} failed, its output says why; make it pass by itself first`);
    const digest = (await readFile(idFile, "utf8")).trim();
    const saved = await runCommand("docker", ["save", "--output", path, tag ?? digest], settings);
    if (saved.kind !== "ended" || saved.code !== 0) throw new InputError(`docker save could not write ${options.out}; make room there or name another path`);
    return { digest };
  });
}

/** The engine's version. Throws InputError when none answers. */
export async function findEngine(signal?: AbortSignal): Promise<string> {
  const result = await runCommand("docker", ["version", "--format", "{{.Server.Version}}"], signal ? { signal } : {});
  const version = result.kind === "ended" && result.code === 0 ? result.stdout.trim() : "";
  if (version !== "") return version;
  throw new InputError(`No Docker engine answers${result.kind === "absent" ? ", there is no docker command" : ""}; start one, or use --builder embedded`);
}
