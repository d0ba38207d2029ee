import type { ImageId, MediaId } from "@/lib/domain/ids";

/**
 * Stored bytes: films, what was made from them, uploaded images. On disk or in a bucket, with the same promises.
 * An object is either whole or absent, for every reader and after every crash. The store knows nothing of who may see what.
 */
export interface MediaStore {
	/**
	 * Stores everything `source` yields, replacing the object. Durable when it resolves. When `source` throws, yields
	 * more than `maxBytes` or `signal` fires, the promise rejects (`TooManyBytes` for the cap) and the object is as before.
	 */
	put(key: MediaKey, source: AsyncIterable<Uint8Array>, limits: PutLimits): Promise<StoredBytes>;

	/**
	 * The bytes from `start` up to and including `end`, in order, in chunks of the store's choosing. `null` when absent. The
	 * range must lie within the object (ask `head`); anything else throws. Leaving the loop early frees everything.
	 */
	read(key: MediaKey, range: ByteRange | null): Promise<AsyncIterable<Uint8Array> | null>;

	/** Where the object lies on this machine's disk, if it is there at all; `null` where it is kept elsewhere. */
	path(key: MediaKey): string | null;

	head(key: MediaKey): Promise<StoredObject | null>;

	/** Absent afterwards, also when it was absent before. */
	delete(key: MediaKey): Promise<void>;

	/** Objects of one kind in the order of their keys, after `after`; fewer than `limit` means the end. For sweeps. */
	list(
		kind: MediaKind,
		page: { readonly after: MediaKey | null; readonly limit: number },
	): Promise<readonly StoredObject[]>;
}

/**
 * - `film`: as it came from the gateway or the renderer, MP4.
 * - `poster`: JPEG, the first frame that is not black.
 * - `peaks`: the waveform.
 * - `last-frame`: PNG, exactly the film's last picture.
 * - `image`: an uploaded first frame, re-encoded by us.
 */
export type MediaKind = "film" | "poster" | "peaks" | "last-frame" | "image";
export type MediaKey = `${"film" | "poster" | "peaks" | "last-frame"}/${MediaId}` | `image/${ImageId}`;

/** Both ends included, counted from 0. */
export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

export interface PutLimits {
	readonly maxBytes: number;
	readonly signal: AbortSignal;
}

export interface StoredBytes {
	readonly bytes: number;
	/** 64 hex digits, over the bytes as they passed. */
	readonly sha256: string;
}

export interface StoredObject {
	readonly key: MediaKey;
	readonly bytes: number;
	readonly storedAtMs: number;
}

export class TooManyBytes extends Error {
	constructor(readonly maxBytes: number) {
		super(`More than ${maxBytes} bytes.`);
		this.name = "TooManyBytes";
	}
}
