import { credentialOf } from "../../kernel/credentials";
import { json } from "../../kernel/exchange";
import type { World } from "../../kernel/personality";
import { Refused, retryAfterHeaders, retryAfterMembers } from "../../kernel/refused";
import type { Manners } from "../../kernel/service";
import type { UseApiVariant } from "./variant";

/** Here a code is nothing but its status; 596 is no registered one. */
export const USEAPI_CODES = ["400", "401", "402", "404", "412", "422", "429", "500", "596"];

export function mannersOfUseApi(world: World, variant: UseApiVariant): Manners {
	return {
		authenticate(exchange) {
			const credential = credentialOf(exchange);
			if (credential.kind === "bearer" && credential.token === world.key) return;
			throw new Refused("401", "Unauthorized");
		},
		envelope({ code, message, details }) {
			const status = details.status ?? Number(code);
			const headers = retryAfterHeaders(details.retryAfter, world.clock.nowMs());
			const number = variant.errorCode === "present" ? { code: status } : {};
			return json(status, { error: message, ...number, ...retryAfterMembers(details.retryAfter) }, headers);
		},
		nowhere: () => new Refused("404", "Not found"),
	};
}

export function refuseUseApi(message: string, param: string): Refused {
	return new Refused("400", message, { param });
}
