import type { Stage } from "../../camera/stage";
import { fillDown, flatGlow, glow } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import { type Layer, plate } from "../layer";
import type { Build } from "../set";
import { paintCraters } from "./craters";
import { paintHeap } from "./heap";
import { paintAurora, paintMoons, paintRainbow } from "./heavens";
import { paintOvercast } from "./overcast";

export interface SkyWish {
	/** Where the sky meets the land, in frame pixels. */
	readonly horizon: number;
	/** Where the sun or moon stands, as shares of the frame; the height counts from the horizon up. */
	readonly sunX: number;
	readonly sunUp: number;
	/** Cloud cover, 0 none to 1 full. */
	readonly cloud: number;
	/** Great heaped clouds over the horizon. */
	readonly heaps?: number;
	readonly sunSize?: number;
	/** A place without a disc of its own: the light only tints the sky. */
	readonly hideSun?: boolean;
}

function paintGradient(ctx: Ctx, stage: Stage, horizon: number, sky: Build["light"]["sky"]): void {
	const [zenith, high, low, edge] = sky;
	fillDown(ctx, stage.left, stage.top, stage.fullWidth, horizon - stage.top + 2, [
		[0, css(zenith)],
		[0.38, css(high)],
		[0.76, css(low)],
		[1, css(edge)],
	]);
	ctx.fillStyle = css(edge);
	ctx.fillRect(stage.left, horizon, stage.fullWidth, stage.bottom - horizon);
}

function paintStars(ctx: Ctx, stage: Stage, horizon: number, share: number, chance: Chance): void {
	for (let nth = 0; nth < 380 * share; nth++) {
		const bright = chance() ** 3;
		const y = stage.top + (horizon - stage.top) * chance() ** 1.25;
		const size = (0.07 + 0.17 * bright) * stage.unit;
		ctx.fillStyle = `rgba(255,${235 + 20 * chance()},${225 + 30 * chance()},${0.25 + 0.7 * bright})`;
		ctx.beginPath();
		ctx.arc(between(chance, stage.left, stage.right), y, size, 0, Math.PI * 2);
		ctx.fill();
	}
}

/** Flat bases, round tops: a cloud is built of puffs lit from the sun's side. */
export function paintCloud(
	ctx: Ctx,
	chance: Chance,
	x: number,
	y: number,
	width: number,
	body: Rgb,
	lit: Rgb,
	alpha: number,
	squash = 0.34,
): void {
	const puffs = Math.round(9 + chance() * 6);
	for (const [colour, rise, strength] of [
		[scaled(body, 0.9), 0, 0.9],
		[body, 0.05, 0.9],
		[lit, 0.16, 0.55],
	] as const) {
		for (let nth = 0; nth < puffs; nth++) {
			const along = (nth + 0.5) / puffs - 0.5 + (chance() - 0.5) * 0.12;
			const size = width * (0.3 - 0.42 * along * along) * between(chance, 0.55, 1);
			flatGlow(
				ctx,
				x + along * width,
				y - size * squash * (0.4 + rise * 2),
				size,
				squash * between(chance, 0.8, 1.3),
				colour,
				alpha * strength,
			);
		}
	}
}

function paintClouds(ctx: Ctx, { stage, light, seed }: Build, wish: SkyWish, chance: Chance): void {
	const count = Math.round((stage.tall ? 9 : 12) * wish.cloud);
	const span = wish.horizon - stage.top;
	for (let nth = 0; nth < count; nth++) {
		const depth = (nth + chance()) / Math.max(1, count);
		const y = stage.top + span * (0.16 + 0.72 * depth);
		const width = stage.unit * between(chance, 34, 86) * (1.1 - 0.72 * depth);
		const [, high, low, edge] = light.sky;
		const body = mix(mix(high, edge, 0.3 + 0.5 * depth), scaled(low, 0.9), seed % 3 === 0 ? 0.4 : 0.25);
		const alpha = between(chance, 0.16, 0.4) * (light.night ? 0.42 : 1);
		paintCloud(
			ctx,
			chance,
			between(chance, stage.left, stage.right),
			y,
			width,
			body,
			mix(light.glow, light.sun, 0.4),
			alpha,
			0.24 - 0.12 * depth,
		);
	}
}

/** The nearer to the horizon, the smaller and paler. */
function paintHeaps(ctx: Ctx, build: Build, wish: SkyWish, chance: Chance): void {
	const { stage, light } = build;
	const count = wish.heaps ?? 0;
	const span = wish.horizon - Math.max(stage.top, 0);
	for (let nth = 0; nth < count; nth++) {
		const near = nth / Math.max(1, count - 1);
		const wide = stage.unit * between(chance, 26, 40) * (0.5 + 1.3 * near);
		const column = ((nth * 0.618 + 0.2) % 1) + between(chance, -0.06, 0.06);
		const drawn = stage.left + stage.fullWidth * column;
		// A disc bitten into by a cloud reads as a crescent moon.
		const off = drawn - wish.sunX * stage.width;
		const room = wide * 0.62 + 9 * stage.unit;
		const x = Math.abs(off) < room ? drawn + (off < 0 ? -room - off : room - off) : drawn;
		const foot = wish.horizon - span * (0.1 + 0.5 * near + between(chance, 0, 0.08));
		paintHeap(ctx, chance, light, [x, foot], wide, 0.55 + 0.45 * near);
	}
}

function paintSun(ctx: Ctx, { stage, light }: Build, x: number, y: number, size: number): void {
	glow(ctx, x, y, stage.unit * 120, light.glow, (light.night ? 0.26 : 0.6) * (0.3 + 0.7 * light.clear));
	glow(ctx, x, y, stage.unit * 34, light.sun, (light.night ? 0.3 : 0.7) * light.clear);
	if (light.clear < 0.15) return;
	ctx.globalAlpha = light.clear;
	ctx.fillStyle = css(light.sun);
	ctx.beginPath();
	ctx.arc(x, y, size, 0, Math.PI * 2);
	ctx.fill();
	if (light.night) paintCraters(ctx, x, y, size, light.sky[1]);
	ctx.globalAlpha = 1;
}

/** By day the sun stands high, whatever the place: low it would say dawn. */
const NOON_UP = 0.4;

/** What lies in front may slide a little against the sky, so the sky goes on behind it. */
const BELOW_HORIZON = 18;

/** The sky with its sun or moon, stars, clouds and whatever else the words hang in it. */
export function skyLayer(build: Build, wish: SkyWish): Layer {
	const { stage, light, shot, seed } = build;
	const moons = shot.props.find(({ kind }) => kind === "moon");
	const highest = wish.horizon / stage.height - 0.13;
	const up = shot.time === "day" ? Math.min(highest, Math.max(wish.sunUp, NOON_UP)) : wish.sunUp;
	const [x, y] = [wish.sunX * stage.width, wish.horizon - up * stage.height];
	return plate(stage, {
		depth: 0,
		top: stage.top,
		bottom: wish.horizon + BELOW_HORIZON * stage.unit,
		seed,
		opaque: true,
		grain: light.night ? 0.04 : 0.026,
		paint: (ctx, chance) => {
			paintGradient(ctx, stage, wish.horizon, light.sky);
			if (light.stars > 0) paintStars(ctx, stage, wish.horizon, light.stars, chance);
			if (shot.props.some(({ kind }) => kind === "aurora")) paintAurora(ctx, stage, wish.horizon, chance);
			const ownMoon = light.night && moons !== undefined;
			if (!wish.hideSun && !ownMoon) paintSun(ctx, build, x, y, stage.unit * (wish.sunSize ?? (light.night ? 4 : 5)));
			if (moons) paintMoons(ctx, build, wish.horizon, moons);
			const more = shot.props.some(({ kind }) => kind === "clouds") ? 0.35 : 0;
			paintOvercast(ctx, chance, build, wish.horizon);
			paintClouds(ctx, build, { ...wish, cloud: Math.min(1.3, wish.cloud + more) }, chance);
			if (wish.heaps && light.clear > 0.5) paintHeaps(ctx, build, wish, chance);
			if (shot.props.some(({ kind }) => kind === "rainbow")) paintRainbow(ctx, stage, wish.horizon);
		},
	});
}
