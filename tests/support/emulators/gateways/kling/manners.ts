import { credentialOf } from "../../kernel/credentials";
import { json } from "../../kernel/exchange";
import type { World } from "../../kernel/personality";
import { Refused, retryAfterHeaders, retryAfterMembers } from "../../kernel/refused";
import type { Manners } from "../../kernel/service";

const STATUSES: Readonly<Record<string, number>> = {
	1000: 401,
	1001: 401,
	1002: 401,
	1003: 401,
	1004: 401,
	1100: 429,
	1101: 429,
	1102: 429,
	1103: 403,
	1200: 400,
	1201: 400,
	1202: 404,
	1203: 404,
	1300: 400,
	1301: 400,
	1302: 429,
	1303: 429,
	1304: 429,
	5000: 500,
	5001: 503,
	5002: 504,
};

export const KLING_CODES = Object.keys(STATUSES);

const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export function klingManners(world: World): Manners {
	return {
		authenticate(exchange) {
			const credential = credentialOf(exchange);
			if (credential.kind === "none") throw new Refused("1001", "Authorization is empty");
			if (credential.kind === "other-scheme") throw new Refused("1002", "Authorization is invalid");
			if (credential.token === world.key) return;
			if (JWT.test(credential.token)) throw new Refused("1002", "AK/SK authentication is not supported by this API");
			throw new Refused("1000", "Authentication failed");
		},
		envelope({ code, message, details }) {
			const status = details.status ?? STATUSES[code] ?? 500;
			const headers = retryAfterHeaders(details.retryAfter, world.clock.nowMs());
			const wait = retryAfterMembers(details.retryAfter);
			return json(status, { code: Number(code), message, request_id: world.random.uuid(), ...wait }, headers);
		},
		nowhere: (reason) =>
			reason === "wrong-method"
				? new Refused("1202", "The method is not allowed here")
				: new Refused("1203", "The resource or model does not exist"),
	};
}

export function refuseKling(message: string, param: string): Refused {
	return param === "body" ? new Refused("1200", message) : new Refused("1201", message, { param });
}
