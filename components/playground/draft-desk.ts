import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import type { DraftEdit } from "@/lib/domain/draft/shots";
import { formatDraft, parseStoredDraft } from "@/lib/domain/draft/stored-draft";
import { type GatewayId, gatewayIdSchema } from "@/lib/domain/gateway-id";
import type { Trim } from "@/lib/domain/timeline/trim";
import { type DraftHistory, record, recordTyping, redo, seal, startHistory, undo } from "@/lib/domain/undo";

/** Everything Compose shows. The history is the only owner of the draft; the rest is not undone. */
export interface DeskState {
	readonly history: DraftHistory;
	readonly gateway: GatewayId;
	readonly trim: Trim;
	/** Why the last edit could not be done. */
	readonly problem: string | null;
	/** A shot script as it is being typed, while it cannot be read as shots yet. */
	readonly script: string | null;
	/** How many pictures are on their way into the draft. A click must not leave without them. */
	readonly picturesComing: number;
}

export interface DraftDesk {
	getState(): DeskState;
	subscribe(heard: () => void): () => void;
	/** One finished edit, one entry. A refused one says why and changes nothing. */
	edit(next: Draft | DraftEdit): void;
	type(next: Draft | DraftEdit, field: string): void;
	settle(): void;
	/** For gestures: steps through the history's own functions. */
	gesture(step: (history: DraftHistory) => DraftHistory): void;
	undo(): void;
	redo(): void;
	chooseGateway(gateway: GatewayId): void;
	chooseTrim(trim: Trim): void;
	holdScript(text: string | null): void;
	/** Counts a picture that is on its way, until it is here or refused. */
	awaitPicture<Taken>(picture: Promise<Taken>): Promise<Taken>;
}

const DRAFT_KEY = "storyreel:draft";
const GATEWAY_KEY = "storyreel:gateway";
const SCRIPT_KEY = "storyreel:script";

export const FIRST_STATE: DeskState = {
	history: startHistory(NEW_DRAFT),
	gateway: "animatic",
	trim: "roll",
	problem: null,
	script: null,
	picturesComing: 0,
};

type Storage = Pick<globalThis.Storage, "getItem" | "setItem">;

/** `tab` outlives a reload and a crash of this tab alone; `browser` is where a new tab starts from. */
export interface DeskStorage {
	readonly tab: Storage;
	readonly browser: Storage;
}

export function createDraftDesk(storage: DeskStorage, nowMs: () => number): DraftDesk {
	let state = readDesk(storage);
	const listeners = new Set<() => void>();

	function become(change: Partial<DeskState>): void {
		const before = state;
		state = { ...state, ...change };
		if (state.history.present !== before.history.present) keep(storage, DRAFT_KEY, formatDraft(state.history.present));
		if (state.gateway !== before.gateway) keep(storage, GATEWAY_KEY, state.gateway);
		if (state.script !== before.script) keepHere(storage.tab, SCRIPT_KEY, state.script ?? "");
		for (const heard of listeners) heard();
	}

	function apply(next: Draft | DraftEdit, enter: (draft: Draft) => DraftHistory): void {
		if (!("ok" in next)) become({ history: enter(next), problem: null });
		else if (next.ok) become({ history: enter(next.value), problem: null });
		else become({ problem: next.problem.sentence });
	}

	return {
		getState: () => state,
		subscribe(heard) {
			listeners.add(heard);
			return () => listeners.delete(heard);
		},
		edit: (next) => apply(next, (draft) => record(state.history, draft)),
		type: (next, field) => apply(next, (draft) => recordTyping(state.history, draft, field, nowMs())),
		settle: () => become({ history: seal(state.history) }),
		gesture: (step) => become({ history: step(state.history), problem: null }),
		undo: () => become({ history: undo(state.history), problem: null }),
		redo: () => become({ history: redo(state.history), problem: null }),
		chooseGateway: (gateway) => become({ gateway }),
		chooseTrim: (trim) => become({ trim }),
		holdScript: (script) => become({ script }),
		async awaitPicture(picture) {
			become({ picturesComing: state.picturesComing + 1 });
			try {
				return await picture;
			} finally {
				become({ picturesComing: state.picturesComing - 1 });
			}
		},
	};
}

function readDesk(storage: DeskStorage): DeskState {
	const stored = parseStoredDraft(read(storage, DRAFT_KEY) ?? "");
	const gateway = gatewayIdSchema.safeParse(read(storage, GATEWAY_KEY));
	return {
		...FIRST_STATE,
		history: stored.ok ? startHistory(stored.value) : FIRST_STATE.history,
		gateway: gateway.success ? gateway.data : FIRST_STATE.gateway,
		script: readHere(storage.tab, SCRIPT_KEY) || null,
	};
}

function read({ tab, browser }: DeskStorage, key: string): string | null {
	return readHere(tab, key) ?? readHere(browser, key);
}

/** Two tabs with a draft each write over each other in the browser's, and neither loses its own. */
function keep({ tab, browser }: DeskStorage, key: string, text: string): void {
	keepHere(tab, key, text);
	keepHere(browser, key, text);
}

/** A browser may forbid storage; then the draft lives as long as the page. */
function readHere(storage: Storage, key: string): string | null {
	try {
		return storage.getItem(key);
	} catch {
		return null;
	}
}

function keepHere(storage: Storage, key: string, text: string): void {
	try {
		storage.setItem(key, text);
	} catch {
		// Full or forbidden: composing goes on.
	}
}
