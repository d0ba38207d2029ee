import { NEW_DRAFT } from "@/lib/domain/draft";
import { browserIdSchema, keyIdSchema, submitKeySchema, type TakeId, takeIdSchema } from "@/lib/domain/ids";
import { usd } from "@/lib/domain/money";
import { NEW_LABELS, type Take } from "@/lib/domain/take/take";
import { STATES } from "./samples";

export const KEY_ID = keyIdSchema.parse(`ky_${"0".repeat(26)}`);

export function takeId(number: number): TakeId {
	return takeIdSchema.parse(`tk_${String(number).padStart(26, "0")}`);
}

/** A paid film of $1.06, ready, unless told otherwise. */
export function aTake(changes: Partial<Take> = {}): Take {
	return {
		id: takeId(1),
		browserId: browserIdSchema.parse("b".repeat(64)),
		submitKey: submitKeySchema.parse(`sk_${"0".repeat(26)}`),
		gateway: "evolink",
		model: "kling-v3-turbo-text-to-video",
		draft: NEW_DRAFT,
		shown: { catalogueVersion: "0badcafe", quote: { kind: "exact", total: usd(1_060_000), credits: null } },
		payer: { kind: "own", keyId: KEY_ID },
		createdAtMs: 1_000,
		retryOf: null,
		attempts: 1,
		labels: NEW_LABELS,
		extras: null,
		left: null,
		state: STATES.ready,
		...changes,
	};
}

export function anAnimatic(changes: Partial<Take> = {}): Take {
	const shown: Take["shown"] = { catalogueVersion: "0badcafe", quote: { kind: "free" } };
	return aTake({ gateway: "animatic", model: "animatic", shown, payer: { kind: "free" }, ...changes });
}
