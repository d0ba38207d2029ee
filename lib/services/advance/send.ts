import "server-only";
import { Buffer } from "node:buffer";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { Failure } from "@/lib/domain/failure";
import { dispatchIdSchema, mintId } from "@/lib/domain/ids";
import { backoffMs } from "@/lib/domain/schedule/retry-after";
import { foldImage } from "@/lib/domain/take/fold-image";
import type { StateOf } from "@/lib/domain/take/state";
import { transition } from "@/lib/domain/take/transition";
import type { Gateway, PreparedImage } from "@/lib/ports/gateway";
import { gatewayOf } from "@/lib/services/advance/call-freely";
import { type Held, LostClaim, takeOf } from "@/lib/services/advance/held";
import type { PayDoors } from "@/lib/services/advance/paid-outcome";
import { isOutOfPatience, notSent } from "@/lib/services/advance/patience";
import { payOnce } from "@/lib/services/advance/pay";
import { prepareImage } from "@/lib/services/advance/prepare-image";
import { waitForBreaker } from "@/lib/services/advance/wait-for-breaker";
import { giveBack, writeOrDrop } from "@/lib/services/advance/write-step";
import { callbackAddress } from "@/lib/services/callback-address";
import type { Has } from "@/lib/services/doors";
import { findMeans, type Means } from "@/lib/services/find-means";

export type SendDoors = PayDoors & Has<"keys" | "vault" | "settings" | "gateways" | "media" | "breakers" | "failures">;

/** Everything that is free first; then the intent, durably; then, once and within five seconds, the paid request. */
export async function sendTake(doors: SendDoors, held: Held, state: StateOf<"queued">): Promise<void> {
	doors.crashPoint("send:after-claim");
	const take = takeOf(held);
	const gateway = gatewayOf(doors, take);
	const means = await findMeans(doors, take);
	if (!means) return refuse(doors, held, keyIsGone(catalogEntry(take.gateway).label));
	const waitUntilMs = await waitForBreaker(doors, held, gateway, means);
	if (waitUntilMs !== null)
		return holdOff(doors, held, `${catalogEntry(take.gateway).label} does not answer.`, waitUntilMs);

	const prepared = await prepareImage(doors, held, gateway, means);
	if (prepared.kind === "refused") return refuse(doors, held, prepared.failure);
	if (prepared.kind === "later") return holdOff(doors, held, prepared.why, prepared.atMs);
	held.signal.throwIfAborted();

	const order = compose(doors, held, gateway, means, prepared.image);
	const committed = await commit(doors, held, state, order);
	await payOnce(doors, held, { gateway, means, ...committed });
}

function compose(doors: SendDoors, held: Held, gateway: Gateway, { account }: Means, image: PreparedImage | null) {
	const { draft, gateway: id, payer } = takeOf(held);
	const dispatchId = mintId(dispatchIdSchema, "dp", doors.random.bytes(16));
	const callback = callbackAddress(doors, id, payer.kind, dispatchId);
	const request = gateway.compose({ draft, image, dispatchId, callbackUrl: callback?.url ?? null, account });
	const folded =
		image?.kind === "inline"
			? { ...request, body: foldImage(request.body, Buffer.from(image.bytes).toString("base64")) }
			: request;
	return { dispatchId, request, folded, callbackTokenHash: callback?.tokenHash ?? null };
}

/** From here on this attempt may have cost money, whatever happens to this process. */
async function commit(doors: SendDoors, held: Held, state: StateOf<"queued">, order: ReturnType<typeof compose>) {
	const { dispatchId, request, folded, callbackTokenHash } = order;
	const sentAtMs = doors.clock.nowMs();
	const next = transition(state, { kind: "intent-committed", dispatchId, atMs: sentAtMs });
	const intent = { id: dispatchId, attempt: state.attempt, request: folded, callbackTokenHash, sentAtMs };
	doors.crashPoint("send:before-intent");
	const committedAtMs = doors.clock.monotonicMs();
	const outcome = await doors.queue.commitIntent(held.claim, intent, next.state);
	doors.crashPoint("send:after-intent");
	if (outcome.kind === "stale") throw new LostClaim(held);
	if (outcome.kind === "already")
		throw new Error(`Attempt ${state.attempt} of take ${takeOf(held).id} was sent before.`);
	held.claim = outcome.claim;
	return { request, dispatchId, committedAtMs };
}

function refuse(doors: SendDoors, held: Held, failure: Failure): Promise<void> {
	return writeOrDrop(doors, held, { event: { kind: "refused", failure, atMs: doors.clock.nowMs() } });
}

/** Nothing was sent. It is tried again, until the person has waited long enough. */
async function holdOff(doors: SendDoors, held: Held, why: string, atMs: number | null): Promise<void> {
	const take = takeOf(held);
	const nowMs = doors.clock.nowMs();
	if (isOutOfPatience(take, "unreached", nowMs)) return refuse(doors, held, notSent(take, why));
	await giveBack(doors, held, atMs ?? nowMs + backoffMs(doors.failures.add(take.id), doors.random.unit()));
}

function keyIsGone(label: string): Failure {
	return {
		code: "refused-key",
		sentence: `The ${label} key of this take is gone or can no longer be read here, so nothing was sent. Paste it under Keys and try again.`,
		gatewayWords: null,
		charged: "no",
	};
}
