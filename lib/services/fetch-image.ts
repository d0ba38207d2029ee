import "server-only";
import { type FrameRefusal, frameRefusal } from "@/lib/domain/first-frame/frame-refusal";
import { MAX_UPLOAD_BYTES } from "@/lib/domain/first-frame/frame-rules";
import type { BrowserId } from "@/lib/domain/ids";
import { type Result, refuse, unreachable } from "@/lib/domain/result";
import { TooManyBytes } from "@/lib/ports/media-store";
import type { Has } from "@/lib/services/doors";
import { type TakenIn, takeInImage, type Upload } from "@/lib/services/take-in-image";

export interface Link extends Pick<Upload, "backing" | "crop" | "signal"> {
	readonly url: string;
}

const MAX_FETCH_MS = 30_000;

const OWN_FILE = "Save the picture on your device and add the file.";
const GONE = frameRefusal("link-ended", `There is no picture at that address any more. ${OWN_FILE}`);
const REFUSED = frameRefusal("link-refused", `Storyreel does not fetch from that address. ${OWN_FILE}`);
const UNAVAILABLE = frameRefusal("link-unavailable", `The picture could not be fetched from that address. ${OWN_FILE}`);

type FetchDoors = Has<"images" | "media" | "refiner" | "clock" | "files">;

/** A picture at an address somebody pasted, taken in as if they had uploaded it. Nothing else ever goes to that address. */
export async function fetchImage(
	doors: FetchDoors,
	browserId: BrowserId,
	link: Link,
): Promise<Result<TakenIn, FrameRefusal>> {
	const timeUp = AbortSignal.timeout(MAX_FETCH_MS);
	const done = new AbortController();
	try {
		return await readLink(doors, browserId, { ...link, signal: AbortSignal.any([link.signal, timeUp, done.signal]) });
	} catch (error) {
		link.signal.throwIfAborted();
		if (error instanceof LinkBroken || timeUp.aborted) return refuse(UNAVAILABLE);
		throw error;
	} finally {
		// Frees the connection of a picture that was turned down unread.
		done.abort();
	}
}

async function readLink(
	doors: FetchDoors,
	browserId: BrowserId,
	{ url, ...options }: Link,
): Promise<Result<TakenIn, FrameRefusal>> {
	const file = await doors.files.open(url, { resume: null, maxBytes: MAX_UPLOAD_BYTES, signal: options.signal });
	switch (file.kind) {
		case "open":
			return takeInImage(doors, browserId, {
				...options,
				bytes: unbroken(file.bytes),
				announcedBytes: file.totalBytes,
			});
		case "gone":
			return refuse(GONE);
		case "refused":
			return refuse(REFUSED);
		case "unavailable":
			return refuse(UNAVAILABLE);
		default:
			return unreachable(file);
	}
}

class LinkBroken extends Error {
	override readonly name = "LinkBroken";
}

async function* unbroken(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield* bytes;
	} catch (cause) {
		if (cause instanceof TooManyBytes) throw cause;
		throw new LinkBroken("The transfer broke off.", { cause });
	}
}
