import "server-only";
import * as z from "zod";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId, KeyId } from "@/lib/domain/ids";
import type { StoredKey } from "@/lib/ports/key-store";
import type { Sealed, Vault } from "@/lib/ports/vault";

type Owner = { readonly browserId: BrowserId; readonly gateway: GatewayId; readonly id: KeyId };
type Secrets = Readonly<Record<string, string>>;

/** For the person whose key does not open any more. */
export const UNREADABLE =
	"This server cannot read the key any more, because its own secret was changed. Paste the key again, or ask whoever runs the server to set SECRET_KEY_PREVIOUS.";

const secretsSchema = z.record(z.string(), z.string());

/** A key's id is its version: text sealed for one key opens as no other, even of the same browser and gateway. */
function labelOf({ browserId, gateway, id }: Owner): string {
	return `${browserId}|${gateway}|${id}`;
}

export function sealKey(vault: Vault, owner: Owner, secrets: Secrets): Sealed {
	return vault.seal(JSON.stringify(secrets), labelOf(owner));
}

/** `null` when it was sealed for another owner, or with a secret key this server no longer has. */
export function openKey(vault: Vault, key: StoredKey): Secrets | null {
	const text = vault.open(key.sealed, labelOf(key));
	return text === null ? null : secretsSchema.parse(JSON.parse(text));
}
