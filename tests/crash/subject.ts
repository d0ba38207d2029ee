/** Does one write: announces what it will leave, works, acknowledges. */
export type Commit = (key: string, leaves: string | null, work: () => Promise<unknown>) => Promise<void>;

/** One store under fire. */
export interface Subject {
	readonly store: string;
	/** A few writes of different kinds. */
	write(commit: Commit): Promise<void>;
	/** All that the writes of this key should have left, as one text: half a transaction reads differently. */
	read(key: string): Promise<string | null>;
	/** What is wrong between the keys, if anything. */
	readonly compare?: (keys: readonly string[]) => Promise<string | null>;
}

/** An outcome that says nothing was written must not be taken for an acknowledgement. */
export function expectOutcome(outcome: { readonly kind: string } | string, expected: string): void {
	const kind = typeof outcome === "string" ? outcome : outcome.kind;
	if (kind !== expected) throw new Error(`A write was answered with ${kind} instead of ${expected}.`);
}
