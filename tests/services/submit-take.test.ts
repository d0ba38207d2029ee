import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mediaIdSchema, mintId } from "@/lib/domain/ids";
import { usd } from "@/lib/domain/money";
import type { Order } from "@/lib/domain/submit/order";
import { transition } from "@/lib/domain/take/transition";
import { cancelTake } from "@/lib/services/cancel-take";
import { readSpend } from "@/lib/services/read-spend";
import { submitTake } from "@/lib/services/submit-take";
import { draftOf, type Engine, newBrowser, newSubmitKey, orderFor } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";
import { paintFrame } from "../gateways/support/frames";
import { newDispatchId } from "../storage/contract/builders";

const stage = openStage(["evolink", "kling"]);

function click(engine: Engine, order: Order) {
	return submitTake(engine.doors, engine.browserId, order);
}

describe("the same click", () => {
	it("makes one take however often it comes", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		const answers = await Promise.all(Array.from({ length: 8 }, () => click(engine, order)));
		const ids = new Set(answers.map((answer) => answer.ok && answer.value.take.id));
		expect(ids.size).toBe(1);
		expect(await engine.doors.takes.list(engine.browserId)).toHaveLength(1);
	});

	it("is answered with its take even when the key that paid is gone", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		const first = await click(engine, order);
		const keyless = stage.engine("evolink", { env: { EVOLINK_API_KEY: "" } });
		expect(await submitTake(keyless.doors, engine.browserId, order)).toEqual(first);
	});

	it("is refused for another draft", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		await click(engine, order);
		const answer = await click(engine, { ...order, draft: draftOf("A boat on the sea.") });
		expect(answer).toMatchObject({ ok: false, problem: { kind: "conflict" } });
	});
});

describe("a price that changed", () => {
	it("is said, and the key stays unspent", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		const cheaper: Order = {
			...order,
			shown: { ...order.shown, quote: { kind: "exact", total: usd(10_000), credits: null } },
		};
		const refused = await click(engine, cheaper);
		expect(refused).toMatchObject({
			ok: false,
			problem: {
				kind: "price-changed",
				was: cheaper.shown,
				now: order.shown,
				sentence: expect.stringContaining("$0.53"),
			},
		});
		expect(await click(engine, order)).toMatchObject({ ok: true });
	});

	it("is noticed by the version of the price list alone", async () => {
		const engine = stage.engine("evolink");
		const order = orderFor("evolink");
		const answer = await click(engine, { ...order, shown: { ...order.shown, catalogueVersion: "older" } });
		expect(answer).toMatchObject({ ok: false, problem: { kind: "price-changed" } });
	});
});

it("refuses what the gateway would refuse, and says where", async () => {
	const engine = stage.engine("evolink");
	const answer = await click(engine, orderFor("evolink", { draft: draftOf("x".repeat(2_501)) }));
	expect(answer).toMatchObject({ ok: false, problem: { kind: "cannot-be-sent", refusals: [{ field: "prompt" }] } });
});

it("asks for a key where nobody has one", async () => {
	const engine = stage.engine("evolink");
	expect(await click(engine, orderFor("kling"))).toMatchObject({ ok: false, problem: { kind: "no-key" } });
});

describe("caps", () => {
	it("are never passed by clicks that come at once", async () => {
		const engine = stage.engine("evolink", { env: { DAILY_SPEND_CAP_USD: "2" } });
		const answers = await Promise.all(Array.from({ length: 30 }, () => click(engine, orderFor("evolink"))));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(3);
		const refused = answers.find((answer) => !answer.ok);
		expect(refused).toMatchObject({ problem: { kind: "over-cap", usedMicros: 1_590_000, capMicros: 2_000_000 } });
	});

	it("hold for everybody together", async () => {
		const engine = stage.engine("evolink", { env: { GLOBAL_DAILY_SPEND_CAP_USD: "1.06" } });
		const browsers = Array.from({ length: 10 }, newBrowser);
		const answers = await Promise.all(browsers.map((id) => submitTake(engine.doors, id, orderFor("evolink"))));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(2);
	});

	it.each(["DAILY_SPEND_CAP_USD", "GLOBAL_DAILY_SPEND_CAP_USD"])(
		"that the operator raises for the next start (%s) let the refused click through, and count on",
		async (name) => {
			const before = stage.engine("evolink", { env: { [name]: "1" } });
			const { browserId } = before;
			expect(await click(before, orderFor("evolink"))).toMatchObject({ ok: true });
			const order = orderFor("evolink");
			expect(await click(before, order)).toMatchObject({ problem: { usedMicros: 530_000, capMicros: 1_000_000 } });

			const { doors } = stage.engine("evolink", { env: { [name]: "1.60" } });
			expect(await submitTake(doors, browserId, order)).toMatchObject({ ok: true });
			expect((await readSpend(doors, browserId)).operator.usedMicros).toBe(1_060_000);
			expect(await submitTake(doors, browserId, orderFor("evolink"))).toMatchObject({ ok: true });
			const problem = { kind: "over-cap", usedMicros: 1_590_000, capMicros: 1_600_000 };
			expect(await submitTake(doors, browserId, orderFor("evolink"))).toMatchObject({ problem });
		},
	);

	it("count a cancelled click no more", async () => {
		const engine = stage.engine("evolink", { env: { DAILY_SPEND_CAP_USD: "0.6" } });
		const { id } = await engine.submit("evolink");
		expect(await click(engine, orderFor("evolink"))).toMatchObject({ ok: false });

		expect(await cancelTake(engine.doors, engine.browserId, id)).toMatchObject({ ok: true });
		expect(await click(engine, orderFor("evolink"))).toMatchObject({ ok: true });
	});
});

it("lets at most six animatics of one browser be under way", async () => {
	const engine = stage.engine("evolink");
	const answers = await Promise.all(Array.from({ length: 9 }, () => click(engine, orderFor("animatic"))));
	expect(answers.filter((answer) => answer.ok)).toHaveLength(6);
	expect(answers.find((answer) => !answer.ok)).toMatchObject({ problem: { kind: "too-many", unfinished: 6 } });
});

describe("the twenty-first take", () => {
	async function fill(engine: Engine): Promise<void> {
		for (let made = 0; made < 20; made += 1) {
			const { id } = await engine.submit("evolink");
			const [claim] = await engine.claim();
			if (!claim) throw new Error("The take was not due.");
			await putReady(engine, claim);
			engine.clock.advance(1_000);
			expect(claim.take.id).toBe(id);
		}
	}

	it("pushes out no paid film that was not named, and the named one once it was", async () => {
		const engine = stage.engine("evolink", { env: { DAILY_SPEND_CAP_USD: "100" } });
		await fill(engine);
		const order = orderFor("evolink");
		const refused = await click(engine, order);
		if (refused.ok || refused.problem.kind !== "would-leave") throw new Error("It should have been held back.");
		const [oldest] = refused.problem.takes;
		const answer = await click(engine, { ...order, leaving: refused.problem.takes.map((take) => take.id) });
		expect(answer).toMatchObject({ ok: true, value: { left: [oldest?.id] } });
		expect(await engine.doors.takes.list(engine.browserId)).toHaveLength(20);
	});
});

it("takes the image as it is stored here, and only a browser's own", async () => {
	const engine = stage.engine("evolink");
	const { ref } = paintFrame();
	const draft = draftOf("A kite.", { image: ref });
	expect(await click(engine, orderFor("evolink", { draft }))).toMatchObject({
		ok: false,
		problem: { kind: "image-missing" },
	});
	await engine.doors.images.remember(engine.browserId, ref, engine.clock.nowMs());
	const claimed = { ...draft, image: { ...ref, width: 4_000 } };
	const answer = await click(engine, orderFor("evolink", { draft: claimed, submitKey: newSubmitKey() }));
	expect(answer).toMatchObject({ ok: true, value: { take: { draft: { image: { width: ref.width } } } } });
});

/** As if the whole way had been gone already. */
async function putReady(engine: Engine, claim: Awaited<ReturnType<Engine["claim"]>>[number]): Promise<void> {
	const atMs = engine.clock.nowMs();
	const remoteId = randomBytes(8).toString("hex");
	const dispatchId = newDispatchId();
	const media = {
		mediaId: mintId(mediaIdSchema, "md", randomBytes(16)),
		bytes: 1,
		sha256: "0".repeat(64),
		width: 1280,
		height: 720,
		seconds: 5,
		fps: 24,
		hasAudio: true,
		mime: "video/mp4",
	} as const;
	const sending = transition(claim.take.state, { kind: "intent-committed", dispatchId, atMs }).state;
	const saving = transition(sending, {
		kind: "film-found",
		remoteId,
		film: { url: "x", expiresAtMs: null },
		atMs,
	}).state;
	const { state } = transition(saving, { kind: "saved", media, atMs });
	const change = {
		state,
		atMs,
		nextWakeAtMs: null,
		answer: null,
		countedMicros: null,
		receipt: null,
		lease: "release",
	} as const;
	const outcome = await engine.doors.queue.record(claim, change);
	expect(outcome.kind).toBe("recorded");
}
