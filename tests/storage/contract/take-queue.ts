import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { DispatchAnswer } from "@/lib/ports/dispatch";
import type { CallbackHint } from "@/lib/ports/take-queue";
import type { Bench } from "../support/bench";
import {
	aChange,
	aClick,
	anIntent,
	aTake,
	counterOf,
	FAILED,
	NOW,
	newBrowserId,
	newDispatchId,
	newTakeId,
	newTokenHash,
	QUEUED,
	ready,
	rendering,
	reserving,
	sending,
	TODAY,
	unknown,
} from "./builders";
import { claimAll, claimOne, click, clickInto, commit, record } from "./steps";

const LEASE_MS = 30_000;

function accepted(remoteId: string, changes: Partial<DispatchAnswer> = {}): DispatchAnswer {
	return { kind: "accepted", remoteId, rawReply: '{"id":1}', atMs: NOW, ...changes };
}

const LOST: DispatchAnswer = { kind: "lost", remoteId: null, rawReply: null, atMs: NOW };

export function takeQueueContract(bench: () => Bench): void {
	const stores = () => bench().stores;
	const queue = () => bench().stores.queue;

	describe("claiming", () => {
		it("gives what is due, longest due first, and no more than asked for", async () => {
			const third = await click(stores(), {}, { nextWakeAtMs: NOW });
			const first = await click(stores(), {}, { nextWakeAtMs: NOW - 20 });
			const second = await click(stores(), {}, { nextWakeAtMs: NOW - 10 });
			await click(stores(), {}, { nextWakeAtMs: NOW + 1 });
			const wish = { worker: "w", nowMs: NOW, leaseUntilMs: NOW + LEASE_MS };
			const two = await queue().claimDue({ ...wish, limit: 2 });
			expect(two.map((claim) => claim.take.id)).toEqual([first.id, second.id]);
			const rest = await queue().claimDue({ ...wish, limit: 2 });
			expect(rest.map((claim) => claim.take.id)).toEqual([third.id]);
		});

		it("gives each take to one worker, however many ask at once", async () => {
			for (let index = 0; index < 30; index += 1) await click(stores());
			const wish = { worker: "w", nowMs: NOW, leaseUntilMs: NOW + LEASE_MS, limit: 7 };
			const claims = (await Promise.all(Array.from({ length: 12 }, () => queue().claimDue(wish)))).flat();
			const ids = claims.map((claim) => claim.take.id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids.length + (await claimAll(stores())).length).toBe(30);
		});

		it("passes over a row that cannot be read, says so, and gives the others", async () => {
			const broken = await click(stores(), {}, { nextWakeAtMs: NOW - 20 });
			const whole = await click(stores(), {}, { nextWakeAtMs: NOW - 10 });
			await bench().db.execute(sql`update takes set state = '{"kind":"nonsense"}' where id = ${broken.id}`);
			const wish = { worker: "w", nowMs: NOW, leaseUntilMs: NOW + LEASE_MS };
			expect((await queue().claimDue({ ...wish, limit: 1 })).length).toBe(0);
			const next = await queue().claimDue({ ...wish, limit: 1 });
			expect(next.map((claim) => claim.take.id)).toEqual([whole.id]);
			expect(String(bench().unreadable.at(-1))).toContain(broken.id);
		});

		it("gives a dead worker's take again once the lease is over", async () => {
			const take = await click(stores());
			const dead = await claimOne(stores());
			expect(await claimAll(stores(), NOW + LEASE_MS - 1)).toEqual([]);
			const next = await claimOne(stores(), NOW + LEASE_MS);
			expect(next.take.id).toBe(take.id);
			expect(next.version).toBeGreaterThan(dead.version);
			expect(await queue().record(dead, aChange(rendering()))).toEqual({ kind: "stale" });
		});

		it("is not needed where a take is born claimed, and comes when that lease is over", async () => {
			const take = aTake();
			const lease = { worker: "next door", leaseUntilMs: NOW + LEASE_MS };
			const outcome = await stores().takes.create(aClick(take, { lease }));
			if (outcome.kind !== "created" || !outcome.claim) throw new Error("It was born unclaimed.");
			expect(await claimAll(stores(), NOW + LEASE_MS - 1)).toEqual([]);
			expect(await queue().nextWakeAtMs()).toBe(NOW + LEASE_MS);
			await stores().browsers.watch(take.browserId, NOW, NOW + 9_000);
			const { claim } = await commit(stores(), outcome.claim);
			expect(claim.watchedUntilMs).toBe(NOW + 9_000);
			expect((await claimOne(stores(), NOW + LEASE_MS)).take.state.kind).toBe("sending");
			expect(await queue().record(claim, aChange(rendering()))).toEqual({ kind: "stale" });
		});

		it("tells until when somebody watches", async () => {
			const take = await click(stores());
			await stores().browsers.watch(take.browserId, NOW, NOW + 9_000);
			expect((await claimOne(stores())).watchedUntilMs).toBe(NOW + 9_000);
		});

		it("shows the person nothing new", async () => {
			const take = await click(stores());
			const { cursor } = await stores().changes.changesSince(take.browserId, 0);
			await claimOne(stores());
			expect((await stores().changes.changesSince(take.browserId, cursor)).cursor).toBe(cursor);
		});

		it("can be extended by its holder only", async () => {
			await click(stores());
			const claim = await claimOne(stores());
			expect(await queue().extend([claim], NOW + 2 * LEASE_MS)).toEqual([]);
			expect(await claimAll(stores(), NOW + 2 * LEASE_MS - 1)).toEqual([]);
			await claimOne(stores(), NOW + 2 * LEASE_MS);
			expect(await queue().extend([claim], NOW + 9 * LEASE_MS)).toEqual([claim.take.id]);
			expect(await queue().extend([], NOW)).toEqual([]);
		});

		it("is over once released: neither a write nor a longer lease follows", async () => {
			await click(stores());
			const claim = await claimOne(stores());
			expect(await queue().release(claim, NOW + 7_000)).toBe("released");
			expect(await queue().release(claim, NOW)).toBe("stale");
			expect(await queue().extend([claim], NOW + LEASE_MS)).toEqual([claim.take.id]);
			expect(await queue().record(claim, aChange(rendering()))).toEqual({ kind: "stale" });
			expect(await claimAll(stores(), NOW + 6_999)).toEqual([]);
			expect((await claimOne(stores(), NOW + 7_000)).take).toEqual(claim.take);
		});

		it("may not end without a next wake while the take is unfinished", async () => {
			await click(stores());
			const claim = await claimOne(stores());
			await expect(queue().release(claim, null)).rejects.toThrow("next wake");
			await expect(queue().record(claim, aChange(rendering(), { nextWakeAtMs: null }))).rejects.toThrow("next wake");
			await record(stores(), claim, aChange(unknown(), { nextWakeAtMs: null }));
		});
	});

	describe("an intent", () => {
		it("is stored with the state, counts the attempt and keeps the lease", async () => {
			const take = await click(stores());
			const before = await claimOne(stores());
			const { claim, intent } = await commit(stores(), before);
			expect(claim.take).toEqual({ ...take, attempts: 1, state: sending(intent.id) });
			expect(claim.version).toBe(before.version + 1);
			expect(await queue().findDispatch(take.id)).toEqual({
				...intent,
				takeId: take.id,
				gateway: take.gateway,
				answer: null,
			});
			expect(await claimAll(stores(), NOW + LEASE_MS - 1)).toEqual([]);
		});

		it("keeps the request to the byte", async () => {
			const body = '{ "prompt":"é 雨 🎬 \\u0000 \\ud83c","image":"\u0001" }\r\n';
			const request = { method: "POST", path: "/v1?x=%20", headers: { "X-B": "1", "X-A": "2" }, body } as const;
			const take = await click(stores());
			await commit(stores(), await claimOne(stores()), anIntent({ request }));
			expect((await queue().findDispatch(take.id))?.request).toEqual(request);
		});

		it("of a worker that died makes the take due as soon as the lease is gone", async () => {
			const take = await click(stores(), {}, { nextWakeAtMs: NOW - 60_000 });
			await commit(stores(), await claimOne(stores()));
			const found = await claimOne(stores(), NOW + LEASE_MS);
			expect(found.take).toMatchObject({ id: take.id, state: { kind: "sending" } });
		});

		it("is committed once per attempt, for ever", async () => {
			await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			const again = anIntent();
			expect(await queue().commitIntent(claim, again, sending(again.id))).toEqual({ kind: "already" });
			const held = await record(stores(), claim, aChange({ ...QUEUED, attempt: 2 }, { lease: "keep" }));
			const second = anIntent({ attempt: 2 });
			expect((await commit(stores(), held, second)).claim.take.attempts).toBe(2);
			expect((await queue().findDispatch(held.take.id))?.id).toBe(second.id);
		});

		it("of a stale claim is not stored", async () => {
			const take = await click(stores());
			const claim = await claimOne(stores());
			await claimOne(stores(), NOW + LEASE_MS);
			const intent = anIntent();
			expect(await queue().commitIntent(claim, intent, sending(intent.id))).toEqual({ kind: "stale" });
			expect(await queue().findDispatch(take.id)).toBeNull();
		});

		it("is committed by one of two workers that hold the same claim", async () => {
			await click(stores());
			const claim = await claimOne(stores());
			const commits = [anIntent(), anIntent()].map((intent) => queue().commitIntent(claim, intent, sending(intent.id)));
			const kinds = (await Promise.all(commits)).map((outcome) => outcome.kind).sort();
			expect(kinds).toEqual(["committed", "stale"]);
		});
	});

	describe("a step", () => {
		it("is written whole: state, answer, spending, receipt, wake", async () => {
			const browserId = newBrowserId();
			const counter = counterOf(browserId);
			const limits = [{ counter, capMicros: 900 }];
			const take = await click(stores(), { browserId }, { reservation: reserving(500, limits) });
			const opened = await stores().receipts.find(browserId, take.id);
			const { claim, intent } = await commit(stores(), await claimOne(stores()));
			const receipt = opened && { ...opened, end: { kind: "ready", atMs: NOW } as const };
			const step = aChange(rendering("t-9"), { answer: accepted("t-9"), countedMicros: 1_200, receipt });
			await record(stores(), claim, step);
			expect((await stores().takes.find(browserId, take.id))?.take.state).toEqual(rendering("t-9"));
			expect(await stores().receipts.find(browserId, take.id)).toEqual(receipt);
			expect((await stores().spend.read(TODAY, [counter])).get(counter)).toBe(1_200);
			expect(await queue().findDispatch(take.id)).toMatchObject({ id: intent.id, answer: accepted("t-9") });
			expect(await queue().listRemoteIds(take.gateway, NOW)).toEqual(new Set(["t-9"]));
			expect(await claimAll(stores(), NOW + 4_999)).toEqual([]);
			expect(await claimAll(stores(), NOW + 5_000)).toHaveLength(1);
		});

		it("may keep the lease and go on under the new claim", async () => {
			await click(stores());
			const first = await claimOne(stores());
			const second = await record(stores(), first, aChange(rendering(), { lease: "keep" }));
			expect(await queue().record(first, aChange(rendering()))).toEqual({ kind: "stale" });
			expect((await queue().record(second, aChange(ready(), { nextWakeAtMs: null }))).kind).toBe("recorded");
		});

		it("of a stale claim writes nothing at all", async () => {
			const browserId = newBrowserId();
			const counter = counterOf(browserId);
			const take = await click(stores(), { browserId }, { reservation: reserving(5, [{ counter, capMicros: 9 }]) });
			const { claim } = await commit(stores(), await claimOne(stores()));
			await claimOne(stores(), NOW + LEASE_MS);
			const step = aChange(rendering(), { answer: accepted("t-1"), countedMicros: 0 });
			const { cursor } = await stores().changes.changesSince(browserId, 0);
			expect(await queue().record(claim, step)).toEqual({ kind: "stale" });
			expect((await queue().findDispatch(take.id))?.answer).toBeNull();
			expect((await stores().spend.read(TODAY, [counter])).get(counter)).toBe(5);
			expect((await stores().changes.changesSince(browserId, 0)).cursor).toBe(cursor);
		});

		it("with another take's task writes nothing and names the other", async () => {
			const owner = await click(stores());
			const owned = await commit(stores(), await claimOne(stores()));
			await record(stores(), owned.claim, aChange(rendering("t-1"), { answer: accepted("t-1") }));
			const other = await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			const step = aChange(rendering("t-1"), { answer: { ...accepted("t-1"), kind: "found" } });
			expect(await queue().record(claim, step)).toEqual({ kind: "remote-id-taken", by: owner.id });
			expect((await stores().takes.find(other.browserId, other.id))?.take.state.kind).toBe("sending");
		});

		it("knows of rivals: intents of the gateway from about that time without a known task", async () => {
			await click(stores());
			const mine = await commit(stores(), await claimOne(stores()));
			const around = [NOW - 1_000, NOW + 1_000] as const;
			const rivals = (window: readonly [number, number] = around) =>
				queue().hasRivals(mine.intent.id, mine.claim.take.gateway, window);
			expect(await rivals()).toBe(false);

			await click(stores());
			const other = await commit(stores(), await claimOne(stores()));
			expect(await rivals()).toBe(true);
			expect(await rivals([NOW - 3_000, NOW - 2_000])).toBe(false);
			await record(stores(), other.claim, aChange(rendering("task-of-other"), { answer: accepted("task-of-other") }));
			expect(await rivals()).toBe(false);
		});

		it("claims a task for one of two takes, also at the same moment", async () => {
			const claims = [];
			for (const _ of [1, 2]) {
				await click(stores());
				claims.push((await commit(stores(), await claimOne(stores()))).claim);
			}
			const step = aChange(rendering("t-1"), { answer: accepted("t-1") });
			const outcomes = await Promise.all(claims.map((claim) => queue().record(claim, step)));
			expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(["recorded", "remote-id-taken"]);
		});

		it("allows the same task id at another gateway", async () => {
			for (const gateway of ["evolink", "kling"] as const) {
				await click(stores(), { gateway });
				const { claim } = await commit(stores(), await claimOne(stores()));
				await record(stores(), claim, aChange(rendering("t-1"), { answer: accepted("t-1") }));
			}
			expect(await queue().listRemoteIds("kling", NOW)).toEqual(new Set(["t-1"]));
			expect(await queue().listRemoteIds("kling", NOW + 1)).toEqual(new Set());
		});

		it("replaces a lost answer by the one found later", async () => {
			const take = await click(stores());
			const { claim, intent } = await commit(stores(), await claimOne(stores()));
			const lost = await record(stores(), claim, aChange(unknown(intent.id), { answer: LOST, lease: "keep" }));
			await record(stores(), lost, aChange(rendering("t-2"), { answer: { ...accepted("t-2"), kind: "found" } }));
			expect((await queue().findDispatch(take.id))?.answer).toMatchObject({ kind: "found", remoteId: "t-2" });
		});

		it("never takes a task away again", async () => {
			await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			const held = await record(stores(), claim, aChange(rendering("t-1"), { answer: accepted("t-1"), lease: "keep" }));
			await expect(queue().record(held, aChange(unknown(), { answer: LOST }))).rejects.toThrow("take it away");
		});

		it("keeps a reply whole that the database would refuse", async () => {
			const take = await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			await record(stores(), claim, aChange(rendering("t-1"), { answer: accepted("t-1", { rawReply: "a\0b" }) }));
			expect((await queue().findDispatch(take.id))?.answer?.rawReply).toBe("a\ufffdb");
		});
	});

	describe("waking", () => {
		it("makes a sleeping take due", async () => {
			const take = await click(stores(), {}, { nextWakeAtMs: NOW + 60_000 });
			await queue().wake(take.id, NOW);
			expect((await claimOne(stores())).take.id).toBe(take.id);
			await queue().wake(newTakeId(), NOW);
		});

		it("never puts a wake off", async () => {
			const take = await click(stores(), {}, { nextWakeAtMs: NOW - 60_000 });
			await queue().wake(take.id, NOW);
			expect(await queue().nextWakeAtMs()).toBe(NOW - 60_000);
		});

		it("works for a finished take too", async () => {
			const take = await clickInto(stores(), FAILED);
			await queue().wake(take.id, NOW);
			expect((await claimOne(stores())).take.id).toBe(take.id);
		});

		it.each(["release", "record"] as const)("during a lease counts when %s ends it", async (ending) => {
			const take = await click(stores());
			const claim = await claimOne(stores());
			await queue().wake(take.id, NOW + 100);
			if (ending === "release") await queue().release(claim, NOW + 60_000);
			else await record(stores(), claim, aChange(rendering(), { nextWakeAtMs: NOW + 60_000 }));
			expect(await queue().nextWakeAtMs()).toBe(NOW + 100);
			const next = await claimOne(stores(), NOW + 100);
			await queue().release(next, NOW + 60_000);
			expect(await queue().nextWakeAtMs()).toBe(NOW + 60_000);
		});

		it("during a lease survives steps that keep it", async () => {
			const take = await click(stores());
			const first = await claimOne(stores());
			await queue().wake(take.id, NOW + 100);
			const second = await record(stores(), first, aChange(rendering(), { lease: "keep", nextWakeAtMs: NOW + 60_000 }));
			await queue().release(second, NOW + 60_000);
			expect(await queue().nextWakeAtMs()).toBe(NOW + 100);
		});

		it("knows when it must look again", async () => {
			expect(await queue().nextWakeAtMs()).toBeNull();
			await click(stores(), {}, { nextWakeAtMs: NOW + 9_000 });
			const due = await click(stores(), {}, { nextWakeAtMs: NOW - 5 });
			expect(await queue().nextWakeAtMs()).toBe(NOW - 5);
			expect((await claimOne(stores(), NOW, NOW + 4_000)).take.id).toBe(due.id);
			expect(await queue().nextWakeAtMs()).toBe(NOW + 4_000);
		});
	});

	describe("a callback", () => {
		async function sent() {
			const take = await click(stores());
			const { claim, intent } = await commit(stores(), await claimOne(stores()));
			await record(stores(), claim, aChange(rendering("t-1"), { nextWakeAtMs: NOW + 60_000 }));
			return { take, intent };
		}
		const hint = (changes: Partial<CallbackHint>): CallbackHint => ({
			gateway: "evolink",
			tokenHash: newTokenHash(),
			eventKey: newTokenHash(),
			remoteId: "t-1",
			atMs: NOW + 10,
			...changes,
		});

		it("wakes its take and leaves the named task for the next worker", async () => {
			const { take, intent } = await sent();
			const outcome = await queue().hint(hint({ tokenHash: intent.callbackTokenHash ?? "" }));
			expect(outcome).toEqual({ kind: "noted", takeId: take.id, dispatchId: intent.id });
			expect(await claimOne(stores(), NOW + 10)).toMatchObject({ hintedRemoteId: "t-1" });
		});

		it("that comes twice counts once", async () => {
			const { intent } = await sent();
			const tokenHash = intent.callbackTokenHash ?? "";
			const first = hint({ tokenHash, eventKey: "event-1" });
			await queue().hint(first);
			await queue().release(await claimOne(stores(), NOW + 10), NOW + 60_000);
			expect(await queue().hint({ ...first, atMs: NOW + 20 })).toEqual({ kind: "seen-before" });
			expect(await claimAll(stores(), NOW + 20)).toEqual([]);
			expect((await queue().hint(hint({ tokenHash, eventKey: "event-2" }))).kind).toBe("noted");
		});

		it("that names no task leaves an earlier hint standing", async () => {
			const { intent } = await sent();
			const tokenHash = intent.callbackTokenHash ?? "";
			await queue().hint(hint({ tokenHash, remoteId: "t-7" }));
			await queue().hint(hint({ tokenHash, remoteId: null }));
			expect((await claimOne(stores(), NOW + 10)).hintedRemoteId).toBe("t-7");
		});

		it("with a token nobody was given, or of another gateway, is nobody's", async () => {
			const { intent } = await sent();
			expect(await queue().hint(hint({}))).toEqual({ kind: "unknown-token" });
			const foreign = hint({ gateway: "kling", tokenHash: intent.callbackTokenHash ?? "" });
			expect(await queue().hint(foreign)).toEqual({ kind: "unknown-token" });
			expect(await claimAll(stores(), NOW + 10)).toEqual([]);
		});

		it("counts once when it comes ten times at once, beside a worker that records", async () => {
			const take = await click(stores());
			const { claim, intent } = await commit(stores(), await claimOne(stores()));
			const same = hint({ tokenHash: intent.callbackTokenHash ?? "", eventKey: "event-1" });
			const [recorded, ...hints] = await Promise.all([
				queue().record(claim, aChange(rendering("t-1"), { answer: accepted("t-1") })),
				...Array.from({ length: 10 }, () => queue().hint(same)),
			]);
			expect(recorded.kind).toBe("recorded");
			expect(hints.filter((outcome) => outcome.kind === "noted")).toEqual([
				{ kind: "noted", takeId: take.id, dispatchId: intent.id },
			]);
		});
	});

	describe("a word left by a worker whose claim was stale", () => {
		it("reaches whoever holds the take now", async () => {
			const take = await click(stores());
			const { intent } = await commit(stores(), await claimOne(stores()));
			const next = await claimOne(stores(), NOW + LEASE_MS);
			await queue().leaveWord(intent.id, "t-5", NOW + LEASE_MS + 1);
			await queue().release(next, NOW + 90_000);
			const woken = await claimOne(stores(), NOW + LEASE_MS + 1);
			expect(woken).toMatchObject({ take: { id: take.id, state: { kind: "sending" } }, hintedRemoteId: "t-5" });
			await queue().leaveWord(newDispatchId(), "t-6", NOW);
		});
	});

	describe("the sweep for stranded takes", () => {
		it("finds nothing where all is well", async () => {
			await click(stores());
			await clickInto(stores(), rendering());
			await clickInto(stores(), ready());
			expect(await queue().wakeStranded(NOW)).toBe(0);
		});

		it.each([
			["queued", QUEUED],
			["rendering", rendering()],
		])("wakes a take in %s that has no next wake", async (_, state) => {
			const take = await clickInto(stores(), state);
			await bench().db.execute(`update takes set next_wake_at = null where id = '${take.id}'`);
			expect(await queue().wakeStranded(NOW)).toBe(1);
			expect((await claimOne(stores())).take.id).toBe(take.id);
		});

		it("lets an unknown outcome without looks rest", async () => {
			await clickInto(stores(), unknown());
			expect(await queue().wakeStranded(NOW)).toBe(0);
		});

		it("wakes a sent take that would oversleep its worker's death", async () => {
			await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			await record(stores(), claim, aChange(claim.take.state, { lease: "keep", nextWakeAtMs: NOW + 3_600_000 }));
			expect(await queue().wakeStranded(NOW + LEASE_MS - 1)).toBe(0);
			expect(await queue().wakeStranded(NOW + LEASE_MS)).toBe(1);
			expect(await claimAll(stores(), NOW + LEASE_MS)).toHaveLength(1);
		});

		it("wakes a take whose last intent was never answered, and no other", async () => {
			await click(stores());
			const { claim } = await commit(stores(), await claimOne(stores()));
			const held = await record(stores(), claim, aChange({ ...QUEUED, attempt: 2 }, { answer: LOST, lease: "keep" }));
			const answered = await record(stores(), held, aChange({ ...QUEUED, attempt: 2 }, { nextWakeAtMs: NOW + 60_000 }));
			expect(await queue().wakeStranded(NOW)).toBe(0);
			const again = await commit(stores(), await claimOne(stores(), NOW + 60_000), anIntent({ attempt: 2 }));
			await record(stores(), again.claim, aChange(rendering(), { nextWakeAtMs: NOW + 120_000 }));
			expect(await queue().wakeStranded(NOW + 60_000)).toBe(1);
			expect(answered.take.attempts).toBe(1);
		});
	});
}
