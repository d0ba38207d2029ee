import type { Resolution } from "@/lib/domain/draft";
import type { GatewayId } from "@/lib/domain/gateway-id";

/** How long films took, from *accepted* to *done*, as we saw it. Feeds the look schedule and the time left. */
export interface LearnedTimes {
	/** Best effort: a lost sample harms nobody. */
	add(bucket: TimesBucket, tookMs: number, atMs: number): Promise<void>;

	/** The newest samples, at most `limit`, in no particular order. */
	list(bucket: TimesBucket, limit: number): Promise<readonly number[]>;
}

/** Films that may be expected to take alike; samples of one bucket say nothing about another. */
export interface TimesBucket {
	readonly gateway: GatewayId;
	readonly resolution: Resolution;
	/** The film's length as it was asked for. */
	readonly seconds: number;
}
