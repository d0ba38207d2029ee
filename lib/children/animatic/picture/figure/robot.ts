import { type Point, tube } from "../paint/brush";
import { css, type Rgb, rgb, scaled } from "../paint/colour";
import { type Dressed, nearness, spot } from "./dressed";
import type { Limb } from "./skeleton";

const JOINT = rgb("#3a3f48");
const EYE = "#7df3ff";

function shellOf({ costume }: Dressed): Rgb {
	return costume.top;
}

function drawRod(d: Dressed, limb: Limb, far: boolean, leg: boolean): void {
	const { ctx, view } = d;
	const tone = far ? 0.7 : 1;
	const [root, middle, end, tip] = [limb.root, limb.middle, limb.end, limb.tip].map((joint) => spot(view, joint));
	if (!root || !middle || !end || !tip) return;
	const thick = leg ? 1.25 : 1;
	const part = (points: readonly Point[], radii: readonly number[], colour: Rgb) => {
		ctx.fillStyle = css(scaled(colour, tone));
		tube(
			ctx,
			points,
			radii.map((radius) => radius * thick),
		);
		ctx.fill();
	};
	part([root, middle, end], [0.017, 0.016, 0.015], JOINT);
	const between = (a: Point, b: Point, share: number): Point => [
		a[0] + (b[0] - a[0]) * share,
		a[1] + (b[1] - a[1]) * share,
	];
	part([between(root, middle, 0.16), between(root, middle, 0.8)], [0.035, 0.029], shellOf(d));
	part([between(middle, end, 0.18), between(middle, end, 0.86)], [0.033, 0.027], scaled(shellOf(d), 0.92));
	part([root, root], [0.03, 0.03], JOINT);
	part([middle, middle], [0.024, 0.024], JOINT);
	if (leg)
		part(
			[
				[end[0] - 0.012, end[1] + 0.018],
				[tip[0], tip[1] + 0.004],
			],
			[0.022, 0.017],
			JOINT,
		);
	else part([end, tip], [0.02, 0.019], JOINT);
}

function drawCase(d: Dressed): void {
	const { ctx, view, bones, size } = d;
	const [hx, hy] = spot(view, bones.hip);
	const [nx, ny] = spot(view, bones.neck);
	const top = Math.hypot(size.shoulders * 0.95 * view.front, 0.08 * view.side);
	const low = Math.hypot(0.06 * view.front, 0.058 * view.side);
	ctx.fillStyle = css(JOINT);
	ctx.fillRect(hx - low * 0.7, hy - 0.12, low * 1.4, 0.12);
	ctx.fillStyle = css(shellOf(d));
	ctx.beginPath();
	ctx.roundRect(hx - low * 1.25, hy - 0.05, low * 2.5, 0.075, 0.025);
	ctx.fill();
	ctx.beginPath();
	ctx.moveTo(nx - top, ny + 0.005);
	ctx.quadraticCurveTo(nx, ny - 0.03, nx + top, ny + 0.005);
	ctx.quadraticCurveTo(nx + top * 1.02, ny + 0.12, hx + low * 1.3, hy - 0.09);
	ctx.lineTo(hx - low * 1.3, hy - 0.09);
	ctx.quadraticCurveTo(nx - top * 1.02, ny + 0.12, nx - top, ny + 0.005);
	ctx.fill();
	if (view.front < 0.1) return;
	ctx.fillStyle = EYE;
	ctx.beginPath();
	ctx.arc(nx + view.side * 0.06, ny + 0.085, 0.019 * Math.max(0.4, view.front), 0, Math.PI * 2);
	ctx.fill();
}

function drawDome(d: Dressed): void {
	const { ctx, view, bones, pose, size } = d;
	const [x, y] = spot(view, bones.head);
	const yaw = ((view.yaw + pose.headTurn) * Math.PI) / 180;
	const [front, side] = [Math.cos(yaw), Math.sin(yaw)];
	const [half, tall] = [size.head * 0.46, size.head * 0.46];
	ctx.fillStyle = css(JOINT);
	ctx.fillRect(x - 0.018, y + tall * 0.7, 0.036, 0.05);
	ctx.fillRect(x - 0.003, y - tall - 0.035, 0.006, 0.04);
	ctx.fillStyle = css(scaled(shellOf(d), 1.08));
	ctx.beginPath();
	ctx.roundRect(x - half, y - tall, half * 2, tall * 1.9, size.head * 0.26);
	ctx.fill();
	ctx.fillStyle = EYE;
	ctx.beginPath();
	ctx.arc(x, y - tall - 0.038, 0.009, 0, Math.PI * 2);
	ctx.fill();
	if (front < -0.2) return;
	ctx.fillStyle = "#15181d";
	ctx.beginPath();
	ctx.roundRect(
		x + side * half * 0.35 - half * 0.78 * Math.max(0.5, front),
		y - tall * 0.36,
		half * 1.56 * Math.max(0.5, front),
		tall * 0.72,
		tall * 0.34,
	);
	ctx.fill();
	ctx.fillStyle = EYE;
	ctx.beginPath();
	for (const lateral of [-0.4, 0.4]) {
		if (front * 0.9 + Math.sign(lateral) * side * 0.5 < 0.1) continue;
		ctx.ellipse(
			x + side * half * 0.45 + lateral * half * front,
			y,
			tall * 0.14,
			tall * (0.16 + 0.06 * d.mouth),
			0,
			0,
			Math.PI * 2,
		);
	}
	ctx.fill();
}

export function drawRobot(d: Dressed): void {
	const { view, bones } = d;
	const legs = [...bones.legs].sort((a, b) => nearness(view, a) - nearness(view, b));
	const [farArm, nearArm] = [...bones.arms].sort((a, b) => nearness(view, a) - nearness(view, b));
	const sideways = Math.abs(view.side) > 0.35;
	if (farArm) drawRod(d, farArm, sideways, false);
	legs.forEach((leg, nth) => {
		drawRod(d, leg, nth === 0 && sideways, true);
	});
	drawCase(d);
	drawDome(d);
	if (nearArm) drawRod(d, nearArm, false, false);
}
