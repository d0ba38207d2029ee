import { describe, expect, it } from "vitest";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { NEW_DRAFT } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { MICROS, type Money, usd } from "@/lib/domain/money";
import { quoteDraft } from "@/lib/domain/quote/quote";
import { takesLeft, takesLeftText } from "@/lib/domain/quote/takes-left";

const quoteAt = (gateway: GatewayId) => quoteDraft(NEW_DRAFT, catalogEntry(gateway));
const credits = (count: number): Money => ({ micros: count * MICROS, currency: "credits" });

describe("what a balance is good for", () => {
	it.each<[GatewayId, Money, number | null, string | null]>([
		["evolink", credits(324), 9, "about 9 takes like this"],
		["evolink", credits(323.9), 8, "about 8 takes like this"],
		["evolink", credits(36), 1, "about 1 take like this"],
		["evolink", credits(35), 0, "not enough for a take like this"],
		["evolink", credits(-5), 0, "not enough for a take like this"],
		["evolink", credits(72_000), 2_000, "about 2,000 takes like this"],
		["evolink", usd(5_300_000), 10, "about 10 takes like this"],
		["empiriolabs", credits(100), null, null],
		["empiriolabs", usd(900_000), 1, "about 1 take like this"],
		["useapi", { micros: 100 * MICROS, currency: "units" }, null, null],
		["animatic", usd(1), null, null],
	])("at %s, with %j: %s", (gateway, balance, count, text) => {
		expect(takesLeft(balance, quoteAt(gateway))).toBe(count);
		expect(takesLeftText(balance, quoteAt(gateway))).toBe(text);
	});
});
