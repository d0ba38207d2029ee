import "server-only";

/** How long one request may take; nothing here is ever tried a second time. */
export interface Timeouts {
	readonly connectMs: number;
	/** Until the answer's head: a paid request may be worked on before it is answered. */
	readonly paidHeadersMs: number;
	readonly headersMs: number;
	/** Without a byte of the body arriving. */
	readonly idleBodyMs: number;
	/** For the whole body of an API's answer, however steadily it trickles. */
	readonly replyBodyMs: number;
}

export const TIMEOUTS: Timeouts = {
	connectMs: 10_000,
	paidHeadersMs: 60_000,
	headersMs: 20_000,
	idleBodyMs: 20_000,
	replyBodyMs: 30_000,
};
