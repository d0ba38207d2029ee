import { type Fault, misfit } from "./fault-kinds";
import { OPERATIONS, type Operation } from "./operation";
import type { Random } from "./random";

/** Which requests a fault happens to. Without `nth`, `times` or `probability`: to every one until removed. */
export interface FaultRule {
	readonly operation: Operation;
	readonly fault: Fault;
	/** The first matching request is 1. */
	readonly nth?: number | readonly number[];
	readonly times?: number;
	/** Drawn from the emulator's seed. */
	readonly probability?: number;
	/** Only requests whose path, query or body holds this. */
	readonly holding?: string;
}

export interface BookedRule {
	readonly id: number;
	readonly rule: FaultRule;
	readonly seen: number;
	readonly fired: number;
}

interface Page {
	readonly id: number;
	readonly rule: FaultRule;
	seen: number;
	fired: number;
}

/** The faults waiting to happen. The first rule that fires wins; every rule that matches counts the request. */
export class FaultBook {
	readonly #random: Random;
	readonly #refusalCodes: ReadonlySet<string>;
	readonly #operations: () => readonly Operation[];
	#pages: Page[] = [];
	#lastId = 0;

	constructor(random: Random, refusalCodes: readonly string[], operations: () => readonly Operation[]) {
		this.#random = random;
		this.#refusalCodes = new Set(refusalCodes);
		this.#operations = operations;
	}

	add(rule: FaultRule): number {
		this.#check(rule);
		this.#lastId += 1;
		this.#pages.push({ id: this.#lastId, rule, seen: 0, fired: 0 });
		return this.#lastId;
	}

	/** Once, at the next matching request. */
	once(operation: Operation, fault: Fault): number {
		return this.add({ operation, fault, times: 1 });
	}

	remove(id: number): void {
		this.#pages = this.#pages.filter((page) => page.id !== id);
	}

	clear(): void {
		this.#pages = [];
	}

	list(): readonly BookedRule[] {
		return this.#pages.map((page) => ({ ...page }));
	}

	draw(operation: Operation, content: () => string): Fault | null {
		let drawn: Fault | null = null;
		for (const page of this.#pages) {
			const { rule } = page;
			if (rule.operation !== operation) continue;
			if (rule.holding !== undefined && !content().includes(rule.holding)) continue;
			page.seen += 1;
			if (drawn || !this.#fires(page)) continue;
			page.fired += 1;
			drawn = rule.fault;
		}
		return drawn;
	}

	#fires({ rule, seen, fired }: Page): boolean {
		if (rule.times !== undefined && fired >= rule.times) return false;
		if (rule.nth !== undefined && ![rule.nth].flat().includes(seen)) return false;
		return rule.probability === undefined || this.#random.next() < rule.probability;
	}

	#check({ operation, fault }: FaultRule): void {
		const operations = this.#operations();
		if (!operations.includes(operation)) {
			throw new Error(`This gateway has no operation "${operation}", only ${operations.join(", ")}.`);
		}
		const problem = misfit(operation, fault.kind);
		if (problem) throw new Error(problem);
		if (fault.kind === "refused" && !this.#refusalCodes.has(fault.code)) {
			throw new Error(`This gateway has no code "${fault.code}", only ${[...this.#refusalCodes].join(", ")}.`);
		}
	}
}

/** A rule that came over the wire: its names are checked here, its pairing when it is added. */
export function readFaultRule(value: unknown): FaultRule {
	if (typeof value !== "object" || value === null) throw new Error("A fault rule is an object.");
	if (!("operation" in value) || !OPERATIONS.some((name) => name === value.operation)) {
		throw new Error(`A fault rule names one operation of ${OPERATIONS.join(", ")}.`);
	}
	if (!("fault" in value) || typeof value.fault !== "object" || value.fault === null || !("kind" in value.fault)) {
		throw new Error("A fault rule holds a fault with a kind.");
	}
	return value as FaultRule;
}
