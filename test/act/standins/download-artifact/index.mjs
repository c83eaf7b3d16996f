// One artifact by its name, which must be there, or those that a pattern fits.
import { cpSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const store = process.env.PCI_ARTIFACTS;
const fits = new RegExp(`^${input("pattern").replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
const names = input("name") !== "" ? [input("name")] : readdirSync(store).filter((name) => fits.test(name));
for (const name of names) {
  if (!existsSync(join(store, name))) throw new Error(`no artifact of the name ${name}`);
  const apart = input("name") === "" && input("merge-multiple") !== "true";
  const target = apart ? join(input("path"), name) : input("path");
  mkdirSync(target, { recursive: true });
  cpSync(join(store, name), target, { recursive: true });
}
