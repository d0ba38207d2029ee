import "server-only";

const SHORT_HEADER_BYTES = 8;
const LONG_HEADER_BYTES = 16;
const MOST_BOXES = 1_000;

/**
 * Whether the outermost boxes of an MP4 end exactly where the file does. A file that was cut between or inside them
 * may still play for a while, and is not the one that was paid for.
 */
export async function hasWholeBoxes(
	size: number,
	read: (start: number, end: number) => Promise<Uint8Array>,
): Promise<boolean> {
	let at = 0;
	for (let boxes = 0; at < size && boxes < MOST_BOXES; boxes += 1) {
		if (size - at < SHORT_HEADER_BYTES) return false;
		const header = await read(at, Math.min(size, at + LONG_HEADER_BYTES));
		const length = readLength(header);
		// Zero means: up to the end of the file, wherever that is.
		if (length === 0) return boxes > 0;
		if (length === null || length < SHORT_HEADER_BYTES) return false;
		at += length;
	}
	return at === size;
}

function readLength(header: Uint8Array): number | null {
	const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
	const length = view.getUint32(0);
	if (length !== 1) return length;
	return header.byteLength < LONG_HEADER_BYTES ? null : Number(view.getBigUint64(SHORT_HEADER_BYTES));
}
