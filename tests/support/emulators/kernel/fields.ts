import type { RefuseParameter } from "./refused";

/** A request body read member by member; whatever was not read is unknown, and refused. */
export class Fields {
	readonly #members: Readonly<Record<string, unknown>>;
	readonly #refuse: RefuseParameter;
	readonly #path: string;
	readonly #read = new Set<string>();

	constructor(value: unknown, refuse: RefuseParameter, path = "") {
		this.#refuse = refuse;
		this.#path = path;
		if (!isMembers(value)) throw refuse(`${path || "The request body"} must be an object`, path);
		this.#members = value;
	}

	text(name: string, limits: { readonly maxPoints?: number; readonly canBeEmpty?: boolean } = {}): string | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		if (typeof value !== "string") throw this.#wrong(name, "must be a string");
		if (!limits.canBeEmpty && value.trim() === "") throw this.#wrong(name, "must not be empty");
		const points = [...value].length;
		if (limits.maxPoints !== undefined && points > limits.maxPoints) {
			throw this.#wrong(name, `must have at most ${limits.maxPoints} characters, got ${points}`);
		}
		return value;
	}

	oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		const choice = choices.find((candidate) => candidate === value);
		if (choice === undefined) throw this.#wrong(name, `must be one of ${choices.join(", ")}`);
		return choice;
	}

	/** A bare whole number: neither quoted nor with a fraction. */
	whole(name: string, least: number, most: number): number | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		if (typeof value !== "number" || !Number.isInteger(value)) throw this.#wrong(name, "must be an integer");
		if (value < least || value > most) throw this.#wrong(name, `must be from ${least} to ${most}`);
		return value;
	}

	flag(name: string): boolean | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		if (typeof value !== "boolean") throw this.#wrong(name, "must be a boolean");
		return value;
	}

	group(name: string): Fields | undefined {
		const value = this.#take(name);
		return value === undefined ? undefined : new Fields(value, this.#refuse, this.#name(name));
	}

	groups(name: string): readonly Fields[] | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value)) throw this.#wrong(name, "must be an array");
		return value.map((item: unknown, index) => new Fields(item, this.#refuse, `${this.#name(name)}[${index}]`));
	}

	texts(name: string): readonly string[] | undefined {
		const value = this.#take(name);
		if (value === undefined) return undefined;
		if (!Array.isArray(value) || !value.every((item) => typeof item === "string")) {
			throw this.#wrong(name, "must be an array of strings");
		}
		return value;
	}

	required<Value>(name: string, value: Value | undefined): Value {
		if (value === undefined) throw this.#wrong(name, "is required");
		return value;
	}

	/** The end of reading: a member nobody asked for is refused. */
	close(): void {
		const stranger = Object.keys(this.#members).find((name) => !this.#read.has(name));
		if (stranger !== undefined) throw this.#wrong(stranger, "is not a parameter of this model");
	}

	#take(name: string): unknown {
		this.#read.add(name);
		const value = this.#members[name];
		if (value === null) throw this.#wrong(name, "must not be null");
		return value;
	}

	#name(name: string): string {
		return this.#path ? `${this.#path}.${name}` : name;
	}

	#wrong(name: string, what: string): Error {
		return this.#refuse(`${this.#name(name)} ${what}`, this.#name(name));
	}
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON only under its own content type, as the gateways want it. */
export function readJson(body: Buffer, contentType: string | undefined, refuse: RefuseParameter): unknown {
	if (!contentType?.toLowerCase().startsWith("application/json")) {
		throw refuse("Content-Type must be application/json", "content-type");
	}
	try {
		return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
	} catch {
		throw refuse("The request body is not valid JSON", "body");
	}
}
