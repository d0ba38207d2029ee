import type { CatalogEntry } from "../catalog/entry";
import type { Take } from "./take";
import type { StateView } from "./view";

export type CancelOffer =
	| { readonly kind: "cancel"; readonly sentence: string }
	| { readonly kind: "stop-watching"; readonly sentence: string }
	| { readonly kind: "none"; readonly sentence: string };

/** Cancelling is offered only where something can really be stopped. */
export function cancelOffer(
	{ state, labels }: Pick<Take, "labels"> & { readonly state: StateView },
	{ cancel }: Pick<CatalogEntry, "cancel">,
): CancelOffer {
	if (state.kind === "queued") return { kind: "cancel", sentence: "Nothing has been sent yet, so nothing is charged." };
	if (state.kind !== "sending" && state.kind !== "rendering")
		return { kind: "none", sentence: "There is nothing to stop." };
	if (cancel.offered === "no") {
		if (labels.watching) return { kind: "stop-watching", sentence: cancel.sentence };
		return { kind: "none", sentence: "You are not watching this one. Its film is kept if it arrives." };
	}
	if (state.kind === "sending") return { kind: "none", sentence: "It is being sent. It can be cancelled in a moment." };
	if (state.cancelRequestedAtMs !== null) return { kind: "none", sentence: "Cancelling." };
	return { kind: "cancel", sentence: cancel.sentence };
}
