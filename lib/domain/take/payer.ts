import * as z from "zod/mini";
import { keyIdSchema } from "../ids";

/** Whose money a take spends. A take remembers its key, also after the key was removed from the dialog. */
export const payerSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("free") }),
	z.object({ kind: z.literal("own"), keyId: keyIdSchema }),
	z.object({ kind: z.literal("operator") }),
]);
export type Payer = Readonly<z.infer<typeof payerSchema>>;
