import type { Emulator } from "../../support/emulators/emulator";

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** Undefined for what is not JSON. */
	readonly json: unknown;
}

interface CallOptions {
	readonly method?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	/** Null sends no key at all. */
	readonly key?: string | null;
	readonly base?: string;
}

/** One plain request to an emulator, the right key included unless told otherwise. */
export async function call(emulator: Emulator, path: string, options: CallOptions = {}): Promise<Answer> {
	const { body, key = keyOf(emulator), base = emulator.baseUrl } = options;
	const isRaw = typeof body === "string" || body instanceof FormData || body instanceof Uint8Array;
	const headers: Record<string, string> = { ...options.headers };
	if (key !== null && !("authorization" in headers)) headers.authorization = `Bearer ${key}`;
	if (body !== undefined && !(body instanceof FormData) && !("content-type" in headers)) {
		headers["content-type"] = "application/json";
	}
	const response = await fetch(base + path, {
		method: options.method ?? (body === undefined ? "GET" : "POST"),
		headers,
		...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
	});
	const text = await response.text();
	return { status: response.status, headers: response.headers, text, json: parse(text) };
}

export function keyOf(emulator: Emulator): string {
	const found = Object.entries(emulator.env).find(([name]) => /_(API_KEY|TOKEN)$/.test(name));
	if (!found) throw new Error(`${emulator.gateway} names no key.`);
	return found[1];
}

/** Follows member names and indexes into a reply: `at(reply, "data", 0, "task_id")`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
	return path.reduce<unknown>((inner, step) => (isHolder(inner) ? inner[step] : undefined), value);
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
	const found = at(value, ...path);
	if (typeof found !== "string" && typeof found !== "number") {
		throw new Error(`Nothing to read at ${path.join(".")} of ${JSON.stringify(value)}`);
	}
	return String(found);
}

function isHolder(value: unknown): value is Readonly<Record<string | number, unknown>> {
	return typeof value === "object" && value !== null;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
