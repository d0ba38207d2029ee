const RECEIPT_DAYS = 400;
const DAY_MS = 86_400_000;

/** Receipts of clicks before this moment are deleted. */
export function receiptsGoBeforeMs(nowMs: number): number {
	return nowMs - RECEIPT_DAYS * DAY_MS;
}
