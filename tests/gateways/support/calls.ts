import type { HttpCall } from "@/lib/gateways/http";

export function get(url: string, others: Partial<HttpCall> = {}): HttpCall {
	return {
		method: "GET",
		url: new URL(url),
		headers: {},
		secret: { origin: new URL(url).origin, headers: {} },
		body: null,
		paid: false,
		signal: new AbortController().signal,
		...others,
	};
}

export function pay(url: string, others: Partial<HttpCall> = {}): HttpCall {
	return get(url, { method: "POST", body: "{}", paid: true, ...others });
}
