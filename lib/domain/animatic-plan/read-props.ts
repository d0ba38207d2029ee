import { findAll, keepLongest } from "./match";
import type { Prop, PropKind, SceneKind } from "./plan";
import { colourBefore } from "./read-colours";
import { countBefore } from "./read-numbers";
import { PROPS, UNDRAWN } from "./words/props";

const COUNTED: ReadonlySet<PropKind> = new Set(["moon", "lantern", "car", "boat", "balloon", "train"]);
const MOST_OF_A_KIND = 4;

export function readProps(text: string): Prop[] {
	const props = new Map<PropKind, Prop>();
	for (const match of keepLongest(findAll(text, PROPS))) {
		if (
			props.has(match.kind) ||
			(match.kind === "moon" && /moon ?li(?:t|ght)/iu.test(text.slice(match.index, match.index + 10)))
		)
			continue;
		const many = /s$/iu.test(match.word) && match.kind !== "moon" ? 3 : 1;
		const count = COUNTED.has(match.kind) ? Math.min(MOST_OF_A_KIND, countBefore(text, match.index, many)) : 1;
		const taxi = /taxi|cab|出租/iu.test(match.word) ? "yellow" : null;
		props.set(match.kind, { kind: match.kind, count, colour: colourBefore(text, match.index) ?? taxi });
	}
	return [...props.values()];
}

const INSIDE: readonly SceneKind[] = ["office", "room", "stage"];
const AFLOAT: readonly SceneKind[] = ["space", "underwater"];

/** Where a thing has no place in the drawing of a scene. */
const NOWHERE: Readonly<Partial<Record<PropKind, readonly SceneKind[]>>> = {
	boat: [...INSIDE, ...AFLOAT, "street", "alley", "rooftop", "forest", "desert", "meadow", "abstract"],
	car: [...INSIDE, ...AFLOAT, "ocean", "rooftop", "forest", "abstract"],
	train: [...INSIDE, ...AFLOAT, "ocean", "beach", "street", "alley", "rooftop", "forest", "abstract"],
	lake: [...INSIDE, ...AFLOAT, "street", "alley", "rooftop", "forest", "desert", "meadow", "abstract"],
	lighthouse: [...INSIDE, ...AFLOAT],
	balloon: [...INSIDE, ...AFLOAT],
	fireworks: [...INSIDE, ...AFLOAT],
};
const SAID: Readonly<Partial<Record<PropKind, string>>> = { balloon: "hot-air balloon", lake: "water" };

function isShown(kind: PropKind, scene: SceneKind): boolean {
	return !NOWHERE[kind]?.includes(scene);
}

export function shownProps(props: readonly Prop[], scene: SceneKind): Prop[] {
	return props.filter(({ kind }) => isShown(kind, scene));
}

/** Asked for, and not to be seen in the draft. */
export function readUndrawn(text: string, props: readonly Prop[], scene: SceneKind): string[] {
	const misplaced = props.filter(({ kind }) => !isShown(kind, scene)).map(({ kind }) => SAID[kind] ?? kind);
	return [...new Set([...findAll(text, UNDRAWN).map((match) => match.kind), ...misplaced])].slice(0, 4);
}
