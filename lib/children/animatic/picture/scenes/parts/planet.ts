import { glow } from "../../paint/brush";
import { between, type Chance, noiseFrom } from "../../paint/chance";
import { css, mix, type Rgb, rgb, WHITE } from "../../paint/colour";
import { blurred, type Ctx, createSurface } from "../../paint/surface";

export type World = readonly [base: Rgb, bands: Rgb, air: Rgb];

export const WORLDS: readonly [World, World, World] = [
	[rgb("#3f7fb8"), rgb("#d9e4e6"), rgb("#8fd0ff")],
	[rgb("#c98a5a"), rgb("#f2d3a4"), rgb("#ffc48a")],
	[rgb("#4a9a8f"), rgb("#cfe9d6"), rgb("#9affd8")],
];

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
export function paintPlanet(
	ctx: Ctx,
	chance: Chance,
	x: number,
	y: number,
	radius: number,
	world: World,
	from: number,
): void {
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

export function paintRing(ctx: Ctx, x: number, y: number, radius: number, tone: Rgb, front: boolean): void {
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
