// Names of images as engines write them: [host[:port]/]path[:tag][@digest] (distribution reference grammar).
import { InputError } from "../../finding/index.ts";

export type ImageName = {
  /** As in credentials files. */
  readonly host: string;
  /** Where the API is served. */
  readonly origin: string;
  readonly repository: string;
  /** Tag or digest. */
  readonly reference: string;
};

/** The registry that names without a host belong to, its API, and the folder of its official images. */
const DEFAULT = { host: "docker.io", api: "registry-1.docker.io", folder: "library" };
const SEGMENT = /^[a-z0-9]+([._-]+[a-z0-9]+)*$/;

export function parseImageName(text: string): ImageName {
  const [, name = "", tag, digest] = /^([^@]*?)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/.exec(text) ?? [];
  const [first = "", ...rest] = name.split("/");
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = hasHost ? first : DEFAULT.host;
  const path = hasHost ? rest : [first, ...rest];
  const segments = host === DEFAULT.host && path.length === 1 ? [DEFAULT.folder, ...path] : path;
  const isHost = /^[A-Za-z0-9.-]+(:\d{1,5})?$/.test(host);
  if (!isHost || !segments.every((segment) => SEGMENT.test(segment))) {
    throw new InputError(`docker://${text} is not an image of a registry; write docker://HOST/NAME:TAG`);
  }
  // As engines do: a registry on this machine is spoken to without TLS.
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+)(:|$)/.test(host) ? "http" : "https";
  return { host, origin: `${scheme}://${host === DEFAULT.host ? DEFAULT.api : host}`, repository: segments.join("/"), reference: digest ?? tag ?? "latest" };
}
