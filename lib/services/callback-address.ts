import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CallbackRules } from "@/lib/domain/catalog/entry";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { DispatchId } from "@/lib/domain/ids";
import type { Payer } from "@/lib/domain/take/payer";
import type { Has } from "@/lib/services/doors";

export interface CallbackAddress {
	readonly url: string;
	/** Stored in place of the token. */
	readonly tokenHash: string;
}

type UrlRules = Extract<CallbackRules, { kind: "url" }>;

/** Derived, not drawn: a resend after a crash names the same address. `null` where the gateway could not call it. */
export function callbackAddress(
	{ vault, settings: { publicUrl } }: Has<"vault" | "settings">,
	gateway: GatewayId,
	payer: Payer["kind"],
	dispatchId: DispatchId,
): CallbackAddress | null {
	const rules = catalogEntry(gateway).callback;
	if (publicUrl === null || rules.kind === "none" || !canBeReached(publicUrl, rules)) return null;
	const token = `${MARKS[payer]}${vault.derive(`callback|${dispatchId}`)}`;
	const { href } = new URL(`/api/callbacks/${gateway}/${token}`, publicUrl);
	if (rules.maxChars !== null && href.length > rules.maxChars) return null;
	return { url: href, tokenHash: vault.hash(token) };
}

/** Whose account a callback comes from: only the operator's webhook secret is known here. */
const MARKS = { operator: "o", own: "w", free: "f" } as const satisfies Record<Payer["kind"], string>;

export function isOperatorsToken(token: string): boolean {
	return token.startsWith(MARKS.operator);
}

function canBeReached(url: URL, { schemes, ports }: UrlRules): boolean {
	const scheme = url.protocol.slice(0, -1);
	const port = Number(url.port || (scheme === "https" ? 443 : 80));
	const isSchemeTaken = schemes.some((taken) => taken === scheme);
	return isSchemeTaken && (ports === null || ports.includes(port)) && isPublicName(url.hostname);
}

const ADDRESS = /^(\d+\.){3}\d+$|^\[/;
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

/** Nobody outside can call a bare name, and gateways refuse addresses in place of names. */
function isPublicName(hostname: string): boolean {
	return hostname.includes(".") && !ADDRESS.test(hostname) && !PRIVATE_NAME.test(hostname);
}
