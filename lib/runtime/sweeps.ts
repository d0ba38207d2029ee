import "server-only";
import type { Doors } from "@/lib/services/doors";
import { resealKeys } from "@/lib/services/reseal-keys";
import { retireBrowsers } from "@/lib/services/retire-browsers";
import { sweepMedia } from "@/lib/services/sweep-media";
import { sweepRecords } from "@/lib/services/sweep-records";
import { wakeStranded } from "@/lib/services/wake-stranded";

const MINUTE_MS = 60_000;

interface Round {
	readonly name: string;
	readonly everyMs: number;
	/** How long after the start; a server that begins has better things to do than to tidy up. */
	readonly firstAfterMs: number;
	readonly run: (doors: Doors) => Promise<unknown>;
}

const ROUNDS: readonly Round[] = [
	{ name: "wake-stranded", everyMs: MINUTE_MS, firstAfterMs: 0, run: wakeStranded },
	{ name: "reseal-keys", everyMs: 60 * MINUTE_MS, firstAfterMs: 0, run: resealKeys },
	{ name: "sweep-records", everyMs: 60 * MINUTE_MS, firstAfterMs: 2 * MINUTE_MS, run: sweepRecords },
	{ name: "sweep-media", everyMs: 60 * MINUTE_MS, firstAfterMs: 5 * MINUTE_MS, run: sweepMedia },
	{ name: "retire-browsers", everyMs: 60 * MINUTE_MS, firstAfterMs: 10 * MINUTE_MS, run: retireBrowsers },
];

/** What must be done now and then, whoever asks. Answers how to stop it; a round that runs is waited for. */
export function startSweeps(doors: Doors): () => Promise<void> {
	const ending = new AbortController();
	const ended = Promise.all(ROUNDS.map((round) => repeat(doors, round, ending.signal)));
	return async () => {
		ending.abort();
		await ended;
	};
}

async function repeat(doors: Doors, { name, everyMs, firstAfterMs, run }: Round, signal: AbortSignal): Promise<void> {
	await doors.clock.wait(firstAfterMs, signal);
	while (!signal.aborted) {
		await run(doors).catch((problem: unknown) => doors.log.error("round-failed", { name }, problem));
		await doors.clock.wait(everyMs, signal);
	}
}
