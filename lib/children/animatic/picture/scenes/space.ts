import type { Colour } from "@/lib/domain/animatic-plan/plan";
import { CLOTH } from "../figure/costume";
import { glow } from "../paint/brush";
import { between, type Chance, chanceFrom, noiseFrom, pick } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled, WHITE } from "../paint/colour";
import { blurred, type Ctx, createSurface } from "../paint/surface";
import { type Layer, merged, mod, type PlateWish, plate } from "./layer";
import type { Build, SceneSet } from "./set";

type World = readonly [base: Rgb, bands: Rgb, air: Rgb];
const WORLDS: readonly [World, World, World] = [
	[rgb("#3f7fb8"), rgb("#d9e4e6"), rgb("#8fd0ff")],
	[rgb("#c98a5a"), rgb("#f2d3a4"), rgb("#ffc48a")],
	[rgb("#4a9a8f"), rgb("#cfe9d6"), rgb("#9affd8")],
];
const CLOUDS: Readonly<Record<"dawn" | "day" | "dusk" | "night", readonly [Rgb, Rgb, Rgb]>> = {
	dawn: [rgb("#a34a6a"), rgb("#4a3a8a"), rgb("#e8a06a")],
	day: [rgb("#2f6fb0"), rgb("#3aa0a8"), rgb("#7a6fd0")],
	dusk: [rgb("#b0403f"), rgb("#7a2f7a"), rgb("#f0a050")],
	night: [rgb("#4a2f9a"), rgb("#1f5fa0"), rgb("#a0307a")],
};

function nebula({ stage, shot, seed }: Build): PlateWish {
	const tones = CLOUDS[shot.time];
	return {
		depth: 0,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 2,
		opaque: true,
		paint: (ctx, chance) => {
			ctx.fillStyle = "#05060f";
			ctx.fillRect(stage.left, stage.top, stage.fullWidth, stage.fullHeight);
			ctx.globalCompositeOperation = "screen";
			const bend = noiseFrom(chance, 3, 3);
			for (let nth = 0; nth < 90; nth++) {
				const t = chance();
				const [x, y] = [
					stage.left + stage.fullWidth * t,
					stage.top + stage.fullHeight * (0.82 - 0.62 * t + 0.5 * (bend(t) - 0.5) + 0.14 * (chance() + chance() - 1)),
				];
				glow(ctx, x, y, stage.unit * between(chance, 8, 36), pick(chance, tones), between(chance, 0.1, 0.3));
			}
			ctx.globalCompositeOperation = "source-over";
			for (let nth = 0; nth < 26; nth++) {
				const t = chance();
				glow(
					ctx,
					stage.left + stage.fullWidth * t,
					stage.top + stage.fullHeight * (0.86 - 0.62 * t + 0.4 * (bend(t) - 0.5)),
					stage.unit * between(chance, 5, 18),
					[4, 4, 12],
					0.6,
				);
			}
		},
	};
}

function stars({ stage, seed }: Build, depth: number, count: number, size: number): PlateWish {
	return {
		depth,
		top: stage.top,
		bottom: stage.bottom,
		wraps: true,
		grain: 0,
		seed: seed + Math.round(depth * 100),
		paint: (ctx, chance) => {
			for (let nth = 0; nth < count; nth++) {
				const bright = chance() ** 4;
				const [x, y] = [between(chance, stage.left, stage.right), between(chance, stage.top, stage.bottom)];
				const warm = chance();
				ctx.fillStyle = `rgba(255,${Math.round(225 + 30 * warm)},${Math.round(205 + 50 * chance())},${(0.3 + 0.7 * bright).toFixed(3)})`;
				ctx.beginPath();
				ctx.arc(x, y, stage.unit * size * (0.4 + bright), 0, Math.PI * 2);
				ctx.fill();
				if (bright > 0.8) glow(ctx, x, y, stage.unit * 3.4, rgb("#cfe0ff"), 0.6);
			}
		},
	};
}

function paintBands(ctx: Ctx, chance: Chance, radius: number, [base, bands]: World): void {
	const noise = noiseFrom(chance, 5, 4);
	for (let nth = 0; nth < 46; nth++) {
		const y = -radius + (2 * radius * nth) / 46;
		ctx.fillStyle = css(mix(base, bands, noise(nth / 46)), 0.55);
		ctx.beginPath();
		ctx.ellipse(
			(noise(nth / 31) - 0.5) * radius * 0.4,
			y,
			radius * 1.3,
			radius * between(chance, 0.015, 0.05),
			-0.03,
			0,
			Math.PI * 2,
		);
		ctx.fill();
	}
	for (let nth = 0; nth < 5; nth++) {
		ctx.fillStyle = css(mix(bands, WHITE, 0.3), 0.4);
		ctx.beginPath();
		ctx.ellipse(
			between(chance, -0.7, 0.7) * radius,
			between(chance, -0.6, 0.6) * radius,
			radius * between(chance, 0.06, 0.16),
			radius * between(chance, 0.02, 0.05),
			0,
			0,
			Math.PI * 2,
		);
		ctx.fill();
	}
}

/** A world with weather on it, a night side, and a thin lit air. */
function paintPlanet(ctx: Ctx, chance: Chance, x: number, y: number, radius: number, world: World, from: number): void {
	glow(ctx, x + from * radius * 0.3, y - radius * 0.3, radius * 1.5, world[2], 0.42);
	const disc = createSurface(radius * 2.1, radius * 2.1);
	const q = disc.ctx;
	q.translate(disc.width / 2, disc.height / 2);
	q.fillStyle = css(world[0]);
	q.fillRect(-radius * 1.1, -radius * 1.1, radius * 2.2, radius * 2.2);
	q.rotate(-0.3);
	paintBands(q, chance, radius, world);
	const soft = blurred(disc, radius * 0.02);
	ctx.save();
	ctx.beginPath();
	ctx.arc(x, y, radius, 0, Math.PI * 2);
	ctx.clip();
	ctx.drawImage(soft.canvas, x - soft.width / 2, y - soft.height / 2);
	const night = ctx.createRadialGradient(
		x + from * radius * 0.62,
		y - radius * 0.5,
		radius * 0.3,
		x + from * radius * 0.3,
		y - radius * 0.25,
		radius * 1.62,
	);
	night.addColorStop(0, "rgba(2,3,12,0)");
	night.addColorStop(0.5, "rgba(2,3,12,.5)");
	night.addColorStop(0.85, "rgba(2,3,12,.97)");
	ctx.fillStyle = night;
	ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
	ctx.lineWidth = radius * 0.035;
	const air = ctx.createLinearGradient(x + from * radius, y - radius, x - from * radius * 0.4, y + radius * 0.4);
	air.addColorStop(0, css(mix(world[2], WHITE, 0.4), 0.95));
	air.addColorStop(0.8, css(world[2], 0));
	ctx.strokeStyle = air;
	ctx.beginPath();
	ctx.arc(x, y, radius * 0.985, 0, Math.PI * 2);
	ctx.stroke();
	ctx.restore();
}

function paintRing(ctx: Ctx, x: number, y: number, radius: number, tone: Rgb, front: boolean): void {
	ctx.save();
	ctx.translate(x, y);
	ctx.rotate(-0.34);
	for (let nth = 0; nth < 8; nth++) {
		ctx.strokeStyle = css(mix(tone, WHITE, 0.3 + 0.05 * nth), 0.14 + 0.06 * (nth % 3));
		ctx.lineWidth = radius * 0.05;
		ctx.beginPath();
		ctx.ellipse(
			0,
			0,
			radius * (1.36 + 0.075 * nth),
			radius * (0.24 + 0.014 * nth),
			0,
			front ? 0 : Math.PI,
			front ? Math.PI : Math.PI * 2,
		);
		ctx.stroke();
	}
	ctx.restore();
}

function planetLayer({ stage, light, seed, shot }: Build): PlateWish {
	const tint: Colour | null = shot.tint;
	const own = WORLDS[seed % 3] ?? WORLDS[0];
	const world: World = tint
		? [CLOTH[tint], mix(CLOTH[tint], WHITE, 0.6), mix(CLOTH[tint], WHITE, 0.4)]
		: /earth|地球/iu.test(shot.caption)
			? WORLDS[0]
			: /mars|火星/iu.test(shot.caption)
				? [rgb("#a8492c"), rgb("#d98a5f"), rgb("#ffb08a")]
				: own;
	const radius = stage.unit * (stage.tall ? 46 : 44);
	const [x, y] = [stage.width * (light.from < 0 ? 0.76 : 0.24), stage.height * (stage.tall ? 0.74 : 0.78)];
	const ringed = /saturn|ring/iu.test(shot.caption) || seed % 3 === 1;
	return {
		depth: 0.25,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 9,
		grain: 0.04,
		paint: (ctx, chance) => {
			if (ringed) paintRing(ctx, x, y, radius, world[1], false);
			paintPlanet(ctx, chance, x, y, radius, world, light.from);
			if (ringed) paintRing(ctx, x, y, radius, world[1], true);
			paintPlanet(
				ctx,
				chance,
				stage.width * (light.from < 0 ? 0.2 : 0.82),
				stage.height * 0.24,
				stage.unit * 5.4,
				WORLDS[(seed + 1) % 3] ?? WORLDS[0],
				light.from,
			);
		},
	};
}

interface Rock {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly spin: number;
	readonly points: readonly (readonly [number, number])[];
}

/** Rocks that tumble past in front. */
function asteroids({ stage, light, seed }: Build): Layer {
	const chance = chanceFrom(seed + 19);
	const rocks = Array.from(
		{ length: 9 },
		(_, nth): Rock => ({
			x: chance(),
			y: between(chance, 0.05, 1),
			size: stage.unit * (nth < 2 ? between(chance, 3, 5) : between(chance, 0.8, 2.6)),
			spin: between(chance, -0.25, 0.25),
			points: Array.from({ length: 11 }, (_, at) => {
				const turn = (at / 11) * Math.PI * 2;
				const reach = between(chance, 0.74, 1.12);
				return [Math.cos(turn) * reach, Math.sin(turn) * reach * 0.8] as const;
			}),
		}),
	);
	const [lit, dark] = [scaled(rgb("#8c8594"), 0.8), rgb("#16151f")];
	return {
		depth: 0.7,
		draw: (ctx, { seconds }) => {
			for (const rock of rocks) {
				const x = stage.left + mod(rock.x - (seconds * rock.size) / stage.unit / 900, 1) * stage.fullWidth;
				ctx.save();
				ctx.translate(x, stage.height * rock.y);
				ctx.scale(rock.size, rock.size);
				const tone = ctx.createLinearGradient(light.from, -0.6, -light.from * 0.5, 0.4);
				tone.addColorStop(0, css(lit));
				tone.addColorStop(1, css(dark));
				ctx.rotate(seconds * rock.spin);
				ctx.beginPath();
				for (const point of rock.points) ctx.lineTo(...point);
				ctx.closePath();
				ctx.rotate(-seconds * rock.spin);
				ctx.fillStyle = tone;
				ctx.fill();
				ctx.restore();
			}
		},
	};
}

/** A world with its night side, a small one behind, a river of gas and stars, rocks tumbling by. */
export function space(build: Build): SceneSet {
	const { stage, light, seed } = build;
	const { unit, width, height } = stage;
	const world = WORLDS[seed % 3] ?? WORLDS[0];
	return {
		behind: [
			plate(stage, merged(0, [nebula(build), stars(build, 0.04, 420, 0.16)])),
			plate(stage, merged(0.2, [stars(build, 0.14, 130, 0.24), planetLayer(build)])),
			asteroids(build),
		],
		before: [],
		focus: { x: width * 0.5, y: height * 0.5 },
		ground: {
			y: height * 0.68,
			height: 40 * unit,
			traffic: "afloat",
			seat: "rock",
			horizon: height * 0.5,
			falling: {
				shadow: rgb("#070b22"),
				shadowShare: 0.34,
				key: mix(world[2], WHITE, 0.5),
				keyShare: 0.2,
				from: light.from,
				rim: mix(world[2], WHITE, 0.5),
				rimShare: 0.85,
			},
			shadow: { alpha: 0, length: 0, slant: 0 },
			mirror: 0,
		},
	};
}
