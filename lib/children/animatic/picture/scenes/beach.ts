import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { band, fillDown } from "../paint/brush";
import { between, noiseFrom } from "../paint/chance";
import { css, mix, rgb, scaled, WHITE } from "../paint/colour";
import { type Layer, mod, plate } from "./layer";
import { fillUnder } from "./parts/land";
import { skyLayer } from "./parts/sky";
import { paintPalm } from "./parts/trees";
import { glitterLayer, swellLayer, type Water, waterSheet } from "./parts/water";
import type { Build, SceneSet } from "./set";

const SAND = rgb("#e8cfa4");
const SHALLOW = rgb("#3fa7b0");
const HILL = rgb("#5f7a5a");
const LEAF = rgb("#4a7a4a");
const BARK = rgb("#7a5c44");

function headland(build: Build, horizon: number): Layer {
	const { stage, light, seed } = build;
	return plate(stage, {
		depth: 0.12,
		top: horizon - 16 * stage.unit,
		bottom: horizon + 3 * stage.unit,
		seed: seed + 2,
		paint: (ctx, chance) => {
			for (const [near, tall, cells] of [
				[0.4, 12, 5],
				[0.56, 7, 7],
			] as const) {
				const noise = noiseFrom(chance, cells, 4);
				const side = light.from < 0 ? 1 : -1;
				const slope = (x: number) =>
					Math.max(0, side * ((x - stage.width * 0.5) / stage.fullWidth) * 2 - (near - 0.4)) ** 0.8;
				const line = (x: number) =>
					horizon + stage.unit - tall * stage.unit * slope(x) * (0.5 + noise((x - stage.left) / stage.fullWidth));
				fillUnder(ctx, stage, line, horizon - tall * stage.unit, horizon + 2 * stage.unit, [
					[0, css(shade(light, HILL, 0.7, near))],
					[1, css(shade(light, HILL, 0.2, near))],
				]);
			}
			band(ctx, stage.left, stage.fullWidth, horizon, 2.4 * stage.unit, light.haze, 0.5);
		},
	});
}

/** The edge of the sea: a lip of foam that runs up the sand and slides back. */
function washLayer({ stage, light }: Build, shore: number): Layer {
	const { unit } = stage;
	const edge = (x: number, seconds: number, reach: number) =>
		shore +
		reach +
		unit *
			(1.1 * Math.sin(x / (unit * 19) + 1.3) +
				0.7 * Math.sin(x / (unit * 8.3) + seconds * 0.3) +
				0.3 * Math.sin(x / (unit * 3.7)));
	const run = (seconds: number, late: number) => {
		const t = mod(seconds / 5.2 + late, 1);
		return (
			unit * 4.6 * (t < 0.4 ? Math.sin((t / 0.4) * Math.PI * 0.5) : Math.cos(((t - 0.4) / 0.6) * Math.PI * 0.5) ** 0.8)
		);
	};
	const wet = css(mix(shade(light, scaled(SAND, 0.62), 0.4), light.sky[3], 0.34));
	const sea = css(mix(shade(light, SHALLOW, 0.6), light.sky[3], 0.3), 0.86);
	const foam = css(mix(shade(light, WHITE, 0.9), light.sun, 0.12), 0.9);
	return {
		depth: 0.82,
		draw: (ctx, { seconds, track }) => {
			const slid = track * 0.82;
			const trace = (reach: number, up: boolean) => {
				const xs = Array.from({ length: 111 }, (_, nth) => stage.left + (stage.fullWidth * nth) / 110);
				for (const x of up ? xs : xs.reverse()) ctx.lineTo(x, edge(x + slid, seconds, reach));
			};
			const fill = (style: string, reach: number, top: number) => {
				ctx.fillStyle = style;
				ctx.beginPath();
				ctx.moveTo(stage.left, top);
				trace(reach, true);
				ctx.lineTo(stage.right, top);
				ctx.fill();
			};
			fill(wet, unit * 5.4, shore - unit * 4);
			const here = run(seconds, 0);
			fill(sea, here, shore - unit * 6);
			for (const [reach, thick, alpha] of [
				[here, 1.05, 1],
				[run(seconds, 0.45) - 4 * unit, 0.6, 0.55],
				[-7 * unit + here * 0.3, 0.4, 0.35],
			] as const) {
				ctx.globalAlpha = alpha;
				ctx.fillStyle = foam;
				ctx.beginPath();
				trace(reach, true);
				trace(reach - unit * thick, false);
				ctx.fill();
			}
			ctx.globalAlpha = 1;
		},
	};
}

function sandPlate(build: Build, shore: number): Layer {
	const { stage, light, seed, shot } = build;
	const sand = snowed(shot, SAND, 0.9);
	return plate(stage, {
		depth: 1,
		top: shore - stage.unit,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + 7,
		paint: (ctx, chance) => {
			fillDown(ctx, stage.left - 3, shore, stage.fullWidth + 6, stage.bottom - shore, [
				[0, css(shade(light, scaled(sand, 0.86), 0.5))],
				[0.3, css(shade(light, sand, 0.75))],
				[1, css(shade(light, scaled(sand, 0.7), 0.4))],
			]);
			for (let nth = 0; nth < 120; nth++) {
				const near = chance();
				const [x, y] = [
					between(chance, stage.left, stage.right),
					shore + (stage.bottom - shore) * (0.16 + 0.84 * near),
				];
				const reach = stage.unit * (0.6 + 2 * near);
				ctx.fillStyle = css(shade(light, scaled(sand, 0.62), 0.1), 0.28);
				ctx.beginPath();
				ctx.ellipse(x, y, reach, reach * 0.24, 0, 0, Math.PI * 2);
				ctx.fill();
				ctx.fillStyle = css(shade(light, sand, 1), 0.35);
				ctx.beginPath();
				ctx.ellipse(x + light.from * reach * 0.3, y - reach * 0.2, reach * 0.9, reach * 0.16, 0, 0, Math.PI * 2);
				ctx.fill();
			}
		},
	});
}

function palms(build: Build, foot: number): Layer {
	const { stage, light, seed } = build;
	const side = light.from < 0 ? 1 : 0;
	const tones = [shade(light, LEAF, 0.7), shade(light, scaled(LEAF, 0.5), 0.1)] as const;
	return plate(stage, {
		depth: 1.3,
		top: stage.top,
		bottom: stage.bottom,
		left: side ? stage.width * 1.02 - 74 * stage.unit : stage.left,
		right: side ? stage.right : 74 * stage.unit - stage.width * 0.02,
		seed: seed + 9,
		paint: (ctx, chance) => {
			const toward = side ? -1 : 1;
			const x = side ? stage.width * 1.02 : stage.width * -0.02;
			const base = foot + 40 * stage.unit;
			const bark = [shade(light, BARK, 0.4), shade(light, scaled(BARK, 0.8), 0.3)] as const;
			paintPalm(ctx, chance, x + toward * 2 * stage.unit, base, 92 * stage.unit, toward * 0.42, tones, bark[0]);
			paintPalm(ctx, chance, x - toward * 6 * stage.unit, base, 78 * stage.unit, toward * 0.2, tones, bark[1]);
		},
	});
}

/** Sea, foam that comes and goes, wet sand that mirrors, palms leaning in from the side. */
export function beach(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height } = stage;
	const horizon = height * (stage.tall ? 0.46 : 0.44);
	const shore = horizon + height * 0.2;
	const foot = height * 0.79;
	const low = shot.time === "dawn" || shot.time === "dusk";
	const sunX = light.from < 0 ? 0.26 : 0.74;
	const water: Water = {
		depth: 0.4,
		top: horizon,
		bottom: shore + 3 * unit,
		colour: SHALLOW,
		sunX,
		glitter: low || light.night ? 0.9 : 0.5,
		swell: 1.1,
	};
	return {
		behind: [
			skyLayer(build, {
				horizon,
				sunX,
				sunUp: low ? 0.09 : 0.27,
				cloud: 0.65,
				heaps: low || light.night ? 0 : 3,
				sunSize: low ? 6 : 4.4,
			}),
			headland(build, horizon),
			waterSheet(build, water),
			swellLayer(build, water, 4),
			glitterLayer(build, water),
			sandPlate(build, shore),
			washLayer(build, shore),
		],
		before: [palms(build, foot)],
		focus: { x: stage.width * 0.5, y: foot - 14 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "lateral",
			seat: "log",
			horizon,
			falling: outdoors(light),
			shadow: { alpha: 0.36 * Math.max(0.3, light.clear), length: low ? 0.34 : 0.16, slant: light.from * -1.5 },
			mirror: 0.1,
		},
	};
}
