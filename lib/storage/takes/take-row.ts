import "server-only";
import { type Take, takeSchema } from "@/lib/domain/take/take";
import type { takes } from "../schema/takes";

type TakeRow = typeof takes.$inferSelect;
type NewTakeRow = typeof takes.$inferInsert;

/** The one place where a stored take is parsed. */
export function readTake(row: TakeRow): Take {
	const left = row.leftAtMs === null ? null : { atMs: row.leftAtMs, purgeAtMs: row.purgeAtMs };
	const parsed = takeSchema.safeParse({ ...row, left });
	if (!parsed.success) throw new Error(`The stored take ${row.id} does not fit its schema.`, { cause: parsed.error });
	return parsed.data;
}

export function toTakeRow(take: Take): Omit<NewTakeRow, "fingerprint" | "changed"> {
	const { left, ...columns } = take;
	return { ...columns, leftAtMs: left?.atMs ?? null, purgeAtMs: left?.purgeAtMs ?? null };
}
