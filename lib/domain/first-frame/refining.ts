import * as z from "zod/mini";
import { imageRefSchema } from "../draft";
import { cropSchema } from "./crop";
import { PICTURE_FORMATS } from "./sniff-picture";

export const backingSchema = z.string().check(z.regex(/^#[0-9a-f]{6}$/i));

const files = { number: z.int(), source: z.string(), target: z.string() };

/** What the process that decodes pictures is asked to do, from one file to another. */
export const imageJobSchema = z.discriminatedUnion("kind", [
	z.object({
		...files,
		kind: z.literal("refine"),
		format: z.enum(PICTURE_FORMATS),
		backing: backingSchema,
		crop: z.nullable(cropSchema),
	}),
	z.object({ ...files, kind: z.literal("shrink"), width: z.int().check(z.minimum(1), z.maximum(4096)) }),
]);
export type ImageJob = Readonly<z.infer<typeof imageJobSchema>>;

const size = { width: z.int(), height: z.int() };

export const imageOutcomeSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("refined"), image: imageRefSchema, hasAlpha: z.boolean() }),
	z.object({ kind: z.literal("shrunk") }),
	z.object({ kind: z.literal("unreadable") }),
	z.object({ kind: z.literal("too-many-pixels") }),
	z.object({ kind: z.literal("crop-outside"), ...size }),
	z.object({ kind: z.literal("out-of-shape"), kept: cropSchema }),
]);
export type ImageOutcome = Readonly<z.infer<typeof imageOutcomeSchema>>;

export const imageAnswerSchema = z.object({ number: z.int(), outcome: imageOutcomeSchema });
export type ImageAnswer = Readonly<z.infer<typeof imageAnswerSchema>>;
