import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { type BrowserId, keyIdSchema, mintId } from "@/lib/domain/ids";
import type { KeyProblem } from "@/lib/domain/key/key-problem";
import type { KeyView } from "@/lib/domain/key/key-view";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { DEFAULT_OWN_LIMIT_MICROS } from "@/lib/domain/spend/reserve";
import type { StoredKey } from "@/lib/ports/key-store";
import type { Has } from "@/lib/services/doors";
import { isComplete, splitFields } from "@/lib/services/find-means";
import { viewKey } from "@/lib/services/list-keys";
import { sealKey } from "@/lib/services/seal-key";
import { ASKED } from "@/lib/services/test-key";

export interface NewKey {
	readonly gateway: GatewayId;
	/** By the names of the catalogue's key fields. */
	readonly fields: Readonly<Record<string, string>>;
	/** `null`: as it was, or the usual limit. */
	readonly dailyLimitMicros: number | null;
}

type SaveDoors = Has<"keys" | "vault" | "clock" | "random">;

/** Seals a person's key and stores it. Its secret is never shown again, not even to them. */
export async function saveKey(
	doors: SaveDoors,
	browserId: BrowserId,
	{ gateway, fields: pasted, dailyLimitMicros }: NewKey,
): Promise<Result<KeyView, KeyProblem>> {
	const fields = Object.fromEntries(Object.entries(pasted).map(([name, value]) => [name, value.trim()]));
	const problem = findProblem(gateway, fields);
	if (problem) return refuse(problem);
	const { secrets, account } = splitFields(gateway, fields);
	const earlier = await doors.keys.findCurrent(browserId, gateway);
	const owner = { browserId, gateway, id: mintId(keyIdSchema, "ky", doors.random.bytes(16)) };
	const nowMs = doors.clock.nowMs();
	const key: StoredKey = {
		...owner,
		sealed: sealKey(doors.vault, owner, secrets),
		lastFour: Object.values(secrets)[0]?.slice(-4) ?? "",
		account,
		dailyLimitMicros: dailyLimitMicros ?? earlier?.dailyLimitMicros ?? DEFAULT_OWN_LIMIT_MICROS,
		savedAtMs: nowMs,
		test: null,
	};
	await doors.keys.save(key);
	return ok({ ...viewKey(key), test: { atMs: nowMs, ...ASKED } });
}

/** A header can carry nothing else, and a key with a gap in it was pasted wrongly. */
const PASTED_WELL = /^[\x21-\x7e]{8,4096}$/;

function findProblem(gateway: GatewayId, fields: Readonly<Record<string, string>>): KeyProblem | null {
	const { label, keyFields } = catalogEntry(gateway);
	if (keyFields.length === 0) return { kind: "keyless", field: null, sentence: `${label} needs no key.` };
	if (!isComplete(gateway, fields)) {
		const field = keyFields.find(({ name, optional }) => !optional && !fields[name]);
		return { kind: "incomplete", field: field?.name ?? null, sentence: `Paste the ${field?.label ?? "key"} first.` };
	}
	const odd = keyFields.find(({ name, secret }) => secret && fields[name] && !PASTED_WELL.test(fields[name]));
	if (!odd) return null;
	const sentence = `This does not look like a ${odd.label}: it has spaces or unusual signs in it, or is very short. Copy it again.`;
	return { kind: "malformed", field: odd.name, sentence };
}
