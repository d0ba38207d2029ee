import type { Refusal } from "../judge/verdict";
import type { ShownPrice } from "../take/take";
import type { TakeView } from "../take/view";

/** Why a click made no take. The key stays unspent, except for `conflict`. `sentence` is ready to be shown. */
export type SubmitProblem = { readonly sentence: string } & (
	| { readonly kind: "cannot-be-sent"; readonly refusals: readonly Refusal[] }
	| { readonly kind: "price-changed"; readonly was: ShownPrice; readonly now: ShownPrice }
	| { readonly kind: "no-key" }
	/** These paid films would leave, and were not named before. */
	| { readonly kind: "would-leave"; readonly takes: readonly TakeView[] }
	| { readonly kind: "over-cap"; readonly usedMicros: number; readonly capMicros: number }
	| { readonly kind: "too-many"; readonly unfinished: number }
	| { readonly kind: "image-missing" }
	| { readonly kind: "take-missing" }
	| { readonly kind: "still-running" }
	| { readonly kind: "conflict" }
	| { readonly kind: "no-space" }
);
