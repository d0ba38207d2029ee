import { type GatewayPlan, HOUR_MS, NO_CALLBACK_RETRIES } from "../../kernel/personality";
import { USEAPI_CODES } from "./manners";
import { UseApi } from "./useapi";
import { USEAPI_VARIANT, type UseApiVariant } from "./variant";

export const USEAPI: GatewayPlan<UseApiVariant> = {
	name: "useapi",
	basePath: "/v1/kling",
	key: "user:12345-emulated",
	currency: "credits",
	balanceMicros: 100_000_000_000_000,
	linkLifetimeMs: 24 * HOUR_MS,
	failedTasks: "kept",
	refusalCodes: USEAPI_CODES,
	callbackPolicy: NO_CALLBACK_RETRIES,
	variant: USEAPI_VARIANT,
	open: (world, variant) => new UseApi(world, variant),
};
