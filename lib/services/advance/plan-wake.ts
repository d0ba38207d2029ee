import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { durationSeconds } from "@/lib/domain/draft";
import { unreachable } from "@/lib/domain/result";
import { nextLookMs } from "@/lib/domain/schedule/next-look";
import { nextSaveAtMs } from "@/lib/domain/schedule/saving-tries";
import { nextUnknownStepAtMs } from "@/lib/domain/schedule/unknown-steps";
import type { StateOf, TakeState } from "@/lib/domain/take/state";
import type { Take } from "@/lib/domain/take/take";
import type { TimesBucket } from "@/lib/ports/learned-times";
import type { Claim } from "@/lib/ports/take-queue";
import type { Has } from "@/lib/services/doors";

type PlanDoors = Has<"clock" | "learnedTimes" | "dresser" | "callbacksHeard">;

const SAMPLES = 200;
const SECOND_MS = 1_000;
/** Looking at our own renderer costs a row, and somebody waits for its first frame. */
const LOCAL_LOOK_MS = 700;
const CALLBACKS_COUNT_FOR_MS = 3_600_000;

/** When somebody must come back to a take that stands in `state`; `null` where nothing is left to do. */
export async function planWake(
	doors: PlanDoors,
	take: Take,
	state: TakeState,
	watchedUntilMs: Claim["watchedUntilMs"],
): Promise<number | null> {
	const nowMs = doors.clock.nowMs();
	switch (state.kind) {
		case "queued":
			return state.held?.untilMs ?? nowMs;
		case "sending":
			return nowMs;
		case "rendering":
			return planLook(doors, take, state, watchedUntilMs);
		case "saving":
			return nextSaveAtMs({ ...state, expiresAtMs: state.film.expiresAtMs }, nowMs) ?? nowMs;
		case "ready":
			return doors.dresser !== null && take.extras === null ? nowMs : null;
		case "failed":
		case "cancelled":
			return null;
		case "outcome-unknown":
			return nextUnknownStepAtMs(state, catalogEntry(take.gateway).unknownOutcome, nowMs);
		default:
			return unreachable(state);
	}
}

async function planLook(
	doors: PlanDoors,
	take: Take,
	state: StateOf<"rendering">,
	watchedUntilMs: Claim["watchedUntilMs"],
): Promise<number> {
	const nowMs = doors.clock.nowMs();
	if (take.gateway === "animatic") return nowMs + LOCAL_LOOK_MS;
	const heardAtMs = doors.callbacksHeard.get(take.gateway) ?? Number.NEGATIVE_INFINITY;
	const waitMs = nextLookMs({
		elapsedMs: nowMs - state.sinceMs,
		samplesMs: await doors.learnedTimes.list(bucketOf(take), SAMPLES),
		watched: (watchedUntilMs ?? 0) > nowMs,
		progress: state.progress,
		hasCallback: nowMs - heardAtMs < CALLBACKS_COUNT_FOR_MS,
	});
	return catalogEntry(take.gateway).tasksPerLook > 1 ? toWholeSecond(nowMs + waitMs) : nowMs + waitMs;
}

/** Takes that may be asked about together are made due together. Looks are a second apart at least, so none comes now. */
function toWholeSecond(atMs: number): number {
	return Math.round(atMs / SECOND_MS) * SECOND_MS;
}

export function bucketOf({ gateway, draft }: Pick<Take, "gateway" | "draft">): TimesBucket {
	return { gateway, resolution: draft.resolution, seconds: durationSeconds(draft) };
}
