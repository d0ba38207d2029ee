import "server-only";

export type TaskStage = "queued" | "rendering" | "done" | "failed" | "cancelled";

/** No gateway means by one of these words what another does not. */
const STAGES: ReadonlyMap<string, TaskStage> = new Map([
	["submitted", "queued"],
	["pending", "queued"],
	["queued", "queued"],
	["waiting", "queued"],
	["processing", "rendering"],
	["running", "rendering"],
	["generating", "rendering"],
	["in_progress", "rendering"],
	["completed", "done"],
	["succeeded", "done"],
	["succeed", "done"],
	["success", "done"],
	["done", "done"],
	["failed", "failed"],
	["error", "failed"],
	["cancelled", "cancelled"],
	["canceled", "cancelled"],
]);

/** A word nobody knows keeps the take waiting. */
export function stageOf(word: string, progress: number | null): TaskStage {
	return STAGES.get(word.trim().toLowerCase()) ?? (progress ? "rendering" : "queued");
}
