import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface TestServer {
	readonly port: number;
	readonly origin: string;
	/** How often somebody connected. */
	readonly connections: number;
}

/** A plain server on loopback that closes with the test. */
export async function openServer(answer: RequestListener): Promise<TestServer> {
	let connections = 0;
	const server = createServer(answer);
	server.on("connection", () => {
		connections += 1;
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(
		() =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	);
	const { port } = server.address() as AddressInfo;
	return {
		port,
		origin: `http://127.0.0.1:${port}`,
		get connections() {
			return connections;
		},
	};
}
