import fc from "fast-check";
import { type Draft, draftSchema, type ImageRef, imageRefSchema, NEW_DRAFT } from "@/lib/domain/draft";
import type { Shots } from "@/lib/domain/shot";
import { anyShots } from "../timeline/build-shots";

export const IMAGE: ImageRef = imageRefSchema.parse({
	id: "a".repeat(64),
	format: "jpeg",
	width: 720,
	height: 1280,
	bytes: 48_000,
});

export function proseDraft(text: string, seconds: number): Draft {
	return draftSchema.parse({
		...NEW_DRAFT,
		composition: { mode: "one-shot", prose: { text, seconds }, shelvedShots: null },
	});
}

export function shotsDraft(shots: Shots, shelvedText = "", shelvedSeconds = 5): Draft {
	const shelvedProse = { text: shelvedText, seconds: shelvedSeconds };
	return draftSchema.parse({ ...NEW_DRAFT, composition: { mode: "shots", shots, shelvedProse } });
}

const anyProse = fc.record({ text: fc.string({ unit: "binary" }), seconds: fc.integer({ min: 3, max: 15 }) });

/** Every draft the schema allows, frozen all the way down. */
export const anyDraft: fc.Arbitrary<Draft> = fc
	.record({
		composition: fc.oneof(
			fc.record({ mode: fc.constant("one-shot"), prose: anyProse, shelvedShots: fc.option(anyShots) }),
			fc.record({ mode: fc.constant("shots"), shots: anyShots, shelvedProse: anyProse }),
		),
		resolution: fc.constantFrom("720p", "1080p"),
		ratio: fc.constantFrom("16:9", "9:16", "1:1"),
		image: fc.option(fc.constant(IMAGE)),
		negativePrompt: fc.string(),
		watermark: fc.constantFrom("unset", "on", "off"),
	})
	.map((draft) => draftSchema.parse(draft));
