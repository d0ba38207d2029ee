import type { Colour } from "@/lib/domain/animatic-plan/plan";
import { CLOTH } from "../figure/costume";
import { glow } from "../paint/brush";
import { between, chanceFrom, noiseFrom, pick } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled, WHITE } from "../paint/colour";
import { type Layer, merged, mod, type PlateWish, plate } from "./layer";
import { paintPlanet, paintRing, WORLDS, type World } from "./parts/planet";
import type { Build, SceneSet } from "./set";

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
