/** Why a wish about a take was not met. `sentence` is ready to be shown. */
export interface TakeProblem {
	readonly kind: "missing" | "not-now" | "busy" | "not-offered" | "too-many-kept";
	readonly sentence: string;
}

/** Somebody else's take answers the same. */
export const MISSING: TakeProblem = { kind: "missing", sentence: "That take is no longer here." };
