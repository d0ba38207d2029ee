import { judgeScriptLength, judgeShotLengths, type LengthVerdict } from "./judge-length";
import { VENDOR_LIMITS } from "./limits";
import type { Finding } from "./script-problem";
import type { RawShot, ScriptReading } from "./script-reading";

export function checkEmptyWords({ shots }: ScriptReading): Finding[] {
	return shots.flatMap(({ marker, words }, index) => {
		if (words !== "") return [];
		const sentence = `Shot ${index + 1} has no words. Write what happens in it, or delete it.`;
		return [{ code: "words-empty", severity: "warning", at: [marker.start, marker.end], sentence } satisfies Finding];
	});
}

export function checkLengths({ shots, text, options }: ScriptReading): Finding[] {
	const { limits = VENDOR_LIMITS } = options;
	const dialect = shots[0]?.marker.dialect ?? "shot";
	const plain = shots.map(({ seconds, words }) => ({ seconds: seconds ?? 1, words }));
	return [...judgeShotLengths(plain, limits.shotChars), ...judgeScriptLength(plain, dialect, limits)].flatMap(
		(verdict) => {
			const shot = shots[verdict.shotIndex];
			return shot ? [placeVerdict(verdict, shot, text, limits.shotChars)] : [];
		},
	);
}

function placeVerdict(verdict: LengthVerdict, shot: RawShot, text: string, shotChars: number | null): Finding {
	const { code, severity, sentence } = verdict;
	const { wordsStart, wordsEnd } = shot;
	if (code !== "words-too-long" || shotChars === null) return { code, severity, sentence, at: [wordsStart, wordsEnd] };
	const allowed = [...text.slice(wordsStart, wordsEnd)].slice(0, shotChars).join("");
	return { code, severity, sentence, at: [wordsStart + allowed.length, wordsEnd] };
}
