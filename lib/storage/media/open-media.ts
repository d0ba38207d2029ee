import "server-only";
import { join } from "node:path";
import type { MediaStore } from "@/lib/ports/media-store";
import type { RequireSpace } from "../free-space";
import { openMediaFiles } from "./media-files";
import type { BucketConfig } from "./media-s3";

const HOUR_MS = 3_600_000;

export interface OpenMedia extends MediaStore {
	close(): void;
}

export async function openMedia(
	config: { readonly dataDir: string; readonly bucket: BucketConfig | null },
	soleOwner: boolean,
	requireSpace: RequireSpace,
): Promise<OpenMedia> {
	if (config.bucket) {
		// The SDK costs memory and start-up time that a server without a bucket need not pay.
		const { openMediaBucket } = await import("./media-s3");
		return openMediaBucket(config.bucket);
	}
	const files = openMediaFiles(join(config.dataDir, "media"), requireSpace);
	await files.sweepUnfinished(soleOwner ? Number.POSITIVE_INFINITY : Date.now() - HOUR_MS);
	return { ...files, close() {} };
}
