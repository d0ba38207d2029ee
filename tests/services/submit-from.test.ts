import { describe, expect, it } from "vitest";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId } from "@/lib/domain/ids";
import type { Order } from "@/lib/domain/submit/order";
import { cancelTake } from "@/lib/services/cancel-take";
import { retryTake } from "@/lib/services/retry-take";
import { submitFrom } from "@/lib/services/submit-from";
import { draftOf, type Engine, newBrowser, newSubmitKey, orderFor } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink"]);

const ADDRESS = "203.0.113.7";
const PRODUCT = { RATE_LIMIT_SCALE: "1", GLOBAL_DAILY_SPEND_CAP_USD: "1000" };

function animaticOf(seconds: number): Order {
	const composition = { mode: "one-shot", prose: { text: "A kite.", seconds }, shelvedShots: null } as const;
	return orderFor("animatic", { draft: draftOf("A kite.", { composition }) });
}

/** How many of that many clicks make a take, each in a browser that nobody has seen. */
async function clickInNewBrowsers(engine: Engine, address: string | null, times: number, gateway: GatewayId) {
	let made = 0;
	for (let click = 0; click < times; click += 1) {
		const answer = await submitFrom(engine.doors, address, newBrowser(), orderFor(gateway));
		made += answer.ok ? 1 : 0;
	}
	return made;
}

describe("new browsers behind one address", () => {
	it("get no more animatics than leave room for others, and are told when to come back", async () => {
		const engine = stage.engine("evolink", { env: PRODUCT });
		expect(await clickInNewBrowsers(engine, ADDRESS, 33, "animatic")).toBe(30);
		expect(await submitFrom(engine.doors, ADDRESS, newBrowser(), animaticOf(5))).toMatchObject({
			problem: { kind: "limited", sentence: expect.stringMatching(/^Your network has asked .* in \d+ s\.$/) },
		});
		expect(await clickInNewBrowsers(engine, "203.0.113.8", 1, "animatic")).toBe(1);
	});

	it("get as many as they like at the machine itself", async () => {
		const engine = stage.engine("evolink", { env: PRODUCT });
		expect(await clickInNewBrowsers(engine, null, 33, "animatic")).toBe(33);
	});

	it("spend none of it on what others render", async () => {
		const engine = stage.engine("evolink", { env: PRODUCT });
		expect(await clickInNewBrowsers(engine, ADDRESS, 33, "evolink")).toBe(33);
		expect(await clickInNewBrowsers(engine, ADDRESS, 1, "animatic")).toBe(1);
	});

	it("get fewer where they are long", async () => {
		const engine = stage.engine("evolink", { env: PRODUCT });
		for (let click = 0; click < 10; click += 1)
			expect(await submitFrom(engine.doors, ADDRESS, newBrowser(), animaticOf(15))).toMatchObject({ ok: true });
		expect(await submitFrom(engine.doors, ADDRESS, newBrowser(), animaticOf(3))).toMatchObject({ ok: false });
	});
});

describe("where the allowance is used up", () => {
	const spent = async (): Promise<{ engine: Engine; browserId: BrowserId; order: Order; takeId: string }> => {
		const engine = stage.engine("evolink", { env: { RATE_LIMIT_SCALE: "0.04" } });
		const order = animaticOf(5);
		const first = await submitFrom(engine.doors, ADDRESS, engine.browserId, order);
		if (!first.ok) throw new Error(first.problem.sentence);
		return { engine, browserId: engine.browserId, order, takeId: first.value.take.id };
	};

	it("a click that was answered is answered again", async () => {
		const { engine, browserId, order, takeId } = await spent();
		const again = await submitFrom(engine.doors, ADDRESS, browserId, order);
		expect(again).toMatchObject({ ok: true, value: { take: { id: takeId } } });
	});

	it("a repeat waits as a click does", async () => {
		const { engine, browserId, order } = await spent();
		const [take] = await engine.doors.takes.list(browserId);
		if (!take) throw new Error("There should be a take.");
		await cancelTake(engine.doors, browserId, take.id);
		const repeat = { takeId: take.id, submitKey: newSubmitKey(), shown: order.shown, leaving: [] };
		expect(await retryTake(engine.doors, ADDRESS, browserId, repeat)).toMatchObject({ problem: { kind: "limited" } });
		expect(await retryTake(engine.doors, null, browserId, repeat)).toMatchObject({ ok: true });
	});
});
