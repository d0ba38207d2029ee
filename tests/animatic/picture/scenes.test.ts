import type { Canvas } from "@napi-rs/canvas";
import { describe, expect, test } from "vitest";
import { createSurface } from "@/lib/children/animatic/picture/paint/surface";
import { SCENE_BUILDERS } from "@/lib/children/animatic/picture/scenes/scene-builders";
import { sceneShot } from "@/lib/children/animatic/picture/shot-picture";
import type {
	AnimaticPlan,
	MoveKind,
	PlannedShot,
	SceneKind,
	TimeOfDay,
	Weather,
} from "@/lib/domain/animatic-plan/plan";
import type { Ratio } from "@/lib/domain/draft";
import { planOf, RATIOS, small } from "./film-of";
import { edgeMap, leastAlpha, likeness } from "./pixels";

const SCENES = Object.keys(SCENE_BUILDERS).filter((kind): kind is SceneKind => kind in SCENE_BUILDERS);
const TIMES: readonly TimeOfDay[] = ["dawn", "day", "dusk", "night"];
const WEATHERS: readonly Weather[] = ["clear", "rain", "snow", "fog", "storm", "dust"];
const WIDEST_MOVES: readonly MoveKind[] = ["tilt-down", "crane-up", "orbit", "dolly"];

function planWith(ratio: Ratio, shortSide: number, shot: Partial<PlannedShot>, words = ""): AnimaticPlan {
	const plan = small(planOf(words, { ratio }), shortSide);
	return { ...plan, shots: plan.shots.map((each) => ({ ...each, caption: "", ...shot })) };
}

/** The layers alone: without the ground the painter lays under them and the overlay it puts on top. */
function layersOf(plan: AnimaticPlan): (frame: number) => Canvas {
	const shot = plan.shots[0];
	if (!shot) throw new Error("A plan has at least one shot.");
	const picture = sceneShot(plan, shot);
	return (frame) => {
		const { canvas, ctx } = createSurface(plan.width, plan.height);
		picture.draw(ctx, frame / plan.fps);
		return canvas;
	};
}

/** A hair's seam between two softened edges may let a little through; a gap lets all. */
const COVERED = 180;

describe.each(SCENES)("%s", (scene) => {
	test.each(RATIOS)("in %s paints at every hour, to the last pixel", (ratio) => {
		for (const time of TIMES) {
			const plan = planWith(ratio, 60, { scene, time });
			const draw = layersOf(plan);
			expect(leastAlpha(draw(30)), time).toBeGreaterThan(COVERED);
		}
	});

	test.each(RATIOS)("in %s stays covered under the widest moves of the camera", (ratio) => {
		for (const kind of WIDEST_MOVES) {
			const plan = planWith(ratio, 60, { scene, move: { kind, asked: true, strength: 1.4 } });
			const draw = layersOf(plan);
			for (const frame of [0, plan.frames - 1])
				expect(leastAlpha(draw(frame)), `${kind} at ${frame}`).toBeGreaterThan(COVERED);
		}
	});

	test("bears every weather", () => {
		for (const weather of WEATHERS) {
			const draw = layersOf(planWith("1:1", 60, { scene, weather }));
			expect(leastAlpha(draw(20)), weather).toBeGreaterThan(COVERED);
		}
	});

	test("stays covered while the camera keeps up with somebody running", () => {
		const plan = planWith("16:9", 60, { scene }, "a woman runs");
		const draw = layersOf(plan);
		for (const frame of [0, 31, plan.frames - 1]) expect(leastAlpha(draw(frame))).toBeGreaterThan(COVERED);
	});
});

test("no scene is another's recolour: their edges lie elsewhere", () => {
	const maps = new Map<SceneKind, Float64Array>();
	for (const scene of SCENES) {
		const draw = layersOf(planWith("16:9", 180, { scene, time: "dusk", seed: 8 }));
		maps.set(scene, edgeMap(draw(36)));
	}
	const alike: string[] = [];
	for (const [a, first] of maps) {
		for (const [b, second] of maps)
			if (a < b && likeness(first, second) > 0.86) alike.push(`${a} ~ ${b}: ${likeness(first, second).toFixed(3)}`);
	}
	expect(alike).toEqual([]);
});

test("a recolour would be noticed: the same scene at another hour has the same edges", () => {
	const [dawn, dusk] = (["dawn", "dusk"] as const).map((time) =>
		edgeMap(layersOf(planWith("16:9", 180, { scene: "desert", time, seed: 8 }))(36)),
	);
	expect(likeness(dawn ?? new Float64Array(), dusk ?? new Float64Array())).toBeGreaterThan(0.86);
});
