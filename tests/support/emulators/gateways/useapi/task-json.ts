import type { FileStore } from "../../files/file-store";
import { isOver, type Task } from "../../kernel/task";
import type { UseApiVariant } from "./variant";

interface Context {
	readonly files: FileStore;
	readonly variant: UseApiVariant;
	/** A status word put in place of the true one; such a task shows no outcome. */
	readonly word: string | null;
	readonly echo: boolean;
}

/** Only 99 is documented; the other numbers are made up. */
const STATUSES = {
	queued: { status: 1, status_name: "submitted" },
	rendering: { status: 5, status_name: "processing" },
	done: { status: 99, status_name: "succeed" },
	failed: { status: 50, status_name: "failed" },
	cancelled: { status: 51, status_name: "cancelled" },
};

function workIdOf(task: Task): number {
	return Number(task.id) * 10 + 1;
}

export function taskIdOfWork(workId: string): string {
	return workId.endsWith("1") ? workId.slice(0, -1) : "";
}

export function statusNameOf(task: Task): string {
	return STATUSES[task.phase].status_name;
}

export function taskJson(task: Task, context: Context): Record<string, unknown> {
	const { variant, word, echo } = context;
	const state =
		word === null
			? { ...STATUSES[task.phase], status_final: isOver(task) }
			: { status: 7, status_name: word, status_final: false };
	const problem = task.fate.kind === "failed" && task.phase === "failed" ? task.fate.problem : null;
	const reason = word === null ? (problem?.message ?? "") : "";
	return {
		...state,
		etaTime: 0,
		etaTimeOverSla: false,
		queuingEtaTime: 0,
		originEtaTime: 0,
		originQueuingEtaTime: 0,
		message: variant.failureText === "message" ? reason : "",
		...(variant.failureText === "error" && reason ? { error: reason } : {}),
		...identity(task, variant, state),
		works: word === null && task.phase === "done" ? worksOf(task, context.files) : [],
		...(echo && task.order.ourId !== null ? { replyRef: task.order.ourId } : {}),
		...(echo && task.order.callbackUrl !== null ? { replyUrl: task.order.callbackUrl } : {}),
	};
}

function identity(task: Task, variant: UseApiVariant, state: Record<string, unknown>): Record<string, unknown> {
	const id = Number(task.id);
	if (variant.idAt === "task_id") return { task_id: id };
	if (variant.idAt === "id") return { id };
	return {
		task: {
			id,
			userId: 10000001,
			type: task.order.hasImage ? "m2v_img2video" : "m2v_txt2video",
			scene: "NORMAL_CREATION",
			...state,
			taskInfo: { inputs: [], arguments: [] },
			createTime: task.createdAtMs,
			updateTime: task.updatedAtMs,
		},
	};
}

function worksOf(task: Task, files: FileStore): readonly unknown[] {
	const { film, watermarked } = task;
	if (!film || !watermarked) return [];
	const { width, height, seconds } = film;
	const resource = files.filmLink(task, watermarked, "watermarked.mp4");
	return [
		{
			workId: workIdOf(task),
			taskId: Number(task.id),
			...STATUSES.done,
			contentType: "video",
			resource: { resource, width, height, duration: Math.floor(seconds * 1000) },
			cover: { resource: `${files.origin}/covers/${task.id}.png`, width, height, duration: 0 },
		},
	];
}
