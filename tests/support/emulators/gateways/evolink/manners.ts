import { credentialOf } from "../../kernel/credentials";
import { json, type Reply } from "../../kernel/exchange";
import type { World } from "../../kernel/personality";
import { Refused, retryAfterHeaders, retryAfterMembers } from "../../kernel/refused";
import type { Manners } from "../../kernel/service";
import type { EvoLinkVariant } from "./variant";

interface Refusal {
	readonly status: number;
	readonly type: string;
}

const STATUSES: Readonly<Record<string, Refusal>> = {
	invalid_request: { status: 400, type: "invalid_request_error" },
	invalid_task_id: { status: 400, type: "invalid_request_error" },
	invalid_api_key: { status: 401, type: "authentication_error" },
	insufficient_quota: { status: 402, type: "billing_error" },
	insufficient_user_quota: { status: 402, type: "billing_error" },
	quota_not_enough: { status: 402, type: "billing_error" },
	insufficient_token_quota: { status: 402, type: "billing_error" },
	token_daily_quota_exceeded: { status: 402, type: "billing_error" },
	key_model_not_allowed: { status: 403, type: "permission_error" },
	key_disabled: { status: 403, type: "permission_error" },
	key_expired: { status: 403, type: "permission_error" },
	model_not_found: { status: 404, type: "invalid_request_error" },
	not_found: { status: 404, type: "invalid_request_error" },
	idempotency_conflict: { status: 409, type: "invalid_request_error" },
	file_too_large: { status: 413, type: "invalid_request_error" },
	rate_limit_exceeded: { status: 429, type: "rate_limit_error" },
	paid_outcome_unknown: { status: 500, type: "server_error" },
	service_error: { status: 500, type: "server_error" },
	no_available_channel: { status: 503, type: "server_error" },
	model_unavailable: { status: 503, type: "server_error" },
	"channel:no_available_key": { status: 503, type: "server_error" },
};

export const EVOLINK_CODES = Object.keys(STATUSES);

export function evoLinkManners(world: World, variant: EvoLinkVariant): Manners {
	return {
		authenticate(exchange) {
			const credential = credentialOf(exchange);
			if (credential.kind === "bearer" && credential.token === world.key) return;
			throw new Refused(
				"invalid_api_key",
				credential.kind === "none" ? "No API key was given." : "The API key is not valid.",
			);
		},
		envelope: (refused) => envelope(refused, world, variant),
		nowhere: () => new Refused("not_found", "There is nothing at this address."),
	};
}

function envelope({ code, message, details }: Refused, world: World, variant: EvoLinkVariant): Reply {
	const refusal = STATUSES[code] ?? { status: 400, type: "invalid_request_error" };
	const status = details.status ?? refusal.status;
	const requestId = world.random.uuid();
	const error = {
		code: variant.errorCode === "number" ? status : code,
		message: variant.requestIdInMessage ? `${message} (request id: ${requestId})` : message,
		type: refusal.type,
		param: details.param ?? "",
	};
	const headers = { "x-request-id": requestId, ...retryAfterHeaders(details.retryAfter, world.clock.nowMs()) };
	return json(status, { error, ...retryAfterMembers(details.retryAfter) }, headers);
}

export function refuseEvoLink(message: string, param: string): Refused {
	return new Refused("invalid_request", message, { param });
}
