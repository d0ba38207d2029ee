import { CLOTH } from "../../figure/costume";
import { shade } from "../../light/light";
import { snowed } from "../../light/lying-snow";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import { type Layer, plate } from "../layer";
import type { Build } from "../set";

const SAND = rgb("#ecb675");
const ROCK = rgb("#a8694a");

export function sandOf({ shot }: Build): Rgb {
	const sand = shot.tint ? mix(SAND, CLOTH[shot.tint], shot.tint === "red" ? 0.55 : 0.7) : SAND;
	return snowed(shot, sand);
}

export function rockOf(build: Build): Rgb {
	return build.shot.tint ? mix(ROCK, CLOTH[build.shot.tint], 0.45) : ROCK;
}

type Faces = readonly [lit: Rgb, shaded: Rgb];

export function paintMesa(
	ctx: Ctx,
	chance: Chance,
	x: number,
	base: number,
	width: number,
	height: number,
	faces: Faces,
	from: -1 | 1,
): void {
	const lean = between(chance, 0.05, 0.1) * width;
	const [left, right] = [x - width / 2, x + width / 2];
	const step = between(chance, 0.18, 0.4);
	const rim = (share: number) => base - height * (share < step ? 0.82 : 1) - height * 0.025 * Math.sin(share * 31 + x);
	ctx.fillStyle = css(faces[0]);
	ctx.beginPath();
	ctx.moveTo(left - lean * 4, base);
	ctx.quadraticCurveTo(left - lean * 1.6, base - height * 0.24, left - lean, base - height * 0.45);
	for (let share = 0; share <= 1.001; share += 0.05) ctx.lineTo(left + width * share, rim(share));
	ctx.lineTo(right + lean, base - height * 0.45);
	ctx.quadraticCurveTo(right + lean * 1.6, base - height * 0.24, right + lean * 4, base);
	ctx.fill();
	ctx.save();
	ctx.clip();
	const shade = ctx.createLinearGradient(from < 0 ? left : right, 0, from < 0 ? right : left, 0);
	shade.addColorStop(0.25, css(faces[1], 0));
	shade.addColorStop(0.6, css(faces[1], 0.9));
	ctx.fillStyle = shade;
	ctx.fillRect(left - lean * 4, base - height * 1.2, width + lean * 8, height * 1.3);
	ctx.fillStyle = css(faces[1], 0.5);
	for (let nth = 0; nth < 6; nth++)
		ctx.fillRect(
			left + width * chance(),
			base - height * 1.1,
			width * between(chance, 0.012, 0.04),
			height * between(chance, 0.4, 0.72),
		);
	ctx.restore();
}

export interface Dunes {
	readonly depth: number;
	/** Where the dunes stand on the ground. */
	readonly base: number;
	readonly tall: number;
	readonly wide: number;
	/** 1 right here, 0 at the horizon. */
	readonly near: number;
	readonly count: number;
	/** Below this, nearer dunes cover it. */
	readonly bottom: number;
}

interface Dune {
	readonly x: number;
	readonly tall: number;
	readonly half: number;
}

function dunePath(ctx: Ctx, { x, tall, half }: Dune, base: number, bottom: number): void {
	ctx.beginPath();
	ctx.moveTo(x - half, base);
	ctx.bezierCurveTo(x - half * 0.5, base - tall * 0.04, x - half * 0.3, base - tall * 0.94, x, base - tall);
	ctx.bezierCurveTo(x + half * 0.24, base - tall * 0.92, x + half * 0.55, base - tall * 0.1, x + half, base);
	ctx.lineTo(x + half, bottom);
	ctx.lineTo(x - half, bottom);
	ctx.closePath();
}

/** The side away from the sun, cut off by a crest that winds down to the foot. */
function leePath(ctx: Ctx, { x, tall, half }: Dune, base: number, away: number): void {
	const run = base + tall * 0.9;
	ctx.beginPath();
	ctx.moveTo(x, base - tall * 1.02);
	ctx.bezierCurveTo(
		x + away * half * 0.06,
		base - tall * 0.66,
		x - away * half * 0.2,
		base - tall * 0.5,
		x - away * half * 0.07,
		base - tall * 0.12,
	);
	ctx.bezierCurveTo(
		x + away * half * 0.04,
		base + tall * 0.2,
		x - away * half * 0.26,
		base + tall * 0.4,
		x - away * half * 0.2,
		run,
	);
	ctx.lineTo(x + away * half * 1.1, run);
	ctx.lineTo(x + away * half * 1.1, base - tall * 1.02);
	ctx.closePath();
}

function paintDune(ctx: Ctx, build: Build, dunes: Dunes, dune: Dune): void {
	const { light, stage } = build;
	const sand = sandOf(build);
	const { base, near } = dunes;
	const bottom = stage.bottom;
	const top = base - dune.tall;
	const ground = css(groundTone(build, dunes));
	ctx.save();
	dunePath(ctx, dune, base, bottom);
	ctx.clip();
	const lit = ctx.createLinearGradient(0, top, 0, base + dune.tall * 0.06);
	lit.addColorStop(0, css(shade(light, sand, 1, near)));
	lit.addColorStop(0.5, css(shade(light, sand, 0.72, near)));
	lit.addColorStop(1, ground);
	ctx.fillStyle = lit;
	ctx.fillRect(dune.x - dune.half, top, dune.half * 2, bottom - top);
	leePath(ctx, dune, base, -light.from);
	ctx.clip();
	const tone = shade(light, scaled(sand, 0.66), 0.06, near);
	const dark = ctx.createLinearGradient(0, top, 0, base + dune.tall * 0.06);
	dark.addColorStop(0, css(tone, 0.96));
	dark.addColorStop(0.55, css(tone, 0.8));
	dark.addColorStop(1, css(tone, 0));
	ctx.fillStyle = dark;
	ctx.fillRect(dune.x - dune.half * 1.2, top - 4, dune.half * 2.4, bottom - top);
	ctx.restore();
	paintRim(ctx, build, dune, dunes);
}

function groundTone(build: Build, { near }: Dunes): Rgb {
	return shade(build.light, scaled(sandOf(build), 0.9), 0.5, near);
}

function paintRim(ctx: Ctx, { light, stage }: Build, { x, tall, half }: Dune, { base, near }: Dunes): void {
	ctx.strokeStyle = css(light.rim, (0.16 + 0.4 * near) * Math.max(0.25, light.clear));
	ctx.lineWidth = stage.unit * 0.22;
	ctx.beginPath();
	if (light.from < 0) {
		ctx.moveTo(x - half * 0.44, base - tall * 0.42);
		ctx.bezierCurveTo(x - half * 0.3, base - tall * 0.8, x - half * 0.16, base - tall * 0.97, x, base - tall);
	} else {
		ctx.moveTo(x, base - tall);
		ctx.bezierCurveTo(
			x + half * 0.18,
			base - tall * 0.95,
			x + half * 0.34,
			base - tall * 0.62,
			x + half * 0.48,
			base - tall * 0.4,
		);
	}
	ctx.stroke();
}

function paintRipples(ctx: Ctx, { stage, light }: Build, chance: Chance, base: number): void {
	ctx.lineWidth = stage.unit * 0.14;
	for (let nth = 0; nth < 60; nth++) {
		const x = between(chance, stage.left, stage.right);
		const y = base + stage.unit * (2 + 34 * chance() ** 1.4);
		const reach = stage.unit * between(chance, 4, 13);
		ctx.strokeStyle = css(chance() < 0.5 ? light.sun : light.sky[0], 0.05 + 0.07 * chance());
		ctx.beginPath();
		ctx.moveTo(x - reach, y);
		ctx.quadraticCurveTo(x, y - stage.unit * 0.9, x + reach, y + stage.unit * 0.2);
		ctx.stroke();
	}
}

export function duneLayer(build: Build, dunes: Dunes): Layer {
	const { stage, seed } = build;
	return plate(stage, {
		depth: dunes.depth,
		top: dunes.base - dunes.tall * 1.3,
		bottom: dunes.bottom,
		wraps: true,
		seed: seed + Math.round(dunes.depth * 100),
		paint: (ctx, chance) => {
			const drawn = Array.from(
				{ length: dunes.count },
				(_, nth): Dune => ({
					x: stage.left + (stage.fullWidth * (nth + between(chance, 0.2, 0.8))) / dunes.count,
					tall: dunes.tall * between(chance, 0.62, 1.15),
					half: Math.min(stage.fullWidth * 0.62, (dunes.wide / 2) * between(chance, 0.85, 1.25)),
				}),
			);
			if (dunes.depth <= 1) {
				ctx.fillStyle = css(groundTone(build, dunes));
				ctx.fillRect(stage.left - 3, dunes.base - 1, stage.fullWidth + 6, stage.bottom);
			}
			for (const dune of drawn) paintDune(ctx, build, dunes, dune);
			if (dunes.depth === 1) paintRipples(ctx, build, chance, dunes.base);
		},
	});
}
