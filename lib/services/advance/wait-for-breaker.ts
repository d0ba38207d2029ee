import "server-only";
import { type Gateway, GatewayUnreachable } from "@/lib/ports/gateway";
import { type Held, takeOf } from "@/lib/services/advance/held";
import type { Has } from "@/lib/services/doors";
import { accountName, type Means } from "@/lib/services/find-means";

export function submitCircuit(held: Held): string {
	return `${accountName(takeOf(held))}|submit`;
}

/** Until when nothing should be sent; `null` when the way is free. After a pause a free call tests it, never a paid one. */
export async function waitForBreaker(
	doors: Has<"breakers" | "clock">,
	held: Held,
	gateway: Gateway,
	means: Means,
): Promise<number | null> {
	const circuit = submitCircuit(held);
	const permission = doors.breakers.ask(circuit);
	if (permission.kind === "go") return null;
	if (permission.kind === "wait") return permission.untilMs;
	const isThere = await answers(gateway, means, held);
	doors.breakers.note(circuit, isThere);
	if (isThere) return null;
	const again = doors.breakers.ask(circuit);
	return again.kind === "wait" ? again.untilMs : doors.clock.nowMs();
}

async function answers(gateway: Gateway, means: Means, held: Held): Promise<boolean> {
	try {
		return (await gateway.probe({ ...means, signal: held.signal })).kind !== "unclear";
	} catch (problem) {
		held.signal.throwIfAborted();
		if (problem instanceof GatewayUnreachable) return false;
		throw problem;
	}
}
