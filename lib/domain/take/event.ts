import type { Charged, Failure } from "../failure";
import type { DispatchId } from "../ids";
import type { MediaFacts } from "./media-facts";
import type { LinkedFilm, StateOf } from "./state";

interface At {
	readonly atMs: number;
}

interface AtTask extends At {
	readonly remoteId: string;
}

export type TakeEvent =
	| (At & { readonly kind: "intent-committed"; readonly dispatchId: DispatchId })
	/** This try made nothing at the gateway, and trying again later makes sense. */
	| (At & { readonly kind: "not-created"; readonly why: string; readonly notBeforeMs: number })
	/** This try made nothing at the gateway, and trying again does not help. */
	| (At & { readonly kind: "refused"; readonly failure: Failure })
	| (AtTask & { readonly kind: "accepted"; readonly etaSeconds: number | null })
	| (At & { readonly kind: "outcome-lost"; readonly reason: string; readonly mayRepeat: boolean })
	| (At & { readonly kind: "resend"; readonly dispatchId: DispatchId })
	/** A look at an unknown take told nothing: the task is not known there, or the answer made no sense. */
	| (At & { readonly kind: "looked-in-vain"; readonly answer: "absent" | "unclear" })
	| (AtTask & { readonly kind: "found" })
	| (AtTask & Pick<StateOf<"rendering">, "phase" | "progress" | "etaSeconds"> & { readonly kind: "looked" })
	/** Also a fresh link for a film that is being saved. */
	| (AtTask & { readonly kind: "film-found"; readonly film: LinkedFilm })
	| (AtTask & { readonly kind: "render-failed"; readonly failure: Failure })
	| (At & { readonly kind: "deadline-passed"; readonly reason: string })
	| (At & { readonly kind: "save-failed"; readonly reason: string })
	| (At & { readonly kind: "saved"; readonly media: MediaFacts })
	| (At & { readonly kind: "film-lost"; readonly failure: Failure })
	| (At & { readonly kind: "cancel-requested" })
	| (At & { readonly kind: "cancel-too-late" })
	| (At & { readonly kind: "cancelled"; readonly charged: Charged })
	| (At & { readonly kind: "settled-by-person"; readonly charged: "yes" | "no" });

export type EventKind = TakeEvent["kind"];
export type EventOf<Kind extends EventKind> = Extract<TakeEvent, { kind: Kind }>;
