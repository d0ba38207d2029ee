import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { type BrowserId, imageIdSchema, mediaIdSchema, mintId, type TakeId, takeIdSchema } from "@/lib/domain/ids";
import { showPrice } from "@/lib/domain/quote/shown-price";
import { cancelTake } from "@/lib/services/cancel-take";
import { checkAgain } from "@/lib/services/check-again";
import { deleteTake } from "@/lib/services/delete-take";
import type { Doors } from "@/lib/services/doors";
import { keepTake } from "@/lib/services/keep-take";
import { OwnTakes } from "@/lib/services/own-takes";
import { renameTake } from "@/lib/services/rename-take";
import { restoreTake } from "@/lib/services/restore-take";
import { retryTake } from "@/lib/services/retry-take";
import { settleUnknown } from "@/lib/services/settle-unknown";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, newBrowser, newSubmitKey, orderFor } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink"]);

type Verb = (doors: Doors, browserId: BrowserId, id: TakeId) => Promise<unknown>;

const shown = showPrice(draftOf(), catalogEntry("evolink"));

/** Everything that can be done with a take's id. */
const VERBS: Readonly<Record<string, Verb>> = {
	cancel: cancelTake,
	delete: deleteTake,
	"check again": checkAgain,
	restore: restoreTake,
	keep: (doors, browserId, id) => keepTake(doors, browserId, id, true),
	"keep no more": (doors, browserId, id) => keepTake(doors, browserId, id, false),
	name: (doors, browserId, id) => renameTake(doors, browserId, id, { name: "mine now" }),
	"say that it was charged": (doors, browserId, id) => settleUnknown(doors, browserId, id, "yes"),
	"say that it was not": (doors, browserId, id) => settleUnknown(doors, browserId, id, "no"),
	retry: (doors, browserId, id) =>
		retryTake(doors, null, browserId, { takeId: id, submitKey: newSubmitKey(), shown, leaving: [] }),
	"read the receipt": (doors, browserId, id) => doors.receipts.find(browserId, id),
};

const nobodysTake = () => mintId(takeIdSchema, "tk", randomBytes(16));

describe("with somebody else's take", () => {
	it.each(["queued", "ready"] as const)(
		"that is %s one can do as little as with one that is not there",
		async (kind) => {
			const engine = stage.engine("evolink");
			const { id } = await engine.submit("evolink");
			await engine.until(id, kind);
			const before = await engine.find(id);

			for (const [name, verb] of Object.entries(VERBS)) {
				const theirs = await verb(engine.doors, newBrowser(), id);
				const nobodys = await verb(engine.doors, newBrowser(), nobodysTake());
				expect([name, theirs]).toEqual([name, nobodys]);
			}
			expect(await engine.find(id)).toEqual(before);
			expect(stage.emulator("evolink").ledger.totals.submits).toBe(kind === "ready" ? 1 : 0);
		},
	);

	it("one gets nothing of its film, which its owner does", async () => {
		const engine = stage.engine("evolink");
		const { id } = await engine.submit("evolink");
		const state = await engine.until(id, "ready");
		if (state.kind !== "ready") throw new Error("unreachable");
		const { mediaId } = state.media;
		const films = new OwnTakes(engine.doors);
		expect(await films.find(engine.browserId, mediaId)).not.toBeNull();
		const nobodys = mintId(mediaIdSchema, "md", randomBytes(16));
		expect(await films.find(newBrowser(), mediaId)).toBeNull();
		expect(await films.find(engine.browserId, nobodys)).toBeNull();
	});

	it("one cannot push it out of its history", async () => {
		const engine = stage.engine("evolink");
		const { id } = await engine.submit("evolink");
		await engine.until(id, "ready");
		await submitTake(engine.doors, newBrowser(), orderFor("animatic", { leaving: [id] }));
		expect((await engine.find(id)).state.kind).toBe("ready");
	});

	it("one sees none of it with the click's own key", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		await submitTake(engine.doors, engine.browserId, order);
		expect(await engine.doors.takes.findBySubmitKey(newBrowser(), order.submitKey)).toBeNull();
	});
});

describe("with somebody else's picture", () => {
	it("one can begin as little as with one that is not there", async () => {
		const engine = stage.engine("evolink");
		const picture = (id: string) =>
			({ id: imageIdSchema.parse(id), format: "png", width: 640, height: 360, bytes: 9_000 }) as const;
		const theirs = picture("a".repeat(64));
		await engine.doors.images.remember(engine.browserId, theirs, engine.clock.nowMs());
		const begin = (browserId: BrowserId, id: string) =>
			submitTake(engine.doors, browserId, orderFor("evolink", { draft: draftOf("A kite.", { image: picture(id) }) }));
		const stranger = newBrowser();
		const outcome = await begin(stranger, theirs.id);
		expect(outcome.ok).toBe(false);
		expect(outcome).toEqual(await begin(stranger, "b".repeat(64)));
		expect((await begin(engine.browserId, theirs.id)).ok).toBe(true);
	});
});
