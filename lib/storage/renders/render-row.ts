import "server-only";
import * as z from "zod";
import { failureSchema } from "@/lib/domain/failure";
import { mediaIdSchema } from "@/lib/domain/ids";
import type { RenderRow } from "@/lib/ports/render-store";
import type { renders } from "../schema/renders";

const renderSchema = z.object({
	state: z.enum(["waiting", "running", "done", "failed", "cancelled"]),
	progress: z.nullable(z.object({ framesDone: z.int().nonnegative(), framesTotal: z.int().nonnegative() })),
	mediaId: z.nullable(mediaIdSchema),
	failure: z.nullable(failureSchema),
});

export function readRender(row: typeof renders.$inferSelect): RenderRow {
	return renderSchema.parse(row);
}
