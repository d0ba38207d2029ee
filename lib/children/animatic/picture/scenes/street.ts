import { outdoors } from "../light/falling";
import { shade } from "../light/light";
import { snowed } from "../light/lying-snow";
import { glow, polygon } from "../paint/brush";
import { between, type Chance } from "../paint/chance";
import { css, mix, rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Layer, plate } from "./layer";
import { type Corridor, onFloor, onWall } from "./parts/corridor";
import { housesOf, LAMP, paintHouse } from "./parts/houses";
import { skyLayer } from "./parts/sky";
import type { Build, SceneSet } from "./set";

const ROAD = rgb("#4c4f57");

const PAVING = rgb("#8d8a86");

function paintRoad(ctx: Ctx, build: Build, street: Corridor, chance: Chance): void {
	const { stage, light, shot } = build;
	const [paving, tar] = [snowed(shot, PAVING, 0.95), snowed(shot, ROAD, 0.92)];
	const strip = (from: number, to: number, near: number, far: number) => {
		polygon(ctx, [
			onFloor(street, from, near),
			onFloor(street, from, far),
			onFloor(street, to, far),
			onFloor(street, to, near),
		]);
	};
	strip(-1.05, 1.05, 0.22, 60);
	ctx.fillStyle = css(shade(light, paving, 0.6));
	ctx.fill();
	const road = ctx.createLinearGradient(0, street.vanishY, 0, stage.bottom);
	road.addColorStop(0, css(mix(shade(light, tar, 0.5, 0.5), light.sky[3], light.wet ? 0.5 : 0.2)));
	road.addColorStop(0.25, css(mix(shade(light, tar, 0.5), light.sky[2], light.wet ? 0.3 : 0.05)));
	road.addColorStop(1, css(shade(light, scaled(tar, 0.7), 0.3)));
	strip(-0.58, 0.58, 0.22, 60);
	ctx.fillStyle = road;
	ctx.fill();
	ctx.fillStyle = css(shade(light, rgb("#d8d4c8"), 0.5), 0.75);
	for (let far = 0.62; far < 9; far *= 1.32) {
		strip(-0.012, 0.012, far, far * 1.14);
		ctx.fill();
	}
	for (let nth = -6; nth <= 6; nth++) {
		strip(nth * 0.09 - 0.026, nth * 0.09 + 0.026, 1.62, 1.86);
		ctx.fill();
	}
	for (let nth = 0; nth < 26; nth++) {
		const [x, y] = onFloor(street, between(chance, -0.5, 0.5), between(chance, 0.6, 3));
		ctx.fillStyle = css(scaled(shade(light, tar, 0.3), 0.8), 0.35);
		ctx.beginPath();
		ctx.ellipse(x, y, stage.unit * between(chance, 1, 5), stage.unit * between(chance, 0.1, 0.5), 0, 0, Math.PI * 2);
		ctx.fill();
	}
	if (light.wet || light.night)
		for (const side of [-1, 1])
			for (const far of [1, 1.5, 2.3, 3.6]) {
				const [x, y] = onFloor(street, side * 0.5, far);
				ctx.save();
				ctx.translate(x, y);
				ctx.scale(0.16, 1);
				glow(ctx, 0, 0, (street.eye * 0.8) / far, shot.time === "day" ? light.sky[3] : LAMP, light.wet ? 0.5 : 0.22);
				ctx.restore();
			}
}

function paintLamps(ctx: Ctx, { light, shot, stage }: Build, street: Corridor): void {
	const pole = css(shade(light, rgb("#2b2e35"), 0.3, 0.9));
	for (const far of [4.6, 2.9, 1.75, 1.02]) {
		for (const side of [-1, 1]) {
			const foot = onWall(street, side * 0.66, far, 0);
			const head = onWall(street, side * 0.66, far, 2.3);
			const arm = onWall(street, side * 0.5, far, 2.36);
			ctx.strokeStyle = pole;
			ctx.lineWidth = Math.max(1, (stage.unit * 0.9) / far);
			ctx.beginPath();
			ctx.moveTo(...foot);
			ctx.lineTo(...head);
			ctx.quadraticCurveTo(head[0], arm[1] - stage.unit / far, ...arm);
			ctx.stroke();
			if (shot.time === "day" || shot.time === "dawn") continue;
			glow(ctx, arm[0], arm[1], (stage.unit * 22) / far, LAMP, 0.55);
			ctx.fillStyle = "#fff3d6";
			ctx.beginPath();
			ctx.ellipse(
				arm[0],
				arm[1] + stage.unit * 0.3,
				(stage.unit * 1.5) / far,
				(stage.unit * 0.6) / far,
				0,
				0,
				Math.PI * 2,
			);
			ctx.fill();
		}
	}
}

function streetPlate(build: Build, street: Corridor): Layer {
	const { stage, light, seed } = build;
	return plate(stage, {
		depth: 0.6,
		top: stage.top,
		bottom: stage.bottom,
		seed: seed + 31,
		paint: (ctx, chance) => {
			paintRoad(ctx, build, street, chance);
			for (const house of housesOf(chance, stage.tall)) paintHouse(ctx, chance, build, street, house);
			glow(
				ctx,
				street.vanishX,
				street.vanishY - 2 * stage.unit,
				30 * stage.unit,
				light.night ? LAMP : light.haze,
				light.night ? 0.22 : 0.55,
			);
			paintLamps(ctx, build, street);
		},
	});
}

/** Looking down a street of shopfronts to where it meets the sky. */
export function street(build: Build): SceneSet {
	const { stage, light } = build;
	const { unit, width, height } = stage;
	const vanishY = height * (stage.tall ? 0.56 : 0.5);
	const corridor: Corridor = {
		vanishX: width * 0.5,
		vanishY,
		half: stage.tall ? 58 * unit : 74 * unit,
		eye: 30 * unit,
	};
	const foot = height * (stage.tall ? 0.78 : 0.82);
	return {
		behind: [
			skyLayer(build, {
				horizon: vanishY + unit,
				sunX: light.from < 0 ? 0.44 : 0.56,
				sunUp: light.night ? 0.42 : 0.1,
				cloud: 0.5,
				heaps: 3,
				hideSun: !light.night,
			}),
			streetPlate(build, corridor),
		],
		before: [],
		focus: { x: width * 0.5, y: vanishY },
		ground: {
			y: foot,
			height: (stage.tall ? 34 : 38) * unit,
			traffic: "depth",
			seat: "bench",
			horizon: vanishY,
			falling: outdoors(light, light.night ? { rim: LAMP, rimShare: 0.55, shadowShare: 0.36 } : {}),
			shadow: { alpha: 0.34, length: 0.16, slant: light.from * -0.8 },
			mirror: light.wet ? 0.3 : light.night ? 0.08 : 0,
		},
	};
}
