import type { TakeId } from "../ids";
import { ok, type Result, refuse } from "../result";
import { isFinished } from "../take/state";
import type { Take } from "../take/take";

export const HISTORY_SIZE = 20;
const RESTORE_HOURS = 24;
const HOUR_MS = 3_600_000;

export type HistoryTake = Pick<Take, "id" | "createdAtMs" | "left"> & {
	readonly payer: { readonly kind: Take["payer"]["kind"] };
	readonly state: Pick<Take["state"], "kind">;
	readonly labels: Pick<Take["labels"], "name" | "keep">;
};

/**
 * Who makes room for one more take, first to leave first. Running takes, unknown outcomes and kept ones never do, so
 * the history may be longer than its size for a while.
 */
export function whoLeavesNext<Entry extends HistoryTake>(takes: readonly Entry[]): readonly Entry[] {
	const present = takes.filter((take) => take.left === null);
	const tooMany = present.length + 1 - HISTORY_SIZE;
	return tooMany > 0 ? leavingOrder(present).slice(0, tooMany) : [];
}

/** Nobody misses these much: what may leave without having been named before. */
export function whoLeavesQuietly<Entry extends HistoryTake>(takes: readonly Entry[]): readonly Entry[] {
	const present = takes.filter((take) => take.left === null);
	const tooMany = present.length - HISTORY_SIZE;
	return tooMany > 0
		? leavingOrder(present)
				.filter((take) => !isPaidFilm(take))
				.slice(0, tooMany)
		: [];
}

/** A paid film leaves only if it was named to the person before: `announced` is what the screen had said. */
export function makeRoom<Entry extends HistoryTake>(
	takes: readonly Entry[],
	announced: ReadonlySet<TakeId>,
): Result<readonly TakeId[], { readonly kind: "unannounced"; readonly takes: readonly Entry[] }> {
	const leaving = whoLeavesNext(takes);
	const paidFilms = leaving.filter(isPaidFilm);
	if (paidFilms.some((take) => !announced.has(take.id))) return refuse({ kind: "unannounced", takes: paidFilms });
	return ok(leaving.map((take) => take.id));
}

function isPaidFilm(take: HistoryTake): boolean {
	return take.state.kind === "ready" && take.payer.kind !== "free";
}

/** Failed and cancelled ones first, then animatics, then paid films; among equals the oldest. */
function leavingOrder<Entry extends HistoryTake>(present: readonly Entry[]): readonly Entry[] {
	const able = present.filter((take) => isFinished(take.state) && !take.labels.keep);
	return able.sort((a, b) => rankOf(a) - rankOf(b) || a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1));
}

function rankOf(take: HistoryTake): number {
	if (take.state.kind !== "ready") return 0;
	return isPaidFilm(take) ? 2 : 1;
}

export function purgeAtMs(leavesAtMs: number): number {
	return leavesAtMs + RESTORE_HOURS * HOUR_MS;
}

export function mediaGoAtMs(left: NonNullable<Take["left"]>, sharedUntilMs: number | null): number {
	return Math.max(left.purgeAtMs, sharedUntilMs ?? 0);
}

export function canRestore(take: Pick<Take, "left">, nowMs: number): boolean {
	return take.left !== null && nowMs < take.left.purgeAtMs;
}
