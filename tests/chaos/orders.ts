import { randomBytes } from "node:crypto";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { type Draft, type ImageRef, NEW_DRAFT } from "@/lib/domain/draft";
import { type BrowserId, browserIdSchema, mintId, submitKeySchema } from "@/lib/domain/ids";
import { showPrice } from "@/lib/domain/quote/shown-price";
import type { Order } from "@/lib/domain/submit/order";
import type { GatewayName } from "../support/emulators/kernel/personality";

export function newBrowser(): BrowserId {
	return browserIdSchema.parse(randomBytes(32).toString("hex"));
}

/** The prompt names the click, so that the ledger can be read by it. */
export function markOf(number: number): string {
	return `click-${number}.`;
}

export function draftOf(number: number, image: ImageRef | null = null): Draft {
	const text = `A kite over the sea, ${markOf(number)}`;
	return { ...NEW_DRAFT, composition: { mode: "one-shot", prose: { text, seconds: 5 }, shelvedShots: null }, image };
}

export function orderOf(gateway: GatewayName, draft: Draft): Order {
	const submitKey = mintId(submitKeySchema, "sk", randomBytes(16));
	return { submitKey, gateway, draft, shown: showPrice(draft, catalogEntry(gateway)), leaving: [] };
}
