import "server-only";
import { and, eq, exists, gt, inArray, isNotNull, isNull, lte, max, min, or, sql } from "drizzle-orm";
import { announce } from "../database/announce";
import type { Database } from "../database/database";
import { dispatches } from "../schema/dispatches";
import { takes } from "../schema/takes";
import { ALWAYS_WOKEN } from "./assert-woken";

export async function wakeStranded(db: Database, nowMs: number): Promise<number> {
	const lastAttempt = db
		.select({ attempt: max(dispatches.attempt) })
		.from(dispatches)
		.where(eq(dispatches.takeId, takes.id));
	const hasUnanswered = exists(
		db
			.select({ id: dispatches.id })
			.from(dispatches)
			.where(
				and(
					eq(dispatches.takeId, takes.id),
					isNull(dispatches.answerKind),
					eq(dispatches.attempt, sql`(${lastAttempt})`),
				),
			),
	);
	const isFree = or(isNull(takes.leaseUntilMs), lte(takes.leaseUntilMs, nowMs));
	const isOverslept = and(or(eq(takes.stateKind, "sending"), hasUnanswered), isFree, gt(takes.nextWakeAtMs, nowMs));
	const rows = await db
		.update(takes)
		.set({ nextWakeAtMs: nowMs })
		.where(and(inArray(takes.stateKind, [...ALWAYS_WOKEN]), or(isNull(takes.nextWakeAtMs), isOverslept)))
		.returning({ id: takes.id, told: announce("take-due") });
	return rows.length;
}

export async function nextWakeAtMs(db: Database): Promise<number | null> {
	const [row] = await db
		.select({ atMs: min(sql`greatest(${takes.nextWakeAtMs}, ${takes.leaseUntilMs})`).mapWith(takes.nextWakeAtMs) })
		.from(takes)
		.where(isNotNull(takes.nextWakeAtMs));
	return row?.atMs ?? null;
}
