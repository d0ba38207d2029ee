import { describe, expect, it } from "vitest";
import { openReceipt } from "@/lib/domain/receipt/open-receipt";
import type { TakeState } from "@/lib/domain/take/state";
import { aTake, FAILURE, FREE, NOW, QUEUED, ready, rendering, unknown } from "../storage/contract/builders";
import { sha256 } from "../support/emulators/kernel/ledger";
import type { SubmitEntry } from "../support/emulators/kernel/ledger-records";
import { check } from "./check";
import type { Click } from "./clicks";
import type { InspectedTake } from "./inspect";
import { markOf } from "./orders";

const FILM = sha256(Buffer.from("a film"));

function charge(taskId: string, changes: Partial<SubmitEntry> = {}): SubmitEntry {
	const body = Buffer.from(JSON.stringify({ prompt: `A kite, ${markOf(7)}` }));
	return {
		seq: 1,
		atMs: 0,
		path: "/",
		bodyBase64: body.toString("base64"),
		bodySha256: sha256(body),
		freshConnection: true,
		ourId: null,
		outcome: "accepted",
		refusal: null,
		fault: null,
		answered: 200,
		taskId,
		charged: { micros: 1, currency: "credits" },
		refunded: false,
		filmSha256: FILM,
		watermarkedSha256: null,
		filmBytes: 6,
		looks: 1,
		downloads: 1,
		bytesSent: 6,
		finished: "done",
		...changes,
	};
}

function readyWith(hash: string): TakeState {
	const state = ready();
	return { ...state, media: { ...state.media, sha256: hash } };
}

interface Story {
	readonly entries: readonly SubmitEntry[];
	readonly state: TakeState;
	readonly stored?: string | null;
	readonly remoteId?: string | null;
	readonly isThere?: boolean;
}

function judge({ entries, state, stored = FILM, remoteId = "task-1", isThere = true }: Story) {
	const take = aTake({ gateway: "evolink", state });
	const { draft, browserId, id } = take;
	const click: Click = { number: 7, browserId, gateway: "evolink", draft, takes: [id], clickedTwice: false };
	const receipt = openReceipt(take, FREE);
	const inspected: InspectedTake = { take, remoteId, receipt, storedSha256: stored };
	return check([click], new Map([["evolink", entries]]), {
		atMs: NOW,
		takes: new Map(isThere ? [[id, inspected]] : []),
		receipts: new Map([[id, receipt]]),
		lostCallbacks: [],
	});
}

const NOTHING = { duplicates: [], lostTakes: [], lostFilms: [], others: [] };

describe("the reckoning", () => {
	it("has nothing to say where the app and the ledger agree", () => {
		expect(judge({ entries: [charge("task-1")], state: readyWith(FILM) })).toEqual(NOTHING);
	});

	it("has nothing to say of a charge whose take is openly in doubt", () => {
		expect(judge({ entries: [charge("task-1")], state: unknown(), remoteId: null })).toEqual(NOTHING);
	});

	it("names a click that was charged twice", () => {
		const { duplicates } = judge({ entries: [charge("task-1"), charge("task-2")], state: readyWith(FILM) });
		expect(duplicates).toEqual(["Click 7 at evolink was charged 2 times for 1 takes."]);
	});

	it("names a take that is gone before it ended", () => {
		expect(judge({ entries: [], state: QUEUED, isThere: false }).lostTakes).toHaveLength(1);
	});

	it("names a film that was made and is not here", () => {
		expect(judge({ entries: [charge("task-1")], state: rendering("task-1") }).lostFilms).toHaveLength(1);
	});

	it("names a film that is another one than was charged", () => {
		const other = sha256(Buffer.from("another"));
		expect(judge({ entries: [charge("task-1")], state: readyWith(other), stored: other }).lostFilms).toHaveLength(1);
	});

	it.each<[string, Story]>([
		["bytes that are not what the take says", { entries: [charge("task-1")], state: readyWith(FILM), stored: null }],
		["a charge that no take has", { entries: [charge("task-9")], state: QUEUED, remoteId: null }],
		[
			"a take that says not charged while the money is gone",
			{
				entries: [charge("task-1", { finished: "failed", filmSha256: null })],
				state: { kind: "failed", sinceMs: 1, failure: FAILURE },
			},
		],
		[
			"a paid request on a used connection",
			{ entries: [charge("task-1", { freshConnection: false })], state: readyWith(FILM) },
		],
	])("names %s", (_, story) => {
		expect(judge(story).others).toHaveLength(1);
	});
});
