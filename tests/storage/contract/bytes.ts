import { createHash } from "node:crypto";
import type { StoredBytes } from "@/lib/ports/media-store";

/** Different for each seed and in each place, so that a chunk lost or swapped shows. */
export function makeBytes(length: number, seed = 1): Uint8Array {
	const bytes = new Uint8Array(length);
	let value = seed;
	for (let index = 0; index < length; index += 1) {
		value = (Math.imul(value, 1_103_515_245) + 12_345) >>> 0;
		bytes[index] = value >>> 16;
	}
	return bytes;
}

export async function* inChunks(bytes: Uint8Array, size = 100_000): AsyncGenerator<Uint8Array> {
	for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

/** By hash: comparing megabytes element by element takes seconds. */
export async function collect(chunks: AsyncIterable<Uint8Array> | null): Promise<StoredBytes | null> {
	if (chunks === null) return null;
	const parts: Uint8Array[] = [];
	for await (const chunk of chunks) parts.push(chunk);
	return measure(Buffer.concat(parts));
}

export function measure(bytes: Uint8Array): StoredBytes {
	return { bytes: bytes.length, sha256: sha256(bytes) };
}

export function sha256(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}
