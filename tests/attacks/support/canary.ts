import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

const TLS_PORT = 443;
const PLAIN_PORT = 80;

export interface Canaries {
	/** A free port on every loopback address. */
	readonly port: number;
	/** How often anybody connected to any of them. */
	readonly hits: number;
	/** Every connection this process began, wherever to. */
	readonly dialled: number;
	/** Counts from nothing again. */
	forget(): void;
}

/** Listeners that nobody may reach: on the web's own ports too, where this machine lets us. */
export async function openCanaries(): Promise<Canaries> {
	let hits = 0;
	let dialled = 0;
	const onSocket = (socket: Socket) => {
		hits += 1;
		socket.destroy();
	};
	const listen = (host: string, port: number) =>
		new Promise<Server | null>((resolve) => {
			const server = createServer(onSocket);
			server.once("error", () => resolve(null));
			server.listen({ host, port, exclusive: true }, () => resolve(server));
		});
	const first = await listen("0.0.0.0", 0);
	const address = first?.address();
	if (!address || typeof address === "string") throw new Error("No canary could listen.");
	const others = await Promise.all([
		listen("::1", address.port),
		...["0.0.0.0", "::1"].flatMap((host) => [listen(host, TLS_PORT), listen(host, PLAIN_PORT)]),
	]);
	const onDial = () => {
		dialled += 1;
	};
	subscribe("net.client.socket", onDial);
	onTestFinished(() => {
		unsubscribe("net.client.socket", onDial);
		for (const server of [first, ...others]) server?.close();
	});
	return {
		port: address.port,
		get hits() {
			return hits;
		},
		get dialled() {
			return dialled;
		},
		forget() {
			hits = 0;
			dialled = 0;
		},
	};
}
