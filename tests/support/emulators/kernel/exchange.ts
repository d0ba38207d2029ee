import type { IncomingHttpHeaders } from "node:http";
import type { Fault } from "./fault-kinds";
import type { SubmitEntry } from "./ledger-records";
import type { Operation } from "./operation";

export interface Exchange {
	readonly operation: Operation;
	readonly method: string;
	readonly url: URL;
	readonly params: Readonly<Record<string, string>>;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	readonly atMs: number;
	readonly fault: Fault | null;
	/** The ledger's line for this request, where it is a submit. */
	readonly entry: SubmitEntry | null;
}

export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Buffer;
	/** Where it differs from the body that is sent: HEAD answers, and lengths that lie. */
	readonly declaredLength?: number;
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
	return {
		status,
		headers: { "content-type": "application/json; charset=utf-8", ...headers },
		body: Buffer.from(JSON.stringify(value)),
	};
}

export function text(status: number, words: string, contentType = "text/plain; charset=utf-8"): Reply {
	return { status, headers: { "content-type": contentType }, body: Buffer.from(words) };
}

export function headerOf(exchange: Exchange, name: string): string | undefined {
	const value = exchange.headers[name];
	return Array.isArray(value) ? value.join(", ") : value;
}
