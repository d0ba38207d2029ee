import "server-only";
import { catalogEntry } from "@/lib/domain/catalog/catalog";
import type { LookOutcome } from "@/lib/ports/gateway";
import { callFreely, type FreeCall, type FreeCallDoors } from "@/lib/services/advance/call-freely";
import { type Held, takeOf } from "@/lib/services/advance/held";
import { accountName } from "@/lib/services/find-means";

/** Asks about one take's task, whoever else the request asks about. */
export type Look = () => Promise<FreeCall<LookOutcome>>;

interface Asker {
	readonly held: Held;
	readonly remoteId: string;
}

/**
 * Looks for those among takes due together that can share a request: of one account, at a gateway that tells of
 * several tasks at once. The request is made when the first of them looks, and counts as one.
 */
export function shareLooks(doors: FreeCallDoors, helds: readonly Held[]): ReadonlyMap<Held, Look> {
	const looks = new Map<Held, Look>();
	for (const party of partiesOf(doors, helds)) {
		const ask = onlyOnce(() => lookTogether(doors, party));
		for (const { held, remoteId } of party) looks.set(held, async () => pick(await ask(), remoteId));
	}
	return looks;
}

function partiesOf(doors: FreeCallDoors, helds: readonly Held[]): readonly (readonly Asker[])[] {
	const accounts = new Map<string, Asker[]>();
	for (const held of helds) {
		const { state, gateway } = takeOf(held);
		if (state.kind !== "rendering" || !doors.gateways.get(gateway)?.statusMany) continue;
		const name = accountName(takeOf(held));
		accounts.set(name, [...(accounts.get(name) ?? []), { held, remoteId: state.remoteId }]);
	}
	return [...accounts.values()].flatMap(cutIntoParties).filter((party) => party.length > 1);
}

function cutIntoParties(askers: readonly Asker[]): readonly (readonly Asker[])[] {
	const [first] = askers;
	if (!first) return [];
	const size = catalogEntry(takeOf(first.held).gateway).tasksPerLook;
	return [askers.slice(0, size), ...cutIntoParties(askers.slice(size))];
}

interface SharedLook {
	/** `unclear` where it told nothing of anybody. */
	readonly kind: "told" | "unclear";
	readonly outcomes: ReadonlyMap<string, LookOutcome>;
}

async function lookTogether(doors: FreeCallDoors, party: readonly Asker[]): Promise<FreeCall<SharedLook>> {
	const [first] = party;
	if (!first) throw new Error("Nobody asks.");
	const signal = whenAllStop(party.map(({ held }) => held.signal));
	const ids = party.map(({ remoteId }) => remoteId);
	return callFreely(doors, { claim: first.held.claim, signal }, async (gateway, access): Promise<SharedLook> => {
		const outcomes = (await gateway.statusMany?.(ids, access)) ?? new Map<string, LookOutcome>();
		const isTelling = [...outcomes.values()].some(({ kind }) => kind !== "unclear");
		return { kind: isTelling ? "told" : "unclear", outcomes };
	});
}

const NOT_TOLD: LookOutcome = { kind: "unclear", reason: "The answer left this task out.", retryAfterMs: null };

function pick(call: FreeCall<SharedLook>, remoteId: string): FreeCall<LookOutcome> {
	if (call.kind === "later") return call;
	return { kind: "answered", outcome: call.outcome.outcomes.get(remoteId) ?? NOT_TOLD };
}

function onlyOnce<Value>(work: () => Promise<Value>): () => Promise<Value> {
	let begun: Promise<Value> | undefined;
	return () => {
		begun ??= work();
		return begun;
	};
}

/** One lost lease must not end a look that others wait for. */
function whenAllStop(signals: readonly AbortSignal[]): AbortSignal {
	const stop = new AbortController();
	const check = () => {
		if (signals.every((signal) => signal.aborted)) stop.abort();
	};
	for (const signal of signals) signal.addEventListener("abort", check, { once: true });
	check();
	return stop.signal;
}
