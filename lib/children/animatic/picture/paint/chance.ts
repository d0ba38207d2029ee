export type Chance = () => number;

/** Mulberry32: small, quick, and the same on every machine. */
export function chanceFrom(seed: number): Chance {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function between(chance: Chance, low: number, high: number): number {
	return low + (high - low) * chance();
}

export function pick<Item>(chance: Chance, items: readonly [Item, ...Item[]]): Item {
	return items[Math.floor(chance() * items.length)] ?? items[0];
}

/** Smooth noise in 0..1 over `turns`, where 1 turn is a full period: both ends meet, so a strip of it can repeat. */
export type Noise = (turn: number) => number;

const smooth = (t: number) => t * t * (3 - 2 * t);

export function noiseFrom(chance: Chance, cells: number, octaves = 4): Noise {
	const layers = Array.from({ length: octaves }, (_, octave) =>
		Array.from({ length: Math.max(1, Math.round(cells)) * 2 ** octave }, chance),
	);
	const total = 2 - 2 ** (1 - octaves);
	return (turn) => {
		let sum = 0;
		let weight = 1;
		for (const values of layers) {
			const at = (((turn % 1) + 1) % 1) * values.length;
			const cell = Math.floor(at);
			const a = values[cell % values.length] ?? 0;
			const b = values[(cell + 1) % values.length] ?? 0;
			sum += weight * (a + (b - a) * smooth(at - cell));
			weight /= 2;
		}
		return sum / total;
	};
}
