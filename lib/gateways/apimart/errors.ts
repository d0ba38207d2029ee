import "server-only";
import { APIMART } from "@/lib/domain/catalog/apimart";
import type { RefusalRules } from "@/lib/gateways/refusals";

/** It publishes no codes of its own; the statuses carry their usual meaning. */
export const RULES: RefusalRules = {
	entry: APIMART,
	byCode: {
		insufficient_balance: "refused-money",
		content_policy_violation: "refused-moderation",
		idempotency_conflict: "unrepeatable",
	},
};
