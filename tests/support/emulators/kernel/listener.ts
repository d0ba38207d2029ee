import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";

/** One loopback port. It can stop listening (connections are then refused) and come back on the same port. */
export class Listener {
	readonly #server: Server;
	readonly #connections = new WeakMap<Socket, { readonly id: number; requests: number }>();
	#lastConnection = 0;
	#port = 0;

	constructor(onRequest: RequestListener) {
		this.#server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, onRequest);
		this.#server.on("connection", (socket) => {
			this.#lastConnection += 1;
			this.#connections.set(socket, { id: this.#lastConnection, requests: 0 });
			socket.on("error", () => socket.destroy());
		});
	}

	get origin(): string {
		return `http://127.0.0.1:${this.#port}`;
	}

	async listen(port = this.#port): Promise<void> {
		if (this.#server.listening) return;
		await new Promise<void>((resolve, reject) => {
			this.#server.once("error", reject);
			this.#server.listen(port, "127.0.0.1", () => {
				this.#server.off("error", reject);
				resolve();
			});
		});
		this.#port = addressOf(this.#server).port;
	}

	async stop(): Promise<void> {
		if (!this.#server.listening) return;
		const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
		this.#server.closeAllConnections();
		await closed;
	}

	/** Counts a request on its connection; the first on a connection is `fresh`. */
	note(request: IncomingMessage): { id: number; fresh: boolean } {
		const connection = this.#connections.get(request.socket);
		if (!connection) throw new Error("A request came on a connection nobody saw open.");
		connection.requests += 1;
		return { id: connection.id, fresh: connection.requests === 1 };
	}
}

function addressOf(server: Server): AddressInfo {
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The listener has no port.");
	return address;
}
