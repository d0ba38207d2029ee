import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./exit-with-sentence.mjs";
import { projectRoot } from "./project-root.mjs";
import { runNpm } from "./run-command.mjs";

function readPackages(path) {
	try {
		return JSON.parse(readFileSync(path, "utf8")).packages ?? {};
	} catch {
		return {};
	}
}

/**
 * Compares what the lockfile asks for with npm's own record of what it installed.
 * Optional packages are left out: the lockfile names every platform's, an install has only one's.
 */
export function findMissingPackages(wanted, installed, { dev }) {
	return Object.keys(wanted).filter((path) => {
		const asked = wanted[path];
		if (path === "" || asked.optional || asked.devOptional || asked.peer) return false;
		if (asked.dev && !dev) return false;
		return installed[path]?.version !== asked.version;
	});
}

/** Installs what is missing or differs from the lockfile; does nothing (and asks nobody) when all is there. */
export async function installMissing({ dev }) {
	const wanted = readPackages(join(projectRoot, "package-lock.json"));
	const installed = readPackages(join(projectRoot, "node_modules", ".package-lock.json"));
	if (findMissingPackages(wanted, installed, { dev }).length === 0) return;

	const keepsDev = dev || Object.values(installed).some((entry) => entry.dev);
	console.log("Installing packages …");
	const scope = keepsDev ? "--include=dev" : "--omit=dev";
	// Not `npm ci`, which would empty node_modules first.
	const args = ["install", scope, "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
	const { code, output } = await runNpm(args, { quiet: true });
	if (code === 0) return;
	process.stderr.write(output);
	throw new Refusal("The packages could not be installed (see npm's message above). Check the network and try again.");
}
