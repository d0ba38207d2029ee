import type { Charged } from "../failure";
import { usd } from "../money";
import { formatMoney } from "../money-text";
import { unreachable } from "../result";
import { chargedOf } from "./counted";
import { statedCharge } from "./lines";
import type { Receipt } from "./receipt";

export function chargedSentence(receipt: Receipt, gatewayLabel: string): string {
	if (receipt.payer.kind === "free") return "No. The animatic is free.";
	const { end } = receipt;
	if (end.kind === "failed" && end.failure.code === "settled-by-person") return settledSentence(end.failure.charged);
	const charged = chargedOf(receipt);
	switch (charged) {
		case "pending":
			return `Not yet. ${reservedWords(receipt)} until it ends.`;
		case "unknown":
			return unknownSentence(receipt, gatewayLabel);
		case "no":
			return `No. ${gatewayLabel} charged nothing.`;
		case "yes-refunded":
			return refundedSentence(receipt, gatewayLabel);
		case "yes":
			return paidSentence(receipt, gatewayLabel);
		default:
			return unreachable(charged);
	}
}

function settledSentence(charged: Charged): string {
	return charged === "yes" ? "Yes, as you settled it yourself." : "No, as you settled it yourself.";
}

function unknownSentence(receipt: Receipt, gatewayLabel: string): string {
	const held = receipt.end.kind === "unknown" ? ` ${reservedWords(receipt)} until it is settled.` : "";
	return `Perhaps: nobody could tell us. Your account at ${gatewayLabel} shows it.${held}`;
}

function refundedSentence({ bill }: Receipt, gatewayLabel: string): string {
	return bill.refunded
		? `It was charged, and ${gatewayLabel} gave ${formatMoney(bill.refunded)} back.`
		: `It was charged and refunded, as ${gatewayLabel} handles failures.`;
}

function paidSentence(receipt: Receipt, gatewayLabel: string): string {
	const stated = statedCharge(receipt);
	if (stated) return `Yes. ${gatewayLabel} charged ${stated}.`;
	const { quote } = receipt.shown;
	const listed = quote.kind === "exact" ? `; its listed price is ${formatMoney(quote.total)}` : "";
	return `Yes. ${gatewayLabel}'s reply names no amount${listed}.`;
}

function reservedWords({ reserved }: Receipt): string {
	const amount = formatMoney(usd(reserved.usdMicros));
	return `${amount}${reserved.assumed ? " (assumed)" : ""} stays reserved against the cap`;
}
