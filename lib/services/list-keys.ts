import "server-only";
import type { BrowserId } from "@/lib/domain/ids";
import type { KeyView } from "@/lib/domain/key/key-view";
import type { StoredKey } from "@/lib/ports/key-store";
import type { Has } from "@/lib/services/doors";

export async function listKeys({ keys }: Has<"keys">, browserId: BrowserId): Promise<readonly KeyView[]> {
	return (await keys.list(browserId)).map(viewKey);
}

export function viewKey({ gateway, lastFour, account, dailyLimitMicros, savedAtMs, test }: StoredKey): KeyView {
	return { gateway, lastFour, account, dailyLimitMicros, savedAtMs, test };
}
