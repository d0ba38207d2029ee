import type { BrowserId, TakeId } from "@/lib/domain/ids";
import type { Receipt } from "@/lib/domain/receipt/receipt";

/**
 * Receipts outlive their takes. They are written only inside the transactions of `TakeStore` and
 * `TakeQueue`, so that a receipt and a state can never disagree; here they are read.
 */
export interface ReceiptStore {
	find(browserId: BrowserId, takeId: TakeId): Promise<Receipt | null>;

	/** Newest click first. `before` is the oldest `createdAtMs` of the page already read. */
	list(
		browserId: BrowserId,
		page: { readonly beforeMs: number | null; readonly limit: number },
	): Promise<readonly Receipt[]>;

	/** Deletes receipts of clicks before then whose take is finished or gone. Returns how many. */
	purge(createdBeforeMs: number): Promise<number>;
}
