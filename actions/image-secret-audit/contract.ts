// What image-secret-audit takes and gives.
import { checkInputs, checkOutputs, choice, defineContract, flag, optional, required, textWithDefault } from "../../src/runtime/index.ts";

export const contract = defineContract({
  name: "image-secret-audit",
  title: "Image secret audit",
  description: "Find credentials and card data in every layer, the metadata and the history of an image",
  branding: { icon: "layers", color: "blue" },
  inputs: {
    image: required("path", {
      description: "Path of a docker-archive, OCI archive or OCI layout, or docker-archive:, oci-archive:, oci:, docker-daemon: or docker:// with a reference",
      positional: true,
    }),
    platform: optional("text", { description: "Only this platform of a multi-arch image, as os/architecture[/variant]; all of them where absent" }),
    limits: optional("text", { description: "How far archives are followed where the defaults don't suit, as NAME=NUMBER with commas between: depth, bufferBytes, nestedBytes, layerBytes, entries, ratio and others that docs/image-reading.md describes" }),
    known: optional("path", { description: "File of fingerprints by which known credentials are recognised, made by credential-fingerprint" }),
    "key-file": optional("path", { description: "With known: file with the key that the fingerprints were made with" }),
    rules: optional("path", { description: "Rules of your own in the gitleaks TOML format, besides the built-in ones" }),
    "gitleaks-ignore": textWithDefault("path", { description: "Accepted findings in the form of .gitleaksignore; each is shown", default: ".gitleaksignore" }),
    cache: choice({ description: "Remember what was found in layers, under the user's cache folder, until rules or program change; auto: on, but off in CI, where other jobs can write to a shared cache", choices: ["auto", "on", "off"], default: "auto" }),
    "no-cache": flag({ description: "The same as --cache off", only: "command" }),
    "cache-key": optional("path", { description: "File with a key that seals what is remembered: nobody without it can make an entry that counts" }),
    ...checkInputs,
  },
  outputs: {
    digest: { description: "SHA-256 of the image's manifest, or of its config where the source has no manifest; empty where it has neither" },
    "leaked-names": { description: "JSON array of the names of known credentials that were found, to start their rotation with" },
    ...checkOutputs,
  },
  permissions: {},
});
