import type { CatalogEntry } from "../catalog/entry";
import type { Draft } from "../draft";
import { normaliseWords } from "../grammar/words";
import type { Shots } from "../shot";
import { countChars } from "../text";
import type { Refusal, Warning } from "./verdict";

export function refuseShots(draft: Draft, { shots: rules }: CatalogEntry): Refusal[] {
	const { maxWords } = rules;
	if (maxWords === null) return [];
	return shotsOf(draft).flatMap((shot, index): Refusal[] => {
		const over = countChars(normaliseWords(shot.words)) - maxWords;
		if (over <= 0) return [];
		const sentence = `Shot ${index + 1} has ${maxWords + over} characters; a shot takes at most ${maxWords}. Shorten it by ${over}.`;
		return [{ code: "shot-too-long", field: `shot-${index + 1}`, sentence, fix: "shorten" }];
	});
}

export function warnOfShots(draft: Draft, { label, shots: rules }: CatalogEntry): Warning[] {
	const shots = shotsOf(draft);
	const warnings = warnOfSilentShots(shots);
	if (rules.syntax !== "prose" || shots.length < 2) return warnings;
	const sentence = `${label} documents no shot syntax: your shots are sent as prose, and the cuts may fall elsewhere.`;
	return [...warnings, { code: "shots-as-prose", field: "shots", sentence }];
}

/** Where no shot has words, the missing prompt is judged instead. */
function warnOfSilentShots(shots: Shots): Warning[] {
	const isSilent = (words: string) => normaliseWords(words) === "";
	if (shots.every((shot) => isSilent(shot.words))) return [];
	return shots.flatMap((shot, index): Warning[] => {
		if (!isSilent(shot.words)) return [];
		const sentence = `Shot ${index + 1} has no words; what it shows is left to the model.`;
		return [{ code: "shot-without-words", field: `shot-${index + 1}`, sentence }];
	});
}

function shotsOf({ composition }: Draft): Shots {
	return composition.mode === "shots" ? composition.shots : [];
}
