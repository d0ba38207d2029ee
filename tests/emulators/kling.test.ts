import { describe, expect, it } from "vitest";
import { type Answer, at, call, textAt } from "./support/call";
import { look, renderFilm, submit, submitTask } from "./support/drivers";
import { paintPng } from "./support/images";
import { openEmulator } from "./support/open";
import { itRefuses, points, type RefusalRow } from "./support/refusal-table";

const TEXT = "/text-to-video/kling-3.0-turbo";
const IMAGE = "/image-to-video/kling-3.0-turbo";
const PNG = paintPng().toString("base64");
const frame = { type: "first_frame", url: PNG };
const words = { type: "prompt", text: "she turns" };

function row(title: string, path: string, body: unknown, code = 1201): RefusalRow {
	const reply = { code, request_id: expect.any(String) };
	return { title, send: (emulator) => call(emulator, path, { body }), status: 400, reply };
}

function withKey(title: string, authorization: string, code: number): RefusalRow {
	const send: RefusalRow["send"] = (it) => call(it, TEXT, { body: { prompt: "x" }, headers: { authorization } });
	return { title, send, status: 401, reply: { code } };
}

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJhayJ9.c2ln";

describe("Kling emulator", () => {
	itRefuses(
		() => openEmulator("kling"),
		[
			row("a body that is no JSON", TEXT, "{", 1200),
			row("a text draft without a prompt", TEXT, { settings: {} }),
			row("a prompt of 3073 code points", TEXT, { prompt: points(3073) }),
			row("a model name in the body", TEXT, { prompt: "x", model_name: "kling-v3-0-turbo" }),
			row("a negative prompt", TEXT, { prompt: "x", negative_prompt: "rain" }),
			row("a sound switch", TEXT, { prompt: "x", settings: { sound: "on" } }),
			row("a quoted duration", TEXT, { prompt: "x", settings: { duration: "5" } }),
			row("a fractional duration", TEXT, { prompt: "x", settings: { duration: 5.5 } }),
			row("4k", TEXT, { prompt: "x", settings: { resolution: "4k" } }),
			row("shots that do not add up", TEXT, { prompt: "shot 1, 2, dawn; shot 2, 2, dusk;", settings: { duration: 5 } }),
			row("a watermark that is no switch", TEXT, { prompt: "x", options: { watermark_info: { enabled: "no" } } }),
			row("a ratio beside an image", IMAGE, { contents: [words, frame], settings: { aspect_ratio: "1:1" } }),
			row("two first frames", IMAGE, { contents: [words, frame, frame] }),
			row("an end frame", IMAGE, { contents: [words, frame, { type: "last_frame", url: PNG }] }),
			row("contents without an image", IMAGE, { contents: [words] }),
			row("an image prompt of 2501 code points", IMAGE, { contents: [{ type: "prompt", text: points(2501) }, frame] }),
			row("a data URI", IMAGE, { contents: [words, { type: "first_frame", url: `data:image/png;base64,${PNG}` }] }),
			row("a wide image", IMAGE, {
				contents: [words, { type: "first_frame", url: paintPng({ width: 900, height: 300 }).toString("base64") }],
			}),
			{
				title: "a model it does not have",
				send: (it) => call(it, "/text-to-video/kling-9", { body: { prompt: "x" } }),
				status: 404,
				reply: { code: 1203 },
			},
			{ title: "a wrong method", send: (it) => call(it, TEXT), status: 404, reply: { code: 1202 } },
			{
				title: "a request without a key",
				send: (it) => call(it, TEXT, { body: { prompt: "x" }, key: null }),
				status: 401,
				reply: { code: 1001 },
			},
			withKey("another scheme", "Basic abc", 1002),
			withKey("an unknown key", "Bearer nobody", 1000),
			withKey("a signed token of the older kind", `Bearer ${JWT}`, 1002),
			{ title: "a look by nothing", send: (it) => call(it, "/tasks"), status: 400, reply: { code: 1201 } },
			{
				title: "a look by both kinds of id",
				send: (it) => call(it, "/tasks?task_ids=1&external_task_ids=2"),
				status: 400,
				reply: { code: 1201 },
			},
		],
	);

	it("names the older keys when it refuses one", async () => {
		const answer = await call(await openEmulator("kling"), "/tasks?task_ids=1", { key: JWT });
		expect(textAt(answer.json, "message")).toContain("AK/SK");
	});

	it("takes an image with and without words, unless told to want words", async () => {
		const lenient = await openEmulator("kling");
		expect((await call(lenient, IMAGE, { body: { contents: [frame] } })).status).toBe(200);
		const strict = await openEmulator("kling", { variant: { promptlessImage: "refused" } });
		expect((await call(strict, IMAGE, { body: { contents: [frame] } })).status).toBe(400);
		expect((await call(strict, IMAGE, { body: { contents: [words, frame] } })).status).toBe(200);
	});

	it("refuses an external id used before, across both products, and charges once", async () => {
		const emulator = await openEmulator("kling");
		const options = { external_task_id: "dp_1" };
		await call(emulator, TEXT, { body: { prompt: "x", options } });
		const again = await call(emulator, IMAGE, { body: { contents: [frame], options } });
		expect(again).toMatchObject({ status: 400, json: { code: 1201 } });
		expect(emulator.ledger.submits).toMatchObject([
			{ ourId: "dp_1", outcome: "accepted" },
			{ ourId: "dp_1", outcome: "refused" },
		]);
		expect(emulator.ledger.totals.charges).toBe(1);
	});

	it("finds tasks by external id, and answers nothing for one it does not know", async () => {
		const emulator = await openEmulator("kling");
		const submitted = await call(emulator, TEXT, { body: { prompt: "x", options: { external_task_id: "dp_1" } } });
		const id = textAt(submitted.json, "data", "id");
		const known = await call(emulator, "/tasks?external_task_ids=dp_1,dp_2");
		expect(at(known.json, "data")).toMatchObject([{ id, external_id: "dp_1" }]);
		expect((await call(emulator, "/tasks?external_task_ids=dp_2")).json).toMatchObject({ code: 0, data: [] });
	});

	it("does not spend an external id on a refused request", async () => {
		const emulator = await openEmulator("kling", { variant: { parallel: 1 } });
		await submit(emulator);
		const body = { prompt: "x", options: { external_task_id: "dp_1" } };
		expect(await call(emulator, TEXT, { body })).toMatchObject({ status: 429, json: { code: 1303 } });
		await emulator.advance(60_000);
		expect((await call(emulator, TEXT, { body })).status).toBe(200);
	});

	it("gives ids of 18 digits, as text", async () => {
		expect(await submitTask(await openEmulator("kling"))).toMatch(/^\d{18}$/);
	});

	it("looks at several tasks in one call", async () => {
		const emulator = await openEmulator("kling");
		const ids = [await submitTask(emulator), await submitTask(emulator)];
		const answer = await look(emulator, ids.join(","));
		expect(at(answer.json, "data")).toMatchObject(ids.map((id) => ({ id })));
		expect(ids.map((id) => emulator.ledger.chargeOf(id)?.looks)).toEqual([1, 1]);
	});

	it.each(["succeeded", "succeed"] as const)("can call a finished task %s", async (doneWord) => {
		const emulator = await openEmulator("kling", { variant: { doneWord } });
		const { id } = await renderFilm(emulator);
		expect(at((await look(emulator, id)).json, "data", 0, "status")).toBe(doneWord);
	});

	it("can leave the outputs out while a task runs", async () => {
		const emulator = await openEmulator("kling", { variant: { outputsWhileRunning: "absent" } });
		const { json } = await look(emulator, await submitTask(emulator));
		expect(at(json, "data", 0)).not.toHaveProperty("outputs");
	});

	it("states length and cost as text", async () => {
		const emulator = await openEmulator("kling");
		const { id } = await renderFilm(emulator);
		expect(at((await look(emulator, id)).json, "data", 0)).toMatchObject({
			outputs: [{ duration: "5.041" }],
			billing: [{ amount: "4", charge_type: "unit" }],
		});
	});

	it("lists by time, state and page", async () => {
		const emulator = await openEmulator("kling");
		const { id } = await renderFilm(emulator);
		const middleMs = emulator.nowMs;
		await emulator.advance(1_000);
		const running = await submitTask(emulator);
		const list = (body: object): Promise<Answer> => call(emulator, "/tasks", { body });
		const done = await list({ filters: [{ key: "status", values: ["succeeded"] }] });
		expect(at(done.json, "data")).toMatchObject({ result: [{ id }], count: 1, has_more: false });
		const late = await list({ start_time: middleMs + 1 });
		expect(at(late.json, "data", "result")).toMatchObject([{ id: running }]);
		const first = await list({ limit: 1 });
		expect(at(first.json, "data")).toMatchObject({ result: [{ id: running }], has_more: true });
		const second = await list({ limit: 1, cursor: textAt(first.json, "data", "next_cursor") });
		expect(at(second.json, "data", "result")).toMatchObject([{ id }]);
	});

	it("offers a marked copy beside the clean film only when asked", async () => {
		const emulator = await openEmulator("kling");
		const { id } = await renderFilm(emulator);
		expect((await look(emulator, id)).text).not.toContain("watermark_url");
		expect(emulator.ledger.chargeOf(id)?.watermarkedSha256).toBeNull();
	});
});
