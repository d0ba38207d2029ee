import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "./clock";
import { deliver } from "./deliver";
import { type Exchange, type Reply, text } from "./exchange";
import type { FaultBook } from "./fault-book";
import { type Fault, isProcessed } from "./fault-kinds";
import type { Ledger } from "./ledger";
import type { SubmitEntry } from "./ledger-records";
import { Listener } from "./listener";
import { Refused } from "./refused";
import { matchRoute, type Route, type RouteMatch } from "./routes";

/** A gateway's manners: who may come in, and how it says no. */
export interface Manners {
	authenticate(exchange: Exchange): void;
	envelope(refused: Refused): Reply;
	nowhere(reason: "wrong-method" | "nowhere"): Refused;
}

export interface ServiceParts {
	readonly clock: Clock;
	readonly ledger: Ledger;
	readonly faults: FaultBook;
	readonly manners: Manners;
	readonly routes: readonly Route[];
}

export interface Steering {
	readonly method: string;
	readonly url: URL;
	readonly body: Buffer;
}

/** Answers the paths that steer the emulator; null for any other path. */
export type Steer = (request: Steering) => Promise<Reply> | null;

const NOTHING: Reply = text(500, "");

/** One port of one gateway: reads a request, lets faults happen, answers, and writes down what was done. */
export class Service {
	readonly listener: Listener;
	/** Asked anew for each request, since a reset puts new parts in place. */
	readonly #parts: () => ServiceParts;
	readonly #steer: Steer;

	constructor(parts: () => ServiceParts, steer: Steer) {
		this.#parts = parts;
		this.#steer = steer;
		this.listener = new Listener((request, response) => {
			this.#receive(request, response).catch((problem: unknown) => reportBug(problem, response));
		});
	}

	async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const connection = this.listener.note(request);
		const body = await buffer(request).catch(() => null);
		if (!body) return;
		const url = new URL(request.url ?? "/", this.listener.origin);
		const steered = this.#steer({ method: request.method ?? "GET", url, body });
		if (steered) await deliver(response, await steered, null, () => undefined);
		else await this.#serve(request, response, { url, body, connection });
	}

	async #serve(
		request: IncomingMessage,
		response: ServerResponse,
		arrived: { readonly url: URL; readonly body: Buffer; readonly connection: { id: number; fresh: boolean } },
	): Promise<void> {
		const { url, body, connection } = arrived;
		const { clock, ledger, faults, manners, routes } = this.#parts();
		clock.catchUp();
		const method = request.method ?? "GET";
		const match = matchRoute(routes, method, url.pathname);
		const { operation, params } = match.kind === "found" ? { ...match.route, params: match.params } : UNROUTED;
		const atMs = clock.nowMs();
		const fault = faults.draw(operation, () => `${url.pathname}${url.search}\n${body.toString("utf8")}`);
		const faultKind = fault?.kind ?? null;
		const line = { atMs, path: url.pathname, body, freshConnection: connection.fresh, fault: faultKind };
		const entry = operation === "submit" ? ledger.open(line) : null;
		const exchange = { operation, method, url, params, headers: request.headers, body, atMs, fault, entry };
		if (fault?.kind === "slow" && fault.delayMs) await wait(fault.delayMs);
		const reply = await answer(exchange, match, manners);
		const answered = await deliver(response, reply, fault, (count) => {
			if (operation === "film" && params.taskId && reply.status < 300) ledger.noteBytes(params.taskId, count);
		});
		if (entry) entry.answered = answered;
		const path = url.pathname + url.search;
		const authorized = "authorization" in request.headers || "x-api-key" in request.headers;
		const common = { atMs, realAtMs: Date.now(), operation, method, path, authorized };
		ledger.noteRequest({ ...common, connection: connection.id, fault: faultKind, answered });
	}
}

const UNROUTED: Pick<Exchange, "operation" | "params"> = { operation: "unrouted", params: {} };

async function answer(exchange: Exchange, match: RouteMatch, manners: Manners): Promise<Reply> {
	const replacement = replyInstead(exchange.fault, exchange.entry, manners);
	if (!isProcessed(exchange.fault)) return replacement ?? NOTHING;
	try {
		if (match.kind !== "found") throw manners.nowhere(match.kind);
		if (!match.route.open) manners.authenticate(exchange);
		const reply = await match.route.handle(exchange);
		return replacement ?? reply;
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		refuseEntry(exchange.entry, problem.code);
		return replacement ?? manners.envelope(problem);
	}
}

/** What a fault puts in place of the gateway's own answer. */
function replyInstead(fault: Fault | null, entry: SubmitEntry | null, manners: Manners): Reply | null {
	if (fault?.kind === "status") return text(fault.status, fault.body ?? page(String(fault.status)), "text/html");
	if (fault?.kind === "non-json") return text(fault.status ?? 200, page("Please wait"), "text/html");
	if (fault?.kind !== "refused") return null;
	if (!isProcessed(fault)) refuseEntry(entry, fault.code);
	const { code, message, status, retryAfter } = fault;
	const details = { ...(status === undefined ? {} : { status }), ...(retryAfter ? { retryAfter } : {}) };
	return manners.envelope(new Refused(code, message ?? `Refused with ${code}.`, details));
}

function refuseEntry(entry: SubmitEntry | null, code: string): void {
	if (!entry) return;
	entry.outcome = "refused";
	entry.refusal = code;
}

function page(title: string): string {
	return `<!doctype html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

function reportBug(problem: unknown, response: ServerResponse): void {
	console.error("The emulator itself broke:", problem);
	if (!response.headersSent) response.writeHead(500, { "x-emulator-bug": "yes" });
	response.end();
}
