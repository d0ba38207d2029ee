import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import { existsSync } from "node:fs";
import { setPriority } from "node:os";
import { z } from "zod";
import { watchMemory } from "@/lib/gateways/films/watch-memory";

export interface ChildRun {
	/** A bundled entry of `lib/children`. */
	readonly script: string;
	readonly order: object;
	readonly maxResidentBytes: number;
	readonly timeoutMs: number;
	/** A child that says nothing for so long hangs. */
	readonly silenceMs: number;
	/** Kills it at once; the promise then rejects. */
	readonly signal: AbortSignal;
	readonly onWord: (word: unknown) => void;
}

/** It ended without having ended its work. The same order may well succeed another time. */
export class ChildDied extends Error {
	constructor(
		readonly how: "memory" | "time" | "silence" | "crash",
		options?: ErrorOptions,
	) {
		super(`The child process ended early: ${how}.`, options);
		this.name = "ChildDied";
	}
}

const MAX_SCRIPT_MEGABYTES = 384;
/** Drawn frames count towards V8's heap; from its usual small beginnings it would collect after every fourth of them. */
const CALM_MEGABYTES = 256;
/**
 * Frames are taken and given back in megabytes. Memory that went back to the system between two of them would be
 * fetched, and cleared, for each anew: a third of a second of ten seconds of film. The first is read by the canvas'
 * own allocator, the others by the C library's, which guesses neither once it is told one. In pages of two megabytes
 * the machine finds and clears it in a third as many steps.
 */
const CALM_MEMORY = {
	MIMALLOC_PURGE_DELAY: "-1",
	MALLOC_ARENA_MAX: "2",
	MALLOC_MMAP_THRESHOLD_: String(32 * 1024 * 1024),
	MALLOC_TRIM_THRESHOLD_: String(256 * 1024 * 1024),
	GLIBC_TUNABLES: "glibc.malloc.hugetlb=1",
};
/** The words of a draft are looked for a few times each: a pattern translated for the machine is never worth its while. */
const PATTERNS_READ_AS_THEY_ARE = "--regexp-tier-up-ticks=100";
/** The pages are to be served first. */
const LOW_PRIORITY = 10;

const brokeSchema = z.object({ kind: z.literal("broke"), name: z.string(), places: z.array(z.string()) });

/** Forks, hands the order over, hears every word, and resolves when the child ended of itself with success. */
export async function runChild(run: ChildRun): Promise<void> {
	run.signal.throwIfAborted();
	if (!existsSync(run.script)) throw new Error(`${run.script} is missing: the build is not whole.`);
	const child = forkBare(run.script);
	const outcome = await listen(child, run);
	run.signal.throwIfAborted();
	if (outcome) throw outcome;
}

/** Its environment is empty but for these: a codec that was taken over finds no keys. */
export function forkBare(script: string): ChildProcess {
	const child = fork(script, [], {
		execArgv: [
			`--max-old-space-size=${MAX_SCRIPT_MEGABYTES}`,
			`--initial-old-space-size=${CALM_MEGABYTES}`,
			PATTERNS_READ_AS_THEY_ARE,
			"--enable-source-maps",
		],
		env: { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, ...CALM_MEMORY },
		stdio: ["ignore", "ignore", "ignore", "ipc"],
	});
	if (child.pid !== undefined) yieldToOthers(child.pid);
	return child;
}

function yieldToOthers(pid: number): void {
	try {
		setPriority(pid, LOW_PRIORITY);
	} catch {
		// It has ended already, which its exit tells.
	}
}

/** Resolves once the child is gone, with why it failed. */
function listen(child: ChildProcess, run: ChildRun): Promise<ChildDied | null> {
	return new Promise((resolve) => {
		let reason: ChildDied["how"] = "crash";
		let cause: Error | undefined;
		const killFor = (how: ChildDied["how"]) => {
			reason = how;
			child.kill("SIGKILL");
		};
		const abort = () => child.kill("SIGKILL");
		const deadline = setTimeout(() => killFor("time"), run.timeoutMs);
		const silence = setTimeout(() => killFor("silence"), run.silenceMs);
		const stopWatching = watchMemory(child, run.maxResidentBytes, () => killFor("memory"));
		run.signal.addEventListener("abort", abort, { once: true });
		child.on("message", (word) => {
			silence.refresh();
			const broke = brokeSchema.safeParse(word);
			if (broke.success) cause = rebuild(broke.data);
			else run.onWord(word);
		});
		child.once("error", () => child.kill("SIGKILL"));
		child.once("close", (code) => {
			clearTimeout(deadline);
			clearTimeout(silence);
			stopWatching();
			run.signal.removeEventListener("abort", abort);
			resolve(code === 0 ? null : new ChildDied(reason, cause ? { cause } : {}));
		});
		child.send(run.order, (problem) => problem && child.kill("SIGKILL"));
	});
}

function rebuild({ name, places }: z.infer<typeof brokeSchema>): Error {
	const error = new Error("The child process broke.");
	error.name = name;
	error.stack = [name, ...places].join("\n");
	return error;
}
