import { describe, expect, it, vi } from "vitest";
import type { BrowserId } from "@/lib/domain/ids";
import type { Notice } from "@/lib/ports/notifier";
import type { Bench } from "../support/bench";
import {
	aChange,
	aClick,
	aGrant,
	aKey,
	aTake,
	NOW,
	newBrowserId,
	newTokenHash,
	ready,
	rendering,
	reserving,
} from "./builders";
import { claimOne, click, clickInto, record } from "./steps";

export function changeFeedContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const since = (browserId: BrowserId, cursor: number) => bench().stores.changes.changesSince(browserId, cursor);
	const cursorOf = async (browserId: BrowserId) => (await since(browserId, 0)).cursor;

	describe("what changed", () => {
		it("is nothing for a browser without a row", async () => {
			expect(await since(newBrowserId(), 0)).toEqual({ kind: "changes", cursor: 0, takes: [], also: [] });
		});

		it("is each take once, as it is now, in the order of change", async () => {
			const browserId = newBrowserId();
			const first = await click(stores(), { browserId }, { nextWakeAtMs: NOW - 9 });
			const second = await click(stores(), { browserId }, { nextWakeAtMs: NOW + 9 });
			const held = await record(stores(), await claimOne(stores()), aChange(rendering(), { lease: "keep" }));
			await record(stores(), held, aChange(ready(), { nextWakeAtMs: null }));
			const changes = await since(browserId, 0);
			expect(changes).toMatchObject({
				kind: "changes",
				takes: [{ id: second.id }, { id: first.id, state: { kind: "ready" } }],
			});
			expect(await since(browserId, changes.cursor)).toEqual({
				kind: "changes",
				cursor: changes.cursor,
				takes: [],
				also: [],
			});
		});

		it("is only what came after the cursor", async () => {
			const browserId = newBrowserId();
			await click(stores(), { browserId });
			const cursor = await cursorOf(browserId);
			const later = await click(stores(), { browserId });
			expect(await since(browserId, cursor)).toMatchObject({ takes: [later], cursor: cursor + 1 });
		});

		it("shows a take that left", async () => {
			const take = await clickInto(stores(), ready());
			const cursor = await cursorOf(take.browserId);
			await stores().takes.leave(take.browserId, [take.id], NOW, NOW + 10);
			expect(await since(take.browserId, cursor)).toMatchObject({ takes: [{ id: take.id, left: { atMs: NOW } }] });
		});

		it.each([
			["keys", async (browserId: BrowserId) => stores().keys.save(aKey({ browserId }))],
			[
				"spend",
				async (browserId: BrowserId) =>
					stores().takes.create(aClick(aTake({ browserId }), { reservation: reserving(1, []) })),
			],
			[
				"shares",
				async (browserId: BrowserId) => {
					const [film] = await stores().takes.list(browserId);
					if (film) await stores().shares.create({ grant: aGrant(film.id), browserId, tokenHash: newTokenHash() });
				},
			],
		])("names %s as a list to read again", async (name, act) => {
			const { browserId } = await clickInto(stores(), ready());
			const cursor = await cursorOf(browserId);
			await act(browserId);
			expect(await since(browserId, cursor)).toMatchObject({ also: [name] });
			expect(await since(browserId, cursor + 1)).toMatchObject({ also: [] });
		});

		it("starts over after a purge, for readers from before it only", async () => {
			const take = await clickInto(stores(), ready());
			await stores().takes.leave(take.browserId, [take.id], NOW, NOW);
			const before = await cursorOf(take.browserId);
			await stores().queue.purge(await claimOne(stores()));
			expect(await since(take.browserId, before)).toEqual({ kind: "reset", cursor: before + 1 });
			expect(await since(take.browserId, before + 1)).toMatchObject({ kind: "changes" });
		});

		it("starts over for a cursor that was never given, as after the browser was forgotten", async () => {
			const { browserId } = await click(stores());
			expect(await since(browserId, 99)).toMatchObject({ kind: "reset" });
			await stores().browsers.forget(browserId);
			expect(await since(browserId, 1)).toEqual({ kind: "reset", cursor: 0 });
		});

		it("is nothing when nothing came of it", async () => {
			const take = await click(stores());
			const cursor = await cursorOf(take.browserId);
			await stores().takes.create(aClick(aTake({ browserId: take.browserId, submitKey: take.submitKey })));
			await stores().takes.leave(take.browserId, [take.id], NOW, NOW);
			expect(await cursorOf(take.browserId)).toBe(cursor);
		});

		it("never misses a change while many are made at once", async () => {
			const browserId = newBrowserId();
			await click(stores(), { browserId });
			const seen = new Map<string, string>();
			let cursor = 0;
			let done = false;
			const follow = async () => {
				while (!done) await look();
			};
			const look = async () => {
				const changes = await since(browserId, cursor);
				cursor = changes.cursor;
				if (changes.kind === "changes") for (const take of changes.takes) seen.set(take.id, take.labels.name);
			};
			const following = follow();
			const writes = Array.from({ length: 25 }, async (_, index) => {
				const take = await click(stores(), { browserId });
				await stores().takes.label(browserId, take.id, { name: `take ${index}` });
			});
			await Promise.all(writes);
			done = true;
			await following;
			await look();
			const now = await stores().takes.list(browserId);
			expect(seen).toEqual(new Map(now.map((take) => [take.id, take.labels.name])));
		});
	});

	describe("being told", () => {
		it("comes with the commit of a change, naming the browser", async () => {
			const heard = vi.fn<(notice: Notice) => void>();
			const stop = await bench().notifier.listen("browser-changed", heard);
			const { browserId } = await click(stores());
			await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ kind: "told", text: browserId }), 10_000);
			await stop();
			await stop();
		});

		it("comes to everybody who listens, until they stop", async () => {
			const [first, second] = [vi.fn(), vi.fn()];
			const stopFirst = await bench().notifier.listen("take-due", first);
			const stopSecond = await bench().notifier.listen("take-due", second);
			await click(stores());
			await vi.waitFor(() => expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]), 10_000);
			await stopFirst();
			await click(stores());
			await vi.waitFor(() => expect(second).toHaveBeenCalledTimes(2), 10_000);
			expect(first).toHaveBeenCalledTimes(1);
			await stopSecond();
		});

		it("does not come for a click that was refused", async () => {
			const heard = vi.fn();
			const stop = await bench().notifier.listen("take-due", heard);
			await stores().takes.create(aClick(aTake(), { maxUnfinished: 0 }));
			const take = await click(stores());
			await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 10_000);
			await stores().queue.wake(take.id, NOW);
			await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2), 10_000);
			await stop();
		});
	});
}
