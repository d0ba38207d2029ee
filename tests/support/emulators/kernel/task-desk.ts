import type { Film } from "../films/film";
import type { FilmLibrary } from "../films/film-library";
import type { Clock } from "./clock";
import type { Exchange } from "./exchange";
import type { Fault } from "./fault-kinds";
import type { Ledger } from "./ledger";
import { Refused } from "./refused";
import type { Fate, Order, Task, TaskProblem } from "./task";

export interface Durations {
	readonly queuedMs: number;
	readonly renderingMs: number;
}

interface DeskOptions {
	readonly durations: Durations;
	/** What happens to the money of a task that fails. */
	readonly failedTasks: "refunded" | "kept";
}

export interface DeskRules {
	/** The code for an account that cannot pay. */
	readonly noMoney: string;
	readonly defaultProblem: TaskProblem;
	/** Whether a finished film also has a copy with a watermark. */
	readonly hasWatermarkedCopy: (order: Order) => boolean;
	/** Told at every change of phase, the first one included. */
	readonly onPhase: (task: Task) => void;
}

/** Makes tasks, moves them through their phases by the clock, and settles their money. */
export class TaskDesk {
	readonly #clock: Clock;
	readonly #ledger: Ledger;
	readonly #films: FilmLibrary;
	readonly #options: DeskOptions;
	readonly #rules: DeskRules;
	readonly #tasks = new Map<string, Task>();
	readonly #running = new Set<Task>();

	constructor(clock: Clock, ledger: Ledger, films: FilmLibrary, options: DeskOptions, rules: DeskRules) {
		this.#clock = clock;
		this.#ledger = ledger;
		this.#films = films;
		this.#options = options;
		this.#rules = rules;
	}

	/** Takes the money and makes the task: from here on the order is charged. */
	accept(exchange: Exchange, id: string, order: Order): Task {
		if (!exchange.entry) throw new Error("Only a submit makes a task.");
		const charged = order.purse.take(order.priceMicros);
		if (!charged) throw new Refused(this.#rules.noMoney, "The account balance is not sufficient for this request.");
		const nowMs = this.#clock.nowMs();
		const task: Task = {
			id,
			order,
			charged,
			fate: this.#fateOf(order, exchange.fault),
			createdAtMs: nowMs,
			...(exchange.fault?.kind === "task-takes" ? durationsOf(exchange.fault) : this.#options.durations),
			phase: "queued",
			updatedAtMs: nowMs,
			startedAtMs: null,
			endedAtMs: null,
			gone: false,
			film: null,
			watermarked: null,
		};
		this.#tasks.set(id, task);
		this.#running.add(task);
		this.#ledger.accept(exchange.entry, id, charged);
		this.#clock.after(task.queuedMs, () => this.#start(task));
		this.#rules.onPhase(task);
		return task;
	}

	/** Undefined for what the gateway does not know, or no longer. */
	find(id: string): Task | undefined {
		const task = this.#tasks.get(id);
		return task?.gone ? undefined : task;
	}

	/** Newest first. */
	list(): readonly Task[] {
		return [...this.#tasks.values()].filter((task) => !task.gone).reverse();
	}

	/** What counts against how much an account may do at once. */
	running(): readonly Task[] {
		return [...this.#running];
	}

	/** Stops counting a task that runs on all the same. */
	release(task: Task): void {
		this.#running.delete(task);
	}

	forget(task: Task): void {
		task.gone = true;
		this.#running.delete(task);
	}

	#start(task: Task): void {
		task.phase = "rendering";
		task.startedAtMs = task.updatedAtMs = this.#clock.nowMs();
		if (task.fate.kind !== "never-ends") this.#clock.after(task.renderingMs, () => this.#end(task));
		this.#rules.onPhase(task);
	}

	#end(task: Task): void {
		const { fate } = task;
		task.endedAtMs = task.updatedAtMs = this.#clock.nowMs();
		task.phase = fate.kind === "done" || fate.kind === "cancelled" ? fate.kind : "failed";
		task.gone ||= fate.kind === "vanishes";
		this.#running.delete(task);
		const entry = this.#ledger.entryOf(task.id);
		entry.finished = task.phase;
		if (fate.kind !== "done") this.#settleFailure(task);
		else if (fate.withFilm) this.#shelve(task);
		if (!task.gone) this.#rules.onPhase(task);
	}

	#shelve(task: Task): void {
		const entry = this.#ledger.entryOf(task.id);
		task.film = this.#films.make(task);
		entry.filmSha256 = task.film.sha256;
		entry.filmBytes = task.film.size;
		if (!this.#rules.hasWatermarkedCopy(task.order)) return;
		const watermarked: Film = this.#films.watermark(task.film);
		task.watermarked = watermarked;
		entry.watermarkedSha256 = watermarked.sha256;
	}

	#settleFailure(task: Task): void {
		if (this.#options.failedTasks === "kept") return;
		task.order.purse.giveBack(task.charged);
		this.#ledger.entryOf(task.id).refunded = true;
	}

	#fateOf(order: Order, fault: Fault | null): Fate {
		const { defaultProblem } = this.#rules;
		if (order.imageProblem) return { kind: "failed", problem: order.imageProblem };
		switch (fault?.kind) {
			case "task-fails":
				return {
					kind: "failed",
					problem: { code: fault.code ?? defaultProblem.code, message: fault.message ?? defaultProblem.message },
				};
			case "task-cancelled":
				return { kind: "cancelled" };
			case "task-vanishes":
				return { kind: "vanishes" };
			case "task-never-ends":
				return { kind: "never-ends" };
			default:
				return { kind: "done", withFilm: fault?.kind !== "task-without-film" };
		}
	}
}

function durationsOf({ queuedMs, renderingMs }: Durations): Durations {
	return { queuedMs, renderingMs };
}
