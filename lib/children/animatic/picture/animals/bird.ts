import { tube } from "../paint/brush";
import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";

/** In units of its wingspan's half, facing right, the body at the origin. */
export function drawFlyingBird(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const beat = seconds * 2.2 + phase;
	// The wings never lie level: seen from the side they would vanish.
	const lift = 0.56 + 0.5 * Math.sin(beat * Math.PI * 2);
	wing(ctx, scaled(coat, 0.7), lift, 0.12, 0.34);
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
	wing(ctx, mix(coat, [255, 255, 255], 0.14), lift, 0, -0.12);
}

/** Shoulder, wrist and a pointed tip; `lean` is how far forward the tip reaches. */
function wing(ctx: Ctx, tone: Rgb, lift: number, off: number, lean: number): void {
	const [wristX, wristY] = [off + lean * 0.4, -0.08 - 0.42 * lift];
	const [tipX, tipY] = [off + lean - 0.34, -0.04 - 0.86 * lift];
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	ctx.moveTo(off + 0.16, -0.04);
	ctx.quadraticCurveTo(wristX + 0.12, wristY, wristX, wristY - 0.04 * lift);
	ctx.quadraticCurveTo(wristX - 0.1, tipY * 0.9, tipX, tipY);
	ctx.quadraticCurveTo(wristX - 0.16, wristY * 0.8, off - 0.2, 0.01);
	ctx.closePath();
	ctx.fill();
	ctx.fillStyle = css(scaled(tone, 0.5));
	ctx.beginPath();
	ctx.moveTo(tipX, tipY);
	ctx.quadraticCurveTo(wristX - 0.12, tipY * 0.86, wristX - 0.12, wristY + (tipY - wristY) * 0.42);
	ctx.quadraticCurveTo(wristX - 0.18, wristY + (tipY - wristY) * 0.5, tipX, tipY);
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
