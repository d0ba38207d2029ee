import type { Exchange, Reply } from "../kernel/exchange";
import { headerOf, text } from "../kernel/exchange";

interface ServedFile {
	readonly bytes: Buffer;
	readonly sha256: string;
	readonly contentType: string;
	readonly lastModifiedMs: number;
}

interface Span {
	readonly from: number;
	readonly to: number;
}

/** Answers GET and HEAD as a plain object store does: ranges, strong ETags, If-Range; and as a broken one, on demand. */
export function serveBytes(exchange: Exchange, file: ServedFile): Reply {
	const { fault } = exchange;
	if (fault?.kind === "redirect") return { ...text(302, ""), headers: { location: fault.location } };
	const size = file.bytes.length;
	const etag = fault?.kind === "changed-etag" ? `"${file.sha256.slice(32)}"` : `"${file.sha256.slice(0, 32)}"`;
	const lastModified = new Date(file.lastModifiedMs).toUTCString();
	const headers = {
		"content-type": file.contentType,
		"accept-ranges": "bytes",
		etag,
		"last-modified": lastModified,
	};
	const span = fault?.kind === "range-ignored" ? null : askedSpan(exchange, size, etag, lastModified);
	if (span === "unsatisfiable") {
		return { ...text(416, ""), headers: { ...headers, "content-range": `bytes */${size}` } };
	}
	if (!span) return misdeclare({ status: 200, headers, body: file.bytes }, exchange);
	const contentRange = `bytes ${span.from}-${span.to}/${size}`;
	const part = file.bytes.subarray(span.from, span.to + 1);
	return misdeclare({ status: 206, headers: { ...headers, "content-range": contentRange }, body: part }, exchange);
}

function askedSpan(
	exchange: Exchange,
	size: number,
	etag: string,
	lastModified: string,
): Span | "unsatisfiable" | null {
	const match = /^bytes=(\d*)-(\d*)$/.exec(headerOf(exchange, "range") ?? "");
	if (!match) return null;
	const condition = headerOf(exchange, "if-range");
	if (condition !== undefined && condition !== etag && condition !== lastModified) return null;
	const [, first = "", last = ""] = match;
	if (first === "" && last === "") return null;
	const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
	const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
	return from >= size || from > to ? "unsatisfiable" : { from, to };
}

function misdeclare(reply: Reply, { fault, method }: Exchange): Reply {
	const length = reply.body.length;
	const told = fault?.kind === "wrong-length" && fault.form === "declares-more" ? length + 1000 : length;
	const body =
		fault?.kind === "wrong-length" && fault.form === "short-file" ? reply.body.subarray(0, length >> 1) : reply.body;
	const declaredLength = body.length === length ? told : body.length;
	return method === "HEAD" ? { ...reply, body: Buffer.alloc(0), declaredLength } : { ...reply, body, declaredLength };
}
