import "server-only";
import type { Api } from "@/lib/gateways/api";
import { readProbe } from "@/lib/gateways/read-probe";
import { RULES } from "@/lib/gateways/useapi/errors";
import { readBalance } from "@/lib/gateways/useapi/map";
import { accountsSchema } from "@/lib/gateways/useapi/wire";
import type { Access, ProbeOutcome } from "@/lib/ports/gateway";

/** A good token is of no use without a Kling account behind it. */
export async function probeAccount(api: Api, access: Access): Promise<ProbeOutcome> {
	const { email } = access.account;
	if (email) return readProbe(await api.get(`/accounts/${encodeURIComponent(email)}`, access), RULES, readBalance);
	const answer = await api.get("/accounts", access);
	const accounts = answer.isOk ? accountsSchema.safeParse(answer.json).data : undefined;
	const hasNone = accounts !== undefined && Object.keys(accounts).length === 0;
	return hasNone ? { kind: "no-account", gatewayWords: null } : readProbe(answer, RULES, () => null);
}

/** A lost session is mended by deleting the account and adding it again; in between, its tasks are unknown but not gone. */
export async function hasAccount(api: Api, access: Access): Promise<boolean> {
	const { kind } = await probeAccount(api, access);
	return kind === "good" || kind === "no-money";
}
