import { type Currency, MICROS, type Money } from "./money";

const DIGITS = 6;

/** For people: `$1.06`, `$1.125`, `¥4`, `36 credits`. Exact: no digit of the amount is rounded away. */
export function formatMoney({ micros, currency }: Money): string {
	const sign = micros < 0 ? "-" : "";
	const size = Math.abs(micros);
	switch (currency) {
		case "USD":
			return `${sign}$${decimal(size, 2)}`;
		case "CNY":
			return `${sign}¥${decimal(size, 0)}`;
		case "credits":
		case "units":
			return `${sign}${decimal(size, 0)} ${size === MICROS ? currency.slice(0, -1) : currency}`;
	}
}

function decimal(micros: number, fewestDecimals: number): string {
	const fraction = micros % MICROS;
	const whole = String((micros - fraction) / MICROS).replace(/\B(?=(\d{3})+$)/g, ",");
	const decimals = String(fraction).padStart(DIGITS, "0").replace(/0+$/, "").padEnd(fewestDecimals, "0");
	return decimals ? `${whole}.${decimals}` : whole;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * A gateway's decimal text ("4", "0.53", "3.600") without passing through a float; `null` where it is
 * none. Digits below a millionth round to the nearest.
 */
export function parseMoney(text: string, currency: Currency): Money | null {
	const match = DECIMAL.exec(text.trim());
	if (!match) return null;
	const [, sign, whole = "", fraction = ""] = match;
	const roundUp = Number(fraction.charAt(DIGITS)) >= 5 ? 1 : 0;
	const size = Number(whole) * MICROS + Number(fraction.slice(0, DIGITS).padEnd(DIGITS, "0")) + roundUp;
	if (!Number.isSafeInteger(size)) return null;
	return { micros: sign && size > 0 ? -size : size, currency };
}
