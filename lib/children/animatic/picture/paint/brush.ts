import { css, type Rgb } from "./colour";
import type { Ctx } from "./surface";

export type Stops = readonly (readonly [at: number, colour: string])[];

export function fillDown(ctx: Ctx, left: number, top: number, width: number, height: number, stops: Stops): void {
	const gradient = ctx.createLinearGradient(0, top, 0, top + height);
	for (const [at, colour] of stops) gradient.addColorStop(at, colour);
	ctx.fillStyle = gradient;
	ctx.fillRect(left, top, width, height);
}

/** Light falls off faster than a straight ramp; a straight ramp shows its rim as a disc. */
const FALLOFF: readonly (readonly [at: number, share: number])[] = [0, 0.08, 0.18, 0.3, 0.45, 0.62, 0.8, 1].map(
	(at) => [at, (1 - at) ** 2.4],
);

export function glow(ctx: Ctx, x: number, y: number, radius: number, colour: Rgb, strength: number): void {
	const gradient = ctx.createRadialGradient(x, y, 0, x, y, radius);
	for (const [at, share] of FALLOFF) gradient.addColorStop(at, css(colour, strength * share));
	ctx.fillStyle = gradient;
	ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

export function flatGlow(
	ctx: Ctx,
	x: number,
	y: number,
	radius: number,
	squash: number,
	colour: Rgb,
	strength: number,
): void {
	ctx.save();
	ctx.translate(x, y);
	ctx.scale(1, squash);
	glow(ctx, 0, 0, radius, colour, strength);
	ctx.restore();
}

/** A soft band across, densest in its middle. */
export function band(
	ctx: Ctx,
	left: number,
	width: number,
	y: number,
	half: number,
	colour: Rgb,
	strength: number,
): void {
	const stops = Array.from({ length: 9 }, (_, step): readonly [number, string] => [
		step / 8,
		css(colour, strength * Math.sin((Math.PI * step) / 8) ** 2),
	]);
	fillDown(ctx, left, y - half, width, half * 2, stops);
}

export type Point = readonly [x: number, y: number];

export function polygon(ctx: Ctx, points: readonly Point[]): void {
	ctx.beginPath();
	points.forEach(([x, y], nth) => {
		if (nth === 0) ctx.moveTo(x, y);
		else ctx.lineTo(x, y);
	});
	ctx.closePath();
}

/** A closed curve that passes near its points, touching the middles between them. */
export function blob(ctx: Ctx, points: readonly Point[]): void {
	ctx.beginPath();
	const at = (nth: number): Point => points[(nth + points.length) % points.length] ?? [0, 0];
	const middle = (nth: number): Point => [(at(nth)[0] + at(nth + 1)[0]) / 2, (at(nth)[1] + at(nth + 1)[1]) / 2];
	ctx.moveTo(...middle(-1));
	points.forEach((point, nth) => {
		ctx.quadraticCurveTo(...point, ...middle(nth));
	});
	ctx.closePath();
}

/** A closed curve through every point (Catmull-Rom). */
export function outline(ctx: Ctx, points: readonly Point[], tension = 1 / 6): void {
	const at = (nth: number): Point => points[(nth + points.length) % points.length] ?? [0, 0];
	ctx.beginPath();
	ctx.moveTo(...at(0));
	for (let nth = 0; nth < points.length; nth++) {
		const [p0, p1, p2, p3] = [at(nth - 1), at(nth), at(nth + 1), at(nth + 2)];
		ctx.bezierCurveTo(
			p1[0] + (p2[0] - p0[0]) * tension,
			p1[1] + (p2[1] - p0[1]) * tension,
			p2[0] - (p3[0] - p1[0]) * tension,
			p2[1] - (p3[1] - p1[1]) * tension,
			p2[0],
			p2[1],
		);
	}
	ctx.closePath();
}

/** A limb: the hull of discs strung along points. */
export function tube(ctx: Ctx, points: readonly Point[], radii: readonly number[]): void {
	ctx.beginPath();
	for (let nth = 0; nth + 1 < points.length; nth++) {
		const a = points[nth] ?? [0, 0];
		const b = points[nth + 1] ?? [0, 0];
		capsule(ctx, a, b, radii[nth] ?? 0, radii[nth + 1] ?? 0);
	}
}

function capsule(ctx: Ctx, a: Point, b: Point, ra: number, rb: number): void {
	const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
	const length = Math.hypot(dx, dy);
	if (length <= Math.abs(ra - rb) + 1e-6) {
		const [x, y] = ra > rb ? a : b;
		ctx.moveTo(x + Math.max(ra, rb), y);
		ctx.arc(x, y, Math.max(ra, rb), 0, Math.PI * 2);
		return;
	}
	const along = Math.atan2(dy, dx);
	const lean = Math.acos((ra - rb) / length);
	ctx.moveTo(a[0] + ra * Math.cos(along + lean), a[1] + ra * Math.sin(along + lean));
	ctx.arc(a[0], a[1], ra, along + lean, along - lean + Math.PI * 2);
	ctx.arc(b[0], b[1], rb, along - lean, along + lean);
	ctx.closePath();
}
