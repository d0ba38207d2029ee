import { describe, expect, it } from "vitest";
import { NO_BILL } from "@/lib/domain/bill";
import { APIMART } from "@/lib/domain/catalog/apimart";
import { createApimart } from "@/lib/gateways/apimart";
import { gifHead } from "../emulators/support/images";
import { openCallbacks } from "../emulators/support/open";
import { describeContract } from "./contract";
import type { GatewayUnderTest } from "./contract/under-test";
import { receivedAs } from "./support/callbacks";
import { paintFrame } from "./support/frames";
import { composeScenario, prose, STORYBOARD_SCRIPT, scenario } from "./support/scenarios";
import { DISPATCH, jobFor, openStage, type Stage, startOne } from "./support/stage";

const path = "/v1/videos/generations";
const model = "kling-3.0-turbo";

const gateway: GatewayUnderTest = {
	name: "apimart",
	entry: APIMART,
	create: createApimart,
	headers: { "content-type": "application/json", "idempotency-key": DISPATCH },
	imageText: (image) => (image.kind === "url" ? image.url : ""),
	requests: {
		"text-1080p": () => ({
			path,
			body: { model, prompt: prose("text-1080p"), aspect_ratio: "16:9", resolution: "1080p", duration: 5 },
		}),
		"portrait-720p": () => ({
			path,
			body: { model, prompt: prose("portrait-720p"), aspect_ratio: "9:16", resolution: "720p", duration: 5 },
		}),
		"first-frame": (image) => ({
			path,
			body: { model, prompt: prose("first-frame"), first_frame_image: image, resolution: "720p", duration: 5 },
		}),
		"first-frame-only": (image) => ({
			path,
			body: { model, first_frame_image: image, resolution: "720p", duration: 5 },
		}),
		storyboard: () => ({
			path,
			body: { model, prompt: STORYBOARD_SCRIPT, aspect_ratio: "16:9", resolution: "720p", duration: 6 },
		}),
		"noir-portrait": (image) => ({
			path,
			body: { model, prompt: prose("noir-portrait"), first_frame_image: image, resolution: "1080p", duration: 10 },
		}),
	},
	refusals: [
		{ code: "invalid_request_error", failure: "refused-input" },
		{ code: "authentication_error", failure: "refused-key" },
		{ code: "insufficient_balance", failure: "refused-money" },
		{ code: "permission_denied", failure: "refused-permission" },
		{ code: "not_found", failure: "refused-unknown" },
		{ code: "payload_too_large", failure: "refused-image" },
		{ code: "rate_limit_error", failure: "refused-busy", waits: true },
	],
	unrepeatableCodes: ["idempotency_conflict"],
	openCodes: [
		"request_timeout",
		"idempotency_conflict",
		"server_error",
		"bad_gateway",
		"service_unavailable",
		"gateway_timeout",
	],
	busyCode: "rate_limit_error",
	taskFailures: [
		{ code: "generation_failed", message: "The video could not be generated.", failure: "gateway-error" },
		{ code: "blocked", message: "Blocked by the content policy.", failure: "moderation" },
		{ code: "bad_image", message: "The first frame is unreadable.", failure: "image" },
		{ code: "full", message: "The upstream is overloaded.", failure: "gateway-capacity" },
	],
	chargedOnFailure: "unknown",
	vanished: "unclear",
	reportsProgress: true,
	etaSeconds: 100,
	bills: { accepted: NO_BILL, done: NO_BILL },
	wrongSecrets: { apiKey: "sk-apimart-wrong" },
};

describeContract(gateway);

async function renderOne(stage: Stage) {
	const { request } = await composeScenario(stage, "text-1080p");
	const remoteId = await startOne(stage, request);
	await stage.emulator.advance(60_000);
	return stage.gateway.status(remoteId, stage.access);
}

describe("APIMart's own", () => {
	it("answers a repeat under the same key with the same task, charged once", async () => {
		const stage = await openStage(gateway);
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await startOne(stage, request)).toBe(await startOne(stage, request));
		expect(stage.emulator.ledger.totals).toMatchObject({ submits: 2, charges: 1 });
	});

	it("writes the length as a bare number", async () => {
		const stage = await openStage(gateway);
		const { request } = await composeScenario(stage, "text-1080p");
		expect(request.body).toMatch(/"duration":5[,}]/);
	});

	it.each([
		["unset", undefined],
		["on", true],
		["off", false],
	] as const)("sends the watermark switch %s as %s", async (watermark, sent) => {
		const { gateway: adapter } = await openStage(gateway);
		const { body } = adapter.compose(jobFor({ ...scenario("text-1080p").draft, watermark }));
		expect(JSON.parse(body).watermark).toBe(sent);
	});

	it("keeps an uploaded picture's end in mind", async () => {
		const stage = await openStage(gateway, { startMs: 1_800_000_000_000 });
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({
			kind: "uploaded",
			expiresAtMs: 1_800_000_000_000 + 72 * 3_600_000,
		});
	});

	it("blames the image when an upload is turned down", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("upload", { kind: "refused", code: "payload_too_large" });
		const frame = paintFrame();
		const failure = { code: "refused-image", charged: "no" };
		expect(await stage.gateway.uploadImage?.(frame, stage.access)).toMatchObject({ kind: "refused", failure });
		const notAnImage = { ...frame, bytes: gifHead().subarray(0, 4) };
		expect(await stage.gateway.uploadImage?.(notAnImage, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("comes back later when an upload meets a broken server", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("upload", { kind: "status", status: 502 });
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({
			kind: "refused",
			failure: { code: "refused-busy", charged: "no" },
			retryAfterMs: 10_000,
		});
	});

	it("blames the key when an upload meets a wrong one", async () => {
		const stage = await openStage(gateway, { secrets: gateway.wrongSecrets });
		const failure = { code: "refused-key" };
		expect(await stage.gateway.uploadImage?.(paintFrame(), stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("names the task of a callback, which comes to /callback below the address", async () => {
		const receiver = await openCallbacks();
		const stage = await openStage(gateway, { deliverCallbacksTo: receiver.origin });
		const job = jobFor(scenario("text-1080p").draft, {
			callbackUrl: "https://storyreel.example/api/callbacks/apimart/t",
		});
		const remoteId = await startOne(stage, stage.gateway.compose(job));
		await stage.emulator.advance(60_000);
		expect(receiver.received.map((each) => each.path)).toEqual(["/api/callbacks/apimart/t/callback"]);
		const hints = receiver.received.map((each) => stage.gateway.readCallback?.(receivedAs(each)));
		expect(hints).toEqual([{ kind: "hint", remoteId, eventId: `${remoteId}:completed` }]);
	});
});

describe("what APIMart leaves undocumented", () => {
	it.each([
		["one object for a submit's answer", { submitData: "object" }],
		["pending as the first word", { firstStatus: "pending" }],
	] as const)("accepts %s", async (_, variant) => {
		const stage = await openStage(gateway, { variant });
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({
			kind: "accepted",
			remoteId: expect.stringMatching(/^task_/),
		});
	});

	it.each([
		["an address that stands alone", { filmUrl: "string" }],
		["films among the images", { filmsAt: "images" }],
		["both", { filmUrl: "string", filmsAt: "images" }],
	] as const)("finds the film with %s", async (_, variant) => {
		expect(await renderOne(await openStage(gateway, { variant }))).toMatchObject({ kind: "done" });
	});

	it.each([
		["present", 1_800_000_000_000 + 32_000 + 24 * 3_600_000],
		["absent", null],
	] as const)("takes the link's end where it is %s", async (expiresAt, expiresAtMs) => {
		const stage = await openStage(gateway, { variant: { expiresAt }, startMs: 1_800_000_000_000 });
		expect(await renderOne(stage)).toMatchObject({ kind: "done", film: { expiresAtMs } });
	});

	it.each(["object", "detail", "string", "absent"] as const)(
		"reads a failed task whose error is %s",
		async (taskError) => {
			const stage = await openStage(gateway, { variant: { taskError } });
			stage.emulator.faults.once("submit", { kind: "task-fails", message: "The scene was too dark." });
			expect(await renderOne(stage)).toMatchObject({
				kind: "failed",
				failure: { code: "gateway-error", gatewayWords: taskError === "absent" ? null : "The scene was too dark." },
			});
		},
	);

	it.each(["in-200", "success-false"] as const)("reads refusals that come %s", async (refusals) => {
		const stage = await openStage(gateway, { variant: { refusals }, balanceMicros: 0 });
		const { request } = await composeScenario(stage, "text-1080p");
		const failure = { code: "refused-money", charged: "no" };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it("leaves open what a server's error inside a 200 did", async () => {
		const stage = await openStage(gateway, { variant: { refusals: "in-200" } });
		stage.emulator.faults.once("submit", { kind: "refused", code: "bad_gateway" });
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "unknown" });
	});

	it("learns nothing from a refusal inside a 200 when it looks", async () => {
		const stage = await openStage(gateway, { variant: { refusals: "in-200" } });
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		stage.emulator.faults.once("look", { kind: "refused", code: "rate_limit_error" });
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "unclear" });
	});

	it.each([
		[
			"stated",
			true,
			{ charged: { micros: 6_250_000, currency: "credits" }, chargedUsd: { micros: 625_000, currency: "USD" } },
		],
		["not stated", false, { charged: null, chargedUsd: null }],
	] as const)("keeps the cost where it is %s", async (_, reportsCost, bill) => {
		expect(await renderOne(await openStage(gateway, { variant: { reportsCost } }))).toMatchObject({ bill });
	});

	it.each(["flat", "wrapped"] as const)("reads the balance when it is %s", async (balance) => {
		const stage = await openStage(gateway, { variant: { balance }, balanceMicros: 12_340_000 });
		const money = { micros: 12_340_000, currency: "USD" };
		expect(await stage.gateway.probe(stage.access)).toEqual({ kind: "good", balance: money });
		const poor = await openStage(gateway, { variant: { balance }, balanceMicros: 0 });
		expect(await poor.gateway.probe(poor.access)).toMatchObject({ kind: "no-money" });
	});
});

it("offers no cancel and needs no look-up", async () => {
	const { gateway: adapter } = await openStage(gateway);
	expect(adapter).not.toHaveProperty("cancel");
	expect(adapter).not.toHaveProperty("findByOurId");
});
