import type { Money } from "@/lib/domain/money";
import type { CallbackMode, FaultKind } from "./fault-kinds";
import type { Operation } from "./operation";

/** One submit that reached the emulator, whatever became of it: what truly happened to the money. */
export interface SubmitEntry {
	readonly seq: number;
	readonly atMs: number;
	readonly path: string;
	/** The raw bytes as they came. */
	readonly bodyBase64: string;
	readonly bodySha256: string;
	/** False where the request came on a connection that had carried another one before. */
	readonly freshConnection: boolean;
	/** What the gateway accepts as the client's own name for the task; null where none was sent. */
	ourId: string | null;
	outcome: "not-processed" | "accepted" | "replayed" | "refused";
	refusal: string | null;
	fault: FaultKind | null;
	/** The status the client was shown; null where it saw no answer at all. */
	answered: number | null;
	taskId: string | null;
	/** What accepting took from the account. A replay takes nothing. */
	charged: Money | null;
	refunded: boolean;
	/** Of the film without a watermark; null until there is one. */
	filmSha256: string | null;
	watermarkedSha256: string | null;
	filmBytes: number;
	looks: number;
	downloads: number;
	/** Film bytes handed to the network for this task, resumed parts included. */
	bytesSent: number;
	finished: "done" | "failed" | "cancelled" | null;
}

/** Any request, free ones too: shows looks that came too early, keys that went astray, reused connections. */
export interface RequestRecord {
	readonly seq: number;
	readonly atMs: number;
	readonly realAtMs: number;
	readonly operation: Operation;
	readonly method: string;
	readonly path: string;
	readonly authorized: boolean;
	readonly connection: number;
	readonly fault: FaultKind | null;
	readonly answered: number | null;
}

export interface CallbackRecord {
	readonly seq: number;
	readonly atMs: number;
	readonly taskId: string;
	readonly event: string;
	readonly url: string;
	readonly genuine: boolean;
	readonly mode: CallbackMode;
	readonly attempt: number;
	/** The receiver's status, or why there is none. */
	readonly outcome: number | "dropped" | "no-answer" | "not-on-this-machine";
}

export interface LedgerTotals {
	readonly submits: number;
	readonly charges: number;
	readonly refunds: number;
	/** Charges that stand, in millionths of the gateway's own currency. */
	readonly keptMicros: number;
}

export interface LedgerSnapshot {
	readonly submits: readonly Readonly<SubmitEntry>[];
	readonly callbacks: readonly CallbackRecord[];
	readonly totals: LedgerTotals;
}
