import { describe, expect, it } from "vitest";
import type { StateKind } from "@/lib/domain/take/state";
import type { Fault } from "../support/emulators/kernel/fault-kinds";
import { GATEWAY_NAMES, type GatewayName } from "../support/emulators/kernel/personality";
import { TIMEOUTS } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(GATEWAY_NAMES);

const DAY_MS = 86_400_000;

/** The request was carried out and charged, and its answer lost on the way. */
const LOST_ANSWERS: readonly (readonly [name: string, fault: Fault])[] = [
	["the connection was reset", { kind: "reset" }],
	["the connection was closed", { kind: "fin" }],
	["the answer broke off", { kind: "truncated", form: "cut" }],
	["a proxy answered 502", { kind: "status", status: 502, processed: true }],
	["a page came instead of an answer", { kind: "non-json", processed: true }],
];

/** Where the doubt must end by itself, and where only the person can end it. */
const ENDS: Readonly<Record<GatewayName, StateKind>> = {
	empiriolabs: "outcome-unknown",
	evolink: "ready",
	apimart: "ready",
	useapi: "ready",
	kling: "ready",
};

describe.each(GATEWAY_NAMES)("%s, charged without an answer", (name) => {
	it.each(LOST_ANSWERS)("is never charged twice when %s", async (_why, fault) => {
		const engine = stage.engine(name);
		const { faults, ledger } = stage.emulator(name);
		faults.once("submit", fault);
		const { id } = await engine.submit(name);
		const lost = await engine.until(id, (state) => state.kind === "outcome-unknown" || state.kind === "ready");
		expect(lost.kind).toBe("outcome-unknown");

		await engine.settle(DAY_MS);
		expect((await engine.find(id)).state.kind).toBe(ENDS[name]);
		expect(ledger.totals.charges).toBe(1);
	});

	it("is never charged twice when nobody answers at all", async () => {
		const engine = stage.engine(name, { house: { timeouts: { ...TIMEOUTS, submitHeadersMs: 400 } } });
		stage.emulator(name).faults.once("submit", { kind: "silence" });
		const { id } = await engine.submit(name);
		await engine.until(id, "outcome-unknown");
		await engine.settle(DAY_MS);
		expect((await engine.find(id)).state.kind).toBe(ENDS[name]);
		expect(stage.emulator(name).ledger.totals.charges).toBe(1);
	});
});

/** The request was never carried out, though nothing that came back says so. */
const NEVER_ARRIVED: readonly (readonly [name: string, fault: Fault])[] = [
	["the connection was reset", { kind: "reset", processed: false }],
	["a proxy answered 502", { kind: "status", status: 502, processed: false }],
];

describe.each(["apimart", "evolink", "kling"] as const)("%s, which did not get the request", (name) => {
	it.each(NEVER_ARRIVED)("is asked again under the same id when %s", async (_why, fault) => {
		const engine = stage.engine(name);
		const { faults, ledger } = stage.emulator(name);
		faults.once("submit", fault);
		const { id } = await engine.submit(name);
		await engine.until(id, "ready");
		const [first, second] = ledger.submits;
		expect(ledger.totals).toMatchObject({ submits: 2, charges: 1 });
		expect(second?.bodySha256).toBe(first?.bodySha256);
	});
});

describe.each(GATEWAY_NAMES)("%s, out of reach", (name) => {
	it("is tried again without any doubt, since nothing was sent", async () => {
		const engine = stage.engine(name);
		const emulator = stage.emulator(name);
		await emulator.refuseConnections();
		const { id } = await engine.submit(name);
		const held = await engine.until(id, (state) => state.kind === "queued" && state.attempt > 2);
		expect(held).toMatchObject({ kind: "queued", held: { why: expect.stringContaining("nothing was sent") } });
		await emulator.acceptConnections();
		await engine.until(id, "ready");
		expect(emulator.ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("is given up after ten minutes, with nothing charged", async () => {
		const engine = stage.engine(name);
		const emulator = stage.emulator(name);
		await emulator.refuseConnections();
		const { id } = await engine.submit(name);
		const failed = await engine.until(id, "failed");
		await emulator.acceptConnections();
		expect(failed).toMatchObject({ failure: { code: "not-sent", charged: "no" } });
		expect(emulator.ledger.totals.submits).toBe(0);
		expect(engine.clock.nowMs() - failed.sinceMs).toBeLessThan(60_000);
	});
});
