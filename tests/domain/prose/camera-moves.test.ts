import { describe, expect, it } from "vitest";
import type { MoveKind } from "@/lib/domain/animatic-plan/plan";
import { CAMERA_CHIPS } from "@/lib/domain/prose/camera-chips";
import { findCameraMoves } from "@/lib/domain/prose/camera-moves";
import { sliceRange } from "@/lib/domain/text-range";
import { NOIR } from "./sample-prompts";

describe("the camera moves a text asks for", () => {
	it.each<[text: string, moves: [MoveKind, string, number][]]>([
		["cinematic slow push-in, gentle wind, drifting clouds", [["push-in", "push-in", 0.7]]],
		[NOIR, [["crane-up", "camera sweeps up", 1]]],
		["the camera tilts up to reveal two pale moons", [["tilt-up", "tilts up", 1]]],
		[
			"a fast whip pan left, then a locked-off frame",
			[
				["whip-pan", "whip pan", 1.4],
				["locked-off", "locked-off", 1],
			],
		],
		[
			"🎬 slow zoom in, then the camera pans quickly to the right",
			[
				["push-in", "slow zoom", 0.7],
				["pan-right", "pans quickly to the right", 1.4],
			],
		],
		[
			"镜头缓缓推近，然后航拍城市",
			[
				["push-in", "缓缓推", 0.7],
				["aerial", "航拍", 1],
			],
		],
		[
			"the camera pans left, then tracks right",
			[
				["pan-left", "pans left", 1],
				["truck-right", "tracks right", 1],
			],
		],
		["a woman reads by the window", []],
		["no zoom, without panning", []],
		["no camera movement", [["locked-off", "no camera movement", 1]]],
		["", []],
	])("in %j", (text, moves) => {
		const found = findCameraMoves(text);
		expect(found.map(({ kind, words, strength }) => [kind, words, strength])).toEqual(moves);
		for (const { words, range } of found) expect(sliceRange(text, range)).toBe(words);
	});
});

describe("the chips", () => {
	it.each(CAMERA_CHIPS)("“$label” writes words that are read as that move", ({ kind, words }) => {
		expect(findCameraMoves(`A dog runs, ${words}.`)[0]?.kind).toBe(kind);
	});

	it("offer every move once, but the quiet one nobody asks for", () => {
		const kinds = CAMERA_CHIPS.map(({ kind }) => kind);
		expect(new Set(kinds).size).toBe(kinds.length);
		expect(kinds).not.toContain("drift");
		expect(kinds).toHaveLength(16);
	});
});
