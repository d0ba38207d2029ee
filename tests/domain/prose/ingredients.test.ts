import { describe, expect, it } from "vitest";
import { findIngredients } from "@/lib/domain/prose/ingredients";
import { sliceRange } from "@/lib/domain/text-range";
import { NOIR } from "./sample-prompts";

function read(text: string): Record<string, string | null> {
	return Object.fromEntries(
		findIngredients(text).map(({ kind, found }) => [kind, found ? sliceRange(text, found) : null]),
	);
}

describe("the four things a prompt tells", () => {
	it.each<[text: string, subject: string | null, action: string | null, camera: string | null, setting: string | null]>(
		[
			["", null, null, null, null],
			["sunrise over the ocean", "sunrise", null, null, "ocean"],
			[
				"A golden retriever running through a sunlit meadow, cinematic slow motion.",
				"golden retriever",
				"running",
				null,
				"meadow",
			],
			["A corgi running on the beach, cinematic, golden-hour light", "corgi", "running", null, "beach"],
			["cinematic slow push-in, gentle wind, drifting clouds", "clouds", "drifting", "push-in", null],
			["a lone astronaut walks across a red desert at dawn", "astronaut", "walks", null, "desert"],
			["the camera tilts up to reveal two pale moons", "moons", "reveal", "tilts up", null],
			[NOIR, "woman", "leans", "camera sweeps up", "office"],
			["🦊 A furry zorgle blinks, macro lens", "A furry zorgle", "blinks", "macro", null],
			["一个女孩在海边奔跑，特写", "女孩", "奔跑", "特写", "海边"],
			["cinematic, moody, 4k", null, null, null, null],
			["a static shot of an empty street in the morning", "an empty street", null, "static shot", "street"],
			["A chef cooks.", "chef", "cooks", null, null],
			["Neon sign at midnight", "Neon", null, null, "midnight"],
		],
	)("in %j", (text, subject, action, camera, setting) => {
		expect(read(text)).toEqual({ subject, action, camera, setting });
	});

	it("does not take what somebody says for what is seen", () => {
		expect(read("“The dog runs on the beach, pan left!”")).toEqual({
			subject: null,
			action: null,
			camera: null,
			setting: null,
		});
	});

	it("has a filler for each that is read as exactly that thing", () => {
		for (const { kind, filler } of findIngredients("")) expect(read(filler)[kind]).not.toBeNull();
	});

	it("is complete once every filler is put in", () => {
		const text = findIngredients("")
			.map(({ filler }) => filler)
			.join(" ");
		expect(Object.values(read(text))).not.toContain(null);
	});
});
