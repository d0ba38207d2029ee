import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { createApimart } from "@/lib/gateways/apimart";
import { createEmpirioLabs } from "@/lib/gateways/empiriolabs";
import { createEvolink } from "@/lib/gateways/evolink";
import type { Http } from "@/lib/gateways/http";
import { createKling } from "@/lib/gateways/kling";
import { createUseapi } from "@/lib/gateways/useapi";
import type { Gateway } from "@/lib/ports/gateway";
import type { GatewaySettings } from "@/lib/runtime/gateway-env";

/** The remote ones, each at the address the catalogue or the operator gives it. One line for each. */
export function openGateways(http: Http, settings: ReadonlyMap<GatewayId, GatewaySettings>): readonly Gateway[] {
	const at = (id: GatewayId, use = "api") => {
		const url = settings.get(id)?.baseUrls[use];
		if (url === undefined) throw new Error(`${id} has no address for ${use}.`);
		return url;
	};
	return [
		createEmpirioLabs({ baseUrl: at("empiriolabs"), http }),
		createEvolink({
			baseUrl: at("evolink"),
			filesBaseUrl: at("evolink", "files"),
			shotWord: settings.get("evolink")?.shotWord ?? null,
			http,
		}),
		createApimart({ baseUrl: at("apimart"), http }),
		createUseapi({ baseUrl: at("useapi"), http }),
		createKling({ baseUrl: at("kling"), http }),
	];
}
