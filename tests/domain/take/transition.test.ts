import { describe, expect, test } from "vitest";
import type { TakeEvent } from "@/lib/domain/take/event";
import { ImpossibleEvent } from "@/lib/domain/take/impossible-event";
import { type StateOf, type TakeState, takeStateSchema } from "@/lib/domain/take/state";
import { transition } from "@/lib/domain/take/transition";
import { DISPATCH, EVENTS, failure, MEDIA, OTHER_DISPATCH, OVERDUE, STATES, TASK } from "./samples";

function following(state: TakeState, ...events: readonly TakeEvent[]): TakeState {
	return events.reduce((before, event) => transition(before, event).state, state);
}

const RESENT: StateOf<"sending"> = { ...STATES.sending, sinceMs: 60, resends: 1 };

describe("sending", () => {
	test("a try that made nothing is put back as the next attempt, held until then", () => {
		expect(following(STATES.sending, EVENTS["not-created"])).toEqual({
			kind: "queued",
			sinceMs: 100,
			attempt: 2,
			held: { untilMs: 5_000, why: "The name does not resolve." },
		});
	});

	test("the next attempt is sent under its own number", () => {
		const second = following(STATES.sending, EVENTS["not-created"], EVENTS["intent-committed"]);
		expect(second).toMatchObject({ kind: "sending", attempt: 2, resends: 0 });
	});

	test("a lost answer remembers when it was sent and under which id", () => {
		expect(following(STATES.sending, EVENTS["outcome-lost"])).toMatchObject({
			reason: "The connection was reset.",
			lost: { what: "answer", dispatchId: DISPATCH, attempt: 1, sentBetweenMs: [10, 100] },
		});
	});

	test("a clock that went back never makes a window that ends before it begins", () => {
		const state = following({ ...STATES.sending, firstSentAtMs: 500 }, EVENTS["outcome-lost"]);
		expect(state).toMatchObject({ lost: { sentBetweenMs: [500, 500] } });
	});

	test("a refusal that claims to have charged is a broken invariant", () => {
		const event = { ...EVENTS.refused, failure: failure("unknown") };
		expect(() => transition(STATES.sending, event)).toThrow(ImpossibleEvent);
	});
});

describe("sending the same again", () => {
	test("keeps the id, the attempt and the beginning of the window", () => {
		expect(following(STATES["outcome-unknown"], EVENTS.resend)).toEqual({
			kind: "sending",
			sinceMs: 100,
			attempt: 1,
			dispatchId: DISPATCH,
			resends: 1,
			firstSentAtMs: 10,
		});
	});

	test.each([EVENTS.refused, EVENTS["not-created"], EVENTS["outcome-lost"]])(
		"$kind of the repeat says nothing about the first try, so the outcome stays unknown",
		(event) => {
			expect(following(RESENT, event)).toMatchObject({
				kind: "outcome-unknown",
				lost: { what: "answer", resends: 1, sentBetweenMs: [10, 100] },
			});
		},
	);

	test("an accepted repeat renders", () => {
		expect(following(RESENT, EVENTS.accepted)).toMatchObject({ kind: "rendering", remoteId: TASK, etaSeconds: 180 });
	});

	test("never happens under another id", () => {
		const event = { ...EVENTS.resend, dispatchId: OTHER_DISPATCH };
		expect(() => transition(STATES["outcome-unknown"], event)).toThrow(/another dispatch/);
	});

	test("never happens for a task that the gateway has", () => {
		expect(() => transition(OVERDUE, EVENTS.resend)).toThrow(/has the task/);
	});
});

describe("one take has one task", () => {
	const other = { remoteId: "task-2" };
	test.each([
		[STATES.rendering, { ...EVENTS.accepted, ...other }],
		[STATES.rendering, { ...EVENTS.looked, ...other }],
		[STATES.rendering, { ...EVENTS["film-found"], ...other }],
		[STATES.saving, { ...EVENTS.found, ...other }],
		[OVERDUE, { ...EVENTS.found, ...other }],
		[OVERDUE, { ...EVENTS["render-failed"], ...other }],
	])("%s refuses an event about a second one", (state, event) => {
		expect(() => transition(state, event)).toThrow(/another task/);
	});
});

describe("rendering", () => {
	test("a look that tells nothing new changes nothing", () => {
		const once = following(STATES.rendering, EVENTS.looked);
		expect(transition(once, { ...EVENTS.looked, atMs: 900 })).toEqual({ changed: false, state: once });
	});

	test("a look without a word on the time left keeps the gateway's earlier word", () => {
		const state = following(STATES.rendering, EVENTS.looked, { ...EVENTS.looked, progress: 0.5, etaSeconds: null });
		expect(state).toMatchObject({ progress: 0.5, etaSeconds: 60 });
	});

	test("since when it renders is not moved by looks", () => {
		expect(following(STATES.rendering, EVENTS.looked)).toMatchObject({ sinceMs: 20 });
	});

	test("a wish to cancel is noted once", () => {
		const wished = following(STATES.rendering, EVENTS["cancel-requested"]);
		expect(wished).toMatchObject({ kind: "rendering", cancelRequestedAtMs: 100 });
		expect(transition(wished, { ...EVENTS["cancel-requested"], atMs: 200 }).changed).toBe(false);
	});

	test("a wish that came too late is dropped, and it goes on", () => {
		const state = following(STATES.rendering, EVENTS["cancel-requested"], EVENTS["cancel-too-late"]);
		expect(state).toEqual(STATES.rendering);
	});

	test("past the deadline the outcome is unknown, the task is not", () => {
		expect(following(STATES.rendering, EVENTS["deadline-passed"])).toMatchObject({
			kind: "outcome-unknown",
			lost: { what: "ending", remoteId: TASK },
		});
	});
});

describe("outcome unknown", () => {
	test("counts its looks, and since when the gateway says it does not know the task", () => {
		const state = following(
			STATES["outcome-unknown"],
			{ ...EVENTS["looked-in-vain"], atMs: 100, answer: "unclear" },
			{ ...EVENTS["looked-in-vain"], atMs: 200 },
			{ ...EVENTS["looked-in-vain"], atMs: 300 },
		);
		expect(state).toMatchObject({ looks: 3, lost: { absences: 2, firstAbsentAtMs: 200 } });
	});

	test("an overdue task that is still busy stays unknown", () => {
		expect(following(OVERDUE, EVENTS.looked)).toEqual({ ...OVERDUE, looks: 1 });
	});

	test("an overdue task that is found again under its id changes nothing", () => {
		expect(transition(OVERDUE, EVENTS.found)).toEqual({ changed: false, state: OVERDUE });
	});

	test.each([EVENTS["film-found"], EVENTS["render-failed"]])("an overdue task ends by $kind", (event) => {
		expect(following(OVERDUE, event).kind).toBe(event.kind === "film-found" ? "saving" : "failed");
	});

	test.each(["yes", "no"] as const)("the person settles it: charged %s", (charged) => {
		const state = following(STATES["outcome-unknown"], { ...EVENTS["settled-by-person"], charged });
		expect(state).toMatchObject({ kind: "failed", failure: { code: "settled-by-person", charged } });
	});
});

describe("saving", () => {
	test("a fresh link replaces the old one and keeps count of the tries", () => {
		const state = following(STATES.saving, EVENTS["save-failed"], EVENTS["film-found"]);
		expect(state).toMatchObject({ sinceMs: 30, tries: 1, film: { url: "https://films.example/2.mp4" } });
	});

	test("the same link again changes nothing", () => {
		const event = { ...EVENTS["film-found"], film: STATES.saving.film };
		expect(transition(STATES.saving, event).changed).toBe(false);
	});

	test("a failed try says why", () => {
		expect(following(STATES.saving, EVENTS["save-failed"])).toMatchObject({
			tries: 1,
			lastFailure: { reason: "The film's host did not answer.", atMs: 100 },
		});
	});

	test("a second film for a ready take changes nothing", () => {
		expect(transition(STATES.ready, EVENTS.saved)).toEqual({
			changed: false,
			state: { ...STATES.ready, media: MEDIA },
		});
	});
});

describe("a film that turns up after all", () => {
	test.each(["settled-by-person", "film-lost"] as const)("is saved after %s", (code) => {
		const ended: TakeState = { kind: "failed", sinceMs: 40, failure: failure("yes", code) };
		expect(following(ended, EVENTS["film-found"])).toMatchObject({ kind: "saving", chargedBefore: "yes", tries: 0 });
	});

	test("does not reopen a take whose task failed", () => {
		const ended: TakeState = { kind: "failed", sinceMs: 40, failure: failure("yes", "moderation") };
		expect(transition(ended, EVENTS["film-found"])).toEqual({ changed: false, state: ended });
	});

	test.each([
		["yes", "no", "yes"],
		["yes", "unknown", "yes"],
		["yes", "yes-refunded", "yes-refunded"],
		["yes-refunded", "no", "yes-refunded"],
		["no", "unknown", "unknown"],
		["unknown", "no", "no"],
	] as const)("said to be charged: %s, and lost again: %s, is charged: %s", (before, lost, charged) => {
		const ended: TakeState = { kind: "failed", sinceMs: 40, failure: failure(before, "film-lost") };
		const event = { ...EVENTS["film-lost"], failure: failure(lost, "film-lost") };
		expect(following(ended, EVENTS["film-found"], event)).toMatchObject({ kind: "failed", failure: { charged } });
	});
});

describe("a stored state", () => {
	test.each([...Object.values(STATES), OVERDUE])("in $kind passes its own schema", (state) => {
		expect(takeStateSchema.parse(state)).toEqual(state);
	});

	test.each([
		["a ready take without media", { kind: "ready", sinceMs: 40 }],
		["a rendering take without a task", { ...STATES.rendering, remoteId: "" }],
		["progress in percent", { ...STATES.rendering, progress: 40 }],
		["an unknown word", { ...STATES.queued, kind: "paused" }],
		["an unknown one that lost nothing", { ...STATES["outcome-unknown"], lost: null }],
	])("%s is refused", (_, state) => {
		expect(takeStateSchema.safeParse(state).success).toBe(false);
	});
});
