import { describe, expect, it } from "vitest";
import { NO_BILL } from "@/lib/domain/bill";
import { KLING } from "@/lib/domain/catalog/kling";
import { createKling } from "@/lib/gateways/kling";
import type { RawCallback } from "@/lib/ports/gateway";
import { openCallbacks } from "../emulators/support/open";
import type { KlingVariant } from "../support/emulators/gateways/kling/variant";
import { describeContract } from "./contract";
import type { GatewayUnderTest } from "./contract/under-test";
import { receivedAs } from "./support/callbacks";
import { composeScenario, prose, STORYBOARD_SCRIPT, scenario } from "./support/scenarios";
import { DISPATCH, jobFor, OTHER_DISPATCH, openStage, type Stage, startOne } from "./support/stage";

const textPath = "/text-to-video/kling-3.0-turbo";
const imagePath = "/image-to-video/kling-3.0-turbo";
const options = { external_task_id: DISPATCH };
const firstFrame = (url: string) => ({ type: "first_frame", url });

const gateway: GatewayUnderTest = {
	name: "kling",
	entry: KLING,
	create: createKling,
	headers: { "content-type": "application/json" },
	imageText: (image) => (image.kind === "inline" ? Buffer.from(image.bytes).toString("base64") : image.url),
	requests: {
		"text-1080p": () => ({
			path: textPath,
			body: {
				prompt: prose("text-1080p"),
				settings: { resolution: "1080p", aspect_ratio: "16:9", duration: 5 },
				options,
			},
		}),
		"portrait-720p": () => ({
			path: textPath,
			body: {
				prompt: prose("portrait-720p"),
				settings: { resolution: "720p", aspect_ratio: "9:16", duration: 5 },
				options,
			},
		}),
		"first-frame": (image) => ({
			path: imagePath,
			body: {
				contents: [{ type: "prompt", text: prose("first-frame") }, firstFrame(image)],
				settings: { resolution: "720p", duration: 5 },
				options,
			},
		}),
		"first-frame-only": (image) => ({
			path: imagePath,
			body: { contents: [firstFrame(image)], settings: { resolution: "720p", duration: 5 }, options },
		}),
		storyboard: () => ({
			path: textPath,
			body: {
				prompt: STORYBOARD_SCRIPT,
				settings: { resolution: "720p", aspect_ratio: "16:9", duration: 6 },
				options,
			},
		}),
		"noir-portrait": (image) => ({
			path: imagePath,
			body: {
				contents: [{ type: "prompt", text: prose("noir-portrait") }, firstFrame(image)],
				settings: { resolution: "1080p", duration: 10 },
				options,
			},
		}),
	},
	refusals: [
		{ code: "1000", failure: "refused-key" },
		{ code: "1001", failure: "refused-key" },
		{ code: "1002", failure: "refused-key" },
		{ code: "1003", failure: "refused-key" },
		{ code: "1004", failure: "refused-key" },
		{ code: "1100", failure: "refused-account" },
		{ code: "1101", failure: "refused-money" },
		{ code: "1102", failure: "refused-money" },
		{ code: "1103", failure: "refused-permission" },
		{ code: "1200", failure: "refused-input" },
		{ code: "1201", failure: "refused-input" },
		{ code: "1202", failure: "refused-unknown" },
		{ code: "1203", failure: "refused-unknown" },
		{ code: "1300", failure: "refused-moderation" },
		{ code: "1301", failure: "refused-moderation" },
		{ code: "1302", failure: "refused-busy", waits: true },
		{ code: "1303", failure: "refused-busy", waits: true },
		{ code: "1304", failure: "refused-permission" },
	],
	openCodes: ["5000", "5001", "5002"],
	busyCode: "1302",
	taskFailures: [
		{ message: "Failure to pass the risk control system", failure: "moderation" },
		{ message: "The task broke.", failure: "gateway-error" },
		{ message: "The first frame could not be read.", failure: "image" },
	],
	chargedOnFailure: "unknown",
	vanished: "unclear",
	reportsProgress: false,
	etaSeconds: null,
	bills: { accepted: NO_BILL, done: { ...NO_BILL, charged: { micros: 5_000_000, currency: "units" } } },
	wrongSecrets: { apiKey: "kling-wrong-key" },
};

describeContract(gateway);

async function startText(stage: Stage, dispatchId = DISPATCH): Promise<string> {
	return startOne(stage, stage.gateway.compose(jobFor(scenario("text-1080p").draft, { dispatchId })));
}

describe("our own id at Kling", () => {
	function seek({ gateway: adapter, access }: Stage) {
		const request = adapter.compose(jobFor(scenario("text-1080p").draft));
		const sought = {
			dispatchId: DISPATCH,
			request,
			sentBetweenMs: [0, 1] as const,
			claimedRemoteIds: new Set<string>(),
			isAlone: true,
		};
		return adapter.findByOurId?.(sought, access);
	}

	it("finds the task whose answer was lost", async () => {
		const stage = await openStage(gateway);
		await startText(stage, OTHER_DISPATCH);
		stage.emulator.faults.once("submit", { kind: "reset" });
		await expect(startText(stage)).rejects.toMatchObject({ sent: "maybe" });
		const [, lost] = stage.emulator.ledger.submits;
		expect(await seek(stage)).toEqual({ kind: "found", remoteId: lost?.taskId });
	});

	it("is absent where nothing was made", async () => {
		expect(await seek(await openStage(gateway))).toEqual({ kind: "absent" });
	});

	it("is not taken for absent from an answer that lists nothing", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("look", { kind: "refused", code: "1302" });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
		stage.emulator.faults.once("look", { kind: "status", status: 200, body: '{"code":0,"message":"SUCCEED"}' });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
		stage.emulator.faults.once("look", { kind: "status", status: 200, body: '{"code":5000,"data":[]}' });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
	});

	it("makes a repeat unknown, never refused: the first try was charged", async () => {
		const stage = await openStage(gateway);
		const { request } = await composeScenario(stage, "text-1080p");
		await startOne(stage, request);
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "unknown" });
		expect(stage.emulator.ledger.totals).toMatchObject({ submits: 2, charges: 1 });
	});
});

describe("a look at several tasks of Kling's", () => {
	it("tells of each by one request, and of one that is missing nothing", async () => {
		const stage = await openStage(gateway);
		const one = await startText(stage);
		await stage.emulator.advance(60_000);
		const other = await startText(stage, OTHER_DISPATCH);
		const looks = await stage.gateway.statusMany?.([other, "899999999999999999", one], stage.access);
		expect(looks?.get(one)).toMatchObject({ kind: "done" });
		expect(looks?.get(other)).toMatchObject({ kind: "waiting", phase: "queued" });
		expect(looks?.get("899999999999999999")).toMatchObject({ kind: "unclear" });
		expect(stage.emulator.ledger.requests.filter((each) => each.operation === "look")).toHaveLength(1);
	});

	it("tells of none where the answer makes no sense", async () => {
		const stage = await openStage(gateway);
		const [one, other] = [await startText(stage), await startText(stage, OTHER_DISPATCH)];
		stage.emulator.faults.once("look", { kind: "refused", code: "1302", retryAfter: { form: "seconds", seconds: 30 } });
		const looks = await stage.gateway.statusMany?.([one, other], stage.access);
		for (const id of [one, other]) expect(looks?.get(id)).toMatchObject({ kind: "unclear", retryAfterMs: 30_000 });
	});
});

describe("Kling's own", () => {
	it("takes a key of the older kind for what it is", async () => {
		const stage = await openStage(gateway, { secrets: { apiKey: "eyJhbGciOi.eyJpc3MiOi.c2lnbmF0" } });
		expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "legacy-key" });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-legacy-key", sentence: expect.stringContaining("new key") };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("reads a refusal inside a 200", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("submit", { kind: "refused", code: "1101", status: 200 });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-money" };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("does not wait for what a 429 of a code nobody knows stands for", async () => {
		const stage = await openStage(gateway);
		const { request } = await composeScenario(stage, "text-1080p");
		stage.emulator.faults.once("submit", { kind: "status", status: 429, body: '{"code":1399,"message":"No."}' });
		const refused = await stage.gateway.start(request, stage.access);
		expect(refused).toMatchObject({ kind: "refused", failure: { code: "refused-unknown" }, retryAfterMs: null });
		stage.emulator.faults.once("submit", { kind: "status", status: 429 });
		const busy = await stage.gateway.start(request, stage.access);
		expect(busy).toMatchObject({ kind: "refused", failure: { code: "refused-busy" }, retryAfterMs: 10_000 });
	});

	it("waits for a place where every one is taken", async () => {
		const stage = await openStage(gateway, { variant: { parallel: 1 } });
		await startText(stage, OTHER_DISPATCH);
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({
			kind: "refused",
			failure: { code: "refused-busy", sentence: expect.stringContaining("frees one") },
			retryAfterMs: 10_000,
		});
	});

	it.each([
		["unset", undefined],
		["on", { enabled: true }],
		["off", { enabled: false }],
	] as const)("sends the watermark switch %s", async (watermark, sent) => {
		const { gateway: adapter } = await openStage(gateway);
		const { body } = adapter.compose(jobFor({ ...scenario("text-1080p").draft, watermark }));
		expect(JSON.parse(body).options.watermark_info).toEqual(sent);
	});

	it("keeps the clean film where a watermarked one was made too", async () => {
		const stage = await openStage(gateway);
		const request = stage.gateway.compose(jobFor({ ...scenario("text-1080p").draft, watermark: "on" }));
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		const look = await stage.gateway.status(remoteId, stage.access);
		expect(look).toMatchObject({
			kind: "done",
			film: { url: expect.stringContaining("/video.mp4?"), caveat: expect.stringContaining("watermarked copy") },
		});
	});

	it("keeps all eighteen digits of an id", async () => {
		const stage = await openStage(gateway);
		const remoteId = await startText(stage);
		expect(remoteId).toMatch(/^\d{18}$/);
		expect(stage.emulator.ledger.chargeOf(remoteId)).toBeDefined();
	});

	it.each([
		["succeed for the end", { doneWord: "succeed" }],
		["succeeded for the end", { doneWord: "succeeded" }],
		["no outputs while it runs", { outputsWhileRunning: "absent" }],
	] satisfies readonly (readonly [string, Partial<KlingVariant>])[])("takes %s", async (_, variant) => {
		const stage = await openStage(gateway, { variant });
		const remoteId = await startText(stage);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "waiting" });
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "done" });
	});

	it("is refused a first frame without a prompt where one is wanted", async () => {
		const stage = await openStage(gateway, { variant: { promptlessImage: "refused" } });
		const { request } = await composeScenario(stage, "first-frame-only");
		const failure = { code: "refused-input", charged: "no" };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});
});

describe("a callback from Kling", () => {
	const secret = `whsec_${Buffer.from("the secret of the console").toString("base64")}`;
	const older = `whsec_${Buffer.from("the one before").toString("base64")}`;

	async function deliver(variant: Partial<KlingVariant>) {
		const receiver = await openCallbacks();
		const stage = await openStage(gateway, { variant, deliverCallbacksTo: receiver.origin });
		const callbackUrl = "https://storyreel.example/api/callbacks/kling/t";
		const remoteId = await startOne(
			stage,
			stage.gateway.compose(jobFor(scenario("text-1080p").draft, { callbackUrl })),
		);
		await stage.emulator.advance(60_000);
		const last = receiver.received.at(-1);
		if (!last) throw new Error("Nothing was delivered.");
		const read = (others: Partial<RawCallback> = {}) =>
			stage.gateway.readCallback?.(receivedAs(last, { secret, nowMs: stage.emulator.nowMs, ...others }));
		return { remoteId, last, read, nowMs: stage.emulator.nowMs };
	}

	it("is genuine when signed with the secret, and named by its own id", async () => {
		const { remoteId, read } = await deliver({ webhookSecrets: [secret] });
		expect(read()).toEqual({ kind: "hint", remoteId, eventId: expect.stringMatching(/^msg_/) });
	});

	it("is genuine when one of several signatures fits", async () => {
		const { remoteId, read } = await deliver({ webhookSecrets: [older, secret] });
		expect(read()).toMatchObject({ kind: "hint", remoteId });
		expect(read({ secret: older })).toMatchObject({ kind: "hint", remoteId });
	});

	it("is forged when signed with another secret, or not at all", async () => {
		const other = await deliver({ webhookSecrets: [older] });
		expect(other.read()).toEqual({ kind: "forged" });
		const unsigned = await deliver({ webhookSecrets: [] });
		expect(unsigned.read()).toEqual({ kind: "forged" });
	});

	it("is forged when a byte of it was changed", async () => {
		const { read, last } = await deliver({ webhookSecrets: [secret] });
		const body = new TextEncoder().encode(last.text.replace("succeeded", "failed   "));
		expect(read({ body })).toEqual({ kind: "forged" });
	});

	it.each([
		["five minutes old", 300_000, "hint"],
		["older than five minutes", 302_000, "forged"],
		["from five minutes ahead", -299_000, "hint"],
		["from further ahead", -302_000, "forged"],
	] as const)("is judged by its age: %s", async (_, laterMs, kind) => {
		const { read, last } = await deliver({ webhookSecrets: [secret] });
		const sentMs = Number(last.headers["webhook-timestamp"]) * 1_000;
		expect(read({ nowMs: sentMs + laterMs })).toMatchObject({ kind });
	});

	it("is taken for a hint where no secret is set", async () => {
		const { remoteId, read } = await deliver({ webhookSecrets: [] });
		expect(read({ secret: null })).toEqual({ kind: "hint", remoteId, eventId: `${remoteId}:succeeded` });
	});

	it("is read in its older form", async () => {
		const { remoteId, read } = await deliver({ webhookSecrets: [], callbackBody: "legacy" });
		expect(read({ secret: null })).toEqual({ kind: "hint", remoteId, eventId: `${remoteId}:succeed` });
	});

	it.each([
		["without a timestamp", { "webhook-timestamp": "" }],
		["with a timestamp that is none", { "webhook-timestamp": "now" }],
		["with a signature of another version", { "webhook-signature": "v2,AAAA" }],
		["with an empty signature", { "webhook-signature": "v1," }],
		["with no version", { "webhook-signature": "AAAA" }],
	])("is forged %s", async (_, altered) => {
		const { read, last } = await deliver({ webhookSecrets: [secret] });
		const { headers } = receivedAs(last);
		expect(read({ headers: { ...headers, ...altered } })).toEqual({ kind: "forged" });
	});
});
