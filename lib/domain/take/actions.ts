import type { CatalogEntry } from "../catalog/entry";
import { canKeepMore } from "../history/keep";
import { formatMoney } from "../money-text";
import { cancelOffer } from "./cancel-offer";
import { isFinished } from "./state";
import type { Take } from "./take";
import type { StateView } from "./view";

export type TakeAction =
	| "open"
	| "cancel"
	| "stop-watching"
	| "delete"
	| "retry"
	| "check-again"
	| "was-charged"
	| "was-not-charged"
	| "keep"
	| "reuse"
	| "receipt"
	| "restore";

/** One button: `sentence` says what pressing it means, or why it cannot be pressed. */
export interface ActionOffer {
	readonly action: TakeAction;
	readonly label: string;
	readonly enabled: boolean;
	readonly sentence: string | null;
}

export type ActionTake = Pick<Take, "labels" | "left" | "shown"> & { readonly state: StateView };
export type ActionFacts = Pick<CatalogEntry, "label" | "cancel" | "unknownOutcome">;

export function availableActions(take: ActionTake, gateway: ActionFacts, keptCount: number): readonly ActionOffer[] {
	const receipt = offer("receipt", "Receipt");
	if (take.left) return [offer("restore", "Restore", "Its media are deleted 24 hours after it left."), receipt];
	return [
		offer("open", "Open"),
		...stopping(take, gateway),
		...settling(take, gateway),
		...retrying(take, gateway),
		...keeping(take, keptCount),
		offer("reuse", "Reuse", "Loads what this take was made from into Compose."),
		receipt,
		...(isFinished(take.state) ? [offer("delete", "Delete")] : []),
	];
}

function stopping(take: ActionTake, gateway: ActionFacts): readonly ActionOffer[] {
	const { kind, sentence } = cancelOffer(take, gateway);
	if (kind === "none") return [];
	return [offer(kind, kind === "cancel" ? "Cancel" : "Stop watching", sentence)];
}

function settling({ state }: ActionTake, gateway: ActionFacts): readonly ActionOffer[] {
	if (state.kind !== "outcome-unknown") return [];
	const look = offer("check-again", "Check again", `Asks ${gateway.label} now. Looking costs nothing.`);
	return [
		...(canLookUp(state.lost.what, gateway) ? [look] : []),
		offer("was-charged", "It was charged", `Settles this take: ${gateway.label} took the money.`),
		offer("was-not-charged", "It was not", `Settles this take: ${gateway.label} took nothing.`),
	];
}

/** A known task can always be looked at; a lost answer only where the gateway lets us search for ours. */
function canLookUp(lost: "answer" | "ending", { unknownOutcome }: ActionFacts): boolean {
	return lost === "ending" || !["none", "resend-same-key"].includes(unknownOutcome.kind);
}

function retrying({ state, shown }: ActionTake, gateway: ActionFacts): readonly ActionOffer[] {
	if (state.kind === "failed" || state.kind === "cancelled") return [offer("retry", "Retry", "Makes a new take.")];
	if (state.kind !== "outcome-unknown") return [];
	const price = shown.quote.kind === "exact" ? formatMoney(shown.quote.total) : "the price";
	return [offer("retry", "Retry", `Makes a new take. If ${gateway.label} did start this one, ${price} is paid twice.`)];
}

function keeping({ state, labels }: ActionTake, keptCount: number): readonly ActionOffer[] {
	if (state.kind !== "ready") return [];
	if (labels.keep) return [offer("keep", "Keep", "Kept. Press again to let it leave when room is needed.")];
	const room = canKeepMore(keptCount);
	return [{ action: "keep", label: "Keep", enabled: room.ok, sentence: room.ok ? KEEPS : room.problem }];
}

const KEEPS = "Stays in the history when room is needed.";

function offer(action: TakeAction, label: string, sentence: string | null = null): ActionOffer {
	return { action, label, enabled: true, sentence };
}
