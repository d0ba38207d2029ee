/** Mulberry32: small, fast and the same on every machine. */
export function seeded(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export function lognormal(random: () => number, median: number, sigma: number): number {
	const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	return median * Math.exp(sigma * normal);
}

export function lognormals(seed: number, count: number, median: number, sigma: number): number[] {
	const random = seeded(seed);
	return Array.from({ length: count }, () => lognormal(random, median, sigma));
}
