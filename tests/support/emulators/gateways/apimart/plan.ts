import { type GatewayPlan, HOUR_MS } from "../../kernel/personality";
import { ApiMart } from "./apimart";
import { APIMART_CODES } from "./manners";
import { APIMART_VARIANT, type ApiMartVariant } from "./variant";

export const APIMART: GatewayPlan<ApiMartVariant> = {
	name: "apimart",
	basePath: "",
	key: "sk-apimart-emulated",
	currency: "USD",
	balanceMicros: 100_000_000_000,
	linkLifetimeMs: 24 * HOUR_MS,
	failedTasks: "refunded",
	refusalCodes: APIMART_CODES,
	callbackPolicy: { retryAfterMs: [10_000, 30_000, 60_000], isFinal: (status) => status < 500 },
	variant: APIMART_VARIANT,
	open: (world, variant) => new ApiMart(world, variant),
};
