import type { LinkedFilm, StateOf, TakeState } from "./state";
import type { Take } from "./take";

/** What the browser learns of its own take: neither the link of an unsaved film nor anything that names a key or a click. */
export interface TakeView extends Omit<Take, "browserId" | "submitKey" | "payer" | "state"> {
	readonly payer: { readonly kind: Take["payer"]["kind"] };
	readonly state: StateView;
}

type SavingView = Omit<StateOf<"saving">, "film"> & { readonly film: Pick<LinkedFilm, "expiresAtMs"> };
export type StateView = Exclude<TakeState, { kind: "saving" }> | SavingView;

export function viewTake({ browserId: _browser, submitKey: _key, payer, state, ...shown }: Take): TakeView {
	return { ...shown, payer: { kind: payer.kind }, state: viewState(state) };
}

function viewState(state: TakeState): StateView {
	return state.kind === "saving" ? { ...state, film: { expiresAtMs: state.film.expiresAtMs } } : state;
}
