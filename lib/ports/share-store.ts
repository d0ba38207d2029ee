import type { BrowserId, ShareId, TakeId } from "@/lib/domain/ids";
import type { ShareGrant } from "@/lib/domain/share/grant";
import type { Take } from "@/lib/domain/take/take";

/**
 * Public links. The secret in a link is never stored, only its hash. Every change raises the
 * browser's counter with *shares* in `also`.
 */
export interface ShareStore {
	/** `missing` when the take is not this browser's, or is not ready. */
	create(share: NewShare): Promise<"created" | "missing">;

	/** A browser's links, newest first, ended ones included until their take is purged. */
	list(browserId: BrowserId): Promise<readonly ShareGrant[]>;

	/**
	 * What a link shows, whatever its end: the domain decides whether it still counts. One read of
	 * committed data and nothing remembered between calls, so that a revocation is seen at once.
	 */
	findByToken(tokenHash: string): Promise<{ readonly grant: ShareGrant; readonly take: Take } | null>;

	/** Ends a link now. Repeating it changes nothing; the first moment stands. */
	revoke(browserId: BrowserId, id: ShareId, atMs: number): Promise<"revoked" | "missing">;

	/** The latest end among a take's links that are neither revoked nor over: its media stay until then. */
	liveUntilMs(takeId: TakeId, nowMs: number): Promise<number | null>;
}

export interface NewShare {
	readonly grant: ShareGrant;
	readonly browserId: BrowserId;
	/** `Vault.hash` of the link's token. */
	readonly tokenHash: string;
}
