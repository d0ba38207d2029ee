import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseScript } from "@/lib/domain/grammar/parse-script";
import type { ScriptFix, ScriptProblem } from "@/lib/domain/grammar/parsed-script";
import { usableShots } from "@/lib/domain/grammar/parsed-script";
import type { ParseOptions } from "@/lib/domain/grammar/script-reading";
import { applyEdits } from "@/lib/domain/text-range";
import { scriptLike } from "./arbitrary-text";

type Mendable = ScriptProblem & { readonly fix: ScriptFix };

function mendables(text: string, options: ParseOptions): Mendable[] {
	return parseScript(text, options).problems.flatMap((problem) => {
		return problem.fix ? [{ ...problem, fix: problem.fix }] : [];
	});
}

/** Takes every offer, one after the other, as a patient person would. */
function mendAll(
	text: string,
	options: ParseOptions,
	pick: (count: number) => number,
): { text: string; steps: number } {
	let mended = text;
	for (let steps = 0; steps < 200; steps += 1) {
		const offers = mendables(mended, options);
		const offer = offers[pick(offers.length)];
		if (!offer) return { text: mended, steps };
		mended = applyEdits(mended, offer.fix.edits);
	}
	return { text: mended, steps: 200 };
}

const options = fc.option(fc.integer({ min: 3, max: 15 }), { nil: undefined }).map((expectedTotal) => {
	return expectedTotal === undefined ? {} : { expectedTotal };
});

describe("taking every fix that is offered", () => {
	it.each([
		["the first", () => 0],
		["the last", (count: number) => count - 1],
	])("comes to an end with nothing left to fix, starting with %s", (_, pick) => {
		fc.assert(
			fc.property(scriptLike, options, (text, given) => {
				const { text: mended, steps } = mendAll(text, given, pick);
				expect(steps).toBeLessThan(200);
				expect(mendables(mended, given)).toEqual([]);
			}),
			{ numRuns: 1_500 },
		);
	});

	it("makes a script usable that people really write", () => {
		const text = "Noir, rain.\nShot 1 (3s): she turns; slowly\nshot 3, 2.5, an alley shot 2, 4, a rooftop";
		const { text: mended } = mendAll(text, {}, () => 0);
		expect(usableShots(parseScript(mended))).toEqual([
			{ seconds: 3, words: "Noir, rain. she turns, slowly" },
			{ seconds: 3, words: "an alley" },
			{ seconds: 4, words: "a rooftop" },
		]);
	});

	it("changes a script, each time", () => {
		fc.assert(
			fc.property(scriptLike, options, (text, given) => {
				for (const { fix } of mendables(text, given)) expect(applyEdits(text, fix.edits)).not.toBe(text);
			}),
			{ numRuns: 1_500 },
		);
	});
});
