import "server-only";
import { z } from "zod";
import { amount, id, lenient, listOf, number, text } from "@/lib/gateways/lenient";
import { taskErrorSchema } from "@/lib/gateways/problem";

/** One object for the submit answer, the task and the callback; which members it has depends on how far it is. */
export const taskSchema = z.object({
	id,
	status: text,
	progress: number,
	task_info: lenient(z.object({ estimated_time: number })),
	usage: lenient(
		z.object({
			credits_reserved: amount,
			credits_used: amount,
			cost: lenient(z.object({ usd: amount })),
		}),
	),
	results: listOf(z.string()),
	duration: number,
	error: taskErrorSchema,
});
export type EvoLinkTask = z.infer<typeof taskSchema>;

export const listSchema = z.object({
	data: z.array(z.object({ id: z.string(), model: text, created_at: lenient(z.union([z.number(), z.string()])) })),
	total: number,
});
export type ListedTask = z.infer<typeof listSchema>["data"][number];

export const uploadedSchema = z.object({ data: z.object({ file_url: z.string(), expires_at: text }) });

const purseSchema = z.object({ remaining_credits: amount, unlimited_credits: lenient(z.boolean()) });

export const creditsSchema = z.object({ data: z.object({ user: lenient(purseSchema), token: lenient(purseSchema) }) });
