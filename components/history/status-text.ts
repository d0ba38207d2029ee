import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { linkEnd } from "@/lib/domain/schedule/saving-tries";
import { timeLeft, timeLeftText } from "@/lib/domain/schedule/time-left";
import type { StateView, TakeView } from "@/lib/domain/take/view";

export interface StatusText {
	/** Beside the state word, changing by the second. */
	readonly detail: string | null;
	readonly urgent: boolean;
	/** 0 to 1 where the gateway reports it; never made up. */
	readonly progress: number | null;
}

const NOTHING: StatusText = { detail: null, urgent: false, progress: null };

/** What a waiting person may know: the phase, how long it has taken, and what is honestly known of the rest. */
export function statusText(take: TakeView, nowMs: number, samplesMs: readonly number[]): StatusText {
	const { state } = take;
	const elapsed = elapsedText(nowMs - take.createdAtMs);
	switch (state.kind) {
		case "queued":
			return { ...NOTHING, detail: joined([elapsed, state.held?.why ?? null]) };
		case "sending":
			return { ...NOTHING, detail: elapsed };
		case "rendering":
			return renderingText(take, state, nowMs, samplesMs);
		case "saving": {
			const end = linkEnd(state.film.expiresAtMs, nowMs);
			const retry = state.lastFailure ? `trying again: ${state.lastFailure.reason}` : null;
			return { ...NOTHING, detail: joined([elapsed, end?.text ?? null, retry]), urgent: end?.urgent ?? false };
		}
		case "failed":
			return { ...NOTHING, detail: state.failure.sentence };
		case "outcome-unknown":
			return { ...NOTHING, detail: "It may have been billed.", urgent: true };
		default:
			return NOTHING;
	}
}

function renderingText(
	take: TakeView,
	state: Extract<StateView, { kind: "rendering" }>,
	nowMs: number,
	samplesMs: readonly number[],
): StatusText {
	const { label } = catalogEntry(take.gateway);
	const elapsedMs = nowMs - take.createdAtMs;
	const left = timeLeftText(timeLeft(nowMs - state.sinceMs, samplesMs, state.etaSeconds), label);
	const stopping = state.cancelRequestedAtMs === null ? null : "cancelling";
	return { detail: joined([elapsedText(elapsedMs), stopping ?? left]), urgent: false, progress: state.progress };
}

function joined(parts: readonly (string | null)[]): string {
	return parts.filter((part) => part !== null).join(" · ");
}

export function elapsedText(ms: number): string {
	const seconds = Math.max(0, Math.floor(ms / 1000));
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
	return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
