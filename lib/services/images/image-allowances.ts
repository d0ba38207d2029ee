import "server-only";
import { type FrameRefusal, frameRefusal } from "@/lib/domain/first-frame/frame-refusal";
import type { BrowserId } from "@/lib/domain/ids";
import type { LimitRule } from "@/lib/ports/limiter";
import type { Has } from "@/lib/services/doors";

const PER_MS = 600_000;
const BY_BROWSER: LimitRule = { name: "image", points: 60, perMs: PER_MS };
/** A cookie is easily thrown away; many people may share an address. */
const BY_ADDRESS: LimitRule = { name: "image-address", points: 300, perMs: PER_MS };

const SMALL: LimitRule = { name: "image-small", points: 240, perMs: PER_MS };

/** Small pictures are made anew each time; browsers keep them. */
export async function mayShrink({ limiter }: Has<"limiter">, browserId: BrowserId): Promise<boolean> {
	return (await limiter.take(SMALL, browserId, 1)).kind === "allowed";
}

/** `null` where one more picture may come. */
export async function refuseUpload(
	{ limiter }: Has<"limiter">,
	browserId: BrowserId,
	address: string,
): Promise<FrameRefusal | null> {
	const outcomes = [await limiter.take(BY_ADDRESS, address, 1), await limiter.take(BY_BROWSER, browserId, 1)];
	const limited = outcomes.find((outcome) => outcome.kind === "limited");
	if (!limited) return null;
	const minutes = Math.ceil(limited.retryAfterMs / 60_000);
	const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
	return frameRefusal("limited", `Those were many pictures in a short time. Try again in ${wait}.`);
}
