import "server-only";
import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type EgressPolicy, EgressRefused, hostPort, isAllowed } from "@/lib/gateways/egress/policy";
import { isPublicAddress } from "@/lib/gateways/egress/public-address";

/** All addresses of a name, best first. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (hostname) => lookup(hostname, { all: true });

/** No connection came about, so not one byte of the request has left. */
export class ConnectFailed extends Error {
	constructor(cause: unknown) {
		super("No connection could be made.", { cause });
		this.name = "ConnectFailed";
	}
}

interface ConnectorSettings {
	readonly policy: EgressPolicy;
	readonly resolve: Resolve;
	readonly connectTimeoutMs: number;
}

/** Connects only to addresses it has judged: the ones it resolved are the ones it dials. */
export function guardedConnector(settings: ConnectorSettings): buildConnector.connector {
	const { policy, resolve, connectTimeoutMs } = settings;
	const dialAny = buildConnector({ timeout: connectTimeoutMs, lookup: lookupBy(resolve) });
	const dialPublic = buildConnector({
		timeout: connectTimeoutMs,
		lookup: lookupBy(async (hostname) => requirePublic(await resolve(hostname))),
	});
	return (target, callback) => {
		const answer: buildConnector.Callback = (...[error, socket]) =>
			error === null ? callback(null, socket) : callback(new ConnectFailed(error), null);
		const place = hostPort(target.protocol, target.hostname, target.port);
		if (isAllowed(place, policy)) return dialAny(target, answer);
		// The lookup hook is never called for an address literal.
		if (isIP(target.hostname) !== 0 && !isPublicAddress(target.hostname)) return answer(new EgressRefused(), null);
		return dialPublic(target, answer);
	};
}

function requirePublic(addresses: readonly LookupAddress[]): readonly LookupAddress[] {
	if (!addresses.every(({ address }) => isPublicAddress(address))) throw new EgressRefused();
	return addresses;
}

function lookupBy(resolve: Resolve): LookupFunction {
	return (hostname, options, callback) => {
		resolve(hostname).then(
			(addresses) => {
				const [first] = addresses;
				if (!first) callback(new Error(`${hostname} has no address.`), "");
				else if (options.all) callback(null, [...addresses]);
				else callback(null, first.address, first.family);
			},
			(error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), ""),
		);
	};
}
