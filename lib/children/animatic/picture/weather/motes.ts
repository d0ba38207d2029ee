import { between, chanceFrom } from "../paint/chance";
import { css } from "../paint/colour";
import { type Layer, mod } from "../scenes/layer";
import type { Build } from "../scenes/set";

/** Specks that drift in the light between us and the picture. */
export function motesLayer({ stage, light, seed }: Build, share: number): Layer {
	const chance = chanceFrom(seed + 71);
	const motes = Array.from({ length: Math.round(46 * share) }, () => ({
		x: chance(),
		y: chance(),
		size: between(chance, 0.12, 0.42) * stage.unit,
		speed: between(chance, 0.006, 0.02),
		phase: chance() * 7,
	}));
	return {
		depth: 1.5,
		draw: (ctx, { seconds }) => {
			ctx.fillStyle = css(light.sun, 0.28);
			ctx.beginPath();
			for (const { x, y, size, speed, phase } of motes) {
				const atX = stage.left + mod(x + seconds * speed, 1) * stage.fullWidth;
				const atY =
					stage.top + mod(y - seconds * speed * 0.4 + 0.012 * Math.sin(seconds + phase), 1) * stage.fullHeight;
				ctx.moveTo(atX + size, atY);
				ctx.arc(atX, atY, size, 0, Math.PI * 2);
			}
			ctx.fill();
		},
	};
}
