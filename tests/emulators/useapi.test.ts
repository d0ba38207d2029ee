import { describe, expect, it } from "vitest";
import type { Emulator } from "../support/emulators/emulator";
import { type Answer, at, call, textAt } from "./support/call";
import { look, renderFilm, submit, submitTask } from "./support/drivers";
import { paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { itRefuses, points, type RefusalRow } from "./support/refusal-table";

const TEXT = "/videos/text2video";
const FRAMES = "/videos/image2video-frames";
const GOOD = { model_name: "kling-v3-0-turbo", prompt: "a lighthouse", duration: "5" };
const TWO = {
	accounts: [
		{ email: "a@b.c", maxJobs: 1 },
		{ email: "d@e.f", maxJobs: 1 },
	],
};

function row(title: string, change: object, path = TEXT): RefusalRow {
	const body = { ...GOOD, ...change };
	const reply = { error: expect.any(String) };
	return { title, send: (emulator) => call(emulator, path, { body }), status: 400, reply };
}

function upload(emulator: Emulator, bytes: Buffer, query = "", type = "image/png"): Promise<Answer> {
	const options = { body: new Uint8Array(bytes), headers: { "content-type": type } };
	return call(emulator, `/assets/${query}`, options);
}

describe("useapi.net emulator", () => {
	itRefuses(
		() => openEmulator("useapi"),
		[
			row("a model left out, which would be an old one", { model_name: undefined }),
			row("the model of another version", { model_name: "kling-v2-6" }),
			row("a bare number of seconds", { duration: 5 }),
			row("2 seconds", { duration: "2" }),
			row("a prompt of 2501 code points", { prompt: points(2501) }),
			row("a negative prompt", { negative_prompt: "rain" }),
			row("a sound switch", { enable_audio: true }),
			row("its own shots", { shot_1_prompt: "dawn" }),
			row("the 4k mode", { mode: "4k" }),
			row("frames without an image", {}, FRAMES),
			row("an image that is no asset", { image: "https://elsewhere.example/frame.png" }, FRAMES),
			row("a ratio beside an image", { image: "x", aspect_ratio: "1:1" }, FRAMES),
			row("an end frame", { image: "x", image_tail: "y" }, FRAMES),
			{
				title: "an unknown token",
				send: (it) => call(it, "/tasks", { key: "12345" }),
				status: 401,
				reply: { error: "Unauthorized" },
			},
			{ title: "an unknown task", send: (it) => call(it, "/tasks/1"), status: 404, reply: { error: "Task not found" } },
			{
				title: "an unknown account",
				send: (it) => call(it, TEXT, { body: { ...GOOD, email: "nobody@b.c" } }),
				status: 404,
				reply: { error: "Account not found" },
			},
		],
	);

	it("takes a form as well as JSON", async () => {
		const emulator = await openEmulator("useapi");
		const body = new FormData();
		for (const [name, value] of Object.entries({ ...GOOD, maxJobs: "3", mode: "pro" })) body.append(name, value);
		expect((await call(emulator, TEXT, { body })).status).toBe(200);
		expect(emulator.ledger.charges[0]?.charged?.micros).toBe(50_000_000);
	});

	it("starts from an asset of the same account", async () => {
		const emulator = await openEmulator("useapi");
		const image = textAt((await upload(emulator, paintPng())).json, "url");
		expect((await call(emulator, FRAMES, { body: { ...GOOD, image } })).status).toBe(200);
	});

	it("refuses an asset of another account", async () => {
		const emulator = await openEmulator("useapi", { variant: TWO });
		const image = textAt((await upload(emulator, paintPng(), "?email=a@b.c")).json, "url");
		expect((await call(emulator, FRAMES, { body: { ...GOOD, email: "d@e.f", image } })).status).toBe(400);
	});

	it.each([
		["more than 10 MB", Buffer.concat([paintPng(), Buffer.alloc(10 * 1024 * 1024)]), "image/png"],
		["a side below 300 px", paintPng({ height: 299 }), "image/png"],
		["another type than it says", paintPng(), "image/jpeg"],
		["a type it does not take", paintPng(), "image/webp"],
	])("refuses an asset of %s", async (_what, bytes, type) => {
		expect((await upload(await openEmulator("useapi"), bytes, "", type)).status).toBe(400);
	});

	it("can hold an asset back for review", async () => {
		const emulator = await openEmulator("useapi", { variant: { assetStatus: 2 } });
		expect((await upload(emulator, paintPng())).json).toMatchObject({ status: 2, url: "" });
	});

	it("wants the e-mail for uploads and downloads once there are several accounts", async () => {
		const emulator = await openEmulator("useapi", { variant: TWO });
		expect((await upload(emulator, paintPng())).status).toBe(400);
		expect((await call(emulator, "/assets/download?workIds=1&fileTypes=MP4")).status).toBe(400);
	});

	it("picks any account with room, and says 429 with a body wait when none has", async () => {
		const emulator = await openEmulator("useapi", { variant: TWO });
		expect((await submit(emulator)).status).toBe(200);
		expect((await submit(emulator)).status).toBe(200);
		expect(await submit(emulator)).toMatchObject({ status: 429, json: { retryAfter: 10 } });
		const available = at((await call(emulator, "/scheduler/available")).json, "available");
		expect(available).toMatchObject([{ available: 0 }, { available: 0 }]);
	});

	it("frees a place when a job is no longer tracked, though the job runs on", async () => {
		const emulator = await openEmulator("useapi", { variant: TWO });
		const id = await submitTask(emulator);
		await submit(emulator);
		await call(emulator, `/scheduler/${id}`, { method: "DELETE" });
		expect((await submit(emulator)).status).toBe(200);
		await emulator.advance(60_000);
		expect(at((await look(emulator, id)).json, "status_name")).toBe("succeed");
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ refunded: false });
	});

	it("serves the marked film by default and the clean one on request", async () => {
		const emulator = await openEmulator("useapi");
		const { id, url } = await renderFilm(emulator);
		const workId = textAt((await look(emulator, id)).json, "works", 0, "workId");
		const link = await call(emulator, `/assets/download?workIds=${workId}&fileTypes=MP4`);
		const [marked, clean] = await Promise.all([fetch(url), fetch(textAt(link.json, "cdnUrl"))]);
		expect(marked.headers.get("etag")).toContain(emulator.ledger.chargeOf(id)?.watermarkedSha256?.slice(0, 32));
		expect(clean.headers.get("etag")).toContain(emulator.ledger.chargeOf(id)?.filmSha256?.slice(0, 32));
	});

	it("answers an archive for more than one type", async () => {
		const emulator = await openEmulator("useapi");
		const { id } = await renderFilm(emulator);
		const link = await call(emulator, `/assets/download?workIds=${id}1&fileTypes=MP4,WAV`);
		expect(textAt(link.json, "cdnUrl")).toMatch(/\.zip$/);
	});

	it("refuses the clean copy to an account that does not pay", async () => {
		const emulator = await openEmulator("useapi", { variant: { paidAccount: false } });
		const { id } = await renderFilm(emulator);
		expect((await call(emulator, `/assets/download?workIds=${id}1&fileTypes=MP4`)).status).toBe(400);
	});

	it.each([
		["task.id", ["task", "id"]],
		["task_id", ["task_id"]],
		["id", ["id"]],
	] as const)("can name the task at %s", async (idAt, path) => {
		const emulator = await openEmulator("useapi", { variant: { idAt } });
		expect(textAt((await submit(emulator)).json, ...path)).toMatch(/^\d{9}$/);
	});

	it.each(["message", "error"] as const)("can put the reason of a failure into %s", async (failureText) => {
		const emulator = await openEmulator("useapi", { variant: { failureText } });
		emulator.faults.once("submit", { kind: "task-fails", message: "Moderated" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		const reply = { status_final: true, status_name: "failed", [failureText]: "Moderated" };
		expect((await look(emulator, id)).json).toMatchObject(reply);
	});

	it("forgets a task that was moderated away", async () => {
		const emulator = await openEmulator("useapi");
		emulator.faults.once("submit", { kind: "task-vanishes" });
		const id = await submitTask(emulator);
		expect((await look(emulator, id)).status).toBe(200);
		await emulator.advance(60_000);
		expect((await look(emulator, id)).status).toBe(404);
	});

	it("keeps the credits of a failed task, as far as anyone knows", async () => {
		const emulator = await openEmulator("useapi");
		emulator.faults.once("submit", { kind: "task-fails" });
		const id = await submitTask(emulator);
		await emulator.advance(60_000);
		expect(emulator.ledger.chargeOf(id)).toMatchObject({ finished: "failed", refunded: false });
	});

	it("shows the echo string in the scheduler and in its lists", async () => {
		const emulator = await openEmulator("useapi");
		await call(emulator, TEXT, { body: { ...GOOD, replyRef: "dp_1" } });
		expect((await call(emulator, "/scheduler")).json).toMatchObject([{ replyRef: "dp_1" }]);
		expect((await call(emulator, "/tasks")).json).toMatchObject([{ replyRef: "dp_1" }]);
		expect(emulator.ledger.submits[0]?.ourId).toBe("dp_1");
	});

	it("can wrap its lists, and leave the echo out of them", async () => {
		const emulator = await openEmulator("useapi", { variant: { lists: "object", echoInTasks: false } });
		await call(emulator, TEXT, { body: { ...GOOD, replyRef: "dp_1" } });
		expect((await call(emulator, "/scheduler")).json).toMatchObject({ executing: [{ replyRef: "dp_1" }] });
		expect(at((await call(emulator, "/tasks")).json, "tasks", 0)).not.toHaveProperty("replyRef");
	});

	it("forgets a task on request", async () => {
		const emulator = await openEmulator("useapi");
		const id = await submitTask(emulator);
		await call(emulator, `/tasks/${id}`, { method: "DELETE" });
		expect((await look(emulator, id)).status).toBe(404);
	});

	it("shows an account's credits, and 412 once they are spent", async () => {
		const emulator = await openEmulator("useapi", { balanceMicros: 50_000_000 });
		await submit(emulator);
		const account = await call(emulator, "/accounts/director@example.com");
		expect(at(account.json, "balance", "total")).toBe(1_000);
		expect((await submit(emulator)).status).toBe(412);
	});

	it("adds and removes accounts", async () => {
		const emulator = await openEmulator("useapi");
		await call(emulator, "/accounts", { body: { email: "g@h.i", password: "secret", maxJobs: 2 } });
		expect((await call(emulator, "/accounts")).json).toMatchObject({ "g@h.i": { maxJobs: 2 } });
		await call(emulator, "/accounts/g@h.i", { method: "DELETE" });
		expect((await call(emulator, "/accounts")).json).not.toHaveProperty("g@h.i");
	});
});
