import { countChars } from "../text";
import type { ShotDialect } from "./dialect";
import { formatShots, type ScriptShot } from "./format-shots";
import type { ScriptLimits } from "./limits";
import { normaliseWords } from "./words";

export interface LengthVerdict {
	readonly code: "words-too-long" | "over-advised" | "over-hard";
	readonly severity: "error" | "warning";
	readonly sentence: string;
	readonly shotIndex: number;
}

export function judgeShotLengths(shots: readonly ScriptShot[], shotChars: number | null): LengthVerdict[] {
	if (shotChars === null) return [];
	return shots.flatMap(({ words }, shotIndex) => {
		const chars = countChars(normaliseWords(words));
		if (chars <= shotChars) return [];
		const sentence = `Shot ${shotIndex + 1} has ${spellCount(chars)} characters, and a shot may have ${spellCount(shotChars)}. Cut ${spellCount(chars - shotChars)}, or split the shot.`;
		return [{ code: "words-too-long", severity: "error", sentence, shotIndex } satisfies LengthVerdict];
	});
}

export function judgeScriptLength(
	shots: readonly ScriptShot[],
	dialect: ShotDialect,
	{ advised, hard }: ScriptLimits,
): LengthVerdict[] {
	const chars = countChars(formatShots(shots, dialect));
	if (chars <= Math.min(advised, hard)) return [];
	const counted = `The script has ${spellCount(chars)} characters as it will be sent`;
	if (chars > hard) {
		const sentence = `${counted}, and the limit is ${spellCount(hard)}. Cut ${spellCount(chars - hard)}.`;
		return [{ code: "over-hard", severity: "error", sentence, shotIndex: findCrossing(shots, hard) }];
	}
	const sentence = `${counted}; at most ${spellCount(advised)} are advised.`;
	return [{ code: "over-advised", severity: "warning", sentence, shotIndex: findCrossing(shots, advised) }];
}

/** The shot in which a limit is passed; close enough for every dialect, since only the lead-ins differ. */
function findCrossing(shots: readonly ScriptShot[], limit: number): number {
	let chars = 0;
	const index = shots.findIndex((shot) => {
		chars += countChars(formatShots([shot], "shot")) + 1;
		return chars > limit;
	});
	return index < 0 ? shots.length - 1 : index;
}

function spellCount(count: number): string {
	return count.toLocaleString("en-GB");
}
