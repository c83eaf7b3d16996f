// A local certificate authority and what it signs. P-256 throughout; keys are made here and leave only as PEM texts.
import "reflect-metadata";
import {
  AuthorityKeyIdentifierExtension, BasicConstraintsExtension, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension,
  X509Certificate, X509CertificateGenerator, type JsonGeneralName,
} from "@peculiar/x509";
import { randomBytes, type webcrypto } from "node:crypto";
import { isIP } from "node:net";

/** PEM texts of certificate and PKCS #8 key. */
export type KeyPair = { readonly certificate: string; readonly key: string };

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
const DAY_MS = 86_400_000;
const CA_DAYS = 365;
const LEAF_DAYS = 90;

export async function createAuthority(name: string): Promise<KeyPair> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serial(), name: `CN=${name}`, ...lifetime(CA_DAYS), signingAlgorithm: algorithm, keys,
    extensions: [
      new BasicConstraintsExtension(true, 0, true), new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { certificate: certificate.toString("pem"), key: await exportKey(keys.privateKey) };
}

/** A server's certificate for host names and addresses, the first of which is its common name. */
export async function issueCertificate(authority: KeyPair, names: readonly string[]): Promise<KeyPair> {
  const issuer = new X509Certificate(authority.certificate);
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const alternatives = names.map((value): JsonGeneralName => ({ type: isIP(value) === 0 ? "dns" : "ip", value }));
  const certificate = await X509CertificateGenerator.create({
    serialNumber: serial(), subject: `CN=${names[0]}`, issuer: issuer.subject, ...lifetime(LEAF_DAYS), signingAlgorithm: algorithm,
    publicKey: keys.publicKey, signingKey: await importKey(authority.key),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true), new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([SERVER_AUTHENTICATION]), new SubjectAlternativeNameExtension(alternatives),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  return { certificate: certificate.toString("pem"), key: await exportKey(keys.privateKey) };
}

/** Signed by this authority, for all these names, and good for a third of its life at least. */
export async function isCurrent(certificate: string, { authority, names }: { authority: KeyPair; names: readonly string[] }): Promise<boolean> {
  const leaf = new X509Certificate(certificate);
  const own = leaf.getExtension(SubjectAlternativeNameExtension)?.names.toJSON().map(({ value }) => value) ?? [];
  const signed = await leaf.verify({ publicKey: new X509Certificate(authority.certificate).publicKey, signatureOnly: true });
  return signed && names.every((name) => own.includes(name)) && leaf.notAfter.getTime() - Date.now() > (LEAF_DAYS / 3) * DAY_MS;
}

/** Starts an hour ago: clocks of containers differ. */
function lifetime(days: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(Date.now() - 3_600_000), notAfter: new Date(Date.now() + days * DAY_MS) };
}

/** Positive, as RFC 5280 4.1.2.2 wants it. */
function serial(): string {
  return `01${randomBytes(15).toString("hex")}`;
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", key)).toString("base64");
  const label = "PRIVATE KEY";
  return `-----BEGIN ${label}-----\n${der.replace(/.{64}/g, "$&\n")}\n-----END ${label}-----\n`;
}

function importKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replace(/-----[A-Z ]+-----|\s/g, ""), "base64");
  return crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
}
