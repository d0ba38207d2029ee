import { describe, expect, it } from "vitest";
import { PLANS } from "../support/emulators/gateways/plans";
import type { GatewayName } from "../support/emulators/kernel/personality";
import { at } from "./support/call";
import { submit } from "./support/drivers";
import { openEmulator } from "./support/open";

/** Every code the gateways' documents name, with the status each comes under. */
const DOCUMENTED: Readonly<Record<GatewayName, readonly (readonly [code: string, status: number])[]>> = {
	empiriolabs: [
		["missing_api_key", 401],
		["invalid_api_key", 401],
		["insufficient_credits", 402],
		["model_not_found", 404],
		["rate_limit_exceeded", 429],
		["model_unavailable", 503],
		["upstream_error", 502],
	],
	evolink: [
		["invalid_request", 400],
		["insufficient_quota", 402],
		["insufficient_user_quota", 402],
		["quota_not_enough", 402],
		["insufficient_token_quota", 402],
		["token_daily_quota_exceeded", 402],
		["key_model_not_allowed", 403],
		["key_disabled", 403],
		["key_expired", 403],
		["idempotency_conflict", 409],
		["rate_limit_exceeded", 429],
		["paid_outcome_unknown", 500],
		["no_available_channel", 503],
		["model_unavailable", 503],
		["channel:no_available_key", 503],
	],
	apimart: [
		["authentication_error", 401],
		["insufficient_balance", 402],
		["permission_denied", 403],
		["request_timeout", 408],
		["payload_too_large", 413],
		["rate_limit_error", 429],
		["bad_gateway", 502],
		["service_unavailable", 503],
		["gateway_timeout", 504],
	],
	useapi: [
		["400", 400],
		["401", 401],
		["402", 402],
		["404", 404],
		["412", 412],
		["422", 422],
		["429", 429],
		["500", 500],
		["596", 596],
	],
	kling: [
		["1000", 401],
		["1001", 401],
		["1002", 401],
		["1003", 401],
		["1004", 401],
		["1100", 429],
		["1101", 429],
		["1102", 429],
		["1103", 403],
		["1200", 400],
		["1201", 400],
		["1202", 404],
		["1203", 404],
		["1300", 400],
		["1301", 400],
		["1302", 429],
		["1303", 429],
		["1304", 429],
		["5000", 500],
		["5001", 503],
		["5002", 504],
	],
};

const CODE_AT: Readonly<Record<GatewayName, readonly string[]>> = {
	empiriolabs: ["error", "code"],
	evolink: ["error", "code"],
	apimart: ["error", "type"],
	useapi: [],
	kling: ["code"],
};

const ROWS = Object.values(PLANS).flatMap(({ name }) =>
	DOCUMENTED[name].map(([code, status]) => ({ gateway: name, code, status })),
);

describe("refusals", () => {
	it.each(ROWS)("$gateway refuses with $code under $status, and charges nothing", async ({ gateway, code, status }) => {
		const emulator = await openEmulator(gateway);
		emulator.faults.once("submit", { kind: "refused", code, message: "Words of the gateway" });
		const answer = await submit(emulator);
		expect(answer.status).toBe(status);
		expect(answer.text).toContain("Words of the gateway");
		const path = CODE_AT[gateway];
		if (path.length > 0) expect(String(at(answer.json, ...path))).toBe(code);
		expect(emulator.ledger.totals.charges).toBe(0);
	});

	it("can come with another status, as a gateway behind a proxy might", async () => {
		const emulator = await openEmulator("evolink");
		emulator.faults.once("submit", { kind: "refused", code: "paid_outcome_unknown", status: 409, processed: true });
		expect(await submit(emulator)).toMatchObject({ status: 409, json: { error: { code: "paid_outcome_unknown" } } });
		expect(emulator.ledger.totals.charges).toBe(1);
	});
});
