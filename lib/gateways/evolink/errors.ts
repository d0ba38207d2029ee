import "server-only";
import { EVOLINK } from "@/lib/domain/catalog/evolink";
import type { TaskFailureCode } from "@/lib/gateways/failures";
import type { RefusalRules } from "@/lib/gateways/refusals";

export const RULES: RefusalRules = {
	entry: EVOLINK,
	byCode: {
		invalid_api_key: "refused-key",
		key_disabled: "refused-key",
		key_expired: "refused-key",
		user_disabled: "refused-account",
		key_model_not_allowed: "refused-permission",
		insufficient_quota: "refused-money",
		insufficient_user_quota: "refused-money",
		quota_not_enough: "refused-money",
		insufficient_token_quota: {
			code: "refused-money",
			sentence: "This EvoLink key has used up its own limit. Raise the limit there, or use another key.",
		},
		token_daily_quota_exceeded: {
			code: "refused-money",
			sentence: "This EvoLink key has used up its limit for today. Raise the limit there, or use another key.",
		},
		content_policy_violation: "refused-moderation",
		image_processing_error: "refused-image",
		image_dimension_mismatch: "refused-image",
		rate_limit_exceeded: "refused-busy",
		// Both mean that an earlier request with this key may have been charged, and that another will not tell.
		idempotency_conflict: "unrepeatable",
		paid_outcome_unknown: "unrepeatable",
	},
};

export const TASK_FAILURES: Readonly<Record<string, TaskFailureCode>> = {
	content_policy_violation: "moderation",
	invalid_parameters: "input",
	image_processing_error: "image",
	image_dimension_mismatch: "image",
	request_cancelled: "cancelled-there",
	generation_failed_no_content: "gateway-error",
	service_error: "gateway-error",
	generation_timeout: "gateway-timeout",
	resource_exhausted: "gateway-capacity",
	quota_exceeded: "gateway-capacity",
	service_unavailable: "gateway-capacity",
	resource_not_found: "gateway-error",
	unknown_error: "gateway-error",
};
