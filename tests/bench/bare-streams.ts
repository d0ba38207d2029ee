import { Agent, get, type IncomingMessage, request } from "node:http";
import type { Bare } from "./bare";
import { nowMs } from "./read-stream";

/** The least that as many open streams can be: a line to each, and a word down it. */
export class BareStreams {
	readonly #bare: Bare;
	readonly #agent = new Agent({ keepAlive: true, maxSockets: 5_000 });
	readonly #heardAtMs = new Map<string, number>();

	constructor(bare: Bare) {
		this.#bare = bare;
	}

	async open(count: number): Promise<void> {
		for (let number = 0; number < count; number += 1) {
			const response = await this.#ask(`/stream/${number}`);
			response.setEncoding("utf8").on("data", (text: string) => {
				const told = /data: (\/tell\/.*)/.exec(text)?.[1];
				if (told) this.#heardAtMs.set(told, nowMs());
			});
		}
	}

	/** From the request that says it to the word down the line. */
	async tell(number: number, word: string): Promise<number> {
		const path = `/tell/${number}/${word}`;
		const sentAtMs = nowMs();
		await new Promise((resolve, reject) => {
			const asked = request(`${this.#bare.origin}${path}`, { method: "POST", agent: this.#agent }, (response) => {
				response.resume().on("end", resolve);
			});
			asked.on("error", reject).end();
		});
		for (const endsAtMs = nowMs() + PATIENCE_MS; !this.#heardAtMs.has(path) && nowMs() < endsAtMs; ) {
			await new Promise(setImmediate);
		}
		return (this.#heardAtMs.get(path) ?? Number.NaN) - sentAtMs;
	}

	close(): void {
		this.#agent.destroy();
	}

	#ask(path: string): Promise<IncomingMessage> {
		return new Promise((resolve, reject) => {
			get(`${this.#bare.origin}${path}`, { agent: this.#agent }, resolve).on("error", reject);
		});
	}
}

const PATIENCE_MS = 10_000;
