import { describe, expect, it } from "vitest";
import type { TakesNews } from "@/lib/domain/take/takes-news";
import { cancelTake } from "@/lib/services/cancel-take";
import { deleteTake } from "@/lib/services/delete-take";
import { OpenWatches } from "@/lib/services/open-watches";
import { saveKey } from "@/lib/services/save-key";
import { LEASE_MS, TakesWatch } from "@/lib/services/watch-takes";
import type { Engine } from "../engine/support/engine";
import { newBrowser } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink"]);

/** The stream as a page would read it, over the database's own notices. */
async function openWatch(engine: Engine, cursor: number | null = null): Promise<TakesWatch> {
	await engine.doors.hub.listen(stage.bench.notifier);
	return new TakesWatch(engine.doors, engine.browserId, cursor);
}

async function read(watch: TakesWatch): Promise<TakesNews> {
	const { done, value } = await watch.next();
	if (done) throw new Error("The stream has ended.");
	return value;
}

describe("a stream of takes", () => {
	it("begins with everything", async () => {
		const engine = stage.engine("evolink");
		const { id } = await engine.submit("evolink");
		const news = await read(await openWatch(engine));
		expect(news).toMatchObject({
			kind: "whole",
			takes: [{ id, state: { kind: "queued" } }],
			left: [],
			keys: [],
			spend: { operator: { usedMicros: 530_000, capMicros: 5_000_000 }, own: [] },
		});
	});

	it("tells of each change as it happens, and of nobody else's", async () => {
		const engine = stage.engine("evolink");
		const watch = await openWatch(engine);
		const { cursor } = await read(watch);
		const next = read(watch);
		const other = stage.engine("evolink");
		await other.submit("evolink");
		const { id } = await engine.submit("evolink");
		const created = await next;
		expect(created).toMatchObject({ kind: "changes", takes: [{ id }], spend: { operator: { usedMicros: 530_000 } } });
		expect(created.cursor).toBeGreaterThan(cursor);
		await cancelTake(engine.doors, engine.browserId, id);
		expect(await read(watch)).toMatchObject({ takes: [{ id, state: { kind: "cancelled" } }] });
		await deleteTake(engine.doors, engine.browserId, id);
		expect(await read(watch)).toMatchObject({ takes: [{ id, left: { atMs: engine.clock.nowMs() } }] });
	});

	it("goes on from a cursor without a gap", async () => {
		const engine = stage.engine("evolink");
		const { cursor } = await read(await openWatch(engine));
		const { id } = await engine.submit("evolink");
		expect(await read(await openWatch(engine, cursor))).toMatchObject({ kind: "changes", takes: [{ id }] });
	});

	it("begins anew for a cursor from another life", async () => {
		const engine = stage.engine("evolink");
		await engine.submit("evolink");
		expect(await read(await openWatch(engine, 999_999))).toMatchObject({ kind: "whole", takes: [{}] });
	});

	it("says that a key was saved, and never what it is", async () => {
		const engine = stage.engine("evolink");
		const watch = await openWatch(engine);
		await read(watch);
		const fields = { apiKey: "sk-very-secret-abcd" };
		await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros: null });
		const news = await read(watch);
		expect(news).toMatchObject({
			keys: [{ gateway: "evolink", lastFour: "abcd" }],
			spend: { own: [{ gateway: "evolink" }] },
		});
		expect(JSON.stringify(news)).not.toContain("very-secret");
	});

	it("beats while nothing happens, and ends with its lease", async () => {
		const engine = stage.engine("evolink");
		const watch = await openWatch(engine);
		const { cursor } = await read(watch);
		for (let beat = 1; beat < 4; beat += 1) {
			const next = read(watch);
			engine.clock.advance(5_000);
			expect(await next).toEqual({ kind: "heartbeat", cursor, nowMs: engine.clock.nowMs() });
		}
		const last = watch.next();
		engine.clock.advance(LEASE_MS);
		expect(await last).toEqual({ done: true, value: undefined });
	});

	it.each(["throw", "return"] as const)("ends at once by %s, also while it waits", async (how) => {
		const engine = stage.engine("evolink");
		const watch = await openWatch(engine);
		await read(watch);
		const waiting = watch.next();
		expect(await watch[how]()).toMatchObject({ done: true });
		expect(await waiting).toMatchObject({ done: true });
	});

	it("ends when the server does", async () => {
		const engine = stage.engine("evolink");
		const watch = await openWatch(engine);
		await read(watch);
		const waiting = watch.next();
		engine.doors.hub.close();
		expect(await waiting).toMatchObject({ done: true });
	});

	it("lets the worker know that somebody watches", async () => {
		const engine = stage.engine("evolink");
		await engine.submit("evolink");
		await read(await openWatch(engine));
		await expect
			.poll(async () => {
				const [claim] = await engine.claim();
				if (claim) await engine.doors.queue.release(claim, engine.clock.nowMs());
				return claim?.watchedUntilMs;
			})
			.toBeGreaterThan(engine.clock.nowMs() + LEASE_MS - 1);
	});
});

describe("the streams of one browser", () => {
	it("are four at most: the oldest makes room", async () => {
		const engine = stage.engine("evolink");
		const watches = new OpenWatches();
		const opened = Array.from({ length: 6 }, () => watches.open(engine.doors, engine.browserId, null));
		const other = watches.open(engine.doors, newBrowser(), null);
		expect(opened.map((watch) => watch.isOver)).toEqual([true, true, false, false, false, false]);
		expect(other.isOver).toBe(false);
	});
});

it("a stream that cannot read any more says so, and leaves nothing behind", async () => {
	const engine = stage.engine("evolink");
	const broken = { ...engine.doors, changes: { changesSince: () => Promise.reject(new Error("no database")) } };
	const watch = new TakesWatch(broken, engine.browserId, 0);
	await expect(watch.next()).rejects.toThrow("no database");
	expect(watch.isOver).toBe(true);
});
