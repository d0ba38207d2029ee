/** What a draft would meet at one gateway: what blocks it, what is ignored, and what may go otherwise than thought. */
export interface Verdict {
	readonly refusals: readonly Refusal[];
	readonly losses: readonly Loss[];
	readonly warnings: readonly Warning[];
}

/** The control beside which a remark is shown. */
export type Field =
	| "prompt"
	| "shots"
	| `shot-${number}`
	| "duration"
	| "image"
	| "ratio"
	| "negative-prompt"
	| "watermark";

interface Remark<Code extends string> {
	readonly code: Code;
	readonly field: Field;
	readonly sentence: string;
}

/** Something this gateway would turn down, so it is not sent. `fix` is the step that would mend it. */
export interface Refusal
	extends Remark<
		| "prompt-missing"
		| "prompt-too-long"
		| "shot-too-long"
		| "duration-out-of-range"
		| "image-format"
		| "image-too-big"
		| "image-too-small"
		| "image-too-elongated"
	> {
	readonly fix: Fix;
}

export type Fix = "write" | "shorten" | "change-duration" | "crop-image" | "replace-image";

/** Something set in the draft that this gateway does not take. */
export type Loss = Remark<
	"negative-prompt-ignored" | "negative-prompt-not-separate" | "watermark-ignored" | "ratio-follows-image"
>;

export type Warning = Remark<
	| "prompt-over-advised"
	| "prompt-advised-with-image"
	| "shot-without-words"
	| "shots-as-prose"
	| "text-only-disputed"
	| "image-may-be-refused"
>;
