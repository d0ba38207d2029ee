import type { Stage } from "../camera/stage";
import { outdoors } from "../light/falling";
import { type Light, shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { fillDown, flatGlow, glow } from "../paint/brush";
import { between, type Chance, chanceFrom, noiseFrom } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import { type Ctx, createSurface } from "../paint/surface";
import { type Layer, merged, type PlateWish, plate } from "./layer";
import { paintCraters } from "./parts/craters";
import { fillUnder, ridgeLine } from "./parts/land";
import { LEAF, leafOf, paintFern, paintTrunk } from "./parts/trunks";
import type { Build, SceneSet } from "./set";

const MOSS = rgb("#5c7340");

interface Stand {
	readonly depth: number;
	readonly base: number;
	readonly count: number;
	/** Trunk widths in units. */
	readonly thick: readonly [number, number];
	readonly near: number;
	/** Keeps the middle free for whoever stands there. */
	readonly clearing: number;
	/** Below this, nearer ground covers it. */
	readonly bottom: number;
	/** Leaves along the top, in units down from the painted edge; 0 for none. */
	readonly leaves: number;
	readonly haze: number | null;
}

function standOf(build: Build, stand: Stand): PlateWish {
	const { stage, light, seed, shot } = build;
	const moss = snowed(shot, mix(MOSS, leafOf(build), 0.3), 1);
	const tones = [
		css(shade(light, mix(moss, LEAF, 0.4), 0.7, stand.near)),
		css(shade(light, scaled(moss, 0.55), 0.2, stand.near)),
	] as const;
	return {
		depth: stand.depth,
		top: stage.top,
		bottom: stand.bottom,
		wraps: true,
		seed: seed + Math.round(stand.depth * 100),
		paint: (ctx, chance) => {
			for (let nth = 0; nth < stand.count; nth++) {
				const x = stage.left + (stage.fullWidth * (nth + between(chance, 0.1, 0.9))) / stand.count;
				const thick = stage.unit * between(chance, ...stand.thick);
				if (Math.abs(x / stage.width - 0.46) < stand.clearing) continue;
				paintTrunk(ctx, chance, build, x, stand.base + stage.unit * between(chance, -1, 2), thick, stand.near);
			}
			const line = ridgeLine(stage, noiseFrom(chance, 7, 4), stand.base + 2 * stage.unit, 4.5 * stage.unit);
			fillUnder(ctx, stage, line, stand.base - 6 * stage.unit, stage.bottom, [
				[0, css(shade(light, moss, 0.7, stand.near))],
				[0.25, css(shade(light, moss, 0.35, stand.near))],
				[1, css(shade(light, scaled(moss, 0.35), 0.15, stand.near))],
			]);
			if (stand.haze !== null) paintHaze(ctx, build, stand.haze, stand.base);
			if (stand.leaves > 0) paintCanopy(ctx, chance, build, stand);
			if (stand.depth < 0.5 || shot.weather === "snow") return;
			for (let nth = 0; nth < 17; nth++) {
				const x = between(chance, stage.left, stage.right);
				paintFern(
					ctx,
					chance,
					x,
					line(x) + stage.unit * between(chance, 0.5, 5),
					stage.unit * between(chance, 2.6, 6) * (0.5 + stand.depth),
					tones,
				);
			}
		},
	};
}

/** Leaves that close the picture at its top. */
function paintCanopy(ctx: Ctx, chance: Chance, build: Build, { depth, near, leaves }: Stand): void {
	const { stage, light } = build;
	const leaf = leafOf(build);
	const noise = noiseFrom(chance, 6, 3);
	for (const [share, tone] of [
		[1, shade(light, scaled(leaf, 0.5), 0.1, near)],
		[0.7, shade(light, leaf, 0.75, near)],
	] as const) {
		ctx.fillStyle = css(tone);
		ctx.beginPath();
		for (let nth = 0; nth < 260; nth++) {
			const at = chance();
			const x = stage.left + at * stage.fullWidth;
			const y = stage.top + (0.25 + 1.1 * noise(at)) * leaves * stage.unit * share * chance() ** 0.6;
			const radius = stage.unit * between(chance, 1.2, 3.6) * (0.6 + depth * 0.5);
			ctx.moveTo(x + radius, y);
			ctx.ellipse(x, y, radius, radius * 0.6, chance() * 3, 0, Math.PI * 2);
		}
		ctx.fill();
	}
}

function paintHaze(ctx: Ctx, { stage, light }: Build, x: number, base: number): void {
	glow(ctx, x, base - 34 * stage.unit, 74 * stage.unit, mix(light.glow, light.sun, 0.3), light.night ? 0.3 : 0.6);
	flatGlow(ctx, stage.width / 2, base, 120 * stage.unit, 0.2, light.haze, 0.7);
}

/** Seen between the trunks. */
function paintMoon(ctx: Ctx, stage: Stage, light: Light): void {
	const [x, y, r] = [stage.width * (light.from < 0 ? 0.28 : 0.7), stage.height * 0.24, 6 * stage.unit];
	glow(ctx, x, y, 60 * stage.unit, light.glow, 0.55);
	ctx.fillStyle = css(light.sun);
	ctx.beginPath();
	ctx.arc(x, y, r, 0, Math.PI * 2);
	ctx.fill();
	paintCraters(ctx, x, y, r, light.sky[1]);
}

/** The bright air the trunks stand against. */
function backLight({ stage, light, seed }: Build): PlateWish {
	return {
		depth: 0,
		top: stage.top,
		bottom: stage.bottom,
		wraps: true,
		opaque: true,
		seed,
		paint: (ctx, chance) => {
			const [high, upper, low, edge] = light.sky;
			fillDown(ctx, stage.left - 3, stage.top, stage.fullWidth + 6, stage.fullHeight, [
				[0, css(high)],
				[0.28, css(upper)],
				[0.55, css(low)],
				[0.72, css(edge)],
			]);
			if (light.night && light.clear > 0.5) paintMoon(ctx, stage, light);
			for (let nth = 0; nth < 40 * light.stars; nth++) {
				ctx.fillStyle = css(light.sun, 0.3 + 0.5 * chance());
				ctx.fillRect(
					between(chance, stage.left, stage.right),
					stage.top + stage.fullHeight * 0.5 * chance(),
					stage.unit * 0.25,
					stage.unit * 0.25,
				);
			}
		},
	};
}

/** Beams painted once; each breathes by its own strength. */
function shafts({ stage, light, seed }: Build, x: number): Layer {
	const chance = chanceFrom(seed + 77);
	const beam = createSurface(stage.unit * 40, stage.height * 1.2);
	const fall = beam.ctx.createLinearGradient(0, 0, 0, beam.height);
	fall.addColorStop(0, css(light.glow, 0.5));
	fall.addColorStop(1, css(light.glow, 0));
	beam.ctx.fillStyle = fall;
	for (let nth = 0; nth < 7; nth++) {
		beam.ctx.globalAlpha = 0.28;
		const inset = beam.width * 0.065 * nth;
		beam.ctx.beginPath();
		beam.ctx.moveTo(beam.width * 0.42, 0);
		beam.ctx.lineTo(beam.width * 0.58, 0);
		beam.ctx.lineTo(beam.width - inset, beam.height);
		beam.ctx.lineTo(inset, beam.height);
		beam.ctx.fill();
	}
	const beams = Array.from({ length: 3 }, (_, nth) => ({
		turn: light.from * (-0.12 - 0.2 * nth) + between(chance, -0.04, 0.04),
		wide: between(chance, 0.4, 0.8),
		phase: chance() * 7,
	}));
	return {
		depth: 0.45,
		draw: (ctx, { seconds }) => {
			ctx.globalCompositeOperation = "screen";
			for (const { turn, wide, phase } of beams) {
				ctx.save();
				ctx.translate(x, stage.top);
				ctx.rotate(turn);
				ctx.globalAlpha =
					(light.night ? 0.4 : 0.62) * Math.max(0.3, light.clear) * (0.72 + 0.28 * Math.sin(seconds * 0.6 + phase));
				ctx.drawImage(beam.canvas, (-beam.width * wide) / 2, 0, beam.width * wide, beam.height);
				ctx.restore();
			}
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

/** Trunks in four depths, light falling between them, ferns on the floor, a roof of leaves. */
export function forest(build: Build): SceneSet {
	const { stage, light, shot } = build;
	const { unit, height, width } = stage;
	const followed = [...shot.figures, ...shot.animals].some(({ action }) => action === "walk" || action === "run");
	const horizon = height * 0.62;
	const foot = height * 0.81;
	const lightX = width * (light.from < 0 ? 0.36 : 0.62);
	const few = stage.tall ? 0.6 : 1;
	const bare = { clearing: 0, leaves: 0, haze: null, bottom: stage.bottom };
	const stand = (wish: Partial<Stand> & Pick<Stand, "depth" | "base" | "count" | "thick" | "near">) =>
		standOf(build, { ...bare, ...wish, count: Math.max(2, Math.round(wish.count * few)) });
	return {
		behind: [
			plate(
				stage,
				merged(0.16, [
					backLight(build),
					stand({ depth: 0.1, base: horizon, count: 22, thick: [0.7, 1.3], near: 0.34, haze: lightX }),
					stand({ depth: 0.28, base: horizon + 5 * unit, count: 13, thick: [1.2, 2.1], near: 0.6, leaves: 42 }),
				]),
			),
			shafts(build, lightX),
			plate(
				stage,
				stand({
					depth: 0.62,
					base: horizon + 11 * unit,
					count: 8,
					thick: [2.2, 3.4],
					near: 0.84,
					clearing: 0.13,
					bottom: foot + 10 * unit,
				}),
			),
			plate(
				stage,
				stand({ depth: 1, base: foot - 1.5 * unit, count: 5, thick: [3.4, 4.6], near: 0.97, clearing: 0.26 }),
			),
		],
		before: [
			plate(
				stage,
				stand({
					depth: 1.4,
					base: height + 13 * unit,
					count: 3,
					thick: [6, 8],
					near: 1,
					// Trunks this near would walk through whoever the camera follows.
					clearing: followed ? stage.fullWidth : 0.42,
					leaves: 31,
				}),
			),
		],
		focus: { x: width * 0.46, y: horizon - 8 * unit },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "lateral",
			seat: "log",
			horizon,
			falling: outdoors(light),
			shadow: { alpha: 0.3, length: 0.16, slant: light.from * -0.9 },
			mirror: 0,
		},
	};
}
