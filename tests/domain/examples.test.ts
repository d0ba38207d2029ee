import { describe, expect, it, test } from "vitest";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import { type Draft, draftSchema, durationSeconds, imageRefSchema } from "@/lib/domain/draft";
import { EXAMPLES, type Example } from "@/lib/domain/examples";
import { wirePrompt } from "@/lib/domain/grammar/wire-prompt";
import { judgeDraft } from "@/lib/domain/judge/judge";

const sizes = { "16:9": [1280, 720], "9:16": [720, 1280], "1:1": [960, 960] } as const;

function withPicture({ draft, picture }: Example): Draft {
	if (!picture) return draft;
	const [width, height] = sizes[picture.ratio];
	const image = imageRefSchema.parse({ id: "b".repeat(64), format: "jpeg", width, height, bytes: 300_000 });
	return { ...draft, image };
}

it("offers the five scenarios and the noir portrait, in that order", () => {
	expect(EXAMPLES.map((example) => example.label)).toEqual([
		"Text to video, 1080p",
		"Portrait, 720p",
		"First frame",
		"First frame without a prompt",
		"Storyboard",
		"Noir portrait",
	]);
});

test.each(EXAMPLES.map((example) => [example.key, example] as const))("%s is a draft like any other", (_, example) => {
	expect(draftSchema.parse(example.draft)).toEqual(example.draft);
	expect(example.draft.image).toBeNull();
});

describe("each can be sent as it is", () => {
	const pairs = EXAMPLES.flatMap((example) => CATALOG.map((entry) => [example.key, entry.id, example, entry] as const));

	test.each(pairs)("%s at %s, unless a prompt is required there", (key, id, example, entry) => {
		const refused = judgeDraft(withPicture(example), entry).refusals.map((refusal) => refusal.code);
		expect(refused).toEqual(key === "first-frame-only" && id === "empiriolabs" ? ["prompt-missing"] : []);
	});
});

test.each([
	["text-1080p", 5, "1080p", "16:9", null],
	["portrait-720p", 5, "720p", "9:16", null],
	["first-frame", 5, "720p", "16:9", "drifting-clouds"],
	["first-frame-only", 5, "720p", "16:9", "ocean-sunrise"],
	["storyboard", 6, "720p", "16:9", null],
	["noir-portrait", 10, "1080p", "9:16", "noir-portrait"],
] as const)("%s lasts %i s at %s in %s from picture %s", (key, ...facts) => {
	const example = EXAMPLES.find((one) => one.key === key);
	if (!example) throw new Error(`No example ${key}.`);
	const { draft, picture } = example;
	expect([durationSeconds(draft), draft.resolution, draft.ratio, picture?.key ?? null]).toEqual(facts);
});

it("writes the storyboard as the announcement prints it", () => {
	const storyboard = EXAMPLES.find((one) => one.key === "storyboard");
	expect(storyboard && wirePrompt(storyboard.draft, "shot")).toBe(
		"shot 1, 3, a lone astronaut walks across a red desert at dawn; shot 2, 3, the camera tilts up to reveal two pale moons;",
	);
});

it("shapes a picture's example like the picture", () => {
	for (const { draft, picture } of EXAMPLES) if (picture) expect(draft.ratio).toBe(picture.ratio);
});
