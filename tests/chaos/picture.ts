import { createHash } from "node:crypto";
import sharp from "sharp";
import type { ImageRef } from "@/lib/domain/draft";
import { type BrowserId, imageIdSchema } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";

const SIDE = 400;

/** A first frame, stored as the upload stores it. */
export async function rememberPicture(
	{ images, media, clock }: Has<"images" | "media" | "clock">,
	browserId: BrowserId,
): Promise<ImageRef> {
	const plain = { create: { width: SIDE, height: SIDE, channels: 3, background: "#3a6ea5" } } as const;
	const bytes = await sharp(plain).jpeg().toBuffer();
	const id = imageIdSchema.parse(createHash("sha256").update(bytes).digest("hex"));
	const image: ImageRef = { id, format: "jpeg", width: SIDE, height: SIDE, bytes: bytes.length };
	await images.remember(browserId, image, clock.nowMs());
	const limits = { maxBytes: bytes.length, signal: new AbortController().signal };
	await media.put(`image/${id}`, inOne(bytes), limits);
	return image;
}

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
