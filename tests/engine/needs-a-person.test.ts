import { describe, expect, it } from "vitest";
import { readSpend } from "@/lib/services/read-spend";
import type { Engine } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["useapi"]);

const MINUTE_MS = 60_000;
const EMAIL = "director@example.com";

async function startRendering(engine: Engine) {
	const { id } = await engine.submit("useapi");
	await engine.until(id, "rendering");
	return id;
}

function requestsOf(operation: string) {
	return stage.emulator("useapi").ledger.requests.filter((each) => each.operation === operation);
}

/** As the person does it, at the gateway. */
async function askGateway(method: string, path: string, body?: unknown): Promise<number> {
	const { baseUrl, env } = stage.emulator("useapi");
	const headers = { authorization: `Bearer ${env.USEAPI_TOKEN}`, "content-type": "application/json" };
	const { status } = await fetch(baseUrl + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
	return status;
}

describe.each([
	["401", "Check it under Keys"],
	["402", "Renew it there"],
	["412", "Top it up at Kling"],
	["596", "Delete the account there and add it again"],
])("a look that useapi.net answers with %s", (code, advice) => {
	it("leaves the take rendering, is repeated once a minute, and the film comes once that is mended", async () => {
		const engine = stage.engine("useapi");
		const { faults, ledger } = stage.emulator("useapi");
		const id = await startRendering(engine);
		faults.add({ operation: "look", fault: { kind: "refused", code } });
		const before = requestsOf("look").length;
		await engine.settle(10 * MINUTE_MS);
		expect((await engine.find(id)).state).toMatchObject({ kind: "rendering" });
		const looks = requestsOf("look").length - before;
		expect(looks).toBeGreaterThanOrEqual(8);
		expect(looks).toBeLessThanOrEqual(11);
		faults.clear();
		await engine.until(id, "ready");
		expect(ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("for two hours on end says what to mend, and keeps what may have been paid reserved", async () => {
		const engine = stage.engine("useapi");
		const { faults } = stage.emulator("useapi");
		const id = await startRendering(engine);
		faults.add({ operation: "look", fault: { kind: "refused", code } });
		await engine.pass(120 * MINUTE_MS + 1);
		const doubt = await engine.until(id, "outcome-unknown");
		expect(doubt).toMatchObject({ lost: { what: "ending" }, reason: expect.stringContaining(advice) });
		expect((await readSpend(engine.doors, engine.browserId)).operator.usedMicros).toBeGreaterThan(0);
		faults.clear();
		await engine.until(id, "ready");
	});
});

describe("while the account is deleted and added again at useapi.net", () => {
	it.each([
		["which the key names", {}],
		["which is the only one", { USEAPI_EMAIL: "" }],
	])("and %s, its takes are unknown there, and not taken for gone", async (_, env) => {
		const engine = stage.engine("useapi", { env });
		const id = await startRendering(engine);
		expect(await askGateway("DELETE", `/accounts/${encodeURIComponent(EMAIL)}`)).toBe(200);
		await engine.settle(5 * MINUTE_MS);
		expect((await engine.find(id)).state).toMatchObject({ kind: "rendering" });
		expect(await askGateway("POST", "/accounts", { email: EMAIL, password: "right", maxJobs: 5 })).toBe(201);
		await engine.until(id, "ready");
	});

	it("a take that is missing with its account in place is gone", async () => {
		const engine = stage.engine("useapi");
		stage.emulator("useapi").faults.once("submit", { kind: "task-vanishes" });
		const { id } = await engine.submit("useapi");
		expect(await engine.until(id, "failed")).toMatchObject({ failure: { code: "gone" } });
	});

	it("and whether it is in place cannot be told, nothing is concluded", async () => {
		const engine = stage.engine("useapi");
		const { faults } = stage.emulator("useapi");
		faults.once("submit", { kind: "task-vanishes" });
		faults.add({ operation: "balance", fault: { kind: "status", status: 500 } });
		const { id } = await engine.submit("useapi");
		await engine.until(id, "rendering");
		await engine.settle(10 * MINUTE_MS);
		expect((await engine.find(id)).state).toMatchObject({ kind: "rendering" });
		faults.clear();
		expect(await engine.until(id, "failed")).toMatchObject({ failure: { code: "gone" } });
	});
});
