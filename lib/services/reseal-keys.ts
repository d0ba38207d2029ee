import "server-only";
import type { KeyId } from "@/lib/domain/ids";
import type { KeyTest, StoredKey } from "@/lib/ports/key-store";
import type { Has } from "@/lib/services/doors";
import { openKey, sealKey, UNREADABLE } from "@/lib/services/seal-key";

type ResealDoors = Has<"keys" | "vault" | "clock" | "log">;

const AT_ONCE = 200;

/**
 * After `SECRET_KEY` was changed: what earlier ones sealed is sealed with the newest, so that they can be forgotten. What
 * this server cannot open any more is said to its owner and to whoever runs it.
 */
export async function resealKeys(doors: ResealDoors): Promise<void> {
	const counts = { resealed: 0, unreadable: 0 };
	let afterId: KeyId | null = null;
	for (;;) {
		const keys: readonly StoredKey[] = await doors.keys.listAll(afterId, AT_ONCE);
		for (const key of keys) {
			afterId = key.id;
			if (doors.vault.isUpToDate(key.sealed)) continue;
			counts[await reseal(doors, key)] += 1;
		}
		if (keys.length < AT_ONCE) break;
	}
	if (counts.resealed > 0) doors.log.info("keys-resealed", { count: counts.resealed });
	if (counts.unreadable > 0) doors.log.warn("keys-unreadable", { count: counts.unreadable, advice: ADVICE });
}

const ADVICE =
	"These keys were sealed with another SECRET_KEY. Put that one into SECRET_KEY_PREVIOUS and start again; if it is lost, people must paste their keys anew.";

async function reseal(doors: ResealDoors, key: StoredKey): Promise<"resealed" | "unreadable"> {
	const secrets = openKey(doors.vault, key);
	if (!secrets) {
		await tell(doors, key, UNREADABLE);
		return "unreadable";
	}
	await doors.keys.reseal(key.id, key.sealed, sealKey(doors.vault, key, secrets));
	if (key.test?.sentence === UNREADABLE) await tell(doors, key, READABLE_AGAIN);
	return "resealed";
}

const READABLE_AGAIN = "This server can read the key again. Test it to be sure.";

async function tell({ keys, clock }: ResealDoors, key: StoredKey, sentence: string): Promise<void> {
	if (key.test?.sentence === sentence) return;
	const test: KeyTest = { atMs: clock.nowMs(), result: "unclear", sentence, balance: null };
	await keys.recordTest(key.id, test);
}
