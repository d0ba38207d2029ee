import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { RemoteFilm } from "@/lib/ports/gateway";
import { composeScenario, SCENARIOS, scenario } from "../support/scenarios";
import { jobFor, openStage, type Stage, startOne } from "../support/stage";
import type { GatewayUnderTest } from "./under-test";

const OVER_MS = 60_000;

export function describeScenarios(gateway: GatewayUnderTest): void {
	const refused = gateway.refusedScenarios ?? [];
	const accepted = SCENARIOS.filter((key) => !refused.includes(key));

	describe("scenarios", () => {
		it.each(SCENARIOS)("writes %s with every field of its documents and no other", async (key) => {
			const stage = await openStage(gateway);
			const { request, image } = await composeScenario(stage, key);
			const expected = gateway.requests[key](image ? gateway.imageText(image) : "");
			expect({ path: request.path, body: JSON.parse(request.body) }).toEqual(expected);
			expect(request.headers).toEqual(gateway.headers);
		});

		it.each(accepted)("turns %s into the film it paid for, once", async (key) => {
			const stage = await openStage(gateway);
			const { request } = await composeScenario(stage, key);
			const remoteId = await startOne(stage, request);
			await stage.emulator.advance(OVER_MS);
			const look = await stage.gateway.status(remoteId, stage.access);
			expect(look).toMatchObject({ kind: "done", film: { seconds: expect.toBeOneOf([null, expect.any(Number)]) } });
			if (look.kind !== "done") return;
			const charge = stage.emulator.ledger.chargeOf(remoteId);
			expect(await hashOf(look.film, stage)).toBe(charge?.filmSha256);
			expect(stage.emulator.ledger.totals).toMatchObject({ submits: 1, charges: 1 });
		});

		if (refused.length > 0) {
			it.each(refused)("says that %s is turned down", async (key) => {
				const stage = await openStage(gateway);
				const { request } = await composeScenario(stage, key);
				expect(await stage.gateway.start(request, stage.access)).toMatchObject({
					kind: "refused",
					failure: { charged: "no", gatewayWords: expect.any(String) },
				});
				expect(stage.emulator.ledger.totals.charges).toBe(0);
			});
		}

		it.each(SCENARIOS)("composes %s to the same bytes each time", async (key) => {
			const { gateway: adapter, access } = await openStage(gateway);
			const { draft, frame } = scenario(key);
			const image = frame ? ({ kind: "url", url: "https://images.example/frame.png" } as const) : null;
			const compose = () => adapter.compose(jobFor(draft, { image, account: access.account }));
			expect(compose()).toEqual(compose());
		});

		it("never sends a sound switch", async () => {
			const stage = await openStage(gateway);
			for (const key of SCENARIOS) {
				const { request } = await composeScenario(stage, key);
				expect(request.body).not.toMatch(/"[^"]*(audio|sound)[^"]*":/i);
			}
		});

		it("keeps its bill as the gateway states it", async () => {
			const stage = await openStage(gateway);
			const { request } = await composeScenario(stage, "text-1080p");
			const start = await stage.gateway.start(request, stage.access);
			expect(start).toMatchObject({ kind: "accepted", etaSeconds: expect.toBeOneOf([null, 180]) });
			if (start.kind !== "accepted") return;
			expect(start.bill).toEqual(gateway.bills.accepted);
			await stage.emulator.advance(OVER_MS);
			expect(await stage.gateway.status(start.remoteId, stage.access)).toMatchObject({ bill: gateway.bills.done });
		});
	});
}

async function hashOf(film: RemoteFilm, { files, access }: Stage): Promise<string> {
	const opened = await files.open(film.url, { resume: null, maxBytes: 50_000_000, signal: access.signal });
	if (opened.kind !== "open") throw new Error(`The film could not be opened: ${opened.kind}.`);
	const hash = createHash("sha256");
	for await (const chunk of opened.bytes) hash.update(chunk);
	return hash.digest("hex");
}
