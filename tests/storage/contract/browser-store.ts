import { describe, expect, it } from "vitest";
import type { Bench } from "../support/bench";
import {
	aChange,
	aClick,
	aGrant,
	aKey,
	anImage,
	aTake,
	counterOf,
	NOW,
	newBrowserId,
	newTokenHash,
	ownCounter,
	ready,
	rendering,
	reserving,
	TODAY,
} from "./builders";
import { claimOne, click, clickInto, commit } from "./steps";

export function browserStoreContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const browsers = () => bench().stores.browsers;

	describe("remembering browsers", () => {
		it("lists those long unseen that hold something, longest unseen first", async () => {
			const [older, old, empty, fresh] = [newBrowserId(), newBrowserId(), newBrowserId(), newBrowserId()];
			for (const [index, browserId] of [older, old, empty, fresh].entries()) {
				await browsers().remember(browserId, NOW + index);
			}
			await stores().keys.save(aKey({ browserId: old }));
			await click(stores(), { browserId: older });
			await click(stores(), { browserId: fresh });
			expect(await browsers().listUnseen(NOW + 3, 10)).toEqual([older, old]);
			expect(await browsers().listUnseen(NOW + 3, 1)).toEqual([older]);
		});

		it("moves the last visit forwards only", async () => {
			const { browserId } = await click(stores());
			await browsers().remember(browserId, NOW);
			await browsers().remember(browserId, NOW - 50);
			expect(await browsers().listUnseen(NOW, 10)).toEqual([]);
			await browsers().watch(browserId, NOW + 50, NOW + 50);
			await browsers().watch(browserId, NOW + 10, NOW + 10);
			expect(await browsers().listUnseen(NOW + 50, 10)).toEqual([]);
			expect(await browsers().listUnseen(NOW + 51, 10)).toEqual([browserId]);
		});

		it("lists a browser whose first visit was never noted, in the end", async () => {
			const { browserId } = await click(stores());
			expect(await browsers().listUnseen(Date.now() + 86_400_000, 10)).toEqual([browserId]);
		});

		it("makes no row for a mere visit", async () => {
			await browsers().watch(newBrowserId(), NOW, NOW);
			const rows = await bench().db.execute("select 1 from browsers");
			expect(rows).toMatchObject({ rows: [] });
		});

		it("keeps the latest watch", async () => {
			const { browserId } = await click(stores());
			await browsers().watch(browserId, NOW, NOW + 500);
			await browsers().watch(browserId, NOW, NOW + 400);
			expect((await claimOne(stores())).watchedUntilMs).toBe(NOW + 500);
		});
	});

	describe("forgetting a browser", () => {
		it("deletes everything of it and nothing of others", async () => {
			const browserId = newBrowserId();
			const key = aKey({ browserId });
			const image = anImage();
			const tokenHash = newTokenHash();
			const film = await clickInto(stores(), ready(), { browserId, draft: { ...aTake().draft, image } });
			await stores().keys.save(key);
			await stores().images.remember(browserId, image, NOW);
			await stores().shares.create({ grant: aGrant(film.id), browserId, tokenHash });
			const other = await click(stores());

			await browsers().forget(browserId);
			expect(await stores().takes.list(browserId)).toEqual([]);
			expect(await stores().receipts.list(browserId, { beforeMs: null, limit: 10 })).toEqual([]);
			expect(await stores().keys.find(key.id)).toBeNull();
			expect(await stores().shares.findByToken(tokenHash)).toBeNull();
			expect(await stores().images.referenced([image.id])).toEqual(new Set());
			expect(await stores().takes.list(other.browserId)).toEqual([other]);
			await browsers().forget(browserId);
		});

		it("leaves a worker with a stale claim", async () => {
			const take = await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			await browsers().forget(take.browserId);
			expect(await stores().queue.record(claim, aChange(rendering()))).toEqual({ kind: "stale" });
			expect(await stores().queue.extend([claim], NOW + 60_000)).toEqual([take.id]);
			expect(await stores().queue.purge(claim)).toBe("stale");
		});

		it("gives no second allowance on the operator's keys", async () => {
			const browserId = newBrowserId();
			const counters = [counterOf(browserId), counterOf("all"), ownCounter(browserId)] as const;
			const limits = counters.map((counter) => ({ counter, capMicros: 1_000 }));
			await stores().takes.create(aClick(aTake({ browserId }), { reservation: reserving(400, limits) }));
			await browsers().forget(browserId);
			const [mine, all, own] = counters;
			expect(await stores().spend.read(TODAY, counters)).toEqual(
				new Map([
					[mine, 400],
					[all, 400],
					[own, 0],
				]),
			);
		});
	});
}
