/**
 * Counts how often somebody did something, atomically and across processes. It guards against
 * floods; money is guarded by `TakeStore.create`.
 */
export interface Limiter {
	/**
	 * Takes `cost` points from `who`'s allowance under `rule`, or takes nothing and says when
	 * asking again can succeed. Two rules never share an allowance, nor do two `who`.
	 * A store of counts that cannot be reached lets the caller through.
	 */
	take(rule: LimitRule, who: string, cost: number): Promise<LimitOutcome>;
}

export interface LimitRule {
	/** Stable and unique: `submit`, `upload`, `callback`, `look:evolink`. */
	readonly name: string;
	readonly points: number;
	/** The allowance is whole again this long after its first use. */
	readonly perMs: number;
}

export type LimitOutcome =
	| { readonly kind: "allowed"; readonly left: number }
	| { readonly kind: "limited"; readonly retryAfterMs: number };
