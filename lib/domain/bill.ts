import * as z from "zod/mini";
import { moneySchema } from "./money";

/** The billing facts a gateway's own reply states. `null` means it did not say; nothing is computed here. */
export const billSchema = z.object({
	reserved: z.nullable(moneySchema),
	charged: z.nullable(moneySchema),
	chargedUsd: z.nullable(moneySchema),
	refunded: z.nullable(moneySchema),
});
export type Bill = Readonly<z.infer<typeof billSchema>>;

export const NO_BILL: Bill = { reserved: null, charged: null, chargedUsd: null, refunded: null };

/** What a later reply says wins; what it leaves out stands. */
export function mergeBills(earlier: Bill, later: Bill): Bill {
	return {
		reserved: later.reserved ?? earlier.reserved,
		charged: later.charged ?? earlier.charged,
		chargedUsd: later.chargedUsd ?? earlier.chargedUsd,
		refunded: later.refunded ?? earlier.refunded,
	};
}
