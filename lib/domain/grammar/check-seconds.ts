import { splitByWeights } from "../largest-remainder";
import { MAX_TOTAL_SECONDS, MIN_SHOT_SECONDS } from "../shot";
import { countChars } from "../text";
import type { SecondsToken } from "./marker";
import { type Finding, quote, rewriteShot } from "./script-problem";
import type { RawShot, ScriptReading } from "./script-reading";

export function checkSeconds(reading: ScriptReading): Finding[] {
	const guesses = guessSeconds(reading);
	return reading.shots.flatMap((shot) => {
		const { seconds, form } = shot.marker;
		if (shot.seconds === null) return [unusableSeconds(reading, shot, guesses.get(shot) ?? USUAL_SECONDS)];
		return seconds?.hasUnit && form === "strict" ? [unitWritten(reading, shot, seconds)] : [];
	});
}

function unusableSeconds(reading: ScriptReading, shot: RawShot, guess: number): Finding {
	const { marker } = shot;
	const trouble = describeSeconds(marker.seconds, `Shot ${shot.index + 1}`);
	const seconds = trouble.mended ?? guess;
	const at = marker.seconds ?? { start: marker.start, end: marker.end };
	return {
		code: trouble.code,
		severity: "error",
		at: [at.start, at.end],
		sentence: trouble.sentence,
		fix: { label: `Give it ${seconds} s`, edits: rewriteShot(reading, shot, seconds) },
	};
}

type SecondsTrouble = Pick<Finding, "code" | "sentence"> & { readonly mended: number | null };

function describeSeconds(token: SecondsToken | null, name: string): SecondsTrouble {
	if (!token) {
		const sentence = `${name} has no seconds. Write how long it lasts after its number: shot 1, 3, words;`;
		return { code: "seconds-missing", sentence, mended: null };
	}
	const { value, text } = token;
	if (value > MAX_TOTAL_SECONDS) {
		const sentence = `${name} has ${text} seconds, and a whole film has at most ${MAX_TOTAL_SECONDS}. Make it shorter.`;
		return { code: "seconds-too-long", sentence, mended: null };
	}
	if (value < 0) {
		return {
			code: "seconds-negative",
			sentence: `${name} lasts less than nothing. Give it at least 1 second.`,
			mended: 1,
		};
	}
	if (value === 0) {
		return { code: "seconds-zero", sentence: `${name} lasts 0 seconds. Give it at least 1.`, mended: 1 };
	}
	const mended = Math.max(MIN_SHOT_SECONDS, Math.round(value));
	return { code: "seconds-not-whole", sentence: `${name} has ${text} seconds. Seconds are whole numbers.`, mended };
}

function unitWritten(reading: ScriptReading, shot: RawShot, token: SecondsToken): Finding {
	const written = quote(reading.text.slice(token.start, shot.marker.end).replace(/[\s,，、]+$/, ""));
	return {
		code: "seconds-unit",
		severity: "warning",
		at: [token.start, shot.marker.end],
		sentence: `Shot ${shot.index + 1} says ${written}. It was read as ${token.value}; gateways document the bare number.`,
		fix: { label: `Write ${token.value}`, edits: rewriteShot(reading, shot, token.value) },
	};
}

const USUAL_SECONDS = 3;

/** What is left of the film for the shots without seconds: by their words where the total is known. */
function guessSeconds({ shots, options }: ScriptReading): ReadonlyMap<RawShot, number> {
	const open = shots.filter(({ seconds }) => seconds === null);
	const known = shots.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
	const left = Math.min(options.expectedTotal ?? Number.NaN, MAX_TOTAL_SECONDS) - known;
	if (Number.isInteger(left) && open.length > 0 && left >= open.length) {
		const weights = open.map(({ words }) => countChars(words) + 1);
		const parts = splitByWeights(left, weights, MIN_SHOT_SECONDS);
		return new Map(open.map((shot, index) => [shot, parts[index] ?? USUAL_SECONDS]));
	}
	const each = Math.floor((MAX_TOTAL_SECONDS - known) / open.length);
	return new Map(open.map((shot) => [shot, Math.max(MIN_SHOT_SECONDS, Math.min(USUAL_SECONDS, each))]));
}
