import "server-only";
import { Readable } from "node:stream";
import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	ListObjectsV2Command,
	S3Client,
	S3ServiceException,
} from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { ByteRange, MediaKey, MediaKind, MediaStore, StoredObject } from "@/lib/ports/media-store";
import { measureSource } from "./measured-source";
import { readMediaKey, requireMediaKey, resolveRange } from "./media-key";

const PART_BYTES = 8 * 1024 * 1024;

export interface BucketConfig {
	/** Absent: Amazon's own, by region. */
	readonly endpoint: string | null;
	readonly bucket: string;
	readonly region: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

export interface MediaBucket extends MediaStore {
	close(): void;
}

export function openMediaBucket(config: BucketConfig): MediaBucket {
	const Bucket = config.bucket;
	const client = new S3Client({
		region: config.region,
		credentials: { accessKeyId: config.accessKeyId, secretAccessKey: config.secretAccessKey },
		...(config.endpoint === null ? {} : { endpoint: config.endpoint, forcePathStyle: true }),
		// By default the SDK sends a checksum trailer, which some servers store as if it were the object's own bytes.
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
	});

	async function head(key: MediaKey): Promise<StoredObject | null> {
		const Key = requireMediaKey(key);
		try {
			const found = await client.send(new HeadObjectCommand({ Bucket, Key }));
			return { key, bytes: found.ContentLength ?? 0, storedAtMs: found.LastModified?.getTime() ?? 0 };
		} catch (error) {
			if (isMissing(error)) return null;
			throw error;
		}
	}

	/** Asks on the first pull. Never for a suffix range, which not every server knows. */
	async function* readChunks(key: MediaKey, range: ByteRange | null): AsyncGenerator<Uint8Array> {
		if (range === null) return;
		const Range = `bytes=${range.start}-${range.end}`;
		const { Body, ContentRange } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range }));
		if (!(Body instanceof Readable)) throw new Error("The bucket answered without a body.");
		try {
			yield* clipChunks(Body, range, firstByteOf(ContentRange));
		} finally {
			Body.destroy();
		}
	}

	return {
		head,
		async put(key, source, limits) {
			const Key = requireMediaKey(key);
			const measuring = measureSource(source, limits);
			const Body = Readable.from(measuring.chunks, { objectMode: false });
			// Nothing is visible under the key before the last part is in.
			const upload = new Upload({ client, params: { Bucket, Key, Body }, partSize: PART_BYTES, queueSize: 2 });
			const abort = () => void upload.abort();
			limits.signal.addEventListener("abort", abort, { once: true });
			try {
				await upload.done();
				return measuring.measured();
			} catch (error) {
				limits.signal.throwIfAborted();
				// The SDK replaces it by its own, when a server cannot abort a multipart upload.
				throw measuring.failure() ?? error;
			} finally {
				limits.signal.removeEventListener("abort", abort);
			}
		},
		async read(key, range) {
			const found = await head(key);
			return found && readChunks(key, resolveRange(range, found.bytes));
		},
		async delete(key) {
			await client.send(new DeleteObjectCommand({ Bucket, Key: requireMediaKey(key) }));
		},
		path: () => null,
		list: (kind, page) => listObjects(client, Bucket, kind, page),
		close: () => client.destroy(),
	};
}

function firstByteOf(contentRange: string | undefined): number {
	return Number(/^bytes (\d+)-/.exec(contentRange ?? "")?.[1] ?? 0);
}

/** Some servers answer with more than was asked for. */
async function* clipChunks(
	chunks: AsyncIterable<Buffer>,
	range: ByteRange,
	firstByte: number,
): AsyncGenerator<Uint8Array> {
	let position = firstByte;
	for await (const chunk of chunks) {
		const wanted = chunk.subarray(Math.max(0, range.start - position), Math.max(0, range.end + 1 - position));
		position += chunk.byteLength;
		if (wanted.byteLength > 0) yield wanted;
		if (position > range.end) return;
	}
	throw new Error("The bucket's answer ended early.");
}

function isMissing(error: unknown): boolean {
	return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

async function listObjects(
	client: S3Client,
	bucket: string,
	kind: MediaKind,
	page: Parameters<MediaStore["list"]>[1],
): Promise<readonly StoredObject[]> {
	const objects: StoredObject[] = [];
	let after: string | undefined = page.after ?? undefined;
	for (;;) {
		const { Contents = [], IsTruncated } = await client.send(
			new ListObjectsV2Command({ Bucket: bucket, Prefix: `${kind}/`, StartAfter: after }),
		);
		for (const { Key = "", Size = 0, LastModified } of Contents) {
			const key = readMediaKey(kind, Key.slice(kind.length + 1));
			if (key) objects.push({ key, bytes: Size, storedAtMs: LastModified?.getTime() ?? 0 });
			after = Key;
		}
		const isLast = !IsTruncated || Contents.length === 0;
		if (isLast || objects.length >= page.limit) return objects.slice(0, page.limit);
	}
}
