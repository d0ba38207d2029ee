import { hazardPerSecond, learnTimes } from "./learned-times";

const SOONEST_MS = 1_000;
const LATEST_MS = 15_000;
const LATEST_WATCHED_MS = 6_000;
const NEARLY_DONE = 0.9;
const NEARLY_DONE_MS = 3_000;
const UNLEARNED_MS = 4_000;
const WITH_CALLBACKS = 4;
/** Seconds of somebody's waiting that one look is worth. */
const LOOK_COST_SECONDS = 0.1;

export interface LookSituation {
	readonly elapsedMs: number;
	/** How long films of this gateway, resolution and length took. */
	readonly samplesMs: readonly number[];
	readonly watched: boolean;
	readonly progress: number | null;
	/** The gateway has been told where to call, so looking is only the safety net. */
	readonly hasCallback: boolean;
}

export function nextLookMs(situation: LookSituation): number {
	const wait = waitMs(situation);
	return situation.hasCallback ? wait * WITH_CALLBACKS : wait;
}

function waitMs({ elapsedMs, samplesMs, watched, progress }: LookSituation): number {
	if (progress !== null && progress >= NEARLY_DONE) return NEARLY_DONE_MS;
	const learned = learnTimes(samplesMs);
	if (learned === null) return UNLEARNED_MS;
	const best = Math.sqrt((2 * LOOK_COST_SECONDS) / hazardPerSecond(learned, elapsedMs)) * 1_000;
	return Math.round(Math.min(Math.max(best, SOONEST_MS), watched ? LATEST_WATCHED_MS : LATEST_MS));
}
