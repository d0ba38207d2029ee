import "server-only";
import type { Vault } from "@/lib/ports/vault";
import { env } from "@/lib/runtime/env";
import { readOrMakeSecretKey } from "@/lib/storage/seal/secret-key-file";
import { createVault } from "@/lib/storage/seal/vault";

let vault: Vault | undefined;

/** Each copy of this module makes its own; they all seal and derive alike, from one secret. */
export function productVault(): Vault {
	vault ??= createVault([env().secretKey ?? readOrMakeSecretKey(env().dataDir)]);
	return vault;
}
