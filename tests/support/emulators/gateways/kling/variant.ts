import type { Base64Form } from "../../files/first-frame";

/** What the vendor's documents leave open, one switch for each. */
export interface KlingVariant {
	readonly doneWord: "succeeded" | "succeed";
	/** How a task without a film yet shows its outputs. */
	readonly outputsWhileRunning: "empty" | "absent";
	readonly promptlessImage: "accepted" | "refused";
	readonly base64: Base64Form;
	/** How many tasks may be under way at once; null for no limit. */
	readonly parallel: number | null;
	/** How many tasks one query may name; not documented, and clients that were seen working ask for this many. */
	readonly idsPerLook: number;
	/** The `whsec_` secrets that sign callbacks; two while one replaces the other, none for no signature. */
	readonly webhookSecrets: readonly string[];
	/** The body of a callback: today's bare record, or the older one. */
	readonly callbackBody: "record" | "legacy";
}

export const KLING_VARIANT: KlingVariant = {
	doneWord: "succeeded",
	outputsWhileRunning: "empty",
	promptlessImage: "accepted",
	base64: "bare",
	parallel: null,
	idsPerLook: 20,
	webhookSecrets: ["whsec_c3Rvcnlib2FyZCBlbXVsYXRvciBzZWNyZXQ="],
	callbackBody: "record",
};
