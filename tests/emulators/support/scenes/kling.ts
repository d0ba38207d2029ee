import type { KlingVariant } from "../../../support/emulators/gateways/kling/variant";
import { call, textAt } from "../call";
import { openCallbacks, openEmulator } from "../open";
import { lookScene, OVER_MS, RENDERING_MS, type Scene, submitScene } from "./scene";

const TEXT = "/text-to-video/kling-3.0-turbo";
const marked = { prompt: "a lighthouse", options: { watermark_info: { enabled: true } } };

async function finishMarked() {
	const emulator = await openEmulator("kling");
	const id = textAt((await call(emulator, TEXT, { body: marked })).json, "data", "id");
	await emulator.advance(OVER_MS);
	return { emulator, id };
}

function callbackScene(callbackBody: KlingVariant["callbackBody"]): Scene {
	return async () => {
		const receiver = await openCallbacks();
		const emulator = await openEmulator("kling", { variant: { callbackBody } });
		const options = { ...marked.options, callback_url: `${receiver.origin}/hook` };
		await call(emulator, TEXT, { body: { ...marked, options } });
		await emulator.advance(OVER_MS);
		return { status: 200, json: receiver.received.at(-1)?.json };
	};
}

export const KLING_SCENES: Readonly<Record<string, Scene>> = {
	"kling/submit-text.request": async (body) => call(await openEmulator("kling"), TEXT, { body }),
	"kling/submit-image.request": async (body) =>
		call(await openEmulator("kling"), "/image-to-video/kling-3.0-turbo", { body }),
	"kling/submit.reply": submitScene("kling"),
	"kling/tasks.reply": async () => {
		const { emulator, id } = await finishMarked();
		return call(emulator, `/tasks?task_ids=${id}`);
	},
	"kling/tasks-running.reply": lookScene("kling", RENDERING_MS),
	"kling/tasks-failed.reply": lookScene("kling", OVER_MS, {}, { kind: "task-fails" }),
	"kling/tasks-unknown.reply": async () => call(await openEmulator("kling"), "/tasks?task_ids=1"),
	"kling/list.request": async (body) => call(await openEmulator("kling"), "/tasks", { body }),
	"kling/list.reply": async () => {
		const { emulator } = await finishMarked();
		const body = { start_time: emulator.nowMs - 2 * OVER_MS, end_time: emulator.nowMs, limit: 1 };
		return call(emulator, "/tasks", { body });
	},
	"kling/callback": callbackScene("record"),
	"kling/callback-legacy": callbackScene("legacy"),
	"kling/error.reply": async () => call(await openEmulator("kling"), TEXT, { body: {} }),
};
