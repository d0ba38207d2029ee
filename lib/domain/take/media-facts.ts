import * as z from "zod/mini";
import { mediaIdSchema } from "../ids";

/** What the saved file itself says; never the gateway's claim. */
export const mediaFactsSchema = z.object({
	mediaId: mediaIdSchema,
	bytes: z.int().check(z.minimum(1)),
	sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
	width: z.int().check(z.minimum(1)),
	height: z.int().check(z.minimum(1)),
	seconds: z.number().check(z.positive()),
	fps: z.number().check(z.positive()),
	hasAudio: z.boolean(),
	mime: z.literal("video/mp4"),
});
export type MediaFacts = Readonly<z.infer<typeof mediaFactsSchema>>;
