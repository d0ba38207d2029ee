import { glow } from "../paint/brush";
import { between, chanceFrom } from "../paint/chance";
import { css, mix, type Rgb, rgb, scaled } from "../paint/colour";
import { createSurface, type Surface } from "../paint/surface";
import type { Layer } from "../scenes/layer";
import type { Build } from "../scenes/set";

function paperLantern(unit: number, tone: Rgb): Surface {
	const size = 22 * unit;
	const { canvas, ctx, width, height } = createSurface(size, size);
	const [x, y, r] = [size / 2, size / 2, 3.3 * unit];
	glow(ctx, x, y, size / 2, mix(tone, rgb("#ffd08a"), 0.5), 0.6);
	ctx.fillStyle = css(mix(tone, rgb("#fff0c8"), 0.28));
	ctx.beginPath();
	ctx.ellipse(x, y, r, r * 1.12, 0, 0, Math.PI * 2);
	ctx.fill();
	ctx.strokeStyle = css(scaled(tone, 0.6), 0.7);
	ctx.lineWidth = unit * 0.16;
	ctx.beginPath();
	for (const share of [0.3, 0.68]) {
		ctx.moveTo(x + r * share, y);
		ctx.ellipse(x, y, r * share, r * 1.12, 0, 0, Math.PI * 2);
	}
	ctx.stroke();
	ctx.fillStyle = css(scaled(tone, 0.35));
	for (const side of [-1, 1]) ctx.fillRect(x - r * 0.42, y + side * r * 1.1 - unit * 0.3, r * 0.84, unit * 0.7);
	ctx.strokeStyle = css(rgb("#e0b050"));
	ctx.beginPath();
	ctx.moveTo(x, y + r * 1.2);
	ctx.lineTo(x, y + r * 2);
	ctx.stroke();
	return { canvas, ctx, width, height };
}

/** Lanterns that hang and sway over the picture; out in the open they rise. */
export function lanternLayer({ stage, seed, shot }: Build, tone: Rgb, count: number, indoors: boolean): Layer {
	const { unit, width, height } = stage;
	const chance = chanceFrom(seed + 401);
	const stamp = paperLantern(unit, tone);
	const rising = !indoors && /sky|float|rise|release|天灯|孔明灯/iu.test(shot.caption);
	const all = Array.from({ length: rising ? 26 : Math.max(4, count * 2) }, (_, nth) => ({
		x: rising ? chance() : (nth + 0.5) / Math.max(4, count * 2),
		y: rising ? chance() : between(chance, 0.1, 0.24),
		size: rising ? between(chance, 0.3, 0.9) : between(chance, 0.8, 1.15),
		phase: chance() * 7,
	}));
	return {
		depth: rising ? 0.3 : 0.95,
		draw: (ctx, { seconds }) => {
			for (const { x, y, size, phase } of all) {
				const sway = Math.sin(seconds * 1.2 + phase);
				const atX = x * width + sway * unit * (rising ? 2 : 0.7);
				const atY = rising ? height * 0.9 - ((((y + seconds * 0.035 * size) % 1) + 1) % 1) * height : y * height;
				const side = stamp.width * size;
				if (!rising) {
					ctx.strokeStyle = "rgba(12,10,14,.7)";
					ctx.lineWidth = unit * 0.2;
					ctx.beginPath();
					ctx.moveTo(x * width, stage.top);
					ctx.lineTo(atX, atY - 3 * unit * size);
					ctx.stroke();
				}
				ctx.drawImage(stamp.canvas, atX - side / 2, atY - side / 2, side, side);
			}
		},
	};
}
