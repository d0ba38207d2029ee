import type { FileStore } from "../../files/file-store";
import { progressAt, type Task } from "../../kernel/task";
import type { ApiMartVariant } from "./variant";

interface Context {
	readonly files: FileStore;
	readonly variant: ApiMartVariant;
	readonly nowMs: number;
	/** A status word put in place of the true one; such a task shows no outcome. */
	readonly word: string | null;
}

const ESTIMATED_SECONDS = 100;

export function statusOf(task: Task): string {
	const words = {
		queued: "pending",
		rendering: "processing",
		done: "completed",
		failed: "failed",
		cancelled: "cancelled",
	};
	return words[task.phase];
}

export function taskJson(task: Task, context: Context): Record<string, unknown> {
	const running = {
		id: task.id,
		status: context.word ?? statusOf(task),
		progress: Math.floor(progressAt(task, context.nowMs) * 100),
		created: seconds(task.createdAtMs),
		estimated_time: ESTIMATED_SECONDS,
	};
	if (context.word !== null || task.endedAtMs === null) return running;
	const ended = {
		...running,
		completed: seconds(task.endedAtMs),
		actual_time: seconds(task.endedAtMs - task.createdAtMs),
	};
	if (task.phase !== "done") return { ...ended, progress: 0, ...errorOf(task, context.variant) };
	return { ...ended, progress: 100, ...costOf(task, context.variant), result: resultOf(task, context) };
}

function resultOf(task: Task, { files, variant }: Context): Record<string, unknown> {
	if (!task.film) return { [variant.filmsAt]: [] };
	const film = task.watermarked ?? task.film;
	const url = files.filmLink(task, film, task.watermarked ? "watermarked.mp4" : "video.mp4");
	const expires = variant.expiresAt === "present" ? { expires_at: seconds(files.linkExpiryMs(task)) } : {};
	return { [variant.filmsAt]: [{ url: variant.filmUrl === "array" ? [url] : url, ...expires }] };
}

function errorOf(task: Task, variant: ApiMartVariant): Record<string, unknown> {
	const problem = task.fate.kind === "failed" ? task.fate.problem : null;
	const message = problem?.message ?? "The task was cancelled.";
	switch (variant.taskError) {
		case "object":
			return { error: { message, code: problem?.code ?? "cancelled", type: "task_error" } };
		case "detail":
			return { error: { detail: message } };
		case "string":
			return { error: message };
		case "absent":
			return {};
	}
}

function costOf(task: Task, variant: ApiMartVariant): Record<string, number> {
	const cost = task.charged.micros / 1_000_000;
	return variant.reportsCost ? { cost, credits_cost: cost * 10 } : {};
}

function seconds(ms: number): number {
	return Math.floor(ms / 1000);
}
