import "server-only";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { LimitRule } from "@/lib/ports/limiter";

/** Requests that look at one account, spread over the minute: 60 % of a published cap, and a civil pace where none is published. */
const LOOKS: Readonly<Record<GatewayId, Omit<LimitRule, "name"> | null>> = {
	animatic: null,
	// 50 requests a minute for a whole account.
	empiriolabs: { points: 5, perMs: 10_000 },
	evolink: { points: 20, perMs: 5_000 },
	apimart: { points: 20, perMs: 5_000 },
	useapi: { points: 20, perMs: 5_000 },
	kling: { points: 20, perMs: 5_000 },
};

export function lookAllowance(gateway: GatewayId): LimitRule | null {
	const allowance = LOOKS[gateway];
	return allowance && { name: `look:${gateway}`, ...allowance };
}
