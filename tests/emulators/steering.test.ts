import { describe, expect, it } from "vitest";
import { RemoteEmulator } from "../support/emulators/remote-emulator";
import { call } from "./support/call";
import { submit, submitTask } from "./support/drivers";
import { openEmulator } from "./support/open";

async function openRemote() {
	const emulator = await openEmulator("evolink");
	const { baseUrl, filesBaseUrl, controlUrl, env } = emulator;
	return { emulator, remote: new RemoteEmulator({ baseUrl, filesBaseUrl, controlUrl, env }) };
}

describe("an emulator steered over HTTP", () => {
	it("shows its ledger", async () => {
		const { emulator, remote } = await openRemote();
		const taskId = await submitTask(emulator);
		const ledger = await remote.ledger();
		expect(ledger).toEqual(JSON.parse(JSON.stringify(emulator.ledger.snapshot())));
		expect(ledger.submits).toMatchObject([{ taskId }]);
	});

	it("takes fault rules, lists them and drops them", async () => {
		const { emulator, remote } = await openRemote();
		await remote.addFault({ operation: "submit", fault: { kind: "status", status: 502 } });
		expect((await submit(emulator)).status).toBe(502);
		expect(await remote.faults()).toMatchObject([{ fired: 1 }]);
		await remote.clearFaults();
		expect((await submit(emulator)).status).toBe(200);
	});

	it("drops one rule and leaves the others", async () => {
		const { emulator, remote } = await openRemote();
		const { id } = await remote.addFault({ operation: "submit", fault: { kind: "status", status: 502 } });
		await remote.addFault({ operation: "submit", fault: { kind: "status", status: 503 } });
		await remote.removeFault(id);
		expect((await submit(emulator)).status).toBe(503);
	});

	it("says what is wrong with a rule", async () => {
		const { remote } = await openRemote();
		const rule = { operation: "submit", fault: { kind: "refused", code: "nonsense" } } as const;
		await expect(remote.addFault(rule)).rejects.toThrow('no code "nonsense"');
	});

	it("advances its time", async () => {
		const { emulator, remote } = await openRemote();
		const before = emulator.nowMs;
		await submitTask(emulator);
		expect(await remote.advance(60_000)).toEqual({ nowMs: before + 60_000 });
		expect((await remote.ledger()).submits).toMatchObject([{ finished: "done" }]);
	});

	it("stays within reach while its gateway refuses connections", async () => {
		const { emulator, remote } = await openRemote();
		await remote.refuseConnections();
		await expect(submit(emulator)).rejects.toThrow("fetch failed");
		expect((await remote.ledger()).submits).toEqual([]);
		await remote.acceptConnections();
		expect((await submit(emulator)).status).toBe(200);
	});

	it("forgets everything on a reset, its port excepted", async () => {
		const { emulator, remote } = await openRemote();
		const { baseUrl } = emulator;
		const id = await submitTask(emulator);
		await remote.addFault({ operation: "look", fault: { kind: "reset" } });
		await remote.reset();
		expect(await remote.ledger()).toMatchObject({ submits: [], totals: { charges: 0 } });
		expect(await remote.requests()).toEqual([]);
		expect(emulator.baseUrl).toBe(baseUrl);
		expect((await call(emulator, `/v1/tasks/${id}`)).status).toBe(404);
	});

	it("is not steered by what it does not know", async () => {
		const { remote } = await openRemote();
		expect((await fetch(`${remote.address.controlUrl}/__explode`)).status).toBe(404);
		const advance = { method: "POST", body: '{"ms":"soon"}' };
		expect((await fetch(`${remote.address.controlUrl}/__advance`, advance)).status).toBe(422);
	});
});
