import { between, type Chance } from "../../paint/chance";
import { css, type Rgb, rgb, scaled } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";

export const CORALS = ["#e0645a", "#e89a4a", "#c95a9a", "#d8c25a", "#7a5ac0"].map(rgb);

export function paintCoral(ctx: Ctx, chance: Chance, x: number, base: number, size: number, tone: Rgb): void {
	const kind = Math.floor(chance() * 3);
	ctx.fillStyle = css(tone);
	ctx.strokeStyle = css(tone);
	ctx.lineCap = "round";
	if (kind === 0) {
		const branch = (fromX: number, fromY: number, turn: number, long: number, depth: number): void => {
			const [toX, toY] = [fromX + Math.cos(turn) * long, fromY + Math.sin(turn) * long];
			ctx.lineWidth = long * 0.24;
			ctx.beginPath();
			ctx.moveTo(fromX, fromY);
			ctx.lineTo(toX, toY);
			ctx.stroke();
			if (depth > 0)
				for (const side of [-0.5, 0.05, 0.5])
					branch(toX, toY, turn + side + between(chance, -0.1, 0.1), long * 0.66, depth - 1);
		};
		branch(x, base, -Math.PI / 2, size * 0.4, 3);
	} else if (kind === 1) {
		ctx.beginPath();
		ctx.ellipse(x, base, size * 0.62, size * 0.48, 0, Math.PI, Math.PI * 2);
		ctx.fill();
		ctx.strokeStyle = css(scaled(tone, 0.7));
		ctx.lineWidth = size * 0.03;
		for (let nth = 1; nth < 6; nth++) {
			ctx.beginPath();
			ctx.ellipse(x, base, size * 0.62 * (nth / 6), size * 0.47, 0, Math.PI, Math.PI * 2);
			ctx.stroke();
		}
	} else {
		for (let nth = 0; nth < 6; nth++) {
			const at = x + size * (nth / 6 - 0.5) * 0.9;
			ctx.lineWidth = size * 0.14;
			ctx.beginPath();
			ctx.moveTo(x + (at - x) * 0.4, base);
			ctx.quadraticCurveTo(at, base - size * 0.3, at, base - size * between(chance, 0.4, 0.9));
			ctx.stroke();
		}
	}
}
