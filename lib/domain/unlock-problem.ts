/** Why the password did not open the door. */
export interface UnlockProblem {
	readonly kind: "not-admitted" | "limited" | "wrong-password";
	readonly sentence: string;
}
