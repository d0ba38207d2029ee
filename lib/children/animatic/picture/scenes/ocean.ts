import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { band } from "../paint/brush";
import { between, type Chance, noiseFrom } from "../paint/chance";
import { css, mix, rgb, scaled, WHITE } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { skyLayer } from "./parts/sky";
import { DEEP, glitterLayer, swellLayer, type Water, waterSheet } from "./parts/water";
import type { Build, SceneSet } from "./set";

const CLIFF = rgb("#5c564f");

function stack(ctx: Ctx, chance: Chance, x: number, base: number, width: number, tall: number): void {
	ctx.beginPath();
	ctx.moveTo(x - width * 0.62, base);
	ctx.lineTo(x - width * 0.5, base - tall * between(chance, 0.4, 0.6));
	ctx.lineTo(x - width * 0.3, base - tall * between(chance, 0.82, 0.95));
	ctx.lineTo(x + width * 0.1, base - tall);
	ctx.lineTo(x + width * 0.36, base - tall * between(chance, 0.7, 0.9));
	ctx.lineTo(x + width * 0.46, base - tall * between(chance, 0.3, 0.5));
	ctx.lineTo(x + width * 0.7, base);
	ctx.closePath();
	ctx.fill();
}

function distantRocks(build: Build, horizon: number): Layer {
	const { stage, light, seed } = build;
	return plate(stage, {
		depth: 0.08,
		top: horizon - 16 * stage.unit,
		bottom: horizon + 4 * stage.unit,
		seed: seed + 3,
		paint: (ctx, chance) => {
			const side = light.from < 0 ? 0.84 : 0.14;
			for (const [off, size, near] of [
				[-7, 0.6, 0.4],
				[0, 1, 0.5],
				[11, 0.42, 0.44],
			] as const) {
				ctx.fillStyle = css(shade(light, CLIFF, 0.3, near));
				stack(
					ctx,
					chance,
					stage.width * side + off * stage.unit,
					horizon + 0.7 * stage.unit,
					stage.unit * 9 * size,
					stage.unit * 13 * size,
				);
				ctx.fillStyle = css(mix(light.sky[3], WHITE, 0.3), 0.7);
				ctx.beginPath();
				ctx.ellipse(
					stage.width * side + (off + 0.4) * stage.unit,
					horizon + 0.8 * stage.unit,
					stage.unit * 7 * size,
					stage.unit * 0.35,
					0,
					0,
					Math.PI * 2,
				);
				ctx.fill();
			}
			band(ctx, stage.left, stage.fullWidth, horizon, 2.6 * stage.unit, light.haze, 0.55);
		},
	});
}

/** A headland of slabs to stand on, only where somebody stands. */
function headland(build: Build, foot: number): Layer {
	const { stage, light, seed, shot } = build;
	return plate(stage, {
		depth: 1,
		top: foot - 6 * stage.unit,
		bottom: stage.bottom,
		right: stage.width * (stage.tall ? 0.86 : 0.7) + 24 * stage.unit,
		seed: seed + 5,
		paint: (ctx, chance) => {
			const noise = noiseFrom(chance, 14, 2);
			const edge = stage.width * (stage.tall ? 0.86 : 0.7);
			const line = (x: number) =>
				foot -
				0.6 * stage.unit +
				(noise(x / stage.fullWidth) - 0.5) * 3 * stage.unit +
				(x > edge ? ((x - edge) / stage.unit) ** 1.7 * 0.6 * stage.unit : 0);
			ctx.beginPath();
			ctx.moveTo(stage.left, stage.bottom);
			for (let x = stage.left; x < stage.right; x += stage.unit * 2.2) ctx.lineTo(x, Math.min(stage.bottom, line(x)));
			ctx.lineTo(stage.right, stage.bottom);
			ctx.closePath();
			ctx.fillStyle = css(shade(light, snowed(shot, CLIFF), 0.55));
			ctx.fill();
			ctx.clip();
			for (let nth = 0; nth < 70; nth++) {
				const [x, y] = [
					between(chance, stage.left, edge + 20 * stage.unit),
					foot + stage.unit * between(chance, 1.4, 30),
				];
				ctx.fillStyle = css(shade(light, scaled(CLIFF, between(chance, 0.5, 0.9)), 0.2), 0.7);
				ctx.beginPath();
				ctx.moveTo(x, y);
				ctx.lineTo(x + stage.unit * between(chance, 4, 14), y - stage.unit * between(chance, 0, 1.6));
				ctx.lineTo(x + stage.unit * between(chance, 2, 10), y + stage.unit * between(chance, 0.8, 2.4));
				ctx.fill();
			}
		},
	});
}

/** Open water to the horizon, the light's path on it, rollers coming in. */
export function ocean(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height } = stage;
	const horizon = height * (stage.tall ? 0.5 : 0.52);
	const foot = height * 0.8;
	const sunX = light.from < 0 ? 0.38 : 0.62;
	const low = shot.time === "dawn" || shot.time === "dusk";
	const stormy = shot.weather === "storm";
	const water: Water = {
		depth: 0.5,
		top: horizon,
		bottom: stage.bottom,
		colour: DEEP,
		sunX,
		glitter: low || light.night ? 1.25 : 0.8,
		swell: stormy ? 4.6 : 2.4,
	};
	const peopled = shot.figures.length > 0 || shot.animals.some(({ action }) => action !== "fly" && action !== "swim");
	return {
		behind: [
			skyLayer(build, {
				horizon,
				sunX,
				sunUp: low ? 0.035 : 0.26,
				cloud: 0.6,
				heaps: low || stormy ? 0 : 4,
				sunSize: low ? 8 : 4.4,
			}),
			distantRocks(build, horizon),
			waterSheet(build, water, horizon + 24 * unit),
			swellLayer(build, water, 6),
			glitterLayer(build, water),
			...(peopled ? [headland(build, foot)] : []),
		],
		before: [],
		focus: { x: stage.width * sunX, y: horizon },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "indoors",
			seat: "rock",
			horizon,
			falling: outdoors(light),
			shadow: { alpha: 0.3 * Math.max(0.3, light.clear), length: 0.2, slant: light.from * -1.2 },
			mirror: 0,
		},
	};
}
