import { type Credential, credentialOf } from "../../kernel/credentials";
import { headerOf, json, type Reply, text } from "../../kernel/exchange";
import type { World } from "../../kernel/personality";
import { Refused, retryAfterHeaders, retryAfterMembers } from "../../kernel/refused";
import type { Manners } from "../../kernel/service";
import type { EmpirioLabsVariant } from "./variant";

const STATUSES: Readonly<Record<string, number>> = {
	missing_api_key: 401,
	invalid_api_key: 401,
	insufficient_credits: 402,
	invalid_request: 400,
	image_required: 400,
	model_not_found: 404,
	not_found: 404,
	rate_limit_exceeded: 429,
	model_unavailable: 503,
	upstream_error: 502,
};

export const EMPIRIOLABS_CODES = Object.keys(STATUSES);

export function empirioLabsManners(world: World, variant: EmpirioLabsVariant): Manners {
	let recentMs: number[] = [];
	return {
		authenticate(exchange) {
			checkKey(credentialOf(exchange), headerOf(exchange, "x-api-key"), world.key);
			recentMs = [...recentMs.filter((atMs) => atMs > exchange.atMs - 60_000), exchange.atMs];
			if (variant.requestsPerMinute !== null && recentMs.length > variant.requestsPerMinute) {
				throw new Refused("rate_limit_exceeded", "Too many requests for this account.");
			}
		},
		envelope: (refused) => envelope(refused, variant, world.clock.nowMs()),
		nowhere: () => new Refused("not_found", "There is nothing here."),
	};
}

function checkKey(credential: Credential, headerKey: string | undefined, key: string): void {
	const given = credential.kind === "bearer" ? credential.token : headerKey;
	if (given === undefined && credential.kind === "none")
		throw new Refused("missing_api_key", "An API key is required.");
	if (given !== key) throw new Refused("invalid_api_key", "The API key is not valid.");
}

function envelope(refused: Refused, variant: EmpirioLabsVariant, nowMs: number): Reply {
	const { code, message, details } = refused;
	const status = details.status ?? STATUSES[code] ?? 400;
	const headers = retryAfterHeaders(details.retryAfter, nowMs);
	const wait = retryAfterMembers(details.retryAfter);
	switch (variant.errorEnvelope) {
		case "object":
			return json(status, { error: { code, message, type: "invalid_request_error" }, ...wait }, headers);
		case "string":
			return json(status, { error: `${code}: ${message}`, ...wait }, headers);
		case "detail":
			return json(status, { detail: `${code}: ${message}`, ...wait }, headers);
		case "message":
			return json(status, { message, code, ...wait }, headers);
		case "non-json":
			return text(status, message);
	}
}

export function refuseEmpirioLabs(message: string, param: string): Refused {
	return new Refused("invalid_request", message, { param });
}
