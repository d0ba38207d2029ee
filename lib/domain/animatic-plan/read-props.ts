import { findAll, keepLongest } from "./match";
import type { Prop, PropKind } from "./plan";
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

/** Asked for, and not to be seen in the draft. */
export function readUndrawn(text: string): string[] {
	return [...new Set(findAll(text, UNDRAWN).map((match) => match.kind))].slice(0, 4);
}
