import "server-only";
import { TooManyBytes } from "@/lib/ports/media-store";

export class BytesMissing extends Error {
	override readonly name = "BytesMissing";
}

/** The same bytes, not one more than the cap, and exactly as many as were announced. */
export async function* countedBytes(
	source: AsyncIterable<Uint8Array>,
	announced: number | null,
	maxBytes: number,
): AsyncGenerator<Uint8Array> {
	let size = 0;
	for await (const chunk of source) {
		size += chunk.length;
		if (size > maxBytes) throw new TooManyBytes(maxBytes);
		yield chunk;
	}
	if (announced !== null && size !== announced) throw new BytesMissing(`${size} of ${announced} bytes came.`);
}
