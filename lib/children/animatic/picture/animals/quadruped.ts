import { outline, type Point, tube } from "../paint/brush";
import { css, mix, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import { type Breed, isHoofed } from "./breeds";
import type { Mien } from "./face";
import { drawAnimalHead } from "./heads";
import { paintFleece, paintMarks } from "./marks";
import type { Frame, Leg } from "./quadruped-gait";
import { down, drawTail } from "./tails";

function drawLeg(ctx: Ctx, breed: Breed, leg: Leg, far: boolean): void {
	const tone = far ? 0.68 : 0.94;
	const width = breed.legWidth * (leg.hind ? 1.12 : 1);
	const haunch = leg.hind ? breed.waist * 0.46 : breed.chest * 0.27;
	// A fleece hides the thigh.
	ctx.fillStyle = css(scaled(breed.marks === "wool" ? breed.coat : (breed.legs ?? breed.coat), tone));
	tube(ctx, [down(leg.root), down(leg.knee)], [haunch, width * 0.98]);
	ctx.fill();
	tube(ctx, [down(leg.knee), down(leg.ankle)], [width * 0.98, width * 0.6]);
	ctx.fill();
	ctx.fillStyle = css(scaled(mix(breed.legs ?? breed.coat, breed.points, breed.shape === "cat" ? 0.3 : 0.85), tone));
	const middle: Point = [(leg.knee[0] + leg.ankle[0] * 2) / 3, (leg.knee[1] + leg.ankle[1] * 2) / 3];
	tube(
		ctx,
		[down(middle), down(leg.ankle), down([leg.paw[0], leg.paw[1] + width * 0.5])],
		[width * 0.7, width * 0.6, width * 0.56],
	);
	ctx.fill();
	const hoofed = isHoofed(breed);
	if (hoofed) ctx.fillStyle = css(scaled([40, 32, 30], tone));
	tube(
		ctx,
		[
			down([leg.paw[0] - 0.01, leg.paw[1] + width * 0.5]),
			down([leg.paw[0] + width * (hoofed ? 0.4 : 0.9), leg.paw[1] + width * 0.42]),
		],
		[width * 0.56, width * 0.46],
	);
	ctx.fill();
}

function bodyPoints({ chest, hip, arch }: Frame, breed: Breed): Point[] {
	const turn = Math.atan2(chest[1] - hip[1], chest[0] - hip[0]);
	const [nx, ny] = [-Math.sin(turn), Math.cos(turn)];
	const at = (share: number, off: number): Point => [
		hip[0] + (chest[0] - hip[0]) * share + nx * off,
		hip[1] + (chest[1] - hip[1]) * share + ny * off,
	];
	const [deep, slim] = [breed.chest * 0.5, breed.waist * 0.5];
	return [
		at(1.2, deep * 0.25),
		at(1.08, deep * 0.82),
		at(0.84, deep * 0.96),
		at(0.5, slim * 1.02 + arch),
		at(0.14, slim * 1.12 + arch * 0.6),
		at(-0.12, slim * 0.9),
		at(-0.22, slim * 0.1),
		at(-0.12, -slim * 0.72),
		at(0.2, -slim * 0.8 + arch * 0.5),
		at(0.52, -deep * 0.74 + arch * 0.4),
		at(0.84, -deep * 1.0),
		at(1.1, -deep * 0.68),
	];
}

function drawBody(ctx: Ctx, breed: Breed, frame: Frame): void {
	const points = bodyPoints(frame, breed).map(down);
	if (breed.marks === "wool") paintFleece(ctx, breed, points);
	outline(ctx, points);
	ctx.fillStyle = css(breed.coat);
	ctx.fill();
	ctx.save();
	outline(ctx, points);
	ctx.clip();
	ctx.fillStyle = css(breed.under);
	ctx.beginPath();
	const low = Math.min(frame.chest[1] - breed.chest * 0.5, frame.hip[1] - breed.waist * 0.5);
	ctx.ellipse(frame.chest[0] * 0.75, -low, breed.length * 0.46, breed.chest * 0.24, 0, 0, Math.PI * 2);
	ctx.fill();
	paintMarks(ctx, breed, frame);
	ctx.restore();
	if (breed.feathered) drawFringe(ctx, breed, frame);
}

function drawFringe(ctx: Ctx, breed: Breed, { chest, hip }: Frame): void {
	ctx.fillStyle = css(mix(breed.coat, breed.under, 0.75));
	ctx.beginPath();
	for (let nth = 0; nth < 4; nth++) {
		const share = 0.34 + 0.24 * nth;
		const x = hip[0] + (chest[0] - hip[0]) * share;
		const y = hip[1] + (chest[1] - hip[1]) * share - breed.chest * (0.3 + 0.14 * share);
		ctx.moveTo(x - 0.14, -y - 0.06);
		ctx.quadraticCurveTo(x - 0.08, -y + 0.07, x - 0.03, -y + 0.06);
		ctx.quadraticCurveTo(x + 0.08, -y + 0.05, x + 0.14, -y - 0.06);
	}
	ctx.fill();
}

/** Without a paler throat. */
const PLAIN_NECK: ReadonlySet<Breed["shape"]> = new Set(["horse", "cattle", "elephant"]);

function drawNeck(ctx: Ctx, breed: Breed, frame: Frame, running: boolean): Point {
	const up = ((breed.neckUp + frame.neckLift * (breed.shape === "horse" ? 1.2 : 1)) * Math.PI) / 180;
	const base: Point = [frame.chest[0] + breed.length * 0.08, frame.chest[1] + breed.chest * 0.22];
	const top: Point = [base[0] + breed.neck * Math.cos(up), base[1] + breed.neck * Math.sin(up)];
	ctx.fillStyle = css(breed.coat);
	tube(
		ctx,
		[down([base[0] - 0.06, base[1] - breed.chest * 0.1]), down(base), down(top)],
		[breed.chest * 0.36, breed.neckWidth * 1.12, breed.neckWidth * 0.74],
	);
	ctx.fill();
	if (breed.under !== breed.coat && !PLAIN_NECK.has(breed.shape)) {
		ctx.fillStyle = css(breed.under);
		tube(
			ctx,
			[
				down([base[0] + breed.neckWidth * 0.7, base[1] - breed.chest * 0.34]),
				down([top[0] + breed.neckWidth * 0.4, top[1] - breed.neckWidth * 0.6]),
			],
			[breed.chest * 0.17, breed.neckWidth * 0.34],
		);
		ctx.fill();
	}
	if (breed.tail === "mane") drawMane(ctx, breed, base, top, running, frame.tailSwing);
	return top;
}

function drawMane(ctx: Ctx, breed: Breed, base: Point, top: Point, running: boolean, swing: number): void {
	ctx.fillStyle = css(breed.points);
	ctx.beginPath();
	const blow = running ? 0.24 : 0.08;
	for (let nth = 0; nth < 8; nth++) {
		const share = nth / 7;
		const [x, y] = down([
			base[0] + (top[0] - base[0]) * share - breed.neckWidth * 0.7,
			base[1] + (top[1] - base[1]) * share + breed.neckWidth * 0.62,
		]);
		ctx.moveTo(x + 0.08, y - 0.03);
		ctx.quadraticCurveTo(x - blow * 0.5, y - 0.02 + 0.03 * swing, x - blow, y + 0.1 + 0.03 * Math.sin(swing + nth));
		ctx.quadraticCurveTo(x - blow * 0.2, y + 0.09, x + 0.06, y + 0.07);
	}
	ctx.fill();
}

/** Degrees the face hangs from level. */
const HANGS: Readonly<Partial<Record<Breed["shape"], number>>> = { horse: 38, cattle: 30, elephant: 4 };

/** Far legs, tail, body, neck, head, near legs: a four-legged animal in profile, facing right. */
export function drawQuadruped(ctx: Ctx, breed: Breed, frame: Frame, mien: Mien): void {
	const { running } = mien;
	const [farFront, farHind, nearFront, nearHind] = frame.legs;
	drawLeg(ctx, breed, farHind, true);
	drawLeg(ctx, breed, farFront, true);
	drawTail(ctx, breed, frame, running);
	drawBody(ctx, breed, frame);
	const top = drawNeck(ctx, breed, frame, running);
	drawLeg(ctx, breed, nearHind, false);
	drawLeg(ctx, breed, nearFront, false);
	ctx.save();
	ctx.translate(...down(top));
	ctx.rotate(((frame.headNod + (HANGS[breed.shape] ?? 8)) * Math.PI) / 180);
	drawAnimalHead(ctx, breed, mien);
	ctx.restore();
}
