import { describe, expect, it } from "vitest";
import type { TakeId } from "@/lib/domain/ids";
import type { Held } from "@/lib/services/advance/held";
import { shareLooks } from "@/lib/services/advance/share-looks";
import { cancelTake } from "@/lib/services/cancel-take";
import { readSpend } from "@/lib/services/read-spend";
import type { Engine } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["empiriolabs", "evolink", "kling", "useapi"]);

const HOUR_MS = 3_600_000;

/** Emulated moments of all requests of one kind, counted from the first. */
function momentsOf(name: "empiriolabs" | "evolink" | "kling", operation: string): readonly number[] {
	const times = stage
		.emulator(name)
		.ledger.requests.filter((each) => each.operation === operation)
		.map(({ atMs }) => atMs);
	return times.map((atMs) => atMs - (times[0] ?? 0));
}

describe("a look that fails", () => {
	it.each([
		["a status word nobody knows", { kind: "status-word", word: "pondering" }],
		["a page from a proxy", { kind: "status", status: 502 }],
		["an answer that breaks off", { kind: "truncated", form: "cut" }],
		["a reset", { kind: "reset" }],
	] as const)("because of %s is not a take that failed", async (_why, fault) => {
		const engine = stage.engine("evolink");
		stage.emulator("evolink").faults.add({ operation: "look", fault, times: 6 });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		expect(stage.emulator("evolink").ledger.totals.charges).toBe(1);
	});

	it("with Retry-After is not repeated any earlier", async () => {
		const engine = stage.engine("evolink");
		const refused = {
			kind: "refused",
			code: "rate_limit_exceeded",
			status: 429,
			retryAfter: { form: "seconds", seconds: 60 },
		} as const;
		stage.emulator("evolink").faults.once("look", refused);
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		expect(momentsOf("evolink", "look")[1]).toBeGreaterThanOrEqual(60_000);
	});

	it("for two hours on end leaves the outcome unknown, and a later look ends the doubt", async () => {
		const engine = stage.engine("evolink");
		const { faults } = stage.emulator("evolink");
		faults.add({ operation: "look", fault: { kind: "status", status: 502 } });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "rendering");
		await engine.pass(2 * HOUR_MS + 1);
		const doubt = await engine.until(id, "outcome-unknown");
		expect(doubt).toMatchObject({
			lost: { what: "ending" },
			reason: expect.stringContaining("EvoLink answered 502 when asked."),
		});
		faults.clear();
		await engine.until(id, "ready");
	});
});

describe("a gateway that does not answer", () => {
	it("is left alone after a few looks, and found again soon after it is back", async () => {
		const engine = stage.engine("evolink");
		const { faults } = stage.emulator("evolink");
		const takes = await Promise.all(Array.from({ length: 6 }, () => engine.submit("evolink")));
		await engine.step();
		faults.add({ operation: "look", fault: { kind: "status", status: 503 } });
		await engine.settle(5 * 60_000);
		const looks = momentsOf("evolink", "look").length;
		expect(looks).toBeLessThanOrEqual(6 + 1 + 5 * 2 + 2);
		faults.clear();
		for (const { id } of takes) await engine.until(id, "ready");
	});
});

describe("a gateway whose answers to paid requests fail", () => {
	it("is tried with a free request first, never with a paid one", async () => {
		const engine = stage.engine("empiriolabs", { env: { DAILY_SPEND_CAP_USD: "1000" } });
		const { faults, ledger } = stage.emulator("empiriolabs");
		faults.add({ operation: "submit", fault: { kind: "status", status: 500 }, times: 5 });
		for (let clicks = 0; clicks < 5; clicks += 1) await engine.submit("empiriolabs");
		await engine.step();
		const { id } = await engine.submit("empiriolabs");
		faults.add({ operation: "look", fault: { kind: "status", status: 500 } });
		await engine.settle(70_000);
		expect((await engine.find(id)).state.kind).toBe("queued");
		expect(ledger.totals.submits).toBe(5);
		expect(momentsOf("empiriolabs", "look").length).toBeGreaterThan(0);

		faults.clear();
		await engine.until(id, "ready");
		expect(ledger.totals).toMatchObject({ submits: 6, charges: 1 });
	});
});

describe("a published cap", () => {
	it("is kept well below, however many takes wait", async () => {
		const engine = stage.engine("empiriolabs", {
			env: { DAILY_SPEND_CAP_USD: "1000", GLOBAL_DAILY_SPEND_CAP_USD: "1000", RATE_LIMIT_SCALE: "1" },
		});
		for (let clicks = 0; clicks < 8; clicks += 1) await engine.submit("empiriolabs");
		await engine.step();
		// Allowances are counted in real time, which hardly passes here: five looks are all there is.
		for (let second = 0; second < 5; second += 1) {
			await engine.pass(1_000);
			await engine.step();
		}
		expect(momentsOf("empiriolabs", "look").length).toBeLessThanOrEqual(5);
	});
});

describe("takes of one account at a gateway that tells of many tasks at once", () => {
	const RICH = { DAILY_SPEND_CAP_USD: "1000", GLOBAL_DAILY_SPEND_CAP_USD: "1000" };

	async function rendering(engine: Engine, count: number): Promise<readonly TakeId[]> {
		const ids: TakeId[] = [];
		for (let clicks = 0; clicks < count; clicks += 1) {
			ids.push((await engine.submit("kling")).id);
			if (clicks % 10 === 9) await engine.step();
		}
		await engine.step();
		return ids;
	}

	async function passToNextWake(engine: Engine): Promise<void> {
		await engine.pass(((await engine.doors.queue.nextWakeAtMs()) ?? 0) - engine.clock.nowMs());
	}

	it.each([
		[1, 1],
		[20, 1],
		[21, 2],
		[45, 3],
	])("%i that are due together cost %i requests", async (takes, requests) => {
		const engine = stage.engine("kling", { env: RICH });
		await rendering(engine, takes);
		await passToNextWake(engine);
		expect(await engine.step()).toBe(takes);
		expect(momentsOf("kling", "look")).toHaveLength(requests);
	});

	it("fall due together, whenever each was sent", async () => {
		const engine = stage.engine("kling", { env: RICH });
		await engine.submit("kling");
		await engine.step();
		await engine.pass(330);
		await engine.submit("kling");
		await engine.step();
		await passToNextWake(engine);
		expect(await engine.step()).toBe(2);
		expect(momentsOf("kling", "look")).toHaveLength(1);
	});

	it("spend one look of the account's allowance on each request", async () => {
		const engine = stage.engine("kling", { env: { ...RICH, RATE_LIMIT_SCALE: "0.1" } });
		await rendering(engine, 45);
		await passToNextWake(engine);
		await engine.step();
		expect(momentsOf("kling", "look")).toHaveLength(2);
	});

	it("are none the worse for one that the gateway no longer lists", async () => {
		const engine = stage.engine("kling", { env: RICH });
		stage.emulator("kling").faults.once("submit", { kind: "task-vanishes" });
		const ids = await rendering(engine, 3);
		await engine.settle(3 * 60_000);
		const kinds = await Promise.all(ids.map(async (id) => (await engine.find(id)).state.kind));
		expect(kinds.toSorted()).toEqual(["ready", "ready", "rendering"]);
	});

	it("are none the worse for one whose worker has lost it", async () => {
		const engine = stage.engine("kling", { env: RICH });
		await rendering(engine, 2);
		await passToNextWake(engine);
		const [lost, kept] = (await engine.claim(2)).map((claim) => ({ claim, stop: new AbortController() }));
		if (!lost || !kept) throw new Error("Two takes should be due.");
		const helds = [lost, kept].map(({ claim, stop }): Held => ({ claim, signal: stop.signal }));
		const looks = shareLooks(engine.doors, helds);
		stage.emulator("kling").faults.once("look", { kind: "slow", delayMs: 100 });
		const [, ask] = helds.map((held) => looks.get(held));
		const answer = ask?.();
		lost.stop.abort();
		expect(await answer).toMatchObject({ kind: "answered", outcome: { kind: "waiting" } });
	});
});

describe("refusals", () => {
	it("for want of money end the take, with nothing charged and nothing reserved", async () => {
		const engine = stage.engine("evolink");
		stage.emulator("evolink").faults.once("submit", { kind: "refused", code: "insufficient_user_quota" });
		const { id } = await engine.submit("evolink");
		const failed = await engine.until(id, "failed");
		expect(failed).toMatchObject({ failure: { code: "refused-money", charged: "no" } });
		expect((await readSpend(engine.doors, engine.browserId)).operator.usedMicros).toBe(0);
	});

	it("for being busy hold the take until there is room", async () => {
		const engine = stage.engine("evolink");
		const busy = {
			kind: "refused",
			code: "rate_limit_exceeded",
			status: 429,
			retryAfter: { form: "seconds", seconds: 30 },
		} as const;
		stage.emulator("evolink").faults.add({ operation: "submit", fault: busy, times: 2 });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		const { ledger } = stage.emulator("evolink");
		expect(ledger.totals).toMatchObject({ submits: 3, charges: 1 });
		expect(momentsOf("evolink", "submit")[1]).toBeGreaterThanOrEqual(30_000);
	});
});

describe("a render that fails", () => {
	it.each([
		["empiriolabs", "no"],
		["evolink", "yes-refunded"],
		["kling", "unknown"],
	] as const)("at %s says what is known of the money: %s", async (name, charged) => {
		const engine = stage.engine(name);
		stage.emulator(name).faults.once("submit", { kind: "task-fails" });
		const { id } = await engine.submit(name);
		const failed = await engine.until(id, "failed");
		expect(failed).toMatchObject({ failure: { charged } });
		const { usedMicros } = (await readSpend(engine.doors, engine.browserId)).operator;
		expect(usedMicros > 0).toBe(charged === "unknown");
	});
});

describe("cancelling", () => {
	it("asks the gateway where it has a call for it", async () => {
		const engine = stage.engine("useapi");
		const { id } = await engine.submit("useapi");
		await engine.until(id, "rendering");
		expect(await cancelTake(engine.doors, engine.browserId, id)).toMatchObject({ ok: true });
		expect((await engine.until(id, "cancelled")).kind).toBe("cancelled");
	});

	it("is only no longer watching elsewhere, and the film is kept when it arrives", async () => {
		const engine = stage.engine("kling");
		const { id } = await engine.submit("kling");
		await engine.until(id, "rendering");
		const stopped = await cancelTake(engine.doors, engine.browserId, id);
		expect(stopped).toMatchObject({ value: { state: { kind: "rendering" }, labels: { watching: false } } });
		await engine.until(id, "ready");
	});
});

it("learns how long films take", async () => {
	const engine = stage.engine("evolink");
	const { id } = await engine.submit("evolink");
	await engine.until(id, "ready");
	const bucket = { gateway: "evolink", resolution: "720p", seconds: 5 } as const;
	const [tookMs] = await engine.doors.learnedTimes.list(bucket, 10);
	expect(tookMs).toBeGreaterThan(30_000);
	expect(tookMs).toBeLessThan(HOUR_MS);
});
