import "server-only";
import { Client } from "undici";
import { checkUrl } from "@/lib/gateways/egress/policy";
import { readCapped } from "@/lib/gateways/http/read-reply";
import { readRetryAfter } from "@/lib/gateways/http/retry-after";
import { toUnreachable } from "@/lib/gateways/http/unreachable";
import type { WayOut } from "@/lib/gateways/http/way-out";
import { GatewayUnreachable } from "@/lib/ports/gateway";

/**
 * Talks to a gateway's API: judged, timed and capped. No request is repeated and no redirect is followed.
 * Throws `GatewayUnreachable` when no head of an answer came.
 */
export type Http = (call: HttpCall) => Promise<HttpReply>;

export interface HttpCall {
	readonly method: "GET" | "POST" | "DELETE";
	readonly url: URL;
	readonly headers: Readonly<Record<string, string>>;
	readonly secret: SecretHeaders;
	readonly body: string | Uint8Array | null;
	/** Costs money: it gets a connection of its own, and once it is under way `signal` no longer stops it. */
	readonly paid: boolean;
	readonly signal: AbortSignal;
}

/** Added only where the URL lies at exactly this origin. */
interface SecretHeaders {
	readonly origin: string;
	readonly headers: Readonly<Record<string, string>>;
}

export interface HttpReply {
	readonly status: number;
	readonly text: string;
	readonly cut: boolean;
	readonly retryAfterMs: number | null;
}

const MAX_REPLY_BYTES = 2_000_000;

export function createHttp(way: WayOut): Http {
	return async (call) => {
		if (call.signal.aborted) throw new GatewayUnreachable("Storyreel is stopping; nothing was sent.", "no");
		try {
			checkUrl(call.url, way.policy);
			return call.paid ? await sendAlone(call, way) : await exchange(call, way, way.pool);
		} catch (error) {
			throw toUnreachable(error, call.url.host);
		}
	};
}

/** A reset on a reused connection cannot be told from one that came after the work was done. */
async function sendAlone(call: HttpCall, way: WayOut): Promise<HttpReply> {
	const client = new Client(call.url.origin, { connect: way.connect, pipelining: 0 });
	try {
		return await exchange(call, way, client);
	} finally {
		await client.destroy();
	}
}

async function exchange(call: HttpCall, way: WayOut, dispatcher: Client | WayOut["pool"]): Promise<HttpReply> {
	const { method, url, paid, body, signal } = call;
	const { timeouts } = way;
	const {
		statusCode,
		headers,
		body: stream,
	} = await dispatcher.request({
		origin: url.origin,
		path: url.pathname + url.search,
		method,
		headers: headersFor(call),
		body,
		signal: paid ? null : signal,
		headersTimeout: body === null ? timeouts.headersMs : timeouts.submitHeadersMs,
		bodyTimeout: timeouts.idleBodyMs,
	});
	const { text, cut } = await readCapped(stream, { maxBytes: MAX_REPLY_BYTES, maxMs: timeouts.replyBodyMs });
	const wish = headers["retry-after"];
	return { status: statusCode, text, cut, retryAfterMs: readRetryAfter(wish?.toString(), way.nowMs()) };
}

function headersFor({ url, headers, secret }: HttpCall): Record<string, string> {
	const common = { accept: "application/json", "user-agent": "Storyreel" };
	return { ...common, ...headers, ...(url.origin === secret.origin ? secret.headers : {}) };
}
