import type { FileStore } from "../../files/file-store";
import { progressAt, type Task } from "../../kernel/task";
import { placeFilm } from "./result-shapes";
import type { EmpirioLabsVariant } from "./variant";

interface Context {
	readonly files: FileStore;
	readonly variant: EmpirioLabsVariant;
	readonly nowMs: number;
	/** A status word put in place of the true one; such a job shows no outcome. */
	readonly word: string | null;
}

export function jobJson(task: Task, { files, variant, nowMs, word }: Context): Record<string, unknown> {
	const common = {
		job_id: task.id,
		status: word ?? variant.words[task.phase],
		progress: progressAt(task, nowMs),
		created_at: new Date(task.createdAtMs).toISOString(),
		completed_at: task.endedAtMs === null ? null : new Date(task.endedAtMs).toISOString(),
	};
	if (word !== null) return { ...common, result: null, error: null };
	if (task.phase !== "done") return { ...common, result: null, error: jobError(task, variant) };
	const shape = task.film ? variant.resultShape : "nowhere";
	const url = task.film ? files.filmLink(task, task.film, "video.mp4") : "";
	const { result, beside } = placeFilm(shape, url, task.order.seconds);
	return { ...common, result, error: null, ...beside };
}

function jobError(task: Task, variant: EmpirioLabsVariant): unknown {
	const problem = task.fate.kind === "failed" && task.phase === "failed" ? task.fate.problem : null;
	if (!problem || variant.jobError === "absent") return null;
	return variant.jobError === "string" ? `${problem.code}: ${problem.message}` : problem;
}
