import { type GatewayPlan, HOUR_MS } from "../../kernel/personality";
import { EvoLink } from "./evolink";
import { EVOLINK_CODES } from "./manners";
import { EVOLINK_VARIANT, type EvoLinkVariant } from "./variant";

export const EVOLINK: GatewayPlan<EvoLinkVariant> = {
	name: "evolink",
	basePath: "",
	key: "sk-evolink-emulated",
	currency: "credits",
	balanceMicros: 100_000_000_000_000,
	linkLifetimeMs: 24 * HOUR_MS,
	failedTasks: "refunded",
	refusalCodes: EVOLINK_CODES,
	callbackPolicy: { retryAfterMs: [1000, 2000, 4000], isFinal: (status) => status >= 200 && status < 300 },
	variant: EVOLINK_VARIANT,
	open: (world, variant) => new EvoLink(world, variant),
};
