import { ENOUGH_SAMPLES, quantile } from "./learned-times";

/** Never more than is known: our own experience as a range, else the gateway's word as its word, else nothing. */
export type TimeLeft =
	| { readonly kind: "range"; readonly fromMs: number; readonly toMs: number }
	| { readonly kind: "longer-than-usual" }
	| { readonly kind: "gateway-says"; readonly seconds: number }
	| { readonly kind: "nothing-known" };

const FEWEST_AHEAD = 4;

export function timeLeft(elapsedMs: number, samplesMs: readonly number[], etaSeconds: number | null): TimeLeft {
	if (samplesMs.length < ENOUGH_SAMPLES) {
		return etaSeconds === null ? { kind: "nothing-known" } : { kind: "gateway-says", seconds: etaSeconds };
	}
	const ahead = samplesMs.filter((sample) => sample > elapsedMs).toSorted((a, b) => a - b);
	if (ahead.length < FEWEST_AHEAD) return { kind: "longer-than-usual" };
	return { kind: "range", fromMs: quantile(ahead, 0.25) - elapsedMs, toMs: quantile(ahead, 0.75) - elapsedMs };
}

export function timeLeftText(left: TimeLeft, gatewayLabel: string): string | null {
	switch (left.kind) {
		case "range":
			return rangeText(left.fromMs, left.toMs);
		case "longer-than-usual":
			return "taking longer than usual";
		case "gateway-says":
			return `${gatewayLabel} says about ${spanText(left.seconds)}`;
		case "nothing-known":
			return null;
	}
}

const STEP_SECONDS = 5;
const MINUTE = 60;

/** Coarse on purpose: a range in seconds would look exact. */
function rangeText(fromMs: number, toMs: number): string {
	const from = Math.floor(fromMs / 1_000 / STEP_SECONDS) * STEP_SECONDS;
	const to = Math.max(STEP_SECONDS, Math.ceil(toMs / 1_000 / STEP_SECONDS) * STEP_SECONDS);
	if (from < STEP_SECONDS) return `less than ${spanText(to)} left`;
	if (to < 2 * MINUTE) return from === to ? `about ${to} s left` : `${from} to ${to} s left`;
	const [fromMinutes, toMinutes] = [Math.max(1, Math.floor(from / MINUTE)), Math.ceil(to / MINUTE)];
	return fromMinutes === toMinutes ? `about ${toMinutes} min left` : `${fromMinutes} to ${toMinutes} min left`;
}

function spanText(seconds: number): string {
	return seconds < 2 * MINUTE ? `${Math.round(seconds)} s` : `${Math.round(seconds / MINUTE)} min`;
}
