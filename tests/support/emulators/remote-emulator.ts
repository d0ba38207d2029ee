import type { BookedRule, FaultRule } from "./kernel/fault-book";
import type { LedgerSnapshot, RequestRecord } from "./kernel/ledger-records";
import type { EmulatorUrls, GatewayName } from "./kernel/personality";

/** What an emulator in another process prints about itself. */
interface EmulatorAddress extends EmulatorUrls {
	readonly controlUrl: string;
	readonly env: Readonly<Record<string, string>>;
}

export type EmulatorAddresses = Readonly<Record<GatewayName, EmulatorAddress>>;

/** An emulator in another process, worked over its control port. */
export class RemoteEmulator {
	readonly address: EmulatorAddress;

	constructor(address: EmulatorAddress) {
		this.address = address;
	}

	ledger(): Promise<LedgerSnapshot> {
		return this.#call("GET", "/__ledger");
	}

	/** Apart from the ledger, since a long run makes very many. */
	requests(): Promise<readonly RequestRecord[]> {
		return this.#call("GET", "/__requests");
	}

	addFault(rule: FaultRule): Promise<{ readonly id: number }> {
		return this.#call("POST", "/__faults", rule);
	}

	faults(): Promise<readonly BookedRule[]> {
		return this.#call("GET", "/__faults");
	}

	removeFault(id: number): Promise<void> {
		return this.#call("DELETE", `/__faults?id=${id}`);
	}

	clearFaults(): Promise<void> {
		return this.#call("DELETE", "/__faults");
	}

	advance(ms: number): Promise<{ readonly nowMs: number }> {
		return this.#call("POST", "/__advance", { ms });
	}

	refuseConnections(): Promise<void> {
		return this.#call("POST", "/__listener", { accepting: false });
	}

	acceptConnections(): Promise<void> {
		return this.#call("POST", "/__listener", { accepting: true });
	}

	reset(): Promise<void> {
		return this.#call("POST", "/__reset");
	}

	async #call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const sent = body === undefined ? {} : { body: JSON.stringify(body) };
		const response = await fetch(this.address.controlUrl + path, { method, ...sent });
		const answer = await response.text();
		if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}`);
		return JSON.parse(answer) as Answer;
	}
}
