import { describe, expect, test } from "vitest";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import { nextLookAtMs, nextUnknownStepAtMs, unknownStep } from "@/lib/domain/schedule/unknown-steps";
import type { StateOf } from "@/lib/domain/take/state";
import { transition } from "@/lib/domain/take/transition";
import { EVENTS, OVERDUE, STATES } from "../take/samples";

type Unknown = StateOf<"outcome-unknown">;

const MIN = 60_000;
const H = 60 * MIN;
const rule = (gateway: Parameters<typeof catalogEntry>[0]) => catalogEntry(gateway).unknownOutcome;

const BASE: Unknown = STATES["outcome-unknown"];

function lost(changes: {
	resends?: number;
	absences?: number;
	firstAbsentAtMs?: number;
	looks?: number;
	mayRepeat?: boolean;
}): Unknown {
	const { looks = 0, ...answer } = changes;
	if (BASE.lost.what !== "answer") throw new Error("The sample lost its answer.");
	return { ...BASE, looks, lost: { ...BASE.lost, ...answer } };
}

describe("what may be done about an unknown outcome", () => {
	test.each([
		["Kling", "kling", lost({}), 100, "look"],
		["Kling, absent once", "kling", lost({ absences: 1, firstAbsentAtMs: 100 }), 20_000, "look"],
		["Kling, absent twice within 10 s", "kling", lost({ absences: 2, firstAbsentAtMs: 100 }), 10_099, "look"],
		["Kling, absent twice 10 s apart", "kling", lost({ absences: 2, firstAbsentAtMs: 100 }), 10_100, "resend"],
		["Kling, resent often", "kling", lost({ absences: 9, firstAbsentAtMs: 100, resends: 3 }), 99_000, "look"],
		["APIMart", "apimart", lost({}), 100, "resend"],
		["APIMart, resent three times", "apimart", lost({ resends: 3 }), 100, "nothing"],
		["APIMart, after ten minutes", "apimart", lost({}), 10 * MIN + 11, "nothing"],
		["EvoLink", "evolink", lost({}), 100, "resend"],
		["EvoLink, resent once", "evolink", lost({ resends: 1 }), 100, "look"],
		["EvoLink, which said that a repeat tells no more", "evolink", lost({ mayRepeat: false }), 100, "look"],
		["APIMart, which said that a repeat tells no more", "apimart", lost({ mayRepeat: false }), 100, "nothing"],
		["useapi.net", "useapi", lost({}), 100, "look"],
		["EmpirioLabs", "empiriolabs", lost({}), 100, "nothing"],
		["EmpirioLabs, a task past its deadline", "empiriolabs", OVERDUE, 100, "look"],
	] as const)("%s", (_, gateway, state, nowMs, step) => {
		expect(unknownStep(state, rule(gateway), nowMs)).toBe(step);
	});
});

describe("when", () => {
	test("nothing is left to do, only a callback or the person ends it", () => {
		expect(nextUnknownStepAtMs(lost({}), rule("empiriolabs"), 100)).toBeNull();
		expect(nextUnknownStepAtMs(lost({ resends: 3 }), rule("apimart"), 100)).toBeNull();
	});

	test("a first step is due, it comes at once", () => {
		for (const gateway of ["kling", "apimart", "evolink", "useapi"] as const) {
			expect(nextUnknownStepAtMs(lost({}), rule(gateway), 100)).toBe(2_100);
		}
	});

	test("Kling did not know the task, the second look follows after the gap it needs", () => {
		const state = lost({ looks: 1, absences: 1, firstAbsentAtMs: 100 });
		expect(nextUnknownStepAtMs(state, rule("kling"), 100)).toBe(10_100);
	});

	test("a look made no sense, the slow ladder follows", () => {
		expect(nextUnknownStepAtMs(lost({ looks: 1 }), rule("kling"), 100)).toBe(BASE.sinceMs + MIN);
	});

	test("the ladder is 1, 5, 15 and 60 minutes, then every hour for a day", () => {
		const at: number[] = [];
		let next = nextLookAtMs(0, 0);
		while (next !== null) {
			at.push(next);
			next = nextLookAtMs(0, next);
		}
		expect(at.slice(0, 6)).toEqual([MIN, 5 * MIN, 15 * MIN, H, 2 * H, 3 * H]);
		expect(at.at(-1)).toBe(24 * H);
		expect(at).toHaveLength(27);
	});
});

test("Kling's whole path: two absent looks, one repeat under the same id, found", () => {
	let state: Unknown = BASE;
	let nowMs = 1_000;
	const steps: string[] = [];
	while (unknownStep(state, rule("kling"), nowMs) === "look") {
		steps.push("look");
		const { state: after } = transition(state, { ...EVENTS["looked-in-vain"], atMs: nowMs });
		if (after.kind !== "outcome-unknown") throw new Error(`A look in vain led to ${after.kind}.`);
		state = after;
		nowMs = nextUnknownStepAtMs(state, rule("kling"), nowMs) ?? Number.NaN;
	}
	expect(steps).toEqual(["look", "look"]);
	const resent = transition(state, { ...EVENTS.resend, atMs: nowMs }).state;
	expect(transition(resent, EVENTS.accepted).state.kind).toBe("rendering");
});
