import "server-only";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");
const IPV4_BYTES = 4;

/**
 * Whether an address lies on the public internet. An IPv4 address inside an IPv6 one (mapped, or behind the
 * well-known NAT64 prefix) is judged by itself; tunnels that hide one (6to4, Teredo) are never public.
 */
export function isPublicAddress(text: string): boolean {
	const version = isIP(text);
	if (version === 0 || text.includes("%")) return false;
	const address = unwrap(ipaddr.parse(version === 6 ? spellInHex(text) : text));
	if (address.range() !== "unicast") return false;
	// `ipaddr.js` calls ::/96 and the unassigned rest of the space unicast too.
	return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}

/** `ipaddr.js` reads ::8.8.8.8 as ::ffff:8.8.8.8, which is another address. */
function spellInHex(text: string): string {
	return new URL(`http://[${text}]`).hostname.slice(1, -1);
}

function unwrap(address: Address): Address {
	if (address instanceof ipaddr.IPv4) return address;
	if (address.isIPv4MappedAddress()) return address.toIPv4Address();
	return address.match(NAT64) ? new ipaddr.IPv4(address.toByteArray().slice(-IPV4_BYTES)) : address;
}
