import { css, type Rgb } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

const SEAS = [
	[-0.3, -0.25, 0.3],
	[0.22, -0.38, 0.2],
	[0.3, 0.2, 0.26],
	[-0.16, 0.36, 0.22],
] as const;

export function paintCraters(ctx: Ctx, x: number, y: number, size: number, tone: Rgb): void {
	ctx.save();
	ctx.beginPath();
	ctx.arc(x, y, size, 0, Math.PI * 2);
	ctx.clip();
	ctx.fillStyle = css(tone, 0.12);
	for (const [dx, dy, r] of SEAS) {
		ctx.beginPath();
		ctx.ellipse(x + dx * size, y + dy * size, r * size, r * size * 0.82, 0.4, 0, Math.PI * 2);
		ctx.fill();
	}
	ctx.restore();
}
