import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { systemClock } from "@/lib/runtime/system-clock";
import { Worker } from "@/lib/runtime/worker";
import { openPostgresBench } from "../storage/support/bench";
import { hasPostgres } from "../support/postgres";
import { TIMEOUTS } from "./support/engine";
import { openStage } from "./support/stage";

describe.skipIf(!hasPostgres())("workers on a PostgreSQL of its own", () => {
	const quick = { clock: "real", startMs: Date.now(), durations: { queuedMs: 100, renderingMs: 400 } } as const;
	const stage = openStage(["apimart"], { apimart: quick }, openPostgresBench);

	it("bring thirty takes to their films, each sent once, though half the answers are lost", {
		timeout: 120_000,
	}, async () => {
		const engine = stage.engine("apimart", {
			house: { clock: systemClock, timeouts: { ...TIMEOUTS, submitHeadersMs: 10_000 } },
			env: { DAILY_SPEND_CAP_USD: "1000", GLOBAL_DAILY_SPEND_CAP_USD: "1000" },
		});
		const { faults, ledger } = stage.emulator("apimart");
		faults.add({ operation: "submit", fault: { kind: "reset" }, times: 15 });
		const workers = ["one", "two", "three"].map((name) => new Worker(engine.doors, { name }));
		for (const worker of workers) await worker.start(stage.bench.notifier);
		await Promise.all(Array.from({ length: 30 }, () => engine.submit("apimart")));
		const isDone = async () => {
			const takes = await engine.doors.takes.list(engine.browserId);
			return takes.every((take) => take.state.kind === "ready");
		};
		while (!(await isDone())) await wait(100);
		await Promise.all(workers.map((worker) => worker.drain()));
		expect(ledger.totals.charges).toBe(30);
		expect(new Set(ledger.charges.map((charge) => charge.filmSha256)).size).toBe(30);
	});
});
