import * as z from "zod/mini";
import { imageIdSchema } from "./ids";
import { MAX_TOTAL_SECONDS, MIN_TOTAL_SECONDS, shotsSchema, totalSeconds, wordsSchema } from "./shot";

export const resolutionSchema = z.enum(["720p", "1080p"]);
export type Resolution = z.infer<typeof resolutionSchema>;

export const ratioSchema = z.enum(["16:9", "9:16", "1:1"]);
export type Ratio = z.infer<typeof ratioSchema>;

export const watermarkSchema = z.enum(["unset", "on", "off"]);
export type Watermark = z.infer<typeof watermarkSchema>;

/** An uploaded first frame: what a quote and a film's ratio need to know of it, never its bytes. */
export const imageRefSchema = z.readonly(
	z.object({
		id: imageIdSchema,
		format: z.enum(["jpeg", "png"]),
		width: z.int().check(z.minimum(1)),
		height: z.int().check(z.minimum(1)),
		bytes: z.int().check(z.minimum(1)),
	}),
);
export type ImageRef = z.infer<typeof imageRefSchema>;

/** What One shot sends, untouched. */
export const proseSchema = z.readonly(
	z.object({
		text: wordsSchema,
		seconds: z.int().check(z.minimum(MIN_TOTAL_SECONDS), z.maximum(MAX_TOTAL_SECONDS)),
	}),
);
export type Prose = z.infer<typeof proseSchema>;

/** One way of composing is live; the other is shelved, so that switching back restores it. */
export const compositionSchema = z.discriminatedUnion("mode", [
	z.readonly(z.object({ mode: z.literal("one-shot"), prose: proseSchema, shelvedShots: z.nullable(shotsSchema) })),
	z.readonly(z.object({ mode: z.literal("shots"), shots: shotsSchema, shelvedProse: proseSchema })),
]);
export type Composition = z.infer<typeof compositionSchema>;
export type Mode = Composition["mode"];

/** Read-only all the way down: undo keeps old drafts by reference. */
export const draftSchema = z.readonly(
	z.object({
		composition: compositionSchema,
		resolution: resolutionSchema,
		ratio: ratioSchema,
		image: z.nullable(imageRefSchema),
		negativePrompt: wordsSchema,
		watermark: watermarkSchema,
	}),
);
export type Draft = z.infer<typeof draftSchema>;

export const NEW_DRAFT: Draft = {
	composition: { mode: "one-shot", prose: { text: "", seconds: 5 }, shelvedShots: null },
	resolution: "720p",
	ratio: "16:9",
	image: null,
	negativePrompt: "",
	watermark: "unset",
};

/** The sum of the shots is the duration; there is no second number that could disagree. */
export function durationSeconds(draft: Draft): number {
	const { composition } = draft;
	return composition.mode === "one-shot" ? composition.prose.seconds : totalSeconds(composition.shots);
}

export type Modality = "text-to-video" | "image-to-video";

/** Derived from the image, never declared. */
export function modality(draft: Draft): Modality {
	return draft.image ? "image-to-video" : "text-to-video";
}
