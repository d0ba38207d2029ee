import "server-only";
import { z } from "zod";
import { id, lenient, listOf, number, text, trueListOf } from "@/lib/gateways/lenient";

/** Its newest answers name the task inside `task`, older ones at the top. */
const namesSchema = z.object({ task: lenient(z.object({ id })), task_id: id, id });

const workSchema = z.object({
	workId: z.union([z.string(), z.int().transform(String)]),
	resource: z.object({ resource: z.string(), duration: number }),
});
export type Work = z.infer<typeof workSchema>;

export const taskSchema = z.object({
	...namesSchema.shape,
	status_name: text,
	status_final: lenient(z.boolean()),
	message: text,
	error: text,
	works: listOf(workSchema),
});
export type UseApiTask = z.infer<typeof taskSchema>;

/** A bare list, or an object around one: neither is documented. */
export const listSchema = z
	.union([z.array(z.unknown()), z.record(z.string(), z.unknown()).transform((members) => findList(members))])
	.pipe(trueListOf(z.object({ ...namesSchema.shape, replyRef: text })));

function findList(members: Readonly<Record<string, unknown>>): unknown {
	return Object.values(members).find((member) => Array.isArray(member));
}

export const assetSchema = z.object({ status: number, url: z.string(), message: text });

export const downloadSchema = z.object({ cdnUrl: z.string() });

export const accountSchema = z.object({ balance: lenient(z.object({ total: number })) });

/** Keyed by e-mail. */
export const accountsSchema = z.record(z.string(), z.unknown());
