import "server-only";

/** Looks at how a stream begins. `all` is the stream from its first byte on, and must be read or left. */
export async function peekStart(
	source: AsyncIterable<Uint8Array>,
	bytes: number,
): Promise<{ readonly start: Uint8Array; readonly all: AsyncIterable<Uint8Array> }> {
	const iterator = source[Symbol.asyncIterator]();
	const held: Uint8Array[] = [];
	let size = 0;
	while (size < bytes) {
		const step = await iterator.next();
		if (step.done) break;
		held.push(step.value);
		size += step.value.length;
	}
	return { start: Buffer.concat(held).subarray(0, bytes), all: continueFrom(held, iterator) };
}

async function* continueFrom(
	held: readonly Uint8Array[],
	iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	try {
		yield* held;
		yield* { [Symbol.asyncIterator]: () => iterator };
	} finally {
		await iterator.return?.();
	}
}
