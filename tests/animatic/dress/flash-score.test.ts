import { describe, expect, it } from "vitest";
import { flashScore, type SeenFrame } from "@/lib/children/dress/flash-score";

const CELLS = 100;

/** Three seconds at 24 frames a second; `light` says how bright a cell is. */
function film(light: (frame: number, cell: number) => number): SeenFrame[] {
	return Array.from({ length: 72 }, (_, frame) => ({
		seconds: frame / 24,
		cells: Float32Array.from({ length: CELLS }, (_, cell) => light(frame, cell)),
	}));
}

describe("the flash score", () => {
	const cases: readonly (readonly [string, (frame: number, cell: number) => number, number])[] = [
		["a still picture", () => 0.5, 0],
		["a slow fade to black", (frame) => 0.9 - frame / 80, 0],
		["a cut every half second", (frame) => (Math.floor(frame / 12) % 2 === 0 ? 0.2 : 0.6), 1],
		["a strobe", (frame) => frame % 2, 12],
		["a strobe too weak to matter", (frame) => 0.4 + 0.05 * (frame % 2), 0],
		["a flicker between two bright whites", (frame) => 0.85 + 0.12 * (frame % 2), 0],
		["a strobe in a corner", (frame, cell) => (cell < 5 ? frame % 2 : 0.3), 0],
		["a strobe over a quarter of the picture", (frame, cell) => (cell < 25 ? frame % 2 : 0.3), 12],
		["four flashes in a second", (frame) => (Math.floor(frame / 3) % 2 === 0 ? 0 : 1), 4],
	];
	it.each(cases)("of %s", (_, light, expected) => {
		expect(flashScore(film(light))).toBe(expected);
	});

	it("of no frames at all is none", () => {
		expect(flashScore([])).toBe(0);
	});
});
