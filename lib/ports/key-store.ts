import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId, KeyId } from "@/lib/domain/ids";
import type { Money } from "@/lib/domain/money";
import type { Sealed } from "./vault";

/**
 * People's own gateway keys, sealed by `Vault` before they come here. At most one key per browser
 * and gateway is current. Every change raises the browser's counter with *keys* in `also`; the first one makes the
 * browser's row.
 */
export interface KeyStore {
	/** The key becomes current; an earlier one of that gateway is removed as by `remove`. */
	save(key: StoredKey): Promise<void>;

	/** Current keys only. */
	list(browserId: BrowserId): Promise<readonly StoredKey[]>;

	/** The current key of a gateway. */
	findCurrent(browserId: BrowserId, gateway: GatewayId): Promise<StoredKey | null>;

	/** Current or removed: a running take must still be able to look. `null` once destroyed. */
	find(id: KeyId): Promise<StoredKey | null>;

	/** No longer current. Destroyed at once, unless an unfinished take of this browser is paid by it. */
	remove(browserId: BrowserId, gateway: GatewayId): Promise<void>;

	/** What the last test said, for the dialog. Ignored when the key is gone. */
	recordTest(id: KeyId, test: KeyTest): Promise<void>;

	/** The person's own daily limit for this key. */
	setDailyLimit(browserId: BrowserId, gateway: GatewayId, limitMicros: number): Promise<void>;

	/** Every key there is, current or removed, in the order of their ids: those after `afterId`, from the beginning where it is `null`. */
	listAll(afterId: KeyId | null, limit: number): Promise<readonly StoredKey[]>;

	/** Puts `to` in place of what is sealed now, unless that is no longer `from`. Nobody but the vault notices. */
	reseal(id: KeyId, from: Sealed, to: Sealed): Promise<void>;

	/** Destroys removed keys that no unfinished take is paid by any more. Returns how many. */
	destroyUnused(): Promise<number>;
}

export interface StoredKey {
	readonly id: KeyId;
	readonly browserId: BrowserId;
	readonly gateway: GatewayId;
	/** All secret fields of the gateway's catalogue entry, as JSON, sealed together. */
	readonly sealed: Sealed;
	/** What may be shown: the last four characters of the first secret. */
	readonly lastFour: string;
	/** Fields that are no secret (useapi.net: the account's e-mail). */
	readonly account: Readonly<Record<string, string>>;
	/** The person's own cap for this key, USD micros per UTC day. */
	readonly dailyLimitMicros: number;
	readonly savedAtMs: number;
	/** `null` until it was tested; a new key starts without. */
	readonly test: KeyTest | null;
}

export interface KeyTest {
	readonly atMs: number;
	/** `asked` while the answer is awaited: tests run in the background, and the answer comes by the stream. */
	readonly result: "asked" | "good" | "wrong-key" | "legacy-key" | "no-money" | "no-account" | "unclear";
	/** Ours, to be shown as it is. */
	readonly sentence: string;
	/** What was left then, where the gateway tells. */
	readonly balance: Money | null;
}
