import { createHash } from "node:crypto";
import type { Money } from "@/lib/domain/money";
import type { FaultKind } from "./fault-kinds";
import type { CallbackRecord, LedgerSnapshot, LedgerTotals, RequestRecord, SubmitEntry } from "./ledger-records";

interface ArrivedSubmit {
	readonly atMs: number;
	readonly path: string;
	readonly body: Buffer;
	readonly freshConnection: boolean;
	readonly fault: FaultKind | null;
}

/** The ground truth about money. Nothing the client believes is ever written here. */
export class Ledger {
	readonly #submits: SubmitEntry[] = [];
	readonly #requests: RequestRecord[] = [];
	readonly #callbacks: CallbackRecord[] = [];
	readonly #byTask = new Map<string, SubmitEntry>();

	get submits(): readonly Readonly<SubmitEntry>[] {
		return this.#submits;
	}

	get requests(): readonly RequestRecord[] {
		return this.#requests;
	}

	get callbacks(): readonly CallbackRecord[] {
		return this.#callbacks;
	}

	/** The submits that took money, in order. */
	get charges(): readonly Readonly<SubmitEntry>[] {
		return this.#submits.filter((entry) => entry.charged !== null);
	}

	get totals(): LedgerTotals {
		const charges = this.charges;
		const kept = charges.filter((entry) => !entry.refunded);
		return {
			submits: this.#submits.length,
			charges: charges.length,
			refunds: charges.length - kept.length,
			keptMicros: kept.reduce((sum, entry) => sum + (entry.charged?.micros ?? 0), 0),
		};
	}

	/** The one submit that made this task. */
	chargeOf(taskId: string): Readonly<SubmitEntry> | undefined {
		return this.#byTask.get(taskId);
	}

	open(arrived: ArrivedSubmit): SubmitEntry {
		const entry: SubmitEntry = {
			seq: this.#submits.length + 1,
			atMs: arrived.atMs,
			path: arrived.path,
			bodyBase64: arrived.body.toString("base64"),
			bodySha256: sha256(arrived.body),
			freshConnection: arrived.freshConnection,
			ourId: null,
			outcome: "not-processed",
			refusal: null,
			fault: arrived.fault,
			answered: null,
			taskId: null,
			charged: null,
			refunded: false,
			filmSha256: null,
			watermarkedSha256: null,
			filmBytes: 0,
			looks: 0,
			downloads: 0,
			bytesSent: 0,
			finished: null,
		};
		this.#submits.push(entry);
		return entry;
	}

	accept(entry: SubmitEntry, taskId: string, charged: Money): void {
		entry.outcome = "accepted";
		entry.taskId = taskId;
		entry.charged = charged;
		this.#byTask.set(taskId, entry);
	}

	/** The line behind a task, to be written on when the task ends. */
	entryOf(taskId: string): SubmitEntry {
		const entry = this.#byTask.get(taskId);
		if (!entry) throw new Error(`No submit made the task ${taskId}.`);
		return entry;
	}

	noteLook(taskId: string): void {
		this.entryOf(taskId).looks += 1;
	}

	noteDownload(taskId: string): void {
		this.entryOf(taskId).downloads += 1;
	}

	noteBytes(taskId: string, bytes: number): void {
		this.entryOf(taskId).bytesSent += bytes;
	}

	noteRequest(record: Omit<RequestRecord, "seq">): void {
		this.#requests.push({ seq: this.#requests.length + 1, ...record });
	}

	noteCallback(record: Omit<CallbackRecord, "seq">): void {
		this.#callbacks.push({ seq: this.#callbacks.length + 1, ...record });
	}

	snapshot(): LedgerSnapshot {
		return { submits: this.#submits, callbacks: this.#callbacks, totals: this.totals };
	}
}

export function sha256(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}
