import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleChildren } from "./bundle.mjs";
import { Refusal } from "./exit-with-sentence.mjs";
import { projectRoot } from "./project-root.mjs";
import { runCommand } from "./run-command.mjs";
import { hashSources } from "./source-hash.mjs";

const markPath = join(projectRoot, ".next", "built-from");

function readMark() {
	try {
		return readFileSync(markPath, "utf8");
	} catch {
		return undefined;
	}
}

/** Makes the production build unless the one that is there was made from these very sources. */
export async function buildStale({ quiet }) {
	const hash = hashSources(projectRoot);
	if (readMark() === hash) return;

	console.log("Building …");
	rmSync(markPath, { force: true });
	const { code, output } = await runCommand("next", ["build"], { env: { NODE_ENV: "production" }, quiet });
	if (code !== 0) {
		process.stderr.write(output);
		throw new Refusal("The production build failed (see above).");
	}
	await bundleChildren();
	mkdirSync(dirname(markPath), { recursive: true });
	writeFileSync(markPath, hash);
}
