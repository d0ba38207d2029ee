import { expect, it } from "vitest";
import { paintFrame } from "../gateways/support/frames";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { draftOf, type Engine } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(GATEWAY_NAMES);

async function storeFrame(engine: Engine) {
	const { ref, bytes } = paintFrame();
	await engine.doors.images.remember(engine.browserId, ref, engine.clock.nowMs());
	const source = (async function* () {
		yield bytes;
	})();
	await engine.doors.media.put(`image/${ref.id}`, source, { maxBytes: 1e7, signal: new AbortController().signal });
	return { draft: draftOf("The picture comes alive.", { image: ref }), ref };
}

it.each(GATEWAY_NAMES)("brings a first frame to %s, once", async (name) => {
	const engine = stage.engine(name);
	const { draft } = await storeFrame(engine);
	const { id } = await engine.submit(name, { draft });
	await engine.until(id, "ready");
	expect(stage.emulator(name).ledger.totals).toMatchObject({ submits: 1, charges: 1 });
});

it.each(["kling", "apimart", "evolink"] as const)("sends %s the very same bytes again, image and all", async (name) => {
	const engine = stage.engine(name);
	const { faults, ledger } = stage.emulator(name);
	faults.once("submit", { kind: "reset", processed: false });
	const { draft } = await storeFrame(engine);
	const { id } = await engine.submit(name, { draft });
	await engine.until(id, "ready");
	const [first, second] = ledger.submits;
	expect(second?.bodySha256).toBe(first?.bodySha256);
	expect(ledger.totals).toMatchObject({ submits: 2, charges: 1 });
});

it("stores the intent without the image's bytes", async () => {
	const engine = stage.engine("kling");
	const { draft } = await storeFrame(engine);
	const { id } = await engine.submit("kling", { draft });
	await engine.step();
	const sent = Buffer.from(stage.emulator("kling").ledger.submits[0]?.bodyBase64 ?? "", "base64").length;
	const stored = (await engine.doors.queue.findDispatch(id))?.request.body.length ?? 0;
	expect(stored).toBeLessThan(1_000);
	expect(sent).toBeGreaterThan(stored + 500);
});

it("says so when the image is gone before it was sent", async () => {
	const engine = stage.engine("evolink");
	const { draft, ref } = await storeFrame(engine);
	const { id } = await engine.submit("evolink", { draft });
	await engine.doors.media.delete(`image/${ref.id}`);
	const failed = await engine.until(id, "failed");
	expect(failed).toMatchObject({ failure: { code: "refused-image", charged: "no" } });
	expect(stage.emulator("evolink").ledger.totals.submits).toBe(0);
});
