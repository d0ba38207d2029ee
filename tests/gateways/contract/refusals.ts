import { describe, expect, it } from "vitest";
import { composeScenario } from "../support/scenarios";
import { openStage } from "../support/stage";
import type { GatewayUnderTest } from "./under-test";

export function describeRefusals(gateway: GatewayUnderTest): void {
	describe("refusals", () => {
		it.each(gateway.refusals)(
			"$code is $failure, and nothing was charged",
			async ({ code, failure, waits = false }) => {
				const stage = await openStage(gateway);
				stage.emulator.faults.once("submit", { kind: "refused", code, message: "These are its own words." });
				const { request } = await composeScenario(stage, "text-1080p");
				expect(await stage.gateway.start(request, stage.access)).toMatchObject({
					kind: "refused",
					failure: {
						code: failure,
						charged: "no",
						gatewayWords: expect.stringContaining("These are its own words."),
						sentence: expect.stringMatching(/^[A-Z].+\.$|^useapi.+\.$/),
					},
					retryAfterMs: waits ? expect.any(Number) : null,
				});
				expect(stage.emulator.ledger.totals.charges).toBe(0);
			},
		);

		it.each(gateway.openCodes)("%s leaves open whether it was ordered", async (code) => {
			const stage = await openStage(gateway);
			stage.emulator.faults.once("submit", { kind: "refused", code, message: "These are its own words." });
			const { request } = await composeScenario(stage, "text-1080p");
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({
				kind: "unknown",
				mayRepeat: !gateway.unrepeatableCodes?.includes(code),
				reason: expect.stringContaining("These are its own words."),
			});
		});

		it.each([
			["in seconds", { form: "seconds", seconds: 42 }, 42_000],
			["as a date", { form: "http-date", seconds: 42 }, 42_000],
			["in the body", { form: "body", seconds: 42 }, 42_000],
			["not at all", { form: "none", seconds: 42 }, 10_000],
			["for longer than is sensible", { form: "seconds", seconds: 86_400 }, 900_000],
		] as const)("waits as long as a 429 says %s", async (_, retryAfter, waitMs) => {
			const startMs = 1_800_000_000_000;
			const stage = await openStage(gateway, { startMs });
			stage.emulator.faults.once("submit", { kind: "refused", code: gateway.busyCode, retryAfter });
			const { request } = await composeScenario(stage, "text-1080p");
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({
				kind: "refused",
				failure: { code: "refused-busy" },
				retryAfterMs: waitMs,
			});
		});

		it("does not take an id inside a refusal for a task", async () => {
			const stage = await openStage(gateway);
			const ids = { id: "1", task_id: "1", job_id: "1", task: { id: 1 } };
			const body = JSON.stringify({ ...ids, code: 0, data: ids });
			stage.emulator.faults.once("submit", { kind: "status", status: 418, body });
			const { request } = await composeScenario(stage, "text-1080p");
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused" });
		});

		it.each([
			'{"ok":true}',
			'{"code":"ok","message":"Accepted."}',
			'{"code":201,"data":{}}',
			'{"code":0,"data":null}',
			"[]",
			"null",
			'"accepted"',
			"",
		])("does not take a good answer it cannot read for a refusal: %s", async (body) => {
			const stage = await openStage(gateway);
			stage.emulator.faults.once("submit", { kind: "status", status: 200, body, processed: true });
			const { request } = await composeScenario(stage, "text-1080p");
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "unknown" });
		});

		it("accepts the same bytes once what was in the way is gone", async () => {
			const stage = await openStage(gateway);
			stage.emulator.faults.once("submit", { kind: "refused", code: gateway.busyCode });
			const { request } = await composeScenario(stage, "text-1080p");
			await stage.gateway.start(request, stage.access);
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "accepted" });
			expect(stage.emulator.ledger.totals).toMatchObject({ submits: 2, charges: 1 });
		});
	});
}
