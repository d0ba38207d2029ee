import { outline, type Point, tube } from "../paint/brush";
import { css, type Rgb, rgb, scaled } from "../paint/colour";
import { type Dressed, nearness, spot } from "./dressed";
import type { Limb } from "./skeleton";

const SUIT = rgb("#e4e2dd");
const SEAM = rgb("#9aa0a8");
const MARK = rgb("#c9572f");
const BOOT = rgb("#8c9098");

function drawTube(d: Dressed, joints: readonly Point[], radii: readonly number[], colour: Rgb): void {
	d.ctx.fillStyle = css(colour);
	tube(d.ctx, joints, radii);
	d.ctx.fill();
}

function cuff({ ctx }: Dressed, a: Point, b: Point, share: number, half: number, colour: Rgb): void {
	const at: Point = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
	const turn = Math.atan2(b[1] - a[1], b[0] - a[0]);
	ctx.save();
	ctx.translate(...at);
	ctx.rotate(turn);
	ctx.fillStyle = css(colour);
	ctx.fillRect(-0.007, -half, 0.014, half * 2);
	ctx.restore();
}

function drawSuitLimb(
	d: Dressed,
	limb: Limb,
	far: boolean,
	radii: readonly [number, number, number],
	leg: boolean,
): void {
	const tone = far ? 0.74 : 1;
	const [root, middle, end, tip] = [limb.root, limb.middle, limb.end, limb.tip].map((joint) => spot(d.view, joint));
	if (!root || !middle || !end || !tip) return;
	const shoe: Point = [end[0] - (tip[0] - end[0]) * 0.2, end[1] + 0.014];
	if (leg) drawTube(d, [end, shoe, tip], [0.036, 0.03, 0.024], scaled(BOOT, tone));
	else drawTube(d, [end, tip], [0.029, 0.027], scaled(BOOT, tone));
	drawTube(d, [root, middle, end], radii, scaled(SUIT, tone));
	cuff(d, root, middle, 0.62, radii[1] * 1.06, scaled(MARK, tone));
	cuff(d, middle, end, 0.16, radii[1] * 0.98, scaled(SEAM, tone));
	cuff(d, middle, end, 0.88, radii[2] * 1.02, scaled(SEAM, tone));
}

function drawPack({ ctx, view, bones }: Dressed): void {
	const [x, y] = spot(view, bones.chest);
	const across = Math.hypot(0.105 * view.front, 0.05 * view.side);
	ctx.fillStyle = css(scaled(SUIT, view.front < 0 ? 0.9 : 0.66));
	ctx.beginPath();
	ctx.roundRect(x - across - view.side * 0.085, y - 0.135, across * 2, 0.26, 0.03);
	ctx.fill();
	if (view.front > -0.3) return;
	ctx.fillStyle = css(scaled(SEAM, 0.8));
	ctx.beginPath();
	ctx.roundRect(x - across * 0.62 - view.side * 0.085, y - 0.105, across * 1.24, 0.1, 0.015);
	ctx.roundRect(x - across * 0.3 - view.side * 0.085, y + 0.035, across * 0.6, 0.05, 0.012);
	ctx.fill();
}

function drawTorso(d: Dressed): void {
	const { ctx, view, bones, size } = d;
	const [hx, hy] = spot(view, bones.hip);
	const [cx, cy] = spot(view, bones.chest);
	const [nx, ny] = spot(view, bones.neck);
	const half = (across: number, deep: number) => Math.hypot(across * view.front, deep * view.side);
	const [hips, waist, chest, shoulder] = [
		half(size.hips, 0.085),
		half(0.094, 0.082),
		half(0.118, 0.092),
		half(0.096, 0.07),
	];
	ctx.fillStyle = css(SUIT);
	outline(ctx, [
		[hx - hips, hy + 0.04],
		[hx - waist, (hy + cy) / 2],
		[cx - chest, cy - 0.02],
		[nx - shoulder, ny - 0.012],
		[nx + shoulder, ny - 0.012],
		[cx + chest, cy - 0.02],
		[hx + waist, (hy + cy) / 2],
		[hx + hips, hy + 0.04],
		[hx, hy + 0.062],
	]);
	ctx.fill();
	ctx.fillStyle = css(SEAM);
	ctx.fillRect(hx - waist * 1.02, hy - 0.055, waist * 2.04, 0.018);
	if (view.front > 0.15) {
		ctx.fillStyle = css(scaled(SEAM, 0.72));
		ctx.beginPath();
		ctx.roundRect(cx + view.side * 0.07 - 0.05 * view.front, cy - 0.045, 0.1 * view.front, 0.07, 0.012);
		ctx.fill();
		ctx.fillStyle = css(MARK);
		ctx.fillRect(cx + view.side * 0.07 - 0.035 * view.front, cy - 0.03, 0.025 * view.front, 0.014);
	}
}

function drawHelmet({ ctx, view, bones, pose, size }: Dressed): void {
	const [x, y] = spot(view, bones.head);
	const radius = size.head * 0.56;
	const yaw = ((view.yaw + pose.headTurn) * Math.PI) / 180;
	const [front, side] = [Math.cos(yaw), Math.sin(yaw)];
	ctx.fillStyle = css(SUIT);
	ctx.beginPath();
	ctx.arc(x, y, radius, 0, Math.PI * 2);
	ctx.fill();
	ctx.fillStyle = css(SEAM);
	ctx.fillRect(x - radius * 0.72, y + radius * 0.78, radius * 1.44, radius * 0.2);
	if (front < -0.3) {
		ctx.fillStyle = css(scaled(SUIT, 0.86));
		ctx.beginPath();
		ctx.arc(x - side * radius * 0.3, y - radius * 0.05, radius * 0.6, 0, Math.PI * 2);
		ctx.fill();
		return;
	}
	drawVisor(ctx, x + side * radius * 0.42, y - radius * 0.02, radius * (0.72 * Math.max(0.42, front)), radius * 0.62);
}

function drawVisor(ctx: Dressed["ctx"], x: number, y: number, across: number, down: number): void {
	const gold = ctx.createLinearGradient(x, y - down, x, y + down);
	for (const [at, colour] of [
		[0, "#3b2a18"],
		[0.34, "#c98a3a"],
		[0.5, "#ffdf9a"],
		[0.58, "#6e4a22"],
		[1, "#1d140e"],
	] as const)
		gold.addColorStop(at, colour);
	ctx.fillStyle = gold;
	ctx.beginPath();
	ctx.ellipse(x, y, across, down, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = css(SEAM);
	ctx.lineWidth = 0.008;
	ctx.stroke();
	ctx.fillStyle = "rgba(255,255,255,.7)";
	ctx.beginPath();
	ctx.ellipse(x - across * 0.4, y - down * 0.45, across * 0.2, down * 0.12, -0.5, 0, Math.PI * 2);
	ctx.fill();
}

export function drawAstronaut(d: Dressed): void {
	const { view, bones } = d;
	const legs = [...bones.legs].sort((a, b) => nearness(view, a) - nearness(view, b));
	const [farArm, nearArm] = [...bones.arms].sort((a, b) => nearness(view, a) - nearness(view, b));
	const sideways = Math.abs(view.side) > 0.35;
	if (view.front > -0.2) drawPack(d);
	if (farArm) drawSuitLimb(d, farArm, sideways, [0.05, 0.043, 0.035], false);
	legs.forEach((leg, nth) => {
		drawSuitLimb(d, leg, nth === 0 && sideways, [0.066, 0.055, 0.045], true);
	});
	drawTorso(d);
	if (view.front <= -0.2) drawPack(d);
	drawHelmet(d);
	if (nearArm) drawSuitLimb(d, nearArm, false, [0.05, 0.043, 0.035], false);
}
