import { describe, expect, it } from "vitest";
import { composeScenario } from "../support/scenarios";
import { openStage, startOne } from "../support/stage";
import type { GatewayUnderTest } from "./under-test";

export function describeCredentials(gateway: GatewayUnderTest): void {
	describe("credentials", () => {
		it("tells a good key from a wrong one, for nothing", async () => {
			const good = await openStage(gateway);
			expect(await good.gateway.probe(good.access)).toMatchObject({ kind: "good" });
			const wrong = await openStage(gateway, { secrets: gateway.wrongSecrets });
			expect(await wrong.gateway.probe(wrong.access)).toMatchObject({ kind: "wrong-key" });
			expect([...good.emulator.ledger.submits, ...wrong.emulator.ledger.submits]).toEqual([]);
		});

		it("cannot tell from a 500, and says so", async () => {
			const stage = await openStage(gateway);
			for (const operation of ["look", "balance", "account"] as const) {
				try {
					stage.emulator.faults.add({ operation, fault: { kind: "status", status: 500 } });
				} catch {
					// This gateway has no such operation.
				}
			}
			expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "unclear" });
		});

		it("refuses to render with a wrong key, or with none", async () => {
			for (const secrets of [gateway.wrongSecrets, {}]) {
				const stage = await openStage(gateway, { secrets });
				const { request } = await composeScenario(stage, "text-1080p");
				const failure = { code: "refused-key", charged: "no" };
				expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
			}
		});

		it("refuses to render without money", async () => {
			const stage = await openStage(gateway, { balanceMicros: 0 });
			const { request } = await composeScenario(stage, "text-1080p");
			const failure = { code: "refused-money", charged: "no" };
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
		});

		it("keeps the key out of what is stored before sending", async () => {
			const stage = await openStage(gateway);
			for (const key of ["text-1080p", "first-frame"] as const) {
				const { request } = await composeScenario(stage, key);
				for (const secret of Object.values(stage.access.secrets)) {
					expect(JSON.stringify(request)).not.toContain(secret);
				}
			}
		});

		it("takes the key out of what the gateway repeats of it", async () => {
			const stage = await openStage(gateway);
			const [secret = "no secret"] = Object.values(stage.access.secrets);
			const message = `The key ${secret} is not for this.`;
			const code = gateway.refusals[0]?.code ?? "";
			stage.emulator.faults.once("submit", { kind: "refused", code, message });
			const { request } = await composeScenario(stage, "text-1080p");
			const outcome = await stage.gateway.start(request, stage.access);
			expect(JSON.stringify(outcome)).not.toContain(secret);
			expect(outcome).toMatchObject({ failure: { gatewayWords: expect.stringContaining("[key] is not for this") } });
		});

		it("keeps no more of a long answer than support needs", async () => {
			const stage = await openStage(gateway);
			const code = gateway.refusals[0]?.code ?? "";
			stage.emulator.faults.once("submit", { kind: "refused", code, message: "no ".repeat(20_000) });
			const { request } = await composeScenario(stage, "text-1080p");
			const outcome = await stage.gateway.start(request, stage.access);
			if (outcome.kind !== "refused") throw new Error("It should have been refused.");
			expect(outcome.rawReply).toHaveLength(16_384);
			expect(outcome.failure.gatewayWords?.length).toBeLessThanOrEqual(500);
		});

		it("fetches the film without the key", async () => {
			const stage = await openStage(gateway);
			const { request } = await composeScenario(stage, "text-1080p");
			const remoteId = await startOne(stage, request);
			await stage.emulator.advance(60_000);
			const look = await stage.gateway.status(remoteId, stage.access);
			if (look.kind !== "done") throw new Error("It should be done.");
			await stage.files.open(look.film.url, { resume: null, maxBytes: 1, signal: stage.access.signal });
			await expect
				.poll(() => stage.emulator.ledger.requests.filter((each) => each.operation === "film"))
				.toMatchObject([{ authorized: false }]);
		});
	});
}
