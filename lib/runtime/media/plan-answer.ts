import "server-only";
import type { ByteRange } from "@/lib/ports/media-store";
import type { HeaderReader } from "@/lib/runtime/request-facts";
import { matchesEtag, rangeUnless, readRange } from "@/lib/services/byte-range";
import type { ServedMedia } from "@/lib/services/serve-media";

export interface MediaWish {
	readonly headers: HeaderReader;
	/** The file's name when it is to be saved rather than shown. */
	readonly downloadAs: string | null;
	readonly cacheControl: string;
}

export interface MediaAnswer {
	readonly status: 200 | 206 | 304 | 416;
	readonly headers: Readonly<Record<string, string>>;
	/** `null` where nothing is sent. */
	readonly bytes: ByteRange | null;
}

type Described = Pick<ServedMedia, "type" | "etag">;

/** What stored bytes are answered with: whole or a range of them, with what a player and a resumed download need. */
export function planAnswer(media: Described, size: number, wish: MediaWish): MediaAnswer {
	const common = { ...ownHeaders(media, wish), etag: media.etag, "accept-ranges": "bytes" };
	const { headers } = wish;
	if (matchesEtag(headers.get("if-none-match"), media.etag)) return { status: 304, headers: common, bytes: null };
	const asked = readRange(rangeUnless(headers.get("if-range"), media.etag, headers.get("range")), size);
	if (asked.kind === "unsatisfiable") return unsatisfiable(size, common);
	if (asked.kind === "part") return part(asked.range, size, common);
	const whole = size === 0 ? null : { start: 0, end: size - 1 };
	return { status: 200, headers: { ...common, "content-length": String(size) }, bytes: whole };
}

/** What is true of the bytes, whoever sends them. */
export function ownHeaders({ type }: Described, { downloadAs, cacheControl }: MediaWish): Record<string, string> {
	const saved = downloadAs === null ? {} : { "content-disposition": disposition(downloadAs) };
	return { "content-type": type, "cache-control": cacheControl, ...saved };
}

function part(range: ByteRange, size: number, common: Record<string, string>): MediaAnswer {
	const { start, end } = range;
	const lengths = { "content-length": String(end - start + 1), "content-range": `bytes ${start}-${end}/${size}` };
	return { status: 206, headers: { ...common, ...lengths }, bytes: range };
}

function unsatisfiable(size: number, common: Record<string, string>): MediaAnswer {
	const lengths = { "content-length": "0", "content-range": `bytes */${size}` };
	return { status: 416, headers: { ...common, ...lengths }, bytes: null };
}

const MAX_NAME_CHARS = 100;

/** A plain name for old clients, and the true one for the others. */
function disposition(name: string): string {
	const clean =
		name
			.replace(/[\s\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, " ")
			.trim()
			.slice(0, MAX_NAME_CHARS) || "film.mp4";
	const plain = clean.replace(/[^\x20-\x7e]/g, "_").replace(/%/g, "_");
	const exact = encodeURIComponent(clean.toWellFormed()).replace(
		/['()*]/g,
		(char) => `%${char.charCodeAt(0).toString(16)}`,
	);
	return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}
