import { describe, expect, test } from "vitest";
import type { EventKind } from "@/lib/domain/take/event";
import { ImpossibleEvent } from "@/lib/domain/take/impossible-event";
import type { StateKind } from "@/lib/domain/take/state";
import { transition } from "@/lib/domain/take/transition";
import { EVENTS, STATES } from "./samples";

const COLUMNS = [
	"queued",
	"sending",
	"rendering",
	"saving",
	"ready",
	"failed",
	"cancelled",
	"outcome-unknown",
] as const;

/** A state: moves there. `~`: stays in the state and changes it. `.`: changes nothing. `!`: is impossible. */
const MATRIX = `
intent-committed   sending   !               !               !       !   !      !         !
not-created        !         queued          !               !       !   !      !         !
refused            failed    failed          !               !       !   .      !         !
accepted           !         rendering       .               .       .   .      .         rendering
outcome-lost       !         outcome-unknown .               .       .   .      .         .
resend             !         !               !               !       !   !      !         sending
looked-in-vain     !         .               .               .       .   .      .         ~
found              !         rendering       .               .       .   .      .         rendering
looked             !         rendering       ~               .       .   .      .         rendering
film-found         !         saving          saving          ~       .   .      .         saving
render-failed      !         failed          failed          .       .   .      .         failed
deadline-passed    !         !               outcome-unknown .       .   .      .         .
save-failed        !         !               !               ~       .   .      !         !
saved              !         !               !               ready   .   !      !         !
film-lost          !         !               !               failed  .   .      !         !
cancel-requested   cancelled .               ~               .       .   .      .         .
cancel-too-late    !         !               .               .       .   .      .         .
cancelled          !         !               cancelled       .       .   .      .         !
settled-by-person  .         .               .               .       .   .      .         failed
`;

const cells = MATRIX.trim()
	.split("\n")
	.flatMap((line) => {
		const [event, ...outcomes] = line.trim().split(/\s+/);
		return outcomes.map((outcome, index) => ({ event, state: COLUMNS[index], outcome }));
	});

function outcomeOf(state: StateKind, event: EventKind): string {
	const before = STATES[state];
	try {
		const { changed, state: after } = transition(before, EVENTS[event]);
		if (!changed) return after === before ? "." : "claims to be unchanged";
		return after.kind === before.kind ? "~" : after.kind;
	} catch (error) {
		if (error instanceof ImpossibleEvent) return "!";
		throw error;
	}
}

describe("every event in every state", () => {
	test("the matrix names each event and each state once", () => {
		expect(cells.length).toBe(Object.keys(EVENTS).length * COLUMNS.length);
		expect(new Set(cells.map((cell) => cell.event))).toEqual(new Set(Object.keys(EVENTS)));
	});

	test.each(cells)("$event in $state → $outcome", ({ event, state, outcome }) => {
		const kind = Object.values(EVENTS).find((sample) => sample.kind === event)?.kind;
		if (!kind || !state) throw new Error("The matrix is malformed.");
		expect(outcomeOf(state, kind)).toBe(outcome);
	});
});
