import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { flatGlow, glow, polygon } from "../paint/brush";
import { between, type Chance, chanceFrom } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, mod, plate } from "./layer";
import { lampsOn, paintWalls } from "./parts/alley-walls";
import { type Corridor, onFloor, onWall } from "./parts/corridor";
import { NEON, paintSign, type Sign, signBox, signsOf } from "./parts/neon-signs";
import { skyLayer } from "./parts/sky";
import type { Build, SceneSet } from "./set";

const GROUND = rgb("#4a4a58");

function paintFloor(ctx: Ctx, chance: Chance, build: Build, alley: Corridor, signs: readonly Sign[]): void {
	const { light, stage } = build;
	const ground = snowed(build.shot, GROUND, 0.85);
	polygon(ctx, [
		onFloor(alley, -1.02, 0.22),
		onFloor(alley, -1.02, 50),
		onFloor(alley, 1.02, 50),
		onFloor(alley, 1.02, 0.22),
	]);
	const floor = ctx.createLinearGradient(0, alley.vanishY, 0, stage.bottom);
	floor.addColorStop(0, css(mix(shade(light, ground, 0.3, 0.5), light.sky[3], 0.5)));
	floor.addColorStop(0.4, css(shade(light, ground, 0.5)));
	floor.addColorStop(1, css(shade(light, scaled(ground, 0.55), 0.2)));
	ctx.fillStyle = floor;
	ctx.fill();
	if (lampsOn(build.shot))
		for (const { side, far, tone } of signs) {
			const [x, y] = onFloor(alley, side * 0.62, far * 0.92);
			ctx.save();
			ctx.translate(x, y);
			ctx.scale(0.3, 1);
			glow(ctx, 0, 0, (alley.eye * 1.15) / far, tone, 0.62);
			ctx.restore();
		}
	for (let nth = 0; nth < 9; nth++) {
		const [x, y] = onFloor(alley, between(chance, -0.75, 0.75), between(chance, 0.85, 2.6));
		flatGlow(
			ctx,
			x,
			y,
			stage.unit * between(chance, 7, 18),
			0.13,
			mix(light.sky[3], NEON[nth % NEON.length] ?? light.sky[3], light.night ? 0.6 : 0.1),
			0.5,
		);
	}
}

function alleyPlate(build: Build, alley: Corridor, signs: readonly Sign[]): Layer {
	const { stage, light, seed, shot } = build;
	return plate(stage, {
		depth: 0.6,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 37,
		grain: 0.04,
		paint: (ctx, chance) => {
			paintFloor(ctx, chance, build, alley, signs);
			paintWalls(ctx, chance, build, alley);
			glow(ctx, alley.vanishX, alley.vanishY - 4 * stage.unit, 34 * stage.unit, mix(light.haze, light.glow, 0.4), 0.75);
			if (lampsOn(shot))
				for (const sign of signs) {
					const [x, y, w, h] = signBox(alley, sign);
					glow(ctx, x + w / 2, y + h / 2, h * 1.5, sign.tone, 0.42);
				}
			for (const sign of signs) paintSign(ctx, chance, alley, sign);
			paintCables(ctx, chance, alley, stage.unit);
		},
	});
}

function paintCables(ctx: Ctx, chance: Chance, alley: Corridor, unit: number): void {
	ctx.strokeStyle = "rgba(6,6,12,.75)";
	for (let nth = 0; nth < 8; nth++) {
		const far = between(chance, 0.9, 3);
		const [a, b] = [
			onWall(alley, -1, far, between(chance, 2, 4)),
			onWall(alley, 1, far * between(chance, 0.8, 1.2), between(chance, 2, 4)),
		];
		ctx.lineWidth = (unit * 0.3) / far;
		ctx.beginPath();
		ctx.moveTo(...a);
		ctx.quadraticCurveTo((a[0] + b[0]) / 2, Math.max(a[1], b[1]) + (unit * 10) / far, ...b);
		ctx.stroke();
	}
}

/** Tubes that stutter now and then, and steam from the gratings. */
function flickerLayer({ stage, shot }: Build, alley: Corridor, signs: readonly Sign[]): Layer {
	return {
		depth: 0.6,
		draw: (ctx, { seconds }) => {
			if (!lampsOn(shot)) return;
			ctx.globalCompositeOperation = "lighter";
			for (const sign of signs.slice(-4)) {
				const wink =
					Math.sin(seconds * 9 + sign.phase * 5) > 0.93 ? 0 : 0.5 + 0.5 * Math.sin(seconds * 1.9 + sign.phase);
				if (wink < 0.05) continue;
				const [x, y, w, h] = signBox(alley, sign);
				ctx.fillStyle = css(sign.tone, 0.1 * wink);
				ctx.beginPath();
				ctx.roundRect(x, y, w, h, stage.unit);
				ctx.fill();
			}
			ctx.globalCompositeOperation = "source-over";
		},
	};
}

function steamLayer({ stage, light, seed }: Build, alley: Corridor): Layer {
	const chance = chanceFrom(seed + 3);
	const puffs = Array.from({ length: 7 }, () => ({
		phase: chance(),
		off: between(chance, -1, 1),
		size: between(chance, 0.7, 1.2),
	}));
	const [x, y] = onFloor(alley, light.from * 0.7, 1.7);
	return {
		depth: 0.7,
		draw: (ctx, { seconds }) => {
			for (const { phase, off, size } of puffs) {
				const t = mod(seconds / 4 + phase, 1);
				const radius = stage.unit * (3 + 9 * t) * size;
				glow(
					ctx,
					x + stage.unit * (off * 3 * t + 4 * t),
					y - stage.unit * 30 * t,
					radius,
					mix(light.haze, [210, 205, 225], 0.5),
					0.2 * Math.sin(Math.PI * t),
				);
			}
		},
	};
}

/** A slot between walls: fire escapes, cables, signs that light the wet ground. */
export function alley(build: Build): SceneSet {
	const { stage, light, seed } = build;
	const { unit, width, height } = stage;
	const vanishY = height * (stage.tall ? 0.57 : 0.53);
	const corridor: Corridor = {
		vanishX: width * (light.from < 0 ? 0.53 : 0.47),
		vanishY,
		half: (stage.tall ? 34 : 46) * unit,
		eye: 30 * unit,
	};
	const night = lampsOn(build.shot);
	const signs = signsOf(chanceFrom(seed + 6)).map((sign) =>
		night ? sign : { ...sign, tone: mix(sign.tone, GROUND, 0.55) },
	);
	return {
		behind: [
			skyLayer(build, { horizon: vanishY + unit, sunX: 0.5, sunUp: 0.4, cloud: 0.3, hideSun: true }),
			alleyPlate(build, corridor, signs),
			flickerLayer(build, corridor, signs),
			steamLayer(build, corridor),
		],
		before: [],
		focus: { x: corridor.vanishX, y: vanishY },
		ground: {
			y: height * (stage.tall ? 0.79 : 0.83),
			height: (stage.tall ? 36 : 40) * unit,
			traffic: "depth",
			seat: "crate",
			horizon: vanishY,
			falling: outdoors(
				light,
				night
					? {
							rim: NEON[seed % 2] ?? light.rim,
							rimShare: 0.8,
							shadowShare: 0.34,
							key: NEON[1] ?? light.glow,
							keyShare: 0.16,
						}
					: {},
			),
			shadow: { alpha: 0.4, length: 0.12, slant: light.from * -0.6 },
			mirror: night ? 0.3 : 0.06,
		},
	};
}
