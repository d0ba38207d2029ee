import "server-only";
import type { IncomingHttpHeaders } from "node:http";
import { isIPv6 } from "node:net";
import ipaddr from "ipaddr.js";
import { env } from "@/lib/runtime/env";

/** Of `Headers`, and of what `next/headers` answers. */
export interface HeaderReader {
	get(name: string): string | null;
}

export function readerOf(headers: IncomingHttpHeaders): HeaderReader {
	return {
		get(name) {
			const value = headers[name];
			return typeof value === "object" ? value.join(", ") : (value ?? null);
		},
	};
}

const IPV6_NETWORK_PARTS = 4;

/** Whether the visitor's side of the connection is encrypted. Who writes these headers is settled by `lib/cli/serve`. */
export function isSecure(headers: HeaderReader): boolean {
	if (firstOf(headers.get("x-forwarded-proto")) === "https") return true;
	const { publicUrl } = env();
	return publicUrl?.protocol === "https:" && publicUrl.host === ownHost(headers);
}

/**
 * Whether one of our own pages asks. A browser always says so in one of two ways; where it says both, both must hold,
 * and where nothing is said nobody vouches for the request.
 */
export function isFromOurPage(headers: HeaderReader): boolean {
	const site = headers.get("sec-fetch-site");
	const origin = headers.get("origin");
	if (site === null && origin === null) return false;
	return (site === null || site === "same-origin") && (origin === null || isOwnOrigin(origin, headers));
}

/** Whom to count a request against: an address, or the network that one household has for itself. */
export function clientAddress(headers: HeaderReader): string {
	const address = firstOf(headers.get("x-forwarded-for"));
	if (!isIPv6(address)) return address || "unknown";
	const parsed = ipaddr.IPv6.parse(address);
	if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
	return parsed.parts
		.slice(0, IPV6_NETWORK_PARTS)
		.map((part) => part.toString(16))
		.join(":");
}

/** Whether whoever asks sits at the machine that answers. */
export function isThisMachine(headers: HeaderReader): boolean {
	const address = firstOf(headers.get("x-forwarded-for"));
	return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}

function isOwnOrigin(origin: string, headers: HeaderReader): boolean {
	if (!URL.canParse(origin)) return false;
	const { protocol, host } = new URL(origin);
	const isWeb = protocol === "https:" || (protocol === "http:" && !isSecure(headers));
	return isWeb && host === ownHost(headers);
}

function ownHost(headers: HeaderReader): string {
	const host = firstOf(headers.get("x-forwarded-host") ?? headers.get("host"));
	return host.endsWith(":80") || host.endsWith(":443") ? host.slice(0, host.lastIndexOf(":")) : host;
}

function firstOf(list: string | null): string {
	return (list ?? "").split(",")[0]?.trim().toLowerCase() ?? "";
}
