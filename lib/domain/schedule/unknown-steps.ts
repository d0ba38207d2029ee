import type { UnknownOutcome } from "../catalog/entry";
import { unreachable } from "../result";
import type { StateOf } from "../take/state";

type Unknown = StateOf<"outcome-unknown">;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FIRST_AGES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS];
const LAST_AGE_MS = 24 * HOUR_MS;
const FIRST_STEP_MS = 2_000;
/** Resends wait longer each time, and all fit into the shortest window a gateway is known to keep a key. */
const RESEND_GAPS_MS = [FIRST_STEP_MS, 15_000, MINUTE_MS];
const MAX_RESENDS = RESEND_GAPS_MS.length;

/** What may be done now about an outcome that nobody knows. `resend` repeats the same bytes under the same id. */
export type UnknownStep = "look" | "resend" | "nothing";

export function unknownStep({ lost }: Unknown, rule: UnknownOutcome, nowMs: number): UnknownStep {
	if (lost.what === "ending") return "look";
	const { mayRepeat } = lost;
	switch (rule.kind) {
		case "look-up-by-own-id":
			return mayRepeat && isAbsent(lost, rule, nowMs) && lost.resends < MAX_RESENDS ? "resend" : "look";
		case "resend-same-key": {
			const inWindow = nowMs - lost.sentBetweenMs[0] <= rule.windowMs;
			return mayRepeat && inWindow && lost.resends < rule.maxResends ? "resend" : "nothing";
		}
		case "resend-once-then-list":
			return mayRepeat && lost.resends === 0 ? "resend" : "look";
		case "echo-in-list":
			return "look";
		case "none":
			return "nothing";
		default:
			return unreachable(rule);
	}
}

type LostAnswer = Extract<Unknown["lost"], { what: "answer" }>;

function isAbsent(lost: LostAnswer, rule: Extract<UnknownOutcome, { kind: "look-up-by-own-id" }>, nowMs: number) {
	const { absences, firstAbsentAtMs } = lost;
	return firstAbsentAtMs !== null && absences >= rule.absentLooks && nowMs - firstAbsentAtMs >= rule.gapMs;
}

/** When to take the next step; `null` when only a callback or the person can still end the doubt. */
export function nextUnknownStepAtMs(state: Unknown, rule: UnknownOutcome, nowMs: number): number | null {
	const { lost } = state;
	if (lost.what === "ending") return nextLookAtMs(state.sinceMs, nowMs);
	if (unknownStep(state, rule, nowMs) === "nothing") return null;
	if (unknownStep(state, rule, nowMs) === "resend") return nowMs + (RESEND_GAPS_MS[lost.resends] ?? MINUTE_MS);
	if (state.looks === 0) return nowMs + FIRST_STEP_MS;
	const gathersAbsences = rule.kind === "look-up-by-own-id" && lost.absences > 0 && lost.resends < MAX_RESENDS;
	return gathersAbsences ? nowMs + rule.gapMs : nextLookAtMs(state.sinceMs, nowMs);
}

export function nextLookAtMs(sinceMs: number, nowMs: number): number | null {
	const ageMs = nowMs - sinceMs;
	const next = FIRST_AGES_MS.find((age) => age > ageMs) ?? (Math.floor(ageMs / HOUR_MS) + 1) * HOUR_MS;
	return next <= LAST_AGE_MS ? sinceMs + next : null;
}
