import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Fault } from "../support/emulators/kernel/fault-kinds";
import { type Engine, TIMEOUTS } from "./support/engine";
import { openStage } from "./support/stage";

const PAD_BYTES = 6_000_000;
const stage = openStage(["evolink"], {
	evolink: { filmPadBytes: PAD_BYTES, links: "fresh", linkLifetimeMs: 3_600_000 },
});

const HOUR_MS = 3_600_000;

async function storedHash(engine: Engine, id: Parameters<Engine["find"]>[0]): Promise<string> {
	const { state } = await engine.find(id);
	if (state.kind !== "ready") throw new Error(`It is ${state.kind}.`);
	const hash = createHash("sha256");
	for await (const chunk of (await engine.doors.media.read(`film/${state.media.mediaId}`, null)) ?? [])
		hash.update(chunk);
	return hash.digest("hex");
}

async function countFilms(engine: Engine): Promise<number> {
	return (await engine.doors.media.list("film", { after: null, limit: 100 })).length;
}

const BROKEN_ONCE: readonly (readonly [name: string, fault: Fault])[] = [
	["was cut", { kind: "cut", afterBytes: 100_000 }],
	["was closed early", { kind: "cut", afterBytes: 100_000, how: "fin" }],
	["stalled", { kind: "stall", afterBytes: 100_000 }],
	["announced more than it had", { kind: "wrong-length", form: "declares-more" }],
	["answered 503", { kind: "status", status: 503 }],
	["answered with a page", { kind: "non-json" }],
];

describe("a download that", () => {
	it.each(BROKEN_ONCE)("%s still ends with the very film that was paid for", async (_why, fault) => {
		const engine = stage.engine("evolink", { house: { timeouts: { ...TIMEOUTS, idleBodyMs: 400 } } });
		const { faults, ledger } = stage.emulator("evolink");
		faults.once("film", fault);
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		expect(await storedHash(engine, id)).toBe(ledger.charges[0]?.filmSha256);
		expect(await countFilms(engine)).toBe(1);
	});

	it("is cut five times goes on where it stopped, without fetching much twice", async () => {
		const engine = stage.engine("evolink");
		const { faults, ledger } = stage.emulator("evolink");
		faults.add({ operation: "film", fault: { kind: "cut", afterBytes: 900_000, how: "fin" }, times: 5 });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		const [charge] = ledger.charges;
		expect(await storedHash(engine, id)).toBe(charge?.filmSha256);
		expect((charge?.bytesSent ?? 0) / (charge?.filmBytes ?? 1)).toBeLessThan(1.05);
	});

	it.each([
		["ignores ranges", { kind: "range-ignored" }],
		["changes meanwhile", { kind: "changed-etag" }],
	] as const)("%s is begun anew", async (_why, second) => {
		const engine = stage.engine("evolink");
		const { faults, ledger } = stage.emulator("evolink");
		faults.once("film", { kind: "cut", afterBytes: 100_000 });
		faults.add({ operation: "film", fault: second, nth: 2 });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		expect(await storedHash(engine, id)).toBe(ledger.charges[0]?.filmSha256);
	});
});

describe("a link", () => {
	it("that has ended is asked for anew", async () => {
		const engine = stage.engine("evolink");
		const emulator = stage.emulator("evolink");
		emulator.faults.add({ operation: "film", fault: { kind: "status", status: 503 }, times: 3 });
		const { id } = await engine.submit("evolink");
		await engine.until(id, (state) => state.kind === "saving" && state.tries >= 1);
		await emulator.advance(2 * HOUR_MS);
		await engine.until(id, "ready");
		expect(await storedHash(engine, id)).toBe(emulator.ledger.charges[0]?.filmSha256);
	});

	it("whose film can never be had ends the take, said to be charged, and leaves nothing behind", async () => {
		const engine = stage.engine("evolink");
		const { faults } = stage.emulator("evolink");
		faults.add({ operation: "film", fault: { kind: "wrong-length", form: "short-file" } });
		const { id } = await engine.submit("evolink");
		const failed = await engine.until(id, "failed");
		expect(failed).toMatchObject({ failure: { code: "film-broken", charged: "yes" } });
		expect(await countFilms(engine)).toBe(0);
	});

	it("is tried on the ladder, not in a hurry", async () => {
		const engine = stage.engine("evolink");
		const { faults, ledger } = stage.emulator("evolink");
		faults.add({ operation: "film", fault: { kind: "status", status: 503 } });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "saving");
		const beganMs = engine.clock.nowMs();
		await engine.until(id, (state) => state.kind === "saving" && state.tries === 5);
		const triedAfterMs = ledger.requests
			.filter(({ operation }) => operation === "film")
			.map(({ atMs }) => atMs - beganMs);
		expect(triedAfterMs.map((ms) => Math.round(ms / 1_000))).toEqual([0, 5, 35, 155, 755]);
	});
});
