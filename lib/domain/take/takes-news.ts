import type { GatewayId } from "../gateway-id";
import type { KeyView } from "../key/key-view";
import type { TakeView } from "./view";

/** What today costs so far, against what may be spent. USD micros, by UTC day. */
export interface SpendView {
	readonly operator: SpentOf;
	/** One for each own key. */
	readonly own: readonly (SpentOf & { readonly gateway: GatewayId })[];
}

interface SpentOf {
	readonly usedMicros: number;
	readonly capMicros: number;
}

/** What else changed; absent where it did not. */
interface AlsoChanged {
	readonly keys?: readonly KeyView[];
	readonly spend?: SpendView;
	/** Read the list of links again. */
	readonly shares?: true;
}

/** One message of the stream. `cursor` is what the reader names when it asks again. */
export type TakesNews =
	/** Replaces everything the reader knows. `left` may still be restored. */
	| {
			readonly kind: "whole";
			readonly cursor: number;
			readonly nowMs: number;
			readonly takes: readonly TakeView[];
			readonly left: readonly TakeView[];
			readonly keys: readonly KeyView[];
			readonly spend: SpendView;
	  }
	/** Each take as it is now, in the order in which they changed; one with `left` set has left the history. */
	| ({
			readonly kind: "changes";
			readonly cursor: number;
			readonly nowMs: number;
			readonly takes: readonly TakeView[];
	  } & AlsoChanged)
	/** Nothing happened; whoever hears none for a while has lost the line. */
	| { readonly kind: "heartbeat"; readonly cursor: number; readonly nowMs: number };
