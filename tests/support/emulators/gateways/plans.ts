import type { GatewayPlan } from "../kernel/personality";
import { APIMART } from "./apimart/plan";
import type { ApiMartVariant } from "./apimart/variant";
import { EMPIRIOLABS } from "./empiriolabs/plan";
import type { EmpirioLabsVariant } from "./empiriolabs/variant";
import { EVOLINK } from "./evolink/plan";
import type { EvoLinkVariant } from "./evolink/variant";
import { KLING } from "./kling/plan";
import type { KlingVariant } from "./kling/variant";
import { USEAPI } from "./useapi/plan";
import type { UseApiVariant } from "./useapi/variant";

export interface Variants {
	readonly empiriolabs: EmpirioLabsVariant;
	readonly evolink: EvoLinkVariant;
	readonly apimart: ApiMartVariant;
	readonly useapi: UseApiVariant;
	readonly kling: KlingVariant;
}

export const PLANS: { readonly [Name in keyof Variants]: GatewayPlan<Variants[Name]> } = {
	empiriolabs: EMPIRIOLABS,
	evolink: EVOLINK,
	apimart: APIMART,
	useapi: USEAPI,
	kling: KLING,
};
