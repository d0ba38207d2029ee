import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mediaIdSchema, mintId, type TakeId } from "@/lib/domain/ids";
import type { MediaStore } from "@/lib/ports/media-store";
import { deleteTake } from "@/lib/services/delete-take";
import { forgetBrowser } from "@/lib/services/forget-browser";
import { keepTake } from "@/lib/services/keep-take";
import { listHistory } from "@/lib/services/list-history";
import { OwnTakes } from "@/lib/services/own-takes";
import { renameTake } from "@/lib/services/rename-take";
import { restoreTake } from "@/lib/services/restore-take";
import { retireBrowsers } from "@/lib/services/retire-browsers";
import { saveKey } from "@/lib/services/save-key";
import { sweepMedia } from "@/lib/services/sweep-media";
import { sweepRecords } from "@/lib/services/sweep-records";
import { type Engine, newBrowser } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";
import { aGrant, newTokenHash } from "../storage/contract/builders";

const stage = openStage(["evolink"]);

const DAY_MS = 86_400_000;

async function aFilm(engine: Engine) {
	const { id } = await engine.submit("evolink");
	const state = await engine.until(id, "ready");
	if (state.kind !== "ready") throw new Error(`It is ${state.kind}.`);
	return { id, mediaId: state.media.mediaId };
}

async function isListed(engine: Engine, id: TakeId): Promise<"history" | "left" | "nowhere"> {
	const { takes, left } = await listHistory(engine.doors, engine.browserId);
	if (takes.some((take) => take.id === id)) return "history";
	return left.some((take) => take.id === id) ? "left" : "nowhere";
}

describe("a deleted take", () => {
	it("can be restored for a day, film and all", async () => {
		const engine = stage.engine("evolink");
		const { id, mediaId } = await aFilm(engine);
		await deleteTake(engine.doors, engine.browserId, id);
		expect(await isListed(engine, id)).toBe("left");
		await engine.settle(DAY_MS - 60_000);
		expect(await restoreTake(engine.doors, engine.browserId, id)).toMatchObject({ ok: true });
		await engine.settle(3 * DAY_MS);
		expect(await isListed(engine, id)).toBe("history");
		expect(await engine.doors.media.head(`film/${mediaId}`)).not.toBeNull();
	});

	it("is gone after it, with its film; its receipt stays", async () => {
		const engine = stage.engine("evolink");
		const { id, mediaId } = await aFilm(engine);
		await deleteTake(engine.doors, engine.browserId, id);
		await engine.settle(2 * DAY_MS);
		expect(await isListed(engine, id)).toBe("nowhere");
		expect(await engine.doors.media.head(`film/${mediaId}`)).toBeNull();
		expect((await engine.receipt(id)).end.kind).toBe("ready");
		expect(await restoreTake(engine.doors, engine.browserId, id)).toMatchObject({ problem: { kind: "missing" } });
	});

	it("keeps its film as long as a link shows it", async () => {
		const engine = stage.engine("evolink");
		const { id, mediaId } = await aFilm(engine);
		const nowMs = engine.clock.nowMs();
		const grant = aGrant(id, { createdAtMs: nowMs, expiresAtMs: nowMs + 5 * DAY_MS });
		await engine.doors.shares.create({ grant, browserId: engine.browserId, tokenHash: newTokenHash() });
		await deleteTake(engine.doors, engine.browserId, id);
		await engine.settle(4 * DAY_MS);
		expect(await engine.doors.media.head(`film/${mediaId}`)).not.toBeNull();
		await engine.settle(2 * DAY_MS);
		expect(await engine.doors.media.head(`film/${mediaId}`)).toBeNull();
	});

	it("must have ended first", async () => {
		const engine = stage.engine("evolink");
		const { id } = await engine.submit("evolink");
		expect(await deleteTake(engine.doors, engine.browserId, id)).toMatchObject({ problem: { kind: "not-now" } });
	});
});

describe("somebody else's take", () => {
	it("answers as a missing one does, whatever is wished", async () => {
		const engine = stage.engine("evolink");
		const { id, mediaId } = await aFilm(engine);
		const stranger = newBrowser();
		await engine.doors.browsers.remember(stranger, engine.clock.nowMs());
		const missing = { ok: false, problem: { kind: "missing" } };
		expect(await deleteTake(engine.doors, stranger, id)).toMatchObject(missing);
		expect(await keepTake(engine.doors, stranger, id, true)).toMatchObject(missing);
		expect(await renameTake(engine.doors, stranger, id, { name: "mine" })).toMatchObject(missing);
		expect(await restoreTake(engine.doors, stranger, id)).toMatchObject(missing);
		const films = new OwnTakes(engine.doors);
		expect(await films.find(stranger, mediaId)).toBeNull();
		expect(await films.find(engine.browserId, mediaId)).toMatchObject({ id });
		expect((await engine.find(id)).labels).toMatchObject({ name: "", keep: false });
	});
});

it("keeps ten at most", async () => {
	const engine = stage.engine("evolink");
	const ids: TakeId[] = [];
	for (let made = 0; made < 9; made += 1) ids.push((await engine.submit("evolink")).id);
	for (const id of ids) expect(await keepTake(engine.doors, engine.browserId, id, true)).toMatchObject({ ok: true });
	const animatic = (await engine.submit("animatic")).id;
	const last = (await engine.submit("animatic")).id;
	expect(await keepTake(engine.doors, engine.browserId, animatic, true)).toMatchObject({ ok: true });
	expect(await keepTake(engine.doors, engine.browserId, last, true)).toMatchObject({
		problem: { kind: "too-many-kept" },
	});
	expect(await keepTake(engine.doors, engine.browserId, animatic, false)).toMatchObject({ ok: true });
	expect(await keepTake(engine.doors, engine.browserId, last, true)).toMatchObject({ ok: true });
});

it("forgets a browser with everything, films included, at once", async () => {
	const engine = stage.engine("evolink");
	const { mediaId } = await aFilm(engine);
	await engine.submit("evolink");
	await forgetBrowser(engine.doors, engine.browserId);
	const history = await listHistory(engine.doors, engine.browserId);
	expect(history).toMatchObject({ takes: [], left: [], keys: [] });
	expect(await engine.doors.media.head(`film/${mediaId}`)).toBeNull();
	expect(await engine.step()).toBe(0);
});

describe("a browser that nobody has seen for five weeks", () => {
	it("loses its keys and films, not its receipts", async () => {
		const engine = stage.engine("evolink");
		const { id, mediaId } = await aFilm(engine);
		await engine.doors.browsers.remember(engine.browserId, engine.clock.nowMs());
		const fields = { apiKey: "sk-somebodys-key" };
		await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros: null });
		await engine.pass(34 * DAY_MS);
		await retireBrowsers(engine.doors);
		expect(await isListed(engine, id)).toBe("history");
		await engine.pass(2 * DAY_MS);
		await retireBrowsers(engine.doors);
		await engine.settle(60_000);
		expect(await isListed(engine, id)).toBe("nowhere");
		expect(await engine.doors.media.head(`film/${mediaId}`)).toBeNull();
		expect(await engine.doors.keys.list(engine.browserId)).toEqual([]);
		expect((await engine.receipt(id)).end.kind).toBe("ready");
	});
});

/** Stored objects carry the disk's own time, which may be half a day before the engine's or after it. */
function datedBy({ doors, clock }: Engine): MediaStore {
	const aheadMs = clock.nowMs() - Date.now();
	return {
		...doors.media,
		async list(kind, page) {
			const objects = await doors.media.list(kind, page);
			return objects.map((object) => ({ ...object, storedAtMs: object.storedAtMs + aheadMs }));
		},
	};
}

describe("the sweep", () => {
	it("deletes what nobody names once it is old, and nothing else", async () => {
		const engine = stage.engine("evolink");
		const { mediaId } = await aFilm(engine);
		const orphan = mintId(mediaIdSchema, "md", randomBytes(16));
		const source = (async function* () {
			yield Buffer.from("left by a crash");
		})();
		await engine.doors.media.put(`film/${orphan}`, source, { maxBytes: 100, signal: new AbortController().signal });
		const doors = { ...engine.doors, media: datedBy(engine) };
		expect(await sweepMedia(doors)).toBe(0);
		await engine.pass(2 * 3_600_000);
		expect(await sweepMedia(doors)).toBe(1);
		expect(await engine.doors.media.head(`film/${orphan}`)).toBeNull();
		expect(await engine.doors.media.head(`film/${mediaId}`)).not.toBeNull();
	});

	it("lets receipts go after 400 days", async () => {
		const engine = stage.engine("evolink");
		const { id } = await aFilm(engine);
		await deleteTake(engine.doors, engine.browserId, id);
		await engine.settle(2 * DAY_MS);
		await engine.pass(399 * DAY_MS);
		await sweepRecords(engine.doors);
		expect(await engine.doors.receipts.find(engine.browserId, id)).toBeNull();
	});
});
