import "server-only";
import type { StateKind } from "@/lib/domain/take/state";

/** Kinds that somebody must come back to. */
export const ALWAYS_WOKEN: readonly StateKind[] = ["queued", "sending", "rendering", "saving"];

export function assertWoken(state: { readonly kind: StateKind }, nextWakeAtMs: number | null): void {
	if (nextWakeAtMs === null && ALWAYS_WOKEN.includes(state.kind)) {
		throw new Error(`A take in ${state.kind} without a next wake would be forgotten.`);
	}
}
