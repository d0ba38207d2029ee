import { connect, createServer, type Server } from "node:net";

const MARK = /click-(\d+)\./;

/** Stands before a gateway, passes everything on, and notes when the first byte of each click's request arrived. */
export class Tap {
	readonly firstByteMs = new Map<number, number>();
	readonly #server: Server;

	constructor(target: URL) {
		this.#server = createServer((client) => {
			const gateway = connect(Number(target.port), target.hostname);
			let firstMs: number | null = null;
			let text = "";
			client.on("data", (chunk) => {
				firstMs ??= performance.now();
				text += chunk.toString("latin1");
				const number = MARK.exec(text)?.[1];
				if (number === undefined) return;
				if (!this.firstByteMs.has(Number(number))) this.firstByteMs.set(Number(number), firstMs);
				text = "";
			});
			client.pipe(gateway).pipe(client);
			for (const socket of [client, gateway]) socket.on("error", () => [client, gateway].map((each) => each.destroy()));
		});
	}

	async listen(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
		const address = this.#server.address();
		if (address === null || typeof address === "string") throw new Error("The tap has no port.");
		return `http://127.0.0.1:${address.port}`;
	}

	close(): void {
		this.#server.close();
	}
}
