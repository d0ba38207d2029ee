import { describe, expect, it } from "vitest";
import { call } from "./support/call";
import { driverOf, submit } from "./support/drivers";
import { openEmulator } from "./support/open";
import { submitOnWire } from "./support/wire";

const KEY = { "idempotency-key": "dp_1" };

describe.each(["evolink", "apimart"] as const)("an idempotency key at %s", (gateway) => {
	it("replays the first answer and takes no money again", async () => {
		const emulator = await openEmulator(gateway);
		const first = await submit(emulator, KEY);
		const again = await submit(emulator, KEY);
		expect(again.text).toBe(first.text);
		expect(first.headers.get("idempotency-replayed")).toBeNull();
		expect(again.headers.get("idempotency-replayed")).toBe("true");
		const taskId = driverOf(gateway).idOf(first.json);
		expect(emulator.ledger.submits).toMatchObject([
			{ ourId: "dp_1", outcome: "accepted", taskId },
			{ ourId: "dp_1", outcome: "replayed", taskId, charged: null },
		]);
	});

	it("answers the task that was charged when the first answer was lost", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "reset" });
		await expect(submit(emulator, KEY)).rejects.toThrow("fetch failed");
		const again = await submit(emulator, KEY);
		expect(driverOf(gateway).idOf(again.json)).toBe(emulator.ledger.charges[0]?.taskId);
		expect(emulator.ledger.totals.charges).toBe(1);
	});

	it("is refused for another body, by a byte", async () => {
		const emulator = await openEmulator(gateway);
		await submit(emulator, KEY);
		const { submitPath, body } = driverOf(gateway);
		const changed = `${JSON.stringify(body)} `;
		expect((await call(emulator, submitPath, { body: changed, headers: KEY })).status).toBe(409);
		expect(emulator.ledger.totals.charges).toBe(1);
	});

	it("does not remember a refused request", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "status", status: 503 });
		await submit(emulator, KEY);
		expect((await submit(emulator, KEY)).headers.get("idempotency-replayed")).toBeNull();
		expect(emulator.ledger.totals.charges).toBe(1);
	});

	it("is not needed: without one, two requests are two charges", async () => {
		const emulator = await openEmulator(gateway);
		await submit(emulator);
		await submit(emulator);
		expect(emulator.ledger.totals.charges).toBe(2);
	});
});

describe("gateways that may not know a key", () => {
	it("EvoLink can ignore it, and charges twice", async () => {
		const emulator = await openEmulator("evolink", { variant: { idempotency: "ignored" } });
		await submit(emulator, KEY);
		await submit(emulator, KEY);
		expect(emulator.ledger.submits).toMatchObject([
			{ ourId: "dp_1", outcome: "accepted" },
			{ ourId: "dp_1", outcome: "accepted" },
		]);
	});

	it.each(["empiriolabs", "useapi"] as const)("%s charges every repeat", async (gateway) => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "fin" });
		await submitOnWire(emulator);
		await submitOnWire(emulator);
		expect(emulator.ledger.totals.charges).toBe(2);
	});
});
