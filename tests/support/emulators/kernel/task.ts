import type { Money } from "@/lib/domain/money";
import type { Film } from "../films/film";
import type { Purse } from "./purse";

export type Resolution = "720p" | "1080p";
export type Ratio = "16:9" | "9:16" | "1:1";

/** A submit that passed every check, in one form for all gateways. */
export interface Order {
	readonly model: string;
	readonly prompt: string;
	readonly seconds: number;
	readonly resolution: Resolution;
	readonly ratio: Ratio;
	readonly hasImage: boolean;
	readonly watermark: boolean;
	readonly ourId: string | null;
	readonly callbackUrl: string | null;
	readonly priceMicros: number;
	readonly purse: Purse;
	/** Which of the gateway's accounts works on it, where it has several. */
	readonly account: string | null;
	/** A defect of the image that this gateway finds only while rendering. */
	readonly imageProblem: TaskProblem | null;
}

export interface TaskProblem {
	readonly code: string;
	readonly message: string;
}

type Phase = "queued" | "rendering" | "done" | "failed" | "cancelled";

export type Fate =
	| { readonly kind: "done"; readonly withFilm: boolean }
	| { readonly kind: "failed"; readonly problem: TaskProblem | null }
	| { readonly kind: "cancelled" | "vanishes" | "never-ends" };

export interface Task {
	readonly id: string;
	readonly order: Order;
	readonly charged: Money;
	readonly fate: Fate;
	readonly createdAtMs: number;
	readonly queuedMs: number;
	readonly renderingMs: number;
	phase: Phase;
	updatedAtMs: number;
	startedAtMs: number | null;
	endedAtMs: number | null;
	/** The gateway no longer knows it. */
	gone: boolean;
	film: Film | null;
	watermarked: Film | null;
}

export function isOver(task: Task): boolean {
	return task.phase === "done" || task.phase === "failed" || task.phase === "cancelled";
}

/** How far a task is, from 0 to 1, judged by the clock alone. */
export function progressAt(task: Task, nowMs: number): number {
	if (task.phase === "done") return 1;
	if (task.phase !== "rendering" || task.startedAtMs === null) return 0;
	return Math.min(0.99, (nowMs - task.startedAtMs) / Math.max(1, task.renderingMs));
}
