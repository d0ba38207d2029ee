import type { ImageRef } from "@/lib/domain/draft";
import type { BrowserId, ImageId } from "@/lib/domain/ids";

/**
 * Which browser uploaded which first frame. The bytes live in `MediaStore` under `image/<id>`; one
 * image uploaded by two browsers is one object and two references.
 *
 * Order matters: `remember` first, then put the bytes, so that a sweep never takes bytes that are about to be used.
 */
export interface ImageStore {
	/** Adds the reference or moves it to the front. */
	remember(browserId: BrowserId, image: ImageRef, atMs: number): Promise<void>;

	/** Last used first. */
	list(browserId: BrowserId, limit: number): Promise<readonly ImageRef[]>;

	/** Only what this browser uploaded: knowing a hash opens nothing. */
	find(browserId: BrowserId, id: ImageId): Promise<ImageRef | null>;

	/** Drops references not used since then. Takes keep their image. */
	purge(usedBeforeMs: number): Promise<number>;

	/** Of these, those that a reference or any take's draft still names. Old stored objects not among them are garbage. */
	referenced(ids: readonly ImageId[]): Promise<ReadonlySet<ImageId>>;
}
