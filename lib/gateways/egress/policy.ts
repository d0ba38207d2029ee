import "server-only";
import { isIP } from "node:net";
import { isPublicAddress } from "@/lib/gateways/egress/public-address";

/** Everywhere else only public addresses over https on port 443 are reached. */
export interface EgressPolicy {
	/** `host:port` of the operator's choosing, which may be private and plain http. */
	readonly allow: ReadonlySet<string>;
}

export function egressPolicy(allow: Iterable<string>): EgressPolicy {
	return { allow: new Set([...allow].map((entry) => entry.toLowerCase())) };
}

/** One message for every reason: who asks must not learn what is behind an address. */
export class EgressRefused extends Error {
	constructor(options?: ErrorOptions) {
		super("That address is not one Storyreel fetches from.", options);
		this.name = "EgressRefused";
	}
}

const NOT_PUBLIC_NAMES = /(^|\.)(localhost|local|localdomain|internal|intranet|lan|home\.arpa)$/;

/** Throws unless the policy lets a request go there. Names are resolved, and judged again, when it connects. */
export function checkUrl(url: URL, policy: EgressPolicy): void {
	if (url.username !== "" || url.password !== "") throw new EgressRefused();
	if (url.protocol !== "https:" && url.protocol !== "http:") throw new EgressRefused();
	if (isAllowed(hostPort(url.protocol, url.hostname, url.port), policy)) return;
	if (url.protocol !== "https:" || url.port !== "" || !mayBePublic(url.hostname)) throw new EgressRefused();
}

export function isAllowed(place: string, policy: EgressPolicy): boolean {
	return policy.allow.has(place);
}

/** As the policy spells it: always with its port, an IPv6 address in brackets. */
export function hostPort(protocol: string, hostname: string, port: string): string {
	const bare = hostname.replace(/^\[|\]$/g, "").toLowerCase();
	const host = isIP(bare) === 6 ? `[${bare}]` : bare;
	return `${host}:${port || (protocol === "https:" ? "443" : "80")}`;
}

function mayBePublic(hostname: string): boolean {
	const bare = hostname.replace(/^\[|\]$/g, "");
	if (isIP(bare) !== 0) return isPublicAddress(bare);
	const name = bare.replace(/\.+$/, "").toLowerCase();
	return name.includes(".") && !NOT_PUBLIC_NAMES.test(name);
}
