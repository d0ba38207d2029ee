import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { TakeId } from "@/lib/domain/ids";
import type { StateKind } from "@/lib/domain/take/state";
import { systemClock } from "@/lib/runtime/system-clock";
import { Worker } from "@/lib/runtime/worker";
import { cancelTake } from "@/lib/services/cancel-take";
import type { Doors } from "@/lib/services/doors";
import { type Engine, TIMEOUTS } from "./support/engine";
import { openStage } from "./support/stage";

const QUICK = { clock: "real", startMs: Date.now(), durations: { queuedMs: 100, renderingMs: 400 } } as const;
const stage = openStage(["evolink", "kling"], { evolink: QUICK, kling: QUICK });

const running: Worker[] = [];
afterEach(async () => {
	await Promise.all(running.splice(0).map((worker) => worker.drain()));
});

async function startWorker(doors: Doors, name: string, leaseMs = 30_000): Promise<Worker> {
	const worker = new Worker(doors, { name, leaseMs });
	await worker.start(stage.bench.notifier);
	running.push(worker);
	return worker;
}

/** Works in real time, as the product does. */
function liveEngine(name: "evolink" | "kling"): Engine {
	return stage.engine(name, {
		house: { clock: systemClock, timeouts: { ...TIMEOUTS, submitHeadersMs: 10_000 } },
		env: { DAILY_SPEND_CAP_USD: "1000", GLOBAL_DAILY_SPEND_CAP_USD: "1000" },
	});
}

/** Asks rarely, since the database works in this very process. */
async function untilKind(engine: Engine, kind: StateKind, ...ids: readonly TakeId[]): Promise<void> {
	for (;;) {
		const takes = await engine.doors.takes.list(engine.browserId);
		if (ids.every((id) => takes.some((take) => take.id === id && take.state.kind === kind))) return;
		await wait(100);
	}
}

describe("two workers on one database", () => {
	it("bring every take to its film, and send each once", async () => {
		const engine = liveEngine("evolink");
		await startWorker(engine.doors, "one");
		await startWorker(engine.doors, "two");
		const takes = await Promise.all(Array.from({ length: 6 }, () => engine.submit("evolink")));
		await untilKind(engine, "ready", ...takes.map(({ id }) => id));
		const { ledger } = stage.emulator("evolink");
		expect(ledger.totals).toMatchObject({ submits: 6, charges: 6 });
		const hashes = new Set(ledger.charges.map((charge) => charge.filmSha256));
		for (const { id } of takes) {
			const { state } = await engine.find(id);
			expect(state.kind === "ready" && hashes.delete(state.media.sha256)).toBe(true);
		}
	});
});

describe("a worker", () => {
	it("is handed what is clicked in its own process, and sends it though nothing wakes it", async () => {
		const engine = liveEngine("evolink");
		const deaf = { listen: async () => async () => {} };
		const queue = { ...engine.doors.queue, claimDue: () => Promise.reject(new Error("It looked into the queue.")) };
		const worker = new Worker({ ...engine.doors, queue }, { name: "one" });
		await worker.start(deaf);
		running.push(worker);
		const { id } = await engine.submit("evolink");
		await untilKind(engine, "rendering", id);
		expect(stage.emulator("evolink").ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("that has no room leaves a click to the queue", () => {
		const { doors } = liveEngine("evolink");
		doors.handOver.attach(new Worker(doors, { name: "full", maxAtOnce: 0 }));
		expect(doors.handOver.offer()).toBeNull();
		doors.handOver.attach(new Worker(doors, { name: "free", maxAtOnce: 1 }));
		expect(doors.handOver.offer()).toMatchObject({ worker: "free" });
	});

	it("that has ended takes no click, and gives back at once what it is handed all the same", async () => {
		const engine = stage.engine("evolink");
		const { id } = await engine.submit("evolink");
		const [claim] = await engine.claim();
		if (!claim) throw new Error("Nothing was due.");
		const worker = new Worker(engine.doors, { name: "one" });
		engine.doors.handOver.attach(worker);
		await worker.drain();
		expect(engine.doors.handOver.offer()).toBeNull();
		engine.doors.handOver.give(claim);
		await worker.drain();
		expect((await engine.claim()).map(({ take }) => take.id)).toEqual([id]);
		expect(stage.emulator("evolink").ledger.totals).toMatchObject({ submits: 0 });
	});

	it("that is told to end lets a paid request finish, and writes its answer down", async () => {
		const engine = liveEngine("kling");
		stage.emulator("kling").faults.once("submit", { kind: "slow", delayMs: 800 });
		const worker = await startWorker(engine.doors, "one");
		const { id } = await engine.submit("kling");
		await untilKind(engine, "sending", id);
		await worker.drain();
		expect((await engine.find(id)).state.kind).toBe("rendering");
		expect(stage.emulator("kling").ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("that is told to end leaves a download, and another one goes on at once", async () => {
		const engine = liveEngine("kling");
		stage.emulator("kling").faults.once("film", { kind: "slow", bytesPerSecond: 20_000 });
		const { id } = await engine.submit("kling");
		const worker = await new Promise<Worker>((resolve, reject) => {
			const crashPoint = (point: string) => {
				if (point === "save:half-way") resolve(started);
			};
			const started = startWorker({ ...engine.doors, crashPoint }, "one");
			started.catch(reject);
		});
		await worker.drain();
		expect((await engine.find(id)).state.kind).toBe("saving");
		await startWorker(engine.doors, "two");
		await untilKind(engine, "ready", id);
	});

	it("that loses its lease to a person's cancel sends nothing", async () => {
		const engine = liveEngine("evolink");
		let cancelled: Promise<unknown> = Promise.resolve();
		const late: Doors = {
			...engine.doors,
			crashPoint: (point) => {
				if (point === "send:after-claim") cancelled = cancelTake(engine.doors, engine.browserId, take.id);
			},
			queue: {
				...engine.doors.queue,
				commitIntent: async (...given) => {
					await cancelled;
					return engine.doors.queue.commitIntent(...given);
				},
			},
		};
		const take = await engine.submit("evolink");
		const worker = await startWorker(late, "one");
		await untilKind(engine, "cancelled", take.id);
		await worker.drain();
		expect(stage.emulator("evolink").ledger.totals.submits).toBe(0);
		expect((await engine.receipt(take.id)).end).toMatchObject({ kind: "cancelled", charged: "no" });
	});

	it("asks about takes of one account together", async () => {
		const engine = liveEngine("kling");
		const takes = await Promise.all(Array.from({ length: 4 }, () => engine.submit("kling")));
		await startWorker(engine.doors, "one");
		await untilKind(engine, "ready", ...takes.map(({ id }) => id));
		const { charges, requests } = stage.emulator("kling").ledger;
		const tasksSeen = charges.reduce((sum, { looks }) => sum + looks, 0);
		expect(requests.filter(({ operation }) => operation === "look").length).toBeLessThan(tasksSeen);
	});

	it("keeps its lease as long as it works", async () => {
		const engine = liveEngine("kling");
		stage.emulator("kling").faults.once("submit", { kind: "slow", delayMs: 1_500 });
		await startWorker(engine.doors, "one", 600);
		await startWorker(engine.doors, "two", 600);
		const { id } = await engine.submit("kling");
		await untilKind(engine, "ready", id);
		expect(stage.emulator("kling").ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});
});
