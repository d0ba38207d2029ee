import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Failure } from "@/lib/domain/failure";
import type { Take } from "@/lib/domain/take/take";

const MINUTE_MS = 60_000;

/** How long a click may wait for its gateway before the person is asked to decide anew. */
const PATIENCE_MS = { unreached: 10 * MINUTE_MS, busy: 120 * MINUTE_MS } as const;

export function isOutOfPatience({ createdAtMs }: Take, why: keyof typeof PATIENCE_MS, nowMs: number): boolean {
	return nowMs - createdAtMs > PATIENCE_MS[why];
}

export function notSent({ gateway }: Take, why: string): Failure {
	const { label } = catalogEntry(gateway);
	return {
		code: "not-sent",
		sentence: `${why} Nothing reached ${label}. Try again, or choose another gateway.`,
		gatewayWords: null,
		charged: "no",
	};
}
