import { describe, expect, it } from "vitest";
import { startEmulator } from "../support/emulators/emulator";
import { sha256 } from "../support/emulators/kernel/ledger";
import { DRIVERS, look, renderFilm, submit, submitTask } from "./support/drivers";
import { openEmulator } from "./support/open";
import { download } from "./support/wire";

const durations = { queuedMs: 2_000, renderingMs: 10_000 };

describe.each(DRIVERS)("a task at $gateway", (driver) => {
	it("is queued, then rendering, then done, by the clock alone", async () => {
		const emulator = await openEmulator(driver.gateway, { durations });
		const id = await submitTask(emulator);
		const statuses: string[] = [];
		for (const stepMs of [0, 1_999, 1, 9_999, 1]) {
			await emulator.advance(stepMs);
			statuses.push(driver.statusOf((await look(emulator, id)).json));
		}
		const { queued, rendering, done } = driver.statusWords;
		expect(statuses).toEqual([queued, queued, rendering, rendering, done]);
	});

	it("ends in the film whose hash the ledger holds", async () => {
		const emulator = await openEmulator(driver.gateway);
		const { id, url } = await renderFilm(emulator);
		const { bytes } = await download(url);
		const entry = emulator.ledger.chargeOf(id);
		const served = driver.gateway === "useapi" ? entry?.watermarkedSha256 : entry?.filmSha256;
		expect(sha256(bytes)).toBe(served);
	});

	it("is charged once, at its price, when it is accepted", async () => {
		const emulator = await openEmulator(driver.gateway);
		const id = await submitTask(emulator);
		expect(emulator.ledger.charges).toMatchObject([
			{ taskId: id, outcome: "accepted", charged: { micros: driver.priceMicros }, answered: 200 },
		]);
	});

	it("has its looks and downloads counted", async () => {
		const emulator = await openEmulator(driver.gateway);
		const { id, url } = await renderFilm(emulator);
		await look(emulator, id);
		const { bytes } = await download(url);
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ looks: 2, downloads: 1, bytesSent: bytes.length });
	});

	it("can run for ever", async () => {
		const emulator = await openEmulator(driver.gateway, { durations });
		emulator.faults.once("submit", { kind: "task-never-ends" });
		const id = await submitTask(emulator);
		await emulator.advance(7 * 24 * 3_600_000);
		expect(driver.statusOf((await look(emulator, id)).json)).toBe(driver.statusWords.rendering);
	});

	it("can take a time of its own", async () => {
		const emulator = await openEmulator(driver.gateway, { durations });
		emulator.faults.once("submit", { kind: "task-takes", queuedMs: 0, renderingMs: 1 });
		const id = await submitTask(emulator);
		await emulator.advance(1);
		expect(driver.statusOf((await look(emulator, id)).json)).toBe(driver.statusWords.done);
	});

	it("can end without a film, and stays charged", async () => {
		const emulator = await openEmulator(driver.gateway);
		emulator.faults.once("submit", { kind: "task-without-film" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const answer = await look(emulator, id);
		expect(driver.statusOf(answer.json)).toBe(driver.statusWords.done);
		expect(() => driver.filmOf(answer.json)).toThrow("Nothing to read");
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ refunded: false, filmSha256: null });
	});

	it.each([
		["refunded", true],
		["kept", false],
	] as const)("that fails has its money %s", async (failedTasks, refunded) => {
		const emulator = await openEmulator(driver.gateway, { failedTasks });
		emulator.faults.once("submit", { kind: "task-fails" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ finished: "failed", refunded });
	});

	it("is refused where the account cannot pay", async () => {
		const emulator = await openEmulator(driver.gateway, { balanceMicros: driver.priceMicros - 1 });
		expect((await submit(emulator)).status).toBeGreaterThanOrEqual(400);
		expect(emulator.ledger.totals.charges).toBe(0);
	});

	it("gives the same ids again from the same seed", async () => {
		const options = { seed: 7, startMs: Date.UTC(2026, 10, 20) };
		const ids = await Promise.all(
			[options, options].map(async (same) => submitTask(await openEmulator(driver.gateway, same))),
		);
		expect(ids[0]).toBe(ids[1]);
	});

	it("names the variables that point the product here", async () => {
		const emulator = await openEmulator(driver.gateway);
		expect(Object.values(emulator.env)).toContain(emulator.baseUrl);
	});
});

describe("time", () => {
	it("runs by itself when it is real", async () => {
		const emulator = await startEmulator("kling", {
			clock: "real",
			speed: 1_000,
			durations: { queuedMs: 1_000, renderingMs: 10_000 },
		});
		try {
			const id = await submitTask(emulator);
			await expect.poll(() => emulator.ledger.chargeOf(id)?.finished).toBe("done");
		} finally {
			await emulator.close();
		}
	});
});
