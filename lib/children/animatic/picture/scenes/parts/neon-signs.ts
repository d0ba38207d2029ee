import { between, type Chance } from "../../paint/chance";
import { css, mix, type Rgb, rgb } from "../../paint/colour";
import type { Ctx } from "../../paint/surface";
import { type Corridor, onWall } from "./corridor";

export const NEON = ["#ff3f8e", "#35e0ff", "#ffb13d", "#9a5bff", "#3dffb0"].map(rgb);

export interface Sign {
	readonly side: -1 | 1;
	readonly far: number;
	readonly low: number;
	readonly high: number;
	readonly out: number;
	readonly tone: Rgb;
	readonly phase: number;
}

export function signsOf(chance: Chance): Sign[] {
	const fars = [5.2, 3.9, 3.0, 2.35, 1.85, 1.45, 1.16];
	return fars.map((far, nth) => {
		const low = between(chance, 1.15, 1.7);
		return {
			side: nth % 2 ? 1 : -1,
			far,
			low,
			high: low + between(chance, 0.55, 1.3),
			out: between(chance, 0.26, 0.38),
			tone: NEON[(nth * 2 + Math.floor(chance() * 2)) % NEON.length] ?? [255, 80, 160],
			phase: chance() * 9,
		} as const;
	});
}

export function signBox(
	alley: Corridor,
	{ side, far, low, high, out }: Sign,
): readonly [x: number, y: number, w: number, h: number] {
	const [wall, top] = onWall(alley, side, far, high);
	const [, bottom] = onWall(alley, side, far, low);
	const width = (alley.half * out) / far;
	return [side < 0 ? wall : wall - width, top, width, bottom - top];
}

/** Strokes that read as writing without being any. */
export function paintSign(ctx: Ctx, chance: Chance, alley: Corridor, sign: Sign): void {
	const [x, y, w, h] = signBox(alley, sign);
	ctx.fillStyle = "#0b0a12";
	ctx.beginPath();
	ctx.roundRect(x, y, w, h, w * 0.1);
	ctx.fill();
	ctx.strokeStyle = css(sign.tone);
	ctx.lineWidth = Math.max(1, w * 0.045);
	ctx.beginPath();
	ctx.roundRect(x + w * 0.09, y + w * 0.09, w * 0.82, h - w * 0.18, w * 0.07);
	ctx.stroke();
	ctx.strokeStyle = css(mix(sign.tone, [255, 255, 255], 0.6));
	ctx.lineWidth = Math.max(1, w * 0.06);
	ctx.lineCap = "round";
	const cell = w * 0.56;
	for (let at = y + w * 0.26; at + cell * 0.8 < y + h - w * 0.1; at += cell * 1.12) {
		ctx.beginPath();
		for (let nth = 0; nth < 4; nth++) {
			const [a, b] = [x + w * 0.24, x + w * 0.76];
			const row = at + cell * 0.9 * chance();
			ctx.moveTo(chance() < 0.5 ? a : (a + b) / 2, row);
			ctx.lineTo(chance() < 0.6 ? b : (a + b) / 2, chance() < 0.65 ? row : at + cell * 0.85 * chance());
		}
		ctx.stroke();
	}
}
