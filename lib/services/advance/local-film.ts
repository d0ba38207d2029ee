import "server-only";
import { createHash } from "node:crypto";
import { type MediaId, mediaIdSchema } from "@/lib/domain/ids";
import type { FetchDoors, FetchedFilm } from "@/lib/services/advance/fetch-film";
import { readFilm } from "@/lib/services/advance/read-film";

const SCHEME = "media:";

/** The film of a link that only our own renderer may give: it lies in the store already. */
export function localFilm(url: string): MediaId | null {
	if (!url.startsWith(SCHEME)) return null;
	return mediaIdSchema.parse(url.slice(SCHEME.length));
}

export async function adoptFilm(doors: FetchDoors, mediaId: MediaId): Promise<FetchedFilm> {
	const chunks = await doors.media.read(`film/${mediaId}`, null);
	if (!chunks)
		return { kind: "failed", why: "gone", reason: "The rendered film is no longer stored.", retryAfterMs: null };
	const hash = createHash("sha256");
	let bytes = 0;
	for await (const chunk of chunks) {
		hash.update(chunk);
		bytes += chunk.length;
	}
	const read = await readFilm(doors, mediaId, bytes);
	doors.crashPoint("save:after-probe");
	if (read.kind === "broken") return { kind: "failed", why: "broken", reason: read.reason, retryAfterMs: null };
	const sha256 = hash.digest("hex");
	return { kind: "saved", media: { ...read.facts, mediaId, bytes, sha256, mime: "video/mp4" } };
}
