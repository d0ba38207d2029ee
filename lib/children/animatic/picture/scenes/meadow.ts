import { CLOTH } from "../figure/costume";
import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { SNOW, snowed } from "../light/lying-snow";
import { band } from "../paint/brush";
import { between, noiseFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { merged, type PlateWish, plate } from "./layer";
import { grassLayer } from "./parts/grass";
import { fillUnder, ridgeLine } from "./parts/land";
import { skyLayer } from "./parts/sky";
import { paintBroadleaf } from "./parts/trees";
import type { Build, SceneSet } from "./set";

const GRASS = rgb("#86a84a");
const LEAF = rgb("#557a3c");
const BARK = rgb("#5a4636");
const BLOOMS = ["#f4ead6", "#e8a33d", "#d9566b", "#a779c9"].map(rgb);
const STRAW = rgb("#d8b45c");

function grassOf({ shot }: Build): Rgb {
	if (shot.tint) return mix(GRASS, CLOTH[shot.tint], 0.5);
	if (shot.weather === "snow") return SNOW;
	if (/wheat|麦|barley|rice|稻|savann|autumn/iu.test(shot.caption)) return STRAW;
	return GRASS;
}

function bloomsOf({ shot }: Build): readonly Rgb[] {
	const flowers = shot.props.find(({ kind }) => kind === "flowers");
	if (/lavender|薰衣草/iu.test(shot.caption)) return [CLOTH.purple, mix(CLOTH.purple, CLOTH.white, 0.35)];
	if (/sunflower|向日葵/iu.test(shot.caption)) return [CLOTH.yellow, rgb("#f0c640")];
	if (/popp(?:y|ies)/iu.test(shot.caption)) return [CLOTH.red, rgb("#e04a3a")];
	if (flowers?.colour) return [CLOTH[flowers.colour], mix(CLOTH[flowers.colour], CLOTH.white, 0.4)];
	return BLOOMS;
}

interface Hill {
	readonly depth: number;
	readonly base: number;
	readonly rise: number;
	readonly cells: number;
	readonly near: number;
	readonly trees: number;
	readonly treeTall: number;
	/** Below this, a nearer hill covers it. */
	readonly bottom: number;
}

function hillLayer(build: Build, hill: Hill): PlateWish {
	const { stage, light, seed } = build;
	const grass = grassOf(build);
	const { near } = hill;
	const leaf = [shade(light, mix(LEAF, grass, 0.2), 0.85, near), shade(light, scaled(LEAF, 0.55), 0.15, near)] as const;
	return {
		depth: hill.depth,
		top: hill.base - hill.rise - hill.treeTall * 1.3,
		bottom: hill.bottom,
		wraps: true,
		seed: seed + Math.round(hill.depth * 700),
		paint: (ctx, chance) => {
			const line = ridgeLine(stage, noiseFrom(chance, hill.cells, 2), hill.base, hill.rise);
			for (let nth = 0; nth < hill.trees; nth++) {
				const x = between(chance, stage.left, stage.right);
				paintBroadleaf(
					ctx,
					chance,
					x,
					line(x) + 2,
					hill.treeTall * between(chance, 0.5, 1),
					leaf,
					shade(light, BARK, 0.3, near),
					light.from,
				);
			}
			fillUnder(ctx, stage, line, hill.base - hill.rise, stage.bottom, [
				[0, css(shade(light, grass, 0.95, near))],
				[0.16, css(shade(light, grass, 0.55, near))],
				[1, css(shade(light, scaled(grass, 0.5), 0.3, near))],
			]);
			band(
				ctx,
				stage.left - 3,
				stage.fullWidth + 6,
				hill.base + 2 * stage.unit,
				6 * stage.unit,
				light.haze,
				0.5 * (1 - near),
			);
		},
	};
}

/** One great tree and a fence: what a meadow is remembered by. */
function loneTree(build: Build, base: number): PlateWish {
	const { stage, light, seed, shot } = build;
	const { unit } = stage;
	const x = stage.width * (light.from < 0 ? 0.84 : 0.14);
	const leaves = snowed(shot, LEAF, 0.6);
	const leaf = [shade(light, leaves, 0.9, 0.92), shade(light, scaled(LEAF, 0.5), 0.1, 0.92)] as const;
	return {
		depth: 0.62,
		top: base - 62 * unit,
		bottom: base + 10 * unit,
		wraps: true,
		seed: seed + 88,
		paint: (ctx, chance) => {
			ctx.strokeStyle = css(shade(light, rgb("#8a765c"), 0.5, 0.9));
			const posts = 22;
			for (let nth = 0; nth < posts; nth++) {
				const px = stage.left + (stage.fullWidth * nth) / posts;
				ctx.lineWidth = 0.8 * unit;
				ctx.beginPath();
				ctx.moveTo(px, base + 2 * unit);
				ctx.lineTo(px + between(chance, -0.3, 0.3) * unit, base - 5.4 * unit);
				ctx.stroke();
				ctx.lineWidth = 0.45 * unit;
				ctx.beginPath();
				for (const up of [1.6, 4]) {
					ctx.moveTo(px, base - up * unit);
					ctx.lineTo(px + stage.fullWidth / posts, base - (up + between(chance, -0.4, 0.4)) * unit);
				}
				ctx.stroke();
			}
			paintBroadleaf(ctx, chance, x, base + unit, 50 * unit, leaf, shade(light, BARK, 0.4, 0.92), light.from);
		},
	};
}

/** Rolling hills under great clouds, a lone tree, grass and flowers that bow in the wind. */
export function meadow(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height, width } = stage;
	const horizon = height * (stage.tall ? 0.58 : 0.55);
	const foot = height * 0.81;
	const grass = grassOf(build);
	const blooms = shot.weather === "snow" ? [] : bloomsOf(build).map((bloom) => shade(light, bloom, 0.8));
	const tones = (by: number, lit: number): readonly [Rgb, Rgb] => [
		shade(light, scaled(grass, by), lit),
		shade(light, scaled(mix(grass, LEAF, 0.5), by * 0.8), lit * 0.5),
	];
	const hill = (
		depth: number,
		base: number,
		rise: number,
		cells: number,
		near: number,
		trees: number,
		treeTall: number,
	) =>
		hillLayer(build, {
			depth,
			base,
			rise: rise * unit,
			cells,
			near,
			trees,
			treeTall: treeTall * unit,
			bottom: depth < 0.4 ? horizon + 34 * unit : depth < 1 ? foot + 14 * unit : stage.bottom,
		});
	return {
		behind: [
			skyLayer(build, {
				horizon,
				sunX: light.from < 0 ? 0.24 : 0.76,
				sunUp: light.night ? 0.4 : 0.18,
				cloud: 0.4,
				heaps: 5,
			}),
			plate(
				stage,
				merged(0.15, [
					hill(0.08, horizon + 2 * unit, 11, 3, 0.4, 0, 0),
					hill(0.2, horizon + 6 * unit, 9, 4, 0.62, stage.tall ? 8 : 16, 7),
				]),
			),
			plate(
				stage,
				merged(0.5, [hill(0.42, horizon + 13 * unit, 8, 3, 0.82, 3, 13), loneTree(build, horizon + 12 * unit)]),
			),
			plate(stage, hill(1, foot - 1 * unit, 3, 3, 0.96, 0, 0)),
			grassLayer(build, {
				depth: 1,
				base: foot + 1 * unit,
				tall: 3.4 * unit,
				count: 170,
				tones: tones(0.92, 0.6),
				flowers: blooms,
			}),
		],
		before: [
			grassLayer(build, {
				depth: 1.15,
				base: foot + 11 * unit,
				tall: 9 * unit,
				count: 190,
				tones: tones(0.8, 0.5),
				flowers: blooms,
			}),
			...(stage.tall
				? [
						grassLayer(build, {
							depth: 1.3,
							base: foot + 22 * unit,
							tall: 13 * unit,
							count: 170,
							tones: tones(0.64, 0.42),
							flowers: blooms.map((bloom) => scaled(bloom, 0.86)),
						}),
					]
				: []),
			grassLayer(build, {
				depth: 1.5,
				base: height + 5 * unit,
				tall: 19 * unit,
				count: 150,
				tones: tones(0.5, 0.35),
				flowers: blooms.map((bloom) => scaled(bloom, 0.75)),
			}),
		],
		focus: { x: width * 0.48, y: horizon },
		ground: {
			y: foot,
			height: (stage.tall ? 33 : 37) * unit,
			traffic: "lateral",
			seat: "bench",
			horizon,
			falling: outdoors(light),
			shadow: { alpha: 0.3 * Math.max(0.3, light.clear), length: 0.2, slant: light.from * -1.3 },
			mirror: 0,
		},
	};
}
