import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { planAnimatic } from "@/lib/domain/animatic-plan/plan-animatic";
import { type Draft, NEW_DRAFT, type Ratio } from "@/lib/domain/draft";

export interface ShotWish {
	readonly words: string;
	readonly seconds: number;
}

export function draftOf(shots: readonly ShotWish[], more: Partial<Draft> = {}): Draft {
	return {
		...NEW_DRAFT,
		composition: {
			mode: "shots",
			shots: shots.map(({ words, seconds }, nth) => ({ id: nth + 1, seconds, words })),
			shelvedProse: { text: "", seconds: 5 },
		},
		...more,
	};
}

export function planOf(words: string, more: Partial<Draft> = {}): AnimaticPlan {
	return planAnimatic(draftOf([{ words, seconds: 3 }], more));
}

export function shotOf(words: string, more: Partial<Draft> = {}): PlannedShot {
	const shot = planOf(words, more).shots[0];
	if (!shot) throw new Error("A plan has at least one shot.");
	return shot;
}

/** The same film at a size that a test can afford. */
export function small(plan: AnimaticPlan, shortSide: number): AnimaticPlan {
	const scale = shortSide / Math.min(plan.width, plan.height);
	const even = (length: number) => Math.round((length * scale) / 2) * 2;
	return { ...plan, width: even(plan.width), height: even(plan.height) };
}

export const RATIOS: readonly Ratio[] = ["16:9", "9:16", "1:1"];
