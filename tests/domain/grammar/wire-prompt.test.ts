import { describe, expect, it } from "vitest";
import { type Draft, NEW_DRAFT } from "@/lib/domain/draft";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";

const DIALECTS = ["shot", "镜头", "prose", "native"] as const;
const PROSE = "  A dog runs;\n\nthen it sleeps \ud83d ";

describe("the prompt as it will be sent", () => {
	it.each(DIALECTS)("is the prose untouched for one shot, whatever the dialect (%s)", (dialect) => {
		const draft: Draft = {
			...NEW_DRAFT,
			composition: { mode: "one-shot", prose: { text: PROSE, seconds: 5 }, shelvedShots: null },
		};
		expect(wirePrompt(draft, dialect)).toBe(PROSE);
	});

	it.each([
		["shot", "shot 1, 2, a dog; shot 2, 3, a cat;"],
		["镜头", "镜头 1, 2, a dog; 镜头 2, 3, a cat;"],
		["prose", "For about 2 seconds: a dog. The scene then cuts, for about 3 seconds, to: a cat."],
	] as const)("is the script of the shots in the dialect %s", (dialect, prompt) => {
		const shots = [
			{ id: 7, seconds: 2, words: "a dog" },
			{ id: 3, seconds: 3, words: "a cat" },
		];
		const shelvedProse = { text: PROSE, seconds: 5 };
		const draft: Draft = { ...NEW_DRAFT, composition: { mode: "shots", shots, shelvedProse } };
		expect(wirePrompt(draft, dialect)).toBe(prompt);
	});
});
