import "server-only";
import type { Http, HttpCall } from "@/lib/gateways/http";
import { clampWait } from "@/lib/gateways/http/retry-after";
import { parseJson } from "@/lib/gateways/parse-json";
import type { Access, ComposedRequest } from "@/lib/ports/gateway";

/** A gateway's answer as the adapter reads it: no secret is in it any more. */
export interface Answer {
	readonly status: number;
	readonly isOk: boolean;
	/** `undefined` where the body is no JSON, or only a part of it. */
	readonly json: unknown;
	readonly text: string;
	readonly cut: boolean;
	readonly retryAfterMs: number | null;
}

/** One host of one gateway, whose key goes nowhere else. */
export interface Api {
	get(path: string, access: Access): Promise<Answer>;
	delete(path: string, access: Access): Promise<Answer>;
	/** A free request with a body. */
	post(path: string, content: Content, access: Access): Promise<Answer>;
	pay(request: ComposedRequest, access: Access): Promise<Answer>;
}

export interface Content {
	readonly type: string;
	readonly bytes: Uint8Array;
}

export interface ApiSettings {
	readonly http: Http;
	readonly baseUrl: string;
	/** The name of the key field that is sent as bearer token. */
	readonly bearer: string;
}

export function createApi({ http, baseUrl, bearer }: ApiSettings): Api {
	const base = baseUrl.replace(/\/+$/, "");
	const { origin } = new URL(base);

	async function call(path: string, access: Access, part: Partial<HttpCall>): Promise<Answer> {
		const token = access.secrets[bearer];
		const reply = await http({
			method: "GET",
			headers: {},
			body: null,
			paid: false,
			...part,
			url: new URL(base + path),
			secret: { origin, headers: token ? { authorization: `Bearer ${token}` } : {} },
			signal: access.signal,
		});
		const text = redact(reply.text, access);
		const json = reply.cut ? undefined : parseJson(text);
		const retryAfterMs = reply.retryAfterMs ?? bodyWish(json);
		return { ...reply, text, json, retryAfterMs, isOk: reply.status >= 200 && reply.status < 300 };
	}

	return {
		get: (path, access) => call(path, access, {}),
		delete: (path, access) => call(path, access, { method: "DELETE" }),
		post: (path, { type, bytes }, access) =>
			call(path, access, { method: "POST", headers: { "content-type": type }, body: bytes }),
		pay: ({ method, path, headers, body }, access) => call(path, access, { method, headers, body, paid: true }),
	};
}

const MIN_SECRET_CHARS = 8;

function redact(text: string, { secrets }: Access): string {
	const spellings = Object.values(secrets).filter((secret) => secret.length >= MIN_SECRET_CHARS);
	return spellings.reduce((clean, secret) => clean.replaceAll(secret, "[key]"), text);
}

/** Some say in the body how long to wait, in seconds. */
function bodyWish(json: unknown): number | null {
	if (typeof json !== "object" || json === null || !("retryAfter" in json)) return null;
	const seconds = Number(json.retryAfter);
	return Number.isFinite(seconds) ? clampWait(seconds * 1_000) : null;
}

const MAX_RAW_CHARS = 16_384;

/** What is kept of an answer for support. */
export function rawReply({ text }: Answer): string {
	return text.slice(0, MAX_RAW_CHARS);
}
