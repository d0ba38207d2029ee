import { describe, expect, it } from "vitest";
import type { Doors } from "@/lib/services/doors";
import { findMeans } from "@/lib/services/find-means";
import { listKeys } from "@/lib/services/list-keys";
import { removeKey } from "@/lib/services/remove-key";
import { saveKey } from "@/lib/services/save-key";
import { submitTake } from "@/lib/services/submit-take";
import { testKey } from "@/lib/services/test-key";
import { type Engine, orderFor } from "../engine/support/engine";
import { openStage } from "../engine/support/stage";

const stage = openStage(["evolink", "useapi"]);

/** With the emulator's own key as a person's. */
async function saveOwn(engine: Engine, dailyLimitMicros: number | null = null) {
	const fields = { apiKey: stage.emulator("evolink").env.EVOLINK_API_KEY ?? "" };
	const saved = await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros });
	expect(saved.ok).toBe(true);
}

function keyless(): Engine {
	return stage.engine("evolink", { env: { EVOLINK_API_KEY: "" } });
}

describe("a person's key", () => {
	it("pays for their takes, before the operator's", async () => {
		const engine = keyless();
		expect(await submitTake(engine.doors, engine.browserId, orderFor("evolink"))).toMatchObject({
			problem: { kind: "no-key" },
		});
		await saveOwn(engine);
		const { id, payer } = await engine.submit("evolink");
		expect(payer).toEqual({ kind: "own" });
		await engine.until(id, "ready");
	});

	it("that is removed still looks after the takes it paid for, and then is gone", async () => {
		const engine = keyless();
		await saveOwn(engine);
		const { id } = await engine.submit("evolink");
		const take = await engine.find(id);
		await engine.step();
		await removeKey(engine.doors, engine.browserId, "evolink");
		expect(await listKeys(engine.doors, engine.browserId)).toEqual([]);
		await engine.until(id, "ready");
		expect(await engine.doors.keys.destroyUnused()).toBe(1);
		expect(await findMeans(engine.doors, take)).toBeNull();
	});

	it("has a limit of its own", async () => {
		const engine = keyless();
		await saveOwn(engine, 600_000);
		await engine.submit("evolink");
		const second = await submitTake(engine.doors, engine.browserId, orderFor("evolink"));
		expect(second).toMatchObject({
			problem: { kind: "over-cap", sentence: expect.stringContaining("Your own limit") },
		});
	});

	it("is stored so that nobody can read it, not even under another browser's name", async () => {
		const engine = keyless();
		await saveOwn(engine);
		const stored = await engine.doors.keys.findCurrent(engine.browserId, "evolink");
		if (!stored) throw new Error("It was not stored.");
		const secret = stage.emulator("evolink").env.EVOLINK_API_KEY ?? "";
		expect(JSON.stringify(stored)).not.toContain(secret);
		expect(engine.doors.vault.open(stored.sealed, `${"0".repeat(64)}|evolink|${stored.id}`)).toBeNull();
	});

	it.each([
		[{}, "incomplete", "apiKey"],
		[{ apiKey: "   " }, "incomplete", "apiKey"],
		[{ apiKey: "short" }, "malformed", "apiKey"],
		[{ apiKey: "two words in it" }, "malformed", "apiKey"],
		[{ apiKey: "sk-with\r\nx-injected: yes" }, "malformed", "apiKey"],
	])("%j is refused beside its field", async (fields, kind, field) => {
		const engine = keyless();
		const saved = await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros: null });
		expect(saved).toMatchObject({ ok: false, problem: { kind, field } });
	});

	it("keeps apart what is secret and what is not", async () => {
		const engine = stage.engine("useapi", { env: { USEAPI_TOKEN: "" } });
		const fields = { token: "user:12345-abcdef", email: "someone@example.org" };
		const saved = await saveKey(engine.doors, engine.browserId, { gateway: "useapi", fields, dailyLimitMicros: null });
		expect(saved).toMatchObject({ value: { account: { email: "someone@example.org" }, lastFour: "cdef" } });
	});
});

describe("a key's test", () => {
	/** Waits for what nobody waits for. */
	async function testAndRead(engine: Engine) {
		let work: Promise<void> = Promise.resolve();
		const doors: Doors = { ...engine.doors, inBackground: (_name, run) => (work = run()) };
		expect(await testKey(doors, engine.browserId, "evolink")).toMatchObject({ ok: true });
		const [asked] = await listKeys(doors, engine.browserId);
		expect(asked?.test?.result).toBe("asked");
		await work;
		return (await listKeys(doors, engine.browserId))[0]?.test;
	}

	it("says that it is good, and what is left", async () => {
		const engine = keyless();
		await saveOwn(engine);
		expect(await testAndRead(engine)).toMatchObject({
			result: "good",
			sentence: expect.stringContaining("credits are left"),
		});
	});

	it("says that it is wrong", async () => {
		const engine = keyless();
		const fields = { apiKey: "sk-nobody-knows-this" };
		await saveKey(engine.doors, engine.browserId, { gateway: "evolink", fields, dailyLimitMicros: null });
		expect(await testAndRead(engine)).toMatchObject({ result: "wrong-key" });
	});

	it("says that the gateway cannot be reached", async () => {
		const engine = keyless();
		await saveOwn(engine);
		await stage.emulator("evolink").refuseConnections();
		const test = await testAndRead(engine);
		await stage.emulator("evolink").acceptConnections();
		expect(test).toMatchObject({ result: "unclear", sentence: expect.stringContaining("could not be reached") });
	});
});
