import type { BrowserId } from "@/lib/domain/ids";
import type { Take } from "@/lib/domain/take/take";

/**
 * What changed for one browser since it last looked. Every store that changes something of a
 * browser raises that browser's counter by one in the same transaction, under the browser row's
 * lock, and marks what it changed with the new count. (A plain sequence would become visible out of
 * commit order and lose changes.) The commit notifies `browser-changed` with the browser's id.
 */
export interface ChangeFeed {
	/**
	 * Everything marked with a count above `cursor`, each thing once and as it is now, however often
	 * it changed. Never misses a committed change; two calls with one cursor may differ only by
	 * what was committed in between. A browser without a row has cursor 0 and no changes.
	 */
	changesSince(browserId: BrowserId, cursor: number): Promise<Changes>;
}

export type Changes =
	| {
			readonly kind: "changes";
			/** Pass it next time. Equal to the one given when nothing changed. */
			readonly cursor: number;
			/** In the order they changed. One with `left` set has left the history. */
			readonly takes: readonly Take[];
			/** Lists the reader should read again. */
			readonly also: readonly ("keys" | "shares" | "spend")[];
	  }
	/** Takes were purged after `cursor`, or it is above the counter: the reader starts over with a whole list. */
	| { readonly kind: "reset"; readonly cursor: number };
