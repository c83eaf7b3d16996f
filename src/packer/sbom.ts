// The bill of materials of a packed image, in CycloneDX 1.6. The same image gives the same document.
import { Factories } from "@cyclonedx/cyclonedx-library/Contrib/License";
import { ComponentType, HashAlgorithm } from "@cyclonedx/cyclonedx-library/Enums";
import { Bom, Component as BomComponent, HashDictionary, LicenseRepository, Property } from "@cyclonedx/cyclonedx-library/Models";
import { JSON as CycloneJson, JsonSerializer } from "@cyclonedx/cyclonedx-library/Serialize";
import { isSupportedSpdxId } from "@cyclonedx/cyclonedx-library/SPDX";
import { Spec1dot6 } from "@cyclonedx/cyclonedx-library/Spec";
import { PackageURL } from "packageurl-js";
import type { Component, ComponentHash, PackedImage } from "./packed-image.ts";

const HASHES: Readonly<Record<ComponentHash["algorithm"], HashAlgorithm>> = {
  "SHA-1": HashAlgorithm["SHA-1"], "SHA-256": HashAlgorithm["SHA-256"], "SHA-384": HashAlgorithm["SHA-384"], "SHA-512": HashAlgorithm["SHA-512"],
};

const licenses = new Factories.LicenseFactory(refuseUnknownExpression);

/** JSON text. Subject is the image by its digest; below it the service, Node, Debian's packages and npm's. */
export function toSbom(packed: PackedImage): string {
  const bom = new Bom({ serialNumber: toSerialNumber(packed.digest) });
  bom.metadata.timestamp = packed.created;
  bom.metadata.tools.components.add(new BomComponent(ComponentType.Application, "pci-pipeline pack"));
  const components = new Map(packed.components.map((component) => [component.ref, toComponent(component)]));
  const service = new BomComponent(ComponentType.Application, packed.name, { version: packed.version, bomRef: `service:${packed.name}` });
  const image = toImage(packed);
  bom.metadata.component = image;
  image.dependencies.add(service.bomRef);
  for (const ref of packed.dependsOn) depend(service, components.get(ref));
  for (const { ref, dependsOn } of packed.components) {
    for (const target of dependsOn) depend(components.get(ref), components.get(target));
  }
  for (const component of [service, ...components.values()]) bom.components.add(component);
  const serializer = new JsonSerializer(new CycloneJson.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function toImage({ name, digest }: PackedImage): BomComponent {
  const purl = new PackageURL("oci", undefined, name, digest, undefined, undefined).toString();
  const image = new BomComponent(ComponentType.Container, name, { version: digest, purl, bomRef: purl });
  image.hashes = new HashDictionary([[HashAlgorithm["SHA-256"], digest.replace("sha256:", "")]]);
  return image;
}

function toComponent(component: Component): BomComponent {
  const { kind, name, version, purl, license, hashes, ref } = component;
  const [group, base] = name.startsWith("@") ? [name.slice(0, name.indexOf("/")), name.slice(name.indexOf("/") + 1)] : [undefined, name];
  const result = new BomComponent(toType(kind), base, {
    bomRef: ref,
    ...(version !== "" && { version }), ...(purl !== undefined && { purl }), ...(group !== undefined && { group }),
    hashes: new HashDictionary(hashes.map(({ algorithm, hex }) => [HASHES[algorithm], hex])),
    ...(license !== undefined && { licenses: new LicenseRepository([licenses.makeFromString(license)]) }),
  });
  // what vulnerability databases know Node by, whatever package it came in
  if (kind === "runtime") result.cpe = `cpe:2.3:a:nodejs:node.js:${version}:*:*:*:*:*:*:*`;
  result.properties.add(new Property("pci-pipeline:kind", kind));
  return result;
}

function toType(kind: Component["kind"]): ComponentType {
  switch (kind) {
    case "runtime":
      return ComponentType.Platform;
    case "debian":
    case "npm":
      return ComponentType.Library;
    case "file":
      return ComponentType.File;
    default:
      return kind satisfies never;
  }
}

function depend(from: BomComponent | undefined, to: BomComponent | undefined): void {
  if (from && to) from.dependencies.add(to.bomRef);
}

/** A UUID (RFC 9562, version 8) made of the digest instead of chance. */
function toSerialNumber(digest: string): string {
  const hex = digest.replace("sha256:", "");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Known SPDX ids joined by AND and OR; other texts become named licences. */
function refuseUnknownExpression(text: string): void {
  const ids = text.replace(/[()]/g, " ").trim().split(/\s+(?:AND|OR)\s+/);
  if (!ids.every((id) => isSupportedSpdxId(id))) throw new RangeError("not an expression of known SPDX ids");
}
