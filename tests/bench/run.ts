import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";

/** `npm run bench`, `npm run bench -- news media --rounds 1`. */
const PARTS = ["overhead", "news", "watches", "media", "page", "animatic"];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
const unknown = positionals.filter((part) => !PARTS.includes(part));
if (unknown.length > 0 || (values.rounds !== undefined && !(Number(values.rounds) >= 1))) {
	console.error(`The parts are ${PARTS.join(", ")}; --rounds is a number from 1.`);
	process.exit(1);
}

/** Every part in a process of its own, one after the other: they must not warm or burden each other. */
for (const part of PARTS.filter((name) => positionals.length === 0 || positionals.includes(name))) {
	console.log(`\n▸ ${part}`);
	const startedAtMs = performance.now();
	const args = [
		"lib/cli/run-entry.mjs",
		join("tests", "bench", `${part}.ts`),
		...(values.rounds ? [values.rounds] : []),
	];
	const child = spawn(process.execPath, args, { stdio: "inherit" });
	const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
	console.log(`${part} took ${Math.round((performance.now() - startedAtMs) / 1_000)} s.`);
	if (code !== 0) process.exitCode = 1;
}
