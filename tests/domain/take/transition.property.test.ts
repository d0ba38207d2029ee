import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TakeEvent } from "@/lib/domain/take/event";
import { ImpossibleEvent } from "@/lib/domain/take/impossible-event";
import { isFinished, type TakeState, takeStateSchema } from "@/lib/domain/take/state";
import { transition } from "@/lib/domain/take/transition";
import { DISPATCH, EVENTS, failure, MEDIA, OTHER_DISPATCH, OVERDUE, STATES, TASK } from "./samples";

const RUNS = 3_000;

const charged = fc.constantFrom("no", "yes-refunded", "yes", "unknown");
const task = fc.constantFrom(TASK, TASK, TASK, "task-2");
const dispatch = fc.constantFrom(DISPATCH, DISPATCH, OTHER_DISPATCH);
const link = fc.record({
	url: fc.constantFrom("https://films.example/1.mp4", "https://films.example/2.mp4"),
	expiresAtMs: fc.constant(null),
});

const anyEvent: fc.Arbitrary<TakeEvent> = fc
	.record({ sample: fc.constantFrom<TakeEvent>(...Object.values(EVENTS)), charged, task, dispatch, link })
	.map(({ sample, charged, task, dispatch, link }): TakeEvent => {
		switch (sample.kind) {
			case "intent-committed":
			case "resend":
				return { ...sample, dispatchId: dispatch };
			case "accepted":
			case "found":
			case "looked":
				return { ...sample, remoteId: task };
			case "film-found":
				return { ...sample, remoteId: task, film: link };
			case "render-failed":
				return { ...sample, remoteId: task, failure: failure(charged, "moderation") };
			case "film-lost":
				return { ...sample, failure: failure(charged, "film-lost") };
			case "cancelled":
				return { ...sample, charged };
			case "settled-by-person":
				return { ...sample, charged: charged === "yes" ? "yes" : "no" };
			default:
				return sample;
		}
	});

const SETTLED: TakeState = { kind: "failed", sinceMs: 40, failure: failure("yes", "settled-by-person") };

/** From the beginning alone, random orders rarely come far; so stories begin anywhere. */
const anyStory = fc.record({
	start: fc.constantFrom<TakeState>(...Object.values(STATES), OVERDUE, SETTLED),
	events: fc.array(anyEvent, { minLength: 5, maxLength: 60 }),
});

interface Step {
	readonly before: TakeState;
	readonly event: TakeEvent;
	readonly after: TakeState;
	readonly changed: boolean;
}

/** Impossible events throw and are skipped, as a worker that met one would drop the take. */
function live(start: TakeState, events: readonly TakeEvent[]): Step[] {
	const steps: Step[] = [];
	let before = start;
	events.forEach((event, index) => {
		try {
			const { state: after, changed } = transition(before, { ...event, atMs: 100 + index });
			steps.push({ before, event, after, changed });
			before = after;
		} catch (error) {
			if (!(error instanceof ImpossibleEvent)) throw error;
		}
	});
	return steps;
}

function eachStep(check: (step: Step) => void) {
	fc.assert(
		fc.property(anyStory, ({ start, events }) => live(start, events).forEach(check)),
		{ numRuns: RUNS },
	);
}

/** How far a take has come: attempt, repeats of it, then the state. Compared from the left. */
function progressOf(state: TakeState): readonly [attempt: number, resends: number, rank: number] {
	switch (state.kind) {
		case "queued":
			return [state.attempt, 0, 0];
		case "sending":
			return [state.attempt, state.resends, 1];
		case "outcome-unknown":
			return state.lost.what === "answer" ? [state.lost.attempt, state.lost.resends, 2] : [Infinity, 0, 2];
		case "rendering":
			return [Infinity, 0, 1];
		case "saving":
			return [Infinity, 0, 3];
		default:
			return [Infinity, 0, 4];
	}
}

function isBehind(later: TakeState, earlier: TakeState): boolean {
	const [now, then] = [progressOf(later), progressOf(earlier)];
	const index = now.findIndex((part, position) => part !== then[position]);
	return index >= 0 && Number(now[index]) < Number(then[index]);
}

function chargedOf(state: TakeState): string | null {
	if (state.kind === "failed") return state.failure.charged;
	return state.kind === "cancelled" ? state.charged : null;
}

function reopens({ before, event }: Step): boolean {
	if (before.kind !== "failed" || event.kind !== "film-found") return false;
	return ["settled-by-person", "film-lost"].includes(before.failure.code);
}

describe("whatever happens in whatever order", () => {
	test("a finished take stays finished, unless its film turns up", () => {
		eachStep((step) => {
			if (isFinished(step.before) && !reopens(step)) expect(step.after).toBe(step.before);
		});
	});

	test("no take goes backwards", () => {
		eachStep((step) => {
			if (!reopens(step))
				expect(isBehind(step.after, step.before), `${step.before.kind} → ${step.after.kind}`).toBe(false);
		});
	});

	test("*charged* never becomes *not charged*", () => {
		fc.assert(
			fc.property(anyStory, ({ start, events }) => {
				let said = chargedOf(start) === "yes";
				for (const { after } of live(start, events)) {
					if (said) expect(chargedOf(after)).not.toBe("no");
					said ||= chargedOf(after) === "yes";
				}
			}),
			{ numRuns: RUNS },
		);
	});

	test("an unknown outcome is never queued again", () => {
		eachStep(({ before, after }) => {
			if (before.kind === "outcome-unknown") expect(after.kind).not.toBe("queued");
		});
	});

	test("a take keeps its task once it has one", () => {
		fc.assert(
			fc.property(anyStory, ({ start, events }) => {
				const tasks = live(start, events).flatMap(({ after }) => ("remoteId" in after ? [after.remoteId] : []));
				const reopened = live(start, events).some(reopens);
				if (!reopened) expect(new Set(tasks).size).toBeLessThanOrEqual(1);
			}),
			{ numRuns: RUNS },
		);
	});

	test("what is not changed is the same, and what is changed differs and passes the schema", () => {
		eachStep(({ before, after, changed }) => {
			if (!changed) expect(after).toBe(before);
			else {
				expect(after).not.toEqual(before);
				expect(takeStateSchema.parse(after)).toEqual(after);
			}
		});
	});

	test("a film that was saved is the take's film for ever", () => {
		eachStep(({ before, after }) => {
			if (before.kind === "ready") expect(after).toEqual({ ...before, media: MEDIA });
		});
	});
});
