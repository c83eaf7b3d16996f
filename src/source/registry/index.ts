// Images of a registry, over the OCI Distribution API.
import { InputError } from "../../finding/index.ts";
import type { Container } from "../container.ts";

/** Opens `image` as a container; nothing but the asked registry is contacted. */
export async function registryContainer(reference: string, image: string): Promise<Container> {
  throw new InputError(`${reference}: registries cannot be read yet; pull the image and name docker-daemon:${image}`);
}
