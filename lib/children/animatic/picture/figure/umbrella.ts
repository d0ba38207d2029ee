import { css, type Rgb, rgb, scaled } from "../paint/colour";
import { type Dressed, spot } from "./dressed";
import type { ArmPose } from "./skeleton";

const RIBS = 6;

/** The arm that holds it. */
export const HOLDING: ArmPose = { swing: 24, out: 14, elbow: 112 };

/** Held over the head in the right hand. */
export function drawUmbrella({ ctx, view, bones, costume, seconds }: Dressed, colour: Rgb | null): void {
	const [headX, y] = spot(view, bones.head);
	const [handX, handY] = spot(view, bones.arms[1].tip);
	const x = headX + (handX - headX) * 0.55 - 0.03;
	const sway = Math.sin(seconds * 1.3) * 0.006;
	const [top, half] = [y - 0.25, 0.27];
	ctx.strokeStyle = "#1b1b20";
	ctx.lineWidth = 0.009;
	ctx.beginPath();
	ctx.moveTo(handX, handY + 0.035);
	ctx.lineTo(x + 0.03 + sway, top);
	ctx.stroke();
	const cloth = colour ?? costume.hat?.colour ?? rgb("#2a2d38");
	const rim = (nth: number) => x + 0.03 + sway - half + (2 * half * nth) / RIBS;
	ctx.fillStyle = css(cloth);
	ctx.beginPath();
	ctx.moveTo(rim(0), top + 0.145);
	ctx.bezierCurveTo(rim(0) + 0.03, top - 0.06, rim(RIBS) - 0.03, top - 0.06, rim(RIBS), top + 0.145);
	for (let nth = RIBS; nth > 0; nth--)
		ctx.quadraticCurveTo((rim(nth) + rim(nth - 1)) / 2, top + 0.1, rim(nth - 1), top + 0.145);
	ctx.fill();
	ctx.strokeStyle = css(scaled(cloth, 0.6));
	ctx.lineWidth = 0.004;
	ctx.beginPath();
	for (let nth = 1; nth < RIBS; nth++) {
		ctx.moveTo(rim(nth), top + 0.143);
		ctx.quadraticCurveTo((rim(nth) + x) / 2 + 0.015, top + 0.01, x + 0.03 + sway, top - 0.012);
	}
	ctx.stroke();
}
