import "server-only";
import type { MediaId } from "@/lib/domain/ids";
import type { Take } from "@/lib/domain/take/take";
import type { MediaKey } from "@/lib/ports/media-store";

export const MEDIA_PARTS = ["film", "poster", "peaks", "last-frame"] as const;
export type MediaPart = (typeof MEDIA_PARTS)[number];

/** Stored bytes somebody may see. */
export interface ServedMedia {
	readonly key: MediaKey;
	readonly type: string;
	/** Strong: the same tag means the same bytes. */
	readonly etag: string;
	readonly take: Take;
}

const TYPES: Readonly<Record<MediaPart, string>> = {
	film: "video/mp4",
	poster: "image/jpeg",
	peaks: "application/octet-stream",
	"last-frame": "image/png",
};

/** For whoever has shown that they may see this take. */
export function mediaOf(take: Take, part: MediaPart): ServedMedia | null {
	if (take.state.kind !== "ready") return null;
	const { mediaId, sha256 } = take.state.media;
	return { key: `${part}/${mediaId}`, type: TYPES[part], etag: tagOf(part, mediaId, sha256), take };
}

function tagOf(part: MediaPart, mediaId: MediaId, sha256: string): string {
	return part === "film" ? `"${sha256}"` : `"${part}-${mediaId}"`;
}
