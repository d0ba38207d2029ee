import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits, countPointsUpTo, selectionOf, sliceRange } from "@/lib/domain/text-range";

const halves = fc.constantFrom("\ud83d", "\ude00");
const anyText = fc.string({ unit: fc.oneof(fc.string({ unit: "binary", maxLength: 1 }), halves) });

describe("places in a text, counted in characters", () => {
	it("slice whole characters", () => {
		expect(sliceRange("a🦊b", { start: 1, end: 2 })).toBe("🦊");
	});

	it("are found for every place a regular expression may report", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const pointAt = countPointsUpTo(text);
				let unit = 0;
				[...text].forEach((char, point) => {
					expect(pointAt(unit)).toBe(point);
					unit += char.length;
				});
				expect(pointAt(text.length)).toBe([...text].length);
			}),
		);
	});

	it("become a text box's selection", () => {
		expect(selectionOf("🦊a🦊b", { start: 1, end: 3 })).toEqual({ start: 2, end: 5 });
		fc.assert(
			fc.property(anyText, fc.nat(8), fc.nat(8), (text, start, length) => {
				const range = { start, end: start + length };
				const { start: from, end: to } = selectionOf(text, range);
				expect(text.slice(from, to)).toBe(sliceRange(text, range));
			}),
		);
	});

	it("take several edits at once, all speaking of the text as it was", () => {
		const edits = [
			{ range: { start: 0, end: 1 }, text: "wolf" },
			{ range: { start: 4, end: 4 }, text: "!" },
			{ range: { start: 2, end: 3 }, text: "" },
		];
		expect(applyEdits("🦊abc", edits)).toBe("wolfac!");
	});
});
