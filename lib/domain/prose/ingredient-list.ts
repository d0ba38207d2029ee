export type IngredientKind = "subject" | "action" | "camera" | "setting";

/** One of the four things a prompt is advised to tell. */
export interface IngredientWords {
	readonly kind: IngredientKind;
	readonly label: string;
	/** What may stand where it is missing. */
	readonly filler: string;
}

/** Apart from the words they are found by, which are many. */
export const INGREDIENTS: readonly IngredientWords[] = [
	{ kind: "subject", label: "Subject", filler: "a woman in a red coat" },
	{ kind: "action", label: "Action", filler: "walks slowly toward us" },
	{ kind: "camera", label: "Camera", filler: "slow push-in" },
	{ kind: "setting", label: "Setting", filler: "on a rain-washed street at night" },
];
