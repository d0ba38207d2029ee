import { outline, type Point, tube } from "../paint/brush";
import { css, mix, type Rgb } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Breed } from "./breeds";
import { ears } from "./ears";
import { eye, type Mien } from "./face";
import { cattle, elephant, ruff } from "./heads-large";

function fillShape(ctx: Ctx, tone: Rgb, points: readonly Point[]): void {
	ctx.fillStyle = css(tone);
	outline(ctx, points);
	ctx.fill();
}

/** Skull, stop and muzzle of dogs and foxes. */
function canine(ctx: Ctx, breed: Breed, mien: Mien): void {
	const [h, s] = [breed.head, breed.snout];
	const slim = breed.shape === "fox" ? 0.7 : 1.35;
	if (breed.ears === "prick") ears(ctx, breed, mien.running);
	fillShape(ctx, breed.coat, [
		[-h * 0.86, 0],
		[-h * 0.62, -h * 0.62],
		[-h * 0.05, -h * 0.78],
		[h * 0.42, -h * 0.44],
		[h * 0.56 + s * 0.9, -h * 0.2 * slim],
		[h * 0.6 + s, h * 0.02],
		[h * 0.5 + s * 0.8, h * 0.24 * slim],
		[h * 0.4, h * 0.44],
		[-h * 0.3, h * 0.62],
		[-h * 0.8, h * 0.46],
	]);
	fillShape(ctx, breed.under, [
		[h * 0.3, -h * 0.12],
		[h * 0.56 + s * 0.85, -h * 0.1 * slim],
		[h * 0.6 + s * 0.96, h * 0.04],
		[h * 0.5 + s * 0.78, h * 0.23 * slim],
		[h * 0.38, h * 0.43],
		[-h * 0.28, h * 0.6],
		[-h * 0.1, h * 0.2],
	]);
	const pant = mien.running ? 0.5 + 0.5 * Math.sin(mien.seconds * 11) : 0.1;
	ctx.fillStyle = "#7a2f33";
	tube(
		ctx,
		[
			[h * 0.3, h * 0.34],
			[h * 0.42 + s * 0.6, h * (0.3 + 0.14 * pant)],
		],
		[h * 0.05, h * (0.03 + 0.09 * pant)],
	);
	ctx.fill();
	if (mien.running) {
		ctx.fillStyle = "#e0707c";
		tube(
			ctx,
			[
				[h * 0.36 + s * 0.5, h * 0.36],
				[h * 0.32 + s * 0.5, h * (0.6 + 0.1 * pant)],
			],
			[h * 0.09, h * 0.1],
		);
		ctx.fill();
	}
	ctx.fillStyle = "#1c1517";
	ctx.beginPath();
	ctx.ellipse(h * 0.58 + s, -h * 0.06, h * 0.14, h * 0.12, 0, 0, Math.PI * 2);
	ctx.fill();
	if (breed.legs) {
		ctx.fillStyle = css(breed.legs);
		ctx.beginPath();
		ctx.ellipse(h * 0.26, -h * 0.2, h * 0.2, h * 0.26, 0.4, 0, Math.PI * 2);
		ctx.fill();
	}
	eye(ctx, h * 0.26, -h * 0.24, h * 0.105, mien);
	if (breed.ears !== "prick") ears(ctx, breed, mien.running);
}

function feline(ctx: Ctx, breed: Breed, mien: Mien): void {
	const h = breed.head;
	ears(ctx, breed, mien.running);
	fillShape(ctx, breed.coat, [
		[-h * 0.74, 0.02],
		[-h * 0.5, -h * 0.62],
		[h * 0.1, -h * 0.74],
		[h * 0.6, -h * 0.36],
		[h * 0.82, h * 0.04],
		[h * 0.68, h * 0.36],
		[h * 0.1, h * 0.58],
		[-h * 0.5, h * 0.5],
	]);
	fillShape(ctx, breed.under, [
		[h * 0.5, h * 0.02],
		[h * 0.82, h * 0.06],
		[h * 0.68, h * 0.36],
		[h * 0.2, h * 0.52],
		[h * 0.26, h * 0.2],
	]);
	if (!mien.asleep) {
		ctx.fillStyle = "#c9d86a";
		ctx.beginPath();
		ctx.ellipse(h * 0.34, -h * 0.14, h * 0.15, h * 0.17, 0, 0, Math.PI * 2);
		ctx.fill();
	}
	eye(ctx, h * 0.37, -h * 0.14, h * 0.085, mien);
	ctx.fillStyle = "#b0606a";
	ctx.beginPath();
	ctx.ellipse(h * 0.8, h * 0.04, h * 0.07, h * 0.055, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = "rgba(255,255,255,.7)";
	ctx.lineWidth = h * 0.025;
	ctx.beginPath();
	for (const rise of [-0.12, 0.02, 0.16]) {
		ctx.moveTo(h * 0.6, h * 0.2);
		ctx.lineTo(h * 1.2, h * (0.2 + rise));
	}
	ctx.stroke();
}

/** The long faces: horse, deer. */
function longFace(ctx: Ctx, breed: Breed, mien: Mien): void {
	const [h, s] = [breed.head, breed.snout];
	ears(ctx, breed, mien.running);
	fillShape(ctx, breed.coat, [
		[-h * 0.7, h * 0.1],
		[-h * 0.5, -h * 0.56],
		[h * 0.1, -h * 0.66],
		[h * 0.6, -h * 0.5],
		[h * 0.6 + s, -h * 0.28],
		[h * 0.74 + s, h * 0.06],
		[h * 0.56 + s, h * 0.34],
		[h * 0.5, h * 0.46],
		[-h * 0.2, h * 0.8],
	]);
	fillShape(ctx, mix(breed.coat, breed.shape === "horse" ? breed.points : breed.under, 0.6), [
		[h * 0.5 + s * 0.8, -h * 0.26],
		[h * 0.74 + s, h * 0.04],
		[h * 0.56 + s, h * 0.34],
		[h * 0.5 + s * 0.66, h * 0.3],
	]);
	ctx.fillStyle = "#1a1412";
	ctx.beginPath();
	ctx.ellipse(h * 0.6 + s * 0.98, -h * 0.05, h * 0.09, h * 0.07, 0.4, 0, Math.PI * 2);
	ctx.fill();
	eye(ctx, h * 0.16, -h * 0.26, h * 0.12, mien);
	if (breed.shape === "deer") antlers(ctx, breed);
}

function antlers(ctx: Ctx, { head: h }: Breed): void {
	ctx.strokeStyle = "#8a6f50";
	ctx.lineCap = "round";
	for (const [shift, tone] of [
		[0.14, "#6e5840"],
		[0, "#9a7f5c"],
	] as const) {
		ctx.strokeStyle = tone;
		ctx.lineWidth = h * 0.13;
		ctx.beginPath();
		const x = -h * (0.1 - shift);
		ctx.moveTo(x, -h * 0.6);
		ctx.bezierCurveTo(x - h * 1.1, -h * 1.2, x - h * 1.2, -h * 2, x - h * 0.5, -h * 2.7);
		ctx.moveTo(x - h * 0.56, -h * 1.05);
		ctx.lineTo(x + h * 0.2, -h * 1.6);
		ctx.moveTo(x - h * 0.86, -h * 1.6);
		ctx.lineTo(x - h * 0.1, -h * 2.2);
		ctx.moveTo(x - h * 0.9, -h * 2);
		ctx.lineTo(x - h * 1.3, -h * 2.5);
		ctx.stroke();
	}
}

function lagomorph(ctx: Ctx, breed: Breed, mien: Mien): void {
	const h = breed.head;
	ears(ctx, breed, mien.running);
	fillShape(ctx, breed.coat, [
		[-h * 0.74, 0],
		[-h * 0.5, -h * 0.56],
		[h * 0.16, -h * 0.62],
		[h * 0.72, -h * 0.18],
		[h * 0.84, h * 0.14],
		[h * 0.6, h * 0.42],
		[-h * 0.1, h * 0.56],
		[-h * 0.6, h * 0.42],
	]);
	fillShape(ctx, breed.under, [
		[h * 0.56, h * 0.1],
		[h * 0.84, h * 0.14],
		[h * 0.6, h * 0.4],
		[h * 0.1, h * 0.5],
	]);
	eye(ctx, h * 0.3, -h * 0.16, h * 0.13, mien);
	ctx.fillStyle = "#c08a8a";
	ctx.beginPath();
	ctx.ellipse(h * 0.83, h * 0.08, h * 0.06, h * 0.05, 0, 0, Math.PI * 2);
	ctx.fill();
}

export function drawAnimalHead(ctx: Ctx, breed: Breed, mien: Mien): void {
	if (breed.ruff) ruff(ctx, breed.ruff, breed.head, mien.seconds);
	if (breed.shape === "cattle") cattle(ctx, breed, mien);
	else if (breed.shape === "elephant") elephant(ctx, breed, mien);
	else if (breed.shape === "cat") feline(ctx, breed, mien);
	else if (breed.shape === "horse" || breed.shape === "deer") longFace(ctx, breed, mien);
	else if (breed.shape === "rabbit") lagomorph(ctx, breed, mien);
	else canine(ctx, breed, mien);
}
