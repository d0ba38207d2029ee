import { call } from "../call";
import { openEmulator } from "../open";
import { lookScene, OVER_MS, RENDERING_MS, type Scene, submitScene } from "./scene";

function errorScene(errorEnvelope: "object" | "string" | "detail" | "message"): Scene {
	return async () =>
		call(await openEmulator("empiriolabs", { variant: { errorEnvelope } }), "/v1/jobs/none", { key: "wrong" });
}

export const EMPIRIOLABS_SCENES: Readonly<Record<string, Scene>> = {
	"empiriolabs/submit.request": async (body) =>
		call(await openEmulator("empiriolabs"), "/v1/videos/generations", { body }),
	"empiriolabs/submit.reply": submitScene("empiriolabs"),
	"empiriolabs/job-running.reply": lookScene("empiriolabs", RENDERING_MS),
	"empiriolabs/job-completed.reply": lookScene("empiriolabs", OVER_MS),
	"empiriolabs/job-failed.reply": lookScene("empiriolabs", OVER_MS, {}, { kind: "task-fails" }),
	"empiriolabs/error-object.reply": errorScene("object"),
	"empiriolabs/error-string.reply": errorScene("string"),
	"empiriolabs/error-detail.reply": errorScene("detail"),
	"empiriolabs/error-message.reply": errorScene("message"),
	"empiriolabs/models.reply": async () => call(await openEmulator("empiriolabs"), "/v1/models", { key: null }),
};
