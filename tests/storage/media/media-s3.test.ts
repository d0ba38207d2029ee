import { afterAll, beforeAll, describe } from "vitest";
import { type MediaBucket, openMediaBucket } from "@/lib/storage/media/media-s3";
import { startBucketServer } from "../../support/s3";
import { mediaStoreContract } from "../contract/media-store";

describe("media in a bucket", () => {
	let media: MediaBucket;
	let stop = async () => {};

	beforeAll(async () => {
		const server = await startBucketServer();
		media = openMediaBucket(server.config);
		stop = async () => {
			media.close();
			await server.close();
		};
	});
	afterAll(() => stop());

	mediaStoreContract(() => media);
});
