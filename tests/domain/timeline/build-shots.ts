import fc from "fast-check";
import type { Result } from "@/lib/domain/result";
import { MAX_TOTAL_SECONDS, MIN_TOTAL_SECONDS, type Shots, shotsSchema, totalSeconds } from "@/lib/domain/shot";
import type { EditProblem, ShotsEdit } from "@/lib/domain/timeline/edit-problem";
import type { Trim } from "@/lib/domain/timeline/trim";

/** Shots with ids 1, 2, 3 … and words to tell them apart; frozen, so that an edit that writes into them throws. */
export function shotsOf(...seconds: readonly number[]): Shots {
	return shotsSchema.parse(
		seconds.map((each, index) => ({ id: index + 1, seconds: each, words: `words ${index + 1}` })),
	);
}

export function accepted<Value>(result: Result<Value, EditProblem>): Value {
	if (!result.ok) throw new Error(`Refused: ${result.problem.code}`);
	return result.value;
}

export function secondsAfter(edit: ShotsEdit): readonly number[] {
	return accepted(edit).map((shot) => shot.seconds);
}

export function idsAfter(edit: ShotsEdit): readonly number[] {
	return accepted(edit).map((shot) => shot.id);
}

export function codeOf(edit: Result<unknown, EditProblem>): string | null {
	return edit.ok ? null : edit.problem.code;
}

export const trims: fc.Arbitrary<Trim> = fc.constantFrom("roll", "ripple");

/** Every list of shots a draft may hold, with ids in any order. */
export const anyShots: fc.Arbitrary<Shots> = fc
	.array(fc.integer({ min: 1, max: 13 }), { minLength: 1, maxLength: 6 })
	.map((seconds) => seconds.map((each, index) => ({ id: index + 1, seconds: each, words: `words ${index + 1}` })))
	.filter((shots) => totalSeconds(shots) >= MIN_TOTAL_SECONDS && totalSeconds(shots) <= MAX_TOTAL_SECONDS)
	.chain((shots) => fc.shuffledSubarray(shots, { minLength: shots.length }))
	.map((shots) => shotsSchema.parse(shots));
