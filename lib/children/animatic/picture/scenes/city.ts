import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { band, fillDown, flatGlow, glow } from "../paint/brush";
import { between, chanceFrom } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import { type Layer, merged, mod, type PlateWish, plate } from "./layer";
import { paintTower, rowOf, type Skyline } from "./parts/buildings";
import { skyLayer } from "./parts/sky";
import { glitterLayer, type Water, waterSheet } from "./parts/water";
import type { Build, SceneSet } from "./set";

const CONCRETE = rgb("#7d8594");
const RIVER = rgb("#34566c");
const STONE = rgb("#8b8782");

function lampShare({ light, shot }: Build): number {
	if (light.night) return 0.44;
	return shot.time === "dusk" ? 0.3 : 0.05;
}

function towers(build: Build, depth: number, skyline: Skyline, near: number, pane: number): PlateWish {
	const { stage, light, seed } = build;
	const body = shade(light, CONCRETE, 0.8, near);
	const side = shade(light, scaled(CONCRETE, 0.66), 0.1, near);
	const paintRow = (ctx: Parameters<Parameters<typeof plate>[1]["paint"]>[0], chance: () => number) => {
		for (const each of rowOf(chance, stage.left, stage.right, stage.unit, skyline)) {
			paintTower(ctx, chance, light, {
				...each,
				base: skyline.base,
				body,
				side,
				lit: lampShare(build),
				pane: pane * stage.unit,
			});
		}
	};
	return {
		depth,
		top: skyline.base - skyline.high * 1.4 * stage.unit,
		bottom: skyline.base + 2,
		wraps: true,
		seed: seed + Math.round(depth * 100),
		paint: (ctx, chance) => {
			paintRow(ctx, chance);
			band(ctx, stage.left - 3, stage.fullWidth + 6, skyline.base, 9 * stage.unit, light.haze, 0.6 - 0.4 * near);
		},
	};
}

/** Lights in the river, drawn long by the ripples. */
function reflections({ stage, light, seed, shot }: Build, top: number): Layer {
	const chance = chanceFrom(seed + 17);
	const tones = ["#ffcf8a", "#ff9a5a", "#8fd4ff", "#ffe9c0", "#ff7fb2"].map(rgb);
	const lines = Array.from({ length: 54 }, () => ({
		x: chance(),
		long: between(chance, 4, 20),
		wide: between(chance, 0.3, 1.1),
		tone: Math.floor(chance() * tones.length),
		phase: chance() * 7,
	}));
	const strength = light.night ? 0.34 : shot.time === "dusk" ? 0.22 : 0.04;
	return {
		depth: 0.4,
		draw: (ctx, { seconds, track }) => {
			tones.forEach((tone, nth) => {
				ctx.fillStyle = css(tone, strength);
				ctx.beginPath();
				for (const line of lines) {
					if (line.tone !== nth) continue;
					const x = stage.left + mod(line.x * stage.fullWidth - track * 0.3, stage.fullWidth);
					for (let row = 0; row < 7; row++) {
						const y = top + (line.long * stage.unit * row) / 7;
						const sway = Math.sin(seconds * 2.2 + row * 1.3 + line.phase) * stage.unit * 0.3 * (1 + row * 0.25);
						ctx.rect(x + sway, y, line.wide * stage.unit * (1 - row * 0.06), (line.long * stage.unit) / 11);
					}
				}
				ctx.fill();
			});
		},
	};
}

/** A paved quay with a rail and lamps to walk along. */
function quay(build: Build, foot: number): Layer {
	const { stage, light, seed, shot } = build;
	const { unit } = stage;
	const edge = foot - 5 * unit;
	const stone = snowed(shot, STONE);
	const rail = shade(light, rgb("#3a3d45"), 0.3);
	return plate(stage, {
		depth: 1,
		top: foot - 74 * unit,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + 23,
		paint: (ctx) => {
			fillDown(ctx, stage.left - 3, edge, stage.fullWidth + 6, stage.bottom - edge, [
				[0, css(shade(light, stone, 0.6))],
				[0.06, css(shade(light, scaled(stone, 0.72), 0.35))],
				[1, css(shade(light, scaled(stone, 0.42), 0.2))],
			]);
			ctx.fillStyle = css(shade(light, scaled(stone, 0.5), 0.1), 0.5);
			const tile = stage.fullWidth / 24;
			for (let nth = 0; nth < 24; nth++) {
				const x = stage.left + tile * nth;
				ctx.beginPath();
				ctx.moveTo(x, edge);
				ctx.lineTo(x + 0.5 * unit, edge);
				ctx.lineTo(x - (stage.width / 2 - x) * 0.6 + unit, stage.bottom);
				ctx.lineTo(x - (stage.width / 2 - x) * 0.6, stage.bottom);
				ctx.fill();
			}
			ctx.fillStyle = css(rail);
			for (const up of [10.5, 7, 3.6])
				ctx.fillRect(stage.left - 3, edge - up * unit, stage.fullWidth + 6, unit * (up > 10 ? 0.6 : 0.25));
			const post = stage.fullWidth / 20;
			for (let nth = 0; nth < 20; nth++)
				ctx.fillRect(stage.left + post * nth, edge - 10.5 * unit, 0.5 * unit, 11 * unit);
			const lamps = stage.tall ? 2 : 3;
			for (let nth = 0; nth < lamps; nth++) {
				const x = stage.left + (stage.fullWidth * (nth + 0.72)) / lamps;
				ctx.fillStyle = css(rail);
				ctx.fillRect(x - 0.4 * unit, edge - 44 * unit, 0.8 * unit, 46 * unit);
				ctx.beginPath();
				ctx.roundRect(x - 1.7 * unit, edge - 48 * unit, 3.4 * unit, 4.6 * unit, unit);
				ctx.fill();
				if (shot.time === "day" || shot.time === "dawn") continue;
				glow(ctx, x, edge - 45.6 * unit, 20 * unit, rgb("#ffcf8a"), 0.5);
				ctx.fillStyle = "#fff0cf";
				ctx.beginPath();
				ctx.roundRect(x - 1.1 * unit, edge - 47.2 * unit, 2.2 * unit, 3.2 * unit, 0.7 * unit);
				ctx.fill();
				flatGlow(ctx, x, foot + 4 * unit, 26 * unit, 0.2, rgb("#ffcf8a"), 0.3);
			}
		},
	});
}

/** A skyline in three depths across a river, seen from the quay. */
export function city(build: Build): SceneSet {
	const { stage, light } = build;
	const { unit, height } = stage;
	const bank = height * (stage.tall ? 0.6 : 0.57);
	const foot = height * 0.8;
	const sunX = light.from < 0 ? 0.28 : 0.72;
	const peak = light.from < 0 ? 0.6 : 0.42;
	const high = stage.tall ? 66 : 46;
	const water: Water = {
		depth: 0.4,
		top: bank + 1.2 * unit,
		bottom: foot + 16 * unit,
		colour: mix(RIVER, light.sky[1], 0.3),
		sunX,
		glitter: 0.35,
		swell: 0.3,
	};
	return {
		behind: [
			skyLayer(build, {
				horizon: bank,
				sunX,
				sunUp: light.night ? 0.44 : 0.16,
				cloud: 0.5,
				heaps: light.night ? 0 : 3,
			}),
			plate(
				stage,
				merged(0.12, [
					towers(
						build,
						0.08,
						{ base: bank, low: 8, high: high * 0.72, broad: [4, 9], gap: 0.6, peak: peak + 0.2 },
						0.42,
						0.42,
					),
					towers(build, 0.16, { base: bank + unit, low: 7, high, broad: [5, 12], gap: 1.2, peak }, 0.66, 0.6),
				]),
			),
			plate(
				stage,
				towers(
					build,
					0.26,
					{ base: bank + 1.8 * unit, low: 4, high: 20, broad: [7, 15], gap: 2, peak: 1 - peak },
					0.84,
					0.8,
				),
			),
			waterSheet(build, water),
			reflections(build, bank + 1.6 * unit),
			glitterLayer(build, water),
			quay(build, foot),
		],
		before: [],
		focus: { x: stage.width * 0.5, y: bank - 8 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "lateral",
			seat: "bench",
			horizon: bank,
			falling: outdoors(light),
			shadow: { alpha: 0.3, length: 0.2, slant: light.from * -1 },
			mirror: light.wet ? 0.2 : 0.04,
		},
	};
}
