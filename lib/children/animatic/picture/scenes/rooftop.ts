import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { band, fillDown, flatGlow, glow } from "../paint/brush";
import { between } from "../paint/chance";
import { css, rgb, scaled } from "../paint/colour";
import { type Layer, merged, type PlateWish, plate } from "./layer";
import { paintTower, rowOf } from "./parts/buildings";
import { vents, waterTank } from "./parts/roof-things";
import { skyLayer } from "./parts/sky";
import type { Build, SceneSet } from "./set";

const CONCRETE = rgb("#7a7686");

const BRICK = rgb("#85594f");

const BULB = rgb("#ffd08a");

function skyline(
	build: Build,
	depth: number,
	base: number,
	tall: number,
	near: number,
	pane: number,
	bottom: number,
): PlateWish {
	const { stage, light, seed, shot } = build;
	const lit = light.night ? 0.5 : shot.time === "dusk" ? 0.28 : 0.04;
	const body = shade(light, CONCRETE, 0.7, near);
	const side = shade(light, scaled(CONCRETE, 0.62), 0.1, near);
	return {
		depth,
		top: base - tall * 1.5 * stage.unit,
		bottom,
		wraps: true,
		seed: seed + Math.round(depth * 1000),
		paint: (ctx, chance) => {
			const row = rowOf(chance, stage.left, stage.right, stage.unit, {
				base,
				low: tall * 0.25,
				high: tall,
				broad: [5, 13],
				gap: 1.6,
				peak: light.from < 0 ? 0.7 : 0.3,
			});
			for (const { x, width, tall: rise } of row) {
				const drop = bottom - base;
				paintTower(ctx, chance, light, {
					x,
					base: base + drop,
					width,
					tall: rise + drop,
					body,
					side,
					lit,
					pane: pane * stage.unit,
				});
			}
			const down = bottom - base;
			band(ctx, stage.left - 3, stage.fullWidth + 6, base + down * 0.7, down * 0.8, light.haze, 0.66 - 0.3 * near);
		},
	};
}

function roofPlate(build: Build, foot: number): Layer {
	const { stage, light, seed, shot } = build;
	const { unit } = stage;
	const edge = foot - 3.5 * unit;
	const floor = snowed(shot, CONCRETE);
	return plate(stage, {
		depth: 1,
		top: foot - 52 * unit,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + 51,
		paint: (ctx, chance) => {
			const place = (share: number) => stage.left + stage.fullWidth * share;
			waterTank(ctx, build, place(light.from < 0 ? 0.8 : 0.22), edge - 5.4 * unit, unit);
			vents(ctx, build, chance, place(light.from < 0 ? 0.14 : 0.7), edge - 5.4 * unit, unit);
			ctx.fillStyle = css(shade(light, BRICK, 0.55));
			ctx.fillRect(stage.left - 3, edge - 6 * unit, stage.fullWidth + 6, 6.4 * unit);
			ctx.fillStyle = css(shade(light, scaled(BRICK, 0.6), 0.2), 0.55);
			for (let row = 0; row < 4; row++)
				for (let nth = 0; nth < 56; nth++)
					ctx.fillRect(
						place((nth + (row % 2) * 0.5) / 56),
						edge - (4.6 - row * 1.3) * unit,
						stage.fullWidth / 60,
						0.16 * unit,
					);
			ctx.fillStyle = css(shade(light, scaled(floor, 1.05), 0.8));
			ctx.fillRect(stage.left - 3, edge - 7.2 * unit, stage.fullWidth + 6, 1.5 * unit);
			fillDown(ctx, stage.left - 3, edge, stage.fullWidth + 6, stage.bottom - edge, [
				[0, css(shade(light, scaled(floor, 0.5), 0.3))],
				[0.2, css(shade(light, scaled(floor, 0.78), 0.5))],
				[1, css(shade(light, scaled(floor, 0.45), 0.25))],
			]);
			for (let nth = 0; nth < 22; nth++) {
				ctx.fillStyle = css(shade(light, scaled(floor, between(chance, 0.5, 0.9)), 0.3), 0.3);
				ctx.beginPath();
				ctx.ellipse(
					between(chance, stage.left, stage.right),
					edge + unit * between(chance, 2, 30),
					unit * between(chance, 3, 14),
					unit * between(chance, 0.2, 0.9),
					0,
					0,
					Math.PI * 2,
				);
				ctx.fill();
			}
		},
	});
}

/** Bulbs on a slack wire between poles; they sway, and by day they are off. */
function stringLights({ stage, light, shot }: Build, foot: number): Layer {
	const { unit } = stage;
	const on = light.night || shot.time === "dusk";
	const spans = [
		[-0.62, 0.04],
		[0.04, 0.96],
		[0.96, 1.62],
	] as const;
	return {
		depth: 1.12,
		draw: (ctx, { seconds }) => {
			ctx.strokeStyle = css(shade(light, rgb("#1b1a20"), 0.2));
			ctx.lineWidth = 0.3 * unit;
			const bulbs: [number, number][] = [];
			ctx.beginPath();
			spans.forEach(([from, to], nth) => {
				const [a, b] = [from * stage.width, to * stage.width];
				const top = foot - 51 * unit;
				const sag = (13 + 0.5 * Math.sin(seconds * 0.9 + nth)) * unit;
				ctx.moveTo(a, top);
				ctx.quadraticCurveTo((a + b) / 2, top + sag * 2, b, top);
				ctx.moveTo(b, top - unit);
				ctx.lineTo(b, foot - 8 * unit);
				const count = stage.tall ? 8 : 15;
				for (let at = 1; at < count; at++) {
					const t = at / count;
					bulbs.push([a + (b - a) * t, top + 4 * sag * t * (1 - t) + unit]);
				}
			});
			ctx.stroke();
			if (on) for (const [x, y] of bulbs) glow(ctx, x, y, 5 * unit, BULB, 0.55);
			ctx.fillStyle = on ? "#fff1d2" : css(shade(light, rgb("#cfc7b8"), 0.5));
			ctx.beginPath();
			for (const [x, y] of bulbs) {
				ctx.moveTo(x + 0.6 * unit, y);
				ctx.arc(x, y, 0.6 * unit, 0, Math.PI * 2);
			}
			ctx.fill();
		},
	};
}

/** A roof with its tank and vents, the skyline behind and below the parapet, a string of lights above. */
export function rooftop(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height, width } = stage;
	const foot = height * 0.81;
	const horizon = height * (stage.tall ? 0.62 : 0.64);
	const sunX = light.from < 0 ? 0.26 : 0.74;
	const warm = light.night || shot.time === "dusk";
	const pool: Layer = {
		depth: 1,
		draw: (ctx) => {
			if (light.night) flatGlow(ctx, width * 0.46, foot + 3 * unit, 46 * unit, 0.18, BULB, 0.24);
		},
	};
	return {
		behind: [
			skyLayer(build, { horizon: horizon + 4 * unit, sunX, sunUp: light.night ? 0.46 : 0.2, cloud: 0.6, heaps: 3 }),
			plate(
				stage,
				merged(0.12, [
					skyline(build, 0.07, horizon - 2 * unit, stage.tall ? 26 : 20, 0.42, 0.4, horizon + 20 * unit),
					skyline(build, 0.16, horizon + 3 * unit, stage.tall ? 32 : 24, 0.66, 0.62, foot + 6 * unit),
				]),
			),
			plate(stage, skyline(build, 0.32, horizon + 12 * unit, 20, 0.84, 0.95, foot + 8 * unit)),
			roofPlate(build, foot),
			pool,
		],
		before: [stringLights(build, foot)],
		focus: { x: width * 0.5, y: horizon - 6 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 36 : 40) * unit,
			traffic: "lateral",
			seat: "crate",
			horizon,
			falling: outdoors(
				light,
				warm ? { rim: BULB, rimShare: 0.75, key: BULB, keyShare: 0.16, shadowShare: light.night ? 0.42 : 0.24 } : {},
			),
			shadow: { alpha: 0.32, length: 0.18, slant: light.from * -1 },
			mirror: light.wet ? 0.24 : 0.03,
		},
	};
}
