import { findAll } from "../animatic-plan/match";
import { ANIMAL_ACTIONS, CREATURES } from "../animatic-plan/words/animals";
import type { Entry } from "../animatic-plan/words/entry";
import { ACTIONS, PEOPLE, PRONOUNS } from "../animatic-plan/words/figures";
import { TIMES } from "../animatic-plan/words/light";
import { PROPS } from "../animatic-plan/words/props";
import { SCENES } from "../animatic-plan/words/scenes";
import { countPointsUpTo, type TextRange } from "../text-range";
import { findCameraMoves } from "./camera-moves";
import { findSpeech } from "./find-speech";
import { ACTION_WORDS, FRAMING_WORDS, SUBJECT_WORDS } from "./ingredient-words";
import { withoutSpeech } from "./spoken-lines";

export type IngredientKind = "subject" | "action" | "camera" | "setting";

/** One of the four things a prompt is advised to tell. Missing ones never block. */
export interface Ingredient {
	readonly kind: IngredientKind;
	readonly label: string;
	/** Where the text first tells it, or `null`. */
	readonly found: TextRange | null;
	/** A phrase to put in where it is missing. */
	readonly filler: string;
}

const LABELS = {
	subject: { label: "Subject", filler: "a woman in a red coat" },
	action: { label: "Action", filler: "walks slowly toward us" },
	camera: { label: "Camera", filler: "slow push-in" },
	setting: { label: "Setting", filler: "on a rain-washed street at night" },
} as const satisfies Record<IngredientKind, Pick<Ingredient, "label" | "filler">>;

/** The four ticks beside the prompt. What somebody says aloud tells nothing about the picture. */
export function findIngredients(text: string): readonly Ingredient[] {
	const told = withoutSpeech(text, findSpeech(text));
	return [
		{ kind: "subject", ...LABELS.subject, found: findSubject(told) },
		{ kind: "action", ...LABELS.action, found: findAction(told) },
		{ kind: "camera", ...LABELS.camera, found: findCamera(told) },
		{ kind: "setting", ...LABELS.setting, found: findSetting(told) },
	];
}

function findSubject(text: string): TextRange | null {
	return firstOf(text, [PEOPLE, CREATURES, PROPS, PRONOUNS]) ?? firstWord(text, SUBJECT_WORDS);
}

function findAction(text: string): TextRange | null {
	return firstOf(text, [ACTIONS, ANIMAL_ACTIONS]) ?? firstWord(text, ACTION_WORDS);
}

function findCamera(text: string): TextRange | null {
	return findCameraMoves(text)[0]?.range ?? firstWord(text, FRAMING_WORDS);
}

/** Below this a scene's word only hints at a place: somebody who is often there. */
const NAMES_PLACE = 1.5;

function findSetting(text: string): TextRange | null {
	return firstOf(text, [SCENES.filter(({ weight }) => (weight ?? 1) >= NAMES_PLACE)]) ?? firstOf(text, [TIMES]);
}

function firstOf(text: string, lists: readonly (readonly Entry<unknown>[])[]): TextRange | null {
	const places = lists.flatMap((list) => findAll(text, list)).map(({ index, end }) => ({ start: index, end }));
	return toPoints(text, places.sort((a, b) => a.start - b.start || b.end - a.end)[0]);
}

function firstWord(text: string, pattern: RegExp): TextRange | null {
	const found = pattern.exec(text);
	return toPoints(text, found ? { start: found.index, end: found.index + found[0].length } : undefined);
}

function toPoints(text: string, units: TextRange | undefined): TextRange | null {
	if (!units) return null;
	const pointAt = countPointsUpTo(text);
	return { start: pointAt(units.start), end: pointAt(units.end) };
}
