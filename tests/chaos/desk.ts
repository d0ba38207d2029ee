import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { buffer, json } from "node:stream/consumers";
import * as z from "zod";
import { browserIdSchema, takeIdSchema } from "@/lib/domain/ids";
import { orderSchema } from "@/lib/domain/submit/order";
import { cancelTake } from "@/lib/services/cancel-take";
import type { Doors } from "@/lib/services/doors";
import { listHistory } from "@/lib/services/list-history";
import { OpenWatches } from "@/lib/services/open-watches";
import { receiveCallback } from "@/lib/services/receive-callback";
import { settleUnknown } from "@/lib/services/settle-unknown";
import { submitTake } from "@/lib/services/submit-take";
import { rememberPicture } from "./picture";
import type { ScaledClock } from "./scaled-clock";

const wishSchema = z.object({
	browserId: browserIdSchema,
	order: z.optional(orderSchema),
	retryOf: z.optional(z.nullable(takeIdSchema)),
	takeId: z.optional(takeIdSchema),
	charged: z.optional(z.enum(["yes", "no"])),
});
type Wish = z.infer<typeof wishSchema>;

const CALLBACK = /^\/api\/callbacks\/([^/]+)\/([^/]+)(?:\/callback)?$/;
const STATUS = { noted: 204, unknown: 404, busy: 503 } as const;

/** What pages and handlers do in the product, over HTTP: people's clicks, their streams, and callbacks. */
export async function openDesk(doors: Doors, clock: ScaledClock, port: number): Promise<Server> {
	const watches = new OpenWatches();
	const server = createServer((request, response) => {
		answer({ doors, clock, watches }, request, response).catch((problem: unknown) => {
			if (!response.headersSent) response.writeHead(500);
			response.end(String(problem instanceof Error ? problem.stack : problem));
		});
	});
	await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
	return server;
}

interface Room {
	readonly doors: Doors;
	readonly clock: ScaledClock;
	readonly watches: OpenWatches;
}

async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
	const url = new URL(request.url ?? "/", "http://desk");
	const [, gateway, token] = CALLBACK.exec(url.pathname) ?? [];
	if (gateway !== undefined && token !== undefined) return hearCallback(room, request, response, { gateway, token });
	if (url.pathname === "/watch") return watch(room, url.searchParams, request, response);
	if (url.pathname === "/skip") {
		room.clock.skip(z.object({ ms: z.number() }).parse(await json(request)).ms);
		return reply(response, {});
	}
	return reply(response, await serve(room.doors, url.pathname, wishSchema.parse(await json(request))));
}

async function serve(doors: Doors, path: string, wish: Wish): Promise<unknown> {
	const { browserId, order, retryOf = null, takeId, charged } = wish;
	if (path === "/list") return listHistory(doors, browserId);
	if (path === "/picture") return rememberPicture(doors, browserId);
	if (path === "/submit" && order) return submitTake(doors, browserId, order, retryOf);
	if (path === "/cancel" && takeId) return cancelTake(doors, browserId, takeId);
	if (path === "/settle" && takeId && charged) return settleUnknown(doors, browserId, takeId, charged);
	throw new Error(`Nobody serves ${path}.`);
}

function reply(response: ServerResponse, body: unknown): void {
	response.writeHead(200, { "content-type": "application/json" });
	response.end(JSON.stringify(body));
}

async function hearCallback(
	{ doors }: Room,
	request: IncomingMessage,
	response: ServerResponse,
	address: { readonly gateway: string; readonly token: string },
): Promise<void> {
	const body = await buffer(request);
	const headers = Object.fromEntries(
		Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const),
	);
	const reception = await receiveCallback(doors, { ...address, address: "192.0.2.1", headers, body });
	response.writeHead(STATUS[reception]).end();
}

async function watch(
	{ doors, watches }: Room,
	query: URLSearchParams,
	request: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const cursor = query.get("cursor");
	const stream = watches.open(
		doors,
		browserIdSchema.parse(query.get("browser")),
		cursor === null ? null : Number(cursor),
	);
	request.once("close", () => stream.end());
	response.writeHead(200, { "content-type": "application/x-ndjson" });
	for await (const news of stream) response.write(`${JSON.stringify(news)}\n`);
	response.end();
}
