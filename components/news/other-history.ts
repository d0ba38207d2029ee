/** Between the tabs of one browser. */
export const CHANNEL_NAME = "storyreel:news";

export interface OtherHistory {
	readonly kind: "other-history";
}

/** From now on this browser shows another history: whatever other tabs show is not it any more. */
export function announceOtherHistory(): void {
	if (typeof BroadcastChannel === "undefined") return;
	const channel = new BroadcastChannel(CHANNEL_NAME);
	channel.postMessage({ kind: "other-history" } satisfies OtherHistory);
	channel.close();
}
