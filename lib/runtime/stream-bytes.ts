import "server-only";

/** Reads on only when the other side takes: a slow viewer costs one chunk of memory, and one who leaves frees the file. */
export function streamBytes(source: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
	const chunks = source[Symbol.asyncIterator]();
	return new ReadableStream(
		{
			async pull(controller) {
				const next = await chunks.next();
				if (next.done) controller.close();
				else controller.enqueue(next.value);
			},
			async cancel() {
				await chunks.return?.();
			},
		},
		{ highWaterMark: 0 },
	);
}
