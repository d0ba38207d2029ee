import "server-only";
import { EMPIRIOLABS } from "@/lib/domain/catalog/empiriolabs";
import type { RefusalRules } from "@/lib/gateways/refusals";

export const RULES: RefusalRules = {
	entry: EMPIRIOLABS,
	byCode: {
		missing_api_key: "refused-key",
		invalid_api_key: "refused-key",
		insufficient_credits: "refused-money",
		model_not_found: "refused-permission",
		rate_limit_exceeded: "refused-busy",
	},
};

/** Its older text describes a release that wants an image; under which code it says so is not published. */
export const TEXT_ONLY_RULES: RefusalRules = {
	...RULES,
	refine: (ruling, { codes, words }) => {
		const saysImage = /image/i.test([...codes, words ?? ""].join(" "));
		return ruling === "refused-input" && saysImage ? "refused-needs-image" : ruling;
	},
};
