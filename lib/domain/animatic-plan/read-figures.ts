import { blank, findAll, heaviest, keepLongest, type Match } from "./match";
import type { Figure, FigureAction, SceneKind } from "./plan";
import { garmentColour } from "./read-colours";
import { countBefore } from "./read-numbers";
import {
	ACTIONS,
	COATS,
	COATS_ZH,
	CUTS,
	HAIR,
	HAIR_ZH,
	HATS,
	HATS_ZH,
	PEOPLE,
	type Person,
	PRONOUNS,
	USUAL_WEAR,
} from "./words/figures";

const MOST_FIGURES = 3;
const REACH = 90;

/** Where each of one, two or three figures stands. */
const PLACES: readonly (readonly number[])[] = [[0.42], [0.38, 0.6], [0.3, 0.5, 0.7]];

/** What "his" or "her" belongs to is not a second person: "his boss" still is. */
const ROLE_ONLY = /(?:camera|dolly|crane)\s+$/iu;

interface Named {
	readonly build: Figure["build"];
	readonly word: string;
	readonly index: number;
	readonly end: number;
}

function spread(text: string, match: Match<Person>): Named[] {
	const { build, plural, pair } = match.kind;
	const named = (each: Figure["build"], word: string): Named => ({
		build: each,
		word,
		index: match.index,
		end: match.end,
	});
	if (pair) return [named("woman", "woman of the pair"), named("man", "man of the pair")];
	const count = Math.min(MOST_FIGURES, countBefore(text, match.index, plural ? 3 : 1));
	const word = match.word.toLowerCase().replace(/(?:'s|’s)$/u, "");
	return Array.from({ length: plural || count > 1 ? count : 1 }, (_, nth) =>
		named(build, nth === 0 ? word : `${word} ${nth + 1}`),
	);
}

function namedPeople(text: string): Named[] {
	const people = keepLongest(findAll(text, PEOPLE)).filter((match) => !ROLE_ONLY.test(text.slice(0, match.index)));
	const seen = new Set<string>();
	return people
		.flatMap((match) => spread(text, match))
		.filter(({ word }) => !seen.has(word) && seen.add(word))
		.slice(0, MOST_FIGURES);
}

const FACES_US =
	/(?:toward|towards|at|to|into|facing|faces|near) (?:the |us|our )?(?:camera|lens|viewer|us)(?![\p{L}])|看[着向]镜头|面[对向]镜头|对着镜头/iu;
const FACES_AWAY =
	/from behind|back (?:turned )?to (?:us|the camera)|seen from the back|(?:walk|strid|run|head)\w* (?:away|off)(?! to the)|背影|背对/iu;
const GOES_LEFT = /(?:to|toward|towards) the left|leftward|right to left|向左/iu;
const VISTAS: ReadonlySet<SceneKind> = new Set(["mountain", "ocean", "desert", "space", "rooftop", "city"]);
const MOVING: ReadonlySet<FigureAction> = new Set(["walk", "run"]);

function facingOf(text: string, action: FigureAction, scene: SceneKind, nth: number, of: number): Figure["facing"] {
	if (FACES_US.test(text)) return "camera";
	if (FACES_AWAY.test(text)) return "away";
	if (MOVING.has(action)) return GOES_LEFT.test(text) ? "left" : "right";
	if (of > 1 && (action === "speak" || action === "stand" || action === "sit")) return nth === 0 ? "right" : "left";
	if (action === "look" && scene !== "office" && scene !== "room") return "away";
	return action === "stand" && VISTAS.has(scene) ? "away" : "camera";
}

const IDLE: ReadonlySet<FigureAction> = new Set(["stand", "look"]);
const NEW_CLAUSE = /[.;,，。；]|\s(?:as|while|when|where|who)\s/iu;

/** "Stands and waves" is a wave: standing is what one does beside everything else. */
function livelier(after: string, actions: readonly Match<FigureAction>[]): Match<FigureAction> | undefined {
	const [first, ...later] = actions;
	if (!first || !IDLE.has(first.kind)) return first;
	const other = later.find(({ kind }) => !IDLE.has(kind));
	return other && !NEW_CLAUSE.test(after.slice(first.end, other.index)) ? other : first;
}

function actionOf(text: string, named: Named): FigureAction {
	const after = findAll(text.slice(named.end, named.end + REACH), ACTIONS);
	const moving = after.find((match) => MOVING.has(match.kind));
	const first = livelier(text.slice(named.end), after);
	if (first) return first.kind === "turn" && moving && moving.index - first.end < 24 ? moving.kind : first.kind;
	return heaviest(findAll(text, ACTIONS))?.kind ?? "stand";
}

const WORN = 60;
const TOLD_HAIR = [
	[/(?<![\p{L}])blond/iu, "gold"],
	[/(?<![\p{L}])redhead/iu, "orange"],
	[/(?<![\p{L}])(?:old|elderly|aged|grand(?:mother|father|ma|pa))(?![\p{L}])|老人|老太|老头|奶奶|爷爷/iu, "grey"],
] as const;

type Worn = Pick<Figure, "hat" | "coat" | "cut" | "hair">;

function wornBy(text: string, named: Named): Worn {
	const own = text.slice(Math.max(0, named.index - 24), named.end + WORN);
	const inColour = text
		.slice(named.end, named.end + 24)
		.match(/^\s+(?:dressed |clad )?in (?:a |an |all )?([\p{L}-]+)(?=\s*(?:[,.;]|and|who|$|\p{L}+s\b))/iu);
	const plain = inColour ? garmentColour(`${inColour[1]} coat`, COATS, COATS_ZH) : null;
	const told = TOLD_HAIR.find(([pattern]) => pattern.test(own))?.[1] ?? null;
	const cut = findAll(own, CUTS)[0]?.kind ?? null;
	const coat = garmentColour(own, COATS, COATS_ZH) ?? plain;
	const usual = cut || coat ? null : (findAll(named.word, USUAL_WEAR)[0]?.kind ?? null);
	return {
		hat: garmentColour(own, HATS, HATS_ZH) ?? bareGarment(own, HATS, HATS_ZH) ?? usual?.hat ?? null,
		coat: coat ?? usual?.coat ?? null,
		cut: cut ?? usual?.cut ?? null,
		hair: garmentColour(own, HAIR, HAIR_ZH) ?? told,
	};
}

function bareGarment(text: string, garments: string, garmentsZh: string): "brown" | null {
	return new RegExp(`(?<![\\p{L}])(?:${garments})(?:s|es)?(?![\\p{L}])|${garmentsZh}`, "iu").test(text)
		? "brown"
		: null;
}

/** Who is in the shot. `earlier` are the figures of the shots before, for pronouns and for "the woman" again. */
export function readFigures(text: string, scene: SceneKind, earlier: readonly Figure[]): Figure[] {
	const people = namedPeople(text);
	const found = people.length > 0 ? people : pronounsOf(text, earlier);
	const places = PLACES[found.length - 1] ?? [0.42];
	return found.map((named, nth) => {
		const before = earlier.find((figure) => figure.identity === named.word);
		const worn = wornBy(text, named);
		const action = actionOf(text, named);
		return {
			build: before?.build ?? named.build,
			action,
			hat: worn.hat ?? before?.hat ?? null,
			coat: worn.coat ?? before?.coat ?? null,
			cut: worn.cut ?? before?.cut ?? null,
			hair: worn.hair ?? before?.hair ?? null,
			place: places[nth] ?? 0.5,
			facing: facingOf(text, action, scene, nth, found.length),
			identity: before?.identity ?? named.word,
		};
	});
}

function pronounsOf(text: string, earlier: readonly Figure[]): Named[] {
	const pronoun = findAll(blank(text, /(?<![\p{L}])(?:his|her|my|your?|we|i)(?![\p{L}])(?=\s+\p{L})/giu), PRONOUNS)[0];
	if (!pronoun) return [];
	const { index, end } = pronoun;
	const fits = (figure: Figure) =>
		figure.build === pronoun.kind || pronoun.kind === "anyone" || !["woman", "man"].includes(figure.build);
	const known = earlier.filter(fits);
	const meant = pronoun.kind === "anyone" ? known.slice(-2) : known.slice(-1);
	if (meant.length > 0) return meant.map((figure) => ({ build: figure.build, word: figure.identity, index, end }));
	return /^(?:i|we|my|you|me)$/iu.test(pronoun.word) ? [] : [{ build: pronoun.kind, word: pronoun.kind, index, end }];
}
