import "server-only";
import { NO_BILL } from "@/lib/domain/bill";
import { USEAPI } from "@/lib/domain/catalog/useapi";
import { durationSeconds } from "@/lib/domain/draft";
import type { Money } from "@/lib/domain/money";
import type { Answer } from "@/lib/gateways/api";
import { composeJson, imageUrl, promptFor, routeFor } from "@/lib/gateways/compose";
import { failureFromWords } from "@/lib/gateways/failure-from-words";
import type { NamedTask } from "@/lib/gateways/read-callback";
import { failed, unclear } from "@/lib/gateways/read-look";
import type { AcceptedTask } from "@/lib/gateways/read-start";
import type { UploadedImage } from "@/lib/gateways/read-upload";
import { stageOf } from "@/lib/gateways/status-word";
import { RULES } from "@/lib/gateways/useapi/errors";
import { accountSchema, assetSchema, taskSchema, type UseApiTask, type Work } from "@/lib/gateways/useapi/wire";
import type { ComposedRequest, LookOutcome, RenderJob } from "@/lib/ports/gateway";

const MODES = { "720p": "std", "1080p": "pro" } as const;

export function composeRequest({ draft, image, dispatchId, callbackUrl, account }: RenderJob): ComposedRequest {
	const { modelId, path } = routeFor(draft, USEAPI);
	return composeJson(path, {
		email: account.email || undefined,
		model_name: modelId,
		prompt: promptFor(draft, USEAPI),
		image: imageUrl(image),
		duration: String(durationSeconds(draft)),
		mode: MODES[draft.resolution],
		aspect_ratio: image ? undefined : draft.ratio,
		replyUrl: callbackUrl ?? undefined,
		replyRef: dispatchId,
	});
}

export function readSubmitted(json: unknown): AcceptedTask | null {
	const task = taskSchema.safeParse(json).data;
	const remoteId = task ? idOf(task) : null;
	return remoteId === null ? null : { remoteId, etaSeconds: null, bill: NO_BILL };
}

export function idOf({ task, task_id: taskId, id }: Pick<UseApiTask, "task" | "task_id" | "id">): string | null {
	return task?.id ?? taskId ?? id;
}

/** A look at a task that has no film, or none yet. */
export function readUnfinished(answer: Answer): LookOutcome {
	const context = { entry: USEAPI, answer, bill: NO_BILL };
	if (isGone(answer)) return failed("gone", null, context);
	const task = parseTask(answer);
	if (!task || task.status_name === null) return unclear(answer, RULES);
	const { status_name: name, status_final: isFinal, message, error } = task;
	const stage = stageOf(name, null);
	if (!isFinal) {
		const phase = stage === "queued" ? "queued" : "rendering";
		return { kind: "waiting", phase, progress: null, etaSeconds: null, bill: NO_BILL };
	}
	const words = error ?? message;
	if (stage === "done") return failed("reply-drift", words, context);
	return failed(stage === "cancelled" ? "cancelled-there" : failureFromWords({ codes: [name], words }), words, context);
}

/**
 * Here a task that is gone was removed, moderated away, or ran out of credits: it never comes back. A page from somebody
 * in between knows nothing of tasks.
 */
export function isGone({ status, json }: Answer): boolean {
	return status === 404 && json !== undefined;
}

/** `null` unless the task has ended well and names its file. */
export function finishedWork(answer: Answer): Work | null {
	const task = parseTask(answer);
	const isDone = task?.status_final && task.status_name !== null && stageOf(task.status_name, null) === "done";
	return isDone ? (task.works.at(0) ?? null) : null;
}

function parseTask(answer: Answer): UseApiTask | null {
	return answer.isOk ? (taskSchema.safeParse(answer.json).data ?? null) : null;
}

const ACCEPTED = 3;

export function readUploaded(json: unknown): UploadedImage | null {
	const asset = assetSchema.safeParse(json).data;
	return asset?.status === ACCEPTED ? { url: asset.url, expiresAtMs: null } : null;
}

/** In which unit it counts is not published, but nothing is nothing in any. */
export function readBalance(json: unknown): Money | null {
	const total = accountSchema.safeParse(json).data?.balance?.total;
	return total === 0 ? { micros: 0, currency: "credits" } : null;
}

export function nameTask(json: unknown): NamedTask {
	const task = taskSchema.safeParse(json).data;
	return { remoteId: task ? idOf(task) : null, event: task?.status_name ?? null };
}
