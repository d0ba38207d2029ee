import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { availableEdits } from "@/lib/domain/timeline/available-edits";
import { accepted, anyShots, codeOf, secondsAfter, shotsOf } from "./build-shots";

describe("what the buttons can do", () => {
	it("says for each shot of 3, 4 and 3 s what pressing would give", () => {
		const { add, shots } = availableEdits(shotsOf(3, 4, 3), "roll");
		expect(secondsAfter(add)).toEqual([3, 4, 2, 1]);
		expect(shots).toHaveLength(3);
		const [first, , last] = shots;
		expect(first && secondsAfter(first.split)).toEqual([2, 1, 4, 3]);
		expect(first && codeOf(first.moveEarlier)).toBe("already-first");
		expect(first && codeOf(first.moveLater)).toBeNull();
		expect(last && codeOf(last.moveLater)).toBe("already-last");
	});

	it("of one shot: it cannot be deleted or moved", () => {
		const [only] = availableEdits(shotsOf(5), "roll").shots;
		expect(only && codeOf(only.delete)).toBe("only-shot");
		expect(only && codeOf(only.moveEarlier)).toBe("already-first");
		expect(only && codeOf(only.moveLater)).toBe("already-last");
		expect(only && codeOf(only.split)).toBeNull();
	});

	it("of six shots: none can be added, split or duplicated, whichever the trim", () => {
		for (const trim of ["roll", "ripple"] as const) {
			const { add, shots } = availableEdits(shotsOf(2, 2, 2, 2, 2, 2), trim);
			const refused = [add, ...shots.flatMap((edits) => [edits.split, edits.duplicate])];
			expect(new Set(refused.map(codeOf))).toEqual(new Set(["too-many-shots"]));
		}
	});

	it("follows Ripple: a film of 15 s can share its seconds but not grow", () => {
		expect(codeOf(availableEdits(shotsOf(7, 8), "roll").add)).toBeNull();
		expect(codeOf(availableEdits(shotsOf(7, 8), "ripple").add)).toBe("film-full");
	});

	it("what is refused comes with a sentence that says what helps", () => {
		fc.assert(
			fc.property(anyShots, fc.constantFrom("roll" as const, "ripple" as const), (shots, trim) => {
				const edits = availableEdits(shots, trim);
				const all = [edits.add, ...edits.shots.flatMap((each) => Object.values(each))];
				for (const edit of all) if (!edit.ok) expect(edit.problem.sentence).toMatch(/^[A-Z][^!]+\.$/);
				for (const edit of all) if (edit.ok) expect(accepted(edit)).not.toBe(shots);
			}),
			{ numRuns: 500 },
		);
	});
});
