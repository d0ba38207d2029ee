import type { Charged } from "../failure";
import type { Money } from "../money";
import type { Receipt } from "./receipt";

export function chargedOf({ end }: Pick<Receipt, "end">): Charged | "pending" {
	switch (end.kind) {
		case "open":
			return "pending";
		case "unknown":
			return "unknown";
		case "ready":
			return "yes";
		case "failed":
			return end.failure.charged;
		case "cancelled":
			return end.charged;
	}
}

/** USD micros the take counts for against its caps: the reply's own figure where it states one, else what was reserved. */
export function countedUsdMicros(receipt: Receipt): number {
	const charged = chargedOf(receipt);
	if (charged === "no" || charged === "yes-refunded") return 0;
	if (charged !== "yes") return receipt.reserved.usdMicros;
	const stated = usdOf(receipt.bill.chargedUsd) ?? usdOf(receipt.bill.charged);
	if (stated === null) return receipt.reserved.usdMicros;
	return Math.max(0, stated - (usdOf(receipt.bill.refunded) ?? 0));
}

/** True while the figure counted is one that no gateway stated and no price list printed. */
export function isCountAssumed(receipt: Receipt): boolean {
	const counted = countedUsdMicros(receipt);
	const stated = usdOf(receipt.bill.chargedUsd) ?? usdOf(receipt.bill.charged);
	return receipt.reserved.assumed && counted > 0 && (chargedOf(receipt) !== "yes" || stated === null);
}

function usdOf(money: Money | null): number | null {
	return money?.currency === "USD" ? money.micros : null;
}
