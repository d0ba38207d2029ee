import type { FileStore } from "../../files/file-store";
import { progressAt, type Task } from "../../kernel/task";
import type { EvoLinkVariant } from "./variant";

const CREDITS_PER_USD = 68;
const CREDITS_PER_CNY = 10;

interface Context {
	readonly files: FileStore;
	readonly variant: EvoLinkVariant;
	readonly nowMs: number;
}

export function submittedTask(task: Task): Record<string, unknown> {
	return {
		...head(task),
		progress: 0,
		status: "pending",
		task_info: { can_cancel: true, estimated_time: 180, video_duration: task.order.seconds },
		type: "video",
		usage: { billing_rule: "per_second", credits_reserved: creditsOf(task), user_group: "default" },
	};
}

export function taskDetail(task: Task, context: Context, word: string | null): Record<string, unknown> {
	if (word !== null) return { ...submittedTask(task), status: word };
	switch (task.phase) {
		case "queued":
			return submittedTask(task);
		case "rendering":
			return { ...submittedTask(task), status: "processing", progress: percentOf(task, context.nowMs) };
		case "done":
			return finishedTask(task, context);
		case "cancelled":
		case "failed":
			return {
				...submittedTask(task),
				status: task.phase === "cancelled" ? context.variant.cancelledWord : "failed",
				progress: 0,
				error: errorOf(task),
			};
	}
}

export function listedTask(task: Task, variant: EvoLinkVariant): Record<string, unknown> {
	return {
		id: task.id,
		model: task.order.model,
		type: "video",
		status: statusOf(task, variant),
		progress: task.phase === "done" ? 100 : 0,
		created_at: Math.floor(task.createdAtMs / 1000),
		has_results: task.film !== null,
		result_count: task.film ? 1 : 0,
		has_error: task.phase === "failed" || task.phase === "cancelled",
		credits_used: task.phase === "done" ? creditsOf(task) : 0,
	};
}

export function statusOf(task: Task, variant: EvoLinkVariant): string {
	const words = { queued: "pending", rendering: "processing", done: "completed", failed: "failed" };
	return task.phase === "cancelled" ? variant.cancelledWord : words[task.phase];
}

function finishedTask(task: Task, { files, variant }: Context): Record<string, unknown> {
	const credits = creditsOf(task);
	const results = task.film ? [files.filmLink(task, task.film, "video.mp4")] : [];
	if (variant.sparse) return { id: task.id, status: "completed", progress: 100, results };
	return {
		...submittedTask(task),
		status: "completed",
		progress: 100,
		results,
		usage: {
			billing_rule: "per_second",
			credits_used: credits,
			cost: { credits, usd: round(credits / CREDITS_PER_USD), cny: round(credits / CREDITS_PER_CNY) },
			user_group: "default",
		},
		result_data: [],
		duration: task.order.seconds,
		request_id: `req_${task.id.slice(-8)}`,
	};
}

function errorOf(task: Task): Record<string, string> {
	const problem = task.fate.kind === "failed" ? task.fate.problem : null;
	if (!problem) return { code: "request_cancelled", message: "The request was cancelled.", type: "task_error" };
	return { ...problem, type: "task_error", suggestion: "Change the request and try again." };
}

function head(task: Task): Record<string, unknown> {
	return {
		created: Math.floor(task.createdAtMs / 1000),
		id: task.id,
		model: task.order.model,
		object: "video.generation.task",
	};
}

function creditsOf(task: Task): number {
	return task.charged.micros / 1_000_000;
}

function percentOf(task: Task, nowMs: number): number {
	return Math.floor(progressAt(task, nowMs) * 100);
}

function round(amount: number): number {
	return Math.round(amount * 100) / 100;
}
