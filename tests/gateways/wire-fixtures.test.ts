import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Answer } from "@/lib/gateways/api";
import * as apimart from "@/lib/gateways/apimart/map";
import * as empiriolabs from "@/lib/gateways/empiriolabs/map";
import * as evolink from "@/lib/gateways/evolink/map";
import { listSchema } from "@/lib/gateways/evolink/wire";
import * as kling from "@/lib/gateways/kling/map";
import { readProblem } from "@/lib/gateways/problem";
import * as useapi from "@/lib/gateways/useapi/map";
import { assetSchema, downloadSchema, listSchema as useapiListSchema } from "@/lib/gateways/useapi/wire";

/** The documented blocks, as a gateway would answer them. */
function answer(name: string, status = 200): Answer {
	const text = readFileSync(fileURLToPath(new URL(`fixtures/${name}.json`, import.meta.url)), "utf8");
	return { status, isOk: status < 300, json: JSON.parse(text), text, cut: false, retryAfterMs: null };
}

const credits = (amount: number) => ({ micros: amount * 1_000_000, currency: "credits" });

describe("documented submit answers name their task", () => {
	it.each([
		["empiriolabs/submit.reply", empiriolabs.readSubmitted],
		["evolink/submit.reply", evolink.readSubmitted],
		["apimart/submit.reply", apimart.readSubmitted],
		["apimart/submit-versioned.reply", apimart.readSubmitted],
		["useapi/task-running.reply", useapi.readSubmitted],
		["kling/submit.reply", kling.readSubmitted],
	] as const)("%s", (name, read) => {
		const { json, text } = answer(name);
		const remoteId = read(json)?.remoteId ?? "";
		expect(remoteId).not.toBe("");
		expect(text).toContain(remoteId);
	});

	it("EvoLink's with its estimate and what it reserves", () => {
		expect(evolink.readSubmitted(answer("evolink/submit.reply").json)).toEqual({
			remoteId: "task-unified-1757169743-v3turbot2v",
			etaSeconds: 180,
			bill: { reserved: credits(36), charged: null, chargedUsd: null, refunded: null },
		});
	});
});

const KLING_ID = "893605946402811985";

describe("documented looks", () => {
	it.each([
		["empiriolabs/job-running.reply", empiriolabs.readJob, "waiting"],
		["empiriolabs/job-completed.reply", empiriolabs.readJob, "done"],
		["empiriolabs/job-failed.reply", empiriolabs.readJob, "failed"],
		["evolink/task-running.reply", evolink.readTask, "waiting"],
		["evolink/task-completed.reply", evolink.readTask, "done"],
		["evolink/task-completed-sparse.reply", evolink.readTask, "done"],
		["evolink/task-failed.reply", evolink.readTask, "failed"],
		["apimart/task-running.reply", apimart.readTask, "waiting"],
		["apimart/task-completed.reply", apimart.readTask, "done"],
		["apimart/task-failed.reply", apimart.readTask, "failed"],
		["useapi/task-running.reply", useapi.readUnfinished, "waiting"],
		["useapi/task-failed.reply", useapi.readUnfinished, "failed"],
		["kling/tasks.reply", (it: Answer) => kling.readTask(it, KLING_ID), "done"],
		["kling/tasks-running.reply", (it: Answer) => kling.readTask(it, KLING_ID), "waiting"],
		["kling/tasks-failed.reply", (it: Answer) => kling.readTask(it, KLING_ID), "failed"],
		["kling/tasks-unknown.reply", (it: Answer) => kling.readTask(it, KLING_ID), "unclear"],
	] as const)("%s", (name, read, kind) => {
		expect(read(answer(name)).kind).toBe(kind);
	});

	it("EvoLink's finished task with what it cost", () => {
		expect(evolink.readTask(answer("evolink/task-completed.reply"))).toMatchObject({
			film: { url: expect.stringContaining("https://"), seconds: 5 },
			bill: { charged: credits(36), chargedUsd: { micros: 530_000, currency: "USD" } },
		});
	});

	it("Kling's finished task with its units and its length", () => {
		expect(kling.readTask(answer("kling/tasks.reply"), KLING_ID)).toMatchObject({
			film: { seconds: 5.041 },
			bill: { charged: { micros: 4_000_000, currency: "units" }, chargedUsd: null },
		});
	});

	it("APIMart's finished task with the end of its link", () => {
		expect(apimart.readTask(answer("apimart/task-completed.reply"))).toMatchObject({
			film: { expiresAtMs: 1_700_086_400_000 },
		});
	});

	it("useapi.net's finished task with the work to ask a clean copy of", () => {
		expect(useapi.finishedWork(answer("useapi/task-done.reply"))).toMatchObject({ workId: "1234567891" });
	});
});

describe("documented refusals are quoted", () => {
	it.each([
		["empiriolabs/error-object.reply", 401],
		["empiriolabs/error-string.reply", 401],
		["empiriolabs/error-detail.reply", 401],
		["empiriolabs/error-message.reply", 401],
		["evolink/error.reply", 400],
		["apimart/error.reply", 400],
		["useapi/error.reply", 401],
		["useapi/error-with-code.reply", 401],
		["kling/error.reply", 200],
	] as const)("%s", (name, status) => {
		expect(readProblem(answer(name, status))?.words).toEqual(expect.stringMatching(/\w/));
	});
});

it("documented refusals are seen even where they say nothing", () => {
	expect(readProblem(answer("apimart/error-success-false.reply"))).toEqual({ codes: [], words: null });
});

describe("other documented blocks", () => {
	it("EvoLink's balance, list and upload", () => {
		expect(evolink.readBalance(answer("evolink/credits.reply").json)).toEqual(credits(0));
		expect(listSchema.parse(answer("evolink/task-list.reply").json).data).toHaveLength(1);
		expect(evolink.readUploaded(answer("evolink/upload.reply").json)?.url).toMatch(/^https:/);
	});

	it("APIMart's upload", () => {
		expect(apimart.readUploaded(answer("apimart/upload.reply").json)?.url).toMatch(/^https:/);
	});

	it("useapi.net's asset, download and scheduler", () => {
		expect(useapi.readUploaded(answer("useapi/asset.reply").json)?.url).toMatch(/^https:/);
		expect(assetSchema.parse(answer("useapi/asset.reply").json).status).toBe(3);
		expect(downloadSchema.parse(answer("useapi/clean-copy.reply").json).cdnUrl).toMatch(/^https:/);
		const { executing } = Object(answer("useapi/scheduler-available.reply").json);
		expect(useapiListSchema.parse(executing)).toMatchObject([{ replyRef: "dp_01", id: "0" }]);
	});

	it("Kling's callbacks, today's and the older", () => {
		expect(kling.nameTask(answer("kling/callback").json).remoteId).toMatch(/^\d{18}$/);
		expect(kling.nameTask(answer("kling/callback-legacy").json).remoteId).toMatch(/^\d{18}$/);
	});
});

describe("a film's address that nobody could fetch is no film", () => {
	it.each(["javascript:alert(1)", "file:///etc/passwd", "/films/1.mp4", "data:video/mp4;base64,AAAA", " "])(
		"%s",
		(url) => {
			const text = JSON.stringify({ id: "task-unified-1", status: "completed", results: [url] });
			const finished = { status: 200, isOk: true, json: JSON.parse(text), text, cut: false, retryAfterMs: null };
			expect(evolink.readTask(finished)).toMatchObject({
				kind: "failed",
				failure: { code: "reply-drift", charged: "yes" },
			});
		},
	);
});

describe("one odd member never spoils its neighbours", () => {
	it.each([
		["a number for a word", { progress: "soon" }],
		["nothing where an object was", { task_info: null, usage: null }],
		["a list where an object was", { task_info: [], usage: [], error: [] }],
		["objects among the results", { results: [{ url: "https://a.example/1.mp4" }, "https://a.example/2.mp4"] }],
		["members nobody has heard of", { constructor: 1, __proto__: { status: "x" }, new: {} }],
	])("%s", (_, odd) => {
		const task = { id: "task-unified-1", status: "completed", results: ["https://a.example/2.mp4"], ...odd };
		const text = JSON.stringify(task);
		const look = evolink.readTask({
			status: 200,
			isOk: true,
			json: JSON.parse(text),
			text,
			cut: false,
			retryAfterMs: null,
		});
		expect(look).toMatchObject({ kind: "done", film: { url: "https://a.example/2.mp4" } });
	});
});
