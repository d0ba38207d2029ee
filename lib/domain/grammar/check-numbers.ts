import type { ScriptFix } from "./parsed-script";
import type { Finding } from "./script-problem";
import { editAt, type RawShot, type ScriptReading } from "./script-reading";

type NumberTrouble = Pick<Finding, "code" | "sentence">;

/** Shots are taken in the order they are written; their numbers only have to agree with it. */
export function checkNumbers(reading: ScriptReading): Finding[] {
	const seen = new Set<number>();
	let highest = 0;
	const fix = renumber(reading);
	return reading.shots.flatMap((shot, index) => {
		const { number, keyword } = shot.marker;
		const trouble = judgeNumber(number?.value ?? null, index + 1, seen, highest);
		if (number) seen.add(number.value);
		highest = Math.max(highest, number?.value ?? highest + 1);
		const at = number ? ([number.start, number.end] as const) : ([keyword.start, keyword.end] as const);
		return trouble ? [{ ...trouble, severity: "warning", at, fix } satisfies Finding] : [];
	});
}

function judgeNumber(
	value: number | null,
	place: number,
	seen: ReadonlySet<number>,
	highest: number,
): NumberTrouble | null {
	if (value === null) {
		return { code: "number-missing", sentence: `This shot has no number. It was read as shot ${place}.` };
	}
	if (!Number.isInteger(value) || value < 1) {
		return { code: "number-invalid", sentence: `Shots are numbered 1, 2, 3. This one was read as shot ${place}.` };
	}
	if (seen.has(value)) {
		return { code: "number-repeated", sentence: `Shot ${value} is there already. This one was read as shot ${place}.` };
	}
	if (value < highest) {
		const sentence = `Shot ${value} comes after shot ${highest}. Shots are taken in the order they are written: move it, or number them anew.`;
		return { code: "number-out-of-order", sentence };
	}
	if (value > highest + 1) {
		const jump = highest === 0 ? `The first number is ${value}` : `The numbers jump from ${highest} to ${value}`;
		return { code: "number-gap", sentence: `${jump}. This one was read as shot ${place}.` };
	}
	return null;
}

function renumber(reading: ScriptReading): ScriptFix {
	const edits = reading.shots.flatMap((shot, index) => renumberShot(reading, shot, index + 1));
	const { length } = reading.shots;
	return { label: length === 1 ? "Number it 1" : `Number the shots 1 to ${length}`, edits };
}

function renumberShot(reading: ScriptReading, { marker }: RawShot, number: number) {
	if (!marker.number) return [editAt(reading, marker.keyword.end, marker.keyword.end, ` ${number}`)];
	if (marker.number.value === number) return [];
	return [editAt(reading, marker.number.start, marker.number.end, `${number}`)];
}
