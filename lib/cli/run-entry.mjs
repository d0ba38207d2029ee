import { mkdirSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { requireSupportedNode } from "./node-version.mjs";

requireSupportedNode();
const { exitWithSentence } = await import("./exit-with-sentence.mjs");
const { bundleEntries } = await import("./bundle.mjs");
const { projectRoot } = await import("./project-root.mjs");

const [entry, ...args] = process.argv.slice(2);
const name = basename(entry, ".ts");
// Inside the project, so that packages are found; one folder for each run, so that two can go on at once.
const outdir = join(projectRoot, "node_modules", ".cache", "storyreel", `${name}-${process.pid}`);
try {
	mkdirSync(outdir, { recursive: true });
	process.on("exit", () => rmSync(outdir, { recursive: true, force: true }));
	await bundleEntries({ [name]: join(projectRoot, entry) }, outdir);
	process.argv = [process.execPath, join(projectRoot, entry), ...args];
	await import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
} catch (error) {
	exitWithSentence(error);
}
