import "server-only";
import { z } from "zod";
import { amount, id, listOf, text, trueListOf } from "@/lib/gateways/lenient";

/** Ids have eighteen digits, more than a number can hold: only text will do. */
const idText = z.string().min(1).max(500);

export const submittedSchema = z.object({ data: z.object({ id: idText }) });

const outputSchema = z.object({ type: text, url: z.string(), watermark_url: text, duration: amount });
const billingSchema = z.object({ charge_type: text, amount, currency: text });

export const taskSchema = z.object({
	id: idText,
	status: text,
	message: text,
	external_id: text,
	outputs: listOf(outputSchema),
	billing: listOf(billingSchema),
});
export type KlingTask = z.infer<typeof taskSchema>;

export const tasksSchema = z.object({ code: z.literal(0), data: trueListOf(taskSchema) });

/** Today's callback is the bare task; an older one names it otherwise. */
export const noticeSchema = z.object({ id, task_id: id, status: text, task_status: text });
