import { describe, expect, it } from "vitest";
import { durationSeconds } from "@/lib/domain/draft";
import { durationRange, setDuration } from "@/lib/domain/draft/duration";
import { accepted, codeOf, shotsOf } from "../timeline/build-shots";
import { proseDraft, shotsDraft } from "./build-draft";

describe("the Duration slider", () => {
	it("in One shot sets the prose's seconds and leaves its words alone", () => {
		const after = accepted(setDuration(proseDraft("A dog runs.", 5), 15));
		expect(after.composition).toMatchObject({ prose: { text: "A dog runs.", seconds: 15 } });
	});

	it("in Shots stretches the shots to the total", () => {
		const after = accepted(setDuration(shotsDraft(shotsOf(3, 4, 3)), 15));
		expect(after.composition).toMatchObject({ shots: [{ seconds: 5 }, { seconds: 6 }, { seconds: 4 }] });
		expect(durationSeconds(after)).toBe(15);
	});

	it.each([
		{ draft: proseDraft("", 5), to: 2, code: "film-length" },
		{ draft: proseDraft("", 5), to: 16, code: "film-length" },
		{ draft: proseDraft("", 5), to: 4.5, code: "not-whole-seconds" },
		{ draft: shotsDraft(shotsOf(2, 2, 2, 2)), to: 3, code: "more-shots-than-seconds" },
	])("to $to s is refused: $code", ({ draft, to, code }) => {
		expect(codeOf(setDuration(draft, to))).toBe(code);
	});

	it("prints its ends: 3 to 15, and no less than a second for each shot", () => {
		expect(durationRange(proseDraft("", 7))).toEqual({ atSeconds: 7, minSeconds: 3, maxSeconds: 15 });
		expect(durationRange(shotsDraft(shotsOf(2, 2, 2, 2)))).toEqual({ atSeconds: 8, minSeconds: 4, maxSeconds: 15 });
	});
});
