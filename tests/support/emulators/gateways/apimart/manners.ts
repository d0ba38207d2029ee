import { credentialOf } from "../../kernel/credentials";
import { json, type Reply } from "../../kernel/exchange";
import type { World } from "../../kernel/personality";
import { Refused, retryAfterHeaders, retryAfterMembers } from "../../kernel/refused";
import type { Manners } from "../../kernel/service";
import type { ApiMartVariant } from "./variant";

const STATUSES: Readonly<Record<string, number>> = {
	invalid_request_error: 400,
	authentication_error: 401,
	insufficient_balance: 402,
	permission_denied: 403,
	not_found: 404,
	request_timeout: 408,
	idempotency_conflict: 409,
	payload_too_large: 413,
	rate_limit_error: 429,
	server_error: 500,
	bad_gateway: 502,
	service_unavailable: 503,
	gateway_timeout: 504,
};

export const APIMART_CODES = Object.keys(STATUSES);

export function apiMartManners(world: World, variant: ApiMartVariant): Manners {
	return {
		authenticate(exchange) {
			const credential = credentialOf(exchange);
			if (credential.kind === "bearer" && credential.token === world.key) return;
			throw new Refused(
				"authentication_error",
				credential.kind === "none" ? "An API key is required" : "Invalid API key",
			);
		},
		envelope: (refused) => envelope(refused, variant, world.clock.nowMs()),
		nowhere: () => new Refused("not_found", "Not found"),
	};
}

function envelope({ code, message, details }: Refused, variant: ApiMartVariant, nowMs: number): Reply {
	const status = details.status ?? STATUSES[code] ?? 400;
	const headers = retryAfterHeaders(details.retryAfter, nowMs);
	const wait = retryAfterMembers(details.retryAfter);
	if (variant.refusals === "in-200") return json(200, { code: status, message, ...wait }, headers);
	if (variant.refusals === "success-false") return json(status, { success: false, message, ...wait }, headers);
	const error = { message, type: code, code: status, param: details.param ?? "" };
	return json(status, { error, ...wait }, headers);
}

export function refuseApiMart(message: string, param: string): Refused {
	return new Refused("invalid_request_error", message, { param });
}
