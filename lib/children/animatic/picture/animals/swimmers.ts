import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";

const STEPS = 22;

/** A body that bends in a wave from head to tail; half-widths along its length. */
function swimBody(
	ctx: Ctx,
	length: number,
	bend: (share: number) => number,
	half: (share: number) => number,
	low = 1,
): void {
	ctx.beginPath();
	for (let nth = 0; nth <= STEPS; nth++) {
		const share = nth / STEPS;
		ctx.lineTo(length * (0.5 - share), bend(share) - half(share));
	}
	for (let nth = STEPS; nth >= 0; nth--) {
		const share = nth / STEPS;
		ctx.lineTo(length * (0.5 - share), bend(share) + half(share) * low);
	}
	ctx.closePath();
}

/** One unit long, facing right. */
export function drawFish(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const bend = (share: number) => 0.07 * share * share * Math.sin(seconds * 7 + phase - share * 2.4);
	const half = (share: number) => 0.19 * Math.sin(Math.PI * Math.min(1, share * 0.92 + 0.06)) ** 0.8 + 0.008;
	const tail = bend(1);
	ctx.fillStyle = css(scaled(coat, 0.78));
	ctx.beginPath();
	ctx.moveTo(-0.4, bend(0.9));
	ctx.lineTo(-0.72, tail * 1.8 - 0.2);
	ctx.quadraticCurveTo(-0.58, tail * 1.5, -0.72, tail * 1.8 + 0.2);
	ctx.closePath();
	ctx.fill();
	ctx.beginPath();
	ctx.moveTo(0.2, -0.15);
	ctx.quadraticCurveTo(0, -0.36, -0.26, -0.1);
	ctx.fill();
	swimBody(ctx, 1, bend, half);
	ctx.fillStyle = css(coat);
	ctx.fill();
	ctx.save();
	ctx.clip();
	ctx.fillStyle = css(mix(coat, [255, 255, 255], 0.72));
	for (const x of [0.16, -0.16]) {
		ctx.beginPath();
		ctx.ellipse(x, 0, 0.06, 0.4, 0.1, 0, Math.PI * 2);
		ctx.fill();
	}
	ctx.restore();
	ctx.fillStyle = css(scaled(coat, 0.7));
	ctx.beginPath();
	ctx.ellipse(0.08, 0.06, 0.12, 0.06, 0.6 + 0.3 * Math.sin(seconds * 6 + phase), 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = "#fff";
	ctx.beginPath();
	ctx.arc(0.33, -0.05, 0.045, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = "#111";
	ctx.beginPath();
	ctx.arc(0.34, -0.05, 0.025, 0, Math.PI * 2);
	ctx.fill();
}

/** One unit long, facing right: a humpback with its long flipper and pleated throat. */
export function drawWhale(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const bend = (share: number) => 0.085 * share ** 2 * Math.sin(seconds * 1.5 + phase - share * 1.6) - 0.01;
	const half = (share: number) => 0.135 * (1 - share) ** 0.55 * Math.min(1, 0.1 + Math.sqrt(share) * 2.4) + 0.006;
	const tail = bend(1);
	ctx.fillStyle = css(scaled(coat, 0.7));
	ctx.beginPath();
	ctx.moveTo(-0.46, tail);
	ctx.quadraticCurveTo(-0.58, tail - 0.02, -0.68, tail - 0.13);
	ctx.quadraticCurveTo(-0.62, tail + 0.01, -0.66, tail + 0.06);
	ctx.quadraticCurveTo(-0.54, tail + 0.05, -0.45, tail + 0.03);
	ctx.fill();
	swimBody(ctx, 1, bend, half, 1.12);
	ctx.fillStyle = css(coat);
	ctx.fill();
	ctx.save();
	ctx.clip();
	ctx.fillStyle = css(mix(coat, [226, 232, 236], 0.8));
	ctx.beginPath();
	ctx.ellipse(0.22, 0.16, 0.36, 0.1, -0.06, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = css(scaled(coat, 0.8), 0.7);
	ctx.lineWidth = 0.006;
	ctx.beginPath();
	for (let nth = 0; nth < 6; nth++) {
		ctx.moveTo(0.47, 0.05 + nth * 0.018);
		ctx.quadraticCurveTo(0.2, 0.08 + nth * 0.024, 0.0, 0.06 + nth * 0.024);
	}
	ctx.stroke();
	ctx.restore();
	ctx.fillStyle = css(scaled(coat, 0.82));
	const paddle = 0.5 + 0.25 * Math.sin(seconds * 1.1 + phase);
	ctx.beginPath();
	ctx.moveTo(0.2, 0.06);
	ctx.quadraticCurveTo(0.12, 0.2 * paddle + 0.12, -0.02, 0.3 * paddle + 0.1);
	ctx.quadraticCurveTo(0.03, 0.12, 0.11, 0.06);
	ctx.fill();
	ctx.beginPath();
	ctx.moveTo(-0.14, -0.085);
	ctx.quadraticCurveTo(-0.2, -0.135, -0.235, -0.125);
	ctx.lineTo(-0.23, -0.06);
	ctx.fill();
	ctx.fillStyle = "#0c0f14";
	ctx.beginPath();
	ctx.arc(0.34, 0.03, 0.011, 0, Math.PI * 2);
	ctx.fill();
}
