import "server-only";
import type { Bill } from "@/lib/domain/bill";
import { NO_BILL } from "@/lib/domain/bill";
import { APIMART } from "@/lib/domain/catalog/apimart";
import { durationSeconds } from "@/lib/domain/draft";
import type { Money } from "@/lib/domain/money";
import type { Answer } from "@/lib/gateways/api";
import { RULES } from "@/lib/gateways/apimart/errors";
import {
	type ApiMartTask,
	balanceReplySchema,
	submittedSchema,
	taskSchema,
	uploadedSchema,
} from "@/lib/gateways/apimart/wire";
import { composeJson, imageUrl, promptFor, routeFor } from "@/lib/gateways/compose";
import { failureFromWords } from "@/lib/gateways/failure-from-words";
import { fromPercent, stated } from "@/lib/gateways/numbers";
import type { NamedTask } from "@/lib/gateways/read-callback";
import { failed, finished, unclear } from "@/lib/gateways/read-look";
import { readMoney } from "@/lib/gateways/read-money";
import type { AcceptedTask } from "@/lib/gateways/read-start";
import type { UploadedImage } from "@/lib/gateways/read-upload";
import { stageOf } from "@/lib/gateways/status-word";
import type { ComposedRequest, LookOutcome, RemoteFilm, RenderJob } from "@/lib/ports/gateway";

export function composeRequest({ draft, image, dispatchId, callbackUrl }: RenderJob): ComposedRequest {
	const { modelId, path } = routeFor(draft, APIMART);
	const body = {
		model: modelId,
		prompt: promptFor(draft, APIMART),
		first_frame_image: imageUrl(image),
		aspect_ratio: image ? undefined : draft.ratio,
		resolution: draft.resolution,
		duration: durationSeconds(draft),
		watermark: draft.watermark === "unset" ? undefined : draft.watermark === "on",
		webhook: callbackUrl ?? undefined,
	};
	return composeJson(path, body, { "idempotency-key": dispatchId });
}

export function readSubmitted(json: unknown): AcceptedTask | null {
	const data = submittedSchema.safeParse(json).data?.data;
	const task = Array.isArray(data) ? data[0] : data;
	const remoteId = task?.task_id ?? task?.id ?? null;
	return remoteId === null ? null : { remoteId, etaSeconds: null, bill: NO_BILL };
}

export function readTask(answer: Answer): LookOutcome {
	const task = answer.isOk ? taskSchema.safeParse(answer.json).data?.data : undefined;
	if (!task || task.status === null) return unclear(answer, RULES);
	const bill = billOf(task);
	const context = { entry: APIMART, answer, bill };
	const progress = fromPercent(task.progress);
	const stage = stageOf(task.status, progress);
	switch (stage) {
		case "done":
			return finished(filmOf(task), context);
		case "failed":
			return failed(failureFromWords(task.error), task.error?.words ?? null, context);
		case "cancelled":
			return failed("cancelled-there", task.error?.words ?? null, context);
		default:
			return { kind: "waiting", phase: stage, progress, etaSeconds: stated(task.estimated_time), bill };
	}
}

function filmOf({ result }: ApiMartTask): Omit<RemoteFilm, "url"> & { url: string | null } {
	const film = result?.videos.at(0) ?? result?.images.at(0);
	if (!film) return { url: null, expiresAtMs: null, seconds: null };
	const url = typeof film.url === "string" ? film.url : film.url[0];
	return { url, expiresAtMs: film.expires_at === null ? null : film.expires_at * 1_000, seconds: null };
}

/** Two counters of the same charge: the balance there is in dollars. */
function billOf({ cost, credits_cost: credits }: ApiMartTask): Bill {
	return { ...NO_BILL, charged: readMoney(credits, "credits"), chargedUsd: readMoney(cost, "USD") };
}

const UPLOAD_KEPT_MS = 72 * 3_600_000;

export function readUploaded(json: unknown): UploadedImage | null {
	const uploaded = uploadedSchema.safeParse(json).data;
	if (!uploaded) return null;
	const { url, created_at: createdAt } = uploaded;
	return { url, expiresAtMs: createdAt ? createdAt * 1_000 + UPLOAD_KEPT_MS : null };
}

export function readBalance(json: unknown): Money | null {
	const balance = balanceReplySchema.safeParse(json).data;
	return balance?.unlimited_quota ? null : readMoney(balance?.remain_balance, "USD");
}

export function nameTask(json: unknown): NamedTask {
	const task = taskSchema.safeParse(json).data?.data;
	return { remoteId: task?.id ?? null, event: task?.status ?? null };
}
