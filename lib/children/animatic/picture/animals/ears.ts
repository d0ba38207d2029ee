import { type Point, tube } from "../paint/brush";
import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Breed } from "./breeds";

function ear(ctx: Ctx, tone: Rgb, at: Point, size: number, turn: number, slim: number): void {
	ctx.save();
	ctx.translate(...at);
	ctx.rotate(turn);
	ctx.fillStyle = css(tone);
	ctx.beginPath();
	ctx.moveTo(-size * slim, 0.01);
	ctx.quadraticCurveTo(-size * slim * 0.9, -size * 0.7, 0, -size);
	ctx.quadraticCurveTo(size * slim * 0.9, -size * 0.6, size * slim, 0.01);
	ctx.fill();
	ctx.restore();
}

export function ears(ctx: Ctx, breed: Breed, running: boolean): void {
	const h = breed.head;
	const back = running ? -0.5 : 0;
	const inner = scaled(breed.coat, 0.72);
	switch (breed.ears) {
		case "prick":
			ear(ctx, inner, [-h * 0.1, -h * 0.6], h * 0.95, -0.12 + back, 0.34);
			ear(
				ctx,
				breed.shape === "fox" ? mix(breed.coat, breed.points, 0.25) : breed.coat,
				[-h * 0.34, -h * 0.52],
				h * 1.02,
				-0.34 + back,
				0.36,
			);
			return;
		case "leaf":
			ear(ctx, inner, [-h * 0.3, -h * 0.56], h * 0.95, -0.5 + back, 0.24);
			ear(ctx, breed.coat, [-h * 0.46, -h * 0.48], h * 0.95, -0.9 + back, 0.26);
			return;
		case "round":
			for (const [tone, x, r] of [
				[inner, -h * 0.02, h * 0.28],
				[breed.legs ? breed.points : mix(breed.coat, breed.points, 0.7), -h * 0.36, h * 0.3],
			] as const) {
				ctx.fillStyle = css(tone);
				ctx.beginPath();
				ctx.arc(x, -h * 0.68, r, 0, Math.PI * 2);
				ctx.fill();
			}
			return;
		case "long":
			ear(ctx, inner, [-h * 0.2, -h * 0.5], h * 1.9, -0.5 + back, 0.17);
			ear(ctx, breed.coat, [-h * 0.34, -h * 0.46], h * 1.9, -0.75 + back, 0.19);
			return;
		case "drop":
		case "tall": {
			const lift = running ? -0.22 : 0;
			ctx.fillStyle = css(mix(breed.coat, breed.points, 0.5));
			tube(
				ctx,
				[
					[-h * 0.3, -h * 0.42],
					[-h * (0.62 - lift * 0.6), h * (0.22 + lift)],
					[-h * (0.5 - lift), h * (0.56 + lift * 1.7)],
				],
				[h * 0.2, h * 0.26, h * 0.15],
			);
			ctx.fill();
		}
	}
}
