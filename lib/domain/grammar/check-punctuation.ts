import type { TextEdit } from "../text-range";
import { endsInSemicolon, type Finding, quote } from "./script-problem";
import { editAt, type RawShot, type ScriptReading } from "./script-reading";

const FULL_WIDTH = /[，、；０-９．－＋]/g;

/** Only in markers and at the ends of shots: in the words such signs are the writer's. */
export function checkFullWidth(reading: ScriptReading): Finding[] {
	const places = reading.shots.flatMap(({ marker, wordsEnd, bodyEnd }) => [
		...(marker.form === "strict" ? findFullWidth(reading.text, marker.start, marker.end) : []),
		...findFullWidth(reading.text, wordsEnd, bodyEnd),
	]);
	const first = places[0];
	if (first === undefined) return [];
	return [
		{
			code: "full-width",
			severity: "warning",
			at: [first, first + 1],
			sentence:
				"Full-width punctuation stands between the parts of a shot. It was read as , and ; which gateways document.",
			fix: { label: "Write half-width signs", edits: places.map((place) => narrow(reading, place)) },
		},
	];
}

function findFullWidth(text: string, start: number, end: number): number[] {
	return [...text.slice(start, end).matchAll(FULL_WIDTH)].map(({ index }) => start + index);
}

function narrow(reading: ScriptReading, place: number): TextEdit {
	const sign = reading.text.charAt(place);
	const plain = sign === "、" ? "," : sign.normalize("NFKC");
	const spaced = plain === "," && reading.text.charAt(place + 1).trim() !== "" ? ", " : plain;
	return editAt(reading, place, place + 1, spaced);
}

export function checkSemicolons(reading: ScriptReading): Finding[] {
	return reading.shots.flatMap((shot, index) => {
		const isLast = index === reading.shots.length - 1;
		const inner = findInnerSemicolons(reading.text, shot);
		const strayAfterLast = isLast && !endsInSemicolon(reading.text, shot) ? inner.at(-1) : undefined;
		if (strayAfterLast) {
			const others = inner.slice(0, -1).map((run) => semicolonInside(reading, run, index + 1));
			return [...others, textAfterLast(reading, shot, strayAfterLast, index + 1)];
		}
		const missing = endsInSemicolon(reading.text, shot) ? [] : [semicolonMissing(reading, shot, index + 1, isLast)];
		return [...inner.map((run) => semicolonInside(reading, run, index + 1)), ...missing];
	});
}

type Run = readonly [start: number, end: number];

function findInnerSemicolons(text: string, { wordsStart, wordsEnd }: RawShot): Run[] {
	const words = text.slice(wordsStart, wordsEnd);
	return [...words.matchAll(/[;；](?:[\s;；]*[;；])?/g)].map((found) => {
		const start = wordsStart + found.index;
		return [start, start + found[0].length];
	});
}

function semicolonInside(reading: ScriptReading, [start, end]: Run, number: number): Finding {
	const after = quote(reading.text.slice(end, end + 80).split(/[;；]/)[0] ?? "");
	return {
		code: "semicolon-inside",
		severity: "warning",
		at: [start, end],
		sentence: `A semicolon ends a shot, so ${after} would belong to none. It was kept in shot ${number}, with a comma.`,
		fix: { label: "Write a comma", edits: [editAt(reading, start, end, ",")] },
	};
}

function textAfterLast(reading: ScriptReading, shot: RawShot, [start, end]: Run, number: number): Finding {
	const { wordsEnd } = shot;
	return {
		code: "text-after-last",
		severity: "warning",
		at: [end, wordsEnd],
		sentence: `${quote(reading.text.slice(end, wordsEnd))} comes after the last semicolon. It was kept in shot ${number}, with a comma.`,
		fix: {
			label: `Move it into shot ${number}`,
			edits: [editAt(reading, start, end, ","), editAt(reading, wordsEnd, wordsEnd, ";")],
		},
	};
}

function semicolonMissing(reading: ScriptReading, { wordsEnd }: RawShot, number: number, isLast: boolean): Finding {
	const sentence = isLast
		? "The last shot has no semicolon at its end. It was read as if it had."
		: `Shot ${number} has no semicolon at its end. It was read as ending before the next shot.`;
	return {
		code: isLast ? "last-semicolon-missing" : "semicolon-missing",
		severity: "warning",
		at: [wordsEnd, wordsEnd],
		sentence,
		fix: { label: "Add the semicolon", edits: [editAt(reading, wordsEnd, wordsEnd, ";")] },
	};
}
