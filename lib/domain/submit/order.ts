import * as z from "zod/mini";
import { draftSchema } from "../draft";
import { gatewayIdSchema } from "../gateway-id";
import { submitKeySchema, takeIdSchema } from "../ids";
import { shownPriceSchema } from "../take/take";

const MAX_LEAVING = 50;

/** One click on Generate: what to make, where, and what the screen had said it costs and pushes out. */
export const orderSchema = z.object({
	/** Made once per click and kept until it is answered, so that a double click and a resend are one take. */
	submitKey: submitKeySchema,
	gateway: gatewayIdSchema,
	draft: draftSchema,
	shown: shownPriceSchema,
	/** The takes named to the person as leaving. */
	leaving: z.array(takeIdSchema).check(z.maxLength(MAX_LEAVING)),
});
export type Order = Readonly<z.infer<typeof orderSchema>>;

/** *Retry*: the draft and the gateway are those of an earlier take. */
export const repeatSchema = z.object({
	takeId: takeIdSchema,
	submitKey: submitKeySchema,
	shown: shownPriceSchema,
	leaving: z.array(takeIdSchema).check(z.maxLength(MAX_LEAVING)),
});
export type Repeat = Readonly<z.infer<typeof repeatSchema>>;
