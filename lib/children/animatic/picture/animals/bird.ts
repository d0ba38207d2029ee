import { tube } from "../paint/brush";
import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";

/** In units of its wingspan's half, facing right, the body at the origin. */
export function drawFlyingBird(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const beat = seconds * 2.2 + phase;
	const glide = Math.sin(seconds * 0.6 + phase) > 0.35 ? 0.25 : 1;
	const lift = Math.sin(beat * Math.PI * 2) * glide;
	wing(ctx, scaled(coat, 0.68), lift * 0.9, 0.06, -1);
	ctx.fillStyle = css(coat);
	ctx.beginPath();
	ctx.moveTo(0.36, -0.02);
	ctx.quadraticCurveTo(0.22, -0.14, -0.06, -0.1);
	ctx.lineTo(-0.44, -0.02);
	ctx.lineTo(-0.42, 0.06);
	ctx.quadraticCurveTo(-0.05, 0.15, 0.2, 0.08);
	ctx.closePath();
	ctx.fill();
	ctx.fillStyle = css(mix(coat, [230, 150, 50], 0.8));
	ctx.beginPath();
	ctx.moveTo(0.34, -0.05);
	ctx.lineTo(0.48, 0);
	ctx.lineTo(0.33, 0.03);
	ctx.fill();
	ctx.fillStyle = "#15110f";
	ctx.beginPath();
	ctx.arc(0.26, -0.045, 0.022, 0, Math.PI * 2);
	ctx.fill();
	wing(ctx, mix(coat, [255, 255, 255], 0.12), lift, 0, 1);
}

function wing(ctx: Ctx, tone: Rgb, lift: number, off: number, side: number): void {
	const tipY = -0.72 * lift - 0.12;
	const elbowY = -0.4 * lift - 0.16;
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	ctx.moveTo(0.16 + off, -0.05);
	ctx.quadraticCurveTo(0.12 + off, elbowY, -0.02 + off * 2, elbowY + 0.02);
	ctx.quadraticCurveTo(-0.2, tipY, -0.56 - 0.06 * side, tipY + 0.06 * lift);
	ctx.quadraticCurveTo(-0.34, tipY * 0.5 + 0.06, -0.24 + off, 0.02);
	ctx.closePath();
	ctx.fill();
}

/** Perched: about one unit tall, its feet at the origin. */
export function drawPerchedBird(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const nod = 0.04 * Math.max(0, Math.sin(seconds * 3 + phase));
	ctx.strokeStyle = "#7a5030";
	ctx.lineWidth = 0.04;
	ctx.beginPath();
	for (const x of [-0.06, 0.08]) {
		ctx.moveTo(x, -0.2);
		ctx.lineTo(x, 0);
	}
	ctx.stroke();
	ctx.fillStyle = css(coat);
	tube(
		ctx,
		[
			[-0.14, -0.36],
			[0.12, -0.52],
		],
		[0.2, 0.18],
	);
	ctx.fill();
	ctx.beginPath();
	ctx.moveTo(-0.2, -0.5);
	ctx.lineTo(-0.72, -0.22);
	ctx.lineTo(-0.24, -0.2);
	ctx.fill();
	ctx.fillStyle = css(scaled(coat, 0.72));
	ctx.beginPath();
	ctx.ellipse(-0.12, -0.38, 0.27, 0.13, 0.5, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(mix(coat, [255, 255, 255], 0.12));
	ctx.beginPath();
	ctx.arc(0.22, -0.72 + nod, 0.16, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = "#e0a040";
	ctx.beginPath();
	ctx.moveTo(0.34, -0.76 + nod);
	ctx.lineTo(0.52, -0.7 + nod);
	ctx.lineTo(0.34, -0.66 + nod);
	ctx.fill();
	ctx.fillStyle = "#15110f";
	ctx.beginPath();
	ctx.arc(0.27, -0.75 + nod, 0.03, 0, Math.PI * 2);
	ctx.fill();
}

export function drawButterfly(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const open = 0.25 + 0.75 * Math.abs(Math.cos(seconds * 9 + phase));
	for (const side of [-1, 1]) {
		ctx.fillStyle = css(side < 0 ? scaled(coat, 0.8) : coat);
		ctx.beginPath();
		ctx.ellipse(side * 0.3 * open, -0.24, 0.34 * open, 0.34, side * 0.5, 0, Math.PI * 2);
		ctx.ellipse(side * 0.22 * open, 0.2, 0.24 * open, 0.24, side * -0.4, 0, Math.PI * 2);
		ctx.fill();
		ctx.fillStyle = css(mix(coat, [20, 14, 20], 0.75));
		ctx.beginPath();
		ctx.ellipse(side * 0.42 * open, -0.36, 0.12 * open, 0.13, 0, 0, Math.PI * 2);
		ctx.fill();
	}
	ctx.fillStyle = "#221a1c";
	ctx.beginPath();
	ctx.ellipse(0, 0, 0.05, 0.34, 0, 0, Math.PI * 2);
	ctx.fill();
}
