import { findAll, keepLongest } from "./match";
import type { Animal, AnimalKind } from "./plan";
import { colourBefore } from "./read-colours";
import { countBefore } from "./read-numbers";
import { ANIMAL_ACTIONS, type AnimalAction, CREATURES } from "./words/animals";

const MOST_ANIMALS = 4;
const HERD = 3;
const REACH = 80;
const PLACES = [0.56, 0.3, 0.76, 0.44] as const;

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

/** The animals named, each as often as the words say, at most four in all. */
export function readAnimals(text: string): Animal[] {
	const animals: Animal[] = [];
	for (const match of keepLongest(findAll(text, CREATURES))) {
		const { kind, coat, plural } = match.kind;
		const isPlural = plural || /s$/iu.test(match.word.replace(/['’]s$/u, ""));
		const count = countBefore(text, match.index, isPlural ? HERD : 1);
		const action = actionOf(kind, text.slice(match.end, match.end + REACH), text);
		for (let nth = 0; nth < count && animals.length < MOST_ANIMALS; nth++) {
			const place = PLACES[animals.length] ?? 0.5;
			animals.push({ kind, action, coat: colourBefore(text, match.index) ?? coat, place });
		}
	}
	return animals;
}
