import "server-only";
import { closeSync, fstatSync, open, read } from "node:fs";
import type { ServerResponse } from "node:http";
import type { ByteRange } from "@/lib/ports/media-store";
import { give } from "@/lib/runtime/media/give";

/** Stored bytes on their way to somebody. */
export interface OpenBytes {
	readonly size: number;
	/** Resolves when everything is handed over, or the other side has gone. */
	send(range: ByteRange, response: ServerResponse): Promise<void>;
	close(): void;
}

const CHUNK_BYTES = 512 * 1_024;
const MAX_SPARE = 16;

/** Fresh memory for each chunk is a hundred page faults and soon garbage, so that what was sent is used again. */
const spare: Buffer[] = [];

/** Plain calls throughout: with promises and file handles a small range takes half as long again. */
export async function openFile(path: string): Promise<OpenBytes | null> {
	const file = await openOrNull(path);
	if (file === null) return null;
	return {
		// At once, since the system knows it of a file that is open.
		size: fstatSync(file).size,
		send: (range, response) => sendFile(file, range, response),
		close: () => closeSync(file),
	};
}

async function sendFile(file: number, { start, end }: ByteRange, response: ServerResponse): Promise<void> {
	const chunk = spare.pop() ?? Buffer.allocUnsafeSlow(CHUNK_BYTES);
	for (let position = start; position <= end; ) {
		const bytes = await readAt(file, chunk, Math.min(CHUNK_BYTES, end - position + 1), position);
		position += bytes;
		// Not spared: what has not been taken may still be read by the system.
		if (!(await give(response, chunk.subarray(0, bytes), position > end))) return;
	}
	if (spare.length < MAX_SPARE) spare.push(chunk);
}

function openOrNull(path: string): Promise<number | null> {
	return new Promise((resolve, reject) => {
		open(path, "r", (problem, file) => {
			if (!problem) resolve(file);
			else if (problem.code === "ENOENT") resolve(null);
			else reject(problem);
		});
	});
}

function readAt(file: number, into: Buffer, length: number, position: number): Promise<number> {
	return new Promise((resolve, reject) => {
		read(file, into, 0, length, position, (problem, bytes) => {
			if (problem) reject(problem);
			else if (bytes === 0) reject(new Error("A stored file is shorter than it was."));
			else resolve(bytes);
		});
	});
}
