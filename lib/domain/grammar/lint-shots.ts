import { countPointsUpTo, type TextRange } from "../text-range";
import type { ShotDialect } from "./dialect";
import { findMarkersAnywhere } from "./find-markers";
import type { ScriptShot } from "./format-shots";
import { judgeScriptLength, judgeShotLengths } from "./judge-length";
import type { ScriptLimits } from "./limits";
import type { Severity } from "./parsed-script";
import { normaliseWords } from "./words";

export interface ShotFinding {
	readonly code:
		| "words-empty"
		| "words-too-long"
		| "semicolon-inside"
		| "marker-inside-words"
		| "over-advised"
		| "over-hard";
	/** An error keeps the draft from being sent; a warning tells what will be sent instead. */
	readonly severity: Severity;
	readonly sentence: string;
	/** For the two findings about the whole, the shot in which the limit is passed. */
	readonly shotIndex: number;
	readonly range: TextRange | null;
	readonly mendedWords: string | null;
}

export interface LintRules extends ScriptLimits {
	readonly dialect: ShotDialect;
}

export function lintShots(shots: readonly ScriptShot[], rules: LintRules): readonly ShotFinding[] {
	const isScript = rules.dialect === "shot" || rules.dialect === "镜头";
	const each = shots.flatMap((shot, index) => [
		...lintEmptyWords(shot, index),
		...(isScript ? [...lintSemicolons(shot, index), ...lintMarkers(shot, index)] : []),
	]);
	const lengths = [...judgeShotLengths(shots, rules.shotChars), ...judgeScriptLength(shots, rules.dialect, rules)];
	const tooLong = lengths.map((verdict) => ({ ...verdict, range: null, mendedWords: null }));
	return [...each, ...tooLong].sort((a, b) => a.shotIndex - b.shotIndex);
}

function lintEmptyWords({ words }: ScriptShot, shotIndex: number): ShotFinding[] {
	if (normaliseWords(words) !== "") return [];
	const sentence = `Shot ${shotIndex + 1} has no words. Write what happens in it, or delete it.`;
	return [{ code: "words-empty", severity: "warning", sentence, shotIndex, range: null, mendedWords: null }];
}

function lintSemicolons({ words }: ScriptShot, shotIndex: number): ShotFinding[] {
	const mendedWords = normaliseWords(words);
	const at = words.search(/[;；]/);
	if (at < 0 || mendedWords === "") return [];
	const start = countPointsUpTo(words)(at);
	const sentence = `A semicolon ends a shot, so the one in shot ${shotIndex + 1} is sent as a comma.`;
	const range = { start, end: start + 1 };
	return [{ code: "semicolon-inside", severity: "warning", sentence, shotIndex, range, mendedWords }];
}

function lintMarkers({ words }: ScriptShot, shotIndex: number): ShotFinding[] {
	const pointAt = countPointsUpTo(words);
	return findMarkersAnywhere(words).map((marker) => ({
		code: "marker-inside-words",
		severity: "warning",
		sentence: `“${words.slice(marker.start, marker.end).trim()}” inside the words of shot ${shotIndex + 1} may be taken for a new shot. Say it in other words.`,
		shotIndex,
		range: { start: pointAt(marker.start), end: pointAt(marker.end) },
		mendedWords: null,
	}));
}
