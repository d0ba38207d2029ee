import "server-only";
import { streamBytes } from "@/lib/runtime/stream-bytes";
import { type AskedRange, matchesEtag, rangeUnless, readRange } from "@/lib/services/byte-range";
import type { ServedMedia } from "@/lib/services/serve-media";

export interface MediaWish {
	readonly method: string;
	readonly headers: Headers;
	/** The file's name when it is to be saved rather than shown. */
	readonly downloadAs: string | null;
	readonly cacheControl: string;
}

/** Answers a request for stored bytes: whole or a range of them, with what a player and a resumed download need. */
export async function mediaResponse(media: ServedMedia, wish: MediaWish): Promise<Response> {
	const { method, headers } = wish;
	const common = commonHeaders(media, wish);
	if (matchesEtag(headers.get("if-none-match"), media.etag))
		return new Response(null, { status: 304, headers: common });
	const wanted = rangeUnless(headers.get("if-range"), media.etag, headers.get("range"));
	const asked = readRange(wanted, media.bytes);
	if (asked.kind === "unsatisfiable") return unsatisfiable(media, common);
	const part = asked.kind === "part" ? asked.range : null;
	const body = method === "HEAD" ? null : await media.read(part);
	if (method !== "HEAD" && body === null) return new Response(null, { status: 404 });
	const answer = { ...common, ...lengthHeaders(asked, media.bytes) };
	return new Response(body && streamBytes(body), { status: part ? 206 : 200, headers: answer });
}

function commonHeaders({ etag, type }: ServedMedia, { downloadAs, cacheControl }: MediaWish): Record<string, string> {
	return {
		"content-type": type,
		"accept-ranges": "bytes",
		etag,
		"cache-control": cacheControl,
		"x-content-type-options": "nosniff",
		...(downloadAs === null ? {} : { "content-disposition": disposition(downloadAs) }),
	};
}

function lengthHeaders(asked: Exclude<AskedRange, { kind: "unsatisfiable" }>, size: number): Record<string, string> {
	if (asked.kind === "whole") return lengthOf(size);
	const { start, end } = asked.range;
	return { ...lengthOf(end - start + 1), "content-range": `bytes ${start}-${end}/${size}` };
}

/** Our own http server turns the second one into the first, which the framework drops. */
function lengthOf(bytes: number): Record<string, string> {
	return { "content-length": String(bytes), "x-content-length": String(bytes) };
}

function unsatisfiable({ bytes }: ServedMedia, common: Record<string, string>): Response {
	return new Response(null, { status: 416, headers: { ...common, "content-range": `bytes */${bytes}` } });
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
