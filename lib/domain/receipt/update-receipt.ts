import { type Bill, mergeBills } from "../bill";
import type { TakeState } from "../take/state";
import type { Receipt, ReceiptEnd } from "./receipt";

export function updateReceipt(receipt: Receipt, bill: Bill, state: TakeState): Receipt {
	return { ...receipt, bill: mergeBills(receipt.bill, bill), end: endOf(state) };
}

function endOf(state: TakeState): ReceiptEnd {
	switch (state.kind) {
		case "ready":
			return { kind: "ready", atMs: state.sinceMs };
		case "failed":
			return { kind: "failed", atMs: state.sinceMs, failure: state.failure };
		case "cancelled":
			return { kind: "cancelled", atMs: state.sinceMs, charged: state.charged };
		case "outcome-unknown":
			return { kind: "unknown", reason: state.reason };
		default:
			return { kind: "open" };
	}
}
