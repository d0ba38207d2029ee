import { describe, expect, it } from "vitest";
import { checkAgain } from "@/lib/services/check-again";
import { readSpend } from "@/lib/services/read-spend";
import { retryTake } from "@/lib/services/retry-take";
import { settleUnknown } from "@/lib/services/settle-unknown";
import { type Engine, newSubmitKey } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["empiriolabs", "evolink", "kling", "useapi"]);

const DAY_MS = 86_400_000;

/** A take whose paid request was carried out, and whose answer nobody saw. */
async function loseAnswer(engine: Engine, name: "empiriolabs" | "evolink" | "kling" | "useapi") {
	stage.emulator(name).faults.once("submit", { kind: "reset" });
	const { id } = await engine.submit(name);
	await engine.until(id, "outcome-unknown");
	return id;
}

describe("where nothing can be looked up", () => {
	it("stays visible, reserved and untouched until the person settles it", async () => {
		const engine = stage.engine("empiriolabs");
		const id = await loseAnswer(engine, "empiriolabs");
		await engine.settle(10 * DAY_MS);
		expect((await engine.find(id)).state.kind).toBe("outcome-unknown");
		expect(stage.emulator("empiriolabs").ledger.totals.submits).toBe(1);
		const before = await engine.receipt(id);
		expect(before).toMatchObject({ end: { kind: "unknown" }, reserved: { usdMicros: 900_000 } });
		expect(await checkAgain(engine.doors, engine.browserId, id)).toMatchObject({ problem: { kind: "not-offered" } });
	});

	it.each([
		["yes", 900_000],
		["no", 0],
	] as const)("counts what the person says: %s", async (charged, usedMicros) => {
		const engine = stage.engine("empiriolabs");
		const id = await loseAnswer(engine, "empiriolabs");
		const settled = await settleUnknown(engine.doors, engine.browserId, id, charged);
		expect(settled).toMatchObject({
			value: { state: { kind: "failed", failure: { code: "settled-by-person", charged } } },
		});

		expect((await readSpend(engine.doors, engine.browserId)).operator.usedMicros).toBe(usedMicros);
	});

	it("may be made again on the person's own word, as a take of its own", async () => {
		const engine = stage.engine("empiriolabs");
		const takeId = await loseAnswer(engine, "empiriolabs");
		const { shown } = await engine.find(takeId);
		const wish = { takeId, submitKey: newSubmitKey(), shown, leaving: [] };
		const again = await retryTake(engine.doors, null, engine.browserId, wish);
		if (!again.ok) throw new Error(again.problem.sentence);
		await engine.until(again.value.take.id, "ready");
		expect(again.value.take.retryOf).toBe(takeId);
		expect(stage.emulator("empiriolabs").ledger.totals.charges).toBe(2);
	});
});

describe("where the list tells", () => {
	it("adopts no task when two could be it", async () => {
		const engine = stage.engine("evolink");
		const { faults, ledger } = stage.emulator("evolink");
		// Both lose their answers at the same moment, and so do their one repeats: nobody can tell which is whose.
		faults.add({ operation: "submit", fault: { kind: "reset" } });
		const [one, two] = [await engine.submit("evolink"), await engine.submit("evolink")];
		await engine.settle(2 * DAY_MS);
		const kinds = [(await engine.find(one.id)).state.kind, (await engine.find(two.id)).state.kind];
		expect(kinds).toEqual(["outcome-unknown", "outcome-unknown"]);
		expect(ledger.totals.charges).toBe(2);
	});

	it("asks for it, and repeats nothing, where the gateway says that it does not know itself whether it charged", async () => {
		const engine = stage.engine("evolink");
		const { faults, ledger } = stage.emulator("evolink");
		const message = "The outcome of the charge is not known.";
		faults.once("submit", { kind: "refused", code: "paid_outcome_unknown", message });
		const { id } = await engine.submit("evolink");
		const doubt = await engine.until(id, "outcome-unknown");
		expect(doubt).toMatchObject({ reason: expect.stringContaining(`Its words: “${message}`) });
		await engine.settle(2 * DAY_MS);
		expect((await engine.find(id)).state.kind).toBe("outcome-unknown");
		expect(ledger.totals.submits).toBe(1);
		expect(ledger.requests.filter(({ operation }) => operation === "list").length).toBeGreaterThan(20);
	});

	it("finds the one that carries our word, however late the person asks", async () => {
		const engine = stage.engine("useapi");
		const { faults } = stage.emulator("useapi");
		faults.add({ operation: "list", fault: { kind: "status", status: 500 }, times: 100 });
		faults.add({ operation: "scheduler", fault: { kind: "status", status: 500 }, times: 100 });
		const id = await loseAnswer(engine, "useapi");
		await engine.settle(2 * DAY_MS);
		expect((await engine.find(id)).state.kind).toBe("outcome-unknown");
		faults.clear();
		expect(await checkAgain(engine.doors, engine.browserId, id)).toMatchObject({ ok: true });
		const found = await engine.until(id, (state) => state.kind !== "outcome-unknown");
		expect(found.kind).toBe("rendering");
	});
});

describe("a worker that died while it was sending", () => {
	it("leaves a doubt, never a second request", async () => {
		const engine = stage.engine("kling");
		const { id } = await engine.submit("kling");
		const dies = new Error("killed");
		const doomed = {
			...engine.doors,
			crashPoint: (point: string) => {
				if (point === "send:before-record") throw dies;
			},
		};
		const [claim] = await engine.claim();
		if (!claim) throw new Error("Nothing was due.");
		await expect(engine.advanceClaim(claim, doomed)).rejects.toThrow(dies);
		expect((await engine.find(id)).state.kind).toBe("sending");

		await engine.until(id, "ready");
		expect(stage.emulator("kling").ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("sends nothing when it comes to itself too late", async () => {
		const engine = stage.engine("kling");
		const { id } = await engine.submit("kling");
		const sleepy = {
			...engine.doors,
			crashPoint: (point: string) => {
				if (point === "send:before-start") engine.clock.advance(6_000);
			},
		};
		await engine.step(sleepy);
		expect((await engine.find(id)).state).toMatchObject({ kind: "queued", attempt: 2 });
		expect(stage.emulator("kling").ledger.totals.submits).toBe(0);
		await engine.until(id, "ready");
		expect(stage.emulator("kling").ledger.totals.charges).toBe(1);
	});

	it("leaves word of the task when somebody else has the take already", async () => {
		const engine = stage.engine("empiriolabs");
		const { id } = await engine.submit("empiriolabs");
		const slow = {
			...engine.doors,
			// The lease runs out while the answer is on its way, and another worker gives the answer up.
			crashPoint: (point: string) => {
				if (point === "send:after-start") engine.clock.advance(40_000);
			},
			queue: {
				...engine.doors.queue,
				record: async (...given: Parameters<typeof engine.doors.queue.record>) => {
					await engine.step();
					return engine.doors.queue.record(...given);
				},
			},
		};
		await engine.step(slow);
		expect((await engine.find(id)).state.kind).toBe("outcome-unknown");
		await engine.until(id, "ready");
		expect(stage.emulator("empiriolabs").ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});
});
