import { css, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

export function drape(ctx: Ctx, x: number, top: number, width: number, tall: number, tone: Rgb, folds: number): void {
	for (let nth = 0; nth < folds; nth++) {
		const at = x + (width * nth) / folds;
		const fold = ctx.createLinearGradient(at, 0, at + width / folds, 0);
		fold.addColorStop(0, css(scaled(tone, 0.3)));
		fold.addColorStop(0.4, css(scaled(tone, 0.95)));
		fold.addColorStop(0.6, css(scaled(tone, 0.7)));
		fold.addColorStop(1, css(scaled(tone, 0.25)));
		ctx.fillStyle = fold;
		ctx.fillRect(at, top, width / folds + 1, tall);
	}
}

export function paintSwag(
	ctx: Ctx,
	x: number,
	wide: number,
	top: number,
	foot: number,
	unit: number,
	cloth: Rgb,
): void {
	const fall = ctx.createLinearGradient(0, top, 0, foot + 8 * unit);
	fall.addColorStop(0, css(scaled(cloth, 0.3)));
	fall.addColorStop(0.7, css(scaled(cloth, 0.95)));
	fall.addColorStop(1, css(scaled(cloth, 0.5)));
	ctx.fillStyle = fall;
	ctx.beginPath();
	ctx.moveTo(x, top);
	ctx.lineTo(x, foot - 4 * unit);
	ctx.quadraticCurveTo(x + wide / 2, foot + 15 * unit, x + wide, foot - 4 * unit);
	ctx.lineTo(x + wide, top);
	ctx.fill();
	ctx.strokeStyle = css(rgb("#d8a850"), 0.7);
	ctx.lineWidth = 0.7 * unit;
	ctx.beginPath();
	ctx.moveTo(x, foot - 4 * unit);
	ctx.quadraticCurveTo(x + wide / 2, foot + 15 * unit, x + wide, foot - 4 * unit);
	ctx.stroke();
}
