import "server-only";
import { z } from "zod";
import { draftSchema } from "@/lib/domain/draft";
import { dispatchIdSchema } from "@/lib/domain/ids";
import type { ComposedRequest, RenderJob } from "@/lib/ports/gateway";

const orderSchema = z.object({ dispatchId: dispatchIdSchema, draft: draftSchema });
export type AnimaticOrder = z.infer<typeof orderSchema>;

const jobSchema = z.object({ draft: draftSchema });
export type AnimaticJob = z.infer<typeof jobSchema>;

/** The image stays where it is: whoever renders reads it from the media store. */
export function composeOrder({ dispatchId, draft }: RenderJob): ComposedRequest {
	return { method: "POST", path: "/renders", headers: {}, body: JSON.stringify({ dispatchId, draft }) };
}

export function readOrder({ body }: ComposedRequest): AnimaticOrder {
	return orderSchema.parse(JSON.parse(body));
}

export function writeJob({ draft }: AnimaticOrder): string {
	return JSON.stringify({ draft });
}

export function readJob(job: string): AnimaticJob {
	return jobSchema.parse(JSON.parse(job));
}
