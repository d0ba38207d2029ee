import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Emulator } from "../support/emulators/emulator";
import type { CallbackMode } from "../support/emulators/kernel/fault-kinds";
import { at, call, textAt } from "./support/call";
import { look } from "./support/drivers";
import { openCallbacks, openEmulator } from "./support/open";

const PUBLIC = "https://storyreel.example/api/callbacks/x/token";
const SECRET = `whsec_${Buffer.from("a secret of ours").toString("base64")}`;

const SUBMITS = {
	evolink: {
		path: "/v1/videos/generations",
		body: { model: "kling-v3-turbo-text-to-video", prompt: "x", callback_url: PUBLIC },
		idAt: ["id"],
	},
	apimart: {
		path: "/v1/videos/generations",
		body: { model: "kling-3.0-turbo", prompt: "x", webhook: PUBLIC },
		idAt: ["data", 0, "task_id"],
	},
	useapi: {
		path: "/videos/text2video",
		body: { model_name: "kling-v3-0-turbo", prompt: "x", replyUrl: PUBLIC, replyRef: "dp_1" },
		idAt: ["task", "id"],
	},
	kling: {
		path: "/text-to-video/kling-3.0-turbo",
		body: { prompt: "x", options: { callback_url: PUBLIC } },
		idAt: ["data", "id"],
	},
} as const;

type Caller = keyof typeof SUBMITS;

async function submitWithCallback(emulator: Emulator, gateway: Caller): Promise<string> {
	const { path, body, idAt } = SUBMITS[gateway];
	return textAt((await call(emulator, path, { body })).json, ...idAt);
}

async function openBoth(gateway: Caller, callbackMode: CallbackMode = "normal") {
	const receiver = await openCallbacks();
	const emulator = await openEmulator(gateway, { deliverCallbacksTo: receiver.origin, callbackMode });
	return { receiver, emulator };
}

describe("a callback", () => {
	it("from EvoLink comes once, at the end, and is the task as a look shows it", async () => {
		const { emulator, receiver } = await openBoth("evolink");
		const id = await submitWithCallback(emulator, "evolink");
		await emulator.advance(60_000);
		expect(receiver.received.map((it) => it.path)).toEqual(["/api/callbacks/x/token"]);
		expect(receiver.received[0]?.json).toEqual((await look(emulator, id)).json);
	});

	it("from APIMart goes to the address with /callback appended", async () => {
		const { emulator, receiver } = await openBoth("apimart");
		const id = await submitWithCallback(emulator, "apimart");
		await emulator.advance(60_000);
		expect(receiver.received.map((it) => it.path)).toEqual(["/api/callbacks/x/token/callback"]);
		expect(receiver.received[0]?.json).toEqual((await look(emulator, id)).json);
	});

	it("from useapi.net comes on progress and at the end, with our echo", async () => {
		const { emulator, receiver } = await openBoth("useapi");
		await submitWithCallback(emulator, "useapi");
		await emulator.advance(60_000);
		expect(receiver.received.map((it) => it.json)).toMatchObject([
			{ status_name: "processing", replyRef: "dp_1" },
			{ status_name: "succeed", status_final: true, replyRef: "dp_1" },
		]);
	});

	it("from useapi.net goes to the account's own address where none was named", async () => {
		const { emulator, receiver } = await openBoth("useapi");
		await call(emulator, "/v2/account", { body: { replyUrl: PUBLIC }, base: new URL(emulator.baseUrl).origin });
		await call(emulator, SUBMITS.useapi.path, { body: { model_name: "kling-v3-0-turbo", prompt: "x" } });
		await emulator.advance(60_000);
		expect(receiver.received).toHaveLength(2);
	});

	it("from Kling comes at every change, as the bare record", async () => {
		const { emulator, receiver } = await openBoth("kling");
		const id = await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		expect(receiver.received.map((it) => it.json)).toMatchObject([
			{ id, status: "processing" },
			{ id, status: "succeeded", outputs: [{ type: "video" }] },
		]);
	});

	it("never comes from EmpirioLabs", async () => {
		const { emulator, receiver } = { receiver: await openCallbacks(), emulator: await openEmulator("empiriolabs") };
		const body = { model: "kling-3-0-turbo", prompt: "x" };
		await call(emulator, "/v1/videos/generations", { body });
		await emulator.advance(60_000);
		expect(receiver.received).toEqual([]);
	});

	it("that leads off this machine is not sent at all", async () => {
		const emulator = await openEmulator("kling");
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual(["not-on-this-machine", "not-on-this-machine"]);
	});
});

describe("Kling's signature", () => {
	async function signedBy(webhookSecrets: readonly string[]) {
		const receiver = await openCallbacks();
		const emulator = await openEmulator("kling", { deliverCallbacksTo: receiver.origin, variant: { webhookSecrets } });
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		const [first] = receiver.received;
		if (!first) throw new Error("No callback came.");
		return { emulator, first };
	}

	function expected(secret: string, first: { headers: object; text: string }): string {
		const key = Buffer.from(secret.slice("whsec_".length), "base64");
		const content = `${at(first.headers, "webhook-id")}.${at(first.headers, "webhook-timestamp")}.${first.text}`;
		return `v1,${createHmac("sha256", key).update(content).digest("base64")}`;
	}

	it("covers id, time and body", async () => {
		const { first, emulator } = await signedBy([SECRET]);
		expect(first.headers["webhook-signature"]).toBe(expected(SECRET, first));
		expect(emulator.env.KLING_WEBHOOK_SECRET).toBe(SECRET);
	});

	it("is double while the secret changes", async () => {
		const old = `whsec_${Buffer.from("the former one").toString("base64")}`;
		const { first } = await signedBy([SECRET, old]);
		expect(first.headers["webhook-signature"]).toBe(`${expected(SECRET, first)} ${expected(old, first)}`);
	});

	it("is absent where there is no secret", async () => {
		const { first, emulator } = await signedBy([]);
		expect(Object.keys(first.headers).filter((name) => name.startsWith("webhook-"))).toEqual([]);
		expect(emulator.env).not.toHaveProperty("KLING_WEBHOOK_SECRET");
	});

	it("is wrong on a forged callback", async () => {
		const { emulator, receiver } = await openBoth("kling", "forged");
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		const secret = emulator.env.KLING_WEBHOOK_SECRET ?? "";
		const right = receiver.received.map((it) => it.headers["webhook-signature"] === expected(secret, it));
		expect(right).toEqual([false, true, false, true]);
	});
});

describe("callback modes", () => {
	const statuses = (received: readonly { json: unknown }[]) => received.map((it) => at(it.json, "status"));

	it("duplicate: every notice twice, the same bytes", async () => {
		const { emulator, receiver } = await openBoth("evolink", "duplicate");
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(60_000);
		expect(receiver.received).toHaveLength(2);
		expect(receiver.received[1]?.text).toBe(receiver.received[0]?.text);
	});

	it("reordered: the end first, the progress after", async () => {
		const receiver = await openCallbacks();
		const emulator = await openEmulator("kling", {
			deliverCallbacksTo: receiver.origin,
			callbackMode: "reordered",
			callbackDelayMs: 120_000,
		});
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		expect(statuses(receiver.received)).toEqual(["succeeded", "processing"]);
	});

	it("reordered: held back no longer than the delay where nothing follows", async () => {
		const { emulator, receiver } = await openBoth("evolink", "reordered");
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(32_000);
		expect(receiver.received).toHaveLength(0);
		await emulator.advance(5_000);
		expect(statuses(receiver.received)).toEqual(["completed"]);
	});

	it("forged: a lie before the truth, to the same address", async () => {
		const { emulator, receiver } = await openBoth("evolink", "forged");
		emulator.faults.once("submit", { kind: "task-fails" });
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(60_000);
		expect(statuses(receiver.received)).toEqual(["completed", "failed"]);
		expect(emulator.ledger.callbacks.map((it) => it.genuine)).toEqual([false, true]);
	});

	it("forged: the lie is told once, whatever it is answered", async () => {
		const { emulator, receiver } = await openBoth("evolink", "forged");
		receiver.answerWith(404, 204);
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(60_000);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual([404, 204]);
	});

	it("delayed: after the delay, not before", async () => {
		const { emulator, receiver } = await openBoth("evolink", "delayed");
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(36_999);
		expect(receiver.received).toHaveLength(0);
		await emulator.advance(1);
		expect(receiver.received).toHaveLength(1);
	});

	it("dropped: never, but written down", async () => {
		const { emulator, receiver } = await openBoth("evolink", "dropped");
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(3_600_000);
		expect(receiver.received).toHaveLength(0);
		expect(emulator.ledger.callbacks).toMatchObject([{ outcome: "dropped" }]);
	});

	it("can be set for one callback alone", async () => {
		const { emulator, receiver } = await openBoth("kling");
		emulator.faults.add({ operation: "callback", nth: 2, fault: { kind: "callback", mode: "dropped" } });
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		expect(statuses(receiver.received)).toEqual(["processing"]);
	});
});

describe("a callback nobody takes", () => {
	it("is tried by EvoLink again after 1, 2 and 4 seconds, then no more", async () => {
		const { emulator, receiver } = await openBoth("evolink");
		receiver.answerWith(500, 404, 302, 500, 500);
		await submitWithCallback(emulator, "evolink");
		await emulator.advance(3_600_000);
		const [first = 0, ...rest] = emulator.ledger.callbacks.map((it) => it.atMs);
		expect(rest.map((atMs) => atMs - first)).toEqual([1_000, 3_000, 7_000]);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual([500, 404, 302, 500]);
	});

	it("is tried by APIMart again after 10, 30 and 60 seconds while the answer is 5xx", async () => {
		const { emulator, receiver } = await openBoth("apimart");
		receiver.answerWith(503, 500);
		await submitWithCallback(emulator, "apimart");
		await emulator.advance(3_600_000);
		const [first = 0, ...rest] = emulator.ledger.callbacks.map((it) => it.atMs);
		expect(rest.map((atMs) => atMs - first)).toEqual([10_000, 40_000]);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual([503, 500, 204]);
	});

	it("is given up by APIMart at the first 4xx", async () => {
		const { emulator, receiver } = await openBoth("apimart");
		receiver.answerWith(404);
		await submitWithCallback(emulator, "apimart");
		await emulator.advance(3_600_000);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual([404]);
	});

	it("counts as unanswered where nobody listens", async () => {
		const { emulator, receiver } = await openBoth("kling");
		await receiver.close();
		await submitWithCallback(emulator, "kling");
		await emulator.advance(60_000);
		expect(emulator.ledger.callbacks.map((it) => it.outcome)).toEqual(["no-answer", "no-answer"]);
	});
});
