import "server-only";
import type { Bill } from "@/lib/domain/bill";
import { EVOLINK } from "@/lib/domain/catalog/evolink";
import { durationSeconds } from "@/lib/domain/draft";
import type { ShotDialect } from "@/lib/domain/grammar/dialect";
import { compareMoney, type Money } from "@/lib/domain/money";
import type { Answer } from "@/lib/gateways/api";
import { composeJson, imageUrl, promptFor, routeFor } from "@/lib/gateways/compose";
import { RULES, TASK_FAILURES } from "@/lib/gateways/evolink/errors";
import { creditsSchema, type EvoLinkTask, taskSchema, uploadedSchema } from "@/lib/gateways/evolink/wire";
import type { TaskFailureCode } from "@/lib/gateways/failures";
import { fromPercent, stated } from "@/lib/gateways/numbers";
import type { NamedTask } from "@/lib/gateways/read-callback";
import { failed, finished, unclear } from "@/lib/gateways/read-look";
import { readMoney } from "@/lib/gateways/read-money";
import type { AcceptedTask } from "@/lib/gateways/read-start";
import type { UploadedImage } from "@/lib/gateways/read-upload";
import { stageOf } from "@/lib/gateways/status-word";
import type { ComposedRequest, LookOutcome, RenderJob } from "@/lib/ports/gateway";

export function composeRequest(
	{ draft, image, dispatchId, callbackUrl }: RenderJob,
	syntax: ShotDialect,
): ComposedRequest {
	const { modelId, path } = routeFor(draft, EVOLINK);
	const body = {
		model: modelId,
		prompt: promptFor(draft, { shots: { syntax } }),
		image_start: imageUrl(image),
		duration: durationSeconds(draft),
		aspect_ratio: image ? undefined : draft.ratio,
		quality: draft.resolution,
		callback_url: callbackUrl ?? undefined,
	};
	return composeJson(path, body, { "idempotency-key": dispatchId });
}

export function readSubmitted(json: unknown): AcceptedTask | null {
	const task = taskSchema.safeParse(json).data;
	if (!task || task.id === null) return null;
	return { remoteId: task.id, etaSeconds: etaOf(task), bill: billOf(task) };
}

export function readTask(answer: Answer): LookOutcome {
	const task = answer.isOk ? taskSchema.safeParse(answer.json).data : undefined;
	if (!task || task.status === null) return unclear(answer, RULES);
	const bill = billOf(task);
	const context = { entry: EVOLINK, answer, bill };
	const progress = fromPercent(task.progress);
	const stage = stageOf(task.status, progress);
	switch (stage) {
		case "done":
			return finished({ url: task.results.at(0) ?? null, expiresAtMs: null, seconds: stated(task.duration) }, context);
		case "failed":
			return failed(failureOf(task), task.error?.words ?? null, context);
		case "cancelled":
			return failed("cancelled-there", task.error?.words ?? null, context);
		default:
			return { kind: "waiting", phase: stage, progress, etaSeconds: etaOf(task), bill };
	}
}

function failureOf({ error }: EvoLinkTask): TaskFailureCode {
	const known = error?.codes.find((code) => Object.hasOwn(TASK_FAILURES, code));
	return (known !== undefined && TASK_FAILURES[known]) || "gateway-error";
}

function etaOf(task: EvoLinkTask): number | null {
	return stated(task.task_info?.estimated_time ?? null);
}

function billOf({ usage }: EvoLinkTask): Bill {
	return {
		reserved: readMoney(usage?.credits_reserved, "credits"),
		charged: readMoney(usage?.credits_used, "credits"),
		chargedUsd: readMoney(usage?.cost?.usd, "USD"),
		refunded: null,
	};
}

export function readUploaded(json: unknown): UploadedImage | null {
	const uploaded = uploadedSchema.safeParse(json).data?.data;
	if (!uploaded) return null;
	const expiresAtMs = Date.parse(uploaded.expires_at ?? "");
	return { url: uploaded.file_url, expiresAtMs: Number.isNaN(expiresAtMs) ? null : expiresAtMs };
}

/** A key may be capped below what its account holds; the lesser of the two is what can be spent. */
export function readBalance(json: unknown): Money | null {
	const purses = creditsSchema.safeParse(json).data?.data;
	const account = readMoney(purses?.user?.remaining_credits, "credits");
	const key = purses?.token?.unlimited_credits ? null : readMoney(purses?.token?.remaining_credits, "credits");
	if (account === null || key === null) return account ?? key;
	return compareMoney(account, key) < 0 ? account : key;
}

export function nameTask(json: unknown): NamedTask {
	const task = taskSchema.safeParse(json).data;
	return { remoteId: task?.id ?? null, event: task?.status ?? null };
}
