import { browserIdSchema, takeIdSchema } from "@/lib/domain/ids";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import type { Take } from "@/lib/domain/take/take";
import type { Claim } from "@/lib/ports/take-queue";
import type { Storage } from "@/lib/storage/open-storage";
import {
	aChange,
	aClick,
	aGrant,
	anIntent,
	aTake,
	counterOf,
	FAILED,
	NOW,
	newDispatchId,
	newTokenHash,
	ready,
	rendering,
	reserving,
	sending,
	TODAY,
} from "../storage/contract/builders";
import { type Commit, expectOutcome, type Subject } from "./subject";

const FAR_AHEAD = NOW + 1_000_000_000_000;

const keyOf = (take: Take) => `${take.browserId} ${take.id}`;

function parseKey(key: string) {
	const [browserId, takeId] = key.split(" ");
	return { browserId: browserIdSchema.parse(browserId), takeId: takeIdSchema.parse(takeId) };
}

function spellTake(state: Take["state"], attempts: number, dispatchId: string, remoteId: string | null): string {
	return JSON.stringify([state.kind, attempts, dispatchId, remoteId]);
}

/** Clicks, and a worker that brings takes from state to state. */
export function takesSubject(storage: Storage): Subject {
	const { takes, queue } = storage;
	return {
		store: "takes",
		async write(commit) {
			const take = aTake();
			await commit(keyOf(take), spellTake(take.state, 0, "", null), async () =>
				expectOutcome(await takes.create(aClick(take, { nextWakeAtMs: FAR_AHEAD })), "created"),
			);
			for (const _ of ["intent", "answer", "film"]) {
				await queue.wake(take.id, NOW);
				const [claim] = await queue.claimDue({ worker: "w", nowMs: NOW, leaseUntilMs: NOW, limit: 1 });
				if (claim) await advance(storage, claim, commit);
			}
		},
		async read(key) {
			const { browserId, takeId } = parseKey(key);
			const found = await takes.find(browserId, takeId);
			const sent = await queue.findDispatch(takeId);
			if (!found) return sent && "an intent without its take";
			return spellTake(found.take.state, found.take.attempts, sent?.id ?? "", sent?.answer?.remoteId ?? null);
		},
	};
}

async function advance({ queue }: Storage, claim: Claim, commit: Commit): Promise<void> {
	const key = keyOf(claim.take);
	const sent = await queue.findDispatch(claim.take.id);
	if (sent === null) {
		const intent = anIntent();
		const state = sending(intent.id);
		await commit(key, spellTake(state, 1, intent.id, null), async () =>
			expectOutcome(await queue.commitIntent(claim, intent, state), "committed"),
		);
		return;
	}
	const remoteId = sent.answer?.remoteId ?? newDispatchId();
	const state = sent.answer ? ready() : rendering(remoteId);
	const answer = { kind: "accepted", remoteId, rawReply: "{}", atMs: NOW } as const;
	const change = aChange(state, { answer, nextWakeAtMs: sent.answer ? null : FAR_AHEAD });
	await commit(key, spellTake(state, 1, sent.id, remoteId), async () =>
		expectOutcome(await queue.record(claim, change), "recorded"),
	);
}

/** Each browser clicks once, so that its counter is what its only take counts for. */
export function spendSubject({ takes, receipts, spend }: Storage): Subject {
	const everybody = counterOf("all");
	const spell = (end: string, micros: number) => JSON.stringify([end, micros]);
	return {
		store: "receipts, spend",
		async write(commit) {
			const take = aTake();
			const limits = [counterOf(take.browserId), everybody].map((counter) => ({ counter, capMicros: 1e15 }));
			const reservation = reserving(1_000, limits);
			await commit(keyOf(take), spell("open", 1_000), async () =>
				expectOutcome(await takes.create(aClick(take, { reservation, nextWakeAtMs: FAR_AHEAD })), "created"),
			);
			const receipt = { ...openReceipt(take, reservation), end: { kind: "ready", atMs: NOW } } as const;
			const change = aChange(FAILED, { receipt, countedMicros: 1_234, nextWakeAtMs: null });
			await commit(keyOf(take), spell("ready", 1_234), async () =>
				expectOutcome(await takes.change(take.browserId, take.id, 0, change), "changed"),
			);
		},
		async read(key) {
			const { browserId, takeId } = parseKey(key);
			const receipt = await receipts.find(browserId, takeId);
			const counter = counterOf(browserId);
			const micros = (await spend.read(TODAY, [counter])).get(counter) ?? 0;
			return receipt || micros > 0 ? spell(receipt?.end.kind ?? "no receipt", micros) : null;
		},
		async compare(keys) {
			const counters = keys.map((key) => counterOf(parseKey(key).browserId));
			const used = await spend.read(TODAY, [...counters, everybody]);
			const sum = counters.reduce((total, counter) => total + (used.get(counter) ?? 0), 0);
			const all = used.get(everybody) ?? 0;
			return sum === all ? null : `All browsers together spent ${all}, and one by one ${sum}.`;
		},
	};
}

/** A film's link, and the link's end. */
export function sharesSubject({ takes, shares }: Storage): Subject {
	return {
		store: "shares",
		async write(commit) {
			const take = aTake();
			await takes.create(aClick(take, { nextWakeAtMs: FAR_AHEAD }));
			await takes.change(take.browserId, take.id, 0, aChange(ready(), { nextWakeAtMs: null }));
			const grant = aGrant(take.id);
			const tokenHash = newTokenHash();
			await commit(tokenHash, "live", async () =>
				expectOutcome(await shares.create({ grant, browserId: take.browserId, tokenHash }), "created"),
			);
			await commit(tokenHash, "revoked", async () =>
				expectOutcome(await shares.revoke(take.browserId, grant.id, NOW), "revoked"),
			);
		},
		async read(key) {
			const found = await shares.findByToken(key);
			if (!found) return null;
			return found.grant.revokedAtMs === null ? "live" : "revoked";
		},
	};
}
