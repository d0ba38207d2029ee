import "server-only";
import type { Log, LogFacts } from "@/lib/ports/log";

type Level = "info" | "warn" | "error";

/** One line of JSON each, so that nothing in it can begin a line of its own. */
function writeLine(level: Level, event: string, facts: LogFacts, problem?: unknown): void {
	const line = {
		at: new Date().toISOString(),
		level,
		event,
		...facts,
		...(problem ? { problem: nameOf(problem) } : {}),
	};
	process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** Of a foreign error only what names it and where it was thrown: its message may quote what a person wrote. */
function nameOf(problem: unknown): object {
	if (!(problem instanceof Error)) return { name: typeof problem };
	const { name, stack = "", cause } = problem;
	const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
	return {
		name,
		...("code" in problem ? { code: String(problem.code) } : {}),
		at: places.slice(0, 4).map((line) => line.trim()),
		...(cause ? { cause: nameOf(cause) } : {}),
	};
}

export const systemLog: Log = {
	info: (event, facts) => writeLine("info", event, facts),
	warn: (event, facts) => writeLine("warn", event, facts),
	error: (event, facts, problem) => writeLine("error", event, facts, problem),
};
