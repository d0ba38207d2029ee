import { json, type Reply, text } from "./kernel/exchange";
import { type FaultBook, readFaultRule } from "./kernel/fault-book";
import type { Ledger } from "./kernel/ledger";
import type { Steer, Steering } from "./kernel/service";

/** What of an emulator can be worked from outside. */
export interface Steerable {
	readonly ledger: Ledger;
	readonly faults: FaultBook;
	readonly env: Readonly<Record<string, string>>;
	readonly nowMs: number;
	reset(): void;
	advance(ms: number): Promise<void>;
	acceptConnections(): Promise<void>;
	refuseConnections(): Promise<void>;
}

/** The emulator's own routes, for whoever works it from another process. A mistake in steering is loud: 422. */
export function steerEmulator(emulator: Steerable): Steer {
	return (request) => {
		if (!request.url.pathname.startsWith("/__")) return null;
		return steer(emulator, request).catch((problem: unknown) => text(422, String(problem)));
	};
}

async function steer(emulator: Steerable, request: Steering): Promise<Reply> {
	switch (`${request.method} ${request.url.pathname}`) {
		case "GET /__ledger":
			return json(200, emulator.ledger.snapshot());
		case "GET /__requests":
			return json(200, emulator.ledger.requests);
		case "GET /__env":
			return json(200, emulator.env);
		case "POST /__reset":
			emulator.reset();
			return json(200, {});
		case "GET /__faults":
			return json(200, emulator.faults.list());
		case "POST /__faults":
			return json(200, { id: emulator.faults.add(readFaultRule(bodyOf(request))) });
		case "DELETE /__faults":
			dropFaults(emulator.faults, request.url.searchParams.get("id"));
			return json(200, {});
		case "POST /__advance":
			await emulator.advance(numberIn(bodyOf(request), "ms"));
			return json(200, { nowMs: emulator.nowMs });
		case "POST /__listener":
			await (flagIn(bodyOf(request), "accepting") ? emulator.acceptConnections() : emulator.refuseConnections());
			return json(200, {});
		default:
			return text(404, "There is no such way to steer an emulator.");
	}
}

function dropFaults(faults: FaultBook, id: string | null): void {
	if (id === null) faults.clear();
	else faults.remove(Number(id));
}

function bodyOf({ body }: Steering): Record<string, unknown> {
	const value: unknown = JSON.parse(body.toString("utf8"));
	if (typeof value !== "object" || value === null) throw new Error("The body must be an object.");
	return value as Record<string, unknown>;
}

function numberIn(body: Record<string, unknown>, name: string): number {
	const value = body[name];
	if (typeof value !== "number") throw new Error(`${name} must be a number.`);
	return value;
}

function flagIn(body: Record<string, unknown>, name: string): boolean {
	const value = body[name];
	if (typeof value !== "boolean") throw new Error(`${name} must be true or false.`);
	return value;
}
