import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { KeyField } from "@/lib/domain/catalog/entry";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { unreachable } from "@/lib/domain/result";
import type { Take } from "@/lib/domain/take/take";
import type { Access } from "@/lib/ports/gateway";
import type { StoredKey } from "@/lib/ports/key-store";
import type { Has } from "@/lib/services/doors";
import { openKey } from "@/lib/services/seal-key";

/** Credentials without the signal of a particular call. */
export type Means = Pick<Access, "secrets" | "account">;

/** Whose money a take spends, as credentials. `null` when they are gone or cannot be read any more. */
export async function findMeans(
	doors: Has<"keys" | "vault" | "settings">,
	{ payer, gateway }: Pick<Take, "payer" | "gateway">,
): Promise<Means | null> {
	switch (payer.kind) {
		case "free":
			return { secrets: {}, account: {} };
		case "own": {
			const key = await doors.keys.find(payer.keyId);
			return key && openMeans(doors, key);
		}
		case "operator":
			return findOperatorMeans(doors, gateway);
		default:
			return unreachable(payer);
	}
}

export function openMeans(doors: Has<"vault">, key: StoredKey): Means | null {
	const secrets = openKey(doors.vault, key);
	return secrets && { secrets, account: key.account };
}

/** `null` where the operator set no key, or only a part of one. */
export function findOperatorMeans({ settings }: Has<"settings">, gateway: GatewayId): Means | null {
	const fields = settings.operator.get(gateway)?.keyFields ?? {};
	return isComplete(gateway, fields) ? splitFields(gateway, fields) : null;
}

export function isComplete(gateway: GatewayId, fields: Readonly<Record<string, string>>): boolean {
	const { keyFields } = catalogEntry(gateway);
	return keyFields.length > 0 && keyFields.every(({ name, optional }) => optional || Boolean(fields[name]));
}

export function splitFields(gateway: GatewayId, fields: Readonly<Record<string, string>>): Means {
	const { keyFields } = catalogEntry(gateway);
	const pick = (wanted: (field: KeyField) => boolean) =>
		Object.fromEntries(
			keyFields.filter(wanted).flatMap(({ name }) => {
				const value = fields[name];
				return value ? [[name, value]] : [];
			}),
		);
	return { secrets: pick((field) => field.secret), account: pick((field) => !field.secret) };
}

/** Names an account in allowances and breakers, without being its key. */
export function accountName({ gateway, payer }: Pick<Take, "gateway" | "payer">): string {
	return `${gateway}|${payer.kind === "own" ? payer.keyId : payer.kind}`;
}
