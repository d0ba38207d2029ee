/**
 * One row of a word list. `en` is a regular expression's alternatives, matched as whole words with a plural `s` allowed;
 * `zh` is matched anywhere, as Chinese has no word boundaries.
 */
export interface Entry<Kind> {
	readonly kind: Kind;
	readonly en: string;
	readonly zh?: string;
	/** Rows of the same list compete: the heaviest wins, then the earliest in the text. 1 unless told. */
	readonly weight?: number;
}
