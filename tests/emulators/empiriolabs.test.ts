import { describe, expect, it } from "vitest";
import { RESULT_SHAPES, type ResultShape } from "../support/emulators/gateways/empiriolabs/result-shapes";
import { at, call, textAt } from "./support/call";
import { look, submit, submitTask } from "./support/drivers";
import { paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { itRefuses, points, type RefusalRow } from "./support/refusal-table";

const GOOD = { model: "kling-3-0-turbo", prompt: "a lighthouse", duration: 5 };
const bare = (png: Buffer) => png.toString("base64");
const dataUri = (png: Buffer) => `data:image/png;base64,${bare(png)}`;

function row(
	title: string,
	change: object,
	reply: object = { error: { code: "invalid_request" } },
	status = 400,
): RefusalRow {
	const body = { ...GOOD, ...change };
	return { title, send: (emulator) => call(emulator, "/v1/videos/generations", { body }), status, reply };
}

describe("EmpirioLabs emulator", () => {
	itRefuses(
		() => openEmulator("empiriolabs"),
		[
			row("a model written with dots", { model: "kling-3.0-turbo" }, { error: { code: "model_not_found" } }, 404),
			row("a prompt left out", { prompt: undefined }),
			row("a prompt of 3073 code points", { prompt: points(3073) }),
			row("a quoted duration", { duration: "5" }),
			row("a fractional duration", { duration: 5.5 }),
			row("16 seconds", { duration: 16 }),
			row("another resolution", { resolution: "4k" }),
			row("a sound switch", { generate_audio: true }),
			row("a ratio beside an image", { image: dataUri(paintPng()), aspect_ratio: "1:1" }),
			row("a small image", { image: dataUri(paintPng({ width: 299, height: 300 })) }),
			row("a transparent image", { image: dataUri(paintPng({ hasAlpha: true })) }),
			row("an image that is neither address nor base64", { image: "first frame" }),
			row("shots that do not add up", { prompt: "shot 1, 2, dawn; shot 2, 2, dusk;" }),
			{
				title: "a request without a key",
				send: (it) => call(it, "/v1/jobs/x", { key: null }),
				status: 401,
				reply: { error: { code: "missing_api_key" } },
			},
			{
				title: "an unknown key",
				send: (it) => call(it, "/v1/jobs/x", { key: "k" }),
				status: 401,
				reply: { error: { code: "invalid_api_key" } },
			},
			{
				title: "a look at an unknown job",
				send: (it) => call(it, "/v1/jobs/x"),
				status: 404,
				reply: { error: { code: "not_found" } },
			},
		],
	);

	it("takes a prompt of 3072 code points, which are more UTF-16 units", async () => {
		const emulator = await openEmulator("empiriolabs");
		const answer = await call(emulator, "/v1/videos/generations", { body: { ...GOOD, prompt: points(3072) } });
		expect(answer.status).toBe(200);
	});

	it("takes its own header for the key", async () => {
		const emulator = await openEmulator("empiriolabs");
		const headers = { "x-api-key": emulator.env.EMPIRIOLABS_API_KEY ?? "" };
		const answer = await call(emulator, "/v1/videos/generations", { body: GOOD, key: null, headers });
		expect(answer.status).toBe(200);
	});

	it("refuses a text-only draft only when told to", async () => {
		const emulator = await openEmulator("empiriolabs", { variant: { refuseTextOnly: true } });
		expect((await submit(emulator)).json).toMatchObject({ error: { code: "image_required" } });
		const image = dataUri(paintPng());
		const answer = await call(emulator, "/v1/videos/generations", { body: { ...GOOD, image } });
		expect(answer.status).toBe(200);
	});

	it.each([
		["data-uri", dataUri(paintPng()), 200],
		["data-uri", bare(paintPng()), 400],
		["bare", bare(paintPng()), 200],
		["bare", dataUri(paintPng()), 400],
	] as const)("when it reads only %s, judges an image by its form", async (base64, image, status) => {
		const emulator = await openEmulator("empiriolabs", { variant: { base64 } });
		const answer = await call(emulator, "/v1/videos/generations", { body: { ...GOOD, image } });
		expect(answer.status).toBe(status);
	});

	it.each([
		["relative", /^\/v1\/jobs\/job_/],
		["absolute", /^http:\/\/127\.0\.0\.1:\d+\/v1\/jobs\/job_/],
		["absent", /^undefined$/],
	] as const)("can give a poll address that is %s", async (pollUrl, pattern) => {
		const emulator = await openEmulator("empiriolabs", { variant: { pollUrl } });
		expect(String(at((await submit(emulator)).json, "poll_url"))).toMatch(pattern);
	});

	it("records a key that followed a poll address to another host", async () => {
		const emulator = await openEmulator("empiriolabs", { variant: { pollUrl: "other-host" } });
		const pollUrl = textAt((await submit(emulator)).json, "poll_url");
		expect(new URL(pollUrl).origin).toBe(emulator.filesBaseUrl);
		await call(emulator, "", { base: pollUrl });
		expect(emulator.ledger.requests.at(-1)).toMatchObject({ operation: "foreign-look", authorized: true });
	});

	it.each([200, 201, 202] as const)("can answer a submit with %i", async (submitStatus) => {
		const emulator = await openEmulator("empiriolabs", { variant: { submitStatus } });
		expect((await submit(emulator)).status).toBe(submitStatus);
	});

	const PATHS = RESULT_SHAPES.filter((shape) => shape !== "nowhere" && shape !== "somewhere deep");
	it.each(PATHS)("can put the film's address at %s", async (resultShape: ResultShape) => {
		const emulator = await openEmulator("empiriolabs", { variant: { resultShape } });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const path = resultShape.replace(/\[(\d+)\]/g, ".$1").split(".");
		const url = textAt((await look(emulator, id)).json, ...path);
		expect((await fetch(url)).status).toBe(200);
	});

	it("can leave the film's address out, though the job is done and charged", async () => {
		const emulator = await openEmulator("empiriolabs", { variant: { resultShape: "nowhere" } });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const answer = await look(emulator, id);
		expect(answer.json).toMatchObject({ status: "completed" });
		expect(answer.text).not.toContain("http");
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ refunded: false });
	});

	it.each([
		["object", { code: "upstream_error" }],
		["string", expect.stringContaining("upstream_error")],
		["absent", null],
	] as const)("can tell of a failed job by an error that is %s", async (jobError, error) => {
		const emulator = await openEmulator("empiriolabs", { variant: { jobError } });
		emulator.faults.once("submit", { kind: "task-fails" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		expect((await look(emulator, id)).json).toMatchObject({ status: "failed", error });
	});

	it("reports progress from 0 to 1", async () => {
		const emulator = await openEmulator("empiriolabs", { durations: { queuedMs: 0, renderingMs: 10_000 } });
		const id = await submitTask(emulator);
		await emulator.advance(5_000);
		expect(at((await look(emulator, id)).json, "progress")).toBe(0.5);
	});

	it("limits an account to its requests a minute when told to", async () => {
		const emulator = await openEmulator("empiriolabs", { variant: { requestsPerMinute: 2 } });
		const statuses = [await submit(emulator), await submit(emulator), await submit(emulator)].map((it) => it.status);
		expect(statuses).toEqual([200, 200, 429]);
		await emulator.advance(60_000);
		expect((await submit(emulator)).status).toBe(200);
	});

	it("charges more for 1080p", async () => {
		const emulator = await openEmulator("empiriolabs");
		await call(emulator, "/v1/videos/generations", { body: { ...GOOD, resolution: "1080p" } });
		expect(emulator.ledger.charges.map((entry) => entry.charged)).toEqual([{ micros: 1_125_000, currency: "USD" }]);
	});
});
