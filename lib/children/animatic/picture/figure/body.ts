import { blob, outline, type Point, tube } from "../paint/brush";
import { css, mix, type Rgb, scaled } from "../paint/colour";
import type { Ctx } from "../paint/surface";
import type { Costume } from "./costume";
import { drawHairBehind, drawHead } from "./head";
import type { Joint, Limb, Pose, Proportions, Skeleton, View } from "./skeleton";

export interface Dressed {
	readonly ctx: Ctx;
	readonly view: View;
	readonly bones: Skeleton;
	readonly pose: Pose;
	readonly size: Proportions;
	readonly costume: Costume;
	/** 0 shut to 1 wide. */
	readonly mouth: number;
	readonly seconds: number;
	/** Heights a second over the ground, for cloth that trails. */
	readonly speed: number;
}

export function spot(view: View, joint: Joint): Point {
	return [view.x(joint), view.y(joint)];
}

const dark = (colour: Rgb, by = 0.72) => css(scaled(colour, by));

function drawLeg(d: Dressed, limb: Limb, far: boolean): void {
	const { ctx, view, costume, size } = d;
	const cloth = costume.dress ? costume.skin : costume.legs;
	const bulk = size.head > 0.18 ? 1.25 : 1;
	const [root, knee, ankle, toe] = [limb.root, limb.middle, limb.end, limb.tip].map((joint) => spot(view, joint));
	if (!root || !knee || !ankle || !toe) return;
	drawFoot(d, ankle, toe, far);
	ctx.fillStyle = far ? dark(cloth, 0.76) : css(cloth);
	tube(ctx, [root, knee, ankle], costume.dress ? [0.036, 0.027, 0.016] : [0.05 * bulk, 0.035 * bulk, 0.026 * bulk]);
	ctx.fill();
}

function drawFoot({ ctx, costume }: Dressed, ankle: Point, toe: Point, far: boolean): void {
	const heel: Point = [ankle[0] - (toe[0] - ankle[0]) * 0.22, ankle[1] + 0.018];
	ctx.fillStyle = far ? dark(costume.shoes, 0.8) : css(costume.shoes);
	tube(ctx, [ankle, heel, [toe[0], toe[1] + 0.004]], [0.022, 0.021, 0.0145]);
	ctx.fill();
}

function drawArm(d: Dressed, limb: Limb, far: boolean): void {
	const { ctx, view, costume, size } = d;
	const bulk = size.head > 0.18 ? 1.15 : 1;
	const [root, elbow, wrist, hand] = [limb.root, limb.middle, limb.end, limb.tip].map((joint) => spot(view, joint));
	if (!root || !elbow || !wrist || !hand) return;
	ctx.fillStyle = far ? dark(costume.skin, 0.8) : css(costume.skin);
	tube(ctx, [wrist, hand], [0.015 * bulk, 0.0135 * bulk]);
	ctx.fill();
	const sleeve = far ? scaled(costume.top, 0.74) : scaled(costume.top, 0.95);
	ctx.fillStyle = css(sleeve);
	tube(ctx, [root, elbow, wrist], [0.036 * bulk, 0.0285 * bulk, 0.021 * bulk]);
	ctx.fill();
}

function halfWidth(view: View, across: number, deep: number): number {
	return Math.hypot(across * view.front, deep * view.side);
}

interface Ring {
	readonly at: Point;
	readonly half: number;
}

function trunkRings({ view, bones, size, costume }: Dressed): Ring[] {
	const along = (share: number): Point => {
		const [a, b] = share < 0.62 ? [bones.hip, bones.chest] : [bones.chest, bones.neck];
		const t = share < 0.62 ? share / 0.62 : (share - 0.62) / 0.38;
		return [view.x(a) + (view.x(b) - view.x(a)) * t, view.y(a) + (view.y(b) - view.y(a)) * t];
	};
	const slim = costume.dress ? 0.9 : 1;
	const ring = (share: number, across: number, deep: number): Ring => ({
		at: along(share),
		half: halfWidth(view, across, deep),
	});
	return [
		ring(-0.14, size.hips * 1.02, 0.062),
		ring(0.02, size.hips * 1.06, 0.066),
		ring(0.34, (size.hips + size.shoulders) * 0.4 * slim, 0.054),
		ring(0.68, size.shoulders * 0.92, 0.067),
		ring(0.9, size.shoulders * 1.05, 0.056),
		ring(1.0, size.shoulders * 0.66, 0.044),
		ring(1.06, 0.036, 0.034),
	];
}

function ringsOutline(rings: readonly Ring[]): Point[] {
	const left = rings.map(({ at, half }): Point => [at[0] - half, at[1]]);
	const right = rings.map(({ at, half }): Point => [at[0] + half, at[1]]).reverse();
	return [...left, ...right];
}

function drawTrunk(d: Dressed): void {
	const { ctx, view, bones, costume, size } = d;
	ctx.fillStyle = css(costume.skin);
	const chin: Joint = { ...bones.head, y: bones.head.y - size.head * 0.3, z: bones.head.z - 0.014 };
	tube(ctx, [spot(view, bones.neck), spot(view, chin)], [0.03, 0.026]);
	ctx.fill();
	ctx.fillStyle = css(costume.top);
	const rings = trunkRings(d);
	outline(ctx, ringsOutline(rings));
	ctx.fill();
	if (view.front > 0.25) drawCollar(d);
}

function drawCollar({ ctx, view, bones, costume }: Dressed): void {
	const [x, y] = spot(view, bones.neck);
	const reach = 0.1 * view.front;
	const turn = view.side * 0.03;
	ctx.fillStyle = css(costume.dress ? costume.skin : costume.accent);
	ctx.beginPath();
	ctx.moveTo(x - 0.034 * view.front + turn, y - 0.012);
	ctx.lineTo(x + turn * 1.6, y + reach);
	ctx.lineTo(x + 0.034 * view.front + turn, y - 0.012);
	ctx.closePath();
	ctx.fill();
	ctx.strokeStyle = dark(costume.top, 0.62);
	ctx.lineWidth = 0.007;
	ctx.stroke();
}

/** Skirt of a coat or dress: it hangs from the waist, follows the knees and trails behind. */
function drawSkirt(d: Dressed): void {
	const { ctx, view, bones, costume, size, seconds, speed } = d;
	if (costume.skirt === 0 || d.pose.seat !== null) return;
	const hem = view.y(bones.hip) + (size.thigh + size.shin) * costume.skirt;
	const knees = bones.legs.map((leg) => view.x(leg.middle));
	const rest = view.x(bones.hip);
	const waist = halfWidth(view, size.hips * 1.02, 0.064);
	const sway = Math.sin(seconds * 5.6) * 0.012 * Math.min(1, speed * 2);
	const trail = -view.side * Math.min(0.05, speed * 0.06) + sway;
	const flare = waist * (costume.dress ? 1.5 : 1.28);
	const left = Math.min(rest - flare, ...knees.map((x) => x - 0.036)) + Math.min(0, trail);
	const right = Math.max(rest + flare, ...knees.map((x) => x + 0.036)) + Math.max(0, trail);
	const top = view.y(bones.hip) - size.trunk * 0.3;
	ctx.fillStyle = css(scaled(costume.top, 0.96));
	ctx.beginPath();
	ctx.moveTo(rest - waist * 0.95, top);
	ctx.bezierCurveTo(rest - waist * 1.2, top + 0.07, left - 0.002, hem - 0.1, left, hem - 0.004);
	ctx.quadraticCurveTo((left + right) / 2, hem + 0.022, right, hem - 0.004);
	ctx.bezierCurveTo(right + 0.002, hem - 0.1, rest + waist * 1.2, top + 0.07, rest + waist * 0.95, top);
	ctx.closePath();
	ctx.fill();
	drawFolds(d, [left, right], [top, hem], rest);
}

function drawFolds({ ctx, view, costume }: Dressed, [left, right]: Point, [top, hem]: Point, rest: number): void {
	ctx.strokeStyle = css(scaled(costume.top, 0.7), 0.8);
	ctx.lineWidth = 0.006;
	ctx.beginPath();
	for (const share of costume.dress ? [0.28, 0.5, 0.74] : [0.3, 0.72]) {
		ctx.moveTo(rest + (share - 0.5) * 0.07, top + 0.1);
		ctx.lineTo(left + (right - left) * share, hem - 0.002);
	}
	ctx.stroke();
	if (costume.dress) return;
	ctx.fillStyle = css(scaled(costume.top, 0.66));
	ctx.fillRect(rest - halfWidth(view, 0.08, 0.062), top + 0.028, halfWidth(view, 0.16, 0.124), 0.019);
	if (view.front < 0.2) return;
	ctx.strokeStyle = css(scaled(costume.top, 0.55));
	ctx.lineWidth = 0.008;
	ctx.beginPath();
	ctx.moveTo(rest + view.side * 0.05, top - 0.1);
	ctx.lineTo(rest + view.side * 0.07, hem + 0.008);
	ctx.stroke();
}

export function nearness(view: View, limb: Limb): number {
	return (view.near(limb.root) + view.near(limb.middle) + view.near(limb.end)) / 3;
}

/** Whole clothed body, the far limbs first. */
export function drawPerson(d: Dressed): void {
	const { view, bones } = d;
	const legs = [...bones.legs].sort((a, b) => nearness(view, a) - nearness(view, b));
	const arms = [...bones.arms].sort((a, b) => nearness(view, a) - nearness(view, b));
	const sideways = Math.abs(view.side) > 0.35;
	const seatedFront = d.pose.seat !== null && view.front > 0.2;
	if (view.front > -0.3) drawHairBehind(d);
	const [farArm, nearArm] = arms;
	if (farArm && (sideways || view.front < 0)) drawArm(d, farArm, sideways);
	if (!seatedFront)
		legs.forEach((leg, nth) => {
			drawLeg(d, leg, nth === 0 && sideways);
		});
	if (view.front < 0 && !sideways && nearArm) drawArm(d, nearArm, false);
	drawTrunk(d);
	if (seatedFront)
		legs.forEach((leg) => {
			drawLeg(d, leg, false);
		});
	drawSkirt(d);
	if (view.front >= 0 && !sideways && farArm) drawArm(d, farArm, false);
	drawHead(d);
	if (nearArm && (sideways || view.front >= 0)) drawArm(d, nearArm, false);
}

export function softBlob(ctx: Ctx, points: readonly Point[], colour: Rgb, shade: Rgb, share: number): void {
	ctx.fillStyle = css(mix(colour, shade, share));
	blob(ctx, points);
	ctx.fill();
}
