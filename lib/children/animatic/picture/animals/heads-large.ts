import { outline, type Point, tube } from "../paint/brush";
import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Breed } from "./breeds";
import { ears } from "./ears";
import { eye, type Mien } from "./face";

function fill(ctx: Ctx, tone: Rgb, points: readonly Point[]): void {
	ctx.fillStyle = css(tone);
	outline(ctx, points);
	ctx.fill();
}

/** Cows with horns, sheep without: a broad face and a soft muzzle. */
export function cattle(ctx: Ctx, breed: Breed, mien: Mien): void {
	const [h, s] = [breed.head, breed.snout];
	const woolly = breed.marks === "wool";
	const face = woolly ? breed.points : breed.coat;
	if (!woolly) horns(ctx, h);
	ears(ctx, { ...breed, coat: face }, mien.running);
	fill(ctx, face, [
		[-h * 0.7, h * 0.1],
		[-h * 0.5, -h * 0.6],
		[h * 0.2, -h * 0.66],
		[h * 0.7, -h * 0.46],
		[h * 0.7 + s, -h * 0.34],
		[h * 0.86 + s, h * 0.12],
		[h * 0.6 + s, h * 0.46],
		[h * 0.4, h * 0.56],
		[-h * 0.3, h * 0.76],
	]);
	fill(ctx, woolly ? scaled(face, 0.8) : mix(breed.under, [214, 150, 140], 0.6), [
		[h * 0.5 + s * 0.75, -h * 0.34],
		[h * 0.72 + s, -h * 0.3],
		[h * 0.86 + s, h * 0.12],
		[h * 0.6 + s, h * 0.46],
		[h * 0.4 + s * 0.7, h * 0.44],
	]);
	ctx.fillStyle = "#2a1d1c";
	ctx.beginPath();
	ctx.ellipse(h * 0.68 + s, -h * 0.02, h * 0.09, h * 0.07, 0.4, 0, Math.PI * 2);
	ctx.fill();
	eye(ctx, h * 0.2, -h * 0.2, h * 0.12, mien);
	if (!woolly) return;
	ctx.fillStyle = css(breed.coat);
	ctx.beginPath();
	for (const [x, y] of [
		[-0.5, -0.5],
		[-0.1, -0.7],
		[0.3, -0.62],
	] as const) {
		ctx.moveTo(h * (x + 0.34), h * y);
		ctx.arc(h * x, h * y, h * 0.34, 0, Math.PI * 2);
	}
	ctx.fill();
}

function horns(ctx: Ctx, h: number): void {
	ctx.strokeStyle = "#d8cdb4";
	ctx.lineCap = "round";
	ctx.lineWidth = h * 0.17;
	ctx.beginPath();
	for (const x of [-0.1, 0.16]) {
		ctx.moveTo(h * x, -h * 0.62);
		ctx.quadraticCurveTo(h * (x + 0.06), -h * 1.05, h * (x + 0.46), -h * 1.22);
	}
	ctx.stroke();
}

/** A dome, a trunk that sways, a tusk, and an ear like a sail. */
export function elephant(ctx: Ctx, breed: Breed, mien: Mien): void {
	const h = breed.head;
	const sway = 0.12 * Math.sin(mien.seconds * 1.4);
	ctx.fillStyle = css(scaled(breed.coat, 0.94));
	tube(
		ctx,
		[
			[h * 0.5, h * 0.1],
			[h * 0.98, h * 0.8],
			[h * (0.98 + sway), h * 1.7],
			[h * (1.16 + sway * 2), h * 2.36],
			[h * (1.42 + sway * 2), h * 2.5],
		],
		[h * 0.46, h * 0.32, h * 0.22, h * 0.16, h * 0.13],
	);
	ctx.fill();
	fill(ctx, breed.coat, [
		[-h * 0.9, h * 0.2],
		[-h * 0.7, -h * 0.7],
		[0, -h * 1.02],
		[h * 0.66, -h * 0.62],
		[h * 0.94, h * 0.2],
		[h * 0.6, h * 0.66],
		[-h * 0.2, h * 0.86],
	]);
	ctx.strokeStyle = "#f2ead6";
	ctx.lineCap = "round";
	ctx.lineWidth = h * 0.15;
	ctx.beginPath();
	ctx.moveTo(h * 0.62, h * 0.66);
	ctx.quadraticCurveTo(h * 0.9, h * 1.3, h * 1.5, h * 1.18);
	ctx.stroke();
	eye(ctx, h * 0.4, -h * 0.12, h * 0.075, mien);
	const flap = 0.08 * Math.sin(mien.seconds * 2.1);
	fill(ctx, scaled(breed.coat, 0.8), [
		[-h * 0.1, -h * 0.66],
		[-h * (0.9 + flap), -h * 0.86],
		[-h * (1.42 + flap), -h * 0.1],
		[-h * (1.16 + flap), h * 0.86],
		[-h * 0.5, h * 1.06],
		[-h * 0.06, h * 0.3],
	]);
}

/** A lion's mane, behind its face. */
export function ruff(ctx: Ctx, tone: Rgb, h: number, seconds: number): void {
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	for (let nth = 0; nth < 14; nth++) {
		const turn = (nth / 14) * Math.PI * 2;
		const out = h * (0.86 + 0.05 * Math.sin(seconds * 3 + nth));
		const [x, y] = [-h * 0.28 + Math.cos(turn) * out, h * 0.12 + Math.sin(turn) * out * 1.1];
		ctx.moveTo(x + h * 0.44, y);
		ctx.arc(x, y, h * 0.44, 0, Math.PI * 2);
	}
	ctx.ellipse(-h * 0.28, h * 0.12, h * 0.95, h, 0, 0, Math.PI * 2);
	ctx.fill();
}
