import { shade } from "../../light/light";
import { snowed } from "../../light/lying-snow";
import { between, type Chance } from "../../paint/chance";
import { css, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import type { Build } from "../set";

const WOOD = rgb("#7a5540");

const STEEL = rgb("#8d939c");

export function waterTank(ctx: Ctx, { light, shot }: Build, x: number, base: number, unit: number): void {
	const [half, tall, legs] = [7.4 * unit, 15 * unit, 10 * unit];
	ctx.strokeStyle = css(shade(light, rgb("#2e2b33"), 0.3));
	ctx.lineWidth = 0.8 * unit;
	ctx.beginPath();
	for (const dx of [-0.8, -0.28, 0.28, 0.8]) {
		ctx.moveTo(x + half * dx, base);
		ctx.lineTo(x + half * dx * 0.92, base - legs);
	}
	ctx.moveTo(x - half * 0.8, base);
	ctx.lineTo(x + half * 0.75, base - legs);
	ctx.moveTo(x + half * 0.8, base);
	ctx.lineTo(x - half * 0.75, base - legs);
	ctx.stroke();
	const round = ctx.createLinearGradient(x - half, 0, x + half, 0);
	const [lit, dark] = [css(shade(light, WOOD, 0.9)), css(shade(light, scaled(WOOD, 0.5), 0.05))];
	round.addColorStop(0, light.from < 0 ? lit : dark);
	round.addColorStop(1, light.from < 0 ? dark : lit);
	ctx.fillStyle = round;
	ctx.fillRect(x - half, base - legs - tall, half * 2, tall);
	ctx.fillStyle = css(shade(light, scaled(WOOD, 0.35), 0.1), 0.8);
	for (const up of [0.2, 0.5, 0.8]) ctx.fillRect(x - half * 1.01, base - legs - tall * up, half * 2.02, 0.5 * unit);
	ctx.fillStyle = css(shade(light, snowed(shot, scaled(WOOD, 0.6)), 0.6));
	ctx.beginPath();
	ctx.moveTo(x - half * 1.12, base - legs - tall);
	ctx.lineTo(x, base - legs - tall - 6.4 * unit);
	ctx.lineTo(x + half * 1.12, base - legs - tall);
	ctx.fill();
}

export function vents(ctx: Ctx, { light }: Build, chance: Chance, x: number, base: number, unit: number): void {
	const [wide, tall] = [13 * unit, 8 * unit];
	ctx.fillStyle = css(shade(light, STEEL, 0.5));
	ctx.fillRect(x, base - tall, wide, tall);
	ctx.fillStyle = css(shade(light, scaled(STEEL, 0.55), 0.1));
	ctx.fillRect(light.from < 0 ? x + wide * 0.66 : x, base - tall, wide * 0.34, tall);
	for (let nth = 0; nth < 6; nth++) ctx.fillRect(x + unit, base - tall + unit * (1.2 + nth), wide * 0.5, 0.35 * unit);
	ctx.fillStyle = css(shade(light, scaled(STEEL, 0.8), 0.4));
	ctx.beginPath();
	ctx.roundRect(x + wide + 3 * unit, base - 11 * unit, 2.4 * unit, 11 * unit, unit);
	ctx.roundRect(x + wide + 3 * unit, base - 12 * unit, 5 * unit, 2.4 * unit, unit);
	ctx.fill();
	ctx.strokeStyle = css(shade(light, rgb("#24232b"), 0.3));
	ctx.lineWidth = 0.35 * unit;
	ctx.beginPath();
	const mast = x - 8 * unit;
	ctx.moveTo(mast, base);
	ctx.lineTo(mast, base - 24 * unit);
	for (const up of [14, 17, 20, 22.5]) {
		ctx.moveTo(mast - unit * between(chance, 2.5, 4), base - up * unit);
		ctx.lineTo(mast + unit * between(chance, 2.5, 4), base - up * unit);
	}
	ctx.stroke();
}
