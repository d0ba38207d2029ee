import "server-only";
import type { ByteRange } from "@/lib/ports/media-store";

export type AskedRange =
	| { readonly kind: "whole" }
	| { readonly kind: "part"; readonly range: ByteRange }
	| { readonly kind: "unsatisfiable" };

const WHOLE: AskedRange = { kind: "whole" };
const UNSATISFIABLE: AskedRange = { kind: "unsatisfiable" };

/** One range of bytes. Several at once, and what is no range at all, are answered with the whole, as the standard allows. */
export function readRange(header: string | null, size: number): AskedRange {
	const match = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "");
	if (!match) return WHOLE;
	const [, from = "", to = ""] = match;
	if (from === "") return to === "" ? WHOLE : suffix(Number(to), size);
	const start = Number(from);
	const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
	if (to !== "" && Number(to) < start) return WHOLE;
	return start >= size ? UNSATISFIABLE : { kind: "part", range: { start, end } };
}

function suffix(length: number, size: number): AskedRange {
	if (length === 0 || size === 0) return UNSATISFIABLE;
	return { kind: "part", range: { start: Math.max(0, size - length), end: size - 1 } };
}

/** A range is honoured only while the part the reader has is of these very bytes. */
export function rangeUnless(ifRange: string | null, etag: string, range: string | null): string | null {
	return ifRange === null || ifRange.trim() === etag ? range : null;
}

export function matchesEtag(header: string | null, etag: string): boolean {
	const tags = (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
	return tags.includes(etag) || tags.includes("*");
}
