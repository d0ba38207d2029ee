import { describe, expect, it } from "vitest";
import { usd } from "@/lib/domain/money";
import type { KeyTest } from "@/lib/ports/key-store";
import type { Bench } from "../support/bench";
import { aChange, aKey, NOW, newBrowserId, newKeyId, ready } from "./builders";
import { claimOne, click, record } from "./steps";

export function keyStoreContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const keys = () => bench().stores.keys;

	async function savedKey() {
		const key = aKey();
		await keys().save(key);
		return key;
	}

	describe("keys", () => {
		it("are kept as they were sealed, one per gateway", async () => {
			const key = aKey({
				account: { email: "a@b.c" },
				test: { atMs: NOW, result: "good", sentence: "It works.", balance: usd(5) },
			});
			const other = aKey({ browserId: key.browserId, gateway: "kling" });
			await keys().save(key);
			await keys().save(other);
			expect(await keys().findCurrent(key.browserId, "evolink")).toEqual(key);
			expect(await keys().find(other.id)).toEqual(other);
			expect(new Set(await keys().list(key.browserId))).toEqual(new Set([key, other]));
			expect(await keys().findCurrent(key.browserId, "apimart")).toBeNull();
			expect(await keys().list(newBrowserId())).toEqual([]);
		});

		it("replace the one before, which is destroyed", async () => {
			const old = await savedKey();
			const fresh = aKey({ browserId: old.browserId });
			await keys().save(fresh);
			expect(await keys().list(old.browserId)).toEqual([fresh]);
			expect(await keys().find(old.id)).toBeNull();
		});

		it("are destroyed when removed", async () => {
			const key = await savedKey();
			await keys().remove(key.browserId, key.gateway);
			await keys().remove(key.browserId, key.gateway);
			expect(await keys().find(key.id)).toBeNull();
		});

		it("stay sealed while an unfinished take is paid by them, then go", async () => {
			const key = await savedKey();
			await click(stores(), { browserId: key.browserId, payer: { kind: "own", keyId: key.id } });
			await keys().remove(key.browserId, key.gateway);
			expect(await keys().list(key.browserId)).toEqual([]);
			expect(await keys().findCurrent(key.browserId, key.gateway)).toBeNull();
			expect(await keys().destroyUnused()).toBe(0);
			expect(await keys().find(key.id)).toEqual(key);
			await record(stores(), await claimOne(stores()), aChange(ready(), { nextWakeAtMs: null }));
			expect(await keys().destroyUnused()).toBe(1);
			expect(await keys().find(key.id)).toBeNull();
		});

		it("are listed whoever they belong to, removed ones too, a few at a time", async () => {
			const kept = await savedKey();
			const removed = await savedKey();
			await click(stores(), { browserId: removed.browserId, payer: { kind: "own", keyId: removed.id } });
			await keys().remove(removed.browserId, removed.gateway);
			const [first, ...more] = await keys().listAll(null, 1);
			if (!first) throw new Error("One should be listed.");
			expect(more).toEqual([]);
			const all = [first, ...(await keys().listAll(first.id, 5))];
			expect(all.map(({ id }) => id)).toEqual([kept.id, removed.id].toSorted());
		});

		it("are sealed anew only where nothing changed meanwhile", async () => {
			const key = await savedKey();
			const [fresh, stray] = [aKey().sealed, aKey().sealed];
			await keys().reseal(key.id, stray, fresh);
			expect(await keys().find(key.id)).toEqual(key);
			await keys().reseal(key.id, key.sealed, fresh);
			expect(await keys().find(key.id)).toEqual({ ...key, sealed: fresh });
		});

		it("in use are never destroyed by the sweep", async () => {
			const key = await savedKey();
			expect(await keys().destroyUnused()).toBe(0);
			expect(await keys().find(key.id)).toEqual(key);
		});

		it("remember their last test", async () => {
			const key = await savedKey();
			const test: KeyTest = { atMs: NOW + 5, result: "no-money", sentence: "Top it up.", balance: null };
			await keys().recordTest(key.id, test);
			expect(await keys().find(key.id)).toEqual({ ...key, test });
			await keys().recordTest(newKeyId(), test);
		});

		it("take the person's own daily limit", async () => {
			const key = await savedKey();
			await keys().setDailyLimit(key.browserId, key.gateway, 7);
			expect((await keys().find(key.id))?.dailyLimitMicros).toBe(7);
		});

		it("saved at the same moment leave one current", async () => {
			const { browserId } = await savedKey();
			await Promise.all(Array.from({ length: 8 }, () => keys().save(aKey({ browserId }))));
			expect(await keys().list(browserId)).toHaveLength(1);
		});
	});
}
