import { formatMoney } from "@/lib/domain/money-text";
import type { Quote } from "@/lib/domain/quote/quote";

/** A price as the list says it. */
export function priceText(quote: Quote): string {
	switch (quote.kind) {
		case "free":
			return "free";
		case "exact":
			return formatMoney(quote.total);
		case "unknown":
			return "price unknown";
	}
}

/** The same on the button, where an unknown price must not look like a small one. */
export function generateLabel(quote: Quote): string {
	return `Generate · ${quote.kind === "unknown" ? "price not published" : priceText(quote)}`;
}
