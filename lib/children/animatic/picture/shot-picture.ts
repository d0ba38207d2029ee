import type { AnimaticPlan, PlannedShot } from "@/lib/domain/animatic-plan/plan";
import { animalActor, animalPace } from "./actors/animal-actor";
import { type Actor, figureActor } from "./actors/figure-actor";
import { isMoving, speedOf } from "./actors/staging";
import { applyView, type Focus, lensAt, viewAt } from "./camera/camera";
import { type Stage, stageOf } from "./camera/stage";
import { lightFor } from "./light/light";
import type { Ctx } from "./paint/surface";
import { propLayers } from "./props/prop-layers";
import type { Box } from "./scenes/coverage";
import type { Layer, Moment } from "./scenes/layer";
import { SCENE_BUILDERS } from "./scenes/scene-builders";
import { type Laid, seenParts } from "./scenes/seen-parts";
import type { SceneSet } from "./scenes/set";
import { skyWeather, weatherLayers } from "./weather/weather-layers";

export interface ShotPicture {
	draw(ctx: Ctx, seconds: number): void;
}

const HIDDEN_TRACK = 0;

/** Heights a second the camera keeps up with. */
function trackSpeed(shot: PlannedShot, set: SceneSet, stage: Stage): number {
	if (set.ground.traffic !== "lateral") return HIDDEN_TRACK;
	const runner = shot.figures.find(isMoving);
	if (runner) return speedOf(runner.action) * set.ground.height * (runner.facing === "left" ? -1 : 1);
	return Math.max(HIDDEN_TRACK, ...shot.animals.map((animal) => animalPace(shot, animal, stage, set.ground)));
}

function focusOf(shot: PlannedShot, set: SceneSet, stage: Stage): Focus {
	const first = shot.figures[0];
	if (!first || set.ground.traffic === "depth") return set.focus;
	return { x: (first.place * stage.width + set.focus.x) / 2, y: set.ground.y - set.ground.height * 0.72 };
}

/** Only where it is seen: most of a plate is empty, or lies behind another. */
function drawLaid(ctx: Ctx, { layer, view }: Laid, moment: Moment, parts: readonly Box[] | null): void {
	if (parts?.length === 0) return;
	ctx.save();
	if (parts) {
		ctx.setTransform(1, 0, 0, 1, 0, 0);
		ctx.beginPath();
		for (const { left, top, right, bottom } of parts) ctx.rect(left, top, right - left, bottom - top);
		ctx.clip();
	}
	applyView(ctx, view);
	layer.draw(ctx, moment);
	ctx.restore();
}

/** A shot without a photograph: its scene, its people and animals, its weather, seen by its camera. */
export function sceneShot(plan: AnimaticPlan, shot: PlannedShot): ShotPicture {
	const stage = stageOf(plan.width, plan.height);
	const light = lightFor(shot);
	const build = { stage, light, shot, seed: shot.seed };
	const set = SCENE_BUILDERS[shot.scene](build);
	const of = shot.frames / plan.fps;
	const figures = shot.figures.map((_, nth) => figureActor(shot, nth, stage, set.ground, of));
	const animals = shot.animals.map((animal, nth) =>
		animalActor({
			animal,
			nth,
			stage,
			ground: set.ground,
			withPeople: shot.figures.length > 0,
			together: shot.animals.length,
			of,
		}),
	);
	const actors = [...figures, ...animals].filter((actor): actor is Actor => actor !== null);
	const focus = focusOf(shot, set, stage);
	const things = propLayers(build, set);
	const [sky, ...land] = set.behind;
	const behind = [...(sky ? [sky] : []), ...skyWeather(build), ...things.far, ...land, ...things.behind];
	const before = [...things.before, ...set.before, ...weatherLayers(build)];
	const speed = trackSpeed(shot, set, stage);
	const draw = (ctx: Ctx, seconds: number) => {
		const moment: Moment = { seconds, share: seconds / of, track: speed * seconds };
		const lens = lensAt(shot.move, moment.share, of);
		const lay = (layer: Layer): Laid => ({ layer, view: viewAt(stage, lens, layer.depth, focus, seconds) });
		const stack = [...behind, ...before].map(lay);
		const seen = seenParts(stage, stack, moment);
		const drawFrom = (from: number, until: number) => {
			for (const [nth, laid] of stack.slice(from, until).entries())
				drawLaid(ctx, laid, moment, seen[from + nth] ?? null);
		};
		// No view is smaller than its plate, and above that "medium" only costs more.
		ctx.imageSmoothingQuality = "low";
		drawFrom(0, behind.length);
		const view = viewAt(stage, lens, 1, focus, seconds);
		for (const actor of actors) actor.draw(ctx, view, seconds);
		drawFrom(behind.length, stack.length);
		ctx.imageSmoothingQuality = "medium";
		ctx.setTransform(1, 0, 0, 1, 0, 0);
	};
	return { draw };
}
