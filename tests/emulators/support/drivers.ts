import type { Emulator } from "../../support/emulators/emulator";
import type { GatewayName } from "../../support/emulators/kernel/personality";
import { type Answer, at, call, textAt } from "./call";

/** The few moves every gateway knows, in each one's own words. */
interface Driver {
	readonly gateway: GatewayName;
	readonly submitPath: string;
	/** A good text-to-video request of five seconds at 720p. */
	readonly body: Readonly<Record<string, unknown>>;
	readonly statusWords: { readonly queued: string; readonly rendering: string; readonly done: string };
	readonly lookPath: (id: string) => string;
	readonly idOf: (submitted: unknown) => string;
	readonly statusOf: (look: unknown) => string;
	readonly filmOf: (look: unknown) => string;
	/** The charge for `body`, in millionths of the gateway's own currency. */
	readonly priceMicros: number;
	/** A code that refuses, the status it comes with, and where the reply repeats the code. */
	readonly refusal: { readonly code: string; readonly status: number; readonly codeAt: readonly string[] };
}

const prompt = "a lighthouse keeper strikes a match";

export const DRIVERS: readonly Driver[] = [
	{
		gateway: "empiriolabs",
		submitPath: "/v1/videos/generations",
		body: { model: "kling-3-0-turbo", prompt, duration: 5 },
		statusWords: { queued: "queued", rendering: "processing", done: "completed" },
		lookPath: (id) => `/v1/jobs/${id}`,
		idOf: (submitted) => textAt(submitted, "job_id"),
		statusOf: (look) => textAt(look, "status"),
		filmOf: (look) => textAt(look, "result", "data", 0, "url"),
		priceMicros: 900_000,
		refusal: { code: "insufficient_credits", status: 402, codeAt: ["error", "code"] },
	},
	{
		gateway: "evolink",
		submitPath: "/v1/videos/generations",
		body: { model: "kling-v3-turbo-text-to-video", prompt, duration: 5 },
		statusWords: { queued: "pending", rendering: "processing", done: "completed" },
		lookPath: (id) => `/v1/tasks/${id}`,
		idOf: (submitted) => textAt(submitted, "id"),
		statusOf: (look) => textAt(look, "status"),
		filmOf: (look) => textAt(look, "results", 0),
		priceMicros: 36_000_000,
		refusal: { code: "quota_not_enough", status: 402, codeAt: ["error", "code"] },
	},
	{
		gateway: "apimart",
		submitPath: "/v1/videos/generations",
		body: { model: "kling-3.0-turbo", prompt, duration: 5 },
		statusWords: { queued: "pending", rendering: "processing", done: "completed" },
		lookPath: (id) => `/v1/tasks/${id}`,
		idOf: (submitted) => textAt(submitted, "data", 0, "task_id"),
		statusOf: (look) => textAt(look, "data", "status"),
		filmOf: (look) => textAt(look, "data", "result", "videos", 0, "url", 0),
		priceMicros: 500_000,
		refusal: { code: "insufficient_balance", status: 402, codeAt: ["error", "type"] },
	},
	{
		gateway: "useapi",
		submitPath: "/videos/text2video",
		body: { model_name: "kling-v3-0-turbo", prompt, duration: "5" },
		statusWords: { queued: "submitted", rendering: "processing", done: "succeed" },
		lookPath: (id) => `/tasks/${id}`,
		idOf: (submitted) => textAt(submitted, "task", "id"),
		statusOf: (look) => textAt(look, "status_name"),
		filmOf: (look) => textAt(look, "works", 0, "resource", "resource"),
		priceMicros: 40_000_000,
		refusal: { code: "412", status: 412, codeAt: [] },
	},
	{
		gateway: "kling",
		submitPath: "/text-to-video/kling-3.0-turbo",
		body: { prompt, settings: { duration: 5 } },
		statusWords: { queued: "submitted", rendering: "processing", done: "succeeded" },
		lookPath: (id) => `/tasks?task_ids=${id}`,
		idOf: (submitted) => textAt(submitted, "data", "id"),
		statusOf: (look) => textAt(look, "data", 0, "status"),
		filmOf: (look) => textAt(look, "data", 0, "outputs", 0, "url"),
		priceMicros: 4_000_000,
		refusal: { code: "1303", status: 429, codeAt: ["code"] },
	},
];

export function driverOf(gateway: GatewayName): Driver {
	const driver = DRIVERS.find((candidate) => candidate.gateway === gateway);
	if (!driver) throw new Error(`Nobody drives ${gateway}.`);
	return driver;
}

export function submit(emulator: Emulator, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
	const { submitPath, body } = driverOf(emulator.gateway);
	return call(emulator, submitPath, { body, headers });
}

export async function submitTask(emulator: Emulator): Promise<string> {
	const answer = await submit(emulator);
	return driverOf(emulator.gateway).idOf(answer.json);
}

export function look(emulator: Emulator, id: string): Promise<Answer> {
	return call(emulator, driverOf(emulator.gateway).lookPath(id));
}

/** The address of a finished film. */
export async function renderFilm(emulator: Emulator): Promise<{ readonly id: string; readonly url: string }> {
	const id = await submitTask(emulator);
	await emulator.advance(60_000);
	return { id, url: driverOf(emulator.gateway).filmOf((await look(emulator, id)).json) };
}

export function codeIn(answer: Answer, driver: Driver): string {
	return String(at(answer.json, ...driver.refusal.codeAt));
}
