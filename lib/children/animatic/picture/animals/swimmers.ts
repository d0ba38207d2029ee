import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";

const STEPS = 48;

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

/** One unit long, facing right: a humpback with its long flipper, pleated throat and raised flukes. */
export function drawWhale(ctx: Ctx, coat: Rgb, seconds: number, phase: number): void {
	const bend = (share: number) =>
		(0.06 * Math.sin(seconds * 1.5 + phase - share * 1.6) - 0.09) * share ** 2.2 - 0.01 + 0.02 * (1 - share) ** 3;
	const half = (share: number) =>
		0.142 * Math.sin(Math.PI * Math.min(0.5, (share + 0.01) * 1.7)) ** 0.62 * (1 - share) ** 0.72 + 0.007;
	const paddle = 0.5 + 0.25 * Math.sin(seconds * 1.1 + phase);
	flipper(ctx, scaled(coat, 0.6), 0.25, paddle * 0.8);
	flukes(ctx, scaled(coat, 0.78), bend(1), seconds + phase);
	swimBody(ctx, 1, bend, half, 1.16);
	ctx.fillStyle = css(coat);
	ctx.fill();
	ctx.save();
	ctx.clip();
	ctx.fillStyle = css(mix(coat, [226, 232, 236], 0.8));
	ctx.beginPath();
	ctx.ellipse(0.24, 0.17, 0.36, 0.1, -0.06, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = css(scaled(coat, 0.8), 0.7);
	ctx.lineWidth = 0.006;
	ctx.beginPath();
	for (let nth = 0; nth < 7; nth++) {
		ctx.moveTo(0.5, 0.085 + nth * 0.015);
		ctx.quadraticCurveTo(0.22, 0.09 + nth * 0.022, 0.0, 0.075 + nth * 0.022);
	}
	ctx.stroke();
	ctx.restore();
	drawWhaleFace(ctx, coat);
	flipper(ctx, scaled(coat, 0.84), 0.2, paddle);
	ctx.fillStyle = css(scaled(coat, 0.84));
	ctx.beginPath();
	ctx.moveTo(-0.13, bend(0.63) - half(0.63) + 0.02);
	ctx.quadraticCurveTo(-0.2, bend(0.7) - half(0.7) - 0.045, -0.25, bend(0.74) - half(0.74) - 0.03);
	ctx.lineTo(-0.235, bend(0.735) - half(0.735) + 0.02);
	ctx.fill();
}

function drawWhaleFace(ctx: Ctx, coat: Rgb): void {
	ctx.strokeStyle = css(scaled(coat, 0.55));
	ctx.lineWidth = 0.008;
	ctx.lineCap = "round";
	ctx.beginPath();
	ctx.moveTo(0.486, 0.05);
	ctx.quadraticCurveTo(0.4, 0.075, 0.3, 0.052);
	ctx.stroke();
	ctx.fillStyle = "#f2f5f7";
	ctx.beginPath();
	ctx.ellipse(0.29, 0.02, 0.016, 0.012, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = "#0c0f14";
	ctx.beginPath();
	ctx.arc(0.292, 0.02, 0.0095, 0, Math.PI * 2);
	ctx.fill();
}

function flipper(ctx: Ctx, tone: Rgb, x: number, paddle: number): void {
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	ctx.moveTo(x, 0.07);
	ctx.bezierCurveTo(x - 0.02, 0.2 * paddle + 0.12, x - 0.12, 0.3 * paddle + 0.12, x - 0.24, 0.3 * paddle + 0.13);
	ctx.bezierCurveTo(x - 0.17, 0.22 * paddle + 0.1, x - 0.12, 0.12, x - 0.1, 0.07);
	ctx.fill();
}

/** Level in the water, so from the side they are seen slanting: the far lobe above the near one. */
function flukes(ctx: Ctx, tone: Rgb, y: number, seconds: number): void {
	const tip = 0.02 * Math.sin(seconds * 1.5 - 1);
	ctx.fillStyle = css(scaled(tone, 0.8));
	ctx.beginPath();
	ctx.moveTo(-0.46, y - 0.012);
	ctx.bezierCurveTo(-0.52, y - 0.03, -0.52, y - 0.13 + tip, -0.64, y - 0.17 + tip);
	ctx.bezierCurveTo(-0.62, y - 0.1, -0.6, y - 0.04, -0.56, y + 0.002);
	ctx.fill();
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	ctx.moveTo(-0.45, y - 0.012);
	ctx.bezierCurveTo(-0.54, y - 0.03, -0.66, y - 0.07 + tip, -0.76, y - 0.02 + tip);
	ctx.bezierCurveTo(-0.68, y - 0.005, -0.58, y + 0.03, -0.46, y + 0.014);
	ctx.fill();
}
