import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import type { Recovery } from "@/lib/domain/recovery/recovery";

/**
 * Ways for other devices into a browser's history. Neither the secret in a link nor that in a
 * device's cookie is stored, only their hashes (`Vault.hash`). Everything goes with the browser.
 */
export interface RecoveryStore {
	/** Stores a link, which may be a browser's first change, and drops the one that nobody has used. */
	offer(link: NewRecovery): Promise<void>;

	/** A browser's links and devices, newest first, links that are over included. */
	list(browserId: BrowserId): Promise<readonly Recovery[]>;

	/** Whose link it is, whatever its end: the domain decides whether it still counts. */
	findByToken(tokenHash: string): Promise<{ readonly browserId: BrowserId; readonly recovery: Recovery } | null>;

	/** Lets a device in by a link nobody has used. Of many that try at once exactly one is let in. */
	admit(id: RecoveryId, deviceHash: string, atMs: number): Promise<"admitted" | "taken">;

	/** One read of committed data and nothing remembered between calls, so that a revocation is seen at once. */
	findByDevice(deviceHash: string): Promise<{ readonly browserId: BrowserId; readonly id: RecoveryId } | null>;

	/** Ends a link, and the way in of the device that came by it. */
	revoke(browserId: BrowserId, id: RecoveryId): Promise<"revoked" | "missing">;
}

export interface NewRecovery {
	readonly recovery: Recovery;
	readonly browserId: BrowserId;
	readonly tokenHash: string;
}
