import "server-only";

/** How long one request may take; nothing here is ever tried a second time. */
export interface Timeouts {
	readonly connectMs: number;
	/** Until the answer's head, sending the body included: a picture takes its time, and an order is worked on first. */
	readonly submitHeadersMs: number;
	readonly headersMs: number;
	/** Without a byte of the body arriving. */
	readonly idleBodyMs: number;
	/** For the whole body of an API's answer, however steadily it trickles. */
	readonly replyBodyMs: number;
}

export const TIMEOUTS: Timeouts = {
	connectMs: 10_000,
	submitHeadersMs: 60_000,
	headersMs: 20_000,
	idleBodyMs: 20_000,
	replyBodyMs: 30_000,
};
