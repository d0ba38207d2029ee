import { describe, expect, it } from "vitest";
import { NO_BILL } from "@/lib/domain/bill";
import { USEAPI } from "@/lib/domain/catalog/useapi";
import { createUseapi } from "@/lib/gateways/useapi";
import { openCallbacks } from "../emulators/support/open";
import { describeContract } from "./contract";
import type { GatewayUnderTest } from "./contract/under-test";
import { receivedAs } from "./support/callbacks";
import { paintFrame } from "./support/frames";
import { composeScenario, prose, scenario } from "./support/scenarios";
import { DISPATCH, jobFor, OTHER_DISPATCH, openStage, prepareImage, type Stage, startOne } from "./support/stage";

const email = "director@example.com";
const textPath = "/videos/text2video";
const imagePath = "/videos/image2video-frames";
const common = { email, model_name: "kling-v3-0-turbo", replyRef: DISPATCH };

const gateway: GatewayUnderTest = {
	name: "useapi",
	entry: USEAPI,
	create: createUseapi,
	account: { email },
	headers: { "content-type": "application/json" },
	imageText: (image) => (image.kind === "url" ? image.url : ""),
	requests: {
		"text-1080p": () => ({
			path: textPath,
			body: { ...common, prompt: prose("text-1080p"), duration: "5", mode: "pro", aspect_ratio: "16:9" },
		}),
		"portrait-720p": () => ({
			path: textPath,
			body: { ...common, prompt: prose("portrait-720p"), duration: "5", mode: "std", aspect_ratio: "9:16" },
		}),
		"first-frame": (image) => ({
			path: imagePath,
			body: { ...common, prompt: prose("first-frame"), image, duration: "5", mode: "std" },
		}),
		"first-frame-only": (image) => ({ path: imagePath, body: { ...common, image, duration: "5", mode: "std" } }),
		storyboard: () => ({
			path: textPath,
			body: {
				...common,
				prompt: expect.not.stringMatching(/shot 1,|;$/),
				duration: "6",
				mode: "std",
				aspect_ratio: "16:9",
			},
		}),
		"noir-portrait": (image) => ({
			path: imagePath,
			body: { ...common, prompt: prose("noir-portrait"), image, duration: "10", mode: "pro" },
		}),
	},
	refusals: [
		{ code: "400", failure: "refused-input" },
		{ code: "401", failure: "refused-key" },
		{ code: "402", failure: "refused-money" },
		{ code: "404", failure: "refused-account" },
		{ code: "412", failure: "refused-money" },
		{ code: "422", failure: "refused-moderation" },
		{ code: "429", failure: "refused-busy", waits: true },
		{ code: "596", failure: "refused-account" },
	],
	openCodes: ["500"],
	busyCode: "429",
	taskFailures: [
		{ message: "The creation failed.", failure: "gateway-error" },
		{ message: "Failure to pass the risk control system", failure: "moderation" },
	],
	chargedOnFailure: "unknown",
	vanished: "gone",
	reportsProgress: false,
	etaSeconds: null,
	bills: { accepted: NO_BILL, done: NO_BILL },
	wrongSecrets: { token: "user:99999-wrong" },
};

describeContract(gateway);

async function startText(stage: Stage, dispatchId = DISPATCH): Promise<string> {
	const { account } = stage.access;
	return startOne(stage, stage.gateway.compose(jobFor(scenario("text-1080p").draft, { dispatchId, account })));
}

async function renderOne(stage: Stage) {
	const remoteId = await startText(stage);
	await stage.emulator.advance(60_000);
	return { remoteId, look: await stage.gateway.status(remoteId, stage.access) };
}

describe("the clean copy", () => {
	it("is taken in place of the watermarked film", async () => {
		const stage = await openStage(gateway);
		const { look } = await renderOne(stage);
		expect(look).toMatchObject({ kind: "done", film: { url: expect.stringContaining("/video.mp4?") } });
		expect(look).not.toHaveProperty("film.caveat");
	});

	it.each([
		["the account does not pay", { paidAccount: false }, null],
		["the session is broken", {}, { kind: "refused", code: "596" }],
		["the answer names no file", {}, { kind: "non-json" }],
	] as const)("gives way to the watermarked film when %s, and that is said", async (_, variant, fault) => {
		const stage = await openStage(gateway, { variant });
		if (fault) stage.emulator.faults.once("clean-copy", fault);
		expect((await renderOne(stage)).look).toMatchObject({
			kind: "done",
			film: {
				url: expect.stringContaining("/watermarked.mp4?"),
				caveat: expect.stringContaining("without the watermark"),
			},
		});
	});

	it("is waited for while the server is busy", async () => {
		const stage = await openStage(gateway);
		const remoteId = await startText(stage);
		await stage.emulator.advance(60_000);
		const retryAfter = { form: "seconds", seconds: 20 } as const;
		stage.emulator.faults.once("clean-copy", { kind: "refused", code: "429", retryAfter });
		const look = () => stage.gateway.status(remoteId, stage.access);
		expect(await look()).toMatchObject({ kind: "unclear", retryAfterMs: 20_000 });
		expect(await look()).toMatchObject({ kind: "done", film: { url: expect.stringContaining("/video.mp4?") } });
	});

	it("is asked for one work and one type, so that no archive comes", async () => {
		const stage = await openStage(gateway);
		await renderOne(stage);
		const asked = stage.emulator.ledger.requests.find((each) => each.operation === "clean-copy");
		expect(asked?.path).toMatch(/workIds=\d+&fileTypes=MP4$/);
	});
});

describe("a 404 to a look", () => {
	it("ends the take when it is the gateway's own, and says nothing when it is somebody's page", async () => {
		const stage = await openStage(gateway);
		const remoteId = await startText(stage);
		stage.emulator.faults.once("look", { kind: "status", status: 404 });
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "unclear" });
		expect(await stage.gateway.status("999999", stage.access)).toMatchObject({
			kind: "failed",
			failure: { code: "gone" },
		});
	});
});

describe("several accounts", () => {
	const accounts = [
		{ email: "first@example.com", maxJobs: 5 },
		{ email: "second@example.com", maxJobs: 5 },
	];

	it.each(accounts)("render the picture where it was uploaded: $email", async ({ email: chosen }) => {
		const stage = await openStage(gateway, { variant: { accounts }, account: { email: chosen } });
		const { request } = await composeScenario(stage, "first-frame");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "done" });
	});

	it("refuse an upload that names none of them", async () => {
		const stage = await openStage(gateway, { variant: { accounts }, account: {} });
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({ kind: "refused" });
	});

	it("need no e-mail when there is only one", async () => {
		const stage = await openStage(gateway, { account: {} });
		const { request } = await composeScenario(stage, "first-frame");
		expect(JSON.parse(request.body)).not.toHaveProperty("email");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "accepted" });
	});
});

describe("looking for our reference", () => {
	function seek({ gateway: adapter, access }: Stage, dispatchId = DISPATCH) {
		const request = adapter.compose(jobFor(scenario("text-1080p").draft));
		const sought = {
			dispatchId,
			request,
			sentBetweenMs: [0, 1] as const,
			claimedRemoteIds: new Set<string>(),
			isAlone: true,
		};
		return adapter.findByOurId?.(sought, access);
	}

	it.each([
		["in a bare list", { lists: "array" }],
		["in a list inside an object", { lists: "object" }],
		["in the scheduler alone", { echoInTasks: false }],
		["in the scheduler alone, inside an object", { echoInTasks: false, lists: "object" }],
	] as const)("finds the task %s", async (_, variant) => {
		const stage = await openStage(gateway, { variant });
		await startText(stage, OTHER_DISPATCH);
		const mine = await startText(stage);
		expect(await seek(stage)).toEqual({ kind: "found", remoteId: mine });
	});

	it("says when nobody repeats it", async () => {
		const stage = await openStage(gateway);
		await startText(stage, OTHER_DISPATCH);
		expect(await seek(stage)).toEqual({ kind: "absent" });
	});

	it.each(["list", "scheduler"] as const)("learns nothing when the %s cannot be read", async (operation) => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once(operation, { kind: "status", status: 500 });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
	});

	it("finds it in the scheduler when the list cannot be read", async () => {
		const stage = await openStage(gateway);
		const mine = await startText(stage);
		stage.emulator.faults.once("list", { kind: "status", status: 500 });
		expect(await seek(stage)).toEqual({ kind: "found", remoteId: mine });
	});

	it("does not take a list it cannot read for an empty one", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("list", { kind: "status", status: 200, body: '{"note":"nothing to see"}' });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
	});
});

describe("useapi.net's own", () => {
	it.each(["task.id", "task_id", "id"] as const)("reads the task's number at %s", async (idAt) => {
		const stage = await openStage(gateway, { variant: { idAt } });
		const remoteId = await startText(stage);
		expect(remoteId).toMatch(/^\d+$/);
		expect(stage.emulator.ledger.chargeOf(remoteId)).toBeDefined();
	});

	it.each(["message", "error"] as const)("quotes a failure told as %s", async (failureText) => {
		const stage = await openStage(gateway, { variant: { failureText } });
		stage.emulator.faults.once("submit", { kind: "task-fails", message: "The scene was too dark." });
		const failure = { gatewayWords: "The scene was too dark.", charged: "unknown" };
		expect((await renderOne(stage)).look).toMatchObject({ kind: "failed", failure });
	});

	it.each(["present", "absent"] as const)("reads a refusal whose code is %s", async (errorCode) => {
		const stage = await openStage(gateway, { variant: { errorCode }, balanceMicros: 0 });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-money", sentence: expect.stringContaining("Kling account") };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("says how to mend a broken session", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("submit", { kind: "refused", code: "596" });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-account", sentence: expect.stringContaining("add it again") };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("waits for a place when every job of the account is taken", async () => {
		const stage = await openStage(gateway, { variant: { accounts: [{ email, maxJobs: 1 }] } });
		await startText(stage);
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({
			kind: "refused",
			failure: { code: "refused-busy" },
			retryAfterMs: 10_000,
		});
	});

	it.each([1, 4])("takes an upload of status %s for refused", async (assetStatus) => {
		const stage = await openStage(gateway, { variant: { assetStatus } });
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({
			kind: "refused",
			failure: { code: "refused-image", gatewayWords: "Refused", charged: "no" },
			retryAfterMs: null,
		});
	});

	it("takes a picture that is too small for refused", async () => {
		const stage = await openStage(gateway);
		const tiny = paintFrame({ width: 200, height: 200 });
		const failure = { code: "refused-image", gatewayWords: expect.stringContaining("200x200") };
		expect(await stage.gateway.uploadImage?.(tiny, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("keeps the uploaded picture's own address", async () => {
		const stage = await openStage(gateway);
		expect(await prepareImage(stage, paintFrame())).toMatchObject({
			url: expect.stringContaining(stage.emulator.filesBaseUrl),
		});
	});

	it("frees the place of a task that is cancelled", async () => {
		const stage = await openStage(gateway, { variant: { accounts: [{ email, maxJobs: 1 }] } });
		const remoteId = await startText(stage);
		expect(await stage.gateway.cancel?.(remoteId, stage.access)).toEqual({ kind: "cancelled", bill: NO_BILL });
		expect(await startText(stage, OTHER_DISPATCH)).toMatch(/^\d+$/);
	});

	it("is too late to cancel what nobody knows, and unclear where the server breaks", async () => {
		const stage = await openStage(gateway);
		const remoteId = await startText(stage);
		expect(await stage.gateway.cancel?.("1", stage.access)).toEqual({ kind: "too-late" });
		stage.emulator.faults.once("cancel", { kind: "status", status: 500 });
		expect(await stage.gateway.cancel?.(remoteId, stage.access)).toMatchObject({ kind: "unclear" });
	});

	it("names the task of a callback", async () => {
		const receiver = await openCallbacks();
		const stage = await openStage(gateway, { deliverCallbacksTo: receiver.origin });
		const callbackUrl = "https://storyreel.example/api/callbacks/useapi/t";
		const job = jobFor(scenario("text-1080p").draft, { callbackUrl, account: { email } });
		const remoteId = await startOne(stage, stage.gateway.compose(job));
		await stage.emulator.advance(60_000);
		const hints = receiver.received.map((each) => stage.gateway.readCallback?.(receivedAs(each)));
		expect(hints).toEqual([
			{ kind: "hint", remoteId, eventId: `${remoteId}:processing` },
			{ kind: "hint", remoteId, eventId: `${remoteId}:succeed` },
		]);
	});
});

describe("testing a token", () => {
	it("finds no account behind it", async () => {
		const stage = await openStage(gateway, { variant: { accounts: [] }, account: {} });
		expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "no-account" });
	});

	it("does not find the account that was named", async () => {
		const stage = await openStage(gateway, { account: { email: "nobody@example.com" } });
		expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "no-account" });
	});

	it("sees that the account is empty", async () => {
		const stage = await openStage(gateway, { balanceMicros: 0 });
		expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "no-money" });
	});

	it("sees that the subscription has ended", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("balance", { kind: "refused", code: "402" });
		expect(await stage.gateway.probe(stage.access)).toMatchObject({ kind: "no-money" });
	});

	it("is content with any account where none is named", async () => {
		const stage = await openStage(gateway, { account: {} });
		expect(await stage.gateway.probe(stage.access)).toEqual({ kind: "good", balance: null });
	});
});
