import { between, chanceFrom } from "../paint/chance";
import { css } from "../paint/colour";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";

function curtain(
	{ stage, light, seed }: Build,
	depth: number,
	count: number,
	length: number,
	thick: number,
	alpha: number,
): Layer {
	const chance = chanceFrom(seed + Math.round(depth * 100));
	const drops = Array.from({ length: count }, () => ({
		x: chance(),
		y: chance(),
		speed: between(chance, 1.5, 2) * (0.6 + depth * 0.5),
		cut: between(chance, 0.6, 1),
	}));
	const slant = -0.12;
	return {
		depth,
		draw: (ctx, { seconds }) => {
			ctx.strokeStyle = css(light.night ? [176, 200, 236] : [226, 236, 244], alpha);
			ctx.lineWidth = thick * stage.unit;
			ctx.beginPath();
			for (const { x, y, speed, cut } of drops) {
				const fallen = mod(y + seconds * speed, 1);
				const atY = stage.top + fallen * (stage.fullHeight + 20 * stage.unit) - 10 * stage.unit;
				const atX = stage.left + mod(x + slant * fallen, 1) * stage.fullWidth;
				ctx.moveTo(atX, atY);
				ctx.lineTo(atX + slant * length * cut * stage.unit, atY + length * cut * stage.unit);
			}
			ctx.stroke();
		},
	};
}

export function rainLayers(build: Build, strength: number): readonly Layer[] {
	return [
		curtain(build, 0.4, Math.round(130 * strength), 4.2, 0.15, 0.46),
		curtain(build, 0.9, Math.round(100 * strength), 8, 0.23, 0.52),
		curtain(build, 1.5, Math.round(34 * strength), 14, 0.36, 0.34),
	];
}
