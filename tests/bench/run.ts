import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Every part in a process of its own, one after the other: they must not warm or burden each other. */
const PARTS = ["overhead", "news", "watches", "media", "animatic"];

const wanted = process.argv.slice(2);
for (const part of PARTS) {
	const entry = join("tests", "bench", `${part}.ts`);
	if (!existsSync(entry) || (wanted.length > 0 && !wanted.includes(part))) continue;
	console.log(`\n▸ ${part}`);
	const child = spawn(process.execPath, ["lib/cli/run-entry.mjs", entry], { stdio: "inherit" });
	const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
	if (code !== 0) process.exitCode = 1;
}
