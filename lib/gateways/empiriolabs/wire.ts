import "server-only";
import { z } from "zod";
import { id, lenient, listOf, number, text } from "@/lib/gateways/lenient";
import { taskErrorSchema } from "@/lib/gateways/problem";

export const submittedSchema = z.object({ job_id: id, poll_url: text });

export const jobSchema = z.object({
	status: z.string(),
	progress: number,
	error: taskErrorSchema,
	result: lenient(z.object({ data: listOf(z.object({ duration_seconds: number })) })),
});
