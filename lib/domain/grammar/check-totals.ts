import { splitByWeights } from "../largest-remainder";
import { MAX_SHOTS, MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS, MIN_TOTAL_SECONDS } from "../shot";
import type { ScriptFix } from "./parsed-script";
import { type Finding, rewriteMarker, rewriteShot } from "./script-problem";
import { editAt, type ScriptReading } from "./script-reading";

function retimeToTotal(seconds: readonly number[], total: number): number[] {
	return splitByWeights(total, seconds, MIN_SHOT_SECONDS);
}

export function checkTotal(reading: ScriptReading): Finding[] {
	const { shots, options } = reading;
	const last = shots.at(-1)?.marker.seconds;
	if (!last || shots.some(({ seconds }) => seconds === null)) return [];
	const sum = shots.reduce((total, { seconds }) => total + (seconds ?? 0), 0);
	const wanted = options.expectedTotal ?? Math.min(Math.max(sum, MIN_TOTAL_SECONDS), MAX_TOTAL_SECONDS);
	if (sum === wanted) return [];
	const trouble = describeTotal(sum, options.expectedTotal);
	return [{ ...trouble, severity: "error", at: [last.start, last.end], fix: retime(reading, wanted) }];
}

function describeTotal(sum: number, expected: number | undefined): Pick<Finding, "code" | "sentence"> {
	if (expected !== undefined) {
		const sentence = `The shots add up to ${sum} s, and the film is to last ${expected} s. Change a shot, or scale them all.`;
		return { code: "total-differs", sentence };
	}
	if (sum < MIN_TOTAL_SECONDS) {
		const sentence = `The shots add up to ${sum} s, and a film lasts at least ${MIN_TOTAL_SECONDS} s. Lengthen one.`;
		return { code: "total-too-short", sentence };
	}
	const sentence = `The shots add up to ${sum} s, and a film lasts at most ${MAX_TOTAL_SECONDS} s. Shorten one.`;
	return { code: "total-too-long", sentence };
}

function retime(reading: ScriptReading, total: number): ScriptFix | null {
	const seconds = reading.shots.map((shot) => shot.seconds ?? 0);
	const possible =
		Number.isInteger(total) && total >= Math.max(MIN_TOTAL_SECONDS, seconds.length) && total <= MAX_TOTAL_SECONDS;
	if (!possible) return null;
	const retimed = retimeToTotal(seconds, total);
	const edits = reading.shots.flatMap((shot, index) => rewriteShot(reading, shot, retimed[index] ?? MIN_SHOT_SECONDS));
	return { label: `Scale the shots to ${total} s`, edits };
}

export function checkShotCount(reading: ScriptReading): Finding[] {
	const { shots } = reading;
	const [firstTooMany, last] = [shots[MAX_SHOTS], shots.at(-1)];
	if (!firstTooMany || !last) return [];
	return [
		{
			code: "too-many-shots",
			severity: "error",
			at: [firstTooMany.marker.start, last.wordsEnd],
			sentence: `There are ${shots.length} shots, and a film has at most ${MAX_SHOTS}. Join some or delete some.`,
			fix: joinSurplus(reading),
		},
	];
}

function joinSurplus(reading: ScriptReading): ScriptFix | null {
	const joined = reading.shots.slice(MAX_SHOTS - 1);
	const [host, ...surplus] = joined;
	if (!host || joined.some(({ seconds }) => seconds === null)) return null;
	const sum = joined.reduce((total, { seconds }) => total + (seconds ?? 0), 0);
	const links = surplus.map((shot, index) => {
		const before = joined[index]?.wordsEnd ?? shot.marker.start;
		return editAt(reading, before, shot.wordsStart, ", ");
	});
	const edits = [rewriteMarker(reading, host, Math.min(sum, MAX_TOTAL_SECONDS)), ...links];
	return { label: `Join shots ${MAX_SHOTS} to ${reading.shots.length}`, edits };
}
