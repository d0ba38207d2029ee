import "server-only";
import { and, desc, eq, notInArray, type SQL } from "drizzle-orm";
import type { LearnedTimes, TimesBucket } from "@/lib/ports/learned-times";
import { attempt } from "../database/attempt";
import type { Database } from "../database/database";
import { learnedTimes } from "../schema/learned-times";

/** Far more than anybody asks for, and an end to the table's growth. */
const KEPT_SAMPLES = 500;

function inBucket({ gateway, resolution, seconds }: TimesBucket): SQL | undefined {
	return and(
		eq(learnedTimes.gateway, gateway),
		eq(learnedTimes.resolution, resolution),
		eq(learnedTimes.seconds, seconds),
	);
}

export function createLearnedTimes(db: Database): LearnedTimes {
	return {
		add: (bucket, tookMs, atMs) =>
			attempt(db, async (tx) => {
				await tx.insert(learnedTimes).values({ ...bucket, tookMs: Math.round(tookMs), atMs });
				const newest = tx
					.select({ id: learnedTimes.id })
					.from(learnedTimes)
					.where(inBucket(bucket))
					.orderBy(desc(learnedTimes.atMs), desc(learnedTimes.id))
					.limit(KEPT_SAMPLES);
				await tx.delete(learnedTimes).where(and(inBucket(bucket), notInArray(learnedTimes.id, newest)));
			}),

		async list(bucket, limit) {
			const rows = await db
				.select({ tookMs: learnedTimes.tookMs })
				.from(learnedTimes)
				.where(inBucket(bucket))
				.orderBy(desc(learnedTimes.atMs), desc(learnedTimes.id))
				.limit(limit);
			return rows.map((row) => row.tookMs);
		},
	};
}
