import "server-only";
import { KLING } from "@/lib/domain/catalog/kling";
import type { RefusalRules } from "@/lib/gateways/refusals";

const TOO_FAST = "1302";

/** Four of its six 429s never go away by waiting, so the code decides. */
export const RULES: RefusalRules = {
	entry: KLING,
	byCode: {
		1000: "refused-key",
		1001: "refused-key",
		1002: "refused-key",
		1003: "refused-key",
		1004: "refused-key",
		1100: {
			code: "refused-account",
			sentence:
				"Kling says that something is wrong with the account. Look into its console, or choose another gateway.",
		},
		1101: "refused-money",
		1102: {
			code: "refused-money",
			sentence: "The Kling resource pack is used up or has expired. Buy another, or choose another gateway.",
		},
		1103: {
			code: "refused-permission",
			sentence:
				"Kling does not let this key use Turbo. A key made before Turbo never can: make a new one and paste it under Keys.",
		},
		1200: "refused-input",
		1201: "refused-input",
		1300: "refused-moderation",
		1301: "refused-moderation",
		1302: "refused-busy",
		1303: {
			code: "refused-busy",
			sentence: "Every place of the Kling resource pack is taken; a film that ends frees one.",
		},
		1304: {
			code: "refused-permission",
			sentence: "Kling only takes calls from the addresses on its whitelist. Add this server's address in its console.",
		},
		5000: "unknown",
		5001: "unknown",
		5002: "unknown",
	},
	refine: (ruling, { codes, words }) => {
		if (ruling === "refused-busy" && codes.length > 0 && !codes.includes(TOO_FAST)) return "refused-unknown";
		if (ruling === "refused-key" && /AK\s*\/\s*SK|legacy/i.test(words ?? "")) return "refused-legacy-key";
		// Whoever used our id before was an earlier try of this very take, which may have been charged.
		const isRepeat = codes.includes("1201") && /external[ _]?(task[ _]?)?id/i.test(words ?? "");
		return isRepeat ? "unknown" : ruling;
	},
};
