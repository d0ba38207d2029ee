import { readFileSync, writeFileSync } from "node:fs";
import { renderEnvExample, replaceEnvTable } from "./env-docs";

writeFileSync(".env.example", renderEnvExample());
writeFileSync("README.md", replaceEnvTable(readFileSync("README.md", "utf8")));
console.log("Wrote .env.example and the table in README.md.");
