import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Bench, openEmbeddedBench } from "../storage/support/bench";
import { type Emulator, startEmulator } from "../support/emulators/emulator";
import { Engine, START_MS } from "./support/engine";

let bench: Bench;
let evolink: Emulator;

beforeAll(async () => {
	bench = await openEmbeddedBench();
	evolink = await startEmulator("evolink", { startMs: START_MS });
});
beforeEach(async () => {
	await bench.empty();
	evolink.reset();
});
afterAll(async () => {
	await evolink.close();
	await bench.close();
});

it("brings a click to a film that lies here, byte for byte the one that was charged", async () => {
	const engine = new Engine(bench, [evolink]);
	const { id } = await engine.submit("evolink");
	const ready = await engine.until(id, "ready");
	if (ready.kind !== "ready") throw new Error("unreachable");

	const [charge] = evolink.ledger.charges;
	expect(evolink.ledger.totals).toMatchObject({ submits: 1, charges: 1 });
	expect(ready.media).toMatchObject({ sha256: charge?.filmSha256, width: 1280, height: 720, hasAudio: true });
	expect(ready.media.seconds).toBeCloseTo(5, 0);
	const stored = await engine.doors.media.read(`film/${ready.media.mediaId}`, null);
	const hash = createHash("sha256");
	for await (const chunk of stored ?? []) hash.update(chunk);
	expect(hash.digest("hex")).toBe(charge?.filmSha256);
	expect((await engine.receipt(id)).end).toMatchObject({ kind: "ready" });
});
