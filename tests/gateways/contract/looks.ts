import { describe, expect, it } from "vitest";
import type { Fault } from "../../support/emulators/kernel/fault-kinds";
import { composeScenario } from "../support/scenarios";
import { openStage, type Stage, startOne } from "../support/stage";
import type { GatewayUnderTest } from "./under-test";

const RENDERING_MS = 17_000;
const OVER_MS = 60_000;

async function startWith(gateway: GatewayUnderTest, fault: Fault | null = null): Promise<readonly [Stage, string]> {
	const stage = await openStage(gateway);
	if (fault) stage.emulator.faults.once("submit", fault);
	const { request } = await composeScenario(stage, "portrait-720p");
	return [stage, await startOne(stage, request)];
}

export function describeLooks(gateway: GatewayUnderTest): void {
	const { chargedOnFailure: charged } = gateway;

	describe("looks", () => {
		it("tells queued from rendering, and how far where the gateway says so", async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway);
			const look = () => adapter.status(id, access);
			expect(await look()).toMatchObject({ kind: "waiting", phase: "queued", etaSeconds: gateway.etaSeconds });
			await emulator.advance(RENDERING_MS);
			const progress = gateway.reportsProgress ? expect.closeTo(0.5, 2) : null;
			expect(await look()).toMatchObject({ kind: "waiting", phase: "rendering", progress });
		});

		it("keeps waiting at a word it does not know", async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway);
			emulator.faults.once("look", { kind: "status-word", word: "upscaling" });
			expect(await adapter.status(id, access)).toMatchObject({ kind: "waiting" });
		});

		it.each(gateway.taskFailures)("ends as $failure when the task fails with “$message”", async (row) => {
			const { failure: code, message } = row;
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway, {
				kind: "task-fails",
				code: row.code ?? "failed",
				message,
			});
			await emulator.advance(OVER_MS);
			const failure = {
				code,
				charged,
				gatewayWords: expect.stringContaining(message),
				sentence: expect.stringContaining(gateway.entry.label),
			};
			expect(await adapter.status(id, access)).toMatchObject({ kind: "failed", failure });
		});

		it("ends as failed when the task was cancelled there", async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway, { kind: "task-cancelled" });
			await emulator.advance(OVER_MS);
			expect(await adapter.status(id, access)).toMatchObject({ kind: "failed", failure: { charged } });
		});

		it("says that a finished task without a film was paid for", async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway, { kind: "task-without-film" });
			await emulator.advance(OVER_MS);
			const look = await adapter.status(id, access);
			expect(look).toMatchObject({ kind: "failed", failure: { code: "reply-drift", charged: "yes" } });
			expect(look).toHaveProperty("rawReply", expect.stringContaining(id));
		});

		it(`takes a task that has vanished as ${gateway.vanished}`, async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway, { kind: "task-vanishes" });
			await emulator.advance(OVER_MS);
			const look = await adapter.status(id, access);
			if (gateway.vanished === "unclear") expect(look).toMatchObject({ kind: "unclear" });
			else expect(look).toMatchObject({ kind: "failed", failure: { code: "gone", charged } });
		});

		it.each([
			["a 500", { kind: "status", status: 500 }],
			["a 503", { kind: "status", status: 503 }],
			["a 401", { kind: "status", status: 401 }],
			["a 429", { kind: "refused", code: gateway.busyCode, retryAfter: { form: "seconds", seconds: 30 } }],
			["a page that is no JSON", { kind: "non-json" }],
			["half an answer", { kind: "truncated", form: "short" }],
			["an answer that breaks off", { kind: "truncated", form: "cut" }],
		] satisfies readonly (readonly [string, Fault])[])("learns nothing from %s, and looks again", async (_, fault) => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway);
			emulator.faults.once("look", fault);
			const look = await adapter.status(id, access);
			expect(look).toMatchObject({ kind: "unclear", reason: expect.stringContaining(gateway.entry.label) });
			if (fault.kind === "refused") expect(look).toMatchObject({ retryAfterMs: 30_000 });
			expect(await adapter.status(id, access)).toMatchObject({ kind: "waiting" });
		});

		it("throws when a look reaches nobody", async () => {
			const [{ emulator, gateway: adapter, access }, id] = await startWith(gateway);
			await emulator.refuseConnections();
			await expect(adapter.status(id, access)).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "no" });
		});
	});
}
