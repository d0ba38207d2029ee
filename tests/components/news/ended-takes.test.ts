import { describe, expect, it } from "vitest";
import { endedTake, lookAt } from "@/components/news/ended-takes";
import { type TakeId, takeIdSchema } from "@/lib/domain/ids";
import type { TakeState } from "@/lib/domain/take/state";

const OPENED_MS = 1_000;

function take(nth: number, createdAtMs: number, state: TakeState) {
	const id: TakeId = takeIdSchema.parse(`tk_${String(nth).padStart(26, "0")}`);
	return { id, createdAtMs, state };
}

const queued: TakeState = { kind: "queued", sinceMs: 0, attempt: 1, held: null };
const failed: TakeState = {
	kind: "failed",
	sinceMs: 0,
	failure: { code: "refused-money", sentence: "No money.", gatewayWords: null, charged: "no" },
};

describe("a take is told as ended", () => {
	it("when it ran at the last look", () => {
		const look = lookAt([take(1, 5, queued)], OPENED_MS);
		expect(endedTake(look, [take(1, 5, failed)])).toMatchObject({ word: "Failed" });
	});

	it("when it was refused before anybody saw it run", () => {
		const before = [take(1, 5, failed)];
		const newest = take(2, 9, failed);
		expect(endedTake(lookAt(before, OPENED_MS), [newest, ...before])?.take).toBe(newest);
		expect(endedTake(lookAt([], OPENED_MS), [take(1, OPENED_MS + 1, failed)])).not.toBeNull();
	});

	it("not while it runs, nor when it had ended before, nor when it came back to the history", () => {
		const ended = take(2, 9, failed);
		expect(endedTake(lookAt([], OPENED_MS), [take(1, OPENED_MS + 1, queued)])).toBeNull();
		expect(endedTake(lookAt([ended], OPENED_MS), [ended])).toBeNull();
		expect(endedTake(lookAt([ended], OPENED_MS), [ended, take(1, 5, failed)])).toBeNull();
	});
});
