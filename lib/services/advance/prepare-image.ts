import "server-only";
import { Buffer } from "node:buffer";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { ImageRef } from "@/lib/domain/draft";
import type { Failure } from "@/lib/domain/failure";
import { retryAtMs } from "@/lib/domain/schedule/retry-after";
import { type Gateway, GatewayUnreachable, type ImageBytes, type PreparedImage } from "@/lib/ports/gateway";
import { type Held, takeOf } from "@/lib/services/advance/held";
import type { Has } from "@/lib/services/doors";
import type { Means } from "@/lib/services/find-means";

export type Preparation =
	| { readonly kind: "ready"; readonly image: PreparedImage | null }
	| { readonly kind: "refused"; readonly failure: Failure }
	/** Free, so it may be tried again. */
	| { readonly kind: "later"; readonly why: string; readonly atMs: number | null };

type ImageDoors = Has<"media" | "clock" | "random" | "crashPoint">;

/** Puts the first frame where the gateway can read it. Nothing of it is written down: a crash only means doing it again. */
export async function prepareImage(
	doors: ImageDoors,
	held: Held,
	gateway: Gateway,
	means: Means,
): Promise<Preparation> {
	const take = takeOf(held);
	const ref = take.draft.image;
	const { transport } = catalogEntry(take.gateway).image;
	// Our own renderer reads it from the store by its name in the draft.
	if (!ref || transport.kind === "local") return { kind: "ready", image: null };
	const bytes = await readImage(doors, ref);
	if (!bytes) return { kind: "refused", failure: MISSING };
	if (transport.kind !== "upload" || !gateway.uploadImage) {
		return { kind: "ready", image: { kind: "inline", bytes, format: ref.format } };
	}
	doors.crashPoint("send:before-upload");
	const prepared = await upload(doors, gateway.uploadImage({ ref, bytes }, { ...means, signal: held.signal }), held);
	doors.crashPoint("send:after-upload");
	return prepared;
}

async function upload(
	doors: ImageDoors,
	answer: ReturnType<NonNullable<Gateway["uploadImage"]>>,
	held: Held,
): Promise<Preparation> {
	try {
		const outcome = await answer;
		if (outcome.kind === "uploaded") return { kind: "ready", image: outcome.image };
		const { failure, retryAfterMs } = outcome;
		if (retryAfterMs === null) return { kind: "refused", failure };
		const atMs = retryAtMs(doors.clock.nowMs(), retryAfterMs, doors.random.unit());
		return { kind: "later", why: failure.sentence, atMs };
	} catch (problem) {
		held.signal.throwIfAborted();
		if (!(problem instanceof GatewayUnreachable)) throw problem;
		return { kind: "later", why: problem.message, atMs: null };
	}
}

/** Of an intent that is sent again: the very bytes that were folded out of its body. */
export async function readImage({ media }: Has<"media">, ref: ImageRef): Promise<ImageBytes["bytes"] | null> {
	const chunks = await media.read(`image/${ref.id}`, null);
	if (!chunks) return null;
	const parts: Uint8Array[] = [];
	for await (const part of chunks) parts.push(part);
	return Buffer.concat(parts);
}

const MISSING: Failure = {
	code: "refused-image",
	sentence: "The image is no longer stored here, so nothing was sent. Add it again.",
	gatewayWords: null,
	charged: "no",
};
