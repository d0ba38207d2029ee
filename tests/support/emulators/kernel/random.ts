/** Seeded, so that a run can be repeated: ids, drawn faults and drawn accounts all come from here. */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to, not including, 1 (mulberry32). */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	pick<Item>(items: readonly Item[]): Item | undefined {
		return items[Math.floor(this.next() * items.length)];
	}

	spell(alphabet: string, length: number): string {
		return Array.from({ length }, () => alphabet[Math.floor(this.next() * alphabet.length)]).join("");
	}

	digits(length: number): string {
		return this.spell("123456789", 1) + this.spell("0123456789", length - 1);
	}

	hex(length: number): string {
		return this.spell("0123456789abcdef", length);
	}

	uuid(): string {
		return [8, 4, 4, 4, 12].map((length) => this.hex(length)).join("-");
	}
}
