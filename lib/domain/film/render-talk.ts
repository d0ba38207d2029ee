import * as z from "zod/mini";
import { draftSchema } from "../draft";

/** What the process that renders is told, once. */
export const renderOrderSchema = z.readonly(
	z.object({
		draft: draftSchema,
		/** A file with the first frame; `null` where the draft has none. */
		imagePath: z.nullable(z.string()),
		/** Where the film is to be written. */
		filmPath: z.string(),
	}),
);
export type RenderOrder = z.infer<typeof renderOrderSchema>;

const countSchema = z.int().check(z.minimum(0));

/** What it says: progress any number of times, then one ending. */
export const renderWordSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("progress"), framesDone: countSchema, framesTotal: countSchema }),
	z.object({ kind: z.literal("done") }),
	/** Nothing a second try would mend. */
	z.object({ kind: z.literal("refused"), code: z.enum(["image", "renderer"]), reason: z.string() }),
]);
export type RenderWord = Readonly<z.infer<typeof renderWordSchema>>;
