import "server-only";
import { and, desc, eq, exists, lt, not } from "drizzle-orm";
import { type Receipt, receiptSchema } from "@/lib/domain/receipt/receipt";
import type { ReceiptStore } from "@/lib/ports/receipt-store";
import type { Database, Transaction } from "../database/database";
import { receipts } from "../schema/receipts";
import { takes } from "../schema/takes";
import { unfinished } from "./conditions";

export function createReceiptStore(db: Database): ReceiptStore {
	return {
		async find(browserId, takeId) {
			const [row] = await db
				.select({ receipt: receipts.receipt })
				.from(receipts)
				.where(and(eq(receipts.takeId, takeId), eq(receipts.browserId, browserId)));
			return row ? receiptSchema.parse(row.receipt) : null;
		},

		async list(browserId, { beforeMs, limit }) {
			const older = beforeMs === null ? undefined : lt(receipts.createdAtMs, beforeMs);
			const rows = await db
				.select({ receipt: receipts.receipt })
				.from(receipts)
				.where(and(eq(receipts.browserId, browserId), older))
				.orderBy(desc(receipts.createdAtMs), desc(receipts.takeId))
				.limit(limit);
			return rows.map((row) => receiptSchema.parse(row.receipt));
		},

		async purge(createdBeforeMs) {
			const stillOpen = exists(
				db
					.select({ id: takes.id })
					.from(takes)
					.where(and(eq(takes.id, receipts.takeId), unfinished())),
			);
			const gone = await db
				.delete(receipts)
				.where(and(lt(receipts.createdAtMs, createdBeforeMs), not(stillOpen)))
				.returning({ takeId: receipts.takeId });
			return gone.length;
		},
	};
}

export function receiptWrite(tx: Transaction, receipt: Receipt) {
	const { takeId, browserId, createdAtMs } = receipt;
	return tx
		.insert(receipts)
		.values({ takeId, browserId, createdAtMs, receipt })
		.onConflictDoUpdate({ target: receipts.takeId, set: { receipt } });
}
