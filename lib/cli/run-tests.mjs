import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildStale } from "./build.mjs";
import { addCounts, countGate, countPlaywright, countSkip, countVitest } from "./count-tests.mjs";
import { installMissing } from "./install.mjs";
import { runCommand } from "./run-command.mjs";
import { prepareTools, toolEnv } from "./tools.mjs";

const everythingMustRun = process.env.CI === "true";

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

async function runVitest(reports, env) {
	console.log("\n▸ unit, contract and command tests");
	const report = join(reports, "vitest.json");
	const args = ["run", "--config", "tests/vitest.config.ts", "--reporter=default", "--reporter=json"];
	const { code } = await runCommand("vitest", [...args, `--outputFile.json=${report}`], { env });
	return countVitest(report, code);
}

async function runPlaywright(reports, env) {
	console.log("\n▸ browser tests");
	const report = join(reports, "playwright.json");
	const own = { PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_PORT: String(await findFreePort()) };
	const args = ["test", "--config", "tests/playwright.config.ts", "--reporter=list,json"];
	const { code } = await runCommand("playwright", args, { env: { ...env, ...own } });
	return countPlaywright(report, code);
}

function countTools(tools) {
	console.log("▸ tools");
	return Object.entries(tools).map(([title, found]) => {
		console.log(`  ${title}: ${found ?? "none, so what needs it is skipped"}`);
		return found ? countGate(0) : countSkip();
	});
}

/** Where everything must run, what was skipped has failed. */
function settle(counts) {
	return everythingMustRun ? { ...counts, failed: counts.failed + counts.skipped, skipped: 0 } : counts;
}

/** Runs everything there is to prove. Answers the exit code. */
export async function runTests() {
	await installMissing({ dev: true });
	const tools = await prepareTools();
	const env = toolEnv(tools);
	const reports = mkdtempSync(join(tmpdir(), "storyreel-reports-"));
	const counts = [
		...countTools(tools),
		await runGate("route types", "next", ["typegen"]),
		await runGate("types", "tsc", ["--noEmit"]),
		await runGate("types of the domain", "tsc", ["--noEmit", "-p", "lib/domain"]),
		await runGate("format and lint", "biome", ["ci", ...(process.stdout.isTTY ? [] : ["--colors=off"])]),
		await runGate("unused code", "knip", ["--config", "tests/knip.json"]),
		// Before the tests, for some of them spawn the product.
		await runBuild(),
		await runVitest(reports, env),
		tools.browser ? await runPlaywright(reports, env) : countSkip(),
	];
	rmSync(reports, { recursive: true, force: true });
	const { passed, failed, skipped } = settle(addCounts(counts));
	console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
	return failed === 0 ? 0 : 1;
}
