import type { MediaId } from "@/lib/domain/ids";

export type MediaPart = "film" | "poster" | "peaks" | "last-frame";

/** Where this browser's own stored bytes are; nobody else can open them. */
export function mediaUrl(id: MediaId, part: MediaPart = "film"): string {
	return part === "film" ? `/api/media/${id}` : `/api/media/${id}?part=${part}`;
}

/** The answer carries the film's name. */
export function downloadUrl(id: MediaId): string {
	return `/api/media/${id}?download`;
}
