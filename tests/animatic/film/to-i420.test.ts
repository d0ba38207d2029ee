import { describe, expect, it } from "vitest";
import { i420Bytes, toI420 } from "@/lib/children/animatic/film/to-i420";

/** Y, Cb and Cr as ITU-R BT.709 has them in limited range. */
const COLOURS: readonly (readonly [string, readonly [number, number, number], readonly [number, number, number]])[] = [
	["black", [0, 0, 0], [16, 128, 128]],
	["white", [255, 255, 255], [235, 128, 128]],
	["red", [255, 0, 0], [63, 102, 240]],
	["green", [0, 255, 0], [173, 42, 26]],
	["blue", [0, 0, 255], [32, 240, 118]],
	["grey", [128, 128, 128], [126, 128, 128]],
];

describe("conversion to I420", () => {
	it.each(COLOURS)("makes %s what BT.709 says", (_, [red, green, blue], expected) => {
		const shape = { width: 4, height: 2 };
		const rgba = Uint8Array.from({ length: 32 }, (_, at) => [red, green, blue, 255][at % 4] ?? 0);
		const out = new Uint8Array(i420Bytes(shape));
		toI420(rgba, shape, out);
		expect([out[0], out[8], out[10]]).toEqual(expected);
		expect(new Set(out.subarray(0, 8)).size).toBe(1);
	});

	it("keeps every pixel's own luma, and one chroma for four", () => {
		const shape = { width: 2, height: 2 };
		const rgba = Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 255]);
		const out = new Uint8Array(i420Bytes(shape));
		toI420(rgba, shape, out);
		expect([...out]).toEqual([235, 16, 16, 235, 128, 128]);
	});
});
