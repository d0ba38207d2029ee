import { call } from "../call";
import { paintPng } from "../images";
import { openEmulator } from "../open";
import { lookScene, OVER_MS, RENDERING_MS, type Scene, submitScene } from "./scene";

const submitted: Scene = async (body) => call(await openEmulator("apimart"), "/v1/videos/generations", { body });
const badBody = { model: "kling-3.0-turbo", prompt: "x", duration: "5" };

export const APIMART_SCENES: Readonly<Record<string, Scene>> = {
	"apimart/submit-text.request": submitted,
	"apimart/submit-image.request": submitted,
	"apimart/submit.reply": submitScene("apimart"),
	"apimart/submit-versioned.reply": submitScene("apimart", {}, { "x-apimart-response-version": "2026-07-27" }),
	"apimart/task-running.reply": lookScene("apimart", RENDERING_MS),
	"apimart/task-completed.reply": lookScene("apimart", OVER_MS),
	"apimart/task-failed.reply": lookScene("apimart", OVER_MS, {}, { kind: "task-fails" }),
	"apimart/upload.reply": async () => {
		const body = new FormData();
		body.append("file", new Blob([new Uint8Array(paintPng())], { type: "image/png" }), "first-frame.png");
		return call(await openEmulator("apimart"), "/v1/uploads/images", { body });
	},
	"apimart/error.reply": () => submitted(badBody),
	"apimart/error-success-false.reply": async () => {
		const emulator = await openEmulator("apimart", { variant: { refusals: "success-false" } });
		return call(emulator, "/v1/videos/generations", { body: badBody });
	},
};
