import "server-only";
import { createHash } from "node:crypto";
import { gatewayIdSchema } from "@/lib/domain/gateway-id";
import type { LimitRule } from "@/lib/ports/limiter";
import { isOperatorsToken } from "@/lib/services/callback-address";
import type { Has } from "@/lib/services/doors";

export const MAX_CALLBACK_BYTES = 256 * 1024;

export interface ArrivedCallback {
	/** As the address names them; anybody may write anything there. */
	readonly gateway: string;
	readonly token: string;
	/** Of whoever calls, as far as our own proxies vouch for it. */
	readonly address: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/**
 * `noted`: stored durably, so it may be answered. `unknown`: nobody's address, or not the gateway's own voice.
 * `busy`: it should come again.
 */
export type CallbackReception = "noted" | "unknown" | "busy";

type CallbackDoors = Has<
	"gateways" | "queue" | "vault" | "settings" | "limiter" | "clock" | "callbacksHeard" | "log" | "crashPoint"
>;

const PER_TOKEN: LimitRule = { name: "callback", points: 120, perMs: 60_000 };
/** Guessed tokens each cost a look into the database. */
const PER_ADDRESS: LimitRule = { name: "callback-address", points: 1_200, perMs: 60_000 };

/** A callback is only a hint. It names the take that is worth a look, and the look alone decides. */
export async function receiveCallback(doors: CallbackDoors, arrived: ArrivedCallback): Promise<CallbackReception> {
	const { token, address, headers, body } = arrived;
	const gateway = gatewayIdSchema.safeParse(arrived.gateway).data;
	const adapter = gateway && doors.gateways.get(gateway);
	if (!gateway || !adapter?.readCallback || token === "") return "unknown";
	if ((await doors.limiter.take(PER_ADDRESS, address, 1)).kind === "limited") return "busy";
	const tokenHash = doors.vault.hash(token);
	if ((await doors.limiter.take(PER_TOKEN, tokenHash, 1)).kind === "limited") return "busy";

	const atMs = doors.clock.nowMs();
	// Only the operator's webhook secret is known here; a person's own account signs with one of theirs.
	const secret = isOperatorsToken(token) ? (doors.settings.operator.get(gateway)?.callbackSecret ?? null) : null;
	const reading = adapter.readCallback({ headers, body, nowMs: atMs, secret });
	if (reading.kind === "forged") {
		doors.log.warn("callback-forged", { gateway });
		return "unknown";
	}
	const eventKey = `${tokenHash.slice(0, 16)}:${reading.eventId ?? createHash("sha256").update(body).digest("hex")}`;
	doors.crashPoint("callback:before-hint");
	const outcome = await doors.queue.hint({ gateway, tokenHash, eventKey, remoteId: reading.remoteId, atMs });
	doors.crashPoint("callback:after-hint");
	if (outcome.kind === "unknown-token") return "unknown";
	doors.callbacksHeard.set(gateway, atMs);
	return "noted";
}
