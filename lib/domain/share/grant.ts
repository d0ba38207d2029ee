import * as z from "zod/mini";
import { shareIdSchema, takeIdSchema } from "../ids";
import { instantSchema } from "../take/instant";

export const shareGrantSchema = z.object({
	id: shareIdSchema,
	takeId: takeIdSchema,
	title: z.string().check(z.maxLength(120)),
	/** Whether strangers may read the words and start an editable copy from them. */
	showsWords: z.boolean(),
	createdAtMs: instantSchema,
	expiresAtMs: instantSchema,
	revokedAtMs: z.nullable(instantSchema),
});
export type ShareGrant = Readonly<z.infer<typeof shareGrantSchema>>;
