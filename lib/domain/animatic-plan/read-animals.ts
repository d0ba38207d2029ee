import { findAll, keepLongest, type Match } from "./match";
import type { Animal, AnimalKind } from "./plan";
import { colourBefore } from "./read-colours";
import { countBefore } from "./read-numbers";
import { ANIMAL_ACTIONS, type AnimalAction, CREATURES, type Creature } from "./words/animals";

const MOST_ANIMALS = 4;
const HERD = 3;
const REACH = 80;
const PLACES = [0.56, 0.3, 0.76, 0.44] as const;
/** Where what flutters before somebody else is. */
const AHEAD = 0.82;

const OWN_ACTION: Readonly<Partial<Record<AnimalKind, AnimalAction>>> = {
	bird: "fly",
	butterfly: "fly",
	fish: "swim",
	whale: "swim",
};

function actionOf(kind: AnimalKind, after: string, whole: string): AnimalAction {
	const own = OWN_ACTION[kind];
	const said = findAll(after, ANIMAL_ACTIONS)[0]?.kind ?? findAll(whole, ANIMAL_ACTIONS)[0]?.kind ?? "stand";
	if (kind === "bird") return said === "sit" || (said === "stand" && /perch|sit/iu.test(after)) ? "sit" : "fly";
	if (own) return own;
	return said === "fly" || said === "swim" ? "run" : said;
}

/** "Tabby cat" is one cat, and so is "the cat" once there is one. */
function eachOnce(text: string, matches: readonly Match<Creature>[]): Match<Creature>[] {
	const kept: Match<Creature>[] = [];
	for (const match of matches) {
		const last = kept.at(-1);
		const again = kept.some(({ kind }) => kind.kind === match.kind.kind);
		if (last && /^[\s-]+$/u.test(text.slice(last.end, match.index)))
			kept[kept.length - 1] = { ...last, end: match.end };
		else if (!again || !/(?:the|that|this|它|那只|这只)\s*$/iu.test(text.slice(0, match.index))) kept.push(match);
	}
	return kept;
}

/** The animals named, each as often as the words say, at most four in all. */
export function readAnimals(text: string): Animal[] {
	const animals: Animal[] = [];
	for (const match of eachOnce(text, keepLongest(findAll(text, CREATURES)))) {
		const { kind, coat, plural } = match.kind;
		const isPlural = plural || /s$/iu.test(match.word.replace(/['’]s$/u, ""));
		const count = countBefore(text, match.index, isPlural ? HERD : 1);
		const action = actionOf(kind, text.slice(match.end, match.end + REACH), text);
		for (let nth = 0; nth < count && animals.length < MOST_ANIMALS; nth++) {
			const chased = kind === "butterfly" && animals.length > 0;
			const place = chased ? AHEAD : (PLACES[animals.length] ?? 0.5);
			animals.push({ kind, action, coat: colourBefore(text, match.index) ?? coat, place });
		}
	}
	return animals;
}
