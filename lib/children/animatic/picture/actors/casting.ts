import type { Animal } from "@/lib/domain/animatic-plan/plan";
import type { Stage } from "../camera/stage";
import type { Ground } from "../scenes/set";

/** Which animal plays where. */
export interface Casting {
	readonly animal: Animal;
	readonly nth: number;
	readonly stage: Stage;
	readonly ground: Ground;
	readonly withPeople: boolean;
	/** How many animals share the picture. */
	readonly together: number;
	readonly of: number;
}
