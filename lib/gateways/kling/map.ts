import "server-only";
import { type Bill, NO_BILL } from "@/lib/domain/bill";
import { KLING } from "@/lib/domain/catalog/kling";
import { type Draft, durationSeconds } from "@/lib/domain/draft";
import { addMoney, type Currency, type Money } from "@/lib/domain/money";
import type { Answer } from "@/lib/gateways/api";
import { bareBase64, composeJson, promptFor, routeFor } from "@/lib/gateways/compose";
import { failureFromWords } from "@/lib/gateways/failure-from-words";
import { RULES } from "@/lib/gateways/kling/errors";
import { type KlingTask, noticeSchema, submittedSchema, tasksSchema } from "@/lib/gateways/kling/wire";
import { stated } from "@/lib/gateways/numbers";
import type { NamedTask } from "@/lib/gateways/read-callback";
import { failed, finished, unclear } from "@/lib/gateways/read-look";
import { readMoney } from "@/lib/gateways/read-money";
import type { AcceptedTask } from "@/lib/gateways/read-start";
import { stageOf } from "@/lib/gateways/status-word";
import type { ComposedRequest, LookOutcome, PreparedImage, RenderJob } from "@/lib/ports/gateway";

export function composeRequest(job: RenderJob): ComposedRequest {
	const { draft, image } = job;
	const { path } = routeFor(draft, KLING);
	const settings = { resolution: draft.resolution, duration: durationSeconds(draft) };
	const options = optionsFor(job);
	if (image) return composeJson(path, { contents: contentsFor(draft, image), settings, options });
	const withRatio = { ...settings, aspect_ratio: draft.ratio };
	return composeJson(path, { prompt: promptFor(draft, KLING), settings: withRatio, options });
}

function contentsFor(draft: Draft, image: PreparedImage) {
	const text = promptFor(draft, KLING);
	const prompt = text === undefined ? [] : [{ type: "prompt", text }];
	return [...prompt, { type: "first_frame", url: bareBase64(image) }];
}

/** The external id is what makes a resend harmless: a second task of the same name is refused. */
function optionsFor({ draft, dispatchId, callbackUrl }: RenderJob) {
	return {
		callback_url: callbackUrl ?? undefined,
		external_task_id: dispatchId,
		watermark_info: draft.watermark === "unset" ? undefined : { enabled: draft.watermark === "on" },
	};
}

export function readSubmitted(json: unknown): AcceptedTask | null {
	const remoteId = submittedSchema.safeParse(json).data?.data.id;
	return remoteId === undefined ? null : { remoteId, etaSeconds: null, bill: NO_BILL };
}

/** `null` where the answer is no list of tasks; one that is unknown there is merely missing from it. */
export function readTasks(answer: Answer): readonly KlingTask[] | null {
	return answer.isOk ? (tasksSchema.safeParse(answer.json).data?.data ?? null) : null;
}

export function readTask(answer: Answer, remoteId: string): LookOutcome {
	const tasks = readTasks(answer);
	if (!tasks) return unclear(answer, RULES);
	const task = tasks.find((each) => each.id === remoteId);
	if (!task || task.status === null) {
		return { kind: "unclear", reason: "Kling does not list the film just now.", retryAfterMs: answer.retryAfterMs };
	}
	const bill = billOf(task);
	const context = { entry: KLING, answer, bill };
	const stage = stageOf(task.status, null);
	switch (stage) {
		case "done":
			return finished(filmOf(task), context);
		case "failed":
			return failed(failureFromWords({ codes: [], words: task.message }), task.message, context);
		case "cancelled":
			return failed("cancelled-there", task.message, context);
		default:
			return { kind: "waiting", phase: stage, progress: null, etaSeconds: null, bill };
	}
}

const HAS_MARKED_COPY =
	"This is the clean film. The watermarked copy that you asked for lies in your Kling account for 30 days.";

function filmOf({ outputs }: KlingTask) {
	const film = outputs.find((output) => output.type === "video") ?? outputs.at(0);
	const seconds = Number.parseFloat(film?.duration ?? "");
	const link = { url: film?.url ?? null, expiresAtMs: null, seconds: Number.isNaN(seconds) ? null : stated(seconds) };
	return film?.watermark_url ? { ...link, caveat: HAS_MARKED_COPY } : link;
}

function billOf({ billing }: KlingTask): Bill {
	const parts = billing.flatMap(({ charge_type: type, amount, currency }) => {
		const counter = type === "unit" ? "units" : currency === "USD" || currency === "CNY" ? currency : null;
		const part = counter && readMoney(amount, counter);
		return part ? [part] : [];
	});
	const chargedUsd = total(parts, "USD");
	return { ...NO_BILL, charged: total(parts, "units") ?? chargedUsd ?? total(parts, "CNY"), chargedUsd };
}

function total(parts: readonly Money[], currency: Currency): Money | null {
	return parts
		.filter((part) => part.currency === currency)
		.reduce<Money | null>((sum, part) => (sum ? addMoney(sum, part) : part), null);
}

export function nameTask(json: unknown): NamedTask {
	const notice = noticeSchema.safeParse(json).data;
	return { remoteId: notice?.id ?? notice?.task_id ?? null, event: notice?.status ?? notice?.task_status ?? null };
}
