import type { TextEdit, TextRange } from "../text-range";
import type { ScriptDialect } from "./dialect";
import type { ScriptShot } from "./format-shots";

/** What a text says as a shot script. Reading never fails: what could not be read is among the problems. */
export interface ParsedScript {
	readonly shots: readonly ParsedShot[];
	/** Text before the first shot. It is never sent; a problem offers to fold it into shot 1. */
	readonly preamble: string;
	readonly dialect: ScriptDialect | null;
	readonly problems: readonly ScriptProblem[];
}

/** `null` where the text gives no number, or no seconds a shot may have. */
export interface ParsedShot {
	readonly number: number | null;
	readonly seconds: number | null;
	readonly words: string;
	readonly range: TextRange;
	readonly wordsRange: TextRange;
}

/** An error has to be mended before the shots can be used; a warning tells how something unclear was read. */
export type Severity = "error" | "warning";

export interface ScriptProblem {
	readonly code: ScriptProblemCode;
	readonly severity: Severity;
	readonly range: TextRange;
	readonly sentence: string;
	readonly fix: ScriptFix | null;
}

/** The edits speak of the text that was parsed and do not overlap. */
export interface ScriptFix {
	readonly label: string;
	readonly edits: readonly TextEdit[];
}

export type ScriptProblemCode =
	| "no-shots"
	| "preamble"
	| "marker-unclear"
	| "marker-form"
	| "marker-inside-words"
	| "mixed-dialects"
	| "full-width"
	| "number-missing"
	| "number-invalid"
	| "number-repeated"
	| "number-out-of-order"
	| "number-gap"
	| "seconds-missing"
	| "seconds-not-whole"
	| "seconds-zero"
	| "seconds-negative"
	| "seconds-too-long"
	| "seconds-unit"
	| "total-differs"
	| "total-too-short"
	| "total-too-long"
	| "too-many-shots"
	| "semicolon-inside"
	| "semicolon-missing"
	| "last-semicolon-missing"
	| "text-after-last"
	| "words-empty"
	| "words-too-long"
	| "over-advised"
	| "over-hard";

/** The shots a timeline can take over, or `null` while an error stands or there is no shot. */
export function usableShots(script: ParsedScript): readonly ScriptShot[] | null {
	if (script.shots.length === 0 || script.problems.some(({ severity }) => severity === "error")) return null;
	return script.shots.flatMap(({ seconds, words }) => (seconds === null ? [] : [{ seconds, words }]));
}
