import "server-only";
import { createHash } from "node:crypto";
import { type PutLimits, type StoredBytes, TooManyBytes } from "@/lib/ports/media-store";

export interface MeasuredSource {
	/** The same bytes, counted, hashed and bounded as they pass. */
	readonly chunks: AsyncGenerator<Uint8Array>;
	/** To be asked once, after the last chunk. */
	measured(): StoredBytes;
	/** Why `chunks` threw. */
	failure(): unknown;
}

export function measureSource(source: AsyncIterable<Uint8Array>, limits: PutLimits): MeasuredSource {
	const hash = createHash("sha256");
	let bytes = 0;
	let failed: unknown;
	async function* pass() {
		try {
			for await (const chunk of untilAborted(source, limits.signal)) {
				bytes += chunk.byteLength;
				if (bytes > limits.maxBytes) throw new TooManyBytes(limits.maxBytes);
				hash.update(chunk);
				yield chunk;
			}
		} catch (error) {
			failed = error;
			throw error;
		}
	}
	return { chunks: pass(), measured: () => ({ bytes, sha256: hash.digest("hex") }), failure: () => failed };
}

/** Ends at once when `signal` fires, even while the source is silent. */
async function* untilAborted(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
	const iterator = source[Symbol.asyncIterator]();
	let abort = () => {};
	const aborted = new Promise<never>((_, reject) => {
		abort = () => reject(signal.reason);
	});
	aborted.catch(() => {});
	signal.addEventListener("abort", abort, { once: true });
	try {
		signal.throwIfAborted();
		for (;;) {
			const step = await Promise.race([iterator.next(), aborted]);
			if (step.done) return;
			yield step.value;
		}
	} finally {
		signal.removeEventListener("abort", abort);
		// Not awaited: a source that is waiting for its network cannot answer before that does.
		iterator.return?.()?.then(undefined, () => {});
	}
}
