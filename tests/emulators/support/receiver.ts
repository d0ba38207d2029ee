import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface ReceivedCallback {
	readonly path: string;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly text: string;
	readonly json: unknown;
}

export interface Receiver {
	readonly origin: string;
	readonly received: readonly ReceivedCallback[];
	/** What the next deliveries are answered with, in order; 204 once they run out. */
	readonly answerWith: (...statuses: readonly number[]) => void;
	readonly close: () => Promise<void>;
}

/** Stands where the product's callback address would be. */
export async function openReceiver(): Promise<Receiver> {
	const received: ReceivedCallback[] = [];
	let statuses: readonly number[] = [];
	const server = createServer(async (request, response) => {
		const body = await text(request);
		received.push({ path: request.url ?? "", headers: request.headers, text: body, json: JSON.parse(body) });
		const [status = 204, ...rest] = statuses;
		statuses = rest;
		response.writeHead(status).end();
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://127.0.0.1:${port}`,
		received,
		answerWith: (...next) => {
			statuses = next;
		},
		close: () =>
			new Promise<void>((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
