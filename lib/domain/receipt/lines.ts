import { usd } from "../money";
import { formatMoney } from "../money-text";
import { chargedOf, countedUsdMicros } from "./counted";
import type { Receipt } from "./receipt";

export interface ReceiptLine {
	readonly label: string;
	readonly amount: string;
	readonly note: string | null;
}

/** Estimate → reserved → actual, in the order it happened. Amounts are the replies' own, never converted. */
export function receiptLines(receipt: Receipt, gatewayLabel: string): readonly ReceiptLine[] {
	if (receipt.payer.kind === "free") return [{ label: "Price", amount: "free", note: null }];
	const { bill } = receipt;
	return [
		estimateLine(receipt),
		reservedLine(receipt),
		...(bill.reserved
			? [{ label: `Reserved at ${gatewayLabel}`, amount: formatMoney(bill.reserved), note: null }]
			: []),
		actualLine(receipt, gatewayLabel),
		...(bill.refunded ? [{ label: "Refunded", amount: formatMoney(bill.refunded), note: null }] : []),
	];
}

function estimateLine({ shown }: Receipt): ReceiptLine {
	const note = `Price list ${shown.catalogueVersion}`;
	const { quote } = shown;
	if (quote.kind !== "exact") return { label: "Estimate", amount: "price not published", note };
	const credits = quote.credits ? ` (${formatMoney(quote.credits)})` : "";
	return { label: "Estimate", amount: `${formatMoney(quote.total)}${credits}`, note };
}

function reservedLine({ reserved }: Receipt): ReceiptLine {
	const note = reserved.assumed ? "Assumed: the dearest listed rate" : null;
	return { label: "Reserved against the cap", amount: formatMoney(usd(reserved.usdMicros)), note };
}

function actualLine(receipt: Receipt, gatewayLabel: string): ReceiptLine {
	const charged = chargedOf(receipt);
	if (charged === "pending") return { label: "Charged", amount: "not yet known", note: null };
	if (charged === "unknown") return { label: "Charged", amount: "unknown", note: null };
	const stated = statedCharge(receipt);
	if (stated) return { label: "Charged", amount: stated, note: difference(receipt) };
	if (charged === "no") return { label: "Charged", amount: formatMoney(usd(0)), note: null };
	return { label: "Charged", amount: "amount not stated", note: `${gatewayLabel}'s reply names none` };
}

export function statedCharge({ bill }: Pick<Receipt, "bill">): string | null {
	const { charged, chargedUsd } = bill;
	if (chargedUsd && charged && charged.currency !== "USD")
		return `${formatMoney(chargedUsd)} (${formatMoney(charged)})`;
	const only = chargedUsd ?? charged;
	return only ? formatMoney(only) : null;
}

function difference(receipt: Receipt): string | null {
	const { quote } = receipt.shown;
	if (quote.kind !== "exact" || quote.total.currency !== "USD" || chargedOf(receipt) !== "yes") return null;
	if (receipt.bill.chargedUsd === null && receipt.bill.charged?.currency !== "USD") return null;
	const more = countedUsdMicros(receipt) - quote.total.micros;
	if (more === 0) return "As estimated";
	return `${formatMoney(usd(Math.abs(more)))} ${more > 0 ? "more" : "less"} than estimated`;
}
