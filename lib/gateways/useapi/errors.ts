import "server-only";
import { USEAPI } from "@/lib/domain/catalog/useapi";
import type { RefusalRules } from "@/lib/gateways/refusals";

/** It has no codes beside its statuses, and means things of its own by them; 596 is registered nowhere. */
export const RULES: RefusalRules = {
	entry: USEAPI,
	byCode: {},
	byStatus: {
		401: "refused-key",
		402: {
			code: "refused-money",
			sentence: "The subscription at useapi.net has ended. Renew it there, or choose another gateway.",
		},
		404: {
			code: "refused-account",
			sentence: "useapi.net does not know this Kling account. Add it there, or correct the e-mail under Keys.",
		},
		412: {
			code: "refused-money",
			sentence: "Your Kling account has not enough credits left. Top it up at Kling, or choose another gateway.",
		},
		422: "refused-moderation",
		596: {
			code: "refused-account",
			sentence: "useapi.net has lost its session with your Kling account. Delete the account there and add it again.",
		},
	},
};
