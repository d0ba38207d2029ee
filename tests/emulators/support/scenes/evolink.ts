import { call, textAt } from "../call";
import { renderFilm, submitTask } from "../drivers";
import { paintPng } from "../images";
import { openEmulator } from "../open";
import { lookScene, OVER_MS, RENDERING_MS, type Scene, submitScene, withMember } from "./scene";

const UPLOAD = "/api/v1/files/upload";

async function uploadForm() {
	const emulator = await openEmulator("evolink");
	const body = new FormData();
	body.append("file", new Blob([new Uint8Array(paintPng())], { type: "image/png" }), "first-frame.png");
	body.append("uploadPath", "storyreel");
	const answer = await call(emulator, `${UPLOAD}/stream`, { body, base: emulator.filesBaseUrl });
	return { emulator, answer };
}

const submitted: Scene = async (body) => call(await openEmulator("evolink"), "/v1/videos/generations", { body });

export const EVOLINK_SCENES: Readonly<Record<string, Scene>> = {
	"evolink/submit-text.request": submitted,
	"evolink/submit-image.request": submitted,
	"evolink/submit.reply": submitScene("evolink"),
	"evolink/task-running.reply": lookScene("evolink", RENDERING_MS),
	"evolink/task-completed.reply": lookScene("evolink", OVER_MS),
	"evolink/task-completed-sparse.reply": lookScene("evolink", OVER_MS, { variant: { sparse: true } }),
	"evolink/task-failed.reply": lookScene("evolink", OVER_MS, {}, { kind: "task-fails" }),
	"evolink/task-list.reply": async () => {
		const emulator = await openEmulator("evolink");
		await renderFilm(emulator);
		return call(emulator, "/v1/tasks?status=completed&type=video&page=1&page_size=20");
	},
	"evolink/batch.request": async (fixture) => {
		const emulator = await openEmulator("evolink");
		const body = withMember(fixture, "task_ids", [await submitTask(emulator), "task-unified-unknown"]);
		return call(emulator, "/v1/tasks/batch", { body });
	},
	"evolink/error.reply": async () => {
		const body = { model: "kling-v3-turbo-text-to-video", prompt: "x", duration: "5" };
		return call(await openEmulator("evolink"), "/v1/videos/generations", { body });
	},
	"evolink/upload-base64.request": async (fixture) => {
		const emulator = await openEmulator("evolink");
		const body = withMember(fixture, "base64_data", `data:image/png;base64,${paintPng().toString("base64")}`);
		return call(emulator, `${UPLOAD}/base64`, { body, base: emulator.filesBaseUrl });
	},
	"evolink/upload-url.request": async (fixture) => {
		const { emulator, answer } = await uploadForm();
		const body = withMember(fixture, "file_url", textAt(answer.json, "data", "file_url"));
		return call(emulator, `${UPLOAD}/url`, { body, base: emulator.filesBaseUrl });
	},
	"evolink/upload.reply": async () => (await uploadForm()).answer,
	"evolink/credits.reply": async () => call(await openEmulator("evolink"), "/v1/credits"),
};
