import { expect, test } from "vitest";
import { countsText } from "@/lib/domain/history/counts";
import { canKeepMore, MAX_KEPT } from "@/lib/domain/history/keep";
import type { StateKind } from "@/lib/domain/take/state";

test.each<[StateKind[], string]>([
	[[], "0 running · 0 completed"],
	[["rendering", "ready", "ready"], "1 running · 2 completed"],
	[["queued", "sending", "rendering", "saving"], "4 running · 0 completed"],
	[["failed", "cancelled"], "0 running · 0 completed"],
	[["outcome-unknown", "ready"], "0 running · 1 completed · 1 unknown"],
])("%j reads %s", (kinds, text) => {
	expect(countsText(kinds.map((kind) => ({ state: { kind } })))).toBe(text);
});

test("ten takes can be kept, an eleventh not", () => {
	expect(canKeepMore(MAX_KEPT - 1).ok).toBe(true);
	expect(canKeepMore(MAX_KEPT)).toMatchObject({ ok: false, problem: expect.stringContaining("10 takes") });
});
