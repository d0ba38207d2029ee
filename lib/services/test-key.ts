import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { GatewayId } from "@/lib/domain/gateway-id";
import type { BrowserId } from "@/lib/domain/ids";
import type { KeyProblem } from "@/lib/domain/key/key-problem";
import { formatMoney } from "@/lib/domain/money-text";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { ProbeOutcome } from "@/lib/ports/gateway";
import type { KeyTest, StoredKey } from "@/lib/ports/key-store";
import type { Has } from "@/lib/services/doors";
import { openMeans } from "@/lib/services/find-means";
import { UNREADABLE } from "@/lib/services/seal-key";

export type TestDoors = Has<"keys" | "vault" | "gateways" | "clock" | "log" | "inBackground">;

type Verdict = Omit<KeyTest, "atMs">;

export const ASKED: Verdict = { result: "asked", sentence: "Asking.", balance: null };

/** Asks the gateway with a free call. The answer takes a while and comes by the stream. */
export async function testKey(
	doors: TestDoors,
	browserId: BrowserId,
	gateway: GatewayId,
): Promise<Result<null, KeyProblem>> {
	const key = await doors.keys.findCurrent(browserId, gateway);
	const { label } = catalogEntry(gateway);
	if (!key)
		return refuse({ kind: "missing", field: null, sentence: `There is no ${label} key to test. Save one first.` });
	await doors.keys.recordTest(key.id, { atMs: doors.clock.nowMs(), ...ASKED });
	doors.inBackground("test-key", async () => {
		const verdict = readOutcome(await askGateway(doors, key), catalogEntry(gateway));
		await doors.keys.recordTest(key.id, { atMs: doors.clock.nowMs(), ...verdict });
	});
	return ok(null);
}

const PATIENCE_MS = 30_000;

async function askGateway(doors: TestDoors, key: StoredKey): Promise<ProbeOutcome> {
	const means = openMeans(doors, key);
	if (!means) return { kind: "unclear", reason: UNREADABLE };
	const { label } = catalogEntry(key.gateway);
	try {
		const probe = doors.gateways.get(key.gateway)?.probe({ ...means, signal: AbortSignal.timeout(PATIENCE_MS) });
		return (await probe) ?? { kind: "unclear", reason: `${label} cannot be asked.` };
	} catch (problem) {
		doors.log.error("key-test-failed", { gateway: key.gateway }, problem);
		return { kind: "unclear", reason: `${label} could not be reached. Try again later.` };
	}
}

function readOutcome(outcome: ProbeOutcome, { label }: CatalogEntry): Verdict {
	if (outcome.kind !== "good") return { result: outcome.kind, sentence: explain(outcome, label), balance: null };
	const { balance } = outcome;
	const left = balance ? ` ${formatMoney(balance)} are left.` : "";
	return { result: "good", sentence: `Good: ${label} accepts this key.${left}`, balance };
}

function explain(outcome: Exclude<ProbeOutcome, { kind: "good" }>, label: string): string {
	switch (outcome.kind) {
		case "wrong-key":
			return `${label} does not accept this key. Copy it again, or make a new one.`;
		case "legacy-key":
			return `This is a legacy ${label} key. Turbo needs a new one; make it there.`;
		case "no-money":
			return `The key is good, but the ${label} account has no money left.`;
		case "no-account":
			return `${label} knows no such account. Check its set-up there.`;
		case "unclear":
			return outcome.reason;
	}
}
