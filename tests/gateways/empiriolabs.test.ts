import { describe, expect, it } from "vitest";
import { NO_BILL } from "@/lib/domain/bill";
import { EMPIRIOLABS } from "@/lib/domain/catalog/empiriolabs";
import { createEmpirioLabs } from "@/lib/gateways/empiriolabs";
import { RESULT_SHAPES } from "../support/emulators/gateways/empiriolabs/result-shapes";
import { describeContract } from "./contract";
import type { GatewayUnderTest } from "./contract/under-test";
import { composeScenario, prose, STORYBOARD_SCRIPT, scenario } from "./support/scenarios";
import { jobFor, openStage, startOne } from "./support/stage";

const path = "/v1/videos/generations";
const model = "kling-3-0-turbo";
const gateway: GatewayUnderTest = {
	name: "empiriolabs",
	entry: EMPIRIOLABS,
	create: createEmpirioLabs,
	headers: { "content-type": "application/json" },
	imageText: (image) =>
		image.kind === "inline" ? `data:image/png;base64,${Buffer.from(image.bytes).toString("base64")}` : image.url,
	requests: {
		"text-1080p": () => ({
			path,
			body: { model, prompt: prose("text-1080p"), resolution: "1080p", aspect_ratio: "16:9", duration: 5 },
		}),
		"portrait-720p": () => ({
			path,
			body: { model, prompt: prose("portrait-720p"), resolution: "720p", aspect_ratio: "9:16", duration: 5 },
		}),
		"first-frame": (image) => ({
			path,
			body: { model, prompt: prose("first-frame"), image, resolution: "720p", duration: 5 },
		}),
		"first-frame-only": (image) => ({ path, body: { model, image, resolution: "720p", duration: 5 } }),
		storyboard: () => ({
			path,
			body: {
				model,
				prompt: STORYBOARD_SCRIPT,
				resolution: "720p",
				aspect_ratio: "16:9",
				duration: 6,
			},
		}),
		"noir-portrait": (image) => ({
			path,
			body: { model, prompt: prose("noir-portrait"), image, resolution: "1080p", duration: 10 },
		}),
	},
	refusedScenarios: ["first-frame-only"],
	refusals: [
		{ code: "missing_api_key", failure: "refused-key" },
		{ code: "invalid_api_key", failure: "refused-key" },
		{ code: "insufficient_credits", failure: "refused-money" },
		{ code: "invalid_request", failure: "refused-input" },
		{ code: "model_not_found", failure: "refused-permission" },
		{ code: "rate_limit_exceeded", failure: "refused-busy", waits: true },
	],
	openCodes: ["model_unavailable", "upstream_error"],
	busyCode: "rate_limit_exceeded",
	taskFailures: [
		{ code: "upstream_error", message: "The model could not make this video.", failure: "gateway-error" },
		{ code: "content_policy", message: "This goes against the rules.", failure: "moderation" },
		{ code: "timeout", message: "It took too long.", failure: "gateway-timeout" },
	],
	chargedOnFailure: "no",
	vanished: "unclear",
	reportsProgress: true,
	etaSeconds: null,
	bills: { accepted: NO_BILL, done: NO_BILL },
	wrongSecrets: { apiKey: "sk-empiriolabs-wrong" },
};

describeContract(gateway);

describe("what EmpirioLabs leaves undocumented", () => {
	it.each(RESULT_SHAPES.filter((shape) => shape !== "nowhere"))("finds the film at %s", async (resultShape) => {
		const stage = await openStage(gateway, { variant: { resultShape } });
		const { request } = await composeScenario(stage, "portrait-720p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({
			kind: "done",
			film: { url: expect.stringContaining("/video.mp4?") },
		});
	});

	it.each(["object", "string", "detail", "message", "non-json"] as const)(
		"quotes a refusal in the envelope %s",
		async (errorEnvelope) => {
			const stage = await openStage(gateway, { variant: { errorEnvelope }, balanceMicros: 0 });
			const { request } = await composeScenario(stage, "text-1080p");
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({
				kind: "refused",
				failure: { code: "refused-money", gatewayWords: expect.stringContaining("balance is not sufficient") },
			});
		},
	);

	it.each(["object", "string", "detail", "message", "non-json"] as const)(
		"asks for an image when text alone is turned down, in the envelope %s",
		async (errorEnvelope) => {
			const stage = await openStage(gateway, { variant: { refuseTextOnly: true, errorEnvelope } });
			const { request } = await composeScenario(stage, "text-1080p");
			const failure = { code: "refused-needs-image", sentence: expect.stringContaining("Add an image"), charged: "no" };
			expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
		},
	);

	it("does not ask for an image that is there", async () => {
		const stage = await openStage(gateway);
		stage.emulator.faults.once("submit", { kind: "refused", code: "invalid_request", message: "The image is odd." });
		const { request } = await composeScenario(stage, "first-frame");
		const failure = { code: "refused-input" };
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "refused", failure });
	});

	it.each(["relative", "absolute", "absent", "other-host"] as const)(
		"looks at its own host where poll_url is %s",
		async (pollUrl) => {
			const stage = await openStage(gateway, { variant: { pollUrl } });
			const { request } = await composeScenario(stage, "text-1080p");
			const remoteId = await startOne(stage, request);
			expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "waiting" });
			const { requests } = stage.emulator.ledger;
			expect(requests.filter((each) => each.operation === "foreign-look")).toEqual([]);
		},
	);

	it.each([200, 201, 202] as const)("takes a %s for an acceptance", async (submitStatus) => {
		const stage = await openStage(gateway, { variant: { submitStatus } });
		const { request } = await composeScenario(stage, "text-1080p");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "accepted" });
	});

	it.each(["completed", "succeeded", "success", "done"])("takes %s for the end", async (done) => {
		const words = { queued: "queued", rendering: "processing", done, failed: "failed", cancelled: "cancelled" };
		const stage = await openStage(gateway, { variant: { words } });
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "done" });
	});

	it.each([
		["failed", { kind: "task-fails" }, "gateway-error"],
		["error", { kind: "task-fails" }, "gateway-error"],
		["cancelled", { kind: "task-cancelled" }, "cancelled-there"],
		["canceled", { kind: "task-cancelled" }, "cancelled-there"],
	] as const)("takes %s for a bad end", async (word, fault, code) => {
		const words = { queued: "queued", rendering: "processing", done: "completed", failed: word, cancelled: word };
		const stage = await openStage(gateway, { variant: { words } });
		stage.emulator.faults.once("submit", fault);
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({ kind: "failed", failure: { code } });
	});

	it.each(["object", "string", "absent"] as const)("reads a failed job whose error is %s", async (jobError) => {
		const stage = await openStage(gateway, { variant: { jobError } });
		stage.emulator.faults.once("submit", { kind: "task-fails", message: "The scene was too dark." });
		const { request } = await composeScenario(stage, "text-1080p");
		const remoteId = await startOne(stage, request);
		await stage.emulator.advance(60_000);
		expect(await stage.gateway.status(remoteId, stage.access)).toMatchObject({
			kind: "failed",
			failure: { gatewayWords: jobError === "absent" ? null : expect.stringContaining("too dark") },
		});
	});

	it("sends a first frame without a prompt where that is allowed", async () => {
		const stage = await openStage(gateway, { variant: { promptOptionalWithImage: true } });
		const { request } = await composeScenario(stage, "first-frame-only");
		expect(await stage.gateway.start(request, stage.access)).toMatchObject({ kind: "accepted" });
	});
});

it("sends a negative prompt, and only where one is written", async () => {
	const { gateway: adapter } = await openStage(gateway);
	const bodyFor = (negativePrompt: string) =>
		JSON.parse(adapter.compose(jobFor({ ...scenario("text-1080p").draft, negativePrompt })).body);
	expect(bodyFor("blur, text")).toHaveProperty("negative_prompt", "blur, text");
	expect(bodyFor("  ")).not.toHaveProperty("negative_prompt");
});

it("offers nothing its documents do not", async () => {
	const { gateway: adapter } = await openStage(gateway);
	expect(adapter).not.toHaveProperty("uploadImage");
	expect(adapter).not.toHaveProperty("cancel");
	expect(adapter).not.toHaveProperty("findByOurId");
	expect(adapter).not.toHaveProperty("readCallback");
});
