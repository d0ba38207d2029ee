import { CLOTH } from "../figure/costume";
import { outdoors } from "../light/falling";
import { type Light, shade } from "../light/light";
import { band } from "../paint/brush";
import { between, type Chance, noiseFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { fillUnder, pathUnder } from "./parts/land";
import { skyLayer } from "./parts/sky";
import type { Build, SceneSet } from "./set";

const SAND = rgb("#e0b27c");
const ROCK = rgb("#a8694a");

function sandOf({ shot }: Build): Rgb {
	return shot.tint ? mix(SAND, CLOTH[shot.tint], shot.tint === "red" ? 0.62 : 0.7) : SAND;
}

function rockOf(build: Build): Rgb {
	return build.shot.tint ? mix(ROCK, CLOTH[build.shot.tint], 0.45) : ROCK;
}

function mesa(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	width: number,
	height: number,
	colours: readonly [Rgb, Rgb],
): void {
	const lean = between(chance, 0.06, 0.14) * width;
	const edge = (share: number) => base - height * (0.92 + 0.08 * Math.sin(share * 19 + x));
	ctx.fillStyle = css(colours[0]);
	ctx.beginPath();
	ctx.moveTo(x - width / 2 - lean * 2.6, base);
	ctx.quadraticCurveTo(x - width / 2 - lean, base - height * 0.3, x - width / 2 - lean * 0.4, base - height * 0.52);
	ctx.lineTo(x - width / 2, edge(0));
	for (let share = 0.08; share <= 1; share += 0.08) ctx.lineTo(x - width / 2 + width * share, edge(share));
	ctx.lineTo(x + width / 2 + lean * 0.4, base - height * 0.5);
	ctx.quadraticCurveTo(x + width / 2 + lean, base - height * 0.28, x + width / 2 + lean * 2.6, base);
	ctx.fill();
	ctx.save();
	ctx.clip();
	ctx.fillStyle = css(colours[1]);
	for (let nth = 0; nth < 7; nth++) {
		const at = x - width / 2 + width * (0.34 + 0.66 * chance());
		ctx.fillRect(at, base - height, width * between(chance, 0.03, 0.1), height);
	}
	ctx.restore();
}

function mesas(build: Build, horizon: number): Layer {
	const { stage, light, seed } = build;
	const rock = rockOf(build);
	const colours = [shade(light, rock, 0.8, 0.46), shade(light, rock, 0.1, 0.5)] as const;
	return plate(stage, {
		depth: 0.1,
		top: horizon - 34 * stage.unit,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + 1,
		paint: (ctx, chance) => {
			const count = stage.tall ? 3 : 5;
			for (let nth = 0; nth < count; nth++) {
				const x = stage.left + (stage.fullWidth * (nth + between(chance, 0.1, 0.9))) / count;
				const tall = stage.unit * between(chance, 5, nth % 2 ? 10 : 19);
				mesa(ctx, chance, x, horizon + stage.unit, stage.unit * between(chance, 12, 30), tall, colours);
			}
			ctx.fillStyle = css(shade(light, sandOf(build), 0.5, 0.4));
			ctx.fillRect(stage.left - 3, horizon, stage.fullWidth + 6, stage.bottom - horizon);
			band(ctx, stage.left - 3, stage.fullWidth + 6, horizon, 7 * stage.unit, light.haze, 0.65);
		},
	});
}

interface Dune {
	readonly depth: number;
	readonly base: number;
	readonly height: number;
	readonly crests: number;
	readonly near: number;
}

/** A dune has two faces: the crest runs down it in an S, sun on one side, shade on the other. */
function duneLayer(build: Build, dune: Dune, nth: number): Layer {
	const { stage, light, seed } = build;
	const sand = sandOf(build);
	return plate(stage, {
		depth: dune.depth,
		top: dune.base - dune.height * 1.05,
		bottom: stage.bottom,
		wraps: true,
		seed: seed + 10 + nth,
		paint: (ctx, chance) => {
			const noise = noiseFrom(chance, dune.crests, 1);
			const fine = noiseFrom(chance, dune.crests * 3, 2);
			const line = (x: number) => {
				const turn = (x - stage.left) / stage.fullWidth;
				return dune.base - dune.height * (noise(turn) * 0.9 + fine(turn) * 0.1);
			};
			fillUnder(ctx, stage, line, dune.base - dune.height, stage.bottom, [
				[0, css(shade(light, sand, 0.95, dune.near))],
				[0.4, css(shade(light, sand, 0.62, dune.near))],
				[1, css(shade(light, scaled(sand, 0.72), 0.3, Math.min(1, dune.near + 0.1)))],
			]);
			ctx.save();
			pathUnder(ctx, stage, line, stage.bottom);
			ctx.clip();
			paintLee(ctx, build, dune, line);
			paintRipples(ctx, build, dune, chance, line);
			ctx.restore();
			strokeCrest(ctx, build, dune, line);
		},
	});
}

function paintLee(ctx: Ctx, { stage, light, ...build }: Build, dune: Dune, line: (x: number) => number): void {
	const step = stage.fullWidth / 260;
	const dark = shade(light, scaled(sandOf({ stage, light, ...build }), 0.62), 0.05, dune.near);
	for (let x = stage.left; x < stage.right; x += 1) {
		const here = line(x);
		if (line(x - step) <= here || line(x + step) < here) continue;
		// Only true crests shade their lee; the face curls away from the sun as it falls.
		leeFace(ctx, x, here, dune.height, light, dark);
		x += stage.fullWidth / 12;
	}
}

function leeFace(ctx: Ctx, x: number, y: number, height: number, light: Light, dark: Rgb): void {
	const away = -light.from;
	const gradient = ctx.createLinearGradient(x, 0, x + away * height * 3.2, 0);
	gradient.addColorStop(0, css(dark, 0.95));
	gradient.addColorStop(0.55, css(dark, 0.5));
	gradient.addColorStop(1, css(dark, 0));
	ctx.fillStyle = gradient;
	ctx.beginPath();
	ctx.moveTo(x, y - 2);
	ctx.bezierCurveTo(
		x + away * height * 0.25,
		y + height * 0.5,
		x - away * height * 0.5,
		y + height * 0.9,
		x - away * height * 0.1,
		y + height * 3,
	);
	ctx.lineTo(x + away * height * 3.6, y + height * 3);
	ctx.lineTo(x + away * height * 3.4, y - height * 0.2);
	ctx.closePath();
	ctx.fill();
}

function paintRipples(
	ctx: Ctx,
	{ stage, light }: Build,
	dune: Dune,
	chance: Chance,
	line: (x: number) => number,
): void {
	if (dune.near < 0.85) return;
	ctx.lineWidth = stage.unit * 0.16;
	for (let nth = 0; nth < 46; nth++) {
		const x = between(chance, stage.left, stage.right);
		const y = line(x) + stage.unit * (3 + nth * 1.3);
		const reach = stage.unit * between(chance, 6, 18);
		ctx.strokeStyle = css(light.night ? light.sky[2] : light.sun, 0.07 + 0.07 * chance());
		ctx.beginPath();
		ctx.moveTo(x - reach, y + stage.unit * 0.5);
		ctx.quadraticCurveTo(x, y - stage.unit * 0.7, x + reach, y + stage.unit * 0.3);
		ctx.stroke();
	}
}

function strokeCrest(ctx: Ctx, { stage, light }: Build, dune: Dune, line: (x: number) => number): void {
	ctx.strokeStyle = css(light.rim, 0.2 + 0.35 * dune.near * light.clear);
	ctx.lineWidth = stage.unit * 0.26;
	ctx.beginPath();
	for (let x = stage.left - 3; x <= stage.right + 3; x += 4) ctx.lineTo(x, line(x) + stage.unit * 0.1);
	ctx.stroke();
}

export function desert(build: Build): SceneSet {
	const { stage, light } = build;
	const { unit, height } = stage;
	const horizon = height * (stage.tall ? 0.63 : 0.58);
	const foot = height * (stage.tall ? 0.8 : 0.84);
	const sky = skyLayer(build, {
		horizon,
		sunX: light.from < 0 ? 0.24 : 0.76,
		sunUp: light.night ? 0.4 : 0.1,
		cloud: 0.3,
	});
	const dunes: readonly Dune[] = [
		{ depth: 0.22, base: horizon + 6 * unit, height: 9 * unit, crests: 5, near: 0.62 },
		{ depth: 0.5, base: horizon + 15 * unit, height: 13 * unit, crests: 4, near: 0.8 },
		{ depth: 1, base: foot + 0.2 * unit, height: 3.6 * unit, crests: 3, near: 0.95 },
	];
	const front = duneLayer(build, { depth: 1.35, base: height + 7 * unit, height: 13 * unit, crests: 2, near: 1 }, 9);
	return {
		behind: [sky, mesas(build, horizon), ...dunes.map((dune, nth) => duneLayer(build, dune, nth))],
		before: [front],
		focus: { x: stage.width * 0.46, y: horizon },
		ground: {
			y: foot,
			height: (stage.tall ? 32 : 36) * unit,
			traffic: "lateral",
			seat: "rock",
			horizon,
			falling: outdoors(light),
			shadow: {
				alpha: light.night ? 0.22 : 0.42 * Math.max(0.3, light.clear),
				length: light.night ? 0.18 : 0.34,
				slant: light.from * -1.6,
			},
			mirror: 0,
		},
	};
}
