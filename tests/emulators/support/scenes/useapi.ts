import { call, textAt } from "../call";
import { renderFilm, submitTask } from "../drivers";
import { paintPng } from "../images";
import { openEmulator } from "../open";
import { lookScene, OVER_MS, RENDERING_MS, type Scene, withMember } from "./scene";

const account = { email: "a@b.c", maxJobs: 5 };
const open = () => openEmulator("useapi", { variant: { accounts: [account] } });

async function upload() {
	const emulator = await open();
	const body = new Uint8Array(paintPng());
	const answer = await call(emulator, "/assets/?email=a@b.c", { body, headers: { "content-type": "image/png" } });
	return { emulator, answer };
}

export const USEAPI_SCENES: Readonly<Record<string, Scene>> = {
	"useapi/add-account.request": async (body) => call(await openEmulator("useapi"), "/accounts", { body }),
	"useapi/add-account.reply": async () =>
		call(await openEmulator("useapi"), "/accounts", { body: { ...account, password: "secret" } }),
	"useapi/add-account-refused.reply": async () =>
		call(await openEmulator("useapi"), "/accounts", { body: { ...account, password: "wrong" } }),
	"useapi/asset.reply": async () => (await upload()).answer,
	"useapi/submit-text.request": async (body) => call(await open(), "/videos/text2video", { body }),
	"useapi/submit-image.request": async (fixture) => {
		const { emulator, answer } = await upload();
		const body = withMember(fixture, "image", textAt(answer.json, "url"));
		return call(emulator, "/videos/image2video-frames", { body });
	},
	"useapi/task-running.reply": lookScene("useapi", RENDERING_MS),
	"useapi/task-done.reply": lookScene("useapi", OVER_MS),
	"useapi/task-failed.reply": lookScene("useapi", OVER_MS, {}, { kind: "task-fails" }),
	"useapi/clean-copy.reply": async () => {
		const emulator = await open();
		const { id } = await renderFilm(emulator);
		const done = await call(emulator, `/tasks/${id}?email=a@b.c`);
		const workId = textAt(done.json, "works", 0, "workId");
		return call(emulator, `/assets/download?email=a@b.c&workIds=${workId}&fileTypes=MP4`);
	},
	"useapi/scheduler-available.reply": async () => {
		const emulator = await open();
		await submitTask(emulator);
		return call(emulator, "/scheduler/available");
	},
	"useapi/account-settings.request": async (body) => {
		const emulator = await open();
		return call(emulator, "/v2/account", { body, base: new URL(emulator.baseUrl).origin });
	},
	"useapi/error.reply": async () => call(await open(), "/tasks", { key: "wrong" }),
	"useapi/error-with-code.reply": async () => {
		const emulator = await openEmulator("useapi", { variant: { errorCode: "present" } });
		return call(emulator, "/tasks", { key: "wrong" });
	},
};
