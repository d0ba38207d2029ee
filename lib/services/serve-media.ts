import "server-only";
import type { BrowserId, MediaId } from "@/lib/domain/ids";
import type { Take } from "@/lib/domain/take/take";
import type { ByteRange, MediaKey } from "@/lib/ports/media-store";
import type { Has } from "@/lib/services/doors";

export const MEDIA_PARTS = ["film", "poster", "peaks", "last-frame"] as const;
export type MediaPart = (typeof MEDIA_PARTS)[number];

/** Stored bytes somebody may see, and how to read them. */
export interface ServedMedia {
	readonly bytes: number;
	readonly type: string;
	/** Strong: the same tag means the same bytes. */
	readonly etag: string;
	readonly take: Take;
	read(range: ByteRange | null): Promise<AsyncIterable<Uint8Array> | null>;
}

const TYPES: Readonly<Record<MediaPart, string>> = {
	film: "video/mp4",
	poster: "image/jpeg",
	peaks: "application/octet-stream",
	"last-frame": "image/png",
};

/** Only a browser's own. What is missing and what is somebody else's answer alike. */
export async function findOwnMedia(
	doors: Has<"takes" | "media">,
	browserId: BrowserId,
	id: MediaId,
	part: MediaPart,
): Promise<ServedMedia | null> {
	const take = await doors.takes.findByMedia(id);
	return take?.browserId === browserId ? openMedia(doors, take, part) : null;
}

/** For whoever has shown that they may see this take. */
export async function openMedia(doors: Has<"media">, take: Take, part: MediaPart): Promise<ServedMedia | null> {
	if (take.state.kind !== "ready") return null;
	const { mediaId, sha256 } = take.state.media;
	const key: MediaKey = `${part}/${mediaId}`;
	const stored = await doors.media.head(key);
	if (!stored) return null;
	const etag = part === "film" ? `"${sha256}"` : `"${part}-${mediaId}"`;
	return { bytes: stored.bytes, type: TYPES[part], etag, take, read: (range) => doors.media.read(key, range) };
}
