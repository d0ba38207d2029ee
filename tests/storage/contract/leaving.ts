import { describe, expect, it } from "vitest";
import type { Take } from "@/lib/domain/take/take";
import type { Bench } from "../support/bench";
import {
	aChange,
	aGrant,
	counterOf,
	FAILED,
	NOW,
	newBrowserId,
	newTokenHash,
	QUEUED,
	ready,
	rendering,
	reserving,
	TODAY,
	unknown,
} from "./builders";
import { claimAll, claimOne, click, clickInto, record } from "./steps";

const DAY_MS = 86_400_000;

/** How takes leave the history, come back, and end. */
export function leavingContract(bench: () => Bench): void {
	const takes = () => bench().stores.takes;
	const stores = () => bench().stores;

	describe("leaving the history", () => {
		const leave = (take: Take) => takes().leave(take.browserId, [take.id], NOW, NOW + DAY_MS);

		it.each([
			["ready", ready()],
			["failed", FAILED],
			["cancelled", { kind: "cancelled", sinceMs: NOW, charged: "no" } as const],
		])("is open to a take that is %s", async (_, state) => {
			const take = await clickInto(stores(), state);
			expect(await leave(take)).toEqual([take.id]);
			expect(await takes().list(take.browserId)).toEqual([]);
			const left = { atMs: NOW, purgeAtMs: NOW + DAY_MS };
			expect(await takes().listLeft(take.browserId)).toEqual([{ ...take, left }]);
		});

		it.each([
			["queued", QUEUED],
			["rendering", rendering()],
			["unknown", unknown()],
		])("is closed to a take that is %s", async (_, state) => {
			const take = await clickInto(stores(), state);
			expect(await leave(take)).toEqual([]);
			expect(await takes().list(take.browserId)).toHaveLength(1);
		});

		it("is closed to a kept take, and nothing to one that left before", async () => {
			const kept = await clickInto(stores(), ready());
			await takes().label(kept.browserId, kept.id, { keep: true });
			expect(await leave(kept)).toEqual([]);
			const gone = await clickInto(stores(), ready());
			await leave(gone);
			expect(await leave(gone)).toEqual([]);
		});

		it("can be undone until the purge", async () => {
			const take = await clickInto(stores(), ready());
			await leave(take);
			expect(await takes().restore(take.browserId, take.id)).toEqual(take);
			expect(await takes().list(take.browserId)).toEqual([take]);
			expect(await takes().restore(take.browserId, take.id)).toEqual(take);
		});

		it("makes the purge fall due at its time", async () => {
			const take = await clickInto(stores(), ready());
			await leave(take);
			expect(await claimAll(stores(), NOW + DAY_MS - 1)).toEqual([]);
			expect((await claimOne(stores(), NOW + DAY_MS)).take.id).toBe(take.id);
		});

		it("is not forgotten when a worker holds the take and wants no more wakes", async () => {
			const take = await click(stores());
			const claim = await record(
				stores(),
				await claimOne(stores()),
				aChange(ready(), { lease: "keep", nextWakeAtMs: null }),
			);
			await leave(take);
			expect(await stores().queue.release(claim, null)).toBe("released");
			expect(await claimAll(stores(), NOW + DAY_MS - 1)).toEqual([]);
			expect((await claimOne(stores(), NOW + DAY_MS)).take.id).toBe(take.id);
		});

		it("lets a worker put the purge off, as for a shared film", async () => {
			const take = await clickInto(stores(), ready());
			await stores().shares.create({ grant: aGrant(take.id), browserId: take.browserId, tokenHash: newTokenHash() });
			await leave(take);
			const claim = await claimOne(stores(), NOW + DAY_MS);
			await stores().queue.release(claim, NOW + 2 * DAY_MS);
			expect(await claimAll(stores(), NOW + 2 * DAY_MS - 1)).toEqual([]);
			expect(await claimAll(stores(), NOW + 2 * DAY_MS)).toHaveLength(1);
		});
	});

	describe("a purge", () => {
		it("ends the take and its key, and keeps receipt and spending", async () => {
			const browserId = newBrowserId();
			const counter = counterOf(browserId);
			const take = await click(stores(), { browserId }, { reservation: reserving(70, [{ counter, capMicros: 100 }]) });
			await record(stores(), await claimOne(stores()), aChange(ready(), { nextWakeAtMs: null }));
			await takes().leave(browserId, [take.id], NOW, NOW);
			expect(await stores().queue.purge(await claimOne(stores()))).toBe("purged");
			expect(await takes().find(browserId, take.id)).toBeNull();
			expect(await takes().listLeft(browserId)).toEqual([]);
			expect(await takes().findBySubmitKey(browserId, take.submitKey)).toBeNull();
			expect(await stores().receipts.find(browserId, take.id)).not.toBeNull();
			expect((await stores().spend.read(TODAY, [counter])).get(counter)).toBe(70);
		});

		it("is stale when the take was restored meanwhile, also when it left again", async () => {
			const take = await clickInto(stores(), ready());
			await takes().leave(take.browserId, [take.id], NOW, NOW);
			const claim = await claimOne(stores());
			await takes().restore(take.browserId, take.id);
			expect(await stores().queue.purge(claim)).toBe("stale");
			await takes().leave(take.browserId, [take.id], NOW, NOW + DAY_MS);
			expect(await stores().queue.purge(claim)).toBe("stale");
			expect(await takes().listLeft(take.browserId)).toHaveLength(1);
		});

		it("never ends a take that is in the history", async () => {
			const take = await click(stores());
			expect(await stores().queue.purge(await claimOne(stores()))).toBe("stale");
			expect(await takes().list(take.browserId)).toHaveLength(1);
		});
	});
}
