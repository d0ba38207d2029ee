import { describe, expect, it } from "vitest";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import type { Bench } from "../support/bench";
import {
	aChange,
	aClick,
	anImage,
	aTake,
	counterOf,
	FAILED,
	NOW,
	newBrowserId,
	newKeyId,
	newMediaId,
	newSubmitKey,
	newTakeId,
	ownCounter,
	QUEUED,
	ready,
	rendering,
	reserving,
	sending,
	TODAY,
	unknown,
} from "./builders";
import { claimOne, click, clickInto, commit } from "./steps";

export function takeStoreContract(bench: () => Bench): void {
	const takes = () => bench().stores.takes;
	const stores = () => bench().stores;

	describe("a click", () => {
		it("stores the take as it was given", async () => {
			const take = aTake({
				draft: { ...aTake().draft, image: anImage(), negativePrompt: "rain; \"quotes\" 'and' \\ 雨 🎬" },
				payer: { kind: "own", keyId: newKeyId() },
				retryOf: newTakeId(),
				labels: { ...aTake().labels, name: "Night train", captions: [{ startMs: 0, endMs: 900, text: "Hello" }] },
				extras: null,
			});
			expect(await takes().create(aClick(take))).toEqual({ kind: "created", take, left: [], claim: null });
			expect(await takes().find(take.browserId, take.id)).toEqual({ take, version: 0 });
		});

		it("stores text that the database itself would refuse", async () => {
			const take = await click(stores(), {
				model: "m",
				draft: { ...aTake().draft, negativePrompt: "cut \ud83c\0 here" },
			});
			const stored = await takes().find(take.browserId, take.id);
			expect(stored?.take.draft.negativePrompt).toBe("cut \ufffd\ufffd here");
		});

		it("twice with the same key makes one take", async () => {
			const take = await click(stores());
			const again = aTake({ browserId: take.browserId, submitKey: take.submitKey });
			expect(await takes().create(aClick(again))).toEqual({ kind: "same", take });
			expect(await takes().list(take.browserId)).toHaveLength(1);
		});

		it("with a used key and another request is a conflict and stores nothing", async () => {
			const take = await click(stores());
			const other = aTake({ browserId: take.browserId, submitKey: take.submitKey });
			expect(await takes().create(aClick(other, { fingerprint: "something else" }))).toEqual({ kind: "conflict" });
			expect(await takes().list(take.browserId)).toEqual([take]);
		});

		it("is one browser's own: another browser may have the same key", async () => {
			const take = await click(stores());
			const other = await click(stores(), { submitKey: take.submitKey });
			expect(other.id).not.toBe(take.id);
		});

		it("a hundred times at once with one key makes one take", async () => {
			const browserId = newBrowserId();
			const submitKey = newSubmitKey();
			const clicks = Array.from({ length: 100 }, () => takes().create(aClick(aTake({ browserId, submitKey }))));
			const kinds = (await Promise.all(clicks)).map((outcome) => outcome.kind);
			expect(kinds.filter((kind) => kind === "created")).toHaveLength(1);
			expect(kinds.filter((kind) => kind === "same")).toHaveLength(99);
		});

		it("is found again by its key, by its browser only", async () => {
			const take = await click(stores());
			expect(await takes().findBySubmitKey(take.browserId, take.submitKey)).toEqual(take);
			expect(await takes().findBySubmitKey(newBrowserId(), take.submitKey)).toBeNull();
			expect(await takes().findBySubmitKey(take.browserId, newSubmitKey())).toBeNull();
		});

		it("stores the receipt with the take", async () => {
			const take = await click(stores());
			expect(await stores().receipts.find(take.browserId, take.id)).toEqual(
				openReceipt(take, { micros: 0, assumed: false }),
			);
		});

		it("is refused when too many are unfinished at that gateway, and its key stays unspent", async () => {
			const browserId = newBrowserId();
			await click(stores(), { browserId });
			await click(stores(), { browserId, gateway: "animatic" });
			const third = aClick(aTake({ browserId }), { maxUnfinished: 1 });
			expect(await takes().create(third)).toEqual({ kind: "too-many", unfinished: 1 });
			expect((await takes().create({ ...third, maxUnfinished: 2 })).kind).toBe("created");
		});

		it("counts an unknown outcome as unfinished, a film not", async () => {
			const browserId = newBrowserId();
			await clickInto(stores(), ready(), { browserId });
			await clickInto(stores(), unknown(), { browserId });
			const outcome = await takes().create(aClick(aTake({ browserId }), { maxUnfinished: 1 }));
			expect(outcome).toEqual({ kind: "too-many", unfinished: 1 });
		});

		it("checks the key before the limits, and the running limit before the caps", async () => {
			const browserId = newBrowserId();
			const full = { maxUnfinished: 0, reservation: reserving(2, [{ counter: counterOf("all"), capMicros: 1 }]) };
			const take = await click(stores(), { browserId });
			expect((await takes().create(aClick(take, full))).kind).toBe("same");
			expect((await takes().create(aClick(aTake({ browserId }), full))).kind).toBe("too-many");
			const capped = aClick(aTake({ browserId }), { ...full, maxUnfinished: null });
			expect((await takes().create(capped)).kind).toBe("over-cap");
		});

		it("makes room: the takes it names leave with it", async () => {
			const browserId = newBrowserId();
			const old = await clickInto(stores(), FAILED, { browserId });
			const outcome = await takes().create(aClick(aTake({ browserId }), { leaving: [old.id] }));
			expect(outcome).toMatchObject({ kind: "created", left: [old.id] });
			expect((await takes().listLeft(browserId)).map((take) => take.id)).toEqual([old.id]);
		});

		it("that is refused lets nothing leave", async () => {
			const browserId = newBrowserId();
			const old = await clickInto(stores(), FAILED, { browserId });
			await takes().create(aClick(aTake({ browserId }), { leaving: [old.id], maxUnfinished: 0 }));
			expect(await takes().list(browserId)).toHaveLength(1);
		});
	});

	describe("caps", () => {
		it("say which one is full, what it holds and what it allows", async () => {
			const browserId = newBrowserId();
			const mine = { counter: counterOf(browserId), capMicros: 500 };
			const all = { counter: counterOf("all"), capMicros: 450 };
			await click(stores(), { browserId }, { reservation: reserving(400, [mine, all]) });
			const outcome = await takes().create(aClick(aTake({ browserId }), { reservation: reserving(100, [mine, all]) }));
			expect(outcome).toEqual({ kind: "over-cap", ...all, usedMicros: 400 });
			const small = aClick(aTake({ browserId }), { reservation: reserving(50, [mine, all]) });
			expect((await takes().create(small)).kind).toBe("created");
		});

		it("leave the key unspent and raise nothing when they refuse", async () => {
			const browserId = newBrowserId();
			const [mine, all] = [counterOf(browserId), counterOf("all")];
			const limits = [
				{ counter: mine, capMicros: 1_000 },
				{ counter: all, capMicros: 10 },
			];
			const refused = aClick(aTake({ browserId }), { reservation: reserving(100, limits) });
			expect((await takes().create(refused)).kind).toBe("over-cap");
			expect(await stores().spend.read(TODAY, [mine, all])).toEqual(
				new Map([
					[mine, 0],
					[all, 0],
				]),
			);
			expect(await takes().findBySubmitKey(browserId, refused.take.submitKey)).toBeNull();
			expect(await stores().receipts.find(browserId, refused.take.id)).toBeNull();
		});

		it("are never exceeded by 200 clicks at once", async () => {
			const all = counterOf("all");
			const clicks = Array.from({ length: 200 }, (_, index) => {
				const browserId = newBrowserId();
				const mine = { counter: counterOf(browserId), capMicros: 1_000 };
				const limits =
					index % 2 ? [mine, { counter: all, capMicros: 5_000 }] : [{ counter: all, capMicros: 5_000 }, mine];
				return takes().create(aClick(aTake({ browserId }), { reservation: reserving(130, limits) }));
			});
			const kinds = (await Promise.all(clicks)).map((outcome) => outcome.kind);
			expect(kinds.filter((kind) => kind === "created")).toHaveLength(38);
			expect(kinds.filter((kind) => kind === "over-cap")).toHaveLength(162);
			expect((await stores().spend.read(TODAY, [all])).get(all)).toBe(38 * 130);
		});

		it("of one browser are never exceeded by its own clicks at once", async () => {
			const browserId = newBrowserId();
			const limits = [{ counter: ownCounter(browserId), capMicros: 1_000 }];
			const clicks = Array.from({ length: 40 }, () =>
				takes().create(aClick(aTake({ browserId }), { reservation: reserving(300, limits) })),
			);
			const created = (await Promise.all(clicks)).filter((outcome) => outcome.kind === "created");
			expect(created).toHaveLength(3);
		});
	});

	describe("reading", () => {
		it("lists what has not left, newest first", async () => {
			const browserId = newBrowserId();
			const first = await click(stores(), { browserId, createdAtMs: NOW - 2 });
			const second = await click(stores(), { browserId, createdAtMs: NOW - 1 });
			await click(stores());
			expect(await takes().list(browserId)).toEqual([second, first]);
		});

		it("answers alike for somebody else's take and a missing one", async () => {
			const take = await click(stores());
			const stranger = newBrowserId();
			expect(await takes().find(stranger, take.id)).toBeNull();
			expect(await takes().find(take.browserId, newTakeId())).toBeNull();
			expect(await takes().label(stranger, take.id, { star: true })).toBeNull();
			expect(await takes().restore(stranger, take.id)).toBeNull();
			expect(await takes().change(stranger, take.id, 0, aChange(FAILED))).toEqual({ kind: "missing" });
			expect(await takes().leave(stranger, [take.id], NOW, NOW)).toEqual([]);
		});

		it("finds whose film some bytes are", async () => {
			const state = ready();
			const take = await clickInto(stores(), state);
			expect((await takes().findByMedia(state.media.mediaId))?.id).toBe(take.id);
			expect(await takes().findByMedia(newMediaId())).toBeNull();
		});

		it("tells which media a take still holds", async () => {
			const state = ready();
			await clickInto(stores(), state);
			const held = await takes().referencedMedia([newMediaId(), state.media.mediaId]);
			expect([...held]).toEqual([state.media.mediaId]);
			expect(await takes().referencedMedia([])).toEqual(new Set());
		});

		it("throws for a stored take that no longer fits its schema", async () => {
			const take = await click(stores());
			await bench().db.execute(`update takes set state = '{"kind":"dancing"}' where id = '${take.id}'`);
			await expect(takes().find(take.browserId, take.id)).rejects.toThrow(take.id);
		});
	});

	describe("a person's change", () => {
		it("is written under the version that was read", async () => {
			const take = await click(stores());
			const cancelled = { kind: "cancelled", sinceMs: NOW, charged: "no" } as const;
			const outcome = await takes().change(take.browserId, take.id, 0, aChange(cancelled, { nextWakeAtMs: null }));
			expect(outcome).toEqual({ kind: "changed", take: { ...take, state: cancelled } });
			expect(await takes().find(take.browserId, take.id)).toMatchObject({ take: { state: cancelled }, version: 1 });
		});

		it("has moved when a worker was faster", async () => {
			const take = await click(stores());
			await claimOne(stores());
			expect(await takes().change(take.browserId, take.id, 0, aChange(FAILED))).toEqual({ kind: "moved" });
			expect((await takes().find(take.browserId, take.id))?.take).toEqual(take);
		});

		it("takes the lease away, so that the worker finds its claim stale", async () => {
			const take = await click(stores());
			const claim = await claimOne(stores());
			const changed = await takes().change(
				take.browserId,
				take.id,
				claim.version,
				aChange(FAILED, { nextWakeAtMs: null }),
			);
			expect(changed.kind).toBe("changed");
			expect(await stores().queue.record(claim, aChange(rendering()))).toEqual({ kind: "stale" });
			expect(await stores().queue.extend([claim], NOW + 60_000)).toEqual([take.id]);
			expect(await stores().queue.release(claim, NOW)).toBe("stale");
		});

		it("throws for a take that is being sent", async () => {
			const take = await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			await expect(takes().change(take.browserId, take.id, claim.version, aChange(FAILED))).rejects.toThrow(
				"being sent",
			);
			expect((await takes().find(take.browserId, take.id))?.take.state.kind).toBe("sending");
		});

		it("throws when it would keep the lease or forget the take", async () => {
			const take = await click(stores());
			const keep = aChange(FAILED, { lease: "keep" });
			expect(() => takes().change(take.browserId, take.id, 0, keep)).toThrow("release");
			const sleeping = aChange(QUEUED, { nextWakeAtMs: null });
			await expect(takes().change(take.browserId, take.id, 0, sleeping)).rejects.toThrow("next wake");
		});

		it("writes what was spent and the receipt with it", async () => {
			const browserId = newBrowserId();
			const counter = counterOf(browserId);
			const take = await click(stores(), { browserId }, { reservation: reserving(500, [{ counter, capMicros: 900 }]) });
			const receipt = {
				...openReceipt(take, { micros: 500, assumed: false }),
				end: { kind: "unknown", reason: "?" },
			} as const;
			await takes().change(browserId, take.id, 0, aChange(FAILED, { nextWakeAtMs: null, countedMicros: 0, receipt }));
			expect((await stores().spend.read(TODAY, [counter])).get(counter)).toBe(0);
			expect(await stores().receipts.find(browserId, take.id)).toEqual(receipt);
		});
	});

	describe("labels and extras", () => {
		it("replace what is given only, and disturb no worker", async () => {
			const take = await click(stores());
			const claim = await claimOne(stores());
			await takes().label(take.browserId, take.id, { name: "Rain" });
			const labelled = await takes().label(take.browserId, take.id, { star: true });
			expect(labelled?.labels).toEqual({ ...take.labels, name: "Rain", star: true });
			expect((await stores().queue.record(claim, aChange(rendering()))).kind).toBe("recorded");
		});

		it("refuse what does not fit, and keep what was there", async () => {
			const take = await click(stores());
			await expect(takes().label(take.browserId, take.id, { name: "x".repeat(121) })).rejects.toThrow(take.id);
			expect((await takes().find(take.browserId, take.id))?.take.labels).toEqual(take.labels);
		});

		it("are dressed on without disturbing a worker; a missing take is nobody's business", async () => {
			const take = await clickInto(stores(), ready());
			const { version } = (await takes().find(take.browserId, take.id)) ?? {};
			const extras = { hasPoster: true, hasPeaks: false, hasLastFrame: true, flashScore: 0.25 };
			await takes().dress(take.id, extras);
			expect(await takes().find(take.browserId, take.id)).toMatchObject({ take: { extras }, version });
			await takes().dress(newTakeId(), extras);
		});
	});

	it("keeps an intent's proof: a sending take shows its attempt", async () => {
		const take = await click(stores());
		const { intent } = await commit(stores(), await claimOne(stores()));
		expect((await takes().find(take.browserId, take.id))?.take).toEqual({
			...take,
			attempts: 1,
			state: sending(intent.id),
		});
	});
}
