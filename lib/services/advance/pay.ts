import "server-only";
import type { DispatchId } from "@/lib/domain/ids";
import { type ComposedRequest, type Gateway, GatewayUnreachable } from "@/lib/ports/gateway";
import type { Held } from "@/lib/services/advance/held";
import type { PaidOutcome, PayDoors } from "@/lib/services/advance/paid-outcome";
import { recordAnswer } from "@/lib/services/advance/record-answer";
import { submitCircuit } from "@/lib/services/advance/wait-for-breaker";
import type { Means } from "@/lib/services/find-means";

export interface PaidOrder {
	readonly gateway: Gateway;
	readonly means: Means;
	readonly request: ComposedRequest;
	readonly dispatchId: DispatchId;
	/** Of the monotonic clock, taken before the intent was committed. */
	readonly committedAtMs: number;
}

const MAX_DELAY_MS = 5_000;

/** Sends the one request that costs money, at most once, and writes down what is known of it. */
export async function payOnce(doors: PayDoors, held: Held, order: PaidOrder): Promise<void> {
	const outcome = await send(doors, held, order);
	doors.crashPoint("send:before-record");
	await recordAnswer(doors, held, order.dispatchId, outcome);
	doors.crashPoint("send:after-record");
}

/** A process that slept after the commit may find that others gave its attempt up: then it must not send any more. */
async function send(doors: PayDoors, held: Held, order: PaidOrder): Promise<PaidOutcome> {
	const { gateway, means, request, committedAtMs } = order;
	doors.crashPoint("send:before-start");
	if (doors.clock.monotonicMs() - committedAtMs > MAX_DELAY_MS) {
		return { kind: "unsent", why: "The server was held up before it could send." };
	}
	const circuit = submitCircuit(held);
	try {
		const outcome = await gateway.start(request, { ...means, signal: held.signal });
		doors.crashPoint("send:after-start");
		doors.breakers.note(circuit, outcome.kind !== "unknown");
		return outcome;
	} catch (problem) {
		doors.crashPoint("send:after-start");
		doors.breakers.note(circuit, false);
		if (problem instanceof GatewayUnreachable) {
			return { kind: problem.sent === "no" ? "unsent" : "lost", why: problem.message };
		}
		doors.log.error("start-threw", { take: held.claim.take.id }, problem);
		return { kind: "lost", why: "Something broke while the answer was being read." };
	}
}
