/** What the gateway's documents leave open, one switch for each. */
export interface EvoLinkVariant {
	/** The key's header is known from the official client only. */
	readonly idempotency: "honoured" | "ignored";
	/** A number is seen now and then where a word is usual. */
	readonly errorCode: "word" | "number";
	readonly requestIdInMessage: boolean;
	/** Where a bad image is found out. */
	readonly imageProblems: "at-submit" | "in-task";
	readonly cancelledWord: "cancelled" | "failed";
	/** Leaves out all that is optional in a finished task. */
	readonly sparse: boolean;
}

export const EVOLINK_VARIANT: EvoLinkVariant = {
	idempotency: "honoured",
	errorCode: "word",
	requestIdInMessage: true,
	imageProblems: "at-submit",
	cancelledWord: "failed",
	sparse: false,
};
