import "server-only";
import { z } from "zod";
import { amount, id, lenient, listOf, number, text } from "@/lib/gateways/lenient";
import { taskErrorSchema } from "@/lib/gateways/problem";

const namedSchema = z.object({ task_id: id, id });

/** A list in the undated version of the answer, one object in the dated one. */
export const submittedSchema = z.object({ data: z.union([namedSchema, z.tuple([namedSchema], z.unknown())]) });

/** A list in today's answers, a plain address in older ones. */
const filmSchema = z.object({ url: z.union([z.string(), z.tuple([z.string()], z.unknown())]), expires_at: number });

export const taskSchema = z.object({
	data: z.object({
		id,
		status: text,
		progress: number,
		estimated_time: number,
		result: lenient(z.object({ videos: listOf(filmSchema), images: listOf(filmSchema) })),
		error: taskErrorSchema,
		cost: amount,
		credits_cost: amount,
	}),
});
export type ApiMartTask = z.infer<typeof taskSchema>["data"];

export const uploadedSchema = z.object({ url: z.string(), created_at: number });

const balanceSchema = z.object({ remain_balance: amount, unlimited_quota: lenient(z.boolean()) });

export const balanceReplySchema = z.union([
	z.object({ data: balanceSchema }).transform(({ data }) => data),
	balanceSchema,
]);
