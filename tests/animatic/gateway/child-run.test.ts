import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type ChildRun, runChild } from "@/lib/gateways/films/child-run";

const script = join(process.cwd(), "tests", "animatic", "support", "child-that-misbehaves.mjs");
/** Long enough for what ends a child otherwise, on a busy machine. */
const FAR_MS = 20_000;

function run(deed: string, bounds: Partial<ChildRun>): Promise<void> {
	return runChild({
		script,
		order: { deed },
		maxResidentBytes: 4_000_000_000,
		timeoutMs: FAR_MS,
		silenceMs: FAR_MS,
		signal: new AbortController().signal,
		onWord() {},
		...bounds,
	});
}

const shownSchema = z.object({ pid: z.number(), priority: z.number(), env: z.array(z.string()) });

/** What a child says of itself, and how its run ends once it is told to stop. */
async function showAndStop() {
	const stop = new AbortController();
	let shown: unknown;
	const onWord = (word: unknown) => {
		shown = word;
		stop.abort();
	};
	await expect(run("show", { signal: stop.signal, onWord })).rejects.toMatchObject({ name: "AbortError" });
	return shownSchema.parse(shown);
}

describe("a child process", { timeout: 30_000 }, () => {
	it.runIf(process.platform === "linux")("that holds too much memory is killed, outside its heap too", async () => {
		await expect(run("grow", { maxResidentBytes: 200 * 1024 * 1024 })).rejects.toMatchObject({ how: "memory" });
	});

	it("that goes on for too long is killed, however much it says", async () => {
		await expect(run("talk", { timeoutMs: 1_000 })).rejects.toMatchObject({ how: "time" });
	});

	it("that says nothing for too long is killed", async () => {
		await expect(run("hush", { silenceMs: 1_000 })).rejects.toMatchObject({ how: "silence" });
	});

	it("is gone when the run ends, and steps back for others while it lasts", async () => {
		const { pid, priority } = await showAndStop();
		expect(priority).toBe(10);
		expect(() => process.kill(pid, 0)).toThrow("ESRCH");
	});

	it("sees nothing of this process' environment that it need not", async () => {
		process.env.NOT_FOR_CHILDREN = "a key";
		const { env } = await showAndStop().finally(() => delete process.env.NOT_FOR_CHILDREN);
		const needed = /^(?:NODE_ENV|PATH|NODE_CHANNEL_\w+|GLIBC_TUNABLES|(?:MI)?MALLOC_[A-Z_]+)$/;
		expect(env.filter((name) => !needed.test(name))).toEqual([]);
	});
});
