// The paths that are there, below their least common folder, as the real action lays them out. A second upload of a name fails.
import { cpSync, existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const input = (name) => process.env[`INPUT_${name.toUpperCase()}`] ?? "";
const found = input("path").split("\n").map((line) => line.trim()).filter((line) => line !== "" && existsSync(line)).map((line) => resolve(line));
const target = join(process.env.PCI_ARTIFACTS, input("name"));
if (existsSync(target)) throw new Error("an artifact of this name is there already");
if (found.length === 0 && input("if-no-files-found") === "error") throw new Error("no files found");
const only = found.length === 1 && statSync(found[0]).isDirectory() ? found[0] : undefined;
const base = only ?? found.map((path) => dirname(path)).reduce((common, folder) => {
  let shared = common;
  while (!`${folder}/`.startsWith(`${shared}/`)) shared = dirname(shared);
  return shared;
}, found.length > 0 ? dirname(found[0]) : process.cwd());
mkdirSync(target, { recursive: true });
for (const path of found) cpSync(path, join(target, relative(base, path)), { recursive: true });
