import type { FileStore } from "../../files/file-store";
import type { Task } from "../../kernel/task";
import type { KlingVariant } from "./variant";

const USD_PER_UNIT = 0.14;

interface Context {
	readonly files: FileStore;
	readonly variant: KlingVariant;
	/** A status word put in place of the true one; such a task shows no outcome. */
	readonly word: string | null;
}

export function statusOf(task: Task, variant: KlingVariant): string {
	const words = { queued: "submitted", rendering: "processing", failed: "failed", cancelled: "failed" };
	return task.phase === "done" ? variant.doneWord : words[task.phase];
}

export function submittedJson(task: Task): Record<string, unknown> {
	return {
		id: task.id,
		status: "submitted",
		create_time: task.createdAtMs,
		update_time: task.updatedAtMs,
		external_id: task.order.ourId ?? "",
	};
}

export function taskJson(task: Task, { files, variant, word }: Context): Record<string, unknown> {
	const problem = task.fate.kind === "failed" && task.phase === "failed" ? task.fate.problem : null;
	const record = {
		id: task.id,
		status: word ?? statusOf(task, variant),
		message: word === null ? (problem?.message ?? "") : "",
		create_time: task.createdAtMs,
		update_time: task.updatedAtMs,
		external_id: task.order.ourId ?? "",
	};
	const unfinished = variant.outputsWhileRunning === "empty" ? { outputs: [], billing: [] } : {};
	if (word !== null || task.phase !== "done") return { ...record, ...unfinished };
	return { ...record, outputs: outputsOf(task, files), billing: [billingOf(task)] };
}

/** The older callback body. */
export function legacyJson(task: Task, { files, variant }: Context): Record<string, unknown> {
	const videos = task.film
		? [{ id: videoId(task), url: files.filmLink(task, task.film, "video.mp4"), duration: durationOf(task) }]
		: [];
	return {
		task_id: task.id,
		task_status: task.phase === "done" ? "succeed" : statusOf(task, variant),
		task_status_msg: "",
		created_at: task.createdAtMs,
		updated_at: task.updatedAtMs,
		task_result: { videos },
	};
}

function outputsOf(task: Task, files: FileStore): readonly unknown[] {
	if (!task.film) return [];
	const url = files.filmLink(task, task.film, "video.mp4");
	const marked = task.watermarked ? { watermark_url: files.filmLink(task, task.watermarked, "watermarked.mp4") } : {};
	return [{ type: "video", id: videoId(task), url, ...marked, duration: durationOf(task) }];
}

function billingOf(task: Task): unknown {
	const units = task.charged.micros / 1_000_000;
	return {
		charge_type: "unit",
		package_type: "video",
		amount: String(units),
		cash_type: "balance",
		currency: "USD",
		list_price: (units * USD_PER_UNIT).toFixed(4),
	};
}

function videoId(task: Task): string {
	return `${task.id.slice(0, -3)}777`;
}

/** Cut, not rounded, to three places: "5.041". */
function durationOf(task: Task): string {
	return (Math.floor((task.film?.seconds ?? 0) * 1000) / 1000).toFixed(3);
}
