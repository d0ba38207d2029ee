import "server-only";
import type { ImageRef } from "@/lib/domain/draft";
import type { Crop } from "@/lib/domain/first-frame/crop";
import {
	type FrameRefusal,
	judgeShape,
	refuseCrop,
	refuseFormat,
	refuseFrame,
} from "@/lib/domain/first-frame/frame-refusal";
import { MAX_UPLOAD_BYTES } from "@/lib/domain/first-frame/frame-rules";
import { SNIFF_BYTES, sniffPicture } from "@/lib/domain/first-frame/sniff-picture";
import type { BrowserId } from "@/lib/domain/ids";
import { ok, type Result, refuse, unreachable } from "@/lib/domain/result";
import type { RefineAnswer } from "@/lib/ports/image-refiner";
import { TooManyBytes } from "@/lib/ports/media-store";
import { NoSpaceLeft } from "@/lib/ports/no-space-left";
import type { Has } from "@/lib/services/doors";
import { BytesMissing, countedBytes } from "@/lib/services/images/counted-bytes";
import { peekStart } from "@/lib/services/images/peek-start";

export interface Upload {
	readonly bytes: AsyncIterable<Uint8Array>;
	/** As its sender said beforehand; `null` where nothing was said. */
	readonly announcedBytes: number | null;
	readonly backing: string;
	readonly crop: Crop | null;
	readonly signal: AbortSignal;
}

export interface TakenIn {
	readonly image: ImageRef;
	/** Parts of it were transparent and have been filled. */
	readonly hasAlpha: boolean;
}

// Beyond what any refined picture can have: four bytes for each pixel it may keep.
const MAX_STORED_BYTES = 80_000_000;

/** From bytes of unknown making to a first frame of ours, remembered for this browser. */
export async function takeInImage(
	doors: Has<"images" | "media" | "refiner" | "clock">,
	browserId: BrowserId,
	upload: Upload,
): Promise<Result<TakenIn, FrameRefusal>> {
	if (upload.announcedBytes !== null && upload.announcedBytes > MAX_UPLOAD_BYTES)
		return refuse(refuseFrame("too-large"));
	try {
		return await receive(doors, browserId, upload);
	} catch (error) {
		if (error instanceof TooManyBytes) return refuse(refuseFrame("too-large"));
		if (error instanceof BytesMissing) return refuse(refuseFrame("incomplete"));
		if (error instanceof NoSpaceLeft) return refuse(refuseFrame("no-space"));
		throw error;
	}
}

async function receive(
	{ images, media, refiner, clock }: Has<"images" | "media" | "refiner" | "clock">,
	browserId: BrowserId,
	{ bytes, announcedBytes, backing, crop, signal }: Upload,
): Promise<Result<TakenIn, FrameRefusal>> {
	const { start, all } = await peekStart(countedBytes(bytes, announcedBytes, MAX_UPLOAD_BYTES), SNIFF_BYTES);
	if (start.length === 0) return refuse(refuseFrame("empty"));
	const sniffed = sniffPicture(start);
	if (sniffed.kind === "other") return refuse(refuseFormat(sniffed.format));

	const answer = await refiner.refine(
		all,
		{ format: sniffed.format, backing, crop, signal },
		async (image, refined) => {
			// In this order, or a sweep could take the bytes between the two.
			await images.remember(browserId, image, clock.nowMs());
			await media.put(`image/${image.id}`, refined, { maxBytes: MAX_STORED_BYTES, signal });
		},
	);
	return readAnswer(answer);
}

function readAnswer(answer: RefineAnswer): Result<TakenIn, FrameRefusal> {
	switch (answer.kind) {
		case "refined":
			return ok({ image: answer.image, hasAlpha: answer.hasAlpha });
		case "crop-outside":
			return refuse(refuseCrop(answer));
		case "out-of-shape":
			return refuse(judgeShape(answer.kept) ?? refuseFrame("unreadable"));
		case "unreadable":
		case "too-many-pixels":
		case "busy":
			return refuse(refuseFrame(answer.kind));
		default:
			return unreachable(answer);
	}
}
