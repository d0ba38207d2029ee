import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GATEWAY_NAMES } from "../support/emulators/kernel/personality";
import { type LaunchedEmulators, launchEmulators } from "../support/emulators/launch-emulators";

let launched: LaunchedEmulators;

beforeAll(async () => {
	const gateways = { kling: { variant: { doneWord: "succeed" } } } as const;
	launched = await launchEmulators({ clock: "manual", seed: 3, gateways });
});

afterAll(() => launched.close());

function submit(): Promise<Response> {
	const { KLING_BASE_URL, KLING_API_KEY } = launched.env;
	return fetch(`${KLING_BASE_URL}/text-to-video/kling-3.0-turbo`, {
		method: "POST",
		headers: { authorization: `Bearer ${KLING_API_KEY}`, "content-type": "application/json" },
		body: JSON.stringify({ prompt: "x" }),
	});
}

describe("the emulators in a process of their own", () => {
	it("are all five within reach", async () => {
		const ledgers = await Promise.all(GATEWAY_NAMES.map((name) => launched.gateways[name].ledger()));
		expect(ledgers.map((ledger) => ledger.totals.submits)).toEqual([0, 0, 0, 0, 0]);
	});

	it("give every variable that points the product at them", () => {
		expect(Object.keys(launched.env).sort()).toEqual([
			"APIMART_API_KEY",
			"APIMART_BASE_URL",
			"EMPIRIOLABS_API_KEY",
			"EMPIRIOLABS_BASE_URL",
			"EVOLINK_API_KEY",
			"EVOLINK_BASE_URL",
			"EVOLINK_FILES_BASE_URL",
			"KLING_API_KEY",
			"KLING_BASE_URL",
			"KLING_WEBHOOK_SECRET",
			"USEAPI_BASE_URL",
			"USEAPI_EMAIL",
			"USEAPI_TOKEN",
		]);
	});

	it("charge, render and remember, by their own options", async () => {
		const { kling } = launched.gateways;
		await kling.addFault({ operation: "submit", times: 1, fault: { kind: "reset" } });
		await expect(submit()).rejects.toThrow("fetch failed");
		await kling.advance(60_000);
		const { submits } = await kling.ledger();
		expect(submits).toMatchObject([{ outcome: "accepted", answered: null, finished: "done" }]);
		const look = await fetch(`${launched.env.KLING_BASE_URL}/tasks?task_ids=${submits[0]?.taskId}`, {
			headers: { authorization: `Bearer ${launched.env.KLING_API_KEY}` },
		});
		expect(await look.text()).toContain('"status":"succeed"');
	});
});
