import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isElongated, isInside, suggestCrop } from "@/lib/domain/first-frame/crop";

const side = fc.integer({ min: 1, max: 50_000 });
const start = fc.integer({ min: 0, max: 50_000 });
const part = fc.record({ left: start, top: start, width: side, height: side });

describe("a suggested crop", () => {
	it.each([
		[
			{ left: 0, top: 0, width: 3000, height: 400 },
			{ left: 1000, top: 0, width: 1000, height: 400 },
		],
		[
			{ left: 0, top: 0, width: 400, height: 3001 },
			{ left: 0, top: 1000, width: 400, height: 1000 },
		],
		[
			{ left: 50, top: 60, width: 2000, height: 500 },
			{ left: 425, top: 60, width: 1250, height: 500 },
		],
	])("is the middle of %o", (given, expected) => {
		expect(suggestCrop(given)).toEqual(expected);
	});

	it("is never elongated, never outside, and as short as before the short way", () => {
		fc.assert(
			fc.property(part, (given) => {
				const crop = suggestCrop(given);
				expect(isElongated(crop)).toBe(false);
				expect(crop.left).toBeGreaterThanOrEqual(given.left);
				expect(crop.top).toBeGreaterThanOrEqual(given.top);
				expect(isInside(crop, { width: given.left + given.width, height: given.top + given.height })).toBe(true);
				expect(Math.min(crop.width, crop.height)).toBe(Math.min(given.width, given.height));
			}),
		);
	});

	it("changes nothing where nothing is too long", () => {
		fc.assert(
			fc.property(
				part.filter((given) => !isElongated(given)),
				(given) => {
					expect(suggestCrop(given)).toEqual(given);
				},
			),
		);
	});
});

describe("a crop is inside", () => {
	const size = { width: 400, height: 300 };
	it.each([
		[{ left: 0, top: 0, width: 400, height: 300 }, true],
		[{ left: 100, top: 0, width: 300, height: 300 }, true],
		[{ left: 101, top: 0, width: 300, height: 300 }, false],
		[{ left: 0, top: 1, width: 400, height: 300 }, false],
		[{ left: 0, top: 0, width: 401, height: 300 }, false],
	])("%o: %s", (crop, expected) => {
		expect(isInside(crop, size)).toBe(expected);
	});
});

describe("a picture is elongated", () => {
	it.each([
		[750, 300, false],
		[751, 300, true],
		[300, 750, false],
		[300, 751, true],
		[300, 300, false],
	])("%d × %d: %s", (width, height, expected) => {
		expect(isElongated({ width, height })).toBe(expected);
	});
});
