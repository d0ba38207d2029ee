import { describe, expect, it } from "vitest";
import type { TakeState } from "@/lib/domain/take/state";
import { viewTake } from "@/lib/domain/take/view";
import { aTake, FAILED, QUEUED, ready, rendering, sending, unknown } from "../storage/contract/builders";
import { TakeLog } from "./take-log";

function complaintsAbout(states: readonly TakeState[]): readonly string[] {
	const log = new TakeLog();
	const take = aTake();
	for (const state of states) log.note(viewTake({ ...take, state }));
	return log.complaints;
}

describe("what the pages saw", () => {
	it.each<[string, readonly TakeState[]]>([
		["the usual way", [QUEUED, sending(), rendering(), ready()]],
		["states that were missed", [QUEUED, ready()]],
		["a doubt that is resolved", [sending(), unknown(), rendering(), ready()]],
		["an attempt that was put off", [QUEUED, sending(), QUEUED]],
	])("accepts %s", (_, states) => {
		expect(complaintsAbout(states)).toEqual([]);
	});

	it.each<[string, readonly TakeState[]]>([
		["a film that is no longer there", [ready(), rendering()]],
		["a task that is sent again", [rendering(), sending()]],
		["a failure that is taken back", [FAILED, rendering()]],
		[
			"an attempt that is undone",
			[
				{ ...QUEUED, attempt: 2 },
				{ ...QUEUED, attempt: 1 },
			],
		],
	])("complains of %s", (_, states) => {
		expect(complaintsAbout(states)).toHaveLength(1);
	});

	it("complains of a take that leaves while money hangs on it", () => {
		const log = new TakeLog();
		log.note(viewTake(aTake({ state: unknown(), left: { atMs: 1, purgeAtMs: 2 } })));
		expect(log.complaints).toHaveLength(1);
	});
});
