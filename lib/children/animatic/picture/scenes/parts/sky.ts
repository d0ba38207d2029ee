import type { Stage } from "../../camera/stage";
import { fillDown, flatGlow, glow } from "../../paint/brush";
import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import { type Layer, plate } from "../layer";
import type { Build } from "../set";
import { paintCraters } from "./craters";
import { paintAurora, paintMoons, paintRainbow } from "./heavens";

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

/** Heaps build upwards from a flat foot, brightest at their heads. */
function paintHeaps(ctx: Ctx, { stage, light }: Build, wish: SkyWish, chance: Chance): void {
	const count = wish.heaps ?? 0;
	const [, high, low] = light.sky;
	const body = mix(mix(low, high, 0.35), light.night ? high : [255, 255, 255], light.night ? 0.3 : 0.3);
	const lit = mix(light.sun, light.sky[3], light.night ? 0.8 : 0.2);
	for (let nth = 0; nth < count; nth++) {
		const wide = stage.unit * between(chance, 60, 112);
		const x = stage.left + (stage.fullWidth * (nth + between(chance, 0.2, 0.8))) / count;
		const foot = wish.horizon - stage.unit * between(chance, 5, 20);
		heap(ctx, chance, x, foot, wide, body, lit, light.from);
	}
}

function heap(
	ctx: Ctx,
	chance: Chance,
	x: number,
	foot: number,
	wide: number,
	body: Rgb,
	lit: Rgb,
	from: number,
): void {
	const puffs = Array.from({ length: 26 }, () => {
		const along = chance() + chance() - 1;
		const room = (1 - along * along) * wide * 0.26;
		return {
			x: x + along * wide * 0.5,
			y: foot - room * chance(),
			r: wide * between(chance, 0.045, 0.11) * (1.1 - Math.abs(along)),
		};
	});
	ctx.save();
	ctx.beginPath();
	ctx.rect(x - wide, foot - wide, wide * 2, wide);
	ctx.clip();
	for (const [tone, share, dx, dy, alpha] of [
		[body, 1.5, 0, 0, 0.36],
		[mix(body, lit, 0.5), 1.2, 0.1, -0.12, 0.4],
		[lit, 0.86, 0.3, -0.36, 0.5],
	] as const) {
		for (const puff of puffs)
			flatGlow(ctx, puff.x + from * dx * puff.r, puff.y + dy * puff.r, puff.r * share * 1.5, 0.8, tone, alpha);
	}
	ctx.restore();
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

/** What lies in front may slide a little against the sky, so the sky goes on behind it. */
const BELOW_HORIZON = 18;

/** The sky with its sun or moon, stars, clouds and whatever else the words hang in it. */
export function skyLayer(build: Build, wish: SkyWish): Layer {
	const { stage, light, shot, seed } = build;
	const moons = shot.props.find(({ kind }) => kind === "moon");
	const [x, y] = [wish.sunX * stage.width, wish.horizon - wish.sunUp * stage.height];
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
			paintClouds(ctx, build, { ...wish, cloud: Math.min(1.3, wish.cloud + more + (1 - light.clear) * 0.5) }, chance);
			if (wish.heaps) paintHeaps(ctx, build, wish, chance);
			if (shot.props.some(({ kind }) => kind === "rainbow")) paintRainbow(ctx, stage, wish.horizon);
		},
	});
}
