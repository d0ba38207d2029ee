import { Agent, request } from "undici";
import { describe, expect, it } from "vitest";
import { sha256 } from "../support/emulators/kernel/ledger";
import { call, keyOf } from "./support/call";
import { DRIVERS, driverOf, submit } from "./support/drivers";
import { openEmulator } from "./support/open";

describe("the ledger", () => {
	it.each(DRIVERS)("keeps the exact bytes of a submit to $gateway", async ({ gateway, submitPath }) => {
		const emulator = await openEmulator(gateway);
		const sent = ' { "prompt" : "caf\u00e9 \u{1f3ac}" } ';
		await call(emulator, submitPath, { body: sent });
		const [entry] = emulator.ledger.submits;
		expect(Buffer.from(entry?.bodyBase64 ?? "", "base64").toString("utf8")).toBe(sent);
		expect(entry?.bodySha256).toBe(sha256(Buffer.from(sent)));
	});

	it("tells a fresh connection from a used one", async () => {
		const emulator = await openEmulator("kling");
		const { submitPath, body } = driverOf("kling");
		const agent = new Agent({ connections: 1 });
		const headers = { authorization: `Bearer ${keyOf(emulator)}`, "content-type": "application/json" };
		for (const _ of [1, 2]) {
			const options = { dispatcher: agent, method: "POST", headers, body: JSON.stringify(body) } as const;
			await (await request(emulator.baseUrl + submitPath, options)).body.text();
		}
		await agent.destroy();
		expect(emulator.ledger.submits.map((entry) => entry.freshConnection)).toEqual([true, false]);
	});

	it("adds up charges, refunds and what was kept", async () => {
		const emulator = await openEmulator("evolink");
		emulator.faults.add({ operation: "submit", nth: 2, fault: { kind: "task-fails" } });
		for (const _ of [1, 2, 3]) await submit(emulator);
		await call(emulator, "/v1/videos/generations", { body: {} });
		await emulator.advance(60_000);
		const kept = 2 * driverOf("evolink").priceMicros;
		expect(emulator.ledger.totals).toEqual({ submits: 4, charges: 3, refunds: 1, keptMicros: kept });
	});

	it("notes every request with its time, its fault and whether it carried a key", async () => {
		const emulator = await openEmulator("evolink");
		emulator.faults.once("balance", { kind: "status", status: 503 });
		await call(emulator, "/v1/credits");
		await emulator.advance(5_000);
		await call(emulator, "/v1/nowhere", { key: null });
		const [first, second] = emulator.ledger.requests;
		expect(first).toMatchObject({ operation: "balance", fault: "status", answered: 503, authorized: true });
		expect(second).toMatchObject({ operation: "unrouted", fault: null, answered: 404, authorized: false });
		expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBe(5_000);
	});
});
