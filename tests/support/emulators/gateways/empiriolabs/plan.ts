import { type GatewayPlan, HOUR_MS, NO_CALLBACK_RETRIES } from "../../kernel/personality";
import { EmpirioLabs } from "./empiriolabs";
import { EMPIRIOLABS_CODES } from "./manners";
import { EMPIRIOLABS_VARIANT, type EmpirioLabsVariant } from "./variant";

export const EMPIRIOLABS: GatewayPlan<EmpirioLabsVariant> = {
	name: "empiriolabs",
	basePath: "",
	key: "sk-empiriolabs-emulated",
	currency: "USD",
	balanceMicros: 100_000_000_000,
	linkLifetimeMs: HOUR_MS,
	failedTasks: "refunded",
	refusalCodes: EMPIRIOLABS_CODES,
	callbackPolicy: NO_CALLBACK_RETRIES,
	variant: EMPIRIOLABS_VARIANT,
	open: (world, variant) => new EmpirioLabs(world, variant),
};
