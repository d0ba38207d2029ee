import "server-only";
import * as z from "zod";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import { dispatchIdSchema, takeIdSchema } from "@/lib/domain/ids";
import type { Dispatch } from "@/lib/ports/dispatch";
import type { dispatches } from "../schema/dispatches";

const instant = z.int().nonnegative();

const answerSchema = z.object({
	kind: z.enum(["accepted", "found", "refused", "not-created", "lost"]),
	remoteId: z.nullable(z.string()),
	rawReply: z.nullable(z.string()),
	atMs: instant,
});

const dispatchSchema = z.object({
	id: dispatchIdSchema,
	takeId: takeIdSchema,
	gateway: gatewayIdSchema,
	attempt: z.int().min(1),
	request: z.object({
		method: z.literal("POST"),
		path: z.string(),
		headers: z.record(z.string(), z.string()),
		body: z.string(),
	}),
	callbackTokenHash: z.nullable(z.string()),
	sentAtMs: instant,
	answer: z.nullable(answerSchema),
});

export function readDispatch(row: typeof dispatches.$inferSelect): Dispatch {
	const { answerKind: kind, remoteId, rawReply, answeredAtMs: atMs } = row;
	return dispatchSchema.parse({ ...row, answer: kind === null ? null : { kind, remoteId, rawReply, atMs } });
}
