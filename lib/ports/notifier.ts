/**
 * Wakes those who wait for the database, across processes. Nobody publishes here: each store names
 * the channel it notifies, and does so in the transaction of the change, so that a rolled back
 * change wakes nobody.
 *
 * A notice is a hint that may be lost (a dropped connection) or come twice. Whoever listens also
 * looks by itself now and then; nothing may depend on a notice arriving.
 */
export interface Notifier {
	/**
	 * Resolves once listening has begun: a change committed after that is heard. `heard` must not throw.
	 * After a reconnection it is called once with `missed`, since anything may have happened meanwhile.
	 */
	listen(channel: Channel, heard: (notice: Notice) => void): Promise<StopListening>;
}

/**
 * - `take-due`: a take may be claimable earlier than anyone thought.
 * - `render-due`: the same for the local renderer.
 * - `browser-changed`: a browser's counter was raised; the text is its id.
 */
export type Channel = "take-due" | "render-due" | "browser-changed";

export type Notice = { readonly kind: "told"; readonly text: string } | { readonly kind: "missed" };

/** Idempotent. Nothing is heard after it resolves. */
export type StopListening = () => Promise<void>;
