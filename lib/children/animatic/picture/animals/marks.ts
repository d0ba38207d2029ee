import type { Point } from "../paint/brush";
import { css, mix } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Breed } from "./breeds";
import type { Frame } from "./quadruped-gait";

/** Along the back from hip to chest, and how far off it, in canvas points. */
function along({ hip, chest }: Frame, share: number, off: number): Point {
	return [hip[0] + (chest[0] - hip[0]) * share, -(hip[1] + (chest[1] - hip[1]) * share + off)];
}

function patches(ctx: Ctx, breed: Breed, frame: Frame): void {
	for (const [share, off, long, tall, turn] of [
		[-0.02, 0.12, 0.2, 0.17, 0.5],
		[0.42, 0.16, 0.2, 0.14, -0.2],
		[0.62, -0.14, 0.13, 0.1, 0.4],
		[1.02, 0.06, 0.17, 0.22, -0.3],
	] as const) {
		const [x, y] = along(frame, share, off);
		ctx.moveTo(x + long * Math.cos(turn), y + long * Math.sin(turn));
		ctx.ellipse(x, y, long, tall, turn, 0, Math.PI * 2);
	}
	ctx.fillStyle = css(breed.points);
	ctx.fill();
}

function stripes(ctx: Ctx, breed: Breed, frame: Frame): void {
	for (let nth = 0; nth < 12; nth++) {
		const share = -0.22 + nth * 0.13;
		const [x, top] = along(frame, share, breed.chest * 0.62);
		const foot = along(frame, share + 0.05, -breed.chest * (nth % 2 ? 0.16 : 0.3))[1];
		ctx.moveTo(x - 0.03, top);
		ctx.quadraticCurveTo(x + 0.035, (top + foot) / 2, x + 0.015, foot);
		ctx.quadraticCurveTo(x + 0.06, (top + foot) / 2, x + 0.028, top);
	}
	ctx.fillStyle = css(breed.points);
	ctx.fill();
}

function wool(ctx: Ctx, breed: Breed, frame: Frame): void {
	ctx.fillStyle = css(mix(breed.coat, breed.points, 0.16));
	for (let row = 0; row < 4; row++)
		for (let nth = 0; nth < 7; nth++) {
			const [x, y] = along(frame, -0.2 + 0.22 * (nth + (row % 2) * 0.5), breed.chest * (0.36 - row * 0.26));
			ctx.moveTo(x + 0.05, y);
			ctx.arc(x, y, 0.05, 0, Math.PI);
			ctx.arc(x, y - 0.014, 0.05, Math.PI, 0, true);
		}
	ctx.fill();
}

const MARKS = { patches, stripes, wool } as const;

/** Painted within the body's outline, which is the clip. */
export function paintMarks(ctx: Ctx, breed: Breed, frame: Frame): void {
	if (!breed.marks) return;
	ctx.beginPath();
	MARKS[breed.marks](ctx, breed, frame);
}

/** The fleece stands off the body all round. */
export function paintFleece(ctx: Ctx, breed: Breed, outline: readonly Point[]): void {
	ctx.fillStyle = css(breed.coat);
	ctx.beginPath();
	outline.forEach(([x, y], nth) => {
		const [nextX, nextY] = outline[(nth + 1) % outline.length] ?? [x, y];
		for (const share of [0, 0.5]) {
			const at: Point = [x + (nextX - x) * share, y + (nextY - y) * share];
			ctx.moveTo(at[0] + 0.085, at[1]);
			ctx.arc(...at, 0.085, 0, Math.PI * 2);
		}
	});
	ctx.fill();
}
