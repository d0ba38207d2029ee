import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { SNOW, snowed } from "../light/lying-snow";
import { band } from "../paint/brush";
import { between, type Chance, noiseFrom } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { merged, type PlateWish, plate } from "./layer";
import { fillUnder, ridgeLine } from "./parts/land";
import { type Peak, paintPeak } from "./parts/peaks";
import { skyLayer } from "./parts/sky";
import { paintPine } from "./parts/trees";
import { glitterLayer, waterSheet } from "./parts/water";
import type { Build, SceneSet } from "./set";

const ROCK = rgb("#6f7686");
const PINE = rgb("#3d5a4a");
const TURF = rgb("#6d7f4e");
const LAKE = rgb("#35708c");

function range(build: Build, depth: number, base: number, peaks: (chance: Chance) => Peak[], near: number): PlateWish {
	const { stage, light, seed } = build;
	return {
		depth,
		top: stage.top,
		bottom: base + 20 * stage.unit,
		wraps: true,
		seed: seed + Math.round(depth * 1000),
		paint: (ctx, chance) => {
			for (const peak of peaks(chance)) paintPeak(ctx, chance, light, peak, base, ROCK, SNOW, near);
			ctx.fillStyle = css(shade(light, ROCK, 0.3, near * 0.8));
			ctx.fillRect(stage.left - 3, base - 1, stage.fullWidth + 6, stage.bottom);
			band(ctx, stage.left - 3, stage.fullWidth + 6, base, 9 * stage.unit, light.haze, 0.75 - 0.3 * near);
		},
	};
}

/** The one the picture is about stands off the middle; its width follows its height, never the frame. */
function hero({ stage, light }: Build, horizon: number): (chance: Chance) => Peak[] {
	const tall = Math.min(horizon * 0.74, stage.unit * (stage.tall ? 76 : 52));
	return (chance) => [
		{
			x: stage.width * (light.from < 0 ? 0.18 : 0.84) - stage.unit * 8,
			tall: tall * 0.56,
			half: tall * 0.72,
			snow: 0.4,
		},
		{ x: stage.width * (light.from < 0 ? 0.9 : 0.1) + stage.unit * 6, tall: tall * 0.62, half: tall * 0.76, snow: 0.4 },
		{ x: stage.width * (light.from < 0 ? 0.62 : 0.4), tall, half: tall * 0.82, snow: 0.5 },
		{
			x: stage.width * (light.from < 0 ? 0.36 : 0.66),
			tall: tall * between(chance, 0.44, 0.54),
			half: tall * 0.56,
			snow: 0.3,
		},
	];
}

function foothills({ stage }: Build): (chance: Chance) => Peak[] {
	return (chance) =>
		Array.from({ length: stage.tall ? 3 : 6 }, (_, nth) => ({
			x: stage.left + (stage.fullWidth * (nth + chance())) / (stage.tall ? 3 : 6),
			tall: stage.unit * between(chance, 9, 17),
			half: stage.unit * between(chance, 22, 36),
			snow: 0,
		}));
}

function pineRow(
	build: Build,
	depth: number,
	base: number,
	tall: number,
	count: number,
	near: number,
	open: boolean,
	bottom: number,
): PlateWish {
	const { stage, light, seed, shot } = build;
	const snowy = shot.weather === "snow";
	const lit = shade(light, snowy ? mix(PINE, SNOW, 0.82) : PINE, 0.75, near);
	const dark = shade(light, scaled(PINE, 0.62), 0.15, near);
	return {
		depth,
		top: base - tall * 1.5,
		bottom,
		wraps: true,
		seed: seed + Math.round(depth * 377),
		paint: (ctx, chance) => {
			const noise = noiseFrom(chance, 4, 3);
			const line = ridgeLine(stage, noise, base, tall * 0.22);
			const trees = Array.from({ length: count }, () => chance()).sort();
			for (const share of trees) {
				const x = stage.left + share * stage.fullWidth;
				const middle = Math.abs((x - stage.width * 0.46) / stage.width);
				if (open && middle < (stage.tall ? 0.32 : 0.24)) continue;
				paintPine(ctx, chance, x, line(x) + tall * 0.06, tall * between(chance, 0.6, 1.2), [lit, dark], light.from);
			}
			paintGround(ctx, build, line, base, near);
		},
	};
}

function paintGround(
	ctx: Ctx,
	{ stage, light, shot }: Build,
	line: (x: number) => number,
	base: number,
	near: number,
): void {
	const ground = snowed(shot, TURF, 1);
	fillUnder(ctx, stage, line, base - 10 * stage.unit, stage.bottom, [
		[0, css(shade(light, ground, 0.75, near))],
		[0.3, css(shade(light, ground, 0.4, near))],
		[1, css(shade(light, scaled(ground, 0.5), 0.2, near))],
	]);
}

/** A peak with its range, foothills in haze, a lake or a pine valley, and pines that frame the view. */
export function mountain(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height } = stage;
	const horizon = height * (stage.tall ? 0.6 : 0.58);
	const foot = height * 0.81;
	const lake = shot.props.some(({ kind }) => kind === "lake");
	const sunX = light.from < 0 ? 0.3 : 0.72;
	const sky = skyLayer(build, { horizon, sunX, sunUp: light.night ? 0.42 : 0.2, cloud: 0.5, heaps: 3 });
	const water = {
		depth: 0.4,
		top: horizon + 2.5 * unit,
		bottom: foot + 14 * unit,
		colour: LAKE,
		sunX,
		glitter: 0.6,
		swell: 0.2,
	};
	const shore = pineRow(
		build,
		0.34,
		horizon + 3.6 * unit,
		6.5 * unit,
		stage.tall ? 40 : 70,
		0.62,
		false,
		horizon + 26 * unit,
	);
	const woods = pineRow(build, 0.6, horizon + 12 * unit, 11 * unit, stage.tall ? 30 : 54, 0.8, false, foot + 14 * unit);
	const valley = lake
		? [plate(stage, shore), waterSheet(build, water), glitterLayer(build, water)]
		: [plate(stage, merged(0.5, [shore, woods]))];
	// Trees this near would walk through whoever the camera follows.
	const front = [...shot.figures, ...shot.animals].some(({ action }) => action === "walk" || action === "run")
		? 24
		: 46;
	return {
		behind: [
			sky,
			plate(
				stage,
				merged(0.08, [
					range(build, 0.06, horizon, hero(build, horizon), 0.62),
					range(build, 0.16, horizon + 2.5 * unit, foothills(build), 0.5),
				]),
			),
			...valley,
			plate(stage, pineRow(build, 1, foot - 1.5 * unit, 30 * unit, stage.tall ? 9 : 16, 0.98, true, stage.bottom)),
		],
		before: [
			plate(stage, pineRow(build, 1.45, height + 12 * unit, front * unit, stage.tall ? 5 : 8, 1, true, stage.bottom)),
		],
		focus: { x: stage.width * 0.5, y: horizon - 10 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 33 : 37) * unit,
			traffic: "lateral",
			seat: "rock",
			horizon,
			falling: outdoors(light),
			shadow: { alpha: light.night ? 0.2 : 0.34 * Math.max(0.3, light.clear), length: 0.24, slant: light.from * -1.4 },
			mirror: 0,
		},
	};
}
