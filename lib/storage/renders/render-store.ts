import "server-only";
import { and, asc, count, eq, gt, isNotNull, lt, lte, min, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { dispatchIdSchema } from "@/lib/domain/ids";
import type { RenderClaim, RenderStore, RenderWish } from "@/lib/ports/render-store";
import { announce } from "../database/announce";
import { attempt } from "../database/attempt";
import type { Database, Transaction } from "../database/database";
import { dispatches } from "../schema/dispatches";
import { renders } from "../schema/renders";
import { takes } from "../schema/takes";
import { readRender } from "./render-row";

export function createRenderStore(db: Database): RenderStore {
	return {
		start: (id, job, startedAtMs) =>
			attempt<"started" | "exists">(db, async (tx) => {
				const [take] = await tx
					.select({ browserId: takes.browserId })
					.from(takes)
					.innerJoin(dispatches, eq(dispatches.takeId, takes.id))
					.where(eq(dispatches.id, id));
				if (!take) throw new Error(`No take sent ${id}, so there is nothing to render.`);
				const [fresh] = await tx
					.insert(renders)
					.values({ id, browserId: take.browserId, job, state: "waiting", startedAtMs })
					.onConflictDoNothing()
					.returning({ id: renders.id, told: announce("render-due") });
				return fresh ? "started" : "exists";
			}),

		async find(id) {
			const [row] = await db.select().from(renders).where(eq(renders.id, id));
			return row ? readRender(row) : null;
		},

		claim: (wish) => attempt(db, (tx) => claimRender(tx, wish)),

		async report(claim, progress, leaseUntilMs) {
			const rows = await db
				.update(renders)
				.set({ progress, leaseUntilMs })
				.where(stillRunning(claim))
				.returning({ id: renders.id });
			return rows.length > 0 ? "go-on" : "stop";
		},

		async finish(claim, end) {
			const ending =
				end.kind === "done" ? { state: "done", mediaId: end.mediaId } : { state: "failed", failure: end.failure };
			const rows = await db
				.update(renders)
				.set({ ...ending, leaseUntilMs: null })
				.where(stillRunning(claim))
				.returning({ id: renders.id });
			return rows.length > 0 ? "finished" : "stale";
		},

		cancel: (id) =>
			attempt<"cancelled" | "too-late" | "missing">(db, async (tx) => {
				const [row] = await tx.select().from(renders).where(eq(renders.id, id)).for("update");
				if (!row) return "missing";
				if (row.state !== "waiting" && row.state !== "running") return "too-late";
				await tx.update(renders).set({ state: "cancelled", leaseUntilMs: null }).where(eq(renders.id, id));
				return "cancelled";
			}),

		async nextWakeAtMs() {
			const wakeAt = sql`coalesce(${renders.leaseUntilMs}, ${renders.startedAtMs})`;
			const [row] = await db
				.select({ atMs: min(wakeAt).mapWith(renders.startedAtMs) })
				.from(renders)
				.where(or(eq(renders.state, "waiting"), and(eq(renders.state, "running"), isNotNull(renders.leaseUntilMs))));
			return row?.atMs ?? null;
		},
	};
}

function stillRunning({ id, epoch }: RenderClaim) {
	return and(eq(renders.id, id), eq(renders.epoch, epoch), eq(renders.state, "running"));
}

async function claimRender(tx: Transaction, wish: RenderWish): Promise<RenderClaim | null> {
	// One claim at a time: two at once would each count the other's browser as having room.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtext('claim-render'))`);
	const others = alias(renders, "others");
	const running = tx
		.select({ running: count() })
		.from(others)
		.where(
			and(eq(others.browserId, renders.browserId), eq(others.state, "running"), gt(others.leaseUntilMs, wish.nowMs)),
		);
	const isAbandoned = and(eq(renders.state, "running"), lte(renders.leaseUntilMs, wish.nowMs));
	const [next] = await tx
		.select({ id: renders.id })
		.from(renders)
		.where(and(or(eq(renders.state, "waiting"), isAbandoned), lt(sql`(${running})`, wish.maxPerBrowser)))
		.orderBy(asc(renders.startedAtMs), asc(renders.id))
		.limit(1)
		.for("update");
	if (!next) return null;
	const [claimed] = await tx
		.update(renders)
		.set({
			state: "running",
			progress: null,
			epoch: sql`${renders.epoch} + 1`,
			leaseUntilMs: wish.leaseUntilMs,
			leaseOwner: wish.worker,
		})
		.where(eq(renders.id, next.id))
		.returning({ id: renders.id, job: renders.job, epoch: renders.epoch });
	return claimed ? { ...claimed, id: dispatchIdSchema.parse(claimed.id) } : null;
}
