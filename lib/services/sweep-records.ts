import "server-only";
import { receiptsGoBeforeMs } from "@/lib/domain/receipt/keeping";
import { utcDay } from "@/lib/domain/spend/day";
import type { Has } from "@/lib/services/doors";

type SweepDoors = Has<"keys" | "receipts" | "spend" | "images" | "clock">;

const DAY_MS = 86_400_000;
const SPEND_DAYS = 3;
const IMAGE_DAYS = 30;

/** Lets go what has served its time: removed keys, old receipts, days of spending, images nobody picked again. */
export async function sweepRecords({ keys, receipts, spend, images, clock }: SweepDoors): Promise<void> {
	const nowMs = clock.nowMs();
	await keys.destroyUnused();
	await receipts.purge(receiptsGoBeforeMs(nowMs));
	await spend.purge(utcDay(nowMs - SPEND_DAYS * DAY_MS));
	await images.purge(nowMs - IMAGE_DAYS * DAY_MS);
}
