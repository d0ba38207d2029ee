import "server-only";
import type { ImageRef } from "@/lib/domain/draft";
import type { BrowserId } from "@/lib/domain/ids";
import type { Has } from "@/lib/services/doors";

const RECENT = 6;

/** The pictures this browser used last, the latest first. */
export function listImages({ images }: Has<"images">, browserId: BrowserId): Promise<readonly ImageRef[]> {
	return images.list(browserId, RECENT);
}
