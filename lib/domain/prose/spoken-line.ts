import type { TextRange } from "../text-range";

export interface SpokenLine {
	/** The same string for the same person, "woman in the red hat"; `null` where the text names nobody. */
	readonly speaker: string | null;
	readonly text: string;
	readonly range: TextRange;
	/** With its verb, manner and quotes: what is left without these stretches is what is seen. */
	readonly around: TextRange;
	/** As written: "whispers", "says in a low, confident voice"; `null` for bare quotes. */
	readonly how: string | null;
}
