import { describe, expect, test } from "vitest";
import { BREEDS } from "@/lib/children/animatic/picture/animals/breeds-wild";
import { frameAt, paceOf } from "@/lib/children/animatic/picture/animals/quadruped-gait";
import { poseOf, WALK_SPEED } from "@/lib/children/animatic/picture/figure/gait";
import { PROPORTIONS } from "@/lib/children/animatic/picture/figure/proportions";
import { standUp } from "@/lib/children/animatic/picture/figure/skeleton";
import { WALK_CYCLE_SECONDS } from "@/lib/domain/animatic-plan/gait-timing";
import type { FigureAction } from "@/lib/domain/animatic-plan/plan";

const ACTIONS: readonly FigureAction[] = ["stand", "walk", "run", "sit", "turn", "speak", "dance", "wave", "look"];
const STEP = 1 / 24;

describe.each(Object.entries(PROPORTIONS))("a %s", (_, size) => {
	test.each(ACTIONS)("keeps its limbs' lengths while it does %s", (action) => {
		for (let seconds = 0; seconds < 3; seconds += STEP) {
			const bones = standUp(poseOf(action, seconds, 3), size);
			for (const leg of bones.legs) {
				expect(Math.hypot(leg.middle.y - leg.root.y, leg.middle.z - leg.root.z)).toBeCloseTo(size.thigh, 6);
				expect(Math.hypot(leg.end.y - leg.middle.y, leg.end.z - leg.middle.z)).toBeCloseTo(size.shin, 6);
			}
		}
	});

	test("walks with a foot on the ground at every moment, and never under it", () => {
		for (let seconds = 0; seconds < 2.3; seconds += STEP) {
			const { legs } = standUp(poseOf("walk", seconds, 3), size);
			const lowest = Math.min(...legs.flatMap(({ end, tip }) => [end.y - 0.04, tip.y - 0.0098]));
			expect(lowest).toBeCloseTo(0, 2);
		}
	});
});

test("a walking foot on the ground goes back about as fast as the body goes forward", () => {
	const size = PROPORTIONS.anyone;
	const ankle = (seconds: number) => standUp(poseOf("walk", seconds, 3), size).legs[1].end.z;
	const [landed, leaving] = [0.06 * WALK_CYCLE_SECONDS, 0.44 * WALK_CYCLE_SECONDS];
	const speed = (ankle(landed) - ankle(leaving)) / (leaving - landed);
	expect(speed / WALK_SPEED).toBeGreaterThan(0.85);
	expect(speed / WALK_SPEED).toBeLessThan(1.15);
});

describe.each(Object.entries(BREEDS))("a %s", (_, breed) => {
	test.each(["walk", "run"] as const)(
		"plants its paws while it does %s: on the ground they move as the ground does",
		(action) => {
			const pace = paceOf(action);
			let planted = 0;
			for (let nth = 0; nth < 48; nth++) {
				const [here, next] = [frameAt(breed, action, nth * 0.01, 1), frameAt(breed, action, (nth + 1) * 0.01, 1)];
				here.legs.forEach((leg, side) => {
					const after = next.legs[side];
					if (!after || leg.paw[1] > 0 || after.paw[1] > 0) return;
					planted += 1;
					expect((leg.paw[0] - after.paw[0]) / 0.01).toBeCloseTo(pace, 5);
				});
			}
			expect(planted).toBeGreaterThan(20);
		},
	);
});
