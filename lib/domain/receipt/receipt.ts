import * as z from "zod/mini";
import { billSchema } from "../bill";
import { resolutionSchema } from "../draft";
import { chargedSchema, failureSchema } from "../failure";
import { gatewayIdSchema } from "../gateway-id";
import { browserIdSchema, takeIdSchema } from "../ids";
import { instantSchema } from "../take/instant";
import { payerSchema } from "../take/payer";
import { shownPriceSchema } from "../take/take";

const endSchema = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("open") }),
	z.object({ kind: z.literal("unknown"), reason: z.string() }),
	z.object({ kind: z.literal("ready"), atMs: instantSchema }),
	z.object({ kind: z.literal("failed"), atMs: instantSchema, failure: failureSchema }),
	z.object({ kind: z.literal("cancelled"), atMs: instantSchema, charged: chargedSchema }),
]);

/** What one take cost. It outlives the take, so it repeats what the reader needs to recognise it. */
export const receiptSchema = z.object({
	takeId: takeIdSchema,
	browserId: browserIdSchema,
	gateway: gatewayIdSchema,
	model: z.string(),
	payer: payerSchema,
	createdAtMs: instantSchema,
	seconds: z.int(),
	resolution: resolutionSchema,
	shown: shownPriceSchema,
	reserved: z.object({ usdMicros: z.int(), assumed: z.boolean() }),
	bill: billSchema,
	end: endSchema,
});
export type Receipt = Readonly<z.infer<typeof receiptSchema>>;
export type ReceiptEnd = Receipt["end"];
