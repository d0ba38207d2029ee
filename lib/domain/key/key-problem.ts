/** Why a key was not stored or tested. `field` names the catalogue's key field beside which the sentence is shown. */
export interface KeyProblem {
	readonly kind: "incomplete" | "malformed" | "missing" | "keyless";
	readonly field: string | null;
	readonly sentence: string;
}
