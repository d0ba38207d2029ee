import "server-only";
import type { BrowserId, RecoveryId } from "@/lib/domain/ids";
import { readBrowser, readReference } from "@/lib/runtime/identity-cookie";
import type { HeaderReader } from "@/lib/runtime/request-facts";
import type { Has } from "@/lib/services/doors";

/** Whose history a request is about. */
export type Identity =
	| { readonly kind: "own"; readonly browserId: BrowserId }
	/** Let in by a recovery link, until it is revoked. */
	| { readonly kind: "joined"; readonly browserId: BrowserId; readonly recoveryId: RecoveryId }
	/** It was let in once and is no longer. */
	| { readonly kind: "closed" }
	| { readonly kind: "none" };

export type IdentityDoors = Has<"recoveries" | "vault">;

export async function findIdentity({ recoveries, vault }: IdentityDoors, headers: HeaderReader): Promise<Identity> {
	const joined = readReference(headers, "storyreel-joined");
	if (joined !== null) {
		const found = await recoveries.findByDevice(vault.hash(joined));
		return found ? { kind: "joined", browserId: found.browserId, recoveryId: found.id } : { kind: "closed" };
	}
	const browserId = readBrowser(headers);
	return browserId === null ? { kind: "none" } : { kind: "own", browserId };
}
