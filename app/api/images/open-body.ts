export interface OpenBody {
	/** To be read once, as far as one likes. */
	bytes(): AsyncGenerator<Uint8Array>;
	/** Lets the rest pass by. */
	drain(): Promise<void>;
}

const MAX_DRAINED_BYTES = 100_000_000;

/** A body that is left in the middle takes its connection down, and the browser never hears why it was refused. */
export function openBody({ body }: Request): OpenBody {
	const reader = body?.getReader();
	return {
		async *bytes() {
			for (;;) {
				const step = await reader?.read();
				if (!step || step.done) return;
				yield step.value;
			}
		},
		async drain() {
			try {
				for (let left = MAX_DRAINED_BYTES; left > 0; ) {
					const step = await reader?.read();
					if (!step || step.done) return;
					left -= step.value.length;
				}
				await reader?.cancel();
			} catch {
				// Whoever sent it is gone.
			}
		},
	};
}
