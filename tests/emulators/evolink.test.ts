import { describe, expect, it } from "vitest";
import type { Emulator } from "../support/emulators/emulator";
import { type Answer, at, call, textAt } from "./support/call";
import { look, renderFilm, submit, submitTask } from "./support/drivers";
import { gifHead, paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { itRefuses, points, type RefusalRow } from "./support/refusal-table";

const SUBMIT = "/v1/videos/generations";
const TEXT = { model: "kling-v3-turbo-text-to-video", prompt: "a lighthouse", duration: 5 };
const IMAGE = {
	model: "kling-v3-turbo-image-to-video",
	image_start: "https://elsewhere.example/frame.png",
	duration: 5,
};

function row(title: string, body: object, param?: string): RefusalRow {
	const error = { code: "invalid_request", ...(param === undefined ? {} : { param }) };
	return { title, send: (emulator) => call(emulator, SUBMIT, { body }), status: 400, reply: { error } };
}

async function upload(emulator: Emulator, bytes: Buffer): Promise<Answer> {
	const body = new FormData();
	body.append("file", new Blob([new Uint8Array(bytes)]), "frame.png");
	return call(emulator, "/api/v1/files/upload/stream", { body, base: emulator.filesBaseUrl });
}

describe("EvoLink emulator", () => {
	itRefuses(
		() => openEmulator("evolink"),
		[
			row("a text draft without a prompt", { ...TEXT, prompt: undefined }, "prompt"),
			row("a prompt of 2501 code points", { ...TEXT, prompt: points(2501) }, "prompt"),
			row("a quoted duration", { ...TEXT, duration: "5" }, "duration"),
			row("a fractional duration", { ...TEXT, duration: 4.5 }, "duration"),
			row("2 seconds", { ...TEXT, duration: 2 }, "duration"),
			row("resolution by another name", { ...TEXT, resolution: "720p" }, "resolution"),
			row("4k", { ...TEXT, quality: "4k" }, "quality"),
			row("a negative prompt", { ...TEXT, negative_prompt: "rain" }, "negative_prompt"),
			row("a watermark switch", { ...TEXT, watermark: false }, "watermark"),
			row("a sound switch", { ...TEXT, sound: "on" }, "sound"),
			row("an image for the text model", { ...TEXT, image_start: IMAGE.image_start }, "image_start"),
			row("the image model without an image", { ...IMAGE, image_start: undefined }, "image_start"),
			row("an inlined image", { ...IMAGE, image_start: "data:image/png;base64,iVBORw0KGgo=" }, "image_start"),
			row("a ratio beside an image", { ...IMAGE, aspect_ratio: "16:9" }, "aspect_ratio"),
			row("a callback address without TLS", { ...TEXT, callback_url: "http://storyreel.example/x" }, "callback_url"),
			row("a private callback address", { ...TEXT, callback_url: "https://192.168.1.2/x" }, "callback_url"),
			row(
				"an overlong callback address",
				{ ...TEXT, callback_url: `https://a.example/${"x".repeat(2048)}` },
				"callback_url",
			),
			row("shots that do not add up", { ...TEXT, prompt: "镜头 1, 3, 黎明; 镜头 2, 3, 黄昏;" }, "prompt"),
			{
				title: "an unknown model",
				send: (it) => call(it, SUBMIT, { body: { ...TEXT, model: "kling-v3" } }),
				status: 404,
				reply: { error: { code: "model_not_found", param: "model" } },
			},
			{
				title: "another scheme than Bearer",
				send: (it) => call(it, "/v1/credits", { headers: { authorization: "Key sk-evolink-emulated" } }),
				status: 401,
				reply: { error: { code: "invalid_api_key" } },
			},
			{
				title: "an id that is none of its own",
				send: (it) => call(it, "/v1/tasks/task_1"),
				status: 400,
				reply: { error: { code: "invalid_task_id" } },
			},
			{
				title: "an unknown task",
				send: (it) => call(it, "/v1/tasks/task-unified-1"),
				status: 404,
				reply: { error: { code: "not_found" } },
			},
		],
	);

	it("takes an image it was given before", async () => {
		const emulator = await openEmulator("evolink");
		const image_start = textAt((await upload(emulator, paintPng())).json, "data", "file_url");
		const answer = await call(emulator, SUBMIT, { body: { ...IMAGE, image_start } });
		expect(answer.status).toBe(200);
	});

	it("keeps an uploaded image for 72 hours", async () => {
		const emulator = await openEmulator("evolink");
		const image_start = textAt((await upload(emulator, paintPng())).json, "data", "file_url");
		await emulator.advance(72 * 3_600_000);
		const answer = await call(emulator, SUBMIT, { body: { ...IMAGE, image_start } });
		expect(answer).toMatchObject({ status: 400, json: { error: { param: "image_start" } } });
	});

	it("stores a GIF, and refuses to start from it", async () => {
		const emulator = await openEmulator("evolink");
		const stored = await upload(emulator, gifHead());
		expect(at(stored.json, "data", "mime_type")).toBe("image/gif");
		const image_start = textAt(stored.json, "data", "file_url");
		expect((await call(emulator, SUBMIT, { body: { ...IMAGE, image_start } })).status).toBe(400);
	});

	it("refuses to store what is no image", async () => {
		const emulator = await openEmulator("evolink");
		expect((await upload(emulator, Buffer.from("hello"))).status).toBe(400);
	});

	it("lists, counts and deletes what was uploaded", async () => {
		const emulator = await openEmulator("evolink");
		const base = emulator.filesBaseUrl;
		const id = textAt((await upload(emulator, paintPng())).json, "data", "file_id");
		expect(at((await call(emulator, "/api/v1/files/list", { base })).json, "data", "total")).toBe(1);
		expect(at((await call(emulator, "/api/v1/files/quota", { base })).json, "data", "used_files")).toBe(1);
		await call(emulator, `/api/v1/files/${id}`, { base, method: "DELETE" });
		expect(at((await call(emulator, "/api/v1/files/list", { base })).json, "data", "total")).toBe(0);
	});

	it.each([
		["image_processing_error", gifHead()],
		["image_dimension_mismatch", paintPng({ width: 1000, height: 300 })],
	])("can find a bad image while rendering: %s, and gives the money back", async (code, bytes) => {
		const emulator = await openEmulator("evolink", { variant: { imageProblems: "in-task" } });
		const image_start = textAt((await upload(emulator, bytes)).json, "data", "file_url");
		const id = textAt((await call(emulator, SUBMIT, { body: { ...IMAGE, image_start } })).json, "id");
		await emulator.advance(60_000);
		expect((await look(emulator, id)).json).toMatchObject({ status: "failed", error: { code } });
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ refunded: true });
	});

	it("answers a batch without the tasks it does not know", async () => {
		const emulator = await openEmulator("evolink");
		const id = await submitTask(emulator);
		const body = { task_ids: ["task-unified-unknown", id] };
		const answer = await call(emulator, "/v1/tasks/batch", { body });
		expect(at(answer.json, "data")).toEqual([expect.objectContaining({ id })]);
	});

	it("lists tasks by their state, newest first, without links", async () => {
		const emulator = await openEmulator("evolink");
		const { id } = await renderFilm(emulator);
		const running = await submitTask(emulator);
		const all = await call(emulator, "/v1/tasks");
		expect(at(all.json, "data")).toMatchObject([{ id: running }, { id }]);
		const done = await call(emulator, "/v1/tasks?status=completed");
		expect(at(done.json, "data")).toMatchObject([{ id, has_results: true, credits_used: 36 }]);
		expect(done.text).not.toContain("http");
	});

	it("pages its list", async () => {
		const emulator = await openEmulator("evolink");
		const first = await submitTask(emulator);
		await submitTask(emulator);
		const answer = await call(emulator, "/v1/tasks?page=2&page_size=1");
		expect(answer.json).toMatchObject({ data: [{ id: first }], total: 2, page: 2, page_size: 1 });
	});

	it("reserves credits from the balance and gives them back when the task fails", async () => {
		const emulator = await openEmulator("evolink", { balanceMicros: 100_000_000 });
		const credits = async () => at((await call(emulator, "/v1/credits")).json, "data", "user", "remaining_credits");
		emulator.faults.once("submit", { kind: "task-fails" });
		await submit(emulator);
		expect(await credits()).toBe(64);
		await emulator.advance(60_000);
		expect(await credits()).toBe(100);
	});

	it("refuses what the balance cannot pay, and takes nothing", async () => {
		const emulator = await openEmulator("evolink", { balanceMicros: 35_000_000 });
		const answer = await submit(emulator);
		expect(answer).toMatchObject({ status: 402, json: { error: { code: "insufficient_user_quota" } } });
		expect(emulator.ledger.totals).toMatchObject({ submits: 1, charges: 0 });
	});

	it("states what a finished task cost, in credits and in money", async () => {
		const emulator = await openEmulator("evolink");
		const { id } = await renderFilm(emulator);
		const { json } = await look(emulator, id);
		expect(at(json, "usage")).toMatchObject({ credits_used: 36, cost: { credits: 36, usd: 0.53, cny: 3.6 } });
	});

	it.each([
		["cancelled", { status: "cancelled" }],
		["failed", { status: "failed", error: { code: "request_cancelled" } }],
	] as const)("shows a cancelled task as %s", async (cancelledWord, reply) => {
		const emulator = await openEmulator("evolink", { variant: { cancelledWord } });
		emulator.faults.once("submit", { kind: "task-cancelled" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		expect((await look(emulator, id)).json).toMatchObject(reply);
	});

	it("can give its error codes as numbers", async () => {
		const emulator = await openEmulator("evolink", { variant: { errorCode: "number" } });
		expect((await call(emulator, "/v1/tasks/task-unified-1")).json).toMatchObject({ error: { code: 404 } });
	});

	it("names the request in a header and in the message", async () => {
		const emulator = await openEmulator("evolink");
		const answer = await call(emulator, "/v1/tasks/task-unified-1");
		const id = answer.headers.get("x-request-id");
		expect(textAt(answer.json, "error", "message")).toContain(`(request id: ${id})`);
	});
});
