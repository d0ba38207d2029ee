import { describe, expect, it } from "vitest";
import type { LogFacts } from "@/lib/ports/log";
import type { Doors } from "@/lib/services/doors";
import { listKeys } from "@/lib/services/list-keys";
import { receiveCallback } from "@/lib/services/receive-callback";
import { resealKeys } from "@/lib/services/reseal-keys";
import { saveKey } from "@/lib/services/save-key";
import type { Engine, EngineOptions } from "./support/engine";
import { openStage } from "./support/stage";

const stage = openStage(["evolink"]);

const A = "the secret that this server began with";
const B = "the secret that came in its place later";
const NEW = { SECRET_KEY: B };
const CHANGING = { ...NEW, SECRET_KEY_PREVIOUS: A };
const PUBLIC = { PUBLIC_URL: "https://reel.example.org" };

/** The same database, gateway and clock, with the server started anew. */
function restarted(before: Engine, env: NonNullable<EngineOptions["env"]>): Engine {
	return stage.engine("evolink", { env: { ...PUBLIC, EVOLINK_API_KEY: "", ...env }, clock: before.clock });
}

function begun(env: EngineOptions["env"] = {}): Engine {
	return stage.engine("evolink", { env: { ...PUBLIC, SECRET_KEY: A, ...env } });
}

/** A person's own key, saved while the first secret held. */
async function withOwnKey(): Promise<Engine> {
	const engine = begun({ EVOLINK_API_KEY: "" });
	const fields = { apiKey: stage.emulator("evolink").env.EVOLINK_API_KEY ?? "" };
	const saved = await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros: null });
	expect(saved.ok).toBe(true);
	return engine;
}

async function reachesFilm(engine: Engine, doors: Doors): Promise<void> {
	const { id } = await engine.submit("evolink");
	for (let steps = 0; steps < 100; steps += 1) {
		const { state } = await engine.find(id);
		if (state.kind === "ready") return;
		if ((await engine.step(doors)) > 0) continue;
		const nextMs = await doors.queue.nextWakeAtMs();
		if (nextMs === null) throw new Error(`Nothing is left to do: ${JSON.stringify(state)}`);
		await engine.pass(Math.max(1, nextMs - engine.clock.nowMs()));
	}
	throw new Error("There is no film.");
}

describe("a stored key, after SECRET_KEY was changed,", () => {
	it("pays as before while the earlier secret is named, and for good once it was sealed anew", async () => {
		const engine = await withOwnKey();
		const changing = restarted(engine, CHANGING);
		await reachesFilm(engine, changing.doors);
		await resealKeys(changing.doors);
		await reachesFilm(engine, restarted(engine, NEW).doors);
	});

	it("is said to be unreadable where the earlier secret is not named, and nothing is charged", async () => {
		const engine = await withOwnKey();
		const { doors } = restarted(engine, NEW);
		const warned: [string, LogFacts][] = [];
		await resealKeys({ ...doors, log: { ...doors.log, warn: (event, facts) => warned.push([event, facts]) } });
		expect(warned).toEqual([["keys-unreadable", { count: 1, advice: expect.stringContaining("SECRET_KEY_PREVIOUS") }]]);
		const [key] = await listKeys(doors, engine.browserId);
		expect(key?.test).toMatchObject({ result: "unclear", sentence: expect.stringContaining("Paste the key again") });

		const { id } = await engine.submit("evolink");
		await engine.step(doors);
		expect((await engine.find(id)).state).toMatchObject({
			kind: "failed",
			failure: { code: "refused-key", charged: "no", sentence: expect.stringContaining("can no longer be read") },
		});

		await resealKeys(restarted(engine, CHANGING).doors);
		const [again] = await listKeys(doors, engine.browserId);
		expect(again?.test?.sentence).toContain("can read the key again");
	});

	it("stays untouched where nothing was changed", async () => {
		const engine = await withOwnKey();
		const before = await engine.doors.keys.listAll(null, 10);
		await resealKeys(engine.doors);
		expect(await engine.doors.keys.listAll(null, 10)).toEqual(before);
	});
});

describe("a take under way, after SECRET_KEY was changed,", () => {
	it("is sent again as the very bytes it was sent as", async () => {
		const engine = begun();
		stage.emulator("evolink").faults.once("submit", { kind: "reset" });
		const { id } = await engine.submit("evolink");
		await engine.until(id, "outcome-unknown");
		await engine.pass(60_000);
		await engine.step(restarted(engine, { ...NEW, EVOLINK_API_KEY: engineKey() }).doors);
		const [first, repeat, ...others] = stage.emulator("evolink").ledger.submits;
		expect(others).toEqual([]);
		expect(first?.bodyBase64 && Buffer.from(first.bodyBase64, "base64").toString()).toContain("callback_url");
		expect(repeat?.bodySha256).toBe(first?.bodySha256);
	});

	it("is still called back about at the address it was given", async () => {
		const engine = begun();
		const { id } = await engine.submit("evolink");
		await engine.step();
		const dispatch = await engine.doors.queue.findDispatch(id);
		const { callback_url: url } = JSON.parse(dispatch?.request.body ?? "{}");
		const [, , , gateway = "", token = ""] = new URL(url).pathname.split("/");
		const arrived = { gateway, token, address: "192.0.2.1", headers: {}, body: Buffer.from('{"status":"completed"}') };
		expect(await receiveCallback(restarted(engine, NEW).doors, arrived)).toBe("noted");
	});
});

function engineKey(): string {
	return stage.emulator("evolink").env.EVOLINK_API_KEY ?? "";
}
