/**
 * Whole parts of `total` in proportion to `weights`, each at least `minimum`: they always add up to `total`.
 * Ties go to the earlier part, so that the same question has the same answer. Weights of 0 alone share evenly.
 */
export function splitByWeights(total: number, weights: readonly number[], minimum = 0): number[] {
	if (!canSplit(total, weights, minimum)) {
		throw new Error(`${total} cannot be split by [${weights.join(", ")}] into parts of at least ${minimum}.`);
	}
	const raised = new Set<number>();
	let shares = shareAmong(total, weights, raised, minimum);
	for (let low = belowMinimum(shares, raised, minimum); low.length > 0; low = belowMinimum(shares, raised, minimum)) {
		for (const index of low) raised.add(index);
		shares = shareAmong(total, weights, raised, minimum);
	}
	return roundToTotal(total, shares);
}

function canSplit(total: number, weights: readonly number[], minimum: number): boolean {
	const whole = Number.isSafeInteger(total) && Number.isSafeInteger(minimum) && minimum >= 0;
	const weighed = weights.length > 0 && weights.every((weight) => Number.isFinite(weight) && weight >= 0);
	return whole && weighed && total >= minimum * weights.length;
}

/** Exact shares: those raised to the minimum stay there, the others divide what is left. */
function shareAmong(total: number, weights: readonly number[], raised: ReadonlySet<number>, minimum: number): number[] {
	const left = total - minimum * raised.size;
	const free = weights.filter((_, index) => !raised.has(index));
	const sum = free.reduce((weight, next) => weight + next, 0);
	return weights.map((weight, index) => {
		if (raised.has(index)) return minimum;
		return sum > 0 ? (left * weight) / sum : left / free.length;
	});
}

function belowMinimum(shares: readonly number[], raised: ReadonlySet<number>, minimum: number): number[] {
	return [...shares.keys()].filter((index) => !raised.has(index) && (shares[index] ?? 0) < minimum);
}

function roundToTotal(total: number, shares: readonly number[]): number[] {
	const parts = shares.map(Math.floor);
	const missing = total - parts.reduce((sum, part) => sum + part, 0);
	const byRemainder = shares
		.map((share, index) => ({ index, remainder: share - Math.floor(share) }))
		.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
	const topped = new Set(byRemainder.slice(0, missing).map(({ index }) => index));
	return parts.map((part, index) => (topped.has(index) ? part + 1 : part));
}
