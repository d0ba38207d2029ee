import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Shots, shotsSchema, totalSeconds } from "@/lib/domain/shot";
import { deleteShot } from "@/lib/domain/timeline/delete-shot";
import { dragEdge, dragShot } from "@/lib/domain/timeline/drag";
import { duplicateShot } from "@/lib/domain/timeline/duplicate-shot";
import { moveEdge } from "@/lib/domain/timeline/edges";
import type { ShotsEdit } from "@/lib/domain/timeline/edit-problem";
import { insertShot } from "@/lib/domain/timeline/insert-shot";
import { moveShot } from "@/lib/domain/timeline/move-shot";
import { setShotSeconds } from "@/lib/domain/timeline/shot-seconds";
import { splitShot } from "@/lib/domain/timeline/split-shot";
import { setTotal } from "@/lib/domain/timeline/total";
import type { Trim } from "@/lib/domain/timeline/trim";
import { anyShots, trims } from "./build-shots";

const EDITS = {
	setShotSeconds: (shots, index, number, trim) => setShotSeconds(shots, index, number, trim),
	moveEdge: (shots, index, number, trim) => moveEdge(shots, index, number, trim),
	dragEdge: (shots, index, number, trim) => dragEdge(shots, index, number - 7.3, trim),
	dragShot: (shots, index, number) => dragShot(shots, index, number - 7.3),
	insertShot: (shots, index, _, trim) => insertShot(shots, index, trim),
	splitShot: (shots, index) => splitShot(shots, index),
	duplicateShot: (shots, index, _, trim) => duplicateShot(shots, index, trim),
	deleteShot: (shots, index, _, trim) => deleteShot(shots, index, trim),
	moveShot: (shots, index, number) => moveShot(shots, index, number),
	setTotal: (shots, _, number) => setTotal(shots, number),
} satisfies Record<string, (shots: Shots, index: number, number: number, trim: Trim) => ShotsEdit>;

/** These change the total by their nature, or never, whichever the trim. */
const SETS_TOTAL = "setTotal";

const steps = fc.record({
	name: fc.constantFrom(...Object.keys(EDITS).filter((name): name is keyof typeof EDITS => name in EDITS)),
	index: fc.integer({ min: -1, max: 6 }),
	number: fc.integer({ min: -2, max: 18 }),
	trim: trims,
});

describe("a thousand edits in any order", () => {
	it("never break a timeline: the schema holds, ids differ, 1 to 6 shots of 1 s or more, 3 to 15 s in all", () => {
		const refused = new Map<string, number>();
		const done = new Map<string, number>();
		const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
		fc.assert(
			fc.property(anyShots, fc.array(steps, { minLength: 1_000, maxLength: 1_000 }), (first, sequence) => {
				let shots = first;
				for (const { name, index, number, trim } of sequence) {
					const edit = EDITS[name](shots, index, number, trim);
					count(edit.ok ? done : refused, name);
					if (!edit.ok) continue;
					expect(shotsSchema.safeParse(edit.value).success).toBe(true);
					if (trim === "roll" && name !== SETS_TOTAL) expect(totalSeconds(edit.value)).toBe(totalSeconds(shots));
					shots = edit.value;
				}
			}),
			{ numRuns: 100 },
		);
		for (const name of Object.keys(EDITS)) {
			expect(done.get(name) ?? 0, `${name} was done`).toBeGreaterThan(500);
			expect(refused.get(name) ?? 0, `${name} was refused`).toBeGreaterThan(500);
		}
	});
});
