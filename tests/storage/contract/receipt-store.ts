import { describe, expect, it } from "vitest";
import { utcDaySchema } from "@/lib/domain/spend/reservation";
import type { Bench } from "../support/bench";
import {
	aChange,
	aClick,
	aTake,
	counterOf,
	NOW,
	newBrowserId,
	newTakeId,
	ownCounter,
	ready,
	rendering,
	reserving,
	TODAY,
} from "./builders";
import { claimOne, click, clickInto, record } from "./steps";

export function receiptStoreContract(bench: () => Bench): void {
	const stores = () => bench().stores;

	describe("receipts", () => {
		it("are read by their own browser only", async () => {
			const take = await click(stores());
			expect(await stores().receipts.find(take.browserId, take.id)).toMatchObject({ takeId: take.id });
			expect(await stores().receipts.find(newBrowserId(), take.id)).toBeNull();
			expect(await stores().receipts.find(take.browserId, newTakeId())).toBeNull();
		});

		it("are listed page by page, newest click first", async () => {
			const browserId = newBrowserId();
			for (const age of [3, 1, 2]) await click(stores(), { browserId, createdAtMs: NOW - age });
			await click(stores());
			const page = await stores().receipts.list(browserId, { beforeMs: null, limit: 2 });
			expect(page.map((receipt) => receipt.createdAtMs)).toEqual([NOW - 1, NOW - 2]);
			const next = await stores().receipts.list(browserId, { beforeMs: NOW - 2, limit: 2 });
			expect(next.map((receipt) => receipt.createdAtMs)).toEqual([NOW - 3]);
		});

		it("are purged with age, unless their take is unfinished", async () => {
			const browserId = newBrowserId();
			await clickInto(stores(), ready(), { browserId, createdAtMs: NOW - 9 });
			await clickInto(stores(), rendering(), { browserId, createdAtMs: NOW - 8 });
			await click(stores(), { browserId, createdAtMs: NOW });
			expect(await stores().receipts.purge(NOW)).toBe(1);
			const left = await stores().receipts.list(browserId, { beforeMs: null, limit: 9 });
			expect(left.map((receipt) => receipt.createdAtMs)).toEqual([NOW, NOW - 8]);
		});
	});

	describe("spending", () => {
		const yesterday = utcDaySchema.parse("2027-01-14");

		it("is nothing for a counter nobody used", async () => {
			const counter = counterOf(newBrowserId());
			expect(await stores().spend.read(TODAY, [counter])).toEqual(new Map([[counter, 0]]));
			expect(await stores().spend.read(TODAY, [])).toEqual(new Map());
		});

		it("is kept by day", async () => {
			const counter = counterOf("all");
			const limits = [{ counter, capMicros: 100 }];
			await click(stores(), {}, { reservation: { ...reserving(60, limits), day: yesterday } });
			await click(stores(), {}, { reservation: reserving(70, limits) });
			expect((await stores().spend.read(yesterday, [counter])).get(counter)).toBe(60);
			expect((await stores().spend.read(TODAY, [counter])).get(counter)).toBe(70);
		});

		it("follows what each take counts for, on the day of its click, above the cap too", async () => {
			const browserId = newBrowserId();
			const counters = [ownCounter(browserId), counterOf("all")];
			const limits = counters.map((counter) => ({ counter, capMicros: 100 }));
			await click(stores(), { browserId }, { reservation: { ...reserving(60, limits), day: yesterday } });
			const held = await record(
				stores(),
				await claimOne(stores()),
				aChange(rendering(), { countedMicros: 250, lease: "keep" }),
			);
			for (const counter of counters) expect((await stores().spend.read(yesterday, [counter])).get(counter)).toBe(250);
			await record(stores(), held, aChange(ready(), { countedMicros: 0, nextWakeAtMs: null }));
			for (const counter of counters) expect((await stores().spend.read(yesterday, [counter])).get(counter)).toBe(0);
		});

		it("equals the sum of its takes after many clicks and steps at once", async () => {
			const all = counterOf("all");
			const browsers = Array.from({ length: 6 }, newBrowserId);
			await Promise.all(
				Array.from({ length: 36 }, (_, index) => {
					const browserId = browsers[index % browsers.length] ?? newBrowserId();
					const limits = [counterOf(browserId), all].map((counter) => ({ counter, capMicros: 1_000_000 }));
					return stores().takes.create(aClick(aTake({ browserId }), { reservation: reserving(100 + index, limits) }));
				}),
			);
			const claims = await stores().queue.claimDue({ worker: "w", nowMs: NOW, leaseUntilMs: NOW + 9, limit: 100 });
			await Promise.all(
				claims.map((claim, index) =>
					record(stores(), claim, aChange(rendering(`t-${index}`), { countedMicros: index * 7 })),
				),
			);
			const expected = claims.reduce((sum, _, index) => sum + index * 7, 0);
			expect((await stores().spend.read(TODAY, [all])).get(all)).toBe(expected);
		});

		it("of past days is purged, unless a take of that day is unfinished", async () => {
			const all = counterOf("all");
			const limits = [{ counter: all, capMicros: 900 }];
			await clickInto(stores(), ready());
			await click(stores(), {}, { reservation: { ...reserving(60, limits), day: yesterday } });
			await stores().spend.purge(TODAY);
			expect((await stores().spend.read(yesterday, [all])).get(all)).toBe(60);
			await record(stores(), await claimOne(stores()), aChange(ready(), { nextWakeAtMs: null }));
			await stores().spend.purge(TODAY);
			expect((await stores().spend.read(yesterday, [all])).get(all)).toBe(0);
		});
	});
}
