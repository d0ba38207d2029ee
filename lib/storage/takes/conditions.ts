import "server-only";
import { and, eq, isNotNull, notInArray, type SQL, sql } from "drizzle-orm";
import type { Claim } from "@/lib/ports/take-queue";
import { takes } from "../schema/takes";

/** Outcome unknown is not finished: money hangs on it. */
export function unfinished(): SQL {
	return notInArray(takes.stateKind, ["ready", "failed", "cancelled"]);
}

export function stillClaimed(claim: Claim): SQL | undefined {
	return and(eq(takes.id, claim.take.id), eq(takes.version, claim.version), isNotNull(takes.leaseUntilMs));
}

/** An encoded moment, for use inside an expression. */
export function moment(ms: number | null): SQL {
	return ms === null ? sql`null::timestamptz` : sql`${sql.param(ms, takes.nextWakeAtMs)}::timestamptz`;
}

/** The wake after a lease: a take that has left must come back for its purge, and a wake that came meanwhile counts. */
export function wakeAfterLease(nextWakeAtMs: number | null): SQL {
	return sql`least(coalesce(${moment(nextWakeAtMs)}, ${takes.purgeAtMs}), ${takes.askedWakeAtMs})`;
}

/** `least` ignores nulls. */
export function wakeBy(ms: number): { nextWakeAtMs: SQL; askedWakeAtMs: SQL } {
	return {
		nextWakeAtMs: sql`least(${takes.nextWakeAtMs}, ${moment(ms)})`,
		askedWakeAtMs: sql`case when ${takes.leaseUntilMs} is not null then least(${takes.askedWakeAtMs}, ${moment(ms)}) end`,
	};
}

export const NO_LEASE = { leaseUntilMs: null, leaseOwner: null, askedWakeAtMs: null } as const;

export const RAISED_VERSION = sql`${takes.version} + 1`;
