import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStale } from "./build.mjs";
import { addCounts, countGate, countPlaywright, countVitest } from "./count-tests.mjs";
import { installMissing } from "./install.mjs";
import { runCommand } from "./run-command.mjs";

function findFreePort() {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.on("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

async function runGate(title, command, args) {
	console.log(`\n▸ ${title}`);
	return countGate((await runCommand(command, args)).code);
}

async function runBuild() {
	console.log("\n▸ production build");
	try {
		await buildStale({ quiet: false });
		return countGate(0);
	} catch (error) {
		console.error(error.message);
		return countGate(1);
	}
}

async function runVitest(reports) {
	console.log("\n▸ unit, contract and command tests");
	const report = join(reports, "vitest.json");
	const args = [
		"run",
		"--config",
		"tests/vitest.config.ts",
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	];
	const { code } = await runCommand("vitest", args);
	return countVitest(report, code);
}

async function runPlaywright(reports) {
	console.log("\n▸ browser tests");
	const report = join(reports, "playwright.json");
	const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_PORT: String(await findFreePort()) };
	const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json"];
	const { code } = await runCommand("playwright", args, { env });
	return countPlaywright(report, code);
}

/** Runs everything there is to prove. Answers the exit code. */
export async function runTests() {
	await installMissing({ dev: true });
	const reports = mkdtempSync(join(tmpdir(), "storyreel-reports-"));
	const counts = addCounts([
		await runGate("route types", "next", ["typegen"]),
		await runGate("types", "tsc", ["--noEmit"]),
		await runGate("types of the domain", "tsc", ["--noEmit", "-p", "lib/domain"]),
		await runGate("format and lint", "biome", ["ci"]),
		await runGate("unused code", "knip", ["--config", "tests/knip.json"]),
		await runBuild(),
		await runVitest(reports),
		await runPlaywright(reports),
	]);
	rmSync(reports, { recursive: true, force: true });
	console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
	return counts.failed === 0 ? 0 : 1;
}
