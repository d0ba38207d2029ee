import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Charged } from "@/lib/domain/failure";
import type { StateOf } from "@/lib/domain/take/state";
import type { CancelOutcome } from "@/lib/ports/gateway";
import { callFreely } from "@/lib/services/advance/call-freely";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { type LookDoors, lookAtTask } from "@/lib/services/advance/look";
import { writeOrDrop } from "@/lib/services/advance/write-step";

/** The person wants it stopped: asks the gateway, and looks where that did not settle it. */
export async function cancelTask(doors: LookDoors, held: Held, state: StateOf<"rendering">): Promise<void> {
	doors.crashPoint("cancel:before-call");
	const call = await callFreely(doors, held, async (gateway, access): Promise<CancelOutcome> => {
		return (await gateway.cancel?.(state.remoteId, access)) ?? { kind: "too-late" };
	});
	doors.crashPoint("cancel:after-call");
	if (call.kind === "later" || call.outcome.kind === "unclear") return lookAtTask(doors, held, state);
	const atMs = doors.clock.nowMs();
	doors.crashPoint("cancel:before-record");
	if (call.outcome.kind === "too-late") {
		await writeOrDrop(doors, held, { event: { kind: "cancel-too-late", atMs }, wakeAtMs: atMs });
	} else {
		const charged = chargedWhenCancelled(takeOf(held).gateway);
		await writeOrDrop(doors, held, { event: { kind: "cancelled", charged, atMs }, bill: call.outcome.bill });
	}
	doors.crashPoint("cancel:after-record");
}

/** A stopped task costs what a failed one does, as far as anybody says. */
function chargedWhenCancelled(gateway: Parameters<typeof catalogEntry>[0]): Charged {
	const { charged } = catalogEntry(gateway).failureCost;
	if (charged === "not-billed") return "no";
	return charged === "refunded" ? "yes-refunded" : "unknown";
}
