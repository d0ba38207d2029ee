import { outline, type Point, tube } from "../paint/brush";
import { css, type Rgb, scaled } from "../paint/colour";
import { type Dressed, halfWidth, nearness, spot } from "./dressed";
import { drawHairBehind, drawHead } from "./head";
import type { Joint, Limb } from "./skeleton";
import { drawSkirt } from "./skirt";

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
	if (d.pose.seat !== null && costume.skirt > 0) drawLap(d, root, knee, far);
}

/** What of a coat or dress lies over the lap of one who sits. */
function drawLap({ ctx, costume }: Dressed, root: Point, knee: Point, far: boolean): void {
	ctx.fillStyle = far ? dark(costume.top, 0.74) : css(scaled(costume.top, 0.93));
	const hem: Point = [knee[0] + (knee[0] - root[0]) * 0.06, knee[1] + 0.03 + 0.09 * costume.skirt];
	tube(ctx, [root, knee, hem], costume.dress ? [0.062, 0.05, 0.055] : [0.056, 0.043, 0.038]);
	ctx.fill();
}

function drawFoot({ ctx, costume }: Dressed, ankle: Point, toe: Point, far: boolean): void {
	const heel: Point = [ankle[0] - (toe[0] - ankle[0]) * 0.22, ankle[1] + 0.018];
	ctx.fillStyle = far ? dark(costume.shoes, 0.8) : css(costume.shoes);
	tube(ctx, [ankle, heel, [toe[0], toe[1] + 0.002]], [0.024, 0.025, 0.019]);
	ctx.fill();
}

function drawArm(d: Dressed, limb: Limb, far: boolean): void {
	const { ctx, view, costume, size } = d;
	const bulk = size.head > 0.18 ? 1.15 : 1;
	const [root, elbow, wrist, hand] = [limb.root, limb.middle, limb.end, limb.tip].map((joint) => spot(view, joint));
	if (!root || !elbow || !wrist || !hand) return;
	ctx.fillStyle = far ? dark(costume.skin, 0.8) : css(costume.skin);
	tube(ctx, [wrist, hand], [0.018 * bulk, 0.0215 * bulk]);
	ctx.fill();
	const sleeve = far ? scaled(costume.top, 0.74) : scaled(costume.top, 0.95);
	ctx.fillStyle = css(sleeve);
	tube(ctx, [root, elbow, wrist], [0.032 * bulk, 0.0265 * bulk, 0.021 * bulk]);
	ctx.fill();
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
	if (!costume.tie) return;
	ctx.fillStyle = css(costume.tie);
	ctx.beginPath();
	ctx.moveTo(x + turn - 0.009, y - 0.006);
	ctx.lineTo(x + turn + 0.009, y - 0.006);
	ctx.lineTo(x + turn * 1.6 + 0.004, y + reach);
	ctx.lineTo(x + turn * 1.6 - 0.004, y + reach);
	ctx.fill();
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
