const RECEIPT_DAYS = 400;
const DAY_MS = 86_400_000;

export function receiptsGoBeforeMs(nowMs: number): number {
	return nowMs - RECEIPT_DAYS * DAY_MS;
}
