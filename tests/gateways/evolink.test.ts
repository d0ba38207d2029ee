import { describe, expect, it } from "vitest";
import { NO_BILL } from "@/lib/domain/bill";
import { EVOLINK } from "@/lib/domain/catalog/evolink";
import type { Money } from "@/lib/domain/money";
import { createEvolink } from "@/lib/gateways/evolink";
import { openCallbacks } from "../emulators/support/open";
import { describeContract } from "./contract";
import type { GatewayUnderTest } from "./contract/under-test";
import { receivedAs } from "./support/callbacks";
import { paintFrame } from "./support/frames";
import { composeScenario, prose, STORYBOARD_SCRIPT, scenario } from "./support/scenarios";
import { DISPATCH, jobFor, OTHER_DISPATCH, openStage, type Stage, startOne } from "./support/stage";

const path = "/v1/videos/generations";
const model = "kling-v3-turbo-text-to-video";
const imageModel = "kling-v3-turbo-image-to-video";

const credits = (amount: number): Money => ({ micros: amount * 1_000_000, currency: "credits" });

const gateway: GatewayUnderTest = {
	name: "evolink",
	entry: EVOLINK,
	create: createEvolink,
	headers: { "content-type": "application/json", "idempotency-key": DISPATCH },
	imageText: (image) => (image.kind === "url" ? image.url : ""),
	requests: {
		"text-1080p": () => ({
			path,
			body: { model, prompt: prose("text-1080p"), duration: 5, aspect_ratio: "16:9", quality: "1080p" },
		}),
		"portrait-720p": () => ({
			path,
			body: { model, prompt: prose("portrait-720p"), duration: 5, aspect_ratio: "9:16", quality: "720p" },
		}),
		"first-frame": (image) => ({
			path,
			body: { model: imageModel, prompt: prose("first-frame"), image_start: image, duration: 5, quality: "720p" },
		}),
		"first-frame-only": (image) => ({
			path,
			body: { model: imageModel, image_start: image, duration: 5, quality: "720p" },
		}),
		storyboard: () => ({
			path,
			body: { model, prompt: STORYBOARD_SCRIPT, duration: 6, aspect_ratio: "16:9", quality: "720p" },
		}),
		"noir-portrait": (image) => ({
			path,
			body: { model: imageModel, prompt: prose("noir-portrait"), image_start: image, duration: 10, quality: "1080p" },
		}),
	},
	refusals: [
		{ code: "invalid_request", failure: "refused-input" },
		{ code: "invalid_api_key", failure: "refused-key" },
		{ code: "insufficient_quota", failure: "refused-money" },
		{ code: "insufficient_user_quota", failure: "refused-money" },
		{ code: "quota_not_enough", failure: "refused-money" },
		{ code: "insufficient_token_quota", failure: "refused-money" },
		{ code: "token_daily_quota_exceeded", failure: "refused-money" },
		{ code: "key_model_not_allowed", failure: "refused-permission" },
		{ code: "key_disabled", failure: "refused-key" },
		{ code: "key_expired", failure: "refused-key" },
		{ code: "file_too_large", failure: "refused-image" },
		{ code: "model_not_found", failure: "refused-unknown" },
		{ code: "rate_limit_exceeded", failure: "refused-busy", waits: true },
	],
	unrepeatableCodes: ["idempotency_conflict", "paid_outcome_unknown"],
	openCodes: [
		"idempotency_conflict",
		"paid_outcome_unknown",
		"service_error",
		"no_available_channel",
		"model_unavailable",
		"channel:no_available_key",
	],
	busyCode: "rate_limit_exceeded",
	taskFailures: [
		{ code: "content_policy_violation", message: "Not allowed.", failure: "moderation" },
		{ code: "invalid_parameters", message: "Odd.", failure: "input" },
		{ code: "image_processing_error", message: "Unreadable.", failure: "image" },
		{ code: "image_dimension_mismatch", message: "Too small.", failure: "image" },
		{ code: "request_cancelled", message: "Stopped.", failure: "cancelled-there" },
		{ code: "generation_failed_no_content", message: "Empty.", failure: "gateway-error" },
		{ code: "service_error", message: "Broken.", failure: "gateway-error" },
		{ code: "generation_timeout", message: "Slow.", failure: "gateway-timeout" },
		{ code: "resource_exhausted", message: "Full.", failure: "gateway-capacity" },
		{ code: "quota_exceeded", message: "Over.", failure: "gateway-capacity" },
		{ code: "service_unavailable", message: "Away.", failure: "gateway-capacity" },
		{ code: "resource_not_found", message: "Lost.", failure: "gateway-error" },
		{ code: "unknown_error", message: "Who knows.", failure: "gateway-error" },
		{ code: "never_heard_of", message: "New.", failure: "gateway-error" },
	],
	chargedOnFailure: "yes-refunded",
	vanished: "unclear",
	reportsProgress: true,
	etaSeconds: 180,
	bills: {
		accepted: { ...NO_BILL, reserved: credits(45) },
		done: { ...NO_BILL, charged: credits(45), chargedUsd: { micros: 660_000, currency: "USD" } },
	},
	wrongSecrets: { apiKey: "sk-evolink-wrong" },
};

describeContract(gateway);

describe("EvoLink's own", () => {
	it("answers a repeat under the same key with the same task, charged once", async () => {
		const stage = await openStage(gateway);
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await startOne(stage, request)).toBe(await startOne(stage, request));
		expect(stage.emulator.ledger.totals).toMatchObject({ submits: 2, charges: 1 });
	});

	it("tells the balance in credits, the key's own where that is less", async () => {
		const stage = await openStage(gateway, { balanceMicros: 72_000_000 });
		expect(await stage.gateway.probe(stage.access)).toEqual({ kind: "good", balance: credits(72) });
		const poor = await openStage(gateway, { balanceMicros: 0 });
		expect(await poor.gateway.probe(poor.access)).toMatchObject({ kind: "no-money" });
	});

	it("puts the picture on its file host, and says until when it stays", async () => {
		const stage = await openStage(gateway, { startMs: 1_800_000_000_000 });
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({
			kind: "uploaded",
			image: { kind: "url", url: expect.stringContaining(stage.emulator.filesBaseUrl) },
			expiresAtMs: 1_800_000_000_000 + 72 * 3_600_000,
		});
		expect(stage.emulator.ledger.totals.submits).toBe(0);
	});

	it.each([
		["at once", "at-submit", { kind: "refused" }],
		["while rendering", "in-task", { kind: "accepted" }],
	] as const)("turns a small picture down %s", async (_, imageProblems, outcome) => {
		const stage = await openStage(gateway, { variant: { imageProblems } });
		const { draft } = scenario("first-frame");
		const uploaded = await stage.gateway.uploadImage?.(paintFrame({ width: 200, height: 200 }), stage.access);
		if (uploaded?.kind !== "uploaded") throw new Error("It takes any picture at first.");
		const started = await stage.gateway.start(stage.gateway.compose(jobFor(draft, uploaded)), stage.access);
		expect(started).toMatchObject(outcome);
		if (started.kind !== "accepted") return;
		await stage.emulator.advance(60_000);
		const gatewayWords = expect.stringMatching(/ Change the request and try again\.$/);
		const failure = { code: "image", charged: "yes-refunded", gatewayWords };
		expect(await stage.gateway.status(started.remoteId, stage.access)).toMatchObject({ kind: "failed", failure });
	});

	it("is sent shots under the word that was chosen, and takes them", async () => {
		const create: typeof createEvolink = (parts) => createEvolink({ ...parts, shotWord: "镜头" });
		const stage = await openStage({ ...gateway, create });
		const { request } = await composeScenario(stage, "storyboard");
		expect(JSON.parse(request.body).prompt).toBe(STORYBOARD_SCRIPT.replaceAll("shot ", "镜头 "));
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "accepted" });
	});

	it("names the task of a callback without believing it", async () => {
		const receiver = await openCallbacks();
		const stage = await openStage(gateway, { deliverCallbacksTo: receiver.origin });
		const job = jobFor(scenario("text-1080p").draft, {
			callbackUrl: "https://storyreel.example/api/callbacks/evolink/t",
		});
		const remoteId = await startOne(stage, stage.gateway.compose(job));
		await stage.emulator.advance(60_000);
		const hints = receiver.received.map((each) => stage.gateway.readCallback?.(receivedAs(each)));
		expect(hints).toEqual([{ kind: "hint", remoteId, eventId: `${remoteId}:completed` }]);
	});

	it("takes a callback that is no JSON for a hint about nothing", async () => {
		const { gateway: adapter } = await openStage(gateway);
		const callback = { headers: {}, body: new TextEncoder().encode("<html>"), nowMs: 0, secret: null };
		expect(adapter.readCallback?.(callback)).toEqual({ kind: "hint", remoteId: null, eventId: null });
	});

	it.each([
		["a number for a code", { errorCode: "number" }],
		["no request id in its words", { requestIdInMessage: false }],
	] as const)("reads a refusal with %s", async (_, variant) => {
		const stage = await openStage(gateway, { variant, balanceMicros: 0 });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-money" };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it.each(["cancelled", "failed"] as const)("takes %s for cancelled there", async (cancelledWord) => {
		const stage = await openStage(gateway, { variant: { cancelledWord } });
		stage.emulator.faults.once("submit", { kind: "task-cancelled" });
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		const failure = { code: "cancelled-there", charged: "yes-refunded" };
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "failed", failure });
	});

	it("reads a finished task that leaves out all that is optional", async () => {
		const stage = await openStage(gateway, { variant: { sparse: true } });
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "done", bill: NO_BILL });
	});
});

describe("looking for a task whose answer was lost", () => {
	const sentBetween = ({ emulator }: Stage) => [emulator.nowMs - 1_000, emulator.nowMs + 1_000] as const;

	async function seek(stage: Stage, claimed: readonly string[] = [], window = sentBetween(stage), isAlone = true) {
		const request = stage.gateway.compose(jobFor(scenario("text-1080p").draft));
		const claimedRemoteIds = new Set(claimed);
		const sought = { dispatchId: DISPATCH, request, sentBetweenMs: window, claimedRemoteIds, isAlone };
		return stage.gateway.findByOurId?.(sought, stage.access);
	}

	function startAs(stage: Stage, dispatchId = DISPATCH, key: "text-1080p" | "first-frame" = "text-1080p") {
		const image = key === "first-frame" ? ({ kind: "url", url: "https://images.example/a.png" } as const) : null;
		return startOne(stage, stage.gateway.compose(jobFor(scenario(key).draft, { dispatchId, image })));
	}

	it("adopts the one unclaimed task of its model in the window", async () => {
		const stage = await openStage(gateway);
		const mine = await startAs(stage);
		await startAs(stage, OTHER_DISPATCH, "first-frame");
		expect(await seek(stage)).toEqual({ kind: "found", remoteId: mine });
	});

	it("passes over tasks of other takes", async () => {
		const stage = await openStage(gateway);
		const theirs = await startAs(stage, OTHER_DISPATCH);
		const mine = await startAs(stage);
		expect(await seek(stage, [theirs])).toEqual({ kind: "found", remoteId: mine });
		expect(await seek(stage, [theirs, mine])).toEqual({ kind: "absent" });
	});

	it("adopts none while another take is in doubt as well, since the task may be its", async () => {
		const stage = await openStage(gateway);
		await startAs(stage);
		expect(await seek(stage, [], sentBetween(stage), false)).toMatchObject({ kind: "unclear" });
		expect(await seek(stage, [], [0, 1], false)).toEqual({ kind: "absent" });
	});

	it("adopts none where two fit", async () => {
		const stage = await openStage(gateway);
		await startAs(stage, OTHER_DISPATCH);
		await startAs(stage);
		expect(await seek(stage)).toMatchObject({ kind: "unclear", reason: expect.stringContaining("2 tasks") });
	});

	it("passes over tasks made before or after the window", async () => {
		const stage = await openStage(gateway);
		await startAs(stage, OTHER_DISPATCH);
		await stage.emulator.advance(3_600_000);
		const window = sentBetween(stage);
		await stage.emulator.advance(3_600_000);
		await startAs(stage);
		expect(await seek(stage, [], window)).toEqual({ kind: "absent" });
	});

	it("turns the page", async () => {
		const stage = await openStage(gateway);
		const mine = await startAs(stage);
		const window = sentBetween(stage);
		await stage.emulator.advance(60_000);
		for (let other = 0; other < 60; other += 1) {
			const headers = { "idempotency-key": `other-${other}` };
			const request = stage.gateway.compose(jobFor(scenario("text-1080p").draft));
			await stage.gateway.start({ ...request, headers: { ...request.headers, ...headers } }, stage.access);
		}
		expect(await seek(stage, [], window)).toEqual({ kind: "found", remoteId: mine });
	});

	it("learns nothing from a failed look", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("list", { kind: "status", status: 502 });
		expect(await seek(stage)).toMatchObject({ kind: "unclear" });
	});
});
