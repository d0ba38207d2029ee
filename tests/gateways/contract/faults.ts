import { describe, expect, it } from "vitest";
import type { Fault } from "../../support/emulators/kernel/fault-kinds";
import { composeScenario, scenario } from "../support/scenarios";
import { DISPATCH, jobFor, OTHER_DISPATCH, openStage } from "../support/stage";
import type { GatewayUnderTest } from "./under-test";

const IMPATIENT = { submitHeadersMs: 200, headersMs: 200, idleBodyMs: 200 };

/** Nothing of an answer comes back; whether the order stands cannot be known. */
const NO_ANSWER: readonly (readonly [string, Fault])[] = [
	["a reset after it was carried out", { kind: "reset" }],
	["a reset before it was carried out", { kind: "reset", processed: false }],
	["a connection that ends after it was carried out", { kind: "fin" }],
	["a connection that ends before it was carried out", { kind: "fin", processed: false }],
	["silence after it was carried out", { kind: "silence" }],
	["silence before it was carried out", { kind: "silence", processed: false }],
];

const NO_SENSE: readonly (readonly [string, Fault])[] = [
	["an answer that breaks off", { kind: "truncated", form: "cut" }],
	["an answer that stalls", { kind: "truncated", form: "stall" }],
	["half an answer that looks whole", { kind: "truncated", form: "short" }],
	["a page in place of the answer", { kind: "non-json", processed: true }],
	["a page, and nothing carried out", { kind: "non-json" }],
	["a 500", { kind: "status", status: 500, processed: true }],
	["a 502", { kind: "status", status: 502, processed: true }],
	["a 503", { kind: "status", status: 503, processed: true }],
	["a 504, and nothing carried out", { kind: "status", status: 504 }],
	["a 520 of a proxy", { kind: "status", status: 520, processed: true }],
	["a 408", { kind: "status", status: 408, processed: true }],
	["a 409", { kind: "status", status: 409, processed: true }],
	["a 425", { kind: "status", status: 425, processed: true }],
	["a redirect", { kind: "status", status: 307 }],
];

export function describeFaults(gateway: GatewayUnderTest): void {
	async function start(fault: Fault) {
		const stage = await openStage(gateway, { timeouts: IMPATIENT });
		const { request } = await composeScenario(stage, "text-1080p");
		stage.emulator.faults.once("submit", fault);
		return { stage, outcome: stage.gateway.start(request, stage.access) };
	}

	describe("faults", () => {
		it.each(NO_ANSWER)("may have been charged after %s", async (_, fault) => {
			const { stage, outcome } = await start(fault);
			await expect(outcome).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "maybe" });
			expect(stage.emulator.ledger.totals.submits).toBe(1);
		});

		it.each(NO_SENSE)("is unknown after %s", async (_, fault) => {
			const { stage, outcome } = await start(fault);
			expect(await outcome).toMatchObject({ kind: "unknown", reason: expect.stringContaining(gateway.entry.label) });
			expect(stage.emulator.ledger.totals.submits).toBe(1);
		});

		it("was not sent where the port is closed", async () => {
			const stage = await openStage(gateway);
			const { request } = await composeScenario(stage, "text-1080p");
			await stage.emulator.refuseConnections();
			const outcome = stage.gateway.start(request, stage.access);
			await expect(outcome).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "no" });
			expect(stage.emulator.ledger.totals.submits).toBe(0);
		});

		it("is refused by any other 4xx, whoever answered it", async () => {
			const { outcome } = await start({ kind: "status", status: 418 });
			expect(await outcome).toMatchObject({ kind: "refused", failure: { code: "refused-unknown", charged: "no" } });
		});

		it("opens a connection of its own for every paid request, and shares connections between looks", async () => {
			const stage = await openStage(gateway);
			const { draft } = scenario("text-1080p");
			const { account } = stage.access;
			const [one, other] = [DISPATCH, OTHER_DISPATCH].map((dispatchId) => jobFor(draft, { dispatchId, account }));
			if (!one || !other) throw new Error("There should be two jobs.");
			const first = await stage.gateway.start(stage.gateway.compose(one), stage.access);
			const second = await stage.gateway.start(stage.gateway.compose(other), stage.access);
			if (first.kind !== "accepted" || second.kind !== "accepted") throw new Error("Both should be accepted.");
			for (let look = 0; look < 6; look += 1) await stage.gateway.status(first.remoteId, stage.access);
			const { submits, requests } = stage.emulator.ledger;
			expect(submits.map((entry) => entry.freshConnection)).toEqual([true, true]);
			const looks = requests.filter((each) => each.operation === "look").map((each) => each.connection);
			expect(looks).toHaveLength(6);
			expect(new Set(looks).size).toBeLessThan(looks.length);
			expect(looks).not.toContain(requests.find((each) => each.operation === "submit")?.connection);
		});

		it("lets a paid request under way finish when the engine is told to stop", async () => {
			const stopping = new AbortController();
			const stage = await openStage(gateway, { signal: stopping.signal });
			const { request } = await composeScenario(stage, "text-1080p");
			stage.emulator.faults.once("submit", { kind: "slow", delayMs: 100 });
			const outcome = stage.gateway.start(request, stage.access);
			await expect.poll(() => stage.emulator.ledger.submits.length).toBe(1);
			stopping.abort();
			expect(await outcome).toMatchObject({ kind: "accepted" });
		});

		it("sends nothing any more once the engine has been told to stop", async () => {
			const stage = await openStage(gateway, { signal: AbortSignal.abort() });
			const { request } = await composeScenario(stage, "text-1080p");
			const outcome = stage.gateway.start(request, stage.access);
			await expect(outcome).rejects.toMatchObject({ name: "GatewayUnreachable", sent: "no" });
			expect(stage.emulator.ledger.totals.submits).toBe(0);
		});
	});
}
