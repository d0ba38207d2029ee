import "server-only";
import type { Vault } from "@/lib/ports/vault";
import { readOrMakeSecretKey, readSecretKey } from "./secret-key-file";
import { createVault } from "./vault";

export interface VaultSettings {
	/** `null`: the one in the data folder, made there if need be. */
	readonly secretKey: string | null;
	readonly previousSecretKeys: readonly string[];
	readonly dataDir: string;
}

/** Seals with the newest secret, and still opens what earlier ones sealed: the server's own from its first days among them. */
export function openVault({ secretKey, previousSecretKeys, dataDir }: VaultSettings): Vault {
	if (secretKey === null) return createVault([readOrMakeSecretKey(dataDir), ...previousSecretKeys]);
	const ownEarlier = readSecretKey(dataDir);
	return createVault([secretKey, ...previousSecretKeys, ...(ownEarlier === null ? [] : [ownEarlier])]);
}
