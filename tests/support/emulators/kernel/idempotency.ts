import type { Exchange, Reply } from "./exchange";
import { sha256 } from "./ledger";
import type { Refused } from "./refused";

interface Remembered {
	readonly bodySha256: string;
	readonly taskId: string;
	readonly reply: Reply;
}

/** Accepted requests by the key their client gave them. */
export class IdempotencyKeys {
	readonly #remembered = new Map<string, Remembered>();
	readonly #conflict: () => Refused;

	constructor(conflict: () => Refused) {
		this.#conflict = conflict;
	}

	/** The first answer again, marked as such; null for a key not seen before. */
	replay(exchange: Exchange, key: string): Reply | null {
		const known = this.#remembered.get(key);
		if (!known) return null;
		if (known.bodySha256 !== sha256(exchange.body)) throw this.#conflict();
		if (exchange.entry) {
			exchange.entry.outcome = "replayed";
			exchange.entry.taskId = known.taskId;
		}
		return { ...known.reply, headers: { ...known.reply.headers, "idempotency-replayed": "true" } };
	}

	remember(exchange: Exchange, key: string, taskId: string, reply: Reply): void {
		this.#remembered.set(key, { bodySha256: sha256(exchange.body), taskId, reply });
	}
}
