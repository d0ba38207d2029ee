import "server-only";
import { backoffMs, retryAtMs } from "@/lib/domain/schedule/retry-after";
import type { Take } from "@/lib/domain/take/take";
import { type Access, type Gateway, GatewayUnreachable } from "@/lib/ports/gateway";
import { type Held, takeOf } from "@/lib/services/advance/held";
import type { Has } from "@/lib/services/doors";
import { accountName, findMeans } from "@/lib/services/find-means";
import { lookAllowance } from "@/lib/services/look-allowance";

export type FreeCallDoors = Has<
	"keys" | "vault" | "settings" | "gateways" | "limiter" | "clock" | "random" | "breakers" | "failures"
>;

export type FreeCall<Outcome> =
	| { readonly kind: "answered"; readonly outcome: Outcome }
	/** The call was not made, or reached nobody: it may be made again then. */
	| { readonly kind: "later"; readonly atMs: number };

const NO_MEANS_WAIT_MS = 5 * 60_000;

/** One free request for a take, within what its account is allowed and while its gateway answers. */
export async function callFreely<Outcome extends { readonly kind: string }>(
	doors: FreeCallDoors,
	held: Held,
	call: (gateway: Gateway, access: Access) => Promise<Outcome>,
): Promise<FreeCall<Outcome>> {
	const take = takeOf(held);
	const circuit = `${accountName(take)}|look`;
	const notBeforeMs = await findObstacle(doors, take, circuit);
	if (notBeforeMs !== null) return { kind: "later", atMs: notBeforeMs };
	const means = await findMeans(doors, take);
	if (!means) return { kind: "later", atMs: doors.clock.nowMs() + NO_MEANS_WAIT_MS };
	try {
		const outcome = await call(gatewayOf(doors, take), { ...means, signal: held.signal });
		doors.breakers.note(circuit, outcome.kind !== "unclear");
		return { kind: "answered", outcome };
	} catch (problem) {
		held.signal.throwIfAborted();
		if (!(problem instanceof GatewayUnreachable)) throw problem;
		doors.breakers.note(circuit, false);
		const waitMs = backoffMs(doors.failures.add(take.id), doors.random.unit());
		return { kind: "later", atMs: doors.clock.nowMs() + waitMs };
	}
}

/** The allowance comes first: a free try that the breaker grants must not be lost for want of one. */
async function findObstacle(doors: FreeCallDoors, take: Take, circuit: string): Promise<number | null> {
	const rule = lookAllowance(take.gateway);
	const allowed = rule && (await doors.limiter.take(rule, accountName(take), 1));
	if (allowed?.kind === "limited") return retryAtMs(doors.clock.nowMs(), allowed.retryAfterMs, doors.random.unit());
	const permission = doors.breakers.ask(circuit);
	return permission.kind === "wait" ? permission.untilMs : null;
}

export function gatewayOf({ gateways }: Has<"gateways">, { gateway }: Pick<Take, "gateway">): Gateway {
	const adapter = gateways.get(gateway);
	if (!adapter) throw new Error(`No adapter stands behind ${gateway}.`);
	return adapter;
}
