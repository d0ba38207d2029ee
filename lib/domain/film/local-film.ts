import { type MediaId, mediaIdSchema } from "../ids";

const PREFIX = "media:film/";

/** The link of a film that stands in the media store already. Only the animatic may answer with one. */
export function localFilmUrl(id: MediaId): string {
	return `${PREFIX}${id}`;
}

/** `null` for every other link. */
export function readLocalFilmUrl(url: string): MediaId | null {
	return url.startsWith(PREFIX) ? (mediaIdSchema.safeParse(url.slice(PREFIX.length)).data ?? null) : null;
}
