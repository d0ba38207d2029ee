import { readFileSync, writeFileSync } from "node:fs";
import { completeLockfile } from "./lockfile";

writeFileSync("package-lock.json", completeLockfile(readFileSync("package-lock.json", "utf8")));
console.log("package-lock.json names every platform's packages.");
