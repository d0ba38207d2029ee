import "server-only";
import { NO_BILL } from "@/lib/domain/bill";
import { ANIMATIC } from "@/lib/domain/catalog/animatic";
import { dispatchIdSchema } from "@/lib/domain/ids";
import { composeOrder, readOrder, writeJob } from "@/lib/gateways/animatic/job";
import { lookFromRow } from "@/lib/gateways/animatic/look-from-row";
import type { Clock } from "@/lib/ports/clock";
import type { Gateway } from "@/lib/ports/gateway";
import type { RenderStore } from "@/lib/ports/render-store";

export interface AnimaticParts {
	readonly renders: RenderStore;
	readonly clock: Clock;
}

/** The renderer next door, behind the same door as those far away. `RenderWorker` does the work. */
export function createAnimatic({ renders, clock }: AnimaticParts): Gateway {
	return {
		id: ANIMATIC.id,
		compose: composeOrder,
		async start(request) {
			const order = readOrder(request);
			await renders.start(order.dispatchId, writeJob(order), clock.nowMs());
			return { kind: "accepted", remoteId: order.dispatchId, etaSeconds: null, bill: NO_BILL, rawReply: "" };
		},
		async status(remoteId) {
			return lookFromRow(await renders.find(dispatchIdSchema.parse(remoteId)));
		},
		async cancel(remoteId) {
			const outcome = await renders.cancel(dispatchIdSchema.parse(remoteId));
			return outcome === "too-late" ? { kind: "too-late" } : { kind: "cancelled", bill: NO_BILL };
		},
		async probe() {
			return { kind: "good", balance: null };
		},
	};
}
