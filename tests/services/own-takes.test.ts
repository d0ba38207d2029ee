import { expect, it } from "vitest";
import { forgetBrowser } from "@/lib/services/forget-browser";
import { OwnTakes } from "@/lib/services/own-takes";
import { renameTake } from "@/lib/services/rename-take";
import type { Engine } from "../engine/support/engine";
import { newBrowser } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink"]);

/** Its owner's film, the finder, and how often the database was asked. */
async function open(engine: Engine) {
	const { id } = await engine.submit("evolink");
	const state = await engine.until(id, "ready");
	if (state.kind !== "ready") throw new Error("unreachable");
	await engine.doors.hub.listen(stage.bench.notifier);
	const asked = { times: 0, before: async () => {} };
	const { takes } = engine.doors;
	const counting: typeof takes = {
		...takes,
		async findByMedia(mediaId) {
			asked.times += 1;
			const found = await takes.findByMedia(mediaId);
			await asked.before();
			return found;
		},
	};
	return { id, mediaId: state.media.mediaId, asked, own: new OwnTakes({ ...engine.doors, takes: counting }) };
}

it("asks once for a film of which many parts are read, and again after a moment", async () => {
	const engine = stage.engine("evolink");
	const { id, mediaId, asked, own } = await open(engine);
	for (let part = 0; part < 5; part += 1) expect(await own.find(engine.browserId, mediaId)).toMatchObject({ id });
	expect(asked.times).toBe(1);
	engine.clock.advance(1_001);
	await own.find(engine.browserId, mediaId);
	expect(asked.times).toBe(2);
});

it("says nothing of it to others, however often it was shown", async () => {
	const engine = stage.engine("evolink");
	const { mediaId, own } = await open(engine);
	await own.find(engine.browserId, mediaId);
	expect(await own.find(newBrowser(), mediaId)).toBeNull();
});

it("knows of a change as soon as it was made", async () => {
	const engine = stage.engine("evolink");
	const { id, mediaId, own } = await open(engine);
	await own.find(engine.browserId, mediaId);
	await renameTake(engine.doors, engine.browserId, id, { name: "kite" });
	expect(await own.find(engine.browserId, mediaId)).toMatchObject({ labels: { name: "kite" } });
	await forgetBrowser(engine.doors, engine.browserId);
	expect(await own.find(engine.browserId, mediaId)).toBeNull();
});

it("remembers nothing that changed while it looked", async () => {
	const engine = stage.engine("evolink");
	const { mediaId, asked, own } = await open(engine);
	asked.before = () => forgetBrowser(engine.doors, engine.browserId);
	await own.find(engine.browserId, mediaId);
	asked.before = async () => {};
	expect(await own.find(engine.browserId, mediaId)).toBeNull();
});

it("does not remember that a film is not there, nor that nobody could tell", async () => {
	const engine = stage.engine("evolink");
	const { mediaId, asked, own } = await open(engine);
	const other = newBrowser();
	await own.find(other, mediaId);
	await own.find(other, mediaId);
	expect(asked.times).toBe(2);
	asked.before = () => Promise.reject(new Error("the database is away"));
	await expect(own.find(engine.browserId, mediaId)).rejects.toThrow("away");
	asked.before = async () => {};
	expect(await own.find(engine.browserId, mediaId)).not.toBeNull();
});
