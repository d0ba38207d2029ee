import "server-only";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import type { ImageOutcome } from "@/lib/domain/first-frame/refining";
import type { ImageRefiner } from "@/lib/ports/image-refiner";
import { ImageProcess } from "./image-process";
import { withScratch } from "./scratch";

const MAX_WAITING = 8;

/** `script` is the bundled `lib/children/images.ts`. */
export function createImageRefiner(script: string): ImageRefiner {
	const decoder = new ImageProcess(script);
	const queue = new Queue(MAX_WAITING);
	return {
		async refine(source, { format, backing, crop, signal }, keep) {
			if (queue.isFull) return { kind: "busy" };
			return withScratch(source, signal, async (files) => {
				const outcome = await queue.run(() => decoder.run({ kind: "refine", ...files, format, backing, crop }), signal);
				if (outcome === null) return { kind: "busy" };
				if (outcome.kind === "refined") await keep(outcome.image, createReadStream(files.target));
				return outcome.kind === "shrunk" ? { kind: "unreadable" } : outcome;
			});
		},

		shrink(source, width, signal) {
			return withScratch(source, signal, async (files) => {
				const outcome = await queue.run(() => decoder.run({ kind: "shrink", ...files, width }), signal);
				return outcome?.kind === "shrunk" ? readFile(files.target) : null;
			});
		},

		async close() {
			decoder.end();
		},
	};
}

/** One after the other, and only so many behind the first. */
class Queue {
	readonly #maxWaiting: number;
	#last: Promise<unknown> = Promise.resolve();
	#length = 0;

	constructor(maxWaiting: number) {
		this.#maxWaiting = maxWaiting;
	}

	get isFull(): boolean {
		return this.#length > this.#maxWaiting;
	}

	/** `null` where too many wait already. */
	async run(work: () => Promise<ImageOutcome>, signal: AbortSignal): Promise<ImageOutcome | null> {
		if (this.isFull) return null;
		this.#length += 1;
		const turn = this.#last.then(() => {
			signal.throwIfAborted();
			return work();
		});
		this.#last = turn.catch(() => {});
		try {
			return await turn;
		} finally {
			this.#length -= 1;
		}
	}
}
