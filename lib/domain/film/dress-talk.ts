import * as z from "zod/mini";

/** What the process that looks into a film is told, once. Whatever it can make it writes to these files. */
export const dressOrderSchema = z.readonly(
	z.object({ filmPath: z.string(), posterPath: z.string(), peaksPath: z.string(), lastFramePath: z.string() }),
);
export type DressOrder = z.infer<typeof dressOrderSchema>;

/** The one thing it says. */
export const dressWordSchema = z.object({
	kind: z.literal("dressed"),
	hasPoster: z.boolean(),
	hasPeaks: z.boolean(),
	hasLastFrame: z.boolean(),
	flashScore: z.nullable(z.number()),
});
export type DressWord = Readonly<z.infer<typeof dressWordSchema>>;
