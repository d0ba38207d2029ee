import { MICROS, type Money } from "../money";
import type { Rate } from "./entry";

const THOUSANDTH = MICROS / 1_000;

/** Rates are written in thousandths, the finest that any list prints, so that no float enters. */
export function thousandths(amount: number, currency: Money["currency"]): Money {
	return { micros: amount * THOUSANDTH, currency };
}

export function rate(usdThousandths: number, others: Partial<Omit<Rate, "usd">> = {}): Rate {
	return {
		usd: thousandths(usdThousandths, "USD"),
		credits: others.credits ?? null,
		listCny: others.listCny ?? null,
	};
}
