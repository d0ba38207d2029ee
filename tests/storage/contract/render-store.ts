import { describe, expect, it, vi } from "vitest";
import type { BrowserId, DispatchId } from "@/lib/domain/ids";
import type { Bench } from "../support/bench";
import { aChange, FAILURE, NOW, newBrowserId, newDispatchId, newMediaId, ready } from "./builders";
import { claimOne, click, commit, record } from "./steps";

const LEASE_MS = 10_000;

export function renderStoreContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const renders = () => bench().stores.renders;
	const claim = (nowMs = NOW, maxPerBrowser = 2) =>
		renders().claim({ worker: "w", nowMs, leaseUntilMs: nowMs + LEASE_MS, maxPerBrowser });

	async function started(atMs = NOW, browserId: BrowserId = newBrowserId()): Promise<DispatchId> {
		await click(stores(), { gateway: "animatic", browserId });
		const { intent } = await commit(stores(), await claimOne(stores()));
		await renders().start(intent.id, `job of ${intent.id}`, atMs);
		return intent.id;
	}

	describe("renders", () => {
		it("start once however often they are started, and tell the renderer", async () => {
			const heard = vi.fn();
			const stop = await bench().notifier.listen("render-due", heard);
			const id = await started();
			expect(await renders().start(id, "another job", NOW)).toBe("exists");
			expect(await renders().find(id)).toEqual({ state: "waiting", progress: null, mediaId: null, failure: null });
			expect((await claim())?.job).toBe(`job of ${id}`);
			await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1), 10_000);
			await stop();
		});

		it("of no take are refused", async () => {
			await expect(renders().start(newDispatchId(), "job", NOW)).rejects.toThrow("No take");
			expect(await renders().find(newDispatchId())).toBeNull();
		});

		it("are claimed oldest first, each by one worker", async () => {
			const second = await started(NOW + 2);
			const first = await started(NOW + 1);
			const claims = await Promise.all([claim(), claim(), claim()]);
			expect(claims.filter((each) => each === null)).toHaveLength(1);
			expect(new Set(claims.flatMap((each) => each?.id ?? []))).toEqual(new Set([first, second]));
		});

		it("of one browser run only as many at once as it may have", async () => {
			const browserId = newBrowserId();
			for (let index = 0; index < 4; index += 1) await started(NOW + index, browserId);
			const other = await started(NOW + 9);
			const claims = await Promise.all(Array.from({ length: 6 }, () => claim()));
			expect(claims.filter((each) => each !== null)).toHaveLength(3);
			expect(claims.map((each) => each?.id)).toContain(other);
			const [mine] = claims.filter((each) => each !== null && each.id !== other);
			if (mine) await renders().finish(mine, { kind: "done", mediaId: newMediaId() });
			expect(await claim()).not.toBeNull();
			expect(await claim()).toBeNull();
		});

		it("report progress and move their lease", async () => {
			const id = await started();
			const held = await claim();
			if (!held) throw new Error("Nothing to claim.");
			const progress = { framesDone: 12, framesTotal: 120 };
			expect(await renders().report(held, progress, NOW + 2 * LEASE_MS)).toBe("go-on");
			expect(await renders().find(id)).toMatchObject({ state: "running", progress });
			expect(await renders().nextWakeAtMs()).toBe(NOW + 2 * LEASE_MS);
			expect(await claim(NOW + 2 * LEASE_MS - 1)).toBeNull();
		});

		it("begin anew when their renderer died, and refuse its late word", async () => {
			const id = await started();
			const dead = await claim();
			if (!dead) throw new Error("Nothing to claim.");
			await renders().report(dead, { framesDone: 50, framesTotal: 120 }, NOW + LEASE_MS);
			const next = await claim(NOW + LEASE_MS);
			expect(next).toMatchObject({ id, epoch: dead.epoch + 1 });
			expect(await renders().find(id)).toMatchObject({ progress: null });
			expect(await renders().report(dead, { framesDone: 60, framesTotal: 120 }, NOW + 9 * LEASE_MS)).toBe("stop");
			expect(await renders().finish(dead, { kind: "done", mediaId: newMediaId() })).toBe("stale");
		});

		it("end with a film or with a failure", async () => {
			const mediaId = newMediaId();
			const [good, bad] = [await started(NOW), await started(NOW + 1)];
			const [first, second] = [await claim(), await claim()];
			if (!first || !second) throw new Error("Nothing to claim.");
			expect(await renders().finish(first, { kind: "done", mediaId })).toBe("finished");
			expect(await renders().finish(second, { kind: "failed", failure: FAILURE })).toBe("finished");
			expect(await renders().find(good)).toMatchObject({ state: "done", mediaId, failure: null });
			expect(await renders().find(bad)).toMatchObject({ state: "failed", mediaId: null, failure: FAILURE });
			expect(await renders().nextWakeAtMs()).toBeNull();
			expect(await renders().finish(first, { kind: "failed", failure: FAILURE })).toBe("stale");
		});

		it("hold their film while the take is unfinished", async () => {
			const mediaId = newMediaId();
			await click(stores(), { gateway: "animatic" });
			const { claim: held, intent } = await commit(stores(), await claimOne(stores()));
			await renders().start(intent.id, "job", NOW);
			const running = await claim();
			if (running) await renders().finish(running, { kind: "done", mediaId });
			expect(await stores().takes.referencedMedia([mediaId])).toEqual(new Set([mediaId]));
			await record(stores(), held, aChange(ready(), { nextWakeAtMs: null }));
			expect(await stores().takes.referencedMedia([mediaId])).toEqual(new Set());
		});

		it("stop when cancelled, while waiting or running, and not once ended", async () => {
			const id = await started();
			const held = await claim();
			if (!held) throw new Error("Nothing to claim.");
			expect(await renders().cancel(id)).toBe("cancelled");
			expect(await renders().report(held, { framesDone: 1, framesTotal: 2 }, NOW + LEASE_MS)).toBe("stop");
			expect(await renders().cancel(id)).toBe("too-late");
			expect(await renders().cancel(newDispatchId())).toBe("missing");
			const waiting = await started();
			expect(await renders().cancel(waiting)).toBe("cancelled");
			expect(await claim()).toBeNull();
		});

		it("stop when their take is gone", async () => {
			const browserId = newBrowserId();
			await started(NOW, browserId);
			const held = await claim();
			if (!held) throw new Error("Nothing to claim.");
			await stores().browsers.forget(browserId);
			expect(await renders().report(held, { framesDone: 1, framesTotal: 2 }, NOW + LEASE_MS)).toBe("stop");
			expect(await renders().finish(held, { kind: "done", mediaId: newMediaId() })).toBe("stale");
		});

		it("are due at once while one waits", async () => {
			await started(NOW - 3);
			expect(await renders().nextWakeAtMs()).toBe(NOW - 3);
		});
	});

	describe("learned times", () => {
		const bucket = { gateway: "evolink", resolution: "720p", seconds: 5 } as const;

		it("are the newest of their bucket", async () => {
			const times = stores().learnedTimes;
			for (const [index, tookMs] of [30_000, 40_000, 50_000].entries()) await times.add(bucket, tookMs, NOW + index);
			await times.add({ ...bucket, seconds: 10 }, 99_000, NOW);
			expect([...(await times.list(bucket, 2))].sort()).toEqual([40_000, 50_000]);
			expect(await times.list({ ...bucket, gateway: "kling" }, 5)).toEqual([]);
		});

		it("do not grow without end", async () => {
			await bench().db.execute(
				"insert into learned_times (gateway, resolution, seconds, took_ms, at) " +
					"select 'evolink', '720p', 5, n, to_timestamp(n) from generate_series(1, 600) n",
			);
			await stores().learnedTimes.add(bucket, 7, NOW);
			expect(await stores().learnedTimes.list(bucket, 1_000)).toHaveLength(500);
		});
	});
}
