import { type GatewayPlan, HOUR_MS, NO_CALLBACK_RETRIES } from "../../kernel/personality";
import { Kling } from "./kling";
import { KLING_CODES } from "./manners";
import { KLING_VARIANT, type KlingVariant } from "./variant";

export const KLING: GatewayPlan<KlingVariant> = {
	name: "kling",
	basePath: "",
	key: "kling-emulated-key",
	currency: "units",
	balanceMicros: 1_000_000_000_000,
	linkLifetimeMs: 30 * 24 * HOUR_MS,
	failedTasks: "refunded",
	refusalCodes: KLING_CODES,
	callbackPolicy: NO_CALLBACK_RETRIES,
	variant: KLING_VARIANT,
	open: (world, variant) => new Kling(world, variant),
};
