import { createServer, type RequestListener, type Server } from "node:http";
import { onTestFinished } from "vitest";

export interface OpenServer {
	readonly server: Server;
	readonly url: string;
}

/** A server on a free loopback port, gone when the test is. */
export async function openServer(listener?: RequestListener): Promise<OpenServer> {
	const server = createServer(listener);
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
	return { server, url: `http://127.0.0.1:${address.port}` };
}
