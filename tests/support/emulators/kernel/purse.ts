import type { Currency, Money } from "@/lib/domain/money";

/** An account's money at the gateway. */
export class Purse {
	readonly #startMicros: number;
	readonly #currency: Currency;
	#spentMicros = 0;

	constructor(startMicros: number, currency: Currency) {
		this.#startMicros = startMicros;
		this.#currency = currency;
	}

	get remainingMicros(): number {
		return this.#startMicros - this.#spentMicros;
	}

	get spentMicros(): number {
		return this.#spentMicros;
	}

	/** Null where the account does not hold that much. */
	take(micros: number): Money | null {
		if (micros > this.remainingMicros) return null;
		this.#spentMicros += micros;
		return { micros, currency: this.#currency };
	}

	giveBack(money: Money): void {
		this.#spentMicros -= money.micros;
	}
}
