import * as z from "zod/mini";

/** One caption: from, to, words. Milliseconds from the start of the film. */
export const cueSchema = z
	.object({
		startMs: z.int().check(z.minimum(0)),
		endMs: z.int().check(z.minimum(1)),
		text: z.string().check(z.minLength(1), z.maxLength(500)),
	})
	.check(z.refine((cue) => cue.endMs > cue.startMs, "A caption must end after it starts."));
export type Cue = Readonly<z.infer<typeof cueSchema>>;
