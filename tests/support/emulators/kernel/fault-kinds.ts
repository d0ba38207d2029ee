import type { Operation } from "./operation";
import type { RetryAfter } from "./refused";

export type CallbackMode = "normal" | "duplicate" | "reordered" | "forged" | "delayed" | "dropped";

/**
 * What goes wrong with one request. Faults at the wire come after the request was processed (a submit is
 * then charged) unless `processed` is false; refusals come instead of processing unless `processed` is true.
 */
export type Fault =
	| { readonly kind: "reset" | "fin" | "silence"; readonly processed?: boolean }
	/** `cut` ends the connection inside the body, `stall` stops sending there, `short` sends half as if it were all. */
	| { readonly kind: "truncated"; readonly form?: "cut" | "stall" | "short" }
	| { readonly kind: "non-json"; readonly status?: number; readonly processed?: boolean }
	/** A bare answer as a proxy in between would give it. */
	| { readonly kind: "status"; readonly status: number; readonly processed?: boolean; readonly body?: string }
	/** One of the gateway's own codes, in its own envelope. */
	| {
			readonly kind: "refused";
			readonly code: string;
			readonly message?: string;
			readonly status?: number;
			readonly retryAfter?: RetryAfter;
			readonly processed?: boolean;
	  }
	| { readonly kind: "slow"; readonly delayMs?: number; readonly bytesPerSecond?: number }
	| { readonly kind: "status-word"; readonly word: string }
	| { readonly kind: "task-fails"; readonly code?: string; readonly message?: string }
	| { readonly kind: "task-cancelled" | "task-vanishes" | "task-never-ends" | "task-without-film" }
	| { readonly kind: "task-takes"; readonly queuedMs: number; readonly renderingMs: number }
	| { readonly kind: "cut"; readonly afterBytes: number; readonly how?: "reset" | "fin" }
	| { readonly kind: "stall"; readonly afterBytes: number }
	| { readonly kind: "wrong-length"; readonly form: "declares-more" | "short-file" }
	| { readonly kind: "range-ignored" | "changed-etag" }
	| { readonly kind: "redirect"; readonly location: string }
	| { readonly kind: "callback"; readonly mode: CallbackMode; readonly delayMs?: number };

export type FaultKind = Fault["kind"];

const DOWNLOADS: readonly Operation[] = ["film", "image"];
const LOOKS: readonly Operation[] = ["look", "batch", "list"];

/** Where a kind makes sense; a kind not named here fits every request. */
const FITS: Partial<Record<FaultKind, readonly Operation[]>> = {
	"status-word": LOOKS,
	"task-fails": ["submit"],
	"task-cancelled": ["submit"],
	"task-vanishes": ["submit"],
	"task-never-ends": ["submit"],
	"task-without-film": ["submit"],
	"task-takes": ["submit"],
	cut: DOWNLOADS,
	stall: DOWNLOADS,
	"wrong-length": DOWNLOADS,
	"range-ignored": DOWNLOADS,
	"changed-etag": DOWNLOADS,
	redirect: DOWNLOADS,
	callback: ["callback"],
};

const KINDS: ReadonlySet<string> = new Set<FaultKind>([
	"reset",
	"fin",
	"silence",
	"truncated",
	"non-json",
	"status",
	"refused",
	"slow",
	"status-word",
	"task-fails",
	"task-cancelled",
	"task-vanishes",
	"task-never-ends",
	"task-without-film",
	"task-takes",
	"cut",
	"stall",
	"wrong-length",
	"range-ignored",
	"changed-etag",
	"redirect",
	"callback",
]);

/** Says what is wrong with a pairing that could never do anything, so that no rule is silently idle. */
export function misfit(operation: Operation, kind: string): string | null {
	if (!KINDS.has(kind)) return `There is no fault "${kind}".`;
	if (operation === "callback" && kind !== "callback") return 'A callback takes only faults of the kind "callback".';
	const places = Object.entries(FITS).find(([name]) => name === kind)?.[1];
	return places && !places.includes(operation) ? `"${kind}" never happens to a "${operation}".` : null;
}

/** The faults that replace the answer and leave the task unmade, unless the rule says otherwise. */
export function isProcessed(fault: Fault | null): boolean {
	switch (fault?.kind) {
		case "reset":
		case "fin":
		case "silence":
			return fault.processed ?? true;
		case "non-json":
		case "status":
		case "refused":
			return fault.processed ?? false;
		default:
			return true;
	}
}
