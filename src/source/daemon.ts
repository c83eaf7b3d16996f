// Images of a local container engine, through its own `save`.
import { spawn } from "node:child_process";
import { InputError } from "../finding/index.ts";
import { spoolFile, type Spool } from "./spool.ts";

/** Saves `image` of the engine that the `docker` command talks to. InputError says what to install, start or build. */
export async function saveFromEngine(image: string): Promise<Spool> {
  // A name that begins with a dash would be an option of the command.
  if (!/^[A-Za-z0-9][\w.\-/:@]*$/.test(image)) throw new InputError(`${image} is not an image name; write docker-daemon:NAME[:TAG]`);
  return spoolFile(async (path) => {
    const { code, stderr } = await run("docker", ["save", "--output", path, image]);
    if (code === 0) return { truncated: false };
    if (code === "ENOENT") throw new InputError(`no docker command is installed; save the image elsewhere with "docker save ${image} -o image.tar" and name the file`);
    if (/no such image|reference does not exist|not found/i.test(stderr)) throw new InputError(`the engine has no image ${image}; build or pull it first, "docker images" lists what it has`);
    if (/cannot connect|is the docker daemon running|permission denied/i.test(stderr)) {
      throw new InputError(`the container engine cannot be reached for ${image}; start it, or check that this user may talk to it`);
    }
    throw new InputError(`docker save ${image} failed with code ${code}; run it by hand to see why`);
  });
}

function run(command: string, args: readonly string[]): Promise<{ code: number | string; stderr: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], { stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => {
      if (stderr.length < 10_000) stderr += chunk.toString();
    });
    child.on("error", (error) => resolve({ code: "code" in error ? String(error.code) : "error", stderr }));
    child.on("close", (code) => resolve({ code: code ?? "signal", stderr }));
  });
}
