import { createServer, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";

/** A callback that one of ours has answered with success: from then on it must not be lost. */
export interface AcknowledgedCallback {
	readonly atMs: number;
	readonly gateway: string;
	readonly token: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly bodyBase64: string;
}

const ADDRESS = /^\/api\/callbacks\/([^/]+)\/([^/]+)(?:\/callback)?$/;

/** Stands where the public address would be, passes on to any server of ours, and remembers what was acknowledged. */
export class Receiver {
	readonly acknowledged: AcknowledgedCallback[] = [];
	readonly #server: Server;
	readonly #nowMs: () => number;
	origins: readonly string[] = [];

	constructor(nowMs: () => number) {
		this.#nowMs = nowMs;
		this.#server = createServer(async (request, response) => {
			const body = await buffer(request).catch(() => Buffer.alloc(0));
			const headers = Object.fromEntries(
				Object.entries(request.headers)
					.filter(([name]) => !["host", "connection", "content-length", "transfer-encoding"].includes(name))
					.map(([name, value]) => [name, String(value)] as const),
			);
			const atMs = this.#nowMs();
			const status = await this.#pass(request.url ?? "/", headers, body);
			const [, gateway, token] = ADDRESS.exec(request.url ?? "") ?? [];
			if (status === 204 && gateway !== undefined && token !== undefined) {
				this.acknowledged.push({ atMs, gateway, token, headers, bodyBase64: body.toString("base64") });
			}
			response.writeHead(status ?? 502).end();
		});
	}

	async listen(port: number): Promise<void> {
		await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
	}

	close(): void {
		this.#server.closeAllConnections();
		this.#server.close();
	}

	async #pass(path: string, headers: Record<string, string>, body: Buffer): Promise<number | null> {
		for (const origin of this.origins.toSorted(() => Math.random() - 0.5)) {
			try {
				const signal = AbortSignal.timeout(3_000);
				const response = await fetch(origin + path, { method: "POST", headers, body: new Uint8Array(body), signal });
				await response.body?.cancel();
				return response.status;
			} catch {
				await wait(10);
			}
		}
		return null;
	}
}
