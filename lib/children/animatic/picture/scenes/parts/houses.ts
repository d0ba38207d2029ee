import { shade } from "../../light/light";
import { snowed } from "../../light/lying-snow";
import { flatGlow, polygon } from "../../paint/brush";
import { between, type Chance, pick } from "../../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";
import { type Corridor, onFloor, onWall, wallPanel } from "./corridor";

const FRONTS = ["#a4654f", "#c3a27c", "#7d8791", "#b98a6a", "#8f6f63", "#c9b79a", "#6f7d78"] as const;

const AWNINGS = ["#b8433c", "#2f6f66", "#c98a34", "#34557e"] as const;

export const LAMP = rgb("#ffcf8e");

interface House {
	readonly side: -1 | 1;
	readonly from: number;
	readonly to: number;
	readonly tall: number;
	readonly colour: Rgb;
}

export function housesOf(chance: Chance, tall: boolean): House[] {
	const houses: House[] = [];
	for (const side of [-1, 1] as const) {
		for (let far = 0.72; far < 9; ) {
			const to = far * between(chance, 1.24, 1.46);
			houses.push({
				side,
				from: far,
				to,
				tall: between(chance, tall ? 3.8 : 2.7, tall ? 6.2 : 4.4),
				colour: rgb(pick(chance, FRONTS)),
			});
			far = to;
		}
	}
	return houses.sort((a, b) => b.from - a.from);
}

function nearOf(far: number): number {
	return Math.max(0.34, 1 - (far - 0.7) * 0.085);
}

export function paintHouse(ctx: Ctx, chance: Chance, build: Build, street: Corridor, house: House): void {
	const { light } = build;
	const { side, from, to, tall } = house;
	const near = nearOf(from);
	const facing = side === -light.from ? 0.8 : 0.16;
	polygon(ctx, wallPanel(street, side, from, to, 0, tall));
	ctx.fillStyle = css(shade(light, house.colour, facing, near));
	ctx.fill();
	polygon(ctx, wallPanel(street, side, from, to, tall - 0.12, tall + 0.08));
	ctx.fillStyle = css(shade(light, snowed(build.shot, scaled(house.colour, 0.62)), facing, near));
	ctx.fill();
	const lit = light.night ? 0.5 : build.shot.time === "dusk" ? 0.3 : 0.02;
	paintFloors(ctx, chance, build, street, house, near, lit);
	paintShop(ctx, chance, build, street, house, near);
}

function paintFloors(
	ctx: Ctx,
	chance: Chance,
	{ light }: Build,
	street: Corridor,
	house: House,
	near: number,
	lit: number,
): void {
	const { side, from, to, tall } = house;
	const columns = 3;
	for (let floor = 1.34; floor < tall - 0.5; floor += 0.66) {
		for (let nth = 0; nth < columns; nth++) {
			const step = (to - from) / columns;
			const [a, b] = [from + step * (nth + 0.24), from + step * (nth + 0.74)];
			polygon(ctx, wallPanel(street, side, a, b, floor, floor + 0.4));
			const on = chance() < lit;
			ctx.fillStyle = on
				? css(mix(LAMP, [255, 240, 215], chance()), 0.9)
				: css(mix(shade(light, rgb("#39434f"), 0.2, near), light.sky[2], 0.22));
			ctx.fill();
			polygon(ctx, wallPanel(street, side, a, b, floor - 0.05, floor));
			ctx.fillStyle = css(shade(light, scaled(house.colour, 0.55), 0.4, near));
			ctx.fill();
		}
	}
}

function paintShop(
	ctx: Ctx,
	chance: Chance,
	{ light, shot }: Build,
	street: Corridor,
	{ side, from, to }: House,
	near: number,
): void {
	const [a, b] = [from + (to - from) * 0.1, from + (to - from) * 0.88];
	polygon(ctx, wallPanel(street, side, a, b, 0.06, 0.82));
	const dim = shot.time === "day" || shot.time === "dawn" ? 0.25 : 1;
	ctx.fillStyle = css(mix(shade(light, rgb("#2c3138"), 0.2, near), LAMP, 0.75 * dim));
	ctx.fill();
	polygon(ctx, wallPanel(street, side, a + (b - a) * 0.42, a + (b - a) * 0.47, 0.06, 0.82));
	ctx.fillStyle = css(shade(light, rgb("#22252b"), 0.2, near));
	ctx.fill();
	const awning = rgb(pick(chance, AWNINGS));
	const [p, q] = [onWall(street, side, a, 1.04), onWall(street, side, b, 1.04)];
	const drop = (far: number) => onWall({ ...street, half: street.half - street.half * 0.2 }, side, far, 0.8);
	polygon(ctx, [p, q, drop(b), drop(a)]);
	ctx.fillStyle = css(shade(light, snowed(shot, awning, 0.7), 0.5, near));
	ctx.fill();
	if (dim < 1) return;
	const [x, y] = onFloor(street, side * 0.82, (a + b) / 2);
	flatGlow(ctx, x, y, (street.half * 0.7) / from, 0.24, LAMP, 0.3);
}
