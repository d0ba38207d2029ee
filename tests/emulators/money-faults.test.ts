import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import type { Fault } from "../support/emulators/kernel/fault-kinds";
import { at, call } from "./support/call";
import { codeIn, DRIVERS, driverOf, look, submit, submitTask } from "./support/drivers";
import { openEmulator } from "./support/open";
import { submitOnWire } from "./support/wire";

const CHARGED: readonly (readonly [title: string, fault: Fault, seen: RegExp])[] = [
	["a reset", { kind: "reset" }, /^(ECONNRESET|UND_ERR_SOCKET)$/],
	["an end of the connection", { kind: "fin" }, /^UND_ERR_SOCKET$/],
	["silence", { kind: "silence" }, /^AbortError$/],
	["a 502", { kind: "status", status: 502, processed: true }, /^502 <!doctype html>/],
	["a 200 that is no JSON", { kind: "non-json", processed: true }, /^200 <!doctype html>/],
	["an answer cut inside", { kind: "truncated", form: "cut" }, /^20\d UND_ERR_SOCKET$/],
	["an answer that stalls inside", { kind: "truncated", form: "stall" }, /^20\d AbortError$/],
	["half an answer that looks whole", { kind: "truncated", form: "short" }, /^20\d \{.*[^}]$/s],
];

const NOT_CHARGED: typeof CHARGED = [
	["a reset", { kind: "reset", processed: false }, /^(ECONNRESET|UND_ERR_SOCKET)$/],
	["an end of the connection", { kind: "fin", processed: false }, /^UND_ERR_SOCKET$/],
	["silence", { kind: "silence", processed: false }, /^AbortError$/],
	["a 503", { kind: "status", status: 503 }, /^503 <!doctype html>/],
	["a 200 that is no JSON", { kind: "non-json" }, /^200 <!doctype html>/],
];

function isSilent(fault: Fault): boolean {
	return fault.kind === "silence" || (fault.kind === "truncated" && fault.form === "stall");
}

describe.each(DRIVERS)("a submit to $gateway", ({ gateway, refusal }) => {
	it.each(CHARGED)("is charged though the client sees %s", async (_title, fault, seen) => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", fault);
		expect(await submitOnWire(emulator, isSilent(fault) ? { patienceMs: 100 } : {})).toMatch(seen);
		expect(emulator.ledger.totals).toMatchObject({ submits: 1, charges: 1 });
		expect(emulator.ledger.submits[0]).toMatchObject({ outcome: "accepted", fault: fault.kind });
	});

	it.each(NOT_CHARGED)("is not processed when the client sees %s before", async (_title, fault, seen) => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", fault);
		expect(await submitOnWire(emulator, isSilent(fault) ? { patienceMs: 100 } : {})).toMatch(seen);
		expect(emulator.ledger.totals).toMatchObject({ submits: 1, charges: 0 });
		expect(emulator.ledger.submits[0]).toMatchObject({ outcome: "not-processed", taskId: null });
	});

	it("meets a closed port, and then an open one again", async () => {
		const emulator = await openEmulator(gateway);
		await emulator.refuseConnections();
		expect(await submitOnWire(emulator)).toBe("ECONNREFUSED");
		await emulator.acceptConnections();
		expect(await submitOnWire(emulator)).toMatch(/^20\d /);
		expect(emulator.ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	});

	it("can be refused by a code of the gateway's own", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "refused", code: refusal.code });
		const answer = await submit(emulator);
		expect(answer.status).toBe(refusal.status);
		if (refusal.codeAt.length > 0) expect(codeIn(answer, driverOf(gateway))).toBe(refusal.code);
		expect(emulator.ledger.submits).toMatchObject([{ outcome: "refused", refusal: refusal.code, charged: null }]);
	});

	it.each([
		["seconds", () => "30", undefined],
		["http-date", (nowMs: number) => new Date(nowMs + 30_000).toUTCString(), undefined],
		["body", () => null, 30],
		["none", () => null, undefined],
	] as const)("can be told to wait, in the form %s", async (form, header, member) => {
		const emulator = await openEmulator(gateway);
		const retryAfter = { form, seconds: 30 };
		emulator.faults.once("submit", { kind: "refused", code: refusal.code, status: 429, retryAfter });
		const answer = await submit(emulator);
		expect(answer.status).toBe(429);
		expect(answer.headers.get("retry-after")).toBe(header(emulator.nowMs));
		expect(at(answer.json, "retryAfter")).toBe(member);
	});

	it("is charged even where the gateway itself refuses afterwards", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "refused", code: refusal.code, processed: true });
		expect((await submit(emulator)).status).toBe(refusal.status);
		expect(emulator.ledger.submits).toMatchObject([{ outcome: "accepted", refusal: null }]);
	});

	it("is not charged by a fault that strikes a bad request", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "reset" });
		await expect(call(emulator, driverOf(gateway).submitPath, { body: {} })).rejects.toThrow("fetch failed");
		expect(emulator.ledger.submits).toMatchObject([{ outcome: "refused", charged: null, answered: null }]);
	});

	it("can be answered late", async () => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "slow", delayMs: 200 });
		expect(await submitOnWire(emulator, { patienceMs: 10 })).toBe("AbortError");
		await expect.poll(() => emulator.ledger.totals.charges).toBe(1);
	});
});

describe.each(DRIVERS)("a look at $gateway", (driver) => {
	const cases: readonly (readonly [string, Fault, (text: string, status: number) => void])[] = [
		["404", { kind: "status", status: 404 }, (_, status) => expect(status).toBe(404)],
		["500", { kind: "status", status: 500 }, (_, status) => expect(status).toBe(500)],
		["no JSON", { kind: "non-json" }, (text) => expect(text).toMatch(/^<!doctype html>/)],
	];

	it.each(cases)("can answer %s without harm to the task", async (_title, fault, check) => {
		const emulator = await openEmulator(driver.gateway);
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		emulator.faults.once("look", fault);
		const answer = await look(emulator, id);
		check(answer.text, answer.status);
		expect(driver.statusOf((await look(emulator, id)).json)).toBe(driver.statusWords.done);
	});

	it("can answer a status nobody knows", async () => {
		const emulator = await openEmulator(driver.gateway);
		const id = await submitTask(emulator);
		emulator.faults.once("look", { kind: "status-word", word: "percolating" });
		expect(driver.statusOf((await look(emulator, id)).json)).toBe("percolating");
		expect(driver.statusOf((await look(emulator, id)).json)).toBe(driver.statusWords.queued);
	});
});

describe("the wire itself", () => {
	it("shows a reset as a reset, not as an orderly end", async () => {
		const emulator = await openEmulator("kling");
		emulator.faults.once("submit", { kind: "reset" });
		const { hostname, port } = new URL(emulator.baseUrl);
		const code = await new Promise<string | undefined>((resolve) => {
			const socket = connect(Number(port), hostname);
			socket.once("error", (problem: NodeJS.ErrnoException) => resolve(problem.code));
			socket.once("end", () => resolve("end"));
			socket.write("POST /text-to-video/kling-3.0-turbo HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
		});
		expect(code).toBe("ECONNRESET");
	});

	it("shows an end as an orderly end", async () => {
		const emulator = await openEmulator("kling");
		emulator.faults.once("submit", { kind: "fin" });
		const { hostname, port } = new URL(emulator.baseUrl);
		const outcome = await new Promise<string | undefined>((resolve) => {
			const socket = connect(Number(port), hostname);
			socket.once("error", (problem: NodeJS.ErrnoException) => resolve(problem.code));
			socket.once("end", () => resolve("end"));
			socket.resume();
			socket.write("POST /text-to-video/kling-3.0-turbo HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n");
		});
		expect(outcome).toBe("end");
	});
});
