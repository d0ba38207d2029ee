import "server-only";
import type { Vault } from "@/lib/ports/vault";
import { env } from "@/lib/runtime/env";
import { openVault } from "@/lib/storage/seal/open-vault";

let vault: Vault | undefined;

/** Each copy of this module makes its own; they all seal and derive alike, from one secret. */
export function productVault(): Vault {
	vault ??= openVault(env());
	return vault;
}
