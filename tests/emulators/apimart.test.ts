import { describe, expect, it } from "vitest";
import { at, call, textAt } from "./support/call";
import { look, renderFilm, submit, submitTask } from "./support/drivers";
import { paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { itRefuses, points, type RefusalRow } from "./support/refusal-table";

const SUBMIT = "/v1/videos/generations";
const GOOD = { model: "kling-3.0-turbo", prompt: "a lighthouse", duration: 5 };

function row(title: string, change: object, param: string): RefusalRow {
	const body = { ...GOOD, ...change };
	const error = { type: "invalid_request_error", code: 400, param };
	return { title, send: (emulator) => call(emulator, SUBMIT, { body }), status: 400, reply: { error } };
}

describe("APIMart emulator", () => {
	itRefuses(
		() => openEmulator("apimart"),
		[
			row("a model written with dashes", { model: "kling-3-0-turbo" }, "model"),
			row("a quoted duration", { duration: "5" }, "duration"),
			row("a fractional duration", { duration: 5.5 }, "duration"),
			row("a text draft without a prompt", { prompt: undefined }, "prompt"),
			row("a prompt of 3073 code points", { prompt: points(3073) }, "prompt"),
			row("a quoted watermark switch", { watermark: "false" }, "watermark"),
			row("the mode of its other models", { mode: "pro" }, "mode"),
			row("a negative prompt", { negative_prompt: "rain" }, "negative_prompt"),
			row("a sound switch", { sound: true }, "sound"),
			row("a webhook on this machine", { webhook: "http://127.0.0.1/hook" }, "webhook"),
			row("a webhook on another port", { webhook: "https://storyreel.example:8443/hook" }, "webhook"),
			row("a webhook on its own domain", { webhook: "https://hooks.apimart.ai/hook" }, "webhook"),
			row("a small image", { first_frame_image: paintPng({ width: 200 }).toString("base64") }, "first_frame_image"),
			row("shots that do not add up", { prompt: "shot 1, 3, dawn; shot 2, 3, dusk;" }, "prompt"),
			{
				title: "a key header with a space",
				send: (it) => submit(it, { "idempotency-key": "two words" }),
				status: 400,
				reply: { error: { param: "Idempotency-Key" } },
			},
			{
				title: "a request without a key",
				send: (it) => call(it, "/v1/balance", { key: null }),
				status: 401,
				reply: { error: { type: "authentication_error" } },
			},
			{
				title: "an unknown task",
				send: (it) => call(it, "/v1/tasks/task_x"),
				status: 404,
				reply: { error: { type: "not_found" } },
			},
			{
				title: "an unknown language",
				send: (it) => call(it, "/v1/tasks/task_x?language=la"),
				status: 400,
				reply: { error: { param: "language" } },
			},
		],
	);

	it("ignores a ratio beside an image", async () => {
		const emulator = await openEmulator("apimart");
		const body = { ...GOOD, first_frame_image: "https://elsewhere.example/frame.png", aspect_ratio: "1:1" };
		expect((await call(emulator, SUBMIT, { body })).status).toBe(200);
	});

	it.each([
		["in-200", 200, { code: 402 }],
		["success-false", 402, { success: false }],
		["http", 402, { error: { code: 402 } }],
	] as const)("can refuse %s", async (refusals, status, reply) => {
		const emulator = await openEmulator("apimart", { variant: { refusals }, balanceMicros: 1 });
		expect(await submit(emulator)).toMatchObject({ status, json: reply });
		expect(emulator.ledger.totals.charges).toBe(0);
	});

	it.each([
		["array", ["data", 0, "task_id"]],
		["object", ["data", "task_id"]],
	] as const)("can answer a submit with data that is an %s", async (submitData, path) => {
		const emulator = await openEmulator("apimart", { variant: { submitData } });
		expect(textAt((await submit(emulator)).json, ...path)).toMatch(/^task_[0-9A-Z]{26}$/);
	});

	it.each([
		["array", "videos", ["url", 0]],
		["string", "videos", ["url"]],
		["array", "images", ["url", 0]],
	] as const)("can give the film's address as %s in %s", async (filmUrl, filmsAt, path) => {
		const emulator = await openEmulator("apimart", { variant: { filmUrl, filmsAt } });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const url = textAt((await look(emulator, id)).json, "data", "result", filmsAt, 0, ...path);
		expect((await fetch(url)).status).toBe(200);
	});

	it("says when the link ends, and ends it then", async () => {
		const emulator = await openEmulator("apimart");
		const { id, url } = await renderFilm(emulator);
		const video = at((await look(emulator, id)).json, "data", "result", "videos", 0);
		const leftMs = Number(textAt(video, "expires_at")) * 1000 - emulator.nowMs;
		await emulator.advance(leftMs - 2_000);
		expect((await fetch(url)).status).toBe(200);
		await emulator.advance(3_000);
		expect((await fetch(url)).status).toBe(403);
	});

	it("can keep silent about when the link ends", async () => {
		const emulator = await openEmulator("apimart", { variant: { expiresAt: "absent" } });
		const { id } = await renderFilm(emulator);
		expect((await look(emulator, id)).text).not.toContain("expires_at");
	});

	it.each([
		["object", { message: "Refused words" }],
		["detail", { detail: "Refused words" }],
		["string", "Refused words"],
		["absent", undefined],
	] as const)("can tell of a failed task by an error that is %s", async (taskError, error) => {
		const emulator = await openEmulator("apimart", { variant: { taskError } });
		emulator.faults.once("submit", { kind: "task-fails", message: "Refused words" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const data = at((await look(emulator, id)).json, "data");
		expect(data).toMatchObject({ status: "failed", ...(error === undefined ? {} : { error }) });
		expect(typeof at(data, "error")).toBe(typeof error);
	});

	it("gives only the marked film where a watermark was asked for", async () => {
		const emulator = await openEmulator("apimart");
		const submitted = await call(emulator, SUBMIT, { body: { ...GOOD, watermark: true } });
		const id = textAt(submitted.json, "data", 0, "task_id");
		await emulator.advance(60_000);
		expect((await look(emulator, id)).text).toContain("watermarked.mp4");
		expect((await look(emulator, id)).text).not.toContain("video.mp4");
	});

	it("can report the cost of a finished task", async () => {
		const emulator = await openEmulator("apimart", { variant: { reportsCost: true } });
		const { id } = await renderFilm(emulator);
		expect(at((await look(emulator, id)).json, "data", "cost")).toBe(0.5);
	});

	it.each([
		["flat", ["remain_balance"]],
		["wrapped", ["data", "remain_balance"]],
	] as const)("tells the balance, %s", async (balance, path) => {
		const emulator = await openEmulator("apimart", { variant: { balance }, balanceMicros: 2_000_000 });
		await submit(emulator);
		expect(at((await call(emulator, "/v1/balance")).json, ...path)).toBe(1.5);
	});

	it("refuses an upload that is no image", async () => {
		const emulator = await openEmulator("apimart");
		const body = new FormData();
		body.append("file", new Blob(["hello"]), "frame.png");
		expect((await call(emulator, "/v1/uploads/images", { body })).status).toBe(400);
	});

	it("refuses an upload under another field's name", async () => {
		const emulator = await openEmulator("apimart");
		const body = new FormData();
		body.append("image", new Blob([new Uint8Array(paintPng())]), "frame.png");
		expect((await call(emulator, "/v1/uploads/images", { body })).status).toBe(400);
	});
});
