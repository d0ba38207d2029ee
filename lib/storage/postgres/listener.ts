import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { Client, escapeIdentifier } from "pg";
import type { Channel, Notice, Notifier, StopListening } from "@/lib/ports/notifier";

type Heard = (notice: Notice) => void;

const FIRST_RETRY_MS = 250;
const MAX_RETRY_MS = 10_000;

/** One connection of its own for all LISTENs, since a pooled one is handed to somebody else; made anew whenever it ends. */
export class PostgresListener implements Notifier {
	readonly #url: string;
	readonly #onProblem: (problem: unknown) => void;
	readonly #listeners = new Map<string, Set<Heard>>();
	readonly #closing = new AbortController();
	#client: Promise<Client> | undefined;

	constructor(url: string, onProblem: (problem: unknown) => void) {
		this.#url = url;
		this.#onProblem = onProblem;
	}

	async listen(channel: Channel, heard: Heard): Promise<StopListening> {
		const heards = this.#listeners.get(channel) ?? new Set();
		this.#listeners.set(channel, heards.add(heard));
		const stop = async () => {
			heards.delete(heard);
		};
		try {
			const client = await this.#connected();
			await client.query(`listen ${escapeIdentifier(channel)}`);
			return stop;
		} catch (error) {
			await stop();
			throw error;
		}
	}

	async close(): Promise<void> {
		this.#closing.abort();
		this.#listeners.clear();
		const client = await this.#client?.catch(() => undefined);
		await client?.end();
	}

	#connected(): Promise<Client> {
		if (!this.#client) {
			this.#client = this.#connect();
			this.#client.catch(() => {
				this.#client = undefined;
			});
		}
		return this.#client;
	}

	async #connect(): Promise<Client> {
		const client = new Client({ connectionString: this.#url, application_name: "storyreel listener", keepAlive: true });
		client.on("error", this.#onProblem);
		client.on("notification", ({ channel, payload }) => this.#tell(channel, { kind: "told", text: payload ?? "" }));
		try {
			await client.connect();
			for (const channel of this.#listeners.keys()) await client.query(`listen ${escapeIdentifier(channel)}`);
		} catch (error) {
			await client.end().catch(() => {});
			throw error;
		}
		client.once("end", () => this.#replace());
		return client;
	}

	#replace(): void {
		if (this.#closing.signal.aborted) return;
		this.#client = this.#reconnect();
		this.#client.catch(() => {});
	}

	async #reconnect(): Promise<Client> {
		for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(delayMs * 2, MAX_RETRY_MS)) {
			await wait(delayMs, undefined, { signal: this.#closing.signal, ref: false });
			try {
				const client = await this.#connect();
				for (const channel of this.#listeners.keys()) this.#tell(channel, { kind: "missed" });
				return client;
			} catch (error) {
				this.#onProblem(error);
			}
		}
	}

	#tell(channel: string, notice: Notice): void {
		for (const heard of this.#listeners.get(channel) ?? []) heard(notice);
	}
}
