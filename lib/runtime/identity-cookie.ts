import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { type BrowserId, browserIdSchema } from "@/lib/domain/ids";
import { type HeaderReader, isSecure } from "@/lib/runtime/request-facts";

const REFERENCE = /^[A-Za-z0-9_-]{43}$/;
const REFERENCE_BYTES = 32;

export interface CookieSettings {
	readonly httpOnly: true;
	readonly sameSite: "lax";
	readonly secure: boolean;
	readonly path: "/";
	readonly maxAge: number;
}

/** Over https only the prefixed name is read: no neighbouring host and no plain connection can plant that one. */
export function cookieName(base: string, headers: HeaderReader): string {
	return isSecure(headers) ? `__Host-${base}` : base;
}

export function cookieSettings(headers: HeaderReader, maxAgeSeconds: number): CookieSettings {
	return { httpOnly: true, sameSite: "lax", secure: isSecure(headers), path: "/", maxAge: maxAgeSeconds };
}

export function readCookie(headers: HeaderReader, name: string): string | null {
	const pairs = (headers.get("cookie") ?? "").split(";").map((pair) => pair.trim());
	const pair = pairs.find((each) => each.startsWith(`${name}=`));
	return pair?.slice(name.length + 1) ?? null;
}

/** Whose a browser is by itself, and by which it was let into another one's history. */
export type ReferenceCookie = "storyreel" | "storyreel-joined";

/** As long as browsers keep one: receipts stay this long too. */
export const IDENTITY_SECONDS = 400 * 86_400;

/** What an identity cookie holds. `null` for a browser that has none, or whose is not of our making. */
export function readReference(headers: HeaderReader, cookie: ReferenceCookie = "storyreel"): string | null {
	const value = readCookie(headers, cookieName(cookie, headers)) ?? "";
	return REFERENCE.test(value) ? value : null;
}

export function mintReference(): string {
	return randomBytes(REFERENCE_BYTES).toString("base64url");
}

export function nameBrowser(reference: string): BrowserId {
	return browserIdSchema.parse(createHash("sha256").update(reference).digest("hex"));
}

export function readBrowser(headers: HeaderReader): BrowserId | null {
	const reference = readReference(headers);
	return reference === null ? null : nameBrowser(reference);
}
