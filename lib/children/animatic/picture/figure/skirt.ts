import type { Point } from "../paint/brush";
import { css, scaled } from "../paint/colour";
import { type Dressed, halfWidth } from "./dressed";

/** Skirt of a coat or dress: it hangs from the waist, follows the knees and trails behind. */
export function drawSkirt(d: Dressed): void {
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
