import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	canRestore,
	HISTORY_SIZE,
	makeRoom,
	mediaGoAtMs,
	purgeAtMs,
	whoLeavesNext,
	whoLeavesQuietly,
} from "@/lib/domain/history/leaving";
import type { TakeId } from "@/lib/domain/ids";
import { NEW_LABELS, type Take } from "@/lib/domain/take/take";
import { anAnimatic, aTake, takeId } from "../take/builders";
import { STATES } from "../take/samples";

const KEPT = { ...NEW_LABELS, keep: true };

/** Number 1 is the oldest. */
function filled(count: number, each: (number: number) => Partial<Take> = () => ({})): Take[] {
	return Array.from({ length: count }, (_, index) =>
		aTake({ id: takeId(index + 1), createdAtMs: index + 1, ...each(index + 1) }),
	);
}

function idsOf(takes: readonly Take[]): TakeId[] {
	return takes.map((take) => take.id);
}

describe("who leaves when one more take arrives", () => {
	test("nobody while there is room", () => {
		expect(whoLeavesNext(filled(HISTORY_SIZE - 1))).toEqual([]);
	});

	test("the oldest paid film where there are only paid films", () => {
		expect(idsOf(whoLeavesNext(filled(HISTORY_SIZE)))).toEqual([takeId(1)]);
	});

	test.each<[string, Partial<Take>]>([
		["a failed take before any film", { state: STATES.failed }],
		["a cancelled take before any film", { state: STATES.cancelled }],
		["an animatic before a paid film", { payer: { kind: "free" }, gateway: "animatic" }],
	])("%s, though it is the newest", (_, changes) => {
		const takes = filled(HISTORY_SIZE, (number) => (number === HISTORY_SIZE ? changes : {}));
		expect(idsOf(whoLeavesNext(takes))).toEqual([takeId(HISTORY_SIZE)]);
	});

	test("failed and cancelled ones are one kind: the oldest of both", () => {
		const takes = filled(HISTORY_SIZE, (number) =>
			number === 4 ? { state: STATES.cancelled } : number === 9 ? { state: STATES.failed } : {},
		);
		expect(idsOf(whoLeavesNext(takes))).toEqual([takeId(4)]);
	});

	test("a failed animatic before a finished one", () => {
		const takes = filled(HISTORY_SIZE, (number) => ({
			payer: { kind: "free" },
			state: number === 7 ? STATES.failed : STATES.ready,
		}));
		expect(idsOf(whoLeavesNext(takes))).toEqual([takeId(7)]);
	});

	test("never a kept one", () => {
		const takes = filled(HISTORY_SIZE, (number) => (number <= 10 ? { labels: KEPT } : {}));
		expect(idsOf(whoLeavesNext(takes))).toEqual([takeId(11)]);
	});

	test.each(["queued", "sending", "rendering", "saving", "outcome-unknown"] as const)(
		"never one that is %s",
		(kind) => {
			expect(whoLeavesNext(filled(HISTORY_SIZE + 5, () => ({ state: STATES[kind] })))).toEqual([]);
		},
	);

	test("those that left take no room", () => {
		const takes = filled(HISTORY_SIZE + 3, (number) => (number <= 4 ? { left: { atMs: 1, purgeAtMs: 2 } } : {}));
		expect(whoLeavesNext(takes)).toEqual([]);
	});

	test("several where the history had grown beyond its size", () => {
		expect(idsOf(whoLeavesNext(filled(HISTORY_SIZE + 2)))).toEqual([takeId(1), takeId(2), takeId(3)]);
	});
});

describe("making room", () => {
	test("a paid film that was named leaves", () => {
		expect(makeRoom(filled(HISTORY_SIZE), new Set([takeId(1)]))).toEqual({ ok: true, value: [takeId(1)] });
	});

	test("a paid film that was not named is named first", () => {
		const result = makeRoom(filled(HISTORY_SIZE), new Set([takeId(2)]));
		expect(result).toMatchObject({ ok: false, problem: { kind: "unannounced", takes: [{ id: takeId(1) }] } });
	});

	test("an animatic leaves without a word", () => {
		const takes = [...filled(HISTORY_SIZE - 1), anAnimatic({ id: takeId(99) })];
		expect(makeRoom(takes, new Set())).toEqual({ ok: true, value: [takeId(99)] });
	});

	test("where nobody can leave the history grows", () => {
		const takes = filled(HISTORY_SIZE, () => ({ state: STATES.rendering }));
		expect(makeRoom(takes, new Set())).toEqual({ ok: true, value: [] });
	});
});

describe("leaving quietly", () => {
	test("brings a history that is too long back to its size, paid films excepted", () => {
		const takes = filled(HISTORY_SIZE + 3, (number) => (number % 10 === 0 ? { state: STATES.failed } : {}));
		expect(idsOf(whoLeavesQuietly(takes))).toEqual([takeId(10), takeId(20)]);
	});

	test("takes nothing from a history of its size", () => {
		expect(whoLeavesQuietly(filled(HISTORY_SIZE, () => ({ state: STATES.failed })))).toEqual([]);
	});
});

describe("media of a take that left", () => {
	const left = { atMs: 1_000, purgeAtMs: purgeAtMs(1_000) };

	test("go 24 hours later", () => {
		expect(mediaGoAtMs(left, null)).toBe(1_000 + 24 * 3_600_000);
	});

	test("stay until the last live link ends", () => {
		expect(mediaGoAtMs(left, left.purgeAtMs + 5)).toBe(left.purgeAtMs + 5);
		expect(mediaGoAtMs(left, left.purgeAtMs - 5)).toBe(left.purgeAtMs);
	});

	test("can be restored until they go, and not after", () => {
		expect(canRestore({ left }, left.purgeAtMs - 1)).toBe(true);
		expect(canRestore({ left }, left.purgeAtMs)).toBe(false);
		expect(canRestore({ left: null }, 0)).toBe(false);
	});
});

describe("any history", () => {
	const anyTake = fc.record({
		kind: fc.constantFrom(...Object.values(STATES)),
		free: fc.boolean(),
		keep: fc.boolean(),
		gone: fc.boolean(),
		createdAtMs: fc.integer({ min: 0, max: 30 }),
	});
	const anyHistory = fc.array(anyTake, { maxLength: 40 }).map((parts) =>
		parts.map(({ kind, free, keep, gone, createdAtMs }, index) => {
			const changes: Partial<Take> = {
				id: takeId(index),
				createdAtMs,
				state: kind,
				labels: { ...NEW_LABELS, keep },
				left: gone ? { atMs: 1, purgeAtMs: 2 } : null,
			};
			return free ? anAnimatic(changes) : aTake(changes);
		}),
	);
	const worth = (take: Take) => (take.state.kind !== "ready" ? 0 : take.payer.kind === "free" ? 1 : 2);
	const always = (check: (takes: Take[]) => void) => fc.assert(fc.property(anyHistory, check), { numRuns: 2_000 });

	test("loses only finished takes that are not kept and have not left", () => {
		always((takes) => {
			for (const take of whoLeavesNext(takes)) {
				expect(["ready", "failed", "cancelled"]).toContain(take.state.kind);
				expect(take.labels.keep).toBe(false);
				expect(take.left).toBeNull();
			}
		});
	});

	test("loses nobody while somebody of less worth, or older and of the same, stays", () => {
		always((takes) => {
			const leaving = new Set(idsOf(whoLeavesNext(takes)));
			const staying = takes.filter(
				(take) =>
					!leaving.has(take.id) &&
					take.left === null &&
					!take.labels.keep &&
					["ready", "failed", "cancelled"].includes(take.state.kind),
			);
			for (const gone of takes.filter((take) => leaving.has(take.id))) {
				for (const stays of staying) {
					expect(worth(gone)).toBeLessThanOrEqual(worth(stays));
					if (worth(gone) === worth(stays)) expect(gone.createdAtMs).toBeLessThanOrEqual(stays.createdAtMs);
				}
			}
		});
	});

	test("holds at most its size after the arrival, or only those that cannot leave", () => {
		always((takes) => {
			const leaving = new Set(idsOf(whoLeavesNext(takes)));
			const stays = takes.filter((take) => take.left === null && !leaving.has(take.id));
			const stuck = stays.every(
				(take) =>
					take.labels.keep || ["queued", "sending", "rendering", "saving", "outcome-unknown"].includes(take.state.kind),
			);
			expect(stays.length + 1 <= HISTORY_SIZE || stuck).toBe(true);
		});
	});

	test("does not depend on the order it is listed in", () => {
		always((takes) => {
			expect(idsOf(whoLeavesNext(takes.toReversed()))).toEqual(idsOf(whoLeavesNext(takes)));
		});
	});

	test("never loses a paid film that was not named", () => {
		always((takes) => {
			const room = makeRoom(takes, new Set());
			const films = takes.filter((take) => worth(take) === 2).map((take) => take.id);
			if (room.ok) for (const id of room.value) expect(films).not.toContain(id);
			for (const take of whoLeavesQuietly(takes)) expect(films).not.toContain(take.id);
		});
	});
});
