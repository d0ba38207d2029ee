import { findAll } from "../animatic-plan/match";
import { ANIMAL_ACTIONS, CREATURES } from "../animatic-plan/words/animals";
import type { Entry } from "../animatic-plan/words/entry";
import { ACTIONS, PEOPLE, PRONOUNS } from "../animatic-plan/words/figures";
import { TIMES } from "../animatic-plan/words/light";
import { PROPS } from "../animatic-plan/words/props";
import { SCENES } from "../animatic-plan/words/scenes";
import { countPointsUpTo, type TextRange } from "../text-range";
import { findMovePlaces } from "./camera-moves";
import { findSpeech } from "./find-speech";
import { INGREDIENTS, type IngredientKind, type IngredientWords } from "./ingredient-list";
import { ACTION_WORDS, FRAMING_WORDS, SUBJECT_WORDS } from "./ingredient-words";
import { withoutSpeech } from "./spoken-lines";

/** Missing ones never block. */
export interface Ingredient extends IngredientWords {
	readonly found: TextRange | null;
}

const FINDERS: Readonly<Record<IngredientKind, (told: string) => TextRange | null>> = {
	subject: findSubject,
	action: findAction,
	camera: findCamera,
	setting: findSetting,
};

/** The four ticks beside the prompt. What somebody says aloud tells nothing about the picture. */
export function findIngredients(text: string): readonly Ingredient[] {
	const speeches = findSpeech(text);
	const told = withoutSpeech(text, speeches);
	const pointAt = countPointsUpTo(text);
	const place = (units: TextRange | null) => units && { start: pointAt(units.start), end: pointAt(units.end) };
	return INGREDIENTS.map((ingredient) => ({ ...ingredient, found: place(FINDERS[ingredient.kind](told)) }));
}

function findSubject(told: string): TextRange | null {
	return firstOf(told, [PEOPLE, CREATURES, PROPS, PRONOUNS]) ?? firstWord(told, SUBJECT_WORDS);
}

function findAction(told: string): TextRange | null {
	return firstOf(told, [ACTIONS, ANIMAL_ACTIONS]) ?? firstWord(told, ACTION_WORDS);
}

function findCamera(told: string): TextRange | null {
	const move = findMovePlaces(told)[0];
	return move ? { start: move.index, end: move.end } : firstWord(told, FRAMING_WORDS);
}

/** Below this a word only hints at a place or an hour: somebody who is often there, the moon. */
const NAMES_PLACE = 1.5;
const NAMED = [SCENES, TIMES].map((list) => list.filter(({ weight }) => (weight ?? 1) >= NAMES_PLACE));

function findSetting(told: string): TextRange | null {
	return NAMED.map((list) => firstOf(told, [list])).find((found) => found !== null) ?? null;
}

function firstOf(told: string, lists: readonly (readonly Entry<unknown>[])[]): TextRange | null {
	const places = lists.flatMap((list) => findAll(told, list)).map(({ index, end }) => ({ start: index, end }));
	return places.sort((a, b) => a.start - b.start || b.end - a.end)[0] ?? null;
}

function firstWord(told: string, pattern: RegExp): TextRange | null {
	const found = pattern.exec(told);
	return found && { start: found.index, end: found.index + found[0].length };
}
